"""Words beside a figure that the report belies though the value agrees: a rank, a plan reached, a denial, the whole of a share.

"Bưởi có diện tích lớn nhất với 1.864 ha" is false where "cam 2.310 ha" stands beside it, "vượt dự toán, đạt 98,7%" by
itself, "bị tính vào nợ" where the report says that it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from chain import words as W
from chain.agreeing import FALSE, same_unit
from chain.findings import Finding, about, shown_value
from chain.naming import bearer, naming, timeless
from chain.stating import PLANNED, Stated
from chain.world import Named, World, tokens
from report.model import Base, Bound, Direction, Figure, Measure, Modality
from report.shorthand import in_full
from report.units import unit_at

DENIED = "nội dung"  # the slot of what the report says otherwise
PLAN = r"(?:mục tiêu|kế hoạch|dự toán|chỉ tiêu|KH)"
_CHANGES = (Measure.GROWTH, Measure.INDEX, Measure.CHANGE)


def belied(s: Stated, right: Figure, world: World) -> Finding | None:
    """The finding on a figure whose value is `right`'s, where the text says of it what the report does not bear out; None where it does or leaves it open."""
    n = next((n for n in world.figures if n.figure is right or n.figure.span == right.span), None)
    if n is None:
        return None
    own = own_clause(s)
    return _outranked(s, own, n, world) or _unreached(own, n, world) or _denied(s, n, world) or _turned_round(own, n, world) or _other_whole(s, n, world)


def own_clause(s: Stated) -> str:
    """What the sentence says of a figure: from the figure before it to the next mark after it."""
    ahead = s.ahead
    ahead = ahead[max((n.end() for n in _NUMBER.finditer(_blank_times(ahead)) if _counted(ahead, n.end())), default=0) :]
    behind = s.behind
    m: re.Match[str] | None = re.search(r"[,;.:](?!\d)", behind)
    cut = m.start() if m else len(behind)
    if m and m[0] == "," and re.match(rf",\s*(?:(?:là|và|đây là|cũng là)\s+)?(?:mức\s+|nơi\s+|đơn vị\s+)?(?:{_HIGH}|{_LOW}|(?:không|chưa|đã)\s+(?:đạt|vượt|hoàn thành)|vượt|hoàn thành|(?:{_MORE}|{_LESS}))(?!\w)", behind[m.start() :], re.I):
        nxt = re.search(r"[,;.:](?!\d)|\d", behind[m.end() :])
        if nxt is None or not nxt[0].isdigit():  # what leads to another figure is that one's
            cut = m.end() + nxt.start() if nxt else len(behind)
    behind = behind[:cut]
    if (m := re.search(r"(?<!\w)(?:và|nhưng|còn|song|trong khi)(?!\w)", behind)) and any(_counted(behind, n.end()) for n in _NUMBER.finditer(_blank_times(behind)) if n.start() > m.end()):
        behind = behind[: m.start()]  # the words after it are the next figure's
    return f"{ahead.rpartition(';')[2]} \0 {behind}"


_NUMBER = re.compile(r"\d[\d.,]*")


def _counted(text: str, at: int) -> bool:
    """Whether a unit follows: the number is a figure's, no part of a name."""
    return unit_at(text, at + len(text[at:]) - len(text[at:].lstrip())) is not None


def _blank_times(text: str) -> str:
    from report.periods import periods

    for m in periods(text):
        text = text[: m.start] + " " * (m.end - m.start) + text[m.end :]
    return text


# ranks

_HIGH = r"(?:(?:cao|lớn|nhiều|mạnh|nhanh|đông|rộng|dài)\s+(?:(?!hơn|và|hay|hoặc)[^\W\d]+\s+){0,3}?nhất|dẫn đầu|đứng đầu|đứng thứ nhất|số một|quán quân)"
_LOW = r"(?:(?:thấp|ít|nhỏ|chậm|kém|bé)\s+(?:(?!hơn|và|hay|hoặc)[^\W\d]+\s+){0,3}?nhất|đứng cuối|cuối bảng|đội sổ)"
_RANK = re.compile(rf"(?<!\w)(?P<way>(?:tăng|giảm)\s+(?:\w+\s+)?)?(?:(?P<high>{_HIGH})|(?P<deep>sâu nhất)|(?P<low>{_LOW}))(?!\w)", re.I)
# a rank among few, among times, or in a wider world than the report's; "ít nhất 3 xã" is a bound
_NO_RANK = re.compile(
    r"một trong|trong số|(?:thuộc|trong|vào)\s+(?:nhóm|top|tốp)\s|(?:những|các|top|tốp)\s+(?:\S+\s+){0,4}?(?:cao|lớn|nhiều|thấp)\s+nhất|(?:nhất|đầu)\s+(?:từ|kể từ|trong\s+(?:vòng|\d|nhiều|các năm|lịch sử)|trước|cả nước|toàn quốc|thế giới|khu vực|vùng|châu)|thứ\s+(?:hai|nhì|ba|tư|\d)|"
    r"(?:không|chưa)\s+(?:phải\s+)?(?:là\s+)?(?:\S+\s+){0,3}?nhất|ít nhất\s*(?:là\s*)?(?:\0|\d)|thống nhất|nhất trí|duy nhất", re.I
)  # fmt: skip
_APART = re.compile(r"[:(]|(?<!\w)(?:trong đó|bao gồm|gồm|do|nhờ|vì|riêng|chia theo|chủ yếu)(?!\w)", re.I)
_TOTAL = re.compile(r"(?<!\w)(?:tổng|chung|cả nước|toàn (?:tỉnh|huyện|quốc|ngành|xã|vùng)|bình quân chung)(?!\w)|(?<!\w)(?:khác|còn lại)$", re.I)


def _rank(text: str) -> str:
    """"high" or "low" where `text` says that a figure is the largest or the smallest of its kind; "" for neither."""
    m = _RANK.search(text)
    if m is None or _NO_RANK.search(text):
        return ""
    falls = (m["way"] or "").lower().startswith("giảm")
    if m["deep"]:
        return "low"
    if falls:
        return "low" if m["high"] else ""
    return "high" if m["high"] else "low"


def _size(f: Figure) -> Decimal:
    if f.measure is Measure.INDEX:
        return f.value - 100
    return -abs(f.value) if f.measure in _CHANGES and f.direction is Direction.DOWN else f.value


def _kind(f: Figure) -> tuple[object, ...]:
    return (Measure.GROWTH if f.measure is Measure.INDEX else f.measure, f.unit, f.base, f.period.kind, f.period.part, f.period.year, f.modality in PLANNED)


def _peers(n: Named, world: World) -> Iterator[Named]:
    """The figures beside one, of the same kind, that are neither its whole nor its parts."""
    f, text = n.figure, world.report.text
    heads = {m.figure.head.lower() for m in world.figures if m.figure.head}
    for m in world.figures:
        g = m.figure
        if g.span == f.span or _kind(g) != _kind(f) or (g.indicator, g.head) == (f.indicator, f.head) or _TOTAL.search(g.indicator):
            continue
        if f.table is not None:
            if (g.table, g.column, g.head) == (f.table, f.column, f.head) and g.indicator.lower() not in heads:
                yield m
        elif g.sentence == f.sentence:
            first, last = sorted((f.span, g.span), key=lambda sp: sp.start)
            if not _APART.search(text[first.end : last.start]) and not (g.indicator.lower() == f.head.lower() and _holds_all(g, world)):
                yield m


def _holds_all(whole: Figure, world: World) -> bool:
    """Whether a figure is as large as all together that stand beside it under its name: their whole, not the first of a list."""
    parts = [g for n in world.figures if (g := n.figure).sentence == whole.sentence and g.head.lower() == whole.indicator.lower() and g.unit == whole.unit != "%" and g.measure is Measure.LEVEL]
    return len(parts) > 1 and whole.value >= sum(g.value for g in parts) * Decimal("0.98")


def _outranked(s: Stated, own: str, n: Named, world: World) -> Finding | None:
    way = _rank(own)
    f = n.figure
    if not way or s.figure.measure in (Measure.CHANGE, Measure.MULTIPLE):
        return None
    told = _rank(_told(n, world)) if f.table is None else ""
    if told:
        return None if told == way else _false("thứ hạng", f)
    rivals = [m for m in _peers(n, world) if (_size(m.figure) > _size(f) if way == "high" else _size(m.figure) < _size(f))]
    if way == "low" and "tăng" in own.lower():
        rivals = [m for m in rivals if _size(m.figure) >= 0]
    first = f.indicator.lower().split()[:1]
    said = [m for m in world.figures if m.figure.span != f.span and m.figure.table is None and _kind(m.figure) == _kind(f) and m.figure.indicator.lower().split()[:1] == first and _rank(_told(m, world)) == way]
    rivals += [m for m in said if (_size(m.figure) > _size(f) if way == "high" else _size(m.figure) < _size(f))]
    if not rivals:
        return None
    best = (max if way == "high" else min)(rivals, key=lambda m: _size(m.figure)).figure
    return _false("thứ hạng", best)


def _told(n: Named, world: World) -> str:
    """The report's own words of a figure: since the figure before it, and up to the next mark."""
    text = world.report.text
    after = re.match(r"[^,;.:\d]*", text[n.figure.span.end : n.figure.sentence.end])
    return f"{bearer(n, world).lead.rpartition(';')[2]} \0 {after[0] if after else ''}"


def _false(slot: str, g: Figure) -> Finding:
    return Finding(FALSE, f"sai {slot}: báo cáo nêu {about(g)}: {shown_value(g)}", slot, g)


# comparisons

_MORE, _LESS = r"(?:cao|lớn|nhiều|nhanh|mạnh|đông) (?:xa |hẳn )?hơn|vượt xa|vượt trội", r"(?:thấp|nhỏ|ít|chậm|kém|thua) (?:xa |hẳn )?hơn|thua kém|thua"
_COMPARES = re.compile(rf"(?<!\w)(?P<not>(?:không|chưa|chẳng)\s+)?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?!\w)(?P<than>[^,;:.(\d\0]*)", re.I)


def _turned_round(own: str, n: Named, world: World) -> Finding | None:
    """A comparison that the report makes the other way round: "cao hơn mức chung cả nước" of "thấp hơn mức chung cả nước (2,29%)"."""
    if n.figure.table is not None:
        return None
    line = n.figure.sentence.of(world.report.text)
    for m in _COMPARES.finditer(own):
        mine = set(tokens(m["than"])) - _LOOSE
        for t in _COMPARES.finditer(line) if mine else ():
            its = set(tokens(t["than"])) - _LOOSE
            if its and (mine <= its or its <= mine) and bool(m["more"]) is not bool(t["more"]) and not m["not"] and not t["not"]:
                return Finding(FALSE, f"báo cáo nêu “{' '.join(t[0].split())}”: {about(n.figure)}: {shown_value(n.figure)}", DENIED, n.figure)
    return None


_LOOSE = frozenset(["mức", "của", "so", "với", "bình", "quân", "chung", "là", "đạt", "tỷ", "lệ", "con", "số", "và", "nhưng"])


def crossed(between: str, first: Figure, second: Figure) -> bool:
    """Whether the words between two stated figures set the one above the other against their values: "0,46%, cao hơn thành thị (0,59%)"."""
    m = _COMPARES.search(between)
    if m is None or m["not"] or first.unit != second.unit or first.measure is not second.measure or re.search(r"[.;]\s", between) or not re.match(r"\s*(?:\W|(?:là|so với|và)\b)*\s*$", between[m.end() :]):
        return False
    if re.search(r"(?<!\w)(?:cùng kỳ|năm|tháng|quý|kỳ)(?!\w)", m["than"]) and not re.search(r"(?:là|mức|đạt|\()\s*$", between):
        return False  # "cao hơn cùng kỳ 7,21%" is by how much
    a, b = _size(first), _size(second)
    return a < b if m["more"] else a > b


# plans

_WAYS: dict[str, tuple[str, ...]] = {
    ">": ("vượt", "cao hơn", "lớn hơn", "nhiều hơn"),
    "≥": ("đạt và vượt", "hoàn thành", "đạt được", "đạt", "về đích", "bảo đảm", "đáp ứng"),
    "<": ("không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành", "thấp hơn", "ít hơn", "kém hơn", "kém", "hụt", "không vượt", "chưa vượt", "chưa đạt được", "không đạt được"),
}
_WAY = {word: way for way, group in _WAYS.items() for word in group}
_REACHED = re.compile(rf"(?<!\w)(?P<way>{'|'.join(sorted(_WAY, key=len, reverse=True))})\s+(?:so với\s+|xa\s+)?(?:mức\s+|toàn bộ\s+)?{PLAN}(?!\w)", re.I)
_BETTER_LOW = re.compile(r"(?<!\w)(?:nghèo|thất nghiệp|nợ|tai nạn|tử vong|tổn thất|suy dinh dưỡng|lạm phát|CPI|giá tiêu dùng|sinh con|thiếu|vi phạm|tội phạm)(?!\w)", re.I)


def _unreached(own: str, n: Named, world: World) -> Finding | None:
    said = list(_REACHED.finditer(own))
    if len(said) != 1:
        return None
    way = _WAY[said[0]["way"].lower()]
    f = n.figure
    if f.measure is Measure.COMPLETION:
        return None if holds(way, f.value, Decimal(100)) else _false("mức hoàn thành kế hoạch", f)
    if f.measure in (Measure.GROWTH, Measure.CHANGE) and f.base is Base.PLAN:
        return None if holds(way, _size(f), Decimal(0)) else _false("mức hoàn thành kế hoạch", f)
    if f.measure not in (Measure.LEVEL, Measure.SHARE, Measure.GROWTH) or _BETTER_LOW.search(f"{f.indicator} {f.head}"):
        return None
    done, plan = (done_for(f, world), f) if f.modality is Modality.TARGET else (f, plan_beside(f, world))
    if done is None or plan is None or plan.bound is Bound.UNDER:
        return None
    top = plan.high if plan.high is not None and way == ">" else plan.value
    return None if holds(way, done.value, top) else _false("mức hoàn thành kế hoạch", done if f is plan else plan)


def holds(way: str, done: Decimal, plan: Decimal) -> bool:
    """Whether what was done stands to the plan as said: ">" above it, "≥" reached, "<" below it."""
    return done > plan if way == ">" else done >= plan if way == "≥" else done < plan


def plan_beside(done: Figure, world: World) -> Figure | None:
    """The plan of a result: the one in parentheses right after it ("62% (mục tiêu 65%)"), or that of the very same name and year."""
    plans = [
        g for n in world.figures
        if (g := n.figure).modality is Modality.TARGET and g.measure is done.measure and g.unit == done.unit and g.value and g.base in (done.base, Base.NONE)
        and ((g.indicator, g.head) == (done.indicator, done.head) and g.period.year == done.period.year or g.table is None and g.sentence == done.sentence and re.fullmatch(rf"[^\d()]*\((?:[^\d()]*\s)?{PLAN}[^\d()]*", world.report.text[done.span.end : g.span.start] or "", re.I))
    ]  # fmt: skip
    return plans[0] if len({p.value for p in plans}) == 1 else None


def done_for(plan: Figure, world: World) -> Figure | None:
    """What was done of a planned figure: its own name in the same year, or the one result of its sentence."""
    done = [
        n.figure for n in world.figures
        if n.figure.modality in (Modality.ACTUAL, Modality.ESTIMATE) and same_unit(plan.unit, n.figure.unit) and n.figure.measure in (Measure.LEVEL, Measure.SHARE)
        and (n.figure.indicator, n.figure.head) == (plan.indicator, plan.head) and n.figure.period.year == plan.period.year
    ]  # fmt: skip
    beside = [f for f in done if f.sentence == plan.sentence and f.span.start < plan.span.start]
    return max(beside, key=lambda f: f.span.start) if beside else done[0] if len({f.value for f in done}) == 1 else None


# denials


NOT = re.compile(r"(?<!\w)(?:không|chưa|chẳng)\s+(?:hề\s+|được\s+|bị\s+|phải\s+)*(?P<verb>(?!phải|đúng|có|quá|đến|đầy|tới|nêu|kể|chỉ|những)[^\W\d]+\s+[^\W\d]+)", re.I)
_THIS = r"(?:các\s+|những\s+)?(?:số|khoản|phần|diện tích|lượng|dự án|hộ|đơn vị|trường hợp|vốn|tiền)(?:\s+[^\W\d]+){0,3}?\s+(?:này|đó|ấy|trên|nói trên|vừa nêu)"


def denied(text: str, right: Figure, world: World) -> str:
    """What the report denies of the figure and `text` says ("không tính vào nợ": "bị tính vào nợ"), or the reverse, in the report's words; "" for nothing."""
    if right.table is not None:
        return ""
    body = world.report.text
    line = right.sentence.of(body)
    following = re.match(rf"\s*{_THIS}(?!\w)[^\n.]*", body[right.sentence.end :], re.I)
    line += following[0] if following else ""
    at = right.span.start - right.sentence.start
    for m in NOT.finditer(line):
        if _beside(line, at, at + len(right.text), m.start()) and _affirmed(m["verb"], text):
            return m[0]
    for m in NOT.finditer(text):
        plain = re.search(rf"(?<!\w)(?P<not>(?:không|chưa|chẳng)\s+(?:\w+\s+)?)?{re.escape(m['verb'])}(?!\w)", line, re.I)
        if plain and not plain["not"] and _beside(line, at, at + len(right.text), plain.start()):
            return plain[0]
    return ""


def _affirmed(verb: str, text: str) -> bool:
    m = re.search(rf"(?<!\w)(?P<not>(?:không|chưa|chẳng)\s+(?:\w+\s+)?)?{re.escape(verb)}(?!\w)", text, re.I)
    return m is not None and not m["not"]


def _beside(line: str, start: int, end: int, at: int) -> bool:
    """Whether what stands `at` a place of the line is said of the figure: no end of a sentence, no other figure between, unless "số này" takes it up."""
    between = line[end:at] if at > end else line[at:start]
    taken_up = at > end and re.search(rf"[;.]\s+{_THIS}(?!\w)", between, re.I)
    if taken_up:
        between = between[: taken_up.start()] + between[taken_up.end() :]
    return not re.search(r"[;.]\s", between) and not any(_counted(between, m.end()) for m in _NUMBER.finditer(_blank_times(between)))


def _denied(s: Stated, n: Named, world: World) -> Finding | None:
    others = [m.start() for m in _NUMBER.finditer(_blank_times(s.behind)) if _counted(s.behind, m.end())]
    # up to the next figure's own words
    after = re.sub(r"(?:[,;:.(]|(?<!\w)(?:và|nhưng|còn|song|trong khi)(?!\w))(?:(?!(?<!\w)(?:và|nhưng|còn|song|trong khi)(?!\w))[^,;:.(])*$", "", s.behind[: others[0]]) if others else s.behind
    text = f"{own_clause(s).partition(chr(0))[0]} {after.partition(';')[0]}"
    words = denied(text, n.figure, world)
    return Finding(FALSE, f"báo cáo nêu “{words}”: {about(n.figure)}: {shown_value(n.figure)}", DENIED, n.figure) if words else None


# shares

def _other_whole(s: Stated, n: Named, world: World) -> Finding | None:
    """A share whose whole the text names otherwise than the report does: "44,1% tổng kim ngạch xuất nhập khẩu" of "44,1% kim ngạch xuất khẩu"."""
    f = n.figure
    if f.unit != "%" or f.table is not None or f.measure is not Measure.SHARE and not re.search(r"(?<!\w)chiếm\s+\S*\s*$", bearer(n, world).lead):
        return None
    mine, its = _whole(s.behind[len(s.figure.text) :] if s.behind.startswith(s.figure.text) else s.behind, world), _whole(world.report.text[f.span.end : f.sentence.end], world)
    if not mine or not its or mine <= its or its <= mine:  # "tổng vốn FDI vào Bình Hải" of "tổng vốn"
        return None
    known = its | set(naming(f"{f.indicator} {f.head}", world))
    if mine <= known:
        return None
    named = [m for m in world.figures if m.figure.measure is Measure.LEVEL and mine <= m.own | set(tokens(m.figure.unit))]
    return _false("tổng thể so sánh", f) if named and named[0].figure.span != f.span else None


def _whole(after: str, world: World) -> set[str]:
    m = re.match(r"[^,;.:()\d]*", in_full(after, world.short))  # "49,0% GTSXCN"
    return {w for w in naming(re.sub(r"(?<!\w)tổng(?!\w)", " ", timeless(m[0])), world) if w not in W.GENERIC} if m else set()


__all__ = ["DENIED", "NOT", "PLAN", "belied", "crossed", "done_for", "holds", "own_clause", "plan_beside"]
