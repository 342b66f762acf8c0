"""A district's report with numbered outlines, asked in plain words: whose plan, so many of what, what is not done yet, and the year's beginning. Invented."""

from __future__ import annotations

import pytest

from chain.givers import giver, unlike
from ingest import read_text
from report.reader import read_figures
from tests.fake_library import Shelf, ask, shelf_of

DISTRICT = """Báo cáo tình hình kinh tế - xã hội huyện Đồng Khê 9 tháng năm 2025

I. VỀ KINH TẾ
1. Trồng trọt: Cây ngô 3.108 ha, sản lượng 14.921 tấn; trồng mới 186/200 ha chè.
2. Chăn nuôi: Đàn lợn 48.300 con. Dịch tả lợn châu Phi xảy ra tại 14 hộ thuộc 5 xã, tiêu hủy 286 con.
3. Thu NSNN trên địa bàn 214,6 tỷ đồng, đạt 85,8% dự toán tỉnh giao và 81,3% dự toán huyện giao.
II. VỀ XÃ HỘI
1. Giáo dục: Toàn huyện có 52 trường với 18.940 học sinh; 38/52 trường đạt chuẩn quốc gia (73,1%). Tỷ lệ tốt nghiệp THPT 98,6%, cao hơn năm học trước 0,4 điểm %.
2. Giảm nghèo: Đầu năm có 2.486 hộ nghèo (11,8%), ước cuối năm còn 1.905 hộ, chiếm 9,0%.
III. NHIỆM VỤ QUÝ IV
Phấn đấu thu ngân sách cả năm đạt 264 tỷ đồng; giải ngân 100% vốn đầu tư công; trồng hết 14 ha chè còn lại.
"""


@pytest.fixture(scope="module")
def district() -> Shelf:
    return shelf_of("d.txt", DISTRICT)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("thu ngân sách đạt bao nhiêu % dự toán tỉnh giao?", "Bằng 85,8%"),
        ("thu ngân sách đạt bao nhiêu % dự toán huyện giao?", "Bằng 81,3%"),
        ("mục tiêu thu ngân sách cả năm", "264 tỷ đồng"),
        ("Dịch tả lợn xảy ra ở mấy xã?", "5 xã"),
        ("Dịch tả lợn xảy ra ở bao nhiêu hộ?", "14 hộ"),
        ("Bao nhiêu trường chưa đạt chuẩn quốc gia?", "Còn 14 trường"),
        ("Bao nhiêu trường đạt chuẩn quốc gia?", "38/52 trường"),
        ("Còn bao nhiêu ha chè chưa trồng?", "Còn 14 ha"),
        ("Tỷ lệ tốt nghiệp THPT năm học trước là bao nhiêu?", "98,2%"),
        ("Đầu năm có bao nhiêu hộ nghèo?", "2.486 hộ nghèo"),
        ("Huyện có bao nhiêu học sinh?", "18.940 học sinh"),
    ],
)
def test_what_is_answered(district: Shelf, question: str, told: str) -> None:
    assert ask(district, question).text.startswith(told)


@pytest.mark.parametrize(
    "question",
    ["Dự toán thu tỉnh giao là bao nhiêu?", "Kế hoạch trồng chè là bao nhiêu ha?", "Số giáo viên của huyện?", "Có bao nhiêu giáo viên?"],
)
def test_what_is_refused(district: Shelf, question: str) -> None:
    """What was assigned is not what is striven for, what is left no plan, and neither schools nor pupils are teachers."""
    assert ask(district, question).text.startswith("Báo cáo không nêu")


def test_what_there_was_when_the_year_began() -> None:
    found = {f.text: f.period for f in read_figures(read_text(DISTRICT, name="d"))}
    assert [(found[t].year, found[t].label) for t in ("2.486 hộ nghèo", "11,8%")] == [(2024, "đầu năm")] * 2
    assert found["1.905 hộ"].year == found["9,0%"].year == 2025


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("dự toán tỉnh giao", "dự toán huyện giao", True),
        ("dự toán HĐND tỉnh giao", "dự toán tỉnh giao", False),
        ("dự toán Trung ương giao", "dự toán HĐND giao", True),
        ("dự toán HĐND giao", "dự toán tỉnh giao", False),
        ("chỉ tiêu được giao", "dự toán tỉnh giao", False),
        ("chỉ tiêu được giao", "chỉ tiêu phấn đấu", True),
        ("dự toán năm", "dự toán tỉnh giao", False),
    ],
)
def test_who_is_not_who(one: str, other: str, apart: bool) -> None:
    assert unlike(giver(one), giver(other)) is unlike(giver(other), giver(one)) is apart


COMPANY = """Kết quả kinh doanh quý III/2025

Quý III/2025, doanh thu thuần hợp nhất đạt 1.286 tỷ đồng, tăng 14,3% so với quý III/2024.

Đến 30/9/2025, hàng tồn kho giảm 118 tỷ đồng so với đầu năm, còn 642 tỷ đồng. Tổng tài sản 6.420 tỷ đồng.

| Chỉ tiêu (tỷ đồng) | Q3/2025 | Q3/2024 |
|---|---|---|
| Doanh thu thuần | 1.286 | 1.125 |
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Doanh thu quý 3 năm 2025 bao nhiêu?", "1.286 tỷ đồng"),
        ("Hàng tồn kho đầu năm là bao nhiêu?", "760 tỷ đồng"),
        ("Tổng tài sản đầu năm là bao nhiêu?", "Báo cáo không nêu"),
    ],
)
def test_one_value_under_two_names_and_the_years_beginning(question: str, told: str) -> None:
    assert ask(shelf_of("c.md", COMPANY), question).text.startswith(told)
