"""Questions that are not about figures: the sentence that answers them, in the report's words."""

from __future__ import annotations

import re

from chain import words as W
from chain.answer import Answer
from chain.compose import Draft
from chain.question import Question
from chain.world import Sentence, World
from report.model import BlockKind, Span

ENOUGH = 0.62
_DENIAL = re.compile(r"(?<!\w)(?:chưa|không|còn lại)(?!\w)", re.I)


def rank(q: Question, world: World) -> list[tuple[float, Sentence]]:
    """Sentences by the share of the question's words they hold, those with the wanted cue first."""
    terms = q.terms
    whole = sum(_weight(w, world) for w in terms) or 1.0
    low = q.text.lower()
    cue = W.WHY_CUE if q.operation == "why" else W.WHEN_CUE if q.operation == "when" else W.LIST_CUE
    denies = re.search(r"nào\s+(?:còn\s+|vẫn\s+)?(?:chưa|không)\b", low)
    out = []
    for s in world.sentences:
        if denies and not _DENIAL.search(s.text):
            continue
        if q.operation == "text" and q.periods and world.main_year and all(p.year and p.year != world.main_year for p in q.periods):
            if not any(str(p.year) in s.text or str(p.year) in s.section for p in q.periods):
                continue
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


def _items_after(lead: Sentence, world: World) -> list[Span]:
    """The list items that follow a lead-in at once."""
    out: list[Span] = []
    for block in world.report.blocks:
        if block.span.start < lead.span.end:
            continue
        if block.kind is not BlockKind.ITEM:
            break
        out.append(block.span)
    return out


def clause(q: Question, text: str) -> str:
    """The ';'-parts of a long sentence that hold the question's words; all of it when short."""
    if len(text) <= 320 or ";" not in text:
        return text
    parts = re.split(r"(?<=;)\s+", text)
    held = {w for w in q.terms if w in text.lower()}
    best = max(range(len(parts)), key=lambda i: sum(w in parts[i].lower() for w in q.terms))
    # A part that lost some of the question's words may be about something else: then the whole sentence stands.
    return parts[best].rstrip("; ") if all(w in parts[best].lower() for w in held) else text


def answer(q: Question, draft: Draft) -> Answer | None:
    """The best sentence as an answer, or None when the report has none."""
    ranked = rank(q, draft.world)
    if not ranked or not q.terms:
        return None
    best = ranked[0][1]
    n = draft.cite(best.span, best.section)
    text = clause(q, best.text).strip()
    if text.endswith(":"):  # a lead-in says nothing without its list
        items = _items_after(best, draft.world)
        if not items:
            return None
        said = "; ".join(f"{i.of(draft.world.report.text).strip().rstrip(';.')} [{draft.cite(i, best.section)}]" for i in items)
        return draft.answer(f"{text} [{n}] {said}.")
    return draft.answer(f"{text} [{n}]")
