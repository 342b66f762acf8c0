"""Questions read for what they ask: completion told as a rate, "so với" that joins nothing, seasons of rice, offices that do something. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, NotInReport
from tests.fake_library import ask, shelf_of

BUDGET = shelf_of(
    "ngan-sach.md",
    """# Ngân sách thành phố Hà Lam 8 tháng năm 2025

Bảng 1. Thu ngân sách 8 tháng

*(Đơn vị: tỷ đồng; %)*

| Chỉ tiêu | Dự toán 2025 | Ước tháng 8 | Ước 8 tháng | 8 tháng so dự toán (%) | 8 tháng so cùng kỳ 2024 (%) |
|---|---:|---:|---:|---:|---:|
| Thu nội địa | 41.300 | 3.215 | 28.640 | 69,3 | 108,4 |
| Phí, lệ phí | 1.260 | 104 | 873 | 69,3 | 97,1 |
| Thu từ hoạt động nhập khẩu | 9.800 | 716 | 6.105 | 62,3 | 103,6 |

Tính đến 31/8, tổng dư nợ vay của thành phố là 4.182 tỷ đồng, tăng 3,7% so với cuối năm 2024.

Tính đến 31/8, số tiền bảo hiểm chậm đóng do Cục Việc làm theo dõi là 214 tỷ đồng.
""",
)
FARMS = shelf_of(
    "nong-nghiep.txt",
    "Sản xuất nông nghiệp tỉnh Hà Lam 8 tháng năm 2025\n\n1. Trồng trọt\n- Lúa hè thu: Toàn tỉnh gieo cấy 31.450 ha. Năng suất đạt 55,2 tạ/ha, sản lượng đạt 173,6 nghìn tấn.\n\n"
    "2. Đất đai\nCác khu công nghiệp đã thành lập có diện tích 642,5 ha, đã cho thuê 301,7 ha.\n\n3. Công nghiệp\nChỉ số sản xuất công nghiệp tháng 8 tăng 4,1% so với tháng trước và tăng 9,3% so với cùng kỳ.\n",
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Thu nội địa 8 tháng ước đạt bao nhiêu?", "28.640 tỷ đồng"),
        ("Phí, lệ phí tháng 8 thu được bao nhiêu tỷ đồng?", "104 tỷ đồng"),
        ("Phí, lệ phí 8 tháng đạt tỷ lệ bao nhiêu so với dự toán năm?", "69,3%"),
        ("tong du no vay cua thanh pho tang bao nhieu phan tram so voi cuoi nam 2024", "3,7%"),
        ("Tổng dư nợ vay của thành phố tăng bao nhiêu phần trăm so với cuối năm 2024?", "3,7%"),
        ("Cục Việc làm đang theo dõi bao nhiêu tiền bảo hiểm chậm đóng?", "214 tỷ đồng"),
    ],
)
def test_a_budget_is_asked(question: str, told: str) -> None:
    result = ask(BUDGET, question)
    assert isinstance(result, Answer) and told in result.text.partition("Đừng nhầm")[0], result.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Sản lượng lúa hè thu là bao nhiêu?", "173,6 nghìn tấn"),
        ("Vụ hè thu 2025 thu hoạch được bao nhiêu tấn lúa?", "173,6 nghìn tấn"),
        ("Các khu công nghiệp đã thành lập chiếm tổng diện tích bao nhiêu héc-ta?", "642,5 ha"),
        ("Chỉ số sản xuất công nghiệp tháng 8/2025 so với tháng 8/2024 ra sao?", "9,3%"),
        ("Chỉ số sản xuất công nghiệp tháng 8/2025 so với tháng 7/2025 thế nào?", "4,1%"),
    ],
)
def test_fields_and_land_are_asked(question: str, told: str) -> None:
    result = ask(FARMS, question)
    assert isinstance(result, Answer) and told in result.text.partition("Đừng nhầm")[0], result.text


@pytest.mark.parametrize("question", ["Vụ đông xuân 2024 - 2025 thu hoạch được bao nhiêu tấn lúa?", "Sản lượng lúa vụ thu đông 2025 là bao nhiêu?", "Bộ Công an theo dõi bao nhiêu tiền chậm đóng?"])
def test_another_season_or_body_gets_no_figure(question: str) -> None:
    assert isinstance(ask(FARMS, question), NotInReport)
