"""What a section's title tells of the figures below it: what stands in brackets there, and whose trade is told of where two sections tell of two.

"Sản phẩm chủ yếu (trong ngoặc là năm 2015 và mức tăng bình quân năm)"; "Xuất nhập khẩu qua các cửa khẩu" beside "Xuất nhập khẩu của tỉnh".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from report.model import Base, BlockKind, Figure, Measure, Modality, Period, Report
from report.text import words

_IN_BRACKETS = re.compile(r"trong (?:dấu )?ngoặc(?: đơn)?,?(?:\s(?:là|ghi))?\s(?P<what>[^()]{2,80})", re.I)
_PLANNED = re.compile(r"(?<!\w)(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu)(?!\w)", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MEAN = re.compile(r"bình quân", re.I)
_TRADE = re.compile(r"^\W*(?:[\dIVX]{1,4}(?:\.\d+)*[.)]?\s+)?(?:(?:tình hình|hoạt động|kết quả|về)\s+)*(?:xuất,?\s?(?:-\s?)?nhập khẩu|xuất khẩu|nhập khẩu)(?:\s+hàng hóa)?\s+(?P<which>(?:qua|của|trên|tại)\s[^(:;,]+)", re.I)
_PART = re.compile(r"(?:xuất|nhập) khẩu (?:qua|bằng|theo|tại)\s", re.I)
_FLOW = re.compile(r"(?:(?:tổng|riêng)\s)?(?:(?:kim ngạch|trị giá|giá trị)\s?)?(?:(?:xuất,? ?nhập|xuất|nhập)(?: khẩu)?)?(?: hàng hóa)?", re.I)


def _said_above(report: Report) -> list[tuple[int, int, str]]:
    """Where each item begins and ends that stands below a line which says what its brackets hold, and what they do."""
    out: list[tuple[int, int, str]] = []
    what = ""
    for block in report.blocks:
        found = _IN_BRACKETS.search(block.span.of(report.text))
        if found is not None:
            what = found["what"]
        elif block.kind is not BlockKind.ITEM:
            what = ""
        elif what:
            out.append((block.span.start, block.span.end, what))
    return out


def bracketed(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where a title says what the amounts in brackets below it are: of an earlier year, of the plan, yearly means."""
    out = list(figures)
    said = _said_above(report)
    if not said:
        return out
    starts = [start for start, _, _ in said]
    for i, f in enumerate(out):
        at = bisect_right(starts, f.span.start) - 1
        what = said[at][2] if at >= 0 and f.span.start < said[at][1] and f.table is None else None
        before = report.text[f.sentence.start : f.span.start]
        if what is None or before.rfind("(") <= before.rfind(")"):
            continue
        year = _YEAR.search(what)
        if f.measure is Measure.LEVEL and f.modality is not Modality.TARGET:
            if year is not None:
                out[i] = replace(f, period=Period("year", int(year[0])))
            elif _PLANNED.search(what):
                out[i] = replace(f, modality=Modality.TARGET)
            elif re.search(r"cùng kỳ|năm trước", what, re.I) and f.period.year:
                out[i] = replace(f, period=replace(f.period, year=f.period.year - 1, label=""))
        elif f.measure is Measure.GROWTH and _MEAN.search(what) and year is not None and f.period.year and f.period.year > int(year[0]) + 1:
            out[i] = replace(f, base=Base.AVERAGE, period=Period("range", f.period.year, int(year[0]) + 1))
    return out


def of_which_trade(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, those of trade with whose it is, where sections tell of two: what crosses the gates, and what the province itself trades."""
    which = {i: " ".join(m["which"].split()) for i, s in enumerate(report.sections) if (m := _TRADE.match(s.title)) is not None}
    if len({w.lower() for w in which.values()}) < 2:
        return list(figures)
    out = list(figures)
    for i, f in enumerate(out):
        at = f.section
        while at is not None and at not in which:
            at = report.sections[at].parent
        if at is not None and _PART.match(f.indicator) and not f.head and f.table is None:
            out[i] = replace(f, head=f"xuất nhập khẩu {which[at]}")  # a part of what the section tells of, by the way that it went
            continue
        if at is None or not f.indicator or not _FLOW.fullmatch(f.indicator) or set(words(which[at])) <= set(words(f"{f.indicator} {f.head}")):
            continue
        out[i] = replace(f, head=f"{f.head} {which[at]}" if f.head and _FLOW.fullmatch(f.head) else f"{f.head}: xuất nhập khẩu {which[at]}" if f.head else f"xuất nhập khẩu {which[at]}")
    return out


__all__ = ["bracketed", "of_which_trade"]
