"""How a question was understood, slot by slot, and what else the report has in each slot's place.

A choice names a figure by its place in the report: a click on it shows that figure and no other (`ui_pinned`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from chain.compose import base_words, period_name
from chain.words import TARGET
from report.model import Figure, Measure, Modality, Period, name_of
from report.periods import periods, same
from report.text import same_words

MODALITY = {"actual": "thực hiện", "estimate": "ước", "target": "mục tiêu", "forecast": "dự báo"}
MEASURE = {
    "level": "giá trị", "growth": "tốc độ tăng, giảm", "multiple": "gấp bao nhiêu lần", "share": "tỷ trọng", "completion": "mức hoàn thành kế hoạch",
    "change": "chênh lệch", "index": "chỉ số",
}  # fmt: skip
MOST = 8  # choices of a slot


@dataclass(frozen=True, slots=True)
class Choice:
    """Another value of a slot: the question that asks for it, and the place of the figure that answers it."""

    label: str
    question: str
    report: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a question as it was read; `unstated`: it was asked so, and the report does not state it."""

    name: str
    value: str
    choices: tuple[Choice, ...] = ()
    unstated: bool = False


def kind_words(f: Figure) -> str:
    """What kind of figure it is, with what it is measured against: "tốc độ tăng, giảm so với cùng kỳ"."""
    return " ".join(t for t in (MEASURE[f.measure.value], base_words(f)) if t)


def modality_words(f: Figure) -> str:
    """Whether it was reached, estimated or aimed at."""
    return MODALITY[f.modality.value]


def question_for(figure: Figure) -> str:
    """A question whose answer is `figure`, in plain words."""
    name, when = name_of(figure), period_name(figure.period)
    about = f"{name[:1].upper()}{name[1:]} {when}".strip()
    if figure.modality in (Modality.TARGET, Modality.FORECAST) and not re.search("mục tiêu|kế hoạch|dự toán|dự báo", about, re.I):
        about = ("Mục tiêu " if figure.modality is Modality.TARGET else "Dự báo ") + about[:1].lower() + about[1:]
    return about + {
        Measure.GROWTH: " tăng, giảm bao nhiêu phần trăm?", Measure.CHANGE: " tăng, giảm bao nhiêu?", Measure.SHARE: " chiếm tỷ trọng bao nhiêu?",
        Measure.COMPLETION: " bằng bao nhiêu phần trăm kế hoạch?", Measure.MULTIPLE: " gấp bao nhiêu lần?",
    }.get(figure.measure, " là bao nhiêu?")  # fmt: skip


def slots_of(first: Figure, others: Iterable[Figure], report: str, question: str = "") -> tuple[Slot, ...]:
    """The slots of the figure that answers, each with the values that the report really has there.

    `question` is given where the figure is only the nearest there is: a time that was asked and is not its own stands in its place, and
    so does a plan that was asked where the figure is none.
    """
    others = [f for f in others if f.span != first.span]
    same_indicator = [f for f in others if _same_thing(first, f)]
    shared = set(_words(first))
    named = sorted(
        (f for f in others if name_of(f) and not _same_thing(first, f) and f.measure is first.measure and f.unit == first.unit),
        key=lambda f: (-_agreement(first, f), -len(shared & set(_words(f))), abs(f.span.start - first.span.start)),
    )
    asked = next((p for p in _asked(question) if not same(first.period, p, any_year=True)), None)
    when = period_name(asked) if asked is not None else period_name(first.period)
    planned = bool(question and TARGET.search(question)) and first.modality not in (Modality.TARGET, Modality.FORECAST)
    how = MODALITY[Modality.TARGET.value] if planned else modality_words(first)
    alike = [*([first] if planned else []), *(f for f in same_indicator if f.measure is first.measure)]
    times = [*([first] if asked is not None else []), *(f for f in same_indicator if f.measure is first.measure and f.unit == first.unit)]
    return tuple(slot for slot in (
        Slot("Chỉ tiêu", name_of(first), _choices(first, named, name_of, name_of(first), report)),
        Slot("Kỳ", when, _choices(first, sorted(times, key=lambda f: _when(f.period)), lambda f: period_name(f.period), when, report), asked is not None),
        Slot("Loại số", kind_words(first), _choices(first, same_indicator, kind_words, kind_words(first), report)),
        Slot("Tính chất", how, _choices(first, alike, modality_words, how, report), planned),
    ) if slot.value)  # fmt: skip


def slots_of_list(figures: Sequence[Figure]) -> tuple[Slot, ...]:
    """What the figures of a list share; nothing to change, for a list is no one figure."""
    shared = (("Chỉ tiêu", name_of), ("Kỳ", lambda f: period_name(f.period)), ("Loại số", kind_words), ("Tính chất", modality_words))
    return tuple(Slot(name, next(iter(values))) for name, words in shared if len(values := {words(f) for f in figures}) == 1 and next(iter(values)))


def _choices(first: Figure, candidates: Sequence[Figure], words: Callable[[Figure], str], but: str, report: str) -> tuple[Choice, ...]:
    """One choice for each other value, of the figure that agrees best in the other slots; it names what else it changes."""
    best: dict[str, Figure] = {}
    for f in candidates:
        value = words(f)
        if value and value != but and (value not in best or _agreement(first, f) > _agreement(first, best[value])):
            best[value] = f
    found = []
    for value, f in list(best.items())[:MOST]:
        also = [w(f) for w in (lambda f: period_name(f.period), kind_words, modality_words) if w is not words and w(f) != w(first) and w(f) != value]
        label = " · ".join(dict.fromkeys(t for t in (value, *also) if t))
        found.append(Choice(label, question_for(f), report, f.span.start, f.span.end))
    return tuple(found)


def _agreement(first: Figure, f: Figure) -> int:
    weights = {"period": 4, "measure": 4, "unit": 2, "base": 2, "modality": 2, "head": 1}
    return sum(weight for slot, weight in weights.items() if getattr(first, slot) == getattr(f, slot))


def _same_thing(one: Figure, other: Figure) -> bool:
    """Whether both are told of the same indicator; heads may differ only where one of them has none ("Điện thoại" sold, and bought)."""
    heads = {same_words(f.head) for f in (one, other) if f.head}
    return _words(one) == _words(other) and len(heads) < 2


def _words(f: Figure) -> tuple[str, ...]:
    return tuple(same_words(f"{f.indicator} {f.scope}").split())


def _asked(question: str) -> list[Period]:
    return [m.period for m in periods(question) if m.period.kind] if question else []


def _when(p: Period) -> tuple[int, int]:
    return (p.year or 0, p.part or 0)


__all__: Sequence[Any] = ["MEASURE", "MODALITY", "Choice", "Slot", "kind_words", "modality_words", "question_for", "slots_of", "slots_of_list"]
