"""When an answer is right: the rules of `app.evaluate`, over the text of one report."""

from __future__ import annotations

from typing import Any

from app import evaluate
from app.evaluate import place, plain


def faults(question: dict[str, Any], answer: dict[str, Any], text: str) -> list[str]:
    """What is wrong with an answer that was given."""
    return evaluate.faults(question, answer, lambda _: text)


def judge(question: dict[str, Any], answer: dict[str, Any], text: str) -> tuple[str, str]:
    """"right", "silent" or "wrong", and why. `answer` is the contract's JSON object, `text` the report's."""
    return evaluate.judge(question, answer, lambda _: text)


__all__ = ["faults", "judge", "place", "plain"]
