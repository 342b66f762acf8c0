"""What was done so far, where a question says no time and no plan: the amount itself and not the mark it passed, the year so far and not one month of it
or a goal, the month told and not the one to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from chain import apart, matching
from chain import words as W
from chain.question import Question
from chain.select import CHANGES
from chain.world import Named, World, tokens
from report.model import Bound, Figure, Measure, Modality

_Found = Sequence[tuple[Named, dict[str, float]]]
_AHEAD = (Modality.TARGET, Modality.FORECAST)
_HEDGED = re.compile(r"(?<!\w)(?:mốc|ngưỡng|vượt|trên|hơn|dưới|khoảng|gần)(?!\w)", re.I)
_NEAR = Decimal("0.1")  # how far a mark may be from the amount that passed it


def marks(q: Question, found: _Found) -> list[Figure]:
    """The figures that only say what another of the same name and time passed: "vượt mốc 4.200 tỷ đồng/tháng" beside "đạt 4.218,6 tỷ đồng"."""
    hedged = [n.figure for n, _ in found if n.figure.bound in (Bound.OVER, Bound.UNDER, Bound.NEAR) and n.figure.measure is Measure.LEVEL]
    if not hedged or _HEDGED.search(q.text):
        return []
    exact = [n.figure for n, _ in found if n.figure.bound is Bound.NONE and n.figure.measure is Measure.LEVEL]
    return [f for f in hedged if any(_passed(f, g) for g in exact)]


def _passed(mark: Figure, f: Figure) -> bool:
    low, high = (mark.value, mark.value * (1 + _NEAR)) if mark.bound is Bound.OVER else (mark.value * (1 - _NEAR), mark.value)
    if f.unit != mark.unit.removesuffix("/tháng").removesuffix("/năm") or f.modality is not mark.modality or not low <= f.value <= high or not matching.same_time(f, mark):
        return False
    name = _name(mark)
    return bool(name) and name == _name(f)


def _name(f: Figure) -> set[str]:
    return set(tokens(f"{f.indicator} {f.head}")) - W.STOP - W.GENERIC


_GOALS = re.compile(r"(?<!\w)(?:nhiệm vụ|mục tiêu|phấn đấu|giải pháp)(?!\w)", re.I)


def told(q: Question, best: int, found: _Found, world: World) -> int | None:
    """The place of what was done, where no time or plan is asked for: that of the likeliest, or of another that is asked for as well and was done.

    None where the likeliest is to come and it is not clear what was done.
    """
    if q.periods or q.modality is not None or q.also_target or W.TARGET.search(q.text):
        return best
    f = found[best][0].figure
    planned = f.modality in _AHEAD or _GOALS.search(f.head) is not None
    if f.measure in CHANGES:
        return _change(q, best, found, world, planned=planned)
    return _amount(q, best, found, world, planned=planned) if f.measure is Measure.LEVEL and q.measure in (None, Measure.LEVEL) and q.terms else best


def _change(q: Question, best: int, found: _Found, world: World, *, planned: bool) -> int | None:
    """The change of the month told: "dự báo CPI tháng 8 tăng 0,3%" is no answer in July."""
    f, done = found[best][0].figure, _last_month(world)
    if W.FORECAST.search(q.text) or not planned and not _to_come(f, done, world):
        return best
    figures = [n.figure for n, _ in found]
    alike = [
        i for i, g in enumerate(figures)
        if g.measure in CHANGES and g.base is f.base and g.modality not in _AHEAD and g.high is None and g.period.year == world.main_year and not _to_come(g, done, world) and set(q.terms) <= found[i][0].own | W.GENERIC
    ]  # fmt: skip
    last = max((figures[i].period.part or 0 for i in alike if figures[i].period.kind == "month"), default=0)
    return _only(figures, [i for i in alike if figures[i].period.kind != "month" or figures[i].period.part == last])


def _last_month(world: World) -> int | None:
    """The last month of the year that something is told of as done."""
    return max((p.part for n in world.figures if n.figure.modality is Modality.ACTUAL and (p := n.figure.period).kind == "month" and p.year == world.main_year and p.part), default=None)


def _to_come(f: Figure, done: int | None, world: World) -> bool:
    """Whether a figure is of a month behind all that is told as done: "ước CPI tháng 4" in a report of March."""
    return done is not None and f.period.kind == "month" and f.period.year == world.main_year and f.modality is not Modality.ACTUAL and (f.period.part or 0) > done


_SO_FAR = ("months", "date", "half", "quarter")
_FEW = 3  # words that a name may have more


def _amount(q: Question, best: int, found: _Found, world: World, *, planned: bool) -> int | None:
    """What the year so far came to, where the likeliest is of one month of it, of a plan, or what is expected of all of it."""
    n, f = found[best][0], found[best][0].figure
    ahead = f.period.kind == "year" and f.modality is Modality.ESTIMATE
    if not (planned or ahead or f.period.kind in ("month", "season")):
        return best
    asked, figures = set(q.terms) - W.GENERIC, [m.figure for m, _ in found]
    alike = [
        i for i, g in enumerate(figures)
        if g.measure is Measure.LEVEL and g.unit == f.unit and g.modality not in _AHEAD and not g.bound and (g.period.kind in _SO_FAR or planned and g.period.kind == "year") and g.period.year == world.main_year
        and asked <= found[i][0].own | found[i][0].head | (found[i][0].clause if planned else frozenset()) and (planned or ahead or g.value >= f.value)
    ]  # fmt: skip
    named = [i for i in alike if asked <= found[i][0].own and len(found[i][0].own) <= len(n.own) + 1] or [i for i in alike if len(found[i][0].own | found[i][0].head) <= len(n.own | n.head) + _FEW]
    only = _only(figures, named)
    if only is not None:
        return only
    done = planned and apart.attains(q) and not W.FORECAST.search(q.text)  # "đạt bao nhiêu" asks for what was done
    return None if done or planned and named else best


def _only(figures: Sequence[Figure], places: Sequence[int]) -> int | None:
    """The first of these places, where one value stands at all of them."""
    return places[0] if len({figures[i].value for i in places}) == 1 else None


__all__ = ["marks", "told"]
