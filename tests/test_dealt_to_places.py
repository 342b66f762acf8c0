"""What is dealt out to places and goods in a row, who is pointed at, and the markets that lead. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Direction, Measure
from report.periods import periods
from tests.fake_library import one, read

CUSTOMS = "Bản tin hải quan kỳ 1 tháng 9 năm 2025"


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("Trong kỳ, tỉnh Bắc Hà và tỉnh Nam Trạch xuất khẩu lần lượt 94,9 triệu USD và 32,5 triệu USD; nhập khẩu lần lượt 81,3 triệu USD và 17,4 triệu USD.", "94,9", "xuất khẩu tỉnh Bắc Hà"),
        ("Trong kỳ, tỉnh Bắc Hà và tỉnh Nam Trạch xuất khẩu lần lượt 94,9 triệu USD và 32,5 triệu USD; nhập khẩu lần lượt 81,3 triệu USD và 17,4 triệu USD.", "81,3", "nhập khẩu tỉnh Bắc Hà"),
        ("Trong kỳ, tỉnh Bắc Hà và tỉnh Nam Trạch xuất khẩu lần lượt 94,9 triệu USD và 32,5 triệu USD; nhập khẩu lần lượt 81,3 triệu USD và 17,4 triệu USD.", "17,4", "nhập khẩu tỉnh Nam Trạch"),
        ("Bắc Hà xuất khẩu 8,47 tỷ USD, bằng 69,7% kế hoạch; Nam Trạch đạt 7,41 tỷ USD.", "7,41", "xuất khẩu Nam Trạch"),
        ("Hai nhóm hàng dẫn đầu là điện thoại và máy vi tính chiếm lần lượt 26,0% và 22,9% kim ngạch.", "26,0", "điện thoại"),
        ("Hai nhóm hàng dẫn đầu là điện thoại và máy vi tính chiếm lần lượt 26,0% và 22,9% kim ngạch.", "22,9", "máy vi tính"),
        ("Ba địa phương đứng đầu là Hà Sơn, Hải Giang và Đà Lam đạt lần lượt 12 tỷ đồng, 11 tỷ đồng và 10 tỷ đồng.", "11 tỷ đồng", "Hải Giang"),
        ("Khối FDI nhập khẩu 962,5 triệu USD trong kỳ. Tính ra, khối này xuất siêu 201,3 triệu USD.", "201,3", "Khối FDI xuất siêu"),
        ("Hoa Kỳ tiếp tục là thị trường xuất khẩu lớn nhất với 7,92 tỷ USD; riêng tháng 8, kim ngạch sang thị trường này đạt 452,7 triệu USD.", "7,92", "xuất khẩu sang Hoa Kỳ"),
        ("Hoa Kỳ tiếp tục là thị trường xuất khẩu lớn nhất với 7,92 tỷ USD; riêng tháng 8, kim ngạch sang thị trường này đạt 452,7 triệu USD.", "452,7", "kim ngạch sang Hoa Kỳ"),
        ("Nhật Bản là thị trường xuất khẩu lớn thứ hai, đạt 3,2 tỷ USD.", "3,2", "xuất khẩu sang Nhật Bản"),
        ("Về nhập khẩu, Trung Quốc giữ vị trí số một với 10,44 tỷ USD.", "10,44", "nhập khẩu từ Trung Quốc"),
        ("Về nhập khẩu, Công ty Sông Lam đạt 10,44 tỷ USD.", "10,44", "công ty Sông Lam"),
        ("Giảm mạnh nhất là máy vi tính, sản phẩm điện tử và linh kiện (giảm 63,5 triệu USD, tương ứng giảm 12,8%), tiếp đến là xăng dầu (giảm 14,9 triệu USD).", "63,5", "máy vi tính, sản phẩm điện tử và linh kiện"),
        ("Giảm mạnh nhất là than đá (giảm 63,5 triệu USD, tương ứng giảm 12,8%), tiếp đến là xăng dầu (giảm 14,9 triệu USD).", "12,8", "than đá"),
        ("Lượng cà phê xuất khẩu tăng 7,9% nhưng đơn giá bình quân lên tới 5.592 USD/tấn.", "5.592", "đơn giá cà phê xuất khẩu bình quân"),
    ],
)  # fmt: skip
def test_whose_it_is(text: str, printed: str, indicator: str) -> None:
    assert one(read(text, CUSTOMS), printed).indicator == indicator


def test_what_goes_the_other_way_is_of_what_stands_before_the_colon() -> None:
    found = read("Lượng cà phê xuất khẩu tăng 7,9%. Gạo thì ngược lại: lượng tăng 12,5% song giá bình quân chỉ còn 515 USD/tấn, mất 18,0%.", CUSTOMS)
    assert all("gạo" in f"{f.indicator} {f.head}".lower() and "cà phê" not in f.indicator for f in found[1:])
    lost = one(found, "18,0")
    assert (lost.measure, lost.direction) == (Measure.GROWTH, Direction.DOWN)


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("lũy kế từ 01/01 đến 15/9/2025", "date", 915),
        ("từ ngày 01/9/2025 đến ngày 15/9/2025", "season", 109),
        ("từ 16/8 đến 31/8/2025", "season", 208),
        ("từ ngày 01/8 đến hết ngày 31/8/2025", "month", 8),
        ("từ 15/12/2024 đến 14/9/2025", "date", 914),
        ("đến giữa tháng 9/2025", "date", 915),
        ("tính đến hết kỳ 1 tháng 9/2025", "date", 915),
        ("kỳ 2 tháng 8/2025", "season", 208),
    ],
)
def test_from_a_day_to_a_day(text: str, kind: str, part: int) -> None:
    found = [m.period for m in periods(text)]
    assert [(p.kind, p.year, p.part) for p in found] == [(kind, 2025, part)]


def test_what_was_put_right_is_of_the_time_in_its_note() -> None:
    found = read("(1) Số liệu kỳ 2 tháng 8/2025 (16/8–31/8) đã được điều chỉnh: xuất khẩu 742,9 triệu USD, nhập khẩu 551,3 triệu USD.", CUSTOMS)
    assert [(f.indicator, f.period.kind, f.period.part) for f in found] == [("xuất khẩu", "season", 208), ("nhập khẩu", "season", 208)]


def test_a_title_that_says_in_what_the_values_are_goes_before_the_unit_of_the_row() -> None:
    table = """Biểu 1. Xuất khẩu một số nhóm hàng chính

*Trị giá: triệu USD*

| Nhóm hàng | ĐVT | Lượng tháng 9 | Trị giá tháng 9 |
|---|---|---:|---:|
| Giày dép | USD | | 97,4 |
| Cà phê | Tấn | 8.460 | 46,2 |
| Gạo | Tấn | 41.720 | 21,3 |
"""
    found = {f.text: f.unit for f in read(table, CUSTOMS)}
    assert found == {"97,4 triệu USD": "USD", "8.460 tấn": "tấn", "46,2 triệu USD": "USD", "41.720 tấn": "tấn", "21,3 triệu USD": "USD"}


def test_what_places_do_in_a_row_is_of_no_other() -> None:
    found = read("Huyện Khe Lim và huyện Nà Sầm giải ngân lần lượt 82 tỷ đồng và 61 tỷ đồng; nộp ngân sách lần lượt 12 tỷ đồng và 9 tỷ đồng.", "Báo cáo quý II năm 2026")
    assert [(f.indicator.lower(), f.head) for f in found] == [("giải ngân huyện khe lim", ""), ("giải ngân huyện nà sầm", ""), ("nộp ngân sách huyện khe lim", ""), ("nộp ngân sách huyện nà sầm", "")]


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "head"),
    [
        ("Nhật Bản, Hoa Kỳ và EU (27 nước) là ba thị trường lớn nhất, lần lượt đạt 41,3 triệu USD, 15,8 triệu USD và 10,5 triệu USD.", "15,8", "Hoa Kỳ", ""),
        ("Nhật Bản, Hoa Kỳ và EU (27 nước) là ba thị trường lớn nhất, lần lượt đạt 41,3 triệu USD, 15,8 triệu USD và 10,5 triệu USD.", "10,5", "EU", ""),
        ("Hải Trạch, Đông Lâm và Kim Sa là ba huyện có diện tích lớn nhất, lần lượt là 1.200 ha, 980 ha và 760 ha.", "980", "diện tích Đông Lâm", "diện tích"),
        ("Hàng dệt, may: xuất khẩu trong kỳ đạt 6,8 triệu USD, tăng 2,1%.", "6,8", "xuất khẩu hàng dệt, may", ""),
        ("Nhập siêu từ Trung Quốc lên tới 104,8 triệu USD, trong khi xuất siêu sang EU đạt 30,9 triệu USD.", "104,8", "nhập siêu từ Trung Quốc", ""),
        ("Nhập siêu từ Trung Quốc lên tới 104,8 triệu USD, trong khi xuất siêu sang EU đạt 30,9 triệu USD.", "30,9", "xuất siêu sang EU", ""),
        ("Cán cân thương mại thặng dư 12,7 triệu USD.", "12,7", "cán cân thương mại thặng dư", ""),
        ("Hoa Kỳ là thị trường xuất khẩu lớn nhất, chiếm 32,4% tổng trị giá xuất khẩu; Trung Quốc giữ vị trí nguồn cung số một với tỷ trọng 41,5% trị giá nhập khẩu.", "41,5", "nhập khẩu từ Trung Quốc", "thị trường nhập khẩu"),
        ("Ô tô nguyên chiếc: cả nước làm thủ tục cho 984 chiếc trong kỳ, tăng 6,3% về lượng.", "6,3", "lượng ô tô nguyên chiếc", "ô tô nguyên chiếc"),
    ],
)  # fmt: skip
def test_whose_trade_it_is(text: str, printed: str, indicator: str, head: str) -> None:
    f = one(read(text, CUSTOMS), printed)
    assert (f.indicator, f.head) == (indicator, head)
