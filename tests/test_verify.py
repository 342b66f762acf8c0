"""Verifying answers: what agrees with a cited figure is shown, what was changed in any slot is not."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from chain.verify import verify
from evals import claims_bench
from evals.questions_bench import Shelf

REPORT = claims_bench.REPORTS[0] / "tinh-dong-phuoc.txt"
QUESTIONS = (
    "Kim ngạch xuất khẩu năm 2023 là bao nhiêu?", "Kim ngạch nhập khẩu năm 2022 là bao nhiêu?", "Tổng vốn đầu tư toàn xã hội năm 2023 là bao nhiêu?",
    "Doanh thu du lịch năm 2023 là bao nhiêu?", "Kế hoạch thu ngân sách nhà nước trên địa bàn năm 2024?", "Sản lượng lúa năm 2023 là bao nhiêu?",
    "Xi măng năm 2023 tăng bao nhiêu phần trăm?", "Chi thường xuyên năm 2023 là bao nhiêu?",
)  # fmt: skip


@lru_cache
def world() -> Any:
    return claims_bench.world_of(REPORT)


@lru_cache
def answers() -> tuple[Answer, ...]:
    assistant = Assistant(Shelf(REPORT))
    found = [assistant.invoke(Ask(q)) for q in QUESTIONS]
    return tuple(a for a in found if isinstance(a, Answer))


def shown(text: str, answer: Answer) -> str:
    return verify(text, world(), answer.citations, answer.figures).text


def exports() -> Answer:
    return answers()[0]


def test_the_composers_answers_stand() -> None:
    assert len(answers()) == len(QUESTIONS)
    for answer in answers():
        assert shown(answer.text, answer) == answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2023, kim ngạch xuất khẩu của tỉnh ước đạt 1.294 triệu USD [1].",
        "Kim ngạch xuất khẩu năm 2023 ước đạt 1,294 tỷ USD [1].",
        "Kim ngạch xuất khẩu năm 2023 khoảng 1,3 tỷ USD [1].",
        "Năm 2023 tỉnh xuất khẩu 1.294 triệu USD [1].",
    ],
)
def test_the_same_said_otherwise_stands(text: str) -> None:
    assert shown(text, exports()) == text


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2023, kim ngạch xuất khẩu của tỉnh ước đạt 1.924 triệu USD [1].",  # value
        "Năm 2023, kim ngạch xuất khẩu của tỉnh ước đạt 1.294 tỷ USD [1].",  # unit
        "Năm 2023, kim ngạch xuất khẩu của tỉnh ước đạt 1.294 triệu đồng [1].",
        "Năm 2022, kim ngạch xuất khẩu của tỉnh đạt 1.294 triệu USD [1].",  # year
        "Năm 2023, kim ngạch nhập khẩu của tỉnh ước đạt 1.294 triệu USD [1].",  # indicator
        "Kế hoạch xuất khẩu năm 2023 là 1.294 triệu USD [1].",  # modality
        "Năm 2023, kim ngạch xuất khẩu tăng 6,64% [1].",  # direction
        "Kim ngạch xuất khẩu năm 2023 chiếm 1.294 triệu USD [9].",  # citation
        "Năm 2023, kim ngạch xuất khẩu của tỉnh ước đạt 1.294 triệu USD, vượt kế hoạch [1].",  # words
    ],
)
def test_a_slot_that_is_wrong_costs_the_sentence(text: str) -> None:
    result = verify(text, world(), exports().citations, exports().figures)
    assert result.text == "" and result.kept == ()
    assert result.removed[0].text == text and result.removed[0].reason


def test_only_the_sentence_that_fails_is_left_out() -> None:
    good, bad = "Năm 2023, kim ngạch xuất khẩu ước đạt 1.294 triệu USD [1].", "Kim ngạch xuất khẩu năm 2023 ước đạt 9.999 triệu USD [1]."
    result = verify(f"{good} {bad}", world(), exports().citations, exports().figures)
    assert result.text == good
    assert [s.text for s in result.removed] == [bad]


def test_a_figure_that_is_true_but_not_cited_is_left_out() -> None:
    assert shown("Năm 2023, đàn lợn có 418,5 nghìn con [1].", exports()) == ""


SWAPS = {"triệu": "tỷ", "tỷ": "triệu", "nghìn": "triệu", "tăng": "giảm", "giảm": "tăng", "xuất khẩu": "nhập khẩu", "nhập khẩu": "xuất khẩu", "đàn lợn": "đàn bò", "lúa": "thủy sản", "xi măng": "viên nén gỗ", "chi thường xuyên": "chi đầu tư phát triển"}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_a_changed_answer_is_never_shown_whole(data: st.DataObject) -> None:
    answer = data.draw(st.sampled_from(answers()))
    main = answer.text.split(" Đừng nhầm")[0]
    figure = answer.figures[0].text.lstrip("+-−")
    kind = data.draw(st.sampled_from(("digit", "year", "word")))
    if kind == "digit":
        places = [i for i, c in enumerate(figure) if c.isdigit()]
        i = data.draw(st.sampled_from(places))
        digit = data.draw(st.sampled_from([d for d in "123456789" if d != figure[i]]))
        changed = main.replace(figure, figure[:i] + digit + figure[i + 1 :], 1)
    elif kind == "year":
        year = data.draw(st.sampled_from(("2019", "2020", "2021", "2025", "2030")))
        changed = main.replace("2023", year).replace("2022", year).replace("2024", year)
    else:
        words = [w for w in SWAPS if w in main.lower().split("[")[0]]
        if not words:
            return
        word = data.draw(st.sampled_from(words))
        at = main.lower().index(word)
        changed = main[:at] + SWAPS[word] + main[at + len(word) :]
    if changed != main:
        assert shown(changed, answer) == "", changed
