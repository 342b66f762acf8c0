"""Which groups of goods fell or rose in price: out of a table, out of a sentence, and not where they are not all told. Invented reports."""

from __future__ import annotations

import pytest

from chain.answer import Answer, NotInReport
from tests.fake_library import ask, one, read, shelf_of

TABLE = """# CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 10 NĂM 2023 TỈNH HẢI TRẠCH

Giá thịt gà giảm 2,1% so với tháng trước.

| | Tháng 10 năm 2023 so với tháng 10 năm 2022 | Tháng 10 năm 2023 so với tháng 9 năm 2023 | Bình quân 10 tháng năm 2023 so với cùng kỳ |
|---|---|---|---|
| CHỈ SỐ GIÁ TIÊU DÙNG | 103,12 | 100,31 | 103,40 |
| I. Hàng ăn và dịch vụ ăn uống | 102,40 | 100,52 | 103,90 |
| 1. Lương thực | 108,21 | 99,20 | 105,10 |
| II. Đồ uống và thuốc lá | 102,05 | 100,11 | 102,70 |
| III. May mặc, mũ nón, giày dép | 101,90 | 100,08 | 102,20 |
| IV. Nhà ở, điện, nước | 104,10 | 100,44 | 106,30 |
| V. Thiết bị và đồ dùng gia đình | 101,40 | 99,94 | 101,90 |
| VI. Thuốc và dịch vụ y tế | 100,40 | 100,00 | 100,35 |
| VII. Giao thông | 103,80 | 98,71 | 97,40 |
| VIII. Bưu chính viễn thông | 98,90 | 99,97 | 99,10 |
| IX. Giáo dục | 106,20 | 101,80 | 105,60 |
| X. Văn hóa, giải trí và du lịch | 101,70 | 100,06 | 102,80 |
| XI. Hàng hóa và dịch vụ khác | 104,90 | 100,22 | 104,30 |
"""

TOLD = """Giá cả thành phố Hải Trạch tháng 3/2024

Trong 11 nhóm hàng chính, tháng 3/2024 có 8 nhóm tăng giá, 2 nhóm giảm so với tháng trước. Giá gạo giảm 1,2% so với tháng trước.
So với tháng trước, giao thông tăng 1,31%; giáo dục tăng 0,87%; hàng ăn và dịch vụ ăn uống tăng 0,26%; đồ uống và thuốc lá tăng 0,18%; nhà ở, điện, nước tăng 0,11%. Hai nhóm giảm là văn hóa, giải trí và du lịch (-0,21%) và bưu chính viễn thông (-0,04%).
"""

ITEMS = """Bản tin giá 4 tháng năm 2023

1. CPI tháng 4 tăng 0,12% so với tháng trước. Bình quân 4 tháng, CPI tăng 3,02% so với cùng kỳ.
2. So với tháng trước, trong 11 nhóm hàng hóa, dịch vụ có 4 nhóm tăng, 2 nhóm giảm:
- Nhóm tăng: giáo dục tăng 0,62%; nhà ở tăng 0,31%; đồ uống và thuốc lá tăng 0,14%; may mặc, mũ nón, giày dép tăng 0,05%.
- Nhóm giảm: giao thông giảm 0,92%; bưu chính viễn thông giảm 0,03%.
"""


@pytest.mark.parametrize(
    ("text", "question", "held", "out"),
    [
        (TABLE, "Những nhóm hàng nào giảm giá so với tháng trước?", ["giao thông", "1,29%", "Thiết bị", "0,06%", "bưu chính"], ["Lương thực", "thịt gà", "y tế"]),
        (TABLE, "Ba nhóm hàng nào giảm giá so với tháng 9?", ["giao thông", "Thiết bị", "bưu chính"], ["Lương thực"]),
        (TABLE, "Kể tên các nhóm hàng có giá giảm bình quân 10 tháng, kèm mức giảm.", ["giao thông", "2,6%", "bưu chính", "0,9%"], ["Thiết bị"]),
        (TOLD, "Những nhóm hàng nào giảm giá trong tháng 3 so với tháng trước, giảm bao nhiêu?", ["văn hóa, giải trí và du lịch", "0,21%", "bưu chính viễn thông", "0,04%"], ["gạo"]),
        (ITEMS, "Tháng 4, những nhóm hàng nào giảm giá so với tháng trước?", ["giao thông giảm 0,92%", "bưu chính viễn thông giảm 0,03%"], ["giáo dục"]),
        (ITEMS, "Tháng 4, nhóm hàng nào tăng giá so với tháng trước?", ["giáo dục tăng 0,62%", "may mặc"], ["giao thông"]),
    ],
)
def test_the_groups_that_went_that_way(text: str, question: str, held: list[str], out: list[str]) -> None:
    result = ask(shelf_of("gia.md" if text is TABLE else "gia.txt", text), question)
    assert isinstance(result, Answer), result.text
    low = result.text.lower()
    assert all(h.lower() in low for h in held) and not any(o.lower() in low for o in out), result.text


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (TOLD, "Năm nhóm hàng nào giảm giá so với tháng trước?"),  # it tells of two
        (TOLD.replace(" Hai nhóm giảm là văn hóa, giải trí và du lịch (-0,21%) và bưu chính viễn thông (-0,04%).", ""), "Những nhóm hàng nào giảm giá so với tháng trước?"),
    ],
)
def test_what_is_not_all_told_is_no_list(text: str, question: str) -> None:
    result = ask(shelf_of("gia.txt", text), question)
    assert isinstance(result, NotInReport), result.text


def test_items_are_compared_as_what_announces_them() -> None:
    found = read(ITEMS.partition("\n\n")[2], "Bản tin giá 4 tháng năm 2023")
    assert (one(found, "0,92").base.value, one(found, "0,92").period.kind) == ("previous", "month")
    assert one(found, "3,02").base.value == "year"


def test_groups_that_are_dearer_or_cheaper_than_then() -> None:
    told = ask(shelf_of("a.md", TABLE), "Trong 11 nhóm hàng, tháng 10 những nhóm nào có giá thấp hơn cùng kỳ năm trước và giảm bao nhiêu?")
    assert isinstance(told, Answer) and "1,1" in told.text and "98,9" in told.text and "Lương thực" not in told.text
