"""Which one is the largest, the smallest, above or below: figures of one kind set side by side.

Peers are the rows of one table column, or the items of one list in a sentence: same measure, unit, period and modality.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from chain import groups as sets
from chain import sentences_answer
from chain import words as W
from chain.answer import Answer
from chain.compose import Draft, index_as_growth, value_text
from chain.main_groups import NEARLY_ALL, main_group
from chain.question import Question
from chain.select import modality_fit, opposed, period_fit
from chain.words import MEASURE_NOUNS
from chain.world import Named, World
from report.model import Base, Direction, Figure, Measure, name_of
from report.numbers import count_of

_NAMED_REST = re.compile(r",[^,]*,[^,]*(?<!\w)(?:phụ tùng|thiết bị|sản phẩm)[^,]* khác$", re.I)  # "máy móc, thiết bị, dụng cụ, phụ tùng khác" is a kind of goods of its own
_REST = re.compile(r"(?<!\w)(?:khác|còn lại)$|^(?:tổng|cộng|cả nước|toàn (?:tỉnh|huyện|quốc|thành phố|ngành)|chung)(?!\w)|(?<!\w)(?:toàn (?:tỉnh|vùng|huyện|quốc|thành phố|ngành|xã|miền)|tổng (?:số|cộng)|cả nước)(?!\w)", re.I)
_WHOLE = re.compile(r"(?<!\w)(?:trên địa bàn(?: (?:tỉnh|huyện|thành phố|xã))?|(?:ubnd|hđnd|toàn|cả) (?:tỉnh|huyện|thành phố|xã|nước)|nhà nước|trong nước|nước ngoài)(?!\w)", re.I)  # whose report it is: no place among others
_KINDS = frozenset(k for group in W.KINDS for k in group)
_LOW = re.compile(r"(?:thấp|ít|nhỏ|kém|chậm|bé)\s+nhất|\bcuối bảng\b", re.I)
_TOP = re.compile(r"(?:top\s+|(?<![\d.,])(?=\d{1,2}\s+\S+(?:\s+\S+){0,5}\s+(?:lớn|cao|nhiều|thấp|ít|nhỏ|mạnh|nhanh)\s+nhất))(\d{1,2})|\b(hai|ba|bốn|năm)\s+(?:\S+\s+){1,5}(?:lớn|cao|nhiều|thấp|ít|nhỏ|mạnh|nhanh)\s+nhất", re.I)
_WORD_NUMBER = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_LIMIT = re.compile(r"(?P<way>trên|hơn|vượt|dưới|ít hơn|thấp hơn|cao hơn|từ|không quá)\s+(?P<n>\d[\d.,]*)", re.I)
# What kind of thing is asked for names no indicator: "nước nào", "mặt hàng nào".
_KIND = {
    "nước", "thị", "trường", "mặt", "hàng", "sản", "phẩm", "nhóm", "ngành", "loại", "huyện", "xã", "tỉnh", "đơn", "vị", "doanh", "nghiệp", "tháng", "quý", "năm", "cây", "con", "vùng", "khu", "vực",
    "đối", "tác", "lĩnh", "địa", "phương", "khoản", "chỉ", "tiêu", "công", "ty", "nguồn", "cục", "chi", "quốc", "gia", "thuộc", "số", "trong", "đâu", "nơi", "mua", "đạt", "đóng", "góp",
}  # fmt: skip
_COUNTED = frozenset(w for noun in MEASURE_NOUNS for w in noun.split())


def change_of(f: Figure) -> Decimal | None:
    """The change in per cent, falling below zero; None when the figure is no change."""
    if f.measure is Measure.INDEX:
        return f.value - 100
    if f.measure is Measure.GROWTH and f.direction is not Direction.NONE:
        return -abs(f.value) if f.direction is Direction.DOWN else abs(f.value)
    return None


@dataclass(frozen=True)
class _Group:
    members: tuple[Named, ...]
    score: float


_ABSOLUTE = re.compile(r"(?<!\w)tuyệt đối(?!\w)", re.I)


def _wanted(q: Question) -> tuple[Measure, ...]:
    if q.direction is not Direction.NONE and (_ABSOLUTE.search(q.text) or q.unit not in ("", "%")):
        return (Measure.CHANGE,)  # "tăng nhiều nhất về số tuyệt đối", "tăng nhiều nhất, bao nhiêu triệu USD"
    if q.measure is not None and q.measure not in (Measure.LEVEL,):
        return (Measure.GROWTH, Measure.INDEX) if q.measure in (Measure.GROWTH, Measure.INDEX) else (q.measure,)
    if q.direction is not Direction.NONE:
        return (Measure.GROWTH, Measure.INDEX)
    return (Measure.COMPLETION, Measure.SHARE, Measure.LEVEL) if _BY_RATE.search(q.text) else (Measure.LEVEL, Measure.SHARE)


_BY_RATE = re.compile(r"(?<!\w)(?:(?:với|có|về|đạt|theo)\s+(?:(?:mức|một)\s+)?(?:tỷ|tỉ) lệ|(?:tỷ|tỉ) lệ(?:\s+\S+){0,4}?\s+(?:cao|thấp|lớn|nhỏ|nhiều|ít))(?!\w)", re.I)  # "giải ngân với tỷ lệ thấp nhất": no amount is asked for


def _words_of(group: Sequence[Named]) -> set[str]:
    """What every member is about: the words that most of them share, in name, head or surroundings."""
    common: set[str] = set()
    for n in group:
        common |= n.own | n.head | n.around
    return {w for w in common if sum(w in n.own or w in n.head or w in n.around for n in group) * 2 > len(group)}


_WAYS = (("xuất", "nhập"),)
_NO_GROUP = re.compile(r"(?<!\w)(?:vàng|đô la|usd|lạm phát)(?!\w)", re.I)  # told in the same table, and no group of goods


def groups(q: Question, world: World, measures: tuple[Measure, ...]) -> list[_Group]:
    """Sets of peers that the question's words are about, best first."""
    held: dict[tuple[object, ...], list[Named]] = {}
    for n in world.figures:
        f = n.figure
        if _BY_RATE.search(q.text) and q.measure is None and f.unit not in ("%", "‰"):
            continue
        if f.measure not in measures or period_fit(q, f, world) is None or modality_fit(q, f, world) is None:
            continue
        if q.unit and q.unit not in ("", f.unit) and f.measure is Measure.LEVEL:
            continue
        if q.base is not Base.NONE and f.base not in (Base.NONE, q.base) and f.measure is not Measure.LEVEL:
            continue
        place: tuple[object, ...] = ("t", f.table, f.column) if f.table is not None else ("s", f.sentence.start, f.head)
        held.setdefault((*place, f.measure, f.unit, f.period, f.modality), []).append(n)
    asked = [t for t in q.terms if t not in _KIND and t not in ("tuyệt", "đối", "từng")]
    kinds = [t for t in q.terms if t in _KIND]
    wanted = _kind_words(q)
    out = []
    for members in held.values():
        parents = {n.figure.head for n in members if n.figure.head}
        peers = [n for n in members if not (_REST.search(n.figure.indicator.strip()) and not _NAMED_REST.search(n.figure.indicator.strip())) and n.figure.indicator.lower() not in _KINDS]  # "8/10 huyện đạt trên 45%" is none of them
        if len({n.figure.head for n in peers}) > 1:  # a parent stands beside its parts: the parts are compared
            peers = [n for n in peers if n.figure.indicator not in parents] or peers
        peers = [n for n in peers if not W.contrary(f" {q.text.lower()} ", f" {name_of(n.figure).lower()} ", _WAYS) and not ("nhóm" in wanted and _NO_GROUP.search(n.figure.indicator))]
        if "nhóm" in wanted and len({main_group(n.figure) for n in peers} - {None}) >= NEARLY_ALL:  # rice is a part of one
            peers = [n for n in peers if main_group(n.figure) is not None]
        distinct = {n.figure.indicator for n in peers}
        if len(distinct) < 2 or W.contrary(f" {q.text.lower()} ", f" {' '.join(name_of(n.figure) for n in peers).lower()} ", _WAYS):
            continue
        about = _words_of(members)
        if wanted and not _is_of_kind(members, wanted, world):
            continue
        whole = sum(world.weight(t) for t in asked)
        cover = sum(world.weight(t) for t in asked if t in about) / whole if whole else 0.7
        if cover < 0.7:
            continue
        heads = set().union(*(n.head for n in members))
        score = cover + 0.4 * sum(t in about for t in kinds) / (len(kinds) or 1) + 0.1 * sum(t in heads for t in asked) / (len(asked) or 1)
        score += 0.2 * max(period_fit(q, n.figure, world) or 0.0 for n in peers) + 0.1 * max(modality_fit(q, n.figure, world) or 0.0 for n in peers)
        score += 0.02 * min(len(distinct), 8) + (0.03 if peers[0].figure.table is not None else 0.0)
        if peers[0].figure.measure is Measure.SHARE and q.measure is None:
            score -= 0.05
        out.append(_Group(tuple(peers), score))
    return sorted(out, key=lambda g: -g.score)


def _kind_words(q: Question) -> set[str]:
    """The words that name the kind of thing asked for ("nước nào" -> nước, thị trường, …); empty when no kind is named."""
    low = q.text.lower()
    said = {k for group in W.KINDS for k in group if re.search(rf"(?<!\w){re.escape(k)}(?:\s+\S+){{0,3}}?\s+nào(?!\w)|nào(?:\s+\S+){{0,2}}?\s+(?:là\s+)?{re.escape(k)}(?!\w)", low)}
    return {k for group in W.KINDS if said & set(group) for k in group}


def _is_of_kind(members: Sequence[Named], wanted: set[str], world: World) -> bool:
    """Whether the peers are said to be of the kind asked for: by head, caption, column title, section or their own names."""
    f = members[0].figure
    near = f.head
    if f.table is not None:
        table = world.report.tables[f.table]
        near += " " + (table.caption.of(world.report.text) if table.caption else "") + " " + " ".join(c.text for row in table.rows[: table.header_rows] for c in row[:2])
    around = f"{' '.join(world.report.section_path(f.section)[-2:])} {world.report.text[f.sentence.start : f.span.start] if f.table is None else ''}"
    near, around = _WHOLE.sub(" ", near), _WHOLE.sub(" ", around)
    if _names(near, wanted):
        return True
    other = {k for group in W.KINDS for k in group} - wanted - {"nhóm"}  # "các nhóm": of whatever kind
    if _names(around, wanted) and not _names(near, other):  # a list headed "mặt hàng" is none of markets, whatever its section is called
        return True
    return sum(any(n.figure.indicator.lower().startswith(k) for k in wanted) for n in members) * 2 > len(members)


def _names(text: str, kinds: set[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(k)}(?!\w)", text.lower()) for k in kinds)


def _size(f: Figure, q: Question) -> Decimal:
    change = change_of(f)
    if change is None:
        return abs(f.value) if f.measure is Measure.CHANGE else f.value
    return Decimal(0) - change if q.direction is Direction.DOWN else change


def _limit(q: Question, f: Figure) -> tuple[str, Decimal] | None:
    """The bound that the question sets ("trên 100 triệu USD"), in the figure's unit."""
    from report.numbers import quantities

    m = _LIMIT.search(q.raw)
    if not m:
        return None
    for quantity in quantities(q.raw):
        if quantity.start <= m.start("n") < quantity.end and (quantity.unit == f.unit or not quantity.unit):
            return m["way"].lower(), quantity.value
    return None


def answer(q: Question, draft: Draft) -> Answer | None:
    """The largest, smallest, fastest; or all that fall, rise, lie above or below; or how many they are."""
    world = draft.world
    if sentences_answer.asks_said(q.text):  # "nhận xét gì về phần tăng thu"
        return sentences_answer.answer(replace(q, operation="text"), draft)
    if q.operation == "extreme":
        return _extreme(q, draft) or sentences_answer.answer(q, draft, superlative=True)
    so_many = _so_many(q) if q.operation == "filter" and q.direction is not Direction.NONE else 0
    trial = Draft(world, draft.question, reading=draft.reading) if so_many else draft
    if q.operation == "filter" and (told := sets.answer(q, trial)) is not None and so_many in (0, len(told.figures)):
        return told
    found = groups(q, world, _wanted(q)) if q.direction is Direction.NONE else []
    kept: list[Figure] = []
    if q.direction is not Direction.NONE:
        ranked = groups(q, world, (Measure.GROWTH, Measure.INDEX))
        for group in [*ranked, *_scattered(q, world)] if so_many else ranked[:1] or _scattered(q, world):
            kept = _moved(group, q.direction)
            if len(kept) == so_many:
                break
        if so_many and len(kept) != so_many:
            return None  # "Ba khoản thu nào giảm": one of them is no answer
        kept.sort(key=lambda f: abs(change_of(f) or Decimal(0)), reverse=True)
    elif found:
        limit = _limit(q, found[0].members[0].figure)
        if limit is None:
            return None
        way, bound = limit
        low = way in ("dưới", "ít hơn", "thấp hơn", "không quá")
        kept = [n.figure for n in found[0].members if (n.figure.value < bound if low else n.figure.value >= bound if way == "từ" else n.figure.value > bound)]
    if not kept:
        return None
    text = "; ".join(_say(f, q, draft) for f in kept) + "."
    if q.operation == "count":
        draft.calculations.append(f"đếm được {len(kept)}")
        text = f"{len(kept)}: {text}"
    return draft.answer(text)


_HOW_MANY_OF_THEM = re.compile(r"^\W*(?:(?:những|các|kể(?: tên)?|nêu|liệt kê)\s+)*(?P<n>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?:khoản|nhóm|mặt hàng|ngành|sản phẩm|thị trường|địa phương|huyện|xã|tỉnh|lĩnh vực|sắc thuế|nguồn|loại|đơn vị|khu vực|chỉ tiêu)(?!\w).*(?<!\w)nào(?!\w)", re.I)


def _so_many(q: Question) -> int:
    """How many are to be named ("Ba khoản thu nào giảm"); 0 where the question does not say."""
    m = _HOW_MANY_OF_THEM.match(q.text)
    return count_of(m["n"]) or 0 if m else 0


def _moved(group: _Group, way: Direction) -> list[Figure]:
    """The members of a group that went that way, each name once."""
    out: dict[tuple[str, str], Figure] = {}
    for n in group.members:
        change = change_of(n.figure)
        if change and (change < 0) is (way is Direction.DOWN):
            out.setdefault((n.figure.indicator, n.figure.head), n.figure)
    return list(out.values())


def _scattered(q: Question, world: World) -> list[_Group]:
    """Changes that stand in different sentences about the same thing."""
    found = []
    wanted = _kind_words(q)
    asked = [t for t in q.terms if t not in _KIND] or list(q.terms)
    for n in world.figures:
        if n.figure.measure not in (Measure.GROWTH, Measure.INDEX) or period_fit(q, n.figure, world) is None or modality_fit(q, n.figure, world) is None:
            continue
        if opposed(q, n) or q.base is not Base.NONE and n.figure.base not in (Base.NONE, q.base):
            continue
        context = n.own | n.head | n.clause | n.lead
        if wanted and not _is_of_kind([n], wanted, world):
            continue
        if asked and sum(t in context for t in asked) / len(asked) < 0.6:
            continue
        found.append(n)
    return [_Group(tuple(found), 0.0)] if found else []


def _say(f: Figure, q: Question, draft: Draft) -> str:
    n = draft.state(f)
    name = f.indicator if f.table is not None or f.head else name_of(f)
    if f.measure is Measure.INDEX and (q.direction is not Direction.NONE or q.measure is Measure.GROWTH):
        words, formula, _ = index_as_growth(f)
        draft.calculations.append(formula)
        return f"{name} {words} (chỉ số {f.text}) [{n}]"
    return f"{name} {value_text(f)} [{n}]"


def _extreme(q: Question, draft: Draft) -> Answer | None:
    measures = _wanted(q)
    found = groups(q, draft.world, measures)
    if Measure.GROWTH in measures and q.unit != "%" and q.base is not Base.NONE:  # "Tăng/giảm trị giá so với kỳ trước": a column that tells it in money
        amounts = [g for g in groups(q, draft.world, (Measure.CHANGE,)) if (f := g.members[0].figure).table is not None and f.base is q.base]
        if amounts and (not found or found[0].members[0].figure.base is not q.base or amounts[0].score > found[0].score):
            measures, found = (Measure.CHANGE,), amounts
    told = sentences_answer.rank(q, draft.world, superlative=True) if not found or found[0].members[0].figure.table is None else []
    if told and told[0].score > 1.0:
        return None  # the report's own word for it goes before a list of a sentence
    if not found:
        peers = None if sentences_answer.rank(q, draft.world, superlative=True) else sets.find(q, draft.world)
        if peers is None:
            return None
        found = [_Group(tuple(peers[1]), 0.0)]
    members = found[0].members
    changing = Measure.GROWTH in measures
    if changing and q.direction is not Direction.NONE:
        members = tuple(n for n in members if (c := change_of(n.figure)) and (c < 0) is (q.direction is Direction.DOWN))
    elif Measure.CHANGE in measures:
        members = tuple(n for n in members if n.figure.direction is q.direction)
    ranked = sorted({(n.figure.indicator, n.figure.head): n.figure for n in reversed(members)}.values(), key=lambda f: _size(f, q), reverse=not _LOW.search(q.text))
    if not ranked:
        return None
    top = _TOP.search(q.text)
    count = int(top[1]) if top and top[1] else _WORD_NUMBER.get(top[2].lower(), 1) if top else 1
    best = [f for f in ranked if _size(f, q) == _size(ranked[0], q)] if count == 1 else ranked[:count]
    text = "; ".join(_say(f, q, draft) for f in best)
    context = name_of(best[0]) if best[0].table is None and best[0].head else ""
    lead = best[0].head or context
    after = ranked[len(best) : len(best) + 2]
    if after:
        text += ". Tiếp theo: " + "; ".join(_say(f, q, draft) for f in after)
    tail = f" ({lead})" if lead and draft.supported(lead) and lead.lower() not in text.lower() else ""
    return draft.answer(f"{text}{tail}.")


