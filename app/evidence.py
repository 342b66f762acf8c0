"""A citation with its surroundings, as HTML in which the quoted characters are marked.

Report text is never Markdown here: Markdown would load images, make links and
turn "--" into "—". It is escaped HTML, character for character. Not here: how
it is placed on the page (`chat_view`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chain.answer import Citation, StatedFigure
from report.model import Block, BlockKind, Report, Span, Table
from report.text import INVISIBLE

AROUND = 400  # characters of text shown on each side of a quote, at most
_SEPARATOR = re.compile(r"\s*[›>/|]\s+")  # between the headings of a citation's section
ROWS_AROUND = 2  # rows of a table shown above and below the quoted one


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the page shows of a citation. It is made with the answer, so it outlives the report's removal."""

    n: int
    label: str
    body: str  # safe HTML
    report: str = ""
    title: str = ""
    section: str = ""
    page: int | None = None
    start: int = 0
    end: int = 0
    quote: str = ""
    short: str = ""  # the figures it carries, else where it stands


def evidence(
    library: Any, citations: Sequence[Citation], figures: Sequence[StatedFigure] = ()
) -> tuple[Evidence, ...]:
    """The citations, named by the figures they carry, with the text around them from the library's reports."""
    reports: dict[str, Report] = {}
    shown = []
    for citation in citations:
        if citation.report not in reports:
            reports[citation.report] = library.report(citation.report)
        report = reports[citation.report]
        # A path of headings is long and often the same: the label has the last, the body has all.
        carried = list(dict.fromkeys(f.text for f in figures if f.citation == citation.n))[:2]
        place = [*carried, _SEPARATOR.split(citation.section)[-1] or report.title]
        path = [t for t in dict.fromkeys([report.title, *_SEPARATOR.split(citation.section)]) if t]
        if citation.page is not None:
            place.append(f"trang {citation.page}")
            path[-1] += f", trang {citation.page}"
        above = f'<span title="{escaped(" › ".join(path))}">{escaped(" › ".join(path[:-1]))}</span>' if path[1:] else ""
        source = f'<p class="hbc-source"><strong>{escaped(path[-1])}</strong>{above}</p>'
        body = source + _body(report, Span(citation.start, citation.end))
        shown.append(Evidence(
            citation.n, " · ".join(place), body, citation.report, report.title, citation.section, citation.page,
            citation.start, citation.end, citation.quote, " · ".join(carried) or place[0],
        ))  # fmt: skip
    return tuple(shown)


def reading(report: Report, whole: Span, quote: Span | None) -> str:
    """The blocks of `whole` to read, as HTML; the quoted characters are marked, and the first of them is where to scroll to."""
    parts = []
    for block in report.blocks:
        if block.span.end <= whole.start or block.span.start >= whole.end:
            continue
        marked = quote if quote is not None and _overlap(block.span, quote) else None
        if block.table is not None:
            parts.append(_table(report.text, report.tables[block.table], marked))
        else:
            text = _marked(report.text, block.span, marked) if marked else escaped(block.span.of(report.text))
            kind = ' class="hbc-title"' if block.kind is BlockKind.HEADING else ""
            parts.append(f"<p{kind}>{text}</p>")
    if quote is not None:
        place = f'<mark class="hbc-here" data-place="{escaped(report.name)}-{quote.start}-{quote.end}">'
        body = "".join(parts).replace("<mark>", place, 1)
        return f'<div class="hbc-read">{body}</div>'
    return f'<div class="hbc-read">{"".join(parts)}</div>'


def _table(text: str, table: Table, quote: Span | None) -> str:
    lines = []
    for i, row in enumerate(table.rows):
        tag = "th" if i < table.header_rows else "td"
        cells = (_marked(text, c.span, quote) if quote is not None and _overlap(c.span, quote) else escaped(c.text) for c in row)
        lines.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>")
    caption = f"<caption>{escaped(table.caption.of(text))}</caption>" if table.caption else ""
    return f'<div class="hbc-scroll"><table class="hbc-table">{caption}{"".join(lines)}</table></div>'


def escaped(text: str) -> str:
    """`text` as HTML that shows exactly its characters, without those that nobody sees (they may turn the line around)."""
    return html.escape(INVISIBLE.sub("", text), quote=True)


def _body(report: Report, quote: Span) -> str:
    table = next((t for t in report.tables if t.span.holds(quote)), None)
    if table is not None:
        exact = f'<p class="hbc-source">Nguyên văn</p><div class="hbc-passage">{_marked(report.text, quote, quote)}</div>'
        return _rows(report.text, table, quote) + exact
    return f'<div class="hbc-passage">{_around(report, quote)}</div>'


def _around(report: Report, quote: Span) -> str:
    """The block that holds the quote; with its neighbours when it holds nothing else."""
    block = next((b.span for b in report.blocks if b.span.holds(quote)), quote)
    start, end = block.start, block.end
    if len(block.of(report.text).strip()) <= len(quote.of(report.text).strip()) + 2:
        before, after = _neighbours(report.blocks, quote)
        start, end = before.start if before else start, after.end if after else end
    low, high = max(start, quote.start - AROUND), min(end, quote.end + AROUND)
    # Cut at a space, so that no number is shown in halves.
    while start < low < quote.start and not report.text[low - 1].isspace():
        low += 1
    while quote.end < high < end and not report.text[high].isspace():
        high -= 1
    shown = _marked(report.text, Span(low, high), quote)
    return ("… " if low > start else "") + shown + (" …" if high < end else "")


def _neighbours(blocks: Sequence[Block], quote: Span) -> tuple[Span | None, Span | None]:
    prose = [b.span for b in blocks if b.kind is not BlockKind.TABLE]
    before = [s for s in prose if s.end <= quote.start]
    after = [s for s in prose if s.start >= quote.end]
    return (before[-1] if before else None), (after[0] if after else None)


def _marked(text: str, shown: Span, quote: Span) -> str:
    start, end = max(shown.start, quote.start), min(shown.end, quote.end)
    if start >= end:
        return escaped(shown.of(text))
    return escaped(text[shown.start : start]) + f"<mark>{escaped(text[start:end])}</mark>" + escaped(text[end : shown.end])


def _rows(text: str, table: Table, quote: Span) -> str:
    """The table's header and the rows around the quote; the quoted cells are marked."""
    quoted = [i for i, row in enumerate(table.rows) if any(_overlap(c.span, quote) for c in row)]
    first, last = (quoted[0], quoted[-1]) if quoted else (0, 0)
    low, high = max(table.header_rows, first - ROWS_AROUND), last + ROWS_AROUND + 1
    lines = []
    for i, row in enumerate(table.rows):
        header = i < table.header_rows
        if not header and not low <= i < high:
            continue
        tag = "th" if header else "td"
        cells = "".join(
            f"<{tag}>{_marked(text, c.span, quote) if _overlap(c.span, quote) else escaped(c.text)}</{tag}>" for c in row
        )
        lines.append(f"<tr>{cells}</tr>")
    caption = f"<caption>{escaped(table.caption.of(text))}</caption>" if table.caption else ""
    return f'<div class="hbc-scroll"><table class="hbc-table">{caption}{"".join(lines)}</table></div>'


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
