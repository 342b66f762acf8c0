"""Questions for each of so many of a kind: "Ba khu vực kinh tế đóng góp bao nhiêu điểm phần trăm", "hai vụ lúa đạt bao nhiêu tấn".

Answered where one sentence, or one column of a table, tells just as many whose names hold the kind, all in the same way; never by one of them.
"""

from __future__ import annotations

import re

from chain import words as W
from chain.answer import Answer
from chain.compose import Draft
from chain.question import Question
from chain.select import kind_fit, modality_fit, period_fit, unit_fits
from chain.world import Named, World, tokens
from report.model import Measure
from report.numbers import count_of

_KIND = r"khu vực|nhóm hàng|nhóm|nguồn vốn|nguồn|khối|ngành|lĩnh vực|vụ|cấp|tuyến|khoản"
_SO_MANY = re.compile(
    rf"^\W*(?:cả\s+)?(?P<n>hai|ba|bốn|sáu|[2-6])\s+(?P<kind>{_KIND})(?!\w)(?:\s(?!tháng|quý|năm|đóng|góp|đạt|tăng|giảm|chiếm|thu|nộp|có)[^\W\d]+){{0,4}}?\s"
    r"(?:(?:lần lượt|đã|đều|cùng|tương ứng)\s)*(?:đóng góp|góp|đạt|tăng|giảm|chiếm|thu|nộp|giải ngân|gieo cấy|có|là)(?!\w).*(?<!\w)(?:bao nhiêu|mấy)(?!\w)", re.I,
)  # fmt: skip
_OF_ALL = re.compile(r"(?<!\w)(?:tổng|cộng|gộp|chung|cả thảy|bình quân|trung bình|hơn|kém|chênh|nhất|nào)(?!\w)", re.I)


def answer(q: Question, draft: Draft) -> Answer | None:
    """Each of the things that a question counts; None where it counts none, or not just as many are told."""
    m = _SO_MANY.search(q.text)
    if m is None or q.operation != "lookup" or q.claim or _OF_ALL.search(q.text):
        return None
    count, kind = count_of(m["n"]), m["kind"].lower()
    rows: dict[tuple[object, ...], list[Named]] = {}
    for n in draft.world.figures:
        f = n.figure
        fits = f.measure is q.measure if q.measure is not None else f.measure is Measure.LEVEL
        if fits and unit_fits(q.unit, f) and kind_fit(q, f) and period_fit(q, f, draft.world) is not None and modality_fit(q, f, draft.world) is not None and re.search(rf"(?<!\w){kind}\s", f"{f.indicator} ", re.I):
            rows.setdefault((f.table if f.table is not None else f.sentence, f.column, f.unit, f.base, f.modality, f.period), []).append(n)
    skip = set(tokens(f"{kind} {m['n']}")) | W.STOP | W.GENERIC
    asked = [t for t in q.terms if t not in skip and draft.world.vocabulary.get(t)]
    found = [row for row in rows.values() if len(row) == len({n.figure.indicator for n in row}) == count and set(asked) <= _near(row, draft.world)]
    if len(found) != 1:
        return None
    return draft.answer("; ".join(draft.phrase(n.figure) for n in found[0]) + ".")


def _near(row: list[Named], world: World) -> frozenset[str]:
    """The words of the names, of their paragraph up to them, and of the titles over it."""
    last = row[-1].figure
    paragraph = world.report.text[world.report.text.rfind("\n", 0, last.sentence.start) + 1 : last.sentence.end]
    return frozenset.union(*(n.own | n.head | n.clause | n.lead | n.around for n in row)) | frozenset(tokens(f"{paragraph} {' '.join(world.report.section_path(last.section))}"))


def lacks(q: Question, told: Answer) -> bool:
    """Whether one of a kind is told where so many of it are asked for, and not what all of them come to."""
    m = _SO_MANY.search(q.text)
    if m is None or told.calculation or not told.figures or len(told.text.partition("Đừng nhầm")[0].split("[")) > 2 or q.operation != "lookup" or q.claim:
        return False
    name = told.figures[0].indicator.lower()
    return re.search(rf"(?<!\w){m['kind'].lower()}(?!\w)", name) is not None and f"{m['n']} {m['kind']}".lower() not in name


__all__ = ["answer", "lacks"]
