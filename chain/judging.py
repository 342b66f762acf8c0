"""A stated figure against a report's figures, slot by slot: the one judge of claims, pasted texts and answers.

`Stated` is a figure that a text states, as the report's own reader reads it, with how far its slots were said and how far
they were carried over from the sentences before. `judge` looks for the report's figure of the same slots (`select.find`) and
says whether it agrees, which slot is wrong, or that the report does not state it. What cannot be decided is "not there".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from chain import words as W
from chain.agreeing import (
    ABSENT,
    CHANGES,
    FALSE,
    ROUNDED,
    TRUE,
    agreement,
    based,
    change_in,
    compare,
    in_time,
    kind_of,
    per,
    read_nothing,
    same_unit,
    told_per,
    values,
)
from chain.belied import belied
from chain.cells import as_said
from chain.compose import number
from chain.conditions import counted
from chain.contest import by_words, slipped
from chain.findings import NOTHING, Finding, about, agreed, digits, shown_value, wrong_slot
from chain.givers import another, plan_said
from chain.naming import home_of, unissued
from chain.question import Question, read
from chain.select import Match, find
from chain.stating import PLANNED, Stated, stated
from chain.tagging import compounds
from chain.world import Named, World, tokens
from report.model import Base, Direction, Figure, Measure, Period, Span, name_of
from report.rows import TOTAL
from report.text import PROPER, UPPER

_BALANCE = re.compile(r"(?<!\w)(?:(?P<out>xuất siêu|thặng dư)|(?P<in>nhập siêu|thâm hụt))(?!\w)", re.I)
_CLEAR = 0.14  # how much worse than the best name a figure's name may be


def _unlike(own: frozenset[str], context: frozenset[str], n: Named) -> bool:
    """Whether the name, or what leads to a name that leaves it open, says the opposite of the report's figure ("xuất khẩu": "nhập khẩu")."""
    its = n.own | n.head | n.clause
    narrow = n.own | n.head
    for pair in W.OPPOSITES:
        for one, other in (pair, pair[::-1]):
            x, y = set(one.split()), set(other.split())
            if y <= narrow and not x <= its and (x <= own and not y <= own or x <= context and not x & own and not y & (context | own)):
                return True
    return False


@dataclass(slots=True)
class _Named:
    """The report's figures whose name a stated figure may mean, with how well it fits."""

    q: Question
    rows: list[tuple[float, Figure]] = field(default_factory=list)


def _ask(text: str, world: World) -> Question | None:
    try:
        q = read(text, world)
    except ValueError:
        return None
    return replace(q, periods=(), modality=None, also_target=True, measure=None, base=Base.NONE, unit="", verb=(), direction=Direction.NONE, operation="lookup", amount=False, claim=False, excluded=frozenset())


@dataclass(slots=True)
class _Found:
    """What was looked up of a world so far: the names as questions, and the figures that each may mean. They do not depend on the values."""

    world: World
    index: dict[int, Named]
    asked: dict[str, Question | None] = field(default_factory=dict)
    matches: dict[tuple[str, Measure | None], list[Match]] = field(default_factory=dict)


_FOUND: dict[int, _Found] = {}
_KEPT, _NAMES_KEPT = 8, 500


def _found_so_far(world: World) -> _Found:
    held = _FOUND.get(id(world))
    if held is None or held.world is not world:
        while len(_FOUND) >= _KEPT:
            _FOUND.pop(next(iter(_FOUND)), None)
        held = _FOUND[id(world)] = _Found(world, {id(n.figure): n for n in world.figures})
    return held


def _matches(name: str, world: World, measure: Measure | None) -> tuple[Question, list[Match]] | None:
    """The name as a question and the figures that it may mean, worked out once: a text says the same names many times."""
    held = _found_so_far(world)
    if len(held.asked) > _NAMES_KEPT:
        held.asked.clear()
        held.matches.clear()
    if name not in held.asked:
        held.asked[name] = _ask(_plain(name, world), world)
    q = held.asked[name]
    if q is None or not q.terms:
        return None
    q = replace(q, measure=measure)
    found = held.matches.get((name, measure))
    if found is None:
        found = held.matches[name, measure] = find(q, world, enough=0.6)
    return q, found


def _names(s: Stated, name: str, world: World, measure: Measure | None) -> _Named | None:
    looked_up = _matches(name, world, measure)
    if looked_up is None:
        return None
    q, matches = looked_up
    index = _found_so_far(world).index
    row = frozenset(q.row)
    each = per(name) or per(s.ahead)
    whole_words = compounds(q.text)
    out = _Named(q)
    for m in matches:
        n = index[id(m.figure)]
        if _lacks(m, q, n) or _torn(whole_words, q, n) or _unlike(row, s.context, n) or row_of_another(m.figure, {*q.terms, *q.row, *s.context}):
            continue
        if not told_per(each, m.figure, world):
            continue
        everything = n.own | n.head | n.clause | n.lead | n.around
        told = [w for w in s.context if w not in W.STOP and w not in q.terms and world.vocabulary.get(w)]
        sum_told = sum(world.weight(w) for w in told)
        shared = sum(world.weight(w) for w in told if w in everything) / sum_told if sum_told else 0.0
        tail = [w for w in s.tail if world.vocabulary.get(w)]
        after = sum(w in n.clause for w in tail) / len(tail) if tail else 0.0
        near = [w for w in s.clause if w in world.idf and w not in W.STOP]
        close = sum(w in everything for w in near) / len(near) if near else 1.0
        out.rows.append((m.score + 0.2 * shared + 0.25 * after + 0.3 * close, as_said(m.figure, s.figure, world)))
    return out


def _place_words(world: World) -> tuple[str, ...]:
    """The names of the report's places as they are written, for taking them out of an indicator's name."""
    text = world.report.text
    out = []
    for place in world.places:
        words = place.split()[:2]
        if tuple(words) == home_of(world) or len(words) == 2 and re.search(rf"(?<!\w){words[0].capitalize()}\s+{words[1].capitalize()}(?!\w)", text):
            out.append(" ".join(words))
    return tuple(out)


def _torn(whole_words: Sequence[tuple[str, ...]], q: Question, n: Named) -> bool:
    """Whether a word of the name is only half the figure's: "giải thể" is no "giải ngân"."""
    return any(any(w in q.terms for w in c) and any(w in W.STOP for w in c) and not all(p in n.said for p in zip(c, c[1:])) and not set(c) & _SOFT for c in whole_words)


def _plain(name: str, world: World) -> str:
    name = unissued(name, world)
    for place in _place_words(world):
        name = re.sub(rf"(?<!\w)(?:(?:tỉnh|của)\s+)?{place}(?!\w)", " ", name, flags=re.I)
    return re.sub(r"(?<!\w)(?:so với|bằng|chỉ|đã|được|ước|khoảng|mang|riêng|toàn tỉnh|cả tỉnh|tỉnh|đón|kiểm soát|công bố|cho biết)(?!\w)", " ", name)


def _lacks(m: Match, q: Question, n: Named) -> bool:
    """Whether a word that names the thing is not the figure's: "cá tra" is no "cá lóc"."""
    held = n.own | n.head | n.clause | n.lead | n.around
    return any(w not in held and w not in q.light and w not in W.GENERIC and w not in _SOFT and not w.isdigit() for w in m.missing)


def row_of_another(f: Figure, said: set[str]) -> bool:
    """Whether a row of a table is of something that is not named: "khách quốc tế giảm 10%" and the row "Hàn Quốc"."""
    if f.table is None or TOTAL.match(f.indicator):
        return False
    own = tokens(f.indicator)
    proper = PROPER.match(f.indicator) and own[-2:] == tokens(" ".join(re.findall(rf"[{UPPER}]\w*", f.indicator)))[-2:]
    return not said.issuperset(own[-2:]) if proper else bool(own) and said.isdisjoint([*own, *tokens(f.scope)])


_SOFT = frozenset(w for noun in W.MEASURE_NOUNS for w in noun.split()) | {"tổng", "khu", "vực", "nhóm", "ngành", "mua"}


def _queries(f: Figure) -> tuple[Measure | None, ...]:
    if f.base is Base.PLAN and f.measure is not Measure.COMPLETION:
        return (f.measure, None, Measure.COMPLETION, Measure.GROWTH) if f.unit == "%" else (f.measure, None)
    if f.measure in CHANGES:
        return (Measure.GROWTH,)
    if f.measure is Measure.LEVEL:
        return (None, Measure.SHARE, Measure.GROWTH) if f.unit == "%" else (None,)
    if f.measure is Measure.SHARE:
        return (Measure.SHARE, None)
    return (f.measure,)


def named_so(s: Stated, world: World) -> bool:
    """Whether the number is part of a thing's name in the report: "vàng nhẫn 99,99", "xăng RON 95"."""
    number_text = re.match(r"\d[\d.,]*", s.figure.text)
    before = s.ahead.split()[-2:]
    if not number_text or len(before) < 2:
        return False
    name = f"{' '.join(before)} {number_text[0].rstrip('.,')}".lower()
    return any(name in f"{n.figure.indicator} {n.figure.head}".lower() for n in world.figures)


def judge(s: Stated, world: World, among: Collection[Span] | None = None, anchor: Figure | None = None) -> Finding:
    """What the report says of a stated figure. With `among`, only the figures at these spans can make it true.

    `anchor` is the report's figure that the text stated before of the same thing: the report may state it again elsewhere,
    with other figures beside it.
    """
    if among is None and (told := counted(s, world)) is not None:
        return told
    if among is not None and not any(n.figure.span in among and compare(s.figure, as_said(n.figure, s.figure, world)) in (TRUE, ROUNDED) for n in world.figures):
        return _derived(s, world) or NOTHING  # none of these can make it true
    found = NOTHING
    for name in s.names or (s.figure.indicator,):
        found = _judge_as(s, name, world, among)
        if found.verdict != ABSENT:
            break
    if found.verdict == ABSENT and anchor is not None and (beside := _beside(s, anchor, world, among)) is not None:
        found = beside
    if not (found.calculation and found.also):
        found = by_words(s, found, world, among)
    if found.verdict == ABSENT and among is None:
        found = slipped(s, world) or found
    if found.verdict == FALSE and (turned := _turned_balance(s, world)) is not None:
        return turned
    if found.verdict in (TRUE, ROUNDED) and found.right is not None and not found.also:
        if W.contrary(f" {s.figure.indicator.lower()} ", f" {name_of(found.right).lower()} ", W.SURPLUS):
            return Finding(FALSE, f"sai chiều xuất siêu/nhập siêu: báo cáo nêu {about(found.right)}: {shown_value(found.right)}", "chiều xuất siêu/nhập siêu", found.right)
        return belied(s, found.right, world) or found
    return found


def _judge_as(s: Stated, name: str, world: World, among: Collection[Span] | None) -> Finding:
    found = [n for m in _queries(s.figure) if (n := _names(s, name, world, m)) is not None]
    if not found:  # "chỉ số USD": words that name nothing by themselves, but just so a figure is called
        called = [(1.0, n.figure) for n in world.figures if name.lower() in (n.figure.indicator.lower(), name_of(n.figure).lower())]
        if not called:
            return _derived(s, world) or NOTHING
        found = [_Named(read_nothing(), called)]
    q = found[0].q
    rows: dict[Span, tuple[float, Figure]] = {}
    for n in found:
        for score, f in n.rows:
            if s.figure.measure is Measure.LEVEL and f.measure is Measure.GROWTH:
                score -= 0.3
            if f.span not in rows or rows[f.span][0] < score:
                rows[f.span] = (score, f)
    named = sorted(rows.values(), key=lambda t: (-t[0], t[1].span.start))
    for when in s.when or (Period(),):
        slots = _slots(s, named, world, q, when)
        if not when and s.figure.modality not in PLANNED and any(f.period.year == world.main_year for _, f in slots):
            slots = [(score, f) for score, f in slots if f.period.year in (None, world.main_year)]
        if slots:
            agreed = _best(s, slots, among)
            if agreed is None and not s.own_period and s.main and s.main != when:  # carried over: the article's own time counts too
                agreed = _best(s, back, among) if (back := _slots(s, named, world, q, s.main)) else None
            return agreed or _derived(s, world) or wrong_slot(s, slots[0][1], named, world)
    if not s.own_period and s.when:  # the time was carried over from another sentence; the report may know one time only
        slots = [t for t in _slots(s, named, world, q, Period()) if t[1].period.year in (None, world.main_year, *(p.year for p in s.when))]
        if slots and len({f.period for score, f in slots if score >= slots[0][0] - _CLEAR}) == 1:
            return _best(s, slots, among) or wrong_slot(s, slots[0][1], named, world)
    return _derived(s, world) or _elsewhere(s, named, world, q) or NOTHING


def _slots(s: Stated, named: Sequence[tuple[float, Figure]], world: World, q: Question, when: Period) -> list[tuple[float, Figure]]:
    """The named figures whose slots agree, the value aside, best first."""
    out = []
    plan = plan_said(s.ahead, s.behind)
    for score, f in named:
        kind, base = kind_of(s, f), based(s, f)
        if kind is None or base is None or values(s.figure, f) is None or when and not in_time(when, f, world, q):
            continue
        if another(plan, f, world):
            continue
        out.append((score + 0.3 * kind + 0.3 * base, f))
    return sorted(out, key=lambda t: (-t[0], t[1].span.start))


def _best(s: Stated, slots: Sequence[tuple[float, Figure]], among: Collection[Span] | None) -> Finding | None:
    near = [f for score, f in slots if score >= slots[0][0] - _CLEAR]
    for wanted in (TRUE, ROUNDED):
        for f in near:
            if compare(s.figure, f) == wanted and (among is None or f.span in among):
                return agreed(s, f, wanted)
    return None


def _beside(s: Stated, anchor: Figure, world: World, among: Collection[Span] | None) -> Finding | None:
    """The figures that stand beside another statement of the anchor's fact, under whatever name they go there."""
    if len(str(digits(anchor)).replace(".", "")) < 3:
        return None
    again = {(f.indicator, f.head) for n in world.figures if (f := n.figure).value == anchor.value and f.unit == anchor.unit and f.period == anchor.period and f.measure is Measure.LEVEL}
    rows = [(1.0, n.figure) for n in world.figures if (n.figure.indicator, n.figure.head) in again and n.figure.measure is not Measure.LEVEL]
    for when in s.when[:1] or (Period(),):
        slots = _slots(s, rows, world, read_nothing(), when)
        if slots:
            found = _best(s, slots, among)
            return found or (wrong_slot(s, slots[0][1], rows, world) if len({f.value for _, f in slots}) == 1 else None)
    return None


def _elsewhere(s: Stated, named: Sequence[tuple[float, Figure]], world: World, q: Question) -> Finding | None:
    """The same value, told of this very thing, in another period, modality, base, direction or unit; None when there is none."""
    f = s.figure
    if not named:
        return None
    best = named[0][0]
    close = [g for score, g in named if score >= best - 0.35]
    for g in close:
        if compare(f, g) not in (TRUE, ROUNDED):
            continue
        told = f"{f.text} là {about(g)}"
        if kind_of(s, g) is None:
            slot = "mục tiêu thay cho thực hiện" if g.modality in PLANNED else "thực hiện thay cho mục tiêu"
        elif s.when and not any(in_time(p, g, world, q) for p in s.when):
            slot = "năm" if g.period.year not in {p.year for p in s.when} else "kỳ (năm)"
        else:
            slot = "kỳ gốc so sánh (năm)"
        return Finding(FALSE, f"sai {slot}: {told}", slot, g)
    for g in close:
        both = values(f, g)
        in_slots = kind_of(s, g) is not None and (not s.when or any(in_time(p, g, world, q) for p in s.when))
        if not in_slots:
            continue
        if both is not None and f.measure in (*CHANGES, Measure.CHANGE) and both[0] == -both[1]:
            return Finding(FALSE, f"sai chiều tăng/giảm: báo cáo nêu {about(g)}: {shown_value(g)}", "chiều tăng/giảm", g)
        if both is None and f.measure is g.measure is Measure.LEVEL and digits(f) == digits(g) and digits(f) > 9:
            return Finding(FALSE, f"sai đơn vị: báo cáo nêu {about(g)}: {shown_value(g)}", "đơn vị", g)
    return None


# what follows from stated figures exactly


def _derived(s: Stated, world: World) -> Finding | None:
    f = s.figure
    balance = _BALANCE.search(f.indicator)
    if balance and f.measure is Measure.LEVEL:
        pair = _two(s, ("kim ngạch xuất khẩu", "kim ngạch nhập khẩu"), world)
        if pair is None:
            return None
        out, into = pair
        first, second = (out, into) if balance["out"] else (into, out)
        return _difference(f, first, second)
    if f.measure is Measure.CHANGE and f.base is Base.PLAN and f.unit not in ("%", "điểm phần trăm"):
        done = _level(s, f.indicator, world, planned=False)
        plan = _level(s, f.indicator, world, planned=True)
        if done and plan:
            more, less = (plan, done) if f.direction is Direction.DOWN else (done, plan)
            return _difference(f, more, less)
    if f.measure is Measure.CHANGE and f.base in (Base.YEAR, Base.NONE) and f.unit not in ("%", "điểm phần trăm") and s.when and s.when[0].year:
        now = _level(s, f.indicator, world, planned=False)
        before = _level(s, f.indicator, world, planned=False, when=replace(s.when[0], year=s.when[0].year - 1, first=None, label=""))
        if now and before:
            more, less = (before, now) if f.direction is Direction.DOWN else (now, before)
            return _difference(f, more, less)
    return None


def _turned_balance(s: Stated, world: World) -> Finding | None:
    """The report's surplus of the stated value where the text tells a deficit, or the reverse: "nhập siêu 1,2 tỷ USD" of "xuất siêu 1,2 tỷ USD"."""
    f, mine = s.figure, _BALANCE.search(s.figure.indicator)
    if mine is None or f.measure is not Measure.LEVEL:
        return None
    for n in world.figures:
        g, its = n.figure, _BALANCE.search(n.figure.indicator)
        if its is not None and bool(its["out"]) is not bool(mine["out"]) and compare(f, g) == TRUE and (not s.when or in_time(s.when[0], g, world, read_nothing())):
            return Finding(FALSE, f"sai chiều xuất siêu, nhập siêu: báo cáo nêu {about(g)}: {shown_value(g)}", "chiều xuất siêu, nhập siêu", g)
    return None


def _difference(f: Figure, more: Figure, less: Figure) -> Finding | None:
    if more.unit != less.unit or not same_unit(f.unit, more.unit) or more is less:
        return None
    value = more.value - less.value
    scale = more.scale
    formula = f"{number(more.value / scale)} − {number(less.value / scale)} = {number(value / scale)}"
    if value == abs(f.value):
        return Finding(TRUE, f"tính từ báo cáo: {formula}", right=more, also=(less,), calculation=formula)
    return None


def _two(s: Stated, names: tuple[str, str], world: World) -> tuple[Figure, Figure] | None:
    found = [_level(s, name, world, planned=s.figure.modality in PLANNED) for name in names]
    return (found[0], found[1]) if found[0] is not None and found[1] is not None else None


def _level(s: Stated, name: str, world: World, *, planned: bool, when: Period | None = None) -> Figure | None:
    """The one level figure of a name in the stated time; None when it is not clear."""
    q = _ask(_plain(name, world), world)
    if q is None or not q.terms:
        return None
    wanted = (when,) if when else s.when[:1]
    rows = [
        (m.score, m.figure) for m in find(q, world)
        if m.figure.measure is Measure.LEVEL and same_unit(s.figure.unit, m.figure.unit) and (m.figure.modality in PLANNED) is planned and all(in_time(p, m.figure, world, q) for p in wanted)
    ]  # fmt: skip
    if not rows:
        return None
    near = [f for score, f in rows if score >= rows[0][0] - 0.05]
    return near[0] if len({f.value for f in near}) == 1 else None


__all__ = ["ABSENT", "FALSE", "ROUNDED", "TRUE", "Finding", "Stated", "agreement", "change_in", "compare", "judge", "named_so", "same_unit", "stated", "values"]
