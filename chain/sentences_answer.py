"""Questions that are not about figures: the sentence that answers them, in the report's words."""

from __future__ import annotations

import re

from chain import words as W
from chain.answer import Answer
from chain.compose import Draft
from chain.question import Question
from chain.world import Sentence, World, split_sentences, tokens
from report.model import BlockKind, Span
from report.periods import periods, same

ENOUGH = 0.62
_KIND_WORDS = frozenset(["mặt", "loại", "nhóm"])
_DENIAL = re.compile(r"(?<!\w)(?:chưa|không|còn lại)(?!\w)", re.I)


def rank(q: Question, world: World) -> list[tuple[float, Sentence]]:
    """Sentences by the share of the question's words they hold, those with the wanted cue first."""
    terms = q.terms
    light = {w: 0.3 if w in _KIND_WORDS else 1.0 for w in terms}  # "mặt hàng", "sản phẩm": a sentence may say "hàng" alone
    whole = sum(_weight(w, world) * light[w] for w in terms) or 1.0
    low = q.text.lower()
    cue = W.WHY_CUE if q.operation == "why" else W.WHEN_CUE if q.operation == "when" else W.LIST_CUE
    denies = re.search(r"nào\s+(?:còn\s+|vẫn\s+)?(?:chưa|không)\b", low)
    out = []
    for s in world.sentences:
        if s.row:  # a row of numbers explains nothing
            continue
        if denies and not _DENIAL.search(s.text):
            continue
        if q.periods and world.main_year and all(p.year and p.year != world.main_year for p in q.periods):
            if not any(str(p.year) in s.text or str(p.year) in s.section for p in q.periods):
                continue
        row = tokens(s.text) if q.compounds else []
        beside = set(zip(row, row[1:]))
        torn = {w for c in q.compounds if not all(p in beside for p in zip(c, c[1:])) for w in c}
        cover = sum(_weight(w, world) * light[w] * (0.3 if w in torn else 1.0) for w in terms if w in s.words) / whole
        if cover < ENOUGH or (q.operation in ("why", "when") and not cue.search(s.text)):
            continue
        bonus = 0.15 if cue.search(s.text) else 0.0
        bonus += 0.1 * sum(str(p.year) in s.text for p in q.periods if p.year)
        if "địa phương" in s.text.lower() and "địa phương" not in low:
            bonus -= 0.15  # of a narrower scope than was asked
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


def section_list(q: Question, draft: Draft) -> Answer | None:
    """The items under the heading or the lead-in that the question names: "các nhiệm vụ trọng tâm quý IV là gì"."""
    report, text = draft.world.report, draft.world.report.text
    terms = [t for t in q.terms if t not in W.GENERIC]
    if not terms:
        return None
    years = [str(p.year) for p in q.periods if p.year]
    best: tuple[float, list[Span], Span] | None = None
    for i, block in enumerate(report.blocks):
        if block.kind is BlockKind.ITEM or block.kind is BlockKind.TABLE:
            continue
        title = block.span.of(text)
        heading = block.kind is BlockKind.HEADING
        if not heading and not title.rstrip().endswith(":"):
            continue
        items: list[Span] = []
        for follow in report.blocks[i + 1 :]:
            if follow.kind is BlockKind.ITEM:
                items.append(follow.span)
            elif items or follow.kind is BlockKind.HEADING or not heading:
                break
        if len(items) < 2:
            continue
        about = set(tokens(title if heading else split_sentences(text, block.span)[-1].of(text)))
        path = about | set(tokens(" ".join(report.section_path(block.section))))
        parts = [p for p in q.periods if p.kind in ("quarter", "month", "half", "months")]
        if years and not any(y in title or y in " ".join(report.section_path(block.section)) or y in report.title for y in years):
            continue
        if parts and not any(same(p, m.period, any_year=True) for p in parts for m in periods(title + " " + " ".join(report.section_path(block.section)))):
            continue
        whole = sum(_weight(t, draft.world) * (0.4 if t in q.light else 1.0) for t in terms)
        cover = sum(_weight(t, draft.world) * (0.4 if t in q.light else 1.0) * (1.0 if t in about else 0.8) for t in terms if t in path) / whole
        if cover >= ENOUGH and any(t in about for t in terms) and (best is None or cover > best[0]):
            best = (cover, items[:15], block.span)
    if best is None:
        return None
    _, items, lead = best
    draft.cite(lead, draft.world.section_of(lead))
    said = "; ".join(f"{i.of(text).strip().rstrip(';.,')} [{draft.cite(i, draft.world.section_of(i))}]" for i in items)
    return draft.answer(f"{said}.")


def answer(q: Question, draft: Draft) -> Answer | None:
    """The best sentence as an answer, or None when the report has none."""
    if q.operation == "text" and (listed := section_list(q, draft)) is not None:
        return listed
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
