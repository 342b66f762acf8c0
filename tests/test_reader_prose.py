"""How figures are bound in running text: a sentence, and what each of its figures means."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report.model import Block, BlockKind, Figure, Report, Section, Span
from report.reader import read_figures, read_sentence_figures


def slots(f: Figure) -> tuple[str, str, str, str, str]:
    return f.indicator, f.measure.value, f.base.value, f.modality.value, f.direction.value


def one(text: str, printed: str) -> Figure:
    found = [f for f in read_sentence_figures(text) if f.text.startswith(printed)]
    assert found, f"{printed} not read in {text}: {[f.text for f in read_sentence_figures(text)]}"
    assert text[found[0].span.start : found[0].span.end].startswith(printed)
    return found[0]


TRADE = (
    "Tổng kim ngạch xuất nhập khẩu năm 2015 ước đạt 3.500 triệu USD, gấp 1,7 lần năm 2010, bình quân hằng năm tăng 11,04%, "
    "trong đó kim ngạch xuất khẩu đạt 1.550 triệu USD, tăng 16,44%; kim ngạch nhập khẩu đạt 1.950 triệu USD, bình quân tăng 7,65%."
)
CPI = "Chỉ số giá tiêu dùng (CPI) tháng 9/2024 tăng 0,29% so với tháng trước, tăng 2,18% so với tháng 12 năm trước và tăng 2,63% so với cùng kỳ năm trước."
BUDGET = "Tổng thu ngân sách ước thực hiện 12.450 tỷ đồng, đạt 104,5% dự toán, tăng 8,2% so với cùng kỳ; trong đó thu nội địa 10.120 tỷ đồng, thu từ xuất nhập khẩu 2.330 tỷ đồng, vượt 12% kế hoạch."
LABOUR = "Tỷ lệ thất nghiệp là 2,23%, giảm 0,06 điểm phần trăm so với quý trước."
SHARES = "Cơ cấu kinh tế: nông nghiệp chiếm 18,2%, công nghiệp 42,5%, dịch vụ 39,3%."

CASES = [
    (TRADE, "3.500", ("tổng kim ngạch xuất nhập khẩu", "level", "", "estimate", "")),
    (TRADE, "1,7", ("tổng kim ngạch xuất nhập khẩu", "multiple", "fixed", "estimate", "up")),
    (TRADE, "11,04", ("tổng kim ngạch xuất nhập khẩu", "growth", "average", "estimate", "up")),
    (TRADE, "1.550", ("kim ngạch xuất khẩu", "level", "", "estimate", "")),
    (TRADE, "16,44", ("kim ngạch xuất khẩu", "growth", "average", "estimate", "up")),
    (TRADE, "7,65", ("kim ngạch nhập khẩu", "growth", "average", "estimate", "up")),
    (CPI, "0,29", ("chỉ số giá tiêu dùng (CPI)", "growth", "previous", "actual", "up")),
    (CPI, "2,18", ("chỉ số giá tiêu dùng (CPI)", "growth", "december", "actual", "up")),
    (CPI, "2,63", ("chỉ số giá tiêu dùng (CPI)", "growth", "year", "actual", "up")),
    (BUDGET, "104,5", ("tổng thu ngân sách", "completion", "plan", "estimate", "")),
    (BUDGET, "8,2", ("tổng thu ngân sách", "growth", "year", "estimate", "up")),
    (BUDGET, "10.120", ("thu nội địa", "level", "", "estimate", "")),
    (BUDGET, "12%", ("thu từ xuất nhập khẩu", "growth", "plan", "estimate", "up")),
    (LABOUR, "2,23", ("tỷ lệ thất nghiệp", "level", "", "actual", "")),
    (LABOUR, "0,06", ("tỷ lệ thất nghiệp", "change", "previous", "actual", "down")),
    (SHARES, "42,5", ("công nghiệp", "share", "", "actual", "")),
    ("Toàn huyện có 37 hồ chứa, 61 đập dâng.", "61", ("đập dâng", "level", "", "actual", "")),
    ("Trong năm khai thác 86.450 m³ gỗ rừng trồng, tăng 8,3%.", "86.450", ("khai thác gỗ rừng trồng", "level", "", "actual", "")),
    ("Xuất khẩu năm 2015 đạt 96 triệu USD, vượt mục tiêu đề ra (mục tiêu đạt 90 triệu USD).", "96", ("xuất khẩu", "level", "", "actual", "")),
    ("Xuất khẩu năm 2015 đạt 96 triệu USD, vượt mục tiêu đề ra (mục tiêu đạt 90 triệu USD).", "90", ("xuất khẩu", "level", "", "target", "")),
    ("Giá trị sản xuất năm 2022 tăng 3,9% so với năm 2021, chưa đạt kế hoạch đề ra (tăng 4,2%).", "4,2", ("giá trị sản xuất", "growth", "year", "target", "up")),
    ("Tỷ lệ hộ nghèo giảm từ 5,2% năm 2023 xuống còn 4,1% năm 2024.", "4,1", ("tỷ lệ hộ nghèo", "level", "", "actual", "")),
    ("Cán cân thương mại xuất siêu 179,4 triệu USD.", "179,4", ("cán cân thương mại xuất siêu", "level", "", "actual", "")),
    ("Phấn đấu kim ngạch xuất khẩu đạt tốc độ tăng trưởng bình quân trên 10,56%/năm.", "10,56", ("kim ngạch xuất khẩu", "growth", "average", "target", "up")),
    ("Tốc độ tăng GRDP năm 2024 đạt 8% trở lên.", "8%", ("GRDP", "growth", "year", "actual", "up")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "expected"), CASES)
def test_binding(text: str, printed: str, expected: tuple[str, ...]) -> None:
    assert slots(one(text, printed)) == expected


def test_heads_and_periods() -> None:
    assert one(TRADE, "1.550").head == "tổng kim ngạch xuất nhập khẩu"
    assert one(TRADE, "1,7").base_period.year == 2010
    assert one(TRADE, "1.950").period.year == 2015
    assert one("Tỷ lệ hộ nghèo giảm từ 5,2% năm 2023 xuống còn 4,1% năm 2024.", "5,2").period.year == 2023
    products = "Sản lượng sản phẩm chủ yếu năm 2015 như sau: Xi măng 640 nghìn tấn, bình quân hằng năm tăng 21,88%; than các loại 520 nghìn tấn."
    coal = one(products, "520")
    assert (coal.indicator, coal.head, coal.value) == ("than các loại", "sản lượng sản phẩm chủ yếu", Decimal(520000))


def test_respectively() -> None:
    found = read_sentence_figures("Diện tích lúa, ngô và sắn lần lượt đạt 12.300 ha, 4.500 ha và 2.100 ha.")
    assert [f.indicator for f in found] == ["diện tích lúa", "diện tích ngô", "diện tích sắn"]


def test_section_makes_a_target() -> None:
    text = "Kế hoạch và nhiệm vụ năm 2023\nSản lượng lúa 46.500 tấn."
    heading, body = Span(0, 29), Span(30, len(text))
    report = Report("r", "Báo cáo năm 2022", text, (Section(text[:29], 1, heading, Span(0, len(text))),),
                    (Block(BlockKind.HEADING, heading, 0), Block(BlockKind.PARAGRAPH, body, 0)))  # fmt: skip
    (figure,) = read_figures(report)
    assert (figure.modality.value, figure.period.year, figure.indicator) == ("target", 2023, "sản lượng lúa")
    assert figure.sentence.of(text) == "Sản lượng lúa 46.500 tấn."


def test_names_and_ages_are_no_figures() -> None:
    assert read_sentence_figures("Nhà máy Hà Lâm 2 dừng lò để bảo dưỡng.") == ()
    assert [f.text for f in read_sentence_figures("Lao động từ 15 tuổi trở lên đạt 53 triệu người.")] == ["53 triệu người"]
