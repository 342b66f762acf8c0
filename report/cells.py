"""A table's cell as a number: sign, bound, decimal places, and what stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from report import units
from report.model import Bound, Cell
from report.numbers import parse_number

_NUMBER = re.compile(r"(?P<bound>>|<|≥|≤|trên|dưới|gần|khoảng|hơn)?\s*(?P<n>\(\s?[+\-–−]?\d[\d.,]*\s?%?\)|[+\-–−]?\s?(?:\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:[.,]\d+)?|\d[\d.,]*))\s*(?P<p>%|‰)?\s*", re.I)
_BOUNDS = {">": Bound.OVER, "≥": Bound.OVER, "trên": Bound.OVER, "hơn": Bound.OVER, "<": Bound.UNDER, "≤": Bound.UNDER, "dưới": Bound.UNDER, "gần": Bound.NEAR, "khoảng": Bound.ABOUT}
BLANK = re.compile(r"[-–—−.…*x]+", re.I)  # a cell that says there is nothing


@dataclass(frozen=True)
class Value:
    """A cell that is a number."""

    number: Decimal
    places: int
    printed: str
    percent: bool
    bound: Bound
    rest: str
    at: int
    high: Decimal | None = None

    @property
    def step(self) -> Decimal:
        """The value of one unit of its last digit."""
        return Decimal(1).scaleb(-self.places)


def _parsed(printed: str, english: bool) -> tuple[Decimal, int]:
    """The number and its decimal places; `english` tables write 1,234.5."""
    text = re.sub(r"(?<=\d)[ \u00a0](?=\d{3})", "", printed)
    return parse_number(text.translate(str.maketrans(",.", ".,")) if english else text)


def in_english(rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """Whether a table writes 1,234.5: some cell can be read in that way alone, and none in the other way alone."""
    texts = [c.text.strip().strip("()+-−–%") for row in rows for c in row]
    here = any(re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}", t) for t in texts)
    there = any(re.fullmatch(r"\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3}){2,}", t) for t in texts)
    return here and not there


def value(text: str, english: bool = False) -> Value | None:
    """A cell that is a number, with its sign, bound and what stands after it; None for words and blanks."""
    body = text.strip().replace("*", "")
    m = _NUMBER.match(body)
    if not m:
        return None
    printed = m["n"].rstrip(".,")
    bracketed = printed.startswith("(")
    try:
        number, places = _parsed(printed.strip("() %"), english)
    except ValueError:
        return None
    if bracketed and re.search(r"[.,\d]", printed) and not body[m.end() :].strip():
        # accountants print a loss in brackets
        return Value(-abs(number), places, printed, "%" in printed or bool(m["p"]), Bound.NONE, "", m.start("n"))
    if bracketed:
        return None
    rest = body[m.end("n") - (len(m["n"]) - len(printed)) :].strip()
    if rest and not rest.startswith(("%", "‰")) and units.parse_unit(rest) is None and not re.match(r"^(?:-|–|đến)\s*\d", rest):
        return None
    return Value(number, places, printed, bool(m["p"]), _BOUNDS.get((m["bound"] or "").lower(), Bound.NONE), rest, m.start("n"))


__all__ = ["BLANK", "Value", "in_english", "value"]
