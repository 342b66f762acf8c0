"""The judge's words on a stated figure: that it agrees, or which slot is wrong, with the report's figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from chain.agreeing import ABSENT, CHANGES, FALSE, ROUNDED, TRUE, compare, values
from chain.cells import as_said
from chain.compose import index_as_growth, period_name, value_text
from chain.stating import PLANNED, Stated
from chain.world import World
from report.model import Bound, Figure, Measure, Modality, name_of
from report.patterns import PASSES_MARK


@dataclass(frozen=True, slots=True)
class Finding:
    """The judge's word on one stated figure: `right` is the report's figure, `also` what a calculation needs besides."""

    verdict: str
    reason: str
    slot: str = ""
    right: Figure | None = None
    also: tuple[Figure, ...] = ()
    calculation: str = ""


NOTHING = Finding(ABSENT, "báo cáo không nêu số liệu này")


def agreed(s: Stated, f: Figure, verdict: str) -> Finding:
    shown, calculation = value_text(f), ""
    verdict = TRUE if verdict == ROUNDED and _passes(s) else verdict
    if f.measure is Measure.INDEX and s.figure.measure is Measure.GROWTH:
        words, calculation, _ = index_as_growth(f)
        shown = f"chỉ số {f.text}, tức {words}"
    reason = f"báo cáo nêu {about(f)}: {shown}" if verdict == TRUE else f"làm tròn từ {shown} ({about(f)})"
    return Finding(verdict, reason, right=f, calculation=calculation)


def _passes(s: Stated) -> bool:
    """Whether a text says only that a mark was passed: "đã vượt 80% kế hoạch"; whatever lies beyond it is that."""
    return s.figure.bound is Bound.OVER and PASSES_MARK.search(s.ahead) is not None


def about(f: Figure) -> str:
    kind = {Modality.TARGET: "kế hoạch", Modality.FORECAST: "dự báo", Modality.ESTIMATE: "số ước"}.get(f.modality, "")
    return ", ".join(t for t in (name_of(f), period_name(f.period), kind) if t)


def shown_value(f: Figure) -> str:
    return f"{index_as_growth(f)[0]} (chỉ số {f.text})" if f.measure is Measure.INDEX else value_text(f)


def digits(f: Figure) -> Decimal:
    return abs(f.value / f.scale)


def wrong_slot(s: Stated, right: Figure, named: Sequence[tuple[float, Figure]], world: World) -> Finding:
    """The slot that is wrong, with the report's figure for the slots that were named."""
    f = s.figure
    both = values(f, right)
    tail = f"báo cáo nêu {about(right)}: {shown_value(right)}"

    def wrong(slot: str, why: str) -> Finding:
        return Finding(FALSE, f"sai {slot}: {why}; {tail}" if why else f"sai {slot}: {tail}", slot, right)

    if both and _passes(s) and both[1] > both[0] > 0:
        return agreed(s, right, TRUE)
    if both and f.measure in (*CHANGES, Measure.CHANGE) and both[0] == -both[1] != 0:
        return wrong("chiều tăng/giảm", "")
    if f.measure is Measure.GROWTH and right.measure is Measure.INDEX and f.value == right.value:
        return wrong("giá trị", "đây là chỉ số, không phải mức tăng")
    if f.unit != "%" and f.value != right.value and digits(f) == digits(right):
        return wrong("đơn vị", "")
    for _, other in named:
        if other.span != right.span and compare(f, other) == TRUE:
            if other.modality in PLANNED and right.modality not in PLANNED and both and f.bound in (Bound.OVER, Bound.UNDER) and both[0] != both[1] and (both[1] < both[0]) is (f.bound is Bound.UNDER):
                return agreed(s, right, TRUE)  # "vẫn dưới 4,5%", which is the goal
            if other.modality in PLANNED and right.modality not in PLANNED or right.modality in PLANNED and other.modality not in PLANNED:
                return wrong("mục tiêu thay cho thực hiện" if other.modality in PLANNED else "thực hiện thay cho mục tiêu", f"{f.text} là {about(other)}")
            if other.period != right.period:
                return wrong("năm" if other.period.year != right.period.year else "kỳ (năm)", f"{f.text} là của {period_name(other.period) or 'kỳ khác'}")
            if other.base is not right.base:
                return wrong("kỳ gốc so sánh (năm)", f"{f.text} là so với kỳ khác")
    for n in world.figures:
        if n.figure.span != right.span and n.figure.measure is right.measure and compare(f, as_said(n.figure, s.figure, world)) == TRUE:
            return wrong("chỉ tiêu", f"{f.text} là {about(n.figure)}")
    return wrong("giá trị", "")


__all__ = ["NOTHING", "Finding", "about", "agreed", "digits", "shown_value", "wrong_slot"]
