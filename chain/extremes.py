"""Which one is the largest, the smallest, above or below: figures of one kind set side by side.

Peers are the rows of one table column, or the items of one list in a sentence: same measure, unit, period and modality.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from chain import groups as sets
from chain import over_time, sentences_answer
from chain import words as W
from chain.answer import Answer, NotInReport
from chain.compose import Draft, change_of, index_as_growth, value_text
from chain.main_groups import NEARLY_ALL, NO_GROUP, main_group
from chain.question import Question
from chain.select import modality_fit, opposed, period_fit
from chain.sorts import asked_for, sort_of
from chain.sorts import strays as strays_in_sort
from chain.ways import goes, item_run, way_before
from chain.words import MEASURE_NOUNS
from chain.world import Named, World, tokens
from report.model import Base, Direction, Figure, Measure, name_of
from report.numbers import count_of
from report.patterns import BODY
from report.text import UPPER

_NAMED_REST = re.compile(r",[^,]*,[^,]*(?<!\w)(?:phụ tùng|thiết bị|sản phẩm)[^,]* khác$", re.I)  # "máy móc, thiết bị, dụng cụ, phụ tùng khác" is a kind of goods of its own
_REST = re.compile(r"(?<!\w)(?:khác|còn lại)$|^(?:tổng|cộng|cả nước|toàn (?:tỉnh|huyện|quốc|thành phố|ngành)|chung)(?!\w)|(?<!\w)(?:toàn (?:tỉnh|vùng|huyện|quốc|thành phố|ngành|xã|miền)|tổng (?:số|cộng)|cả nước)(?!\w)", re.I)
_WHOLE = re.compile(r"(?<!\w)(?:trên địa bàn(?: (?:tỉnh|huyện|thành phố|xã))?|(?:ubnd|hđnd|toàn|cả) (?:tỉnh|huyện|thành phố|xã|nước)|nhà nước|trong nước|nước ngoài)(?!\w)", re.I)  # whose report it is: no place among others
_LOCALITIES = frozenset(("huyện", "địa phương", "thị xã", "thành phố", "quận", "xã", "phường"))
_OF_LOCALITIES = frozenset(("địa", "phương", "cấp", "huyện", "xã", "phường", "đơn", "vị", "vượt", "đạt", "chưa", "dự", "toán"))
_OF_THE_STATE = re.compile(r"(?:doanh nghiệp(?: nhà nước)?(?: do)?|nhà nước|ngân sách|vốn|chi|thu|điều tiết|quản lý|chính quyền)(?: của)? địa phương", re.I)  # no localities
_DISTRICT = re.compile(rf"(?<!\w)(?:(?i:huyện|thị xã|thành phố|quận)|TP\.?|TX\.?|H\.|Q\.)\s*[{UPPER}]")
_COMMUNE = re.compile(rf"(?<!\w)(?<![Tt]hị )(?:(?i:xã|phường|thị trấn)|TT\.?|X\.|P\.)\s*[{UPPER}]")
_PROPER = re.compile(rf"(?<!\w)[{UPPER}][a-zà-ỹđ]+(?:\s[{UPPER}][a-zà-ỹđ]+)+(?!\w)")
_LOCAL = re.compile(rf"{_DISTRICT.pattern}|{_COMMUNE.pattern}")
_OF_COMMUNES = re.compile(r"(?<!\w)(?<!thị )(?:xã|phường|thị trấn)(?!\s+hội)(?:\s\S+){0,3}?\snào(?!\w)|(?:bao nhiêu|mấy)\s(?:xã|phường|thị trấn)(?!\w)", re.I)
_OF_DISTRICTS = re.compile(r"(?<!\w)(?:huyện|quận|thị xã)(?:\s\S+){0,3}?\snào(?!\w)|(?:bao nhiêu|mấy)\s(?:huyện|quận|thị xã)(?!\w)", re.I)
_KINDS = frozenset(k for group in W.KINDS for k in group)
_LOW = re.compile(r"(?:thấp|ít|nhỏ|kém|chậm|bé)\s+nhất|\bcuối bảng\b", re.I)
_TOP = re.compile(r"(?:top\s+|(?<![\d.,])(?=\d{1,2}\s+\S+(?:\s+\S+){0,5}\s+(?:lớn|cao|nhiều|thấp|ít|nhỏ|mạnh|nhanh)\s+nhất))(\d{1,2})|\b(hai|ba|bốn|năm)\s+(?:\S+\s+){1,5}(?:lớn|cao|nhiều|thấp|ít|nhỏ|mạnh|nhanh)\s+nhất", re.I)
_WORD_NUMBER = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
# What kind of thing is asked for names no indicator: "nước nào", "mặt hàng nào".
_KIND = {
    "nước", "thị", "trường", "mặt", "hàng", "sản", "phẩm", "nhóm", "ngành", "loại", "huyện", "xã", "tỉnh", "đơn", "vị", "doanh", "nghiệp", "tháng", "quý", "năm", "cây", "con", "vùng", "khu", "vực",
    "đối", "tác", "lĩnh", "địa", "phương", "khoản", "chỉ", "tiêu", "công", "ty", "nguồn", "cục", "chi", "quốc", "gia", "thuộc", "số", "trong", "đâu", "nơi", "mua", "đạt", "đóng", "góp",
}  # fmt: skip
_COUNTED = frozenset(w for noun in MEASURE_NOUNS for w in noun.split())


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


def groups(q: Question, world: World, measures: tuple[Measure, ...]) -> list[_Group]:
    """Sets of peers that the question's words are about, best first."""
    held: dict[tuple[object, ...], list[Named]] = {}
    sort = asked_for(q.text)
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
        place: tuple[object, ...] = ("t", f.table, f.column) if f.table is not None else ("d", f.section, f.indicator) if _doer(f) else ("k", f.section) if _of_any_list(q, f) else ("i", run) if sort == "goods" and (not f.head or f.head.lower() in f.indicator.lower()) and (run := item_run(f, world)) else ("s", f.sentence.start, f.head)
        held.setdefault((*place, f.measure, f.unit, f.period, f.modality), []).append(n)
    valued = frozenset(tokens(m[0])) if (m := _WORTH_HOW_MUCH.search(q.text)) is not None else frozenset()
    asked = [t for t in q.terms if t not in _KIND and t not in ("tuyệt", "đối", "từng") and t not in valued]
    if sort in ("goods", "market"):  # which way they are traded may be said before the list
        asked = [t for t in asked if t not in _TRADED]
    kinds = [t for t in q.terms if t in _KIND]
    wanted = _kind_words(q)
    market, sector = _asks_market(q, wanted), _SECTOR_ASKED.search(q.text) is not None
    level = _COMMUNE if _OF_COMMUNES.search(q.text) else _DISTRICT if _OF_DISTRICTS.search(q.text) else _LOCAL
    out: list[_Group] = []
    localities: list[_Group] = []
    for members in held.values():
        if members[0].figure.unit in wanted:
            continue  # how many firms there are of a kind says of no firm
        parents = {name for n in members if n.figure.head for name in (n.figure.head, n.figure.head.partition(",")[0])}
        peers = [n for n in members if not (_REST.search(n.figure.indicator.strip()) and not _NAMED_REST.search(n.figure.indicator.strip()) and not _LOCAL.search(n.figure.indicator)) and n.figure.indicator.lower() not in _KINDS]  # "8/10 huyện đạt trên 45%" is none of them
        if len({n.figure.head for n in peers}) > 1:  # a parent stands beside its parts: the parts are compared
            peers = [n for n in peers if n.figure.indicator not in parents] or peers
        peers = [n for n in peers if not W.contrary(f" {q.text.lower()} ", f" {n.figure.indicator} {n.figure.head} ".lower(), _WAYS) and not ("nhóm" in wanted and NO_GROUP.search(n.figure.indicator))]
        if "nhóm" in wanted and len({main_group(n.figure) for n in peers} - {None}) >= NEARLY_ALL:  # rice is a part of one
            peers = [n for n in peers if main_group(n.figure) is not None]
        if wanted & {"công ty", "doanh nghiệp"} and _NAMED_FIRM.search(q.text):
            peers = [n for n in peers if _PROPER.search(n.figure.indicator)]
        peers = [n for n in peers if not _is_their_sum(n, peers)]
        doers = bool(peers) and _doer(peers[0].figure) != ""
        if wanted and not doers:  # exports are none of the goods, gates or markets that are asked for
            peers = [n for n in peers if _market(n)]
        if sector and not _all_sectors(peers):
            continue
        if market:  # nor is a continent a market among others
            peers = [n for n in peers if not re.match(r"châu(?!\w)", _market(n), re.I)] or peers
        if sort in ("goods", "market"):
            peers = [n for n in peers if (told := sort_of(n.figure.indicator)) == sort or not told or sort == "goods" and told == "flow" and n.figure.head]
            peers = [n for n in peers if n.figure.table is not None or goes(q, way_before(n.figure, world))]
            if sort == "market" and sum(sort_of(n.figure.indicator) == sort for n in peers) * 2 < len(peers):
                continue
        if not peers:
            continue
        distinct = {_doer(n.figure) or n.figure.indicator for n in peers}
        if len(distinct) < 2 or _after_the_first(peers[0].figure, world) or W.contrary(f" {q.text.lower()} ", f" {' '.join(name_of(n.figure) for n in peers).lower()} ", _WAYS):
            continue
        about = _words_of(members) | _words_of(peers)
        local = [n for n in peers if level.search(n.figure.indicator)] if wanted & _LOCALITIES else []
        if len(local) > 1 and len(local) * 2 > len(peers):
            peers = local  # "Văn phòng Cục Thuế" among the districts is none
        elif (not _all_markets(peers) if market else wanted and not (doers and wanted & _DOERS or _is_of_kind(members, wanted, world))) or wanted & _LOCALITIES and not doers and not _of_level(members, level, world):
            continue
        said = [t for t in asked if t not in _OF_LOCALITIES] if peers is local else asked
        whole = sum(world.weight(t) for t in said)
        cover = sum(world.weight(t) for t in said if t in about) / whole if whole else 0.7
        if cover < 0.7:
            continue
        heads = set().union(*(n.head for n in members))
        score = cover + 0.4 * sum(t in about for t in kinds) / (len(kinds) or 1) + 0.1 * sum(t in heads for t in asked) / (len(asked) or 1)
        score += 0.2 * max(period_fit(q, n.figure, world) or 0.0 for n in peers) + 0.1 * max(modality_fit(q, n.figure, world) or 0.0 for n in peers)
        score += 0.02 * min(len(distinct), 8) + (0.03 if peers[0].figure.table is not None else 0.0)
        if peers[0].figure.measure is Measure.SHARE and q.measure is None:
            score -= 0.05
        if peers is local:  # of the columns of a table of districts, the one with the name that is asked for
            score += 0.3 * sum(all(t in n.own for n in peers) for t in said) / (len(said) or 1)
            localities.append(_Group(tuple(peers), score))
        out.append(_Group(tuple(peers), score))
    return sorted(localities or out, key=lambda g: -g.score)


# "Thị trường xuất khẩu lớn nhất là đâu, bao nhiêu?" asks which market it is.
_WHAT_MOST = re.compile(r"(?<!\w)(?P<kind>thị trường|quốc gia|đối tác|nước|mặt hàng|nhóm hàng|nhóm|huyện|xã|địa phương|ngành|lĩnh vực|khoản)(?!\w)(?=[^?.;]*?(?<!\w)nhất(?!\w)[^?.;]*?(?<!\w)(?:là|ở)\s+(?:đâu|gì|ai|nước nào|nơi nào)(?!\w))")
_WORTH_HOW_MUCH = re.compile(r"(?<!\w)(?:kim ngạch|trị giá|giá trị)(?=\s+(?:là\s+|đạt\s+)?(?:bao nhiêu|mấy)(?!\w)(?! tấn)|\s+(?:nhập|xuất)\s+khẩu(?!\w)|\s+(?:lớn|cao|nhiều|thấp|nhỏ|ít)\s+nhất)", re.I)  # what is counted in money anyway
_NEXT = re.compile(r"(?<!\w)(?:tiếp theo|tiếp đến|kế (?:đến|tiếp|theo)|theo sau|xếp sau|đứng sau)(?!\w)[^;]*$", re.I)


_TRADED = frozenset(("xuất", "nhập", "khẩu", "kim", "ngạch", "xuấtnhậpkhẩu"))
_RATED = frozenset(("khá", "cao", "thấp", "lớn", "nhỏ", "tốt", "kém", "chậm", "nhiều", "ít", "đạt", "tăng", "giảm", "mạnh", "nhanh", "mức", "tỷ", "lệ", "chủ", "yếu", "chính", "trọng", "điểm"))


def _of_any_list(q: Question, f: Figure) -> bool:
    """Whether a figure's head says no more than the kind asked for and how well it did: "các khoản đạt thấp" and "một số khoản thu khá" are one list of "khoản thu"."""
    said = set(tokens(f.head)) - W.STOP - _RATED
    return bool(said & _KIND) and said <= set(q.row)


_DOERS = frozenset(("đơn vị", "chủ đầu tư", "cơ quan", "địa phương", "huyện"))


def _doer(f: Figure) -> str:
    """Who did what a figure of a sentence tells: "Sở Y tế" of its "giải ngân"; else ""."""
    return f.head if f.table is None and BODY.fullmatch(f.head) and not BODY.fullmatch(f.indicator) else ""


def _after_the_first(f: Figure, world: World) -> bool:
    """Whether a list of a sentence begins behind the one that leads: "tiếp theo là A (241,9 tỷ đồng), B (198,6 tỷ đồng)"."""
    return f.table is None and _NEXT.search(world.report.text[f.sentence.start : f.span.start]) is not None


def _is_their_sum(n: Named, peers: Sequence[Named]) -> bool:
    """Whether a row of a table bears the name that all of its peers begin with: "xuất khẩu" of the last row, beside "xuất khẩu Nậm Thoi"."""
    whole = f"{n.figure.indicator} ".lower()
    return n.figure.table is not None and len(peers) > 2 and all(o is n or o.figure.indicator.lower().startswith(whole) for o in peers)


_NAMED_FIRM = re.compile(r"(?<!\w)(?:doanh nghiệp|công ty)\s+nào(?!\w)", re.I)
_FLOW = re.compile(r"^(?:(?:tổng|trị giá|kim ngạch|giá trị|xuất khẩu|nhập khẩu|xuất|nhập|sang|từ|thị trường|với|hàng hóa)\s+)*", re.I)
_NO_MARKET = re.compile(r"(?:cán cân|khối|doanh nghiệp|nhóm|chi cục|cửa khẩu|cảng|mặt hàng|hàng|xuất|nhập|trong đó|tổng|FDI)(?!\w)", re.I)


_SECTOR_ASKED = re.compile(r"(?<!\w)khu vực(?:\s(?!xuất|nhập)\S+){0,3}?\snào(?!\w)", re.I)
_SECTOR = re.compile(r"(?<!\w)(?:nông|lâm|thủy sản|công nghiệp|xây dựng|dịch vụ|thuế sản phẩm|nhà nước|quốc doanh|tư nhân|FDI|vốn đầu tư nước ngoài|thành thị|nông thôn|trong nước|khu vực)(?!\w)", re.I)


def _all_sectors(members: Sequence[Named]) -> bool:
    """Whether all of the peers are sectors of an economy or parts of a land, where those are asked for: firms newly founded and revenue are none."""
    return all(_SECTOR.search(n.figure.indicator) for n in members)


def _asks_market(q: Question, kinds: set[str]) -> bool:
    """Whether countries are asked for, and not the sectors of an economy, which are called "khu vực" as well."""
    return "thị trường" in kinds and _SECTOR_ASKED.search(q.text) is None


def _all_markets(members: Sequence[Named]) -> bool:
    """Whether most of the peers bear the names of countries: neither exports and imports nor goods are markets."""
    return sum((name := _market(n))[:1].isupper() and not _NO_MARKET.match(name) for n in members) * 2 > len(members)


def _market(n: Named) -> str:
    """The name of a figure without the flow that its column tells: "Hoa Kỳ" of "xuất khẩu Hoa Kỳ"; empty for the whole flow."""
    return _FLOW.sub("", f"{n.figure.indicator} ", count=1).strip()


def _kind_words(q: Question) -> set[str]:
    """The words that name the kind of thing asked for ("nước nào" -> nước, thị trường, …); empty when no kind is named."""
    low = _WHAT_MOST.sub(lambda m: f"{m['kind']} nào ", q.text.lower())
    said = {k for group in W.KINDS for k in group if re.search(rf"(?<!\w)(?<!\d ){re.escape(k)}(?:\s+\S+){{0,3}}?\s+nào(?!\w)|nào(?:\s+\S+){{0,2}}?\s+(?:là\s+)?{re.escape(k)}(?!\w)|(?:bao nhiêu|mấy)\s+{re.escape(k)}(?!\w)", low)}
    no_sectors = {"khu vực", "khối", "loại hình"} - said if said <= {"nhóm", "nhóm hàng", "mặt hàng", "khoản", "sắc thuế"} else set()  # town and country are no groups of goods
    return {k for group in W.KINDS if said & set(group) for k in group} - ({"chỉ tiêu"} - said) - no_sectors  # a column of any indicators is headed so


_LEAD = 160  # characters of what stands over a list


def _is_of_kind(members: Sequence[Named], wanted: set[str], world: World) -> bool:
    """Whether the peers are said to be of the kind asked for: by head, caption, column title, section or their own names."""
    f = members[0].figure
    near = f.head
    if f.table is not None:
        table = world.report.tables[f.table]
        near += " " + (table.caption.of(world.report.text) if table.caption else "") + " " + " ".join(c.text for row in table.rows[: table.header_rows] for c in row[:2])
    run = item_run(f, world) if f.table is None else 0
    near += f" {world.report.blocks[run - 1].span.of(world.report.text)[-_LEAD:]}" if run else ""
    around = f"{' '.join(world.report.section_path(f.section)[-2:])} {world.report.text[f.sentence.start : f.span.start] if f.table is None else ''}"
    near, around = _WHOLE.sub(" ", near), _WHOLE.sub(" ", around)
    if wanted & _LOCALITIES:
        near, around = (_OF_THE_STATE.sub(" ", t) for t in (near, around))
    if _names(near, wanted):
        return True
    other = {k for group in W.KINDS for k in group} - wanted - {"nhóm"}  # "các nhóm": of whatever kind
    if _names(around, wanted) and not _names(near, other):  # a list headed "mặt hàng" is none of markets, whatever its section is called
        return True
    return sum(any(n.figure.indicator.lower().startswith(k) for k in wanted) or bool(wanted & _LOCALITIES and _LOCAL.search(n.figure.indicator)) for n in members) * 2 > len(members)


def _of_level(members: Sequence[Named], level: re.Pattern[str], world: World) -> bool:
    """Whether most of the peers bear proper names and stand in a column headed, or under a title, that says the level of place asked for."""
    table = world.report.tables[members[0].figure.table] if members[0].figure.table is not None else None
    near = " ".join(c.text for row in table.rows[: table.header_rows] for c in row[:2]) + " " + (table.caption.of(world.report.text) if table.caption else "") if table is not None else f"{members[0].figure.head} {world.report.text[members[0].figure.sentence.start : members[0].figure.span.start]}"
    kinds = r"xã|phường|thị trấn" if level is _COMMUNE else r"huyện|quận|thị xã|thành phố" if level is _DISTRICT else r"địa phương|địa bàn|huyện|quận|thị xã|thành phố|(?<!thị )xã|phường"
    return re.search(rf"(?<!\w)(?:{kinds})(?!\w)", _WHOLE.sub(" ", near), re.I) is not None and sum(_PROPER.search(n.figure.indicator) is not None for n in members) * 2 > len(members)


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

    m = sets.LIMIT.search(q.raw)
    if not m:
        return None
    for quantity in quantities(q.raw):
        if quantity.start <= m.start("n") < quantity.end and (quantity.unit == f.unit or not quantity.unit):
            return m["way"].lower(), quantity.value
    return None


def localities(q: Question, draft: Draft) -> Answer | NotInReport | None:
    """The districts or communes of a table that lie above or below what the question says; None where it asks for no such thing or no table tells them."""
    if not _kind_words(q) & _LOCALITIES or not (found := groups(q, draft.world, _wanted(q))) or not any(_LOCAL.search(n.figure.indicator) for n in found[0].members):
        return None
    kept = _passing(q, found[0])
    if not kept:
        return draft.refuse("Trong những nơi mà báo cáo liệt kê, không nơi nào ở mức đó.") if _limit(q, found[0].members[0].figure) is not None else None
    told = "; ".join(_say(f, q, draft) for f in kept) + "."
    if q.operation == "count":
        draft.calculations.append(f"đếm được {len(kept)}")
        told = f"{len(kept)} nơi: {told}"  # a town may be among the districts that are counted
    return draft.answer(told)


def strays(q: Question, told: Answer, world: World) -> bool:
    """Whether communes are asked for and districts are told, or the reverse; or a count of places that passes a mark, and no count is told."""
    if q.operation == "count" and _kind_words(q) & _LOCALITIES and sets.LIMIT.search(q.raw) and not told.calculation:
        return True
    asked, other = (_COMMUNE, _DISTRICT) if _OF_COMMUNES.search(q.text) else (_DISTRICT, _COMMUNE) if _OF_DISTRICTS.search(q.text) else (None, None)
    if asked is None or other is None or q.operation not in ("filter", "count", "extreme"):
        return False
    places = {(f.start, f.end) for f in told.figures[:1]}
    return any(other.search(n.figure.indicator) and not asked.search(n.figure.indicator) for n in world.figures if (n.figure.span.start, n.figure.span.end) in places)


def _passing(q: Question, group: _Group) -> list[Figure]:
    """The members of a group that lie above or below the limit that the question sets; none where it sets none."""
    limit = _limit(q, group.members[0].figure)
    if limit is None:
        return []
    way, bound = limit
    low = way.startswith(("dưới", "ít hơn", "thấp hơn", "nhỏ hơn", "không", "chưa"))
    return [n.figure for n in group.members if (n.figure.value < bound if low else n.figure.value >= bound if way in ("từ", "đạt") else n.figure.value > bound)]


def answer(q: Question, draft: Draft) -> Answer | None:
    """The largest, smallest, fastest; or all that fall, rise, lie above or below; or how many they are."""
    world = draft.world
    if sentences_answer.asks_said(q.text):  # "nhận xét gì về phần tăng thu"
        return sentences_answer.answer(replace(q, operation="text"), draft)
    if q.operation == "extreme" and over_time.asked(q):
        return sentences_answer.answer(q, draft, superlative=True)  # none of a list is a time
    if q.operation == "extreme":
        return _extreme(q, draft) or sentences_answer.answer(q, draft, superlative=True)
    so_many = _so_many(q) if q.operation == "filter" and q.direction is not Direction.NONE else 0
    trial = Draft(world, draft.question, reading=draft.reading) if so_many or asked_for(q.text) else draft
    if q.operation == "filter" and (told := sets.answer(q, trial)) is not None and so_many in (0, len(told.figures)) and not strays_in_sort(q, told, world):
        return sets.answer(q, draft) if trial is not draft else told
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
        kept = _passing(q, found[0])
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
        if wanted and not _market(n):
            continue  # all exports are none of the goods
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
    name = _doer(f) or (f.indicator if f.table is not None or f.head else name_of(f))
    if f.measure is Measure.INDEX and (q.direction is not Direction.NONE or q.measure is Measure.GROWTH):
        words, formula, _ = index_as_growth(f)
        draft.calculations.append(formula)
        return f"{name} {words} (chỉ số {f.text}) [{n}]"
    return f"{name} {value_text(f, draft.world)} [{n}]"


_OF_PRICES = re.compile(r"(?<!\w)(?:(?:tăng|giảm|hạ|lên|xuống) giá|giá (?:tăng|giảm|lên|xuống)|đắt|rẻ|cpi|chỉ số giá|giá cả|giá tiêu dùng)(?!\w)", re.I)
_PRICE = re.compile(r"(?<!trị )(?<!\w)giá(?! trị)(?! hiện hành)(?! so sánh)(?!\w)|(?<!\w)cpi(?!\w)")
_INDEX_OF_PRICES = re.compile(r"(?<!\w)(?:chỉ số giá|giá tiêu dùng|cpi)(?!\w)")


def _priced(n: Named) -> bool:
    """Whether a figure is of a price, by its name or by what its table or paragraph is of."""
    near, around = n.zones.rows[:5], n.zones.rows[5:7]
    return any(_PRICE.search(row) for row in near) or any(_INDEX_OF_PRICES.search(row) for row in around)


def _extreme(q: Question, draft: Draft) -> Answer | None:
    measures = _wanted(q)
    found = groups(q, draft.world, measures)
    if _OF_PRICES.search(q.raw) or _OF_PRICES.search(draft.question):
        found = [g for g in found if _priced(g.members[0])]  # what was made more of did not grow dearer
    if Measure.GROWTH in measures and q.unit != "%" and q.base is not Base.NONE:  # "Tăng/giảm trị giá so với kỳ trước": a column that tells it in money
        amounts = [g for g in groups(q, draft.world, (Measure.CHANGE,)) if (f := g.members[0].figure).table is not None and f.base is q.base]
        if amounts and (not found or found[0].members[0].figure.base is not q.base or amounts[0].score > found[0].score):
            measures, found = (Measure.CHANGE,), amounts
    told = sentences_answer.rank(q, draft.world, superlative=True) if not found or found[0].members[0].figure.table is None or "chiếm" in q.text.lower() else []
    if told and told[0].score > 1.0:
        return None  # the report's own word for it goes before a list of a sentence
    if not found:
        peers = None if sentences_answer.rank(q, draft.world, superlative=True) else sets.find(q, draft.world)
        if peers is None:
            return None
        kinds = _kind_words(q)
        if (market := _asks_market(q, kinds)) is not _all_markets(peers[1]) and (market or "mặt hàng" in kinds):
            return None
        peers = peers[0], [n for n in peers[1] if not any(o.figure.head == n.figure.indicator for o in peers[1])]  # the whole is none of its parts
        if _SECTOR_ASKED.search(q.text) and not _all_sectors(peers[1]):
            return None
        if kinds and not all(_market(n) for n in peers[1]):
            return None  # exports and imports of one partner are no goods
        if _BY_RATE.search(q.text) and q.measure is None and any(n.figure.unit not in ("%", "‰") for n in peers[1]):
            return None  # amounts are no rates
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
    context = best[0].indicator if _doer(best[0]) else name_of(best[0]) if best[0].table is None and best[0].head else ""
    shown = [*best, *ranked[len(best) : len(best) + 2]]
    lead = (best[0].head if not _doer(best[0]) and (len({f.head for f in shown}) == 1 or best[0].table is None) else "") or context
    after = ranked[len(best) : len(best) + 2]
    if after:
        text += ". Tiếp theo: " + "; ".join(_say(f, q, draft) for f in after)
    tail = f" ({lead})" if lead and draft.supported(lead) and lead.lower() not in text.lower() else ""
    return draft.answer(f"{text}{tail}.")


