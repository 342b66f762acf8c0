"""How much several groups together moved a price index: "hai nhóm giao thông và nhà ở cộng lại làm CPI tăng bao nhiêu điểm phần trăm".

The report tells what each contributed, in points of per cent; people call the groups by a word or two of their long names, which themselves
hold commas and "và". So the names are not cut out of the question: those contributions are taken that share a run of its words, and there must be
as many as it says, all of one time, no one a part of another, and no word left over.
"""

from __future__ import annotations

import re
from decimal import Decimal

from chain import words as W
from chain.answer import Answer
from chain.compose import Draft, base_words, period_name, scaled
from chain.derive import in_scale
from chain.question import Question
from chain.select import period_fit
from chain.world import tokens
from report.model import Base, Direction, Figure, Measure, Modality

_ASKED = re.compile(
    r"^(?:tổng cộng\s+|tính chung\s+)?(?:(?P<many>hai|ba|bốn|năm|\d)\s+)?(?:nhóm(?: hàng)?\s+|yếu tố\s+)?(?P<names>\S.*?)(?P<said>\s+(?:cộng lại|gộp lại|tổng cộng|cộng chung|cùng nhau))?\s+(?:thì\s+|đã\s+|cùng\s+)*"
    r"(?:đóng góp|góp|tác động|làm|kéo|đẩy|khiến)(?!\w)(?P<rest>.*?)(?:bao nhiêu|mấy)\s+điểm(?: phần trăm| %)?", re.I
)  # fmt: skip
# "ba nhóm đóng góp nhiều nhất vào CPI (ăn uống, giao thông, nhà ở) cộng lại là bao nhiêu điểm phần trăm": the names come behind what they did
_NAMED_BEHIND = re.compile(
    r"^(?:tổng cộng\s+|tính chung\s+)?(?:(?P<many>hai|ba|bốn|năm|\d)\s+)?(?:nhóm(?: hàng)?|yếu tố)\s+(?:có\s+)?(?:mức\s+)?(?:đóng góp|góp|tác động|làm tăng|làm giảm|đẩy|kéo)(?!\w)[^()]*?[(:]\s*(?:gồm\s+|là\s+)?(?P<names>[^()]+?)\)?(?:,|\s)"
    r"[^()]*?(?:bao nhiêu|mấy)\s+điểm(?: phần trăm| %)?", re.I
)  # fmt: skip
_TOGETHER = re.compile(r"(?<!\w)(?:cộng lại|gộp lại|tổng cộng|cộng chung|cùng nhau|cả thảy)(?!\w)", re.I)
_COUNT = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}


def together(q: Question, draft: Draft) -> Answer | None:
    """The sum of what the groups named contributed; None where something else is asked or they are not all told."""
    m = _NAMED_BEHIND.search(q.text.strip()) or _ASKED.search(q.text.strip())
    if m is None or not _TOGETHER.search(q.text):
        return None
    said = [w for w in tokens(m["names"]) if w not in W.STOP and w not in W.OF_PRICE_GROUPS]
    row = tokens(m["names"])
    runs = {(a, b) for a, b in zip(row, row[1:]) if not {a, b} <= W.OF_PRICE_GROUPS | W.STOP}
    found: list[tuple[Figure, set[str]]] = []
    for n in draft.world.figures:
        f = n.figure
        whom = W.CONTRIBUTION.match(f.indicator)
        if whom is None or f.unit != "điểm phần trăm" or f.measure is not Measure.CHANGE or f.modality is Modality.TARGET:
            continue
        name = tokens(whom["whom"])
        core = [w for w in name if w not in W.OF_PRICE_GROUPS and w not in W.STOP]
        if runs & set(zip(name, name[1:])) or len(core) == 1 and core[0] in said:
            found.append((f, set(core)))
    best = max((period_fit(q, f, draft.world) or 0.0 for f, _ in found), default=0.0)
    found = [(f, core) for f, core in found if best and period_fit(q, f, draft.world) == best and (q.base in (Base.NONE, f.base) or f.base is Base.NONE)]
    known = set(said)
    found = [(f, core) for f, core in found if not (f.head and any(o is not f and not o.head and wider & known >= core & known for o, wider in found))]  # "ăn uống" is the group
    found = [(f, core) for f, core in found if not (core - known and any(o is not f and wider <= known and wider >= core & known for o, wider in found))]  # nor "ăn uống ngoài gia đình", which says more
    named = {frozenset(core) for _, core in found}
    common = [base for base in {f.base for f, _ in found} if {frozenset(core) for f, core in found if f.base is base} == named]
    found = _each_once([(f, core) for f, core in found if len(common) != 1 or f.base is common[0]])  # against the month before all are told, against last year one alone
    used = [f for f, _ in found]
    many = _COUNT.get((m["many"] or "").lower(), int(m["many"]) if (m["many"] or "").isdigit() else 0)
    left = set(said) - set().union(*(core for _, core in found)) if found else set(said)
    if len(used) < 2 or many and len(used) != many or left or len({(f.period.kind, f.period.part, f.period.year) for f in used}) > 1 or len({f.base for f in used if f.base is not Base.NONE}) > 1:
        return None
    signs = [-1 if f.direction is Direction.DOWN else 1 for f in used]
    value = sum((sign * abs(f.value) for sign, f in zip(signs, used)), Decimal(0))
    marks = [draft.state(f) for f in used]
    shown = " ".join(f"{'−' if sign < 0 else '+'} {in_scale(f, used[0])}" for sign, f in zip(signs, used)).removeprefix("+ ")
    draft.calculations.append(f"{shown} = {scaled(value, used[0])}")
    way = "làm giảm" if value < 0 else "làm tăng" if Direction.UP in {f.direction for f in used} else "đóng góp"
    against = base_words(next((f for f in used if f.base is not Base.NONE), used[0]))
    when = period_name(used[0].period)
    lead = " ".join(part for part in (f"Cộng lại {way} {scaled(abs(value), used[0])}", against) if part) + (f", {when}" if when and draft.supported(when) else "")
    moves = {Direction.UP: "tăng ", Direction.DOWN: "giảm "}
    return draft.answer(f"{lead}: " + ", ".join(f"{f.indicator} {moves.get(f.direction, '')}{f.text} [{n}]" for f, n in zip(used, marks)) + ".")


def _each_once(found: list[tuple[Figure, set[str]]]) -> list[tuple[Figure, set[str]]]:
    """What is told twice once; nothing where one name has two values."""
    by_name: dict[frozenset[str], list[tuple[Figure, set[str]]]] = {}
    for f, core in found:
        by_name.setdefault(frozenset(core), []).append((f, core))
    return [] if any(len({(f.value, f.direction) for f, _ in same}) > 1 for same in by_name.values()) else [same[0] for same in by_name.values()]


_EACH = re.compile(r"(?<!\w)(?:nhóm|yếu tố|mặt hàng)(?:\s\S+){0,2}?\s(?:nào|gì)(?!\w)[^?]*?(?:(?P<down>làm giảm|kéo giảm|kìm|kéo [^?]{0,15}xuống)|làm tăng|đẩy|đóng góp|góp|tác động)(?!\w)[^?]*?(?:bao nhiêu|mấy)\s+điểm", re.I)
_UNDER = re.compile(r"(?<!\w)(?:nhóm|yếu tố|nguyên nhân)(?!\w)", re.I)


def each(q: Question, draft: Draft) -> Answer | None:
    """What each group contributed, where all are asked for that moved an index one way: "những nhóm nào làm tăng CPI, mỗi nhóm góp bao nhiêu điểm phần trăm"."""
    m = _EACH.search(q.text)
    if m is None or _TOGETHER.search(q.text) or q.claim or re.search(r"(?<!\w)nhất(?!\w)", q.text):
        return None
    found: list[Figure] = []
    for n in draft.world.figures:
        f = n.figure
        whom = W.CONTRIBUTION.match(f.indicator)
        if f.unit != "điểm phần trăm" or f.measure is not Measure.CHANGE or f.modality is Modality.TARGET or not (whom or _UNDER.match(f.indicator) and _UNDER.search(f.head)):
            continue
        if whom and f.head and not re.search(r"yếu tố|nguyên nhân", f.head, re.I):
            continue  # "riêng thực phẩm góp 0,96": a part of a group that is told
        falls = f.direction is Direction.DOWN or f.direction is Direction.NONE and re.search(r"làm giảm|kéo giảm", f.head, re.I) is not None
        if falls is (m["down"] is not None) and period_fit(q, f, draft.world) is not None:
            found.append(f)
    best = max((period_fit(q, f, draft.world) or 0.0 for f in found), default=0.0)
    found = [f for f in found if period_fit(q, f, draft.world) == best]
    if len({f.indicator for f in found}) < 2 or len({f.period for f in found}) > 1 or len({f.indicator for f in found}) < len(found):
        return None
    return draft.answer("; ".join(draft.phrase(f) for f in found) + ".")
