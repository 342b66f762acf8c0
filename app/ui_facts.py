"""What the page says about an answer's figures: names, chips, what was asked and what stands beside it.

Values for the page, computed once with the answer. Not here: how they are drawn (`chat_view`), what a slot offers (`ui_slots`),
and any number of our own: every value is a figure's or the answer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from app.ui_labels import capital
from app.ui_slots import MEASURE, MODALITY, Choice, Slot, question_for, slots_of, slots_of_list
from chain.answer import Answer, NotInReport, StatedFigure
from chain.compose import base_words, period_name, value_text
from report.model import Direction, Figure, Measure, Modality, name_of

SIBLINGS = "Đừng nhầm với:"  # `chain.compose` begins the siblings so
LONGEST_LEAD = 60
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_RESULT = re.compile(r"(?P<sign>[=≈])(?P<value>[^=≈]*)$")
_HEAD = re.compile(r"^[^—\[\]:;]*?(?= — )")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of an answer as the page names it; `value` is exact in `unit`, `n` the mark of its citation."""

    shown: str
    name: str
    period: str
    modality: str
    measure: str
    base: str
    value: Decimal
    unit: str
    scale: Decimal
    order: tuple[int, int]  # of its period in time; (0, 0) when it has none
    n: int
    report: str
    start: int


@dataclass(frozen=True, slots=True)
class Facts:
    """`asked`: what was asked for, with its `lead` as it is printed large; `siblings`: what it could be confused with.

    `operands` are the figures of the calculation, `slots` how the question was understood,
    `series` the asked indicator at several times, in order.
    """

    lead: str = ""
    asked: tuple[Fact, ...] = ()
    siblings: tuple[Fact, ...] = ()
    operands: tuple[Fact, ...] = ()
    series: tuple[Fact, ...] = ()
    slots: tuple[Slot, ...] = ()


def parts(text: str) -> tuple[str, str]:
    """An answer's own words, and the sentence that names its siblings."""
    own, mark, rest = text.partition(SIBLINGS)
    return own.strip(), (mark + rest).strip() if mark else ""


def facts(library: Any, result: Answer | NotInReport, question: str = "") -> Facts:
    """What the page says about the figures of `result`. Figures that the library no longer holds are named by the answer alone."""
    own, _ = parts(result.text)
    reports = {c.n: c.report for c in result.citations}
    held = {name: _by_place(library, name) for name in dict.fromkeys(reports.values())}
    known = [(_as_told(_fact(f, reports.get(f.citation, ""), full), f.text, result.text), full) for f in result.figures for full in [held.get(reports.get(f.citation, ""), {}).get((f.start, f.end))]]
    marks = {int(n) for n in re.findall(r"\[(\d+)\]", own)}
    asked = tuple(fact for (fact, _), f in zip(known, result.figures) if fact.n in marks and _bare(f.text) in own)
    siblings = tuple(fact for fact, _ in known if fact not in asked)
    calculation = (result.calculation if isinstance(result, Answer) else None) or ""
    numbers = set(_NUMBER.findall(calculation))
    operands = tuple(fact for (fact, _), f in zip(known, result.figures) if set(_NUMBER.findall(f.text)) & numbers) if calculation else ()
    full_asked = [full for fact, full in known if full is not None and fact in asked]
    first = next((full for fact, full in known if full is not None and asked and fact == asked[0]), None)
    large = lead(result)
    if isinstance(result, Answer) and result.verdict and len(asked) == 1 and not calculation:
        large = asked[0].shown  # the report's own figure, whatever was claimed
    elif isinstance(result, Answer) and not result.verdict and not calculation and len({(f.shown, f.name, f.period) for f in asked}) > 1:
        large = ""  # one of several values, large and alone, would be taken for all of them
    if first is None or calculation:
        return Facts(large, asked, siblings, operands)
    name = reports[asked[0].n]
    others = list(held[name].values())
    if len({name_of(f) for f in full_asked}) > 1:
        return Facts(large, asked, siblings, operands, _series(first, others, name), slots_of_list(full_asked))
    missing = isinstance(result, NotInReport)
    return Facts(large, asked, siblings, operands, () if missing else _series(first, others, name), slots_of(first, others, name, question if missing else ""))


def lead(result: Answer | NotInReport) -> str:
    """What is printed large: the words that an answer begins with, else what was calculated, else the first figure."""
    if not isinstance(result, Answer) or not result.figures:
        return ""
    own, _ = parts(result.text)
    head = _HEAD.match(own)
    known = {n for f in result.figures for n in _NUMBER.findall(f.text)} | set(_NUMBER.findall(result.calculation or ""))
    if head and len(head[0]) <= LONGEST_LEAD and any(n in known for n in _NUMBER.findall(head[0])):
        return head[0].strip()
    if result.verdict:
        return ""
    if result.calculation:
        # Several calculations have no one result.
        found = _RESULT.search(result.calculation)
        return "" if ";" in result.calculation or not found else f"{'khoảng ' if found['sign'] == '≈' else ''}{found['value'].strip()}"
    return result.figures[0].text if len({f.text for f in result.figures if _bare(f.text) in own}) == 1 else ""


def period_words(key: str) -> str:
    """A period's key in words: "2024-Q3" is "quý III năm 2024"."""
    if found := re.fullmatch(r"(\d{4})-(\d{4})", key):
        return f"giai đoạn {found[1]}–{found[2]}"
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", key):
        return f"quý {('I', 'II', 'III', 'IV')[int(found[2]) - 1]} năm {found[1]}"
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})M", key):
        return f"{found[2]} tháng đầu năm {found[1]}"
    if found := re.fullmatch(r"(\d{4})-H([12])", key):
        return f"6 tháng {'đầu' if found[2] == '1' else 'cuối'} năm {found[1]}"
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})", key):
        return f"tháng {found[2]} năm {found[1]}"
    return f"năm {key}" if re.fullmatch(r"\d{4}", key) else key


def citation_text(fact: Fact, quote: str, title: str, section: str, page: int | None) -> str:
    """A citation to paste into an article: the figure in words, the quote, where it stands."""
    about = ", ".join(t for t in (fact.name, fact.period) if t)
    kind = {"estimate": " (số ước)", "target": " (mục tiêu)", "forecast": " (dự báo)"}.get(fact.modality, "")
    return f"{capital(about)}: {fact.shown}{kind}. {source_text(quote, title, section, page)}"


def source_text(quote: str, title: str, section: str, page: int | None) -> str:
    """The quote with where it stands."""
    last = re.split(r"\s*›\s*", section)[-1]
    place = [f"Nguồn: {title}", f"mục “{last}”" if last and last != title else "", f"trang {page}" if page else ""]
    return f"“{' '.join(quote.split())}” ({', '.join(p for p in place if p)})"


def fact_of(figure: Figure, report: str, n: int = 0) -> Fact:
    """A figure of a report as the page names it."""
    return Fact(
        value_text(figure), name_of(figure), period_name(figure.period), figure.modality.value, figure.measure.value, base_words(figure),
        _signed(figure), figure.unit, figure.scale, _order(figure), n, report, figure.span.start,
    )  # fmt: skip


def _signed(f: Figure) -> Decimal:
    """Its value; a fall is negative, as reports print it either way."""
    return -abs(f.value) if f.direction is Direction.DOWN and f.measure in (Measure.GROWTH, Measure.CHANGE) else f.value


def _bare(text: str) -> str:
    found = _NUMBER.search(text)
    return found[0] if found else text


def _by_place(library: Any, name: str) -> dict[tuple[int, int], Figure]:
    try:
        return {(f.span.start, f.span.end): f for _, f in library.figures(name)}
    except Exception:  # the report was removed meanwhile
        return {}


def _fact(stated: StatedFigure, report: str, full: Figure | None) -> Fact:
    if full is not None:
        return fact_of(full, report, stated.citation)
    value = Decimal(stated.value) if re.fullmatch(r"-?\d+(\.\d+)?", stated.value) else Decimal(0)
    return Fact(
        stated.text, stated.indicator, period_words(stated.period), stated.modality, stated.measure, "", value, stated.unit, Decimal(1), (0, 0),
        stated.citation, report, stated.start,
    )  # fmt: skip


def _as_told(fact: Fact, printed: str, text: str) -> Fact:
    """A share of a plan in the answer's words, which say whose plan it is: "bằng 76,1% dự toán HĐND tỉnh giao"."""
    told = re.search(rf"bằng {re.escape(printed)} [^—,;()\[\]]+", text, re.I) if fact.measure == Measure.COMPLETION.value else None
    return replace(fact, shown=told[0].strip()) if told else fact


def _order(f: Figure) -> tuple[int, int]:
    p = f.period
    within = {"quarter": 3 * (p.part or 0), "month": p.part or 0, "months": p.part or 0, "half": 6 * (p.part or 0)}.get(p.kind, 12)
    return (p.year, within) if p.year else (0, 0)


def _alike(one: Figure, other: Figure, *but: str) -> bool:
    slots = {"measure", "base", "modality", "unit", "indicator", "scope", "head", "period"} - set(but)
    return all(getattr(one, s) == getattr(other, s) for s in slots)


def _series(first: Figure, others: Iterable[Figure], report: str) -> tuple[Fact, ...]:
    """The same thing at several times of one kind (years with years, quarters with quarters)."""
    found = {f.period: f for f in others if _alike(first, f, "period", "modality") and f.modality in (Modality.ACTUAL, Modality.ESTIMATE) and f.period.kind == first.period.kind and f.period.year}
    if len(found) < 2 or first.period not in found:
        return ()
    return tuple(sorted((fact_of(f, report) for f in found.values()), key=lambda f: f.order))


__all__ = ["MEASURE", "MODALITY", "Choice", "Fact", "Facts", "Slot", "citation_text", "fact_of", "facts", "lead", "parts", "period_words", "question_for", "source_text"]
