"""Passages: the units of retrieval, each with the span it quotes and the words it is found by."""

from __future__ import annotations

import re

from report.model import Block, BlockKind, Passage, Report, Span
from report.sentences import sentences

_LONG = 900


def passages(report: Report) -> tuple[Passage, ...]:
    """The passages of `report`: paragraphs, list groups and table rows, in the order of the text."""
    out: list[Passage] = []
    group: list[Block] = []
    for block in report.blocks:
        if block.kind is BlockKind.ITEM:
            if group and group[-1].section != block.section:
                out += _items(report, group)
                group = []
            group.append(block)
            continue
        out += _items(report, group)
        group = []
        if block.kind is BlockKind.TABLE:
            out += _rows(report, block)
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.NOTE):
            out += [_passage(report, block, span, "paragraph" if block.kind is BlockKind.PARAGRAPH else "note") for span in _pieces(report, block.span)]
    out += _items(report, group)
    if not out and report.text.strip():
        whole = Block(BlockKind.PARAGRAPH, Span(0, len(report.text)))
        out = [_passage(report, whole, span, "paragraph") for span in _pieces(report, whole.span)]
    return tuple(out)


def _pieces(report: Report, span: Span) -> list[Span]:
    """`span`, cut between sentences into pieces of about `_LONG` characters."""
    if span.end - span.start <= _LONG:
        return [span]
    out: list[Span] = []
    for s in sentences(span.of(report.text), span.start):
        if out and s.end - out[-1].start <= _LONG:
            out[-1] = Span(out[-1].start, s.end)
        else:
            out.append(s)
    return out


def _passage(report: Report, block: Block, span: Span, kind: str, text: str = "") -> Passage:
    section = " › ".join(report.section_path(block.section))
    body = re.sub(r"\s+", " ", text or span.of(report.text)).strip()
    return Passage(f"{span.start}-{span.end}", span, f"{section}. {body}" if section else body, kind, section, block.page)


def _items(report: Report, group: list[Block]) -> list[Passage]:
    if not group:
        return []
    out: list[Passage] = []
    start = group[0]
    end = start.span.end
    for item in group[1:]:
        if item.span.end - start.span.start > _LONG:
            out.append(_passage(report, start, Span(start.span.start, end), "list"))
            start = item
        end = item.span.end
    out.append(_passage(report, start, Span(start.span.start, end), "list"))
    return out


def _rows(report: Report, block: Block) -> list[Passage]:
    assert block.table is not None
    table = report.tables[block.table]
    caption = table.caption.of(report.text) if table.caption else ""
    heads = [" ".join(dict.fromkeys(r[c].text for r in table.rows[: table.header_rows] if r[c].text)) for c in range(len(table.rows[0]))]
    out = []
    for row in table.rows[table.header_rows :]:
        cells = "; ".join(f"{h}: {c.text}" if h else c.text for h, c in zip(heads, row, strict=True) if c.text)
        if cells:
            span = Span(min(c.span.start for c in row), max(c.span.end for c in row))
            out.append(_passage(report, block, span, "row", f"{caption} {cells}"))
    return out
