"""What a question is read against: one report's figures, sentences and vocabulary.

Built once per report from what the library keeps. No answers are made here.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from chain.counts import Counts
from chain.home import places_of
from chain.spelling import initials_of, is_pair
from chain.words import MEASURE_NOUNS, NO_END, NO_GOODS, SAYS_NO_GOODS, SEED, STOP, STOP_PHRASES, TRADE_IN_GENERAL
from report.addressed import addressed
from report.audit import conflicts
from report.model import BlockKind, Figure, Measure, Period, Report, Span
from report.sentences import goes_on
from report.shorthand import defined, in_full
from report.text import UPPER, words

_FUSED = (
    (re.compile(r"xuất\s*(?:,|-|–)?\s*nhập\s+khẩu", re.I), "xuấtnhậpkhẩu"),
    (re.compile(r"(?:(?<=hoạt động )|(?<=thu từ )|(?<=thuế ))xuất\s+khẩu\s*(?:,|và)\s*nhập\s+khẩu", re.I), "xuấtnhậpkhẩu"),  # as the budget has it: one source, no two
    (re.compile(r"thiếu\s+việc(?:\s+làm)?", re.I), "thiếuviệclàm"),
    (re.compile(r"xuat\s*(?:,|-|–)?\s*nhap\s+khau", re.I), "xuatnhapkhau"),
)
_BREAK = re.compile(rf"(?<=[.!?…]){NO_END}[\s]+(?=[{UPPER}]|[“\"])|(?<=[.…])(?=[{UPPER}][a-zà-ỹ])|\n+")
_WRAPPED = re.compile(r"[ \t]*\n[ \t]*")
_PRINTED_MARK = re.compile(r"\[(\d{1,3})\]")
_SUBJECT = 300  # characters in which a report says what it is about


def tokens(text: str) -> list[str]:
    """Words of `text` with "xuất nhập khẩu" as one, so that it is not mistaken for either half."""
    for pattern, one in _FUSED:
        text = pattern.sub(one, text)
    return words(text)


@dataclass(frozen=True)
class Zones:
    """The texts around a figure, the closest first, each as a padded row of syllables (" kim ngạch xuất khẩu ") and as a set."""

    rows: tuple[str, ...]
    sets: tuple[frozenset[str], ...]


# Its name, its head, its clause, the start of its sentence, the sentence, the titles over it, its paragraph up to there, what the report is about.
ZONES = ("own", "head", "clause", "lead", "sentence", "around", "paragraph", "title")


@dataclass(frozen=True)
class Named:
    """A figure with the words that name it: its own, its head's, its clause's, those that lead its sentence, and those around it.

    The clause reaches from the figure before it to the figure after it: words of other figures' clauses say nothing of this one.
    """

    figure: Figure
    own: frozenset[str]
    head: frozenset[str]
    clause: frozenset[str]
    lead: frozenset[str]
    around: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    said: frozenset[tuple[str, str]]  # syllables side by side in any of these
    zones: Zones
    since: int  # where the figure before it in its sentence ends, or the sentence begins


@dataclass(frozen=True)
class Sentence:
    """A sentence (or table row) of the report and its words."""

    span: Span
    text: str
    words: frozenset[str]
    section: str
    row: bool = False  # of a table


IN_TRADE = frozenset(["giá", "lượng", "xuất", "nhập"])
_REST_IS = re.compile(r"(?:phần\s+|số\s+)?còn lại(?:\s+(?:là|thuộc|của|từ))?\s+(?P<what>[^.;,\d]+)", re.I)
_OFTEN = 20  # figures
_SELDOM = 30  # figures of the whole year for each of some months of it: those months are told of in passing
_FAR_MORE = 1.5  # changes in the month for each one in a longer time: bulletins of prices have twice as many and more, others at most a third more


@dataclass
class World:
    """One report, ready for questions."""

    name: str
    report: Report
    figures: tuple[Named, ...]
    sentences: tuple[Sentence, ...]
    vocabulary: Counter[str]
    pairs: Counter[tuple[str, str]]
    places: tuple[str, ...]
    main_year: int | None
    years: frozenset[int]
    idf: dict[str, float] = field(default_factory=dict)
    initials: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    rivals: dict[Span, tuple[Figure, ...]] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)  # the short forms that the report explains
    nearness: Callable[[str], Mapping[str, float] | None] | None = None  # how near a question is to each name of a figure, where there are vectors

    @cached_property
    def counts(self) -> Counts:
        """How often the report's syllables stand, and side by side."""
        return Counts.of([self.report.text, *(f"{n.figure.indicator}\n" for n in self.figures)])

    @cached_property
    def _by_place(self) -> dict[tuple[int, int], Named]:
        out: dict[tuple[int, int], Named] = {}
        for n in self.figures:
            out.setdefault((n.figure.span.start, n.figure.span.end), n)
        return out

    def at(self, start: int, end: int) -> Named | None:
        """The figure that stands at these characters of the report, as an answer states it; the first where one text states two."""
        return self._by_place.get((start, end))

    @cached_property
    def spelled(self) -> list[str]:
        """The words that a mistyped one is compared with."""
        return [w for w in self.vocabulary if len(w) > 1 and not w[0].isdigit()]

    @cached_property
    def lower(self) -> str:
        """The report's text in lower case."""
        return self.report.text.lower()

    @cached_property
    def named_in_trade(self) -> frozenset[frozenset[str]]:
        """The words by which each figure's name tells what was traded, or by whom: "gạo" of "xuất khẩu gạo"."""
        return frozenset(n.own - TRADE_IN_GENERAL - STOP - SAYS_NO_GOODS for n in self.figures) - {frozenset()}

    @cached_property
    def goods(self) -> Counter[frozenset[str]]:
        """The goods whose price, volume or trade the report tells, each with the number of its figures."""
        return Counter(goods for n in self.figures if IN_TRADE & (n.own | n.head) and (goods := n.own - NO_GOODS))

    @cached_property
    def rests(self) -> tuple[tuple[Sentence, re.Match[str]], ...]:
        """The sentences that say what the rest of a whole is ("what"), with where: "…, còn lại là hàng nội địa"."""
        return tuple((s, m) for s in self.sentences if not s.row and (m := _REST_IS.search(s.text)) is not None)

    @cached_property
    def running(self) -> Period | None:
        """What of the main year the report sums up, where it does: "10 tháng", or the days up to one that it tells of again and again ("đến 15/11")."""
        found = Counter(n.figure.period for n in self.figures if n.figure.period.kind in ("months", "date") and n.figure.period.year == self.main_year)
        days = [(p.part, count) for p, count in found.items() if p.kind == "date" and p.part]
        whole = sum(n.figure.period.kind == "year" and n.figure.period.year == self.main_year for n in self.figures)
        told = [
            (p, count) for p, count in found.most_common()
            if p.kind == "months" and count * _SELDOM >= whole and not any(day > 100 * (p.part or 0) + 31 and n > count for day, n in days) or p.kind == "date" and count >= _OFTEN and p.part not in (None, 1231)
        ]  # fmt: skip
        return told[0][0] if told else None

    @cached_property
    def by_month(self) -> bool:
        """Whether the report tells how things changed in one month, far more than in a run of months: a month's bulletin of prices."""
        kinds = Counter(n.figure.period.kind for n in self.figures if n.figure.measure in (Measure.GROWTH, Measure.INDEX) and n.figure.period.year == self.main_year)
        return kinds["month"] > _FAR_MORE * sum(kinds[k] for k in ("months", "quarter", "half", "year", "date"))

    def weight(self, word: str) -> float:
        """How much a word tells figures apart; a word the report lacks tells the most."""
        return self.idf.get(word, self._unknown)

    @cached_property
    def _unknown(self) -> float:
        return max(self.idf.values(), default=1.0)

    def is_word(self, first: str, second: str) -> bool:
        """Whether two syllables make a word of the dictionary, or of the report's names."""
        return is_pair(first, second)

    def says(self, phrase: str) -> bool:
        """Whether the report, or a figure's name, holds the words of `phrase` side by side."""
        row = tokens(phrase)
        return all(self.pairs.get(p) for p in zip(row, row[1:])) if len(row) > 1 else bool(self.vocabulary.get(row[0])) if row else False

    def section_of(self, figure_or_span: Figure | Span) -> str:
        """The path of the section in which it stands, for a citation."""
        if isinstance(figure_or_span, Figure) and figure_or_span.section is not None:
            return " › ".join(self.report.section_path(figure_or_span.section))
        span = figure_or_span.span if isinstance(figure_or_span, Figure) else figure_or_span
        best: int | None = None
        for index, section in enumerate(self.report.sections):
            if section.span.holds(span) and (best is None or section.level >= self.report.sections[best].level):
                best = index
        return " › ".join(self.report.section_path(best))


def split_sentences(text: str, span: Span) -> list[Span]:
    """The sentences of `text` inside `span`, without the space between them."""
    out, start = [], span.start
    body = text[span.start : span.end]
    for m in [*_BREAK.finditer(body), None]:
        if m is not None and m[0] == "\n" and goes_on(body, start - span.start, m.start()):
            continue  # a line of a paragraph as it was printed
        end = span.start + (m.start() if m else len(body))
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = end - (len(piece) - len(piece.rstrip()))
        if right > left:
            out.append(Span(left, right))
        start = span.start + (m.end() if m else len(body))
    return out


_CLAUSE_END = re.compile(r"[,;:.()]|(?<!\w)(?:và|còn|trong đó|nhưng)(?!\w)")
_SENTENCE_PART = re.compile(r"[;:.()]|(?<!\w)(?:trong đó|nhưng)(?!\w)")


def _clause(text: str, f: Figure, beside: Sequence[Span]) -> tuple[str, str]:
    """What stands right before a figure, from the figure before it, and what follows it up to the next mark or figure."""
    before = max((s.end for s in beside if s.end <= f.span.start), default=f.sentence.start)
    after = min((s.start for s in beside if s.start >= f.span.end), default=f.sentence.end)
    left, right = text[before : f.span.start], text[f.span.end : after]
    # the tail of the figure before ("… 412 vụ vi phạm, ") is its own
    bare = left.rstrip().removesuffix("(")  # "dự toán Trung ương giao (11.250 tỷ đồng)"
    if before > f.sentence.start and (m := _CLAUSE_END.search(bare)):
        left = left[m.end() :]
    # after the last figure a noun goes on past "và": "2.000 doanh nghiệp và tổ chức tham gia xuất nhập khẩu"
    m = (_CLAUSE_END if after < f.sentence.end else _SENTENCE_PART).search(right)
    return left, right[: m.start()] if m else right


_DEALS = re.compile(r"(?<!\w)lần lượt(?!\w)", re.I)
_ONE_AFTER = re.compile(r"\s*(?:[,;]|và|,\s*và)?\s*", re.I)


def _dealt(text: str, here: Sequence[Figure]) -> dict[Span, tuple[str, list[str]]]:
    """The figures of a sentence that a "lần lượt" deals out, each with the words that they share and the names of the others: "A, B và C lần lượt nộp 5, 7 và 9 tỷ đồng"."""
    out: dict[Span, tuple[str, list[str]]] = {}
    for m in _DEALS.finditer(text, here[0].sentence.start, here[0].sentence.end):
        run: list[Figure] = []
        for f in here:
            if f.span.start >= m.end() and (not run or f.measure is run[0].measure and _ONE_AFTER.fullmatch(text, run[-1].span.end, f.span.start)):
                run.append(f)
        if len({f.indicator for f in run}) == len(run) > 1:
            tail = _clause(text, run[-1], [f.span for f in here])[1]  # "… và 9 tỷ đồng vào ngân sách": said of all
            out |= {f.span: (f"{text[m.end() : run[0].span.start]} {tail}", [g.indicator for g in run if g is not f]) for f in run}
    return out


def _since(f: Figure, ends: Sequence[int]) -> int:
    """Where the last of the figures that end at `ends` (in order) before `f` ends in its sentence; the sentence's start where there is none."""
    i = bisect_right(ends, f.span.start)
    return max(ends[i - 1], f.sentence.start) if i else f.sentence.start


def _paragraph(report: Report, f: Figure) -> str:
    """What stands before a figure's sentence in its own paragraph."""
    if f.table is not None:
        return ""
    start = report.text.rfind("\n", 0, f.sentence.start) + 1
    return report.text[start : f.sentence.start]


def build_world(report: Report, figures: Sequence[Figure]) -> World:
    """The world of one report."""
    text = report.text
    # What speaks to a program is no word of the report: nothing is answered from it.
    unheard = addressed(text)
    figures = [f for f in figures if not any(u.holds(f.span) for u in unheard)]
    spans: list[Span] = []
    rows: set[Span] = set()
    for block in report.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
            continue
        if block.kind is BlockKind.TABLE and block.table is not None:
            for row in report.tables[block.table].rows[report.tables[block.table].header_rows :]:
                if row:
                    spans.append(Span(min(c.span.start for c in row), max(c.span.end for c in row)))
                    rows.add(spans[-1])
        else:
            spans.extend(split_sentences(text, block.span))
    if not report.blocks:
        spans = split_sentences(text, Span(0, len(text)))
    spans = [s for s in spans if not any(u.start < s.end and s.start < u.end for u in unheard)]
    short = defined(text)

    def full(said: str) -> list[str]:
        return tokens(in_full(said, short))

    stream = full(text)
    vocabulary = Counter(stream)
    vocabulary.update({w: n for w, n in Counter(tokens(text)).items() if w not in vocabulary})  # short forms are words of it too
    for name in (report.title, *(f.indicator for f in figures)):
        vocabulary.update(tokens(name))
    pairs = Counter(zip(stream, stream[1:]))
    for phrase in (*SEED, *MEASURE_NOUNS, *STOP_PHRASES, *STOP):
        ws = tokens(phrase)
        for w in ws:
            vocabulary.setdefault(w, 0)
        pairs.update(zip(ws, ws[1:]))
    beside: dict[Span, list[Span]] = {}
    for f in figures:
        if f.table is None:
            beside.setdefault(f.sentence, []).append(f.span)
    dealt: dict[Span, tuple[str, list[str]]] = {}
    for sentence_span in beside:
        if _DEALS.search(text, sentence_span.start, sentence_span.end):
            dealt |= _dealt(text, [f for f in figures if f.table is None and f.sentence == sentence_span])
    subject = tokens(f"{report.title} {text[:_SUBJECT]}")
    ends = sorted(f.span.end for f in figures)
    named = []
    for f in figures:
        own = full(f"{f.indicator} {f.scope}")
        head = full(f.head)
        caption = ""
        clause: list[str] = []
        lead: list[str] = []
        if f.table is not None and f.table < len(report.tables):
            table = report.tables[f.table]
            titles = " ".join(c.text for row in table.rows[: table.header_rows] for c in row[:2])  # what the rows are: "Thị trường"
            caption = f"{table.caption.of(text) if table.caption else ''} . {titles} . {f.sentence.of(text)}"
            if f.column is not None:  # what its column says: "Dự toán HĐND tỉnh giao"
                clause = full(" . ".join(dict.fromkeys(row[f.column].text for row in table.rows[: table.header_rows] if f.column < len(row))))
        elif f.table is None:
            spans_here = beside[f.sentence]
            before, after = _clause(text, f, spans_here)
            if f.span in dealt:
                shared, others = dealt[f.span]
                before = f"{re.sub('|'.join(map(re.escape, sorted(others, key=len, reverse=True))), ' . ', before, flags=re.I)} . {shared}"
            clause = full(f"{before} {after}")
            first = min(s.start for s in spans_here)
            lead = full(text[f.sentence.start : max(first, f.sentence.start)])
        around = full(f"{caption} {' '.join(report.section_path(f.section))}")
        said = {p for row in (own, head, clause, lead, around) for p in zip(row, row[1:])}
        seq = [*head, *own]
        sentence = full(f.sentence.of(text))
        texts = (own, head, clause, lead, sentence, around, full(_paragraph(report, f)), subject)
        zones = Zones(tuple(f" {' '.join(r)} " for r in texts), tuple(map(frozenset, texts)))
        named.append(Named(f, frozenset(own), frozenset(head), frozenset(clause), frozenset(lead), frozenset(around), frozenset(zip(seq, seq[1:])), frozenset(said), zones, _since(f, ends)))
    counts = Counter(w for n in named for w in n.own | n.head)
    total = len(named) + 1
    idf = {w: 0.4 + math.log(total / (1 + c)) / math.log(total + 1) for w, c in counts.items()}
    years = Counter(f.period.year for f in figures if f.period.year and f.modality.value in ("actual", "estimate"))
    world = World(
        report.name, report, tuple(named), (), vocabulary, pairs,
        places_of(report), years.most_common(1)[0][0] if years else None,
        frozenset(f.period.year for f in figures if f.period.year), idf, initials_of(stream), short=short,
    )  # fmt: skip
    world.rivals = {f.span: group for group in conflicts(figures, report) for f in group}
    # "[1]" in an answer is a mark of ours: one that the report prints is written otherwise.
    world.sentences = tuple(Sentence(s, _PRINTED_MARK.sub(r"(\1)", _WRAPPED.sub(" ", s.of(text))), frozenset(tokens(s.of(text))), world.section_of(s), s in rows) for s in spans)
    return world
