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
    assert {"58 nghìn tấn", "271 triệu USD", "302 triệu USD", "612 nghìn tấn", "421 triệu USD"} <= set(found)
    assert "nhập khẩu" not in found["271 triệu USD"].head and "xuất khẩu" not in found["421 triệu USD"].head


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Trong kim ngạch xuất khẩu năm 2026 có 171,2 triệu USD đi chính ngạch và 62,3 triệu USD tiểu ngạch.", {"171,2 triệu USD": ("chính ngạch", "kim ngạch xuất khẩu"), "62,3 triệu USD": ("tiểu ngạch", "kim ngạch xuất khẩu")}),
        ("Trong số thu nội địa có 1.200 tỷ đồng từ tiền sử dụng đất, tăng 12% so với cùng kỳ.", {"1.200 tỷ đồng": ("tiền sử dụng đất", "số thu nội địa"), "12%": ("tiền sử dụng đất", "số thu nội địa")}),
        ("Trong tổng vốn đầu tư có 120 tỷ đồng được giải ngân.", {"120 tỷ đồng": ("giải ngân", "vốn đầu tư")}),
        ("Trong năm 2026 có 12 dự án hoàn thành.", {"12 dự án": ("dự án hoàn thành", "")}),
        ("Hai khu vực đóng góp lớn nhất trong các khoản thu là kinh tế tư nhân và doanh nghiệp nước ngoài, tăng lần lượt 16,7% và 13,6%.", {"16,7%": ("kinh tế tư nhân", ""), "13,6%": ("doanh nghiệp nước ngoài", "")}),
    ],
)
def test_parts_are_named_after_what_stands_behind_them(sentence: str, names: dict[str, tuple[str, str]]) -> None:
    found = {f.text: (f.indicator, f.head) for _, f in shelf_of("a.txt", f"BÁO CÁO NĂM 2026\n\n{sentence}\n").figures()}
    assert {printed: found[printed] for printed in names} == names


def test_a_second_line_of_heads_without_the_first_column_and_a_title_by_offices() -> None:
    text = "BẢN TIN GIÁ THÁNG 9 NĂM 2026\n\nBảng 1. Chỉ số giá tiêu dùng tháng 9 năm 2026\nĐơn vị tính: %\nChỉ tiêu\tTháng 9 năm 2026 so với:\nTháng 9 năm 2025\tTháng 12 năm 2025\tTháng 8 năm 2026\nLương thực\t101,27\t100,64\t99,82\nGiáo dục\t103,00\t102,00\t100,10\n"
    found = {f.text: f.base.value for _, f in shelf_of("a.txt", text).figures()}
    assert (found["101,27%"], found["100,64%"], found["99,82%"]) == ("year", "december", "previous")


def test_units_and_rates_of_a_table_by_offices() -> None:
    text = """# Giải ngân 9 tháng năm 2026

Bảng 2. Giải ngân theo đơn vị đến ngày 30/9/2026 (tỷ đồng)

| Đơn vị | Kế hoạch vốn năm 2026 | Số tiền giải ngân | Tỷ lệ giải ngân cùng kỳ 2025 (%) |
| --- | --- | --- | --- |
| Cộng cấp xã | 2.025 | 1.114,3 | 48,1 |
| Phường Đông Lãm | 905 | 618,1 | 60,4 |
| Xã Hòn Sẻ | 1.120 | 496,2 | 38,6 |

Bảng 3. Thu ngân sách. Đơn vị tính: Tỷ đồng, %

| Khoản thu | 9 tháng | So với dự toán (%) |
| --- | --- | --- |
| Thu nội địa | 684,1 | 65,1 |
"""
    found = {f.text: f for _, f in shelf_of("a.md", text).figures()}
    assert {"618,1 tỷ đồng", "684,1 tỷ đồng"} <= set(found)
    rate = found["60,4%"]
    assert (rate.measure.value, rate.period.year) == ("completion", 2025)


@pytest.mark.parametrize(
    ("sentence", "printed", "name"),
    [
        ("Trung Quốc vẫn là bạn hàng lớn nhất về nhập khẩu, đạt 1.849 triệu USD.", "1.849 triệu USD", "nhập khẩu từ Trung Quốc"),
        ("Lào là bạn hàng lớn nhất, đạt 12 triệu USD.", "12 triệu USD", "Lào"),
        ("Huyện An Phú là đơn vị dẫn đầu về thu ngân sách, đạt 120 tỷ đồng.", "120 tỷ đồng", "Huyện An Phú"),
        ("Trung Quốc là thị trường nhập khẩu lớn nhất, đạt 1.849 triệu USD.", "1.849 triệu USD", "nhập khẩu từ Trung Quốc"),
    ],
)
def test_who_is_the_first_has_the_amount_and_not_what_was_told_before(sentence: str, printed: str, name: str) -> None:
    found = {f.text: f.indicator for _, f in shelf_of("a.txt", f"BÁO CÁO NĂM 2026\n\nXuất khẩu đạt 955 triệu USD. {sentence}\n").figures()}
    assert found[printed] == name


def test_what_stands_in_brackets_is_of_the_time_behind_them() -> None:
    found = times("a.txt", "BÁO CÁO 10 THÁNG NĂM 2026\n\nSố tờ khai tăng từ 41.200 tờ (0,9 tỷ USD) năm 2021 lên 58.700 tờ (3,1 tỷ USD) năm 2025.\n")
    assert {t: p.year for t, p in found.items()} == {"41.200 tờ": 2021, "0,9 tỷ USD": 2021, "58.700 tờ": 2025, "3,1 tỷ USD": 2025}
