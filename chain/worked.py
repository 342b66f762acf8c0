"""Questions that no stated figure answers unless its own words say so: sums, means, what came before a change, what was not done.

What could not be worked out is not answered by one of its operands.
"""

from __future__ import annotations

import re

from chain.question import Question
from chain.select import HAS_NOT
from chain.world import Named, World
from report.model import Figure, Modality
from report.patterns import PEOPLE

# What a question asks to be worked out, and what the words of a figure that answers it by itself hold.
_ASKED = (
    (re.compile(r"(?<!\w)(?:cộng|gộp|tính gộp) (?:lại|cả|chung)(?!\w)|(?<!\w)tính cả (?:hai|ba)(?!\w)", re.I), re.compile(r"(?<!\w)(?:cộng|gộp|tổng|cả hai|cả ba|tính chung)(?!\w)", re.I)),
    (re.compile(r"(?<!\w)còn cách(?!\w)", re.I), re.compile(r"(?<!\w)(?:cách|thiếu|hụt)(?!\w)", re.I)),
    (re.compile(r"(?<!\w)thêm (?:được )?(?:bao nhiêu|mấy)(?=.* so với (?:lũy kế|luỹ kế|cuối|hết|thời điểm))", re.I), re.compile(r"(?<!\w)(?:thêm|tăng)(?!\w)", re.I)),
    (re.compile(r"(?<!\w)(?:bình quân|trung bình) (?:đầu người|(?:mỗi|một|1)(?= \w)) ?(?!năm|tháng|quý|ngày|tuần|vụ|kỳ)", re.I), re.compile(r"(?<!\w)(?:bình quân|trung bình|mỗi|một|BQ|trên (?:1|một|đầu|mỗi|vạn|nghìn))(?!\w)|/", re.I)),
    (re.compile(r"(?<!\w)trước (?:lần|đợt|khi|kỳ|lúc) (?:tăng|giảm|điều chỉnh|hạ)(?!\w)", re.I), re.compile(r"(?<!\w)trước(?! thuế)(?!\w)|(?<!\w)từ\s*$", re.I)),
)  # fmt: skip
_BEHIND = 25  # characters: "9,1 bác sĩ trên một vạn dân"
_NOT = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+(?:[^\s?,]+\s+){1,9}?(?:chưa|không)\s+(?!kể|tính|gồm|bao gồm|phải|quá|dưới|ít hơn|thể|đầy)(?=\w)", re.I)
_IS_NOT = frozenset(("chưa", "không", "kém", "thất", "thiếu", "mất", "vô", "phi", "ngoài", "dưới", "hụt", "trượt", "bỏ", "ngừng", "dừng", "tồn", "đọng", "sót", "lại"))


def said(q: Question, f: Figure, world: World) -> bool:
    """Whether a figure is told with the words of what is asked for, where the question asks for something to be worked out."""
    n = next((n for n in world.figures if n.figure is f), None)
    if n is None or q.claim:
        return True
    others = [o.figure.span.end for o in world.figures if o.figure.sentence == f.sentence and o.figure.span.end <= f.span.start and o.figure.indicator != f.indicator]
    start = max(others, default=f.sentence.start)  # what is said of another one is not said of it: "năng suất bình quân 68 tạ/ha; sản lượng đạt 399 tấn"
    told = f"{n.zones.rows[0]} {n.zones.rows[1]} {n.zones.rows[2]} {f.unit} {world.report.text[start : min(f.span.end + _BEHIND, f.sentence.end)] if f.table is None else ''}"
    return all(held.search(told) for asked, held in _ASKED if asked.search(q.text)) and not _denied(q, n) and not _lacked(q, f)


_LACKED = re.compile(r"(?<!\w)(?:thiếu|thừa|dôi dư)\s+(?=(?P<what>[^\W\d]+(?: [^\W\d]+)?))", re.I)
_OF_LACK = re.compile(r"(?<!\w)(?:thiếu|thừa|dôi|dư|hụt|cần|thêm|tuyển|bổ sung|nhu cầu|khuyết|đủ)(?!\w)", re.I)


def _lacked(q: Question, f: Figure) -> bool:
    """Whether a figure tells how many are lacking, where the question asks how many there are: "thiếu 1.284 giáo viên"."""
    m = None if _OF_LACK.search(q.text) else _LACKED.search(f"{f.indicator} | {f.head}")
    return m is not None and (m["what"].startswith(f.unit) or f.unit in PEOPLE and any(m["what"].startswith(who) for who in PEOPLE)) and bool(f.unit)


def _denied(q: Question, n: Named) -> bool:
    """Whether it is asked how many there are that are or do not, and the figure says nothing of the kind: "HTX hoạt động chưa hiệu quả"."""
    return (_NOT.search(q.text) or HAS_NOT.search(q.text.lower())) is not None and "/" not in n.figure.text and not _IS_NOT & (n.own | n.head) and n.figure.modality is not Modality.TARGET


__all__ = ["said"]
