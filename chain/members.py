"""A list that the report names at once: "Có 2 chỉ tiêu chưa đạt kế hoạch là A và B", "ba nơi dưới 20%: A (17,8%), B (14,2%)".

The words before the members ("lead") say how many they are, of which kind, and what they have in common. A question for "những …
nào" with that condition is answered by such a list alone: its kind, its bound, its denial and its number must be those asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from chain import words as W
from chain.alike import things
from chain.answer import Answer
from chain.compose import Draft
from chain.groups import BASES, way
from chain.question import Question
from chain.world import Sentence, World, tokens
from report.model import Direction, Measure
from report.numbers import quantities

_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_COUNT = rf"(?<!tháng )(?<!quý )(?<!năm )(?:\d{{1,3}}(?:/\d{{1,3}})?|{'|'.join(_COUNTS)})"
_MANY = rf"(?:những|các|{_COUNT})"
# The kinds that stand for any other: "3 nơi", "ba cái tên".
_ANY_KIND = frozenset(("cái tên", "đơn vị", "nơi", "trường hợp", "cái", "thứ"))
_TIMES = frozenset(("tháng", "quý", "năm", "kỳ", "vụ", "tuần", "ngày"))
_KINDS = tuple(sorted({k for g in W.KINDS for k in g} - _TIMES | _ANY_KIND | {"chỉ tiêu", "chủ đầu tư", "dự án", "công trình", "nhiệm vụ", "tiêu chí", "ngành hàng", "bệnh", "dịch bệnh", "cơ quan", "tuyến"}, key=len, reverse=True))
_KIND = "|".join(re.escape(k) for k in _KINDS)
_ASKED = re.compile(rf"(?<!\w)(?:(?P<many>{_MANY})\s+|^)(?P<kind>{_KIND})(?!\w)(?P<of>[^,;?]*?)(?<!\w)(?<!thế )(?:nào|gì)(?!\w)|(?:kể tên|liệt kê|nêu tên|nêu|kể|tên)\s+(?:ra\s+)?(?P<many2>{_MANY})\s+(?P<kind2>{_KIND})(?!\w)", re.I)
_LEAD = re.compile(rf"(?<![\w/.,])(?P<many>{_MANY})\s+(?P<kind>{_KIND})(?!\w)", re.I)
_MAIN = re.compile(rf"^\W*(?P<many>)(?P<kind>(?:mặt )?hàng|{_KIND})(?!\w)[^,;:]*?(?<!\w)(?:chủ yếu|chính|chủ lực)(?:\s+(?:qua|của|tại|ở|sang)(?:\s+[^\W\d]+){{1,3}})?\s*$", re.I)  # "Hàng xuất khẩu chủ yếu là …"
_OPENS = re.compile(r":\s*|(?<!\w)(?:đó là|gồm có|bao gồm|gồm|là|như)(?!\w)\s*:?\s*", re.I)
_BEHIND = re.compile(rf"\s+(?:là|đều là)\s+(?P<lead>{_MANY}\s+(?:{_KIND})(?!\w))", re.I)
_BOUND = re.compile(r"(?P<way>không quá|chưa (?:đạt|đến|tới|được|đầy)|không (?:đạt|đến|tới)|dưới|ít hơn|thấp hơn|trên|hơn|vượt|cao hơn|từ)\s+(?:mức\s+|mốc\s+)?(?P<n>\d[\d.,]*)", re.I)
_LOW = re.compile(r"chưa|không|dưới|ít|thấp", re.I)
_DENIED = re.compile(r"(?<!\w)(?:chưa|không)(?!\w)", re.I)
_TOP = re.compile(r"(?<!\w)nhất(?!\w)", re.I)
_ASKING = frozenset(("kể", "tên", "liệt", "kê", "nêu", "mỗi", "nơi", "đạt", "bao", "nhiêu", "mấy", "đó", "mới", "lần", "lượt", "từng"))
ENOUGH = 0.6
SURE = 0.85


@dataclass(frozen=True)
class Asked:
    """A list question: `count` members (0: not said) of `kind`, with a bound in per cent or another unit, denied or not."""

    kind: str
    count: int
    bound: tuple[bool, str] | None
    denied: bool
    amounts: bool
    many: bool = True  # "những …", "hai …": more than one is asked for


def asked(q: Question) -> Asked | None:
    """The list that a question asks for; None when it asks for none."""
    m = _ASKED.search(q.text)
    if m is None:
        return None
    many, kind = (m["many"] or m["many2"] or "").lower(), (m["kind"] or m["kind2"]).lower()
    return Asked(kind, _count(many), _bound(q.text), bool(_DENIED.search(_BOUND.sub(" ", q.text))), q.amount or bool(re.search(r"bao nhiêu|(?<!\w)mấy(?!\w)", q.text, re.I)), bool(many))


def _count(said: str) -> int:
    return _COUNTS.get(said.lower(), 0) or (int(said.split("/")[0]) if said[:1].isdigit() else 0)


def _bound(text: str) -> tuple[bool, str] | None:
    """Whether the bound that a text sets is an upper one, and its number with the unit."""
    m = _BOUND.search(text)
    if m is None:
        return None
    of = next((t for t in quantities(text) if t.start <= m.start("n") < t.end), None)
    return bool(_LOW.search(m["way"])), f"{of.value:f} {of.unit}" if of is not None else m["n"].rstrip(".,").replace(",", ".")


_OF_WHOM = re.compile(r"(?<!\w)(?:của|tại|ở)\s+(?:địa phương|tỉnh|huyện|khối|khu vực|doanh nghiệp|công ty)(?!\w)", re.I)


def _leads(lead: str) -> re.Match[str] | None:
    """The words that lead to a list, where they say how many of which kind, or that these are the main ones of the kind."""
    return _LEAD.search(lead) or _MAIN.search(lead)


def _parts(s: Sentence) -> list[tuple[str, str]]:
    """What leads to each list of a sentence, from the comma before, and the list."""
    out = []
    for m in _OPENS.finditer(s.text):
        lead = re.split(r"[;,](?!\d)|\.\s", s.text[: m.start()])[-1].strip()
        if not lead:  # "có 6/11 xã đạt chuẩn, vượt mục tiêu 1 xã, gồm: …"
            clause = re.split(r";|\.\s|:\s", s.text[: m.start()])[-1]
            lead = next((c.strip() for c in re.split(r",(?!\d)", clause) if _LEAD.search(c)), "")
        members = re.split(r";|\.\s|\.$", s.text[m.end() :])[0].strip() if not s.text[m.end() :].count(";") > 1 else s.text[m.end() :].strip()
        if _leads(lead) and members:
            out.append((lead, members))
    if behind := _BEHIND.search(s.text):  # "A và B là hai mặt hàng có giá giảm"
        members = re.split(r";|\.\s|:\s", s.text[: behind.start()])[-1].strip()
        lead = re.split(r"[;,](?!\d)|\.(?:\s|$)", s.text[behind.start("lead") :])[0].strip()
        if members:
            out.append((lead, members))
    return out


def _named(members: str) -> int:
    """How many members a list names."""
    flat = re.sub(r"\([^)]*\)", " ", members)
    return len([p for p in re.split(r",(?!\d)\s*|;\s*|\s+và\s+", flat) if re.search(r"[^\W\d_]{2}", p)])


_OF_A_TABLE = re.compile(r"(?<!\w)(?:bảng|biểu|phụ lục)\s+(?:số\s+)?\d", re.I)


def answer(q: Question, draft: Draft) -> Answer | None:
    """The one list of the report that is of the kind, the bound and the condition that are asked for."""
    wanted = asked(q)
    if wanted is None or _TOP.search(q.text) or _OF_A_TABLE.search(q.text) or q.operation in ("why", "when", "claim"):
        return None
    best: tuple[float, Sentence, str, str] | None = None
    for s in draft.world.sentences:
        if s.row:
            continue
        for lead, members in _parts(s):
            score = _score(q, wanted, lead, members, s, draft.world)
            if score is not None and (best is None or score > best[0]):
                best = (score, s, lead, members)
    if best is None:
        return _rest(q, wanted, draft)
    _, s, lead, members = best
    start, end = sorted((s.text.index(lead), s.text.index(members)))
    said = s.text[start : end + len(lead if s.text.index(lead) == end else members)].strip(" .;,")
    if said.count('"') % 2:
        said = s.text.strip()
    return draft.answer(f"{said} [{draft.cite(s.span, s.section)}].")


def _score(q: Question, wanted: Asked, lead: str, members: str, s: Sentence, world: World) -> float | None:
    """How well a list fits; None when it is of another kind, bound, number or end than is asked for."""
    m = _leads(lead)
    assert m is not None
    kind, count = m["kind"].lower(), _count(m["many"])
    kind = "mặt hàng" if kind == "hàng" else kind
    alike = next((g for g in W.KINDS if kind in g and wanted.kind in g), None) is not None
    if not (kind == wanted.kind or alike or kind in _ANY_KIND or wanted.kind in _ANY_KIND):
        return None
    named = _named(members)
    if named < 2 or count and not count <= named <= count + 2 or wanted.count and wanted.count != (count or named):
        return None
    bound = _bound(lead)
    if bound != wanted.bound or bool(_DENIED.search(_BOUND.sub(" ", lead))) is not wanted.denied:
        return None
    if wanted.amounts and sum(1 for t in quantities(members)) < named:
        return None
    held = set(tokens(lead))
    if W.contrary(f" {' '.join(q.row)} ", f" {' '.join(tokens(lead))} "):
        return None  # what is exported is no list of imports
    near = f"{s.section.split(' › ')[-1]} {_paragraph(s, world)}"
    if kind not in (wanted.kind, "chỉ tiêu") and not alike and wanted.kind not in f"{near} {lead}".lower() and wanted.kind not in _ANY_KIND:
        return None  # "ba cái tên": of what is told before
    about = held | set(tokens(near)) | set(tokens(s.text[: max(0, s.text.find(lead))]))
    wide = about | set(tokens(world.report.title)) | set(tokens(" ".join(o.text for o in world.sentences if o.section == s.section and not o.row and o.span.start < s.span.start)))
    skip = set(tokens(wanted.kind)) | _ASKING | W.STOP | W.GENERIC | set(_COUNTS)
    terms = [t for t in dict.fromkeys(q.terms) if t not in skip and not t[0].isdigit()]
    if not terms and way(q) is Direction.NONE:
        return None if wanted.bound is None and not wanted.denied else 0.7
    whole = sum(world.weight(t) for t in terms)
    cover = sum(world.weight(t) * (1.0 if t in held else 0.8 if t in about else 0.7) for t in terms if t in wide) / whole if whole else 0.7
    own = sum(t in held for t in terms)
    if (turn := way(q)) is not Direction.NONE:
        if not _went(turn, q, lead, members, s, world):
            return None
        own += 1
    if not wanted.many and (cover < SURE or kind != wanted.kind) or cover < ENOUGH or not own and wanted.bound is None and not wanted.denied:
        return None
    if q.periods and not _timely(q, s, world):
        return None
    beyond = bool(_OF_WHOM.search(lead)) and not _OF_WHOM.search(q.text)  # "của địa phương", where nobody's in particular are asked for
    return cover + 0.1 * (kind == wanted.kind) + 0.05 * bool(count) - 0.2 * beyond


_WENT = {Direction.DOWN: re.compile(r"(?<!\w)(?:giảm|hụt|sụt|thấp hơn|kém|hạ|rẻ)(?!\w)", re.I), Direction.UP: re.compile(r"(?<!\w)(?:tăng|cao hơn|vượt|đắt)(?!\w)", re.I)}
_ONLY_SOME = re.compile(r"(?<!\w)(?:nhất|mạnh|sâu|khá|nhẹ|cao(?! hơn)|nhiều|một số|tới|trên|dưới|chủ yếu|đáng kể|liên tiếp)(?!\w)|%", re.I)


def _went(turn: Direction, q: Question, lead: str, members: str, s: Sentence, world: World) -> bool:
    """Whether a list is of all that went the way that is asked for, held against what is asked: "hai khoản hụt so với cùng kỳ là …"."""
    other = Direction.UP if turn is Direction.DOWN else Direction.DOWN
    if not _WENT[turn].search(lead) or _WENT[other].search(lead) or _ONLY_SOME.search(lead):
        return False
    if q.base not in BASES:
        return True  # "có giá bình quân giảm" names no time that it fell from
    if named := [base for base, words in BASES.items() if re.search(words, lead, re.I)]:
        return q.base in named
    start = s.span.start + s.text.find(members)
    told = [n.figure for n in world.figures if n.figure.measure in (Measure.GROWTH, Measure.INDEX) and start <= n.figure.span.start < start + len(members)]
    return bool(told) and all(f.base is q.base for f in told)


_REST = re.compile(rf"(?<![\w/.,])(?P<many>{_COUNT}|các)\s+(?P<kind>{_KIND})\s+còn lại\s*(?:\((?P<within>[^()]+)\)|(?:là|gồm|:)\s+(?P<behind>[^.;()]+))", re.I)
_OUT_OF = re.compile(r"\s*(\d+)\s*/\s*(\d+)(?!\d)")


def _rest(q: Question, wanted: Asked, draft: Draft) -> Answer | None:
    """Those that do not meet a condition, where the report names the rest of those that do: "14/17 xã đạt chuẩn …", "3 xã còn lại (A, B, C)"."""
    if not wanted.denied or wanted.bound is not None:
        return None
    skip = set(tokens(wanted.kind)) | _ASKING | W.STOP | W.GENERIC | set(_COUNTS)
    first = set(tokens(q.text.split(",")[0]))  # "…, mỗi xã đạt bao nhiêu tiêu chí" asks on
    terms = [t for t in dict.fromkeys(q.terms) if t in first and t not in skip and not t[0].isdigit()]
    asked_of = [t for t in things(tuple(terms), q.text) if not _DENIED.search(" ".join(t.word))]
    met = {}
    for n in draft.world.figures:
        of = _OUT_OF.match(n.figure.text)
        held = n.own | n.head
        if of and terms and all(t.held(held, f"{n.figure.head} {n.figure.indicator}".lower()) for t in asked_of) and wanted.kind in f"{n.figure.unit} {n.figure.indicator}":
            met[int(of[2]) - int(of[1])] = n.figure
    for s in draft.world.sentences:
        m = None if s.row else _REST.search(s.text)
        if m is None or m["kind"].lower() != wanted.kind:
            continue
        told = m["within"] or m["behind"]
        count = _count(m["many"]) or _named(told)
        if count not in met or wanted.count not in (0, count) or _named(told) != count or wanted.amounts and not list(quantities(told)):
            continue
        f = met[count]
        return draft.answer(f"{told.strip(' ,')} [{draft.cite(s.span, s.section)}] — số còn lại, vì {f.text} đã đạt [{draft.cite(f.sentence, draft.world.section_of(f))}].")
    return None


def strays(q: Question, result: Answer) -> bool:
    """Whether what is told to a list question is none: a figure beyond its bound, one where several members are asked for by number."""
    wanted = asked(q)
    if wanted is None or not result.figures or result.calculation or q.operation in ("claim", "why", "when"):
        return False
    if wanted.count and len(result.figures) < wanted.count and len(result.citations[0].quote.split(",")) < wanted.count:
        return True
    if wanted.bound is None:
        return False
    low, said = wanted.bound
    number, _, unit = said.partition(" ")
    mine = [Decimal(f.value) for f in result.figures if f.unit == unit]
    return not mine or not all(value < Decimal(number) if low else value >= Decimal(number) for value in mine)


def _paragraph(s: Sentence, world: World) -> str:
    text = world.report.text
    block = next((b.span for b in world.report.blocks if b.span.holds(s.span)), s.span)
    return text[block.start : s.span.start]


def _timely(q: Question, s: Sentence, world: World) -> bool:
    """Whether nothing near a list names another year than is asked for."""
    years = {str(p.year) for p in q.periods if p.year}
    said = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", s.text))
    return not years or not said or bool(years & said)


__all__ = ["Asked", "answer", "asked", "strays"]
