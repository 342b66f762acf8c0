"""Which of the main groups of goods and services fell or rose in price: "những nhóm hàng nào giảm giá so với tháng trước".

The price index of every province and of the country is told by the same eleven groups. They are listed from a table that holds
nearly all of them, or from the sentences where as many went that way as the report, or the question, counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from chain.answer import Answer
from chain.compose import Draft, change_of
from chain.main_groups import MAIN_GROUPS, NEARLY_ALL, main_group
from chain.question import Question
from chain.select import period_fit
from chain.world import World
from report.model import Base, Figure, Measure
from report.numbers import count_of

_MANY = r"(?:những|các|\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_OF_GOODS = r"nhóm(?:\s+(?:hàng(?:\s+ho[áa])?|mặt hàng|dịch vụ|và|chính|tiêu dùng)(?:\s*,)?)*"
_WHICH = re.compile(rf"(?<!\w)(?:(?<!tháng )(?<!năm )(?<!quý )(?P<many>{_MANY})\s+)?{_OF_GOODS}\s+(?:hàng\s+hóa\s*,\s*dịch vụ\s+)?nào(?!\w)|(?:kể tên|liệt kê|nêu tên|nêu|kể)\s+(?:ra\s+)?(?P<many2>{_MANY})\s+{_OF_GOODS}(?!\w)", re.I)
_WAY = re.compile(r"(?<!\w)(?:(?P<down>giảm|hạ|rẻ đi|rẻ hơn|(?:giá|mức giá) thấp hơn)|(?P<up>tăng|đắt lên|đắt hơn|lên giá|(?:giá|mức giá) cao hơn))(?!\w)(?!\s+(?:nhẹ|mạnh|cao|sâu|nhiều|ít|trên|dưới|hơn|từ|quá)(?!\w))", re.I)
_NOT_ALL = re.compile(r"(?<!\w)(?:nhất|không|chưa|trừ|ngoài|nhẹ|mạnh|sâu|trên|dưới|hơn|từ|chậm|nhanh|điểm phần trăm|đóng góp|góp|tác động|vì sao|tại sao|do đâu)(?!\w)", re.I)
_MOST = re.compile(r"(?<!\w)(?:(?:mức\s+)?(?P<down>giảm|hạ)|(?:mức\s+)?(?P<up>tăng|lên))(?:\s+giá)?\s+(?:mạnh|nhiều|cao|sâu|lớn|nhanh)\s+nhất(?!\w)(?!\s+về)", re.I)
_OF_POINTS = re.compile(r"(?<!\w)(?:điểm phần trăm|đóng góp|góp|tác động|vì sao|tại sao|do đâu|thứ hai|thứ nhì|thứ ba)(?!\w)", re.I)
_SINGLED_OUT = re.compile(r"(?<!\w)(?:mạnh|nhiều|cao|sâu|lớn|nhanh)\s+nhất(?!\w)", re.I)
_SINGLED_OUT_BEHIND = re.compile(r"\W*(?:là\s+)?(?:mức\s+|nhóm\s+)?(?:có\s+mức\s+)?(?:tăng|giảm)[^;.%]*?(?:mạnh|nhiều|cao|sâu|lớn|nhanh)\s+nhất", re.I)
_NEAR = 50  # characters on either side of a figure in which it is said to be the most
_TOLD = rf"(?<![\w/.,])(?P<n>\d{{1,2}}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?:{_OF_GOODS}\s+)?(?:có\s+)?(?:chỉ số\s+)?(?:giá\s+)?"


def asked(q: Question) -> tuple[bool, int] | None:
    """Whether those that fell, else those that rose, are asked for, and how many (0: not said); None for other questions."""
    which, ways = _WHICH.search(q.text), {bool(m["down"]) for m in _WAY.finditer(q.text)}
    if which is None or len(ways) != 1 or q.claim or q.operation in ("why", "claim", "when") or _NOT_ALL.search(re.sub(r"(?<!\w)(?:rẻ|đắt|giá thấp|giá cao) hơn(?!\s+\d)", " ", q.text)):
        return None
    return ways.pop(), _many((which["many"] or which["many2"] or "").lower())


def _many(said: str) -> int:
    return 0 if said in ("", "những", "các") else count_of(said)


def answer(q: Question, draft: Draft) -> Answer | None:
    """The groups that went the way that is asked for, each with its change; None where they are not all told."""
    wanted = asked(q)
    base = _base(q)
    if wanted is None or base is Base.NONE:
        return None
    down, count = wanted
    world = draft.world
    of_time = replace(q, operation="list")
    changes = [n.figure for n in world.figures if n.figure.measure in (Measure.GROWTH, Measure.INDEX) and n.figure.unit == "%" and n.figure.base is base]
    fitting = [f for f in changes if main_group(f) is not None and period_fit(of_time, f, world) is not None]
    tables: dict[object, list[Figure]] = {}
    for f in fitting:
        tables.setdefault((f.table, f.column) if f.table is not None else None, []).append(f)
    for place, figures in sorted(tables.items(), key=lambda t: t[0] is None):
        firsts = _firsts(figures)
        kept = [f for f in firsts if (change := change_of(f)) and (change < 0) is down]
        if not kept or count not in (0, len(kept)):
            continue
        if len(firsts) >= NEARLY_ALL if place is not None else len(kept) in {count, *_counted(down, world)}:
            return draft.answer("; ".join(_said(f, draft) for f in kept) + ".")
    return None


def first(q: Question, draft: Draft) -> Answer | None:
    """The group that rose, or fell, the most: out of all of them in a table, or the one that the report singles out; None where neither is told."""
    wanted, base = asked_first(q), _base(q)
    if wanted is None or base is Base.NONE:
        return None
    world = draft.world
    of_time = replace(q, operation="list")
    fitting = [n.figure for n in world.figures if n.figure.measure in (Measure.GROWTH, Measure.INDEX) and n.figure.unit == "%" and n.figure.base is base and main_group(n.figure) is not None and period_fit(of_time, n.figure, world) is not None]
    moved = [f for f in fitting if (change := change_of(f)) and (change < 0) is wanted]
    columns = {(f.table, f.column) for f in fitting if f.table is not None}
    for table, column in sorted(columns, key=str):
        firsts = _firsts(f for f in fitting if (f.table, f.column) == (table, column))
        ranked = sorted((f for f in firsts if any(f is m for m in moved)), key=lambda f: abs(change_of(f) or Decimal(0)), reverse=True)
        if len(firsts) >= NEARLY_ALL and ranked:
            lead, after = _said(ranked[0], draft), "; ".join(_said(f, draft) for f in ranked[1:3])
            return draft.answer(f"{lead}{'. Tiếp theo: ' if after else ''}{after}.")
    told = [f for f in moved if f.table is None and _singled_out(f, world)]
    if told:
        return draft.answer(f"{_said(told[0], draft)}.")
    return None


def _singled_out(f: Figure, world: World) -> bool:
    """Whether the report says of a figure that it is the most: "giảm sâu nhất (0,94%)", "giảm 0,77%, mức giảm mạnh nhất trong các nhóm"."""
    text = world.report.text
    before, after = text[max(f.sentence.start, f.span.start - _NEAR) : f.span.start], text[f.span.end : min(f.sentence.end, f.span.end + _NEAR)]
    return _SINGLED_OUT.search(re.split(r"[;%]", before)[-1]) is not None or _SINGLED_OUT_BEHIND.match(after) is not None


def asked_first(q: Question) -> bool | None:
    """Whether the group that fell the most, else the one that rose the most, is asked for; None for other questions."""
    which, ways = _WHICH.search(q.text), {bool(m["down"]) for m in _MOST.finditer(q.text)}
    if which is None or len(ways) != 1 or q.claim or q.operation in ("why", "claim", "when") or _OF_POINTS.search(q.text):
        return None
    many = (which["many"] or "").lower()
    return ways.pop() if many == "" or many not in ("những", "các") and _many(many) == 1 else None


def strays(q: Question, result: Answer, world: World) -> bool:
    """Whether groups are asked for, of a report that tells of them, and what is answered is none."""
    if asked(q) is None and asked_first(q) is None or not result.figures or len({g for n in world.figures if (g := main_group(n.figure)) is not None}) < 5:
        return False
    return not any(p.search(result.text) for p in MAIN_GROUPS)


def _base(q: Question) -> Base:
    """What the prices are compared with: as asked, else a month with the one before, and a mean with that of a year before."""
    if q.base is not Base.NONE:
        return Base.YEAR if q.base is Base.AVERAGE else q.base
    if not q.periods:
        return Base.NONE
    return Base.PREVIOUS if q.periods[0].kind == "month" else Base.YEAR


def _firsts(figures: Iterable[Figure]) -> list[Figure]:
    """The first figure of each group, in the report's order."""
    out: dict[int, Figure] = {}
    for f in figures:
        g = main_group(f)
        if g is not None:
            out.setdefault(g, f)
    return list(out.values())


def _counted(down: bool, world: World) -> set[int]:
    """How many groups the report says fell, or rose."""
    way = "giảm|hạ" if down else "tăng"
    return {count_of(m["n"]) for m in re.finditer(rf"{_TOLD}(?:{way})(?!\w)", world.report.text, re.I)}


def _said(f: Figure, draft: Draft) -> str:
    return f"{f.indicator} {draft.change(f)} [{draft.state(f)}]"


__all__ = ["answer", "asked", "asked_first", "first", "strays"]
