"""Lists that a report names at once, and the follow-ups that stay with a list's members, over invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from ingest import read_text
from tests.fake_library import Shelf, ask, shelf_of

LIBRARY = """# Thư viện tỉnh Sa Hà: kết quả năm 2022

## 1. Bạn đọc

Năm 2022 thư viện phục vụ 84.200 lượt bạn đọc. Chi mua sách 2.460 triệu đồng, trong đó ngân sách tỉnh 1.900 triệu đồng, ngân sách huyện 560 triệu đồng.

Trong 14 đơn vị, 9 đơn vị đạt trên 80%, ba nơi dưới 40%: thư viện huyện Đà Rong (38,2%), thư viện huyện Nậm Lìn (31,5%) và nhà sách Bình Sơn (27,4%).

Có 2 chỉ tiêu chưa đạt kế hoạch là số sách bổ sung và số buổi đọc lưu động. Truyện tranh và sách giáo khoa là hai sản phẩm trong kho có lượt mượn giảm.

Trong chi hoạt động, lương - phụ cấp chiếm phần lớn nhất với 3.120 triệu đồng, kế đến là điện nước 410 triệu đồng, sửa chữa 275 triệu đồng.

Số hóa: sách địa chí 1.240 cuốn, đạt 62,0% kế hoạch; báo cũ 860 tờ, đạt 71,7%; bản đồ 95 tờ, đạt 47,5%.

Lượt mượn nhiều dần theo quý: quý I 18.100 lượt, quý II 20.300 lượt, quý III 22.400 lượt; riêng tháng 9 có 8.050 lượt.

## 2. Xếp hạng

Dẫn đầu về lượt mượn là huyện Tân Lộc 9.120 lượt; thấp nhất là huyện vùng cao Nậm Lìn, chỉ có 640 lượt.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(Shelf(read_text(LIBRARY, name="thu-vien")))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Những đơn vị nào đạt dưới 40%, mỗi nơi bao nhiêu?", ("Đà Rong (38,2%)", "31,5%", "Bình Sơn (27,4%)")),
        ("Ba đơn vị nào đạt dưới 40%?", ("Đà Rong", "Nậm Lìn", "Bình Sơn")),
        ("Những chỉ tiêu nào chưa đạt kế hoạch?", ("số sách bổ sung", "số buổi đọc lưu động")),
        ("Những sản phẩm nào trong kho có lượt mượn giảm?", ("Truyện tranh", "sách giáo khoa")),
        ("Những sản phẩm nào trong kho có lượt mượn bình quân giảm?", ("Truyện tranh", "sách giáo khoa")),
        ("Huyện nào có lượt mượn thấp nhất?", ("Nậm Lìn",)),
        ("Chi hoạt động cho lương, điện nước và sửa chữa, mỗi khoản bao nhiêu?", ("3.120 triệu đồng", "410 triệu đồng", "275 triệu đồng")),
    ],
)
def test_a_list_named_at_once_answers(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    result = assistant.invoke(Ask(question))
    assert isinstance(result, Answer) and all(s in result.text for s in said), result.text


def test_a_list_of_another_bound_does_not(assistant: Assistant) -> None:
    result = assistant.invoke(Ask("Những đơn vị nào đạt dưới 20%?"))
    assert isinstance(result, NotInReport), result.text


def test_a_list_of_the_opposite_does_not() -> None:
    text = "# Tỉnh Sa Hà năm 2022\n\nCác mặt hàng xuất khẩu chủ yếu qua địa bàn gồm: gạo, hạt điều và cá khô. Hàng nhập khẩu tăng 4,1%.\n"
    one = Assistant(Shelf(read_text(text, name="thuong-mai")))
    result = one.invoke(Ask("Các mặt hàng nhập khẩu chủ yếu qua địa bàn là gì?"))
    assert not (isinstance(result, Answer) and "hạt điều" in result.text)


@pytest.mark.parametrize(
    ("history", "question", "said"),
    [
        (("Chi mua sách hết bao nhiêu?",), "Trong đó ngân sách huyện chi bao nhiêu?", "560 triệu đồng"),
        (("Số hóa được bao nhiêu tờ báo cũ?",), "đạt bao nhiêu % kế hoạch?", "71,7%"),
    ],
)
def test_a_follow_up_stays_with_the_list(assistant: Assistant, history: tuple[str, ...], question: str, said: str) -> None:
    result = assistant.invoke(Ask(question, history))
    assert isinstance(result, Answer) and result.text.lower().find(said) in range(30), result.text


def test_no_report_of_months_is_corrected_for_its_time(assistant: Assistant) -> None:
    result = assistant.invoke(Ask("Vì sao lượt mượn 9 tháng giảm?"))
    assert not (isinstance(result, Answer) and "chưa đúng" in result.text)


def test_the_main_goods_are_told_without_those_of_somebody_in_particular() -> None:
    text = "Hàng xuất khẩu chủ yếu là chuối, tinh bột, hàng mây tre. Xuất khẩu địa phương đạt 96 triệu USD; các mặt hàng xuất khẩu chủ yếu của địa phương gồm: hồi, nhựa thông, ván bóc.\n"
    shelf = shelf_of("hang.md", f"# Thương mại năm 2015\n\n{text}")
    assert "mây tre" in ask(shelf, "Các mặt hàng xuất khẩu chủ yếu là gì?").text
    assert "ván bóc" in ask(shelf, "Các mặt hàng xuất khẩu chủ yếu của địa phương là gì?").text


def test_the_rest_of_those_that_met_a_condition_are_those_that_did_not() -> None:
    shelf = shelf_of("xa.md", "# Nông thôn năm 2023\n\nToàn huyện có 9/12 xã đạt chuẩn nông thôn mới. Ba xã đầu tư nhà văn hóa.\n\nĐường sá còn khó; 3 xã còn lại (Nà Phìn, Tả Lủng, Sín Chải) mới đạt 12 tiêu chí.\n")
    told = ask(shelf, "Những xã nào chưa đạt chuẩn nông thôn mới?")
    assert isinstance(told, Answer) and told.text.startswith("Nà Phìn, Tả Lủng, Sín Chải")
    assert isinstance(ask(shelf, "Hai xã nào chưa đạt chuẩn nông thôn mới?"), NotInReport)
    other = shelf_of("xa.md", "# Nông thôn năm 2023\n\nToàn huyện có 8/12 xã đạt chuẩn nông thôn mới.\n\nĐường sá còn khó; 3 xã còn lại (Nà Phìn, Tả Lủng, Sín Chải) mới đạt 12 tiêu chí.\n")
    told = ask(other, "Những xã nào chưa đạt chuẩn nông thôn mới?")
    assert not (isinstance(told, Answer) and "số còn lại" in told.text)


FARMS = """# Nông nghiệp huyện Đăk Mơ năm 2021

Toàn huyện có 4/7 xã đạt chuẩn nông thôn mới, vượt 1 xã so với nghị quyết, gồm: Ia Lốp (năm 2018), Chư Ra (năm 2019), Hòa Bắc và Ea Tiêu (năm 2021). Các xã còn lại: Ia Dơk đạt 14 tiêu chí, Chư Pang và Hòa Nam cùng đạt 12 tiêu chí.

Năm 2021 đưa 412 lao động đi làm việc ở nước ngoài: Nhật Bản 236 người, Đài Loan 121 người, Hàn Quốc 55 người. Dịch bệnh làm chết 3 người, bị thương 8 người.

Trong các khoản thu, hai khoản hụt so với cùng kỳ là thuế bảo vệ môi trường (giảm 6,1%) và lệ phí trước bạ (giảm 2,4%); ba khoản tăng mạnh so với cùng kỳ là thuế thu nhập cá nhân (tăng 31%), tiền thuê đất (tăng 24%) và phí (tăng 22%).

| Sản phẩm chủ yếu | Đơn vị | Năm 2021 | So với cùng kỳ (%) |
|---|---|---|---|
| Sản phẩm tinh bột | Tấn | 12.400 | 93,1 |
| Sản phẩm cà phê rang | Tấn | 860 | 112,5 |
| Sản phẩm gỗ xẻ | m3 | 4.210 | 97,8 |
"""


@pytest.fixture(scope="module")
def farms() -> Shelf:
    return shelf_of("farms.md", FARMS)


@pytest.mark.parametrize(
    ("question", "held", "out"),
    [
        ("Kể tên các xã đã đạt chuẩn nông thôn mới của huyện.", ("Ia Lốp", "Chư Ra", "Hòa Bắc", "Ea Tiêu"), ("Ia Dơk",)),
        ("Những xã nào chưa về đích nông thôn mới, mỗi xã đạt bao nhiêu tiêu chí?", ("Ia Dơk đạt 14", "Chư Pang", "Hòa Nam", "12"), ("Ia Lốp",)),
        ("Lao động đi làm việc ở Nhật Bản, Đài Loan, Hàn Quốc mỗi nơi bao nhiêu người?", ("236", "121", "55"), ("chết",)),
        ("Lao động đi làm việc ở Hàn Quốc và Đài Loan lần lượt bao nhiêu người?", ("121", "55"), ("236",)),
        ("Những khoản thu nào thấp hơn cùng kỳ năm trước?", ("bảo vệ môi trường", "lệ phí trước bạ"), ("thu nhập cá nhân",)),
        ("Những sản phẩm chủ yếu nào thấp hơn cùng kỳ?", ("tinh bột", "gỗ xẻ"), ("cà phê",)),
    ],
)
def test_a_list_is_of_those_that_are_asked_for(farms: Shelf, question: str, held: tuple[str, ...], out: tuple[str, ...]) -> None:
    result = ask(farms, question)
    assert isinstance(result, Answer) and all(h in result.text for h in held) and not any(o in result.text for o in out), result.text


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Lao động đi làm việc ở Nhật Bản, Đài Loan, Trung Quốc mỗi nơi bao nhiêu người?", "121"),  # one is not told
        ("Những khoản thu nào tăng so với cùng kỳ năm trước?", "thuế thu nhập cá nhân (tăng 31%)"),  # these are those that rose most
        ("Những khoản thu nào thấp hơn tháng trước?", "bảo vệ môi trường"),
    ],
)
def test_a_list_of_others_is_not_told(farms: Shelf, question: str, wrong: str) -> None:
    result = ask(farms, question)
    assert isinstance(result, NotInReport) or wrong not in result.text, result.text


def test_a_follow_up_asks_for_the_sum_since_january() -> None:
    text = "# Bản tin hải quan kỳ 2 tháng 8 năm 2024\n\nXuất khẩu hạt điều kỳ 2 tháng 8 đạt 12,6 triệu USD, giảm 4,2%; lũy kế đến 31/8/2024 đạt 214,8 triệu USD. Xuất khẩu cao su kỳ 2 tháng 8 đạt 8,1 triệu USD; lũy kế đến 31/8/2024 đạt 96,3 triệu USD.\n"
    assistant = Assistant(shelf_of("hai-quan.md", text))
    for said in ("còn lũy kế?", "lũy kế thì sao?", "lũy kế bao nhiêu?"):
        result = assistant.invoke(Ask(said, ("Xuất khẩu hạt điều kỳ 2 tháng 8 đạt bao nhiêu?",)))
        assert isinstance(result, Answer) and result.text.startswith("214,8 triệu USD"), result.text
