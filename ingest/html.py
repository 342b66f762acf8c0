"""Web pages (.html, .htm): the main content, its headings, lists, tables and notes.

Nothing is fetched and no script runs; what a reader of the page would not see (menus, hidden or white text) is left out.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from ingest.errors import IngestError
from ingest.layout import Document, Grid, GridCell, Paragraph, Piece, raised, tidy

MAX_CELLS = 200_000  # of one table, merged cells counted at every place

_DROP = {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "option", "textarea", "input", "svg", "iframe", "object", "embed", "canvas",
         "video", "audio", "head", "title", "dialog", "menu", "map", "math", "del", "s", "strike", "rp", "rt", "img", "datalist"}  # fmt: skip
_BLOCK = {"address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
          "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption"}  # fmt: skip
_ROLES = {"navigation", "banner", "complementary", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog", "alert"}
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|sidebar|side-bar|breadcrumbs?|footer|comments?|share|sharing|social|related|recommend\w*|banner|advert\w*|ads?|cookie\w*|pagination|pager|toolbar|"
    r"popup|modal|newsletter|subscribe|skip-link|sr-only|visually-hidden|lien-quan|quang-cao|tin-khac|binh-luan|widget)(?:$|[\s_-])",
    re.I,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)", re.I)
_WHITE = re.compile(r"(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?|white|rgba?\(\s*255\s*,\s*255\s*,\s*255[^)]*\)|transparent)(?:\s|;|!|$)", re.I)
_BACKED = re.compile(r"background", re.I)


def read(data: bytes, shown: str) -> Document:
    """The document in a page's bytes. Raises IngestError."""
    from lxml import etree
    from lxml import html as web

    text = decode_page(data, shown)
    if not re.search(r"<[a-zA-Z!]", text):
        raise IngestError(f"Tệp {shown} không có thẻ HTML nào; nếu là văn bản thường, hãy đổi đuôi tệp thành .txt.")
    # The declaration repeats an encoding that no longer holds.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = web.document_fromstring(text, parser=web.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise IngestError(f"Tệp {shown} không phải là trang web đọc được; hãy mở bằng trình duyệt và lưu lại.") from error
    return _Page(root, shown).document()


def decode_page(data: bytes, shown: str) -> str:
    """A page's text: by its byte order mark, as UTF-8, by its meta element, else as plain text is told."""
    from ingest.files import decode

    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:4096]:
        return decode(data, shown)
    try:
        # What is valid UTF-8 and not plain ASCII is nothing else, whatever the page says.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    m = re.search(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""", data[:4096], re.I)
    name = m[1].decode("ascii").lower() if m else ""
    if name in ("windows-1258", "cp1258"):
        return data.decode("cp1258", errors="replace") if b"\xff\xfe" in data else decode(data, shown)
    if name and name not in ("utf-8", "utf8"):
        try:
            codec = codecs.lookup(name)
            if codec.name in ("iso8859-1", "latin-1", "ascii"):
                codec = codecs.lookup("cp1252")  # as browsers do
            found = codec.decode(data, "strict")[0]
        except (LookupError, UnicodeDecodeError, TypeError, AttributeError):
            return decode(data, shown)
        if isinstance(found, str):
            return found
    return decode(data, shown)


class _Page:
    def __init__(self, root: Any, shown: str) -> None:
        self.root, self.shown = root, shown
        self.hidden = self._rules()
        self.size = len(root.text_content())
        self.pieces: list[Piece] = []
        self.targets: dict[str, str] = {}  # id of a note's element -> its label
        self.words: list[str] = []
        self.strong: list[tuple[str, bool]] = []
        self.pending: tuple[str, int] | None = None  # number or bullet of the item that is being read
        self.label = ""  # the raised mark that opened the paragraph
        self.refs: list[str] = []  # footnotes that the paragraph refers to

    def document(self) -> Document:
        title = tidy(self.root.findtext(".//title") or "").strip()
        body = self.root.find("body")
        body = body if body is not None else self.root
        for element in list(body.iter()):
            if element is not body and self._dropped(element):
                self._remove(element)
        main = self._main(body)
        self._walk(main, 0)
        self._end(0)
        heading = main.find(".//h1")
        if heading is None and main is not body:
            # The page's headline may stand above its article.
            above = next((h for h in body.iter("h1") if " ".join(h.text_content().split())), None)
            if above is not None and not any(a is main for a in above.iterancestors()):
                self.pieces.insert(0, Piece(Paragraph(" ".join(above.text_content().split()), level=1)))
        site = re.split(r"\s+[|–—-]\s+", title)
        return Document(tuple(self.pieces), max(site, key=len) if site else "")

    # ---- what is left out

    def _rules(self) -> set[str]:
        """Classes and ids that the page's own style sheets hide."""
        out: set[str] = set()
        for style in self.root.iter("style"):
            text = re.sub(r"/\*.*?\*/", " ", style.text or "", flags=re.S)[:500_000]
            text = re.sub(r"@media\s+print\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", " ", text)
            for selectors, rule in re.findall(r"([^{}]{1,500})\{([^{}]{0,2000})\}", text):
                if re.search(r"(?<![\w-])display\s*:\s*none|visibility\s*:\s*hidden", rule, re.I):
                    out |= {s.strip() for s in selectors.split(",") if re.fullmatch(r"\s*[.#][\w-]+\s*", s)}
        return out

    def _dropped(self, element: Any) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROP:
            return True
        attributes = element.attrib
        if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role", "").lower() in _ROLES:
            return True
        style = attributes.get("style", "")
        if style and _UNSEEN.search(style):
            return True
        if (_WHITE.search(style) or attributes.get("color", "").lower() in ("#fff", "#ffffff", "white")) and not self._backed(element):
            return True
        names = attributes.get("class", "").split()
        if self.hidden and (any(f".{n}" in self.hidden for n in names) or f"#{attributes.get('id', '')}" in self.hidden):
            return True
        if tag == "header" and not any(a.tag in ("article", "main", "section") for a in element.iterancestors()) and element.find(".//h1") is None:
            return True
        if tag in ("span", "a", "small", "i", "em", "p") and len(element.text_content()) < 60 and (_BOILERPLATE.search(attributes.get("class", "")) or re.match(r"#(?:binh-luan|comments?|share)", attributes.get("href", ""))):
            return True
        if tag in ("div", "section", "ul", "ol", "header", "table") and _BOILERPLATE.search(f"{attributes.get('class', '')} {attributes.get('id', '')}"):
            # A careless name must not cost the report: what holds much of the text stays.
            return len(element.text_content()) < 0.3 * max(1, self.size)
        return False

    def _backed(self, element: Any) -> bool:
        """Whether light letters stand on a colour of their own."""
        if element.tag == "th":
            return True
        return any(_BACKED.search(e.get("style", "")) or e.get("bgcolor") or e.tag in ("th", "thead") for e in (element, *element.iterancestors()))

    def _remove(self, element: Any) -> None:
        parent = element.getparent()
        if parent is None:
            return
        if element.tail:
            before = element.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + element.tail
            else:
                parent.text = (parent.text or "") + element.tail
        parent.remove(element)

    def _main(self, body: Any) -> Any:
        """The element that holds the report: main, the longest article, or the densest block."""
        size = len(_squeezed(body))
        for found in (body.findall(".//main") + body.xpath(".//*[@role='main']"), body.findall(".//article")):
            if found:
                best = max(found, key=lambda e: len(_squeezed(e)))
                if len(_squeezed(best)) > 0.4 * size:
                    # Several articles side by side are one page of parts.
                    return best
        at, prose = body, _prose(body)
        while True:
            for child in at:
                if (
                    isinstance(child.tag, str)
                    and child.tag in ("div", "section", "td", "tbody", "tr", "table", "center")
                    and prose[child] > 0.85 * prose[at] > 0
                ):
                    # Into a table only where one cell holds the page.
                    if child.tag == "table" and not any(prose[cell] > 0.85 * prose[child] for cell in child.iter("td")):
                        continue
                    at = child
                    break
            else:
                return at

    # ---- the pass

    def _walk(self, element: Any, level: int) -> None:
        """Read `element`'s content; `level` is that of the heading it stands in."""
        self._add(element.text, element)
        for child in element:
            tag = child.tag
            if not isinstance(tag, str):
                pass
            elif tag == "br":
                self.words.append("\n")
            elif tag == "table":
                self._end(level)
                self._table(child)
            elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                self._end(level)
                self._walk(child, int(tag[1]))
                self._end(int(tag[1]))
            elif tag in ("ol", "ul"):
                self._end(level)
                if not self._links(child):
                    self._list(child)
            elif tag == "sup":
                self._sup(child)
            elif tag in _BLOCK:
                self._end(level)
                if self._links(child):
                    self._add(child.tail, element)
                    continue
                if tag == "figure" and child.find(".//table") is not None:
                    # A table's title is said before it, wherever the page puts it.
                    for named in child.findall("figcaption"):
                        self._walk(named, 0)
                        self._end(0, caption=True)
                        self._remove(named)
                if tag == "pre":
                    self._pre(child)
                else:
                    note = self._note_label(child)
                    if note:
                        self.label = note
                    self._walk(child, level)
                    self._end(level)
            else:
                self._walk(child, level)
            self._add(child.tail, element)

    def _add(self, text: str | None, element: Any) -> None:
        if text and text.strip(" \t\r\n\f"):
            strong = any(
                e.tag in ("b", "strong", "th") or re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", e.get("style", ""))
                for e in (element, *element.iterancestors())
                if isinstance(e.tag, str)
            )
            self.words.append(re.sub(r"\s+", " ", text.replace("\xa0", " ")))
            self.strong.append((text, strong))
        elif text:
            self.words.append(" ")

    def _sup(self, element: Any) -> None:
        mark = " ".join(element.text_content().split())
        before = "".join(self.words)
        said, label = raised(before.rstrip(" "), mark)
        if label and not before.strip():
            self.label = label
        elif label:
            self.refs.append(label)
        self.words.append(said)

    def _note_label(self, element: Any) -> str:
        """The label of the footnote that `element` is, by its id ("fn1", "footnote-2") and its words."""
        m = re.fullmatch(r"(?:fn|ftn|_ftn|footnote|note|cite_note)[-_:]?(\d{1,3})", element.get("id", ""), re.I)
        return m[1] if m else ""

    def _end(self, level: int, *, caption: bool = False) -> None:
        """Close the paragraph that is being read."""
        text = "".join(self.words)
        strong, label, refs = self.strong, self.label, tuple(self.refs)
        self.words, self.strong, self.refs = [], [], []
        said = "\n".join(line for part in text.split("\n") if (line := " ".join(tidy(part).split())))
        if not said:
            return
        self.label = ""
        if label:
            said = re.sub(r"^(?:[\[(]?" + re.escape(label) + r"[\])]?[.)]?|[↩^])\s+", "", said.replace("\n", " "))
            said = re.sub(r"\s*[↩↑]\ufe0e?\s*$", "", said)
            self.pieces.append(Piece(Paragraph(said, note=label)))
            self.pending = None
            return
        lettered = [(t, s) for t, s in strong if re.search(r"\w", t)]
        bold = bool(lettered) and all(s for _, s in lettered)
        mark, ordinal = self.pending or ("", 0)
        item = self.pending is not None
        self.pending = None
        self.pieces.append(Piece(Paragraph(said, level, bold and not level, item, caption, mark, ordinal or None, refs=refs)))

    def _list(self, element: Any) -> None:
        kind = element.get("type") or ""
        style = element.get("style", "")
        counts = element.tag == "ol"
        bare = bool(re.search(r"list-style(?:-type)?\s*:\s*none", style))
        for name, letter in (
            ("lower-alpha", "a"),
            ("lower-latin", "a"),
            ("upper-alpha", "A"),
            ("upper-latin", "A"),
            ("lower-roman", "i"),
            ("upper-roman", "I"),
            ("decimal", "1"),
        ):
            if re.search(rf"list-style(?:-type)?\s*:\s*{name}", style):
                kind = letter
        items = [e for e in element if e.tag == "li"]
        step = -1 if "reversed" in element.attrib else 1
        start = element.get("start", "")
        at = int(start) if re.fullmatch(r"-?\d{1,6}", start) else len(items) if step < 0 else 1
        footnotes = bool(
            re.search(
                r"footnote|references|endnotes",
                f"{element.get('class', '')} {(element.getparent().get('class', '') if element.getparent() is not None else '')}",
                re.I,
            )
        )
        for child in element:
            if child.tag != "li":
                if isinstance(child.tag, str):
                    self._end(0)
                    if child.tag in ("ol", "ul"):
                        self._list(child)
                    else:
                        self._walk(child, 0)
                        self._end(0)
                continue
            value = child.get("value", "")
            if re.fullmatch(r"-?\d{1,6}", value):
                at = int(value)
            self._end(0)
            label = self._note_label(child) or (str(at) if footnotes and counts else "")
            if label:
                self.label = label
            elif not bare:
                self.pending = (_ordered(at, kind) if counts else "-", at)
            else:
                self.pending = ("", at)
            self._walk(child, 0)
            self._end(0)
            self.pending, self.label = None, ""
            at += step

    def _links(self, element: Any) -> bool:
        """Whether a block is a list of links to other pages."""
        if element.tag not in ("div", "section", "ul", "ol", "p", "dl"):
            return False
        links = element.findall(".//a")
        if len(links) < 4:
            return False
        inside = sum(len(_squeezed(a)) for a in links if not re.match(r"#", a.get("href", "#")))
        return inside > 0.6 * max(1, len(_squeezed(element)))

    def _pre(self, element: Any) -> None:
        self._end(0)
        for line in element.text_content().split("\n"):
            if line.strip():
                self.pieces.append(Piece(Paragraph(re.sub(r"\s*\t\s*", "\t", line.strip()))))

    # ---- tables

    def _table(self, table: Any) -> None:
        rows = list(_rows(table))
        caption = table.find("caption")
        nested = table.find(".//table") is not None
        wide = max((sum(_whole(c, "colspan") for c in row if c.tag in ("td", "th")) for row in rows), default=0)
        if table.get("role") in ("presentation", "none") or nested or wide < 2 or len(rows) < 2:
            # A frame: what it holds is read as it stands.
            if caption is not None:
                self._walk(caption, 0)
                self._end(0)
            for row in rows:
                for cell in row:
                    if cell.tag in ("td", "th"):
                        self._walk(cell, 0)
                        self._end(0)
            return
        if caption is not None:
            self._walk(caption, 0)
            self._end(0, caption=True)
        out: list[tuple[GridCell, ...]] = []
        heads, counting, places = 0, True, 0
        for row in rows:
            cells = [c for c in row if c.tag in ("td", "th")]
            made = []
            for cell in cells:
                text, notes = self._cell(cell)
                across, down = _whole(cell, "colspan"), _whole(cell, "rowspan", len(rows))
                places += across * down
                if places > MAX_CELLS:
                    raise IngestError(f"Tệp {self.shown} có bảng quá lớn (trên {MAX_CELLS} ô); hãy tách bảng thành nhiều tệp.")
                made.append(GridCell(text, across, down, notes))
            out.append(tuple(made))
            named = row.getparent().tag == "thead" or bool(cells) and all(c.tag == "th" for c in cells) and len(cells) > 1
            counting = counting and named
            heads += counting
        self.pieces.append(Piece(grid=Grid(tuple(out), heads)))

    def _cell(self, cell: Any) -> tuple[str, tuple[str, ...]]:
        out: list[str] = []
        notes: list[str] = []

        def walk(element: Any) -> None:
            out.append(re.sub(r"[\s\xa0]+", " ", element.text or ""))
            for child in element:
                if child.tag == "br":
                    out.append("\n")
                elif child.tag == "sup":
                    said, label = raised("".join(out).rstrip(" "), " ".join(child.text_content().split()))
                    out.append(said)
                    if label:
                        notes.append(label)
                elif isinstance(child.tag, str):
                    block = child.tag in _BLOCK
                    out.append("\n" if block else "")
                    walk(child)
                    out.append("\n" if block else "")
                out.append(re.sub(r"[\s\xa0]+", " ", child.tail or ""))

        walk(cell)
        return "\n".join(line for part in "".join(out).split("\n") if (line := " ".join(tidy(part).split()))), tuple(notes)


def _rows(table: Any) -> Iterator[Any]:
    """The rows in the order in which they are shown: head, bodies, foot."""
    for wanted in (("thead",), ("tbody", "tr"), ("tfoot",)):
        for part in table:
            if part.tag in wanted:
                if part.tag == "tr":
                    yield part
                else:
                    yield from (row for row in part if row.tag == "tr")


def _whole(cell: Any, name: str, rest: int = 1) -> int:
    """A count of columns or rows; 0 reaches to the end."""
    m = re.match(r"\s*(\d{1,5})", cell.get(name, "1"))
    number = int(m[1]) if m else 1
    return rest if number == 0 else min(number, 200 if name == "colspan" else 5000)


def _ordered(value: int, kind: str) -> str:
    from ingest.docx import counted

    names = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
    return counted(value, names.get(kind, "decimal")) + "."


def _squeezed(element: Any) -> str:
    return " ".join(element.text_content().split())


def _prose(root: Any) -> dict[Any, int]:
    """How many characters each element below `root` says outside links: what a page says, not where it leads."""
    out: dict[Any, int] = {}
    for element in reversed(list(root.iter())):
        own = len((element.text or "").strip()) + sum(out[child] + len((child.tail or "").strip()) for child in element)
        out[element] = 0 if element.tag == "a" else own
    return out


__all__ = ["read"]
