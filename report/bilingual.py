"""The Vietnamese half of what a yearbook prints in two languages: "Nữ - Female", "Sơ bộ/Prel. 2023", "ĐVT: Người - Unit: Person".

A half is English when its words are plain letters, one of them no Vietnamese syllable could be spelled so, and either it is a word
that statistical tables use or most labels of the table have such a half ("Xi măng - Cement", but not one "Bia - Carlsberg").
"""

from __future__ import annotations

import re
from dataclasses import replace

from report.model import Cell, Table

# A syllable as it looks without its marks.
_SYLLABLE = re.compile(r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.I)
_COMMON = frozenset(
    ["total", "male", "female", "urban", "rural", "which", "of", "the", "by", "and", "in", "unit", "persons", "person", "prel", "preliminary", "estimate", "estimated", "year", "month", "quarter", "value", "index", "rate", "average", "number", "area", "state", "whole", "country", "province", "sector", "sectors", "industry", "agriculture", "forestry", "fishing", "services", "household", "population", "labour", "labor", "production", "output", "price", "prices", "growth", "compared", "previous", "thousand", "thousands", "million", "billion", "ton", "tons", "tonnes", "dong", "dongs", "vnd", "head", "heads", "others", "other", "male/female", "export", "exports", "import", "imports", "structure", "percentage", "percent"]
)  # fmt: skip
_HALVES = re.compile(r"(?P<own>.*?\w.*?)(?:\s+[-–—]\s*|\s*[–—]\s+|\s*/\s*|\s*\n\s*|\s+\*+\s*|\s*\((?=[^()]*\)\s*$))(?P<other>[A-Za-z][A-Za-z .,:;&'’/()-]*)(?P<end>[\s\d.]*)$", re.S)


def _english(text: str, known: bool) -> bool:
    found = re.findall(r"[A-Za-z]+", text)
    strange = [w for w in found if (w.lower() in _COMMON or any(c.islower() for c in w)) and not _SYLLABLE.fullmatch(w)]  # "TOTAL", but not "GRDP"
    return bool(strange) and (known or any(w.lower() in _COMMON for w in found))


def vietnamese(text: str, *, known: bool = False) -> str:
    """`text` without its English half; `known`: what stands around it is in two languages."""
    m = _HALVES.match(text.strip())
    if m is None or not _english(m["other"], known) or m["own"].count("(") > m["own"].count(")"):
        return text
    return f"{m['own'].strip()} {m['end'].strip()}".strip()


def lines(text: str) -> str:
    """The lines of a title without those in English, and without the English halves of the others."""
    kept = [vietnamese(re.sub(r"\*+", "", line)) for line in text.split("\n") if not (line.isascii() and _english(line, False))]
    return "\n".join(kept)


def shorn(table: Table) -> Table:
    """`table` with what its cells say in Vietnamese alone."""
    said = [c.text for row in table.rows for c in row if re.search(r"[^\W\d_]{2}", c.text)]
    halved = [t for t in said if (m := _HALVES.match(t.strip())) and _english(m["other"], True)]
    if not halved:
        return table
    known = len(halved) > 2 and len(halved) * 2 > len(said)

    def own(cell: Cell) -> Cell:
        text = vietnamese(cell.text, known=known)
        return cell if text == cell.text else replace(cell, text=text)

    return replace(table, rows=tuple(tuple(own(c) for c in row) for row in table.rows))


__all__ = ["lines", "shorn", "vietnamese"]
