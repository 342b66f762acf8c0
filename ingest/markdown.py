"""Marks inside a line of Markdown: emphasis, footnote marks, escaped pipes. Spans stay those of the raw text."""

from __future__ import annotations

import re

from report.model import Cell, Span

_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_EDGE = "*_` \t"
_RULE = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?")
_SPECIAL = re.compile(r"[*_`\\<&\[]")
_ESCAPE = re.compile(r"\\([|*_`\\#\[\]<>~.+-])")


def is_rule(line: str) -> bool:
    """Whether `line` is the `|---|--:|` below a table's header."""
    return "-" in line and ("|" in line) and _RULE.fullmatch(line.strip()) is not None


def clean(text: str) -> str:
    """`text` without emphasis, footnote marks and escapes."""
    if not _SPECIAL.search(text):
        return " ".join(text.split())
    text = _NOTE_MARK.sub("", text)
    text = re.sub(r"<br\s*/?>|&nbsp;", " ", text, flags=re.I)
    text = re.sub(r"\*\*|__|`", "", text)
    text = re.sub(r"(?<![\w*\\])\*(?=\S)|(?<=[^\s\\])\*(?![\w*])", "", text)
    return " ".join(_ESCAPE.sub(r"\1", text).split())


def inner(text: str, start: int, end: int) -> Span:
    """The span inside `start`..`end` without emphasis and footnote marks at its edges."""
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE and text[max(start, end - 2) : end] != "\\*":
            end -= 1
        while end > start and text[end - 1] == "]" and (m := re.search(r"\[\^[^\]\s]{1,40}\]$", text[max(start, end - 44) : end])):
            end -= len(m[0])
        if (start, end) == before:
            return Span(start, end)


def notes(text: str) -> tuple[str, ...]:
    """The labels of the footnote marks in `text`."""
    return tuple(_NOTE_MARK.findall(text))


def cell(text: str, start: int, end: int, *, markdown: bool = True) -> Cell:
    """The cell whose raw characters are `text[start:end]`."""
    if markdown:
        raw = text[start:end]
        # A lone "*" or "-" is a value, not emphasis.
        if raw.strip() and raw.strip(_EDGE):
            return Cell(clean(raw), inner(text, start, end), notes(raw))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Cell(" ".join(text[start:end].split()), Span(start, end))


def bold_only(line: str) -> bool:
    """Whether the whole line is emphasised, but for a unit in brackets and footnote marks after it."""
    return re.fullmatch(r"(\*\*|__)(?=\S)[^*]+\1(?:\s*\([^()]*\))?(?:\[\^[^\]\s]+\])*\s*", line.strip()) is not None
