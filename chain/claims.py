"""Claims: the figures of "… đúng không?" against the report's figures for the same slots."""

from __future__ import annotations

import re
from dataclasses import replace

from chain import words as W
from chain.answer import Answer, NotInReport
from chain.arithmetic import change_of, operand
from chain.compose import Draft, index_as_growth, name_of, value_text
from chain.question import Question
from chain.select import find
from report.model import Base, Direction, Figure, Measure


def check(q: Question, draft: Draft) -> Answer | NotInReport | None:
    """The verdict, with the right figure; None when the claim is not one that can be checked."""
    from report.reader import read_sentence_figures

    text = W.CLAIM.sub(" ", q.text).strip(" ?.,:")
    more = re.search(r"^(.*?)\s+(lớn|cao|nhiều|thấp|ít|nhỏ)\s*hơn\s+(.*)$", text)
    claimed = [f for f in read_sentence_figures(text) if not f.period or f.unit]
    if not claimed:
        if more:
            a, b = operand(more[1], q, draft.world), operand(more[3], q, draft.world)
            if a is None or b is None or a.unit != b.unit:
                return None
            holds = a.value > b.value if more[2] in ("lớn", "cao", "nhiều") else a.value < b.value
            na, nb = draft.state(a), draft.state(b)
            return draft.answer(f"{'Có, đúng' if holds else 'Không, sai'}: {name_of(a)} {a.text} [{na}], {name_of(b)} {b.text} [{nb}].", "đúng" if holds else "sai")
        return None
    said = claimed[0]
    measure = Measure.GROWTH if said.measure in (Measure.GROWTH, Measure.INDEX) else said.measure
    slots = replace(q, unit="", measure=None if measure is Measure.LEVEL else measure, base=Base.NONE)
    found = [m.figure for m in find(slots, draft.world) if measure is not Measure.LEVEL or m.figure.measure is Measure.LEVEL]
    if not found:
        return None
    right = next((f for f in found if verdict(said, f) == "đúng"), found[0])
    if right is not found[0] and right.indicator != found[0].indicator:
        right = found[0]
    result = verdict(said, right)
    n = draft.state(right)
    if right.measure is Measure.INDEX and measure is Measure.GROWTH:
        words, formula, _ = index_as_growth(right)
        draft.calculations.append(formula)
        stated = f"{words} (chỉ số {right.text})"
    else:
        stated = value_text(right)
    lead = {"đúng": "Đúng", "làm tròn": "Đúng (đã làm tròn)", "sai": "Không đúng"}[result]
    return draft.answer(f"{lead}: báo cáo nêu {name_of(right)} {stated} [{n}].", result)


def verdict(said: Figure, right: Figure) -> str:
    """đúng, làm tròn or sai, for a claimed figure against the report's."""
    if said.measure in (Measure.GROWTH, Measure.INDEX) and (change := change_of(right)) is not None:
        meant = -abs(said.value) if said.direction is Direction.DOWN else abs(said.value)
        if meant == change:
            return "đúng"
        return "làm tròn" if meant * change > 0 and abs(meant - change) <= said.step / 2 else "sai"
    if said.unit != right.unit and said.unit:
        return "sai"
    if said.value == right.value:
        return "đúng"
    return "làm tròn" if abs(said.value - right.value) <= said.step / 2 and said.step > right.step else "sai"
