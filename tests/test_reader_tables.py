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
