"""Rows of a table in which one column is above another. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, NotInReport
from tests.fake_library import ask, shelf_of

TRADE = shelf_of(
    "trade.md",
    """# Xuất nhập khẩu quý I năm 2026

Bảng 1. Kim ngạch quý I/2026 theo đơn vị hải quan

| Đơn vị | Số tờ khai (tờ) | Xuất khẩu (triệu USD) | Nhập khẩu (triệu USD) |
|---|---:|---:|---:|
| Toàn Chi cục | 91.633 | 1.281,1 | 1.480,0 |
| Cảng Vạn Lạch | 24.418 | 684,2 | 1.247,9 |
| Cửa khẩu Khe Lim | 11.243 | 412,6 | 148,3 |
| Lương Hà | 7.463 | 184,3 | 83,8 |

Bảng 2. Thu, chi ngân sách các huyện năm 2025 (Đơn vị: tỷ đồng)

| Huyện | Thu | Chi | Dự toán thu |
|---|---:|---:|---:|
| Kim Sơn | 412 | 530 | 400 |
| Đông Khuê | 655 | 610 | 640 |
| Ba Lùng | 118 | 240 | 100 |
""",
)


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Những đơn vị nào có kim ngạch xuất khẩu quý I/2026 lớn hơn kim ngạch nhập khẩu?", ["Khe Lim", "Lương Hà"], ["Vạn Lạch", "Toàn Chi cục"]),
        ("Đơn vị nào xuất khẩu ít hơn nhập khẩu?", ["Vạn Lạch"], ["Khe Lim", "Lương Hà"]),
        ("Huyện nào có dự toán thu cao hơn chi?", ["Đông Khuê"], ["Kim Sơn", "Ba Lùng"]),
        ("Huyện nào có thu cao hơn chi?", ["Đông Khuê"], ["Kim Sơn", "Ba Lùng"]),
    ],
)
def test_the_rows_that_are_above_are_told(question: str, told: list[str], not_told: list[str]) -> None:
    result = ask(TRADE, question)
    assert isinstance(result, Answer), result.text
    assert all(name in result.text for name in told) and not any(name in result.text for name in not_told), result.text


def test_none_that_is_above_is_no_list_of_all() -> None:
    assert isinstance(ask(TRADE, "Huyện nào có thu thấp hơn dự toán thu?"), NotInReport)
