"""The columns of a table: what each header says of period, modality, measure and unit, and what the figures themselves show.

A header's words leave open whether "So sánh (%)" is 109,6 or 9,6, and what "Tỷ lệ" is the rate of; the columns before it settle
that, where its figures are their ratio, growth or difference. Not here: rows (`rows`) and the figures of cells (`grid`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from statistics import median

from report import cells, headers, units
from report.cells import Value
from report.model import Base, Cell, Measure, Modality, Period, Table
from report.numbers import quantities
from report.periods import month_span, same, with_month, with_year
from report.prose import Setting
from report.text import PROPER
from report.timing import cumulated

NO_DATA = re.compile(r"^(?:mã(?: số| hs| ngành| chương)?(?: thuyết minh)?|xếp hạng|thứ hạng|hạng|thứ tự|thuyết minh|ghi chú|số hiệu|năm (?:thành lập|hoàn thành|khởi công|đưa vào|bắt đầu|xây dựng).*|thời gian.*|điện thoại.*)$", re.I)
STT = re.compile(r"^(?:stt|tt|số tt|số thứ tự|no\.?|#)$", re.I)
UNIT_HEAD = re.compile(r"^(?:đơn vị(?: tính)?|đvt|đ\.?\s?v\.?\s?t\.?|đơn vị đo)\.?(?:\s*\(?(?:(?:số|khối|sản) )?lượng\)?)?$", re.I)
_GROWN = re.compile(rf"(?<!\w)(?:{headers.GROWN}|tốc độ|\+/-|±)(?!\w)", re.I)
NOUN = re.compile(
    r"^(?:tỷ trọng|diện tích|năng suất|sản lượng|trị giá|giá trị|số lượng|kim ngạch|lượng|doanh thu|số|thu nhập|vốn|kinh phí|xuất khẩu|nhập khẩu|tỷ lệ|giá|chỉ số|dân số|công suất|số tiền|khối lượng|quyền số|tổng"
    r"|cán cân|điểm|xếp hạng|thứ hạng|hạng|(?:đã )?giải ngân|dư nợ|lợi nhuận|nợ|thu|chi|mật độ|tốc độ|mức|hộ|người|học sinh|giáo viên|lao động|lương|tiền|tờ khai|phương tiện|hành khách|lượt khách|khách|hàng hóa)(?!\w)",
    re.I,
)
_SAME100 = re.compile(r"(?:bằng|=|là)\s*100", re.I)
_AMONG = re.compile(r"^\W*(?:trong(?: tổng số)? đó|tr\.\s?đó|chia ra|bao gồm|gồm|riêng)\s*[:,–-]?\s*|^\W*(?:phân|chia|phân tổ|tách)\s+(?:theo|ra)(?!\w).*$", re.I)
_ANY_RATE = re.compile(r"(?:tỷ lệ|tỉ lệ|đạt|mức|so sánh)?$", re.I)
_INDEXES = re.compile(r"(?<!\w)(?:chỉ số (?:giá|sản xuất|phát triển)|CPI|IIP|tốc độ phát triển)(?!\w)", re.I)
_PERIODIC = re.compile(r"(?:19|20)\d\d|(?:tháng |quý |năm )?\d{1,2}", re.I)
ATTRIBUTE = re.compile(r"^(?:(?:tên )?(?:chủ đầu tư|cơ quan|đơn vị (?:chủ trì|thực hiện|phối hợp|quản lý|cung cấp)|chủ quản|nhà thầu|nhà đầu tư|địa điểm.*|địa chỉ.*|nguồn vốn|phụ trách|người (?:đại diện|phụ trách)|loại hình|quy cách|xuất xứ|ghi chú|tiến độ.*|tình trạng))$", re.I)


_TERMS = re.compile(r"(?<!\w)(?:kỳ hạn|thời hạn)(?!\w)", re.I)
_SUMMED = re.compile(r"lũy kế|luỹ kế|cộng dồn|thực hiện|so (?:với|cùng)|kế hoạch", re.I)  # "Lũy kế 7 tháng" is a time after all
_TERM = re.compile(r"(?<!\w)(?<!kỳ hạn )\d{1,2}\s+tháng(?!\w|\s+(?:năm|đầu|20))", re.I)  # "6 tháng" is no time where terms are compared


@dataclass(frozen=True)
class Column:
    """What a column's header says."""

    index: int
    noun: str = ""
    unit: units.UnitMention | None = None
    period: Period = field(default_factory=Period)
    base_period: Period = field(default_factory=Period)
    modality: Modality | None = None
    measure: Measure = Measure.LEVEL
    base: Base = Base.NONE
    rate: bool = False  # a bare rate or change: what of, the figures must tell


def relation(period: Period, base: Period) -> Base:
    """What a comparison of `period` with `base` is measured against."""
    if base.kind == "month" and base.part == 12 and not (period.kind == "month" and period.part in (1, 12)):
        return Base.DECEMBER
    if base.kind == period.kind == "season" and (base.part or 0) >= 100 and (period.part or 0) >= 100:  # half-months
        if not (base.part or 0) % 100:
            return Base.PREVIOUS if (base.part or 0) // 100 != (period.part or 0) // 100 else Base.YEAR  # "So kỳ 1 (%)"
        if period.year and base.year:
            steps = 24 * (period.year - base.year) + 2 * ((period.part or 0) % 100 - (base.part or 0) % 100) + (period.part or 0) // 100 - (base.part or 0) // 100
            return Base.PREVIOUS if steps == 1 else Base.YEAR if steps == 24 else Base.FIXED
    if period.year and base.year:
        if base.kind == period.kind == "date" and (period.year * 12 + (period.part or 0) // 100) - (base.year * 12 + (base.part or 0) // 100) == 1:
            return Base.PREVIOUS
        if base.kind == period.kind and base.part == period.part and base.year == period.year - 1:
            return Base.YEAR
        if base.kind == period.kind == "month" and (period.year * 12 + (period.part or 0)) - (base.year * 12 + (base.part or 0)) == 1:
            return Base.PREVIOUS
        if base.kind == period.kind == "quarter" and (period.year * 4 + (period.part or 0)) - (base.year * 4 + (base.part or 0)) == 1:
            return Base.PREVIOUS
        if base.kind == "year" and base.year == period.year - 1:
            return Base.YEAR
        return Base.FIXED
    return Base.YEAR


def _before(period: Period, ago: str) -> Period:
    """The time that "cùng kỳ", "tháng trước", "năm trước" is, seen from `period`."""
    if not period or period.year is None:
        return Period("any", None)
    if ago == "previous" and period.kind in ("month", "quarter") and period.part:
        last = 12 if period.kind == "month" else 4
        return replace(period, part=period.part - 1, label="") if period.part > 1 else replace(period, year=period.year - 1, part=last, label="")
    return replace(period, year=period.year - 1, first=period.first - 1 if period.first else None, label="")


def _opening(kind: str, about: Period, setting: Setting) -> Period:
    """The day that "đầu năm" or "đầu kỳ" is, seen from the time `about`."""
    year = about.year or setting.year
    span = month_span(about) if kind != "năm" else None
    return Period("date", year, part=(span[0] if span else 1) * 100 + 1) if year else Period()


def _ending(period: Period) -> Period:
    """The last month of `period`: nine months are not compared with "tháng trước"."""
    if period.kind not in ("months", "half") or not period.year:
        return period
    span = month_span(period)
    return Period("month", period.year, part=span[1]) if span else period


def _when(slots: headers.Slots, setting: Setting, last: Period) -> Period:
    """The period of a column; `last` is that of the achieved level before it, which comparisons speak of."""
    if slots.opening:
        return _opening(slots.opening, with_year(slots.period, setting.year) or setting.period, setting)
    if slots.period:
        period = with_year(slots.period, setting.year)
        return _before(period, "year") if slots.ago in ("year", "last") and not slots.period.year and period.kind != "year" else period
    about = setting.period
    if slots.span:
        about = cumulated(about)
    elif slots.now in ("tháng", "quý") and about.kind == "months" and about.part:
        about = Period("month", about.year, part=about.part) if slots.now == "tháng" else Period("quarter", about.year, part=(about.part + 2) // 3)
    elif slots.whole or slots.modality is Modality.TARGET and not slots.compares and setting.year and about.kind in ("month", "months", "quarter", "half", "date"):
        about = Period("year", setting.year, label=f"năm {setting.year}")
    elif slots.compares and last and not slots.now:
        return _ending(last) if slots.base is Base.PREVIOUS else last
    if slots.ago and not slots.compares:
        if slots.ago == "last":
            if slots.span and about.year:
                return _before(about, "year")
            return Period("year", setting.year - 1) if setting.year else Period()
        found = _before(last if last and slots.ago == "year" else about, slots.ago)
        return found if found.kind != "any" else Period()
    return about


def _column(index: int, parts: list[str], values: list[Value], setting: Setting, last: Period, hundred: bool) -> Column:
    """One column's reading; `last` is the period of the achieved level before it."""
    slots = headers.read(parts)
    period = _when(slots, setting, last)
    base, base_period = slots.base, slots.base_period
    if base_period.kind == "month" and slots.compares and not slots.period and same(period, setting.period) and (base_period.part, _ending(period).part) != (12, 12) and relation(_ending(period), with_year(base_period, period.year)) is not Base.FIXED:
        period = _ending(period)  # "So với tháng 8", "So với tháng 9 năm trước" in a table on nine months: of its last one
    again = with_year(base_period, setting.year) if base_period.kind in ("month", "months", "quarter", "half") and not base_period.year else Period()
    if again and slots.compares and not slots.period and (base is Base.YEAR or base in (Base.NONE, Base.FIXED) and same(again, last)):
        period, base, base_period = again, Base.YEAR, Period()  # "So với cùng kỳ 8 tháng", "So sánh 9T"
    elif (base in (Base.NONE, Base.YEAR, Base.FIXED) or base is Base.PLAN and slots.target_of) and base_period.kind and slots.compares:
        base = relation(period, with_year(base_period, period.year if base_period.part != 12 else None))
    if slots.compares and base is Base.NONE:
        base = Base.AVERAGE if slots.average and period.kind == "range" else Base.YEAR
    measure = slots.measure
    head = " ".join(parts)
    if slots.compares == "?":
        measure = _index_or_growth(head, values, hundred)
        if base is Base.PLAN and measure is Measure.INDEX:
            measure = Measure.COMPLETION
    elif slots.compares == "ratio":
        measure = Measure.COMPLETION if base is Base.PLAN else Measure.INDEX
    elif slots.compares == "growth" and hundred and not any(v.printed[0] in "+-–−" for v in values) and values and median(v.number for v in values) > 60:
        measure = Measure.INDEX
    if measure is Measure.COMPLETION and base is not Base.PLAN:  # this year's plan in per cent of last year's
        measure = Measure.INDEX
    modality = None if measure is Measure.COMPLETION and slots.modality is Modality.TARGET and not slots.target_of else slots.modality
    rate = measure in (Measure.GROWTH, Measure.INDEX, Measure.CHANGE) or measure is Measure.LEVEL and bool(_ANY_RATE.match(slots.noun)) and (slots.unit is not None and slots.unit.unit == "%" or bool(re.match(r"\W*(?:tỷ lệ|tỉ lệ|so sánh|%)", head, re.I)))
    rate = rate or measure is Measure.LEVEL and len(parts) > 1 and re.fullmatch(r"\W*(?:tỷ lệ|tỉ lệ)?\W*%\W*", parts[-1], re.I) is not None
    return Column(index, _lower(slots.noun), slots.unit, period, base_period, modality, measure, base, rate)


def _lower(noun: str) -> str:
    """A column's noun inside a name: "Diện tích" -> "diện tích", but "GRDP", "Hàn Quốc" as they are."""
    foreign = noun.isascii() and " " not in noun and len(noun) > 6  # "Agribank"
    return noun[:1].lower() + noun[1:] if noun[1:2].islower() and not foreign and not PROPER.match(noun) else noun


def _index_or_growth(head: str, values: list[Value], hundred: bool) -> Measure:
    """Whether a comparing column counts last time as 100, or prints the change itself."""
    if re.search(r"chỉ số", head, re.I) and not re.search(r"tăng|giảm", head, re.I):
        return Measure.INDEX
    numbers = [v.number for v in values]
    signed = any(v.printed[0] in "+-–−" for v in values)
    if signed or not numbers:
        return Measure.GROWTH
    if median(numbers) > 60 and sum(Decimal(50) <= n <= Decimal(200) for n in numbers) * 2 > len(numbers):
        return Measure.INDEX
    return Measure.INDEX if hundred and not _GROWN.search(head) else Measure.GROWTH


def spanning(row: tuple[Cell, ...]) -> bool:
    """Whether a row is one merged cell, or one name alone: the title of the rows below it."""
    texts = [c.text.strip() for c in row]
    filled = [t for t in texts if t]
    return len(row) > 1 and len(set(filled)) == 1 and cells.value(filled[0]) is None and (len(filled) == len(row) or len(filled) == 1)


def unit_column(heads: list[list[str]], body: Sequence[tuple[Cell, ...]]) -> int | None:
    """The column that prints each row's unit; "Đơn vị" may head the names of offices as well."""
    from report.shorthand import unit

    for c, parts in enumerate(heads):
        if UNIT_HEAD.match(" ".join(parts)):
            filled = [t for row in body if (t := row[c].text.strip()) and not spanning(row)]
            known = sum(unit(t) is not None or not re.search(r"\w{2}", t) or re.fullmatch(r"nt|như trên", t, re.I) is not None for t in filled)
            if "tính" in " ".join(parts).lower() or "v" in " ".join(parts).lower()[1:3] or known * 2 >= len(filled):
                return c
    return None


def label_columns(heads: list[list[str]], body: tuple[tuple[Cell, ...], ...], english: bool, unit_at: int | None) -> tuple[int, ...]:
    """The columns that name the rows, the innermost last: "Huyện | Cây trồng", "Nhóm | Mặt hàng"; at least one."""
    found: list[int] = []
    for c, parts in enumerate(heads):
        head = " ".join(parts)
        if STT.match(head) or c == unit_at or not found and re.match(r"(?:mã|số hiệu|thuyết minh)(?!\w)", head, re.I):
            if found:
                break
            continue
        filled = [t for row in body if (t := row[c].text.strip()) and not cells.BLANK.fullmatch(t) and not spanning(row)]
        wordy = sum(cells.value(t, english) is None for t in filled)
        if found and (ATTRIBUTE.match(head) or _key(body, found[0])):
            break
        if filled and (wordy * 2 > len(filled) or not found and all(_PERIODIC.fullmatch(t) for t in filled) and not (c and NO_DATA.match(head))):
            found.append(c)
        elif found or not filled and found:
            break
    return tuple(found[:3]) or (0,)


def _key(body: Sequence[tuple[Cell, ...]], c: int) -> bool:
    """Whether column `c` alone tells all rows apart: what stands behind it describes them and does not name them."""
    names = [row[c].text.strip().lower() for row in body if not spanning(row)]
    return len(names) > 2 and all(names) and len(set(names)) == len(names)


def _tells(text: str) -> bool:
    """Whether a cell that is no bare number still states one: "Ổn định 50", "khoảng 1,2 triệu tấn", and not "Điều chỉnh thiết kế lần 2"."""
    found = quantities(text)
    if len(found) != 1:
        return False
    rest = text[: found[0].start] + " " + text[found[0].end :]
    rest = re.sub(r"(?<!\w)(?:tăng|giảm|đạt|khoảng|trên|dưới|hơn|gần|ước|ổn định|duy trì|giữ|ít nhất|tối thiểu|tối đa|không quá|còn|từ|trở lên|trở xuống|bình quân|mỗi năm|hằng năm|so với|năm|kế hoạch|cùng kỳ|trước|\d+)(?!\w)|\W", " ", rest, flags=re.I)
    return len(rest.split()) <= 1


def stated(cell: Cell, english: bool) -> bool:
    """Whether a cell states a figure."""
    return cells.value(cell.text, english) is not None or _tells(cell.text)


def _latest(since: Sequence[Period], last: Period) -> Period:
    """The period that a comparison after the levels of `since` is about: the later of those of one kind."""
    same_kind = [p for p in since if p.kind == last.kind and (p.part == last.part or p.kind in ("month", "quarter")) and p.year]
    return max(same_kind, key=lambda p: (p.year or 0, p.part or 0)) if same_kind and last.year else last


def _ends(part: Period, whole: Period) -> bool:
    """Whether `part` is the last month or quarter of the months `whole`."""
    a, b = month_span(part), month_span(whole)
    return part.kind in ("month", "quarter") and a is not None and b is not None and part.year == whole.year and a[1] == b[1] and a[0] > b[0]


def _among(parts: list[str]) -> tuple[list[str], bool]:
    """A header path without "trong đó", and whether it had it."""
    found = False
    out: list[str] = []
    for part in parts:
        rest = _AMONG.sub("", part)
        if rest != part:
            found = True
        if rest:
            out.append(rest)
    return out, found and bool(out)


def read_columns(
    table: Table, heads: list[list[str]], body: tuple[tuple[Cell, ...], ...], left_out: set[int | None], setting: Setting, notes: Mapping[str, str], around: str, english: bool,
    row_noted: Callable[[str], bool],
) -> list[Column]:  # fmt: skip
    """The columns of figures, each with what its header says and what it takes from the columns before it.

    `row_noted` tells whether a footnote calls figures estimates.
    """
    if _TERMS.search(around):
        heads = [[p if _SUMMED.search(p) else _TERM.sub(lambda m: "kỳ_hạn_" + m[0].replace(" ", "_"), p) for p in parts] for parts in heads]
    columns: list[Column] = []
    last, said = Period(), None
    since: list[Period] = []  # the levels since the last comparison: this year's and last year's stand side by side
    compared = False
    total: units.UnitMention | None = None  # "Tổng số (người)": of the parts beside it
    noun = whole = ""
    indexes = bool(_INDEXES.search(around))
    for c, parts in enumerate(heads):
        head = " ".join(parts)
        if c in left_out or NO_DATA.match(head.strip()):
            continue
        values = [v for row in body if not spanning(row) and (v := cells.value(row[c].text, english)) is not None]
        filled = [row[c] for row in body if not spanning(row) and row[c].text.strip() and not cells.BLANK.fullmatch(row[c].text.strip())]
        if not values and sum(_tells(x.text) for x in filled) * 2 <= len(filled):
            continue
        marks = {n for r in range(table.header_rows) for n in table.rows[r][c].notes}
        hundred = any(_SAME100.search(notes.get(n, "")) for n in marks) or bool(_SAME100.search(around + head))
        parts, among = _among(parts)
        column = _column(c, parts, values, setting, _latest(since, last), hundred)
        if column.measure in (Measure.GROWTH, Measure.INDEX) and column.noun and columns and columns[-1].measure is Measure.LEVEL and len(parts) > 1 and parts[0] == heads[columns[-1].index][0] and columns[-1].noun.lower().endswith(f" {column.noun.lower()}"):
            column = replace(column, noun=columns[-1].noun)  # "Trị giá" and "So cùng kỳ (%)" side by side under "Xuất khẩu"
        if indexes and column.measure is Measure.LEVEL and not column.noun.replace("gốc", "").strip() and values and 60 < median(v.number for v in values) < 250:
            column = _against(column, parts, setting)
        compared = compared or column.measure not in (Measure.LEVEL, Measure.SHARE)
        if column.measure is Measure.LEVEL and column.modality is not Modality.TARGET:
            last, said = column.period, column.modality
            since = [last] if compared else [*since, last]
            compared = False
        elif column.measure is not Measure.LEVEL and column.modality is None and said is Modality.ESTIMATE and column.period == last:
            column = replace(column, modality=said)
        if among and column.measure is Measure.LEVEL:
            column = replace(column, noun=f"{whole} {column.noun}".strip() if not re.match(rf"(?:số|tổng|{re.escape(whole) or 'số'})(?!\w)", column.noun, re.I) else column.noun)
            if columns and columns[-1].measure is Measure.LEVEL and column.modality is None and not headers.read(parts).period:
                column = replace(column, period=columns[-1].period, modality=columns[-1].modality)  # a part of the plan beside it
        elif column.noun and column.measure is Measure.LEVEL:
            noun = column.noun if NOUN.match(column.noun) and not (column.unit is not None and column.unit.unit == "%") else ""
            whole = re.sub(r"^tổng (?:số|cộng)$|^tổng$|^cộng$", "", column.noun, flags=re.I)
        elif column.measure is Measure.SHARE and column.noun and re.search(r"tỷ trọng|tỉ trọng", head, re.I):
            column = replace(column, noun=column.noun if re.match(r"(?:tỷ|tỉ) trọng", column.noun) else f"tỷ trọng {column.noun}")
        elif not column.noun and noun and column.measure is not Measure.LEVEL or column.noun and column.measure is not Measure.LEVEL and not NOUN.match(column.noun) and not re.match(r"[A-ZĐ]{2}", column.noun):
            column = replace(column, noun=noun if noun or column.measure not in (Measure.GROWTH, Measure.INDEX) or any(c.measure is Measure.LEVEL for c in columns) else column.noun)  # "Lạm phát cơ bản so với cùng kỳ" beside no amounts keeps its name
        if column.measure is Measure.LEVEL and not column.noun:
            whole = ""
        if column.measure is Measure.LEVEL and column.modality is None and column.period.kind in ("months", "half", "year") and any(_ends(c.period, column.period) for c in columns if c.modality is Modality.ESTIMATE and c.measure is Measure.LEVEL):
            column = replace(column, modality=Modality.ESTIMATE)  # it sums up a month that is estimated
            said = Modality.ESTIMATE
        if column.measure is Measure.LEVEL and column.unit is None and total is not None and column.noun and not NOUN.match(column.noun):
            column = replace(column, unit=total)
        elif re.match(r"\W*(?:tổng số|tổng|tổng cộng)\W*(?:\(|$)", head, re.I) and column.unit is not None and column.unit.unit != "%":
            total = column.unit
        elif column.unit is not None:
            total = None
        if column.measure is Measure.INDEX and not column.noun and columns and columns[-1].measure is Measure.INDEX and columns[-1].noun.lower() == "chỉ số giá":
            column = replace(column, noun=columns[-1].noun)  # "Chỉ số giá tháng 9 so với …" beside "Bình quân 9 tháng so với cùng kỳ"
        if any(row_noted(n) for n in marks) and column.modality in (None, Modality.ACTUAL):
            column = replace(column, modality=Modality.ESTIMATE)
        columns.append(column)
    times = [*(c.period for c in columns), setting.main, setting.period]
    columns = [replace(c, period=with_month(c.period, *times) or c.period, base_period=with_month(c.base_period, *times) or c.base_period) for c in columns]  # "Kỳ 2 so với kỳ 1 (%)" beside "Kỳ 2 tháng 5"
    return _told_apart(_at_other_times(_settled(_in_amounts(columns, heads, body, english), body, english), heads), heads)


def _in_amounts(columns: list[Column], heads: list[list[str]], body: tuple[tuple[Cell, ...], ...], english: bool) -> list[Column]:
    """`columns` with those of changes as amounts that say no "%" and whose figures are none: nothing falls by 402 per cent, and per cents beside them have decimals."""
    values = _numbers(columns, body, english)
    in_rates = [c for c in columns if c.measure is Measure.GROWTH and any("%" in p for p in heads[c.index])]
    fractional = any(v is not None and v.places for c in in_rates for v in values[c.index])
    out: list[Column] = []
    for column in columns:
        told = [v for v in values[column.index] if v is not None]
        level = next((c for c in columns if c.measure is Measure.LEVEL and column.noun and c.noun == column.noun), None)
        if column.measure is Measure.GROWTH and column.unit is None and column not in in_rates and level is not None and told:
            whole = fractional and not any(v.places for v in told) and max(abs(v.number) for v in told) >= 10
            if whole or any(v.number < -100 for v in told):
                column = replace(column, measure=Measure.CHANGE, unit=level.unit, rate=False)
        out.append(column)
    return out


_MEASURE_LAST = re.compile(r"(?:^|[:\s–-])(?:về\s+)?((?:số |khối |sản )?lượng|(?:trị|đơn) giá|giá trị|diện tích|năng suất|kim ngạch|(?:tổng )?vốn)\W*$", re.I)


def _told_apart(columns: list[Column], heads: list[list[str]]) -> list[Column]:
    """`columns` with more of their headers' words in the names of those that nothing else tells apart: plans given by two authorities."""
    out = list(columns)
    for at, column in enumerate(columns):
        planned = column.modality is Modality.TARGET or column.measure is Measure.COMPLETION
        alike = [c for c in columns if c is not column and (c.period, c.measure, c.base, c.base_period, c.unit and c.unit.unit) == (column.period, column.measure, column.base, column.base_period, column.unit and column.unit.unit) and (c.modality is column.modality) and (c.noun == column.noun or planned and not column.noun)]  # fmt: skip
        if not alike:
            continue
        theirs = {p.lower() for c in alike for p in heads[c.index]}
        own = " ".join(headers.unit_of(p)[0] for p in heads[column.index] if p.lower() not in theirs).strip()
        words = own if column.measure is Measure.LEVEL else re.sub(r"^\W*(?:tỷ lệ |tỉ lệ |% )?(?:so với|so sánh với|so|đạt|bằng)?\s*", "", own, flags=re.I)
        if column.measure is not Measure.LEVEL and (of := _MEASURE_LAST.search(words)):
            words = of[1]  # "Lũy kế so cùng kỳ: lượng (%)"
            if _MEASURE_LAST.fullmatch(column.noun):
                column = replace(column, noun="")
        if words and len(words.split()) < 12 and words.lower() not in column.noun.lower():
            out[at] = replace(column, noun=f"{column.noun} {_lower(words)}".strip())
    return out


def _against(column: Column, parts: list[str], setting: Setting) -> Column:
    """A column of an index table headed by nothing but what it is compared with: "Kỳ gốc 2019", "Tháng 12/2022"."""
    text = " ".join(parts)
    own = headers.read([f"So với {text}"])
    about = setting.period
    if own.base in (Base.FIXED, Base.YEAR, Base.PREVIOUS, Base.DECEMBER) and not own.base_period.year:
        return replace(column, noun="", measure=Measure.INDEX, base=own.base, base_period=own.base_period, period=about)
    earlier = own.base_period.year and about.year and (own.base_period.year < about.year or own.base_period.year == about.year and own.base_period.kind == about.kind == "month" and (own.base_period.part or 0) < (about.part or 0))
    if not earlier:
        return column
    return replace(column, noun="", measure=Measure.INDEX, base=Base.FIXED if own.base is Base.FIXED else relation(about, own.base_period), base_period=own.base_period, period=about)


def _numbers(columns: Sequence[Column], body: Sequence[tuple[Cell, ...]], english: bool) -> dict[int, list[Value | None]]:
    return {c.index: [None if spanning(row) else cells.value(row[c.index].text, english) for row in body] for c in columns}


def _settled(columns: list[Column], body: tuple[tuple[Cell, ...], ...], english: bool) -> list[Column]:
    """`columns` with the measure of the comparing ones as their figures show it."""
    values = _numbers(columns, body, english)
    out: list[Column] = []
    for at, column in enumerate(columns):
        if column.rate:
            levels = [c for c in columns[:at] if c.measure is Measure.LEVEL and not c.rate and (c.unit is None or c.unit.unit not in ("%", "‰"))]
            column = _shown(column, levels, values)
            if column.unit is not None and column.unit.unit == "%" and column.measure is Measure.GROWTH:
                column = _points(column, [c for c in out if c.measure in (Measure.LEVEL, Measure.SHARE) and c.unit is not None and c.unit.unit == "%"], values)
        out.append(column)
    return out


def _at_other_times(columns: list[Column], heads: list[list[str]]) -> list[Column]:
    """`columns` with a rate that is headed as one which is of the plan, but for its time, of the plan as well: "Tỷ lệ đến 31/10 (%)" and "Tỷ lệ đến 30/9 (%)"."""
    called = {c.index: _TIME.sub(" ", " ".join(heads[c.index])).lower().split() for c in columns}
    out: list[Column] = []
    for c in columns:
        of = next((d for d in columns if d is not c and d.measure is Measure.COMPLETION and called[d.index] == called[c.index] and not same(d.period, c.period)), None)
        out.append(replace(c, measure=of.measure, base=of.base, noun=of.noun) if of is not None and c.rate and c.measure is Measure.LEVEL and c.period and c.modality is not Modality.TARGET else c)
    return out


_TIME = re.compile(r"\d+(?:[/.-]\d+)*")


def _points(column: Column, rates: Sequence[Column], values: Mapping[int, list[Value | None]]) -> Column:
    """A change of rates printed beside them: 3,90 − 5,27 = −1,37 points, no growth."""
    for a, b in ((a, b) for a in reversed(rates) for b in rates if a is not b):
        if _kind(values[column.index], values[a.index], values[b.index]) == "difference":
            return replace(column, measure=Measure.CHANGE, unit=units.parse_unit("điểm phần trăm"), noun=a.noun, period=a.period)
    return column


def _shown(column: Column, levels: Sequence[Column], values: Mapping[int, list[Value | None]]) -> Column:
    """`column` as the ratio, growth or difference of two of `levels` that it is, if it is one."""
    best: tuple[int, str, Column, Column] | None = None
    for i, a in enumerate(reversed(levels)):
        for j, b in enumerate(reversed(levels)):
            if a is b or (a.unit and a.unit.unit) != (b.unit and b.unit.unit):
                continue
            kind = _kind(values[column.index], values[a.index], values[b.index])
            if kind and (best is None or i + j < best[0]):
                best = (i + j, kind, a, b)
    if best is None:
        return column
    _, kind, a, b = best
    bare = column.measure is Measure.LEVEL
    if kind == "difference":
        if column.measure is Measure.LEVEL or column.unit is not None and column.unit.unit == "%":
            return column
        return replace(column, measure=Measure.CHANGE, unit=column.unit or a.unit, base=Base.PLAN if b.modality is Modality.TARGET else column.base if column.base is not Base.YEAR else relation(a.period, b.period), noun=column.noun or a.noun, period=a.period)
    if b.modality is Modality.TARGET and a.modality is not Modality.TARGET:
        return replace(column, measure=Measure.COMPLETION if kind == "ratio" else Measure.GROWTH, base=Base.PLAN, period=a.period, noun=a.noun or column.noun, modality=a.modality if a.modality is Modality.ESTIMATE else column.modality)
    if bare and (a.period == b.period or a.noun != b.noun):
        return column  # a share of something else: it keeps its name
    measure = Measure.INDEX if kind == "ratio" else Measure.GROWTH
    base = relation(a.period, b.period) if bare or column.base is Base.YEAR and a.period.year and b.period.year else column.base
    return replace(column, measure=measure, base=base, period=a.period if bare else column.period, noun=a.noun if bare else column.noun)


def _kind(shown: Sequence[Value | None], a: Sequence[Value | None], b: Sequence[Value | None]) -> str:
    """What `shown` is of `a` and `b` in nearly all rows: "ratio", "growth", "difference" or ""."""
    counts = {"ratio": 0, "growth": 0, "difference": 0}
    rows = 0
    for v, x, y in zip(shown, a, b, strict=True):
        if v is None or x is None or y is None:
            continue
        rows += 1
        if abs(v.number - (x.number - y.number)) <= (x.step + y.step) / 2 and v.number != 0:
            counts["difference"] += 1
        if y.number > 0 and x.number > 0:
            ratio = x.number / y.number * 100
            slack = v.step + ratio * (x.step / x.number + y.step / y.number) / 2
            if slack < max(Decimal(1), abs(v.number) / 20) or v.places == 0:
                counts["ratio"] += abs(ratio - v.number) <= slack
                counts["growth"] += abs(ratio - 100 - v.number) <= slack
    kind = max(counts, key=lambda k: counts[k])
    return kind if rows and counts[kind] * 5 >= rows * 4 and counts[kind] >= min(2, rows) and counts[kind] > 0 and (rows > 1 or kind != "difference") else ""


__all__ = ["ATTRIBUTE", "NOUN", "STT", "Column", "label_columns", "read_columns", "relation", "spanning", "stated", "unit_column"]
