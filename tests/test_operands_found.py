"""Operands that are found where a report tells them, and figures worked out back to an earlier time: invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer
from report.model import Measure
from tests.fake_library import ask, one, read, shelf_of

TITLE = "Báo cáo ngân sách 9 tháng năm 2025"


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Nợ quá hạn đến 30/9 là 812 tỷ đồng, tăng 14,2% so với đầu năm (711 tỷ đồng).", "711", "nợ quá hạn"),
        ("Toàn huyện còn 1.214 hộ nghèo (đầu năm 1.530 hộ).", "1.530", "hộ nghèo"),
        ("Đầu năm, huyện có 1.530 hộ nghèo, chiếm 6,2%.", "1.530", "hộ nghèo"),
        ("Dư nợ vay đến 30/9 là 402,5 tỷ đồng; đầu năm, con số này là 380,1 tỷ đồng.", "380,1", "dư nợ vay"),
    ],
)
def test_what_there_was_when_the_year_began_is_of_the_year_before(text: str, printed: str, name: str) -> None:
    found = one(read(text, TITLE), printed)
    assert (found.period.kind, found.period.year, found.indicator) == ("year", 2024, name)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Những tháng đầu năm có 14 dự án khởi công.", "14"),
        ("Thu 9 tháng đạt 120 tỷ đồng (dự toán đầu năm 340 tỷ đồng).", "340"),
        ("Ngay từ đầu năm, tỉnh có 12 dự án khởi công.", "12"),
        ("Đầu năm, huyện có 1.530 hộ nghèo. Hỗ trợ xóa 86 nhà tạm.", "86"),
    ],
)
def test_what_was_done_since_then_is_of_this_year(text: str, printed: str) -> None:
    assert one(read(text, TITLE), printed).period.year in (None, 2025)


STOCKS = shelf_of(
    "stocks.md",
    "# Kinh tế - xã hội tỉnh Nam Kha 9 tháng năm 2025\n\n"
    "Nợ quá hạn đến 30/9 là 812 tỷ đồng, tăng 14,2% so với đầu năm (711 tỷ đồng). Tổng nợ thuế đến 30-9 là 946,3 tỷ đồng, giảm 41,2 tỷ đồng so với cuối tháng 8.\n\n"
    "Y tế: ghi nhận 2.418 ca tay chân miệng, 03 ca tử vong (cùng kỳ 1.106 ca, không có tử vong).\n\n"
    "Dịch bệnh trên đàn gia cầm buộc tiêu hủy 1.240 con; số gia cầm tiêu hủy giảm 860 con so cùng kỳ.\n\n"
    "Tỷ lệ thất nghiệp là 2,1%. Lao động có bằng cấp chiếm 31,4%, cao hơn năm trước 1,2 điểm phần trăm.\n\n"
    "Chín tháng đưa 4.180 lao động đi làm việc ở nước ngoài, bằng 61% kế hoạch và tăng 4,5% so với cùng kỳ.\n\n"
    "Lũy kế đến hết ngày 30/9, toàn tỉnh giải ngân 3.412 tỷ đồng, đạt 52% kế hoạch; cuối tháng 8 con số này mới là 2.806 tỷ đồng.\n\n"
    "| Chỉ tiêu | Kế hoạch năm 2025 (tỷ đồng) | 9 tháng năm 2025 (tỷ đồng) |\n|---|---|---|\n| Thu nội địa | 9.800 | 7.140 |\n\n"
    "Lũy kế 9 tháng, thu nội địa tăng 12,0% so với cùng kỳ.\n",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("So với đầu năm, nợ quá hạn tăng thêm bao nhiêu tỷ đồng?", "Tăng 101 tỷ đồng"),
        ("Cuối tháng 8 tổng nợ thuế của tỉnh là bao nhiêu?", "987,5 tỷ đồng"),
        ("Số ca tay chân miệng nhiều hơn cùng kỳ bao nhiêu ca?", "Tăng 1.312 ca"),
        ("Cùng kỳ năm ngoái tiêu hủy bao nhiêu con gia cầm?", "2.100 con"),
        ("9 tháng năm 2024, tỷ lệ lao động có bằng cấp là bao nhiêu?", "30,2%"),
        ("9 tháng năm 2024 tỉnh đưa khoảng bao nhiêu lao động đi làm việc ở nước ngoài?", "Khoảng 4.000 lao động"),
        ("Theo mức tăng đã nêu thì thu nội địa 9 tháng năm 2024 khoảng bao nhiêu tỷ đồng?", "Khoảng 6.375 tỷ đồng"),
    ],
)
def test_back_to_an_earlier_time(question: str, told: str) -> None:
    result = ask(STOCKS, question)
    assert result.text.startswith(told), result.text


@pytest.mark.parametrize(
    "question",
    [
        "Cuối tháng 7 tổng nợ thuế của tỉnh là bao nhiêu?",
        "Số ca tử vong do tay chân miệng nhiều hơn cùng kỳ bao nhiêu ca?",
        "Tỷ lệ thất nghiệp năm 2024 là bao nhiêu?",
        "Thu nội địa 9 tháng năm 2024 là bao nhiêu?",
    ],
)
def test_what_does_not_follow_is_not_worked_out(question: str) -> None:
    result = ask(STOCKS, question)
    assert not isinstance(result, Answer), result.text


PARTS = shelf_of(
    "parts.md",
    "# Kinh tế - xã hội tỉnh Nam Kha 6 tháng năm 2025\n\n"
    "Thu nội địa 6 tháng đạt 6.120 tỷ đồng. Nếu loại trừ tiền sử dụng đất và xổ số kiến thiết, thu nội địa còn 4.310 tỷ đồng. Tiền sử dụng đất 6 tháng nộp ngân sách 1.530 tỷ đồng.\n\n"
    "Đầu tư công: đã khởi công 18/45 công trình, hoàn thành 7 công trình.\n\n"
    "Sản lượng thủy sản 6 tháng 18.400 tấn, trong đó khai thác 5.100 tấn, nuôi trồng 13.300 tấn.\n\n"
    "| Chỉ tiêu | Đơn vị | Kế hoạch năm 2025 | Thực hiện 6 tháng |\n|---|---|---|---|\n| Sản lượng thủy sản | tấn | 40.000 | 18.400 |\n| - Khai thác | tấn | 11.000 | 5.100 |\n| - Nuôi trồng | tấn | 29.000 | 13.300 |\n\n"
    "TP. Nam Lâm dẫn đầu với 2.150 tỷ đồng, gồm thu nội địa 1.640 tỷ đồng và thu xuất nhập khẩu 510 tỷ đồng. Huyện Kha Sơn thu 1.830 tỷ đồng.\n",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tiền sử dụng đất chiếm bao nhiêu phần trăm thu nội địa 6 tháng?", "Khoảng 25%"),
        ("Công trình đã khởi công chiếm bao nhiêu phần trăm tổng số công trình?", "40%"),
        ("Cả năm còn phải khai thác, nuôi trồng thêm bao nhiêu tấn thủy sản nữa mới đủ kế hoạch?", "Còn thiếu 21.600 tấn"),
    ],
)
def test_shares_and_what_is_left(question: str, told: str) -> None:
    result = ask(PARTS, question)
    assert result.text.startswith(told), result.text


def test_one_part_is_not_the_whole() -> None:
    result = ask(PARTS, "Còn phải khai thác bao nhiêu tấn thủy sản nữa mới đạt kế hoạch năm?")
    assert "21.600" not in result.text and "15.700" not in result.text


FISH = shelf_of(
    "fish.md",
    "# Thủy sản tỉnh Nam Kha 8 tháng năm 2025\n\nSản lượng thủy sản (tấn)\n\n| Chỉ tiêu | 8 tháng năm 2025 |\n|---|---|\n| Nuôi trồng | 91.200 |\n| Khai thác | 31.500 |\n\n"
    "Giá trị sản xuất nông, lâm, thủy sản 8 tháng đạt 8.000 tỷ đồng, trong đó nông nghiệp 5.600 tỷ đồng, lâm nghiệp 400 tỷ đồng, thủy sản 2.000 tỷ đồng. Toàn tỉnh còn 1.180 hộ nghèo (đầu năm 1.460 hộ).\n",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Thủy sản chiếm bao nhiêu phần trăm giá trị sản xuất toàn ngành 8 tháng?", "Khoảng 25%"),
        ("Đầu năm 2025 tỉnh có bao nhiêu hộ nghèo?", "1.460 hộ"),
    ],
)
def test_a_whole_that_names_its_parts_and_an_opening_told(question: str, told: str) -> None:
    result = ask(FISH, question)
    assert result.text.startswith(told), result.text


FIRMS = shelf_of(
    "firms.md",
    "# Doanh nghiệp tỉnh Nam Kha năm 2022\n\nToàn tỉnh có 860 doanh nghiệp, trong đó 790 doanh nghiệp ngoài nhà nước.\n\n"
    "Doanh thu thuần (tỷ đồng)\n\n| Loại hình | Năm 2021 | Năm 2022 |\n|---|---|---|\n| Doanh thu thuần | 4.100 | 5.000 |\n| Doanh nghiệp nhà nước | 210 | 250 |\n| Doanh nghiệp ngoài nhà nước | 2.700 | 3.000 |\n| Doanh nghiệp có vốn đầu tư nước ngoài | 1.190 | 1.750 |\n",
)


def test_a_part_in_what_the_whole_is_counted_in() -> None:
    result = ask(FIRMS, "Doanh nghiệp ngoài nhà nước chiếm bao nhiêu phần trăm tổng doanh thu thuần năm 2022?")
    assert result.text.startswith("Khoảng 60%"), result.text


DEBT = shelf_of(
    "debt.md",
    "# Nợ thuế tỉnh Nam Kha 9 tháng năm 2025\n\nTính đến 30-9, tổng nợ thuế là 2.140 tỷ đồng. Ngành thuế đặt mục tiêu đến cuối năm kéo tổng nợ xuống 1.900 tỷ đồng.\n\n"
    "Thu ngân sách trên địa bàn 9 tháng đạt 8.250 tỷ đồng. Cả năm ước thu ngân sách trên địa bàn khoảng 11.000 tỷ đồng.\n",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Để đạt mức ước cả năm 11.000 tỷ đồng, ba tháng cuối năm còn phải thu bao nhiêu nữa?", "Còn thiếu 2.750 tỷ đồng"),
    ],
)
def test_a_plan_named_by_its_amount(question: str, told: str) -> None:
    result = ask(DEBT, question)
    assert result.text.startswith(told), result.text


def test_what_would_be_done_is_no_plan() -> None:
    result = ask(DEBT, "Nếu cả năm thu được 11.000 tỷ đồng thì còn hụt bao nhiêu so với dự toán?")
    assert not isinstance(result, Answer), result.text


def test_an_earlier_amount_in_brackets_is_a_level() -> None:
    found = one(read("Dư nợ nhích lên so với đầu năm (1.462,8 tỷ đồng).", TITLE), "1.462,8")
    assert found.measure is Measure.LEVEL


BOARDS = """# Giải ngân vốn đầu tư công 11 tháng năm 2025 của tỉnh Nam Kha

Kết quả giải ngân theo chủ đầu tư (tỷ đồng)

| Chủ đầu tư | Kế hoạch vốn năm 2025 | Trong đó: vốn trung ương | Trong đó: vốn địa phương | Giải ngân đến 31/10 | Giải ngân đến 30/11 |
|---|---|---|---|---|---|
| Ban QLDA công trình giao thông | 1.240 | 500 | 740 | 610 | 845 |
| Ban QLDA công trình dân dụng | 860 | 300 | 560 | 402 | 511 |
"""


def test_what_is_left_of_a_row_whose_parts_add_up() -> None:
    result = ask(shelf_of("boards.md", BOARDS), "Ban QLDA công trình giao thông còn bao nhiêu vốn năm 2025 chưa giải ngân tính đến 30/11?")
    assert result.text.startswith("Còn thiếu 395 tỷ đồng"), result.text
