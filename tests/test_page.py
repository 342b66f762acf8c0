"""The pages without a browser: what they show for canned answers, and what they never let through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("streamlit")

from streamlit.testing.v1 import AppTest

from app import (
    chat_view,
    pages_chat,
    pages_check,
    pages_figures,
    pages_reports,
    ui_asking,
    ui_facts,
    ui_server,
    ui_state,
    ui_style,
    ui_talks,
)
from app.chat_view import answer_html, plain_label
from app.evidence import evidence, reading
from app.streamlit_flags import flags
from app.ui_charts import chart, comparable
from chain.answer import Answer, Ask, Citation, NotInReport, StatedFigure
from report.model import (
    Block,
    BlockKind,
    Cell,
    Direction,
    Figure,
    Measure,
    Modality,
    Period,
    Report,
    Section,
    Span,
    Table,
)

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
    "thu", "Báo cáo thử <b>", TEXT, sha256="thu",
    blocks=(Block(BlockKind.PARAGRAPH, span("Đoạn trước nêu 3.500 triệu USD.")), Block(BlockKind.PARAGRAPH, span(f"{EVIL} {QUOTE}; phần còn lại.")), Block(BlockKind.TABLE, span("| Chỉ tiêu | 2015 |\n| Xi măng | 600 |"), table=0)),
    tables=(Table(((cell("Chỉ tiêu"), cell("2015 |")), (cell("Xi măng"), cell("600"))), 1, span("| Chỉ tiêu | 2015 |\n| Xi măng | 600 |")),),
)  # fmt: skip


def year(n: int) -> Period:
    return Period("year", n, label=f"năm {n}")


def figure(value: str, text: str, unit: str, place: str, name: str, **slots: Any) -> Figure:
    return Figure(Decimal(value), text, unit, span(place), span(place), name, **({"period": year(2015)} | slots))


FIGURES = [
    figure("1550000000", "1.550 triệu USD", "USD", "1.550 triệu USD", "xuất khẩu", modality=Modality.ESTIMATE, scale=Decimal(1000000)),
    figure("16.44", "16,44%", "%", "16,44%", "xuất khẩu", measure=Measure.GROWTH, direction=Direction.UP, modality=Modality.ESTIMATE),
    figure("3500000000", "3.500 triệu USD", "USD", "3.500 triệu USD", "tổng kim ngạch", modality=Modality.ESTIMATE, scale=Decimal(1000000)),
    figure("600", "600 tấn", "tấn", "600", "xi măng"),
]  # fmt: skip


def stated(f: Figure, n: int = 1) -> StatedFigure:
    return StatedFigure(f.text, format(f.value, "f"), f.unit, f.indicator, f.measure.value, f.modality.value, "2015", n, f.span.start, f.span.end)


FOUND = Answer(
    "1.550 triệu USD — xuất khẩu, năm 2015 (số ước) [1]. Đừng nhầm với: 3.500 triệu USD — tổng kim ngạch, năm 2015 [2].",
    (cite(QUOTE), cite("Đoạn trước nêu 3.500 triệu USD.", 2)), (stated(FIGURES[0]), stated(FIGURES[2], 2)), suggestions=("Nhập khẩu năm 2015?", "Mục tiêu 2020?"),
)  # fmt: skip
COMPUTED = Answer("Chênh 400 triệu USD: nhập 1.950, xuất 1.550 triệu USD [1].", (cite(QUOTE),), (stated(FIGURES[0]),), calculation="1.950 − 1.550 = 400 triệu USD", reading="xuất khẩu · năm 2015")
CLAIM = Answer("Không đúng: báo cáo nêu 1.550 triệu USD [1].", (cite(QUOTE),), (stated(FIGURES[0]),), verdict="sai")


class Talks:
    """Conversations in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, list[dict[str, Any]]] = {}
        self.judged: list[tuple[Any, ...]] = []

    def list(self, user: str = "") -> Any:
        return [SimpleNamespace(id=id, title=turns[0]["question"] if turns else "mới") for id, turns in self.kept.items()]

    def create(self, title: str = "", user: str = "") -> str:
        self.kept[str(len(self.kept))] = []
        return str(len(self.kept) - 1)

    def add(self, id: str, question: str, answer: dict[str, Any], report: str | None) -> str:
        self.kept[id].append({"id": f"{id}-{len(self.kept[id])}", "question": question, "answer": answer})
        return str(self.kept[id][-1]["id"])

    def turns(self, id: str) -> Any:
        return self.kept[id]

    def feedback(self, *given: Any) -> None:
        self.judged.append(given)


class Library:
    def __init__(self) -> None:
        self.names = ["thu"]
        self.conversations = Talks()

    def reports(self) -> list[Any]:
        return [SimpleNamespace(name=n, title=f"Tiêu đề {n}", sha256=n, figures=4, passages=3, added_at="2026-01-01T00:00:00", source=f"{n}.md") for n in self.names]

    def report(self, name: str) -> Report:
        return REPORT

    def passages(self, name: str) -> tuple[Any, ...]:
        return ()

    def figures(self, name: str | None = None) -> list[tuple[str, Figure]]:
        return [("thu", f) for f in FIGURES]

    def remove(self, name: str) -> None:
        self.names.remove(name)

    def add(self, report: Report, passages: Any, figures: Any) -> None:
        self.names.append(report.name)


class Assistant:
    """Answers what it is told to, and remembers what it was asked."""

    def __init__(self, library: Any, result: Any = FOUND) -> None:
        self.library, self.result, self.asked = library, result, []

    def invoke(self, ask: Ask) -> Any:
        return self.result if "xuất khẩu" in ask.question.lower() else NotInReport("Báo cáo không nêu.")

    def stream(self, ask: Ask) -> Iterator[Any]:
        self.asked.append((ask, [s.name for s in self.library.reports()]))
        if isinstance(self.result, Exception):
            raise self.result
        yield from (w + " " for w in self.result.text.split())
        yield self.result


def script() -> None:
    import streamlit as st

    from app import ui_state
    from app.page import _draw

    _draw(st.session_state["module"], ui_state.connect())


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Any:
    def start(result: Any = FOUND, module: str = "pages_chat", library: Any = None, **query: str) -> tuple[AppTest, Any, Assistant]:
        library = library or Library()
        assistant = Assistant(library, result)
        connection = ui_state.Connection(library, assistant)
        monkeypatch.setattr(ui_state, "connect", lambda: connection)
        app = AppTest.from_function(script, default_timeout=30)
        app.session_state["module"] = module
        for name, value in query.items():
            app.query_params[name] = value
        return app.run(), library, assistant

    return start


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def texts(app: AppTest) -> str:
    """All that the page shows as HTML."""
    return "\n".join(str(e.proto.body) for e in app.get("html"))


def keys(app: AppTest, start: str) -> list[str]:
    return [b.key for b in app.button if (b.key or "").startswith(start)]


# Hỏi đáp


def test_the_first_page_offers_questions_that_are_answered(opened: Any) -> None:
    app, _, _ = opened()
    offered = [b.label for b in app.button if (b.key or "").startswith("example")]
    assert len(offered) >= 3 and all("xuất khẩu" in o.lower() for o in offered)
    app.button(key="example-0").click().run()
    assert '<p class="hbc-big">' in texts(app) and not app.exception and not app.error


def test_the_asked_figure_stands_large_with_period_modality_siblings_and_source(opened: Any) -> None:
    app, _, assistant = opened()
    shown = texts(ask(app, "xuất khẩu năm 2015 là bao nhiêu"))
    (card,) = re.findall(r'<div class="hbc-card">.*?</div>', shown)
    assert "1.550<small> triệu USD</small>" in card and ">năm 2015<" in card and ">ước<" in card and "Xuất khẩu" in card
    assert "3.500" not in card and "Đừng nhầm với" in shown and "<strong>3.500 triệu USD</strong>" in shown
    assert f"<mark>{QUOTE}</mark>" in shown
    assert "Đừng nhầm với:" not in shown, "the siblings are a table, not a sentence as well"
    app.button(key="suggestion-0-0").click().run()
    assert assistant.asked[-1][0].question == "Nhập khẩu năm 2015?"
    assert not app.exception and not app.error


def test_a_calculation_shows_its_result_its_operands_and_their_sources(opened: Any) -> None:
    app, _, _ = opened(COMPUTED)
    shown = texts(ask(app, "nhập hơn xuất bao nhiêu"))
    assert "400<small> triệu USD</small>" in shown and "1.950 − 1.550 = 400 triệu USD" in shown
    row = re.search(r"<tr><td>Xuất khẩu, năm 2015</td>.*?</tr>", shown)
    assert row and "1.550 triệu USD" in row[0] and 'data-cite="0-1"' in row[0]
    assert "Hiểu là: xuất khẩu · năm 2015" in shown


def test_a_verdict_has_a_sign_and_the_reports_own_figure(opened: Any) -> None:
    app, _, _ = opened(CLAIM)
    shown = texts(ask(app, "Xuất khẩu 2015 là 1.600 triệu USD?"))
    assert '<span aria-hidden="true">✗</span> Sai' in shown and "Báo cáo nêu: " in shown and "1.550<small> triệu USD</small>" in shown and "Không đúng" in shown


def test_a_mark_opens_its_source_and_a_second_click_closes_it(opened: Any) -> None:
    app, _, _ = opened()
    ask(app, "xuất khẩu?")
    app.text_input(key="cite").set_value("0-2 1").run()
    assert "<mark>Đoạn trước nêu 3.500 triệu USD.</mark>" in texts(app) and f"<mark>{QUOTE}</mark>" not in texts(app)
    app.button(key="source-close").click().run()
    assert "<mark>" not in texts(app)
    ask(app, "xuất khẩu?")
    assert f"<mark>{QUOTE}</mark>" in texts(app), "a new answer shows its source again"


def test_slots_offer_what_else_the_report_has(opened: Any) -> None:
    app, _, assistant = opened()
    ask(app, "xuất khẩu?")
    choices = [b for b in app.button if (b.key or "").startswith("slot-0-")]
    assert {b.label for b in choices} >= {"tổng kim ngạch"}
    next(b for b in choices if b.label == "tổng kim ngạch").click().run()
    assert assistant.asked[-1][0].question == "Tổng kim ngạch năm 2015 là bao nhiêu?"


def test_choices_are_buttons(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_back = SimpleNamespace(text="Hỏi xuất khẩu nào?", citations=(), figures=(), verdict=None, suggestions=(), reading="", choices=("Xuất khẩu địa phương?", "Xuất khẩu qua địa bàn?"))
    turn = chat_view.Turn("xuất khẩu?", asked_back)  # type: ignore[arg-type]

    def draw() -> None:
        import streamlit as st

        from app import chat_view

        chat_view.draw_result(st.session_state["turn"], 0, on_ask=lambda q: None)

    app = AppTest.from_function(draw, default_timeout=30)
    app.session_state["turn"] = turn
    app.run()
    assert [b.label for b in app.button] == [plain_label(c) for c in asked_back.choices]


def test_earlier_questions_go_along_and_a_new_conversation_forgets_them(opened: Any) -> None:
    app, _, assistant = opened()
    for question in ("xuất khẩu năm 2015", "   .  ", "còn năm 2014?"):
        ask(app, question)
    assert assistant.asked[-1][0].history == ("xuất khẩu năm 2015",)
    assert any("Câu hỏi" in w.value for w in app.warning)
    app.button(key="new").click().run()
    assert "hbc-ask" not in texts(app)
    ask(app, "xuất khẩu?")
    assert assistant.asked[-1][0].history == ()


def test_a_conversation_is_kept_and_opened_again_as_it_was(opened: Any) -> None:
    app, library, _ = opened()
    ask(app, "xuất khẩu?")
    before = re.findall(r'<div class="hbc-card">.*?</div>', texts(app))
    app.button(key="new").click().run()
    app.button(key="talk-0").click().run()
    assert re.findall(r'<div class="hbc-card">.*?</div>', texts(app)) == before and len(before) == 1
    assert f"<mark>{QUOTE}</mark>" in texts(app)
    ask(app, "còn nữa?")
    assert [t["question"] for t in library.conversations.turns("0")] == ["xuất khẩu?", "còn nữa?"]


def test_thumbs_are_kept_with_their_reason(opened: Any) -> None:
    app, library, _ = opened()
    ask(app, "xuất khẩu?")
    library_turn = library.conversations.turns("0")[0]["id"]
    app.session_state[f"thumb-{library_turn}"] = 0
    app.session_state[f"reason-{library_turn}"] = "số sai"
    from unittest.mock import patch

    with patch.object(pages_chat.st, "session_state", app.session_state):
        pages_chat._thumb(library, library_turn)
    assert library.conversations.judged == [(library_turn, False, "số sai", "")]


def test_an_answer_that_cannot_be_kept_is_still_shown(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Talks, "add", lambda *a: (_ for _ in ()).throw(OSError("full")))
    app, _, _ = opened()
    ask(app, "xuất khẩu?")
    assert "hbc-big" in texts(app) and not app.error and not app.exception


def test_only_the_chosen_reports_are_asked(opened: Any) -> None:
    library = Library()
    library.names = ["thu", "hai", "ba"]
    app, _, assistant = opened(library=library)
    app.selectbox(key="report").set_value("hai").run()
    ask(app, "xuất khẩu?")
    assert assistant.asked[-1][0].report == "hai"
    app.session_state["silent"] = {"ba"}
    app.selectbox(key="report").set_value("").run()
    heard: list[Any] = []
    stream = Assistant.stream
    Assistant.stream = lambda self, a: heard.append([s.name for s in self.library.reports()]) or stream(self, a)  # type: ignore
    try:
        ask(app, "xuất khẩu?")
    finally:
        Assistant.stream = stream  # type: ignore[method-assign]
    assert heard == [["thu", "hai"]] and [s.name for s in assistant.library.reports()] == ["thu", "hai", "ba"]


def test_an_answer_outlives_its_report(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    app, library, _ = opened()
    ask(app, "xuất khẩu?")
    monkeypatch.setattr(library, "report", lambda name: (_ for _ in ()).throw(KeyError(name)))
    app.run()
    assert f"<mark>{QUOTE}</mark>" in texts(app) and not app.exception and not app.error
    app.button(key="new").click().run()
    app.button(key="talk-0").click().run()
    assert f"<mark>{QUOTE}</mark>" in texts(app) and not app.exception and not app.error


def test_a_question_too_long_is_one_warning(opened: Any) -> None:
    app, _, assistant = opened()
    ask(app, "x" * 10_000)
    assert len(app.warning) == 1 and assistant.asked == [] and not app.exception


def test_an_error_is_one_vietnamese_line(opened: Any) -> None:
    app, _, _ = opened(RuntimeError("secret /path"))
    ask(app, "xuất khẩu?")
    assert [e.value.startswith("Có lỗi khi trả lời") for e in app.error] == [True]
    assert not app.exception and "secret" not in texts(app)


def test_a_library_that_does_not_open_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui_state, "connect", lambda: (_ for _ in ()).throw(OSError("no such folder")))

    def whole() -> None:
        from app import page

        page.main()

    app = AppTest.from_function(whole, default_timeout=30).run()
    assert len(app.error) == 1 and "Không mở được thư viện" in app.error[0].value and not app.exception


# The other pages


def test_every_page_draws_without_an_error(opened: Any) -> None:
    for module in ("pages_check", "pages_figures", "pages_reports", "pages_help"):
        app, _, _ = opened(module=module)
        assert not app.exception and not app.error and app.title, module


@pytest.mark.parametrize(("wanted", "found"), [("xi mang", 1), ("XI MĂNG", 1), ("xuat khau 2015", 2), ("xuất khẩu 16,44", 1), ("xi mặng", 0), ("kim ngach", 1), ("", 4)])
def test_the_search_ignores_diacritics_that_are_not_typed(wanted: str, found: int) -> None:
    assert len(pages_figures.filtered(REPORT, FIGURES, wanted, (), (), ())) == found


def test_filters_hold_together() -> None:
    assert [f.text for f in pages_figures.filtered(REPORT, FIGURES, "", ["năm 2015"], ["level"], ["actual"])] == ["600 tấn"]


def test_units_and_sections_are_filters_too() -> None:
    assert pages_figures.filtered(REPORT, FIGURES, "", units=["tấn"]) == [FIGURES[3]]
    assert pages_figures.filtered(REPORT, FIGURES, "", sections=["Phần đầu"]) == FIGURES and pages_figures.filtered(REPORT, FIGURES, "", sections=["khác"]) == []


def test_a_fall_is_negative_and_a_level_is_not() -> None:
    fall = figure("7.46", "7,46%", "%", "16,44%", "gạch", measure=Measure.GROWTH, direction=Direction.DOWN)
    assert ui_facts.fact_of(fall, "thu").value == Decimal("-7.46") and ui_facts.fact_of(FIGURES[1], "thu").value == Decimal("16.44")


def test_the_earlier_questions_that_go_along_begin_at_the_same_one_for_a_while() -> None:
    said = [str(i) for i in range(100)]
    assert ui_asking.recent(said[:39]) == tuple(said[:39]) and ui_asking.recent(said[:40]) == tuple(said[20:40]) and ui_asking.recent(said[:59]) == tuple(said[20:59])


def test_what_readers_thought_is_a_table_that_no_spreadsheet_runs() -> None:
    from app.export_feedback import as_csv

    turn = SimpleNamespace(question="=1+1", answer={"answer": "1.550", "citations": [{"n": 1, "report": "thu", "start": 3, "end": 9, "quote": "đạt 1.550"}]})
    rows = as_csv([SimpleNamespace(turn=turn, feedback=SimpleNamespace(good=False, reason="số sai", comment="xem lại", given_at="2026-01-01"))]).splitlines()  # type: ignore[list-item]
    assert rows[1] == "2026-01-01,sai,số sai,xem lại,'=1+1,1.550,,thu,[1] 3–9: đạt 1.550"


def test_targets_stand_beside_what_was_reached() -> None:
    target = figure("90", "90 tấn", "tấn", "3.500", "xi măng", modality=Modality.TARGET)
    other = figure("80", "80 tấn", "tấn", "3.500", "xi măng", modality=Modality.TARGET, period=year(2014))
    ((reached, aimed),) = pages_figures.against_targets("thu", [*FIGURES, target, other])
    assert (reached.shown, aimed.shown) == ("600 tấn", "90 tấn")


def test_a_fall_is_drawn_below_zero() -> None:
    fall = figure("3.5", "3,5%", "%", "16,44%", "nhập khẩu", measure=Measure.GROWTH, direction=Direction.DOWN, modality=Modality.ESTIMATE)
    ((up, down),) = pages_figures.growths("thu", [*FIGURES, fall])
    assert (up.value, down.value) == (Decimal("16.44"), Decimal("-3.5"))


def test_only_alike_figures_share_a_chart() -> None:
    facts = [ui_facts.fact_of(f, "thu") for f in FIGURES]
    assert comparable(facts[:2]) == () and len(comparable([facts[0], facts[2]])) == 2
    drawn = chart([facts[0], facts[2]]).to_dict()
    rows = next(iter(drawn["datasets"].values())) if "datasets" in drawn else drawn["data"]["values"]
    assert [row["giá trị"] for row in rows] == [1550.0, 3500.0] and [row["hiện"] for row in rows] == ["1.550 triệu USD", "3.500 triệu USD"]


def test_a_report_is_read_at_the_characters_its_address_names(opened: Any) -> None:
    s = span(QUOTE)
    app, _, _ = opened(module="pages_reports", report="thu", start=str(s.start), end=str(s.end))
    assert f'data-place="thu-{s.start}-{s.end}">{QUOTE}</mark>' in texts(app) and not app.error


@pytest.mark.parametrize(("start", "end"), [("-1", "5"), ("5", "5"), ("9", "3"), ("0", "99999999"), ("x", "5"), ("", ""), ("٣", "٥"), (None, None), ("1e3", "2000")])
def test_an_address_that_names_no_characters_marks_none(start: Any, end: Any) -> None:
    assert pages_reports.wanted_span(REPORT, start, end) is None


def test_the_pieces_of_a_report_cover_it() -> None:
    text = "Mở đầu.\nI. Một\nLời một.\nII. Hai\nLời hai."
    at = [text.index("I. "), text.index("II. ")]
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(text.index(t), text.index(t) + len(t))) for t in ("Mở đầu.", "Lời một.", "Lời hai."))
    sections = (Section("I. Một", 1, Span(at[0], at[0] + 6), Span(at[0], at[1])), Section("II. Hai", 1, Span(at[1], at[1] + 7), Span(at[1], len(text))))
    pieces = pages_reports.sections(Report("r", "r", text, sections, blocks))
    assert "".join(s.of(text) for _, _, s in pieces) == text and [t for _, t, _ in pieces] == ["", "I. Một", "II. Hai"]


def test_a_removed_report_can_be_put_back(opened: Any) -> None:
    app, library, _ = opened(module="pages_reports")
    app.button(key="remove-thu").click().run()
    assert library.names == [] and "Đã xóa" in texts(app)
    app.button(key="undo").click().run()
    assert library.names == ["thu"] and "Đã xóa" not in texts(app)


def test_who_is_no_editor_neither_adds_nor_deletes(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOIBAOCAO_SIGN_IN", "1")
    monkeypatch.setenv("HOIBAOCAO_EDITORS", "an@toasoan.example, Binh@toasoan.example")
    monkeypatch.setattr(ui_state, "user", lambda: "chi@toasoan.example")
    app, _, _ = opened(module="pages_reports")
    assert not keys(app, "remove-") and not app.get("file_uploader")
    monkeypatch.setattr(ui_state, "user", lambda: "binh@toasoan.example")
    assert ui_state.may_edit()
    monkeypatch.setenv("HOIBAOCAO_SIGN_IN", "")
    assert ui_state.may_edit()


def test_upload_reads_each_file_once_and_says_what_is_wrong(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.errors import IngestError

    calls: list[tuple[str, bytes, str]] = []

    def add(library: Library, path: Path, title: str) -> str:
        calls.append((path.suffix, path.read_bytes(), title))
        if path.suffix == ".md":
            raise IngestError("quý-3.md: tệp trống.")
        library.names.append(title)
        return title

    monkeypatch.setattr(ui_state, "add_file", add)
    app, library, _ = opened(module="pages_reports")
    files = [
        SimpleNamespace(file_id="1", name="..\\..\\etc/tháng 9.txt", getvalue=lambda: b"a"),
        SimpleNamespace(file_id="2", name="quý-3.md", getvalue=lambda: b""),
    ]
    # AppTest cannot hand over a file: the uploader gives these.
    monkeypatch.setattr(pages_reports.st, "file_uploader", lambda *a, **k: files)
    app.run()
    app.run()
    assert calls == [(".txt", b"a", "tháng 9"), (".md", b"", "quý-3")]
    assert [s.value for s in app.success] == [plain_label("Đã thêm tháng 9.")]
    assert [e.value for e in app.error] == [plain_label("quý-3.md: tệp trống.")]
    assert library.names == ["thu", "tháng 9"] and not app.exception


JUDGED = SimpleNamespace(
    figures=(
        SimpleNamespace(text="1.550 triệu USD", start=14, end=29, verdict="đúng", reason="", figure=None, citation=1),
        SimpleNamespace(text="9 <b>tấn</b>", start=34, end=46, verdict="sai", reason="sai giá trị", figure={"text": "600 tấn"}, citation=1),
    ),
    citations=(cite(QUOTE),),
)  # fmt: skip
ARTICLE = "Xuất khẩu đạt 1.550 triệu USD, và 9 <b>tấn</b>."


def test_an_article_is_marked_by_sign_and_colour_figure_by_figure(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_check, "judged", lambda *a: JUDGED)
    app, _, _ = opened(module="pages_check")
    app.text_area(key="article").set_value(ARTICLE).run()
    app.button(key="check").click().run()
    shown = texts(app)
    assert "✓</span>\u00a01.550 triệu USD</span>" in shown and "✗</span>\u00a09 &lt;b&gt;tấn&lt;/b&gt;</span>" in shown
    assert "Sai giá trị" in shown and "<strong>600 tấn</strong>" in shown and "<b>" not in shown
    assert shown.index("✗</span>\u00a09 &lt;b&gt;") and not app.exception and not app.error
    report = pages_check.as_markdown(ARTICLE, JUDGED, evidence(Library(), JUDGED.citations))
    assert "1.550 triệu USD [✓]" in report and "Báo cáo nêu: 600 tấn" in report and QUOTE in report


def test_checking_nothing_is_a_warning(opened: Any) -> None:
    app, _, _ = opened(module="pages_check")
    app.button(key="check").click().run()
    assert len(app.warning) == 1 and not app.exception


# What a reader may copy, and what is shown of a report


def test_none_of_several_values_is_printed_large() -> None:
    both = Answer("1.550 triệu USD — xuất khẩu, năm 2015 [1]; 600 tấn — xi măng, năm 2015 [2].", (cite(QUOTE), cite("| Xi măng | 600 |", 2)), (stated(FIGURES[0]), stated(FIGURES[3], 2)))
    one = Answer("1.550 triệu USD — xuất khẩu, năm 2015 [1]. Đừng nhầm với: 600 tấn — xi măng, năm 2015 [2].", both.citations, both.figures)
    assert ui_facts.facts(Library(), both).lead == ""
    assert len(ui_facts.facts(Library(), both).asked) == 2
    assert ui_facts.facts(Library(), one).lead == "1.550 triệu USD"


def test_what_is_copied_names_figure_quote_and_place() -> None:
    turn = chat_view.Turn("?", FOUND, evidence(Library(), FOUND.citations), facts=ui_facts.facts(Library(), FOUND))
    assert chat_view.paste_ready(turn) == f"Xuất khẩu, năm 2015: 1.550 triệu USD (số ước). “{QUOTE}” (Nguồn: Báo cáo thử <b>, mục “Kết quả”)"


@pytest.mark.parametrize(
    ("key", "said"),
    [("2015", "năm 2015"), ("2011-2015", "giai đoạn 2011–2015"), ("2024-Q3", "quý III năm 2024"), ("2024-9", "tháng 9 năm 2024"), ("2024-9M", "9 tháng đầu năm 2024"), ("2024-H1", "6 tháng đầu năm 2024"), ("vụ mùa", "vụ mùa"), ("", "")],
)
def test_a_period_is_said_in_words(key: str, said: str) -> None:
    assert ui_facts.period_words(key) == said


def test_what_was_asked_leads() -> None:
    assert ui_facts.lead(FOUND) == "1.550 triệu USD"
    assert ui_facts.lead(COMPUTED) == "400 triệu USD"
    assert ui_facts.lead(replace(COMPUTED, calculation="412,6 − 21,4 ≈ 391,2 triệu USD")) == "khoảng 391,2 triệu USD", "what was worked out of a rough figure is rough"
    grown = Answer("Tăng trên 16,44% bình quân hằng năm — xuất khẩu [1].", (cite(QUOTE),), (stated(FIGURES[1]),))
    assert ui_facts.lead(grown) == "Tăng trên 16,44% bình quân hằng năm"
    assert ui_facts.lead(NotInReport("", (), FOUND.figures)) == ""
    two = Answer("Xuất khẩu 1.550 triệu USD [1] và 600 tấn [2].", (), (stated(FIGURES[0]), stated(FIGURES[3], 2)))
    assert ui_facts.lead(two) == "", "of two asked figures none is the answer alone"


def test_an_answer_is_the_same_after_it_was_kept() -> None:
    for result in (FOUND, COMPUTED, CLAIM, NotInReport("Báo cáo không nêu.", suggestions=("a?",))):
        turn = chat_view.Turn("q", result)
        again = ui_talks.turn_of(Library(), "q", ui_talks.as_dict(turn), "1")
        assert again.result == result


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


def test_a_report_that_is_read_shows_all_its_blocks_and_no_markup_of_its_own() -> None:
    whole = reading(REPORT, Span(0, len(TEXT)), None)
    assert "&lt;img src=x onerror=alert(1)&gt;" in whole and "<td>600</td>" in whole and "<img" not in whole and "<mark" not in whole


def test_only_the_whole_figure_is_strong() -> None:
    assert "<strong>96 tấn</strong>" in answer_html("1.96 tấn và 96 tấn [1].", "96 tấn").split("và")[1]
    assert answer_html("1.96 tấn [2]", "96 tấn").count("strong") == 0


def test_a_question_in_html_is_shown_and_not_run(opened: Any) -> None:
    app, _, _ = opened(NotInReport("Báo cáo không nêu <script>."))
    shown = texts(ask(app, EVIL))
    assert "<img" not in shown and "<script" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown
    assert not [m for m in app.markdown if "http" in m.value]


@pytest.mark.parametrize("text", ["http://a.vn", "www.a.vn", "a@b.vn", ":smile:", ":red[x]", "a -- b -> c", "![x](y)", "$a$", "`a`", "1. a", "# a"])
def test_a_label_is_inert(text: str) -> None:
    from app.ui_labels import _BREAK

    label = plain_label(text)
    assert label.replace("\\", "").replace(_BREAK, "") == text
    for live in ("http:", "www.", "a@b", ":smile", "--", "->", "![", "](", ":red"):
        assert live not in label.replace("\\", "") or "\\" + live[0] in label or "\\" + live[-1] in label


# The server


def test_what_stays_is_put_aside_once_and_again_when_it_has_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr(ui_state.gc, "collect", lambda: 0)
    monkeypatch.setattr(ui_state.gc, "freeze", lambda: frozen.append(True))
    monkeypatch.setattr(ui_state, "sys", SimpleNamespace(modules={}))  # others' imports are not counted here
    reports: dict[str, str] = {}
    connection = ui_state.Connection(None, SimpleNamespace(_worlds=reports))
    for _ in range(3):
        ui_state.settle(connection)
    assert len(frozen) == 1
    reports["thu"] = "đã đọc"
    ui_state.settle(connection)
    assert len(frozen) == 2


def test_the_flags_keep_the_page_private_and_small() -> None:
    assert {
        "--browser.gatherUsageStats=false", "--client.showErrorDetails=none", "--client.toolbarMode=minimal",
        "--server.headless=true", "--server.maxUploadSize=20", "--server.address=127.0.0.1",
    } <= set(flags())  # fmt: skip


def test_the_policy_allows_no_inline_script_but_streamlits_own() -> None:
    told = dict(rule.strip().split(" ", 1) for rule in ui_server.HEADERS["content-security-policy"].split(";"))
    assert told["default-src"] == "'self'" and told["frame-ancestors"] == "'none'" and told["object-src"] == "'none'"
    assert re.fullmatch(r"'self'( 'sha256-[\w+/]+=*')+", told["script-src"])
    assert not any("http" in sources or "*" in sources for sources in told.values())


def test_the_document_is_ours() -> None:
    document = ui_server.own_document(ui_server._streamlit_document())
    assert '<html lang="vi">' in document and "<title>Hỏi báo cáo</title>" in document and ui_server.SCRIPT_PATH in document and document.index(ui_server.STYLE_PATH) > document.index("</head>")
    assert "cần JavaScript" in document


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_both_themes_are_legible() -> None:
    for theme, mark in ((ui_style.LIGHT, ui_style.MARK_LIGHT), (ui_style.DARK, ui_style.MARK_DARK)):
        for ground in ("backgroundColor", "secondaryBackgroundColor"):
            assert contrast(theme["textColor"], theme[ground]) >= 7
            assert contrast(theme["primaryColor"], theme[ground]) >= 4.5
        assert contrast(theme["textColor"], mark) >= 4.5
    pairs = re.findall(r"--hbc-(\w+): light-dark\((#\w{6}), (#\w{6})\).*?--hbc-\1-bg: light-dark\((#\w{6}), (#\w{6})\)", ui_style.STYLE)
    assert {p[0] for p in pairs} == {"good", "round", "bad", "none", "warn"}
    for _, light, dark, light_bg, dark_bg in pairs:
        assert contrast(light, light_bg) >= 4.5 and contrast(dark, dark_bg) >= 4.5


def test_the_sheet_and_the_script_load_nothing_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|https?:", ui_style.STYLE) and not re.search(r"https?:|fetch\(|eval\(|innerHTML", ui_server.SCRIPT)
