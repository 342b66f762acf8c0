"""The chat page without a browser: what it shows for canned answers, and what it never lets through."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("streamlit")

from streamlit.testing.v1 import AppTest

from app import page
from app.chat_view import answer_html, plain_label
from app.evidence import evidence
from app.streamlit_flags import flags
from chain.answer import Answer, Ask, Citation, NotInReport, StatedFigure
from report.model import Block, BlockKind, Cell, Figure, Period, Report, Span, Table

QUOTE = "Xuất khẩu năm 2015 ước đạt 1.550 triệu USD, tăng 16,44%"
EVIL = '![ảnh](http://xa.example/a.png) <img src=x onerror=alert(1)> [bấm](http://xa.example) -- :smile: $x$'
TEXT = f"Đoạn trước nêu 3.500 triệu USD.\n{EVIL} {QUOTE}; phần còn lại.\n| Chỉ tiêu | 2015 |\n| Xi măng | 600 |\n"


def span(part: str) -> Span:
    at = TEXT.index(part)
    return Span(at, at + len(part))


def cite(part: str, n: int = 1) -> Citation:
    s = span(part)
    return Citation(n, "thu", "Kết quả", None, s.start, s.end, part)


def cell(part: str) -> Cell:
    return Cell(part, span(part))


REPORT = Report(
    "thu", "Báo cáo thử <b>", TEXT,
    blocks=(Block(BlockKind.PARAGRAPH, span("Đoạn trước nêu 3.500 triệu USD.")), Block(BlockKind.PARAGRAPH, span(f"{EVIL} {QUOTE}; phần còn lại."))),
    tables=(Table(((cell("Chỉ tiêu"), cell("2015 |")), (cell("Xi măng"), cell("600"))), 1, span("| Chỉ tiêu | 2015 |\n| Xi măng | 600 |")),),
)  # fmt: skip
FOUND = Answer(
    "Xuất khẩu năm 2015 ước đạt 1.550 triệu USD [1].", (cite(QUOTE),),
    (StatedFigure("1.550 triệu USD", "1550000000", "USD", "xuất khẩu", "level", "estimate", "2015", 1, 0, 1),),
    calculation="1.950 − 1.550 = 400 triệu USD", verdict="đúng", suggestions=("Nhập khẩu năm 2015?", "Mục tiêu 2020?"),
    reading="xuất khẩu · năm 2015",
)  # fmt: skip


class Library:
    def __init__(self) -> None:
        self.names = ["thu"]

    def reports(self) -> list[Any]:
        return [SimpleNamespace(name=n, title=f"Tiêu đề {n}", sha256=n) for n in self.names]

    def report(self, name: str) -> Report:
        return REPORT

    def figures(self, name: str | None = None) -> list[tuple[str, Figure]]:
        year = Period("year", 2015, label="năm 2015")
        return [("thu", Figure(Decimal(600), "600 tấn", "tấn", span("600"), span("600"), "xi măng", period=year))]


class Assistant:
    """Answers what it is told to, and remembers what it was asked."""

    def __init__(self, result: Any = FOUND) -> None:
        self.result, self.asked = result, []

    def invoke(self, ask: Ask) -> Any:
        return self.result if "xuất khẩu" in ask.question.lower() else NotInReport("Báo cáo không nêu.")

    def stream(self, ask: Ask) -> Iterator[Any]:
        self.asked.append(ask)
        if isinstance(self.result, Exception):
            raise self.result
        yield from (w + " " for w in self.result.text.split())
        yield self.result


def script() -> None:
    from app import page

    page.main()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Any:
    def start(result: Any = FOUND) -> tuple[AppTest, Library, Assistant]:
        library, assistant = Library(), Assistant(result)
        monkeypatch.setattr(page, "connect", lambda: page.Connection(library, assistant))
        return AppTest.from_function(script, default_timeout=30).run(), library, assistant

    return start


def texts(app: AppTest) -> str:
    """All that the page shows as HTML."""
    return "\n".join(str(e.proto.body) for e in app.get("html"))


def test_the_first_page_offers_questions_that_are_answered(opened: Any) -> None:
    app, _, _ = opened()
    offered = [b.label for b in app.button if (b.key or "").startswith("example")]
    assert len(offered) >= 3 and all("xuất khẩu" in o.lower() for o in offered)
    app.button(key="example-0").click().run()
    assert "1.550 triệu USD" in texts(app)
    assert not app.exception


def test_an_answer_shows_its_reading_verdict_calculation_citation_and_suggestions(opened: Any) -> None:
    app, _, assistant = opened()
    app.chat_input[0].set_value("xuất khẩu năm 2015 là bao nhiêu").run()
    shown = texts(app)
    assert "Hiểu là: xuất khẩu · năm 2015" in shown
    assert "Phép tính: 1.950 − 1.550 = 400 triệu USD" in shown
    assert "Xuất khẩu năm 2015 ước đạt 1.550 triệu USD" in shown
    assert f"<mark>{QUOTE}</mark>" in shown
    assert app.expander[0].label == f"**\\[1\\]** {plain_label('1.550 triệu USD · Kết quả')}"
    app.button(key="suggestion-0-0").click().run()
    assert assistant.asked[-1].question == "Nhập khẩu năm 2015?"
    assert not app.exception


def test_earlier_questions_go_along_and_a_new_conversation_forgets_them(opened: Any) -> None:
    app, _, assistant = opened()
    for question in ("xuất khẩu năm 2015", "   .  ", "còn năm 2014?"):
        app.chat_input[0].set_value(question).run()
    assert assistant.asked[-1].history == ("xuất khẩu năm 2015",)
    assert any("Câu hỏi" in w.value for w in app.warning)
    app.button(key="new").click().run()
    assert not app.chat_message
    app.chat_input[0].set_value("xuất khẩu?").run()
    assert assistant.asked[-1].history == ()


def test_the_chosen_report_alone_is_asked(opened: Any) -> None:
    app, library, assistant = opened()
    assert assistant.asked == []
    app.selectbox(key="report").set_value("thu").run()
    app.chat_input[0].set_value("xuất khẩu?").run()
    assert assistant.asked[-1].report == "thu"
    library.names = ["khac"]
    app.run()
    assert app.selectbox(key="report").value == "" and not app.exception


def test_an_answer_outlives_its_report(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    app, library, _ = opened()
    app.chat_input[0].set_value("xuất khẩu?").run()
    monkeypatch.setattr(library, "report", lambda name: (_ for _ in ()).throw(KeyError(name)))
    app.run()
    assert f"<mark>{QUOTE}</mark>" in texts(app) and not app.exception


@pytest.mark.parametrize("length", [10_000])
def test_a_question_too_long_is_one_warning(opened: Any, length: int) -> None:
    app, _, assistant = opened()
    app.chat_input[0].set_value("x" * length).run()
    assert len(app.warning) == 1 and assistant.asked == [] and not app.exception


def test_an_error_is_one_vietnamese_line(opened: Any) -> None:
    app, _, _ = opened(RuntimeError("secret /path"))
    app.chat_input[0].set_value("xuất khẩu?").run()
    assert [e.value.startswith("Có lỗi khi trả lời") for e in app.error] == [True]
    assert not app.exception and "secret" not in texts(app)


def test_a_library_that_does_not_open_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> page.Connection:
        raise OSError("no such folder")

    monkeypatch.setattr(page, "connect", fail)
    app = AppTest.from_function(script, default_timeout=30).run()
    assert len(app.error) == 1 and "Không mở được thư viện" in app.error[0].value and not app.exception


def test_a_question_in_html_is_shown_and_not_run(opened: Any) -> None:
    app, _, _ = opened(NotInReport("Báo cáo không nêu <script>."))
    app.chat_input[0].set_value(EVIL).run()
    shown = texts(app).replace(page.view.STYLE, "")
    assert "<img" not in shown and "<script" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown
    assert not [m for m in app.markdown if "http" in m.value]


def test_upload_reads_each_file_once_and_says_what_is_wrong(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.errors import IngestError

    calls: list[tuple[str, bytes, str]] = []

    def add(library: Library, path: Path, title: str) -> str:
        calls.append((path.name, path.read_bytes(), title))
        if path.suffix == ".md":
            raise IngestError("quý-3.md: tệp trống.")
        library.names.append(title)
        return title

    monkeypatch.setattr(page, "add_file", add)
    app, _, _ = opened()
    files = [
        SimpleNamespace(file_id="1", name="..\\..\\etc/tháng 9.txt", getvalue=lambda: b"a"),
        SimpleNamespace(file_id="2", name="quý-3.md", getvalue=lambda: b""),
    ]
    # AppTest cannot hand over a file: the uploader gives these.
    monkeypatch.setattr(page.st, "file_uploader", lambda *a, **k: files)
    app.run()
    app.run()
    assert calls == [("tháng 9.txt", b"a", "tháng 9"), ("quý-3.md", b"", "quý-3")]
    assert [s.value for s in app.success] == [plain_label("Đã thêm tháng 9.txt.")]
    assert [e.value for e in app.error] == [plain_label("quý-3.md: tệp trống.")]
    assert "tháng 9" in app.selectbox(key="report").options[-1] and not app.exception


def test_the_quote_is_marked_to_the_character_inside_its_passage() -> None:
    (shown,) = evidence(Library(), [cite(QUOTE)])
    assert f"<mark>{QUOTE}</mark>; phần còn lại." in shown.body
    assert "<img" not in shown.body and "<b>" not in shown.body and "--" in shown.body


def test_a_quote_that_is_a_whole_paragraph_is_shown_with_its_neighbour() -> None:
    (shown,) = evidence(Library(), [cite("Đoạn trước nêu 3.500 triệu USD.")])
    assert "<mark>Đoạn trước nêu 3.500 triệu USD.</mark>" in shown.body and "phần còn lại" in shown.body


def test_a_quoted_row_is_shown_under_its_header() -> None:
    (shown,) = evidence(Library(), [cite("| Xi măng | 600 |")])
    assert "<th>Chỉ tiêu</th>" in shown.body
    assert "<td><mark>Xi măng</mark></td><td><mark>600</mark></td>" in shown.body
    assert "<mark>| Xi măng | 600 |</mark>" in shown.body


def test_only_the_whole_figure_is_strong() -> None:
    assert "<strong>96 tấn</strong>" in answer_html("1.96 tấn và 96 tấn [1].", "96 tấn").split("và")[1]
    assert answer_html("1.96 tấn [2]", "96 tấn").count("strong") == 0


@pytest.mark.parametrize("text", ["http://a.vn", "www.a.vn", "a@b.vn", ":smile:", ":red[x]", "a -- b -> c", "![x](y)", "$a$", "`a`", "1. a", "# a"])
def test_a_label_is_inert(text: str) -> None:
    from app.chat_view import _BREAK

    label = plain_label(text)
    assert label.replace("\\", "").replace(_BREAK, "") == text
    for live in ("http:", "www.", "a@b", ":smile", "--", "->", "![", "](", ":red"):
        assert live not in label.replace("\\", "") or "\\" + live[0] in label or "\\" + live[-1] in label


def test_the_flags_keep_the_page_private_and_small() -> None:
    assert {
        "--browser.gatherUsageStats=false", "--client.showErrorDetails=none", "--client.toolbarMode=minimal",
        "--server.headless=true", "--server.maxUploadSize=20", "--server.address=127.0.0.1",
    } <= set(flags())  # fmt: skip


def test_what_was_asked_leads() -> None:
    from app.chat_view import lead

    assert lead(FOUND) == "400 triệu USD"
    assert lead(Answer("", (), FOUND.figures)) == "1.550 triệu USD"
    assert lead(NotInReport("", (), FOUND.figures)) == ""
