"""The letters of a PDF page become words, and words lines: what stands on one line, in which order, with which spaces.

The values that the other steps work on are here too. Not here: tables (`pdf_rules`, `pdf_columns`), and reading order (`pdf_flow`).
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from ingest.layout import GridCell, raised, tidy

YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Glyph:
    char: str
    x0: float
    x1: float
    base: float  # the line on which it stands, from the top
    height: float
    bold: bool


@dataclass(slots=True)
class Word:
    text: str
    x0: float
    x1: float
    raised: bool = False
    tied: bool = False  # no space before it


@dataclass(slots=True)
class Row:
    """Words beside each other on one base line."""

    words: list[Word]
    base: float

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def text(self) -> str:
        return joined_text(self.words)[0]


@dataclass(slots=True)
class Line(Row):
    height: float
    bold: bool
    page: int = 0
    used: bool = False

    def segments(self) -> list[Segment]:
        """The words in groups with wide gaps between them."""
        out: list[list[Word]] = []
        for word in self.words:
            if out and (word.x0 - out[-1][-1].x1 < 0.85 * self.height or word.tied):
                out[-1].append(word)
            else:
                out.append([word])
        return [Segment(words, self.base) for words in out]


@dataclass(slots=True)
class Segment(Row):
    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def joined_text(words: Iterable[Word]) -> tuple[str, tuple[str, ...]]:
    """The words as text, without the footnote marks, and those marks."""
    out = ""
    notes: list[str] = []
    for word in words:
        if word.raised:
            said, label = raised(out, word.text)
            out += said
            if label:
                notes.append(label)
        else:
            out += word.text if word.tied or not out else " " + word.text
    return tidy(out).strip(), tuple(notes)


@dataclass(slots=True)
class Table:
    top: float
    bottom: float
    left: float
    right: float
    rows: list[list[GridCell]]
    edges: list[float]  # the columns' left sides
    page: int
    heads: int = 0


@dataclass(slots=True)
class Page:
    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    letters: str = ""  # all that is printed, in no order


def shown_from(page: Any) -> tuple[Callable[[float, float], tuple[float, float]], float, float]:
    """From the page's own places to places from the upper left corner of the page as it is shown."""
    left, bottom, right, top = page.get_cropbox() or page.get_mediabox()
    turn = page.get_rotation()
    if turn == 90:
        return (lambda x, y: (y - bottom, x - left)), top - bottom, right - left
    if turn == 180:
        return (lambda x, y: (right - x, y - bottom)), right - left, top - bottom
    if turn == 270:
        return (lambda x, y: (top - y, right - x)), top - bottom, right - left
    return (lambda x, y: (x - left, top - y)), right - left, top - bottom


def _turned(angle: float) -> bool:
    return abs((angle + 0.5) % (2 * math.pi) - 0.5) > 0.05


def glyphs_of(page: Any, place: Callable[[float, float], tuple[float, float]]) -> list[Glyph]:
    import pypdfium2.raw as raw

    text = page.get_textpage()
    out: list[Glyph] = []
    seen: set[tuple[str, int, int]] = set()
    try:
        x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
        bold_of: dict[int, bool] = {}
        for i in range(raw.FPDFText_CountChars(text)):
            code = raw.FPDFText_GetUnicode(text, i)
            if raw.FPDFText_IsGenerated(text, i) == 1:
                if code == 32 and out and out[-1].char.strip():
                    # Where letters are kerned, the gap between two words can be narrow: pdfium's guess counts there.
                    out.append(Glyph(" ", out[-1].x1, out[-1].x1, out[-1].base, out[-1].height, False))
                continue
            if code in (0, 0xFFFE, 0xFFFF, 10, 13):
                continue
            if not raw.FPDFText_GetCharOrigin(text, i, x, y) or not raw.FPDFText_GetLooseCharBox(text, i, box):
                continue
            # pdfium marks a hyphen at a line's end with 2.
            char = "-" if code == 2 else chr(code) if not 0xD800 <= code <= 0xDFFF else "\ufffd"
            _, base = place(x.value, y.value)
            ax, ay = place(box.left, box.top)
            bx, by = place(box.right, box.bottom)
            x0, x1, height = min(ax, bx), max(ax, bx), abs(ay - by)
            if height < 1 or (x1 - x0) > 12 * height + 20:
                continue
            angle = raw.FPDFText_GetCharAngle(text, i) + page.get_rotation() * math.pi / 180
            if _turned(angle) and char != " ":
                # Letters slanted for want of an italic font have an angle too, but stand on a level line.
                if not raw.FPDFText_GetMatrix(text, i, matrix) or _turned(math.atan2(matrix.b, matrix.a) + page.get_rotation() * math.pi / 180):
                    continue  # turned text: watermarks, axis titles
            # The same letter drawn twice at one place makes bold print, not two letters.
            key = (char, round(x0 * 2), round(base))
            if char != " " and key in seen:
                continue
            seen.add(key)
            owner = ctypes.cast(raw.FPDFText_GetTextObject(text, i), ctypes.c_void_p).value or 0
            if owner not in bold_of:
                bold_of[owner] = _is_bold(raw, text, i)
            if len(out) > 1 and out[-1].x0 == out[-1].x1 and not out[-1].char.strip() and out[-2].x0 < x0 < out[-2].x1 and abs(out[-2].height - height) > 0.2:
                # The box of a letter out of another font reaches into the next word: the guessed space is where that word starts.
                out[-2], out[-1] = replace(out[-2], x1=x0), replace(out[-1], x0=x0 - 0.1, x1=x0 - 0.1)
            elif char == " " and out and out[-1].char.strip() and out[-1].x0 < x0 < out[-1].x1 and abs(out[-1].height - height) > 0.2:
                out[-1] = replace(out[-1], x1=x0)  # so may it reach over a space that is printed
            out.append(Glyph(char, x0, x1, base, height, bold_of[owner]))
    finally:
        text.close()
    return out


def _is_bold(raw: Any, text: Any, i: int) -> bool:
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, i, buffer, 200, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    return "bold" in name or "black" in name or "heavy" in name or bool(flags.value & (1 << 18)) or raw.FPDFText_GetFontWeight(text, i) >= 650


def lines_of(glyphs: list[Glyph], page: int) -> list[Line]:
    rows: list[list[Glyph]] = []
    for glyph in sorted((g for g in glyphs if g.char.strip()), key=lambda g: g.base):
        for row in rows[-4:]:
            low, high = sorted((row[0].height, glyph.height))
            # A smaller letter a little higher is a raised one, maybe of the line below.
            if abs(row[0].base - glyph.base) <= (0.22 if low > 0.87 * high else 0.08) * low:
                row.append(glyph)
                break
        else:
            rows.append([glyph])
    spaces = [g for g in glyphs if not g.char.strip()]
    spaced: dict[int, list[Glyph]] = {}
    for space in spaces:
        spaced.setdefault(round(space.base / 4), []).append(space)
    made: list[Line] = []
    for row in rows:
        height = sorted(g.height for g in row)[len(row) // 2]
        near = [s for k in (-1, 0, 1) for s in spaced.get(round(row[0].base / 4) + k, ()) if abs(s.base - row[0].base) <= 0.3 * height]
        words = _words(row, near, height)
        lettered = [g for g in row if g.char.isalnum()]
        bold = bool(lettered) and sum(g.bold for g in lettered) >= 0.95 * len(lettered)
        base = sorted(g.base for g in row)[len(row) // 2]
        made.append(Line(words, base, height, bold, page))
    made.sort(key=lambda line: line.base)
    return _attach(made)


def _words(row: list[Glyph], spaces: list[Glyph], height: float) -> list[Word]:
    stream = sorted(row + spaces, key=lambda g: (round(g.x0, 1), not g.char.strip()))
    words: list[Word] = []
    apart = True
    guessed: float | None = None  # where a space is guessed
    tall = 0.0  # the height of the letter before
    for glyph in stream:
        if not glyph.char.strip() and glyph.x0 == glyph.x1:
            guessed = glyph.x0
            continue
        if not glyph.char.strip():
            # A space under a letter (overprinted) parts nothing.
            apart = apart or not words or glyph.x1 > words[-1].x1 + 0.05 * height
            continue
        told = bool(words) and guessed is not None and abs(guessed - words[-1].x1) < 0.02 * height
        # A letter out of another font ("ị" where italics lack it) fills its box: the guess is all there is.
        near = -0.1 if told and abs(glyph.height - tall) > 0.2 else 0.12 if told else 0.17
        tall = glyph.height
        if words and not apart and glyph.x0 - words[-1].x1 < near * height:
            words[-1].text += glyph.char
            words[-1].x1 = max(words[-1].x1, glyph.x1)
        else:
            words.append(Word(glyph.char, glyph.x0, glyph.x1))
        apart = False
    return words


def _attach(lines: list[Line]) -> list[Line]:
    """Small words just above or below a line's foot belong to that line: footnote marks, m², CO₂."""
    out: list[Line] = []
    for at, line in enumerate(lines):
        rest: list[Word] = []
        for word in line.words:
            host = None
            for other in lines[max(0, at - 4) : at + 5]:
                if other is line or line.height > 0.85 * other.height or not -0.3 * other.height < other.base - line.base < 0.75 * other.height:
                    continue
                if len(word.text) <= 6 and (
                    any(-0.5 < word.x0 - w.x1 < 0.3 * other.height for w in other.words) or -0.5 < other.x0 - word.x1 < 0.45 * other.height
                ):
                    host = other
                    break
            if host is None:
                rest.append(word)
                continue
            word.raised = host.base > line.base
            word.tied = True
            place = next((k for k, w in enumerate(host.words) if w.x0 > word.x0), len(host.words))
            # A raised mark inside what was taken for one word: the word is cut there.
            host.words.insert(place, word)
            if place + 1 < len(host.words) and host.words[place + 1].x0 - word.x1 < 0.1 * host.height:
                host.words[place + 1].tied = True
        if rest:
            line.words = rest
            out.append(line)
    return out
