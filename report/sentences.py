"""Sentences of Vietnamese prose, as spans.

A full stop ends a sentence after a digit, a unit or an accented letter too, and when the next sentence starts without a
space; it does not inside a number, after an abbreviation, or before lower case.
"""

from __future__ import annotations

import re

from report.model import Span
from report.text import UPPER

_END = re.compile(rf"(?:[.!?…]+[\"”’)*_]*(?:\[\^?\w{{1,3}}\]|[¹²³⁴⁵⁶⁷⁸⁹])*)(?=\s|$|[{UPPER}][a-zà-ỹđ])|\n+")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:TP|Tp|TS|ThS|GS|PGS|BS|KS|CN|St|Ths|Tx|TX|TT|H|X|P|Q|Đ/c|đ/c|v\.v|vv|tr|ĐVT|Tr)$")
_LIST = re.compile(r"(?:^|\n)[\s*#>(]*(?:\d{1,2}(?:\.\d{1,2})*|[IVXivx]{1,4}|[a-zđA-ZĐ])$")


def sentences(text: str, start: int = 0) -> list[Span]:
    """The sentences of `text`, as spans shifted by `start`, without the white space around them."""
    out: list[Span] = []
    at = 0
    for m in _END.finditer(text):
        if m[0] == "\n":
            if goes_on(text, at, m.start()):
                continue
        elif not m[0].startswith("\n"):
            # Only the end of what stands before matters; a window keeps time linear.
            before = text[max(at, m.start() - 16) : m.start()]
            if _ABBREVIATION.search(before) or (m.start() - at <= 8 and _LIST.search(before)):
                continue
            after = text[m.end() : m.end() + 3].lstrip(" \t")
            if after and not after[0].isupper() and not after[0].isdigit() and after[0] not in "“\"-–+*•([\n#|" and m[0] != "!":
                continue
            if after and after[0].isdigit() and m[0].startswith(("…", "..")):
                continue
            if text[m.end() : m.end() + 1] == "" and not before.strip():
                continue
        _add(out, text, at, m.end(), start)
        at = m.end()
    _add(out, text, at, len(text), start)
    return out


def goes_on(text: str, at: int, end: int) -> bool:
    """Whether the line that ends at `end` was broken in mid-sentence: a wide line without a sentence's end."""
    line = text[max(at, text.rfind("\n", at, end) + 1, end - 200) : end].rstrip()
    following = text[end + 1 : end + 40].lstrip(" \t")
    if not line or not following or line[-1] in ".;:!?…|" or following[0] in "-–+*•|#[" or re.match(r"\(?(?:\d{1,2}|[a-zđ]|[IVX]+)[.)]\s", following):
        return False
    return following[0].islower() or end - 1 - text.rfind("\n", max(0, end - 200), end) >= 50  # the line as it is printed, whatever sentence began in it


def _add(out: list[Span], text: str, left: int, right: int, shift: int) -> None:
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    if right > left:
        out.append(Span(left + shift, right + shift))
