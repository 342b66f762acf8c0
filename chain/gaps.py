"""What the report leaves to be worked out from a whole and what is told of it: what is left of a plan, what is left of a
total without a part, the sum of things named one by one, the change between two times that are both stated.

Operands are of one unit and belong together by the report's own word: one table row, one name, or a stated percentage that
their quotient gives. Where two plans would do and the question names neither, nothing is computed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from chain import groups, matching
from chain import words as W
from chain.answer import Answer
from chain.choosing import choose
from chain.compose import Draft, number, period_name, scaled
from chain.derive import before_change, before_growth, finer, in_scale, number_text
from chain.givers import another
from chain.operands import ASKING, PLANNED, alike_units, cover, levels, naming
from chain.question import Question
from chain.select import candidates, find, period_fit, residual, unit_fits
from chain.world import Named, World, tokens
from report import units
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period, Span, name_of
from report.numbers import quantities
from report.periods import month_span

_PLAN = r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|\bkh\b|kh năm|mức giao)"
_LEFT = re.compile(
    rf"còn (?:phải|cần|thiếu)|{_PLAN}.*\b(?:cần|phải)\b.*\bthêm\b|\b(?:cần|phải)\b.*\bthêm\b.*{_PLAN}|(?:bao nhiêu|mấy)\s+(?:\S+\s+){{0,7}}?nữa(?!\w)|thiếu (?:bao nhiêu|mấy)|(?:hụt|vượt|thiếu|kém|thấp hơn|cao hơn|nhiều hơn|ít hơn|hơn)\s+(?:\S+\s+){{0,8}}?{_PLAN}"
    rf"|{_PLAN}\s+(?:\S+\s+){{0,8}}?(?:hụt|vượt|thiếu|chênh)(?!\w)|(?:hụt|vượt|thiếu|chênh)\s+(?:bao nhiêu|mấy)|còn cách\s+(?:\S+\s+){{0,4}}?{_PLAN}", re.I)  # fmt: skip
_UNSPENT = re.compile(r"còn\b.*(?:chưa|không)\s+(?:được\s+)?(?:giải ngân|thực hiện|chi|phân bổ|sử dụng|tiêu)|chưa\s+(?:được\s+)?(?:giải ngân|thực hiện|chi hết|phân bổ|sử dụng)\b.*(?:bao nhiêu|mấy)|còn lại (?:bao nhiêu|mấy)|còn (?:bao nhiêu|mấy)\b.*chưa", re.I)
_AHEAD = re.compile(r"(?:tháng|quý|nửa) (?:cuối năm|còn lại)|từ (?:nay|giờ|đây|bây giờ) (?:đến|tới|cho đến) (?:cuối|hết) năm|(?:thời gian|phần|chặng) còn lại của năm", re.I)
_WHICH_PLAN = re.compile(r"hđnd|hội đồng nhân dân|trung ương|thủ tướng|quốc hội|chính phủ|tỉnh|phấn đấu|pháp lệnh|dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|được giao|giao", re.I)
_IS_PLAN = re.compile(r"kế hoạch|dự toán|chỉ tiêu|mục tiêu|giao|tổng vốn|tổng mức|tổng kinh phí|phấn đấu|được duyệt|\bkh\b", re.I)
_SUM = re.compile(r"(?<!\w)(?:tổng|cộng|gộp|cả thảy|tất cả|tính chung)(?!\w)", re.I)
_DONE = re.compile(r"(?:đã\s+)?(?:giải ngân|thực hiện|chi|thu)(?:\s+được)?$", re.I)  # done, even of what "was assigned"
_POINTS = re.compile(r"điểm\s*(?:phần trăm|%)", re.I)
_LESS = frozenset(["doanh", "nghiệp", "khối", "khu", "vực", "trong", "nước", "nội", "địa", "hàng", "các", "ngoài", "nhà", "lại", "còn"])
_ENDS = frozenset(["đầu", "cuối", "kỳ", "năm", "số", "tính", "đến", "ngày", "tháng", "thời", "điểm"])


_PASSED_BY_RATE = re.compile(r"(?<!\w)(?:vượt|hụt)(?!\w)[^?]*?(?:bao nhiêu|mấy)\s*(?:phần trăm|%)", re.I)  # no amount of money answers it


def answer(q: Question, draft: Draft) -> Answer | None:
    """What is left, missing or summed up, where the question asks for that; None otherwise."""
    text = q.text
    if all(p.kind == "year" for p in q.periods) and (q.amount or q.operation == "lookup" and not q.claim) and W.at_opening(text) and (told := at_opening(q, draft)) is not None:
        return told
    if len(q.periods) == 2 and q.amount and (told := before_growth(q, draft)) is not None:  # "năm 2022 …, tính ngược từ năm 2023"
        return told
    if (told := without_part(q, draft)) is not None or (told := named_sum(q, draft)) is not None:
        return told
    if _LEFT.search(text) or _UNSPENT.search(text):
        if _PASSED_BY_RATE.search(text):
            return points_left(q, draft) if _POINTS.search(text) else None
        return (points_left(q, draft) if _POINTS.search(text) else None) or _told_gap(q, draft) or left(q, draft)
    if _THU_LESS_CHI.search(text) and (told := budget_gap(q, draft)) is not None:
        return told
    if q.measure is Measure.GROWTH and q.unit not in ("%", "điểm", "điểm phần trăm") and q.direction is not Direction.NONE and re.search(r"so với|từ .* đến", text, re.I) and not re.search(r"tốc độ|tăng trưởng|tỷ lệ|phần trăm|chỉ số", text, re.I) and (q.unit or not choose(q, draft.world)):
        return between(q, draft)
    if q.measure in (None, Measure.GROWTH) and q.direction is not Direction.NONE and q.base is Base.NONE and q.unit not in ("%", "điểm", "điểm phần trăm") and q.amount:
        return moved(q, draft)
    return None


def _reach(f: Figure) -> int:
    """How many months a figure has added up."""
    span = month_span(f.period)
    return span[1] - span[0] + 1 if span else 6 if f.period.kind == "date" else 12 if f.period.kind in ("year", "range") else 0


def at_opening(q: Question, draft: Draft) -> Answer | None:
    """What there was when the year began, from what there is and its change since."""
    year = draft.world.main_year
    if year is not None and all(p.year in (None, year) for p in q.periods):
        opened = [m.figure for m in find(replace(q, periods=(Period("year", year - 1),)), draft.world) if m.figure.measure is Measure.LEVEL and m.figure.period.year == year - 1 and W.OPENING.search(draft.world.report.text[max(m.figure.sentence.start, m.figure.span.start - 30) : m.figure.span.start])]
        if opened:
            return draft.answer(f"{draft.phrase(opened[0])}.")  # "hộ nghèo còn 2,48% (đầu năm 3,12%)"
    q = replace(q, text=W.OPENING.sub(" ", q.text))  # what there is now, to be worked back from
    found = levels(q, draft.world)
    if q.unit == "%" and q.measure is None:  # a rate may be told as a share: "còn 1.240 hộ nghèo, chiếm 3,2%, giảm 1,1 điểm phần trăm so với đầu năm"
        found = [m for m in find(q, draft.world) if m.figure.measure in (Measure.LEVEL, Measure.SHARE)]
    if year is None or not found or any(p.year not in (None, year) for p in q.periods):
        return None
    return before_change(found[0].figure, Period("date", year - 1, part=1231, label="đầu năm"), draft, frozenset(q.terms))


def _completions(f: Figure, world: World) -> list[Figure]:
    """The percentages of a plan that are told of `f`: in its row, or after it in its sentence before the next amount."""
    out = []
    for n in world.figures:
        g = n.figure
        if g.measure is not Measure.COMPLETION and not (f.table is not None and g.unit == "%" and g.measure is Measure.LEVEL):
            continue
        if f.table is not None:
            if g.table == f.table and g.row == f.row:
                out.append(g)
        elif g.sentence == f.sentence and g.span.start > f.span.end and (g.indicator == f.indicator or g.head == f.head and g.indicator in (f.indicator, "")):
            out.append(g)
    return out


def _gives(done: Figure, plan: Figure, told: list[Figure]) -> bool:
    """Whether a stated percentage is what `done` is of `plan`."""
    if not plan.value:
        return False
    per_cent = done.value * 100 / plan.value
    return any(abs(per_cent - g.value) <= max(g.step, Decimal("0.1")) * Decimal("0.6") for g in told)


def _plans(q: Question, done: Named, world: World) -> list[tuple[float, Figure]]:
    """The plans that a result belongs to, those whose kind the question names first."""
    f = done.figure
    text = world.report.text
    told = _completions(f, world)
    wanted = {m[0].lower() for m in _WHICH_PLAN.finditer(q.text)}
    out: list[tuple[float, Figure]] = []
    for n in world.figures:
        p = n.figure
        if p is f or p.measure is not Measure.LEVEL or p.unit != f.unit or p.high is not None or p.value == f.value:
            continue
        before = re.split(r"[);]", text[max(p.sentence.start, p.span.start - 70) : p.span.start])[-1] if p.table is None else ""
        planned = p.modality in PLANNED or bool(_IS_PLAN.search(f"{p.indicator} {p.head} {before}"))
        # "cuối năm 2024 còn cách kế hoạch năm 2025 bao nhiêu" names both years
        ahead = p.modality in PLANNED and (f.period.year or 9999) < (p.period.year or 0) and {f.period.year, p.period.year} <= {x.year for x in q.periods}
        if not planned or p.period.year and f.period.year and p.period.year != f.period.year and not ahead:
            continue
        row = p.table is not None and (p.table, p.row) == (f.table, f.row) and p.modality in PLANNED
        near_by = p.sentence == f.sentence or p.section == f.section or p.table is not None and f.table is None
        same = p.modality in PLANNED and p.indicator.lower() == f.indicator.lower() and (p.head == f.head and near_by or "" in (p.head, f.head) and p.period.year == f.period.year)
        # "9 chuyến, kế hoạch cả năm là 18 chuyến": it names nothing else
        same = same or ahead and p.indicator.lower() == f.indicator.lower()
        # "tỉnh phấn đấu thu cả năm 19.850 tỷ đồng", where it is asked of what is striven for
        strives = "phấn đấu" in wanted and p.modality in PLANNED and p.table is None and "phấn đấu" in before.lower() and p.value > f.value and p.period.kind in ("year", "") and n.own - W.STOP <= done.own
        same = same or strives
        same = same or p.modality in PLANNED and p.table is None and p.sentence == f.sentence and p.span.start > f.span.end and n.own - W.STOP <= done.own | set(tokens(f.unit))
        beside = [m.figure for m in world.figures if p.table is None and m.figure.sentence == p.sentence and m.figure.unit == "%"]
        if not (row or same or _gives(f, p, told) or _gives(f, p, beside)):
            continue
        if told and not _gives(f, p, told) and p.table is None and not ahead and not strives:
            continue  # another plan than the one that is told of
        named = {m[0].lower() for m in _WHICH_PLAN.finditer(before + " " + p.indicator)}
        out.append((0.3 * len(wanted & named) + (0.2 if p.sentence == f.sentence or row else 0.0), p))
    return sorted(out, key=lambda t: -t[0])


_EXPECTS = re.compile(r"(?<!\w)(?:cả năm|dự (?:tính|kiến|báo)|ước|sẽ)(?!\w)", re.I)
_AWAITED = re.compile(r"(?<!\w)(?:ước|dự (?:tính|kiến|báo))(?!\w)", re.I)
_STILL = re.compile(r"(?<!\w)(?:còn|phải|cần|nữa|thêm)(?!\w)", re.I)
_WHOLE_YEAR = re.compile(r"(?<!\w)(?:cả năm|năm nay|năm 20\d\d)(?!\w)", re.I)
_SHORT = re.compile(r"(?<!\w)(?:hụt|thiếu|kém|thấp hơn)(?!\w)", re.I)
_OVER = re.compile(r"(?<!\w)(?:vượt|cao hơn)(?!\w)", re.I)


def of_the_plan(q: Question, f: Figure) -> bool:
    """Whether a figure is a plan, where by how much one is passed or missed is asked for."""
    return f.modality is Modality.TARGET and f.measure is Measure.LEVEL and q.amount and _PASSES.search(q.text) is not None


_PASSES = re.compile(rf"(?<!\w)(?:vượt|hụt|chênh(?: lệch)?)(?!\w)[^?,]*{_PLAN}[^?,]*(?:bao nhiêu|mấy)|(?<!\w)(?:vượt|hụt|chênh(?: lệch)?) (?:bao nhiêu|mấy)(?!\w)[^?,]*{_PLAN}", re.I)


def _told_gap(q: Question, draft: Draft) -> Answer | None:
    """The gap to a plan as the report states it ("ước 2.450 tỷ đồng, hụt 150 tỷ đồng so với dự toán"); what is expected only where that is asked for."""
    if q.unit in ("%", "điểm", "điểm phần trăm"):
        return None
    way = Direction.DOWN if _SHORT.search(q.text) else Direction.UP if _OVER.search(q.text) else Direction.NONE
    told = choose(replace(q, operation="lookup", measure=Measure.CHANGE, base=Base.PLAN, modality=None, also_target=False, direction=Direction.NONE), draft.world)[:1]
    f = told[0].figure if told else None
    if f is None or f.measure is not Measure.CHANGE or f.base is not Base.PLAN or f.direction is not way or f.unit in ("%", "điểm phần trăm"):
        return None
    ahead = f.modality in (*PLANNED, Modality.ESTIMATE) or f.period.kind == "year" and f.period.year == draft.world.main_year and draft.world.running is not None
    return draft.answer(f"{draft.phrase(f)}.") if bool(_EXPECTS.search(q.text)) is ahead or q.periods and not ahead else None


_ITSELF = re.compile(r"(?<!\w)(?:toàn )?(?:chi cục|cục|sở|ngành|đơn vị)(?=\s+(?:còn|phải|cần|sẽ|vẫn)(?!\w))", re.I)  # who reports takes it in


def left(q: Question, draft: Draft) -> Answer | None:
    """The plan less what was achieved of it, or by how much it was passed."""
    world = draft.world
    asked = naming(q, world)
    dated = [p for p in q.periods if p.kind in ("date", "months", "quarter", "month") and re.search(r"\d", p.label)]
    if not asked:
        return None
    whose = {w for m in _ITSELF.finditer(q.text) for w in tokens(m[0])} | {w for m in _WHICH_PLAN.finditer(q.text) for w in tokens(m[0])}
    whose |= {w for place in world.places[:1] for w in tokens(place)}  # nor is the report's own place what is missing
    kept = {t for t in q.row if t not in whose and (t not in ASKING or t in ("lượng", "tổng", "chi", "thu"))}
    one = replace(
        q, text=re.sub(r"(?<!\w)chưa(?!\w)", " ", q.text), terms=tuple(t for t in q.terms if t in kept), row=tuple(t for t in q.row if t in kept), periods=tuple(dated), modality=None, also_target=False, measure=None, base=Base.NONE, direction=Direction.NONE,
        unit=q.unit if q.unit not in ("điểm", "%") else "", verb=(), operation="lookup", amount=True,
    )  # fmt: skip
    if dated and not any(period_fit(replace(one, periods=tuple(dated)), n.figure, world) for n in world.figures if n.figure.modality not in PLANNED):
        one, dated = replace(one, periods=()), []  # "quý IV phải lãi thêm bao nhiêu": the time that is left
    ahead = bool(_AHEAD.search(q.text))
    awaited = not dated and _AWAITED.search(q.text) is not None and not _STILL.search(q.text)
    ranked: list[tuple[float, int, Named, bool]] = []
    for n, x in candidates(one, world):
        f = n.figure
        if f.measure is not Measure.LEVEL or f.modality in PLANNED and (not _DONE.match(f.indicator) or _strived(f, world)) or f.unit in ("%", "") and f.table is None or f.high is not None or residual(q, f) or _SCENARIO.search(f"{f.indicator} {f.head}") or _PUT_ASIDE.match(f.head) and not _PUT_ASIDE.search(q.text):
            continue
        if not dated and f.period.kind == "year" and f.modality in (Modality.ESTIMATE, Modality.FORECAST) and f.period.year == world.main_year and world.running is not None and _STILL.search(q.text) and not _EXPECTS.search(q.text):
            continue  # what the year is expected to come to is not what was taken in of it
        if ahead and (f.period.kind in ("year", "range") or f.modality is Modality.FORECAST):
            continue  # what the whole year is expected to bring leaves out nothing that is still to come
        if awaited and (f.modality not in (Modality.ESTIMATE, Modality.FORECAST) or _WHOLE_YEAR.search(q.text) and f.period.kind != "year"):
            continue  # what was taken in so far is not what the year is expected to bring
        if q.periods and not dated and all(p.year and f.period.year and p.year != f.period.year for p in q.periods):
            continue
        ranked.append((matching.score(x), _reach(f), n, x["all_near"] > 0))
    ranked.sort(key=lambda t: (-t[0], -t[1]))
    least = matching.weights()["none"] - 0.5
    if undone := re.search(r"(?<!\w)chưa\s+(?:được\s+|kịp\s+)?(\w+)", q.text, re.I):  # what is done of it is told with its verb
        ranked = sorted(ranked, key=lambda t: (undone[1].lower() not in t[2].own | t[2].clause, -t[0], -t[1]))
    if undone and any(_told_undone(undone[1], t[2].figure) and not of_some_counted(t[2].figure, world) for t in ranked if t[0] >= least):
        return None  # what is not done yet is told itself
    flow = {w for w in one.terms if w not in W.GENERIC and not _WHICH_PLAN.fullmatch(w)} if ranked else set()
    if len(flow) == 1 and flow <= {"thu", "chi"}:  # "còn phải thu bao nhiêu nữa": of all that is taken in, not of one source
        of_all = re.compile(rf"(?:tổng (?:số )?)?(?:số )?{next(iter(flow))}(?: cân đối)?(?: (?:ngân sách|nsnn)(?!.*(?:từ|nội địa|cấp|khối)(?!\w)).*)?$", re.I)
        ranked = [t for t in ranked if of_all.match(t[2].figure.indicator) or not t[2].own - W.STOP - flow] or ranked
    ranked = [t for t in ranked if t[2].figure.bound is Bound.NONE] or ranked  # "đã vượt mốc 40.000 tỷ đồng" is no sum to count with where the sum is told
    likely = [t for t in ranked if t[0] >= least and t[0] >= ranked[0][0] - (3.5 if t[3] or _says_all(one, t[2], [m for _, _, m, _ in ranked[: ranked.index(t)]]) else 1.0)]
    said = {(x.value, x.unit) for x in quantities(q.text) if x.unit and x.unit != "%"}
    nouns = {w for w in one.terms if w in q.nouns and w not in ASKING and w not in W.STOP and world.vocabulary.get(w)}
    likely = [t for t in likely if nouns <= frozenset().union(*t[2].zones.sets[:7]) | set(tokens(t[2].figure.unit))]  # "vốn khối xã, phường" is not that of one road
    if said and re.search(r"(?<!\w)(?:nếu|giả sử|giả dụ)(?!\w)", q.text, re.I) and not any((p.value, p.unit) in said for _, _, n, _ in likely for _, p in _plans(q, n, world)):
        return None  # "nếu cả năm thu được 11.860 tỷ đồng": what would be done is no plan
    for _, reach, n, _ in likely:
        if any(m.figure.head and m.figure.head == n.figure.head and m.figure.period == n.figure.period and (m.own & set(one.terms)) - n.own - n.head for _, _, m, _ in likely):
            continue  # "khai thác, nuôi trồng": one of the parts that are asked together
        if not dated and any(m.figure.indicator == n.figure.indicator and m.figure.head == n.figure.head and m.figure.period.year == n.figure.period.year and far > reach for _, far, m, _ in ranked):
            continue
        found = _plans(q, n, world) or next((told for m in world.figures if m.figure is not n.figure and m.figure.value == n.figure.value and m.figure.unit == n.figure.unit and matching.same_time(m.figure, n.figure) and (told := _plans(q, m, world))), [])  # in a table's row
        if not found and awaited:  # told apart from the table that has its plan
            found = [(0.0, p) for m in world.figures if (p := m.figure).modality is Modality.TARGET and p.measure is Measure.LEVEL and (p.unit, p.indicator.lower(), p.period.kind, p.period.year) == (n.figure.unit, n.figure.indicator.lower(), "year", n.figure.period.year)]
        if not found and said:
            found = [(0.0, m.figure) for m in world.figures if (m.figure.value, m.figure.unit) in said and m.figure.unit == n.figure.unit and _may_be_reached(m.figure, n.figure)]
        plans = [(s, p) for s, p in found if n.figure.period.kind not in ("month", "season") or p.period.kind == n.figure.period.kind]  # one month fulfils no year's plan
        if not plans:
            continue
        best = [p for s, p in plans if s > plans[0][0] - 0.05]
        if said:  # "để đạt mức 22.950 tỷ đồng": the plan is named by its amount
            best = [p for _, p in plans if (p.value, p.unit) in said] or [m.figure for m in world.figures if (m.figure.value, m.figure.unit) in said and m.figure.unit == n.figure.unit and _may_be_reached(m.figure, n.figure)]
            if not best:
                continue
        best = [p for p in best if not another(q.text, p, world)]  # what is striven for is not what was assigned
        if not best:
            continue
        *parts, total = sorted({p.value for p in best})
        if len(parts) > 1 and sum(parts) == total and best[0].table is not None and len({(p.table, p.row) for p in best}) == 1:
            best = [p for p in best if p.value == total]  # the columns of a row: all, and where it comes from
        if len({p.value for p in best}) > 1:
            return None
        return _gap(best[0], n.figure, draft)
    if likely and _UNSPENT.search(q.text) and not _LEFT.search(q.text):
        done = likely[0][2].figure
        if re.search(r"\d\s?/\s?\d", done.text):
            return None  # "186/200 ha" tells its whole itself
        wholes = [(s, m.figure) for s, _, m, _ in ranked if _whole_of(m.figure, done, world) and s >= least - 1.0]
        best = [f for s, f in wholes if s > wholes[0][0] - 0.5]
        if best and len({f.value for f in best}) == 1:
            return _gap(best[0], done, draft)
    return None


_SCENARIO = re.compile(r"(?<!\w)(?:phương án|kịch bản)(?!\w)", re.I)
_STRIVES = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|dự kiến|dự báo|dự ước|sẽ)(?!\w)", re.I)


def _strived(f: Figure, world: World) -> bool:
    """Whether a sentence says right before an amount that it is still to be reached."""
    return f.table is None and _STRIVES.search(re.split(r"[;)]", world.report.text[max(f.sentence.start, f.span.start - 70) : f.span.start])[-1]) is not None


_PUT_ASIDE = re.compile(r"(?:nếu\s+)?(?:loại trừ|không (?:kể|tính|bao gồm|gồm)|chưa (?:kể|tính))(?!\w)", re.I)


def _may_be_reached(plan: Figure, done: Figure) -> bool:
    """Whether an amount that the question names is what is planned, or expected of the whole year, beside what was done in it so far."""
    whole = plan.modality in PLANNED or plan.modality is Modality.ESTIMATE and plan.period.kind == "year" and done.period.kind != "year" and plan.value > done.value
    return whole and plan.measure is Measure.LEVEL and plan.period.year in (None, done.period.year)


def _says_all(q: Question, n: Named, better: list[Named]) -> bool:
    """Whether all that is asked stands about a figure; a total is not asked for by the name of one of its parts alone."""
    held = frozenset().union(*n.zones.sets[:7]) | set(tokens(n.figure.unit))
    parts = {m.figure.indicator for m in better if m.figure.head == n.figure.indicator}
    return set(q.terms) <= held and len(parts) != 1


def _told_undone(verb: str, f: Figure) -> bool:
    """Whether a figure's name says that it is what was not done: "chưa phân bổ chi tiết"."""
    return re.search(rf"(?<!\w)chưa\s+(?:được\s+|kịp\s+)?{re.escape(verb)}(?!\w)", f.indicator, re.I) is not None


_LEFT_SAID = frozenset(["còn", "lại"])
_LEFT_ASKED = frozenset(["còn", "lại", "chưa", "giải", "ngân", "vốn", "thực", "hiện", "tiền", "đồng", "tỷ", "triệu"])


def left_over(q: Question, world: World) -> Figure | None:
    """What a table tells to be left of the named thing ("Vốn còn lại"); None where it tells no such amount, or several."""
    named = [t for t in q.terms if t not in _LEFT_ASKED and t not in W.GENERIC]
    if not named:
        return None
    rows = [n.figure for n in world.figures if n.figure.table is not None and n.figure.measure is Measure.LEVEL and n.figure.unit != "%" and n.own >= _LEFT_SAID and all(t in n.own for t in named)]
    return rows[0] if len({f.value for f in rows}) == 1 else None


def of_some_counted(f: Figure, world: World) -> bool:
    """Whether an amount is of the few that its sentence counts: "3 chủ đầu tư chưa giải ngân, tổng vốn 46 tỷ đồng"."""
    return f.table is None and any((g := n.figure).sentence == f.sentence and units.kind(g.unit).startswith("count:") and g.unit != f.unit and g.unit in f.indicator for n in world.figures)


def _whole_of(whole: Figure, done: Figure, world: World) -> bool:
    """Whether a figure may be what `done` is done of: its head, or more of the same kind told before it in its paragraph."""
    if whole.measure is not Measure.LEVEL or not alike_units(whole.unit, done.unit) or whole.value <= done.value or whole.period.year != done.period.year:
        return False
    if done.head and done.head == whole.indicator:
        return True
    between = world.report.text[whole.span.end : done.span.start]
    return whole.table is None and done.table is None and whole.span.end < done.span.start and "\n" not in between


def _gap(plan: Figure, done: Figure, draft: Draft) -> Answer:
    gap = plan.value - done.value
    like = done if done.scale <= plan.scale else plan
    a, b = draft.state(done), draft.state(plan)
    more, less = (plan, done) if gap >= 0 else (done, plan)
    draft.calculations.append(f"{in_scale(more, like)} − {in_scale(less, like)} = {scaled(abs(gap), like)}")
    lead = "Còn thiếu" if gap > 0 else "Vượt" if gap < 0 else "Vừa đủ, chênh"
    when = period_name(done.period)
    when = f", {when}" if when and draft.supported(when) else ""
    return draft.answer(f"{lead} {scaled(abs(gap), like)}: {name_of(done)} {done.text}{when} [{a}] so với mức {plan.text} [{b}].")


def points_left(q: Question, draft: Draft) -> Answer | None:
    """The points between a percentage and the one that was planned of the same thing."""
    world = draft.world
    asked = naming(q, world)
    held = [(c, n) for n in world.figures if n.figure.unit == "%" and n.figure.measure in (Measure.GROWTH, Measure.LEVEL, Measure.SHARE) and n.figure.high is None and (c := cover(asked, n, world)) >= 0.7]
    open_q = replace(q, modality=None)
    dones = [(c + (period_fit(open_q, n.figure, world) or 0.0), n.figure) for c, n in held if n.figure.modality not in PLANNED and period_fit(open_q, n.figure, world) is not None]
    plans = [(c, n.figure) for c, n in held if n.figure.modality in PLANNED]
    for _, done in sorted(dones, key=lambda t: -t[0]):
        fitting = [p for _, p in plans if p.indicator == done.indicator and (p.period.year == done.period.year or not p.period.year)]
        if not fitting or len({p.value for p in fitting}) > 1:
            continue
        plan = fitting[0]
        gap = done.value - plan.value
        a, b = draft.state(done), draft.state(plan)
        more, less = (done, plan) if gap >= 0 else (plan, done)
        draft.calculations.append(f"{number_text(more)} − {number_text(less)} = {number(abs(gap))} điểm phần trăm")
        return draft.answer(f"{'Cao hơn' if gap > 0 else 'Thấp hơn'} {number(abs(gap))} điểm phần trăm: {name_of(done)} {done.text} [{a}], mục tiêu {plan.text} [{b}].")
    return None


_THU_LESS_CHI = re.compile(r"(?<!\w)thu\b.*\b(?:hơn|trừ(?:\s+đi)?)\s+(?:so với\s+)?(?:tổng\s+)?(?:số\s+)?chi(?!\w)|chênh lệch thu,? chi", re.I)


def asks_budget_gap(q: Question) -> bool:
    """Whether what is taken in less what is spent is asked for: "tổng thu trừ tổng chi"."""
    return not q.claim and _THU_LESS_CHI.search(q.text) is not None


def budget_gap(q: Question, draft: Draft) -> Answer | None:
    """What a budget took in less what it spent, of one time."""
    name = r"^(?:tổng\s+)?(?:số\s+)?{}(?:\s+cân đối)?\s+(?:ngân sách|nsnn)(?!.*(?:nội địa|tăng thêm|kết dư))"
    sides = [[n.figure for n in draft.world.figures if n.figure.measure is Measure.LEVEL and n.figure.modality not in PLANNED and re.match(name.format(side), n.figure.indicator, re.I) and period_fit(q, n.figure, draft.world) is not None] for side in ("thu", "chi")]
    pairs = [(a, b) for a in sides[0] for b in sides[1] if a.unit == b.unit and a.period == b.period and a.indicator.lower().replace("thu", "chi")[:8] == b.indicator.lower()[:8]]
    pairs = [(a, b) for a, b in pairs if a.table is not None and a.table == b.table] or pairs  # not of the round figure of a headline
    if not pairs or len({(a.value, b.value) for a, b in pairs}) > 1:
        return None
    a, b = pairs[0]
    na, nb = draft.state(a), draft.state(b)
    gap = a.value - b.value
    draft.calculations.append(f"{number_text(a)} − {in_scale(b, a)} = {'−' if gap < 0 else ''}{scaled(abs(gap), a)}")
    return draft.answer(f"{'Thu nhiều hơn chi' if gap >= 0 else 'Thu ít hơn chi'} {scaled(abs(gap), a)}: {name_of(a)} {a.text} [{na}], {name_of(b)} {b.text} [{nb}].")


def named_sum(q: Question, draft: Draft) -> Answer | None:
    """The sum of the things that the question names one by one, or of the steps up and down of one thing."""
    if not _SUM.search(q.text) or q.unit == "%" or q.measure in (Measure.SHARE, Measure.COMPLETION, Measure.MULTIPLE):
        return None
    names = groups.named_in(q)
    steps = bool(groups.SERIES.search(q.text)) and bool(re.search(r"cộng|tổng cộng|tất cả", q.text, re.I))
    if not names and not steps:
        return None
    found = groups.find(replace(q, measure=None if names else Measure.CHANGE, direction=Direction.NONE), draft.world)
    if found is None:
        return None
    figures = [n.figure for n in found[1]]
    first = figures[0]
    if any(f.unit != first.unit or f.measure is not first.measure or f.high is not None for f in figures) or names and (len(figures) != len(names) or len({f.period for f in figures}) > 1):
        return None
    signs = [-1 if f.measure is Measure.CHANGE and f.direction is Direction.DOWN else 1 for f in figures]
    if steps and first.measure is not Measure.CHANGE:
        return None
    value = sum((f.value * s for f, s in zip(figures, signs)), Decimal(0))
    marks = [draft.state(f) for f in figures]
    turn = -1 if value < 0 else 1  # of falls: 410 + 265 − 120 + 305
    row = "".join(f" {'+' if s * turn > 0 else '−'} {in_scale(f, first)}" for f, s in zip(figures, signs)).removeprefix(" + ")
    total = scaled(abs(value), first)
    draft.calculations.append(f"{row} = {total}")
    lead = {-1: "Giảm tổng cộng ", 1: "Tăng tổng cộng "}[turn] if first.measure is Measure.CHANGE else "Tổng cộng "
    return draft.answer(f"{lead}{total}: " + "; ".join(f"{f.indicator} {f.text} [{n}]" for f, n in zip(figures, marks)) + ".")


def without_part(q: Question, draft: Draft) -> Answer | None:
    """A total less its stated parts: "trong nước (không kể FDI)", "còn lại là hàng nội địa"."""
    return _excluding(q, draft) or _the_rest(q, draft)


def _excluding(q: Question, draft: Draft) -> Answer | None:
    if not q.excluded or not q.amount or q.measure not in (None, Measure.LEVEL):
        return None
    world = draft.world
    if (beside := _set_apart(q, world)) is not None:
        return _less(beside[0], [beside[1]], draft)
    core = {w for w in q.terms if w not in _LESS and w not in W.GENERIC}
    if not core:
        return None
    stated = [m.figure for m in levels(q, world) if _LESS & set(tokens(m.figure.indicator)) & set(q.terms) and not q.excluded & set(tokens(name_of(m.figure)))]
    parts = [n.figure for n in world.figures if n.figure.measure is Measure.LEVEL and n.figure.modality not in PLANNED and q.excluded <= n.own and core <= n.own | n.head and period_fit(q, n.figure, world) is not None]
    if stated and set(q.terms) <= set(tokens(name_of(stated[0]))):
        return None
    for part in sorted(parts, key=lambda f: -(period_fit(q, f, world) or 0.0)):
        wholes = [
            n for n in world.figures
            if n.figure.measure is Measure.LEVEL and n.figure.unit == part.unit and (n.figure.period == part.period or matching.same_time(n.figure, part)) and n.figure.modality not in PLANNED and n.figure.value > part.value
            and core <= n.own and not n.own & (q.excluded | {"khối", "doanh", "fdi"})
        ]  # fmt: skip
        wholes.sort(key=lambda n: len(n.own - core - W.STOP))
        told = [n.figure for n in world.figures if n.figure.measure is Measure.SHARE and n.figure.indicator == part.indicator and n.figure.period == part.period]
        checked = [n for n in wholes if _gives(part, n.figure, told)] or ([] if told else [n for n in wholes if not n.own - core - W.STOP - {"kim", "ngạch", "trị", "giá", "hóa"}])
        if part.value < 0 and any(n.figure.indicator == part.head for n in checked):
            return None  # it is taken off already
        if checked and len({n.figure.value for n in checked}) == 1:
            return _less(checked[0].figure, [part], draft)
    return None


_APART = re.compile(r"(?<!\w)(?:riêng|trong đó|trong số đó|gồm cả|kể cả|bao gồm)(?!\w)", re.I)


def _set_apart(q: Question, world: World) -> tuple[Figure, Figure] | None:
    """The whole that the question names, and the part to be left out that its sentence sets apart: "Thu nội địa 5.914 tỷ đồng; riêng tiền sử dụng đất 1.436 tỷ đồng"."""
    asked = {w for w in q.terms if w not in W.GENERIC}
    levels_here = [n for n in world.figures if n.figure.table is None and n.figure.measure is Measure.LEVEL and n.figure.modality not in PLANNED and n.figure.high is None and period_fit(q, n.figure, world) is not None]
    pairs = []
    for n in levels_here:
        if not asked or not asked <= n.own or n.own - asked - W.STOP - _COUNTED_IN or n.own & q.excluded:
            continue
        for o in levels_here:
            f, p = n.figure, o.figure
            if p.sentence != f.sentence or p.span.start < f.span.end or p.unit != f.unit or p.period != f.period or p.value >= f.value or not q.excluded <= o.own or o.own - q.excluded - W.STOP - _COUNTED_IN:
                continue
            if _APART.search(world.report.text[f.span.end : p.span.start]):
                pairs.append((f, p))
    return pairs[0] if pairs and len({(f.value, p.value) for f, p in pairs}) == 1 else None


_COUNTED_IN = frozenset(("kim", "ngạch", "trị", "giá", "số", "tổng", "khoản", "thu"))


def _the_rest(q: Question, draft: Draft) -> Answer | None:
    """What a sentence calls the rest ("… còn lại là hàng nội địa"), from its total and the parts before."""
    if not q.amount or q.measure not in (None, Measure.LEVEL):
        return None
    world = draft.world
    for s, m in world.rests:
        rest = [w for w in tokens(m["what"]) if w not in W.STOP and w not in W.GENERIC]
        if not rest or not set(rest) <= set(tokens(q.text)):
            continue
        here = [n for n in world.figures if n.figure.table is None and s.span.holds(n.figure.span) and n.figure.measure is Measure.LEVEL and n.figure.modality not in PLANNED and n.figure.span.end <= s.span.start + m.start()]
        asked = [t for t in naming(q, world) if not set(t[0].word) <= {*rest, *W.GENERIC}]
        for i, n in enumerate(here):
            total = n.figure
            parts = [o.figure for o in here[i + 1 :] if o.figure.head == total.indicator and o.figure.unit == total.unit and o.figure.period == total.period]
            if i and _told_before(s.span, here[: i + 1], world) is not None:
                continue  # of which of the two it is the rest is not told
            if not parts or period_fit(q, total, world) is None or asked and cover(asked, n, world) < 0.6 or sum(p.value for p in parts) >= total.value:
                continue
            return _less(total, parts, draft, m["what"].strip())
        whole = _told_before(s.span, here, world)
        if whole is None or _APART.search(s.text[: m.start()]) or period_fit(q, whole.figure, world) is None:
            continue
        asked = [t for t in asked if not set(t[0].word) <= set(tokens(whole.figure.unit))]  # "bao nhiêu người"
        if not asked or cover(asked, whole, world) >= 0.6:
            return _less(whole.figure, [n.figure for n in here], draft, m["what"].strip())
    return None


def _told_before(sentence: Span, here: list[Named], world: World) -> Named | None:
    """The whole that the sentence before tells first, where all amounts `here` are parts of it: "Tổng nợ thuế là 1.284 tỷ đồng. Nợ có khả năng thu 938 tỷ đồng; nợ khó thu 271 tỷ đồng; số còn lại đang chờ xử lý"."""
    before = [n for n in world.figures if n.figure.table is None and n.figure.sentence.end <= sentence.start and re.fullmatch(r"[^\S\n]*", world.report.text[n.figure.sentence.end : sentence.start])]
    whole = next((n for n in before if n.figure.measure is Measure.LEVEL), None)
    if whole is None or whole.figure.modality in PLANNED or whole.figure.high is not None or not here:
        return None
    parts = [n for n in here if n.figure.unit == whole.figure.unit and n.figure.high is None and matching.same_time(n.figure, whole.figure) and n.own & whole.own - W.STOP - W.GENERIC - _COUNTED_IN]
    return whole if len(parts) == len(here) > 1 and sum(n.figure.value for n in here) < whole.figure.value else None


def _less(whole: Figure, parts: list[Figure], draft: Draft, name: str = "") -> Answer:
    if any(p.step < whole.step for p in parts):
        whole = finer(whole, draft.world)  # no rest is surer than its whole
    value = whole.value - sum((abs(p.value) for p in parts), Decimal(0))  # what is taken off may be printed below zero
    marks = [draft.state(f) for f in (whole, *parts)]
    draft.calculations.append(" − ".join(in_scale(f, whole) for f in (whole, *parts)) + f" = {scaled(value, whole)}")
    told = "; ".join(f"{name_of(f)} {f.text} [{n}]" for f, n in zip((whole, *parts), marks))
    sure = all(p.step >= whole.step for p in parts)
    if not sure:  # the rest is known no nearer than the whole is
        value = (value / whole.step).quantize(Decimal(1), ROUND_HALF_UP) * whole.step
    lead = f"{'' if sure else 'Khoảng '}{scaled(value, whole)}" + (f" {name}" if name else "")
    return draft.answer(f"{lead}, tính bằng phần còn lại: {told}.")


def between(q: Question, draft: Draft) -> Answer | None:
    """By how much a thing changed between two times that are both stated, where the change itself is not."""
    world = draft.world
    stated = [n for n in world.figures if n.figure.measure is Measure.CHANGE and n.figure.base in (q.base, Base.FIXED) and unit_fits(q.unit, n.figure) and n.figure.unit not in ("%", "điểm phần trăm") and cover(naming(q, world), n, world) >= 0.8 and period_fit(q, n.figure, world) is not None]
    if stated:
        return None  # the report says it
    for m in levels(replace(q, base=Base.NONE, modality=q.modality if q.modality is not Modality.TARGET else None), world)[:1]:
        now = m.figure
        year = now.period.year
        if year is None or now.modality in PLANNED or q.unit and now.unit != q.unit and not alike_units(now.unit, q.unit):
            continue
        # in prose the same number may stand alone, and its table beside the earlier one
        heres = [n for n in world.figures if n.figure.value == now.value and alike_units(n.figure.unit, now.unit) and n.figure.measure is Measure.LEVEL and n.figure.period.year == year]
        thens = [
            o.figure for n in heres for o in world.figures
            if o.figure.measure is Measure.LEVEL and o.figure.unit == n.figure.unit and o.figure.modality not in PLANNED and o.figure.period.year == year - 1 and o.figure.value != now.value
            and (n.figure.table is not None and (o.figure.table, o.figure.row) == (n.figure.table, n.figure.row) or o.figure.indicator == n.figure.indicator and o.figure.head == n.figure.head)
            and all(w in _ENDS or w.isdigit() for w in o.own ^ n.own)
        ]  # fmt: skip
        thens = [t for t in thens if _since(q, now, t)]
        if not thens or len({t.value for t in thens}) > 1:
            continue
        then = thens[0]
        gap = now.value - then.value
        if (gap < 0) is not (q.direction is Direction.DOWN):
            continue
        a, b = draft.state(now), draft.state(then)
        more, less = (now, then) if gap > 0 else (then, now)
        draft.calculations.append(f"{in_scale(more, now)} − {in_scale(less, now)} = {scaled(abs(gap), now)}")
        return draft.answer(f"{'Tăng' if gap > 0 else 'Giảm'} {scaled(abs(gap), now)}: từ {then.text}{_when(then, draft)} [{b}] {'lên' if gap > 0 else 'còn'} {now.text}{_when(now, draft)} [{a}].")
    return None


_MOVED_TO = re.compile(r"\s*(?:lên|xuống|còn|về)(?: (?:còn|mức|tới|đến|thành))*\s*", re.I)


def moved(q: Question, draft: Draft) -> Answer | None:
    """By how much a thing moved that is told to have gone "từ A lên B" and not by how much."""
    world = draft.world
    text = world.report.text
    open_q = replace(q, measure=None, direction=Direction.NONE)
    for now in [m.figure for m in levels(open_q, world) or choose(open_q, world) if m.figure.measure is Measure.LEVEL][:1]:
        then = next((n.figure for n in world.figures if n.figure.sentence == now.sentence and (n.figure.indicator, n.figure.unit, n.figure.measure) == (now.indicator, now.unit, Measure.LEVEL) and _MOVED_TO.fullmatch(text, n.figure.span.end, now.span.start)), None)
        if then is None or now.modality in PLANNED or not re.search(r"(?<!\w)từ(?: mức| gần| hơn| khoảng)?\s*$", text[: then.span.start], re.I) or (now.value < then.value) is not (q.direction is Direction.DOWN):
            return None
        a, b = draft.state(now), draft.state(then)
        more, less = (now, then) if now.value > then.value else (then, now)
        gap = scaled(more.value - less.value, now)
        draft.calculations.append(f"{in_scale(more, now)} − {in_scale(less, now)} = {gap}")
        return draft.answer(f"{'Tăng' if more is now else 'Giảm'} {gap}: {name_of(now)} từ {then.text} [{b}] {'lên' if more is now else 'còn'} {now.text} [{a}].")
    return None


def _when(f: Figure, draft: Draft) -> str:
    """The time of a figure where a reader can check it."""
    name = period_name(f.period)
    return f" ({name})" if name and draft.supported(name) else ""


def _since(q: Question, now: Figure, then: Figure) -> bool:
    """Whether the earlier figure is of the time that the question compares with."""
    if q.base is Base.DECEMBER:
        return then.period.kind in ("date", "year")
    return q.base in (Base.YEAR, Base.NONE, Base.FIXED) and then.period.kind == now.period.kind and then.period.part == now.period.part
