"""Lists of the sort of thing that is asked for, the way that trade goes, what a month's price moved, counts that are stated. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from chain.sorts import asked_for, sort_of
from tests.fake_library import shelf_of

TRADE = """# Xuất nhập khẩu hàng hóa của tỉnh Sơn Trà Hạ 9 tháng năm 2025

## 1. Tình hình chung

Lũy kế 9 tháng, tổng kim ngạch đạt 5.218 triệu USD, tăng 14,7%, trong đó xuất khẩu 3.046 triệu USD (tăng 16,2%), nhập khẩu 2.172 triệu USD (tăng 12,6%).

Doanh nghiệp FDI xuất khẩu 2.388 triệu USD, chiếm 78,4% và tăng 18,9%; doanh nghiệp trong nước xuất 658 triệu USD, tăng 7,3%.

## 2. Mặt hàng và thị trường

Mặt hàng xuất khẩu chủ lực 9 tháng:
- Linh kiện điện tử: 1.204 triệu USD, tăng 27,5%;
- Dệt may: 512 triệu USD, tăng 8,1%;
- Gỗ và sản phẩm gỗ: 338 triệu USD, giảm 4,2%;
- Cà phê: 48,2 nghìn tấn, trị giá 255 triệu USD, giảm 12,1% về lượng nhưng tăng 31,4% về trị giá.

Hoa Kỳ là thị trường lớn nhất với 1.096 triệu USD, chiếm 36%; tiếp đến là Trung Quốc 612 triệu USD, EU 407 triệu USD và Nhật Bản 288 triệu USD. So với cùng kỳ, xuất khẩu sang Hoa Kỳ và Trung Quốc tăng lần lượt 21,3% và 17,8%, còn Nhật Bản giảm 2,5%.

Về nhập khẩu, máy móc thiết bị 684 triệu USD, linh kiện 802 triệu USD, sắt thép 148 triệu USD. Trung Quốc chiếm 48,6% kim ngạch nhập khẩu (1.056 triệu USD); Hàn Quốc 433 triệu USD.

## 3. Doanh nghiệp

Toàn tỉnh có 214 doanh nghiệp tham gia xuất khẩu, trong đó 86 doanh nghiệp FDI.
"""

PRICES = """Giá cả tháng 8 ở Hải Lâm

Chỉ số giá tiêu dùng (CPI) tháng 8/2025 tăng 0,52% so với tháng trước, trong đó khu vực thành thị tăng 0,61%, khu vực nông thôn tăng 0,44%. So với tháng 12/2024, CPI tăng 2,18%; so với cùng kỳ năm trước tăng 3,36%.

Trong 11 nhóm hàng hóa và dịch vụ chính, có 8 nhóm tăng giá, 2 nhóm giảm và 1 nhóm ổn định. Nhóm giáo dục tăng 2,35% do một số trường điều chỉnh học phí. Giá thịt lợn tăng 2,9%.
"""

PROVINCE = """BÁO CÁO
Kết quả phát triển công nghiệp huyện Tân Lạc Hạ năm 2025

1. Công nghiệp
Toàn huyện có 3 cụm công nghiệp với tổng diện tích 126,5 ha; tỷ lệ lấp đầy bình quân 71,3%, thu hút 38 dự án. Riêng CCN Bản Mường (52 ha) đã lấp đầy 96%, có 17 dự án.
2. Thương mại
Kim ngạch xuất khẩu năm 2025 ước 24,7 triệu USD. Mặt hàng chính là ván ép 13,9 triệu USD, chè 7,2 triệu USD, dược liệu 3,6 triệu USD.
"""


def told(text: str, question: str, *earlier: str) -> str:
    result = Assistant(shelf_of("a.md" if text.startswith("#") else "a.txt", text)).invoke(Ask(question, earlier))
    return result.text if isinstance(result, Answer) else ""


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("mặt hàng nào xuất khẩu nhiều nhất", "Linh kiện điện tử 1.204"),
        ("mặt hàng nào xuất khẩu ít nhất", "Trị giá cà phê 255"),
        ("mặt hàng nhập khẩu nào nhiều nhất", "Linh kiện 802"),
        ("kể tên 3 thị trường xuất khẩu lớn nhất", "Hoa Kỳ 1.096 triệu USD [1]; Trung Quốc 612 triệu USD [1]; EU 407"),
        ("thị trường nào giảm", "Nhật Bản giảm 2,5%"),
        ("thị trường nhập khẩu nào lớn nhất", "Trung Quốc 1.056"),
        ("mặt hàng nào giảm", "Gỗ và sản phẩm gỗ giảm 4,2%"),
        ("dệt may chiếm bao nhiêu phần trăm xuất khẩu", "Khoảng 16,81%"),
        ("xuất khẩu sang Trung Quốc chiếm bao nhiêu phần trăm tổng xuất khẩu", "Khoảng 20,09%"),
        ("FDI xuất khẩu bao nhiêu, tăng mấy phần trăm", "2.388 triệu USD"),
    ],
)
def test_what_is_named_is_of_the_sort_that_is_asked_for(question: str, begins: str) -> None:
    assert told(TRADE, question).startswith(begins)


def test_both_that_are_asked_are_answered() -> None:
    assert "18,9%" in told(TRADE, "FDI xuất khẩu bao nhiêu, tăng mấy phần trăm").partition("Đừng nhầm")[2] or "Tăng 18,9%" in told(TRADE, "FDI xuất khẩu bao nhiêu, tăng mấy phần trăm")


@pytest.mark.parametrize("question", ["bao nhiêu doanh nghiệp trong nước tham gia xuất khẩu", "cửa khẩu nào lớn nhất"])
def test_what_is_of_others_is_no_answer(question: str) -> None:
    assert told(TRADE, question) == ""


def test_a_talk_of_exports_is_not_answered_with_imports() -> None:
    assert "48,6" not in told(TRADE, "còn Trung Quốc", "xuất khẩu sang Hoa Kỳ", "chiếm bao nhiêu %")


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("cpi tháng 8 tăng bao nhiêu", "Tăng 0,52% so với kỳ liền trước"),
        ("cpi tháng 8 tăng bao nhiêu so với cùng kỳ", "Tăng 3,36%"),
        ("có mấy nhóm tăng giá", "8 nhóm"),
    ],
)
def test_a_months_price_and_the_groups_that_rose(question: str, begins: str) -> None:
    assert told(PRICES, question).startswith(begins)


def test_a_why_that_goes_the_other_way_is_corrected_and_one_kind_of_meat_is_not_another() -> None:
    result = Assistant(shelf_of("a.txt", PRICES)).invoke(Ask("Vì sao CPI tháng 8 lại giảm so với tháng trước?"))
    assert not isinstance(result, Answer) and "tăng 0,52%" in result.text
    assert told(PRICES, "giá thịt gà tháng 8 tăng bao nhiêu") == ""


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("tỷ lệ lấp đầy cụm Bản Mường", "96%"), ("tỷ lệ lấp đầy bình quân các cụm công nghiệp", "71,3%"),
        ("có bao nhiêu dự án trong các cụm công nghiệp", "38 dự án"), ("xuất khẩu ván ép bao nhiêu", "13,9 triệu USD"),
    ],
)  # fmt: skip
def test_one_that_is_called_by_its_name_is_not_all(question: str, begins: str) -> None:
    assert told(PROVINCE, question).startswith(begins)


@pytest.mark.parametrize(("name", "sort"), [("xuất khẩu sang Hoa Kỳ", "market"), ("Trung Quốc", "market"), ("doanh nghiệp FDI xuất khẩu", "firm"), ("cửa khẩu Tân Thanh", "gate"), ("kim ngạch xuất khẩu", "flow"), ("dệt may", ""), ("huyện Bắc Sơn", "place")])
def test_sorts_of_names(name: str, sort: str) -> None:
    assert sort_of(name) == sort


@pytest.mark.parametrize(("question", "sort"), [("thị trường nào lớn nhất", "market"), ("kể tên các mặt hàng", "goods"), ("3 nước nhập khẩu lớn nhất", "market"), ("nước mắm bán được bao nhiêu", ""), ("huyện, thành phố nào thấp nhất", "place")])
def test_sorts_that_are_asked_for(question: str, sort: str) -> None:
    assert asked_for(question) == sort
