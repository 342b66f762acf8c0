"""Trade bulletins: who trades when they are only pointed at, what the change before an amount is held against, titles that give units. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Base, name_of
from tests.fake_library import one, read

MONTH = "Tình hình xuất khẩu, nhập khẩu tháng 5 và 5 tháng năm 2027"
FDI = "Trong 5 tháng/2027, trị giá xuất nhập khẩu của khối doanh nghiệp FDI đạt 80,5 tỷ USD. Xuất khẩu của khối này trong tháng 5 là 11,2 tỷ USD; tính từ đầu năm là 49,8 tỷ USD. Ở chiều ngược lại, khối FDI nhập khẩu 7,9 tỷ USD trong tháng; 5 tháng nhập khẩu 30,6 tỷ USD. Khối doanh nghiệp trong nước, với 48,6 tỷ USD xuất khẩu và 60,3 tỷ USD nhập khẩu, vẫn nhập siêu 11,7 tỷ USD."

FDI_BROUGHT = "Xuất khẩu của cả nước đạt 144 tỷ USD, tăng 15,1%. Phần tăng thêm 19 tỷ USD hoàn toàn do khối FDI mang lại: khối này xuất khẩu 112 tỷ USD, tăng 20,7%, trong khi khối doanh nghiệp trong nước chỉ đạt 31 tỷ USD."


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        (FDI, "11,2 tỷ USD", "xuất khẩu của khối doanh nghiệp FDI"),
        (FDI, "49,8", "xuất khẩu của khối doanh nghiệp FDI"),
        (FDI, "30,6", "khối FDI nhập khẩu"),
        (FDI, "48,6", "xuất khẩu của khối doanh nghiệp trong nước"),
        (FDI, "60,3", "nhập khẩu của khối doanh nghiệp trong nước"),
        (FDI, "11,7 tỷ USD", "khối doanh nghiệp trong nước nhập siêu"),
        ("Cán cân thương mại tháng 5 thặng dư 1,3 tỷ USD, trái với mức thâm hụt 1,2 tỷ USD của tháng 4.", "1,2 tỷ USD", "cán cân thương mại thâm hụt"),
        ("Số thu ngân sách từ hoạt động xuất nhập khẩu tháng 5 đạt 39.860 tỷ đồng. Lũy kế 5 tháng, toàn ngành thu 187.450 tỷ đồng.", "187.450", "số thu ngân sách từ hoạt động xuất nhập khẩu"),
        (FDI_BROUGHT, "19 tỷ USD", "xuất khẩu của cả nước"),
        (FDI_BROUGHT, "112", "khối FDI xuất khẩu"),
        (FDI_BROUGHT, "31 tỷ USD", "khối doanh nghiệp trong nước xuất khẩu"),
        ("Kim ngạch nhập khẩu đạt 412 triệu USD. Mức tăng chủ yếu do khu vực FDI quyết định: khu vực này nhập khẩu 300 triệu USD.", "300", "khu vực FDI nhập khẩu"),
        ("Khối FDI xuất khẩu 27 tỷ USD, khối doanh nghiệp trong nước xuất khẩu 8 tỷ USD; khối này nhập khẩu 9 tỷ USD.", "9 tỷ USD", "khối doanh nghiệp trong nước nhập khẩu"),
        ("Máy vi tính, sản phẩm điện tử và linh kiện: trị giá xuất khẩu nhóm hàng này đạt 9,2 tỷ USD.", "9,2", "trị giá xuất khẩu máy vi tính, sản phẩm điện tử và linh kiện"),
        ("Gạo: Philippines dẫn đầu với 1,79 triệu tấn, dù giảm 8,4%; kế đến là Gana 468 nghìn tấn.", "8,4%", "Philippines"),
    ],
)  # fmt: skip
def test_whose_trade_it_is(text: str, printed: str, indicator: str) -> None:
    assert one(read(text, MONTH), printed).indicator == indicator


def test_a_change_is_held_against_what_the_amount_beside_it_is() -> None:
    found = read("Tổng trị giá xuất nhập khẩu tháng 5 đạt 82,44 tỷ USD, tăng 2,2%, tương ứng tăng 1,79 tỷ USD so với tháng trước. Trong đó, xuất khẩu đạt 41,86 tỷ USD, tăng 5,3%.", MONTH)
    assert [one(found, printed).base for printed in ("2,2%", "1,79", "5,3%")] == [Base.PREVIOUS] * 3


def test_what_comes_after_a_plan_of_the_year_is_of_the_months_again() -> None:
    found = read("5 tháng xuất khẩu đạt 198 tỷ USD, bằng 41,3% chỉ tiêu 480 tỷ USD mà Nghị quyết đặt ra cho cả năm; nhập khẩu đạt 191 tỷ USD.", MONTH)
    assert (one(found, "480 tỷ USD").period.kind, one(found, "191 tỷ USD").period.kind) == ("year", "months")


def test_the_level_of_another_month_is_of_that_month() -> None:
    found = read("Cán cân thương mại tháng 5 thặng dư 1,3 tỷ USD, trái với mức thâm hụt 1,2 tỷ USD của tháng 4. Xuất khẩu đạt 9 tỷ USD.", MONTH)
    assert [f.period.part for f in found] == [5, 4, 5]


def test_a_unit_that_is_given_for_one_row_is_of_its_quantity_alone() -> None:
    table = """Bảng 2. Lượng và trị giá nhập khẩu một số nhóm hàng

Đơn vị tính: lượng – nghìn tấn (riêng ô tô: chiếc); trị giá – triệu USD

| Nhóm hàng | Lượng tháng 5 | Trị giá tháng 5 |
|---|---:|---:|
| Sắt thép | 213,6 | 846 |
| Ô tô nguyên chiếc | 19.846 | 428 |
"""
    found = read(table, MONTH)
    assert [f.text for f in found] == ["213,6 nghìn tấn", "846 triệu USD", "19.846 chiếc", "428 triệu USD"]
    assert all("nhập khẩu" in f.head for f in found)


HALF = "Tình hình xuất khẩu, nhập khẩu kỳ 2 tháng 5/2027"


@pytest.mark.parametrize(
    ("text", "printed", "told"),
    [
        ("Từ đầu năm, cả nước xuất siêu 3,8 tỷ USD, cao hơn nhiều con số 2,4 tỷ USD của cùng kỳ năm trước.", "2,4 tỷ USD", ("level", 2026)),
        ("Từ đầu năm, cả nước xuất siêu 3,8 tỷ USD, vượt xa con số 2,4 tỷ USD của cùng kỳ năm 2026.", "2,4 tỷ USD", ("level", 2026)),
        ("Từ đầu năm, cả nước xuất siêu 3,8 tỷ USD, cao hơn 1,4 tỷ USD so với cùng kỳ năm trước.", "1,4 tỷ USD", ("change", 2027)),
    ],
)  # fmt: skip
def test_the_number_of_the_year_before_is_no_change(text: str, printed: str, told: tuple[str, int]) -> None:
    found = one(read(text, HALF), printed)
    assert (found.measure.value, found.period.year) == told


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("Lượng chè xuất khẩu trong kỳ đạt 3.140 tấn. Từ đầu năm, lượng tăng 6,2% nhưng trị giá giảm 1,4%. Nga mua 9.800 tấn.", "9.800 tấn", "date"),
        ("Hạt tiêu: lượng xuất khẩu lũy kế giảm 6,2%. Đức mua 9.800 tấn.", "9.800 tấn", "date"),
        ("Hạt tiêu: lượng xuất khẩu lũy kế giảm 6,2%. Trong kỳ, Đức mua 980 tấn.", "980 tấn", "season"),
        ("Lượng chè xuất khẩu trong kỳ tăng 6,2%. Nga mua 980 tấn.", "980 tấn", "season"),
    ],
)  # fmt: skip
def test_what_rose_since_january_goes_on_being_told_of(text: str, printed: str, kind: str) -> None:
    assert one(read(text, HALF), printed).period.kind == kind


def test_what_is_told_of_the_month_after_the_months_up_to_it_is_the_months_own() -> None:
    found = read("Sản lượng thịt hơi 5 tháng đạt 31,2 nghìn tấn. Trong tháng, dịch tả lợn xảy ra tại 14 hộ, tiêu hủy 386 con lợn.", "Tình hình kinh tế tháng 5 và 5 tháng năm 2027")
    assert [(one(found, printed).period.kind, one(found, printed).period.part) for printed in ("31,2", "14 hộ", "386 con")] == [("months", 5), ("month", 5), ("month", 5)]


def test_a_market_keeps_the_goods_it_buys_in_its_name() -> None:
    found = read("Máy móc, thiết bị, dụng cụ và phụ tùng khác: xuất khẩu trong tháng đạt 5,1 tỷ USD. Hoa Kỳ tiếp tục là thị trường lớn nhất với 2,4 tỷ USD.", MONTH)
    assert name_of(one(found, "2,4")) == "Hoa Kỳ (máy móc, thiết bị, dụng cụ và phụ tùng khác: xuất khẩu)"
