"""Figures that stand side by side: the members of a list in a sentence, the rows of a table column, one thing over several times.

A question for "những … nào, mỗi … bao nhiêu", "theo từng …", "chia theo …" is answered by one such group as a whole. A list in
a sentence is answered in the sentence's own words, so that no member is named otherwise than the report names it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from chain import sentences_answer
from chain import words as W
from chain.alike import ALIKE, kinds_asked, phrase_asked, things, without
from chain.answer import Answer
from chain.compose import Draft, period_name, value_text
from chain.main_groups import NO_GROUP
from chain.naming import timeless
from chain.question import Question
from chain.select import CHANGES, modality_fit, opposed, period_fit, unit_fits
from chain.tagging import NOUNS, tagged
from chain.thesaurus import is_term
from chain.world import Named, World, tokens
from report.model import Base, BlockKind, Direction, Figure, Measure, Modality, Span, name_of
from report.text import UPPER

# What asks for every member of a group.
EACH = re.compile(
    r"(?<!\w)(?:(?<!bình quân )(?<!trung bình )(?<!tính trên )mỗi(?!\s+(?:héc|ha|tấn|tạ|kg|ký|ki[ -]?lô|cân|lít|m2|m3|năm|tháng|ngày|đầu người|người|hộ|suất|lượt|con|quả)(?!\w))|từng|lần lượt|theo các(?!.*\sthì\s.*(?:bao nhiêu|mấy))|(?<!phân )chia theo(?! tỷ lệ| tỉ lệ)|phân theo|tính theo(?!.*\sthì\s.*(?:bao nhiêu|mấy))(?! (?:giá|phương pháp|cách|tiêu chí|chuẩn|mức|số|tỷ lệ|USD|đồng|đô|VND|đầu người|lượng|khối lượng|trị giá|doanh thu|kim ngạch|quy mô|tổng sản phẩm|chỉ số|GRDP|GDP|CPI|IIP|GTSX)(?!\w))|theo (?:hạng|loại|ngành|khu vực|thành phần|nguồn|thị trường|nhóm|cấp)|cơ cấu|gồm (?:những|các|có)|chia ra|chia thành)(?!\w)"
    r"|(?<!\w)(?:những|các)\s+(?:\S+\s+){0,7}?(?:nào|gì)(?!\w)|(?<!\w)(?<!tổng )các\s+(?:loại(?!\s+(?:năm|tháng|quý|kỳ|là|đạt|trong|của|được|bao|mấy|từ|ước|cả|thì|xuất|nhập|và|nguyên|chiếm|\d)|\s*[,?.(])|mặt hàng|nhóm|ngành|khoản|sản phẩm|thị trường|huyện|xã|địa phương|cấp học|tháng|năm)(?!\w)(?!.*(?:khác|còn lại|tổng|chung|\sthì\s)).*(?:bao nhiêu|mấy)|(?<!\w)(?:kể|nêu|liệt kê|cho biết)(?:\s+(?:tên|ra|rõ))?\s+(?:số\s+|tên\s+)?(?:các|những)(?!\w)|(?<!\w)(?:kể|nêu|liệt kê|cho biết)\s+(?:\S+\s+){0,8}?(?:của|ở|tại)\s+(?:cả\s+)?(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})\s+(?:huyện|xã|thị trấn|phường|quận|tỉnh|thành phố|nước|trường|bệnh viện|chi cục|đơn vị)(?!\w)|(?<!\w)nào\s+(?:\S+\s+){0,4}?(?:và|,)\s+(?:\S+\s+){0,4}?(?:bao nhiêu|mấy)"
    r"|^\W*(?:các|những)\s+(?:mặt hàng|nhóm hàng|sản phẩm|thị trường)(?!\w)[^,;:]*(?<!\w)(?:chủ lực|chủ yếu|chính)(?!\w)[^,;:]*$", re.I)  # fmt: skip
SERIES = re.compile(r"(?:qua|theo|ở|trong)\s+(?:từng|các|mỗi)\s+(?:năm|tháng|quý|kỳ|đợt|lần|phiên|tuần|vụ)|từng\s+(?:năm|tháng|quý|kỳ|đợt|lần)|các năm|hằng năm ra sao|diễn biến|(?:cả|qua|sau)\s+(?:\w+\s+)?(?:lần|kỳ|đợt)(?!\w)", re.I)
_REST = re.compile(r"(?<!\w)(?:tổng|cộng|chung|toàn (?:tỉnh|huyện|quốc|ngành|thành phố)|cả nước|tổng số)(?!\w)", re.I)
LIMIT = re.compile(r"(?P<way>không quá|chưa (?:đạt|đến|tới|được|đầy)|không (?:đạt|đến|tới)|dưới|ít hơn|thấp hơn|nhỏ hơn|trên|hơn|vượt|cao hơn|lớn hơn|từ|đạt)\s+(?:mức\s+|mốc\s+)?(?P<n>\d[\d.,]*)", re.I)
_LOW = re.compile(r"chưa|không|dưới|ít|thấp|nhỏ", re.I)
_MISSED = re.compile(r"(?:không|chưa)\s+(?:đạt|hoàn thành|bằng|đủ)(?:\s+được)?\s*(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|kh)?|hụt (?:kế hoạch|dự toán|chỉ tiêu)|thấp hơn (?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)", re.I)
_MISSED_ARE = re.compile(r"(?:không|chưa)\s+(?:đạt|hoàn thành)[^.;:]{0,40}?(?:gồm|(?<!\w)là (?:các|những|chỉ)|như)?\s*(?::|(?<!\w)gồm(?!\w)|là (?:các|những)|như(?!\w))[^.]*[,;]", re.I)
_MISSED_LEAD = re.compile(r"(?:không|chưa)\s+(?:đạt|hoàn thành|bằng)[^.;:]{0,60}?(?:,?\s*(?:bao gồm|gồm|là))?\s*:\s*$", re.I)  # "Bốn khoản không đạt dự toán HĐND giao, gồm:" over a list
_MET = re.compile(r"(?:vượt|đạt|hoàn thành)(?:\s+(?:và|hoặc)\s+vượt)?\s+(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)", re.I)
_DEFICIT = re.compile(r"(?<!\w)(?:nhập siêu|thâm hụt)(?!\w)", re.I)
_SURPLUS = re.compile(r"(?<!\w)(?:xuất siêu|thặng dư)(?!\w)", re.I)
BASES = {Base.PREVIOUS: r"(?:tháng|quý|kỳ) (?:liền )?trước|liền kề", Base.YEAR: r"cùng kỳ|năm trước", Base.DECEMBER: r"tháng (?:12|mười hai) năm trước|cuối năm|đầu năm"}
ENOUGH = 0.6
# Words that only ask for a list, or name the kind of its members.
_ASKING = frozenset(["cơ", "cấu", "kèm", "biểu", "i", "ii", "iii", "iv", "từng", "mỗi", "lượt", "chia", "phân", "theo", "bảng", "nêu", "kể", "liệt", "thay", "đổi", "diễn", "biến", "ngành", "đường", "chính", "thành", "nguồn", "nhóm", "loại", "hạng", "bậc", "cấp", "điều", "sao", "thị", "trường", "nước", "mặt", "khoản", "chỉ", "tiêu", "kỳ", "phía", "đâu", "xuất", "xứ", "bốn", "ba", "hai", "năm", "việt", "nam", "cộng", "lại", "hiện", "đang"])
_COUNTED = frozenset(w for noun in W.MEASURE_NOUNS for w in noun.split())
_BALANCE = frozenset(("cán", "cân", "siêu", "dư", "hụt"))


@dataclass
class Group:
    """Peers with the words that tell what they are about; `region` is what a sentence says of them."""

    members: list[Named]
    near: frozenset[str]  # of the members' own sentence before the first, their heads, the column's title
    around: frozenset[str]  # of the paragraph, the caption, the sections
    region: Span | None = None
    series: bool = False


def _kind(f: Figure) -> tuple[object, ...]:
    measure = "change" if f.measure in (Measure.GROWTH, Measure.INDEX) else "level" if f.measure in (Measure.LEVEL, Measure.SHARE) and f.unit == "%" else f.measure
    return measure, f.unit if f.measure is not Measure.INDEX else "%", f.modality in (Modality.TARGET, Modality.FORECAST)


def gather(world: World) -> list[Group]:
    """Every group of the report."""
    return [*_in_sentences(world), *_in_tables(world), *_over_items(world)]


def _in_sentences(world: World) -> list[Group]:
    text = world.report.text
    held: dict[Span, list[Named]] = {}
    for n in world.figures:
        if n.figure.table is None:
            held.setdefault(n.figure.sentence, []).append(n)
    blocks = [b.span for b in world.report.blocks]
    out: list[Group] = []
    for sentence, named in held.items():
        named.sort(key=lambda n: n.figure.span.start)
        block = next((b for b in blocks if b.holds(sentence)), sentence)
        around = frozenset(tokens(text[block.start : sentence.start])) | named[0].around
        mixed = [n for n in named if n.figure.measure is Measure.LEVEL and n.figure.unit not in ("%", "") and n.figure.modality not in (Modality.TARGET, Modality.FORECAST)]
        one_list = len(mixed) > 2 and mixed[0].figure.head and len({n.figure.head for n in mixed}) == 1
        if len({n.figure.unit for n in mixed}) > (1 if one_list else 2) and len({n.figure.indicator for n in mixed}) == len(mixed):  # products, each in its own unit
            out.append(_list(mixed, named, sentence, around, text))
        for kind in dict.fromkeys(_kind(n.figure) for n in named):
            alike = [n for n in named if _kind(n.figure) == kind]
            for run in _runs(alike):
                out.append(_list(run, named, sentence, around, text))
    return out


def _list(run: list[Named], named: list[Named], sentence: Span, around: frozenset[str], text: str) -> Group:
    """The peers of a sentence with what it says of them: from after the figure before to the end of the last one's clause."""
    start = _after(named, run[0], sentence)
    start = _named_from(run[0], sentence, start, text)
    last = _last_of_head(named, run[-1], text)
    end = last.figure.span.end
    tail = re.match(r"[^;,.()]{0,60}(?:(?=[;,.()]|$)|(?=\s*\())(?:\s*\([^)]*\))?", text[end : _next(named, last, sentence)])
    end += tail.end() if tail else 0
    near = frozenset(tokens(text[sentence.start : start])) | frozenset(w for n in run for w in n.head)
    first = frozenset(tokens(text[start : run[0].figure.span.start]))
    return Group(run, near | first, around, Span(start, end), len({n.figure.indicator for n in run}) == 1)


def _runs(alike: list[Named]) -> list[list[Named]]:
    """The figures of one kind as peers: without the whole that they add up to, and apart where another head begins."""
    out: list[list[Named]] = []
    if len(alike) < 2:
        return out
    for i in range(len(alike) - 2):  # a whole and the parts that follow it
        total = alike[i].figure.value * 0
        for j in range(i + 1, len(alike)):
            total += alike[j].figure.value
            if j > i + 1 and total == alike[i].figure.value:
                out.append(alike[i + 1 : j + 1])
    heads = list(dict.fromkeys(n.figure.head for n in alike))
    for head in heads:
        run = [n for n in alike if n.figure.head == head]
        if len(run) > 1:
            out.append(run)
    if len(heads) > 1 or not out:
        out.append(alike)
    return [r for r in out if len({(n.figure.indicator, n.figure.period) for n in r}) > 1 and not (len(r) == 2 and r[0].figure.value == r[1].figure.value)]


def _after(named: list[Named], first: Named, sentence: Span) -> int:
    """Where what leads to `first` begins: after the figure before it, or with its sentence."""
    ends = [n.figure.span.end for n in named if n.figure.span.end <= first.figure.span.start]
    return max(ends, default=sentence.start)


def _named_from(first: Named, sentence: Span, start: int, text: str) -> int:
    """Where the name of a list's first member begins, which may stand before another figure of it: "xi măng 2,86 triệu tấn, tăng 5,4%"."""
    name = first.figure.indicator.split()[:1]
    at = first.figure.span.start
    if not name or name[0].lower() in text[start:at].lower():
        named = text[start:at].lower().rfind(name[0].lower()) if name else 0
        return start + text[start : start + named].rfind("; ") + 1  # not what is said of the one before
    found = text[sentence.start : start].lower().rfind(" ".join(first.figure.indicator.split()[:2]).lower())
    if found >= 0:
        return sentence.start + found
    if re.search(r"[^\W\d_]{2}", text[start:at]):
        return start
    return max((m.end() for m in re.finditer(r"[;:.]\s|,\s", text[sentence.start : start])), default=0) + sentence.start


def _last_of_head(named: list[Named], last: Named, text: str) -> Named:
    """The last member that follows `last` under one head, in whatever unit: "bột đá 8.000 tấn, klinker 570 nghìn tấn, ván bóc 50 nghìn m3"."""
    for n in sorted((n for n in named if n.figure.span.start >= last.figure.span.end), key=lambda n: n.figure.span.start):
        f = n.figure
        if not f.head or f.head != last.figure.head or f.measure is not last.figure.measure or re.search(r"[;.:]\s", text[last.figure.span.end : f.span.start]):
            break
        last = n
    return last


def _next(named: list[Named], last: Named, sentence: Span) -> int:
    """Where the figure after `last` begins, or its sentence ends."""
    return min((n.figure.span.start for n in named if n.figure.span.start >= last.figure.span.end), default=sentence.end)


def _in_tables(world: World) -> list[Group]:
    report = world.report
    held: dict[tuple[object, ...], list[Named]] = {}
    for n in world.figures:
        f = n.figure
        if f.table is not None and f.table < len(report.tables):
            for head in {f.head, ""}:
                held.setdefault((f.table, f.column, head if head else None, f.measure), []).append(n)
    out = []
    for (index, column, _, _), members in held.items():
        table = report.tables[index if isinstance(index, int) else 0]
        titles = " ".join(row[column].text for row in table.rows[: table.header_rows] if isinstance(column, int) and column < len(row))
        first = " ".join(c.text for row in table.rows[: table.header_rows] for c in row[:1])
        caption = table.caption.of(report.text) if table.caption else ""
        heads = {n.figure.head for n in members}
        near = frozenset(tokens(f"{titles} {first} {' '.join(heads) if len(heads) == 1 else ''}"))
        around = frozenset(tokens(f"{caption} {' '.join(report.section_path(members[0].figure.section))} {' '.join(heads)}")) | members[0].around
        names = {n.figure.indicator for n in members}
        peers = [n for n in members if not _REST.search(n.figure.indicator) and n.figure.indicator.lower() not in {h.lower() for h in heads} or len(names) < 3]
        if len({(n.figure.indicator, n.figure.head) for n in peers}) > 1:
            out.append(Group(peers, near, around))
    return out


def _over_items(world: World) -> list[Group]:
    """The first figure of a kind of each item of a list, and the figures of a part of the report whose names begin alike ("nhóm …")."""
    text = world.report.text
    alike: dict[tuple[object, ...], list[Named]] = {}
    told = [n for n in world.figures if n.figure.table is None]
    for n in told:
        f = n.figure
        if f.indicator and f.measure in CHANGES:
            alike.setdefault((" ".join(tokens(f.indicator)[:1]), _part(world, f), *_kind(f)), []).append(n)
    out = []
    for members in alike.values():
        if len({n.figure.indicator for n in members}) > 1:
            path = world.report.section_path(members[0].figure.section)
            out.append(Group(members, frozenset(), frozenset(tokens(" ".join(path))) | members[0].around))
    under: dict[tuple[object, ...], dict[Span, Named]] = {}
    for n in told:
        if n.figure.head:
            under.setdefault((n.figure.head, n.figure.section, *_kind(n.figure)), {}).setdefault(n.figure.sentence, n)
    for firsts in under.values():  # a list within a list: what its items are told under
        if len(firsts) > 1:
            members = list(firsts.values())
            out.append(Group(members, members[0].head, members[0].around))
    lead, run = "", list[Span]()
    for block in [*world.report.blocks, None]:
        if block is not None and block.kind is BlockKind.ITEM:
            run.append(block.span)
            continue
        if len(run) > 1:
            kinds: dict[tuple[object, ...], dict[Span, Named]] = {}
            for n in told:
                item = next((i for i in run if i.holds(n.figure.span)), None)
                if item is not None:
                    kinds.setdefault(_kind(n.figure), {}).setdefault(item, n)
            for firsts in kinds.values():
                members = list(firsts.values())
                if len(members) > 1:
                    out.append(Group(members, frozenset(tokens(lead)), members[0].around))
        run = []
        lead = block.span.of(text)[-200:] if block is not None else ""
    return out


def _part(world: World, f: Figure) -> tuple[str, ...]:
    """The sections that the figure stands in, without the lowest where items are parted by a heading each ("a) Các nhóm tăng giá")."""
    path = world.report.section_path(f.section)
    return path[:-1] if path and re.match(r"\W*[a-zđ]\)", path[-1]) else path


_THAN_BEFORE = re.compile(r"(?<!\w)(?:(?P<less>thấp|ít|kém|nhỏ)|cao|nhiều|lớn)\s+hơn\s+(?:so với\s+|mức\s+|của\s+)*(?:cùng kỳ|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|liền))", re.I)


def way(q: Question) -> Direction:
    """Which way the members that are asked for went: as the question reads, or "thấp hơn cùng kỳ"."""
    if q.direction is not Direction.NONE or (than := _THAN_BEFORE.search(q.text)) is None:
        return q.direction
    return Direction.DOWN if than["less"] else Direction.UP


def _wanted(q: Question, group: Group) -> bool:
    """Whether the members are of the kind, the unit and the direction that are asked for."""
    f = group.members[0].figure
    low = q.text.lower()
    if way(q) is Direction.NONE and f.unit == "%" and f.measure in (Measure.LEVEL, Measure.SHARE, Measure.COMPLETION) and _limit(q, f) is not None:
        return True
    if _MEAN.search(low) and f.unit == "%" and q.unit in ("", "%", "tiền/số") and re.search(r"(?<!\w)(?:tỷ lệ|tỉ lệ|phần trăm|%)(?!\w)", low):
        return f.measure in (Measure.LEVEL, Measure.SHARE, Measure.COMPLETION)
    if f.measure is Measure.CHANGE and f.unit == "điểm phần trăm" and re.search(r"(?<!\w)góp(?!\w)", low):
        return True  # what each adds to the whole's growth
    if f.measure is Measure.CHANGE and way(q) is not Direction.NONE and any(n.figure.direction is way(q) for n in group.members) and _BY_HOW_MUCH.search(low):
        return f.unit in ("USD", "đồng")
    if way(q) is not Direction.NONE and re.search(r"(?<!\w)tuyệt đối(?!\w)", low) and f.measure in (Measure.GROWTH, Measure.INDEX, Measure.CHANGE):
        return f.measure is Measure.CHANGE and f.unit not in ("%", "điểm phần trăm") and any(n.figure.direction is way(q) for n in group.members)
    if f.measure in (Measure.GROWTH, Measure.INDEX) and BY_HOW_MUCH_MONEY.search(low):
        return False  # "giảm bao nhiêu triệu USD" is not told in per cent
    if q.measure is Measure.COMPLETION or _MISSED.search(low) or _MET.search(low):
        return f.measure is Measure.COMPLETION or f.unit == "%" and _limit(q, f) is not None and f.measure is Measure.LEVEL
    if q.measure is Measure.CHANGE:
        return f.measure is Measure.CHANGE
    if q.measure is Measure.SHARE and "cơ cấu" in low and " theo " in low and group.region is not None and f.measure is Measure.LEVEL and not group.series and all(n.figure.unit == f.unit for n in group.members):
        return f.unit not in ("USD", "đồng", "%") and f.indicator.split()[:1] == group.members[-1].figure.indicator.split()[:1]  # how many there are of each rank
    if q.measure is Measure.SHARE:
        return f.unit == "%" and f.measure in (Measure.SHARE, Measure.LEVEL)
    if q.measure in (Measure.GROWTH, Measure.INDEX) or way(q) is not Direction.NONE and not group.series:
        in_amounts = f.measure is Measure.CHANGE and f.table is not None and f.unit in ("USD", "đồng") and q.base is f.base is not Base.NONE and q.unit != "%"
        return f.measure in (Measure.GROWTH, Measure.INDEX) or in_amounts  # "tăng/giảm trị giá so với kỳ trước", where no column tells it in per cent
    if group.series and SERIES.search(q.text):
        return f.measure in (Measure.LEVEL, Measure.CHANGE, Measure.GROWTH)
    if _DEFICIT.search(low) or _SURPLUS.search(low):
        return f.measure is Measure.LEVEL and f.unit in ("USD", "đồng")
    return f.measure is Measure.LEVEL and (unit_fits(q.unit, f) or any(unit_fits(q.unit, n.figure) for n in group.members) and f.table is not None)


# "thấp hơn mức chung cả nước": a bound that a row of the table itself states
_MEAN = re.compile(r"(?P<way>thấp hơn|dưới|kém|cao hơn|vượt|trên|hơn)\s+(?:so với\s+)?(?:cả\s+)?(?:mức\s+|tỷ lệ\s+|tỉ lệ\s+|con số\s+)?(?:chung|bình quân|trung bình)(?!\s+(?:đầu|mỗi|\d))(?:\s+(?:chung\s+)?(?:của\s+)?(?:cả nước|toàn quốc|toàn tỉnh|cả tỉnh|toàn ngành|toàn huyện|toàn thành phố|các\s+\S+))?(?!\w)", re.I)
_BY_HOW_MUCH = re.compile(r"(?<!\w)(?:số tiền|trị giá|kim ngạch|mức)\s+(?:tăng|giảm)(?!\w)|(?:tăng|giảm)\s+(?:\S+\s+){0,2}?(?:bao nhiêu|mấy)\s+(?:triệu|tỷ|tỉ|nghìn|tiền|usd|đô)", re.I)


BY_HOW_MUCH_MONEY = re.compile(r"(?:tăng|giảm)\s+(?:bao nhiêu|mấy)\s+(?:(?:trăm\s+)?(?:triệu|tỷ|tỉ|nghìn|ngàn)\s*)*(?:usd|đô|đồng)(?!\w)", re.I)


def _mean_of(q: Question, group: Group, world: World) -> Decimal | None:
    """What the row of the whole states in the column of a group, where the question sets it as the bound."""
    if not _MEAN.search(q.text) or group.region is not None or not group.members:
        return None
    f = group.members[0].figure
    wholes = [n.figure for n in world.figures if n.figure.table == f.table and n.figure.column == f.column and n.figure.measure is f.measure and (row := n.figure.row) is not None and _is_whole(world, n.figure, row)]
    return wholes[0].value if len({w.value for w in wholes}) == 1 else None


def _is_whole(world: World, f: Figure, row: int) -> bool:
    table = world.report.tables[f.table if f.table is not None else 0]
    return bool(row < len(table.rows) and table.rows[row] and _REST.search(next((c.text for c in table.rows[row] if re.search(r"[^\W\d_]{2}", c.text)), "")))


def _base_fits(q: Question, n: Named, world: World) -> bool:
    f = n.figure
    if q.base is Base.NONE or f.base in (Base.NONE, q.base) or f.measure is Measure.COMPLETION:
        return True
    return bool(f.table is None and q.base in BASES and re.search(BASES[q.base], " ".join(world.report.section_path(f.section)), re.I))


def _apart(q: Question, f: Figure) -> bool:
    """Whether the question sets a bound in another unit than the figure's."""
    from report.numbers import quantities

    m = LIMIT.search(q.raw)
    return m is not None and any(t.start <= m.start("n") < t.end and t.unit and t.unit != f.unit for t in quantities(q.raw))


def _limit(q: Question, f: Figure) -> tuple[bool, Decimal] | None:
    """Whether the bound that the question sets is an upper one, and the bound in the figure's unit."""
    from report.numbers import quantities

    m = LIMIT.search(q.raw)
    if m is None:
        return None
    for quantity in quantities(q.raw):
        if quantity.start <= m.start("n") < quantity.end and (quantity.unit == f.unit or not quantity.unit):
            return bool(_LOW.search(m["way"])), quantity.value
    return None


# "Nhật Bản, Đài Loan và Hàn Quốc mỗi nơi bao nhiêu"
_EACH_OF_THEM = re.compile(rf"^(?P<a>.*?(?-i:[{UPPER}])[^,?]*(?:,\s*|\s+và\s+)(?-i:[{UPPER}])[^?]*?),?\s+mỗi\s+(?:nơi|nước|thị trường|huyện|xã|tỉnh|thành phố|đơn vị|địa phương|ngân hàng|công ty|cửa khẩu|dự án|khu)(?!\w)", re.I)
# "mỗi nhóm giáo dục, nhà ở và giao thông góp bao nhiêu"
_EACH_NAMED = re.compile(r"^(?:mỗi|từng)\s+(?:nhóm|ngành|khoản|khu vực|lĩnh vực|loại|mặt hàng)\s+(?P<a>[^?]*?,[^?]*?\s+và\s+[^?]*?)\s+(?=(?:đã\s+)?(?:đóng góp|góp|tăng|giảm|đạt|chiếm|là|có|thu|bao nhiêu)(?!\w))", re.I)
_KIND_AHEAD = re.compile(r"^(?:các|những|hai|ba|bốn|năm|sáu)\s+(?:nhóm|ngành|khoản|thị trường|mặt hàng|huyện|xã|nước|khu vực|sản phẩm|loại)\s+(?=\S)", re.I)
_LAST_NAME = re.compile(rf"(?:^|\s)(?:ở|tại|từ|sang|của|cho|với|đi|về|vào|qua|thị trường|nước|huyện|xã|tỉnh|cửa khẩu)\s+([{UPPER}][^\s,]*(?:\s+[{UPPER}][^\s,]*)*)$")


def named_in(q: Question) -> list[list[str]]:
    """The things that the question lists by name: "chi đầu tư, trả nợ lãi và thường xuyên lần lượt …", "…: bộ, thủy nội địa, biển"."""
    low = without(q.text) if ":" not in q.text else q.text
    m = _EACH_NAMED.search(q.text) or re.search(r":\s*(?P<a>[^:?]+)$", q.text.strip(" ?.")) or re.search(r"\((?P<a>[^()]*,[^()]*)\)\s+lần lượt(?!\w)", q.text) or re.search(r"^(?P<a>.+?)\s+lần lượt(?!\w)", q.text, re.I) or _EACH_OF_THEM.search(q.text) or re.search(r"\((?P<a>[^()]*,[^()]*)\)", low)
    if m is None:
        return []
    if re.search(r"(?<!\w)(?:từng|mỗi|các|những)\s+\S+(?:\s+\S+){0,2}\s+(?:trong|của|thuộc)(?!\w)", m["a"], re.I):
        return []  # "doanh thu từng nhóm trong tổng mức bán lẻ và dịch vụ lần lượt …": a whole is named, not its parts
    said = re.sub(r"^(?:tính )?(?:chung|bình quân|trung bình)?\s*,\s*", "", timeless(m["a"]).strip(), flags=re.I)
    said = re.sub(r"^(?:(?:trong|đối với|về|với|tại|ở|(?:chia|phân|tính|xét)(?: ra)? theo)\s+[^,]*,\s*|cho biết\s+)", "", said, flags=re.I)
    pieces = re.split(r"\s*[,;]\s*|\s+(?:và|với|cùng)\s+", said)
    if len(pieces) > 1 and (owner := owner_of(pieces)):
        pieces[-1] = pieces[-1].removesuffix(f" của {owner}")
    if len(pieces) > 1 and all(p[:1].isupper() for p in pieces[1:]) and (first := _LAST_NAME.search(pieces[0])):
        pieces[0] = first[1]  # "lao động sang Nhật Bản, Đài Loan, Hàn Quốc": what they are names of is no part of the first
    pieces[0] = _KIND_AHEAD.sub("", pieces[0])
    rows = [[t for t in tokens(p) if not t[0].isdigit()] for p in pieces]
    rows = [[t for t in r if t not in W.STOP or len(r) < 2] if len(r) < 4 else [t for t in r if t not in _JOINS] for r in rows]
    return [r for r in rows if r] if len([r for r in rows if r]) > 1 else []


def owner_of(pieces: Sequence[str]) -> str:
    """Whose all the things in a row are, told after the last: "ba khu vực" of "thuế A, thuế B và thuế C của ba khu vực"."""
    return pieces[-1].partition(" của ")[2] if not any(" của " in p for p in pieces[:-1]) else ""


def _of_another(q: Question, held: Collection[str]) -> bool:
    """Whether the question says whose the things that it lists are, and nothing of what was found (`held`) does."""
    listed = re.split(r"\s*[,;]\s*|\s+(?:và|với|cùng)\s+", re.split(r"\s+lần lượt(?!\w)|\s+mỗi\s", timeless(q.text))[0]) if named_in(q) else []
    return len(listed) > 1 and any(w in q.terms and w not in W.GENERIC and w not in held for w in tokens(owner_of(listed)))


def _measured_otherwise(q: Question, members: Sequence[Named]) -> bool:
    """Whether areas are asked for and outputs or yields are told, or the other way round."""
    nouns = ("sản lượng", "diện tích", "năng suất")
    asked = {n for n in nouns if n in q.text.lower()}
    named = {n for n in nouns if any(n in m.figure.indicator.lower() for m in members)}
    return bool(asked and named and not asked & named)


def _opposite(q: Question, near: frozenset[str]) -> bool:
    """Whether what leads to the members says the opposite of a word of the question: imports are asked, exports are told."""
    return W.contrary(q.terms, near)


def _parts_only(members: list[Named]) -> list[Named]:
    """Members without the one that the others add up to."""
    if len(members) > 3 and all(n.figure.measure is Measure.LEVEL for n in members):
        whole = sum((n.figure.value for n in members), Decimal(0))
        return [n for n in members if n.figure.value * 2 != whole]
    return members


def _of_kind(q: Question, group: Group, members: Sequence[Named], world: World) -> bool:
    """Whether the members are said to be of the kind of thing that "… nào" or "từng …" asks for, or bear names where that has them."""
    low = q.text.lower()
    for m in re.finditer(r"(?:từng|mỗi)\s+(\w+\s+\w+|\w+)", low):
        begins = [n for n in world.figures if n.figure.indicator.lower().startswith(f"{m[1]} ")]
        if len({n.figure.indicator for n in begins}) > 1 and " " in m[1] and sum(n.figure.indicator.lower().startswith(f"{m[1]} ") for n in members) * 2 <= len(members):
            return False  # the report has things that are called so
    asked = [k for k in _KINDS if re.search(rf"(?<!\w){re.escape(k)}(?:\s+[^\s,;]+){{0,4}}?\s+(?<!thế )nào(?!\w)", low) or k in _TRADED and re.search(rf"(?:từng|mỗi|các)\s+{re.escape(k)}(?!\w)", low)]
    asked = [k for k in asked if k in _TRADED | _WITH_NAMES and not any(k != o and k in o for o in asked)]
    if not asked:
        return True
    if set(asked) & _PLACES and group.region is not None and not any(named_place(n.figure, asked) for n in members):
        return False  # how many animals died is not in which districts they did
    wanted = {k for g in W.KINDS for k in g if set(asked) & set(g)} | set(asked)
    held = group.near | group.around | frozenset(w for n in members for w in tokens(n.figure.indicator)[:2])
    if group.region is not None:
        held |= frozenset(tokens(group.members[0].figure.sentence.of(world.report.text)))
        said = " ".join(tokens(_before(group, world)))
    if any(all(w in held for w in tokens(k)) and (group.region is None or f" {k} " in f" {said} ") for k in wanted if len(k.split()) > 1 or k in asked):
        return True
    named = sum(bool(re.match(rf"(?:\S+\s+){{0,4}}?[{UPPER}]\w", n.figure.indicator)) for n in members)
    return bool(set(asked) & _WITH_NAMES) and named * 2 > len(members)


def _before(group: Group, world: World) -> str:
    """What stands before and in the sentence of a list, in its paragraph, with the titles above; no product is meant by "tổng sản phẩm"."""
    sentence, text = group.members[0].figure.sentence, world.report.text
    block = next((b.span for b in world.report.blocks if b.span.holds(sentence)), sentence)
    leads = [text[max(0, b.span.end - 200) : b.span.end] for b in world.report.blocks if b.kind is not BlockKind.ITEM and b.span.end <= block.start][-1:]
    titles = [*world.report.section_path(group.members[0].figure.section), *leads]
    # the names of the members themselves say nothing of their kind but by how they begin: "thuế sản phẩm" is no product
    region = group.region or sentence
    names = [" ".join(tokens(n.figure.indicator)[:2]) for n in group.members]
    around = f"{text[block.start : region.start]} {text[region.end : sentence.end]}"
    return re.sub(r"tổng sản phẩm", " ", f"{' '.join(titles)} {around} {' | '.join(names)}", flags=re.I)


_KINDS = tuple(k for g in W.KINDS for k in g if k not in ("vụ", "kỳ", "con", "hàng", "vùng", "tháng", "quý", "năm"))
_TRADED = frozenset(("nước", "thị trường", "mặt hàng", "sản phẩm", "huyện", "xã", "địa phương", "thị xã", "thành phố"))
_WITH_NAMES = frozenset(("nước", "thị trường", "quốc gia", "đối tác", "huyện", "xã", "địa phương", "tỉnh", "thành phố", "thị xã", "phường", "đơn vị", "doanh nghiệp", "công ty", "bộ", "nơi"))
_PLACES = frozenset(("cửa khẩu", "lối mở", "cảng", "địa phương", "thị trường", "nước", "quốc gia", "huyện", "xã", "tỉnh", "thành phố", "thị xã", "phường"))


def asks_place(q: Question) -> list[str]:
    """The kinds of place that "ở những huyện nào" asks for."""
    return [m[1].lower() for m in re.finditer(rf"(?:các|những)\s+({'|'.join(_PLACES)})(?:\s*,\s*[^,?]{{2,20}})?\s+nào(?!\w)", q.text, re.I)]


def named_place(f: Figure, kinds: Sequence[str]) -> bool:
    """Whether a figure's own name has a proper name or the kind of place that is asked for."""
    return bool(re.search(rf"(?<!\w)[{UPPER}]\w", f.indicator)) or any(re.search(rf"(?<!\w){re.escape(k)}(?!\w)", f.indicator, re.I) for k in kinds)


_JOINS = frozenset(("của", "có", "các", "những", "là", "từ", "trong", "cả", "khối"))


def _holds(row: Sequence[str], words: frozenset[str]) -> bool:
    """Whether all words of a name are there, some of them perhaps as initials ("ĐTNN")."""
    missing = [i for i, w in enumerate(row) if w not in words]
    if not missing or set(row[missing[0] : missing[-1] + 1]) <= W.STOP:
        return True
    for start in range(missing[0] + 1):
        for end in range(missing[-1] + 1, len(row) + 1):
            if end - start > 1 and "".join(w[0] for w in row[start:end]) in words:
                return True
    return False


def find(q: Question, world: World) -> tuple[Group, list[Named]] | None:
    """The group that the question is about and its members that are asked for; None when none is."""
    names = named_in(q)
    low = q.text.lower()
    asked = kinds_asked(q.text) | {w for m in re.finditer(r"(?:mỗi|từng)\s+(\w+)", low) for w in tokens(m[1])}
    asked |= {w for m in _AND_EACH.finditer(low) for w in tokens(m[1])}
    asked |= {w for m in _SORT_OF.finditer(low) for w in tokens(m[1]) if not world.vocabulary.get(w)}  # "từng loại vắc xin", where the report names the diseases
    nouns = {w for word, tag in tagged(without(q.text)) if tag in NOUNS for w in tokens(word)}
    listed = {w for row in names for w in row}
    all_things = [t for t in things(q.terms, q.text) if not t.way and not {"chưa", "không"} & set(t.word) and not set(t.word) <= _ASKING | asked | W.GENERIC and not set(t.word) <= listed]
    frequency = Counter(w for n in world.figures for w in n.own | n.head | n.around | n.lead)
    total = len(world.figures) + 1

    def weight(word: tuple[str, ...]) -> float:
        if set(word) <= _COUNTED:
            return 0.05  # how the members are counted is told by their unit
        if not any(world.vocabulary.get(w) for w in word):
            return 1.0 if set(word) & nouns - q.light else 0.3
        return (0.25 + 0.75 * math.log(total / (1 + frequency[word[0]])) / math.log(total))

    counted = counted_kind(low)
    balance = bool(_DEFICIT.search(low) or _SURPLUS.search(low))
    if balance:
        all_things = [t for t in all_things if not set(t.word) & {"nhập", "xuất", "siêu", "thâm", "hụt", "thặng", "dư"}]
    tabled = bool(re.search(r"(?<!\w)(?:bảng|biểu|phụ lục)(?!\w)", low))
    each = [set(tokens(p)) for m in _EACH_KIND.finditer(low) for p in (m["a"], m["b"]) if p]
    if names and (kind := re.search(r"(?:từng|mỗi|các|những)\s+((?:[^\W\d]+\s+){1,4})\(", low)):
        named = set(tokens(kind[1])) - listed
        all_things = [t for t in all_things if not set(t.word) <= named]  # "từng khu vực kinh tế (nông nghiệp, …)": what they are named after
    said = {w for m in _AS_TOLD.finditer(low) for w in tokens(m[0])}
    all_things = [t for t in all_things if not set(t.word) <= said]
    quoted = [] if LIMIT.search(q.raw) else _quoted_amounts(q, world)
    soft = phrase_asked(q.text)
    weights = [weight(t.word) * (0.15 if set(t.word) <= soft else 1.0) for t in all_things]
    whole = sum(weights) or 1.0
    best: tuple[float, Group, list[Named]] | None = None
    groups = gather(world)
    for group in groups:
        if _MEAN.search(low) and any(len(o.members) > len(group.members) and o.members[0].figure.table is not None and _column(o) == _column(group) for o in groups):
            continue  # all rows are compared with the whole, and not those under one head alone
        if tabled and group.region is not None or not _in_numbered(low, group, world):
            continue
        if quoted and group.region is not None and not any(_same_block(world, group.members[0].figure.span, a) for a in quoted):
            continue  # "khi tính con số 1.307,8 nghìn tỷ đồng": told where that stands
        if group.series is not bool(SERIES.search(q.text)) or not _wanted(q, group):
            continue
        members = [n for n in group.members if period_fit(q, n.figure, world) is not None and _base_fits(q, n, world) and modality_fit(replace(q, modality=q.modality or (Modality.ACTUAL if not q.also_target else None)), n.figure, world) is not None]
        if group.series or group.region is not None and members and not names:
            members = group.members  # of one list, said once of when and how
        if group.series and (years := {p.year for p in q.periods if p.kind == "year" and p.year}) and len(years) > 2 and not years <= {n.figure.period.year for n in members}:
            continue  # it is not told of each of the years that are named
        if group.series and (turn := _TURN.search(low)):
            over_years = _TURNS[turn[1]] == "year" and len({n.figure.period.year for n in members}) == len(members) > 1 and len({(n.figure.period.kind, n.figure.period.part) for n in members}) == 1
            members = members if over_years else [n for n in members if n.figure.period.kind == _TURNS[turn[1]]]  # one month of each year
        if counted and group.region is None and not names:  # "của bốn huyện"
            called = [n for n in group.members if n in members and n.figure.table is not None and n.figure.sentence.of(world.report.text).lower().lstrip("| \t0123456789.").startswith(f"{counted[2]} ")]
            if len(called) != counted[1]:
                continue
            members = called
        if names:
            terms = set(q.terms)
            chosen = [max((n for n in members if _holds(row, n.own | n.head | n.clause) and unit_fits(q.unit, n.figure)), key=lambda n: (len(set(row) & n.own), len(terms & n.own) - 0.1 * len(n.own)), default=None) for row in names]
            if any(c is None for c in chosen) or len({id(c) for c in chosen}) < len(names):
                continue
            members = [c for c in chosen if c is not None]
        if not names and group.region is None:
            members = _parts_only(members)
        if _MAIN.search(low) and group.region is None:
            tops = {n.figure.indicator.lower() for n in members} | {timeless(n.figure.indicator.lower().removeprefix("chỉ số giá ")) for n in members}
            members = [n for n in members if n.figure.head.lower() not in tops]  # a row under a group is none of the main groups
        if len(members) < 2 or len(members) == 2 and group.region is not None and re.search(r"(?:trong đó|riêng)(?!\w)", world.report.text[members[0].figure.span.end : members[1].figure.span.start], re.I):
            continue
        if not names and not _of_kind(q, group, members, world):
            continue
        if _NAMES.search(low) and not SERIES.search(low) and Counter(n.figure.indicator for n in members).most_common(1)[0][1] * 2 > len(members):
            continue  # one thing over the years bears no names
        if group.region is not None and _THE_REST.match(group.region.of(world.report.text)) and not re.search(r"(?<!\w)(?:còn lại|chưa|không|khác)(?!\w)", low):
            continue  # those that do not meet what is asked for
        common = {w for w in set().union(*(n.own for n in members)) if sum(w in n.own for n in members) * 2 > len(members)}
        near, around = group.near | common, group.around
        if balance and not _BALANCE & near or _measured_otherwise(q, members) or all(opposed(q, n) for n in members) or _opposite(q, near):
            continue
        kinds_held = bool(each) and all(any(k <= n.own for n in members) for k in each)
        alike = bool(asked) and all(set(tokens(n.figure.indicator)[:1]) & asked for n in members)
        got = sum(w * (1.0 if alike and set(t.word) <= soft or kinds_held and any(set(t.word) <= k for k in each) or t.held(frozenset(near), _row(near)) else 0.7 if t.held(frozenset(near | around), _row(near | around)) else 0.0) for t, w in zip(all_things, weights))
        cover = got / whole if all_things and not (whole < 0.1 and _NUMBERED.search(low)) else 0.8
        if cover < ENOUGH or not _kept(q, members, _mean_of(q, group, world)):
            continue
        everything = frozenset(near | around)
        if not (names and members[0].figure.unit == "điểm phần trăm") and any(set(t.word) <= set(q.terms) and is_term(t.word) and _told(t.word, world) and not t.held(everything, _row(everything)) for t in all_things):
            continue  # "mặt hàng xuất khẩu": exports are told of in this report, and not here
        score = cover + 0.2 * sum(w in near | around or any(w == t for n in members for t in tokens(n.figure.indicator)[:1]) for w in asked) / (len(asked) or 1)
        score += 0.2 * max(period_fit(q, n.figure, world) or 0.0 for n in members) + 0.02 * min(len(members), 8) + (1.0 + 0.3 * sum(any(set(row) <= n.own for n in members) for row in names) / len(names) if names else 0.0)
        score += 0.3 if alike else 0.0
        if names and len({n.figure.unit for n in members}) > 1:
            score -= 0.3  # one of them is counted otherwise than the others
        if quoted and group.region is not None:
            score += 0.2 - min(0.2, min(abs(a.start - group.region.end) for a in quoted) / 3000)
        apart = {w for w in common if all(w in n.own for n in members) and w not in q.terms and w not in W.STOP and w not in asked and w.isalpha()}
        if len(apart) > 1 and len(members) == 2 and not names:
            continue  # two measures of one thing are no list
        mine = [all(set(t.word) <= n.own for t in all_things) for n in members]
        if all_things and any(mine) and not all(mine) and group.region is None and members[0].figure.table is None:
            score -= 0.4  # what is asked of stands among the members: they are its peers, not its parts
        score += 0.1 * sum(w in common for w in q.terms) / (len(q.terms) or 1) - min(0.3, 0.15 * len(apart))
        if best is None or score > best[0]:
            best = (score, group, members)
    return (best[1], best[2]) if best else None


# What tells nothing of the members: "mà bản tin nêu"; the whole that points are added to: "vào mức tăng CPI".
_AS_TOLD = re.compile(r"(?<!\w)(?:mà\s+|được\s+)?(?:bản tin|báo cáo|bài báo|bài viết|thông cáo)\s+(?:này\s+|có\s+)?(?:nêu|liệt kê|đề cập|nhắc|kể|đưa)(?!\w)|(?<!\w)góp\s+[^?]*?vào\s+(?:mức\s+)?(?:tăng|giảm)(?:\s+trưởng)?(?:\s+chung)?(?:\s+\d[\d,]*\s*%)?(?:\s+của)?\s+(?:cpi|iip|grdp)(?!\w)")
_EACH_KIND = re.compile(r"(?:từng|mỗi)\s+(?:nhóm\s+|loại\s+)?(?P<a>[^\W\d]+\s+[^\W\d]+)(?:\s+và\s+(?:từng\s+|mỗi\s+|nhóm\s+|các\s+)*(?P<b>[^\W\d]+\s+[^\W\d]+))?(?=\s*[?.,]|\s+(?:là|đạt|ra sao|thế nào|bao nhiêu|năm|tháng|trong)|$)")
_NUMBERED = re.compile(r"(?<!\w)((?:bảng|biểu|phụ lục)\s+(?:số\s+)?\d+)(?!\w)")


def _in_numbered(low: str, group: Group, world: World) -> bool:
    """Whether a group stands in the table that the question names by its number; any group where no caption has one."""
    m = _NUMBERED.search(low)
    if m is None or group.region is not None:
        return True
    wanted = m[1].replace(" số ", " ")
    captions = [" ".join((t.caption.of(world.report.text) if t.caption else "").lower().replace(" số ", " ").split()) for t in world.report.tables]
    here = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    table = group.members[0].figure.table
    return not any(here.search(c) for c in captions) or table is not None and table < len(captions) and bool(here.search(captions[table]))


def _quoted_amounts(q: Question, world: World) -> list[Span]:
    """Where the report has the amounts that the question names with their unit."""
    from report.numbers import quantities

    named = [(a.value, a.unit) for a in quantities(q.raw) if a.unit in ("đồng", "USD")]
    return [n.figure.span for n in world.figures if (n.figure.value, n.figure.unit) in named]


def _column(group: Group) -> tuple[object, ...]:
    f = group.members[0].figure
    return f.table, f.column, f.measure


def _same_block(world: World, a: Span, b: Span) -> bool:
    block = next((block.span for block in world.report.blocks if block.span.holds(a)), a)
    return block.holds(b)


_MAIN = re.compile(r"(?<!\w)nhóm\s+(?:hàng\s+)?(?:hóa\s+)?(?:và dịch vụ\s+)?(?:chính|lớn|cấp (?:1|i|một))(?!\w)")
_NAMES = re.compile(r"(?<!\w)(?:kể tên|nêu tên|liệt kê tên|tên các|tên những)(?!\w)")
_THE_REST = re.compile(r"\W*(?:các|những|số|\d{1,3})\s+(?:[^\W\d]+\s+){1,3}còn lại(?!\w)", re.I)
_SORT_OF = re.compile(r"(?:mỗi|từng|các)\s+(?:loại|nhóm|thứ|hạng|dạng|kiểu|giống)\s+(\w+(?:\s+\w+)?)(?=\s+(?:là|đạt|có|được|bao|mấy|ra|thế|trong|của)(?!\w)|\s*[?,]|$)", re.I)
# "của từng cửa khẩu và nhóm lối mở": of two kinds of members.
_AND_EACH = re.compile(r"(?:từng|mỗi)\s+(?:[^\W\d]+\s+){1,3}?và\s+(?:từng\s+|mỗi\s+|các\s+)?((?:[^\W\d]+\s*){1,3})[?.]?\s*$", re.I)
_TURN = re.compile(r"từng\s+(quý|tháng|năm)(?!\w)", re.I)
_TURNS = {"quý": "quarter", "tháng": "month", "năm": "year"}
_MANY = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_COUNTED_KIND = re.compile(rf"(?:của|ở|tại|cả|kê|tên|nêu)\s+({'|'.join(_MANY)}|\d{{1,2}})\s+(huyện|xã|thị trấn|phường|quận|tỉnh|thành phố|nước|trường|bệnh viện|chi cục|đơn vị)(?!\w)", re.I)


def counted_kind(low: str) -> tuple[str, int, str] | None:
    """How many of which kind of place are asked for by number: "của bốn huyện"."""
    m = _COUNTED_KIND.search(low)
    return (m[0], _MANY.get(m[1], 0) or int(m[1]), m[2]) if m else None


def _told(word: tuple[str, ...], world: World) -> bool:
    return all(world.vocabulary.get(w) for w in word)


def _row(words: frozenset[str] | set[str]) -> str:
    """Any phrase of words that all stand there: order is not kept for a group."""
    return " ".join(p for g in ALIKE for p in g if all(w in words for w in p.split()))


def picks(q: Question) -> bool:
    """Whether only some members are asked for: those that missed the plan, fell, lie below."""
    return bool(_MISSED.search(q.text) or LIMIT.search(q.text) and not q.amount)


_FLOW_ASKED = re.compile(r"(?<!\w)(?:số|tổng|khoản|nguồn|các khoản)\s+(thu|chi|nợ|vay)(?!\w)", re.I)
_GROUPS = re.compile(r"(?<!\w)nhóm(?:\s\S+){0,3}?\snào(?!\w)", re.I)


def answer(q: Question, draft: Draft) -> Answer | None:
    """The whole group, or those of its members that the question keeps."""
    if _MISSED.search(q.text) and not LIMIT.search(q.raw) and "bảng" not in q.text.lower():
        for told in sentences_answer.rank(replace(q, operation="text"), draft.world)[:5]:
            if _MISSED_ARE.search(told.sentence.text):  # "3 chỉ tiêu không đạt, gồm: …"
                return draft.answer(f"{told.sentence.text.strip()} [{draft.cite(told.sentence.span, told.sentence.section)}]")
        if (listed := sentences_answer.items_led(q, _MISSED_LEAD, draft)) is not None:
            return listed
    found = find(q, draft.world)
    if found is None:
        return changed(q, draft) or _sentence_of(q, draft)
    group, members = found
    if _of_another(q, group.near | group.around | frozenset.intersection(*(n.own | n.head | n.clause for n in members))):
        return None
    if (flow := _FLOW_ASKED.search(q.text)) is not None and not {flow[1].lower()} & frozenset(group.near | group.around).union(*(n.own | n.head | n.clause | n.lead for n in members)):
        return None  # what is seized and fined is no part of what is taken in
    if _GROUPS.search(q.text) and not (members := [n for n in members if not NO_GROUP.search(n.figure.indicator)]):
        return None  # "chỉ số giá đô la Mỹ giảm 0,18%" is no group's
    kept = _kept(q, members, _mean_of(q, group, draft.world))
    if kept is None or not kept or len(kept) == 1 and not picks(q) and re.search(r"(?<!\w)(?:từng|mỗi)(?!\w)", q.text, re.I):
        return None  # one is not each of them
    if way(q) is not Direction.NONE and group.region is None and members[0].figure.table is None:
        kept += _elsewhere(q, kept, draft.world)
    elif way(q) is not Direction.NONE and group.region is None:
        kept = sorted([*kept, *_under_other_heads(q, kept, draft.world)], key=lambda n: n.figure.span.start)
    if kept == group.members and group.region is not None and not named_in(q):
        return _quoted(group, draft)
    return draft.answer("; ".join(_said(n.figure, draft, grown=way(q) is not Direction.NONE) for n in kept) + ".")


# "những đơn vị nào có tỷ lệ thấp hơn mức chung cả nước": held to the row of the whole.
_THAN_ALL = re.compile(
    r"(?P<way>dưới|thấp hơn|kém|ít hơn|cao hơn|trên|vượt|nhiều hơn|lớn hơn|hơn)\s+(?:so với\s+)?(?:mức\s+|tỷ lệ\s+|con số\s+)?"
    r"(?:(?:bình quân|trung bình)(?:\s+chung)?|chung|cả nước|toàn (?:tỉnh|huyện|quốc|ngành|thành phố|vùng)|cả tỉnh|mức chung)(?:\s+của)?(?:\s+(?:cả nước|toàn (?:tỉnh|huyện|quốc|ngành|thành phố|vùng)|cả tỉnh|tỉnh|huyện|thành phố|ngành))?(?!\w)", re.I)  # fmt: skip
_ALL_OF_THEM = re.compile(r"\W*(?:[IVX\d]{1,3}\s*[.)|]?\s*)?(?:cả nước|toàn (?:tỉnh|huyện|quốc|ngành|thành phố|vùng)|cả tỉnh|tổng (?:số|cộng)|bình quân chung|chung|tổng)(?!\w)", re.I)


def against_all(q: Question, draft: Draft) -> Answer | None:
    """The rows of a table whose rate lies below or above that of the whole, where the question asks which do."""
    than = _THAN_ALL.search(q.text)
    if than is None or q.claim or q.amount or not re.search(r"(?<!\w)nào(?!\w)|liệt kê|kể tên", q.text, re.I):
        return None
    world, below = draft.world, bool(_LOW.search(than["way"])) or than["way"].lower() == "kém"
    columns: dict[tuple[int, int], list[Named]] = {}
    for n in world.figures:
        if n.figure.table is not None and n.figure.column is not None and n.figure.unit == "%" and n.figure.modality not in (Modality.TARGET, Modality.FORECAST):
            columns.setdefault((n.figure.table, n.figure.column), []).append(n)
    kinds = kinds_asked(q.text) | _ASKING | W.GENERIC | frozenset(tokens(than[0])) | frozenset(["cao", "thấp", "mức", "chung", "lệ"])
    asked = [t for t in things(q.terms, q.text) if not t.way and not set(t.word) <= kinds]
    best: tuple[float, Named, list[Named]] | None = None
    for row in columns.values():
        whole = next((n for n in row if _ALL_OF_THEM.match(n.figure.sentence.of(world.report.text))), None)
        others = [n for n in row if n is not whole]
        fit = period_fit(q, row[0].figure, world)
        if whole is None or len(others) < 2 or fit is None or any(n.figure.measure is not whole.figure.measure for n in others):
            continue
        held = row[0].around | row[0].head | row[0].clause | whole.own
        score = (sum(t.held(held, _row(held)) for t in asked) / len(asked) if asked else 0.8) + 0.2 * fit
        if score >= ENOUGH and (best is None or score > best[0]):
            best = (score, whole, others)
    if best is None:
        return None
    _, whole, others = best
    kept = [n for n in others if n.figure.value != whole.figure.value and (n.figure.value < whole.figure.value) is below]
    if not kept:
        return None
    lead = f"Mức chung {value_text(whole.figure, world)} [{draft.state(whole.figure)}]; {'thấp' if below else 'cao'} hơn: "
    return draft.answer(lead + "; ".join(_said(n.figure, draft) for n in kept) + ".")


def _elsewhere(q: Question, kept: Sequence[Named], world: World) -> list[Named]:
    """Others of the kind that is asked for, told outside the list, that went the same way: "thu từ hoạt động xuất nhập khẩu" of "những khoản thu nào"."""
    kind, phrase = kinds_asked(q.text), phrase_asked(q.text)
    have = {n.figure.indicator for n in kept}
    out: list[Named] = []
    for n in world.figures:
        f = n.figure
        first = tokens(f.indicator)[:1]
        same = f.table is None and _kind(f) == _kind(kept[0].figure) and f.period == kept[0].figure.period and _base_fits(q, n, world)
        if same and first and first[0] in phrase | kind and n.own - phrase - kind - W.STOP and f.indicator not in have and period_fit(q, f, world) is not None and _kept(q, [n]):
            have.add(f.indicator)
            out.append(n)
    return out


def _under_other_heads(q: Question, kept: Sequence[Named], world: World) -> list[Named]:
    """Rows of the kept ones' column under another head that went the same way, where the question names none: "thu từ xuất nhập khẩu" beside the rows of "thu nội địa"."""
    first = kept[0].figure
    named = frozenset(w for n in kept for w in n.head) - phrase_asked(q.text) - kinds_asked(q.text) - W.STOP
    if len({n.figure.head for n in kept}) != 1 or not first.head or not named or named & set(q.terms):
        return []
    column = [n for n in world.figures if (n.figure.table, n.figure.column, n.figure.measure) == (first.table, first.column, first.measure)]
    wholes = {n.figure.head.lower() for n in column}
    above = {n.figure.head.lower() for n in column if n.figure.indicator.lower() == first.head.lower()}
    below = {n.figure.indicator.lower() for n in column if n.figure.head == first.head} & wholes
    beside = [n for n in column if n.figure.head.lower() in above | below and n.figure.indicator.lower() not in wholes and not _REST.search(n.figure.indicator)]
    return [n for n in beside if _kept(q, [n])]


def _sentence_of(q: Question, draft: Draft) -> Answer | None:
    """The one sentence that holds every thing that the question lists by name and as many numbers, where its figures bear other names."""
    names = named_in(q)
    if len(names) < 2 or "lần lượt" not in q.text.lower():
        return None
    held = [s for s in draft.world.sentences if not s.row and all(_holds(r, s.words) for r in names) and sum(s.span.holds(n.figure.span) for n in draft.world.figures) >= len(names)]
    if len(held) != 1 or q.periods and not any(period_fit(q, n.figure, draft.world) is not None for n in draft.world.figures if held[0].span.holds(n.figure.span)):
        return None
    text, at = draft.world.report.text, held[0].span
    if _of_another(q, set(tokens(text[text.rfind("\n", 0, at.start) + 1 : at.end]))):  # of its paragraph up to here
        return None
    return draft.answer(f"{held[0].text.strip()} [{draft.cite(held[0].span, held[0].section)}]")


def changed(q: Question, draft: Draft) -> Answer | None:
    """The rows of a table that fell or rose from one column to the next, where the change itself is not stated."""
    world = draft.world
    if way(q) is Direction.NONE or q.amount and "bao nhiêu phần trăm" in q.text.lower():
        return None
    columns: dict[tuple[int, int], list[Named]] = {}
    for n in world.figures:
        f = n.figure
        if f.table is not None and f.column is not None and f.measure is Measure.LEVEL and f.period.year and f.modality not in (Modality.TARGET, Modality.FORECAST):
            columns.setdefault((f.table, f.column), []).append(n)
    asked = [t for t in things(q.terms, q.text) if not t.way and not set(t.word) <= _ASKING | kinds_asked(q.text) | W.GENERIC]
    for (table, column), later in columns.items():
        earlier = {n.figure.row: n.figure for n in columns.get((table, column - 1), ())}
        pairs = [(e, n) for n in later if (e := earlier.get(n.figure.row)) is not None and e.unit == n.figure.unit and e.indicator == n.figure.indicator and (e.period.year or 0) < (n.figure.period.year or 0) and e.period.kind == n.figure.period.kind]
        if len(pairs) < 2 or not asked:
            continue
        held = frozenset(w for w in set().union(*(n.own for _, n in pairs)) if all(w in n.own for _, n in pairs)) | pairs[0][1].around | pairs[0][1].head
        if sum(t.held(held, _row(held)) for t in asked) / len(asked) < 0.75:
            continue
        kept = [(e, n.figure) for e, n in pairs if n.figure.value != e.value and (n.figure.value < e.value) is (way(q) is Direction.DOWN)]
        if kept:
            return draft.answer("; ".join(f"{f.indicator}: từ {e.text} xuống {f.text} [{draft.state(f)}]" if f.value < e.value else f"{f.indicator}: từ {e.text} lên {f.text} [{draft.state(f)}]" for e, f in kept) + ".")
    return None


def _said(f: Figure, draft: Draft, *, grown: bool = False) -> str:
    n = draft.state(f)
    name = f.indicator if f.table is not None or f.head else name_of(f)
    told = draft.change(f) if f.measure is Measure.INDEX and grown else value_text(f, draft.world)
    return f"{name} {told} [{n}]"


def _quoted(group: Group, draft: Draft) -> Answer:
    assert group.region is not None
    marks = [draft.state(n.figure) for n in group.members]
    said = group.region.of(draft.world.report.text).strip(" ,;:.)–-")
    said = re.sub(r"^[\s,;:.)%/–-]*(?:trong đó|đó(?=,)|gồm|bao gồm|cụ thể)\s*:?\s*", "", said, flags=re.I)
    said = said.strip(" ,;:")
    said += ")" if said.count("(") > said.count(")") else ""
    return draft.answer(f"{said} [{marks[0]}].")


def _kept(q: Question, members: Sequence[Named], mean: Decimal | None = None) -> list[Named] | None:
    """The members that rise, fall, lie above or below as asked; all of them where nothing of the kind is asked. `mean` is what the whole has."""
    low = q.text.lower()
    f = members[0].figure
    if (m := _MEAN.search(low)) is not None and not q.amount:
        if mean is None:
            return None
        below = m["way"].lower() in ("thấp hơn", "dưới", "kém")
        return [n for n in members if (n.figure.value < mean if below else n.figure.value > mean)]
    if _apart(q, f):
        return None
    limit = _limit(q, f)
    if limit is not None:
        below, bound = limit
        return [n for n in members if (n.figure.value < bound if below else n.figure.value > bound)]
    if f.measure is Measure.COMPLETION and not re.search(r"bao nhiêu|mấy", low):
        if _MISSED.search(low):
            return [n for n in members if n.figure.value < 100]
        if _MET.search(low):
            return [n for n in members if n.figure.value >= 100]
    if f.measure is Measure.LEVEL and (_DEFICIT.search(low) or _SURPLUS.search(low)):
        if not any(n.figure.value < 0 for n in members):
            return None
        return [n for n in members if (n.figure.value < 0) is bool(_DEFICIT.search(low))]
    if way(q) is not Direction.NONE and f.measure in (Measure.GROWTH, Measure.INDEX):
        def falls(g: Figure) -> bool:
            return g.value < 100 if g.measure is Measure.INDEX else g.direction is Direction.DOWN or g.value < 0
        kept = [n for n in members if falls(n.figure) is (way(q) is Direction.DOWN) and (n.figure.value != 100 if n.figure.measure is Measure.INDEX else n.figure.value != 0)]
        return list({(n.figure.indicator, n.figure.head): n for n in reversed(kept)}.values())[::-1]
    if way(q) is not Direction.NONE and f.measure is Measure.CHANGE and f.unit in ("USD", "đồng"):
        return [n for n in members if n.figure.direction is way(q)]
    return list(members)


__all__ = ["BASES", "BY_HOW_MUCH_MONEY", "EACH", "LIMIT", "Group", "against_all", "answer", "find", "gather", "period_name", "way"]
