"""From a figure to the one that a follow-up asks for: along its row, down its column, through its sentence.

A report states in one row or sentence what belongs together, so "năm trước?", "đạt mấy % kế hoạch?" after a figure ask for its
neighbour there, and "còn nhập khẩu?" for the one that stands in the same column or list. The figure that is looked for keeps every
slot of the one that was answered except those that the follow-up names. Where several would do, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chain import words as W
from chain.parts import SIDES, naming
from chain.question import Question
from chain.select import CHANGES, unit_fits
from chain.world import Named, World, tokens
from report.model import Base, Direction, Figure, Measure, Modality, Period
from report.periods import periods as period_mentions
from report.periods import same

PLANNED = (Modality.TARGET, Modality.FORECAST)
# Words of a name that tell no things apart: "lượng nhập" and "nhập (chiếc)", "bộ Y tế" and "giải ngân của bộ Y tế".
_SAID_OF_ALL = frozenset(["đến", "tổng", "giải", "ngân", "đạt", "vụ", "các", "loại", "cả", "nước", "toàn", "tỉnh", "huyện"])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a follow-up names: each slot that is empty stays as it was. `measures` go in order of likelihood; `rate` wants a percentage."""

    measures: tuple[Measure, ...] = ()
    base: Base = Base.NONE
    base_year: int | None = None
    periods: tuple[Period, ...] = ()
    planned: bool | None = None
    forecast: bool = False
    unit: str = ""
    names: tuple[str, ...] = ()
    rate: bool = False
    effect: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing but a name is said."""
        return not (self.measures or self.base or self.periods or self.planned is not None or self.unit or self.rate or self.effect)


def same_counted(a: str, b: str) -> bool:
    """Whether two units count the same things: "lượt" and "lượt lao động", "vụ" and "vụ vi phạm"."""
    return a == b or bool(a and b) and (a.startswith(f"{b} ") or b.startswith(f"{a} "))


def same_name(a: Figure, b: Figure) -> bool:
    """Whether two figures are called the same."""
    return (a.indicator, a.head, a.scope) == (b.indicator, b.head, b.scope)


def restates(f: Figure, about: Figure) -> bool:
    """Whether `f` is `about` told again: an amount of four digits, or of three under a like name, does not come up twice by chance."""
    if f is about or f.measure is not about.measure or f.unit != about.unit or f.value != about.value or f.period.year != about.period.year:
        return False
    digits = len(re.sub(r"\D", "", f.text))
    return digits >= 4 or digits == 3 and f.unit != "%" and bool(_core(f) & _core(about))


def _core(f: Figure) -> frozenset[str]:
    """The words of a figure's name that tell which thing it is of."""
    return frozenset(w for w in tokens(f"{f.indicator} {f.scope}") if w not in SIDES and w not in W.STOP and w not in W.GENERIC and w not in _SAID_OF_ALL and not w[0].isdigit()) - set(tokens(f.unit))


def alike(a: Figure, b: Figure) -> bool:
    """Whether two figures of one row or sentence are of one thing: what the name of the one lacks stands in its head."""
    if same_name(a, b):
        return True
    first, second = _core(a), _core(b)
    if not first & second and (first or second):
        # "thiệt hại 43,7 ha rừng (năm 2017: 11 vụ, 16,2 ha)": named after it
        return not (first and second) and (a.head == b.indicator or b.head == a.indicator)
    sides_a, sides_b = _sides(a), _sides(b)
    if sides_a and sides_b and sides_a != sides_b:
        return False
    if W.contrary(first, second):
        return False
    return first - second <= set(tokens(b.head)) and second - first <= set(tokens(a.head))


def _sides(f: Figure) -> frozenset[str]:
    return frozenset(tokens(f.indicator)) & SIDES


def label_of(f: Figure, world: World) -> tuple[str, ...]:
    """The words that a table's row begins with; none in prose."""
    return tuple(tokens(f.sentence.of(world.report.text).split("|")[0])) if f.table is not None else ()


def _places(figures: Iterable[Figure], world: World) -> list[Figure]:
    """The figures and where the report tells them again."""
    out: list[Figure] = []
    for f in figures:
        for g in (f, *(n.figure for n in world.figures if f.measure is Measure.LEVEL and restates(n.figure, f))):
            if g not in out:
                out.append(g)
    return out


def _in_line(a: Figure, b: Figure) -> bool:
    """Whether two figures stand in one row or one sentence."""
    if a.table is not None:
        return a.table == b.table and (a.row == b.row if a.row is not None else a.sentence == b.sentence)
    return b.table is None and a.sentence == b.sentence


def _in_paragraph(a: Figure, b: Figure, world: World) -> bool:
    first, second = sorted((a.span, b.span), key=lambda span: span.start)
    return a.table is None and b.table is None and "\n" not in world.report.text[first.end : second.start]


def _fits(g: Figure, about: Figure, wanted: Wanted, measure: Measure | None, world: World) -> bool:
    """Whether `g` has the slots that are asked for, and for the rest those of `about`."""
    if wanted.rate:
        if g.unit != "%" or g.measure not in (Measure.LEVEL, Measure.SHARE):
            return False
    elif wanted.effect:
        if g.measure is not Measure.CHANGE or g.unit != "điểm phần trăm":
            return False
    elif not _measured(g, about, wanted, measure):
        return False
    if wanted.unit and not wanted.effect and not _counts(wanted.unit, g):
        return False
    if (g.measure in CHANGES or g.measure is Measure.MULTIPLE) and not wanted.effect and not _based(g, about, wanted):
        return False
    if wanted.periods:
        if not any(same(g.period, p, any_year=True) for p in wanted.periods):
            return False
    elif wanted.planned:
        if None not in (g.period.year, about.period.year) and g.period.year != about.period.year:
            return False
    elif not same(g.period, about.period, any_year=True) and not _undivided(g, about, world):
        return False
    if wanted.planned:
        return g.modality is (Modality.FORECAST if wanted.forecast else Modality.TARGET)
    if wanted.planned is not None:
        return g.modality not in PLANNED
    return (g.modality in PLANNED) is (about.modality in PLANNED) or bool(wanted.periods)


def _counts(unit: str, g: Figure) -> bool:
    """Whether the asked unit is the figure's, or what its name says is counted ("số học sinh", of no unit)."""
    return unit_fits(unit, g) or not g.unit and set(tokens(unit)) <= set(tokens(g.indicator))


def _measured(g: Figure, about: Figure, wanted: Wanted, measure: Measure | None) -> bool:
    if measure is None:
        return g.measure is about.measure and (g.measure is not Measure.LEVEL or same_counted(g.unit, about.unit) or bool(wanted.unit))
    if measure is Measure.GROWTH:
        return g.measure in CHANGES and (wanted.base is Base.PLAN or g.base is not Base.PLAN)
    if measure is Measure.LEVEL:
        return g.measure is Measure.LEVEL and (about.measure is not Measure.LEVEL or same_counted(g.unit, about.unit) or bool(wanted.unit))
    return g.measure is measure


def _based(g: Figure, about: Figure, wanted: Wanted) -> bool:
    base = wanted.base or (about.base if about.measure in CHANGES else Base.NONE)
    if base is Base.NONE or g.base is Base.NONE:
        return g.base is not Base.PLAN
    if base is Base.FIXED:
        return g.base in (Base.FIXED, Base.YEAR) and (wanted.base_year is None or g.base_period.year in (None, wanted.base_year))
    return g.base is base or {g.base, base} == {Base.YEAR, Base.AVERAGE}


def _undivided(g: Figure, about: Figure, world: World) -> bool:
    """Whether two figures of a sentence are of one time however that was read: none is named between them."""
    if not _in_line(g, about) or g.table is not None:
        return False
    first, second = sorted((g.span, about.span), key=lambda span: span.start)
    between = world.report.text[first.end : second.start]
    return not any(m.role == "period" for m in period_mentions(between)) and None not in (g.period.year, about.period.year) and g.period.year == about.period.year


def _only(fitting: Sequence[Figure], about: Figure, wanted: Wanted) -> Figure | None:
    """The one that fits best of several, if there is one."""
    for narrower in (
        lambda f: True,
        lambda f: not wanted.periods or any(f.period.kind == p.kind for p in wanted.periods),
        lambda f: f.modality not in PLANNED or about.modality in PLANNED or wanted.planned,
        lambda f: same_name(f, about),
        lambda f: f.indicator == about.indicator,
        lambda f: f.measure not in CHANGES or f.base is (wanted.base or Base.YEAR),
        lambda f: f.measure is Measure.GROWTH or f.measure not in CHANGES,
        lambda f: same(f.period, about.period, any_year=True),
    ):
        if narrowed := [f for f in fitting if narrower(f)]:
            fitting = narrowed
        if len({(f.value, f.unit, f.measure) for f in fitting}) == 1:
            return fitting[0]
    return None


def same_thing(about: Figure, level: Figure | None, wanted: Wanted, world: World) -> Figure | None:
    """The figure of the very thing that `about` is of, in the slots that are asked for. `level`: its amount, where `about` is a change of it."""
    starts = [about, *([level] if level is not None and level is not about else [])]
    if wanted.effect:
        return _effect(about, world)
    if Measure.COMPLETION in wanted.measures and level is not None and (share := _completed(level, world)) is not None and not wanted.periods:
        return share
    for measure in wanted.measures or (None,):
        counted = level if measure is Measure.LEVEL and level is not None else about
        for near in _circles(_places(starts, world), world):
            fitting = [g for g in near if g is not about and g.high is None or g.high is not None and g.measure is not Measure.LEVEL and g is not about]
            fitting = [g for g in fitting if _fits(g, counted, wanted, measure, world)]
            if fitting:
                return _only(fitting, counted, wanted)
    if Measure.COMPLETION in wanted.measures and level is not None and not wanted.periods:
        return _next_share(level, world)
    return None


def _next_share(done: Figure, world: World) -> Figure | None:
    """The percentage right behind an amount in a list whose first members say that it is of the plan: "A 5 liều, đạt 71% kế hoạch; B 3 liều, đạt 88%"."""
    if done.table is not None or done.measure is not Measure.LEVEL or done.unit == "%":
        return None
    line = sorted((n.figure for n in world.figures if _in_line(done, n.figure)), key=lambda f: f.span.start)
    after = next((f for f in line if f.span.start >= done.span.end), None)
    if after is None or after.unit != "%" or after.measure not in (Measure.SHARE, Measure.LEVEL) or not any(f.measure is Measure.COMPLETION for f in line):
        return None
    between = world.report.text[done.span.end : after.span.start]
    return after if re.fullmatch(r"\s*(?:[,(]\s*)?(?:và\s+)?(?:(?:đạt|bằng|hoàn thành|được)\s*)?", between, re.I) else None


def _circles(places: list[Figure], world: World) -> Iterator[list[Figure]]:
    """The figures of the same thing: in the same row or sentence, in the same paragraph, anywhere."""
    every = [n.figure for n in world.figures]
    for place in places:
        yield [g for g in every if _in_line(place, g) and alike(place, g)]
    for place in places:
        yield [g for g in every if place.table is None and _in_paragraph(place, g, world) and alike(place, g)]
    for place in places:
        yield [g for g in every if same_name(place, g) and (place.table is None or g.table != place.table)]
    for place in places:
        yield [g for g in every if g.table != place.table and (g.indicator, g.scope) == (place.indicator, place.scope) and _titled(place, world) and _titled(g, world)]


def _titled(f: Figure, world: World) -> bool:
    """Whether a figure's head is none, or only what its table is called."""
    caption = world.report.tables[f.table].caption if f.table is not None else None
    return not f.head or caption is not None and set(tokens(f.head)) <= set(tokens(caption.of(world.report.text)))


def _effect(about: Figure, world: World) -> Figure | None:
    """What a thing adds to the whole: "tăng 0,42% (làm CPI chung tăng 0,14 điểm phần trăm)" says it right behind the change."""
    after = sorted((n.figure for n in world.figures if n.figure.table is None and n.figure.sentence == about.sentence and n.figure.span.start > about.span.start), key=lambda f: f.span.start)
    if about.table is not None or not after or after[0].measure is not Measure.CHANGE or after[0].unit != "điểm phần trăm":
        return None
    return after[0] if ";" not in world.report.text[about.span.end : after[0].span.start] else None


def _completed(done: Figure, world: World) -> Figure | None:
    """The percentage of the plan, known by its arithmetic: the row of an amount and its plan holds their ratio."""
    if done.measure is not Measure.LEVEL or done.unit == "%" or done.table is None or done.modality in PLANNED:
        return None
    row = [n.figure for n in world.figures if _in_line(done, n.figure)]
    plans = [f for f in row if f.modality is Modality.TARGET and f.unit == done.unit and f.value]
    shares = [f for f in row if f.unit == "%" and any(abs(f.value - done.value * 100 / p.value) <= f.step for p in plans)]
    return shares[0] if len({f.value for f in shares}) == 1 else None


def other_thing(about: Figure, wanted: Wanted, world: World) -> Figure | None:
    """The figure of what is newly named that stands to it as `about` stands to its own name: in its column, row, sentence or list."""
    for place in _places([about], world):
        found = _in_table(place, wanted, world) if place.table is not None else _in_prose(place, wanted, world)
        if found is not None and found.span != about.span:
            return found
    return None


def _in_table(place: Figure, wanted: Wanted, world: World) -> Figure | None:
    new = set(wanted.names)
    cells = [n for n in world.figures if n.figure.table == place.table and n.figure is not place]
    rows = [n for n in cells if new <= set(label_of(n.figure, world)) and not _in_line(place, n.figure)]
    if rows:
        # of several rows that hold the name, those that say least besides; of groups alike ("Đường biển" of two kinds), the same group
        extra = min(_extra(n.figure, new, world) for n in rows)
        rows = [n for n in rows if _extra(n.figure, new, world) == extra]
        labels = _labels(place, world)
        here = labels.get(place.row or 0, ())
        turn = [r for r in sorted(labels) if labels[r] == here].index(place.row or 0) if here in labels.values() and place.row in labels else 0
        named = sorted({n.figure.row or 0 for n in rows})
        if len(named) > 1:
            twins = [r for r in sorted(labels) if labels[r] == labels.get(named[0])]
            if len({labels.get(r) for r in named}) > 1 or turn >= len(twins) or len(twins) != len([r for r in labels if labels[r] == here]):
                return None
            rows = [n for n in rows if n.figure.row == twins[turn]]
        if wanted.bare or wanted.measures == (place.measure,) and not (wanted.periods or wanted.base or wanted.planned or wanted.unit):
            column = [n.figure for n in rows if n.figure.column == place.column]
            return column[0] if len(column) == 1 else None
        kept = _core(place) - set(label_of(place, world))
        for measure in wanted.measures or (None,):
            fitting = [n.figure for n in rows if _fits(n.figure, place, wanted, measure, world)]
            if fitting:
                best = max(len(kept & (_core(f) | set(tokens(f.indicator)))) for f in fitting)
                return _only([f for f in fitting if len(kept & (_core(f) | set(tokens(f.indicator)))) == best], place, wanted)
        return None
    if new <= set(label_of(place, world)):
        return None
    columns = [n.figure for n in cells if _in_line(place, n.figure) and new <= set(tokens(n.figure.indicator))]
    for measure in wanted.measures or (None,):
        fitting = [f for f in columns if f.measure is (measure or place.measure) and same(f.period, place.period, any_year=True) and (not wanted.unit or _counts(wanted.unit, f))]
        if fitting:
            return _only(fitting, place, wanted)
    return None


def _labels(place: Figure, world: World) -> dict[int, tuple[str, ...]]:
    return {n.figure.row: label_of(n.figure, world) for n in world.figures if n.figure.table == place.table and n.figure.row is not None}


def _extra(f: Figure, new: set[str], world: World) -> int:
    return sum(w not in new and w not in W.STOP and not w[0].isdigit() for w in label_of(f, world))


def _in_prose(place: Figure, wanted: Wanted, world: World) -> Figure | None:
    new = set(wanted.names)
    mine = _core(place)

    def named(n: Named) -> bool:
        own = n.own | n.clause
        return new <= own and bool(new & n.own) and not alike(n.figure, place)

    every = [n for n in world.figures if n.figure.table is None and n.figure is not place and named(n)]
    listed = [n for n in every if place.head and (n.figure.head, n.figure.section, n.figure.unit) == (place.head, place.section, place.unit)]  # in another item of the list
    for near in ([n for n in every if _in_line(place, n.figure)], [n for n in every if _in_paragraph(place, n.figure, world)], listed):
        for measure in wanted.measures or (None,):
            fitting = [n for n in near if _fits(n.figure, place, wanted, measure, world)]
            if not fitting:
                continue
            # the fullest: what the old name said and the new one does not take the place of, and nothing besides
            def rank(n: Named) -> tuple[bool, int, int]:
                core = _core(n.figure)
                return (new <= n.own, len(core & mine), -len(core - mine - new))

            best = max(map(rank, fitting))
            return _only([n.figure for n in fitting if rank(n) == best], place, wanted)
    return None


def asking_for(done: Question, f: Figure, *, growth: bool) -> Question:
    """The question with the slots of the figure that was found for it, so that no other answers it."""
    names = naming(f"{f.head} {f.indicator}")
    pointed = f.measure is Measure.CHANGE and f.unit == "điểm phần trăm"  # what it adds to the whole is no growth of its own
    measure = None if f.measure is Measure.LEVEL else Measure.GROWTH if growth and f.measure in CHANGES and not pointed else f.measure
    return replace(
        done, terms=names, row=(), compounds=(), verb=(), light=frozenset(), periods=(), measure=measure, base=f.base if measure is not None else Base.NONE,
        modality=Modality.TARGET if f.modality is Modality.TARGET else Modality.FORECAST if f.modality is Modality.FORECAST else None, also_target=False,
        unit="", direction=Direction.NONE, excluded=frozenset(), operation="lookup", focus=f.sentence, other_place="", claim=False, amount=False,
    )  # fmt: skip
