"""How well a report's figures bear the name that a text gives one: words held, words lacking, words that narrow it.

A name is a bag of words here, weighed by how much each tells the report's figures apart, and compared both ways: what the
text says and the figure's own words and surroundings do not hold makes it another thing, what the figure's own name adds
makes it a part of the thing. Values play no role.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chain import words as W
from chain.world import Named, World, tokens
from report.model import Figure
from report.periods import periods

# Words that bring a figure and name nothing: "chở được 96,4 nghìn lượt khách", "thu về 742,6 tỷ đồng".
_BRING: frozenset[str] = frozenset(
    "chở đón mang ghi nhận gây xảy lập sử dụng trị giá ngạch kim chở được về còn lượng hơn tương đương nhằm giúp vẫn tiếp tục mới bổ sung chiếm bằng công bố thông báo khoảng con quy mô "
    "rất khá hẳn mốc ngưỡng cán nhích bật vọt nhẹ trong ngoài đây nằm thêm tròn mục tiêu kế hoạch dự toán chỉ phấn đấu lũy luỹ cộng dồn chung".split()
)
_WHOLE = re.compile(r"(?<!\w)(?:của\s+)?(?:(?:cả|toàn)\s+(?:nước|quốc|tỉnh|huyện|thành phố|xã|ngành)|trên địa bàn(?:\s+(?:toàn\s+)?tỉnh)?)(?!\w)", re.I)
_CLASS = frozenset("doanh nghiệp khối đơn vị".split())  # who does a thing, beside a name that says which


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Each way of saying a thing, with all the ways as words."""
    out = []
    for group in W.SAME:
        every = tuple(dict.fromkeys(w for form in group for w in tokens(form)))
        out.append((re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in sorted(group, key=len, reverse=True)) + r")(?!\w)", re.I), every))
    return tuple(out)


def same_words(text: str) -> frozenset[str]:
    """The words of the other ways of saying what `text` says ("GRDP": "tổng sản phẩm trên địa bàn")."""
    return frozenset(w for pattern, every in _groups() if pattern.search(text) for w in every)


def timeless(text: str) -> str:
    """`text` without the times it names."""
    for m in sorted(periods(text), key=lambda m: -m.start):
        text = text[: m.start] + " " + text[m.end :]
    return text


def naming(text: str, world: World) -> list[str]:
    """The words of `text` that name a thing, in order; the report's own place is no part of a name."""
    row = tokens(W.STOP_PHRASE.sub(" ", _WHOLE.sub(" ", timeless(text))))
    home = [tuple(p.split()[:2]) for p in world.places[:1]]
    out = []
    for i, w in enumerate(row):
        near = {tuple(row[i : i + 2]), tuple(row[max(0, i - 1) : i + 1])}
        if w in W.STOP or w in _BRING or near & set(home) or w.isdigit() and len(w) > 2:
            continue
        out.append(w)
    return list(dict.fromkeys(out))


@dataclass(frozen=True, slots=True)
class Fit:
    """`score` from 0 (nothing in common) to 1; `lacking` are the name's words that the figure does not hold at all, `extra` the weight of what narrows it."""

    score: float
    lacking: frozenset[str]
    extra: float


@dataclass(frozen=True, slots=True)
class Bearer:
    """The words of one figure: its own name, with that of what it is part of, and all around it; `row` is its clause as it stands."""

    own: frozenset[str]
    strong: frozenset[str]
    wide: frozenset[str]
    telling: frozenset[str]  # of its own name
    same: frozenset[str]
    said: frozenset[tuple[str, str]]  # words side by side


_BEARERS: dict[int, tuple[World, dict[int, Bearer]]] = {}
_KEPT = 8


def bearer(n: Named, world: World) -> Bearer:
    """The words of a figure, read once per world."""
    held = _BEARERS.get(id(world))
    if held is None or held[0] is not world:
        while len(_BEARERS) >= _KEPT:
            _BEARERS.pop(next(iter(_BEARERS)), None)
        held = _BEARERS.setdefault(id(world), (world, {}))
    found = held[1].get(id(n))
    if found is None:
        f = n.figure
        same = same_words(f"{f.indicator} {f.scope} | {f.head} | {' '.join(sorted(n.clause))}")
        own = n.own | same_words(f"{f.indicator} {f.scope}")
        strong = own | n.head | n.clause | same_words(f"{f.head} | {_between(n, world)}")
        opening = _opening(n, world)
        wide = strong | n.lead | n.around | frozenset(opening)
        found = held[1][id(n)] = Bearer(own, strong, wide, frozenset(naming(f.indicator, world)), same, n.said | frozenset(zip(opening, opening[1:])))
    return found


def _opening(n: Named, world: World) -> list[str]:
    """What the paragraph is about ("Ô tô nguyên chiếc các loại: …") and what its sentence counts first ("176 vụ tai nạn, làm chết 98 người")."""
    f, text = n.figure, world.report.text
    if f.table is not None:
        return []
    start = text.rfind("\n", 0, f.sentence.start + 1) + 1
    head = re.match(r"[^\n:;.\d]{3,90}:", text[start : f.span.start])
    first = min((o.figure.span.end for o in world.figures if o.figure.sentence == f.sentence), default=f.span.end)
    counted = re.match(r"[^,;:.()\d]*", text[first : f.span.start])
    return [*tokens(head[0] if head else ""), *tokens(counted[0] if counted else "")]


def _between(n: Named, world: World) -> str:
    """The words right before a figure in its sentence."""
    f = n.figure
    return world.report.text[max(f.sentence.start, f.span.start - 120) : f.span.start] if f.table is None else ""


def fit(said: Collection[str], context: Collection[str], n: Named, world: World, compounds: Sequence[tuple[str, ...]] = ()) -> Fit:
    """How well the figure bears the name of the words `said`; `context` are words said before, which are no addition.

    Of `compounds`, the half is no hit: "xuất siêu" does not bear "xuất khẩu".
    """
    b = bearer(n, world)
    torn = {w for c in compounds if all(w in said for w in c) and not set(c) <= b.same and not all(p in b.said for p in zip(c, c[1:])) for w in c}
    whole = got = 0.0
    lacking = set()
    for w in said:
        weight = world.weight(w)
        whole += weight
        if w in torn:
            got += 0.3 * weight if w in b.wide else 0.0
            lacking.update((w,) if w not in b.wide else ())
        elif w in b.own:
            got += weight
        elif w in n.clause:
            got += 0.95 * weight
        elif w in b.strong:
            got += 0.88 * weight
        elif w in b.wide:
            got += 0.75 * weight
        else:
            lacking.add(w)
    known = set(said) | set(context)
    telling = [w for w in b.telling if w not in W.GENERIC and w not in _CLASS]
    size = sum(world.weight(w) for w in telling) or 1.0
    extra = sum(world.weight(w) for w in telling if w not in known and w not in b.same & known) / size
    if b.same and known & b.same:  # the name is another way of saying what was said
        extra = sum(world.weight(w) for w in telling if w not in known and w not in b.same) / size
    return Fit((got / whole if whole else 0.0) - 0.25 * extra, frozenset(lacking), extra)


def same_name(f: Figure, g: Figure) -> bool:
    """Whether two figures go by the same name."""
    return (f.indicator, f.head, f.scope) == (g.indicator, g.head, g.scope)


__all__ = ["Bearer", "Fit", "bearer", "fit", "naming", "same_name", "same_words", "timeless"]
