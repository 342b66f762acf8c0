"""By how much from what to what, why it moved by just so much, what so many are made up of, which town is meant, and changes over runs of months. Invented texts."""

from __future__ import annotations

import pytest

from tests.fake_library import Shelf, ask, shelf_of

PROVINCE = """Tình hình kinh tế - xã hội tỉnh Bắc Phong 6 tháng đầu năm 2023

Tổng thu ngân sách nhà nước trên địa bàn 6 tháng đạt 6.842,5 tỷ đồng. Có 6/9 huyện, thành phố thu đạt trên 50% dự toán, cao nhất là huyện Thượng Khê 68,3%; ba huyện đạt thấp là Cẩm Lĩnh 43,5%, Đông Cường 39,2%, Quế Nham 34,8%.
Vùng mía nguyên liệu thu hẹp từ 6.800 ha còn 3.900 ha. Lương cơ sở tăng từ 1,49 triệu đồng lên 1,8 triệu đồng/tháng.
Giá trị sản xuất công nghiệp 6 tháng chỉ tăng 5,3% do đơn hàng da giày bị hủy. Khu công nghiệp Bình Lũng (160 ha) lấp đầy 92,5%; khu công nghiệp Nam Xuyên (240 ha) mới lấp đầy 41,3%, do đường nối chậm.
Trong kỳ phát hiện 47 vụ vi phạm (12 vụ buôn lậu; 21 vụ gian lận thương mại; 14 vụ vi phạm thủ tục).
Cúm gia cầm phát sinh ở 2 hộ, phải tiêu hủy 3.850 con gà, vịt. Nhập khẩu 2.184 ô tô tải nguyên chiếc.
Xuất khẩu năm 2023 ước đạt 726,5 triệu USD, vượt mục tiêu (700 triệu USD); riêng doanh nghiệp trong tỉnh mới bằng 97,2% mục tiêu.
"""

PRICES = """CPI tháng 6 tăng 0,42%, lạm phát nửa đầu năm ở mức 3,38%
Khánh Vy – 05/07/2027 10:42
Bình quân 6 tháng, CPI cả nước tăng 3,38%. Nửa đầu năm 2026, mức tăng bình quân là 2,86%.

CPI tháng 6 tăng 2,03% so với tháng 12/2026 và tăng 3,78% so với cùng kỳ năm trước.

Rau tươi tăng 1,95% do mưa lớn. Giá vàng trong nước giảm 1,84%, nhẹ hơn mức giảm 2,26% của thế giới.
"""


@pytest.fixture(scope="module")
def province() -> Shelf:
    return shelf_of("p", PROVINCE)


@pytest.fixture(scope="module")
def prices() -> Shelf:
    return shelf_of("c", PRICES)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vùng mía nguyên liệu đã mất đi bao nhiêu ha?", "Giảm 2.900 ha"),
        ("Lương cơ sở tăng thêm bao nhiêu tiền một tháng?", "Tăng 0,31 triệu đồng"),
        ("Khu công nghiệp Nam Xuyên lấp đầy bao nhiêu phần trăm?", "41,3%"),
        ("Huyện Quế Nham thu đạt bao nhiêu % dự toán?", "Bằng 34,8% dự toán"),
        ("Bao nhiêu gà, vịt bị tiêu hủy?", "3.850 con"),
        ("Xuất khẩu năm 2023 vượt mục tiêu đúng không?", "Đúng"),
        ("Huyện Quế Nham thu đạt 34,8% dự toán, đúng không?", "Đúng"),
    ],
)
def test_what_the_report_tells(province: Shelf, question: str, told: str) -> None:
    assert ask(province, question).text.startswith(told)


def test_what_so_many_are_made_up_of(province: Shelf) -> None:
    answer = ask(province, "47 vụ vi phạm gồm những loại nào, mỗi loại bao nhiêu vụ?")
    assert answer.text == "47 vụ vi phạm [1] gồm: 12 vụ buôn lậu [1]; 21 vụ gian lận thương mại [1]; 14 vụ vi phạm thủ tục [1]."


def test_a_count_is_said_once() -> None:
    shelf = shelf_of("vu.txt", "Báo cáo năm 2024\n\nĐã phát hiện, xử lý 389 vụ vi phạm, gồm: gian lận thương mại 157 vụ; hàng giả 232 vụ.\n")
    assert ask(shelf, "389 vụ vi phạm gồm những nhóm nào, mỗi nhóm mấy vụ?").text.partition(" gồm: ")[2] == "157 vụ gian lận thương mại [1]; 232 vụ hàng giả [1]."


@pytest.mark.parametrize(
    "question",
    [
        "Thành phố Bắc Phong thu ngân sách 6 tháng được bao nhiêu tỷ đồng?",
        "Tỷ lệ lấp đầy các cụm công nghiệp là bao nhiêu?",
        "Nhập khẩu bao nhiêu ô tô con?",
    ],
)
def test_of_another_place_or_sort_is_refused(province: Shelf, question: str) -> None:
    assert ask(province, question).text.startswith("Báo cáo không nêu")


def test_why_just_so_much(province: Shelf) -> None:
    assert "da giày" in ask(province, "Vì sao công nghiệp chỉ tăng 5,3%?").text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("CPI bình quân 6 tháng tăng bao nhiêu?", "Tăng 3,38%"),
        ("cpi 6 tháng tăng bao nhiêu %", "Tăng 3,38%"),
        ("CPI tháng 6/2027 tăng bao nhiêu so với cùng kỳ?", "Tăng 3,78%"),
        ("Tháng 6 rau tươi tăng bao nhiêu?", "Tăng 1,95%"),
        ("Giá vàng thế giới tháng 6 giảm bao nhiêu phần trăm?", "Giảm 2,26%"),
    ],
)
def test_prices_of_the_month_and_the_run(prices: Shelf, question: str, told: str) -> None:
    assert ask(prices, question).text.startswith(told)
