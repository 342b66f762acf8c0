"""The values a report is made of.

Every value keeps the place it was read from: a `Span` counts characters in
`Report.text`, and `report.text[span.start:span.end]` is the quote. What is
deliberately not here: how a file becomes a report (`ingest`), where it is kept
(`vectorstore`), how a question is answered (`chain`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of a report's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The quoted characters."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # an item of a list, with or without a printed number
    TABLE = "table"
    CAPTION = "caption"  # the title of the table that follows
    NOTE = "note"  # a footnote: its `label` is the mark


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    `heading` is the span of the heading's words (without `#` or `**`), `span`
    reaches from the heading to the next heading of the same or a higher level.
    `parent` is an index into `Report.sections`, or None.
    """

    title: str
    level: int
    heading: Span
    span: Span
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its clean text (no `**`, no footnote mark) and where it stands.

    `notes` holds the labels of the footnotes it refers to.
    """

    text: str
    span: Span
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header rows first. All rows have the same number of cells.

    A merged header cell is repeated in every column (or row) that it covers.
    `caption` is the text that names it ("Bảng 1. … (đơn vị: tỷ đồng)"), if any.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    span: Span
    caption: Span | None = None
    caption_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands by itself.

    `section` is an index into `Report.sections` (None before the first
    heading). `table` is an index into `Report.tables` for a TABLE. `ordinal`
    is an item's place in its list, from 1. `label` is a note's mark, or the
    number that an item prints ("1.", "a)").
    """

    kind: BlockKind
    span: Span
    section: int | None = None
    table: int | None = None
    ordinal: int | None = None
    label: str = field(default="", compare=False)
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One ingested document.

    `name` is the short name users give on the command line; `text` is NFC.
    `sha256` is that of the file's bytes. `blocks` cover the text in order.
    """

    name: str
    title: str
    text: str
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    sha256: str = ""
    source: str = ""

    def section_path(self, index: int | None) -> tuple[str, ...]:
        """The titles from the outermost section down to section `index`."""
        path: list[str] = []
        while index is not None:
            path.append(self.sections[index].title)
            index = self.sections[index].parent
        return tuple(reversed(path))


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrieval unit: a paragraph, a group of list items, or a table row.

    `span` is what is quoted; `text` is what is searched: the quoted characters
    with the section's titles and, for a table row, its headers.
    """

    id: str
    span: Span
    text: str
    kind: str
    section: str = ""
    page: int | None = None


class Measure(StrEnum):
    """Loại số liệu."""

    LEVEL = "level"
    GROWTH = "growth"
    MULTIPLE = "multiple"
    SHARE = "share"
    COMPLETION = "completion"
    CHANGE = "change"  # by how much, in the unit itself or in points
    INDEX = "index"  # the same period of last year = 100


class Base(StrEnum):
    """What a growth, multiple, index or change is measured against."""

    NONE = ""
    AVERAGE = "average"  # bình quân hằng năm
    YEAR = "year"  # the year before, or the same period of it
    PREVIOUS = "previous"  # the month or quarter before
    PLAN = "plan"
    DECEMBER = "december"  # December of the year before (CPI)
    FIXED = "fixed"  # a base period that is named


class Modality(StrEnum):
    """Tính chất."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    TARGET = "target"
    FORECAST = "forecast"


class Bound(StrEnum):
    """How a figure is hedged."""

    NONE = ""
    OVER = "over"  # trên, hơn
    UNDER = "under"  # dưới
    NEAR = "near"  # gần
    ABOUT = "about"  # khoảng


class Direction(StrEnum):
    """Tăng or giảm."""

    NONE = ""
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure is about.

    `kind`: "year", "range" (of years), "quarter", "month", "months" (the first
    n months), "half", "date", "season" or "" when the report does not say.
    Two periods are equal when they are the same time, however printed. `year` is the (last) year, `first` the first year of a range, `part` the
    quarter, month, count of months or half. `label` is the printed form.
    """

    kind: str = ""
    year: int | None = None
    first: int | None = None
    part: int | None = None
    label: str = field(default="", compare=False)

    def __bool__(self) -> bool:
        return bool(self.kind)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the report, with everything it needs to be understood.

    `value` is exact in `unit` after its printed scale was applied
    ("1.550 triệu USD" is 1550000000 USD). `text` is the figure as one would
    print it ("1.550 triệu USD"; for a table cell the number with the unit of
    its header); `span` are the report's characters that state the value.
    `step` is the value of one unit of the last printed digit, in `unit`.
    `high` is the upper end of a printed range ("6,5–7%"). `indicator` is the
    name in the report's words, `scope` what narrows it ("địa phương").
    `sentence` is the quote that a reader needs to believe it.
    """

    value: Decimal
    text: str
    unit: str
    span: Span
    sentence: Span
    indicator: str
    scope: str = ""
    head: str = ""
    measure: Measure = Measure.LEVEL
    base: Base = Base.NONE
    modality: Modality = Modality.ACTUAL
    bound: Bound = Bound.NONE
    direction: Direction = Direction.NONE
    period: Period = field(default_factory=Period)
    base_period: Period = field(default_factory=Period)
    scale: Decimal = Decimal(1)
    step: Decimal = Decimal(1)
    high: Decimal | None = None
    section: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    page: int | None = None


_HEADS_NOTHING = re.compile(r"(?:một số chỉ tiêu|các chỉ tiêu|kết quả)", re.I)

_TRADE_IN = re.compile(r"[^:]{3,70}: (?:(?:tổng )?(?:lượng|trị giá|kim ngạch) )?(?:xuất|nhập) khẩu")  # goods whose names have commas: "máy móc, thiết bị, dụng cụ và phụ tùng khác: xuất khẩu"


BARE_COUNTERS = frozenset(["vụ", "ca", "lượt", "cuộc", "đợt", "đơn", "con"])  # which count nothing by themselves, and are said with the number: "38.200 lượt — khách quốc tế"


def name_of(f: Figure) -> str:
    """The indicator with its head and scope, in the report's words."""
    counter = f" {f.unit}" if f.unit in BARE_COUNTERS else ""
    parts = [f.indicator.removesuffix(counter) if counter and " " in f.indicator.removesuffix(counter) else f.indicator]
    if f.scope and f.scope.lower() not in f.indicator.lower():
        parts.append(f.scope)
    name = " ".join(p for p in parts if p).strip(" :")
    short = f.head.count(",") < 2 and len(f.head) < 60 or _TRADE_IN.fullmatch(f.head)
    if f.head and not _HEADS_NOTHING.match(f.head) and f.head.lower() not in name.lower() and short:
        name = f"{name} ({f.head.strip(' :')})" if name else f.head
    return name


__all__ = [
    "BARE_COUNTERS",
    "Base",
    "Block",
    "BlockKind",
    "Bound",
    "Cell",
    "Direction",
    "Figure",
    "Measure",
    "Modality",
    "Passage",
    "Period",
    "Report",
    "Section",
    "Span",
    "Table",
    "name_of",
]
