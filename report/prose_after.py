"""What is remembered of a figure for the next one."""

from __future__ import annotations

import re

from report import patterns, units
from report.lexicon import AREA_VERB, CAUSE
from report.model import Base, Measure, Period
from report.phrases import DIMENSION, after_noun, clean, thing_of, topic_of
from report.prose_reading import Reading, Step
from report.timing import base_named, last_of


def remember(r: Reading, s: Step) -> None:
    """What holds for the next quantity."""
    _remember_name(r, s)
    _remember_outside(r, s)
    _remember_measure(r, s)


def _remember_name(r: Reading, s: Step) -> None:
    """What the sentence goes on about after this figure."""
    setting, state = r.setting, r.state
    q, lead, opened, phrase, indicator = s.q, s.lead, s.opened, s.phrase, s.indicator
    if s.then_level is not None:
        pass  # another time's level: the sentence goes on about its own
    elif s.measure is Measure.LEVEL and indicator:
        state.subject, state.subject_unit = indicator, q.unit
        state.names[units.kind(q.unit)] = indicator
        if (
            not s.counted and s.owned is None and DIMENSION.fullmatch(phrase) is None and not CAUSE.fullmatch(lead.broke)
            and not (q.unit == "ha" and AREA_VERB.match(indicator))
        ):
            state.topic = topic_of(thing_of(indicator, q)) if indicator != f"làm thủ tục {q.unit}" else state.topic
        elif q.unit == "ha" and not opened and (planted := after_noun(s.wide)) and len(planted.split()) < 4:
            state.topic = planted  # "gieo sạ 5.420 ha lúa, năng suất 72 tạ/ha"
        if not opened and not lead.among and not (state.head and state.head != setting.head):
            state.main = indicator
    elif s.worker is not None:
        state.subject, state.subject_unit = s.who_works, ""
    elif s.names and not indicator.startswith("đóng góp của"):
        state.subject = indicator
        if (
            phrase and not opened and not DIMENSION.match(phrase)
            and (not s.index and state.topic == topic_of(setting.subject) or DIMENSION.match(indicator))
        ):
            state.topic = topic_of(indicator)  # "Máy tính đạt 5,6 tỷ USD. Xi măng giảm 9,5% về lượng và 12% về trị giá; đơn giá xuất khẩu …": that of the cement
        if DIMENSION.match(indicator) and not DIMENSION.fullmatch(indicator) and not state.topic:
            state.topic = topic_of(re.sub(rf"^(?:{DIMENSION.pattern})\s+", "", indicator))  # "lượng cà phê xuất khẩu tăng 7,9% nhưng giá bình quân …"
        if not state.main:
            state.main = indicator


def _remember_outside(r: Reading, s: Step) -> None:
    """What holds outside the parenthesis that this figure stands in."""
    text, state, out, stack = r.text, r.state, r.out, r.stack
    q, index, pieces, measure, indicator, does = s.q, s.index, s.pieces, s.measure, s.indicator, s.does
    if stack and any(m.start > text.rfind("(", 0, q.start) for m in s.own_mentions if m.role == "period"):
        r.asides.add(q.start)  # "tháng có mức tăng cao nhất kể từ đầu năm (tháng 7 tăng 0,3%, tháng 8 tăng 0,8%)"
    if stack and pieces and pieces[-1][0] == "(" and indicator:
        if s.held_to is not None:
            stack[-1].subject, stack[-1].subject_unit, stack[-1].period = indicator, q.unit, s.period  # what met its goal goes on after it
        elif (
            index and measure is Measure.GROWTH and out and stack[-1].subject == out[-1].indicator and s.names
            and text[: text.rfind("(", 0, q.start)].rstrip().lower().endswith(f" {indicator.lower()}")
        ):
            stack[-1].subject = indicator  # "tăng cao là nhà ở (6,1%), y tế (4,9%), nên mức tăng …": the last of them goes on
        elif not index and not stack[-1].subject and measure is Measure.GROWTH and indicator.lower() in text[: q.start].lower():
            stack[-1].subject, stack[-1].subject_unit = indicator, q.unit  # "bán lẻ chỉ giảm trong năm 2021 (giảm 2,5%), bật tăng 20,6% năm 2022"
    if (
        does is not None and re.search(r"(?<!\w)(?:tăng|giảm)(?!\w)", does[1], re.I)
        and (since_then := re.match(r"\s*(so\s[^,;:.()]{3,40})", text[does.end() :]))
    ):
        told_of_all = base_named(since_then[1], Period(), s.period, False)
        if told_of_all is Base.PREVIOUS and (month := last_of(s.period)) and patterns.THAN_MONTH.search(since_then[1]):
            s.period = state.period = month
        if told_of_all in (Base.PREVIOUS, Base.DECEMBER):
            state.led = told_of_all  # "8 nhóm tăng giá so với tháng trước, mạnh nhất là giáo dục (tăng 0,87%)"


def _remember_measure(r: Reading, s: Step) -> None:
    """How the next figure is measured if it says nothing else."""
    state, out = r.state, r.out
    q, index, measure, base, included = s.q, s.index, s.measure, s.base, s.included
    if CAUSE.fullmatch(s.lead.broke) or patterns.RANKED_AT.search(s.gap):
        r.asides.add(q.start)  # what caused it is not what is spoken of
    if s.then_level is None:
        state.level_first = (
            bool(index and not s.phrase and out and out[-1].measure is Measure.LEVEL and out[-1].unit != "%")
            if measure is Measure.GROWTH
            else state.level_first and measure is Measure.CHANGE
        )
        state.measure, state.unit, state.growth = measure, q.unit, s.direction
        if base is not Base.NONE:
            state.base = base
        if (
            index and state.led not in (Base.NONE, base) and base in (Base.PREVIOUS, Base.DECEMBER, Base.YEAR) and s.new_clause
            and re.match(r"\s*so\s", s.triggers, re.I)
        ):
            state.led = base  # "So với tháng 12, CPI tăng 2%; so với cùng kỳ tăng 4%, trong đó …"
    state.average = state.average or base is Base.AVERAGE
    if included:
        s.indicator, s.share_head = clean(patterns.INCLUDED.sub("", s.wide)) or included, included
    if s.beside:
        state.subject, state.subject_unit, state.main, state.topic = s.kept
