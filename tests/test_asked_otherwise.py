"""What is asked of a thing that the report tells otherwise: in another count, or of a part, a state or a time that no word of it tells."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from tests.fake_library import shelf_of

TEXT = """UBND TỈNH LÂM THỦY
BÁO CÁO
Tình hình kinh tế - xã hội năm 2025

Năm 2025, cầu Suối Bạc phải dừng thi công 47 ngày vì mưa lũ. Nhà máy thủy điện Nậm Hà công suất 48 MW phát điện từ tháng 6.
Đường tránh thị trấn Kim Sơn có tổng mức đầu tư 612 tỷ đồng, đã bàn giao 12,4/18,6 ha mặt bằng.
Toàn tỉnh đón 3,85 triệu lượt khách du lịch, trong đó khách quốc tế 412 nghìn lượt; doanh thu du lịch đạt 4.218 tỷ đồng.
Tổng đàn trâu có 92.300 con. Dư nợ cho vay đạt 88.714 tỷ đồng, trong đó dư nợ cho vay hộ nghèo 1.236 tỷ đồng.
Toàn tỉnh có 412 trường đạt chuẩn quốc gia. Sản lượng chè búp tươi loại I đạt 6.120 tấn.
Thu nhập bình quân đầu người đạt 61,4 triệu đồng/người/năm.
"""


@pytest.fixture(scope="module")
def assistant() -> tuple[Assistant, str]:
    shelf = shelf_of("lam-thuy.txt", TEXT)
    return Assistant(shelf), shelf.reports()[0].name


@pytest.mark.parametrize(
    "question",
    [
        "Tổng mức đầu tư cầu Suối Bạc là bao nhiêu?", "Tổng mức đầu tư của Nhà máy thủy điện Nậm Hà?", "Kinh phí cầu Suối Bạc là bao nhiêu?", "Doanh thu tổng đàn trâu là bao nhiêu?",
        "Diện tích nhà máy thủy điện Nậm Hà là bao nhiêu?", "Số lao động nhà máy thủy điện Nậm Hà là bao nhiêu?",
        "Doanh thu du lịch trong dịp Tết là bao nhiêu?", "Dư nợ cho vay của doanh nghiệp tư nhân là bao nhiêu?", "Số trường đạt chuẩn quốc gia đang chờ phê duyệt là bao nhiêu?",
        "Sản lượng chè búp tươi loại II là bao nhiêu?", "Dư nợ cho vay bình quân đầu người là bao nhiêu?", "Tổng đàn trâu ở khu vực nông thôn là bao nhiêu?",
    ],
)  # fmt: skip
def test_what_is_told_otherwise_is_not_told(question: str, assistant: tuple[Assistant, str]) -> None:
    assert not isinstance(assistant[0].invoke(Ask(question, (), assistant[1])), Answer)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Tổng mức đầu tư đường tránh thị trấn Kim Sơn là bao nhiêu?", "612 tỷ đồng"), ("Công suất của Nhà máy thủy điện Nậm Hà là bao nhiêu?", "48 MW"), ("Doanh thu du lịch là bao nhiêu?", "4.218 tỷ đồng"),
        ("Dư nợ cho vay của hộ nghèo là bao nhiêu?", "1.236 tỷ đồng"), ("Sản lượng chè búp tươi loại I là bao nhiêu?", "6.120 tấn"), ("Thu nhập bình quân đầu người là bao nhiêu?", "61,4 triệu đồng"),
        ("Lượng khách du lịch của tỉnh là bao nhiêu?", "3,85 triệu lượt"), ("Số trường đạt chuẩn quốc gia ở tỉnh là bao nhiêu?", "412 trường"),
    ],
)  # fmt: skip
def test_what_is_told_so_is_answered(question: str, figure: str, assistant: tuple[Assistant, str]) -> None:
    told = assistant[0].invoke(Ask(question, (), assistant[1]))
    assert isinstance(told, Answer) and figure in told.text.partition("Đừng nhầm")[0]
