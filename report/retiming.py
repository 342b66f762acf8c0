"""Times put right when all figures of a report are read: what stands behind brackets, and what a share tells.

"Trung Quốc là thị trường cung cấp lớn nhất, đạt 104,63 tỷ USD, chiếm 41,5% tổng trị giá nhập khẩu" names no time. The imports that
104,63 is 41,5 per cent of are told a paragraph before, for six months: so is this one, whatever time the paragraph would inherit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from report.model import Figure, Measure, Modality, Report, Span
from report.periods import periods, same, with_year
from report.text import words

_OF_WHAT = re.compile(r"\s*(?:trong\s+|của\s+)?(?P<whole>[^,;:.()\d]+)")
_TELLS_NOTHING = frozenset(("trị", "giá", "kim", "ngạch", "mức", "tổng", "số", "toàn", "bộ", "cả", "nước", "tỉnh", "ngành", "của", "trong", "các", "hàng", "hóa", "việt", "nam", "trên", "địa", "bàn"))
_ENDS = re.compile(r"\s(?:và|với|nhưng|song|còn|so|tăng|giảm|cao|thấp|là|đạt)\s.*", re.S)


def timed_by_wholes(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures` of a report, in order, those of a time that they only inherit put to the time of the whole that they are a share of."""
    out = list(figures)
    levels: dict[str, list[Figure]] = defaultdict(list)  # by their unit, the least first
    before: dict[Span, list[Figure]] = defaultdict(list)  # by their sentence
    for f in figures:
        if f.measure is Measure.LEVEL and f.unit not in ("%", ""):
            levels[f.unit].append(f)
            before[f.sentence].append(f)
    for alike in levels.values():
        alike.sort(key=lambda f: f.value)
    for share in figures:
        if share.measure is not Measure.SHARE or share.unit != "%" or share.table is not None or share.high is not None or share.step > Decimal("0.1"):
            continue
        m = _OF_WHAT.match(report.text, share.span.end, share.sentence.end)
        told = frozenset(words(_ENDS.sub("", f" {m['whole']} "))) - _TELLS_NOTHING if m else frozenset[str]()
        part = next((f for f in reversed(before[share.sentence]) if f.span.end <= share.span.start), None)
        if len(told) < _TELLING or part is None or part.indicator != share.indicator or not same(part.period, share.period) or part.high is not None or _names_a_time(part.sentence, report):
            continue
        wholes = [f for f in _about(levels[part.unit], part, share) if f is not part and f.modality is not Modality.TARGET and f.value > part.value and _makes(part, share, f) and told <= set(words(f"{f.indicator} {f.head}"))]
        times = {f.period for f in wholes}
        if len(times) != 1 or any(same(t, part.period) for t in times):
            continue
        time = times.pop()
        block = next((b.span for b in report.blocks if b.span.holds(part.sentence)), part.sentence)
        for i, f in enumerate(out):  # what goes on with the like of it, without a time of its own, is of the same
            if f.table is None and block.holds(f.sentence) and f.sentence.start >= part.sentence.start and same(f.period, part.period):
                if f.sentence != part.sentence and (_names_a_time(f.sentence, report) or f.measure is Measure.LEVEL and f.unit != part.unit):
                    break
                out[i] = replace(f, period=time)
    return out


_BRACKETS = re.compile(r"\s?\((?P<in>[^()]{1,60})\)\s+(?:(?:vào|hồi|của|trong|ở)\s+)?(?:(?:thời điểm\s+)?(?:đầu|cuối)\s+)?")


def behind_brackets(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, each with the time behind the brackets that follow it, and so what stands in them: "giảm từ 24,15% (5.028 hộ) năm 2016 xuống còn 7,86% (1.842 hộ) năm 2020"."""
    out = list(figures)
    for at, f in enumerate(figures):
        m = _BRACKETS.match(report.text, f.span.end, f.sentence.end) if f.table is None else None
        if m is None or not re.search(r"\d", m["in"]):
            continue
        rest = report.text[m.end() : f.sentence.end]
        time = next((p for p in periods(rest) if p.start == 0 and p.role in ("period", "deadline") and p.period.kind in ("year", "quarter", "month", "half", "date")), None)
        if time is None or re.match(r"\s*(?:[,;.]|$)", rest[time.end :]) is None and not _FROM_TO.search(report.text[f.sentence.start : f.sentence.end]):
            continue
        own = time.period if time.period.year else with_year(time.period, f.period.year)
        for i in range(at, len(out)):
            if out[i].span.start >= m.end("in"):
                break
            if i == at or out[i].span.start >= f.span.end and (same(out[i].period, f.period) or not periods(m["in"])):
                out[i] = replace(out[i], period=own)
    return out


_FROM_TO = re.compile(r"(?<!\w)từ\s.*\s(?:lên|xuống|còn|thành)\s", re.I | re.S)
_TELLING = 2  # words that tell a whole from others: "giá trị nhập khẩu"


def _names_a_time(sentence: Span, report: Report) -> bool:
    return any(p.role != "base" for p in periods(sentence.of(report.text)))


def _about(levels: Sequence[Figure], part: Figure, share: Figure) -> Sequence[Figure]:
    """Those of `levels`, in order of their values, that are near enough to what a part is the stated share of."""
    whole = part.value * 100 / share.value if share.value else Decimal(0)
    return levels[bisect_left(levels, whole * _LESS, key=_value) : bisect_right(levels, whole * _MORE, key=_value)]


_LESS, _MORE = Decimal("0.95"), Decimal("1.05")  # wide enough for what is told in few digits; `_makes` tells exactly


def _value(f: Figure) -> Decimal:
    return f.value


def _makes(part: Figure, share: Figure, whole: Figure) -> bool:
    """Whether a part is the stated share of a whole, as far as their printed digits tell."""
    if not whole.value:
        return False
    value = part.value * 100 / whole.value
    off = share.step / 2 + value * (part.step / abs(part.value) + whole.step / abs(whole.value)) / 2
    return abs(value - share.value) <= off


__all__ = ["behind_brackets", "timed_by_wholes"]
