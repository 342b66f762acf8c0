"""What a value measures: done or planned, a level, a change, a share, or so much of the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from report import patterns, units
from report.asides import same_count
from report.clauses import before_parenthesis
from report.kinds import BASED, measure_of, modality_of, plan_of
from report.lexicon import BESIDE_GOAL, DEED, MEASURED, PLAN, PLAN_TAIL, PLAN_WORD, RATE, SHARE, SHORT_OF, TARGET
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period
from report.numbers import Quantity
from report.phrases import after_noun, clean
from report.prose_gap import out_of
from report.prose_reading import Reading, Step
from report.sharing import GROUP
from report.timing import or_default

_GOAL_OF = re.compile(r"kiểm soát|đề ra|tăng trưởng|phấn đấu|lạm phát|giải ngân|cả năm", re.I)  # what a goal is for, no name of its own

_PACE = re.compile(r"(?<!\w)(?:(?:tốc độ|nhịp độ|mức|đà|nhịp)(?: tăng(?: trưởng)?)?|tăng trưởng|tốc độ (?:phát triển|giảm)|mức giảm)(?: (?:này|đó|ấy))?(?!\w)", re.I)  # how fast something grows


def goal_of_rate(q: Quantity, passed: str, last: Figure, told: Sequence[Figure]) -> Figure | None:
    """The rate whose goal `q` is, where it was passed or missed: "tỷ lệ 99,12%, vượt mục tiêu 99%", not by so much.

    A rate is beyond its goal by points; what has a level too ("đạt 900 tỷ đồng, tăng 12%, vượt kế hoạch 8%") may be beyond it by per cent.
    """
    if last.unit != "%" or last.measure not in (Measure.LEVEL, Measure.GROWTH) or last.base is Base.PLAN or last.modality is Modality.TARGET or not last.value / 2 < q.value < 2 * last.value:
        return None
    if last.measure is Measure.GROWTH and (any(f.unit != "%" and f.measure is Measure.LEVEL and f.indicator == last.indicator for f in told) or not re.search(r"mục tiêu|chỉ tiêu|kịch bản|nghị quyết", passed, re.I)):
        return None
    return last if (q.value > last.value) == bool(re.search(r"thấp", passed, re.I)) else None


def tell_modality(r: Reading, s: Step) -> None:
    """Whether the figure is done, planned or foretold, and whether it is only a goal named in passing."""
    text, qs, setting, state, out = r.text, r.qs, r.setting, r.state, r.out
    index, gap, lead, own_mentions = s.index, s.gap, s.lead, s.own_mentions
    s.modality = modality_of(s.q, lead, s.context, state, own_mentions, setting)
    if (
        s.modality in (Modality.ACTUAL, Modality.TARGET) and patterns.FORETOLD_BEHIND.match(text, s.q.end)
        and re.search(r"(?<!\w)(?:trong|sát|đúng|bằng|hơn|vượt|với)\s+(?:mức\s+|con số\s+|khoảng\s+|dải\s+)*$", text[: s.q.start], re.I)
    ):
        s.modality = Modality.FORECAST
    if s.held_to is not None or index and re.fullmatch(r"[^;:()]*/\s*(?:KH|kế hoạch|DT|dự toán)\s*", gap, re.I) and s.q.unit != "%":
        s.modality, s.context = Modality.TARGET, "kế hoạch"
    if index and re.fullmatch(r"\s*(?:trên|trong|/)\s*(?:tổng\s+)?(?:số\s+)?", gap) and PLAN_TAIL.match(s.tail_here) and s.q.unit != "%":
        s.modality, s.context = Modality.TARGET, "kế hoạch"
    s.whole_told = bool(index and index + 1 < len(qs) and s.q.unit == qs[index - 1].unit != "%" and out_of(text, qs, index))
    if s.whole_told:
        s.modality, s.context = Modality.TARGET, "kế hoạch"  # "giải ngân 638 tỷ đồng trên 1.129 tỷ đồng (56,6%)"
        s.q = replace(s.q, bound=Bound.NONE)
    if (
        s.modality is Modality.TARGET and DEED.fullmatch(s.phrase) and setting.modality is Modality.ACTUAL
        and not TARGET.search(own_words := f"{lead.phrase} {lead.triggers} {lead.adverbial}") and "dự kiến" not in own_words
        and not (lead.broke == "và" and s.q.unit == state.unit == "%")
    ):
        s.modality = Modality.ACTUAL  # "kế hoạch vốn 64 tỷ đồng; giải ngân 41 tỷ đồng"
    if (
        index and out and out[-1].measure is Measure.COMPLETION and s.q.unit != "%"
        and re.match(rf"\s*(?:so\s+(?:với\s+)?)?(?:mức\s+)?{PLAN}[^,;:()]*\s(?:là|giao|đề ra|ở mức)\s*$", gap, re.I)
    ):
        s.modality, s.context = Modality.TARGET, "kế hoạch"  # "bằng 81,5% chỉ tiêu Cục Thuế giao là 1.700 tỷ đồng"
    if r.ahead is not None and s.new_clause:
        (state.period, state.modality), r.ahead = r.ahead, None
        s.modality = modality_of(s.q, lead, s.context, state, own_mentions, setting)
    if r.ahead is None and index and setting.modality is Modality.ACTUAL and patterns.LOOKS_AHEAD.search(gap):
        r.ahead = state.period, state.modality  # "ước đến 31/01 năm sau đạt 95%; riêng … mới giải ngân …": over with its ";"
    s.plan = bool(s.modality is Modality.TARGET and setting.modality is not Modality.TARGET and (plan_of(s.context, lead, s.q) or state.planned and gap.strip() in ("và", ",")))
    s.goal = (
        s.whole_told
        or s.q.unit != "điểm phần trăm" and bool(SHORT_OF.search(own_text := f"{lead.phrase} {lead.triggers}") or BESIDE_GOAL.search(own_text))
    )
    s.kept_modality = state.modality, state.planned
    state.modality, state.planned = s.modality, s.plan
    if (
        s.modality is Modality.TARGET
        and (planned_noun := re.match(rf"(?:{PLAN}|diện tích {PLAN})\s+(?:năm\s+)?(?!(?:vốn|thu|pháp lệnh|phấn đấu|được|HĐND|UBND|trung ương|tỉnh|bộ)(?!\w))(?=[^\W\d]+\s[^\W\d])", s.phrase, re.I))
    ):
        s.phrase = s.phrase[planned_noun.end() :]  # "kế hoạch trồng rừng 4.500 ha": the plan is its modality


def tell_measure(r: Reading, s: Step) -> None:
    """What the value measures, which way, and against what."""
    _measure_of_words(r, s)
    _measure_course(r, s)
    _measure_plan(r, s)
    _measure_alike(r, s)
    _measure_beyond(r, s)


def _measure_of_words(r: Reading, s: Step) -> None:
    """What the value measures, which way, and against what; a value beside a goal is the goal's."""
    setting, state, out = r.setting, r.state, r.out
    index, gap, triggers, tail_here, later = s.index, s.gap, s.triggers, s.tail_here, s.later
    held_against = next((p for p in (s.later_base, s.base_period) if p or p.year), Period())
    s.measure, s.direction, s.base = measure_of(s.q, s.lead, s.phrase, tail_here, state, held_against, index, later["so"] if later else "", s.own or state.period)
    if (
        s.opened and s.measure is Measure.LEVEL and s.q.unit == "%" and GROUP.fullmatch(s.phrase) and not triggers.strip() and out
        and out[-1].measure is Measure.GROWTH and re.fullmatch(r"\s*\([^()]*", gap)
    ):
        s.measure, s.direction, s.base = out[-1].measure, out[-1].direction, out[-1].base  # "cao hơn 1,5% (thành thị 1,6%; nông thôn 1,4%)"
    s.base_period = held_against if s.later_base is held_against and s.measure in BASED else s.base_period
    reached = (
        next((f for f in reversed(out) if f.unit == "%" and f.modality is not Modality.TARGET and f.base is not Base.PLAN), None)
        if s.q.unit == "%" and index
        else None
    )
    s.beside_goal = (
        reached is not None and patterns.THAN_GOAL.search(gap) is not None
        and reached.value * Decimal("0.4") <= s.q.value <= reached.value * Decimal("2.5")
    )
    goal_alone = (
        s.modality is Modality.TARGET and s.measure in (Measure.SHARE, Measure.LEVEL, Measure.COMPLETION)
        and (not s.phrase or _GOAL_OF.fullmatch(s.phrase))
    )
    if reached is not None and (s.beside_goal or goal_alone):
        s.measure, s.direction, s.base = reached.measure, reached.direction, reached.base  # "tăng 3,13%, thấp hơn kịch bản tăng trưởng (3,4%)", "tăng 2,6%, thấp hơn mục tiêu 4% của cả năm"
        s.phrase, s.modality = "", Modality.TARGET
        if re.match(r"\s*(?:của |cho |trong )?cả năm(?!\w)", tail_here, re.I) and (setting.main or state.period).year:
            s.own = Period("year", (setting.main or state.period).year)
        state.modality, state.planned = s.modality, setting.modality is not Modality.TARGET
    if (
        s.measure is Measure.CHANGE and (s.phrase or patterns.FIRST_TIME.search(s.lead.phrase)) and s.q.unit not in ("%", "điểm phần trăm")
        and patterns.SURPASSES.fullmatch(triggers) and not PLAN_WORD.search(f"{gap}{tail_here}")
        and not patterns.COMPARES.search(tail_here)
    ):
        s.measure, s.direction, s.base, s.q = Measure.LEVEL, Direction.NONE, Base.NONE, replace(s.q, bound=Bound.OVER)  # "xuất khẩu lần đầu vượt 3 tỷ USD"
    if s.measure is Measure.GROWTH and s.base is Base.PLAN and patterns.SURPASSES.fullmatch(triggers) and not r.text[s.q.start].isdigit():
        planned = PLAN_WORD.search(tail_here) is not None  # "vượt một nửa dự toán", and "lần đầu vượt một nửa giá trị xuất khẩu"
        s.measure, s.direction, s.base, s.q = Measure.COMPLETION if planned else Measure.SHARE, Direction.NONE, Base.PLAN if planned else Base.NONE, replace(s.q, bound=Bound.OVER)
    if (
        s.measure is Measure.GROWTH and s.base is Base.PLAN and (passed := patterns.PASSES_MARK.search(triggers))
        and (passed["mark"] or Decimal(50) <= s.q.value <= 100 and (s.own or state.period).kind not in ("year", "range") and re.match(rf"\s*{PLAN_WORD.pattern}", tail_here, re.I))
    ):
        s.measure, s.direction, s.q = Measure.COMPLETION, Direction.NONE, replace(s.q, bound=Bound.OVER)  # in July "thu vượt 70% dự toán" has come as far as that


def _measure_course(r: Reading, s: Step) -> None:
    """A growth told over several times stays one: "từ mức tăng 10,2% của năm 2016, tốc độ lên 11,5% năm 2017 …, chỉ còn 5,9% năm 2020"."""
    state, out = r.state, r.out
    if (
        s.q.unit != "%" or s.measure not in (Measure.LEVEL, Measure.SHARE) or s.opened or s.modality is Modality.TARGET
        or s.phrase and not _PACE.fullmatch(s.phrase) or RATE.search(state.subject) or SHARE.search(f"{s.lead.phrase} {s.triggers}")
    ):
        return
    when, colon, last = s.tail_own or s.own, (s.lead.colon or "").strip(), out[-1] if out else None
    leads = not s.index and _PACE.search(colon) is not None and (patterns.UNEVEN.fullmatch(colon) is not None or patterns.GROWS.search(colon) is not None)
    goes_on = (
        last is not None and last.unit == "%" and last.measure is Measure.GROWTH and last.base not in (Base.PLAN, Base.AVERAGE) and _PACE.search(r.text[: s.q.start]) is not None
        and (when.kind in ("year", "quarter", "month", "months", "half") and when.kind == last.period.kind and when != last.period or bool(r.due) and not s.triggers.strip())
    )
    if leads or goes_on:
        s.measure, s.base, s.phrase = Measure.GROWTH, last.base if goes_on and last is not None else Base.YEAR, ""
        s.direction = Direction.DOWN if s.q.value < 0 else last.direction if goes_on and last is not None else Direction.UP


def _measure_plan(r: Reading, s: Step) -> None:
    """Shares of a plan: "vượt kế hoạch, đạt 101,3%", "giải ngân 217 trên 620 tỷ đồng, đạt 35%"."""
    setting, state, out = r.setting, r.state, r.out
    q, index, gap, pieces, held_to = s.q, s.index, s.gap, s.pieces, s.held_to
    if q.unit == "%" and patterns.ON_PLAN.search(gap):
        s.measure, s.direction, s.base, s.phrase = Measure.COMPLETION, Direction.NONE, Base.PLAN, ""  # "tính trên kế hoạch Thủ tướng giao, tỷ lệ là 64,5%"
        s.modality = s.modality if setting.modality is Modality.TARGET else Modality.ESTIMATE if s.modality is Modality.ESTIMATE else Modality.ACTUAL
        state.modality, state.planned = s.modality, False
    if (
        q.unit == "%" and index and not s.phrase and out and out[-1].measure is Measure.GROWTH and out[-1].base is Base.PLAN
        and patterns.AND_ANOTHER_PLAN.fullmatch(gap) and PLAN_TAIL.match(s.tail_here)
    ):
        s.measure, s.direction, s.base = Measure.GROWTH, out[-1].direction, Base.PLAN  # "vượt 8,2% dự toán HĐND giao và 19,5% dự toán trung ương giao"
    if (
        r.plan_held is not None and index and pieces and pieces[-1][0] == ")" and q.unit == "%" and not s.phrase
        and re.fullmatch(r"\s*(?:khoảng|gần|hơn|trên|tới)?\s*", s.triggers)
    ):
        s.measure, s.direction, s.base = (
            (Measure.COMPLETION, Direction.NONE, Base.PLAN)
            if r.plan_held is Direction.NONE
            else (Measure.GROWTH, r.plan_held, Base.PLAN)
        )
    if r.part_told is not None and q.unit == "%":
        s.measure, s.direction, s.base, s.phrase, s.opened = Measure.COMPLETION, Direction.NONE, Base.PLAN, r.part_told.indicator, False
    r.part_told = out[-1] if s.whole_told and out else None
    r.plan_held = None
    if held_to is not None:
        r.plan_held = Direction.UP if held_to["up"] else Direction.DOWN if held_to["down"] else Direction.NONE
    if q.unit == "%" and patterns.PLAN_PASSED.search(r.text[: q.start]):
        s.measure, s.direction, s.base = Measure.COMPLETION, Direction.NONE, Base.PLAN  # "vượt kế hoạch, đạt 101,3%"
        s.modality = Modality.ACTUAL if s.modality is Modality.TARGET and setting.modality is not Modality.TARGET else s.modality
        state.modality, state.planned = s.modality, False


_TAKES_UP = re.compile(r"(?<!\w)chiếm\s(?:[^\W\d]+\s){0,2}(?:[\d.,]+\s?%\s*(?:,|;|và)?\s*)*$", re.I)


def run_in(qs: Sequence[Quantity], index: int, text: str) -> int:
    """How many quantities in per cent stand in a row behind the one at `index`, each perhaps with another place: "lần lượt bằng 68,5%, 81,5% và 82,1% dự toán"."""
    more = 0
    while index + more + 1 < len(qs) and qs[index + more + 1].unit == "%" and patterns.ANOTHER.fullmatch(text[qs[index + more].end : qs[index + more + 1].start]):
        more += 1
    return more


def _measure_alike(r: Reading, s: Step) -> None:
    """A per cent that says not what it measures goes on from those beside it."""
    text, qs, state, out = r.text, r.qs, r.state, r.out
    q, index, gap, opened = s.q, s.index, s.gap, s.opened
    if (
        q.unit == "%" and index and re.search(r"(?<!\w)khi\s*(?:hơn|gần|khoảng|trên)?\s*$", gap)
        and (whose_share := after_noun(s.tail_here))
    ):
        s.measure, s.base, s.direction, s.phrase = Measure.SHARE, Base.NONE, Direction.NONE, whose_share  # "… khi 100% trường công lập vào năm học mới"
    if (
        opened and not s.phrase and q.unit == "%" and s.measure in (Measure.SHARE, Measure.LEVEL) and ";" in text and out
        and out[-1].measure is Measure.LEVEL
        and any(a.measure is Measure.LEVEL and b.measure is Measure.COMPLETION and a.unit == out[-1].unit for a, b in zip(out, out[1:], strict=False))
    ):
        s.measure, s.base = Measure.COMPLETION, Base.PLAN  # "A 214.600 liều, đạt 82,5% kế hoạch; B 141.300 liều (79,1%)"
    if (
        q.unit == "%" and s.measure is Measure.SHARE and r.listed and not s.phrase and gap.strip() in ("và", ",", ";", ", và")
        and state.unit == "%" and state.measure is Measure.GROWTH
    ):
        s.measure, s.direction, s.base = state.measure, state.growth, state.base  # "đạt 3 triệu USD, lượng và trị giá tăng lần lượt 5,3% và 12,8%"
    if (
        q.unit == "%" and s.measure in (Measure.LEVEL, Measure.SHARE) and index and not s.phrase and gap.strip() == "và"
        and out[-1:] and out[-1].unit == "%" and out[-1].measure is Measure.COMPLETION
    ):
        s.measure, s.base = Measure.COMPLETION, Base.PLAN  # "thu lần lượt 214,6 tỷ đồng và 24,3 tỷ đồng, đạt 79,5% và 75,9%"
    if (
        q.unit == "%" and s.measure in (Measure.LEVEL, Measure.SHARE) and index + 1 < len(qs) and qs[index + 1].unit == "%"
        and (more := run_in(qs, index, text)) and PLAN_TAIL.match(text[qs[index + more].end :])
        and not RATE.search(s.phrase) and not _TAKES_UP.search(text[: q.start])
    ):
        s.measure, s.base = Measure.COMPLETION, Base.PLAN  # "lần lượt bằng 79,6% và 71,4% dự toán", "Mường Kỳ 48,7% và Hàm Sơn 55,2% dự toán"
    if q.unit == "%" and s.measure is Measure.GROWTH and not re.search(r"\d", text[q.start : q.end]) and (of_those := patterns.FRACTION_OF.match(text, q.end)):
        s.measure, s.base, s.direction, s.phrase, s.triggers = Measure.LEVEL, Base.NONE, Direction.NONE, f"số {clean(of_those['who'])}", ""
    if s.measure is Measure.COMPLETION and index and not s.phrase and out and out[-1].measure is Measure.SHARE and q.unit == "%" and _TAKES_UP.search(text[: q.start]):
        s.measure, s.base = Measure.SHARE, Base.NONE  # "lần lượt chiếm 20% và 30% kế hoạch vốn"
    if (
        (opened and not s.phrase or patterns.MOST_OF_GROUPS.fullmatch(s.phrase)) and q.unit == "%" and s.measure in (Measure.SHARE, Measure.LEVEL)
        and (rises_most := patterns.RISES_MOST.search(before_parenthesis(gap)))
    ):
        s.measure, s.direction, s.base = Measure.GROWTH, Direction.UP if rises_most["up"] else Direction.DOWN, or_default(Base.NONE, False, state)
    if r.led_up is not Direction.NONE and s.triggers.strip(" ,"):
        r.led_up = Direction.NONE  # the list that the change leads is over
    elif (
        r.led_up is not Direction.NONE and s.measure in (Measure.LEVEL, Measure.SHARE)
        and (q.unit == "%" or r.most_led and not patterns.OWN_CHANGE.match(text, q.end))
    ):
        s.measure, s.direction, s.base = Measure.GROWTH if q.unit == "%" else Measure.CHANGE, r.led_up, or_default(s.base, False, state)


def _measure_beyond(r: Reading, s: Step) -> None:
    """What others changed by, and a goal that was passed is no change by so much."""
    state, out = r.state, r.out
    q, index, gap, triggers = s.q, s.index, s.gap, s.triggers
    if (
        s.measure is Measure.LEVEL and q.unit == "%" and index and s.phrase and out and out[-1].measure is Measure.SHARE
        and re.fullmatch(r"[^,;:()]*,\s*[^,;:()]+", gap) and patterns.REACHED_ONLY.fullmatch(triggers)
        and not RATE.search(s.phrase) and not MEASURED.match(s.phrase)
    ):
        s.measure = Measure.SHARE
    if (
        s.measure is Measure.LEVEL and not s.phrase and not triggers.strip() and s.counts_now and out
        and out[-1].measure is Measure.CHANGE and units.kind(out[-1].unit).startswith("count:")
        and re.fullmatch(r"(?!.*(?:so|kỳ|trước)(?!\w))[^,;:()]{0,20}(?:,|và)\s*", gap)
        and any(f.measure is Measure.LEVEL and same_count(f.unit, q.unit) for f in out)
    ):
        s.measure, s.direction, s.base = out[-1].measure, out[-1].direction, out[-1].base  # "giảm 12 vụ, 4 người chết và 9 người bị thương"
    if (
        s.measure is Measure.CHANGE and s.base is Base.PLAN and patterns.BEYOND_PLAN.search(triggers)
        and (met := next((f for f in reversed(out) if f.measure is Measure.LEVEL and same_count(f.unit, q.unit) and q.value * 2 > f.value), None)) is not None
    ):
        s.phrase = s.phrase or met.indicator
        s.measure, s.direction, s.base, state.modality, state.planned = Measure.LEVEL, Direction.NONE, Base.NONE, Modality.TARGET, True  # "98 xã, vượt mục tiêu 95 xã": not by so many
    if (
        s.measure is Measure.CHANGE and index and patterns.THAN_ESTIMATED.search(gap)
        and (met := next((f for f in reversed(out) if f.measure is Measure.LEVEL and same_count(f.unit, q.unit) and f.value / 2 < q.value < f.value * 2), None)) is not None
    ):
        s.measure, s.direction, s.base, s.phrase, s.goal = Measure.LEVEL, Direction.NONE, Base.NONE, met.indicator, True
        state.modality, state.planned = Modality.ESTIMATE, False
        r.asides.add(q.start)  # "cao hơn mức ước 3.750 tỷ đồng": not by so much
    if (
        s.measure is Measure.GROWTH and s.base is Base.PLAN and q.unit == "%" and not s.phrase
        and (passed := patterns.BEYOND_PLAN.search(triggers)) and out and (rate := goal_of_rate(q, passed[0], out[-1], out))
    ):
        s.measure, s.base, s.direction, state.modality, state.planned = rate.measure, rate.base, rate.direction, Modality.TARGET, True
        s.goal = True
