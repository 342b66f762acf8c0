"""Tables in plain text whose columns are kept apart by spaces alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from ingest.headings import BARE_UNIT, CAPTION, UNIT_LINE
from ingest.tables import numeric
from report.model import Cell, Span, Table

_CELL = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[-=_+|\s]{5,}")
_ALONE = 2.0  # characters: what it takes off at least to leave a column out
_Piece = tuple[int, int, Span, str]  # where it begins and ends in its line, its place in the text, its words


def aligned_tables(text: str, lines: Sequence[Span]) -> dict[int, tuple[Table, int]]:
    """The tables, by their first line: each with the number of the line after it."""
    pieces = [_pieces(text, line) for line in lines]
    figures = [_figures(p) for p in pieces]
    out: dict[int, tuple[Table, int]] = {}
    at = 0
    while at < len(lines):
        if not figures[at]:
            at += 1
            continue
        last = at
        while last + 1 < len(lines) and (figures[last + 1] or _name_alone(pieces, figures, last + 1) or _goes_on(pieces, figures, last + 1)):
            last += 1
        if sum(figures[at : last + 1]) >= 3 and (found := _table(lines, pieces, figures, at, last)) is not None:
            out[found[0]] = (found[1], last + 1)
        at = last + 1
    return out


def _pieces(text: str, line: Span) -> list[_Piece]:
    begin = text.rfind("\n", 0, line.start) + 1
    return [(line.start - begin + m.start(), line.start - begin + m.end(), Span(line.start + m.start(), line.start + m.end()), m[0]) for m in _CELL.finditer(line.of(text))]


def _figures(pieces: Sequence[_Piece]) -> bool:
    """Whether a line is a row of figures behind a name."""
    skipped = len(pieces) > 3 and re.fullmatch(r"\d{1,3}\.?|[IVX]+|[a-z]", pieces[0][3]) is not None  # its number
    rest = [p[3] for p in pieces[1 + skipped :]]
    return len(rest) > 1 and not numeric(pieces[skipped][3]) and sum(numeric(t) for t in rest) >= max(2, len(rest) - 1)


def _name_alone(pieces: Sequence[Sequence[_Piece]], figures: Sequence[bool], at: int) -> bool:
    """Whether line `at` is a name without figures above a row: "Trong đó:"."""
    return len(pieces[at]) == 1 and pieces[at][0][1] - pieces[at][0][0] < 70 and not pieces[at][0][3].endswith(".") and at + 1 < len(figures) and figures[at + 1]


def _goes_on(pieces: Sequence[Sequence[_Piece]], figures: Sequence[bool], at: int) -> bool:
    """Whether line `at`, without figures, ends the name of the row above it: "và linh kiện" below "Máy vi tính, sản phẩm điện tử"."""
    if at == 0 or not figures[at - 1] or len(pieces[at]) != 1:
        return False
    begin, end, _, words = pieces[at][0]
    above = next((p for p in pieces[at - 1] if not numeric(p[3])), None)
    if above is None or above[3][0].islower() and begin == above[0] and not above[3].endswith(","):
        return False  # a table whose names are all written small
    return (words[0].islower() or words[0] == "(") and begin >= above[0] and end <= above[0] + 60 and not words.endswith((".", ":", ";")) and not _AMONG.match(words)


def _runs_on(pieces: Sequence[Sequence[_Piece]], figures: Sequence[bool], at: int) -> bool:
    """Whether line `at`, without figures, begins the name of the row below it: "Máy móc, thiết bị, dụng cụ," above "phụ tùng khác  2.493"."""
    if at + 1 >= len(pieces) or not figures[at + 1] or figures[at] or len(pieces[at]) != 1 or pieces[at][0][3].endswith((".", ":", ";")):
        return False
    name, below = pieces[at][0], pieces[at + 1][0]
    after = pieces[at + 2][0] if at + 2 < len(pieces) and figures[at + 2] else None
    if after is not None and after[3][0].islower() and after[0] == below[0] and not name[3].endswith(","):
        return False  # "Cây lương thực" above "lúa" and "ngô"
    return not numeric(below[3]) and below[3][0].islower() and below[0] >= name[0] and not _AMONG.match(below[3]) and not re.match(r"[a-zđ]\)", below[3])


_AMONG = re.compile(r"(?:trong đó|chia ra|bao gồm|gồm|riêng|cộng|tổng)(?!\w)|[a-zđ][.)]\s", re.I)


def _named_whole(rows: list[list[Cell | None]], lines: Sequence[int], pieces: Sequence[Sequence[_Piece]], figures: Sequence[bool]) -> tuple[list[list[Cell | None]], list[int]]:
    """`rows`, with their `lines`, each of whose names goes over two lines as one row."""
    out: list[list[Cell | None]] = []
    kept: list[int] = []
    begun: Cell | None = None
    for row, i in zip(rows, lines, strict=True):
        if _goes_on(pieces, figures, i) and out and kept[-1] == i - 1:
            at = next((c for c, cell in enumerate(out[-1]) if cell is not None and not numeric(cell.text)), 0)
            out[-1][at] = _joined(out[-1][at], next(c for c in row if c is not None))
        elif _runs_on(pieces, figures, i):
            begun = next(c for c in row if c is not None)
        else:
            at = next((c for c, cell in enumerate(row) if cell is not None and not numeric(cell.text)), 0)
            if begun is not None:
                row[at] = _joined(begun, row[at])
            out.append(row)
            kept.append(i)
            begun = None
    return out, kept


def _table(lines: Sequence[Span], pieces: Sequence[Sequence[_Piece]], figures: Sequence[bool], first: int, last: int) -> tuple[int, Table] | None:
    widths = Counter(len(pieces[i]) for i in range(first, last + 1) if figures[i])
    # cells are left empty in some rows: the rows of most cells show the columns, where there are several of them
    wide = max((w for w, n in widths.items() if n > 1), default=0)
    for width in dict.fromkeys((widths.most_common(1)[0][0], wide)):
        if width and (found := _of_width(lines, pieces, figures, first, last, width)) is not None:
            return found
    return None


def _of_width(lines: Sequence[Span], pieces: Sequence[Sequence[_Piece]], figures: Sequence[bool], first: int, last: int, width: int) -> tuple[int, Table] | None:
    full = [pieces[i] for i in range(first, last + 1) if len(pieces[i]) == width]
    columns = [(min(p[c][0] for p in full), max(p[c][1] for p in full)) for c in range(width)]
    if any(a[1] > b[0] for a, b in zip(columns, columns[1:])) or any(len(pieces[i]) > width for i in range(first, last + 1)):
        return None
    top = first
    while top > 0 and first - top < 8 and _above(pieces[top - 1], figures[top - 1], columns):
        top -= 1
    heads = [i for i in range(top, first) if pieces[i] and not _RULE.fullmatch("".join(p[3] for p in pieces[i]))]
    while heads and (len(pieces[heads[0]]) < 2 or CAPTION.match(pieces[heads[0]][0][3]) and len(heads) > 1):
        heads.pop(0)
    if not heads:
        return None
    named = [_placed(_cut(pieces[i], columns), columns, spread=True) for i in heads]
    for k in range(len(named) - 1):
        named[k] = _spanning(pieces[heads[k]], named[k], named[k + 1], columns)
    rows = [_placed(_parted(pieces[i], columns), columns, spread=False) for i in range(first, last + 1)]
    if any(row is None for row in (*named, *rows)):
        return None
    body, numbers = _named_whole([row for row in rows if row is not None], range(first, last + 1), pieces, figures)
    # A line whose every piece stands over one column goes on with the line above it, if that is such a line too.
    titles: list[list[Cell | None]] = []
    broken = False
    for row in named:
        single = all(a is None or b is None or a is not b for a, b in zip(row or (), (row or ())[1:]))
        if titles and single and broken:
            titles[-1] = [_joined(a, b) for a, b in zip(titles[-1], row or (), strict=True)]
        else:
            titles.append(row or [])
        broken = single
    cells = tuple(tuple(c or Cell("", Span(lines[i].end, lines[i].end)) for c in row or ()) for i, row in zip((*heads[: len(titles)], *numbers), (*titles, *body), strict=True))
    return heads[0], Table(cells, len(titles), Span(lines[heads[0]].start, lines[last].end))


def _above(pieces: Sequence[_Piece], figured: bool, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether a line can be one of the lines above the figures that name their columns."""
    if not pieces or figured:
        return False
    if len(pieces) > 1 or _RULE.fullmatch(pieces[0][3]):
        return True
    return pieces[0][0] >= columns[1][0] - 12 and len(pieces[0][3]) < 40 and not UNIT_LINE.match(pieces[0][3]) and not BARE_UNIT.fullmatch(pieces[0][3])


def _spanning(pieces: Sequence[_Piece], upper: list[Cell | None] | None, lower: list[Cell | None] | None, columns: Sequence[tuple[int, int]]) -> list[Cell | None] | None:
    """A header line whose pieces each stand over the middle of several columns named in the line below, spread over them."""
    if upper is None or lower is None:
        return upper
    below = [c for c in range(1, len(columns)) if lower[c] is not None]
    over = [(p, cell) for p in pieces if (cell := next((x for c in below if (x := upper[c]) is not None and x.span == p[2]), None)) is not None]
    free = [c for c in below if upper[c] is None]
    if not over or not free or len(over) >= len(below) or len(over) > 6 or len(below) > 14:
        return upper
    if all(any(abs(p[1] - columns[c][1]) <= 1 for c in below) for p, _ in over):
        return upper  # each ends where a column does: it stands over that one alone
    middles = [(columns[c][0] + columns[c][1]) / 2 for c in below]
    targets = [(p[0] + p[1]) / 2 for p, _ in over]

    def off(edges: tuple[int, ...]) -> float:
        alone = len(below) - edges[-1]
        return _ALONE * alone + sum(abs((middles[a] + middles[b - 1]) / 2 - t) for a, b, t in zip(edges, edges[1:], targets, strict=False))

    # a column at the end may stand under none of them: "Cán cân" behind exports and imports
    edges = min(((0, *cuts, end) for end in range(max(len(over), len(below) - 2), len(below) + 1) for cuts in combinations(range(1, end), len(over) - 1)), key=off)
    out = list(upper)
    for (a, b), (_, cell) in zip(zip(edges, edges[1:], strict=False), over, strict=True):
        for c in below[a:b]:
            out[c] = cell
    return out


def _parted(pieces: Sequence[_Piece], columns: Sequence[tuple[int, int]]) -> Sequence[_Piece]:
    """A row whose name runs so close to its first figure that one space is left between them, with the two apart."""
    if len(pieces) != len(columns) - 1 or not pieces or (m := re.search(r"\s([+−-]?\d[\d.,]*%?)$", pieces[0][3])) is None:
        return pieces
    begin, end, span, words = pieces[0]
    at = m.start(1)
    if end - len(m[1]) > columns[1][1] or end < columns[1][0]:
        return pieces
    return [(begin, begin + m.start(), Span(span.start, span.start + m.start()), words[: m.start()]), (begin + at, end, Span(span.start + at, span.end), m[1]), *pieces[1:]]


def _cut(pieces: Sequence[_Piece], columns: Sequence[tuple[int, int]]) -> list[_Piece]:
    """A header line with the names of two columns apart that have one space between them: "Trị giá so CK(%)", where the first ends with its column."""
    out: list[_Piece] = []
    for begin, end, span, words in pieces:
        at = next((s for (_, a), (_, b) in zip(columns, columns[1:]) if begin < a < end and abs(end - b) <= 1 and (s := a - begin) < len(words) and words[s] == " " and not _one_time(words[:s], words[s + 1 :])), 0)
        if at:
            out += [(begin, begin + at, Span(span.start, span.start + at), words[:at]), (begin + at + 1, end, Span(span.start + at + 1, span.end), words[at + 1 :])]
        else:
            out.append((begin, end, span, words))
    return out


def _one_time(before: str, after: str) -> bool:
    """Whether a line is in the midst of a time between `before` and `after`: "Kỳ 1" and "tháng 7/2026", "Lũy kế đến hết" and "15/7/2026"."""
    if re.match(r"(?:tháng|quý|năm|ngày|đến|hết|tới)\s", after):
        return re.search(r"(?<!\w)(?:(?:kỳ|tháng|quý|ngày)\s+\S+|kế|hết|đến|tới|đầu|từ|và)$", before, re.I) is not None
    return after[:1].isdigit() and re.search(r"(?<!\w)(?:kỳ|tháng|quý|năm|ngày|đến|hết|tới|từ|[-–])$", before, re.I) is not None


def _joined(a: Cell | None, b: Cell | None) -> Cell | None:
    return replace(a, text=f"{a.text} {b.text}") if a is not None and b is not None else a or b


def _placed(pieces: Sequence[_Piece], columns: Sequence[tuple[int, int]], *, spread: bool) -> list[Cell | None] | None:
    """The cells of a line in their columns; None when two fall into one. A header's cell (`spread`) covers all the columns it stands over."""
    out: list[Cell | None] = [None] * len(columns)
    for begin, end, span, words in pieces:
        over = [c for c, (a, b) in enumerate(columns) if begin < b and a < end]
        if not over or not spread and len(over) > 1:
            over = [min(range(len(columns)), key=lambda c: (max(0, columns[c][0] - end, begin - columns[c][1]), abs(columns[c][1] - end)) if c else (abs(columns[c][0] - begin), 0))]
        for c in over:
            if out[c] is not None:
                return None
            out[c] = Cell(words, span)
    return out


__all__ = ["aligned_tables"]
