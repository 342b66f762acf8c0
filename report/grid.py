"""Figures of tables: each cell with its row's name and what its column says of period, modality, measure and unit.

Not here: finding tables in a file (`ingest`), and running text (`prose`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from statistics import median

from report import headers, units
from report.model import Base, Bound, Cell, Direction, Figure, Measure, Modality, Period, Report, Span, Table
from report.numbers import parse_number, quantities
from report.periods import periods, with_year
from report.prose import Setting, clean, scope_of

_NUMBER = re.compile(r"(?P<bound>>|<|≥|≤|trên|dưới|gần|khoảng|hơn)?\s*(?P<n>\(\s?[+\-–−]?\d[\d.,]*\s?%?\)|[+\-–−]?\s?(?:\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:[.,]\d+)?|\d[\d.,]*))\s*(?P<p>%|‰)?\s*", re.I)
_NO_DATA = re.compile(r"^(?:mã(?: số| hs| ngành| chương)?|xếp hạng|thứ hạng|hạng|thứ tự|thuyết minh|ghi chú|số hiệu|năm (?:thành lập|hoàn thành|khởi công|đưa vào|bắt đầu|xây dựng).*|thời gian.*|điện thoại.*)$", re.I)
_STT = re.compile(r"^(?:stt|tt|số tt|số thứ tự|no\.?|#)$", re.I)
_UNIT_HEAD = re.compile(r"^(?:đơn vị(?: tính)?|đvt|đ\.?\s?v\.?\s?t\.?|đơn vị đo)\.?$", re.I)
_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|KH|mục tiêu|dự toán|chỉ tiêu(?=\s+(?:giao|kế hoạch|năm|đến|20))|phấn đấu|nghị quyết|được giao|DT)(?!\w)", re.I)
_ESTIMATE = re.compile(r"(?<!\w)(?:ước|ước tính|sơ bộ|ƯTH)(?!\w)", re.I)
_GROWN = re.compile(r"(?<!\w)(?:tăng|giảm|tốc độ|\+/-|±)(?!\w)", re.I)
_NOUN = re.compile(
    r"^(?:tỷ trọng|diện tích|năng suất|sản lượng|trị giá|giá trị|số lượng|kim ngạch|lượng|doanh thu|số|thu nhập|vốn|kinh phí|xuất khẩu|nhập khẩu|tỷ lệ|giá|chỉ số|dân số|công suất|số tiền|khối lượng|quyền số|tổng)(?!\w)",
    re.I,
)
_TOTAL = re.compile(r"^(?:tổng số|tổng cộng|tổng|cả nước|toàn tỉnh|toàn huyện|toàn thành phố|chung|tổng chung|cộng|toàn ngành)$", re.I)
_MONEY = re.compile(r"(?:trị giá|giá trị|kim ngạch|doanh thu|số tiền|kinh phí)(?!\w)", re.I)
_GENERIC = re.compile(r"^(?:giá trị|số lượng|số liệu|kết quả|trị số|chỉ số|con số|tỷ lệ|mức|nội dung|chỉ tiêu)$", re.I)
_CAPTION = re.compile(r"^[\s*]*(?:bảng|biểu|phụ lục)(?:\s+số)?\s*[\dIVX.]+\s*[.:–-]?\s*", re.I)
_CAPTION_UNIT = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*([^)\n*;]+)", re.I)
_BULLET = re.compile(r"^\s*(?P<mark>[–\-+•*]|trong đó(?:\s*[:,])?|tr\.\s?đó:?|chia ra:?|gồm:?|(?:\d+\.)+\d+\.?|\d+[.)]|[IVX]+[.)]|[a-zđ][.)])\s+", re.I)
_SAME100 = re.compile(r"(?:bằng|=|là)\s*100", re.I)


@dataclass(frozen=True)
class _Column:
    """What a column's header says."""

    index: int
    noun: str = ""
    unit: units.UnitMention | None = None
    period: Period = field(default_factory=Period)
    base_period: Period = field(default_factory=Period)
    modality: Modality | None = None
    measure: Measure = Measure.LEVEL
    base: Base = Base.NONE


@dataclass(frozen=True)
class _Value:
    number: Decimal
    places: int
    printed: str
    percent: bool
    bound: Bound
    rest: str
    at: int
    high: Decimal | None = None


_BOUNDS = {">": Bound.OVER, "≥": Bound.OVER, "trên": Bound.OVER, "hơn": Bound.OVER, "<": Bound.UNDER, "≤": Bound.UNDER, "dưới": Bound.UNDER, "gần": Bound.NEAR, "khoảng": Bound.ABOUT}


def _parsed(printed: str, english: bool) -> tuple[Decimal, int]:
    """The number and its decimal places; `english` tables write 1,234.5."""
    text = re.sub(r"(?<=\d)[ \u00a0](?=\d{3})", "", printed)
    return parse_number(text.translate(str.maketrans(",.", ".,")) if english else text)


def _english(rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """Whether a table writes 1,234.5: some cell can be read in that way alone, and none in the other way alone."""
    texts = [c.text.strip().strip("()+-−–%") for row in rows for c in row]
    here = any(re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}", t) for t in texts)
    there = any(re.fullmatch(r"\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3}){2,}", t) for t in texts)
    return here and not there


def _value(text: str, english: bool = False) -> _Value | None:
    """A cell that is a number, with its sign, bound and what stands after it; None for words and blanks."""
    body = text.strip().replace("*", "")
    m = _NUMBER.match(body)
    if not m:
        return None
    printed = m["n"].rstrip(".,")
    bracketed = printed.startswith("(")
    try:
        number, places = _parsed(printed.strip("() %"), english)
    except ValueError:
        return None
    if bracketed and re.search(r"[.,\d]", printed) and not body[m.end() :].strip():
        # accountants print a loss in brackets
        return _Value(-abs(number), places, printed, "%" in printed or bool(m["p"]), Bound.NONE, "", m.start("n"))
    if bracketed:
        return None
    rest = body[m.end("n") - (len(m["n"]) - len(printed)) :].strip()
    if rest and not rest.startswith(("%", "‰")) and units.parse_unit(rest) is None and not re.match(r"^(?:-|–|đến)\s*\d", rest):
        return None
    return _Value(number, places, printed, bool(m["p"]), _BOUNDS.get((m["bound"] or "").lower(), Bound.NONE), rest, m.start("n"))


def _unit_of(text: str) -> tuple[str, units.UnitMention | None]:
    """A header or label without its unit, and the unit: "Sản lượng (tấn)" -> "Sản lượng", tấn."""
    for m in re.finditer(r"\(([^()]*)\)", text):
        found = units.parse_unit(m[1])
        if found:
            return (text[: m.start()] + " " + text[m.end() :]).strip(), found
    tail = re.search(r"[,:–-]\s*([^,:–-]+)$", text)
    if tail and (found := units.parse_unit(tail[1])):
        return text[: tail.start()].strip(), found
    if re.search(r"%", text):
        return re.sub(r"\(?\s*%\s*\)?", " ", text).strip(), units.parse_unit("%")
    return text, None


def _headers(table: Table) -> list[list[str]]:
    columns: list[list[str]] = []
    for c in range(len(table.rows[0])):
        parts: list[str] = []
        for r in range(table.header_rows):
            text = table.rows[r][c].text.strip()
            if text and (not parts or parts[-1] != text):
                parts.append(text)
        columns.append(parts)
    return columns


def _relation(period: Period, base: Period) -> Base:
    if base.kind == "month" and base.part == 12 and not (period.kind == "month" and period.part in (1, 12)):
        return Base.DECEMBER
    if period.year and base.year:
        if base.kind == period.kind and base.part == period.part and base.year == period.year - 1:
            return Base.YEAR
        if base.kind == period.kind == "month" and (period.year * 12 + (period.part or 0)) - (base.year * 12 + (base.part or 0)) == 1:
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


def _cumulated(period: Period) -> Period:
    """From January to the end of `period`: "lũy kế" in a report on September is nine months."""
    if period.kind == "month" and period.part:
        return Period("months", period.year, part=period.part)
    if period.kind == "quarter" and period.part:
        return Period("year", period.year) if period.part == 4 else Period("months", period.year, part=3 * period.part)
    return period


def _when(slots: headers.Slots, setting: Setting, last: Period) -> Period:
    """The period of a column; `last` is that of the achieved level before it, which comparisons speak of."""
    if slots.period:
        period = with_year(slots.period, setting.year)
        return _before(period, "year") if slots.ago == "year" and not slots.period.year else period
    about = setting.period
    if slots.span:
        about = _cumulated(about)
    elif slots.now in ("tháng", "quý") and about.kind == "months" and about.part:
        about = Period("month", about.year, part=about.part) if slots.now == "tháng" else Period("quarter", about.year, part=(about.part + 2) // 3)
    elif slots.whole or slots.modality is Modality.TARGET and not slots.compares and setting.year and about.kind in ("month", "months", "quarter", "half"):
        about = Period("year", setting.year, label=f"năm {setting.year}")
    elif slots.compares and last and not slots.now:
        return last
    if slots.ago and not slots.compares:
        if slots.ago == "last":
            return Period("year", setting.year - 1) if setting.year else Period()
        found = _before(last if last and slots.ago == "year" else about, slots.ago)
        return found if found.kind != "any" else Period()
    return about


def _column(index: int, parts: list[str], values: list[_Value], setting: Setting, last: Period, hundred: bool) -> _Column:
    """One column's reading; `last` is the period of the achieved level before it."""
    slots = headers.read(parts)
    period = _when(slots, setting, last)
    base, base_period = slots.base, slots.base_period
    if base in (Base.NONE, Base.YEAR, Base.FIXED) and base_period.kind and slots.compares:
        base = _relation(period, with_year(base_period, period.year if base_period.part != 12 else None))
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
    return _Column(index, _lower(slots.noun), slots.unit, period, base_period, slots.modality, measure, base)


def _lower(noun: str) -> str:
    """A column's noun inside a name: "Diện tích" -> "diện tích", but "GRDP", "Hàn Quốc" as they are."""
    return noun[:1].lower() + noun[1:] if noun[1:2].islower() and not re.match(r"\w+\s+[A-ZĐ][a-zà-ỹ]", noun) else noun


def _index_or_growth(head: str, values: list[_Value], hundred: bool) -> Measure:
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


def _label_columns(heads: list[list[str]], body: tuple[tuple[Cell, ...], ...], english: bool) -> tuple[int, ...]:
    """The columns that name the rows, the innermost last: "Huyện | Cây trồng", "Nhóm | Mặt hàng"; at least one."""
    found: list[int] = []
    for c, parts in enumerate(heads):
        head = " ".join(parts)
        if _STT.match(head) or _UNIT_HEAD.match(head):
            if found:
                break
            continue
        cells = [t for row in body if (t := row[c].text.strip()) and not _BLANK.fullmatch(t) and not _spanning(row)]
        wordy = sum(_value(t, english) is None for t in cells)
        if cells and (wordy * 2 > len(cells) or not found and all(_PERIODIC.fullmatch(t) for t in cells) and not (c and _NO_DATA.match(head))):
            found.append(c)
        elif found or not cells and found:
            break
    return tuple(found[:3]) or (0,)


_BLANK = re.compile(r"[-–—−.…*x]+", re.I)  # a cell that says there is nothing
_PERIODIC = re.compile(r"(?:19|20)\d\d|(?:tháng |quý |năm )?\d{1,2}", re.I)
_TIME_HEAD = re.compile(r"^(?:tháng|quý|năm)$", re.I)


def _spanning(row: tuple[Cell, ...]) -> bool:
    """Whether a row is one merged cell, or one name alone: the title of the rows below it."""
    texts = [c.text.strip() for c in row]
    filled = [t for t in texts if t]
    return len(row) > 1 and len(set(filled)) == 1 and _value(filled[0]) is None and (len(filled) == len(row) or len(filled) == 1)


def _level(mark: str) -> int:
    """How deep a printed mark stands: I. above 1. above 1.1 and a) above a dash."""
    mark = mark.strip().rstrip(".):").lower()
    if re.fullmatch(r"[ivx]+", mark):
        return 1
    if re.fullmatch(r"\d+", mark):
        return 2
    if re.fullmatch(r"\d+(?:\.\d+)+|[a-zđ]", mark):
        return 2 + max(1, mark.count("."))
    return 9 if mark else 0


def _caption(report: Report, table: Table) -> tuple[str, str]:
    raw = table.caption.of(report.text) if table.caption else ""
    text = re.sub(r"\[\^?\w+\]|\*\*", "", _CAPTION.sub("", raw)).strip()
    bare = re.sub(r"\(\s*(?:đơn vị|đvt)[^)]*\)", " ", text, flags=re.I)
    bare = re.sub(r"(?i)(?:đơn vị(?: tính)?|đvt)\s*:.*$", " ", bare)
    bare, _ = _unit_of(bare)
    return text, clean(_BY.sub("", bare))


_BY = re.compile(
    r"\s*[,–-]?\s*(?:(?:được\s+)?(?:chia|phân|phân tổ|phân chia|chi tiết)\s+(?:theo|ra)\s.*|theo\s+(?:nước|nơi|nhóm|ngành|loại|loại hình|địa bàn|địa phương|đơn vị|giới|giới tính|khu vực|thành phần|huyện|xã|nguồn|thị trường|trình độ|độ tuổi|tháng|quý|năm|mặt hàng|lĩnh vực|mục đích|phương thức|đối tác)(?!\w).*)$", re.I | re.S)  # fmt: skip


def read_table(report: Report, number: int, setting: Setting, notes: Mapping[str, str], *, section: int | None = None, page: int | None = None) -> list[Figure]:
    """The figures of table `number` of `report`, row by row."""
    table = report.tables[number]
    if not table.rows:
        return []
    if table.header_rows == 0:
        table = replace(table, header_rows=1) if all(_value(c.text) is None or re.fullmatch(r"(?:19|20)\d\d", c.text.strip()) for c in table.rows[0]) else table
    table = _spread(table)
    body = table.rows[table.header_rows :]
    # a row that only numbers the columns (A, B, 1, 2, 3=2/1) is no data
    body = tuple(r for r in body if not _numbering(r))
    english = _english(body)
    heads = _headers(table) if table.header_rows else [[] for _ in table.rows[0]]
    labels = _label_columns(heads, body, english)
    unit_at = next((c for c, parts in enumerate(heads) if _UNIT_HEAD.match(" ".join(parts))), None)
    mark_at = next((c for c, parts in enumerate(heads) if _STT.match(" ".join(parts))), None)
    caption, name = _caption(report, table)
    setting = _caption_setting(caption, setting)
    caption_unit_match = _CAPTION_UNIT.search(caption)
    caption_unit = units.parse_unit(caption_unit_match[1]) if caption_unit_match else _unit_of(caption)[1] if "(" in caption else None
    by_noun = _units_by_noun(caption)
    caption_notes = " ".join(notes.get(n, "") for n in table.caption_notes)
    modality = Modality.TARGET if setting.modality is Modality.TARGET or (_PLAN.search(caption) and not re.search(r"thực hiện|kết quả|tình hình", caption, re.I)) else Modality.ACTUAL
    if _ESTIMATE.search(caption_notes) or _ESTIMATE.search(caption):
        modality = Modality.ESTIMATE
    columns = _columns(table, heads, body, {*labels, unit_at, mark_at}, setting, notes, caption + caption_notes, english)
    out: list[Figure] = []
    trail: list[tuple[int, str]] = []
    group, subject = "", ""
    group_slots = headers.Slots()
    outer: dict[int, str] = {}
    carried: units.UnitMention | None = None  # "Tổng số (nghìn người)": the unit of the rows below the total
    for r, row in enumerate(table.rows):
        if r < table.header_rows or row not in body:
            continue
        raw = _FOOTNOTE.sub("", row[labels[-1]].text.strip())
        if not raw and mark_at is not None:
            raw = row[mark_at].text.strip()
        for c in labels[:-1]:
            if row[c].text.strip():
                outer[c] = row[c].text.strip()
        marked = _BULLET.match(raw)
        among = bool(marked and re.match(r"trong|tr\.|chia|gồm", marked["mark"], re.I)) or bool(re.match(r"\s*[–\-+•]", raw))
        mark = marked["mark"] if marked else row[mark_at].text if mark_at is not None else ""
        plain = raw[marked.end() :] if marked else raw
        plain = re.sub(r"^(?:trong đó|chia ra|gồm)\s*[:,]?\s*", "", plain, flags=re.I)
        label, label_unit = _unit_of(plain)
        depth = 9 if among else _level(mark)
        row_period = _period_label(label, heads[labels[-1]])
        spoken = Modality.ESTIMATE if _ESTIMATE.search(raw) else Modality.TARGET if re.search(r"(?<!\w)(?:kế hoạch|mục tiêu|KH)(?!\w)", raw) else None
        full = label if row_period else _name(label)
        while trail and (trail[-1][0] >= depth):
            trail.pop()
        parent = trail[-1][1] if trail and depth else ""
        figures_here = [] if _spanning(row) else [c for c in columns if _value(row[c.index].text, english) is not None or quantities(row[c.index].text)]
        if not figures_here:
            if not label:
                label = next((c.text.strip() for c in row if c.text.strip()), "")
                full = _name(label)
            if label:
                group, trail = full, [(depth, full)] if depth else []
                group_slots = headers.read([plain or label])
                if group_slots.measure is Measure.SHARE or group_slots.compares:
                    group = group_slots.noun
            continue
        if label_unit is not None:
            carried = label_unit if _TOTAL.match(label.strip("* ")) or among else None
        row_slots = headers.read([plain]) if not row_period else headers.Slots()
        derived = bool(row_slots.compares) or row_slots.measure is Measure.SHARE and bool(re.match(r"\W*(?:tỷ trọng|tỉ trọng|cơ cấu|tỷ lệ|%)", plain, re.I)) and not row_slots.noun
        derived = derived and bool(subject) and all(c.measure is Measure.LEVEL for c in figures_here)
        if derived:  # "Tăng so với năm trước (%)" under the row that it is about
            full, parent = subject, ""
        elif full:
            trail.append((depth, full))
            subject = full
        unit_cell = units.parse_unit(row[unit_at].text) if unit_at is not None and row[unit_at].text.strip() else None
        span = Span(min(c.span.start for c in row), max(c.span.end for c in row))
        row_modality = spoken if row_period and spoken else Modality.ESTIMATE if any(_ESTIMATE.search(notes.get(n, "")) for n in row[labels[-1]].notes) else modality
        about = " ".join(outer[c] for c in labels[:-1] if c in outer)
        for column in figures_here:
            shaped = column
            if derived:
                shaped = replace(column, measure=_row_measure(row_slots), base=row_slots.base or Base.YEAR, unit=row_slots.unit or label_unit or column.unit)
            elif column.measure is Measure.LEVEL and (group_slots.measure is Measure.SHARE or group_slots.compares) and row_period:
                shaped = replace(column, measure=_row_measure(group_slots), base=group_slots.base or (Base.YEAR if group_slots.compares else Base.NONE), unit=group_slots.unit or column.unit)
            when = _row_time(row_period, column, setting)
            own_unit = next((u for noun, u in by_noun if column.noun.lower().startswith(noun)), None)
            figure = _figure(report, row[column.index], shaped, full, when, about or parent or group, name, unit_cell or label_unit or carried, own_unit or caption_unit, setting, row_modality, english)
            if figure is not None:
                out.append(replace(figure, sentence=span, section=section, page=page, table=number, row=r, column=column.index))
    return out


_FOOTNOTE = re.compile(r"(?<=[^\W\d_]{2})(?<!km)(?<!cm)(?<!dm)[¹²³⁰-⁹]+(?!\w)")
_NOUN_UNIT = re.compile(r"(?<!\w)(?P<noun>số lượng|sản lượng|lượng|trị giá|giá trị|kim ngạch|diện tích|năng suất|giá|doanh thu)\s*(?::|\(|là|tính bằng|-|–)?\s*(?P<unit>(?:nghìn |ngàn |triệu |tỷ |1\.000 )*[^\W\d_][\w/³²%]*(?: [^\W\d_][\w/]*)?)", re.I)


def _units_by_noun(caption: str) -> list[tuple[str, units.UnitMention]]:
    """Units that a title gives for each kind of column: "lượng: nghìn tấn; trị giá: triệu USD"."""
    out: list[tuple[str, units.UnitMention]] = []
    for m in _NOUN_UNIT.finditer(caption):
        words = m["unit"].split()
        found = next((u for n in range(len(words), 0, -1) if (u := units.parse_unit(" ".join(words[:n]))) is not None), None)
        if found is not None:
            out.append((m["noun"].lower(), found))
    return out if len({u.unit for _, u in out}) > 1 else []


def _caption_setting(caption: str, setting: Setting) -> Setting:
    """`setting` with the time that a table's title names."""
    found = [m.period for m in periods(caption) if m.role != "base" and m.period]
    if not found:
        return setting
    about = with_year(found[-1] if len(found) > 1 and found[-1].kind == "months" else found[0], setting.year)
    return replace(setting, period=about, year=about.year or setting.year)


def _latest(since: Sequence[Period], last: Period) -> Period:
    """The period that a comparison after the levels of `since` is about: the later of those of one kind."""
    same_kind = [p for p in since if p.kind == last.kind and (p.part == last.part or p.kind in ("month", "quarter")) and p.year]
    return max(same_kind, key=lambda p: (p.year or 0, p.part or 0)) if same_kind and last.year else last


def _columns(
    table: Table, heads: list[list[str]], body: tuple[tuple[Cell, ...], ...], left_out: set[int | None], setting: Setting, notes: Mapping[str, str], around: str, english: bool
) -> list[_Column]:  # fmt: skip
    """The columns of figures, each with what its header says and what it takes from the columns before it."""
    columns: list[_Column] = []
    last, said = Period(), None
    since: list[Period] = []  # the levels since the last comparison: this year's and last year's stand side by side
    compared = False
    noun = ""
    for c, parts in enumerate(heads):
        head = " ".join(parts)
        if c in left_out or _NO_DATA.match(head.strip()):
            continue
        values = [v for row in body if not _spanning(row) and (v := _value(row[c].text, english)) is not None]
        if not values and not any(quantities(row[c].text) for row in body):
            continue
        marks = {n for r in range(table.header_rows) for n in table.rows[r][c].notes}
        hundred = any(_SAME100.search(notes.get(n, "")) for n in marks) or bool(_SAME100.search(around + head))
        column = _column(c, parts, values, setting, _latest(since, last), hundred)
        compared = compared or column.measure is not Measure.LEVEL
        if column.measure is Measure.LEVEL and column.modality is not Modality.TARGET:
            last, said = column.period, column.modality
            since = [last] if compared else [*since, last]
            compared = False
        elif column.measure is not Measure.LEVEL and column.modality is None and said is Modality.ESTIMATE and column.period == last:
            column = replace(column, modality=said)
        if column.noun and column.measure is Measure.LEVEL:
            noun = column.noun if _NOUN.match(column.noun) and not (column.unit is not None and column.unit.unit == "%") else ""
        elif column.measure is Measure.SHARE and column.noun and re.search(r"tỷ trọng|tỉ trọng", head, re.I):
            column = replace(column, noun=f"tỷ trọng {column.noun}")
        elif not column.noun and noun and column.measure is not Measure.LEVEL or column.noun and column.measure is not Measure.LEVEL and not _NOUN.match(column.noun):
            column = replace(column, noun=noun)
        if any(_ESTIMATE.search(notes.get(n, "")) for n in marks) and column.modality in (None, Modality.ACTUAL):
            column = replace(column, modality=Modality.ESTIMATE)
        columns.append(column)
    return columns


def _row_measure(slots: headers.Slots) -> Measure:
    """The measure that a row's own label gives to its cells."""
    if slots.measure is Measure.SHARE:
        return Measure.SHARE
    return {"change": Measure.CHANGE, "ratio": Measure.COMPLETION if slots.base is Base.PLAN else Measure.INDEX, "times": Measure.MULTIPLE}.get(slots.compares, Measure.GROWTH)


def _row_time(row: Period, column: _Column, setting: Setting) -> Period:
    """A row's time within its column's: "Tháng 3" under "2023"."""
    if not row or row.year is not None:
        return row
    return with_year(row, column.period.year if column.period.kind == "year" else setting.year)


def _spread(table: Table) -> Table:
    """A header row shorter than the table (merged cells printed once) laid over the columns that it covers."""
    if table.header_rows < 2 or len(table.rows) < 3:
        return table
    first = table.rows[0]
    filled = [c for c in first if c.text.strip()]
    width, over = len(first) - 1, len(filled) - 1
    if not first[0].text.strip() or over < 1 or over >= width or width % over or any(c.text.strip() for c in first[len(filled) :]):
        return table
    times = width // over
    spread = (filled[0], *(c for c in filled[1:] for _ in range(times)))
    return replace(table, rows=(spread, *table.rows[1:]))


def _numbering(row: tuple[Cell, ...]) -> bool:
    texts = [c.text.strip().strip("()") for c in row]
    plain = [t for t in texts if t]
    return len(plain) > 2 and all(re.fullmatch(r"[A-Z]|\d{1,2}(?:\s?=\s?[\d/*+\-x:()% ]+)?", t) for t in plain) and [t for t in plain if t.isdigit()][:2] in (["1", "2"], ["2", "3"], ["1"])


def _period_label(label: str, head: Sequence[str]) -> Period:
    """The period that a row's label is ("Năm 2015", "Tháng 3", "2015", "3" under "Tháng"), if it is nothing else; its year may be missing."""
    text = label.strip()
    if re.fullmatch(r"\d{1,2}", text) and head and _TIME_HEAD.match(head[-1].strip()):
        text = f"{head[-1].strip()} {text}"
    found = periods(text)
    if len(found) == 1 and found[0].role != "base" and (found[0].period.kind != "year" or found[0].period.year) and not re.sub(r"[\s*.:()]|ước|thực hiện|kế hoạch|cả|lũy kế|dự kiến|sơ bộ|tính", "", text[: found[0].start] + text[found[0].end :], flags=re.I):
        return found[0].period
    return Period()


def _name(label: str) -> str:
    text = re.sub(r"\s+", " ", re.sub(r"\*\*|\[\^?\w+\]", " ", label)).strip(" .:;–-")
    if len(text) > 5 and text.isupper():
        text = text.lower()
    second = text[1:2]
    return text[:1].lower() + text[1:] if second and (second.islower() or second == " ") and not re.match(r"\w+\s+[A-ZĐ][a-zà-ỹ]", text) else text


def _figure(
    report: Report, cell: Cell, column: _Column, label: str, row_period: Period, parent: str, caption: str,
    row_unit: units.UnitMention | None, caption_unit: units.UnitMention | None, setting: Setting, modality: Modality, english: bool = False,
) -> Figure | None:  # fmt: skip
    measure, base, direction = column.measure, column.base, Direction.NONE
    value = _value(cell.text, english)
    raw = cell.span.of(report.text)
    unit = column.unit or row_unit or caption_unit
    if column.unit is None and row_unit is not None and caption_unit is not None and _MONEY.match(column.noun) and units.kind(row_unit.unit) != units.kind(caption_unit.unit):
        unit = caption_unit  # the row's unit counts the quantity beside the value
    if column.unit is None and measure is not Measure.LEVEL and measure is not Measure.CHANGE:
        unit = units.parse_unit("%")
    high: Decimal | None = None
    if value is not None:
        inline = units.parse_unit(value.rest) if value.rest and not re.match(r"^(?:-|–|đến)\s*\d", value.rest) else None
        ranged = re.match(r"(?:-|–|đến)\s*(\d[\d.,]*)", value.rest)
        if ranged:
            high = parse_number(ranged[1].rstrip(".,"))[0]
            value = replace(value, printed=value.printed + value.rest[: ranged.end()].rstrip(".,"))
        if inline is not None:
            unit = inline
        number, places, printed, bound = value.number, value.places, value.printed, value.bound
        scale = unit.scale if unit else Decimal(1)
        at = raw.find(printed)
        span = Span(cell.span.start + at, cell.span.start + at + len(printed)) if at >= 0 else cell.span
        shown = unit.text if unit else ""
        amount, step = number * scale, scale.scaleb(-places)
        high = high * scale if high is not None else None
    else:
        found = quantities(raw)
        if not found:
            return None
        q = found[0]
        amount, step, scale, bound, high = q.value, q.step, q.scale, q.bound, q.high
        printed, shown = q.printed, q.unit_text or (unit.text if unit else "")
        if not q.unit and unit is not None:
            amount, step, scale = q.value * unit.scale, q.step * unit.scale, unit.scale
        span = Span(cell.span.start + q.start, cell.span.start + q.end)
        unit = units.UnitMention(q.unit or (unit.unit if unit else ""), scale, shown, 0)
        if q.unit == "%" and re.search(r"tăng|giảm", raw, re.I) and measure is Measure.LEVEL:
            measure, direction = Measure.GROWTH, Direction.DOWN if re.search(r"giảm", raw, re.I) else Direction.UP
    yearly = shown.replace(" ", "").endswith("%/năm")
    grown = re.search(r"tốc độ (?:tăng|giảm)|tăng trưởng|mức tăng", f"{label} {caption if not label or row_period else ''} {column.noun}", re.I)
    if measure is Measure.LEVEL and unit is not None and unit.unit == "%":
        if re.search(r"tỷ trọng|tỉ trọng|cơ cấu", label, re.I):
            measure = Measure.SHARE
        elif yearly or grown:
            measure, direction = Measure.GROWTH, Direction.DOWN if amount < 0 or (grown and "giảm" in grown[0].lower()) else Direction.UP
    if measure is Measure.GROWTH and base is Base.NONE:
        base = Base.AVERAGE if yearly or re.search(r"bình quân", f"{label} {caption} {raw}", re.I) else Base.YEAR
    if measure in (Measure.GROWTH, Measure.CHANGE) and direction is Direction.NONE:
        direction = Direction.DOWN if amount < 0 else Direction.UP if amount > 0 else Direction.NONE
    if measure is Measure.INDEX:
        direction = Direction.UP if amount > 100 else Direction.DOWN if amount < 100 else Direction.NONE
    if measure in (Measure.GROWTH, Measure.CHANGE):
        amount = abs(amount)
    indicator, head = _names(label, column, row_period, parent, caption)
    period = row_period or column.period
    if base is Base.AVERAGE and period.kind != "range" and setting.range:
        period = setting.range
    text = f"{printed}{'' if shown.startswith('%') or not shown else ' '}{shown}"
    return Figure(
        value=amount, text=text, unit=unit.unit if unit else "", span=span, sentence=span, indicator=indicator, scope=scope_of(indicator), head=head,
        measure=measure, base=base, modality=_modality(column, modality, measure), bound=bound, direction=direction,
        period=period, base_period=column.base_period if column.base_period.year else Period(), scale=scale, step=step, high=high,
    )  # fmt: skip


def _modality(column: _Column, modality: Modality, measure: Measure) -> Modality:
    if column.modality is Modality.ACTUAL:
        return Modality.ESTIMATE if modality is Modality.ESTIMATE else Modality.ACTUAL
    return column.modality or modality


def _names(label: str, column: _Column, row_period: Period, parent: str, caption: str) -> tuple[str, str]:
    """The indicator of a cell and its head, from row, column and caption."""
    noun = "" if _GENERIC.match(column.noun) and not _TOTAL.match(label) and (label and not row_period) and not _needs(column.noun, label) else column.noun
    if row_period or not label:
        return (noun or caption or label), (caption if noun else "")
    if _TOTAL.match(label):
        return (f"{noun} {caption}".strip() if noun and not _NOUN.match(caption) else noun or caption or label), parent
    if noun and noun.lower() not in label.lower() and noun.lower() != "":
        full = f"{noun} {label}" if _NOUN.match(noun) else f"{label} {noun}"
    else:
        full = label
    return full, parent or (caption if caption.lower() != full.lower() else "")


def _needs(noun: str, label: str) -> bool:
    """Whether "giá trị", "số lượng" adds to a label that does not say what is measured."""
    return bool(re.match(r"(?:giá trị|số lượng)$", noun, re.I)) and not _NOUN.match(label)
