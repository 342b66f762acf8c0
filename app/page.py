"""The chat page: `streamlit run app/page.py` with the flags of `streamlit_flags`.

The library and its assistant come from `connect` alone, so that a test can give
others. Heavy imports wait until the page is drawn.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

ROOT = str(Path(__file__).resolve().parents[1])
if ROOT not in sys.path:  # Streamlit puts this file's folder on the path, and not the one that holds the packages
    sys.path.append(ROOT)

from app import chat_view as view  # noqa: E402
from app.evidence import evidence  # noqa: E402

log = logging.getLogger(__name__)

OURS = {"app", "chain", "ingest", "report", "vectorstore"}
HISTORY = 20  # earlier questions that are passed on
EXAMPLES = 4

# Asked of any report; those that a report does not answer are not offered.
GENERAL_QUESTIONS = (
    "Xuất khẩu năm 2015 là bao nhiêu?",
    "Nhập khẩu năm 2015 cao hơn xuất khẩu bao nhiêu?",
    "Mục tiêu xuất khẩu đến năm 2020 là bao nhiêu?",
    "Vì sao sản xuất công nghiệp giảm?",
)


@dataclass(frozen=True)
class Connection:
    """The open library and the assistant over it."""

    library: Any
    assistant: Any


@st.cache_resource(show_spinner="Đang mở thư viện báo cáo (lần đầu có thể mất khoảng một phút)…")
def connect() -> Connection:
    """The one library of this server, opened once for all threads."""
    from app.wiring import make_assistant, open_library

    library = open_library(None)
    return Connection(library, make_assistant(library))


def add_file(library: Any, path: Path, title: str) -> str:
    """Reads a file into the library; the report's short name."""
    from app.wiring import ingest_file

    return str(ingest_file(library, path, title))


def one_line(error: Exception, otherwise: str) -> str:
    """What a reader may see of an error: our own errors are a Vietnamese line already; others are logged."""
    if type(error).__module__.partition(".")[0] in OURS:
        return str(error)
    log.error("%s", otherwise, exc_info=error)
    return otherwise


def ask(connection: Connection, question: str, history: Sequence[str], report: str | None) -> view.Turn:
    """Asks, showing the answer as it comes."""
    from chain.answer import Ask
    from chain.question import clean

    try:
        clean(question)
    except ValueError as error:
        return view.Turn(question, problem=str(error), warning=True)
    try:
        with st.spinner("Đang tìm trong báo cáo…"):
            result = view.draw_stream(connection.assistant.stream(Ask(question, tuple(history)[-HISTORY:], report)))
            if result is None:
                return view.Turn(question, problem="Không có câu trả lời; xin hỏi lại.")
            return view.Turn(question, result, evidence(connection.library, result.citations, result.figures))
    except Exception as error:
        return view.Turn(question, problem=one_line(error, "Có lỗi khi trả lời; xin hỏi lại hoặc hỏi cách khác."))


def examples(connection: Connection, report: str | None, stored: Sequence[Any]) -> list[str]:
    """Questions that the reports answer: general ones, then ones made from figures that are stated."""
    key = (report, *((s.name, s.sha256) for s in stored))
    kept = st.session_state.setdefault("examples", {})
    if key not in kept:
        with st.spinner("Đang chọn câu hỏi ví dụ…"):
            kept[key] = _choose_examples(connection, report)
    return list(kept[key])


def _choose_examples(connection: Connection, report: str | None) -> list[str]:
    from chain.answer import Answer, Ask

    chosen: list[str] = []
    # Trying out examples costs no call of a language model.
    answer = getattr(connection.assistant, "compose", connection.assistant.invoke)
    try:
        for question in [*GENERAL_QUESTIONS, *_from_figures(connection.library.figures(report))]:
            if len(chosen) < EXAMPLES and isinstance(answer(Ask(question, (), report)), Answer):
                chosen.append(question)
    except Exception as error:
        one_line(error, "no examples")
    return chosen


def _from_figures(figures: Sequence[tuple[str, Any]], at_most: int = 12) -> list[str]:
    """One question for each of the first indicators with a short name and a period."""
    from report.model import Measure

    questions: dict[str, str] = {}
    for _, figure in figures:
        name = figure.indicator.strip()
        if figure.measure is Measure.LEVEL and figure.period.label and 5 <= len(name) <= 50:
            questions.setdefault(name, f"{name[0].upper()}{name[1:]} {figure.period.label} là bao nhiêu?")
        if len(questions) == at_most:
            break
    return list(questions.values())


def upload(library: Any) -> None:
    """The sidebar's way to add reports. Each file is read once."""
    state = st.session_state
    files = st.file_uploader("Thêm báo cáo", type=["txt", "md", "docx", "pdf", "html", "htm"], accept_multiple_files=True, key="files")
    done: dict[str, tuple[bool, str]] = state.setdefault("uploaded", {})
    added = False
    for file in files or []:
        if file.file_id not in done:
            done[file.file_id] = _read_upload(library, file)
            added = added or done[file.file_id][0]
        good, line = done[file.file_id]
        (st.success if good else st.error)(view.plain_label(line, 400))
    if added:
        st.rerun()  # the list of reports above is older than the new report


def _read_upload(library: Any, file: Any) -> tuple[bool, str]:
    # A browser may send any name: only its last part is used, and never as a path.
    name = Path(str(file.name).replace("\\", "/")).name or "bao-cao.txt"
    try:
        with st.spinner("Đang đọc báo cáo…"), tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(file.getvalue())
            add_file(library, path, Path(name).stem)
    except Exception as error:
        line = one_line(error, "có lỗi khi đọc tệp; thư viện vẫn như cũ.")
        return False, line if name in line else f"{name}: {line}"
    return True, f"Đã thêm {name}."


def new_conversation() -> None:
    """Forgets the turns; the library stays."""
    st.session_state.turns = []
    st.session_state.pending = None


def ask_next(question: str) -> None:
    """A click on a question: it is asked in the run that follows."""
    st.session_state.pending = question


def sidebar(library: Any, stored: Sequence[Any]) -> str | None:
    """The controls; the chosen report's name, or None for all."""
    with st.sidebar:
        st.button("Cuộc trò chuyện mới", icon=":material/add_comment:", key="new", on_click=new_conversation, width="stretch")
        titles = {s.name: s.title or s.name for s in stored}
        chosen = st.selectbox(
            "Báo cáo",
            ["", *titles],
            format_func=lambda name: titles.get(name, name) or "Tất cả báo cáo",
            key="report",
        )
        upload(library)
        st.caption("Mọi con số trong câu trả lời đều kèm đoạn trích nguyên văn. Báo cáo không nêu thì trang nói là không nêu.")
    return chosen or None


def main() -> None:
    """Draws the page."""
    st.set_page_config(page_title="Hỏi báo cáo", layout="centered", initial_sidebar_state="auto")
    st.html(view.STYLE)
    st.title("Hỏi báo cáo", anchor=False)
    state = st.session_state
    turns: list[view.Turn] = state.setdefault("turns", [])
    try:
        connection = connect()
        stored = connection.library.reports()
        if state.get("report", "") not in ("", *(s.name for s in stored)):
            state.report = ""  # it was removed meanwhile
        chosen = sidebar(connection.library, stored)
    except Exception as error:
        st.error(view.plain_label(one_line(error, "Không mở được thư viện báo cáo; xin xem nhật ký của chương trình."), 400))
        return

    question = st.chat_input("Hỏi về số liệu trong báo cáo…") or state.get("pending")
    state.pending = None
    if not turns and not question:
        view.draw_text("Hỏi bằng tiếng Việt, nhận con số kèm câu trích nguyên văn của báo cáo.")
        if found := examples(connection, chosen, stored):
            view.draw_questions("Thử hỏi", found, "example", ask_next)
        return
    for number, turn in enumerate(turns):
        last = number == len(turns) - 1 and not question
        view.draw_turn(turn, number, ask_next if last else None)
    if question:
        view.draw_question(question)
        with st.chat_message("assistant"):
            # Questions that were refused as no question say nothing about what the next one means.
            turn = ask(connection, question, [t.question for t in turns if t.result is not None], chosen)
            turns.append(turn)
            view.draw_result(turn, len(turns) - 1, ask_next)


if __name__ == "__main__":
    main()
