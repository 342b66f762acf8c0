"""Times that are known only when a whole report is read: those behind brackets, and those that a share tells."""

from __future__ import annotations

import pytest

from report.model import Period
from tests.fake_library import shelf_of

BULLETIN = """# Xuất khẩu, nhập khẩu của Đông Phù kỳ 2 tháng 8/2025

## 1. Nhập khẩu

Trị giá nhập khẩu kỳ 2 tháng 8/2025 là 21,4 tỷ USD. Lũy kế 8 tháng/2025, nhập khẩu đạt 240,5 tỷ USD, tăng 9,1% so với cùng kỳ.

Lào là nơi bán hàng cho Đông Phù nhiều nhất, đạt 72,15 tỷ USD, {share}. Ngay sau đó là Thái Lan với 30,2 tỷ USD.
"""


def times(name: str, text: str) -> dict[str, Period]:
    """The period of each figure of a text, by what it prints."""
    return {f.text: f.period for _, f in shelf_of(name, text).figures()}


def test_a_share_tells_the_time_of_its_part() -> None:
    found = times("a.md", BULLETIN.format(share="tăng 12,4%, chiếm 30,0% tổng trị giá nhập khẩu"))
    for printed in ("72,15 tỷ USD", "12,4%", "30,0%", "30,2 tỷ USD"):
        assert (found[printed].kind, found[printed].part) == ("months", 8)


@pytest.mark.parametrize("share", ["chiếm 33,7% tổng trị giá nhập khẩu", "chiếm 30,0%", "chiếm 30,0% tổng trị giá xuất khẩu"])
def test_a_share_of_nothing_told_leaves_the_time(share: str) -> None:
    assert times("a.md", BULLETIN.format(share=share))["72,15 tỷ USD"].kind != "months"


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Tỷ lệ hộ nghèo giảm từ 24,15% (5.028 hộ) đầu năm 2016 xuống còn 7,86% (1.842 hộ) cuối năm 2020.", {"24,15%": 2016, "5.028 hộ": 2016, "7,86%": 2020, "1.842 hộ": 2020}),
        ("Số xã đạt chuẩn tăng từ 12 xã (đạt 30%) năm 2021 lên 31 xã (đạt 77,5%) vào cuối năm 2025.", {"12 xã": 2021, "30%": 2021, "31 xã": 2025, "77,5%": 2025}),
        ("Thu ngân sách đạt 120 tỷ đồng (tăng 5%) trong năm 2024, chi 90 tỷ đồng.", {"120 tỷ đồng": 2024, "5%": 2024}),
        ("Thu ngân sách đạt 120 tỷ đồng (tăng 5%) so với năm 2020.", {"120 tỷ đồng": 2026}),
    ],
)
def test_the_time_behind_brackets_is_that_of_what_stands_before_them(sentence: str, years: dict[str, int]) -> None:
    found = times("a.txt", f"BÁO CÁO TÌNH HÌNH NĂM 2026\n\n{sentence}\n")
    assert {printed: found[printed].year for printed in years} == years


def test_a_balance_under_another_does_not_go_its_way() -> None:
    shelf = shelf_of("a.txt", "BẢN TIN 6 THÁNG NĂM 2026\n\nCán cân thương mại 6 tháng thặng dư 6,62 tỷ USD. Riêng khối FDI xuất siêu 28,5 tỷ USD; khối trong nước nhập siêu 21,9 tỷ USD.\n")
    heads = {f.text: f.head for _, f in shelf.figures()}
    assert heads["21,9 tỷ USD"] == heads["28,5 tỷ USD"] == "cán cân thương mại"


def test_a_titles_unit_of_one_kind_of_column_and_a_title_of_both_ways() -> None:
    text = """# Bản tin tháng 6/2026

Bảng 2: Một số mặt hàng xuất khẩu, nhập khẩu chủ yếu. Đơn vị trị giá: triệu USD

| Mặt hàng | ĐVT (lượng) | Lượng | Trị giá |
| --- | --- | --- | --- |
| A. XUẤT KHẨU | | | |
| Chè | Nghìn tấn | 58 | 271 |
| Giày dép | | | 302 |
| B. NHẬP KHẨU | | | |
| Thép | Nghìn tấn | 612 | 421 |
"""
    found = {f.text: f for _, f in shelf_of("a.md", text).figures()}
    assert {"58 Nghìn tấn", "271 triệu USD", "302 triệu USD", "612 Nghìn tấn", "421 triệu USD"} <= set(found)
    assert "nhập khẩu" not in found["271 triệu USD"].head and "xuất khẩu" not in found["421 triệu USD"].head
