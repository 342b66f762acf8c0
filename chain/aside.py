"""Figures that are set aside before one is chosen: what cannot be meant stands in nobody's way, and is an answer only where nothing else is left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chain import apart
from chain import words as W
from chain.question import Question
from chain.select import CHANGES, WITHOUT
from chain.world import Named, tokens
from report.model import Figure, Measure, Modality

_HOW_MUCH = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)(?!\w)(?!\s*(?:%|phần trăm|điểm|lần))", re.I)


def _beside_an_amount(q: Question, f: Figure) -> bool:
    """A change, where how much it is is asked: it stands in no amount's way, and is an answer where there is no amount ("mục tiêu xuất khẩu đến năm 2020 là bao nhiêu")."""
    return f.measure in CHANGES and q.measure is None and not q.unit and _HOW_MUCH.search(q.text) is not None and not apart.OF_CHANGE.search(q.text)


def _of_before(q: Question, figures: Sequence[Figure]) -> list[Figure]:
    """What cost so much before a change, where it is asked what it costs now."""
    if q.periods or apart.NOW.search(q.text) is None:
        return []
    last: dict[tuple[str, str], tuple[int, int]] = {}
    for f in figures:
        last[_thing(f)] = max(last.get(_thing(f), _when(f)), _when(f))
    return [f for f in figures if f.measure is Measure.LEVEL and _when(f) < last[_thing(f)]]


def _thing(f: Figure) -> tuple[str, str]:
    return f.indicator, f.unit.partition("/")[0]


def _when(f: Figure) -> tuple[int, int]:
    return f.period.year or 0, f.period.part or 0


_DONE = (Modality.ACTUAL, Modality.ESTIMATE)


def figures(q: Question, found: Sequence[tuple[Named, dict[str, float]]]) -> list[Figure]:
    """The candidates that are of something else; none where nothing else is left."""
    these = [n.figure for n, _ in found]
    out = [n.figure for n, _ in found if apart.by_itself(q, n) or _without_some(q, n.figure) or of_those_alone(q, n.figure)]
    if any(f.measure is Measure.LEVEL for f in these):
        out += [f for f in these if _beside_an_amount(q, f)]
    out += [*_of_before(q, these), *_plans_of_done(q, these), *_yet_to_be_reached(q, found), *_across_the_gates(q, these)]
    return out if len({f.span for f in out}) < len({f.span for f in these}) else []


_OWN_TRADE = re.compile(r"(?<!\w)(?:của|trong)\s(?:toàn\s)?(?:tỉnh|địa phương|huyện|thành phố)(?!\w)", re.I)
_GATES = re.compile(r"(?<!\w)(?:qua|cửa khẩu|lối mở|cảng|tờ khai|tạm nhập|trên địa bàn)(?!\w)", re.I)


_PART_ASKED = re.compile(r"(?<!\w)(?:phần|trong đó|riêng|trong (?:tổng )?(?:số |kim ngạch |trị giá )?(?:xuất|nhập) khẩu|(?:xuất|nhập) khẩu của (?:tỉnh|địa phương|huyện|thành phố))(?!\w)", re.I)
_PART_OF_OWN = re.compile(r"(?:xuất|nhập) khẩu (?:qua|tại)\s[^|]*\|xuất nhập khẩu (?:của|trên)\s.*", re.I)


def _across_the_gates(q: Question, figures: Sequence[Figure]) -> list[Figure]:
    """What crosses the gates, firms of the whole country trading, where the province's own trade is asked for and told by itself."""
    if _GATES.search(q.text) and not _PART_ASKED.search(q.text):
        parts = [f for f in figures if _PART_OF_OWN.fullmatch(f"{f.indicator}|{f.head}")]
        return parts if any(_GATES.search(f.head) for f in figures) else []  # "xuất khẩu qua các cửa khẩu": what all firms sent, not the province's
    if not _OWN_TRADE.search(q.text) or _GATES.search(q.text) or not re.search(r"(?<!\w)(?:xuất|nhập)(?!\w)", q.text, re.I):
        return []
    names = {id(f): f"{f.indicator} {f.head}" for f in figures}
    if not any(_OWN_TRADE.search(names[id(f)]) and not _GATES.search(names[id(f)]) for f in figures):
        return []
    return [f for f in figures if _GATES.search(names[id(f)])]


def _yet_to_be_reached(q: Question, found: Sequence[tuple[Named, dict[str, float]]]) -> list[Figure]:
    """How far a plan is to be carried out by the end of the year, where it is told how far it was and no goal is asked for."""
    if q.measure is not Measure.COMPLETION or q.modality is not None or W.FORECAST.search(q.text):
        return []
    of_plan = [n for n, _ in found if n.figure.measure is Measure.COMPLETION]
    if not any(n.figure.modality in _DONE and set(q.terms) & (n.own | n.head) for n in of_plan):
        return []
    return [n.figure for n in of_plan if n.figure.modality not in _DONE]


_THOSE = re.compile(r"(?:các\s)?(?:khối|khu vực|doanh nghiệp)\s", re.I)


def of_those_alone(q: Question, f: Figure) -> bool:
    """What is told of some firms is not of all: "tổng kim ngạch", of "khối doanh nghiệp có vốn đầu tư nước ngoài"."""
    return _THOSE.match(f.head) is not None and re.search(r"(?<!\w)(?:khối|khu vực|doanh nghiệp|DN|FDI)(?!\w)", q.text, re.I) is None and not {w for w in tokens(f.head) if w not in W.STOP and w not in W.GENERIC} & set(q.row)


def _without_some(q: Question, f: Figure) -> bool:
    """What is told without a part is not what all came to: "thu nội địa (loại trừ tiền sử dụng đất)"."""
    if q.excluded or WITHOUT.search(q.text):
        return False
    out = [WITHOUT.sub(" ", name, count=1) for name in (f.head, f.indicator) if WITHOUT.match(name)]
    return any(not {w for w in tokens(name) if w not in W.STOP and w not in W.GENERIC} <= set(q.row) for name in out)  # unless that is what is asked of


def _plans_of_done(q: Question, figures: Sequence[Figure]) -> list[Figure]:
    """The plans whose very figure is told as done as well, where no plan is asked for."""
    if q.modality is not None or q.also_target or W.TARGET.search(q.text) or W.FORECAST.search(q.text):
        return []
    done = {_told(f) for f in figures if f.modality in _DONE}
    return [f for f in figures if f.modality is Modality.TARGET and _told(f) in done]


def _told(f: Figure) -> tuple[object, ...]:
    return f.indicator.lower(), f.unit, "change" if f.measure in CHANGES else f.measure, f.base, f.period.kind, f.period.year, f.period.part


__all__ = ["figures", "of_those_alone"]
