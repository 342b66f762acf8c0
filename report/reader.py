"""The figures of a report, and of a bare sentence.

`read_figures` walks the blocks in order and hands each sentence what its paragraph, section and report say about time
and modality; tables go to `grid`, sentences to `prose`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from report import patterns, prose
from report.grid import over_by, read_table
from report.lexicon import MEASURED, TRIGGER
from report.model import Base, Block, BlockKind, Direction, Figure, Measure, Modality, Period, Report
from report.neighbours import told_around
from report.patterns import FAMILY_HEAD
from report.periods import PeriodMention, periods, same, until, with_year
from report.phrases import topic_of
from report.plainer import plainer
from report.prose import Setting
from report.retiming import behind_brackets, timed_by_wholes
from report.rows import name_of
from report.sentences import sentences
from report.text import UPPER, words
from report.told_by_titles import bracketed, of_which_trade
from report.within import parts_within

# A heading is about plans when it starts so: a title may name results first and plans after ("…, phương hướng 2016–2020").
# "Chi bám dự toán", "Thu vượt kế hoạch" hold what was done to the plan.
_HELD_TO = "".join(f"(?<!\\b{word} )" for word in ("bám", "sát", "vượt", "đạt", "bằng", "hụt", "hơn", "quá", "dưới", "trên", "chạm", "cán", "lỡ", "trượt", "xong", "theo", "đúng"))
_PLANNED = re.compile(rf"^\W*(?:(?:điều|phần|chương|mục|phụ lục)\s+(?:thứ\s+)?\w+\s*[.:]?\s*)?(?:(?:[IVX]+|\d+|[A-Za-zđĐ])[.)]\s*)?(?:\w+\s+){{0,2}}?{_HELD_TO}(?:phương hướng|nhiệm vụ|mục tiêu|chỉ tiêu|kế hoạch|định hướng|dự toán|dự báo|giải pháp)(?!\w)", re.I)
_COMPARED = re.compile(r"\W*(?:[\w.]{1,4}[.)]\s*)?so với(?!\w)", re.I)
# "Chỉ tiêu ngành" under "Kết quả thực hiện" lists what came of them.
_ONLY_LISTED = re.compile(r"^\W*(?:(?:[IVX]+|\d+(?:\.\d+)*|[A-Za-zđĐ])[.)]\s*)?(?:(?:các|một số|những|nhóm)\s+)*chỉ tiêu(?!.*(?:phấn đấu|mục tiêu|kế hoạch|nhiệm vụ|cuối năm|cuối kỳ|năm tới|thời gian tới|quý tới|tháng tới|còn lại|giai đoạn|đến năm))", re.I)
_DONE = re.compile(r"(?<!\w)(?:kết quả|ước thực hiện|tình hình|đánh giá|thực trạng|hạn chế)(?!\w)", re.I)


def planned(title: str) -> bool:
    """Whether a heading announces what is to be done, not what was."""
    return bool(_PLANNED.search(title)) and not _DONE.search(title)


def planned_after(title: str) -> bool:
    """Whether a title names results and plans both ("Tình hình 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm"): what stands under it may be either."""
    return bool(re.search(r"(?<!\w)(?:phương hướng|nhiệm vụ|mục tiêu|kế hoạch|giải pháp)(?!\w)", title, re.I))


def _main_period(found: list[PeriodMention], year: int | None, *, prices: bool = False) -> Period:
    """The period that a heading is about: the widest run of months it names, else the first it names.

    Of `prices` it is the one month that it names: "CPI tháng 6 tăng 0,42%, bình quân nửa đầu năm tăng 3,38%" tells of the month, but where it says the mean.
    """
    about = [m.period for m in found if m.role != "base" and m.period.kind in ("year", "quarter", "month", "months", "half", "range", "season") and (m.period.kind != "range" or m.period.year)]
    known = next((p.year for p in about if p.year), year)
    months = [p for p in about if p.kind in ("months", "half")] or [p for p in about if p.kind == "quarter"]
    if all(p.kind == "quarter" for p in months) and (whole := next((p for p in about if p.kind == "year" and any(p.year in (None, q.year or known) for q in months)), None)):
        months = [whole]  # "quý IV và cả năm 2024": the widest
    chosen = months[0] if months else about[0] if about else Period()
    of_month = [p for p in about if p.kind == "month"]
    if prices and len(of_month) == 1 and chosen.kind in ("months", "half", "quarter"):
        chosen = of_month[0]
    return with_year(chosen, known)


_PRICES = re.compile(r"giá tiêu dùng|(?<!\w)CPI(?!\w)|giá cả thị trường", re.I)


def _headlines(report: Report) -> list[str]:
    """The lines at the head of a text that may be its headline, below the name of an office and the path of a page."""
    lines = [line.strip() for line in report.text[:_HEAD].splitlines()[:-1]]
    return [line for line in lines if 20 < len(line) < 200 and not re.search(r"[.;:|\t>]$|[|>\t]", line)]


def _report_setting(report: Report) -> Setting:
    headlines = _headlines(report)
    above = [line for line in headlines if report.sections and report.text.find(line) < report.sections[0].span.start]  # a headline, before what the first section under it is headed
    headed = [s.title for s in report.sections[:1]]
    titles = [*(t for t in (report.title,) if t not in headed), *above, *headed, *headlines]
    first = report.sections[1].span.start if len(report.sections) > 1 else min(len(report.text), 600)
    opening = report.text[: max(200, min(first, 1200))]
    prices = any(_PRICES.search(t) for t in (report.title, *(s.title for s in report.sections[:2]), *headlines)) and re.search(r"so (?:với )?(?:cùng kỳ|tháng (?:trước|liền))", report.text) is not None
    period = Period()
    year: int | None = None
    for text in titles:
        body = re.sub(r"(?i)ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}|ngày\s+\d+/\d+/\d+|số\s+[\d/]+\S*", " ", text)
        found = periods(body)
        year = year or next((m.period.year for m in found if m.period.year and m.role != "base"), None)
        if not period:
            period = _main_period(found, None, prices=prices)
            if period and period.year is None:
                period = with_year(period, year or _year_published(period, report) or _year_with(period, report.text[:6000]) or _year_of(opening))
        if period:
            break
    if not period or year is None:
        told, most = _told_most(report.text[:6000])
        year = year or most
        period = period or with_year(told, year)
    span = period if period.kind == "range" else Period()
    half = next((with_year(m.period, period.year or year) for text in (*titles, opening) for m in periods(text) if m.period.kind == "season" and (m.period.part or 0) % 100), Period())
    return Setting(prices=prices, period=period, half=half, range=span, year=period.year or year, modality=Modality.TARGET if planned(report.title) and not re.search(r"[;:]|báo cáo", report.title, re.I) else Modality.ACTUAL)


def _title_periods(report: Report, year: int | None) -> list[Period]:
    """The periods that the title names: "quý III và 9 tháng năm 2024" names two, and a sentence may mean either."""
    found = [with_year(m.period, year) for m in periods(report.title) if m.role != "base" and m.period.kind in ("month", "months", "quarter", "half", "year")]
    out: list[Period] = []
    for p in found:
        if not any(same(p, q) for q in out):
            out.append(p)
    return out


def _times(report: Report, section: int | None, named: list[Period], whole: Period, here: Period) -> list[Period]:
    """The times that a paragraph may go on with: those of the report's title and, under a headline that tells what happened, its own beside the report's."""
    title = report.sections[section].title if section is not None else ""
    if not here or not whole or same(here, whole) or not (TRIGGER.search(title) or re.search(r"(?:lũy|luỹ) kế|cộng dồn|tính chung", title, re.I)):
        return named
    return [*named, *(p for p in (whole, here) if not any(same(p, q) for q in named))]


_QUOTES = re.compile(r"\W*(?:Trong|Với|Đóng góp vào|Góp vào)\s+(?:mức\s+|tỷ lệ\s+|tốc độ\s+)?(?P<how>tăng|giảm)(?:\s+(?:chung|trưởng|trưởng chung))?\s+(?P<rate>\d+(?:[.,]\d+)?)\s?%", re.I)


def _quoted(sentence: str, told: Sequence[Figure]) -> Figure | None:
    """The change that a sentence starts from, where it was told before: "Trong mức tăng chung 0,72%, nhóm giao thông đóng góp …"."""
    m = _QUOTES.match(sentence)
    if m is None:
        return None
    rate, way = Decimal(m["rate"].replace(",", ".")), Direction.UP if m["how"].lower() == "tăng" else Direction.DOWN
    return next((f for f in reversed(told) if f.measure is Measure.GROWTH and f.unit == "%" and f.value == rate and f.direction is way), None)


def _told_most(text: str) -> tuple[Period, int | None]:
    """The time that a text without a dated title speaks of, and the year: a run of months where one is named, else the year."""
    found = [m.period for m in periods(text) if m.role != "base" and m.period.kind]
    years = Counter(p.year for p in found if p.year and p.kind != "range").most_common(1)
    year = years[0][0] if years else None
    runs: Counter[tuple[str, int | None]] = Counter()
    for p in found:
        if p.year in (None, year) and p.kind in ("months", "half", "quarter"):
            runs[(p.kind, p.part)] += 1
        elif p.kind == "date" and p.year in (None, year) and (p.part or 0) % 100 >= 28:
            runs[("months", (p.part or 0) // 100)] += 1
    named = [(kind, part) for (kind, part), n in runs.most_common() if kind in ("months", "half") and part not in (1, 12) or n > 2]
    if named:
        return Period(named[0][0], year, part=named[0][1]), year
    return (Period("year", year) if year else Period()), year


_BYLINE = re.compile(r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>20\d\d)(?!\d)|ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>20\d\d)", re.I)
_OF_A_PAPER = re.compile(r"(?<!\w)(?:số|quyết định|công văn|nghị quyết|kèm theo|thông tư|nghị định|chỉ thị|căn cứ|từ|đến)(?!\w)", re.I)
_OF_THIS_PAPER = re.compile(r"\W*(?:số\s?:|(?:ban hành )?kèm theo\s)", re.I)  # "Số: 12/BC-CTK  Hà Lam, ngày 6 tháng 01 năm 2026"


def _year_published(period: Period, report: Report) -> int | None:
    """The year of a title's "tháng 6" by the date that stands over the text: the last one in which that time was over, or nearly, when it was published."""
    ends = {"month": period.part, "months": period.part, "quarter": 3 * (period.part or 0), "half": 6 * (period.part or 0)}.get(period.kind)
    for line in report.text[:_HEAD].splitlines():
        own = len(line) < 90 and (_OF_THIS_PAPER.match(line) is not None or not _OF_A_PAPER.search(_BYLINE.sub(" ", line)))
        m = _BYLINE.search(line) if own else None
        if m is not None and ends:
            month, year = int(m["month"] or m["m"]), int(m["year"] or m["y"])
            return (year if ends <= month else year - 1) if 1 <= month <= 12 else None
    return None


def _year_with(period: Period, text: str) -> int | None:
    """The year that `text` gives with the same time ("quý III/2025" for a title's "quý III"), else the one it speaks of most."""
    told = [m.period for m in periods(text) if m.role == "period" and m.period.year]
    years = Counter(p.year for p in told if same(p, period, any_year=True)) or Counter(p.year for p in told if p.kind not in ("range", "date"))
    return years.most_common(1)[0][0] if years else None


def _year_of(text: str) -> int | None:
    m = re.search(r"(?:năm|/)\s*((?:19|20)\d{2})", text)
    return int(m[1]) if m else None


def _section_setting(report: Report, index: int | None, base: Setting) -> Setting:
    """`base` with what the titles from the outermost section down to `index` say."""
    path: list[int] = []
    while index is not None:
        path.append(index)
        index = report.sections[index].parent
    setting = base
    for i in reversed(path):
        title = report.sections[i].title
        found = periods(title)
        period = _main_period(found, setting.year, prices=setting.prices)
        ahead = setting.modality in (Modality.TARGET, Modality.FORECAST) and over_by(with_year(period, setting.year), setting.period)  # an appendix of September under what is forecast for October
        if period.kind == "range":
            setting = replace(setting, range=period, period=period, year=period.year)
        elif period:
            setting = replace(setting, period=period, year=period.year or setting.year)
        if len(title) > 200:
            continue
        if (told := prose.compared_in(title)) is not Base.NONE or _COMPARED.match(title):
            several = told is Base.NONE and re.search(r"cùng kỳ|cùng tháng", title, re.I) and not re.search(r"(?<!\w)(?:tháng|quý|kỳ) (?:trước|liền)", title, re.I)  # "So với cùng kỳ và so với tháng 12 năm trước": not with the month before
            setting = replace(setting, titled=told, opened=Base.YEAR if several else Base.NONE, opened_of=setting.period if several else Period())
            if told is Base.PREVIOUS and not period and setting.period.kind == "months" and setting.period.part and re.search(r"so\s+(?:với\s+)?tháng", title, re.I):
                setting = replace(setting, period=Period("month", setting.period.year, part=setting.period.part))  # only a month is compared with the month before
        if planned(title):
            if not (_ONLY_LISTED.match(title) and any(_DONE.search(report.sections[j].title) for j in path[path.index(i) + 1 :] if report.sections[j].title != report.title and not planned_after(report.sections[j].title))):
                setting = replace(setting, modality=Modality.TARGET)
        elif _DONE.search(title) or ahead:
            setting = replace(setting, modality=Modality.ACTUAL)
    return setting


def read_figures(report: Report) -> tuple[Figure, ...]:
    """Every figure of `report`, in the order of the text."""
    base = _report_setting(report)
    notes = {b.label: b.span.of(report.text) for b in report.blocks if b.kind is BlockKind.NOTE}
    out: list[Figure] = []
    cache: dict[int | None, Setting] = {}
    section: int | None | str = ""
    setting = base
    ranged = base.range
    named = _title_periods(report, base.year)
    last: Period = Period()  # of the periods that the title names, the one spoken of last in this section
    compared: tuple[int | None, Base, Period] = (None, Base.NONE, Period())
    opened: Period = Period()  # the time of the first level of the paragraph before, in the same section
    first_told: dict[tuple[int | None, str, int | None, int | None], Base] = {}  # what the changes of a month are measured from, where it is first told
    intro: Setting | None = None
    of_label = ""  # what the paragraph that announces a list is about
    outer: list[tuple[str, Setting | None, str]] = []  # the mark of an item that announces a list of its own, and what was announced and spoken of around it
    for block in report.blocks:
        if block.section not in cache:
            cache[block.section] = _section_setting(report, block.section, base)
        if block.section != section:
            section, setting, intro = block.section, cache[block.section], None
            if setting.titled is not Base.NONE or setting.opened is not Base.NONE:
                compared = (compared[0], Base.NONE, Period())  # what the section before was compared with is over
            outer.clear()
            last = opened = Period()
            if not setting.range:
                setting = replace(setting, range=ranged)
        text = block.span.of(report.text)
        if block.kind is BlockKind.TABLE and block.table is not None:
            out += read_table(report, block.table, replace(cache[block.section], range=setting.range, main=base.period if base.modality is Modality.ACTUAL else Period()), notes, section=block.section, page=block.page)
            continue
        if block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
            continue
        start = cache[block.section]
        top = _top(report, block.section)
        if compared[0] != top:
            compared = (top, Base.NONE, Period())
        current = replace(start, main=start.period, base=compared[1], base_of=compared[2], range=setting.range or start.range, period=setting.period if not start.period else start.period, subject=setting.subject, unit=setting.unit, counted=setting.counted, changed=setting.changed if block.kind is BlockKind.ITEM else ())
        if compared[2] and (usual := first_told.get((top, start.period.kind, start.period.part, start.period.year))) is not None and same(compared[2], start.period) and block.kind is BlockKind.PARAGRAPH:
            current = replace(current, base=usual)  # what was compared otherwise in passing is over with its paragraph
        if block.kind is BlockKind.PARAGRAPH and not _GOES_ON.match(text):
            current = replace(current, subject="", unit="", counted=tuple(c for c in setting.counted if c[0] != "lượt"))
        elif block.kind is BlockKind.PARAGRAPH:
            current = replace(current, totals=setting.totals)
        elif block.kind is BlockKind.ITEM and intro is None and _mark(report.text, block) in _COUNTED_OFF and not _GOES_ON.match(text):
            current = replace(current, apart=True)
        times = _times(report, block.section, named, base.period, start.period)
        if last and len(times) > 1 and any(same(start.period, p) for p in times):
            current = replace(current, period=last)
        if opened and block.kind is BlockKind.PARAGRAPH and _BY_PARTS.match(text):
            current = replace(current, period=opened)  # "Phân theo nguồn, …" deals out the whole, not what "riêng tháng 8" was told of last
        if block.kind is BlockKind.NOTE:
            current = replace(base, year=start.year)
            if _GOES_ON.match(text):  # a footnote that tells the parts of what it is put to
                current = replace(current, subject=setting.subject, unit=setting.unit, totals=setting.totals, period=setting.period or current.period)
        mark = _mark(report.text, block) if block.kind is BlockKind.ITEM else ""
        again = mark in _COUNTED_OFF and not _FIRST_MARK.match(report.text, _line_start(report.text, block))  # "c)" behind "- … gồm:" goes on with what "b)" was one of
        while outer and (any(mark == told for told, *_ in outer) or again and not any(c.isalnum() for c in outer[-1][0])):  # with what was announced below it
            _, intro, of_label = outer.pop()
        if block.kind is BlockKind.ITEM and intro is not None:
            current = intro
        around = current.period
        label = _label(text, item=block.kind is BlockKind.ITEM) or _place_of(text, block.span.start, report) if block.kind is not BlockKind.NOTE else ""
        if block.kind is BlockKind.ITEM and intro is not None and of_label:
            label = f"{of_label}: {label}" if label and label.lower() not in of_label.lower() else of_label
        flow = _trade(report.sections[block.section].title) if block.section is not None else ""
        for span in sentences(text, block.span.start):
            if label and span.start > block.span.start and current.head == "" and not current.subject:
                current = replace(current, head=label)
            if (quoted := _quoted(span.of(report.text), out)) is not None:
                current = replace(current, period=quoted.period, base=quoted.base, base_of=quoted.period)
            read = prose.read_sentence(span.of(report.text), span.start, current, section=block.section, page=block.page)
            relabelled = span.start > block.span.start and (_LABEL.match(span.of(report.text)) or _OF_ALL.match(span.of(report.text))) is not None
            traded = flow or _trade_before(report.text[block.span.start : span.start], span.of(report.text))
            out += [_labelled(f, "" if relabelled else label, traded) for f in _noted(read.figures, block, report)]
            current = replace(read.after, head=current.head if block.kind is BlockKind.ITEM else "")
            for f in read.figures:
                if f.measure is Measure.GROWTH and f.base in (Base.PREVIOUS, Base.YEAR) and f.period.kind in ("month", "quarter"):
                    first_told.setdefault((top, f.period.kind, f.period.part, f.period.year), f.base)
        if any(same(current.period, p) for p in times):
            last = _wider(current.period, [f.period for f in out if f.span.start >= block.span.start], times)
        if block.kind is not BlockKind.NOTE:
            compared = (top, current.base, current.base_of)
            setting = replace(setting, range=current.range, subject=current.subject, unit=current.unit, counted=current.counted, totals=current.totals, changed=current.changed)
        ranged = current.range
        inside = [f for f in out if f.span.start >= block.span.start]
        if block.kind is BlockKind.PARAGRAPH:
            opened = next((f.period for f in inside if f.measure is Measure.LEVEL and f.modality is not Modality.TARGET), Period())
        if block.kind is BlockKind.ITEM and (announced := _intro(text, current, start, done=True, told=inside)) is not None:
            outer.append((mark, intro, of_label))
            if not inside and (titled := _label(f"{text} ", item=True)) and len(sentences(text)) == 1:
                of_label = titled if not of_label or of_label.lower() in titled.lower() else f"{of_label}: {titled}"  # "Cụm công nghiệp:" and no more
            outside = intro.modality if intro is not None else start.modality
            if not inside:
                intro = replace(announced, modality=outside) if announced.modality is start.modality else announced
            else:  # a list of the parts of its figures: of their time, as they were told
                told = next((f for f in reversed(inside) if f.measure is Measure.LEVEL), inside[0])
                open_ones = [f for f in inside if (rest := report.text[f.span.end : block.span.end]).count(")") <= rest.count("(")]
                intro = replace(announced, modality=told.modality if told.modality is Modality.ESTIMATE else outside, period=announced.period if announced.titled is not current.titled else open_ones[-1].period if open_ones else around, head="" if told.unit == "nhóm" else told.indicator if announced.head and told.sentence.end >= block.span.end - 2 else announced.head)
        if block.kind is BlockKind.PARAGRAPH:
            outer.clear()
            of_label = label
            intro = _intro(text, current, start, done=any(_DONE.search(t) and not planned_after(t) for t in report.section_path(block.section)), told=inside)
    own = _own_name(report)
    headed = (_traded_in_full(_under_title(f, report), report) for f in out)
    every = sorted((_one_way(_without_owner(f, own)) for f in headed if f.indicator or not _bare_goal(f, report)), key=lambda f: (f.span.start, f.span.end))
    return tuple(timed_by_wholes(behind_brackets(parts_within(of_which_trade(bracketed(told_around(_of_the_last_year(every, report), report), report), report), report), report), report))


_OF_THE_YEARS = re.compile(r"(?<!\w)(?:giai đoạn|nhiệm kỳ|bình quân|lũy kế|cộng dồn|tổng cộng|(?:\d|hai|ba|bốn|năm) năm(?! \d))(?!\w)", re.I)


def _of_the_last_year(figures: list[Figure], report: Report) -> list[Figure]:
    """`figures`, where what a title alone says is of a run of years, but is held against one year before them, is of the last of these.

    "Than sạch: 84 nghìn tấn, bằng 24,0% năm 2015 (350 nghìn tấn)" under "Kết quả giai đoạn 2016 - 2020".
    """
    out = list(figures)
    for i, f in enumerate(out):
        if f.table is not None or f.period.kind != "range" or not f.period.first or f.base is Base.AVERAGE or _OF_THE_YEARS.search(f.sentence.of(report.text)):
            continue
        beside = [g for g in figures if g.sentence == f.sentence and g.indicator == f.indicator and g.head == f.head]
        stated = (Measure.LEVEL, Measure.SHARE)
        then = [g.period if g.measure in stated and (g.measure is f.measure and g.unit == f.unit or _paired(g, beside)) else g.base_period for g in beside if g is not f or f.measure not in stated]
        if any(p.kind == "year" and p.year == f.period.first - 1 for p in then):
            out[i] = replace(f, period=Period("year", f.period.year, label=f"năm {f.period.year}"))
    return out


def _paired(g: Figure, beside: Sequence[Figure]) -> bool:
    """Whether a share is told of two times in one sentence: what it is the share of is of the same two ("3.267 tỷ đồng, chiếm 31,6% (năm 2020: 34,1%)")."""
    return g.measure is Measure.SHARE and any(h is not g and h.measure is g.measure and h.period != g.period for h in beside)


_COMPANY = re.compile(
    rf"(?<!\w)(?:Công ty|CTCP|CTY|Tập đoàn|Tổng công ty|Ngân hàng|Hợp tác xã|HTX)(?: (?:Cổ phần|cổ phần|CP|TNHH|MTV|Một thành viên|một thành viên|TMCP|Thương mại|thương mại))*\s+(?P<name>[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{1,3}})"
)


def _own_name(report: Report) -> re.Pattern[str] | None:
    """The name of the company that a report is of: told as a company's early on, and said again and again."""
    told = Counter(m["name"] for m in _COMPANY.finditer(report.text[:3000]))
    names = [n for n in told if len(n.split()) > 1 and len(re.findall(rf"(?<!\w){re.escape(n)}(?!\w)", report.text)) > 2]
    if len(names) != 1:
        return None
    return re.compile(rf"\s*(?:(?<!\w)(?:của|tại|ở)\s+)?(?:(?:công ty|CTCP|tập đoàn|tổng công ty|ngân hàng)(?: cổ phần| CP| TNHH| TMCP)?\s+)?(?<!\w){re.escape(names[0])}(?!\w)\s*", re.I)


_MERE_VERBS = frozenset(("tăng", "giảm", "đạt", "lần lượt", "tương ứng"))
_ITS_WAY = re.compile(r"\s+(?:thặng dư|thâm hụt|xuất siêu|nhập siêu)$", re.I)


def _one_way(f: Figure) -> Figure:
    """A balance under another one without that one's way: "khối trong nước nhập siêu" after "cán cân thương mại thặng dư …"."""
    if f.head.lower() in _MERE_VERBS:
        return replace(f, head="")  # "… A và B, tăng lần lượt 1,7% và 1,6%"
    return replace(f, head=_ITS_WAY.sub("", f.head)) if _ITS_WAY.search(f.head) and _ITS_WAY.search(f" {f.indicator}") else f


_SHORT_TRADE = re.compile(r"(?<=\w )(?<!sản )(?<!đề )(?<!tái )(?<!truy )(?<!chiết )(?<!thu )(?<!sáp )(?<!gia )(?<!hội )(?<!xâm )(?<!hòa )(?<!tiếp )(xuất|nhập)$", re.I)


def _traded_in_full(f: Figure, report: Report) -> Figure:
    """A figure named "cà phê xuất" is of the export where its paragraph speaks of exports."""
    short = _SHORT_TRADE.search(f.indicator) if f.table is None else None
    told = short and f"{short[1].lower()} khẩu" in report.text[report.text.rfind("\n", 0, f.sentence.start) + 1 : f.sentence.end].lower()
    return replace(f, indicator=f"{f.indicator} khẩu") if told else f


def _without_owner(f: Figure, own: re.Pattern[str] | None) -> Figure:
    """A figure whose name leaves out whose report it stands in: every figure of it is theirs."""
    if own is None or not (found := own.search(f.indicator)):
        return f
    left = f"{f.indicator[: found.start()]} {f.indicator[found.end() :]}".strip()
    return replace(f, indicator=left, scope=f.scope or found[0].strip().removeprefix("của ")) if left else f


_GOAL_ALONE = re.compile(r"\W*(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán)(?: [^,;:()\d]{1,25})?(?: \d{4})?:\s", re.I)


def _bare_goal(f: Figure, report: Report) -> bool:
    """Whether a figure is a goal that says nowhere of what: "Mục tiêu cả năm: 17.200 tỷ đồng" as a heading."""
    return not f.indicator and not f.head and f.modality is Modality.TARGET and f.measure is Measure.LEVEL and _GOAL_ALONE.match(f.sentence.of(report.text)) is not None


_PAPER = re.compile(r"(?:báo|báo cáo|bản tin|thông cáo|tờ trình|cổng thông tin|trang tin|tạp chí)(?!\w)", re.I)  # what a text is, not what its figures are of
_SHORT = re.compile(r"(?:tổng |số |số tiền |kết quả |mức )*(?:đã )?(?P<core>thu|chi|giải ngân|thanh toán)(?: được| thêm)*", re.I)
_RATE_ALONE = re.compile(r"(?:mức|tốc độ|nhịp độ) (?:tăng|giảm)(?: trưởng| giá| chung| bình quân)*", re.I)
_BARE_COUNT = re.compile(r"vụ|ca|trường hợp|cuộc|(?:làm |gây |khiến )?(?:chết|bị thương|tử vong|mắc)(?: người)?|người (?:chết|bị thương|mắc)", re.I)
_NUMBERED = re.compile(r"^\W*(?:(?:[IVX]+|\d+|[A-Za-zđĐ])(?:\.\d+)*[.)]\s*)?(?:Về\s+)?")
_FULL = {
    "thu": re.compile(r"(?<!\w)thu (?:ngân sách|NSNN)(?: nhà nước)?", re.I), "chi": re.compile(r"(?<!\w)chi (?:ngân sách|NSNN)(?: nhà nước| địa phương)?", re.I),
    "giải ngân": re.compile(r"(?<!\w)giải ngân (?:các nguồn |kế hoạch )?(?:vốn )?đầu tư công", re.I),
}  # fmt: skip
_NARROWED = re.compile(r"\s+(?:qua (?=thanh tra|kiểm tra|công tác|kênh|rà soát|cưỡng chế|quyết toán|các )|từ (?!đầu|nay|tháng|quý|ngày|\d)|nhờ |tiền |thuế |(?:lệ )?phí )", re.I)  # "thu được 97 tỷ đồng qua thanh tra" is not all that is collected
_CAPITAL_TOLD = re.compile(r"(?<!\w)vốn đầu tư công(?!\w)", re.I)
_PUBLIC_INVESTMENT = re.compile(r"\W*(?:\w{1,3}[.)]\s*)?(?:về\s+)?(?:vốn\s+)?đầu tư công(?!\w)", re.I)  # "Đầu tư công: tăng tốc nhưng còn nghẽn" heads what is spent of it


_THIS_GROUP = re.compile(r"\W*(?:Đây (?:cũng )?là (?:nhóm|ngành|lĩnh vực|mặt hàng)|(?:Nhóm|Ngành|Lĩnh vực|Mặt hàng) này)(?!\w)", re.I)
_ON_WHOLE = re.compile(r"(?:(?:đây là )?(?:nhóm|ngành|lĩnh vực|mặt hàng)(?: này)? .*?(?:làm|khiến|kéo|đẩy)(?: cho)? |đóng góp của (?:nhóm|ngành|lĩnh vực|mặt hàng)(?: này| tăng| giảm)? vào )?(?P<whole>(?:CPI|GRDP|IIP)(?: chung)?)", re.I)


def _under_title(f: Figure, report: Report) -> Figure:
    """A figure named only "số thu" has for its head what the titles above it collect: "Thu ngân sách"."""
    if not f.indicator and f.section is not None:
        for title in reversed(report.section_path(f.section)):
            named = prose.clean(_NUMBERED.sub("", title).strip(" *:."))
            if named and len(named.split()) < 16 and not _TELLS.search(named) and not (_PAPER.match(named) and _bare_goal(f, report)) and not re.search(r"\d|[,.:!?]", named):
                return replace(f, indicator=named, head="" if f.head.lower() == named.lower() else f.head)
    if f.section is not None and _THIS_GROUP.match(report.text, f.sentence.start):
        named = prose.clean(_NUMBERED.sub("", report.sections[f.section].title).strip(" *:."))
        if named and len(named.split()) < 12 and not _TELLS.search(named) and not re.search(r"\d|[.:!?]|(?<!\w)(?:nhóm|tăng|giảm)(?!\w)", named):
            named = f"{named[0].lower()}{named[1:]}"
            if (works := _ON_WHOLE.fullmatch(f.indicator)) and f.unit == "điểm phần trăm":
                return replace(f, indicator=f"đóng góp của {named} vào {works['whole']}", head="")  # "Nhóm này tác động làm CPI chung tăng 0,1 điểm phần trăm" under "Hàng ăn"
            if f.measure is Measure.GROWTH and (f.indicator in ("", "nhóm", "ngành") or patterns.MOST_OF_GROUPS.fullmatch(f.indicator)):
                return replace(f, indicator=named, head="")  # "Đây là nhóm tăng cao nhất (3,12%)" under "Giáo dục"
    if f.section is not None and _RATE_ALONE.fullmatch(f.indicator or "-") or f.section is not None and _RATE_ALONE.fullmatch(f.head or "-"):
        for title in reversed(report.section_path(f.section)):
            named = prose.clean(_NUMBERED.sub("", title).strip(" *:."))
            if MEASURED.match(named) and len(named.split()) < 10 and not re.search(r"\d|[,.:!?]", named):
                named = named.lower() if named.isupper() and " " in named else named
                return replace(f, indicator=named) if _RATE_ALONE.fullmatch(f.indicator) else replace(f, head=named if named.lower() != f.indicator.lower() else "")  # "Mức tăng bình quân 7 tháng …" under "Chỉ số giá tiêu dùng"
    if not f.head and f.section is not None and _BARE_COUNT.fullmatch(f.indicator) and f.unit:
        for title in reversed(report.section_path(f.section)):
            named = prose.clean(_NUMBERED.sub("", title).strip(" *:."))
            if 1 < len(named.split()) < 8 and not _TELLS.search(named) and not re.search(r"[\d,.:!?–-]", named):
                return replace(f, head=named)  # "xảy ra 118 vụ" under "Tai nạn giao thông"
            break
    short = _SHORT.fullmatch(f.indicator) if not f.head else None
    if short is None or _NARROWED.match(report.text, f.span.end):
        return f
    core = short["core"].lower().replace("thanh toán", "giải ngân")  # what the treasury calls paid, of capital
    for title in (*reversed(report.section_path(f.section)), report.title, report.text[:200].lstrip().partition("\n")[0], *_headlines(report)):
        if full := _FULL[core].search(title):
            return replace(f, head=full[0].lower().replace("nsnn", "ngân sách nhà nước"))
        if core == "giải ngân" and _PUBLIC_INVESTMENT.match(title):
            return replace(f, head="giải ngân vốn đầu tư công")
    if core == "giải ngân" and _CAPITAL_TOLD.search(report.text[report.text.rfind("\n", 0, f.sentence.start) + 1 : f.sentence.start]):
        return replace(f, head="giải ngân vốn đầu tư công")  # "Kế hoạch vốn đầu tư công là 78 tỷ đồng. Đến ngày 20/6 giải ngân 31 tỷ đồng"
    return f


_LABEL = re.compile(r"\W*(?:\w{1,3}[.)]\s+)?(?P<label>[^\W\d][^\d:.;!?()]{2,70}(?:\([^():\d]{1,20}\))?)(?:\s\((?:tính |số liệu )?(?:từ|đến|ngày|tháng|quý|năm|kỳ)\s[^():]{1,50}\))?\**:(?=\**\s)")
_TITLED = re.compile(r"\W*(?:\d+(?:\.\d+)*[.)]|[a-zđ][.)]|\*\*)\s*(?P<label>[^\W\d][^\d:.;!?()]{2,50})\.\**\s+(?=\w)")  # "3.1. Khách du lịch. Nửa đầu năm, tỉnh đón …"
_TITLED_ITEM = re.compile(rf"\W*(?P<label>[{UPPER}][^\d:.;!?(),]{{2,40}})\.\**\s+(?=[{UPPER}])")
_PAIRED = re.compile(r"\W*[^:\d]{2,70}:\s*\d[\d.,]*\s*[^\d,;:.()]{0,20},\s*[^\d,;:()]{2,40}:\s*\d")  # "Nhật Bản: 17.920 người, Đài Loan: 14.310 người" labels nothing
_BOTH_WAYS = re.compile(r"(?<!\w)xuất\s*(?:,|/|-|–|và|,\s*và)?\s*nhập khẩu(?!\w)", re.I)  # "Xuất, nhập khẩu" is of neither alone
_TRADED = re.compile(r"(?<!\w)(xuất khẩu|nhập khẩu)(?!\w)", re.I)


def _label(text: str, *, item: bool = False) -> str:
    """What a paragraph that starts so is about: "**Hàng dệt may:** xuất khẩu trong tháng …"."""
    text = plainer(text)
    found = _LABEL.match(text) or _TITLED.match(text) or (_TITLED_ITEM.match(text) if item else None)
    if found is None or _PAIRED.match(text):
        return ""
    label = prose.clean(found["label"].strip(" *"))
    return label if label and len(label.split()) < 14 and not _TELLS.search(label) else ""


_KIND_OF_PLACE = r"(?:tỉnh|thành phố|TP\.?|huyện|thị xã|xã|phường|quận|đặc khu|cửa khẩu(?: quốc tế| quốc gia| phụ| chính)?|cảng(?: biển| cạn| hàng không)?|ga|sân bay|khu công nghiệp|cụm công nghiệp|khu kinh tế|KCN|CCN|KKT)"
_CAPITALS = rf"[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*)"
# "Tại Khánh Hòa, tổng thu …" in a report of the whole country: the paragraph is of that place.
_PLACED = re.compile(rf"\W*(?:(?:Riêng\s+)?(?:[Tt]ại|[Ởở])|Riêng)\s+(?P<whole>(?:{_KIND_OF_PLACE}\s+(?=\S)(?P<place>{_CAPITALS}{{0,3}})|(?P<bare>{_CAPITALS}{{1,3}}))),\s")
_OF_ALL = re.compile(r"\W*(?:(?:tính\s+)?chung\s+)?(?:cả nước|toàn quốc|toàn tỉnh|cả tỉnh|toàn ngành|toàn vùng)(?!\w)", re.I)


def _place_of(text: str, start: int, report: Report) -> str:
    """The place that a paragraph says first it is of, where it is not that of the whole report."""
    m = _PLACED.match(text)
    return m["whole"] if m and (m["place"] or m["bare"]).lower() not in f"{report.title}\n{report.text[: min(_HEAD, start)]}".lower() else ""


_HEAD = 400  # characters in which a report says whose it is
_TELLS = re.compile(r"(?<!\w)(?:thừa nhận|cho biết|cho hay|cho rằng|nói|chia sẻ|khẳng định|nhấn mạnh|lý giải|sau|trong đó|cụ thể|gồm|là|như|có(?! vốn)|được|đạt|chính|chủ yếu|theo|tăng|giảm|kết quả|tình hình|mục tiêu|chỉ tiêu|nhiệm vụ|nội dung)(?!\w)", re.I)


def _trade(title: str) -> str:
    """The direction of the trade that a section is about, where its title names one: "nhóm hàng nhập khẩu"."""
    named = {m[1].lower() for m in _TRADED.finditer(title)}
    told = TRIGGER.search(title) is not None  # a headline says what happened to it; what stands below is of much else
    return named.pop() if len(named) == 1 and not told and not _BOTH_WAYS.search(title) else ""


_GOODS_ARE = re.compile(r"\W*(?:(?:các|những|một số|hai|ba|bốn|năm) )?(?:nhóm (?:mặt )?hàng|mặt hàng|ngành hàng|sản phẩm|thị trường)(?: [^\W\d]+){0,2} (?:lớn|chính|chủ lực|chủ yếu|trọng điểm|dẫn đầu|tiêu biểu)(?: nhất)?(?: của [^,;:.()\d]{2,20})? (?:gồm|là|như|có|vẫn là)(?!\w)", re.I)


def _trade_before(before: str, sentence: str) -> str:
    """The direction of the trade that a paragraph told of last, where a sentence goes on with its goods: "Xuất khẩu đạt … . Các nhóm hàng lớn gồm dệt may …"."""
    told = [m[1].lower() for m in _TRADED.finditer(before)] if _GOODS_ARE.match(sentence) and not _TRADED.search(sentence) else []
    return told[-1] if told else ""


def _labelled(f: Figure, label: str, flow: str) -> Figure:
    """A figure with the label of its paragraph, and with the trade of its section, where its names do not say them."""
    named = f"{f.indicator} {f.head}".lower()
    told = set(words(named))
    head = f.head
    if label and not set(words(label)) <= told:
        head = f"{label}: {head}" if head and head.lower() not in label.lower() else label
    if flow and not re.search(r"(?<!\w)(?:xuất|nhập|cán cân|thặng dư|thâm hụt)(?!\w)", named) and f.unit and not f.unit.startswith("điểm"):
        head = f"{flow} {head}".strip()
    if label and head.lower() == label.lower() and _TRADE_ALONE.fullmatch(f.indicator) and not _WHOSE_TRADE.search(label):  # "Cà phê: xuất khẩu 9 tháng đạt …" is not all that is exported
        return replace(f, indicator=f"{f.indicator} {name_of(label)}", head="")
    return f if head == f.head else replace(f, head=head)


_WHOSE_TRADE = re.compile(rf"\s[{UPPER}]|(?i:khẩu|lối mở|cảng|khối|khu vực|doanh nghiệp|công ty|cục|hải quan|thị trường)(?!\w)|^(?:Lào|Nga|Đức|Anh|Pháp|Mỹ|Úc|Ý)$")  # who trades or with whom, no goods
_TRADE_ALONE = re.compile(r"(?:(?:tổng )?(?:trị giá|kim ngạch|giá trị|lượng|sản lượng)\s)?(?:xuất|nhập)(?: khẩu)?", re.I)


def _top(report: Report, index: int | None) -> int | None:
    """The outermost section but the report's own title that section `index` stands in."""
    path: list[int] = []
    while index is not None:
        path.append(index)
        index = report.sections[index].parent
    return path[-2] if len(path) > 1 and report.sections[path[-1]].level == 1 and len([s for s in report.sections if s.level == 1]) == 1 else path[-1] if path else None


_BY_PARTS = re.compile(r"\W*(?:(?:phân|chia)(?:\s+ra)?\s+theo\s|(?:tính|xét)\s+theo\s+(?:nguồn|khoản|loại|sắc thuế|lĩnh vực|cơ cấu)(?!\w))", re.I)
_GOES_ON = re.compile(r"\W*(?:trong đó|cụ thể|bao gồm|gồm|trong số|chia theo|so với|riêng|phần lớn|số này|khoản này|con số này|đây|tỷ lệ này|mức này)(?!\w)", re.I)


_COUNTED_OFF = ("1.", "1)", "a)", "a.")
_FIRST_MARK = re.compile(r"[ *#>\t]*(?:1|a)[.)]")


def _line_start(text: str, block: Block) -> int:
    return text.rfind("\n", 0, block.span.start) + 1


def _mark(text: str, block: Block) -> str:
    """The kind of mark that an item starts with: "-", "+", "1." or "a)"."""
    before = text[_line_start(text, block) : block.span.start].strip(" *#>\t")
    return re.sub(r"[a-zđ]", "a", re.sub(r"\d+", "1", before.lower()))


_SOURCE = re.compile(r"(?<!\w)Nguồn(?: số liệu| tin)?\s*:\s*[^.;\d]{2,80}\.\s+(?=\w)")


def _noted(figures: tuple[Figure, ...], block: Block, report: Report) -> list[Figure]:
    if block.kind is not BlockKind.NOTE:
        return list(figures)
    source = _SOURCE.search(report.text, block.span.start, block.span.end)  # a page's next column may go on behind it
    until = source.end() if source is not None else block.span.end
    # "ví dụ 108,4 nghĩa là tăng 8,4%", "lấy cùng kỳ bằng 100": a footnote explains, it does not report
    return [f for f in figures if f.unit and f.span.start >= until or f.unit not in ("", "%") or f.unit == "%" and f.measure in (Measure.LEVEL, Measure.SHARE) and _STATED_RATE.match(f.indicator)]


_STATED_RATE = re.compile(r"(?:quyền số|(?:tỷ|tỉ) trọng) \w+ \w", re.I)  # "trong đó quyền số nhóm hàng ăn của tỉnh là 36,1%": told nowhere else


_AGAINST_PLAN = re.compile(r"(?:\d\s*%|(?<!\w)(?:đạt|vượt|hụt|bằng|hoàn thành|so với|so))\s+(?:so với\s+|\d[\d.,]*\s*%\s+)?(?:mức\s+)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)[^,;:]*", re.I)


_BARE_WHOLE = re.compile(r"tổng (?:thu|chi|số|cộng|vốn|mức)", re.I)  # which tells of nothing whose parts they are
_OF_BEFORE = re.compile(r"\W*(?:trong đó|bao gồm|gồm|(?:cụ thể|chia ra)(?: (?:theo |của )?(?:từng|các|mỗi) [^,;:.()\d]{2,30})?|(?:chia|phân|tính)(?: ra)? theo\s[^,;:.()\d]{2,40})(?: như sau| là)?\W*$", re.I)


# "Trên cơ sở kết quả 6 tháng, Sở Tài chính ước:" is told from those months, and is not of them.
_ON_BASIS = re.compile(r"^\W*(?:trên cơ sở|căn cứ(?: vào)?|dựa (?:trên|vào|theo)|từ|với|qua)\s+(?:các\s+)?(?:kết quả|tình hình|số liệu|tiến độ|diễn biến|số thu|số chi)(?!\w)[^,;:]*,", re.I)


def _intro(text: str, current: Setting, start: Setting, *, done: bool = False, told: Sequence[Figure] = ()) -> Setting | None:
    """What the items of a list inherit from the sentence that announces them; `told` are the figures of its paragraph."""
    body = text.rstrip()
    if not body.endswith(":"):
        return None
    last = sentences(body)[-1].of(body) if sentences(body) else body
    planless = _AGAINST_PLAN.sub(" ", last)  # what was done is held against its plan: the parts are of what was done
    target = re.search(r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|nhiệm vụ|kế hoạch|dự toán|yêu cầu|đề nghị|chỉ đạo)(?!\w)", planless, re.I) and not _DONE.search(last) and not re.search(r"thực hiện|hoàn thành|đạt được", last, re.I)
    if done and _ONLY_LISTED.match(last):
        target = None
    figured = bool(re.search(r"\d", last)) and bool(current.subject)
    head = current.subject if figured else prose.head_of(last)
    if told and not figured and current.unit and " " in current.subject and not _BARE_WHOLE.fullmatch(current.subject):
        if _OF_BEFORE.match(last):
            measured = {f.unit for f in told if f.sentence == told[-1].sentence and f.measure is Measure.LEVEL}
            head = topic_of(current.subject) if len(measured) > 1 else current.subject  # "Giá trị sản xuất đạt 27 tỷ đồng. Trong đó:"
        elif FAMILY_HEAD.fullmatch(family := last.strip(" *:")):
            head = f"{current.subject}: {family[:1].lower()}{family[1:]}"  # "Xuất khẩu đạt 742 triệu USD. Các mặt hàng chủ lực:"
        if head:
            current = replace(current, subject="")  # what an item goes on with is its own
    about = _main_period(periods(_ON_BASIS.sub(" ", last)), start.year)
    compared = prose.compared_in(last) if _COMPARED.match(last) else Base.NONE  # "So với tháng trước, 8 nhóm tăng, 2 nhóm giảm:"
    if compared is Base.PREVIOUS and not about and current.period.kind == "months" and current.period.part and re.search(r"so\s+(?:với\s+)?tháng", last, re.I):
        about = Period("month", current.period.year, part=current.period.part)
    if compared is not Base.NONE:
        current = replace(current, titled=compared)
    modality = Modality.TARGET if target else Modality.ESTIMATE if re.search(r"(?<!\w)ước(?!\w)", last, re.I) else start.modality
    return replace(current, head=head, modality=modality, period=about or current.period)


def _wider(last: Period, told: Sequence[Period], times: Sequence[Period]) -> Period:
    """The time that goes on behind a paragraph that ends with `last`: where it began with the months up to then, "riêng tháng 10" was said in passing."""
    first = next((p for p in told if p.kind == "month" or until(p)), None)
    if last.kind != "month" or first is None or until(first) != last.part or first.year != last.year:
        return last
    return next((p for p in times if until(p) == last.part), last)


def read_sentence_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a bare text (a question, a claim, an article), with spans in `text`."""
    found = periods(text)
    year = next((m.period.year for m in found if m.period.year and m.role != "base"), None)
    setting = Setting(year=year)
    out: list[Figure] = []
    for span in sentences(text):
        read = prose.read_sentence(span.of(text), span.start, setting)
        out += read.figures
        setting = read.after
    return tuple(out)


__all__ = ["planned", "read_figures", "read_sentence_figures"]
