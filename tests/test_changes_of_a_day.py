"""What held before a day and what holds from it, marks that were passed, "từ 3 sao trở lên", and who is asked of in a report of visitors. Invented texts."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Bound, Figure, name_of
from report.reader import read_figures
from tests.fake_library import Shelf, ask, shelf_of


def figures_of(text: str, head: str = "Báo cáo năm 2024") -> list[Figure]:
    return list(read_figures(read_text(f"{head}\n\n{text}\n", name="t")))


@pytest.mark.parametrize(
    ("text", "before", "label", "since"),
    [
        ("Giá vé vào Hồ Ngàn tăng từ 40.000 đồng lên 60.000 đồng/người từ ngày 1/7.", ("date", 2024, 630), "trước ngày 1/7", 701),
        ("Từ ngày 1/1, lương tối thiểu vùng tăng từ 4,2 lên 4,45 triệu đồng/tháng.", ("date", 2023, 1231), "trước ngày 1/1", 101),
        ("Giá nước sạch được điều chỉnh từ 8.500 đồng/m3 lên 9.200 đồng/m3 kể từ ngày 1/3/2024.", ("date", 2024, 229), "trước ngày 1/3/2024", 301),
        ("Lãi suất cho vay giảm từ 9,3%/năm xuống 8,1%/năm từ tháng 4.", ("month", 2024, 3), "trước tháng 4", 4),
        ("Kể từ tháng 10, trợ cấp xã hội tăng từ 360.000 đồng lên 500.000 đồng/tháng.", ("month", 2024, 9), "trước tháng 10", 10),
        ("Phí thông quan áp dụng từ 15/8 hạ từ 500.000 đồng xuống 420.000 đồng/tờ khai.", ("date", 2024, 814), "trước 15/8", 815),
        ("Nhờ từ ngày 20/4 số đôi tàu liên vận được nâng từ 3 lên 5 đôi/ngày.", ("date", 2024, 419), "trước ngày 20/4", 420),
        ("Cửa khẩu số Nậm Xin vận hành từ ngày 15/6, rút thời gian chờ của xe hàng từ 5,5 giờ xuống 3,2 giờ.", ("date", 2024, 614), "trước ngày 15/6", 615),
    ],
)
def test_what_a_change_dates(text: str, before: tuple[str, int, int], label: str, since: int) -> None:
    old, new = figures_of(text)
    assert (old.period.kind, old.period.year, old.period.part) == before
    assert old.period.label == label
    assert new.period.part == since


@pytest.mark.parametrize(
    "text",
    [
        "Do hai mỏ sắt hết hạn khai thác từ tháng 6/2023, tỷ trọng khai khoáng giảm từ 9,5% xuống 4,8%.",
        "Tỷ lệ hộ nghèo giảm từ 8,2% xuống 6,9%.",
        "Cước xe phụ thu từ 02/02 đến 18/02 tăng từ 120.000 đồng/vé lên 168.000 đồng/vé.",
    ],
)
def test_what_dates_no_change(text: str) -> None:
    assert not any(f.period.label.startswith("trước") for f in figures_of(text))


def test_a_mark_that_was_passed_is_of_its_own_time() -> None:
    now, then = figures_of("Khách quốc tế đạt 296 nghìn lượt, vượt mốc 250 nghìn lượt của cả năm 2024.", "Du lịch tỉnh Thanh Hà 10 tháng năm 2025")
    assert (then.text, then.indicator, then.period.year, then.bound) == ("250 nghìn lượt", "khách quốc tế", 2024, Bound.NONE)
    assert now.period.year == 2025
    assert figures_of("Kim ngạch qua cửa khẩu Tà Bản vượt ngưỡng 2 tỷ USD của cả năm trước.")[0].period.year == 2023
    passed = figures_of("Khách quốc tế đạt 296 nghìn lượt, lần đầu tiên vượt mốc 250 nghìn lượt.")[1]
    assert (passed.indicator, passed.bound, passed.period.year) == ("khách quốc tế", Bound.OVER, 2024)


@pytest.mark.parametrize("name", ["phí hạ tầng cửa khẩu", "tăng trưởng kinh tế"])
def test_a_noun_is_no_verb_of_a_change(name: str) -> None:
    assert [f.indicator for f in figures_of(f"{name.capitalize()} giảm từ 15,2% xuống 12,1%.")] == [name] * 2


def test_a_milestone_of_a_road_is_no_figure() -> None:
    assert [f.text for f in figures_of("Từ cột mốc 92 đến mốc 95, đường dài 3 km.")] == ["3 km"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Toàn tỉnh có 12 khách sạn từ 3 sao trở lên.", [("12 khách sạn", "khách sạn từ 3 sao trở lên")]),
        ("Có 1.204 doanh nghiệp có từ 200 lao động trở lên.", [("1.204 doanh nghiệp", "doanh nghiệp có từ 200 lao động trở lên")]),
        ("Có 320 hộ chăn nuôi từ 10 con trâu bò trở lên.", [("320 hộ", "hộ chăn nuôi từ 10 con trâu bò trở lên")]),
        ("Lưới điện có 12 trạm từ 110 kV trở lên.", [("12 trạm", "lưới điện trạm từ 110 kV trở lên")]),
        ("Có 45 doanh nghiệp sử dụng 3.200 lao động.", [("45 doanh nghiệp", "doanh nghiệp sử dụng"), ("3.200 lao động", "sử dụng lao động")]),
    ],
)
def test_so_many_and_more_only_tells_which(text: str, told: list[tuple[str, str]]) -> None:
    assert [(f.text, f.indicator) for f in figures_of(text)] == told


@pytest.mark.parametrize(
    "who",
    [
        "Theo Sở Văn hóa, Thể thao và Du lịch",
        "Theo số liệu của Sở Văn hóa, Thể thao và Du lịch",
        "Theo báo cáo của Sở Lao động, Thương binh và Xã hội tỉnh",
    ],
)
def test_an_office_of_three_fields_is_no_part_of_a_name(who: str) -> None:
    assert [f.indicator for f in figures_of(f"{who}, tháng 10 toàn tỉnh đón 412.600 lượt khách.")] == ["đón lượt khách"]


def test_names_without_their_counters() -> None:
    stay = figures_of("Thời gian lưu trú bình quân của khách quốc tế là 2,1 ngày, khách nội địa 1,6 ngày.")
    assert [f.indicator for f in stay] == ["thời gian lưu trú bình quân của khách quốc tế", "khách nội địa"]
    abroad = figures_of("Toàn tỉnh đón 412.600 lượt khách, trong đó khách quốc tế 38.200 lượt.")[1]
    assert name_of(abroad).startswith("khách quốc tế (")


VISITORS = """Du lịch tỉnh Thanh Hà 10 tháng năm 2025

Theo Sở Văn hóa, Thể thao và Du lịch, tháng 10 toàn tỉnh đón 412.600 lượt khách, tăng 6,8% so với tháng trước. Lũy kế 10 tháng, tỉnh đón 3,86 triệu lượt khách. Khách quốc tế đạt 296 nghìn lượt, vượt mốc 250 nghìn lượt của cả năm 2024.

| Thị trường khách quốc tế | 10 tháng 2024 (lượt) | 10 tháng 2025 (lượt) | Tăng/giảm (%) |
|---|---|---|---|
| Hàn Quốc | 61.500 | 92.300 | 50,1 |
| Trung Quốc | 48.700 | 81.900 | 68,2 |
| Pháp | 14.800 | 14.100 | -4,7 |

Công suất phòng bình quân đạt 58,3%, cao hơn 4,6 điểm phần trăm so với 10 tháng năm 2024. Toàn tỉnh hiện có 486 cơ sở lưu trú với 9.750 phòng (trong đó 12 khách sạn từ 3 sao trở lên).

Giá vé vào Hồ Ngàn tăng từ 40.000 đồng lên 60.000 đồng/người từ ngày 1/7.
"""


@pytest.fixture(scope="module")
def visitors() -> Shelf:
    return shelf_of("v.md", VISITORS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tháng 10 tỉnh đón bao nhiêu lượt khách?", "412.600 lượt khách"),
        ("Khách quốc tế năm 2024 là bao nhiêu?", "250 nghìn lượt"),
        ("Thị trường nào tăng nhanh nhất?", "Trung Quốc tăng 68,2%"),
        ("Thị trường nào giảm?", "Pháp giảm 4,7%"),
        ("Công suất phòng 10 tháng năm 2024 là bao nhiêu?", "53,7%"),
        ("Có bao nhiêu khách sạn từ 3 sao trở lên?", "12 khách sạn"),
        ("Giá vé trước tháng 7 là bao nhiêu?", "40.000 đồng"),
        ("Giá vé Hồ Ngàn trước ngày 01/7 là bao nhiêu?", "40.000 đồng"),
        ("Giá vé Hồ Ngàn hiện nay?", "60.000 đồng/người"),
        ("Khách Hàn Quốc giảm 50,1% đúng không?", "Không đúng: báo cáo nêu Hàn Quốc tăng 50,1%"),
        ("Thị trường khách quốc tế Trung Quốc tăng 68,2% phải không?", "Đúng"),
    ],
)
def test_what_is_answered(visitors: Shelf, question: str, told: str) -> None:
    assert ask(visitors, question).text.startswith(told)


@pytest.mark.parametrize(
    "question",
    ["Tỉnh có bao nhiêu khách sạn 5 sao?", "Có bao nhiêu khách sạn 3 sao?", "Giá vé Hồ Ngàn năm 2024?", "Khách quốc tế giảm 10% đúng không?"],
)
def test_what_is_refused(visitors: Shelf, question: str) -> None:
    """Other hotels, another year, and a row of the table held against what the whole table is of."""
    assert ask(visitors, question).text.startswith("Báo cáo không nêu")


@pytest.mark.parametrize(
    ("text", "measure", "name"),
    [
        ("Nông sản tươi tăng 28,4%, lần đầu vượt một nửa giá trị xuất khẩu.", "share", "nông sản tươi"),
        ("Thu nội địa vượt một nửa dự toán.", "completion", "thu nội địa"),
        ("Xuất khẩu đạt 4,2 tỷ USD, lần đầu tiên vượt 4 tỷ USD.", "level", "xuất khẩu"),
    ],
)
def test_what_was_passed(text: str, measure: str, name: str) -> None:
    passed = figures_of(text)[-1]
    assert (passed.measure.value, passed.indicator, passed.bound) == (measure, name, Bound.OVER)


def test_a_plan_in_brackets_is_of_its_own_name() -> None:
    told = figures_of("Lợi nhuận trước thuế 214 tỷ đồng, hoàn thành 74% kế hoạch doanh thu (5.150 tỷ đồng) và 89% kế hoạch lợi nhuận (240 tỷ đồng).")
    assert [(f.text, f.indicator, f.head) for f in told[2::2]] == [("5.150 tỷ đồng", "doanh thu", ""), ("240 tỷ đồng", "lợi nhuận", "")]
