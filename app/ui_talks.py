"""Conversations as the pages use them: the library's, or, where it keeps none, this session's own. Answers travel as the contract's JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from app.chat_view import Turn
from app.evidence import evidence
from app.ui_facts import facts
from chain.answer import Answer, Citation, NotInReport, StatedFigure, contract

TITLE_LENGTH = 60


@dataclass
class Talk:
    """A conversation that only this session knows."""

    id: str
    title: str
    turns: list[dict[str, Any]]


class SessionTalks:
    """The interface of `library.conversations` over the session's own state: gone when the page is closed."""

    def _all(self) -> dict[str, Talk]:
        kept: dict[str, Talk] = st.session_state.setdefault("talks", {})
        return kept

    def list(self, user: str = "") -> list[Talk]:
        return list(reversed(self._all().values()))

    def create(self, title: str, user: str = "") -> str:
        id = str(len(self._all()) + 1 + st.session_state.setdefault("talks_gone", 0))
        self._all()[id] = Talk(id, title, [])
        return id

    def add(self, id: str, question: str, answer: dict[str, Any], report: str | None) -> str:
        turns = self._all()[id].turns
        turns.append({"id": f"{id}-{len(turns)}", "question": question, "answer": answer, "report": report})
        return str(turns[-1]["id"])

    def turns(self, id: str) -> list[dict[str, Any]]:
        return list(self._all()[id].turns)

    def rename(self, id: str, title: str) -> None:
        self._all()[id].title = title

    def delete(self, id: str) -> None:
        self._all().pop(id, None)
        st.session_state["talks_gone"] = st.session_state.get("talks_gone", 0) + 1

    def feedback(self, turn_id: str, good: bool, reason: str = "", comment: str = "") -> None:
        st.session_state.setdefault("feedback", {})[turn_id] = (good, reason, comment)


def talks(library: Any) -> Any:
    """Where conversations are kept."""
    return getattr(library, "conversations", None) or SessionTalks()


def title_of(question: str) -> str:
    """A conversation is called by its first question."""
    words = " ".join(question.split())
    return words if len(words) <= TITLE_LENGTH else words[: TITLE_LENGTH - 1].rstrip() + "…"


def as_dict(turn: Turn) -> dict[str, Any]:
    """A turn's answer as the contract's object, with the reading that the page shows."""
    assert turn.result is not None
    return contract(turn.result, question=turn.question) | {"reading": turn.result.reading}


def turn_of(library: Any, question: str, answer: dict[str, Any], id: str) -> Turn:
    """A kept turn, as it was; its sources are read again from the library where they still are."""
    citations = tuple(Citation(**{key: c[key] for key in Citation.__slots__}) for c in answer.get("citations", ()))
    figures = tuple(StatedFigure(**{key: f[key] for key in StatedFigure.__slots__}) for f in answer.get("figures", ()))
    common: dict[str, Any] = {"verdict": answer.get("verdict"), "writer": answer.get("writer", ""), "suggestions": tuple(answer.get("suggestions", ())), "reading": answer.get("reading", "")}
    result: Answer | NotInReport
    if answer.get("status") == "answered":
        result = Answer(answer["answer"], citations, figures, answer.get("calculation"), **common)
    else:
        result = NotInReport(answer.get("answer", ""), citations, figures, **common)
    turn = Turn(question, result, id=id)
    try:
        return replace(turn, evidence=evidence(library, citations, figures), facts=facts(library, result))
    except Exception:  # the report is gone or was replaced: the quotes are in the answer itself
        return replace(turn, evidence=tuple(_quoted(c) for c in citations), facts=facts(library, result))


def _quoted(c: Citation) -> Any:
    from app.evidence import Evidence, escaped

    body = f'<p class="hbc-source">{escaped(c.section)}</p><div class="hbc-passage"><mark>{escaped(c.quote)}</mark></div>'
    return Evidence(c.n, c.section or c.report, body, c.report, c.report, c.section, c.page, c.start, c.end, c.quote)


__all__ = ["SessionTalks", "as_dict", "talks", "title_of", "turn_of"]
