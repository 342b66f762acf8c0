"""Figures of running text: each quantity of a sentence with its indicator, measure, modality, direction and period.

A sentence is read from left to right. Between two quantities stands a gap: first the tail of the one before ("so với
cùng kỳ", "kế hoạch", "gỗ rừng trồng"), then delimiters, then the lead of the next ("trong đó kim ngạch xuất khẩu đạt").
A lead is a noun phrase and trigger words; where the noun phrase is missing, the subject before goes on. Not here: tables
(`grid`), and which sentences there are (`sentences`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from report import patterns, units
from report.asides import Mirrors, mirrored, same_count, told_twice
from report.clauses import (
    Setting,
    State,
    before_parenthesis,
    cause_spans,
    dealt_length,
    lead_of,
    measures_alone,
    run_length,
    split_lead,
)
from report.counting import AND, GLUE, JOINING, OUT_OF, figures_of, glued, join_commas, parted, told_pairs
from report.excepting import narrowed, set_aside
from report.indicators import BALANCE_OF, indicator_of
from report.kinds import (
    BASED,
    ELSEWHERE,
    against_plan,
    last_start,
    measure_of,
    modality_of,
    not_yet,
    plan_of,
    told_of_then,
)
from report.lexicon import (
    ADVERBIAL,
    AMONG,
    AREA_VERB,
    ASSIGNED,
    BARE_NOUN,
    BESIDE_GOAL,
    CAUSE,
    CAUSED_BY,
    CUT_AFTER,
    DEED,
    DELIMITER,
    DOES,
    DOWN_RE,
    GIVES,
    INCOMPLETE,
    MEASURED,
    NOT_TARGET,
    PLAN,
    PLAN_TAIL,
    PLAN_WORD,
    POINTING,
    PREDICATE,
    RATE,
    RATE_OF,
    SHORT_OF,
    SO_VOI,
    TARGET,
    TRIGGER,
    UP_RE,
    VERB,
    VERBAL,
)
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period, Span
from report.numbers import Quantity, count_of
from report.periods import PeriodMention, named_lengths, periods, same, with_month, with_year
from report.phrases import (
    DIMENSION,
    FOREMOST,
    WHOLE_NAME,
    after_noun,
    blank_periods,
    clean,
    head_of,
    joined,
    periods_in,
    said_by,
    scope_of,
    thing_of,
    topic_of,
    trigger_split,
    unpointed,
    wide_tail,
)
from report.plainer import plainer
from report.sharing import (
    DOING,
    FAMILY,
    GROUP,
    LISTS,
    WORKS_ON,
    by_first_word,
    contributions,
    contributors,
    did_alike,
    led_by_change,
    lent,
    other_way,
    paired,
    paralleled,
    several_are,
    shared_deed,
    stem_of,
    they_do,
)
from report.text import UPPER
from report.timing import (
    AFTER_CHANGE,
    CUMULATIVE,
    a_year_later,
    at_time,
    base_named,
    closes,
    closes_with,
    compared_in,
    compared_once,
    cumulated,
    day_of_event,
    due_periods,
    earlier,
    filled_range,
    handed_on,
    in_this,
    last_of,
    level_of,
    measure_year,
    mentioned,
    next_after,
    or_default,
    passed_year,
    period_and_base,
    relation,
    single_times,
    then_mentioned,
    told_base,
)

_THAN_MONTH = re.compile(r"so\s+(?:với\s+)?tháng", re.I)
_GOAL_OF = re.compile(r"kiểm soát|đề ra|tăng trưởng|phấn đấu|lạm phát|giải ngân|cả năm", re.I)  # what a goal is for, no name of its own


_ON_THE_SIDE_OF = re.compile(r"^\W*(?:ở|tại|bên|theo)\s+(?:chiều|phía|mảng)\s+(?!ngược|này|đó|bên)", re.I)  # "Ở chiều nhập khẩu, trị giá …"

def _printed(said: str, q: Quantity) -> str:
    """A quantity as printed; with the unit that it shares with the next one, as a cell with that of its column: "12,5" of "12,5 và 13,2 nghìn tấn"."""
    said = re.sub(r"\s+", " ", said).strip()
    if not q.unit_text or re.search(r"[^\W\d]|%", said):
        return said
    return f"{said}{'' if q.unit_text.startswith('%') else ' '}{q.unit_text}"


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


def bases_again(out: Sequence[Figure], count: int) -> list[Base]:
    """What a row of `count` changes of the level just told is held against, where those of the level before it were told one by one.

    "xuất khẩu đạt 39 tỷ USD, giảm 2% so với tháng trước nhưng tăng 9% so với cùng kỳ; nhập khẩu là 37 tỷ USD, lần lượt giảm 1% và tăng 11%".
    """
    if count < 2 or not out or out[-1].measure is not Measure.LEVEL:
        return []
    before = out[-count - 1 : -1]
    alike = len(before) == count and len({(f.indicator, f.measure, f.unit) for f in before}) == 1 and before[0].measure is Measure.GROWTH and before[0].indicator != out[-1].indicator
    bases = [f.base for f in before]
    return bases if alike and len(set(bases)) == count and not {Base.PLAN, Base.AVERAGE, Base.NONE} & set(bases) else []


def just_dealt(out: Sequence[Figure], qs: Sequence[Quantity], index: int, text: str, count: int) -> bool:
    """Whether as many quantities as follow from `index` were dealt out to as many names right before: "A và B lần lượt đạt 30 và 40 tỷ đồng, bằng 87% và 89% dự toán"."""
    row = [f.indicator for f in out[-count:]]
    levels = [f.indicator for f in out if f.measure is Measure.LEVEL][-count:]
    return index >= count and len(set(row)) == count and row == levels and run_length(list(qs[:index]), index - count, text) == count


def told_as_cause(m: PeriodMention, text: str, qs: Sequence[Quantity]) -> bool:
    """Whether a time is only that of what caused the figure before it: "tăng 0,4% do nhu cầu cuối năm", "…, do thu học phí năm học 2024 - 2025"."""
    before = [q.end for q in qs if q.end <= m.start]
    return bool(before) and re.search(r"(?<!\w)(?:do|nhờ|vì|bởi)(?!\w)[^;:]*$", text[max(before) : m.start], re.I) is not None


def out_of(text: str, qs: Sequence[Quantity], index: int) -> bool:
    """Whether a quantity is the whole that the one before is told to be so many per cent of, right behind it: "638 tỷ đồng trên 1.129 tỷ đồng (56,6%)"."""
    part, whole, rate = qs[index - 1 : index + 2]
    if not patterns.OUT_OF_PLAN.fullmatch(text, part.end, whole.start) or rate.unit != "%" or not patterns.WHOLE_BEHIND.fullmatch(text, whole.end, rate.start) or not whole.value:
        return False
    return abs(part.value / whole.value * 100 - rate.value) <= rate.step


def members_again(phrase: str, count: int, unit: str, setting: Setting, told_here: Sequence[Figure] = ()) -> list[str]:
    """The names of the sentence before that a sentence about so many of them deals out again: "Trong tháng 10, ba khoản thu lớn lần lượt đạt …".

    All that were told there, or the greatest where they were told first. `told_here`: the figures of its own sentence, whose names come first:
    "khu vực thành thị tăng 0,84%, khu vực nông thôn tăng 0,93%; so với tháng 8/2022 thì hai khu vực tăng lần lượt …".
    """
    them = patterns.SO_MANY_OF_THEM.fullmatch(phrase)
    if them is None or count_of(them["n"]) != count:
        return []
    kind = " ".join(clean(phrase[them.end("n") :]).split()[:2])
    here = list(dict.fromkeys(f.indicator for f in told_here if f.unit == unit))
    for names in (here, list(setting.changed) if unit == "%" else []):
        if len(of_kind := [name for name in names if f" {kind} " in f" {name.lower()} " or kind == "khu vực" and GROUP.fullmatch(name)]) == count:
            return of_kind
    told = [(value, name) for value, of, _, name in setting.totals if of == setting.totals[0][1] and (of == unit or unit == "%")]
    if parts := [name for of, name in setting.parts if of == unit]:
        if len(parts) == count:
            return parts
        told = [(value, name) for value, name in told if name in parts]  # the whole is none of them
    least = min((value for value, _ in told[:count]), default=0)
    return [name for _, name in told[:count]] if len({name for _, name in told}) == len(told) >= count and all(value <= least for value, _ in told[count:]) else []


def goal_of_rate(q: Quantity, passed: str, last: Figure, told: Sequence[Figure]) -> Figure | None:
    """The rate whose goal `q` is, where it was passed or missed: "tỷ lệ 99,12%, vượt mục tiêu 99%", not by so much.

    A rate is beyond its goal by points; what has a level too ("đạt 900 tỷ đồng, tăng 12%, vượt kế hoạch 8%") may be beyond it by per cent.
    """
    if last.unit != "%" or last.measure not in (Measure.LEVEL, Measure.GROWTH) or last.base is Base.PLAN or last.modality is Modality.TARGET or not last.value / 2 < q.value < 2 * last.value:
        return None
    if last.measure is Measure.GROWTH and (any(f.unit != "%" and f.measure is Measure.LEVEL and f.indicator == last.indicator for f in told) or not re.search(r"mục tiêu|chỉ tiêu|kịch bản|nghị quyết", passed, re.I)):
        return None
    return last if (q.value > last.value) == bool(re.search(r"thấp", passed, re.I)) else None


def of_one_whole(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where shares dealt out in a row are all of the whole that stands after the last: "chiếm lần lượt 9,0%, 42,0% và 49,0% tổng vốn"."""
    out = list(figures)
    for i in range(len(out) - 1, 0, -1):
        f, last = out[i - 1], out[i]
        if last.measure is f.measure is Measure.SHARE and last.head and not f.head and last.period == f.period and _DEALT_ON.fullmatch(text, f.span.end - offset, last.span.start - offset) and re.search(r"lần lượt|tương ứng", text[: f.span.start - offset], re.I):
            out[i - 1] = replace(f, head=last.head)
    return out


_DEALT_ON = re.compile(r"\s*(?:,|;|và|,\s*và)\s*", re.I)


_ESTIMATED = re.compile(r"(?<!\w)(?:dự )?ước(?!\w)", re.I)
_GIVER = re.compile(r"(?<!\w)(?:do )?(?:Trung ương|TW|HĐND|UBND|Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở|cấp trên)(?: [^\W\d]+){0,3}? giao(?!\w)", re.I)


def other_giver(indicator: str, assigned: str) -> str:
    """A plan's name with who else gave one: "kế hoạch vốn do HĐND tỉnh giao là 58 tỷ đồng, cao hơn mức Thủ tướng giao (52 tỷ đồng)"."""
    giver = re.sub(r"^mức\s+(?:do\s+)?", "", assigned.strip(), flags=re.I)
    return f"{indicator[: named.start()]}{giver}{indicator[named.end() :]}" if (named := _GIVER.search(indicator)) else indicator


def act_behind(text: str, qs: Sequence[Quantity], index: int, next_start: int, opened: bool) -> re.Match[str] | None:
    """What those counted by the quantity at `index` do or are, told right behind their number: "38 đơn vị đạt trên 70%"."""
    q, last = qs[index], index + 1 == len(qs)
    if last or re.search(r"[;:().]|,(?!\d)|(?<!\w)(?:và|nhưng|gồm)(?!\w)", text[q.end : next_start]):
        does = PREDICATE.match(text, q.end) or patterns.ATTAINS.match(text, q.end) or patterns.COMES_FROM.match(text, q.end)
        if does and (last or does.end() <= next_start):
            return does
    placed = None if opened else patterns.PLACED_ACT.match(text, q.end)
    return placed if placed is not None and not TRIGGER.search(text[q.end : placed.start(1)]) else None


@dataclass(frozen=True)
class Read:
    """The figures of a sentence, and what the next sentence inherits."""

    figures: tuple[Figure, ...]
    after: Setting


def read_sentence(text: str, offset: int, setting: Setting, *, section: int | None = None, page: int | None = None, sentence: Span | None = None) -> Read:
    """The figures of one sentence that stands at `offset` in the report."""
    whole_text = text
    text = patterns.DAYS_OF_IT.sub(lambda m: m["time"] + " " * len(m["days"]), patterns.MEMBERS.sub(lambda m: m["who"].ljust(len(m[0])), text))
    led_row = patterns.ARE_FOREMOST.search(text)
    if led_row is not None:
        parts = "," if patterns.OF_MEASURE.match(text, led_row.end()) else " "
        text = f"{text[: led_row.start()]}{parts.rjust(len(led_row[0]))}{text[led_row.end() :]}"
    qs = figures_of(text)
    text = patterns.FROM_WHERE.sub(lambda m: m["from"] + " " * len(m["where"]) + m["then"] + " " * len(m["now"]), text)
    told_once = found["what"] if (found := patterns.IN_BRACKETS.search(text)) else ""
    bracketed = next((p.period for p in periods(told_once) if p.period.kind), None)
    bracketed_plan = PLAN_WORD.search(told_once) is not None
    text = patterns.IN_BRACKETS.sub(lambda m: " " * len(m[0]), text)
    in_row = patterns.MONTHS_IN_ROW.search(text)
    months = [m.period for name in re.split(r", | và ", in_row["row"]) for m in periods(f"tháng {name.removeprefix('tháng ')}{in_row['year'] or ''}")] if in_row else []
    if in_row is None and (in_row := patterns.YEARS_IN_ROW.search(text)) is not None:
        of_month = next((m.period for m in periods(text[: in_row.start()]) if m.period.kind in ("month", "quarter", "months") and m.role == "period" and m.period.part), Period("year"))
        months = [Period(of_month.kind, int(year), part=of_month.part) for year in re.findall(r"\d{4}", in_row["row"])]  # "CPI tháng 11 của các năm 2021, 2022 và 2023 lần lượt tăng …"
    text = f"{text[: in_row.start()]}{' ' * len(in_row[0])}{text[in_row.end() :]}" if in_row else text
    two_years = [(m.start("last"), int(m["first"])) for m in patterns.TWO_YEARS.finditer(text)]
    text = patterns.TWO_YEARS.sub(lambda m: " " * (len(m["before"]) - 4) + "năm " + m["last"] + " " * len(m["both"]) if m["last"][0].isdigit() else " " * len(m["before"]) + m["last"] + " " * len(m["both"]), text)
    text = plainer(patterns.WHERE_CLAUSE.sub(lambda m: " " * len(m[0]), patterns.THOUGH.sub(lambda m: " " * len(m[0]), text)))
    text = patterns.LIKEWISE.sub(lambda m: " " * len(m[0]), patterns.NOT_IN_IT.sub(lambda m: " " * len(m[0]), text))
    text, narrowings = set_aside(join_commas(glued(told_pairs(text)), qs), qs)
    text = patterns.AT_THE_RATE.sub(_rate_closed_up, patterns.WHO_MOVED_MOST.sub(lambda m: " " * len(m[0]), text))
    text = patterns.EDGED.sub("mức  tăng", patterns.ASSIGNED_MORE.sub(lambda m: " " * len(m[0]), text))
    text = patterns.ADJUSTED.sub(lambda m: ("giảm" if (m["way"] or "").lower() == "giảm" else "tăng").rjust(len(m[0])), text)
    text = patterns.WORKED_ON.sub(lambda m: " " * len(m[0]), text)
    if (led_cause := patterns.LED_CAUSE.match(text)) and not any(q.start < led_cause.end() for q in qs):
        text = " " * led_cause.end() + text[led_cause.end() :]
    text = patterns.CURBS.sub(lambda m: " " * len(m[0]), text)
    text = patterns.ITEM_NUMBER.sub(lambda m: " " * len(m[0]), patterns.TOLD_BY_ONE.sub(lambda m: " " * len(m[0]), text))
    text = patterns.SAID_FIRST.sub(lambda m: " " * len(m[0]), patterns.DAYS_OF_MONTH.sub(lambda m: " " * len(m[0]), text))
    contributed = (most_moved := patterns.MOST_MOVED.match(text)) is not None and re.search(r"(?<!\w)đóng góp(?!\w)", most_moved[0], re.I) is not None
    text = patterns.ONLY_MOVED.sub(lambda m: f"{m['how']}{m['rate']} ".rjust(len(m[0])) if m["rate"] else m["how"].rjust(len(m[0])), patterns.MOST_MOVED.sub(_most_moved, text))
    text, led_up = led_by_change(text)
    most_led = re.search(r"nhất\W", text.partition(":")[0] + " ") is not None  # "Một số sản phẩm tăng khá: thép cán 1,46 triệu tấn" tells levels
    mentions = single_times([m for m in periods(text, this_year=setting.year is not None) if not any(q.start < m.end and m.start < q.end for q in qs)], text, setting.year)
    mentions = [m for m in mentions if not patterns.CARRIED_OVER.search(text[: m.start])]
    reasons = [m.span() for m in patterns.BECAUSE_SO.finditer(text) if not any(m.start() < q.start < m.end() for q in qs)]
    mentions = [m for m in mentions if not any(a <= m.start < b for a, b in reasons)]
    mentions = [m for m in mentions if m.period.kind != "range" or not patterns.STANDARD_OF.search(text[: m.start])]
    if same_of := patterns.SAME_OF_YEARS.search(text):
        main_time = next((m.period for m in mentions if m.role == "period" and m.period.part), setting.period)
        of_each = next((p.period for p in periods(same_of["of"]) if p.period.part), main_time)
        mentions = [replace(m, period=Period(of_each.kind, m.period.year, part=of_each.part)) if same_of.start("row") - 4 <= m.start < same_of.end() and m.period.kind == "year" and of_each.part else m for m in mentions]
    told_times = (*(m.period for m in mentions), setting.period, setting.main, setting.half)
    mentions = [m for m in (replace(m, period=with_month(m.period, *told_times) or (m.period if m.period.kind != "season" or not setting.main else Period())) for m in mentions) if m.period.kind or m.period.label or m.role == "base"]
    span = sentence or Span(offset, offset + len(text))
    state = State(head=setting.head, modality=setting.modality, period=setting.period, range=setting.range, topic="" if setting.unit in patterns.NO_GOODS else topic_of(setting.subject))
    if re.match(r"\s*(?:trong đó|cụ thể|bao gồm|gồm)(?!\w)", text, re.I):
        state.main = state.subject = setting.subject
        state.period = setting.details or state.period
        held = [(value, period, name) for value, unit, period, name in setting.totals if qs and unit == qs[0].unit and period]
        if held and held[0][0] < qs[0].value and (wider := next(((period, name) for value, period, name in held if value >= qs[0].value), None)) is not None:
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
        if in_season and same(in_season[0][1], setting.period) and in_season[0][0] < qs[0].value:  # "kỳ 2 đạt 306 nghìn tấn; 7 tháng đạt 4,08 triệu tấn. Lào mua 1,9 triệu tấn"
            state.period = next((period for value, period in in_season if value >= qs[0].value), state.period)
    if qs and setting.totals and setting.totals[0][2].kind == "date" and patterns.STOCK.match(text) and patterns.STOCK.match(setting.totals[0][3]) and not any(m.role == "period" and m.period.kind for m in mentions):
        state.period = setting.totals[0][2]  # "Đến 31/7, nợ thuế là 284 tỷ đồng. Nợ khó thu 71 tỷ đồng": of that day
    if setting.head and setting.subject and setting.subject != setting.head and not state.subject:
        state.subject, state.subject_unit = setting.subject, setting.unit  # an item goes on about its own, not about what its list is of
    if mentions and (then := a_year_later(text, mentions[0].period, setting.period) or next_after(text, mentions[0].period, setting.period)) is not None:
        state.period = then
        setting = replace(setting, period=then)
    if setting.prices and setting.period.kind == "date" and setting.main.kind == "month" and qs and qs[0].unit == "%" and not any(m.role == "period" and m.period.kind for m in mentions):
        setting = replace(setting, period=setting.main)
        state.period = setting.main  # "Ngày 25/02, lợn hơi … đồng/kg. Thịt bò tăng 1,86%": a bulletin's changes are its month's, not a day's
    about = next((with_year(m.period, setting.year) for m in mentions if m.role == "period" and m.period.kind and not told_as_cause(m, text, qs)), in_this(text[: qs[0].start], setting) or setting.period if qs else setting.period)
    since_december = setting.titled is Base.DECEMBER and setting.prices and patterns.COMPARES.search(text) is None  # "Sau 4 tháng, mặt bằng giá cao hơn 1,5%" under "So với tháng 12 năm trước"
    if setting.base in (Base.PREVIOUS, Base.DECEMBER) and setting.base_of and same(about, setting.base_of) and not since_december:
        state.led = setting.base
    elif re.match(r"\W*Trong mức (?:tăng|giảm)(?: chung)?(?: của)? (?:tháng|quý)(?!\w)", text, re.I):
        state.led = Base.PREVIOUS
    elif setting.opened is not Base.NONE and same(about, setting.opened_of):
        state.led = setting.opened
    elif setting.titled is not Base.NONE and (about.kind not in CUMULATIVE or since_december):
        state.led = setting.titled
    elif about.kind == "season" and (about.part or 0) > 100 or setting.prices and (about.kind == "month" or about.kind == "date" and setting.period.kind == "month"):
        state.led = Base.PREVIOUS  # a half-month is held against the one before
    if structure := patterns.STRUCTURE.match(text):
        state.head, state.head_unit = clean(structure[1]), ""
    elif (whole_of := patterns.WITHIN.match(text)) and qs and whole_of.end() <= qs[0].start:
        state.head, state.head_unit = clean(whole_of[1]), ""
    elif patterns.PLANNED_FIRST.match(text) and setting.modality is Modality.ACTUAL:
        state.modality = Modality.TARGET  # "Kế hoạch năm 2026, thu nội địa đạt 40 nghìn tỷ đồng"
    elif patterns.FORETOLD_FIRST.match(text) and setting.modality is Modality.ACTUAL:
        state.modality = Modality.FORECAST
    elif setting.subject and re.match(r"\W*Trong (?:tổng số|số)(?: (?:nói |kể |nêu )?(?:này|đó|trên|ấy))?,", text, re.I):
        state.head, state.head_unit = setting.subject, setting.unit
    counted_led = led_up is not Direction.NONE and not text[:1].strip()  # of so many that changed, each is its own
    if led_up is not Direction.NONE and not state.head and not (counted_led and not MEASURED.match(setting.subject)):
        state.head, state.head_unit = setting.subject, setting.unit
    if led_row is not None and not state.head and (led_of := re.search(r"thị trường (?:xuất|nhập) khẩu", led_row["what"], re.I) or (MEASURED.match(led_row["of"]) if led_row["of"] else None)):
        state.head, state.head_unit = (led_of[0] if led_of.re.pattern.startswith("thị") else led_row["of"].strip()).lower(), ""
    told_modality = setting.modality
    if qs and setting.modality is Modality.ACTUAL and patterns.ASKED_FOR.search(text[: qs[0].start]):
        setting = replace(setting, modality=Modality.TARGET)  # "yêu cầu cả năm phấn đấu thu 29 tỷ đồng, vượt 10% dự toán; giải ngân tối thiểu 85%"
        state.modality = Modality.TARGET
    loose = Setting(head=setting.head, subject="" if setting.apart else setting.subject, unit=setting.unit)
    out: list[Figure] = []
    stack: list[State] = []
    listed: list[str] = []
    counts = dict(setting.counted)
    label = ""  # what a colon at the start said the sentence is about, up to its ";"
    segment, segment_unit = "", ""  # what the part of the list up to the next ";" is about
    shared: tuple[Measure, Direction, Base] | None = None  # of "lần lượt tăng 9,8% và 10,7%"
    mirrors = Mirrors()
    foremost_of = ""  # the whole that the foremost of its parts were told of, up to the next ";"
    due_bases: list[Base] = []  # and the bases
    shared_change = (Measure.GROWTH, Direction.NONE)
    due: list[Period] = []  # the times that a "lần lượt" still deals out
    due_again: list[Figure] = []  # the changes whose values against something else it still deals out
    ahead: tuple[Period, Modality] | None = None  # the time and kind before a look ahead in passing: they come back after its ";"
    contrasted: tuple[Period, Period] | None = None  # the times before a "trong khi": they come back after its ";"
    before_cause: tuple[Period, Period] | None = None  # the times before a cause was told: they come back after its ";"
    topic_before = ""  # and what was spoken of then
    listed_under = ""  # what the colon before a list names: its members after "…, trong đó …;" are of that again
    lengths = named_lengths(text)
    payers: set[str] = set()  # those who spent or paid, each up to the next ";"
    doers: list[str] = []  # those in a row whose deed was dealt out
    dealt_again: set[str] = set()  # the names of the sentence before that this one deals out anew
    dealt_of = ""  # and the whole whose parts they are now
    asides: set[int] = set()  # where figures of another time stand
    dealt_points: list[str] = []  # whose contributions a "lần lượt" still deals out
    as_told: list[str] = []  # the names of levels whose changes a "lần lượt" deals out
    part_told: Figure | None = None  # what was told of the whole just told: "217 tỷ đồng trên 620 tỷ đồng, đạt 35%" is so much of it
    plan_held: Direction | None = None  # how the goal in the parenthesis before was met: "vượt mục tiêu (34.500 tỷ đồng) 5%"
    of_so_many = ("", "")  # what is told of so many of them, and the head before they were counted: "nợ của 5 dự án là …"
    around = ""  # whose figures they are, said once for all up to the next ";": "Ở khối doanh nghiệp trong nước, …"
    for index, q in enumerate(qs):
        gap_start = qs[index - 1].end if index else 0
        gap = text[gap_start : q.start]
        if index and q.unit == qs[index - 1].unit == "nhóm":
            gap = patterns.GROUPS_THAT_DID.sub(lambda m: " " * len(m[0]), gap)
        next_start = qs[index + 1].start if index + 1 < len(qs) else len(text)
        tail_here = text[q.end : next_start]
        mark = DELIMITER.search(tail_here)
        tail_here = tail_here[: mark.start()] if mark else tail_here
        shared_out = patterns.PARTED.match(text, q.end)
        wide = "" if shared_out else wide_tail(text[q.end : next_start], index + 1 < len(qs))
        if not wide.strip() and (remark := patterns.REMARK_THEN.match(text, q.end)) and sum(remark.start() < other.start < remark.end() for other in qs) == 1:
            wide = wide_tail(text[remark.end() : next((other.start for other in qs if other.start > remark.end()), len(text))])  # "còn 120 tỷ đồng (3% kế hoạch) chưa giải ngân"
        if index + 2 < len(qs) and qs[index + 1].unit == q.unit != "%" and out_of(text, qs, index + 1):
            wide = tail_here = ""  # "459 tỷ đồng trên kế hoạch 540 tỷ đồng (85%)"
        tail_span = (q.end, q.end + len(tail_here))
        before_tail, pieces = split_lead(gap, index == 0, index > 0)
        if not pieces and index > 0:  # no delimiter at all: what follows the first trigger is ours
            phrase, triggers = trigger_split(before_tail)
            linked = re.split(r"(?<!\w)(?:với|thuộc|sang)(?!\w)", before_tail)[-1] if not triggers or triggers.lower().startswith("với") else triggers
            pieces = [("", triggers if triggers and linked is triggers else linked if linked != before_tail else triggers or (before_tail if not SO_VOI.match(before_tail) else ""))]
            if q.unit == "%" and (drawn := patterns.DRAWS.search(before_tail)) is not None:
                pieces = [(",", drawn["who"])]  # "giá xăng dầu giảm 13,8% so với cùng kỳ kéo nhóm giao thông giảm 3,6%"
            elif (meanwhile := patterns.WHEN_CHANGED.search(before_tail)) is not None:
                pieces = [(",", meanwhile["who"])]  # "giá gas tăng 2,8% khi mỗi bình 12 kg tăng 11.500 đồng"
        # parentheses open and close what they hold
        opened = False
        for d, _piece in pieces:
            if d == "(":
                stack.append(state.copy())
                opened = True
                if out and out[-1].measure is Measure.GROWTH and out[-1].base in (Base.PREVIOUS, Base.DECEMBER, Base.YEAR) and state.led not in (Base.NONE, out[-1].base) and index and not re.search(r"[;.]", gap[: gap.rfind("(")]):
                    state.led = out[-1].base  # "So với tháng 12, CPI tăng 2%; so với cùng kỳ tăng 4% (thành thị tăng 5%)": as what stands before it
                elif not index and (told_of_both := compared_in(before_parenthesis(gap))) is not Base.NONE:
                    state.led = told_of_both  # "mức tăng so với tháng trước là cao nhất ba năm qua (tháng 7/2022 tăng 0,4%)"
            elif d == ")" and stack:
                saved = stack.pop()
                state = saved
                opened = False
        lead = lead_of(pieces, mentions)
        if foremost_of and state.head == foremost_of and any(d == ";" for d, _ in pieces):
            state.head, foremost_of = setting.head, ""
        if index and pieces and pieces[-1][0] == ")" and not lead.phrase.strip() and not lead.triggers.strip() and (remarked := patterns.REMARKED.search(text[: text.rfind("(", 0, q.start)])) and units.kind(qs[index - 1].unit).startswith("count:") and not units.kind(q.unit).startswith("count:"):
            lead = replace(lead, phrase=remarked[1], broke=remarked[0][0])  # "EU (27 nước) 5,73 tỷ USD"
        if opened and index and not lead.phrase.strip() and (of_parts := patterns.PARTED.match(text, qs[index - 1].end)):
            lead, opened = replace(lead, phrase=of_parts["first"], triggers="", broke=","), False
        if opened and not lead.phrase.strip() and not lead.triggers.strip() and not patterns.THAN_OTHER.search(before_parenthesis(gap)) and len(pieces) > 1 and pieces[-2][0] != ")" and (index or pieces[-2][1].strip()) and not (patterns.THAN_THEN.search(before_parenthesis(gap)) and any(m.role == "base" and not text[m.end : text.rfind("(", 0, q.start)].strip(" ,") for m in mentions)) and not any(passed_year(text, m) and not text[m.end : text.rfind("(", 0, q.start)].strip(" ,") for m in mentions):
            before = lead_of(pieces[:-1], mentions)
            if (clean(before.phrase) or FOREMOST.fullmatch(before.phrase.strip(" ,;")) and re.match(r"\s*là\s", before.triggers)) and not PLAN_WORD.search(before.phrase + before.triggers) and not re.search(r"cùng kỳ|so với", before.inside, re.I):
                if stands := re.fullmatch(r"\s*(?:đạt\s(?:trên|dưới|từ)\s\d[\d.,]*\s?%(?:\s[^\W\d]+){0,4}?\s)?là\s+([^,;:()\d]{2,60}?)\s*", before.triggers):  # "Ba thị trường dẫn đầu là Hàn Quốc (128 nghìn lượt), …"
                    if not index and not state.head and re.fullmatch(r"\W*(?:.*\snhất(?: vẫn| cũng)?|dẫn đầu|đứng đầu)\W*", before.phrase, re.I) and q.unit == setting.unit:
                        state.head, state.head_unit = setting.subject, setting.unit
                    if index and not state.head and FOREMOST.fullmatch(before.phrase.strip(" ,;")) and not patterns.FOLLOWS.match(before.phrase) and units.kind(q.unit).startswith("count:") and state.subject and (same_count(q.unit, state.subject_unit) or q.unit in patterns.PEOPLE and state.subject_unit in patterns.PEOPLE):
                        foremost_of = state.head = stack[-1].head = state.subject
                        state.head_unit = stack[-1].head_unit = state.subject_unit  # "thiếu 1.284 giáo viên, nhiều nhất là bậc mầm non (516 người)"
                    if len((ranked := clean(before.phrase)).split()) > 1 and not FOREMOST.fullmatch(before.phrase.strip()):
                        state.head, state.head_unit = ranked, ""
                        stack[-1].head, stack[-1].head_unit = ranked, ""  # of those after its parenthesis too
                    before = replace(before, phrase=stands[1], triggers="")
                lead = replace(before, broke=before.broke or ",")  # "tiếp đến là Đài Loan (98 nghìn lượt), Trung Quốc (87 nghìn lượt)"
                opened = False
        elif opened and (index or led_up is not Direction.NONE or counted_led) and not lead.phrase.strip() and re.fullmatch(r"\s*(?:tăng|giảm)\s*(?:khoảng|gần|hơn|trên|tới)?\s*", lead.triggers) and len(pieces) > 1 and pieces[-2][0] not in (")", "("):
            before = lead_of(pieces[:-1], mentions)
            if not index and led_up is not Direction.NONE:
                before = replace(before, phrase=gap.rpartition("(")[0].rpartition(":")[2], triggers="")  # "Giảm mạnh nhất là hàng dệt, may (giảm 27 triệu USD)"
            remarked_on = clean(before.phrase)
            if FOREMOST.fullmatch(before.phrase.strip(" ,;")) and (stands := re.fullmatch(r"\s*là\s+([^,;:()\d]{2,60}?)\s*", before.triggers)):
                before, remarked_on = replace(before, phrase=stands[1], triggers=""), clean(stands[1])  # "mạnh nhất là giáo dục (tăng 0,87%)"
            if remarked_on and not before.triggers.strip() and len(remarked_on.split()) < (9 if index else 13) and not PLAN_WORD.search(remarked_on):
                lead = replace(lead, phrase=before.phrase, broke=before.broke or ",")  # "chủ yếu ở du lịch trọn gói (tăng 1,29%)"
                opened = False
        elif opened and not index and not lead.phrase.strip() and re.fullmatch(r"\s*(?:tăng|giảm)\s*(?:khoảng|gần|hơn|trên|tới)?\s*", lead.triggers) and len(pieces) > 1 and patterns.MOVED_FIRST.match(pieces[-2][1]) and not TRIGGER.search(pieces[-2][1]):
            lead, opened = replace(lead, phrase=pieces[-2][1], broke=","), False  # "Giá nhiên liệu (giảm 1,1%) và …"
        if opened and not lead.phrase.strip() and not lead.triggers.strip() and (only := patterns.ONLY_ONE.search(before_parenthesis(gap))) and (MEASURED.match(clean(only[1])) or WHOLE_NAME.fullmatch(clean(only[1]))):
            lead, opened = replace(lead, phrase=only[1], broke=","), False
            if state.subject:
                state.head, state.head_unit = state.subject, ""  # "là nơi duy nhất nhập khẩu (106 triệu USD) lớn hơn xuất khẩu (77 triệu USD)"
        if opened and not index and not state.subject and not lead.phrase.strip() and any(passed_year(text, m) and m.end <= text.rfind("(", 0, q.start) for m in mentions):
            state.subject, state.subject_unit = clean(lead_of(pieces[:-1], mentions).phrase), q.unit  # "quy mô lũy kế đã vượt cả năm 2026 (815 tỷ USD)"
        held_to = patterns.PLAN_HELD.search(before_parenthesis(gap)) if opened and not lead.phrase.strip() and not lead.triggers.strip() and re.match(r"\)\s*[^\W\d]*\s*\d[\d.,]*\s?%", text[q.end :]) else None
        if held_to is not None:
            lead = replace(lead, phrase=lead_of(pieces[:-1], mentions).phrase)
        if opened and index and len(pieces) == 1 and not lead.phrase.strip() and not lead.triggers.strip(" :là") and out and out[-1].measure in (Measure.MULTIPLE, Measure.COMPLETION):
            multiplied = re.sub(rf"^\W*(?:{PLAN}|so với)\s*(?:năm|về)?\s*", "", before_tail, flags=re.I)
            if MEASURED.match(clean(multiplied)) and len(clean(multiplied).split()) > 1 and not ASSIGNED.search(multiplied):
                lead = replace(lead, phrase=multiplied)  # "gấp 1,2 lần vốn chủ sở hữu (2.372 tỷ đồng)"
        if bracketed is not None and out and index and text[qs[index - 1].end : q.start].strip() == "(" and text[q.end : q.end + 1] == ")" and out[-1].measure is Measure.LEVEL and same_count(out[-1].unit, q.unit or out[-1].unit):
            asides.add(q.start)
            out.append(replace(
                out[-1], value=q.value, text=re.sub(r"\s+", " ", text[q.start : q.end]).strip(), span=Span(offset + q.start, offset + q.end), period=with_year(bracketed, setting.year),
                modality=Modality.TARGET if bracketed_plan else Modality.ACTUAL, bound=q.bound, scale=q.scale, step=q.step, high=q.high,
            ))  # fmt: skip
            continue
        if index and not due_again and out and q.unit == out[-1].unit:
            due_again = dealt_again_as(gap, out, run_length(qs, index, text), next((mentioned(m, state, setting) for m in mentions if gap_start <= m.start < q.start and m.role == "period" and m.period.kind), Period()))
        if due_again:
            src = due_again.pop(0)
            out.append(replace(src, value=q.value, text=_printed(text[q.start : q.end], q), span=Span(offset + q.start, offset + q.end), bound=q.bound, scale=q.scale, step=q.step, high=q.high))
            continue
        if (mirror := mirrored(text, qs, index, out, mentions, mirrors, run_length(qs, index, text))) is not None:
            src = mirror.source
            then_time = mentioned(mirror.when, at_time(state, src.period), setting) if mirror.when is not None else src.period
            if mirror.planned and mirror.when is None and then_time.kind in ("month", "months", "quarter", "half", "date", "season") and then_time.year:
                then_time = Period("year", then_time.year)
            changed = mirror.direction is not None and src.measure is not Measure.LEVEL
            asides.add(q.start)
            out.append(
                replace(
                    src, value=q.value, text=re.sub(r"\s+", " ", text[q.start : q.end]).strip(), unit=q.unit, span=Span(offset + q.start, offset + q.end), period=then_time, base_period=Period(),
                    modality=Modality.TARGET if mirror.planned else Modality.ESTIMATE if _ESTIMATED.search(gap) else Modality.ACTUAL, bound=q.bound, direction=mirror.direction if changed and mirror.direction is not None else src.direction,
                    scale=q.scale, step=q.step, high=q.high,
                )
            )  # fmt: skip
            continue
        context = before_parenthesis(gap) if opened else ""
        if patterns.THAN_LAST_TIME.search(context):
            context = re.split(r"[,;]", context)[-1]  # "bằng 69% kế hoạch, thấp hơn cùng kỳ (73%)": that was no plan
        lead_start = gap_start + (len(before_tail) if index else 0)
        causes = cause_spans(gap, pieces, gap_start)
        own_mentions = [m for m in mentions if not any(a <= m.start < b for a, b in causes) and lead_start <= m.start < q.start and not (index and (aside_first := patterns.ASIDE.match(text, gap_start)) and m.end <= aside_first.end())]
        if index and (aside_behind := patterns.REMARK_BEHIND.match(text, gap_start)) and aside_behind.end() <= q.start:
            own_mentions = [m for m in own_mentions if m.start >= aside_behind.end()]  # "6,7 triệu chiếc (sản xuất từ quý II/2018); điện …"
        own_mentions = [m for m in own_mentions if m.period.kind != "date" or ";" not in text[m.end : q.start]]  # a day ends with its clause
        compared = re.search(r"(?<!\w)(?:so|cùng kỳ|gấp|của)(?!\w)", tail_here)
        if compared is not None and compared[0].lower() == "của" and (patterns.FROM.search(gap) or patterns.FROM_RATE.search(gap)):
            compared = None  # "tăng từ 58,9 nghìn lượt của 6 tháng năm 2024"
        tail_mentions = [m for m in mentions if tail_span[0] <= m.start < tail_span[1] and (m.role == "base" or compared is None or m.start - tail_span[0] < compared.start())]
        aside = patterns.ASIDE.match(text, q.end)
        if aside and not tail_mentions:
            tail_mentions = [m for m in mentions if q.end <= m.start and m.end <= aside.end() and m.period.kind and not re.sub(r"đầu|cuối|vào|hết|tính|đến|thời|điểm", "", text[aside.start(1) : m.start]).strip()][:1]
        included = clean(trigger_split(pieces[-2][1])[0]) if len(pieces) > 1 and patterns.INCLUDED.match(pieces[-1][1]) else ""
        for _d, piece in pieces[:-1]:
            if patterns.SO_VOI_FIRST.match(piece):
                at = text.find(piece, gap_start)
                led_by = told_base(piece, [m for m in mentions if at <= m.start < at + len(piece)], state.period, setting.year)
                state.led = state.base = led_by
                if led_by is Base.PREVIOUS and (month := last_of(state.period)) and _THAN_MONTH.search(piece):
                    state.period = month  # "So với tháng trước, có 8 nhóm tăng giá: giáo dục tăng 2,15%": of the month
        phrase = they_do(lead.phrase, lead.triggers, state.subject, setting.subject) or clean(lead.phrase)
        triggers = lead.triggers
        if not state.head and (ranks := patterns.IS_MARKET.search(gap)) and (not phrase or patterns.OWNER.fullmatch(phrase)) and ranks["who"].startswith(phrase) and ";" not in gap[ranks.end() :]:
            phrase = ranks["who"]
            state.head, state.head_unit = f"thị trường {(ranks['trade'] or ranks['about']).lower()} khẩu", q.unit  # "Hoa Kỳ là thị trường xuất khẩu lớn nhất với 8 tỷ USD"
        elif not state.head and (trade := patterns.ABOUT_TRADE.fullmatch(lead.adverbial)) and patterns.OWNER.fullmatch(phrase) and not patterns.A_BODY.match(phrase):
            state.head, state.head_unit = f"thị trường {trade['trade'].lower()} khẩu", q.unit  # "Về nhập khẩu, Trung Quốc đạt 10 tỷ USD"
        if not phrase and (summed := patterns.SUMMED_FIRST.match(triggers)) and len((summed_name := clean(trigger_split(triggers[summed.end() :])[0])).split()) > 1:
            phrase, triggers = summed_name, trigger_split(triggers[summed.end() :])[1]
        if not index and units.kind(q.unit).startswith(("count:", "money")) and not state.head and (among_them := patterns.AMONG_COUNTED.fullmatch(gap)) and (units.kind(q.unit).startswith("count:") or re.match(r"\s*là\s", text[q.end :])):
            state.head, state.head_unit = clean(among_them["of"]), ""
            told_as = re.match(r"\s*là\s+(?:người\s+)?([^\W\d][^,;:.()\d]{2,60}?)(?=\s*(?:[,;:.()]|$|(?:chiếm|bằng|tăng|giảm)\s))", text[q.end :])
            phrase, triggers = f"{q.unit if units.kind(q.unit).startswith('count:') else ''} {clean(told_as[1])}".strip() if told_as else "", ""  # "Trong số hộ nghèo có 13.487 hộ dân tộc thiểu số"
        if not index and units.kind(q.unit).startswith("money") and not state.head and (within := patterns.WITHIN_WHOLE.fullmatch(gap)) and (purpose := after_noun(wide)):
            phrase, triggers, state.head, state.head_unit = purpose, "là", clean(within["of"]), ""
        if of_so_many[0]:
            (phrase, state.head), triggers, of_so_many = of_so_many, "là", ("", "")
        elif phrase and MEASURED.match(phrase) and units.kind(q.unit).startswith("count:") and q.unit not in patterns.PEOPLE and index + 1 < len(qs) and not qs[index + 1].unit.startswith("%") and not units.kind(qs[index + 1].unit).startswith("count:"):
            they_are = patterns.THEY_ARE.fullmatch(text, q.end, qs[index + 1].start) if patterns.OF_SO_MANY.search(text[: q.start]) else None
            if they_are is not None:
                of_so_many = (f"{phrase} của {q.unit}{they_are['who']}", state.head)
                phrase, triggers, state.head = "", "", phrase
        if (pointing := POINTING.match(phrase)) or phrase.lower() in ("chưa", "không", "lại", "cũng", "vẫn", "xa", "nhưng", "dù", "tuy", "mặc dù", "dẫu"):
            own_noun = re.match(r"\s*trong\s", lead.phrase, re.I) and pointing and clean(phrase[pointing.end() :])
            phrase = own_noun or ""
            if not index and not state.subject:
                state.subject, state.subject_unit = setting.subject, setting.unit
        if index and q.unit != "%" and qs[index - 1].unit == "%" and ";" not in text[: q.start] and (by_rate := patterns.NAMED_BY_RATE.fullmatch(text[: q.start])) and by_rate.end("rate") == qs[index - 1].end:
            phrase, triggers = f"{clean(by_rate['deed'])} {by_rate['rate']} {clean(by_rate['of'])}", ""  # "Tiết kiệm 10% chi thường xuyên để …: 182 tỷ đồng"
            lead = replace(lead, colon=None)
        if shared_out and not phrase and re.search(r"(?<!\w)còn lại\s*$", gap, re.I):
            phrase = "khoản còn lại"
        if index and units.kind(q.unit).startswith("money") and state.subject and (pack := patterns.PACK.fullmatch(phrase) or (patterns.PACK.fullmatch(f"{phrase} giá") if re.match(r"\s*(?:đã )?(?:tăng|giảm)(?!\w)", triggers) else None)) and pack["pack"].lower() not in state.subject.lower():
            phrase = f"giá {re.sub(r'^giá (?:bán (?:lẻ )?)?', '', state.subject, flags=re.I)} {pack['pack']}"  # "Gas tăng 8%, bình 12 kg có giá 412.000 đồng"
        elif not index and units.kind(q.unit).startswith("money") and patterns.PACKED.fullmatch(phrase) and (priced := patterns.PRICE_FIRST.match(text)) and priced.end() <= q.start:
            phrase = f"{clean(priced['what'])} {phrase}"
        fares = patterns.FARES.match(phrase) if phrase else patterns.FARES.match(pieces[-2][1]) if len(pieces) > 1 and pieces[-1][0] == "," else None
        if fares is not None and clean(fares["what"]):
            phrase = clean(fares["what"])
        if (then_noun := re.search(r"(?<!\w)thì\s+(?=\S)", phrase)) and MEASURED.match(phrase[then_noun.end() :]):
            phrase = phrase[then_noun.end() :]
        if len(phrase.split()) > 5 and (beside_noun := re.search(r"\svới\s+(?=\S)", phrase)) and MEASURED.match(phrase[beside_noun.end() :]):
            phrase = phrase[beside_noun.end() :]
        if index and OUT_OF.fullmatch(gap):
            phrase = ""
        if re.fullmatch(r"(?:thì )?(?:tổng )?số (?:thu|chi|nộp|vốn|tiền)(?: này| còn lại| thực)?", phrase, re.I) and (told_before := state.main or setting.subject) and re.match(rf"(?:tổng )?(?:{re.split(' ', phrase)[-1]}|thu|chi|vốn)(?!\w)", told_before, re.I) and units.kind(q.unit) == units.kind(setting.unit):
            phrase = told_before  # "Thu ngân sách đạt 128 tỷ đồng. Không kể tiền sử dụng đất thì số thu là 97 tỷ đồng"
        if not index and re.fullmatch(r"(?:thu|chi|nộp|huy động|giải ngân)", phrase, re.I) and patterns.ALL_TOGETHER.fullmatch(pieces[-1][1]) and patterns.CUMULATED.search(gap) and not state.head and re.match(rf"(?:tổng )?(?:số )?(?:tiền )?{phrase}(?!\w)", setting.subject, re.I) and units.kind(q.unit).startswith("money") and units.kind(q.unit) == units.kind(setting.unit):
            phrase = setting.subject  # "Số thu từ … tháng 5 đạt 39 tỷ đồng. Lũy kế 5 tháng, toàn ngành thu 187 tỷ đồng"
        if index and q.unit == state.subject_unit and DOING.fullmatch(phrase) and re.search(rf"\w {re.escape(phrase)}$", state.subject, re.I) and not lead.among:
            phrase = state.subject  # "khối FDI nhập khẩu 27 tỷ USD trong tháng; 5 tháng nhập khẩu 130 tỷ USD"
        if not index and not state.head and re.search(r"(?<!\w)tổng (?:mức|số|cộng)(?: này)?\s*$", blank_periods(lead.phrase, periods_in(lead.phrase)), re.I) and phrase in ("tổng", "tổng mức", "tổng số", "tổng cộng") and re.match(r"tổng ", setting.subject, re.I):
            phrase = setting.subject  # "Loại trừ yếu tố giá, tổng mức 9 tháng tăng …": of what was told before
        if index and not phrase and out and out[-1].measure is Measure.LEVEL and out[-1].unit == q.unit and patterns.IS_LEFT.fullmatch(gap) and (used := patterns.USED_UP.search(out[-1].indicator)) and used.start():
            phrase = f"{out[-1].indicator[: used.start()]} còn lại"
        if opened and phrase in ("kể", "tính", "gồm", "bao gồm"):
            phrase = ""  # "(kể cả 182 tỷ đồng kéo dài)"
        kin_of_money = units.kind(q.unit).startswith("money")
        if kin_of_money and index and not phrase and re.fullmatch(r"\s*(?:với\s+)?(?:tổng\s+)?(?:tăng thêm|bổ sung|tăng)\s*(?:là|khoảng|gần|hơn|trên)?\s*", triggers, re.I) and units.kind(state.subject_unit).startswith("count:") and patterns.MORE_CAPITAL.search(state.subject) or kin_of_money and index and units.kind(qs[index - 1].unit).startswith("count:") and patterns.RAISED_CAPITAL.fullmatch(gap):
            phrase, triggers = "vốn đăng ký tăng thêm", ""  # "5 lượt dự án điều chỉnh vốn, tăng thêm 37,2 triệu USD": that much, not more than a year ago
            lead = replace(lead, phrase=phrase, triggers="")
        counts_now, counted_before = units.kind(q.unit).startswith("count:"), bool(out) and units.kind(out[-1].unit).startswith("count:")
        if counts_now and not index and (where := re.match(r"(?:tại|ở)\s+(.{4,60})$", phrase)) and re.match(r"\s*(?:đã |hiện )?có(?!\w)", triggers):
            phrase = ""
            label = state.head = where[1]
            state.head_unit = ""  # "tại cửa khẩu Nậm Kha có 86.300 lượt hành khách"
        if keeps := patterns.KEEPS_ITS_PLACE.fullmatch(phrase):
            phrase = keeps["who"]  # "công nghiệp chế biến tiếp tục giữ vai trò dẫn dắt với 29 nghìn tỷ đồng"
        if points := patterns.POINTS_AT.match(lead.phrase):
            said_before = list(reversed(state.names.items()))
            named_before = next((n for _, n in said_before if points["noun"].lower() in n.lower()), "") or next((n for k, n in said_before if k.startswith("count:")), "") or state.subject or setting.subject
            phrase = clean(lead.phrase[points.end() :])
            if named_before and not state.head:
                state.head, state.head_unit = named_before, ""  # "các doanh nghiệp này nộp ngân sách 3.275 tỷ đồng"
        kind_of_plan = patterns.KIND_OF_PLAN.fullmatch(f"{lead.phrase}{lead.triggers}")
        if kind_of_plan and (planned_thing := re.split(r"\s(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)\s", state.main or setting.subject)[0]):
            phrase, triggers = f"{planned_thing} {kind_of_plan[1][:1].lower()}{kind_of_plan[1][1:]}", ""
        fell_from = bool(index and re.fullmatch(r"\s*,?\s*(?:(?:giảm|tăng|hạ|lùi|nhích|cải thiện)(?: nhẹ| mạnh)?\s+từ\s+mức|từ)\s+(?:mức\s+|con số\s+)?(?:gần\s+|khoảng\s+|hơn\s+|trên\s+)?", gap))  # "giảm còn 87% từ mức 102%"
        fell_from = fell_from and (not out or same_count(q.unit, out[-1].unit)) and not (gap.strip(" ,")[:2].lower() != "từ" and patterns.TO.match(text, q.end))
        if fell_from:
            phrase = ""
        if index and re.fullmatch(r"[^;:()]*/\s*(?:KH|kế hoạch|DT|dự toán)\s*", gap, re.I):
            phrase = ""
        if re.fullmatch(r"(?:đạt )?(?:tỷ lệ|mức)", phrase) and index:
            of_those = phrase.endswith("lệ") and q.unit == "%" and out and out[-1].measure is Measure.LEVEL and counted_before and not PLAN_TAIL.match(tail_here)
            phrase = f"tỷ lệ {out[-1].indicator}" if of_those else ""  # "1.842 hộ nghèo, tỷ lệ 5,37%"
        if re.search(r"\S\s+mới\s*$", lead.phrase) and phrase and not phrase.endswith("mới") and not triggers.strip():
            phrase = f"{phrase} mới"
        if q.unit == "%" and phrase.endswith(" mới") and not patterns.MADE_NEW.search(phrase):
            phrase = phrase.removesuffix(" mới")  # "vốn do địa phương quản lý mới thực hiện 58,7% kế hoạch": no more than that
        if index and not phrase and q.unit == "%" and (rose_most := patterns.ROSE_MOST.fullmatch(triggers)):
            phrase, triggers = clean(rose_most["who"]), f"{rose_most['how']} "  # "9 nhóm tăng giá, tăng mạnh nhất là giáo dục 5,63%"
            lead = replace(lead, phrase=phrase, triggers=triggers)
        if (phrase or FOREMOST.fullmatch(lead.phrase.strip(" ,;"))) and (said := said_by(phrase, triggers, lead.phrase)):
            if said != "-" and not index and not state.head and re.fullmatch(r"\W*(?:.*\snhất(?: vẫn| cũng)?|dẫn đầu|đứng đầu)\W*", lead.phrase, re.I) and q.unit == setting.unit:
                state.head, state.head_unit = setting.subject, setting.unit  # "Dẫn đầu là huyện Đông với 14 vụ": of what was said before
            if said != "-" and index and not state.head and q.unit == state.subject_unit and re.match(rf"\W*(?:{FOREMOST.pattern})(?!\w)", lead.phrase, re.I) and not patterns.FOLLOWS.match(lead.phrase) and said not in state.subject and not (patterns.A_PLACE.match(said) and patterns.A_PLACE.match(state.subject)):
                foremost_of = state.head = state.subject
                state.head_unit = state.subject_unit  # "còn thiếu 1.137 giáo viên, nhiều nhất ở cấp mầm non với 512 giáo viên"
            elif said != "-" and index and not state.head and state.subject[:1].islower() and not (patterns.A_PLACE.match(said) and patterns.A_PLACE.match(state.subject)) and re.search(r"(?<!\w)nhất(?!\w)|chủ yếu|phần lớn|đa số", lead.phrase, re.I) and (same_count(q.unit, state.subject_unit) or q.unit in patterns.PEOPLE and state.subject_unit in patterns.PEOPLE):
                state.head, state.head_unit = state.subject, state.subject_unit  # "thiếu 486 giáo viên, nhiều nhất là tiếng Anh (137 người)"
            if said != "-" and (foremost := patterns.FOREMOST_OF.fullmatch(lead.phrase)) and len((family := clean(foremost[1])).split()) > 1:
                state.head, state.head_unit = family, ""
            phrase = said.strip("-")
            if said != "-" and index and FOREMOST.fullmatch(lead.phrase.strip(" ,;")) and re.match(r"\s*là\s", triggers):
                moved = re.search(r"(?<!\w)(?:tăng|giảm)(?:\s(?:tới|đến|thêm|mạnh|nhẹ|sâu|khoảng|gần|hơn|trên))*\s*$", triggers, re.I)
                triggers = moved[0] if moved else ""  # "y tế tăng 8,63%, tiếp đến là giáo dục 7,45%": of the same kind
                lead = replace(lead, triggers=triggers)
        if (length := next((t for t in lengths[1:] if gap_start <= t[0] and t[1] <= q.start and text[t[0]].isdigit()), None)) is not None:
            phrase = f"{re.split(r'[ ](?=[0-9])', text[slice(*lengths[0])])[0].lower()} {text[slice(*length)]}"  # "kỳ hạn 10 năm …, tiếp theo là 5 năm (38 tỷ đồng)"
        if (leads_in := patterns.LEADS_IN.fullmatch(f"{lead.phrase}{lead.triggers}")) and len(clean(leads_in["what"]).split()) > 1:
            phrase, triggers = clean(leads_in["who"]), ""
            if not leads_in["what"].endswith("tuyệt đối"):  # "về số tuyệt đối": of what was said before
                state.head, state.head_unit = clean(leads_in["what"]), ""
        named_alone = bool(index and out and out[-1].measure is Measure.LEVEL and qs[index - 1].value < 10 and counted_before and not counts_now)
        ones = patterns.NAMED_ONES.fullmatch(gap) if named_alone else None
        if ones is not None and not ones["who"].isupper():
            opened = opened and not gap.endswith("(")
            phrase, triggers = clean(ones["who"]), re.sub(r".*(?=(?<!\w)(?:tăng|giảm)(?!\w))|.*", "", gap[ones.end("who") :], count=1)
        most = patterns.MOST_OF.fullmatch(lead.phrase)
        if most:
            phrase, state.head, state.head_unit = clean(most[1]), f"{most[2]} {most[3]}".lower(), ""
        if phrase.startswith("của ") and index and " của " in state.subject:
            phrase = f"{state.subject.partition(' của ')[0]} {phrase}"
        if not phrase and not index and patterns.WITHIN_THAT.fullmatch(gap) and re.match(r"\s*(?:ấy|này|đó|nói trên|kể trên|trên)(?!\w)", text[q.end :]) and setting.subject and units.kind(setting.unit) == units.kind(q.unit):
            phrase = setting.subject  # "Trong 4.286 tỷ đồng ấy, nợ khó thu là …"
        if phrase and index + bool(setting.subject or state.main or units.kind(q.unit).startswith("count:")) and patterns.PLACE.fullmatch(phrase[:1].lower() + phrase[1:]) and triggers.strip():
            phrase = ""
            if not index and not state.subject:
                state.subject, state.subject_unit = setting.subject, setting.unit
        if index and not phrase and any(d == ";" for d, _ in pieces) and state.main and (re.match(r"\s*so\s", triggers) or state.parts_of and re.match(r"\s*(?:tăng|giảm)(?!\w)", triggers) and re.match(r"\s*so\s", tail_here)):
            state.subject, state.head, state.parts_of = state.main, setting.head, ""  # "CPI tăng 1,05%, trong đó nông thôn …; (tăng 4%) so cùng kỳ (tăng 4%)"
        if (field := patterns.FIELD_DID.match(phrase)) and index and any(d == ";" for d, _ in pieces):
            state.head, state.head_unit, phrase = clean(field["what"]), "", phrase[field.end() :]  # "riêng lĩnh vực xăng dầu kiểm tra 38 vụ, xử phạt 5 vụ"
        if counts_now and patterns.OWNER.fullmatch(phrase) and not phrase.isupper() and not patterns.A_PLACE.match(phrase) and re.fullmatch(r"\s*(?:hiện |đã )?có(?: thêm| khoảng| trên| hơn| gần)?\s*", triggers):
            state.head, state.head_unit, phrase = phrase, "", ""  # "Bình Hải có 1.147 dự án FDI"
        if counts_now and re.match(r"(?:theo|qua)\s", phrase) and re.match(r"\s*(?:hiện |vẫn )*(?:còn|có)(?!\w)", triggers):
            phrase = ""  # "Theo rà soát giữa năm còn 96 hộ nghèo"
        if counts_now and re.fullmatch(r"(?:đã )?(?:làm|gây|khiến)(?: cho)?", phrase):
            phrase = ""
        if (counts_now or kin_of_money and out and re.match(rf"(?:hiến|ủng hộ|{DOES})", out[-1].indicator)) and not phrase and (given := patterns.GIVEN.fullmatch(triggers)):
            phrase, triggers = given[1].lower(), ""  # "nhân dân góp 620 ngày công"
        if counts_now and not phrase and re.fullmatch(r"\s*(?:đã |mới )?hoàn thành\s*", triggers) and not after_noun(wide):
            phrase, triggers = "hoàn thành", ""
        if patterns.FAR_FROM.fullmatch(phrase) and PLAN_WORD.search(triggers):
            phrase = ""
        pulls = phrase == "kéo" and q.unit == "điểm phần trăm" and bool(out) and out[-1].measure is Measure.GROWTH and out[-1].unit == "%"  # "nhóm giao thông giảm 1,17%, kéo giảm 0,11 điểm phần trăm"
        if phrase in ("kéo", "tiếp tục kéo", "nâng") and not pulls or index and patterns.RAISES_SUM.fullmatch(phrase) or index and phrase in ("cao", "thấp", "nhiều", "lớn") and re.match(r"\s*gấp", triggers):
            phrase = ""
        if units.kind(q.unit).startswith("count:") and (happened := list(patterns.CLAUSE_HAPPENED.finditer(phrase))) and (len(phrase[: happened[-1].start()].split()) > 2 or index and happened[-1].end() == len(phrase) and happened[-1].start()):
            phrase = clean(phrase[happened[-1].end() :])  # "nắng nóng kéo dài làm xảy ra 19 vụ cháy"
        if index and counts_now and phrase and re.fullmatch(r"[^,;:()]*\s(?:của|thuộc)\s*", gap) and not MEASURED.match(phrase):
            phrase = ""  # "23 con heo bệnh của 4 hộ"
        belongs = ""
        if index and out and phrase and ones is None and not triggers.strip() and units.kind(out[-1].unit).startswith("count:") and units.kind(q.unit).startswith(("money", "area", "power")) and out[-1].measure is Measure.LEVEL and not DELIMITER.search(joined(gap)) and re.match(r"\s+\w", gap) and not MEASURED.match(phrase) and not re.match(r"\s*với\s", gap):
            belongs, phrase = out[-1].indicator, ""  # "66 dự án trong nước 9.870 tỷ đồng": the money is theirs
        if not phrase and (dealt_to := patterns.DEALT_TO.search(triggers)):
            phrase, triggers = clean(dealt_to[1]), ""
            if not state.head and units.kind(q.unit) == units.kind(state.subject_unit):
                state.head, state.head_unit = state.main or state.subject, q.unit  # "lần lượt dành cho giáo dục 3.842 tỷ, y tế 1.263 tỷ"
        if (moved_from := patterns.MOVED_FROM.search(f"{lead.phrase} {triggers}")) and patterns.TO.match(text, q.end) and len((what_moved := clean(moved_from[1])).split()) > 1 and not POINTING.match(moved_from[1]):
            phrase = what_moved  # "tiết kiệm chi phí, giảm suất tiêu hao than từ 512 xuống 498 g/kWh"
        if not phrase and (moved := patterns.MOVED.search(triggers)) and not re.match(r"(?:nhẹ|mạnh|từ|thêm|so|dần|sâu|tiếp|nhanh|cao)(?!\w)", moved[1]) and not POINTING.match(moved[1]) and not moved[1].endswith((" này", " đó")):
            phrase = clean(moved[1])  # "phấn đấu giảm sĩ số xuống 38 em"
        if (phrase or POINTING.match(clean(lead.phrase))) and (raised := patterns.RAISED.search(blank_periods(led_on := f"{lead.phrase} {triggers}", periods_in(led_on)))) and len((what := clean(raised[1])).split()) > 1:
            phrase = (state.subject[state.subject.find(q.unit) :] if q.unit in state.subject else next((f.indicator for f in reversed(out) if f.measure is Measure.LEVEL and same_count(f.unit, q.unit)), q.unit)) if patterns.WHOLE_COUNT.fullmatch(what) and units.kind(q.unit).startswith("count:") else what  # "kiên cố hóa 27 km, nâng tỷ lệ đường được cứng hóa từ 81% lên 84%"
        if index and units.kind(q.unit).startswith("money") and patterns.LEAVES_AMOUNT.search(gap) and (left_out := after_noun(text[q.end : next_start])):
            phrase, triggers = left_out, "là"
        if index and (this_raised := patterns.THIS_RAISED.search(text[: q.start])) and (this_named := re.findall(rf"(?<!\w){this_raised['noun']} (?!này|đó)((?:[^\W\d_]+\s?){{1,7}}?)(?=\s*[,;.()]|\s+(?:của|từ|để|theo|trong|lên|là|đạt)(?!\w))", text[: this_raised.start()], re.I)):
            phrase = f"{this_raised['noun'].lower()} {clean(this_named[-1])}"  # "… để bổ sung nguồn cải cách tiền lương, nâng nguồn này lên 1.265 tỷ đồng"
        if index and state.subject:
            phrase = re.sub(r"^((?:tỷ|tỉ) trọng) (?:trong|trên) (?:toàn|tổng|cơ cấu)(?!\w).*$", r"\1", phrase, flags=re.I)  # "…, nâng tỷ trọng trong toàn ngành lên 83%": its share, not all's
        aims = re.search(rf",\s*(?:phấn đấu|hướng tới|đặt mục tiêu)\s+(?:{DOES})(?!\w)[^,;:()]*$", gap, re.I) is not None  # "Sở tổ chức các phiên giao dịch, phấn đấu giải quyết việc làm cho 25.500 lao động"
        if (not phrase or aims or patterns.PLACE.fullmatch(phrase[:1].lower() + phrase[1:]) or patterns.WE.fullmatch(phrase)) and (deed := patterns.PLANNED_DEED.search(triggers)) and re.match(rf"{DOES}|(?:đầu tư|bố trí|dành)(?!\w)", (planned_deed := clean(blank_periods(deed[1], periods_in(deed[1])))), re.I):
            phrase, triggers = planned_deed, ""  # "phấn đấu tạo việc làm mới cho 21.000 lao động"
        if not index and not phrase and q.unit in ("điểm phần trăm", "%") and re.fullmatch(r"\W*(?:phấn đấu |tiếp tục |mỗi năm )*(?:giảm|tăng|nâng)(?: thêm)?(?: (?:ít nhất|tối thiểu|từ|trên|khoảng))?\s*", triggers, re.I) and RATE.match(name_behind := after_noun(tail_here)):
            phrase = name_behind  # "Giảm 1,2 điểm phần trăm tỷ lệ hộ nghèo"
        if not phrase and triggers:  # "phải đạt giá trị sản xuất 10.058 tỷ đồng": the noun phrase comes after the verb
            after_verb = re.sub(rf"^{PLAN}\s+(?=\S)", "", clean(TRIGGER.sub(" ", blank_periods(triggers, periods_in(triggers)))), flags=re.I)
            verb_first = not index and re.match(r"(?:giảm|tăng|nâng|kéo giảm)\s", triggers, re.I) and not state.subject and after_verb.lower() != q.unit
            phrase = after_verb if (verb_first or MEASURED.match(after_verb) and not ELSEWHERE.search(triggers)) and not patterns.BARE_RATE.fullmatch(after_verb) and (len(after_verb.split()) > 1 or after_verb.isupper()) or WHOLE_NAME.fullmatch(after_verb) and not index and not setting.subject else ""
        elif patterns.OWNER.fullmatch(phrase) and not MEASURED.match(phrase) and patterns.OWNS.match(triggers):
            owned_by_it = clean(TRIGGER.sub(" ", blank_periods(triggers, periods_in(triggers))))
            if MEASURED.match(owned_by_it) and len(owned_by_it.split()) > 1 and not patterns.BARE_RATE.fullmatch(owned_by_it):
                phrase = f"{owned_by_it}{' bình quân' if re.search(r'bình quân$', triggers.strip(), re.I) else ''} {phrase}"
        if kin_of_money and not state.head and (fund := patterns.FUND_DID.match(lead.phrase)):
            state.head, state.head_unit = clean(fund["who"]), ""
        new_clause = any(d == ";" for d, _ in pieces)
        if new_clause and kin_of_money and not phrase and RATE.match(state.subject) and (amount := next((f for f in reversed(out) if f.unit == q.unit and f.measure is Measure.LEVEL), None)) is not None:
            state.subject, state.subject_unit, state.head = amount.indicator, amount.unit, amount.head  # "ngày 14/5 huy động 1.200 tỷ đồng, lãi suất 2,68%; ngày 23/7 thêm 800 tỷ đồng": no amount is a rate
        if payers and new_clause and state.head in payers:
            state.head = setting.head
        if (kin_of_money and (index == 0 or new_clause) or q.unit == "%" and not index and PLAN_TAIL.match(tail_here)) and not re.search(r"lần lượt|tương ứng", triggers, re.I):
            opens = next((piece for d, piece in reversed(pieces) if d == ";"), pieces[0][1])
            body = patterns.BODY_PAID.match(lead.phrase) or (patterns.BODY_PAID.match(f"{opens} {phrase}") if len(pieces) > 1 and DEED.fullmatch(phrase) else None)
            if body is not None and any(w[:1].isupper() for w in body["who"].split()):
                state.head, state.head_unit, phrase = body["who"].strip(), "", clean(body["deed"])  # "Sở Giao thông vận tải giải ngân 120 tỷ đồng"
                payers.add(state.head)
        if phrase.endswith(" mở rộng") and MEASURED.match(phrase) and patterns.FROM.search(triggers):
            phrase = phrase.removesuffix(" mở rộng")
        if counts_now and phrase and not re.search(r"nhất|hàng đầu|đầu tiên|nguyên nhân|tiếp theo", phrase) and (kind_told := patterns.IS_A_KIND.fullmatch(triggers)) and not TRIGGER.search(joined(kind_told[1])):
            phrase, triggers = f"{phrase} {clean(kind_told[1])}".strip(), ""  # "trong đó đảng viên là nữ 612 đồng chí"
        if (counts_now or units.kind(q.unit) in ("mass", "area", "volume")) and not most and (organ := patterns.ORGAN_DID.match(lead.phrase)):
            state.head, state.head_unit = clean(organ["who"]), ""
        if not phrase and units.kind(q.unit).startswith("money") and re.fullmatch(r"\W*(?:mang|đem|thu) về\s*", lead.phrase, re.I) and not state.subject_unit.startswith(("đồng", "USD")):
            phrase = "thu về"
        if index and patterns.PEAK.fullmatch(phrase) and state.subject:
            phrase = f"{state.subject} {phrase}"  # "bình quân 1.120 xe/ngày, cao điểm 1.460 xe/ngày"
        if not MEASURED.match(phrase) and not units.kind(q.unit).startswith(("area", "mass", "volume", "rate")) and (acted := patterns.ACTED.match(phrase)):
            phrase = phrase[acted.end() :]
            if not state.head and (acted[0][:1].isupper() or re.search(rf"\s[{UPPER}\d]", acted["who"] or "")):
                state.head, state.head_unit = acted["who"] or acted["they"], ""  # "Dự án cầu Bến Đò đã giải phóng mặt bằng 28 km"
        if (opened or index) and re.fullmatch(PLAN, phrase, re.I):
            phrase = ""
        if index and triggers.strip().lower() == "có" and units.kind(q.unit).startswith("count:") and all(d == "và" for d, _ in pieces):
            phrase = ""  # "Trong 11 nhóm hàng hóa và dịch vụ chính có 8 nhóm tăng giá"
        if not index and not phrase and (about_noun := patterns.ABOUT.match(text)) and about_noun.end() <= q.start:
            if units.kind(q.unit).startswith("count:") and (after_noun(wide) or " " in q.unit) and not state.head:
                state.head, state.head_unit = clean(about_noun[1]), ""  # "Về trật tự an toàn giao thông, xảy ra 216 vụ tai nạn"
            else:
                phrase = clean(about_noun[1])
        if q.unit == "%" and (paid := patterns.PAID.search(text[: q.start])):
            phrase, triggers = (paid[1] or paid[2]).strip().lower(), ""  # "trả cổ tức năm 2024 bằng tiền, tỷ lệ 12%"
        if not index and not state.head and len(phrase.split()) < 3 and phrase and (field_of := patterns.IN_FIELD.match(lead.adverbial)):
            state.head, state.head_unit = clean(field_of[1]), ""  # "Ở lĩnh vực xuất nhập khẩu, cục thu 912 tỷ đồng"
        if _ON_THE_SIDE_OF.match(lead.adverbial):
            lead = replace(lead, adverbial=_ON_THE_SIDE_OF.sub("", lead.adverbial))
            if re.fullmatch(r"(?:trị giá|giá trị|kim ngạch) hàng hóa", phrase, re.I) and re.fullmatch(r"(?:xuất|nhập) khẩu", side := clean(lead.adverbial)):
                phrase = f"{phrase} {side}"
            elif phrase[:1].isupper() and (market := patterns.MARKET.match(state.head)) and re.fullmatch(r"(?:xuất|nhập) khẩu", side := clean(lead.adverbial)):
                state.head, state.head_unit = f"{market['of'] or ''}thị trường {side}", ""  # "Thị trường xuất khẩu lớn nhất là Hoa Kỳ …; ở chiều nhập khẩu, sau Trung Quốc là Hàn Quốc …"
        if BARE_NOUN.fullmatch(phrase) and patterns.PLACE_ONLY.fullmatch(lead.adverbial) and (before_place := next((pieces[i - 1][1] for i in range(1, len(pieces)) if pieces[i][1] == lead.adverbial), "")) and (thing_named := patterns.NAMED_THING.search(before_place)):
            lead = replace(lead, adverbial=thing_named[1])  # "cụm lớn nhất là cụm Pa Lin, huyện Đồng Trình, diện tích 62 ha"
        if not index and not state.head and INCOMPLETE.fullmatch(phrase) and (foremost_is := re.match(rf"\W*(?:{FOREMOST.pattern}) là (?P<who>[^;:]{{3,120}})$", lead.adverbial)) and len(clean(foremost_is["who"]).split()) > 1:
            state.head, state.head_unit = clean(foremost_is["who"]), ""  # "Lớn nhất là dự án nhà máy linh kiện, vốn đăng ký 168 triệu USD"
        if BARE_NOUN.fullmatch(phrase) and lead.adverbial and (not index or ";" in gap):
            phrase = f"{phrase} {clean(lead.adverbial)[-90:]}".strip()
        if not index and lead.adverbial and measures_alone(phrase):
            set_off = patterns.WITH_REGARD_TO.sub("", led) if (led := gap.rpartition(",")[0]) and not re.search(r"[,;:()]", led) else lead.adverbial
            if not ADVERBIAL.match(set_off) and (not VERBAL.search(set_off) or re.match(r"\W*(?:xuất|nhập) khẩu \w", set_off, re.I)) and 0 < len((thing := clean(set_off)).split()) < 7 and not trigger_split(set_off)[1].strip():
                state.topic = thing  # "Riêng cà phê, tuy lượng xuất khẩu chỉ đạt 38,4 nghìn tấn", "Với gạo, lượng và trị giá cùng giảm"
        owned = patterns.HAS_MEASURE.fullmatch(phrase)
        if owned and not MEASURED.match(phrase):
            state.topic = owned[1]
            phrase = f"{owned[2]} {owned[1]}"  # "Dự án cầu Bến Đò có tổng mức đầu tư 685 tỷ đồng"
        parts_before = state.parts_of
        if topic_before and any(d == ";" for d, _ in pieces):
            state.topic, state.parts_of, topic_before = topic_before, "", ""  # "năng suất giảm vì mưa lũ làm 2.318 ha lúa ngã đổ; sản lượng …"
        if lead.among and not index and len(pieces) > 1 and re.fullmatch(r"(?:bao )?gồm", pieces[1][0]) and " và " in phrase and re.match(r"\s*(?:là|đạt|ước)(?!\w)", triggers) and len(all_of := clean(trigger_split(pieces[0][1])[0])) > 3:
            phrase, lead = all_of, replace(lead, among=False)  # "Huy động vốn gồm tiền gửi và giấy tờ có giá là 310 tỷ đồng"
        if index and phrase and payers and state.head in payers and out and out[-1].head == state.head and out[-1].measure is Measure.LEVEL and out[-1].unit == q.unit and re.match(rf"{re.escape(state.head.split()[0])}\s", phrase, re.I) and not DEED.search(phrase):
            state.head, phrase = phrase, out[-1].indicator  # "Ban A giải ngân 612 tỷ đồng, còn Ban B chỉ 201 tỷ đồng"
            payers.add(state.head)
        if index and phrase and q.unit == state.subject_unit and (lent_noun := lent(phrase, state.subject)) and lent_noun.lower() not in phrase.lower():
            phrase = f"{lent_noun} {phrase}"
        if index and q.unit == state.subject_unit and (back := other_way(phrase, state.subject) or (did_alike(phrase, state.subject) if patterns.OWNS.match(triggers) or not triggers.strip() and re.match(r"(?:các )?(?:doanh nghiệp|khối|khu vực)(?!\w)", phrase) else "")):
            phrase = back
        # heads
        if lead.colon is not None and not (lead.among and not index and not clean(trigger_split(lead.colon)[0])):
            colon = "" if re.search(r":\s*[“\"]", gap) else lead.colon  # what is quoted heads nothing
            if re.search(r"(?<!\w)(?:thừa nhận|cho biết|cho hay|cho rằng|nói|chia sẻ|khẳng định|nhấn mạnh|lý giải)\W*$", colon):
                colon = ""  # who says it heads nothing
            elif re.match(r"\W*(?:đây|đó|điều (?:này|đó))(?!\w)", colon, re.I):
                colon = ""  # "Đây là lĩnh vực vượt kế hoạch rõ nhất: …" points back
            told_why = index > 0 and any(mark == ":" and CAUSE.fullmatch(pieces[i - 1][0]) for i, (mark, _) in enumerate(pieces) if i)
            if told_why:
                colon = ""  # "Giá gạo tăng 2,6% do nhu cầu xuất khẩu: gạo tẻ thường 15.300 đồng/kg": of what it is the cause of
            named = unpointed(clean(trigger_split(colon)[0]), state.subject or setting.subject)
            if named.endswith((" làm", " khiến", " kéo", " đẩy")):
                named = clean(re.sub(r"(?<!\w)(tăng|giảm)(?!\w)", r"\1_", colon)).replace("_", " ").replace("  ", " ")  # "Các yếu tố làm tăng CPI:"
            named = patterns.AND_GROWTH.sub("", named)
            if patterns.EACH.fullmatch(named) or patterns.UNEVEN.fullmatch(colon.strip()):
                if not index and not state.subject:
                    state.subject, state.subject_unit, state.main = setting.subject, setting.unit, setting.subject
                named = ""  # "Từng năm như sau: năm 2016 là 412 tỷ đồng": of what was said before
            if index > 0 and (not named or not MEASURED.match(named)):
                base_head = state.subject if told_why or patterns.DIVIDED.match(colon) or not state.head or state.measure is Measure.LEVEL and lead.broke == ":" and not named else state.head
                if not base_head and not named and lead.among:
                    base_head = state.main or setting.subject  # "Tính chung 9 tháng đạt 58.312 tấn, bao gồm: …": of what was said before
                state.head, state.head_unit = (f"{base_head}: {named}" if named and base_head else named or base_head), state.subject_unit
            elif named:
                if patterns.DIVIDED.match(colon) and setting.subject and units.kind(setting.unit) == units.kind(q.unit) and not state.head:
                    named = setting.subject  # "Xuất khẩu đạt 4,3 tỷ USD. Chia theo thành phần: doanh nghiệp FDI 2,1 tỷ USD"
                of_before = patterns.FAMILY_HEAD.fullmatch(named) and setting.subject and units.kind(setting.unit) == units.kind(q.unit) and not state.head
                listed_under = named = f"{setting.subject}: {named}" if of_before else named  # "Xuất khẩu đạt 4,3 tỷ USD. Nhóm hàng chính: điện tử 2,1 tỷ USD"
                state.head, state.head_unit = named, ""
                label = named if not index and not MEASURED.match(named) and len(named.split()) < 9 else ""
                if not index and not MEASURED.match(named) and len(named.split()) < 9:
                    if setting.head and not setting.head.startswith(named) and len(setting.head.split()) < 4 and not MEASURED.match(setting.head) and setting.head.lower() not in named.lower():
                        state.head, phrase = setting.head, phrase or named  # "Diện tích lúa cả năm …. Cụ thể từng vụ:" | "Hè thu: 38.150 ha, năng suất 56 tạ/ha"
                    state.topic = named
                elif not index and re.match(r"(?:xuất|nhập) khẩu \w", named, re.I) and measures_alone(phrase):
                    state.topic = topic_of(named)  # "Xuất khẩu xi măng: lượng giảm 9,5%, trị giá giảm 12%"
            rises, falls = last_start(UP_RE, colon), last_start(DOWN_RE, colon)
            if q.unit == "%" and patterns.STRUCTURED.search(colon) and max(rises, falls) < 0:
                state.measure, state.growth, state.unit, state.told, state.level_first = Measure.SHARE, Direction.NONE, "%", True, False
            if max(rises, falls) >= 0 and q.unit == "%":
                state.measure, state.growth, state.unit, state.told = Measure.GROWTH, Direction.UP if rises > falls else Direction.DOWN, "%", True
                if (colon_base := compared_in(colon)) is not Base.NONE:
                    state.base = state.led = colon_base
            elif (colon_base := compared_in(colon)) is not Base.NONE:
                state.led = colon_base  # "So với tháng trước, CPI các tháng như sau: tháng 7 tăng 0,4%, …"
            if TARGET.search(colon) and not NOT_TARGET.search(colon):
                state.modality = Modality.TARGET
        elif lead.among:
            alike = next((name for kind, name in state.names.items() if units.kind(q.unit).startswith("count:") and kind.startswith(units.kind(q.unit) + " ")), "")
            own_whole = "" if index or len(pieces) < 2 or not AMONG.fullmatch(pieces[1][0]) else clean(trigger_split(pieces[0][1])[0])
            if not state.main and len(own_whole.split()) > 1 and not ADVERBIAL.match(pieces[0][1]):
                state.head, state.head_unit = setting.head if patterns.SOME_OF.match(own_whole) else own_whole, ""  # "Hai nhóm giảm gồm giao thông (-3,27%)": not of what was said before
            else:
                if not alike and counts_now and out and out[-1].measure is Measure.LEVEL and (same_count(q.unit, out[-1].unit) or q.unit in patterns.PEOPLE and out[-1].unit in patterns.PEOPLE) and not any(same_count(f.unit, q.unit) if q.unit == out[-1].unit and q.value < out[-1].value else units.kind(f.unit).startswith("count:") for f in out if f.indicator == state.main):
                    alike = out[-1].indicator  # "vốn thực hiện 2.760 tỷ đồng, tạo việc làm cho 6.340 lao động, trong đó người địa phương 5.120 người"
                state.head, state.head_unit = alike or state.main or state.subject or setting.subject, state.subject_unit
            state.parts_of = state.head
            if stack and not opened and pieces[-1][0] == "(":
                stack[-1].head, stack[-1].head_unit = state.head, state.head_unit
        elif opened and phrase and len(pieces) > 1 and (not index or pieces[-2][0] == ";") and BARE_NOUN.fullmatch(phrase) and (before_it := clean(trigger_split(pieces[-2][1])[0])):
            if typical := patterns.TYPICAL.fullmatch(pieces[-2][1]):
                before_it = clean(typical["what"])
            state.head, state.head_unit = before_it, ""
            stack[-1].subject = stack[-1].main = before_it
            if index:
                stack[-1].head, stack[-1].head_unit = before_it, ""  # "…; Bệnh viện Mắt (tổng mức đầu tư 92 tỷ đồng) giải ngân …"
        elif opened and phrase and index > 0 and held_to is None:
            again_told = next((f for f in reversed(out) if f.indicator == phrase and f.unit == q.unit and phrase != state.subject), None)  # "khu vực I, II lần lượt là 17% và 43% (khu vực I năm trước 18%)"
            state.head, state.head_unit = (again_told.head, again_told.unit) if again_told is not None else (state.subject, state.subject_unit)
        elif phrase and lead.broke == ";" and state.head and state.head_unit and units.kind(q.unit) != units.kind(state.head_unit) and q.unit != "%" or phrase and lead.broke in (";",) and state.head and state.head != setting.head and RATE.match(phrase):
            state.head = setting.head
        elif index and pieces and pieces[0][0] == ":" and phrase and state.subject and not state.head and (units.kind(q.unit) == units.kind(state.subject_unit or q.unit) or q.unit in patterns.PEOPLE and state.subject_unit in patterns.PEOPLE):
            state.head, state.head_unit = state.subject, state.subject_unit  # "tổng nhu cầu vốn khoảng 48 tỷ đồng: hạ tầng 31 tỷ đồng; …"
        elif index and phrase and listed_under and any(d == ";" for d, _ in pieces) and lead.broke == ";" and state.head != listed_under and parts_before == state.head and same_count(q.unit, state.head_unit or q.unit):
            state.head, state.head_unit = listed_under if " " in listed_under else setting.head, ""  # "trâu …; lợn …, trong đó lợn nái …; gia cầm …"
        if DIMENSION.fullmatch(phrase) and any(d == ";" for d, _ in pieces) and state.parts_of:
            state.topic, state.parts_of = topic_of(state.parts_of), ""  # the list of parts is over
        grown_alike = q.unit == "%" and bool(out) and out[-1].measure is Measure.GROWTH and out[-1].indicator == state.subject and state.unit == "%"
        if index and phrase and not state.head and (grown_alike or q.unit.partition("/")[0] == state.subject_unit.partition("/")[0]) and not MEASURED.match(phrase):
            state.head, state.head_unit = paralleled(phrase, state.subject), q.unit
        if counts_now and index and not phrase and same_count(q.unit, state.subject_unit) and re.search(r"[,)]\s*(?:tăng )?thêm(?: được)?\s*$", gap, re.I) and re.match(r"\s*so\s", text[q.end :]):
            triggers = "tăng thêm "  # "38 xã đạt chuẩn, thêm 4 xã so với cuối năm 2024"
            lead = replace(lead, triggers=triggers)
        if index and pieces and pieces[-1][0] == ")" and DEED.fullmatch(phrase) and out and out[-1].measure is Measure.LEVEL and out[-1].unit == q.unit and re.search(rf"{re.escape(out[-1].indicator)}\s*\($", text[: qs[index - 1].start].rstrip(), re.I):
            foremost_of = state.head = out[-1].indicator
            state.head_unit = ""  # "hồ chứa nước Suối Đá (1.126 tỷ đồng) mới giải ngân 51,7 tỷ đồng"
        if phrase and state.head and patterns.CHAPTER.fullmatch(phrase) and patterns.CHAPTER.fullmatch(state.head) and phrase.lower() != state.head.lower():
            state.head, state.head_unit, state.parts_of = setting.head, "", ""
        # modality
        modality = modality_of(q, lead, context, state, own_mentions, setting)
        if modality in (Modality.ACTUAL, Modality.TARGET) and patterns.FORETOLD_BEHIND.match(text, q.end) and re.search(r"(?<!\w)(?:trong|sát|đúng|bằng|hơn|vượt|với)\s+(?:mức\s+|con số\s+|khoảng\s+|dải\s+)*$", text[: q.start], re.I):
            modality = Modality.FORECAST
        if held_to is not None or index and re.fullmatch(r"[^;:()]*/\s*(?:KH|kế hoạch|DT|dự toán)\s*", gap, re.I) and q.unit != "%":
            modality, context = Modality.TARGET, "kế hoạch"
        if index and re.fullmatch(r"\s*(?:trên|trong|/)\s*(?:tổng\s+)?(?:số\s+)?", gap) and PLAN_TAIL.match(tail_here) and q.unit != "%":
            modality, context = Modality.TARGET, "kế hoạch"
        whole_told = bool(index and index + 1 < len(qs) and q.unit == qs[index - 1].unit != "%" and out_of(text, qs, index))
        if whole_told:
            modality, context = Modality.TARGET, "kế hoạch"  # "giải ngân 638 tỷ đồng trên 1.129 tỷ đồng (56,6%)"
            q = replace(q, bound=Bound.NONE)
        if modality is Modality.TARGET and DEED.fullmatch(phrase) and setting.modality is Modality.ACTUAL and not TARGET.search(own_words := f"{lead.phrase} {lead.triggers} {lead.adverbial}") and "dự kiến" not in own_words:
            modality = Modality.ACTUAL  # "kế hoạch vốn 64 tỷ đồng; giải ngân 41 tỷ đồng"
        if index and out and out[-1].measure is Measure.COMPLETION and q.unit != "%" and re.match(rf"\s*(?:so\s+(?:với\s+)?)?(?:mức\s+)?{PLAN}[^,;:()]*\s(?:là|giao|đề ra|ở mức)\s*$", gap, re.I):
            modality, context = Modality.TARGET, "kế hoạch"  # "bằng 81,5% chỉ tiêu Cục Thuế giao là 1.700 tỷ đồng"
        if ahead is not None and any(d == ";" for d, _ in pieces):
            (state.period, state.modality), ahead = ahead, None
            modality = modality_of(q, lead, context, state, own_mentions, setting)
        if ahead is None and index and setting.modality is Modality.ACTUAL and patterns.LOOKS_AHEAD.search(gap):
            ahead = state.period, state.modality  # "ước đến 31/01 năm sau đạt 95%; riêng … mới giải ngân …": over with its ";"
        plan = bool(modality is Modality.TARGET and setting.modality is not Modality.TARGET and (plan_of(context, lead, q) or state.planned and gap.strip() in ("và", ",")))
        goal = whole_told or q.unit != "điểm phần trăm" and bool(SHORT_OF.search(own_text := f"{lead.phrase} {lead.triggers}") or BESIDE_GOAL.search(own_text))
        kept_modality = state.modality, state.planned
        state.modality, state.planned = modality, plan
        if modality is Modality.TARGET and (planned_noun := re.match(rf"(?:{PLAN}|diện tích {PLAN})\s+(?:năm\s+)?(?!(?:vốn|thu|pháp lệnh|phấn đấu|được|HĐND|UBND|trung ương|tỉnh|bộ)(?!\w))(?=[^\W\d]+\s[^\W\d])", phrase, re.I)):
            phrase = phrase[planned_noun.end() :]  # "kế hoạch trồng rừng 4.500 ha": the plan is its modality
        # periods
        kept_period = state.period
        if before_cause is not None and any(d == ";" for d, _ in pieces):
            state.period, state.range, before_cause = *before_cause, None
        if contrasted is not None and any(d == ";" for d, _ in pieces):
            (state.period, state.range), contrasted = contrasted, None
            if stack and pieces[-1][0] == "(":
                stack[-1].period, stack[-1].range = state.period, state.range
        if contrasted is None and index and (patterns.WHILE_THEN.search(gap) or state.period.kind == "months" and patterns.ONE_OF_MONTHS.search(gap)):
            contrasted = state.period, state.range
        if before_cause is None and index and pieces and CAUSE.fullmatch(pieces[-1][0]):
            before_cause = state.period, state.range
            topic_before = state.topic
        own, base_period, last = period_and_base(own_mentions, setting.year)
        if own.kind == "month" and own.year and own.part and last is not None and index and out and out[-1].period.kind == "date" and re.search(r"(?<!\w)cuối\s*$", text[: last.start]):
            own = Period("date", own.year, part=100 * own.part + monthrange(own.year, own.part)[1], label=f"cuối {last.period.label}")  # "đến 30/9 đạt …; cuối tháng 8 con số này mới là …"
        if own.kind == "range" and last is not None and measure_year(own_mentions, last, text):
            state.range = filled_range(own, setting, state)
            own = Period() if q.unit == "%" or "%/" in q.unit_text else with_year(measure_year(own_mentions, last, text), setting.year)  # "Sản lượng năm 2020 và tốc độ tăng bình quân giai đoạn 2016-2020: xi măng …"
            state.period = with_year(measure_year(own_mentions, last, text), setting.year)
        tail_own, tail_base, _ = period_and_base(tail_mentions, setting.year)
        base_period = tail_base or base_period if tail_base or tail_base.label else base_period
        later = None if patterns.COMPARES.search(tail_here) or re.match(r"[^()\d]{0,20}\)\s*[,;]", text[q.end :]) else patterns.COMPARED_LATER.match(text, q.end)
        if not own and not tail_own and (month := in_this(f"{lead.adverbial}, {lead.inside}", setting)):
            own = month
        later_base = period_and_base([m for m in mentions if later.start("so") <= m.start < later.end()], setting.year)[1] if later and not tail_base and not tail_base.label else Period()
        held_against = next((p for p in (later_base, base_period) if p or p.year), Period())
        measure, direction, base = measure_of(q, lead, phrase, tail_here, state, held_against, index, later["so"] if later else "", own or state.period)
        if opened and measure is Measure.LEVEL and q.unit == "%" and GROUP.fullmatch(phrase) and not triggers.strip() and out and out[-1].measure is Measure.GROWTH and re.fullmatch(r"\s*\([^()]*", gap):
            measure, direction, base = out[-1].measure, out[-1].direction, out[-1].base  # "cao hơn 1,5% (thành thị 1,6%; nông thôn 1,4%)"
        base_period = held_against if later_base is held_against and measure in BASED else base_period
        reached = next((f for f in reversed(out) if f.unit == "%" and f.modality is not Modality.TARGET and f.base is not Base.PLAN), None) if q.unit == "%" and index else None
        beside_goal = reached is not None and patterns.THAN_GOAL.search(gap) is not None and reached.value * Decimal("0.4") <= q.value <= reached.value * Decimal("2.5")
        if reached is not None and (beside_goal or modality is Modality.TARGET and measure in (Measure.SHARE, Measure.LEVEL, Measure.COMPLETION) and (not phrase or _GOAL_OF.fullmatch(phrase))):
            measure, direction, base = reached.measure, reached.direction, reached.base  # "tăng 3,13%, thấp hơn kịch bản tăng trưởng (3,4%)", "tăng 2,6%, thấp hơn mục tiêu 4% của cả năm"
            phrase, modality = "", Modality.TARGET
            if re.match(r"\s*(?:của |cho |trong )?cả năm(?!\w)", tail_here, re.I) and (setting.main or state.period).year:
                own = Period("year", (setting.main or state.period).year)
            state.modality, state.planned = modality, setting.modality is not Modality.TARGET
        if measure is Measure.CHANGE and phrase and q.unit not in ("%", "điểm phần trăm") and patterns.SURPASSES.fullmatch(triggers) and not PLAN_WORD.search(f"{gap}{tail_here}") and not patterns.COMPARES.search(tail_here):
            measure, direction, base, q = Measure.LEVEL, Direction.NONE, Base.NONE, replace(q, bound=Bound.OVER)  # "xuất khẩu lần đầu vượt 3 tỷ USD"
        if measure is Measure.GROWTH and base is Base.PLAN and (passed := patterns.PASSES_MARK.search(triggers)) and (passed["mark"] or Decimal(50) <= q.value <= 100 and (own or state.period).kind not in ("year", "range") and re.match(rf"\s*{PLAN_WORD.pattern}", tail_here, re.I)):
            measure, direction, q = Measure.COMPLETION, Direction.NONE, replace(q, bound=Bound.OVER)  # in July "thu vượt 70% dự toán" has come as far as that
        if q.unit == "%" and patterns.ON_PLAN.search(gap):
            measure, direction, base, phrase = Measure.COMPLETION, Direction.NONE, Base.PLAN, ""  # "tính trên kế hoạch Thủ tướng giao, tỷ lệ là 64,5%"
            modality = modality if setting.modality is Modality.TARGET else Modality.ESTIMATE if modality is Modality.ESTIMATE else Modality.ACTUAL
            state.modality, state.planned = modality, False
        if q.unit == "%" and index and not phrase and out and out[-1].measure is Measure.GROWTH and out[-1].base is Base.PLAN and patterns.AND_ANOTHER_PLAN.fullmatch(gap) and PLAN_TAIL.match(tail_here):
            measure, direction, base = Measure.GROWTH, out[-1].direction, Base.PLAN  # "vượt 8,2% dự toán HĐND giao và 19,5% dự toán trung ương giao"
        if plan_held is not None and index and pieces and pieces[-1][0] == ")" and q.unit == "%" and not phrase and re.fullmatch(r"\s*(?:khoảng|gần|hơn|trên|tới)?\s*", triggers):
            measure, direction, base = (Measure.COMPLETION, Direction.NONE, Base.PLAN) if plan_held is Direction.NONE else (Measure.GROWTH, plan_held, Base.PLAN)
        if part_told is not None and q.unit == "%":
            measure, direction, base, phrase, opened = Measure.COMPLETION, Direction.NONE, Base.PLAN, part_told.indicator, False
        part_told = out[-1] if whole_told and out else None
        plan_held = None
        if held_to is not None:
            plan_held = Direction.UP if held_to["up"] else Direction.DOWN if held_to["down"] else Direction.NONE
        if q.unit == "%" and patterns.PLAN_PASSED.search(text[: q.start]):
            measure, direction, base = Measure.COMPLETION, Direction.NONE, Base.PLAN  # "vượt kế hoạch, đạt 101,3%"
            modality = Modality.ACTUAL if modality is Modality.TARGET and setting.modality is not Modality.TARGET else modality
            state.modality, state.planned = modality, False
        if q.unit == "%" and index and re.search(r"(?<!\w)khi\s*(?:hơn|gần|khoảng|trên)?\s*$", gap) and (whose_share := after_noun(tail_here)):
            measure, base, direction, phrase = Measure.SHARE, Base.NONE, Direction.NONE, whose_share  # "… khi 100% trường công lập vào năm học mới"
        if opened and not phrase and q.unit == "%" and measure in (Measure.SHARE, Measure.LEVEL) and ";" in text and out and out[-1].measure is Measure.LEVEL and any(a.measure is Measure.LEVEL and b.measure is Measure.COMPLETION and a.unit == out[-1].unit for a, b in zip(out, out[1:], strict=False)):
            measure, base = Measure.COMPLETION, Base.PLAN  # "A 214.600 liều, đạt 82,5% kế hoạch; B 141.300 liều (79,1%)"
        if q.unit == "%" and measure is Measure.SHARE and listed and not phrase and gap.strip() in ("và", ",", ";", ", và") and state.unit == "%" and state.measure is Measure.GROWTH:
            measure, direction, base = state.measure, state.growth, state.base  # "đạt 3 triệu USD, lượng và trị giá tăng lần lượt 5,3% và 12,8%"
        if q.unit == "%" and measure in (Measure.LEVEL, Measure.SHARE) and index and not phrase and gap.strip() == "và" and out[-1:] and out[-1].unit == "%" and out[-1].measure is Measure.COMPLETION:
            measure, base = Measure.COMPLETION, Base.PLAN  # "thu lần lượt 214,6 tỷ đồng và 24,3 tỷ đồng, đạt 79,5% và 75,9%"
        if q.unit == "%" and measure in (Measure.LEVEL, Measure.SHARE) and index + 1 < len(qs) and qs[index + 1].unit == "%" and patterns.ANOTHER.fullmatch(text[q.end : qs[index + 1].start]) and PLAN_TAIL.match(text[qs[index + 1].end :]) and not RATE.search(phrase):
            measure, base = Measure.COMPLETION, Base.PLAN  # "lần lượt bằng 79,6% và 71,4% dự toán", "Mường Kỳ 48,7% và Hàm Sơn 55,2% dự toán"
        if opened and not phrase and q.unit == "%" and measure in (Measure.SHARE, Measure.LEVEL) and (rises_most := patterns.RISES_MOST.search(before_parenthesis(gap))):
            measure, direction, base = Measure.GROWTH, Direction.UP if rises_most["up"] else Direction.DOWN, or_default(Base.NONE, False, state)
        if led_up is not Direction.NONE and triggers.strip(" ,"):
            led_up = Direction.NONE  # the list that the change leads is over
        elif led_up is not Direction.NONE and measure in (Measure.LEVEL, Measure.SHARE) and (q.unit == "%" or most_led and not patterns.OWN_CHANGE.match(text, q.end)):
            measure, direction, base = Measure.GROWTH if q.unit == "%" else Measure.CHANGE, led_up, or_default(base, False, state)
        if measure is Measure.LEVEL and q.unit == "%" and index and phrase and out and out[-1].measure is Measure.SHARE and re.fullmatch(r"[^,;:()]*,\s*[^,;:()]+", gap) and patterns.REACHED_ONLY.fullmatch(triggers) and not RATE.search(phrase) and not MEASURED.match(phrase):
            measure = Measure.SHARE
        if measure is Measure.LEVEL and not phrase and not triggers.strip() and counts_now and out and out[-1].measure is Measure.CHANGE and units.kind(out[-1].unit).startswith("count:") and re.fullmatch(r"(?!.*(?:so|kỳ|trước)(?!\w))[^,;:()]{0,20}(?:,|và)\s*", gap) and any(f.measure is Measure.LEVEL and same_count(f.unit, q.unit) for f in out):
            measure, direction, base = out[-1].measure, out[-1].direction, out[-1].base  # "giảm 12 vụ, 4 người chết và 9 người bị thương"
        if measure is Measure.CHANGE and base is Base.PLAN and patterns.BEYOND_PLAN.search(triggers) and (met := next((f for f in reversed(out) if f.measure is Measure.LEVEL and same_count(f.unit, q.unit) and q.value * 2 > f.value), None)) is not None:
            phrase = phrase or met.indicator
            measure, direction, base, state.modality, state.planned = Measure.LEVEL, Direction.NONE, Base.NONE, Modality.TARGET, True  # "98 xã, vượt mục tiêu 95 xã": not by so many
        if measure is Measure.CHANGE and index and patterns.THAN_ESTIMATED.search(gap) and (met := next((f for f in reversed(out) if f.measure is Measure.LEVEL and same_count(f.unit, q.unit) and f.value / 2 < q.value < f.value * 2), None)) is not None:
            measure, direction, base, phrase, goal = Measure.LEVEL, Direction.NONE, Base.NONE, met.indicator, True
            state.modality, state.planned = Modality.ESTIMATE, False
            asides.add(q.start)  # "cao hơn mức ước 3.750 tỷ đồng": not by so much
        if measure is Measure.GROWTH and base is Base.PLAN and q.unit == "%" and not phrase and (passed := patterns.BEYOND_PLAN.search(triggers)) and out and (rate := goal_of_rate(q, passed[0], out[-1], out)):
            measure, base, direction, state.modality, state.planned = rate.measure, rate.base, rate.direction, Modality.TARGET, True
            goal = True
        if base is Base.AVERAGE and own.kind != "range" and patterns.PRICES.search(f"{phrase} {state.subject}") and not re.search(r"(?:hằng|hàng|mỗi)\s+năm", f"{lead.phrase} {triggers} {tail_here}", re.I) and "/" not in q.unit_text:
            base, state.average = Base.YEAR, False  # "CPI bình quân năm tăng 3,4%": the mean of its months
            own = own or (setting.main if setting.main.kind == "year" else Period())
        if tail_own and (not re.match(r"\s*(?:kế hoạch|dự toán)", tail_here, re.I) or modality is Modality.TARGET and patterns.PLAN_BY_DAY.match(tail_here)) and not (tail_own.kind == "date" and measure is not Measure.LEVEL and AFTER_CHANGE.search(tail_here)):
            own = tail_own  # not of the day: "tăng 8,1% sau đợt điều chỉnh ngày 01/9"
        if not own and (standing := patterns.SO_FAR.match(tail_here)) is not None:
            since = setting.main if setting.main.part else state.period
            own = (cumulated(since) if standing["sum"] else in_this(standing[0], setting)) or own  # "741 triệu USD trong kỳ và 12,2 tỷ USD lũy kế"
        if not own and not patterns.COMPARES.search(tail_here) and (in_it := patterns.WITHIN_IT.search(tail_here)) is not None:
            own = in_this(in_it[0], setting)  # "18.742 chiếc làm thủ tục nhập khẩu trong tháng"
        if own.kind == "range":
            own = filled_range(own, setting, state)
            state.range = own
        if base is Base.AVERAGE and measure is Measure.GROWTH and own.kind == "year" and last is not None and last.role == "period" and "/" not in q.unit_text and not re.search(r"bình quân|trung bình|(?:hằng|hàng|mỗi)\s+năm", f"{lead.phrase} {triggers} {tail_here}", re.I):
            base, state.average = Base.YEAR, False  # "tăng bình quân 11%/năm, song không đều: năm 2021 chỉ tăng 7,6%"
        if base is Base.AVERAGE:
            period = own if own.kind == "range" else state.range or own or state.period
            if period.kind != "range" and own or own and own.kind != "range":
                state.period = own
        else:
            period = own or state.period
            if own and (own.kind != "range" or measure is Measure.LEVEL) and not aside and not (plan and q.unit != "%" and own.kind == "year") and not (own.kind == "date" and day_of_event(text, [*own_mentions, *tail_mentions], measure)):
                state.period = own
                if stack and not opened and not tail_own and pieces and pieces[-1][0] == "(" and measure is Measure.LEVEL and last is not None and last.end <= text.rfind("(", 0, q.start):
                    stack[-1].period = own  # "Ba thị trường lớn nhất trong 11 tháng gồm Trung Quốc (1,96 tỷ USD), Hoa Kỳ (…)"
        if not own and period.kind in ("month", "quarter", "season") and period.part and patterns.CUMULATED.search(f"{lead.adverbial} {lead.inside}"):
            whole = setting.main if re.search(r"cả quý", f"{lead.adverbial} {lead.inside}", re.I) and setting.main.kind == "quarter" else Period()
            period = state.period = whole or cumulated(setting.main if setting.main.kind == period.kind == "season" else period)
        if own.kind == "year" and measure is Measure.LEVEL and last is not None and last.role == "period":
            state.average = False  # "tăng 11,5%/năm …; riêng năm 2026 đạt 74 nghìn tỷ đồng, tăng 10,5%": that year's own
        if base is Base.AVERAGE and period.kind in ("months", "half", "quarter", "month") and not re.search(r"/\s*năm|(?:hằng|hàng|mỗi) năm", f"{triggers} {q.unit_text}"):
            base, state.average = Base.YEAR, False  # "bình quân 5 tháng tăng": the mean of the months, not a rate a year
        compares_here = patterns.COMPARES.search(f"{tail_here} {later['so'] if later else ''}") is not None
        elided = bool(out and measure is Measure.GROWTH and not triggers.strip() and re.match(r"\s*về\s", tail_here) and base is out[-1].base)
        if elided:
            period = out[-1].period
        compares = f"{triggers} {tail_here} {lead.adverbial} {lead.inside} {later['so'] if later else ''}"
        if base is Base.PREVIOUS and not own and not tail_own and (month := last_of(period)) is not None and (than := re.search(r"so\s+(?:với\s+)?tháng (?:trước|liền|0?(?P<n>\d{1,2})(?!\d|[.,]\d|%))", compares, re.I)) and (not than["n"] or int(than["n"]) == closes_with(period) - 1):
            period = state.period = month  # only a month is compared with the month before
        stock_again = period.kind == "date" and not patterns.COMPARES.search(gap) and any(f.base is Base.DECEMBER and f.measure is Measure.GROWTH and same(f.period, period) for f in out)  # "Đến 31/8, huy động vốn tăng 6,8% so với cuối năm; dư nợ …, tăng 8,1%"
        if stock_again and base is Base.YEAR and measure is Measure.GROWTH and not compares_here:
            base = Base.DECEMBER
        if since_december and base in (Base.DECEMBER, Base.YEAR) and not compares_here and measure in (Measure.GROWTH, Measure.CHANGE):
            base = Base.DECEMBER
            if (month := last_of(period)) is not None:
                period = state.period = month  # what is held against December is a month's price
        elif not stock_again and base in (Base.PREVIOUS, Base.DECEMBER) and (period.kind in CUMULATIVE or closes(period, setting.main or setting.period)) and not later and not elided and not re.search(r"(?<!\w)so(?!\w)|trước", f"{triggers} {tail_here} {lead.adverbial}"):
            base = Base.YEAR  # what eight months are compared with is not the month before
        if base is Base.PREVIOUS and period.kind == "months" and period.part and period.part % 3 == 0 and re.search(r"quý", tail_here, re.I) and not own:
            period = state.period = Period("quarter", period.year, part=period.part // 3)  # a comparison with the quarter before is a quarter's
            if out and out[-1].measure is Measure.LEVEL and out[-1].period.kind == "months" and out[-1].indicator == state.subject:
                out[-1] = replace(out[-1], period=period)
        if (plan or kind_of_plan is not None or modality is Modality.TARGET and GIVES.search(f"{lead.phrase} {lead.triggers}")) and q.unit != "%" and not own and period.kind in ("month", "months", "quarter", "half", "date", "season") and period.year:
            period = Period("year", period.year)  # a plan is a year's unless it says otherwise
        then_level = level_of(text, q, gap, opened, phrase, mentions, state, setting)
        if then_level is not None:
            period, grown = then_level
            if grown is not None and (grown["up"] or grown["up2"] or grown["down"] or grown["down2"]):
                measure, direction = Measure.GROWTH, Direction.UP if grown["up"] or grown["up2"] else Direction.DOWN
                base = base if base is not Base.NONE else state.base if state.base is not Base.NONE else Base.YEAR
            elif q.unit == "%" and not (measure is Measure.GROWTH and not out and RATE_OF.search(lead.phrase)):  # "Mức tăng nhích xuống so với mức 2,95% của bình quân 6 tháng"
                measure, base, direction = next(((f.measure, f.base, f.direction if f.measure is Measure.GROWTH else Direction.NONE) for f in reversed(out) if f.unit == "%"), (Measure.GROWTH, Base.YEAR, Direction.DOWN if "giảm" in gap.lower() else Direction.UP) if patterns.THIS_RATE.match(gap) else (Measure.COMPLETION, Base.PLAN, Direction.NONE) if setting.completed and patterns.THIS_SHARE.match(gap) else (Measure.LEVEL, Base.NONE, Direction.NONE))
            elif q.unit != "%":
                measure, base, direction = Measure.LEVEL, Base.NONE, Direction.NONE
            phrase = ""
            if out and out[-1].period.kind in ("months", "half") and not opened and re.match(r"\s*so\s", gap) and period.kind == "month" and period.year == out[-1].period.year and closes_with(out[-1].period) == (period.part or 0) + 1:
                month = Period("month", period.year, part=(period.part or 0) + 1)  # only July is held against June, not seven months
                out[-1] = replace(out[-1], period=month, base=out[-1].base if out[-1].measure is Measure.LEVEL else Base.PREVIOUS)
                if len(out) > 1 and out[-2].indicator == out[-1].indicator and out[-2].sentence == out[-1].sentence and out[-2].measure is Measure.GROWTH and out[-2].base is Base.YEAR and not out[-2].base_period:
                    out[-2] = replace(out[-2], period=month, base=Base.PREVIOUS)  # "giảm một nửa, còn 9.850 tấn so với 19.700 tấn của tháng 6"
            if out and out[-1].measure in (Measure.GROWTH, Measure.CHANGE) and out[-1].base in (Base.YEAR, Base.NONE, Base.FIXED) and not opened and re.match(r"\s*so\s", gap) and not DELIMITER.search(gap) and (told := relation(out[-1].period, period)) is not Base.NONE:
                out[-1] = replace(out[-1], base=told, base_period=period)
        elif opened and not phrase and q.unit == "%" and re.search(r"(?:cùng kỳ|năm trước|tháng trước|quý trước)\D*$", gap, re.I) and measure in (Measure.LEVEL, Measure.SHARE):
            measure, base = next(((f.measure, f.base) for f in reversed(out) if f.unit == "%" and f.measure is not Measure.GROWTH), (measure, base))
        elif opened and not phrase and (other := patterns.THAN_OTHER.search(before_parenthesis(gap))) and (q.unit == (state.subject_unit or setting.unit or q.unit) or q.unit == "%" and any(f.unit == "%" for f in out)):
            measure, base, direction = Measure.LEVEL, Base.NONE, Direction.NONE
            if q.unit != state.subject_unit and (alike_one := next((f for f in reversed(out) if f.unit == "%" and f.measure in (Measure.COMPLETION, Measure.SHARE)), None)) is not None:
                measure, base = alike_one.measure, alike_one.base  # "đạt 57% kế hoạch, cao hơn bình quân cả nước (47%)"
            compared_one = clean(trigger_split(before_parenthesis(gap)[: other.start()])[0])
            compared_one = state.subject or setting.subject if not compared_one or POINTING.match(compared_one) or compared_one.endswith((" này", " đó")) else compared_one
            phrase = f"{compared_one} {clean(other[1])}".strip()  # "cao hơn bình quân cả nước (52,46%)"
        elif opened and not phrase and q.unit == "%" and (rate_of := patterns.THAN_RATE.search(before_parenthesis(gap))) is not None and MEASURED.match(whose := clean(rate_of["who"])):
            measure, direction, phrase = Measure.GROWTH, Direction.UP if rate_of["how"].lower() == "tăng" else Direction.DOWN, whose  # "cao hơn mức tăng CPI bình quân chung (2,99%)"
            base = out[-1].base if out and out[-1].measure is Measure.GROWTH else or_default(Base.NONE, False, state)
        elif opened and not phrase and (overtaken := patterns.OVERTAKES.search(before_parenthesis(gap)) or (patterns.TIMES_THAT_OF.fullmatch(before_parenthesis(gap)) if out and out[-1].measure is Measure.MULTIPLE else None)) and q.unit == state.subject_unit:
            measure, base, direction, phrase = Measure.LEVEL, Base.NONE, Direction.NONE, overtaken[1]
            state.head = "" if patterns.A_PLACE.match(state.head) else state.head  # one place is not of another
            lead = replace(lead, triggers="")
            triggers = ""
            opened = False
        elif opened and not phrase and out and q.unit == out[-1].unit and (the_other := patterns.THAN_THE_OTHER.search(before_parenthesis(gap))) and (MEASURED.match(other_name := clean(the_other[1])) or WHOLE_NAME.fullmatch(other_name)):
            measure, base, direction, phrase, triggers, opened = Measure.LEVEL, Base.NONE, Direction.NONE, other_name, "", False
            lead = replace(lead, triggers="")
            period, state.head, state.head_unit = out[-1].period, out[-1].head, q.unit if out[-1].head else ""
        elif opened and not phrase and q.unit == "%" and out and out[-1].measure is Measure.GROWTH and (trade := patterns.THAN_TRADE.search(before_parenthesis(gap))):
            measure, base, direction = out[-1].measure, out[-1].base, out[-1].direction
            phrase = re.sub(r"(?:xuất|nhập) khẩu", trade[1].lower(), out[-1].indicator, flags=re.I) if "khẩu" in out[-1].indicator else trade[1]  # "xuất khẩu tăng 18,6%/năm, cao hơn nhập khẩu (17,2%/năm)"
        elif opened and not phrase and (first := patterns.THAN_FIRST.search(before_parenthesis(gap))) and state.subject and units.kind(q.unit) == units.kind(state.subject_unit):
            measure, base, direction = Measure.LEVEL, Base.NONE, Direction.NONE
            phrase = f"{state.subject} {first[1]}"
            state.head, state.head_unit = out[-1].head if out else "", ""
        elif measure in (Measure.SHARE, Measure.LEVEL) and q.unit == "%" and not phrase and state.subject_unit not in ("%", "") and units.kind(state.subject_unit).startswith(("money", "area", "mass", "volume", "count:liều", "count:mũi", "count:lượt")) and patterns.REACHED.fullmatch(triggers) and not tail_here.strip(" .") and not lead.among:
            measure, base = Measure.COMPLETION, Base.PLAN
        twice = told_twice(q, gap, out) if (opened or patterns.THAT_IS.fullmatch(gap)) and not phrase else None
        if twice is not None:
            measure, direction, base = twice
            period = out[-1].period
            if (both := patterns.SO_BOTH.match(text, q.end)) and (told_of_both := base_named(both[1], Period(), period, False)) is not Base.NONE:
                base = told_of_both  # "tăng 612 tỷ đồng, tức 16,7%, so với cuối năm"
                out[-1] = replace(out[-1], base=base)
        if opened and not phrase and measure is Measure.SHARE and q.unit == "%" and not triggers.strip() and units.kind(state.subject_unit).startswith("money") and (patterns.PAID_OUT.search(f"{state.subject} {state.head}") or any(f.measure is Measure.COMPLETION and text[f.span.start - offset - 1] == "(" for f in out)):
            measure, base = Measure.COMPLETION, Base.PLAN  # "vốn trung ương giải ngân 1.283 tỉ (65,7%), vốn thành phố 4.934 tỉ (52,3%)"
        if opened and not phrase and measure is Measure.SHARE and q.unit == "%" and not triggers.strip() and setting.completed and out and out[-1].measure is Measure.LEVEL and (wholes := [value for value, unit, _, _ in setting.totals if unit == out[-1].unit and value > out[-1].value]) and not any(abs(out[-1].value / value * 100 - q.value) < 2 for value in wholes):
            measure, base = Measure.COMPLETION, Base.PLAN  # "Tổng chi 8.215 tỷ đồng, đạt 43,7% dự toán. Chi thường xuyên 5.904 tỷ đồng (48,6%)": no such share of it
        if q.unit == "%" and measure in (Measure.LEVEL, Measure.SHARE) and not triggers.strip() and not RATE.search(f"{phrase} {gap}") and (patterns.FAR_ON.search(text[: q.start]) if setting.completed else patterns.PAST_OF_PLAN.search(text[: q.start])):
            measure, base = Measure.COMPLETION, Base.PLAN
        if fell_from and measure in (Measure.GROWTH, Measure.CHANGE) and out and q.unit == out[-1].unit:
            measure, base, direction = out[-1].measure, out[-1].base, out[-1].direction
        again = patterns.AGAIN.fullmatch(gap) if index and out and own.kind == "year" else None
        if again is not None and out[-1].measure in (Measure.GROWTH, Measure.LEVEL, Measure.SHARE, Measure.COMPLETION) and q.unit == out[-1].unit:
            measure, base, direction = out[-1].measure, out[-1].base, out[-1].direction
            period = replace(out[-1].period, year=own.year, first=None, label="") if out[-1].period.kind in ("month", "months", "quarter", "half") else period
            phrase = ""
        if included:
            state.subject, state.subject_unit, state.main, phrase = included, q.unit, included, ""
        beside, kept = bool(included) or bool(index and patterns.BESIDE.fullmatch(gap) and not phrase and counts_now), (state.subject, state.subject_unit, state.main, state.topic)
        if re.search(r"lần lượt|tương ứng", f"{triggers} {lead.colon or ''}", re.I) and not due:
            due = due_periods(own, own_mentions, [f for f in out if f.measure is Measure.LEVEL and f.unit == q.unit], dealt_length(qs, index, text), setting.year)
        if months and not due and in_row is not None and in_row.end() <= q.start and re.search(r"lần lượt", triggers, re.I) and dealt_length(qs, index, text) == len(months):
            due, months = [with_year(p, setting.year) for p in months], []
        if due:
            period = due.pop(0)
        if re.search(r"lần lượt|tương ứng", triggers, re.I) and not phrase and index and measure is Measure.GROWTH and q.unit == "%" and len(setting.bases) > 1 and run_length(qs, index, text) == len(setting.bases) and not compares_here:
            due_bases = list(setting.bases)  # "… so với tháng trước và … so với cùng kỳ. Cụ thể, A lần lượt tăng 3,2% và 8,7%"
            shared_change = (measure, direction)
        against_again = bases_again(out, run_length(qs, index, text)) if re.search(r"lần lượt|tương ứng", triggers, re.I) and not phrase and index and measure is Measure.GROWTH and q.unit == "%" and not due_bases and not compares_here else []
        if against_again:
            due_bases, shared_change = against_again, (measure, direction)
        if due_bases and q.unit == "%" and (measure is Measure.GROWTH or not triggers.strip()):
            measure, direction = (measure, direction) if measure is Measure.GROWTH and re.search(r"(?<!\w)(?:tăng|giảm)(?!\w)", triggers, re.I) else shared_change
            base = due_bases.pop(0)
        if measure is Measure.COMPLETION and modality is Modality.TARGET and setting.modality is Modality.ACTUAL and (patterns.REACHED.fullmatch(triggers) or opened and not phrase and not triggers.strip() and out and out[-1].modality is Modality.TARGET) and not TARGET.search(f"{lead.phrase} {lead.adverbial}") and not not_yet(period, setting):
            modality = state.modality = Modality.ACTUAL  # "kế hoạch trồng 800 ha, đạt 63,8%"
        # indicator
        if q.unit == "điểm phần trăm" and not state.subject and CAUSED_BY.match(lead.phrase.lstrip(" ,;")) and (first_told := re.match(r"[^,;:()\d]+(?=,)", text)) and (whose_work := re.split(r" (?:có|tuy|dù|mặc dù|là)(?!\w)", clean(trigger_split(first_told[0])[0]))[0].strip()):
            state.subject, state.subject_unit = whose_work, ""  # "Nhóm giao thông có mức tăng cao nhất, tác động làm CPI chung tăng 0,21 điểm phần trăm"
        names = phrase
        if counts_now and (not phrase or phrase in ("tích lũy", "tích luỹ")) and index and state.subject and same_count(state.subject_unit, q.unit) and patterns.SUMMED.search(gap):
            names = phrase = state.subject  # "tháng 7 là 21.480 lượt, lũy kế 208.735 lượt"
        if INCOMPLETE.fullmatch(state.subject) and out and out[-1].indicator == state.subject:
            chained = out[-1].head
        else:
            chained = ""
        of_thing = state.names.get(units.kind(q.unit), "") if DEED.fullmatch(phrase) else chained or state.subject or ("" if patterns.LISTED.match(text) or patterns.BARE_RATE.fullmatch(phrase) else setting.subject)
        same_kind = not chained and not DEED.fullmatch(phrase) and units.kind(q.unit).split(":")[0] == units.kind(state.subject_unit if state.subject else setting.unit).split(":")[0] == "money"
        by_family: list[str] = []
        valued = None  # "A, B và C có kim ngạch lần lượt …": each name is whole
        if "lần lượt" in triggers.lower() or "tương ứng" in triggers.lower():
            valued = patterns.HAVE_VALUES.search(lead.phrase)
            listed = [clean(x) for x in re.split(LISTS, lead.phrase[: valued.start()] if valued else lead.phrase) if clean(x)]
            dealt_now = dealt_length(qs, index, text)
            if dealt_now > 1 and len(listed) > dealt_now and (by_family := by_first_word(lead.phrase, dealt_now)):
                listed = [clean(x) for x in by_family]
            elif dealt_now > 1 and len(listed) > dealt_now and len(by_marks := [clean(x) for x in re.split(r"[,;]", lead.phrase) if clean(x)]) == dealt_now:
                listed = by_marks  # "Đồ uống và thuốc lá, may mặc, thiết bị và đồ dùng gia đình": each "và" is within a name
            if dealt_now > 1 and (len(listed) != dealt_now or patterns.INTO_SO_MANY.search(listed[0])) and (of_them := several_are(gap, dealt_now))[1]:
                listed = of_them[1]
                if not state.head and (ranked_kind := patterns.FOREMOST_OF.fullmatch(of_them[0])) and len((ranked := re.sub(patterns.SO_MANY_KINDS, "", clean(ranked_kind[1]))).split()) > 1:
                    state.head, state.head_unit = ranked, ""  # "Ba thị trường xuất khẩu lớn nhất là Hàn Quốc, Hoa Kỳ và Nhật Bản đạt lần lượt …"
                names, phrase = listed[0], phrase or listed[0]
            if (doing := shared_deed([x.strip() for x in re.split(LISTS, lead.phrase) if x.strip()], dealt_now))[0]:
                listed, doers = doing
                dealt_again |= set(listed)  # "Hải Thịnh và Long Trạch xuất khẩu lần lượt …"
            elif len(doers) == dealt_now and len(listed) == 1 and DOING.fullmatch(listed[0]):
                listed = [f"{listed[0]} {who}" for who in doers]
                dealt_again |= set(listed)  # "…; nhập khẩu lần lượt …": they again
            if len(listed) > 1 and not state.head and setting.subject and units.kind(q.unit) == units.kind(setting.unit) and not MEASURED.match(listed[0]) and (FAMILY.match(listed[0]) and not re.match(r"thuế(?!\w)", listed[0], re.I) or re.match(r"\W*Riêng\s", text)):
                state.head, state.head_unit = setting.subject, setting.unit  # "Thị trường Hoa Kỳ, Hàn Quốc lần lượt đạt …": of what was said before
            elif len(listed) > 1 and not state.head and all(GROUP.fullmatch(x) for x in listed) and state.unit == "%" and (whole_of_both := state.main or state.subject) and not GROUP.fullmatch(whole_of_both):
                state.head, state.head_unit = whole_of_both, q.unit  # "CPI tăng 3,13%; thành thị và nông thôn tăng lần lượt 3,46% và 2,85%"
        if (count := dealt_length(qs, index, text)) > 1 and not (listed and not phrase and not triggers.strip()) and not by_family and (dealt := paired(gap, count)):
            listed, dimension = dealt
            if not state.head and re.search(r"(?:tiếp|kế) (?:theo|đến)|sau đó", gap) and (kind_of_them := FAMILY.match(state.subject)):
                state.head, state.head_unit = kind_of_them[0], ""  # "khách Hàn Quốc …, tiếp theo là Đài Loan và Nhật Bản với 17,8 và 12,5 nghìn lượt"
            if dimension:
                state.head, state.head_unit = f"{dimension} {state.head}".strip(), ""
            names, phrase = listed.pop(0), phrase or listed[-1]
        elif listed and not opened and (index == 0 or not phrase or "lần lượt" in triggers.lower()):
            rest = dealt_length(qs, index, text)
            if "lần lượt" in triggers.lower() and len(listed) != rest:
                listed = []
            elif listed:
                share_of = re.match(r"(?:tỷ trọng|tỉ trọng|cơ cấu)\s+(?:của\s+)?(?:các\s+)?(?:(?:khu vực|ngành|nhóm)\s+)?(?=\S)", listed[0], re.I)
                if share_of and q.unit == "%":
                    listed[0], state.head, state.head_unit = listed[0][share_of.end() :], "tỷ trọng", ""
                    listed = [f"khu vực {x}" if re.fullmatch(r"I{1,3}|IV", x) else x for x in listed]  # "tỷ trọng khu vực I, II, III lần lượt là …"
                listed[0] = patterns.SO_MANY.sub("", listed[0])
                noun = MEASURED.match(listed[0])
                those = patterns.THOSE_OF_KIND.match(listed[0]) if len(listed) > 1 else None
                if those is not None:
                    listed = [x if x.lower().startswith(those["kind"].lower()) else f"{those['kind']} {x}" for x in (listed[0][those.end() :], *listed[1:])]
                elif at_each := patterns.AT_EACH.match(listed[0]):
                    listed = [listed[0], *(x if patterns.AT_EACH.match(x) or MEASURED.match(x) else f"{at_each[0]}{re.sub(r'^(?:tại|ở) ', '', x)}" for x in listed[1:])]  # "Số tờ khai tại cảng An Bình, cảng Hòn Cỏ lần lượt là …"
                elif (phrase or triggers.strip()) and not valued and not any(AND in x for x in listed) and (stem := stem_of(listed)):  # once, where the row begins
                    listed = [listed[0], *(f"{stem} {x}" for x in listed[1:])]
                elif "lần lượt" in triggers.lower() and noun and len(listed[0].split()) > len(noun[0].split()):
                    listed = [x if i == 0 or MEASURED.match(x) else f"{noun[0]} {x}" for i, x in enumerate(listed)]
                names = listed.pop(0)
                if shared is not None and not phrase and not triggers.strip():
                    measure, direction, base = shared
        elif phrase and not opened:
            listed = []
        if not listed and re.search(r"lần lượt|tương ứng", triggers, re.I) and (them := members_again(clean(lead.phrase), run_length(qs, index, text), q.unit, setting, out)):
            listed, names, shared, dealt_again = them[1:], them[0], (measure, direction, base), {*them}
            whole_now = next((f.indicator for f in reversed(out) if f.measure is Measure.LEVEL and f.unit == q.unit), "") if measure is Measure.LEVEL else ""
            dealt_of = whole_now if whole_now not in them else ""  # "xuất khẩu …, trong đó khu vực trong nước …, khu vực FDI …; nhập khẩu …, hai khu vực tương ứng là …"
            if q.unit == "%" and patterns.STRUCTURED.match(clean(lead.phrase)):
                state.head, state.head_unit = "tỷ trọng", ""  # "tỷ trọng của bốn khu vực nêu trên lần lượt là …"
        elif not listed and not phrase and not against_again and (count := run_length(qs, index, text)) > 1 and (re.search(r"lần lượt|tương ứng", triggers, re.I) or just_dealt(out, qs, index, text, count)):
            levels = [f for f in out if f.measure is Measure.LEVEL][-count:]
            told_of = [f.indicator for f in levels]
            if len(told_of) == count and (q.unit == "%" or measure is Measure.CHANGE and all(f.unit.partition("/")[0] == q.unit.partition("/")[0] for f in levels)):
                listed, names = told_of[1:], told_of[0]
                shared, as_told = (measure, direction, base), list(told_of)
        elif (phrase or triggers.strip()) and not opened:  # "lần lượt giảm 402 triệu USD (-7,0%) và 318 triệu USD (-12,8%)": the second fell as well
            shared = (measure, direction, base) if listed and measure is Measure.CHANGE and re.search(r"lần lượt|tương ứng", triggers, re.I) else None
        does = act_behind(text, qs, index, next_start, opened) if units.kind(q.unit).startswith("count:") and measure is Measure.LEVEL else None
        if does is not None:
            wide = ""
        names = re.sub(rf"^hoàn thành\s+(?={DOES}\s*$)", "", names, flags=re.I)
        if names.lower() == "cán cân" and (balance := BALANCE_OF.match(state.subject or setting.subject)):
            names = balance[0]  # "Lũy kế 9 tháng, cán cân thặng dư 1,29 tỷ USD", after the balance of trade
        indicator = indicator_of(q, names, triggers, wide, state, index, measure, opened, lead.broke, lead.among, lead.phrase)
        if opened and not phrase and state.modality is Modality.TARGET and (giver := ASSIGNED.search(before_parenthesis(gap))) is not None:
            indicator = other_giver(indicator, giver[0])
        if index and kin_of_money and not phrase and not triggers.strip() and measure is Measure.LEVEL and out and out[-1].unit == q.unit and indicator == out[-1].indicator and re.fullmatch(rf"\s*(?:cho |để )?{re.escape(indicator)}\s*(?:,|;|và|,\s*và)\s*", gap, re.I) and (own_purpose := after_noun(wide)):
            indicator = own_purpose  # "31 tỷ đồng xử lý sạt lở và 22 tỷ đồng chống dịch"
        if index and not phrase and out and measure is Measure.LEVEL and patterns.MOVED_TO.fullmatch(gap) and patterns.FROM.search(text[: qs[index - 1].start]):
            indicator = out[-1].indicator  # "thời gian làm thủ tục từ 6 - 8 giờ xuống 2 - 3 giờ/xe"
        if patterns.PER_HEAD.fullmatch(indicator) and measure is Measure.LEVEL and (output := patterns.OUTPUT.match(state.subject or setting.subject)):
            indicator = f"{output['what']} {indicator}"  # "GRDP theo giá hiện hành 43.215 tỷ đồng; bình quân đầu người 41,3 triệu đồng"
        if as_told and names == as_told[0]:
            indicator = as_told.pop(0)
        if kin_of_money and measure is Measure.LEVEL and re.search(r"(?:với|có|và)\s*(?:gần|hơn|trên|khoảng)?\s*$", gap) and (side_behind := patterns.TRADED_BEHIND.match(text, q.end)) and not re.search(r"khẩu", names):
            whose = indicator.partition(" của ")[2] if re.match(r"(?:xuất|nhập) khẩu của ", indicator) else indicator
            indicator = f"{side_behind[1].lower()} của {whose}" if whose else side_behind[1].lower()  # "khối trong nước, với 48 tỷ USD xuất khẩu và 60 tỷ USD nhập khẩu"
        if dealt_points and not phrase and not triggers.strip() and q.unit == "điểm phần trăm":
            indicator, direction, base = dealt_points.pop(0), out[-1].direction, out[-1].base
        elif q.unit == "điểm phần trăm" and measure is Measure.CHANGE:
            dealt_points = contributions(gap, [f for f in out if f.measure is Measure.GROWTH], run_length(qs, index, text)) or contributors(gap, run_length(qs, index, text))
            indicator = dealt_points.pop(0) if dealt_points else indicator
        worker = WORKS_ON.fullmatch(indicator) if q.unit == "điểm phần trăm" and measure is Measure.CHANGE and not indicator.startswith("đóng góp") else None
        if worker is not None:
            who_works = unpointed(re.sub(r"^(?:một mình|chỉ riêng|chỉ)\s+", "", worker["who"], flags=re.I), state.subject or setting.subject)
            indicator = f"đóng góp của {who_works}{' vào ' + worker['whole'] if worker['whole'] else ''}"  # "Nhóm giao thông làm CPI chung tăng 0,12 điểm phần trăm"
        if q.unit == "điểm phần trăm" and measure is Measure.CHANGE and indicator.startswith("đóng góp") and (turned := re.match(r"\s*(?:lên|(?P<down>xuống))(?!\w)", triggers)) is not None:
            direction = Direction.DOWN if turned["down"] else Direction.UP  # "đẩy CPI chung lên 0,2 điểm phần trăm"
        indicator = indicator.removesuffix(" quy mô") if kin_of_money else indicator  # "đầu tư 328 tỷ đồng xây mới bệnh viện quy mô 300 giường"
        if opened and not phrase and out and measure is Measure.LEVEL and out[-1].measure is Measure.LEVEL and re.match(r"\s*(?:tương đương|khoảng|xấp xỉ)", triggers, re.I) and units.kind(q.unit).split(".")[0] == units.kind(out[-1].unit).split(".")[0]:
            indicator = out[-1].indicator
        if does is not None:
            counted_noun = q.unit if not phrase and indicator == state.subject or does[1].endswith("hiệu lực") and phrase in ("", state.subject) else indicator if q.unit in indicator else f"{indicator} {q.unit}".strip()
            if out and out[-1].indicator == out[-1].unit and out[-1].measure is Measure.LEVEL and counted_before and (beside_it := patterns.TOGETHER.fullmatch(gap)):
                out[-1] = replace(out[-1], indicator=f"{out[-1].unit}{beside_it[1] or ''} {does[1]}")
                counted_noun = q.unit
            kind_before = next((m[0] for f in reversed(out) if f.unit == q.unit and (m := patterns.KIND_OF_PROJECT.search(f.indicator))), "") if counted_noun == q.unit and patterns.CUMULATED.search(gap) else ""
            indicator = f"{kind_before or counted_noun} {does[1]}"  # "Cấp mới 7 dự án FDI; lũy kế có 58 dự án còn hiệu lực"
        if contributed and q.unit == "điểm phần trăm" and measure is Measure.CHANGE and names and not indicator.startswith("đóng góp"):
            indicator, direction, base = f"đóng góp của {indicator}", Direction.NONE, base if re.search(r"(?<!\w)so(?!\w)", f"{triggers} {tail_here}", re.I) else or_default(Base.NONE, False, state)  # "Đóng góp nhiều nhất là nhóm ăn uống với 0,25 điểm phần trăm, tiếp đến là giao thông 0,16 điểm phần trăm"
        if out and names and not triggers.strip() and q.unit == out[-1].unit == "điểm phần trăm" and out[-1].indicator.startswith("đóng góp của ") and not indicator.startswith("đóng góp"):
            indicator, direction, base = f"đóng góp của {names}", out[-1].direction, out[-1].base  # "chế biến đóng góp 6,6 điểm phần trăm; điện 0,9 điểm phần trăm"
        if opened and not phrase and not triggers.strip() and q.unit == "điểm phần trăm" and measure is Measure.CHANGE and out and out[-1].measure is Measure.GROWTH and gap.strip() == "(" and any(f.indicator.startswith("đóng góp của ") for f in out):
            indicator = f"đóng góp của {out[-1].indicator}"  # "thực phẩm tăng 2,2% (tác động 0,5 điểm phần trăm), lương thực tăng 0,5% (0,02 điểm phần trăm)"
        if belongs:
            of = state.head if units.kind(state.head_unit).startswith("money") else state.names.get(units.kind(q.unit), "")
            of = whole_sum[0] if (whole_sum := patterns.OF_COUNTED.match(of)) and " " in whole_sum[0] else of
            indicator = f"{of} {belongs}".strip() if measure is Measure.LEVEL else indicator
        elif out and not phrase and measure is Measure.LEVEL and units.kind(q.unit).startswith("money") and indicator == out[-1].indicator and (projects := patterns.PROJECTS.search(indicator)) and re.search(r"(?<!\w)(?:với|có|tổng(?: số)?)(?: tổng)?\s*(?:gần|hơn|trên|khoảng)?\s*$", gap):
            indicator = f"vốn {indicator[projects.start() :]}"  # "18 dự án mới với 412 triệu USD"
        if index + 1 < len(qs) and q.unit == qs[index + 1].unit and OUT_OF.fullmatch(text[q.end : qs[index + 1].start]) and units.kind(q.unit).startswith("count:") and not phrase:
            predicate = PREDICATE.match(text, qs[index + 1].end) or patterns.ATTAINS.match(text, qs[index + 1].end)
            after_next = predicate[1] if predicate else after_noun(wide_tail(text[qs[index + 1].end :]))
            indicator = f"{q.unit} {after_next}".strip()
        if not phrase and twice is not None:
            indicator = out[-1].indicator
        if index and measure is Measure.CHANGE and not phrase and kin_of_money and state.subject and not units.kind(state.subject_unit).startswith(("money", "ratio")) and not after_noun(wide) and (sum_before := state.names.get(units.kind(q.unit), "")):
            indicator = sum_before  # "nợ đọng còn 37 tỷ đồng tại 23 dự án, giảm 12,9 tỷ đồng"
        if index and measure is Measure.LEVEL and not phrase and re.match(r"\s*(?:chỉ )?còn(?: lại)?(?!\w)", triggers) and own.kind == "date" and not patterns.STOCK.match(state.subject) and (stock := next((name for name in (state.main, setting.subject) if patterns.STOCK.match(name)), "")) and kin_of_money:
            indicator = stock  # "Dư nợ … là 138 tỷ đồng. Trong tháng vay 5 tỷ đồng nên đến 31/10 còn 143 tỷ đồng"
        if then_level is not None and state.subject and not re.search(r"(?:xuất|nhập) siêu|thặng dư|thâm hụt", gap, re.I):
            indicator = state.names.get(units.kind(q.unit), state.subject)
        kin = units.kind(q.unit)
        counted = False
        if index and measure is Measure.LEVEL and patterns.OF_COUNTED.fullmatch(phrase) and ";" not in gap and indicator == phrase and not kin.startswith(("count:", "ratio")):
            counted = units.kind(state.subject_unit).startswith("count:") and state.subject != indicator and len(state.subject.split()) < 10
            if counted:
                indicator = f"{phrase} {state.subject}"  # "57 doanh nghiệp, vốn đăng ký 218 tỷ đồng"
        elif index and measure is Measure.LEVEL and indicator == phrase and len(phrase.split()) < 4 and MEASURED.match(phrase) and patterns.WITH_MEASURE.fullmatch(gap) and out and units.kind(out[-1].unit).startswith("count:") and not kin.startswith("count:") and len(out[-1].indicator.split()) < 10:
            counted, indicator = True, f"{phrase} {out[-1].indicator}"  # "34 doanh nghiệp công nghệ với doanh thu 2.180 tỷ đồng"
        if index and not state.head and measure is Measure.LEVEL and patterns.EMPLOYS.fullmatch(phrase) and (employer := next((f.indicator for f in reversed(out) if f.measure is Measure.LEVEL and patterns.EMPLOYER.match(f.unit)), "")):
            state.head, state.head_unit = employer, q.unit
        if index and not state.head and state.main and patterns.DOING.fullmatch(phrase) and measure is Measure.LEVEL and kin.startswith("money") and phrase not in state.main:
            state.head, state.head_unit = state.names.get(kin, state.main), ""
            foremost_of = state.head  # over with the next ";"
        if index and not state.head and state.main and measure is Measure.LEVEL and kin.startswith(("area", "mass")) and re.fullmatch(r"thu hoạch|gieo (?:cấy|sạ|trồng)|làm đất|xuống giống|chăm sóc", phrase, re.I) and phrase not in state.main:
            state.head, state.head_unit = state.main, ""
        if index and not state.head and phrase and units.kind(q.unit).startswith("count:") and same_count(q.unit, state.subject_unit) and len(phrase.split()) < 3 and (VERB.search(phrase) or re.match(DOES + "|quá hạn|tồn|chờ", phrase, re.I)) and not MEASURED.match(phrase) and state.main and measure is Measure.LEVEL and not after_noun(wide):
            state.head, state.head_unit = state.main, ""
        of_last = bool(index and not counted and not state.head and BARE_NOUN.fullmatch(phrase) and not opened)
        if of_last and set(topic_of(state.subject).lower().split()) <= set(indicator.lower().split()):
            of_last = False  # "giảm 8,7% về lượng nhưng trị giá đạt 498 triệu USD": both of one thing, neither of the other
        if of_last and state.subject or opened and not phrase and kin.startswith("count:") and state.subject_unit and q.unit != state.subject_unit and indicator.startswith(q.unit):
            state.head, state.head_unit = state.subject, ""
        if index and names and not lead.triggers.strip() and measure is Measure.LEVEL and lead.broke in (";", ",", "và") and not MEASURED.match(names) and (kin.split(".")[0] == units.kind(state.subject_unit).split(".")[0] or re.match(r"sản lượng", state.main, re.I) and kin.startswith(("mass", "volume")) and not units.kind(state.subject_unit).startswith(("money", "area", "ratio"))) and kin and state.head in ("", setting.head) and not VERB.search(names) and indicator == names:
            kind_of = patterns.DIMENSION_OF.match(state.main)
            if kind_of and not MEASURED.match(names) and len(names.split()) < 5 and units.kind(q.unit).startswith(("mass", "area", "rate", "volume")):
                indicator = f"{kind_of[0].strip()} {names}"
            elif patterns.THE_OTHERS.fullmatch(names) and out and out[-1].unit and ";" in gap:
                state.head, state.head_unit = out[-1].head, ""  # "…; chi trả nợ 93 tỷ đồng; các khoản chi khác 7 tỷ đồng": beside them
            elif MEASURED.match(state.main) and q.unit == state.subject_unit and not (patterns.ONE_SOURCE.match(state.main) and patterns.ONE_SOURCE.match(names)) and ("/" in q.unit or not any(f.indicator == state.main and f.unit == q.unit and f.measure is Measure.LEVEL and abs(f.value) < abs(q.value) for f in out)):
                state.head, state.head_unit = state.main, state.subject_unit  # no part is greater than its whole
        if not index and lead.adverbial and BARE_NOUN.match(phrase) and not ADVERBIAL.match(lead.adverbial) and not state.head:
            state.head, state.head_unit = clean(lead.adverbial)[-90:], ""
        if not indicator and not index and not state.head and not setting.subject:  # "Giá xăng giảm ngày 07/9, 14/9, bình quân giảm 4,4%"
            indicator = next((n for _, piece in pieces if not ADVERBIAL.match(piece) and (n := clean(trigger_split(piece)[0])) and len(n) > 2), "")
            state.subject = indicator if opened and not state.subject else state.subject
        if not indicator and lead.colon is not None and state.head:
            indicator = state.head
        if q.unit == "ha" and measure in (Measure.LEVEL, Measure.CHANGE) and indicator and not re.search(r"diện tích|(?<!\w)(?:rừng|đất)(?!\w)", indicator, re.I) and not AREA_VERB.match(indicator):
            indicator = f"diện tích {indicator}"
        share_head = state.head
        if measure is Measure.SHARE and not share_head:
            share_head = clean(CUT_AFTER.split(re.sub(r"^\s*trở (?:lên|xuống)", "", tail_here))[0]) if tail_here.strip() else ""
            if not share_head and index and names and out and out[-1].measure is Measure.SHARE and "," in gap and ";" not in gap and not state.subject_unit.startswith("count"):
                share_head = out[-1].head  # "tư liệu sản xuất chiếm 94% kim ngạch nhập khẩu, hàng tiêu dùng chỉ 6%"
        elif not share_head and phrase and measure is Measure.LEVEL and not MEASURED.match(phrase) and not re.match(r"(?:tổng )?kế hoạch vốn(?!\w)", phrase, re.I) and loose.subject and units.kind(q.unit) == units.kind(loose.unit) and units.kind(q.unit).split(".")[0] in ("money", "mass") and lead.triggers.strip():
            share_head = loose.head or (loose.subject if MEASURED.match(loose.subject) and not (index and state.main) else "")
        if phrase and not share_head and q.unit == "%" and measure is Measure.LEVEL and index and not MEASURED.match(phrase) and lead.triggers.strip() in ("", "đạt", "là", "ở mức") and RATE.match(state.subject):
            share_head = state.subject
        if share_head and not state.head and phrase and measure is Measure.LEVEL:
            state.head, state.head_unit = share_head, q.unit
        if not index or ";" in gap or ":" in gap:
            segment = ""
        if measure is Measure.LEVEL and segment and state.parts_of and same_count(q.unit, segment_unit) and re.fullmatch(rf"(?:đã |được )*{DOES}(?: xong)?", phrase, re.I):
            share_head = segment  # "án hình sự thụ lý 712 vụ, giải quyết 640 vụ; án dân sự …"
        elif measure is Measure.LEVEL and indicator and not segment and not re.match(rf"(?:{DOES})(?!\w)", indicator, re.I):  # "gồm nuôi trồng 17.915 tấn, khai thác 3.425 tấn": two deeds of one whole
            segment, segment_unit = indicator, q.unit
        if not share_head and patterns.VICTIMS.fullmatch(indicator) and (event := next((f.indicator for f in reversed(out) if f.unit.partition(" ")[0] in ("vụ", "đợt", "trận", "cơn") and len(f.indicator.split()) > 1), "")):
            share_head = event  # "xảy ra 216 vụ tai nạn, làm chết 97 người"
        if index and not phrase and not triggers.strip() and measure is Measure.LEVEL and ";" in gap and "/" in q.unit and q.unit not in indicator and out and out[-1].unit != q.unit and units.kind(q.unit.partition("/")[0]).startswith("count:"):
            indicator, share_head = q.unit, ""  # "… bảo hiểm y tế đạt 95,4%; 10,2 bác sĩ/vạn dân"
        bare = q.unit.partition(" ")[0]
        if bare in patterns.BARE_COUNTERS and units.kind(q.unit).startswith("count:") and measure in (Measure.LEVEL, Measure.CHANGE):
            thing = indicator[indicator.rfind(q.unit) :] if q.unit in indicator else q.unit if phrase and not MEASURED.match(phrase) else ""
            known = counts.get(bare, "")
            if thing == bare and share_head and patterns.SORT_OF_CASE.fullmatch(known) and indicator == bare:
                indicator = known  # "Tay chân miệng: 1.147 ca", where "2.318 ca mắc" was said before
            if thing == bare and known and not share_head and (not phrase or patterns.WHERE.match(phrase) or CAUSE.fullmatch(lead.broke) or VERB.search(phrase)) and not set(known.split()) <= set(indicator.split()):
                share_head = known  # "quận Hải Thượng nhiều nhất với 15 vụ", where "27 vụ cháy" was said before
            elif 1 < len(thing.split()) < 6 and measure is Measure.LEVEL and not VERBAL.search(thing) and not re.search(r"tử vong|chết|thương|nặng|khỏi", thing) and (bare != "lượt" or re.match(r"lượt (?:hành )?khách|lượt người", thing)):
                counts[bare] = thing
        if not index and counts_now and patterns.WITHIN_THAT.fullmatch(gap) and not state.head and len(qs) > 1 and "," in text[q.end : qs[1].start]:
            state.head, state.head_unit = indicator, ""  # "Trong 38 chủ đầu tư, 11 đơn vị đạt trên 70%"
        if then_level is not None:
            pass  # another time's level: the sentence goes on about its own
        elif measure is Measure.LEVEL and indicator:
            state.subject, state.subject_unit = indicator, q.unit
            state.names[units.kind(q.unit)] = indicator
            if not counted and owned is None and DIMENSION.fullmatch(phrase) is None and not CAUSE.fullmatch(lead.broke) and not (q.unit == "ha" and AREA_VERB.match(indicator)):
                state.topic = topic_of(thing_of(indicator, q)) if indicator != f"làm thủ tục {q.unit}" else state.topic
            elif q.unit == "ha" and not opened and (planted := after_noun(wide)) and len(planted.split()) < 4:
                state.topic = planted  # "gieo sạ 5.420 ha lúa, năng suất 72 tạ/ha"
            if not opened and not lead.among and not (state.head and state.head != setting.head):
                state.main = indicator
        elif worker is not None:
            state.subject, state.subject_unit = who_works, ""
        elif names and not indicator.startswith("đóng góp của"):
            state.subject = indicator
            if phrase and not opened and not DIMENSION.match(phrase) and (not index and state.topic == topic_of(setting.subject) or DIMENSION.match(indicator)):
                state.topic = topic_of(indicator)  # "Máy tính đạt 5,6 tỷ USD. Xi măng giảm 9,5% về lượng và 12% về trị giá; đơn giá xuất khẩu …": that of the cement
            if DIMENSION.match(indicator) and not DIMENSION.fullmatch(indicator) and not state.topic:
                state.topic = topic_of(re.sub(rf"^(?:{DIMENSION.pattern})\s+", "", indicator))  # "lượng cà phê xuất khẩu tăng 7,9% nhưng giá bình quân …"
            if not state.main:
                state.main = indicator
        if stack and any(m.start > text.rfind("(", 0, q.start) for m in own_mentions if m.role == "period"):
            asides.add(q.start)  # "tháng có mức tăng cao nhất kể từ đầu năm (tháng 7 tăng 0,3%, tháng 8 tăng 0,8%)"
        if stack and pieces and pieces[-1][0] == "(" and indicator:
            if held_to is not None:
                stack[-1].subject, stack[-1].subject_unit, stack[-1].period = indicator, q.unit, period  # what met its goal goes on after it
            elif index and measure is Measure.GROWTH and out and stack[-1].subject == out[-1].indicator and names and text[: text.rfind("(", 0, q.start)].rstrip().lower().endswith(f" {indicator.lower()}"):
                stack[-1].subject = indicator  # "tăng cao là nhà ở (6,1%), y tế (4,9%), nên mức tăng …": the last of them goes on
            elif not index and not stack[-1].subject and measure is Measure.GROWTH and indicator.lower() in text[: q.start].lower():
                stack[-1].subject, stack[-1].subject_unit = indicator, q.unit  # "bán lẻ chỉ giảm trong năm 2021 (giảm 2,5%), bật tăng 20,6% năm 2022"
        if does is not None and re.search(r"(?<!\w)(?:tăng|giảm)(?!\w)", does[1], re.I) and (since_then := re.match(r"\s*(so\s[^,;:.()]{3,40})", text[does.end() :])):
            told_of_all = base_named(since_then[1], Period(), period, False)
            if told_of_all is Base.PREVIOUS and (month := last_of(period)) and _THAN_MONTH.search(since_then[1]):
                period = state.period = month
            if told_of_all in (Base.PREVIOUS, Base.DECEMBER):
                state.led = told_of_all  # "8 nhóm tăng giá so với tháng trước, mạnh nhất là giáo dục (tăng 0,87%)"
        if CAUSE.fullmatch(lead.broke) or patterns.RANKED_AT.search(gap):
            asides.add(q.start)  # what caused it is not what is spoken of
        if then_level is None:
            state.level_first = bool(index and not phrase and out and out[-1].measure is Measure.LEVEL and out[-1].unit != "%") if measure is Measure.GROWTH else state.level_first and measure is Measure.CHANGE
            state.measure, state.unit, state.growth = measure, q.unit, direction
            if base is not Base.NONE:
                state.base = base
            if index and state.led not in (Base.NONE, base) and base in (Base.PREVIOUS, Base.DECEMBER, Base.YEAR) and new_clause and re.match(r"\s*so\s", triggers, re.I):
                state.led = base  # "So với tháng 12, CPI tăng 2%; so với cùng kỳ tăng 4%, trong đó …"
        state.average = state.average or base is Base.AVERAGE
        if included:
            indicator, share_head = clean(patterns.INCLUDED.sub("", wide)) or included, included
        if beside:
            state.subject, state.subject_unit, state.main, state.topic = kept
        whole = state.range or setting.range  # "giảm từ 8,35%" in a review of five years: before them
        then = whole if whole.year and state.period.kind == "year" and state.period.year == whole.year else state.period
        if fell_from:
            asides.add(q.start)
            period = period if tail_own else Period("year", then.year - 1) if then.year and patterns.OPENING.match(text, q.end) else earlier(then, "")
        elif then_level is not None or tail_own and patterns.FROM.search(triggers) and patterns.TO.match(text, q.end):
            asides.add(q.start)
            state.period = kept_period
        elif not tail_own and patterns.FROM.search(triggers) and patterns.TO.match(text, q.end):
            asides.add(q.start)
            period = period if period_and_base(own_mentions, setting.year)[0] else earlier(then, "tháng trước") if Base.PREVIOUS in (state.base, state.led) else earlier(then, "")
        elif index and measure is Measure.GROWTH and q.unit == "%" and patterns.THEN_ROSE.search(gap) and (time_before := patterns.OF_TIME_BEFORE.match(text, q.end)) and state.period.kind == {"tháng": "month", "quý": "quarter"}[time_before["time"].lower()]:
            base, indicator = Base.PREVIOUS, out[-1].indicator if out else indicator
            if time_before["part"]:  # "thấp hơn mức tăng 0,33% của tháng 10 năm trước"
                period = Period(state.period.kind, int(time_before["year"]) if time_before["year"] else (kept_period.year or 0) - 1, part=int(time_before["part"]), label=time_before[0].strip().removeprefix("của "))
                base = next((f.base for f in reversed(out) if f.measure is Measure.GROWTH), base)
            else:  # "tăng 0,36%, cao hơn mức tăng 0,11% của tháng trước"
                period = earlier(kept_period, f"{time_before['time']} trước")
            state.period = kept_period
            asides.add(q.start)
        elif (when := then_mentioned(text, own_mentions, q.start)) is not None:
            period = earlier(state.period, when.period.label, when.period.year)
            asides.add(q.start)
        elif tail_own and patterns.FROM.search(triggers):
            asides.add(q.start)
            state.period = kept_period
        elif measure is Measure.LEVEL and state.modality is not Modality.TARGET and not tail_own and not own and state.period.year and state.period.kind != "range" and patterns.OPENED_WITH.search(text, 0, q.start):
            asides.add(q.start)
            period = Period("year", state.period.year - 1)  # what there was when the year began
            indicator = re.sub(r"^đầu năm,?\s+(?:(?:toàn |cả )?(?:huyện|tỉnh|xã|thành phố|thị xã|phường)\s+)?", "", indicator, flags=re.I)
            indicator = state.subject = kept[0] if POINTING.match(indicator) and kept[0] else indicator
        elif whole.first and re.search(r"(?<!\w)đầu (?:kỳ|nhiệm kỳ|giai đoạn)(?!\w)", lead.inside, re.I):
            asides.add(q.start)
            period, state.period = Period("year", whole.first - 1), kept_period
        if not q.unit and (of_counted := re.match(r"(?:tổng )?số (?!lượng)", indicator)) and (counter := units.unit_at(indicator, of_counted.end())) is not None and counter.unit and units.kind(counter.unit).startswith("count:"):
            q = replace(q, unit=counter.unit)
        end = q.end
        if ";" in gap and index:
            label = ""
        joins = index and not phrase and not triggers.strip() and not share_head and measure is Measure.LEVEL and out
        if joins and counts_now and counted_before and re.fullmatch(r"[^,;:()]{0,30}(?:,|và|với)\s*", gap) and indicator.startswith(q.unit) and (done := re.match(rf"{DOES}(?= {re.escape(out[-1].unit)})", out[-1].indicator, re.I)):
            share_head = done[0]
        elif joins and gap.strip() == "và" and indicator not in ("", out[-1].indicator) and (done := re.match(rf"(?:thiệt hại|ủng hộ|tịch thu|{DOES})(?!\w)", out[-1].indicator, re.I)):
            share_head = done[0]  # "khởi tố 37 vụ, 52 bị can"
        if index and not phrase and not share_head and measure is Measure.LEVEL and out and out[-1].unit == q.unit and patterns.OF_THEM.match(wide.strip()) and not counts_now and re.fullmatch(r"[^;:()]{0,40}(?:,|và)\s*(?:có\s*)?", gap):
            share_head = out[-1].indicator  # "86 ha lúa bị đạo ôn, 24 ha bị rầy nâu"
        if index and counts_now and not phrase and not share_head and out and indicator.startswith(q.unit) and q.unit in patterns.BARE_UNITS and re.fullmatch(r"[^,;:()]*\s?(?:với|cho)\s*", gap) and same_count(q.unit, out[-1].unit) is False:
            share_head = out[-1].indicator  # "học bổng 21,3 tỷ đồng với 2.460 suất"
        if label and index and not set(label.lower().split()) & set(f"{indicator} {share_head}".lower().split()):
            share_head = f"{label}: {share_head}" if share_head else label  # "Sốt xuất huyết: ghi nhận 2.318 ca mắc (trong đó 1.006 ca là trẻ em)"
        if INCOMPLETE.fullmatch(indicator) and of_thing and not opened:
            if of_thing in (indicator, chained) and state.subject == indicator:
                share_head = out[-1].head if out and out[-1].indicator == indicator and out[-1].head and measure is not Measure.SHARE and not (out[-1].head in payers and (new_clause or state.head in payers)) else share_head
            elif same_kind and not of_thing.lower().startswith(indicator.lower()):
                pass  # one sum is not of another
            else:
                of_thing = re.split(r"\s(?:tại|ở|trên địa bàn)\s", of_thing)[0]
                if len(of_thing.split()) < 12 and not set(of_thing.lower().split()) <= set(f"{share_head} {indicator}".lower().split()) and not INCOMPLETE.fullmatch(of_thing):
                    share_head = f"{share_head}: {of_thing}" if share_head and share_head.lower() not in of_thing.lower() else of_thing  # "chi trả 9.724 hồ sơ, tổng số tiền 196 tỷ đồng"
        if not kin.startswith("length"):
            share_head = re.sub(r"^chiều (?:dài|rộng|cao|sâu) ", "", share_head)  # whose length was told, not the length
        if kin and q.unit.endswith(".km") and "luân chuyển" not in re.sub(re.escape(q.unit), "", indicator).strip().replace("luân chuyển", "", q.unit in indicator):
            share_head = share_head or clean(indicator.replace(q.unit, "").replace("luân chuyển", ""))
            indicator = f"luân chuyển {'hành khách' if 'khách' in q.unit else 'hàng hóa'}"  # what is carried, times how far
        if (market := patterns.MARKET.match(share_head)) and indicator[:1].isupper() and not re.search(r"khẩu", indicator):
            sold = of_trade[1].lower() if measure is Measure.SHARE and (of_trade := re.match(r"\s*(?:tổng )?(?:trị giá|kim ngạch|giá trị) (xuất|nhập) khẩu", tail_here, re.I)) else market["trade"].lower()  # "Trung Quốc giữ vị trí số một với 41,5% trị giá nhập khẩu"
            share_head = f"thị trường {sold} khẩu" if sold != market["trade"].lower() else share_head
            indicator = f"{market['of'] or ''}{sold} khẩu {'sang' if sold == 'xuất' else 'từ'} {indicator}"  # "Thị trường xuất khẩu lớn nhất là Hoa Kỳ"
        if not phrase and measure is Measure.LEVEL and units.kind(q.unit).startswith(("mass", "volume")) and (priced := re.fullmatch(r"(?:tổng )?(?:trị giá|kim ngạch)(?P<trade> (?:xuất|nhập) khẩu)?", indicator, re.I)):
            traded = priced["trade"] or ((found := re.search(r" ?(?:xuất|nhập) khẩu", f"{share_head} {of_thing}")) and f" {found[0].strip()}") or ""
            indicator = f"lượng{traded}"  # "trị giá 5,97 tỷ USD … Riêng tháng 7 là 102,6 nghìn tấn": what is weighed is no value
        if indicator and measure is Measure.CHANGE and base is Base.FIXED and not base_period and (elsewhere := ELSEWHERE.search(f"{triggers} {tail_here}")):
            indicator = f"{indicator} so với {elsewhere['where'].lower()}"  # no change in time
        if not share_head and counts_now and measure is Measure.LEVEL and (about_noun := patterns.ABOUT.match(text)) is not None and about_noun.end() <= q.start and len(indicator.split()) < 7 and not set((spoken_of := clean(about_noun[1])).lower().split()) & set(indicator.lower().split()):
            share_head = spoken_of  # "Về đầu tư nước ngoài, …; lũy kế có 137 dự án còn hiệu lực"
        if (pointed := patterns.POINTED.fullmatch(indicator)) and (market_of := state.head if patterns.OWNER.fullmatch(state.head) else traded[1] if (traded := patterns.TRADED_WITH.search(next((f.indicator for f in reversed(out)), ""))) else ""):
            indicator = f"{pointed['trade'] + ' khẩu' if pointed['trade'] else pointed['what']} {pointed['to']} {market_of}"  # "Trung Quốc là thị trường lớn nhất: 8 tháng xuất sang thị trường này 1.642 triệu USD"
            share_head = "" if share_head == market_of else share_head
        indicator, share_head = patterns.OF_EACH.sub("", indicator), patterns.OF_EACH.sub("", share_head)
        share_head = dealt_of or setting.head if indicator in dealt_again and share_head != "tỷ trọng" else share_head
        around = ("" if patterns.SORTED_BY.match(lead.adverbial) else scope_of(lead.adverbial)) or ("" if ";" in gap else around)
        out.append(
            Figure(
                value=abs(q.value) if direction is not Direction.NONE and q.value < 0 else q.value, text=_printed(text[q.start : end], q), unit=q.unit,
                span=Span(offset + q.start, offset + end), sentence=span, indicator=indicator or ((f"bình quân {q.unit}" if "bình quân" in gap.lower() else q.unit) if "/" in q.unit and units.kind(q.unit.partition("/")[0]).startswith("count:") and q.unit != setting.unit else "") or setting.subject or (q.unit if "/" in q.unit and not units.kind(q.unit).startswith(("money", "rate:money")) else ""),
                scope=scope_of(f"{indicator} {lead.adverbial}") or around, head=share_head if share_head != indicator else setting.head if setting.head.lower() not in indicator.lower() else "",
                measure=measure, base=base, modality=state.modality, bound=Bound.NONE if measure is Measure.CHANGE and re.search(r"(?:cao|thấp|nhiều|ít|lớn)\s+hơn\s*$", triggers, re.I) else q.bound, direction=direction,
                period=period, base_period=base_period if base_period or base_period.year else Period(),
                scale=q.scale, step=q.step, high=q.high, section=section, page=page,
            )
        )  # fmt: skip
        if then_level is not None and out[-1].modality is Modality.ESTIMATE and period.year and (setting.main.year or 0) > period.year and not _ESTIMATED.search(gap):
            out[-1] = replace(out[-1], modality=Modality.ACTUAL)  # "ước tăng 8%, cao hơn mức 7,2% của 6 tháng đầu năm 2025"
        if (other_year := next((year for at, year in two_years if gap_start <= at < q.start), 0)) and out[-1].period.kind == "year":
            out.append(replace(out[-1], period=Period("year", other_year)))
            asides.add(q.start)
        if tail_own and index and patterns.SET_FOR.match(text, q.end):
            state.period = kept_period  # "thấp hơn mức trần 4,5% mà HĐND tỉnh đặt ra cho cả năm; lạm phát cơ bản tăng 2,9%": the goal's own time
        if beside_goal and own and not tail_own and modality is Modality.TARGET:
            state.period = kept_period  # "còn cách xa mục tiêu cả năm khoảng 4%; khu vực thành thị tăng …"
        if goal:  # the goal that was missed is named in passing
            state.modality, state.planned = kept_modality
    setting = replace(setting, counted=tuple(counts.items()), modality=told_modality)
    out = of_one_whole(told_of_then(against_plan(out, text, offset), text, offset), text, offset)
    after = handed_on(text, [f for f in out if f.span.start - offset not in asides], state, mentions, setting)
    if out and (all_against := patterns.COUNTED_AGAINST.match(text)) and all(f.measure is Measure.LEVEL and f.unit == "nhóm" for f in out):
        opens = told_base(all_against["so"], [m for m in mentions if all_against.start("so") <= m.start < all_against.end("so")], out[0].period, setting.year)
        if opens in (Base.YEAR, Base.PREVIOUS, Base.DECEMBER):
            after = replace(after, opened=opens, opened_of=out[0].period, base=Base.NONE)  # whatever the paragraph before was compared with
    if befalls := patterns.EVENT.match(text):
        befell = clean(befalls[1])
        out = [f if set(befell.lower().split()) <= set(f"{f.indicator} {f.head}".lower().split()) else replace(f, head=f"{befell}: {f.head}" if f.head else befell) for f in out]
        after = replace(after, counted=(*(c for c in after.counted if c[0] != "con"), ("con", befell)))
    if JOINING in text or GLUE in text or AND in text:
        out = [replace(f, indicator=parted(f.indicator), head=parted(f.head)) for f in out]
        after = replace(after, subject=parted(after.subject), head=parted(after.head), counted=tuple((unit, parted(name)) for unit, name in after.counted))
    return Read(tuple(narrowed(compared_once(out, text, offset), narrowings, whole_text, offset)), after)


__all__ = ["Read", "Setting", "clean", "compared_in", "head_of", "read_sentence", "scope_of"]
