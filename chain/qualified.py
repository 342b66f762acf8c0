"""What a question says of its thing beyond the thing: whose, where, of which kind, in what state ("của hộ nghèo", "trong dịp Tết", "đang chờ phê duyệt").

A figure around which no word of such a phrase stands is of the thing as a whole: what was asked for is not told.
"""

from __future__ import annotations

import re

from chain import matching
from chain.answer import Answer
from chain.everyday import stands_for
from chain.naming import home_of, timeless
from chain.question import Question
from chain.world import Named, World, tokens
from report.model import Measure
from report.text import UPPER

_BEGINS = r"(?:(?<!tự )của|ở|tại|đang(?! (?:hoạt động|làm việc|có|sống|sử dụng|khai thác|nợ|là|được))|chưa|(?:trong|vào|nhân|suốt) (?:dịp|đợt|mùa|vụ)|dịp|dành cho|sang|thuộc|chờ)"
_PHRASE = re.compile(rf"(?i:(?<!\w){_BEGINS})\s+(?!(?:từng|mỗi|các|những|mọi|cả)\s|(?:tỉnh|huyện|xã|thành phố|thị xã|ngành|cục|chi cục|sở|đơn vị|địa phương|ta|mình|khu vực)\s(?![{UPPER}]))(?P<phrase>[^?,.;:()]+?)(?=\s+(?:là|bao nhiêu|mấy|nào|đạt|được|mất|hết|tốn|khoảng|mới|hồi|vào|lúc|đã|sẽ|gồm|bao gồm|chia|ước|tăng|giảm|chiếm|còn|có (?:mấy|bao)|trong|năm|tháng|quý|so|thì|{_BEGINS})(?!\w)|\s*[?,.;:()]|\s*$)")
_GRADE = re.compile(r"(?<!các )(?<!\w)loại\s+(?:\d(?![\d.,]|\s*(?:tháng|năm|quý|ngày|kỳ))|[IVX]{1,3}|[A-D]|một|hai|ba|bốn)(?!\w)")
_PER_HEAD = re.compile(r"(?<!\w)(?:bình quân|tính|trên|mỗi)\s+(?:mỗi\s+)?đầu người(?!\w)", re.I)
# who reports, and what any place is called by
_ISSUERS = frozenset(tuple(w.split()) for w in ("chi cục", "cục", "sở", "phòng", "ban", "ngành", "tỉnh", "huyện", "xã", "thành phố", "thị xã", "địa bàn", "địa phương", "đơn vị", "cơ quan", "công ty", "báo cáo", "cả nước", "toàn tỉnh", "khu vực", "vùng", "nơi", "đây", "đó", "khu", "vực"))


def strays(q: Question, told: Answer, world: World) -> bool:
    """Whether what is told says nothing of whose, where, of which kind or in what state its thing was asked for."""
    if q.operation != "lookup" or q.claim or told.calculation or not told.figures or told.text.partition("Đừng nhầm")[0].count("[") > 1:
        return False
    n = world.at(told.figures[0].start, told.figures[0].end)
    return n is not None and (_of_another_grade(q.text, n) or _of_another_side(q.text, n) or _called_otherwise(q.text, n) or _unsaid(q, n, world))


def _of_another_grade(text: str, n: Named) -> bool:
    grade = _GRADE.search(text)
    if grade is not None and not any(f" {' '.join(tokens(grade[0]))} " in row for row in n.zones.rows):
        return True
    return _PER_HEAD.search(text) is not None and "người" not in n.figure.unit and "người" not in n.own | n.head | n.clause | n.lead


_HOME = re.compile(r"(?<!\w)(?P<side>trong nước|nước ngoài|ngoài nước)(?!\w)", re.I)
_NO_SIDE = re.compile(r"(?:tổng sản phẩm|giá|sản xuất|bán|tiêu thụ|thị trường|ở|ra|ngoài và|đi)\s+$", re.I)
_TITLED = re.compile(r"^\W*(?:tổng\s+|số\s+)*(?P<noun>nợ|dư nợ|bội chi|lãi suất|tồn kho|vốn điều lệ|lợi nhuận|học phí)(?!\w)", re.I)


def _of_another_side(text: str, n: Named) -> bool:
    """Whether capital from one side is asked for, and near the figure no word tells a side."""
    side = _HOME.search(text)
    if side is None or not re.search(r"(?<!\w)vốn(?!\w)", text, re.I) or _NO_SIDE.search(text[: side.start()]):
        return False
    near = f"{' '.join(n.zones.rows[:5])} "
    return not any(f" {w} " in near for w in ("trong nước", "nước ngoài", "ngoài nước", "fdi", "oda"))


def _called_otherwise(text: str, n: Named) -> bool:
    """Whether debts, a deficit or profits are asked for, and the amount is not called so."""
    noun = _TITLED.match(timeless(text)) if n.figure.measure is Measure.LEVEL and n.figure.unit != "%" else None
    return noun is not None and not set(tokens(noun["noun"])) <= n.own | n.head | n.clause | n.lead


def _unsaid(q: Question, n: Named, world: World) -> bool:
    asked = matching.units(q.row, q.terms, q.nouns, world)
    hits = matching.hits_of(asked, n)
    home = set(home_of(world))
    names, rows = n.zones.sets[0] | n.zones.sets[1] | n.zones.sets[2], n.zones.rows[:3]
    for m in _PHRASE.finditer(timeless(q.text)):
        said = set(tokens(m["phrase"])) - home
        of_it = [(u, at) for u, at in zip(asked, hits) if not u.anyone and {w for s in u.spoken for w in s.split() if " " not in s} <= said and u.forms[0] not in _ISSUERS]
        if of_it and all(zone < 0 and not matching.granted(u, n) and not stands_for(u.spoken, names, rows) for u, (zone, _) in of_it):
            return True
    return False


_GROUP = re.compile(r"FDI|(?:đầu tư|vốn)(?: trực tiếp)? nước ngoài|ĐTNN|vốn ngoại", re.I)


def of_two_groups(q: Question, told: Answer, world: World) -> bool:
    """Whether what one group trades is set against what all do: the exports of FDI firms less all imports."""
    if not told.calculation or q.operation == "sum" or len(told.figures) < 2 or not _GROUP.search(q.text) or re.search(r"(?<!\w)(?:cả nước|tổng|chung|toàn|so với|chiếm|không|trừ|trong nước)(?!\w)", q.text, re.I):
        return False
    named = [f"{n.figure.indicator} {n.figure.head}" for f in told.figures[:2] if (n := world.at(f.start, f.end)) is not None]
    return len({bool(_GROUP.search(name)) for name in named}) > 1


__all__ = ["of_two_groups", "strays"]
