"""Lists that go on from what their paragraph told, prices and shares of a month, and what is asked of them. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from ingest import read_text
from report.model import Figure, Measure, Modality
from report.reader import read_figures
from tests.fake_library import Shelf, one, read

PRICES = "Chỉ số giá tiêu dùng tháng 5 năm 2022"

DISTRICT = """UBND HUYỆN KHE ĐƯỢC

BÁO CÁO
Kết quả thực hiện nhiệm vụ năm 2019 và phương hướng năm 2020

Phần thứ nhất
KẾT QUẢ NĂM 2019

I. KINH TẾ
1. Giá trị sản xuất tiểu thủ công nghiệp đạt 412 tỷ đồng, tăng 8,4% so với năm 2018. Trong đó:
- Khu vực hợp tác xã 96 tỷ đồng, tăng 3,1%;
- Khu vực hộ cá thể 316 tỷ đồng, tăng 10,2%.
2. Nông sản bán ra ngoài huyện:
- Kim ngạch xuất khẩu đạt 38,6 triệu USD, tăng 5,2%. Một số sản phẩm chủ yếu:
+ Chè khô 17,4 triệu USD, tăng 6,1%;
+ Mật ong 9,8 triệu USD, giảm 2,0%;
+ Quế vỏ 7,2 triệu USD, tăng 11,3%.
3. Diện tích ngô cả năm 2.840 ha, năng suất 48,2 tạ/ha, sản lượng 13,7 nghìn tấn. Chia ra từng vụ:
- Vụ xuân: 1.900 ha, năng suất 51,6 tạ/ha, sản lượng 9,8 nghìn tấn;
- Vụ hè thu: 940 ha, năng suất 41,3 tạ/ha, sản lượng 3,9 nghìn tấn.
4. Cấp mới 3 dự án trong nước, vốn đăng ký 86 tỷ đồng; lũy kế có 21 dự án còn hiệu lực, tổng vốn 640 tỷ đồng.

II. XÃ HỘI
1. Giải quyết việc làm cho 1.120 lao động.
2. Số hộ cận nghèo còn 1.034 hộ, chiếm 6,35%, giảm 0,90 điểm phần trăm so với đầu năm (kế hoạch giảm 0,70 điểm phần trăm).

Phần thứ hai
NHIỆM VỤ NĂM 2020

1. Tạo việc làm cho 1.250 lao động.
2. Động thổ chợ Bản Vạc trong quý III/2020 và hoàn thành cầu Nà Mòn trước ngày 30/11/2020.
"""

MARKET = """CỤC THỐNG KÊ TỈNH SÔNG LẠNH

Chỉ số giá tiêu dùng tháng 5 năm 2022

CPI tháng 5/2022 tăng 0,42% so với tháng trước (khu vực thành thị tăng 0,51%; khu vực nông thôn tăng 0,36%). Đây là mức tăng cao nhất từ đầu năm (tháng 3 tăng 0,30%, tháng 4 tăng 0,11%). So với cùng kỳ, CPI khu vực thành thị tăng 2,14%, khu vực nông thôn tăng 2,47%.

Các nhóm tăng giá:

(1) Nhóm thực phẩm tăng 0,62%, làm CPI chung tăng 0,13 điểm phần trăm. Giá cá tăng 3,1% do tàu nằm bờ vì dầu đắt: cá thu 182.000 đồng/kg, tăng 6.000 đồng so với tháng 4; cá nục 58.000 đồng/kg, tăng 2.500 đồng.

(2) Nhóm giao thông tăng 2,05%, làm CPI chung tăng 0,20 điểm phần trăm. Thực phẩm tươi lên giá nên nhiều quán ăn đóng cửa.

(3) Nhóm may mặc tăng 0,10%.
"""


@pytest.fixture(scope="module")
def district() -> Assistant:
    return Assistant(Shelf(read_text(DISTRICT, name="huyen")))


@pytest.fixture(scope="module")
def market() -> Assistant:
    return Assistant(Shelf(read_text(MARKET, name="gia")))


def told(assistant: Assistant, question: str, *history: str) -> str:
    return assistant.invoke(Ask(question, history)).text


def named(text: str, printed: str) -> Figure:
    return one(list(read_figures(read_text(text, name="x"))), printed)


@pytest.mark.parametrize(
    ("printed", "indicator", "head"),
    [
        ("316 tỷ đồng", "khu vực hộ cá thể", "giá trị sản xuất tiểu thủ công nghiệp"),
        ("9,8 triệu USD", "mật ong", "kim ngạch xuất khẩu: một số sản phẩm chủ yếu"),
        ("41,3 tạ/ha", "năng suất vụ hè thu", "ngô"),
        ("940 ha", "diện tích vụ hè thu", "ngô"),
    ],
)
def test_a_list_is_of_what_its_paragraph_told(printed: str, indicator: str, head: str) -> None:
    f = named(DISTRICT, printed)
    assert (f.indicator, f.head) == (indicator, head)


def test_a_list_of_its_own_is_of_nothing_told_before() -> None:
    text = "Báo cáo năm 2019\n\n1. Thu ngân sách đạt 96 tỷ đồng.\n2. Chăn nuôi:\n- Đàn trâu 4.210 con;\n- Đàn dê 1.380 con."
    assert "ngân sách" not in named(text, "1.380 con").head


@pytest.mark.parametrize(
    ("question", "has", "lacks"),
    [
        ("Kể tên các sản phẩm xuất khẩu chủ yếu năm 2019 kèm kim ngạch từng sản phẩm.", ("17,4", "9,8", "7,2"), ("96 tỷ",)),
        ("Các sản phẩm xuất khẩu chủ yếu năm 2019?", ("17,4", "9,8", "7,2"), ("38,6 triệu",)),
        ("Năng suất ngô vụ hè thu là bao nhiêu?", ("41,3 tạ/ha",), ()),
        ("Năng suất ngô năm 2019?", ("48,2 tạ/ha",), ()),
        ("Đầu năm 2019 tỷ lệ hộ cận nghèo là bao nhiêu?", ("7,25%",), ()),
        ("Chợ Bản Vạc bao giờ động thổ?", ("quý III/2020",), ("30/11",)),
    ],
)
def test_what_the_district_is_asked(district: Assistant, question: str, has: tuple[str, ...], lacks: tuple[str, ...]) -> None:
    answer = told(district, question)
    first = answer.split("Đừng nhầm")[0]
    assert all(h in first for h in has) and not any(n in first for n in lacks), answer


def test_when_a_work_begins_is_not_when_it_ends(district: Assistant) -> None:
    assert "quý III" not in told(district, "Chợ Bản Vạc bao giờ hoàn thành?")


def test_a_rate_at_the_opening_of_another_year_is_not_worked_out(district: Assistant) -> None:
    assert "7,25" not in told(district, "Đầu năm 2018 tỷ lệ hộ cận nghèo là bao nhiêu?")


def test_a_talk_goes_on_under_another_name_and_to_other_items(district: Assistant, market: Assistant) -> None:
    assert told(district, "Thế chỉ tiêu năm 2020?", "Năm 2019 huyện giải quyết việc làm cho bao nhiêu lao động?").startswith("1.250 lao động")
    asked = "Nhóm thực phẩm góp bao nhiêu điểm phần trăm vào mức tăng CPI tháng 5?"
    assert "0,20 điểm phần trăm" in told(market, "thế nhóm giao thông?", asked).split("Đừng nhầm")[0]
    assert not isinstance(market.invoke(Ask("thế nhóm may mặc?", (asked,))), Answer)


@pytest.mark.parametrize(
    ("question", "has"),
    [
        ("CPI tháng 5 khu vực nông thôn tăng bao nhiêu so với cùng kỳ?", "2,47%"),
        ("Mức tăng CPI tháng 5 so với tháng trước ở thành thị cao hơn nông thôn mấy điểm phần trăm?", "0,15 điểm phần trăm"),
        ("Cá nục tháng 5 đắt hơn tháng 4 bao nhiêu đồng mỗi ki-lô-gam?", "2.500 đồng"),
        ("Tháng 4 giá cá thu bao nhiêu đồng/kg?", "176.000 đồng/kg"),
        ("Giá cá tháng 5 tăng là do đâu?", "tàu nằm bờ"),
    ],
)
def test_what_the_market_is_asked(market: Assistant, question: str, has: str) -> None:
    answer = told(market, question)
    assert has in answer.split("Đừng nhầm")[0], answer


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("Giá sữa tăng 4,1% so với tháng trước kéo nhóm đồ uống tăng 0,9%.", "0,9%", "nhóm đồ uống"),
        ("Xi măng tăng 5,2%, bao 50 kg có giá 98.000 đồng.", "98.000 đồng", "giá xi măng bao 50 kg"),
        ("Lạm phát cơ bản tăng 2,1%, thấp hơn mức tăng CPI chung (2,6%).", "2,6%", "CPI chung"),
        ("Giá nước tăng 3% do nhà máy điều chỉnh tăng 7% giá bán buôn nước sạch.", "7%", "giá bán buôn nước sạch"),
        ("GRDP theo giá hiện hành đạt 51 nghìn tỷ đồng; bình quân đầu người đạt 48,6 triệu đồng.", "48,6 triệu đồng", "GRDP bình quân đầu người"),
        ("Gas được điều chỉnh vào các ngày 04/5, 12/5 và 23/5 khiến giá gas tăng 2,2%.", "2,2%", "giá gas"),
    ],
)
def test_whose_price_it_is(text: str, printed: str, indicator: str) -> None:
    assert one(read(text, PRICES), printed).indicator == indicator


def test_a_goal_that_is_kept_within_is_a_goal_of_the_year() -> None:
    f = one(read("CPI bình quân 5 tháng tăng 2,3%, vẫn trong mục tiêu kiểm soát 4% của cả năm.", PRICES), "4%")
    assert (f.indicator, f.measure, f.modality, f.period.kind) == ("CPI bình quân", Measure.GROWTH, Modality.TARGET, "year")


def test_the_day_of_a_change_of_prices_is_not_that_of_the_months_change() -> None:
    found = read("Gas tăng 8,1% sau đợt điều chỉnh ngày 01/5; dầu hỏa tăng 6,3%.", PRICES)
    assert [f.period.kind for f in found] == ["month", "month"]
