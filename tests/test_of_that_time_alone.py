"""What is asked of a month alone, of days from one to another, of the time before a day, of years without one: no figure of another time answers. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer
from tests.fake_library import ask, shelf_of

BORDER = shelf_of(
    "bien-gioi.md",
    """# Tình hình ngân sách và chống buôn lậu tỉnh Nà Phiêng 10 tháng năm 2025

## 1. Đầu tư công

Tính đến hết ngày 31/10, toàn tỉnh đã giải ngân 1.742 tỷ đồng vốn đầu tư công, đạt 61,3% kế hoạch.

Tổng nợ thuế đến 31/10 là 214 tỷ đồng.

## 2. Chống buôn lậu

Từ ngày 16/9 đến ngày 15/10/2025, các lực lượng phát hiện 87 vụ vi phạm; cơ quan chức năng khởi tố 6 vụ. Lũy kế từ 15/12/2024 đến 15/10/2025, số vụ phát hiện là 1.034 vụ.

## 3. Giá cả

Giá gas tăng 1,6%: từ ngày 01/10, mỗi bình 12 kg được điều chỉnh tăng 7.000 đồng, lên 452.000 đồng.

## 4. Công nghiệp

Giá trị sản xuất công nghiệp giai đoạn 2020-2024 tăng bình quân 8,4%/năm.
""",
)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Từ 16/9 đến 15/10/2025 khởi tố bao nhiêu vụ?", "6 vụ"),
        ("Đến 31/10 toàn tỉnh giải ngân vốn đầu tư công bao nhiêu tỷ đồng?", "1.742 tỷ đồng"),
        ("Nợ thuế riêng tháng 10 còn bao nhiêu?", "214 tỷ đồng"),
        ("Trước ngày 01/10, một bình gas 12 kg giá bao nhiêu?", "445.000 đồng"),
        ("Lũy kế đến 15/10/2025 phát hiện bao nhiêu vụ?", "1.034 vụ"),
        ("Giá trị sản xuất công nghiệp giai đoạn 2020-2024 tăng bình quân bao nhiêu một năm?", "8,4%"),
    ],
)
def test_of_that_time(question: str, held: str) -> None:
    result = ask(BORDER, question)
    assert isinstance(result, Answer) and held in result.text.partition("Đừng nhầm")[0], result


@pytest.mark.parametrize(
    "question",
    [
        "Lũy kế từ 15/12/2024 đến 15/10/2025 khởi tố bao nhiêu vụ?",
        "Lũy kế đến 15/10/2025 cơ quan chức năng khởi tố bao nhiêu vụ?",
        "Riêng trong tháng 10 toàn tỉnh giải ngân vốn đầu tư công bao nhiêu tỷ đồng?",
        "Nếu bỏ năm 2024 ra, giai đoạn 2020-2023 giá trị sản xuất công nghiệp tăng bình quân bao nhiêu một năm?",
        "Trước ngày 15/9, một bình gas 12 kg giá bao nhiêu?",
    ],
)
def test_not_of_that_time(question: str) -> None:
    result = ask(BORDER, question)
    assert not isinstance(result, Answer) or not any(f in result.text.partition("Đừng nhầm")[0] for f in ("6 vụ", "87 vụ", "1.742", "8,4%", "452.000")), result


PLANNED = shelf_of(
    "thu-ngan-sach.md",
    """# Thu ngân sách tỉnh Nà Phiêng 10 tháng năm 2024

| Chỉ tiêu | Dự toán (tỷ đồng) | 10 tháng (tỷ đồng) |
|---|---:|---:|
| Thu nội địa | 3.250 | 2.920 |
| Thu tiền sử dụng đất | 700 | 512 |
| Thu xuất nhập khẩu | 410 | 402 |

Ước cả năm 2024, tiền sử dụng đất chỉ đạt 640 tỷ đồng, hụt 60 tỷ đồng so với dự toán do nhiều phiên đấu giá không có người tham gia. Thu xuất nhập khẩu cả năm 2024 ước đạt 455 tỷ đồng.
""",
)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Cả năm thu xuất nhập khẩu ước vượt dự toán bao nhiêu tỷ đồng?", "Vượt 45 tỷ đồng"),
        ("Cả năm tiền sử dụng đất ước hụt bao nhiêu so với dự toán?", "60 tỷ đồng"),
        ("Năm nay dự tính tiền bán đất sẽ thiếu so với kế hoạch bao nhiêu?", "60 tỷ đồng"),
        ("Tiền sử dụng đất 10 tháng còn thiếu bao nhiêu so với dự toán?", "188 tỷ đồng"),
        ("Thu nội địa 10 tháng còn thiếu bao nhiêu so với dự toán?", "330 tỷ đồng"),
        ("Để đạt dự toán cả năm, thu nội địa còn phải thu bao nhiêu nữa?", "330 tỷ đồng"),
    ],
)
def test_the_gap_that_is_expected_is_not_the_gap_so_far(question: str, held: str) -> None:
    result = ask(PLANNED, question)
    assert isinstance(result, Answer) and held in result.text.partition("Đừng nhầm")[0], result


def test_what_was_taken_in_so_far_is_not_what_the_year_brings() -> None:
    result = ask(PLANNED, "Cả năm thu nội địa ước hụt bao nhiêu so với dự toán?")
    assert not isinstance(result, Answer) or not any(f in result.text for f in ("330", "3.250")), result


MONTHS = shelf_of(
    "cpi.md",
    """# Chỉ số giá tiêu dùng (CPI) tháng 9 năm 2024

Chỉ số giá tiêu dùng (CPI) tháng 9/2024 tăng 0,31% so với tháng trước.

| Thời kỳ | CPI so với tháng trước (%) | CPI so với cùng kỳ năm trước (%) |
|---|---:|---:|
| Tháng 7/2024 | 0,14 | 3,05 |
| Tháng 8/2024 | 0,09 | 3,11 |
| Tháng 9/2024 | 0,31 | 3,24 |
""",
)


def test_each_of_the_months_is_told_or_none() -> None:
    result = ask(MONTHS, "CPI từng tháng 7, 8 và 9/2024 tăng bao nhiêu so với tháng trước?")
    assert isinstance(result, Answer) and all(f in result.text for f in ("0,14%", "0,09%", "0,31%")), result
    assert not isinstance(ask(MONTHS, "CPI tháng 7, 8 và 10/2024 tăng bao nhiêu so với tháng trước?"), Answer)
    assert isinstance(ask(MONTHS, "CPI tháng 9 tăng bao nhiêu so với tháng trước?"), Answer)


PROMOTION = shelf_of(
    "khuyen-cong.md",
    """# Công thương tỉnh Nà Phiêng giai đoạn 2016-2020

## 1. Khuyến công

Tổng kinh phí 5 năm 9,26 tỷ đồng, hỗ trợ 51 đề án, gồm 3,14 tỷ đồng nguồn khuyến công quốc gia (15 đề án) và 6,12 tỷ đồng nguồn địa phương (36 đề án).

Bình quân 5 năm, giá trị sản xuất công nghiệp tăng 9,8%/năm; nếu chỉ tính 4 năm 2016-2019, tốc độ tăng bình quân đạt 11,2%/năm.
""",
)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Tổng kinh phí khuyến công 5 năm 2016-2020 là bao nhiêu?", "9,26 tỷ đồng"),
        ("Nếu không tính năm 2020, giai đoạn 2016-2019 giá trị sản xuất công nghiệp tăng bình quân bao nhiêu một năm?", "11,2%"),
    ],
)
def test_of_all_those_years(question: str, held: str) -> None:
    result = ask(PROMOTION, question)
    assert isinstance(result, Answer) and held in result.text.partition("Đừng nhầm")[0], result


NEXT_YEAR = shelf_of(
    "du-toan.md",
    """# Thu ngân sách Chi cục Hải quan Nà Phiêng 10 tháng năm 2024

Thu ngân sách nhà nước từ hoạt động xuất nhập khẩu tháng 10 đạt 217 tỷ đồng. Lũy kế 10 tháng, toàn chi cục thu 1.946 tỷ đồng, bằng 94,9% dự toán (2.050 tỷ đồng), bằng 91,8% chỉ tiêu phấn đấu (2.120 tỷ đồng).

Ước cả năm 2024, thu nội địa 3.100 tỷ đồng và thu xuất nhập khẩu 2.290 tỷ đồng.

Dự toán năm 2025 sẽ trình HĐND tỉnh tại kỳ họp thứ 9, đầu tháng 12 tới, theo đó tổng thu là 5.700 tỷ đồng.
""",
)


def test_a_plan_is_that_of_its_year_and_name() -> None:
    own = ask(NEXT_YEAR, "Dự toán thu ngân sách năm nay của chi cục là bao nhiêu tỷ đồng?")
    assert isinstance(own, Answer) and own.text.startswith("2.050 tỷ đồng"), own
    strives = ask(NEXT_YEAR, "Chỉ tiêu phấn đấu thu ngân sách năm nay là bao nhiêu tỷ đồng?")
    assert isinstance(strives, Answer) and strives.text.startswith("2.120 tỷ đồng"), strives
    listed = ask(NEXT_YEAR, "Liệt kê số thu nội địa và thu xuất nhập khẩu trong dự toán năm 2025.")
    assert not isinstance(listed, Answer) or not any(f in listed.text for f in ("3.100", "2.290")), listed
