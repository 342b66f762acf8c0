"""Questions that are not about figures: the sentence that answers them, in the report's words."""

from __future__ import annotations

import re

from chain import words as W
from chain.answer import Answer
from chain.compose import Draft
from chain.question import Question
from chain.world import Sentence, World

ENOUGH = 0.62


def rank(q: Question, world: World) -> list[tuple[float, Sentence]]:
    """Sentences by the share of the question's words they hold, those with the wanted cue first."""
    terms = q.terms
    whole = sum(_weight(w, world) for w in terms) or 1.0
    low = q.text.lower()
    cue = W.WHY_CUE if q.operation == "why" else W.WHEN_CUE if q.operation == "when" else W.LIST_CUE
    out = []
    for s in world.sentences:
        cover = sum(_weight(w, world) for w in terms if w in s.words) / whole
        if cover < ENOUGH or (q.operation in ("why", "when") and not cue.search(s.text)):
            continue
        bonus = 0.15 if cue.search(s.text) else 0.0
        bonus += 0.1 * sum(str(p.year) in s.text for p in q.periods if p.year)
        for word in ("tăng", "giảm", "chủ yếu", "gồm"):
            if word in low:
                bonus += 0.06 if word in s.text.lower() else -0.06
        out.append((cover + bonus - min(len(s.text), 600) / 6000, s))
    return sorted(out, key=lambda t: -t[0])


def _weight(word: str, world: World) -> float:
    seen = sum(word in s.words for s in world.sentences)
    return 1.6 if not seen else 1.0 / (1.0 + 0.1 * seen) + 0.3


def clause(q: Question, text: str) -> str:
    """The ';'-parts of a long sentence that hold the question's words; all of it when short."""
    if len(text) <= 320 or ";" not in text:
        return text
    parts = re.split(r"(?<=;)\s+", text)
    best = max(range(len(parts)), key=lambda i: sum(w in parts[i].lower() for w in q.terms))
    return parts[best].rstrip("; ")


def answer(q: Question, draft: Draft) -> Answer | None:
    """The best sentence as an answer, or None when the report has none."""
    ranked = rank(q, draft.world)
    if not ranked or not q.terms:
        return None
    best = ranked[0][1]
    n = draft.cite(best.span, best.section)
    text = clause(q, best.text).strip()
    return draft.answer(f"{text} [{n}]")
