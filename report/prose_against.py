"""What a figure is held against, where that is told by its own value: at an earlier time, of another, in another unit."""

from __future__ import annotations

import re
from dataclasses import replace

from report import patterns, units
from report.asides import told_twice
from report.clauses import before_parenthesis
from report.lexicon import DELIMITER, MEASURED, POINTING, RATE, RATE_OF
from report.model import Base, Direction, Measure, Period
from report.phrases import WHOLE_NAME, clean, trigger_split
from report.prose_reading import Reading, Step
from report.timing import base_named, closes_with, level_of, or_default, relation


def hold_against(r: Reading, s: Step) -> None:
    """What a comparison tells by its own value."""
    _tell_other(r, s)
    _tell_twice(r, s)
    _set_included(r, s)


def _tell_other(r: Reading, s: Step) -> None:
    """What the figure is held against, where its value is told: at an earlier time, or of another."""
    setting, state, out = r.setting, r.state, r.out
    q, gap = s.q, s.gap
    s.then_level = level_of(r.text, q, gap, s.opened, s.phrase, r.mentions, state, setting)
    if s.then_level is not None:
        s.period, grown = s.then_level
        _tell_then(r, s, grown)
    elif (
        s.opened and not s.phrase and q.unit == "%" and re.search(r"(?:cùng kỳ|năm trước|tháng trước|quý trước)\D*$", gap, re.I)
        and s.measure in (Measure.LEVEL, Measure.SHARE)
    ):
        s.measure, s.base = next(((f.measure, f.base) for f in reversed(out) if f.unit == "%" and f.measure is not Measure.GROWTH), (s.measure, s.base))
    elif (
        s.opened and not s.phrase and (other := patterns.THAN_OTHER.search(before_parenthesis(gap)))
        and (q.unit == (state.subject_unit or setting.unit or q.unit) or q.unit == "%" and any(f.unit == "%" for f in out))
    ):
        s.measure, s.base, s.direction = Measure.LEVEL, Base.NONE, Direction.NONE
        if (
            q.unit != state.subject_unit
            and (alike_one := next((f for f in reversed(out) if f.unit == "%" and f.measure in (Measure.COMPLETION, Measure.SHARE)), None)) is not None
        ):
            s.measure, s.base = alike_one.measure, alike_one.base  # "đạt 57% kế hoạch, cao hơn bình quân cả nước (47%)"
        compared_one = clean(trigger_split(before_parenthesis(gap)[: other.start()])[0])
        compared_one = (
            state.subject or setting.subject
            if not compared_one or POINTING.match(compared_one) or compared_one.endswith((" này", " đó"))
            else compared_one
        )
        s.phrase = f"{compared_one} {clean(other[1])}".strip()  # "cao hơn bình quân cả nước (52,46%)"
    elif (
        s.opened and not s.phrase and q.unit == "%"
        and (rate_of := patterns.THAN_RATE.search(before_parenthesis(gap))) is not None
        and ((whose := clean(rate_of["who"]) or rate_of["who"].strip()) and rate_of["of"] or MEASURED.match(whose))
    ):
        s.measure, s.direction, s.phrase = Measure.GROWTH, Direction.UP if rate_of["how"].lower() == "tăng" else Direction.DOWN, whose  # "cao hơn mức tăng CPI bình quân chung (2,99%)"
        if re.match(r"(?:cả (?:nước|tỉnh)|toàn (?:quốc|tỉnh|ngành|vùng)|vùng)(?!\w)", whose, re.I):
            s.phrase = f"{state.subject or setting.subject} {whose}".strip()  # "thấp hơn mức tăng của cả nước (3,2%)"
        s.base = out[-1].base if out and out[-1].measure is Measure.GROWTH else or_default(Base.NONE, False, state)
    elif (
        s.opened and not s.phrase
        and (overtaken := patterns.OVERTAKES.search(before_parenthesis(gap)) or (patterns.TIMES_THAT_OF.fullmatch(before_parenthesis(gap)) if out and out[-1].measure is Measure.MULTIPLE else None))
        and q.unit == state.subject_unit
    ):
        s.measure, s.base, s.direction, s.phrase = Measure.LEVEL, Base.NONE, Direction.NONE, overtaken[1]
        state.head = "" if patterns.A_PLACE.match(state.head) else state.head  # one place is not of another
        s.lead = replace(s.lead, triggers="")
        s.triggers = ""
        s.opened = False
    elif (
        s.opened and not s.phrase and out and q.unit == out[-1].unit
        and (the_other := patterns.THAN_THE_OTHER.search(before_parenthesis(gap)))
        and (MEASURED.match(other_name := clean(the_other[1])) or WHOLE_NAME.fullmatch(other_name))
    ):
        s.measure, s.base, s.direction, s.phrase, s.triggers, s.opened = Measure.LEVEL, Base.NONE, Direction.NONE, other_name, "", False
        s.lead = replace(s.lead, triggers="")
        s.period, state.head, state.head_unit = out[-1].period, out[-1].head, q.unit if out[-1].head else ""
    elif (
        s.opened and not s.phrase and q.unit == "%" and out and out[-1].measure is Measure.GROWTH
        and (trade := patterns.THAN_TRADE.search(before_parenthesis(gap)))
    ):
        s.measure, s.base, s.direction = out[-1].measure, out[-1].base, out[-1].direction
        s.phrase = re.sub(r"(?:xuất|nhập) khẩu", trade[1].lower(), out[-1].indicator, flags=re.I) if "khẩu" in out[-1].indicator else trade[1]  # "xuất khẩu tăng 18,6%/năm, cao hơn nhập khẩu (17,2%/năm)"
    elif (
        s.opened and not s.phrase and (first := patterns.THAN_FIRST.search(before_parenthesis(gap))) and state.subject
        and units.kind(q.unit) == units.kind(state.subject_unit)
    ):
        s.measure, s.base, s.direction = Measure.LEVEL, Base.NONE, Direction.NONE
        s.phrase = f"{state.subject} {first[1]}"
        state.head, state.head_unit = out[-1].head if out else "", ""
    elif (
        s.measure in (Measure.SHARE, Measure.LEVEL) and q.unit == "%" and not s.phrase and state.subject_unit not in ("%", "")
        and units.kind(state.subject_unit).startswith(("money", "area", "mass", "volume", "count:liều", "count:mũi", "count:lượt"))
        and patterns.REACHED.fullmatch(s.triggers) and not s.tail_here.strip(" .") and not s.lead.among
    ):
        s.measure, s.base = Measure.COMPLETION, Base.PLAN


def _tell_then(r: Reading, s: Step, grown: re.Match[str] | None) -> None:
    """The level of an earlier time, and what that time makes of the change just told."""
    state, out = r.state, r.out
    q, gap, opened = s.q, s.gap, s.opened
    if grown is not None and (grown["up"] or grown["up2"] or grown["down"] or grown["down2"]):
        s.measure, s.direction = Measure.GROWTH, Direction.UP if grown["up"] or grown["up2"] else Direction.DOWN
        s.base = s.base if s.base is not Base.NONE else state.base if state.base is not Base.NONE else Base.YEAR
    elif (
        q.unit == "%" and not (s.measure is Measure.GROWTH and not out and RATE_OF.search(s.lead.phrase))
    ):  # "Mức tăng nhích xuống so với mức 2,95% của bình quân 6 tháng"
        s.measure, s.base, s.direction = next(
            ((f.measure, f.base, f.direction if f.measure is Measure.GROWTH else Direction.NONE) for f in reversed(out) if f.unit == "%"),
            (Measure.GROWTH, Base.YEAR, Direction.DOWN if "giảm" in gap.lower() else Direction.UP)
            if patterns.THIS_RATE.match(gap)
            else (Measure.COMPLETION, Base.PLAN, Direction.NONE)
            if r.setting.completed and patterns.THIS_SHARE.match(gap)
            else (Measure.LEVEL, Base.NONE, Direction.NONE),
        )
    elif q.unit != "%":
        s.measure, s.base, s.direction = Measure.LEVEL, Base.NONE, Direction.NONE
    s.phrase = ""
    if (
        out and out[-1].period.kind in ("months", "half") and not opened and re.match(r"\s*so\s", gap)
        and s.period.kind == "month" and s.period.year == out[-1].period.year
        and closes_with(out[-1].period) == (s.period.part or 0) + 1
    ):
        month = Period("month", s.period.year, part=(s.period.part or 0) + 1)  # only July is held against June, not seven months
        out[-1] = replace(out[-1], period=month, base=out[-1].base if out[-1].measure is Measure.LEVEL else Base.PREVIOUS)
        if (
            len(out) > 1 and out[-2].indicator == out[-1].indicator and out[-2].sentence == out[-1].sentence
            and out[-2].measure is Measure.GROWTH and out[-2].base is Base.YEAR and not out[-2].base_period
        ):
            out[-2] = replace(out[-2], period=month, base=Base.PREVIOUS)  # "giảm một nửa, còn 9.850 tấn so với 19.700 tấn của tháng 6"
    if (
        out and out[-1].measure in (Measure.GROWTH, Measure.CHANGE) and out[-1].base in (Base.YEAR, Base.NONE, Base.FIXED)
        and not opened and re.match(r"\s*so\s", gap) and not DELIMITER.search(gap)
        and (told := relation(out[-1].period, s.period)) is not Base.NONE
    ):
        out[-1] = replace(out[-1], base=told, base_period=s.period)


def _tell_twice(r: Reading, s: Step) -> None:
    """A change told twice, in its unit and in per cent; shares in parentheses that are shares of a plan."""
    text, setting, state, out = r.text, r.setting, r.state, r.out
    q, gap, opened, triggers, own = s.q, s.gap, s.opened, s.triggers, s.own
    s.twice = told_twice(q, gap, out) if (opened or patterns.THAT_IS.fullmatch(gap)) and not s.phrase else None
    if s.twice is not None:
        s.measure, s.direction, s.base = s.twice
        s.period = out[-1].period
        if (
            (both := patterns.SO_BOTH.match(text, q.end))
            and (told_of_both := base_named(both[1], Period(), s.period, False)) is not Base.NONE
        ):
            s.base = told_of_both  # "tăng 612 tỷ đồng, tức 16,7%, so với cuối năm"
            out[-1] = replace(out[-1], base=s.base)
    if (
        opened and not s.phrase and s.measure is Measure.SHARE and q.unit == "%" and not triggers.strip()
        and units.kind(state.subject_unit).startswith("money")
        and (patterns.PAID_OUT.search(f"{state.subject} {state.head}") or any(f.measure is Measure.COMPLETION and text[f.span.start - r.offset - 1] == "(" for f in out))
    ):
        s.measure, s.base = Measure.COMPLETION, Base.PLAN  # "vốn trung ương giải ngân 1.283 tỉ (65,7%), vốn thành phố 4.934 tỉ (52,3%)"
    if (
        opened and not s.phrase and s.measure is Measure.SHARE and q.unit == "%" and not triggers.strip() and setting.completed
        and out and out[-1].measure is Measure.LEVEL
        and (wholes := [value for value, unit, _, _ in setting.totals if unit == out[-1].unit and value > out[-1].value])
        and not any(abs(out[-1].value / value * 100 - q.value) < 2 for value in wholes)
    ):
        s.measure, s.base = Measure.COMPLETION, Base.PLAN  # "Tổng chi 8.215 tỷ đồng, đạt 43,7% dự toán. Chi thường xuyên 5.904 tỷ đồng (48,6%)": no such share of it
    if (
        q.unit == "%" and s.measure in (Measure.LEVEL, Measure.SHARE) and not triggers.strip()
        and not RATE.search(f"{s.phrase} {gap}")
        and (patterns.FAR_ON.search(text[: q.start]) if setting.completed else patterns.PAST_OF_PLAN.search(text[: q.start]))
    ):
        s.measure, s.base = Measure.COMPLETION, Base.PLAN
    if s.fell_from and s.measure in (Measure.GROWTH, Measure.CHANGE) and out and q.unit == out[-1].unit:
        s.measure, s.base, s.direction = out[-1].measure, out[-1].base, out[-1].direction
    again = patterns.AGAIN.fullmatch(gap) if s.index and out and own.kind == "year" else None
    if (
        again is not None and out[-1].measure in (Measure.GROWTH, Measure.LEVEL, Measure.SHARE, Measure.COMPLETION)
        and q.unit == out[-1].unit
    ):
        s.measure, s.base, s.direction = out[-1].measure, out[-1].base, out[-1].direction
        s.period = (
            replace(out[-1].period, year=own.year, first=None, label="")
            if out[-1].period.kind in ("month", "months", "quarter", "half")
            else s.period
        )
        s.phrase = ""


def _set_included(r: Reading, s: Step) -> None:
    """What is told as included in it, or beside it: what was spoken of comes back after it."""
    state = r.state
    included = s.included
    if included:
        state.subject, state.subject_unit, state.main, s.phrase = included, s.q.unit, included, ""
    s.beside = bool(included) or bool(s.index and patterns.BESIDE.fullmatch(s.gap) and not s.phrase and s.counts_now)
    s.kept = state.subject, state.subject_unit, state.main, state.topic
