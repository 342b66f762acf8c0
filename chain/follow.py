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
from chain.question import Question, read
from chain.select import Match, find, kind_fit, modality_fit, unit_fits
from chain.spelling import is_pair
from chain.world import Named, World, tokens
from report.model import Base, Figure, Measure, Modality, Period
from report.periods import label
from report.periods import periods as period_mentions

_MANY = r"(?:bao nhiêu|mấy)"
_SCALED = r"(?:(?:nghìn|ngàn|triệu|tỷ)\s+)*"
_UNIT = rf"(?:\s+{_SCALED}(?:điểm phần trăm|phần trăm|điểm|%|usd|đồng|tấn|tạ/ha|tạ|kg|ha|héc ta|m2|m3|km|kwh|giờ|con|chiếc|lượt|vụ|người|tàu|hộ|tiền|triệu|tỷ|nghìn)(?!\w))?"
_CUE = re.compile(
    r"^(?:(?:à|ừ|ờ|ok|vâng|dạ|không|không phải|nhầm|khoan|khoan đã|xin lỗi)\s*,?\s+)*"
    r"(?:(?P<correct>(?:ý (?:tôi|mình|em|tớ|của tôi)?\s*(?:là|muốn (?:hỏi|nói)(?: là)?|hỏi))|(?:tôi|mình) (?:muốn )?hỏi(?: là| về)?|sửa lại(?: là)?|nhầm(?: rồi)?,?)"
    r"|(?P<narrow>trong đó|trong số đó|trong số này|riêng)|(?P<also>(?:thế |vậy |vậy thì |thế thì )?(?:còn|con)(?!\s+(?:thiếu|phải|lại|bao nhiêu|nợ|chưa|mấy|nữa|hụt))|vậy thì|thế thì|thế|vậy|rồi))(?!\w)\s*[:,]?\s*",
    re.I,
)
_TAIL = re.compile(r"\s*(?:(?<!\w)thì\s+)?(?<!\w)(?<!vì )(?<!tại )(?:là\s+)?(?:như thế nào|thế nào|ra sao|sao|nhỉ|hả|ạ|nhé|vậy|rồi|nữa)\s*$", re.I)
_THEN = re.compile(r"(?<!\w)thì(?!\w)", re.I)
_AGAINST = re.compile(rf"(?:nếu\s+)?(?<!\w)so(?:\s+với)?\s+(?!sánh)(?:(?!(?<!\w)(?:thì|tăng|giảm|là|{_MANY}|đạt|chênh|vượt|thiếu|hụt)(?!\w))[^,?])+", re.I)
_COMPLETION = re.compile(rf"(?:(?:đã\s+)?(?:đạt|bằng|hoàn thành|được)\s+)+{_MANY}\s+(?:phần trăm|%|phần)(?:\s+(?:so với\s+)?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu)(?:\s+(?!tháng|quý|của)[^?,]+)?)?", re.I)
_SHARE = re.compile(rf"chiếm(?:\s+tỷ trọng|\s+tỷ lệ)?\s+{_MANY}(?:\s+(?:phần trăm|%|phần))?(?:\s+(?:trong\s+)?tổng(?:\s+số)?(?!\s+\w))?|chiếm tỷ trọng bao nhiêu", re.I)
_GROWTH = re.compile(rf"(?:tốc độ\s+|mức\s+)?(?:tăng hay giảm|tăng trưởng|tăng|giảm|sụt|hụt)(?:\s+(?:được|thêm|khoảng|là|đi|lên))*\s+{_MANY}{_UNIT}|(?:tăng hay giảm)|(?:tốc độ|mức) (?:tăng|giảm)(?: trưởng)?", re.I)
_GAP = re.compile(rf"(?:chênh(?:\s+lệch)?(?:\s+nhau)?|hơn kém(?:\s+nhau)?|cách(?:\s+nhau))(?:\s+là)?(?:\s+{_MANY}{_UNIT})?|(?:còn\s+)?(?:thiếu|vượt)\s+{_MANY}{_UNIT}", re.I)
_THAN = re.compile(rf"(?:rẻ|đắt|cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|kém)\s+hơn\s+(?P<than>.+?)\s+{_MANY}{_UNIT}", re.I)
_WHY = re.compile(r"(?:vì sao|tại sao|do đâu|vì đâu|nhờ đâu|nguyên nhân(?:\s+do đâu|\s+là gì|\s+vì sao)?|lý do(?:\s+là gì)?|sao lại)", re.I)
_LEVEL = re.compile(rf"(?:(?<!\w)(?:là|có|được|gồm|hết|ước|đạt|còn|khoảng)\s+)*{_MANY}{_UNIT}|lớn cỡ nào|(?:là\s+)?(?:con số nào)", re.I)
_PLAN = re.compile(r"(?<!\w)(?:(?:được )?(?:đặt(?: ra)?|đề ra|giao)\s+)?(?:mục tiêu|kế hoạch|dự toán|chỉ tiêu(?: đặt ra)?|dự báo|dự kiến|phấn đấu)(?!\w)", re.I)
_TIME_LEAD = re.compile(r"(?:(?<!\w)(?:trong|vào|hồi|tính chung|lũy kế|luỹ kế|bình quân|đến|hết|tính đến|tính|cuối|đầu|cả|của)\s+)+$", re.I)
_THAT_TIME = re.compile(r"(?<!\w)(?:năm|tháng|quý|kỳ|thời điểm|lúc|khi)\s+(?:đó|ấy|này)(?!\w)|(?<!\w)lúc ấy(?!\w)", re.I)
_RELATIVE = re.compile(r"(?<!\w)(?:hồi\s+)?(?P<of>cùng kỳ(?:\s+năm)?|tháng|quý|năm)(?P<far>\s+(?:trước(?: đó)?|ngoái|liền trước|liền kề)|(?<=cùng kỳ)|(?<=kỳ năm))(?!\w)", re.I)
_LATER = re.compile(r"(?<!\w)(?:năm (?:sau|tới|kế tiếp)|sang năm|(?:giai đoạn|nhiệm kỳ|kỳ|5 năm) tới)(?!\w)", re.I)
_WHOLE_YEAR = re.compile(r"(?<!\w)cả năm(?!\s*\d|\s+(?:nay|sau|tới|trước))(?!\w)", re.I)
_SINCE = re.compile(r"(?<!\w)(?:kể )?từ đầu năm(?: (?:đến|tới) nay)?(?!\w|\s*\d)", re.I)
_WHOLE_QUARTER = re.compile(r"(?<!\w)cả quý(?!\s+(?:[IV1-4]|một|hai|ba|tư)(?!\w))(?!\w)", re.I)
_THING = r"(?:cái|khoản|nhóm|nước|khu vực|mặt hàng|ngành|chỉ tiêu|loại|huyện|xã|dự án|con số|số|thứ|mục|nguồn|bên|thị trường|tỉnh|sản phẩm|việc|điều)"
_TWO = re.compile(rf"(?<!\w)(?:cả\s+)?hai\s+{_THING}(?:\s+(?:đó|này|ấy|trên))?(?!\w)|(?<!\w)chúng(?!\w)", re.I)
_IT = re.compile(rf"(?<!\w)(?:nó|{_THING}\s+(?:đó|này|ấy))(?!\w)", re.I)
_LEANS = re.compile(r"^(?:từ|sang|qua|ở|của|tại|cho|với|theo|bởi|(?:đã |có )?(?:làm(?: cho)?|khiến|đẩy|kéo|góp phần|đóng góp|tác động))(?!\w)", re.I)
# How a thing is counted; such a word asks for another side of the same thing.
_SIDES = frozenset(w for noun in (*W.MEASURE_NOUNS, "lượng", "giá", "bình quân", "tổng", "gieo cấy", "số lượng", "đơn giá", "tỷ lệ", "mức", "trị giá") for w in noun.split())
_HOW = re.compile(r"(?<!\w)(?:tổng\s+)?(?:kim ngạch|trị giá|giá trị(?!\s+(?:sản xuất|gia tăng|tăng thêm))|sản lượng|diện tích|năng suất|số lượng|khối lượng|lượng)(?!\w)", re.I)
# The kind a name is headed by, which a report may leave out: "khu vực thành thị", "nhóm giáo dục".
_KIND_LEAD = re.compile(r"(?<!\w)(?:khu vực|nhóm|ngành|lĩnh vực|thị trường|mặt hàng|khối|nước)\s+(?=[^\W\d_])(?!ngoài|sạch|mắm)", re.I)
_GAP_KINDS = ("gap", "than")
_NEVER = frozenset(["là", "của", "và", "có", "còn", "thì", "bao", "nhiêu", "mấy", "các", "những", "cho", "với", "được", "ở", "tại", "trong", "từ", "đến", "tỉnh", "huyện", "xã"])


@dataclass(frozen=True, slots=True)
class Parts:
    """A question taken apart, each part in its own words. `kind`: level, growth, share, completion, gap, than, why or "" when it does not say."""

    cue: str = ""
    subject: str = ""
    when: str = ""
    ask: str = ""
    kind: str = ""
    against: str = ""
    plan: str = ""
    it: bool = False
    two: bool = False
    leans: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question as it was understood, and the figure it was answered with, if it was.

    `subject` is what was asked of, `item` what of it a later turn picked out. After a glance aside ("tháng trước?", `relative`)
    `anchor` is the time that the talk is about; `unit` is that of the last level answered.
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

    @property
    def names(self) -> str:
        """All that was asked of."""
        return f"{self.subject} {self.item}".strip()

    def text(self) -> str:
        """The whole question."""
        lead = f"{self.plan} " if self.plan and self.plan.lower() not in self.ask.lower() else ""
        return re.sub(r"\s+", " ", f"{lead}{self.names} {self.when} {self.ask} {self.against}").strip()


@dataclass(frozen=True, slots=True)
class Understood:
    """A question with what it left out; `turn` is how the talk goes on, `pair` the two figures whose distance is asked."""

    question: Question
    turn: Turn
    carried: bool = False
    pair: tuple[Figure, Figure] | None = None


def content(text: str) -> tuple[str, ...]:
    """The words of `text` that name something; a function word within a word of two ("đầu tư") is none."""
    row = tokens(W.STOP_PHRASE.sub(" | ", _KIND_LEAD.sub(" ", text)))
    kept = []
    for i, w in enumerate(row):
        follows = row[i + 1] if i + 1 < len(row) else ""
        if w not in W.STOP and not w[0].isdigit() or w in W.STOP and follows and follows not in W.STOP and w not in _NEVER and is_pair(w, follows):
            kept.append(w)
    return tuple(dict.fromkeys(kept))


def naming(text: str) -> tuple[str, ...]:
    """The words of `text` that name something, or, where all are everyday words, these ("nam", "cả nước")."""
    return content(text) or tuple(w for w in tokens(text) if not w[0].isdigit() and w not in ("thì", "là", "của", "các", "những", "có"))


_HEADS = re.compile(r"(?P<head>tàu|hộ|xe)$", re.I)


def _asked_noun(m: re.Match[str], text: str) -> int:
    """Where the words of asking end: "bao nhiêu tàu cá" asks of "tàu cá", "bao nhiêu con lợn" counts in "con"."""
    head = _HEADS.search(m[0])
    after = re.match(r"\s+([^\W\d_]+)", text[m.end() :])
    return m.start() + head.start("head") if head and after and after[1].lower() not in W.STOP else m.end()


def take_apart(text: str) -> Parts:
    """The parts of a spelled-out question."""
    text = text.strip(" ?.!,")
    cue = ""
    if m := _CUE.match(text + " "):
        cue = m.lastgroup or ""
        text = text[m.end() :].strip() if m.end() <= len(text) else ""
    if m := _TAIL.search(text):
        if re.search(r"sao|thế nào", m[0], re.I):
            cue = cue or "also"
        text = text[: m.start()].strip()
    if _THEN.search(text):
        cue = cue or "also"
        text = _THEN.sub(" ", text)
    leans = bool(_LEANS.match(text))
    found: dict[str, str] = {}
    two, text = bool(_TWO.search(text)), _TWO.sub(" ", text)

    def out(key: str, pattern: re.Pattern[str]) -> str:
        nonlocal text
        m = pattern.search(text)
        if m is None:
            return ""
        end = _asked_noun(m, text) if key == "level" else m.end()
        found[key] = re.sub(r"\s+", " ", text[m.start() : end]).strip()
        text = f"{text[: m.start()]} {text[end:]}".strip()
        return found[key]

    if _THAN.search(text):
        out("than", _THAN)
    out("completion", _COMPLETION)
    out("against", _AGAINST)
    kind = "than" if "than" in found else "completion" if "completion" in found else ""
    for name, pattern in (("share", _SHARE), ("growth", _GROWTH), ("gap", _GAP), ("why", _WHY), ("level", _LEVEL)):
        if not kind and out(name, pattern):
            kind = name
    if kind == "why":
        found["why"] += " " + " ".join(re.findall(r"(?<!\w)(?:tăng|giảm|hụt|chậm|sụt)(?!\w)", text, re.I))
        text = re.sub(r"(?<!\w)(?:tăng|giảm|hụt|chậm|sụt)(?!\w)", " ", text, flags=re.I)
    text = re.sub(r"(?<!\w)((?:kế hoạch|dự toán|mục tiêu) )năm(?!\s*\d|\s+(?:nay|sau|tới|trước|ngoái))(?!\w)", r"\1cả năm", text, flags=re.I)
    when, text = _when(text)
    plan = out("plan", _PLAN)
    if plan and kind == "level" and re.match(r"(?:tăng|giảm)(?!\w)", text.strip(), re.I):  # "mục tiêu tăng là bao nhiêu"
        found["growth"], kind = f"{text.split()[0]} {found['level'].removeprefix('là ')}", "growth"
        text = text.strip().partition(" ")[2]
    if not kind and re.fullmatch(r"\s*(?:tăng|giảm)\s*", text, re.I):
        found["growth"], kind, text = f"{text.strip()} bao nhiêu", "growth", ""
    it, text = bool(_IT.search(text)), _IT.sub(" ", text)
    subject = re.sub(r"\s+", " ", text).strip(" ,.;:?-")
    subject = re.sub(r"^(?:toàn\s+)?(?:[Tt]ỉnh|huyện|xã)\s+(?:ta\s+|mình\s+|này\s+)?(?=[a-zà-ỹđ])", "", subject)
    subject = re.sub(r"\s+(?:của|toàn)\s+(?:tỉnh|huyện|xã|cả nước)(?:\s+(?:ta|mình|này))?$", "", subject)
    subject = re.sub(r"^(?:(?:đã|đang|mới|vẫn)\s+)+", "", subject, flags=re.I)
    subject = re.sub(r"^(?:và|của|là|có|được|đạt|với)\s+|\s+(?:là|có|được|đạt|của|ước|khoảng|cho)$", "", subject).strip()
    return Parts(cue, subject, when, found.get(kind, "").strip(), kind, found.get("against", ""), plan, it, two, leans)


def _when(text: str) -> tuple[str, str]:
    """The words of time, and the rest."""
    spans: list[tuple[int, int]] = []
    for pattern in (_SINCE, _THAT_TIME, _RELATIVE, _LATER, _WHOLE_QUARTER, _WHOLE_YEAR):
        spans += [m.span() for m in pattern.finditer(text)]
    for m in period_mentions(text):
        if all(m.end <= a or m.start >= b for a, b in spans):
            spans.append((m.start, m.end))
    said: list[str] = []
    for start, end in sorted(spans, reverse=True):
        if lead := _TIME_LEAD.search(text[:start]):
            start = lead.start()
        said.insert(0, text[start:end].strip())
        text = f"{text[:start]} {text[end:]}"
    return " ".join(said), text


def resolved_when(said: str, before: Turn, world: World) -> str:
    """Words of time that lean on the turn before ("tháng trước", "năm đó", "cả quý") as the period they mean."""
    if not said:
        return ""
    if _THAT_TIME.search(said):
        return before.when
    about = _period_of(replace(before, when=before.anchor, figure=None) if before.anchor else before, world)
    if _WHOLE_QUARTER.search(said):
        if about is not None and about.kind in ("month", "quarter") and about.part:
            part = about.part if about.kind == "quarter" else (about.part + 2) // 3
            return label(Period("quarter", about.year, part=part))
        return said
    m = _RELATIVE.search(said)
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
    kind = p.kind if p.kind and p.kind not in (*_GAP_KINDS, "why") else "level"
    ask = p.ask if kind == p.kind and p.ask else "là bao nhiêu"
    return Turn(p.subject, "", p.when, ask, kind, p.against, p.plan, figure, unit=figure.unit if figure is not None and figure.measure is Measure.LEVEL else "")


def understand(q: Question, turns: list[Turn], world: World) -> Understood:
    """`q` completed from the turns before it, where it is incomplete."""
    if not turns or q.operation in ("claim", "extreme", "filter", "count", "compare", "sum", "balance") and not _TWO.search(q.text):
        return Understood(q, begin(q, world))
    p, before = take_apart(q.text), turns[-1]
    if before.kind == "completion" and p.plan and not p.kind and re.search(r"(?<!\w)(?:giao|đề ra|đặt ra|thông qua)$", p.subject, re.I):
        # "còn dự toán Trung ương giao?": measured against another plan
        done = re.sub(r"\s*(?:so với\s+)?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu).*$", "", before.ask, flags=re.I)
        p = replace(p, kind="completion", ask=f"{done} {p.plan} {p.subject}", subject="", plan="", cue=p.cue or "also")
    before = _another(p, before)
    new = content(p.subject)
    sides = bool(new) and set(new) <= _SIDES
    if p.kind == "why":
        if len(new) > 1 and not p.it:
            return Understood(q, before)
        # a cause is told of the thing, not of how it is counted
        things = replace(before, subject=_HOW.sub(" ", before.subject).strip(), item=_HOW.sub(" ", before.item).strip())
        before = things if content(things.names) else before
        why = replace(read(f"{p.ask} {before.names} {p.subject} {before.when}", world), raw=q.raw, carried=("terms",))
        return Understood(why, before, True)
    if p.kind in _GAP_KINDS:
        if (pair := _pair(p, q, turns, world)) is not None:
            return Understood(q, replace(before, figure=pair[0]), True, pair)
        if not p.two and not p.it and naming(p.subject):
            return Understood(q, before)
        # two things that the talk has not named: no figure may stand for their distance
        return Understood(replace(q, text="chênh lệch bao nhiêu", terms=(), compounds=(), row=(), operation="difference", carried=("terms",)), before, True)
    options = _options(p, before, world, fresh=bool(naming(p.subject)), sides=sides)
    if not naming(p.subject):
        return _same_thing(p, q, options, before, world)
    if not (p.cue or p.it or p.leans or p.two or sides) and p.kind and new:
        return _whole(p, q, options, before, world)
    if joined := _join(p, q, options, before, world, narrow=p.cue == "narrow"):
        return joined
    if q.operation != "lookup" and not p.cue:
        return Understood(q, before)
    lost = replace(options[0], item=p.subject, figure=None)
    return Understood(replace(read(lost.text(), world), raw=q.raw, carried=("terms",), operation="lookup", verb=()), lost, True)


_KIND = r"(?:khu vực|nhóm|ngành|lĩnh vực|thị trường|mặt hàng|khối|huyện|xã|thị xã|thành phố|sản phẩm)"


def _another(p: Parts, before: Turn) -> Turn:
    """The turn before without the one that a newly named one of its kind takes the place of: "nhóm giáo dục" and now "nhóm y tế"."""
    m = re.match(rf"({_KIND})\s+[^\W\d_]", p.subject, re.I)
    if m is None or p.cue == "narrow" or before.item:
        return before
    old = re.search(rf"(?<!\w){m[1]}(?!\w).*$", before.subject, re.I)
    return replace(before, subject=before.subject[: old.start()].strip()) if old and old[0].split()[1:] else before


def _options(p: Parts, before: Turn, world: World, *, fresh: bool, sides: bool) -> list[Turn]:
    """The turn before with the parts that are said anew, likeliest first: what is not said can be meant in more than one way."""
    level = replace(before, ask="là bao nhiêu", kind="level", against="", plan="")
    if p.kind in ("level", "growth", "share", "completion"):
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
        asks = [replace(before, ask=re.sub(r"^(?:tăng hay giảm|tăng|giảm|sụt|hụt)(?= )", "tăng hay giảm", before.ask, flags=re.I)), level]
    else:
        asks = [replace(before, ask="là bao nhiêu") if before.kind == "level" else before]
        if p.when and before.kind != "level":
            asks = [*asks, level]
    if p.kind == "level" and p.when and not p.plan and before.kind == "completion" and not re.search(rf"{_MANY}\s+\w", p.ask):
        asks = [*asks, before]  # "cùng kỳ đạt bao nhiêu" after "đạt mấy phần trăm kế hoạch"
    if p.when and not p.plan and before.plan and fresh:
        asks = [*asks, *(replace(a, plan="") for a in asks)]
    out: list[Turn] = []
    for one in asks:
        ask = replace(one, figure=None)
        if p.when:
            aside = _RELATIVE.search(p.when)
            when = resolved_when(p.when, before, world)
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


def _holds(n: Named, names: tuple[str, ...], *, wide: bool) -> bool:
    """Whether the words that name a figure hold all of `names`; `wide` takes in what leads its sentence or table."""
    held = n.own | n.head | n.clause
    if wide:
        held = held | n.lead | n.around
    if "xuấtnhậpkhẩu" in held and n.figure.table is not None:
        held = held | {"xuất", "nhập", "khẩu"}
    return all(w in held or w in W.GENERIC or w in _COUNTED_BY and _counted(w, n.figure) for w in names)


_COUNTED_BY = {w: units for noun, units in W.MEASURE_NOUNS.items() for w in noun.split()}


def _counted(word: str, f: Figure) -> bool:
    return f.unit in _COUNTED_BY[word] or f.measure is not Measure.LEVEL


def _same_name(a: Figure, b: Figure) -> bool:
    return (a.indicator, a.head, a.scope) == (b.indicator, b.head, b.scope)


def _together(a: Figure, b: Figure, world: World) -> bool:
    """Whether two figures of prose stand in one paragraph."""
    first, second = sorted((a.span, b.span), key=lambda span: span.start)
    return a.table is None and b.table is None and "\n" not in world.report.text[first.end : second.start]


def same_counted(a: str, b: str) -> bool:
    """Whether two units count the same things: "lượt" and "lượt lao động", "vụ" and "vụ vi phạm"."""
    return a == b or bool(a and b) and (a.startswith(f"{b} ") or b.startswith(f"{a} "))


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
    every = [*options, *(replace(o, item="") for o in options if o.item and p.plan)]
    for option in every:
        done = replace(read(option.text(), world), raw=q.raw, carried=("terms",), other_place="")
        if before.figure is not None:
            done = replace(done, focus=before.figure.sentence)
        first = first or Understood(done, option, True)
        matches = _found(option, done, world)
        if option.kind == "level" and before.unit and not done.unit:
            matches = [(m, n) for m, n in matches if same_counted(m.figure.unit, before.unit) or m.figure.measure is not Measure.LEVEL]
        good = [m for m, n in matches if before.figure is not None and _same_name(m.figure, before.figure)]
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
    same_unit = not set(new) & _SIDES
    subjects = [before.names]
    if before.item and not narrow and not (set(new) <= _SIDES and not set(content(before.item)) <= _SIDES):
        subjects.insert(0, before.subject)
    if set(new) <= _SIDES and not narrow and content(bare := _HOW.sub(" ", subjects[-1])):
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
            old = [w for w in naming(subject) if w not in new]
            for kept in _less(old, narrow=narrow):
                terms = tuple(dict.fromkeys((*kept, *new)))
                one = replace(done, terms=terms, row=terms, compounds=tuple(c for c in done.compounds if all(w in terms for w in c)))
                for m, n in _found(trial, one, world):
                    if not same_unit and option.kind == "level" and m.figure.measure is not Measure.LEVEL:
                        continue
                    if narrow and before.figure is not None and set(new) <= set(naming(before.names)) and (_same_name(m.figure, before.figure) or set(new) != set(naming(m.figure.indicator))):
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


def _part(new: tuple[str, ...], option: Turn, before: Turn, q: Question, world: World) -> Understood | None:
    """"Trong đó thu nội địa": the one amount of that very name, time and unit, where the report does not repeat the whole beside it."""
    alone = replace(option, item=" ".join(new))
    done = replace(read(" ".join(t for t in (option.plan, *new, option.when, option.ask) if t), world), raw=q.raw, carried=("terms",), verb=(), operation="lookup", other_place=q.other_place)
    own = [m.figure for m, n in _found(alone, done, world) if set(new) == set(naming(m.figure.indicator)) and same_counted(m.figure.unit, before.unit) and m.figure.measure is Measure.LEVEL]
    own = [f for f in own if (f.modality in (Modality.TARGET, Modality.FORECAST)) is bool(option.plan)]
    if before.figure is None or not own or len({f.value for f in own}) > 1 or own[0].period.year != before.figure.period.year:
        return None
    return Understood(replace(done, focus=own[0].sentence), replace(alone, subject="", figure=own[0]), True)


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
        than = re.search(rf"hơn\s+(.+?)\s+{_MANY}", p.ask, re.I)
        when = resolved_when(than[1] if than else "", before, world)
        if before.figure is None or not when or naming(_when(when)[1]):
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
    if plan is None or not same_counted(plan.unit, done.unit) or not _same_name(plan, done) or plan.span == done.span or plan.modality is not Modality.TARGET:
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
        if f.modality is not Modality.TARGET or f.measure is not Measure.LEVEL or not same_counted(f.unit, unit) or not _same_name(f, about):
            continue
        if (f.table, f.sentence if f.table is None else None) != (about.table, about.sentence if about.table is None else None):
            continue
        if None not in (f.period.year, about.period.year) and f.period.year != about.period.year:
            continue
        out.append(f)
    if len(out) > 1 and word and about.table is None:
        called = [[m[0].lower() for m in _PLAN.finditer(text[f.sentence.start : f.span.start])][-1:] for f in out]
        out = [f for f, said in zip(out, called) if said == [word.lower()]]
    return out[0] if len(out) == 1 else None


def _beside(option: Turn, done: Question, about: Figure, world: World) -> tuple[Figure, Question] | None:
    """The one figure of the asked kind that the report tells of the very same thing in the very same sentence, there or where it restates it."""
    places = [about, *(n.figure for n in world.figures if about.measure is Measure.LEVEL and _restates(n.figure, about))]
    said = set(content(re.sub(r"phần trăm|kế hoạch|dự toán|mục tiêu|chỉ tiêu|so với.*", " ", f"{option.ask} {option.plan}"))) - _SIDES - {"hoàn", "thành", "tăng", "giảm", "trưởng"}
    for place in places:
        if place.table is not None:
            continue
        out = []
        for n in world.figures:
            f = n.figure
            if f is about or f.table is not None or f.sentence != place.sentence or not _same_name(f, place) or f.period != place.period or f.measure is Measure.LEVEL:
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


def _restates(f: Figure, about: Figure) -> bool:
    """Whether `f` is `about` told again: an amount of four digits or more does not come up twice by chance."""
    return f is not about and f.measure is about.measure and f.unit == about.unit and f.value == about.value and f.period.year == about.period.year and len(re.sub(r"\D", "", f.text)) >= 4


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
    return turn.figure is not None and _same_name(f, turn.figure) or _holds(n, naming(turn.names), wide=True) and _holds(n, naming(turn.item), wide=False)
