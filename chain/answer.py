"""What the chain gives back: an answer, or the word that the report does not say.

Two types, never a magic string. `contract` turns either into the JSON that
other programs rely on. Not here: how an answer is found or written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with the user's earlier questions (oldest first) and, if named, its report."""

    question: str
    history: tuple[str, ...] = ()
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """`quote` is `text[start:end]` of report `report`; `n` is its mark in the answer."""

    n: int
    report: str
    section: str
    page: int | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure an answer states, with the citation that carries it. `value` is exact, in `unit`."""

    text: str
    value: str
    unit: str
    indicator: str
    measure: str
    modality: str
    period: str
    citation: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in plain Vietnamese with [n] marks; `reading` says how the question was understood, `note` who wrote it and why.

    `choices` are the questions to pick from where this one can be meant in several ways; they are not part of the contract's JSON.
    """

    text: str
    citations: tuple[Citation, ...]
    figures: tuple[StatedFigure, ...] = ()
    calculation: str | None = None
    verdict: str | None = None
    writer: str = "composer"
    suggestions: tuple[str, ...] = ()
    reading: str = ""
    note: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotInReport:
    """The report does not state it, or it is not clear what is asked (`choices`); `text` says why and what is stated nearest to it."""

    text: str
    citations: tuple[Citation, ...] = ()
    figures: tuple[StatedFigure, ...] = ()
    verdict: str | None = None
    writer: str = "composer"
    suggestions: tuple[str, ...] = ()
    reading: str = ""
    choices: tuple[str, ...] = ()


def contract(result: Answer | NotInReport, *, question: str, id: Any = None) -> dict[str, Any]:
    """The answer as the contract's JSON object."""
    return {
        "id": id,
        "question": question,
        "status": "answered" if isinstance(result, Answer) else "not_in_report",
        "answer": result.text,
        "verdict": result.verdict,
        "citations": [{key: getattr(c, key) for key in Citation.__slots__} for c in result.citations],
        "figures": [{key: getattr(f, key) for key in StatedFigure.__slots__} for f in result.figures],
        "calculation": result.calculation if isinstance(result, Answer) else None,
        "writer": result.writer,
        "suggestions": list(result.suggestions),
    }
