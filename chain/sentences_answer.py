"""Questions that are not about figures: the sentence that answers them, whole and in the report's words.

A sentence is found by the weight of the question's words that it, the sentence before it or its section holds. Everyday
words stand for the report's (`chain/alike.py`); the kind of thing that is asked for ("cơ quan nào") need not be named.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from chain import words as W
from chain.alike import ALIKE, WAYS, Thing, kinds_asked, things, without
from chain.answer import Answer
from chain.choosing import KINDS_OF
from chain.compose import Draft
from chain.question import Question
from chain.tagging import NOUNS, tagged
from chain.thesaurus import is_term
from chain.world import Sentence, World, split_sentences, tokens
from report.model import Base, BlockKind, Modality, Period, Span
from report.periods import periods, same
from report.text import UPPER

ENOUGH = 0.62
_COUNTED = frozenset(["sản", "lượng", "kim", "ngạch", "trị", "giá", "diện", "tích", "năng", "suất", "giá", "trị"])
_ASKED = frozenset(["điều", "lý", "lí", "nguyên", "nhân", "do", "yếu", "tố"])  # "điều gì", "yếu tố nào": what asks for a cause
_KIND_WORDS = frozenset(["mặt", "loại", "nhóm"])
_DENIAL = re.compile(r"(?<!\w)(?:chưa|không|còn lại)(?!\w)", re.I)
# What a sentence says of causes: the reason stands in it, or it begins with the reason of the sentence before.
_CAUSE = re.compile(r"(?<!\w)(?:do|(?<!thay )vì|nhờ|bởi|nguyên nhân|lý do|lí do|lý giải|xuất phát từ|bắt nguồn|nên|khiến|gây|làm cho|bắt buộc|phải chờ|vướng|gặp|tạo ra|trên cơ sở|dẫn đến|dẫn tới)(?!\w)", re.I)
# "giảm 0,58% khi bà con thu hoạch rộ", "thì khan cát đắp nền": a cause without a word for it.
_CAUSE_UNSAID = re.compile(r"(?<!\w)(?:tăng|giảm)\s+(?:khoảng\s+|tới\s+)?[\d.,]+\s*%\s+khi(?!\w)|(?<!\w)thì\s+(?:khan|thiếu)(?!\w)", re.I)
_SO = re.compile(r"(?<!\w)(?<!trở )(?<!tạo )(?<!làm )(?<!gây )(?<!không )(?<!chỉ )nên(?!\w)", re.I)  # what follows it is what is explained
_REASON_FIRST = re.compile(r"\W*(?:(?:các |những )?nguyên nhân|lý do|lí do|lý giải|giải thích|do(?! đó| vậy)|vì(?! vậy| thế)|bởi|nhờ|có được kết quả)(?!\w)", re.I)
# What begins without naming what it tells of: "Mức tăng cao do …", "Kỳ 1 đạt thấp chủ yếu vì …", "An Thuận cao do …", "trong quý I nhóm này đã giảm … do …".
_LEANS = re.compile(
    rf"\W*(?:theo\s+[^,;.]{{3,60}},\s*)?(?:(?:trước đó|tuy nhiên|tuy vậy|trái lại|ngược lại|riêng),?\s+)*(?:trong\s+)?"
    rf"(?:(?:các\s+|những\s+)?(?:nguyên nhân|lý do)(?!\w)|(?P<time>(?:kỳ|quý|tháng)\s+[\divx]+\s+)?(?:(?:nhóm|ngành|khoản|khoản thu|mặt hàng|lĩnh vực|khu vực|huyện|xã|đơn vị|địa phương|sản phẩm|cây|nguồn|chỉ số|tỷ lệ|con số)\s+(?:này|đó|nói trên)|(?:số|mức|tỷ lệ|kết quả|tiến độ)(?!\w)|(?!(?:tăng|giảm|cao|thấp|chậm|đạt)(?!\w))(?P<name>(?-i:[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}})))?"
    r"\s*(?:(?:đã|vẫn|còn|lại|thì|có mức|đạt|tăng|sụt)\s+)*(?:tăng|giảm|cao|thấp|chậm|hụt|khan|thiếu|vướng)(?!\w)[^.;]*?(?<!\w)(?:do|vì|nhờ|bởi|khan|thiếu|vướng)(?!\w))", re.I)  # fmt: skip
_NAME = re.compile(rf"(?:[{UPPER}][\w.-]*\s+){{1,4}}[{UPPER}][\w.-]*")
_BODY = re.compile(r"(?<!\w)(?:sở|bộ|ban|ubnd|ủy ban|uỷ ban|cục|chi cục|tổng cục|công ty|tập đoàn|trung tâm|ngân hàng|phòng|hội|viện|kho bạc|hđnd|hội đồng|quốc hội|thủ tướng|chính phủ|ông|bà|đồng chí|doanh nghiệp|đơn vị|nhà máy)(?!\w)", re.I)
_PLACE = re.compile(r"(?<!\w)(?:tại|ở|trên địa bàn|trên tuyến|tuyến|huyện|thị xã|thị trấn|xã|phường|quận|tỉnh|quốc lộ|khu vực|vùng|thôn|đường)(?!\w)", re.I)
_SAYS = re.compile(r"[“”\"]|(?<!\w)(?:nói|giải thích|đề xuất|yêu cầu|chỉ đạo|cho biết|cho rằng|nhận xét|nhận định|đánh giá|khẳng định|chia sẻ|lưu ý|cảnh báo|phát biểu|nhấn mạnh|kiến nghị|đề nghị|lý giải|theo)(?!\w)", re.I)
_ASKS_SAID = re.compile(r"(?<!\w)(?:nói|giải thích|đề xuất|yêu cầu|chỉ đạo|nhận xét|nhận định|đánh giá|cho biết|cho rằng|khẳng định|phát biểu|chia sẻ|lưu ý|cảnh báo|kiến nghị|đề nghị|nhấn mạnh|lý giải|bình luận)\s+(?:những\s+|điều\s+)?(?:gì|thế nào|ra sao|sao|như thế nào)(?!\w)", re.I)
_HANDLED = re.compile(r"(?<!\w)(?:bị|được|sẽ)\s+(xử lý|giải quyết|xử phạt|khắc phục|đối xử)\s+(?:như\s+)?(?:thế nào|ra sao)", re.I)  # asks what is done, in whatever words
_HE = re.compile(rf"\W*(?:Ông|Bà|Anh|Chị)\s+(?![{UPPER}])")  # somebody who was named before
_EXPLAINED = re.compile(r"(?<!\w)(?:ông|bà|đồng chí|đại diện)\s[^.”]{3,90}(?:giải thích|lý giải|phân trần)\W*$", re.I)  # what somebody says of the sentence before
_SHORT = re.compile(r"(?:đạt|bằng)\s+\d{1,2}(?:,\d+)?\s*%\s*(?:so với\s+)?(?:KH|kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?!\w)", re.I)  # not reached, said by its percentage
# Asks for a cause without one of the words of `W.WHY`.
_ASKS_WHY = re.compile(r"^(?:mà\s+|thế\s+|vậy\s+)?sao\s+(?!lại không\b)(?=\S+\s+\S+)|(?<!\w)(?:do|vì|nhờ|bởi)\s+(?:\S+\s+){0,3}?(?:gì|đâu|những gì)(?!\w)|(?<!\w)vướng\s+(?:cái\s+)?gì(?!\w)|\bsao lại\b", re.I)
_ASKS_LEVEL = re.compile(r"(?<!\w)(?:mức|cỡ|con số|tỷ lệ|chừng|ngưỡng)\s+nào(?!\w)", re.I)
_NUMBER = re.compile(r"(?:trên|dưới|hơn|vượt|đạt|tới|đến|quá)\s+(?:mức\s+|mốc\s+)?(\d[\d.,]*)\s*(?:%|phần trăm|triệu|tỷ|nghìn|đồng|tấn|ha|người|hộ)", re.I)
_ASKS_WHO = re.compile(r"(?<!\w)ai(?!\w)|(?:cơ quan|đơn vị|tổ chức|sở|ngành|bộ|công ty|doanh nghiệp|nhà máy|ngân hàng|nhà thầu|chủ đầu tư)\s+nào(?!\w)", re.I)
_ASKS_WHERE = re.compile(r"ở đâu|(?:nơi|chỗ|huyện|xã|tỉnh|vùng|địa phương|thành phố|thị xã|tuyến|tuyến đường|quốc lộ|khu vực|địa bàn|điểm)\s+nào(?!\w)|tại đâu|đâu là", re.I)
_ABBREVIATED = re.compile(r"(?<!\w)(?:tp|tx|tt|ts|ths|gs|pgs|bs|st|mr|q|p|h)\.$", re.I)  # no end of a sentence
_SINCE = {Base.YEAR: r"cùng kỳ|năm (?:trước|ngoái)|so với năm", Base.PREVIOUS: r"(?:tháng|quý|kỳ) (?:liền )?trước|liền kề", Base.PLAN: r"kế hoạch|dự toán", Base.DECEMBER: r"tháng (?:12|mười hai)|cuối năm|đầu năm"}
SUPERLATIVE = re.compile(r"nhất(?!\w)|(?<!\w)(?:đầu tiên|duy nhất|dẫn đầu|đứng đầu|sớm nhất|muộn nhất|cuối cùng)(?!\w)", re.I)
_LOWEST = re.compile(r"(?<!\w)(?:thấp|ít|nhỏ|kém|chậm|bé|muộn|cuối)\s+(?:nhất|cùng)", re.I)


def asks_said(text: str) -> bool:
    """Whether what somebody said is asked for: "ông Khải nhận xét gì"."""
    return bool(_ASKS_SAID.search(text))


def asks_why(q: Question) -> bool:
    """Whether a cause is asked for in other words than "vì sao": "sao … lại giảm", "do vướng gì"."""
    return not q.amount and bool(_ASKS_WHY.search(q.text))


@dataclass(frozen=True)
class Found:
    """A sentence with its score; `before` is the one that its reason belongs to."""

    score: float
    sentence: Sentence
    before: Sentence | None = None


def _speakers(q: Question) -> set[str]:
    """The syllables of the name whose words are asked for: a report names people in full once and by one syllable after."""
    return {w for m in _NAME.finditer(q.raw) for w in tokens(m[0])} if asks_said(q.text) else set()


class _Weights:
    """How much each thing of the question tells, over the report's sentences."""

    def __init__(self, q: Question, world: World) -> None:
        self.frequency = Counter(w for s in world.sentences for w in s.words)
        self.count = len(world.sentences) + 1
        names, last = _speakers(q), {tokens(m[0])[-1] for m in _NAME.finditer(q.raw)}
        handled = {w for m in _HANDLED.finditer(q.text) for w in tokens(m[1])}
        nouns = {w for word, tag in tagged(without(q.text)) if tag in NOUNS for w in tokens(word)}
        asked = kinds_asked(q.text)
        issuer = _issuer(q, world)
        self.things: list[tuple[Thing, float]] = []
        for thing in (*things(q.terms, q.text), *_places(q, world)):
            known = max((self._idf(w) for v in thing.variants for w in v[:1] if w in self.frequency), default=0.0)
            weight = known if known else 1.0 if set(thing.word) & nouns and not set(thing.word) & q.light else 0.35
            if set(thing.word) & asked or set(thing.word) <= W.GENERIC:
                weight *= 0.25
            elif set(thing.word) & _KIND_WORDS:
                weight *= 0.3
            elif thing.way:
                weight = 0.3
            elif set(thing.word) <= handled:
                weight *= 0.1
            elif set(thing.word) <= names - last:
                weight *= 0.05  # he is called by the last syllable of his name
            elif set(thing.word) <= names or q.operation == "why" and set(thing.word) <= _COUNTED:
                weight *= 0.3
            if set(thing.word) <= issuer:
                weight *= 0.2
            self.things.append((thing, weight))
        self.whole = sum(w for _, w in self.things) or 1.0

    def _idf(self, word: str) -> float:
        return 0.25 + 0.75 * math.log(self.count / (1 + self.frequency[word])) / math.log(self.count)


_OFFICE = re.compile(r"(?<!\w)(?:tổng cục|chi cục|cục|sở|bộ|ban|ubnd|hđnd|kho bạc|phòng|viện|trung tâm|báo)((?:\s+\w+){1,5})", re.I)
_HEAD = 300  # characters in which a report says whose it is


def _issuer(q: Question, world: World) -> set[str]:
    """The words of the office that the question names, where the report is its own: they tell its sentences apart no more."""
    head = f" {' '.join(tokens(world.report.text[:_HEAD]))} "
    out: set[str] = set()
    for m in _OFFICE.finditer(q.text):
        row = tokens(m[0])
        size = next((k for k in range(len(row), 1, -1) if f" {' '.join(row[:k])} " in head), 0)
        out.update(row[:size])
    return out


def _places(q: Question, world: World) -> list[Thing]:
    """The places that the question names, in full or by their initials, but for the one that the report is of."""
    row = f" {' '.join(tokens(q.text))} "
    out = []
    for place in world.places[1:]:
        full = tuple(tokens(place))
        initials = ("".join(w[0] for w in full),)
        if any(f" {' '.join(v)} " in row for v in (full, initials)) and not set(full) <= set(q.terms):
            out.append(Thing(full, (full, initials)))
    return out


def every_sentence(world: World) -> list[Sentence]:
    """The sentences, those put together that an abbreviation parted ("TP." / "Hồ Chí Minh …")."""
    out: list[Sentence] = []
    for s in world.sentences:
        if out and not s.row and _ABBREVIATED.search(out[-1].text) and s.span.start - out[-1].span.end < 3:
            last = out.pop()
            s = Sentence(Span(last.span.start, s.span.end), f"{last.text} {s.text}", last.words | s.words, last.section)
        out.append(s)
    return out


def _told_of(world: World) -> set[str]:
    """The words of the report's own title, which says nothing of what it reports."""
    return set(tokens(world.report.title))


def _neighbours(world: World, sentences: list[Sentence]) -> dict[int, tuple[Sentence, ...]]:
    """Of each sentence, by its place, those before it in its block."""
    out: dict[int, tuple[Sentence, ...]] = {}
    before: list[Sentence] = []
    blocks = [b.span for b in world.report.blocks]
    at = 0
    current: Span | None = None
    for i, s in enumerate(sentences):
        while at + 1 < len(blocks) and blocks[at + 1].start <= s.span.start:
            at += 1
        block = blocks[at] if blocks else None
        if block != current:
            before, current = [], block
        out[i] = tuple(before)
        before.append(s)
    return out


_LEADERS = {
    **dict.fromkeys(("bạn hàng", "đối tác", "thị trường", "quốc gia", "nước"), "partner"), **dict.fromkeys(("mặt hàng", "nhóm hàng", "sản phẩm", "nông sản"), "goods"),
    **dict.fromkeys(("huyện", "xã", "phường", "địa phương", "tỉnh"), "place"), **dict.fromkeys(("doanh nghiệp", "công ty"), "firm"), **dict.fromkeys(("cửa khẩu", "cảng"), "gate"),
}  # fmt: skip
_LEADER = "|".join(sorted(_LEADERS, key=len, reverse=True))
_LEADS = re.compile(rf"(?<!\w)({_LEADER})(?!\w)(?:\s[^\s,;:.]+){{0,4}}?\s(?:lớn|cao|nhiều|mạnh|thấp|ít|nhỏ|sâu|nhanh|chậm) nhất(?!\w)", re.I)
_LEADER_ASKED = re.compile(rf"(?<!\w)({_LEADER})(?!\w)(?=[^?]*(?<!\w)(?:nào|gì|đâu|ai)(?!\w))", re.I)


def _leads_of_another_kind(low: str, text: str) -> bool:
    """Whether a sentence says who leads of another kind alone: "bạn hàng lớn nhất", where it is asked which goods lead."""
    asked, told = _LEADER_ASKED.search(low), {_LEADERS[m[1].lower()] for m in _LEADS.finditer(text)}
    return asked is not None and bool(told) and _LEADERS[asked[1].lower()] not in told


def rank(q: Question, world: World, *, superlative: bool = False) -> list[Found]:
    """The sentences that hold what the question names, those of the wanted kind first."""
    weights = _Weights(q, world)
    if not weights.things or q.operation == "why" and all(t.way or set(t.word) <= _COUNTED | W.GENERIC for t, _ in weights.things):
        return []
    low = q.text.lower()
    why = q.operation == "why"
    denies = re.search(r"nào\s+(?:\S+\s+){0,8}?(?:chưa|không)\b", low) if not why else None
    title = _told_of(world)
    opening = world.report.title  # what the whole report is about
    sentences = every_sentence(world)
    before = _neighbours(world, sentences)
    defines = not why and _DEFINES.search(low) is not None
    marked = _noted(world, sentences) if why or defines else {}
    row = tokens(without(q.text))
    spoken, who = _speakers(q), W.COUNTS_PEOPLE.search(q.text)
    row_pairs = {p for p in zip(row, row[1:]) if not set(p) <= W.STOP and all(w.isalpha() for w in p) and not spoken & set(p)}
    numbers = [m[1].rstrip(".,") for m in _NUMBER.finditer(q.raw)] if not q.claim else []
    exactly = [m[1].rstrip(".,") for m in _MOVED_BY.finditer(q.raw)] if why else []  # "vì sao công nghiệp chỉ tăng 5,3%": where that is told
    exactly = exactly if any(not s.row and all(_tells(s.text, n) for n in exactly) for s in sentences) else []
    lowest = bool(_LOWEST.search(low))
    subjects = _subjects(q, weights, world) if why else []
    told_most = [(w, t) for t, w in weights.things if not t.way and set(t.word) & q.nouns and not set(t.word) & _AIMED and not set(t.word) <= _COUNTED | W.GENERIC and any(v[0] in weights.frequency for v in t.variants if v)]
    foremost = [t for _, t in sorted(told_most, key=lambda p: -p[0])[:2]] if why else []
    heaviest = foremost[0] if foremost else None
    out: list[Found] = []
    for i, s in enumerate(sentences):
        if s.row or s.words <= title:  # a row of numbers explains nothing
            continue
        if who is not None and who[1].lower() not in s.text.lower():
            continue  # what tells of pupils tells of no teachers
        if not all(_tells(s.text, n) for n in numbers):
            continue
        if denies and not _DENIAL.search(s.text) or superlative and (not SUPERLATIVE.search(s.text) or lowest is not bool(_LOWEST.search(s.text)) and lowest):
            continue
        if superlative and _leads_of_another_kind(low, s.text):
            continue
        if superlative and q.base in _SINCE and not _since(q.base, s, before[i]):
            continue
        if q.periods and world.main_year and all(p.year and p.year != world.main_year and re.search(r"\d", p.label) for p in q.periods):
            if not any(str(p.year) in s.text or str(p.year) in s.section for p in q.periods):
                continue
        last = before[i][-1] if before[i] else marked.get(i)
        note = (why or defines) and not before[i] and last is not None  # a note explains what bears its mark
        leans = note or why and _leans(q, s.text)
        reason = why and last is not None and (leans or bool(_REASON_FIRST.match(s.text) or _EXPLAINED.search(s.text)))
        title_row = tokens(s.section.split(" › ")[-1]) if leans else []
        about = s.text if last is None or not reason else f"{last.text} {s.text}"
        if exactly and not all(_tells(about if reason else s.text, n) for n in exactly):
            continue
        if why and last is not None and _PARTS_OF.match(s.text):
            about = last.text  # "Xuất khẩu đạt … Trong đó: gạo giảm do nước mua tạm dừng nhập khẩu"
        if _contrary(q, about) or why and q.modality not in (Modality.FORECAST, Modality.TARGET) and _FORETELLS.match(s.text):
            continue
        if why and not _CAUSE.search(s.text) and not _CAUSE_UNSAID.search(s.text) or q.operation == "when" and not W.WHEN_CUE.search(s.text):
            continue
        follows = why and (so := _SO_THEN.match(s.text)) is not None and not _CAUSE.search(s.text, so.end())
        if follows and (last is None or _MORE_OR_LESS.search(low) and not _MORE_OR_LESS.search(s.text)):
            continue  # "Do đó, …" tells what came of it
        beside = set(zip(row := tokens(s.text), row[1:]))
        whole = {c for c in q.compounds if all(p in beside for p in zip(c, c[1:]))}
        torn = {w for c in q.compounds if c not in whole for w in c} - {w for c in whole for w in c}
        context = " ".join([opening, s.section, *(b.text for b in before[i][:1]), *(b.text for b in before[i][-1:]), last.text if note and last is not None else ""])
        around = frozenset(tokens(context))
        near = " ".join(row)
        own = got = 0.0
        he = {w for m in _NAME.finditer(q.raw) for w in tokens(m[0])} if _HE.match(s.text) else set()
        told_before = not leans  # whether the sentence before tells what this one leaves unsaid
        for thing, weight in weights.things:
            if thing.held(s.words, near) or "không đạt" in thing.phrases and _SHORT.search(s.text):
                share = 0.35 if set(thing.word) & torn and not thing.said_otherwise(near) else 1.0
                own += weight * share
                got += weight * share
            elif he and set(thing.word) <= he and thing.held(around, " ".join(tokens(context))):
                own += weight
                got += weight
            elif thing.held(around, " ".join(tokens(context))):
                by_last = reason and last is not None and thing.held(last.words, " ".join(tokens(last.text)))
                by_title = thing.held(frozenset(title_row), " ".join(title_row))
                told_before = told_before or by_last and not by_title
                got += weight * (0.9 if by_last or by_title else 0.6)
        cover, own = got / weights.whole, own / weights.whole
        if why and any(thing.way and _turned(thing, f" {near} ") for thing, _ in weights.things):
            continue
        if defines and note and (said := _DEFINES.search(low)) is not None and said[0] in s.text.lower():
            own, cover = max(own, cover), cover + _IN_A_NOTE  # what a note says of the thing that bears its mark
        least = 0.0 if reason else 0.2 if why and last is not None and _of_time(q, s.text, "", False) > 0.15 else 0.4
        if cover < ENOUGH or own < least:
            continue
        if why and heaviest is not None and (worked := _WORKS.search(s.text)) is not None and not _GIVES_CAUSE.search(s.text) and heaviest.held(frozenset(tokens(s.text[: worked.start()])), " ".join(tokens(s.text[: worked.start()]))) and not heaviest.held(frozenset(tokens(s.text[worked.end() :])), " ".join(tokens(s.text[worked.end() :]))):
            continue  # what it brought about is told, not what brought it about
        if why and _of_another_kind(row, s.text, about if reason else s.text):
            continue
        if why and "vượt" in low and _FELL_SHORT.search(s.text) and "vượt" not in s.text.lower():
            continue
        if why and heaviest is not None and not any(most.held(frozenset(tokens(t)), " ".join(tokens(t))) for most in foremost for t in (s.text, *(b.text for b in before[i]), last.text if last is not None else "", s.section.partition(" › ")[2])):
            continue  # what tells most of the question is nowhere near
        if subjects and not _explains(subjects[0], [t for t, _ in weights.things if not t.way], s, near, last):
            continue
        if why and heaviest is not None and (caused := _IS_CAUSE.search(s.text)) is not None and not heaviest.held(frozenset(tokens(s.text[caused.end() :])), " ".join(tokens(s.text[caused.end() :]))):
            cover -= 1.0  # behind all others: "giá thịt lợn tăng … là các yếu tố đẩy CPI tăng" tells why the CPI rose
        score = cover + 0.2 * own + _of_time(q, s.text, last.text if last is not None else "", reason) + 0.3 * sum(p in beside for p in row_pairs) / (len(row_pairs) or 1)
        out.append(Found(score + _suits(q, low, s, world) - min(len(s.text), 600) / 6000, s, last if follows or reason and own < 0.75 * cover and told_before else None))
    return sorted(out, key=lambda f: -f.score)


def _tells(text: str, number: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?![.,]?\d)", text) is not None


_MOVED_BY = re.compile(r"(?<!\w)(?:tăng|giảm|hụt|vượt|bằng|chiếm|đạt|còn|chỉ|mất)\s+(?:(?:tới|đến|hơn|gần|khoảng|còn|có|được|thêm|mất)\s+)*(\d[\d.,]*)\s*(?:%|phần trăm|điểm|triệu|tỷ|nghìn|đồng|tấn|ha|người|hộ|con|vụ|lần)", re.I)
_WHO = re.compile(r"\W*(?:ai|người nào|ông nào|bà nào)(?!\w)", re.I)


def _of_another_kind(row: list[str], own: str, text: str) -> bool:
    """Whether a text is about other kinds of a thing alone than the question: poultry, where it is asked why pork got dearer."""
    asked, mine_too, near = (f" {' '.join(words)} " for words in (row, tokens(own), tokens(text)))
    for thing, kinds in KINDS_OF.items():
        mine = [k for k in kinds if f" {thing} {k} " in asked]
        if mine and not any(f" {k} " in (mine_too if f" {thing} " in mine_too else near) for k in mine):
            return True
    return False


_DEFINES = re.compile(r"(?<!\w)(?:loại trừ|loại bỏ|bao gồm|gồm|nghĩa là|là gì|được hiểu|được tính)(?!\w)", re.I)
_IS_CAUSE = re.compile(r"(?<!\w)là\s(?:các\s|những\s|một trong (?:các|những)\s)?(?:yếu tố|nguyên nhân|lý do|động lực)(?!\w)", re.I)
_IN_A_NOTE = 0.6
_WORKS = re.compile(r"(?<!\w)(?:khiến|làm cho|làm|đẩy|kéo)(?!\w)(?= \w)", re.I)
_GIVES_CAUSE = re.compile(r"(?<!\w)(?:do|(?<!thay )vì|nhờ|bởi|nguyên nhân|lý do|xuất phát từ|bắt nguồn)(?!\w)", re.I)
_FELL_SHORT = re.compile(r"(?<!\w)(?:hụt|chưa đạt|không đạt|thấp hơn (?:dự toán|kế hoạch))(?!\w)", re.I)
_AIMED = frozenset(("chậm", "nhanh", "thấp", "cao", "mạnh", "kém", "ì", "ạch", "yếu", "tố", "nguyên", "nhân", "lý", "tiến", "độ", "giải", "ngân", "kế", "hoạch", "đạt", "dự", "toán", "mục", "tiêu", "chỉ"))
_FORETELLS = re.compile(r"\W*(?:[^,;:]{0,40}?\s)?(?:dự báo|dự kiến|dự đoán)(?!\w)", re.I)  # why something will be is not why it was
_SO_THEN = re.compile(r"\W*(?:do (?:đó|vậy)|vì (?:vậy|thế)|bởi (?:vậy|thế)|nhờ (?:đó|vậy))(?!\w)", re.I)
_MORE_OR_LESS = re.compile(r"(?<!\w)(?:tăng|giảm|(?:cao|thấp|nhiều|ít|lớn|nhỏ|chậm|nhanh) hơn|sụt|hụt|chậm|vượt|đạt thấp|đạt cao|xuống|lên)(?!\w)", re.I)
_PARTS_OF = re.compile(r"\W*(?:trong đó|cụ thể|bao gồm|gồm|trong số (?:đó|này))(?!\w)", re.I)


def _semicolons(text: str) -> list[str]:
    """The parts of a sentence between semicolons, but for those within brackets: "giảm 0,46% (gạo tẻ giảm 0,52%; gạo nếp tăng 0,13%) do …"."""
    depth, parts = 0, [""]
    for c in text:
        depth = max(0, depth + (c == "(") - (c == ")"))
        if c == ";" and not depth:
            parts.append("")
        else:
            parts[-1] += c
    return parts


def _leans(q: Question, text: str) -> bool:
    """Whether a sentence leaves unsaid what it explains; one that begins with a name or a time, where the question has it too."""
    m = _LEANS.match(text)
    if m is None:
        return False
    if m["name"] and not set(tokens(m["name"])) <= set(tokens(q.text)):
        return False
    return not m["time"] or any(same(p, t.period, any_year=True) for t in periods(m["time"]) for p in q.periods) or " ".join(tokens(m["time"])) in " ".join(tokens(q.text))


_MARK = re.compile(r"^[ \t]*(?P<mark>\[\^\w{1,3}\]|\(\d{1,2}\)|\[\d{1,2}\])\s*:?\s*", re.M)


def _noted(world: World, sentences: list[Sentence]) -> dict[int, Sentence]:
    """Of the first sentence of each note, by its place, the sentence that bears its mark: "… huyện[^3]" of "[^3]: Chỉ tính …"."""
    text = world.report.text
    notes = {m.end(): m for m in _MARK.finditer(text)}
    out: dict[int, Sentence] = {}
    for i, s in enumerate(sentences):
        m = notes.get(s.span.start)
        if m is None:
            continue
        at = next((k.start() for k in re.finditer(re.escape(m["mark"]), text) if k.start() != m.start("mark") and text[text.rfind("\n", 0, k.start()) + 1 : k.start()].strip()), None)
        holder = next((h for h in sentences if at is not None and h.span.start <= at <= h.span.end), None)
        if holder is not None and holder is not s:
            out[i] = holder
    return out


def _explains(first: Thing, things: list[Thing], s: Sentence, near: str, last: Sentence | None) -> bool:
    """Whether a sentence, its title or the sentence before is about what is to be explained, and the part of it that is gives a cause."""
    if first.held(s.words, near):
        parts = _semicolons(s.text)
        # "giá gạo tăng nên mặt bằng giá tăng": why prices rose, not why rice did
        held = [{k for k, t in enumerate(things) if t.held(frozenset(row := tokens(_SO.split(p)[-1])), " ".join(row))} for p in parts]
        if _SO.search(s.text) and not any(k < len(things) and things[k] is first for mine in held for k in mine):
            return False
        causes = [bool(_CAUSE.search(p) or _CAUSE_UNSAID.search(p)) or i + 1 < len(parts) and bool(_REASON_FIRST.match(parts[i + 1])) for i, p in enumerate(parts)]
        # a cause of "ao tôm" is none of "ao cá", told of in the next part
        return any(cause and mine and not any(mine < other for other in held) for cause, mine in zip(causes, held))
    title = tokens(s.section.split(" › ")[-1])
    return last is not None and first.held(last.words, " ".join(tokens(last.text))) or first.held(frozenset(title), " ".join(title))


def _own_cause(q: Question, text: str) -> str:
    """The part of a sentence that gives the cause asked for, where other parts give those of other things: "A giảm do …; B giảm do …"."""
    parts = _semicolons(text)
    told = [p for p in parts if _CAUSE.search(p)]
    asked = {w for w in q.terms if w not in W.GENERIC and w not in _COUNTED}
    here = [asked & set(tokens(p)) for p in told]
    all_here = asked & set(tokens(text))
    own = [p for p, held in zip(told, here) if held == all_here]
    return own[0].strip(" ;") if len(told) > 1 and all_here & q.nouns and len(own) == 1 and not re.match(r"\W*(?:trong đó|số này|khoản này|đây|nó)(?!\w)", own[0], re.I) else ""


def _subjects(q: Question, weights: _Weights, world: World) -> list[Thing]:
    """The nouns whose fall or rise is to be explained and that the report has, the one that tells the most first."""
    nouns = [(w, t) for t, w in weights.things if len(t.variants) == 1 and set(t.word) & q.nouns and any(world.vocabulary.get(v) for v in t.word) and not set(t.word) <= _COUNTED | W.GENERIC | _ASKED]
    return [t for _, t in sorted(nouns, key=lambda p: -p[0])]


_NO_SPENDING = re.compile(r"(?<!\w)chi (?:cục|nhánh|tiết|hội|bộ|đoàn)(?!\w)", re.I)


def _contrary(q: Question, text: str) -> bool:
    """Whether a text is about imports alone where exports are asked for; an office is no spending ("Chi cục Hải quan")."""
    return W.contrary(f" {' '.join(q.terms)} ", f" {' '.join(tokens(_NO_SPENDING.sub(' ', text)))} ", W.OPPOSITES[:2])


def _turned(thing: Thing, text: str) -> bool:
    """Whether a sentence tells of a rise alone where a fall is asked for, or the other way round."""
    def held(group: tuple[str, ...]) -> bool:
        return any(f" {' '.join(tokens(p))} " in text for p in group)

    row = next((i for i in WAYS if " ".join(thing.word) in ALIKE[i]), None)
    return row is not None and not held(ALIKE[row]) and held(ALIKE[1 - row])


def _of_time(q: Question, text: str, before: str, reason: bool) -> float:
    """What the month or quarter that is asked of speaks for or against a sentence; the one before may say it for both."""
    asked = [p for p in q.periods if p.kind in ("month", "quarter", "months", "half", "date", "season")]
    if not asked:
        return 0.0

    def said(t: str) -> bool | None:
        found = [m.period for m in periods(t) if m.period.kind]
        return any(same(p, m, any_year=True) or _half_of(p, m) for p in asked for m in found) if found else None

    own, other = said(text), said(before)
    if own or reason and other:
        return 0.2
    if own is None and other:
        return 0.1
    return -0.4 if own is False and any(p.kind == "season" for p in asked) else -0.15  # half a month is told of by few sentences


def _half_of(asked: Period, said: Period) -> bool:
    """Whether "kỳ 1" is said, without its month, where "kỳ 1 tháng 9" is asked for."""
    return asked.kind == said.kind == "season" and said.part is not None and asked.part is not None and said.part % 100 == 0 and asked.part // 100 == said.part // 100


def _since(base: Base, s: Sentence, before: tuple[Sentence, ...]) -> bool:
    """Whether a sentence, or where it says nothing of it the one before, tells of a change since then."""
    for text in (s.text, *(b.text for b in before[-1:]), s.section.split(" › ")[-1], s.section):
        said = {b for b, pattern in _SINCE.items() if re.search(pattern, text, re.I)}
        if said:
            return base in said
    return False


_FELL = re.compile(r"(?<!\w)(?:giảm|sụt|hụt|thấp|chậm|không đạt|chưa đạt)(?!\w)", re.I)
_THANKS_ONLY = re.compile(r"(?<!\w)nhờ(?!\w)", re.I)
_DEEDS_ASKED = re.compile(r"(?<!\w)(?:việc|nhiệm vụ|giải pháp|biện pháp|công việc)\s(?:gì|nào)(?!\w)|(?<!\w)làm (?:những )?gì(?!\w)", re.I)
_DEEDS_TOLD = re.compile(r"(?<!\w)(?:hai|ba|bốn|năm|sáu|\d|các|những|nhóm)\s(?:việc|nhiệm vụ|giải pháp|biện pháp|nội dung)(?:\s[^.;:]{1,40})?:|(?<!\w)(?:tập trung|sẽ tiếp tục|yêu cầu|chỉ đạo)(?!\w)", re.I)


def asks_deeds(text: str) -> bool:
    """Whether it asks what is to be done: sentences tell that, and no list of figures."""
    return _DEEDS_ASKED.search(text) is not None


def _suits(q: Question, low: str, s: Sentence, world: World) -> float:
    """What speaks for a sentence beside the words: it says something of the kind that is asked for."""
    bonus = 0.1 * sum(str(p.year) in s.text for p in q.periods if p.year)
    if _ASKS_SAID.search(low):
        bonus += 0.25 if _SAYS.search(s.text) else -0.2
    elif _ASKS_WHO.search(low):
        bonus += 0.12 if _BODY.search(s.text) or _NAME.search(s.text[1:]) else -0.1
    elif _ASKS_WHERE.search(low):
        bonus += 0.12 if _PLACE.search(s.text) else -0.1
    elif q.operation == "text":
        for m in re.finditer(r"(?:các|những)\s+(\w+\s+\w+)", low):
            if re.search(rf"(?<!\w){re.escape(m[1])}[^.;:]{{0,40}}(?:gồm|:|(?<!\w)là(?!\w))", s.text, re.I):
                bonus += 0.25  # "các yếu tố … gồm: …"
        bonus += 0.12 if W.LIST_CUE.search(s.text) else 0.0
    if q.operation == "why" and _REASON_FIRST.search(s.text) is None and not re.search(r"(?<!\w)(?:do|vì|nhờ|bởi|nguyên nhân|lý do)(?!\w)", s.text, re.I):
        bonus -= 0.1  # "nên", "vướng": a weaker word for a cause
    if q.operation == "why" and _FELL.search(low) and _THANKS_ONLY.search(s.text) and not re.search(r"(?<!\w)(?:do|vì|bởi|nguyên nhân|lý do)(?!\w)", s.text, re.I):
        bonus -= 0.4  # "nhờ" is why something else rose
    if q.operation == "text" and _DEEDS_ASKED.search(low):
        bonus += 0.2 if _DEEDS_TOLD.search(s.text) else -0.1
    if "địa phương" in s.text.lower() and "địa phương" not in low:
        bonus -= 0.35  # of a narrower scope than was asked
    for word in ("tăng", "giảm", "chủ yếu", "gồm"):
        if re.search(rf"(?<!\w){word}(?!\w)", low):
            bonus += 0.06 if re.search(rf"(?<!\w){word}(?!\w)", s.text, re.I) else -0.06
    return bonus


def _items_after(lead: Sentence, world: World) -> list[Span]:
    """The list items that follow a lead-in at once."""
    out: list[Span] = []
    for block in world.report.blocks:
        if block.span.start < lead.span.end:
            continue
        if block.kind is not BlockKind.ITEM or out and _bullet(block.span, world) != _bullet(out[0], world):
            break
        out.append(block.span)
    return out


def items_led(q: Question, lead: re.Pattern[str], draft: Draft) -> Answer | None:
    """The items of the one list whose lead-in is of that form and says what is asked for; None where there is none, or more than one."""
    kinds = kinds_asked(q.text)
    found = [(s, items) for s in draft.world.sentences if not s.row and lead.search(s.text) and (not kinds or set(tokens(s.text)) & kinds) and (items := _items_after(s, draft.world))]
    if len(found) != 1:
        return None
    s, items = found[0]
    told = "; ".join(f"{i.of(draft.world.report.text).strip().rstrip(';.')} [{draft.cite(i, s.section)}]" for i in items)
    return draft.answer(f"{s.text.strip()} [{draft.cite(s.span, s.section)}] {told}.")


def _bullet(item: Span, world: World) -> str:
    """The mark that an item begins with, on its line: "-", "+"; one for all that are numbered."""
    text = world.report.text
    line = text[text.rfind("\n", 0, item.start) + 1 : item.start + 1].strip()[:1]
    return line if line in ("-", "+", "•", "*", "–", "o") else ""


def clause(q: Question, text: str) -> str:
    """The ';'-parts of a long sentence that hold the question's words; all of it when short."""
    if len(text) <= 320 or ";" not in text:
        return text
    parts = re.split(r"(?<=;)\s+", text)
    held = {w for w in q.terms if w in text.lower()}
    best = max(range(len(parts)), key=lambda i: sum(w in parts[i].lower() for w in q.terms))
    # A part that lost some of the question's words may be about something else: then the whole sentence stands.
    return parts[best].rstrip("; ") if all(w in parts[best].lower() for w in held) else text


def _weight(word: str, world: World) -> float:
    seen = sum(word in s.words for s in world.sentences)
    return 1.6 if not seen else 1.0 / (1.0 + 0.1 * seen) + 0.3


def _goes_on(span: Span, text: str) -> bool:
    """Whether a line is one of several below a lead-in, without a mark of its own: it ends with a semicolon."""
    return text[span.start : span.end].rstrip().endswith(";")


def section_list(q: Question, draft: Draft) -> Answer | None:
    """The items under the heading or the lead-in that the question names: "các nhiệm vụ trọng tâm quý IV là gì"."""
    report, text = draft.world.report, draft.world.report.text
    terms = [t for t in q.terms if t not in W.GENERIC] or list(q.terms)  # "những việc cần làm": a heading may say no more
    if not terms:
        return None
    years = [str(p.year) for p in q.periods if p.year]
    best: tuple[float, list[Span], Span] | None = None
    for i, block in enumerate(report.blocks):
        if block.kind is BlockKind.ITEM or block.kind is BlockKind.TABLE:
            continue
        title = block.span.of(text)
        heading = block.kind is BlockKind.HEADING
        if not heading and not title.rstrip().endswith(":"):
            continue
        items: list[Span] = []
        for follow in report.blocks[i + 1 :]:
            if follow.kind is BlockKind.ITEM or not heading and follow.kind is BlockKind.PARAGRAPH and (_goes_on(follow.span, text) or items and _goes_on(items[-1], text)):
                items.append(follow.span)
            elif items or follow.kind is BlockKind.HEADING or not heading:
                break
        if len(items) < 2:
            continue
        about = set(tokens(title if heading else split_sentences(text, block.span)[-1].of(text)))
        path = about | set(tokens(title if not heading else "")) | set(tokens(" ".join(report.section_path(block.section))))
        parts = [p for p in q.periods if p.kind in ("quarter", "month", "half", "months")]
        if years and not any(y in title or y in " ".join(report.section_path(block.section)) or y in report.title for y in years):
            continue
        if parts and not any(same(p, m.period, any_year=True) for p in parts for m in periods(title + " " + " ".join(report.section_path(block.section)))):
            continue
        whole = sum(_weight(t, draft.world) * (0.4 if t in q.light else 1.0) for t in terms)
        cover = sum(_weight(t, draft.world) * (0.4 if t in q.light else 1.0) * (1.0 if t in about else 0.8) for t in terms if t in path) / whole
        if cover >= ENOUGH and any(t in about for t in terms) and (best is None or cover > best[0]):
            best = (cover, items[:15], block.span)
    if best is None:
        return None
    _, items, lead = best
    draft.cite(lead, draft.world.section_of(lead))
    said = "; ".join(f"{i.of(text).strip().rstrip(';.,')} [{draft.cite(i, draft.world.section_of(i))}]" for i in items)
    return draft.answer(f"{said}.")


def _part(q: Question, text: str) -> str:
    """The part of a sentence that says all that the sentence says of the question ("…, Trung Quốc là thị trường … lớn nhất"); else all of it."""
    held = {w for w in q.terms if w in tokens(text)}
    parts = re.split(r"(?<=[,;:])\s+", text.strip())
    lowest = bool(_LOWEST.search(q.text))
    asked = set(tokens(q.text)) - {"nhất", "thấp", "cao", "nào", "có", "là", "so", "với", "từ", "đến"}
    ends = [i for i, p in enumerate(parts) if SUPERLATIVE.search(p) and bool(_LOWEST.search(p)) is lowest and asked & set(tokens(p))]
    if lowest and ends and any(SUPERLATIVE.search(p) and not _LOWEST.search(p) for p in parts):
        # the highest and the lowest of one thing: the end that is asked for, with what follows it
        rest = next((j for j in range(ends[0] + 1, len(parts)) if parts[j - 1].endswith(";") or SUPERLATIVE.search(parts[j]) and j not in ends), len(parts))
        return " ".join(parts[ends[0] : rest]).rstrip(" ,;:")
    for i, part in enumerate(parts):
        if held <= set(tokens(part)) and SUPERLATIVE.search(part) and len(part.split()) > 4 and not (i and _NO_ONE.match(part)) and not _SEVERAL.match(part):
            more = parts[i + 1] if i + 1 < len(parts) and re.match(r"\(?\d|(?:với|đạt|tăng|giảm|chiếm)\s", parts[i + 1]) else ""
            return f"{part} {more}".rstrip(" ,;:")
    return text.strip()


_THE_CAUSE = re.compile(r"\W*(?:(?:(?:những|các|một số)\s+)?(?:nguyên nhân|lý do)(?!\w)|đó là do|điều này (?:là )?do|có được kết quả)", re.I)
_OF_WHOM = re.compile(r"\W*(?:(?:đây|đó)\s+(?:cũng\s+|vẫn\s+)?là\s|(?:có mức |với mức )?(?:tăng|giảm|đạt)\s+(?:cao|thấp|mạnh|nhiều|ít|nhanh)\s+nhất)", re.I)
_SEVERAL = re.compile(r"\W*(?:trong đó,?\s+)?(?:các|những|hai|ba|bốn|năm|sáu|[2-9])\s+(?!cao|nay)[^\W\d]+\s[^,]*?nhất\s[^,]*?(?:là|gồm|thuộc về)(?!\w)", re.I)  # "Ba đơn vị có số thu lớn nhất là A, B và C": a part names one of them
_NO_ONE = re.compile(r"\W*(?:đây\s+)?(?:là\s+|cũng là\s+)?(?:mức|tốc độ|tỷ lệ|con số|nơi|đơn vị|nhóm)?\s*(?:tăng|giảm|đạt|thu)?\s*(?:cao|thấp|lớn|nhỏ|nhiều|ít|mạnh|nhanh|chậm)\s+nhất", re.I)  # "Giao thông: +2,14%, mức tăng cao nhất": of whom is said before


def _other_end(q: Question, part: str) -> bool:
    """Whether the highest is asked for and a part of a sentence tells of the lowest alone, or the reverse."""
    asked, told = ({bool(_LOWEST.search(m[0])) for m in re.finditer(r"\S+\s+nhất(?!\w)", text, re.I)} for text in (q.raw, part))
    return len(asked) == len(told) == 1 and asked != told


_URGED = re.compile(r"(?P<who>.*?)(?<!\w)(?P<verb>kiến nghị|đề nghị|đề xuất|yêu cầu|giao|chỉ đạo)(?P<whom>(?:\s+(?!gì|những|điều|việc|nội dung|nhiệm vụ|làm)\S+){0,8})\s+(?:làm\s+|thực hiện\s+)?(?:những|các|điều|việc|nội dung|nhiệm vụ)?\s*(?:gì|nào|việc gì|điều gì|nội dung gì|nhiệm vụ gì|nội dung nào|việc nào)(?!\w)", re.I)
_TASKED = re.compile(r"^(?P<whom>.+?)\s+(?:được|bị|phải)\s+(?P<verb>giao|kiến nghị|đề nghị|yêu cầu)\s+(?:làm\s+|thực hiện\s+)?(?:những\s+|các\s+)?(?:gì|việc gì|nhiệm vụ gì|việc nào)", re.I)
_URGING = {"kiến nghị": ("kiến nghị", "đề nghị", "đề xuất"), "đề nghị": ("đề nghị", "kiến nghị", "đề xuất"), "đề xuất": ("đề xuất", "kiến nghị", "đề nghị"), "giao": ("giao", "yêu cầu", "chỉ đạo"), "yêu cầu": ("yêu cầu", "giao", "chỉ đạo"), "chỉ đạo": ("chỉ đạo", "yêu cầu", "giao")}


_PLAN_GIVEN = re.compile(r"(?<!\w)(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)\s(?:[^\s,;:.()]+\s){0,6}?(?:được\s)?giao(?!\w)", re.I)  # "dự toán HĐND tỉnh giao": told of a plan
_HE = re.compile(r"\W*(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|vị này|lãnh đạo này)\s(?:cũng\s|còn\s)?[a-zà-ỹđ]")


def urged(q: Question, draft: Draft) -> Answer | None:
    """What somebody was asked or told to do ("kiến nghị UBND tỉnh những gì"): the sentences that say so, with the list they lead in."""
    m = _URGED.search(q.text) or _TASKED.search(q.text)
    if m is None:
        return None
    world = draft.world
    whom = [w for w in tokens(m["whom"]) if w not in W.STOP or w in ("tỉnh", "huyện", "xã")]
    who = [w for w in tokens(m.groupdict().get("who") or "") if w not in W.STOP]
    verbs = _URGING[m["verb"].lower()]
    held: list[tuple[float, Sentence]] = []
    every = every_sentence(world)
    for previous, s in zip((None, *every), every, strict=False):
        at = re.search(rf"(?<!\w)(?:{'|'.join(verbs)})(?!\w)", _PLAN_GIVEN.sub(lambda g: " " * len(g[0]), s.text), re.I)
        if at is None or s.row:
            continue
        # whom: right behind the verb, or in a part of the sentence with a verb of its own
        told = [tokens(s.text[v.end() : v.end() + 15 + 8 * len(whom)]) for v in re.finditer(rf"(?<!\w)(?:{'|'.join(verbs)})(?!\w)", s.text, re.I)]
        if whom and not any(all(w in row for w in whom) for row in told):
            continue
        if not whom and not who:
            continue
        last = previous if previous is not None and _HE.match(s.text) else None
        before = set(tokens(f"{last.text if last is not None else ''} {s.text[: at.start()]} {s.section}"))
        held.append((sum(w in before for w in who) + (1.0 if s.text.strip().lower().startswith(verbs) else 0.5 if re.search(r"[:;(]", s.text[at.end() :]) else 0.0), s))
    if not held:
        return None
    best = max(score for score, _ in held)
    parts = []
    for _, s in [t for t in held if t[0] >= best - 0.5][:4]:
        said = _told_to(s.text, whom, verbs) if whom and len(s.text) > 320 else s.text.strip()
        parts.append(f"{said} [{draft.cite(s.span, s.section)}]")
        if s.text.rstrip().endswith(":"):
            parts += [f"{i.of(world.report.text).strip().rstrip(';.')} [{draft.cite(i, s.section)}]" for i in _items_after(s, world)]
    return draft.answer("; ".join(parts) + "." if len(parts) > 1 else parts[0])


def _told_to(text: str, whom: list[str], verbs: tuple[str, ...]) -> str:
    """The ';'-parts of a long sentence that are said to the one asked of; all of it where none names another."""
    parts = re.split(r"(?<=;)\s+", text.strip())
    verb = re.compile(rf"(?<!\w)(?:{'|'.join(verbs)})(?!\w)", re.I)
    mine = [p for p in parts if verb.search(p) and all(w in tokens(p) for w in whom)]
    return " ".join(mine).rstrip("; ") if mine and sum(bool(verb.search(p)) for p in parts) > 1 else text.strip()


_OFFICES = r"(?:(?:phó\s+)?(?:tổng\s+)?(?:chủ tịch|giám đốc|cục trưởng|chi cục trưởng|vụ trưởng|trưởng phòng|trưởng ban|viện trưởng|chánh văn phòng|bí thư|bộ trưởng|hiệu trưởng|trưởng trạm)|thứ trưởng|quyền cục trưởng)"
_TITLED = r"(?:ông|bà|đồng chí|đ/c|anh|chị|ts\.?|ths\.?|pgs\.?|gs\.?)"
_WHOLE_NAME = rf"(?-i:[{UPPER}][^\W\d_]*(?:\s+[{UPPER}][^\W\d_]*){{1,4}})"
_ASKS_SIGNER = re.compile(r"(?<!\w)(?:ai|(?:người|vị|ông|bà|lãnh đạo)\s+nào)(?:\s+(?:là|đã|thay mặt|đứng|được|người)){0,3}\s+(?:đứng tên\s+)?ký(?!\s+(?:kết|hợp đồng|thỏa thuận|quyết định))(?!\w)|(?<!\w)người\s+ký(?:\s+(?:tên|báo cáo|ban hành|văn bản|bản tin|phát hành|duyệt))+|(?<!\w)do\s+ai\s+ký(?!\w)", re.I)
# The foot of a report: whose office, then who signs.
_SIGNED = re.compile(
    rf"(?-i:(?:(?:KT|TM|TL|TUQ|Q)\.\s*[{UPPER} .,]{{2,60}}?[\n,*_| ]+)*(?:(?:PHÓ|QUYỀN)\s+)?(?:TỔNG\s+)?(?:CHI CỤC TRƯỞNG|CỤC TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG PHÒNG|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|BÍ THƯ|HIỆU TRƯỞNG)[^\na-zà-ỹ:]{{0,40}})"
    rf"[\s:*_|]*(?:[(\[]?\s*đã ký\s*[)\]]?[\s:*_|]*)?(?P<name>(?-i:[{UPPER}][a-zà-ỹđ]+(?:[ ]+[{UPPER}][a-zà-ỹđ]*){{1,4}}))(?=[\s*_|.]*$)", re.I | re.M)  # fmt: skip
_ASKS_SPEAKER = re.compile(
    r"^\W*(?:ai|người nào|vị nào|chuyên gia nào|lãnh đạo nào)\s+(?:là\s+người\s+|là\s+)?(?:đã\s+)?(?:(?:đưa ra|nêu ra|nêu|có|phát biểu|cung cấp)(?:\s+(?:các|những))?(?:\s+(?:con số|nhận định|đánh giá|dự báo|thông tin|ý kiến|lời giải thích|nhận xét|cảnh báo|số liệu|kiến nghị))*|nói|cho biết|cho rằng|nhận định|nhận xét|đánh giá|tuyên bố|khẳng định|phát biểu|cảnh báo|dự báo|giải thích|lý giải|chia sẻ|thừa nhận|nhấn mạnh|than)(?:\s+(?:là|rằng|về|cho))*(?!\w)", re.I)  # fmt: skip
_AND_WHO = re.compile(r"[,;]?\s*(?:và\s+)?(?:(?:đang\s+)?(?:giữ|làm)\s+)?(?:chức(?:\s+vụ)?|chức danh)\s+(?:gì|nào)(?!\w)", re.I)
_PERSON = re.compile(rf"(?<!\w){_TITLED}\s+{_WHOLE_NAME}|(?<!\w){_OFFICES}(?!\w)[^.;:\"“”]{{0,60}}?\s{_WHOLE_NAME}", re.I)


def signer(q: Question, draft: Draft) -> Answer | None:
    """Who signs the report, as its foot says."""
    if not _ASKS_SIGNER.search(q.text):
        return None
    found = list(_SIGNED.finditer(draft.world.report.text))
    if not found:
        return None
    span = Span(found[-1].start(), found[-1].end("name"))
    return draft.answer(f"{re.sub(r'[*_|]|(?<=,)[ ]+|[ ]{2,}', ' ', ' '.join(found[-1][0].split())).replace('  ', ' ').strip()} [{draft.cite(span, draft.world.section_of(span))}]")


def _speeches(world: World) -> list[list[Sentence]]:
    """The sentences that say who says something, with those of the same speech before them ("“… . …” - ông A")."""
    out: list[list[Sentence]] = []
    sentences = [s for s in every_sentence(world) if not s.row]
    for i, s in enumerate(sentences):
        if not _SAYS.search(s.text) or not _PERSON.search(s.text):
            continue
        unit = [s]
        if max(s.text.find("”"), s.text.find('"')) > s.text.find("“") == -1:  # a speech ends here that began in a sentence before
            for b in reversed(sentences[max(0, i - 5) : i]):
                unit.insert(0, b)
                if "“" in b.text or '"' in b.text:
                    break
            else:
                unit = [s]
        out.append(unit)
    return out


def speaker(q: Question, draft: Draft) -> Answer | None:
    """Who said what the question tells of: "ai đưa ra con số ước cho cả tháng 9"."""
    m = _ASKS_SPEAKER.match(q.text)
    if m is None:
        return None
    world = draft.world
    about = _AND_WHO.sub("", q.text[m.end() :])
    weights = _Weights(q, world)
    rest = set(tokens(about))
    asked = [(t, w) for t, w in weights.things if set(t.word) & rest]
    times = [p for p in q.periods if p.kind in ("month", "quarter", "months", "half", "season") or p.kind == "year" and p.year != world.main_year]
    numbers = re.findall(r"\d[\d.,]*\d|\d", about) if not times else []
    best: tuple[float, list[Sentence]] | None = None
    for unit in _speeches(world):
        said = " ".join(u.text for u in unit)
        row = tokens(said)
        words, near = frozenset(row), " ".join(row)
        if times and not any(same(p, t.period, any_year=p.kind != "year") for p in times for t in periods(said)):
            continue
        if any(not re.search(rf"(?<![\d.,]){re.escape(n)}(?![.,]?\d)", said) for n in numbers) or _contrary(q, said):
            continue
        whole = sum(w for _, w in asked)
        joint = {"xuất", "nhập", "khẩu"} <= words
        cover = sum(w for t, w in asked if t.held(words, near) or joint and t.word == ("xuấtnhậpkhẩu",)) / whole if whole else 1.0 if times or numbers else 0.0
        if cover >= ENOUGH and (best is None or cover > best[0]):
            best = (cover, unit)
    if best is None:
        return None
    return draft.answer(" ".join(f"{u.text.strip()} [{draft.cite(u.span, u.section)}]" for u in best[1]))


_ASKS_HOLDER = re.compile(rf"^\W*(?:ai|người nào)\s+(?:đang\s+)?(?:là|làm|giữ chức(?: vụ)?)\s+(?P<a>{_OFFICES})\s+(?P<org>[^,?]+)|^\W*(?:tên\s+(?:của\s+)?)?(?P<b>{_OFFICES}|người đứng đầu|người phụ trách|lãnh đạo)\s+(?P<of>[^,?]+?)\s+(?:là ai|tên (?:là )?gì)(?!\w)", re.I)


def holder(q: Question, draft: Draft) -> Answer | None:
    """Who holds an office that the question names: "giám đốc Sở Tài chính là ai", "người đứng đầu Sở Tài chính là ai"."""
    m = _ASKS_HOLDER.search(q.raw)
    if m is None:
        return None
    office = (m["a"] or m["b"]).lower()
    body = (m["org"] or m["of"]).split()
    plain = r"(?<!phó )(?<!phó tổng )(?:tổng giám đốc|giám đốc|chi cục trưởng|cục trưởng|chủ tịch|trưởng phòng|trưởng ban|viện trưởng|bộ trưởng|vụ trưởng|hiệu trưởng)"
    said = plain if not re.fullmatch(_OFFICES, office, re.I) else (r"(?<!phó )" if not office.startswith("phó") else "") + r"\s+".join(map(re.escape, office.split()))
    for size in range(len(body), 1, -1):  # "… Cục Thống kê thành phố trả lời tại bài báo"
        at = r"\s+".join(map(re.escape, body[:size]))
        named = re.compile(rf"{_WHOLE_NAME}\s*[,(–-]\s*(?<!\w){said}\s+{at}(?!\w)|(?<!\w){said}\s+{at}(?!\w)[^.;,:]{{0,30}}?[\s,:–-]+(?:{_TITLED}\s+)?{_WHOLE_NAME}", re.I)
        told = [s for s in every_sentence(draft.world) if not s.row and named.search(s.text)]
        if told:
            return draft.answer(f"{told[0].text.strip()} [{draft.cite(told[0].span, told[0].section)}]")
    return None


_PAPERS = r"nghị quyết|quyết định|công điện|chỉ thị|công văn|thông báo|tờ trình|nghị định|thông tư|kế hoạch|báo cáo|văn bản|hướng dẫn"
_ASKS_PAPER = re.compile(rf"(?<!\w)(?P<kind>{_PAPERS})\s+(?:(?:có\s+)?số(?: hiệu)?(?: là)?\s+)(?:mấy|bao nhiêu|nào|gì)(?!\w)|(?<!\w)số(?: hiệu)?\s+(?:của\s+)?(?P<of>{_PAPERS})(?!\w).{{0,80}}?\slà\s+(?:mấy|bao nhiêu|gì)(?!\w)", re.I)


def asks_paper(q: Question) -> bool:
    """Whether the number of a paper is asked for, and no amount: "bằng nghị quyết số mấy"."""
    return _ASKS_PAPER.search(q.text) is not None


def paper(q: Question, draft: Draft) -> Answer | None:
    """The sentence that names the paper of the asked kind by its number, where it alone tells most of what is asked."""
    m = _ASKS_PAPER.search(q.text)
    if m is None:
        return None
    kind = (m["kind"] or m["of"]).lower()
    named = re.compile(rf"(?<!\w)(?:{_PAPERS if kind == 'văn bản' else kind})\s+(?:số\s+)?\d+[\w-]*(?:/[\w.-]+)+", re.I)
    asked = set(q.terms) - set(tokens(kind)) - W.STOP
    held = []
    for s in every_sentence(draft.world):
        clauses = s.text.split(";")
        found = [(len(asked & set(tokens(c))), i) for i, c in enumerate(clauses) if named.search(c)]
        if found:
            held.append((max(found)[0], len(asked & set(tokens(s.text))), s))
    held.sort(key=lambda t: (-t[0], -t[1]))
    if not held or held[0][1] * 3 < len(asked) * 2 or len(held) > 1 and held[0][:2] == held[1][:2]:
        return None
    told = held[0][2]
    return draft.answer(f"{told.text.strip()} [{draft.cite(told.span, told.section)}]")


_BARE_DATE = re.compile(r"(?:ngày\s+)?\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?\W*", re.I)
_ASKS_SOURCE = re.compile(r"(?<!\w)(?:số liệu|thông tin|dữ liệu)(?:\s+\S+){0,6}?\s+(?:do|từ|của|lấy từ)\s+(?:ai|đâu|(?:đơn vị|cơ quan|nguồn|nơi|bộ phận|tổ chức)\s+nào)|nguồn (?:số liệu|thông tin|dữ liệu|của số liệu)(?:\s+\S+){0,4}?\s+(?:đâu|nào|gì|ai)", re.I)
_SOURCE = re.compile(r"\W*(?:nguồn(?: số liệu| dữ liệu| thông tin)?\s*:|(?:số liệu|dữ liệu)\s+(?:do|của|lấy từ|được)\s)", re.I)


def source(q: Question, draft: Draft) -> Answer | None:
    """Where the report's numbers come from, as it says itself: "Nguồn: …"."""
    if not _ASKS_SOURCE.search(q.text):
        return None
    told = [s for s in every_sentence(draft.world) if not s.row and _SOURCE.match(s.text)]
    if not told or len({s.text for s in told}) > 3:
        return None
    return draft.answer(" ".join(f"{s.text.strip()} [{draft.cite(s.span, s.section)}]" for s in {s.text: s for s in told}.values()))


_BEGINS = re.compile(r"(?<!\w)(?:khởi công|khởi động|bắt đầu|động thổ)(?!\w)", re.I)
_ENDS = re.compile(r"(?<!\w)(?:hoàn thành|khánh thành|kết thúc|bàn giao|thông xe|đưa vào (?:sử dụng|khai thác|hoạt động))(?!\w)", re.I)


def _dated_part(q: Question, text: str) -> str:
    """Of a sentence with several dates, the part that tells the date of what is asked; empty where none is clearly it."""
    parts = [p.strip(" ,;()") for p in re.split(r"[,;]\s+|\s+(?=\((?:[ivx]+|\d|[a-z])\))|\s+(?:và|rồi)\s+", text)]
    dated = [p for p in parts if any(m.period.kind in ("date", "month", "quarter") for m in periods(p)) or re.search(r"\d{1,2}/\d{1,2}", p)]
    if len(dated) < 2 or any(_BARE_DATE.fullmatch(p) for p in parts):
        return ""  # "vào các ngày 1/8, 11/8 và 21/8" is told as a whole
    held = sorted(((sum(w in tokens(p) for w in q.terms), p) for p in dated), key=lambda t: -t[0])
    return held[0][1] if held[0][0] > held[1][0] else ""


_MOST_EVENT = re.compile(r"(?<!\w)(?:vụ|trận|đợt|cơn|dự án|công trình|đám)(?: \S+){0,3}? (?:lớn|nhỏ|nặng|nghiêm trọng|mạnh) nhất(?!\w)", re.I)


def _lacks_term(q: Question, found: Found, world: World) -> bool:
    """Whether a question's word of statistics ("tồn kho") stands nowhere in the sentence, the one before it and its titles."""
    said = " ".join([found.sentence.text, found.sentence.section, found.before.text if found.before is not None else "", world.report.title])
    row = tokens(said)
    return any(t for t in things(q.terms, q.text) if not t.way and len(t.word) > 1 and is_term(t.word) and not t.held(frozenset(row), f" {' '.join(row)} "))


def answer(q: Question, draft: Draft, *, superlative: bool = False, listed: bool = True) -> Answer | None:
    """The best sentence as an answer, with the one that its reason belongs to; None when the report has none."""
    if (told_source := source(q, draft)) is not None:
        return told_source
    if q.operation in ("text", "lookup"):
        if (told_who := signer(q, draft) or holder(q, draft) or speaker(q, draft)) is not None:
            return told_who
        if _ASKS_HOLDER.search(q.raw) or _ASKS_SPEAKER.match(q.text) and any(p.kind != "year" for p in q.periods):
            return None  # another's office, or what was said of another month
    if q.operation == "text" and listed and (told_in_items := section_list(q, draft)) is not None:
        return told_in_items
    if q.operation == "text" and _ASKS_LEVEL.search(q.text):
        return None  # a figure is asked for
    ranked = rank(q, draft.world, superlative=superlative)
    if not ranked or not q.terms:
        return None
    best = ranked[0]
    if q.operation == "text" and not superlative and _lacks_term(q, best, draft.world):
        return None
    told = [f"{s.text.strip()} [{draft.cite(s.span, s.section)}]" for s in (best.before, best.sentence) if s is not None]
    if q.operation == "when" and not superlative and _MOST_EVENT.search(q.text) and not SUPERLATIVE.search(best.sentence.text):
        after = next((s for s in every_sentence(draft.world) if s.span.start >= best.sentence.span.end and not s.row and s.section == best.sentence.section), None)
        if after is None or not SUPERLATIVE.search(after.text) or not set(tokens(after.text)) & set(q.terms):
            return None  # all of them are not the greatest
        told.append(f"{after.text.strip()} [{draft.cite(after.span, after.section)}]")  # "34 vụ cháy. … trong đó vụ lớn nhất xảy ra ngày 11/3"
    if superlative:
        part = best.sentence.text.strip() if _WHO.match(q.text) else _part(q, best.sentence.text)  # whoever says it stands at its head
        before = next((s for s in reversed(every_sentence(draft.world)) if s.span.end <= best.sentence.span.start), None)
        if _OF_WHOM.match(part) and part != best.sentence.text.strip():
            part = best.sentence.text.strip()
        if _OF_WHOM.match(part):  # "Đây là nhóm có mức tăng cao nhất": who is said before
            if before is None or before.row or before.section != best.sentence.section:
                return None
            part = f"{before.text.strip()} [{draft.cite(before.span, before.section)}] {part}"
        told = [f"{part} [{draft.cite(best.sentence.span, best.sentence.section)}]"]
    if q.operation == "why" and best.before is None and (part := _own_cause(q, best.sentence.text)):
        told = [f"{part} [{draft.cite(best.sentence.span, best.sentence.section)}]"]
    if q.operation == "why" and not _REASON_FIRST.search(best.sentence.text):
        after = next((s for s in every_sentence(draft.world) if s.span.start >= best.sentence.span.end and s.section == best.sentence.section), None)
        if after is not None and not after.row and _THE_CAUSE.match(after.text) and "\n" not in draft.world.report.text[best.sentence.span.end : after.span.start]:
            told.append(f"{after.text.strip()} [{draft.cite(after.span, after.section)}]")  # "… giảm 19,3%. Nguyên nhân là …"
    if q.operation == "when" and best.before is None and not _ASKS_WHERE.search(q.text) and (part := _dated_part(q, best.sentence.text)):
        if any(here.search(q.text) and not there.search(q.text) and there.search(part) and not here.search(part) for here, there in ((_BEGINS, _ENDS), (_ENDS, _BEGINS))):
            return None  # when it begins is not when it ends
        if not _other_end(q, part):
            told = [f"{part} [{draft.cite(best.sentence.span, best.sentence.section)}]"]
    if re.match(r"\W*ai\s+(?:là|chủ trì|kết luận|phát biểu|ký|cho biết|nói|giữ|điều hành|chỉ đạo)(?!\w)", q.text, re.I) and not _PERSON.search(" ".join(told)) and not _BODY.search(" ".join(told)[:60]):
        return None  # nobody is named
    text = " ".join(told)
    if best.sentence.text.rstrip().endswith(":"):  # a lead-in says nothing without its list
        items = _items_after(best.sentence, draft.world)
        if not items and q.operation == "why" and best.before is None and _CAUSE.search(_semicolons(best.sentence.text)[0]):
            return draft.answer(f"{_semicolons(best.sentence.text)[0].strip(' :')} [{draft.citations[-1].n}]")  # "… giảm do hạn; diễn biến như sau:" before a table
        if not items:
            return None
        said = "; ".join(f"{i.of(draft.world.report.text).strip().rstrip(';.')} [{draft.cite(i, best.sentence.section)}]" for i in items)
        return draft.answer(f"{text} {said}.")
    return draft.answer(text)
