"""Which month, quarter or year was the highest or the lowest: one indicator's figures of several times side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

from chain.answer import Answer
from chain.compose import Draft, change_of, index_as_growth, period_name, value_text
from chain.operands import PLANNED
from chain.question import Question
from chain.select import CHANGES, find
from report.model import Base, Direction, Figure, Measure, Period, name_of

_ASKED = re.compile(r"(?<!\w)(?P<kind>tháng|quý|năm)\s(?:nào|mấy)(?!\w)", re.I)
_KINDS = {"tháng": "month", "quý": "quarter", "năm": "year"}
_MOST = re.compile(r"(?<!\w)nhất(?!\w)", re.I)
_LEAST = re.compile(r"(?<!\w)(?:thấp|ít|nhỏ|kém|chậm|yếu)\s+nhất(?!\w)", re.I)
_MOVES = re.compile(r"(?<!\w)(?:tăng|giảm|tốc độ|nhanh|chậm|biến động)(?!\w)", re.I)
_FEWEST = 3  # times that make a row


def asked(q: Question) -> str:
    """The kind of time of which the foremost is asked for ("month"); "" where none is."""
    m = _ASKED.search(q.text)
    return _KINDS[m["kind"].lower()] if m is not None and _MOST.search(q.text) else ""


def answer(q: Question, draft: Draft) -> Answer | None:
    """The time at which the indicator was the highest or lowest, with its figure and the two next; None where no indicator is told of three such times."""
    kind = asked(q)
    if not kind:
        return None
    moves = q.base is not Base.NONE or _MOVES.search(q.text) is not None
    open_ = replace(q, operation="lookup", periods=(), measure=None, base=Base.NONE, direction=Direction.NONE, unit="", modality=None)
    rows: dict[tuple[object, ...], dict[Period, Figure]] = defaultdict(dict)
    cover: dict[tuple[object, ...], float] = {}
    for m in find(open_, draft.world):
        f = m.figure
        if f.period.kind != kind or f.modality in PLANNED or f.high is not None or (f.measure in CHANGES) is not moves or not moves and f.measure is not Measure.LEVEL or not _within(f.period, q.periods):
            continue
        if f.base is Base.PLAN or q.base is not Base.NONE and f.base is not q.base:
            continue
        key = (f.indicator.lower(), f.head.lower(), f.scope, f.unit.partition("/")[0], f.base, f.table)
        rows[key].setdefault(Period(f.period.kind, f.period.year, part=f.period.part), f)
        cover[key] = max(m.cover, cover.get(key, 0.0))
    whole = [key for key, row in rows.items() if len(row) >= _FEWEST]
    if not whole:
        return None
    best = max(whole, key=lambda key: (round(cover[key], 2), key[4] is Base.PREVIOUS, len(rows[key]), -len(str(key[0]))))
    figures = list(rows[best].values())
    if moves and q.direction is not Direction.NONE:
        figures = [f for f in figures if (_size(f) < 0) is (q.direction is Direction.DOWN) and _size(f)]
    least = _LEAST.search(q.text) is not None
    figures.sort(key=lambda f: abs(_size(f)) if q.direction is Direction.DOWN else _size(f), reverse=not least)
    if not figures:
        return None
    first = [f for f in figures if _size(f) == _size(figures[0])]
    after = figures[len(first) : len(first) + 2]
    text = f"{'; '.join(_said(f, draft) for f in first)} — {name_of(first[0])}"
    tail = f". Tiếp theo: {'; '.join(_said(f, draft) for f in after)}" if after else ""
    return draft.answer(f"{text[:1].upper()}{text[1:]}{tail}.")


def _within(p: Period, asked_for: tuple[Period, ...]) -> bool:
    """Whether a time lies in what the question speaks of: "trong 8 tháng năm 2027", "giai đoạn 2016-2020"."""
    for a in asked_for:
        if a.kind == "range" and a.first and a.year and p.year and not a.first <= p.year <= a.year:
            return False
        if a.year and a.kind != "range" and p.kind != "year" and p.year not in (None, a.year):
            return False
        if a.kind == "months" and a.part and p.kind == "month" and (p.part or 0) > a.part:
            return False
    return True


def _size(f: Figure) -> Decimal:
    change = change_of(f)
    return f.value if change is None else change


def _said(f: Figure, draft: Draft) -> str:
    n = draft.state(f)
    if f.measure is Measure.INDEX:
        words, formula, _ = index_as_growth(f)
        draft.calculations.append(formula)
        return f"{period_name(f.period)}: {words} (chỉ số {f.text}) [{n}]"
    return f"{period_name(f.period)}: {value_text(f, draft.world)} [{n}]"


__all__ = ["answer", "asked"]
