"""A sentence as its figures are told in it: what stands before, between and behind them."""

from __future__ import annotations

from dataclasses import dataclass

from report.model import Figure


@dataclass(frozen=True, slots=True)
class Line:
    """The text of a sentence, and where in the report it begins."""

    text: str
    offset: int

    def start(self, f: Figure) -> int:
        """Where `f` begins in the text."""
        return f.span.start - self.offset

    def end(self, f: Figure) -> int:
        """Where `f` ends in the text."""
        return f.span.end - self.offset

    def before(self, f: Figure, after: Figure | None = None) -> str:
        """What stands before `f`, from the sentence's start or from the end of the figure `after`."""
        return self.text[self.end(after) if after is not None else 0 : self.start(f)]

    def closed(self, f: Figure) -> bool:
        """Whether a parenthesis closes right behind `f`."""
        return self.text.startswith(")", self.end(f))

    def bracketed(self, f: Figure) -> int | None:
        """Where the parenthesis opens that `f` stands in; None where it stands in none."""
        opens = self.text.rfind("(", 0, self.start(f))
        return opens if opens >= 0 and ")" not in self.text[opens : self.start(f)] else None


__all__ = ["Line"]
