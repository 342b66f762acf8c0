"""Verifying an answer before anyone sees it: whoever wrote it, every figure must agree with a figure that it cites.

The answer is read by the report's own reader and judged by `judging`, as a claim would be, but only the cited characters can
make a figure true. Words that turn a meaning ("vượt", "thấp hơn") must stand in a cited quote or follow from cited figures.
A sentence that fails is left out whole; nothing is repaired here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from chain import words as W
from chain.agreeing import based, in_time, read_nothing
from chain.answer import Citation, StatedFigure
from chain.belied import NOT, crossed
from chain.judging import ROUNDED, TRUE, Stated, agreement, change_in, compare, judge, same_unit, stated
from chain.naming import fit, naming, timeless
from chain.stating import PLANNED
from chain.world import World, tokens
from report.model import Base, Direction, Figure, Measure, Modality, Span, name_of
from report.numbers import parse_number
from report.periods import periods
from report.sentences import sentences
from report.text import UPPER, nfc

_MARK = re.compile(r"\[(\d{1,3})\]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WARNING = re.compile(r"^\s*(?:Đừng nhầm với|Báo cáo nêu những số khác nhau cho chỉ tiêu này|Tiếp theo|Số liệu gần nhất|Gần nhất(?: có)?|Báo cáo (?:chỉ )?(?:có|nêu)[^:—]*)\s*:\s*", re.I)
_FRAME = re.compile(r"^(?P<value>.+?)\s+—\s+(?P<name>.+?)(?:\s+\((?P<kind>số ước|dự báo|kế hoạch|mục tiêu|dự toán|chỉ tiêu)\))?$", re.S)
_OVER, _UNDER = r"vượt|cao hơn|lớn hơn|nhiều hơn|hơn", r"không đạt|chưa đạt|thấp hơn|kém|hụt|ít hơn|nhỏ hơn"
_AGAINST = re.compile(rf"(?<!\w)(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))\s+(?:so với\s+)?(?:mức\s+)?(?:mục tiêu|kế hoạch|dự toán|chỉ tiêu)(?!\w)", re.I)
_TURNS = ("không đạt", "chưa đạt", "vượt", "hụt", "cao nhất", "thấp nhất", "lớn nhất", "nhỏ nhất", "nhiều nhất", "ít nhất", "xuất siêu", "nhập siêu", "không", "chưa", "tăng", "giảm")
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the answer, and why it was left out ("" when it was kept)."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """`text` may be shown; it is "" when nothing is left. `kept` and `removed` hold its sentences, these with their reasons."""

    text: str
    kept: tuple[Sentence, ...]
    removed: tuple[Sentence, ...]


def verify(text: str, world: World | Sequence[World], citations: Sequence[Citation], figures: Sequence[StatedFigure]) -> Verified:
    """What of an answer may be shown. `citations` and `figures` are those that it may rely on; no other is looked at."""
    worlds = [world] if isinstance(world, World) else list(world)
    text = nfc(text)
    spans = [part for s in sentences(text) for part in _at_marks(text, s)]
    parts = [_pieces(s.of(text)) for s in spans]
    kept: list[Sentence] = []
    removed: list[Sentence] = []
    last = 0
    out: list[str] = []
    before = ""
    for span, pieces in zip(spans, parts):
        line = span.of(text)
        reason = _fault(line, pieces, before, worlds, citations, figures)
        if reason:
            removed.append(Sentence(line, reason))
        else:
            kept.append(Sentence(line))
            out.append((text[last : span.start] if out else "") + line)
            before = " ".join(p.plain for p in pieces)
        last = span.end
    return Verified("".join(out).strip(), tuple(kept), tuple(removed))


_NEXT = re.compile(rf"(?<=\])\s+(?=[{UPPER}])")


def _at_marks(text: str, span: Span) -> list[Span]:
    """A sentence parted where a mark ends a statement and another begins without a stop: "… A [1] Ba đơn vị …"."""
    edges = [span.start, *(span.start + m.start() for m in _NEXT.finditer(span.of(text))), span.end]
    return [Span(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in zip(edges, edges[1:]) if text[a:b].strip()]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a sentence with the marks it cites. `plain` is read; name, when and kind are given where the part is in the composer's frame."""

    plain: str
    marks: frozenset[int]
    name: str = ""
    kind: str = ""


def _pieces(line: str) -> list[_Piece]:
    """The parts of a sentence: those in the composer's frame ("giá trị — tên, kỳ (loại) [n]"), or the sentence as it is."""
    body = _WARNING.sub("", line)
    cells = [c for c in re.split(r"(?<=\])\s*[;.]\s*", body) if c.strip()]
    out = []
    for cell in cells:
        marks = frozenset(int(n) for n in _MARK.findall(cell))
        plain = _MARK.sub("", cell).strip(" ;.")
        m = _FRAME.match(plain)
        if m:
            out.append(_Piece(f"{m['name']}: {m['value']}", marks, m["name"], m["kind"] or "thực hiện"))
        else:
            out.append(_Piece(plain, marks))
    if not any(p.name for p in out):
        return [_Piece(" ".join(_MARK.sub(" ", line).split()).replace(" .", "."), frozenset(int(n) for n in _MARK.findall(line)))]
    return out


_KINDS = {"số ước": Modality.ESTIMATE, "dự báo": Modality.FORECAST, "thực hiện": Modality.ACTUAL}


def _framed(piece: _Piece) -> list[Stated]:
    """The figures of a part in the composer's frame: its slots stand where they are labelled."""
    name, value = piece.name, piece.plain.removeprefix(f"{piece.name}: ")
    found = stated(value)
    when = [m.period for m in periods(name) if m.period]
    bare = _bare_name(name)
    kind = _KINDS.get(piece.kind, Modality.TARGET)
    if kind is Modality.ACTUAL and (said := W.FORECAST.search(name) or W.TARGET.search(name)):
        kind = Modality.FORECAST if W.FORECAST.search(said[0]) else Modality.TARGET
    out = []
    for s in found:
        if s.figure.measure is Measure.COMPLETION and kind is Modality.TARGET:
            kind = Modality.ACTUAL
        f = replace(s.figure, indicator=bare, head="", scope="", modality=kind, period=when[0] if when else s.figure.period)
        out.append(replace(s, figure=f, sentence=f"{name} {value}", when=tuple(when), own_period=bool(when), planned=False, context=frozenset(tokens(bare)), names=(bare,) if bare else (), said=bare, before=""))
    return out


def _fault(line: str, pieces: Sequence[_Piece], before: str, worlds: Sequence[World], citations: Sequence[Citation], figures: Sequence[StatedFigure]) -> str:
    """Why a sentence may not be shown, in Vietnamese; "" when it may."""
    for piece in pieces:
        cited = [c for c in citations if not piece.marks or c.n in piece.marks]
        if piece.marks - {c.n for c in citations}:
            return "dẫn nguồn không có"
        if piece.marks and _verbatim(piece.plain, cited):
            continue
        held = [(w, f) for w in worlds for f in _held(w, cited, figures)]
        if (index := _INDEX.search(piece.plain)) is not None and piece.name:
            piece = replace(piece, plain=piece.plain.replace(index[0], ""))
        read = _framed(piece) if piece.name else _after(piece.plain, before)
        if index is not None and piece.name and not any(change_in(s.figure) == parse_number(index[1])[0] - 100 for s in read):
            return f"chỉ số {index[1]}: không khớp với mức tăng, giảm"
        quotes = " ".join(f"{c.quote} {c.section}" for c in cited)
        found = [_holds(s, worlds, held, piece) for s in read]
        operands = [f for f in found if f is not None and any(f.span == g.span and (f.value == g.value or f.unit != g.unit) for _, g in held)]  # a derived one is no operand
        computes = not piece.name and _COMPUTES.search(piece.plain) is not None  # its first figure is the result, the others are the report's
        if computes:
            quoted = _quoted(piece.plain, held)
            operands = list({(f.value, f.unit, f.period.kind, f.period.part): f for f in (*operands, *quoted)}.values())  # what is stated twice counts once
            found = [f or (next((g for g in quoted if g.text == s.figure.text), None) if k else None) for k, (s, f) in enumerate(zip(read, found))]
        for k, (s, right) in enumerate(zip(read, found)):
            if right is None and (piece.name or k and computes or not _follows(s.figure, operands)):
                return f"{s.figure.text}: không khớp với số liệu được dẫn"
        for (s, right), (t, other) in zip(zip(read, found), list(zip(read, found))[1:]):
            if right is not None and other is not None and not piece.name and crossed(piece.plain[s.figure.span.end : t.figure.span.start], right, other):
                return f"{t.figure.text}: so sánh ngược"
        reason = _years(piece, held, quotes) or _words(piece, read, held, quotes) or _loose(piece, read, quotes, held)
        if reason:
            return reason
    return ""


_INDEX = re.compile(r"\s*\(chỉ số (\d[\d.,]*)\s*%?\)", re.I)
_COMPUTES = re.compile(r"^\s*(?:chênh|còn|tổng cộng|cộng|tổng|hiệu)(?!\w)|(?<!\w)tính từ(?!\w)", re.I)


def _verbatim(plain: str, cited: Sequence[Citation]) -> bool:
    """Whether a sentence is a whole sentence of what it cites, word for word."""
    bare = " ".join(plain.split()).strip(" .;")
    return bool(bare) and any(bare == " ".join(t.split()).strip(" .;") for c in cited for t in (c.quote, *(s.of(c.quote) for s in sentences(c.quote))))


def _quoted(plain: str, held: Sequence[tuple[World, Figure]]) -> list[Figure]:
    """The cited figures that a calculation prints as they are, where the words of the sentence are theirs."""
    out = []
    for world, f in held:
        bare = re.match(r"[+−-]?(\d[\d.,]*)", f.text)
        if not re.search(rf"(?<![\d.,]){re.escape(f.text)}(?![\d]|[.,]\d)", plain) and not (bare and re.search(rf"(?<![\d.,]){re.escape(bare[1])}\s*[−+×/=]|[−+×/]\s*{re.escape(bare[1])}(?![\d]|[.,]\d)", plain)) or f in out:
            continue
        n = next((n for n in world.figures if n.figure is f), None)
        way = re.search(r"mức (tăng|giảm)\s*$", plain[: plain.find(f.text)])
        if (way is not None) is not (f.measure is Measure.CHANGE) or way is not None and (way[1] == "tăng") is not ((change_in(f) or 0) > 0):
            continue
        label = re.findall(r"kế hoạch|mục tiêu|dự toán|thực hiện", plain[: plain.find(f.text)], re.I)[-1:]
        if label and (label[0].lower() != "thực hiện") is not (f.modality in PLANNED):
            continue
        own = _UNSAID | set(tokens(f"{f.unit} {f.text}"))
        before = _NUMBER.sub("\0", timeless(plain[: plain.find(f.text)])).rpartition("\0")[2]
        beside = [w for w in naming(before, world) if w not in own]
        if n is not None and beside:  # the name stands beside it
            if not fit(beside, beside, n, world).lacking:
                out.append(f)
        elif n is not None:
            said = [w for w in naming(_NUMBER.sub(" ", _COMPUTES.sub(" ", plain)), world) if w not in own]
            if fit(said, said, n, world).score >= 0.6:
                out.append(f)
    return out


_UNSAID = frozenset(["chênh", "cộng", "hiệu", "tính", "báo", "cáo", "liệu"]) | frozenset(w for word in ("tỷ đồng", "triệu đồng", "nghìn", "usd", "lượt") for w in word.split())


def _after(plain: str, before: str) -> list[Stated]:
    """The figures of a sentence, read after the one before it (its subject and time may be said there)."""
    if not before:
        return list(stated(plain))
    lead = before.rstrip(" .;") + ". "
    return [
        replace(s, figure=replace(s.figure, span=Span(s.figure.span.start - len(lead), s.figure.span.end - len(lead))))
        for s in stated(lead + plain) if s.figure.span.start >= len(lead)
    ]  # fmt: skip


def _held(world: World, cited: Sequence[Citation], figures: Sequence[StatedFigure]) -> list[Figure]:
    """The report's figures that stand in the cited characters, those that the answer states first."""
    mine = [c for c in cited if c.report == world.name]
    inside = [n.figure for n in world.figures if any(c.start <= n.figure.span.start and n.figure.span.end <= c.end for c in mine)]
    told = {(f.start, f.end) for f in figures}
    return sorted(inside, key=lambda f: (f.span.start, f.span.end) not in told)


def _holds(s: Stated, worlds: Sequence[World], held: Sequence[tuple[World, Figure]], piece: _Piece) -> Figure | None:
    """The cited figure that makes a stated one true; None when there is none."""
    for world in worlds:
        cited = [f for w, f in held if w is world]
        spans = {f.span for f in cited}
        if not spans:
            continue
        if piece.name and not s.names:  # "giảm 184,1 triệu USD — quý I": the frame names the time alone
            alike = [f for f in cited if f.measure is s.figure.measure and compare(s.figure, f) == TRUE and f.modality not in (Modality.TARGET, Modality.FORECAST)]
            return alike[0] if len({f.value for f in alike}) == 1 else None
        if piece.name and not s.when:  # the frame leaves the time out: that of the figure it cites
            s = replace(s, when=tuple(dict.fromkeys(f.period for f in cited if f.period and compare(s.figure, f) == TRUE)))
        if piece.name and (same := _itself(s, _KINDS.get(piece.kind, Modality.TARGET), world, cited)) is not None:
            return same
        if _called_otherwise(s, world, cited):
            continue
        finding = judge(s, world, among=spans)
        if finding.verdict in (TRUE, ROUNDED) and finding.right is not None and {f.span for f in (finding.right, *finding.also)} <= spans:
            return finding.right if not finding.also else replace(finding.right, value=abs(s.figure.value))
    return None


def _itself(s: Stated, kind: Modality, world: World, cited: Sequence[Figure]) -> Figure | None:
    """The cited figure that a part in the composer's frame names slot by slot: value, name, time, kind and base are its own."""
    for f in cited:
        if compare(s.figure, f) != TRUE or s.figure.measure is not f.measure and not (f.measure is Measure.INDEX and s.figure.measure is Measure.GROWTH):
            continue
        if not s.names or _bare_name(name_of(f)) != s.names[0] or (kind in PLANNED) is not (f.modality in PLANNED) and f.measure is not Measure.COMPLETION or based(s, f) is None or s.figure.base is not f.base and Base.NONE not in (s.figure.base, f.base):
            continue
        if all(in_time(p, f, world, read_nothing()) for p in s.when):
            return f
    return None


def _called_otherwise(s: Stated, world: World, cited: Sequence[Figure]) -> bool:
    """Whether the sentence calls the figure, word for word, by the name of another: "khai thác (tổng sản lượng)" of "khai thác biển (sản lượng)"."""
    low = s.sentence.lower()
    mine = {name_of(f) for f in cited if compare(s.figure, f) in (TRUE, ROUNDED)}
    if not mine or any(name.lower() in low for name in mine):
        return False
    return any("(" in (name := name_of(n.figure)) and name not in mine and name.lower() in low for n in world.figures)


def _bare_name(name: str) -> str:
    """A name without the times in it."""
    for m in sorted(periods(name), key=lambda m: -m.start):
        name = name[: m.start] + " " + name[m.end :]
    return " ".join(name.split()).strip(" ,:;")


def _both_ends(g: Figure) -> list[Decimal]:
    """The value of an operand; both of "3.642/5.120 tỷ đồng"."""
    m = re.match(r"(\d[\d.,]*)\s*/\s*(\d[\d.,]*)", g.text)
    return [abs(g.value) if g.measure is Measure.CHANGE else g.value, *([parse_number(m[2])[0] * g.scale] if m else [])]


def _follows(f: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a figure is the sum, difference, ratio or share of the other figures of its sentence."""
    value = abs(f.value)
    if f.unit not in ("%", "lần", "", "điểm phần trăm"):
        same = [v for g in operands if same_unit(f.unit, g.unit) and g.measure in (Measure.LEVEL, Measure.CHANGE) for v in _both_ends(g)]
        return len(same) > 1 and (sum(same) == value or any(abs(2 * a - sum(same)) == value for a in same))
    rates = [change_in(g) if change_in(g) is not None else g.value for g in operands if g.unit in ("%", "") or g.measure is Measure.INDEX]
    shares = [r for r in rates if r is not None]
    if len(shares) > 1 and value in (sum(shares), abs(shares[0] - shares[1])):
        return True
    if any(g.measure in (Measure.INDEX, Measure.COMPLETION) and value == abs(g.value - 100) for g in operands):
        return True
    level = [g for g in operands if g.measure is Measure.LEVEL]
    for a in level:
        for b in level:
            if a is b or a.unit != b.unit or not b.value:
                continue
            ratio = a.value / b.value
            targets = [ratio] if f.unit in ("lần", "") else [ratio * 100, (ratio - 1) * 100, (1 - ratio) * 100]
            if any(t > 0 and agreement(value, t, f, Decimal(0)) in (TRUE, ROUNDED) for t in targets):
                return True
    return False


def _years(piece: _Piece, held: Sequence[tuple[World, Figure]], quotes: str) -> str:
    """A year that neither the cited text nor the time of its figures holds."""
    known = {y for _, f in held for p in (f.period, f.base_period) for y in (p.year, p.first) if y}
    near = {y - 1 for y in known}
    back = re.search(r"tính từ.*mức (?:tăng|giảm)", piece.plain) is not None  # what was before it rose or fell
    known = near if back else known
    for m in re.finditer(r"(?<![\d.,])((?:19|20)\d\d)(?![\d]|[.,]\d)", piece.plain):
        year = int(m[1])
        if year not in known and (back or m[1] not in quotes) and not (year in near and re.search(r"so với|cùng kỳ|năm trước|từ", piece.plain[: m.start()])):
            return f"năm {m[1]} không có trong nguồn được dẫn"
    return ""


def _words(piece: _Piece, read: Sequence[Stated], held: Sequence[tuple[World, Figure]], quotes: str) -> str:
    """A word that turns the meaning and that neither a quote nor the cited figures carry."""
    low, source = piece.plain.lower(), quotes.lower()
    against = _AGAINST.search(low)
    if against:
        over = against["over"] is not None
        sides = _sides([f for _, f in held])
        said = list(_AGAINST.finditer(source))
        if sides and over not in sides or not sides and not any((m["over"] is not None) is over for m in said):
            return f"“{against[0]}” không có trong nguồn được dẫn"
    for turn in _TURNS:
        if not _says(low, turn) or _says(source, turn):
            continue
        if turn in ("tăng", "giảm") and (any(s.figure.direction is (Direction.UP if turn == "tăng" else Direction.DOWN) for s in read) or _change(turn, [f for _, f in held])):
            continue
        if turn == "vượt" and against:
            continue
        if turn in ("không đạt", "chưa đạt") and against or turn in ("không", "chưa") and (against or re.search(r"không (?:đúng|nêu|có|đổi|phải)", low)):
            continue
        if turn in ("xuất siêu", "nhập siêu") and read:
            continue
        if turn.endswith("nhất"):
            continue
        return f"“{turn}” không có trong nguồn được dẫn"
    return ""


def _says(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){phrase}(?!\w)", text) is not None


def _change(turn: str, held: Iterable[Figure]) -> bool:
    return any((c > 0) is (turn == "tăng") for f in held if (c := change_in(f)))


def _per_year(unit: str) -> str:
    return unit.removesuffix("/năm")


def _sides(held: Sequence[Figure]) -> set[bool]:
    """For the cited results with their plans, or their completion: above (True), below (False)."""
    out = {f.value > 100 for f in held if f.measure is Measure.COMPLETION and f.value != 100}
    done = [f for f in held if f.modality not in (Modality.TARGET, Modality.FORECAST) and f.measure in (Measure.LEVEL, Measure.GROWTH, Measure.SHARE)]
    plans = [f for f in held if f.modality is Modality.TARGET and f.measure in (Measure.LEVEL, Measure.GROWTH, Measure.SHARE)]
    out |= {d.value > p.value for d in done for p in plans if (d.measure, _per_year(d.unit)) == (p.measure, _per_year(p.unit)) and (d.indicator, d.head) == (p.indicator, p.head) and d.period.year == p.period.year and d.value != p.value}
    return out


def _after_words(text: str) -> set[tuple[str, str]]:
    """The numbers of `text`, each with the word before it."""
    return {(m[1].lower(), m[2]) for m in re.finditer(r"([^\W\d_]*)[^\w\n]*(?<![\d.,])(\d+(?:[.,]\d+)*)", text)}


def _last(text: str) -> tuple[str, str]:
    """The number that ends `text`, with the word before it."""
    m = re.search(r"([^\W\d_]*)[^\w\n]*?(?<![\d.,])(\d+(?:[.,]\d+)*)$", text)
    return (m[1].lower(), m[2]) if m else ("", "")


def _loose(piece: _Piece, read: Sequence[Stated], quotes: str, held: Sequence[tuple[World, Figure]]) -> str:
    """A number that was read as no figure and that no quote holds; a sentence without figures that says what no quote says."""
    spans = [] if piece.name else [(s.figure.span.start, s.figure.span.end) for s in read]
    if read:  # a time beside a figure was judged with it
        spans += [(m.start, m.end) for m in periods(piece.plain)]
    have = set(_NUMBER.findall(quotes)) | {n for _, f in held for n in _NUMBER.findall(f"{f.text} {f.period.label} {f.period.year or ''} {f.indicator} {f.head}")}
    names = "\n".join(f"{f.indicator} {f.scope}\n{f.head}" for _, f in held)
    if not piece.name and not re.search(r"[=×+−]|đếm", piece.plain):
        listed = ":" in piece.plain  # "…: Nhật Bản 131, Đài Loan 74": each number after its own word
        beside = _after_words(f"{quotes}\n{names}")
        for m in _NUMBER.finditer(piece.plain):
            if any(a <= m.start() < b for a, b in spans) or any(m[0] in _NUMBER.findall(s.figure.text) for s in read):
                continue
            if m[0] in have and _last(piece.plain[: m.end()]) not in beside if listed else m[0] not in have:
                return f"{m[0]} không có trong nguồn được dẫn"
    if piece.name:  # "… , 6,1 tháng": what is neither a time nor a part of a name
        times = [(m.start, m.end) for m in periods(piece.name)]
        named = _after_words(names)
        for m in _NUMBER.finditer(piece.name):
            if _last(piece.name[: m.end()]) not in named and not any(a <= m.start() < b for a, b in times):
                return f"{m[0]} không có trong nguồn được dẫn"
    if not read and not piece.name:
        for m in NOT.finditer(quotes):  # "phát sinh" of "không phát sinh"
            verb = rf"(?<!\w)(?<!không )(?<!chưa )(?<!chẳng ){re.escape(m['verb'])}(?!\w)"
            if re.search(verb, piece.plain, re.I) and not re.search(verb, quotes, re.I):
                return f"“{m['verb']}” không có trong nguồn được dẫn"
        words = [w for w in tokens(piece.plain) if w not in W.STOP and not w[0].isdigit()]
        known = set(tokens(quotes))
        if words and sum(w in known for w in words) < 0.7 * len(words) and not re.match(r"\s*(?:báo cáo|nguồn|đúng|không)", piece.plain, re.I):
            return "có điều nguồn được dẫn không nêu"
    return ""


__all__ = ["Sentence", "Verified", "verify"]
