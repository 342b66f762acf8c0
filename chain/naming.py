"""How well a report's figures bear the name that a text gives one: words held, words lacking, words that narrow it.

A name is a bag of words here, weighed by how much each tells the report's figures apart, and compared both ways: what the
text says and the figure's own words and surroundings do not hold makes it another thing, what the figure's own name adds
makes it a part of the thing. Values play no role.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from chain import words as W
from chain.abbreviations import meaning
from chain.cells import group_of
from chain.world import Named, World, tokens
from report.model import Figure
from report.periods import periods
from report.text import UPPER, fold

# Words that bring a figure and name nothing: "chở được 96,4 nghìn lượt khách", "thu về 742,6 tỷ đồng".
_BRING: frozenset[str] = frozenset(
    ["chở", "đón", "mang", "ghi", "nhận", "gây", "xảy", "lập", "được", "về", "còn", "lượng", "hơn", "tương", "đương", "nhằm", "giúp", "vẫn", "tiếp", "tục", "mới", "bổ", "sung", "chiếm", "bằng", "công", "bố", "thông", "báo", "khoảng", "quy", "mô", "rất", "khá", "hẳn", "mốc", "ngưỡng", "cán", "nhích", "bật", "vọt", "nhẹ", "trong", "đây", "thêm", "tròn"]
)
_COUNTS = re.compile(r"(?<!\w)(?:kim ngạch|trị giá|thu hút|thu về|mang lại|mang về)(?!\w)|(?<!\w)chỉ tiêu(?=\s+(?!không|chưa|đạt|vượt|hoàn|của|chỉ|đồng)[^\W\d])", re.I)  # how a thing is counted, or comes
WHOLE = re.compile(r"(?<!\w)(?:của\s+)?(?:(?:cả|toàn)\s+(?:nước|quốc|tỉnh|huyện|thành phố|xã|ngành)|trên địa bàn(?:\s+(?:toàn\s+)?tỉnh)?)(?!\w)", re.I)
_OF_REGION = re.compile(r"(?i:(?<!\w)của\s+vùng(?!\w))(?!\s+[^\W\d_]*[" + UPPER + r"])")  # the report's own; "của vùng Tây Bắc" may be another
_CLASS = frozenset(["doanh", "nghiệp", "khối", "đơn", "vị", "đóng", "góp"])  # who does a thing, beside a name that says which; "đóng góp của … vào CPI"


_FOREIGN_FIRMS = tuple(f"{who}{what}" for who in ("doanh nghiệp ", "khối ", "khối doanh nghiệp ", "khu vực ") for what in ("FDI", "có vốn đầu tư nước ngoài", "có vốn đầu tư trực tiếp nước ngoài", "đầu tư nước ngoài"))


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """Each way of saying a thing, with the words of all the ways."""
    return tuple(
        (re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in sorted(group, key=len, reverse=True)) + r")(?!\w)", re.I), frozenset(w for form in group for w in tokens(form)))
        for group in (*W.SAME, _FOREIGN_FIRMS)
    )


_DEFINED = re.compile(r"((?:[^\W\d_]+\s+){1,6})\(([A-ZĐ]{2,8})\)")


def _defined(world: World) -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """The abbreviations that the report explains ("ngân sách trung ương (NSTW)"), and those in capitals that everybody knows ("XNK")."""
    out = {}
    for short in dict.fromkeys(re.findall(r"(?<!\w)[A-ZĐ]{2,8}(?!\w)", world.report.text)):
        known = meaning(short, world)
        if known and len(known.split()) > 1:
            out[short] = (re.compile(rf"(?<!\w)(?:{re.escape(known)}|{short})(?!\w)", re.I), frozenset(tokens(f"{known} {short}")))
    for m in _DEFINED.finditer(world.report.text):
        row = m[1].split()[-len(m[2]) :]
        if fold("".join(w[0] for w in row)).upper() == fold(m[2]).upper().replace("W", "U") and len(row) == len(m[2]):
            out[m[2]] = (re.compile(rf"(?<!\w)(?:{re.escape(' '.join(row))}|{m[2]})(?!\w)", re.I), frozenset(tokens(f"{' '.join(row)} {m[2]}")))
    return tuple(out.values())


def ways(text: str, world: World) -> frozenset[int]:
    """The things that `text` names in one of several ways ("GRDP", "tổng sản phẩm trên địa bàn")."""
    held = _read_once(world)
    found = held.ways.get(text)
    if found is None:
        if len(held.ways) > _TEXTS_KEPT:
            held.ways.clear()
        found = held.ways[text] = frozenset(i for i, (pattern, _) in enumerate((*_groups(), *held.defined)) if pattern.search(text))
    return found


def _words_of(groups: Collection[int], world: World) -> frozenset[str]:
    every = (*_groups(), *_read_once(world).defined)
    return frozenset(w for i in groups for w in every[i][1])


def timeless(text: str) -> str:
    """`text` without the times it names."""
    for m in sorted(periods(text), key=lambda m: -m.start):
        text = text[: m.start] + " " + text[m.end :]
    return text


def naming(text: str, world: World) -> list[str]:
    """The words of `text` that name a thing, in order; the report's own place is no part of a name."""
    row = tokens(W.STOP_PHRASE.sub(" ", _COUNTS.sub(" ", WHOLE.sub(" ", _OF_REGION.sub(" ", unissued(timeless(text), world))))))
    home = home_of(world)
    out = []
    for i, w in enumerate(row):
        near = (tuple(row[i : i + 2]), tuple(row[max(0, i - 1) : i + 1]))
        if w in W.STOP or w in _BRING or home in near or w.isdigit() and len(w) > 2:
            continue
        out.append(w)
    return list(dict.fromkeys(out))


_OFFICE = re.compile(r"(?<!\w)(?:ubnd|hđnd|ủy ban|uỷ ban|hội đồng|cục|chi cục|sở|ban|phòng|kho bạc|ngân hàng|công ty|tổng công ty|tập đoàn|trung tâm|liên đoàn|bộ|chi nhánh)(?!\w)", re.I)
_CAPITAL = rf"[{UPPER}][^\W\d_]*"
_BRANCH = re.compile(rf"(?<!\w)(?:Sở|Cục|Chi cục|UBND|HĐND)\s+(?:[^\W\d_]+\s+){{1,7}}?({_CAPITAL})\s+({_CAPITAL})(?=\s*[,.;:()]|\s+(?:cho|đã|ước|công|vừa|thông|ngày)(?!\w))")
_OF_LEVEL = re.compile(rf"(?<!\w)(?:XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|TỈNH)\s+([{UPPER}]+)\s+([{UPPER}]+)(?=\s*\n)")
_PAIR = re.compile(rf"(?<!\w)({_CAPITAL})\s+({_CAPITAL})(?!\s+[{UPPER}])")
_BY = re.compile(r"(?<!\w)(?:của|tại|ở|do|theo|bởi)\s+" + rf"(?=[{UPPER}])")


def _issuer(world: World) -> frozenset[str]:
    """The words of the lines at a report's head that name the office which wrote it."""
    lines = [world.report.title, *world.report.text[:300].split("\n")[:4]]
    return frozenset(w for line in lines if len(line) < 120 and _OFFICE.search(line) for w in tokens(line))


def unissued(text: str, world: World) -> str:
    """`text` without "của Cục Hải quan Đông Ninh": who issues the report names none of its figures."""
    office = _read_once(world).issuer
    for m in reversed(list(_BY.finditer(text)) if office else []):
        run = re.match(r"(?:[^\W\d_]+(?:\s+|(?=\W|$)))+", text[m.end() :])
        words_ = run[0].split() if run else []
        n = next((i for i, w in enumerate(words_) if w.lower() not in office), len(words_))
        if n > 1 and _OFFICE.match(" ".join(words_[:2])):
            end = m.end() + re.match(r"\s*" + r"\s+".join(re.escape(w) for w in words_[:n]) + r"(?:\s+(?:tổng hợp|công bố|quản lý|báo cáo|thống kê|thực hiện))?(?!\w)", text[m.end() :]).end()  # type: ignore[union-attr]
            text = text[: m.start()] + " " + text[end:]
    return text


def home_of(world: World) -> tuple[str, ...]:
    """The first two words of the place that the report is of ("tỉnh Vân Trường"); () for a report on the whole country."""
    return _read_once(world).home


def _home(world: World) -> tuple[str, ...]:
    for place in world.places[:1]:
        return tuple(place.split()[:2])
    if not world.places:
        text = world.report.text
        head = text[:300]
        for pattern in (_OF_LEVEL, _BRANCH):  # "ĐẢNG ỦY XÃ MINH TÂN"; "theo Sở Tài chính Phú Khê" in an article
            named = {(m[1].lower(), m[2].lower()) for m in pattern.finditer(head if pattern is _OF_LEVEL else text[:1500])}
            if len(named) == 1:
                return named.pop()
        first = text.strip().partition("\n")[0]
        often = {(m[1].lower(), m[2].lower()) for m in _PAIR.finditer(first) if text.count(f"{m[1]} {m[2]}") > 2}
        if len(often) == 1:
            return often.pop()
    return ()


@dataclass(frozen=True, slots=True)
class Fit:
    """`score` from 0 (nothing in common) to 1; `lacking` are the name's words that the figure does not hold at all, `extra` the weight of what narrows it.

    `named`: its own name, or what it is part of, holds a word of the name; `near`: they hold all of them.
    """

    score: float
    lacking: frozenset[str]
    extra: float
    named: bool = True
    near: bool = True


@dataclass(frozen=True, slots=True)
class Bearer:
    """The words of one figure: its own name, with that of what it is part of, and all around it."""

    own: frozenset[str]
    strong: frozenset[str]
    wide: frozenset[str]
    telling: frozenset[str]  # of its own name
    pairs: frozenset[tuple[str, str]]  # words side by side in any of these
    lead: str  # the report's characters between the figure before and this one; "" in a table
    line: frozenset[str]  # of its sentence or row
    own_ways: frozenset[int]  # what its own name, and its clause, names in one of several ways
    ways: frozenset[int]


@dataclass(slots=True)
class _Read:
    """What was read of a world so far."""

    world: World
    defined: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    issuer: frozenset[str]
    home: tuple[str, ...]
    bearers: dict[int, Bearer] = field(default_factory=dict)
    ways: dict[str, frozenset[int]] = field(default_factory=dict)


_WORLDS: dict[int, _Read] = {}
_KEPT, _TEXTS_KEPT = 8, 2000


def _read_once(world: World) -> _Read:
    held = _WORLDS.get(id(world))
    if held is None or held.world is not world:
        while len(_WORLDS) >= _KEPT:
            _WORLDS.pop(next(iter(_WORLDS)), None)
        held = _WORLDS[id(world)] = _Read(world, _defined(world), _issuer(world), _home(world))
    return held


def bearer(n: Named, world: World) -> Bearer:
    """The words of a figure, read once per world."""
    held = _read_once(world).bearers
    found = held.get(id(n))
    if found is None:
        f = n.figure
        opening = _opening(n, world)
        strong = n.own | n.head | n.clause
        own_ways = ways(f"{f.indicator} {f.scope}", world)
        found = held[id(n)] = Bearer(
            n.own, strong, strong | n.lead | n.around | frozenset(opening), frozenset(naming(f.indicator, world)), n.said | frozenset(zip(opening, opening[1:])),
            _lead(n, world), frozenset(tokens(f.sentence.of(world.report.text))),
            own_ways, own_ways | ways(f"{f.head} | {_between(n, world)}", world),
        )  # fmt: skip
    return found


def _opening(n: Named, world: World) -> list[str]:
    """What the paragraph is about ("Ô tô nguyên chiếc các loại: …") and what its sentence counts first ("176 vụ tai nạn, làm chết 98 người")."""
    f, text = n.figure, world.report.text
    if f.table is not None:
        return tokens(group_of(f, world))
    start = text.rfind("\n", 0, f.sentence.start + 1) + 1
    head = re.match(r"[^\n:;.\d]{3,90}:", text[start : f.span.start])
    first = min((o.figure for o in world.figures if o.figure.sentence == f.sentence), key=lambda g: g.span.end, default=f)
    counted = re.match(r"[^,;:.()\d]*", text[first.span.end : f.span.start])
    return [*tokens(head[0] if head else ""), *tokens(f"{first.unit} {counted[0] if counted else ''}" if first is not f else "")]


def _lead(n: Named, world: World) -> str:
    return world.report.text[n.since : n.figure.span.start] if n.figure.table is None else ""


def _between(n: Named, world: World) -> str:
    """The words right before a figure in its sentence."""
    f = n.figure
    return world.report.text[max(f.sentence.start, f.span.start - 120) : f.span.start] if f.table is None else ""


def fit(said: Collection[str], context: Collection[str], n: Named, world: World, compounds: Sequence[tuple[str, ...]] = (), text: str = "", counted: Collection[str] = ()) -> Fit:
    """How well the figure bears the name of the words `said`; `context` are words said before, which are no addition.

    Of `compounds`, the half is no hit: "xuất siêu" does not bear "xuất khẩu". `text` is all that was said, for other ways of saying it; `counted` are the words of its unit.
    """
    b = bearer(n, world)
    alike = ways(text, world)
    own_alike, all_alike = _words_of(alike & b.own_ways, world), _words_of(alike & b.ways, world)
    torn = {w for c in compounds if all(w in said for w in c) and not set(c) <= all_alike and not all(p in b.pairs for p in zip(c, c[1:])) for w in c}
    whole = got = 0.0
    lacking: set[str] = set()
    for w in said:
        weight = world.weight(w)
        whole += weight
        if w in torn:
            got += 0.3 * weight if w in b.wide else 0.0
            lacking.update((w,) if w not in b.wide else ())
        elif w in b.own or w in own_alike or w in counted:
            got += weight
        elif w in n.clause or w in all_alike:
            got += 0.95 * weight
        elif w in b.strong:
            got += 0.88 * weight
        elif w in b.wide:
            got += 0.75 * weight
        else:
            lacking.add(w)
    known = set(said) | set(context) | own_alike
    telling = [w for w in b.telling if w not in W.GENERIC and w not in _CLASS]
    size = sum(world.weight(w) for w in telling) or 1.0
    # a word of the whole that it is part of narrows less
    extra = sum(world.weight(w) * (0.5 if w in n.head else 1.0) for w in telling if w not in known) / size
    named = any(w not in torn and (w in b.strong or w in all_alike) for w in said)
    near = all(w not in torn and (w in b.own or w in n.head or w in n.clause or w in all_alike or w in counted) for w in said)
    return Fit((got / whole if whole else 0.0) - 0.25 * extra, frozenset(lacking), extra, named, near)


def same_name(f: Figure, g: Figure) -> bool:
    """Whether two figures go by the same name."""
    return (f.indicator, f.head, f.scope) == (g.indicator, g.head, g.scope)


__all__ = ["WHOLE", "Bearer", "Fit", "bearer", "fit", "naming", "home_of", "same_name", "timeless", "unissued", "ways"]
