"""The parts of a whole that a sentence names first: "trong kim ngạch xuất khẩu có 171,2 triệu USD đi chính ngạch và 62,3 triệu USD tiểu ngạch".

What stands behind each amount says of what it is; the whole is what it is a part of, and none of its own amount.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report.lexicon import MEASURED
from report.model import Figure, Measure, Report
from report.phrases import clean
from report.text import words

_OF_WHOLE = re.compile(r"(?<!\w)trong\s+(?P<whole>[^,;:()]{3,70}?),?\s+(?:thì\s+)?có\s+(?:tới\s+|đến\s+|khoảng\s+|hơn\s+|gần\s+|trên\s+)?$", re.I)
_WHEN = re.compile(r"\s+(?:trong\s+|của\s+)?(?:năm|quý|tháng|\d+ tháng|kỳ)\s+(?:nay|này|qua|[\dIVX]).*$", re.I)
_TAIL = re.compile(r"\s+(?:(?:là|đi|đến|từ|theo|thuộc|của|qua|cho|dành cho|do)\s+)*(?P<tail>(?!tăng|giảm|so\s|bằng|chiếm|trở lên|trở xuống|trên|dưới|được|đạt|đã|vượt|và\s|còn\s|nhưng|với|mới|vẫn|hoàn thành|có\s)[^\W\d_][^,;:.()\d]{1,45}?)(?=\s+và\s+(?:khoảng\s+|gần\s+|hơn\s+)?\d|\s*[,;.()]|\s+(?:còn|chiếm|tăng|giảm|được)\s|\s*$)", re.I)
_NEXT = re.compile(r"\s+và\s+(?:khoảng\s+|gần\s+|hơn\s+|có\s+)?$")


def parts_within(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures` of a report, in order, those of a part named after what stands behind them, with the whole for their head."""
    out = list(figures)
    text = report.text
    last: tuple[int, int, str, str] | None = None  # of the part before: its sentence, where what names it ends, the whole, and the name that was wrong
    for f in figures:
        if f.table is not None or f.measure is not Measure.LEVEL or f.unit in ("", "%"):
            continue
        whole, wrong = "", ""
        if m := _OF_WHOLE.search(text[f.sentence.start : f.span.start]):
            named = clean(_WHEN.sub("", m["whole"]))
            if MEASURED.match(named) and set(words(f.indicator)) <= set(words(named)) | set(words(f.unit)):
                whole, wrong = named, f.indicator
        elif last is not None and last[0] == f.sentence.start and _NEXT.fullmatch(text, last[1], f.span.start) and f.indicator == last[3]:
            whole, wrong = last[2], last[3]
        tail = _TAIL.match(text, f.span.end, f.sentence.end) if whole else None
        if tail is None:
            last = None
            continue
        name = clean(tail["tail"])
        if not name or set(words(name)) <= set(words(whole)):
            last = None
            continue
        last = (f.sentence.start, tail.end("tail"), whole, wrong)
        for k, g in enumerate(out):  # its share and its growth are told of it as well
            if g.sentence == f.sentence and g.indicator == wrong and f.span.start <= g.span.start and (g is f or g.measure is not Measure.LEVEL and not any(h.measure is Measure.LEVEL and f.span.start < h.span.start < g.span.start for h in figures)):
                out[k] = replace(g, indicator=name, head=whole if g.measure is not Measure.SHARE or not g.head else g.head)
    return out


__all__ = ["parts_within"]
