"""Figures of running text: each quantity of a sentence with its indicator, measure, modality, direction and period.

A sentence is read from left to right. Between two quantities stands a gap: first the tail of the one before ("so với
cùng kỳ", "kế hoạch", "gỗ rừng trồng"), then delimiters, then the lead of the next ("trong đó kim ngạch xuất khẩu đạt").
A lead is a noun phrase and trigger words; where the noun phrase is missing, the subject before goes on.

`read_sentence` says the stages in order; each is in a module of its own (`prose_gap`, `prose_phrase`, …) and reads and fills
what `prose_reading` keeps: of the sentence (`r`) and of the quantity (`s`). Not here: tables (`grid`), and which sentences
there are (`sentences`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report import patterns
from report.clauses import Setting
from report.counting import AND, GLUE, JOINING, OUT_OF, parted
from report.excepting import narrowed
from report.kinds import against_plan, told_of_then
from report.line import Line
from report.model import Base, Figure, Measure, Span
from report.phrases import clean, head_of, scope_of
from report.prose_after import remember
from report.prose_against import hold_against
from report.prose_dealing import by_scenario, deal_names, deal_times, paired_bases, parts_named_behind
from report.prose_deeds import fit_deeds
from report.prose_figure import write_figure
from report.prose_gap import cut_gap, find_mentions
from report.prose_head import find_head, head_of_kind, head_of_share
from report.prose_indicator import begin_name, name_at_last, name_counter, name_indicator
from report.prose_leaning import leaning
from report.prose_measure import tell_measure, tell_modality
from report.prose_opening import opened
from report.prose_phrase import find_phrase
from report.prose_reading import Reading, Step
from report.prose_retold import retold
from report.prose_rows import rows_told
from report.prose_time import find_period, set_aside_time, settle_period
from report.text import UPPER
from report.timing import compared_in, compared_once, handed_on, told_base


@dataclass(frozen=True)
class Read:
    """The figures of a sentence, and what the next sentence inherits."""

    figures: tuple[Figure, ...]
    after: Setting


def read_sentence(text: str, offset: int, setting: Setting, *, section: int | None = None, page: int | None = None, sentence: Span | None = None) -> Read:
    """The figures of one sentence that stands at `offset` in the report."""
    text = text.replace("\n", " ").replace("\r", " ")  # a line that was broken by hand goes on: "247⏎triệu USD"
    r = opened(text, offset, setting, section, page, sentence)
    for index, q in enumerate(r.qs):
        s = Step(q, index)
        # what stands before it
        cut_gap(r, s)
        if retold(r, s):
            continue
        find_mentions(r, s)
        # what is spoken of
        find_phrase(r, s)
        fit_deeds(r, s)
        find_head(r, s)
        # what is told of it, when, and against what
        tell_modality(r, s)
        find_period(r, s)
        tell_measure(r, s)
        settle_period(r, s)
        hold_against(r, s)
        deal_times(r, s)
        # its name, and the whole it is of
        begin_name(r, s)
        deal_names(r, s)
        name_indicator(r, s)
        head_of_kind(r, s)
        name_at_last(r, s)
        head_of_share(r, s)
        name_counter(r, s)
        # what holds for the next, and the figure itself
        remember(r, s)
        set_aside_time(r, s)
        write_figure(r, s)
    return _finished(r)


def _finished(r: Reading) -> Read:
    """What only the whole sentence tells of its figures, and what it hands on."""
    text, mentions, offset = r.text, r.mentions, r.offset
    r.setting = replace(r.setting, counted=tuple(r.counts.items()), modality=r.told_modality)
    r.out = of_one_whole(told_of_then(against_plan(r.out, text, offset), text, offset), text, offset)
    r.out = by_scenario(told_of_some(r.out, text, offset), text, offset)
    r.out = parts_named_behind(paired_bases(r.out, text, offset), text, offset)
    whole = Line(r.whole_text, offset)
    r.out = leaning(rows_told(r.out, Line(text, offset), whole, r.setting), whole)
    after = handed_on(text, [f for f in r.out if f.span.start - offset not in r.asides], r.state, mentions, r.setting)
    if (
        r.out and (all_against := patterns.COUNTED_AGAINST.match(text))
        and all(f.measure is Measure.LEVEL and f.unit == "nhóm" for f in r.out)
    ):
        opens = told_base(all_against["so"], [m for m in mentions if all_against.start("so") <= m.start < all_against.end("so")], r.out[0].period, r.setting.year)
        if opens in (Base.YEAR, Base.PREVIOUS, Base.DECEMBER):
            after = replace(after, opened=opens, opened_of=r.out[0].period, base=Base.NONE)  # whatever the paragraph before was compared with
    r.out = _of_one(r.out, text, offset)
    if befalls := patterns.EVENT.match(text):
        befell = clean(befalls[1])
        r.out = [
            f
            if set(befell.lower().split()) <= set(f"{f.indicator} {f.head}".lower().split())
            else replace(f, head=f"{befell}: {f.head}" if f.head else befell)
            for f in r.out
        ]
        after = replace(after, counted=(*(c for c in after.counted if c[0] != "con"), ("con", befell)))
    if JOINING in text or GLUE in text or AND in text:
        r.out = [replace(f, indicator=parted(f.indicator), head=parted(f.head)) for f in r.out]
        after = replace(after, subject=parted(after.subject), head=parted(after.head), counted=tuple((unit, parted(name)) for unit, name in after.counted))
    return Read(tuple(narrowed(compared_once(r.out, text, offset), r.narrowings, r.whole_text, offset)), after)


def _of_one(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where a sentence is of one that it calls by its name: "CCN Bản Mường (52 ha) đã lấp đầy 96%, có 17 dự án"."""
    one = patterns.ONE_DOES.match(text)
    if one is None:
        return list(figures)
    who, out = clean(one["who"]), list(figures)
    for i, f in enumerate(out):
        at = f.span.start - offset
        if at < one.end() or re.search(r";|(?<!\w)(?:trong khi|còn (?=\w+ \w)|toàn (?:tỉnh|huyện|ngành|quốc)|cả (?:nước|tỉnh))(?!\w)", text[one.end() : at], re.I):
            continue
        if f.head and f.head.lower() in text.lower() or who.lower() in f"{f.indicator} {f.head}".lower() or re.search(rf"(?<!\w)[{UPPER}]", f.indicator[1:]):
            continue
        out[i] = replace(f, head=who)
    return out


def of_one_whole(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where shares dealt out in a row are all of the whole that stands after the last: "chiếm lần lượt 9,0%, 42,0% và 49,0% tổng vốn"."""
    out = list(figures)
    for i in range(len(out) - 1, 0, -1):
        f, last = out[i - 1], out[i]
        if last.measure is f.measure is Measure.SHARE and last.head and not f.head and last.period == f.period and _DEALT_ON.fullmatch(text, f.span.end - offset, last.span.start - offset) and re.search(r"lần lượt|tương ứng", text[: f.span.start - offset], re.I):
            out[i - 1] = replace(f, head=last.head)
    return out


def told_of_some(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where only some of all that are counted did what stands behind: "37 trong số 164 hộ ở lòng hồ chưa nhận tiền" are 37 that did not, of 164."""
    out = list(figures)
    for i in range(1, len(out)):
        some, whole = out[i - 1], out[i]
        between = text[some.span.end - offset : whole.span.start - offset]
        does = _OF_WHOLE.match(text, whole.span.end - offset) if some.unit == whole.unit and some.measure is whole.measure is Measure.LEVEL and OUT_OF.fullmatch(between) and "/" not in between else None
        if does is not None and some.value < whole.value and clean(does["does"]).lower() in whole.indicator.lower():
            them = f"{whole.unit} {clean(does['who'])}".strip()
            out[i - 1 : i + 1] = [replace(some, indicator=f"{them} {re.sub('^đã ', '', does['does'])}"), replace(whole, indicator=them)]
    return out


_OF_WHOLE = re.compile(r"\s(?P<who>(?:[^,;:.()\d]{1,50}?\s)??)(?P<does>(?:chưa|không|đã|được|bị|đạt|vượt|hoàn thành|giải ngân|đang|có|còn|tăng|giảm)\s[^,;:.()\d]{2,60}?|thành công|bất thành|thất bại)(?=\s(?:vì|do|nhờ|nên|so với|khiến|trong khi)\s|\s*(?:[,;:.()]|$)|\s\d)", re.I)
_DEALT_ON = re.compile(r"\s*(?:,|;|và|,\s*và)\s*", re.I)


__all__ = ["Read", "Setting", "clean", "compared_in", "head_of", "read_sentence", "scope_of"]
