"""The pages of a PDF together: running heads taken away, reading order, paragraphs, footnotes, tables over several pages."""

from __future__ import annotations

import re
from collections import Counter

from ingest import headings as look
from ingest.layout import Grid, GridCell, Paragraph, Piece, tidy
from ingest.pdf_lines import YEAR, Line, Page, Segment, Table, joined_text
from ingest.tables import numeric

_PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:(?:trang|page)\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4}|\s+(?:of|trên)\s+\d{1,4})?[-–—|\s]*", re.I)


def drop_running(pages: list[Page]) -> None:
    """Take away running heads and feet and page numbers."""
    seen: dict[tuple[str, int], set[int]] = {}
    edges: dict[int, list[Line]] = {}
    for page in pages:
        top = min((t.top for t in page.tables), default=page.height)
        bottom = max((t.bottom for t in page.tables), default=0.0)
        upper = [line for line in page.lines if line.base < 0.12 * page.height and line.base < top][:4]
        lower = [line for line in page.lines if line.base > 0.88 * page.height and line.base > bottom][-4:]
        edges[page.number] = upper + lower
        for line in edges[page.number]:
            seen.setdefault((_running(line.text, page.number, pages), round(line.base / 6)), set()).add(page.number)
    for page in pages:
        for line in edges[page.number]:
            key, at = _running(line.text, page.number, pages), round(line.base / 6)
            count = len(set().union(*(seen.get((key, at + d), set()) for d in (-1, 0, 1))))
            named = any((look.CAPTION.match(line.text), look.UNIT_LINE.match(line.text), look.mark(line.text)))
            # The rest of a sentence, but not a browser's address and page number.
            named = named or (line.text[:1].islower() and "://" not in line.text and len(line.segments()) == 1)
            outer = (
                line is page.lines[0]
                or line is page.lines[-1]
                or all(o in edges[page.number] for o in page.lines if (o.base < line.base) == (line.base < page.height / 2))
            )
            alone = _PAGE_NUMBER.fullmatch(line.text)
            numbers = alone and (count > 1 or re.search(r"trang|page|/|-", line.text, re.I) or int(alone[1]) == page.number)
            line.used = bool(outer and (numbers or (count >= max(2, min(3, len(pages) - 1)) and not named)))
        page.lines = [line for line in page.lines if not line.used]


def _running(text: str, page: int, pages: list[Page]) -> str:
    """A line without its page number, so that the same foot of two pages is told."""
    total = str(len(pages))
    if m := _PAGE_NUMBER.fullmatch(text):
        return f"# {int(m[1]) - page}"
    text = re.sub(rf"(?<!\S){page}\s*/\s*{total}(?!\S)", "#", text)
    return re.sub(rf"(?<!\S){page}(?!\S)", "#", text).lower()


def flow(pages: list[Page]) -> list[Piece]:
    """Paragraphs and tables in reading order, what a page break cut put together again."""
    heights = Counter[float]()
    for page in pages:
        for line in page.lines:
            heights[round(line.height * 2) / 2] += len(line.text)
    body = heights.most_common(1)[0][0] if heights else 10.0
    pieces: list[Piece] = []
    open_: list[Line] = []
    table: tuple[Table, list[list[GridCell]], list[int]] | None = None
    late: list[Piece] = []  # notes of the page, said after what the page break cut

    def close_text() -> None:
        if open_:
            label = open_[0].words[0].text.strip("()[]") if open_[0].words[0].raised else ""
            if label and (label.isdigit() or set(label) == {"*"}) and len(open_[0].words) > 1:
                open_[0].words = open_[0].words[1:]
                open_[0].words[0].tied = False
                pieces.append(Piece(Paragraph(_paragraph(open_), note=label, page=open_[0].page)))
            elif text := _paragraph(open_):
                refs = tuple(ref for line in open_ for ref in joined_text(line.words)[1])
                turns = tuple((len(_paragraph(open_[:k])) + 1, line.page) for k, line in enumerate(open_) if k and line.page != open_[k - 1].page)
                pieces.append(Piece(Paragraph(text, bold=all(line.bold for line in open_), refs=refs, page=open_[0].page, turns=turns)))
            open_.clear()
        if table is None:
            pieces.extend(late)
            late.clear()

    def close_table() -> None:
        nonlocal table
        if table is not None:
            pieces.append(Piece(grid=Grid(tuple(tuple(r) for r in table[1]), table[0].heads, tuple(table[2]))))
            table = None
            pieces.extend(late)
            late.clear()

    def set_beside(halves: tuple[list[Segment], list[Segment]], number: int) -> None:
        for half in halves:
            pieces.extend(Piece(Paragraph(segment.text, page=number)) for segment in half)
            half.clear()

    for page in pages:
        lines, notes = _notes(page, body)
        # A page with few lines (the last one) does not show its own margins.
        shown = lines if len(lines) >= 12 else [line for other in pages if abs(other.width - page.width) < 1 for line in other.lines]
        left = min((line.x0 for line in shown), default=0.0)
        right = sorted(line.x1 for line in shown)[int(0.95 * (len(shown) - 1))] if shown else page.width
        for column in _reading(page, lines):
            previous: Line | None = None
            if isinstance(column, Table):
                close_text()
                if table is not None and _continues(table[0], table[1], column):
                    rows = column.rows[_repeated(table[1], column.rows) :]
                    table[1].extend(rows)
                    table[2].extend([page.number] * len(rows))
                    table[0].page, table[0].bottom = column.page, column.bottom
                else:
                    close_table()
                    table = (column, list(column.rows), [page.number] * len(column.rows))
                continue
            # A column of a page set in two has margins of its own.
            own = len(column) > 4 and (max(line.x1 for line in column) < 0.6 * page.width or min(line.x0 for line in column) > 0.4 * page.width)
            begin, end = (min(line.x0 for line in column), max(line.x1 for line in column)) if own else (left, right)
            halves: tuple[list[Segment], list[Segment]] = ([], [])
            for line in column:
                close_table()
                segments = line.segments()
                beside = len(segments) == 2 and _side_by_side(line, segments)
                # A line of one half between lines of both.
                alone = bool(halves[0] and halves[1]) and len(segments) == 1 and line.base - max(h[-1].base for h in halves) < 2 * line.height
                if beside or alone and (line.x0 >= min(s.x0 for s in halves[1]) - 3 or line.x1 <= max(s.x1 for s in halves[0]) + 3):
                    close_text()
                    for segment in segments:
                        second = segment is segments[1] if beside else line.x0 >= min(s.x0 for s in halves[1]) - 3
                        halves[int(second)].append(segment)
                    previous = None
                    continue
                set_beside(halves, page.number)
                if open_ and not _goes_on(open_, line, previous, begin, end):
                    close_text()
                open_.append(line)
                previous = line
            set_beside(halves, page.number)
        late.extend(notes)
    close_text()
    close_table()
    return pieces


def _side_by_side(line: Line, segments: list[Segment]) -> bool:
    """Halves of a letterhead or of signatures, not a sentence with wide spaces."""
    gap = max(b.x0 - a.x1 for a, b in zip(segments, segments[1:], strict=False))
    return gap > (5 if look.mark(line.text) or look.BULLET.match(line.text) else 2.2) * line.height


def _reading(page: Page, lines: list[Line]) -> list[list[Line] | Table]:
    """Lines and tables from top to bottom; a page set in two columns column by column."""
    middle = page.width / 2
    cut = [
        line
        for line in lines
        if any(
            a.x1 < middle + 15 and b.x0 > middle - 15 and b.x0 - a.x1 > 0.8 * line.height and len(a.text) > 15 and len(b.text) > 15
            for a, b in zip(line.segments(), line.segments()[1:], strict=False)
        )
    ]
    if len(cut) >= 10 and len(cut) > 0.6 * len(lines) and not page.tables:
        out: list[list[Line] | Table] = [[]]
        halves: tuple[list[Line], list[Line]] = ([], [])
        for line in lines:
            sides = [[w for w in line.words if (w.x0 + w.x1) / 2 < middle], [w for w in line.words if (w.x0 + w.x1) / 2 >= middle]]
            crossing = any(w.x0 < middle < w.x1 for w in line.words)
            if crossing:
                out += [halves[0], halves[1], [line]]
                halves = ([], [])
                continue
            for half, words in zip(halves, sides, strict=True):
                if words:
                    half.append(Line(words, line.base, line.height, line.bold, line.page))
        return [part for part in [*out, halves[0], halves[1]] if part]
    out = []
    rest = list(lines)
    for table in sorted(page.tables, key=lambda t: (t.top, t.left)):
        above = [line for line in rest if line.base <= table.top + 2]
        rest = [line for line in rest if line.base > table.top + 2]
        if above:
            out.append(above)
        out.append(table)
    if rest:
        out.append(rest)
    return out


def _notes(page: Page, body: float) -> tuple[list[Line], list[Piece]]:
    """The page's lines without its footnotes, and these: small lines at the foot that a raised mark opens."""
    start = None
    for k, line in enumerate(page.lines):
        if line.words[0].raised and line.height < 0.97 * body and line.base > 0.4 * page.height and all(later.height < 0.97 * body for later in page.lines[k:]):
            start = k
            break
    if start is None:
        return page.lines, []
    groups: list[list[Line]] = []
    for line in page.lines[start:]:
        if line.words[0].raised or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    out = []
    for group in groups:
        label = group[0].words[0].text.strip("()[]")
        said = _paragraph([Line(group[0].words[1:], group[0].base, group[0].height, False, page.number), *group[1:]] if len(group[0].words) > 1 else group[1:])
        if said:
            out.append(Piece(Paragraph(said, note=label, page=page.number)))
    return page.lines[:start], out


def _paragraph(lines: list[Line]) -> str:
    return tidy(" ".join(line.text for line in lines if line.words)).strip()


_UNFINISHED = re.compile(r"(?<!\w)(?:quý|tháng|ngày|và|của|với|là|đạt|trong|tại|từ|đến|do|để|bằng|khoảng|hơn|gần)$", re.I)  # words that end no paragraph


def _goes_on(open_: list[Line], line: Line, previous: Line | None, left: float, right: float) -> bool:
    """Whether `line` goes on with the paragraph that `open_` began."""
    last = open_[-1]
    text, before = line.text, last.text
    ended = before.endswith((".", ";", ":", "!", "?", "…"))
    # "giai đoạn 2016" at a line's end, "- 2020" at the next one's start.
    ranged = before[-1:].isdigit() and re.match(r"[-–]\s?\d", text)
    marked = not ranged and bool(look.mark(text) or look.BULLET.match(text) or re.match(r"[-–+•*]\s?\S", text) and not re.match(r"[-–+]\d", text))
    if last.page != line.page or previous is None:
        # Over a page break: a sentence that is not finished.
        if last.bold or marked or look.CAPTION.match(text) or look.UNIT_LINE.match(text):
            return False
        full = right - last.x1 <= line.words[0].x1 - line.words[0].x0 + 0.6 * last.height
        return full and line.x0 <= left + 0.9 * line.height if ended else full or text[:1].islower()
    if line.words[0].raised or look.CAPTION.match(text) or look.UNIT_LINE.match(text) or look.NOTE.match(text):
        return False
    step = line.base - last.base
    if step > 1.75 * max(last.height, line.height) or step <= 0:
        return False
    if len(open_) > 1 and open_[-2].page == last.page and step > 1.35 * (open_[-1].base - open_[-2].base) + 0.5:
        return False
    if abs(line.height - last.height) > 0.12 * max(line.height, last.height):
        return False
    if marked and (ended or last.bold != line.bold or last.x1 < right - 3 * last.height or look.BULLET.match(text) or not text[:1].isdigit()):
        return False
    if last.bold != line.bold and all(o.bold for o in open_):
        return False
    if line.bold and not last.bold and ended:
        return False
    if _UNFINISHED.search(before):
        return True
    # Was the next word too long for the rest of the line? Else the line ended because the paragraph did.
    word = line.words[0].x1 - line.words[0].x0
    centred = abs((last.x0 + last.x1) / 2 - (left + right) / 2) < 12 and left + 20 < last.x0 and last.x1 < right - 8  # and no full line that is indented
    room = (right - left) - (last.x1 - last.x0) if centred else right - last.x1
    if room > word + 0.6 * last.height:
        return False
    if ended and line.x0 > (open_[-1].x0 if len(open_) > 1 else left) + 0.9 * line.height and not centred:
        return False
    return not (look.capitals(before) != look.capitals(text) and line.bold and last.bold)


def _continues(before: Table, rows: list[list[GridCell]], table: Table) -> bool:
    """Whether `table`, the first of its page, is the rest of `before`, the last of the page before it."""
    if table.page != before.page + 1 or len(table.edges) != len(before.edges):
        return False
    if _repeated(rows, table.rows):
        return True
    if any(abs(a - b) > 8 for a, b in zip(table.edges, before.edges, strict=True)):
        return False
    first = [c.text for c in table.rows[0][1:]]
    return any(numeric(t) and not YEAR.fullmatch(t) for t in first) or not any(first)


def _repeated(rows: list[list[GridCell]], later: list[list[GridCell]]) -> int:
    """How many rows at the head of `later` repeat the head of `rows`."""
    count = 0
    while count < min(len(rows), len(later), 6) and [(c.text, c.across) for c in rows[count]] == [(c.text, c.across) for c in later[count]]:
        count += 1
    # A header names columns; a table that merely starts alike is another one.
    return count if count and not any(numeric(c.text) and not YEAR.fullmatch(c.text) for c in rows[0][1:]) else 0
