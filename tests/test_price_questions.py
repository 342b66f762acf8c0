"""Questions about prices: against what, of which of those listed side by side, and on from there. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from tests.fake_library import ask, shelf_of

TABLE = """# Báo cáo chỉ số giá tiêu dùng (CPI) tháng {month} năm 2024

CPI tháng {month} tăng 0,31% so với tháng trước. Giá lương thực tháng {month} tăng 0,36% so với tháng trước.

Bình quân {month} tháng, giá lương thực tăng 14,2% so với cùng kỳ.

**Bảng 1. Chỉ số giá tiêu dùng tháng {month} năm 2024 (%)**

| Nhóm | Kỳ gốc 2019 | Cùng tháng năm trước | Tháng 12 năm trước | Tháng trước |
| --- | --- | --- | --- | --- |
| I. Hàng ăn và dịch vụ ăn uống | 119,7 | 104,6 | 103,2 | 100,4 |
| 1. Lương thực | 127,1 | 108,8 | 102,9 | 100,36 |
| 2. Thực phẩm | 118,3 | 104,1 | 103,1 | 100,6 |
| 3. Ăn uống ngoài gia đình | 121,5 | 104,3 | 103,5 | 100,1 |
| II. Thiết bị và đồ dùng gia đình | 109,2 | 101,2 | 100,9 | 100,1 |
| III. Giáo dục | 124,4 | 104,2 | 103,1 | 100,4 |
| Trong đó: Dịch vụ giáo dục | 126,2 | 104,7 | 103,3 | 100,5 |
"""
OCTOBER, DECEMBER = (shelf_of("gia.md", TABLE.format(month=m)) for m in (10, 12))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Chỉ số giá thiết bị và đồ dùng gia đình tháng 10 so với tháng 12 năm trước là bao nhiêu?", "100,9%"),
        ("So với tháng 10/2023, chỉ số giá thiết bị và đồ dùng gia đình là bao nhiêu?", "101,2%"),
        ("Chỉ số giá thiết bị và đồ dùng gia đình tháng 10 bằng bao nhiêu nếu so với chính tháng này của năm 2023?", "101,2%"),
        ("Giá thực phẩm (không kể lương thực) tháng 10 tăng bao nhiêu so với cùng kỳ?", "104,1%"),
        ("Cho biết chỉ số giá tháng 10 so với cùng tháng năm trước của lương thực, thực phẩm và ăn uống ngoài gia đình.", "108,8%"),
    ],
)
def test_against_what(question: str, value: str) -> None:
    result = ask(OCTOBER, question)
    assert isinstance(result, Answer) and value in result.text.partition("Đừng nhầm")[0], result.text


@pytest.mark.parametrize("then", ["tháng 12/2023", "tháng 12 năm trước"])
def test_december_against_december_is_a_year(then: str) -> None:
    result = ask(DECEMBER, f"Giá nhóm giáo dục tháng 12/2024 tăng bao nhiêu so với {then}?")
    assert isinstance(result, Answer) and "104,2%" in result.text.partition("Đừng nhầm")[0], result.text


@pytest.mark.parametrize(
    ("earlier", "question", "value"),
    [
        (("Giá lương thực tháng 10 tăng bao nhiêu so với tháng trước?",), "Bình quân 10 tháng thì sao?", "14,2%"),
        (("Chỉ số giá nhóm giáo dục tháng 10 so với cùng tháng năm trước là bao nhiêu?", "Riêng dịch vụ giáo dục?"), "So với tháng 12 năm trước là bao nhiêu?", "103,3%"),
    ],
)
def test_on_from_there(earlier: tuple[str, ...], question: str, value: str) -> None:
    result = Assistant(OCTOBER).invoke(Ask(question, earlier))
    assert isinstance(result, Answer) and value in result.text.partition("Đừng nhầm")[0], result.text


CONTRIBUTIONS = shelf_of(
    "cpi-dong-van.txt",
    """Chỉ số giá tiêu dùng tháng 5 năm 2025 tỉnh Đồng Vân

CPI tháng 5 tăng 0,61% so với tháng trước. Nhóm hàng ăn và dịch vụ ăn uống tăng 0,92%, làm CPI chung tăng 0,33 điểm phần trăm, trong đó ăn uống ngoài gia đình tăng 0,35%, làm CPI chung tăng 0,03 điểm phần trăm.
Nhóm giao thông tăng 1,84%, làm CPI chung tăng 0,18 điểm phần trăm. Nhóm bưu chính, viễn thông giảm 0,40%, làm CPI chung giảm 0,01 điểm phần trăm.
""",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hai nhóm ăn uống và giao thông cộng lại làm CPI tăng bao nhiêu điểm phần trăm?", "0,51 điểm phần trăm"),
        ("Nhóm giao thông và nhóm bưu chính, viễn thông cộng lại làm CPI tháng 5 tăng bao nhiêu điểm phần trăm?", "0,17 điểm phần trăm"),  # 0,18 − 0,01
    ],
)
def test_what_several_groups_moved_together(question: str, told: str) -> None:
    result = ask(CONTRIBUTIONS, question)
    assert isinstance(result, Answer) and told in result.text and result.calculation, result.text
    assert "so với kỳ liền trước" in result.text and ("giảm 0,01 điểm phần trăm" in result.text) is ("viễn thông" in question)  # which way each went


@pytest.mark.parametrize("question", ["Hai nhóm ăn uống và giáo dục cộng lại làm CPI tăng bao nhiêu điểm phần trăm?", "Ba nhóm ăn uống và giao thông cộng lại làm CPI tăng bao nhiêu điểm phần trăm?"])
def test_one_that_is_not_told_leaves_no_sum(question: str) -> None:
    result = ask(CONTRIBUTIONS, question)
    assert not isinstance(result, Answer) or "0,51" not in result.text and "0,33 điểm" not in result.text.split("[")[0], result.text


FOREMOST = shelf_of(
    "foremost.txt",
    "CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 5 NĂM 2026\n\nĐóng góp nhiều nhất vào mức tăng chung là nhóm hàng ăn và dịch vụ ăn uống với 0,25 điểm phần trăm, tiếp đến là nhóm giao thông 0,16 điểm phần trăm, nhóm nhà ở, điện, nước và vật liệu xây dựng "
    "0,13 điểm phần trăm.\n\nĂn uống ngoài gia đình tăng 0,42%, đóng góp 0,04 điểm phần trăm.\n",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ba nhóm đóng góp nhiều nhất vào CPI tháng 5 (hàng ăn và dịch vụ ăn uống, giao thông, nhà ở - điện - nước) cộng lại là bao nhiêu điểm phần trăm?", "0,54 điểm phần trăm"),
        ("Hai nhóm góp nhiều nhất (ăn uống, giao thông) cộng lại là mấy điểm phần trăm?", "0,41 điểm phần trăm"),
    ],
)
def test_what_the_foremost_moved_together_where_their_names_come_behind(question: str, told: str) -> None:
    result = ask(FOREMOST, question)
    assert isinstance(result, Answer) and told in result.text.partition(":")[0], result.text


def test_no_sum_where_one_named_behind_is_not_told() -> None:
    result = ask(FOREMOST, "Hai nhóm đóng góp nhiều nhất (ăn uống, giáo dục) cộng lại là bao nhiêu điểm phần trăm?")
    assert not isinstance(result, Answer) or not result.calculation, result.text


@pytest.mark.parametrize("question", ["Giá lương thực so với cùng kỳ tăng bao nhiêu?", "gia luong thuc tang bao nhieu so voi cung ky nam truoc"])
def test_a_month_s_bulletin_is_of_its_month(question: str) -> None:
    text = TABLE.format(month=10).replace("Giá lương thực tháng 10 tăng 0,36% so với tháng trước.", "Giá lương thực tăng 8,8% so với cùng kỳ.").replace("Bình quân 10 tháng, giá lương thực", "Tính bình quân 10 tháng năm 2024, giá lương thực")
    result = ask(shelf_of("gia.md", text), question)
    assert isinstance(result, Answer) and ("8,8%" in result.text.partition("Đừng nhầm")[0] or "108,8%" in result.text.partition("Đừng nhầm")[0]), result.text


TWICE = shelf_of(
    "twice.txt",
    """CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 5 NĂM 2026

I. SO VỚI THÁNG TRƯỚC: HÀNG ĂN VÀ GIAO THÔNG DẪN DẮT

CPI tăng 0,4% so với tháng trước. Nhóm giao thông tăng 1,6%, đóng góp 0,16 điểm phần trăm. Nhóm giáo dục tăng 0,5%, đóng góp 0,03 điểm phần trăm.

Nhóm hàng ăn và dịch vụ ăn uống tăng 0,9%, trong đó thành thị tăng 1,2%, nông thôn tăng 0,7%.

II. SO VỚI CÙNG KỲ NĂM TRƯỚC

CPI tăng 3,4%. Nhóm giao thông giảm 1,1%, làm CPI chung giảm 0,11 điểm phần trăm. Nhóm giáo dục tăng 6,1%, làm CPI chung tăng 0,38 điểm phần trăm.
""",
)


@pytest.mark.parametrize(
    ("earlier", "question", "told"),
    [
        ((), "So với tháng trước, nhóm giao thông đóng góp bao nhiêu điểm phần trăm vào mức tăng CPI tháng 5?", "0,16 điểm phần trăm"),
        ((), "So với cùng kỳ năm trước, nhóm giao thông làm CPI tháng 5 giảm bao nhiêu điểm phần trăm?", "0,11 điểm phần trăm"),
        (("So với tháng trước, nhóm giao thông đóng góp mấy điểm phần trăm vào mức tăng CPI?",), "Nhóm giáo dục thì bao nhiêu?", "0,03 điểm phần trăm"),
    ],
)
def test_a_contribution_is_of_what_it_is_measured_against(earlier: tuple[str, ...], question: str, told: str) -> None:
    result = Assistant(TWICE).invoke(Ask(question, earlier))
    assert isinstance(result, Answer) and told in result.text.partition("Đừng nhầm")[0], result.text


def test_another_group_of_the_same_region_is_no_answer() -> None:
    result = ask(TWICE, "Ở khu vực nông thôn, nhóm giao thông tháng 5/2026 tăng bao nhiêu phần trăm so với tháng trước?")
    assert not isinstance(result, Answer), result.text


MOVED = shelf_of(
    "moved.txt",
    """CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 5 NĂM 2026

CPI tăng 0,4% so với tháng trước. Sau ba lần điều chỉnh vào các ngày 05, 12 và 26/5, giá xăng RON95-III từ 18.920 đồng/lít lên 19.760 đồng/lít; giá dầu diesel từ 17.300 đồng/lít xuống 16.950 đồng/lít. Giá dầu hỏa ở mức 18.100 đồng/lít.
Giá gas tăng 2,3%, mỗi bình 12 kg đắt thêm 10.100 đồng.
""",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Qua các lần điều chỉnh trong tháng 5/2026, mỗi lít xăng RON95-III đắt thêm bao nhiêu đồng?", "840 đồng"),
        ("Giá xăng RON95-III trong tháng 5/2026 tăng bao nhiêu đồng/lít?", "840 đồng"),
        ("Giá dầu diesel tháng 5 giảm bao nhiêu đồng?", "350 đồng"),
        ("Bình gas 12 kg đắt thêm bao nhiêu tiền?", "10.100 đồng"),
    ],
)
def test_how_far_a_price_moved(question: str, told: str) -> None:
    result = ask(MOVED, question)
    assert isinstance(result, Answer) and told in result.text.partition("Đừng nhầm")[0], result.text


@pytest.mark.parametrize("question", ["Giá dầu diesel tháng 5 tăng bao nhiêu đồng?", "Giá dầu hỏa tháng 5 tăng bao nhiêu đồng?"])
def test_no_move_that_is_not_told(question: str) -> None:
    result = ask(MOVED, question)
    assert not isinstance(result, Answer) or not result.calculation, result.text


ENDS = shelf_of("ends.txt", "CHỈ SỐ GIÁ VÀNG THÁNG 5 NĂM 2026\n\nTrong tháng 5, giá vàng nhẫn thấp nhất là 16.950 nghìn đồng/chỉ (ngày 05/5), cao nhất 18.020 nghìn đồng/chỉ đúng ngày hội mùa.\n")


@pytest.mark.parametrize(
    ("earlier", "question", "told"),
    [
        (("Giá vàng thấp nhất trong tháng 5 là bao nhiêu?",), "Thế lúc cao nhất là bao nhiêu, vào ngày nào?", "18.020"),
        ((), "Giá vàng thấp nhất vào ngày nào?", "05/5"),
    ],
)
def test_the_day_of_the_end_that_is_asked(earlier: tuple[str, ...], question: str, told: str) -> None:
    result = Assistant(ENDS).invoke(Ask(question, earlier))
    assert not isinstance(result, Answer) or told in result.text, result.text


PACE = shelf_of(
    "pace.txt",
    """CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 2 NĂM 2026

CPI tháng 2 tăng 0,95% so với tháng trước, trong đó khu vực thành thị tăng 1,07%, khu vực nông thôn tăng 0,87%.

Thịt bò và thịt gia cầm tăng lần lượt 1,86% và 2,07% so với tháng trước. Nhóm ăn uống ở nông thôn tăng 1,57%.

So với bình quân cùng kỳ năm 2025, CPI hai tháng đầu năm 2026 tăng 2,93%, thấp hơn mức tăng 3,05% của hai tháng đầu năm 2025.
""",
)


@pytest.mark.parametrize(
    ("claim", "verdict", "told"),
    [
        ("CPI bình quân hai tháng đầu năm 2026 tăng chậm hơn hai tháng đầu năm 2025, đúng không?", "đúng", "3,05%"),
        ("CPI bình quân hai tháng đầu năm 2026 tăng nhanh hơn hai tháng đầu năm 2025, đúng không?", "sai", "3,05%"),
        ("Giá thịt bò tháng 2 tăng mạnh hơn giá thịt gia cầm, đúng không?", "sai", "2,07%"),
        ("So với tháng trước, khu vực thành thị tăng nhanh hơn khu vực nông thôn, đúng không?", "đúng", "0,87%"),
    ],
)
def test_which_of_two_rose_faster(claim: str, verdict: str, told: str) -> None:
    result = ask(PACE, claim)
    assert isinstance(result, Answer) and result.verdict == verdict and told in result.text, result.text


@pytest.mark.parametrize("claim", ["Giá thịt bò tăng nhanh hơn giá dầu hỏa, đúng không?", "CPI hai tháng đầu năm 2026 tăng nhanh hơn hai tháng đầu năm 2024, đúng không?"])
def test_no_verdict_where_one_of_two_is_not_told(claim: str) -> None:
    result = ask(PACE, claim)
    assert not isinstance(result, Answer), result.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Tính ra giá vàng miếng bình quân tháng 4/2024 là bao nhiêu?", "7.510 nghìn đồng/chỉ"),
        ("Giá vàng miếng bình quân tháng 5/2023 là bao nhiêu?", "5.660 nghìn đồng/chỉ"),
        ("Giá vàng miếng bình quân tháng 5/2022 là bao nhiêu?", ""),
    ],
)
def test_a_price_is_worked_out_from_its_change_against_a_month_that_is_named(question: str, value: str) -> None:
    text = "Báo cáo chỉ số giá tiêu dùng tháng 5 năm 2024\n\nGiá vàng miếng bình quân tháng 5/2024 là 7.420 nghìn đồng/chỉ, giảm 90 nghìn đồng/chỉ so tháng 4 nhưng cao hơn tháng 5/2023 đến 1.760 nghìn đồng/chỉ.\n"
    result = ask(shelf_of("gia.txt", text), question)
    assert (value in result.text) if value else isinstance(result, NotInReport), result.text


MONTHLY = shelf_of(
    "monthly.md",
    """# Chỉ số giá tiêu dùng tháng 4 năm 2026

CPI tháng 4/2026 tăng 0,51% so với tháng trước.

Bảng 2. Tốc độ tăng CPI các tháng (Đơn vị tính: %)

| Tháng | Năm 2025 so với tháng trước | Năm 2026 so với tháng trước | Năm 2026 so với cùng kỳ năm trước |
|---|---:|---:|---:|
| Tháng 1 | 0,91 | 0,19 | 2,67 |
| Tháng 2 | 0,27 | 1,06 | 3,48 |
| Tháng 3 | -0,05 | -0,38 | 3,14 |
| Tháng 4 | 0,08 | 0,51 | 3,58 |
""",
)


def test_each_month_of_a_span_is_told() -> None:
    result = ask(MONTHLY, "Liệt kê mức tăng, giảm CPI so với tháng trước của từng tháng từ tháng 1 đến tháng 4 năm 2026.")
    assert isinstance(result, Answer) and [f.text for f in result.figures] == ["0,19%", "1,06%", "-0,38%", "0,51%"], result.text


def test_a_span_that_the_table_does_not_hold_is_not_told_in_part() -> None:
    result = ask(MONTHLY, "Liệt kê mức tăng, giảm CPI so với tháng trước của từng tháng từ tháng 1 đến tháng 6 năm 2026.")
    assert not isinstance(result, Answer) or len(result.figures) < 3, result.text
