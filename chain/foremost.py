"""A claim that somebody is the first of many: "giao thông là nhóm tăng mạnh nhất so với tháng trước, đúng không?".

It is held against the answer to the question that it is the answer of: "nhóm nào tăng mạnh nhất so với tháng trước?". How many there are
("trong 11 nhóm") is no amount that is claimed.
"""

from __future__ import annotations

import re

from chain import extremes
from chain import words as W
from chain.answer import Answer
from chain.compose import Draft
from chain.judging import FALSE, TRUE
from chain.question import Question, read
from chain.sentences_answer import every_sentence
from chain.world import Named, tokens
from report.numbers import quantities

_KIND = r"nhóm hàng|nhóm|mặt hàng|khoản thu|khoản|ngành|lĩnh vực|khu vực|thị trường|địa phương|huyện|xã|phường|đơn vị|sản phẩm|dự án"
_AMONG = re.compile(rf"(?<!\w)(?:trong|trên)\s+(?:số\s+|tổng số\s+|cả\s+)*(?:\d{{1,3}}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?P<kind>{_KIND})(?:\s+(?:hàng(?: hóa)?(?: và dịch vụ)?|chính|cấp\s+\w|chủ yếu|tiêu dùng))*\s*,?", re.I)
_FIRST = re.compile(rf"^(?P<lead>.*?,\s*)?(?P<who>[^,]+?)\s+(?:chính\s+|vẫn\s+)?là\s+(?P<kind>{_KIND})\s+(?P<what>(?:có\s+)?[^,]*?(?<!\w)nhất(?!\w).*)$", re.I)
_SAYS_NOTHING = W.STOP | W.GENERIC | frozenset(("nhóm", "hàng", "giá", "chỉ", "số", "khoản", "ngành", "khu", "vực"))


def speaks_of(q: Question) -> bool:
    """Whether a claim says who is the first of many, and no amount beside."""
    text = W.CLAIM.sub(" ", q.text)
    rest = _AMONG.sub(" ", text)
    return not q.carried and _FIRST.match(rest.strip(" ?.,")) is not None and not any(a.unit for a in quantities(rest))


_AGAINST = re.compile(r"\sso\s+(?:với\s+)?[^,]+$", re.I)


def _top(asked: str, draft: Draft) -> Named | None:
    """The figure that answers the question who is the first."""
    try:
        q = read(asked, draft.world)
    except ValueError:
        return None
    trial = Draft(draft.world, draft.question, reading=draft.reading)
    told = extremes.answer(q, trial) if q.operation == "extreme" else None
    if not isinstance(told, Answer) or not told.figures:
        return None
    return draft.world.at(told.figures[0].start, told.figures[0].end)


def check(q: Question, draft: Draft) -> Answer | None:
    """The verdict by whom the report shows to be the first; None where it does not show it."""
    text = W.CLAIM.sub(" ", q.text)
    rest = _AMONG.sub(" ", text).strip(" ?.,")
    m = _FIRST.match(rest)
    if m is None:
        return None
    when = _AGAINST.search(m["what"])
    asked = f"{m['kind']} nào {m['what']}?"
    first = f"{when[0].strip()}, {m['kind']} nào {m['what'][: when.start()]}?" if when and not m["lead"] else ""
    top = next((n for said in (f"{m['lead'] or ''}{asked}", first) if said and (n := _top(said, draft)) is not None), None)
    if top is None:
        return _told_first(m, draft)
    who = {w for w in tokens(m["who"]) if w not in _SAYS_NOTHING}
    named = {w for w in tokens(top.figure.indicator) if w not in _SAYS_NOTHING}
    if not who or not named:
        return None
    right = who <= named or named <= who and " và " not in m["who"]
    return draft.answer(f"{'Đúng' if right else 'Không đúng'}: báo cáo nêu {draft.phrase(top.figure)}.", TRUE if right else FALSE)


def _told_first(m: re.Match[str], draft: Draft) -> Answer | None:
    """The verdict by a sentence that calls one so in the claim's own words: "Hoa Kỳ là thị trường xuất khẩu lớn nhất với …"; None without one, or where two are."""
    what = f"{m['kind']} {re.sub(r'(?<=nhất).*', '', m['what'])}"
    says = re.compile(rf"(?:^|[,;:]\s*)(?P<who>[^,;:()]{{2,60}}?)\s+(?:(?:vẫn|tiếp tục|đang|hiện|cũng)\s+)*là\s+{re.escape(what)}(?!\w)", re.I)
    told = [(found, s) for s in every_sentence(draft.world) if (found := says.search(s.text)) is not None]
    if len(told) != 1:
        return None
    found, s = told[0]
    claimed, named = ({w for w in tokens(who) if w not in _SAYS_NOTHING} for who in (m["who"], found["who"]))
    right = bool(claimed) and (claimed <= named or named <= claimed)
    return draft.answer(f"{'Đúng' if right else 'Không đúng'}, báo cáo viết: {s.text.strip()} [{draft.cite(s.span, s.section)}]", TRUE if right else FALSE)


__all__ = ["check", "speaks_of"]
