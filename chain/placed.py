"""Where a figure is of: the places that a text names with it, and those that the report does.

"Huyện Bàu Cát tiêu thụ 1.108,2 triệu kWh" is not what "thành phố Sơn Hải tiêu thụ 1.108,2 triệu kWh, huyện Bàu Cát 402,6" says,
what one commune has is not what the whole district has, and what the whole country has on average is not what the province has.
"""

from __future__ import annotations

import re

from chain.naming import WHOLE, bearer
from chain.stating import Stated
from chain.words import PROVINCES
from chain.world import Named, World
from report.model import Measure
from report.text import UPPER

_SYLLABLE = rf"[{UPPER}][^\W\d_]*"
_LEVEL = r"(?:[Tt]hành phố|TP\.?|[Tt]hị xã|TX\.?|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Pp]hường|[Xx]ã|[Tt]ỉnh)"
_PLACE = re.compile(rf"(?<!\w){_LEVEL}\s+(?P<name>{_SYLLABLE}(?:\s+{_SYLLABLE}){{1,2}})(?!\w)")
_KNOWN: dict[int, tuple[World, tuple[str, ...]]] = {}
_KEPT = 8


# The wholes that a figure may be of, the widest first, and how each is named; a report is of one of them.
_EXTENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("country", ("cả nước", "toàn quốc", "bình quân chung toàn quốc")),
    ("region", (r"(?:cả|toàn) (?:vùng|miền)", r"(?:bình quân|trung bình|mức)(?: chung)?(?: của)?(?: toàn)? (?:vùng|miền|khu vực (?:đồng bằng|miền|đông|tây|bắc|nam|duyên hải))")),
    ("province", (r"(?:cả|toàn) tỉnh", r"(?:bình quân|trung bình|mức)(?: chung)?(?: của)? (?:toàn )?tỉnh", "chung của tỉnh")),
    ("district", (r"(?:cả|toàn) huyện", r"(?:bình quân|trung bình|mức)(?: chung)?(?: của)? (?:toàn )?huyện", "chung của huyện")),
)
_WIDE = tuple(re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.I) for _, forms in _EXTENTS)
_OWNERS = tuple(re.compile(rf"(?<!\w)(?:ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|chi cục thống kê|cục thống kê|địa bàn|toàn)\s+{level}(?!\w)", re.I) for level in ("tỉnh", "huyện", "xã"))
_RANKED = re.compile(r"(?<!\w)(?:đứng|xếp|dẫn|thứ|top|nhất|hàng đầu|cuối|chiếm|đóng góp|trong số|so với)(?!\w)[^,;:]*$", re.I)
_THAN = re.compile(r"(?<!\w)(?:hơn|kém|bằng|vượt)(?!\w)[^,;:]*$", re.I)
_IS = re.compile(r"\s*(?:\(|:|=|$|\d|(?:là|ở mức|chỉ|đạt|cùng kỳ|năm|tháng|quý)(?!\w))", re.I)
_OF_NONE = (Measure.SHARE, Measure.CHANGE, Measure.MULTIPLE)  # measured against the whole, mostly
_LEVELS: dict[int, tuple[World, int]] = {}


def _level(world: World) -> int:
    """How wide a report is, as an index of `_EXTENTS`: 0 for the whole country; 4 for a commune."""
    held = _LEVELS.get(id(world))
    if held is None or held[0] is not world:
        while len(_LEVELS) >= _KEPT:
            _LEVELS.pop(next(iter(_LEVELS)), None)
        head = f"{world.report.title}\n{world.report.text[:700]}"
        named = [i for place in world.places[:1] for i, level in enumerate(("(?:tỉnh|thành phố|tp\\.?)", "(?:huyện|quận|thị xã)", "(?:xã|phường|thị trấn)")) if re.search(rf"(?<!\w){level}\s+{re.escape(place.split()[0])}(?!\w)", head, re.I)]
        counts = [len(p.findall(world.report.text)) for p in _OWNERS]
        level = 2 + named[-1] if named else 2 + counts.index(max(counts)) if any(counts) else 0
        held = _LEVELS[id(world)] = (world, level)
    return held[1]


def _wider(clause: str, after: str, level: int) -> set[int]:
    """The wholes, wider than a report's own, of which the words before a figure ("bình quân cả nước (") or after it ("… của cả nước") say it is."""
    out = set()
    for i, pattern in enumerate(_WIDE[:level]):
        for m in pattern.finditer(clause):
            lead, rest = clause[: m.start()], clause[m.end() :]
            if not _RANKED.search(lead) and (not _THAN.search(lead) or _IS.match(rest)):
                out.add(i)
        if re.match(rf"\s*(?:/\w+\s*)?(?:của|trên|ở)\s+(?:{pattern.pattern})", after, re.I):
            out.add(i)
    return out


def _extents(s: Stated, n: Named, world: World) -> tuple[set[int], set[int]]:
    """The wider wholes that the text, and that the report, says the figure is of."""
    level = _level(world)
    f = n.figure
    if not level or s.figure.measure in _OF_NONE or f.measure in _OF_NONE:
        return set(), set()
    mine = _wider(re.split(r"[,;:]\s|(?<!\w)(?:còn|trong khi|nhưng)(?!\w)", s.ahead)[-1] if s.ahead else s.said, s.behind, level)
    mine |= _wider(s.figure.scope, "", level)
    its = _wider(f"{f.indicator} | {f.head} | {f.scope}", "", level)
    if f.table is None:
        lead = re.split(r"[,;]\s", bearer(n, world).lead)[-1]
        its |= _wider(lead, world.report.text[f.span.end : f.span.end + 40], level)
    return mine, its


def same_extent(s: Stated, n: Named, world: World) -> bool:
    """Whether both say that they are of one whole wider than the report's: its name is as good as the figure's own."""
    mine, its = _extents(s, n, world)
    return bool(mine & its)


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
    wide, its_wide = _extents(s, n, world)
    if wide != its_wide:
        return True  # "bình quân cả nước (46,7%)" is not the province's
    after = re.match(r"[^\d,;.:]*", s.behind)
    mine = set(places_in(s.said, world)) | set(places_in(after[0] if after else "", world)) or set(places_in(s.ahead, world)[-1:])
    abroad = mine - set(world.places)
    if mine and not WHOLE.search(s.said):
        if not abroad and WHOLE.search(bearer(n, world).lead):
            return False
        its = _of_figure(n, world, strict=not abroad)
        return bool(its) and not mine & its
    f = n.figure
    return bool(WHOLE.search(s.said)) and bool(set(places_in(f"{f.indicator} | {f.scope} | {f.head if f.table is None else ''}", world)) - set(world.places))


__all__ = ["misplaced", "places_in", "same_extent"]
