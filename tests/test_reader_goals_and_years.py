"""Goals beside what was reached, rows of years, causes, abbreviations that count: what each figure is."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Base, Figure, Measure, Modality
from report.reader import read_figures


def figure(text: str, printed: str) -> Figure:
    found = [f for f in read_figures(read_text(f"# Báo cáo năm 2023\n\n{text}\n", name="x")) if f.text.startswith(printed)]
    assert found, f"no figure {printed}"
    return found[0]


KINDS = [
    ("Lạm phát cơ bản tăng 2,6%, thấp hơn mục tiêu 4% của cả năm.", "4%", Measure.GROWTH, Base.YEAR, Modality.TARGET, "lạm phát cơ bản"),
    ("Sản lượng điện tăng 7,2%, cao hơn kịch bản tăng trưởng đề ra đầu năm (6,4%).", "6,4%", Measure.GROWTH, Base.YEAR, Modality.TARGET, "sản lượng điện"),
    ("CPI tăng 3,4% so với năm trước, thấp hơn 1,1 điểm phần trăm so với mục tiêu kiểm soát 4,5%.", "4,5%", Measure.GROWTH, Base.YEAR, Modality.TARGET, "CPI"),
    ("Thu nội địa đạt 900 tỷ đồng, vượt kế hoạch 12%.", "12%", Measure.GROWTH, Base.PLAN, Modality.ACTUAL, "thu nội địa"),
    ("Chi cục đã thu hồi 385 tỷ đồng nợ đọng, bằng 81,5% chỉ tiêu Cục giao là 470 tỷ đồng.", "470", Measure.LEVEL, Base.NONE, Modality.TARGET, "thu hồi nợ đọng"),
    ("Giải ngân đạt 612 tỷ đồng, đạt 77,2% nếu so với kế hoạch tỉnh giao.", "77,2%", Measure.COMPLETION, Base.PLAN, Modality.ACTUAL, "giải ngân"),
    ("Khối các phường được giao 915 tỷ đồng song mới tiêu được 426 tỷ đồng.", "426", Measure.LEVEL, Base.NONE, Modality.ACTUAL, "tiêu"),
    ("Tiêm đợt 2: cúm gà 14.600 liều, đạt 82,5% kế hoạch; dại chó 6.800 liều (74,3%).", "74,3%", Measure.COMPLETION, Base.PLAN, Modality.ACTUAL, "dại chó liều"),
    ("Số ca khám tăng 5% khi 100% trạm y tế có bác sĩ.", "100%", Measure.SHARE, Base.NONE, Modality.ACTUAL, "trạm y tế có bác sĩ"),
    ("Giảm 1,2 điểm phần trăm tỷ lệ hộ nghèo; tạo 21.000 việc làm.", "1,2 điểm", Measure.CHANGE, Base.YEAR, Modality.ACTUAL, "tỷ lệ hộ nghèo"),
    ("Tỷ suất sinh 14,8‰, tỷ lệ tăng tự nhiên 8,5‰.", "8,5‰", Measure.LEVEL, Base.NONE, Modality.ACTUAL, "tỷ lệ tăng tự nhiên"),
]


@pytest.mark.parametrize(("text", "printed", "measure", "base", "modality", "name"), KINDS)
def test_goals_and_kinds(text: str, printed: str, measure: Measure, base: Base, modality: Modality, name: str) -> None:
    f = figure(text, printed)
    assert (f.measure, f.base, f.modality, f.indicator) == (measure, base, modality, name)


NAMES = [
    ("Nếu loại tiền bán nhà và xổ số (86 tỷ đồng), thu nội địa chỉ còn 1.259 tỷ đồng.", "1.259", "thu nội địa", ""),
    ("Bà Lê Thị Hoa, Trưởng phòng Thuế, báo cáo tổng nợ là 872 tỷ đồng.", "872", "tổng nợ", ""),
    ("Đường Vành đai 3 dài 17,8 km, đã giải ngân 68 tỷ đồng.", "68 tỷ", "giải ngân", "Đường Vành đai 3"),
    ("Dẫn đầu là Ban Quản lý dự án Giao thông với 95 tỷ đồng, kế đến là Ban Quản lý dự án Dân dụng và Công nghiệp 74 tỷ đồng.", "74", "Ban Quản lý dự án Dân dụng và Công nghiệp", ""),
    ("Vụ Thu: gieo 27.340 ha; năng suất 50,8 tạ/ha, giảm 1,5 tạ/ha vì lũ làm 2.318 ha lúa đổ; sản lượng 138.887 tấn.", "138.887", "sản lượng Vụ Thu", ""),
    ("Tổng đàn: trâu 58.420 con; lợn 412.300 con, trong đó lợn nái 51.860 con; gia cầm 8,92 triệu con.", "8,92", "gia cầm", "tổng đàn"),
    ("Thu hút 18 dự án FDI với 412 triệu USD.", "412", "vốn dự án FDI", ""),
    ("Có 412 hợp tác xã, 268 HTX hoạt động hiệu quả.", "268", "hợp tác xã hoạt động hiệu quả", ""),
    ("**2.1. Giao thông** tăng 3,47%.", "3,47%", "giao thông", ""),
]


@pytest.mark.parametrize(("text", "printed", "name", "head"), NAMES)
def test_names(text: str, printed: str, name: str, head: str) -> None:
    f = figure(text, printed)
    assert (f.indicator, f.head if head else "") == (name, head)


@pytest.mark.parametrize(("printed", "year"), [("3,84%", 2020), ("1,52%", 2021), ("2,67%", 2022)])
def test_values_are_dealt_out_to_the_years_named(printed: str, year: int) -> None:
    f = figure("Các năm 2020, 2021 và 2022, giá điện tăng tương ứng 3,84%, 1,52% và 2,67%.", printed)
    assert f.period.year == year


@pytest.mark.parametrize(("printed", "year"), [("0,28%", 2020), ("0,25%", 2022)])
def test_a_month_of_several_years(printed: str, year: int) -> None:
    f = figure("Riêng tháng Tám các năm 2020, 2021, 2022, CPI lần lượt tăng 0,28%; tăng 0,07%; giảm 0,25%.", printed)
    assert (f.period.kind, f.period.part, f.period.year) == ("month", 8, year)


ANNUAL = """IIP tháng 12 tăng 2,1% so với tháng trước. Tính chung cả năm, IIP tăng 9,4%. Giá trị sản xuất công nghiệp đạt 64.820 tỷ đồng.

CPI tháng 12 tăng 3,15% so với tháng 12/2022, CPI bình quân năm tăng 3,42%. Doanh thu chợ ước 3.394 tỷ đồng.

Kim ngạch xuất khẩu đạt 389 triệu USD. Nhóm hàng chính: điện tử 146 triệu USD, chè 46,3 triệu USD. Thị trường Hoa Kỳ, Hàn Quốc và Nhật Bản lần lượt đạt 136; 109 và 39 triệu USD.

Thu nhập bình quân đạt 7,15 triệu đồng/tháng, tăng 8,5%; nam 7,96 triệu đồng, nữ 6,28 triệu đồng. Đưa 875 lao động đi làm việc ở nước ngoài: Nhật Bản 642 người, Đài Loan 233 người.

Nếu loại tiền sử dụng đất (486 tỷ đồng), thu nội địa chỉ còn 1.259 tỷ đồng.

Vùng thiếu điện trong các tháng 5 và 6; tổng sản lượng 340 tấn, tăng 4,6%; gồm nuôi trồng 175 tấn, khai thác 165 tấn.
"""


@pytest.mark.parametrize(
    ("printed", "text", "name", "head", "kind"),
    [
        ("64.820", "64.820 tỷ đồng", "giá trị sản xuất công nghiệp", "", "year"),
        ("3,42%", "3,42%", "CPI bình quân", "", "year"),
        ("3.394", "3.394 tỷ đồng", "doanh thu chợ", "", "year"),
        ("46,3", "46,3 triệu USD", "chè", "kim ngạch xuất khẩu: nhóm hàng chính", "year"),
        ("109", "109 triệu USD", "thị trường Hàn Quốc", "kim ngạch xuất khẩu", "year"),
        ("6,28", "6,28 triệu đồng", "nữ", "thu nhập bình quân", "year"),
        ("1.259", "1.259 tỷ đồng", "thu nội địa", "loại tiền sử dụng đất", "year"),
        ("486", "486 tỷ đồng", "tiền sử dụng đất", "", "year"),
        ("165", "165 tấn", "khai thác", "tổng sản lượng", "year"),
    ],
)
def test_an_annual_report(printed: str, text: str, name: str, head: str, kind: str) -> None:
    f = figure(ANNUAL, printed)
    assert (f.text, f.indicator, f.head, f.period.kind) == (text, name, head, kind)


def test_members_of_a_list_of_people_are_of_what_was_counted() -> None:
    assert figure(ANNUAL, "233").head.lower() == "đưa lao động đi làm việc ở nước ngoài"


def test_months_named_together_are_no_figures() -> None:
    assert not [f for f in read_figures(read_text(f"# Báo cáo năm 2023\n\n{ANNUAL}", name="x")) if f.text in ("5", "6")]
