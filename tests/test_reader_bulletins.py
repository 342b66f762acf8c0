"""Bulletins of half a month, school years and lists that a change leads: what times, bases and kinds their figures have."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Base, Direction, Figure, Measure
from report.reader import read_figures

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
