"""A claim that is found wrong, held against what the question for its figure is answered by: "giá tiêu dùng tháng 3 tăng bao nhiêu?" of "… tăng 0,34%, đúng không?".

The judge of claims finds its figure by the words of the claim, the answer to a question by a fitted model. Where the two name
different figures and both belie the claim, the trusted choice of the model is the one that is told.
"""

from __future__ import annotations

from chain import claims, matching
from chain.answer import Answer, NotInReport
from chain.choosing import choose
from chain.compose import Draft, change_of, index_as_growth, value_text
from chain.judging import ABSENT, FALSE, same_unit
from chain.question import Question, read
from chain.world import World
from report.model import Figure, Measure, name_of
from report.numbers import quantities


def crosscheck(q: Question, draft: Draft, told: Answer) -> Answer | NotInReport:
    """`told`, or the verdict by the figure that answers the claim's own question where that one belies it as well."""
    from report.reader import read_sentence_figures

    world = draft.world
    if told.verdict != FALSE or q.carried or len(told.figures) != 1:
        return told
    text = claims.as_typed(q, world)
    said = [a for a in quantities(text) if a.unit]
    claimed = [f for f in read_sentence_figures(text) if f.unit]
    judged = next((n.figure for n in world.figures if (n.figure.span.start, n.figure.span.end) == (told.figures[0].start, told.figures[0].end)), None)
    if len(said) != 1 or len(claimed) != 1 or judged is None:
        return told
    if claimed[0].period.kind == "year" and judged.period.kind == "range":
        return draft.refuse("Báo cáo không nêu điều này nên không kết luận được.", ABSENT)  # a mean of years belies none of them
    try:
        asked = read(f"{text[: said[0].start]}bao nhiêu{' phần trăm' if said[0].unit == '%' else ''}{text[said[0].end :]}?", world)
    except ValueError:
        return told
    chosen = choose(asked, world) if asked.operation == "lookup" else []
    if not chosen or _one_fact(judged, chosen[0].figure) or not _comparable(claimed[0], chosen[0].figure):
        return told
    right = chosen[0].figure
    if _covers(asked, right, world) < _covers(asked, judged, world):
        return told
    if claims.verdict(claimed[0], right) != FALSE or right.modality is not judged.modality:
        return told  # the judge tells more slots apart than the question does
    again = Draft(world, draft.question, reading=draft.reading)
    n = again.state(right)
    printed = value_text(right, world)
    if right.measure is Measure.INDEX and claimed[0].measure is Measure.GROWTH:
        words, formula, _ = index_as_growth(right)
        again.calculations.append(formula)
        printed = f"{words} (chỉ số {right.text})"
    return again.answer(f"Không đúng: báo cáo nêu {name_of(right)} {printed} [{n}].", FALSE)


def _covers(q: Question, f: Figure, world: World) -> float:
    """How much of a question stands around a figure."""
    n = next(n for n in world.figures if n.figure is f)
    asked = matching.units(q.row, q.terms, q.nouns, world)
    return matching.cover(asked, matching.hits_of(asked, n))


def _one_fact(f: Figure, g: Figure) -> bool:
    """Whether two figures state one thing: an index and its growth, "6 xã" and "6/11 xã"."""
    return matching.stated(f) == matching.stated(g) or abs(f.value) == abs(g.value) or change_of(f) is not None and change_of(f) == change_of(g)


def _comparable(said: Figure, g: Figure) -> bool:
    """Whether a figure can belie what is claimed: counted in the same, and a change where a change is claimed."""
    if said.measure in (Measure.GROWTH, Measure.INDEX):
        return change_of(g) is not None and g.unit in ("%", "")
    return same_unit(said.unit, g.unit) and (said.measure is g.measure or {said.measure, g.measure} <= {Measure.LEVEL, Measure.SHARE})


__all__ = ["crosscheck"]
