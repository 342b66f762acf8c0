"""Whether a stated figure and a report's figure agree, slot by slot: value and unit, time, modality, base."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from chain.question import Question
from chain.select import period_fit
from chain.stating import PLANNED, Stated
from chain.words import OPPOSITES
from chain.world import World
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period
from report.periods import with_month
from report.text import words

TRUE, ROUNDED, FALSE, ABSENT = "đúng", "làm tròn", "sai", "không có trong báo cáo"

CHANGES = (Measure.GROWTH, Measure.INDEX)
_DONE = re.compile(r"(?<!\w)(?:đã|thực hiện|thực tế|đạt được)(?!\w)", re.I)

# values and units

_ANYONE = frozenset(("người", "em", "cháu"))
_PEOPLE = _ANYONE | frozenset(["học sinh", "sinh viên", "học viên", "giáo viên", "giảng viên", "lao động", "người lao động", "trẻ", "trẻ em", "bệnh nhân", "cán bộ", "công nhân", "thí sinh", "đối tượng", "hội viên", "đoàn viên", "đảng viên", "bác sĩ", "bác sỹ"])


_TRAVELLERS = frozenset(tail for who in ("khách", "hành khách") for tail in (who, f"lượt {who}"))  # a passenger is counted each time
_HEADS, _TIMES = frozenset(("người", "lao động", "hộ")), frozenset(("ngày", "tháng", "quý", "năm"))


def _each(unit: str) -> tuple[str, frozenset[str]]:
    """What a unit counts, and of each of what: "đồng/người/năm"."""
    counted, *each = unit.split("/")
    return counted, frozenset(each)


def same_unit(said: str, right: str) -> bool:
    """Whether a text's unit is the report's, or its beginning: "đồng" for "đồng/chỉ", "vụ vi phạm" for "vụ"."""
    if said in _ANYONE and right in _PEOPLE or right in _ANYONE and said in _PEOPLE:
        return True
    if said.removesuffix(".km") in _TRAVELLERS and right.removesuffix(".km") in _TRAVELLERS:
        return said.endswith(".km") is right.endswith(".km")
    if "/" in said and "/" in right:  # "đồng/người", "đồng/năm", "đồng/người/năm": a head and a time leave one another open
        mine, its = _each(said), _each(right)
        return mine[0] == its[0] and all(not (x := mine[1] & group) or not (y := its[1] & group) or x == y for group in (_HEADS, _TIMES)) and mine[1] - _HEADS - _TIMES == its[1] - _HEADS - _TIMES
    return said == right or right.startswith((said + "/", said + " ")) and bool(said) or bool(right) and said.startswith(right + " ")


_COUNTERS = frozenset(("chiếc", "cái", "con", "cơ sở", "đơn vị"))
_OF_EACH = {"tháng": r"(?:một|mỗi|hằng|hàng|theo|bình quân)\s+tháng|/\s*tháng", "năm": r"(?:một|mỗi|hằng|hàng|bình quân)\s+năm|/\s*năm", "người": r"đầu\s+người|(?:một|mỗi|bình quân)\s+(?:người|lao động|nhân khẩu)|/\s*người"}


def unit_told(said: str, f: Figure) -> bool:
    """Whether `said` is a figure's unit, or what its unit and its name tell together: "đồng/tháng" of "thu nhập bình quân một tháng", in đồng."""
    if same_unit(said, f.unit):
        return True
    counted, *each = said.split("/")
    name = f"{f.head} {f.indicator}"
    if f.unit in _COUNTERS and said and said not in _COUNTERS and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", name, re.I):
        return True  # "2.184 ô tô tải", of "lượng ô tô tải … 2.184 chiếc"
    return bool(each) and "/" not in f.unit and counted == f.unit and all((pattern := _OF_EACH.get(e)) is not None and re.search(rf"(?<!\w)(?:{pattern})(?!\w)", name, re.I) is not None for e in each)


def change_in(f: Figure) -> Decimal | None:
    """A growth, an index or a change as a signed number; None for what is none of these."""
    if f.measure is Measure.INDEX:
        return f.value - 100
    if f.measure in (Measure.GROWTH, Measure.CHANGE):
        return -abs(f.value) if f.direction is Direction.DOWN or f.value < 0 else f.value
    return None


def rounds_to(gap: Decimal, step: Decimal, *, closed: bool = False) -> bool:
    """Whether a value that is `gap` greater than what is said, signs aside, is rounded to it: a half goes up, 4,5 is no 4; `closed` takes it for "hơn 4" too."""
    return -step / 2 <= gap < step / 2 or closed and gap == step / 2


def agreement(said: Decimal, right: Decimal, s: Figure, step: Decimal) -> str:
    """TRUE for the same value, ROUNDED for one rounded to the printed precision or hedged the right way, else FALSE."""
    if said == right:
        return TRUE
    if said * right < 0:
        return FALSE
    gap = abs(right) - abs(said)
    if s.bound is Bound.OVER and gap < 0 or s.bound in (Bound.UNDER, Bound.NEAR) and gap > 0:
        return FALSE  # "hơn 2%" of 1,84%
    if s.step > step and rounds_to(gap, s.step, closed=s.bound is Bound.OVER):
        return ROUNDED
    if s.bound is Bound.NONE or not right:
        return FALSE
    side = {Bound.OVER: gap > 0, Bound.UNDER: gap < 0, Bound.NEAR: gap < 0, Bound.ABOUT: True}[s.bound]
    figures = len(s.value.normalize().as_tuple().digits)
    coarse = s.step >= step and figures <= 3 and (s.step > step or figures < len(right.normalize().as_tuple().digits))  # "khoảng 24,7" is no 24,5
    near = abs(gap) <= abs(right) * Decimal("0.03")
    if s.bound in (Bound.OVER, Bound.UNDER, Bound.NEAR) and figures < 3:  # "hơn 70%" of 72,2%: half of the last digit that is told
        near = near or abs(gap) <= Decimal(5).scaleb(abs(s.value).adjusted() - figures) and abs(gap) <= abs(right) * Decimal("0.08")
    return ROUNDED if side and coarse and near else FALSE


def values(s: Figure, f: Figure) -> tuple[Decimal, Decimal] | None:
    """The two values in one measure and unit, signed where they are changes; None when they cannot be set side by side."""
    if s.measure in CHANGES and s.base is not Base.PLAN:
        change = change_in(f) if f.measure in CHANGES else None
        if change is None:
            return None
        if s.measure is Measure.INDEX:
            return (s.value, f.value) if f.measure is Measure.INDEX else (s.value - 100, change)
        return change_in(s) or Decimal(0), change
    if s.measure is Measure.COMPLETION and f.measure is Measure.COMPLETION:
        return s.value, f.value
    if s.measure is Measure.CHANGE and f.measure is Measure.CHANGE:
        return (change_in(s) or Decimal(0), change_in(f) or Decimal(0)) if same_unit(s.unit, f.unit) else None
    if s.base is Base.PLAN and s.measure in (Measure.CHANGE, Measure.GROWTH, Measure.LEVEL) and f.modality in PLANNED and same_unit(s.unit, f.unit):
        return (s.value, f.value) if f.measure in (Measure.LEVEL, Measure.GROWTH) else None  # "vượt mục tiêu 90 triệu USD" names the plan
    if s.base is Base.PLAN and s.unit == "%" and f.measure is Measure.COMPLETION:
        return change_in(s) or Decimal(0), f.value - 100
    if s.base is Base.PLAN and f.base is Base.PLAN and f.measure is s.measure:
        return change_in(s) or s.value, change_in(f) or f.value
    plain = (Measure.LEVEL, Measure.SHARE)
    if s.measure in (*plain, Measure.COMPLETION) and f.measure in (*plain, Measure.COMPLETION):
        if s.measure is not f.measure and f.unit != "%":
            return None
        # a cell under no unit is a number of whatever is named; so is "số bác sĩ/1 vạn dân: 9,2"
        named = f.table is not None or bool(s.unit) and set(words(s.unit)) <= set(words(f.indicator))
        return (s.value, f.value) if unit_told(s.unit, f) or not s.unit or not f.unit and named and s.unit != "%" else None
    if s.measure is Measure.LEVEL and f.measure is Measure.GROWTH and s.unit == "%" and f.direction is not Direction.DOWN:
        return s.value, f.value  # "kiểm soát CPI dưới 4,5%"
    if s.measure is Measure.LEVEL and f.measure is Measure.INDEX and (s.unit in ("", "%") or s.unit == f.unit):
        return s.value, f.value
    if s.measure is f.measure is Measure.MULTIPLE and (s.direction is Direction.DOWN) is not (f.direction is Direction.DOWN):
        return None
    return (s.value, f.value) if s.measure is f.measure and same_unit(s.unit, f.unit) else None


def _bounds_clash(s: Figure, f: Figure) -> bool:
    return {s.bound, f.bound} in ({Bound.OVER, Bound.UNDER}, {Bound.OVER, Bound.NEAR})


def compare(s: Figure, f: Figure) -> str:
    """TRUE, ROUNDED or FALSE for the values alone; "" when measure or unit keep them apart."""
    both = values(s, f)
    if both is None:
        return ""
    found = agreement(*both, s, f.step)
    return FALSE if found == TRUE and _bounds_clash(s, f) else found


# slots


def in_time(p: Period, f: Figure, world: World, q: Question) -> bool:
    its = f.period
    p = with_month(p, *(n.figure.period for n in world.figures if n.figure.period.kind == "season")) or p if p.kind == "season" else p  # "kỳ 1": of the report's month
    if its.kind == "date" and its.year == p.year and p.part and its.part and p.kind in ("month", "months", "date"):
        month = p.part // 100 if p.kind == "date" else p.part
        return its.part // 100 == month
    if p.kind == "date" and its.kind == "months" and its.year == p.year and p.part:
        return its.part == p.part // 100
    if {p.kind, its.kind} == {"date", "months"} and None in (p.year, its.year) and p.part and its.part and (p.year or its.year) in (None, world.main_year):
        return (p.part // 100 if p.kind == "date" else p.part) == (its.part // 100 if its.kind == "date" else its.part)
    if {p.kind, its.kind} == {"months", "month"} and p.part == its.part and p.label.lower().startswith(("tính đến", "đến", "hết")) and p.kind == "months":
        return not p.year or not its.year or p.year == its.year  # "tính đến hết tháng 9" of what there is in September
    if p.first and its.first and {p.kind, its.kind} == {"range", "year"}:
        return (p.first, p.year) == (its.first, its.year)  # "đông xuân 2023-2024"
    if f.modality in PLANNED and {p.kind, its.kind} == {"range", "year"} and p.year == its.year:
        return True  # what is planned for 2026-2030 is there in 2030
    fits = period_fit(replace(q, periods=(p,)), f, world)
    return fits is not None and (fits >= 0.5 or its.kind == "date")


def kind_of(s: Stated, f: Figure) -> float | None:
    """1 for the same modality, less for one that the text may mean, None where a plan is taken for what was done or the reverse."""
    planned = f.modality in PLANNED
    mine = s.figure.modality
    if f.measure is Measure.COMPLETION and s.figure.unit == "%":
        return 1.0 if s.figure.measure is Measure.COMPLETION else 0.7  # how far a plan was reached is no plan
    if s.figure.base is Base.PLAN and s.figure.measure is not Measure.COMPLETION:
        return 1.0 if planned or f.base is Base.PLAN or f.measure is Measure.COMPLETION else None
    if mine in PLANNED:
        if mine is f.modality:
            return 1.0
        # what is forecast is not what was set: "mục tiêu dưới 3,9%" of a forecast of 3,9%
        return None if {mine, f.modality} == {Modality.TARGET, Modality.FORECAST} else 0.7 if planned else None
    if planned:
        # after "năm 2024, tỉnh phấn đấu …" the next sentence still speaks of the plan
        return 0.6 if s.planned and not s.own_period and not _DONE.search(s.sentence) or f.measure is Measure.COMPLETION else None
    return 1.0


def based(s: Stated, f: Figure) -> float | None:
    """Whether a change is measured against the base that is named; any base where none is."""
    mine = s.figure
    if mine.measure is f.measure is Measure.SHARE and _other_whole(mine.head, f):
        return None
    if mine.measure not in (*CHANGES, Measure.CHANGE, Measure.MULTIPLE) or mine.base is Base.PLAN or f.base is mine.base:
        if f.base is mine.base is Base.FIXED and f.base_period.year and mine.base_period.year and f.base_period.year != mine.base_period.year:
            return None
        return 1.0
    if Base.NONE in (mine.base, f.base):
        return 0.9
    if named := _named_base(mine.base_period, f.period):
        return 1.0 if f.base in named else None
    if not s.own_base:
        return 0.9 if mine.base is Base.YEAR else 0.6
    if {mine.base, f.base} == {Base.AVERAGE, Base.YEAR} and f.period.kind in ("months", "month", "quarter", "half") and f.period.kind == mine.period.kind:
        return 0.9  # the average of five months against that of the five a year before
    if mine.base_period.year and f.base_period.year == mine.base_period.year and mine.base_period.kind == f.base_period.kind:
        return 1.0
    if {mine.base, f.base} == {Base.FIXED, Base.YEAR}:
        year = mine.base_period.year or f.base_period.year
        return 1.0 if year and f.period.year and year == f.period.year - 1 else None
    return None


def _other_whole(whole: str, f: Figure) -> bool:
    """Whether a share of `whole` is not the report's: of imports, where its own is of exports or of both."""
    said, name, told = (f" {' '.join(words(text))} " for text in (whole, f.indicator, f.head))
    for one, other in OPPOSITES:
        its = name if f" {one} " in name or f" {other} " in name else told
        mine, theirs = ({w for w in (one, other) if f" {w} " in text} for text in (said, its))
        if len(mine) == 1 and theirs and mine != theirs:
            return True
    return False


def _named_base(against: Period, at: Period) -> frozenset[Base]:
    """What comparing the month `at` with the month `against` may be called: of the year before for "so với tháng 8/2022" in August 2023; nothing where one is no dated month."""
    if not (against.kind == at.kind == "month" and against.year and at.year and against.part and at.part):
        return frozenset()
    back = (at.year - against.year) * 12 + at.part - against.part
    return frozenset(base for base, months in ((Base.PREVIOUS, 1), (Base.YEAR, 12), (Base.DECEMBER, at.part)) if months == back)


_EACH = re.compile(r"bình quân\s+(?:một|mỗi|hàng|hằng)\s+(tháng|quý|ngày|tuần|hộ|người|xã|huyện|doanh nghiệp|dự án)", re.I)


def per(text: str) -> str:
    """What an average is of each of, where `text` says so: "tháng" of "bình quân mỗi tháng"."""
    m = _EACH.search(text)
    return m[1].lower() if m else ""


def told_per(each: str, f: Figure, world: World) -> bool:
    """Whether a figure may be an average of each of these, as far as its sentence or its unit names them."""
    return each in f.sentence.of(world.report.text).lower() or each in f.unit


def read_nothing() -> Question:
    """A question that asks for nothing, to carry a period."""
    return Question(raw="", text="", terms=())


__all__ = ["ABSENT", "CHANGES", "FALSE", "ROUNDED", "TRUE", "agreement", "based", "change_in", "compare", "in_time", "kind_of", "per", "read_nothing", "rounds_to", "same_unit", "told_per", "values"]
