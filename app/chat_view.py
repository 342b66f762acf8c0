"""How an answer looks: the asked figure large, its source beside it, siblings, arithmetic, chart, what to do next.

Questions, answers and quotes are written as escaped HTML, never as Markdown (see `evidence`). Labels can only be
Markdown: `plain_label` disarms them. Not here: conversations (`pages_chat`), what a figure is called (`ui_facts`).
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from app import ui_facts as words
from app import ui_reading
from app.evidence import Evidence, escaped
from app.ui_facts import Fact, Facts
from app.ui_labels import capital, plain_label, shortened
from app.ui_slots import Choice
from chain.answer import Answer, NotInReport

# A verdict's label, sign and class: never by colour alone.
VERDICTS = {
    "đúng": ("Đúng", "✓", "good"),
    "làm tròn": ("Đúng, đã làm tròn", "≈", "round"),
    "sai": ("Sai", "✗", "bad"),
    "không có trong báo cáo": ("Không có trong báo cáo", "?", "none"),
}
BREATH = 0.06  # seconds in which the browser draws the first word, before all else comes in and holds it up
REDRAW = 0.06  # seconds between two states of a text that is being written
FEEDBACK = ("số sai", "dẫn sai", "hiểu sai câu hỏi", "khác")

_LARGE = re.compile(r"^(?P<before>\D*)(?P<number>\d[\d.,]*(?:\s*[–-]\s*\d[\d.,]*)?%?)(?P<after>.*)$", re.S)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it: a result with its evidence, or one line (`problem`, a `warning` or an error).

    `id` is the turn's in the kept conversation, "" where it is not kept.
    """

    question: str
    result: Answer | NotInReport | None = None
    evidence: tuple[Evidence, ...] = ()
    problem: str = ""
    warning: bool = False
    facts: Facts = field(default_factory=Facts)
    id: str = ""


def answer_html(text: str, figure: str = "", number: int | None = None) -> str:
    """An answer's text with the first `figure` strong; its [n] marks are buttons that open the sources of turn `number`."""
    body = escaped(text)
    if figure:
        body = re.sub(rf"(?<![\w.,]){re.escape(escaped(figure))}(?![\w]|[.,]\d)", lambda m: f"<strong>{m[0]}</strong>", body, count=1)
    body = re.sub(r"\s?\[(\d+)\]", lambda m: "\u00a0" + mark(int(m[1]), number), body)
    return f'<p class="hbc-text">{body}</p>'


def mark(n: int, number: int | None) -> str:
    """The mark of citation `n`; a button where the turn's number is given."""
    if number is None:
        return f'<span class="hbc-note">[{n}]</span>'
    return f'<button type="button" class="hbc-ref" data-cite="{number}-{n}" aria-label="Xem nguồn {n}">{n}</button>'


def verdict_html(verdict: str, *, text: str = "", wrap: bool = False) -> str:
    """A verdict (or `text` that has it) in its colour, with its sign."""
    label, sign, kind = VERDICTS.get(verdict, (verdict, "•", "none"))
    space = "\u00a0" if wrap else " "  # a sign at the end of a line marks nothing
    return f'<span class="hbc-v {kind}{" wrap" if wrap else ""}" title="{escaped(label)}"><span aria-hidden="true">{sign}</span>{space}{escaped(text or label)}</span>'


def draw_text(text: str) -> None:
    """A text as it is."""
    st.html(f'<p class="hbc-text">{escaped(text)}</p>')


def draw_note(text: str, place: str = "") -> None:
    """A quiet line; with `place`, the page comes to show it once."""
    here = f' hbc-near" data-place="{escaped(place)}"' if place else '"'
    st.html(f'<p class="hbc-note{here}>{escaped(text)}</p>')


def draw_head(text: str) -> None:
    """A small heading."""
    st.html(f'<p class="hbc-head">{escaped(text)}</p>')


def draw_stream(pieces: Iterator[Any]) -> Answer | NotInReport | None:
    """Shows the text as it comes, the first word at once; the result that ends the stream, if any."""
    place, shown, due = st.empty(), "", 0.0
    result: Answer | NotInReport | None = None
    for piece in pieces:
        if not isinstance(piece, str):
            result = piece
            continue
        shown += piece
        if (now := time.monotonic()) >= due:  # a browser draws no faster, and each drawing holds the rest up
            place.html(answer_html(words.parts(shown)[0]))
            if not due:
                time.sleep(BREATH)
            due = now + BREATH + REDRAW
    place.empty()  # the whole turn is drawn next, with the same words
    return result


def draw_question(question: str, place: str = "") -> None:
    """What the user asked; with `place`, the page goes there once."""
    st.html(_question(question, place))


def _question(question: str, place: str = "") -> str:
    here = f' class="hbc-ask hbc-now" data-place="{escaped(place)}"' if place else ' class="hbc-ask"'
    return f"<p{here}>{escaped(question)}</p>"


def draw_result(
    turn: Turn, number: int, *, on_ask: Callable[[str], None] | None = None, on_pick: Callable[[Choice], None] | None = None,
    after: Callable[[], None] | None = None, whole: bool = False,
) -> None:  # fmt: skip
    """What came of a question, after the question itself where the turn is drawn `whole`; with `on_ask` (the last turn) also what to do next.

    `on_pick` gets another value of a slot; `after` draws what may be done with the answer.
    """
    # What needs no widget is one element: each costs the browser a message, and a talk has many.
    body = [_question(turn.question)] if whole else []
    result, facts = turn.result, turn.facts
    if turn.problem or result is None:
        _draw_body(body)
        if turn.problem:
            # An alert reads Markdown, and the line may repeat a name out of a file.
            (st.warning if turn.warning else st.error)(plain_label(turn.problem, 400))
        return
    if on_pick and any(slot.choices for slot in facts.slots):
        _draw_body(body)
        body = []
        ui_reading.draw(result, facts.slots, number, on_pick)
    else:
        body.append(ui_reading.line(result, facts.slots, facts.operands))
    _draw_body([*body, *_said(turn, number), _sources(turn, number)])
    choices = getattr(result, "choices", ())
    if after and not choices:  # a question back is nothing to copy
        after()
    if on_ask:
        if choices:
            draw_questions("Chọn điều muốn hỏi", choices, f"choice-{number}", on_ask)
        if len(facts.series) > 1 or len(facts.asked) > 1 or len(facts.operands) > 1:
            _chart(facts, number)
        if next_ones := [q for q in result.suggestions if q not in choices]:
            draw_questions("Hỏi tiếp", next_ones, f"suggestion-{number}", on_ask)


def _draw_body(parts: Sequence[str]) -> None:
    if any(parts):
        st.html(f'<div class="hbc-turn">{"".join(parts)}</div>')


def _said(turn: Turn, number: int) -> Iterator[str]:
    """The answer: its card, its own words where the card does not say them, the arithmetic, what it could be confused with."""
    result, facts = turn.result, turn.facts
    assert result is not None
    own, _ = words.parts(result.text)
    card, complete = _card(turn, number, own)
    yield card
    if not complete:
        yield answer_html(own, facts.lead, number)
    if note := getattr(result, "note", ""):
        yield f'<p class="hbc-note">{escaped(note)}</p>'
    calculation = isinstance(result, Answer) and result.calculation
    if calculation:
        yield f"<div>{_arithmetic(str(calculation), facts.operands, number)}</div>"
    elif facts.siblings:
        title = "Đừng nhầm với" if isinstance(result, Answer) else "Số liệu gần nhất mà báo cáo có"
        yield f'<div><p class="hbc-head">{title}</p>{facts_table(facts.siblings, number)}</div>'


def _chart(facts: Facts, number: int) -> None:
    from app import ui_charts
    from app.ui_state import one_line

    try:
        ui_charts.draw(facts, key=f"chart-{number}")
    except Exception as error:  # an answer is an answer without its chart
        one_line(error, "no chart")


def _card(turn: Turn, number: int, own: str) -> tuple[str, bool]:
    """The verdict and the asked figure, large; and whether the card says all that the answer's own words say."""
    result, facts = turn.result, turn.facts
    assert result is not None
    head = ""
    if result.verdict:
        head = verdict_html(result.verdict)
    elif getattr(result, "choices", ()):
        head = '<span class="hbc-v round"><span aria-hidden="true">⇆</span> Xin hỏi rõ hơn</span>'
    elif isinstance(result, NotInReport):
        head = '<span class="hbc-v none"><span aria-hidden="true">?</span> Báo cáo không nêu</span>'
    fact = facts.asked[0] if facts.asked else None
    if not facts.lead:
        shown = f'<p class="hbc-chips">{head}</p>' if head else ""
        if len(facts.asked) > 1 and not result.verdict and not getattr(result, "calculation", None):
            shown += facts_table(facts.asked, number)
        return shown, False
    single = len(facts.asked) == 1 and fact is not None and not getattr(result, "calculation", None)
    # Under "Sai" a number alone could be taken for the wrong one.
    called = f"Báo cáo nêu: {fact.name}" if fact and result.verdict == "sai" else capital(fact.name) if fact else ""
    name = f'<p class="hbc-name">{escaped(called)}</p>' if single else ""
    chips = chips_html(fact) if single and fact else ""
    marks = f" {mark(fact.n, number)}" if single and fact else ""
    found = _LARGE.match(facts.lead)
    large = f'<small>{escaped(capital(found["before"]))}</small>{escaped(found["number"])}<small>{escaped(found["after"])}</small>' if found else escaped(facts.lead)
    head = f'<p class="hbc-chips">{head}</p>' if head else ""
    card = f'<div class="hbc-card">{head}{name}<p class="hbc-big">{large}{marks}</p>{chips}</div>'
    # "1.550 triệu USD — kim ngạch xuất khẩu, năm 2015 (số ước) [1]." is the card in other words.
    return card, bool(single and not result.verdict and re.fullmatch(r"[^—.]*(?:[.,]\d[^—.]*)* — [^—;]*\[\d+\]\.?", own) and own.count("[") == 1)


def chips_html(fact: Fact) -> str:
    """Period, modality and kind of a figure."""
    shown = [(fact.period, ""), (words.MODALITY.get(fact.modality, fact.modality), fact.modality)]
    if fact.measure != "level":
        shown.append((words.MEASURE.get(fact.measure, fact.measure) + (f" {fact.base}" if fact.base else ""), ""))
    return '<p class="hbc-chips">' + "".join(f'<span class="hbc-chip {kind}">{escaped(text)}</span>' for text, kind in shown if text) + "</p>"


def facts_table(facts: Sequence[Fact], number: int | None) -> str:
    """Figures in rows: value, name, period, modality, mark."""
    rows = "".join(
        f'<tr><td class="n"><strong>{escaped(capital(f.shown))}</strong></td><td>{escaped(capital(f.name))}</td><td>{escaped(f.period)}</td>'
        f'<td><span class="hbc-chip {escaped(f.modality)}">{escaped(words.MODALITY.get(f.modality, f.modality))}</span></td><td>{mark(f.n, number)}</td></tr>'
        for f in dict.fromkeys(facts)
    )
    head = '<tr><th class="n">Giá trị</th><th>Chỉ tiêu</th><th>Kỳ</th><th>Tính chất</th><th>Nguồn</th></tr>'
    return f'<div class="hbc-scroll"><table class="hbc-table hbc-facts">{head}{rows}</table></div>'


def _arithmetic(calculation: str, operands: Sequence[Fact], number: int) -> str:
    """The calculation as a table: each operand with its source, then the formula."""
    rows = "".join(
        f'<tr><td>{escaped(capital(f.name))}{", " + escaped(f.period) if f.period else ""}</td><td class="n">{escaped(f.shown)}</td><td>{mark(f.n, number)}</td></tr>'
        for f in dict.fromkeys(operands)
    )
    sums = "".join(f'<tr class="sum"><td colspan="3">{escaped(each.strip())}</td></tr>' for each in calculation.split(";"))
    head = '<tr><th>Số hạng</th><th class="n">Giá trị</th><th>Nguồn</th></tr>' if rows else ""
    return f'<p class="hbc-head">Phép tính</p><div class="hbc-scroll"><table class="hbc-table">{head}{rows}{sums}</table></div>'


def _sources(turn: Turn, number: int) -> str:
    """The sources by what each says; each opens beside the answer."""
    if not turn.evidence:
        return ""
    each = (
        f'<button type="button" class="hbc-cite" data-cite="{number}-{item.n}" title="{escaped(item.label)}"><strong>{item.n}</strong> · {escaped(shortened(item.short or item.label, 44))}</button>'
        for item in turn.evidence
    )
    return f'<div class="hbc-sources"><span class="hbc-note">Nguồn:</span>{"".join(each)}</div>'


def draw_cite_box(on_cite: Callable[[int, int], None]) -> None:
    """What a click on a mark fills in, out of sight: one widget, however many marks a talk has. `on_cite` gets the turn's number and the mark."""

    def chosen() -> None:
        if found := re.match(r"(\d{1,6})-(\d{1,6})(?!\d)", str(st.session_state.get("cite") or "")):
            on_cite(int(found[1]), int(found[2]))

    st.text_input("Nguồn", key="cite", on_change=chosen, label_visibility="collapsed")


def draw_source(item: Evidence, link: Callable[[Evidence], None], on_close: Callable[[], None]) -> None:
    """A source with its surroundings, the quoted characters marked; `link` draws the way to the whole report."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="source-head"):
        st.html(f'<h2 class="hbc-head">Nguồn {item.n}</h2>', width="content")
        st.button("Đóng", key="source-close", icon=":material/close:", on_click=on_close, type="tertiary")
    st.html(item.body)
    copied = words.source_text(item.quote, item.title, item.section, item.page)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key=f"source-do-{item.n}"):
        st.html(copy_button("Chép trích dẫn", copied), width="content")
        link(item)


def copy_button(label: str, text: str) -> str:
    """A button that puts `text` on the clipboard."""
    return f'<button type="button" class="hbc-copy" data-copy="{escaped(text)}">{escaped(label)}</button>'


def paste_ready(turn: Turn) -> str:
    """The answer with its sources, to paste into an article."""
    if turn.result is None:
        return ""
    by_mark = {item.n: item for item in turn.evidence}
    if turn.facts.asked and isinstance(turn.result, Answer) and not turn.result.calculation:
        return "\n".join(
            words.citation_text(f, by_mark[f.n].quote, by_mark[f.n].title, by_mark[f.n].section, by_mark[f.n].page) for f in turn.facts.asked if f.n in by_mark
        )
    own, _ = words.parts(turn.result.text)
    used = [item for item in turn.evidence if f"[{item.n}]" in own]
    return "\n".join([own, *(f"[{item.n}] {words.source_text(item.quote, item.title, item.section, item.page)}" for item in used)])


def draw_questions(title: str, questions: Iterable[str], key: str, on_ask: Callable[[str], None]) -> None:
    """Questions to click."""
    draw_head(title)
    with st.container(horizontal=True, gap="xsmall", key=f"{key}s"):
        for i, question in enumerate(dict.fromkeys(questions)):
            st.button(plain_label(question), key=f"{key}-{i}", on_click=on_ask, args=(question,))


__all__ = [
    "FEEDBACK", "VERDICTS", "Turn", "answer_html", "chips_html", "copy_button", "draw_cite_box", "draw_head", "draw_note", "draw_question", "draw_questions",
    "draw_result", "draw_source", "draw_stream", "draw_text", "facts_table", "mark", "paste_ready", "plain_label", "verdict_html",
]  # fmt: skip
