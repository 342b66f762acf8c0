"""Claims without a figure: "… là EU phải không", "đã gồm cả … đúng không", against what a sentence of the report says."""

from __future__ import annotations

import re

from chain import words as W
from chain.answer import Answer
from chain.compose import Draft
from chain.question import Question
from chain.world import Sentence, World, tokens

_IS = re.compile(r"(?<!\w)(?:là|thuộc về|gồm có|nằm ở|do)(?!\w)", re.I)
_HOLDS = re.compile(r"(?<!\w)(?:đã |có |chưa |không )*(?P<verb>bao gồm|gồm|tính cả|tính|kể cả|kể|áp dụng|hoàn thành|đạt|thực hiện|khởi công|được phê duyệt|được công nhận)(?:\s+cả)?(?!\w)", re.I)
_NOT = r"(?:không|chưa|chẳng)(?:\s+(?:được|hề|phải|thể))?\s+"
_INCLUDES = ("bao gồm", "gồm", "tính", "kể", "nằm trong")  # one thing, in other words: "đã gồm", "(không tính vào …)"
ENOUGH = 0.75


def _words(text: str) -> list[str]:
    return [t for t in tokens(text) if t not in W.STOP and t not in W.GENERIC]


def _cover(wanted: list[str], held: set[str], world: World) -> float:
    whole = sum(world.weight(w) for w in wanted) or 1.0
    return sum(world.weight(w) for w in wanted if w in held) / whole


def check(q: Question, draft: Draft) -> Answer | None:
    """The verdict with the sentence that decides; None when no sentence does."""
    text = W.CLAIM.sub(" ", q.text).strip(" ?.,:")
    return _copula(text, draft) or _polarity(text, draft)


def _best(wanted: list[str], world: World, enough: float) -> list[Sentence]:
    scored = [(_cover(wanted, set(s.words), world), -len(s.text), s) for s in world.sentences]
    return [s for c, _, s in sorted((t for t in scored if t[0] >= enough), key=lambda t: (-t[0], -t[1]))]


def _copula(text: str, draft: Draft) -> Answer | None:
    """"X là Y": the sentence that says "X là Z"."""
    m = _IS.search(text)
    if not m:
        return None
    subject, object_ = _words(text[: m.start()]), _words(text[m.end() :])
    if not subject or not object_:
        return None
    for s in _best(subject, draft.world, ENOUGH):
        for said in _IS.finditer(s.text):
            before = _words(s.text[: said.start()])[-5:]
            if _cover(subject, set(before), draft.world) < 0.5:
                continue
            after = re.split(r"[;.]|,\s+(?:một số|còn|trong|bên)", s.text[said.end() :])[0]
            held = set(_words(after))
            n = draft.cite(s.span, s.section)
            if all(w in held for w in object_):
                return draft.answer(f"Đúng, báo cáo viết: {s.text} [{n}]", "đúng")
            if not any(w in held for w in object_):
                return draft.answer(f"Không đúng, báo cáo viết: {s.text} [{n}]", "sai")
            return None
    return None


def _polarity(text: str, draft: Draft) -> Answer | None:
    """"Đã gồm X": the sentence that says "không gồm X", or that says it all."""
    m = _HOLDS.search(text)
    if not m:
        return None
    verb, object_ = re.sub(r"\s+cả$", "", m["verb"].lower()).split()[-1], _words(text[m.end() :])
    if len(object_) < 2:
        return None
    words = "|".join(_INCLUDES) if verb in _INCLUDES else re.escape(verb)
    denied_claim = bool(re.search(_NOT, text[: m.end()]))
    for s in _best(object_, draft.world, 0.85):
        low = s.text.lower()
        if not re.search(rf"(?<!\w)(?:{words})(?!\w)", low):
            continue
        denied = bool(re.search(rf"{_NOT}(?:\w+\s+)?(?:{words})(?!\w)", low))
        n = draft.cite(s.span, s.section)
        if denied is not denied_claim:
            return draft.answer(f"Không đúng, báo cáo viết: {s.text} [{n}]", "sai")
        if set(_words(text)) <= set(s.words):
            return draft.answer(f"Đúng, báo cáo viết: {s.text} [{n}]", "đúng")
        return None
    return None
