"""Balances that are stated or are nobody's, partners that no report names, what fell by how much, months in a row. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from tests.fake_library import ask, shelf_of

TRADE = shelf_of(
    "thuong-mai.md",
    """# Xuất khẩu, nhập khẩu hàng hóa của Việt Nam tháng 8 và 8 tháng năm 2025

## 1. Đánh giá chung

Cán cân thương mại hàng hóa tháng 8/2025 thặng dư 1,27 tỷ USD, qua đó nâng mức thặng dư 8 tháng lên 14,4 tỷ USD.

## 2. Xuất khẩu

Trị giá xuất khẩu tháng 8/2025 đạt 43,8 tỷ USD, tăng 3,1% so với tháng trước. Các nhóm hàng biến động mạnh so với tháng trước gồm: máy vi tính tăng 429 triệu USD; gỗ tăng 241 triệu USD; ở chiều ngược lại, điện thoại giảm 188 triệu USD, giày dép giảm 157 triệu USD.

- Giày dép: trong tháng đạt 1,46 tỷ USD, giảm 9,7% so với tháng trước.

- Cao su: xuất khẩu 8 tháng đạt 900 nghìn tấn. Vải may mặc: nhập khẩu tháng 8 đạt 1,2 tỷ USD.

- Cà phê: xuất khẩu 8 tháng đạt 1,3 triệu tấn, trị giá 7,1 tỷ USD.

## 3. Thị trường

8 tháng, xuất khẩu sang Hoa Kỳ đạt 128,6 tỷ USD. Nhập khẩu 8 tháng đạt 383,1 tỷ USD. Nhập siêu từ Trung Quốc lên tới 104,8 tỷ USD, trong khi xuất siêu sang EU đạt 30,9 tỷ USD.
""",
)
PRICES = shelf_of(
    "gia.md",
    """# Báo cáo chỉ số giá tiêu dùng (CPI) tỉnh Phú Lâm tháng 10 năm 2024

Mưa lớn ở huyện Trà Sơn, cùng với giá xăng dầu tăng trở lại, là nguyên nhân chính làm CPI tháng 10/2024 của tỉnh tăng 0,4% so với tháng trước.

CPI các tháng 8, 9 và 10 so với tháng trước tăng lần lượt 0,2%, 0,3% và 0,4%; so với cùng tháng năm trước, các mức tương ứng là 3,1%, 3,2% và 3,3%.

CPI bình quân 10 tháng tăng 4,03% so với cùng kỳ, vẫn dưới mục tiêu 4,5%.
""",
)


@pytest.mark.parametrize(
    ("question", "held", "without"),
    [
        ("Tháng 8/2025 Việt Nam xuất siêu bao nhiêu?", ["1,27 tỷ USD"], []),
        ("8 tháng nước mình bán ra nước ngoài nhiều hơn mua vào bao nhiêu tiền?", ["14,4 tỷ USD"], ["128,6"]),
        ("8 tháng nhập siêu từ Trung Quốc bao nhiêu?", ["104,8 tỷ USD"], []),
        ("Những nhóm hàng xuất khẩu nào sụt giảm trong tháng 8 so với tháng trước và giảm bao nhiêu triệu USD?", ["điện thoại", "188 triệu USD", "157 triệu USD"], ["429", "9,7%"]),
    ],
)
def test_trade(question: str, held: list[str], without: list[str]) -> None:
    result = ask(TRADE, question)
    assert isinstance(result, Answer)
    said = result.text.partition("Đừng nhầm")[0]
    assert all(h.lower() in said.lower() for h in held) and not any(w in said for w in without), said


@pytest.mark.parametrize("question", ["Lượng cà phê xuất khẩu sang Đức trong 8 tháng là bao nhiêu?", "Trị giá nhập khẩu giày dép tháng 8/2025 là bao nhiêu?", "Tháng 8/2025 Việt Nam nhập siêu bao nhiêu?"])
def test_what_is_not_told(question: str) -> None:
    assert isinstance(ask(TRADE, question), NotInReport)


def test_a_part_of_the_province_has_not_its_prices() -> None:
    assert isinstance(ask(PRICES, "CPI tháng 10/2024 của riêng huyện Trà Sơn tăng bao nhiêu?"), NotInReport)
    whole = ask(PRICES, "CPI tháng 10/2024 tăng bao nhiêu so với tháng trước?")
    assert isinstance(whole, Answer) and "0,4%" in whole.text.replace("0,40%", "0,4%")


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("CPI các tháng 8, 9, 10 năm 2024 so với cùng tháng năm trước tăng bao nhiêu mỗi tháng?", ["3,1%", "3,2%", "3,3%"]),
        ("CPI tháng 8 và tháng 9 tăng bao nhiêu so với tháng trước?", ["0,2%", "0,3%"]),
    ],
)
def test_months_in_a_row(question: str, held: list[str]) -> None:
    result = ask(PRICES, question)
    assert isinstance(result, Answer) and all(h in result.text.partition("Đừng nhầm")[0] for h in held), result.text


def test_a_month_that_is_not_told_gives_no_row() -> None:
    result = ask(PRICES, "CPI các tháng 6, 7 và 8 năm 2024 so với cùng tháng năm trước tăng bao nhiêu mỗi tháng?")
    assert "3,2%" not in getattr(result, "text", "")


MARKETS = shelf_of(
    "thi-truong.md",
    """# Xuất khẩu, nhập khẩu của Việt Nam 8 tháng năm 2025

- Chè: 8 tháng xuất 82 nghìn tấn, nhích 1,2% về lượng, song trị giá giảm 9,8%, còn 140 triệu USD.

**Bảng 1. Xuất khẩu, nhập khẩu với một số thị trường, 8 tháng năm 2025**

| Thị trường | Xuất khẩu: Trị giá (triệu USD) | Xuất khẩu: So cùng kỳ (%) | Nhập khẩu: Trị giá (triệu USD) | Nhập khẩu: So cùng kỳ (%) |
| --- | --- | --- | --- | --- |
| Hoa Kỳ | 98.614 | 12,9 | 13.237 | 14,6 |
| ASEAN | 24.847 | 9,7 | 35.563 | 8,4 |
""",
)


def test_that_amount_goes_on() -> None:
    result = Assistant(TRADE).invoke(Ask("Mức đó giảm mấy phần trăm so với tháng trước?", ("Tháng 8/2025 giày dép xuất khẩu đạt bao nhiêu?",)))
    assert isinstance(result, Answer) and "9,7%" in result.text.partition("Đừng nhầm")[0], result.text


def test_what_is_said_in_spite_of_something() -> None:
    result = ask(MARKETS, "Chè xuất khẩu 8 tháng giảm 9,8% về trị giá dù lượng vẫn tăng, đúng không?")
    assert isinstance(result, Answer) and result.verdict == "đúng"


def test_talk_that_ends_with_a_number() -> None:
    result = ask(PRICES, "cpi t10 tăng bn % so vs t9 z")
    assert isinstance(result, Answer) and "0,4%" in result.text


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("CPI bình quân 10 tháng vẫn nằm dưới ngưỡng 4,5% mà tỉnh đặt ra, đúng không?", "đúng"),
        ("CPI bình quân 10 tháng tăng dưới 4,5%, đúng không?", "đúng"),
        ("CPI bình quân 10 tháng tăng trên 4,5%, đúng không?", "sai"),
        ("CPI bình quân 10 tháng tăng 4,5%, đúng không?", "sai"),
    ],
)
def test_below_the_goal(claim: str, verdict: str) -> None:
    result = ask(PRICES, claim)
    assert isinstance(result, Answer) and result.verdict == verdict, result.text


YEARS = shelf_of(
    "nam-nam.txt",
    """BÁO CÁO
Tình hình công thương tỉnh Nà Phiêng giai đoạn 2016-2020

Tổng kim ngạch xuất khẩu 5 năm đạt 521,4 triệu USD, bằng 95% kế hoạch; nhập khẩu 173,6 triệu USD, chủ yếu là máy móc.
Bảng 1. Một số chỉ tiêu qua các năm
Chỉ tiêu\t2017\t2018\t2019
GTSX công nghiệp (tỷ đồng)\t8.120\t8.940\t9.660
Xuất khẩu (triệu USD)\t91,3\t104,5\t118,2
Nhập khẩu (triệu USD)\t31,5\t36,8\t40,7
""",
)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Kim ngạch nhập khẩu của tỉnh năm 2018 đạt mấy triệu USD?", "36,8 triệu USD"),
        ("kim ngach xuat khau nam 2017 cua tinh la bao nhieu", "91,3 triệu USD"),
        ("Tổng kim ngạch xuất khẩu 5 năm là bao nhiêu?", "521,4 triệu USD"),
    ],
)
def test_the_worth_of_trade_is_what_a_row_in_dollars_tells(question: str, held: str) -> None:
    result = ask(YEARS, question)
    assert isinstance(result, Answer) and result.text.startswith(held), result
