"""The figures that a computed answer works on: each named by a phrase of the question, within the question's slots."""

from __future__ import annotations

import re
from dataclasses import replace

from chain import matching
from chain import words as W
from chain.alike import Thing, things
from chain.question import Question, read
from chain.select import Match, candidates, find, residual, unit_fits
from chain.tagging import NOUNS, tagged
from chain.words import MEASURE_NOUNS
from chain.world import Named, World, tokens
from report.model import Base, Direction, Figure, Measure, Modality
from report.text import UPPER

PLANNED = (Modality.TARGET, Modality.FORECAST)
_COUNTED = frozenset(w for noun in MEASURE_NOUNS for w in noun.split())


def part(phrase: str, q: Question, world: World) -> Question | None:
    """The slots that `phrase` names by itself, as a look-up; what it leaves out is the question's. None when it names nothing."""
    try:
        own = read(phrase, world)
    except ValueError:
        return None
    if not own.terms and not own.periods and own.modality is None:
        return None
    return replace(
        q, raw=phrase, text=own.text, terms=own.terms, periods=own.periods or q.periods, modality=own.modality or (q.modality if not q.also_target else None), also_target=False,
        measure=None, base=Base.NONE, unit="", verb=(), direction=Direction.NONE, operation="lookup", amount=True,
    )  # fmt: skip


def levels(q: Question, world: World) -> list[Match]:
    """The level figures that fit, best first."""
    return [m for m in find(replace(q, measure=None, direction=Direction.NONE, verb=()), world) if m.figure.measure is Measure.LEVEL]


# What asks for a remainder or a plan and names nothing.
ASKING = frozenset(["đủ", "muốn", "cần", "phải", "thêm", "nữa", "thiếu", "hụt", "vượt", "chưa", "dự", "toán", "kế", "hoạch", "tiêu", "chỉ", "mục", "nghị", "quyết", "giao", "nay", "còn", "làm", "mới", "thì", "lượng", "tổng", "số", "chênh", "kém", "quốc", "hội", "hđnd", "trung", "ương", "đề", "ra", "cuối", "đạt", "tính", "ngược", "hiện", "từ"])


def naming(q: Question, world: World) -> list[tuple[Thing, float]]:
    """What the question names, without what only asks, and how much each tells."""
    nouns = {w for word, tag in tagged(q.text) if tag in NOUNS for w in tokens(word)}
    out = []
    for t in things(tuple(w for w in q.terms if w not in ASKING), q.text):
        if t.way or set(t.word) <= ASKING | W.STOP or {"không", "chưa"} & set(t.word):
            continue
        known = any(world.vocabulary.get(w) for w in t.word)
        out.append((t, world.weight(t.word[0]) * (0.3 if set(t.word) <= W.GENERIC else 1.0) if known else 1.0 if set(t.word) & nouns else 0.25))
    return out


def cover(asked: list[tuple[Thing, float]], n: Named, world: World) -> float:
    """The share of what is asked that a figure, its clause, its surroundings or the sentences before it in its paragraph carry."""
    whole = sum(w for _, w in asked)
    if not whole or not any(set(t.word) & (n.own | n.head | n.clause) for t, _ in asked):
        return 0.0
    before = sentence = frozenset[str]()
    if n.figure.table is None:
        sentence = frozenset(tokens(n.figure.sentence.of(world.report.text)))
        block = next((b.span for b in world.report.blocks if b.span.holds(n.figure.sentence)), None)
        before = frozenset(tokens(world.report.text[block.start : n.figure.sentence.start])) if block is not None else before
    got = 0.0
    for t, w in asked:
        for words, share in ((n.own, 1.0), (n.head, 0.95), (n.clause, 0.9), (n.lead, 0.75), (n.around, 0.65), (before, 0.65), (sentence, 0.6)):
            if any(all(s in words for s in v) for v in t.variants):
                got += w * share
                break
    return got / whole


def near_levels(q: Question, world: World, enough: float = 0.7) -> list[Figure]:
    """The level figures that carry most of what is asked, whatever their names, best first; for work on a sentence's own figures only."""
    asked = naming(q, world)
    held = [(cover(asked, n, world), n.figure) for n in world.figures if n.figure.measure is Measure.LEVEL and n.figure.modality not in PLANNED and unit_fits(q.unit, n.figure)]
    return [f for c, f in sorted((t for t in held if t[0] >= enough), key=lambda t: (-t[0], t[1].span.start))]


def likely_levels(q: Question, world: World) -> list[Figure]:
    """The level figures that the fitted model holds for likely, best first."""
    open_q = replace(q, measure=None, direction=Direction.NONE, verb=(), base=Base.NONE, operation="lookup")
    found = [(matching.score(x), n.figure) for n, x in candidates(open_q, world) if n.figure.measure is Measure.LEVEL and n.figure.modality not in PLANNED and not residual(q, n.figure)]
    found.sort(key=lambda t: -t[0])
    return [f for s, f in found if s >= matching.weights()["none"] and s >= found[0][0] - 1.0]


def two(first: str, second: str, q: Question, world: World, measure: Measure = Measure.LEVEL) -> tuple[Figure, Figure] | None:
    """The figures of two phrases, in one unit; the second may leave out what the first says ("xuất khẩu 2023 hơn 2022")."""
    a, b = part(first, q, world), part(second, q, world)
    if a is None or b is None:
        return None
    # "nông thôn" after "thu nhập bình quân khu vực thành thị": how it is counted is said once
    if not b.terms:
        b = replace(b, terms=a.terms)
    elif not a.terms:
        a = replace(a, terms=b.terms)
    own_a, own_b = read(first, world), read(second, world)
    if own_a.modality is None and own_b.modality is not None:  # "… với mục tiêu": said of the other
        a = replace(a, modality=None)
    if own_b.modality is None and own_a.modality is not None:
        b = replace(b, modality=None)
    if len(q.periods) > 1:
        said_a, said_b = own_a.periods, own_b.periods
        if not said_a and said_b:
            a = replace(a, periods=tuple(p for p in q.periods if p not in said_b) or said_b)
        if not said_b and said_a:
            b = replace(b, periods=said_a)
    for candidate in _with_counting(a, b):
        found = _pick(candidate[0], candidate[1], world, measure, q.base)
        if found is not None and (len(candidate[0].terms) == len(candidate[1].terms) or _together(*found)):
            return found
    return None


def _together(a: Figure, b: Figure) -> bool:
    """Whether two figures are told of together, so that what one phrase leaves out may be taken from the other."""
    return a.sentence == b.sentence or a.table is not None and a.table == b.table or a.head == b.head or b.head in (a.indicator, "") or a.head in (b.indicator, "") or a.indicator == b.indicator


def _with_counting(a: Question, b: Question) -> list[tuple[Question, Question]]:
    """The two as they stand, then each with the counting words and the shared rest of the other."""
    out = [(a, b)]
    counting_a, counting_b = [w for w in a.terms if w in _COUNTED], [w for w in b.terms if w in _COUNTED]
    if counting_a and not counting_b:
        out.append((a, replace(b, terms=tuple(dict.fromkeys([*counting_a, *b.terms])))))
    if counting_b and not counting_a:
        out.append((replace(a, terms=tuple(dict.fromkeys([*counting_b, *a.terms]))), b))
    if len(b.terms) < len(a.terms):
        out.append((a, replace(b, terms=tuple(dict.fromkeys([*a.terms[: len(a.terms) - len(b.terms)], *b.terms])))))
    return out


def alike_units(a: str, b: str) -> bool:
    """Whether two counters count one thing, the one named more closely: "tàu" and "tàu cá"."""
    return a == b or bool(a and b) and "/" not in a + b and (a.startswith(f"{b} ") or b.startswith(f"{a} "))


def part_of(piece: Figure, whole: Figure) -> bool:
    """Whether a figure is told under the other's name, of the same time."""
    return bool(piece.head) and piece.head == whole.indicator and piece.period == whole.period


def uneven(q: Question, f: Figure, other: Figure) -> bool:
    """Whether a figure is a part of somebody's that is asked for as a whole, and the other is no such part: the land tax of one town beside all of another's."""
    whose = {w.lower() for w in _NAME.findall(f.head)}
    part = set(tokens(f.indicator)) - set(q.row) - W.STOP
    return bool(whose) and whose <= set(tokens(q.text)) and bool(part) and not part <= set(tokens(f"{other.indicator} {other.head}"))


_NAME = re.compile(rf"(?<!\w)[{UPPER}][^\W\d_]*[a-zà-ỹđ]")


def _pick(a: Question, b: Question, world: World, measure: Measure, base: Base) -> tuple[Figure, Figure] | None:
    def fits(q: Question) -> list[Match]:
        if measure is Measure.LEVEL:
            return levels(q, world)
        found = [m for m in find(replace(q, measure=measure), world) if m.figure.measure is measure]
        return [m for m in found if m.figure.base is base] or found

    left, right = fits(a)[:4], fits(b)[:4]
    pairs = [
        (x.score + y.score, -i - j, x.figure, y.figure)
        for i, x in enumerate(left) for j, y in enumerate(right)
        if x.figure is not y.figure and x.figure.base is y.figure.base and (x.figure.unit == y.figure.unit or alike_units(x.figure.unit, y.figure.unit)) and (x.figure.span != y.figure.span)
        and not uneven(a, x.figure, y.figure) and not uneven(b, y.figure, x.figure)
    ]  # fmt: skip
    if not pairs:
        return None
    best = max(pairs, key=lambda t: (t[0], t[1]))
    return best[2], best[3]
