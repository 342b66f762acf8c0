"""Counts of what meets a bound: "11 đơn vị đạt trên 70%", against the report's count for the very same bound.

The bound is what such counts are told apart by; who is counted goes by many names ("chủ đầu tư", "đơn vị").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chain.agreeing import TRUE, compare
from chain.findings import Finding, agreed, wrong_slot
from chain.stating import Stated
from chain.world import Named, World, tokens
from report.model import Figure, Measure

_SIDES: dict[str, tuple[str, ...]] = {
    ">": ("trên", "hơn", "quá", "cao hơn", "vượt"),
    "<": ("dưới", "chưa đến", "chưa tới", "chưa đầy", "thấp hơn", "không đến", "không quá"),
    "≥": ("từ", "ít nhất", "tối thiểu"),
}
_SIDE = {word: side for side, group in _SIDES.items() for word in group}
_BOUND = r"(?P<word>" + "|".join(sorted(_SIDE, key=len, reverse=True)) + r")\s+(?P<number>\d+(?:[.,]\d+)*)\s*(?P<unit>%|[^\W\d]+)?(?P<up>\s+trở lên)?"
_AFTER = re.compile(rf"[^\d,;.:]*?(?<!\w){_BOUND}", re.I)
_AHEAD = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*\s+(?P<who>[^\d,;.:]{2,80}?)(?<!\w)(?:" + "|".join(sorted(_SIDE, key=len, reverse=True)) + r")\s*$", re.I)
_WHO = frozenset(["đơn", "vị", "nơi", "cơ", "quan", "địa", "phương"])  # who may be anyone


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound that is said after a count."""

    side: str
    number: str
    unit: str


def _bound(after: str) -> Bound | None:
    m = _AFTER.match(after)
    if m is None or re.match(r"\s*(?:đến|tới|-|–)\s*(?:dưới\s+)?\d", after[m.end() :]):
        return None  # "từ 40 đến 70%"
    return Bound(_SIDE[m["word"].lower()], m["number"].replace(".", ","), (m["unit"] or "").lower())


def _count(f: Figure) -> bool:
    return f.measure is Measure.LEVEL and f.scale == 1 and f.value == f.value.to_integral_value() and f.unit not in ("%", "đồng", "USD", "điểm phần trăm")


def _rows(bound: Bound, who: str, world: World) -> list[Named]:
    """The report's counts with this bound, of those who are counted where it has several."""
    text = world.report.text
    rows = [n for n in world.figures if n.figure.table is None and _count(n.figure) and _bound(text[n.figure.span.end : n.figure.span.end + 90]) == bound]
    wanted = set(tokens(who)) - _WHO
    return [n for n in rows if wanted & set(tokens(f"{n.figure.unit} {n.figure.sentence.of(text)}"))]


def counted(s: Stated, world: World) -> Finding | None:
    """The finding on a count of what meets a bound, or on the bound itself; None where the text states neither, or the report has no such count."""
    if _count(s.figure) and (bound := _bound(s.behind)) is not None:
        rows = _rows(bound, f"{s.figure.unit} {s.said}", world)
        same = [n.figure for n in rows if compare(s.figure, n.figure) == TRUE or n.figure.value == s.figure.value]
        if same:
            return agreed(s, same[0], TRUE)
        if rows and len({n.figure.value for n in rows}) == 1:
            return wrong_slot(s, rows[0].figure, [], world)
        return None
    m = _AHEAD.search(s.ahead)
    if m is not None and (bound := _bound(s.sentence[m.end("who") :])) is not None:
        rows = _rows(bound, m["who"], world)
        return agreed(s, rows[0].figure, TRUE) if rows else None
    return None


__all__ = ["counted"]
