"""What is told across the clauses of a sentence: subjects that come back, remarks in parentheses, ways there and back, times that are dealt out. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from report.model import Base, Measure, Modality
from tests.fake_library import one, read, shelf_of

PRICES = "Chỉ số giá tiêu dùng tháng 6 năm 2024"
CUSTOMS = "Bản tin hải quan kỳ 2 tháng 5 năm 2024"
YEARS = "Báo cáo công nghiệp giai đoạn 2016-2020"
MONTHS = "Báo cáo kinh tế tháng 7 năm 2025"


@pytest.mark.parametrize(
    ("title", "text", "printed", "indicator"),
    [
        (PRICES, "CPI tháng 6 tăng 0,24% so với tháng trước, trong đó thành thị tăng 0,18%, nông thôn tăng 0,28%; tăng 1,39% so với tháng 12/2023 và tăng 4,42% so với cùng kỳ năm trước.", "1,39%", "CPI"),
        (PRICES, "CPI tháng 6 tăng 0,24% so với tháng trước, trong đó thành thị tăng 0,18%, nông thôn tăng 0,28%; tăng 1,39% so với tháng 12/2023 và tăng 4,42% so với cùng kỳ năm trước.", "4,42%", "CPI"),
        (PRICES, "Dầu diezen 0,05S là 19.840 đồng/lít, giảm 430 đồng/lít.", "19.840", "dầu diezen 0,05S"),
        (PRICES, "Nhóm lương thực đóng góp 1,42 điểm phần trăm vào mức tăng chung; nhà ở 0,86 điểm; giáo dục 0,33 điểm.", "0,33", "đóng góp của giáo dục"),
        (YEARS, "Năm 2020, cửa khẩu Tà Lơi xuất khẩu 684 triệu USD (riêng chuối 112 triệu USD), nhập khẩu 402 triệu USD.", "402", "cửa khẩu Tà Lơi nhập khẩu"),
        (YEARS, "Huyện Nam Trà thu 52 tỷ đồng, chi 310 tỷ đồng.", "310", "chi Huyện Nam Trà"),
        (YEARS, "Cụm lớn nhất là cụm Pa Lin, huyện Đồng Trình, diện tích 62,5 ha.", "62,5 ha", "diện tích cụm Pa Lin"),
        (YEARS, "Tổng thu ngân sách 5 năm đạt 21.870 tỷ đồng. Từng năm như sau: năm 2016 là 3.512 tỷ đồng; năm 2017 là 4.120 tỷ đồng.", "4.120", "tổng thu ngân sách"),
        (MONTHS, "7 tháng cấp mới 9 dự án FDI, điều chỉnh tăng vốn 4 dự án; lũy kế có 137 dự án còn hiệu lực.", "137 dự án", "dự án FDI còn hiệu lực"),
        (MONTHS, "7 tháng đưa 1.312 người đi làm việc ở nước ngoài theo hợp đồng (Nhật Bản 745, Đài Loan 386, Hàn Quốc 124, còn lại là các nước khác).", "124", "Hàn Quốc người"),
        (CUSTOMS, "Một số đơn vị có số thu lớn: Cục Hải quan Sông Đà 79 tỷ đồng, đạt 101% dự toán; riêng Cục Hải quan Phú Lạc mới thu được 27 tỷ đồng, bằng 88% dự toán.", "27 tỷ", "thu Cục Hải quan Phú Lạc"),
        (MONTHS, "Xuất khẩu của khối FDI trong tháng đạt 28,9 tỷ USD, giảm 2,8% so với tháng trước, đưa kết quả từ đầu năm lên 206 tỷ USD.", "206", "xuất khẩu của khối FDI"),
        (MONTHS, "Xuất khẩu của tỉnh đạt 28,9 tỷ USD, nâng tổng mức lưu chuyển hàng hóa lên 206 tỷ USD.", "206", "tổng mức lưu chuyển hàng hóa"),
        (MONTHS, "Các doanh nghiệp trong nước xuất khẩu 114,8 tỷ USD, nhập khẩu 142,2 tỷ USD, tức nhập siêu 27,4 tỷ USD.", "142,2", "các doanh nghiệp trong nước nhập khẩu"),
        (MONTHS, "Các doanh nghiệp trong nước xuất khẩu 114,8 tỷ USD, nhập khẩu 142,2 tỷ USD, tức nhập siêu 27,4 tỷ USD.", "27,4", "các doanh nghiệp trong nước nhập siêu"),
        (MONTHS, "Hoa Kỳ là thị trường xuất khẩu hàng đầu, còn Hàn Quốc là nguồn cung lớn nhất; thâm hụt với Hàn Quốc lên tới 31,4 tỷ USD, song vẫn thấp hơn mức thặng dư 51,7 tỷ USD với Hoa Kỳ.", "31,4", "thâm hụt với Hàn Quốc"),
        (MONTHS, "Hoa Kỳ là thị trường xuất khẩu hàng đầu, còn Hàn Quốc là nguồn cung lớn nhất; thâm hụt với Hàn Quốc lên tới 31,4 tỷ USD, song vẫn thấp hơn mức thặng dư 51,7 tỷ USD với Hoa Kỳ.", "51,7", "thặng dư với Hoa Kỳ"),
        (MONTHS, "Số thu nội địa do các huyện, thị xã, thành phố thực hiện ước 6.962 tỷ đồng, bằng 111% dự toán.", "6.962", "số thu nội địa do các huyện, thị xã, thành phố"),
        (MONTHS, "Toàn bộ 412 tỷ đồng dự phòng đã được phân bổ, trong đó 236 tỷ đồng dành khắc phục hậu quả bão số 3, phần còn lại chi cho quốc phòng.", "412", "dự phòng"),
        (MONTHS, "Toàn bộ 412 tỷ đồng dự phòng đã được phân bổ, trong đó 236 tỷ đồng dành khắc phục hậu quả bão số 3, phần còn lại chi cho quốc phòng.", "236", "dành khắc phục hậu quả bão số 3"),
        (MONTHS, "Chi đầu tư 412 tỷ đồng, trong đó 236 tỷ đồng từ nguồn đất.", "236", "chi đầu tư"),
        (MONTHS, "Tổng số vay 486 tỷ đồng, gồm 300 tỷ đồng trái phiếu phát hành với lãi suất 2,95%/năm và 186 tỷ đồng vay lại vốn ODA.", "186", "vay lại vốn ODA"),
        (MONTHS, "Tổng số thu 9.864 tỷ đồng; sau khi trừ số hoàn thuế 3.120 tỷ đồng, số thu cân đối còn 6.744 tỷ đồng.", "3.120", "số hoàn thuế"),
        (MONTHS, "Theo bà Trịnh Thị Hòa, Cục trưởng Cục Thuế xuất nhập khẩu, nợ thuế quá hạn toàn ngành là 5.186 tỷ đồng.", "5.186", "nợ thuế quá hạn toàn ngành"),
        (MONTHS, "Số thu dồn vào hai nhóm hàng thép cuộn cán nóng và khí hóa lỏng nhập qua cảng Lãng, lần lượt nộp 3.527 tỷ đồng và 1.894 tỷ đồng.", "3.527", "thép cuộn cán nóng"),
        (MONTHS, "Số thu dồn vào hai nhóm hàng thép cuộn cán nóng và khí hóa lỏng nhập qua cảng Lãng, lần lượt nộp 3.527 tỷ đồng và 1.894 tỷ đồng.", "1.894", "khí hóa lỏng nhập qua cảng Lãng"),
        (PRICES, "Nhóm văn hóa, giải trí và du lịch tăng 0,33%. Hai nhóm giảm giá là may mặc, mũ nón và giày dép (giảm 0,08%) và bưu chính viễn thông (giảm 0,05%).", "0,08%", "may mặc, mũ nón và giày dép"),
        (MONTHS, "Quy mô xuất nhập khẩu lũy kế đã vượt cả năm 2024 (815,9 tỷ USD).", "815,9", "quy mô xuất nhập khẩu"),
    ],
)  # fmt: skip
def test_whose_figure_it_is(title: str, text: str, printed: str, indicator: str) -> None:
    assert one(read(text, title), printed).indicator == indicator


def test_a_half_month_is_held_against_the_one_before() -> None:
    found = read("Hạt điều: lượng xuất trong kỳ 12,5 nghìn tấn, trị giá 70,2 triệu USD, giảm 4,1% về lượng. Lũy kế đạt 220 triệu USD, tăng 9,6%.", CUSTOMS)
    assert one(found, "4,1%").base is Base.PREVIOUS
    assert one(found, "9,6%").base is Base.YEAR


def test_the_number_of_a_half_month_is_no_figure() -> None:
    found = read("Cán cân thặng dư 86,2 triệu USD trong kỳ 2 và 512,4 triệu USD sau 5 tháng.", CUSTOMS)
    assert [(f.text, f.period.kind) for f in found] == [("86,2 triệu USD", "season"), ("512,4 triệu USD", "months")]


def test_the_mean_of_a_quarter_is_held_against_that_of_a_year_before() -> None:
    found = read("CPI bình quân quý II/2024 tăng 0,34% so với quý I và tăng 4,28% so với bình quân quý II/2023.", PRICES)
    assert [f.base for f in found] == [Base.PREVIOUS, Base.YEAR]


def test_months_are_dealt_out_in_a_row() -> None:
    found = read("So với tháng liền trước, CPI các tháng từ tháng 1 đến tháng 4/2024 lần lượt là: tăng 0,38%; tăng 1,17%; giảm 0,21% và tăng 0,22%.", PRICES)
    assert [(f.period.kind, f.period.part, f.base, f.indicator) for f in found] == [("month", n, Base.PREVIOUS, "CPI") for n in (1, 2, 3, 4)]
    assert [f.period.part for f in read("Xuất khẩu quý I, quý II và quý III lần lượt đạt 120; 95 và 130 triệu USD.", "Báo cáo kinh tế 9 tháng năm 2024")] == [1, 2, 3]


def test_a_time_in_a_remark_is_not_that_of_what_follows() -> None:
    found = read("Sản lượng năm 2020 và tốc độ tăng bình quân giai đoạn 2016-2020 của một số sản phẩm: thép cán 462 nghìn tấn, tăng 6,8%/năm; bàn phím 6,7 triệu chiếc (sản phẩm mới, sản xuất từ quý II/2018); điện sản xuất 236 triệu kWh, tăng 8,9%/năm.", YEARS)
    assert {(f.period.kind, f.period.year) for f in found if f.measure is Measure.LEVEL} == {("year", 2020)}
    assert {f.period.kind for f in found if f.measure is Measure.GROWTH} == {"range"}


def test_what_a_note_at_the_end_says_is_left_out_is_its_own() -> None:
    found = read("Tổng kim ngạch 5 năm đạt 870 triệu USD (1), tăng 8%/năm.\n\nHuy động 24.500 tỷ đồng vốn đầu tư.\n\n(1) Không bao gồm hàng quá cảnh, năm 2020 đạt 126 triệu USD.", YEARS)
    assert one(found, "126").indicator == "hàng quá cảnh"


TRADE = """Bảng 1. Xuất khẩu theo mặt hàng                       (Trị giá: nghìn USD)
------------------------------------------------------------------------------
                             Kỳ 1/T9   Kỳ 1/T9    Lũy kế    Lũy kế  Trị giá
TT  Mặt hàng           ĐVT     Lượng   Trị giá     Lượng   Trị giá so CK(%)
------------------------------------------------------------------------------
    TỔNG TRỊ GIÁ                        94.600             856.000     +6,1
1   Hàng thủy sản      Tấn     2.215     8.640    98.430   212.860     +9,6
2   Gạo                Tấn    11.350     6.810   412.400   178.460     +9,8
3   Hàng rau quả                         3.475              92.390    +37,0
4   Hàng dệt, may                       21.285             146.720     +8,3
5   Giày dép các loại                   12.930              98.140     -4,7
------------------------------------------------------------------------------"""


def test_a_table_of_spaces_with_empty_cells_and_two_lines_of_names_over_its_columns() -> None:
    found = {(f.text, f.indicator, f.period.kind) for f in read(TRADE, "Bản tin hải quan kỳ 1 tháng 9 năm 2024") if f.table is not None}
    assert {("2.215 tấn", "lượng hàng thủy sản", "season"), ("98.430 tấn", "lượng hàng thủy sản", "date"), ("178.460 nghìn USD", "trị giá gạo", "date"), ("3.475 nghìn USD", "trị giá hàng rau quả", "season"), ("+37,0%", "trị giá hàng rau quả", "date")} <= found


BUDGET = "Báo cáo ngân sách 9 tháng năm 2025"


def test_what_stood_at_the_end_of_a_month_is_no_amount_of_that_month() -> None:
    found = read("Lũy kế đến hết ngày 30/9, toàn tỉnh giải ngân 978,1 tỷ đồng; cuối tháng 8 con số này mới là 847,3 tỷ đồng.", BUDGET)
    assert [(f.text, f.period.kind, f.period.part) for f in found] == [("978,1 tỷ đồng", "date", 930), ("847,3 tỷ đồng", "date", 831)]


def test_what_is_asked_for_is_a_goal_to_the_end_of_the_sentence() -> None:
    found = read("Chủ tịch tỉnh yêu cầu cả năm phấn đấu thu ngân sách 29.600 tỷ đồng, vượt 10,4% dự toán; giải ngân đến hết 31/12 đạt tối thiểu 85% kế hoạch.", BUDGET)
    assert {f.modality for f in found} == {Modality.TARGET}
    after = read("Chủ tịch tỉnh yêu cầu phấn đấu thu 29.600 tỷ đồng. Đến 30/9, thu đạt 21.300 tỷ đồng.", BUDGET)
    assert one(after, "21.300").modality is Modality.ACTUAL


@pytest.mark.parametrize(
    ("text", "printed", "head"),
    [
        ("Đường ven biển (tổng mức đầu tư 486 tỷ đồng) đã giải ngân 13,7 tỷ đồng; Bệnh viện Mắt tỉnh (tổng mức đầu tư 92 tỷ đồng) giải ngân 17,5/21 tỷ đồng.", "92 tỷ", "bệnh viện Mắt tỉnh"),
        ("Đường ven biển (tổng mức đầu tư 486 tỷ đồng) đã giải ngân 13,7 tỷ đồng; Bệnh viện Mắt tỉnh (tổng mức đầu tư 92 tỷ đồng) giải ngân 17,5/21 tỷ đồng.", "17,5 tỷ", "bệnh viện Mắt tỉnh"),
        ("Ở lĩnh vực xuất nhập khẩu, cục thu 912 tỷ đồng, bằng 93% dự toán.", "912", "xuất nhập khẩu"),
        ("Toàn tỉnh giải ngân đạt 50,3% kế hoạch. Với tỷ lệ này, tỉnh đứng thứ 9/34 tỉnh, thành phố. Cụ thể, vốn trung ương giải ngân 611,6 tỷ đồng.", "611,6", ""),
    ],
)  # fmt: skip
def test_under_whose_name_a_figure_stands(text: str, printed: str, head: str) -> None:
    assert one(read(text, BUDGET), printed).head == head


def test_a_balance_is_of_exports_and_imports_of_one_time() -> None:
    talk = Assistant(shelf_of("a.txt", "Bản tin thương mại tỉnh Hòa Sơn tháng 9 năm 2025\n\nKim ngạch xuất khẩu quý III đạt 412,6 triệu USD. Tính chung 9 tháng, nhập khẩu đạt 806,4 triệu USD. Thị trường Lào: quý III xuất khẩu 64,2 triệu USD; 9 tháng nhập khẩu 91,5 triệu USD.\n"))
    assert not isinstance(talk.invoke(Ask("9 tháng nhập siêu từ Lào bao nhiêu?")), Answer)
    assert not isinstance(talk.invoke(Ask("Tỉnh xuất siêu hay nhập siêu bao nhiêu trong 9 tháng?")), Answer)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Giá vàng trong nước tháng 7 tăng 2,1%, giá đô la Mỹ tăng 0,3% so với tháng trước.", [Base.PREVIOUS, Base.PREVIOUS]),
        ("Sản lượng điện tăng 4,2% và nước máy giảm 1,1% so với cùng kỳ.", [Base.YEAR, Base.YEAR]),
        ("So với cùng kỳ, xuất khẩu tăng 4,2%, nhập khẩu tăng 3,1% so với tháng trước.", [Base.YEAR, Base.PREVIOUS]),
        ("Bán lẻ tháng 7 tăng 9,2%; chỉ số giá tiêu dùng tăng 0,3% so với tháng trước.", [Base.YEAR, Base.PREVIOUS]),
    ],
)
def test_a_comparison_behind_two_changes_is_that_of_both(text: str, told: list[Base]) -> None:
    assert [f.base for f in read(text, MONTHS)] == told


def test_stocks_of_one_day_are_held_against_the_same_close() -> None:
    found = read("Đến 31/7, tiền gửi đạt 41.200 tỷ đồng, tăng 5,1% so với cuối năm 2024; cho vay 38.900 tỷ đồng, tăng 7,4%, còn so với cùng kỳ thì tăng 11,2%.", MONTHS)
    assert [f.base for f in found if f.measure is Measure.GROWTH] == [Base.DECEMBER, Base.DECEMBER, Base.YEAR]


def test_a_goal_in_parentheses_is_that_of_what_met_it() -> None:
    found = read("Sản lượng tăng 6%/năm. Thu ngân sách năm 2020 vượt dự toán (5.200 tỷ đồng) 12%; diện tích rừng trồng thấp hơn kế hoạch (1.500 ha) khoảng 4%.", YEARS)[1:]
    assert [(f.indicator, f.measure, f.base, f.modality) for f in found] == [
        ("thu ngân sách", Measure.LEVEL, Base.NONE, Modality.TARGET), ("thu ngân sách", Measure.GROWTH, Base.PLAN, Modality.ACTUAL),
        ("diện tích rừng trồng", Measure.LEVEL, Base.NONE, Modality.TARGET), ("diện tích rừng trồng", Measure.GROWTH, Base.PLAN, Modality.ACTUAL),
    ]  # fmt: skip


def test_an_earlier_term_in_parentheses_or_behind_a_mean() -> None:
    assert [(f.period.first, f.period.year) for f in read("Toàn tỉnh trồng 12.400 ha rừng (giai đoạn 2011-2015 là 9.800 ha).", YEARS)] == [(2016, 2020), (2011, 2015)]
    assert [(f.period.first, f.period.year) for f in read("GRDP tăng bình quân 7,2%/năm, cao hơn mức bình quân 6,1%/năm của giai đoạn 2011-2015.", YEARS)] == [(2016, 2020), (2011, 2015)]


def test_a_single_year_after_a_mean_grows_by_its_own() -> None:
    found = read("Thu ngân sách tăng bình quân 9%/năm; riêng năm 2017 đạt 4.120 tỷ đồng, tăng 12,5%.", YEARS)
    assert (found[-1].base, found[-1].period.year) == (Base.YEAR, 2017)


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "head"),
    [
        ("Các thị trường xuất khẩu kế tiếp là Hoa Kỳ 61 triệu USD, Nhật Bản 40 triệu USD; ở chiều nhập khẩu, sau Trung Quốc là Hàn Quốc 74 triệu USD.", "61", "xuất khẩu sang Hoa Kỳ", "các thị trường xuất khẩu"),
        ("Các thị trường xuất khẩu kế tiếp là Hoa Kỳ 61 triệu USD, Nhật Bản 40 triệu USD; ở chiều nhập khẩu, sau Trung Quốc là Hàn Quốc 74 triệu USD.", "74", "nhập khẩu từ Hàn Quốc", "thị trường nhập khẩu"),
        ("Lào là đối tác lớn nhất: 7 tháng xuất sang thị trường này 64 triệu USD, nhập từ thị trường này 91 triệu USD.", "91", "nhập khẩu từ Lào", ""),
        ("Ba mặt hàng tiếp theo là gạo 12 triệu USD, chè 9 triệu USD.", "12", "gạo", "ba mặt hàng"),
        ("Tháng 7 cấp 120 sổ; lũy kế từ đầu năm thu hồi đất 1.935 hộ.", "1.935", "thu hồi đất hộ", ""),
        ("Phân theo sắc thuế, lũy kế 7 tháng thuế giá trị gia tăng hàng nhập khẩu đạt 163 tỷ đồng, thuế xuất khẩu 18 tỷ đồng.", "163", "thuế giá trị gia tăng hàng nhập khẩu", ""),
        ("Phân theo sắc thuế, lũy kế 7 tháng thuế giá trị gia tăng hàng nhập khẩu đạt 163 tỷ đồng, thuế xuất khẩu 18 tỷ đồng.", "18", "thuế xuất khẩu", ""),
        ("Tổng mức bán lẻ chỉ giảm trong năm 2021 (giảm 2,5%), bật tăng 20,6% năm 2022.", "20,6", "tổng mức bán lẻ", ""),
    ],
)  # fmt: skip
def test_names_behind_a_count_or_a_sum(text: str, printed: str, indicator: str, head: str) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.indicator, f.head) == (indicator, head)


def test_groups_that_are_counted_by_their_change_go_on_with_what_it_is_held_against() -> None:
    found = read("CPI bình quân 6 tháng tăng 4,1%. Trong 11 nhóm hàng, có 7 nhóm tăng giá so với tháng trước, mạnh nhất là y tế (tăng 1,87%); 3 nhóm giảm gồm giao thông (giảm 0,34%).", PRICES)
    assert [(f.indicator, f.base, f.period.kind) for f in found if f.text in ("1,87%", "0,34%")] == [("y tế", Base.PREVIOUS, "month"), ("giao thông", Base.PREVIOUS, "month")]


def test_a_growth_that_recovers_is_that_of_what_was_spoken_of() -> None:
    found = read("Thu ngân sách đạt 67 tỷ đồng. Tăng trưởng không đều giữa các năm: năm 2017 tăng 6,7%, năm 2018 chỉ tăng 5,5% do bất động sản, khoáng sản sụt giảm, sau đó phục hồi lên 12,0% năm 2019.", YEARS)
    assert [(f.indicator, f.measure, f.period.year) for f in found[1:]] == [("thu ngân sách", Measure.GROWTH, year) for year in (2017, 2018, 2019)]


@pytest.mark.parametrize(
    ("text", "printed", "named", "measure", "direction"),
    [
        ("Hai nhóm giảm giá là giáo dục (giảm 0,32%) và bưu chính (giảm 0,07%).", "0,32%", "giáo dục", Measure.GROWTH, "down"),
        ("Hai nhóm giảm giá là giáo dục (giảm 0,32%) và bưu chính (giảm 0,07%).", "0,07%", "bưu chính", Measure.GROWTH, "down"),
        ("Chín trên mười một nhóm tăng, dẫn đầu là giao thông (2,15%) và y tế (1,42%), còn may mặc tăng không đáng kể, 0,04%; duy nhất giáo dục giảm, với mức 0,19%.", "2,15%", "giao thông", Measure.GROWTH, "up"),
        ("Chín trên mười một nhóm tăng, dẫn đầu là giao thông (2,15%) và y tế (1,42%), còn may mặc tăng không đáng kể, 0,04%; duy nhất giáo dục giảm, với mức 0,19%.", "1,42%", "y tế", Measure.GROWTH, "up"),
        ("Chín trên mười một nhóm tăng, dẫn đầu là giao thông (2,15%) và y tế (1,42%), còn may mặc tăng không đáng kể, 0,04%; duy nhất giáo dục giảm, với mức 0,19%.", "0,04%", "may mặc", Measure.GROWTH, "up"),
        ("Chín trên mười một nhóm tăng, dẫn đầu là giao thông (2,15%) và y tế (1,42%), còn may mặc tăng không đáng kể, 0,04%; duy nhất giáo dục giảm, với mức 0,19%.", "0,19%", "giáo dục", Measure.GROWTH, "down"),
        ("CPI tăng 0,4%. Tăng mạnh nhất trong nhóm là than củi (3,94%); kế đến là nước sinh hoạt tăng 1,35%.", "3,94%", "than củi", Measure.GROWTH, "up"),
        ("Thực phẩm tăng 0,5%. Kìm hãm đà tăng của nhóm là trứng gà, giảm 2,1%, nhờ nguồn cung dồi dào.", "2,1%", "trứng gà", Measure.GROWTH, "down"),
        ("Góp phần kìm giữ CPI, nhóm giao thông giảm 0,9% do giá nhiên liệu hạ.", "0,9%", "nhóm giao thông", Measure.GROWTH, "down"),
        ("Giá gas tăng 2,5% khi mỗi bình 12 kg được điều chỉnh thêm 9.000 đồng, lên 418.000 đồng.", "9.000", "giá gas mỗi bình 12 kg", Measure.CHANGE, "up"),
        ("Giá gas tăng 2,5% khi mỗi bình 12 kg được điều chỉnh thêm 9.000 đồng, lên 418.000 đồng.", "418.000", "giá gas mỗi bình 12 kg", Measure.LEVEL, ""),
        ("Xăng RON 95 là 21.300 đồng/lít, dầu hỏa 19.800 đồng/lít, lần lượt giảm 410 đồng và 260 đồng mỗi lít.", "410", "Xăng RON 95", Measure.CHANGE, "down"),
        ("Xăng RON 95 là 21.300 đồng/lít, dầu hỏa 19.800 đồng/lít, lần lượt giảm 410 đồng và 260 đồng mỗi lít.", "260", "dầu hỏa", Measure.CHANGE, "down"),
        ("Nhóm giao thông có mức tăng cao nhất, tác động làm CPI chung tăng 0,21 điểm phần trăm.", "0,21", "đóng góp của nhóm giao thông vào CPI chung", Measure.CHANGE, "up"),
        ("Nhóm ăn uống, tuy chiếm quyền số lớn nhất (35,6%), chỉ làm CPI chung tăng 0,07 điểm phần trăm.", "0,07", "đóng góp của nhóm ăn uống vào CPI chung", Measure.CHANGE, "up"),
        ("Tỷ lệ thất nghiệp giảm, 2,4% lao động còn thiếu việc.", "2,4%", "tỷ lệ thất nghiệp", Measure.GROWTH, "down"),  # no rate closed up with its change
    ],
)  # fmt: skip
def test_what_rose_or_fell_and_by_how_much(text: str, printed: str, named: str, measure: Measure, direction: str) -> None:
    f = one(read(text, PRICES), printed)
    assert (f.indicator, f.measure, f.direction.value) == (named, measure, direction)


def test_town_and_country_are_of_the_whole_that_was_told() -> None:
    found = read("CPI tháng 6 tăng 0,44% so với tháng trước, khu vực thành thị tăng 0,52%, khu vực nông thôn tăng 0,37%.", PRICES)
    assert [(f.indicator, f.head) for f in found] == [("CPI", ""), ("khu vực thành thị", "CPI"), ("khu vực nông thôn", "CPI")]
    found = read("CPI tháng 6 tăng 3,1% so với cùng kỳ; thành thị và nông thôn tăng lần lượt 3,4% và 2,8%.", PRICES)
    assert [(f.indicator, f.head, f.text) for f in found[1:]] == [("thành thị", "CPI", "3,4%"), ("nông thôn", "CPI", "2,8%")]
    found = read("Mặt bằng giá cao hơn 1,5% (thành thị 1,6%; nông thôn 1,4%) so với tháng trước.", PRICES)
    assert [f.measure for f in found] == [Measure.GROWTH] * 3


def test_a_goal_that_is_far_off_is_named_in_passing() -> None:
    found = read("So với bình quân cùng kỳ năm 2023, CPI 6 tháng tăng 2,8%, còn cách khá xa mục tiêu kiểm soát bình quân cả năm khoảng 4,0%; khu vực thành thị tăng 3,1%.", PRICES)
    assert [(f.text, f.modality, f.period.kind, f.period.year) for f in found] == [("2,8%", Modality.ACTUAL, "months", 2024), ("4,0%", Modality.TARGET, "year", 2024), ("3,1%", Modality.ACTUAL, "months", 2024)]


def test_what_was_foretold_is_no_outcome() -> None:
    assert one(read("CPI tháng 6 nằm trong khoảng 0,3 - 0,5% mà báo cáo tháng trước đã dự báo.", PRICES), "0,3").modality is Modality.FORECAST
    assert one(read("Sản lượng lúa đạt 512 nghìn tấn, như đã dự kiến.", MONTHS), "512").modality is Modality.ACTUAL


def test_prices_under_a_title_that_names_december_are_held_against_it() -> None:
    parts = ("# Chỉ số giá tiêu dùng tháng 6 và 6 tháng năm 2024", "## 1. So với tháng trước", "CPI tháng 6 tăng 0,2% so với tháng trước.", "## 2. So với tháng 12 năm 2023",
             "Sau 6 tháng, mặt bằng giá cao hơn 1,5%, giao thông tăng 3,0%.", "## 3. So với cùng kỳ năm trước", "CPI tháng 6 tăng 3,9% so với tháng 6/2023; thành thị và nông thôn tăng lần lượt 4,1% và 3,7%.")  # fmt: skip
    found = shelf_of("cpi.md", "\n\n".join(parts))
    assert [(f.text, f.base, f.period.kind, f.period.part) for _, f in found.figures()] == [("0,2%", Base.PREVIOUS, "month", 6), ("1,5%", Base.DECEMBER, "month", 6), ("3,0%", Base.DECEMBER, "month", 6), *((t, Base.YEAR, "month", 6) for t in ("3,9%", "4,1%", "3,7%"))]


def test_a_title_that_names_two_bases_tells_none() -> None:
    parts = ("# Chỉ số giá tiêu dùng tháng 6 năm 2024", "## 1. So với tháng 12 năm 2023 và cùng kỳ năm trước", "So với tháng 12 năm 2023, CPI tháng 6 tăng 1,7%.",
             "So với cùng kỳ năm trước, CPI tháng 6 năm 2024 tăng 4,4%; tháng 6 năm 2023, mức tăng này là 2,1%.")  # fmt: skip
    assert [f.base for _, f in shelf_of("cpi.md", "\n\n".join(parts)).figures()] == [Base.DECEMBER, Base.YEAR, Base.YEAR]


@pytest.mark.parametrize(
    ("title", "text", "printed", "time", "base"),
    [
        # a clause that names what it compares with again is held against that, and so are its parts
        (PRICES, "So với tháng 12/2023, CPI tăng 1,96%; so với cùng kỳ năm trước tăng 4,27% (thành thị tăng 4,46%, nông thôn tăng 4,11%), cao hơn mức tăng 4,03% của tháng 5.", "1,96%", ("month", 2024, 6), Base.DECEMBER),
        (PRICES, "So với tháng 12/2023, CPI tăng 1,96%; so với cùng kỳ năm trước tăng 4,27% (thành thị tăng 4,46%, nông thôn tăng 4,11%), cao hơn mức tăng 4,03% của tháng 5.", "4,11%", ("month", 2024, 6), Base.YEAR),
        (PRICES, "So với tháng 12/2023, CPI tăng 1,96%; so với cùng kỳ năm trước tăng 4,27% (thành thị tăng 4,46%, nông thôn tăng 4,11%), cao hơn mức tăng 4,03% của tháng 5.", "4,03%", ("month", 2024, 5), Base.YEAR),
        (PRICES, "So với tháng trước, CPI tăng 0,5%; so với cùng kỳ tăng 3,1%, trong đó giáo dục tăng 5,2%.", "5,2%", ("month", 2024, 6), Base.YEAR),
        (PRICES, "So với tháng trước, CPI tăng 0,5%; trong đó giáo dục tăng 5,2%.", "5,2%", ("month", 2024, 6), Base.PREVIOUS),
        (PRICES, "So với tháng 12/2023, CPI tăng 1,96% (thành thị tăng 2,1%), tăng 4,27% so với cùng kỳ năm trước (thành thị tăng 4,46%).", "2,1%", ("month", 2024, 6), Base.DECEMBER),
        (PRICES, "So với tháng 12/2023, CPI tăng 1,96% (thành thị tăng 2,1%), tăng 4,27% so với cùng kỳ năm trước (thành thị tăng 4,46%).", "4,46%", ("month", 2024, 6), Base.YEAR),
        (PRICES, "Mức tăng so với tháng trước của năm nay là cao nhất ba năm qua (tháng 6/2022 tăng 0,44%, tháng 6/2023 tăng 0,38%).", "0,38%", ("month", 2023, 6), Base.PREVIOUS),
        # each change of a row against what those of the level before were held against
        (MONTHS, "Xuất khẩu tháng 7 đạt 39 tỷ USD, giảm 2,3% so với tháng 6 nhưng cao hơn 9,2% so với tháng 7/2024; còn nhập khẩu là 37 tỷ USD, lần lượt giảm 1,0% và tăng 11,2%.", "1,0%", ("month", 2025, 7), Base.PREVIOUS),
        (MONTHS, "Xuất khẩu tháng 7 đạt 39 tỷ USD, giảm 2,3% so với tháng 6 nhưng cao hơn 9,2% so với tháng 7/2024; còn nhập khẩu là 37 tỷ USD, lần lượt giảm 1,0% và tăng 11,2%.", "11,2%", ("month", 2025, 7), Base.YEAR),
        (MONTHS, "Xuất khẩu tháng 7 đạt 39 tỷ USD, nhập khẩu 37 tỷ USD, lần lượt tăng 1,0% và 11,2% so với cùng kỳ.", "1,0%", ("month", 2025, 7), Base.YEAR),
        # times: of what "nên" leads to, of what was passed, of all that stand in a row with their values in parentheses
        (MONTHS, "Do nhập khẩu tăng nhanh nên tính chung 7 tháng, cả nước xuất siêu 21,2 tỷ USD, thấp hơn con số 23,4 tỷ USD ghi nhận cùng thời gian năm trước.", "21,2", ("months", 2025, 7), Base.NONE),
        (MONTHS, "Do nhập khẩu tăng nhanh nên tính chung 7 tháng, cả nước xuất siêu 21,2 tỷ USD, thấp hơn con số 23,4 tỷ USD ghi nhận cùng thời gian năm trước.", "23,4", ("months", 2024, 7), Base.NONE),
        (MONTHS, "Quy mô xuất nhập khẩu lũy kế đã vượt cả năm 2024 (815,9 tỷ USD).", "815,9", ("year", 2024, None), Base.NONE),
        (MONTHS, "Ba thị trường lớn nhất trong 7 tháng gồm Hàn Quốc (1,96 tỷ USD), Hoa Kỳ (1,72 tỷ USD) và Nhật Bản (1,49 tỷ USD).", "1,49", ("months", 2025, 7), Base.NONE),
        (MONTHS, "Tính chung 7 tháng, xuất khẩu đạt 12 tỷ USD. Có 18.742 chiếc làm thủ tục nhập khẩu trong tháng, tăng 15,6%. Trong đó, xe con là 15.163 chiếc.", "18.742", ("month", 2025, 7), Base.NONE),
        (MONTHS, "Tính chung 7 tháng, xuất khẩu đạt 12 tỷ USD. Có 18.742 chiếc làm thủ tục nhập khẩu trong tháng, tăng 15,6%. Trong đó, xe con là 15.163 chiếc.", "15.163", ("month", 2025, 7), Base.NONE),
        (PRICES, "CPI tăng 3,94%, thấp hơn ngưỡng mục tiêu 4,0-4,5% được Quốc hội đề ra cho cả năm 2024 tại Nghị quyết số 103/2023/QH15 ngày 09/11/2023.", "4,0-4,5%", ("year", 2024, None), Base.YEAR),
    ],
)  # fmt: skip
def test_of_what_time_and_against_what(title: str, text: str, printed: str, time: tuple[str, int, int | None], base: Base) -> None:
    f = one(read(text, title), printed)
    assert ((f.period.kind, f.period.year, f.period.part), f.base) == (time, base)


def test_a_change_told_again_as_a_share_is_a_growth() -> None:
    found = read("Nợ thuế quá hạn toàn ngành là 5.186 tỷ đồng, giảm 247 tỷ đồng (tương đương 4,5%) so với cuối năm 2024.", MONTHS)
    assert (one(found, "4,5%").measure, one(found, "4,5%").base) == (Measure.GROWTH, Base.DECEMBER)


def test_the_number_of_an_item_is_no_remark() -> None:
    text = "CPI tăng do các yếu tố sau: (i) nhóm hàng ăn tăng 3,96%, trong đó lương thực tăng 13,02% (đóng góp 0,53 điểm phần trăm); (ii) nhóm nhà ở tăng 4,94%; (iii) nhóm giáo dục tăng 7,82%."
    found = read(text, PRICES)
    assert [one(found, printed).indicator for printed in ("3,96%", "13,02%", "4,94%", "7,82%")] == ["nhóm hàng ăn", "lương thực", "nhóm nhà ở", "nhóm giáo dục"]
    assert "hàng ăn" in one(found, "13,02%").head and "hàng ăn" not in one(found, "4,94%").head + one(found, "7,82%").head


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Giảm nhiều nhất là các nhóm máy vi tính, sản phẩm điện tử và linh kiện; dây điện và cáp; giày dép, lần lượt giảm 40 triệu USD (-7,0%), 31 triệu USD (-12,8%) và 24 triệu USD (-13,9%).",
         [("nhóm máy vi tính, sản phẩm điện tử và linh kiện", "40 triệu USD", Measure.CHANGE), ("nhóm dây điện và cáp", "31 triệu USD", Measure.CHANGE), ("nhóm giày dép", "24 triệu USD", Measure.CHANGE), ("nhóm giày dép", "-13,9%", Measure.GROWTH)]),
        ("Dẫn đầu là máy móc, thiết bị; dây điện và cáp; giày dép các loại, đạt lần lượt 40 triệu USD, 31 triệu USD và 24 triệu USD.",
         [("máy móc, thiết bị", "40 triệu USD", Measure.LEVEL), ("dây điện và cáp", "31 triệu USD", Measure.LEVEL), ("giày dép các loại", "24 triệu USD", Measure.LEVEL)]),
        ("Xét về cơ cấu, các khu vực nông, lâm nghiệp và thủy sản; công nghiệp và xây dựng; dịch vụ và thuế sản phẩm chiếm tỷ trọng lần lượt là 22,15%; 38,64%; 34,72% và 4,49%.",
         [("công nghiệp và xây dựng", "38,64%", Measure.SHARE), ("dịch vụ", "34,72%", Measure.SHARE), ("thuế sản phẩm", "4,49%", Measure.SHARE)]),
        ("Ngược dòng, chè và hạt điều nhích thêm tương ứng 14 triệu USD và 12 triệu USD.", [("chè", "14 triệu USD", Measure.CHANGE), ("hạt điều", "12 triệu USD", Measure.CHANGE)]),
        ("Thu nội địa và thu xuất nhập khẩu lần lượt giảm 40 tỷ đồng và 18 tỷ đồng; chi đầu tư 90 tỷ đồng.", [("thu xuất nhập khẩu", "18 tỷ", Measure.CHANGE), ("chi đầu tư", "90 tỷ", Measure.LEVEL)]),
        ("Dẫn đầu là các huyện Đông, Tây; riêng huyện Nam và huyện Bắc lần lượt thu 40 tỷ đồng và 31 tỷ đồng.", [("huyện Nam", "40 tỷ", Measure.LEVEL), ("huyện Bắc", "31 tỷ", Measure.LEVEL)]),
    ],
)  # fmt: skip
def test_amounts_dealt_out_to_names_with_commas(text: str, told: list[tuple[str, str, Measure]]) -> None:
    found = read(text, CUSTOMS)
    assert [(one(found, printed).indicator, printed, one(found, printed).measure) for _, printed, _ in told] == told
