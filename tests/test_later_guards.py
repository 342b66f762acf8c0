"""Quarters told as three months, rates that rank, bodies that a report does not name, the base of an index. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from report.model import Base
from tests.fake_library import read, shelf_of

TEXT = """# Ngân sách quý I năm 2026

Tổng chi tháng 3 ước 171,9 nghìn tỷ đồng, đưa tổng chi quý I lên 478,6 nghìn tỷ đồng. Chi thường xuyên vẫn là khoản lớn nhất, 349,8 nghìn tỷ đồng; chi trả nợ lãi 31,4 nghìn tỷ đồng.

Ba tháng, tổng kim ngạch xuất nhập khẩu đạt 241,8 tỷ USD.

CPI tháng 3 tăng 0,37% so với tháng trước.

| Bộ, ngành | Kế hoạch (tỷ đồng) | Giải ngân (tỷ đồng) | Tỷ lệ (%) |
|---|---|---|---|
| Bộ Xây dựng | 118.600 | 16.130 | 13,6 |
| Bộ Y tế | 1.720 | 86 | 5,0 |
| Bộ Khoa học | 5.310 | 96 | 1,8 |
"""


def told(question: str) -> str:
    shelf = shelf_of("a.md", TEXT)
    answer = Assistant(shelf).invoke(Ask(question, (), shelf.reports()[0].name))
    return answer.text if isinstance(answer, Answer) else ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Chi thường xuyên quý I là bao nhiêu?", "349,8 nghìn tỷ đồng"),
        ("Chi trả nợ lãi quý I là bao nhiêu?", "31,4 nghìn tỷ đồng"),
        ("Tổng kim ngạch xuất nhập khẩu quý I là bao nhiêu?", "241,8 tỷ USD"),
        ("Bộ nào giải ngân với tỷ lệ thấp nhất?", "1,8"),
    ],
)
def test_what_is_asked_is_answered(question: str, answer: str) -> None:
    assert answer in told(question)


@pytest.mark.parametrize("question", ["Bộ Quốc phòng giải ngân được bao nhiêu phần trăm?", "So với kỳ gốc 2019, CPI tháng 3 tăng bao nhiêu phần trăm?"])
def test_what_is_not_told_is_not_answered(question: str) -> None:
    assert told(question) == ""


def test_years_in_a_row_of_one_month() -> None:
    found = read("CPI tháng 11 so với tháng liền trước của các năm 2021, 2022 và 2023 tăng lần lượt 0,28%; 0,35% và 0,16%.", "Chỉ số giá tháng 11 năm 2025")
    assert [(f.period.kind, f.period.part, f.period.year, f.base) for f in found] == [("month", 11, year, Base.PREVIOUS) for year in (2021, 2022, 2023)]


def test_a_name_with_another_number_is_another_thing() -> None:
    shelf = shelf_of("a.md", "# Giá cả tháng 8 năm 2023\n\nGiá xăng E5 RON 92-II bình quân tháng 8 là 23.140 đồng/lít.\n")
    name = shelf.reports()[0].name
    assert not isinstance(Assistant(shelf).invoke(Ask("Giá xăng RON 95-III bình quân tháng 8 là bao nhiêu?", (), name)), Answer)
    assert isinstance(Assistant(shelf).invoke(Ask("Giá xăng E5 RON 92-II bình quân tháng 8 là bao nhiêu?", (), name)), Answer)
