"""Figures of tables: each cell with its row's name and what its column says of period, modality, measure and unit.

Not here: finding tables in a file (`ingest`), what headers (`columns`) and labels (`rows`) say, and running text (`prose`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from report import bilingual, cells, headers, shorthand, units
from report.columns import NO_DATA, NOUN, STT, Column, label_columns, read_columns, spanning, stated, unit_column
from report.model import Base, BlockKind, Cell, Direction, Figure, Measure, Modality, Period, Report, Span, Table
from report.numbers import parse_number, quantities
from report.periods import month_span, periods, same, with_year
from report.prose import Setting, clean, scope_of
from report.rows import ESTIMATE, GROUPED, TOTAL, Row, name_of, read_rows
from report.text import words

_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|KH|mục tiêu|dự toán|chỉ tiêu(?=\s+(?:giao|kế hoạch|năm|đến|20))|phấn đấu|nghị quyết|được giao|DT)(?!\w)", re.I)
_MONEY = re.compile(r"(?:trị giá|giá trị|kim ngạch|doanh thu|số tiền|kinh phí)(?!\w)", re.I)
_PRICED = re.compile(r"(?:^|;)\s*(?:(?:mức|đơn)\s+)?giá(?! trị)(?!\s*(?:hiện hành|so sánh|cố định))(?!\w)", re.I)
_MEAN_PRICE = re.compile(r"(?<!\w)(?:CPI|chỉ số giá|lạm phát)(?!\w).*(?<!\w)bình quân(?!\w)(?!.*(?:hằng|hàng|mỗi) năm)", re.I)  # the mean of a year's months, no rate a year
_GENERIC = re.compile(r"^(?:giá trị|số lượng|số liệu|kết quả|trị số|chỉ số|con số|tỷ lệ|mức|nội dung|chỉ tiêu|tổng số|tổng cộng|tổng mức|tổng)$", re.I)
_CAPTION = re.compile(r"^[\s*]*(?:(?:bảng|biểu|phụ lục)(?:\s+số)?\s*[\dIVX]+(?:[.\-]\d+)*\s*[.:–-]?|(?:bảng|biểu|phụ lục)\s*(?:số)?\s*[.:–-])\s*", re.I)
_SAVE = re.compile(r"\s*[,(]\s*(?:ngoại )?trừ\s+(?:các\s+)?(?:cột|dòng|hàng|chỉ tiêu)[^()\n;:]*\)?", re.I)  # "(trừ cột tờ khai)": whose unit stands in its own head
_CAPTION_UNIT = re.compile(r"(?<!theo )(?<!từng )(?<!các )(?<!mỗi )(?:đơn vị(?: tính)?|đvt)\s*:?\s*([^)\n*;]+)", re.I)
_GROWTH_OF = re.compile(r"(?:tốc độ|nhịp độ|mức) (?:tăng|giảm)|tăng trưởng(?!\w)", re.I)
_RATE = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng|suất)(?! (?:học sinh|giáo viên|bác s)[^%]*/)(?!\w)|cơ cấu(?!\w)", re.I)
_BY = re.compile(
    r"\s*[,–-]?\s*(?:(?:được\s+)?(?:chia|phân|phân tổ|phân chia|chi tiết)\s+(?:theo|ra)\s.*|qua các (?:năm|tháng|quý|kỳ).*|theo\s+(?:nước|nơi|nhóm|ngành|loại|loại hình|địa bàn|địa phương|đơn vị|giới|giới tính|khu vực|thành phần|huyện|xã|nguồn|thị trường|trình độ|độ tuổi|tháng|quý|năm|mặt hàng|lĩnh vực|mục đích|phương thức|đối tác|chủ đầu tư|chương trình|sắc thuế|khối)(?!\w).*)$", re.I | re.S)  # fmt: skip


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


@dataclass(frozen=True)
class _Caption:
    """What a table's title says: its `name`, and the units that it gives to the columns."""

    text: str = ""
    name: str = ""
    unit: units.UnitMention | None = None
    by_noun: tuple[tuple[str, units.UnitMention], ...] = ()
    by_number: tuple[tuple[int, units.UnitMention], ...] = ()  # "riêng cột 7: %"

    def unit_for(self, column: Column, number: int | None, first: bool, label: str = "") -> units.UnitMention | None:
        """The unit of a column's figures where neither the column nor the row `label` has one."""
        if column.measure is Measure.LEVEL and not _MONEY.match(column.noun) and (told := next((u for noun, u in self.by_noun if label.lower().startswith(noun) and noun not in column.noun.lower()), None)):
            return told  # "riêng gỗ: nghìn m³"
        if self.by_noun and re.match(r"(?:số |khối |sản )?lượng(?!\w)", column.noun) and not any("lượng" in noun for noun, _ in self.by_noun) and all(noun for noun, _ in self.by_noun):
            return None
        own = next((u for n, u in self.by_number if n == number), None) or next((u for noun, u in self.by_noun if column.noun.lower().startswith(noun) or noun in column.noun.lower().split()), None)
        own = own or next((u for noun, u in self.by_noun if re.fullmatch("kim ngạch|trị giá", noun) and re.match("xuất khẩu|nhập khẩu|xuất nhập khẩu", shorthand.spelled(column.noun), re.I)), None)
        if own is None and self.by_noun and self.unit is None:
            own = None if column.noun and not first else self.by_noun[0][1]
        if own is None and _RATE.match(column.noun) and self.unit is not None:
            return units.parse_unit("%")
        return own or self.unit


# "Biểu tổng hợp kết quả theo đơn vị" names no more than that there is a table.
_TITLED_ONLY = re.compile(r"(?:(?:biểu|bảng|phụ lục|số liệu|kết quả|tổng hợp|chi tiết|thống kê|thực hiện|chính|một số|các|chỉ tiêu|chủ yếu|cơ bản|kèm theo|báo cáo)\s*)+", re.I)
_TAIL = re.compile(r"\s(?:của|trong|tại|ở|từ|trên|thuộc|đối với|tháng|quý|năm)\s.*$", re.I | re.S)


def _listed(caption: str, name: str) -> str:
    """What a title that lists several things says of `name`, one of them: "Tỷ lệ A và tỷ lệ B của tỉnh" says "của tỉnh".

    A title that lists nothing, or not this, is given back whole.
    """
    after = max((m.start() for m in re.finditer(r"(?:,|;|\s(?:và|&))\s", caption) if NOUN.match(caption[m.end() :])), default=0)  # "số lớp tại trường và số học sinh": the list goes on
    tail = _TAIL.search(caption, after + 3 if after else 0)
    things = [t.strip() for t in re.split(r",|;|\s(?:và|&)\s", caption[: tail.start()] if tail else caption) if t.strip()]
    own = words(name)
    if len(things) < 2 or not own:
        return caption
    whole = " ".join(own)
    lows = (whole, re.sub(r"^(?:tổng )?số (?=\w+ )", "", whole))  # "số giáo viên" of "Số trường, giáo viên và học sinh"
    fitting = [t for t in things for low in lows if (said := words(t)) and len(said) > 1 and (f"{low} ".startswith(f"{' '.join(said)} ") or f"{' '.join(said)} ".startswith(f"{low} ") and len(own) > 1)]
    if not fitting:
        return caption
    goes_on = re.fullmatch(rf"{re.escape(whole)}\s+((?:xuất|nhập) khẩu(?!\w).*)", fitting[0], re.I) if fitting[0] == things[-1] else None  # "lượng và trị giá nhập khẩu một số mặt hàng": of those, too
    return f"{goes_on[1] if goes_on else ''} {tail[0].strip() if tail else ''}".strip()


_POINTS = re.compile(r"[\s,]*(?:(?:được|cụ thể|chi tiết|thể hiện|nêu|trình bày|tổng hợp|cho thấy|là)\s+)*(?:như sau|như bảng.*|(?:ở|tại|trong|qua|theo|bằng)\s+(?:các\s+)?(?:bảng|biểu|phụ lục).*|dưới đây|sau đây|sau)\s*:?\s*$", re.I)


def _over(report: Report, number: int) -> str:
    """What stands right above a table without a title of its own: its heading, or a line that leads to it."""
    at = next((i for i, b in enumerate(report.blocks) if b.kind is BlockKind.TABLE and b.table == number), 0)
    while at and report.blocks[at - 1].kind is BlockKind.CAPTION:
        at -= 1
    above = report.blocks[at - 1] if at else None
    if above is None:
        return ""
    text = above.span.of(report.text)
    if above.kind is BlockKind.HEADING and above.section is not None:
        title = report.sections[above.section].title
        return "" if above.section == 0 and _WHOLE_REPORT.match(title) else title
    if above.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and "\n" not in text.strip():
        if len(text) <= 160 and not text.rstrip(" *_").endswith((".", ";", "!", "?")):
            return _POINTS.sub("", re.sub(r"^\W*(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s+", "", text))
        given = re.search(r"\((?:đơn vị(?: tính)?|đvt)\s*:[^()]*(?:\([^()]*\)[^()]*)?\)", text, re.I)
        return given[0] if given else ""
    return ""


def _unit_above(report: Report, table: Table) -> str:
    """The line of its own that says the unit above a table's title, where the title says none; with a line break before it."""
    at = next((i for i, b in enumerate(report.blocks) if b.kind is BlockKind.CAPTION and b.span.start == table.caption.start), 0) if table.caption else 0
    above = report.blocks[at - 1] if at else None
    if table.caption is None or above is None or above.kind is BlockKind.TABLE or _CAPTION_UNIT.search(table.caption.of(report.text)):
        return ""
    line = above.span.of(report.text).strip().rpartition("\n")[2].strip(" ()*_")
    return f"\n{line}" if len(line) < 80 and (re.match(r"(?:đơn vị(?: tính)?|đvt)\s*:", line, re.I) or _VALUED.match(line) and shorthand.unit(line.rpartition(":")[2].strip(" )*_")) is not None) else ""


_WHOLE_REPORT = re.compile(r"\W*(?:báo cáo|bản tin|thông cáo|tờ trình|nghị quyết)(?!\w)", re.I)


def _caption(report: Report, table: Table, number: int, label_head: str) -> _Caption:
    """The title of table `number`, or what stands in its place; `label_head` heads the names of the rows."""
    over = _over(report, number)
    raw = f"{table.caption.of(report.text)}{_unit_above(report, table)}" if table.caption else over
    raw = re.sub(r"\*?\[([^\[\]\d^][^\[\]]{0,40})\]\*?", lambda m: f"({m[1]})" if units.parse_unit(m[1]) is not None else m[0], raw)  # "[Triệu kWh]"
    text = bilingual.lines(re.sub(r"\[\^?\w+\]|\*\*", "", _CAPTION.sub("", raw))).strip()
    bare = re.sub(r"\(\s*(?:đơn vị|đvt)[^)]*\)", " ", text, flags=re.I)
    bare = re.sub(r"(?i)(?:đơn vị(?: tính)?|đvt)\s*:.*$", " ", bare)
    last = text.rpartition("\n")[2].strip(" ()*")
    if "\n" in text and not _CAPTION_UNIT.search(text) and shorthand.unit(last) is not None:  # "Nghìn người" in a line of its own
        text = f"{text.rpartition(chr(10))[0]}\nĐơn vị: {last}"
        bare = text.rpartition("\n")[0]
    lined = next((line for line in text.split("\n")[1:] if ";" in line and all(":" in p and (shorthand.unit(p.rpartition(":")[2].strip(" )")) is not None) for p in line.strip(" ()*").split(";"))), "")
    if not lined:  # "Trị giá: triệu USD" in a line of its own, and no unit else
        lined = next((line for line in text.split("\n")[1:] if _VALUED.match(line) and not _CAPTION_UNIT.search(text) and shorthand.unit(line.rpartition(":")[2].strip(" )*_")) is not None), "")
    if lined:  # "Trị giá: triệu USD; so cùng kỳ: %"
        text = text.replace(lined, f"({lined.strip(' ()*')})")
        bare = bare.replace(lined, " ")
    exceptions = [((m[1] or m[3]).lower(), found) for m in _EXCEPT.finditer(text) if (found := shorthand.unit(m[2] or m[4])) is not None]
    text, bare = (_SAVE.sub(" ", _EXCEPT.sub(" ", t)) for t in (text, bare))
    given = _CAPTION_UNIT.search(text)
    bracket = next((m[1] for m in re.finditer(r"\(([^()]*)\)", text) if re.search("[;:]", m[1]) and not re.match(r"\W*(?:đơn vị|đvt)", m[1], re.I) and any(shorthand.unit(re.sub(r"^[^:]*:\s*", "", p)) for p in m[1].split(";"))), "")
    listed = bracket or (re.sub(r"(?i)^.*?(?:đơn vị(?: tính)?|đvt)\s*:?\s*", "", text[given.start() :].split("\n")[0].rstrip(")* ")) if given and ";" in text[given.start() :] else "")
    if not listed and (of_noun := _UNIT_OF.search(text)):
        listed = of_noun[1]
        bare = _UNIT_OF.sub(" ", bare)
    unit: units.UnitMention | None = None
    by_noun: list[tuple[str, units.UnitMention]] = []
    by_number: list[tuple[int, units.UnitMention]] = []
    by_noun += exceptions
    for part in listed.split(";") if listed else []:
        noun, colon, shown = part.rpartition(":") if ":" in part else re.sub(r"\s[-–]\s(?=[^-–]*$)", ":", part).rpartition(":")  # "lao động - người"
        found = shorthand.unit(shown.strip(" ()"))
        if found is None:
            continue
        if at := re.search(r"cột\s*(?:số\s*)?\(?(\d+)", noun, re.I):
            by_number.append((int(at[1]), found))
        elif colon and not re.match(r"\W*(?:đơn vị|đvt)", noun, re.I):
            by_noun.append((re.sub(r"^\W*(?:riêng|còn|cột)\s+", "", noun.strip(" ,("), flags=re.I).lower(), found))
        elif unit is None and not by_noun:
            unit = found
        else:
            by_noun.append((found.text.lower(), found))
    if unit is not None and any(u.unit not in ("%", "‰") for u in (unit, *(u for _, u in by_noun))):  # "(tỷ đồng; %)": the columns that compare are the ones in per cent
        plain = [u for u in (unit, *(u for n, u in by_noun if n == u.text.lower())) if u.unit not in ("%", "‰")]
        by_noun = [(n, u) for n, u in by_noun if n != u.text.lower() or u in plain[1:]]
        unit = plain[0] if plain else None
    if unit is not None and any(not n or n == u.text.lower() for n, u in by_noun):  # "(lớp; em)"
        by_noun.insert(0, (unit.text.lower(), unit))
        unit = next((u for n, u in reversed(by_noun) if n == u.text.lower()), unit)
    if by_noun and unit is None:
        level = next((u for _, u in by_noun if u.unit not in ("%", "‰")), None)
        unit = level if len({u.unit for _, u in by_noun if u.unit not in ("%", "‰")}) == 1 else None
    if not listed:
        unit = shorthand.unit(given[1]) or _first_unit(given[1]) if given else headers.unit_of(text, tail=False)[1] if "(" in text else None
        by_noun = list(_units_by_noun(text))
    bare = re.sub(r"\(\s*" + re.escape(bracket) + r"\s*\)", " ", bare) if bracket else headers.unit_of(bare, tail=False)[0]
    name = _titled(bare, label_head)
    if not name:
        name = _titled(re.sub(r"\([^()]*\)", " ", bilingual.lines(_CAPTION.sub("", over))), label_head)
    return _Caption(text, name, unit, tuple(by_noun), tuple(by_number))


def _first_unit(listed: str) -> units.UnitMention | None:
    """The unit of the amounts where a title lists it with that of the rates: "Đơn vị tính: Tỷ đồng, %"."""
    found = [u for part in re.split(r",|/|\svà\s", listed) if (u := shorthand.unit(part.strip())) is not None]
    return next((u for u in found if u.unit not in ("%", "‰")), None) if len(found) > 1 and any(u.unit in ("%", "‰") for u in found) else None


_EXCEPT = re.compile(r"\(\s*(?:riêng|trừ|còn)\s+([^():]+?)\s*:\s*([^():]+?)\s*\)|,\s*(?:riêng|trừ|còn)\s+(?!cột)([^():;,]+?)\s*:\s*([^():;,\n]+?)\s*(?=[;,)\n]|$)", re.I)  # "lượng: nghìn tấn (riêng ô tô: chiếc)", "lượng: tấn, riêng ô tô: chiếc"
_UNIT_OF = re.compile(r"(?<!\w)(?:đơn vị(?: tính)?|đvt)\s+(?:của\s+)?((?:trị giá|giá trị|kim ngạch|doanh thu|lượng|khối lượng|sản lượng|diện tích|số tiền|kinh phí)\s*:\s*[^;:()\n]+)", re.I)  # "Đơn vị trị giá: triệu USD"
_VALUED = re.compile(r"\W*(?:trị giá|giá trị|kim ngạch|doanh thu|số tiền|kinh phí|vốn|lượng|khối lượng|sản lượng|diện tích)\s*:\s*\w[^:;]{0,30}$", re.I)


_OF_GROUPS = re.compile(r"(?<=chỉ số giá)(?P<which> tiêu dùng)?(?: của)? (?:một số|các|những) (?:nhóm|mặt hàng|loại)(?: hàng)?(?: hóa)?(?:,? (?:và )?dịch vụ)?(?: chính| chủ yếu| thiết yếu)*$", re.I)  # which groups the rows say


def _titled(bare: str, label_head: str) -> str:
    """The name of what a table is about in its title `bare`."""
    if label_head and (by := re.search(rf"\s+theo\s+(?:từng\s+)?{re.escape(label_head)}(?!\w).*$", bare, re.I | re.S)):
        bare = bare[: by.start()]
    name = clean(_BY.sub("", bare)).strip(" —–-:;,")
    name = re.sub(r"^(?:tình hình|diễn biến|thực trạng)(?: thực hiện)? (?=\w+ \w)", "", name, flags=re.I)
    name = re.sub(r"\s+(?:tính )?từ (?:ngày )?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?(?=\s*$|\s+đến)", "", name, flags=re.I)
    name = _OF_GROUPS.sub(lambda m: m["which"] or "", name)
    name = "" if _TITLED_ONLY.fullmatch(name) else shorthand.spelled(name)
    return name.lower() if name.isupper() else name


_NOUN_UNIT = re.compile(r"(?<!\w)(?P<noun>số lượng|sản lượng|lượng|trị giá|giá trị|kim ngạch|diện tích|năng suất|giá|doanh thu)\s*(?::|\(|là|tính bằng|-|–)?\s*(?P<unit>(?:nghìn |ngàn |triệu |tỷ |1\.000 )*[^\W\d_][\w/³²%]*(?: [^\W\d_][\w/]*)?)", re.I)


def _units_by_noun(caption: str) -> list[tuple[str, units.UnitMention]]:
    """Units that a title gives for each kind of column: "lượng: nghìn tấn; trị giá: triệu USD"."""
    out: list[tuple[str, units.UnitMention]] = []
    for m in _NOUN_UNIT.finditer(caption):
        parts = m["unit"].split()
        found = next((u for n in range(len(parts), 0, -1) if (u := units.parse_unit(" ".join(parts[:n]))) is not None), None)
        if found is not None:
            out.append((m["noun"].lower(), found))
    return out if len({u.unit for _, u in out}) > 1 else []


def _caption_setting(caption: str, setting: Setting) -> Setting:
    """`setting` with the time that a table's title names."""
    found = [m.period for m in periods(caption) if m.role != "base" and m.period]
    if not found:
        return setting
    about = with_year(found[-1] if len(found) > 1 and found[-1].kind == "months" else found[0], setting.year)
    ahead = setting.modality in (Modality.TARGET, Modality.FORECAST) and (over_by(about, setting.period) or _of_now(about, caption, setting))
    return replace(setting, period=about, year=about.year or setting.year, modality=Modality.ACTUAL if ahead else setting.modality)


def _of_now(about: Period, caption: str, setting: Setting) -> bool:
    """Whether a title names the report's own months and nothing that is to come: the last table of a bulletin stands under "Dự báo", of which it is no part."""
    ends, last = month_span(about), month_span(setting.main)
    over = about.year == setting.main.year and ends is not None and last is not None and ends[1] <= last[1]  # "tháng 11" of "tháng 11 và 11 tháng"
    own = setting.main.kind in ("month", "months", "quarter", "half", "season") and (over or same(about, setting.main)) and (same(setting.period, setting.main) or last is not None and (until := month_span(setting.period)) is not None and until[1] == last[1] and setting.period.year == setting.main.year)
    return own and not re.search(r"(?<!\w)(?:dự báo|dự kiến|kịch bản|kế hoạch|mục tiêu|chỉ tiêu|phấn đấu|dự toán|nhiệm vụ)(?!\w)", caption, re.I)


def over_by(about: Period, later: Period) -> bool:
    """Whether the time `about` is over before `later` begins: a table of September at the end of what is forecast for October tells no forecast."""
    if not about.year or not later.year or about.year != later.year:
        return bool(about.year and later.year and about.year < (later.first or later.year) and about.kind != "range")
    a, b = month_span(about), month_span(later)
    return a is not None and b is not None and a[1] < b[0]


def _noted(report: Report, number: int) -> str:
    """The lines right below a table that say where its figures are from: "Nguồn: … (số ước)"."""
    at = next((i for i, b in enumerate(report.blocks) if b.kind is BlockKind.TABLE and b.table == number), None)
    out: list[str] = []
    for block in report.blocks[at + 1 : at + 3] if at is not None else ():
        if block.kind is not BlockKind.NOTE or block.label:
            break
        out.append(block.span.of(report.text))
    return " ".join(out)


def read_table(report: Report, number: int, setting: Setting, notes: Mapping[str, str], *, section: int | None = None, page: int | None = None) -> list[Figure]:
    """The figures of table `number` of `report`, row by row."""
    table = report.tables[number]
    if not table.rows:
        return []
    if table.header_rows == 0:
        table = replace(table, header_rows=1) if all(cells.value(c.text) is None or re.fullmatch(r"(?:19|20)\d\d", c.text.strip()) for c in table.rows[0]) else table
    table = _against_stub(_spread(shorthand.beside(bilingual.shorn(_continued(report, number, table)))))
    # a row that only numbers the columns (A, B, 1, 2, 3=2/1) is no data
    kept = [(r, row) for r, row in enumerate(table.rows) if r >= table.header_rows and not _numbering(row)]
    body = tuple(row for _, row in kept)
    english = cells.in_english(body)
    heads = _headers(table) if table.header_rows else [[] for _ in table.rows[0]]
    unit_at = unit_column(heads, body)
    labels = label_columns(heads, body, english, unit_at)
    mark_at = next((c for c, parts in enumerate(heads) if STT.match(" ".join(parts))), None)
    caption = _caption(report, table, number, " ".join(heads[labels[-1]]))
    setting = _caption_setting(caption.text, setting)
    caption_notes = " ".join(notes.get(n, "") for n in table.caption_notes)
    modality = Modality.TARGET if setting.modality is Modality.TARGET or (_PLAN.search(caption.text) and not re.search(r"thực hiện|kết quả|tình hình|tiến độ|(?<!kế hoạch )(?<!mục tiêu )(?<!chỉ tiêu )giải ngân", caption.text, re.I)) else Modality.ACTUAL
    if ESTIMATE.search(caption_notes) or ESTIMATE.search(caption.text):
        modality = Modality.ESTIMATE
    sourced = modality is Modality.ACTUAL and bool(re.search(r"số (?:liệu )?ước|ước tính|sơ bộ|số ước", _noted(report, number), re.I))
    columns = read_columns(table, heads, body, {*labels, unit_at, mark_at}, setting, notes, caption.text + caption_notes, english, lambda n: bool(ESTIMATE.search(notes.get(n, ""))))
    columns = _done_before(columns) if modality is Modality.TARGET else columns
    filled = [not spanning(row) and any(stated(row[c.index], english) for c in columns) for row in body]
    rows = read_rows(kept, labels[-1], mark_at, unit_at, heads[labels[-1]], filled, _additive(columns, body, unit_at, english), report.text, frozenset(notes), frozenset(words(caption.name)))
    headed_unit = next((u for p in heads[labels[-1]] if (u := headers.unit_of(p, tail=False)[1]) is not None), None)  # "Chỉ tiêu (tỷ đồng)"
    if worth := next((noun for noun, _ in caption.by_noun if noun in ("kim ngạch", "trị giá")), ""):  # "(kim ngạch: triệu USD)" above "Xuất khẩu"
        columns = [replace(c, noun=f"{worth} {shorthand.spelled(c.noun)[:1].lower()}{shorthand.spelled(c.noun)[1:]}") if re.fullmatch("xuất khẩu|nhập khẩu", shorthand.spelled(c.noun), re.I) else c for c in columns]
    plain_nouns = [c.noun for c in columns if c.measure is Measure.LEVEL]
    out: list[Figure] = []
    subject = ""
    rows_are = _kind_of_rows(" ".join(heads[labels[-1]]))
    outer: dict[int, str] = {}
    slots = [headers.read([r.plain or r.label]) if not r.period else headers.Slots() for r in rows]
    for place, (r, (index, row)) in enumerate(zip(rows, kept, strict=True)):
        for c in labels[:-1]:
            if row[c].text.strip():
                outer[c] = row[c].text.strip()
        if not r.filled:
            continue
        own, full = slots[place], r.name
        path = r.path
        titles = _titles(rows, r)
        above = next((slots[k] for k in titles if slots[k].measure is Measure.SHARE or slots[k].compares), headers.Slots())  # "Cơ cấu (%)", "So với năm trước (%)" above the rows they measure
        loose = bool(titles) and r.over is not None and (r.over == titles[0] or rows[r.over].total)
        figures_here = [c for c in columns if stated(row[c.index], english)]
        derived = not own.noun and (bool(own.compares) or own.measure is Measure.SHARE and bool(re.match(r"\W*(?:tỷ trọng|tỉ trọng|cơ cấu|tỷ lệ|%)", r.plain, re.I)))
        derived = derived and bool(subject) and all(c.measure is Measure.LEVEL for c in figures_here)
        titled = not derived and not subject and bool(caption.name) and bool(own.compares) and not own.noun and own.base in (Base.YEAR, Base.PREVIOUS, Base.DECEMBER) and all(c.measure is Measure.LEVEL for c in figures_here)
        compared = not derived and not titled and _held_by_time(own, figures_here)
        if derived:  # "Tăng so với năm trước (%)" under the row that it is about
            full, path = subject, ()
        elif compared:  # "CPI tháng 12 so với tháng 12 năm trước" under "2021", "2022"
            full = name_of(own.noun) if not own.average or "bình quân" in own.noun.lower() else f"{name_of(own.noun)} bình quân"
        elif titled:  # "Tháng 4 so với tháng trước" under "Tốc độ tăng CPI các năm 2024 - 2026"
            full = ""
        elif full and not r.period:
            subject = full
        span = Span(min(c.span.start for c in row), max(c.span.end for c in row))
        kind = "" if r.total or r.period or r.path and not r.marked else rows_are
        noted = [notes.get(n, "") for n in row[labels[-1]].notes if ESTIMATE.search(notes.get(n, ""))]
        about = [outer[c] for c in labels[:-1] if c in outer]
        beside = [t for c in range(labels[-1] + 1, columns[0].index) if c not in (unit_at, mark_at) and not NO_DATA.match(" ".join(heads[c]).strip()) and (t := row[c].text.strip()) and len(t.split()) < 8 and not cells.BLANK.fullmatch(t) and cells.value(t) is None]  # "Chủ đầu tư": describes the row
        for column in figures_here:
            shaped = column
            if derived:
                shaped = replace(column, measure=_row_measure(own), base=own.base or Base.YEAR, unit=own.unit or r.unit or column.unit)
            elif column.measure is Measure.LEVEL and (above.measure is Measure.SHARE or above.compares):
                shaped = replace(column, measure=_row_measure(above), base=above.base or (Base.YEAR if above.compares else Base.NONE), unit=above.unit or column.unit)
            when = _row_time(r.period or (own.period if titled or compared else Period()), column, setting)
            if titled or compared:
                near = [v.number for c in figures_here if (v := cells.value(row[c.index].text, english)) is not None]
                when = replace(when, label="") if when.year else when  # "tháng 4" alone does not say of which year
                shaped = replace(column, measure=Measure.INDEX if near and min(near) > 60 else _row_measure(own), base=own.base, unit=own.unit or r.unit or column.unit)
                if compared:  # it keeps its own name
                    shaped, when = replace(shaped, period=_so_far(r.label, when or column.period)), Period()
            row_modality = r.spoken if r.period and r.spoken else Modality.ESTIMATE if any(_about(n, when or column.period, setting) for n in noted) or sourced and column.measure is Measure.LEVEL and column.modality is None else modality
            given = caption.unit_for(column, column.index - labels[-1], column.noun == next(iter(plain_nouns), ""), r.label) or headed_unit
            figure = _figure(report, row[column.index], shaped, r, full, when, (*about, *path), loose, caption.name, given, setting, row_modality, english)
            if figure is not None:
                if kind and not set(words(kind)) <= set(words(f"{figure.indicator} {figure.head}")):
                    figure = replace(figure, head=", ".join(filter(None, (figure.head, kind))))
                figure = replace(figure, head=", ".join(filter(None, (figure.head, *beside))), scope=figure.scope or (whole[0].lower() if r.total and (whole := _WHOLE_PLACE.match(r.label.strip("* :"))) else ""))
                out.append(replace(figure, sentence=span, section=section, page=page, table=number, row=index, column=column.index))
    return out


_WHOLE_PLACE = re.compile(r"(?:toàn|cả) (?:tỉnh|huyện|thành phố|thị xã|xã|nước|quốc|vùng|ngành)$", re.I)
_OFFICE = re.compile(r"(?:tên )?(?P<kind>(?:chi cục|cục|chi nhánh|phòng|ban|trường|bệnh viện|ngân hàng|công ty|doanh nghiệp|nhà máy|hợp tác xã|cửa khẩu|cảng|huyện|xã|phường|quận|thị xã|khu công nghiệp|cụm công nghiệp|dự án|sân bay|chợ|hồ chứa|vụ|bệnh|thị trường|đối tác)(?: [^\W\d_]+){0,2})", re.I)


def _kind_of_rows(head: str) -> str:
    """What the names of the rows are names of, where their column says it: "Chi cục Hải quan" above "Cảng Vũng Mây"."""
    found = _OFFICE.fullmatch(head.strip(" *:"))
    return name_of(found["kind"]) if found else ""


def _titles(rows: Sequence[Row], r: Row) -> list[int]:
    """The places of the rows without figures that row `r` is below, the innermost first."""
    out: list[int] = []
    at = r.over
    while at is not None:
        if not rows[at].filled:
            out.append(at)
        at = rows[at].over
    return out


def _about(note: str, period: Period, setting: Setting) -> bool:
    """Whether a note that speaks of estimates is about `period`: one that names a time is about that alone."""
    named = [with_year(m.period, setting.year) for m in periods(note) if m.period and m.role != "base" and m.period.kind not in ("date",)]
    return not named or any(same(p, period) for p in named)


_A_BALANCE = re.compile(r"(?<!\w)(?:cán cân|xuất siêu|nhập siêu|thặng dư|thâm hụt|bội chi|bội thu)(?!\w)", re.I)


def _additive(columns: Sequence[Column], body: Sequence[tuple[Cell, ...]], unit_at: int | None, english: bool) -> list[dict[int, tuple[Decimal, Decimal]]]:
    """For each row the numbers that can be summed, by column, with the step of their last digit."""
    usable = [c for c in columns if c.measure is Measure.LEVEL and not c.rate and (c.unit is None or c.unit.unit not in ("%", "‰", "lần")) and not re.match(r"(?:tỷ lệ|tỉ lệ|năng suất|giá(?! trị)|bình quân|chỉ số|tốc độ|mật độ|công suất)(?!\w)", c.noun, re.I)]
    out: list[dict[int, tuple[Decimal, Decimal]]] = []
    for row in body:
        unit = shorthand.unit(row[unit_at].text) if unit_at is not None else None
        if unit is not None and (unit.unit in ("%", "‰") or "/" in unit.unit) or any(_A_BALANCE.search(c.text) for c in row):
            out.append({})  # imports and the balance add up to exports, and are no parts of them
            continue
        out.append({c.index: (v.number, v.step) for c in usable if (v := cells.value(row[c.index].text, english)) is not None})
    return out


def _row_measure(slots: headers.Slots) -> Measure:
    """The measure that a row's own label gives to its cells."""
    if slots.measure is Measure.SHARE:
        return Measure.SHARE
    return {"change": Measure.CHANGE, "ratio": Measure.COMPLETION if slots.base is Base.PLAN else Measure.INDEX, "times": Measure.MULTIPLE}.get(slots.compares, Measure.GROWTH)


def _held_by_time(own: headers.Slots, figures: Sequence[Column]) -> bool:
    """Whether a row names what it measures and, in per cent, what it is held against, below columns that are years, quarters or months."""
    against = own.compares in ("?", "growth", "ratio") and own.base in (Base.YEAR, Base.PREVIOUS, Base.DECEMBER) and (own.unit is None or own.unit.unit == "%")
    return bool(own.noun) and against and all(c.measure is Measure.LEVEL and c.period.year and c.period.kind in ("year", "quarter", "half", "months", "month") for c in figures)


_SO_FAR = re.compile(r"(?<!\w)(?:từ đầu năm|lũy kế|luỹ kế|cộng dồn)(?!\w)", re.I)


def _so_far(label: str, period: Period) -> Period:
    """The months up to a column's month, where the row counts since January: "CPI bình quân từ đầu năm" under "Tháng 4"."""
    return replace(period, kind="months", label="") if period.kind == "month" and _SO_FAR.search(label) else period


def _row_time(row: Period, column: Column, setting: Setting) -> Period:
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


_WHICH = r"(?P<which>(?:bảng|biểu|phụ lục)(?:\s+số)?\s*[\dIVX]+(?:[.\-]\d+)*)"
_GOES_ON = re.compile(rf"[\s*_]*{_WHICH}(?:\s*[.:–-])?(?P<title>\s[^()\n]*?)?\s*[(–-]*\s*(?:tiếp(?:\s+theo)?|tt)\s*\)?[\s*_:.=–-]*|[\s*_(]*tiếp(?:\s+theo)?\s+{_WHICH.replace('which', 'again')}[\s*_:.=)–-]*", re.I)


def _continued(report: Report, number: int, table: Table) -> Table:
    """`table` with the title of the table that it goes on with, where its own says no more: "Bảng 2 (tiếp theo)"."""
    own = _GOES_ON.fullmatch(table.caption.of(report.text)) if table.caption else None
    if own is None:
        return table
    start = re.compile(rf"[\s*_]*{re.escape(own['which'] or own['again'])}(?![\d.]*\d)", re.I)
    first = next((t for t in reversed(report.tables[:number]) if t.caption and start.match(t.caption.of(report.text)) and not _GOES_ON.fullmatch(t.caption.of(report.text))), None)
    return replace(table, caption=first.caption, caption_notes=first.caption_notes) if first is not None else table


_STUB = re.compile(r"\W*so(?:\s+sánh)?(?:\s+với)?(?:\s+kỳ)?\W*", re.I)


def _against_stub(table: Table) -> Table:
    """`table` with a header row that is headed "So với" saying so in each of its cells: "So với | T8/2025 | T12/2024" below "Thành thị"."""
    rows = list(table.rows)
    for r in range(table.header_rows):
        head, *rest = rows[r]
        if _STUB.fullmatch(head.text) and any(c.text.strip() for c in rest):
            rows[r] = (replace(head, text=""), *(replace(c, text=f"So với {c.text.strip()}") if c.text.strip() and not re.match(r"\W*so(?!\w)", c.text, re.I) else c for c in rest))
    return replace(table, rows=tuple(rows))


def _numbering(row: tuple[Cell, ...]) -> bool:
    texts = [c.text.strip().strip("()") for c in row]
    plain = [t for t in texts if t]
    return len(plain) > 2 and all(re.fullmatch(r"[A-Z]|\d{1,2}(?:\s?=\s?[\d/*+\-x:()% ]+)?", t) for t in plain) and [t for t in plain if t.isdigit()][:2] in (["1", "2"], ["2", "3"], ["1"])


def _figure(
    report: Report, cell: Cell, column: Column, row: Row, label: str, row_period: Period, path: tuple[str, ...], loose: bool, caption: str,
    caption_unit: units.UnitMention | None, setting: Setting, modality: Modality, english: bool = False,
) -> Figure | None:  # fmt: skip
    measure, base, direction = column.measure, column.base, Direction.NONE
    value = cells.value(cell.text, english)
    raw = cell.span.of(report.text)
    row_unit = row.handed
    unit = column.unit or row_unit or caption_unit
    if measure in (Measure.LEVEL, Measure.CHANGE) and (unit is None or unit is caption_unit and (unit.scale == 1 or not units.kind(unit.unit).startswith("count:"))):
        # "(lớp; em)" above "Số học sinh", "Triệu USD" above "Số dự án"
        counter = shorthand.unit(column.noun) if column.noun and row.label and not (unit and units.kind(unit.unit).startswith("count:")) else None  # "Tờ khai" above each office's
        counter = counter if counter is not None and counter.scale == 1 and units.kind(counter.unit).startswith("count:") else None
        unit = counter or next((u for name in (column.noun, row.label, *reversed(path[-1:])) if (u := _counted(shorthand.spelled(name))) is not None), unit)
        unit = unit or (_counted(caption) if not column.noun or _GENERIC.match(column.noun) else None)
    if column.unit is None and _RATE.match(row.label) and (unit is None or unit.unit not in ("%", "‰", "điểm phần trăm")) and row_unit is None:
        unit = units.parse_unit("%")
    if column.unit is None and row_unit is not None and caption_unit is not None and _MONEY.match(column.noun) and (units.kind(row_unit.unit) != units.kind(caption_unit.unit) or row_unit.unit == caption_unit.unit and row_unit.scale == 1):
        unit = caption_unit  # the row's unit counts the quantity beside the value, or says "USD" where the title says in what
    elif measure in (Measure.LEVEL, Measure.CHANGE) and row_unit is not None and (paid := column.unit or caption_unit) is not None and "/" not in row_unit.unit + paid.unit and _PRICED.search(f"{column.noun} ; {row.label} ; {caption}") and units.kind(paid.unit).startswith("money") and not units.kind(row_unit.unit).startswith(("money", "ratio")):
        unit = units.parse_unit(f"{paid.text}/{row_unit.text.lower()}") or unit  # "Đơn vị tính: đồng" above prices, or "(đồng)" in their head, "kg" beside each: "đồng/kg"
    if column.unit is None and measure is not Measure.LEVEL and measure is not Measure.CHANGE:
        unit = units.parse_unit("%")
    high: Decimal | None = None
    if value is not None:
        inline = units.parse_unit(value.rest) if value.rest and not re.match(r"^(?:-|–|đến)\s*\d", value.rest) else None
        ranged = re.match(r"(?:-|–|đến)\s*(\d[\d.,]*)", value.rest)
        if ranged:
            high = parse_number(ranged[1].rstrip(".,"))[0]
            whole = re.search(rf"{re.escape(value.printed)}\s*{re.escape(value.rest[: ranged.end()].rstrip('.,'))}", raw)
            value = replace(value, printed=whole[0] if whole else value.printed + value.rest[: ranged.end()].rstrip(".,"))
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
    yearly = shown.replace(" ", "").endswith("%/năm") and not re.search(r"lãi suất", f"{label} {caption} {column.noun}", re.I)
    of_rate = path[-1] if path and not loose and _GROWTH_OF.match(path[-1]) and not _RATE.match(label) else ""  # "Dịch vụ" under "Tốc độ tăng GRDP"
    grown = re.search(r"tốc độ (?:tăng|giảm)|tăng trưởng|mức tăng|^(?:tăng|giảm)(?!\w)|(?<=\w )(?:tăng|giảm)$", f"{label} {of_rate} {caption if not label or row_period or re.match(r'(?:tốc độ tăng|tăng trưởng)', caption, re.I) else ''} {column.noun}".strip(), re.I)
    if measure is Measure.LEVEL and unit is not None and unit.unit == "%":
        if re.search(r"tỷ trọng|tỉ trọng|cơ cấu", label, re.I) or re.match(r"cơ cấu|(?:tỷ|tỉ) trọng", caption, re.I) and column.unit is None and row_unit is None:
            measure = Measure.SHARE
        elif yearly or grown:
            measure, direction = Measure.GROWTH, Direction.DOWN if amount < 0 or (grown and "giảm" in grown[0].lower()) else Direction.UP
    if measure is Measure.GROWTH and base is Base.NONE:
        base = Base.AVERAGE if yearly or re.search(r"bình quân", f"{label} {caption} {raw}", re.I) and not (_MEAN_PRICE.search(label) and (row_period or column.period).kind == "year") else Base.YEAR
    if measure in (Measure.GROWTH, Measure.CHANGE) and direction is Direction.NONE:
        direction = Direction.DOWN if amount < 0 else Direction.UP if amount > 0 else Direction.NONE
    if measure is Measure.INDEX:
        direction = Direction.UP if amount > 100 else Direction.DOWN if amount < 100 else Direction.NONE
    if measure in (Measure.GROWTH, Measure.CHANGE):
        amount = abs(amount)
    indicator, head = _names(label, column, row_period, path, caption, loose)
    period = row_period or column.period
    if base is Base.AVERAGE and period.kind != "range" and setting.range:
        period = setting.range
    first = shown.partition(" ")[0]
    if first.istitle() and not first.isascii():  # "Triệu USD" of a head is written "triệu USD" behind a number
        shown = shown[0].lower() + shown[1:]
    text = f"{printed}{'' if shown.startswith('%') or not shown else ' '}{shown}"
    return Figure(
        value=amount, text=text, unit=unit.unit if unit else "", span=span, sentence=span, indicator=indicator, scope=scope_of(indicator), head=head,
        measure=measure, base=base, modality=_modality(column, modality, measure), bound=bound, direction=direction,
        period=period, base_period=column.base_period if column.base_period.year else Period(), scale=scale, step=step, high=high,
    )  # fmt: skip


def _counted(name: str) -> units.UnitMention | None:
    """What a name counts: "Số dự án cấp mới" -> dự án, "Điểm" -> điểm."""
    m = re.match(r"(?:tổng )?số (?!liệu|thu|chi|dư|nợ|tiền|vốn|lượng|thuế|kinh phí|cấp|nộp|còn)(?=\w)|(?=điểm(?: số)?$)", name, re.I)
    found = units.unit_at(name, m.end()) if m else None
    return units.UnitMention(found.unit, Decimal(1), found.text.lower(), found.end) if found is not None and found.scale == 1 and found.unit and found.unit not in ("đồng", "USD", "lần", "%") else None


def _done_before(columns: list[Column]) -> list[Column]:
    """`columns` of a table of goals, where those of years before its own goals are of what was done: "Năm 2020 | Ước TH 2025 | Kế hoạch 2026"."""
    planned = min((c.period.year for c in columns if c.modality is Modality.TARGET and c.period.year), default=None)
    known = max((c.period.year for c in columns if c.modality in (Modality.ESTIMATE, Modality.ACTUAL) and c.period.year), default=None)
    until = known if known is not None else planned - 1 if planned is not None else None
    return [replace(c, modality=Modality.ACTUAL) if until is not None and c.modality is None and c.period.kind in ("year", "range") and c.period.year and c.period.year <= until else c for c in columns]


def _modality(column: Column, modality: Modality, measure: Measure) -> Modality:
    if column.modality is Modality.ACTUAL:
        return Modality.ESTIMATE if modality is Modality.ESTIMATE else Modality.ACTUAL
    if measure is Measure.COMPLETION and column.modality is None and modality is Modality.TARGET:
        return Modality.ACTUAL  # how much of a plan was done, under a title that speaks of plans
    return column.modality or modality


_PLACE = re.compile(r"(?:(?:tỉnh|huyện|thị xã|thị trấn|thành phố|tp\.?|quận|xã|phường|bộ|sở|cục|ban|công ty|tập đoàn)\s)?[A-ZĐ][\w.]*(?:\s+[A-ZĐ(][\w.]*)*", re.I)


_REGION = re.compile(r"(?:tiểu vùng|vùng|miền)(?!\w)", re.I)
_PEAK = re.compile(r"(?<!\w)(?:cao|thấp) nhất(?!\w)", re.I)
_MEAN = re.compile(r"\s(?:bình quân|trung bình)(?!\w)", re.I)


def _names(label: str, column: Column, row_period: Period, path: tuple[str, ...], caption: str, loose: bool) -> tuple[str, str]:
    """The indicator of a cell and its head, from row, column, the rows above and caption; `loose`: above stand titles without figures."""
    total = bool(TOTAL.match(label))
    noun = shorthand.spelled(column.noun)
    noun = "" if label and _SUMS_UP.fullmatch(noun) else noun  # "Cộng 2011-2015" beside its years
    if caption and (label or noun):
        caption = next((told for n in (noun, "" if total else label, *path[-1:]) if n and (told := _listed(caption, n)) != caption), caption)
    if path and (way := _ONE_WAY.fullmatch(path[-1])):  # of the rows under "A. XUẤT KHẨU" a title of both ways says the one
        caption = _BOTH_WAYS.sub(way[1].lower(), caption)
    if (worth := _WORTH_OF_BOTH.match(caption)) is not None and re.fullmatch("xuất khẩu|nhập khẩu", label, re.I) and not re.search("trị giá|kim ngạch", noun, re.I):
        label = f"{worth[1].lower()} {label}"  # "Xuất khẩu" under "Kim ngạch xuất, nhập khẩu"
    if _PEAK.search(noun):
        caption = _MEAN.sub("", caption)
    noun = "" if _GENERIC.match(noun) and not total and (label and not row_period) and not _needs(noun, label) else noun
    above = " ".join(reversed(path[-2:])) if path and (loose or len(path[-1].split()) <= 2) else path[-1] if path else ""
    above = _SUM_OF.sub("", above)  # "Cộng cấp xã" heads those that it adds up
    if row_period or not label:
        noun = "" if _GENERIC.match(noun) and (above or caption) else noun
        indicator, head = noun or (caption if loose else above) or above or caption or label, (above or caption) if noun or loose and above else caption if above else ""
    elif total:
        own = {w for w in words(noun) if w not in ("số", "tổng")}
        if above:
            indicator, head = f"{noun} {above}".strip() if NOUN.match(noun) else caption if loose and caption else above, above if loose and caption else caption
        elif _GENERIC.match(noun) or not noun:
            indicator, head = caption or label, ""
        elif NOUN.match(caption) or own and not own.isdisjoint(words(caption)):
            indicator, head = noun, caption if caption.lower() != noun.lower() else ""
        else:
            indicator, head = f"{noun} {caption}".strip(), ""
    else:
        if noun and re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", label, re.I) is None:
            indicator = _joined(noun, label) if NOUN.match(noun) or _REGION.match(label) or re.fullmatch(_PLACE, label) and label[:1].isupper() and noun.lower() not in GROUPED else f"{label} {noun}"
        else:
            indicator = label
        head = above
        if not head or loose or len(head.split()) <= 2:  # "vận chuyển" alone does not say of what
            extra = caption if caption.lower() not in (indicator.lower(), head.lower()) else ""
            head = f"{head}, {extra}" if head and extra else head or extra
    traded = next((m[1].lower() for p in reversed(path[:-1]) if (m := _ONE_WAY.fullmatch(p))), "")
    if traded and not re.search(r"(?<!\w)(?:xuất|nhập)(?: nhập)? khẩu(?!\w)", f"{indicator} {head}", re.I):
        head = f"{head}, {traded}" if head else traded  # "Gạo" under "2. Nông sản" under "A. XUẤT KHẨU"
    known = shorthand.meant(f"{indicator} {head}")
    return indicator, f"{head}, {known}" if known and head else head or known


_WORTH_OF_BOTH = re.compile(r"(kim ngạch|trị giá)\s+(?:hàng hóa\s+)?xuất(?: khẩu)?\s*(?:,|và|,\s*và|-|–)?\s*nhập khẩu(?!\w)", re.I)
_SUM_OF = re.compile(r"^(?:tổng )?cộng\s+(?=\S)", re.I)
_SUMS_UP = re.compile(r"(?:tổng )?cộng|lũy kế|cộng dồn", re.I)
_ONE_WAY = re.compile(r"(?:\w{1,3}\.\s*)?(?:tổng\s+)?(?:trị giá |kim ngạch |hàng |hàng hóa )*((?:xuất|nhập) khẩu)(?: hàng hóa)?", re.I)
_BOTH_WAYS = re.compile(r"(?<!\w)(?:xuất(?: khẩu)?\s*(?:,|và|,\s*và|-|–)?\s*nhập khẩu)(?!\w)", re.I)


def _joined(noun: str, label: str) -> str:
    """Two names as one, without saying a thing twice: "số doanh nghiệp" of "doanh nghiệp nhà nước"."""
    first, second = noun.split(), label.split()
    for n in range(min(len(first), len(second)), 0, -1):
        if [w.lower() for w in first[-n:]] == [w.lower() for w in second[:n]]:
            return " ".join([*first[:-n], *second])
    return f"{noun} {label}"


def _needs(noun: str, label: str) -> bool:
    """Whether "giá trị", "số lượng" adds to a label that does not say what is measured."""
    return bool(re.match(r"(?:giá trị|số lượng)$", noun, re.I)) and not NOUN.match(label)
