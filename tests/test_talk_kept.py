"""A talk that one assistant goes on with is answered as by one that hears it for the first time."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

import chain.assistant
from chain.answer import Answer, Ask
from chain.assistant import Assistant
from ingest import read_text
from report.reader import read_figures
from tests.fake_library import shelf_of

TEXT = """# Báo cáo ngành chè huyện Lâm Hà năm 2022

Sản lượng chè búp tươi năm 2022 đạt 18,4 nghìn tấn, tăng 6,2% so với năm 2021. Sản lượng chè búp tươi năm 2021 đạt 17,3 nghìn tấn.

Sản lượng cà phê năm 2022 đạt 9,1 nghìn tấn. Diện tích chè năm 2022 là 2.450 ha.
"""
TALK = ("sản lượng chè búp tươi năm 2022 là bao nhiêu?", "tăng bao nhiêu phần trăm?", "còn cà phê?", "cảm ơn", "diện tích chè năm 2022", "vì sao giảm?", "năm 2021 sản lượng chè búp tươi bao nhiêu?")


class Library:
    def __init__(self) -> None:
        self._report = read_text(TEXT, name="che", markdown=True, sha256="che")
        self._figures = list(read_figures(self._report))

    def reports(self) -> list[Any]:
        return [SimpleNamespace(name="che", sha256="che")]

    def report(self, name: str) -> Any:
        return self._report

    def figures(self, name: str | None = None) -> list[Any]:
        return [("che", f) for f in self._figures]


def test_a_talk_gone_on_with_is_answered_as_one_heard_anew() -> None:
    library = Library()
    going_on = Assistant(library)
    for i, question in enumerate(TALK):
        assert going_on.compose(Ask(question, TALK[:i], None)) == Assistant(library).compose(Ask(question, TALK[:i], None))


def test_a_question_does_not_work_out_the_one_before_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    answered: list[str] = []
    respond = chain.assistant.respond
    monkeypatch.setattr(chain.assistant, "respond", lambda q, draft: (answered.append(draft.question), respond(q, draft))[1])
    assistant = Assistant(Library())
    assistant.compose(Ask(TALK[0], (), None))
    answered.clear()
    assistant.compose(Ask(TALK[4], TALK[:1], None))
    assert TALK[0] not in answered


def test_a_follow_up_that_only_narrows_the_time_or_asks_the_change_names_nothing_new() -> None:
    text = "Báo cáo kinh tế 7 tháng năm 2025\n\nVận chuyển hành khách tháng 7 đạt 2.865 nghìn lượt, tính chung 7 tháng đạt 19.412 nghìn lượt, tăng 10,2% so với cùng kỳ năm trước.\n"
    talk = Assistant(shelf_of("a.txt", text))
    first = "Vận chuyển hành khách 7 tháng đạt bao nhiêu lượt?"
    assert talk.invoke(Ask("còn riêng tháng 7?", (first,))).text.startswith("2.865 nghìn lượt")
    assert talk.invoke(Ask("so với năm trước thì tăng hay giảm, mấy phần trăm?", (first,))).text.startswith("Tăng 10,2%")


OUTLOOK = shelf_of(
    "outlook.txt",
    "Kết quả thu, chi ngân sách năm 2024 tỉnh Bình Mạc\n\nThu từ dầu thô năm 2024 ước 4.318 tỷ đồng. Tổng chi NSĐP ước 19.861 tỷ đồng, bằng 94% dự toán.\n\nLũy kế giải ngân vốn đầu tư công đến 31/12/2024 là 6.298 tỷ đồng. Sở Tài chính dự kiến đến hết "
    "31/01/2025 toàn tỉnh giải ngân vốn đầu tư công 7.412 tỷ đồng.\n\n5. Dự toán năm 2025\n\nDự toán thu NSNN trên địa bàn năm 2025 là 31.250 tỷ đồng, trong đó thu nội địa 20.300 tỷ đồng, thu từ dầu thô 3.450 tỷ đồng. Tổng chi NSĐP 22.640 tỷ đồng.\n",
)


@pytest.mark.parametrize(
    ("earlier", "question", "told"),
    [
        ("Dự toán thu ngân sách năm 2025 của tỉnh Bình Mạc là bao nhiêu?", "Thế còn tổng chi?", "22.640"),
        ("Thu từ dầu thô năm 2024 ước đạt bao nhiêu?", "Sang 2025 thì dự toán khoản này là bao nhiêu?", "3.450"),
        ("Đến 31/12/2024 tỉnh giải ngân được bao nhiêu tỷ đồng vốn đầu tư công?", "Dự kiến hết 31/01/2025 thì lên bao nhiêu?", "7.412"),
    ],
)
def test_a_look_ahead_goes_on_with_what_was_spoken_of(earlier: str, question: str, told: str) -> None:
    result = Assistant(OUTLOOK).invoke(Ask(question, (earlier,)))
    assert isinstance(result, Answer) and result.text.startswith(told), result.text


def test_a_look_ahead_at_what_is_not_planned_is_answered_by_nothing_else() -> None:
    assert not isinstance(Assistant(OUTLOOK).invoke(Ask("Sang 2026 thì dự toán khoản này là bao nhiêu?", ("Thu từ dầu thô năm 2024 ước đạt bao nhiêu?",))), Answer)


CUSTOMS = shelf_of(
    "hai-quan.md",
    """# Kết quả quý I năm 2026 của Chi cục Hải quan khu vực Lạc Sơn

Toàn Chi cục làm thủ tục cho 91.633 tờ khai. Chiều xuất khẩu đạt 2.486,7 triệu USD; chiều nhập khẩu 2.913,4 triệu USD.

Bảng 1. Kim ngạch quý I/2026 theo đơn vị hải quan

| Đơn vị | Xuất khẩu (triệu USD) | Nhập khẩu (triệu USD) |
|---|---:|---:|
| Toàn Chi cục | 2.486,7 | 2.913,4 |
| HQ cảng Vạn Lạch | 684,2 | 1.247,9 |
| HQ Khu kinh tế Bãi Trầm | 87,5 | 315,2 |

Bảng 2. Thu ngân sách quý I/2026 theo đơn vị hải quan

Đơn vị tính: tỷ đồng

| Đơn vị | Chỉ tiêu được giao năm 2026 | Chỉ tiêu phấn đấu năm 2026 | Số thu quý I/2026 |
|---|---:|---:|---:|
| Toàn Chi cục | 14.500 | 15.600 | 3.764,2 |
| HQ cảng Vạn Lạch | 8.240 | 8.860 | 2.197,4 |
| HQ Khu kinh tế Bãi Trầm | 1.890 | 2.050 | 402,8 |
""",
)


@pytest.mark.parametrize(
    ("talk", "told"),
    [
        # who issues the report names no part of it
        (("Quý I/2026 xuất khẩu qua Chi cục Hải quan khu vực Lạc Sơn đạt bao nhiêu?",), "2.486,7 triệu USD"),
        (("Quý I/2026 toàn Chi cục xuất khẩu bao nhiêu?",), "2.486,7 triệu USD"),
        (("Quý I/2026, Chi cục Hải quan khu vực Lạc Sơn thu ngân sách được bao nhiêu?",), "3.764,2 tỷ đồng"),
        # what goes on stays with the whole, or with the part, that was asked of
        (("Quý I/2026 xuất khẩu qua Chi cục Hải quan khu vực Lạc Sơn đạt bao nhiêu?", "Thế còn nhập khẩu?"), "2.913,4 triệu USD"),
        (("Hải quan cảng Vạn Lạch xuất khẩu quý I được bao nhiêu?", "Thế còn nhập khẩu?"), "1.247,9 triệu USD"),
        (("Hải quan Khu kinh tế Bãi Trầm thu ngân sách quý I được bao nhiêu?", "Chỉ tiêu được giao cả năm của đơn vị này là bao nhiêu?"), "1.890 tỷ đồng"),
        (("Hải quan cảng Vạn Lạch thu ngân sách quý I được bao nhiêu?", "Chỉ tiêu phấn đấu của cảng này là bao nhiêu?"), "8.860 tỷ đồng"),
    ],
)
def test_a_talk_about_one_office_or_all(talk: tuple[str, ...], told: str) -> None:
    result = Assistant(CUSTOMS).invoke(Ask(talk[-1], talk[:-1], None))
    assert isinstance(result, Answer) and result.text.startswith(told), result


def test_a_port_that_is_called_as_the_town_is_no_whole() -> None:
    text = "THÔNG CÁO\nVạn Lạch, ngày 08 tháng 4 năm 2026\n\nToàn Chi cục xử lý 214 vụ vi phạm trong quý I năm 2026.\n\n| Đơn vị | Thu quý I/2026 (tỷ đồng) |\n|---|---:|\n| Toàn Chi cục | 3.764,2 |\n| Cảng Vạn Lạch | 2.197,4 |\n| Lương Hà | 121,3 |\n"
    shelf = shelf_of("van-lach.md", text)
    assert not isinstance(Assistant(shelf).invoke(Ask("Trong các vụ vi phạm bị xử lý quý I, riêng cảng Vạn Lạch chiếm bao nhiêu vụ?", ())), Answer)
    assert Assistant(shelf).invoke(Ask("Cảng Vạn Lạch thu quý I được bao nhiêu?", ())).text.startswith("2.197,4")
