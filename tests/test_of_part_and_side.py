"""What stands near in words and is of another: a group's balance, those below, a debt got back, those handed on, work abroad. Invented texts."""

from __future__ import annotations

import pytest

from tests.fake_library import ask, shelf_of

TRADE = """Tình hình xuất nhập khẩu tháng 5 năm 2024

Bảng 1. Trị giá xuất khẩu, nhập khẩu và cán cân thương mại

| Chỉ tiêu (triệu USD) | Tháng 5 | 5 tháng |
| --- | --- | --- |
| Xuất khẩu | 400 | 2.000 |
| Khối FDI | 300 | 1.500 |
| Khối trong nước | 100 | 500 |
| Nhập khẩu | 350 | 1.750 |
| Khối FDI | 200 | 1.000 |
| Khối trong nước | 150 | 750 |
| Cán cân thương mại | 50 | 250 |
| Khối FDI | 100 | 500 |
| Khối trong nước | -50 | -250 |

Lực lượng hải quan phát hiện 612 vụ vi phạm; khởi tố 3 vụ, chuyển cơ quan khác kiến nghị khởi tố 9 vụ.

Bảng 2. Một số mặt hàng nhập khẩu 5 tháng

| Mặt hàng | Lượng (tấn) | Trị giá (triệu USD) | Tăng/giảm lượng so với cùng kỳ (%) | Tăng/giảm trị giá so với cùng kỳ (%) |
| --- | --- | --- | --- | --- |
| Ngô | 418.650 | 103 | 31,2 | -4,6 |
| Lúa mì | 210.400 | 61 | 12,5 | -8,3 |
"""

BUDGET = """Thu chi ngân sách 7 tháng năm 2024

Cả nước có 54/63 địa phương thu nội địa cao hơn cùng kỳ, 9 địa phương thấp hơn. Thu hồi nợ thuế 7 tháng đạt 43,7 nghìn tỷ đồng.
Doanh nghiệp có vốn đầu tư nước ngoài nộp 141,7 nghìn tỷ đồng. Nhà máy thủy điện Suối Mơ có công suất 48 MW.
Tổng vốn đăng ký của khu kinh tế đạt 900 tỷ đồng.
Tạo việc làm mới cho 16.800 lao động, trong đó 620 người đi làm việc ở nước ngoài.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Cán cân thương mại 5 tháng của khối trong nước là bao nhiêu?", "-250 triệu USD"),
        ("Cơ quan hải quan khởi tố bao nhiêu vụ?", "3 vụ"),
    ],
)
def test_of_the_very_group_and_deed(question: str, told: str) -> None:
    assert ask(shelf_of("t", TRADE), question).text.startswith(told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Bao nhiêu địa phương thu nội địa thấp hơn cùng kỳ?", "9 địa phương"),
        ("Bao nhiêu địa phương thu nội địa cao hơn cùng kỳ?", "54/63 địa phương"),
        ("Bao nhiêu tỉnh, thành phố có thu nội địa kém hơn năm ngoái?", "9 địa phương"),
    ],
)
def test_so_many_above_and_below(question: str, told: str) -> None:
    assert ask(shelf_of("b", BUDGET), question).text.startswith(told)


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Tổng số nợ thuế đến ngày 31/7/2024 còn bao nhiêu?", "43,7"),
        ("Kế hoạch vốn đầu tư công nguồn nước ngoài là bao nhiêu?", "141,7"),
        ("Tổng mức đầu tư của nhà máy thủy điện Suối Mơ là bao nhiêu?", "48 MW"),
        ("Năm qua bao nhiêu lao động có việc làm mới?", "620"),
    ],
)
def test_near_in_words_alone_is_refused(question: str, wrong: str) -> None:
    text = ask(shelf_of("b", BUDGET), question).text
    assert not text.startswith(wrong)
    assert text.startswith(("Báo cáo không nêu", "16.800"))


GOODS = """# Xuất nhập khẩu cả nước 10 tháng năm 2024

Bảng 1. Một số mặt hàng chủ yếu

| Mặt hàng | Đơn vị lượng | Lượng 10 tháng | Trị giá 10 tháng (triệu USD) |
|:---|:-:|---:|---:|
| **XUẤT KHẨU** |  |  |  |
| Thủy sản | – | – | 8.340 |
| Sắt thép | nghìn tấn | 10.624 | 7.729 |
| Gạo | nghìn tấn | 7.742 | 4.836 |
| **NHẬP KHẨU** |  |  |  |
| Vải | – | – | 12.407 |
| Sắt thép | nghìn tấn | 14.863 | 10.591 |
| Xăng dầu | nghìn tấn | 8.417 | 6.655 |

Bảng 2. Xuất nhập khẩu theo thị trường (tỷ USD)

| Thị trường | XK 10 tháng | NK 10 tháng |
|---|---:|---:|
| Hoa Kỳ | 97,85 | 12,31 |
| EU | 42,94 | 13,68 |
"""


def test_a_good_of_both_ways_is_no_part_of_the_row_above_it() -> None:
    from ingest import read_text
    from report.reader import read_figures

    found = {(f.text, f.head) for f in read_figures(read_text(GOODS, name="g")) if "sắt thép" in f.indicator.lower()}
    assert found and not any("thủy sản" in head or "vải" in head for _, head in found)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kim ngạch xuất khẩu sang EU 10 tháng là bao nhiêu?", "42,94"),
        ("10 tháng, trị giá nhập khẩu sắt thép nhiều hơn xuất khẩu bao nhiêu?", "Chênh 2.862 triệu USD"),
    ],
)
def test_of_the_same_good_and_market(question: str, told: str) -> None:
    assert ask(shelf_of("g", GOODS), question).text.startswith(told)
