"""Districts and communes of a table above or below a mark; marks that are passed; what a change is measured against. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from tests.fake_library import Shelf, ask, shelf_of

PURSE = """# BÁO CÁO Kết quả thu ngân sách 9 tháng năm 2025 tỉnh Sa Mây

Thu nội địa 9 tháng đạt 2.134,5 tỷ đồng, bằng 71,2% dự toán. Doanh nghiệp nhà nước địa phương nộp 88,1 tỷ đồng. Tổng nợ thuế đến ngày 25/9 là 301,5 tỷ đồng, tăng 4,2% so với thời điểm 31/12/2024 và giảm 1,3% so với tháng 8.

Bảng 1. Thu nội địa và nợ thuế theo huyện (tỷ đồng)

| Địa bàn | Thu 9 tháng | So với dự toán (%) | Nợ thuế |
|---|---|---|---|
| Toàn tỉnh | 2.134,5 | 71,2 | 301,5 |
| Văn phòng Thuế tỉnh | 1.201,0 | 70,1 | 120,4 |
| Thành phố Sa Mây | 512,3 | 81,4 | 98,7 |
| Huyện Ea Rốk | 210,4 | 66,3 | 40,2 |
| Huyện Đắk Sua | 120,6 | 59,8 | 29,9 |
| Huyện Ia Púch | 90,2 | 48,7 | 12,3 |
"""


@pytest.fixture(scope="module")
def purse() -> Shelf:
    return shelf_of("sa-may.md", PURSE)


@pytest.mark.parametrize(
    ("question", "said", "silent"),
    [
        ("Huyện nào thu đạt dưới 60% dự toán?", ("59,8%", "48,7%"), ("70,1", "66,3", "81,4")),
        ("Địa phương nào nợ thuế nhiều nhất?", ("98,7",), ("120,4", "512,3")),
        ("Địa phương nào thu ít nhất?", ("90,2",), ("88,1",)),
        ("Có mấy huyện chưa đạt 60% dự toán?", ("2 nơi:", "59,8% dự toán", "48,7%"), ()),
        ("Những địa phương nào vượt 65% dự toán và mỗi nơi đạt bao nhiêu?", ("81,4%", "66,3%"), ("70,1", "59,8")),
        ("Huyện nào nợ thuế trên 30 tỷ đồng?", ("98,7", "40,2"), ("120,4",)),
        ("Nợ thuế hiện cao hơn cuối năm 2024 bao nhiêu phần trăm?", ("4,2%",), ()),
        ("Nợ thuế tăng bao nhiêu phần trăm so với 31/12/2024?", ("4,2%",), ()),
        ("Nợ thuế đến ngày 25/9 giảm bao nhiêu phần trăm so với tháng 8?", ("1,3%",), ()),
        ("Thu nội địa 9 tháng đã vượt 70% dự toán, đúng không?", ("Đúng:",), ("làm tròn",)),
        ("Thu nội địa đã vượt 70% dự toán, đúng không?", ("Đúng:",), ()),
        ("Thu nội địa 9 tháng đã vượt mốc 50% dự toán, đúng không?", ("Đúng:",), ()),
        ("Thu nội địa 9 tháng đã vượt mốc 2.000 tỷ đồng, đúng không?", ("Đúng:",), ()),
        ("Thu nội địa 9 tháng đã vượt mốc 2.200 tỷ đồng, đúng không?", ("Không đúng",), ()),
        ("Thu nội địa 9 tháng đã vượt mốc 75% dự toán, đúng không?", ("Không đúng", "71,2%"), ()),
    ],
)
def test_those_that_pass_a_mark(purse: Shelf, question: str, said: tuple[str, ...], silent: tuple[str, ...]) -> None:
    told = ask(purse, question)
    assert isinstance(told, Answer), told
    main = told.text.partition("Đừng nhầm")[0].partition("Tiếp theo")[0]
    assert all(s in main for s in said) and not any(s in main for s in silent)


@pytest.mark.parametrize("question", ["Những xã nào thu dưới 60% dự toán?", "Bao nhiêu xã thu dưới 65% dự toán?", "Huyện nào thu trên 600 tỷ đồng?", "Xã nào thu cao nhất?"])
def test_no_other_level_and_none_that_does_not_pass(purse: Shelf, question: str) -> None:
    assert isinstance(ask(purse, question), NotInReport)


CUSTOMS = """# Chi cục Hải quan khu vực Nam Lĩnh: kết quả tháng 5 năm 2025

Tháng 5, số thu ngân sách lần đầu trong năm vượt mốc 3.100 tỷ đồng/tháng. Số thu ngân sách tháng 5 đạt 3.126,4 tỷ đồng, tăng 5,1% so với tháng 4. Lũy kế 5 tháng thu 14.208 tỷ đồng, bằng 42,1% dự toán giao; chỉ tiêu phấn đấu là 36.000 tỷ đồng.

Tỷ lệ phân luồng xanh - vàng - đỏ được giữ ổn định; tính chung 5 tháng, luồng đỏ chiếm 4,1% tổng số tờ khai.

Bảng 1. Kim ngạch theo thị trường 5 tháng năm 2025 (triệu USD)

| Thị trường | Xuất khẩu | Nhập khẩu |
|---|---|---|
| Ấn Độ | 210,5 | 498,7 |
| Hàn Quốc | 310,2 | 402,6 |

Trong tháng có 12.480 tờ khai nhập khẩu qua cảng Cửa Dừa. Đội kiểm soát bắt giữ 2,4 tấn vảy tê tê tại cảng Hòn Bạc.
"""


@pytest.fixture(scope="module")
def customs() -> Shelf:
    return shelf_of("nam-linh.md", CUSTOMS)


def test_the_amount_itself_goes_before_the_mark_that_it_passed(customs: Shelf) -> None:
    told = ask(customs, "Thu ngân sách tháng 5 được bao nhiêu tỷ?")
    assert isinstance(told, Answer) and told.text.startswith("3.126,4 tỷ đồng")


def test_no_like_is_told_for_what_is_asked(customs: Shelf) -> None:
    assert isinstance(ask(customs, "5 tháng, tờ khai luồng vàng chiếm bao nhiêu phần trăm?"), NotInReport)
    told = ask(customs, "5 tháng, tờ khai luồng đỏ chiếm bao nhiêu phần trăm?")
    assert isinstance(told, Answer) and "4,1%" in told.text


def test_the_plan_assigned_is_not_the_one_striven_for(customs: Shelf) -> None:
    told = ask(customs, "Thu ngân sách 5 tháng bằng bao nhiêu phần trăm chỉ tiêu phấn đấu?")
    assert not isinstance(told, Answer) or "42,1" not in told.text.partition("Đừng nhầm")[0]
    told = ask(customs, "Thu ngân sách 5 tháng bằng bao nhiêu phần trăm dự toán?")
    assert isinstance(told, Answer) and "42,1%" in told.text


def test_exports_are_no_share_of_imports(customs: Shelf) -> None:
    told = ask(customs, "Ấn Độ chiếm tỷ trọng bao nhiêu trong trị giá nhập khẩu?")
    assert not isinstance(told, Answer) or "210,5" not in told.text


def test_a_follow_up_counts_what_was_counted(customs: Shelf) -> None:
    told = Assistant(customs).invoke(Ask("Thế cảng Hòn Bạc thì sao?", ("Cảng Cửa Dừa có bao nhiêu tờ khai nhập khẩu trong tháng?",)))
    assert not isinstance(told, Answer) or "2,4 tấn" not in told.text


BALANCE = """# Chi cục Hải quan khu vực Nam Lĩnh: kết quả 7 tháng năm 2025

Tính chung 7 tháng, xuất khẩu đạt 1.348,6 triệu USD, nhập khẩu đạt 905,2 triệu USD. Địa bàn xuất siêu 443,4 triệu USD.

Khối doanh nghiệp FDI vẫn giữ vai trò chủ đạo: sau 7 tháng chiếm 75,7% trị giá xuất khẩu, xuất siêu 639,4 triệu USD.

Xuất khẩu sang Ấn Độ đạt 210,5 triệu USD, trong khi nhập khẩu từ Ấn Độ 498,7 triệu USD, khiến mức nhập siêu từ thị trường này lên tới 288,2 triệu USD.
"""


@pytest.fixture(scope="module")
def balance() -> Shelf:
    return shelf_of("can-can.md", BALANCE)


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        ("7 tháng xuất siêu bao nhiêu?", "443,4"),
        ("Xuất siêu bao nhiêu?", "443,4"),
        ("Khối FDI xuất siêu bao nhiêu?", "639,4"),
        ("7 tháng xuất khẩu sang Ấn Độ đạt bao nhiêu? // Vậy nhập siêu từ nước này là bao nhiêu?", "288,2"),
    ],
)
def test_whose_balance_it_is(balance: Shelf, talk: str, said: str) -> None:
    *before, question = talk.split(" // ")
    told = Assistant(balance).invoke(Ask(question, tuple(before)))
    assert isinstance(told, Answer) and said in told.text.partition("Đừng nhầm")[0]


CLUSTERS = """# Sở Công Thương tỉnh Sa Mây: kết quả năm 2025

Đến ngày 15/12/2025, toàn tỉnh có 7 cụm công nghiệp; CCN Bó Lâm đạt tỷ lệ lấp đầy 91,6%, CCN Tân Hon đạt tỷ lệ lấp đầy 73,0%.

Lượng xe qua cửa khẩu bình quân mỗi ngày 1.150 lượt xe. Cà phê xuất khẩu đạt 58,9 nghìn tấn. Số thu ngân sách từ hoạt động xuất nhập khẩu năm 2025 đạt 435 tỷ đồng.

Trị giá xuất khẩu gạo giảm 19,3%. Nguyên nhân là một thị trường lớn tạm ngừng cấp phép.

Trong chín khoản thu, bảy khoản vượt dự toán, hai khoản không đạt. Có 27 nhà máy thủy điện đang phát điện; nước máy đạt 412 nghìn m3.
"""


@pytest.fixture(scope="module")
def clusters() -> Shelf:
    return shelf_of("cum-sa-may.md", CLUSTERS)


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("Tỷ lệ lấp đầy các cụm công nghiệp toàn tỉnh đạt bao nhiêu?", ("91,6%", "73,0%")),  # of one each
        ("Ngày đông nhất có bao nhiêu lượt xe qua cửa khẩu?", ("1.150",)),  # a mean
        ("Năm 2025 tỉnh thu hoạch bao nhiêu tấn cà phê?", ("58,9",)),  # sent out
        ("Tổng kim ngạch xuất nhập khẩu năm 2025 là bao nhiêu?", ("435",)),  # revenue
        ("Công suất các nhà máy thủy điện đang phát điện là bao nhiêu MW?", ("27",)),  # plants
        ("Hai khoản thu không đạt dự toán là những khoản nào?", ("hai khoản không đạt",)),  # names none
    ],
)
def test_what_is_reckoned_otherwise_is_not_told(clusters: Shelf, question: str, silent: tuple[str, ...]) -> None:
    told = ask(clusters, question)
    assert not isinstance(told, Answer) or not any(s in told.text for s in silent), told.text


def test_a_unit_of_two_words_is_no_other(clusters: Shelf) -> None:
    told = ask(clusters, "Nước máy đạt bao nhiêu nghìn m3?")
    assert isinstance(told, Answer) and "412" in told.text


def test_the_cause_told_behind_is_told(clusters: Shelf) -> None:
    told = ask(clusters, "Vì sao trị giá xuất khẩu gạo giảm?")
    assert isinstance(told, Answer) and "tạm ngừng cấp phép" in told.text


HEADLINES = """# UBND tỉnh Sa Mây: báo cáo kinh tế - xã hội 6 tháng đầu năm 2025

Giá trị sản xuất công nghiệp 6 tháng đạt 3.076 tỷ đồng, tăng 7,4% so với cùng kỳ. Lực lượng quản lý thị trường thu nộp ngân sách 2,97 tỷ đồng.

Đầu năm, tỷ lệ hộ nghèo đầu năm của tỉnh là 6,85%. Giải ngân vốn đầu tư công đạt 141,9 tỷ đồng.

Thương mại - dịch vụ đạt 53,3 tỷ đồng, doanh thu dịch vụ lưu trú 4,8 tỷ đồng, hàng hóa bán qua chợ 9,1 tỷ đồng.

Nhiệm vụ 6 tháng cuối năm: thu ngân sách đạt trên 7.293 tỷ đồng.

Năng suất lúa vụ Đông Xuân 62,4 tạ/ha, tăng 0,8 tạ/ha so với vụ trước. Tỷ lệ hộ cận nghèo đầu năm 8,31%, đến nay còn 7,46%.

CPI tháng 6 tăng 0,31% so với tháng trước. Dự báo CPI tháng 7 tăng 0,2% so với tháng trước.
"""


@pytest.fixture(scope="module")
def headlines() -> Shelf:
    return shelf_of("sa-may-6-thang.md", HEADLINES)


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("Chỉ số sản xuất công nghiệp tăng bao nhiêu so với cùng kỳ?", ("7,4%",)),  # the value of production
        ("Thu ngân sách đạt bao nhiêu?", ("2,97", "7.293")),  # fines paid in; what is to be
        ("Tỷ lệ hộ nghèo còn bao nhiêu?", ("6,85%",)),  # what it began with
        ("Tổng vốn đầu tư toàn xã hội là bao nhiêu?", ("141,9",)),  # the state's alone
        ("Năng suất lúa vụ đông xuân trước là bao nhiêu?", ("62,4 tạ",)),  # this season's
        ("Tỷ lệ hộ cận nghèo còn bao nhiêu?", ("8,31%",)),
        ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ đạt bao nhiêu?", ("62,4 tỷ", "13,9", "58,1")),  # one name, no sum
    ],
)
def test_a_headline_is_answered_by_its_own_term_alone(headlines: Shelf, question: str, silent: tuple[str, ...]) -> None:
    told = ask(headlines, question)
    assert not isinstance(told, Answer) or not any(s in told.text.partition("Đừng nhầm")[0] for s in silent), told.text


def test_the_month_told_and_not_the_one_to_come(headlines: Shelf) -> None:
    told = ask(headlines, "CPI tăng bao nhiêu so với tháng trước?")
    assert isinstance(told, Answer) and told.text.startswith("Tăng 0,31%")
    ahead = ask(headlines, "Dự báo CPI tháng 7 tăng bao nhiêu so với tháng trước?")
    assert isinstance(ahead, Answer) and "0,2%" in ahead.text.partition("Đừng nhầm")[0]
