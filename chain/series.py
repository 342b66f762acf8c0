"""One thing over several times: what a table gives of it for each year, listed, or by how much it changed between two of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

from chain import groups, matching
from chain import words as W
from chain.answer import Answer
from chain.choosing import choose
from chain.compose import Draft, period_name, scaled, value_text
from chain.derive import STOCK, in_scale
from chain.operands import PLANNED
from chain.question import Question, read
from chain.select import CHANGES, candidates
from chain.world import World
from report.model import Base, Direction, Figure, Measure, name_of
from report.periods import same

_ASKING = frozenset(("từng", "mỗi", "liệt", "kê", "diễn", "biến", "thay", "đổi", "qua", "giai", "đoạn", "kể"))
_RATE = re.compile(r"tốc độ|tăng trưởng|tỷ lệ|tỷ trọng|phần trăm|%|chỉ số|bình quân|gấp", re.I)
ENOUGH = 0.6  # of the likelihood of all that a question may mean


def _ends(q: Question) -> tuple[int, int] | None:
    """The first and the last year that the question names."""
    years = sorted({y for p in q.periods if p.kind in ("range", "year") for y in (p.first, p.year) if y})
    return (years[0], years[-1]) if len(years) > 1 else None


def _row(f: Figure) -> tuple[object, ...]:
    """What a figure shares with those of its thing at other times."""
    return f.table, f.indicator.lower(), f.head.lower(), f.scope, f.unit, f.measure


def _told(q: Question, world: World) -> list[Figure]:
    """What a table gives for several years of the thing that the question names, in order; empty where that is not sure."""
    open_q = replace(
        q, periods=(), terms=tuple(t for t in q.terms if t not in _ASKING), row=tuple(t for t in q.row if t not in _ASKING), operation="lookup", amount=True, verb=(),
        measure=None if q.measure is Measure.GROWTH and not _RATE.search(q.text) else q.measure, base=Base.NONE, direction=Direction.NONE,
    )  # fmt: skip
    found = candidates(open_q, world)
    if not found or not open_q.terms:
        return []
    shares = matching.probabilities([matching.score(x) for _, x in found])
    worth: dict[tuple[object, ...], float] = defaultdict(float)
    held: dict[tuple[object, ...], dict[int, Figure]] = defaultdict(dict)
    for (n, _), share in zip(found, shares):
        f = n.figure
        worth[_row(f)] += share
        if f.table is not None and f.period.year and f.period.kind == "year" and f.modality not in PLANNED and f.high is None:
            held[_row(f)].setdefault(f.period.year, f)
    best = max(worth, key=lambda k: worth[k])
    return [f for _, f in sorted(held[best].items())] if worth[best] >= ENOUGH and len(held.get(best, ())) > 1 else []


def listed(q: Question, draft: Draft) -> Answer | None:
    """"Qua các năm", "từng năm từ 2019 đến 2023": the thing at each of the times."""
    if not groups.SERIES.search(q.text) or q.claim or W.WHY.search(q.text):
        return None
    told = _told(q, draft.world)
    if (ends := _ends(q)) is not None:
        told = [f for f in told if ends[0] <= (f.period.year or 0) <= ends[1]]
        if not told or (told[0].period.year, told[-1].period.year) != ends:
            return None
    if len(told) < 3:
        return None
    name = name_of(told[0])
    return draft.answer(f"{name[:1].upper()}{name[1:]}: " + "; ".join(f"{period_name(f.period)} {f.text} [{draft.state(f)}]" for f in told) + ".")


def change(q: Question, draft: Draft) -> Answer | None:
    """"Từ năm 2019 đến 2023 … giảm bao nhiêu người": the last less the first of them."""
    ends = _ends(q)
    if ends is None or not q.amount or q.direction is Direction.NONE or _RATE.search(q.text) or q.unit == "%":
        return None
    told = {f.period.year: f for f in _told(q, draft.world)}
    first, last = told.get(ends[0]), told.get(ends[1])
    if first is None or last is None or first.measure is not Measure.LEVEL or first.unit == "%":
        return None
    gap = last.value - first.value
    like = last if last.scale <= first.scale else first
    marks = draft.state(last), draft.state(first)
    draft.calculations.append(f"{in_scale(last, like)} − {in_scale(first, like)} = {'−' if gap < 0 else ''}{scaled(abs(gap), like)}")
    lead = "Tăng" if gap > 0 else "Giảm" if gap < 0 else "Bằng nhau, chênh"
    return draft.answer(f"{lead} {scaled(abs(gap), like)}: {name_of(last)} {period_name(last.period)} {last.text} [{marks[0]}], {period_name(first.period)} {first.text} [{marks[1]}].")


_TOTAL = re.compile(r"(?<!\w)(?:tổng(?! mức)|(?<!chưa )(?<!không )cộng|gộp|cả thảy|tất cả)(?!\w)", re.I)


def total(q: Question, draft: Draft) -> Answer | None:
    """"Cộng cả 5 năm 2016-2020 … bao nhiêu": the years of a table added up, where no sum of them is stated."""
    ends = _ends(q)
    if ends is None or len(q.periods) != 1 or q.claim or not _TOTAL.search(q.text) or _RATE.search(q.text) or q.measure not in (None, Measure.LEVEL) or q.modality in PLANNED or q.operation not in ("lookup", "sum"):
        return None
    if any(m.figure.measure is Measure.LEVEL and m.figure.period.kind == "range" for m in choose(q, draft.world)):
        return None
    told = [f for f in _told(q, draft.world) if ends[0] <= (f.period.year or 0) <= ends[1]]
    if len(told) != ends[1] - ends[0] + 1 or any(f.measure is not Measure.LEVEL or f.unit == "%" or "/" in f.unit or not f.unit or STOCK.search(name_of(f)) for f in told):
        return None
    marks = [draft.state(f) for f in told]
    value = scaled(sum((f.value for f in told), Decimal(0)), told[-1])
    draft.calculations.append(" + ".join(in_scale(f, told[-1]) for f in told) + f" = {value}")
    when = f" {ends[0]}-{ends[1]}" if draft.supported(f"{ends[0]} {ends[1]}") else ""
    return draft.answer(f"{value}: {name_of(told[0])}{when}, lần lượt " + ", ".join(f"{f.text} [{n}]" for f, n in zip(told, marks)) + ".")


ROW = re.compile(
    r"(?<!\w)(?:(?:các|hai|ba|bốn|mấy)\s+)?(?P<unit>tháng|quý)\s+(?P<row>(?:\d{1,2}|[IVX]{1,3})(?:(?:\s*,\s*(?:và\s+)?|\s+và\s+)(?:(?:tháng|quý)\s+)?(?:\d{1,2}|[IVX]{1,3})(?!\s*(?:%|tỷ|triệu|tấn|[.,]\d)))+)(?P<year>\s*(?:/|năm\s+|\s)(?:19|20)\d\d)?(?!\w)", re.I,
)  # fmt: skip


_SPAN = re.compile(
    r"(?:(?:của|trong)\s+)?(?:từng|các|mỗi)\s+(?P<unit>tháng|quý),?\s+(?:(?:từ|tính từ)\s+)?(?:tháng\s+|quý\s+)?(?P<first>\d{1,2}|[IV]{1,3})\s*(?:đến|tới|[-–])\s*(?:tháng\s+|quý\s+)?(?P<last>\d{1,2}|[IV]{1,3})(?P<year>(?:\s+năm\s+|/)(?:19|20)\d\d)?(?![\w/])", re.I
)  # fmt: skip
_QUARTERS = ("I", "II", "III", "IV")


def over_span(q: Question, draft: Draft) -> Answer | None:
    """"Mức tăng CPI so với tháng trước của từng tháng từ tháng 1 đến tháng 4": the thing at each time of the span, down the column of a table."""
    span = _SPAN.search(q.text)
    if span is None or q.claim or q.carried or _TOTAL.search(q.text) or W.WHY.search(q.text):
        return None
    first, last = (_QUARTERS.index(said.upper()) + 1 if said.upper() in _QUARTERS else int(said) if said.isdigit() else 0 for said in (span["first"], span["last"]))
    if not 0 < first < last <= 12:
        return None
    ahead = re.sub(r"^\W*(?:hãy\s+)?(?:liệt kê|kể(?: ra)?|nêu|cho biết)\s+", "", q.text[: span.start()], flags=re.I)
    one = read(f"{ahead.rstrip(' ,')} của {span['unit']} {first}{span['year'] or ''}{q.text[span.end() :].rstrip(' .?')} là bao nhiêu?", draft.world)
    start = next((m.figure for m in choose(replace(one, operation="lookup"), draft.world)[:1] if m.figure.table is not None and any(same(p, m.figure.period, any_year=p.year is None) for p in one.periods)), None)
    if start is None or one.base is not Base.NONE and start.measure in CHANGES and start.base is not one.base:
        return None
    column = [n.figure for n in draft.world.figures if (n.figure.table, n.figure.column, n.figure.measure, n.figure.unit) == (start.table, start.column, start.measure, start.unit) and n.figure.indicator == start.indicator]
    told = [f for part in range(first, last + 1) if (f := next((f for f in column if f.period.kind == start.period.kind and f.period.part == part and f.period.year == start.period.year), None)) is not None]
    if len(told) != last - first + 1:
        return None
    name = name_of(start)
    return draft.answer(f"{name[:1].upper()}{name[1:]}: " + "; ".join(f"{period_name(f.period)} {f.text} [{draft.state(f)}]" for f in told) + ".")


def at_each(q: Question, draft: Draft) -> Answer | None:
    """ "CPI các tháng 10, 11 và 12 tăng bao nhiêu mỗi tháng": the thing at each of the months or quarters that are named in a row."""
    row = ROW.search(q.text)
    if row is None or q.claim or not q.amount or q.operation not in ("lookup", "filter", "text") or _TOTAL.search(q.text) or W.WHY.search(q.text):
        return None
    told: list[Figure] = []
    for part in re.findall(r"(?<!\w)(?:\d{1,2}|[IVX]{1,3})(?!\w)", row["row"], re.I):
        one = read(f"{q.text[: row.start()]}{row['unit']} {part}{row['year'] or ''}{q.text[row.end() :]}", draft.world)
        fits = [m.figure for m in choose(replace(one, operation="lookup", row=tuple(t for t in one.row if t not in _ASKING)), draft.world) if any(same(p, m.figure.period, any_year=p.year is None) for p in one.periods)]
        like = [f for f in fits if not told or (f.measure, f.base, f.unit, f.indicator) == (told[0].measure, told[0].base, told[0].unit, told[0].indicator)]
        if not like and fits:  # told under another name as well ("chỉ số giá tiêu dùng"), with the very value
            like = [g for n in draft.world.figures if (g := n.figure).value == fits[0].value and (g.measure, g.base, g.unit, g.indicator) == (told[0].measure, told[0].base, told[0].unit, told[0].indicator) and same(g.period, fits[0].period)]
        if not like or one.base is not Base.NONE and like[0].measure in CHANGES and like[0].base is not one.base:
            return None
        told.append(like[0])
    if len(told) < 2 or len({f.span for f in told}) != len(told):
        return None
    name = name_of(told[0])
    return draft.answer(f"{name[:1].upper()}{name[1:]}: " + "; ".join(f"{period_name(f.period)} {value_text(f, draft.world)} [{draft.state(f)}]" for f in told) + ".")


__all__ = ["ROW", "at_each", "change", "listed", "over_span", "total"]
