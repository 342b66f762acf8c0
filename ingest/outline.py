"""Text becomes a report: headings, paragraphs, list items, tables, notes, each with its span.

One pass over the lines, the same for plain text and Markdown; what differs is only which lines are headings. Every
decision is local (a line, its neighbours), so that time grows with the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from ingest import headings as look
from ingest.aligned import aligned_tables
from ingest.layout import Layout, Line
from ingest.markdown import bold_only, clean, inner, notes
from ingest.tables import separator, table_at
from report.model import Block, BlockKind, Report, Section, Span, Table
from report.text import nfc

_TERMINAL = tuple(".;:!?…")
_LIST_LIMIT = 400


def read_text(
    text: str, *, name: str, title: str | None = None, markdown: bool = False, sha256: str = "", source: str = "", layout: Layout | None = None, titled: str = "",
) -> Report:  # fmt: skip
    """The report that `text` is. `title` defaults to the printed title, the first heading, `titled` or the first line.

    `layout` is what a Word, PDF or web file said about the lines of `text`, which is in NFC then.
    """
    return _Reader(text if layout else nfc(text), markdown, layout).report(name, title, sha256, source, titled)


_SILENT = Line()


@dataclass
class _Head:
    """A heading found: its kind decides its level. `line` and `last` are the lines it takes."""

    kind: str
    title: str
    span: Span
    last: int


class _Reader:
    def __init__(self, text: str, markdown: bool, layout: Layout | None = None) -> None:
        self.text, self.markdown, self.layout = text, markdown, layout
        self.lines: list[Span] = []
        at = 0
        for raw in text.split("\n"):
            left, right = at, at + len(raw)
            while left < right and text[left] in " \t\f\v":
                left += 1
            while right > left and text[right - 1] in " \t\f\v":
                right -= 1
            self.lines.append(Span(left, right))
            at += len(raw) + 1
        self.shown = [span.of(text) for span in self.lines]
        self.filled = [i for i, s in enumerate(self.shown) if s]
        self.spaced = aligned_tables(text, self.lines) if layout is None and not markdown else {}
        self.after = [-1] * (len(self.lines) + 1)
        self.before = [-1] * len(self.lines)
        nearest = -1
        for i in range(len(self.lines) - 1, -1, -1):
            self.after[i] = nearest
            if self.shown[i]:
                nearest = i
        nearest = -1
        for i in range(len(self.lines)):
            self.before[i] = nearest
            if self.shown[i]:
                nearest = i
        self.starts = [span.start for span in self.lines]
        self.rows = {i for first, (_, end) in layout.tables.items() for i in range(first, end)} if layout else set()
        self.hashed = markdown and any(re.match(r"#{1,6}\s", s) for s in self.shown) or layout is not None and any(line.level for line in layout.lines)
        # A laid-out paragraph is one line.
        self.wrapped, self.width = self._wrapping() if layout is None else (False, 0)
        self.title_lines = self._title_lines()
        self.sections: list[Section] = []
        self.stack: list[tuple[str, int]] = []  # kind, index of its section
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.counters: list[tuple[str, int]] = []
        self.fresh = True  # nothing but headings since the last heading
        self.title = ""
        self.level_of_hash = 0

    # ---- what the file says, where it says more than its characters

    def _told(self, i: int) -> Line:
        return self.layout.lines[i] if self.layout else _SILENT

    def _level(self, i: int) -> int:
        """The level of the heading that the file calls line `i`, 0 when it does not."""
        level = self._told(i).level
        return level if level and len(self.shown[i]) <= 300 and not self.shown[i].endswith((";", ",")) else 0

    def _bold(self, i: int) -> bool:
        return bold_only(self.shown[i]) if self.markdown else self._told(i).bold

    def _refs(self, span: Span) -> tuple[str, ...]:
        """The footnotes that the lines of `span` refer to."""
        first, last = bisect_right(self.starts, span.start) - 1, bisect_right(self.starts, max(span.start, span.end - 1)) - 1
        return tuple(ref for i in range(first, last + 1) for ref in self._told(i).refs)

    def _row(self, i: int) -> bool:
        """Whether line `i` can be a table's row."""
        if self.layout is None:
            return separator(self.shown[i]) is not None or i in self.spaced
        return i in self.rows or separator(self.shown[i]) == "\t"

    def _table_at(self, i: int) -> tuple[Table, int] | None:
        if self.layout is None:
            return self.spaced.get(i) or table_at(self.text, self.lines, i, markdown=self.markdown)
        known = self.layout.tables.get(i)
        if known is None and i not in self.rows and separator(self.shown[i]) == "\t":
            return table_at(self.text, self.lines, i, markdown=False)
        return known

    # ---- what the whole text is like

    def _wrapping(self) -> tuple[bool, int]:
        """Whether lines are broken in mid-sentence at a fixed width, and that width."""
        broken = 0
        lengths: list[int] = []
        for i in self.filled:
            line, following = self.shown[i], self.shown[i + 1] if i + 1 < len(self.shown) else ""
            if 40 <= len(line) <= 140 and not self._row(i):
                lengths.append(len(line))
                if following and following[0].islower() and not look.mark(following) and not line.endswith(_TERMINAL):
                    broken += 1
        if broken < 3 or broken < 0.15 * len(self.filled):
            return False, 0
        return True, sorted(lengths)[int(0.9 * (len(lengths) - 1))]

    def _title_lines(self) -> range:
        """The lines of a printed title ("BÁO CÁO" and what follows it), empty when there is none near the top."""
        for i in self.filled[:25]:
            line = clean(self.shown[i].lstrip("# ")) if self.markdown else self.shown[i]
            if (kind := look.mark(line)) and kind[0] != "d1":
                break
            if not look.TITLE.match(line) or len(line) > 300 or line.endswith((".", ";")) or self._row(i) or self._told(i).mark or self._told(i).note:
                continue
            if line.split()[0].islower() or (not line[:7].isupper() and len(line) > 160):
                continue
            last = i
            bare = line.isupper() and len(line) <= 30
            at = self.after[i]
            taken = 0
            while at >= 0 and taken < (3 if bare else 2):
                following = clean(self.shown[at].lstrip("# ")) if self.markdown else self.shown[at]
                goes_on = following.endswith(";") and bare and at + 1 < len(self.shown) and self.shown[at + 1][:1].islower()
                if look.META.search(following) or look.mark(following) or look.BULLET.match(following) or len(following) > 250 or following.endswith((".", ";", ":")) and not goes_on:
                    break
                below = bare and taken == 0 and self.shown[i].startswith("#")  # "# BÁO CÁO" and its subject as a heading of its own
                if self.shown[at].startswith("#") and not below or (self.markdown and not below and not bold_only(self.shown[at])) or self._row(at) or self._told(at).mark or look.CAPTION.match(following):
                    break
                if not (bare and taken == 0) and not (look.capitals(following) and look.capitals(line)) and not (at == last + 1 and following[0].islower()):
                    break
                if not bare and at != last + 1:
                    break
                last, taken, at = at, taken + 1, self.after[at]
            return range(i, last + 1)
        return range(0)

    # ---- the pass

    def report(self, name: str, title: str | None, sha256: str, source: str, titled: str = "") -> Report:
        i = 0
        while i < len(self.lines):
            i = self._step(i)
        ends = self._ends()
        sections = tuple(replace(s, span=Span(s.span.start, end)) for s, end in zip(self.sections, ends, strict=True))
        first = next((s.title for s in sections), "")
        if not first or (self.filled and not self.title and self.shown[self.filled[0]] and sections[0].heading.start > self.lines[self.filled[0]].end + 400):
            first = titled or (clean(self.shown[self.filled[0]])[:200] if self.filled else name)
        return Report(name, title or self.title or first, self.text, sections, tuple(self.blocks), tuple(self.tables), sha256, source)

    def _ends(self) -> list[int]:
        ends = [len(self.text)] * len(self.sections)
        open_: list[int] = []
        for i, s in enumerate(self.sections):
            while open_ and self.sections[open_[-1]].level >= s.level:
                ends[open_.pop()] = s.span.start
            open_.append(i)
        return ends

    def _step(self, i: int) -> int:
        line = self.shown[i]
        if not line:
            return i + 1
        if i in self.title_lines and i == self.title_lines.start:
            return self._title(i)
        if re.fullmatch(r"[-*_=~.#]{3,}|```.*|~~~.*|<!--.*-->|([-*_=] ){2,}[-*_=]", line):
            return i + 1
        if m := re.match(r"\[\^([^\]\s]{1,40})\]:\s*", line):
            return self._footnote(i, m[1], m.end())
        told = self._told(i)
        if told.note:
            self._add(BlockKind.NOTE, Span(self.lines[i].start + told.mark, self.lines[i].end), label=told.note)
            return i + 1
        found = self._table_at(i)
        if found:
            return self._table(i, *found)
        head = self._heading(i)
        if head:
            self._section(head)
            return head.last + 1
        if self._captions(i):
            return self._caption(i)
        if self.blocks and self.blocks[-1].kind in (BlockKind.TABLE, BlockKind.NOTE) and (done := self._note(i)):
            return done
        if look.NOTE.match(line) and len(line) < 600 or look.BYLINE.match(clean(line)):
            return self._plain(i, BlockKind.NOTE)
        if (end := look.NOTE_MARK.match(line)) and self._endnote(i, end["n"] or end["s"]):
            self._add(BlockKind.NOTE, Span(self.lines[i].start + end.end(), self.lines[i].end), label=end["n"] or end["s"])
            return i + 1
        marked = self._item_mark(i)
        if marked:
            return self._item(i, *marked)
        return self._plain(i, BlockKind.PARAGRAPH)

    def _add(self, kind: BlockKind, span: Span, *, table: int | None = None, ordinal: int | None = None, label: str = "") -> None:
        section = self.stack[-1][1] if self.stack else None
        if kind is not BlockKind.HEADING:
            self.fresh = False
        if kind not in (BlockKind.ITEM, BlockKind.NOTE):
            self.counters = []
        page = self._told(bisect_right(self.starts, span.start) - 1).page
        self.blocks.append(Block(kind, span, section, table, ordinal, label, page))

    # ---- headings

    def _title(self, i: int) -> int:
        lines = self.title_lines
        parts = [s for k in lines if (s := (clean(self.shown[k].lstrip("# ")) if self.markdown else self.shown[k]))]
        self.title = " ".join(parts)
        span = Span(self._inner(lines.start).start, self._inner(lines[-1]).end)
        kind = f"#{len(self.shown[i]) - len(self.shown[i].lstrip('#'))}" if self.shown[i].startswith("#") else f"#{self._level(i)}" if self._level(i) else "title"
        self._section(_Head(kind, self.title, span, lines[-1]))
        return lines[-1] + 1

    def _inner(self, i: int) -> Span:
        span = self.lines[i]
        if not self.markdown:
            return span
        start = span.start + len(self.shown[i]) - len(self.shown[i].lstrip("# "))
        end = span.end
        while end > start and self.text[end - 1] in "# ":
            end -= 1
        return inner(self.text, start, end)

    def _heading(self, i: int) -> _Head | None:
        line = self.shown[i]
        if self.markdown and (m := re.match(r"(#{1,6})\s+(?=\S)", line)):
            span = self._inner(i)
            return _Head(f"#{len(m[1])}", clean(span.of(self.text)), span, i)
        if self.markdown and i + 1 < len(self.shown) and re.fullmatch(r"={3,}|-{3,}", self.shown[i + 1]) and (i == 0 or not self.shown[i - 1]) and len(line) < 200:
            return _Head("#1" if self.shown[i + 1][0] == "=" else "#2", clean(line), self._inner(i), i + 1)
        told = self._told(i)
        if self._level(i):
            return _Head(f"#{self._level(i)}", line.rstrip(" :"), self.lines[i], i)
        if told.body or told.caption or told.note or i in self.rows:
            return None
        bold = self._bold(i)
        if self.hashed and not bold:
            return None
        words = clean(line) if self.markdown else line
        if i < self.title_lines.start or look.META.search(words) or look.UNIT_LINE.match(words) or look.NOTE.match(words) or look.BYLINE.match(words):
            return None
        if look.CAPTION.match(words) and self._captions(i):
            return None
        marked = look.mark(words)
        span = self._inner(i)
        if marked:
            kind, length = marked
            rest = words[length:].rstrip(" :")
            if kind in ("part", "chapter", "article", "roman"):
                if look.short(rest or "x", limit=200) or look.capitals(words):
                    return _Head(kind, words, span, i)
                return None
            if look.capitals(rest) and len(rest) <= 160:
                return _Head(kind, words, span, i)
            if not look.short(rest) or rest[:1].islower() or self._sibling(i, kind):
                return None
            return _Head(kind, words, span, i) if self._leads(i, len(words)) else None
        if self.hashed or look.BULLET.match(line):
            return None
        if look.capitals(words) and not words.endswith((";", ",")) and self.after[i] >= 0 and not self._row(i):
            last = i
            while self.after[last] == last + 1 and not self._level(last + 1) and look.capitals(self.shown[last + 1]) and not look.mark(self.shown[last + 1]) and last - i < 3:
                last += 1
            joined = " ".join(self.shown[i : last + 1])
            if self.after[last] >= 0:
                return _Head("caps", clean(joined), Span(span.start, self._inner(last).end), last)
        if self._plain_heading(i, words, bold):
            return _Head("short", words.rstrip(" :"), span, i)
        return None

    def _plain_heading(self, i: int, words: str, bold: bool) -> bool:
        """An unnumbered heading: a short line without an end, between finished text and a longer paragraph."""
        if len(words) > 110 or len(words.split()) > 20 or words.endswith(_TERMINAL + (",",)) and not bold:
            return False
        if not look.short(words, limit=110) or not (words[0].isupper() or words[0] in "“\"") or self._item_mark(i):
            return False
        previous = self.before[i]
        if previous == i - 1 and previous >= 0 and not bold:
            ended = self.shown[previous].rstrip(" *_”\")").endswith((".", ";", "!", "?", "…", ":")) or (self.blocks and self.blocks[-1].kind in (BlockKind.HEADING, BlockKind.TABLE))
            if not ended or self.shown[previous].endswith(":"):
                return False
        if words.endswith(")") and previous < 0:
            return False
        return self._leads(i, len(words))

    def _leads(self, i: int, length: int) -> bool:
        """Whether what follows line `i` is something that a heading introduces."""
        following = self.after[i]
        if following < 0:
            return False
        line = self.shown[following]
        # The sentence goes on in the next line.
        broken = line[0].islower() or (self.wrapped and length >= 0.75 * self.width) or look.UNFINISHED.search(self.shown[i])
        if following == i + 1 and broken and not look.mark(line) and not look.BULLET.match(line):
            return False
        if self._row(following) or look.CAPTION.match(clean(line)) or look.UNIT_LINE.match(line) or look.BULLET.match(line) or look.mark(line):
            return True
        return len(line) > max(80, 1.3 * length) or line.endswith((".", ":")) or (self.wrapped and len(line) > 0.7 * self.width)

    def _sibling(self, i: int, kind: str) -> bool:
        """Whether the line next to it is numbered alike: then it is an item of a list."""
        following = self.after[i]
        if following >= 0 and (m := look.mark(self.shown[following].lstrip("*"))) and m[0] == kind:
            return True
        last = self.blocks[-1] if self.blocks else None
        return bool(last and last.kind is BlockKind.ITEM and last.label and (m := look.mark(last.label + " x")) and m[0] == kind)

    def _section(self, head: _Head) -> None:
        if head.kind.startswith("#"):
            # A laid-out file's headings stand below the title that it prints without calling it one.
            level = self.level_of_hash = int(head.kind[1:]) + (1 if self.layout and self.stack and self.stack[0][0] == "title" else 0)
            while self.stack and self.sections[self.stack[-1][1]].level >= level:
                self.stack.pop()
        else:
            kinds = [k for k, _ in self.stack]
            if head.kind in kinds:
                del self.stack[kinds.index(head.kind) :]
            elif kinds and kinds[-1] in ("caps", "short") and not self.fresh and head.kind in ("part", "chapter", "roman", "letter", "caps"):
                # Unnumbered text came before: the numbered parts that follow are not below it.
                self.stack.pop()
            level = self.sections[self.stack[-1][1]].level + 1 if self.stack else 1
        parent = self.stack[-1][1] if self.stack else None
        self.sections.append(Section(head.title, level, head.span, Span(head.span.start, len(self.text)), parent))
        self.stack.append((head.kind, len(self.sections) - 1))
        self.counters = []
        self._add(BlockKind.HEADING, head.span)
        self.fresh = True

    # ---- tables, captions, notes

    def _captions(self, i: int) -> bool:
        """Whether line `i` names a table that follows within three lines."""
        words = clean(self.shown[i])
        named = look.CAPTION.match(words) is not None and len(words) <= 300
        unit = look.UNIT_LINE.match(words) is not None and len(words) <= 120
        if not (named or unit or self._bold(i) or self._told(i).caption):
            return False
        at = self.after[i]
        for _ in range(3):
            if at < 0:
                return False
            if self._row(at):
                return self._table_at(at) is not None
            if self._level(at):
                return False
            words = clean(self.shown[at])
            if not (look.UNIT_LINE.match(words) or (named and len(words) < 160 and not words.endswith((".", ";")) and not look.mark(words) and not look.CAPTION.match(words))):
                return False
            at = self.after[at]
        return False

    def _caption(self, i: int) -> int:
        last = i
        while self.after[last] >= 0 and not self._row(self.after[last]):
            last = self.after[last]
        start, end = self._inner(i).start, self.lines[last].end
        span = inner(self.text, start, end) if self.markdown else Span(start, end)
        self._add(BlockKind.CAPTION, span)
        return last + 1

    def _table(self, i: int, table: Table, following: int) -> int:
        previous = self.blocks[-1] if self.blocks else None
        if previous is not None and previous.kind is BlockKind.CAPTION:
            line_end = self.text.find("\n", previous.span.end)
            raw = self.text[previous.span.start : line_end if line_end >= 0 else None]
            table = replace(table, caption=previous.span, caption_notes=notes(raw) if self.markdown else self._refs(previous.span))
        elif previous is not None and previous.kind is BlockKind.HEADING and look.CAPTION.match(previous.span.of(self.text)):
            table = replace(table, caption=previous.span)
        table = self._marks(table, following)
        self.tables.append(table)
        self._add(BlockKind.TABLE, table.span, table=len(self.tables) - 1)
        return following

    def _marks(self, table: Table, following: int) -> Table:
        """Cells that end in a mark, "(1)" or "*", which a note below the table explains."""
        labels: set[str] = set()
        at = following - 1
        for _ in range(12):
            at = self.after[at]
            if at < 0 or not (m := look.NOTE_MARK.match(self.shown[at])):
                if at >= 0 and not labels and look.NOTE.match(self.shown[at]):
                    continue
                break
            labels.add(m["n"] or m["s"])
        if not labels:
            return table
        rows = []
        for row in table.rows:
            out = []
            for cell in row:
                m = re.search(r"(?<=\S)\s*\((\d{1,2}|\*{1,3})\)$|(?<=\S)\s*(\*{1,3})$", cell.text)
                label = (m[1] or m[2]) if m else ""
                if m and label in labels:
                    span = cell.span
                    if cell.text == span.of(self.text):
                        span = Span(span.start, span.start + m.start())
                    cell = replace(cell, text=cell.text[: m.start()], span=span, notes=(*cell.notes, label))
                out.append(cell)
            rows.append(tuple(out))
        return replace(table, rows=tuple(rows))

    def _endnote(self, i: int, label: str) -> bool:
        """Whether a line is one of the notes that end the report, and the text before points at it: "… đạt 870 triệu USD (1), trong đó"."""
        at = i
        while at >= 0:
            if not look.NOTE_MARK.match(self.shown[at]):
                return False
            at = self.after[at]
        return re.search(rf"[\w%]\s?\({re.escape(label)}\)(?=\s*(?:[.,;:]|$))", self.text[: self.lines[i].start], re.M) is not None

    def _footnote(self, i: int, label: str, skip: int) -> int:
        last = i
        while last + 1 < len(self.lines) and self.shown[last + 1] and self.text[self.lines[last + 1].start - 1] in " \t":
            last += 1
        self._add(BlockKind.NOTE, Span(self.lines[i].start + skip, self.lines[last].end), label=label)
        return last + 1

    def _note(self, i: int) -> int | None:
        line = self.shown[i]
        if self.markdown and self.hashed and line.startswith(("* ", "- ")) and not look.NOTE.match(line):
            return None
        m = look.NOTE_MARK.match(line)
        if m and len(line) < 600:
            start = self.lines[i].start + m.end()
            self._add(BlockKind.NOTE, Span(start, self.lines[i].end), label=m["n"] or m["s"])
            return i + 1
        return None

    # ---- paragraphs and lists

    def _item_mark(self, i: int) -> tuple[str, int] | None:
        line = self.shown[i]
        if told := self._told(i).mark:
            marked = look.mark(line)
            return (marked[0] if marked and marked[1] == told else "-"), told
        if m := look.BULLET.match(line):
            return line[0] if line[0] != "–" else "-", m.end()
        marked = look.mark(line)
        if marked and marked[0] not in ("part", "chapter", "article"):
            return marked
        return None

    def _joins(self, i: int) -> bool:
        """Whether line `i` + 1 goes on with the paragraph of line `i`."""
        if self.layout is not None or i + 1 >= len(self.lines) or not self.shown[i + 1]:
            return False
        line, following = self.shown[i], self.shown[i + 1]
        if separator(following) or self._item_mark(i + 1) or following.startswith(("#", "[^", "```")) or i + 1 == self.title_lines.start:
            return False
        if look.CAPTION.match(clean(following)) and self._captions(i + 1):
            return False
        if self.markdown and self.hashed:
            return not (line.endswith((".", ":", ";")) and following[0].isupper() and len(line) < 300 and len(following) < 300 and not self.wrapped)
        ended = line.endswith(_TERMINAL)
        if following[0].islower() and not ended:
            return True
        if not self.wrapped or len(line) < 0.75 * self.width:
            return False
        return self._heading(i + 1) is None

    def _run(self, i: int) -> int:
        while self._joins(i):
            i += 1
        return i

    def _item(self, i: int, kind: str, length: int) -> int:
        last = self._run(i)
        printed = self.shown[i][:length].strip()
        kinds = [k for k, _ in self.counters]
        if kind in kinds:
            at = kinds.index(kind)
            count = self.counters[at][1] + 1
            del self.counters[at:]
        else:
            count = 1
        if kind[0] not in "-–—+*•●▪◦■❖➢✓\\":
            count = look.ordinal(printed) or count
        else:
            printed = ""
        count = self._told(i).ordinal or count
        self.counters.append((kind, count))
        self._add(BlockKind.ITEM, Span(self.lines[i].start + length, self.lines[last].end), ordinal=count, label=printed)
        return last + 1

    def _plain(self, i: int, kind: BlockKind) -> int:
        last = self._run(i)
        span = Span(self.lines[i].start, self.lines[last].end)
        if self.markdown and last == i and re.fullmatch(r"(\*{1,3}|_{1,2})[^*_]+\1", self.shown[i]):
            span = inner(self.text, span.start, span.end)
        elif self.markdown and self.shown[i].startswith("> "):
            span = Span(span.start + 2, span.end)
        self._add(kind, span)
        if self.shown[last].endswith(":") and kind is BlockKind.PARAGRAPH:
            return self._plain_list(last + 1)
        return last + 1

    def _plain_list(self, i: int) -> int:
        """Plain lines that follow a line ending in ":" are its items: alike, one a line, up to a blank line."""
        first, spaced = i, False
        if i < len(self.shown) and not self.shown[i]:
            i, spaced = (self.after[i - 1] if self.after[i - 1] >= 0 else len(self.shown)), True
        taken: list[tuple[int, int]] = []
        at = i
        finals = ""
        while 0 <= at < len(self.lines) and self.shown[at] and len(taken) < 60:
            line = self.shown[at]
            if self._item_mark(at) or self._row(at) or self._told(at).speaks or line.startswith(("#", "[^", "**")) or look.CAPTION.match(line) or look.capitals(line) or look.META.search(line):
                break
            last = self._run(at)
            length = self.lines[last].end - self.lines[at].start
            final = self.shown[last][-1]
            if length > _LIST_LIMIT or final == ":" or (taken and finals and final not in (finals, ".")) or look.mark(line):
                break
            if final not in ".;,":
                final = "x"
            if taken and final == "x" and finals != "x":
                break
            finals = finals or final
            taken.append((at, last))
            at = last + 1
            if finals in ";," and final == ".":
                break
            if spaced and at < len(self.shown) and not self.shown[at] and finals == ";":
                at = self.after[at - 1]
        if len(taken) < 2 or (spaced and finals != ";"):
            return first
        for number, (start, last) in enumerate(taken, 1):
            self._add(BlockKind.ITEM, Span(self.lines[start].start, self.lines[last].end), ordinal=number)
        return taken[-1][1] + 1
