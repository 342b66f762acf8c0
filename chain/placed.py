"""Where a figure is of: the places that a text names with it, and those that the report does.

"Huyện Bàu Cát tiêu thụ 1.108,2 triệu kWh" is not what "thành phố Sơn Hải tiêu thụ 1.108,2 triệu kWh, huyện Bàu Cát 402,6" says,
and what one commune has is not what the whole district has.
"""

from __future__ import annotations

import re

from chain.naming import WHOLE, bearer
from chain.stating import Stated
from chain.words import PROVINCES
from chain.world import Named, World
from report.text import UPPER

_SYLLABLE = rf"[{UPPER}][^\W\d_]*"
_LEVEL = r"(?:[Tt]hành phố|TP\.?|[Tt]hị xã|TX\.?|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Pp]hường|[Xx]ã|[Tt]ỉnh)"
_PLACE = re.compile(rf"(?<!\w){_LEVEL}\s+(?P<name>{_SYLLABLE}(?:\s+{_SYLLABLE}){{1,2}})(?!\w)")
_KNOWN: dict[int, tuple[World, tuple[str, ...]]] = {}
_KEPT = 8


def _known(world: World) -> tuple[str, ...]:
    """The names of places that the report writes, in lower case, the long ones first."""
    held = _KNOWN.get(id(world))
    if held is None or held[0] is not world:
        while len(_KNOWN) >= _KEPT:
            _KNOWN.pop(next(iter(_KNOWN)), None)
        text = world.report.text
        names = {m["name"].lower() for m in _PLACE.finditer(text)} | {p.lower() for p in PROVINCES if p in text}
        held = _KNOWN[id(world)] = (world, tuple(sorted(names, key=len, reverse=True)))
    return held[1]


def places_in(text: str, world: World) -> list[str]:
    """The places that `text` names, in order: those that the report knows, and those that are written as places are."""
    low = text.lower()
    found = {m.start("name"): m["name"].lower() for m in _PLACE.finditer(text)}
    for name in _known(world):
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", low):
            if not any(start <= m.start() < start + len(other) for start, other in found.items()):
                found[m.start()] = name
    return [found[start] for start in sorted(found)]


def _of_figure(n: Named, world: World, *, strict: bool = False) -> set[str]:
    """The places that the report names with a figure: in its own name, or between the figure before and the clause's end, or (not `strict`) last before it."""
    f, text = n.figure, world.report.text
    own = set(places_in(f"{f.indicator} | {f.scope} | {f.head}", world))
    if f.table is not None:
        return own
    after = re.match(r"[^\d,;.:]*", text[f.span.end : f.sentence.end])
    own |= set(places_in(bearer(n, world).lead, world)) | set(places_in(after[0] if after else "", world))
    return own if own or strict else set(places_in(text[f.sentence.start : f.span.start], world)[-1:])


def misplaced(s: Stated, n: Named, world: World) -> bool:
    """Whether the report's figure is of another place than the text names, or of one place where the text speaks of the whole."""
    after = re.match(r"[^\d,;.:]*", s.behind)
    mine = set(places_in(s.said, world)) | set(places_in(after[0] if after else "", world)) or set(places_in(s.ahead, world)[-1:])
    abroad = mine - set(world.places)
    if mine and not WHOLE.search(s.said):
        if not abroad and WHOLE.search(bearer(n, world).lead):
            return False
        its = _of_figure(n, world, strict=not abroad)
        return bool(its) and not mine & its
    f = n.figure
    return bool(WHOLE.search(s.said)) and bool(set(places_in(f"{f.indicator} | {f.scope}", world)) - set(world.places))


__all__ = ["misplaced", "places_in"]
