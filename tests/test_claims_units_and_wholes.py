"""Claims whose unit the name tells, whose base or plan has a time of its own, and whose whole, direction or row is another. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer
from chain.check import check_text
from chain.world import World
from tests.fake_library import ask, one, read, shelf_of, world_of

WAGES = """# Lao động, việc làm và vận tải quý III/2023

| Chỉ tiêu | Đơn vị | Quý II/2023 | Quý III/2023 |
|---|---|---|---|
| **Thu nhập bình quân một tháng của lao động** | Nghìn đồng | 7.214 | 7.468 |
| Nam | Nghìn đồng | 7.902 | 8.135 |
| Nữ | Nghìn đồng | 6.348 | 6.590 |
| **Lao động có việc làm** | Nghìn người | 1.204,6 | 1.219,8 |
| Nông, lâm nghiệp, thủy sản | Nghìn người | 402,3 | 398,1 |
| Dịch vụ | Nghìn người | 512,7 | 524,9 |
| **Vận chuyển hành khách** | Nghìn HK | 3.214,5 | 3.402,8 |
| Đường bộ | Nghìn HK | 3.002,1 | 3.187,6 |
| **Luân chuyển hành khách** | Triệu HK.km | 214,6 | 226,3 |
"""

TRADE = """CỤC HẢI QUAN TỈNH LÂM ĐÔNG
BÁO CÁO XUẤT NHẬP KHẨU 7 THÁNG NĂM 2024

Tổng trị giá xuất nhập khẩu 7 tháng năm 2024 đạt 3.820 triệu USD, trong đó doanh nghiệp FDI chiếm 64,2% tổng trị giá xuất nhập khẩu.
Khối FDI xuất khẩu 1.480 triệu USD, chiếm 70,5% tổng trị giá xuất khẩu.
Khối FDI nhập khẩu 972 triệu USD, chiếm 56,4% tổng trị giá nhập khẩu.
7 tháng năm 2024 toàn tỉnh xuất siêu 380 triệu USD; doanh nghiệp trong nước nhập siêu 128 triệu USD.
Thu ngân sách 7 tháng năm 2024 của Chi cục Hải quan Bản Sắt đạt 142 tỷ đồng, bằng 61,7% dự toán.
"""

PRICES = """BÁO CÁO CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 5 NĂM 2023 TỈNH LÂM ĐÔNG

CPI tháng 5/2023 tăng 0,24% so với tháng trước, là mức tăng thấp nhất kể từ đầu năm; so với tháng 12/2022 tăng 1,36% và so với cùng kỳ năm trước tăng 2,87%. Bình quân 5 tháng, CPI tăng 3,94% so với cùng kỳ năm 2022.
"""


@pytest.fixture(scope="module")
def worlds() -> dict[str, World]:
    return {name.partition(".")[0]: world_of(shelf_of(name, text)) for name, text in (("wages.md", WAGES), ("trade.txt", TRADE), ("prices.txt", PRICES))}


@pytest.mark.parametrize(
    ("report", "claim", "verdict", "right"),
    [
        ("wages", "Quý III/2023, thu nhập bình quân của lao động nữ là 6.590 nghìn đồng/tháng.", "đúng", "6.590"),
        ("wages", "Quý III/2023, thu nhập bình quân của lao động nữ là 6.348 nghìn đồng/tháng.", "sai", "6.590"),
        ("wages", "Quý III/2023, thu nhập bình quân của lao động nữ là 6.590 nghìn đồng/năm.", "sai", "6.590"),
        ("wages", "Quý III/2023, đường bộ vận chuyển 3.187,6 nghìn lượt hành khách.", "đúng", "3.187,6"),
        ("wages", "Quý III/2023, đường bộ vận chuyển 3.002,1 nghìn lượt khách.", "sai", "3.187,6"),
        ("wages", "Quý III/2023, khu vực dịch vụ có 512,7 nghìn lao động có việc làm.", "sai", "524,9"),
        ("trade", "Doanh nghiệp FDI chiếm 56,4% tổng trị giá nhập khẩu.", "đúng", "56,4"),
        ("trade", "Doanh nghiệp FDI chiếm 70,5% tổng trị giá nhập khẩu.", "sai", "56,4"),
        ("trade", "Khối FDI chiếm 64,2% tổng trị giá xuất nhập khẩu.", "đúng", "64,2"),
        ("trade", "7 tháng năm 2024 toàn tỉnh nhập siêu 380 triệu USD.", "sai", "xuất siêu"),
        ("trade", "7 tháng năm 2024 doanh nghiệp trong nước nhập siêu 128 triệu USD.", "đúng", "128"),
        ("trade", "Chi cục Hải quan Bản Sắt đạt 61,7% dự toán thu cả năm.", "đúng", "61,7"),
        ("trade", "Chi cục Hải quan Bản Sắt đạt 71,7% dự toán thu cả năm.", "sai", "61,7"),
        ("prices", "So với tháng 5/2022, CPI tăng 2,87%.", "đúng", "2,87"),
        ("prices", "So với tháng 5/2022, CPI tăng 3,94%.", "sai", "2,87"),
        ("prices", "So với tháng 4/2023, CPI tăng 0,24%.", "đúng", "0,24"),
        ("prices", "So với tháng 5/2022, CPI tăng 1,36%.", "sai", "2,87"),
    ],
)
def test_unit_base_and_whole_are_told_apart(worlds: dict[str, World], report: str, claim: str, verdict: str, right: str) -> None:
    found = check_text(claim, [worlds[report]]).figures
    told = [(f.verdict, f.reason) for f in found if f.verdict]
    assert len(told) == 1 and told[0][0] == verdict and right in told[0][1], told


def test_a_month_among_those_of_the_year_sums_nothing_up() -> None:
    found = read("CPI tháng 5/2023 tăng 0,24% so với tháng trước, là mức tăng thấp nhất kể từ đầu năm; so với cùng kỳ năm trước tăng 2,87%.", "Chỉ số giá tiêu dùng tháng 5 năm 2023")
    assert (one(found, "2,87").period.kind, one(found, "2,87").period.part) == ("month", 5)
    found = read("Tháng 5 thu 120 tỷ đồng; từ đầu năm thu 900 tỷ đồng.", "Thu ngân sách tháng 5 năm 2023")
    assert one(found, "900").period.kind == "months"


def test_a_table_of_this_month_behind_a_forecast_tells_what_was() -> None:
    text = """# CHỈ SỐ GIÁ THÁNG 5 NĂM 2023

## II. DỰ BÁO THÁNG 6

CPI tháng 6 dự báo tăng 0,2%.

### CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 5 NĂM 2023 TỈNH LÂM ĐÔNG

| | So với tháng 5 năm 2022 | So với tháng 4 năm 2023 |
|---|---|---|
| Lương thực | 103,41 | 100,27 |
| Giao thông | 98,12 | 99,36 |
"""
    result = ask(shelf_of("gia.md", text), "Chỉ số giá giao thông tháng 5 năm 2023 so với tháng 4 là 99,36%, đúng không?")
    assert isinstance(result, Answer) and result.verdict == "đúng" and all(f.modality == "actual" for f in result.figures)
