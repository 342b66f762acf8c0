"""Halves of a month, balances with partners, changes dealt out and ranked: how customs and price bulletins tell them. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from ingest import read_text
from report.model import Base, Direction
from tests.fake_library import Shelf, ask, one, read, shelf_of

BULLETIN = """BẢN TIN HẢI QUAN KỲ 2 THÁNG 9 NĂM 2023

Cán cân thương mại: tháng 9 xuất siêu 61 triệu USD.

I. XUẤT KHẨU

Trị giá xuất khẩu kỳ 2 tháng 9/2023 đạt 412 triệu USD, tăng 3,0% so với kỳ 1. Các mặt hàng tăng nhiều nhất về số tuyệt đối so với kỳ 1 là máy vi tính, sản phẩm điện tử và linh kiện tăng 24 triệu USD (tăng 8,0%), cà phê tăng 17 triệu USD (tăng 31,2%), hàng dệt, may tăng 9 triệu USD (tăng 12,5%).

Lũy kế 9 tháng, trị giá xuất khẩu đạt 7.214 triệu USD, tăng 6,1% so với cùng kỳ năm trước.

- Cà phê: lượng xuất khẩu kỳ 2 đạt 18 nghìn tấn; 9 tháng đạt 412 nghìn tấn. I-ta-li-a mua 96 nghìn tấn.

II. NHẬP KHẨU

9 tháng, trị giá nhập khẩu đạt 6.830 triệu USD, giảm 2,4% so với cùng kỳ năm trước. Nhập khẩu từ Lào tăng 5,5% so với cùng kỳ.

Bảng 1: Xuất khẩu theo mặt hàng

| Mặt hàng (triệu USD) | Kỳ 2 tháng 9/2023 | Kỳ 1 tháng 9/2023 | 9 tháng 2023 |
|:--|--:|--:|--:|
| Tổng trị giá | 412 | 400 | 7.214 |
| Cà phê | 71 | 54 | 1.020 |

Bảng 2: Xuất nhập khẩu với một số thị trường, 9 tháng năm 2023 (triệu USD)

| Thị trường | Xuất khẩu | Nhập khẩu | Tổng XNK | Cán cân |
|:--|--:|--:|--:|--:|
| Thái Lan | 812 | 1.120 | 1.932 | -308 |
| EU (27) | 1.904 | 655 | 2.559 | 1.249 |
| Lào | 410 | 377 | 787 | 33 |
| Cam-pu-chia | 290 | 512 | 802 | -222 |
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(read_text(BULLETIN, name="hai-quan"))


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        (("Tổng kim ngạch xuất nhập khẩu với Lào 9 tháng?",), "787 triệu USD"),
        (("Xuất khẩu 9 tháng 2023 tăng bao nhiêu phần trăm so với cùng kỳ?", "còn nhập khẩu?"), "Giảm 2,4%"),
        (("Ba mặt hàng xuất khẩu nào tăng nhiều nhất về số tuyệt đối so với kỳ 1?",), "cà phê tăng 17 triệu USD"),
        (("Mặt hàng xuất khẩu nào tăng mạnh nhất so với kỳ 1?",), "Cà phê tăng 31,2%"),
        (("Cả tháng 9 năm 2023 xuất khẩu được bao nhiêu?",), "812 triệu USD"),
        (("Xuất khẩu cà phê tháng 9 đạt bao nhiêu triệu USD?",), "125 triệu USD"),
        (("Lượng cà phê xuất khẩu kỳ 2 tháng 9 là bao nhiêu?",), "18 nghìn tấn"),
        (("Xuất siêu sang EU lớn hơn sang Lào bao nhiêu?",), "1.216 triệu USD"),
        (("Nhập siêu từ Cam-pu-chia ít hơn từ Thái Lan bao nhiêu?",), "86 triệu USD"),
    ],
)
def test_what_is_asked_is_answered(shelf: Shelf, talk: tuple[str, ...], said: str) -> None:
    result = Assistant(shelf).invoke(Ask(talk[-1], talk[:-1], "hai-quan"))
    assert isinstance(result, Answer) and said in result.text, result.text


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("9 tháng Việt Nam nhập siêu 308 triệu USD từ Thái Lan phải không?", "đúng"),
        ("Xuất siêu sang Cam-pu-chia 222 triệu USD, đúng không?", "sai"),
        ("Xuất siêu sang EU đạt 1.349 triệu USD phải không?", "sai"),
        ("Tháng 9 xuất siêu 61 triệu USD đúng không?", "đúng"),
        ("Xuất khẩu kỳ 2 tăng 3,0% so với kỳ 1 phải không?", "đúng"),
        ("Xuất khẩu cà phê kỳ 1 đạt 71 triệu USD, đúng không?", "sai"),
    ],
)
def test_verdicts_on_halves_and_balances(shelf: Shelf, claim: str, verdict: str) -> None:
    result = Assistant(shelf).invoke(Ask(claim, (), "hai-quan"))
    assert isinstance(result, Answer) and result.verdict == verdict, result.text


def test_a_surplus_is_no_deficit(shelf: Shelf) -> None:
    assert Assistant(shelf).invoke(Ask("Tháng 9 nhập siêu 61 triệu USD đúng không?", (), "hai-quan")).verdict != "đúng"


@pytest.mark.parametrize("question", ["Tổng xuất nhập khẩu cà phê 9 tháng?", "Xuất siêu sang EU lớn hơn sang Thái Lan bao nhiêu?", "Xuất khẩu tháng 8 năm 2023?"])
def test_what_does_not_follow_is_not_worked_out(shelf: Shelf, question: str) -> None:
    assert not isinstance(Assistant(shelf).invoke(Ask(question, (), "hai-quan")), Answer)


def test_a_half_month_does_not_hold_what_is_more_than_it() -> None:
    found = read("- Cà phê: lượng xuất khẩu kỳ 2 đạt 18 nghìn tấn; 9 tháng đạt 412 nghìn tấn. I-ta-li-a mua 96 nghìn tấn.", "Bản tin hải quan kỳ 2 tháng 9 năm 2023")
    assert [(f.period.kind, f.period.part) for f in found] == [("season", 209), ("months", 9), ("months", 9)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Giá thép giảm 6,4% và giá xi măng giảm 2,2% làm CPI giảm tương ứng 0,05 và 0,02 điểm phần trăm.", ["giá thép", "giá xi măng"]),
        ("Nông nghiệp tăng 3,1%, dịch vụ tăng 6,2%, đóng góp lần lượt 0,9 và 2,2 điểm phần trăm.", ["nông nghiệp", "dịch vụ"]),
        ("Giá thép tăng 6,4%, giá xi măng tăng 2,2%, làm CPI tăng 0,05 điểm phần trăm.", ["giá xi măng"]),
    ],
)
def test_contributions_are_dealt_out_to_the_changes_before(text: str, told: list[str]) -> None:
    points = [f for f in read(text, "Chỉ số giá tháng 6 năm 2024") if f.unit == "điểm phần trăm"]
    assert [f.indicator.removeprefix("đóng góp của ").partition(" vào ")[0] for f in points] == told


def test_the_rate_behind_the_highest_is_a_change() -> None:
    f = one(read("Giáo dục là nhóm tăng cao nhất, với mức 4,12%, do học phí.", "Chỉ số giá tháng 9 năm 2024"), "4,12%")
    assert (f.indicator, f.direction) == ("giáo dục", Direction.UP)


def test_what_is_summed_up_of_growths_goes_on() -> None:
    found = read("CPI quý I tăng 3,9%, quý II tăng 4,2% và tính chung 7 tháng tăng 4,0% so với cùng kỳ. Giá gạo tăng 12,6%.", "Chỉ số giá tháng 7 năm 2024")
    assert one(found, "12,6%").period.kind == "months"


def test_a_half_against_the_one_before() -> None:
    assert one(read("So với kỳ 1, hàng dệt, may giảm 9 triệu USD, máy móc, thiết bị, dụng cụ, phụ tùng tăng 4 triệu USD.", "Bản tin hải quan kỳ 2 tháng 9 năm 2023"), "9 triệu").base is Base.PREVIOUS


HALF = """Tình hình xuất khẩu, nhập khẩu hàng hóa của Việt Nam kỳ 1 tháng 5/2027

Trong kỳ 1 tháng 5/2027, cán cân thương mại hàng hóa thâm hụt 413 triệu USD, trái với mức thặng dư 637 triệu USD của kỳ 2 tháng 4/2027. Tính chung từ đầu năm, cả nước vẫn xuất siêu 3,42 tỷ USD, thấp hơn nhiều con số 4,87 tỷ USD của cùng kỳ năm trước; khối trong nước nhập siêu 9,36 tỷ USD.

Bảng 1. Kim ngạch xuất nhập khẩu hàng hóa

| Chỉ tiêu | Trị giá kỳ 1 tháng 5/2027 (triệu USD) | Trị giá lũy kế đến 15/5/2027 (triệu USD) |
|---|---:|---:|
| Cán cân thương mại | -413 | 3.418 |
"""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("15 ngày đầu tháng 5/2027 cả nước nhập siêu bao nhiêu?", "413 triệu USD"),
        ("Mười lăm ngày đầu tháng 5 cả nước nhập siêu bao nhiêu?", "413 triệu USD"),
        ("Kỳ 2 tháng 4 cả nước xuất siêu bao nhiêu?", "637 triệu USD"),
        ("Từ đầu năm đến 15/5/2027 cả nước xuất siêu bao nhiêu?", "3,42 tỷ USD"),
        ("Cùng kỳ năm 2026 (từ đầu năm đến 15/5), cả nước xuất siêu bao nhiêu?", "4,87 tỷ USD"),
        ("Kỳ 1 tháng 5/2027 cả nước xuất siêu bao nhiêu?", ""),
        ("Từ đầu năm đến 15/5/2027 cả nước nhập siêu bao nhiêu?", ""),
    ],
)  # fmt: skip
def test_the_balance_of_the_nation_at_its_time(asked: str, told: str) -> None:
    answer = Assistant(shelf_of("a.md", HALF)).invoke(Ask(asked, (), "a"))
    assert answer.text.startswith(told) if told else not isinstance(answer, Answer)


GOODS = """Tình hình xuất khẩu, nhập khẩu hàng hóa của Việt Nam kỳ 1 tháng 5/2027

Bảng 1. Một số nhóm hàng xuất khẩu

Lượng: tấn; trị giá: triệu USD

| Nhóm hàng | Trị giá kỳ 1 tháng 5/2027 | Tăng/giảm trị giá so với kỳ 2 tháng 4/2027 | Trị giá so với cùng kỳ năm 2026 (%) |
|---|---:|---:|---:|
| Điện thoại và linh kiện | 1.864 | -218 | 4,3 |
| Hàng dệt, may | 1.327 | -146 | -2,4 |
| Chè | 51 | 16 | 3,9 |

Bảng 2. Một số nhóm hàng nhập khẩu

Lượng: tấn; trị giá: triệu USD

| Nhóm hàng | Trị giá kỳ 1 tháng 5/2027 | Tăng/giảm trị giá so với kỳ 2 tháng 4/2027 | Trị giá so với cùng kỳ năm 2026 (%) |
|---|---:|---:|---:|
| Máy móc, thiết bị, dụng cụ, phụ tùng khác | 2.514 | -157 | 9,8 |
| Sắt thép | 257 | -35 | -11,7 |
| Xăng dầu | 332 | 71 | 6,4 |
"""


@pytest.mark.parametrize(
    ("asked", "first", "none"),
    [
        ("Trong các nhóm hàng nhập khẩu, nhóm nào tăng so với kỳ trước?", "trị giá xăng dầu tăng 71 triệu USD", "chè"),
        ("Nhóm hàng nhập khẩu nào giảm mạnh nhất so với kỳ trước?", "trị giá máy móc, thiết bị, dụng cụ, phụ tùng khác giảm 157 triệu USD", "điện thoại"),
        ("Hai nhóm hàng xuất khẩu giảm nhiều nhất so với kỳ 2 tháng 4/2027 là gì?", "trị giá điện thoại và linh kiện giảm 218 triệu USD", "máy móc"),
        ("Nhóm hàng xuất khẩu nào giảm mạnh nhất so với cùng kỳ năm trước?", "trị giá hàng dệt, may giảm 2,4%", "sắt thép"),
    ],
)  # fmt: skip
def test_who_changed_most_where_a_column_tells_it_in_money(asked: str, first: str, none: str) -> None:
    answer = Assistant(shelf_of("a.md", GOODS)).invoke(Ask(asked, (), "a"))
    assert isinstance(answer, Answer) and answer.text.lower().startswith(first.lower()) and none not in answer.text.lower()


BALANCE_THEN = shelf_of(
    "can-can.md",
    """# Xuất nhập khẩu hàng hóa của Việt Nam tháng 7 và 7 tháng năm 2025

Tính chung 7 tháng năm 2025, cả nước xuất siêu 10,18 tỷ USD, thấp hơn mức 14,65 tỷ USD của cùng kỳ năm trước; riêng khối FDI xuất siêu 27,4 tỷ USD.
""",
)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Xuất siêu 7 tháng năm 2025 thấp hơn cùng kỳ năm trước bao nhiêu tỷ USD?", "Thấp hơn 4,47 tỷ USD"),
        ("Xuất siêu 7 tháng giảm bao nhiêu so với cùng kỳ năm trước?", "Thấp hơn 4,47 tỷ USD"),
        ("Xuất siêu 7 tháng năm 2025 là bao nhiêu?", "10,18 tỷ USD"),
        ("Xuất siêu của khối FDI 7 tháng cao hơn cùng kỳ bao nhiêu?", None),
    ],
)
def test_a_balance_beside_that_of_the_year_before(question: str, held: str | None) -> None:
    result = ask(BALANCE_THEN, question)
    assert isinstance(result, Answer) is (held is not None) and (held is None or isinstance(result, Answer) and result.text.startswith(held)), result


FELL = shelf_of(
    "nhom-hang.md",
    """# Xuất khẩu hàng hóa của Việt Nam tháng 7 năm 2025

So với tháng trước, một số nhóm hàng giảm mạnh về số tuyệt đối: điện thoại giảm 310 triệu USD; giày dép giảm 124 triệu USD; cà phê giảm 58 triệu USD.

| Mặt hàng | Trị giá (triệu USD) | So với tháng trước (%) |
|---|---:|---:|
| Điện thoại | 4.120 | -7,0 |
| Giày dép | 1.310 | -8,6 |
| Gạo | 402 | 3,1 |
""",
)


def test_amounts_are_told_where_amounts_are_asked() -> None:
    fell = ask(FELL, "Những nhóm hàng xuất khẩu nào giảm mạnh về số tuyệt đối so với tháng trước và giảm bao nhiêu?")
    assert isinstance(fell, Answer) and all(f in fell.text for f in ("310 triệu USD", "124 triệu USD", "58 triệu USD")) and "8,6" not in fell.text, fell
    rose = ask(FELL, "Những nhóm hàng xuất khẩu nào tăng về số tuyệt đối so với tháng trước và tăng bao nhiêu?")
    assert not isinstance(rose, Answer) or "3,1" not in rose.text, rose
    rates = ask(FELL, "Những nhóm hàng xuất khẩu nào giảm so với tháng trước và giảm bao nhiêu phần trăm?")
    assert isinstance(rates, Answer) and "8,6" in rates.text
