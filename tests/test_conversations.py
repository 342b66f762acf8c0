"""Conversations: what is kept, in which order, for whom; and that nothing in them takes effect where they are exported."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import threading
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.export_conversation import to_docx, to_markdown
from vectorstore import Library, LibraryError
from vectorstore.conversations import TITLE_LENGTH, Conversation, Conversations, Turn, title_of

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


# Taken along

MEAN = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[bấm](javascript:alert(1))", "![ảnh](http://vidu.vn/a.png)",
    "# đề mục", "- mục", "1. mục", "+ mục", "2) mục", "> trích", "```\nmã\n```", "    mã", "| a | b |\n|---|---|", "---", "===",
    "https://vidu.vn/x", "www.vidu.vn", "ai@vidu.vn", "<https://vidu.vn>", "&lt;b&gt;", "[1]: http://vidu.vn", "**đậm** _nghiêng_ ~~bỏ~~",
    "$x^2$", "\\<b>", "&#60;b&#62;", "<!-- ẩn -->", "`<b>`", "]]>", "a\n# b", "a  \n> b", "* * *", "~~~", "[^1]", "\\[a](b)", "JAVASCRIPT:alert(1)",
]  # fmt: skip


def talk(text: str) -> tuple[Conversation, list[Turn]]:
    said = answer(text, verdict="sai", calculation=text)
    said["citations"][0] |= {"quote": text, "section": text, "report": text}
    return Conversation("1", text, "2026-11-20T02:03:04.000000+00:00", "2026-11-20T02:03:04.000000+00:00"), [Turn("2", text, said, None, "2026-11-20T02:03:04.000000+00:00")]


@pytest.mark.parametrize("text", MEAN)
def test_markdown_in_texts_is_inert(text: str) -> None:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(to_markdown(*talk(text)))
    inline = [child for token in tokens for child in token.children or ()]
    assert {t.type for t in inline} <= {"text", "softbreak", "text_special"}
    assert {t.type.removesuffix("_open") for t in tokens if t.type.endswith("_open")} <= {"heading", "paragraph", "blockquote"}
    assert not [t for t in tokens if t.type in ("html_block", "fence", "code_block", "table_open")] and len([t for t in tokens if t.type == "hr"]) == 1
    shown = ["".join(c.content for c in t.children or ()) for t in tokens if t.type == "inline"]
    assert shown[0] == " ".join(text.split())  # what is read is what was written


@pytest.mark.parametrize("text", [t for t in MEAN if ":" in t or "www" in t or "@" in t])
def test_no_address_is_left_for_a_renderer_to_find(text: str) -> None:
    made = to_markdown(*talk(text))
    assert not re.search(r"(?i)https?:|javascript:|www\.|\w@\w", made)


def test_markdown_holds_question_answer_quote_place_and_day() -> None:
    turn = Turn("2", "Xuất khẩu năm 2015?", answer(), None, "2026-11-20T02:03:04+00:00")
    made = to_markdown(Conversation("1", "Xuất khẩu", "2026-11-20T20:03:04+00:00", ""), [turn])
    assert "# Xuất khẩu\n\n21/11/2026 03:03\n" in made  # Vietnam's time
    assert "## 1\\. Xuất khẩu năm 2015?" in made and "ước đạt 1.550 triệu USD \\[1\\]." in made
    assert f"\\[1\\] bao-cao · II. Thương mại · trang 3\n\n> {QUOTE}\n" in made


def test_word_holds_the_same_and_no_links_or_fields() -> None:
    from docx import Document

    mean = "<w:t>&amp; ]]> \x0b\x00 {HYPERLINK}"
    made = to_docx(talk("x")[0], [*talk(mean)[1], Turn("3", "Còn nhập khẩu?", answer(), None, "")])
    words = [p.text for p in Document(io.BytesIO(made)).paragraphs]
    assert sum("<w:t>&amp; ]]>" in w and "{HYPERLINK}" in w for w in words) == 5  # question, answer, calculation, place, quote: as letters
    assert "2. Còn nhập khẩu?" in words and "[1] bao-cao · II. Thương mại · trang 3" in words and QUOTE in words
    assert "Kết luận: sai" in words
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body = archive.read("word/document.xml").decode()
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert "w:hyperlink" not in body and "w:instrText" not in body and 'TargetMode="External"' not in links


def test_an_answer_of_another_shape_is_exported_without_failing() -> None:
    for odd in ({}, {"answer": None, "citations": "x"}, {"citations": [None, {"n": None, "quote": None}]}, {"answer": "\ud800\ufffe"}):
        turns = [Turn("1", "hỏi", odd, None, "")]
        one = Conversation("1", "x", "không phải giờ", "")
        assert "hỏi" in to_markdown(one, turns) and to_docx(one, turns)[:2] == b"PK"
