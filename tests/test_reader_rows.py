"""What only the row tells: shares in the order of the names before, rates in brackets, names behind amounts, and dates that are no figures. Invented texts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report.model import Base, Direction, Measure
from report.numbers import quantities
from report.sentences import sentences
from tests.fake_library import one, read

TITLE = "Báo cáo năm 2024"
IN_2023 = "Nông, lâm nghiệp và thủy sản chiếm 21,3%; công nghiệp và xây dựng chiếm 38,2%; dịch vụ chiếm 36,4%; thuế sản phẩm chiếm 4,1% (cơ cấu tương ứng của năm 2023 là 22,0%; 37,5%; 36,2%; 4,3%)."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cơ cấu kinh tế nông nghiệp - công nghiệp, xây dựng - dịch vụ năm 2024 là 18,4% - 39,1% - 42,5%.", [("18,4%", "nông nghiệp"), ("39,1%", "công nghiệp, xây dựng"), ("42,5%", "dịch vụ")]),
        ("Cơ cấu chi ngân sách gồm chi đầu tư - chi thường xuyên - chi khác lần lượt là 31,2% - 66,5% - 2,3%.", [("31,2%", "chi đầu tư"), ("66,5%", "chi thường xuyên"), ("2,3%", "chi khác")]),
        ("Cơ cấu lao động (nông nghiệp, công nghiệp, dịch vụ) lần lượt là 41,2%, 27,5% và 31,3%.", [("41,2%", "nông nghiệp"), ("27,5%", "công nghiệp"), ("31,3%", "dịch vụ")]),
        (IN_2023, [("22,0%", "nông, lâm nghiệp và thủy sản"), ("37,5%", "công nghiệp và xây dựng"), ("36,2%", "dịch vụ"), ("4,3%", "thuế sản phẩm")]),
    ],
)  # fmt: skip
def test_shares_in_the_order_of_their_names(text: str, names: list[tuple[str, str]]) -> None:
    found = read(text, TITLE)
    assert [(printed, one(found, printed).indicator) for printed, _ in names] == names
    assert {one(found, printed).measure for printed, _ in names} == {Measure.SHARE}


def test_a_row_of_shares_is_of_the_year_it_says() -> None:
    found = read(IN_2023, TITLE)
    assert [one(found, t).period.year for t in ("21,3%", "4,1%", "22,0%", "4,3%")] == [2024, 2024, 2023, 2023]


def test_a_row_that_names_too_few_deals_nothing_out() -> None:
    found = read("Cơ cấu kinh tế nông nghiệp - dịch vụ năm 2024 là 18,4% - 39,1% - 42,5%.", TITLE)
    assert not {"nông nghiệp", "dịch vụ"} & {f.indicator for f in found}


def test_percentages_in_a_row_are_no_range() -> None:
    assert [(q.value, q.high) for q in quantities("là 18,4% - 39,1% - 42,5%")] == [(Decimal("18.4"), None), (Decimal("39.1"), None), (Decimal("42.5"), None)]
    assert [(q.value, q.high) for q in quantities("tăng 6,5% - 7%")] == [(Decimal("6.5"), Decimal(7))]


def test_a_rate_in_brackets_is_of_the_change_before_it() -> None:
    found = read("Tai nạn giao thông xảy ra 45 vụ, giảm 5 vụ (giảm 10%), làm chết 22 người, giảm 3 người (12%).", TITLE)
    for printed, name in (("10%", "vụ"), ("12%", "chết")):
        f = one(found, printed)
        assert (name in f.indicator, f.measure, f.direction) == (True, Measure.GROWTH, Direction.DOWN)


def test_each_of_a_list_is_called_by_its_own_name() -> None:
    found = read("Một số khoản thu đạt thấp so với dự toán như: thuế bảo vệ môi trường (đạt 38,5%), lệ phí trước bạ (đạt 41,2%), tiền thuê đất (đạt 44%).", TITLE)
    assert [(f.text, f.indicator) for f in found] == [("38,5%", "thuế bảo vệ môi trường"), ("41,2%", "lệ phí trước bạ"), ("44%", "tiền thuê đất")]
    assert {(f.measure, f.base) for f in found} == {(Measure.COMPLETION, Base.PLAN)}


def test_amounts_in_a_list_are_called_by_the_names_before_the_brackets() -> None:
    found = read("Ba nhóm hàng lớn nhất gồm: điện tử (đạt 4,2 tỷ USD, tăng 12%), dệt may (2,1 tỷ USD, tăng 5%) và giày dép (1,3 tỷ USD, giảm 2%).", TITLE)
    assert [f.indicator for f in found] == ["điện tử", "điện tử", "dệt may", "dệt may", "giày dép", "giày dép"]


def test_what_a_name_is_short_for_does_not_end_it() -> None:
    found = read("Hai khoản giảm gồm: tiền sử dụng đất (giảm 14,1%); thu từ doanh nghiệp nhà nước (DNNN) địa phương (giảm 5,8%).", TITLE)
    assert one(found, "5,8%").indicator == "thu từ doanh nghiệp nhà nước địa phương"


def test_the_rate_in_brackets_of_what_is_compared_with_is_like_the_rate_before_it() -> None:
    below = one(read("Ngân sách trung ương thu 812 nghìn tỷ đồng, đạt 61%, cao hơn ngân sách địa phương (57,4%).", TITLE), "57,4%")
    assert (below.indicator, below.measure, below.base, below.scope) == ("ngân sách địa phương", Measure.COMPLETION, Base.PLAN, "địa phương")


def test_money_called_by_what_stands_behind_it() -> None:
    found = read("Công ty Xi măng Yên Tú đạt 1.820 tỷ đồng doanh thu và 64 tỷ đồng lợi nhuận, lần lượt hoàn thành 48% và 52% kế hoạch năm.", TITLE)
    assert [(f.text, f.indicator) for f in found] == [("1.820 tỷ đồng", "doanh thu"), ("64 tỷ đồng", "lợi nhuận"), ("48%", "doanh thu"), ("52%", "lợi nhuận")]


def test_an_area_in_brackets_is_of_those_just_counted() -> None:
    found = read("Tỉnh quy hoạch 15 cụm công nghiệp với tổng diện tích 620 ha, trong đó 6 cụm đã thành lập (245 ha).", TITLE)
    assert one(found, "245 ha").indicator == "diện tích cụm thành lập"


def test_a_yearly_rate_behind_two_years_is_of_the_years_between() -> None:
    f = one(read("Giá trị sản xuất tăng từ 3.250 tỷ đồng năm 2015 lên 6.120 tỷ đồng năm 2020, bình quân tăng 13,5%/năm.", TITLE), "13,5%/năm")
    assert (f.period.kind, f.period.first, f.period.year) == ("range", 2016, 2020)


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Có 7 mặt hàng trên 10 tỷ USD, chiếm 62,5% tổng kim ngạch xuất khẩu.", "7 mặt hàng", "mặt hàng trên 10 tỷ USD"),
        ("Số tiền miễn, giảm, gia hạn thuế, phí là 845 tỷ đồng.", "845 tỷ đồng", "số tiền miễn, giảm, gia hạn thuế, phí"),
        ("Giá xăng dầu được điều chỉnh vào các ngày 6/6, 13/6, 20/6 đã giảm 2,1%.", "2,1%", "giá xăng dầu"),
        ("Công nghiệp chế biến, chế tạo tăng 12,3%, dịch vụ lưu trú, ăn uống tăng 9,1%.", "9,1%", "dịch vụ lưu trú, ăn uống"),
        ("Công nghiệp chế biến, chế tạo tăng 12,3%, dịch vụ lưu trú, ăn uống tăng 9,1%.", "12,3%", "công nghiệp chế biến, chế tạo"),
        ("Đội thuế thực hiện 312 cuộc thanh tra, kiểm tra, đạt 54,8% kế hoạch.", "54,8%", "đội thuế cuộc thanh tra, kiểm tra"),
        ("Vốn đăng ký cấp mới và tăng thêm đạt 312 triệu USD.", "312", "vốn đăng ký cấp mới và tăng"),
        ("100% xã, phường có trạm y tế.", "100%", "xã, phường có trạm y tế"),
        ("98,2% cơ quan, đơn vị đã nộp báo cáo.", "98,2%", "cơ quan, đơn vị đã nộp báo cáo"),
        ("Đã giải ngân 1.245,7 tỷ đồng, đạt 33,6% kế hoạch vốn Thủ tướng Chính phủ giao.", "33,6%", "giải ngân"),
        ("Giải ngân đạt 54% kế hoạch vốn chương trình mục tiêu quốc gia.", "54%", "vốn chương trình mục tiêu quốc gia"),
        ("Ô tô nguyên chiếc nhập khẩu đạt 16.240 chiếc, trị giá 325 triệu USD.", "325", "trị giá ô tô nguyên chiếc nhập khẩu"),
        ("Xuất khẩu thủy sản đã cán mốc 1 tỷ USD; 8 tháng đạt 6,3 tỷ USD.", "6,3", "xuất khẩu thủy sản"),
        ("CPI tháng 8 không đổi so với tháng trước, tăng 3,45% so với cùng kỳ.", "3,45%", "CPI"),
        ("Giá gạo 5% tấm ở mức 578 USD/tấn.", "578", "giá gạo 5% tấm"),
        ("92,3% trạm y tế có bác sĩ; đạt 12,8 bác sĩ/vạn dân và 32,5 giường bệnh/vạn dân.", "32,5", "giường bệnh/vạn dân"),
        ("Tỷ trọng nông nghiệp giảm từ 26,4% xuống còn 20,1%; dịch vụ tăng từ 48,2% lên 51,3%.", "51,3%", "tỷ trọng dịch vụ"),
        ("Lạm phát cơ bản tăng 2,71%, thấp hơn CPI bình quân chung (tăng 4,04%).", "4,04%", "CPI bình quân chung"),
        ("Thu tăng 6,5%, thấp hơn cùng kỳ (8,1%).", "8,1%", "Thu"),
        ("Sản lượng điện đạt 420 triệu kWh, gần như không đổi (giảm 0,2%) so với cùng kỳ.", "0,2%", "sản lượng điện"),
        ("Cả nước có 54/63 địa phương thu nội địa cao hơn cùng kỳ, 9 địa phương thấp hơn.", "9 địa phương", "địa phương thu nội địa thấp hơn cùng kỳ"),
        ("Điện tử đạt 12 tỷ USD, dệt may đạt 3 tỷ USD; hai mặt hàng này chiếm 42% tổng kim ngạch.", "42%", "hai mặt hàng điện tử, dệt may"),
        ("Có 36,8% số doanh nghiệp đánh giá tốt hơn quý I; 42,5% cho rằng ổn định và 20,7% gặp khó khăn.", "42,5%", "doanh nghiệp cho rằng ổn định"),
    ],
)
def test_a_name_is_kept_whole(text: str, printed: str, name: str) -> None:
    assert one(read(text, TITLE), printed).indicator == name


def test_a_sentence_ends_before_its_footnote_mark() -> None:
    text = "Giá vàng tăng 3,2% so với tháng trước.[^2] Giá đô la giảm 0,4%."
    assert [s.of(text) for s in sentences(text)][-1].endswith("Giá đô la giảm 0,4%.")
    assert one(read(text, TITLE), "0,4%").indicator == "giá đô la"


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Ước thu 9.850 tỷ đồng, vượt 6,5% dự toán, tức vượt khoảng 600 tỷ đồng.", Base.PLAN),
        ("Thu 9.850 tỷ đồng, tăng 6,5% so với dự toán, tương đương tăng 600 tỷ đồng.", Base.PLAN),
        ("Thu 9.850 tỷ đồng, giảm 6,5% so với tháng trước, tức giảm 600 tỷ đồng.", Base.PREVIOUS),
        ("Thu 9.850 tỷ đồng, vượt 6,5% dự toán, tăng 600 tỷ đồng so với cùng kỳ.", Base.YEAR),
    ],
)
def test_a_change_told_again_is_against_the_same(text: str, base: Base) -> None:
    assert one(read(text, TITLE), "600 tỷ đồng").base is base


def test_the_most_and_the_least_are_of_one_thing() -> None:
    found = read("Mặt hàng có kim ngạch lớn nhất là điện tử với 12 tỷ USD; nhỏ nhất là chè với 3 triệu USD.", TITLE)
    assert [(f.indicator, f.head) for f in found] == [("điện tử", "mặt hàng có kim ngạch"), ("chè", "mặt hàng có kim ngạch")]


def test_the_next_in_a_row_is_rated_as_the_first() -> None:
    found = read("Đứng đầu về số thu là Cục Thuế Hà Lam với 1.120 tỷ đồng (đạt 78% dự toán), tiếp theo là Bình Khê 640 tỷ đồng (71%).", TITLE)
    assert [(f.indicator, f.head, f.measure) for f in found if f.unit == "%"] == [("Cục Thuế Hà Lam", "số thu", Measure.COMPLETION), ("Bình Khê", "số thu", Measure.COMPLETION)]


def test_as_many_shares_as_parts_told_before() -> None:
    text = "- GRDP tăng 8,74%. Trong đó: nông nghiệp tăng 4,12%; công nghiệp - xây dựng tăng 11,86% (riêng công nghiệp tăng 13,05%); dịch vụ tăng 7,93%.\n- Cơ cấu các khu vực nêu trên lần lượt là 21,4% - 40,3% - 38,3%."
    found = read(text, TITLE)
    assert [one(found, t).indicator for t in ("21,4%", "40,3%", "38,3%")] == ["nông nghiệp", "công nghiệp - xây dựng", "dịch vụ"]
