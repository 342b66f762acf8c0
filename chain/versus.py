"""A question for the rows of a table in which one column is above another: "những đơn vị nào có kim ngạch xuất khẩu lớn hơn kim ngạch nhập khẩu?".

Both columns are found by what all of their names have in common. Not here: rows that are held against a number, the plan or the whole (`groups`).
"""

from __future__ import annotations

import re
from collections import defaultdict

from chain import words as W
from chain.answer import Answer, NotInReport
from chain.compose import Draft
from chain.parts import time_words
from chain.question import Question
from chain.world import Named, World, tokens
from report.model import Measure, Modality

_KIND = r"đơn vị|địa phương|huyện|xã|phường|tỉnh|thị trường|nước|mặt hàng|nhóm hàng|nhóm|ngành|doanh nghiệp|cửa khẩu|cảng|chi cục|dự án|khoản thu|khoản|năm|tháng|quý"
_ASKS = re.compile(rf"(?<!\w)(?P<kind>{_KIND})\s+nào\s+(?:lại\s+|đã\s+)?(?:có\s+)?(?P<first>[^,?]{{2,60}}?)\s+(?P<way>lớn|cao|nhiều|thấp|ít|nhỏ)\s+hơn\s+(?:so với\s+|cả\s+)?(?P<other>[^,?\d]{{2,60}}?)\s*(?:\?|$)", re.I)
_SAYS_NOTHING = frozenset(("của", "các", "có", "là", "mức", "con", "tổng", "về", "trong"))
_PLAN = frozenset(("dự", "toán", "kế", "hoạch"))
_Column = dict[int, Named]


def answer(q: Question, draft: Draft) -> Answer | NotInReport | None:
    """The rows in which the one is above the other; None where the question does not ask so, or no one table has both."""
    m = _ASKS.search(W.CLAIM.sub(" ", q.text))
    if m is None or q.carried:
        return None
    first, other = (frozenset(tokens(time_words(m[side])[1])) - _SAYS_NOTHING for side in ("first", "other"))
    if not first or not other or first == other or other - first <= W.STOP:
        return None
    pairs = [pair for columns in _tables(draft.world).values() if (pair := _pair(columns, first, other, q)) is not None]
    if len(pairs) != 1:
        return None
    below = m["way"].lower() in ("thấp", "ít", "nhỏ")
    one, two = pairs[0]
    told: list[str] = []
    for row in sorted(one.keys() & two.keys()):
        a, b = one[row].figure, two[row].figure
        if (a.value < b.value) is below and a.value != b.value:
            told.append(f"{_label(row, one[row], draft.world)} ({a.text} [{draft.state(a)}], so với {b.text} [{draft.state(b)}])")
    return draft.answer(f"{len(told)} {m['kind'].lower()}: {'; '.join(told)}.") if told else draft.refuse(f"Báo cáo không có {m['kind'].lower()} nào như vậy.")


def _tables(world: World) -> dict[int, dict[int, _Column]]:
    """The amounts of each table by their columns and rows."""
    found: dict[int, dict[int, _Column]] = defaultdict(lambda: defaultdict(dict))
    for n in world.figures:
        f = n.figure
        if f.table is not None and f.row is not None and f.column is not None and f.measure is Measure.LEVEL:
            found[f.table][f.column][f.row] = n
    return found


def _pair(columns: dict[int, _Column], first: frozenset[str], other: frozenset[str], q: Question) -> tuple[_Column, _Column] | None:
    """The two columns without the row of the whole; None where there is not one of each, or they count two things."""
    one, two = (_called(columns, words, q) for words in (first, other))
    if one is None or two is None or one is two:
        return None
    rows = {r for r in one.keys() & two.keys() if one[r].figure.unit == two[r].figure.unit and _own(one[r]) - _common(one)}
    return ({r: one[r] for r in rows}, {r: two[r] for r in rows}) if len(rows) > 1 else None


def _called(columns: dict[int, _Column], words: frozenset[str], q: Question) -> _Column | None:
    """The one column whose figures are all called so."""
    names = words - _PLAN if words & _PLAN and words - _PLAN else words
    found = [c for c in columns.values() if len(c) > 2 and (names if _planned(c) else words) <= _common(c) | _head(c) and words & _common(c)]
    least = min((len(_common(c) - words) for c in found), default=0)
    found = [c for c in found if len(_common(c) - words) == least]
    found = [c for c in found if _planned(c) is bool(words & _PLAN)] or found
    if len(found) > 1 and q.periods:
        found = [c for c in found if any(p.kind == n.figure.period.kind and p.part == n.figure.period.part and p.year in (None, n.figure.period.year) for n in list(c.values())[:1] for p in q.periods)]
    return found[0] if len(found) == 1 else None


def _planned(column: _Column) -> bool:
    return all(n.figure.modality is Modality.TARGET for n in column.values())


def _own(n: Named) -> frozenset[str]:
    return frozenset(tokens(n.figure.indicator))


def _common(column: _Column) -> frozenset[str]:
    """The words that all figures of a column are called by."""
    return frozenset.intersection(*(_own(n) for n in column.values()))


def _head(column: _Column) -> frozenset[str]:
    return frozenset.intersection(*(frozenset(tokens(n.figure.head)) for n in column.values()))


def _label(row: int, n: Named, world: World) -> str:
    """What the report calls a row."""
    assert n.figure.table is not None
    return next((c.text.strip() for c in world.report.tables[n.figure.table].rows[row] if re.search(r"[^\W\d_]{2}", c.text)), n.figure.indicator)


__all__ = ["answer"]
