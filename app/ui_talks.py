"""Conversations as the pages use them: kept in the library, an answer as the contract's JSON, and shown again from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.chat_view import Turn
from app.evidence import evidence
from app.ui_facts import facts
from chain.answer import Answer, Citation, NotInReport, StatedFigure, contract


def as_dict(turn: Turn) -> dict[str, Any]:
    """A turn's answer as the contract's object, with the reading that the page shows."""
    assert turn.result is not None
    return contract(turn.result, question=turn.question) | {"reading": turn.result.reading, "choices": list(getattr(turn.result, "choices", ()))}


def turn_of(library: Any, question: str, answer: dict[str, Any], id: str) -> Turn:
    """A kept turn, as it was; its sources are read again from the library where they still are."""
    citations = tuple(Citation(**{key: c[key] for key in Citation.__slots__}) for c in answer.get("citations", ()))
    figures = tuple(StatedFigure(**{key: f[key] for key in StatedFigure.__slots__}) for f in answer.get("figures", ()))
    common: dict[str, Any] = {"verdict": answer.get("verdict"), "writer": answer.get("writer", ""), "suggestions": tuple(answer.get("suggestions", ())), "reading": answer.get("reading", "")}
    result: Answer | NotInReport
    if answer.get("status") == "answered":
        result = Answer(answer["answer"], citations, figures, answer.get("calculation"), **common)
    else:
        result = NotInReport(answer.get("answer", ""), citations, figures, choices=tuple(answer.get("choices", ())), **common)
    turn = Turn(question, result, id=id)
    try:
        return replace(turn, evidence=evidence(library, citations, figures), facts=facts(library, result, question))
    except Exception:  # the report is gone or was replaced: the quotes are in the answer itself
        return replace(turn, evidence=tuple(_quoted(c) for c in citations), facts=facts(library, result, question))


def _quoted(c: Citation) -> Any:
    from app.evidence import Evidence, escaped

    body = f'<p class="hbc-source">{escaped(c.section)}</p><div class="hbc-passage"><mark>{escaped(c.quote)}</mark></div>'
    return Evidence(c.n, c.section or c.report, body, c.report, c.report, c.section, c.page, c.start, c.end, c.quote)


__all__ = ["as_dict", "turn_of"]
