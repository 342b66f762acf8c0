"""What a Word, PDF or web file says beyond its characters, and how it is laid out as text.

A format's reader gives a `Document`: paragraphs and grids in reading order. `lay_out` prints it, one paragraph or table row
a line, and keeps beside each line what the file said about it, so that `outline` reads these formats with the same rules as
plain text and only guesses where the file is silent.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from ingest import headings as look
from ingest.tables import numeric, shape
from report.model import Cell, Span, Table
from report.text import nfc

_YEAR = re.compile(r"(?:năm\s+)?(?:19|20)\d\d", re.I)
_LETTERHEAD = re.compile(r"Độc lập|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Nơi nhận|TM\.|KT\.|TL\.|Người (?:ký|lập)|\(Đã ký\)|Thủ trưởng|Chủ tịch|(?:^|\n)Số:", re.I)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `mark` is the number or bullet that the file generates before it ("1.", "a)", "-").

    `level` is that of a heading (0: the file does not call it one), `bold` whether it is all bold, `body` that it is
    certainly no heading, `note` the label of the footnote it is, `ordinal` its place in a list, from 1, `refs` the footnotes
    that it refers to. `page` is that of its first line; `turns` are the places in its text where another page begins.
    """

    text: str
    level: int = 0
    bold: bool = False
    body: bool = False
    caption: bool = False
    mark: str = ""
    ordinal: int | None = None
    note: str = ""
    refs: tuple[str, ...] = ()
    page: int | None = None
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as the file states it: `across` columns wide, `down` rows high; lines of its text end in a line feed."""

    text: str
    across: int = 1
    down: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `heads` counts the header rows that the file names; the reader of tables may find more."""

    rows: tuple[tuple[GridCell, ...], ...]
    heads: int = 0
    pages: tuple[int, ...] = ()  # one a row, empty when the format has no pages


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the two."""

    paragraph: Paragraph | None = None
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file's content in reading order. `title` is the one in its properties, "" when there is none of use."""

    pieces: tuple[Piece, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What the file said about a line of the text; `mark` counts the characters of its number or bullet."""

    level: int = 0
    bold: bool = False
    body: bool = False
    caption: bool = False
    mark: int = 0
    ordinal: int | None = None
    note: str = ""
    refs: tuple[str, ...] = ()
    page: int | None = None

    @property
    def speaks(self) -> bool:
        """Whether the file calls the line anything but text."""
        return bool(self.level or self.bold or self.caption or self.mark or self.note)


@dataclass(frozen=True, slots=True)
class Layout:
    """`lines[i]` is about the i-th line of the text; `tables[i]` starts in it and ends before the line it names.

    `pages` says where a page begins in the text: character and page number.
    """

    lines: tuple[Line, ...]
    tables: dict[int, tuple[Table, int]] = field(default_factory=dict)
    pages: tuple[tuple[int, int], ...] = ()

    def page_at(self, place: int) -> int | None:
        """The page that character `place` stands on; None when the file has no pages."""
        at = bisect_right(self.pages, (place, 1 << 30)) - 1
        return self.pages[at][1] if at >= 0 else None


def tidy(text: str) -> str:
    """`text` in one line, in the form in which a report keeps it."""
    # Twice: what was invisible may have kept a letter and its mark apart.
    return " ".join(nfc(nfc(text)).split(" ")).replace("\n", " ")


def lay_out(document: Document) -> tuple[str, Layout]:
    """The text of `document` (NFC) and what is known about its lines."""
    out: list[str] = []
    lines: list[Line] = []
    tables: dict[int, tuple[Table, int]] = {}
    begins: list[tuple[int, int]] = []
    at = 0

    def turn(place: int, page: int | None) -> None:
        if page is not None and (not begins or begins[-1][1] != page):
            begins.append((place, page))

    def put(text: str, line: Line) -> None:
        nonlocal at
        turn(at, line.page)
        out.append(text)
        lines.append(line)
        at += len(text) + 1

    for piece in document.pieces:
        if piece.paragraph is not None:
            for paragraph in _parts(piece.paragraph):
                words = _words(paragraph.text)
                if not words:
                    continue
                mark = _words(paragraph.mark)
                line = Line(
                    paragraph.level,
                    paragraph.bold,
                    paragraph.body,
                    paragraph.caption,
                    len(mark) + 1 if mark else 0,
                    paragraph.ordinal,
                    paragraph.note,
                    paragraph.refs,
                    paragraph.page,
                )
                start = at + line.mark
                put(f"{mark} {words}" if mark else words, line)
                for place, turned in paragraph.turns:
                    turn(start + min(place, len(words)), turned)
        elif piece.grid is not None:
            matrix, heads, pages = _matrix(piece.grid)
            if not matrix:
                continue
            if _laid_out_by_table(matrix):
                for row, page in zip(matrix, pages, strict=True):
                    for cell in row:
                        if cell is not None and cell.first:
                            for part in cell.text.split("\n"):
                                if _words(part):
                                    put(_words(part), Line(page=page))
                continue
            first = len(lines)
            rows, printed = _print_rows(matrix, heads, at)
            for text, page in zip(printed, pages, strict=True):
                put(text, Line(page=page, body=True))
            table = shape(rows, heads, Span(rows[0][0].span.start, at - 1))
            if table is not None:
                tables[first] = (table, len(lines))
            # A table beside a table is not its continuation.
            put("", Line())
    text = "\n".join(out)
    return text, Layout(tuple(lines), tables, tuple(begins))


def _words(text: str) -> str:
    # Tabs stay: lines of a table made with tabs are told by them.
    return re.sub(r"[ \n\v\f]+", " ", re.sub(r" *\t *", "\t", nfc(nfc(text)))).strip()


def _parts(paragraph: Paragraph) -> list[Paragraph]:
    """`paragraph` in the parts that its line breaks set apart; a break in mid-sentence is none."""
    if "\n" not in paragraph.text:
        return [paragraph]
    parts: list[str] = []
    for line in paragraph.text.split("\n"):
        line = line.strip()
        if not line:
            continue
        last = parts[-1] if parts else ""
        apart = (
            not last
            or last.endswith((".", ":", ";", "!", "?", "…"))
            or look.BULLET.match(line)
            or look.mark(line)
            or look.capitals(last) != look.capitals(line)
        )
        # A heading's lines belong together.
        if apart and not (last and paragraph.level):
            parts.append(line)
        else:
            parts[-1] += " " + line
    return [replace(paragraph, text=part) if i == 0 else replace(paragraph, text=part, mark="", ordinal=None, note="") for i, part in enumerate(parts)]


@dataclass(slots=True)
class _Placed:
    """A cell at one of the places that it covers."""

    text: str
    notes: tuple[str, ...]
    first: bool  # its own place: upper left
    origin: int  # a number for the cell, the same at all its places
    top: int


def _matrix(grid: Grid) -> tuple[list[list[_Placed | None]], int, list[int | None]]:
    """The places of `grid`, without empty rows and columns, its header rows and the rows' pages."""
    rows: list[list[_Placed | None]] = [[] for _ in grid.rows]
    number = 0
    for r, row in enumerate(grid.rows):
        c = 0
        for given in row:
            while c < len(rows[r]) and rows[r][c] is not None:
                c += 1
            number += 1
            words = _lines(given.text)
            for down in range(min(given.down, len(rows) - r)):
                line = rows[r + down]
                line.extend([None] * (c + given.across - len(line)))
                for across in range(given.across):
                    line[c + across] = _Placed(words, given.notes, down == 0 and across == 0, number, r)
            c += given.across
    width = max((len(row) for row in rows), default=0)
    for line in rows:
        line.extend([None] * (width - len(line)))
    # Rows that only continue the cells above them are kept only when they add something.
    kept = [r for r, row in enumerate(rows) if any(cell is not None and cell.text and cell.top == r for cell in row)]
    seen: set[tuple[int, ...]] = set()
    columns: list[int] = []
    for c in range(width):
        key = tuple(cell.origin if (cell := rows[r][c]) is not None else 0 for r in kept)
        # A column inside merged cells alone (an artefact of widths) says nothing of its own.
        if key in seen or not any((cell := rows[r][c]) is not None and cell.text for r in kept):
            continue
        seen.add(key)
        columns.append(c)
    matrix = [[rows[r][c] for c in columns] for r in kept]
    heads = sum(r < grid.heads for r in kept)
    pages: list[int | None] = [grid.pages[r] if r < len(grid.pages) else None for r in kept]
    return matrix, heads, pages


def _lines(text: str) -> str:
    return "\n".join(w for part in text.split("\n") if (w := _words(part).replace("\t", " ")))


def _laid_out_by_table(matrix: list[list[_Placed | None]]) -> bool:
    """Whether the table is a frame or puts a letterhead's halves side by side."""
    width = len(matrix[0])
    if width < 2 or len(matrix) < 2:
        return True
    texts = [cell.text for row in matrix for cell in row if cell is not None and cell.first]
    figures = sum(numeric(t) for t in texts)
    return width <= 3 and len(matrix) <= 6 and not figures and any(_LETTERHEAD.search(t) for t in texts)


def _print_rows(matrix: list[list[_Placed | None]], heads: int, at: int) -> tuple[list[list[Cell]], list[str]]:
    """The cells of `matrix` with their spans in lines that start at `at`, and those lines.

    A cell over several columns is printed once; one over several rows is printed in each of them.
    """
    heads = max(heads, _merged_head(matrix))
    rows: list[list[Cell]] = []
    printed: list[str] = []
    for r, row in enumerate(matrix):
        text = ""
        cells: list[Cell] = []
        before: _Placed | None = None
        for c, placed in enumerate(row):
            if placed is not None and before is not None and placed.origin == before.origin:
                # In the body only a header's cell speaks for every column that it covers.
                cells.append(cells[-1] if r < heads else Cell("", Span(cells[-1].span.end, cells[-1].span.end)))
                continue
            before = placed
            words = " ".join(placed.text.split()) if placed is not None else ""
            if c:
                text += " | "
            again = placed is not None and r > 0 and (above := matrix[r - 1][c]) is not None and above.origin == placed.origin
            shared = (
                placed is not None
                and r >= heads
                and numeric(words)
                and not _YEAR.fullmatch(words)
                and (again or (r + 1 < len(matrix) and (under := matrix[r + 1][c]) is not None and under.origin == placed.origin))
            )
            if shared and again:
                words = ""
            start = at + len(text)
            text += words
            span = Span(start, start + len(words))
            # A number over several rows belongs to none of them alone: it is printed, but states nothing.
            cells.append(Cell("" if shared else words, span, placed.notes if placed is not None and not shared else ()))
        rows.append(cells)
        printed.append(text)
        at += len(text) + 1
    return _one_name(rows, matrix, max(heads, 1)), printed


def _one_name(rows: list[list[Cell]], matrix: list[list[_Placed | None]], heads: int) -> list[list[Cell]]:
    """Rows named in two columns ("Nông nghiệp" over several rows, "Trồng trọt") get one cell with both names."""
    if len(rows[0]) < 3 or len(rows) <= heads:
        return rows
    below = matrix[heads:]
    both = matrix[0][0] is not None and matrix[0][1] is not None and matrix[0][0].origin == matrix[0][1].origin
    tall = any(a[0] is not None and b[0] is not None and a[0].origin == b[0].origin and a[0].text for a, b in zip(below, below[1:], strict=False))
    worded = all(
        2 * sum(bool(row[c].text) and not numeric(row[c].text) for row in rows[heads:]) > sum(bool(row[c].text) for row in rows[heads:]) for c in (0, 1)
    )
    if not (both or tall) or not worded or re.search(r"đơn vị|đvt|đ\.v", " ".join(row[1].text for row in rows[:heads]), re.I):
        return rows
    out: list[list[Cell]] = []
    for r, row in enumerate(rows):
        first, second = row[0], row[1]
        name = first if not second.text or second.span == first.span else second
        if r >= heads and name is second and first.text:
            name = Cell(f"{first.text} – {second.text}", Span(first.span.start, second.span.end), first.notes + second.notes)
        out.append([name, *row[2:]])
    return out


def _merged_head(matrix: list[list[_Placed | None]]) -> int:
    """The rows that the cells of the first row reach down to, when it names columns."""
    first = [cell for cell in matrix[0] if cell is not None]
    if any(numeric(cell.text) and not _YEAR.fullmatch(cell.text) for cell in first):
        return 0
    wide = len({cell.origin for cell in first}) < len(first)
    reach = {cell.origin for cell in first}
    down = next((r for r in range(1, len(matrix)) if not any(cell is not None and cell.origin in reach for cell in matrix[r])), len(matrix))
    if (
        wide
        and down == 1
        and len(matrix) > 2
        and len({c.origin for c in first}) > 1
        and not any(c is not None and numeric(c.text) and not _YEAR.fullmatch(c.text) for c in matrix[1])
    ):
        down = 2
    return min(down, len(matrix) - 1) if down > 1 else 0


def raised(before: str, mark: str) -> tuple[str, str]:
    """Raised characters after `before`: what to print for them, and the footnote that they refer to.

    "m" and a raised 2 are "m²"; a raised 1 after a number is a reference and must not become a digit of it.
    """
    mark = mark.strip()
    if not mark:
        return "", ""
    if mark in ("2", "3") and re.search(r"(?<![^\W\d_])[mdckh]?m$", before):
        return {"2": "²", "3": "³"}[mark], ""
    if mark.isdigit() and re.search(r"(?<![\d.,])10$", before):
        return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(d)] for d in mark), ""
    if mark in ("o", "0", "O") and re.search(r"\d\s*$", before):
        return "°", ""
    if m := re.fullmatch(r"\(?\[?(\d{1,3}|\*{1,3}|[a-z])\]?\)?", mark):
        return "", m[1]
    return mark, ""


__all__ = ["Document", "Grid", "GridCell", "Layout", "Line", "Paragraph", "Piece", "lay_out", "raised", "tidy"]
