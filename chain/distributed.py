"""One question about several things that it names: "kim ngạch nhập khẩu từ A, B và C", "lượng và trị giá gạo xuất khẩu là bao nhiêu".

The question is asked of each by itself. All must be answered: the first by the trusted choice, the others by the figure that is told
of them just as that one is told of the first (in its column, in its list), or by the trusted choice as well. Else nothing is said, since
some of them are no answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from chain import matching
from chain import words as W
from chain.answer import Answer
from chain.choosing import choose
from chain.compose import Draft
from chain.question import Question, read
from chain.world import Named, World, tokens
from report.model import Figure, Measure, Modality
from report.text import UPPER

_SYLLABLE = rf"[{UPPER}][^\W\d_]*(?:-[^\W\d_]+)*"
_PROPER = rf"(?:(?:TP\.?|KCN|KKT)\s)?{_SYLLABLE}(?:\s{_SYLLABLE}){{0,3}}"
_PROPERS = re.compile(rf"(?P<items>(?<!\w){_PROPER}(?:,\s{_PROPER})*\s(?:và|cùng|lẫn)\s{_PROPER})(?!\w)")
_MEASURES = r"(?:khối |sản |số )?lượng|trị giá|giá trị|kim ngạch|diện tích|năng suất|sản lượng|doanh thu|số tiền|số vốn|số dự án|số vụ|số người|vốn đăng ký|vốn thực hiện"
_BY_MEASURE = re.compile(rf"(?P<items>(?<!\w)(?:{_MEASURES})(?:,\s(?:{_MEASURES}))*\s(?:và|lẫn|cùng)\s(?:{_MEASURES}))(?!\w)", re.I)
# Three or more that are told apart by commas: "cho giáo dục, quản lý hành chính, bảo đảm xã hội và y tế".
_LEADS = r"(?:cho|của|từ|sang|với|ở|tại|nhóm|các nhóm|gồm|về|là|:)"
_THINGS = re.compile(rf"(?<!\w){_LEADS}\s+(?P<items>[^,?:;\d]{{2,40}}(?:,\s[^,?:;\d]{{2,40}})+?\s(?:và|cùng)\s[^,?:;\d]{{2,40}}?)(?=,|\?|\s*$|\s(?:là|đạt|tăng|giảm|lần lượt|mỗi|so với|năm|tháng|quý|trong|có|thu|nộp|chiếm)(?!\w))", re.I)
# Names with "và" in them, told apart by semicolons: "các nhóm văn hóa, giải trí và du lịch; đồ uống và thuốc lá; may mặc".
_APART = re.compile(r"(?<!\w)(?:nhóm|khoản|ngành|mặt hàng|lĩnh vực|của|cho|về)\s+(?P<items>[^?;:\d]{2,60}(?:;\s(?:và\s)?[^?;:\d]{2,60}?)+)(?=,|\?|\s*$|\s(?:là|đạt|tăng|giảm|lần lượt|mỗi|so với|năm|tháng|quý|trong|có|thu|nộp|chiếm)(?!\w))", re.I)
_AND = re.compile(r",\s|\s(?:và|cùng|lẫn)\s")
_ASKS_ONE = re.compile(r"(?<!\w)(?:tổng|cộng|gộp|chênh|hơn|kém|so sánh|nào|hay|hoặc|giữa|cả (?:hai|ba|bốn|năm))(?!\w)", re.I)
_TELLS_NOTHING = W.STOP | W.GENERIC


@dataclass(frozen=True)
class Listed:
    """What a question names: the things, where they stand in its text, and whether they are measures."""

    items: tuple[str, ...]
    start: int
    end: int
    measures: bool = False


def _listed(q: Question, world: World) -> Listed | None:
    """The things that a question asks about in a row; None where it asks about one, or names one with "và" in its name."""
    if q.operation not in ("lookup", "text") or q.claim or q.carried or _ASKS_ONE.search(q.text):
        return None
    if (m := _APART.search(q.text)) is not None:
        return Listed(tuple(t.strip().removeprefix("và ") for t in m["items"].split(";") if t.strip()), m.start("items"), m.end("items"))
    for pattern, measures in ((_BY_MEASURE, True), (_PROPERS, False), (_THINGS, False)):
        m = next((m for m in pattern.finditer(q.text) if m.start("items") or measures), None)
        if m is None:
            continue
        items = tuple(t.strip() for t in _AND.split(m["items"]) if t.strip())
        if len(items) > 1 and not _one_name(items, world):
            return Listed(items, m.start("items"), m.end("items"), measures)
    return None


def _one_name(items: tuple[str, ...], world: World) -> bool:
    """Whether a figure's own name holds two of the things at once: "nhà ở, điện, nước và vật liệu xây dựng" is one group."""
    rows = [_row(t) for t in items]
    return any(sum(bool(r) and f" {r} " in n.zones.rows[0] for r in rows) > 1 for n in world.figures)


def _row(item: str) -> str:
    return " ".join(tokens(item))


def answer(q: Question, draft: Draft) -> Answer | None:
    """A figure of each; None where the question does not ask so, or not all are told."""
    world = draft.world
    listed = _listed(q, world)
    if listed is None:
        return None
    asked = [_alone(item, listed, q, world) for item in listed.items]
    if any(one is None for one in asked):
        return None
    trusted = [found[0].figure if one is not None and (found := choose(one, world)) else None for one in asked]
    first = next((f for f in trusted if f is not None), None)
    if first is None:
        return None
    told: list[Figure] = []
    for item, own in zip(listed.items, trusted):
        figure = _beside(first, item, world) if not listed.measures and first is not own else None
        if figure is None:
            figure = own if own is not None and (listed.measures or _of_one_kind(own, first)) else None
        if figure is None or figure in told:
            return None
        told.append(figure)
    if listed.measures and (len({f.unit for f in told}) < len(told) or len({(f.table, f.row) if f.table is not None else f.sentence for f in told}) > 1 and len({f.period for f in told}) > 1):
        return None
    return draft.answer("; ".join(draft.phrase(f) for f in told) + ".")


_OF_EACH = re.compile(r",?\s*(?:lần lượt|mỗi\s+\S+(?:\s(?!bao|mấy|là|được|đạt)\S+)?|từng\s+\S+)(?=\s|$)", re.I)
_TELL = re.compile(r"^\W*(?:hãy\s+|xin\s+|vui lòng\s+)*(?:cho biết|liệt kê|kể|nêu|cho (?:tôi|mình|em) (?:biết|hỏi))\s+(?:giúp\s+(?:tôi|mình|em)\s+)?", re.I)


def _alone(item: str, listed: Listed, q: Question, world: World) -> Question | None:
    """The question for one of the things by itself."""
    behind = _OF_EACH.sub(" ", q.text[listed.end :])
    text = f"{_TELL.sub('', re.sub(r'(?i)(?<![^ ])(?:các|những|hai|ba|bốn|năm)(?= (?:nhóm|khoản|ngành|mặt hàng|lĩnh vực) $)', '', q.text[: listed.start]))}{item}{behind}".strip(" ?.,:")
    try:
        one = read(f"{text}?" if W.ASKS_AMOUNT.search(text) else f"{text} là bao nhiêu?", world)
    except ValueError:
        return None
    return replace(one, operation="lookup", amount=True) if one.operation in ("lookup", "text") else None


# "từng tháng từ tháng 1 đến tháng 4 năm 2026", "các tháng trong quý III/2026", "từng năm từ 2011 đến 2015"
_MONTHS = re.compile(r"(?:của\s+|trong\s+)?(?:từng|các|mỗi)\s+tháng\s+(?:từ\s+tháng\s+(?P<a>\w+)\s+(?:đến|tới)\s+tháng\s+(?P<b>\w+)(?:[/ ]\s*(?:năm\s+)?(?P<y>\d{4}))?|(?:trong|của|thuộc)\s+quý\s+(?P<q>IV|I{1,3}|[1-4])(?:[/ ]\s*(?:năm\s+)?(?P<yq>\d{4}))?)", re.I)
_YEARS = re.compile(r"(?:của\s+|trong\s+|qua\s+)?(?:(?:từng|các|mỗi)\s+năm\s+)?(?:trong\s+)?(?:giai đoạn\s+|từ\s+(?:năm\s+)?)(?P<a>(?:19|20)\d\d)\s*(?:đến|tới|-|–)\s*(?:năm\s+)?(?P<b>(?:19|20)\d\d)", re.I)
_EACH_OF_THEM = re.compile(r"(?<!\w)(?:từng năm|các năm|lần lượt|từng tháng|mỗi tháng|các tháng)(?!\w)", re.I)
_MONTH_NAMES = {w: i for i, w in enumerate(("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)} | {"giêng": 1, "chạp": 12}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MOST = 12


def times_asked(q: Question, world: World) -> tuple[re.Match[str] | None, list[str]]:
    """Where a question names a run of months or years, of each of which it asks, and each of them."""
    if not _EACH_OF_THEM.search(q.text):
        return None, []
    if (m := _MONTHS.search(q.text)) is not None:
        year = m["y"] or m["yq"] or str(world.main_year or "")
        first = 3 * _QUARTERS[m["q"].lower()] - 2 if m["q"] else _month(m["a"])
        last = first + 2 if m["q"] and first else _month(m["b"] or "")
        return (m, [f"tháng {k}/{year}" for k in range(first, last + 1)]) if year and first and last else (None, [])
    m = _YEARS.search(q.text)
    return (m, [f"năm {k}" for k in range(int(m["a"]), int(m["b"]) + 1)]) if m is not None else (None, [])


def at_each_time(q: Question, draft: Draft) -> Answer | None:
    """A figure of each month or year of a run that a question names; None where it names none, or not all are told."""
    if q.claim or q.carried or q.operation not in ("lookup", "text"):
        return None
    m, times = times_asked(q, draft.world)
    if m is None or not 1 < len(times) <= _MOST:
        return None
    told: list[Figure] = []
    for time in times:
        behind = _OF_EACH.sub(" ", q.text[m.end() :])
        text = re.sub(r"\s+", " ", _EACH_OF_THEM.sub(" ", f"{_TELL.sub('', q.text[: m.start()])} {time} {behind}")).strip(" ?.,:")
        try:
            one = read(f"{text}?" if W.ASKS_AMOUNT.search(text) else f"{text} là bao nhiêu?", draft.world)
        except ValueError:
            return None
        found = choose(replace(one, operation="lookup", amount=True), draft.world) if one.operation in ("lookup", "text") else []
        if not found or found[0].figure in told:
            return None
        told.append(found[0].figure)
    first_told = told[0]
    alike = all((f.measure, f.base, f.unit, f.modality in _AHEAD) == (first_told.measure, first_told.base, first_told.unit, first_told.modality in _AHEAD) for f in told)
    if not alike or len({f.period for f in told}) < len(told):
        return None
    return draft.answer("; ".join(draft.phrase(f) for f in told) + ".")


_AHEAD = (Modality.TARGET, Modality.FORECAST)


def _month(said: str) -> int:
    """A month by its number or its name; 0 where it is none."""
    return int(said) if said.isdigit() and int(said) <= _MOST else _MONTH_NAMES.get(said.lower(), 0)


def _of_one_kind(f: Figure, g: Figure) -> bool:
    return f.unit == g.unit and f.measure is g.measure and f.base is g.base and f.modality is g.modality and matching.same_time(f, g)


def _beside(first: Figure, item: str, world: World) -> Figure | None:
    """The figure of a thing in the column or the sentence of another one's, where just one is called so."""
    wanted = frozenset(w for w in tokens(item) if w not in _TELLS_NOTHING)
    if not wanted:
        return None

    def near(n: Named) -> bool:
        f = n.figure
        same_place = f.table == first.table and f.column == first.column if first.table is not None else f.table is None and f.sentence == first.sentence
        return f is not first and same_place and _of_one_kind(f, first) and wanted <= n.own

    found = [n for n in world.figures if near(n)]
    least = min((len(n.own - wanted - W.STOP) for n in found), default=0)
    closest = [n.figure for n in found if len(n.own - wanted - W.STOP) == least]
    return closest[0] if len({f.value for f in closest}) == 1 and first.measure is not Measure.COMPLETION or len(closest) == 1 else None


__all__ = ["answer", "at_each_time", "times_asked"]
