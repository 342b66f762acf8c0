"""The whole chain as one LangChain Runnable: `Ask` in, `Answer` or `NotInReport` out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from chain import (
    arithmetic,
    balances,
    basket,
    claims,
    computing,
    contributions,
    counted_in,
    days,
    derive,
    distributed,
    extremes,
    foremost,
    gaps,
    groups,
    lists,
    members,
    over_time,
    qualified,
    said,
    sentences_answer,
    series,
    so_many,
    sorts,
    talk,
    versus,
    worked,
)
from chain import words as W
from chain.answer import Answer, Ask, NotInReport
from chain.apart import by_its_name, told_by_another_term
from chain.choosing import choose
from chain.compose import Draft, period_name
from chain.crosscheck import crosscheck
from chain.enumerated import tells_all
from chain.follow import Turn, Understood, stands, understand
from chain.llm import Writer
from chain.matching import ANYONE
from chain.parts import naming, take_apart
from chain.question import Question, asks, asks_nation, clean, read
from chain.select import Match, agreeing, find, kind_fit, lacks, modality_fit, near, period_fit, siblings, unit_fits
from chain.tagging import NOUNS, tagged, telling
from chain.words import MEASURE_NOUNS
from chain.world import World, build_world, tokens
from report import units
from report.model import Base, Direction, Figure, Measure, Modality, Span, name_of
from report.numbers import quantities
from report.periods import periods as period_mentions
from report.periods import same
from report.text import fold

_COUNTED = re.compile(r"\d\s*(?:%|phần trăm|triệu|tỷ|nghìn|đồng|usd|tấn|ha|km|kg|con|người|hộ|xã|vụ|dự án|doanh nghiệp)(?!\w)", re.I)  # a claim about an amount
_OTHER_READINGS = 3  # of a question without diacritics that are tried where the likeliest finds nothing
MOST_SUGGESTED = 3
_TALKS = 256  # talks kept understood: a talk goes on from its last turn
_FOLLOW = re.compile(r"^(?:còn|thế còn|vậy còn|thế|vậy|nó|cái|sang năm|hai cái|nói rõ|giai đoạn tới|đến khi)\b", re.I)


class Assistant(Runnable[Ask, Any]):
    """Answers questions over a library. Raises ValueError (one Vietnamese line) for a question that is none."""

    def __init__(self, library: Any, writer: Writer | None = None) -> None:
        self.library = library
        self.writer = writer
        self._worlds: dict[tuple[str, str], World] = {}
        self._talks: dict[tuple[str, str, tuple[str, ...]], list[Turn]] = {}

    def invoke(self, input: Ask, config: RunnableConfig | None = None, **kwargs: Any) -> Answer | NotInReport:
        result, world = self._composed(input)
        if self.writer is None or world is None or not isinstance(result, Answer):
            return _whole(result)
        return _whole(self.writer.write(input.question, result, world))

    def compose(self, input: Ask) -> Answer | NotInReport:
        """The composer's answer, whether or not there is a writer."""
        return _whole(self._composed(input)[0])

    def _composed(self, input: Ask) -> tuple[Answer | NotInReport, World | None]:
        clean(input.question)
        worlds = [self._world(s.name, s.sha256) for s in self.library.reports() if input.report in (None, s.name)]
        if not worlds:
            return NotInReport("Thư viện không có báo cáo này." if input.report else "Thư viện chưa có báo cáo nào."), None
        scored = [(*self._one(input, w, alone=len(worlds) == 1), w) for w in worlds]
        _, result, world = max(scored, key=lambda t: t[0])
        return result, world

    def stream(self, input: Ask, config: RunnableConfig | None = None, **kwargs: Any) -> Iterator[Any]:
        """The text in pieces, then the whole result. Nothing is shown before it was checked; what to ask next is thought of last."""
        result, world = self._composed(input)
        pieces: Iterable[Any] = (*re.findall(r"\S+\s*", result.text), result)
        if self.writer is not None and world is not None and isinstance(result, Answer):
            pieces = self.writer.stream(input.question, result, world)
        for piece in pieces:
            yield piece if isinstance(piece, str) else _whole(piece)

    def _world(self, name: str, sha256: str) -> World:
        key = (name, sha256)
        if key not in self._worlds:
            world = build_world(self.library.report(name), [f for _, f in self.library.figures(name)])
            if hasattr(self.library, "nearness"):
                world.nearness = partial(self.library.nearness, name)
            self._worlds[key] = world
        return self._worlds[key]

    def _one(self, ask: Ask, world: World, *, alone: bool = False) -> tuple[float, Answer | NotInReport]:
        """The answer of one report and how well it fits; `alone` there is no other to compare it with."""
        draft = Draft(world, ask.question)
        if (spoken := talk.reply(ask.question, draft, _suggest)) is not None:
            return (1.0 if isinstance(spoken, Answer) else 0.5), spoken
        meant, result = self._meant(ask.question, ask.history, draft)
        if not isinstance(result, Answer) and fold(ask.question) == ask.question.lower():
            meant, result = self._read_otherwise(ask, world) or (meant, result)
        self._go_on(ask.history, ask.question, meant, result, world)
        if alone:
            return 1.0, result
        q = meant.question
        asked = [*q.terms, *(t for t in q.terms if t in q.nouns)]  # what is named counts twice
        score = 0.4 * sum(bool(world.vocabulary.get(t)) for t in asked) / (len(asked) or 1)  # of several refusals, that of the report that knows the words
        if isinstance(result, Answer):
            score = 1.0 + (find(q, world)[0].score if find(q, world) else 0.0)
        return score, result


    def _read_otherwise(self, ask: Ask, world: World) -> tuple[Understood, Answer] | None:
        """A question typed without diacritics as it could be meant as well, where that asks for a figure the report states: "chì thỏi", not "chỉ thời"."""
        for other in range(1, _OTHER_READINGS + 1):
            try:
                meant, result = self._meant(ask.question, ask.history, Draft(world, ask.question), other)
            except ValueError:
                return None
            if isinstance(result, Answer) and meant.question.operation == "lookup":
                return meant, result
        return None

    def _meant(self, question: str, history: tuple[str, ...], draft: Draft, other: int = 0) -> tuple[Understood, Answer | NotInReport]:
        """The question with what earlier ones said, and its answer in `draft`."""
        world = draft.world
        turns = self._talk(history, world) if history else []
        asked = read(question, world, other)
        meant = understand(asked, turns, world)
        if history and (words := self._in_words(asked, history[-1], world)) is not None:
            meant = Understood(words, meant.turn)  # no figures: the sentence that was asked about goes on
        q = meant.question
        if meant.carried:
            draft.reading = reading(meant)
        if q.other_place:
            return meant, draft.refuse(f"Báo cáo không nêu số liệu của {q.other_place}.")
        if meant.pair is not None and (gap := arithmetic.subtract(*meant.pair, draft, "Chênh ", _short_names(meant.pair))) is not None:
            return meant, gap
        if meant.carried:
            found = find(q, world) if meant.turn.figure is not None and q.operation == "lookup" else []
            chosen = [m for m in found if m.figure is meant.turn.figure] or settled(meant)
            result = _figures(q, [*chosen, *(m for m in found if m not in chosen)], draft) if chosen and not q.also_target else respond(q, draft)
            if isinstance(result, Answer) and (not _of_the_talk(result, meant, world) or _goes_the_other_way(history, asked, result, world) or turns and strays(result, asked, turns[-1], world)):
                again = Draft(world, draft.question, reading=draft.reading)
                counted = [m for m in find(q, world) if unit_fits(asked.unit, m.figure)] if asked.unit and q.operation == "lookup" and result.figures else []
                instead = _figures(q, counted, again) if counted and counted[0].figure.text != result.figures[0].text else None
                result = instead if isinstance(instead, Answer) and _of_the_talk(instead, meant, world) else _nearest(q, Draft(world, draft.question, reading=draft.reading))
            return meant, result
        return meant, alone(q, draft)

    def _in_words(self, q: Question, earlier: str, world: World) -> Question | None:
        """A follow-up about what sentences say ("nó ổn định từ lúc nào?"), completed; None for one about figures."""
        try:
            before = read(earlier, world)
        except ValueError:
            return None
        if q.operation != "when" and (before.operation != "text" or q.amount or q.base is not Base.NONE):
            return None  # "so với năm trước?" asks for a figure
        carried = carry(q, before)
        return carried if carried.carried and carried.operation in ("text", "when") else None

    def _talk(self, history: tuple[str, ...], world: World) -> list[Turn]:
        """The turns of the earlier questions, each understood from those before it."""
        known = self._talks.get((world.name, world.report.sha256, history))
        if known is not None:
            return known
        turns = list(self._talk(history[:-1], world)) if len(history) > 1 else []
        draft = Draft(world, history[-1])
        if talk.reply(history[-1], draft, lambda _figures, _world: ()) is not None:
            return turns
        try:
            meant, result = self._meant(history[-1], history[:-1], draft)
        except ValueError:
            return turns
        return self._go_on(history[:-1], history[-1], meant, result, world)

    def _go_on(self, history: tuple[str, ...], question: str, meant: Understood, result: Answer | NotInReport, world: World) -> list[Turn]:
        """Keeps the talk as it goes on from `question`: the next one need not be told all over what this one meant."""
        turns = self._talk(history, world) if history else []
        turn = meant.turn
        if isinstance(result, Answer) and result.figures and meant.question.operation == "lookup" and meant.pair is None:
            told = result.figures[0]
            figure = n.figure if (n := world.at(told.start, told.end)) is not None else turn.figure
            turn = replace(turn, figure=figure, unit=figure.unit if figure is not None and figure.measure is Measure.LEVEL else turn.unit)
        if (turn.subject or turns) and meant.pair is None and meant.question.operation != "why":
            turns = [*turns, turn]
        if len(self._talks) > _TALKS:
            self._talks.clear()
        self._talks[world.name, world.report.sha256, (*history, question)] = turns
        return turns


def alone(q: Question, draft: Draft) -> Answer | NotInReport:
    """The answer of one report to a question that leans on no other, held against what the question asks for."""
    world = draft.world
    result = which(q, draft) or lists.made_up_of(q, draft) or basket.answer(q, draft) or basket.first(q, draft) or members.answer(q, draft) or contributions.each(q, draft) or several(q, draft) or respond(q, draft)
    if not isinstance(result, Answer):
        return result
    if members.strays(q, result) or basket.strays(q, result, world) or sorts.strays(q, result, world):
        return draft.refuse(_not_said(q, world))
    if not tells_all(q, result, world) or so_many.lacks(q, result) or _of_no_place(q, result, world) or extremes.strays(q, result, world) or told_by_another_term(q, result, world) or counted_in.strays(q, result, world) or qualified.strays(q, result, world) or qualified.of_two_groups(q, result, world):
        return _nearest(q, Draft(world, draft.question, reading=draft.reading))
    if asks_nation(q.text, world) and not _of_the_nation(result):
        return draft.refuse("Báo cáo không nêu số liệu của cả nước.")
    return result


def settled(meant: Understood) -> list[Match]:
    """The figure that stands beside the one answered before and was asked for by its own name and slots, where the words of the talk before, or of its head, keep it from being found."""
    f, q = meant.turn.figure, meant.question
    own = f is not None and q.focus == f.sentence and not q.periods and q.terms == naming(f"{f.head} {f.indicator}")
    return [Match(f, 1.0, 1.0, ())] if own and f is not None else []


def _of_no_place(q: Question, result: Answer, world: World) -> bool:
    """Whether border gates, markets or communes are asked for and what is told is of none of them."""
    kinds = groups.asks_place(q)
    if not kinds or not result.figures or result.calculation:
        return False
    told = {(f.start, f.end) for f in result.figures}
    return not any(groups.named_place(n.figure, kinds) for n in world.figures if (n.figure.span.start, n.figure.span.end) in told)


def _of_the_nation(result: Answer) -> bool:
    """Whether what an answer states is told of the whole country in its quote."""
    first = next((c for c in result.citations if not result.figures or c.n == result.figures[0].citation), None)
    return first is not None and re.search(r"cả nước|toàn quốc|Việt Nam", f"{first.section} {first.quote}", re.I) is not None


def _short_names(pair: tuple[Figure, Figure]) -> tuple[str, str]:
    """The names for a sum: without the head where it holds a number of its own ("từ 15 tuổi trở lên")."""
    a, b = (name_of(f) if not re.search(r"\d", name_of(f)) else re.sub(r"\s*\d.*$", "", f.indicator) for f in pair)
    return a, b


def _of_the_talk(result: Answer, meant: Understood, world: World) -> bool:
    """Whether an answer to a question completed from the talk is about what the talk is about, and not about a neighbour."""
    turn = meant.turn
    if meant.question.operation in ("why", "when", "text"):
        about = turn.figure
        if about is None or not result.citations:
            return True
        words = set(tokens(turn.item or turn.subject)) - W.STOP
        text = world.report.text
        between = [text[min(c.end, about.span.end) : max(c.start, about.span.start)] for c in result.citations]
        return any("\n" not in gap for gap in between) or any(words <= set(tokens(f"{c.section} {c.quote}")) for c in result.citations)
    by_place = {(n.figure.span.start, n.figure.span.end): n.figure for n in world.figures}
    figures = [by_place[f.start, f.end] for f in result.figures if (f.start, f.end) in by_place]
    if result.calculation and figures and figures[0] is turn.figure:
        return True  # an index told as a growth: the others are only told apart from it
    if result.calculation and figures:
        return any(stands(f, turn, world) for f in figures) and len({f.period for f in figures}) == 1
    return not figures or stands(figures[0], turn, world)


_ONE_WAY = re.compile(r"(?<!\w)(?<!xuất )(?<!xuất, )(?<!xuất khẩu, )(?<!xuất khẩu và )(?:xuất|nhập)(?= (?:khẩu|sang|từ)(?!\w)(?!,? (?:và )?nhập khẩu))", re.I)


def _first_stated(result: Answer, world: World) -> Figure | None:
    """The report's figure that an answer states first."""
    n = world.at(result.figures[0].start, result.figures[0].end) if result.figures else None
    return n.figure if n is not None else None


def _goes_the_other_way(history: tuple[str, ...], asked: Question, result: Answer, world: World) -> bool:
    """Whether a talk is of exports alone, and a follow-up that names no way is answered with imports, or the reverse."""
    ways = {m.lower() for m in _ONE_WAY.findall(" ".join(history))}
    if len(ways) != 1 or _ONE_WAY.search(asked.raw) or not result.figures:
        return False
    f = _first_stated(result, world)
    told = {m.lower() for m in _ONE_WAY.findall(f"{f.indicator} {f.head}")} if f is not None else set()
    return bool(told) and not told & ways


def _sort(unit: str) -> str:
    """Whether a unit is of money, mass, area, … or counts things, whichever they are."""
    return units.sort(unit) if unit != "tiền" else "money"


_COUNTS_ANEW = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, MEASURE_NOUNS), key=len, reverse=True))}|số|tiền|vốn|bao nhiêu|mấy|giá)(?!\w)", re.I)


def strays(result: Answer, asked: Question, before: Turn, world: World) -> bool:
    """Whether a follow-up is answered with the very figure that was answered before, or with one of another kind that it does not ask for."""
    prev = before.figure
    if prev is None and before.unit and not asked.unit and result.figures and asked.operation in ("lookup", "text") and take_apart(asked.text).kind in ("", "level"):
        told = _first_stated(result, world)
        return told is not None and _sort(before.unit) != _sort(told.unit)  # so many declarations were asked for before, and this is tonnes
    if prev is None or not result.figures or asked.operation not in ("lookup", "text"):
        return False
    added = prev.measure is Measure.CHANGE and prev.unit == "điểm phần trăm"  # what one adds to the whole, and then another
    if result.calculation and not added:
        return False
    f = _first_stated(result, world)
    if f is not None and asked.unit and not unit_fits(asked.unit, f):
        return True  # "mấy dự án?" is answered by no capital
    p = take_apart(asked.text)
    if f is None or p.kind not in ("", "level") or p.against or asked.measure is not None or asked.unit:
        return f is prev and (p.kind != before.kind or bool(p.when))
    if f is prev or added and p.kind == "" and f.measure is not Measure.CHANGE:
        return True
    changes = (Measure.GROWTH, Measure.INDEX, Measure.CHANGE)
    if prev.measure is Measure.LEVEL and prev.unit and f.unit:
        rate = re.search(r"tỷ lệ|tỷ suất|tỷ trọng|chỉ số|phần trăm", asked.text, re.I)
        return not rate and ((f.unit == "%") is not (prev.unit == "%") or f.measure is not Measure.LEVEL or _sort(f.unit) != _sort(prev.unit) and not _COUNTS_ANEW.search(asked.text))
    return p.kind == "" and not p.plan and prev.measure in changes and f.measure not in changes


def reading(meant: Understood) -> str:
    """How a question that leans on the talk was understood, for the user to see."""
    if meant.pair is not None:
        return "Hiểu là: chênh lệch giữa " + " và ".join(" ".join(t for t in (name_of(f), period_name(f.period)) if t) for f in meant.pair)
    turn = meant.turn
    ask = " ".join(t for t in (turn.plan, "" if turn.kind == "level" else turn.ask, turn.against) if t)
    return "Hiểu là: " + " · ".join(t for t in (turn.names, turn.when, ask) if t)


def which(q: Question, draft: Draft) -> NotInReport | None:
    """The question back, with choices, where it says how something is counted and not what ("sản lượng bao nhiêu?")."""
    counted = {w for noun in MEASURE_NOUNS for w in noun.split()}
    if q.operation != "lookup" or not q.terms or not set(q.terms) <= counted | W.GENERIC or q.claim or q.excluded or groups.EACH.search(q.text) and q.direction is not Direction.NONE:
        return None
    fitting = find(q, draft.world)
    named = [m.figure for m in fitting if m.score >= fitting[0].score - 0.15 and not set(tokens(m.figure.indicator)) <= set(q.terms) | W.STOP]
    if not named or named[0] is not fitting[0].figure or len({name_of(f) for f in named}) < 2 or len({(f.value, f.unit, f.period) for f in named}) < 2:
        return None
    firsts = list({name_of(f): f for f in reversed(named)}.values())[::-1]
    choices = _suggest(firsts[:6], draft.world).now()
    if len(choices) < 2:
        return None
    return NotInReport("Câu hỏi có thể hiểu theo nhiều cách. Bạn muốn hỏi chỉ tiêu nào?", suggestions=choices, choices=choices, reading=draft.reading)


_WHICH_AND_EACH = re.compile(r"(?<!\w)(?:nào|gì)(?!\w)[^?]*?(?:,|\svà)?\s(?:mỗi|từng)\s\S+(?:\s\S+){0,2}?\s(?:là\s|đạt\s)?(?:bao nhiêu|mấy)(?!\w)", re.I)


def several(q: Question, draft: Draft) -> Answer | None:
    """One answer to the several things that a question asks for, when each is stated; None when it asks for one."""
    if q.operation not in ("lookup", "extreme", "filter", "text") or q.claim:
        return None
    parts = asks(q.text)
    if len(parts) < 2 or groups.EACH.search(parts[0]) and groups.BY_HOW_MUCH_MONEY.search(q.text) or "nhất" in q.text.lower() and _WHICH_AND_EACH.search(q.text):
        return None  # "những nhóm hàng nào giảm và giảm bao nhiêu triệu USD": one list tells both
    texts: list[str] = []
    said_already = False
    first: Question | None = None
    for part in parts:
        try:
            one = read(part, draft.world)
        except ValueError:
            return None
        if first is None:
            first = replace(one, periods=one.periods or q.periods, modality=one.modality or (q.modality if not q.also_target else None))
            if first.carried == () and q.carried:
                first = replace(first, terms=tuple(dict.fromkeys(q.terms)) if not one.terms else one.terms)
            result = respond(first, draft)
        else:
            if first.operation in ("extreme", "filter", "text") and not one.terms:
                said_already = True
                continue  # "… nào giảm, giảm mấy phần trăm": the list says it
            alone = replace(one, periods=one.periods or first.periods, modality=one.modality or (None if one.measure else first.modality), focus=_focus(draft))
            joined = replace(alone, terms=tuple(dict.fromkeys(first.terms + one.terms)))
            if not one.terms:  # "…, tăng mấy %?": of whom is said in the first part
                joined = replace(joined, text=f"{_ITS_ASKING.sub('', first.text)} {one.text}")
            chosen = joined if not one.terms or not find(alone, draft.world) or find(joined, draft.world) else alone
            result = respond(chosen, draft)
        if isinstance(result, NotInReport):
            return None
        texts.append(result.text)
    bare = [" ".join(_CITED.sub(" ", t).split()).strip(" .;") for t in texts]
    once = [t for k, t in enumerate(texts) if not any(bare[k] in other and (len(other) > len(bare[k]) or j < k) for j, other in enumerate(bare) if j != k)]
    return draft.answer(" ".join(once)) if len(texts) > 1 or texts and said_already else None


_ITS_ASKING = re.compile(r"\s*(?:(?:là|đạt|được|ước)\s+)*(?:bao nhiêu|mấy)(?!\w)(?:\s*(?:tỷ|triệu|nghìn|đồng|USD|tiền|%|phần trăm)(?!\w))*", re.I)
_CITED = re.compile(r"[.;]?\s*\[\d+\]")


def _focus(draft: Draft) -> Span | None:
    """The sentence that the last stated figure stands in: what is asked next is likely there."""
    if not draft.figures:
        return None
    n = draft.world.at(draft.figures[-1].start, draft.figures[-1].end)
    return n.figure.sentence if n is not None else None


_ENTRUSTED = re.compile(r"^\W*(?:ai|(?:cơ quan|đơn vị|sở|ngành|bộ|ban|tổ chức|cấp|phòng)\s+nào)\s+(?:sẽ\s+|phải\s+)?(?:được giao|bị giao|chủ trì|phụ trách|chịu trách nhiệm|đứng ra|có nhiệm vụ|phải)(?!\w)", re.I)
_COUNTS = frozenset(("giá", "trị", "kim", "ngạch", "tổng", "mức", "số", "lượng"))


def _other(asked: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """The words asked before with their opposite in its place: "còn hàng xuất khẩu?" after "các mặt hàng nhập khẩu"; none where none is named."""
    swaps = {b: a for pair in W.OPPOSITES for a, b in (pair, pair[::-1]) if a in asked and a not in before and b in before and b not in asked}
    if not swaps or set(asked) - set(before) - set(swaps.values()):
        return ()
    return tuple(swaps.get(w, w) for w in before)


def _swapped(text: str, asked: tuple[str, ...], before: tuple[str, ...]) -> str:
    """The text of the question before with the opposite that is asked now in its place, or with what is asked now behind it."""
    swaps = {b: a for pair in W.OPPOSITES for a, b in (pair, pair[::-1]) if a in asked and b in before and b not in asked}
    for old, new in swaps.items():
        text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text, flags=re.I)
    return text if swaps else f"{text} {' '.join(asked)}"


def carry(q: Question, before: Question) -> Question:
    """`q` with the slots it leaves open taken from the question before it; a complete question takes none."""
    incomplete = not q.terms or bool(_FOLLOW.match(q.raw.strip())) or len(q.raw.split()) <= 3
    if not incomplete:
        return q
    carried = []
    terms, periods, measure, base, unit, modality = q.terms, q.periods, q.measure, q.base, q.unit, q.modality
    if not terms:
        terms, carried = before.terms, ["terms"]
    elif q.operation == "why" and not set(terms) & telling(q.text) or re.match(r"(?:thế |vậy |còn )?(?:nó|cái đó|cái này|việc đó|điều đó)\b", q.raw.strip(), re.I):  # "vì sao chậm vậy?"
        terms, carried = tuple(dict.fromkeys(before.terms + terms)), ["terms"]
    elif q.operation == "when" and before.operation in ("why", "when", "text") and not set(terms) & set(before.terms):
        # "đến khi nào thì phục hồi?": the thing goes on, not how it was counted
        terms, carried = tuple(dict.fromkeys((*(w for w in before.terms if w not in _COUNTS), *terms))), ["terms"]
    elif before.operation == "text" and _FOLLOW.match(q.raw.strip()) and (swapped := _other(terms, before.terms)):
        terms, carried = swapped, ["terms"]
    elif not set(terms) & set(before.terms) and q.operation != "claim" and before.terms:
        # "Hè Thu?" after "sản lượng lúa Đông Xuân": what it is counted in stays, the item changes.
        heads = {"sản", "lượng", "kim", "ngạch", "diện", "tích", "năng", "suất", "giá", "trị", "lúa"}
        terms = tuple(w for w in before.terms if w in heads and w not in terms) + terms
        carried = ["terms"]
    if not periods and q.modality is not Modality.TARGET and q.operation != "when":
        periods = before.periods
    if measure is None and not q.unit and (not q.terms or not q.amount):
        measure, base, unit = before.measure, before.base, before.unit
    if modality is None and q.terms and not q.periods:
        modality = before.modality
    operation = before.operation if q.operation in ("lookup", "text") and not q.amount and before.operation in ("why", "when", "text") else q.operation
    # "còn hàng xuất khẩu?" after "các mặt hàng nhập khẩu chủ yếu là gì?": the rest of the question is meant again
    text = _swapped(before.text, q.terms, before.terms) if operation == "text" and q.operation != "text" else q.text
    return replace(q, text=text, compounds=tuple(c for c in q.compounds + before.compounds if c in q.compounds or all(w in terms for w in c)), light=q.light | before.light, terms=terms, periods=periods, measure=measure, base=base, unit=unit, modality=modality, operation=operation, carried=tuple(carried))


def _of_another_plan(q: Question, told: Answer, world: World) -> bool:
    """Whether what a year's plan holds is asked for and all amounts of the quoted sentences are of another time or no plan's."""
    if q.modality is not Modality.TARGET or not any(p.kind == "year" and p.year for p in q.periods):
        return False
    inside = [n.figure for n in world.figures if n.figure.measure is Measure.LEVEL and any(c.start <= n.figure.span.start < c.end for c in told.citations)]
    return bool(inside) and not any(f.modality in (Modality.TARGET, Modality.FORECAST) and period_fit(q, f, world) is not None for f in inside)


def respond(q: Question, draft: Draft) -> Answer | NotInReport:
    """The answer of one report to a question in slots."""
    world = draft.world
    if q.operation == "sum" and computing.one_thing(q, world):
        q = replace(q, operation="lookup")
    if q.operation == "filter" and _ENTRUSTED.search(q.text):  # "cơ quan nào được giao cắt vốn các dự án … dưới 50%": no office has a figure
        q = replace(q, operation="text")
    if q.operation == "sum" and _SET_AGAINST.search(q.text):
        return draft.refuse(_not_said(q, world))
    if q.operation == "claim" and foremost.speaks_of(q):
        return foremost.check(q, draft) or claims.only(q, draft) or (said.check(q, draft) if not _COUNTED.search(q.text) else None) or draft.refuse("Báo cáo không nêu điều này nên không kết luận được.", "không có trong báo cáo")
    if q.operation not in ("claim", "why") and sentences_answer.asks_paper(q):
        return sentences_answer.paper(q, draft) or draft.refuse(_not_said(q, world))
    if q.operation == "claim":
        checked = claims.check(q, draft)
        return (crosscheck(q, draft, checked, alone) if isinstance(checked, Answer) else checked) or (said.check(q, draft) if not _COUNTED.search(q.text) and not claims.of_plan_reached(q, world) else None) or draft.refuse("Báo cáo không nêu điều này nên không kết luận được.", "không có trong báo cáo")
    if (told := versus.answer(q, draft)) is not None:
        return told
    if gaps.asks_budget_gap(q) and (told := gaps.budget_gap(q, draft)) is not None:
        return told
    if q.operation == "difference" and not groups.EACH.search(q.text) and (lack := _LACK.search(q.text)) is not None:  # "thiếu 1.135 giáo viên" is told as such
        lacking = [m for m in choose(replace(q, operation="lookup"), world)[:1] if _told_so(m.figure, lack[0].lower(), world)]
        if lacking:
            return _figures(q, lacking, draft)
    if q.operation == "difference" and _NOT_YET.search(q.text) and (left := gaps.left_over(q, world)) is not None:
        return _figures(q, [Match(left, 1.0, 1.0, ())], draft)
    if q.operation == "difference" and _NOT_YET.search(q.text):  # "còn bao nhiêu hộ chưa có điện": told as such, or the whole less those that have it
        lacking = [m for m in choose(replace(q, operation="lookup"), world)[:1] if "chưa" in tokens(f"{m.figure.indicator} {m.figure.head}") and not gaps.of_some_counted(m.figure, world)]  # in its name: "61 xã đạt, còn lại chưa" is of those that did
        if lacking:
            return _figures(q, lacking, draft)
    if q.operation in ("filter", "count") and (passed := extremes.localities(q, draft)) is not None:
        return passed
    if q.operation != "claim" and (moved := contributions.together(q, draft)) is not None:
        return moved
    if q.operation in ("difference", "balance") and (gap := balances.between(q, draft)) is not None:
        return gap
    if (balance_of_all := balances.of_all(q, world)) is not None:
        return _figures(q, [Match(balance_of_all, 1.0, 1.0, ())], draft)
    if q.operation == "lookup" and (was := derive.before_rise(q, draft)) is not None:
        return was
    # what the report states is not computed: "chiếm bao nhiêu phần trăm", "bằng bao nhiêu phần trăm kế hoạch"
    chosen = choose(q, world) if q.operation == "lookup" and q.measure in (Measure.SHARE, Measure.COMPLETION) else None
    if chosen and q.measure is Measure.SHARE and q.modality is None and chosen[0].figure.modality in (Modality.TARGET, Modality.FORECAST):
        chosen = []  # what a share is to be is not what it is
    in_words = chosen is not None and len(chosen) > 0 and q.unit == "%" and re.search(r"\d", chosen[0].figure.text) is None  # "trên hai phần ba"
    if (in_words or not (chosen and chosen[0].figure.measure is q.measure)) and (computed := computing.answer(q, draft)) is not None:
        return computed
    if not q.amount and (told := sentences_answer.urged(q, draft)) is not None:
        return told
    if (told := groups.against_all(q, draft)) is not None:
        return told
    if (told := series.listed(q, draft) or series.change(q, draft) or series.total(q, draft) or series.at_each(q, draft) or series.over_span(q, draft)) is not None:
        return told
    if (told := over_time.answer(q, draft)) is not None:
        return told
    if days.asked(q):
        return days.answer(q, draft) or draft.refuse(_not_said(q, world))
    if (told := distributed.at_each_time(q, draft) or distributed.answer(q, draft) or so_many.answer(q, draft)) is not None:
        return told
    asked, item = lists.nth(q, draft)
    if asked:
        return item or draft.refuse(_not_said(q, world))
    if q.operation not in ("why", "when", "difference", "ratio", "balance", "extreme", "filter", "count", "sum", "compare") and not sentences_answer.asks_deeds(q.text) and (listed := lists.parts(q, find(replace(q, verb=()), world), draft)):
        return listed
    if (told := lists.enumerated(q, draft)) is not None:
        return told
    if q.operation == "why" and (corrected := premise(q, draft) or moved_otherwise(q, draft)) is not None:
        return corrected
    if _REACHED.search(q.text) and (reached := arithmetic.reached(q, draft)) is not None:
        return reached
    if q.operation in ("when", "text") and _unheld(q, world):
        return draft.refuse(_not_said(q, world))  # "Khoản phạt 125 tỷ đồng … nộp ngày nào": there is none of that much
    if q.operation in ("why", "when", "text"):
        told = sentences_answer.answer(q, draft, superlative=q.operation == "when" and bool(over_time.asked(q)))
        beside = told is not None and q.operation != "why" and any(a.unit and (number := q.raw[a.start : a.end].split()[0])[0].isdigit() and number in world.report.text and all(number not in c.quote for c in told.citations) for a in quantities(q.raw))
        return told if told is not None and not beside and not _of_another_plan(q, told, world) else draft.refuse(_not_said(q, world))
    if _ENUMERATE.match(q.raw) and not q.amount and q.operation != "extreme" and (told := sentences_answer.section_list(q, Draft(world, draft.question, reading=draft.reading))):
        return told
    direct = chosen if chosen is not None else choose(q, world) if q.operation == "lookup" else [m for m in find(q, world) if not by_its_name(q, m.figure)]
    if q.operation == "balance":
        balance = balances.answer(q, draft, direct)
        if isinstance(balance, Figure) and W.contrary(f" {q.text.lower()} ", f" {balance.indicator.lower()} ", W.SURPLUS):
            return draft.refuse(_not_said(q, world))
        if isinstance(balance, Figure):
            return _figures(q, [m for m in direct if m.figure is balance] or [Match(balance, 1.0, 1.0, ())], draft)
        return balance or draft.refuse(_not_said(q, world))
    if q.operation == "lookup" and (not direct or lacks(q, direct[0], world) - W.GENERIC) and (share := derive.of_fraction(q, draft)) is not None:
        return share
    special: Answer | None = (arithmetic.remainder(q, draft) or derive.by_rate(q, draft)) if q.amount else None
    if special is None and q.operation == "lookup" and (special := lists.both(q, draft)) is None and direct and " và " in q.text and not lists.one_name(q, direct[0].figure) and _told_of_another(set(lists.pair_words(q)) & lacks(q, direct[0], world), q, direct[0], world):
        return draft.refuse(_not_said(q, world))
    if special is not None:
        return special
    if (so_many_told := _stated_count(q, world)) is not None:
        return _figures(q, [so_many_told], draft)
    if q.operation in ("extreme", "filter", "count"):
        special = extremes.answer(q, draft)
    elif q.operation == "lookup" and not direct and arithmetic.names_parts(q.text):
        special = arithmetic.total(q, draft)
    elif q.operation == "sum":
        # "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ" is one indicator, not a sum of two
        direct = direct or [m for m in choose(q, world)[:1] if not lacks(q, m, world)]
        if direct and not any(same_time(m.figure, q) for m in direct) and (halves := derive.by_period(replace(q, operation="lookup"), draft)) is not None:
            return halves  # "cả tháng 5, hai kỳ cộng lại"
        if two_ways := _TWO_WAYS.search(q.text):  # exports alone are no trade
            direct = [m for m in direct if _TWO_WAYS.search(m.figure.indicator)]
            special = balances.both_ways(q, draft) if not direct else None
        if special is None and (not direct or _unnamed(q, direct[0], world)):
            special = arithmetic.total(q, draft)
        if special is None and (two_ways and not direct or _ADDED_UP.search(q.text) and direct and _unnamed(q, direct[0], world)):
            return draft.refuse(_not_said(q, world))  # one of the two is not both
    elif q.operation == "compare":
        special = arithmetic.compare(q, draft)
    elif q.operation == "difference" and q.unit == "%":  # "cao hơn cùng kỳ mấy phần trăm" asks for a growth
        grown = replace(q, operation="lookup", measure=Measure.GROWTH, base=q.base)
        if found := find(grown, world) or choose(grown, world):
            return _figures(grown, found, draft)
        special = arithmetic.points(q, draft)
    elif q.operation == "difference":
        special = arithmetic.points(q, draft)
    elif q.operation == "ratio" or q.measure is Measure.SHARE and not direct:
        special = None  # `computing` was not sure of the two
    elif not direct or not any(same_time(m.figure, q) for m in direct):
        special = computing.earlier(q, draft) or derive.by_period(q, draft) or derive.before_growth(q, draft)
        if special is not None and _part_is_asked(q, special, world):
            return draft.refuse(_not_said(q, world))
    if special is not None:
        return special
    if q.operation in ("difference", "ratio", "extreme", "filter", "compare"):
        # What could not be computed is not answered by a figure that was not asked.
        return draft.refuse(_not_said(q, world))
    if computing.asks_change(q) and all(m.figure.measure is not Measure.CHANGE and not _of_what_is_new(m.figure, world) for m in direct[:1]):
        levels = direct or find(replace(q, measure=None, base=Base.NONE, direction=Direction.NONE), world)
        moved = computing.from_to(q, levels[0].figure, draft) if levels else None
        return moved or draft.refuse(_not_said(q, world))  # a level is no answer to by how much it rose
    if direct and _ENUMERATE.match(q.raw) and not q.amount and units.kind(direct[0].figure.unit).startswith("count:"):
        return draft.refuse(_not_said(q, world))  # how many there are is not which they are
    if direct and (not worked.said(q, direct[0].figure, world) or derive.asks_mean_of_each(q, direct[0].figure)):
        return derive.mean_of_each(q, direct[0].figure, draft) or draft.refuse(_not_said(q, world))
    if direct and q.operation == "sum" and q.measure is None and direct[0].figure.measure is Measure.GROWTH:
        return draft.refuse(_not_said(q, world))  # how fast it grew is no sum
    if direct and gaps.of_the_plan(q, direct[0].figure):
        return draft.refuse(_not_said(q, world))  # the plan is not by how much it was passed
    if direct and _MORE_NEEDED.search(q.text) and not _told_so(direct[0].figure, "còn", world):
        return draft.refuse(_not_said(q, world))  # what there is, is not what is still needed
    if direct and not _half(q, direct[0].figure, world) and not (_WHICH.search(q.text) and q.direction not in (Direction.NONE, direct[0].figure.direction)):
        return _figures(q, direct, draft)
    # An indicator that has no figure is not answered by a sentence about its neighbour: every asked word must stand there.
    if not q.amount and q.measure is None and q.terms and not q.periods and not any(all(w in q.terms for w in noun.split()) for noun in MEASURE_NOUNS):
        quoted = Draft(world, draft.question, reading=draft.reading)
        told = sentences_answer.answer(q, quoted)
        if told is not None and set(q.terms) <= {w for c in told.citations for w in tokens(c.quote)}:
            return told
    return _nearest(q, draft)


_COUNTS_THOSE = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+(?!phần|điểm|lần)[^\W\d]+(?:\s[^\W\d]+){0,4}?\s(?:đạt|vượt|trên|dưới|từ|hoàn thành)\s[^?]*?\d+(?:[.,]\d+)?\s*(?:%|phần trăm)", re.I)


def _stated_count(q: Question, world: World) -> Match | None:
    """The number of those that rose, or passed a mark, where the report gives it: "có mấy nhóm tăng giá", of "có 8 nhóm tăng giá"."""
    passing = _COUNTS_THOSE.search(q.text) is not None
    if not passing and (q.operation != "count" or not q.unit or groups.LIMIT.search(q.raw)):
        return None
    one = replace(q, operation="lookup", **({"measure": None, "base": Base.NONE, "modality": None, "also_target": False} if passing else {}))  # type: ignore[arg-type]
    told = choose(one, world)[:1]
    if not told or by_its_name(q, (f := told[0].figure)) or lacks(one, told[0], world) or not (units.kind(f.unit).startswith("count:") or "/" in f.text and not f.unit):
        return None
    numbers = re.findall(r"\d+(?:[.,]\d+)?(?=\s*(?:%|phần trăm))", q.raw)
    if passing and any(not re.search(rf"(?<![\d.,]){re.escape(n)}(?![.,]?\d)", f.sentence.of(world.report.text)) for n in numbers) or f.table is not None:
        return None
    return told[0] if passing or f.unit == q.unit else None


def _unnamed(q: Question, match: Match, world: World) -> set[str]:
    """The question's words that a figure lacks, but for how it is counted where its unit says so: "kim ngạch" of USD."""
    counted = {w for noun, told in MEASURE_NOUNS.items() if match.figure.unit in told for w in noun.split()}
    return lacks(q, match, world) - counted


_ADDED_UP = re.compile(r"(?<!\w)(?:cộng|gộp)(?!\w)(?!\s+(?:đồng|sản|hòa|hoà|tác))", re.I)
_SET_AGAINST = re.compile(r"(?<!\w)(?:hơn|kém|chênh|gấp)(?!\w)", re.I)  # a sum that is compared: neither of the two is it
_TWO_WAYS = re.compile(r"(?<!\w)(?:hai chiều|xuất,? nhập khẩu|xuất khẩu, nhập khẩu|thương mại)(?!\w)", re.I)


def _unheld(q: Question, world: World) -> bool:
    """Whether the question rests on an amount that the report holds nowhere, not even rounded."""
    for a in quantities(q.raw):
        said = re.search(r"\d[\d.,]*\s*[^\W\d]*", q.raw[a.start : a.end])
        if not a.unit or a.high is not None or said is None or re.sub(r"\s+", " ", said[0]).lower() in world.report.text.lower():
            continue
        if not any(n.figure.unit == a.unit and abs(n.figure.value - a.value) * 20 <= abs(a.value) for n in world.figures):
            return True
    return False


_MORE_NEEDED = re.compile(r"(?<!\w)(?:còn )?(?:phải|cần)(?: \S+){0,5} (?:bao nhiêu|mấy)(?: \S+){0,5} nữa(?!\w)|(?<!\w)(?:phải|cần)(?: \S+){1,5}? thêm (?:khoảng )?(?:bao nhiêu|mấy)(?!\w)", re.I)
_REACHED = re.compile(r"(?<!\w)(?:có|đã)\s+(?:đạt|hoàn thành|vượt)(?:\s+được|\s+và vượt)?\s+(?:\S+\s+){0,2}?(?:mục tiêu|kế hoạch|chỉ tiêu|dự toán)(?:\s+\S+){0,6}?\s+(?:không|chưa|hay)|(?:đạt|hoàn thành|vượt)\s+(?:mục tiêu|kế hoạch|chỉ tiêu|dự toán)(?:\s+\S+){0,4}?\s+(?:chưa|hay chưa|hay không)", re.I)
_NOT_YET = re.compile(r"(?<!\w)còn (?:khoảng |chừng )?(?:bao nhiêu|mấy)(?!\w).*(?<!\w)chưa(?!\w)", re.I)
_LACK = re.compile(r"(?<!\w)(?:thiếu|hụt|dôi dư|thừa)(?=\s+(?:bao nhiêu|mấy|khoảng|tới|đến)|.*(?<!\w)là (?:bao nhiêu|mấy))", re.I)
_BOTH = re.compile(r"(?<!\w)cả\s+(?P<a>\S+(?:\s+\S+){0,4}?)\s+(?:lẫn|và)\s+(?P<b>\S+(?:\s+\S+){0,3}?)(?=\s+(?:là|đạt|được|có|bao|mấy|năm|tháng|trong|của|ở|tại|thì)(?!\w)|\s*[?,.]|$)", re.I)


def _told_so(f: Figure, word: str, world: World) -> bool:
    """Whether a figure, or what it is a part of, is told with that very word: "thiếu 1.135 giáo viên"."""
    n = next(n for n in world.figures if n.figure is f)
    return word in n.own | n.head | n.clause


def _of_what_is_new(f: Figure, world: World) -> bool:
    """Whether a level is called one of what came in addition: "vốn đăng ký tăng thêm", "khách hàng mở mới"."""
    n = next(n for n in world.figures if n.figure is f)
    return f.measure is Measure.LEVEL and any(_ADDED.search(row) for row in n.zones.rows[:2])


_ADDED = re.compile(r"(?<= )(?:thêm|bổ sung|tăng vốn|(?<!nông thôn )(?<!chỉ )mới) ")  # in rows of syllables between spaces


def _told_of_another(lacking: set[str], q: Question, match: Match, world: World) -> bool:
    """Whether a figure lacks a word that another one whose slots agree is named by: "lúa và ngô" of the one of rice; not "người dân và doanh nghiệp" of all debts."""
    return any(lacking & n.own for n, _ in agreeing(q, world) if n.figure is not match.figure and n.figure.unit == match.figure.unit)


def _half(q: Question, f: Figure, world: World) -> bool:
    """Whether "cả A lẫn B" is asked and the figure is of one of them alone."""
    m = None if q.claim else _BOTH.search(q.text)
    if m is None:
        return False
    n = next(n for n in world.figures if n.figure is f)
    held = n.own | n.head | n.clause | n.lead
    return [bool({w for w in tokens(m[k]) if w not in W.STOP} & held) for k in ("a", "b")].count(True) == 1


def _part_is_asked(q: Question, result: Answer, world: World) -> bool:
    """Whether the question names a part ("lao động nam") that the report tells of under the very thing that was worked out."""
    used = [n for f in result.figures if (n := world.at(f.start, f.end)) is not None]
    said = {w for n in used for w in n.own | n.head | n.clause | set(tokens(n.figure.unit))}
    wholes = {n.figure.indicator for n in used}
    return any(w in q.terms and w not in said for n in world.figures if n.figure.head in wholes for w in n.own)


_WHICH = re.compile(r"(?<!\w)(?:nhóm|mặt hàng|sản phẩm|hàng|ngành|khoản|huyện|xã|nước|thị trường|lĩnh vực|khu vực|đơn vị|địa phương|loại|cây|con)(?:\s+\S+){0,4}?\s+(?<!thế )nào(?!\w)", re.I)
_ENUMERATE = re.compile(r"\s*(?:hãy\s+|xin\s+|bạn\s+)*(?:kể|liệt kê|nêu)\b", re.I)


def premise(q: Question, draft: Draft) -> Answer | None:
    """"Vì sao xi măng giảm 21,88%" where it rose by as much: what the report says instead. None when nothing is wrong."""
    stated = W.WHY.sub(" ", q.text).strip(" ?.,")
    times = [(m.start, m.end) for m in period_mentions(stated)]
    if all(any(a <= m.start() < b for a, b in times) for m in re.finditer(r"\d+", stated)):
        return None  # "8 tháng" states no amount
    trial = Draft(draft.world, draft.question, reading=draft.reading)
    result = claims.check(replace(q, text=stated), trial)
    if isinstance(result, Answer) and result.verdict == "sai" and any(f.measure in ("growth", "index", "multiple", "change") for f in result.figures):
        return replace(result, text="Câu hỏi nêu chưa đúng với báo cáo. " + result.text)
    return None


_WENT = re.compile(r"^(?P<what>[^?]+?)\s(?:(?:lại|bị|có|cũng|vẫn|đã|tiếp tục)\s)*(?P<way>tăng|giảm)(?!\w)(?!\s+(?:nghèo|phát|trưởng|thu|tốc|(?:chậm|nhanh|cao|thấp|mạnh|ít|nhiều)\s+hơn))(?:\s(?:rất )?(?:mạnh|nhẹ|sâu|nhiều|ít|nhanh))*(?P<since>[^?]*)", re.I)


def moved_otherwise(q: Question, draft: Draft) -> NotInReport | None:
    """"Vì sao CPI tháng 9 lại giảm" where the report says that it rose, and never that it fell: what it says instead."""
    asked = _WENT.match(re.sub(r"\s+", " ", W.WHY.sub(" ", q.text)).strip(" ?.,"))
    if asked is None:
        return None
    way = Direction.UP if asked["way"].lower() == "tăng" else Direction.DOWN
    try:
        open_q = read(f"{asked['what']} {asked['way']} bao nhiêu phần trăm{asked['since']}?", draft.world)
    except ValueError:
        return None
    told = choose(replace(open_q, direction=Direction.NONE), draft.world)[:1]
    f = told[0].figure if told else None
    if f is None or f.measure is not Measure.GROWTH or f.modality in (Modality.TARGET, Modality.FORECAST) or f.direction in (way, Direction.NONE) or 3 * len(lacks(open_q, told[0], draft.world) - W.GENERIC) > len(open_q.terms):
        return None
    so = {w for w in open_q.terms if w not in W.GENERIC}
    if len(so - set(tokens(f"{f.indicator} {f.scope}"))) > 1 and not so <= set(tokens(f"{f.head} {f.indicator}")) - {"tổng"} or "tổng" in f.indicator.lower() and "tổng" not in q.text.lower():
        return None  # of more, or of something else
    if any(n.figure.direction is way and n.figure.measure in (Measure.GROWTH, Measure.CHANGE) and set(tokens(n.figure.indicator)) == set(tokens(f.indicator)) and (open_q.base is Base.NONE or n.figure.base is f.base) and (same(n.figure.period, f.period, any_year=True) or not q.periods) for n in draft.world.figures):
        return None  # it did, held against another time
    return draft.refuse(f"Câu hỏi nêu chưa đúng với báo cáo. Theo báo cáo: {draft.phrase(f, growth=True)}.")


def same_time(f: Figure, q: Question) -> bool:
    """Whether a figure is of a time that is asked for, and not of a wider or a narrower one."""
    return not q.periods or any(same(f.period, p, any_year=True) for p in q.periods)


def _figures(q: Question, found: list[Match], draft: Draft) -> Answer:
    growth = q.measure is Measure.GROWTH
    chosen: list[Figure] = [found[0].figure]
    if q.also_target:
        planned = (Modality.TARGET, Modality.FORECAST)
        done = next((m.figure for m in found if m.figure.modality not in planned), None)
        plan = next((m.figure for m in found if m.figure.modality in planned), None)
        chosen = [f for f in (done, plan) if f is not None]
    text = "; ".join(draft.phrase(f, growth=growth) for f in chosen) + "."
    if way := balances.way_of(q, chosen[0]):
        text = f"{way}: {text}"
    rivals = [f for f in draft.world.rivals.get(chosen[0].span, ()) if f != chosen[0] and any(m.figure == f for m in found)]
    if rivals and not q.also_target:
        text = "Báo cáo nêu những số khác nhau cho chỉ tiêu này: " + "; ".join(draft.phrase(f, growth=growth) for f in [*chosen, *rivals]) + "."
        chosen += rivals
    others = [f for f in siblings(chosen[0], q, draft.world) if f not in chosen]
    if others:
        text += " Đừng nhầm với: " + "; ".join(draft.phrase(f, growth=growth) for f in others) + "."
    draft.suggestions = _suggest(others, draft.world)
    return draft.answer(text)


class _Later(tuple[str, ...]):
    """Suggestions that are still to be thought of: each is a question to read and answer, and no answer waits for that."""

    others: Sequence[Figure]
    world: World

    def now(self) -> tuple[str, ...]:
        """Short questions about the figures, only those that the report does answer with them."""
        out: list[str] = []
        for f in self.others:
            when = period_name(f.period)
            name = f.indicator if f.head == "" or f.table is not None else name_of(f)
            said = " ".join(t for t in ("kế hoạch" if f.modality is Modality.TARGET else "", name, when) if t)
            question = f"{said[:1].upper()}{said[1:]} là bao nhiêu?"
            found = find(read(question, self.world), self.world) if question not in out else []
            if found and found[0].figure == f:
                out.append(question)
            if len(out) == MOST_SUGGESTED:
                break
        return tuple(out)


def _suggest(others: Sequence[Figure], world: World) -> _Later:
    """What to ask about the sibling figures, thought of when the answer is out."""
    later = _Later()
    later.others, later.world = others, world
    return later


def _whole(result: Answer | NotInReport) -> Answer | NotInReport:
    """The result with its suggestions thought of."""
    later = result.suggestions
    return replace(result, suggestions=later.now()) if isinstance(later, _Later) else result


def _not_said(q: Question, world: World) -> str:
    absent = _absent(q, world)
    if absent:
        return f"Báo cáo không nêu: không có “{'”, “'.join(absent)}” trong báo cáo."
    return "Báo cáo không nêu số liệu hay nội dung này."


_SMALL_WORDS = frozenset(("khác", "giờ", "chừng", "bên", "ngang", "người", "dân", "nền", "lời", "than", "cỡ", "lúc", "hồi", "dịp", "chỗ", "đằng", "phía", "bản", "khối", "bậc"))  # no news that a report lacks them


def _absent(q: Question, world: World) -> list[str]:
    """The nouns of the question, whole words, that the report does not hold."""
    lacking = {w for w in q.terms if not world.vocabulary.get(w) and w not in q.light and w not in W.GENERIC}
    lacking -= {w for noun in MEASURE_NOUNS for w in noun.split()} | {w for names in ANYONE for w in names}
    if not lacking:
        return []
    absent = [word for word, tag in tagged(q.text) if set(tokens(word)) & lacking and (tag in NOUNS and word.lower() not in _SMALL_WORDS or tag in ("V", "A") and " " in word)]
    return [word for word in dict.fromkeys(absent) if not world.vocabulary.get("".join(w[0] for w in tokens(word)))][:3]  # "HTX" is there


def _nearest(q: Question, draft: Draft) -> NotInReport:
    """What fails, in words, and the nearest figure that there is."""
    world = draft.world
    nearest = near(q, world)
    if not nearest:
        return draft.refuse(_not_said(q, world))
    f = nearest[0].figure
    text = _not_said(q, world)
    asked = ", ".join(period_name(p) for p in q.periods)
    if asked and period_fit(q, f, world) is None:
        text = f"Báo cáo không nêu chỉ tiêu này cho {asked}."
    elif modality_fit(q, f, world) is None:
        wanted = {Modality.TARGET: "mục tiêu, kế hoạch", Modality.ACTUAL: "kết quả thực hiện", Modality.ESTIMATE: "số ước", Modality.FORECAST: "dự báo"}.get(q.modality or Modality.ACTUAL, "")
        text = f"Báo cáo không nêu {wanted} của chỉ tiêu này."
    elif kind_fit(q, f) is None and q.measure is not None:
        text = f"Báo cáo không nêu {_KINDS[q.measure]} của chỉ tiêu này."
    return draft.refuse(f"{text} Gần nhất, báo cáo nêu: {draft.phrase(f)}.")


_KINDS = {
    Measure.LEVEL: "con số", Measure.GROWTH: "mức tăng, giảm", Measure.MULTIPLE: "số lần", Measure.SHARE: "tỷ trọng", Measure.COMPLETION: "mức hoàn thành kế hoạch",
    Measure.CHANGE: "mức chênh", Measure.INDEX: "chỉ số",
}  # fmt: skip
