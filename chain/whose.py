"""Figures of somebody else than a question names: of two together, of the whole province, of a place alone, of nobody named, of another day."""

from __future__ import annotations

import re
from functools import lru_cache

from chain import words as W
from chain.question import Question
from chain.select import CHANGES
from chain.world import Named, World, tokens
from report.countries import COUNTRIES, COUNTRY
from report.model import Measure
from report.text import UPPER

NAMED_ONE = re.compile(rf"(?<=\s)[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]*)+")


def of_somebody_else(q: Question, n: Named, world: World) -> bool:
    """Whether a figure is of others than those whom the question names, or of another day."""
    return any(guard(q, n, world) for guard in (_place_alone, _whole_province, _all_that_are_named, _nobody_named, _another_day))


_SOME_NAME = rf"[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*)*"
_SHORT_KIND = re.compile(r"^(?:KCN|CCN|KKT|TP|TX)\s")
_DEALT_OUT = re.compile(r"(?<!\w)(?:lần lượt|tương ứng|trong đó|riêng|mỗi)(?!\w)", re.I)


def _all_that_are_named(q: Question, n: Named, world: World) -> bool:
    """What two are told of together is not what one of them did: "hai khu công nghiệp Bắc Luông và Tân Phố … có tỷ lệ lấp đầy 71,4%"."""
    f = n.figure
    if f.table is not None:
        return False
    before = world.report.text[f.sentence.start : f.span.start]
    for m in NAMED_ONE.finditer(f" {q.raw}"):
        alone = _SHORT_KIND.sub("", m[0])
        if alone not in before or set(tokens(m[0])) & (n.own | n.head):
            continue
        name = re.escape(alone)
        both = re.search(rf"(?<!\w)(?:{name}(?:\s\([^()]*\))?(?:\svà\s|,\s){_SOME_NAME}|{_SOME_NAME}(?:\s\([^()]*\))?(?:\svà\s|,\s){name})(?!\w)", before)
        if both is None or all(named in q.raw for named in re.findall(_SOME_NAME, both[0])):
            continue  # both are asked for
        if not _DEALT_OUT.search(before, both.end()) and not re.search(rf"(?<!\w){name}(?!\w)", before[both.end() :]):
            return True
    return False


_A_NAME = re.compile(rf"(?<!\w)(?<!tỉnh )(?<!Tỉnh )[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)+")
# bodies, papers and seasons, which figures need not repeat
_OF_ALL = re.compile(r"(?:Hội đồng|Ủy ban|Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở|Cục|Chi cục|Ban|Tổng cục|Tổng công ty|Ngân hàng|Kho bạc|Nghị quyết|Quyết định|HĐND|UBND|NSNN|Đại hội|Đảng|Đông Xuân|Hè Thu|Xuân Hè|Thu Đông|Hạ Thu)(?!\w)")


@lru_cache(maxsize=64)
def _names(raw: str) -> tuple[str, ...]:
    return tuple(m[0] for m in _A_NAME.finditer(raw) if not _OF_ALL.match(m[0]))


_ONE_WORD = "|".join(name for name in COUNTRIES.split("|") if name.isalpha())
_COUNTRY_ALONE = re.compile(rf"(?<!\w)(?:{_ONE_WORD})(?!\w)(?!\s[{UPPER}])")  # "Lào", which is no part of a longer name
_NAME_BEFORE = re.compile(rf"(?<=\s)[{UPPER}][^\W\d_]*\s$")


@lru_cache(maxsize=64)
def _countries_alone(text: str) -> tuple[str, ...]:
    return tuple(m[0] for m in _COUNTRY_ALONE.finditer(text) if not _NAME_BEFORE.search(text[: m.start()]))


def _held(name: str, text: str) -> bool:
    """Whether a text holds a name, in small letters, as words of their own."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _nobody_named(q: Question, n: Named, world: World) -> bool:
    """What is told without any word of somebody is not what they did whom the question names, and the report tells of elsewhere."""
    f, text = n.figure, world.report.text
    for name in (*_names(q.raw), *_countries_alone(q.text)):
        low = name.lower()
        if not _held(low, world.lower):
            if name in q.text and COUNTRY.fullmatch(name):
                return True
            continue
        if low in world.report.title.lower() or any(low in p.lower() or p.lower() in low for p in world.places):
            continue
        start = max(text.rfind("\n", 0, f.sentence.start) + 1, text.rfind(". ", 0, max(0, f.sentence.start - 2))) if f.table is None else f.sentence.start  # the sentence before may name whom this one goes on about
        around = f"{f.indicator} {f.head} {f.scope} {' '.join(n.zones.rows[:6])} {' '.join(world.report.section_path(f.section))} {text[start : f.sentence.end]}".lower()
        if not _held(low, around) and not set(tokens(name)) <= set(tokens(around)):
            return True
    return False


_DAY = re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2})(?![/\d])")


def _days(text: str) -> set[str]:
    return {m[1].lstrip("0") for m in _DAY.finditer(text)}


def _another_day(q: Question, n: Named, world: World) -> bool:
    """What a price was on one day is not what it was on another that it is held against: "Tại kỳ điều hành 24/6, xăng 21.340 đồng/lít, cao hơn 830 đồng so với kỳ 27/5"."""
    f, text = n.figure, world.report.text
    if f.table is not None or f.measure is not Measure.LEVEL or len(days := _days(q.raw)) != 1:
        return False
    told = _days(text[f.sentence.start : f.span.start])
    return bool(told) and not days & told and bool(days & _days(text[f.span.end : f.sentence.end]))


_WORDS_OF_PLACE = frozenset(["khu", "vực", "thành", "thị", "nông", "thôn", "vùng", "miền", "núi", "toàn", "tỉnh", "cả", "nước", "chung", "địa", "bàn"])


def _place_alone(q: Question, n: Named, world: World) -> bool:
    """What all prices did in the towns is not what one of them did there: "khu vực thành thị tăng 0,04%", asked of "dịch vụ y tế ở khu vực thành thị"."""
    own = n.own - W.STOP
    if not own or not own <= _WORDS_OF_PLACE or n.figure.measure not in CHANGES:
        return False
    things = set(q.terms) - _WORDS_OF_PLACE - W.GENERIC - W.STOP - W.OF_PRICE - {"cpi"}
    return len(things) > 1 and not things & (n.own | n.head | n.clause | n.lead)


_TOWN = re.compile(rf"(?<!\w)(?:[Tt]hành phố|TP\.?|[Tt]hị xã|TX\.?|[Hh]uyện|[Tt]hị trấn)\s?(?P<who>{_SOME_NAME})")
_NEAR = 120  # characters before a figure in which the town is said


def _whole_province(q: Question, n: Named, world: World) -> bool:
    """What the whole province did is not what its town of the same name did."""
    town = _TOWN.search(q.raw)
    who = town["who"].lower() if town is not None else ""
    if not who or not any(who == p.lower() for p in world.places) or not re.search(rf"(?<!\w)tỉnh {re.escape(who)}(?!\w)", world.lower):
        return False
    f = n.figure
    told = f"{f.indicator} {f.head} {f.scope} {world.report.text[max(f.sentence.start, f.span.start - _NEAR) : f.span.start] if f.table is None else ' '.join(n.zones.rows[:6])}"
    return re.search(rf"(?<!\w)(?:thành phố|tp\.?|thị xã|tx\.?|huyện|thị trấn)\s?{re.escape(who)}(?!\w)", told, re.I) is None


__all__ = ["NAMED_ONE", "of_somebody_else"]
