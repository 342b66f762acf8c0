"""Runs of months that go on, groups that do one thing together, and turns of phrase that are no names. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Base, Bound, Modality
from tests.fake_library import one, read

MONTHS = "Báo cáo kinh tế - xã hội 11 tháng năm 2025"


@pytest.mark.parametrize(
    ("text", "printed", "part", "modality"),
    [
        # of two runs of months the later one goes on, an estimate as it was
        ("Doanh thu bán lẻ 10 tháng thực hiện 8.120,5 tỷ đồng; tháng 11 ước 914,8 tỷ đồng; lũy kế 11 tháng ước 9.035,3 tỷ đồng. Trong đó, bán lẻ hàng hóa 7.018,4 tỷ đồng, chiếm 77,7%.", "7.018,4", 11, Modality.ESTIMATE),
        ("Doanh thu bán lẻ 10 tháng thực hiện 8.120,5 tỷ đồng; tháng 11 ước 914,8 tỷ đồng; lũy kế 11 tháng ước 9.035,3 tỷ đồng. Trong đó, bán lẻ hàng hóa 7.018,4 tỷ đồng, chiếm 77,7%.", "77,7%", 11, Modality.ESTIMATE),
        ("Kim ngạch xuất khẩu 10 tháng đạt 388,7 triệu USD, ước 11 tháng đạt 426,2 triệu USD. Riêng hạt tiêu xuất 8,9 nghìn tấn.", "8,9", 11, Modality.ACTUAL),
        # and what a share of a run of months was told of
        ("Xuất khẩu sang Hoa Kỳ tháng 11 đạt 38,6 triệu USD; tính chung 11 tháng chiếm 28,3% tổng trị giá xuất khẩu. Nhập khẩu từ Lào 41,9 triệu USD.", "41,9", 11, Modality.ACTUAL),
        # not the goal of a longer one
        ("Thu ngân sách 10 tháng đạt 3.120 tỷ đồng, phấn đấu 11 tháng đạt 3.600 tỷ đồng. Chi ngân sách 2.480 tỷ đồng.", "2.480", 10, Modality.ACTUAL),
    ],
)
def test_the_later_run_of_months_goes_on(text: str, printed: str, part: int, modality: Modality) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.period.kind, f.period.part, f.modality) == ("months", part, modality)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        # what is told of one thing right after another's figures is its own, its prices too
        ("Dệt may đạt 12 triệu USD. Thép giảm 9,5% về lượng và 12,0% về trị giá; đơn giá xuất khẩu bình quân còn 376 USD/tấn.", [("9,5%", "lượng Thép"), ("12,0%", "trị giá Thép"), ("376", "đơn giá xuất khẩu Thép bình quân")]),
        ("Xuất khẩu gạo đạt 5 triệu tấn, tăng 3% về lượng; riêng thị trường Lào tăng 4% về lượng và 6% về trị giá.", [("3%", "lượng xuất khẩu gạo"), ("4%", "lượng thị trường Lào"), ("6%", "trị giá thị trường Lào")]),
        ("Dệt may đạt 12 triệu USD. Hạt điều và hạt tiêu tăng cả về lượng (7,5%) và giá trị (11,2%).", [("7,5%", "lượng hạt điều và hạt tiêu"), ("11,2%", "giá trị hạt điều và hạt tiêu")]),
        ("Dệt may đạt 12 triệu USD. Đối với hạt điều, cả lượng và trị giá đều giảm, lần lượt là 5,3% và 12,8%; giá bình quân ở mức 478 USD/tấn.", [("5,3%", "lượng hạt điều"), ("12,8%", "trị giá hạt điều"), ("478", "giá hạt điều bình quân")]),
        ("Dệt may đạt 12 triệu USD, tăng cả về lượng và trị giá, lần lượt 3% và 5%.", [("3%", "lượng dệt may"), ("5%", "trị giá dệt may")]),
        ("Dệt may đạt 12 triệu USD. Nhập khẩu phân bón: lượng giảm 9,5%, trị giá giảm 12,0%.", [("9,5%", "lượng nhập khẩu phân bón"), ("12,0%", "trị giá nhập khẩu phân bón")]),
        ("Xe máy nguyên chiếc đạt 4.286 chiếc, tăng 13,8% về lượng và 8,9% về trị giá.", [("13,8%", "lượng xe máy nguyên chiếc"), ("8,9%", "trị giá xe máy nguyên chiếc")]),
        # what goes on about the thing before stays with it
        ("Hạt điều đạt 12 nghìn tấn, tăng 9,5%; giá bình quân 1.376 USD/tấn.", [("1.376", "giá hạt điều bình quân")]),
    ],
)
def test_quantity_worth_and_price_are_of_the_thing_told(text: str, named: list[tuple[str, str]]) -> None:
    found = read(text, MONTHS)
    assert [(printed, one(found, printed).indicator) for printed, _ in named] == named
    assert all(f.measure.value == "growth" for f in found if f.unit == "%")


@pytest.mark.parametrize(
    ("text", "printed", "name", "head"),
    [
        # a turn of phrase is no name, and what goes the other way is not what was told before
        ("Thu nội địa đạt 316,7 tỷ đồng, tăng 21,3%; thu từ xuất nhập khẩu thì ngược lại, giảm 4,2%, xuống còn 81,5 tỷ đồng.", "4,2%", "thu từ xuất nhập khẩu", ""),
        ("Thu nội địa đạt 316,7 tỷ đồng, tăng 21,3%; thu từ xuất nhập khẩu thì ngược lại, giảm 4,2%, xuống còn 81,5 tỷ đồng.", "81,5", "thu từ xuất nhập khẩu", ""),
        ("Sản lượng điện đạt 420 triệu kWh, gần như không đổi (giảm 0,2%) so với cùng kỳ.", "0,2%", "sản lượng điện", ""),
        ("Tiếp đến, nhóm may mặc tăng 0,38%.", "0,38%", "nhóm may mặc", ""),
        ("Hàng dệt may đạt 84,3 triệu USD sau 11 tháng, tăng 24,6%.", "84,3", "hàng dệt may", ""),
        ("Khối FDI sau 11 tháng chiếm 75,7% trị giá xuất khẩu.", "75,7%", "Khối FDI", "trị giá xuất khẩu"),
        ("Phân bón lại là trường hợp lượng tăng, tiền giảm: lượng nhập tăng 6,8% nhưng trị giá giảm 1,4%.", "1,4%", "trị giá phân bón", "phân bón"),
        ("Thái Lan dẫn đầu ở chiều ngược lại với tỷ trọng 42,2% trị giá nhập khẩu.", "42,2%", "Thái Lan", "trị giá nhập khẩu"),
        ("Kế đến, nhóm giáo dục tăng 0,38%.", "0,38%", "nhóm giáo dục", ""),
        ("Xuất khẩu của tỉnh tuy quy mô còn nhỏ nhưng tăng liên tục, từ 18,4 triệu USD năm 2019 lên 41,7 triệu USD năm 2022.", "18,4", "xuất khẩu của tỉnh", ""),
        ("Số hộ nghèo giảm đáng kể từ 1.240 hộ xuống 860 hộ.", "860", "số hộ nghèo", ""),
        ("Trong tháng, nổi lên là thịt lợn với mức tăng 11,2%.", "11,2%", "thịt lợn", ""),
        ("Thiệt hại do bão, lũ ước 1.370 tỷ đồng.", "1.370", "thiệt hại do bão, lũ", ""),
        ("Có 104/121 xã đạt tiêu chí số 4 về điện (tính theo địa giới cũ).", "104/121", "xã đạt tiêu chí số 4 về điện", ""),
        ("Số xã đạt tiêu chí số 4 là 12 xã.", "12 xã", "số xã đạt tiêu chí số 4", ""),
        ("Doanh nghiệp đã tiết giảm được 41 MW.", "41 MW", "tiết giảm", ""),
        ("Cùng thời gian, 96 doanh nghiệp giải thể.", "96", "doanh nghiệp giải thể", ""),
        ("Ngay trong tháng 11, huyện sẽ điều chuyển 36 tỷ đồng.", "36", "điều chuyển", ""),
        ("Với đà này, thu cả năm có thể đạt khoảng 2.712 tỷ đồng.", "2.712", "thu", ""),
        ("Nợ có khả năng thu là 45 tỷ đồng.", "45", "nợ có khả năng thu", ""),
        ("Tỷ lệ thất thoát nước kéo giảm từ 16,1% xuống 14,8%.", "14,8%", "tỷ lệ thất thoát nước", ""),
        ("Số máy kéo là 120 chiếc.", "120", "số máy kéo", ""),
        ("Thịt bò giảm 1%, kéo theo mỡ bò giảm 1,4%.", "1,4%", "mỡ bò", ""),
        ("Nhiều ngành tăng; duy chỉ có khai khoáng giảm 4,2%.", "4,2%", "khai khoáng", ""),
        ("Cá tra vẫn đứng đầu nhóm xuất khẩu với 42 triệu USD.", "42 triệu", "cá tra", ""),
        ("Giá xăng giảm kéo nhóm giao thông giảm 2,1%.", "2,1%", "nhóm giao thông", ""),
        ("Các đợt điều chỉnh khiến giá xăng tăng 2,5%.", "2,5%", "giá xăng", ""),
    ],
)
def test_a_turn_of_phrase_is_no_name(text: str, printed: str, name: str, head: str) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.indicator, f.head) == (name, head)


@pytest.mark.parametrize(
    ("text", "printed", "kind", "year", "part"),
    [
        ("Giải ngân phải đạt 65% vào cuối quý III và trên 95% khi hết năm.", "95%", "year", 2025, None),
        ("Sở rà soát, điều chuyển vốn trước ngày 15/12/2025, phấn đấu đến hết niên độ giải ngân trên 95% kế hoạch vốn.", "95%", "year", 2025, None),
        # the same time of several years, each with its own figure in parentheses
        ("CPI bình quân quý I tăng 3,29%, thấp hơn quý I các năm 2023 (4,15%) và 2024 (3,62%).", "4,15%", "quarter", 2023, 1),
        ("CPI bình quân quý I tăng 3,29%, thấp hơn quý I các năm 2023 (4,15%) và 2024 (3,62%).", "3,62%", "quarter", 2024, 1),
        ("Thu ngân sách 11 tháng đạt 3.120 tỷ đồng, cao hơn cùng kỳ các năm 2022 (2.410 tỷ đồng), 2023 (2.630 tỷ đồng) và 2024 (2.905 tỷ đồng).", "2.630", "months", 2023, 11),
        ("Tăng trưởng đạt 7,1%, cao hơn các năm 2023 (5,1%) và 2024 (6,8%).", "5,1%", "year", 2023, None),
        # whose level a deficit is
        ("Cán cân thương mại tháng 11 thâm hụt 85,4 triệu USD, bằng chưa đầy một nửa mức thâm hụt 217,5 triệu USD của tháng 10.", "217,5", "month", 2025, 10),
        ("Cán cân thương mại tháng 11 thâm hụt 85,4 triệu USD, bằng chưa đầy một nửa mức thâm hụt 217,5 triệu USD của tháng 10.", "85,4", "month", 2025, 11),
        # one month in passing is over with its ";"
        ("11 tháng, cơ quan thuế thu hồi 512,8 tỷ đồng tiền nợ, riêng tháng 11 là 96,3 tỷ đồng; tạm hoãn xuất cảnh 46 người.", "46 người", "months", 2025, 11),
        ("11 tháng, cơ quan thuế thu hồi 512,8 tỷ đồng tiền nợ, riêng tháng 11 là 96,3 tỷ đồng; tạm hoãn xuất cảnh 46 người.", "96,3", "month", 2025, 11),
        # a stock is of the day that was told, what is collected is not
        ("Đến 30/11, tổng nợ thuế là 284,6 tỷ đồng. Nợ khó thu 71,4 tỷ đồng; nợ đang chờ xử lý 12,5 tỷ đồng.", "71,4", "date", 2025, 1130),
        ("Đến 30/11, tổng nợ thuế là 284,6 tỷ đồng. Thu ngân sách đạt 3.120 tỷ đồng.", "3.120", "months", 2025, 11),
        # the time of a plan is not that of a rate held against it
        ("So với dự toán thu nội địa cả năm, tỷ lệ nợ ở mức 9,8%, trong khi mục tiêu Tổng cục Thuế đề ra là không quá 8%.", "9,8%", "months", 2025, 11),
    ],
)
def test_its_own_time(text: str, printed: str, kind: str, year: int, part: int | None) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.period.kind, f.period.year, f.period.part) == (kind, year, part)


def test_a_goal_that_somebody_sets_is_the_rates() -> None:
    f = one(read("Tỷ lệ nợ ở mức 9,8%, trong khi mục tiêu Tổng cục Thuế đề ra là không quá 8%.", MONTHS), "8%")
    assert (f.indicator, f.modality) == ("tỷ lệ nợ", Modality.TARGET)


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        # what several do together is not the last one's
        ("Ba khối doanh nghiệp nhà nước, doanh nghiệp có vốn nước ngoài (FDI) và ngoài quốc doanh nộp tổng cộng 461,3 tỷ đồng, chiếm 49,1% thu nội địa.", "461,3", "ba khối doanh nghiệp nhà nước, doanh nghiệp có vốn nước ngoài và ngoài quốc doanh nộp"),
        ("Ba khối doanh nghiệp nhà nước, doanh nghiệp có vốn nước ngoài (FDI) và ngoài quốc doanh nộp tổng cộng 461,3 tỷ đồng, chiếm 49,1% thu nội địa.", "49,1%", "ba khối doanh nghiệp nhà nước, doanh nghiệp có vốn nước ngoài và ngoài quốc doanh nộp"),
        ("Riêng hai dự án khu đô thị ở An Khê và Kim Lũ đã nộp 64 tỷ đồng.", "64 tỷ", "dự án khu đô thị ở An Khê và Kim Lũ"),
        # dealt out, or told of one beside them, it is
        ("Hai mặt hàng thép và xi măng đạt lần lượt 12 và 15 triệu USD.", "15 triệu", "xi măng"),
        ("Tỉnh có hai dự án chậm và huyện An Phú giải ngân 12 tỷ đồng.", "12 tỷ", "giải ngân"),
    ],
)
def test_what_several_do_together(text: str, printed: str, name: str) -> None:
    assert one(read(text, MONTHS), printed).indicator == name


PRICES = "Bản tin giá tiêu dùng tháng 3 và quý I năm 2026"


@pytest.mark.parametrize(
    ("text", "printed", "name", "measure"),
    [
        # what one works on another is its contribution, told right behind its change or with no word for the whole
        ("Hàng ăn giảm 0,94%, trong đó thực phẩm giảm 1,46% đã kéo CPI chung xuống 0,31 điểm phần trăm.", "0,31", "đóng góp của thực phẩm vào CPI chung", "change"),
        ("Thịt lợn tăng 2% góp phần làm CPI tăng 0,05 điểm phần trăm.", "0,05", "đóng góp của thịt lợn vào CPI", "change"),
        ("Nhóm giao thông giảm 1,17%, kéo giảm 0,11 điểm phần trăm do giá xăng dầu thấp hơn.", "0,11", "đóng góp của nhóm giao thông", "change"),
        ("Tỷ lệ hộ nghèo còn 3,1%, kéo giảm 0,6 điểm phần trăm so với năm trước.", "0,6", "tỷ lệ hộ nghèo", "change"),
        # so many groups did one thing, so many the other
        ("Có 6/11 nhóm hàng hóa và dịch vụ chính giảm giá và 5 nhóm tăng giá so với tháng trước.", "5 nhóm", "nhóm tăng giá", "level"),
        ("Có 6/11 nhóm hàng hóa và dịch vụ chính giảm giá và 5 nhóm tăng giá so với tháng trước.", "6/11", "nhóm hàng hóa và dịch vụ chính giảm giá", "level"),
        ("Trong tháng, 9/11 nhóm hàng hóa và dịch vụ có chỉ số giá tăng, 2 nhóm giảm.", "2 nhóm", "nhóm giảm", "level"),
    ],
)
def test_contributions_and_counts_of_groups(text: str, printed: str, name: str, measure: str) -> None:
    f = one(read(text, PRICES), printed)
    assert (f.indicator, f.measure.value) == (name, measure)


SCHOOLS = "Toàn tỉnh có 36 trường với 17.845 học sinh, trong đó mầm non 3.826, tiểu học 6.871, trung học cơ sở 4.893 và trung học phổ thông (THPT) 2.255 học sinh."


def test_parts_that_add_up_are_counted_as_their_whole() -> None:
    found = [f for f in read(SCHOOLS, MONTHS) if f.unit == "học sinh"][1:]
    assert [(f.text, f.indicator, f.head) for f in found] == [
        ("3.826", "mầm non học sinh", "học sinh"), ("6.871", "tiểu học học sinh", "học sinh"), ("4.893", "trung học cơ sở học sinh", "học sinh"), ("2.255 học sinh", "trung học phổ thông (THPT) học sinh", "học sinh"),
    ]  # fmt: skip
    assert one(read(SCHOOLS.replace("3.826", "3.827"), MONTHS), "3.827").unit == ""  # what does not add up may be counted otherwise


def test_a_foundation_with_a_number_is_a_name() -> None:
    assert not [f for f in read("Đoàn kiểm tra làm việc tại cơ sở 2 của bệnh viện.", MONTHS) if f.value == 2]


BUDGET = "Báo cáo thu chi ngân sách 11 tháng năm 2025"


@pytest.mark.parametrize(
    ("text", "printed", "name", "measure", "year"),
    [
        # what is held against a plan that leads the sentence is so much of it; the plan in parentheses is that one's
        ("Thu nội địa đạt 674,3 tỷ đồng. Nếu đối chiếu với dự toán Trung ương giao (1.532 tỷ đồng), tổng thu đã đạt 68,5%.", "68,5%", "tổng thu", "completion", 2025),
        ("Thu nội địa đạt 674,3 tỷ đồng. Nếu đối chiếu với dự toán Trung ương giao (1.532 tỷ đồng), tổng thu đã đạt 68,5%.", "1.532", "tổng thu", "level", 2025),
        ("So với dự toán, thu nội địa đạt 65%, thu xuất nhập khẩu mới đạt 70%.", "70%", "thu xuất nhập khẩu", "completion", 2025),
        ("So với kế hoạch, tỷ lệ bao phủ bảo hiểm y tế đạt 92,5%.", "92,5%", "tỷ lệ bao phủ bảo hiểm y tế", "level", 2025),
        # rates of another time, each of what the rate before it is
        ("Thu nội địa bằng 45,8% dự toán, thu xuất nhập khẩu bằng 50,7% dự toán; cùng kỳ năm 2024 hai tỷ lệ này lần lượt là 41,3% và 46,9%.", "41,3%", "thu nội địa", "completion", 2024),
        ("Thu nội địa bằng 45,8% dự toán, thu xuất nhập khẩu bằng 50,7% dự toán; cùng kỳ năm 2024 hai tỷ lệ này lần lượt là 41,3% và 46,9%.", "46,9%", "thu xuất nhập khẩu", "completion", 2024),
        ("IIP tăng 9,4%, doanh thu bán lẻ tăng 11,8%; cùng kỳ năm trước, hai con số trên lần lượt là 7,1% và 9,9%.", "9,9%", "doanh thu bán lẻ", "growth", 2024),
    ],
)
def test_beside_a_plan_and_of_another_time(text: str, printed: str, name: str, measure: str, year: int) -> None:
    f = one(read(text, BUDGET), printed)
    assert (f.indicator, f.measure.value, f.period.year) == (name, measure, year)


def test_what_is_taken_apart_is_left_out() -> None:
    found = read("Nhưng tách riêng tiền sử dụng đất ra, thu nội địa còn 638,7 tỷ đồng, bằng 65,4% dự toán.", BUDGET)
    assert [(f.indicator, f.head) for f in found] == [("thu nội địa", "không kể tiền sử dụng đất")] * 2
    assert one(read("Song nếu không tính tiền sử dụng đất, thu nội địa đạt 638,7 tỷ đồng.", BUDGET), "638,7").head == "không tính tiền sử dụng đất"


@pytest.mark.parametrize(
    ("text", "printed", "name", "measure", "bound"),
    [
        # at most so much is no change beyond a plan
        ("Với kịch bản giá lợn hơi không vượt 70.000 đồng/kg, CPI ước tăng 3,4%.", "70.000", "giá lợn hơi", "level", Bound.UNDER),
        ("Phấn đấu bội chi không vượt quá 3% GRDP.", "3%", "bội chi", "level", Bound.UNDER),
        ("Thu ngân sách vượt 3% dự toán.", "3%", "thu ngân sách", "growth", Bound.NONE),
        # more or less than a half, a third
        ("Hai dự án nộp 64 tỷ đồng, tức hơn một phần ba số thu.", "một phần ba", "dự án nộp", "share", Bound.OVER),
        ("Vốn giải ngân đạt chưa được một nửa kế hoạch.", "một nửa", "vốn giải ngân", "completion", Bound.UNDER),
        ("Số thu tiền thuê đất chưa được một nửa dự toán.", "một nửa", "số thu tiền thuê đất", "completion", Bound.UNDER),
        ("Tỷ lệ giải ngân vẫn chưa chạm mốc 60% kế hoạch, riêng khối xã mới quá 43%.", "60%", "tỷ lệ giải ngân", "level", Bound.UNDER),
        ("Tỷ lệ giải ngân vẫn chưa chạm mốc 60% kế hoạch, riêng khối xã mới quá 43%.", "43%", "khối xã", "level", Bound.OVER),
        # who told it, who is asked and with whom it is done are no names
        ("Theo ông Đàm Quốc Sơn, Chi cục trưởng, đơn vị đã thu hồi được 36,9 tỷ đồng nợ cũ.", "36,9", "thu hồi nợ cũ", "level", Bound.NONE),
        ("Chủ tịch UBND tỉnh Phạm Minh Sơn yêu cầu ngành Thuế thu nội địa tháng 12 tối thiểu 1.150 tỷ đồng.", "1.150", "thu nội địa", "level", Bound.OVER),
        ("Cơ quan thuế công khai danh tính 118 doanh nghiệp.", "118", "cơ quan thuế công khai danh tính doanh nghiệp", "level", Bound.NONE),
        ("Phát hiện 97 vụ vi phạm, trị giá hàng vi phạm 21,4 tỷ đồng, đưa số lũy kế lên 812 vụ.", "812", "phát hiện vụ vi phạm", "level", Bound.NONE),
    ],
)
def test_bounds_and_who_told_it(text: str, printed: str, name: str, measure: str, bound: Bound) -> None:
    f = one(read(text, BUDGET), printed)
    assert (f.indicator, f.measure.value, f.bound) == (name, measure, bound)


def test_what_a_paper_is_names_no_figure() -> None:
    assert not [f for f in read("Mục tiêu cả năm: 17.200 tỷ đồng.", "BÁO AN KHÊ ĐIỆN TỬ 11 tháng năm 2025") if f.unit == "đồng"]
    assert one(read("Mục tiêu cả năm: thu ngân sách 17.200 tỷ đồng.", "BÁO AN KHÊ ĐIỆN TỬ 11 tháng năm 2025"), "17.200").indicator == "thu ngân sách"


def test_what_is_counted_at_each_place_of_a_row() -> None:
    found = read("Số tờ khai tháng 11 tại cửa khẩu Nậm Lũ, cảng An Bình và khu công nghiệp Yên Khê lần lượt là 5.431, 3.690 và 2.784.", MONTHS)
    assert [(f.text, f.unit, f.indicator) for f in found] == [
        ("5.431", "tờ khai", "số tờ khai tại cửa khẩu Nậm Lũ"), ("3.690", "tờ khai", "số tờ khai tại cảng An Bình"), ("2.784", "tờ khai", "số tờ khai tại khu công nghiệp Yên Khê"),
    ]  # fmt: skip
    prices = read("Giá lợn hơi tại An Phú, Long Hồ và Tân Mỹ lần lượt là 62.000, 63.000 và 64.000 đồng/kg.", MONTHS)
    assert [f.indicator for f in prices] == ["giá lợn hơi tại An Phú", "giá lợn hơi tại Long Hồ", "giá lợn hơi tại Tân Mỹ"]


def test_a_row_parted_by_dashes() -> None:
    found = read("Tỷ lệ phân luồng xanh – vàng – đỏ trong tháng tương ứng 61,3% – 33,3% – 5,4%.", MONTHS)
    assert [(f.text, f.indicator) for f in found] == [("61,3%", "tỷ lệ phân luồng xanh"), ("33,3%", "tỷ lệ phân luồng vàng"), ("5,4%", "tỷ lệ phân luồng đỏ")]
    assert len(read("Tăng trưởng quý sau lần lượt là 6,5% - 7%.", MONTHS)) == 1  # a range


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Kim ngạch xuất khẩu đạt 486,2 triệu USD. Riêng hạt điều xuất 58,9 nghìn tấn, trị giá 312,4 triệu USD.", "58,9", "hạt điều xuất khẩu"),
        ("Kim ngạch xuất khẩu đạt 486,2 triệu USD. Riêng hạt điều xuất 58,9 nghìn tấn, trị giá 312,4 triệu USD.", "312,4", "trị giá hạt điều xuất khẩu"),
        ("Điện thương phẩm và xuất khẩu tăng; điện sản xuất 1.780 triệu kWh.", "1.780", "điện sản xuất"),
        ("Tỉnh xuất 20 tấn gạo cứu trợ.", "20 tấn", "tỉnh xuất gạo cứu trợ"),
        ("CPI bình quân quý IV ước tăng 3,4%, đưa bình quân cả năm lên khoảng 3,3%.", "3,3%", "CPI bình quân"),
    ],
)
def test_short_for_trade_and_means_brought(text: str, printed: str, name: str) -> None:
    assert one(read(text, MONTHS), printed).indicator == name


@pytest.mark.parametrize(("said", "kind"), [("Chỉ tiêu phấn đấu là", "year"), ("Mục tiêu phấn đấu là", "year"), ("Chỉ tiêu phấn đấu quý IV là", "quarter")])
def test_what_is_striven_for_is_a_years_unless_it_says_otherwise(said: str, kind: str) -> None:
    f = one(read(f"Tổng thu 11 tháng đạt 1.012,7 tỷ đồng. {said} 1.150 tỷ đồng.", MONTHS), "1.150")
    assert (f.period.kind, f.modality) == (kind, Modality.TARGET)


def test_how_many_rose_against_the_month_before_leads_what_each_did() -> None:
    text = "So với tháng trước, có 8/11 nhóm hàng tăng giá: giáo dục tăng 2,15% (làm CPI chung tăng 0,13 điểm phần trăm); nhà ở tăng 0,41%. So với cùng kỳ năm trước, có 9 nhóm tăng: y tế tăng 3,07%."
    found = read(text, "Chỉ số giá tiêu dùng tháng 9 và 9 tháng năm 2026")
    assert [(f.text, f.base, f.period.kind) for f in found if f.unit != "nhóm"] == [
        ("2,15%", Base.PREVIOUS, "month"), ("0,13 điểm phần trăm", Base.PREVIOUS, "month"), ("0,41%", Base.PREVIOUS, "month"), ("3,07%", Base.YEAR, found[-1].period.kind),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Cách đọc bảng: 103,2 nghĩa là tăng 3,2%, 98,5 nghĩa là giảm 1,5%. Thu đạt 41 tỷ đồng.", ["41 tỷ đồng"]),
        ("Trị giá được điều chỉnh thành 46,6 triệu USD, thay cho con số 46,5 triệu USD công bố ngày 03/4/2024.", ["46,6 triệu USD"]),
        ("Vốn còn nhiều, trong đó có đơn vị giải ngân chưa quá 40%; cả tỉnh đạt 71%.", ["71%"]),
        ("Có 3 đơn vị giải ngân đạt 40%.", ["3 đơn vị", "40%"]),
        ("Có 8/12 khoản thu đạt trên 82% dự toán.", ["8/12"]),
        ("Hộ nghèo giảm ở 2 huyện 30a (cùng kỳ = 100).", ["2 huyện"]),
        ("Tiền lương tăng 100 nghìn đồng.", ["100 nghìn đồng"]),
        ("Có 12 xã đạt tiêu chí số 17, 9 xã đạt 19 tiêu chí.", ["12 xã", "9 xã", "19 tiêu chí"]),
    ],
)
def test_what_is_only_explained_replaced_or_bounded_is_no_figure(text: str, printed: list[str]) -> None:
    assert [f.text for f in read(text, BUDGET)] == printed


def test_who_stands_out_after_a_mark_of_the_plan_came_so_far() -> None:
    f = one(read("Có 8 khoản đạt trên 50% dự toán tỉnh giao, cao nhất là thu tiền thuê đất (67,1%).", BUDGET), "67,1%")
    assert (f.indicator, f.measure.value) == ("thu tiền thuê đất", "completion")


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Kim ngạch đạt 900 triệu USD. Ga Khau Mạ tuy quy mô còn nhỏ, mới đạt 311 triệu USD, song có tốc độ tăng cao nhất, tới 37,4%.", "37,4%", "Ga Khau Mạ"),
        ("Năm nhóm còn lại tăng nhẹ, từ 0,05% đến 0,32%.", "0,05%", "năm nhóm còn lại"),
        ("CPI tăng 2,9%, cao hơn mức tăng của lương thực (1,2%).", "1,2%", "lương thực"),
        ("CPI tăng 2,9%, thấp hơn mức tăng của cả nước (3,2%).", "3,2%", "CPI cả nước"),
        ("CPI tăng 2,9%, cao hơn mức tăng của cùng kỳ năm trước (1,2%).", "1,2%", "CPI"),
        ("Nhập khẩu tăng 15,3%/năm, chậm hơn tốc độ tăng bình quân của xuất khẩu (18,0%/năm).", "18,0%", "xuất khẩu"),
    ],
)
def test_a_change_whose_number_stands_behind_a_comma(text: str, printed: str, name: str) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.indicator, f.measure.value) == (name, "growth")


@pytest.mark.parametrize(
    ("text", "printed", "modality"),
    [
        ("Muốn cả năm đạt 8%, GRDP quý IV phải tăng 9,2%.", "9,2%", Modality.TARGET),
        ("Để hoàn thành dự toán, quý IV phải thu 1.200 tỷ đồng.", "1.200", Modality.TARGET),
        ("Để thu hút đầu tư, tỉnh đã đầu tư 20 tỷ đồng.", "20 tỷ đồng", Modality.ACTUAL),
    ],
)
def test_what_is_needed_to_get_there_is_not_done(text: str, printed: str, modality: Modality) -> None:
    assert one(read(text, MONTHS), printed).modality is modality
