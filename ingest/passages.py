"""The retrieval units of a report: paragraphs, groups of list items, table rows."""

from __future__ import annotations

from ingest.markdown import clean
from report.model import Block, BlockKind, Passage, Report, Span, Table
from report.sentences import sentences

SIZE = 900  # characters; longer paragraphs are cut between sentences


def passages(report: Report) -> tuple[Passage, ...]:
    """The passages of `report` in the order of its text; no two share a character, ids are "start-end"."""
    out: list[Passage] = []
    group: list[Block] = []
    lead = ""
    for block in report.blocks:
        if block.kind is BlockKind.ITEM:
            if group and (block.section != group[0].section or block.span.end - group[0].span.start > SIZE):
                out.append(_items(report, group, lead))
                group = []
            group.append(block)
            continue
        if group:
            out.append(_items(report, group, lead))
            group, lead = [], ""
        if block.kind is BlockKind.TABLE and block.table is not None:
            out += _rows(report, report.tables[block.table], block)
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.NOTE):
            out += [_passage(report, span, span.of(report.text), block.kind.value, block) for span in _cut(report.text, block.span)]
            said = block.span.of(report.text)
            lead = ""
            if said.endswith(":"):
                last = sentences(said)
                lead = last[-1].of(said) if last else ""
    if group:
        out.append(_items(report, group, lead))
    if not out:
        out = [_passage(report, b.span, b.span.of(report.text), "paragraph", b) for b in report.blocks if b.span.end > b.span.start]
    return tuple(out)


def _path(report: Report, block: Block) -> tuple[str, ...]:
    return tuple(t for t in report.section_path(block.section) if t != report.title)


def _passage(report: Report, span: Span, said: str, kind: str, block: Block, *above: str) -> Passage:
    path = _path(report, block)
    text = "\n".join(part for part in (" › ".join(path), *(clean(a) for a in above), clean(said)) if part)
    return Passage(f"{span.start}-{span.end}", span, text, kind, " › ".join(path), block.page)


def _items(report: Report, group: list[Block], lead: str) -> Passage:
    span = Span(group[0].span.start, group[-1].span.end)
    said = "; ".join(" ".join(b.span.of(report.text).split()).rstrip(";") for b in group)
    return _passage(report, span, said, "list", group[0], lead)


def _rows(report: Report, table: Table, block: Block) -> list[Passage]:
    heads = table.rows[: table.header_rows]
    names = [" ".join(dict.fromkeys(row[c].text for row in heads if row[c].text)) for c in range(len(table.rows[0]))]
    caption = table.caption.of(report.text) if table.caption else ""
    out = []
    parent = ""
    for row in table.rows[table.header_rows :] or table.rows:
        if not any(c.text for c in row):
            continue
        label = row[0].text
        below = label.startswith(("-", "–", "+", "•")) or label.lower().startswith("trong đó")
        if not below:
            parent = label
        said = "; ".join(f"{name}: {c.text}" if name else c.text for name, c in zip(names, row, strict=True) if c.text)
        spans = [c.span for c in row if c.text]
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        out.append(_passage(report, span, said, "row", block, caption, parent if below else ""))
    return out


def _cut(text: str, span: Span) -> list[Span]:
    """`span` in pieces of about SIZE characters, cut between sentences."""
    if span.end - span.start <= SIZE:
        return [span] if span.end > span.start else []
    out: list[Span] = []
    for sentence in sentences(span.of(text), span.start):
        for piece in _pieces(text, sentence):
            if out and piece.end - out[-1].start <= SIZE:
                out[-1] = Span(out[-1].start, piece.end)
            else:
                out.append(piece)
    return out


def _pieces(text: str, span: Span) -> list[Span]:
    """A sentence, or its parts when it is longer than any reader would quote."""
    out: list[Span] = []
    start = span.start
    while span.end - start > 2 * SIZE:
        cut = max(text.rfind("; ", start, start + SIZE), text.rfind(". ", start, start + SIZE))
        if cut <= start:
            cut = text.rfind(" ", start + 1, start + SIZE)
        if cut <= start:
            cut = start + SIZE - 1
        out.append(Span(start, cut + (0 if text[cut].isspace() else 1)))
        start = cut + 1
        while start < span.end and text[start].isspace():
            start += 1
    if span.end > start:
        out.append(Span(start, span.end))
    return out
