"""Plans assigned twice: by the centre and by the province's council."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from chain.givers import giver
from tests.fake_library import ask, shelf_of

_TEXT = """BÁO CÁO THU NGÂN SÁCH TỈNH HÀ LẠC

Thu ngân sách nhà nước 10 tháng năm 2025 đạt 6.420 tỷ đồng, bằng 97,3% dự toán Trung ương giao nhưng mới bằng 84,6% dự toán HĐND tỉnh giao, tăng 6,2% so với cùng kỳ.
"""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("bằng 97,3% dự toán Trung ương giao", "centre"), ("dự toán năm 2025 do Thủ tướng Chính phủ giao", "centre"), ("HĐND tỉnh giao", "tỉnh"),
        ("vượt dự toán tỉnh giao", "tỉnh"), ("bằng 97,3% dự toán năm", ""), ("dự toán Trung ương giao cao hơn HĐND tỉnh giao", ""), ("dự toán chi của tỉnh", ""), ("chỉ tiêu phấn đấu năm 2026", "own"), ("chỉ tiêu được giao", "assigned"), ("chỉ tiêu thu pháp lệnh", "assigned"),
        ("kế hoạch vốn đầu tư được giao", ""), ("huyện được giao 120 tỷ đồng", ""), ("tỉnh giao đất cho 12 dự án", ""), ("tai nạn trong tỉnh giao thông đường bộ", ""), ("kế hoạch UBND huyện giao", "huyện"), ("dự toán HĐND giao", "local"), ("dự toán TW giao", "centre"),
    ],
)  # fmt: skip
def test_who_assigned_a_plan(text: str, who: str) -> None:
    assert giver(text) == who


def _ask(question: str) -> Answer:
    shelf = shelf_of("a.txt", _TEXT)
    result = Assistant(shelf).invoke(Ask(question, (), shelf.reports()[0].name))
    assert isinstance(result, Answer), result.text
    return result


@pytest.mark.parametrize(("asked", "value"), [("dự toán Trung ương giao", "97,3"), ("dự toán HĐND tỉnh giao", "84,6")])
def test_the_share_of_the_plan_that_is_asked_for(asked: str, value: str) -> None:
    result = _ask(f"Thu ngân sách 10 tháng bằng bao nhiêu phần trăm {asked}?")
    assert result.figures[0].text.startswith(value) and result.text.split(" — ")[0].endswith(asked)  # whose plan is said


@pytest.mark.parametrize(
    ("claimed", "verdict", "value"),
    [("97,3% dự toán Trung ương giao", "đúng", "97,3"), ("97,3% dự toán HĐND tỉnh giao", "sai", "84,6"), ("84,6% dự toán Trung ương giao", "sai", "97,3"), ("84,6% dự toán HĐND tỉnh giao", "đúng", "84,6")],
)
def test_a_share_of_the_one_plan_is_none_of_the_other(claimed: str, verdict: str, value: str) -> None:
    result = _ask(f"Thu ngân sách 10 tháng bằng {claimed}, đúng không?")
    assert result.verdict == verdict and result.figures[0].text.startswith(value)


def test_the_page_says_whose_plan_a_figure_and_its_sibling_are_of() -> None:
    pytest.importorskip("streamlit")
    from app.ui_facts import facts

    shelf = shelf_of("a.txt", _TEXT)
    result = Assistant(shelf).invoke(Ask("Thu ngân sách 10 tháng bằng bao nhiêu phần trăm dự toán HĐND tỉnh giao?", (), shelf.reports()[0].name))
    found = facts(shelf, result)
    assert [f.shown.lower() for f in (*found.asked, *found.siblings)][:2] == ["bằng 84,6% dự toán hđnd tỉnh giao", "bằng 97,3% dự toán trung ương giao"]


def test_a_plan_that_no_column_says_whose_it_is() -> None:
    table = "# Báo cáo kinh tế - xã hội năm 2024\n\n| Chỉ tiêu | ĐVT | Kế hoạch năm 2024 | Ước thực hiện năm 2024 |\n|---|---|---|---|\n| Thu ngân sách nhà nước | Tỷ đồng | 7.150 | 6.938 |\n| Chi ngân sách | Tỷ đồng | 9.420 | 9.310 |\n"
    assert ask(shelf_of("a.md", table), "Dự toán thu ngân sách nhà nước năm 2024 mà HĐND tỉnh giao là bao nhiêu?").text.startswith("7.150")


_GOALS = """# Thu ngân sách quý I năm 2026

Bộ Tài chính giao Chi cục dự toán thu năm 2026 là 14.500 tỷ đồng.

Bảng 1. Thu ngân sách theo đơn vị (Đơn vị tính: tỷ đồng)

| Đơn vị | Chỉ tiêu được giao năm 2026 | Chỉ tiêu phấn đấu năm 2026 | Số thu quý I/2026 |
|---|---:|---:|---:|
| Toàn Chi cục | 14.500 | 15.600 | 3.764,2 |
| Cảng Vạn Lạch | 8.240 | 8.860 | 2.197,4 |
"""


@pytest.mark.parametrize(
    ("claim", "verdict", "value"),
    [
        ("Chỉ tiêu phấn đấu thu ngân sách năm 2026 là 14.500 tỷ đồng, đúng không?", "sai", "15.600"),
        ("Chỉ tiêu được giao thu ngân sách năm 2026 là 15.600 tỷ đồng, đúng không?", "sai", "14.500"),
        ("Chỉ tiêu được giao thu ngân sách năm 2026 là 14.500 tỷ đồng, đúng không?", "đúng", "14.500"),
        ("Chỉ tiêu phấn đấu năm 2026 của cảng Vạn Lạch là 8.240 tỷ đồng, đúng không?", "sai", "8.860"),
    ],
)
def test_what_is_striven_for_is_not_what_was_assigned(claim: str, verdict: str, value: str) -> None:
    result = ask(shelf_of("goals.md", _GOALS), claim)
    assert result.verdict == verdict and value in result.text, result.text
