"""What a reader of a Markdown file does not see: comments, pictures and their words, definitions of links, hidden elements.

It is taken out before the file is read, so that nothing is answered from it and no model is told it. Not here: HTML pages
(`html`), invisible characters (`report.text`).
"""

from __future__ import annotations

import re

_PICTURE = re.compile(r"!\[[^\]\n]{0,1000}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])|<img\b[^<>]{0,2000}>", re.I)
# Not a footnote: "[^1]: …" is seen.
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,500}\]:[ \t]*\S[^\n]*(?:\n|\Z)", re.M)
_HIDING = (
    r"(?:\shidden(?=[\s>=])|\scolor\s*=\s*[\"']?(?:white|#fff(?:fff)?)\b|display\s*:\s*none|visibility\s*:\s*hidden"
    r"|(?:font-size|opacity)\s*:\s*0(?![\d.])|(?<![\w-])color\s*:\s*(?:white|transparent|#fff(?:fff)?)\b)"
)
_HIDDEN = re.compile(rf"<(?:([a-z][a-z0-9]{{0,20}})\b(?=[^<>]{{0,1000}}{_HIDING})|(script|style|template|noscript)\b)[^<>]{{0,2000}}>", re.I)
_CODE = re.compile(r"^(?: {0,3})(```+|~~~+).*?^ {0,3}\1", re.S | re.M)


def seen(text: str) -> str:
    """`text` (Markdown) without what its reader does not see. Code between fences is seen as it stands."""
    out, at = [], 0
    for code in _CODE.finditer(text):
        out += [_without(text[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*out, _without(text[at:])])


def _without(text: str) -> str:
    text = _PICTURE.sub("", _unhidden(_uncommented(text)))
    return _DEFINITION.sub("", text)


def _uncommented(text: str) -> str:
    out, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        out.append(text[at:start])
        at = end + 3
        # A line that held nothing else goes with it: left blank, it would end a paragraph.
        if text[at : at + 1] == "\n" and (start == 0 or text[start - 1] == "\n"):
            at += 1
    return "".join([*out, text[at:]])


def _unhidden(text: str) -> str:
    out, at, low, unclosed = [], 0, text.lower(), set[str]()
    if len(low) != len(text):
        low = text
    while (m := _HIDDEN.search(text, at)) is not None:
        tag = (m[1] or m[2]).lower()
        end = -1 if tag in unclosed else low.find(f"</{tag}", m.end())
        close = text.find(">", end) if end >= 0 else -1
        if end < 0:
            unclosed.add(tag)  # nothing is hidden by what never ends: the tag alone goes
        out.append(text[at : m.start()])
        at = close + 1 if close >= 0 else m.end()
    return "".join([*out, text[at:]])
