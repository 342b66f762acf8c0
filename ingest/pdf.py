"""PDF files: letters with places become lines, lines become paragraphs and tables, pages are remembered.

A PDF knows where each letter stands and little else. Here: reading order, running heads and page numbers, paragraphs,
footnotes, tables with rules (merged cells by missing rules) and without (numbers in columns), tables over several pages.
The steps are `pdf_lines`, `pdf_rules`, `pdf_columns` and `pdf_flow`. Not here: what a line is (`outline`), and text in pictures.
"""

from __future__ import annotations

import re
from typing import Any

from ingest.errors import IngestError
from ingest.layout import Document, tidy
from ingest.pdf_columns import find_unruled
from ingest.pdf_flow import drop_running, flow
from ingest.pdf_lines import Glyph, Page, glyphs_of, lines_of, shown_from
from ingest.pdf_rules import grilles, ruled_table, rules_on

MAX_PAGES = 1000


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
    drop_running(pages)
    return Document(tuple(flow(pages)), title if useful else "")


def _check(pages: list[Page], shown: str) -> None:
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


def _page(book: Any, index: int) -> Page:
    page = book[index]
    try:
        place, width, height = shown_from(page)
        glyphs = glyphs_of(page, place)
        out = Page(index + 1, width, height, letters="".join(g.char for g in glyphs if g.char.strip()))
        across, down = rules_on(page, place, width, height)
        grids = grilles(across, down)
        inside: list[list[Glyph]] = [[] for _ in grids]
        free: list[Glyph] = []
        for glyph in glyphs:
            x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.height
            at = next((k for k, g in enumerate(grids) if g.xs[0] <= x <= g.xs[-1] and g.ys[0] <= y <= g.ys[-1]), None)
            (free if at is None else inside[at]).append(glyph)
        for grid, held in zip(grids, inside, strict=True):
            if table := ruled_table(grid, held, out.number):
                out.tables.append(table)
            else:
                free += held
        out.lines = lines_of(free, out.number)
        find_unruled(out)
        return out
    finally:
        page.close()


__all__ = ["read"]
