"""Text becomes an outline: headings, paragraphs, lists, tables, captions and footnotes, each with its span.

One pass over the lines, for plain text and for Markdown. Numbered headings get their level from the kind of number, in
the order in which the kinds appear ("I." above "1." above "a)").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from report.model import Block, BlockKind, Cell, Report, Section, Span, Table
from report.text import nfc

_MD_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_CAPTION = re.compile(r"^[\s*_]*(?:Bảng|Biểu|Phụ lục|BẢNG|BIỂU|PHỤ LỤC)(?:\s+số)?\s*[\dIVX]+(?:\.\d+)*\s*[.:–\-*]?", re.I)
_UNIT_LINE = re.compile(r"^[\s*_(]*(?:Đơn vị(?: tính)?|ĐVT)\s*:", re.I)
_FOOTNOTE = re.compile(r"^\[\^(\w+)\]:\s*")
_NOTE = re.compile(r"^[\s*_]*(?:Ghi chú|Chú thích|Nguồn(?: số liệu)?)\s*:", re.I)
_NOTE_MARK = re.compile(r"\[\^(\w+)\]")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"^(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+(?:thứ\s+)?(?:[IVX]+|\d+|nhất|hai|ba|tư|một)(?!\w)[.:\s–-]*")),
    ("letter", re.compile(r"^[A-ZĐ]\.\s+(?=\S)")),
    ("roman", re.compile(r"^[IVX]{1,5}[.)]\s+(?=\S)")),
    ("decimal2", re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\S)")),
    ("decimal", re.compile(r"^\d{1,2}[.)]\s+(?=\S)")),
    ("small", re.compile(r"^[a-zđ][.)]\s+(?=\S)")),
)
_BULLET = re.compile(r"^\s*(?:[-–—+•●▪]|\*(?!\*))\s+(?=\S)")
_ITEM = re.compile(r"^\s*(?:\(?(\d{1,2}|[a-zđ])[.)])\s+(?=\S)")
_STARS = re.compile(r"^(\*\*|__)(.+?)\1[.:]?$")


@dataclass
class _Line:
    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        return self.text.strip()


def read_text(text: str, *, name: str, title: str | None = None, markdown: bool = False, sha256: str = "", source: str = "") -> Report:
    """The report that `text` holds. The stored text is the NFC form of `text`."""
    text = nfc(text)
    lines: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        lines.append(_Line(at, at + len(raw), raw))
        at += len(raw) + 1
    builder = _Builder(text, markdown)
    builder.read(lines)
    sections = builder.closed_sections()
    return Report(name, title or _title(text, sections, builder.blocks) or name, text, sections, tuple(builder.blocks), tuple(builder.tables), sha256, source)


def _title(text: str, sections: tuple[Section, ...], blocks: list[Block]) -> str:
    """The first lines that name the report: its first heading with the lines right under "BÁO CÁO"."""
    for i, block in enumerate(blocks[:12]):
        said = _clean(block.span.of(text))
        if re.match(r"(?:BÁO CÁO|Báo cáo|NGHỊ QUYẾT|THÔNG CÁO|BẢN TIN)", said):
            if len(said) < 25 and i + 1 < len(blocks):
                said = f"{said} {_clean(blocks[i + 1].span.of(text))}"
            return said[:300]
    if blocks and blocks[0].kind is BlockKind.HEADING:
        return _clean(blocks[0].span.of(text))[:200]
    return _clean(blocks[0].span.of(text).split("\n")[0])[:200] if blocks and len(blocks[0].span.of(text)) < 250 else ""


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", _NOTE_MARK.sub("", re.sub(r"[*_#]{1,3}", "", text))).strip()


class _Builder:
    def __init__(self, text: str, markdown: bool) -> None:
        self.text = text
        self.markdown = markdown
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.sections: list[tuple[str, int, Span, int | None]] = []
        self.levels: list[str] = []
        self.ordinal = 0
        self.list_kind = ""
        self.after_colon = False

    def read(self, lines: list[_Line]) -> None:
        i = 0
        while i < len(lines):
            if not lines[i].bare:
                i += 1
                continue
            taken = self._table(lines, i)
            i += taken if taken else self._line(lines, i)

    def add(self, kind: BlockKind, start: int, end: int, **more: object) -> None:
        section = len(self.sections) - 1 if self.sections else None
        self.blocks.append(Block(kind, Span(start, end), section, **more))  # type: ignore[arg-type]

    def heading(self, title: str, kind: str, span: Span, level: int | None = None) -> None:
        if level is None:
            if kind in self.levels:
                self.levels = self.levels[: self.levels.index(kind) + 1]
            else:
                self.levels.append(kind)
            level = 10 + len(self.levels)
        else:
            self.levels = []
        parent = next((n for n in range(len(self.sections) - 1, -1, -1) if self._open(n) and self.sections[n][1] < level), None)
        self.sections.append((title, level, span, parent))
        self.add(BlockKind.HEADING, span.start, span.end)
        self.list_kind, self.after_colon = "", False

    def _open(self, n: int) -> bool:
        return all(s[1] > self.sections[n][1] for s in self.sections[n + 1 :])

    def closed_sections(self) -> tuple[Section, ...]:
        """The sections with their spans closed by the next heading of the same or a higher level."""
        out: list[Section] = []
        ends = [len(self.text)] * len(self.sections)
        waiting: list[int] = []
        for n, (_, level, span, _) in enumerate(self.sections):
            while waiting and self.sections[waiting[-1]][1] >= level:
                ends[waiting.pop()] = span.start
            waiting.append(n)
        for (title, level, span, parent), end in zip(self.sections, ends, strict=True):
            out.append(Section(title, level, span, Span(span.start, max(span.end, end)), parent))
        return tuple(out)

    # --- tables -----------------------------------------------------------------------------------------------

    def _table(self, lines: list[_Line], i: int) -> int:
        """How many lines the table at line `i` takes (0 when there is none)."""
        first = lines[i]
        separator = "|" if first.text.count("|") >= 1 else "\t" if first.text.count("\t") >= 1 else ""
        if not separator:
            return 0
        rows: list[list[Cell]] = []
        rule = 0
        n = i
        while n < len(lines) and separator in lines[n].text and lines[n].bare:
            if separator == "|" and _RULE.match(lines[n].text):
                rule = rule or len(rows)
            else:
                rows.append(self._cells(lines[n], separator))
            n += 1
        widths = [len(r) for r in rows]
        if len(rows) < 2 or max(widths) < 2 or (not rule and sum(w == max(set(widths), key=widths.count) for w in widths) < 0.7 * len(rows)):
            return 0
        width = max(set(widths), key=widths.count) if not rule else widths[0]
        clean = []
        for row in rows:
            if len(row) < width:
                end = row[-1].span.end
                row = row + [Cell("", Span(end, end))] * (width - len(row))
            clean.append(row[:width])
        heads = rule or _header_rows(clean)
        caption = None
        notes: tuple[str, ...] = ()
        if self.blocks and self.blocks[-1].kind is BlockKind.CAPTION:
            last = len(self.blocks) - 1
            start = last
            while start > 0 and self.blocks[start - 1].kind is BlockKind.CAPTION and last - start < 2:
                start -= 1
            caption = Span(self.blocks[start].span.start, self.blocks[last].span.end)
            notes = tuple(_NOTE_MARK.findall(caption.of(self.text)))
        filled = [tuple(r) for r in _fill(clean[:heads])] + [tuple(r) for r in clean[heads:]]
        self.tables.append(Table(tuple(filled), heads, Span(first.start, lines[n - 1].end), caption, notes))
        self.add(BlockKind.TABLE, first.start, lines[n - 1].end, table=len(self.tables) - 1)
        self.list_kind = ""
        return n - i

    def _cells(self, line: _Line, separator: str) -> list[Cell]:
        out: list[Cell] = []
        pattern = re.compile(r"(?<!\\)\|" if separator == "|" else r"\t")
        bounds = [m.start() for m in pattern.finditer(line.text)]
        edges = [-1, *bounds, len(line.text)]
        parts = list(zip(edges, edges[1:], strict=False))
        if separator == "|" and line.bare.startswith("|"):
            parts = parts[1:]
        if separator == "|" and line.bare.endswith("|") and len(parts) > 1:
            parts = parts[:-1]
        for left, right in parts:
            start, end = left + 1, right
            while start < end and line.text[start] in " \t*_":
                start += 1
            while end > start and line.text[end - 1] in " \t*_":
                end -= 1
            raw = line.text[start:end]
            marks = tuple(_NOTE_MARK.findall(raw))
            if marks:
                kept = _NOTE_MARK.sub("", raw).rstrip(" *_")
                if raw.startswith(kept):
                    end = start + len(kept)
            out.append(Cell(_clean_cell(raw), Span(line.start + start, line.start + end), marks))
        return out

    # --- everything else --------------------------------------------------------------------------------------

    def _line(self, lines: list[_Line], i: int) -> int:
        line = lines[i]
        start = line.start + len(line.text) - len(line.text.lstrip())
        end = line.start + len(line.text.rstrip())
        bare = line.bare
        if self.markdown and (m := _MD_HEADING.match(bare)):
            inner = m[2].strip("*_ ")
            offset = bare.find(inner) if inner else 0
            self.heading(_clean(inner), "#", Span(start + offset, start + offset + len(inner)), len(m[1]))
            return 1
        if m := _FOOTNOTE.match(bare):
            self.add(BlockKind.NOTE, start + m.end(), end, label=m[1])
            return 1
        if re.fullmatch(r"[-=_*\s]{3,}|```\w*", bare):
            return 1
        nearby = next((k for k in range(i + 1, min(i + 4, len(lines))) if lines[k].bare), None)
        table_next = nearby is not None and (lines[nearby].text.count("|") >= 1 or "\t" in lines[nearby].text or bool(_UNIT_LINE.match(lines[nearby].text)))
        if (_CAPTION.match(bare) and (table_next or len(bare) < 200)) or (_UNIT_LINE.match(bare) and table_next):
            self.add(BlockKind.CAPTION, start, end)
            return 1
        if _NOTE.match(bare):
            self.add(BlockKind.NOTE, start, end, label=_clean(bare.split(":")[0]))
            return 1
        stars = _STARS.match(bare)
        heading = self._heading_kind(_clean(bare) if stars else bare, lines, i, bool(stars))
        if heading:
            offset = len(stars[1]) if stars else 0
            inner_end = end - len(stars[1]) if stars else end
            self.heading(_clean(bare), heading, Span(start + offset, inner_end), None if not self.sections or self.sections[-1][1] > 6 or not self.markdown else 7)
            return 1
        bullet = _BULLET.match(line.text)
        item = _ITEM.match(line.text)
        if bullet or item:
            mark = bullet or item
            assert mark is not None
            kind = "bullet" if bullet else "number" if item and item[1].isdigit() else "letter"
            if kind != self.list_kind:
                self.ordinal = 0
            self.ordinal, self.list_kind = self.ordinal + 1, kind
            stop = self._continued(lines, i, hanging=True)
            last = lines[stop - 1]
            self.add(BlockKind.ITEM, line.start + mark.end(), last.start + len(last.text.rstrip()), ordinal=self.ordinal, label=mark[0].strip())
            return stop - i
        # A run of plain lines after "…:" is a list whose numbers were not printed.
        if self.after_colon and i > 0 and lines[i - 1].bare and len(bare) < 500:
            self.ordinal, self.list_kind = self.ordinal + 1, "plain"
            self.add(BlockKind.ITEM, start, end, ordinal=self.ordinal)
            return 1
        stop = self._continued(lines, i, hanging=False)
        last = lines[stop - 1]
        self.add(BlockKind.PARAGRAPH, start, last.start + len(last.text.rstrip()))
        self.after_colon = last.bare.endswith(":")
        self.list_kind, self.ordinal = "", 0
        return stop - i

    def _heading_kind(self, bare: str, lines: list[_Line], i: int, bold: bool) -> str:
        """The kind of heading that a line is, or ""."""
        if len(bare) > 160 or bare.endswith((";", ",")) or "|" in bare:
            return ""
        for kind, pattern in _KINDS:
            if m := pattern.match(bare):
                rest = bare[m.end() :]
                if kind in ("decimal", "small", "decimal2") and not bold:
                    ends = bare.endswith((".", ":", "!", "?"))
                    if ends or len(rest) > 110 or re.search(r"\d[\d.,]*\s*(?:%|tỷ|triệu|tấn|ha\b|đồng|USD)", rest) or self._run_of_items(lines, i, pattern):
                        return ""
                elif bare.endswith(".") and len(rest) > 60:
                    return ""
                return kind
        if bold and not self.markdown or bold and len(bare) < 120 and not re.search(r"[.;:]$", bare):
            return "bold"
        letters = [c for c in bare if c.isalpha()]
        if len(letters) >= 4 and sum(c.isupper() for c in letters) > 0.85 * len(letters) and len(bare) < 140:
            return "caps"
        if not self.markdown and not bare.endswith((".", ":", ";", ",", "!", "?", "…")) and 8 < len(bare) < 110 and not re.search(r"\d[\d.,]*\s*(?:%|tỷ|triệu|tấn|ha\b|đồng|USD|con\b)", bare) and bare[0].isupper():
            following = lines[i + 1].bare if i + 1 < len(lines) else ""
            if not following and i + 2 < len(lines):
                following = lines[i + 2].bare
            before = lines[i - 1].bare if i else ""
            if len(following) > max(150, 1.5 * len(bare)) and (not before or before.endswith((".", ":", "!", "…", ")", ";")) or i == 0):
                return "plain"
        return ""

    def _run_of_items(self, lines: list[_Line], i: int, pattern: re.Pattern[str]) -> bool:
        """Whether the next line (or the one before) is a sibling: then these are list items, not headings."""
        near = [lines[k].bare for k in (i - 1, i + 1) if 0 <= k < len(lines)]
        return any(pattern.match(x) for x in near)

    def _continued(self, lines: list[_Line], i: int, *, hanging: bool) -> int:
        """The line after the last one of the paragraph that starts at `i`: hard-wrapped lines belong together."""
        n = i + 1
        while n < len(lines):
            line, before = lines[n], lines[n - 1]
            bare = line.bare
            if not bare or "|" in bare or "\t" in bare or _MD_HEADING.match(bare) or _BULLET.match(line.text) or _ITEM.match(line.text) or _CAPTION.match(bare) or _FOOTNOTE.match(bare):
                break
            wrapped = 55 <= len(before.bare) <= 125 and not before.bare.endswith((".", ";", ":", "!", "?"))
            # Within a paragraph a wrapped line goes on in lower case, or with the middle of a sentence.
            if not wrapped or not (bare[0].islower() or bare[0].isdigit() or bare[0] in "(–%" or before.bare.endswith(",")):
                break
            n += 1
        return n


def _clean_cell(raw: str) -> str:
    return re.sub(r"\s+", " ", _NOTE_MARK.sub("", raw).replace("\\|", "|").replace("<br>", " ").replace("<br/>", " ")).strip(" *_")


_NUMERIC = re.compile(r"[+\-–−(]?\s?\d[\d.,\s]*\)?\s?%?|[-–—…x]|\.\.\.|")


def _header_rows(rows: list[list[Cell]]) -> int:
    """How many leading rows are headers: those without numbers in their cells, years aside."""
    n = 0
    for row in rows[:4]:
        values = [c.text for c in row[1:] if c.text]
        numbers = [v for v in values if _NUMERIC.fullmatch(v) and not re.fullmatch(r"(?:19|20)\d\d", v)]
        if numbers and not (n == 0) and len(numbers) >= 1:
            break
        if numbers and n == 0:
            return 1 if len(numbers) < len(values) / 2 else 0
        if not values and n:
            break
        n += 1
    return min(max(n, 1), len(rows) - 1)


def _fill(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Header rows with the empty cells of a merged header filled from the left (upper rows only)."""
    out = []
    for number, row in enumerate(rows):
        new = list(row)
        if number < len(rows) - 1:
            for c in range(1, len(new)):
                if not new[c].text and new[c - 1].text and rows[number + 1][c].text:
                    new[c] = replace(new[c - 1])
        out.append(new)
    return out
