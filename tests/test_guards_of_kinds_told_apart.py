"""Another kind, another place, those it is of alone, or a part in brackets: no answer to what was asked. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from tests.fake_library import shelf_of

TEXT = """# Tình hình kinh tế - xã hội huyện Đông Khê năm 2024

Năm 2024, năng suất lúa bình quân đạt 61,3 tạ/ha. Diện tích ngô chuyển từ đất lúa là 420 ha.

Tỷ lệ dân số tham gia bảo hiểm y tế đạt 93,6%. Công tác bảo hiểm xã hội được quan tâm.

Tỷ lệ thất nghiệp trong độ tuổi lao động là 2,1%, trong đó nông thôn 1,7%. Thanh niên được tư vấn việc làm 312 người.

Sửa chữa trường học: hoàn thành 61 phòng học (38 phòng xây mới, 23 phòng nâng cấp).

Chi cục Hải quan khu vực Thạch Bàn thu ngân sách 812 tỷ đồng; lực lượng của Chi cục Hải quan khu vực Nậm Pha bắt giữ 14 vụ.

Có 18 khu đất được đưa ra bán đấu giá trong năm, thu 96 tỷ đồng.
"""


def told(question: str) -> str:
    shelf = shelf_of("a.md", TEXT)
    answer = Assistant(shelf).invoke(Ask(question, (), shelf.reports()[0].name))
    return answer.text.split("[1]")[0] if isinstance(answer, Answer) else ""


@pytest.mark.parametrize("question", [
    "Năng suất ngô năm 2024 đạt bao nhiêu tạ/ha?",
    "Tỷ lệ dân số tham gia bảo hiểm xã hội năm 2024 là bao nhiêu?",
    "Tỷ lệ thất nghiệp thanh niên ở nông thôn năm 2024 là bao nhiêu?",
    "Chi cục Hải quan khu vực Nậm Pha thu ngân sách bao nhiêu tỷ đồng?",
    "Bao nhiêu khu đất bán đấu giá mà không ai mua?",
])  # fmt: skip
def test_a_neighbour_is_no_answer(question: str) -> None:
    assert told(question) == ""


@pytest.mark.parametrize(("question", "figure"), [
    ("Năng suất lúa năm 2024 đạt bao nhiêu tạ/ha?", "61,3"),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế năm 2024 là bao nhiêu?", "93,6%"),
    ("Tỷ lệ thất nghiệp ở nông thôn năm 2024 là bao nhiêu?", "1,7%"),
    ("Chi cục Hải quan khu vực Thạch Bàn thu ngân sách bao nhiêu tỷ đồng?", "812"),
    ("Đã hoàn thành sửa chữa bao nhiêu phòng học?", "61"),
    ("Bao nhiêu phòng học xây mới?", "38"),
    ("Bao nhiêu khu đất được đưa ra bán đấu giá?", "18"),
])  # fmt: skip
def test_what_is_told_is_answered(question: str, figure: str) -> None:
    assert told(question).startswith(figure)

MONTHS = """# Tình hình xuất nhập khẩu 10 tháng năm 2025

Lũy kế từ ngày 01/01 đến hết ngày 31/10/2025, nhập khẩu qua các cửa khẩu đạt 2.914 triệu USD.

Giải ngân của Sở Y tế đến 30/9 là 61 tỷ đồng, đến 31/10 là 84 tỷ đồng.
"""


@pytest.mark.parametrize(("question", "figure"), [
    ("Riêng tháng 10 nhập khẩu qua các cửa khẩu đạt bao nhiêu?", ""),  # what was done from January is not what was done in October
    ("Từ đầu năm đến hết tháng 10, nhập khẩu qua các cửa khẩu đạt bao nhiêu?", "2.914"),
    ("Trong tháng 10 (từ 30/9 đến 31/10), Sở Y tế giải ngân bao nhiêu tỷ đồng?", ""),
    ("Đến 31/10, Sở Y tế giải ngân bao nhiêu tỷ đồng?", "84"),
])  # fmt: skip
def test_from_when_until_when(question: str, figure: str) -> None:
    shelf = shelf_of("b.md", MONTHS)
    answer = Assistant(shelf).invoke(Ask(question, (), shelf.reports()[0].name))
    assert answer.text.startswith(figure) if figure else not isinstance(answer, Answer)
