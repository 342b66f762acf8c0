"""Questions that ask for something to be worked out are not answered by an operand: invented texts."""

from __future__ import annotations

import pytest

from chain.answer import NotInReport
from tests.fake_library import ask, shelf_of

REPORT = shelf_of(
    "a.txt",
    "BÁO CÁO KINH TẾ - XÃ HỘI NĂM 2024\n\n"
    "Năm 2024, toàn huyện có 412 hợp tác xã nông nghiệp, trong đó 268 hợp tác xã hoạt động hiệu quả. Doanh nghiệp sử dụng 71.562 lao động, tăng 4,7% so với năm 2023.\n\n"
    "Số người tham gia bảo hiểm tự nguyện là 17.310 người, kế hoạch năm 2025 là 20.500 người. Giá gas tăng 8,2% từ ngày 01/9, lên 412.000 đồng/bình.\n\n"
    "Kim ngạch xuất khẩu đạt 812 triệu USD, nhập khẩu 1.340 triệu USD, nhập siêu 528 triệu USD. Giá trị sản xuất công nghiệp đạt 12.680 tỷ đồng, tăng 12%.\n\n"
    "Tổng sản phẩm trên địa bàn tăng 7,1%. Bình quân mỗi vạn dân có 9,1 bác sĩ.\n\n"
    "Tổng mức bán lẻ đạt 27.836 tỷ đồng, tăng 12,4% so với cùng kỳ. Thu nội địa đạt 912 tỷ đồng. Nợ thuế là 512 tỷ đồng, trong đó nợ có khả năng thu 344 tỷ đồng.\n",
)


@pytest.mark.parametrize(
    "question",
    [
        "Có bao nhiêu hợp tác xã nông nghiệp hoạt động chưa hiệu quả?",
        "Bình quân mỗi doanh nghiệp có bao nhiêu lao động?",
        "Số nợ thuế không có khả năng thu?",
        "Tổng sản phẩm bình quân đầu người tăng bao nhiêu?",
        "Trước lần tăng giá ngày 01/9, một bình gas giá bao nhiêu?",
        "Sau khi loại trừ yếu tố giá, tổng mức bán lẻ tăng bao nhiêu?",
        "Không tính tiền sử dụng đất thì thu nội địa đạt bao nhiêu?",
    ],
)
def test_an_operand_is_no_answer(question: str) -> None:
    assert isinstance(ask(REPORT, question), NotInReport)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Có bao nhiêu hợp tác xã nông nghiệp hoạt động hiệu quả?", "268 hợp tác xã"),
        ("Nợ thuế có khả năng thu là bao nhiêu?", "344 tỷ đồng"),
        ("Bình quân mỗi vạn dân có mấy bác sĩ?", "9,1 bác sĩ"),
        ("Doanh nghiệp sử dụng bao nhiêu lao động?", "71.562 lao động"),
        ("Huyện nhập siêu bao nhiêu?", "528 triệu USD"),
        ("Huyện xuất siêu bao nhiêu?", "Nhập siêu 528 triệu USD"),
        ("Tổng mức bán lẻ tăng bao nhiêu phần trăm?", "Tăng 12,4%"),
        ("Từ mức tăng của năm 2024, giá trị sản xuất công nghiệp năm 2023 là khoảng bao nhiêu?", "Khoảng 11.321 tỷ đồng"),
    ],
)
def test_what_is_told_is_told(question: str, told: str) -> None:
    assert ask(REPORT, question).text.startswith(told)


def test_which_fell_below_the_year_before() -> None:
    table = "| Sản phẩm | Sản lượng (tấn) | So với cùng kỳ (%) |\n|---|---|---|\n| Xi măng | 812 | 96,2 |\n| Chè khô | 95 | 108,4 |\n| Giấy | 41 | 91,7 |\n"
    told = ask(shelf_of("a.md", f"# Công nghiệp 9 tháng năm 2024\n\nSản lượng một số sản phẩm công nghiệp 9 tháng\n\n{table}"), "Những sản phẩm nào có sản lượng thấp hơn cùng kỳ?").text
    assert "96,2" in told and "91,7" in told and "108,4" not in told



TEACHERS = shelf_of(
    "b.txt",
    "BÁO CÁO GIÁO DỤC TỈNH NAM HÀ NĂM 2024\n\nToàn ngành còn thiếu 1.284 giáo viên, nhiều nhất là bậc mầm non (516 người), kế đến là tiểu học (301 người). Toàn tỉnh có 543 trường học.\n",
)


@pytest.mark.parametrize("question", ["Có bao nhiêu giáo viên?", "Tỉnh có bao nhiêu giáo viên mầm non?"])
def test_how_many_are_lacking_is_not_how_many_there_are(question: str) -> None:
    assert isinstance(ask(TEACHERS, question), NotInReport)


@pytest.mark.parametrize(("question", "told"), [("Toàn ngành thiếu bao nhiêu giáo viên?", "1.284"), ("Ngành giáo dục đang thiếu bao nhiêu giáo viên mầm non?", "516"), ("Cần thêm bao nhiêu giáo viên tiểu học?", "301")])
def test_how_many_are_lacking(question: str, told: str) -> None:
    assert ask(TEACHERS, question).text.startswith(told)
