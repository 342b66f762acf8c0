"""Balances of trade: stated, or exports less imports, of the whole or of those that the question names ("nhập siêu từ Trung Quốc", "khối FDI xuất siêu").

What the question names beside the trade itself must stand in the names of the figures: the whole country's balance is none with China.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chain import groups, matching
from chain import words as W
from chain.answer import Answer
from chain.apart import one_of_several
from chain.arithmetic import subtract
from chain.choosing import unasked
from chain.compose import Draft, scaled
from chain.derive import in_scale
from chain.operands import PLANNED, alike_units, two
from chain.question import Question, read
from chain.select import Match, period_fit
from chain.world import Named, World, tokens
from report.model import Figure, Measure, name_of
from report.text import UPPER

_TRADE = frozenset(["xuất", "nhập", "khẩu", "siêu", "cán", "cân", "thương", "mại", "thặng", "dư", "thâm", "hụt", "hàng", "hóa", "mua", "bán", "trị", "giá", "kim", "ngạch", "hai", "chiều", "nhiều", "hơn", "buôn", "ra", "vào", "với", "từ", "sang", "tiền"])
_OURS = frozenset(["việt", "nam", "nước", "ta"])
_NATION = frozenset(["cả", "toàn", "nước", "quốc"])
_MONEY = ("USD", "đồng", "EUR", "CNY")


def answer(q: Question, draft: Draft, direct: Sequence[Match]) -> Answer | Figure | None:
    """The figure that states the balance asked for, else the answer that works it out; None where the report tells neither."""
    world = draft.world
    if _THAN_THEN.search(q.text):
        return next((m.figure for m in direct if m.figure.measure is Measure.CHANGE and W.BALANCE.search(name_of(m.figure)) is not None), None)  # what it is, is not by how much it moved
    if groups.EACH.search(q.text) and (each := groups.answer(q, draft)) is not None:  # "nhập siêu từ những thị trường nào"
        return each
    whose = _whose(q, world)
    among = [n for n in _of(whose, q, world) if not one_of_several(q, n.figure)] if whose else []
    among = [n for n in among if not unasked(q, n, world) and not unasked(q, replace(n, figure=replace(n.figure, head=n.figure.indicator)), world)] or among  # those that bear no name that is not asked for
    told = [n.figure for n in among if _balance(n.figure)] if whose else [m.figure for m in direct if _balance(m.figure) and not _of_some(m.figure, q, world)]
    if not q.periods:  # "cùng kỳ năm trước nhập siêu 2,75 tỷ USD" is told by the way
        told = [f for f in told if f.period.year in (None, world.main_year)]
    if told:
        return told[0]
    pair = _pair(among) if whose else _of_the_whole(q, world)
    if pair is None or not (_trades(pair[0], "xuất") and _trades(pair[1], "nhập")) or not matching.same_time(*pair) or (pair[0].modality in PLANNED) is not (pair[1].modality in PLANNED):
        return None
    a, b = pair
    if W.SO_FAR.search(q.text) and a.period.kind in ("month", "season"):
        return next((f for f in stated(q, world)[1] if f.period.kind in ("months", "quarter", "half", "date", "year") and f.period.year == world.main_year and _WAY.search(name_of(f))), None)
    return subtract(a, b, draft, "Xuất siêu " if a.value >= b.value else "Nhập siêu ")


def stated(q: Question, world: World) -> tuple[Figure | None, tuple[Figure, ...]]:
    """The figure that states the balance of, or with, whom the question names; where it names nobody, those that state the balance of all."""
    if whose := _whose(q, world):
        return next((n.figure for n in _of(whose, q, world) if _balance(n.figure)), None), ()
    return None, tuple(n.figure for n in _of((), q, world) if _balance(n.figure) and not _of_some(n.figure, q, world))


_EITHER = re.compile(r"(?<!\w)(?:xuất siêu|thặng dư)\s+hay\s+(?:là\s+)?(?:nhập siêu|thâm hụt)|(?:nhập siêu|thâm hụt)\s+hay\s+(?:là\s+)?(?:xuất siêu|thặng dư)", re.I)


def way_of(q: Question, f: Figure) -> str:
    """Which of the two a balance is by its sign, where the question asks which; empty where the figure's own name says it."""
    name = name_of(f).lower()
    if _EITHER.search(q.text) is None or "cán cân" not in name or _WAY.search(name) or f.measure is not Measure.LEVEL or not f.value:
        return ""
    return "Xuất siêu" if f.value > 0 else "Nhập siêu"


_BESIDE_ANOTHER = re.compile(
    r"(?:mức\s+)?(?P<a>(?P<way>(?P<out>xuất siêu|thặng dư)|nhập siêu|thâm hụt)\s.+?)\s+(?:lớn|cao|nhiều|thấp|ít|nhỏ|kém)?\s*hơn\s+(?:so với\s+)?(?:mức\s+)?(?P<b>.+?)\s+(?:là\s+)?bao nhiêu", re.I
)  # fmt: skip


def between(q: Question, draft: Draft) -> Answer | None:
    """What lies between the balances with two partners: "xuất siêu sang Lào lớn hơn sang Thái Lan bao nhiêu", or of one now and a year before."""
    if _THAN_THEN.search(q.text):
        return _since_then(q, draft)
    m = _BESIDE_ANOTHER.search(q.text)
    if m is None:
        return None
    pair = []
    for name in (m["a"], m["b"] if W.BALANCE.search(m["b"]) else f"{m['way']} {m['b']}"):
        one = read(name, draft.world)
        f = stated(replace(one, periods=one.periods or q.periods, modality=q.modality), draft.world)[0]
        if f is None or W.contrary(f" {name.lower()} ", f" {name_of(f).lower()} ", W.SURPLUS):
            return None
        told = _WAY.search(name_of(f))
        if told is None and (f.value > 0) is not bool(m["out"]):
            return None  # a table's sign says that it goes the other way
        pair.append(replace(f, value=abs(f.value)))
    a, b = pair
    if a.span == b.span or not matching.same_time(a, b):
        return None
    return subtract(*((a, b) if a.value >= b.value else (b, a)), draft, "Chênh ")


_THAN_THEN = re.compile(
    r"(?<!\w)(?:xuất siêu|nhập siêu|thặng dư|thâm hụt)(?!\w)[^?]*?(?<!\w)(?:hơn (?:so với )?(?:mức )?(?:của )?(?:cùng kỳ|năm (?:trước|ngoái))(?!\w)[^?]*?(?:bao nhiêu|mấy)|(?:tăng|giảm|thu hẹp|nới rộng)(?: thêm| đi)? (?:bao nhiêu|mấy)(?!\w)[^?]*?(?:cùng kỳ|năm (?:trước|ngoái)))(?!\w)(?!\s*(?:%|phần trăm|lần))", re.I
)  # fmt: skip


def _since_then(q: Question, draft: Draft) -> Answer | None:
    """What lies between a balance and the one that is stated of the same time a year before, both called alike: "xuất siêu 20,75 tỷ USD, thấp hơn mức 23,51 tỷ USD của cùng kỳ"."""
    one, all_of_it = stated(q, draft.world)
    for f in (one,) if one is not None else all_of_it:
        then = [
            g for n in draft.world.figures
            if (g := n.figure).measure is Measure.LEVEL and (g.unit, g.indicator, g.modality) == (f.unit, f.indicator, f.modality) and g.table == f.table and f.period.year
            and (g.period.kind, g.period.part, g.period.year) == (f.period.kind, f.period.part, f.period.year - 1)
        ]  # fmt: skip
        if len({g.value for g in then}) == 1 and then[0].value * f.value > 0 and not W.contrary(f" {q.text.lower()} ", f" {_said(f)} ", W.SURPLUS):
            a, b = replace(f, value=abs(f.value)), replace(then[0], value=abs(then[0].value))
            return subtract(*((a, b) if a.value >= b.value else (b, a)), draft, "Cao hơn " if a.value >= b.value else "Thấp hơn ")
    return None


_WAY = re.compile(r"(?<!\w)(?:xuất siêu|nhập siêu|thặng dư|thâm hụt)(?!\w)", re.I)


def both_ways(q: Question, draft: Draft) -> Answer | None:
    """Exports and imports together, with or of whom the question names: "kim ngạch hai chiều với Lào"."""
    whose = _whose(q, draft.world)
    pair = _pair(_of(whose, q, draft.world)) if whose else None
    if pair is None:
        return None
    a, b = pair
    marks = [draft.state(f) for f in pair]
    total = scaled(a.value + b.value, a)
    draft.calculations.append(f"{in_scale(a, a)} + {in_scale(b, a)} = {total}")
    return draft.answer(f"{total}: " + ", ".join(f"{name_of(f)} {f.text} [{n}]" for f, n in zip(pair, marks)) + ".")


def _trades(f: Figure, way: str) -> bool:
    """Whether a figure is of the trade one way, by what stands last in its names: imports are no exports of somebody else."""
    told = re.findall(r"(?<!\w)(xuất|nhập)(?!\w)", f.indicator.lower()) or re.findall(r"(?<!\w)(xuất|nhập)(?!\w)", f.head.lower())
    return bool(told) and set(told) == {way}


_LED = re.compile(r"\W*(?:riêng|với|đối với|ở|tại|trong đó)\s", re.I)


def _of_the_whole(q: Question, world: World) -> tuple[Figure, Figure] | None:
    """Exports and imports of all: not the imports of all and what goes to one market."""

    def led(f: Figure) -> bool:
        return f.table is None and _LED.match(world.report.text, f.sentence.start) is not None

    def under(f: Figure) -> set[str]:
        return {w for w in tokens(f.head) if w not in _TRADE | _OF_ALL | W.STOP | W.GENERIC and w not in q.row and not w[0].isdigit()}

    pair = two("xuất khẩu", "nhập khẩu", q, world)
    if pair is not None and pair[0].sentence != pair[1].sentence and (pair[0].table is None or pair[0].table != pair[1].table) and bool(under(pair[0])) is not bool(under(pair[1])):
        return None  # exports of all, imports of cloth
    if pair is None or not any(led(f) or _of_some(f, q, world) for f in pair):
        return pair
    return _pair([n for n in _of((), q, world) if not led(n.figure) and not _of_some(n.figure, q, world)])


def of_all(q: Question, world: World) -> Figure | None:
    """The one stated balance of all at the very time asked for, that goes the way that is asked for."""
    if q.operation != "balance" or not q.amount or _THAN_THEN.search(q.text) or groups.EACH.search(q.text) or _whose(q, world):
        return None
    told = [f for f in stated(q, world)[1] if _EITHER.search(q.text) or not W.contrary(f" {q.text.lower()} ", f" {_said(f)} ", W.SURPLUS)]
    told = [f for f in told if q.periods and (period_fit(q, f, world) or 0.0) == 1.0]
    worded = [f for f in told if _WAY.search(name_of(f))]
    first = next(iter(worded or told), None)
    alike = first is not None and all(f.unit == first.unit and abs(abs(f.value) - abs(first.value)) <= max(f.step, first.step) for f in (worded or told))  # "2,16 tỷ USD", in the table "2.163 triệu USD"
    return first if alike else None


def _said(f: Figure) -> str:
    """The name of a balance, with the way that the sign of a table's tells: "cán cân thương mại | -568" is a deficit."""
    name = name_of(f).lower()
    return name if f.table is None or _WAY.search(name) or not f.value else f"{name} {'xuất siêu' if f.value > 0 else 'nhập siêu'}"


_OF_ALL = frozenset(["cả", "nước", "toàn", "tỉnh", "địa", "bàn", "quốc", "việt", "nam", "tổng", "mức", "số"])


_SOME = re.compile(r"(?<!\w)(?:(?:khối|khu vực) (?:doanh nghiệp )?(?:FDI|trong nước|có vốn)|doanh nghiệp (?:FDI|có vốn|trong nước)|FDI)(?!\w)", re.I)
_THIS_ONE = re.compile(rf"(?<!\w)(?:(?i:từ|với|của|sang)\s(?i:thị trường|nước|quốc gia|đối tác|khu vực|bạn hàng|nhóm)|(?i:khối|nhóm))\s(?i:này|đó|trên)(?!\w)(?=[^.;]*$)|(?i:siêu|thâm hụt|thặng dư)\s(?i:với|từ|sang)\s[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*)*\s[^.;]{{0,20}}$")
_NEAR = 80  # characters before a balance in which it is said with whom it is


_AT_HOME = re.compile(r"(?<!\w)(?:khối|khu vực|doanh nghiệp)(?: kinh tế| doanh nghiệp)? trong nước(?!\w)", re.I)


def _of_some(f: Figure, q: Question, world: World) -> bool:
    """Whether a balance is of somebody, or with somebody, that the question does not name: "khối FDI xuất siêu"."""
    if _AT_HOME.search(name_of(f)) and not _AT_HOME.search(q.text):
        return True  # "khối trong nước nhập siêu": of words that elsewhere say all
    if _WITH_ONE.fullmatch(f.head) and not set(tokens(f.head)) <= {*q.row, *_OURS}:
        return True  # "Trung Quốc … (xuất khẩu 842 triệu USD, nhập khẩu 1.062 triệu USD)"
    if f.table is None and any((m := pattern.search(text)) is not None and not set(tokens(m[0])) - W.STOP <= set(q.row) for pattern, text in ((_SOME, f.head), (_THIS_ONE, world.report.text[max(f.sentence.start, f.span.start - _NEAR) : f.span.start]))):
        return True
    return any(w not in _TRADE and w not in _OF_ALL and w not in W.STOP and w not in W.GENERIC and w not in q.row and not w[0].isdigit() for w in tokens(f"{f.indicator} {f.scope}"))


_WITH_ONE = re.compile(rf"(?:(?:thị trường|nước)\s)?[{UPPER}][^\W\d_]*(?:\s[{UPPER}(][^\W\d_)]*)*")


def _balance(f: Figure) -> bool:
    if f.unit not in _MONEY or f.measure is not Measure.LEVEL:
        return False
    told = next((part for part in (f.indicator, *f.head.split(", ")) if _TRADES.search(part)), "") if f.table is not None else name_of(f)  # its row's or its group's name, ere the table's
    return W.BALANCE.search(told) is not None


_TRADES = re.compile(rf"{W.BALANCE.pattern}|(?<!\w)(?:xuất|nhập) khẩu(?!\w)", re.I)


def _whose(q: Question, world: World) -> tuple[matching.Unit, ...]:
    """What the question names beside the trade: whose balance it is, or with whom."""
    title = frozenset(tokens(world.report.title))  # whom the whole report is about
    title |= _NATION if {"việt", "nam"} <= title else frozenset()
    row = tuple(w for w in q.row if w not in _TRADE and w not in W.GENERIC)
    terms = tuple(t for t in q.terms if t not in _TRADE and t not in W.GENERIC)
    return tuple(u for u in matching.units(row, terms, q.nouns, world) if u.noun and not u.anyone and not any(title.issuperset(f) or set(f) <= _OURS for f in u.forms)) if terms else ()


def _of(whose: Sequence[matching.Unit], q: Question, world: World) -> list[Named]:
    """The figures of the asked time beside which all of them stand, those that are named after them first."""
    found: list[tuple[int, float, int, Named]] = []
    for n in world.figures:
        fits = period_fit(q, n.figure, world)
        hits = matching.hits_of(whose, n)
        if fits is not None and (n.figure.modality in PLANNED) is (q.modality in PLANNED) and all(0 <= zone <= _BESIDE and worth > _WHOLLY for zone, worth in hits):
            found.append((max((zone for zone, _ in hits), default=0), -fits, n.figure.span.start, n))
    return [n for *_, n in sorted(found, key=lambda t: t[:3])]


_BESIDE = 3  # its name, its head, its clause, the start of its sentence: "Với thị trường Lào, xuất khẩu 64 triệu USD, nhập khẩu 91 triệu USD"
_WHOLLY = 0.7


def _pair(among: Sequence[Named]) -> tuple[Figure, Figure] | None:
    """Exports and imports told alike: the one's name is the other's with the trade turned round."""
    levels = [n.figure for n in among if n.figure.measure is Measure.LEVEL and n.figure.unit in _MONEY and n.figure.high is None]
    for a in levels:
        if not _trades(a, "xuất"):
            continue
        turned = replace(a, indicator=_turned(a.indicator), head=_turned(a.head))
        for b in levels:
            if _trades(b, "nhập") and matching.same_time(a, b) and alike_units(a.unit, b.unit) and a.table == b.table and (a.table is not None or b.head in (a.head, turned.head) or a.sentence == b.sentence) and _plain(b) == _plain(turned):
                return a, b
    return None


def _turned(name: str) -> str:
    return re.sub(r"(?<!\w)xuất(?= khẩu)", "nhập", name, flags=re.I)


def _plain(f: Figure) -> str:
    name = f.indicator.lower().replace(f.scope.lower(), " ") if f.scope else f.indicator.lower()  # said once for both
    return re.sub(r"(?<!\w)(?:tổng |trị giá |kim ngạch |sang |từ |hàng hóa |hàng (?=\s|$|địa phương|của |trong |cả ))+", "", f"{name} ").strip()


__all__ = ["answer", "between", "both_ways", "of_all", "stated", "way_of"]
