"""A page that shows every string of `hostile` wherever a report, a question or a model's words may stand. `streamlit run` it.

Served by the real server's guard and script, so that what holds here holds there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import streamlit as st  # noqa: E402
from hostile import HOSTILE  # noqa: E402

from app import chat_view, pages_check, pages_help, ui_facts  # noqa: E402,F401
from app.evidence import evidence, reading  # noqa: E402
from app.ui_server import MIDDLEWARE, ROUTES  # noqa: E402
from chain.answer import Answer, Citation, NotInReport, StatedFigure  # noqa: E402
from report.model import Block, BlockKind, Cell, Report, Span, Table  # noqa: E402

app = st.App(Path(__file__), routes=ROUTES, middleware=MIDDLEWARE)


class Shelf:
    """One report whose title and text are `text`."""

    def __init__(self, text: str) -> None:
        span = Span(0, len(text))
        table = Table(((Cell(text, span),), (Cell(text, span),)), 1, span, caption=span)
        self.kept = Report(text, text, text, blocks=(Block(BlockKind.PARAGRAPH, span), Block(BlockKind.HEADING, span), Block(BlockKind.TABLE, span, table=0)), tables=(table,))

    def report(self, name: str) -> Report:
        return self.kept

    def figures(self, name: str | None = None) -> list[object]:
        return []


def draw(number: int, text: str) -> None:
    """`text` in every part of an answer, a verdict, a report."""
    shelf = Shelf(text)
    cited = Citation(1, text, text, None, 0, len(text), text)
    stated = StatedFigure(text, "1", text, text, text, text, text, 1, 0, 1)
    second = StatedFigure(f"2 {text}", "2", text, text, text, text, text, 2, 0, 1)
    common = {"suggestions": (text,), "reading": text}
    for i, result in enumerate((
        Answer(f"{text} 1 [1]. Đừng nhầm với: {text} [2]", (cited, Citation(2, *[getattr(cited, k) for k in Citation.__slots__[1:]])), (stated, second), note=text, **common),
        Answer(f"{text} [1]", (cited,), (stated,), calculation=f"1 + {text} = {text}", **common), Answer(text, (cited,), (stated,), verdict=text, **common), NotInReport(text, (cited,), (stated,), **common),
    )):  # fmt: skip
        turn = chat_view.Turn(text, result, evidence(shelf, result.citations, result.figures), facts=ui_facts.facts(shelf, result))
        chat_view.draw_question(text, place=text)
        chat_view.draw_result(turn, number * 10 + i, on_ask=lambda q: None)
        st.html(chat_view.copy_button(text, chat_view.paste_ready(turn)))
    chat_view.draw_result(chat_view.Turn(text, problem=text), number * 10 + 5)
    st.html(turn.evidence[0].body)
    st.html(reading(shelf.kept, Span(0, len(text)), Span(0, len(text))))
    figure = SimpleNamespace(text=text, start=0, end=len(text), verdict="sai", reason=text, figure={"text": text}, citation=1)
    st.html(pages_check.marked(text, [figure]))
    pages_check._one(figure, None, number)
    st.title(chat_view.plain_label(text, 200), anchor=False)


if __name__ == "__main__":
    st.set_page_config(page_title="Thử", layout="wide")
    low = int(st.query_params.get("from", "0"))
    for n, each in enumerate(HOSTILE[low : low + 21], low):
        draw(n, each)
    st.html('<p id="done">hết</p>')
