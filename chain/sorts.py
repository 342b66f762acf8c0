"""What sort of things are asked for, and of what sort those are that an answer names: markets, goods, firms, places, gates.

A list is right only if all that it names are of the sort that was asked for. A name is told by what it begins with, a market by the names that
Vietnamese statistics give to countries and blocs (ISO 3166 short names as the customs bulletins spell them); what tells nothing is of any sort.
"""

from __future__ import annotations

import re

from chain.answer import Answer
from chain.question import Question
from chain.world import World
from report.countries import COUNTRIES
from report.text import UPPER

_SORTS = {
    "market": r"thị trường|quốc gia|đối tác|bạn hàng|(?<!trong )(?<!ngoài )(?<!nhà )(?<!cả )(?<!trên )(?<!của )nước(?! (?:nào cả|ngoài|mắm|sạch|sinh hoạt|ngọt|giải|khoáng|uống|thải|ngầm|mặt))",
    "goods": r"mặt hàng|nhóm hàng|nông sản|hàng hóa",
    "firm": r"doanh nghiệp|công ty",
    "place": r"huyện|thị xã|xã|phường|địa phương(?! (?:quản lý|hưởng|được hưởng))|thành phố|quận",
    "gate": r"cửa khẩu|cảng",
    "ministry": r"(?<!cán )(?<!nội )(?<!đảng )(?<!toàn )(?<!đồng )(?<!tiến )(?<!đường )(?<!chi )bộ(?:,? ngành)?(?! (?:máy|đội|phận|luật|chỉ số|tiêu chí))",
}
_SORT = {sort: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I) for sort, words in _SORTS.items()}
_ANY = "|".join(_SORTS.values())
# "thị trường nào", "ba mặt hàng … lớn nhất", "kể tên các nước …": what sort a list, or the first of one, is to be of.
_ASKED = tuple(
    re.compile(p, re.I)
    for p in (
        rf"(?<!\w)(?P<kind>{_ANY})(?!\w)(?:\s(?!nào|gì|mức|lúc|khi|thời|năm|tháng|quý|ngày|bao|loại|nguồn|hình)[^\s,?]+){{0,4}}?\s(?:nào|gì)(?!\w)",
        rf"(?:kể tên|liệt kê|nêu tên|nêu)\s(?:[^\s,?]+\s){{0,3}}?(?P<kind>{_ANY})(?!\w)",
        rf"(?<!\w)(?:top\s)?(?:\d{{1,2}}|hai|ba|bốn|năm|sáu|mười)\s(?P<kind>{_ANY})(?!\w)[^?]*?(?:nhất|dẫn đầu|đứng đầu)",
        rf"(?<!\w)(?:từng|mỗi)\s(?:địa bàn\s)?(?P<kind>{_ANY})(?!\w)",
        rf"(?<!\w)nào\slà\s(?:[^\s,?]+\s){{0,1}}?(?P<kind>{_ANY})(?!\w)",
    )
)  # fmt: skip
_FLOW = r"(?:(?:tổng|trị giá|lượng|kim ngạch|giá trị|xuất khẩu|nhập khẩu|xuất nhập khẩu|xuất siêu|nhập siêu|cán cân|thương mại|xuất|nhập|bán|mua|sang|từ|với|đến|vào|qua|các|thị trường|nước|khu vực|khối|xuất xứ|nguồn gốc|nguồn cung|chủ yếu|là)\s+)*"
_MARKET = re.compile(rf"{_FLOW}(?-i:{COUNTRIES})(?!\w)", re.I)
_THE_MOST = re.compile(r"(?<!\w)nào(?!\w)[^?]*(?<!\w)nhất(?!\w)", re.I)
_WORTH = re.compile(r"^(?:tổng )?(?:trị giá|kim ngạch|giá trị|lượng)\s+", re.I)
_OTHERS = re.compile(r"(?:các )?(?:thị trường|nước|quốc gia|mặt hàng|hàng hóa|hàng|địa phương|doanh nghiệp|loại)?\s*(?:còn lại|khác)$", re.I)
_BEGINS = {
    "firm": re.compile(r"(?:các )?(?:doanh nghiệp|công ty|tổng công ty|tập đoàn|CTCP|khối(?! (?:huyện|xã|phường|sở|cơ quan|quận))|khu vực (?:FDI|trong nước|có vốn|kinh tế|nhà nước))(?!\w)", re.I),
    "place": re.compile(rf"(?:huyện|thị xã|thị trấn|xã|phường|quận|tỉnh|thành phố|TP\.?)\s+[{UPPER}]"),
    "gate": re.compile(r"(?:cửa khẩu|cảng|cặp chợ|lối mở|lối thông quan|sân bay)(?!\w)", re.I),
    "ministry": re.compile(r"(?:Bộ|Đài|Tòa án|Viện|Ủy ban|Ngân hàng|Kiểm toán|Thanh tra|Văn phòng|Đại học|Tập đoàn|Tổng công ty)\s\w"),
}
_PLACED = re.compile(rf"(?<!\w)(?:(?i:huyện|thị xã|thị trấn|xã|phường|quận|thành phố)|TP\.?|TX\.?|H\.)\s+[{UPPER}][^\W\d]*[a-zà-ỹ]")
_FLOWS_ALONE = re.compile(rf"{_FLOW.replace('+)*', '+)+')}(?:hàng hóa|của (?:cả )?(?:nước|tỉnh))?\s*", re.I)


def sort_of(name: str) -> str:
    """"market", "firm", "place", "gate" or, of exports as such, "flow"; "" where the name does not tell."""
    name = name.strip()
    if _FLOWS_ALONE.fullmatch(f"{name} "):
        return "flow"
    if _MARKET.match(name):
        return "market"
    return next((sort for sort, begins in _BEGINS.items() if begins.match(name)), "place" if _PLACED.search(name) else "")


def asked_for(text: str) -> str:
    """The sort of things that a question asks to be named; "" where it asks for none, or for two."""
    kinds = {sort for m in (p.search(text) for p in _ASKED) if m is not None for sort, words in _SORT.items() if words.fullmatch(m["kind"])}
    return kinds.pop() if len(kinds) == 1 else ""


_OFFICES = re.compile(r"(?<!\w)(?:Trung ương|Nhà nước|Quốc hội|Chính phủ)(?!\w)")  # whose names are of no place
_ITEM = re.compile(r"\W*(?P<name>[^:;,(\d]{2,60}?)\s*(?:[:,(]|(?:đạt|với|là|tăng|giảm|chiếm)(?!\w)|\d|$)", re.I)


def strays(q: Question, told: Answer, world: World) -> bool:
    """Whether an answer names what is not of the sort that was asked for."""
    sort = "" if q.claim or q.operation in ("why", "when") else asked_for(q.text)
    if not sort:
        return False
    spans = {(f.start, f.end) for f in told.figures}
    if sort == "ministry" and not any(_BEGINS[sort].search(c.quote) for c in told.citations):
        return True
    names = [f"{n.figure.indicator}|{n.figure.head}" if n.figure.head else n.figure.indicator for n in world.figures if (n.figure.span.start, n.figure.span.end) in spans]
    if not names:
        names = [m["name"] for c in told.citations if (m := _ITEM.match(c.quote)) is not None] if len(told.citations) > 1 else []
    if not names or told.calculation:
        return False
    told_as = [{s for part in name.split("|") if (s := sort_of(part))} for name in names if not _OTHERS.match(name)]
    if sort == "market":
        first = [name for name in names[:1] if not told_as or "market" not in told_as[0]]
        return bool(told_as) and not any("market" in t for t in told_as) and not any(re.search(rf"(?<!\w)(?-i:{COUNTRIES})(?!\w)", c.quote) for c in told.citations) or len(told_as) > 2 and bool(first) and sum("market" in t for t in told_as) * 2 < len(told_as)
    if sort == "goods":
        own = [sort_of(_WORTH.sub("", name.partition("|")[0])) for name in names if not _OTHERS.match(name)]
        return bool(told_as) and (all(t & {"market", "firm", "place", "gate"} for t in told_as) or len(own) > 1 and all(own))
    named = any(re.search(rf"(?<!^)(?<!\w)[{UPPER}][^\W\d_]*[a-zà-ỹ]", _OFFICES.sub(" ", name.partition("|")[0])) for name in names)
    if told_as and sort in ("firm", "place", "gate") and _THE_MOST.search(q.text) and not named and not any(sort in t for t in told_as) and not _BEGINS[sort].search(told.text.partition("Đừng nhầm")[0]):
        return True  # "doanh nghiệp nào nợ thuế nhiều nhất": none is named
    return bool(told_as) and (all(t and sort not in t for t in told_as) and not any(_SORT[sort].search(c.quote) for c in told.citations[:1]) or len(told_as) > 2 and not any(sort in t for t in told_as) and not named and not any(_SORT[sort].search(c.quote) for c in told.citations))


__all__ = ["asked_for", "sort_of", "strays"]
