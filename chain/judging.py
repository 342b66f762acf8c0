"""A stated figure against a report's figures, slot by slot: the one judge of claims, pasted texts and answers.

`Stated` is a figure that a text states, as the report's own reader reads it, with how far its slots were said and how far
they were carried over from the sentences before. `judge` looks for the report's figure of the same slots (`select.find`) and
says whether it agrees, which slot is wrong, or that the report does not state it. What cannot be decided is "not there".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from chain import words as W
from chain.cells import whole
from chain.compose import index_as_growth, name_of, number, period_name, value_text
from chain.naming import Fit, bearer, fit, naming, timeless
from chain.question import Question, read
from chain.select import Match, find, period_fit
from chain.tagging import compounds, telling
from chain.world import Named, World, tokens
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period, Span
from report.periods import periods
from report.sentences import sentences

TRUE, ROUNDED, FALSE, ABSENT = "đúng", "làm tròn", "sai", "không có trong báo cáo"

_PLANNED = (Modality.TARGET, Modality.FORECAST)
_CHANGES = (Measure.GROWTH, Measure.INDEX)
_BASE_SAID = re.compile(r"(?<!\w)(?:so (?:với|cùng)|cùng kỳ|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|liền kề)|bình quân|kỳ gốc|mỗi năm|hằng năm|hàng năm)(?!\w)|/\s*năm", re.I)
_DONE = re.compile(r"(?<!\w)(?:đã|thực hiện|thực tế|đạt được)(?!\w)", re.I)
_BY_PLAN = re.compile(r"(?<!\w)theo\s+(?:kế hoạch|mục tiêu|dự toán|chỉ tiêu)(?:\s+\w+)?\s*(?:,(?:[^\d]|năm \d+)*|(?:là|đạt|phải đạt|cần đạt)\s+(?:\w+\s+)?)$", re.I)
_PLAN_OF = re.compile(r"(?:^|[;.]\s+)(?:theo\s+)?(?:kế hoạch|mục tiêu|dự toán|chỉ tiêu)(?:\s+(?:cả\s+|của\s+)?năm(?:\s+\d{4})?)?\s*,[^,;.\d]*$", re.I)
_ASIDE = re.compile(r"(?<!\w)(?:con số|mức|tỷ lệ|chỉ tiêu|kết quả) (?:này|đó|ấy|trên)(?!\w)", re.I)
_BALANCE = re.compile(r"(?<!\w)(?:(?P<out>xuất siêu|thặng dư)|(?P<in>nhập siêu|thâm hụt))(?!\w)", re.I)
_CLAUSE = re.compile(r"[,;:.()]\s|[.]$|(?<!\w)(?:và|còn|trong đó|nhưng|trong khi)(?!\w)")
_LAST = re.compile(r"[;:(]|,(?!\d)|\d[\d.,]*\s*\S*|(?<!\w)(?:trong khi|nhưng|còn)(?!\w)")
_VAGUE = frozenset(("mục", "tiêu", "kế", "hoạch", "tỉnh", "kiểm", "soát", "dự", "báo", "đạt", "của", "đề", "ra", "với", "cục", "sở", "riêng"))
_EACH = re.compile(r"bình quân\s+(?:một|mỗi|hàng|hằng)\s+(tháng|quý|ngày|tuần|hộ|người|xã|huyện|doanh nghiệp|dự án)", re.I)
_CLEAR = 0.14  # how much worse than the best name a figure's name may be


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a text, with the periods it may be about (likeliest first) and what its sentence says.

    `own_period`: the sentence itself names the time. `planned`: the sentences before it speak of plans.
    `context` are the words of its sentence and of the subject before it, for names that are short ("Nhật Bản 13,5%");
    `names` the indicators that it may be of, likeliest first; `tail` the words after it ("dự toán HĐND tỉnh giao").
    `said` is what its own clause calls it, `before` all that leads to it, from the subject of the sentence before.
    """

    figure: Figure
    sentence: str
    when: tuple[Period, ...]
    own_period: bool
    own_base: bool
    planned: bool
    main: Period  # the first time that the text names: what an article is about
    context: frozenset[str]
    names: tuple[str, ...]
    clause: frozenset[str]
    tail: frozenset[str]
    said: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The judge's word on one stated figure: `right` is the report's figure, `also` what a calculation needs besides."""

    verdict: str
    reason: str
    slot: str = ""
    right: Figure | None = None
    also: tuple[Figure, ...] = ()
    calculation: str = ""


_NOTHING = Finding(ABSENT, "báo cáo không nêu số liệu này")


def stated(text: str) -> tuple[Stated, ...]:
    """The figures that `text` states, in order, each with the context that its sentences give it."""
    from report.reader import read_sentence_figures

    found = [f for f in read_sentence_figures(text) if not (f.period and not f.unit and f.scale == 1 and f.value == f.period.year)]
    spans = sentences(text)
    out: list[Stated] = []
    running: list[Period] = []
    subject: frozenset[str] = frozenset()
    topic = ""
    subjects: list[str] = []
    planned = False
    main = Period()
    for span in spans:
        line = span.of(text)
        here = [f for f in found if span.start <= f.span.start < span.end]
        said = [m.period for m in periods(line) if m.role != "base" and m.period]
        lead = here[0].period if here else (said[0] if said else Period())
        for k, f in enumerate(here):
            ahead = line[: f.span.start - span.start]
            if (_BY_PLAN.search(ahead) or _PLAN_OF.search(ahead)) and f.measure is Measure.LEVEL:
                f = replace(f, modality=Modality.TARGET)
            when = [f.period] if said and f.period else [*running[:1], f.period, *running[1:]]
            when += [p for p in said if p not in when and not (p.year is None and f.period.year and str(f.period.year) in line and (p.kind, p.part) == (f.period.kind, f.period.part))]
            if (year := _year_ahead(ahead, f)) is not None:
                when = [year]
            if beside := _beside_time(line[f.span.end - span.start :], f):
                when = [beside]
            context = frozenset(tokens(f"{f.head} {ahead}")) | subject
            alone = tuple(dict.fromkeys(p for p in when if p))
            from_last = line[max((g.span.end for g in here[:k]), default=span.start) - span.start : f.span.start - span.start]
            clause = frozenset(tokens(from_last.rpartition(";")[2]))
            after = _CLAUSE.split(line[f.span.end - span.start :], maxsplit=1)[0]
            this_year = not beside and re.search(r"(?<!\w)năm nay(?!\w)", from_last, re.I)
            if this_year:
                alone = ()
            out.append(Stated(f, line, alone, bool(said) and not this_year, _base_said(line, span, here, k), planned, main, context, _called(f, line, ahead, subjects), clause, frozenset(tokens(after)) - _VAGUE, _own_words(f, from_last, after, k > 0), f"{topic} . {f.head} . {ahead}"))
        main = main or lead
        if said and lead and not _ASIDE.search(line):
            running = [lead, *[p for p in said if p != lead]]
        elif said:
            running += [p for p in said if p not in running]
        if here:
            planned = here[0].modality in _PLANNED or planned and not said
            subject = frozenset(tokens(f"{here[0].head} {here[0].indicator} {here[0].scope}"))
            topic = f"{here[0].head} {here[0].indicator} {here[0].scope}"
            subjects.append(here[0].indicator)
    return tuple(out)


def _beside_time(after: str, f: Figure) -> Period | None:
    """The time in parentheses right after a figure: "9.876 tỷ đồng (năm 2023)"."""
    m = re.match(r"[^\d(,;.]{0,24}\(([^()]{3,40})\)", after)
    found = [p for p in periods(m[1]) if p.role != "base" and p.period] if m else []
    return found[0].period if len(found) == 1 and found[0].end - found[0].start >= len(m[1]) - 6 else None  # type: ignore[index]


def _year_ahead(ahead: str, f: Figure) -> Period | None:
    """The part of the year that a figure is of, with the year said before it: "Năm 2023, xuất khẩu 8 tháng đạt"."""
    if f.period.kind not in ("month", "months", "quarter", "half") or f.period.year is not None:
        return None
    years = [m for m in periods(ahead) if m.role != "base" and m.period.kind == "year" and m.period.year]
    if len(years) != 1 or re.search(r"\d", timeless(ahead[years[0].end :])):
        return None
    return replace(f.period, year=years[0].period.year, label="")


def _base_said(line: str, span: Span, here: Sequence[Figure], k: int) -> bool:
    """Whether the sentence's opening, or the figure's own clause, names what a change is measured against."""
    start = here[k - 1].span.end - span.start if k else 0
    stop = here[k + 1].span.start - span.start if k + 1 < len(here) else len(line)
    opening = line[: here[0].span.start - span.start]
    own = line[start:stop]
    if k:  # what follows the figure before, up to the next mark, is that one's
        own = own[m.end() :] if (m := re.search(r"[,;:.()]\s", own)) and m.end() <= here[k].span.start - span.start - start else own
    after = own[here[k].span.end - span.start - (stop - len(own)) :]
    ahead_of = own[: len(own) - len(after)]
    return bool(_BASE_SAID.search(opening) or _BASE_SAID.search(ahead_of) or _BASE_SAID.search(_CLAUSE.split(after, maxsplit=1)[0]))


def _own_words(f: Figure, from_last: str, after: str, goes_on: bool) -> str:
    """What a figure's own clause calls it: the words before it, the unit that counts it and the noun after it."""
    lead = from_last.rpartition(";")[2]
    first, copula, rest = re.sub(r"(?<!\w)là(?!\w)", "\0", lead, count=1).partition("\0")
    if copula and naming_words(first) and naming_words(rest):  # "Hoa Kỳ là thị trường lớn nhất, chiếm"
        lead = first
    if goes_on and (m := re.match(r"[^\d]{0,30}?[,:)]\s", lead)):  # "tăng 5% so với cùng kỳ, đàn bò …": what ends the clause before
        rest = lead[m.end() :]
        lead = rest if naming_words(rest) else lead
    lead = re.sub(r"(?<!\w)so với(?!\w)[^,;]*", " ", timeless(lead))
    if not naming_words(lead) or not goes_on and not naming_words(re.sub(r"(?<!\w)(?:toàn|cả|tỉnh|huyện|xã|có|nước)(?!\w)", " ", lead, flags=re.I)):
        lead = f"{lead} {re.sub(r'(?<![^ ])so với.*', ' ', timeless(after))}"  # "Có 98 người bị thương do tai nạn giao thông"
    held = [w for w in tokens(f.indicator) if w in tokens(f"{lead} {after}")]
    return f"{lead} {' '.join(held)} {f.unit if f.unit.isalpha() or ' ' in f.unit else ''}"


def naming_words(text: str) -> list[str]:
    """The words of `text` that may name a thing, without a report to tell."""
    return [w for w in tokens(W.STOP_PHRASE.sub(" ", timeless(text))) if w not in W.STOP and not w[0].isdigit()]


def _called(f: Figure, line: str, ahead: str, subjects: Sequence[str]) -> tuple[str, ...]:
    """The names that a figure may go by: the reader's, then its clause, then its head and the subjects of the sentences before."""
    own = f"{f.indicator} {f.scope}" if f.scope and f.scope.lower() not in f.indicator.lower() else f.indicator
    timeless = ahead
    for m in periods(ahead):
        timeless = timeless[: m.start] + " " * (m.end - m.start) + timeless[m.end :]
    clause = " ".join(_LAST.split(timeless)[-1].split())
    said = any(w in tokens(line) for w in tokens(own) if w not in W.STOP)
    names = [own] if said else []
    names += [clause] if not said or not _naming(own) else []
    if said and len(_naming(own)) == 1:  # "thu (thu ngân sách)": one word names little
        names += [f"{own} {clause}", f"{own} {f.head}"]
    if not said or not _naming(own):
        names += [f.head, *(subjects if re.search(r"(?<!\w)tổng(?!\w)", own, re.I) else reversed(subjects)), own]
    return tuple(dict.fromkeys(n.strip() for n in names if _naming(n))) or ((own.strip(),) if said and own.strip() else ())


def _naming(name: str) -> list[str]:
    return [w for w in tokens(W.STOP_PHRASE.sub(" ", name)) if w not in W.STOP and w not in _VAGUE and not w[0].isdigit()]


# values and units

_ANYONE = frozenset(("người", "em", "cháu"))
_PEOPLE = _ANYONE | frozenset("học sinh|sinh viên|học viên|giáo viên|giảng viên|lao động|người lao động|trẻ|trẻ em|bệnh nhân|cán bộ|công nhân|thí sinh|đối tượng|hội viên|đoàn viên|đảng viên|bác sĩ|bác sỹ".split("|"))


def same_unit(said: str, right: str) -> bool:
    """Whether a text's unit is the report's, or its beginning: "đồng" for "đồng/chỉ", "vụ vi phạm" for "vụ"."""
    if said in _ANYONE and right in _PEOPLE or right in _ANYONE and said in _PEOPLE:
        return True
    return said == right or right.startswith((said + "/", said + " ")) and bool(said) or bool(right) and said.startswith(right + " ")


def change_in(f: Figure) -> Decimal | None:
    """A growth, an index or a change as a signed number; None for what is none of these."""
    if f.measure is Measure.INDEX:
        return f.value - 100
    if f.measure in (Measure.GROWTH, Measure.CHANGE):
        return -abs(f.value) if f.direction is Direction.DOWN or f.value < 0 else f.value
    return None


def agreement(said: Decimal, right: Decimal, s: Figure, step: Decimal) -> str:
    """TRUE for the same value, ROUNDED for one rounded to the printed precision or hedged the right way, else FALSE."""
    if said == right:
        return TRUE
    if said * right < 0:
        return FALSE
    gap = abs(right) - abs(said)
    if abs(gap) <= s.step / 2 and s.step > step:
        return ROUNDED
    if s.bound is Bound.NONE or not right:
        return FALSE
    side = {Bound.OVER: gap > 0, Bound.UNDER: gap < 0, Bound.NEAR: gap < 0, Bound.ABOUT: True}[s.bound]
    coarse = s.step >= step and s.value.normalize().as_tuple().digits.__len__() <= 3
    return ROUNDED if side and coarse and abs(gap) <= abs(right) * Decimal("0.03") else FALSE


def values(s: Figure, f: Figure) -> tuple[Decimal, Decimal] | None:
    """The two values in one measure and unit, signed where they are changes; None when they cannot be set side by side."""
    if s.measure in _CHANGES and s.base is not Base.PLAN:
        change = change_in(f) if f.measure in _CHANGES else None
        if change is None:
            return None
        if s.measure is Measure.INDEX:
            return (s.value, f.value) if f.measure is Measure.INDEX else (s.value - 100, change)
        return change_in(s) or Decimal(0), change
    if s.measure is Measure.COMPLETION and f.measure is Measure.COMPLETION:
        return s.value, f.value
    if s.measure is Measure.CHANGE and f.measure is Measure.CHANGE:
        return (change_in(s) or Decimal(0), change_in(f) or Decimal(0)) if same_unit(s.unit, f.unit) else None
    if s.base is Base.PLAN and s.measure in (Measure.CHANGE, Measure.GROWTH, Measure.LEVEL) and f.modality in _PLANNED and same_unit(s.unit, f.unit):
        return (s.value, f.value) if f.measure in (Measure.LEVEL, Measure.GROWTH) else None  # "vượt mục tiêu 90 triệu USD" names the plan
    if s.base is Base.PLAN and s.unit == "%" and f.measure is Measure.COMPLETION:
        return change_in(s) or Decimal(0), f.value - 100
    if s.base is Base.PLAN and f.base is Base.PLAN and f.measure is s.measure:
        return change_in(s) or s.value, change_in(f) or f.value
    plain = (Measure.LEVEL, Measure.SHARE)
    if s.measure in (*plain, Measure.COMPLETION) and f.measure in (*plain, Measure.COMPLETION):
        if s.measure is not f.measure and f.unit != "%":
            return None
        # a cell under no unit is a number of whatever is named
        return (s.value, f.value) if same_unit(s.unit, f.unit) or not s.unit or not f.unit and f.table is not None and s.unit != "%" else None
    if s.measure is Measure.LEVEL and f.measure is Measure.GROWTH and s.unit == "%" and f.direction is not Direction.DOWN:
        return s.value, f.value  # "kiểm soát CPI dưới 4,5%"
    if s.measure is Measure.LEVEL and f.measure is Measure.INDEX and (s.unit in ("", "%") or s.unit == f.unit):
        return s.value, f.value
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


def _in_time(p: Period, f: Figure, world: World, q: Question) -> bool:
    its = f.period
    if its.kind == "date" and its.year == p.year and p.part and its.part and p.kind in ("month", "months", "date"):
        month = p.part // 100 if p.kind == "date" else p.part
        return its.part // 100 == month
    if p.kind == "date" and its.kind == "months" and its.year == p.year and p.part:
        return its.part == p.part // 100
    if {p.kind, its.kind} == {"date", "months"} and None in (p.year, its.year) and p.part and its.part and (p.year or its.year) in (None, world.main_year):
        return (p.part // 100 if p.kind == "date" else p.part) == (its.part // 100 if its.kind == "date" else its.part)
    if p.first and its.first and {p.kind, its.kind} == {"range", "year"}:
        return (p.first, p.year) == (its.first, its.year)  # "đông xuân 2023-2024"
    fits = period_fit(replace(q, periods=(p,)), f, world)
    return fits is not None and (fits >= 0.5 or its.kind == "date")


def _kind(s: Stated, f: Figure) -> float | None:
    """1 for the same modality, less for one that the text may mean, None where a plan is taken for what was done or the reverse."""
    planned = f.modality in _PLANNED
    mine = s.figure.modality
    if f.measure is Measure.COMPLETION and s.figure.unit == "%":
        return 1.0 if s.figure.measure is Measure.COMPLETION else 0.7  # how far a plan was reached is no plan
    if s.figure.base is Base.PLAN and s.figure.measure is not Measure.COMPLETION:
        return 1.0 if planned or f.base is Base.PLAN or f.measure is Measure.COMPLETION else None
    if mine in _PLANNED:
        if mine is f.modality:
            return 1.0
        # what is forecast is not what was set: "mục tiêu dưới 3,9%" of a forecast of 3,9%
        return None if {mine, f.modality} == {Modality.TARGET, Modality.FORECAST} and mine is Modality.TARGET else 0.7 if planned else None
    if planned:
        # after "năm 2024, tỉnh phấn đấu …" the next sentence still speaks of the plan
        return 0.6 if s.planned and not s.own_period and not _DONE.search(s.sentence) or f.measure is Measure.COMPLETION else None
    return 1.0


def _based(s: Stated, f: Figure) -> float | None:
    """Whether a change is measured against the base that is named; any base where none is."""
    mine = s.figure
    if mine.measure not in (*_CHANGES, Measure.CHANGE, Measure.MULTIPLE) or mine.base is Base.PLAN or f.base is mine.base:
        if f.base is mine.base is Base.FIXED and f.base_period.year and mine.base_period.year and f.base_period.year != mine.base_period.year:
            return None
        return 1.0
    if Base.NONE in (mine.base, f.base):
        return 0.9
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


def _unlike(own: frozenset[str], context: frozenset[str], n: Named) -> bool:
    """Whether the name, or what leads to a name that leaves it open, says the opposite of the report's figure ("xuất khẩu": "nhập khẩu")."""
    its = n.own | n.head | n.clause
    narrow = n.own | n.head
    for pair in W.OPPOSITES:
        for one, other in (pair, pair[::-1]):
            x, y = set(one.split()), set(other.split())
            if y <= narrow and not x <= its and (x <= own and not y <= own or x <= context and not x & own and not y & (context | own)):
                return True
    return False


@dataclass(slots=True)
class _Named:
    """The report's figures whose name a stated figure may mean, with how well it fits."""

    q: Question
    rows: list[tuple[float, Figure]] = field(default_factory=list)


def _ask(text: str, world: World) -> Question | None:
    try:
        q = read(text, world)
    except ValueError:
        return None
    return replace(q, periods=(), modality=None, also_target=True, measure=None, base=Base.NONE, unit="", verb=(), direction=Direction.NONE, operation="lookup", amount=False, claim=False, excluded=frozenset())


def _names(s: Stated, name: str, world: World, measure: Measure | None) -> _Named | None:
    q = _ask(_plain(name, world), world)
    if q is None or not q.terms:
        return None
    q = replace(q, measure=measure)
    index = {id(n.figure): n for n in world.figures}
    row = frozenset(q.row)
    each = _EACH.search(name) or _EACH.search(s.sentence[: s.sentence.find(s.figure.text)])
    whole_words = compounds(q.text)
    out = _Named(q)
    for m in find(q, world, enough=0.6):
        n = index[id(m.figure)]
        if _lacks(m, q, n) or _torn(whole_words, q, n) or _unlike(row, s.context, n):
            continue
        if each and each[1].lower() not in m.figure.sentence.of(world.report.text).lower() and each[1].lower() not in m.figure.unit:
            continue
        everything = n.own | n.head | n.clause | n.lead | n.around
        told = [w for w in s.context if w not in W.STOP and w not in q.terms and world.vocabulary.get(w)]
        sum_told = sum(world.weight(w) for w in told)
        shared = sum(world.weight(w) for w in told if w in everything) / sum_told if sum_told else 0.0
        tail = [w for w in s.tail if world.vocabulary.get(w)]
        after = sum(w in n.clause for w in tail) / len(tail) if tail else 0.0
        near = [w for w in s.clause if w in world.idf and w not in W.STOP]
        close = sum(w in everything for w in near) / len(near) if near else 1.0
        out.rows.append((m.score + 0.2 * shared + 0.25 * after + 0.3 * close, whole(m.figure, world)))
    return out


def _place_words(world: World) -> tuple[str, ...]:
    """The names of the report's places as they are written, for taking them out of an indicator's name."""
    text = world.report.text
    out = []
    for place in world.places:
        words = place.split()[:2]
        if len(words) == 2 and re.search(rf"(?<!\w){words[0].capitalize()}\s+{words[1].capitalize()}(?!\w)", text):
            out.append(" ".join(words))
    return tuple(out)


def _torn(whole_words: Sequence[tuple[str, ...]], q: Question, n: Named) -> bool:
    """Whether a word of the name is only half the figure's: "giải thể" is no "giải ngân"."""
    return any(any(w in q.terms for w in c) and any(w in W.STOP for w in c) and not all(p in n.said for p in zip(c, c[1:])) and not set(c) & _SOFT for c in whole_words)


def _plain(name: str, world: World) -> str:
    for place in _place_words(world):
        name = re.sub(rf"(?<!\w)(?:(?:tỉnh|của)\s+)?{place}(?!\w)", " ", name, flags=re.I)
    return re.sub(r"(?<!\w)(?:so với|bằng|chỉ|đã|được|ước|khoảng|mang|riêng|toàn tỉnh|cả tỉnh|tỉnh|đón|kiểm soát|công bố|cho biết)(?!\w)", " ", name)


def _lacks(m: Match, q: Question, n: Named) -> bool:
    """Whether a word that names the thing is not the figure's: "cá tra" is no "cá lóc"."""
    held = n.own | n.head | n.clause | n.lead | n.around
    return any(w not in held and w not in q.light and w not in W.GENERIC and w not in _SOFT and not w.isdigit() for w in m.missing)


_SOFT = frozenset(w for noun in W.MEASURE_NOUNS for w in noun.split()) | {"tổng", "khu", "vực", "nhóm", "ngành", "mua"}


def _queries(f: Figure) -> tuple[Measure | None, ...]:
    if f.base is Base.PLAN and f.measure is not Measure.COMPLETION:
        return (f.measure, None, Measure.COMPLETION, Measure.GROWTH) if f.unit == "%" else (f.measure, None)
    if f.measure in _CHANGES:
        return (Measure.GROWTH,)
    if f.measure is Measure.LEVEL:
        return (None, Measure.SHARE, Measure.GROWTH) if f.unit == "%" else (None,)
    if f.measure is Measure.SHARE:
        return (Measure.SHARE, None)
    return (f.measure,)


def named_so(s: Stated, world: World) -> bool:
    """Whether the number is part of a thing's name in the report: "vàng nhẫn 99,99", "xăng RON 95"."""
    number_text = re.match(r"\d[\d.,]*", s.figure.text)
    before = s.sentence[: s.sentence.find(s.figure.text)].split()[-2:]
    if not number_text or len(before) < 2:
        return False
    name = f"{' '.join(before)} {number_text[0].rstrip('.,')}".lower()
    return any(name in f"{n.figure.indicator} {n.figure.head}".lower() for n in world.figures)


def judge(s: Stated, world: World, among: Collection[Span] | None = None, anchor: Figure | None = None) -> Finding:
    """What the report says of a stated figure. With `among`, only the figures at these spans can make it true.

    `anchor` is the report's figure that the text stated before of the same thing: the report may state it again elsewhere,
    with other figures beside it.
    """
    found = _NOTHING
    for name in s.names or (s.figure.indicator,):
        found = _judge_as(s, name, world, among)
        if found.verdict != ABSENT:
            break
    if found.verdict == ABSENT and anchor is not None and (beside := _beside(s, anchor, world, among)) is not None:
        found = beside
    return found if found.calculation and found.also else _by_words(s, found, world, among)


# the same question asked of all figures at once: which of them bears the name that is said


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure of the report that a stated one may be, with how well it bears the name, and whether its value agrees."""

    figure: Figure
    named: Named
    fit: Fit
    total: float
    agrees: str
    in_slots: bool

    def in_text_alone(self, other: _Candidate, s: Stated, world: World) -> bool:
        """Whether the text names this figure by a word of its own that the other's name has not."""
        return bool(bearer(self.named, world).telling & set(tokens(f"{s.said} {s.before}")) - other.named.own)


def _by_words(s: Stated, found: Finding, world: World, among: Collection[Span] | None) -> Finding:
    """`found`, or what the words of the text make of it.

    A figure whose value agrees is the stated one where no other figure of its slots bears the name better; one that agrees
    while another bears a word that it lacks is not.
    """
    said = naming(s.said, world) or [w for name in s.names[:1] for w in naming(name, world)]
    if set(said) <= set(tokens(s.figure.unit)):  # "năm nay là 8,2 triệu con": what its sentence spoke of
        said = naming(s.sentence[: max(0, s.sentence.find(s.figure.text))], world) or said
    if not said:
        return found
    rows = _candidates(s, said, world)
    true = max((c for c in rows if c.agrees and c.in_slots and (among is None or c.figure.span in among)), key=lambda c: c.total, default=None)
    other = max((c for c in rows if not c.agrees and c.in_slots), key=lambda c: c.total, default=None)
    if found.verdict in (TRUE, ROUNDED):
        mine = next((c for c in rows if found.right is not None and c.figure.span == found.right.span), None)
        turned = found.right is not None and any(n.figure.span == found.right.span and (_turned(tokens(f"{s.before} {s.said}"), n) or _other_side(s, n, world) or _other_kind(s, n, world)) for n in world.figures)
        if turned and other is not None and among is None:
            return _wrong(s, other.figure, [(c.total, c.figure) for c in rows], world)
        if mine is None or among is not None or other is None or not _contradicted(s, mine, other, world):
            return found
        if true is not None and true.figure.span != mine.figure.span and not _contradicted(s, true, other, world):
            return _agreed(s, true.figure, true.agrees)
        return _wrong(s, other.figure, [(c.total, c.figure) for c in rows], world)
    if true is not None and (among is None or true.fit.near and true.fit.extra < 0.5) and _recognised(s, true, other, said, world):
        return _agreed(s, true.figure, true.agrees)
    if other is None or found.slot == "chiều tăng/giảm" and found.right is not None and found.right.span == other.figure.span:
        return found
    mine = next((c for c in rows if found.right is not None and c.figure.span == found.right.span), None)
    if found.verdict == FALSE and (twin := _twin(rows, world)) is not None:
        return _wrong(s, twin.figure, [(c.total, c.figure) for c in rows], world)
    clear = not other.fit.lacking and other.fit.score >= 0.75
    if found.verdict == ABSENT:
        return _wrong(s, other.figure, [(c.total, c.figure) for c in rows], world) if clear and _digits_of(other.figure) > 1 else found
    if mine is None or not mine.in_slots or mine.total < other.total - (0.02 if clear and other.fit.extra < mine.fit.extra else 0.08):  # the figure that was asked for, rather than the one that has the value
        if clear or mine is not None and mine.in_slots:
            told = _wrong(s, other.figure, [(c.total, c.figure) for c in rows], world)
            return replace(told, reason=told.reason if told.slot != "giá trị" or not found.slot else f"sai {found.slot}: {told.reason.partition(': ')[2]}", slot=told.slot if told.slot != "giá trị" else found.slot)
    return found


def _twin(rows: Sequence[_Candidate], world: World) -> _Candidate | None:
    """The figure of the asked slots that goes by the name of the one that has the value: its own in another time, or its plan."""
    same = max((c for c in rows if c.agrees and not c.in_slots and not c.fit.lacking), key=lambda c: c.total, default=None)
    if same is None:
        return None
    rest = [c for c in rows if c.in_slots and not c.agrees]
    best = max((c.total for c in rest), default=0.0)
    twins = [c for c in rest if (c.figure.indicator, c.figure.head, c.figure.measure) == (same.figure.indicator, same.figure.head, same.figure.measure)]
    if twins:
        return twins[0] if len({c.figure.value for c in twins}) == 1 and twins[0].total >= best - 0.1 else None
    name = bearer(same.named, world).telling
    alike = sorted((c for c in rest if name and bearer(c.named, world).telling == name), key=lambda c: -c.total)
    return alike[0] if alike and alike[0].total >= best - 0.02 and (len(alike) < 2 or alike[0].total > alike[1].total + 0.01 or alike[0].figure.value == alike[1].figure.value) else None


def _candidates(s: Stated, said: Sequence[str], world: World) -> list[_Candidate]:
    """The figures that may be meant, in the likeliest time that knows the thing: the one that is said, or that was carried over."""
    rows: list[_Candidate] = []
    for when in s.when[:1] if s.own_period else s.when:
        rows = _in_one_time(s, said, world, when, frozenset())
        if any(c.in_slots and c.fit.score >= 0.6 for c in rows):
            return rows
    if s.own_period:
        return rows
    return _in_one_time(s, said, world, Period(), frozenset((None, world.main_year, *(p.year for p in s.when))))


def _in_one_time(s: Stated, said: Sequence[str], world: World, when: Period, years: frozenset[int | None]) -> list[_Candidate]:
    ahead = [w for w in naming(s.before, world) if w not in said]
    weight = sum(world.weight(w) for w in ahead)
    context = frozenset(ahead)
    text = f"{s.before} . {s.said}"
    each = _EACH.search(s.sentence[: s.sentence.find(s.figure.text)])
    tail = [w for w in s.tail if world.vocabulary.get(w)]
    row = tokens(f"{s.before} {s.said}")
    whole_words = compounds(" ".join(s.said.split()))
    out: list[_Candidate] = []
    for n in world.figures:
        f = whole(n.figure, world)
        both = values(s.figure, f)
        if both is None or _turned(row, n) or _other_side(s, n, world):
            continue
        if _REST.search(f.indicator) and not re.search(r"(?<!\w)(?:khác|còn lại)(?!\w)", text, re.I):
            continue
        if each and each[1].lower() not in f.sentence.of(world.report.text).lower() and each[1].lower() not in f.unit:
            continue
        how = fit(said, context, n, world, whole_words, text, tokens(f.unit) if same_unit(s.figure.unit, f.unit) else ())
        if how.score < 0.3:
            continue
        added = _added(s.sentence[: max(0, s.sentence.find(s.figure.text))]), _added(_lead_of(n, world))
        b = bearer(n, world)
        shared = sum(world.weight(w) for w in ahead if w in b.wide) / weight if weight else 0.0
        kind, base = _kind(s, f), _based(s, f)
        timed = _in_time(when, f, world, read_nothing()) if when else f.period.year in years
        timed = timed or bool(f.period.kind and when.year and when.year != f.period.year and str(when.year) in n.clause & s.tail)
        timed = timed and not _other_span(s, n, world)
        after = sum(w in n.clause for w in tail) / len(tail) if tail else 0.0
        line = bearer(n, world).line
        total = 0.1 * sum(w in line for w in said) / len(said) + 0.2 * after + (0.25 if added == ("+", "+") else 0.0) + how.score + 0.25 * shared + (0.1 if s.figure.unit and s.figure.unit == f.unit and f.unit != "%" else 0.0) + 0.1 * (kind or 0) + 0.1 * (base or 0)
        agrees = compare(s.figure, f)
        out.append(_Candidate(f, n, how, total, agrees if agrees != FALSE else "", kind is not None and base is not None and timed and set(added) != {"+", "="} and not _compared(s, n, world)))
    return out


_REST = re.compile(r"(?<!\w)(?:khác|còn lại)$", re.I)
_PLUS = re.compile(r"(?<!\w)(?:thêm|bổ sung)(?!\w)(?:\s+(?:được|mới|ít nhất|khoảng|hơn|gần|\d+))*\s*$|(?<!\w)(?:có|tăng|nâng|công nhận)\s+thêm(?!\w)[^,;]*$", re.I)
_SUM = re.compile(r"(?<!\w)(?:tổng số|tổng cộng|lũy kế|luỹ kế|cộng dồn|nâng|đưa)(?!\w)[^,;]*$", re.I)
_MONTH = re.compile(r"(?<!\w)(?P<not>(?:so với|kể từ|từ|đến|hết|cuối|đầu|trước|của)\s+)?(?P<n>(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một)\s+)?tháng(?!\w)(?:\s+(?:\d{1,2}(?:\s*[/-]\s*\d{4})?|này|tư|một|hai|ba|năm|sáu|bảy|tám|chín|mười))?|(?P<sum>(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|tính chung|từ đầu năm)(?!\w))", re.I)
_SIDES = (frozenset(("lượng", "khối lượng", "sản lượng")), frozenset(("trị giá", "giá trị", "kim ngạch")), frozenset(("vốn", "số vốn", "vốn đăng ký")), frozenset(("số doanh nghiệp", "số lượng")))
_ABOUT = re.compile(r"\s*về\s+(" + "|".join(sorted((w for side in _SIDES for w in side), key=len, reverse=True)) + r")(?!\w)", re.I)


def _lead_of(n: Named, world: World) -> str:
    """The words of the report between the figure before and this one; "" in a table."""
    return bearer(n, world).lead


def _added(lead: str) -> str:
    """"+" where a figure is what came in addition ("có thêm 23 xã"), "=" where it is what there is then ("nâng tổng số lên 118 xã")."""
    clause = re.split(r"[,;]\s", lead)[-1]
    return "=" if _SUM.search(clause) and not re.search(r"(?<!\w)thêm\s*$", clause) else "+" if _PLUS.search(clause) else ""


def _other_kind(s: Stated, n: Named, world: World) -> bool:
    """Whether one is an addition and the other all there is."""
    return {_added(s.sentence[: max(0, s.sentence.find(s.figure.text))]), _added(_lead_of(n, world))} == {"+", "="}


def _span_said(lead: str) -> str:
    """Whether the words that lead to a figure speak of one month ("month") or of all since January ("months"); the last word counts."""
    last = ""
    for m in _MONTH.finditer(lead.rpartition(";")[2]):
        if m["not"] and not m["n"]:
            continue
        last = "months" if m["sum"] or m["n"] else "month"
    return last


def _other_span(s: Stated, n: Named, world: World) -> bool:
    """Whether the report's own words put the figure in the month where the text speaks of the months, or the reverse."""
    mine = s.when[0].kind if s.own_period and s.when else ""
    if mine not in ("month", "months") or n.figure.table is not None:
        return False
    said = _span_said(world.report.text[n.figure.sentence.start : n.figure.span.start])
    return bool(said) and said != mine


def _other_side(s: Stated, n: Named, world: World) -> bool:
    """Whether one is of the quantity and the other of the value: "giảm 14,2% về lượng và giảm 15,9% về trị giá"."""
    f = n.figure
    mine = _ABOUT.match(s.sentence[s.sentence.find(s.figure.text) + len(s.figure.text) :])
    its = _ABOUT.match(world.report.text[f.span.end : f.span.end + 40]) if f.table is None else None
    if mine is None:
        return False
    side = next(w for w in _SIDES if mine[1].lower() in w)
    if its is not None:
        return its[1].lower() not in side
    own = f" {' '.join(tokens(f'{f.indicator} {f.head}'))} "
    return not any(f" {w} " in own for w in side) and any(f" {w} " in own for other in _SIDES if other is not side for w in other)


_MORE = re.compile(r"(?<!\w)(?:thấp|cao|ít|nhiều|lớn|nhỏ|chậm|nhanh|kém)\s+(?:xa\s+|hẳn\s+)?hơn(?!\w)(?!\s*\d)(?P<what>[^,;]*)$", re.I)


def _compared(s: Stated, n: Named, world: World) -> bool:
    """Whether the report's figure is of what something is compared with: "25,0%, thấp hơn bình quân chung của tỉnh (31,2%)"."""
    f = n.figure
    if f.table is not None or f.modality in _PLANNED or f.measure is Measure.CHANGE:
        return False
    m = _MORE.search(_lead_of(n, world))
    if m is None or _MORE.search(s.before):
        return False
    what = naming(m["what"], world) or [w for w in tokens(m["what"]) if w not in ("mức", "của", "so", "với")]
    return not set(what) <= set(tokens(f"{s.said} {s.before}"))


def _turned(row: Sequence[str], n: Named) -> bool:
    """Whether the text last said the opposite of the figure's own word: "xuất khẩu sang A …, sang B" of imports from B."""
    mine = n.own | n.head
    joined = f" {' '.join(row)} "
    for one, other in W.OPPOSITES:
        a, b = joined.rfind(f" {one} "), joined.rfind(f" {other} ")
        if max(a, b) < 0:
            continue
        last, not_last = (one, other) if a > b else (other, one)
        if not_last in ("xuất", "nhập") and (not_last, "khẩu") not in n.pairs:
            continue  # what China "nhập" is our export
        if set(not_last.split()) <= mine and not set(last.split()) <= mine | n.clause:
            return True
    return False


def _digits_of(f: Figure) -> int:
    return len((f.value / f.scale).normalize().as_tuple().digits)


def _contradicted(s: Stated, mine: _Candidate, other: _Candidate, world: World) -> bool:
    """Whether another figure of the same slots bears the name clearly better: a word that this one lacks, or none of what narrows it."""
    if not mine.figure.unit and mine.figure.unit != other.figure.unit == s.figure.unit and other.total > mine.total:
        return True  # the unit is the other's
    part, all_of = mine.figure, other.figure
    said = set(naming(s.said, world))
    if part.head and part.head == all_of.indicator and not said <= mine.named.own and not mine.in_text_alone(other, s, world):
        return True  # a part, where the text names nothing but the whole
    if all_of.head and all_of.head == part.indicator and not other.in_text_alone(mine, s, world):
        return False  # the whole that is named
    more = mine.fit.lacking - other.fit.lacking
    if any(w in bearer(other.named, world).strong for w in more) and other.total > mine.total + 0.1:
        return True
    if not other.fit.lacking and other.fit.extra + 0.4 < mine.fit.extra and other.total >= mine.total:
        return True
    when = s.when[0].kind if s.own_period and s.when else ""
    if when and other.figure.period.kind == when != mine.figure.period.kind and (part.indicator, part.head, part.measure) == (all_of.indicator, all_of.head, all_of.measure):
        return True  # "8 tháng" is said of the other
    return other.total > mine.total + 0.15 and not other.fit.lacking and other.fit.extra + 0.15 < mine.fit.extra or not mine.in_slots and not other.fit.lacking and other.fit.score >= mine.fit.score - 0.05


def _recognised(s: Stated, mine: _Candidate, other: _Candidate | None, said: Sequence[str], world: World) -> bool:
    """Whether the agreeing figure is the stated one: nothing said is foreign to it, and no other bears the name better."""
    digits = _digits_of(mine.figure)
    enough = 0.5 if digits >= 4 and not mine.fit.lacking else 0.6 if digits == 3 or not mine.fit.lacking else 0.8
    added = "+" == _added(_lead_of(mine.named, world)) == _added(s.sentence[: max(0, s.sentence.find(s.figure.text))])
    enough -= 0.25 if added else 0.0
    if mine.fit.score < enough or any(not world.vocabulary.get(w) for w in mine.fit.lacking - soft_words(s.said)):
        return False
    if not mine.fit.named:
        return False
    if other is None:
        return not mine.fit.lacking or digits >= 3 or added
    if mine.figure.unit == s.figure.unit and not other.figure.unit and mine.total >= other.total - 0.04:
        return True  # the other is a bare number
    return mine.total >= other.total - 0.04 and _ahead(other, mine, world) <= _ahead(mine, other, world)


def _ahead(one: _Candidate, other: _Candidate, world: World) -> float:
    """The weight of the words of the name that one figure holds and the other lacks."""
    return sum(world.weight(w) for w in other.fit.lacking - one.fit.lacking if w in bearer(one.named, world).strong)


def soft_words(text: str) -> frozenset[str]:
    """The words of `text` that are no nouns, names or adjectives."""
    return frozenset(tokens(text)) - telling(text)


def _judge_as(s: Stated, name: str, world: World, among: Collection[Span] | None) -> Finding:
    found = [n for m in _queries(s.figure) if (n := _names(s, name, world, m)) is not None]
    if not found:  # "chỉ số USD": words that name nothing by themselves, but just so a figure is called
        called = [(1.0, n.figure) for n in world.figures if name.lower() in (n.figure.indicator.lower(), name_of(n.figure).lower())]
        if not called:
            return _derived(s, world) or _NOTHING
        found = [_Named(read_nothing(), called)]
    q = found[0].q
    rows: dict[Span, tuple[float, Figure]] = {}
    for n in found:
        for score, f in n.rows:
            if s.figure.measure is Measure.LEVEL and f.measure is Measure.GROWTH:
                score -= 0.3
            if f.span not in rows or rows[f.span][0] < score:
                rows[f.span] = (score, f)
    named = sorted(rows.values(), key=lambda t: (-t[0], t[1].span.start))
    for when in s.when or (Period(),):
        slots = _slots(s, named, world, q, when)
        if not when and s.figure.modality not in _PLANNED and any(f.period.year == world.main_year for _, f in slots):
            slots = [(score, f) for score, f in slots if f.period.year in (None, world.main_year)]
        if slots:
            agreed = _best(s, slots, among)
            if agreed is None and not s.own_period and s.main and s.main != when:  # carried over: the article's own time counts too
                agreed = _best(s, back, among) if (back := _slots(s, named, world, q, s.main)) else None
            return agreed or _derived(s, world) or _wrong(s, slots[0][1], named, world)
    if not s.own_period and s.when:  # the time was carried over from another sentence; the report may know one time only
        slots = [t for t in _slots(s, named, world, q, Period()) if t[1].period.year in (None, world.main_year, *(p.year for p in s.when))]
        if slots and len({f.period for score, f in slots if score >= slots[0][0] - _CLEAR}) == 1:
            return _best(s, slots, among) or _wrong(s, slots[0][1], named, world)
    return _derived(s, world) or _elsewhere(s, named, world, q) or _NOTHING


def _slots(s: Stated, named: Sequence[tuple[float, Figure]], world: World, q: Question, when: Period) -> list[tuple[float, Figure]]:
    """The named figures whose slots agree, the value aside, best first."""
    out = []
    for score, f in named:
        kind, base = _kind(s, f), _based(s, f)
        if kind is None or base is None or values(s.figure, f) is None or when and not _in_time(when, f, world, q):
            continue
        out.append((score + 0.3 * kind + 0.3 * base, f))
    return sorted(out, key=lambda t: (-t[0], t[1].span.start))


def _best(s: Stated, slots: Sequence[tuple[float, Figure]], among: Collection[Span] | None) -> Finding | None:
    near = [f for score, f in slots if score >= slots[0][0] - _CLEAR]
    for wanted in (TRUE, ROUNDED):
        for f in near:
            if compare(s.figure, f) == wanted and (among is None or f.span in among):
                return _agreed(s, f, wanted)
    return None


def _beside(s: Stated, anchor: Figure, world: World, among: Collection[Span] | None) -> Finding | None:
    """The figures that stand beside another statement of the anchor's fact, under whatever name they go there."""
    if len(str(_digits(anchor)).replace(".", "")) < 3:
        return None
    again = {(f.indicator, f.head) for n in world.figures if (f := n.figure).value == anchor.value and f.unit == anchor.unit and f.period == anchor.period and f.measure is Measure.LEVEL}
    rows = [(1.0, n.figure) for n in world.figures if (n.figure.indicator, n.figure.head) in again and n.figure.measure is not Measure.LEVEL]
    for when in s.when[:1] or (Period(),):
        slots = _slots(s, rows, world, read_nothing(), when)
        if slots:
            found = _best(s, slots, among)
            return found or (_wrong(s, slots[0][1], rows, world) if len({f.value for _, f in slots}) == 1 else None)
    return None


def _agreed(s: Stated, f: Figure, verdict: str) -> Finding:
    shown, calculation = value_text(f), ""
    if f.measure is Measure.INDEX and s.figure.measure is Measure.GROWTH:
        words, calculation, _ = index_as_growth(f)
        shown = f"chỉ số {f.text}, tức {words}"
    reason = f"báo cáo nêu {_about(f)}: {shown}" if verdict == TRUE else f"làm tròn từ {shown} ({_about(f)})"
    return Finding(verdict, reason, right=f, calculation=calculation)


def _about(f: Figure) -> str:
    kind = {Modality.TARGET: "kế hoạch", Modality.FORECAST: "dự báo", Modality.ESTIMATE: "số ước"}.get(f.modality, "")
    return ", ".join(t for t in (name_of(f), period_name(f.period), kind) if t)


def _value(f: Figure) -> str:
    return f"{index_as_growth(f)[0]} (chỉ số {f.text})" if f.measure is Measure.INDEX else value_text(f)


def _digits(f: Figure) -> Decimal:
    return abs(f.value / f.scale)


def _wrong(s: Stated, right: Figure, named: Sequence[tuple[float, Figure]], world: World) -> Finding:
    """The slot that is wrong, with the report's figure for the slots that were named."""
    f = s.figure
    both = values(f, right)
    tail = f"báo cáo nêu {_about(right)}: {_value(right)}"

    def wrong(slot: str, why: str) -> Finding:
        return Finding(FALSE, f"sai {slot}: {why}; {tail}" if why else f"sai {slot}: {tail}", slot, right)

    if both and f.measure in (*_CHANGES, Measure.CHANGE) and both[0] == -both[1] != 0:
        return wrong("chiều tăng/giảm", "")
    if f.measure is Measure.GROWTH and right.measure is Measure.INDEX and f.value == right.value:
        return wrong("giá trị", "đây là chỉ số, không phải mức tăng")
    if f.unit != "%" and f.value != right.value and _digits(f) == _digits(right):
        return wrong("đơn vị", "")
    for _, other in named:
        if other.span != right.span and compare(f, other) == TRUE:
            if other.modality in _PLANNED and right.modality not in _PLANNED or right.modality in _PLANNED and other.modality not in _PLANNED:
                return wrong("mục tiêu thay cho thực hiện" if other.modality in _PLANNED else "thực hiện thay cho mục tiêu", f"{f.text} là {_about(other)}")
            if other.period != right.period:
                return wrong("năm" if other.period.year != right.period.year else "kỳ (năm)", f"{f.text} là của {period_name(other.period) or 'kỳ khác'}")
            if other.base is not right.base:
                return wrong("kỳ gốc so sánh (năm)", f"{f.text} là so với kỳ khác")
    for n in world.figures:
        if n.figure.span != right.span and n.figure.measure is right.measure and compare(f, whole(n.figure, world)) == TRUE:
            return wrong("chỉ tiêu", f"{f.text} là {_about(n.figure)}")
    return wrong("giá trị", "")


def _elsewhere(s: Stated, named: Sequence[tuple[float, Figure]], world: World, q: Question) -> Finding | None:
    """The same value, told of this very thing, in another period, modality, base, direction or unit; None when there is none."""
    f = s.figure
    if not named:
        return None
    best = named[0][0]
    close = [g for score, g in named if score >= best - 0.35]
    for g in close:
        if compare(f, g) not in (TRUE, ROUNDED):
            continue
        told = f"{f.text} là {_about(g)}"
        if _kind(s, g) is None:
            slot = "mục tiêu thay cho thực hiện" if g.modality in _PLANNED else "thực hiện thay cho mục tiêu"
        elif s.when and not any(_in_time(p, g, world, q) for p in s.when):
            slot = "năm" if g.period.year not in {p.year for p in s.when} else "kỳ (năm)"
        else:
            slot = "kỳ gốc so sánh (năm)"
        return Finding(FALSE, f"sai {slot}: {told}", slot, g)
    for g in close:
        both = values(f, g)
        in_slots = _kind(s, g) is not None and (not s.when or any(_in_time(p, g, world, q) for p in s.when))
        if not in_slots:
            continue
        if both is not None and f.measure in (*_CHANGES, Measure.CHANGE) and both[0] == -both[1]:
            return Finding(FALSE, f"sai chiều tăng/giảm: báo cáo nêu {_about(g)}: {_value(g)}", "chiều tăng/giảm", g)
        if both is None and f.measure is g.measure is Measure.LEVEL and _digits(f) == _digits(g) and _digits(f) > 9:
            return Finding(FALSE, f"sai đơn vị: báo cáo nêu {_about(g)}: {_value(g)}", "đơn vị", g)
    return None


def read_nothing() -> Question:
    """A question that asks for nothing, to carry a period."""
    return Question(raw="", text="", terms=())


# what follows from stated figures exactly


def _derived(s: Stated, world: World) -> Finding | None:
    f = s.figure
    balance = _BALANCE.search(f.indicator)
    if balance and f.measure is Measure.LEVEL:
        pair = _two(s, ("kim ngạch xuất khẩu", "kim ngạch nhập khẩu"), world)
        if pair is None:
            return None
        out, into = pair
        first, second = (out, into) if balance["out"] else (into, out)
        return _difference(f, first, second)
    if f.measure is Measure.CHANGE and f.base is Base.PLAN and f.unit not in ("%", "điểm phần trăm"):
        done = _level(s, f.indicator, world, planned=False)
        plan = _level(s, f.indicator, world, planned=True)
        if done and plan:
            more, less = (plan, done) if f.direction is Direction.DOWN else (done, plan)
            return _difference(f, more, less)
    if f.measure is Measure.CHANGE and f.base in (Base.YEAR, Base.NONE) and f.unit not in ("%", "điểm phần trăm") and s.when and s.when[0].year:
        now = _level(s, f.indicator, world, planned=False)
        before = _level(s, f.indicator, world, planned=False, when=replace(s.when[0], year=s.when[0].year - 1, first=None, label=""))
        if now and before:
            more, less = (before, now) if f.direction is Direction.DOWN else (now, before)
            return _difference(f, more, less)
    return None


def _difference(f: Figure, more: Figure, less: Figure) -> Finding | None:
    if more.unit != less.unit or not same_unit(f.unit, more.unit) or more is less:
        return None
    value = more.value - less.value
    scale = more.scale
    formula = f"{number(more.value / scale)} − {number(less.value / scale)} = {number(value / scale)}"
    if value == abs(f.value):
        return Finding(TRUE, f"tính từ báo cáo: {formula}", right=more, also=(less,), calculation=formula)
    return None


def _two(s: Stated, names: tuple[str, str], world: World) -> tuple[Figure, Figure] | None:
    found = [_level(s, name, world, planned=s.figure.modality in _PLANNED) for name in names]
    return (found[0], found[1]) if found[0] is not None and found[1] is not None else None


def _level(s: Stated, name: str, world: World, *, planned: bool, when: Period | None = None) -> Figure | None:
    """The one level figure of a name in the stated time; None when it is not clear."""
    q = _ask(_plain(name, world), world)
    if q is None or not q.terms:
        return None
    wanted = (when,) if when else s.when[:1]
    rows = [
        (m.score, m.figure) for m in find(q, world)
        if m.figure.measure is Measure.LEVEL and same_unit(s.figure.unit, m.figure.unit) and (m.figure.modality in _PLANNED) is planned and all(_in_time(p, m.figure, world, q) for p in wanted)
    ]  # fmt: skip
    if not rows:
        return None
    near = [f for score, f in rows if score >= rows[0][0] - 0.05]
    return near[0] if len({f.value for f in near}) == 1 else None


__all__ = ["ABSENT", "FALSE", "ROUNDED", "TRUE", "Finding", "Stated", "agreement", "change_in", "compare", "judge", "named_so", "same_unit", "stated", "values"]
