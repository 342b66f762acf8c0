"""The figures that a text states, each with the context that its sentences give it.

A text is read by the report's own reader. What a figure may be of, and when, is kept with how it was said, likeliest first:
the report decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chain import words as W
from chain.naming import timeless
from chain.world import tokens
from report.model import Base, Direction, Figure, Measure, Modality, Period, Span
from report.periods import periods
from report.sentences import sentences

PLANNED = (Modality.TARGET, Modality.FORECAST)
_BASE_SAID = re.compile(r"(?<!\w)(?:so (?:với|cùng)|cùng kỳ|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|liền kề)|bình quân|kỳ gốc|mỗi năm|hằng năm|hàng năm)(?!\w)|/\s*năm", re.I)
_BY_PLAN = re.compile(r"(?<!\w)theo\s+(?:kế hoạch|mục tiêu|dự toán|chỉ tiêu)(?:\s+\w+)?\s*(?:,(?:[^\d]|năm \d+)*|(?:là|đạt|phải đạt|cần đạt)\s+(?:\w+\s+)?)$", re.I)
_PLAN_OF = re.compile(r"(?:^|[;.]\s+)(?:theo\s+)?(?:kế hoạch|mục tiêu|dự toán|chỉ tiêu)(?:\s+(?:cả\s+|của\s+)?năm(?:\s+\d{4})?)?\s*,[^,;.\d]*$", re.I)
_ASIDE = re.compile(r"(?<!\w)(?:con số|mức|tỷ lệ|chỉ tiêu|kết quả) (?:này|đó|ấy|trên)(?!\w)", re.I)
_CLAUSE = re.compile(r"[,;:.()]\s|[.]$|(?<!\w)(?:và|còn|trong đó|nhưng|trong khi)(?!\w)")
_LAST = re.compile(r"[;:(]|,(?!\d)|\d[\d.,]*\s*\S*|(?<!\w)(?:trong khi|nhưng|còn)(?!\w)")
_THAN = re.compile(r"(?<!\w)(?:(?:cao|thấp|lớn|nhỏ|nhiều|ít|kém|nhanh|chậm)\s+(?:xa\s+)?hơn|vượt|so với|kém)\s+(?:so với\s+)?(?P<of>(?:mức\s+|con số\s+|tỷ lệ\s+)?(?:bình quân|trung bình|chung)(?!\w)[^,;:()\d]*?|(?:mức\s+)?(?:của\s+)?(?:cả nước|toàn quốc|toàn (?:tỉnh|vùng|huyện)))\s*(?:\(|:|(?:là|đạt|ở mức)\s*)?$", re.I)
_THAN_OTHER = re.compile(r"(?<!\w)(?:cao|thấp|lớn|nhỏ|nhiều|ít|kém|nhanh|chậm)\s+(?:xa\s+|hẳn\s+)?hơn\s+(?:so với\s+|mức\s+|của\s+)*(?P<other>(?!cùng kỳ|năm|tháng|quý|kỳ|kế hoạch|mục tiêu|dự toán|chỉ tiêu)[^,;:()\d]{2,60}?)\s*(?:\(|là\s*)$", re.I)
_BESIDE_PLAN = re.compile(r"(?<!\w)(?:(?P<over>vượt|cao hơn|nhiều hơn|lớn hơn)|kém|hụt|thấp hơn|ít hơn|thiếu)\s+(?:so với\s+)?(?:mục tiêu|kế hoạch|dự toán|chỉ tiêu)\s*(?:là\s*)?$", re.I)
_PLAN_MET = re.compile(r"(?<!\w)(?:đã\s+|mới\s+)?(?:đạt và vượt|vượt|đạt|hoàn thành|không đạt|chưa đạt|không hoàn thành|chưa hoàn thành)\s+(?:mục tiêu|kế hoạch|dự toán|chỉ tiêu)(?:\s+(?:đề ra|đặt ra|được giao|giao|năm|cả năm))*(?=\s*[,(;]|\s+(?:với|khi|là)(?!\w)|\s*$)", re.I)
_OF_YEARS_PLAN = re.compile(r"\s*(?:so với\s+)?(?:mục tiêu|kế hoạch|dự toán|chỉ tiêu)\s[^\d,;.()]{0,30}?(?<!\w)(?:cả|của)\s+năm(?!\w)", re.I)
_VAGUE = frozenset(("mục", "tiêu", "kế", "hoạch", "tỉnh", "kiểm", "soát", "dự", "báo", "đạt", "của", "đề", "ra", "với", "cục", "sở", "riêng"))


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a text, with the periods it may be about (likeliest first) and what its sentence says.

    `own_period`: the sentence itself names the time. `planned`: the sentences before it speak of plans.
    `context` are the words of its sentence and of the subject before it, for names that are short ("Nhật Bản 13,5%");
    `names` the indicators that it may be of, likeliest first; `tail` the words after it ("dự toán HĐND tỉnh giao").
    `said` is what its own clause calls it, `before` all that leads to it, from the subject of the sentence before;
    `ahead` and `behind` are its sentence up to it and from it on.
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
    said: str
    before: str
    ahead: str
    behind: str


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
    last: Sequence[Figure] = ()
    for span in spans:
        line = span.of(text)
        here = [f for f in found if span.start <= f.span.start < span.end]
        said = [m.period for m in periods(line) if m.role != "base" and m.period]
        lead = here[0].period if here else (said[0] if said else Period())
        for k, f in enumerate(here):
            ahead = line[: f.span.start - span.start]
            if (_BY_PLAN.search(ahead) or _PLAN_OF.search(ahead)) and f.measure is Measure.LEVEL:
                f = replace(f, modality=Modality.TARGET)
            of_plan = f.measure is Measure.COMPLETION and f.period.kind in ("", "year") and not f.period.year and _OF_YEARS_PLAN.match(line, f.span.end - span.start) is not None
            if of_plan:  # "đạt 85,6% chỉ tiêu thu cả năm": the year is the plan's
                f, said = replace(f, period=Period()), [p for p in said if p.kind != "year" or p.year]
            when = [f.period] if said and f.period else [*running[:1], f.period, *running[1:]]
            when += [p for p in said if p not in when and not (p.year is None and f.period.year and str(f.period.year) in line and (p.kind, p.part) == (f.period.kind, f.period.part))]
            if (year := _year_ahead(ahead, f)) is not None:
                when = [year]
            if beside := _beside_time(line[f.span.end - span.start :], f):
                when = [beside]
            if f.measure is Measure.CHANGE and (against := _BESIDE_PLAN.search(ahead)):
                f = replace(f, base=Base.PLAN, base_period=Period(), modality=Modality.ACTUAL, direction=Direction.UP if against["over"] else Direction.DOWN)
            if (than := _THAN_OTHER.search(ahead)) and (like := next((g for g in (*reversed(here[:k]), *last) if g.unit == f.unit), None)) is not None and f.measure in (Measure.LEVEL, Measure.GROWTH) and not periods(than["other"]):
                f = replace(f, measure=like.measure, base=like.base, direction=like.direction, modality=like.modality)
            if (of := _THAN.search(ahead)) and (like := next((g for g in (*reversed(here[:k]), *last) if g.unit == f.unit), None)) is not None and f.measure in (Measure.LEVEL, Measure.SHARE, Measure.GROWTH, Measure.COMPLETION):
                # "38,6%, cao hơn bình quân cả nước là 30,49%": of the same kind as what it is set beside
                f = replace(f, measure=like.measure, base=like.base, direction=like.direction, modality=like.modality, indicator=f"{like.indicator} {of['of'].strip()}".strip(), head=like.head, scope="")
            context = frozenset(tokens(f"{f.head} {ahead}")) | subject
            alone = tuple(dict.fromkeys(p for p in when if p))
            from_last = line[max((g.span.end for g in here[:k]), default=span.start) - span.start : f.span.start - span.start]
            clause = frozenset(tokens(from_last.rpartition(";")[2]))
            after = _CLAUSE.split(line[f.span.end - span.start :], maxsplit=1)[0]
            this_year = not beside and re.search(r"(?<!\w)năm nay(?!\w)", from_last, re.I)
            if this_year:
                alone = ()
            out.append(Stated(f, line, alone, bool(said) and not this_year, _base_said(line, span, here, k), planned, main, context, _called(f, line, ahead, subjects), clause, frozenset(tokens(after)) - _VAGUE, _own_words(f, from_last, after, k > 0), f"{topic} . {f.head} . {ahead}", ahead, line[f.span.end - span.start :]))
        main = main or lead
        if said and lead and not _ASIDE.search(line):
            running = [lead, *[p for p in said if p != lead]]
        elif said:
            running += [p for p in said if p not in running]
        last = here[::-1] or last
        if here:
            planned = here[0].modality in PLANNED or planned and not said
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
    if copula and _naming_words(first) and _naming_words(rest):  # "Hoa Kỳ là thị trường lớn nhất, chiếm"
        lead = first
    if goes_on and (m := re.match(r"[^\d]{0,30}?[,:)]\s", lead)):  # "tăng 5% so với cùng kỳ, đàn bò …": what ends the clause before
        rest = lead[m.end() :]
        lead = rest if _naming_words(rest) else lead
    lead = _PLAN_MET.sub(" ", re.sub(r"(?<!\w)so với(?!\w)[^,;]*", " ", timeless(lead)))
    if not _naming_words(lead) or not goes_on and not _naming_words(re.sub(r"(?<!\w)(?:toàn|cả|tỉnh|huyện|xã|có|nước)(?!\w)", " ", lead, flags=re.I)):
        lead = f"{lead} {re.sub(r'(?<![^ ])so với.*', ' ', timeless(after))}"  # "Có 98 người bị thương do tai nạn giao thông"
    held = [w for w in tokens(f.indicator) if w in tokens(f"{lead} {after}")]
    return f"{lead} {' '.join(held)} {f.unit if f.unit.isalpha() or ' ' in f.unit else ''}"


def _naming_words(text: str) -> list[str]:
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


__all__ = ["PLANNED", "Stated", "stated"]
