"""The chain over a library of five hand-made figures."""

from __future__ import annotations

import pytest

pytest.importorskip("report.periods")

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from tests.fake_library import TEXT, FakeLibrary

FIRST = [
    ("xuất khẩu năm 2015 là bao nhiêu", "1.550 triệu USD"),
    ("xuat khau nam 2015 la bao nhieu", "1.550 triệu USD"),
    ("NK 2015 bn tr usd", "1.950 triệu USD"),
    ("tổng kim ngạch xuất nhập khẩu năm 2015?", "3.500 triệu USD"),
    ("Xuất khẩu địa phương năm 2015?", "96 triệu USD"),
    ("Kim ngạch xuất khẩu tăng bao nhiêu phần trăm?", "tăng 16,44%"),
    ("Năm 2015 tỉnh nhập siêu bao nhiêu?", "Nhập siêu 400 triệu USD"),
]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(FakeLibrary())


@pytest.mark.parametrize(("question", "first"), FIRST)
def test_asked_figure_comes_first(assistant: Assistant, question: str, first: str) -> None:
    got = assistant.invoke(Ask(question))
    assert isinstance(got, Answer)
    assert got.text.lower().startswith(first.lower())
    assert all(TEXT[c.start : c.end] == c.quote for c in got.citations) and got.citations


@pytest.mark.parametrize("question", ["Dân số năm 2015 là bao nhiêu?", "xuất khẩu năm 2019 là bao nhiêu", "Cách nấu phở bò ngon?", "Xuất khẩu của tỉnh Quảng Ninh năm 2015?"])
def test_silence_over_guess(assistant: Assistant, question: str) -> None:
    assert isinstance(assistant.invoke(Ask(question)), NotInReport)


def test_follow_up_keeps_the_period(assistant: Assistant) -> None:
    got = assistant.invoke(Ask("còn nhập khẩu thì sao?", ("xuất khẩu năm 2015 là bao nhiêu",)))
    assert got.text.startswith("1.950 triệu USD")


def test_why(assistant: Assistant) -> None:
    assert "vốn" in assistant.invoke(Ask("vì sao năm 2012 sản xuất giảm")).text


@pytest.mark.parametrize("question", ["", "   ", "?!…", "a" * 10000])
def test_no_question(assistant: Assistant, question: str) -> None:
    with pytest.raises(ValueError):
        assistant.invoke(Ask(question))


CLAIMS = [
    ("Kim ngạch xuất khẩu năm 2015 đạt 1.550 triệu USD đúng không?", "đúng"),
    ("Kim ngạch xuất khẩu năm 2015 đạt 1.950 triệu USD đúng không?", "sai"),
]


@pytest.mark.parametrize(("question", "verdict"), CLAIMS)
def test_claims_get_a_verdict_and_the_reports_figure(assistant: Assistant, question: str, verdict: str) -> None:
    got = assistant.invoke(Ask(question))
    assert isinstance(got, Answer) and got.verdict == verdict and "1.550 triệu USD" in got.text


def test_suggestions_are_answered(assistant: Assistant) -> None:
    got = assistant.invoke(Ask("xuất khẩu năm 2015 là bao nhiêu"))
    assert len(got.suggestions) <= 3
    assert all(isinstance(assistant.invoke(Ask(s)), Answer) for s in got.suggestions)


def test_suggestions_are_thought_of_after_the_first_word(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    from chain import assistant as module

    whole = assistant.invoke(Ask("xuất khẩu năm 2015 là bao nhiêu"))
    thought: list[object] = []
    now = module._Later.now
    monkeypatch.setattr(module._Later, "now", lambda self: thought.append(self) or now(self))
    pieces = assistant.stream(Ask("xuất khẩu năm 2015 là bao nhiêu"))
    assert next(pieces).strip() == "1.550" and not thought
    assert list(pieces)[-1] == whole and whole.suggestions and len(thought) == 1
