"""The period of a figure, and what of it holds for the next."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from report import patterns
from report.lexicon import CAUSE, GIVES, POINTING
from report.model import Base, Bound, Measure, Modality, Period
from report.periods import same, with_year
from report.prose_reading import Reading, Step
from report.timing import (
    AFTER_CHANGE,
    CUMULATIVE,
    before_change,
    closes,
    closes_with,
    cumulated,
    day_of_event,
    earlier,
    filled_range,
    in_this,
    last_of,
    measure_year,
    period_and_base,
    then_mentioned,
)


def find_period(r: Reading, s: Step) -> None:
    """The times the quantity's own words and its tail name, and those that come back after a contrast or a cause."""
    text, setting, state, out, stack = r.text, r.setting, r.state, r.out, r.stack
    q, index, gap, pieces, lead, own_mentions = s.q, s.index, s.gap, s.pieces, s.lead, s.own_mentions
    s.kept_period = state.period
    if r.before_cause is not None and s.new_clause:
        state.period, state.range, r.before_cause = *r.before_cause, None
    if r.contrasted is not None and s.new_clause:
        (state.period, state.range), r.contrasted = r.contrasted, None
        if stack and pieces[-1][0] == "(":
            stack[-1].period, stack[-1].range = state.period, state.range
    if (
        r.contrasted is None and index
        and (patterns.WHILE_THEN.search(gap) or state.period.kind == "months" and patterns.ONE_OF_MONTHS.search(gap))
    ):
        r.contrasted = state.period, state.range
    if r.before_cause is None and index and pieces and CAUSE.fullmatch(pieces[-1][0]):
        r.before_cause = state.period, state.range
        r.topic_before = state.topic
    s.own, s.base_period, s.last = period_and_base(own_mentions, setting.year)
    if (
        s.own.kind == "month" and s.own.year and s.own.part and s.last is not None and index and out
        and out[-1].period.kind == "date" and re.search(r"(?<!\w)cuối\s*$", text[: s.last.start])
    ):
        s.own = Period("date", s.own.year, part=100 * s.own.part + monthrange(s.own.year, s.own.part)[1], label=f"cuối {s.last.period.label}")  # "đến 30/9 đạt …; cuối tháng 8 con số này mới là …"
    if s.own.kind == "range" and s.last is not None and measure_year(own_mentions, s.last, text):
        state.range = filled_range(s.own, setting, state)
        s.own = Period() if q.unit == "%" or "%/" in q.unit_text else with_year(measure_year(own_mentions, s.last, text), setting.year)  # "Sản lượng năm 2020 và tốc độ tăng bình quân giai đoạn 2016-2020: xi măng …"
        state.period = with_year(measure_year(own_mentions, s.last, text), setting.year)
    s.tail_own, tail_base, _ = period_and_base(s.tail_mentions, setting.year)
    s.base_period = tail_base or s.base_period if tail_base or tail_base.label else s.base_period
    s.later = (
        None
        if patterns.COMPARES.search(s.tail_here) or re.match(r"[^()\d]{0,20}\)\s*[,;]", text[q.end :])
        else patterns.COMPARED_LATER.match(text, q.end)
    )
    if not s.own and not s.tail_own and (month := in_this(f"{lead.adverbial}, {lead.inside}", setting)):
        s.own = month
    s.later_base = (
        period_and_base([m for m in r.mentions if s.later.start("so") <= m.start < s.later.end()], setting.year)[1]
        if s.later and not tail_base and not tail_base.label
        else Period()
    )


def settle_period(r: Reading, s: Step) -> None:
    """The period that the figure is told for, and the base that fits it."""
    _settle_own_time(r, s)
    _hold_period(r, s)
    _settle_base(r, s)
    _settle_quarter(r, s)


def _settle_own_time(r: Reading, s: Step) -> None:
    """The figure's own time, where its mean, its tail or "lũy kế" says so."""
    setting, state = r.setting, r.state
    q, lead, triggers, tail_here, measure, tail_own = s.q, s.lead, s.triggers, s.tail_here, s.measure, s.tail_own
    if (
        s.base is Base.AVERAGE and s.own.kind != "range" and patterns.PRICES.search(f"{s.phrase} {state.subject}")
        and not re.search(r"(?:hằng|hàng|mỗi)\s+năm", f"{lead.phrase} {triggers} {tail_here}", re.I) and "/" not in q.unit_text
    ):
        s.base, state.average = Base.YEAR, False  # "CPI bình quân năm tăng 3,4%": the mean of its months
        s.own = s.own or (setting.main if setting.main.kind == "year" else Period())
    if (
        tail_own
        and (not re.match(r"\s*(?:kế hoạch|dự toán)", tail_here, re.I) or s.modality is Modality.TARGET and patterns.PLAN_BY_DAY.match(tail_here))
        and not (tail_own.kind == "date" and measure is not Measure.LEVEL and AFTER_CHANGE.search(tail_here))
    ):
        if s.q.bound is Bound.OVER and patterns.PASSES_MARK.search(s.gap) and re.match(r"\s*của(?!\w)", tail_here, re.I):
            s.q = replace(s.q, bound=Bound.NONE)  # "vượt mốc 250 nghìn lượt của cả năm 2024": so much it was then
        s.own = tail_own  # not of the day: "tăng 8,1% sau đợt điều chỉnh ngày 01/9"
    if not s.own and (standing := patterns.SO_FAR.match(tail_here)) is not None:
        since = setting.main if setting.main.part else state.period
        s.own = (cumulated(since) if standing["sum"] else in_this(standing[0], setting)) or s.own  # "741 triệu USD trong kỳ và 12,2 tỷ USD lũy kế"
    if not s.own and not patterns.COMPARES.search(tail_here) and (in_it := patterns.WITHIN_IT.search(tail_here)) is not None:
        s.own = in_this(in_it[0], setting)  # "18.742 chiếc làm thủ tục nhập khẩu trong tháng"
    if s.own.kind == "range":
        s.own = filled_range(s.own, setting, state)
        state.range = s.own
    if (
        s.base is Base.AVERAGE and measure is Measure.GROWTH and s.own.kind == "year" and s.last is not None
        and s.last.role == "period" and "/" not in q.unit_text
        and not re.search(r"bình quân|trung bình|(?:hằng|hàng|mỗi)\s+năm", f"{lead.phrase} {triggers} {tail_here}", re.I)
    ):
        s.base, state.average = Base.YEAR, False  # "tăng bình quân 11%/năm, song không đều: năm 2021 chỉ tăng 7,6%"


def _hold_period(r: Reading, s: Step) -> None:
    """The period: the figure's own, or the one that still holds; and what holds after it."""
    text, setting, state, stack = r.text, r.setting, r.state, r.stack
    q, pieces, lead, measure, own, last = s.q, s.pieces, s.lead, s.measure, s.own, s.last
    if s.base is Base.AVERAGE:
        s.period = own if own.kind == "range" else state.range or own or state.period
        if s.period.kind != "range" and own or own and own.kind != "range":
            state.period = own
    else:
        s.period = own or state.period
        if (
            own and (own.kind != "range" or measure is Measure.LEVEL) and not s.aside
            and not (s.plan and q.unit != "%" and own.kind == "year")
            and not (own.kind == "date" and day_of_event(text, [*s.own_mentions, *s.tail_mentions], measure))
        ):
            state.period = own
            if (
                stack and not s.opened and not s.tail_own and pieces and pieces[-1][0] == "(" and measure is Measure.LEVEL
                and last is not None and last.end <= text.rfind("(", 0, q.start)
            ):
                stack[-1].period = own  # "Ba thị trường lớn nhất trong 11 tháng gồm Trung Quốc (1,96 tỷ USD), Hoa Kỳ (…)"
    if (
        not own and s.period.kind in ("month", "quarter", "season") and s.period.part
        and patterns.CUMULATED.search(f"{lead.adverbial} {lead.inside}")
    ):
        whole = setting.main if re.search(r"cả quý", f"{lead.adverbial} {lead.inside}", re.I) and setting.main.kind == "quarter" else Period()
        s.period = state.period = whole or cumulated(setting.main if setting.main.kind == s.period.kind == "season" else s.period)
    if own.kind == "year" and measure is Measure.LEVEL and last is not None and last.role == "period":
        state.average = False  # "tăng 11,5%/năm …; riêng năm 2026 đạt 74 nghìn tỷ đồng, tăng 10,5%": that year's own
    if (
        s.base is Base.AVERAGE and s.period.kind in ("months", "half", "quarter", "month")
        and not re.search(r"/\s*năm|(?:hằng|hàng|mỗi) năm", f"{s.triggers} {q.unit_text}")
    ):
        s.base, state.average = Base.YEAR, False  # "bình quân 5 tháng tăng": the mean of the months, not a rate a year


def _settle_base(r: Reading, s: Step) -> None:
    """What a change of this period can be held against: a month with the month before, a stock with December."""
    setting, state, out = r.setting, r.state, r.out
    lead, triggers, tail_here, measure, later = s.lead, s.triggers, s.tail_here, s.measure, s.later
    s.compares_here = patterns.COMPARES.search(f"{tail_here} {later['so'] if later else ''}") is not None
    elided = bool(out and measure is Measure.GROWTH and not triggers.strip() and re.match(r"\s*về\s", tail_here) and s.base is out[-1].base)
    if elided:
        s.period = out[-1].period
    compares = f"{triggers} {tail_here} {lead.adverbial} {lead.inside} {later['so'] if later else ''}"
    if (
        s.base is Base.PREVIOUS and not s.own and not s.tail_own and (month := last_of(s.period)) is not None
        and (than := re.search(r"so\s+(?:với\s+)?tháng (?:trước|liền|0?(?P<n>\d{1,2})(?!\d|[.,]\d|%))", compares, re.I))
        and (not than["n"] or int(than["n"]) == closes_with(s.period) - 1)
    ):
        s.period = state.period = month  # only a month is compared with the month before
    stock_again = (
        s.period.kind == "date" and not patterns.COMPARES.search(s.gap)
        and any(f.base is Base.DECEMBER and f.measure is Measure.GROWTH and same(f.period, s.period) for f in out)
    )  # "Đến 31/8, huy động vốn tăng 6,8% so với cuối năm; dư nợ …, tăng 8,1%"
    if stock_again and s.base is Base.YEAR and measure is Measure.GROWTH and not s.compares_here:
        s.base = Base.DECEMBER
    if r.since_december and s.base in (Base.DECEMBER, Base.YEAR) and not s.compares_here and measure in (Measure.GROWTH, Measure.CHANGE):
        s.base = Base.DECEMBER
        if (month := last_of(s.period)) is not None:
            s.period = state.period = month  # what is held against December is a month's price
    elif (
        not stock_again and s.base in (Base.PREVIOUS, Base.DECEMBER) and not _part_since_december(r, s)
        and (s.period.kind in CUMULATIVE or closes(s.period, setting.main or setting.period)) and not later and not elided
        and not re.search(r"(?<!\w)so(?!\w)|trước", f"{triggers} {tail_here} {lead.adverbial}")
    ):
        s.base = Base.YEAR  # what eight months are compared with is not the month before


def _part_since_december(r: Reading, s: Step) -> bool:
    """Whether the whole that a part is told of is held against December: "Sau 5 tháng, CPI tăng 1,4% so với tháng 12, trong đó thành thị tăng 1,5%"."""
    among = re.search(r"(?<!\w)trong đó(?!\w)", r.text[: s.q.start], re.I) is not None
    return s.base is Base.DECEMBER and among and any(f.base is Base.DECEMBER and f.measure is Measure.GROWTH and same(f.period, s.period) for f in r.out)


def _settle_quarter(r: Reading, s: Step) -> None:
    """What is compared with the quarter before is a quarter's, and a plan is a year's."""
    state, out = r.state, r.out
    lead, own = s.lead, s.own
    if (
        s.base is Base.PREVIOUS and s.period.kind == "months" and s.period.part and s.period.part % 3 == 0
        and re.search(r"quý", s.tail_here, re.I) and not own
    ):
        s.period = state.period = Period("quarter", s.period.year, part=s.period.part // 3)  # a comparison with the quarter before is a quarter's
        if out and out[-1].measure is Measure.LEVEL and out[-1].period.kind == "months" and out[-1].indicator == state.subject:
            out[-1] = replace(out[-1], period=s.period)
    if (
        (s.plan or s.kind_of_plan is not None or s.modality is Modality.TARGET and GIVES.search(f"{lead.phrase} {lead.triggers}"))
        and s.q.unit != "%" and not own and s.period.kind in ("month", "months", "quarter", "half", "date", "season")
        and s.period.year
    ):
        s.period = Period("year", s.period.year)  # a plan is a year's unless it says otherwise


# "Từ ngày 1/8, lương tối thiểu tăng từ …", "… từ ngày 15/6, rút thời gian chờ từ …"; not "hết hạn khai thác từ tháng 6/2018, tỷ trọng giảm từ …"
_FROM_THEN_ON = re.compile(r"[^,;:]*|,[^,;:]*")
_MAKES = re.compile(r",\s(?:qua đó |góp phần |đã )*(?:rút|giúp|nâng|đưa|giảm|tăng|kéo|hạ|điều chỉnh)(?!\w)", re.I)


_CLAUSE_END = re.compile(r"[,;]|\d\s?%|$")
_LED_SINCE = re.compile(r"(?:kể\s+)?từ\s+$", re.I)


def _before_change(r: Reading, s: Step) -> tuple[Period, Period]:
    """The time that ended with what the clause tells, and the one that began: "tăng từ 40.000 đồng lên 60.000 đồng từ ngày 1/7" tells the first of 30/6."""
    if s.index + 1 == len(r.qs):
        return Period(), Period()
    text, then, start = r.text, r.qs[s.index + 1].end, r.qs[s.index - 1].end if s.index else 0
    ends = _CLAUSE_END.search(text, then)
    since = [m for m in r.mentions if then <= m.start < (ends.start() if ends else then)]
    for m in r.mentions:
        led = text[m.end : s.q.start]
        opens = not _LED_SINCE.sub("", text[start : m.start]).rstrip()[-1:].isalpha()
        if start <= m.start < s.q.start and _FROM_THEN_ON.fullmatch(led) and (opens or "," not in led or _MAKES.match(led)):
            since.append(m)
    return next(((old, with_year(m.period, r.setting.year)) for m in since if (old := before_change(text, m, r.setting.year))), (Period(), Period()))


def set_aside_time(r: Reading, s: Step) -> None:
    """A figure of another time, told in passing: the sentence's own time comes back after it."""
    text, setting, state, out, asides = r.text, r.setting, r.state, r.out, r.asides
    q, triggers, measure, kept, tail_own, kept_period = s.q, s.triggers, s.measure, s.kept, s.tail_own, s.kept_period
    whole = state.range or setting.range  # "giảm từ 8,35%" in a review of five years: before them
    then = whole if whole.year and state.period.kind == "year" and state.period.year == whole.year else state.period
    if not tail_own and patterns.FROM.search(triggers) and patterns.TO.match(text, q.end) and (change := _before_change(r, s))[0]:
        asides.add(q.start)
        s.period, state.period = change
    elif s.fell_from:
        asides.add(q.start)
        s.period = s.period if tail_own else Period("year", then.year - 1) if then.year and patterns.OPENING.match(text, q.end) else earlier(then, "")
    elif s.then_level is not None or tail_own and patterns.FROM.search(triggers) and patterns.TO.match(text, q.end):
        asides.add(q.start)
        state.period = kept_period
    elif not tail_own and patterns.FROM.search(triggers) and patterns.TO.match(text, q.end):
        before = out[-2:] if len(out) > 1 and out[-2].indicator == out[-1].indicator and out[-2].unit == out[-1].unit and out[-2].span.start - r.offset in asides else []
        asides.add(q.start)
        s.period = (
            s.period
            if period_and_base(s.own_mentions, setting.year)[0]
            else before[0].period
            if before and before[0].period.kind == before[1].period.kind and same(before[1].period, state.period)
            else earlier(then, "tháng trước")
            if Base.PREVIOUS in (state.base, state.led)
            else earlier(then, "")
        )
    elif (
        s.index and measure is Measure.GROWTH and q.unit == "%" and patterns.THEN_ROSE.search(s.gap)
        and (time_before := patterns.OF_TIME_BEFORE.match(text, q.end))
        and state.period.kind == {"tháng": "month", "quý": "quarter"}[time_before["time"].lower()]
    ):
        s.base, s.indicator = Base.PREVIOUS, out[-1].indicator if out else s.indicator
        if time_before["part"]:  # "thấp hơn mức tăng 0,33% của tháng 10 năm trước"
            s.period = Period(state.period.kind, int(time_before["year"]) if time_before["year"] else (kept_period.year or 0) - 1, part=int(time_before["part"]), label=time_before[0].strip().removeprefix("của "))
            s.base = next((f.base for f in reversed(out) if f.measure is Measure.GROWTH), s.base)
        else:  # "tăng 0,36%, cao hơn mức tăng 0,11% của tháng trước"
            s.period = earlier(kept_period, f"{time_before['time']} trước")
        state.period = kept_period
        asides.add(q.start)
    elif (when := then_mentioned(text, s.own_mentions, q.start)) is not None:
        s.period = earlier(state.period, when.period.label, when.period.year)
        asides.add(q.start)
    elif tail_own and patterns.FROM.search(triggers):
        asides.add(q.start)
        state.period = kept_period
    elif (
        measure is Measure.LEVEL and state.modality is not Modality.TARGET and not tail_own and not s.own and state.period.year
        and state.period.kind != "range" and patterns.OPENED_WITH.search(text, 0, q.start)
    ):
        asides.add(q.start)
        r.opening_at = q.end
        s.period = Period("year", state.period.year - 1, label="đầu năm")  # what there was when the year began
        s.indicator = re.sub(r"^đầu năm,?\s+(?:(?:toàn |cả )?(?:huyện|tỉnh|xã|thành phố|thị xã|phường)\s+)?", "", s.indicator, flags=re.I)
        s.indicator = state.subject = kept[0] if POINTING.match(s.indicator) and kept[0] else s.indicator
    elif r.opening_at is not None and s.opened and not s.own and not tail_own and re.fullmatch(r"[^\d,;:.()]{0,40}\(\s*", text[r.opening_at : q.start]):
        asides.add(q.start)
        s.period = Period("year", state.period.year - 1, label="đầu năm") if state.period.year else s.period  # "đầu năm có 2.486 hộ nghèo (11,8%)"
    elif whole.first and re.search(r"(?<!\w)đầu (?:kỳ|nhiệm kỳ|giai đoạn)(?!\w)", s.lead.inside, re.I):
        asides.add(q.start)
        s.period, state.period = Period("year", whole.first - 1), kept_period
