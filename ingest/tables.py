"""Tables in text: Markdown pipe tables, lines of "a | b | c", lines copied from a spreadsheet (tabs)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest import headings as look
from ingest.markdown import cell, is_rule
from report.model import Cell, Span, Table

_NUMERIC = re.compile(r"\(?[+\-–−±]?\s?\d[\d.,]*(?:\s\d{3})*\)?\s?[%‰]?|[-–—−]|\.{2,}|…|x")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?")
_COLUMN_NAME = re.compile(r"\(?(?:\d{1,2}|[A-ZĐa-z])\)?(?:\s*=.*)?")


def numeric(text: str) -> bool:
    """Whether a cell holds a number or a mark that stands for one ("-", "...")."""
    return _NUMERIC.fullmatch(text.strip()) is not None


def separator(line: str) -> str | None:
    """What separates the cells of `line`, if it can be a table's row."""
    body = line.strip()
    if body.startswith("|") and body.count("|") > 1:
        return "|"
    if " | " in body or body.endswith(" |") and body.count(" |") > 1:
        return "|"
    if "\t" in body and not body.startswith("#") and len([c for c in body.split("\t") if c.strip()]) > 1:
        return "\t"
    return None


def split(text: str, start: int, end: int, by: str, *, markdown: bool, bordered: bool = True) -> list[Cell]:
    """The cells of the row at `start`..`end`; `bordered` rows begin and end with the separator, in others it follows an empty cell."""
    if by == "|" and not bordered:
        while end > start and text[end - 1] in " \t":
            end -= 1
    elif by == "|":
        while end > start and text[end - 1] in " \t":
            end -= 1
        while start < end and text[start] in " \t":
            start += 1
        if text[start : start + 1] == "|":
            start += 1
        if end > start and text[end - 1] == "|" and text[end - 2 : end - 1] != "\\":
            end -= 1
    else:
        # A leading or trailing tab is an empty cell, not white space.
        while start > 0 and text[start - 1] in " \t":
            start -= 1
        while end < len(text) and text[end] in " \t":
            end += 1
    out: list[Cell] = []
    at = start
    for i in range(start, end):
        if text[i] == by and not (by == "|" and text[i - 1] == "\\"):
            out.append(cell(text, at, i, markdown=markdown))
            at = i + 1
    out.append(cell(text, at, end, markdown=markdown))
    return out


def table_at(text: str, lines: Sequence[Span], first: int, *, markdown: bool) -> tuple[Table, int] | None:
    """The table whose first row is line `first`, and the number of the line after it; None when there is none."""
    by = separator(lines[first].of(text))
    if by is None:
        if not (first + 1 < len(lines) and "|" in lines[first].of(text) and is_rule(lines[first + 1].of(text))):
            return None
        by = "|"
    at, ruled, last = first, 0, first
    rows: list[list[Cell]] = []
    bordered = _bordered(text, lines, first)
    while at < len(lines):
        line = lines[at].of(text)
        if by == "|" and is_rule(line):
            ruled = ruled or len(rows)
        elif line.strip() and (separator(line) == by or (ruled and "|" in line)):
            rows.append(split(text, lines[at].start, lines[at].end, by, markdown=markdown, bordered=bordered))
        elif by == "\t" and rows and _groups(text, lines, at):
            rows.append([cell(text, lines[at].start, lines[at].end, markdown=markdown)])
        else:
            break
        last = at
        at += 1
    if not rows or (not ruled and len(rows) < 2):
        return None
    width = Counter(len(r) for r in rows).most_common(1)[0][0] if not ruled else max(len(r) for r in rows)
    if not ruled:
        if width < 2:
            return None
        width = max(len(r) for r in rows)
    heads = _header_rows(rows, width, ruled)
    # "A | 1 | 2 = 1 + 3": names of columns for the reader's eye; they would only blur the headers.
    kept = [row for i, row in enumerate(rows) if not (0 < i < heads and _enumerates(row, width))]
    heads, rows = heads - (len(rows) - len(kept)), kept
    if not ruled and heads > 1 and len(rows[heads - 1]) < width and len(rows[0]) < width and rows[heads - 1][0].text != rows[0][0].text and rows[heads - 1][0].text:
        start = rows[heads - 1][0].span.start
        rows[heads - 1] = [Cell("", Span(start, start)), *rows[heads - 1]]  # the first column's name stands in the row above, beside a merged cell
    shaped = [_widen(row, rows[i + 1] if i + 1 < heads else None, width) if i < heads else _pad(row, width) for i, row in enumerate(rows)]
    _fill(shaped, heads)
    return Table(tuple(tuple(r) for r in shaped), heads, Span(lines[first].start, lines[last].end)), at


def _groups(text: str, lines: Sequence[Span], at: int) -> bool:
    """Whether line `at`, without a tab, names the rows below it: "IV. Đầu tư" whose empty cells were left out."""
    line = lines[at].of(text).strip()
    if not line or len(line) > 90 or len(line.split()) > 14 or line.endswith((".", ";", "?", "!")) or line.startswith("#") or look.CAPTION.match(line) or look.UNIT_LINE.match(line) or look.NOTE.match(line):
        return False
    for k in range(at + 1, min(at + 3, len(lines))):
        following = lines[k].of(text)
        if separator(following) == "\t":
            return any(numeric(c) for c in following.split("\t")[1:])
        if not following.strip() or len(following.strip()) > 90:
            return False
    return False


def _bordered(text: str, lines: Sequence[Span], first: int) -> bool:
    """Whether the rows of the table that starts at line `first` all begin with "|": a lone one begins with an empty cell."""
    for line in lines[first:]:
        body = line.of(text).strip()
        if "|" not in body:
            break
        if not body.startswith("|"):
            return False
    return True


def shape(rows: list[list[Cell]], heads: int, span: Span) -> Table | None:
    """The table of `rows`, whose merged cells the file stated: it has at least `heads` header rows. None when it is too small."""
    width = max((len(r) for r in rows), default=0)
    if len(rows) < 2 or width < 2:
        return None
    heads = _header_rows(rows, width, min(heads, len(rows) - 1))
    kept = [row for i, row in enumerate(rows) if not (0 < i < heads and _enumerates(row, width))]
    return Table(tuple(tuple(r) for r in kept), min(heads - (len(rows) - len(kept)), len(kept) - 1), span)


def _header_rows(rows: list[list[Cell]], width: int, ruled: int) -> int:
    count = ruled
    if not ruled:
        count = 1 if _names(rows[0], first=True) else 0
    while 0 < count < min(len(rows) - 1, 5):
        row = rows[count]
        rest = [c.text for c in row[1:] if c.text]
        enumerated = _enumerates(row, width)
        same = row[0].text == rows[count - 1][0].text or not row[0].text or not rows[count - 1][0].text  # "" above "Chỉ tiêu"
        later = any(numeric(c.text) for r in rows[count + 1 :] for c in r[1:])
        # Below a row whose merged cells were printed once, the next row of names belongs to the header too.
        merged = not ruled and len(rest) > 1 and len(rows[0]) < width
        if enumerated or (rest and (same or merged) and _names(row, first=False) and later):
            count += 1
        else:
            break
    return count


def _enumerates(row: list[Cell], width: int) -> bool:
    return len(row) == width > 2 and all(_COLUMN_NAME.fullmatch(c.text) for c in row) and _sequence(row)


def _names(row: list[Cell], *, first: bool) -> bool:
    """Whether a row names columns: no numbers in it, years apart."""
    return not any(numeric(c.text) and not _YEAR.fullmatch(c.text) for c in row[1:] if c.text) and (first or any(c.text for c in row[1:]))


def _sequence(row: list[Cell]) -> bool:
    numbers = [int(m[0]) for c in row if (m := re.match(r"\d+", c.text.strip("() ")))]
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 3


def _pad(row: list[Cell], width: int) -> list[Cell]:
    end = row[-1].span.end
    return row + [Cell("", Span(end, end))] * (width - len(row))


def _widen(row: list[Cell], below: list[Cell] | None, width: int) -> list[Cell]:
    """A header row whose merged cells were printed once, with each repeated over the columns it covers."""
    missing = width - len(row)
    if missing <= 0 or below is None:
        return _pad(row, width) if missing > 0 else row
    left = 0
    while left < len(row) - 1 and left < len(below) and below[left].text in ("", row[left].text):
        left += 1
    right = 0
    while right < len(row) - left - 1 and row[-1 - right].text == below[-1 - right].text:
        right += 1
    middle = row[left : len(row) - right]
    room = width - left - right
    share, rest = divmod(room, len(middle))
    if rest:
        # Unknown extents: the last cells are the wide ones.
        share = max(1, share)
    spread = [c for i, c in enumerate(middle) for _ in range(share + (1 if i >= len(middle) - rest else 0))]
    return row[:left] + spread + row[len(row) - right :]


def _fill(rows: list[list[Cell]], heads: int) -> None:
    """Empty cells of several header rows take what covers them: the cell at the left, in the last row the cell above."""
    if heads < 2:
        return
    for i in range(heads):
        for c in range(len(rows[i])):
            if rows[i][c].text:
                continue
            if i and rows[i - 1][c].text:
                rows[i][c] = rows[i - 1][c]
            elif i + 1 < heads and c and rows[i][c - 1].text and rows[i + 1][c].text:
                rows[i][c] = rows[i][c - 1]
