"""Hỏi đáp: a question, its figure large, its source beside it, and the conversations so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from app import chat_view as view
from app import ui_state, ui_talks
from app.evidence import Evidence
from app.export_conversation import when_words
from app.ui_asking import Asked
from app.ui_slots import Choice, question_for
from app.ui_state import Connection, matches, one_line

EXAMPLES = 4
SHOWN_TALKS = 15

# Asked of any report; those that a report does not answer are not offered.
GENERAL_QUESTIONS = (
    "Xuất khẩu năm 2015 là bao nhiêu?",
    "Nhập khẩu năm 2015 cao hơn xuất khẩu bao nhiêu?",
    "Mục tiêu xuất khẩu đến năm 2020 là bao nhiêu?",
    "Vì sao sản xuất công nghiệp giảm?",
)


def examples(connection: Connection, names: Sequence[str], stored: Sequence[Any]) -> list[str]:
    """Questions that the reports answer: general ones, then ones made from figures that are stated."""
    key = ("examples", *((s.name, s.sha256) for s in stored if s.name in names))
    if key not in connection.kept:
        connection.kept[key] = _choose_examples(connection, names[0] if len(names) == 1 else None)
    return list(connection.kept[key])


def _choose_examples(connection: Connection, report: str | None) -> list[str]:
    from chain.answer import Answer, Ask

    chosen: list[str] = []
    # Trying examples out costs no call of a language model.
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
            questions.setdefault(name, question_for(figure))
        if len(questions) == at_most:
            break
    return list(questions.values())


# What clicks do: each changes the state for the run that follows.


def new_conversation() -> None:
    """Begins anew; what was said is kept."""
    st.session_state.turns = []
    st.session_state.pending = None
    st.session_state.talk = ""
    st.session_state.source = None


def open_conversation(library: Any, id: str) -> None:
    """Shows a kept conversation."""
    new_conversation()
    try:
        kept = library.conversations.turns(id)
        st.session_state.turns = [ui_talks.turn_of(library, *_kept(t)) for t in kept]
        st.session_state.talk = id
    except Exception as error:
        st.session_state.notice = one_line(error, "Không mở được cuộc trò chuyện này.")


def _kept(turn: Any) -> tuple[str, dict[str, Any], str]:
    def get(name: str) -> Any:
        return turn[name] if isinstance(turn, dict) else getattr(turn, name)

    return str(get("question")), dict(get("answer")), str(get("id"))


def ask_next(question: str) -> None:
    """A click on a question: it is asked in the run that follows."""
    st.session_state.pending = question


def pick(choice: Choice) -> None:
    """A click on another value of a slot: the figure it names is shown in the run that follows."""
    st.session_state.pending = choice.question
    st.session_state.picked = choice


def open_source(number: int, n: int) -> None:
    """A click on a mark: its source opens beside the answer; a second click closes it."""
    st.session_state.source = None if st.session_state.get("source") == (number, n) else (number, n)


def close_source() -> None:
    """Closes the source beside the answer."""
    st.session_state.source = ()


def draw(connection: Connection) -> None:
    """Draws the page."""
    state = st.session_state
    turns: list[view.Turn] = state.setdefault("turns", [])
    stored = connection.library.reports()
    names = ui_state.chosen_reports(stored)
    if state.get("report", "") not in ("", *names):
        state.report = ""  # it was removed meanwhile, or is not to answer
    if state.get("report"):
        names = (state.report,)
    asked = None if len(names) == len(stored) else names
    question = st.chat_input("Hỏi về số liệu trong báo cáo…") or state.get("pending")
    picked = state.pop("picked", None)
    state.pending = None
    # Questions that were refused as no question say nothing about what the next one means.
    history = [t.question for t in turns if t.result is not None]
    coming = Asked(connection, question, history, asked, picked if picked and picked.question == question else None) if question else None
    st.title("Hỏi báo cáo", anchor=False)
    if notice := state.pop("notice", ""):
        st.warning(view.plain_label(notice, 400))
    welcome = st.empty()  # it goes at once when there is something to answer
    if not turns and coming is None:
        with welcome.container():
            _welcome(connection, names, stored)
    else:
        talk, side = st.columns([8, 5], gap="medium")
        with talk:
            places = [st.container() for _ in range(len(turns) + bool(coming))]
        if question and coming:
            # The new answer goes first, though it stands last: nobody waits for what is on the page already.
            with places[-1]:
                view.draw_question(question, place=f"{state.get('talk')}-{len(turns)}")
                turn = _keep(connection.library, coming.answered(), names[0] if len(names) == 1 else None)
                turns.append(turn)
                state.source = None
                _draw_turn(connection.library, turn, len(turns) - 1, True)
        for number, turn in enumerate(turns[: -1 if coming else None]):
            with places[number]:
                _draw_turn(connection.library, turn, number, number == len(turns) - 1, whole=True)
        with side:
            _source(connection, turns)
        view.draw_cite_box(open_source)
    with st.sidebar:
        _sidebar(connection.library, stored, turns)


def _draw_turn(library: Any, turn: view.Turn, number: int, last: bool, whole: bool = False) -> None:
    after = partial(_after, library, turn, number) if last else None
    view.draw_result(turn, number, on_ask=ask_next if last else None, on_pick=pick if last else None, after=after, whole=whole)


def _welcome(connection: Connection, names: Sequence[str], stored: Sequence[Any]) -> None:
    view.draw_text("Hỏi bằng tiếng Việt, nhận con số kèm đúng câu của báo cáo nêu con số ấy. Báo cáo không nêu thì trang nói là không nêu.")
    if not stored:
        st.info("Thư viện chưa có báo cáo nào. Mở trang Báo cáo để thêm.")
        return
    view.draw_note("Đang hỏi: " + "; ".join((s.title or s.name) for s in stored if s.name in names))
    place = st.empty()
    if ("examples", *((s.name, s.sha256) for s in stored if s.name in names)) not in connection.kept:
        place.html('<div class="hbc-skeleton" style="width:60%"></div><div class="hbc-skeleton" style="width:72%"></div><div class="hbc-skeleton" style="width:54%"></div>')
    found = examples(connection, names, stored)
    with place.container():
        if found:
            view.draw_questions("Thử hỏi", found, "example", ask_next)


def _keep(library: Any, turn: view.Turn, report: str | None) -> view.Turn:
    """Keeps the turn in its conversation; an answer is shown even where that fails."""
    if turn.result is None:
        return turn
    state = st.session_state
    try:
        kept = library.conversations
        if not state.get("talk"):
            state.talk = kept.create(user=ui_state.user())
        return replace(turn, id=str(kept.add(state.talk, turn.question, ui_talks.as_dict(turn), report)))
    except Exception as error:
        one_line(error, "the turn was not kept")
        return turn


def _source(connection: Connection, turns: Sequence[view.Turn]) -> None:
    """The chosen source; else the first of the last answer, where there is room for it."""
    chosen = st.session_state.get("source")
    if chosen == () or not turns:
        return
    number, n = chosen or (len(turns) - 1, next((f.n for f in turns[-1].facts.asked), 1))
    item = next((e for e in turns[number].evidence if e.n == n), None) if number < len(turns) else None
    if item is None:
        return
    with st.container(key="source_asked" if chosen else "source_auto"):
        view.draw_source(item, link_to_report, close_source)


def link_to_report(item: Evidence) -> None:
    """The way to the quoted place in the whole report: a link that can be shared."""
    page = st.session_state.get("pages", {}).get("bao-cao")
    if page is not None:
        query = {"report": item.report, "start": str(item.start), "end": str(item.end)}
        st.page_link(page, label="Mở trong báo cáo", icon=":material/menu_book:", query_params=query)


def _after(library: Any, turn: view.Turn, number: int) -> None:
    """What may be done with the last answer: copy it, say whether it was good."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key=f"after-{number}"):
        st.html(view.copy_button("Chép để dẫn trong bài", view.paste_ready(turn)), width="content")
        if not turn.id:
            return
        st.feedback("thumbs", key=f"thumb-{turn.id}", on_change=_thumb, args=(library, turn.id))
    if st.session_state.get(f"thumb-{turn.id}") == 0:
        st.segmented_control("Sai ở đâu?", view.FEEDBACK, key=f"reason-{turn.id}", on_change=_thumb, args=(library, turn.id))
        st.text_input("Ghi chú thêm (không bắt buộc)", key=f"comment-{turn.id}", max_chars=500, on_change=_thumb, args=(library, turn.id))
    if st.session_state.get(f"thumb-{turn.id}") is not None:
        view.draw_note("Đã ghi nhận. Xin cảm ơn.", place=f"thumb-{turn.id}")


def _thumb(library: Any, turn_id: str) -> None:
    state = st.session_state
    thumb = state.get(f"thumb-{turn_id}")
    if thumb is None:
        return
    reason, comment = state.get(f"reason-{turn_id}") or "", state.get(f"comment-{turn_id}") or ""
    _try(lambda: library.conversations.feedback(turn_id, thumb == 1, reason, comment), "Không ghi được ý kiến.")


def _sidebar(library: Any, stored: Sequence[Any], turns: Sequence[view.Turn]) -> None:
    state = st.session_state
    st.button("Cuộc trò chuyện mới", icon=":material/add_comment:", key="new", on_click=new_conversation, width="stretch")
    if len(stored) > 1:
        names = ui_state.chosen_reports(stored)
        titles = {s.name: s.title or s.name for s in stored}
        st.selectbox("Hỏi báo cáo nào", ["", *names], format_func=lambda name: titles.get(name, name) if name else f"Tất cả ({len(names)} báo cáo)", key="report")
    kept = library.conversations
    try:
        known = kept.list(user=ui_state.user())
    except Exception as error:
        one_line(error, "no conversations")
        known = []
    if state.get("talk") and turns:
        with st.popover("Cuộc trò chuyện này", icon=":material/more_horiz:", width="stretch"):
            _this_talk(library, kept, state.talk, turns)
    if not known:
        return
    view.draw_head("Các cuộc trò chuyện")
    found = known
    if len(known) > SHOWN_TALKS:
        wanted = st.text_input("Tìm cuộc trò chuyện", key="talks-find", placeholder=f"Tìm trong {len(known)} cuộc trò chuyện", max_chars=100, label_visibility="collapsed")
        found = [t for t in known if matches(t.title, wanted)]
    titles = Counter(talk.title for talk in known)
    with st.container(gap="xxsmall", key="talks"):
        for talk in found[:SHOWN_TALKS]:
            now = talk.id == state.get("talk")
            st.button(
                view.plain_label(_called(talk, titles), 60), key=f"talk-{talk.id}", on_click=open_conversation, args=(library, talk.id), width="stretch",
                type="secondary" if now else "tertiary", icon=":material/chat_bubble:" if now else None,
            )  # fmt: skip


def _called(talk: Any, titles: Counter[str]) -> str:
    """A conversation's title, with its day and hour where another has the same."""
    if titles[talk.title] < 2:
        return str(talk.title)
    day = when_words(talk.created_at)
    return f"{day[:5]}{day[10:]} · {talk.title}"  # the year says nothing


def _this_talk(library: Any, kept: Any, id: str, turns: Sequence[view.Turn]) -> None:
    current = next((t for t in kept.list(user=ui_state.user()) if t.id == id), None)
    if current is None:
        return
    st.text_input("Tên", value=current.title, key=f"rename-{id}", max_chars=120, on_change=_rename, args=(kept, id))
    for label, name, mime, make in _exports(kept, current, id):
        st.download_button(label, data=make, file_name=name, mime=mime, key=f"export-{name}", on_click="ignore", width="stretch", icon=":material/download:")
    st.button("Xóa cuộc trò chuyện", key=f"delete-{id}", icon=":material/delete:", on_click=_delete, args=(kept, id), width="stretch")


def _exports(kept: Any, talk: Any, id: str) -> list[tuple[str, str, str, Any]]:
    """Ways to take a conversation along: label, file name, MIME type, what makes it."""
    from app import export_conversation as export

    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return [
        ("Tải về Markdown", "hoi-bao-cao.md", "text/markdown", lambda: export.to_markdown(talk, kept.turns(id))),
        ("Tải về Word", "hoi-bao-cao.docx", word, lambda: export.to_docx(talk, kept.turns(id))),
    ]


def _rename(kept: Any, id: str) -> None:
    _try(lambda: kept.rename(id, st.session_state.get(f"rename-{id}", "")), "Không đổi được tên.")


def _delete(kept: Any, id: str) -> None:
    _try(lambda: kept.delete(id), "Không xóa được cuộc trò chuyện.")
    new_conversation()


def _try(do: Callable[[], None], otherwise: str) -> None:
    """Does what a click asks for; what goes wrong is a line on the page."""
    try:
        do()
    except Exception as error:
        st.session_state.notice = one_line(error, otherwise)


__all__ = ["draw", "examples", "link_to_report", "open_conversation"]
