"""How a conversation looks: turns, citations, chips, buttons.

Questions, answers and quotes are written as escaped HTML, never as Markdown
(see `evidence`). Labels can only be Markdown: `plain_label` disarms them.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app.evidence import Evidence, escaped
from chain.answer import Answer, NotInReport

STYLE = """<style>
[data-testid="stMainBlockContainer"] {padding-top: 3.2rem; max-width: 52rem;}
.hbc-text {white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6; margin: 0;}
.hbc-note {opacity: .78; font-size: .9rem; margin: 0; overflow-wrap: anywhere;}
.hbc-calc {border-left: 3px solid rgba(31,111,139,.75); padding: .15rem 0 .15rem .7rem; margin: 0; overflow-wrap: anywhere;}
.hbc-ref {font-size: .78em; font-weight: 600; vertical-align: .25em; opacity: .85; white-space: nowrap;}
.hbc-source {opacity: .78; font-size: .85rem; margin: 0 0 .35rem 0; overflow-wrap: anywhere;}
.hbc-passage {white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.65;}
.hbc-passage mark, .hbc-table mark {background: rgba(255,193,7,.38); color: inherit; border-radius: .2rem; padding: .05rem 0;}
.hbc-scroll {overflow-x: auto; margin-bottom: .8rem;}
.hbc-table {border-collapse: collapse; font-size: .9rem; width: 100%;}
.hbc-table caption {caption-side: top; text-align: left; opacity: .78; padding-bottom: .35rem;}
.hbc-table th, .hbc-table td {border: 1px solid rgba(128,128,128,.4); padding: .25rem .5rem; text-align: left;}
[data-testid="stFileUploaderDropzoneInstructions"] * {display: none;}
[data-testid="stFileUploaderDropzoneInstructions"]::after {content: "Kéo tệp vào đây · .txt, .md, .docx, .pdf, .html, tối đa 20 MB"; font-size: .85rem;}
[data-testid="stFileUploaderDropzone"] button :is(p, span:not([data-testid="stIconMaterial"])) {font-size: 0;}
[data-testid="stFileUploaderDropzone"] button::after {content: "Chọn tệp"; font-size: .9rem;}
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] {padding-left: .9rem; padding-right: .9rem;}
  .stApp h1 {font-size: 1.7rem; padding: .4rem 0 .2rem 0;}
  [data-testid="stChatMessage"] {padding: .6rem .7rem;}
  [data-testid^="stChatMessageAvatar"] {display: none;}
}
</style>"""

VERDICTS = {
    "đúng": ("Đúng", ":material/check_circle:", "green"),
    "làm tròn": ("Đúng, đã làm tròn", ":material/check_circle:", "blue"),
    "sai": ("Sai", ":material/cancel:", "red"),
    "không có trong báo cáo": ("Không có trong báo cáo", ":material/help:", "gray"),
}

_BREAK = "\u2060"  # word joiner: nobody sees it, and Markdown no longer sees a link or a symbol


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it: a result with its evidence, or one line (`problem`, a `warning` or an error)."""

    question: str
    result: Answer | NotInReport | None = None
    evidence: tuple[Evidence, ...] = ()
    problem: str = ""
    warning: bool = False


def plain_label(text: str, limit: int = 120) -> str:
    """`text` for a label that Streamlit reads as Markdown: no link, image, emoji, formula or directive."""
    text = re.sub(r"\s+", " ", text).strip()
    text = text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
    text = re.sub(r"(?i)(https?|www|ftp|mailto)(?=[:.])", r"\1" + _BREAK, text)
    text = re.sub(r"(?<=[-<:@])|(?=[->:@])", _BREAK, text)
    return "".join("\\" + c if c in string.punctuation else c for c in text)


def lead(result: Answer | NotInReport) -> str:
    """The figure that was asked for: what was calculated, else the first that is stated."""
    if not isinstance(result, Answer):
        return ""
    if result.calculation:
        return result.calculation.rpartition("=")[2].strip()
    return result.figures[0].text if result.figures else ""


def answer_html(text: str, figure: str = "") -> str:
    """An answer's text with its [n] marks small and the first `figure` strong."""
    body = escaped(text)
    if figure:
        body = re.sub(rf"(?<![\w.,]){re.escape(escaped(figure))}(?![\w]|[.,]\d)", lambda m: f"<strong>{m[0]}</strong>", body, count=1)
    body = re.sub(r"\s?\[(\d+)\]", r'<span class="hbc-ref">&nbsp;[\1]</span>', body)
    return f'<p class="hbc-text">{body}</p>'


def draw_text(text: str) -> None:
    """A text as it is."""
    st.html(f'<p class="hbc-text">{escaped(text)}</p>')


def draw_stream(pieces: Iterator[Any]) -> Answer | NotInReport | None:
    """Shows the text as it comes; the result that ends the stream, if any."""
    place, shown = st.empty(), ""
    result: Answer | NotInReport | None = None
    for piece in pieces:
        if isinstance(piece, str):
            shown += piece
            place.html(answer_html(shown))
        else:
            result = piece
    place.empty()  # the whole turn is drawn next, with the same words
    return result


def draw_question(question: str) -> None:
    """What the user asked."""
    with st.chat_message("user"):
        draw_text(question)


def draw_turn(turn: Turn, number: int, on_ask: Callable[[str], None] | None = None) -> None:
    """A turn of the conversation; with `on_ask`, its suggestions are buttons."""
    draw_question(turn.question)
    with st.chat_message("assistant"):
        draw_result(turn, number, on_ask)


def draw_result(turn: Turn, number: int, on_ask: Callable[[str], None] | None = None) -> None:
    """The assistant's half of a turn."""
    if turn.problem:
        # An alert reads Markdown, and the line may repeat a name out of a file.
        (st.warning if turn.warning else st.error)(plain_label(turn.problem, 400))
    result = turn.result
    if result is None:
        return
    if result.reading:
        reading = result.reading if result.reading.startswith("Hiểu là") else f"Hiểu là: {result.reading}"
        st.html(f'<p class="hbc-note">{escaped(reading)}</p>')
    if result.verdict:
        label, icon, color = VERDICTS.get(result.verdict, (plain_label(result.verdict), ":material/info:", "gray"))
        st.badge(label, icon=icon, color=color)  # type: ignore[arg-type]
    elif isinstance(result, NotInReport):
        st.badge("Báo cáo không nêu", icon=":material/help:", color="gray")
    calculation = result.calculation if isinstance(result, Answer) else None
    st.html(answer_html(result.text, lead(result)))
    if calculation:
        st.html(f'<p class="hbc-calc">Phép tính: {escaped(calculation)}</p>')
    if note := getattr(result, "note", ""):
        st.html(f'<p class="hbc-note">{escaped(note)}</p>')
    if turn.evidence:
        st.html('<p class="hbc-note">Trích dẫn: bấm để xem nguyên văn trong báo cáo</p>')
    for item in turn.evidence:
        with st.expander(f"**\\[{item.n}\\]** {plain_label(item.label)}"):
            st.html(item.body)
    if on_ask and result.suggestions:
        draw_questions("Hỏi tiếp", result.suggestions, f"suggestion-{number}", on_ask)


def draw_questions(title: str, questions: Iterable[str], key: str, on_ask: Callable[[str], None]) -> None:
    """Questions to click."""
    st.html(f'<p class="hbc-note">{escaped(title)}</p>')
    for i, question in enumerate(dict.fromkeys(questions)):
        st.button(plain_label(question), key=f"{key}-{i}", on_click=on_ask, args=(question,))
