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


ENTERPRISES = """# Kinh tế Đông Phù 6 tháng đầu năm 2026

Có 812 doanh nghiệp thành lập mới với tổng vốn đăng ký 7.946 tỷ đồng; 118 doanh nghiệp giải thể. Vụ Đông Xuân gieo cấy 5.842 ha lúa; năng suất bình quân 68,4 tạ/ha; sản lượng đạt 39.959 tấn.

Kế hoạch vốn đầu tư công là 581 tỷ đồng, đã giải ngân 215 tỷ đồng, đạt 37,0%. Vốn kéo dài đã giải ngân 20,6/38,4 tỷ đồng.

Bảng 1: Chi ngân sách địa phương 6 tháng đầu năm 2026 (triệu đồng)

| Nội dung chi | Tổng số | Cấp tỉnh | Cấp xã |
| --- | --- | --- | --- |
| Tổng chi ngân sách địa phương | 6.500 | 3.600 | 2.900 |
| Chi đầu tư phát triển | 2.275 | 1.500 | 775 |
| Chi thường xuyên | 4.225 | 2.100 | 2.125 |
"""
FIRMS = shelf_of("b.md", ENTERPRISES)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("Bình quân mỗi doanh nghiệp thành lập mới đăng ký bao nhiêu tỷ đồng vốn?", "9,79 tỷ đồng mỗi doanh nghiệp"),
        ("Vốn kéo dài đã giải ngân được bao nhiêu phần trăm?", "53,6%"),
        ("Chi thường xuyên chiếm bao nhiêu phần trăm tổng chi ngân sách địa phương 6 tháng?", "65%"),
        ("Chi thường xuyên cấp xã chiếm bao nhiêu phần trăm chi thường xuyên?", "50,3%"),
        ("Tổng vốn đăng ký doanh nghiệp thành lập mới là bao nhiêu?", "7.946 tỷ đồng"),
    ],
)
def test_what_is_worked_out_of_two(question: str, printed: str) -> None:
    told = ask(FIRMS, question)
    assert isinstance(told, Answer) and printed in told.text.partition("Đừng nhầm")[0], told.text


@pytest.mark.parametrize("question", ["Bình quân mỗi doanh nghiệp giải thể đăng ký bao nhiêu tỷ đồng vốn?", "Bình quân mỗi hộ trồng lúa thu được bao nhiêu tấn?"])
def test_no_sum_is_a_mean(question: str) -> None:
    told = ask(FIRMS, question)
    assert not isinstance(told, Answer) or "7.946" not in told.text and "39.959" not in told.text
