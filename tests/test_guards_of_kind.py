"""What is no answer: a rise for a price, trade both ways for exports, the days up to the 14th for a month, another country's goods. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from tests.fake_library import shelf_of

TEXT = """# Tình hình xuất nhập khẩu tháng 5 và 5 tháng năm 2027

Trong 5 tháng, trị giá xuất nhập khẩu của khối doanh nghiệp FDI đạt 280,5 tỷ USD, chiếm 72,0% tổng trị giá xuất nhập khẩu của cả nước.

Gạo: 5 tháng xuất 4,18 triệu tấn, trị giá giảm 12,0% so với cùng kỳ.

Ô tô nguyên chiếc: trong tháng 5, cả nước nhập 19.846 chiếc. Ba nguồn lớn nhất là Indonesia (6.982 chiếc), Thái Lan (5.417 chiếc) và Trung Quốc (4.865 chiếc).

Tính chung 5 tháng, lượng ô tô nhập khẩu đạt 84.127 chiếc.

Từ ngày 15/12/2026 đến ngày 14/5/2027, xảy ra 186 vụ tai nạn giao thông, làm 92 người chết. Riêng tháng 5 (15/4 - 14/5) xảy ra 29 vụ, 13 người chết.

Tỉnh có 6 dự án FDI được cấp phép mới với vốn đăng ký 87,4 triệu USD; lũy kế có 94 dự án FDI còn hiệu lực, tổng vốn đăng ký 2.316 triệu USD.

Ngân sách trung ương giải ngân 1.043 tỷ đồng, đạt 56,0% kế hoạch. Ngân sách địa phương giải ngân 1.598 tỷ đồng, đạt 48,2% kế hoạch.
"""


def told(question: str, *history: str) -> str:
    shelf = shelf_of("a.md", TEXT)
    answer = Assistant(shelf).invoke(Ask(question, history, shelf.reports()[0].name))
    return answer.text.split("[1]")[0] if isinstance(answer, Answer) else ""


@pytest.mark.parametrize("question", [
    "Giá gạo xuất khẩu 5 tháng ở mức nào?",
    "Xuất khẩu của khối FDI chiếm bao nhiêu phần trăm xuất khẩu cả nước?",
    "Từ đầu năm đến hết tháng 5/2027 đã nhập bao nhiêu ô tô nguyên chiếc từ Indonesia?",
])  # fmt: skip
def test_a_neighbour_is_no_answer(question: str) -> None:
    assert told(question) == ""


@pytest.mark.parametrize(
    ("history", "question", "answer"),
    [
        ((), "Trong tháng 5 nhập bao nhiêu ô tô nguyên chiếc từ Indonesia?", "6.982 chiếc"),
        ((), "Riêng tháng 5 tai nạn giao thông làm chết mấy người?", "13 người"),
        (("Có mấy dự án FDI được cấp phép mới?", "Vốn đăng ký bao nhiêu?"), "Vậy lũy kế còn hiệu lực là mấy dự án?", "94 dự án"),
        (("Ngân sách trung ương giải ngân đạt bao nhiêu phần trăm kế hoạch?",), "Thế còn ngân sách địa phương thì đạt bao nhiêu?", "48,2%"),
    ],
)
def test_what_is_asked_is_answered(history: tuple[str, ...], question: str, answer: str) -> None:
    assert answer in told(question, *history)


@pytest.mark.parametrize(("claim", "verdict"), [("Khối FDI chiếm hơn 70% tổng trị giá xuất nhập khẩu, đúng không?", "làm tròn"), ("Khối FDI chiếm hơn 60% tổng trị giá xuất nhập khẩu, đúng không?", "sai"), ("Khối FDI chiếm hơn 75% tổng trị giá xuất nhập khẩu, đúng không?", "sai")])
def test_over_a_round_number(claim: str, verdict: str) -> None:
    shelf = shelf_of("a.md", "# Xuất nhập khẩu 5 tháng năm 2027\n\nTrị giá xuất nhập khẩu của khối FDI đạt 280,5 tỷ USD, chiếm 72,2% tổng trị giá xuất nhập khẩu.\n")
    assert Assistant(shelf).invoke(Ask(claim, (), shelf.reports()[0].name)).verdict == verdict


def test_what_is_bought_abroad_is_no_export() -> None:
    shelf = shelf_of("a.md", "# Xuất nhập khẩu tháng 5 năm 2027\n\nKhối FDI xuất khẩu 31,5 tỷ USD.\n")
    name = shelf.reports()[0].name
    assert not isinstance(Assistant(shelf).invoke(Ask("Khối FDI mua hàng của nước ngoài hết bao nhiêu tiền?", (), name)), Answer)
    assert isinstance(Assistant(shelf).invoke(Ask("Khối FDI xuất khẩu hàng ra nước ngoài được bao nhiêu tiền?", (), name)), Answer)
