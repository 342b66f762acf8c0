"""What does not add up in a report: its own figures held against each other.

Checked: totals against their parts, growth and multiples against levels, completion against plans, shares against parts
and wholes, the trade balance, and one thing stated twice with different values. Each operand counts with half a unit of
its last printed digit on both sides, so that figures which were rounded on their own agree. A figure that is hedged
("trên", "khoảng"), a range, a part that is not surely disjoint from the others, a name that may mean two things: what
cannot be decided is no finding. Not here: reading figures (`reader`), and showing findings (`app`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property

from report import units
from report.model import Base, Bound, Cell, Direction, Figure, Measure, Modality, Period, Report, Span
from report.numbers import parse_number
from report.periods import label as period_label
from report.periods import same
from report.text import UPPER, words


class Kind(StrEnum):
    """Which check a finding comes from."""

    TOTAL = "total"
    GROWTH = "growth"
    COMPLETION = "completion"
    SHARE = "share"
    BALANCE = "balance"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Finding:
    """Figures of a report that do not agree.

    `figures` begins with the figure that is checked, then the operands in the order of `formula`. `formula` is the
    arithmetic as Vietnam prints it; `expected` is its result and `stated` the report's value, both in `unit` (a fall
    is negative). `explanation` is one Vietnamese line.
    """

    kind: Kind
    figures: tuple[Figure, ...]
    formula: str
    expected: Decimal
    stated: Decimal
    unit: str
    explanation: str


_HUNDRED = Decimal(100)
_NEAR = Decimal("0.25")  # a total this far from its parts (relative) has other parts, or its parts overlap, unless more speaks for an error
_OVERLAP = Decimal("0.1")  # parts of a "trong đó" that exceed their total by more may lie within each other
# Ways to split a total whose parts never overlap: the parts' names hold different words of one line.
_AXES = tuple(re.compile(rf"(?<!\w)(?:{line})(?!\w)", re.I) for line in (
    "nông nghiệp|lâm nghiệp|thủy sản|công nghiệp|xây dựng|dịch vụ|thương mại|thuế sản phẩm", "trồng trọt|chăn nuôi|dịch vụ nông nghiệp",
    "trung ương|địa phương|tỉnh|huyện|xã|nhân dân|dân|tư nhân|doanh nghiệp|tín dụng|lồng ghép|khác", "ngoài nhà nước|nhà nước|FDI|nước ngoài|trong nước",
    "nam|nữ", "thành thị|nông thôn", "nuôi trồng|khai thác|đánh bắt", "rừng tự nhiên|rừng trồng", "ngắn hạn|trung hạn|dài hạn|trung và dài hạn|trung, dài hạn",
    "đông xuân|hè thu|mùa|thu đông", "nội địa|xuất nhập khẩu|hải quan|dầu thô|viện trợ", "đầu tư phát triển|đầu tư|thường xuyên|dự phòng|trả nợ",
    "bán lẻ|lưu trú|ăn uống|lữ hành|dịch vụ khác", "quốc tế|trong nước|nội địa", "xuất khẩu|nhập khẩu", "mầm non|tiểu học|trung học cơ sở|trung học phổ thông",
))  # fmt: skip
_PEOPLE = re.compile(r"người|lao động|hộ|khẩu|gia đình|học sinh|sinh viên|học viên|giáo viên|trẻ|bệnh nhân|cán bộ|viên chức|công chức|đảng viên|hội viên|thành viên|doanh nghiệp|hợp tác xã|cơ sở|đơn vị|xã|phường|thôn|dự án|công trình|sản phẩm|trường|tổ chức", re.I)
_NOT_ADDITIVE = re.compile(
    r"(?<!\w)(?:năng suất|tỷ lệ|tỉ lệ|tỷ suất|bình quân|mật độ|hệ số|chỉ số|tuổi|lãi suất|đơn giá|giá (?:bán|mua|thành|xăng|vàng|cả)|công suất|chiều (?:dài|rộng|cao)|khoảng cách|nhiệt độ|xếp hạng|thứ hạng|số dư|cao nhất|thấp nhất)(?!\w)|^(?:giá(?!\s+trị)|độ|mức(?!\s+(?:bán lẻ|lưu chuyển|đầu tư)))(?!\w)",
    re.I,
)
_TOTAL = re.compile(r"^(?:tổng số|tổng cộng|tổng|cả nước|toàn tỉnh|toàn huyện|toàn thành phố|toàn xã|toàn ngành|chung|tổng chung|cộng)$", re.I)
_REST = re.compile(r"(?<!\w)(?:khác|còn lại)(?!\w)", re.I)
_SOME = re.compile(r"(?<!\w)(?:một số|chủ yếu|tiêu biểu|trong đó|chính|điển hình|nổi bật)(?!\w)", re.I)
_SPLIT_BY = re.compile(r"^\W*(?:phân theo|chia theo|phân ra|chia ra|theo|gồm|bao gồm)(?!\w)", re.I)
_AMONG = re.compile(r"^[\s–\-+•*]*(?:trong đó|tr\.?\s?đó|trong số đó)", re.I)
_NUMBERING = re.compile(r"^\s*(?P<mark>(?:\d+\.)+\d+\.?|\d+[.)]|[IVX]+[.)]|[A-Z][.)]|[a-zđ][.)])\s+")
_DASH = re.compile(r"^\s*[–\-•*]\s+|^\s*[–•]")
_CONNECTOR = re.compile(r"(?P<among>(?<!\w)(?:trong đó(?:\s+có)?|trong số (?:đó|này))(?!\w))|(?P<gồm>(?<!\w)(?:bao gồm|gồm(?:\s+có)?|chia ra)(?!\w))|(?P<list>:)|(?P<paren>\()", re.I)
_OPEN_LIST = re.compile(r"…|\.\.\.|v\.v|(?<!\w)(?:một số|chủ yếu|như|kể cả|riêng|lên đến|nhất là)(?!\w)", re.I)
_NESTED = re.compile(r"(?<!\w)(?:riêng|kể cả|nội địa|sử dụng đất|đồng thời|cùng với|ngoài ra|lũy kế|luỹ kế)(?!\w)", re.I)
_PRICES = re.compile(r"giá\s+(?:so sánh|cố định|gốc)|giá\s+(?:hiện hành|thực tế)|loại trừ(?:\s+\w+){0,2}\s+(?:giá|trượt giá)", re.I)
_REAL = re.compile(r"(?<!\w)(?:GRDP|GDP|tổng sản phẩm|giá trị sản xuất|giá trị tăng thêm|giá trị gia tăng|GTSX|quy mô (?:nền )?kinh tế|VA)(?!\w)", re.I)
_REVISED = re.compile(r"(?<!\w)(?:rà soát|điều chỉnh|hiệu chỉnh|cập nhật|báo cáo trước|đã báo cáo|tính lại|chính thức|sơ bộ)(?!\w)", re.I)
_GENERIC_HEAD = re.compile(r"^(?:một số|các|những)?\s*(?:chỉ tiêu|kết quả|tình hình|mục tiêu|nhiệm vụ|số liệu|tổng hợp|mặt hàng|sản phẩm|hoạt động|biểu|bảng)(?!\w)", re.I)
_TRADE = {"tổng", "kim", "ngạch", "xuất", "nhập", "khẩu", "trị", "giá", "hàng", "hóa", "và", "của", "tỉnh", "toàn"}
_KNOWN = {"xuất khẩu", "nhập khẩu", "xuất siêu", "nhập siêu", "dân số", "grdp", "gdp", "iip", "cpi", "dư nợ", "lạm phát"}
_COUNTED_BY = re.compile(r"^(?:tổng số|tổng|số|đàn|dân số|lượng|quy mô)(?!\w)", re.I)
_NARROW = re.compile(
    r"(?<!\w)(?:khu vực|doanh nghiệp|khối|FDI|thành phần|thị trường|địa phương|địa bàn|huyện|xã|phường|quận|thị trấn|thị xã|thành phố|nông thôn|thành thị|nữ|nam|cửa khẩu|biên mậu|tiểu ngạch|chính ngạch|mậu dịch|tạm nhập|vụ|đông xuân|hè thu|vụ mùa|nội địa|trong nước|nước ngoài|nhà nước|tư nhân|trung ương|cấp tỉnh|cấp huyện|theo giá|so sánh|hiện hành|loại trừ|công ty|nhà máy|tập đoàn|dự án|chương trình|ngành|lĩnh vực|nhóm|mặt hàng|sản phẩm|hợp tác xã|ngân hàng|trồng trọt|chăn nuôi|thêm|mới|kỳ|chủ lực|chủ yếu|riêng|còn lại|khác)(?!\w)",
    re.I,
)
_PROPER = re.compile(rf"(?<=[^\W\d_{UPPER}] )(?![IVX]+\b)[{UPPER}][\w-]*|(?<=, )(?![IVX]+\b)[{UPPER}][\w-]*")
_NUMBER = re.compile(r"[+\-–−]?\d+(?:[.,]\d+)*")


# Values and what they reach: half a unit of the last printed digit on both sides.


@dataclass(frozen=True, slots=True)
class _Reach:
    low: Decimal
    high: Decimal

    def __add__(self, other: _Reach) -> _Reach:
        return _Reach(self.low + other.low, self.high + other.high)

    def minus(self, other: _Reach) -> _Reach:
        return _Reach(self.low - other.high, self.high - other.low)

    def over(self, other: _Reach) -> _Reach | None:
        """The quotient; None when the divisor may be zero or a value may be negative."""
        if other.low <= 0 or self.low < 0:
            return None
        return _Reach(self.low / other.high, self.high / other.low)

    def times(self, factor: Decimal, plus: Decimal = Decimal(0)) -> _Reach:
        return _Reach(self.low * factor + plus, self.high * factor + plus)

    def near(self, value: Decimal, slack: Decimal) -> bool:
        return self.low - slack <= value <= self.high + slack

    def meets(self, other: _Reach) -> bool:
        return self.low <= other.high and other.low <= self.high


def _exact(f: Figure) -> bool:
    """Whether the figure says one value: no hedge, no range."""
    return f.bound is Bound.NONE and f.high is None and f.step > 0


def _signed(f: Figure) -> Decimal:
    return -f.value if f.direction is Direction.DOWN and f.measure in (Measure.GROWTH, Measure.CHANGE) else f.value


def _reach(f: Figure, unit: str | None = None) -> _Reach:
    """What the figure's value may have been before it was rounded, in `unit`."""
    factor = Decimal(1) if unit is None else units.convert(Decimal(1), f.unit, unit)
    assert factor is not None
    return _Reach((_signed(f) - f.step / 2) * factor, (_signed(f) + f.step / 2) * factor)


def _places(step: Decimal) -> int:
    return max(0, -int(step.normalize().as_tuple().exponent))


def _num(value: Decimal, f: Figure, extra: int = 0) -> str:
    """`value` (in f's unit) as the figure f is printed: in its scale, with its decimals and `extra` more at most."""
    return units.trimmed(value / f.scale, _places(f.step / f.scale) + extra)


def _tail(f: Figure) -> str:
    """The printed scale and unit of a figure with the space before it: " tỷ đồng", "%"."""
    tail = re.sub(r"^[^\d]*[\d.,/–+−-]*\d\s*", "", f.text)
    if f.measure is Measure.MULTIPLE and not tail:
        tail = "lần"
    return tail if not tail or tail.startswith(("%", "‰")) else " " + tail


def _printed(f: Figure) -> str:
    found = _NUMBER.search(f.text)
    return found[0].lstrip("+-–−") if found else _num(f.value, f)


def _operand(f: Figure, like: Figure) -> str:
    """The figure's value in the unit and scale of `like`, with every digit it prints."""
    value = units.convert(f.value, f.unit, like.unit)
    return units.trimmed((f.value if value is None else value) / like.scale)


def _realised(f: Figure) -> bool:
    return f.modality in (Modality.ACTUAL, Modality.ESTIMATE)


def _alike(a: Figure, b: Figure) -> bool:
    """Both done (actual or estimated), or both of the same plan or forecast."""
    return a.modality is b.modality or _realised(a) and _realised(b)


def _when(p: Period) -> str:
    return period_label(p)


def _key(text: str) -> str:
    plain = re.sub(r"\([^()]*\)", " ", text)
    plain = re.sub(r"(?:theo\s+)?giá\s+(?:so sánh|cố định|hiện hành)(?:\s+(?:năm\s+)?\d{4})?", " ", plain, flags=re.I)
    return " ".join(w for w in words(plain) if w not in ("sau", "khi", "rà", "soát"))


def _has_year(p: Period) -> bool:
    return bool(p.kind) and p.year is not None


class _Reading:
    """A report with its figures, and what the checks ask of them."""

    def __init__(self, report: Report | None, figures: Iterable[Figure]) -> None:
        self.report = report
        self.figures = tuple(figures)
        self._narrow: dict[Figure, frozenset[str]] = {}
        self._keys: dict[Figure, str] = {}

    def key(self, f: Figure) -> str:
        """The indicator in one spelling."""
        if f not in self._keys:
            name = _key(f.indicator)
            self._keys[f] = re.sub(r"^(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán)(?: năm| cả năm| giao| về)? (?=\S+ \S)", "", name) if f.modality is Modality.TARGET else name
        return self._keys[f]

    @cached_property
    def levels(self) -> dict[str, list[Figure]]:
        """The levels that are stated exactly, by indicator."""
        out: dict[str, list[Figure]] = defaultdict(list)
        for f in self.figures:
            if f.measure is Measure.LEVEL and _exact(f) and _has_year(f.period) and f.indicator:
                out[self.key(f)].append(f)
        return out

    def quote(self, f: Figure) -> str:
        return f.sentence.of(self.report.text) if self.report else ""

    def around(self, f: Figure) -> str:
        """What stands around the figure: its sentence, and for a table its caption and headers."""
        parts = [self.quote(f), f.indicator, f.head]
        if self.report and f.table is not None and f.table < len(self.report.tables):
            table = self.report.tables[f.table]
            if table.caption is not None:
                parts.append(table.caption.of(self.report.text))
            if f.column is not None:
                parts += [row[f.column].text for row in table.rows[: table.header_rows] if f.column < len(row)]
        return " ".join(parts)

    def narrowing(self, f: Figure) -> frozenset[str]:
        """The words of the sentence (up to the figure), the caption and the section that narrow what is measured."""
        if f not in self._narrow:
            texts = [f.head]
            if self.report:
                path = self.report.section_path(f.section)
                texts += [title for title in path[1:] if len(title) < 200]
                if f.table is None:
                    texts.append(self.report.text[f.sentence.start : max(f.sentence.start, f.span.start)])
                elif f.table < len(self.report.tables):
                    table = self.report.tables[f.table]
                    texts.append(table.caption.of(self.report.text) if table.caption else "")
            found = [m[0].lower() for text in texts for pattern in (_NARROW, _PROPER) for m in pattern.finditer(text)]
            own = set(words(f.indicator))
            self._narrow[f] = frozenset(w for w in found if not set(words(w)) <= own)
        return self._narrow[f]

    def together(self, a: Figure, b: Figure) -> bool:
        """In the same sentence or table row."""
        return a.sentence == b.sentence and (a.table, a.row) == (b.table, b.row)

    def same_thing(self, a: Figure, b: Figure) -> bool:
        """Whether both surely speak of the same indicator."""
        if self.key(a) != self.key(b) or not self.key(a) or _key(a.scope) != _key(b.scope):
            return False
        if not _heads_agree(a, b):
            return False
        if self.together(a, b):
            return True
        return _telling(a, b) and self.narrowing(a) == self.narrowing(b)

    def level(self, f: Figure, period: Period, *, target: bool = False) -> Figure | None:
        """The level of f's indicator for `period`, the most exact; None when there is none, or several that differ."""
        found = [
            x for x in self.levels.get(self.key(f), ())
            if same(x.period, period) and (x.modality is Modality.TARGET if target else _realised(x)) and self.same_thing(f, x)
        ]  # fmt: skip
        near = [x for x in found if self.together(f, x)]
        found = near or found
        if not found:
            return None
        best = min(found, key=lambda x: (x.step, x.span))
        for x in found:
            if not units.compatible(x.unit, best.unit) or not _reach(x, best.unit).meets(_reach(best)):
                return None
        return best

    def comparable_prices(self, *figures: Figure) -> bool:
        """Whether no price base can stand between the figures: a growth at constant prices is none of current values."""
        texts = [self.around(f) for f in figures]
        bases = [frozenset(" ".join(words(m[0])) for m in _PRICES.finditer(text)) for text in texts]
        if any(b != bases[0] for b in bases):
            return False
        if any("hiện hành" in b or "thực tế" in b or "loại trừ" in b for found in bases for b in found):
            return False
        return bool(bases[0]) or not any(_REAL.search(text) for text in texts)


def _heads_agree(a: Figure, b: Figure) -> bool:
    first, second = ("" if _GENERIC_HEAD.match(f.head) else _key(f.head) for f in (a, b))
    if first == second:
        return True
    if first and second:
        return False
    rest = set((first or second).split()) - set(_key(a.indicator).split())
    return rest <= _TRADE


def _telling(*figures: Figure) -> bool:
    """Whether the names say enough to know the indicator again elsewhere."""
    for f in figures:
        name = _key(f.indicator)
        head = "" if _GENERIC_HEAD.match(f.head) else _key(f.head)
        if len(name.split()) + len(head.split()) < 3 and name not in _KNOWN:
            return False
        if len(name.split()) > 14:
            return False
        if f.table is None and units.kind(f.unit).startswith("count:") and not _COUNTED_BY.match(f.indicator):
            return False
    return True


def _additive(f: Figure) -> bool:
    """Whether values of this kind add up to a total."""
    if f.measure is Measure.SHARE:
        return f.unit == "%"
    if f.measure is not Measure.LEVEL or "/" in f.unit or f.unit in ("%", "‰", "°C", "điểm", "lần", "điểm phần trăm"):
        return False
    return not _NOT_ADDITIVE.search(_key(f.indicator))


def _unlike(values: Decimal, total: Decimal) -> Decimal:
    return abs(values - total) / total if total else Decimal(1)


# Totals against parts


@dataclass(frozen=True)
class _Sum:
    """Parts held against their total: the sum in the total's unit, and which side it misses on."""

    total: Figure
    parts: tuple[Figure, ...]
    value: Decimal
    side: int  # −1 parts below, 0 agree, 1 parts above the total
    certain: bool  # the total has three digits or more beyond the tolerance


def _sum(total: Figure, parts: Sequence[Figure]) -> _Sum | None:
    """None when a part is of another unit, period, measure or kind."""
    for p in parts:
        if not (_exact(p) and _additive(p) and p.measure is total.measure and same(p.period, total.period) and _alike(p, total) and units.compatible(p.unit, total.unit)):
            return None
    if not parts or not _exact(total) or not _additive(total):
        return None
    reach, value = _Reach(Decimal(0), Decimal(0)), Decimal(0)
    for p in parts:
        reach += _reach(p, total.unit)
        value += units.convert(p.value, p.unit, total.unit) or Decimal(0)
    stated = _reach(total)
    side = 0 if reach.meets(stated) else 1 if value > total.value else -1
    width = reach.high - reach.low + stated.high - stated.low
    return _Sum(total, tuple(parts), value, side, total.value > 0 and width / 2 / total.value < Decimal("0.01"))


def _sum_finding(s: _Sum) -> Finding:
    kind = Kind.SHARE if s.total.measure is Measure.SHARE else Kind.TOTAL
    tail = _tail(s.total)
    value = units.trimmed(s.value / s.total.scale)
    formula = " + ".join(_operand(p, s.total) for p in s.parts) + f" = {value}{tail}"
    if len(s.parts) == 1:
        formula = f"{value}{tail} > {_operand(s.total, s.total)}{tail}"
    what = "Các phần cộng lại được" if len(s.parts) > 1 else f"Riêng {s.parts[0].indicator} đã là"
    way = "nhiều hơn" if s.side > 0 else "ít hơn"
    gap = units.trimmed(abs(s.value - s.total.value) / s.total.scale)
    name = s.total.indicator or s.total.head or "tổng"
    line = f"{what} {value}{tail}, {way} {gap}{tail} so với tổng báo cáo ghi: {name} {s.total.text}."
    return Finding(kind, (s.total, *s.parts), formula, s.value, s.total.value, s.total.unit, line)


@dataclass(frozen=True)
class _Row:
    """A body row of a table that holds figures: its label without its mark, and how deep the mark puts it."""

    index: int
    label: str
    depth: int | None  # None: no mark
    among: bool = False
    dash: bool = False

    @property
    def total(self) -> bool:
        return bool(_TOTAL.match(self.label))


def _row(index: int, cells: Sequence[Cell]) -> _Row:
    mark, label = "", ""
    for cell in cells:
        text = cell.text.strip().replace("*", "").strip()
        if re.search(r"[^\W\d_]{2}", text) and not re.fullmatch(r"[IVX]+\.?", text):
            label = text
            break
        mark = mark or text
    among, dash = bool(_AMONG.match(label)), bool(_DASH.match(label)) or mark in ("-", "–", "+", "•")
    numbered = _NUMBERING.match(label)
    if numbered:
        mark, label = numbered["mark"], label[numbered.end() :]
    label = re.sub(r"^[\s–\-+•*]*(?:trong đó\s*:?|tr\.?\s?đó\s*:?)?\s*", "", label, flags=re.I).strip(" .:;")
    return _Row(index, label, _depth(mark), among, dash)


def _depth(mark: str) -> int | None:
    body = mark.strip().strip(".)")
    if re.fullmatch(r"[IVX]+", body):
        return 1
    if re.fullmatch(r"[A-Z]", body):
        return 0
    if re.fullmatch(r"\d+(?:\.\d+)*", body):
        return 2 + body.count(".")
    return 8 if re.fullmatch(r"[a-zđ]", body) else None


@dataclass(frozen=True)
class _Breakdown:
    """A total row and the rows that should make it up.

    `explicit`: marks or the word "tổng" say so; `whole`: nothing is left out, as far as the table's words tell.
    """

    total: int
    parts: tuple[int, ...]
    explicit: bool
    whole: bool


class _Sheet:
    """A table as columns of figures."""

    def __init__(self, report: Report, number: int, figures: Sequence[Figure]) -> None:
        self.table = report.tables[number]
        self.caption = self.table.caption.of(report.text) if self.table.caption else ""
        self.columns: dict[int, dict[int, Figure]] = defaultdict(dict)
        doubled = set()
        for f in figures:
            assert f.row is not None and f.column is not None
            if f.row in self.columns[f.column]:
                doubled.add((f.column, f.row))
            self.columns[f.column][f.row] = f
        for column, row in doubled:
            del self.columns[column][row]
        held = {f.row for f in figures}
        self.rows: list[_Row | str] = []  # a string is a row without figures: a group's title
        for r in range(self.table.header_rows, len(self.table.rows)):
            if r in held:
                self.rows.append(_row(r, self.table.rows[r]))
            else:
                title = next((c.text.strip() for c in self.table.rows[r] if re.search(r"[^\W\d_]{2}", c.text)), "")
                if title and not any(re.search(r"\d|…", c.text) for c in self.table.rows[r][1:]):
                    self.rows.append(title)

    def sum(self, b: _Breakdown, column: int) -> tuple[_Sum | None, bool]:
        """The sum of a breakdown in a column, and whether all its parts are there (a dash in a cell is nothing)."""
        cells = self.columns[column]
        total = cells.get(b.total)
        if total is None:
            return None, False
        there = [cells[r] for r in b.parts if r in cells]
        missing = [r for r in b.parts if r not in cells]
        blank = all(column < len(self.table.rows[r]) and self.table.rows[r][column].text.strip() in ("-", "–", "—") for r in missing)
        return _sum(total, there), blank

    def matches(self, b: _Breakdown, but: int | None = None) -> int:
        """In how many columns (other than `but`) the parts make up the total, to three digits or more."""
        count = 0
        for column in self.columns:
            if column != but:
                s, complete = self.sum(b, column)
                count += bool(s and complete and s.side == 0 and s.certain and len(s.parts) > 1)
        return count


def _flat(sheet: _Sheet, rows: Sequence[_Row], total: int | None = None) -> list[int]:
    """Unmarked rows without those that a row before them already sums up."""
    out: list[int] = []
    i = 0
    while i < len(rows):
        out.append(rows[i].index)
        skip = 0
        for k in range(2, len(rows) - i):
            inner = _Breakdown(rows[i].index, tuple(r.index for r in rows[i + 1 : i + 1 + k]), False, False)
            sums = [s for c in sheet.columns if (s := sheet.sum(inner, c)[0]) is not None]
            fits = sum(s.side == 0 and s.certain for s in sums)
            if fits and fits * 2 >= len(sums):
                skip = k
                break
        i += 1 + skip
    return out


def _breakdowns(sheet: _Sheet) -> Iterator[_Breakdown]:
    rows = sheet.rows
    for at, row in enumerate(rows):
        if isinstance(row, str):
            continue
        if row.total and (found := _under_total(sheet, at)) is not None:
            yield found
        if not row.dash and not row.among:
            children: list[_Row] = []
            for after in rows[at + 1 :]:
                if isinstance(after, str) or not (after.dash or after.among):
                    break
                if after.dash and not after.among:
                    children.append(after)
            if len(children) > 1 and not row.total:
                whole = bool(re.match(r"tổng", row.label, re.I)) or any(_REST.search(c.label) for c in children)
                yield _Breakdown(row.index, tuple(c.index for c in children), True, whole)
        if row.depth is not None and not row.dash:
            deeper: list[_Row] = []
            for after in rows[at + 1 :]:
                if isinstance(after, str) or after.depth is not None and after.depth <= row.depth:
                    break
                if after.depth is not None and not after.among:
                    deeper.append(after)
            least = min((d.depth for d in deeper if d.depth is not None), default=0)
            children = [d for d in deeper if d.depth == least]
            if len(children) > 1:
                yield _Breakdown(row.index, tuple(c.index for c in children), False, False)
        elif row.depth is None and not row.dash and not row.among and not row.total:
            run: list[_Row] = []
            for after in rows[at + 1 : at + 13]:
                if isinstance(after, str) or after.depth is not None or after.dash or after.among or after.total:
                    break
                run.append(after)
            options = [_Breakdown(row.index, tuple(r.index for r in run[:k]), bool(re.match(r"tổng", row.label, re.I)), False) for k in range(2, len(run) + 1)]
            best = max(options, key=sheet.matches, default=None)
            if best is not None and sheet.matches(best):
                yield best


def _under_total(sheet: _Sheet, at: int) -> _Breakdown | None:
    rows = sheet.rows
    row = rows[at]
    assert isinstance(row, _Row)
    after: list[_Row | str] = []
    for r in rows[at + 1 :]:
        if isinstance(r, _Row) and r.total:
            break
        after.append(r)
    if not [r for r in after if isinstance(r, _Row)]:
        after = []
        for r in reversed(rows[:at]):
            if isinstance(r, _Row) and r.total or isinstance(r, str):
                break
            after.insert(0, r)
    whole = not _SOME.search(sheet.caption)
    if after and isinstance(after[0], str):
        whole = whole and bool(_SPLIT_BY.match(after[0])) and not _SOME.search(after[0])
        after = after[1:]
    cut = next((i for i, r in enumerate(after) if isinstance(r, str)), None)
    if cut is not None:
        # titles between the rows: either a second way to split the same total, or groups without a subtotal
        if not _SPLIT_BY.match(str(after[cut])):
            return None
        after = after[:cut]
    parts = [r for r in after if isinstance(r, _Row)]
    if parts and parts[0].among:
        whole = False
        parts = [r for r in parts if r.among]
    else:
        parts = [r for r in parts if not r.among]
    if any(not r.dash for r in parts):
        parts = [r for r in parts if not r.dash]
    marked = [r for r in parts if r.depth is not None]
    if marked and len(marked) < len(parts):
        return None
    if marked:
        least = min(r.depth for r in marked if r.depth is not None)
        chosen = [r.index for r in marked if r.depth == least]
    else:
        chosen = _flat(sheet, parts)
        full = _Breakdown(row.index, tuple(r.index for r in parts), True, whole)
        if sheet.matches(full):
            chosen = list(full.parts)
    if len(chosen) < 2:
        return None
    found = _Breakdown(row.index, tuple(chosen), True, whole)
    if not sheet.matches(found):
        # the first rows alone may make up the total, and others follow
        for k in range(2, len(chosen)):
            first = _Breakdown(row.index, tuple(chosen[:k]), True, whole)
            if sheet.matches(first):
                return first
    return found


def _table_totals(reading: _Reading) -> Iterator[Finding]:
    report = reading.report
    if report is None:
        return
    for number in range(len(report.tables)):
        mine = [f for f in reading.figures if f.table == number and f.row is not None and f.column is not None]
        if len(mine) < 3:
            continue
        sheet = _Sheet(report, number, mine)
        seen: set[tuple[int, int]] = set()
        totals = False
        for b in _breakdowns(sheet):
            for column in sorted(sheet.columns):
                s, complete = sheet.sum(b, column)
                if s is None or not s.parts:
                    continue
                totals = totals or s.total.measure is Measure.SHARE
                if s.side == 0 or (b.total, column) in seen:
                    continue
                if _suspect(sheet, b, column, s, complete):
                    seen.add((b.total, column))
                    yield _sum_finding(s)
        yield from _parts_above(sheet, seen)
        if not totals:
            yield from _share_columns(sheet)
        yield from _table_shares(sheet)


def _parts_above(sheet: _Sheet, seen: set[tuple[int, int]]) -> Iterator[Finding]:
    """A row "trong đó" that is greater than the row it is a part of."""
    parent: _Row | None = None
    for row in sheet.rows:
        if isinstance(row, str):
            parent = None
        elif not row.among:
            parent = row if not row.dash else parent
        elif parent is not None:
            for column, cells in sorted(sheet.columns.items()):
                if row.index in cells and parent.index in cells and (parent.index, column) not in seen:
                    s = _sum(cells[parent.index], [cells[row.index]])
                    if s is not None and s.side > 0 and s.total.measure is Measure.LEVEL and _key(s.total.indicator) == _key(s.parts[0].head):
                        yield _sum_finding(s)


def _suspect(sheet: _Sheet, b: _Breakdown, column: int, s: _Sum, complete: bool) -> bool:
    """Whether a breakdown that misses its total in this column is an error, rather than no breakdown."""
    agree = sheet.matches(b, but=column)
    rest = any(isinstance(r, _Row) and r.index in b.parts and _REST.search(r.label) for r in sheet.rows)
    near = _unlike(s.value, s.total.value) <= _NEAR
    if len(s.parts) < 2:
        return s.side > 0 and b.explicit and agree > 0
    if agree >= 2 or agree and b.explicit:
        return s.side > 0 or complete
    if not b.explicit:
        return False
    if s.side > 0:
        return near and not _doubled(s)
    return complete and b.whole and (near or rest)


def _doubled(s: _Sum) -> bool:
    """Whether the first few parts alone make up the total: the others split it another way."""
    return any((first := _sum(s.total, s.parts[:k])) is not None and first.side == 0 for k in range(1, len(s.parts)))


# Shares


def _whole(like: Figure) -> Figure:
    """100%, as a figure of the same kind as `like`."""
    return Figure(
        _HUNDRED, "100%", "%", like.span, like.sentence, "toàn bộ", measure=Measure.SHARE, modality=like.modality, period=like.period,
        step=min(like.step, Decimal(1)), section=like.section,
    )  # fmt: skip


def _over_hundred(parts: Sequence[Figure], below: bool = False) -> Finding | None:
    s = _sum(_whole(parts[0]), parts)
    if s is None or s.side == 0 or s.side < 0 and not below or _unlike(s.value, _HUNDRED) > _NEAR:
        return None
    value = units.trimmed(s.value)
    way = "vượt quá" if s.side > 0 else "chưa đủ"
    formula = " + ".join(_operand(p, p) for p in parts) + f" = {value}%"
    line = f"Các tỷ trọng cộng lại được {value}%, {way} 100%."
    return Finding(Kind.SHARE, tuple(parts), formula, _HUNDRED, s.value, "%", line)


def _share_columns(sheet: _Sheet) -> Iterator[Finding]:
    """Shares of a table without a total row that come to more than 100%."""
    rows = [r for r in sheet.rows if isinstance(r, _Row)]
    if len(rows) != len(sheet.rows) or any(r.total for r in rows):
        return
    top = [r for r in rows if not r.among and not r.dash] or rows
    marked = [r for r in top if r.depth is not None]
    if marked and len(marked) < len(top):
        return
    if marked:
        least = min(r.depth for r in marked if r.depth is not None)
        top = [r for r in marked if r.depth == least]
    if len(top) < 3 or any(re.search(r"(?<!\w)(?:trong|trên|so với|tỷ lệ|tổng)(?!\w)", r.label, re.I) for r in top):
        return
    chosen = set(_flat(sheet, top)) if not marked else {r.index for r in top}
    for column in sorted(sheet.columns):
        parts = [f for r, f in sheet.columns[column].items() if r in chosen]
        if len(parts) > 2 and len(parts) == len(chosen) and all(f.measure is Measure.SHARE for f in parts) and len({f.unit for f in parts}) == 1:
            found = _over_hundred(parts)
            if found is not None:
                yield found


def _table_shares(sheet: _Sheet) -> Iterator[Finding]:
    """A share beside its level, where the table has the total whose share is 100%, or the shares come to 100%."""
    rows = [r for r in sheet.rows if isinstance(r, _Row)]
    tops = [r.index for r in rows if r.total]
    for cells in sheet.columns.values():
        shares = {r: f for r, f in cells.items() if f.measure is Measure.SHARE and f.unit == "%" and _exact(f)}
        if len(shares) < 2:
            continue
        any_share = next(iter(shares.values()))
        options: list[dict[int, Figure]] = [
            {r: x for r, x in column.items() if _exact(x)} for column in sheet.columns.values()
            if (levels := [x for x in column.values() if x.measure is Measure.LEVEL]) and all(_additive(x) for x in levels) and _alike(levels[0], any_share)
        ]  # fmt: skip
        plain = [r.index for r in rows if not (r.total or r.dash or r.among or r.depth is not None)]
        top = tops[0] if len(tops) == 1 and tops[0] in shares and shares[tops[0]].value == _HUNDRED else None
        exhaustive = top is None and not tops and len(plain) == len(rows) == len(shares) and _hundred(list(shares.values()))
        if top is None and not exhaustive:
            continue
        options = [o for o in options if {x.unit for x in o.values()} and len({x.unit for x in o.values()}) == 1 and all(same(x.period, any_share.period) for x in o.values())]
        if len(options) != 1:
            continue
        column = options[0]
        if exhaustive and set(column) < set(shares) or top is not None and top not in column:
            continue
        for r, f in shares.items():
            if r == top or r not in column:
                continue
            whole = [column[top]] if top is not None else [column[q] for q in shares]
            reach = _Reach(Decimal(0), Decimal(0))
            for w in whole:
                reach += _reach(w)
            total = sum((w.value for w in whole), Decimal(0))
            ratio = _reach(column[r]).over(reach)
            if ratio is None or not total or ratio.times(_HUNDRED).near(f.value, f.step):
                continue
            shown = _num(total, whole[0]) if len(whole) == 1 else "(" + " + ".join(_operand(w, whole[0]) for w in whole) + ")"
            # one share out of line is an error; several are shares of something else
            finding = _ratio_finding(Kind.SHARE, f, column[r], whole, shown, column[r].value / total * _HUNDRED)
            others = [q for q in shares if q not in (r, top) and q in column]
            good = [q for q in others if (x := _reach(column[q]).over(reach)) is not None and x.times(_HUNDRED).near(shares[q].value, shares[q].step)]
            if others and len(good) * 2 >= len(others) and good:
                yield finding


def _hundred(shares: Sequence[Figure]) -> bool:
    s = _sum(_whole(shares[0]), shares)
    return s is not None and (s.side == 0 or _unlike(s.value, _HUNDRED) < Decimal("0.03"))


def _ratio_finding(kind: Kind, f: Figure, part: Figure, whole: Sequence[Figure], shown: str, expected: Decimal) -> Finding:
    value = _num(expected, f, 1)
    formula = f"{_operand(part, whole[0])} : {shown} × 100 {_result(expected, f)}"
    what = {Kind.SHARE: "Tỷ trọng", Kind.COMPLETION: "Mức so với kế hoạch"}.get(kind, "Tỷ lệ")
    line = f"{what} tính từ số liệu là {value}%, báo cáo ghi {_printed(f)}% ({f.indicator})."
    return Finding(kind, (f, part, *whole), formula, _rounded(expected, f), f.value, "%", line)


def _result(value: Decimal, f: Figure, unit: str = "%") -> str:
    """The end of a formula: "= 98%", or "≈ 98,37%" where digits were cut, with one decimal more than f prints."""
    shown = _num(value, f, 1)
    exact = value / f.scale == (value / f.scale).quantize(Decimal(1).scaleb(-_places(f.step / f.scale) - 1))
    return f"{'=' if exact else '≈'} {shown}{unit}"


def _rounded(value: Decimal, f: Figure) -> Decimal:
    return value.quantize((f.step / 100).normalize() if f.step < 1 else Decimal("0.01"), ROUND_HALF_UP)


# Running text: totals and shares


def _sentences(reading: _Reading) -> list[tuple[Span, list[Figure]]]:
    out: dict[Span, list[Figure]] = defaultdict(list)
    for f in reading.figures:
        if f.table is None:
            out[f.sentence].append(f)
    return [(span, sorted(found, key=lambda f: f.span)) for span, found in sorted(out.items())]


def _prose_totals(reading: _Reading) -> Iterator[Finding]:
    report = reading.report
    if report is None:
        return
    before: tuple[Span, list[Figure]] | None = None
    for span, found in _sentences(reading):
        text = span.of(report.text)
        marks = [m for m in _CONNECTOR.finditer(text) if m["list"] is None or not re.match(r"\d", text[m.end() : m.end() + 1])]
        for i, mark in enumerate(marks):
            at = span.start + mark.start()
            total = _total_before(report.text, found, at, before if not text[: mark.start()].strip(" -–•*") else None)
            if total is None or _two_values(reading, total, found) or not _additive(total) or not _exact(total) or total.measure is not Measure.LEVEL:
                continue
            end = span.end
            if mark["paren"] is not None:
                close = text.find(")", mark.end())
                end = span.start + (close if close >= 0 else len(text))
            nested = next((m for m in marks[i + 1 :] if m["list"] is None and span.start + m.start() < end), None)
            stop = span.start + nested.start() if nested is not None else end
            finding = _prose_breakdown(reading, total, mark, found, at, stop, end, text)
            if finding is not None:
                yield finding
        before = (span, found)


def _two_values(reading: _Reading, f: Figure, found: Sequence[Figure]) -> bool:
    """Whether the sentence gives the same thing another value: one of the two was read with a wrong period."""
    return any(
        x is not f and x.measure is f.measure and reading.key(x) == reading.key(f) and same(x.period, f.period) and x.modality is f.modality
        and units.compatible(x.unit, f.unit) and not _reach(x, f.unit).meets(_reach(f)) for x in found
    )  # fmt: skip


def _total_before(text: str, found: Sequence[Figure], at: int, before: tuple[Span, list[Figure]] | None) -> Figure | None:
    """The level that stands last before `at`, in the sentence or (for a sentence that begins with "Trong đó") the one before."""
    if before is not None:
        held = [f for f in before[1] if f.measure is Measure.LEVEL and f.modality is not Modality.TARGET]
        names = {_key(f.head) for f in found if f.head}
        held = [f for f in held if _key(f.indicator) in names]
        return held[0] if len(held) == 1 and at - before[0].end < 4 else None
    levels = [f for f in found if f.span.end <= at and f.measure is Measure.LEVEL]
    if not levels:
        return None
    total = levels[-1]
    between = text[total.span.end : at]
    return total if not re.search(r";|\.\s", between) else None


def _prose_breakdown(reading: _Reading, total: Figure, mark: re.Match[str], found: Sequence[Figure], at: int, stop: int, end: int, text: str) -> Finding | None:
    assert reading.report is not None
    if mark["list"] is not None and len(reading.report.text[total.span.end : at].strip()) > 25:
        return None  # a colon far from the total opens something else
    whole = mark["among"] is None and not _OPEN_LIST.search(text) and not any(f.span.start >= stop for f in found if f.span.start < end and f.unit == total.unit)
    parts: list[Figure] = []
    for f in found:
        if not at < f.span.start < stop or f.measure is not Measure.LEVEL or not units.compatible(f.unit, total.unit):
            continue
        head, name = _key(f.head), reading.key(total)
        fits = _exact(f) and same(f.period, total.period) and _alike(f, total) and reading.key(f) not in ("", name)
        if head and name not in head and head not in name or not head and mark["among"] is not None:
            fits = False
        if fits:
            parts.append(f)
        else:
            whole = False
    names = [reading.key(p) for p in parts]
    if not parts or len(set(names)) < len(names) or set(map(_trade, parts)) >= {"xuất khẩu", "nhập khẩu"}:
        return None
    s = _sum(total, parts)
    if s is None or s.side == 0:
        return None
    near = _unlike(s.value, total.value) <= _NEAR
    rest = any(_REST.search(p.indicator) for p in parts)
    if s.side < 0:
        return _sum_finding(s) if whole and len(parts) > 1 and (near or rest) else None
    for p in parts:
        one = _sum(total, [p])
        if one is not None and one.side > 0 and (len(parts) == 1 or mark["among"] is not None):
            return _sum_finding(one)
    if len(parts) < 2 or _subset_fits(total, parts) or (_NESTED.search(text[mark.start() :]) and mark["among"] is not None):
        return None
    if mark["among"] is not None and not _one_axis(parts) and _unlike(s.value, total.value) > _OVERLAP:
        return None  # short-term loans and loans to farmers may be the same loans
    people = units.kind(total.unit).startswith("count:") and _PEOPLE.search(total.unit)
    if mark["among"] is not None and people:
        return None  # those who are poor and those who are old may be the same
    return _sum_finding(s) if near or whole and rest else None


def _one_axis(parts: Sequence[Figure]) -> bool:
    """Whether the parts are known to exclude each other."""
    names = [" ".join(words(p.indicator)) for p in parts]
    for axis in _AXES:
        found = [{m[0] for m in axis.finditer(name)} for name in names]
        if all(found) and all(not a & b for i, a in enumerate(found) for b in found[:i]):
            return True
    return False


def _subset_fits(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether some of the parts make up the total, so that the others lie within them."""
    if len(parts) > 12:
        return True
    for bits in range(3, 2 ** len(parts) - 1):
        chosen = [p for i, p in enumerate(parts) if bits >> i & 1]
        if len(chosen) > 1 and (s := _sum(total, chosen)) is not None and s.side == 0:
            return True
    return False


def _prose_shares(reading: _Reading) -> Iterator[Finding]:
    report = reading.report
    if report is None:
        return
    for span, found in _sentences(reading):
        text = span.of(report.text)
        groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for f in found:
            if f.measure is Measure.SHARE and f.unit == "%" and _exact(f):
                groups[(_key(f.head), str(f.period))].append(f)
        for shares in groups.values():
            rest = bool(_REST.search(shares[-1].indicator))
            names = [reading.key(f) for f in shares]
            between = report.text[shares[0].span.start : shares[-1].span.end]
            if len(shares) < 2 or len(set(names)) < len(names) or "" in names or re.search(r"trong đó|riêng|năm trước|cùng kỳ|\(|xuống|lên", between, re.I):
                continue
            if (len(shares) > 2 and re.search(r"(?<!\w)cơ cấu(?!\w)", text, re.I) or rest) and len(found) == len(shares):
                finding = _over_hundred(shares, below=rest and len(shares) > 2)
                if finding is not None:
                    yield finding
        yield from _fractions(reading, found)
        yield from _share_of_total(reading, found)


def _fractions(reading: _Reading, found: Sequence[Figure]) -> Iterator[Finding]:
    """ "148,6/236,4 km, đạt 62,9%"."""
    for f, after in zip(found, found[1:], strict=False):
        m = re.match(r"(\d[\d.,]*)\s*/\s*(\d[\d.,]*)", f.text)
        if not m or after.unit != "%" or after.measure not in (Measure.SHARE, Measure.COMPLETION, Measure.LEVEL) or reading.key(after) != reading.key(f) or not _exact(after):
            continue
        assert reading.report is not None
        between = reading.report.text[f.span.end : after.span.start]
        if len(between) > 60 or re.search(r"\d|;|kế hoạch|cùng kỳ|tăng|giảm", between):
            continue
        try:
            part, part_places = parse_number(m[1].rstrip(".,"))
            whole, whole_places = parse_number(m[2].rstrip(".,"))
        except ValueError:
            continue
        counted = units.kind(f.unit).startswith("count:")
        half = [Decimal(0) if counted else Decimal(1).scaleb(-p) / 2 for p in (part_places, whole_places)]
        ratio = _Reach(part - half[0], part + half[0]).over(_Reach(whole - half[1], whole + half[1]))
        tail = reading.report.text[after.span.end : after.span.end + 30]
        if ratio is None or not whole or ratio.times(_HUNDRED).near(after.value, after.step) or re.match(r"\s*(?:so với\s+)?(?:kế hoạch|tổng|dân)", tail):
            continue
        expected = part / whole * _HUNDRED
        value = _num(expected, after, 1)
        line = f"Tỷ lệ tính từ {m[0].strip()} là {value}%, báo cáo ghi {_printed(after)}% ({f.indicator})."
        yield Finding(Kind.SHARE, (after, f), f"{m[1]} : {m[2]} × 100 {_result(expected, after)}", _rounded(expected, after), after.value, "%", line)


def _share_of_total(reading: _Reading, found: Sequence[Figure]) -> Iterator[Finding]:
    """ "tổng … 1.000 tỷ đồng, trong đó A đạt 450 tỷ đồng, chiếm 45%"."""
    assert reading.report is not None
    for part, share in zip(found, found[1:], strict=False):
        if share.measure is not Measure.SHARE or share.unit != "%" or not _exact(share) or not _exact(part) or part.measure is not Measure.LEVEL or not _additive(part):
            continue
        between = reading.report.text[part.span.end : share.span.start]
        if not re.search(r"(?<!\w)chiếm(?:\s+(?:tỷ trọng|tỷ lệ))?\s*$", between, re.I) or len(between) > 40 or re.search(r"\d", between):
            continue
        wholes = [f for f in found if f.measure is Measure.LEVEL and f.span.end <= part.span.start and reading.key(f) and reading.key(f) == _key(part.head)]
        if len(wholes) != 1 or not _exact(wholes[0]) or not _additive(wholes[0]):
            continue
        whole = wholes[0]
        if not (units.compatible(part.unit, whole.unit) and same(part.period, whole.period) and _alike(part, whole) and reading.key(share) == reading.key(part)):
            continue
        tail = re.match(r"[^;,.()\d]*", reading.report.text[share.span.end : share.span.end + 60])
        said = set(words(tail[0] if tail else ""))
        if not said <= set(words(whole.indicator)) | {"tổng", "số", "của", "trong", "toàn", "và", "tỷ", "trọng"}:
            continue
        ratio = _reach(part, whole.unit).over(_reach(whole))
        value = units.convert(part.value, part.unit, whole.unit)
        if ratio is None or value is None or not whole.value or ratio.times(_HUNDRED).near(share.value, share.step):
            continue
        yield _ratio_finding(Kind.SHARE, share, part, [whole], _operand(whole, whole), value / whole.value * _HUNDRED)


# Growth, multiples, changes


def _before(f: Figure) -> Period | None:
    """The period that a growth is measured against, if it is certain."""
    p, b = f.period, f.base_period
    if b.year is not None:
        if b.kind in ("", p.kind) and (not b.kind or b.kind == "year" or b.part is not None):
            if p.kind == "range" or b.year >= (p.year or 0) and b.kind in ("", "year"):
                return None
            return Period(p.kind, b.year, None, b.part or p.part)
        return b if b.part is not None and b.kind in ("month", "quarter", "months", "half") else None
    if p.year is None or b.kind:
        return None
    if f.base is Base.YEAR and p.kind in ("year", "quarter", "month", "months", "half"):
        return Period(p.kind, p.year - 1, None, p.part)
    if f.base is Base.PREVIOUS and p.kind in ("month", "quarter") and p.part:
        last = 12 if p.kind == "month" else 4
        return Period(p.kind, p.year - (p.part == 1), None, p.part - 1 or last)
    return None


def _growth(reading: _Reading) -> Iterator[Finding]:
    for f in reading.figures:
        if not _exact(f) or f.measure not in (Measure.GROWTH, Measure.INDEX, Measure.MULTIPLE, Measure.CHANGE) or not _has_year(f.period):
            continue
        if f.base is Base.AVERAGE:
            yield from _average(reading, f)
            continue
        if f.base not in (Base.YEAR, Base.PREVIOUS, Base.FIXED) or (then := _before(f)) is None:
            continue
        now = reading.level(f, f.period, target=f.modality is Modality.TARGET)
        old = reading.level(f, then)
        if now is None or old is None or now == old or not units.compatible(now.unit, old.unit) or f.modality is Modality.FORECAST:
            continue
        if f.modality is Modality.TARGET and not reading.together(f, now) or not reading.comparable_prices(f, now, old):
            continue
        finding = _change(f, now, old) if f.measure is Measure.CHANGE else _rate(f, now, old)
        if finding is not None:
            yield finding


def _change(f: Figure, now: Figure, old: Figure) -> Finding | None:
    unit = "%" if f.unit == "điểm phần trăm" else f.unit
    if now.unit != old.unit or not units.compatible(unit, now.unit) or f.unit == "%":
        return None
    gap = _reach(now, unit).minus(_reach(old, unit))
    if gap.near(_signed(f), f.step):
        return None
    expected = (units.convert(now.value, now.unit, unit) or Decimal(0)) - (units.convert(old.value, old.unit, unit) or Decimal(0))
    value, tail = units.trimmed(expected / f.scale), _tail(f)
    formula = f"{units.trimmed((units.convert(now.value, now.unit, unit) or now.value) / f.scale)} − {units.trimmed((units.convert(old.value, old.unit, unit) or old.value) / f.scale)} = {value}{tail}"
    line = f"Chênh lệch giữa {_when(now.period)} và {_when(old.period)} là {_moved(expected, f)}, báo cáo ghi {_moved(_signed(f), f)} ({f.indicator})."
    return Finding(Kind.GROWTH, (f, now, old), formula, expected, _signed(f), f.unit, line)


def _moved(value: Decimal, f: Figure, extra: int = 1) -> str:
    """ "tăng 3,2%", "giảm 12 triệu USD"."""
    way = "tăng " if value > 0 else "giảm " if value < 0 else ""
    return f"{way}{_num(abs(value), f, extra)}{_tail(f)}"


def _rate(f: Figure, now: Figure, old: Figure) -> Finding | None:
    if now.unit in ("%", "‰") or f.measure is not Measure.MULTIPLE and f.unit != "%":
        return None  # a rate that grew by 2% may mean 2 points
    ratio = _reach(now, old.unit).over(_reach(old))
    value = units.convert(now.value, now.unit, old.unit)
    if ratio is None or value is None or not old.value:
        return None
    top, below = _operand(now, old), _operand(old, old)
    if f.measure is Measure.MULTIPLE:
        expected, ready = value / old.value, ratio
        formula = f"{top} : {below} {_result(expected, f, ' lần')}"
        line = f"{_when(now.period).capitalize()} gấp {_num(expected, f, 1)} lần {_when(old.period)}, báo cáo ghi {_printed(f)} lần ({f.indicator})."
    elif f.measure is Measure.INDEX:
        expected, ready = value / old.value * _HUNDRED, ratio.times(_HUNDRED)
        formula = f"{top} : {below} × 100 {_result(expected, f)}"
        line = f"{_when(now.period).capitalize()} bằng {_num(expected, f, 1)}% {_when(old.period)}, báo cáo ghi {_printed(f)}% ({f.indicator})."
    else:
        expected, ready = (value / old.value - 1) * _HUNDRED, ratio.times(_HUNDRED, -_HUNDRED)
        formula = f"({top} : {below} − 1) × 100 {_result(expected, f)}"
        line = f"So với {_when(old.period)}, số liệu {_moved(expected, f)}, báo cáo ghi {_moved(_signed(f), f)} ({f.indicator})."
    if ready.near(_signed(f), f.step):
        return None
    return Finding(Kind.GROWTH, (f, now, old), formula, _rounded(expected, f), _signed(f), f.unit, line)


def _root(value: Decimal, n: int) -> Decimal:
    return value ** (Decimal(1) / n)


def _average(reading: _Reading, f: Figure) -> Iterator[Finding]:
    """Average growth of a range of years, against its end levels or the multiple of the year before it."""
    p = f.period
    if p.kind != "range" or p.first is None or p.year is None or p.year <= p.first or f.measure is not Measure.GROWTH or f.unit != "%":
        return
    n = p.year - p.first + 1
    now, old = reading.level(f, Period("year", p.year), target=f.modality is Modality.TARGET), reading.level(f, Period("year", p.first - 1))
    if now is not None and old is not None and now.unit == old.unit and now.unit not in ("%", "‰") and reading.comparable_prices(f, now, old):
        ratio = _reach(now).over(_reach(old))
        if ratio is not None and old.value and ratio.low > 0:
            # some count the first year of the range as its base
            first = reading.level(f, Period("year", p.first))
            other = _reach(now).over(_reach(first)) if first is not None and first.unit == now.unit else None
            if not _mean_fits(f, ratio, n) and not (other is not None and _mean_fits(f, other, n - 1)):
                expected = (_root(now.value / old.value, n) - 1) * _HUNDRED
                formula = f"(({_operand(now, old)} : {_operand(old, old)})^(1/{n}) − 1) × 100 {_result(expected, f)}"
                yield _mean_finding(f, (now, old), formula, expected)
        return
    for m in reading.figures:
        if m.measure is not Measure.MULTIPLE or not _exact(m) or m.period.kind != "year" or m.period.year != p.year or m.base_period.year != p.first - 1 or m.value <= 0:
            continue
        if not _alike(f, m) or not reading.same_thing(f, m) or not reading.comparable_prices(f, m):
            continue
        if not _mean_fits(f, _reach(m), n):
            expected = (_root(m.value, n) - 1) * _HUNDRED
            yield _mean_finding(f, (m,), f"({_printed(m)}^(1/{n}) − 1) × 100 {_result(expected, f)}", expected)


def _mean_fits(f: Figure, ratio: _Reach, n: int) -> bool:
    if ratio.low <= 0:
        return True
    return _Reach((_root(ratio.low, n) - 1) * _HUNDRED, (_root(ratio.high, n) - 1) * _HUNDRED).near(_signed(f), f.step)


def _mean_finding(f: Figure, operands: tuple[Figure, ...], formula: str, expected: Decimal) -> Finding:
    line = f"Bình quân hằng năm {_when(f.period)} tính ra {_moved(expected, f)}, báo cáo ghi {_moved(_signed(f), f)} ({f.indicator})."
    return Finding(Kind.GROWTH, (f, *operands), formula, _rounded(expected, f), _signed(f), "%", line)


# Plans


def _completion(reading: _Reading) -> Iterator[Finding]:
    for f in reading.figures:
        against_plan = f.measure is Measure.COMPLETION or f.measure is Measure.GROWTH and f.base is Base.PLAN
        if not against_plan or not _exact(f) or not _has_year(f.period) or f.unit != "%" or f.modality in (Modality.TARGET, Modality.FORECAST):
            continue
        now = reading.level(f, f.period)
        plans = [x for x in (reading.level(f, f.period, target=True), reading.level(f, Period("year", f.period.year), target=True)) if x is not None]
        plans = [x for i, x in enumerate(plans) if x not in plans[:i] and now is not None and units.compatible(x.unit, now.unit)]
        if now is None or not plans or now.unit in ("%", "‰"):
            continue
        plus = -_HUNDRED if f.measure is Measure.GROWTH else Decimal(0)
        if _some_pair_fits(reading, f, plus):
            continue
        ratios = [_reach(now, x.unit).over(_reach(x)) for x in plans]
        if any(r is None or r.times(_HUNDRED, plus).near(_signed(f), f.step) for r in ratios):
            continue
        plan = plans[-1] if f.period.kind != "year" else plans[0]
        value = units.convert(now.value, now.unit, plan.unit)
        if value is None or not plan.value:
            continue
        expected = value / plan.value * _HUNDRED + plus
        if not plus:
            yield _ratio_finding(Kind.COMPLETION, f, now, [plan], _operand(plan, plan), expected)
        else:
            formula = f"({_operand(now, plan)} : {_operand(plan, plan)} − 1) × 100 {_result(expected, f)}"
            line = f"So với kế hoạch, số liệu {_moved(expected, f)}, báo cáo ghi {_moved(_signed(f), f)} ({f.indicator})."
            yield Finding(Kind.COMPLETION, (f, now, plan), formula, _rounded(expected, f), _signed(f), "%", line)


def _some_pair_fits(reading: _Reading, f: Figure, plus: Decimal) -> bool:
    """Whether another level of the same row or sentence over another plan gives the figure: then its period was misread."""
    near = [x for x in reading.levels.get(reading.key(f), ()) if reading.together(f, x)]
    for now in near:
        for plan in near:
            if _realised(now) and plan.modality is Modality.TARGET and units.compatible(now.unit, plan.unit):
                ratio = _reach(now, plan.unit).over(_reach(plan))
                if ratio is not None and ratio.times(_HUNDRED, plus).near(_signed(f), f.step):
                    return True
    return False


# Trade


def _trade(f: Figure) -> str:
    """ "xuất khẩu", "nhập khẩu", "xuất nhập khẩu", "xuất siêu", "nhập siêu"; "" for anything narrower."""
    name = " ".join(w for w in words(re.sub(r"\([^()]*\)", " ", f.indicator)) if w not in ("tổng", "kim", "ngạch", "trị", "giá", "hàng", "hóa", "tỉnh", "của", "toàn", "cả", "ước"))
    name = {"xuất khẩu và nhập khẩu": "xuất nhập khẩu", "xuất khẩu nhập khẩu": "xuất nhập khẩu", "cán cân thương mại xuất siêu": "xuất siêu", "cán cân thương mại nhập siêu": "nhập siêu"}.get(name, name)
    for scope in ("qua địa bàn", "trên địa bàn", "địa phương"):
        name = name.removesuffix(" " + scope)
    return name if name in ("xuất khẩu", "nhập khẩu", "xuất nhập khẩu", "xuất siêu", "nhập siêu") else "cán cân" if name == "cán cân thương mại" else ""


_BALANCE_BEFORE = re.compile(r"(?<!\w)(xuất siêu|nhập siêu|thặng dư|thâm hụt)(?:\s+(?:là|đạt|khoảng|ước|ước đạt|ở mức))*\s*$", re.I)


def _balance(reading: _Reading) -> Iterator[Finding]:
    groups: dict[tuple[str, int | None, int | None, int | None, bool], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for f in reading.figures:
        role = _trade(f)
        if not role or f.measure is not Measure.LEVEL or not _exact(f) or not _has_year(f.period) or not units.kind(f.unit).startswith("money") or f.modality is Modality.FORECAST:
            continue
        if role in ("cán cân", "xuất siêu", "nhập siêu"):
            before = _BALANCE_BEFORE.search(reading.report.text[f.sentence.start : f.span.start]) if reading.report and f.table is None else None
            if before is not None:
                role = "xuất siêu" if before[1].lower() in ("xuất siêu", "thặng dư") else "nhập siêu"
            elif role == "cán cân" and f.table is not None:
                role = "xuất siêu"  # a column "cán cân" prints a deficit with a minus
            elif role == "cán cân":
                continue
        p = f.period
        groups[(p.kind, p.year, p.first, p.part, _realised(f))][role].append(f)
    for roles in groups.values():
        yield from _balance_of(reading, roles)


def _balance_of(reading: _Reading, roles: dict[str, list[Figure]]) -> Iterator[Finding]:
    for role, checked in roles.items():
        if role in ("xuất khẩu", "nhập khẩu"):
            continue
        for f in checked:
            out, into = _one(reading, f, roles.get("xuất khẩu", [])), _one(reading, f, roles.get("nhập khẩu", []))
            if out is None or into is None or not (units.compatible(out.unit, f.unit) and units.compatible(into.unit, f.unit)):
                continue
            a, b = (into, out) if role == "nhập siêu" else (out, into)
            total = role == "xuất nhập khẩu"
            reach = _reach(a, f.unit) + _reach(b, f.unit) if total else _reach(a, f.unit).minus(_reach(b, f.unit))
            if reach.meets(_reach(f)):
                continue
            first, second = (units.convert(x.value, x.unit, f.unit) or Decimal(0) for x in (a, b))
            expected = first + second if total else first - second
            value, tail = units.trimmed(expected / f.scale), _tail(f)
            formula = f"{_operand(a, f)} {'+' if total else '−'} {_operand(b, f)} = {value}{tail}"
            what = "Xuất khẩu cộng nhập khẩu" if total else f"Xuất khẩu và nhập khẩu cho thấy {role}"
            line = f"{what} {_when(f.period)} là {value}{tail}, báo cáo ghi {f.text}."
            yield Finding(Kind.BALANCE, (f, a, b), formula, expected, f.value, f.unit, line)


def _one(reading: _Reading, f: Figure, found: Sequence[Figure]) -> Figure | None:
    """The one figure of `found` that belongs beside `f`: the same sentence's, else of the same scope; None when several differ."""
    near = [x for x in found if reading.together(f, x) and _key(x.scope) == _key(f.scope)] or [x for x in found if f.table is not None and x.table == f.table and x.column == f.column]
    chosen = near
    if not near:
        allowed = {_key(f.scope)} | ({"qua địa bàn", "trên địa bàn", ""} if _key(f.scope) in ("", "qua địa bàn", "trên địa bàn") else set())
        chosen = [x for x in found if _key(x.scope) in allowed and _trade_head(x) and _narrow_trade(reading, x) == _narrow_trade(reading, f)]
    if not chosen:
        return None
    best = min(chosen, key=lambda x: (x.step, x.span))
    for x in chosen:
        if not units.compatible(x.unit, best.unit) or not _reach(x, best.unit).meets(_reach(best)):
            return None
    return best


def _trade_head(f: Figure) -> bool:
    return not f.head or bool(_GENERIC_HEAD.match(f.head)) or set(words(f.head)) <= _TRADE | {"qua", "địa", "bàn", "trên"} or "xuất nhập khẩu" in f.head.lower()


def _narrow_trade(reading: _Reading, f: Figure) -> frozenset[str]:
    return frozenset(w for w in reading.narrowing(f) if w not in ("địa bàn", "thị trường", "kỳ", "mới", "nước ngoài", "trong nước"))


# One thing stated twice


def _said(f: Figure) -> tuple[object, ...]:
    """What must be equal for two figures to state the same thing."""
    p = f.period
    return (_key(f.indicator), _key(f.scope), f.measure, f.base, f.modality, p.kind, p.year, p.first, p.part, units.kind(f.unit))


def _conflict_groups(reading: _Reading) -> Iterator[tuple[Figure, ...]]:
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for f in reading.figures:
        if not _exact(f) or not _has_year(f.period) or not reading.key(f) or f.measure is Measure.CHANGE or not _telling(f):
            continue
        if f.measure is Measure.SHARE and not f.head or f.unit in ("", "ngày", "năm", "tháng") or "/" in f.text.replace("/năm", "").replace("/ năm", "") and "/" not in f.unit and f.unit != "%":
            continue
        groups[_said(f)].append(f)
    for found in groups.values():
        if len(found) < 2:
            continue
        left = sorted(found, key=lambda f: f.span)
        while left:
            first, *rest = left
            mine = [first] + [x for x in rest if _may_differ(reading, first, x)]
            left = [x for x in rest if x not in mine]
            if any(_differ(first, x) for x in mine[1:]):
                yield tuple(mine)


def _may_differ(reading: _Reading, a: Figure, b: Figure) -> bool:
    """Whether both speak of the same thing in different places, so that different values contradict each other."""
    if a.sentence == b.sentence or a.table is not None and a.table == b.table or not units.compatible(a.unit, b.unit):
        return False
    if not reading.same_thing(a, b):
        return False
    if reading.report is None and _key(a.head) != _key(b.head):
        return False
    return not any(_REVISED.search(reading.around(f)) for f in (a, b)) and _prices(reading, a) == _prices(reading, b)


def _prices(reading: _Reading, f: Figure) -> frozenset[str]:
    return frozenset(" ".join(words(m[0])) for m in _PRICES.finditer(reading.around(f)))


def _differ(a: Figure, b: Figure) -> bool:
    """Whether the values differ beyond rounding, yet not so much that they must be of different things."""
    first, second = _reach(a), _reach(b, a.unit)
    if first.meets(second):
        return False
    x, y = _signed(a), units.convert(_signed(b), b.unit, a.unit)
    if y is None or a.measure is not Measure.LEVEL:
        return y is not None
    if min(abs(x), abs(y)) == 0:
        return True
    ratio = max(abs(x), abs(y)) / min(abs(x), abs(y))
    return ratio < 3 or ratio in (Decimal(10), Decimal(100), Decimal(1000))


def conflicts(figures: Iterable[Figure], report: Report | None = None) -> tuple[tuple[Figure, ...], ...]:
    """Groups of figures of one report that state the same thing with different values, in the order of the text.

    The same thing: the same indicator, scope and head, period, measure, base, modality and kind of unit. `report`, the
    report that the figures are of, lets the words around them be weighed too ("số đã rà soát", a section about one
    place): without it fewer pairs are compared and those words are not seen.
    """
    return tuple(sorted(_conflict_groups(_Reading(report, figures)), key=lambda g: g[0].span))


def _conflicts(reading: _Reading) -> Iterator[Finding]:
    for group in _conflict_groups(reading):
        first = group[0]
        for other in group[1:]:
            if _differ(first, other):
                stated = units.convert(_signed(other), other.unit, first.unit)
                assert stated is not None
                line = f"Cùng một chỉ tiêu ({first.indicator}, {_when(first.period)}) nhưng chỗ này ghi {first.text}, chỗ khác ghi {other.text}."
                yield Finding(Kind.CONFLICT, (other, first), f"{first.text} ≠ {other.text}", _signed(first), stated, first.unit, line)


_CHECKS = (_table_totals, _prose_totals, _prose_shares, _growth, _completion, _balance, _conflicts)


def audit(report: Report, figures: Iterable[Figure]) -> tuple[Finding, ...]:
    """What does not add up among the figures of `report`, in the order of the text. Empty when everything agrees."""
    reading = _Reading(report, figures)
    found: dict[tuple[Kind, tuple[Figure, ...]], Finding] = {}
    for check in _CHECKS:
        for finding in check(reading):
            found.setdefault((finding.kind, finding.figures), finding)
    return tuple(sorted(found.values(), key=lambda f: (f.figures[0].span, f.kind)))


__all__ = ["Finding", "Kind", "audit", "conflicts"]
