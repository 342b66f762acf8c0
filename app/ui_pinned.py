"""The answer for one figure that the user chose: a corrected slot shows exactly that figure, however the words would be read.

Written by the chain's composer from the report's own figure. Not here: which figures are offered (`ui_slots`).
"""

from __future__ import annotations

from typing import Any

from app.ui_slots import Choice
from chain.answer import Answer


def pinned(connection: Any, choice: Choice) -> Answer | None:
    """The answer that states the chosen figure; None where the library no longer holds it."""
    from chain.compose import Draft
    from chain.question import read
    from chain.select import siblings

    world_of = getattr(connection.assistant, "_world", None)
    stored = next((s for s in connection.library.reports() if s.name == choice.report), None)
    if world_of is None or stored is None:
        return None
    world = world_of(stored.name, stored.sha256)
    figure = next((n.figure for n in world.figures if (n.figure.span.start, n.figure.span.end) == (choice.start, choice.end)), None)
    if figure is None:
        return None
    draft = Draft(world, choice.question)
    text = draft.phrase(figure) + "."
    beside = [f for f in siblings(figure, read(choice.question, world), world) if f != figure]
    if beside:
        text += " Đừng nhầm với: " + "; ".join(draft.phrase(f) for f in beside) + "."
    result = draft.answer(text)
    return result if isinstance(result, Answer) else None


__all__ = ["pinned"]
