"""Who set the plan that a figure is measured against: what the centre assigned is not what the province's council did.

Budgets are assigned twice ("bằng 99,1% dự toán Trung ương giao, bằng 86,4% dự toán HĐND tỉnh giao").
"""

from __future__ import annotations

import re

from chain.world import World
from report.model import Figure, Measure, Modality

_CENTRE = r"trung ương|(?-i:TW|TƯ)|thủ tướng(?: chính phủ)?|chính phủ|quốc hội|bộ(?: [^\W\d]+){1,3}|cục thuế|tổng cục(?: [^\W\d]+){0,2}"
_LEVEL = r"tỉnh|thành phố|huyện|thị xã|quận|xã|phường"
_LOCAL = rf"(?:hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân)(?:\s+(?:{_LEVEL}))?|{_LEVEL}|địa phương"
_GIVEN = re.compile(rf"(?<!\w)(?:dự toán|kế hoạch|chỉ tiêu)(?:\s+(?:năm(?:\s+\d{{4}})?|cả năm|thu|chi|vốn|đã|được|do|mà))*\s+(?:(?P<centre>{_CENTRE})|(?P<local>{_LOCAL}))(?!\w)", re.I)
GIVES = re.compile(rf"(?<!\w)(?:(?P<centre>{_CENTRE})|(?P<local>{_LOCAL}))\s+(?:giao|quyết nghị)(?!\w|\s+(?:thông|dịch|lưu|nhận|nộp|đất))", re.I)  # "HĐND tỉnh giao"
# What its own people strive for, above what was assigned to them: "chỉ tiêu phấn đấu", a column "Phấn đấu" under "Chỉ tiêu năm 2026".
_STRIVES = re.compile(r"(?<!\w)(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|mức|số|kịch bản)(?:\s+(?:năm(?:\s+\d{4})?|cả năm|thu|chi))*\s+phấn đấu(?!\w)", re.I)
_TO_STRIVE = re.compile(r"(?<!\w)phấn đấu(?!\w)[^.()]*$", re.I)  # "Phấn đấu thu ngân sách cả năm đạt 264 tỷ đồng"
# What was assigned to them, whoever did: it is not what they strive for.
_ASSIGNED = re.compile(r"(?<!\w)(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?:\s+(?:năm(?:\s+\d{4})?|cả năm|thu|chi))*\s+(?:(?:đã\s+)?(?:được\s+)?giao|pháp lệnh)(?!\w)", re.I)
_NEXT = re.compile(r"[,;.()]|(?<!\w)(?:và|nhưng|song|còn|trong khi)(?!\w)")


def _level(who: str) -> str:
    """The level of those who assign: "HĐND tỉnh" is of a province, as "tỉnh" is; "local" where they do not say."""
    level = re.search(rf"(?:{_LEVEL})$", who, re.I)
    return level[0].lower() if level else "local"


def giver(text: str) -> str:
    """"centre", "local" or a level ("tỉnh", "huyện") as who assigned the plans in `text`, "own" where they are striven for, "assigned" by somebody; "" where it does not say, or names several."""
    found = {"centre" if m["centre"] else _level(m["local"]) for ways in (_GIVEN, GIVES) for m in ways.finditer(text)}
    found -= {"local"} if len(found) > 1 else set()
    found |= {"own"} if _STRIVES.search(text) else set()
    found |= {"assigned"} if not found and _ASSIGNED.search(text) else set()
    return found.pop() if len(found) == 1 else ""


def named_giver(text: str) -> str:
    """The words of `text` that say who assigned a plan: "Bộ Tài chính giao"."""
    return " ".join(m[0] for m in GIVES.finditer(text))


def without_giver(name: str) -> str:
    """A plan's name without who assigned it: "kế hoạch vốn" of "kế hoạch vốn do HĐND tỉnh giao"."""
    return " ".join(re.sub(r"(?<!\w)do\s*$", "", GIVES.sub(" ", name).rstrip(), flags=re.I).split()).lower()


def giver_of(f: Figure, world: World) -> str:
    """Who assigned the plan that a figure is, or is measured against, by its name, its column or the words right behind it."""
    if f.measure is not Measure.COMPLETION and f.modality is not Modality.TARGET:
        return ""
    text = world.report.text
    if f.table is None:
        ahead = text[f.sentence.start : f.span.start].rstrip().removesuffix("(")  # "dự toán Trung ương giao (15.320 tỷ đồng)"
        beside = [_NEXT.split(text[f.span.end : f.sentence.end])[0], _NEXT.split(ahead)[-1]]
        if said := next((g for t in (beside if f.measure is Measure.COMPLETION else beside[::-1]) if (g := giver(t))), ""):
            return said
        if f.modality is Modality.TARGET and _TO_STRIVE.search(ahead):
            return "own"
    if named := giver(f"{f.indicator} {f.head}"):
        return named
    if f.table is not None:
        table = world.report.tables[f.table]
        return giver(" ".join(r[f.column].text for r in table.rows[: table.header_rows] if f.column is not None and f.column < len(r)))
    return ""


def assigned(f: Figure, world: World) -> str:
    """Whose plan a share of it is measured against, as the report writes right behind it: "HĐND tỉnh giao"; "" where it does not."""
    if f.measure is not Measure.COMPLETION or f.table is not None:
        return ""
    m = GIVES.search(_NEXT.split(world.report.text[f.span.end : f.sentence.end])[0])
    return m[0] if m else ""


def plan_said(ahead: str, behind: str) -> str:
    """The words about a plan that belong to a stated figure: those behind it up to a mark, else those before it."""
    own = re.split(r"[,;.()]", behind)[0]
    return own if giver(own) else re.split(r"[;.()]", ahead)[-1]


def unlike(one: str, other: str) -> bool:
    """Whether two givers are not the same: the centre and a province, a province and a district, or what is striven for and what was assigned by any."""
    if one == other or not one or not other:
        return False
    if "assigned" in (one, other):
        return "own" in (one, other)
    return "local" not in (one, other) or "centre" in (one, other) or "own" in (one, other)


def another(text: str, f: Figure, world: World) -> bool:
    """Whether `text` speaks of a plan that the one assigned and `f` of one that the other did; what is met of any other is not what is met of what they strive for."""
    asked, told = giver(text), giver_of(f, world)
    return unlike(asked, told) or asked == "own" != told and f.measure is Measure.COMPLETION


__all__ = ["GIVES", "another", "assigned", "giver", "giver_of", "named_giver", "plan_said", "unlike", "without_giver"]
