"""Quantities that repeat a figure already told, for another time, the plan, or against something else: they need no lead of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import patterns
from report.asides import mirrored, same_count
from report.clauses import run_length
from report.model import Base, Direction, Figure, Measure, Modality, Period, Span
from report.periods import periods, with_year
from report.prose_figure import printed
from report.prose_reading import Reading, Step
from report.timing import CUMULATIVE, at_time, base_named, mentioned


def dealt_again_as(gap: str, out: Sequence[Figure], count: int, when: Period) -> list[Figure]:
    """The changes just told in a row whose values against something else, or of the time `when` that `gap` names, a row of `count` deals out.

    "tăng lần lượt 0,3% và 0,2%; so với cùng kỳ, các mức tương ứng là 3,7% và 3,8%; bình quân hai tháng là 3,2% và 2,8%".
    """
    again = patterns.SO_AGAIN.fullmatch(gap)
    row = list(out[-count:])
    if again is None and count > 1 and when.kind in CUMULATIVE and patterns.MEAN_AGAIN.fullmatch(gap) and len({f.indicator for f in row}) == count and all(f.measure is Measure.GROWTH and f.unit == "%" and f.sentence == row[0].sentence for f in row):
        return [replace(f, base=Base.YEAR, base_period=Period(), period=when) for f in row]
    if again is None or count < 2 or len(row) != count or any((f.measure, f.unit, f.base, f.sentence) != (Measure.GROWTH, row[0].unit, row[0].base, row[0].sentence) for f in row):
        return []
    base = base_named(again["so"], next((m.period for m in periods(again["so"])), Period()), row[0].period, False)
    if base in (Base.NONE, Base.PLAN, row[0].base):
        return []
    return [replace(f, base=base, base_period=Period(), direction=Direction.DOWN if again["down"] else f.direction) for f in row]


def retold(r: Reading, s: Step) -> bool:
    """Whether the quantity only repeats a figure; it is written then, and needs no more."""
    return _told_in_brackets(r, s) or _dealt_out_again(r, s) or _mirrored_in_parenthesis(r, s)


def _told_in_brackets(r: Reading, s: Step) -> bool:
    """Whether the quantity repeats the figure before for the time that brackets named once; it is written then."""
    text, out, offset, bracketed = r.text, r.out, r.offset, r.bracketed
    q, index = s.q, s.index
    if (
        bracketed is not None and out and index and text[r.qs[index - 1].end : q.start].strip() == "("
        and text[q.end : q.end + 1] == ")" and out[-1].measure is Measure.LEVEL
        and same_count(out[-1].unit, q.unit or out[-1].unit)
    ):
        r.asides.add(q.start)
        out.append(replace(
            out[-1], value=q.value, text=re.sub(r"\s+", " ", text[q.start : q.end]).strip(), span=Span(offset + q.start, offset + q.end), period=with_year(bracketed, r.setting.year),
            modality=Modality.TARGET if r.bracketed_plan else Modality.ACTUAL, bound=q.bound, scale=q.scale, step=q.step, high=q.high,
        ))  # fmt: skip
        return True
    return False


def _dealt_out_again(r: Reading, s: Step) -> bool:
    """Whether the quantity is one of a row that tells the changes of the row before against something else; it is written then."""
    text, out, offset = r.text, r.out, r.offset
    q, index = s.q, s.index
    if index and not r.due_again and out and q.unit == out[-1].unit:
        r.due_again = dealt_again_as(s.gap, out, run_length(r.qs, index, text), next((mentioned(m, r.state, r.setting) for m in r.mentions if s.gap_start <= m.start < q.start and m.role == "period" and m.period.kind), Period()))
    if r.due_again:
        src = r.due_again.pop(0)
        out.append(replace(src, value=q.value, text=printed(text[q.start : q.end], q), span=Span(offset + q.start, offset + q.end), bound=q.bound, scale=q.scale, step=q.step, high=q.high))
        return True
    return False


def _mirrored_in_parenthesis(r: Reading, s: Step) -> bool:
    """Whether the quantity repeats the figure before its parenthesis for another time or for the plan; it is written then."""
    text, qs, out, offset = r.text, r.qs, r.out, r.offset
    q, index = s.q, s.index
    if (mirror := mirrored(text, qs, index, out, r.mentions, r.mirrors, run_length(qs, index, text))) is not None:
        src = mirror.source
        then_time = mentioned(mirror.when, at_time(r.state, src.period), r.setting) if mirror.when is not None else src.period
        if (
            mirror.planned and mirror.when is None and then_time.kind in ("month", "months", "quarter", "half", "date", "season")
            and then_time.year
        ):
            then_time = Period("year", then_time.year)
        changed = mirror.direction is not None and src.measure is not Measure.LEVEL
        r.asides.add(q.start)
        out.append(
            replace(
                src, value=q.value, text=re.sub(r"\s+", " ", text[q.start : q.end]).strip(), unit=q.unit, span=Span(offset + q.start, offset + q.end), period=then_time, base_period=Period(),
                modality=Modality.TARGET if mirror.planned else Modality.ESTIMATE if patterns.ESTIMATED.search(s.gap) else Modality.ACTUAL, bound=q.bound, direction=mirror.direction if changed and mirror.direction is not None else src.direction,
                scale=q.scale, step=q.step, high=q.high,
            )
        )  # fmt: skip
        return True
    return False
