"""The rows of a table: what each label says, and which rows stand above it.

A row is below another because of its mark ("1." under "I.", "-" under both), after "Trong đó:", because the rows repeat ("thành
thị", "nông thôn" under each indicator), or because their figures add up to it: print loses the indentation that told. Not here:
columns and cells (`columns`, `grid`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from report import headers, shorthand, units
from report.countries import COUNTRY
from report.model import Cell, Modality, Period
from report.periods import periods
from report.text import PROPER, words

AMONG = r"trong(?: tổng số)? đó(?:\s*[:,])?|tr(?:\.|ong)?\s?đó:?|chia ra:?|chia theo[^:]*:|bao gồm:?|gồm:?|phân theo[^:]*:"
_BULLET = re.compile(rf"^\s*(?P<mark>[–\-+•*]|{AMONG}|(?:\d+\.)+\d+\.?|\d+[.)]|[IVX]+[.)]|[a-zđA-ZĐ][.)]|(?:\d{{1,2}}|[IVX]+)\s?[-–](?=\s+[^\W\d]))\s+", re.I)
_AMONG = re.compile(rf"^(?:{AMONG})", re.I)
_AMONG_ALONE = re.compile(rf"^\W*(?:{AMONG}|chia theo .*|phân theo .*)\W*$", re.I)
_ALL_OF = "tỉnh|huyện|thành phố|ngành|quốc|cục|chi cục|hệ thống|ngân hàng|công ty|tổng công ty|tập đoàn|xã|phường|thị xã|quận|vùng|khu vực|trường|viện|bộ|đơn vị|thế giới|địa bàn"
TOTAL = re.compile(rf"^(?:tổng số|tổng cộng|tổng mức|tổng|(?:(?:tính )?chung |tổng |bình quân )?(?:cả (?:nước|tỉnh|huyện|vùng|thành phố)|toàn (?:{_ALL_OF}))|chung|tổng chung|cộng|tổng số chung|bình quân chung)$", re.I)
GROUPED = frozenset(["nam", "nữ", "thành thị", "nông thôn", "khu vực thành thị", "khu vực nông thôn"])  # never alone the name of what is counted
ESTIMATE = re.compile(r"(?<!\w)(?:ước|ước tính|sơ bộ|ƯTH)(?!\w)", re.I)
_FOOTNOTE = re.compile(r"(?<=[^\W\d_]{2})(?<!km)(?<!cm)(?<!dm)[¹²³⁰-⁹]+(?!\w)")
_TIME_HEAD = re.compile(r"^(?:tháng|quý|năm)$", re.I)
_NOTE_MARK = re.compile(r"(?<=\S)\s*\((\d{1,2}|\*{1,3})\)\s*$|(?<=\S)\s*(\*{1,3})$")


@dataclass(frozen=True)
class Row:
    """A row of the body. `path` are the names of the rows above it, outermost first; `handed` the unit that they give it."""

    index: int
    label: str  # without mark and unit
    name: str  # as part of an indicator's name
    plain: str  # without mark
    unit: units.UnitMention | None = None
    depth: float = 0
    marked: bool = False
    among: bool = False
    period: Period = field(default_factory=Period)
    spoken: Modality | None = None
    filled: bool = False  # it has figures
    strong: bool = False  # printed in capitals or bold
    path: tuple[str, ...] = ()
    handed: units.UnitMention | None = None
    kind: str = ""  # the kind of its mark: "roman", "number"
    ordinal: int = 0
    over: int | None = None  # the place of the row that it is below
    intro: bool = False  # "Trong đó:" alone
    whole: bool = False  # "Tổng sản lượng" in a table of that

    @property
    def total(self) -> bool:
        """Whether it is the sum of what the table is about."""
        return bool(TOTAL.match(self.label.strip("* :")))


_MEASURE = r"(?:diện tích|năng suất|sản lượng|số lượng|khối lượng|trị giá|giá trị|lượng|doanh thu|quy mô)"
_MEASURE_ALONE = re.compile(rf"{_MEASURE}(?:\s+(?:đã|được|gieo|trồng|cấy|sạ|xuống giống|thu hoạch|cho sản phẩm|bình quân|sản xuất|tiêu thụ|nuôi|khai thác|hiện có))*", re.I)
_MEASURE_BEHIND = re.compile(rf"(?P<of>\w.*?)\s*(?:\s[–-]\s|[:,]\s)\s*(?P<what>{_MEASURE_ALONE.pattern})", re.I)


def _without_measure(name: str) -> str:
    """Of what a row tells a measure: "diện tích lúa đông xuân" -> "lúa đông xuân"."""
    return _MEASURE_ALONE.sub("", name, count=1).strip() or name if _MEASURE_ALONE.match(name) else name


_OF_TERMS = re.compile(r"(?:kỳ|thời) hạn", re.I)
_TERM_ALONE = re.compile(r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s(?:năm|tháng|tuần|ngày)", re.I)  # "15 năm" under "Kỳ hạn"


def period_label(label: str, head: Sequence[str]) -> Period:
    """The period that a row's label is ("Năm 2015", "Tháng 3", "2015", "3" under "Tháng"), if it is nothing else; its year may be missing."""
    text = label.strip()
    if head and re.search(r"kỳ hạn|thời hạn|tuổi", head[-1], re.I):
        return Period()
    if re.fullmatch(r"cả năm", text, re.I) and head and _TIME_HEAD.match(head[-1].strip()):
        return Period("year")
    if re.fullmatch(r"\d{1,2}", text) and head and _TIME_HEAD.match(head[-1].strip()):
        text = f"{head[-1].strip()} {text}"
    found = periods(text)
    if len(found) == 1 and found[0].role != "base" and (found[0].period.kind != "year" or found[0].period.year) and not re.sub(rf"[\s*.:()]|ước|thực hiện|kế hoạch|cả|lũy kế|dự kiến|sơ bộ|tính{'|bình quân' if found[0].period.kind in ('months', 'quarter', 'half') else ''}", "", text[: found[0].start] + text[found[0].end :], flags=re.I):
        return found[0].period
    return Period()


_MARK, _PART = r"(?:[A-HĐ]|[IVX]+)(?:\.\d+)?", r"(?:[A-HĐ]|[IVX]+|\d{1,2})(?:\.\d+)?"
_FORMULA = re.compile(rf"[(\[]\s*(?:{_MARK}(?:\s*[+–−-]\s*{_MARK})+|{_PART}(?:\s*\+\s*{_PART})+|{_PART}?\s*=\s*{_PART}(?:\s*[+–−-]\s*{_PART})+)\s*[)\]]|(?<=\w)\s*=\s*{_PART}(?:\s*[+–−-]\s*{_PART})+$")  # "(I+II)", "(3=1-2)": how the row was made, and no "(15-24)"



def name_of(label: str) -> str:
    """A label inside a name: "Đường bộ" -> "đường bộ", "TỔNG THU NSNN" -> "tổng thu NSNN", proper names as they are."""
    text = re.sub(r"\s+", " ", re.sub(r"\*\*|\[\^?\w+\]", " ", label)).strip(" .:;–-")
    text = _FORMULA.sub("", text).strip(" .:;–-") or text
    if len(text) > 5 and text.isupper():
        text = " ".join(w if w in shorthand.KNOWN or w in shorthand.WORDS or re.fullmatch(r"[^AEIOUYÀ-ỸĂÂÊÔƠƯ\W]{2,}", w) and len(w) > 1 or w in ("GDP", "GRDP", "FDI", "ODA", "CPI", "IIP") else w.lower() for w in text.split(" "))
    text = shorthand.spelled(text)
    second = text[1:2]
    return text[:1].lower() + text[1:] if second and (second.islower() or second == " ") and not PROPER.match(text) and not COUNTRY.fullmatch(text) else text  # "Pháp", "Lào"


def _level(mark: str) -> tuple[float, str, int]:
    """How deep a printed mark stands, its kind and its number: A. above I. above 1. above 1.1 and a) above a dash."""
    mark = mark.strip().rstrip(".):-– ") or mark.strip()
    if re.fullmatch(r"[IVX]+", mark):
        return 2, "roman", _roman(mark)
    if re.fullmatch(r"[A-HK-UĐ]", mark):
        return 1, "capital", "ABCDĐEGHIKLMNOPQRSTU".find(mark) + 1
    if re.fullmatch(r"\d+", mark):
        return 3, "number", int(mark)
    if re.fullmatch(r"\d+(?:\.\d+)+", mark):
        return 3 + mark.count("."), f"number{mark.count('.')}", int(mark.rpartition(".")[2])
    if re.fullmatch(r"[a-zđ]|[ivx]+", mark):
        return 6, "letter", "abcdđeghiklmnopqrstuvxy".find(mark[:1]) + 1
    return (21 if mark == "+" else 20) if mark else 0, "dash" if mark else "", 0


def _roman(text: str) -> int:
    digits = [{"I": 1, "V": 5, "X": 10}[c] for c in text]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))


def _read(index: int, raw: str, mark_cell: str, head: Sequence[str], known: frozenset[str]) -> Row:
    """What a label says by itself."""
    note = _NOTE_MARK.search(raw)
    if note and ("*" in note[0] or note[1] in known):  # a star is no part of the name, wherever its note stands
        raw = raw[: note.start()]
    raw = re.sub(r"\(\s*\)", "", _FOOTNOTE.sub("", raw))
    intro = bool(_AMONG_ALONE.match(raw)) and not re.search(r"\w\s*:\s*\w", raw)
    marks: list[str] = []
    plain = raw
    while (m := _BULLET.match(plain)) and len(marks) < 3:
        marks.append(m["mark"])
        plain = plain[m.end() :]
    among = any(_AMONG.match(k) or re.match(r"[–\-+•*]$", k) for k in marks) or bool(re.match(r"\s*[–\-+•](?=\S)", raw))
    plain = re.sub(rf"^(?:{AMONG})\s*[:,]?\s*", "", plain, flags=re.I) if not intro else plain
    plain = re.sub(r"^[–\-+•]\s*(?=[^\W\d])", "", plain) if among else plain
    printed = next((k for k in marks if not _AMONG.match(k)), "") or (mark_cell if not marks else "")
    depth, kind, ordinal = _level(printed)
    if among and not kind:
        depth, kind = 20, "dash"
    label, unit = headers.unit_of(plain)
    if behind := _MEASURE_BEHIND.fullmatch(label):  # "Lúa đông xuân – diện tích"
        label = f"{behind['what']} {behind['of'][:1].lower() if not behind['of'][1:2].isupper() else behind['of'][:1]}{behind['of'][1:]}"
    time = period_label(label, head)
    spoken = Modality.ESTIMATE if ESTIMATE.search(raw) else Modality.TARGET if re.search(r"(?<!\w)(?:kế hoạch|mục tiêu|KH)(?!\w)", raw) else None
    if (terms := _OF_TERMS.search(head[-1]) if head else None) is not None and _TERM_ALONE.fullmatch(label.strip()):
        return Row(index, label, f"{terms[0].lower()} {label.strip()}", plain, unit, depth, bool(kind), among, time, spoken, kind=kind, ordinal=ordinal, intro=intro)
    return Row(index, label, label if time else name_of(label), plain, unit, depth, bool(kind), among, time, spoken, kind=kind, ordinal=ordinal, intro=intro)


def _follows(rows: Sequence[Row], at: int) -> int | None:
    """The place of the row that goes on with the numbering of the marked row `at`, before anything that ends it."""
    for i in range(at + 1, len(rows)):
        r = rows[i]
        if r.kind == rows[at].kind and r.kind != "dash":
            return i if r.ordinal == rows[at].ordinal + 1 else None
        if r.marked and r.depth < rows[at].depth or r.total or (r.strong and not rows[at].strong and not r.marked):
            return None
    return None


_COST = re.compile(r"(?:tổng )?(?:chi phí|chi|giá vốn|thuế)(?!\w)", re.I)
_RESULT = re.compile(r"(?:tổng )?(?:lợi nhuận|lãi|lỗ|chênh lệch|cân đối|kết dư|còn lại|số dư|tồn)(?!\w)", re.I)


def _sums(rows: Sequence[Row], values: Sequence[Mapping[int, tuple[Decimal, Decimal]]]) -> dict[int, int]:
    """For rows without a mark whose figures, with those of their neighbours, add up to a row before them: its place.

    A row may be split more than once, each time below a line that says how: "Phân theo giới tính", "Phân theo khu vực".
    """
    out: dict[int, int] = {}
    for p, parent in enumerate(rows):
        if not parent.filled or parent.period or not values[p]:
            continue
        at = p + 1
        while True:
            titled = at
            while titled < len(rows) and rows[titled].intro and not rows[titled].filled:
                titled += 1
            last = _adding(rows, values, p, titled, out) if at == p + 1 or titled > at else None
            if last is None:
                break
            out.update((i, p) for i in range(titled, last + 1))
            at = last + 1
    return out


def _adding(rows: Sequence[Row], values: Sequence[Mapping[int, tuple[Decimal, Decimal]]], p: int, first: int, known: Mapping[int, int]) -> int | None:
    """The last of the rows from `first` on that together make up row `p`."""
    parent = rows[p]
    for last in range(first, min(first + 30, len(rows))):
        r = rows[last]
        if not r.filled or r.marked or r.strong and not parent.strong or r.total or r.period or last in known:
            return None
        group = range(first, last + 1)
        if len(group) < 2:
            continue
        shared = [c for c in values[p] if all(c in values[i] for i in group)]
        fits = [c for c in shared if abs(sum((values[i][c][0] for i in group), Decimal(0)) - values[p][c][0]) <= values[p][c][1] * (len(group) + 1) / 2]
        telling = len(fits) > 1 or bool(fits) and abs(values[p][fits[0]][0]) >= 100 * values[p][fits[0]][1]
        if telling and len(fits) * 4 >= len(shared) * 3 and any(values[p][c][0] > 0 for c in fits):
            # "income = cost + profit": these follow from the row, they are no parts of it
            follows = any(_COST.match(rows[i].label) for i in group) and any(_RESULT.match(rows[i].label) for i in group)
            return None if follows else last
    return None


def read_rows(
    body: Sequence[tuple[int, tuple[Cell, ...]]], label_at: int, mark_at: int | None, unit_at: int | None, head: Sequence[str], filled: Sequence[bool],
    values: Sequence[Mapping[int, tuple[Decimal, Decimal]]], text: str, notes: frozenset[str], titled: frozenset[str] = frozenset(),
) -> list[Row]:  # fmt: skip
    """The rows of a table's body, each with the rows above it.

    `filled` says which rows have figures; `values` gives, for each row, the numbers that can be added up by column, with the
    step of their last digit. `notes` are the labels of the report's notes, `titled` the words of the table's title.
    """
    rows: list[Row] = []
    for (index, cells), full in zip(body, filled, strict=True):
        raw = cells[label_at].text.strip()
        mark = cells[mark_at].text.strip() if mark_at is not None else ""
        if not raw and mark_at is not None:
            raw, mark = mark, ""
        if not raw:
            raw = "" if full else next((c.text.strip() for c in cells if c.text.strip()), "")
        row = _read(index, raw, mark, head, notes)
        start = cells[label_at].span.start
        letters = " ".join(re.findall(r"[^\W\d_]+", row.label))  # "EU (27)" is short for a name, no title
        strong = len(letters) > 3 and letters.isupper() and (" " in letters or len(letters) > 5) or text[max(0, start - 2) : start] == "**"
        of = words(row.label)
        whole = len(of) > 1 and of[0] == "tổng" and titled.issuperset(w for w in of[1:] if w not in ("số", "trị", "giá", "cộng"))
        rows.append(replace(row, filled=full, strong=bool(strong), whole=whole))
    if all(r.strong for r in rows if r.label):
        rows = [replace(r, strong=False) for r in rows]
    return _handed([cells for _, cells in body], unit_at, _placed(rows, _sums(rows, values)))


def _placed(rows: list[Row], sums: Mapping[int, int]) -> list[Row]:
    """`rows` with what each is below."""
    repeated = _repeated(rows)
    if any(_MEASURE_ALONE.fullmatch(name) for name in repeated):  # "Diện tích đã thu hoạch" beside "Năng suất" under every crop
        repeated |= {r.name.lower() for r in rows if r.filled and not r.marked and _MEASURE_ALONE.fullmatch(r.name)}
    stack: list[tuple[float, int]] = []
    out: list[Row] = []
    among_of: int | None = None  # what "Trong đó:" alone is about
    named = Counter(r.name.lower() for r in rows if r.filled) if all(r.filled or r.intro or r.period or not r.label for r in rows) else Counter()  # "FDI" under each total, and none of them has a title
    heads: set[str] = set()  # kinds of marks whose rows had rows without a mark below them
    grouped = any(r.strong for r in rows)
    for i, r in enumerate(rows):
        if r.intro and not r.filled:
            among_of = sums[i + 1] if i + 1 in sums and rows[sums[i + 1]].filled else _subject(rows, out, i, among_of)
            out.append(r)
            continue
        over: int | None = None
        depth = r.depth
        # "Thu nội địa trừ tiền đất" between "I. Thu nội địa" and "1. Thu từ …" heads none of them
        bare = False  # "Không kể tiền đất": of the row above
        lessened = bool(i and r.filled and not r.marked and _EXCEPTING.search(r.label) and rows[i - 1].marked and rows[i - 1].filled and ((bare := bool(_EXCEPTING.match(r.label.strip(" *_-–+")))) or r.name.lower().startswith(rows[i - 1].name.lower().removeprefix("tổng "))))
        if lessened:
            over, depth = i - 1, _depth(out, i - 1) + 0.3
            r = replace(r, name=f"{rows[i - 1].name} {r.name}") if bare else r
        elif r.marked:
            while stack and stack[-1][0] >= depth:
                stack.pop()
            over = stack[-1][1] if stack else None
            if not r.among and among_of is not None and rows[among_of].marked and depth <= rows[among_of].depth:
                among_of = None
        elif r.period or not r.label:
            depth = 0.6
            while stack and stack[-1][0] >= depth:
                stack.pop()
            over = stack[-1][1] if stack else None
        else:
            if r.strong or not r.filled and not _inside(rows, stack, i):
                among_of = None
                depth = 0 if r.strong or not grouped else 0.4
                while stack and stack[-1][0] >= depth and not (r.total and not rows[stack[-1][1]].filled):
                    stack.pop()
                over = stack[-1][1] if stack else None
            elif among_of is not None and not r.total and not (i not in sums and sums.get(i - 1) == among_of):
                over, depth = among_of, _depth(out, among_of) + 0.5
            elif i in sums:
                over, depth = sums[i], _depth(out, sums[i]) + 0.3
            elif r.name.lower() in GROUPED or r.name.lower() in repeated:
                over = _split_row(rows, out, i, repeated | GROUPED)
                over = over if over is None or not rows[over].marked or _inside(rows, stack, i) is not None or over == i - 1 or out[i - 1].over == over else None
                if over is None:
                    over = next((k for d, k in reversed(stack) if not rows[k].filled or rows[k].strong), None)
                depth = _depth(out, over) + 0.3 if over is not None else 0.6
            elif (held := _inside(rows, stack, i, heads)) is not None:
                over, depth = held, rows[held].depth + 0.5
                heads.add(rows[held].kind)
            elif (held := _beside_groups(rows, out, i, repeated)) is not None:
                over, depth = held, _depth(out, held) + 0.3
            else:
                depth = 0.6 if not r.total else 0.5
                kept = [(d, k) for d, k in stack if not rows[k].filled or rows[k].strong]
                over = kept[-1][1] if kept and not (r.total and rows[kept[-1][1]].filled) else None
                depth = max(depth, kept[-1][0] + 0.1) if over is not None else depth
            while stack and stack[-1][0] >= depth:
                stack.pop()
        if not lessened:
            stack.append((depth, i))
        path: tuple[str, ...] = ()
        if over is not None:
            above = out[over]
            path = (*above.path, *(() if above.total or above.whole and named[r.name.lower()] < 2 or not above.name or _SPLIT.match(above.name) else (_without_measure(above.name) if _MEASURE_ALONE.fullmatch(r.name) else above.name,)))
        out.append(replace(r, path=path, over=over, depth=depth))
    return out


_EXCEPTING = re.compile(r"(?<!\w)(?:(?:không|chưa|loại|ngoại)\s+)?(?:trừ(?!\s+gia cảnh)|(?:không|chưa)\s+(?:kể|gồm|bao gồm|tính))(?!\w)", re.I)


def _repeated(rows: Sequence[Row]) -> set[str]:
    """The names that stand more than once, and not merely once under each of the table's titles ("A. Xuất khẩu", "B. Nhập khẩu")."""
    title = 0
    found: Counter[tuple[int, str]] = Counter()
    for i, r in enumerate(rows):
        if not r.filled and (r.kind in ("roman", "capital") or r.label and not r.intro and not r.period and (r.strong or r.label.isupper())):
            title = i
        if r.filled and not r.marked and not r.total:
            found[title if not _MEASURE_ALONE.fullmatch(r.name) else -1, r.name.lower()] += 1
    return {name for (_, name), n in found.items() if n > 1}


def _split_row(rows: Sequence[Row], out: Sequence[Row], i: int, groups: set[str] | frozenset[str]) -> int | None:
    """The row that the group `i` ("thành thị") is a part of: the last before it that is no group, within the rows of one title."""
    for k in range(i - 1, -1, -1):
        if not rows[k].filled and not rows[k].intro and not rows[k].period and rows[k].label:
            return None
        if rows[k].filled and out[k].name.lower() not in groups and not out[k].period:
            return k
    return None


def _subject(rows: Sequence[Row], out: Sequence[Row], i: int, before: int | None) -> int | None:
    """The row that the line `i` ("Trong đó:", "Phân theo …") begins to split; `before` is that of the line before of this kind."""
    last = next((k for k in range(i - 1, -1, -1) if rows[k].filled and not rows[k].among), None)
    if last is None or before is None or out[last].over != before or not _SPLIT.match(rows[i].label.strip("* :")):
        return last
    return last if rows[last].unit is not None or rows[last].strong or _COUNTED.match(rows[last].label) else before


_COUNTED = re.compile(r"(?:số|tổng|diện tích|sản lượng|năng suất|giá|tỷ lệ|tỉ lệ|dân số|lao động|lực lượng|vốn|doanh thu|kim ngạch)(?!\w)", re.I)
_SPLIT = re.compile(r"(?:phân|chia|phân tổ) (?:theo|ra)(?!\w)", re.I)  # says how the rows below are told apart, not of what they are


def _beside_groups(rows: Sequence[Row], out: Sequence[Row], i: int, repeated: set[str]) -> int | None:
    """The row that `i` is below because it goes on with its groups: "thanh niên" after "thành thị, nông thôn" of a rate."""
    again = repeated | GROUPED
    if i == 0 or out[i - 1].over is None or rows[i - 1].name.lower() not in again or rows[i].total or rows[i].unit is not None:
        return None
    over = out[i - 1].over
    if over is None or rows[over].name.lower() in again or not _COUNTED.match(rows[over].label) or _COUNTED.match(rows[i].label):
        return None
    following = rows[i + 1] if i + 1 < len(rows) else None
    return None if following is not None and (following.name.lower() in again or following.intro) else over


def _depth(out: Sequence[Row], at: int) -> float:
    return out[at].depth


def _inside(rows: Sequence[Row], stack: Sequence[tuple[float, int]], i: int, heads: set[str] | None = None) -> int | None:
    """The numbered row that the row `i` without a mark is below: the numbering goes on after it, or it did after rows like it."""
    for _, k in reversed(stack):
        if not rows[k].marked or rows[k].kind == "dash":
            continue
        following = _follows(rows, k)
        if following is not None and following > i or heads and rows[k].kind in heads or rows[k].kind != "number" and not rows[k].filled:
            return k
    return None


_DITTO = re.compile(r"^(?:[\"“”〃″‶˝]+|[´`′]{2}|''|-?\s*[\"“”]\s*-?|-?\s*nt\s*-?|như trên|//|-?\s*''\s*-?)$", re.I)


def _handed(body: Sequence[tuple[Cell, ...]], unit_at: int | None, rows: list[Row]) -> list[Row]:
    """`rows` with the unit of each: its label's, its cell's, or that of the rows above it."""
    out: list[Row] = []
    printed = ""
    carried: units.UnitMention | None = None  # "Tổng số (nghìn người)": of the rows below the total
    for cells, r in zip(body, rows, strict=True):
        own: units.UnitMention | None = None
        blank = True
        if unit_at is not None and (cell := cells[unit_at].text.strip()):
            blank = False
            if not _DITTO.match(cell):
                printed = cell
            own = shorthand.unit(printed)
        if r.unit is not None and (r.total or r.among and r.over is None) and r.filled:
            carried = r.unit
        elif r.unit is not None and r.filled and r.over is None:
            carried = None
        above = out[r.over] if r.over is not None else None
        given = own or r.unit or (above.handed if above is not None and blank else None) or (carried if blank else None)
        if own is None and r.unit is None and re.match(r"(?:tỷ|tỉ) (?:lệ|trọng|suất)(?!\w)|cơ cấu(?!\w)", r.label, re.I) and given is not None and given.unit not in ("%", "‰"):
            given = None
        out.append(replace(r, handed=given))
    return out


__all__ = ["ESTIMATE", "GROUPED", "TOTAL", "Row", "name_of", "period_label", "read_rows"]
