"""A talk's thread: a question that leaves something out is completed from the turns before it.

A turn is kept as its parts in words (what is asked of, which item of it, of when, how it is asked) and the figure that it was
answered with. A follow-up names some parts anew; the others stay. Which words of the old question a new name takes the place of
is not guessed from the sentence: of all the ways to join the two, the one that keeps most and that a figure of the report carries
in full is taken. When no figure does, nothing is answered. A complete question takes nothing from before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from chain import words as W
from chain.beside import Wanted, alike, asking_for, other_thing, restates, same_counted, same_name, same_thing
from chain.givers import GIVES
from chain.parts import (
    GAP_KINDS,
    HOW,
    LATER,
    MANY,
    PLAN,
    RELATIVE,
    SIDES,
    SINCE,
    THAT_TIME,
    TWO,
    WHOLE_QUARTER,
    WHOLE_YEAR,
    Parts,
    content,
    naming,
    take_apart,
    time_words,
)
from chain.question import Question, read
from chain.select import Match, find, kind_fit, modality_fit, unit_fits
from chain.thesaurus import phrases
from chain.world import Named, World, tokens
from report.model import Base, Figure, Measure, Modality, Period
from report.periods import label, named_lengths
from report.periods import periods as period_mentions
from report.text import UPPER


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question as it was understood, and the figure it was answered with, if it was.

    `subject` is what was asked of, `item` what of it a later turn picked out. After a glance aside ("tháng trước?", `relative`)
    `anchor` is the time that the talk is about and `home` the figure it was at; `unit` is that of the last level answered and
    `level` that amount itself, where `figure` is a change or share of it.
    """

    subject: str
    item: str = ""
    when: str = ""
    ask: str = "là bao nhiêu"
    kind: str = "level"
    against: str = ""
    plan: str = ""
    figure: Figure | None = None
    anchor: str = ""
    relative: str = ""
    unit: str = ""
    level: Figure | None = None
    home: Figure | None = None

    @property
    def names(self) -> str:
        """All that was asked of."""
        return f"{self.subject} {self.item}".strip()

    def text(self) -> str:
        """The whole question."""
        lead = f"{self.plan} " if self.plan and self.plan.lower() not in self.ask.lower() else ""
        ask, against = (f"{said[:1].lower()}{said[1:]}" for said in (self.ask, self.against))  # "So với …?" begins no name
        return re.sub(r"\s+", " ", f"{lead}{self.names} {self.when} {ask} {against}").strip()


@dataclass(frozen=True, slots=True)
class Understood:
    """A question with what it left out; `turn` is how the talk goes on, `pair` the two figures whose distance is asked."""

    question: Question
    turn: Turn
    carried: bool = False
    pair: tuple[Figure, Figure] | None = None


def resolved_when(said: str, before: Turn, world: World) -> str:
    """Words of time that lean on the turn before ("tháng trước", "năm đó", "cả quý") as the period they mean."""
    if not said:
        return ""
    if THAT_TIME.search(said):
        return before.when
    about = _period_of(replace(before, when=before.anchor, figure=None) if before.anchor else before, world)
    if WHOLE_QUARTER.search(said):
        if about is not None and about.kind in ("month", "quarter") and about.part:
            part = about.part if about.kind == "quarter" else (about.part + 2) // 3
            return label(Period("quarter", about.year, part=part))
        return said
    m = RELATIVE.search(said)
    if m is None or about is None or about.year is None:
        return said
    of = m["of"].lower().split()[0]
    if of in ("cùng", "năm"):
        moved = replace(about, year=about.year - 1, label="") if about.kind in ("year", "month", "quarter", "months", "half") else None
        if of == "năm" and moved is not None:
            moved = Period("year", about.year - 1) if about.kind == "year" else moved
    elif of == "tháng" and about.kind == "month" and about.part:
        moved = Period("month", about.year - (about.part == 1), part=12 if about.part == 1 else about.part - 1)
    elif of == "quý" and about.kind == "quarter" and about.part:
        moved = Period("quarter", about.year - (about.part == 1), part=4 if about.part == 1 else about.part - 1)
    else:
        moved = None
    return label(moved) if moved is not None else said


def _period_of(turn: Turn, world: World) -> Period | None:
    said = [m.period for m in period_mentions(turn.when) if m.period.kind]
    period = said[-1] if said else turn.figure.period if turn.figure is not None else None
    if period is None or not period.kind:
        return None
    return replace(period, year=period.year or (turn.figure.period.year if turn.figure is not None and turn.figure.period.kind == period.kind else None) or world.main_year)


def begin(q: Question, world: World) -> Turn:
    """The first turn of a talk, or of a new topic."""
    p = take_apart(q.text)
    found = find(q, world) if q.operation == "lookup" else []
    figure = found[0].figure if found else None
    kind = p.kind if p.kind and p.kind not in (*GAP_KINDS, "why") else "level"
    ask = p.ask if kind == p.kind and p.ask else "là bao nhiêu"
    return Turn(p.subject, "", p.when, ask, kind, p.against, p.plan, figure, unit=figure.unit if figure is not None and figure.measure is Measure.LEVEL else "")


ACTUALLY = re.compile(r"(?:(?:ước|kết quả|con số|số|mức|đã|thực tế|ước tính)\s*)*(?:thực hiện|thực tế|thực đạt|đạt được|làm được)?(?:\s+(?:được|thực tế))?|ước(?: tính)?", re.I)


_PARTNER = re.compile(rf"(?<!\w)(?:[Xx]uất|[Nn]hập) khẩu(?: hàng h(?:óa|oá))?\s(?:(?:sang|từ|với|thị trường|khối|của)\s)*(?P<who>(?!Xuất|Nhập|Tháng|Quý|Năm|Còn|Vậy|Thế)[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*)*)")
_THIS_PARTNER = re.compile(r"(?<!\w)(?:(?:nước|thị trường|quốc gia|đối tác|khối|bạn hàng)\s(?:này|đó|ấy|trên|nói trên)|nơi (?:này|đó)|họ)(?!\w)", re.I)


def _balance_with(q: Question, before: Turn, world: World) -> Question | None:
    """The balance of trade with whom the talk is about: "Vậy nhập siêu từ nước này?" after the exports to Ấn Độ; None where it names its own or the talk is of none."""
    told = next((m for text in (before.figure.indicator if before.figure is not None else "", before.names) if (m := _PARTNER.search(text))), None)
    if told is None or _PARTNER.search(q.raw) or re.search(rf"(?<=\s)[{UPPER}][^\W\d_]+", q.raw) or re.search(r"(?<!\w)(?:cả nước|toàn (?:tỉnh|ngành)|tổng|chung|cả tỉnh)(?!\w)", q.text, re.I):
        return None
    text = _THIS_PARTNER.sub(told["who"], q.text) if _THIS_PARTNER.search(q.text) else re.sub(r"(xuất siêu|nhập siêu|cán cân(?: thương mại)?)", rf"\1 với {told['who']}", q.text, count=1, flags=re.I)
    if told["who"] not in text:
        return None
    return replace(read(f"{text.rstrip(' ?.')} {before.when if not q.periods else ''}?", world), raw=q.raw, carried=("terms",))


_SET = re.compile(r"(?:(?:của|theo|trong)\s)*(?:Nghị quyết|NQ|Đại hội|nhiệm kỳ|năm|giai đoạn)?(?:\s(?:Đại hội|Đảng bộ|của|tỉnh|huyện|năm|nhiệm kỳ))*\s?(?:đã\s)?(?:đặt ra|đề ra|xác định|ban đầu)?", re.I)
_A_TERM = re.compile(r"\W*(?:(?:thế|còn|vậy|và|với|ở)\s)*(?:(?:kỳ|thời) hạn\s)?(?P<term>\d{1,2}\s(?:năm|tháng|tuần|ngày))(?:\s(?:thì sao|thì|bao nhiêu|là bao nhiêu|sao))*\W*", re.I)


def _other_term(q: Question, before: Turn, world: World) -> Understood | None:
    """The question before of another term: "thế 5 năm?" after "lãi suất kỳ hạn 10 năm"; None where the talk is of none."""
    new, text = _A_TERM.fullmatch(q.text), before.text()
    at = named_lengths(text)
    if new is None or not at:
        return None
    return _with_instead(text, at[0], f"kỳ hạn {new['term']}", q, world)


_ANOTHER_GIVES = re.compile(r"\W*(?:(?:thế|còn|vậy|và)\s)*(?:(?:dự toán|kế hoạch|chỉ tiêu|số|mức)\s)?(?:do\s)?(?P<gives>[^?]+?\sgiao)(?:\s(?:là|bao nhiêu|mấy|thì sao|thì))*\W*", re.I)


def _other_giver(q: Question, before: Turn, world: World) -> Understood | None:
    """The plan asked of before, as another assigned it: "thế Trung ương giao bao nhiêu?" after "dự toán … HĐND tỉnh giao"; None where nobody's was asked for."""
    new, text = _ANOTHER_GIVES.fullmatch(q.text), before.text()
    was = GIVES.search(text)
    return _with_instead(text, was.span(), new["gives"], q, world) if new is not None and was is not None and GIVES.fullmatch(new["gives"]) else None


def _with_instead(text: str, at: tuple[int, int], said: str, q: Question, world: World) -> Understood | None:
    """The question `text` with other words at a place of it, for the follow-up `q`; None where the report has no figure for it."""
    whole = read(f"{text[: at[0]]}{said}{text[at[1] :]}", world)
    return Understood(replace(whole, raw=q.raw, carried=("terms",)), begin(whole, world), True) if find(whole, world) else None


def understand(q: Question, turns: list[Turn], world: World) -> Understood:
    """`q` completed from the turns before it, where it is incomplete."""
    if turns and q.operation == "balance" and (with_whom := _balance_with(q, turns[-1], world)) is not None:
        return Understood(with_whom, turns[-1], True)
    if not turns or q.operation in ("claim", "extreme", "filter", "count", "compare", "sum", "balance") and not TWO.search(q.text):
        return Understood(q, begin(q, world))
    for other in (_other_term, _other_giver):
        if (meant := other(q, turns[-1], world)) is not None:
            return meant
    p, before = take_apart(q.text), turns[-1]
    if p.kind == "level" and p.against and not p.subject and not p.plan and before.kind == "growth":
        p = replace(p, kind="", ask="")  # "so với cùng kỳ thì bao nhiêu?" after a growth
    if p.plan and p.kind in ("", "level") and p.subject and _SET.fullmatch(p.subject):
        p = replace(p, subject="", cue=p.cue or "also")  # "mục tiêu Nghị quyết đặt ra bao nhiêu?"
    if before.kind == "completion" and p.plan and not p.kind and re.search(r"(?<!\w)(?:giao|đề ra|đặt ra|thông qua)$", p.subject, re.I):
        # "còn dự toán Trung ương giao?": measured against another plan
        done = re.sub(r"\s*(?:so với\s+)?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu).*$", "", before.ask, flags=re.I)
        p = replace(p, kind="completion", ask=f"{done} {p.plan} {p.subject}", subject="", plan="", cue=p.cue or "also")
    if before.plan and not p.plan and ACTUALLY.fullmatch(p.subject):  # "vậy ước thực hiện được bao nhiêu?" after the plan
        p, before = replace(p, subject="", cue=p.cue or "also"), replace(before, plan="")
    before = _another(p, before)
    new = content(p.subject)
    sides = bool(new) and set(new) <= SIDES
    if p.kind == "why":
        if len(new) > 1 and not p.it:
            return Understood(q, before)
        # a cause is told of the thing, not of how it is counted
        things = replace(before, subject=HOW.sub(" ", before.subject).strip(), item=HOW.sub(" ", before.item).strip())
        before = things if content(things.names) else before
        why = replace(read(f"{p.ask} {before.names} {p.subject} {before.when}", world), raw=q.raw, carried=("terms",))
        return Understood(why, before, True)
    if p.kind in GAP_KINDS:
        if (pair := _pair(p, q, turns, world)) is not None:
            return Understood(q, replace(before, figure=pair[0]), True, pair)
        if not p.two and not p.it and naming(p.subject):
            return Understood(q, before)
        # two things that the talk has not named: no figure may stand for their distance
        return _untold(q, before, "difference")
    options = _options(p, before, world, fresh=bool(naming(p.subject)), sides=sides)
    if (beside := _by_place(p, q, options[0], before, world)) is not None:
        return beside
    if not naming(p.subject):
        return _same_thing(p, q, options, before, world)
    if not (p.cue or p.it or p.leans or p.two or sides) and p.kind and new:
        return _whole(p, q, options, before, world)
    if (named := _of_that_name(p, q, options, before, world)) is not None:
        return named
    if joined := _join(p, q, options, before, world, narrow=p.cue == "narrow"):
        return joined
    if q.operation != "lookup" and not p.cue:
        return Understood(q, before)
    lost = replace(options[0], item=p.subject, figure=None)
    return Understood(replace(read(lost.text(), world), raw=q.raw, carried=("terms",), operation="lookup", verb=()), lost, True)


def _untold(q: Question, turn: Turn, operation: str) -> Understood:
    """A question that is not answered by any one figure."""
    return Understood(replace(q, text="", terms=(), compounds=(), row=(), periods=(), operation=operation, carried=("terms",)), replace(turn, figure=None) if operation == "ratio" else turn, True)


_MEASURES: dict[str, tuple[Measure, ...]] = {
    "level": (Measure.LEVEL,), "growth": (Measure.GROWTH,), "completion": (Measure.COMPLETION, Measure.GROWTH), "share": (Measure.SHARE,), "multiple": (Measure.MULTIPLE,),
}  # fmt: skip


def _by_place(p: Parts, q: Question, option: Turn, before: Turn, world: World) -> Understood | None:
    """What stands beside the figure that was answered, in its row, column or sentence, and has the slots that are asked for."""
    about = before.figure
    if about is None or p.kind in (*GAP_KINDS, "why") or p.two or q.operation in ("extreme", "filter", "count", "compare", "claim", "when", "text"):
        return None
    level = about if about.measure is Measure.LEVEL else before.level
    new = tuple(w for w in naming(p.subject) if w not in _EMPTY)
    if p.cue == "narrow" or p.when:
        said = set(naming(before.names))
        rest = tuple(w for w in new if w not in said)
        if p.cue == "narrow":
            new = rest or new  # "trong đó ngân sách huyện chi …" after "chi phòng, chống dịch"
        elif new and not rest and not p.cue and not set(new) <= SIDES:
            new = ()  # "vụ Xuân năm trước?" after "năng suất khoai lang vụ Xuân 2024": named again
    if before.home is not None and (p.kind in ("growth", "completion", "share", "multiple", "effect") if not p.when else RELATIVE.search(p.when) or LATER.search(p.when)) and alike(before.home, about):
        about = level = before.home  # the glance aside is over
    wanted = _wanted(p, q, about, before, world)
    if wanted is None:
        return None
    sides = bool(new) and set(new) <= SIDES
    if new and not sides:
        if not (p.cue or p.leans or p.it) and p.kind and q.periods:
            return None
        f = other_thing(about, replace(wanted, names=new), world)
        if f is None and before.figure is not None and before.figure is not about:
            f = other_thing(before.figure, replace(wanted, names=new), world)
    elif sides and not wanted.rate:
        return None
    else:
        f = same_thing(about, level, wanted, world)
    if f is None and p.kind == "multiple" and (option.when or before.figure is None) and same_thing(about, level, replace(wanted, measures=(Measure.LEVEL,), base=Base.NONE, periods=(Period("year", wanted.base_year),)), world):
        whole = f"{before.names} {before.when} {p.ask}"  # not stated; both are, and it can be computed
        return Understood(replace(read(whole, world), raw=q.raw), replace(option, figure=about, level=level))
    if f is None and p.kind == "multiple" and wanted.base_year:
        return _untold(q, option, "ratio")  # a multiple of another year is none of this one
    if f is None:
        return None
    amount = f if f.measure is Measure.LEVEL and not wanted.rate and p.kind in ("", "level") else level if not new else None
    aside = RELATIVE.search(p.when) is not None
    turn = replace(option, figure=f, level=amount, home=(before.home or before.figure) if aside else before.home if not p.when else None)
    if new and not sides:
        turn = replace(turn, subject=_only(before.names, _shared(f, before, new, world)), item=p.subject)
    if f.measure is Measure.LEVEL:
        turn = replace(turn, unit=f.unit)
    done = replace(read(turn.text(), world), raw=q.raw, carried=("terms",))
    return Understood(asking_for(done, f, growth=p.kind in ("growth", "") or bool(p.against)), turn, True)


_EMPTY = frozenset(["mất", "tốn", "hết", "tổng", "cộng", "tất", "cả", "thảy", "chung", "nói", "ghi", "nhận", "kiếm", "giao", "cấp", "bậc", "khối"])  # verbs and totals that name nothing


def _shared(f: Figure, before: Turn, new: tuple[str, ...], world: World) -> tuple[str, ...]:
    """The words of what was asked of that also name `f`: the others gave way."""
    n = next(n for n in world.figures if n.figure is f)
    held = n.own | n.head | n.clause | n.lead | n.around
    return tuple(w for w in naming(before.names) if w in held and w not in new) + new


def _wanted(p: Parts, q: Question, about: Figure, before: Turn, world: World) -> Wanted | None:
    """The slots that a follow-up names; None when its time cannot be told."""
    periods: tuple[Period, ...] = ()
    if p.when:
        periods = _times(p.when, about, before, world)
        if not periods:
            return None
    measures = _MEASURES.get(p.kind, ())
    base, rate = q.base, False
    if not p.kind and p.against:
        measures = (Measure.GROWTH,)
        if PLAN.search(p.against):
            measures, base = (Measure.COMPLETION, Measure.GROWTH), Base.PLAN
    elif p.kind == "completion":
        base = Base.PLAN
    elif p.kind == "level" and (p.when or p.cue == "also" and not p.plan) and not q.unit and (about.measure in (Measure.COMPLETION, Measure.SHARE) or about.measure is Measure.CHANGE and about.unit == "điểm phần trăm"):
        measures = (about.measure,) if not p.when and before.kind == "completion" else (about.measure, Measure.LEVEL)  # "cùng kỳ được bao nhiêu" after "đạt mấy phần trăm kế hoạch"
    elif not p.kind and p.plan:
        measures = (Measure.LEVEL,) if about.measure not in (Measure.GROWTH, Measure.CHANGE) or before.level is not None else (about.measure,)
    if p.kind in ("", "level") and re.search(r"tỷ lệ|tỷ trọng|tỷ suất", p.subject, re.I):
        rate, measures = True, ()
    year = None
    if base is Base.NONE and p.against and (years := [m.period for m in period_mentions(p.against) if m.period.year]):
        base = Base.YEAR if years[-1].year == (about.period.year or 0) - 1 else Base.FIXED
    if p.kind == "multiple" or base is Base.FIXED:
        year = next((m.period.year for m in period_mentions(f"{p.ask} {p.against}") if m.period.year), None)
        base = Base.FIXED
    if not p.against and p.kind not in ("completion", "multiple"):
        base = base if base is Base.PREVIOUS else Base.NONE
    planned = True if p.plan and p.kind != "completion" else False if re.search(r"thực hiện|thực tế|đã đạt", q.text, re.I) else None
    forecast = re.search(r"dự báo|dự kiến", p.plan, re.I) is not None
    return Wanted(measures, base, year, periods, planned, forecast, "" if rate else q.unit, rate=rate, effect=p.kind == "effect")


def _times(said: str, about: Figure, before: Turn, world: World) -> tuple[Period, ...]:
    """The times that words of time can mean after a figure; none when they cannot be told."""
    of = (before.home or about).period
    year = of.year or world.main_year
    if THAT_TIME.search(said):
        return (of,) if of else ()
    if WHOLE_YEAR.search(said):
        return (Period("year", year),)
    if LATER.search(said):
        return (Period("year", year + 1),) if year and re.search("năm", said) else ()
    if m := RELATIVE.search(said):
        unit = m["of"].lower().split()[0]
        if unit == "tháng" and of.kind == "month" or unit == "quý" and of.kind == "quarter":
            last = 12 if unit == "tháng" else 4
            return (replace(of, part=(of.part or 1) - 1 or last, year=year - (of.part == 1) if year else None, label=""),)
        if unit in ("cùng", "năm", "vụ", "niên", "mùa") and year and of.kind not in ("range", ""):
            moved = replace(of, year=year - 1, first=of.first - 1 if of.first else None, label="")
            return (moved,) if unit == "cùng" or of.kind == "year" else (moved, Period("year", year - 1))
        return ()
    found = [m.period for m in period_mentions(said) if m.period.kind]
    if not found and SINCE.search(said):
        summed = [n.figure.period for n in world.figures if n.figure.period.kind in ("months", "date") and n.figure.period.year in (None, year) and same_name(about, n.figure)]
        return tuple(dict.fromkeys([*([world.running] if world.running else []), *summed]))
    if WHOLE_QUARTER.search(said):
        found = [m.period for m in period_mentions(resolved_when(said, before, world)) if m.period.kind]
    return tuple(replace(f, year=f.year or year) if f.kind != "range" else f for f in found)


_KIND = r"(?:khu vực|nhóm|ngành|lĩnh vực|thị trường|mặt hàng|khối|huyện|xã|thị xã|thành phố|sản phẩm)"


def _another(p: Parts, before: Turn) -> Turn:
    """The turn before without the one that a newly named one of its kind takes the place of: "nhóm giáo dục" and now "nhóm y tế"."""
    m = re.match(rf"({_KIND})\s+[^\W\d_]", p.subject, re.I)
    if m is None or p.cue == "narrow" or before.item:
        return before
    old = re.search(rf"(?<!\w){m[1]}(?!\w).*$", before.subject, re.I)
    return replace(before, subject=before.subject[: old.start()].strip()) if old and old[0].split()[1:] else before


_THAN_BEFORE = re.compile(r"(?<!\w)(?:tháng|quý|kỳ) (?:trước|liền)", re.I)


def _options(p: Parts, before: Turn, world: World, *, fresh: bool, sides: bool) -> list[Turn]:
    """The turn before with the parts that are said anew, likeliest first: what is not said can be meant in more than one way."""
    if p.when and not p.against and _THAN_BEFORE.search(before.against) and any(m.period.kind in ("months", "half", "year", "range") for m in period_mentions(p.when)):
        before = replace(before, against="")  # what ten months are compared with is not the month before
    level = replace(before, ask="là bao nhiêu", kind="level", against="", plan="")
    if p.kind == "level" and fresh and p.cue == "also" and not p.when and not p.plan and before.figure is not None and before.figure.measure in (Measure.COMPLETION, Measure.SHARE) and not re.search(rf"{MANY}\s+[^\W\d]", p.ask):
        asks = [before, replace(before, ask=p.ask, kind=p.kind, against=p.against, plan=p.plan)]  # "thế còn ngân sách địa phương đạt bao nhiêu?" after "đạt mấy phần trăm kế hoạch"
    elif p.kind in ("level", "growth", "share", "completion", "multiple", "effect"):
        asks = [replace(before, ask=p.ask, kind=p.kind, against=p.against, plan=p.plan)]
        if p.kind == "growth" and not p.against and before.relative and not p.when:
            asks = [replace(asks[0], against=f"so với {before.relative}")]
    elif p.against:
        how = before.ask if before.kind == "growth" else "tăng hay giảm bao nhiêu"
        asks = [replace(before, ask=how, kind="growth", against=p.against, plan=p.plan)]
    elif p.plan:
        asks = [replace(level, plan=p.plan), *([replace(before, plan=p.plan, against="")] if before.kind == "growth" else [])]
    elif sides:
        asks = [level]
    elif fresh and before.kind != "level":
        asks = [replace(before, ask=re.sub(r"^(?:tăng hay giảm|tăng|giảm|sụt|hụt)(?= )", "tăng hay giảm", before.ask, flags=re.I)), *([level] if before.figure is not None else [])]
    else:
        asks = [replace(before, ask="là bao nhiêu") if before.kind == "level" else before]
        if p.when and before.kind != "level":
            asks = [*asks, level]
    if p.kind == "level" and p.when and not p.plan and before.kind == "completion" and not re.search(rf"{MANY}\s+\w", p.ask):
        asks = [*asks, before]  # "cùng kỳ đạt bao nhiêu" after "đạt mấy phần trăm kế hoạch"
    if p.kind == "level" and p.when and not p.plan and not p.against and before.kind == "growth" and before.against and before.figure is not None and before.figure.measure in (Measure.GROWTH, Measure.INDEX) and not re.search(rf"{MANY}\s+\w", p.ask):
        asks = [before, *asks]  # "vậy tháng 1 thì bao nhiêu?" after "tăng bao nhiêu so với cùng kỳ"
    if p.when and not p.plan and before.plan and fresh:
        asks = [*asks, *(replace(a, plan="") for a in asks)]
    out: list[Turn] = []
    for one in asks:
        ask = replace(one, figure=None)
        if p.when:
            aside = RELATIVE.search(p.when)
            when = resolved_when(p.when, before, world)
            if part := _same_part(p.when, before.when):
                out.append(replace(ask, when=part, anchor="", relative=""))
            out.append(replace(ask, when=when, anchor=(before.anchor or before.when) if aside else "", relative=aside[0] if aside else ""))
            if aside and when != p.when:
                out.append(replace(out[-1], when=p.when))
            continue
        about = replace(ask, when=before.anchor, anchor="", relative="") if before.anchor else None
        if about is not None and ask.kind in ("growth", "completion", "share") and before.kind == "level":
            out.append(about)
        elif p.plan and p.kind != "completion":
            out += [about or ask, replace(ask, when="", anchor="", relative="")]
        else:
            out += [ask, *([about] if about is not None else [])]
    return out


def _same_part(said: str, before: str) -> str:
    """The same months, quarter or season of the year that alone is named anew: "thế năm 2021?" after "8 tháng năm 2022"; empty where no part was."""
    year = re.fullmatch(r"\W*(?:hồi |trong |của )?năm ((?:19|20)\d\d)\W*", said, re.I)
    if year is None or not re.search(r"(?<!\w)(?:tháng|quý|vụ|kỳ)(?!\w)", before, re.I) or len(re.findall(r"(?:19|20)\d\d", before)) != 1:
        return ""
    return re.sub(r"(?:19|20)\d\d", year[1], before)


_PRICE = re.compile(r"(?<!trị )(?<!đánh )giá(?! trị)(?!\w)", re.I)


def _holds(n: Named, names: tuple[str, ...], *, wide: bool) -> bool:
    """Whether the words that name a figure hold all of `names`; `wide` takes in what leads its sentence or table."""
    if "giá" in names and "trị" not in names and {"trị", "giá"} <= n.own | n.head and not _PRICE.search(f"{n.figure.indicator} {n.figure.head}"):
        return False  # "giá bình quân" after a "trị giá"
    held = n.own | n.head | n.clause
    if wide:
        held = held | n.lead | n.around
    if "xuấtnhậpkhẩu" in held and n.figure.table is not None:
        held = held | {"xuất", "nhập", "khẩu"}
    return all(w in held or w in W.GENERIC or w in _COUNTED_BY and _counted(w, n.figure) for w in names)


_COUNTED_BY = {w: units for noun, units in W.MEASURE_NOUNS.items() for w in noun.split()}


def _counted(word: str, f: Figure) -> bool:
    return f.unit in _COUNTED_BY[word] or f.measure is not Measure.LEVEL


def _together(a: Figure, b: Figure, world: World) -> bool:
    """Whether two figures of prose stand in one paragraph."""
    first, second = sorted((a.span, b.span), key=lambda span: span.start)
    return a.table is None and b.table is None and "\n" not in world.report.text[first.end : second.start]


def _sibling(a: Figure, b: Figure, unit: str = "") -> bool:
    """Whether two figures stand in one list or one column: one thing counted alike for several. `unit`: in which it was counted before its growth."""
    if a.table is not None and a.table == b.table and a.head == b.head and a.measure is Measure.LEVEL and unit and a.unit == unit:
        return True
    return a.unit == b.unit and a.measure is b.measure and (a.sentence == b.sentence and a.table is None or a.table is not None and a.table == b.table or bool(a.head) and a.head == b.head)


def _found(option: Turn, done: Question, world: World) -> list[tuple[Match, Named]]:
    """What fits, with level figures first where a level is asked: a share is no answer to "bao nhiêu"."""
    by_figure = {id(n.figure): n for n in world.figures}
    out = [(m, by_figure[id(m.figure)]) for m in find(done, world)]
    if option.kind == "level" and not re.search(r"phần trăm|%", option.ask) and not re.search(r"tỷ lệ|tỷ trọng|tỷ suất|cơ cấu|chỉ số", option.names, re.I):
        out = [(m, n) for m, n in out if m.figure.measure not in (Measure.SHARE, Measure.COMPLETION)]
    if option.kind in ("completion", "share"):  # and an amount none to "mấy phần trăm"
        out = [(m, n) for m, n in out if m.figure.measure in _MEASURES[option.kind] or m.figure.unit == "%"] or out
    return out


def _same_thing(p: Parts, q: Question, options: list[Turn], before: Turn, world: World) -> Understood:
    """Another slot of what was just asked of: with its item, else (a plan that only the whole has) without."""
    first: Understood | None = None
    if p.plan and p.kind in ("", "level") and not p.when and not p.against and before.figure is not None and before.figure.modality is not Modality.TARGET:
        if (plan := _plan_beside(before.figure, before.unit, p.plan, world)) is not None:
            turn = replace(options[0], when=label(plan.period) if plan.period.kind else before.when, figure=plan, unit=plan.unit)
            names = naming(f"{plan.head} {plan.indicator}")
            done = replace(read(turn.text(), world), raw=q.raw, carried=("terms",), operation="lookup", focus=plan.sentence, terms=names, row=names, compounds=(), verb=())
            return Understood(done, turn, True)
    every = [*options, *(replace(o, item="") for o in options if o.item and p.plan), *(replace(o, subject=o.item, item="") for o in options if o.item and p.it)]
    for option in every:
        done = replace(read(option.text(), world), raw=q.raw, carried=("terms",), other_place="")
        if before.figure is not None:
            done = replace(done, focus=before.figure.sentence)
        first = first or Understood(done, option, True)
        matches = _found(option, done, world)
        if option.kind == "level" and before.unit and not done.unit:
            matches = [(m, n) for m, n in matches if same_counted(m.figure.unit, before.unit) or m.figure.measure is not Measure.LEVEL]
        good = [m for m, n in matches if before.figure is not None and same_name(m.figure, before.figure)]
        good = good or [m for m, n in matches if _holds(n, naming(option.names), wide=True) and _holds(n, naming(option.item), wide=False)]
        good = good or [m for m, _ in matches if before.figure is not None and option.kind != "share" and _together(m.figure, before.figure, world)]
        if good:
            return Understood(replace(done, focus=good[0].figure.sentence), replace(option, figure=good[0].figure), True)
        if before.figure is not None and not p.when and (told := _beside(option, done, before.figure, world)) is not None:
            return Understood(replace(told[1], focus=told[0].sentence), replace(option, figure=told[0]), True)
    assert first is not None
    if p.kind == "share" and before.item and before.subject and before.figure is not None and before.figure.measure is Measure.LEVEL and not p.against:
        # "nó chiếm mấy phần trăm?" after "trong đó …": of what it was a part of
        text = f"{before.item} chiếm bao nhiêu phần trăm trong {before.subject} {before.when}"
        part = replace(read(text, world), raw=q.raw, carried=("terms",))
        if not find(part, world):
            return Understood(part, replace(before, kind="level", figure=before.figure), True)
    return first


def _whole(p: Parts, q: Question, options: list[Turn], before: Turn, world: World) -> Understood:
    """A question that could stand alone: it does, unless what it asks of stands beside what was last answered and it names no time."""
    alone = begin(q, world)
    if q.operation != "lookup":
        return Understood(q, alone if alone.figure is not None else before)
    when = resolved_when(p.when, before, world)
    if when != p.when:  # "tháng đó"
        alone = replace(alone, when=when)
        q = replace(read(alone.text(), world), raw=q.raw, carried=("periods",))
    own = _found(alone, q, world)
    alone = replace(alone, figure=own[0][0].figure if own else None)
    if not p.when:
        new = naming(p.subject)
        if before.figure is not None and own:
            near_by = [m for m, n in own if m.figure.table is None and m.figure.sentence == before.figure.sentence and _holds(n, new, wide=False)]
            if near_by and own[0][0].figure not in [m.figure for m in near_by]:
                turn = replace(options[0], item=p.subject, figure=near_by[0].figure)
                return Understood(replace(q, focus=near_by[0].figure.sentence, carried=("focus",)), turn, True)
        joined = _join(p, q, options, before, world, narrow=True)
        if joined is not None and not own:
            return joined
    return Understood(q, alone, bool(q.carried))


def _join(p: Parts, q: Question, options: list[Turn], before: Turn, world: World, *, narrow: bool) -> Understood | None:
    """The old subject with the new name in it, in the place of as little as can be; None when no figure carries the two."""
    new = naming(p.subject)
    same_unit = not set(new) & SIDES
    subjects = [before.names]
    if before.item and not narrow and not (set(new) <= SIDES and not set(content(before.item)) <= SIDES):
        subjects.insert(0, before.subject)
    if set(new) <= SIDES and not narrow and content(bare := HOW.sub(" ", subjects[-1])):
        subjects.insert(0, bare.strip())  # "năng suất" after "sản lượng lúa": of the rice
    if p.it:
        subjects = [before.item or before.names]
    for option in options:
        loose: Understood | None = None
        for subject in subjects:
            trial = replace(option, subject=subject, item=p.subject)
            done = replace(read(trial.text(), world), raw=q.raw, carried=("terms",), verb=(), operation="lookup", other_place=q.other_place)
            if before.figure is not None:
                done = replace(done, focus=before.figure.sentence)
            turned = _turned(naming(subject), new)
            old = [w for w in naming(subject) if w not in new and w not in turned]
            mine = (set(tokens(before.figure.indicator)) - SIDES) & set(old) if before.figure is not None else set()
            for kept in sorted(_less(old, narrow=narrow), key=lambda words: not mine <= set(words)):  # what it is of stays longest
                terms = tuple(dict.fromkeys((*kept, *new)))
                one = replace(done, terms=terms, row=terms, compounds=tuple(c for c in done.compounds if all(w in terms for w in c) and (set(c) <= set(new) or not set(c) & set(new))))
                for m, n in _found(trial, one, world):
                    if not same_unit and option.kind == "level" and m.figure.measure is not Measure.LEVEL:
                        continue
                    if m.figure is before.figure and not set(new) <= set(naming(before.names)):
                        continue  # the very figure that was asked of under another name
                    if narrow and before.figure is not None and set(new) <= set(naming(before.names)) and (same_name(m.figure, before.figure) or set(new) != set(naming(m.figure.indicator))):
                        continue  # "riêng thủy sản" after "nông, lâm, thủy sản" asks for the part
                    if not _holds(n, new, wide=False) or not _holds(n, tuple(kept), wide=True) or not set(new) & (n.own | n.head | n.clause):
                        continue
                    chosen = replace(trial, subject=_only(subject, (*kept, *new)), figure=m.figure, unit=m.figure.unit if m.figure.measure is Measure.LEVEL else before.unit)
                    meant = Understood(replace(one, text=chosen.text(), focus=m.figure.sentence), chosen, True)
                    if not same_unit or option.kind != "level" or not before.unit or same_counted(m.figure.unit, before.unit):
                        return meant
                    if p.kind and loose is None:
                        loose = meant
        if loose is not None:
            return loose
        if narrow and p.cue == "narrow" and option.kind == "level" and (part := _part(new, option, before, q, world)) is not None:
            return part
        if not p.when and option is options[-1] and option.when and (left := _undated(new, option, before, q, world)) is not None:
            return left
        if narrow or p.it:
            continue
        alone = replace(option, subject=p.subject, item="")
        done = replace(read(alone.text(), world), raw=q.raw, carried=("periods",), operation="lookup", other_place=q.other_place)
        for m, n in _found(alone, done, world):
            if not set(new) <= n.own | n.head or len(new) < 2 and not (before.figure is not None and _sibling(m.figure, before.figure, before.unit)):
                continue
            if p.kind or not before.unit or option.kind != "level" or same_counted(m.figure.unit, before.unit) or not same_unit:
                turn = replace(alone, figure=m.figure, unit=m.figure.unit if m.figure.measure is Measure.LEVEL else before.unit)
                return Understood(replace(done, focus=m.figure.sentence), turn, True)
    return None


def _of_that_name(p: Parts, q: Question, options: list[Turn], before: Turn, world: World) -> Understood | None:
    """What goes by the very name that is said, where that is within the name of what was asked of: "gạch nung" after "gạch không nung"."""
    name = tokens(p.subject)
    if before.figure is None or tokens(before.figure.indicator) == name or not set(name) < set(tokens(before.names)):
        return None
    for option in options:
        alone = replace(option, subject=p.subject, item="")
        done = replace(read(alone.text(), world), raw=q.raw, carried=("periods",), operation="lookup", other_place=q.other_place)
        for m, n in _found(alone, done, world):
            if tokens(n.figure.indicator) == name and _sibling(m.figure, before.figure, before.unit):
                return Understood(replace(done, focus=m.figure.sentence), replace(alone, figure=m.figure), True)
    return None


def _part(new: tuple[str, ...], option: Turn, before: Turn, q: Question, world: World) -> Understood | None:
    """"Trong đó thu nội địa": the one amount of that very name, time and unit, where the report does not repeat the whole beside it."""
    alone = replace(option, item=" ".join(new))
    done = replace(read(" ".join(t for t in (option.plan, *new, option.when, option.ask) if t), world), raw=q.raw, carried=("terms",), verb=(), operation="lookup", other_place=q.other_place)
    own = [m.figure for m, n in _found(alone, done, world) if set(new) == set(naming(m.figure.indicator)) and same_counted(m.figure.unit, before.unit) and m.figure.measure is Measure.LEVEL]
    own = [f for f in own if (f.modality in (Modality.TARGET, Modality.FORECAST)) is bool(option.plan)]
    if before.figure is None or not own or len({f.value for f in own}) > 1 or not _same_years(own[0].period, before.figure.period):
        return None
    return Understood(replace(done, focus=own[0].sentence), replace(alone, subject="", figure=own[0]), True)


def _same_years(a: Period, b: Period) -> bool:
    """Whether two times are of one year, or the one of a school year that begins in it."""
    return a.year == b.year or any(p.kind == "year" and p.first is not None and other.year == p.first for p, other in ((a, b), (b, a)))


def _undated(new: tuple[str, ...], option: Turn, before: Turn, q: Question, world: World) -> Understood | None:
    """One of a list under what was answered, which says no time of its own: it is of the time that the talk is about."""
    about = _period_of(replace(before, when=before.anchor or before.when, figure=None), world)
    if before.figure is None or option.kind != "level" or not before.unit:
        return None
    turn = replace(option, item=" ".join(new), when="", anchor="", relative="")
    done = replace(read(turn.text(), world), raw=q.raw, carried=("terms",), verb=(), operation="lookup", other_place=q.other_place)
    done = replace(done, terms=tuple(dict.fromkeys((*done.terms, *new))), compounds=())
    own = [
        m.figure for m, n in _found(turn, done, world)
        if m.figure.section == before.figure.section and not m.figure.period.label and m.figure.table is None and m.figure.modality not in (Modality.TARGET, Modality.FORECAST)
        and _holds(n, new, wide=False) and same_counted(m.figure.unit, before.unit) and (about is None or m.figure.period.year in (None, about.year))
    ]  # fmt: skip
    if not own or any(f.value != own[0].value for f in own):
        return None
    return Understood(replace(done, focus=own[0].sentence), replace(turn, when=option.when, figure=own[0]), True)


def _turned(old: tuple[str, ...], new: tuple[str, ...]) -> set[str]:
    """The words of the old subject whose opposite is named now: "xuất" of "xuất khẩu" before "còn nhập khẩu?"."""
    pairs = [(set(a.split()), set(b.split())) for pair in W.OPPOSITES for a, b in (pair, pair[::-1])]
    return {w for said, other in pairs if said <= set(new) and other <= set(old) and not said <= set(old) for w in other}


def _less(old: list[str], *, narrow: bool) -> list[list[str]]:
    """`old` whole, then without one run of neighbouring words, the shortest run first; never without all."""
    out = [old]
    if narrow:
        return out
    for size in range(1, len(old)):
        out += [old[:i] + old[i + size :] for i in range(len(old) - size, -1, -1)]
    return out


def _only(subject: str, kept: tuple[str, ...]) -> str:
    """`subject` without the words that gave way."""
    gone = set(naming(subject)) - set(kept)
    left = " ".join(w for w in subject.split() if not set(tokens(w)) & gone)
    return re.sub(r"^(?:và|của|với|,)\s+|\s+(?:và|của|với|sang|từ|,)$", "", left).strip()


def _pair(p: Parts, q: Question, turns: list[Turn], world: World) -> tuple[Figure, Figure] | None:
    """The two figures whose distance is asked: the last two that were answered, of the newly said time if there is one."""
    before = turns[-1]
    if p.kind == "than":
        than = re.search(rf"hơn\s+(.+?)\s+{MANY}", p.ask, re.I)
        when = resolved_when(than[1] if than else "", before, world)
        if before.figure is None or not when or naming(time_words(when)[1]):
            return None
        then = _figure(replace(before, when=when), world)
        return (before.figure, then) if then is not None and then.unit == before.figure.unit and then.span != before.figure.span else None
    if naming(p.subject):
        if not p.it:
            return None
        # "nhóm đó với gỗ chênh nhau bao nhiêu": what was asked of last, and what is named now
        level = replace(before, ask="là bao nhiêu", kind="level", against="", plan="")
        other = _join(replace(p, it=False, kind="level", subject=re.sub(r"^(?:với|và)\s+", "", p.subject)), q, [level], before, world, narrow=False)
        mine = _figure(level, world)
        theirs = other.turn.figure if other is not None else None
        return (mine, theirs) if mine is not None and theirs is not None and mine.unit == theirs.unit and mine.measure is theirs.measure and mine.span != theirs.span else None
    when = resolved_when(p.when, before, world)
    short = re.search(r"thiếu|vượt", p.ask, re.I) is not None
    if short and (len(turns) < 2 or "so" in p.against):
        return _to_plan(before, world)
    if p.two and before.figure is None:
        return None  # one of the two was not told
    answered = [t for t in turns if t.figure is not None]
    if when:
        moved = [replace(t, figure=_figure(replace(t, when=when), world)) for t in answered[-2:]]
        answered = [t for t in moved if t.figure is not None]
    last = answered[-1].figure if answered else None
    planned = (Modality.TARGET, Modality.FORECAST)
    for t in reversed(answered[:-1][-3:]):
        f = t.figure
        if f is not None and last is not None and same_counted(f.unit, last.unit) and f.measure is last.measure and f.span != last.span and f.value != last.value:
            if short and (f.modality in planned) is (last.modality in planned):
                continue
            return _alike(f, last)
    return _to_plan(before, world) if short else None


def _to_plan(turn: Turn, world: World) -> tuple[Figure, Figure] | None:
    """What was achieved and what was planned of the very same thing."""
    done = turn.figure
    if done is None or done.measure is not Measure.LEVEL:
        return None
    plan = _plan_beside(done, done.unit, "", world) or _figure(replace(turn, plan="kế hoạch", ask="là bao nhiêu", kind="level", when=turn.when), world)
    if plan is None or not same_counted(plan.unit, done.unit) or not same_name(plan, done) or plan.span == done.span or plan.modality is not Modality.TARGET:
        return None
    return _alike(plan, done)


def _alike(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """Two figures that count the same things, in the shorter of their units."""
    unit = min(a.unit, b.unit, key=len)
    return replace(a, unit=unit), replace(b, unit=unit)


def _plan_beside(about: Figure, unit: str, word: str, world: World) -> Figure | None:
    """The plan that stands with a figure in its sentence or row, of the same thing and year; the one called `word` where there are several."""
    text = world.report.text
    out = []
    for f in (n.figure for n in world.figures):
        if f.modality is not Modality.TARGET or f.measure is not Measure.LEVEL or not same_counted(f.unit, unit) or not same_name(f, about):
            continue
        if (f.table, f.sentence if f.table is None else None) != (about.table, about.sentence if about.table is None else None):
            continue
        if None not in (f.period.year, about.period.year) and f.period.year != about.period.year:
            continue
        out.append(f)
    if len(out) > 1 and word and about.table is None:
        called = [[m[0].lower() for m in PLAN.finditer(text[f.sentence.start : f.span.start])][-1:] for f in out]
        out = [f for f, said in zip(out, called) if said == [word.lower()]]
    return out[0] if len(out) == 1 else None


def _beside(option: Turn, done: Question, about: Figure, world: World) -> tuple[Figure, Question] | None:
    """The one figure of the asked kind that the report tells of the very same thing in the very same sentence, there or where it restates it."""
    places = [about, *(n.figure for n in world.figures if about.measure is Measure.LEVEL and restates(n.figure, about))]
    said = set(content(re.sub(r"phần trăm|kế hoạch|dự toán|mục tiêu|chỉ tiêu|so với.*", " ", f"{option.ask} {option.plan}"))) - SIDES - {"hoàn", "thành", "tăng", "giảm", "trưởng"}
    for place in places:
        if place.table is not None:
            continue
        out = []
        for n in world.figures:
            f = n.figure
            if f is about or f.table is not None or f.sentence != place.sentence or not same_name(f, place) or f.period != place.period or f.measure is Measure.LEVEL:
                continue
            one = replace(done, terms=naming(f"{f.head} {f.indicator}"), row=(), compounds=(), verb=(), light=frozenset(), periods=())
            if kind_fit(one, f) is None or modality_fit(one, f, world) is None or not unit_fits(one.unit, f) or not said <= n.clause:
                continue
            if option.kind == "growth" and f.base is Base.PLAN and one.base is not Base.PLAN:
                continue
            out.append((f, one))
        if len(out) == 1 and out[0][0].measure in _KIND_OF.get(option.kind, ()):
            return out[0]
    return None


_KIND_OF = {"growth": (Measure.GROWTH, Measure.INDEX, Measure.CHANGE), "completion": (Measure.COMPLETION, Measure.SHARE), "share": (Measure.SHARE,)}


def _figure(turn: Turn, world: World) -> Figure | None:
    """The figure that a whole turn asks for."""
    done = read(turn.text(), world)
    matches = [m for m, n in _found(turn, done, world) if _holds(n, naming(turn.names), wide=True)]
    return matches[0].figure if matches else None


def stands(f: Figure, turn: Turn, world: World) -> bool:
    """Whether a figure is of what the turn asks of; what a completed question is answered with must be."""
    n = next((n for n in world.figures if n.figure is f), None)
    if n is None:
        return False
    if turn.figure is not None and same_name(f, turn.figure):
        return True
    if any(not set(zip(c, c[1:])) <= n.said and not set(c) & n.own and set(c) <= n.head | n.lead | n.around for c in read(turn.names, world).compounds):
        return False  # "điện sản xuất" under "sản phẩm" in a report on "công thương" is no "điện thương phẩm"
    if turn.item and otherwise(turn.item, n):  # "khu vực FDI" of "khu vực có vốn đầu tư nước ngoài"
        return _holds(n, naming(turn.subject), wide=True)
    called = _holds(n, naming(turn.names), wide=True) or not turn.item and otherwise(turn.subject, n)
    return called and _holds(n, naming(turn.item), wide=False)


def otherwise(name: str, n: Named) -> bool:
    """Whether a figure bears another name of all that `name` says: "tạo việc làm" for "giải quyết việc làm cho lao động"."""
    row = tokens(name)
    for i in range(len(row)):
        for phrase, others in phrases(row, i):
            rest = [w for w in (*row[:i], *row[i + len(phrase) :]) if w not in W.STOP]
            if len(phrase) > 1 and any(len(o) > 1 and set(o) <= n.own for o in others) and _holds(n, tuple(rest), wide=False):
                return True
    return False
