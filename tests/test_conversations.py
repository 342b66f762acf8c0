"""Conversations: what is kept, in which order, for whom; and that nothing in them takes effect where they are exported."""

from __future__ import annotations

import json
import sqlite3
import threading
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from vectorstore import Library, LibraryError
from vectorstore.conversations import TITLE_LENGTH, Conversations, title_of

QUOTE = "Kim ngạch xuất khẩu năm 2015 ước đạt 1.550 triệu USD."


def answer(text: str = "Năm 2015, xuất khẩu ước đạt 1.550 triệu USD [1].", **more: Any) -> dict[str, Any]:
    citation = {"n": 1, "report": "bao-cao", "section": "II. Thương mại", "page": 3, "start": 10, "end": 10 + len(QUOTE), "quote": QUOTE}
    return {"id": None, "status": "answered", "answer": text, "verdict": None, "citations": [citation], "figures": [],
            "calculation": None, "writer": "composer", "suggestions": []} | more  # fmt: skip


@pytest.fixture
def kept(tmp_path: Path) -> Any:
    library = Library(tmp_path / "thư viện")
    yield library.conversations
    library.close()


def test_turns_come_back_as_they_were_also_from_another_process(tmp_path: Path) -> None:
    first = Library(tmp_path)
    id = first.conversations.create("Xuất khẩu")
    first.conversations.add(id, "xuất khẩu năm 2015?", answer(), "bao-cao")
    first.conversations.add(id, "còn nhập khẩu?", answer("Không nêu.", status="not_in_report"), None)
    first.close()
    again = Library(tmp_path)
    turns = again.conversations.turns(id)
    assert [t.question for t in turns] == ["xuất khẩu năm 2015?", "còn nhập khẩu?"]
    assert turns[0].answer == answer() and [t.report for t in turns] == ["bao-cao", None]
    assert turns[0].feedback is None and turns[0].asked_at.endswith("+00:00")
    again.close()


def test_the_last_used_conversation_comes_first(kept: Conversations) -> None:
    a, b, c = (kept.create(t) for t in "abc")
    kept.add(a, "hỏi", answer())
    assert [x.id for x in kept.list()] == [a, c, b]
    kept.rename(b, "bê")
    assert [(x.id, x.title) for x in kept.list()][0] == (b, "bê")


def test_users_do_not_see_each_other(kept: Conversations) -> None:
    kept.create("của An", user="an@vidu.vn")
    kept.create("của Bình", user="binh@vidu.vn")
    assert [c.title for c in kept.list("an@vidu.vn")] == ["của An"] and kept.list() == []


def test_a_conversation_without_title_is_called_by_its_first_question(kept: Conversations) -> None:
    id = kept.create("  ")
    kept.add(id, "Sản lượng  lúa\nnăm 2015 là bao nhiêu?", answer())
    kept.add(id, "còn ngô?", answer())
    assert kept.list()[0].title == "Sản lượng lúa năm 2015 là bao nhiêu?"


def test_long_titles_are_cut_between_words() -> None:
    question = "Tổng kim ngạch xuất nhập khẩu hàng hóa qua địa bàn tỉnh giai đoạn 2011 - 2015 là bao nhiêu triệu USD?"
    short = title_of(question)
    assert short.endswith("…") and len(short) <= TITLE_LENGTH and question.startswith(short[:-1]) and question[len(short) - 1] in " ,"
    assert len(title_of("a" * 500)) == TITLE_LENGTH and title_of(" \n") != ""


def test_everything_is_kept_in_nfc(kept: Conversations) -> None:
    loose = unicodedata.normalize("NFD", "Tỷ lệ hộ nghèo?")
    id = kept.create(loose, user=unicodedata.normalize("NFD", "Hà"))
    kept.add(id, loose, answer(loose), unicodedata.normalize("NFD", "báo-cáo"))
    turn = kept.turns(id)[0]
    assert kept.list("Hà")[0].title == turn.question == turn.answer["answer"] == "Tỷ lệ hộ nghèo?" and turn.report == "báo-cáo"


def test_odd_line_ends_and_marks_come_back_as_text(kept: Conversations) -> None:
    id = kept.create("x")
    kept.add(id, "một\u2028hai", answer('a\u2028"b"\u0301 \\ <script>'))
    assert kept.turns(id)[0].answer["answer"].startswith('a\n"b"') and kept.turns(id)[0].question == "một\nhai"


def test_half_characters_do_not_break_the_database(kept: Conversations) -> None:
    id = kept.create("\udc80")
    kept.add(id, "a\udc80", answer("b\ud800"))
    assert kept.turns(id)[0].question == "a?"


def test_deleting_a_conversation_takes_turns_and_feedback_along(kept: Conversations, tmp_path: Path) -> None:
    id = kept.create("x")
    kept.feedback(kept.add(id, "hỏi riêng tư", answer()), False, "Sai số liệu")
    kept.delete(id)
    kept.delete(id)
    assert kept.list() == [] and kept.all_feedback() == []
    with sqlite3.connect(tmp_path / "thư viện" / "library.db") as raw:
        assert [raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("conversations", "turns", "feedback")] == [0, 0, 0]


def test_what_is_gone_says_so_in_vietnamese(kept: Conversations) -> None:
    for act in (lambda: kept.turns("không có"), lambda: kept.add("không có", "hỏi", answer()), lambda: kept.rename("không có", "tên")):
        with pytest.raises(LibraryError, match="không còn"):
            act()
    with pytest.raises(LibraryError, match="không còn"):
        kept.feedback("không có", True)
    with pytest.raises(LibraryError, match="để trống"):
        kept.rename(kept.create("x"), "  ")


def test_an_answer_that_is_no_json_is_refused_and_nothing_is_kept(kept: Conversations) -> None:
    id = kept.create("x")
    for bad in ({"value": object()}, {"value": float("nan")}):
        with pytest.raises(LibraryError):
            kept.add(id, "hỏi", bad)
    assert kept.turns(id) == []


def test_the_last_feedback_counts(kept: Conversations) -> None:
    turn = kept.add(kept.create("x"), "hỏi", answer(), "bao-cao")
    other = kept.add(kept.create("y"), "hỏi nữa", answer())
    kept.feedback(turn, True)
    kept.feedback(turn, False, "Sai năm", " số của 2014 ")
    kept.feedback(other, True)
    found = kept.all_feedback()
    assert [(j.turn.question, j.feedback.good, j.feedback.reason, j.feedback.comment) for j in found] == [("hỏi", False, "Sai năm", "số của 2014"), ("hỏi nữa", True, "", "")]
    assert found[0].turn.feedback == found[0].feedback


def test_a_library_made_before_there_were_conversations_gets_the_tables(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.close()
    with sqlite3.connect(tmp_path / "library.db") as raw:
        for table in ("feedback", "turns", "conversations"):
            raw.execute(f"DROP TABLE IF EXISTS {table}")
    again = Library(tmp_path)
    assert again.conversations.list() == [] and again.conversations.create("x")
    again.close()


def test_removing_a_report_keeps_the_quotes(library: Any) -> None:
    from app.wiring import make_assistant
    from chain.answer import Ask, contract

    name = library.reports()[0].name
    given = contract(make_assistant(library).invoke(Ask("xuất khẩu năm 2015 là bao nhiêu")), question="xuất khẩu năm 2015 là bao nhiêu")
    assert given["citations"]
    id = library.conversations.create()
    library.conversations.add(id, given["question"], given, name)
    library.remove(name)
    assert library.conversations.turns(id)[0].answer == json.loads(json.dumps(given))


def test_threads_write_side_by_side(kept: Conversations) -> None:
    id = kept.create("x")
    threads = [threading.Thread(target=lambda n=n: [kept.add(id, f"{n}", answer()) for _ in range(5)]) for n in range(6)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert len(kept.turns(id)) == 30
