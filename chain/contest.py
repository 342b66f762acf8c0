"""Which of a report's figures a text means: all of one kind side by side, by the words that are said of them.

A figure whose value agrees is the stated one where no other figure of its slots bears the name better; where another does,
or the report's own words put it in another month, on another side or among what was added, it is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chain import words as W
from chain.agreeing import (
    ABSENT,
    FALSE,
    ROUNDED,
    TRUE,
    based,
    compare,
    in_time,
    kind_of,
    per,
    read_nothing,
    same_unit,
    told_per,
    values,
)
from chain.cells import as_said
from chain.findings import NOTHING, Finding, about, agreed, shown_value, wrong_slot
from chain.givers import another as another_plan
from chain.givers import plan_said
from chain.naming import Fit, bearer, fit, naming, timeless
from chain.placed import misplaced, same_extent
from chain.stating import PLANNED, Stated
from chain.tagging import compounds, telling
from chain.world import Named, World, tokens
from report.model import Base, Direction, Figure, Measure, Period, Span
from report.periods import periods


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the report that a stated one may be, with how well it bears the name, and whether its value agrees."""

    figure: Figure
    named: Named
    fit: Fit
    total: float
    agrees: str
    in_slots: bool

    def in_text_alone(self, other: Candidate, s: Stated, world: World) -> bool:
        """Whether the text names this figure by a word of its own that the other's name has not."""
        return bool(bearer(self.named, world).telling & set(tokens(f"{s.said} {s.before}")) - other.named.own)


def by_words(s: Stated, found: Finding, world: World, among: Collection[Span] | None) -> Finding:
    """`found`, or what the words of the text make of it.

    A figure whose value agrees is the stated one where no other figure of its slots bears the name better; one that agrees
    while another bears a word that it lacks is not.
    """
    said = naming(s.said, world) or [w for name in s.names[:1] for w in naming(name, world)]
    if set(said) <= set(tokens(s.figure.unit)):  # "năm nay là 8,2 triệu con": what its sentence spoke of
        said = naming(s.ahead, world) or said
    if not said:
        return found
    rows = candidates(s, said, world)
    true = max((c for c in rows if c.agrees and c.in_slots and (among is None or c.figure.span in among)), key=lambda c: c.total, default=None)
    other = max((c for c in rows if not c.agrees and c.in_slots), key=lambda c: c.total, default=None)
    if among is not None and found.verdict not in (TRUE, ROUNDED) or found.verdict == FALSE:
        earlier = [c for c in rows if c.agrees and not c.fit.lacking and world.main_year and (c.figure.period.year or world.main_year) < world.main_year and (among is None or c.figure.span in among)]
        if earlier and not s.own_period and _FROM_TO.search(s.ahead) and _TO.match(s.behind):
            return agreed(s, earlier[0].figure, earlier[0].agrees)
    if found.verdict in (TRUE, ROUNDED):
        mine = next((c for c in rows if found.right is not None and c.figure.span == found.right.span), None)
        if found.right is not None and another(s, found.right, world):
            return NOTHING if among is not None or other is None else wrong_slot(s, other.figure, [(c.total, c.figure) for c in rows], world)
        if mine is not None and (named := _named_better(mine, rows, world)) is not None:
            return wrong_slot(s, named.figure, [(c.total, c.figure) for c in rows], world)
        if mine is not None and (whole := _in_one_piece(s, mine, rows, world)) is not None:
            return wrong_slot(s, whole.figure, [(c.total, c.figure) for c in rows], world)
        if mine is not None and among is not None and _foreign(s, mine, world):
            return NOTHING
        if mine is None or among is not None or other is None or not _contradicted(s, mine, other, world):
            return found
        if true is not None and true.figure.span != mine.figure.span and not _contradicted(s, true, other, world):
            return agreed(s, true.figure, true.agrees)
        return wrong_slot(s, other.figure, [(c.total, c.figure) for c in rows], world)
    if true is not None and _in_one_piece(s, true, rows, world) is None and (among is None or true.fit.near and true.fit.extra < 0.5) and _recognised(s, true, other, said, world) and not (other is not None and _level_said(s, true, other, world)):
        return agreed(s, true.figure, true.agrees)
    if true is not None and other is not None and "/" in true.figure.text and _namesake(true, other) and not true.fit.lacking and _added(s.ahead) != "+":
        return agreed(s, true.figure, true.agrees)  # "có thêm 16 xã đạt chuẩn, lũy kế 118/182 xã": the text says neither
    if other is None or found.slot == "chiều tăng/giảm" and found.right is not None and found.right.span == other.figure.span:
        return found
    mine = next((c for c in rows if found.right is not None and c.figure.span == found.right.span), None)
    clear = not other.fit.lacking and other.fit.score >= 0.75
    if (found.verdict == FALSE or clear) and (twin := _twin(rows, world)) is not None:
        return wrong_slot(s, twin.figure, [(c.total, c.figure) for c in rows], world)
    if found.verdict == ABSENT:
        return wrong_slot(s, other.figure, [(c.total, c.figure) for c in rows], world) if clear and _digits_of(other.figure) > 1 else found
    if mine is None or not mine.in_slots or mine.total < other.total - (0.02 if clear and other.fit.extra < mine.fit.extra else 0.08):  # the figure that was asked for, rather than the one that has the value
        if clear or mine is not None and mine.in_slots:
            told = wrong_slot(s, other.figure, [(c.total, c.figure) for c in rows], world)
            return replace(told, reason=told.reason if told.slot != "giá trị" or not found.slot else f"sai {found.slot}: {told.reason.partition(': ')[2]}", slot=told.slot if told.slot != "giá trị" else found.slot)
    return found


_FROM_TO = re.compile(r"(?<!\w)từ\s*(?:mức\s*|khoảng\s*|hơn\s*|gần\s*)?$", re.I)
_TO = re.compile(r"\D{0,25}?(?<!\w)(?:xuống|lên|còn|thành|tới|đến)(?!\w)", re.I)  # "từ 18,4% xuống còn 6,9%": the first is of before


def another(s: Stated, right: Figure, world: World) -> bool:
    """Whether the words around a stated figure, or around the report's, make them figures of two things: the opposite, another side, sum or place."""
    row = tokens(f"{s.before} {s.said}")
    return any(n.figure.span == right.span and (_turned(row, n) or _other_side(s, n, world) or _other_sum(s, n, world) or _compared(s, n, world) or _other_level(s, n) or misplaced(s, n, world) or _turned_count(s, n, world)) for n in world.figures)


_KIND = frozenset(["khu", "vực", "nhóm", "ngành", "khối"])  # what kind of thing a name is of: "khu vực dịch vụ" is "dịch vụ"


def _twin(rows: Sequence[Candidate], world: World) -> Candidate | None:
    """The figure of the asked slots that goes by the name of the one that has the value: its own in another time, or its plan."""
    same = max((c for c in rows if c.agrees and not c.in_slots and c.fit.lacking <= _KIND), key=lambda c: c.total, default=None)
    if same is None:
        return None
    rest = [c for c in rows if c.in_slots and not c.agrees]
    best = max((c.total for c in rest), default=0.0)
    twins = [c for c in rest if (c.figure.indicator, c.figure.head, c.figure.measure) == (same.figure.indicator, same.figure.head, same.figure.measure)]
    if twins:
        return twins[0] if len({c.figure.value for c in twins}) == 1 and twins[0].total >= best - (0.3 if _digits_of(same.figure) > 3 else 0.1) else None
    name = bearer(same.named, world).telling
    alike = sorted((c for c in rest if name and bearer(c.named, world).telling == name), key=lambda c: -c.total)
    return alike[0] if alike and alike[0].total >= best - 0.02 and (len(alike) < 2 or alike[0].total > alike[1].total + 0.01 or alike[0].figure.value == alike[1].figure.value) else None


def candidates(s: Stated, said: Sequence[str], world: World) -> list[Candidate]:
    """The figures that may be meant, in the likeliest time that knows the thing: the one that is said, or that was carried over."""
    rows: list[Candidate] = []
    for when in s.when[:1] if s.own_period else s.when:
        rows = _in_one_time(s, said, world, when, frozenset())
        if any(c.in_slots and c.fit.score >= 0.6 for c in rows):
            return rows
    if s.own_period:
        return rows
    return _in_one_time(s, said, world, Period(), frozenset((None, world.main_year, *(p.year for p in s.when))))


def _in_one_time(s: Stated, said: Sequence[str], world: World, when: Period, years: frozenset[int | None]) -> list[Candidate]:
    ahead = [w for w in naming(s.before, world) if w not in said]
    weight = sum(world.weight(w) for w in ahead)
    context = frozenset(ahead)
    text = f"{s.before} . {s.said}"
    each = per(s.ahead)
    tail = [w for w in s.tail if world.vocabulary.get(w)]
    row = tokens(f"{s.before} {s.said}")
    whole_words = compounds(" ".join(s.said.split()))
    plan = plan_said(s.ahead, s.behind)
    out: list[Candidate] = []
    for n in world.figures:
        f = as_said(n.figure, s.figure, world)
        both = values(s.figure, f)
        if both is None or _turned(row, n) or _other_side(s, n, world) or another_plan(plan, n.figure, world):
            continue
        if _REST.search(f.indicator) and not re.search(r"(?<!\w)(?:khác|còn lại)(?!\w)", text, re.I):
            continue
        if not told_per(each, f, world):
            continue
        how = fit(said, context, n, world, whole_words, text, tokens(f"{f.unit} {'lượt' if s.figure.unit.startswith('lượt ') else ''}") if same_unit(s.figure.unit, f.unit) else ())
        if how.score < 0.3:
            continue
        added = _added(s.ahead), _added(_lead_of(n, world))
        b = bearer(n, world)
        shared = sum(world.weight(w) for w in ahead if w in b.wide) / weight if weight else 0.0
        kind, base = kind_of(s, f), based(s, f) or _open_base(s, f, world)
        timed = in_time(when, f, world, read_nothing()) if when else f.period.year in years
        timed = timed or bool(f.period.kind and when.year and when.year != f.period.year and str(when.year) in n.clause & s.tail)
        timed = timed or bool(when) and _time_beside(when, n, world)
        timed = timed and not _other_span(s, n, world)
        after = sum(w in n.clause for w in tail) / len(tail) if tail else 0.0
        line = b.line | b.wide if f.table is not None else b.line
        total = 0.1 * sum(w in line for w in said) / len(said) + 0.2 * after + (0.25 if added == ("+", "+") else 0.0) + how.score + 0.25 * shared + (0.1 if s.figure.unit and s.figure.unit == f.unit and f.unit != "%" else 0.0) + 0.1 * (kind or 0) + 0.1 * (base or 0)
        agrees = compare(s.figure, f)
        out.append(Candidate(f, n, how, total, agrees if agrees != FALSE else "", kind is not None and base is not None and timed and set(added) != {"+", "="} and not _compared(s, n, world) and not misplaced(s, n, world)))
    return out


_SLIPS = (frozenset(((Measure.GROWTH, "%"), (Measure.CHANGE, "điểm phần trăm"))), frozenset(((Measure.GROWTH, "%"), (Measure.MULTIPLE, "lần"))), frozenset(((Measure.LEVEL, "%"), (Measure.LEVEL, "điểm phần trăm"))))


def slipped(s: Stated, world: World) -> Finding | None:
    """A change told in another measure than the report's: "tăng 1,2%" of 1,2 percentage points, "tăng 1,6%" of "gấp 1,6 lần"."""
    f = s.figure
    mine = (f.measure, f.unit)
    said = naming(s.said, world) or [w for name in s.names[:1] for w in naming(name, world)]
    if not said or not any(mine in pair for pair in _SLIPS):
        return None
    found = []
    for n in world.figures:
        g = n.figure
        if abs(g.value) != abs(f.value) or mine == (its := (g.measure, g.unit.removesuffix("/năm"))) or not any({mine, its} == pair for pair in _SLIPS) or Direction.DOWN in (f.direction, g.direction) and f.direction is not g.direction:
            continue
        how = fit(said, frozenset(), n, world, (), f"{s.before} . {s.said}")
        if how.score >= 0.6 and not how.lacking and (not s.own_period or not s.when or any(in_time(p, g, world, read_nothing()) for p in s.when)) and not misplaced(s, n, world):
            found.append(g)
    return Finding(FALSE, f"sai đơn vị: báo cáo nêu {about(found[0])}: {shown_value(found[0])}", "đơn vị", found[0]) if len({g.value for g in found}) == 1 else None


_BEFORE = re.compile(r"(?<!\w)(?:tháng|quý|kỳ) (?:trước|liền kề)(?!\w)", re.I)
_LAST_YEAR = re.compile(r"(?<!\w)(?:cùng kỳ|năm (?:trước|ngoái))(?!\w)", re.I)
_REST = re.compile(r"(?<!\w)(?:khác|còn lại)$", re.I)
_PLUS = re.compile(r"(?<!\w)(?:thêm|bổ sung|(?:phát triển|thành lập|kết nạp|tuyển|cấp|khởi công|công nhận)(?:\s+được)?\s+mới)(?!\w)(?:\s+(?:được|mới|ít nhất|khoảng|hơn|gần|\d+))*\s*$|(?<!\w)(?:có|tăng|nâng|công nhận)\s+thêm(?!\w)[^,;]*$", re.I)
_SUM = re.compile(r"(?<!\w)(?:tổng số|tổng cộng|lũy kế|luỹ kế|cộng dồn|nâng|đưa)(?!\w)[^,;]*$", re.I)
_MONTH = re.compile(r"(?<!\w)(?P<not>(?:so với|kể từ|từ|đến|hết|cuối|đầu|trước|của)\s+)?(?P<n>(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một)\s+)?tháng(?!\w)(?:\s+(?:\d{1,2}(?:\s*[/-]\s*\d{4})?|này|tư|một|hai|ba|năm|sáu|bảy|tám|chín|mười))?|(?P<sum>(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|tính chung|từ đầu năm)(?!\w))", re.I)
_SIDES = (frozenset(("lượng", "khối lượng", "sản lượng")), frozenset(("trị giá", "giá trị", "kim ngạch")), frozenset(("vốn", "số vốn", "vốn đăng ký")), frozenset(("số doanh nghiệp", "số lượng")))
_ABOUT = re.compile(r"\s*về\s+(" + "|".join(sorted((w for side in _SIDES for w in side), key=len, reverse=True)) + r")(?!\w)", re.I)


def _lead_of(n: Named, world: World) -> str:
    """The words of the report between the figure before and this one; "" in a table."""
    return bearer(n, world).lead


def _added(lead: str) -> str:
    """"+" where a figure is what came in addition ("có thêm 23 xã"), "=" where it is what there is then ("nâng tổng số lên 118 xã")."""
    clause = re.split(r"[,;]\s", lead)[-1]
    return "=" if _SUM.search(clause) and not re.search(r"(?<!\w)thêm\s*$", clause) else "+" if _PLUS.search(clause) else ""


def _open_base(s: Stated, f: Figure, world: World) -> float | None:
    """Whether the report leaves to its sentence what a change is against: "giảm 14,2% về lượng và giảm 15,9% về trị giá so với tháng trước"."""
    line = f.sentence.of(world.report.text)
    if f.table is None and f.base is Base.YEAR and s.figure.base is Base.PREVIOUS and _BEFORE.search(line) and not _LAST_YEAR.search(line):
        return 0.7
    return None


_COUNT_TURNS = ((r"thừa|dôi dư", r"thiếu|hụt"),)  # said of a count, and its opposite


def _turned_count(s: Stated, n: Named, world: World) -> bool:
    """Whether the text says of a count the opposite of what the report does: "thừa 46 kỹ sư" of "thiếu 46 kỹ sư"."""
    mine, its = s.ahead[-30:], _lead_of(n, world)[-30:]
    for pair in _COUNT_TURNS:
        for one, other in (pair, pair[::-1]):
            if re.search(rf"(?<!\w)(?:{one})(?!\w)", mine, re.I) and re.search(rf"(?<!\w)(?:{other})(?!\w)", its, re.I):
                return True
    return False


def _other_sum(s: Stated, n: Named, world: World) -> bool:
    """Whether one is an addition and the other all there is."""
    return {_added(s.ahead), _added(_lead_of(n, world))} == {"+", "="}


def _span_said(lead: str) -> str:
    """Whether the words that lead to a figure speak of one month ("month") or of all since January ("months"); the last word counts."""
    last = ""
    for m in _MONTH.finditer(lead.rpartition(";")[2]):
        if m["not"] and not m["n"]:
            continue
        last = "months" if m["sum"] or m["n"] else "month"
    return last


def _time_beside(when: Period, n: Named, world: World) -> bool:
    """Whether the report's own words after a figure name this time: "64 doanh nghiệp (34,4%) dự kiến tuyển thêm trong quý IV"."""
    f = n.figure
    if f.table is not None:
        return False
    after = re.match(r"(?:\s*[^\W\d]+)*(?:\s*\([^()]*\))?[^\d,;.()]*(?:\d{1,4}(?!\d|[.,]\d))?", world.report.text[f.span.end : f.sentence.end])
    if after is None or when.kind in ("", "year", "range"):
        return False
    named = [m.period for m in periods(after[0]) if m.role != "base"]
    return any((p.kind, p.part) == (when.kind, when.part) and (not p.year or not when.year or p.year == when.year) for p in named)


def _other_span(s: Stated, n: Named, world: World) -> bool:
    """Whether the report's own words put the figure in the month where the text speaks of the months, or the reverse."""
    mine = s.when[0].kind if s.own_period and s.when else ""
    if mine not in ("month", "months") or n.figure.table is not None:
        return False
    said = _span_said(world.report.text[n.figure.sentence.start : n.figure.span.start])
    return bool(said) and said != mine


def _other_side(s: Stated, n: Named, world: World) -> bool:
    """Whether one is of the quantity and the other of the value: "giảm 14,2% về lượng và giảm 15,9% về trị giá"."""
    f = n.figure
    mine = _ABOUT.match(s.behind)
    its = _ABOUT.match(world.report.text[f.span.end : f.span.end + 40]) if f.table is None else None
    if mine is None:
        return False
    side = next(w for w in _SIDES if mine[1].lower() in w)
    if its is not None:
        return its[1].lower() not in side
    own = f" {' '.join(tokens(f'{f.indicator} {f.head}'))} "
    return not any(f" {w} " in own for w in side) and any(f" {w} " in own for other in _SIDES if other is not side for w in other)


_MORE = re.compile(r"(?<!\w)(?:thấp|cao|ít|nhiều|lớn|nhỏ|chậm|nhanh|kém)\s+(?:xa\s+|hẳn\s+)?hơn(?!\w)(?!\s*\d)(?P<what>[^,;]*)$", re.I)


def _compared(s: Stated, n: Named, world: World) -> bool:
    """Whether the report's figure is of what something is compared with: "25,0%, thấp hơn bình quân chung của tỉnh (31,2%)"."""
    f = n.figure
    if f.table is not None or f.modality in PLANNED and f.measure is not Measure.COMPLETION or f.measure is Measure.CHANGE:
        return False
    m = _MORE.search(_lead_of(n, world))
    if m is None or _MORE.search(s.before):
        return False
    what = naming(m["what"], world) or [w for w in tokens(m["what"]) if w not in ("mức", "của", "so", "với")]
    return not set(what) <= set(tokens(f"{s.said} {s.before}"))


def _turned(row: Sequence[str], n: Named) -> bool:
    """Whether the text last said the opposite of the figure's own word: "xuất khẩu sang A …, sang B" of imports from B."""
    mine = n.own | n.head
    joined = f" {' '.join(row)} "
    for one, other in W.OPPOSITES:
        a, b = joined.rfind(f" {one} "), joined.rfind(f" {other} ")
        if max(a, b) < 0:
            continue
        last, not_last = (one, other) if a > b else (other, one)
        if not_last in ("xuất", "nhập") and (not_last, "khẩu") not in n.pairs:
            continue  # what China "nhập" is our export
        if set(not_last.split()) <= mine and not set(last.split()) <= mine | n.clause:
            return True
    return False


def _digits_of(f: Figure) -> int:
    return len((f.value / f.scale).normalize().as_tuple().digits)


def _contradicted(s: Stated, mine: Candidate, other: Candidate, world: World) -> bool:
    """Whether another figure of the same slots bears the name clearly better: a word that this one lacks, or none of what narrows it."""
    if not mine.figure.unit and mine.figure.unit != other.figure.unit == s.figure.unit and other.total > mine.total:
        return True  # the unit is the other's
    part, all_of = mine.figure, other.figure
    said = set(naming(s.said, world))
    if part.head and f"{part.indicator} ({part.head})".lower() in s.said.lower():
        return False  # so it is called
    if _level_said(s, mine, other, world) or _only_new(s, mine, other, world):
        return True
    if all_of.head == part.indicator and other.fit.extra < 0.05 and not other.fit.lacking and mine.fit.extra > 0.3 and "tổng" not in tokens(f"{s.before} {s.said}"):
        return True  # "bán lẻ hàng hóa" is a row of its own under "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"
    if part.head and part.head == all_of.indicator and not said <= mine.named.own and not mine.in_text_alone(other, s, world):
        return True  # a part, where the text names nothing but the whole
    if all_of.head and all_of.head == part.indicator and not other.in_text_alone(mine, s, world):
        return False  # the whole that is named
    more = mine.fit.lacking - other.fit.lacking
    if any(w in bearer(other.named, world).strong for w in more) and other.total > mine.total + 0.1:
        return True
    if not other.fit.lacking and other.fit.extra + 0.4 < mine.fit.extra and other.total >= mine.total:
        return True
    when = s.when[0].kind if s.own_period and s.when else ""
    if when and other.figure.period.kind == when != mine.figure.period.kind and (part.indicator, part.head, part.measure) == (all_of.indicator, all_of.head, all_of.measure):
        return True  # "8 tháng" is said of the other
    return other.total > mine.total + 0.15 and not other.fit.lacking and other.fit.extra + 0.15 < mine.fit.extra or not mine.in_slots and not other.fit.lacking and other.fit.score >= mine.fit.score - 0.05


_LEVELS = frozenset(["xã", "huyện", "tỉnh", "phường", "quận", "trấn", "sở", "cục", "thôn"])


_OF_LEVEL = frozenset(["sách", "cấp", "tuyến", "vốn", "đường", "quỹ"])  # "ngân sách tỉnh", "cấp huyện"


def _levels_named(row: Sequence[str]) -> set[tuple[str, str]]:
    return {(a, b) for a, b in pairwise(row) if a in _OF_LEVEL and (b in _LEVELS or b == "trung")}


def _other_level(s: Stated, n: Named) -> bool:
    """Whether the text names one level ("ngân sách tỉnh") and the figure's own name another ("ngân sách huyện, xã")."""
    mine, its = _levels_named(tokens(timeless(s.said))), _levels_named(tokens(n.figure.indicator))
    return any(a == c for a, _ in mine for c, _ in its) and not mine & its


def _only_new(s: Stated, mine: Candidate, other: Candidate, world: World) -> bool:
    """Whether the report counts here what came new, where the text says nothing of it and another figure of the unit is not new: "phục vụ 418.620 khách hàng, phát triển mới 9.734"."""
    said = s.ahead
    if mine.figure.unit != other.figure.unit or re.search(r"(?<!\w)(?:mới|thêm|bổ sung)(?!\w)", f"{said} {s.said} {' '.join(s.tail)}", re.I):
        return False
    return _added(_lead_of(mine.named, world)) == "+" != _added(_lead_of(other.named, world)) and other.fit.lacking <= mine.fit.lacking


def _level_said(s: Stated, mine: Candidate, other: Candidate, world: World) -> bool:
    """Whether the text names the level ("ngân sách xã") as the other figure does and this one does not."""
    if other.fit.lacking or other.fit.score < mine.fit.score - 0.05 or other.fit.extra > mine.fit.extra + 0.05:
        return False
    row = tokens(timeless(s.said))
    pairs = {(a, b) for a, b in zip(row, row[1:]) if b in _LEVELS and a not in W.STOP}
    f, g = mine.figure, other.figure
    its = tokens(f"{f.head} | {f.indicator} | {f.scope}")
    others = tokens(g.indicator) + ["|"] + tokens(g.scope)
    return bool(pairs & set(zip(others, others[1:])) - set(zip(its, its[1:])))


def _foreign(s: Stated, mine: Candidate, world: World) -> bool:
    """Whether the name holds a noun that the report has and the figure has not: "sản lượng thủy sản" of vegetables."""
    lacking = _without_soft(mine.fit.lacking - {w for place in world.places for w in place.split()}, s.said)
    return any(any(w in n.own or w in n.head for n in world.figures) for w in lacking)


def _named_better(mine: Candidate, rows: Sequence[Candidate], world: World) -> Candidate | None:
    """A figure, of whatever time, that goes by all of the name, a word of which the agreeing figure lacks: "đạt chuẩn nâng cao"."""
    lacking = mine.fit.lacking - {w for place in world.places for w in place.split()}
    better = [c for c in rows if not c.agrees and not c.fit.lacking and c.fit.near and c.fit.score >= 0.85 and c.fit.score > mine.fit.score + 0.1 and lacking & c.named.own]
    return max(better, key=lambda c: c.total, default=None)


def _namesake(a: Candidate, b: Candidate) -> bool:
    """Whether two figures bear one name in one time: nothing but their values tells them apart."""
    f, g = a.figure, b.figure
    return (f.indicator, f.head, f.unit, f.measure, f.modality, f.period) == (g.indicator, g.head, g.unit, g.measure, g.modality, g.period)


def _in_one_piece(s: Stated, mine: Candidate, rows: Sequence[Candidate], world: World) -> Candidate | None:
    """A figure of the stated slots that has in one piece what the agreeing figure's name has another word in: "hộ nghèo" of "hộ cận nghèo"."""
    its = tokens(mine.figure.indicator)
    split = {(a, b) for a, b in pairwise(tokens(s.said)) if (a, b) not in set(pairwise(its)) and any(its[i] == a and its[i + 2] == b and its[i + 1] not in W.STOP for i in range(len(its) - 2))}
    if not split:
        return None
    whole = [c for c in rows if c.in_slots and not c.agrees and split & set(pairwise(tokens(c.figure.indicator))) and mine.fit.lacking >= c.fit.lacking]
    return max(whole, key=lambda c: c.total, default=None)


_WHO = frozenset(["người"])


def _recognised(s: Stated, mine: Candidate, other: Candidate | None, said: Sequence[str], world: World) -> bool:
    """Whether the agreeing figure is the stated one: nothing said is foreign to it, and no other bears the name better."""
    digits = _digits_of(mine.figure)
    lacking = mine.fit.lacking - _WHO  # "người làm công" and "lao động làm công" are the same people
    enough = 0.5 if digits >= 4 and not lacking else 0.6 if digits == 3 or not lacking else 0.8
    added = "+" == _added(_lead_of(mine.named, world)) == _added(s.ahead)
    enough -= 0.25 if added else 0.0
    if mine.fit.score < enough or any(not world.vocabulary.get(w) for w in _without_soft(lacking, s.said)):
        return False
    if not mine.fit.named and not same_extent(s, mine.named, world):
        return False
    if other is None:
        return not lacking or digits >= 3 or added
    if mine.figure.unit == s.figure.unit and not other.figure.unit and mine.total >= other.total - 0.04:
        return True  # the other is a bare number
    return mine.total >= other.total - 0.04 and _ahead(other, mine, world) <= _ahead(mine, other, world)


def _ahead(one: Candidate, other: Candidate, world: World) -> float:
    """The weight of the words of the name that one figure holds and the other lacks."""
    return sum(world.weight(w) for w in other.fit.lacking - one.fit.lacking if w in bearer(one.named, world).strong)


def _without_soft(lacking: frozenset[str], text: str) -> frozenset[str]:
    """The words without those that are no nouns, names or adjectives in `text`; the tagger is asked only where there are any."""
    return lacking - (frozenset(tokens(text)) - telling(text)) if lacking else lacking


__all__ = ["Candidate", "another", "by_words", "candidates", "slipped"]
