"""Answers that are computed: differences, sums, ratios, shares, balances, extremes. `Decimal` throughout, formula shown."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from chain.answer import Answer
from chain.compose import Draft, index_as_growth, name_of, number, period_name, scaled
from chain.question import Question
from chain.select import Match, find, fit
from chain.words import STOP
from chain.world import World, tokens
from report.model import Base, Direction, Figure, Measure, Modality
from report.numbers import quantities

_HOW_MUCH = re.compile(r"(?:là\s+)?(?:bao nhiêu|mấy).*$", re.I)


def operand(phrase: str, q: Question, world: World, **slots: object) -> Figure | None:
    """The one level figure that `phrase` names, for the question's period."""
    terms = tuple(dict.fromkeys(t for t in tokens(phrase) if t not in STOP and not t[0].isdigit()))
    if not terms:
        return None
    part = replace(q, terms=terms, measure=None, unit="", verb=(), operation="lookup", **slots)  # type: ignore[arg-type]
    found = [m for m in find(part, world) if m.figure.measure is Measure.LEVEL]
    return found[0].figure if found else None


def plain_text(f: Figure) -> str:
    """The printed number alone."""
    m = re.search(r"\d+(?:[.,]\d+)*", f.text)
    return m[0] if m else number(f.value / f.scale)


def subtract(a: Figure, b: Figure, draft: Draft, lead: str, labels: tuple[str, str] = ("", "")) -> Answer | None:
    """a − b in a's printing; None when the units or periods do not agree."""
    if a.unit != b.unit or (a.period and b.period and a.period != b.period and "months" not in (a.period.kind, b.period.kind)):
        return None
    gap = a.value - b.value
    na, nb = draft.state(a), draft.state(b)
    first = plain_text(a)
    second = plain_text(b) if a.scale == b.scale else number(b.value / a.scale)
    draft.calculations.append(f"{first} − {second} = {scaled(gap, a)}")
    when = period_name(a.period)
    tail = f" ({when})" if when and draft.supported(when) else ""
    return draft.answer(f"{lead}{scaled(abs(gap), a)}{tail}: {labels[0] or name_of(a)} {a.text} [{na}], {labels[1] or name_of(b)} {b.text} [{nb}].")


def balance(q: Question, draft: Draft) -> Answer | None:
    """Exports less imports of the asked period."""
    a, b = operand("xuất khẩu", q, draft.world), operand("nhập khẩu", q, draft.world)
    if a is None or b is None or a.period != b.period:
        return None
    return subtract(a, b, draft, "Xuất siêu " if a.value >= b.value else "Nhập siêu ")


def difference(q: Question, draft: Draft) -> Answer | None:
    """A less B, or the plan less what was achieved."""
    low = _HOW_MUCH.sub("", q.text.strip(" ?."))
    if "kế hoạch" in q.text.lower():
        base = replace(q, measure=None, base=Base.NONE, also_target=False, modality=None, verb=(), terms=tuple(t for t in q.terms if t not in ("vượt", "hụt")), unit=q.unit if q.unit != "%" else "")
        plan = next((m.figure for m in find(replace(base, modality=Modality.TARGET, periods=()), draft.world) if m.figure.measure is Measure.LEVEL), None)
        done = next((m.figure for m in find(replace(base, modality=Modality.ACTUAL), draft.world) if m.figure.measure is Measure.LEVEL and (plan is None or m.figure.unit == plan.unit)), None)
        if plan is None or done is None or name_of(plan) != name_of(done) or plan.period.year != done.period.year:
            return None
        planned, achieved = f"kế hoạch {name_of(plan)}", "thực hiện"
        if plan.value >= done.value:
            return subtract(plan, done, draft, "Còn thiếu ", (planned, achieved))
        return subtract(done, plan, draft, "Vượt ", (f"thực hiện {name_of(done)}", "kế hoạch"))
    m = re.search(r"^(.*?)\s+(?:nhiều|cao|lớn|ít|thấp)?\s*hơn\s+(.*)$", low) or re.search(r"giữa\s+(.*?)\s+(?:và|với)\s+(.*)$", low)
    if not m:
        return None
    a, b = operand(m[1], q, draft.world), operand(m[2], q, draft.world)
    return subtract(a, b, draft, "") if a and b and a is not b else None


def remainder(q: Question, draft: Draft) -> Answer | None:
    """What is left of a whole: "148,6/236,4 km" done, so how much is not yet."""
    if not re.search(r"còn\b.*(?:chưa|không)|(?:chưa|không)\b.*(?:bao nhiêu|mấy)|còn (?:lại )?(?:bao nhiêu|mấy)", q.text, re.I):
        return None
    found = [m.figure for m in find(replace(q, verb=()), draft.world) if m.figure.measure is Measure.LEVEL]
    for f in found[:1]:
        whole = next((w.fraction_of for w in quantities(f.text) if w.fraction_of is not None), None)
        m = re.search(r"(\d[\d.,]*)\s?/\s?(\d[\d.,]*)", f.text)
        if whole is None or m is None:
            return None
        unit = f.text[m.end() :].strip()
        left = whole - f.value / f.scale
        n = draft.state(f)
        draft.calculations.append(f"{m[2]} − {m[1]} = {number(left)} {unit}".strip())
        return draft.answer(f"Còn {number(left)} {unit}: {name_of(f)} {f.text} [{n}].")
    return None


def ratio(q: Question, draft: Draft, *, share: bool = False) -> Answer | None:
    """A over B, as a multiple or a percentage."""
    pattern = r"^(.*?)\s*chiếm\s+(?:khoảng\s+)?(?:bao nhiêu|mấy)\s*(?:phần trăm|%)?\s*(?:của|trong|so với|tổng)?\s*(.*)$" if share else r"^(.*?)\s*gấp\s+(?:bao nhiêu|mấy)(?:\s+lần)?\s*(.*)$"
    m = re.search(pattern, q.text.strip(" ?."), re.I)
    if not m or not m[2]:
        return None
    a, b = operand(m[1], q, draft.world), operand(m[2], q, draft.world)
    if a is None or b is None or a is b or a.unit != b.unit or not b.value or (a.period and b.period and a.period != b.period):
        return None
    value = (a.value * 100 / b.value if share else a.value / b.value).quantize(Decimal("0.01"))
    if value == value.quantize(Decimal("0.1")) or (not share and value >= 2):
        value = value.quantize(Decimal("0.1"))
    na, nb = draft.state(a), draft.state(b)
    second = plain_text(b) if a.scale == b.scale else number(b.value / a.scale)
    result = f"{number(value)}%" if share else f"{number(value)} lần"
    draft.calculations.append(f"{plain_text(a)} : {second}" + (" × 100" if share else "") + f" ≈ {result}")
    return draft.answer(f"Khoảng {result}: {name_of(a)} {a.text} [{na}] so với {name_of(b)} {b.text} [{nb}].")


def change_of(f: Figure) -> Decimal | None:
    """The change in per cent, falling below zero; None when the figure is no change."""
    if f.measure is Measure.INDEX:
        return f.value - 100
    if f.measure is Measure.GROWTH and f.direction is not Direction.NONE:
        return -abs(f.value) if f.direction is Direction.DOWN else abs(f.value)
    return None


def movers(q: Question, draft: Draft, *, extreme: bool) -> Answer | None:
    """What fell or rose (most): from growth and index figures that share the question's surroundings."""
    if q.direction is Direction.NONE:
        return None
    world = draft.world
    found: list[tuple[Decimal, Figure]] = []
    for n in world.figures:
        m: Match | None = fit(replace(q, terms=(), measure=Measure.GROWTH, direction=Direction.NONE, unit=""), n, world)
        change = change_of(n.figure)
        if m is None or change is None or (change < 0) is not (q.direction is Direction.DOWN) or change == 0:
            continue
        context = n.own | n.head | n.around
        if q.terms and sum(t in context for t in q.terms) / len(q.terms) < 0.6:
            continue
        found.append((abs(change), n.figure))
    if not found:
        return None
    found.sort(key=lambda t: -t[0])
    if extreme:
        found = found[:1]
    parts = []
    for _, f in found:
        if f.measure is Measure.INDEX:
            words, formula, _ = index_as_growth(f)
            draft.calculations.append(formula)
            parts.append(f"{name_of(f)} {words} [{draft.state(f)}]")
        else:
            parts.append(f"{name_of(f)} {'giảm' if q.direction is Direction.DOWN else 'tăng'} {f.text} [{draft.state(f)}]")
    return draft.answer("; ".join(parts) + ".")
