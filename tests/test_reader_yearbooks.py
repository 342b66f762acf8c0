"""Tables as yearbooks, customs offices and banks print them: two languages, half months, splits of a total, losses in brackets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report.bilingual import vietnamese
from report.reader import read_figures
from tests.test_reader_tables import cell, report


@pytest.mark.parametrize(
    ("printed", "own"),
    [
        ("Nữ - Female", "Nữ"),
        ("Tổng số/Total", "Tổng số"),
        ("Sơ bộ - Prel. 2023", "Sơ bộ 2023"),
        ("Nghìn tấn - Thous. tons", "Nghìn tấn"),
        ("Khu vực Nhà nước (State sector)", "Khu vực Nhà nước"),
        ("Nhà máy bia - Carlsberg", "Nhà máy bia - Carlsberg"),
        ("Lào Cai - Yên Bái", "Lào Cai - Yên Bái"),
        ("Than - khoáng sản", "Than - khoáng sản"),
        ("Tháng 9/2023", "Tháng 9/2023"),
    ],
)
def test_the_english_half_goes(printed: str, own: str) -> None:
    assert vietnamese(printed) == own


def test_a_total_is_split_twice() -> None:
    found = read_figures(
        report(
            """ | 2020 | Sơ bộ - Prel. 2021
            TỔNG SỐ - TOTAL | 500.000 | 510.000
            Phân theo giới tính - By sex | |
            Nam - Male | 240.000 | 245.000
            Nữ - Female | 260.000 | 265.000
            Phân theo thành thị, nông thôn - By residence | |
            Thành thị - Urban | 200.000 | 203.000
            Nông thôn - Rural | 300.000 | 307.000""",
            caption="Biểu 3. Dân số trung bình\nAverage population\nĐVT: Người - Unit: Person",
        )
    )
    assert [(f.indicator, f.head, f.unit) for f in found if f.column == 1] == [
        ("dân số trung bình", "", "người"), ("nam", "dân số trung bình", "người"), ("nữ", "dân số trung bình", "người"),
        ("thành thị", "dân số trung bình", "người"), ("nông thôn", "dân số trung bình", "người"),
    ]  # fmt: skip
    assert (cell(found, 3, 2).period.year, cell(found, 3, 2).modality.value) == (2021, "estimate")


def test_each_split_belongs_to_the_row_that_it_adds_up_to() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | 2021 | 2022
            Dân số trung bình | 900.000 | 910.000
            Phân theo giới tính | |
            Nam | 440.000 | 445.000
            Nữ | 460.000 | 465.000
            Lao động có việc làm | 480.000 | 490.000
            Phân theo khu vực | |
            Thành thị | 180.000 | 186.000
            Nông thôn | 300.000 | 304.000"""
        )
    )
    assert [cell(found, r, 1).head for r in (3, 4, 5, 7, 8)] == ["dân số trung bình", "dân số trung bình", "", "lao động có việc làm", "lao động có việc làm"]


def test_another_group_goes_on_below_the_rate() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | 2021 | 2022
            Tỷ lệ hộ nghèo | 5,2 | 4,1
            Thành thị | 1,2 | 1,0
            Nông thôn | 7,2 | 5,6
            Dân tộc thiểu số | 15,3 | 12,4
            Tỷ lệ hộ cận nghèo | 6,0 | 5,2
            Thành thị | 2,0 | 1,8
            Nông thôn | 8,1 | 7,0""",
            caption="Tỷ lệ hộ nghèo và tỷ lệ hộ cận nghèo của tỉnh (%)",
        )
    )
    assert [cell(found, r, 2).head for r in (1, 4, 5, 7)] == ["của tỉnh", "tỷ lệ hộ nghèo", "của tỉnh", "tỷ lệ hộ cận nghèo"]


def test_half_months_and_sums_since_new_year() -> None:
    found = read_figures(
        report(
            """Đơn vị | Thu thuế (tỷ đồng) | Thu thuế (tỷ đồng) | Thu thuế (tỷ đồng)
            Đơn vị | Kỳ 2/8 | Lũy kế từ 01/01 đến 31/8 | Lũy kế từ 01/01 đến 31/8
            Đơn vị | Kỳ 2/8 | Số thu | % dự toán
            Cửa khẩu Đông Hà | 12,5 | 98,4 | 61,5
            Toàn chi cục | 30,1 | 240,6 | 58,0""",
            header_rows=3,
            title="Báo cáo tháng 8 năm 2023",
        )
    )
    half, whole, done, total = (cell(found, r, c) for r, c in ((3, 1), (3, 2), (3, 3), (4, 2)))
    assert (half.indicator, half.period.kind, half.period.part, half.period.year) == ("thu thuế cửa khẩu Đông Hà", "season", 208, 2023)
    assert (whole.indicator, whole.period.kind, whole.period.part) == ("số thu thuế cửa khẩu Đông Hà", "date", 831)
    assert (done.indicator, done.measure.value, done.base.value) == ("thu thuế cửa khẩu Đông Hà", "completion", "plan")
    assert total.indicator == "số thu thuế"


def test_costs_and_profits_are_no_parts_of_the_income() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | 2021 | 2022
            Tổng thu nhập | 2.235 | 2.493
            Chi phí hoạt động | 847 | 892
            Lợi nhuận thuần | 1.388 | 1.601
            Lãi/(lỗ) từ chứng khoán (*) | (12) | 63""",
            caption="Kết quả kinh doanh (tỷ đồng)",
        )
    )
    assert [cell(found, r, 1).head for r in (2, 3)] == ["kết quả kinh doanh"] * 2
    loss = cell(found, 4, 1)
    assert (loss.indicator, loss.value, loss.text) == ("lãi/(lỗ) từ chứng khoán", Decimal(-12) * 10**9, "(12) tỷ đồng")


def test_a_title_that_lists_its_columns_names_each_once() -> None:
    found = read_figures(
        report(
            """Cấp học | Số lớp (lớp) | Số học sinh (em) | Điểm TB
            Mầm non | 120 | 3.600 | 7,4
            Cộng | 430 | 13.400 | 7,1""",
            caption="Biểu 4. Số lớp, số học sinh và điểm trung bình tại các trường",
        )
    )
    assert [(f.indicator, f.head) for f in found if f.row == 1] == [("số lớp mầm non", "tại các trường"), ("số học sinh mầm non", "tại các trường"), ("điểm trung bình mầm non", "tại các trường")]


def test_the_highest_price_is_no_mean() -> None:
    found = read_figures(
        report(
            """Mặt hàng | Bình quân tháng 8 | Cao nhất trong tháng 8
            Cà phê nhân | 58.200 | 61.000""",
            caption="Giá thu mua bình quân tại chợ (đồng/kg)",
        )
    )
    assert (cell(found, 1, 1).head, cell(found, 1, 2).indicator, cell(found, 1, 2).head) == ("giá thu mua bình quân tại chợ", "cà phê nhân cao nhất", "giá thu mua tại chợ")


def test_rows_are_what_their_column_says() -> None:
    found = read_figures(
        report(
            """Chi nhánh ngân hàng | Dư nợ (tỷ đồng)
            Đông Hà | 1.250
            Hải Lăng | 730
            Toàn hệ thống | 1.980"""
        )
    )
    assert [(f.indicator, f.head) for f in found] == [("dư nợ Đông Hà", "chi nhánh ngân hàng"), ("dư nợ Hải Lăng", "chi nhánh ngân hàng"), ("dư nợ", "")]
