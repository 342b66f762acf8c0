"""Questions that are worked out from two figures: by how much one is more than the other, what share one is of the other, their sum.

The question is taken apart into the phrases of its operands ("A nhiều hơn B bao nhiêu", "A chiếm mấy phần trăm B"), and both are
chosen together: how well each fits its phrase, by the fitted model, and how well the two belong together: one row, one column, one
sentence, one time. What a phrase leaves out is what its neighbour says. Where no pair is clearly the likeliest nothing is computed.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from chain import arithmetic, matching
from chain import words as W
from chain.answer import Answer
from chain.aside import of_those_alone
from chain.choosing import choose, of_the_part
from chain.compose import Draft, number, period_name, scaled
from chain.derive import in_scale, number_text
from chain.givers import another, giver, giver_of, named_giver, unlike, without_giver
from chain.operands import PLANNED, alike_units, part_of, uneven
from chain.question import Question, read
from chain.select import candidates, proper_names, residual
from chain.thesaurus import phrases
from chain.ways import way_before
from chain.world import Named, World, tokens
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period, name_of
from report.numbers import parse_number, quantities
from report.patterns import FROM, TO
from report.text import UPPER

_MANY = r"(?:bao nhiêu|mấy)(?!\w)"
_PLAN = r"kế hoạch|dự toán|mục tiêu|chỉ tiêu|kh năm|mức giao"
_FILL = r"(?:\s+(?:là|khoảng|được|tới|đến|chừng|những|thêm|lên|đi|hẳn))*"
_HOW_MORE = r"(?:nhiều|cao|lớn|đông|dài|rộng|nặng|đắt|mắc|ít|thấp|nhỏ|ngắn|rẻ|kém|vượt|trội)"
_LEAD = re.compile(r"^(?:cho (?:tôi |mình |em )?(?:hỏi|biết)|xin hỏi|hỏi|hãy tính|tính|thế|vậy|vậy thì)[,:]?\s+", re.I)

# Each pattern names the operands a and b, what asks (`how`) and what is said of both (`both`).
_GAP = tuple(
    re.compile(p, re.I)
    for p in (
        rf"^so(?: với)? (?P<b>.+?),\s*(?:thì\s+)?(?P<a>.+?)\s+(?:đã\s+|lại\s+|cũng\s+)*(?:tăng|giảm|hụt|có|{_HOW_MORE}\s*hơn|{_HOW_MORE})(?:\s+(?:thêm|lên|đi|hơn))*{_FILL}\s+(?P<how>{_MANY}.*)$",
        rf"^so(?: với)? (?P<b>.+?),\s*(?:thì\s+)?(?P<a>.+?)\s+thêm(?:\s+được)?{_FILL}\s+(?P<how>{_MANY}.*)$",
        rf"^so(?: với)? (?P<b>.+?)\s+(?:thì\s+)(?P<a>.+?)\s+(?:đã\s+|lại\s+|cũng\s+)*(?:tăng|giảm|hụt|{_HOW_MORE}\s*hơn)(?:\s+(?:thêm|lên|đi|hơn))*{_FILL}\s+(?P<how>{_MANY}.*)$",
        rf"^(?P<a>.+?)\s+(?:đã\s+|lại\s+|sẽ\s+)*(?:tăng|giảm|hụt|nhiều lên|ít đi|đông|{_HOW_MORE})(?:\s+(?:thêm|lên|đi|hơn))*{_FILL}\s+(?P<how>{_MANY}(?:(?!\sso\s).)*?)\s+so(?:\s+với)?\s+(?P<b>.+)$",
        rf"^(?P<a>.+?)\s+(?:lại\s+|còn\s+|đang\s+|đã\s+)*{_HOW_MORE}?\s*hơn(?:\s+so)?(?:\s+với)?\s+(?P<b>.+?){_FILL}\s+(?P<how>{_MANY}.*)$",
        rf"^(?:mức\s+|số\s+|khoảng\s+)?chênh(?: lệch)?\s+(?:giữa\s+|của\s+)?(?P<a>.+?)\s+(?:và|với|so với)\s+(?P<b>.+?)(?:\s+về\s+(?P<both>.+?))?(?:{_FILL}\s+(?P<how>{_MANY}.*))?$",
        rf"^(?:giữa\s+)?(?P<a>.+?)\s+(?:và|với|so với)\s+(?P<b>.+?)\s+(?:chênh|hơn kém|cách biệt)(?:\s+(?:lệch|nhau))*(?:\s+về\s+(?P<both>.+?))?{_FILL}\s+(?P<how>{_MANY}.*)$",
        rf"^(?:lấy|đem)\s+(?P<a>.+?)\s+trừ(?:\s+(?:đi|cho))*\s+(?P<b>.+?)\s+(?:thì\s+)?(?:còn|dư|ra|được|bằng|là|kết quả)(?:\s+(?:ra|lại|dư|là|được))*{_FILL}\s+(?P<how>{_MANY}.*)$",
        rf"^(?P<a>.+?)\s+(?:kém|thua|vượt)\s+(?P<b>.+?){_FILL}\s+(?P<how>{_MANY}.*)$",
    )
)  # fmt: skip
_IN_A_YEAR = re.compile(rf"^(?:trong|qua|sau)\s+(?:vòng\s+)?(?:một|1)\s+năm(?:\s+qua)?,?\s+(?P<a>.+?)\s+(?:đã\s+)?(?:tăng|giảm|có)(?:\s+(?:thêm|lên|đi))*\s+(?P<how>{_MANY}.*)$", re.I)
_PER_CENT = rf"{_MANY}\s*(?:phần trăm|%|phần)"
_SHARE = tuple(
    re.compile(p, re.I)
    for p in (
        rf"^trong(?: số)? (?P<b>.+?),\s*(?P<a>.+?)\s+chiếm{_FILL}\s+(?P<how>{_MANY}).*$",
        rf"^(?P<a>.+?)\s+(?:chiếm|bằng|tương đương){_FILL}\s+(?P<how>{_PER_CENT})\s*(?:của|trong|trên|so với|số)?\s*(?P<b>.+)$",
        rf"^(?P<a>.+?)\s+(?:chiếm|đóng góp)\s+(?:tỷ trọng|tỷ lệ|phần)?{_FILL}\s*(?P<how>{_MANY})(?:\s*(?:phần trăm|%))?\s+(?:(?:trong|của|trên|vào|cho)\s+|(?=(?:tổng|toàn bộ)\s))(?P<b>.+)$",
        rf"^(?:tỷ trọng|tỷ lệ|phần)\s+(?:của\s+)?(?P<a>.+?)\s+(?:trong(?! (?:độ tuổi|tuổi|nước|kỳ|năm|quý|tháng|đó))|trên(?! địa bàn)|so với)\s+(?P<b>.+?){_FILL}\s+(?P<how>{_MANY}).*$",
    )
)  # fmt: skip
_GAVE = re.compile(r"(?<!\w)đóng góp\s+(?:được\s+|khoảng\s+)?(?:bao nhiêu|mấy)(?!\s*(?:phần trăm|%|phần))", re.I)
_TOTAL = r"(?:tổng|cộng|gộp|cả thảy|tất cả|tính chung)"
_SUM = tuple(
    re.compile(p, re.I)
    for p in (
        rf"^{_TOTAL}(?:\s+(?:cộng|số|chung|của|cả))*\s+(?P<a>.+?)\s+(?:và|cộng với|cộng|với|lẫn)\s+(?P<b>.+?){_FILL}\s+(?P<how>{_MANY}.*)$",
        rf"^(?:cả\s+)?(?P<a>.+?)\s+(?:và|với|cùng|cùng với|lẫn)\s+(?P<b>.+?)\s+(?:cộng lại|gộp lại|tổng cộng|cả thảy|tất cả|cộng|tổng)(?:\s+\S+)??{_FILL}\s+(?P<how>{_MANY}.*)$",
        rf"^(?P<a>.+?)\s+(?:cộng(?:\s+(?:với|thêm))?|cùng với|lẫn)\s+(?!lại)(?P<b>.+?){_FILL}\s+(?P<how>{_MANY}.*)$",
        rf"^(?P<a>.+?)\s+và\s+(?P<b>.+?){_FILL}\s+(?:tổng cộng|cộng lại|tất cả)?{_FILL}\s*(?P<how>{_MANY}.*?\b(?:tổng cộng|cộng lại|tất cả))$",
    )
)  # fmt: skip
# "vốn FDI cả cấp mới lẫn tăng thêm"
_OF_BOTH = re.compile(rf"^(?:{_TOTAL}\s+)?(?P<s>.+?)\s+(?:gồm\s+|tính\s+|kể\s+)?cả\s+(?P<a>.+?)\s+(?:lẫn|và)\s+(?P<b>.+?)(?P<both>\s+(?:trong\s+)?(?:năm|tháng|quý|\d+ tháng)(?:\s.+?)?)?{_FILL}\s+(?P<how>{_MANY}.*)$", re.I)
# "Cộng cả nuôi và khai thác, sản lượng tôm 8 tháng là bao nhiêu"
_BOTH_FIRST = re.compile(rf"^(?:{_TOTAL}|tính)\s+(?:gộp\s+|chung\s+)?cả\s+(?P<a>[^,]+?)\s+(?:lẫn|và)\s+(?P<b>[^,]+?),\s*(?:thì\s+)?(?P<s>.+?)(?P<both>\s+(?:trong\s+)?(?:năm|tháng|quý|\d+ tháng)(?:\s.+?)?)?{_FILL}\s+(?P<how>{_MANY}.*)$", re.I)
_TIMES = tuple(
    re.compile(p, re.I)
    for p in (
        rf"^(?P<a>.+?)\s+gấp{_FILL}\s+(?P<how>{_MANY})(?:\s+lần)?\s*(?:so với\s+)?(?P<b>.+)$",
        rf"^(?P<a>.+?)\s+gấp\s+(?P<b>.+?)\s+(?P<how>{_MANY})\s+lần.*$",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Formula:
    """What is to be worked out of two operands, each a phrase that reads as a question of its own."""

    kind: str
    first: str
    second: str
    asked: str  # what follows "bao nhiêu" and what is said of both
    apart: tuple[str, str] = ("", "")  # by what the two differ


def formula(text: str) -> Formula | None:
    """The question taken apart; None when it asks for one figure."""
    text = _LEAD.sub("", re.sub(r"\s+", " ", text).strip(" ?."))
    if m := _IN_A_YEAR.match(text):
        return Formula("gap", m["a"], "đầu năm", m["how"])
    if m := _BOTH_FIRST.match(text) or _OF_BOTH.match(text):
        both = re.sub(r"^(?=năm|tháng|quý)", "trong ", (m["both"] or "").strip())
        return Formula("sum", f"{m['s']} {m['a']}", f"{m['s']} {m['b']}", f"{m['how']} {both}".strip(), (m["a"], m["b"]))
    for kind, patterns in (("share", _SHARE), ("times", _TIMES), ("sum", _SUM), ("gap", _GAP)):
        for pattern in patterns:
            m = pattern.match(text)
            if m is None:
                continue
            groups = m.groupdict()
            a, b = groups["a"].strip(" ,"), groups["b"].strip(" ,")
            if not a or not b or re.search(_MANY, a) or re.search(_MANY, b):
                continue
            how, both = groups.get("how") or "", groups.get("both") or ""
            if kind != "share" and "," in b:  # "cộng cả xuất lẫn nhập, chi cục A …": said of both
                b, rest = (t.strip() for t in b.split(",", 1))
                both = f"{both} {rest}"
            a, b = _of_the_same_goods(a, b)
            return Formula(kind, a, b, f"{how} {both}".strip())
    return None


_ONE_WAY_ALONE = re.compile(r"(?:hàng\s+)?(?:xuất|nhập)(?:\s+khẩu)?", re.I)
_WAY_OF_GOODS = re.compile(r"(?<!\w)(?P<way>xuất|nhập)(?=\s+khẩu\s+\w)", re.I)


def _of_the_same_goods(a: str, b: str) -> tuple[str, str]:
    """"Nhập khẩu chè nhiều hơn xuất khẩu": both are of the tea."""
    for whole, short, turned in ((a, b, False), (b, a, True)):
        m = _WAY_OF_GOODS.search(whole) if _ONE_WAY_ALONE.fullmatch(short) else None
        if m is not None and m["way"].lower() not in short.lower():
            other = f"{whole[: m.start()]}{'xuất' if m['way'].lower() == 'nhập' else 'nhập'}{whole[m.end() :]}"
            return (other, b) if turned else (a, other)
    return a, b


def answer(q: Question, draft: Draft) -> Answer | None:
    """The figure that the question asks to be worked out; None where it asks for none or the operands are not sure."""
    if q.claim:
        return None
    f = formula(q.text)
    if f is None:
        return None
    world = draft.world
    if f.kind == "gap" and q.measure is Measure.GROWTH and not q.unit and not re.search(r"(?<!\w)hơn(?!\w)", q.text, re.I) and choose(q, world):
        return None  # "tăng bao nhiêu so với tháng 2": a rate, which the report states
    if f.kind == "share" and q.measure is None and q.unit not in ("", "%"):
        return None  # "chiếm bao nhiêu người" asks for a count
    if f.kind == "sum" and ("," in f.first and not f.apart[0] or _SEVERAL.search(f.first)):
        return None
    if f.kind == "sum" and one_thing(q, world):
        return None
    a, b = operand(f.first, f, q, world), operand(f.second, f, q, world)
    if a is None or b is None:
        return None
    if f.kind in ("share", "sum") and not b.thing and not b.plan or f.kind == "gap" and q.operation == "filter":
        return None
    if f.kind == "gap" and not a.thing and not b.thing and not a.plan and b.relative and a.q.terms:  # "cả năm huyện giảm được bao nhiêu hộ nghèo so với đầu năm": what is counted is named behind
        a = replace(a, thing=True, q=replace(a.q, row=a.q.terms))
    if f.kind == "share" and (told := _of_so_many(a, b, draft)) is not None:
        return told
    found = pair(a, b, f, q, world)
    if found is None:
        return None
    if f.kind == "gap" and all(g.measure in (Measure.GROWTH, Measure.INDEX) for g in found) and not _POINTS.search(q.text):
        return None  # how much it rose is no distance between two rates
    if f.kind == "sum" and _ONE_NAME.search(q.text):
        return None
    if any(giver(phrase) and g.modality not in PLANNED and g.measure is Measure.LEVEL for phrase, g in zip((f.first, f.second), found)):
        return None  # what somebody assigned is a plan
    if any(another(phrase, g, world) for phrase, g in zip((f.first, f.second), found)):
        return None  # nor what was assigned what is striven for
    if f.kind == "share" and _no_whole_of(found, f.first, f.second, q):
        return None
    if f.kind == "share" and any(n.figure is found[0] and not of_the_part(q, n, world) for n in world.figures):
        return None
    if f.kind == "sum" and not all(_answers(o, g, world, named=bool(f.apart[0])) for o, g in zip((a, b), found)):
        return None
    result = {"gap": _gap, "share": _share, "times": _times, "sum": _sum}[f.kind](found[0], found[1], draft)
    if result is not None and f.kind == "share" and q.unit != "%" and _GAVE.search(q.text) and found[0].unit != "%":
        return draft.answer(f"{draft.phrase(found[0])}; {result.text[:1].lower()}{result.text[1:]}")  # so much, and so much of all
    return result


def _answers(o: Operand, f: Figure, world: World, *, named: bool) -> bool:
    """Whether a figure is what the operand's phrase is answered by when asked alone: nothing but their names holds the addends of a sum together."""
    if not o.thing or o.plan:
        return True
    chosen = choose(o.q, world)
    if not chosen:
        return named or not any(n.figure is f and lacks(o.q, n, world) for n in world.figures)  # `named`: it is called what tells it from the other
    return _same_fact(chosen[0].figure, f)


def one_thing(q: Question, world: World) -> bool:
    """Whether the report states all that a sum would be of under one name: "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"."""
    said = {t for t in q.terms if t not in W.GENERIC and t not in _ASKING}
    return any(" và " in n.figure.indicator and said <= set(tokens(f"{n.figure.indicator} {n.figure.scope}")) for n in world.figures)


_SEVERAL = re.compile(r"(?<!\w)(?:ba|bốn|năm|sáu|[3-9])\s+(?:khu vực|nhóm|loại|khoản|huyện|xã|ngành|mặt hàng|nước|đơn vị|khối|cây|vụ|quý|tháng|tỉnh)(?!\w)", re.I)


@dataclass(frozen=True)
class Operand:
    """A phrase read as a question, and whether it names a thing, a time or a plan."""

    q: Question
    thing: bool
    plan: bool
    relative: str = ""  # "cùng kỳ", "tháng trước": leans on the other operand's time
    total: bool = False  # called a total
    best: str = ""  # "cao nhất", "thấp nhất"
    giver: str = ""  # who assigned it


_RELATIVE = re.compile(r"cùng kỳ|(?:năm|tháng|quý|kỳ|vụ) (?:trước|ngoái|liền kề|liền trước)|(?:đầu|cuối) (?:năm|kỳ)", re.I)
_PLAN_WORDS = re.compile(rf"(?<!\w)(?:mức\s+)?(?:{_PLAN})(?:\s+(?:năm|đề ra|giao|được giao|đặt ra|cả năm))*(?!\w)", re.I)


_RISES = re.compile(rf"(?<!\w)(?:tăng|giảm|có|nhiều|ít|nhanh|hụt)\s+(?:thêm|đi|hơn|mất)\s+(?:khoảng\s+)?{_MANY}|(?<!\w)(?:trả|chi|tốn|đóng|nộp|bỏ)\s+thêm\s+(?:khoảng\s+)?{_MANY}|(?<!\w)(?:mất|bớt|teo|co|thu hẹp|hao)\s+(?:đi|bớt|lại|hụt)\s+(?:khoảng\s+)?{_MANY}|(?<!\w)thu hẹp\s+{_MANY}", re.I)


def asks_change(q: Question) -> bool:
    """Whether by how much something rose or fell is asked, in its own unit: no level of it answers that."""
    return q.operation == "lookup" and q.unit not in ("%", "phần trăm") and bool(_RISES.search(q.text)) and not re.search(r"tăng thêm(?: là)?\s*$", q.text, re.I)


def from_to(q: Question, level: Figure, draft: Draft) -> Answer | None:
    """By how much something rose or fell, where the report tells from what to what: "thu hẹp từ 6.800 ha còn 3.900 ha"."""
    text = draft.world.report.text
    if level.table is not None or level.measure is not Measure.LEVEL or not asks_change(q):
        return None
    beside = sorted((n.figure for n in draft.world.figures if n.figure.sentence == level.sentence and n.figure.indicator == level.indicator and n.figure.measure is Measure.LEVEL), key=lambda f: f.span.start)
    for first, last in zip(beside, beside[1:]):
        alike = first.unit.partition("/")[0] == last.unit.partition("/")[0]
        if alike and FROM.search(text, first.sentence.start, first.span.start) and TO.match(text, first.span.end, last.span.start) and level in (first, last) and first.value != last.value:
            a, b = (last, first) if last.value > first.value else (first, last)
            return arithmetic.subtract(replace(a, unit=b.unit), b, draft, "Tăng " if last.value > first.value else "Giảm ")
    return None


def earlier(q: Question, draft: Draft) -> Answer | None:
    """What there was at an earlier time that leans on the report's own ("cùng kỳ năm ngoái"), where a sentence tells it right after."""
    relative = _RELATIVE.search(q.text)
    if q.measure not in (None, Measure.LEVEL) or not q.amount or len(q.periods) != 1 or relative is None or W.SO_FAR.search(q.text) or q.periods[0].year not in (None, (draft.world.main_year or 0) - 1):
        return None
    now = replace(q, periods=(), measure=None, base=Base.NONE, direction=Direction.NONE, verb=(), operation="lookup")
    then = Operand(replace(q, terms=()), False, False, relative[0].lower())
    found = _beside(Operand(now, True, False), then, draft.world)
    return draft.answer(f"{draft.phrase(found[1])}.") if found is not None and found[1].value != found[0].value else None


def operand(phrase: str, f: Formula, q: Question, world: World) -> Operand | None:
    """What a phrase asks for as an operand; None when it says nothing."""
    try:
        own = read(f"{phrase} {f.asked}" if f.kind != "share" else phrase, world)
        bare = read(phrase, world)
    except ValueError:
        return None
    who = giver(phrase)
    plan = own.modality in PLANNED and not (bare.modality is Modality.ESTIMATE and Modality.TARGET is own.modality) or bool(who)  # "so với ước năm 2025, … theo mục tiêu"
    relative = _RELATIVE.search(phrase)
    terms = tuple(t for t in own.terms if t not in _ASKING)
    unsaid = set(tokens(named_giver(phrase))) if who else set()
    thing = any(t not in _ASKING and t not in unsaid for t in bare.terms) or bool(bare.numbers)
    if not thing and not bare.periods and not relative and not plan:
        named = tuple(t for t in tokens(phrase) if t not in W.STOP and t not in W.GENERIC)  # a town of the province's own name
        if not named:
            return None
        terms, thing = (*terms, *named), True
    unit = "" if f.kind in ("share", "times") else q.unit
    one = replace(
        own, terms=terms, row=own.row if thing else terms, measure=None, base=Base.NONE, direction=Direction.NONE, unit=unit, verb=(), operation="lookup", amount=True,
        also_target=False, modality=own.modality if plan or own.modality is None else None, raw=f"{phrase} {f.asked}", other_place="", excluded=frozenset(),
    )  # fmt: skip
    best = _BEST.search(phrase)
    return Operand(replace(one, periods=_dated(one.periods)), thing, plan, relative[0].lower() if relative else "", bool(re.match(r"(?:tổng|toàn bộ|cả)(?!\w)", phrase, re.I)), best[0].lower() if best else "", who)


_BEST = re.compile(r"(?<!\w)(?:cao|thấp|lớn|nhỏ|nhiều|ít) nhất", re.I)


def _dated(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """"Quý III năm trước" as one time."""
    year = next((p.year for p in periods if p.kind == "any" and p.year), None)
    parts = [p for p in periods if p.kind in ("quarter", "month", "months") and p.year is None]
    return tuple(replace(p, year=year) for p in parts) if year and parts else periods


def _as_said(a: Operand, b: Operand) -> tuple[Operand, Operand]:
    """The two operands, each with the time, and a mere measure with the thing, that only the other one names."""
    if not a.q.periods and b.thing and b.q.periods and not b.relative:
        a = replace(a, q=replace(a.q, periods=b.q.periods))
    if not b.q.periods and b.thing and a.q.periods and not b.relative:
        b = replace(b, q=replace(b.q, periods=a.q.periods))
    if b.thing and set(b.q.terms) <= set(a.q.terms) and (b.best or a.best or b.q.periods != a.q.periods or b.plan is not a.plan):
        b = replace(b, q=replace(b.q, terms=a.q.terms, row=a.q.terms, nouns=a.q.nouns))
    return a, b


_ASKING = frozenset(["thêm", "hơn", "chênh", "lệch", "thực", "hiện", "mức", "kế", "hoạch", "dự", "toán", "mục", "tiêu", "chỉ", "đề", "ra", "giao", "nữa", "kỳ", "cùng", "trước", "ngoái", "đầu", "cuối", "kém"])


def pair(a: Operand, b: Operand, f: Formula, q: Question, world: World) -> tuple[Figure, Figure] | None:
    """The two figures that are meant, chosen together; None when they are not sure."""
    if not a.thing and not b.thing:
        return None
    if not a.thing:
        other = pair(b, a, f, q, world)
        return (other[1], other[0]) if other is not None else None
    if not b.thing:
        if (beside := _beside(a, b, world)) is not None or b.relative or not b.q.periods:
            return beside
        b = replace(b, thing=True, q=replace(b.q, terms=a.q.terms, row=a.q.terms, nouns=a.q.nouns, numbers=a.q.numbers))
    alone = b
    a, b = _as_said(a, b)
    first, second = _scored(a, world), _scored(b, world) or (_scored(alone, world) if alone.thing else [])
    first, second = (_of_all_columns(side, set(a.q.terms) | set(b.q.terms)) for side in (first, second))
    if f.kind == "share":
        first = [t for t in first if not (_WITHOUT.match(t[1].figure.head) and len((set(tokens(t[1].figure.head)) & set(a.q.terms)) - W.STOP - W.GENERIC) > 1)]  # "thu nội địa (loại trừ tiền sử dụng đất)" is no part that is the land's
        first, second = _part_and_whole(_of_the_flow(first, a, b, world), [t for t in second if not _of_some_alone(q, t[1].figure)] or second, set(a.q.terms), set(b.q.terms))
    if f.apart[0]:
        first, second = ([t for t in side if _called(t[1], said)] for side, said in zip((first, second), f.apart))
    words_a, words_b = set(a.q.terms), set(b.q.terms)
    row = f" {' '.join((a.q.text, b.q.text, *a.q.terms, *b.q.terms)).lower()} "  # "đầu" of "đầu tư" is no term
    first, second = ([t for t in side if not W.contrary(row, f" {t[1].figure.indicator} {t[1].figure.head} ".lower())] for side in (first, second))  # exports are no part of imports
    out: dict[tuple[Decimal, Decimal], list[tuple[float, Figure, Figure]]] = defaultdict(list)
    none = matching.weights()["none"]
    for s, x, _ in first:
        for t, y, _ in second:
            u, v = x.figure, y.figure
            if u is v or u.span == v.span or u.unit != v.unit and not alike_units(u.unit, v.unit) or u.high is not None or v.high is not None:
                continue
            if f.kind != "share" and (uneven(a.q, u, v) or uneven(b.q, v, u)):
                continue
            if f.kind == "share" and (u.value > v.value or "/" in u.unit or u.unit == "%"):
                continue
            if f.kind == "share" and _leaves_out(v, u):
                continue
            if f.kind == "sum" and (part_of(u, v) or part_of(v, u) or "/" in u.unit or u.unit == "%"):
                continue
            out[u.value, v.value].append((s + t + _together(x, y, words_a, words_b, a, b, f), u, v))
    if f.kind == "sum":
        out = _alike_called(out, words_a - words_b, world)
    if not out:
        return None
    tops = {k: max(v, key=lambda p: p[0]) for k, v in out.items()}
    best = max(tops.values(), key=lambda p: p[0])
    # the same two in fewer or more digits are no others
    whole = sum(math.exp(min(p[0] - best[0], 0.0)) for p in tops.values() if p is best or not (_same_fact(p[1], best[1]) and _same_fact(p[2], best[2]))) + math.exp(2 * none - best[0])
    return (best[1], best[2]) if 1 / whole >= _SURE else None


_SURE = 0.55


def _same_fact(f: Figure, g: Figure) -> bool:
    return f.value == g.value and f.unit == g.unit or matching.rounds(f, g) or matching.rounds(g, f)


def _part_and_whole(first: list[tuple[float, Named, bool]], second: list[tuple[float, Named, bool]], said: set[str], of_all: set[str]) -> tuple[list[tuple[float, Named, bool]], list[tuple[float, Named, bool]]]:
    """The figures of a part that bear all its name, where one does, and those of a whole that do not: "Khau Sìn chiếm … tổng kim ngạch" is no share of Khau Sìn's."""
    named = said - of_all - W.GENERIC - W.STOP - _COUNTING
    if not named:
        return first, second

    def bears(n: Named) -> bool:
        return named <= n.own | (frozenset() if _WITHOUT.match(n.figure.head) else n.head) | set(tokens(f"{n.figure.scope} {n.figure.unit}"))

    parts = [t for t in first if bears(t[1])]
    parts = [t for t in parts if not _somebodys(t[1], said | of_all)] or parts  # "góp vốn, mua cổ phần", not that of China
    return parts or first, [t for t in second if not bears(t[1]) or of_all - said - W.GENERIC - W.STOP <= t[1].own] if parts else second


_BOTH_WAYS = "xuấtnhậpkhẩu"  # one word to `chain.world.tokens`
_BALANCE = frozenset(("siêu", "cán", "thặng", "thâm"))


def _of_some_alone(q: Question, f: Figure) -> bool:
    """Whether what some firms did is told in a figure's own name, where none of them are asked of: "doanh nghiệp FDI xuất khẩu" is no whole of all exports."""
    return of_those_alone(q, replace(f, head=f.indicator))


def _of_the_flow(first: list[tuple[float, Named, bool]], a: Operand, b: Operand, world: World) -> list[tuple[float, Named, bool]]:
    """The parts that are of the flow which the whole is of: neither FDI's registered capital nor its surplus is any part of exports."""
    asked = set(a.q.terms) | set(b.q.terms)
    flows = {"xuất", "nhập"} & asked
    if not asked & _BALANCE:
        first = [t for t in first if not t[1].own & _BALANCE]
    if {"xuất", "nhập"} & set(a.q.terms) and _BOTH_WAYS in b.q.terms:
        return first  # exports are asked to be held against all trade
    if len(flows) == 2 or _BOTH_WAYS in asked:  # FDI's exports are no part of what all trade is to be held against
        return [t for t in first if _BOTH_WAYS in t[1].own or len({"xuất", "nhập"} & t[1].own) != 1]
    if len(flows) != 1 or "khẩu" not in asked:
        return first
    return [t for t in first if flows <= t[1].own | t[1].head | t[1].clause | t[1].lead | (t[1].around if t[1].figure.table is not None else frozenset()) or t[1].figure.table is None and way_before(t[1].figure, world).strip() in flows]


def _of_all_columns(side: list[tuple[float, Named, bool]], said: set[str]) -> list[tuple[float, Named, bool]]:
    """Without what a column tells of a part of its row that nobody asked for: "chi thường xuyên cấp xã" beside "chi thường xuyên"."""

    def narrower(f: Figure, g: Figure) -> bool:
        beside = f.table is not None and (f.table, f.row, f.unit, f.period, f.measure) == (g.table, g.row, g.unit, g.period, g.measure)
        return beside and f.indicator.startswith(f"{g.indicator} ") and not set(tokens(f.indicator[len(g.indicator) :])) & said

    return [t for t in side if not any(narrower(t[1].figure, o[1].figure) for o in side)]


def _somebodys(n: Named, said: set[str]) -> bool:
    """Whether a figure's own name holds a proper name that is not asked for."""
    return any(not w.isupper() and w.lower() not in said for w in re.findall(rf"(?<!\w)[{UPPER}][^\W\d_]+", n.figure.indicator))


_WITHOUT = re.compile(r"(?:nếu\s+)?(?:loại trừ|không (?:kể|tính|bao gồm|gồm)|chưa (?:kể|tính)|trừ)(?!\w)", re.I)


def _leaves_out(whole: Figure, part: Figure) -> bool:
    """Whether a total is told without the very part: "loại trừ tiền sử dụng đất, thu nội địa còn …"."""
    return any(_WITHOUT.match(name) and len((set(tokens(name)) & set(tokens(part.indicator))) - W.STOP - W.GENERIC) > 1 for name in (whole.head, whole.scope, whole.indicator))


def _of_so_many(a: Operand, b: Operand, draft: Draft) -> Answer | None:
    """The share that is told as so many of so many: "đã khởi công 21/35 công trình"."""
    likely = _scored(a, draft.world)[:1]
    if not likely or not _likely(likely[0][0]) or not set(b.q.terms) - _ASKING <= set(a.q.terms) | set(tokens(likely[0][1].figure.unit)):
        return None
    f = likely[0][1].figure
    printed = f.span.of(draft.world.report.text)
    m = re.search(r"(\d[\d.,]*)\s?/\s?(\d[\d.,]*)", printed)
    if m is None or not any(w.fraction_of is not None for w in quantities(printed)):
        return None
    done, whole = parse_number(m[1])[0], parse_number(m[2])[0]
    if not whole or done > whole:
        return None
    value = (done * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    n = draft.state(f)
    exact = done * 100 == value * whole
    draft.calculations.append(f"{m[1]} : {m[2]} × 100 {'=' if exact else '≈'} {number(value)}%")
    return draft.answer(f"{'' if exact else 'Khoảng '}{number(value)}%: {name_of(f)} {f.text} [{n}].")


def _alike_called(out: dict[tuple[Decimal, Decimal], list[tuple[float, Figure, Figure]]], said: set[str], world: World) -> dict[tuple[Decimal, Decimal], list[tuple[float, Figure, Figure]]]:
    """The pairs whose second figure is called all that names the first one too ("vốn đăng ký … trong khu và cụm"), where there are such."""
    alike = {k: kept for k, pairs in out.items() if (kept := [p for p in pairs if (named := said & set(tokens(p[1].indicator)) - W.GENERIC) and len(named) > 1 and named <= set(tokens(p[2].indicator))])}
    return alike or out


def _called(n: Named, said: str) -> bool:
    """Whether a figure is named after what tells an operand apart, in the question's words or in those that a report has for them."""
    row = tuple(tokens(said))
    if set(row) & (n.own | n.clause):
        return True
    others = [other for phrase, named in phrases(row, 0) if phrase == row for other in named]
    return any(set(other) <= n.own | n.head | n.around and set(other) & n.own for other in others)


def _scored(o: Operand, world: World, keep: int = 16) -> list[tuple[float, Named, bool]]:
    """The level figures that the operand's phrase may mean, with their utility and whether they say all of it, best first."""
    out = []
    for n, x in candidates(o.q, world):
        g = n.figure
        if g.measure is not Measure.LEVEL or (g.modality in PLANNED) is not o.plan and not _future(o.q, g):
            continue
        if residual(o.q, g) or unlike(giver_of(g, world), o.giver):
            continue
        hedged = 1.0 if g.bound and g.table is None else 0.0  # "hơn 4.200 tỷ đồng" where it is told to the unit elsewhere
        named = _BEST.search(f"{g.indicator} {g.scope}")
        worth = (-3.0 if named else 0.0) if not o.best else 2.0 if named and named[0].lower() == o.best else -2.0
        if o.total and ("tổng" in n.own or any(part_of(m.figure, g) for m in world.figures)):
            worth += 1.5
        if g.period.kind == "range" and any(p.kind == "year" for p in o.q.periods) and not any(p.kind == "range" for p in o.q.periods):
            worth -= 2.0  # five years are no year, though they end with it
        out.append((matching.score(x) + worth - hedged, n, x["all_near"] > 0))
    if o.total:  # "tổng thu" is none of the revenues that are told under it, where one is called the total
        telling = {w for w in o.q.terms if w not in W.GENERIC}
        out = [t for t in out if "tổng" in t[1].own and telling <= t[1].own] or out
    done = {(n.figure.unit, n.figure.period.year) for _, n, _ in out if n.figure.modality not in PLANNED}
    if not o.plan:  # what was planned for a year is not meant beside what came of it
        out = [t for t in out if t[1].figure.modality not in PLANNED or (t[1].figure.unit, t[1].figure.period.year) not in done]
    out = [t for t in out if not (t[1].figure.bound is Bound.OVER and any(_told_finer(t[1].figure, m.figure) for _, m, _ in out))]
    out.sort(key=lambda t: -t[0])
    return _all_said(o.q, out[:keep], world)


def _told_finer(f: Figure, g: Figure) -> bool:
    """Whether "hơn 6.300 tỷ đồng" is told to the unit elsewhere: 6.318, of the same time."""
    size = f.step.scaleb((f.value / f.step).normalize().as_tuple().exponent)  # type: ignore[arg-type]
    return g.bound is Bound.NONE and g.unit == f.unit and 0 < g.value - f.value <= size and matching.same_time(f, g)


def _all_said(q: Question, found: list[tuple[float, Named, bool]], world: World) -> list[tuple[float, Named, bool]]:
    """The figures without those that another one beside them outdoes: it carries every name of the phrase."""
    for name in proper_names(replace(q, text=f"của {q.text}", raw=f"của {q.text}"), world):
        named = [t for t in found if set(name) <= t[1].own | t[1].head | set(tokens(t[1].figure.scope))]
        found = named or found  # "cửa khẩu Pò Tấu": not the one told after it
    lacking = {n.figure.span: lacks(q, n, world) for _, n, _ in found}
    telling = frozenset(w for w in q.terms if w in world.idf and w not in _ASKING and w not in W.GENERIC and w not in _COUNTING)
    found = [t for t in found if not telling or not telling <= lacking[t[1].figure.span]]  # nothing that is asked for is told of it
    if any(telling <= n.own | n.head and not lacking[n.figure.span] for _, n, _ in found):  # where all of a name is told of one, what lacks half of it is another
        found = [t for t in found if 2 * len(lacking[t[1].figure.span] & telling) < len(telling) or not telling]
    return [t for t in found if not lacking[t[1].figure.span] or not any(not lacking[n.figure.span] and _kin(n.figure, t[1].figure) and not (lacking[t[1].figure.span] <= _FLOWS and _narrower(q, n, t[1])) for _, n, _ in found)]


_FLOWS = frozenset(("thu", "chi", "nộp"))


def _narrower(q: Question, n: Named, whole: Named) -> bool:
    """Whether a figure is a part of another one, named by more than is asked: "thu nội địa" of "TP. Hồ Chí Minh", where it is asked how much that took in."""
    return bool(n.figure.head) and n.figure.head == whole.figure.indicator and bool(n.own - set(q.row) - set(q.terms) - W.STOP)


_COUNTING = frozenset(w for noun in W.MEASURE_NOUNS for w in noun.split())
_COUNTED_IN = frozenset(("diện", "tích", "sản", "lượng", "năng", "suất"))  # a row's unit says it


def _kin(f: Figure, g: Figure) -> bool:
    """Whether two figures are told of in one sentence, in one table, or one under the other's name."""
    return f.unit == g.unit and (f.sentence == g.sentence or f.table is not None and f.table == g.table or bool(f.head) and f.head == g.indicator)


def lacks(q: Question, n: Named, world: World) -> frozenset[str]:
    """The words of a question that name some figure of the report and stand nowhere close to this one."""
    held = n.own | n.head | n.clause | n.lead | n.around | set(tokens(f"{n.figure.scope} {n.figure.unit} {world.section_of(n.figure)}"))
    return frozenset(w for w in q.terms if w in world.idf and w not in held and w not in _ASKING and w not in W.GENERIC)


def _future(q: Question, f: Figure) -> bool:
    """Whether a plan is meant though it is not called one: "năm 2030 so với năm 2025"."""
    return f.modality in PLANNED and any(p.year == f.period.year for p in q.periods) and q.modality is None


def _together(x: Named, y: Named, words_a: set[str], words_b: set[str], a: Operand, b: Operand, f: Formula) -> float:
    """How well two figures belong together, in the units of the fitted model."""
    u, v = x.figure, y.figure
    worth = 0.0
    if u.table is not None and u.table == v.table:
        worth += 1.0 + (1.5 if u.column == v.column or u.row == v.row else 0.0)
    elif u.table is None and v.table is None and u.sentence == v.sentence:
        worth += 2.0
    elif u.head and u.head == v.head or u.indicator == v.indicator:
        worth += 1.0
    if (u.modality in PLANNED) is not (v.modality in PLANNED) and a.plan is b.plan and not (_future(a.q, u) or _future(b.q, v)):
        worth -= 4.0
    same_time = u.period == v.period
    if same_time or not u.period or not v.period:
        worth += 1.0
    elif not (a.q.periods or b.q.periods):
        worth -= 2.0
    if f.kind == "share" and part_of(u, v):
        worth += 2.0
    # what the one phrase says and the other leaves out holds for both
    for lacking, n, other in ((words_a - words_b, y, x), (words_b - words_a, x, y)):
        shared = [w for w in lacking if w in other.own | other.head]
        if shared:
            held = n.own | n.head | n.clause | n.around
            worth += 1.0 * sum(w in held for w in shared) / len(shared)
    return worth


_THEN = re.compile(r"cùng kỳ|năm trước|năm ngoái|kỳ trước", re.I)


def _beside(a: Operand, b: Operand, world: World) -> tuple[Figure, Figure] | None:
    """The likeliest figure of a thing and that of the very same thing at another time, or its plan."""
    now = [t for t in _scored(replace(a, q=replace(a.q, periods=_without(a.q.periods, b))), world) if _likely(t[0])]
    if not now:
        return None
    wants = [p for p in b.q.periods if p.kind in ("month", "months", "quarter") and p.part]
    for s, n, whole in now:
        if s < now[0][0] - (3.5 if whole or set(a.q.terms) - _COUNTED_IN <= n.own | n.head else 1.0):
            continue
        if wants and not a.q.periods and not any((p.kind, p.part) == (n.figure.period.kind, n.figure.period.part) or _earlier_this_year(p, n.figure.period) for p in wants):
            continue  # "so với quý III năm trước": the third quarter is asked of
        others = _counterparts(n, b, world)
        if not others:
            continue
        return (n.figure, others[0]) if len({g.value for g in others}) == 1 else None
    return None


def _earlier_this_year(then: Period, now: Period) -> bool:
    """"Đắt hơn cuối tháng Bảy" of what is told of August."""
    return then.kind == now.kind == "month" and then.year in (None, now.year) and (then.part or 13) < (now.part or 0)


def _likely(s: float) -> bool:
    return s >= matching.weights()["none"] - 0.5


def _without(periods: Iterable[Period], b: Operand) -> tuple[Period, ...]:
    """The times of the whole question without those that it is compared with."""
    return tuple(p for p in periods if p not in b.q.periods)


def _counterparts(n: Named, b: Operand, world: World) -> list[Figure]:
    """What the report states of the same thing at the time, or as the plan, that `b` names."""
    f = n.figure
    places = [m for m in world.figures if m.figure.value == f.value and m.figure.unit == f.unit and m.figure.measure is Measure.LEVEL and m.figure.period.year == f.period.year and (m is n or _same_thing(m, n))]
    out: list[Figure] = []
    for m in places:
        for o in world.figures:
            g = o.figure
            if g is m.figure or g.measure is not Measure.LEVEL or not alike_units(g.unit, f.unit) or g.high is not None:
                continue
            if (g.modality in PLANNED) is not b.plan or unlike(giver_of(g, world), b.giver):
                continue
            if not b.plan and _told_after(m.figure, o, b, world):
                out.append(g)
                continue
            if not (_same_row(m.figure, g) and (_same_column_kind(m, o) or bool(b.giver) and giver_of(g, world) != "" and not unlike(giver_of(g, world), b.giver) and giver_of(m.figure, world) != "") or _same_thing(m, o) or b.giver and _given_otherwise(m.figure, g, b.giver, world)):
                continue
            if b.plan and (not b.q.periods and g.period.year == f.period.year or any(p.year == g.period.year for p in b.q.periods)) or not b.plan and _then(m.figure, g, b, world):
                out.append(g)
    return out


_AGO = re.compile(r"(?<!so )(?<!với )(?:cùng kỳ(?: (?:năm (?:trước|ngoái|\d{4})))?|năm (?:trước|ngoái|\d{4})|đầu năm|cuối năm (?:trước|ngoái|\d{4}))", re.I)


def _told_after(f: Figure, o: Named, b: Operand, world: World) -> bool:
    """Whether a sentence or bracket right after `f` tells its earlier amount and names nothing else: "Cùng kỳ năm ngoái có 6.730 lượt"."""
    g = o.figure
    if g.table is not None or f.table is not None or not 0 < g.span.start - f.span.end < 220 or not b.relative:
        return False
    text = world.report.text
    between = text[f.span.end : g.span.start]
    if "\n" in between:
        return False
    following = min((n.figure.span.start for n in world.figures if n.figure.span.start >= g.span.end), default=g.span.end + 40)
    behind = text[g.span.end : g.span.end + 40] if following > g.span.end + 40 else text[g.span.end : following].rpartition("(")[0]  # "(cùng kỳ 745 ca)" is told of 745
    near_by = f"{re.split(r'[,;(.]', between)[-1]} {re.split(r'[,;).]', behind)[0]}"
    said = _AGO.search(near_by)
    if said is None or not _same_time_word(b.relative, said[0]):
        return False
    own = {w for w in o.own if w not in W.STOP and w not in tokens(g.unit)}
    return own <= set(tokens(f"{f.indicator} {f.head} {f.scope} {said[0]}"))


def _same_time_word(asked: str, said: str) -> bool:
    """Whether two words for an earlier time mean the same one."""
    opening = re.compile(r"(?:đầu|cuối) năm", re.I)
    return bool(opening.search(asked)) is bool(opening.search(said))


def _same_row(f: Figure, g: Figure) -> bool:
    return f.table is not None and f.table == g.table and f.row is not None and f.row == g.row


def _same_column_kind(m: Named, o: Named) -> bool:
    """Whether two cells of one row count the same thing: their names differ in words of time alone."""
    return all(w in _ENDS or w.isdigit() for w in (m.own ^ o.own))


_ENDS = frozenset(["đầu", "cuối", "kỳ", "năm", "số", "tính", "đến", "ngày", "tháng", "thời", "điểm", "cùng", "trước", "thực", "hiện", "ước", "chính", "thức", "sơ", "bộ", "kế", "hoạch"])


def _given_otherwise(f: Figure, g: Figure, who: str, world: World) -> bool:
    """Whether `g` is the plan that `who` gave of what another gave `f` of: "do HĐND tỉnh giao …, cao hơn mức Thủ tướng giao (…)"."""
    named = without_giver(f.indicator)
    its = giver_of(g, world)
    return its != "" and not unlike(its, who) and unlike(giver_of(f, world), who) and f.head == g.head and named == without_giver(g.indicator) != "" and f.period == g.period


def _same_thing(m: Named, o: Named) -> bool:
    f, g = m.figure, o.figure
    return (f.indicator.lower() == g.indicator.lower() or m.zones.rows[0] == o.zones.rows[0]) and f.scope == g.scope and (f.head.lower() == g.head.lower() or "" in (f.head, g.head) and f.table is None and g.table is None)


def _header(g: Figure, world: World) -> str:
    if g.table is None or g.column is None:
        return ""
    table = world.report.tables[g.table]
    return " ".join(r[g.column].text for r in table.rows[: table.header_rows] if g.column < len(r))


def _then(f: Figure, g: Figure, b: Operand, world: World) -> bool:
    """Whether `g` is of the time that `b` names, seen from `f`."""
    p, then = f.period, g.period
    year = p.year or world.main_year
    header = _header(g, world).lower()
    wants = [w for w in b.q.periods if w.kind not in ("any", "")]
    lately = b.relative
    if wants:
        return any(_at(w, then, world) for w in wants) or g.table is not None and any(w.kind == "year" and str(w.year) in header and str(w.year) not in _header(f, world) for w in wants)
    years = {w.year for w in b.q.periods if w.year}
    if re.match(r"tháng|quý", lately):
        kind = "month" if lately.startswith("tháng") else "quarter"
        last = 12 if kind == "month" else 4
        if p.kind != kind or not p.part:
            return False
        return then.kind == kind and then.part == (p.part - 1 or last) and (then.year or year) == ((year or 0) - (p.part == 1))
    if re.match(r"đầu|cuối", lately):
        return then.kind in ("date", "year") and then.year == (year or 0) - 1 or g.table is not None and re.search(r"đầu (?:năm|kỳ)|31/12|cuối năm", header) is not None
    if lately or years:
        want = next(iter(years), (year or 0) - 1)
        if g.table is not None and f.table == g.table and not then.label and re.search(r"cùng kỳ|năm trước|năm ngoái", header):
            return True
        if then.year != want:
            return False
        return then.kind == p.kind and then.part == p.part or p.kind in ("", "date", "year") and then.kind in ("date", "year")
    return False


def _at(want: Period, then: Period, world: World) -> bool:
    if want.kind == "year":
        return then.kind == "year" and then.year == want.year
    return then.kind == want.kind and then.part == want.part and (then.year or world.main_year) == (want.year or world.main_year)


def _labelled(f: Figure, draft: Draft) -> str:
    mark = draft.state(f)
    when = period_name(f.period)
    kind = "kế hoạch" if f.modality is Modality.TARGET else ""
    told = ", ".join(t for t in (kind if kind not in name_of(f).lower() else "", when if when and draft.supported(when) else "") if t)
    return f"{name_of(f)} {f.text}" + (f" ({told})" if told else "") + f" [{mark}]"


def _gap(a: Figure, b: Figure, draft: Draft) -> Answer | None:
    gap = a.value - b.value
    like = a if a.scale <= b.scale else b
    labels = _labelled(a, draft), _labelled(b, draft)
    text = scaled(abs(gap), like)
    if like.unit == "%":
        text = text.replace("%", " điểm phần trăm")
    draft.calculations.append(f"{in_scale(a, like)} − {in_scale(b, like)} = {'−' if gap < 0 else ''}{text}")
    over_time = a.period != b.period and a.indicator == b.indicator and a.modality not in PLANNED and b.modality not in PLANNED
    lead = "Bằng nhau, chênh" if not gap else ("Tăng" if gap > 0 else "Giảm") if over_time else "Chênh"
    return draft.answer(f"{lead} {text}: {labels[0]}, {labels[1]}.")


def _share(a: Figure, b: Figure, draft: Draft) -> Answer | None:
    if not b.value:
        return None
    exact = a.value * 100 / b.value
    value = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if not value:
        return None  # "khoảng 0%" tells nothing
    off = value * (a.step / abs(a.value) + b.step / abs(b.value)) / 2  # what the operands' rounding leaves open
    if off > Decimal("0.05"):
        value = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)  # from the exact one: never rounded twice
    told = [n.figure for n in draft.world.figures if n.figure.unit == "%" and n.figure.measure in (Measure.SHARE, Measure.COMPLETION, Measure.LEVEL) and abs(n.figure.value - value) <= n.figure.step * Decimal("0.6")]
    mine = _telling(a)
    told = [
        g for g in told
        if (g.table, g.row if g.table is not None else g.sentence) == (a.table, a.row if a.table is not None else a.sentence)
        or g.measure in (Measure.SHARE, Measure.COMPLETION) and len(re.sub(r"\D", "", g.text)) > 2 and mine & _telling(g) and g.period.year == a.period.year
    ]  # fmt: skip
    if told:  # the report says it itself
        return draft.answer(f"{draft.phrase(told[0])}.")
    labels = _labelled(a, draft), _labelled(b, draft)
    draft.calculations.append(f"{number_text(a)} : {in_scale(b, a)} × 100 ≈ {number(value)}%")
    return draft.answer(f"Khoảng {number(value)}%: {labels[0]} so với {labels[1]}.")


_POINTS = re.compile(r"(?<!\w)(?:điểm|chênh|hơn|kém|cao|thấp|tốc độ|mức (?:tăng|giảm)|tăng trưởng|nhanh|chậm|giữa|bao nhiêu lần)(?!\w)", re.I)
_ONE_NAME = re.compile(r"tổng mức bán lẻ(?: hàng h(?:óa|oá))? và doanh thu", re.I)  # one indicator, no two
_CAPITALS = re.compile(rf"(?<=\s)[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)+|^[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)+")


def _no_whole_of(found: Sequence[Figure], first: str, second: str, q: Question) -> bool:
    """Whether the second operand is no whole of the first: imports of exports, or itself of somebody whom the question names as the part alone."""
    a, b = ({"xuất", "nhập"} & set(tokens(f.indicator)) for f in found[:2])
    if len(a) == len(b) == 1 and a != b and not a | b <= set(tokens(q.text)):
        return True
    whole = f" {' '.join(tokens(name_of(found[1])))} "
    said = [" ".join(tokens(m[0])) for m in _CAPITALS.finditer(q.raw)]
    return any(f" {name} " in f" {' '.join(tokens(first))} " and f" {name} " not in f" {' '.join(tokens(second))} " and f" {name} " in whole for name in said)


def _telling(f: Figure) -> set[str]:
    return {w for w in tokens(f"{f.indicator} {f.scope}") if w not in W.STOP and w not in W.GENERIC}


def _times(a: Figure, b: Figure, draft: Draft) -> Answer | None:
    if not b.value:
        return None
    value = (a.value / b.value).quantize(Decimal("0.1") if a.value >= 2 * b.value else Decimal("0.01"), ROUND_HALF_UP)
    labels = _labelled(a, draft), _labelled(b, draft)
    draft.calculations.append(f"{number_text(a)} : {in_scale(b, a)} ≈ {number(value)} lần")
    return draft.answer(f"Khoảng {number(value)} lần: {labels[0]} so với {labels[1]}.")


def _sum(a: Figure, b: Figure, draft: Draft) -> Answer | None:
    labels = _labelled(a, draft), _labelled(b, draft)
    like = a if a.scale <= b.scale else b
    total = scaled(a.value + b.value, like)
    draft.calculations.append(f"{in_scale(a, like)} + {in_scale(b, like)} = {total}")
    return draft.answer(f"{total}: {labels[0]}, {labels[1]}.")
