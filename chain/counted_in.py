"""In what a thing is counted, by the noun that asks for it: "tổng mức đầu tư" in money, "diện tích" in areas, "số dự án" in what is counted.

A figure of the named thing in another unit answers nothing where it is not called by that noun: the days for which a bridge stood still
are not what it costs.
"""

from __future__ import annotations

import re

from chain.answer import Answer
from chain.naming import timeless
from chain.question import Question
from chain.world import World, tokens
from report import units
from report.model import Measure

_NOUNS: tuple[tuple[str, frozenset[str]], ...] = (
    (r"tổng mức đầu tư|mức đầu tư|(?:tổng|số) (?:số )?vốn|vốn (?:đầu tư|đăng ký|điều lệ)|kinh phí|doanh thu|doanh số|kim ngạch|trị giá|(?:số )?tiền|lợi nhuận|chi phí|giá bán", frozenset(["money"])),
    (r"diện tích", frozenset(["area"])),
    (r"sản lượng|công suất", frozenset(["mass", "volume", "energy", "power", "count"])),
    (r"dân số|số (?:lượng )?(?:dự án|doanh nghiệp|hộ|xã|lao động|người|học sinh|vụ|công trình|nhà máy|chợ|cơ sở|hợp tác xã|giường|bác sĩ|giáo viên|trường|lớp|lượt|xe|phương tiện|tờ khai|căn)", frozenset(["count"])),
)
_ASKS = tuple((re.compile(rf"\W*(?:(?:tính|đến|của|ở|tại|riêng|thì|cho biết|xin hỏi|tổng)\s+)*(?P<noun>{noun})(?!\w)", re.I), sorts) for noun, sorts in _NOUNS)
_OTHERWISE = re.compile(r"%|(?<!\w)(?:phần trăm|tăng|giảm|chiếm|tỷ lệ|tỷ trọng|gấp|vượt|hụt|hơn|kém|thêm|lần|nhất|nào)(?!\w)|(?<!\w)(?:bao nhiêu|mấy)\s+[^\W\d]", re.I)  # "bao nhiêu vốn" says it itself
_POINTS = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+điểm(?!\w)(?!\s+(?:phần trăm|%|bán|du lịch|dân cư|cơ bản|trường|đo|nóng|dừng|đấu nối|kinh doanh|giao|tập kết|sạt|đen|cầu))", re.I)
_PEOPLE_AND_TIME = frozenset(["người", "lao động", "hộ", "ngày", "tháng", "năm", "dự án", "vụ"])


def strays(q: Question, told: Answer, world: World) -> bool:
    """Whether a level is asked for by a noun that says in what it is counted, and what is told is counted in another and not called so."""
    if q.operation != "lookup" or q.claim or q.measure is not None or told.calculation or not told.figures:
        return False
    if _POINTS.search(q.text):
        return not any("điểm" in f.unit or "điểm" in tokens(f.indicator) for f in told.figures[:1])  # how it ranks is no score
    if _OTHERWISE.search(q.text):
        return False
    asked = next(((m["noun"], sorts) for pattern, sorts in _ASKS if (m := pattern.match(timeless(q.text))) is not None), None)
    n = world.at(told.figures[0].start, told.figures[0].end)
    if asked is None or n is None or not n.figure.unit:
        return False
    noun, sorts = asked
    f = n.figure
    sort = units.sort(f.unit)
    if f.measure is Measure.LEVEL and sort in sorts and not (len(sorts) > 1 and f.unit in _PEOPLE_AND_TIME):
        return False
    return not set(tokens(noun)) <= n.own | n.head | n.clause | n.lead | n.around


__all__ = ["strays"]
