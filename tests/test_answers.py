"""Invented reports, asked as people ask: the figure, its arithmetic, or the word that it is not there."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from ingest import read_text
from tests.fake_library import Shelf, shelf_of

TRADE = """# Báo cáo ngoại thương tỉnh Vĩnh Lạc 9 tháng năm 2022

## I. Xuất nhập khẩu

Kim ngạch xuất khẩu 9 tháng năm 2022 đạt 812 triệu USD, tăng 8,3% so với cùng kỳ năm trước. Kim ngạch nhập khẩu 9 tháng đạt 655 triệu USD, giảm 2,1% so với cùng kỳ năm trước.

Kim ngạch xuất khẩu quý III năm 2022 đạt 290 triệu USD. Kim ngạch xuất khẩu quý II năm 2022 đạt 275 triệu USD.

Bảng 1. Thị trường xuất khẩu 9 tháng năm 2022

| Thị trường | Trị giá (triệu USD) | Tỷ trọng (%) | So với cùng kỳ (%) |
|---|---:|---:|---:|
| Đức | 201,4 | 24,8 | +12,5 |
| Hàn Quốc | 243,6 | 30,0 | -4,0 |
| Ấn Độ | 97,4 | 12,0 | +31,2 |
| Thị trường khác | 269,6 | 33,2 | +3,3 |

## II. Nông nghiệp

Sản lượng chè búp tươi năm 2022 đạt 48,2 nghìn tấn, tăng 3,2 nghìn tấn so với năm 2021. Sản lượng cà phê đạt 15,6 nghìn tấn. Giá trị xuất khẩu không bao gồm hàng quá cảnh qua cửa khẩu Bản Pàng.

Vụ chè xuân mất mùa do rét đậm kéo dài.

## III. Nhiệm vụ trọng tâm quý IV

- Mở hội chợ cam tại thị trấn Pác Nặm.
- Hoàn thành kho lạnh ở cửa khẩu Bản Pàng.
- Phấn đấu kim ngạch xuất khẩu cả năm đạt 1.100 triệu USD.
"""


@pytest.fixture(scope="module")
def trade() -> Assistant:
    return Assistant(Shelf(read_text(TRADE, name="vinh-lac", markdown=True)))


def ask(assistant: Assistant, question: str, *before: str) -> Answer | NotInReport:
    got = assistant.invoke(Ask(question, before))
    text = assistant.library.report("vinh-lac").text
    assert all(text[c.start : c.end] == c.quote for c in got.citations)
    return got


COMPUTED = [
    ("Xuất khẩu 9 tháng nhiều hơn nhập khẩu bao nhiêu?", "157 triệu USD", "812 − 655"),
    ("9 tháng năm 2022 tỉnh xuất siêu bao nhiêu?", "157 triệu USD", "812 − 655"),
    ("Quý I năm 2022 xuất khẩu bao nhiêu?", "247 triệu USD", "812 − "),
    ("6 tháng đầu năm 2022 kim ngạch xuất khẩu là bao nhiêu?", "522 triệu USD", "812 − 290"),
    ("Còn phải xuất khẩu bao nhiêu nữa mới đạt kế hoạch cả năm?", "288 triệu USD", "1.100 − 812"),
    ("Tổng sản lượng chè búp tươi và cà phê là bao nhiêu?", "63,8 nghìn tấn", "48,2 + 15,6"),
    ("Sản lượng chè búp tươi gấp mấy lần cà phê?", "3,1 lần", "48,2 : 15,6"),
    ("Sản lượng chè búp tươi năm 2021 là bao nhiêu?", "45 nghìn tấn", "48,2 − 3,2"),
    ("Trị giá xuất khẩu sang Đức và Ấn Độ cộng lại là bao nhiêu?", "298,8 triệu USD", "201,4 + 97,4"),
]


@pytest.mark.parametrize(("question", "figure", "formula"), COMPUTED)
def test_computed(trade: Assistant, question: str, figure: str, formula: str) -> None:
    got = ask(trade, question)
    assert isinstance(got, Answer), got.text
    assert figure in got.text and formula in (got.calculation or "")
    assert len(got.citations) >= 1 and len(got.figures) == 2 or "Quý I" in question


FIRST = [
    ("Thị trường xuất khẩu nào lớn nhất?", "Hàn Quốc"),
    ("Nước nào mua hàng nhiều nhất và chiếm bao nhiêu?", "Hàn Quốc"),
    ("Thị trường nào tăng mạnh nhất?", "Ấn Độ"),
    ("Kim ngạch nhập khẩu 9 tháng giảm bao nhiêu phần trăm?", "Giảm 2,1%"),
    ("so sanh xuat khau va nhap khau 9 thang", "812 triệu USD"),
]


@pytest.mark.parametrize(("question", "first"), FIRST)
def test_what_leads(trade: Assistant, question: str, first: str) -> None:
    got = ask(trade, question)
    assert isinstance(got, Answer), got.text
    assert first.lower() in got.text.lower()[: len(first) + 20]


def test_markets_that_fell(trade: Assistant) -> None:
    got = ask(trade, "Những thị trường nào giảm?")
    assert isinstance(got, Answer) and "Hàn Quốc" in got.text and "Đức" not in got.text and "Ấn Độ" not in got.text


def test_two_things_at_once(trade: Assistant) -> None:
    got = ask(trade, "Kim ngạch xuất khẩu 9 tháng bao nhiêu, tăng bao nhiêu phần trăm?")
    assert isinstance(got, Answer) and "812 triệu USD" in got.text and "8,3%" in got.text


CLAIMS = [
    ("Kim ngạch xuất khẩu 9 tháng đạt 812 triệu USD đúng không?", "đúng"),
    ("Kim ngạch nhập khẩu 9 tháng tăng 2,1% phải không?", "sai"),
    ("Kim ngạch xuất khẩu 9 tháng đạt 812 tỷ USD đúng không?", "sai"),
    ("Giá trị xuất khẩu có bao gồm hàng quá cảnh qua Bản Pàng phải không?", "sai"),
    ("Có phải sản lượng cà phê đạt 15,6 nghìn tấn?", "đúng"),
]


@pytest.mark.parametrize(("question", "verdict"), CLAIMS)
def test_claims(trade: Assistant, question: str, verdict: str) -> None:
    got = ask(trade, question)
    assert isinstance(got, Answer), got.text
    assert got.verdict == verdict and got.citations


def test_a_false_premise_is_corrected(trade: Assistant) -> None:
    got = ask(trade, "Vì sao kim ngạch xuất khẩu 9 tháng giảm 8,3%?")
    assert isinstance(got, Answer) and got.verdict == "sai" and "tăng 8,3%" in got.text


ABSENT = [
    ("Sản lượng tiêu năm 2022 là bao nhiêu?", ""),
    ("Năng suất chè búp tươi năm 2022?", ""),
    ("Kim ngạch xuất khẩu năm 2019 là bao nhiêu?", "2019"),
    ("Kế hoạch sản lượng cà phê năm 2023?", ""),
    ("Kim ngạch xuất khẩu của tỉnh Quảng Ninh 9 tháng?", "Quảng Ninh"),
    ("Bao nhiêu khách du lịch đến tỉnh?", "khách"),
    ("Trị giá xuất khẩu sang Nhật Bản?", "Nhật Bản"),
]


@pytest.mark.parametrize(("question", "named"), ABSENT)
def test_what_the_report_does_not_state(trade: Assistant, question: str, named: str) -> None:
    got = ask(trade, question)
    assert isinstance(got, NotInReport), got.text
    assert named.lower() in got.text.lower()


def test_two_values_for_one_indicator_are_both_given() -> None:
    text = "Báo cáo năm 2021\n\nSản lượng xi măng năm 2021 đạt 415 nghìn tấn, tăng 6,2%.\n\nNăm 2021, sản lượng xi măng đạt 409 nghìn tấn. Sản lượng gạch đạt 80 triệu viên.\n"
    got = Assistant(Shelf(read_text(text, name="doi-chieu"))).invoke(Ask("Sản lượng xi măng năm 2021 là bao nhiêu?"))
    assert isinstance(got, Answer) and "415 nghìn tấn" in got.text and "409 nghìn tấn" in got.text and "khác nhau" in got.text
    assert len(got.citations) >= 2


def test_a_list_under_its_heading(trade: Assistant) -> None:
    got = ask(trade, "Các nhiệm vụ trọng tâm quý IV là gì?")
    assert isinstance(got, Answer) and "hội chợ cam" in got.text and "kho lạnh" in got.text


def test_why(trade: Assistant) -> None:
    got = ask(trade, "Vì sao vụ chè xuân mất mùa?")
    assert isinstance(got, Answer) and "rét đậm" in got.text


def test_what_a_part_added_is_not_how_much_the_whole_rose() -> None:
    shelf = shelf_of("gia.md", "# Giá tiêu dùng tháng 7 năm 2024\n\nNhóm giao thông tăng 1,24% so với tháng trước, đóng góp 0,12 điểm phần trăm vào CPI chung.\n")
    one = Assistant(shelf)
    assert not isinstance(one.invoke(Ask("CPI tháng 7/2024 tăng bao nhiêu so với tháng trước?")), Answer)
    assert "0,12" in one.invoke(Ask("Nhóm giao thông đóng góp bao nhiêu điểm phần trăm vào CPI chung?")).text
