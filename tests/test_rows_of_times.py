"""Months in a row, brackets that are explained once, from where to where, two years alike, a cause with a time. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from report.model import Base, Measure, Modality
from tests.fake_library import one, read, shelf_of

YEARS = "Báo cáo công nghiệp giai đoạn 2016-2020"
PRICES = "Chỉ số giá tiêu dùng tháng 6 năm 2020"


@pytest.mark.parametrize("text", [
    "CPI tháng 6 tăng 0,3%. Mức tăng so với cùng kỳ của các tháng Tư, Năm và Sáu lần lượt là 3,1%; 3,12% và 3,01%.",
    "CPI các tháng 4, 5 và 6 lần lượt tăng 3,1%; 3,12% và 3,01%.",
])  # fmt: skip
def test_months_in_a_row_each_have_their_own(text: str) -> None:
    found = read(text, PRICES)[-3:]
    assert [(f.indicator, f.measure, f.period.kind, f.period.part) for f in found] == [("CPI", Measure.GROWTH, "month", m) for m in (4, 5, 6)]


def test_what_the_brackets_are_is_said_once() -> None:
    found = read("Ước năm 2020 (số trong ngoặc là thực hiện năm 2015): Điện 1.386 triệu kWh (571 triệu kWh); quặng sắt 62,5 nghìn tấn (118 nghìn tấn).", YEARS)
    assert [(f.indicator.lower(), f.period.year, f.modality) for f in found] == [
        ("điện", 2020, Modality.ESTIMATE), ("điện", 2015, Modality.ACTUAL), ("quặng sắt", 2020, Modality.ESTIMATE), ("quặng sắt", 2015, Modality.ACTUAL),
    ]  # fmt: skip


def test_brackets_that_hold_a_plan() -> None:
    found = read("Kết quả năm 2020 (số trong ngoặc là kế hoạch năm 2020): trồng rừng 800 ha (750 ha).", YEARS)
    assert [f.modality for f in found] == [Modality.ACTUAL, Modality.TARGET]


def test_from_where_it_was_to_what_it_is_now() -> None:
    found = read("Tỷ lệ hộ nghèo từ chỗ 25% năm 2015 nay chỉ còn 9%.", YEARS)
    assert [(f.indicator, f.period.year) for f in found] == [("tỷ lệ hộ nghèo", 2015), ("tỷ lệ hộ nghèo", 2020)]


def test_years_alike_and_a_cause_with_a_time_of_its_own() -> None:
    found = read("Giá trị sản xuất công nghiệp tăng không đều: năm 2016 tăng 6,8%, hai năm 2017 và 2018 cùng tăng 11,0%, năm 2019 tăng cao nhất (11,6%), riêng năm 2020 do nhà máy thép dừng lò từ tháng 8 nên chỉ tăng 7,2%.", YEARS)
    assert {(f.text, f.period.kind, f.period.year) for f in found} == {("6,8%", "year", 2016), ("11,0%", "year", 2017), ("11,0%", "year", 2018), ("11,6%", "year", 2019), ("7,2%", "year", 2020)}
    assert all(f.measure is Measure.GROWTH for f in found)


def test_a_rate_that_is_higher_than_another_is_of_what_was_spoken_of() -> None:
    found = read("CPI tháng 6 tăng 0,3% so với tháng trước. Mức tăng 0,3% của tháng Sáu cao hơn mức 0,26% của tháng Năm nhưng thấp hơn mức tăng 0,41% của tháng 6/2019; trong đó thành thị tăng 0,33%.", PRICES)
    assert [f.indicator for f in found[:4]] == ["CPI"] * 4
    assert [f.period.part for f in found[:4]] == [6, 6, 5, 6]
    assert one(found, "0,33").base is Base.PREVIOUS


TEXT = """# Thương mại giai đoạn 2016-2020

Vốn đầu tư chợ 148,6 tỷ đồng: ngân sách trung ương 71,2 tỷ đồng, ngân sách tỉnh 38,4 tỷ đồng, vốn xã hội hóa 39,0 tỷ đồng.

| Chỉ tiêu | Đơn vị | Kế hoạch năm 2020 | Ước thực hiện năm 2020 |
|---|---|---|---|
| Tổng mức bán lẻ hàng hóa và DT dịch vụ | tỷ đồng | 10.436 | 8.974 |
| Xuất khẩu hàng hóa địa phương | triệu USD | 50 | 41,7 |
"""


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        (("Vốn đầu tư chợ là bao nhiêu?",), "Trong đó ngân sách tỉnh bỏ ra bao nhiêu?", "38,4 tỷ đồng"),
        (("Mục tiêu xuất khẩu hàng hóa địa phương năm 2020 là bao nhiêu?",), "Vậy ước thực hiện năm đó được bao nhiêu?", "41,7 triệu USD"),
        ((), "Theo kế hoạch thì tổng mức bán lẻ hàng hóa và doanh thu dịch vụ năm 2020 phải đạt bao nhiêu?", "10.436 tỷ đồng"),
    ],
)
def test_questions_on_parts_results_and_short_names(history: tuple[str, ...], question: str, told: str) -> None:
    shelf = shelf_of("a.md", TEXT)
    answer = Assistant(shelf).invoke(Ask(question, history, shelf.reports()[0].name))
    assert isinstance(answer, Answer) and told in answer.text.split("[1]")[0]
