"""Answers that are computed from two figures: differences, sums, ratios, shares, balances. `Decimal` throughout, formula shown."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from chain import gaps, groups
from chain import words as W
from chain.answer import Answer
from chain.compose import Draft, number, period_name, scaled
from chain.derive import in_scale, number_text
from chain.operands import PLANNED, part_of, two
from chain.question import Question
from chain.select import find
from report.model import Base, Bound, Direction, Figure, Measure, Modality, name_of
from report.numbers import parse_number, quantities

_HOW_MUCH = re.compile(r"(?:là\s+|được\s+|khoảng\s+)*(?:bao nhiêu|mấy).*$", re.I)
_SUM_LEAD = r"(?:tổng(?:\s+(?:cộng|số|giá trị|kim ngạch|của))*|cộng(?:\s+(?:gộp|cả))?|gộp(?:\s+(?:chung|cả))?|cả)"
_SUM = (
    re.compile(rf"^(?:{_SUM_LEAD}\s+)(?P<a>.+?)\s+(?:và|cộng với|cộng|với)\s+(?P<b>.+)$", re.I),
    re.compile(r"^(?P<a>.+?)\s+(?:và|với)\s+(?P<b>.+?)\s+(?:cộng lại|gộp lại|tổng cộng|cả thảy|tất cả)(?:.*)$", re.I),
    re.compile(r"^(?P<a>.+?)\s+cộng(?:\s+(?:với|thêm))?\s+(?!lại)(?P<b>.+)$", re.I),
)
_DIFFERENCE = (
    re.compile(r"(?:giữa|chênh(?:\s+lệch)?|hiệu(?:\s+số)?)\s+(?:giữa\s+|của\s+)?(?P<a>.*?)\s+(?:và|với|so với)\s+(?P<b>.*)$", re.I),
    re.compile(r"^(?P<a>.*?)\s+(?:lại\s+)?(?:nhiều|cao|lớn|ít|thấp|nhỏ|kém|nhanh|mạnh|chậm)?\s*hơn\s+(?:so với\s+)?(?P<b>.*)$", re.I),
    re.compile(r"^(?P<a>.*?)\s+(?:và|so với|với)\s+(?P<b>.*?)\s+(?:chênh|hơn kém|cách)\s*(?:nhau|lệch)?.*$", re.I),
    re.compile(r"^(?P<a>.*?)\s+(?:kém|thua)\s+(?P<b>.*)$", re.I),
)
_COMPARE = (
    re.compile(r"^(?:hãy\s+|xin\s+)?so sánh\s+(?P<a>.+?)\s+(?:và|với|so với)\s+(?P<b>.+)$", re.I),
    re.compile(r"^(?:giữa\s+)?(?P<a>.+?)\s+(?:hay|hoặc|với)\s+(?:là\s+)?(?P<b>.+?),?\s+(?:(?:cái|bên|đâu|chỗ|số)\s+(?:nào\s+)?)?(?:nhiều|cao|lớn|ít|thấp|nhỏ|nhanh|mạnh)\s*hơn.*$", re.I),
    re.compile(r"^(?P<a>.+?)\s+(?:nhiều|cao|lớn|ít|thấp|nhỏ|nhanh|mạnh)\s*hơn\s+(?:hay\s+(?:là\s+)?)(?:ít|thấp|nhỏ|nhiều|cao|lớn|kém|chậm)\s*hơn\s+(?:so với\s+)?(?P<b>.+)$", re.I),
)


def result(gap: Decimal, like: Figure) -> str:
    """`gap` in the printing of `like`; of two percentages in points."""
    text = scaled(abs(gap), like)
    return text.replace("%", " điểm phần trăm") if like.unit == "%" else text


def subtract(a: Figure, b: Figure, draft: Draft, lead: str, labels: tuple[str, str] = ("", "")) -> Answer | None:
    """a − b in a's printing; None when the units or the measures do not agree."""
    if a.unit != b.unit or a.measure is not b.measure:
        return None
    if a.high is not None or b.high is not None:
        return None
    gap = a.value - b.value
    na, nb = draft.state(a), draft.state(b)
    sign = "−" if gap < 0 else ""
    draft.calculations.append(f"{number_text(a)} − {in_scale(b, a)} = {sign}{result(gap, a)}")
    return draft.answer(f"{lead}{result(gap, a)}: {_labelled(a, labels[0], na, draft)}, {_labelled(b, labels[1], nb, draft)}.")


def _labelled(f: Figure, label: str, mark: int, draft: Draft) -> str:
    when = period_name(f.period)
    tail = f" ({when})" if when and draft.supported(when) else ""
    return f"{label or name_of(f)} {f.text}{tail} [{mark}]"


_LESS_IS_BETTER = re.compile(r"(?<!\w)(?:hộ nghèo|cận nghèo|thất nghiệp|thiếu việc|tử vong|suy dinh dưỡng|tai nạn|tổn thất|nợ|bội chi|tồn kho|tỷ suất sinh|mức sinh|giảm nghèo|tảo hôn|tội phạm)(?!\w)", re.I)


def reached(q: Question, draft: Draft) -> Answer | None:
    """ "… có đạt mục tiêu không?": what was achieved beside what was planned, or the per cent of the plan; None when not both are stated."""
    terms = tuple(t for t in q.terms if t not in ("đạt", "vượt", "hoàn", "thành", "chưa"))
    open_slots = replace(q, terms=terms, modality=None, also_target=True, unit="", verb=(), amount=False, measure=q.measure if q.measure is Measure.GROWTH else None, base=Base.NONE)
    found = find(open_slots, draft.world)
    for done in (m.figure for m in found if m.figure.modality not in PLANNED and m.figure.measure in (Measure.LEVEL, Measure.GROWTH)):
        plan = next((m.figure for m in found if m.figure.modality is Modality.TARGET and m.figure.measure is done.measure and m.figure.unit == done.unit and m.figure.indicator == done.indicator
                     and m.figure.head == done.head and m.figure.period.year == done.period.year and m.figure.high is None), None)  # fmt: skip
        if plan is None or done.high is not None:
            continue
        sign = {Direction.DOWN: -1}
        a, b = done.value * sign.get(done.direction, 1), plan.value * sign.get(plan.direction, 1)
        less = plan.bound is Bound.UNDER or _LESS_IS_BETTER.search(f"{done.indicator} {done.head}")
        lead = "Có" if (a <= b if less else a >= b) else "Không"
        return draft.answer(f"{lead}: {draft.phrase(done)}; {draft.phrase(plan)}.")
    completion = [m.figure for m in find(replace(open_slots, measure=Measure.COMPLETION, also_target=False, modality=None), draft.world)]
    if completion:
        return draft.answer(f"{'Có' if completion[0].value >= 100 else 'Không'}: {draft.phrase(completion[0])}.")
    return None


_TEMPO = re.compile(r"(?<!\w)(?:tăng|giảm|mức tăng|tốc độ tăng)(?!\w)", re.I)


def points(q: Question, draft: Draft) -> Answer | None:
    """By how many points one rate of change is above another, of two indicators or two periods; what else two figures differ by is `computing`'s."""
    if not re.search(r"điểm\s*(?:phần trăm|%)", q.text, re.I):
        return None
    text = _HOW_MUCH.sub("", q.text.strip(" ?."))
    for pattern in _DIFFERENCE:
        m = pattern.search(text)
        if not m or not m["a"].strip() or not m["b"].strip():
            continue
        found = two(_TEMPO.sub(" ", m["a"]), m["b"], replace(q, unit="%"), draft.world, Measure.GROWTH)
        if found is not None and (found[0].modality in PLANNED) is (found[1].modality in PLANNED):
            a, b = found
            if any(p.kind == "months" for p in q.periods) and "month" in (a.period.kind, b.period.kind):
                continue  # what all months did on average is not what one of them did
            if a.base is not b.base or q.base in (Base.YEAR, Base.PREVIOUS, Base.DECEMBER) and a.base is not q.base:
                continue  # against the month before is not against last year
            lead = "Chênh " if a.value != b.value else "Bằng nhau, chênh "
            if re.search(r"(?:tăng|giảm)\s", q.text) and a.indicator == b.indicator:
                lead = "Tăng " if a.value > b.value else "Giảm "
            return subtract(a, b, draft, lead)
    return None


def total(q: Question, draft: Draft) -> Answer | None:
    """A plus B (plus C …), when the question names them and none holds another."""
    low = _HOW_MUCH.sub("", q.text.strip(" ?.")).strip()
    low = re.sub(r"(?:\s+(?:là|đạt|được|có|cần|hết))+$", "", low)
    if within := _WITHIN.search(low):  # "sản lượng lương thực (lúa và ngô)": the parts are named, the whole is not stated
        noun = _DIMENSION.search(low[: within.start()])
        low = f"tổng {noun[0] if noun else low[: within.start()].strip()} {within[1]} và {within[2]}"
    names = _addends(low)
    if len(names) < 2:
        return None
    names = [" ".join(W.TARGET.sub(" ", n).split()) or n for n in names]  # whose plan it is holds for all of them
    if noun := _DIMENSION.match(names[0]):
        names = [n if i == 0 or _DIMENSION.match(n) else f"{noun[0]} {n}" for i, n in enumerate(names)]
    used: list[Figure] = []
    for name in names[1:]:
        found = two(names[0], name, q, draft.world, Measure.CHANGE if q.measure is Measure.CHANGE else Measure.LEVEL)
        if found is None or used and found[0] != used[0]:
            return None
        used += [f for f in found if f not in used]
    if len(used) != len(names) or any(f.measure not in (Measure.LEVEL, Measure.SHARE, Measure.CHANGE) or "/" in f.unit or f.high is not None for f in used):
        return None
    first = used[0]
    if any(part_of(x, y) for x in used for y in used) or len({f.modality in PLANNED for f in used}) > 1 or len({f.measure for f in used}) > 1:
        return None
    if any(f.indicator == first.indicator and f.head == first.head and f.period != first.period for f in used[1:]) and len(q.periods) < 2:
        return None
    value = sum((f.value for f in used), Decimal(0))
    marks = [draft.state(f) for f in used]
    draft.calculations.append(" + ".join(in_scale(f, first) for f in used) + f" = {scaled(value, first)}")
    return draft.answer(f"{scaled(value, first)}: " + ", ".join(_labelled(f, "", n, draft) for f, n in zip(used, marks)) + ".")


_WITHIN = re.compile(r"\(\s*(?:gồm |gồm cả |là )?([^(),]+?)\s+và\s+([^(),]+?)\s*\)")
_DIMENSION = re.compile(r"sản lượng|diện tích|giá trị sản xuất|giá trị|kim ngạch|số lượng|doanh thu", re.I)


def names_parts(text: str) -> bool:
    """Whether a question names the two parts of what it asks for: "lương thực (lúa và ngô)"."""
    return bool(_WITHIN.search(text))


_WITH_WHOM = re.compile(r"(?<!\w)(?:xuất,? nhập khẩu|xuất khẩu, nhập khẩu|thương mại|hai chiều|buôn bán|trao đổi|giao thương)(?: hàng h(?:óa|oá))?(?: hai chiều)?$", re.I)  # "xuất nhập khẩu với Lào" adds nothing


def _addends(text: str) -> list[str]:
    """The names that a question adds up: "tổng A và B", "A cộng B", "A, B và C cộng lại"."""
    for pattern in _SUM:
        m = pattern.search(text)
        if m and _WITH_WHOM.search(text[: m.end("a")]) and re.match(r"\s+với\s", text[m.end("a") :]):
            continue
        if m:
            first = re.sub(r"^(?:thu\s+)?(?:từ|của|các|những|cả|số)?\s*(?:(?:hai|ba|bốn|năm|\d)\s+(?:\S+\s+)?)?", "", m["a"], flags=re.I) if re.match(r"(?:từ|của|các|cả|hai|ba|bốn)\s", m["a"], re.I) else m["a"]
            return [t.strip() for t in [*re.split(r"\s*,\s*", first), m["b"]] if t.strip()]
    return []


def compare(q: Question, draft: Draft) -> Answer | None:
    """Two figures side by side, with what lies between them where both are of one kind."""
    raw = q.text.strip(" ?.")
    measure = Measure.GROWTH if q.measure is Measure.GROWTH or re.search(r"tốc độ tăng|mức tăng|tăng trưởng|(?:tăng|giảm) (?:nhanh|mạnh|cao|nhiều) hơn", raw, re.I) else Measure.LEVEL
    for pattern in _COMPARE:
        m = pattern.search(raw)
        if not m:
            continue
        found = two(m["a"], m["b"], q, draft.world, measure)
        if found is None:
            continue
        a, b = found
        phrases = [draft.phrase(a), draft.phrase(b)]
        text = "; ".join(phrases) + "."
        if a.unit == b.unit and a.measure is b.measure and a.high is None and b.high is None and a.direction is b.direction:
            gap = a.value - b.value
            if gap:
                draft.calculations.append(f"{number_text(a)} − {in_scale(b, a)} = {'−' if gap < 0 else ''}{result(gap, a)}")
                more, less = (a, b) if gap > 0 else (b, a)
                name = name_of(more) if more.indicator != less.indicator else " ".join(t for t in ("mục tiêu" if more.modality in PLANNED else "", period_name(more.period)) if t)
                way = "cao hơn" if a.direction is not Direction.DOWN else "giảm nhiều hơn"
                if name and draft.supported(name):
                    text = text[:-1] + f"; {name} {way} {result(gap, a)}."
            else:
                text = text[:-1] + "; hai số bằng nhau."
        return draft.answer(text)
    return None


def remainder(q: Question, draft: Draft) -> Answer | None:
    """What is left of a whole: "148,6/236,4 km" done, so how much is not yet."""
    if q.operation == "difference" and groups.EACH.search(q.text) and (told := groups.answer(q, draft)) is not None:
        return told  # "thiếu ở những bậc học nào, mỗi bậc bao nhiêu"
    if (told := gaps.answer(q, draft)) is not None:
        return told
    if not re.search(r"còn\b.*(?:chưa|không)|(?:chưa|không)\b.*(?:bao nhiêu|mấy)|(?:bao nhiêu|mấy)\s(?:\S+\s){1,4}?(?:chưa|không)\s(?:được\s|có\s)?\S+|còn (?:lại )?(?:bao nhiêu|mấy)(?! \S+(?: \S+)? (?:đạt|có|được|đang)(?!\w))", q.text, re.I):
        return None
    found = [m.figure for m in find(replace(q, verb=()), draft.world) if m.figure.measure is Measure.LEVEL]
    for f in found[:1]:
        printed = f.span.of(draft.world.report.text)
        m = re.search(r"(\d[\d.,]*)\s?/\s?(\d[\d.,]*)", printed)
        if m is None or not any(w.fraction_of is not None for w in quantities(printed)):
            return None
        unit = re.sub(r"\s+", " ", printed[m.end() :]).strip()
        left = parse_number(m[2])[0] - parse_number(m[1])[0]
        n = draft.state(f)
        draft.calculations.append(f"{m[2]} − {m[1]} = {number(left)} {unit}".strip())
        return draft.answer(f"Còn {number(left)} {unit}: {name_of(f)} {f.text} [{n}].")
    return None
