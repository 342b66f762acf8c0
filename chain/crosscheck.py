"""A claim that is found wrong, held against what the question for its figure is answered by: "giá tiêu dùng tháng 3 tăng bao nhiêu?" of "… tăng 0,34%, đúng không?".

The judge of claims finds its figure by the words of the claim, the answer to a question by all that answers questions. Where the
question is not answered, nothing is held against the claim; where another figure answers it, that one is, if the question's words
stand around it as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from chain import claims, matching
from chain import words as W
from chain.agreeing import values
from chain.answer import Answer, NotInReport
from chain.compose import Draft, change_of, index_as_growth, value_text
from chain.findings import digits
from chain.judging import ABSENT, FALSE, TRUE, same_unit
from chain.operands import PLANNED
from chain.question import Question, read
from chain.world import World, tokens
from report import units
from report.model import Bound, Figure, Measure, name_of
from report.numbers import quantities
from report.text import UPPER

_WHOLLY = 0.9  # all words of the claim stand in the figure's own name and head, or close by


@dataclass(frozen=True, slots=True)
class _Own:
    """What a claim states, and the question that leaves it open."""

    claimed: Figure
    asked: Question


_HEDGE = re.compile(r"(?:(?:hơn|trên|dưới|gần|khoảng|chừng|chưa (?:đến|tới|đầy)|không (?:đến|tới|quá))\s+)+$", re.I)


def _own_question(text: str, world: World) -> _Own | None:
    """"CPI tháng 3 tăng bao nhiêu phần trăm?" of "CPI tháng 3 tăng hơn 0,3%"; None for a claim of several figures, or of none."""
    from report.reader import read_sentence_figures

    said = [a for a in quantities(text) if a.unit]
    claimed = [f for f in read_sentence_figures(text) if f.unit]
    if len(said) != 1 or len(claimed) != 1:
        return None
    counted = "phần trăm" if said[0].unit == "%" else said[0].unit_text if units.kind(said[0].unit).startswith("count") else ""
    try:
        return _Own(claimed[0], read(f"{_HEDGE.sub('', text[: said[0].start])}bao nhiêu {counted}{text[said[0].end :]}?", world))
    except ValueError:
        return None


def crosscheck(q: Question, draft: Draft, told: Answer, ask: Callable[[Question, Draft], Answer | NotInReport]) -> Answer | NotInReport:
    """`told`, or what the answer to the claim's own question (`ask`) makes of it: another figure, or none that could be held against it."""
    world = draft.world
    text = claims.as_typed(q, world)
    own = _own_question(text, world) if told.verdict == FALSE and not q.carried and len(told.figures) == 1 else None
    judged = _stated_first(told, world)
    if own is None or judged is None:
        return told
    again = Draft(world, draft.question, reading=draft.reading)
    unsaid = again.refuse("Báo cáo không nêu điều này nên không kết luận được.", ABSENT)
    if own.claimed.period.kind == "year" and judged.period.kind == "range":
        return unsaid  # a mean of years belies none of them
    if _a_part(own.claimed, text) and judged.measure in (Measure.GROWTH, Measure.INDEX, Measure.CHANGE):
        return unsaid  # how much it rose belies no "hơn một nửa"
    try:
        answered = ask(own.asked, Draft(world, own.asked.text))
    except ValueError:
        return told
    right = _stated_first(answered, world)
    if isinstance(answered, NotInReport):
        # a unit that is wrong, or what the claim's words deny, is seen by the judge alone
        its_own = right is not None and name_of(right) == name_of(judged) or _covers(own.asked, judged, world) >= _WHOLLY and not _names_another(judged, text)
        return told if answered.choices or its_own or digits(own.claimed) == digits(judged) or "“" in told.text else unsaid
    if right is None:
        return unsaid if own.claimed.text in answered.text else told
    if own.asked.operation != "lookup" or answered.calculation and right.measure is not Measure.INDEX:
        return unsaid if W.BALANCE.search(q.text) and not W.BALANCE.search(name_of(judged)) else told
    if answered.text.partition("Đừng nhầm với")[0].count("[") > 1 or not _comparable(own.claimed, right):
        return told
    if _within(own.claimed, right):
        return _verdict(own.claimed, right, TRUE, again)
    if _one_fact(judged, right) or (right.modality in PLANNED) is not (judged.modality in PLANNED):
        return told  # the judge tells more slots apart than the question does
    of_its_year = own.claimed.period.year is not None and right.period.year == own.claimed.period.year != judged.period.year
    if not of_its_year and digits(own.claimed) != digits(right) and _covers(own.asked, right, world) < _covers(own.asked, judged, world):
        return told
    return _verdict(own.claimed, right, claims.verdict(own.claimed, right), again)


_MOVES = re.compile(r"(?<!\w)(?:tăng|giảm|CPI|lạm phát|GRDP|GDP|IIP|chỉ số)(?!\w)", re.I)


def _a_part(said: Figure, text: str) -> bool:
    """Whether a claim says what part of a whole something is, and not how it moved."""
    return said.unit == "%" and said.measure in (Measure.LEVEL, Measure.SHARE) and _MOVES.search(text) is None


def _within(said: Figure, right: Figure) -> bool:
    """Whether a figure is on the side that a claim names with a round number: "hơn một nửa" of 54,9%, "dưới 250 trường" of 231."""
    both = values(said, right)
    if both is None or said.bound not in (Bound.OVER, Bound.UNDER) or both[0] * both[1] < 0 or len(said.value.normalize().as_tuple().digits) > 2:
        return False
    gap = abs(both[1]) - abs(both[0]) if said.bound is Bound.OVER else abs(both[0]) - abs(both[1])
    digit = Decimal(1).scaleb(both[0].adjusted() - len(said.value.normalize().as_tuple().digits) + 1)
    return 0 < gap <= max(digit, abs(both[0]) / 10)  # "hơn 60%" says too little of 72,2%


def _verdict(said: Figure, right: Figure, result: str, draft: Draft) -> Answer:
    n = draft.state(right)
    printed = value_text(right, draft.world)
    if right.measure is Measure.INDEX and said.measure is Measure.GROWTH:
        words, formula, _ = index_as_growth(right)
        draft.calculations.append(formula)
        printed = f"{words} (chỉ số {right.text})"
    tail = claims.what_differs(said, right) if result == FALSE else ""
    return draft.answer(f"{claims.LEAD[result]}: báo cáo nêu {name_of(right)} {printed} [{n}]{tail}.", result)


def _stated_first(told: Answer | NotInReport, world: World) -> Figure | None:
    """The report's figure that an answer states first."""
    n = world.at(told.figures[0].start, told.figures[0].end) if told.figures else None
    return n.figure if n is not None else None


def _names_another(f: Figure, text: str) -> bool:
    """Whether a figure is of somebody or some place that the claim does not name: "khu kinh tế Bãi Trầm"."""
    return not {w.lower() for w in re.findall(rf"(?<!\w)[{UPPER}][^\W\d_]+", name_of(f))} <= set(tokens(text))


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
