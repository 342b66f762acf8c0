"""Bulletins of half a month, school years and lists that a change leads: what times, bases and kinds their figures have."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Base, Direction, Figure, Measure
from report.reader import read_figures
from tests.fake_library import shelf_of

BULLETIN = """# XUẤT NHẬP KHẨU QUA CỬA KHẨU TÂN BIÊN KỲ 1 THÁNG 9 NĂM 2024

Xuất khẩu kỳ 1 tháng 9/2024 đạt 41,6 triệu USD, giảm 6,2% (tương ứng giảm 2,7 triệu USD) so với kỳ 2 tháng 8/2024 (từ ngày 16/8 đến ngày 31/8/2024), nhưng cao hơn 11,4% so với kỳ 1 tháng 9/2023.

Kết quả trên đã đưa tổng kim ngạch hai chiều đến hết ngày 15/9/2024 lên 1.204 triệu USD. Trong đó, hàng tạm nhập tái xuất 318 triệu USD, tăng 9,9%.

Nhập khẩu của nhà máy giấy trong kỳ đạt 3,4 triệu USD, giảm 7,1% so với kỳ 2 tháng 8; lũy kế 58,3 triệu USD, tăng 12,5%.

**Bảng 1: Xuất khẩu một số mặt hàng kỳ 1 tháng 9 và lũy kế đến 15/9/2024** *(trị giá: nghìn USD)*

| Mặt hàng | ĐVT lượng | Lượng kỳ 1/T9 | Trị giá kỳ 1/T9 | Lượng lũy kế | Trị giá lũy kế | Trị giá kỳ 2/T8-2024 |
|---|:-:|---:|---:|---:|---:|---:|
| Sắn lát | tấn | 812,4 | 244 | 9.310,5 | 2.781 | 251 |
| Tinh dầu | kg | 1.204 | 96 | 14.380 | 1.127 | 88 |
"""


def figure(text: str, printed: str, name: str = "x") -> Figure:
    found = [f for f in read_figures(read_text(text, name=name)) if f.text.startswith(printed)]
    assert found, f"no figure {printed}"
    return found[0]


@pytest.mark.parametrize(
    ("printed", "kind", "part", "base"),
    [
        ("6,2%", "season", 109, Base.PREVIOUS),
        ("2,7 triệu", "season", 109, Base.PREVIOUS),
        ("11,4%", "season", 109, Base.YEAR),
        ("1.204 triệu", "date", 915, Base.NONE),
        ("318 triệu", "date", 915, Base.NONE),
        ("3,4 triệu", "season", 109, Base.NONE),
        ("58,3 triệu", "date", 915, Base.NONE),
        ("12,5%", "date", 915, Base.YEAR),
        ("812,4", "season", 109, Base.NONE),
        ("244", "season", 109, Base.NONE),
        ("9.310,5", "date", 915, Base.NONE),
        ("2.781", "date", 915, Base.NONE),
        ("251", "season", 208, Base.NONE),
    ],
)
def test_a_bulletin_of_half_a_month(printed: str, kind: str, part: int, base: Base) -> None:
    f = figure(BULLETIN, printed)
    assert (f.period.kind, f.period.part, f.period.year, f.base) == (kind, part, 2024, base)


def test_what_raises_a_sum_does_not_name_it_and_a_unit_of_quantities_is_no_unit_of_values() -> None:
    assert figure(BULLETIN, "1.204").indicator == "tổng kim ngạch hai chiều"
    assert (figure(BULLETIN, "812,4").unit, figure(BULLETIN, "244").text) == ("tấn", "244 nghìn USD")


YEARBOOK = """# Niên giám huyện Bình Hòa 2022

**Biểu 3. Lớp học và học sinh theo cấp**

| | Năm học | | |
|:--|--:|--:|--:|
| Chỉ tiêu | 2019-2020 | 2020-2021 | 2021-2022 |
| **Số lớp (lớp)** | **402** | **398** | **391** |
| Mầm non | 120 | 118 | 117 |
| Tiểu học | 282 | 280 | 274 |

**Biểu 4. Dân số trung bình**

*Đơn vị tính: Người*

| Năm | Tổng số | Phân theo giới tính | | Phân theo thành thị, nông thôn | |
|---|---:|---:|---:|---:|---:|
| | | Nam | Nữ | Thành thị | Nông thôn |
| 2021 | 50.120 | 24.870 | 25.250 | 9.410 | 40.710 |
| 2022 | 50.480 | 25.040 | 25.440 | 9.630 | 40.850 |

**Biểu 5. Cơ sở sản xuất, lao động và doanh thu của làng nghề**

*Đơn vị tính: số cơ sở - cơ sở; lao động - người; doanh thu - tỷ đồng*

| Làng nghề | Số cơ sở | | Lao động | | Doanh thu | |
|:--|--:|--:|--:|--:|--:|--:|
| | 2021 | 2022 | 2021 | 2022 | 2021 | 2022 |
| Mộc Đông Kha | 61 | 64 | 402 | 437 | 88,4 | 97,2 |
| Gốm Bãi Sứ | 38 | 35 | 291 | 276 | 41,7 | 40,3 |
"""


@pytest.mark.parametrize(
    ("printed", "name", "first", "year"),
    [("282", "tiểu học", 2019, 2020), ("274", "tiểu học", 2021, 2022), ("391", "số lớp", 2021, 2022)],
)
def test_school_years_below_an_empty_corner_are_a_header(printed: str, name: str, first: int, year: int) -> None:
    f = figure(YEARBOOK, printed)
    assert (f.indicator, f.period.first, f.period.year) == (name, first, year)


@pytest.mark.parametrize(("printed", "name"), [("9.630", "thành thị"), ("40.850", "nông thôn"), ("25.440", "nữ")])
def test_how_columns_are_told_apart_is_no_part_of_their_names(printed: str, name: str) -> None:
    assert figure(YEARBOOK, printed).indicator.lower() == name


@pytest.mark.parametrize(("printed", "text"), [("437", "437 người"), ("97,2", "97,2 tỷ đồng"), ("35", "35 cơ sở")])
def test_a_title_gives_each_kind_of_column_its_unit_behind_a_dash(printed: str, text: str) -> None:
    assert figure(YEARBOOK, printed).text == text


LED = [
    ("Xuất khẩu tháng 5 đạt 88 triệu USD. Tăng mạnh nhất là thép (12%) và gạo (8%).", "12%", Measure.GROWTH, Direction.UP, "thép"),
    ("Xuất khẩu tháng 5 đạt 88 triệu USD. Tăng mạnh nhất là thép (12%) và gạo (8%).", "8%", Measure.GROWTH, Direction.UP, "gạo"),
    ("Xuất khẩu tháng 5 đạt 88 triệu USD. Giảm nhiều nhất là sắt (6,5 triệu USD) và chè (3,9 triệu USD).", "3,9", Measure.CHANGE, Direction.DOWN, "chè"),
    ("Thu nội địa đạt 900 tỷ đồng. Trong đó, các khoản thu tăng cao nhất gồm: lệ phí trước bạ 14%, phí môi trường 9%.", "9%", Measure.GROWTH, Direction.UP, "phí môi trường"),
    ("Doanh số tháng 5 đạt 80 tỷ đồng. Tăng mạnh nhất là xe máy đạt 12 tỷ đồng, tăng 18%.", "12 tỷ", Measure.LEVEL, Direction.NONE, "xe máy"),
    ("Chỉ số sản xuất tăng 5%. Giảm mạnh nhất là ngành may, giảm 11%; ngành da giảm 4%.", "4%", Measure.GROWTH, Direction.DOWN, "ngành da"),
    ("Phí qua cảng đạt 120 tỷ đồng. Cao nhất là bến Tây (70 tỷ đồng).", "70 tỷ", Measure.LEVEL, Direction.NONE, "bến Tây"),
    ("Nhóm máy vi tính tăng 13,1 triệu USD (+34,4%).", "+34,4%", Measure.GROWTH, Direction.UP, "nhóm máy vi tính"),
]


@pytest.mark.parametrize(("text", "printed", "measure", "direction", "name"), LED)
def test_a_change_leads_a_list(text: str, printed: str, measure: Measure, direction: Direction, name: str) -> None:
    f = figure(f"# Báo cáo tháng 5 năm 2024\n\n{text}\n", printed)
    assert (f.measure, f.direction, f.indicator) == (measure, direction, name)


PRICES = """# Giá cả tháng 5 năm 2024 của thị xã Đông Mai

CPI tháng 5/2024 tăng 0,36% so với tháng 4. Tính bình quân 5 tháng, CPI tăng 3,87% so với cùng kỳ năm 2023.

So với tháng 12 năm ngoái, mặt bằng giá đã cao hơn 1,94%; còn nếu đặt cạnh tháng 5/2023 thì mức tăng là 4,12%. Các phường tăng 0,38% trong tháng, trong khi các xã chỉ tăng 0,29%.

Dẫn đầu là giao thông với mức tăng 1,24%. Xếp thứ hai là nhà ở, điện, nước, chất đốt và vật liệu xây dựng, tăng 0,92%.

Giá gas bình 12 kg lên 452.000 đồng, đắt thêm 6.000 đồng so với tháng 4. Tôm loại 50 con 178.000 đồng/kg.

So với tháng 5/2023, nhóm y tế tăng mạnh nhất, 8,63%, tiếp đến là giáo dục 7,45% và nhà ở 5,31%.

Đội kiểm tra 43 cuộc, gồm 27 cuộc tại trụ sở cơ quan và 16 cuộc tại trụ sở người bán. Lượt xe qua trạm tháng 5 là 21.480 lượt, lũy kế 98.735 lượt.

Doanh số chợ tháng 5/2024 đạt 337,4 triệu đồng, tăng 3,8% so với tháng 4 và tăng 2,6% so với tháng 5/2023. Cụ thể, chợ Đông 150,8 triệu đồng, lần lượt tăng 3,2% và 8,7%.
"""


@pytest.mark.parametrize(
    ("printed", "measure", "base", "name"),
    [
        ("4,12%", Measure.GROWTH, Base.YEAR, "mặt bằng giá"),
        ("0,38%", Measure.GROWTH, Base.PREVIOUS, "các phường"),
        ("1,24%", Measure.GROWTH, Base.PREVIOUS, "giao thông"),
        ("0,92%", Measure.GROWTH, Base.PREVIOUS, "nhà ở, điện, nước, chất đốt và vật liệu xây dựng"),
        ("6.000", Measure.CHANGE, Base.PREVIOUS, "giá gas bình 12 kg"),
        ("7,45%", Measure.GROWTH, Base.YEAR, "giáo dục"),
        ("27 cuộc", Measure.LEVEL, Base.NONE, "cuộc tại trụ sở cơ quan"),
        ("98.735", Measure.LEVEL, Base.NONE, "lượt xe qua trạm"),
        ("3,2%", Measure.GROWTH, Base.PREVIOUS, "chợ Đông"),
        ("8,7%", Measure.GROWTH, Base.YEAR, "chợ Đông"),
    ],
)
def test_what_the_changes_of_a_month_are_measured_from(printed: str, measure: Measure, base: Base, name: str) -> None:
    f = figure(PRICES, printed)
    assert (f.measure, f.base, f.indicator) == (measure, base, name)


def test_what_was_reached_in_a_time_is_compared_with() -> None:
    f = figure("# Bản tin kỳ 1 tháng 6 năm 2024\n\nTổng trị giá kỳ 1 tháng 6/2024 đạt 40,2 triệu USD, giảm 6,9% (tương ứng giảm 3 triệu USD) so với kết quả thực hiện trong kỳ 2 tháng 5/2024.\n", "6,9%")
    assert (f.base, f.period.part) == (Base.PREVIOUS, 106)


def test_a_size_is_no_figure() -> None:
    assert not [f for f in read_figures(read_text(PRICES, name="x")) if f.text in ("12 kg", "50 con")]


def test_a_headline_names_no_trade_of_what_stands_below() -> None:
    shelf = shelf_of("tin.md", "# Bản tin tháng 10 năm 2024\n\n## Kim ngạch tăng, nhập khẩu hụt so với năm trước\n\nCó 742 doanh nghiệp làm thủ tục.\n\n## Nhập khẩu\n\nHàng dệt đạt 12 triệu USD.\n")
    heads = {f.text: f.head for _, f in shelf.figures()}
    assert heads == {"742 doanh nghiệp": "", "12 triệu USD": "nhập khẩu"}


@pytest.mark.parametrize(("title", "modality"), [("Bảng 1. Chỉ số giá tiêu dùng tháng 10 năm 2024", "actual"), ("Bảng 1. Kịch bản chỉ số giá tiêu dùng tháng 10 năm 2024", "target"), ("Bảng 1. Chỉ số giá tiêu dùng tháng 11 năm 2024", "target")])
def test_the_last_table_of_a_bulletin_is_no_forecast(title: str, modality: str) -> None:
    table = f"{title}\nĐơn vị tính: %\n\n| Nhóm | So với tháng trước |\n| --- | --- |\n| Giao thông | 100,98 |\n| Giáo dục | 100,39 |\n"
    text = f"# Báo cáo giá tiêu dùng tháng 10 năm 2024\n\n## I. CPI\n\nCPI tháng 10 tăng 0,4% so với tháng trước.\n\n## II. Dự báo\n\nCPI tháng tới có thể tăng nhẹ.\n\n{table}"
    assert [f.modality.value for f in read_figures(read_text(text, name="r", markdown=True)) if f.table is not None] == [modality] * 2
