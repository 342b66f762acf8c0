"""Questions for each of so many of a kind, and for what one giver's plan exceeds another's by: an invented report."""

from __future__ import annotations

import pytest

from chain.answer import Answer, NotInReport
from tests.fake_library import ask, shelf_of

GROWTH = """# Kinh tế - xã hội Đông Phù 6 tháng đầu năm 2026

GRDP 6 tháng ước tăng 8,01%. Trong mức tăng chung, khu vực công nghiệp đóng góp nhiều nhất với 4,13 điểm phần trăm, khu vực dịch vụ và khu vực nông nghiệp đóng góp lần lượt 2,89 và 0,99 điểm phần trăm.

Thuế của hai khu vực kinh tế đạt 121 tỷ đồng. Vụ Đông Xuân gieo cấy 5.842 ha lúa.

Kế hoạch vốn đầu tư công năm 2026 do HĐND tỉnh giao là 581 tỷ đồng, cao hơn mức Thủ tướng Chính phủ giao (521 tỷ đồng).
"""
SHELF = shelf_of("a.md", GROWTH)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ba khu vực kinh tế đóng góp bao nhiêu điểm phần trăm vào mức tăng GRDP 6 tháng?", ("4,13", "2,89", "0,99")),
        ("Cả 3 khu vực đóng góp lần lượt bao nhiêu điểm phần trăm?", ("4,13", "2,89", "0,99")),
        ("Khu vực dịch vụ đóng góp bao nhiêu điểm phần trăm?", ("2,89",)),
        ("Kế hoạch vốn đầu tư công HĐND tỉnh giao cao hơn mức Thủ tướng giao bao nhiêu tỷ đồng?", ("60 tỷ đồng",)),
    ],
)
def test_each_of_so_many_is_told(question: str, told: tuple[str, ...]) -> None:
    result = ask(SHELF, question)
    assert isinstance(result, Answer) and all(t in result.text.partition("Đừng nhầm")[0] for t in told), result.text


@pytest.mark.parametrize("question", ["Hai khu vực đóng góp bao nhiêu điểm phần trăm?", "Hai vụ gieo cấy bao nhiêu ha lúa?", "Kế hoạch vốn đầu tư công HĐND tỉnh giao cao hơn mức Bộ Tài chính đề xuất năm 2024 bao nhiêu?"])
def test_one_of_them_is_not_all(question: str) -> None:
    assert isinstance(ask(SHELF, question), NotInReport)
