"""A question on its way: the reports it is put to, the talk that goes along, and its first word, worked out before the page is drawn."""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from app import chat_view as view
from app.evidence import evidence
from app.ui_facts import facts
from app.ui_pinned import pinned
from app.ui_slots import Choice
from app.ui_state import Connection, one_line

HISTORY = 20  # earlier questions that are passed on, at least; at most twice as many
GRACE = 0.1  # seconds that the page waits for the first word: drawn with it at once, it comes sooner than after the question alone


class Scope:
    """A library of which only some reports answer."""

    def __init__(self, library: Any, names: Sequence[str]) -> None:
        self._library, self._names = library, frozenset(names)

    def reports(self) -> list[Any]:
        """The stored reports that answer."""
        return [s for s in self._library.reports() if s.name in self._names]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)


class Asked:
    """A question put to the reports `names` (all: None); with `choice` the answer is that figure. Its first word is worked out meanwhile."""

    def __init__(self, connection: Connection, question: str, history: Sequence[str], names: Sequence[str] | None, choice: Choice | None = None) -> None:
        self._connection, self._question, self._choice = connection, question, choice
        self._pieces = _pieces(connection, question, history, names)
        self._first: list[Any] = []
        self._error: Exception | None = None
        self._refused = _refused(question)
        self._thread = threading.Thread(target=self._begin, daemon=True)
        if choice is None and not self._refused:
            self._thread.start()
            self._thread.join(GRACE)

    def _begin(self) -> None:
        try:
            self._first.extend(piece for piece in [next(self._pieces, None)] if piece is not None)
        except Exception as error:
            self._error = error

    def _stream(self) -> Iterator[Any]:
        if self._choice is None:
            self._thread.join()
        if self._error is not None:
            raise self._error
        yield from self._first
        yield from self._pieces

    def answered(self) -> view.Turn:
        """Shows the answer as it comes; the whole turn."""
        library = self._connection.library
        if self._refused:
            return view.Turn(self._question, problem=self._refused, warning=True)
        try:
            result = (pinned(self._connection, self._choice) if self._choice else None) or view.draw_stream(self._stream())
            if result is None:
                return view.Turn(self._question, problem="Không có câu trả lời; xin hỏi lại.")
            return view.Turn(self._question, result, evidence(library, result.citations, result.figures), facts=facts(library, result, self._question))
        except Exception as error:
            return view.Turn(self._question, problem=one_line(error, "Có lỗi khi trả lời; xin hỏi lại hoặc hỏi cách khác."))


def _refused(question: str) -> str:
    """Why it is no question; "" where it is one."""
    from chain.question import clean

    try:
        clean(question)
    except ValueError as error:
        return str(error)
    return ""


def _pieces(connection: Connection, question: str, history: Sequence[str], names: Sequence[str] | None) -> Iterator[Any]:
    from chain.answer import Ask

    assistant = connection.assistant
    report = names[0] if names is not None and len(names) == 1 else None
    if names is not None and len(names) > 1:
        assistant = copy.copy(assistant)  # what it has read of the reports is shared
        assistant.library = Scope(connection.library, names)
    yield from assistant.stream(Ask(question, recent(history), report))


def recent(history: Sequence[str]) -> tuple[str, ...]:
    """The last questions, beginning at the same one for a while: a talk that goes on need not be understood anew each time."""
    return tuple(history)[max(0, len(history) - HISTORY) // HISTORY * HISTORY :]


__all__ = ["Asked", "Scope", "recent"]
