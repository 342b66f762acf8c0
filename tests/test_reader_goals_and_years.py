"""Goals beside what was reached, rows of years, causes, abbreviations that count: what each figure is."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Base, Figure, Measure, Modality
from report.reader import read_figures
from tests.fake_library import read


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
    ("Tỷ lệ hộ dùng nước sạch ước đạt 96,4%, vượt mục tiêu 95%; riêng miền núi 91,2%.", "95%", Measure.LEVEL, Base.NONE, Modality.TARGET, "tỷ lệ hộ dùng nước sạch"),
    ("Tỷ lệ hộ dùng nước sạch ước đạt 96,4%, vượt mục tiêu 95%; riêng miền núi 91,2%.", "91,2%", Measure.LEVEL, Base.NONE, Modality.ESTIMATE, "miền núi"),
    ("GRDP tăng 8,5%, vượt mục tiêu 8%.", "8%", Measure.GROWTH, Base.YEAR, Modality.TARGET, "GRDP"),
    ("Tỷ lệ che phủ rừng đạt 54,2%, vượt mục tiêu 2%.", "2%", Measure.GROWTH, Base.PLAN, Modality.ACTUAL, "tỷ lệ che phủ rừng"),
    ("Thu nội địa đạt 900 tỷ đồng, tăng 12%, vượt kế hoạch 8%.", "8%", Measure.GROWTH, Base.PLAN, Modality.ACTUAL, "thu nội địa"),
    ("Thời gian cấp phép giảm từ 10 - 12 ngày xuống 5 ngày.", "10 - 12", Measure.LEVEL, Base.NONE, Modality.ACTUAL, "thời gian cấp phép"),
    ("Thời gian cấp phép giảm từ 10 - 12 ngày xuống 5 ngày.", "5 ngày", Measure.LEVEL, Base.NONE, Modality.ACTUAL, "thời gian cấp phép"),
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
    ("Trụ cột vẫn là thu nội địa với mức tăng 13,8%.", "13,8%", "thu nội địa", ""),
    ("Động lực chính tiếp tục là chế biến gỗ, đạt 412 tỷ đồng.", "412", "chế biến gỗ", ""),
    ("Doanh nghiệp nhà nước, doanh nghiệp có vốn đầu tư nước ngoài và hộ kinh doanh lần lượt nộp 168 tỷ đồng, 214 tỷ đồng và 31 tỷ đồng.", "214", "doanh nghiệp có vốn đầu tư nước ngoài", ""),
    ("Thu nội địa đạt 900 tỷ đồng, song tiến độ giữa các huyện không đồng đều: huyện Đông đạt 120 tỷ đồng, huyện Tây đạt 40 tỷ đồng.", "40 tỷ", "huyện Tây", "thu nội địa"),
    ("Đến nay vẫn còn 284 tỷ đồng (2,7% kế hoạch) chưa phân bổ chi tiết.", "284", "chưa phân bổ chi tiết", ""),
    ("Toàn tỉnh có 12 dự án (chiếm 3%) chậm tiến độ.", "12", "dự án chậm tiến độ", ""),
    ("Lối mở Nậm Cát: 183,5 triệu USD, là nơi duy nhất nhập khẩu (106,1 triệu USD) lớn hơn xuất khẩu (77,4 triệu USD).", "106,1", "nhập khẩu", "lối mở Nậm Cát"),
    ("Lối mở Nậm Cát: 183,5 triệu USD, là nơi duy nhất nhập khẩu (106,1 triệu USD) lớn hơn xuất khẩu (77,4 triệu USD).", "77,4", "xuất khẩu", "lối mở Nậm Cát"),
    ("Số sinh viên nữ (1.200 người) nhiều hơn số sinh viên nam (800 người).", "800", "số sinh viên nam", ""),
    ("Vốn thực hiện đạt 2.760 tỷ đồng, tạo việc làm cho 6.340 lao động, trong đó lao động là người địa phương 5.120 người.", "5.120", "lao động người địa phương", "tạo việc làm lao động"),
    ("Khai khoáng đạt 1.158 tỷ đồng, tỷ trọng vì thế giảm từ 18,0% xuống 11,2%.", "11,2%", "khai khoáng", ""),
    ("Tổng số thuế đã miễn, giảm, gia hạn vào khoảng 214 tỷ đồng (miễn, giảm 110 tỷ đồng; gia hạn 104 tỷ đồng).", "110", "miễn, giảm", "tổng số thuế đã miễn, giảm, gia hạn"),
    ("Trái phiếu 10 năm chiếm 68,3% khối lượng.", "68,3%", "trái phiếu 10 năm", "khối lượng"),
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


@pytest.mark.parametrize(("title", "modality"), [("Chi bám dự toán", Modality.ACTUAL), ("Thu vượt kế hoạch năm", Modality.ACTUAL), ("Dự toán năm 2024", Modality.TARGET), ("Một số nhiệm vụ", Modality.TARGET)])
def test_a_title_that_holds_something_to_a_plan_announces_none(title: str, modality: Modality) -> None:
    (f,) = read_figures(read_text(f"# Báo cáo năm 2023\n\n## {title}\n\nKho bạc huy động 287 tỷ đồng trái phiếu.\n", name="x", markdown=True))
    assert f.modality is modality


def test_hours_are_no_day_and_a_sum_of_five_years_is_no_number_of_its_own() -> None:
    found = read_figures(read_text("# Báo cáo giai đoạn 2021 - 2025\n\nThu phí năm 2025 ước 168,9 tỷ đồng (lũy kế 5 năm 614,3 tỷ đồng), thời gian làm thủ tục rút từ 6 - 8 giờ xuống 2 - 3 giờ/xe.\n", name="x"))
    assert [f.text for f in found] == ["168,9 tỷ đồng", "614,3 tỷ đồng", "6 - 8 giờ", "2 - 3 giờ/xe"]
    assert (found[0].period.year, found[1].period.kind, found[1].period.first) == (2025, "range", 2021)
    assert not any(f.period.kind == "date" for f in found)


def test_what_was_put_off_a_year_ago_is_not_the_time_of_what_follows() -> None:
    f = figure("Một phần thu đến từ các khoản được gia hạn năm trước chuyển sang, ông Nam nói, đồng thời cho biết tổng số thuế đã gia hạn đến hết tháng 9 là 214 tỷ đồng.", "214")
    assert (f.period.kind, f.period.part, f.period.year) == ("months", 9, 2023)


@pytest.mark.parametrize(("printed", "year"), [("3.267", 2020), ("31,6%", 2020), ("34,1%", 2015), ("2.953", 2015), ("46,0%", 2015), ("55,0%", 2020)])
def test_a_share_beside_that_of_the_year_before_the_run(printed: str, year: int) -> None:
    text = "Điện đạt 3.267 tỷ đồng, chiếm 31,6% (năm 2015: 34,1%). Chế biến đạt 5.687 tỷ đồng, chiếm 55,0% (năm 2015 là 2.953 tỷ đồng, chiếm 46,0%)."
    found = read_figures(read_text(f"# Kết quả giai đoạn 2016 - 2020\n\n{text}\n", name="x"))
    f = next(f for f in found if f.text.startswith(printed))
    assert (f.period.kind, f.period.year) == ("year", year)


LAID_BEFORE = [
    ("Dự toán năm 2024 sẽ trình HĐND tỉnh tại kỳ họp thứ 12, đầu tháng 12 tới, theo đó tổng thu là 9.300 tỷ đồng, cao hơn 4% so với ước thực hiện năm 2023 (thu nội địa 8.100 tỷ đồng).", "9.300", Modality.TARGET, 2024),
    ("Dự toán năm 2024 sẽ trình HĐND tỉnh tại kỳ họp thứ 12, đầu tháng 12 tới, theo đó tổng thu là 9.300 tỷ đồng, cao hơn 4% so với ước thực hiện năm 2023 (thu nội địa 8.100 tỷ đồng).", "8.100", Modality.TARGET, 2024),
    ("Kế hoạch vốn năm 2024 đã được HĐND tỉnh thông qua tại kỳ họp thứ mười hai, ngày 08/12, trong đó vốn địa phương 3.120 tỷ đồng.", "3.120", Modality.TARGET, 2024),
    ("Báo cáo trình Chính phủ tại hội nghị tháng 12, theo đó thu nội địa đạt 4.700 tỷ đồng.", "4.700", Modality.ACTUAL, 2023),
    ("Thu nội địa đạt 9.100 tỷ đồng, tăng 4% so với ước thực hiện năm 2022 (8.750 tỷ đồng).", "8.750", Modality.ESTIMATE, 2022),
]


@pytest.mark.parametrize(("text", "printed", "modality", "year"), LAID_BEFORE)
def test_a_plan_that_is_laid_before_a_meeting_is_its_years(text: str, printed: str, modality: Modality, year: int) -> None:
    f = figure(text, printed)
    assert (f.modality, f.period.kind, f.period.year) == (modality, "year", year)


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (
            "Giá trị sản xuất năm 2020 đạt 8.146 tỷ đồng. Diễn biến không đều: từ mức tăng 10,2% của năm 2016, tốc độ lên 11,5% năm 2017 và đạt đỉnh 13,5% năm 2018 nhờ nhà máy mới, sau đó hạ nhiệt còn 11,0% năm 2019 và chỉ còn 5,9% trong năm 2020.",
            "giá trị sản xuất", [(2016, "10,2%"), (2017, "11,5%"), (2018, "13,5%"), (2019, "11,0%"), (2020, "5,9%")],
        ),
        ("Giá trị sản xuất năm 2020 đạt 8.146 tỷ đồng. Tốc độ tăng không đều giữa các năm: từ 2018 đến 2020 lần lượt là 14,9%; 13,6% và 5,8%.", "giá trị sản xuất", [(2018, "14,9%"), (2019, "13,6%"), (2020, "5,8%")]),
        ("Doanh thu bán lẻ năm 2020 đạt 1.200 tỷ đồng. Tốc độ tăng năm 2018 là 12%, năm 2019 còn 10,5% và năm 2020 chỉ còn 3,2%.", "doanh thu bán lẻ", [(2018, "12%"), (2019, "10,5%"), (2020, "3,2%")]),
        ("Giá trị xây dựng năm 2020 đạt 900 tỷ đồng. Đà tăng không đều: năm 2018 tăng 6,2%, năm 2019 bật lên 10,8%, sang năm 2020 chỉ còn 6,6%.", "giá trị xây dựng", [(2018, "6,2%"), (2019, "10,8%"), (2020, "6,6%")]),
        ("GRDP tăng trưởng khá qua các năm: năm 2018 đạt 8,1%, năm 2019 đạt 8,4%, riêng năm 2020 chỉ đạt 2,3%.", "GRDP", [(2018, "8,1%"), (2019, "8,4%"), (2020, "2,3%")]),
    ],
)
def test_the_course_of_a_growth(text: str, name: str, told: list[tuple[int, str]]) -> None:
    found = [f for f in read(text, "Báo cáo tổng kết giai đoạn 2016-2020") if f.unit == "%"]
    assert [(f.period.year, f.text) for f in found] == told and {(f.indicator, f.measure, f.base) for f in found} == {(name, Measure.GROWTH, Base.YEAR)}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Tỷ lệ hộ nghèo giảm đều: từ 2018 đến 2020 lần lượt là 7,3%; 5,9% và 4,1%.", "5,9%"),
        ("Nuôi trồng tăng trưởng 8% năm 2018; tỷ lệ sống năm 2019 còn 72%, năm 2020 đạt 75%.", "75%"),
        ("Xuất khẩu tăng trưởng 8% năm 2019, tỷ trọng hàng chế biến năm 2020 còn 40%.", "40%"),
    ],
)
def test_rates_beside_a_growth_are_none(text: str, printed: str) -> None:
    assert next(f for f in read(text, "Báo cáo tổng kết giai đoạn 2016-2020") if f.text == printed).measure is (Measure.SHARE if "tỷ trọng" in text else Measure.LEVEL)
