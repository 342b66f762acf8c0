"""Word files (.docx): paragraphs as Word shows them, with their numbers, tables, footnotes; changes accepted.

Read from the XML itself: what matters here (generated numbers, tracked changes, merged cells) is below what libraries for
Word files offer. Not read: headers and footers, pictures, comments, hidden text, tables of contents.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from ingest.errors import IngestError
from ingest.layout import Document, Grid, GridCell, Paragraph, Piece, raised

PART_LIMIT = 64 * 1024 * 1024  # bytes of one part, unpacked
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DELETED = {f"{_W}del", f"{_W}moveFrom"}
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf076": "❖", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "\uf0be": "-", "o": "◦", "·": "•", "§": "▪"}


def read(data: bytes, shown: str) -> Document:
    """The document in a .docx file's bytes. Raises IngestError."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise IngestError(f"Tệp {shown} có mật khẩu hoặc là Word đời cũ (.doc); hãy bỏ mật khẩu, lưu lại dạng .docx rồi nạp.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise IngestError(f"Tệp {shown} không phải là tệp Word (.docx) hoặc đã hỏng; hãy mở bằng Word và lưu lại.") from error
    if len(names) > 5000:
        raise IngestError(f"Tệp {shown} có quá nhiều thành phần bên trong; hãy mở bằng Word và lưu lại.")
    parts = _Parts(archive, names, shown)
    main = parts.main()
    if main is None:
        raise IngestError(f"Tệp {shown} là tệp nén nhưng không có nội dung Word; hãy chọn đúng tệp .docx.")
    return _Word(parts, main).document()


class _Parts:
    def __init__(self, archive: zipfile.ZipFile, names: set[str], shown: str) -> None:
        self.archive, self.names, self.shown = archive, names, shown

    def main(self) -> Any:
        """The body's part: the one that the package's relations name, else the usual one."""
        root = self.tree("_rels/.rels")
        if root is not None:
            for relation in root:
                if str(relation.get("Type", "")).endswith("/officeDocument"):
                    name = str(relation.get("Target", "")).lstrip("/")
                    if name in self.names:
                        self.folder = name.rsplit("/", 1)[0] + "/" if "/" in name else ""
                        tree = self.tree(name)
                        return tree if tree is not None and tree.tag == f"{_W}document" else None
        self.folder = "word/"
        tree = self.tree("word/document.xml")
        return tree if tree is not None and tree.tag == f"{_W}document" else None

    def beside(self, name: str) -> Any:
        return self.tree(self.folder + name)

    def tree(self, name: str) -> Any:
        """The XML of a part, None when there is none of this name."""
        from lxml import etree

        if name not in self.names:
            return None
        broken = IngestError(f"Tệp {self.shown} bị hỏng ở phần {name.rsplit('/', 1)[-1]}; hãy mở bằng Word và lưu lại.")
        try:
            with self.archive.open(name) as stream:
                raw = stream.read(PART_LIMIT + 1)
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
            raise broken from error
        if len(raw) > PART_LIMIT:
            raise IngestError(f"Tệp {self.shown} bung ra quá lớn (trên {PART_LIMIT // 1048576} MB); hãy chia nhỏ tệp.")
        head = raw[:4096]
        if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw or "<!DOCTYPE".encode("utf-16-le") in head or "<!DOCTYPE".encode("utf-16-be") in head:
            raise IngestError(f"Tệp {self.shown} khai báo thực thể XML, điều tệp Word bình thường không có; tệp bị từ chối.")
        # "Strict" files use another name for the same words.
        raw = raw.replace(_STRICT, _W[1:-1].encode())
        try:
            return etree.fromstring(
                raw, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
            )
        except etree.XMLSyntaxError as error:
            raise broken from error


def _on(parent: Any, name: str) -> bool | None:
    """A switch such as w:b: on, off, or not said."""
    if parent is None:
        return None
    found = parent.find(_W + name)
    return None if found is None else found.get(_W + "val", "1") not in ("0", "false", "off", "none")


def _val(parent: Any, *path: str) -> str | None:
    for name in path:
        if parent is None:
            return None
        parent = parent.find(_W + name)
    return None if parent is None else parent.get(_W + "val")


def _backed(run: Any) -> bool:
    """Whether white letters may stand on a colour: in a table (its style may colour it), on a shade, in a text box, on a page that has one."""
    if run.find(f"{_W}rPr/{_W}highlight") is not None:
        return True
    for element in (run, *run.iterancestors()):
        if element.tag in (f"{_W}tc", f"{_W}txbxContent"):
            return True
        for shade in element.findall(f"{_W}{'rPr' if element is run else 'pPr'}/{_W}shd"):
            if (shade.get(f"{_W}fill") or "auto").upper() not in ("AUTO", "FFFFFF"):
                return True
    # A style may shade its paragraphs; a page may have a colour.
    styled = next((e.find(f"{_W}pPr/{_W}pStyle") is not None for e in run.iterancestors(f"{_W}p")), False)
    return styled or run.getroottree().getroot().find(f"{_W}background") is not None


def _number(text: str | None, default: int | None = None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else default


class _Styles:
    def __init__(self, root: Any) -> None:
        self.byid: dict[str, Any] = {}
        self.default = ""
        for style in root if root is not None else ():
            if style.tag != f"{_W}style":
                continue
            self.byid[style.get(_W + "styleId", "")] = style
            if style.get(_W + "type") == "paragraph" and style.get(_W + "default") in ("1", "true"):
                self.default = style.get(_W + "styleId", "")

    def chain(self, id: str | None) -> Iterator[Any]:
        """The style and those that it is based on, nearest first."""
        seen: set[str] = set()
        at = id or self.default
        while at and at in self.byid and at not in seen:
            seen.add(at)
            yield self.byid[at]
            at = _val(self.byid[at], "basedOn") or ""

    def switch(self, id: str | None, name: str) -> bool | None:
        for style in self.chain(id):
            if (on := _on(style.find(_W + "rPr"), name)) is not None:
                return on
        return None

    def name(self, id: str | None) -> str:
        return (_val(self.byid.get(id or self.default), "name") or "").lower()

    def level(self, id: str | None) -> int:
        """The heading level of a paragraph style; 0 for text."""
        for style in self.chain(id):
            if m := re.fullmatch(r"heading (\d)", (_val(style, "name") or "").lower()):
                return int(m[1])
            outline = _number(_val(style, "pPr", "outlineLvl"))
            if outline is not None:
                return outline + 1 if 0 <= outline < 9 else 0
        return 0

    def numbering(self, id: str | None) -> tuple[str | None, int | None]:
        number: str | None = None
        level: int | None = None
        for style in self.chain(id):
            properties = style.find(f"{_W}pPr/{_W}numPr")
            if properties is not None:
                number = number or _val(properties, "numId")
                level = level if level is not None else _number(_val(properties, "ilvl"))
        return number, level


class _Numbers:
    """The counters of automatic numbers."""

    def __init__(self, root: Any, styles: _Styles) -> None:
        self.abstract: dict[str, Any] = {}
        self.lists: dict[str, Any] = {}
        for element in root if root is not None else ():
            if element.tag == f"{_W}abstractNum":
                self.abstract[element.get(_W + "abstractNumId", "")] = element
            elif element.tag == f"{_W}num":
                self.lists[element.get(_W + "numId", "")] = element
        self.styles = styles
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def _abstract(self, number: str) -> tuple[str, Any]:
        id = _val(self.lists[number], "abstractNumId") or ""
        element = self.abstract.get(id)
        # A list may only point at a numbering style, which holds the levels.
        if element is not None and (link := _val(element, "numStyleLink")):
            target = _val(self.styles.byid.get(link), "pPr", "numPr", "numId")
            if target in self.lists and target != number:
                other = _val(self.lists[target], "abstractNumId") or ""
                if other in self.abstract:
                    return other, self.abstract[other]
        return id, element

    def next(self, number: str, level: int) -> tuple[str, int] | None:
        """The number or bullet that Word prints before the next paragraph of this list, and its place."""
        if number not in self.lists:
            return None
        id, element = self._abstract(number)
        if element is None:
            return None
        shapes = {_number(e.get(_W + "ilvl")): e for e in element.findall(_W + "lvl")}
        starts: dict[int, int] = {}
        for override in self.lists[number].findall(_W + "lvlOverride"):
            at = _number(override.get(_W + "ilvl"))
            if at is None:
                continue
            own = override.find(_W + "lvl")
            if own is not None:
                shapes[at] = own
            if (start := _number(_val(override, "startOverride"))) is not None:
                starts[at] = start
        shape = shapes.get(level)
        if shape is None:
            return None
        counts = self.counts.setdefault(id, {})
        if level in starts and (number, level) not in self.begun:
            counts.pop(level, None)
        self.begun.add((number, level))
        first = starts.get(level, _number(_val(shape, "start"), 1) or 0)
        counts[level] = counts[level] + 1 if level in counts else first
        for deeper in [k for k in counts if k > level]:
            restart = _number(_val(shapes.get(deeper), "lvlRestart"))
            if restart != 0 and (restart is None or level < restart):
                del counts[deeper]
        kind = _val(shape, "numFmt") or "decimal"
        text = _val(shape, "lvlText") or ""
        if kind == "bullet":
            return ("".join(_SYMBOLS.get(c, "•" if "\ue000" <= c <= "\uf8ff" else c) for c in text).strip() or "•"), counts[level]
        if kind == "none" and "%" not in text:
            return (text, counts[level]) if text.strip() else None
        legal = _on(shape, "isLgl") or False

        def print_level(m: re.Match[str]) -> str:
            at = int(m[1]) - 1
            above = shapes.get(at)
            value = counts.get(at, _number(_val(above, "start"), 1) or 0)
            if at not in counts:
                counts[at] = value
            return counted(value, "decimal" if legal else _val(above, "numFmt") or "decimal")

        return re.sub(r"%([1-9])", print_level, text).strip(), counts[level]


def counted(value: int, kind: str) -> str:
    """`value` in one of Word's number formats."""
    if kind in ("upperRoman", "lowerRoman") and 0 < value < 4000:
        out, rest = "", value
        for size, letters in (
            (1000, "M"),
            (900, "CM"),
            (500, "D"),
            (400, "CD"),
            (100, "C"),
            (90, "XC"),
            (50, "L"),
            (40, "XL"),
            (10, "X"),
            (9, "IX"),
            (5, "V"),
            (4, "IV"),
            (1, "I"),
        ):
            out, rest = out + letters * (rest // size), rest % size
        return out if kind == "upperRoman" else out.lower()
    if kind in ("upperLetter", "lowerLetter") and 0 < value < 1000:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{value:02}"
    return "" if kind in ("none", "bullet") else str(value)


class _Word:
    def __init__(self, parts: _Parts, main: Any) -> None:
        self.parts, self.main = parts, main
        self.styles = _Styles(parts.beside("styles.xml"))
        self.numbers = _Numbers(parts.beside("numbering.xml"), self.styles)
        self.notes: dict[tuple[str, str], Any] = {}
        for kind in ("footnote", "endnote"):
            root = parts.beside(f"{kind}s.xml")
            for note in root if root is not None else ():
                if note.get(_W + "type") in (None, "normal"):
                    self.notes[kind, note.get(_W + "id", "")] = note
        self.cited: dict[tuple[str, str], str] = {}
        self.waiting: list[tuple[str, str]] = []
        self.pieces: list[Piece] = []
        self.title = ""
        self.carried = ""  # text of a paragraph whose end mark was deleted
        self.fields: list[bool] = []  # open complex fields: whether their result has begun

    def document(self) -> Document:
        body = self.main.find(_W + "body")
        self._blocks(body if body is not None else self.main)
        self._carry(None)
        self._flush()
        return Document(tuple(self.pieces), self.title or self._property())

    def _property(self) -> str:
        root = self.parts.tree("docProps/core.xml")
        title = root.findtext("{http://purl.org/dc/elements/1.1/}title") if root is not None else None
        title = " ".join((title or "").split())
        return title if len(title) > 8 and " " in title and not re.search(r"\.docx?$|microsoft word|^(?:untitled|document)", title, re.I) else ""

    # ---- blocks

    def _children(self, parent: Any) -> Iterator[Any]:
        """The blocks of `parent`, those inside content controls and accepted changes too."""
        for element in parent:
            tag = element.tag
            if tag in _DELETED:
                continue
            if tag in (f"{_W}p", f"{_W}tbl"):
                yield element
            elif tag == f"{_W}sdt":
                gallery = _val(element, "sdtPr", "docPartObj", "docPartGallery") or ""
                content = element.find(_W + "sdtContent")
                if content is not None and gallery != "Table of Contents":
                    yield from self._children(content)
            elif tag in (f"{_W}ins", f"{_W}moveTo", f"{_W}customXml", f"{_W}smartTag"):
                yield from self._children(element)
            elif tag == f"{_MC}AlternateContent":
                choice = element.find(_MC + "Choice")
                yield from self._children(choice if choice is not None else element)

    def _blocks(self, parent: Any) -> None:
        for element in self._children(parent):
            if element.tag == f"{_W}p":
                self._paragraph(element)
            else:
                self._carry(None)
                self._flush()
                self._table(element)

    def _carry(self, paragraph: Paragraph | None) -> None:
        if self.carried and paragraph is None:
            self.pieces.append(Piece(Paragraph(self.carried)))
        self.carried = ""

    def _flush(self) -> None:
        """The footnotes referred to so far, after what refers to them."""
        waiting, self.waiting = self.waiting, []
        for key in waiting:
            said = " ".join(text for p in self.notes[key].iter(_W + "p") if (text := self._text(p, [])[0].strip()))
            if said:
                self.pieces.append(Piece(Paragraph(said.replace("\n", " "), note=self.cited[key])))

    def _paragraph(self, p: Any) -> None:
        properties = p.find(_W + "pPr")
        style = _val(properties, "pStyle")
        name = self.styles.name(style)
        if re.match(r"(?:toc|mục lục) ?\d|table of figures", name):
            return
        boxes: list[Any] = []
        earlier, self.waiting = self.waiting, []
        text, bold, refs = self._text(p, boxes, style=style)
        own, self.waiting = self.waiting, earlier
        mark = properties.find(f"{_W}rPr") if properties is not None else None
        if mark is not None and (mark.find(_W + "del") is not None or mark.find(_W + "moveFrom") is not None):
            # The paragraph's end was deleted: it goes on in the next one.
            self.carried += text
            self.waiting += own
            return
        text = self.carried + text
        self.carried = ""
        printed = self._mark(properties, style) if text.strip() else None
        if m := re.match(r"\((\d{1,2}|\*{1,3})\) ", text):
            # A raised number that opens the line is the mark of a note written by hand.
            if refs[:1] == [m[1]]:
                self.pieces.append(Piece(Paragraph(text[m.end() :], note=m[1])))
                text = ""
        if text.strip():
            level = self._level(properties, style)
            if name in ("title", "tiêu đề") and not self.title:
                self.title, level = " ".join(text.split()), 1
            elif level and self.title:
                level = min(level + 1, 6)
            item = printed is not None and not level
            # Notes to a list's items stand after the list.
            if not item:
                self._flush()
            caption = name in ("caption", "chú thích")
            label, ordinal = printed or ("", None)
            bullet = bool(label) and not re.search(r"[^\W_]", label)
            if level and bullet:
                level = 0
            self.pieces.append(Piece(Paragraph(text, level, bold, bullet, caption, label, ordinal if item else None, refs=tuple(refs))))
        self.waiting += own
        for box in boxes:
            self._blocks(box)

    def _level(self, properties: Any, style: str | None) -> int:
        outline = _number(_val(properties, "outlineLvl"))
        level = (outline + 1 if 0 <= outline < 9 else 0) if outline is not None else self.styles.level(style)
        return min(level, 6)

    def _mark(self, properties: Any, style: str | None) -> tuple[str, int] | None:
        own = properties.find(_W + "numPr") if properties is not None else None
        if own is not None and (own.find(_W + "del") is not None):
            own = None
        number, level = self.styles.numbering(style)
        if own is not None:
            number = _val(own, "numId") or number
            level = _number(_val(own, "ilvl"), level)
        if not number or number == "0":
            return None
        return self.numbers.next(number, level or 0)

    # ---- text

    def _text(self, p: Any, boxes: list[Any], *, style: str | None = None, refs: list[str] | None = None) -> tuple[str, bool, list[str]]:
        """The shown text of a paragraph, whether all of it is bold, the footnotes it refers to; text boxes go to `boxes`."""
        refs = [] if refs is None else refs
        out: list[str] = []
        weights: list[tuple[str, bool]] = []
        usual = bool(self.styles.switch(style, "b"))
        self.fields = []
        for run in self._runs(p):
            properties = run.find(_W + "rPr")
            character = _val(properties, "rStyle")
            hidden = _on(properties, "vanish")
            if hidden or (hidden is None and character and self.styles.switch(character, "vanish")):
                self._fielded(run)
                continue
            if (_val(properties, "color") or "").upper() == "FFFFFF" and not _backed(run):
                continue  # white on white: nobody reads it
            said = self._said(run, refs, boxes)
            if not said:
                continue
            vertical = _val(properties, "vertAlign")
            if vertical == "superscript" and said.strip():
                said, label = raised("".join(out), said)
                if label:
                    refs.append(label)
                    if not "".join(out).strip():
                        # A raised number that opens the line is a note's own mark.
                        said = f"({label}) "
            bold = _on(properties, "b")
            if bold is None and character:
                bold = self.styles.switch(character, "b")
            out.append(said.upper() if _on(properties, "caps") else said)
            weights.append((said, usual if bold is None else bold))
        text = "".join(out)
        if re.search(r"\t\s*[\d.]+\s*(?:%|\t|$)", text) is None:
            text = text.replace("\t", " ")
        letters = [(said, bold) for said, bold in weights if re.search(r"\w", said)]
        return text, bool(letters) and all(bold for _, bold in letters), refs

    def _runs(self, parent: Any) -> Iterator[Any]:
        for element in parent:
            tag = element.tag
            if tag in _DELETED or tag in (f"{_W}pPr", f"{_W}rPr"):
                continue
            if tag == f"{_W}r":
                yield element
            elif (
                isinstance(tag, str)
                and tag.startswith(_W)
                and tag[len(_W) :] in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
            ):
                yield from self._runs(element)
            elif isinstance(tag, str) and tag.startswith("{http://schemas.openxmlformats.org/officeDocument/2006/math}"):
                yield element

    def _fielded(self, run: Any) -> None:
        for mark in run.iter(_W + "fldChar"):
            kind = mark.get(_W + "fldCharType")
            if kind == "begin":
                self.fields.append(False)
            elif kind == "separate" and self.fields:
                self.fields[-1] = True
            elif kind == "end" and self.fields:
                self.fields.pop()

    def _said(self, run: Any, refs: list[str], boxes: list[Any]) -> str:
        if not run.tag.startswith(_W):
            return "".join(run.itertext())
        out = ""
        for element in run:
            tag = element.tag[len(_W) :] if element.tag.startswith(_W) else ""
            if tag == "fldChar":
                kind = element.get(_W + "fldCharType")
                if kind == "begin":
                    self.fields.append(False)
                elif kind == "separate" and self.fields:
                    self.fields[-1] = True
                elif kind == "end" and self.fields:
                    self.fields.pop()
            elif not all(self.fields):
                continue
            elif tag == "t":
                out += (element.text or "").replace("\n", " ").replace("\t", " ")
            elif tag == "tab":
                out += "\t"
            elif tag == "br" and element.get(_W + "type") in (None, "textWrapping") or tag == "cr":
                out += "\n"
            elif tag == "noBreakHyphen":
                out += "-"
            elif tag == "sym":
                code = element.get(_W + "char", "")
                char = chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else ""
                out += _SYMBOLS.get(char, "" if "\ue000" <= char <= "\uf8ff" else char)
            elif tag in ("footnoteReference", "endnoteReference"):
                key = (tag[:-9], element.get(_W + "id", ""))
                if key in self.notes:
                    if key not in self.cited:
                        self.cited[key] = str(len(self.cited) + 1)
                        self.waiting.append(key)
                    refs.append(self.cited[key])
            elif tag in ("drawing", "pict", "object") or element.tag == f"{_MC}AlternateContent":
                choice = element.find(_MC + "Choice") if not tag else element
                found = list((choice if choice is not None else element).iter(_W + "txbxContent"))
                boxes += [b for b in found if not any(a in found for a in b.iterancestors(_W + "txbxContent"))]
        return out

    # ---- tables

    def _table(self, table: Any) -> None:
        rows: list[list[GridCell]] = []
        heads, counting = 0, True
        open_: dict[int, tuple[int, int]] = {}  # column -> row and place of the cell that a merge began with
        for tr in self._rows(table):
            properties = tr.find(_W + "trPr")
            row: list[GridCell] = []
            column = 0
            skipped = _number(_val(properties, "gridBefore"), 0) or 0
            if skipped:
                row.append(GridCell("", min(skipped, 200)))
                column = skipped
            for tc in self._cells(tr):
                cell = tc.find(_W + "tcPr")
                across = max(1, min(_number(_val(cell, "gridSpan"), 1) or 1, 200))
                merge = cell.find(_W + "vMerge") if cell is not None else None
                joined = merge is not None and merge.get(_W + "val", "continue") != "restart"
                if joined and column in open_:
                    at, place = open_[column]
                    above = rows[at][place]
                    rows[at][place] = GridCell(above.text, above.across, len(rows) - at + 1, above.notes)
                else:
                    text, notes = self._cell(tc)
                    if merge is not None:
                        open_[column] = (len(rows), len(row))
                    else:
                        open_.pop(column, None)
                    row.append(GridCell(text, across, 1, notes))
                column += across
            rows.append(row)
            counting = counting and bool(_on(properties, "tblHeader"))
            heads += counting
        if rows:
            if sum(len(row) for row in rows) == 1:
                # A frame around text.
                for tc in table.iter(_W + "tc"):
                    self._blocks(tc)
                    self._carry(None)
                    break
            else:
                self.pieces.append(Piece(grid=Grid(tuple(tuple(row) for row in rows), heads)))
        self._flush()

    def _rows(self, table: Any) -> Iterator[Any]:
        for element in table:
            if element.tag == f"{_W}tr":
                properties = element.find(_W + "trPr")
                if properties is None or properties.find(_W + "del") is None:
                    yield element
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
                yield from self._rows(element)

    def _cells(self, tr: Any) -> Iterator[Any]:
        for element in tr:
            if element.tag == f"{_W}tc":
                yield element
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
                yield from self._cells(element)

    def _cell(self, tc: Any) -> tuple[str, tuple[str, ...]]:
        parts: list[str] = []
        notes: list[str] = []
        removed = tc.find(f"{_W}tcPr/{_W}cellDel") is not None
        for element in self._children(tc) if not removed else ():
            if element.tag == f"{_W}p":
                properties = element.find(_W + "pPr")
                style = _val(properties, "pStyle")
                boxes: list[Any] = []
                text, _, notes = self._text(element, boxes, style=style, refs=notes)
                if text.strip():
                    mark = self._mark(properties, style)
                    parts.append(f"{mark[0]} {text}" if mark else text)
            else:
                parts += [words for row in self._rows(element) for cell in self._cells(row) if (words := self._cell(cell)[0])]
        return "\n".join(parts), tuple(notes)


__all__ = ["read"]
