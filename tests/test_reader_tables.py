"""How figures are bound in tables: through row and column headers, units, footnotes and subtotals."""

from __future__ import annotations

from decimal import Decimal

from report.model import Block, BlockKind, Cell, Figure, Report, Span, Table
from report.reader import read_figures


def report(rows: str, *, header_rows: int = 1, caption: str = "", note: str = "", title: str = "Báo cáo năm 2024") -> Report:
    """A report that is one table; `note` is the footnote of every header cell that ends with "*"."""
    text, cells = caption + "\n", []
    start = len(text)
    for line in rows.strip().splitlines():
        row = []
        for part in line.split("|"):
            shown = part.strip()
            row.append(Cell(shown.rstrip("*"), Span(len(text), len(text) + len(shown)), ("1",) if shown.endswith("*") else ()))
            text += shown + " | "
        cells.append(tuple(row))
        text += "\n"
    table = Table(tuple(cells), header_rows, Span(start, len(text)), Span(0, len(caption)) if caption else None)
    blocks = [Block(BlockKind.TABLE, table.span, table=0)]
    if note:
        blocks.append(Block(BlockKind.NOTE, Span(len(text), len(text) + len(note)), label="1"))
    return Report("r", title, text + note, blocks=tuple(blocks), tables=(table,))


def cell(found: tuple[Figure, ...], row: int, column: int) -> Figure:
    return next(f for f in found if (f.row, f.column) == (row, column))


def test_plan_and_done_under_merged_headers() -> None:
    r = report(
        """Cây trồng | Diện tích (ha) | Diện tích (ha) | Sản lượng (tấn) | Sản lượng (tấn)
        Cây trồng | Kế hoạch | Thực hiện | Kế hoạch | Thực hiện
        Ngô | 1.150 | 1.204 | 6.210 | 6.694""",
        header_rows=2,
    )
    found = read_figures(r)
    plan, done = cell(found, 2, 1), cell(found, 2, 4)
    assert (plan.indicator, plan.modality.value, plan.text, plan.period.year) == ("diện tích ngô", "target", "1.150 ha", 2024)
    assert (done.indicator, done.modality.value, done.unit, done.value) == ("sản lượng ngô", "actual", "tấn", Decimal(6694))
    assert all(f.span.of(r.text) == f.text.split()[0] for f in found)


def test_unit_column_parts_and_index() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | Đơn vị tính | Năm 2021 | Năm 2022 | 2022/2021 (%) | Kế hoạch 2023
            Đàn bò | nghìn con | 28,9 | 29,8 | 103,2 | 30,5
            Trong đó: bò lai | nghìn con | 19,6 | 21,2 | 95,8 | 22,5"""
        )
    )
    part = cell(found, 2, 3)
    assert (part.indicator, part.head, part.value, part.period.year) == ("bò lai", "đàn bò", Decimal(21200), 2022)
    index = cell(found, 2, 4)
    assert (index.measure.value, index.base.value, index.direction.value, index.text) == ("index", "year", "down", "95,8%")
    assert (cell(found, 1, 5).modality.value, cell(found, 1, 5).period.year) == ("target", 2023)


def test_comparisons_speak_of_the_last_level() -> None:
    found = read_figures(
        report(
            """Sản phẩm | ĐVT | Kế hoạch năm | Thực hiện quý III | Lũy kế 9 tháng | So kế hoạch năm (%) | So cùng kỳ (%)*
            Xi măng | nghìn tấn | 1.050 | 268 | 752 | 71,6 | 97,4
            Điện | triệu kWh | - | 472 | 1.318 | 74,9 | 107,0""",
            caption="Bảng 2. Sản lượng một số sản phẩm",
            note="Lấy cùng kỳ bằng 100.",
        )
    )
    assert (cell(found, 1, 5).measure.value, cell(found, 1, 5).base.value) == ("completion", "plan")
    growth = cell(found, 1, 6)
    assert (growth.measure.value, growth.direction.value, growth.period.kind, growth.period.part) == ("index", "down", "months", 9)
    assert cell(found, 1, 4).head == "sản lượng một số sản phẩm"
    assert not [f for f in found if (f.row, f.column) == (2, 2)]


def test_signed_growth_share_and_total() -> None:
    found = read_figures(
        report(
            """Mặt hàng | Trị giá (triệu USD) | Tỷ trọng (%) | Tăng/giảm so cùng kỳ (%)
            Tổng số | 100,0 | 100,0 | +2,0
            Gỗ | 38,5 | 8,2 | –4,6""",
            caption="Bảng 4. Mặt hàng xuất khẩu 9 tháng năm 2024",
        )
    )
    wood = cell(found, 2, 3)
    assert (wood.indicator, wood.measure.value, wood.direction.value, wood.value) == ("trị giá gỗ", "growth", "down", Decimal("4.6"))
    assert cell(found, 2, 2).measure.value == "share"
    assert "xuất khẩu" in cell(found, 1, 1).indicator


def test_years_as_rows() -> None:
    found = read_figures(
        report(
            """Năm | Xuất khẩu | Nhập khẩu
            2022 | 1.200 | 900
            Ước 2023 | 1.350 | 1.010""",
            caption="Xuất nhập khẩu (đơn vị: triệu USD)",
        )
    )
    last = cell(found, 2, 2)
    assert (last.indicator, last.period.year, last.modality.value, last.value) == ("nhập khẩu", 2023, "estimate", Decimal(1010000000))


def names(found: tuple[Figure, ...], row: int, column: int) -> tuple[str, str, str]:
    f = cell(found, row, column)
    return f.indicator, f.head, f.unit


def test_rows_that_add_up_are_below_their_sum_and_take_its_unit() -> None:
    found = read_figures(
        report(
            """Phân theo ngành đường | Ước tháng 5 | 5 tháng | 5 tháng so với cùng kỳ (%)
            Vận chuyển (nghìn lượt khách) | 620 | 3.010 | 104,2
            Đường bộ | 540 | 2.650 | 105,0
            Đường sông | 80 | 360 | 98,7
            Luân chuyển (nghìn lượt khách.km) | 31.400 | 152.700 | 103,1
            Đường bộ | 30.100 | 146.200 | 103,6
            Đường sông | 1.300 | 6.500 | 93,4""",
            caption="Biểu 4. Vận tải hành khách tháng 5 năm 2024",
        )
    )
    assert names(found, 2, 1) == ("đường bộ", "vận chuyển, vận tải hành khách", "lượt khách")
    assert names(found, 6, 2) == ("đường sông", "luân chuyển, vận tải hành khách", "lượt khách.km")
    assert cell(found, 6, 2).value == Decimal(6500000)


def test_capitals_open_a_group() -> None:
    found = read_figures(
        report(
            """Nhóm hàng | Tháng 4/2024 | So với tháng 3
            XUẤT KHẨU | 1.250 | +3,1
            Máy vi tính và LK | 410 | +6,0
            NHẬP KHẨU | 1.010 | -2,2
            Máy vi tính và LK | 380 | -1,4""",
            caption="Bảng 1. Nhóm hàng chủ yếu (trị giá: triệu USD; tốc độ: %)",
        )
    )
    assert names(found, 2, 1) == ("máy vi tính và linh kiện", "xuất khẩu, nhóm hàng chủ yếu", "USD")
    assert names(found, 4, 1) == ("máy vi tính và linh kiện", "nhập khẩu, nhóm hàng chủ yếu", "USD")
    assert cell(found, 4, 2).base.value == "previous"


def test_what_stands_below_among_alone_ends_with_the_numbering() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | Năm 2023
            TỔNG SỐ | 900
            1. Bán lẻ hàng hóa | 700
            Trong đó: |
            - Lương thực | 300
            2. Dịch vụ khác | 200""",
            caption="Bảng 2. Doanh thu bán lẻ (tỷ đồng)",
        )
    )
    assert names(found, 4, 1)[:2] == ("lương thực", "bán lẻ hàng hóa")
    assert names(found, 5, 1)[:2] == ("dịch vụ khác", "doanh thu bán lẻ")


def test_rows_without_a_mark_inside_a_numbering_belong_to_its_rows() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | Kế hoạch 2024 | Ước 6 tháng
            Tổng sản lượng | 118 | 59
            1. Khai thác | 72 | 37
            Khai thác biển | 70 | 36
            2. Nuôi trồng | 46 | 22
            Tôm nuôi | 11 | 5""",
            caption="Bảng 3. Sản lượng thủy sản (tấn)",
        )
    )
    assert names(found, 3, 1)[1] == "khai thác, sản lượng thủy sản"
    assert names(found, 4, 1)[1] == "sản lượng thủy sản"
    assert names(found, 5, 2)[1] == "nuôi trồng, sản lượng thủy sản"


def test_figures_settle_what_a_bare_rate_is_of() -> None:
    found = read_figures(
        report(
            """Đơn vị | Kế hoạch (tỷ đồng) | Giải ngân (tỷ đồng) | Tỷ lệ (%)
            Sông Trà | 500 | 390 | 78,0
            Bộ Y tế | 489 | 116 | 23,7
            Hòa Lạc | 810 | 401 | 49,5""",
            caption="Giải ngân tại một số đơn vị đến 31/10/2024",
        )
    )
    rate = cell(found, 1, 3)
    assert (rate.indicator, rate.measure.value, rate.base.value) == ("giải ngân Sông Trà", "completion", "plan")
    assert (cell(found, 2, 1).modality.value, cell(found, 2, 1).period.year) == ("target", 2024)


def test_differences_and_growth_told_by_the_figures() -> None:
    found = read_figures(
        report(
            """Mặt hàng | ĐVT | Ngày 15/11/2023 | Ngày 15/12/2023 | Tăng (+), giảm (-)
            Gạo tẻ | đồng/kg | 16.500 | 17.200 | +700
            Cá thu | " | 281.000 | 280.000 | -1.000"""
        )
    )
    change = cell(found, 2, 4)
    assert (change.measure.value, change.unit, change.value, change.direction.value) == ("change", "đồng/kg", Decimal(1000), "down")
    found = read_figures(
        report(
            """Chỉ tiêu | Quý II năm nay | Quý II năm trước | Thay đổi (%)
            Doanh thu | 1.250 | 1.100 | 13,6
            Lợi nhuận | 270 | 300 | (10,0)""",
            title="Kết quả kinh doanh quý II năm 2024",
        )
    )
    assert (cell(found, 1, 2).period.year, cell(found, 1, 3).measure.value, cell(found, 2, 3).direction.value) == (2023, "growth", "down")


def test_parts_among_columns_and_what_names_count() -> None:
    found = read_figures(
        report(
            """Cấp học | Năm học 2023 - 2024 | Năm học 2023 - 2024 | Năm học 2023 - 2024
            Cấp học | Số lớp | Số học sinh | Trong đó: nữ
            Tiểu học | 318 | 9.482 | 4.590
            Tổng cộng | 318 | 9.482 | 4.590""",
            header_rows=2,
            caption="Bảng 1. Quy mô lớp, học sinh (lớp; em)",
        )
    )
    assert names(found, 2, 1) == ("số lớp tiểu học", "quy mô lớp, học sinh", "lớp")
    assert names(found, 2, 3)[0] == "số học sinh nữ tiểu học"
    assert names(found, 3, 2) == ("số học sinh", "", "học sinh")


def test_offices_are_no_units_and_a_title_gives_a_column_its_own() -> None:
    found = read_figures(
        report(
            """Đơn vị | Tổng số hộ | Hộ nghèo cuối kỳ | Hộ phát sinh | Tỷ lệ hộ nghèo
            Xã Nậm Khao | 1.142 | 333 | 11 | 29,16
            Xã Tà Sim | 986 | 289 | 8 | 29,31""",
            caption="Bảng 2. Rà soát hộ nghèo (Đơn vị tính: hộ; riêng cột 4: %)",
        )
    )
    assert names(found, 1, 2) == ("hộ nghèo cuối kỳ Xã Nậm Khao", "rà soát hộ nghèo", "hộ")
    assert names(found, 2, 4)[2] == "%"
    assert cell(found, 2, 3).value == 8


def test_remarks_and_attributes_are_no_figures() -> None:
    found = read_figures(
        report(
            """Dự án | Chủ đầu tư | Kế hoạch vốn 2024 | Tỷ lệ giải ngân (%) | Khó khăn, vướng mắc
            Đường ven biển | Sở GTVT | 820 | 50,0 | Vướng mặt bằng 2,3 km
            Hồ chứa Sông Nhùng | Sở NN | 150 | 64,0 |
            Bệnh viện sản nhi | Ban QLDA | 95 | 13,2 | Điều chỉnh thiết kế lần 2"""
        )
    )
    assert {f.column for f in found} == {2, 3}
    assert cell(found, 1, 3).indicator == "giải ngân đường ven biển"


def test_short_forms_are_read_in_full() -> None:
    found = read_figures(
        report(
            """TT | Chỉ tiêu | ĐVT | KH 2024 | So TH/KH (%)
            1 | Giá trị SX công nghiệp (giá SS 2010) | tỷ đồng | 25.700 | 102,8
            2 | Số DN thành lập mới | DN | 850 | 95,5
            3 | Vận chuyển | Nghìn HK | 62,5 | 101,0"""
        )
    )
    assert cell(found, 1, 3).indicator == "giá trị sản xuất công nghiệp (giá so sánh 2010)"
    assert (cell(found, 2, 3).indicator, cell(found, 2, 3).unit) == ("số doanh nghiệp thành lập mới", "doanh nghiệp")
    assert (cell(found, 3, 3).unit, cell(found, 3, 3).value) == ("hành khách", Decimal(62500))
    assert cell(found, 3, 4).modality.value == "actual"


def test_an_index_table_headed_by_what_it_compares_with() -> None:
    found = read_figures(
        report(
            """Nhóm hàng | Kỳ gốc 2019 | Tháng 12/2022 | Tháng 11/2023
            CHỈ SỐ GIÁ TIÊU DÙNG | 113,42 | 103,58 | 100,12
            1. Thực phẩm | 117,09 | 99,90 | 99,70""",
            caption="Bảng 2. Chỉ số giá tiêu dùng tháng 12 năm 2023 (%)",
        )
    )
    assert [(cell(found, 1, c).measure.value, cell(found, 1, c).base.value) for c in (1, 2, 3)] == [("index", "fixed"), ("index", "year"), ("index", "previous")]
    assert cell(found, 2, 3).direction.value == "down" and cell(found, 2, 3).period.part == 12


def test_titles_among_rows_say_what_is_measured() -> None:
    found = read_figures(
        report(
            """Khu vực | 2022 | 2023
            Giá hiện hành (tỷ đồng) | |
            Tổng số | 67.450 | 74.310
            Dịch vụ | 23.100 | 25.290
            Cơ cấu (%) | |
            Tổng số | 100,0 | 100,0
            Dịch vụ | 34,3 | 34,1""",
            caption="Bảng 2. Tổng sản phẩm trên địa bàn",
        )
    )
    assert names(found, 2, 2) == ("tổng sản phẩm trên địa bàn", "giá hiện hành", "đồng")
    assert (cell(found, 6, 1).measure.value, cell(found, 6, 1).unit, cell(found, 6, 1).indicator) == ("share", "%", "dịch vụ")


def test_parts_repeated_under_each_indicator() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | Đơn vị | Quý I/2024
            Lực lượng lao động | Nghìn người | 327,4
            Thành thị | Nghìn người | 101,0
            Nông thôn | Nghìn người | 226,4
            Tỷ lệ thất nghiệp | % | 2,30
            Thành thị | % | 3,05
            Nông thôn | % | 1,97"""
        )
    )
    assert [cell(found, r, 2).head for r in (2, 6)] == ["lực lượng lao động", "tỷ lệ thất nghiệp"]


def test_a_unit_alone_below_what_it_measures() -> None:
    found = read_figures(
        report(
            """Cây trồng | Diện tích (ha) | Sản lượng | Sản lượng
            Cây trồng | Diện tích (ha) | Tấn | So với năm 2023 (%)
            Chè | 4.120 | 38.214 | 104,2
            Điều | 2.315 | 3.020 | 97,5""",
            header_rows=2,
        )
    )
    assert [(cell(found, 2, c).indicator, cell(found, 2, c).unit, cell(found, 2, c).measure.value) for c in (2, 3)] == [("sản lượng chè", "tấn", "level"), ("sản lượng chè", "%", "index")]


def test_rows_that_only_say_what_they_are_compared_with() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | 2023 | 2024
            Tháng 5 so với tháng trước | 0,01 | -0,05
            Tháng 5 so với tháng 12 năm trước | 0,40 | 1,24
            Bình quân 5 tháng so với cùng kỳ năm trước | 3,55 | 4,03""",
            caption="Bảng 1. Tốc độ tăng CPI tháng 5 và bình quân 5 tháng các năm 2023 - 2024\nĐơn vị tính: %",
            title="Chỉ số giá tiêu dùng tháng 5 năm 2024",
        )
    )
    assert {f.indicator for f in found} == {"tốc độ tăng CPI"}
    assert [(f.base.value, f.direction.value, f.period.kind, f.period.year, f.period.part) for f in found if f.column == 2] == [
        ("previous", "down", "month", 2024, 5), ("december", "up", "month", 2024, 5), ("year", "up", "months", 2024, 5),
    ]  # fmt: skip
    below = read_figures(report("Chỉ tiêu | 2023 | 2024\nThu ngân sách (tỷ đồng) | 120 | 132\nSo với năm trước (%) | 104,0 | 110,0", title="Báo cáo năm 2024"))
    assert cell(below, 2, 2).indicator == "thu ngân sách (tỷ đồng)" or cell(below, 2, 2).indicator == "thu ngân sách"


def test_rows_that_name_what_they_measure_and_compare() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | 2022 | 2023 | 2024
            CPI tháng 6 so với tháng 12 năm trước | 1,21 | 0,67 | 1,40
            CPI tháng 12 so với tháng 12 năm trước | 4,55 | 3,58 | 2,94
            CPI bình quân năm so với năm trước | 3,15 | 3,25 | 3,63
            Giá trị sản xuất so với năm trước | 104,1 | 107,3 | 106,2""",
            caption="Bảng 1. Tốc độ tăng giá giai đoạn 2022 - 2024 (%)",
            title="Tình hình giá năm 2024",
        )
    )
    assert [(f.indicator, f.measure.value, f.base.value, f.period.kind, f.period.year, f.period.part) for f in found if f.column == 2] == [
        ("CPI", "growth", "december", "month", 2023, 6), ("CPI", "growth", "year", "month", 2023, 12), ("CPI bình quân", "growth", "year", "year", 2023, None), ("giá trị sản xuất", "index", "year", "year", 2023, None),
    ]  # fmt: skip


def test_prices_of_what_each_row_counts() -> None:
    rows = "Mặt hàng | ĐVT | Tháng 4 | Tháng 5\nThịt bò loại I | kg | 262.000 | 265.000\nDầu hỏa | lít | 19.310 | 18.940"
    found = read_figures(report(rows, caption="Bảng 3. Giá bán lẻ một số mặt hàng\nĐơn vị tính: đồng", title="Báo cáo giá tháng 5 năm 2024"))
    assert [(f.text, f.unit) for f in found if f.column == 3] == [("265.000 đồng/kg", "đồng/kg"), ("18.940 đồng/lít", "đồng/lít")]
    sold = read_figures(report(rows.replace("262.000", "262").replace("265.000", "265"), caption="Bảng 3. Sản lượng tiêu thụ một số mặt hàng\nĐơn vị tính: đồng", title="Báo cáo tháng 5 năm 2024"))
    assert [f.unit for f in sold if f.column == 3] == ["kg", "lít"]


def test_numbers_with_a_dash_mark_rows() -> None:
    found = read_figures(report("Nhóm hàng | Tháng 5\nI. Hàng ăn | 100,4\nTrong đó: 1- Lương thực | 99,8\n2- Thực phẩm | 100,6\nII. Đồ uống | 100,1", caption="Bảng 1. Chỉ số giá (%)", title="CPI tháng 5 năm 2024"))
    assert [(f.indicator, f.head.partition(",")[0]) for f in found][1:3] == [("lương thực", "hàng ăn"), ("thực phẩm", "hàng ăn")]
    assert read_figures(report("Độ tuổi | Người\n2 - 5 tuổi | 120\n6 - 10 tuổi | 140", title="Báo cáo năm 2024"))[0].indicator.endswith("2 - 5 tuổi")


def test_value_and_change_side_by_side_are_of_one_thing() -> None:
    found = read_figures(
        report(
            """Thị trường | Xuất khẩu | Xuất khẩu | Nhập khẩu | Nhập khẩu
            Thị trường | Trị giá (triệu USD) | So cùng kỳ (%) | Trị giá (triệu USD) | So cùng kỳ (%)
            Hoa Kỳ | 98.614 | 12,9 | 13.237 | 14,6
            ASEAN | 24.847 | 9,7 | 35.563 | 8,4""",
            header_rows=2,
            caption="Bảng 3. Xuất khẩu, nhập khẩu với một số thị trường, 8 tháng/2025",
            title="Xuất nhập khẩu 8 tháng năm 2025",
        )
    )
    assert [(cell(found, 3, c).indicator, cell(found, 3, c).measure.value) for c in (1, 2, 3, 4)] == [
        ("trị giá xuất khẩu ASEAN", "level"), ("trị giá xuất khẩu ASEAN", "growth"), ("trị giá nhập khẩu ASEAN", "level"), ("trị giá nhập khẩu ASEAN", "growth"),
    ]  # fmt: skip


def test_a_price_is_by_what_its_row_counts_where_the_head_says_the_money() -> None:
    found = read_figures(
        report(
            """Mặt hàng | ĐVT | Tháng 4/2025 (đồng) | Tháng 5/2025 (đồng)
            Cà chua | kg | 21.300 | 19.800
            Nước mắm | lít | 62.000 | 62.500""",
            caption="Bảng 3. Giá bán lẻ bình quân tháng một số mặt hàng",
        )
    )
    assert [(f.text, f.period.part) for f in found if f.column == 3] == [("19.800 đồng/kg", 5), ("62.500 đồng/lít", 5)]
    assert cell(found, 1, 3).head.endswith("bình quân tháng một số mặt hàng")  # no January


def test_a_unit_that_a_title_takes_back_for_a_column() -> None:
    for units in ("triệu USD (trừ cột tờ khai)", "triệu USD, trừ cột tờ khai"):
        found = read_figures(
            report(
                """Cửa khẩu | Xuất khẩu | Nhập khẩu | Số tờ khai (tờ khai)
                Bản Pắn | 61,2 | 88,4 | 9.315""",
                caption=f"Bảng 1. Kim ngạch theo cửa khẩu, 8 tháng năm 2025\nĐơn vị tính: {units}",
            )
        )
        assert [cell(found, 1, c).text for c in (1, 2, 3)] == ["61,2 triệu USD", "88,4 triệu USD", "9.315 tờ khai"]


def test_a_title_that_also_says_per_cent_gives_the_amounts_their_unit() -> None:
    for units in ("tỷ đồng; %", "%; tỷ đồng"):
        found = read_figures(
            report(
                """Chỉ tiêu | Dự toán 2024 | Ước 7 tháng | 7 tháng so dự toán (%) | Tỷ trọng
                Thu nội địa | 102.600 | 64.044 | 62,4 | 79,7
                Thu từ dầu thô | 2.400 | 2.087 | 87,0 | 2,6""",
                caption=f"Bảng 1. Thu ngân sách (Đơn vị: {units})",
            )
        )
        assert [cell(found, 1, c).text for c in range(1, 5)] == ["102.600 tỷ đồng", "64.044 tỷ đồng", "62,4%", "79,7%"]


_HALF_MONTH = """Nhóm hàng | Lượng | Trị giá | Tăng/giảm trị giá so với kỳ 1 tháng 5/2025 | Lượng lũy kế | Trị giá lũy kế | Trị giá so với cùng kỳ năm 2024 (%)
        Thép các loại | 41.200 | 512 | -48 | 388.100 | 4.210 | 12,4
        Chè | 3.140 | 51 | 16 | 29.460 | 462 | -3,8"""


def test_a_change_without_per_cent_beside_one_with_it_is_an_amount() -> None:
    found = read_figures(report(_HALF_MONTH, caption="Bảng 2. Một số nhóm hàng xuất khẩu, kỳ 2 tháng 5/2025\nLượng: tấn; trị giá: triệu USD"))
    assert [(f.text, f.measure.value, f.direction.value) for f in found if f.column == 3] == [("-48 triệu USD", "change", "down"), ("16 triệu USD", "change", "up")]
    assert [f.measure.value for f in found if f.column == 6] == ["growth", "growth"]


def test_nothing_falls_by_more_than_all_of_it() -> None:
    for rows, told in (("-214 | 96", "change"), ("-21 | 96", "growth"), ("-21,4 | 9,6", "growth")):
        first, second = rows.split(" | ")
        found = read_figures(
            report(
                f"""Mặt hàng | Trị giá (tỷ đồng) | Trị giá tăng/giảm so với tháng trước
                Gạo | 1.860 | {first}
                Chè | 742 | {second}""",
                caption="Bảng 3. Bán hàng tháng 5/2025",
            )
        )
        assert {f.measure.value for f in found if f.column == 2} == {told}


def test_a_unit_that_a_title_gives_one_row_without_brackets() -> None:
    for units in ("Lượng: tấn, riêng xe máy: chiếc; trị giá: triệu USD", "Lượng: tấn (riêng xe máy: chiếc); trị giá: triệu USD"):
        found = read_figures(
            report(
                """Mặt hàng | Lượng | Trị giá
                Thép | 41.200 | 512
                Xe máy nguyên chiếc | 3.140 | 51""",
                caption=f"Bảng 2. Nhập khẩu tháng 5/2025\n{units}",
            )
        )
        assert [f.text for f in found] == ["41.200 tấn", "512 triệu USD", "3.140 chiếc", "51 triệu USD"]


def test_parts_below_a_rate_of_growth_grow() -> None:
    found = read_figures(
        report(
            """TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2023 | Kế hoạch 2024 | Ước 2024
            1 | Tốc độ tăng giá trị sản xuất | % | 6,1 | 7,0 | 6,8
             | - Thủy sản | % | 3,4 | 3,9 | 3,6
             | - Tỷ lệ cơ giới hóa | % | 81,0 | 84,0 | 85,2
            2 | Doanh thu du lịch | Tỷ đồng | 410 | 500 | 512
             | - Khách sạn | Tỷ đồng | 120 | 130 | 141"""
        )
    )
    assert [(f.measure.value, f.base.value, f.direction.value) for f in found if f.row == 2] == [("growth", "year", "up")] * 3
    assert {f.measure.value for f in found if f.row in (3, 5)} == {"level"}


def test_what_is_compared_may_stand_over_what_it_is_compared_with() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | Đơn vị tính | Năm 2024 | Năm 2024 | So sánh ước TH 2024 với (%) | So sánh ước TH 2024 với (%)
            Chỉ tiêu | Đơn vị tính | Kế hoạch | Ước thực hiện | Thực hiện 2023 | Kế hoạch 2024
            Sản lượng muối | tấn | 900 | 912 | 104,5 | 101,3""",
            header_rows=2,
        )
    )
    year, plan = cell(found, 2, 4), cell(found, 2, 5)
    assert (year.measure.value, year.base.value, year.period.year, year.modality.value) == ("index", "year", 2024, "estimate")
    assert (plan.measure.value, plan.base.value, plan.period.year) == ("completion", "plan", 2024)


def test_which_groups_a_table_of_prices_tells_of_is_no_part_of_their_names() -> None:
    table = """Nhóm hàng | Thành thị | Nông thôn
        Giáo dục | 100,21 | 100,15"""
    for title, head in (("Chỉ số giá một số nhóm hàng chia theo khu vực", "chỉ số giá"), ("Chỉ số giá tiêu dùng các nhóm hàng chính", "chỉ số giá tiêu dùng"), ("Sản lượng một số mặt hàng chủ yếu", "sản lượng một số mặt hàng chủ yếu")):
        assert read_figures(report(table, caption=f"Biểu 2. {title}"))[0].head.lower() == head


def test_offices_that_a_title_sorts_by_are_no_unit_of_it() -> None:
    table = """Đơn vị | Số thu
        Chi cục Kim Sơn | 412"""
    for caption in ("Bảng 2. Thu thuế theo đơn vị quản lý\nĐơn vị tính: tỷ đồng", "Bảng 2. Thu thuế của các đơn vị trực thuộc (ĐVT: tỷ đồng)", "Bảng 2. Thu thuế theo từng đơn vị\n(Đơn vị: tỷ đồng)", "Biểu 2. Thu thuế theo đơn vị\nTỷ đồng"):
        assert [f.text.lower() for f in read_figures(report(table, caption=caption))] == ["412 tỷ đồng"], caption


def test_a_row_of_the_mean_of_months_is_of_those_months() -> None:
    found = read_figures(
        report(
            """Tháng | Năm 2023 so với cùng kỳ | Năm 2024 so với cùng kỳ
            Tháng 1 | 3,46 | 2,67
            Tháng 2 | 2,81 | 3,48
            Bình quân 2 tháng | 3,10 | 3,22""",
            caption="Bảng 2. Tốc độ tăng CPI các tháng (%)",
        )
    )
    assert [(f.period.kind, f.period.year, f.period.part) for f in found if f.row == 3] == [("months", 2023, 2), ("months", 2024, 2)]


def test_totals_beside_their_parts_plans_of_a_season_and_names_beside_no_amounts() -> None:
    split = read_figures(
        report(
            """Đơn vị | Thu 7 tháng | Thu 7 tháng | So với dự toán (%)
            Đơn vị | Tổng số | Trong đó: tiền sử dụng đất | So với dự toán (%)
            Văn phòng Cục Thuế | 711,8 | 222,7 | 64,5
            Huyện Kim Lũ | 401,2 | 198,5 | 74,3""",
            header_rows=2, caption="Thu nội địa 7 tháng theo địa bàn (tỷ đồng)",
        )
    )  # fmt: skip
    assert [cell(split, 3, c).indicator for c in (1, 2, 3)] == ["thu Huyện Kim Lũ", "thu tiền sử dụng đất Huyện Kim Lũ", "thu Huyện Kim Lũ"]
    assert cell(split, 2, 1).indicator == "thu văn phòng Cục Thuế"
    season = read_figures(
        report(
            """Cây trồng | Diện tích (ha) | Diện tích (ha)
            Cây trồng | Kế hoạch vụ | Thực hiện
            Sắn | 12.700 | 12.934""",
            header_rows=2,
        )
    )
    assert (cell(season, 2, 1).indicator, cell(season, 2, 1).modality.value) == ("diện tích sắn", "target")
    rates = read_figures(report("Tháng | CPI so với tháng trước | Lạm phát cơ bản so với tháng trước\nTháng 01/2026 | 0,18 | 0,21\nTháng 02/2026 | 0,95 | 0,48", caption="Tốc độ tăng CPI và lạm phát cơ bản (%)"))
    assert [(cell(rates, 2, c).indicator, cell(rates, 2, c).measure.value) for c in (1, 2)] == [("CPI", "growth"), ("lạm phát cơ bản", "growth")]


def test_a_month_is_what_is_held_against_a_month_in_a_table_on_nine_months() -> None:
    rows = """Nhóm hàng | So với tháng 8/2024 | So với tháng 9/2023 | So với tháng 12/2023 | Bình quân 9 tháng so với cùng kỳ
        Chỉ số giá tiêu dùng | 0,27 | 3,02 | 2,11 | 3,40
        Giao thông | -2,16 | -5,70 | -1,02 | 1,35"""
    found = read_figures(report(rows, caption="Bảng 1. Tốc độ tăng, giảm chỉ số giá tháng 9 và 9 tháng năm 2024 (%)"))
    told = [cell(found, 2, c) for c in range(1, 5)]
    assert [(f.base.value, f.period.kind, f.period.part) for f in told] == [("previous", "month", 9), ("year", "month", 9), ("december", "month", 9), ("year", "months", 9)]
    found = read_figures(report("Mặt hàng | 9 tháng | So với cùng kỳ (%)\nGạo | 512 | 104,1\nCà phê | 88 | 97,0", caption="Xuất khẩu 9 tháng năm 2024 (nghìn tấn)"))
    assert cell(found, 1, 2).period.kind == "months"


def test_a_part_of_the_sum_of_both_ways_is_of_neither_alone() -> None:
    rows = """Chỉ tiêu | Kỳ 1 tháng 5/2024 | Lũy kế đến 15/5/2024
        Chỉ tiêu | Trị giá | Trị giá
        Tổng xuất nhập khẩu | 900 | 8.200
        Trong đó: FDI | 610 | 5.600
        Xuất khẩu | 480 | 4.300
        Trong đó: FDI | 330 | 3.000
        Nhập khẩu | 420 | 3.900
        Trong đó: FDI | 280 | 2.600"""
    found = read_figures(report(rows, header_rows=2, caption="Biểu 1. Trị giá xuất khẩu, nhập khẩu và cán cân thương mại (đơn vị: triệu USD)"))
    assert [names(found, r, 1)[:2] for r in range(2, 8)] == [
        ("trị giá tổng xuất nhập khẩu", ""), ("trị giá FDI", "tổng xuất nhập khẩu"), ("trị giá xuất khẩu", ""), ("trị giá FDI", "xuất khẩu"), ("trị giá nhập khẩu", ""), ("trị giá FDI", "nhập khẩu"),
    ]  # fmt: skip


def test_the_signs_of_a_balance_are_no_change() -> None:
    for head in ("Cán cân (+) xuất siêu (-) nhập siêu", "Xuất siêu (+), nhập siêu (-)", "Cán cân (thặng dư +/thâm hụt -)"):
        found = read_figures(report(f"Thị trường | Xuất khẩu | Nhập khẩu | {head}\nLào | 120 | 80 | 40\nThái Lan | 90 | 210 | -120", caption="Biểu 4. Thị trường năm 2024 (đơn vị: triệu USD)"))
        assert [(f.indicator, f.measure.value, f.value) for f in found if f.column == 3] == [("cán cân Lào", "level", Decimal(40_000_000)), ("cán cân Thái Lan", "level", Decimal(-120_000_000))]
    found = read_figures(report("Nhóm | Tăng (+), giảm (-) so cùng kỳ (%)\nGạo | 4,1\nCà phê | -3,0", caption="Xuất khẩu năm 2024"))
    assert [f.measure.value for f in found] == ["growth", "growth"]


def test_a_rate_of_the_plan_at_another_day_is_one_too() -> None:
    rows = """Đơn vị | Kế hoạch vốn (tỷ đồng) | Giải ngân đến 31/10 (tỷ đồng) | Tỷ lệ đến 31/10 (%) | Tỷ lệ đến 30/9 (%) | Tỷ lệ hộ nghèo (%)
        Huyện Đông | 600 | 468 | 78,0 | 66,4 | 3,1
        Huyện Tây | 400 | 206 | 51,5 | 43,1 | 4,7"""
    found = read_figures(report(rows, caption="Giải ngân vốn đầu tư công (đến 31/10/2024)"))
    told = [cell(found, 1, c) for c in (3, 4, 5)]
    assert [(f.measure.value, f.base.value, f.period.part) for f in told[:2]] == [("completion", "plan", 1031), ("completion", "plan", 930)]
    assert told[0].indicator == told[1].indicator and told[2].measure.value == "level"
