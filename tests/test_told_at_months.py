"""Rows held against another time below months, "CK", a month told in passing, who met a plan, kinds of a thing, and what goes on behind a table's source."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Base, Figure, Measure
from report.reader import read_figures
from tests.fake_library import ask, shelf_of

PRICES = """# Giá tiêu dùng năm 2023 tỉnh Sơn Hà

Diễn biến CPI và lạm phát cơ bản các tháng năm 2023 (%)

| Chỉ tiêu | Tháng 1 | Tháng 2 | Tháng 3 |
|---|---|---|---|
| CPI so với tháng trước | 0,61 | 0,03 | -0,07 |
| CPI so với cùng kỳ năm trước | 3,24 | 2,51 | 2,06 |
| CPI bình quân từ đầu năm so với cùng kỳ | 3,24 | 2,88 | 2,61 |
| Lạm phát cơ bản so với cùng kỳ năm trước | 3,36 | 3,22 | 3,04 |
"""

BUDGET = """# Thu ngân sách 11 tháng năm 2023 tỉnh Sơn Hà

Tại phiên họp, Sở Tài chính cho biết riêng tháng 11 toàn tỉnh thu 614,2 tỷ đồng, giảm 7,1% so với tháng 10. So với dự toán Bộ Tài chính giao (8.600 tỷ đồng), số thu 11 tháng đạt 88,7%. Thu nội địa không kể tiền sử dụng đất được 5.411,3 tỷ đồng, bằng 90,4% dự toán.

Có hai nơi là huyện Lâm Đường (104,2%) và thị xã Nam Giang (101,7%) hoàn thành dự toán thu; thấp nhất là thành phố Sơn Lâm (67,3%), kế đến là huyện Bình Tân (71,8%).

Kết luận phiên họp, Chủ tịch UBND tỉnh Đỗ Văn Khê nhấn mạnh: “Tháng 12 phải thu tối thiểu 780 tỷ đồng”. Ông yêu cầu:

Cục Thuế cưỡng chế 48 doanh nghiệp nợ trên 90 ngày;

Các địa phương mở lại 9 phiên đấu giá đất;

Kho bạc thanh toán dứt điểm vốn đầu tư trước ngày 31/1/2024.
"""


def figures_of(text: str, head: str = "Kinh tế - xã hội 9 tháng năm 2023") -> dict[str, Figure]:
    return {f.text: f for f in read_figures(read_text(f"{head}\n\n{text}\n", name="t"))}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("CPI tháng 2/2023 tăng bao nhiêu so với cùng kỳ năm trước?", "2,51%"), ("CPI tháng 3 giảm bao nhiêu so với tháng trước?", "0,07%"),
        ("Bình quân 2 tháng đầu năm 2023 CPI tăng bao nhiêu so với cùng kỳ?", "2,88%"), ("Lạm phát cơ bản tháng 3/2023 tăng bao nhiêu phần trăm so với cùng kỳ năm trước?", "3,04%"),
    ],
)  # fmt: skip
def test_rows_say_what_they_are_held_against(question: str, value: str) -> None:
    assert value in ask(shelf_of("gia.md", PRICES), question).text.partition("Đừng nhầm")[0]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("IIP tháng 9 tăng 4,6% so với tháng trước, giảm 1,8% so với CK.", Base.YEAR), ("Sản lượng xi măng đạt 400 nghìn tấn, tăng 1,8% so CK năm trước.", Base.YEAR), ("Sởi ghi nhận 23 ca, tăng 1,8% SVCK (22 ca).", Base.YEAR),
        ("Thu ngân sách đạt 300 tỷ đồng; so với CK, tăng 1,8%.", Base.YEAR), ("IIP tháng 9 tăng 4,6% so với cùng kỳ, giảm 1,8% so với tháng trước.", Base.PREVIOUS),
    ],
)  # fmt: skip
def test_the_same_time_may_be_shortened(text: str, base: Base) -> None:
    assert figures_of(text)["1,8%"].base is base


@pytest.mark.parametrize(("text", "name"), [("Xuất khẩu qua CK Hữu Nghị đạt 21 triệu USD.", "xuất khẩu qua CK Hữu Nghị"), ("Thu phí tại CK chính Bản Khuông đạt 21 tỷ đồng.", "thu phí tại CK chính Bản Khuông"), ("Chỉ số TTCK tăng 21 điểm.", "chỉ số TTCK")])
def test_a_gate_and_a_market_in_short_are_no_time(text: str, name: str) -> None:
    (found,) = figures_of(text).values()
    assert (found.indicator, found.period.year) == (name, 2023)


def test_what_the_same_time_told_is_of_that_time() -> None:
    found = figures_of("Giải ngân đạt 45,2% KH (CK đạt 43,1%). Xảy ra 47 vụ tai nạn; so với CK giảm 9 vụ.")
    assert (found["43,1%"].indicator, found["43,1%"].measure, found["43,1%"].period.year) == ("giải ngân", Measure.COMPLETION, 2022)
    assert (found["9 vụ"].measure, found["9 vụ"].base, found["9 vụ"].period.year) == (Measure.CHANGE, Base.YEAR, 2023)


def test_a_month_told_in_passing_is_over_when_the_months_are_told() -> None:
    found = {f.text: f for f in read_figures(read_text(BUDGET, name="t.md"))}
    assert (found["614,2 tỷ đồng"].period.kind, found["5.411,3 tỷ đồng"].period.kind, found["90,4%"].period.part) == ("month", "months", 11)


def test_rates_in_brackets_are_of_the_plan_that_was_met() -> None:
    found = {f.text: f for f in read_figures(read_text(BUDGET, name="t.md"))}
    assert all(found[t].measure is Measure.COMPLETION and found[t].base is Base.PLAN for t in ("104,2%", "101,7%", "67,3%", "71,8%"))


@pytest.mark.parametrize(
    "text",
    [
        "Xã Đông (12,4%) có tỷ lệ hộ nghèo cao nhất.", "Tỷ lệ hộ nghèo (12,4%) giảm nhanh, vượt kế hoạch.", "Thu ngân sách vượt dự toán; các xã Tả Van (12,4%), Bản Hồ (9,1%) còn nhiều hộ nghèo.",
        "Tỷ lệ bao phủ y tế đạt 95%, vượt chỉ tiêu huyện giao (12,4%).",
    ],
)  # fmt: skip
def test_other_rates_in_brackets_are_not(text: str) -> None:
    assert figures_of(text)["12,4%"].measure is not Measure.COMPLETION


@pytest.mark.parametrize(("place", "verdict", "rate"), [("Thành phố Sơn Lâm", "sai", "67,3%"), ("Huyện Lâm Đường", "đúng", "104,2%"), ("Huyện Bình Tân", "sai", "71,8%")])
def test_who_met_the_plan_is_judged_by_its_rate(place: str, verdict: str, rate: str) -> None:
    told = ask(shelf_of("thu.md", BUDGET), f"{place} đã hoàn thành dự toán thu đúng không?")
    assert told.verdict == verdict and rate in told.text


def test_what_was_asked_for_is_the_list_below_not_the_plan_that_was_given() -> None:
    told = ask(shelf_of("thu.md", BUDGET), "Chủ tịch UBND tỉnh yêu cầu làm những việc gì trong tháng 12?").text
    assert all(part in told for part in ("cưỡng chế 48 doanh nghiệp", "9 phiên đấu giá", "trước ngày 31/1/2024")) and "8.600" not in told


@pytest.mark.parametrize(
    ("text", "printed", "head"),
    [
        ("Tỷ lệ bao phủ y tế 96,1%; trẻ em suy dinh dưỡng thể thấp còi 24,1%, thể nhẹ cân 15,2%.", "15,2%", "trẻ em suy dinh dưỡng"),
        ("Bao phủ y tế 96,1%; chè búp tươi loại I 24,1 tấn, loại II 15,2 ha.", "15,2 ha", ""),
    ],
)
def test_the_second_kind_is_of_the_same_thing(text: str, printed: str, head: str) -> None:
    assert figures_of(text)[printed].head.endswith(head) and (":" in figures_of(text)[printed].head) is bool(head)


def test_a_table_s_source_ends_its_notes() -> None:
    text = "| Khoản thu | 11 tháng |\n|---|---|\n| Thu nội địa | 512 |\n\n(1) Không gồm ghi thu, ghi chi. Nguồn: Sở Tài chính. Huyện Lâm Đường giải ngân đạt 64,2% kế hoạch."
    assert figures_of(text)["64,2%"].measure is Measure.COMPLETION


def test_a_rank_is_no_score() -> None:
    shelf = shelf_of("pci.txt", "Kinh tế - xã hội năm 2023\n\nChỉ số PCI của tỉnh xếp thứ 48/63 tỉnh, thành phố.\nChỉ số PAR Index đạt 84,6 điểm.\n")
    assert "48/63" not in ask(shelf, "PCI của tỉnh được bao nhiêu điểm?").text.partition("Gần nhất")[0]
    assert "84,6 điểm" in ask(shelf, "PAR Index được bao nhiêu điểm?").text and "48/63" in ask(shelf, "PCI của tỉnh xếp thứ mấy?").text
