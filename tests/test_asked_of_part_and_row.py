"""Questions for rows under several heads, for what was spent of a year's plan by a day, and for an index against a year ago: an invented report."""

from __future__ import annotations

import pytest

from chain.answer import Answer
from tests.fake_library import ask, shelf_of

BUDGET = """# Thu, chi ngân sách Đông Phù 6 tháng đầu năm 2026

## 1. Thu ngân sách

Bảng 1: Thu ngân sách 6 tháng đầu năm 2026

| Khoản thu | Ước 6 tháng (tỷ đồng) | So với cùng kỳ (%) |
| --- | --- | --- |
| Tổng thu ngân sách | 476 | 111,5 |
| I. Thu nội địa | 433 | 114,6 |
| 1. Doanh nghiệp nhà nước | 41 | 88,4 |
| 2. Doanh nghiệp nước ngoài | 338 | 120,0 |
| 3. Thuế bảo vệ môi trường | 54 | 80,7 |
| II. Thu từ hoạt động xuất khẩu, nhập khẩu | 43 | 88,2 |

## 2. Giải ngân vốn đầu tư công

Kế hoạch vốn đầu tư công năm 2026 là 581 tỷ đồng. Ước đến 30/6, toàn tỉnh giải ngân 215 tỷ đồng. Ước cả năm 2026 giải ngân vốn đầu tư công 554 tỷ đồng.
"""
SHELF = shelf_of("a.md", BUDGET)


def test_rows_under_another_head_belong_to_what_fell() -> None:
    told = ask(SHELF, "Những khoản thu nào giảm so với cùng kỳ?").text
    assert "11,6%" in told and "19,3%" in told and "11,8%" in told and "tổng thu" not in told.lower()
    within = ask(SHELF, "Những khoản thu nội địa nào giảm so với cùng kỳ?").text
    assert "19,3%" in within and "11,8%" not in within


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("Ước đến hết tháng 6, toàn tỉnh đã giải ngân được bao nhiêu vốn đầu tư công kế hoạch năm 2026?", "215 tỷ đồng"),
        ("Ước cả năm 2026 giải ngân vốn đầu tư công bao nhiêu?", "554 tỷ đồng"),
        ("Kế hoạch vốn đầu tư công năm 2026 là bao nhiêu?", "581 tỷ đồng"),
        ("So với cùng kỳ, thu từ doanh nghiệp nhà nước bằng bao nhiêu phần trăm?", "88,4%"),
        ("Thu từ hoạt động xuất nhập khẩu 6 tháng là bao nhiêu tỷ đồng?", "43 tỷ đồng"),
    ],
)
def test_what_is_asked_comes_first(question: str, printed: str) -> None:
    told = ask(SHELF, question)
    assert isinstance(told, Answer) and told.text.startswith(printed)
