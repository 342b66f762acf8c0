"""Parentheses that repeat a figure for another time or for the plan: "(năm 2017: 11 vụ, 16,2 ha)", "(KH 95%)".

What stands in them has no noun of its own: each value goes on from the figure before the parenthesis that is measured in
the same unit. Not here: a change told twice ("giảm 6 vụ (17,1%)"), which is read from the figure just before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from report import units
from report.model import Base, Direction, Figure, Measure
from report.numbers import Quantity
from report.periods import PeriodMention

_PLANNED = re.compile(r"(?<!\w)(?:KH|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|NQ)(?!\w)", re.I)
# What may stand beside the time or the plan without naming anything.
_NAMELESS = re.compile(
    r"(?:(?<!\w)(?:là|đạt|chỉ|có|ước|tăng|giảm|thêm|khoảng|trên|gần|hơn|dưới|giao|được|đề ra|tương ứng|lần lượt|chiếm|của|cả|mức|con số|thực hiện|năm|trong|và|còn|tỉnh|huyện|HĐND|UBND|trung ương|từ|đầu|cuối|TH)(?!\w)|[:,;\s])*", re.I
)


def same_count(a: str, b: str) -> bool:
    """Whether two counters count the same things: "lượt khách" and "lượt"."""
    return a == b or bool(a and b) and units.kind(a).startswith("count:") and units.kind(b).startswith("count:") and (a.startswith(b + " ") or b.startswith(a + " "))


@dataclass
class Mirrors:
    """The parentheses of one sentence that were understood so: which quantities stand in them, and what a "lần lượt" still owes."""

    held: dict[int, PeriodMention | None] = field(default_factory=dict)  # quantity -> the time its parenthesis names
    planned: set[int] = field(default_factory=set)
    owed: list[Figure] = field(default_factory=list)


@dataclass(frozen=True)
class Mirror:
    """What a value in a parenthesis repeats: `source` at another time (`when`) or in the plan, as a change when `direction` says so."""

    source: Figure
    when: PeriodMention | None
    planned: bool
    direction: Direction | None


def mirrored(text: str, qs: Sequence[Quantity], index: int, out: Sequence[Figure], mentions: Sequence[PeriodMention], known: Mirrors, run: int) -> Mirror | None:
    """What the quantity at `index` repeats, or None where its parenthesis says more than a time or a plan."""
    q = qs[index]
    at = text.rfind("(", 0, q.start)
    if at < 0 or ")" in text[at : q.start] or len(out) != index:
        return None
    first = next(k for k, x in enumerate(qs) if x.start > at)
    if not first or index > first and index - 1 not in known.held:
        return None
    left = at + 1 if index == first else qs[index - 1].end
    own = [m for m in mentions if left <= m.start and m.end <= q.start]
    told = text[left : q.start]
    rest = told
    for m in own:
        rest = rest[: m.start - left] + " " * (m.end - m.start) + rest[m.end - left :]
    plan = _PLANNED.search(rest) is not None
    rest = _PLANNED.sub(" ", rest)
    again = _again(q, index, first, told, out, known)
    if again is not None:
        known.held[index] = again
        return Mirror(out[-1], again, False, None)
    if not _NAMELESS.fullmatch(rest) or index == first and not own and not plan or re.match(r"\s*(?:dự toán|kế hoạch|KH|so|của|cùng kỳ)(?!\w)", text[q.end :], re.I):
        return None
    when = own[-1] if own else None if plan or index == first else known.held[index - 1]
    plan = plan or index > first and not own and index - 1 in known.planned
    up, down = re.search(r"(?<!\w)tăng(?!\w)", rest), re.search(r"(?<!\w)giảm(?!\w)", rest)
    before = [f for f in out[:first] if f.unit == q.unit] or [f for f in out[:first] if same_count(f.unit, q.unit)]  # "3.612 ca sốt xuất huyết, 2 ca tử vong (cùng kỳ 745 ca)"
    if re.search(r"lần lượt|tương ứng", rest) and run > 1 and len(before) >= run:
        known.owed = before[-run:]
    source = known.owed.pop(0) if known.owed else None
    if source is None and (up or down):
        source = next((f for f in reversed(before) if f.measure in (Measure.GROWTH, Measure.CHANGE)), None)
    elif source is None:
        source = next((f for f in reversed(before) if f.measure is not Measure.CHANGE or f.unit == "điểm phần trăm" and (up or down)), None)
        if source is not None and q.unit == "%" and source.measure is Measure.COMPLETION and not plan:
            source = next((f for f in reversed(before) if f.measure is not Measure.COMPLETION), source)
    if source is None or not source.indicator:
        return None
    known.held[index] = when
    if plan:
        known.planned.add(index)
    return Mirror(source, when, plan, Direction.UP if up else Direction.DOWN if down else None)


def _again(q: Quantity, index: int, first: int, told: str, out: Sequence[Figure], known: Mirrors) -> PeriodMention | None:
    """The time of a bare parenthesis in a list whose first one named it: "nông nghiệp 25,8% (năm 2017: 27,1%); công nghiệp 31,9% (30,6%)"."""
    last = next((when for k, when in reversed(known.held.items()) if when is not None), None)
    if index != first or told.strip() or last is None or index - 2 not in known.held or not out:
        return None
    f = out[-1]
    return last if f.unit == q.unit and f.measure in (Measure.SHARE, Measure.LEVEL, Measure.COMPLETION) and out[index - 3].measure is f.measure and out[index - 3].unit == f.unit else None


def told_twice(q: Quantity, gap: str, out: Sequence[Figure]) -> tuple[Measure, Direction, Base] | None:
    """A change told as a share of the level, or a growth told in the unit: "giảm 6 vụ (17,1%)", "78 ha, tăng 4,0% (3 ha)"."""
    if not re.fullmatch(r"[^\d,;:.()]{0,30}\(\s*(?:(?:tương (?:đương|ứng)|tức(?: là)?|hay)(?:\s+(?:với|khoảng|gần|hơn|mức|giảm|tăng))*\s*)?|\s*,?\s*[^\W\d_][^\d,;:.()]{0,24}", gap) or not out:
        return None
    last = out[-1]
    if last.measure is Measure.CHANGE and q.unit == "%" and last.unit != "điểm phần trăm":
        return Measure.GROWTH, last.direction, last.base
    if last.measure is not Measure.GROWTH or q.unit == "%" or last.base in (Base.AVERAGE, Base.PLAN):
        return None
    level = next((f for f in reversed(out) if f.measure is Measure.LEVEL and (f.unit == q.unit or same_count(f.unit, q.unit))), None)
    if level is None or not level.value:
        return None
    rate = last.value / 100 * (-1 if last.direction is Direction.DOWN else 1)
    due = abs(level.value * rate / (1 + rate)) if rate != -1 else Decimal(0)
    # only what the growth comes to is the change; anything else is a level
    return (Measure.CHANGE, last.direction, last.base) if abs(due - q.value) <= max(due / 5, q.step) else None
