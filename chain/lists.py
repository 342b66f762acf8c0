"""Answers that are lists: the parts of a whole, the figures under one head, two indicators at once, the n-th item."""

from __future__ import annotations

import re
from dataclasses import replace

from chain import gaps, groups, sentences_answer
from chain import words as W
from chain.answer import Answer
from chain.compose import Draft
from chain.derive import number_text
from chain.question import Question, asks, read
from chain.select import CHANGES, Match, period_fit
from chain.world import Named, World, tokens
from report.model import Base, Block, BlockKind, Direction, Figure, Measure, Modality, name_of

ASKS_PARTS = re.compile(r"(?:theo |của )?từng(?!\s+(?:đạt|là))|(?<!phân )chia theo(?! tỷ lệ| tỉ lệ)|gồm (?:những|các)|(?<!bình quân )(?<!trung bình )mỗi (?!(?:tháng|năm|ngày|tuần|người|lao động|hộ|ha|héc ta|tấn|tạ|kg|lít)(?!\w))\w+(?: \w+)? (?:là )?(?:bao nhiêu|mấy)|kể tên|liệt kê|tỷ trọng (?:các|từng)|cơ cấu|(?:những|các) .*(?:nào|gì)\b|nào\b.* mới\b", re.I)
_BEFORE = re.compile(r"^(.+?)\s+và\s+(.+?)\s+(?:là |đạt |được |có |cần )*(?:bao nhiêu|mấy)", re.I)
_OVER_YEARS = re.compile(r"(?:qua|theo|trong|từng|mỗi)\s+(?:các\s+|từng\s+|mỗi\s+)?năm(?!\s*\d)(?!\s+(?:nay|qua|học|trước|ngoái))(?!\w)", re.I)
_ORDINAL = re.compile(r"thứ (nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|\d+)(?!\w)", re.I)
_NTH = {w: i for i, w in enumerate(("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)} | {"bốn": 4}


def _names(text: str) -> list[str]:
    return [t for t in tokens(text) if t not in W.STOP and not t[0].isdigit()]


def parts(q: Question, direct: list[Match], draft: Draft) -> Answer | None:
    """The figures under the head that is asked for, or the parts that add up to the asked figure, in the report's order."""
    if (told := gaps.named_sum(q, draft)) is not None:  # "tính tổng … của: A, B và C"
        return told
    asked = q
    if not q.carried and len(asks(draft.question)) > 1 and groups.EACH.search(draft.question):
        asked = read(draft.question, draft.world)  # "… những nước nào, mỗi nước bao nhiêu" asks one thing
    if asked.terms and groups.EACH.search(asked.text):
        if (told := groups.answer(asked, draft)) is not None:
            return told
        if groups.picks(asked) or groups.counted_kind(asked.text.lower()):
            return None  # what stands under a like head is not of the kind
    if _OVER_YEARS.search(q.text):
        return None  # the peers of one year are no list over the years
    if not ASKS_PARTS.search(q.text) or not q.terms:
        return None
    found = _each(q, draft.world) or _under_head(q, draft.world) or ([] if _called_otherwise(q, draft.world) else _addends(direct, draft.world))
    if len(found) < 2 or len({(f.head, f.indicator) for f in found}) < 2:
        return None  # figures of one name are no list
    if (kinds := groups.asks_place(q)) and not any(groups.named_place(f, kinds) for f in found):
        return None
    return draft.answer("; ".join(f"{name_of(f) if f.head == '' else f.indicator} {f.text} [{draft.state(f)}]" for f in found) + ".")


_SO_MANY_OF = re.compile(r"^\W*(?:trong\s+|vậy\s+|thế\s+)?(?:(?:số|tổng số)\s+)?(?P<n>\d[\d.,]*)\s+\w+[^?]*?\s(?:gồm|bao gồm|chia|phân|trong đó)(?:\s(?:ra|làm|thành|theo|có|là))*\s(?:những|các|mấy|bao nhiêu|gì|loại)", re.I)


def made_up_of(q: Question, draft: Draft) -> Answer | None:
    """What so many are made up of, where the report tells it right behind them and it adds up: "47 vụ (12 vụ buôn lậu; 21 vụ gian lận thương mại; 14 vụ vi phạm thủ tục)"."""
    m = _SO_MANY_OF.search(q.raw)
    if m is None:
        return None
    said = m["n"].rstrip(".,")
    for whole in (n.figure for n in draft.world.figures):
        if whole.table is not None or whole.measure is not Measure.LEVEL or not re.match(rf"{re.escape(said)}(?![.,]?\d)", whole.text) or not set(tokens(whole.unit)) <= set(tokens(q.raw)) | {""}:
            continue
        behind = sorted((n.figure for n in draft.world.figures if n.figure.sentence == whole.sentence and n.figure.span.start > whole.span.end and n.figure.measure is Measure.LEVEL and n.figure.unit.split(" ")[0] == whole.unit.split(" ")[0]), key=lambda f: f.span.start)
        for k in range(2, len(behind) + 1):
            if sum(f.value for f in behind[:k]) == whole.value:
                told = [(f, draft.state(f)) for f in behind[:k]]
                total = draft.state(whole)
                draft.calculations.append(f"{' + '.join(number_text(f) for f, _ in told)} = {number_text(whole)}")
                return draft.answer(f"{whole.text} [{total}] gồm: {'; '.join(f'{_so_many(f)} [{mark}]' for f, mark in told)}.")
    return None


def _so_many(f: Figure) -> str:
    """A count as it is said: "12 vụ buôn lậu"."""
    counted = re.escape(f.unit.partition("/")[0])
    again = rf"^{counted}(?!\w)|(?<!\w){counted}$" if counted and f.text.endswith(f.unit) else r"(?!)"
    return f"{f.text} {re.sub(again, '', f.indicator, flags=re.I).strip()}".strip()


_EACH = re.compile(r"(?:từng|(?<!bình quân )(?<!trung bình )mỗi)\s+(\w+(?:\s+\w+)?)", re.I)


def _held_otherwise(q: Question, f: Figure) -> bool:
    """Whether a change is held against another time, or goes the other way, than what is asked for."""
    return f.measure in CHANGES and (Base.NONE not in (q.base, f.base) and f.base is not q.base or Direction.NONE not in (q.direction, f.direction) and f.direction is not q.direction)


def _each(q: Question, world: World) -> list[Figure]:
    """The figures of one sentence whose names begin with the kind of thing that "từng chi cục", "mỗi huyện" asks for."""
    m = _EACH.search(q.text)
    if m is None:
        return []
    kinds = [m[1].lower(), m[1].lower().split()[0]]
    held: dict[tuple[object, ...], list[Figure]] = {}
    for n in world.figures:
        f = n.figure
        if f.table is None and period_fit(q, f, world) is not None and (f.measure is q.measure if q.measure is not None else f.measure is Measure.LEVEL):
            for kind in kinds[: 1 + (len(m[1].split()) == 1)]:
                if f.indicator.lower().startswith(kind + " "):
                    held.setdefault((f.sentence.start, f.unit, f.measure, f.modality), []).append(f)
                    break
    best = max(held.values(), key=len, default=[])
    return best if len({f.indicator for f in best}) > 1 else []


def _called_otherwise(q: Question, world: World) -> bool:
    """Whether the report has several things called as the "từng cửa khẩu" that is asked for: what one of them adds up from is none of these."""
    m = _EACH.search(q.text)
    return m is not None and " " in m[1] and len({n.figure.indicator for n in world.figures if n.figure.indicator.lower().startswith(f"{m[1].lower()} ")}) > 1


def _under_head(q: Question, world: World) -> list[Figure]:
    groups: dict[tuple[str, int, Measure], list[Named]] = {}
    for n in world.figures:
        f = n.figure
        fits = f.measure is q.measure if q.measure is not None else f.measure is Measure.LEVEL
        planned = f.modality in (Modality.TARGET, Modality.FORECAST)
        if n.head and fits and planned is (q.modality is Modality.TARGET) and period_fit(q, f, world) is not None and not _held_otherwise(q, f):
            groups.setdefault((f.head, f.sentence.start if f.table is None else -1 - 100 * f.table - (f.column or 0), f.measure), []).append(n)
    asked = [t for t in q.terms if (world.vocabulary.get(t) or t not in q.light) and t not in W.GENERIC and t not in ("tiền", "số")] or [t for t in q.terms if world.vocabulary.get(t)]
    whole = sum(world.weight(t) for t in asked) or 1.0
    best: tuple[float, list[Figure]] = (0.0, [])
    for (head, _, _), members in groups.items():
        cover = sum(world.weight(t) for t in asked if t in members[0].head) / whole
        extra = len([w for w in _names(head) if w not in q.terms])
        score = cover - 0.02 * extra + 0.2 * (period_fit(q, members[0].figure, world) or 0.0)
        if cover >= 0.8 and len(members) > 1 and score > best[0]:
            best = (score, [m.figure for m in members])
    return best[1]


def _addends(direct: list[Match], world: World) -> list[Figure]:
    """The figures after the asked one in its sentence that add up to it exactly."""
    if not direct:
        return []
    total = direct[0].figure
    rest = [n.figure for n in world.figures if n.figure.sentence == total.sentence and n.figure.span.start > total.span.start]
    rest = [f for f in rest if f.unit == total.unit and f.measure is total.measure]
    sum_, out = total.value * 0, []
    for f in rest:
        sum_ += f.value
        out.append(f)
        if sum_ == total.value and len(out) > 1:
            return [total, *out]
    return []


def _one_total(q: Question, world: World) -> bool:
    """Whether a total of one name holds both: "tổng mức bán lẻ hàng hóa và dịch vụ"."""
    said = {t for t in q.terms if t not in W.GENERIC}
    return any(re.match("tổng.* và ", n.figure.indicator, re.I) and said <= set(tokens(n.figure.indicator)) for n in world.figures)


def both(q: Question, draft: Draft) -> Answer | None:
    """"Bao nhiêu A và B?": a figure for each, when each is named in full by its own words."""
    m = re.search(r"(?:bao nhiêu|mấy)\s+(.+?)\s+và\s+(.+?)[\s?.]*$", q.text, re.I) or _BEFORE.search(q.text)
    if not m or q.measure not in (None, Measure.LEVEL) or _one_total(q, draft.world):
        return None
    chosen: list[Figure] = []
    for phrase in (m[1], m[2]):
        names = _names(phrase)
        fits = [
            n.figure for n in draft.world.figures
            if names and all(t in n.own for t in names) and len(_names(n.figure.indicator)) <= len(names) + 1 and n.figure.measure is Measure.LEVEL
            and n.figure.modality not in (Modality.TARGET, Modality.FORECAST) and period_fit(q, n.figure, draft.world) is not None
        ]  # fmt: skip
        if len({f.value for f in fits}) != 1:
            return None
        chosen.append(fits[0])
    if chosen[0] is chosen[1]:
        return None
    return draft.answer("; ".join(draft.phrase(f) for f in chosen) + ".")


_OF_EACH_ONE = re.compile(r",?\s+(?:(?:thì|của)\s+)?(?:mỗi|từng)\s+\w+(?:\s+\w+)?(?:\s+(?:là|chi|thu|được|đạt|nộp|có))*\s+(?:bao nhiêu|mấy)(?:\s+\w+){0,3}$", re.I)  # "…, mỗi lĩnh vực bao nhiêu"


def enumerated(q: Question, draft: Draft) -> Answer | None:
    """The members of one list that a question names one after the other: "tỷ lệ luồng xanh, vàng, đỏ là bao nhiêu"."""
    if q.operation != "lookup" or q.claim or q.text.count(",") < 1:
        return None
    world, row = draft.world, [p.strip().lower() for p in re.split(r",(?!\d)|\s+và\s+", _OF_EACH_ONE.sub("", q.text.rstrip(" ?.")))]
    held: dict[tuple[object, ...], list[Named]] = {}
    for n in world.figures:
        f = n.figure
        fits = f.measure is q.measure if q.measure is not None else f.measure in (Measure.LEVEL, Measure.SHARE)
        fits = fits and (q.base is Base.NONE or f.measure not in CHANGES or f.base is q.base)  # each "so với cùng kỳ", where that is asked
        if fits and (f.modality in (Modality.TARGET, Modality.FORECAST)) is (q.modality is Modality.TARGET) and period_fit(q, f, world) is not None:
            held.setdefault((f.table if f.table is not None else f.sentence.start, f.column, f.head, f.unit, f.measure, f.base, f.period), []).append(n)
    for members in held.values():
        named = [next((n for n in members if _stands_in(n.figure.indicator, said, first=not i, last=i == len(row) - 1)), None) for i, said in enumerate(row)]
        found = [n for n in named if n is not None]
        if len(found) != len(row) or len(found) < 3 or len({n.figure.indicator for n in found}) != len(found):
            continue
        own = frozenset(w for n in found for w in n.own)
        if all(t in own or t in found[0].head | found[0].lead | found[0].around or not world.vocabulary.get(t) or t in W.GENERIC for t in q.terms):
            return draft.answer("; ".join(f"{n.figure.indicator} {n.figure.text} [{draft.state(n.figure)}]" for n in found) + ".")
    return None


def _stands_in(name: str, said: str, *, first: bool, last: bool) -> bool:
    """Whether a name is what stands between two commas: behind what is asked of all in the first place, before "là bao nhiêu" in the last."""
    row = tokens(said)
    if " - " in name and _stands_in(name.partition(" - ")[0], said, first=first, last=last):
        return True  # "giáo dục - đào tạo" is called "giáo dục"
    own = tokens(name)
    return bool(own) and (row[-len(own) :] == own if first else row[: len(own)] == own if last else row == own)


def one_name(q: Question, figure: Figure) -> bool:
    """Whether the "và" of the question stands inside the figure's own name: "công nghiệp và xây dựng"."""
    name = re.sub(r"\s*,\s*", " và ", f"{figure.indicator} {figure.head}".lower())  # "kho bãi, hỗ trợ vận tải"
    return any(f"{a} và {b}" in name for a, b in re.findall(r"(\w+)\s+và\s+(?=(\w+))", q.text.lower()))


def pair_words(q: Question) -> list[str]:
    """The words of B in "bao nhiêu A và B"."""
    m = re.search(r"(?:bao nhiêu|mấy)\s+(.+?)\s+và\s+(.+?)[\s?.]*$", q.text, re.I) or _BEFORE.search(q.text)
    return [*_names(m[1]), *_names(m[2])] if m else []


def nth(q: Question, draft: Draft) -> tuple[bool, Answer | None]:
    """Whether the n-th item of a list is asked, or what somebody said or what caused something in other words than "vì sao"; and the answer."""
    if (why := sentences_answer.asks_why(q)) or sentences_answer.asks_said(q.text) and not q.amount:
        return True, sentences_answer.answer(replace(q, operation="why" if why else "text"), draft, listed=False)
    m = _ORDINAL.search(q.text)
    if not m or not re.search(r"danh sách|nhiệm vụ|giải pháp|mục|điểm|ý |kiến nghị|đề xuất|nội dung", q.text, re.I):
        return False, None
    wanted = int(m[1]) if m[1].isdigit() else _NTH[m[1].lower()]
    world, report = draft.world, draft.world.report
    terms = [t for t in q.terms if t not in _NTH]
    runs: list[tuple[str, list[Block]]] = []
    lead = ""
    for block in report.blocks:
        if block.kind is BlockKind.ITEM:
            if block.ordinal == 1 or not runs:
                runs.append((f"{' '.join(report.section_path(block.section)[-1:])} {lead}", []))
            runs[-1][1].append(block)
        else:
            lead = block.span.of(report.text)[-200:]
    scored = []
    for title, items in runs:
        held = set(tokens(title))
        years = all(not p.year or str(p.year) in title for p in q.periods)
        if terms and years and all(t in held for t in terms):
            scored += [b for b in items if b.ordinal == wanted]
    if len(scored) != 1:
        return True, None
    span = scored[0].span
    n = draft.cite(span, world.section_of(span))
    return True, draft.answer(f"{span.of(report.text).strip()} [{n}]")
