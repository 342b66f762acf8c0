"""Tables whose heads, names and titles are torn: names over two lines, "So với" in the stub, tables that go on, sums and rows beside the numbering."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.headers import read
from report.model import Figure, Report
from report.phrases import scope_of
from report.reader import read_figures
from report.rows import name_of
from tests.test_reader_tables import cell, report

_RULE = "-" * 78


def _plain(text: str) -> tuple[Report, list[Figure]]:
    found = read_text(text, name="thử", markdown=False)
    return found, [f for f in read_figures(found) if f.table is not None]


def _names(figures: list[Figure]) -> list[str]:
    return list(dict.fromkeys(f.indicator for f in figures))


def _list(*rows: str) -> list[str]:
    _, figures = _plain("\n".join(["Bảng 1. Lượng hàng qua cảng 6 tháng năm 2025", "Đơn vị: tấn", _RULE, "Mặt hàng                                    Tháng 6      6 tháng", _RULE, *rows, _RULE]))
    return _names(figures)


def test_a_name_that_goes_on_below_its_figures() -> None:
    rows = [
        "Thiết bị, dụng cụ cơ khí                      1.204        7.318",
        "  và phụ tùng kèm theo",
        "Than các loại                                   310        2.045",
        "Vải, sợi và nguyên liệu                         118          702",
        "  (kể cả hàng gia công)",
    ]
    assert _list(*rows) == ["thiết bị, dụng cụ cơ khí và phụ tùng kèm theo", "than các loại", "vải, sợi và nguyên liệu (kể cả hàng gia công)"]


def test_a_name_that_begins_above_its_figures() -> None:
    rows = [
        "Than các loại                                   310        2.045",
        "Thiết bị, dụng cụ cơ khí,",
        "  phụ tùng kèm theo                           1.204        7.318",
        "Quặng                                           118          702",
    ]
    assert _list(*rows) == ["than các loại", "thiết bị, dụng cụ cơ khí, phụ tùng kèm theo", "quặng"]


def test_lines_that_are_titles_and_no_parts_of_names() -> None:
    rows = [
        "Tổng lượng hàng                               9.000       61.000",
        "Cây lương thực",
        "  lúa                                         1.204        7.318",
        "  ngô                                           310        2.045",
        "Trong đó:",
        "  sắn                                           118          702",
    ]
    names = _list(*rows)
    assert [n.split()[-1] for n in names] == ["hàng", "lúa", "ngô", "sắn"]


def test_the_last_name_that_goes_on() -> None:
    rows = ["Than các loại                                   310        2.045", "Quặng                                           118          702", "Thiết bị, dụng cụ cơ khí                      1.204        7.318", "  và phụ tùng kèm theo"]
    assert _list(*rows)[-1] == "thiết bị, dụng cụ cơ khí và phụ tùng kèm theo"


def test_a_time_over_two_columns_is_not_cut_where_one_ends() -> None:
    _, figures = _plain(
        f"""Bảng 1. Xuất khẩu theo khu vực
                                                            Đơn vị: Triệu USD
{_RULE}
                               Kỳ 1 tháng 5/2025        Lũy kế đến 15/5/2025
Chỉ tiêu                     Trị giá  So kỳ 2/4      Trị giá   So cùng kỳ
                                            (%)                       (%)
{_RULE}
I. Xuất khẩu                   8.204       -3,1      101.764         14,3
  - Khu vực ngoài nước         5.397       -2,9       71.506         17,9
  - Khu vực trong nước         2.807       -3,5       30.258          4,8
{_RULE}"""
    )
    by = {(f.row, f.column): f for f in figures}
    first = min(f.row or 0 for f in figures)
    seen = [(f.period.kind, f.period.part, f.measure.value, f.base.value) for c in (1, 2, 3, 4) if (f := by[first, c])]
    assert seen == [("season", 105, "level", ""), ("season", 105, "growth", "previous"), ("date", 515, "level", ""), ("date", 515, "growth", "year")]


_REGIONS = """ | Thành thị | Thành thị | Nông thôn | Nông thôn
            {stub} | T5/2025 | T6/2024 | T5/2025 | T6/2024
            CPI chung | 0,31 | 2,87 | 0,22 | 3,29
            Giao thông | -0,35 | -3,26 | -0,29 | -2,98"""


@pytest.mark.parametrize("stub", ["So với", "**So với**", "So sánh với", "So với (%)"])
def test_columns_compared_by_the_stub(stub: str) -> None:
    found = read_figures(report(_REGIONS.format(stub=stub), header_rows=2, caption="Bảng 2. Tốc độ tăng, giảm CPI tháng 6/2025 theo khu vực (Đơn vị tính: %)"))
    for column, base in ((1, "previous"), (2, "year"), (3, "previous"), (4, "year")):
        f = cell(found, 3, column)
        assert (f.measure.value, f.base.value, f.period.kind, f.period.year, f.period.part) == ("growth", base, "month", 2025, 6)
    assert cell(found, 2, 1).indicator == "CPI chung thành thị"


def test_a_stub_that_names_rows_compares_nothing() -> None:
    found = read_figures(report("Chỉ tiêu | T5/2025 | T6/2025\n            Sản lượng điện | 310 | 322", caption="Bảng 2. Sản lượng điện (triệu kWh)"))
    assert [(cell(found, 1, c).measure.value, cell(found, 1, c).period.part) for c in (1, 2)] == [("level", 5), ("level", 6)]


@pytest.mark.parametrize("title", ["Bảng 2 (tiếp theo)", "Bảng 2. (tiếp)", "Bảng 2. Hàng qua cảng (tiếp theo)", "Tiếp theo bảng 2"])
def test_a_table_that_goes_on(title: str) -> None:
    head = f"{_RULE}\nMặt hàng                         Lượng      Trị giá\n{_RULE}"
    text = f"""Bảng 2. Hàng qua cảng 6 tháng năm 2025
Đơn vị: Lượng: nghìn tấn; Trị giá: Triệu USD
{head}
Than các loại                    310,2        2.045
Quặng                            118,4          702
Gỗ tròn                           12,4           75
{_RULE}

Lượng hàng qua cảng tăng đều qua các tháng.

{title}
{head}
Sắt thép                         562,8          437
Phân bón                          48,2          298
Xi măng                           92,1          120
{_RULE}"""
    found, figures = _plain(text)
    assert len(found.tables) == 2
    assert {(f.unit, f.scale) for f in figures if f.table == 1} == {("tấn", 1000), ("USD", 10**6)}


@pytest.mark.parametrize(
    ("parts", "measure", "base", "modality"),
    [
        (["So sánh lũy kế 8 tháng (%)", "So dự toán"], "completion", "plan", None),
        (["So sánh 8 tháng (%)", "Dự toán"], "completion", "plan", None),
        (["So sánh (%)", "Dự toán"], "completion", "plan", None),
        (["Giải ngân lũy kế (tỷ đồng)", "Đến 31/7"], "level", "", "actual"),
        (["Đã giải ngân"], "level", "", "actual"),
        (["Kế hoạch giải ngân"], "level", "", "target"),
        (["Dự kiến giải ngân tháng 9"], "level", "", "forecast"),
        (["Ước giải ngân đến 31/8"], "level", "", "estimate"),
    ],
)
def test_what_a_head_says_is_done(parts: list[str], measure: str, base: str, modality: str | None) -> None:
    found = read(parts)
    assert (found.measure.value, found.base.value, found.modality and found.modality.value) == (measure, base, modality)


def test_what_is_held_against_last_year_below_a_time() -> None:
    found = read(["So sánh lũy kế 8 tháng (%)", "Cùng kỳ"])
    assert (found.base.value, found.period.kind, found.period.part) == ("year", "months", 8)


def test_what_was_paid_out_of_a_plan() -> None:
    found = read_figures(
        report(
            """Đơn vị | Kế hoạch tỉnh giao | Giải ngân lũy kế | Giải ngân lũy kế
            Đơn vị | Kế hoạch tỉnh giao | Đến 30/4 | Đến 31/5
            Tổng số | 900 | 210 | 305
            Sở Y tế | 214 | 57 | 61""",
            header_rows=2, caption="Bảng 3. Giải ngân kế hoạch vốn năm 2025 theo chủ đầu tư (tỷ đồng)",
        )
    )  # fmt: skip
    assert [cell(found, 3, c).modality.value for c in (1, 2, 3)] == ["target", "actual", "actual"]
    assert "chủ đầu tư" not in cell(found, 2, 2).indicator


def test_a_row_that_leaves_something_out_heads_no_rows() -> None:
    found = read_figures(
        report(
            """Nội dung | Dự toán | Thực hiện
            I. Thu nội địa | 900 | 610
            Thu nội địa không kể tiền SDĐ | 700 | 510
            1. Thuế bảo vệ môi trường | 500 | 350
            2. Tiền sử dụng đất | 200 | 100
            3. Lệ phí trước bạ | 200 | 160""",
            caption="Bảng 1. Thu ngân sách 5 tháng năm 2025 (tỷ đồng)",
        )
    )
    assert cell(found, 2, 1).indicator == "thu nội địa không kể tiền sử dụng đất"
    assert all("không kể" not in cell(found, r, 2).head and "thu nội địa" in cell(found, r, 2).head for r in (3, 4, 5))


def test_rows_deep_under_a_way_of_trade_are_told_by_it() -> None:
    found = read_figures(
        report(
            """Mặt hàng | Tháng 5 | 5 tháng
            A. XUẤT KHẨU | 900 | 4.610
            1. Nông sản | 300 | 1.510
            Gạo | 200 | 1.010
            Chè | 100 | 500
            B. NHẬP KHẨU | 700 | 3.900
            1. Máy móc | 500 | 2.350
            Máy in | 200 | 1.000
            Máy bơm | 300 | 1.350""",
            caption="Bảng 1. Hàng hóa xuất khẩu, nhập khẩu 5 tháng năm 2025 (triệu USD)",
        )
    )
    assert "xuất khẩu" in cell(found, 3, 1).head and "nhập khẩu" not in cell(found, 3, 1).head
    assert "nhập khẩu" in cell(found, 7, 1).head and "xuất khẩu" not in cell(found, 7, 1).head


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("TỔNG CHI NSĐP (A+B)", "tổng chi ngân sách địa phương"),
        ("Cán cân thương mại (I-II)", "cán cân thương mại"),
        ("Chênh lệch (3=1-2)", "chênh lệch"),
        ("Tổng thu [1+2+3]", "tổng thu"),
        ("Cộng 6 thị trường", "cộng 6 thị trường"),
        ("Lao động (15-24)", "lao động (15-24)"),
        ("Cộng đồng doanh nghiệp", "cộng đồng doanh nghiệp"),
        ("EU (27 nước)", "EU (27 nước)"),
    ],
)
def test_names_without_how_a_row_was_made(label: str, name: str) -> None:
    assert name_of(label) == name


def test_parts_of_a_head_are_written_small_in_a_name() -> None:
    found = read_figures(
        report(
            """Địa bàn | Số cụm (cụm) | Số cụm (cụm)
            Địa bàn | Quy hoạch | Đã thành lập
            Toàn tỉnh | 18 | 12
            Vùng thấp | 11 | 8""",
            header_rows=2, caption="Bảng 3. Tình hình phát triển CCN đến 31/10/2020",
        )
    )  # fmt: skip
    assert [cell(found, 3, c).indicator for c in (1, 2)] == ["số cụm quy hoạch vùng thấp", "số cụm đã thành lập vùng thấp"]
    assert cell(found, 2, 2).head == "phát triển cụm công nghiệp"


@pytest.mark.parametrize(("heads", "named"), [("So sánh (%) | So sánh (%)", ["", ""]), ("So sánh 5 tháng (%) | So sánh 5 tháng (%)", ["HĐND", ""])])
def test_the_plan_whose_share_was_done(heads: str, named: list[str]) -> None:
    givers = "TW giao | HĐND giao" if named[0] else "TW giao | Bổ sung"
    below = "Với dự toán HĐND | Với cùng kỳ 2024" if named[0] else "Dự toán | Cùng kỳ 2024"
    found = read_figures(
        report(
            f"""Nội dung | {"Dự toán | Dự toán" if named[0] else "Dự toán | Số dự án"} | Thực hiện 5 tháng | {heads}
            Nội dung | {givers if named[0] else "Dự toán | Số dự án"} | Thực hiện 5 tháng | {below}
            Thuế bảo vệ môi trường | 500 | 520 | 350 | 67,3 | 104,1
            Lệ phí trước bạ | 200 | 210 | 160 | 76,2 | 98,3""",
            header_rows=2, caption="Bảng 1. Thu ngân sách 5 tháng năm 2025 (tỷ đồng)",
        )
    )  # fmt: skip
    assert [(f.measure.value, f.base.value) for c in (4, 5) if (f := cell(found, 2, c))] == [("completion", "plan"), ("index", "year")]
    assert ("HĐND" in cell(found, 2, 4).indicator) is bool(named[0])
    assert "HĐND" not in cell(found, 2, 5).indicator


@pytest.mark.parametrize(("text", "scope"), [("vốn huy động cho nông thôn mới", ""), ("khu vực nông thôn", "khu vực nông thôn"), ("chi chương trình mục tiêu quốc gia", ""), ("dự trữ quốc gia", "quốc gia")])
def test_programmes_are_no_places(text: str, scope: str) -> None:
    assert scope_of(text) == scope
