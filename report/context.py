"""What a figure inherits from where it stands: the period and the modality of headings and of the title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report.model import Modality, Period, Report
from report.periods import periods

# A heading is about plans when it starts so: a title may name results first and plans after ("… và mục tiêu 2016–2020").
_PLANS = re.compile(r"^\W*(?:(?:[IVX]+|\d+|[A-Za-zđĐ])[.)]\s*)?(?:\w+\s+){0,2}?(?:phương hướng|nhiệm vụ|mục tiêu|kế hoạch|định hướng|chỉ tiêu|dự toán)", re.I)
_RESULTS = re.compile(r"kết quả|tình hình|thực hiện|đánh giá|thực trạng", re.I)


@dataclass(frozen=True, slots=True)
class Context:
    """The period, the range of years and the modality that hold where nothing else is said."""

    period: Period = Period()
    span: Period = Period()
    modality: Modality = Modality.ACTUAL
    year: int | None = None


def contexts(report: Report) -> dict[int | None, Context]:
    """The context of every section of `report`, and under None that of the text before the first."""
    whole = [m.period for m in periods(report.title) if m.role != "base" and m.period.kind != "date"]
    found = [m.period for m in periods(report.text[:20000]) if m.role != "base"]
    year = next((p.year for p in whole if p.year and p.kind != "range"), None)
    if year is None:
        years = [p.year for p in found if p.year and p.kind != "range"]
        year = max(set(years), key=years.count) if years else None
    base = Context(
        next((p for p in whole if p.kind != "range"), next(iter(whole), Period())),
        next((p for p in (*whole, *found) if p.kind == "range" and p.year and p.first != p.year), Period()),
        Modality.ACTUAL,
        year,
    )
    out: dict[int | None, Context] = {None: base}
    for index, section in enumerate(report.sections):
        above = out.get(section.parent, base)
        said = [m.period for m in periods(section.title) if m.role != "base"]
        own = next((p for p in said if p.kind != "range"), None)
        wide = next((p for p in said if p.kind == "range" and p.year), None)
        modality = above.modality
        if _PLANS.search(section.title) and not _RESULTS.search(section.title):
            modality = Modality.TARGET
        elif _RESULTS.search(section.title):
            modality = Modality.ACTUAL
        section_year = next((p.year for p in said if p.year), above.year)
        period = own or (wide if wide else above.period)
        out[index] = Context(period, wide or above.span, modality, section_year)
    return out
