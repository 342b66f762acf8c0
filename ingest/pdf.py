"""PDF files: letters with places become lines, lines become paragraphs and tables, pages are remembered.

A PDF knows where each letter stands and little else. Here: reading order, running heads and page numbers, paragraphs,
footnotes, tables with rules (merged cells by missing rules) and without (numbers in columns), tables over several pages.
Not here: what a line is (`outline`), and text in pictures.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from ingest import headings as look
from ingest.errors import IngestError
from ingest.layout import Document, Grid, GridCell, Paragraph, Piece, raised, tidy
from ingest.tables import numeric

MAX_PAGES = 1000
_SNAP = 2.5  # points within which two rules are the same
_PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:(?:trang|page)\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4}|\s+(?:of|trên)\s+\d{1,4})?[-–—|\s]*", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")


def read(data: bytes, shown: str) -> Document:
    """The document in a PDF's bytes. Raises IngestError."""
    import pypdfium2 as pdfium

    if b"%PDF" not in data[:1024]:
        raise IngestError(f"Tệp {shown} không phải là tệp PDF; hãy kiểm tra lại tệp.")
    try:
        book = pdfium.PdfDocument(data)
        count = len(book)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or b"/Encrypt" in data and "security" in str(error).lower():
            raise IngestError(f"Tệp {shown} có mật khẩu; hãy bỏ mật khẩu (in lại thành PDF) rồi nạp.") from error
        raise IngestError(f"Tệp {shown} bị hỏng, không mở được như một tệp PDF; hãy tải hoặc xuất lại tệp.") from error
    if not count:
        raise IngestError(f"Tệp {shown} không có trang nào.")
    if count > MAX_PAGES:
        raise IngestError(f"Tệp {shown} có {count} trang, quá giới hạn {MAX_PAGES}; hãy chia nhỏ tệp.")
    pages = []
    for number in range(count):
        try:
            pages.append(_page(book, number))
        except pdfium.PdfiumError as error:
            raise IngestError(f"Trang {number + 1} của tệp {shown} bị hỏng; hãy tải hoặc xuất lại tệp.") from error
    _check(pages, shown)
    title = tidy(str(book.get_metadata_dict().get("Title") or ""))
    useful = len(title) > 8 and " " in title and not re.search(r"\.\w{3,4}$|microsoft word|^untitled|://", title, re.I)
    _drop_running(pages)
    return Document(tuple(_flow(pages)), title if useful else "")


def _check(pages: list[_Page], shown: str) -> None:
    letters = "".join(page.letters for page in pages)
    if sum(c.isalpha() for c in letters) < 20:
        raise IngestError(f"Tệp {shown} là bản quét (chỉ có ảnh, không có chữ); hãy nhận dạng chữ (OCR) hoặc dùng bản gốc.")
    lost = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or "\x01" <= c < " " for c in letters)
    if lost > 0.1 * len(letters):
        raise IngestError(f"Phông chữ trong tệp {shown} không cho biết chữ gì; hãy dùng bản gốc (Word) hoặc nhận dạng chữ (OCR).")
    # TCVN3 and VNI draw Vietnamese with the places of Western letters.
    western = sum("\xa1" <= c <= "\xff" and c not in "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý" for c in letters)
    viet = len(re.findall("[ăđơưĂĐƠƯẠ-ỹ]", letters))
    if western > 0.04 * len(letters) and viet < western / 4:
        raise IngestError(f"Tệp {shown} dùng phông chữ cũ (TCVN3 hoặc VNI); hãy chuyển sang Unicode rồi xuất lại PDF.")


# ---- letters, words, lines


@dataclass(slots=True)
class _Glyph:
    char: str
    x0: float
    x1: float
    base: float  # the line on which it stands, from the top
    height: float
    bold: bool


@dataclass(slots=True)
class _Word:
    text: str
    x0: float
    x1: float
    raised: bool = False
    tied: bool = False  # no space before it


@dataclass(slots=True)
class _Line:
    words: list[_Word]
    base: float
    height: float
    bold: bool
    page: int = 0
    used: bool = False

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def text(self) -> str:
        return _joined(self.words)[0]

    def segments(self) -> list[_Segment]:
        """The words in groups with wide gaps between them."""
        out: list[list[_Word]] = []
        for word in self.words:
            if out and (word.x0 - out[-1][-1].x1 < 0.85 * self.height or word.tied):
                out[-1].append(word)
            else:
                out.append([word])
        return [_Segment(words, self.base) for words in out]


@dataclass(slots=True)
class _Segment:
    words: list[_Word]
    base: float

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def text(self) -> str:
        return _joined(self.words)[0]


def _joined(words: Iterable[_Word]) -> tuple[str, tuple[str, ...]]:
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
class _Table:
    top: float
    bottom: float
    left: float
    right: float
    rows: list[list[GridCell]]
    edges: list[float]  # the columns' left sides
    page: int
    heads: int = 0


@dataclass(slots=True)
class _Page:
    number: int
    width: float
    height: float
    lines: list[_Line] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    letters: str = ""  # all that is printed, in no order


def _page(book: Any, index: int) -> _Page:
    page = book[index]
    try:
        place, width, height = _upright(page)
        glyphs = _glyphs(page, place)
        out = _Page(index + 1, width, height, letters="".join(g.char for g in glyphs if g.char.strip()))
        across, down = _rules(page, place, width, height)
        grids = _grids(across, down)
        inside: list[list[_Glyph]] = [[] for _ in grids]
        free: list[_Glyph] = []
        for glyph in glyphs:
            x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.height
            at = next((k for k, g in enumerate(grids) if g.xs[0] <= x <= g.xs[-1] and g.ys[0] <= y <= g.ys[-1]), None)
            (free if at is None else inside[at]).append(glyph)
        for grid, held in zip(grids, inside, strict=True):
            if table := _ruled(grid, held, out.number):
                out.tables.append(table)
            else:
                free += held
        out.lines = _lines(free, out.number)
        _unruled(out)
        return out
    finally:
        page.close()


def _upright(page: Any) -> tuple[Callable[[float, float], tuple[float, float]], float, float]:
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


def _glyphs(page: Any, place: Callable[[float, float], tuple[float, float]]) -> list[_Glyph]:
    import pypdfium2.raw as raw

    text = page.get_textpage()
    out: list[_Glyph] = []
    seen: set[tuple[str, int, int]] = set()
    try:
        x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
        bold_of: dict[int, bool] = {}
        for i in range(raw.FPDFText_CountChars(text)):
            code = raw.FPDFText_GetUnicode(text, i)
            if raw.FPDFText_IsGenerated(text, i) == 1:
                if code == 32 and out and out[-1].char.strip():
                    # Where letters are kerned, the gap between two words can be narrow: pdfium's guess counts there.
                    out.append(_Glyph(" ", out[-1].x1, out[-1].x1, out[-1].base, out[-1].height, False))
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
            out.append(_Glyph(char, x0, x1, base, height, bold_of[owner]))
    finally:
        text.close()
    return out


def _is_bold(raw: Any, text: Any, i: int) -> bool:
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, i, buffer, 200, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    return "bold" in name or "black" in name or "heavy" in name or bool(flags.value & (1 << 18)) or raw.FPDFText_GetFontWeight(text, i) >= 650


def _lines(glyphs: list[_Glyph], page: int) -> list[_Line]:
    rows: list[list[_Glyph]] = []
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
    spaced: dict[int, list[_Glyph]] = {}
    for space in spaces:
        spaced.setdefault(round(space.base / 4), []).append(space)
    made: list[_Line] = []
    for row in rows:
        height = sorted(g.height for g in row)[len(row) // 2]
        near = [s for k in (-1, 0, 1) for s in spaced.get(round(row[0].base / 4) + k, ()) if abs(s.base - row[0].base) <= 0.3 * height]
        words = _words(row, near, height)
        lettered = [g for g in row if g.char.isalnum()]
        bold = bool(lettered) and sum(g.bold for g in lettered) >= 0.95 * len(lettered)
        base = sorted(g.base for g in row)[len(row) // 2]
        made.append(_Line(words, base, height, bold, page))
    made.sort(key=lambda line: line.base)
    return _attach(made)


def _words(row: list[_Glyph], spaces: list[_Glyph], height: float) -> list[_Word]:
    stream = sorted(row + spaces, key=lambda g: (round(g.x0, 1), not g.char.strip()))
    words: list[_Word] = []
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
            words.append(_Word(glyph.char, glyph.x0, glyph.x1))
        apart = False
    return words


def _attach(lines: list[_Line]) -> list[_Line]:
    """Small words just above or below a line's foot belong to that line: footnote marks, m², CO₂."""
    out: list[_Line] = []
    for at, line in enumerate(lines):
        rest: list[_Word] = []
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


# ---- rules and the tables that they draw


@dataclass(slots=True)
class _Grille:
    xs: list[float]
    ys: list[float]
    across: list[tuple[float, float, float]]  # y, x0, x1
    down: list[tuple[float, float, float]]  # x, y0, y1


def _rules(
    page: Any, place: Callable[[float, float], tuple[float, float]], width: float, height: float
) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """The level and upright lines drawn on the page: (y, x0, x1) and (x, y0, y1)."""
    import pypdfium2.raw as raw

    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    px, py = ctypes.c_float(), ctypes.c_float()
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    left = 60_000  # segments of one page: a map or chart is no table

    def add(ax: float, ay: float, bx: float, by: float) -> None:
        if abs(ay - by) <= 1.2 and abs(ax - bx) > 2:
            across.append(((ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= 1.2 and abs(ay - by) > 2:
            down.append(((ax + bx) / 2, min(ay, by), max(ay, by)))

    def path(item: Any, matrix: tuple[float, ...]) -> None:
        nonlocal left
        if not raw.FPDFPath_GetDrawMode(item, fill, stroke) or (not fill.value and not stroke.value):
            return
        filled, stroked = bool(fill.value), bool(stroke.value)
        if filled and not stroked:
            raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
            if alpha.value == 0:
                return
            pale = min(red.value, green.value, blue.value) >= 250
        parts: list[list[tuple[float, float]]] = []
        a, b, c, d, e, f = matrix
        for k in range(raw.FPDFPath_CountSegments(item)):
            left -= 1
            if left < 0:
                return
            segment = raw.FPDFPath_GetPathSegment(item, k)
            raw.FPDFPathSegment_GetPoint(segment, px, py)
            point = place(a * px.value + c * py.value + e, b * px.value + d * py.value + f)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not parts:
                parts.append([point])
            else:
                parts[-1].append(point)
            if raw.FPDFPathSegment_GetClose(segment) and len(parts[-1]) > 1:
                parts[-1].append(parts[-1][0])
        for points in parts:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            wide, high = max(xs) - min(xs), max(ys) - min(ys)
            if filled and not stroked:
                middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
                if high <= 3 < wide:
                    add(min(xs), middle_y, max(xs), middle_y)
                elif wide <= 3 < high:
                    add(middle_x, min(ys), middle_x, max(ys))
                elif not pale and len(points) in (4, 5) and wide * high < 0.6 * width * height:
                    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
                        add(ax, ay, bx, by)
            else:
                for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
                    add(ax, ay, bx, by)

    def walk(items: Iterable[Any], outer: tuple[float, ...], depth: int) -> None:
        own = raw.FS_MATRIX()
        for item in items:
            kind = raw.FPDFPageObj_GetType(item)
            if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM) or left < 0:
                continue
            raw.FPDFPageObj_GetMatrix(item, own)
            matrix = _times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                path(item, matrix)
            elif depth < 4:
                walk((raw.FPDFFormObj_GetObject(item, k) for k in range(raw.FPDFFormObj_CountObjects(item))), matrix, depth + 1)

    walk((raw.FPDFPage_GetObject(page, k) for k in range(raw.FPDFPage_CountObjects(page))), (1, 0, 0, 1, 0, 0), 0)
    return ([], []) if left < 0 else (_merged(across), _merged(down))


def _times(m: tuple[float, ...], n: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _merged(rules: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Rules at (nearly) one height that touch become one."""
    places = _snapped([r[0] for r in rules])
    kept: dict[float, list[tuple[float, float]]] = {}
    for at, start, end in rules:
        kept.setdefault(places[at], []).append((start, end))
    out: list[tuple[float, float, float]] = []
    for at, spans in kept.items():
        spans.sort()
        start, end = spans[0]
        for a, b in spans[1:]:
            if a <= end + 3:
                end = max(end, b)
            else:
                out.append((at, start, end))
                start, end = a, b
        out.append((at, start, end))
    return [r for r in out if r[2] - r[1] > 5]


def _snapped(values: list[float]) -> dict[float, float]:
    out: dict[float, float] = {}
    group: list[float] = []
    for value in [*sorted(set(values)), None]:
        if group and (value is None or value - group[-1] > _SNAP):
            mean = sum(group) / len(group)
            out |= dict.fromkeys(group, mean)
            group = []
        if value is not None:
            group.append(value)
    return out


def _grids(across: list[tuple[float, float, float]], down: list[tuple[float, float, float]]) -> list[_Grille]:
    """Rules that cross each other, table by table."""
    if len(across) < 2 or not down or len(across) * len(down) > 1_000_000:
        return []
    owner = list(range(len(across) + len(down)))

    def find(k: int) -> int:
        while owner[k] != k:
            owner[k] = owner[owner[k]]
            k = owner[k]
        return k

    for i, (y, x0, x1) in enumerate(across):
        for j, (x, y0, y1) in enumerate(down):
            if x0 - 3 <= x <= x1 + 3 and y0 - 3 <= y <= y1 + 3:
                owner[find(i)] = find(len(across) + j)
    groups: dict[int, tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]] = {}
    for i, rule in enumerate(across):
        groups.setdefault(find(i), ([], []))[0].append(rule)
    for j, rule in enumerate(down):
        groups.setdefault(find(len(across) + j), ([], []))[1].append(rule)
    out = []
    for level, upright in groups.values():
        if len(level) < 2 or not upright:
            continue
        xs, ys = sorted({r[0] for r in upright}), sorted({r[0] for r in level})
        # A table open at its sides: the level rules reach further than the outermost upright ones.
        if min(r[1] for r in level) < xs[0] - 10:
            xs.insert(0, min(r[1] for r in level))
        if max(r[2] for r in level) > xs[-1] + 10:
            xs.append(max(r[2] for r in level))
        if len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) <= 20_000:
            out.append(_Grille(xs, ys, level, upright))
    return sorted(out, key=lambda g: (g.ys[0], g.xs[0]))


def _covered(rules: list[tuple[float, float, float]], at: float, start: float, end: float) -> bool:
    return sum(max(0.0, min(end, r[2]) - max(start, r[1])) for r in rules if abs(r[0] - at) < 0.01) >= 0.6 * (end - start)


def _ruled(grid: _Grille, glyphs: list[_Glyph], page: int) -> _Table | None:
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    owner = {(r, c): (r, c) for r in range(rows) for c in range(columns)}

    def find(k: tuple[int, int]) -> tuple[int, int]:
        while owner[k] != k:
            k = owner[k]
        return k

    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns and not _covered(grid.down, grid.xs[c + 1], grid.ys[r], grid.ys[r + 1]):
                a, b = find((r, c)), find((r, c + 1))
                owner[max(a, b)] = min(a, b)
            if r + 1 < rows and not _covered(grid.across, grid.ys[r + 1], grid.xs[c], grid.xs[c + 1]):
                a, b = find((r, c)), find((r + 1, c))
                owner[max(a, b)] = min(a, b)
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for key in owner:
        places.setdefault(find(key), []).append(key)
    # An L-shaped region cannot be a cell: its places stand alone.
    regions: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for held in places.values():
        top, left = min(r for r, _ in held), min(c for _, c in held)
        bottom, right = max(r for r, _ in held), max(c for _, c in held)
        if (bottom - top + 1) * (right - left + 1) == len(held):
            regions |= dict.fromkeys(held, (top, left, bottom, right))
        else:
            regions |= {(r, c): (r, c, r, c) for r, c in held}
    held_glyphs: dict[tuple[int, int, int, int], list[_Glyph]] = {}
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.height
        r = _at(grid.ys, y)
        c = _at(grid.xs, x)
        held_glyphs.setdefault(regions[r, c], []).append(glyph)
    lines = {region: _lines(held, page) for region, held in held_glyphs.items()}
    filled = [region for region, found in lines.items() if found]
    if len(filled) < 3 or len({r[0] for r in filled}) < 2 or len({r[1] for r in filled}) < 2:
        return None
    out: list[list[GridCell]] = []
    for r in range(rows):
        starts = sorted({regions[r, c] for c in range(columns) if regions[r, c][0] == r})
        splits = _split_row([(region, lines.get(region, [])) for region in starts], all(regions[r, c][0] == r == regions[r, c][2] for c in range(columns)))
        if splits:
            out += splits
            continue
        row = []
        for region in starts:
            text, notes = _cell_text(lines.get(region, []))
            row.append(GridCell(text, region[3] - region[1] + 1, region[2] - region[0] + 1, notes))
        out.append(row)
    return _Table(grid.ys[0], grid.ys[-1], grid.xs[0], grid.xs[-1], out, grid.xs[:-1], page)


def _cell_text(lines: list[_Line]) -> tuple[str, tuple[str, ...]]:
    said: list[str] = []
    notes: list[str] = []
    for line in lines:
        text, found = _joined(line.words)
        said.append(text)
        notes += found
    return "\n".join(t for t in said if t), tuple(notes)


def _split_row(cells: list[tuple[tuple[int, int, int, int], list[_Line]]], single: bool) -> list[list[GridCell]]:
    """The rows inside a ruled row whose own rows have no rules between them: numbers stand beside numbers, line by line."""
    if not single:
        return []
    stacks = [list(lines) for _, lines in cells[1:] if len(lines) > 1 and all(numeric(line.text) for line in lines)]
    if len(stacks) < 2 or len({len(s) for s in stacks}) != 1:
        return []
    bases = [line.base for line in stacks[0]]
    if any(abs(line.base - base) > 3 for stack in stacks for line, base in zip(stack, bases, strict=True)):
        return []
    out: list[list[list[_Line]]] = [[[] for _ in cells] for _ in bases]
    for c, (_, lines) in enumerate(cells):
        for line in lines:
            at = min(range(len(bases)), key=lambda k: abs(bases[k] - line.base))
            out[at][c].append(line)
    return [
        [GridCell(_cell_text(lines)[0], region[3] - region[1] + 1, 1, _cell_text(lines)[1]) for (region, _), lines in zip(cells, row, strict=True)]
        for row in out
    ]


def _at(edges: Sequence[float], value: float) -> int:
    for k in range(len(edges) - 2):
        if value < edges[k + 1]:
            return k
    return len(edges) - 2


# ---- tables without rules


def _unruled(page: _Page) -> None:
    """Numbers that stand in columns under each other, with the names above and at the left of them."""
    lines = page.lines
    parts = [line.segments() for line in lines]

    def row_like(k: int) -> bool:
        if len(parts[k]) < 2 or all(_YEAR.fullmatch(s.text) or not numeric(s.text) for s in parts[k]):
            return False  # "2022   2023" names columns
        if _numbering(parts[k]):
            return False
        found = [s for s in parts[k][1:] if numeric(s.text)]
        return len(found) >= max(1, len(parts[k]) - 3) and (len(found) > 1 or not numeric(parts[k][0].text))

    k = 0
    while k < len(lines):
        if not row_like(k):
            k += 1
            continue
        rows, at, between = [k], k + 1, 0
        while at < len(lines) and lines[at].base - lines[at - 1].base <= 3 * lines[at].height:
            if row_like(at):
                rows.append(at)
                between = 0
            elif between < 5 and _beside(lines[at], [s for s in parts[rows[0]] if numeric(s.text)]):
                between += 1
            else:
                break
            at += 1
        columns = _columns([s for r in rows for s in parts[r][1:] if numeric(s.text)])
        # A row whose name stands on other lines begins with a number of the first column.
        first = [s for r in rows for s in parts[r][:1] if numeric(s.text)]
        if columns and len(first) < len(rows) / 2:
            columns = _columns([s for r in rows for s in parts[r] if numeric(s.text)])
        usual = Counter(len(parts[r]) for r in rows).most_common(1)[0][0]
        end = rows[-1]
        if (len(rows) >= 3 and columns) or (len(rows) == 2 and len(columns) > 1 and usual > 2):
            end = _make(page, parts, rows, columns)
        k = max(end, rows[-1]) + 1
    page.lines = [line for line in lines if not line.used]


def _beside(line: _Line, numbers: list[_Segment]) -> bool:
    """Whether a line between rows only holds (parts of) names or units: it ends left of the numbers and is no running text."""
    return bool(numbers) and line.x1 < min(s.x0 for s in numbers) + 5 and len(line.text) < 120 and not look.CAPTION.match(line.text)


def _columns(segments: list[_Segment]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for segment in sorted(segments, key=lambda s: s.x0):
        if out and segment.x0 < out[-1][1] - 1:
            out[-1] = (out[-1][0], max(out[-1][1], segment.x1))
        else:
            out.append((segment.x0, segment.x1))
    return out


def _tight(lines: list[_Line], k: int, height: float) -> bool:
    """Whether line `k` + 1 is the next line of the same cell."""
    return k + 1 < len(lines) and lines[k + 1].base - lines[k].base <= 1.25 * height


def _make(page: _Page, parts: list[list[_Segment]], rows: list[int], numbers: list[tuple[float, float]]) -> int:
    """The table whose numbers stand in `rows` (lines) and `numbers` (columns); gives its last line, -1 when it is none."""
    lines = page.lines
    height = lines[rows[0]].height
    pitch = max(height, min(lines[b].base - lines[a].base for a, b in zip(rows, rows[1:], strict=False)))
    limit = numbers[0][0] + 2
    first, last = rows[0], rows[-1]
    # Names of several lines reach above the first row's numbers or below the last row's.
    padded = pitch > 1.3 * height
    while first > 0 and _beside(lines[first - 1], parts[rows[0]][-1:]):
        if lines[rows[0]].base - lines[first - 1].base >= 0.85 * height and not (padded and _tight(lines, first - 1, height)):
            break
        first -= 1
    while last + 1 < len(lines) and _beside(lines[last + 1], parts[rows[-1]][-1:]):
        if lines[last + 1].base - lines[rows[-1]].base >= 0.85 * height and not (
            _tight(lines, last, height) and (padded or lines[last + 1].text[:1].islower())
        ):
            break
        last += 1
    # What stands left of the numbers: a number of the row, its name, its unit.
    several = [s for k in range(first, last + 1) if len(parts[k]) > 1 for s in parts[k] if s.x1 <= limit]
    lefts = _columns(several) or _columns([s for k in range(first, last + 1) for s in parts[k] if s.x1 <= limit])
    if not lefts:
        lefts = [(min(line.x0 for line in lines[first : last + 1]), limit)]
    for alone in (parts[k][0] for k in range(first, last + 1) if len(parts[k]) == 1):
        hit = [c for c, (a, b) in enumerate(lefts) if min(alone.x1, b) - max(alone.x0, a) > 0]
        if len(hit) == 1 and alone.x1 <= limit:
            lefts[hit[0]] = (min(lefts[hit[0]][0], alone.x0), max(lefts[hit[0]][1], alone.x1))
    zones = lefts + numbers

    def zone(segment: _Segment) -> int:
        over = [(min(segment.x1, b) - max(segment.x0, a), -k) for k, (a, b) in enumerate(zones)]
        most, k = max(over)
        return -k if most > 0 else min(range(len(zones)), key=lambda c: abs(sum(zones[c]) / 2 - segment.middle))

    cells: list[dict[int, list[_Segment]]] = [{} for _ in rows]
    groups: dict[int, list[_Segment]] = {}  # row number before which a line stands alone
    bases = [lines[r].base for r in rows]
    chains: dict[int, list[list[_Segment]]] = {}
    for k in range(first, last + 1):
        for segment in parts[k]:
            found = chains.setdefault(zone(segment), [])
            if found and segment.base - found[-1][-1].base <= 1.25 * height:
                found[-1].append(segment)
            else:
                found.append([segment])
    for c, chain in ((c, chain) for c, found in chains.items() for chain in found):
        held = [n for n, base in enumerate(bases) if chain[0].base - 0.4 * height <= base <= chain[-1].base + 0.4 * height]
        if len(held) == 1:
            cells[held[0]].setdefault(c, []).extend(chain)
            continue
        # Rows as close as the lines of a cell: each line goes to the nearest row.
        for segment in chain:
            after = next((n for n, base in enumerate(bases) if base >= segment.base - 0.01), len(rows))
            down = bases[after] - segment.base if after < len(rows) else 1e9
            up = segment.base - bases[after - 1] if after else 1e9
            small = segment.text[:1].islower()
            if min(up, down) >= 0.93 * pitch and not small:
                groups.setdefault(after, []).append(segment)
                continue
            above = up < 0.9 * down or (up <= 1.1 * down and (small or after == len(rows)))
            cells[after - 1 if above and after or after == len(rows) else after].setdefault(c, []).append(segment)
    body: list[list[GridCell]] = []
    for n in range(len(rows) + 1):
        if n in groups:
            text, notes = _joined(w for s in groups[n] for w in s.words)
            body.append([GridCell(text, 1, 1, notes)] + [GridCell("")] * (len(zones) - 1))
        if n < len(rows):
            row = []
            for c in range(len(zones)):
                text, notes = _joined(w for s in sorted(cells[n].get(c, []), key=lambda s: (s.base, s.x0)) for w in s.words)
                row.append(GridCell(text, 1, 1, notes))
            body.append(row)
    # Two numbers in one place: these are not the columns of a table.
    if sum(
        len(re.findall(r"\d[\d.,]*", cell.text)) > 1 and not re.search(r"[^\W\d_]", cell.text) and not numeric(cell.text) for row in body for cell in row
    ) > 0.1 * len(rows):
        return -1
    label_right = lefts[0][1]
    at = _head_start(lines, parts, first, lefts[0][0], label_right, numbers[-1][1])
    heads = _heads([(k, s) for k in range(at, first) if not _numbering(parts[k]) for s in parts[k]], zones[1:], label_right, height)
    if not heads and len(zones) < 3:
        return -1
    for k in range(at, last + 1):
        lines[k].used = True
    page.tables.append(
        _Table(lines[at].base - lines[at].height, lines[last].base, lefts[0][0], numbers[-1][1], heads + body, [z[0] for z in zones], page.number, len(heads))
    )
    return last


def _head_start(lines: list[_Line], parts: list[list[_Segment]], first: int, left: float, label_right: float, right: float) -> int:
    """The first of the lines above line `first` that name columns; `right` is where the table ends."""
    start = first
    for k in range(first - 1, max(-1, first - 9), -1):
        line, found = lines[k], parts[k]
        if (
            lines[k + 1].base - line.base > 2.6 * line.height
            or look.CAPTION.match(line.text)
            or look.UNIT_LINE.match(line.text)
            or line.text.endswith((".", ";", ":"))
            or len(found) == 1 and found[0].x1 > right - 0.3 * line.height and look.BARE_UNIT.fullmatch(line.text)  # the whole table's, at its right edge
        ):
            break
        if len(found) == 1:
            if look.mark(line.text) or len(line.text) > 60 or (found[0].x0 < label_right - 5 and found[0].x1 > label_right + 5):
                break
            # The name of the first column alone ("Ngành") may stand at half height.
            if found[0].x0 < label_right - 5:
                continue
        elif not any(s.middle > label_right for s in found):
            break
        start = k
    return start


def _heads(found: list[tuple[int, _Segment]], columns: list[tuple[float, float]], label_right: float, height: float) -> list[list[GridCell]]:
    """Header rows from the names above the columns: wrapped names are one, a name over several columns covers them."""
    if not found:
        return []
    def labels(s: _Segment) -> bool:  # it may be wider than the names of the rows
        return s.middle <= label_right or s.x0 < label_right and s.x1 < columns[0][0]

    names = [(k, s) for k, s in found if not labels(s)]
    full = {k for k in {k for k, _ in names} if sum(at == k for at, _ in names) == len(columns)}
    # A line with a name for more than half of the columns begins their names; names over several columns are fewer.
    many = {k for k in {k for k, _ in names} if sum(at == k for at, _ in names) > 0.55 * len(columns)}
    spans = _centred(names, columns)
    groups: list[list[tuple[int, _Segment]]] = []
    for k, segment in names:
        for group in groups:
            above_at, above = group[-1]
            if spans.get(id(above)) != spans.get(id(segment)):
                continue
            aligned = abs(segment.middle - above.middle) < 2.5 or abs(segment.x0 - above.x0) < 1.5 or abs(segment.x1 - above.x1) < 1.5
            if above_at != k and aligned and 0 < segment.base - above.base < 1.6 * height and (k not in full or above_at in full or above_at in many):
                group.append((k, segment))
                break
        else:
            groups.append([(k, segment)])
    # Where one column ends and the next begins, by the numbers and by the line that names every column.
    wide = [list(c) for c in columns]
    for k in full:
        for c, segment in enumerate(s for at, s in names if at == k):
            wide[c] = [min(wide[c][0], segment.x0), max(wide[c][1], segment.x1)]
    cuts = [-1e9] + [(a[1] + b[0]) / 2 for a, b in zip(wide, wide[1:], strict=False)] + [1e9]
    paths: list[list[int]] = [[] for _ in columns]
    for g, group in enumerate(groups):
        left, right = min(s.x0 for _, s in group), max(s.x1 for _, s in group)
        if all(k in full for k, _ in group):
            at, segment = group[0]
            paths[[s for k, s in names if k == at].index(segment)].append(g)
            continue
        if covered := spans.get(id(group[0][1])):
            for c in covered:
                paths[c].append(g)
            continue
        # A column over which another name of the same line stands is that name's alone.
        lines_here = {k for k, _ in group}
        taken = {_home(s, columns) for k, s in names if k in lines_here and all(s is not own for _, own in group) and id(s) not in spans}
        for c in range(len(columns)):
            if c in taken and c not in {_home(s, columns) for _, s in group}:
                continue
            share = min(right, cuts[c + 1]) - max(left, cuts[c])
            if share > 0.2 * (right - left) or min(right, wide[c][1]) - max(left, wide[c][0]) > 0.6 * (wide[c][1] - wide[c][0]):
                paths[c].append(g)
    # Names one above the other over one and the same column are one name.
    cover = Counter(g for path in paths for g in path)
    named: list[list[tuple[int, ...]]] = []
    for path in paths:
        joined: list[tuple[int, ...]] = []
        for g in path:
            if joined and cover[g] == 1 and cover[joined[-1][0]] == 1:
                joined[-1] += (g,)
            else:
                joined.append((g,))
        named.append(joined)
    label_words = [w for _, s in found if labels(s) for w in s.words]
    depth = max(1, max(len(p) for p in named))
    rows: list[list[GridCell]] = []
    text, notes = _joined(label_words)
    for level in range(depth):
        row = [GridCell(text, 1, depth, notes)] if level == 0 else []
        c = 0
        while c < len(columns):
            over = named[c]
            end = c + 1
            # A short path ends where the longest one does: its last name reaches down.
            if level < len(over):
                while end < len(columns) and named[end][: level + 1] == over[: level + 1]:
                    end += 1
                said, marks = _joined(w for g in over[level] for _, s in groups[g] for w in s.words)
                row.append(GridCell(said, end - c, depth - level if level == len(over) - 1 else 1, marks))
            elif not over and level == 0:
                row.append(GridCell("", 1, depth))
            c = end
        rows.append(row)
    return rows


def _numbering(segments: list[_Segment]) -> bool:
    """Whether a line only numbers the columns: "A  B  1  2  3=2/1"."""
    texts = [s.text.strip(" ()") for s in segments]
    told = [int(m[0]) for t in texts if (m := re.match(r"\d{1,2}(?!\d)", t))]
    return len(texts) > 2 and len(told) > 1 and told == list(range(told[0], told[0] + len(told))) and told[0] < 3 and all(re.fullmatch(r"[A-Z]|\d{1,2}(?:\s?=.*)?", t) for t in texts)


def _home(segment: _Segment, columns: list[tuple[float, float]]) -> int:
    """The column nearest to the middle of a name."""
    return min(range(len(columns)), key=lambda c: (max(0.0, columns[c][0] - segment.middle, segment.middle - columns[c][1]), abs(sum(columns[c]) / 2 - segment.middle)))


def _centred(names: list[tuple[int, _Segment]], columns: list[tuple[float, float]]) -> dict[int, list[int]]:
    """Names that stand over the middle of several names of a lower line, by identity, with the columns they cover."""
    by_line: dict[int, list[_Segment]] = {}
    for k, segment in names:
        by_line.setdefault(k, []).append(segment)
    out: dict[int, list[int]] = {}
    order = sorted(by_line)
    for k, k2 in ((a, b) for i, a in enumerate(order) for b in order[i + 1 :]):
        below = sorted(by_line[k2], key=lambda s: s.x0)
        homes = [_home(s, columns) for s in below]
        uppers = [s for s in sorted(by_line[k], key=lambda s: s.x0) if below[0].x0 - 5 <= s.middle <= below[-1].x1 + 5 and id(s) not in out]
        if not uppers or len(uppers) >= len(below) or len(set(homes)) < len(homes) or len(uppers) > 6 or len(below) > 14:
            continue
        offs: dict[tuple[int, ...], float] = {}
        for cuts in combinations(range(1, len(below)), len(uppers) - 1):
            edges = (0, *cuts, len(below))
            offs[cuts] = max(abs((below[a].middle + below[b - 1].middle) / 2 - s.middle) for a, b, s in zip(edges, edges[1:], uppers, strict=False))
        best = min(offs, key=lambda cuts: offs[cuts])
        if offs[best] > 14:
            continue
        edges = (0, *best, len(below))
        for a, b, s in zip(edges, edges[1:], uppers, strict=False):
            if b - a > 1:
                out[id(s)] = list(range(homes[a], homes[b - 1] + 1))
    return out


# ---- pages together


def _drop_running(pages: list[_Page]) -> None:
    """Take away running heads and feet and page numbers."""
    seen: dict[tuple[str, int], set[int]] = {}
    edges: dict[int, list[_Line]] = {}
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


def _running(text: str, page: int, pages: list[_Page]) -> str:
    """A line without its page number, so that the same foot of two pages is told."""
    total = str(len(pages))
    if m := _PAGE_NUMBER.fullmatch(text):
        return f"# {int(m[1]) - page}"
    text = re.sub(rf"(?<!\S){page}\s*/\s*{total}(?!\S)", "#", text)
    return re.sub(rf"(?<!\S){page}(?!\S)", "#", text).lower()


def _flow(pages: list[_Page]) -> list[Piece]:
    """Paragraphs and tables in reading order, what a page break cut put together again."""
    heights = Counter[float]()
    for page in pages:
        for line in page.lines:
            heights[round(line.height * 2) / 2] += len(line.text)
    body = heights.most_common(1)[0][0] if heights else 10.0
    pieces: list[Piece] = []
    open_: list[_Line] = []
    table: tuple[_Table, list[list[GridCell]], list[int]] | None = None
    late: list[Piece] = []  # notes of the page, said after what the page break cut

    def close_text() -> None:
        if open_:
            label = open_[0].words[0].text.strip("()[]") if open_[0].words[0].raised else ""
            if label and (label.isdigit() or set(label) == {"*"}) and len(open_[0].words) > 1:
                open_[0].words = open_[0].words[1:]
                open_[0].words[0].tied = False
                pieces.append(Piece(Paragraph(_paragraph(open_), note=label, page=open_[0].page)))
            elif text := _paragraph(open_):
                refs = tuple(ref for line in open_ for ref in _joined(line.words)[1])
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

    def set_beside(halves: tuple[list[_Segment], list[_Segment]], number: int) -> None:
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
            previous: _Line | None = None
            if isinstance(column, _Table):
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
            halves: tuple[list[_Segment], list[_Segment]] = ([], [])
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


def _side_by_side(line: _Line, segments: list[_Segment]) -> bool:
    """Halves of a letterhead or of signatures, not a sentence with wide spaces."""
    gap = max(b.x0 - a.x1 for a, b in zip(segments, segments[1:], strict=False))
    return gap > (5 if look.mark(line.text) or look.BULLET.match(line.text) else 2.2) * line.height


def _reading(page: _Page, lines: list[_Line]) -> list[list[_Line] | _Table]:
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
        out: list[list[_Line] | _Table] = [[]]
        halves: tuple[list[_Line], list[_Line]] = ([], [])
        for line in lines:
            sides = [[w for w in line.words if (w.x0 + w.x1) / 2 < middle], [w for w in line.words if (w.x0 + w.x1) / 2 >= middle]]
            crossing = any(w.x0 < middle < w.x1 for w in line.words)
            if crossing:
                out += [halves[0], halves[1], [line]]
                halves = ([], [])
                continue
            for half, words in zip(halves, sides, strict=True):
                if words:
                    half.append(_Line(words, line.base, line.height, line.bold, line.page))
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


def _notes(page: _Page, body: float) -> tuple[list[_Line], list[Piece]]:
    """The page's lines without its footnotes, and these: small lines at the foot that a raised mark opens."""
    start = None
    for k, line in enumerate(page.lines):
        if line.words[0].raised and line.height < 0.97 * body and line.base > 0.4 * page.height and all(later.height < 0.97 * body for later in page.lines[k:]):
            start = k
            break
    if start is None:
        return page.lines, []
    groups: list[list[_Line]] = []
    for line in page.lines[start:]:
        if line.words[0].raised or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    out = []
    for group in groups:
        label = group[0].words[0].text.strip("()[]")
        said = _paragraph([_Line(group[0].words[1:], group[0].base, group[0].height, False, page.number), *group[1:]] if len(group[0].words) > 1 else group[1:])
        if said:
            out.append(Piece(Paragraph(said, note=label, page=page.number)))
    return page.lines[:start], out


def _paragraph(lines: list[_Line]) -> str:
    return tidy(" ".join(line.text for line in lines if line.words)).strip()


_UNFINISHED = re.compile(r"(?<!\w)(?:quý|tháng|ngày|và|của|với|là|đạt|trong|tại|từ|đến|do|để|bằng|khoảng|hơn|gần)$", re.I)  # words that end no paragraph


def _goes_on(open_: list[_Line], line: _Line, previous: _Line | None, left: float, right: float) -> bool:
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
    centred = abs((last.x0 + last.x1) / 2 - (left + right) / 2) < 12 and last.x0 > left + 20
    room = (right - left) - (last.x1 - last.x0) if centred else right - last.x1
    if room > word + 0.6 * last.height:
        return False
    if ended and line.x0 > (open_[-1].x0 if len(open_) > 1 else left) + 0.9 * line.height and not centred:
        return False
    return not (look.capitals(before) != look.capitals(text) and line.bold and last.bold)


def _continues(before: _Table, rows: list[list[GridCell]], table: _Table) -> bool:
    """Whether `table`, the first of its page, is the rest of `before`, the last of the page before it."""
    if table.page != before.page + 1 or len(table.edges) != len(before.edges):
        return False
    if _repeated(rows, table.rows):
        return True
    if any(abs(a - b) > 8 for a, b in zip(table.edges, before.edges, strict=True)):
        return False
    first = [c.text for c in table.rows[0][1:]]
    return any(numeric(t) and not _YEAR.fullmatch(t) for t in first) or not any(first)


def _repeated(rows: list[list[GridCell]], later: list[list[GridCell]]) -> int:
    """How many rows at the head of `later` repeat the head of `rows`."""
    count = 0
    while count < min(len(rows), len(later), 6) and [(c.text, c.across) for c in rows[count]] == [(c.text, c.across) for c in later[count]]:
        count += 1
    # A header names columns; a table that merely starts alike is another one.
    return count if count and not any(numeric(c.text) and not _YEAR.fullmatch(c.text) for c in rows[0][1:]) else 0


__all__ = ["read"]
