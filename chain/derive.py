"""Figures that the report does not print but that follow from those it does, for the same indicator:

the months between two cumulative figures (9 tháng − quý III), the year before from a growth rate, an amount from a
quantity and a rate per unit. Each is shown with its formula and every operand cited.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from chain import matching
from chain import words as W
from chain.answer import Answer
from chain.aside import of_those_alone
from chain.choosing import choose, unasked
from chain.compose import Draft, number, period_name, scaled
from chain.operands import PLANNED, alike_units, levels, likely_levels, near_levels
from chain.question import Question
from chain.select import ENOUGH, Match, find, fit, lacks
from chain.world import World, tokens
from report import units
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period, name_of
from report.periods import label as period_label
from report.periods import month_span, until

_ROUGH = re.compile(r"khoảng|chừng|tầm|xấp xỉ|ước chừng|suy ra|tính ra|tính ngược|quy ra|đoán", re.I)
# A stock is not what came in during a time: the herd of nine months less that of a quarter is no herd.
STOCK = re.compile(r"dân số|(?<!\w)đàn(?!\w)|dư nợ|tồn kho|số dư|tỷ lệ|tỉ lệ|(?<!trị )(?<!theo )(?<!\w)giá(?! trị)(?!\w)|năng suất|bình quân|mật độ|hệ số|chỉ số|lãi suất|độ che phủ|hiện có|lao động|thất nghiệp|huy động", re.I)


def number_text(f: Figure) -> str:
    """The printed number alone."""
    m = re.search(r"\d+(?:[.,]\d+)*", f.text)
    return m[0] if m else number(f.value / f.scale)


def in_scale(f: Figure, like: Figure) -> str:
    """The number of `f` in the printed scale of `like`."""
    return number_text(f) if f.scale == like.scale else number(f.value / like.scale)


def _months(p: Period) -> frozenset[int]:
    """The months of a period within its year, in halves: a customs bulletin tells of each half of a month."""
    if p.kind == "season" and p.part and p.part > 100 and p.part % 100:
        return frozenset((2 * (p.part % 100) + p.part // 100 - 1,))
    span = month_span(p)
    return frozenset(range(2 * span[0], 2 * span[1] + 2)) if span else frozenset()


def by_period(q: Question, draft: Draft) -> Answer | None:
    """The asked months as a sum or a difference of the months that the report states."""
    world = draft.world
    if len(q.periods) != 1 or q.modality is Modality.TARGET or q.measure not in (None, Measure.LEVEL) or any(not w.isdigit() and w not in W.STOP for w in q.excluded):
        return None  # without something: no sum of what has it
    want = q.periods[0]
    year, asked = want.year or world.main_year, _months(want)
    if not asked or year is None:
        return None
    chosen: dict[frozenset[int], Match] = {}
    fitting: list[Match] = []
    for m in sorted(levels(replace(q, periods=()), world), key=lambda m: (m.figure.modality is not Modality.ACTUAL, -m.score)):
        f = m.figure
        own = _months(f.period) or _summed_to(f)
        if not own or f.period.year != year or f.modality in PLANNED or "/" in f.unit or f.unit == "%" or f.bound or STOCK.search(name_of(f)):
            continue
        fitting.append(m)
        if own not in chosen or m.score > chosen[own].score + (0.05 if chosen[own].figure.modality is Modality.ACTUAL and f.modality is not Modality.ACTUAL else 0):
            chosen[own] = m
    best = max((m.score for m in chosen.values()), default=0.0)
    alike = _of_one_name([m for m in fitting if m.score > best - 0.5], asked)
    parts = alike or {k: m.figure for k, m in chosen.items() if m.score > best - 0.5}
    for whole, total in sorted(parts.items(), key=lambda t: len(t[0])):
        rest = whole - asked
        if not asked < whole or total.unit != next(iter(parts.values())).unit:
            continue
        for taken in _cover(rest, {k: f for k, f in parts.items() if f.unit == total.unit and f is not total}):
            value = total.value - sum((f.value for f in taken), Decimal(0))
            if value <= 0:
                continue
            return _shown(value, [total, *taken], "−", want, year, draft)
    for like in {f.unit: f for f in parts.values()}.values():
        for taken in _cover(asked, {k: f for k, f in parts.items() if f.unit == like.unit}):
            if len(taken) > 1:
                return _shown(sum((f.value for f in taken), Decimal(0)), taken, "+", want, year, draft)
    return None


_FLOWS = re.compile(r"(?<!\w)(?:giải ngân|thanh toán|thu|chi|xuất khẩu|nhập khẩu|sản lượng)(?!\w)", re.I)


def _summed_to(f: Figure) -> frozenset[int]:
    """The months that a flow is summed over up to a month's last day: "đến hết ngày 30/9, giải ngân 6.978,1 tỷ đồng"."""
    last = until(f.period) if f.period.kind == "date" and _FLOWS.search(f.indicator) else None
    return frozenset(range(2, 2 * last + 2)) if last else frozenset()


def _of_one_name(fitting: list[Match], asked: frozenset[int]) -> dict[frozenset[int], Figure]:
    """The figures of one name that the asked months can be worked out of: a total's month is not taken off one of its parts. Empty where none has them."""
    by_name: dict[tuple[str, str], dict[frozenset[int], Match]] = {}
    for m in sorted(fitting, key=lambda m: -m.score):
        by_name.setdefault((m.figure.indicator.lower(), m.figure.head.lower()), {}).setdefault(_months(m.figure.period) or _summed_to(m.figure), m)
    for found in sorted(by_name.values(), key=lambda t: -max(m.score for m in t.values())):
        parts = {k: m.figure for k, m in found.items()}
        if _cover(asked, parts) or any(asked < whole and _cover(whole - asked, {k: f for k, f in parts.items() if k != whole}) for whole in parts):
            return parts
    return {}


def _cover(months: frozenset[int], parts: dict[frozenset[int], Figure]) -> list[list[Figure]]:
    """The ways to make up `months` from up to four stated, disjoint times, the shortest first."""
    inside = [k for k in parts if k <= months]
    out = []
    for size in range(1, 5):
        for some in combinations(inside, size):
            if sum(len(k) for k in some) == len(months) and frozenset().union(*some) == months:
                out.append([parts[k] for k in sorted(some, key=min)])
    return out


def _shown(value: Decimal, used: list[Figure], sign: str, want: Period, year: int, draft: Draft) -> Answer:
    like = used[0]
    marks = [draft.state(f) for f in used]
    worked = f" {sign} ".join(in_scale(f, like) for f in used) + f" = {scaled(value, like)}"
    asked = period_label(replace(want, year=year))
    asked = asked if draft.supported(asked) else period_name(want)
    shown = "; ".join(f"{period_name(f.period)} {f.text} [{n}]" for f, n in zip(used, marks))
    name = name_of(like)
    tail = f", {asked}" if draft.supported(asked) else ""
    coarse = max(used, key=lambda f: f.step)
    if coarse.scale != like.scale and coarse.step > like.step:  # no finer than the coarser of them is told: "22,37 tỷ USD" beside "41.862 triệu USD"
        value, like = (value / coarse.step).quantize(Decimal(1), ROUND_HALF_UP) * coarse.step, coarse
        worked += f" ≈ {scaled(value, like)}"
    draft.calculations.append(worked)
    return draft.answer(f"{scaled(value, like)}: {name}{tail}, tính từ số liệu của báo cáo ({shown}).")


_AT_END = re.compile(r"(?<!so với )(?<!so )(?<!từ )(?<!hơn )cuối năm", re.I)


def before_growth(q: Question, draft: Draft, *, always: bool = False) -> Answer | None:
    """The level of the year before, from this year's level and its growth; only when a rough figure is asked for."""
    world = draft.world
    if q.measure not in (None, Measure.LEVEL) or not q.periods or len(q.periods) > 1 and not (len(q.periods) == 2 and (_ROUGH.search(q.text) or q.periods[0].kind == "any")):
        return None
    want = min(q.periods, key=lambda p: p.year or 9999)
    if want.year is None and want.kind in ("month", "quarter", "season", "date"):
        want = replace(want, year=world.main_year)
    if want.year is None or want.year == world.main_year and W.SO_FAR.search(q.text):
        return None
    if want.kind in ("year", "any") and _AT_END.search(q.text):
        want = Period("date", want.year, part=1231, label=f"cuối năm {want.year}")
    open_q = replace(q, periods=(), terms=tuple(t for t in q.terms if t not in ("ngược", "suy", "tính")))
    found = levels(open_q, world)
    if q.unit == "%":  # a rate may be told as a share: "lao động qua đào tạo chiếm 29,8%, cao hơn năm trước 1,5 điểm phần trăm"
        found += [m for m in find(replace(open_q, measure=None), world) if m.figure.measure is Measure.SHARE]
    found = [m for m in found if not _part(q, m.figure) and not of_those_alone(q, m.figure)]
    for f in [m.figure for m in found] or near_levels(open_q, world)[:3] or likely_levels(open_q, world)[:2]:
        if of_those_alone(q, f) or f.unit == "%" and q.unit != "%" and not re.search(r"tỷ lệ|tỷ suất|tỷ trọng|phần trăm|%|độ che phủ|lãi suất", q.text, re.I) and not (not q.unit and q.terms and set(q.terms) <= set(tokens(f.indicator))):
            continue
        if (exact := before_change(f, want, draft, frozenset(q.terms))) is not None:
            return exact
        # a table's cell is told in a sentence as well, with its change
        again = [n.figure for n in world.figures if f.table is not None and n.figure.table is None and n.figure.value == f.value and n.figure.unit.lower() == f.unit.lower() and n.figure.period == f.period and n.figure.measure is f.measure]
        if again and (exact := before_change(again[0], want, draft, frozenset(q.terms))) is not None:
            return exact
    if not (always or _ROUGH.search(q.text)):
        return None
    of_somebody = {n.figure.span for n in world.figures if unasked(q, n, world)}
    for f in [m.figure for m in found if m.figure.span not in of_somebody] or [f for f in likely_levels(open_q, world)[:2] if f.span not in of_somebody]:
        if f.modality in PLANNED or f.period.year is None or not f.unit or f.unit == "%":
            continue
        for factor, rate, formula in _factors(f, want, world):
            f = finer(f, world)
            value = f.value / factor
            step = f.scale if f.step >= f.scale or value * rate.step / 200 / factor >= f.scale else f.step  # no finer than the rate's rounding tells
            value = value.quantize(step, ROUND_HALF_UP) if step < 1 else (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
            n, k = draft.state(f), draft.state(rate)
            draft.calculations.append(f"{number_text(f)} : {formula} ≈ {scaled(value, f)}")
            when = _when(want, f, draft)
            return draft.answer(f"Khoảng {scaled(value, f)}: {name_of(f)}{when}, tính ngược từ {f.text} ({period_name(f.period)}) [{n}] và {_rate_words(rate)} [{k}]; báo cáo không nêu thẳng số này.")
    return None


_BEFORE_RISE = re.compile(r"(?<!\w)trước (?:khi|lần|đợt|lúc|thời điểm|kỳ)(?: được| bị)? (?:tăng|giảm|hạ|nâng|điều chỉnh)(?: giá)?(?:[^,?]*?(?=,))?", re.I)


def before_rise(q: Question, draft: Draft) -> Answer | None:
    """The level before a change that leads to a stated one: "Trước khi tăng giá, bình 12 kg bán bao nhiêu?" of "tăng 36.500 đồng, lên 398.000 đồng"."""
    told = _BEFORE_RISE.search(q.text) is not None
    day = next((p for p in q.periods if p.kind == "date" and p.label.lower().startswith("trước ")), None)  # "trước ngày 01/9", where the change is of that day
    if not told and day is None or q.unit == "%":
        return None
    text = draft.world.report.text
    asked = replace(q, text=_BEFORE_RISE.sub(" ", q.text), periods=(), terms=tuple(t for t in q.terms if t not in ("trước", "tăng", "giảm", "lần", "đợt", "khi")), measure=None, base=Base.NONE, direction=Direction.NONE)
    for f in [m.figure for m in levels(asked, draft.world)][:3] or likely_levels(asked, draft.world)[:2]:
        led = [g for n in draft.world.figures if (g := n.figure).measure is Measure.CHANGE and g.sentence == f.sentence and g.direction is not Direction.NONE and not g.bound and _counts_alike(g, f) and _DOWN_TO.fullmatch(text[g.span.end : f.span.start])]
        if len(led) != 1 or f.modality in PLANNED or f.high is not None or f.bound:
            continue
        if not told and day is not None and (led[0].period.kind, led[0].period.part) != ("date", day.part):
            continue
        up = led[0].direction is Direction.UP
        value = f.value - led[0].value if up else f.value + led[0].value
        a, b = draft.state(f), draft.state(led[0])
        draft.calculations.append(f"{number_text(f)} {'−' if up else '+'} {in_scale(led[0], f)} = {scaled(value, f)}")
        return draft.answer(f"{scaled(value, f)}: {name_of(f)} trước khi {'tăng' if up else 'giảm'} {led[0].text} [{b}] {'lên' if up else 'xuống'} {f.text} [{a}].")
    return None


def _part(q: Question, f: Figure) -> bool:
    """Whether the question names a figure's head alone: it asks for the whole, and this is a part ("điện thoại" under "xuất khẩu")."""
    return bool(f.head) and bool(set(q.terms) & set(tokens(f.head))) and not set(q.terms) & set(tokens(f.indicator))


def _when(want: Period, f: Figure, draft: Draft) -> str:
    """The time that was worked back to, as far as a reader can check it: "9 tháng năm 2025", or as the report says it."""
    named = period_name(want)
    if draft.supported(named):
        return f", {named}"
    return ", cùng kỳ năm trước" if want.year and f.period.year == want.year + 1 and want.part == f.period.part else ""


def before_change(f: Figure, want: Period, draft: Draft, asked: frozenset[str] = frozenset()) -> Answer | None:
    """The level of the time before where the report says by how much it changed: "16.128 tỷ đồng, hụt 760 tỷ đồng so với cùng kỳ"."""
    if f.modality in PLANNED or f.period.year is None or f.high is not None or f.bound:
        return None
    if (now := until(f.period)) is not None and (then := until(want)) is not None and (want.year or 0) >= f.period.year and then >= now:
        return None  # what is asked for is no time before
    change = _change_since(f, want, draft.world, asked)
    if change is None:
        return None
    told, f = f, finer(f, draft.world)
    up = change.direction is Direction.UP
    value = f.value - change.value if up else f.value + change.value
    if value < 0:
        return None
    about_it = scaled((value / told.step).quantize(Decimal(1), ROUND_HALF_UP) * told.step, told) if f.scale != told.scale else ""  # as the sentence that tells of the change counts
    rounded = f" (khoảng {about_it})" if about_it else ""
    a, b = draft.state(f), draft.state(change)
    about = change.bound is Bound.ABOUT
    draft.calculations.append(f"{number_text(f)} {'−' if up else '+'} {in_scale(change, f)} {'≈' if about else '='} {scaled(value, f)}{f' ≈ {about_it}' if about_it else ''}")
    return draft.answer(f"{'Khoảng ' if about else ''}{scaled(value, f)}{rounded}: {name_of(f)}{_when(want, f, draft)}, tính từ {f.text} [{a}] và mức {'tăng' if up else 'giảm'} {change.text} [{b}].")


def finer(f: Figure, world: World) -> Figure:
    """The same fact told in more digits elsewhere ("5.736,9 triệu USD" of a table for "5,74 tỷ USD" of the text), else `f`."""
    named = set(tokens(f.indicator))
    alike = [
        g for n in world.figures
        if matching.rounds(f, g := n.figure) and named <= set(tokens(f"{g.indicator} {g.head} {_caption(g, world)}")) and set(tokens(g.indicator)) <= named | set(tokens(f.head))
    ]  # fmt: skip
    return min(alike, key=lambda g: (g.step, g.span.start), default=f)


def _caption(f: Figure, world: World) -> str:
    """The title of a figure's table: its row may be called "Tổng mức" alone."""
    table = world.report.tables[f.table] if f.table is not None and f.table < len(world.report.tables) else None
    return table.caption.of(world.report.text) if table is not None and table.caption else ""


def _change_since(f: Figure, want: Period, world: World, asked: frozenset[str]) -> Figure | None:
    """By how much `f` changed since `want`: told of the same name, or of the same words where several changes stand in its sentence."""
    held: list[tuple[int, Figure]] = []
    text = world.report.text
    mine = next((n for n in world.figures if n.figure is f), None)
    for n in world.figures:
        g = n.figure
        if g.measure is not Measure.CHANGE or g.modality in PLANNED or g.sentence != f.sentence or not _counts_alike(g, f) or g.period != f.period or g.direction is Direction.NONE or g.bound not in (Bound.NONE, Bound.ABOUT) or g.span.start < f.span.start and not _DOWN_TO.fullmatch(text[g.span.end : f.span.start]) or not (_before(f, g, want) or _since_end(text, g, want) or g.base in (Base.NONE, Base.YEAR) and _since_year(text, g, want)):
            continue
        end = min((o.figure.span.start for o in world.figures if o.figure.sentence == g.sentence and o.figure.span.start >= g.span.end), default=g.sentence.end)
        after = re.split(r"[,;.()]|(?<!\w)(?:và|nhưng|so)(?!\w)", text[g.span.end : end])[0]
        said = set(tokens(after)) & asked & ((mine.own | mine.clause) if mine else frozenset())
        if said:
            held.append((2 + len(said), g))
        elif (named := set(tokens(g.indicator)) - W.STOP - W.GENERIC) and named <= asked and mine is not None and named & mine.own and not any(f.span.end <= o.figure.span.start < g.span.start and o.figure.measure is Measure.LEVEL for o in world.figures):
            held.append((1, g))  # "buộc tiêu hủy 318 con; số lợn tiêu hủy giảm 642 con"
        elif g.indicator == f.indicator and g.head == f.head and not set(tokens(after)) - W.STOP:
            held.append((1, g))
    held.sort(key=lambda t: (-t[0], t[1].span.start))
    if not held or len(held) > 1 and held[0][0] == held[1][0] and held[0][1].value != held[1][1].value:
        return None
    return held[0][1]


_DOWN_TO = re.compile(r"(?:/\w+)?(?:\s+so\s+(?:với\s+)?(?:đầu năm|(?:cuối |cùng kỳ |tháng |quý )?năm (?:trước|ngoái|\d{4})|tháng trước|quý trước|cùng kỳ))?[\s,]*(?:và\s+)?(?:xuống\s+|chỉ\s+)?(?:còn|lên|đạt|ở)(?:\s+(?:chỉ|mức|đến|tới|khoảng|ở))*\s*", re.I)  # "giảm 1.720 đồng/lít, còn 20.540 đồng/lít"


def _since_end(text: str, g: Figure, want: Period) -> bool:
    """Whether a change is measured from the end of the year that is asked of: "so với cuối năm 2023, giá giảm 1.720 đồng"."""
    return want.kind == "date" and want.part == 1231 and g.base in (Base.YEAR, Base.DECEMBER) and re.search(rf"so (?:với )?cuối năm {want.year}(?!\d)", text[g.sentence.start : g.sentence.end], re.I) is not None


def _since_year(text: str, g: Figure, want: Period) -> bool:
    """Whether right after a change its sentence says that it is one since the year that is asked of: "giảm 5.513 tấn so với Hè Thu 2021"."""
    after = re.match(r"[^,;.()]{0,20}?so (?:với )?\s*[^,;.()]{0,40}?(?<!\d)((?:19|20)\d\d)(?!\d)", text[g.span.end : g.sentence.end])
    return after is not None and want.kind == "year" and want.year == int(after[1])


def _counts_alike(change: Figure, f: Figure) -> bool:
    """Whether a change is one of what a figure counts: points of a percentage, "2 vụ" of "7 vụ tai nạn", "500 đồng" of "19.700 đồng/kg"."""
    return change.unit == f.unit or f.unit.startswith(f"{change.unit}/") or f.unit == "%" and change.unit == "điểm phần trăm" or f.unit != "%" and alike_units(change.unit, f.unit)


def _before(f: Figure, g: Figure, want: Period) -> bool:
    """Whether the change `g` of `f` is one since `want`."""
    if g.base is Base.FIXED:
        return want.kind in ("year", "any", "date") and g.base_period.year == want.year
    if g.base is Base.PREVIOUS and want.kind == "any" and (unit := re.match(r"tháng|quý", want.label, re.I)) is not None:
        return f.period.kind == {"tháng": "month", "quý": "quarter"}[unit[0].lower()]  # "tháng trước", of the month that the figure is of
    if g.base is Base.NONE and g.base_period.kind == "month" and f.period.kind == "date" and (f.period.part or 0) // 100 > (g.base_period.part or 12):
        return (want.kind, want.part) == ("month", g.base_period.part) and want.year in (None, f.period.year)  # "đến 31-10 là …, giảm 58,4 tỷ đồng so với cuối tháng 9"
    named = g.base_period  # "cao hơn tháng 8 là 2.900 TEU"
    if named.kind == f.period.kind == "date" and named.part and f.period.part and f.period.year:  # "ngày 26/3 là 20.180 đồng, giảm 250 đồng so với ngày 26/2"
        return (want.kind, want.part, want.year) == ("date", named.part, named.year or f.period.year - (named.part >= f.period.part))
    if named.kind in ("month", "quarter") and named.kind == f.period.kind:
        return want.kind == named.kind and want.part == named.part and (named.part != f.period.part or g.base in (Base.PREVIOUS, Base.YEAR)) and want.year in (named.year, f.period.year if named.part and f.period.part and named.part < f.period.part else (f.period.year or 0) - 1)
    if g.base is Base.PREVIOUS and f.period.kind in ("month", "quarter") and f.period.part and f.period.year:
        last = 12 if f.period.kind == "month" else 4
        return (want.kind, want.part, want.year) == (f.period.kind, f.period.part - 1 or last, f.period.year - (f.period.part == 1))
    if g.base is Base.PREVIOUS and f.period.kind == "date" and f.period.part and f.period.year:
        month = f.period.part // 100
        return (want.kind, want.part, want.year) == ("month", month - 1 or 12, f.period.year - (month == 1))
    if g.base is Base.PREVIOUS and f.period.kind == want.kind == "season" and f.period.part and f.period.part > _HALF:  # "kỳ 2 tháng 9" is 209
        half, month = divmod(f.period.part, _HALF)
        before = (_HALF + month, f.period.year) if half == 2 else (2 * _HALF + (month - 1 or 12), (f.period.year or 0) - (month == 1))
        return (want.part, want.year or f.period.year) == before
    if f.period.year is None or want.year != f.period.year - 1:
        return False
    if g.base is Base.DECEMBER:
        return want.kind == "date" and bool(re.search(r"31/12", want.label)) or bool(re.search(r"(?:cuối|đầu) năm", want.label, re.I))
    if g.base is Base.YEAR and want.kind == "date" and want.part == 1231 and f.period.kind == "year":
        return re.match(r"(?:đến )?cuối năm", f.period.label, re.I) is not None  # "cuối năm còn 33,85%, giảm 4,75 điểm phần trăm"
    if g.base is Base.YEAR and want.kind in ("months", "half") and f.period.kind == "date":
        return until(want) == until(f.period) is not None
    return g.base is Base.YEAR and (want.kind in ("any", f.period.kind) and (want.kind == "any" or want.part == f.period.part) or want.kind == "year" and f.period.kind in ("year", "range", "", "date"))


_HALF = 100


_PER_CENT_OF = re.compile(r"(?<!\w)(?:bao nhiêu|mấy) phần trăm(?: (?:số|tổng số|các))*(?= [^\W\d_])|(?<!\w)(?:tỷ|tỉ) lệ (?=[^\W\d_]+ )|(?<=giải ngân )(?:được )?(?:bao nhiêu|mấy) (?:phần trăm|%)(?=\W*$)", re.I)
_FRACTION = re.compile(r"\s*(?P<part>\d+(?:\.\d{3})*(?:,\d+)?)\s*/\s*(?P<whole>\d+(?:\.\d{3})*(?:,\d+)?)\s+[^\W\d_]")


def of_fraction(q: Question, draft: Draft) -> Answer | None:
    """The share that a fraction makes ("79/97 trường") where it is asked in per cent and not printed so."""
    world = draft.world
    asked = _PER_CENT_OF.search(q.text)
    if asked is None or q.operation != "lookup" or q.measure not in (None, Measure.SHARE, Measure.LEVEL):
        return None
    counted = replace(q, text=f"{q.text[: asked.start()]}bao nhiêu {q.text[asked.end() :].strip()}", unit="", measure=None)
    chosen = choose(counted, world)[:1]
    parts = _FRACTION.match(chosen[0].figure.span.of(world.report.text)) if chosen else None
    if parts is None or lacks(counted, chosen[0], world) - W.GENERIC:
        return None
    f = chosen[0].figure
    part, whole = (Decimal(parts[k].replace(".", "").replace(",", ".")) for k in ("part", "whole"))
    if not 0 < part <= whole:
        return None
    value = (100 * part / whole).quantize(Decimal("0.1") if "," in parts["part"] else Decimal("0.01"), ROUND_HALF_UP)
    n = draft.state(f)
    draft.calculations.append(f"{parts['part']} ÷ {parts['whole']} × 100 = {number(value)}%")
    return draft.answer(f"Khoảng {number(value)}%: {name_of(f)} {f.text}, {period_name(f.period)} [{n}].")


_MEAN_OF_EACH = re.compile(r"(?<!\w)(?:bình quân|trung bình)(?: (?:mỗi|một|1|trên (?:mỗi|một|1)))+ (?P<what>[^\W\d]+(?: [^\W\d]+)?)(?!\w)|^mỗi (?P<each>[^\W\d]+(?: [^\W\d]+)?)(?= .*(?<!\w)(?:bình quân|trung bình)(?!\w))", re.I)


def asks_mean_of_each(q: Question, f: Figure) -> bool:
    """Whether it is asked what falls to each of those that are counted, and a figure is their sum: no unit of it says "per", and no word that it is a mean."""
    asked = _MEAN_OF_EACH.search(q.text)
    unit = units.parse_unit((asked["what"] or asked["each"]).split()[0]) if asked is not None else None
    return unit is not None and units.kind(unit.unit).startswith("count:") and f.measure is Measure.LEVEL and "/" not in f.unit and re.search(r"bình quân|trung bình|mỗi", f"{f.indicator} {f.head}", re.I) is None


def mean_of_each(q: Question, whole: Figure, draft: Draft) -> Answer | None:
    """What falls to each of those that a sentence counts, right before the sum that is named after them: "812 doanh nghiệp với vốn đăng ký 7.946 tỷ đồng"."""
    asked = _MEAN_OF_EACH.search(q.text)
    if asked is None or q.operation != "lookup" or q.claim or whole.measure is not Measure.LEVEL or not units.kind(whole.unit).startswith(("money", "mass", "area")):
        return None
    what = (asked["what"] or asked["each"]).lower()
    counts = [
        n.figure for n in draft.world.figures
        if (n.figure.sentence == whole.sentence and n.figure.span.end <= whole.span.start if whole.table is None else (n.figure.table, n.figure.row) == (whole.table, whole.row)) and n.figure.measure is Measure.LEVEL and n.figure.value > 1
        and units.kind(n.figure.unit) == f"count:{n.figure.unit}" and f"{what} ".startswith(f"{n.figure.unit} ") and n.figure.period == whole.period and n.figure.modality is whole.modality
    ]  # fmt: skip
    if len(counts) != 1 or whole.table is None and not set(tokens(counts[0].indicator)) <= set(tokens(f"{whole.indicator} {whole.head}")):
        return None
    count = counts[0]
    scale = Decimal(1) if whole.value / count.value < whole.scale else whole.scale  # "47.614 USD", not 0,048 triệu USD
    value = whole.value / count.value / scale
    value = value.quantize(Decimal(1), ROUND_HALF_UP) if value >= 1000 else value.quantize(Decimal("0.01") if value >= 1 else Decimal("0.001"), ROUND_HALF_UP)
    a, b = draft.state(whole), draft.state(count)
    draft.calculations.append(f"{number_text(whole)} : {number_text(count)} ≈ {number(value)}")
    return draft.answer(f"Khoảng {scaled(value * scale, whole) if scale == whole.scale else f'{number(value)} {whole.unit}'} mỗi {count.unit}: {name_of(whole)} {whole.text} [{a}] chia cho {count.text} [{b}].")


def _rate_words(f: Figure) -> str:
    if f.measure is Measure.MULTIPLE:
        return f"mức gấp {f.text.removeprefix('gấp ')}"
    if f.measure is Measure.INDEX:
        return f"chỉ số {f.text}"
    return f"mức {'giảm' if f.direction is Direction.DOWN else 'tăng'} {f.text}"


def _factors(f: Figure, want: Period, world: World) -> list[tuple[Decimal, Figure, str]]:
    """By what the level of `want` was multiplied to give `f`, with the figure that says so and its formula."""
    out: list[tuple[Decimal, Figure, str]] = []
    year, target = f.period.year, want.year
    if year is None or target is None or target >= year:
        return out
    for n in world.figures:
        g = n.figure
        if (g.indicator, g.head, g.modality in PLANNED) != (f.indicator, f.head, False) and not (g.sentence == f.sentence and g.indicator == f.indicator) and not _told_in_text(g, f, world):
            continue
        if g.measure is Measure.MULTIPLE and g.base_period.year == target and g.period.year == year:
            out.append((g.value, g, number_text(g)))
        if f.period.kind == want.kind == "range":
            if g.measure is Measure.GROWTH and g.unit == "%" and g.period == f.period and want.year == (f.period.first or 0) - 1 and g.base is not Base.AVERAGE and _THAN_BEFORE.match(world.report.text, g.span.end):
                factor = 1 + (-g.value if g.direction is Direction.DOWN else g.value) / 100
                out.append((factor, g, f"(1 {'−' if g.direction is Direction.DOWN else '+'} {number_text(g)}%)"))
            continue
        same_part = want.kind == "any" or want.kind == f.period.kind and want.part == f.period.part
        if g.measure is Measure.GROWTH and g.base is Base.YEAR and target == year - 1 and g.period == f.period and same_part:
            factor = 1 + (-g.value if g.direction is Direction.DOWN else g.value) / 100
            out.append((factor, g, f"(1 {'−' if g.direction is Direction.DOWN else '+'} {number_text(g)}%)"))
        if g.measure is Measure.INDEX and g.base is Base.YEAR and target == year - 1 and g.period == f.period and same_part:
            out.append((g.value / 100, g, f"({number_text(g)} : 100)"))
        if g.measure is Measure.GROWTH and g.base is Base.AVERAGE and g.period.kind == "range" and g.period.year == year and g.period.first == target + 1 and f.period.kind == "year":
            years = year - target
            factor = (1 + (-g.value if g.direction is Direction.DOWN else g.value) / 100) ** years
            out.append((factor, g, f"(1 {'−' if g.direction is Direction.DOWN else '+'} {number_text(g)}%)^{years}"))
    return [t for t in out if t[0] > 0]


_THAN_BEFORE = re.compile(r"\s*so (?:với )?(?:giai đoạn|nhiệm kỳ|5 năm|kỳ) (?:trước|liền trước|\d{4}\s*[-–]\s*\d{4})", re.I)


def _told_in_text(g: Figure, f: Figure, world: World) -> bool:
    """Whether `g` is the one growth that the text tells, under no other name, of what `f` is the cell of: "thu nội địa tăng 15,8%" of the row "Thu nội địa"."""
    if f.table is None or g.table is not None or g.head or g.modality in PLANNED or not _one_thing(g, f):
        return False
    return len({o.value for n in world.figures if (o := n.figure).measure is Measure.GROWTH and o.base is g.base and _one_thing(o, f)}) == 1 and len({o.value for n in world.figures if (o := n.figure).measure is Measure.LEVEL and o.modality not in PLANNED and o.unit == f.unit and _one_thing(o, f)}) == 1


def _one_thing(g: Figure, f: Figure) -> bool:
    return g.indicator.lower() == f.indicator.lower() and g.period == f.period


def by_rate(q: Question, draft: Draft) -> Answer | None:
    """A quantity times a rate per unit ("38.950 kg" at "38.000 đồng/kg") when the question names the rate."""
    world = draft.world
    if not re.search(r"theo (?:mức|giá|đơn giá|định mức)|với (?:mức|giá|đơn giá)|mỗi|một", q.text, re.I):
        return None
    rates = [n for n in world.figures if "/" in n.figure.unit and n.figure.measure is Measure.LEVEL and re.search(r"\d", n.figure.text) and number_text(n.figure) in q.raw]
    for r in rates:
        money, per = r.figure.unit.split("/", 1)
        near = [
            (m.score, n.figure) for n in world.figures
            if n.figure.unit == per and n.figure.measure is Measure.LEVEL and (n.figure.sentence == r.figure.sentence or n.figure.section == r.figure.section)
            and (m := fit(replace(q, terms=tuple(t for t in q.terms if t in n.own or t in n.head or t in n.clause or t in n.lead or t in n.around), measure=None, unit="", verb=()), n, world)) is not None and m.cover >= ENOUGH * 0.7
        ]  # fmt: skip
        if not near:
            continue
        f = max(near, key=lambda t: t[0])[1]
        value = f.value * r.figure.value
        a, b = draft.state(f), draft.state(r.figure)
        whole = f"{number(value)} {money}"
        shown = f"{number(value / 10**6)} triệu {money}" if value >= 10**6 else whole
        draft.calculations.append(f"{number_text(f)} × {number_text(r.figure)} = {whole}" + (f" = {shown}" if shown != whole else ""))
        return draft.answer(f"{shown}: {name_of(f)} {f.text} [{a}] × {r.figure.text} [{b}].")
    return None

