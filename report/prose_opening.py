"""How a sentence opens: its words made ready, the times it names, and what it inherits from the sentence before.

Blanks keep the length, so that every quantity stays where it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import patterns, units
from report.clauses import Setting, State
from report.counting import figures_of, glued, join_commas, told_pairs
from report.excepting import set_aside
from report.lexicon import MEASURED, PLAN_WORD
from report.model import Base, Direction, Measure, Modality, Period, Span
from report.numbers import Quantity
from report.periods import PeriodMention, named_lengths, periods, same, with_month, with_year
from report.phrases import clean, topic_of
from report.plainer import plainer
from report.prose_reading import Reading
from report.sharing import led_by_change
from report.timing import CUMULATIVE, a_year_later, in_this, next_after, single_times


def _rate_closed_up(m: re.Match[str]) -> str:
    """What `patterns.AT_THE_RATE` found, as long as before, without what parts the change from its rate: "tăng nhẹ, với mức 0,2%" as "tăng nhẹ 0,2%"."""
    if m["with"]:
        return f" {m['with']}{' ' * (len(m[0]) - len(m['with']) - 1)}"
    if not m["how"] and not m["at"]:
        return m[0]
    end = m.end("how") - m.start()
    by = m["by"] or ""
    return m[0][:end] + by.rjust(len(m[0]) - end)


def _most_moved(m: re.Match[str]) -> str:
    """What `patterns.MOST_MOVED` found, as long as before, with no more than the time that is named and what it is compared with."""
    if (whole := m["whole"]) is None:
        return " " * len(m[0])  # "Đóng góp nhiều nhất vẫn là hàng ăn với 1,32 điểm phần trăm"
    named = [p.start for p in periods(whole)] + [so.start() for so in re.finditer(r"(?<!\w)so\s", whole)]
    told = f"{whole[min(named) :]}," if named else ""
    return told.rjust(m.end("whole") + 1 - m.start()).ljust(len(m[0]))


def told_as_cause(m: PeriodMention, text: str, qs: Sequence[Quantity]) -> bool:
    """Whether a time is only that of what caused the figure before it: "tăng 0,4% do nhu cầu cuối năm", "…, do thu học phí năm học 2024 - 2025"."""
    before = [q.end for q in qs if q.end <= m.start]
    return bool(before) and re.search(r"(?<!\w)(?:do|nhờ|vì|bởi)(?!\w)[^;:]*$", text[max(before) : m.start], re.I) is not None


def opened(text: str, offset: int, setting: Setting, section: int | None, page: int | None, sentence: Span | None) -> Reading:
    """The reading of a sentence, before its first quantity is read."""
    r = Reading(whole_text=text, offset=offset, setting=setting, section=section, page=page, text=text)
    _set_out(r)
    _say_plainly(r)
    r.span = sentence or Span(offset, offset + len(r.text))
    _find_times(r)
    _begin_state(r)
    _compare_first(r)
    _head_first(r)
    r.counts = dict(r.setting.counted)
    r.lengths = named_lengths(r.text)
    return r


def _set_out(r: Reading) -> None:
    """Find the quantities, and blank what would part them from their words: members of a group, brackets, months and years in a row."""
    text = r.text
    text = patterns.DAYS_OF_IT.sub(lambda m: m["time"] + " " * len(m["days"]), patterns.MEMBERS.sub(lambda m: m["who"].ljust(len(m[0])), text))
    r.led_row = patterns.ARE_FOREMOST.search(text)
    if r.led_row is not None:
        parts = "," if patterns.OF_MEASURE.match(text, r.led_row.end()) else " "
        text = f"{text[: r.led_row.start()]}{parts.rjust(len(r.led_row[0]))}{text[r.led_row.end() :]}"
    r.qs = figures_of(text)
    text = patterns.FROM_WHERE.sub(lambda m: m["from"] + " " * len(m["where"]) + m["then"] + " " * len(m["now"]), text)
    told_once = found["what"] if (found := patterns.IN_BRACKETS.search(text)) else ""
    r.bracketed = next((p.period for p in periods(told_once) if p.period.kind), None)
    r.bracketed_plan = PLAN_WORD.search(told_once) is not None
    text = patterns.IN_BRACKETS.sub(lambda m: " " * len(m[0]), text)
    in_row = patterns.MONTHS_IN_ROW.search(text)
    r.months = [m.period for name in re.split(r", | và ", in_row["row"]) for m in periods(f"tháng {name.removeprefix('tháng ')}{in_row['year'] or ''}")] if in_row else []
    if in_row is None and (in_row := patterns.YEARS_IN_ROW.search(text)) is not None:
        of_month = next((m.period for m in periods(text[: in_row.start()]) if m.period.kind in ("month", "quarter", "months") and m.role == "period" and m.period.part), Period("year"))
        r.months = [Period(of_month.kind, int(year), part=of_month.part) for year in re.findall(r"\d{4}", in_row["row"])]  # "CPI tháng 11 của các năm 2021, 2022 và 2023 lần lượt tăng …"
    text = f"{text[: in_row.start()]}{' ' * len(in_row[0])}{text[in_row.end() :]}" if in_row else text
    r.two_years = [(m.start("last"), int(m["first"])) for m in patterns.TWO_YEARS.finditer(text)]
    text = patterns.TWO_YEARS.sub(lambda m: " " * (len(m["before"]) - 4) + "năm " + m["last"] + " " * len(m["both"]) if m["last"][0].isdigit() else " " * len(m["before"]) + m["last"] + " " * len(m["both"]), text)
    r.in_row = in_row
    r.text = text


def _say_plainly(r: Reading) -> None:
    """Blank remarks that tell nothing of a figure, and put turns of phrase as the rules know them."""
    qs, text = r.qs, r.text
    text = plainer(patterns.WHERE_CLAUSE.sub(lambda m: " " * len(m[0]), patterns.THOUGH.sub(lambda m: " " * len(m[0]), text)))
    text = patterns.LIKEWISE.sub(lambda m: " " * len(m[0]), patterns.NOT_IN_IT.sub(lambda m: " " * len(m[0]), text))
    text, r.narrowings = set_aside(join_commas(glued(told_pairs(text)), qs), qs)
    text = patterns.AT_THE_RATE.sub(_rate_closed_up, patterns.WHO_MOVED_MOST.sub(lambda m: " " * len(m[0]), text))
    text = patterns.EDGED.sub("mức  tăng", patterns.ASSIGNED_MORE.sub(lambda m: " " * len(m[0]), text))
    text = patterns.ADJUSTED.sub(lambda m: ("giảm" if (m["way"] or "").lower() == "giảm" else "tăng").rjust(len(m[0])), text)
    text = patterns.WORKED_ON.sub(lambda m: " " * len(m[0]), text)
    if (led_cause := patterns.LED_CAUSE.match(text)) and not any(q.start < led_cause.end() for q in qs):
        text = " " * led_cause.end() + text[led_cause.end() :]
    text = patterns.CURBS.sub(lambda m: " " * len(m[0]), text)
    text = patterns.ITEM_NUMBER.sub(lambda m: " " * len(m[0]), patterns.TOLD_BY_ONE.sub(lambda m: " " * len(m[0]), text))
    text = patterns.SAID_FIRST.sub(lambda m: " " * len(m[0]), patterns.DAYS_OF_MONTH.sub(lambda m: " " * len(m[0]), text))
    r.contributed = (
        (most_moved := patterns.MOST_MOVED.match(text)) is not None
        and re.search(r"(?<!\w)đóng góp(?!\w)", most_moved[0], re.I) is not None
    )
    text = patterns.ONLY_MOVED.sub(lambda m: f"{m['how']}{m['rate']} ".rjust(len(m[0])) if m["rate"] else m["how"].rjust(len(m[0])), patterns.MOST_MOVED.sub(_most_moved, text))
    text, r.led_up = led_by_change(text)
    r.most_led = re.search(r"nhất\W", text.partition(":")[0] + " ") is not None  # "Một số sản phẩm tăng khá: thép cán 1,46 triệu tấn" tells levels
    r.text = text


def _find_times(r: Reading) -> None:
    """The times the sentence names, without those of a cause, a standard or something carried over."""
    text, qs, setting = r.text, r.qs, r.setting
    mentions = single_times([m for m in periods(text, this_year=setting.year is not None) if not any(q.start < m.end and m.start < q.end for q in qs)], text, setting.year)
    mentions = [m for m in mentions if not patterns.CARRIED_OVER.search(text[: m.start])]
    reasons = [m.span() for m in patterns.BECAUSE_SO.finditer(text) if not any(m.start() < q.start < m.end() for q in qs)]
    mentions = [m for m in mentions if not any(a <= m.start < b for a, b in reasons)]
    mentions = [m for m in mentions if m.period.kind != "range" or not patterns.STANDARD_OF.search(text[: m.start])]
    if same_of := patterns.SAME_OF_YEARS.search(text):
        main_time = next((m.period for m in mentions if m.role == "period" and m.period.part), setting.period)
        of_each = next((p.period for p in periods(same_of["of"]) if p.period.part), main_time)
        mentions = [
            replace(m, period=Period(of_each.kind, m.period.year, part=of_each.part))
            if same_of.start("row") - 4 <= m.start < same_of.end() and m.period.kind == "year" and of_each.part
            else m
            for m in mentions
        ]
    remarks = [m.span() for m in patterns.BEFELL.finditer(text) if not any(m.start() < q.start < m.end() for q in qs)]
    mentions = [m for m in mentions if not any(a <= m.start < b for a, b in remarks)]
    span = next((p for p in (setting.period, setting.range, setting.main) if p.kind == "range" and p.year), None)
    if span is not None and qs and (over_all := [m for m in patterns.WHOLE_SPAN.finditer(text) if not any(m.start() <= x.start <= m.end() for x in mentions)]):
        mentions = sorted([*mentions, *(PeriodMention(m.start(), m.end(), replace(span, label=m[0]), "period") for m in over_all)], key=lambda m: m.start)
        text = r.text = patterns.WHOLE_SPAN.sub(lambda m: " " * len(m[0]) if any(m.start() == x.start() for x in over_all) else m[0], text)
    told_times = (*(m.period for m in mentions), setting.period, setting.main, setting.half)
    mentions = [
        m
        for m in (replace(m, period=with_month(m.period, *told_times) or (m.period if m.period.kind != "season" or not setting.main else Period())) for m in mentions)
        if m.period.kind or m.period.label or m.role == "base"
    ]
    r.mentions = mentions


def _begin_state(r: Reading) -> None:
    """What holds at the start: what the sentence before told, where this one goes on about it ("Trong đó …")."""
    text, qs, mentions, setting = r.text, r.qs, r.mentions, r.setting
    state = State(head=setting.head, modality=setting.modality, period=setting.period, range=setting.range, topic="" if setting.unit in patterns.NO_GOODS else topic_of(setting.subject))
    if re.match(r"\s*(?:trong đó|cụ thể|bao gồm|gồm)(?!\w)", text, re.I):
        state.main = state.subject = setting.subject
        state.period = setting.details or state.period
        held = [(value, period, name) for value, unit, period, name in setting.totals if qs and unit == qs[0].unit and period]
        if (
            held and held[0][0] < qs[0].value
            and (wider := next(((period, name) for value, period, name in held if value >= qs[0].value), None)) is not None
        ):
            state.period = wider[0]
            state.main = state.subject = wider[1] if len(wider[1].split()) > 2 or wider[1].startswith("tổng") else state.main  # "kỳ 2 đạt 372 tỷ đồng, nâng số thu từ đầu năm lên 6.842 tỷ đồng. Trong đó thuế giá trị gia tăng 5.327 tỷ đồng"
        elif held and units.kind(qs[0].unit).startswith("count:") and setting.unit and units.kind(setting.unit) != units.kind(qs[0].unit):
            state.main = state.subject = held[0][2]  # "cấp mới 11 dự án với vốn 148 triệu USD. Trong đó An Hòa 6 dự án": of those projects
            setting = replace(setting, unit=qs[0].unit, subject=held[0][2])
        if setting.told is Modality.ESTIMATE and state.modality is Modality.ACTUAL:
            state.modality = Modality.ESTIMATE
        state.subject_unit = state.head_unit = setting.unit
        if setting.base in (Base.PREVIOUS, Base.DECEMBER, Base.AVERAGE):
            state.base, state.measure, state.average = setting.base, Measure.GROWTH, setting.base is Base.AVERAGE
    if qs and setting.period.kind in ("season", "month") and not any(m.role == "period" and m.period.kind for m in mentions):
        in_season = [(value, period) for value, unit, period, _ in setting.totals if unit == qs[0].unit and period]
        if (
            in_season and same(in_season[0][1], setting.period) and in_season[0][0] < qs[0].value
        ):  # "kỳ 2 đạt 306 nghìn tấn; 7 tháng đạt 4,08 triệu tấn. Lào mua 1,9 triệu tấn"
            state.period = next((period for value, period in in_season if value >= qs[0].value), state.period)
    if (
        qs and setting.totals and setting.totals[0][2].kind == "date" and patterns.STOCK.match(text)
        and patterns.STOCK.match(setting.totals[0][3]) and not any(m.role == "period" and m.period.kind for m in mentions)
    ):
        state.period = setting.totals[0][2]  # "Đến 31/7, nợ thuế là 284 tỷ đồng. Nợ khó thu 71 tỷ đồng": of that day
    if setting.head and setting.subject and setting.subject != setting.head and not state.subject:
        state.subject, state.subject_unit = setting.subject, setting.unit  # an item goes on about its own, not about what its list is of
    if (
        mentions
        and (then := a_year_later(text, mentions[0].period, setting.period) or next_after(text, mentions[0].period, setting.period)) is not None
    ):
        state.period = then
        setting = replace(setting, period=then)
    if (
        setting.prices and setting.period.kind == "date" and setting.main.kind == "month" and qs and qs[0].unit == "%"
        and not any(m.role == "period" and m.period.kind for m in mentions)
    ):
        setting = replace(setting, period=setting.main)
        state.period = setting.main  # "Ngày 25/02, lợn hơi … đồng/kg. Thịt bò tăng 1,86%": a bulletin's changes are its month's, not a day's
    r.setting = setting
    r.state = state


def _compare_first(r: Reading) -> None:
    """What the sentence compares with before it says so: by its paragraph, its title, or the kind of its time."""
    text, qs, setting, state = r.text, r.qs, r.setting, r.state
    about = next((with_year(m.period, setting.year) for m in r.mentions if m.role == "period" and m.period.kind and not told_as_cause(m, text, qs)), in_this(text[: qs[0].start], setting) or setting.period if qs else setting.period)
    r.since_december = setting.titled is Base.DECEMBER and setting.prices and patterns.COMPARES.search(text) is None  # "Sau 4 tháng, mặt bằng giá cao hơn 1,5%" under "So với tháng 12 năm trước"
    if setting.base in (Base.PREVIOUS, Base.DECEMBER) and setting.base_of and same(about, setting.base_of) and not r.since_december:
        state.led = setting.base
    elif re.match(r"\W*Trong mức (?:tăng|giảm)(?: chung)?(?: của)? (?:tháng|quý)(?!\w)", text, re.I):
        state.led = Base.PREVIOUS
    elif setting.opened is not Base.NONE and same(about, setting.opened_of):
        state.led = setting.opened
    elif setting.titled is not Base.NONE and (about.kind not in CUMULATIVE or r.since_december):
        state.led = setting.titled
    elif (
        about.kind == "season" and (about.part or 0) > 100
        or setting.prices and (about.kind == "month" or about.kind == "date" and setting.period.kind == "month")
    ):
        state.led = Base.PREVIOUS  # a half-month is held against the one before


def _head_first(r: Reading) -> None:
    """The whole that the start of the sentence names, and whether it tells plans or forecasts."""
    text, qs, state, led_row, led_up, setting = r.text, r.qs, r.state, r.led_row, r.led_up, r.setting
    if structure := patterns.STRUCTURE.match(text):
        state.head, state.head_unit = clean(structure[1]), ""
    elif (whole_of := patterns.WITHIN.match(text)) and qs and whole_of.end() <= qs[0].start:
        state.head, state.head_unit = clean(whole_of[1]), ""
    elif (whose := patterns.OF_WHOM.match(text)) and qs and whose.end() <= qs[0].start:
        state.head, state.head_unit = clean(whose["who"] or whose["where"]), ""
    elif patterns.PLANNED_FIRST.match(text) and setting.modality is Modality.ACTUAL:
        state.modality = Modality.TARGET  # "Kế hoạch năm 2026, thu nội địa đạt 40 nghìn tỷ đồng"
    elif patterns.FORETOLD_FIRST.match(text) and setting.modality is Modality.ACTUAL:
        state.modality = Modality.FORECAST
    elif setting.subject and re.match(r"\W*Trong (?:tổng số|số)(?: (?:nói |kể |nêu )?(?:này|đó|trên|ấy))?,", text, re.I):
        state.head, state.head_unit = setting.subject, setting.unit
    r.counted_led = led_up is not Direction.NONE and not text[:1].strip()  # of so many that changed, each is its own
    if led_up is not Direction.NONE and not state.head and not (r.counted_led and not MEASURED.match(setting.subject)):
        state.head, state.head_unit = setting.subject, setting.unit
    if (
        led_row is not None and not state.head
        and (led_of := re.search(r"thị trường (?:xuất|nhập) khẩu", led_row["what"], re.I) or (MEASURED.match(led_row["of"]) if led_row["of"] else None))
    ):
        state.head, state.head_unit = (led_of[0] if led_of.re.pattern.startswith("thị") else led_row["of"].strip()).lower(), ""
    r.told_modality = setting.modality
    if qs and setting.modality is Modality.ACTUAL and (patterns.ASKED_FOR.search(text[: qs[0].start]) or patterns.NEEDED.match(text)):
        setting = replace(setting, modality=Modality.TARGET)  # "yêu cầu cả năm phấn đấu thu 29 tỷ đồng, vượt 10% dự toán; giải ngân tối thiểu 85%"
        state.modality = Modality.TARGET
    r.loose = Setting(head=setting.head, subject="" if setting.apart else setting.subject, unit=setting.unit)
    r.setting = setting
