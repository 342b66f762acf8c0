"""Tables in layouts of many registers: budgets, seasons, balance sheets, bulletins, press releases; each mechanism on a short invented table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest import read_text
from report.headers import read
from report.model import Figure, Measure
from report.reader import read_figures
from tests.test_reader_tables import cell, report


def plain(text: str, *, markdown: bool = False) -> tuple[Figure, ...]:
    return tuple(f for f in read_figures(read_text(text, name="thử", markdown=markdown)) if f.table is not None)


def periods(found: tuple[Figure, ...], row: int, *columns: int) -> list[tuple[str, int | None, int | None]]:
    return [(f.period.kind, f.period.year, f.period.part) for c in columns if (f := cell(found, row, c))]


def test_counts_under_a_title_in_money() -> None:
    found = read_figures(
        report(
            """Ngành | Số dự án | Vốn đăng ký | Vốn tăng thêm | Tỷ trọng vốn (%)
            Chế biến | 215 | 3.412,5 | 92,4 | 71,2
            Kho bãi | 12 | 205,3 | 84,3 | 4,3""",
            caption="Bảng 1. Đầu tư nước ngoài 9 tháng năm 2024 (ĐVT: triệu USD)",
        )
    )
    assert [(cell(found, 1, c).unit, cell(found, 1, c).scale, cell(found, 1, c).measure.value) for c in (1, 2, 3, 4)] == [
        ("dự án", 1, "level"), ("USD", Decimal(10) ** 6, "level"), ("USD", Decimal(10) ** 6, "level"), ("%", 1, "share"),
    ]  # fmt: skip
    assert cell(found, 1, 3).indicator == "vốn tăng thêm chế biến"


@pytest.mark.parametrize(("head", "measure"), [("Vốn tăng thêm", "level"), ("Dự phòng giảm giá", "level"), ("Tăng trong kỳ", "level"), ("Tăng/giảm (%)", "growth"), ("Tăng so với cùng kỳ (%)", "growth")])
def test_words_of_growth_that_are_amounts(head: str, measure: str) -> None:
    assert read([head]).measure is Measure(measure)


def test_two_plans_and_how_much_of_each_was_done() -> None:
    found = read_figures(
        report(
            """Nội dung | Dự toán tỉnh giao | Dự toán HĐND huyện quyết định | Quyết toán | So sánh QT/DT (%) | So sánh QT/DT (%)
            Nội dung | Dự toán tỉnh giao | Dự toán HĐND huyện quyết định | Quyết toán | Tỉnh giao | HĐND huyện
            Chi thường xuyên | 470.100 | 478.320 | 476.905 | 101,4 | 99,7""",
            header_rows=2, caption="Biểu 60. Quyết toán chi ngân sách huyện năm 2023 (triệu đồng)",
        )
    )  # fmt: skip
    assert "tỉnh giao" in cell(found, 2, 1).indicator and "HĐND huyện" in cell(found, 2, 2).indicator
    assert [(cell(found, 2, c).measure.value, cell(found, 2, c).modality.value) for c in (1, 3, 4, 5)] == [("level", "target"), ("level", "actual"), ("completion", "actual"), ("completion", "actual")]
    assert "tỉnh" in cell(found, 2, 4).indicator.lower()


def test_next_years_plan_beside_this_years() -> None:
    found = read_figures(
        report(
            """Nội dung | DT 2023 | Ước TH 2023 | DT 2024 | DT 2024/DT 2023 (%)
            Tổng thu | 1.250 | 1.310 | 1.400 | 112,0""",
            caption="Thu ngân sách (tỷ đồng)",
        )
    )
    compared = cell(found, 1, 4)
    assert (compared.measure.value, compared.base.value, compared.modality.value, compared.period.year) == ("index", "year", "target", 2024)


def test_a_part_of_the_plan_is_planned_too() -> None:
    found = read_figures(
        report(
            """Chủ đầu tư | Kế hoạch vốn năm 2024 | Trong đó: vốn NSTW | Giải ngân đến 31/8/2024 | Tỷ lệ (%)
            Sở Giao thông | 305.000 | 150.500 | 205.640 | 67,4
            Ban quản lý | 812.500 | 410.000 | 421.350 | 51,9""",
            caption="Phụ lục: Tiến độ giải ngân theo chủ đầu tư (ĐVT: triệu đồng)",
        )
    )
    assert [(cell(found, 1, c).modality.value, cell(found, 1, c).period.year, cell(found, 1, c).period.kind) for c in (1, 2, 3)] == [("target", 2024, "year"), ("target", 2024, "year"), ("actual", 2024, "date")]
    assert cell(found, 1, 1).indicator.startswith("vốn") and cell(found, 1, 1).head == "tiến độ giải ngân"


def test_a_bare_percent_below_a_programme() -> None:
    found = read_figures(
        report(
            """Huyện | Giảm nghèo (triệu đồng) | Giảm nghèo (triệu đồng) | Giảm nghèo (triệu đồng)
            Huyện | Kế hoạch | Giải ngân | %
            Bắc Hà | 45.200 | 28.610 | 63,3
            Mường Thanh | 38.700 | 20.020 | 51,7""",
            header_rows=2,
        )
    )
    assert (cell(found, 2, 3).measure.value, cell(found, 2, 3).base.value, cell(found, 2, 3).unit) == ("completion", "plan", "%")


def test_short_forms_of_crops_and_of_budgets() -> None:
    crops = read_figures(report("Cây trồng | DT (ha) | NS (tạ/ha) | SL (tấn)\nNgô | 1.315 | 46,1 | 6.062"))
    assert [cell(crops, 1, c).indicator for c in (1, 2, 3)] == ["diện tích ngô", "năng suất ngô", "sản lượng ngô"] and cell(crops, 1, 1).modality.value == "actual"
    budget = read_figures(report("Nội dung | DT 2024 | TH 2024\nThu nội địa | 980 | 1.045", caption="Thu ngân sách (tỷ đồng)"))
    assert cell(budget, 1, 1).modality.value == "target"
    goods = read_figures(report("Mặt hàng | SL (cái) | GT (nghìn đồng)\nGhế | 120 | 9.000"))
    assert [cell(goods, 1, c).indicator for c in (1, 2)] == ["số lượng ghế", "giá trị ghế"]


def test_measures_of_a_crop_in_rows_of_their_own() -> None:
    found = read_figures(
        report(
            """Chỉ tiêu | ĐVT | Thực hiện
            1. Lúa đông xuân – diện tích | ha | 61.874
            Năng suất | tạ/ha | 69,2
            2. Lúa hè thu – diện tích xuống giống | ha | 60.936
            Diện tích đã thu hoạch | ha | 38.517
            Năng suất | tạ/ha | 57,4"""
        )
    )
    assert cell(found, 1, 2).indicator == "diện tích lúa đông xuân"
    assert [cell(found, r, 2).head for r in (2, 4, 5)] == ["lúa đông xuân", "lúa hè thu", "lúa hè thu"]


def test_repeated_names_stay_below_their_title() -> None:
    found = read_figures(
        report(
            """ | 2022 | 2023
            Số lượng (Nghìn con) | |
            Trâu | 23,2 | 22,9
            Trứng (Nghìn quả) | 118.900 | 124.100
            Chỉ số phát triển (Năm trước = 100) - % | |
            Trâu | 96,7 | 98,7"""
        )
    )
    again = cell(found, 5, 2)
    assert (again.measure.value, again.unit, again.scale) == ("index", "%", 1) and "trứng" not in again.head


def test_stocks_at_the_start() -> None:
    found = read_figures(report("TÀI SẢN | Mã số | Thuyết minh | Số cuối năm | Số đầu năm\nTiền | 111 | V.1 | 35.210 | 41.005\nHàng tồn kho | 140 | V.5 | (1.204) | (980)", caption="Bảng cân đối kế toán năm 2023. ĐVT: VND"))
    assert periods(found, 1, 3, 4) == [("year", 2023, None), ("date", 2023, 101)]
    assert cell(found, 1, 4).indicator == "tiền đầu năm" and "V.1" not in cell(found, 1, 4).head and cell(found, 2, 4).value == -980


def test_a_change_of_rates_is_in_points() -> None:
    found = read_figures(
        report(
            """Xã | Hộ nghèo đầu năm | Hộ nghèo đầu năm | Hộ nghèo cuối năm | Hộ nghèo cuối năm | Tăng/giảm so với đầu năm | Tăng/giảm so với đầu năm
            Xã | Số hộ | Tỷ lệ (%) | Số hộ | Tỷ lệ (%) | Số hộ | Tỷ lệ (%)
            Pù Nhi | 402 | 36,38 | 335 | 30,32 | -67 | -6,06
            Tam Chung | 310 | 33,99 | 268 | 29,39 | -42 | -4,60""",
            header_rows=2, title="Hộ nghèo năm 2023",
        )
    )  # fmt: skip
    assert [(cell(found, 2, c).measure.value, cell(found, 2, c).unit) for c in (5, 6)] == [("change", "hộ"), ("change", "điểm phần trăm")]
    assert cell(found, 2, 1).indicator.startswith("số hộ nghèo đầu năm") and cell(found, 2, 1).period.kind == "date"


def test_what_a_comparison_is_seen_from() -> None:
    found = read_figures(
        report("Chỉ tiêu | Tháng 8 | Lũy kế 8 tháng | So với tháng trước (%) | So với cùng kỳ 8 tháng (%)\nSố doanh nghiệp | 215 | 1.620 | 102,4 | 96,8", title="Báo cáo tháng 8 và 8 tháng năm 2024")
    )
    assert periods(found, 1, 3, 4) == [("month", 2024, 8), ("months", 2024, 8)]
    assert [cell(found, 1, c).base.value for c in (3, 4)] == ["previous", "year"]
    shares = read_figures(report("Phân khúc | Cuối năm 2024 | Cuối năm 2024 | Cuối năm 2023 | Tăng (%)\nPhân khúc | Dư nợ | Tỷ trọng (%) | Cuối năm 2023 | Tăng (%)\nCá nhân | 131.954 | 45,6 | 107.932 | 22,3", header_rows=2))
    assert cell(shares, 2, 4).period.year == 2024


def test_terms_of_deposits_are_no_time() -> None:
    found = read_figures(report("Nhóm | 1 tháng | 6 tháng | 12 tháng\nNHTM cổ phần | 3,1 | 4,6 | 5,3", caption="Bảng 3. Lãi suất huy động theo kỳ hạn (%/năm)", title="Báo cáo tháng 8 năm 2024"))
    assert periods(found, 1, 1, 2, 3) == [("month", 2024, 8)] * 3 and "kỳ hạn 6 tháng" in cell(found, 1, 2).indicator


def test_units_listed_by_kind() -> None:
    found = read_figures(report("Đơn vị | Tờ khai | XK | Thu NSNN\nCC HQCK Bãi Nồm | 9.418 | 218,6 | 968,5", caption="Biểu 3. Kết quả quý III/2023\nKim ngạch: triệu USD; thu NSNN: tỷ đồng"))
    assert [(cell(found, 1, c).unit, cell(found, 1, c).scale) for c in (1, 2, 3)] == [("tờ khai", 1), ("USD", Decimal(10) ** 6), ("đồng", Decimal(10) ** 9)]
    assert cell(found, 1, 2).indicator == "kim ngạch xuất khẩu chi cục hải quan cửa khẩu Bãi Nồm"
    wood = read_figures(report("Sản phẩm | 2023\nThóc | 256,2\nGỗ rừng trồng | 637", caption="Biểu 2. Sản lượng (nghìn tấn; riêng gỗ: nghìn m³)"))
    assert [cell(wood, r, 1).unit for r in (1, 2)] == ["tấn", "m3"]
    heads = read_figures(report("Chỉ tiêu (tỷ đồng) | KH 2025 (dự kiến)\nTổng tài sản | 490.000"))
    assert (cell(heads, 1, 1).unit, cell(heads, 1, 1).modality.value) == ("đồng", "target")


def test_the_line_above_a_table_is_its_title() -> None:
    headed = plain("# Lao động quý I/2025\n\n## 4. Thu nhập bình quân tháng\n\n*Đơn vị: triệu đồng*\n\n| | Chung | Nam |\n|---|---|---|\n| Toàn tỉnh | 7,9 | 8,9 |\n| Thành thị | 9,6 | 10,7 |\n", markdown=True)
    assert "thu nhập bình quân tháng" in f"{headed[2].indicator} {headed[2].head}".lower() and headed[2].unit == "đồng"
    told = plain("# Bản tin\n\nGiá một số nông sản tại Đắk Sơn (ĐVT: đồng/kg)\n\n| Mặt hàng | Ngày 15/8/2024 | Ngày 22/8/2024 |\n|---|---|---|\n| Hồ tiêu | 138.000 | 136.500 |\n", markdown=True)
    assert told[0].unit == "đồng/kg" and told[0].head == "giá một số nông sản tại Đắk Sơn"


ALIGNED = """Báo cáo sản xuất công nghiệp tháng 11 năm 2023

Chỉ số sản xuất công nghiệp (%)

                                    Tháng 10     Tháng 11     11 tháng
                                    năm 2023     năm 2023     năm 2023
                                    so với       so với       so với
                                    cùng kỳ      tháng trước  cùng kỳ
                                    năm trước                 năm trước
Khai khoáng                            98,10        99,52        95,33
Chế biến, chế tạo                     107,05       102,61       104,90
Cấp nước, xử lý nước thải và rác thải 101,10       102,02       103,00
"""
SEASONS = """Báo cáo vụ Xuân

Bảng 2: Kết quả sản xuất
                        Vụ Xuân 2023                         Vụ Xuân 2024
Cây trồng       DT(ha)   NS(tạ/ha)   SL(tấn)        DT(ha)   NS(tạ/ha)   SL(tấn)
Lúa              391,0      61,2     2.392,9         386,4      62,8     2.426,6
Ngô               82,1      50,3       413,0          84,6      51,4       434,8
Rau, đậu các loại 61,5     145,2       893,0          65,8     148,0       973,8
"""


def test_headers_stacked_over_aligned_columns() -> None:
    found = plain(ALIGNED)
    first = {f.column: f for f in found if f.indicator.startswith("khai khoáng")}
    assert [(first[c].period.kind, first[c].period.part, first[c].base.value) for c in (1, 2, 3)] == [("month", 10, "year"), ("month", 11, "previous"), ("months", 11, "year")]
    assert [f.text for f in found if "rác thải" in f.indicator] == ["101,10%", "102,02%", "103,00%"]


def test_headers_over_the_middle_of_aligned_columns() -> None:
    found = plain(SEASONS)
    maize = [(f.indicator.split(" Vụ")[0].split(" vụ")[0], f.unit, f.period.year) for f in found if "ngô" in f.indicator]
    assert maize == [("diện tích", "ha", 2023), ("năng suất", "tạ/ha", 2023), ("sản lượng", "tấn", 2023), ("diện tích", "ha", 2024), ("năng suất", "tạ/ha", 2024), ("sản lượng", "tấn", 2024)]
    assert [f.value for f in found if "rau" in f.indicator][:1] == [Decimal("61.5")]


@pytest.mark.parametrize(("above", "unit", "scale"), [("Đơn vị: Tỷ đồng; %", "đồng", 9), ("(Đơn vị tính: triệu đồng)", "đồng", 6), ("Trị giá: Nghìn USD", "USD", 3), ("Số thu theo địa bàn", "", 0)])
def test_a_unit_above_the_title_of_its_table(above: str, unit: str, scale: int) -> None:
    found = plain(f"BÁO CÁO\nThu ngân sách tháng 8 năm 2025\n\nThu đạt khá.\n\n{above}\n\nBảng 1. Thu theo địa bàn\n\n| Địa bàn | Tháng 8 | So cùng kỳ (%) |\n|---|---|---|\n| Huyện Ea Mrô | 12,5 | 104,2 |\n| Huyện Sa Rai | 9,1 | 98,7 |\n", markdown=True)
    assert [(f.unit, f.scale) for f in found if f.column == 1] == [(unit, Decimal(10) ** scale)] * 2
