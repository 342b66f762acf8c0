"""Questions about several things named in a row, and claims that one of many is the first."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from tests.fake_library import shelf_of

TRADE = """# Xuất khẩu, nhập khẩu của Đông Phù 8 tháng năm 2025

## 1. Thị trường nhập khẩu

Trong 8 tháng năm 2025, nhập khẩu từ Lào đạt 72,15 triệu USD, từ Thái Lan đạt 30,2 triệu USD và từ Hàn Quốc đạt 18,6 triệu USD.

## 2. Mặt hàng

Bảng 1: Một số mặt hàng xuất khẩu chủ yếu 8 tháng năm 2025

| Mặt hàng | Lượng (nghìn tấn) | Trị giá (triệu USD) |
| --- | --- | --- |
| Chè | 58 | 271 |
| Hạt điều | 12 | 96 |

## 3. Chi ngân sách

Chi thường xuyên 8 tháng đạt 910 tỷ đồng, trong đó giáo dục và đào tạo 412 tỷ đồng, quản lý hành chính 226 tỷ đồng, y tế 134 tỷ đồng.
"""

PRICES = """# Chỉ số giá tiêu dùng tháng 4 năm 2026

Trong 11 nhóm hàng, nhóm giao thông tăng cao nhất với 2,14%; nhóm giáo dục tăng 0,12%.

Bảng 1: Chỉ số giá tiêu dùng tháng 4 năm 2026 so với tháng trước (%)

| Nhóm hàng | So với tháng trước |
| --- | --- |
| Giao thông | 102,14 |
| Giáo dục | 100,12 |
| Thuốc và dịch vụ y tế | 100,05 |
"""


def told(text: str, question: str) -> Answer | NotInReport:
    return Assistant(shelf_of("a.md", text)).invoke(Ask(question, (), "a"))


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Kim ngạch nhập khẩu 8 tháng từ Lào, Thái Lan và Hàn Quốc là bao nhiêu?", ["72,15 triệu USD", "30,2 triệu USD", "18,6 triệu USD"]),
        ("Cho biết nhập khẩu từ Lào và Hàn Quốc.", ["72,15 triệu USD", "18,6 triệu USD"]),
        ("Lượng và trị giá chè xuất khẩu 8 tháng là bao nhiêu?", ["58 nghìn tấn", "271 triệu USD"]),
        ("Chi thường xuyên 8 tháng cho giáo dục, quản lý hành chính và y tế, mỗi lĩnh vực bao nhiêu?", ["412 tỷ đồng", "226 tỷ đồng", "134 tỷ đồng"]),
    ],
)
def test_each_of_the_named_is_told(question: str, figures: list[str]) -> None:
    answer = told(TRADE, question)
    assert isinstance(answer, Answer)
    assert [f.text for f in answer.figures] == figures


@pytest.mark.parametrize("question", ["Kim ngạch nhập khẩu 8 tháng từ Lào và Nhật Bản là bao nhiêu?", "Lượng và trị giá cà phê xuất khẩu 8 tháng là bao nhiêu?"])
def test_some_of_the_named_are_no_answer(question: str) -> None:
    assert isinstance(told(TRADE, question), NotInReport)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Trong 11 nhóm hàng, giao thông là nhóm tăng mạnh nhất so với tháng trước, đúng không?", "đúng"),
        ("Trong 11 nhóm hàng, giáo dục là nhóm tăng mạnh nhất so với tháng trước, đúng không?", "sai"),
    ],
)
def test_a_claim_of_the_first_is_held_against_who_is(claim: str, verdict: str) -> None:
    answer = told(PRICES, claim)
    assert isinstance(answer, Answer)
    assert answer.verdict == verdict
    assert "102,14" in answer.text or "2,14" in answer.text


CAUSES = """# Xuất nhập khẩu của Đông Phù 6 tháng năm 2026

Cán cân thương mại 6 tháng thặng dư 62 triệu USD, giảm 14,6% so với cùng kỳ, do nhập khẩu linh kiện tăng nhanh hơn xuất khẩu. Hàng có xuất xứ Lào đạt 10,3 triệu USD. Do đó, Đông Phù nhập siêu từ Lào 7,1 triệu USD, trong khi xuất siêu sang Nhật Bản 72 triệu USD.
"""


def test_what_came_of_it_is_no_cause() -> None:
    answer = told(CAUSES, "Vì sao xuất siêu 6 tháng thấp hơn cùng kỳ?")
    assert isinstance(answer, Answer)
    assert "linh kiện" in answer.text and "Do đó" not in answer.text


RUNS = """# Giá cả quý III năm 2026

CPI tháng Bảy tăng 0,31%, tháng Tám tăng 0,39%, tháng Chín tăng 0,35% so với tháng trước.

Trong quý, giá xăng dầu được điều chỉnh 4 đợt (các ngày 22/7, 29/7, 05/8 và 12/8), bình quân giá xăng tăng 4,08%. Hội nghị tổng kết họp ngày 02/9.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Giá xăng dầu được điều chỉnh vào những ngày nào?", ["22/7", "29/7", "05/8", "12/8"]),
        ("Liệt kê mức tăng CPI so với tháng trước của từng tháng trong quý III/2026.", ["0,31%", "0,39%", "0,35%"]),
    ],
)
def test_each_day_and_each_month_is_told(question: str, said: list[str]) -> None:
    answer = told(RUNS, question)
    assert isinstance(answer, Answer)
    assert all(part in answer.text for part in said)


@pytest.mark.parametrize("question", ["Hội nghị tổng kết họp vào những ngày nào?", "Liệt kê mức tăng CPI so với tháng trước của từng tháng từ tháng 5 đến tháng 9 năm 2026."])
def test_one_day_and_some_months_are_no_answer(question: str) -> None:
    assert isinstance(told(RUNS, question), NotInReport)


GUARDS = """# Giải ngân vốn đầu tư công tỉnh Vĩnh Sơn 11 tháng năm 2026

Thu ngân sách trên địa bàn tỉnh 11 tháng đạt 8.420 tỷ đồng. Mưa lũ sau bão số 11 làm ngập khoảng 1.240 ha rau màu.

Giá trị sản xuất công nghiệp giai đoạn 2016 - 2020 tăng bình quân 11,7%/năm.

Bảng 1: Giải ngân theo đơn vị (tỷ đồng)

| Đơn vị | Kế hoạch vốn | Giải ngân 11 tháng |
| --- | --- | --- |
| Huyện Phú Điền | 461,3 | 392,9 |
| Huyện Lâm Khê | 337,4 | 241,6 |
"""


@pytest.mark.parametrize(
    "question",
    [
        "Huyện Phú Điền thu ngân sách trên địa bàn 11 tháng được bao nhiêu?",  # what a place gave out is not what it took in
        "Bão số 11 làm ngập bao nhiêu ha lúa?",
        "Kế hoạch vốn gồm những nguồn vốn nào, mỗi nguồn bao nhiêu?",
        "Năm 2020 giá trị sản xuất công nghiệp tăng 13,6% đúng không?",  # the mean of five years belies no year
    ],
)
def test_a_neighbour_is_no_answer(question: str) -> None:
    assert isinstance(told(GUARDS, question), NotInReport)
