"""The days on which something was done several times: "giá xăng dầu được điều chỉnh vào những ngày nào"."""

from __future__ import annotations

import re

from chain.answer import Answer
from chain.compose import Draft
from chain.question import Question
from chain.words import GENERIC, STOP
from chain.world import tokens

_ASKED = re.compile(r"(?<!\w)(?:(?:những|các)\s+(?:ngày|hôm|đợt)\s+nào|ngày\s+nào\s+và\s+ngày\s+nào)(?!\w)", re.I)
_DAY = r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?"
_ROW = re.compile(rf"(?<![\d/.,]){_DAY}(?:\s*,\s*(?:ngày\s+)?{_DAY})*\s*(?:,|và)\s*(?:ngày\s+)?\d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}})?|\s+(?:hằng |hàng |mỗi )?tháng(?:\s+\d{{1,2}})?)(?![\d/.,]*\d)")
_EVERY_MONTH = re.compile(r"(?:các|những)\s+ngày\s+\d{1,2}(?:,\s*\d{1,2})*\s+và\s+\d{1,2}(?![\d/])", re.I)
_ASKING = frozenset(("ngày", "nào", "vào", "rơi", "nhắc", "đến", "được", "bị", "qua", "kỳ", "đợt", "lần", "hôm", "tháng", "năm", "trong", "diễn", "ra", "bài", "báo", "cáo"))
_ENOUGH = 0.65


def asked(q: Question) -> bool:
    """Whether several days are asked for."""
    return _ASKED.search(q.text) is not None and not q.claim


def answer(q: Question, draft: Draft) -> Answer | None:
    """The sentence that names the days in a row of what the question names; None where there is none, or several fit."""
    world = draft.world
    wanted = {w: world.weight(w) for w in q.terms if w not in _ASKING and w not in STOP and w not in GENERIC}
    whole = sum(wanted.values())
    if not whole:
        return None
    found: list[tuple[float, int]] = []
    for i, s in enumerate(world.sentences):
        if s.row or not _EVERY_MONTH.search(s.text) and not any(len(re.findall(r"\d{1,2}(?=/|\s*,|\s+và|\s+tháng|$)", m[0])) > 1 and ("/" in m[0] or "tháng" in m[0]) for m in _ROW.finditer(s.text)):
            continue
        held = set(tokens(s.text))
        found.append((sum(v for w, v in wanted.items() if w in held) / whole, i))
    found.sort(key=lambda t: (-t[0], t[1]))
    if not found or found[0][0] < _ENOUGH or len(found) > 1 and found[1][0] == found[0][0]:
        return None
    s = world.sentences[found[0][1]]
    return draft.answer(f"{s.text.strip()} [{draft.cite(s.span, s.section)}]")


__all__ = ["answer", "asked"]
