"""Which of several figures is meant, and lists, causes and sums asked plainly, over invented texts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from chain import matching
from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from ingest import read_text
from report.model import Figure, Period, Span
from tests.fake_library import Shelf, ask, shelf_of

FISHERY = """UBND TỈNH HẢI LĂNG
SỞ NÔNG NGHIỆP
Hải Lăng, ngày 5 tháng 10 năm 2022

BÁO CÁO
Kết quả 9 tháng đầu năm 2022

1. Đội tàu
Toàn tỉnh có 2.310 tàu cá, trong đó 512 tàu dài từ 15 m trở lên, 498 tàu đã lắp thiết bị giám sát hành trình; 14 tàu chưa lắp đều nằm bờ.
Diện tích ao tôm 1.120 ha, giảm 85 ha so với cùng kỳ do độ mặn tăng cao; diện tích ao cá 2.040 ha, tăng 36 ha.
Đàn vịt đẻ giảm do diện tích đồng chăn thả bị thu hẹp.
Sản phẩm tăng: nước mắm 4,2 triệu lít, tăng 6,1%; cá khô 810 tấn, tăng 12,4%; bột cá 2.450 tấn, tăng 3,8%.
Hiện còn thiếu 37 cán bộ thú y, chủ yếu ở cấp xã.

2. Nông thôn mới
Có 61/98 xã đạt chuẩn nông thôn mới; 17 xã đạt chuẩn nâng cao, 4 xã kiểu mẫu.
Công nhận mới 26 sản phẩm OCOP, lũy kế 95 sản phẩm (31 sản phẩm 4 sao, 64 sản phẩm 3 sao).
Từ đầu năm thiên tai làm 5 người chết, 2 người bị thương.
Giá dầu được điều chỉnh vào các ngày 1/9, 12/9 và 21/9.

3. Đầu tư
Thu hút 9 dự án FDI mới với 210 triệu USD; cấp mới 23 dự án trong nước, vốn đăng ký 4.150 tỷ đồng.
Thu ngân sách nội địa 8.400 tỷ đồng, tăng 9,5% so với cùng kỳ. Nếu loại tiền sử dụng đất, thu ngân sách nội địa chỉ còn 6.120 tỷ đồng.
Nguồn: Phòng Kế hoạch - Tài chính của Sở.
Khởi công KCN Bàu Đá (152 ha) trong quý IV.
"""

WORK = """# Niên giám huyện Tam Hợp 2023

| Lao động (người) | 2019 | 2020 | 2021 | 2022 | 2023 |
|---|---:|---:|---:|---:|---:|
| Tổng số | 21.400 | 21.050 | 20.870 | 21.310 | 21.690 |
| Nông nghiệp | 12.300 | 11.800 | 11.250 | 10.900 | 10.420 |
| Dịch vụ | 4.100 | 4.250 | 4.400 | 4.760 | 5.130 |
"""


@pytest.fixture(scope="module")
def fishery() -> Assistant:
    return Assistant(Shelf(read_text(FISHERY, name="thuy-san")))


@pytest.fixture(scope="module")
def work() -> Assistant:
    return Assistant(Shelf(read_text(WORK, name="nien-giam", markdown=True)))


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Bao nhiêu tàu dài từ 15 m trở lên đã lắp thiết bị giám sát hành trình?", "498 tàu"),
        ("Bao nhiêu tàu dài từ 15 m trở lên?", "512 tàu"),
        ("Bao nhiêu xã đạt chuẩn nông thôn mới nâng cao?", "17 xã"),
        ("Bao nhiêu xã đạt chuẩn nông thôn mới?", "61/98 xã"),
        ("sp ocop 4 sao có bn", "31 sản phẩm"),
        ("Tỉnh thiếu bao nhiêu cán bộ thú y?", "37 cán bộ"),
        ("Dự án FDI cấp mới có tổng vốn bao nhiêu?", "210 triệu USD"),
        ("Thu ngân sách nội địa sau khi trừ tiền sử dụng đất còn bao nhiêu?", "6.120 tỷ đồng"),
        ("Khu công nghiệp Bàu Đá rộng bao nhiêu?", "152 ha"),
        ("Thiên tai cướp đi sinh mạng mấy người?", "5 người"),
    ],
)
def test_the_figure_that_carries_all_of_the_question_is_meant(fishery: Assistant, question: str, figure: str) -> None:
    result = fishery.invoke(Ask(question))
    assert isinstance(result, Answer)
    assert figure in result.text.split(" Đừng nhầm")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vì sao diện tích ao tôm bị thu hẹp?", "độ mặn"),
        ("Giá dầu được điều chỉnh vào những ngày nào?", "21/9"),
        ("Số liệu do đơn vị nào cung cấp?", "Kế hoạch - Tài chính"),
        ("Những sản phẩm nào tăng và tăng bao nhiêu?", "nước mắm 4,2 triệu lít, tăng 6,1%; cá khô 810 tấn, tăng 12,4%; bột cá 2.450 tấn, tăng 3,8%"),
        ("Diện tích ao tôm cùng kỳ năm 2021 là bao nhiêu?", "1.205 ha"),
    ],
)
def test_it_is_told_whole(fishery: Assistant, question: str, told: str) -> None:
    result = fishery.invoke(Ask(question))
    assert isinstance(result, Answer)
    assert told.lower() in result.text.lower()


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Liệt kê lao động nông nghiệp từng năm từ 2019 đến 2023", ("12.300", "11.800", "11.250", "10.900", "10.420")),
        ("Từ năm 2019 đến năm 2023 lao động nông nghiệp giảm bao nhiêu người?", ("1.880",)),
    ],
)
def test_years_are_listed_and_compared(work: Assistant, question: str, figures: tuple[str, ...]) -> None:
    result = work.invoke(Ask(question))
    assert isinstance(result, Answer)
    assert all(f in result.text for f in figures)


@pytest.mark.parametrize("question", ["Tổng vốn FDI cả cấp mới lẫn tăng thêm là bao nhiêu?", "Vì sao diện tích ao cá bị thu hẹp?", "Diện tích xã Bình Sơn là bao nhiêu?"])
def test_a_half_or_a_neighbour_is_no_answer(fishery: Assistant, question: str) -> None:
    result = fishery.invoke(Ask(question))
    assert isinstance(result, NotInReport)
    assert "Sơn La" not in result.text


TRADE = """# Hải quan cửa khẩu Đông Lĩnh tháng 7 năm 2024

Trong tháng 7, kim ngạch xuất nhập khẩu qua cửa khẩu đạt 412,6 triệu USD; trong đó xuất khẩu 187,2 triệu USD, nhập khẩu 225,4 triệu USD. Xe hơi nguyên chiếc nhập về 9,3 triệu USD.
"""


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("Xuất khẩu gạo qua cửa khẩu tháng 7 là bao nhiêu?", ""),  # no figure of all goods for one that the report lacks
        ("Nhập khẩu thép qua cửa khẩu tháng 7 là bao nhiêu?", ""),
        ("Xuất khẩu hàng hóa qua cửa khẩu tháng 7 là bao nhiêu?", "187,2"),
        ("Nhập khẩu qua cửa khẩu tháng 7 là bao nhiêu?", "225,4"),
    ],
)
def test_goods_that_a_report_lacks_get_no_figure_of_all_goods(question: str, stated: str) -> None:
    result = Assistant(Shelf(read_text(TRADE, name="t.md"))).invoke(Ask(question))
    assert isinstance(result, Answer) == bool(stated) and stated in result.text, result.text


@pytest.mark.parametrize(("near", "answered"), [({"diện tích ao tôm": 0.95, "diện tích ao cá": 0.7}, True), ({"diện tích ao tôm": 0.7, "diện tích ao cá": 0.95}, False), (None, False)])
def test_the_embedding_model_vouches_for_a_name_in_doubt(monkeypatch: pytest.MonkeyPatch, near: dict[str, float] | None, answered: bool) -> None:
    shelf = Shelf(read_text(FISHERY, name="hai-lang"))
    asked: list[str] = []

    def nearness(name: str, question: str) -> dict[str, float] | None:
        asked.append(question)
        return near

    shelf.nearness = nearness  # type: ignore[attr-defined]
    question = "Diện tích ao tôm là bao nhiêu ha?"
    assert isinstance(Assistant(shelf).invoke(Ask(question)), Answer) and not asked  # no doubt, nothing asked
    chosen_by_words = matching.weights("plain")
    monkeypatch.setattr(matching, "weights", lambda kind="plain": chosen_by_words)
    nothing, bias = dict.fromkeys((*matching.GROUNDS, *matching.NEAR, "bias"), 0.0), -1.0  # less than an even chance: the question's very words alone do not do
    monkeypatch.setattr(matching, "doubts", lambda: {"plain": nothing | {"bias": bias, "least": 0.9, "sure": 0.9}, "named": nothing | {"near_gap": -10.0, "bias": 1.0, "least": 0.6}})
    result = Assistant(shelf).invoke(Ask(question))
    assert asked and isinstance(result, Answer) is answered
    assert not answered or result.figures[0].text == "1.120 ha"


def level(text: str, unit: str, value: str, step: str, period: Period) -> Figure:
    return Figure(Decimal(value), text, unit, Span(0, 0), Span(0, 0), "xuất khẩu", period=period, step=Decimal(step))


def test_a_figure_and_its_rounding_of_one_time_are_one_fact_and_of_another_time_are_not() -> None:
    months = level("5.736,9 triệu USD", "USD", "5736900000", "100000", Period("months", 2024, part=5))
    day = level("5,74 tỷ USD", "USD", "5740000000", "10000000", Period("date", 2024, part=531))
    assert matching.rounds(day, months) and matching.facts([day, months])[0] == matching.facts([day, months])[1]
    quarter = level("5,74 tỷ USD", "USD", "5740000000", "10000000", Period("quarter", 2024, part=2))
    assert not matching.same_time(quarter, months) and not matching.rounds(quarter, months)
    assert not matching.same_time(replace(day, period=Period("date", 2024, part=515)), months)  # the half of May
    assert matching.same_time(replace(day, period=Period("date", 2024, part=331)), replace(quarter, period=Period("quarter", 2024, part=1)))


def test_the_figure_of_all_is_meant_where_nobody_is_named() -> None:
    text = "Bản tin thương mại tỉnh Hòa Sơn tháng 9 năm 2025\n\nKim ngạch xuất khẩu quý III ước đạt 412,6 triệu USD, tăng 9,8% so với cùng kỳ. Thị trường Lào: quý III xuất khẩu 64,2 triệu USD; 9 tháng nhập khẩu 91,5 triệu USD.\n"
    talk = Assistant(Shelf(read_text(text, name="thuong-mai")))
    assert talk.invoke(Ask("Xuất khẩu quý III bao nhiêu?")).text.startswith("412,6 triệu USD")
    assert talk.invoke(Ask("Xuất khẩu sang Lào quý III bao nhiêu?")).text.startswith("64,2 triệu USD")


PRICES = shelf_of(
    "a.txt",
    "CHỈ SỐ GIÁ TIÊU DÙNG THÁNG 4 NĂM 2026\n\nCPI tháng 4 tăng 0,4% so với tháng trước. Lương thực giảm 0,6%, trong đó gạo giảm 0,9%. Giá vé ô tô khách tăng 1,1%; ở chiều ngược lại, giá xe ô tô đã qua sử dụng giảm 0,3%.\n\n"
    "Riêng điều xuất khẩu 21,4 nghìn tấn, giá xuất khẩu bình quân 4.211 USD/tấn.\n\nSản lượng điều giảm do nắng hạn kéo dài từ giữa tháng 1 đến hết tháng 3; cụ thể như sau:\n",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Giá vé xe khách tháng 4 tăng bao nhiêu so với tháng trước?", "Tăng 1,1%"),  # called otherwise: no part of it is meant
        ("Giá gạo tháng 4 giảm bao nhiêu so với tháng trước?", "Giảm 0,9%"),  # told by its own name as well
        ("Vì sao sản lượng điều giảm?", "Sản lượng điều giảm do nắng hạn"),
    ],
)
def test_what_is_called_otherwise_is_the_same(question: str, told: str) -> None:
    assert ask(PRICES, question).text.startswith(told)


def test_a_price_of_a_tonne_is_no_quantity() -> None:
    assert "USD/tấn" not in ask(PRICES, "Lượng điều xuất khẩu là bao nhiêu?").text.partition("Gần nhất")[0]


def test_a_count_is_not_held_against_a_price() -> None:
    assert "sai đơn vị" not in ask(PRICES, "Tháng 4 có 10 trên 11 nhóm hàng tăng giá, đúng không?").text


FUEL = shelf_of(
    "fuel.txt",
    "Tình hình xuất nhập khẩu 11 tháng năm 2027\n\nBảng 1: Một số nhóm hàng nhập khẩu chủ yếu\nMặt hàng\tĐVT lượng\t11 tháng/2027\n\t\tLượng\nXăng dầu các loại\tnghìn tấn\t9.318\nSắt thép các loại\tnghìn tấn\t14.236\n\n"
    "Xăng dầu các loại: lượng nhập 11 tháng giảm 4,0%. Trong tổng lượng 11 tháng, dầu diesel chiếm nhiều nhất với 4.986 nghìn tấn.\n",
)


@pytest.mark.parametrize(("question", "told"), [("Nhập khẩu xăng dầu 11 tháng được bao nhiêu tấn?", "9.318"), ("Nhập khẩu dầu diesel 11 tháng được bao nhiêu tấn?", "4.986")])
def test_a_part_by_a_name_that_is_not_said_is_not_meant(question: str, told: str) -> None:
    assert ask(FUEL, question).text.startswith(told)


@pytest.mark.parametrize(("bias", "answered"), [(1.0, True), (-1.0, False)])
def test_a_name_in_the_question_s_very_words_needs_but_an_even_chance(monkeypatch: pytest.MonkeyPatch, bias: float, answered: bool) -> None:
    nothing = dict.fromkeys((*matching.GROUNDS, *matching.NEAR, "bias"), 0.0) | {"bias": bias, "least": 0.9, "sure": 0.9}
    monkeypatch.setattr(matching, "doubts", lambda: {"plain": nothing, "named": nothing})
    result = Assistant(Shelf(read_text(FISHERY, name="hai-lang"))).invoke(Ask("Diện tích ao tôm là bao nhiêu ha?"))
    assert isinstance(result, Answer) is answered
