"""What each group contributed to an index, listed; the same asked of things told apart by semicolons. Invented text."""

from __future__ import annotations

import pytest

from chain.answer import Answer
from tests.fake_library import Shelf, ask, shelf_of

PRICES = """# BÁO CÁO Chỉ số giá tiêu dùng tháng 5 năm 2025 tỉnh Sa Mây

CPI tháng 5 tăng 0,31% so với tháng trước.

Nhóm hàng ăn và dịch vụ ăn uống tăng 0,62%, làm CPI chung tăng 0,21 điểm phần trăm (riêng thực phẩm góp 0,17 điểm phần trăm).
Nhóm nhà ở và vật liệu xây dựng tăng 0,44%, góp 0,08 điểm phần trăm.
Nhóm giao thông giảm 0,52%, làm CPI chung giảm 0,05 điểm phần trăm. Nhóm bưu chính, viễn thông giảm 0,11%, làm CPI chung giảm 0,01 điểm phần trăm.

Các nhóm văn hóa, giải trí và du lịch; đồ uống và thuốc lá; may mặc, mũ nón tăng lần lượt 0,19%, 0,12% và 0,07%.
"""


@pytest.fixture(scope="module")
def prices() -> Shelf:
    return shelf_of("gia-sa-may.md", PRICES)


@pytest.mark.parametrize(
    ("question", "said", "silent"),
    [
        ("Những nhóm nào làm tăng CPI tháng 5 và mỗi nhóm góp bao nhiêu điểm phần trăm?", ("0,21", "0,08"), ("0,17", "0,05", "0,62")),
        ("Nhóm nào làm giảm CPI, mỗi nhóm bao nhiêu điểm phần trăm?", ("0,05", "0,01"), ("0,21", "0,52")),
        ("Các nhóm văn hóa, giải trí và du lịch; đồ uống và thuốc lá; may mặc, mũ nón tăng lần lượt bao nhiêu?", ("0,19%", "0,12%", "0,07%"), ("0,62",)),
    ],
)
def test_each_of_them(prices: Shelf, question: str, said: tuple[str, ...], silent: tuple[str, ...]) -> None:
    told = ask(prices, question)
    assert isinstance(told, Answer), told
    main = told.text.partition("Đừng nhầm")[0]
    assert all(s in main for s in said) and not any(s in main for s in silent), main


def test_one_is_not_several_in_turn(prices: Shelf) -> None:
    told = ask(prices, "Nhóm đồ uống và thuốc lá; giáo dục tăng lần lượt bao nhiêu?")
    assert not isinstance(told, Answer) or "0,19%" in told.text


def test_the_dollar_is_no_group() -> None:
    shelf = shelf_of("gia.md", "# Chỉ số giá tiêu dùng tháng 9 năm 2026\n\nSo với tháng trước, nhóm giáo dục tăng 2,15%. Chỉ số giá vàng tăng 3,42%; chỉ số giá đô la Mỹ giảm 0,18%.\n")
    told = ask(shelf, "Nhóm nào giảm giá?")
    assert not isinstance(told, Answer) or "0,18" not in told.text
