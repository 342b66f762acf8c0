"""Times that are not said again, wholes that parts belong to, and whose figure it is, over invented sentences in several registers."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Base, Figure, Measure, Modality
from report.reader import read_figures
from tests.fake_library import shelf_of


def read(text: str, title: str) -> tuple[Figure, ...]:
    return read_figures(read_text(f"{title}\n\n{text}\n", name="thu"))


def one(found: tuple[Figure, ...], printed: str) -> Figure:
    return next(f for f in found if f.text.startswith(printed))


HALF = "Bản tin xuất nhập khẩu kỳ 2 tháng 8 năm 2024"
MONTH = "Báo cáo kinh tế tháng 9 năm 2024"


@pytest.mark.parametrize(
    ("text", "printed", "kind", "part", "base"),
    [
        ("Xuất khẩu đạt 410 triệu USD, giảm 3,1% so với kỳ 1.", "3,1%", "season", 208, Base.PREVIOUS),
        ("Nhập khẩu đạt 96 triệu USD, trong khi kỳ 1 đạt 88 triệu USD.", "88 triệu", "season", 108, Base.NONE),
        ("Khối trong nước xuất khẩu 52 triệu USD trong kỳ và 1,4 tỷ USD lũy kế, tăng 8,2%.", "1,4 tỷ", "date", 831, Base.NONE),
        ("Khối trong nước xuất khẩu 52 triệu USD trong kỳ và 1,4 tỷ USD lũy kế, tăng 8,2%.", "8,2%", "date", 831, Base.YEAR),
    ],
)
def test_halves_of_a_month_and_what_is_cumulated_behind_a_figure(text: str, printed: str, kind: str, part: int, base: Base) -> None:
    f = one(read(text, HALF), printed)
    assert (f.period.kind, f.period.part, f.base) == (kind, part, base)


@pytest.mark.parametrize(
    ("text", "kind", "part", "base"),
    [
        ("Lũy kế 9 tháng đạt 4.310 tỷ đồng, tăng 8,1%. So với tháng 8, doanh thu ăn uống giảm 2,9% do hết hè.", "month", 9, Base.PREVIOUS),
        ("Tính chung 9 tháng đạt 4.310 tỷ đồng. So với tháng 8/2024, doanh thu ăn uống giảm 2,9%.", "month", 9, Base.PREVIOUS),
        ("Lũy kế 9 tháng đạt 4.310 tỷ đồng. Doanh thu ăn uống giảm 2,9% so với tháng 8.", "month", 9, Base.PREVIOUS),
        ("Lũy kế 9 tháng đạt 4.310 tỷ đồng. So với quý II, doanh thu ăn uống giảm 2,9%.", "quarter", 3, Base.PREVIOUS),
        ("Lũy kế 9 tháng đạt 4.310 tỷ đồng. Doanh thu ăn uống giảm 2,9% so với cùng kỳ.", "months", 9, Base.YEAR),
    ],
)
def test_a_month_named_as_what_is_compared_with_ends_what_is_cumulated(text: str, kind: str, part: int, base: Base) -> None:
    f = one(read(text, "Báo cáo kinh tế tháng 9 và 9 tháng năm 2024"), "2,9%")
    assert (f.period.kind, f.period.part, f.base) == (kind, part, base)


def test_a_table_from_one_day_to_another_is_of_the_last() -> None:
    text = "Biểu 1. Thu thuế theo huyện, lũy kế từ 01/01 đến 15/9/2024 (tỷ đồng)\n\n| Huyện | Số thu |\n|---|---:|\n| Nà Tấu | 41,5 |\n| Mường Khoa | 38,2 |\n"
    f = one(read_figures(read_text(f"# {MONTH}\n\n{text}", name="thu", markdown=True)), "41,5")
    assert (f.period.kind, f.period.part, f.period.year) == ("date", 915, 2024)


@pytest.mark.parametrize("text", ["Học kỳ 2 toàn huyện có 412 học sinh giỏi.", "Nhiệm kỳ 2 hội có 45 hội viên.", "Chu kỳ 2 kiểm định 120 xe.", "Kỳ 2 của khóa học có 45 hội viên."])
def test_other_kinds_of_terms_are_no_halves_of_a_month(text: str) -> None:
    assert all(f.period.kind == "month" for f in read(text, MONTH) if f.value > 2)


def test_parts_that_the_nearer_total_cannot_hold_are_of_the_wider_one() -> None:
    found = read("Thu nội địa tháng 9 đạt 520 tỷ đồng, đưa tổng thu 9 tháng lên 4.310 tỷ đồng. Trong đó thu từ doanh nghiệp 1.980 tỷ đồng, thuế thu nhập cá nhân 410 tỷ đồng.", MONTH)
    for printed in ("1.980", "410 tỷ"):
        f = one(found, printed)
        assert (f.period.kind, f.period.part, f.head) == ("months", 9, "tổng thu")
    f = one(read("Thu nội địa tháng 9 đạt 520 tỷ đồng, đưa tổng thu 9 tháng lên 4.310 tỷ đồng. Trong đó thu từ doanh nghiệp 180 tỷ đồng.", MONTH), "180")
    assert (f.period.kind, f.head) == ("month", "thu nội địa")


def test_a_growth_told_again_brings_its_time_and_base() -> None:
    title = "Tình hình giá tháng 5 và 5 tháng năm 2024"
    text = "CPI tháng 5 tăng 0,41% so với tháng trước. Bình quân 5 tháng, CPI tăng 3,2% so với cùng kỳ. Trong mức tăng chung 0,41%, nhóm giao thông đóng góp 0,2 điểm phần trăm."
    f = one(read(text, title), "0,2 điểm")
    assert (f.period.kind, f.period.part, f.base) == ("month", 5, Base.PREVIOUS)


def test_a_section_that_compares_with_the_month_before_is_of_a_month() -> None:
    text = "I. TÌNH HÌNH CHUNG\n\nBình quân 5 tháng, CPI tăng 3,2%.\n\nII. MỘT SỐ NHÓM HÀNG SO VỚI THÁNG TRƯỚC\n\nLương thực tăng 1,4%; đồ uống tăng 0,3%."
    f = one(read(text, "BÁO CÁO\n\nTình hình giá 5 tháng năm 2024"), "1,4%")
    assert (f.period.kind, f.period.part, f.base) == ("month", 5, Base.PREVIOUS)


def test_bare_parentheses_of_a_list_are_of_the_year_that_the_first_one_names() -> None:
    found = read("Cơ cấu: nông nghiệp 25,8% (năm 2017: 27,1%); công nghiệp 31,9% (30,6%); dịch vụ 42,3%.", "Báo cáo năm 2018")
    assert [(f.text, f.period.year) for f in found] == [("25,8%", 2018), ("27,1%", 2017), ("31,9%", 2018), ("30,6%", 2017), ("42,3%", 2018)]


def test_days_on_which_something_was_done_are_not_the_time_of_what_follows() -> None:
    found = read("Giá xăng qua 3 đợt điều chỉnh các ngày 01/9, 11/9 và 21/9; dầu tăng 2,4%. Từ ngày 15/9, giá điện tăng 4,8%; nước tăng 0,6%.", MONTH)
    assert one(found, "2,4%").period.kind == one(found, "0,6%").period.kind == "month"


@pytest.mark.parametrize(
    ("text", "printed", "name", "head"),
    [
        ("Huyện Sơn Tây dẫn đầu về sản lượng chè với 4.210 tấn; kế đến là huyện Minh Long 3.150 tấn.", "4.210", "Huyện Sơn Tây", "sản lượng chè"),
        ("Có hai dự án lớn là Cảng Bắc 1.200 tỷ đồng và Hồ Xanh 640 tỷ đồng.", "1.200", "Cảng Bắc", ""),
        ("Cán cân thương mại quý III thặng dư 87 triệu USD, trong khi quý II thâm hụt 114 triệu USD.", "114", "cán cân thương mại thâm hụt", ""),
        ("Trung ương bổ sung cho tỉnh 320 tỷ đồng, gồm bổ sung cân đối 210 tỷ đồng, bổ sung có mục tiêu 110 tỷ đồng.", "110", "bổ sung có mục tiêu", None),
    ],
)
def test_whose_figure_it_is(text: str, printed: str, name: str, head: str | None) -> None:
    f = one(read(text, MONTH), printed)
    assert f.indicator == name and head in (None, f.head) and f.measure is Measure.LEVEL and f.modality.value == "actual"


def test_one_plan_of_two_authorities_is_held_against_both_and_ends_with_them() -> None:
    found = read("Chi đầu tư 820 tỷ đồng, lần lượt bằng 61,5% và 58,2% dự toán Trung ương, HĐND tỉnh giao, tăng 9,1%.", MONTH)
    assert {f.text: (f.indicator, f.measure) for f in found} == {
        "820 tỷ đồng": ("chi đầu tư", Measure.LEVEL), "61,5%": ("chi đầu tư", Measure.COMPLETION), "58,2%": ("chi đầu tư", Measure.COMPLETION), "9,1%": ("chi đầu tư", Measure.GROWTH),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Sản lượng thủy sản tháng 9 ước 6.845 tấn. Tính chung 9 tháng đạt 58.312 tấn, tăng 4,1%, bao gồm: khai thác 44.187 tấn, nuôi trồng 14.125 tấn.", {"44.187 tấn": ("khai thác", "sản lượng thủy sản", "level")}),
        ("Cà phê vẫn là cây trồng chủ lực với 17.830 ha.", {"17.830 ha": ("diện tích cà phê", "", "level")}),
        ("Giám đốc Sở Tài chính Trần Văn Đạo cho biết tỉnh phấn đấu thu cả năm 19.850 tỷ đồng.", {"19.850 tỷ đồng": ("thu", "", "level")}),
        ("So với tháng trước, giảm mạnh nhất là máy vi tính với mức giảm 11,29 triệu USD, tiếp đến là gạo giảm 6,42 triệu USD.", {"11,29 triệu USD": ("máy vi tính", "", "change"), "6,42 triệu USD": ("gạo", "", "change")}),
        ("Giá gạo xuất khẩu tháng 9 là 483,7 USD/tấn, thấp hơn mức bình quân 514,0 USD/tấn tính từ đầu năm.", {"514,0 USD/tấn": ("giá gạo xuất khẩu", "", "level")}),
        ("Thịt lợn đắt lên 1,74% so với tháng trước.", {"1,74%": ("thịt lợn", "", "growth")}),
        ("Ở chiều nhập khẩu, trị giá hàng hóa đạt 361,48 triệu USD.", {"361,48 triệu USD": ("trị giá hàng hóa nhập khẩu", "nhập khẩu", "level")}),
    ],
)
def test_what_is_told_of_whom(sentence: str, told: dict[str, tuple[str, str, str]]) -> None:
    found = {f.text: (f.indicator.lower(), f.head.lower(), f.measure.value) for _, f in shelf_of("a.txt", f"BÁO CÁO THÁNG 9 NĂM 2024\n\n{sentence}\n").figures()}
    assert {t: found[t] for t in told} == told


def test_the_half_month_before() -> None:
    found = {f.text: f.period for _, f in shelf_of("a.txt", "BẢN TIN KỲ 1 THÁNG 11 NĂM 2025\n\nCán cân thương mại kỳ 1 tháng 11 thặng dư 54,77 triệu USD (kỳ trước thặng dư 61,37 triệu USD).\n").figures()}
    assert (found["54,77 triệu USD"].part, found["61,37 triệu USD"].part) == (111, 210)  # the second half of October


def test_rows_that_stand_once_under_each_title_of_a_table_are_below_it() -> None:
    table = "Bảng 1. Xuất khẩu, nhập khẩu năm 2025 (triệu USD)\n\n| Mặt hàng | Năm 2025 |\n|---|---|\n| A. XUẤT KHẨU | |\n| Tổng trị giá | 416 |\n| Trong đó: Doanh nghiệp FDI | 243 |\n| Hạt điều | 26 |\n| B. NHẬP KHẨU | |\n| Tổng trị giá | 361 |\n| Trong đó: Doanh nghiệp FDI | 232 |\n| Hạt điều | 29 |\n"
    found = {f.text.split()[0]: f.head for _, f in shelf_of("a.md", f"# Bản tin năm 2025\n\n{table}").figures()}
    assert (found["26"], found["29"]) == ("xuất khẩu", "nhập khẩu")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Kỳ hạn 3 năm dẫn đầu với 9.140 tỷ đồng, tiếp theo là 7 năm (4.210 tỷ đồng), 20 năm (870 tỷ đồng).", {"9.140 tỷ đồng": ("kỳ hạn 3 năm", "", "level"), "4.210 tỷ đồng": ("kỳ hạn 7 năm", "", "level"), "870 tỷ đồng": ("kỳ hạn 20 năm", "", "level")}),
        ("Thu nội địa đạt 9.200 tỷ đồng, thu xuất nhập khẩu 1.100 tỷ đồng, thu viện trợ 20 tỷ đồng. Riêng tháng 9, hai khoản thu lớn lần lượt đạt 1.450 tỷ đồng và 180 tỷ đồng.", {"1.450 tỷ đồng": ("thu nội địa", "", "level"), "180 tỷ đồng": ("thu xuất nhập khẩu", "", "level")}),
        ("Khu vực nông nghiệp đạt 8.100 tỷ đồng; khu vực công nghiệp đạt 15.200 tỷ đồng; khu vực dịch vụ đạt 12.300 tỷ đồng. Ba khu vực này lần lượt tăng 3,2%, 9,4% và 6,8% so với cùng kỳ.", {"3,2%": ("khu vực nông nghiệp", "", "growth"), "6,8%": ("khu vực dịch vụ", "", "growth")}),
        ("Khu vực nông nghiệp đạt 8.100 tỷ đồng; khu vực dịch vụ đạt 12.300 tỷ đồng. Ba khu vực lần lượt tăng 3,2%, 9,4% và 6,8% so với cùng kỳ.", {"3,2%": ("ba khu vực", "", "growth")}),
        ("Có 3 phường, thị trấn và 5 xã giải ngân dưới mức bình quân chung.", {"3 phường": ("phường, thị trấn giải ngân dưới mức bình quân chung", "", "level")}),
        ("Chi đầu tư đạt 512 tỷ đồng; chi thường xuyên 1.204 tỷ đồng; chi trả nợ gốc 62 tỷ đồng; các khoản chi khác 7,4 tỷ đồng. Như vậy cân đối ngân sách tỉnh thặng dư 98 tỷ đồng.", {"7,4 tỷ đồng": ("các khoản chi khác", "", "level"), "98 tỷ đồng": ("cân đối ngân sách tỉnh thặng dư", "", "level")}),
    ],
)
def test_what_is_dealt_out_again(sentence: str, told: dict[str, tuple[str, str, str]]) -> None:
    found = {f.text: (f.indicator.lower(), f.head.lower(), f.measure.value) for _, f in shelf_of("a.txt", f"BÁO CÁO THÁNG 9 NĂM 2024\n\n{sentence}\n").figures()}
    assert {t: found[t] for t in told} == told


def test_what_is_foretold_first() -> None:
    sentence = "Sở Tài chính dự kiến đến cuối năm 2024, nợ của tỉnh khoảng 1.240 tỷ đồng (cuối năm 2023 là 1.310 tỷ đồng), dư nợ vay lại 380 tỷ đồng."
    found = {f.text: (f.modality, f.period.year) for _, f in shelf_of("a.txt", f"BÁO CÁO THÁNG 9 NĂM 2024\n\n{sentence}\n").figures()}
    assert found == {"1.240 tỷ đồng": (Modality.FORECAST, 2024), "1.310 tỷ đồng": (Modality.ACTUAL, 2023), "380 tỷ đồng": (Modality.FORECAST, 2024)}


def test_a_month_told_in_passing_is_over_with_its_paragraph() -> None:
    title = "Tình hình thu thuế tháng 7 và 7 tháng năm 2025"
    found = read("Lũy kế 7 tháng, số thu đạt 3.120 tỷ đồng. Riêng tháng 7 thu được 402 tỷ đồng.\n\nCác khoản khác gồm lệ phí trước bạ 215 tỷ đồng.", title)
    assert (one(found, "402").period.kind, one(found, "215").period.kind, one(found, "215").period.part) == ("month", "months", 7)
    found = read("Tháng 7, số thu đạt 402 tỷ đồng, tăng 3% so với tháng trước.\n\nLệ phí trước bạ đạt 35 tỷ đồng.", title)
    assert one(found, "35").period.kind == "month"  # nothing was told of seven months


PRICES = "Báo cáo chỉ số giá tiêu dùng (CPI) tháng 5 năm 2024"


@pytest.mark.parametrize(
    ("text", "printed", "kind", "year", "part"),
    [
        ("Bình quân 5 tháng năm 2024, CPI tăng 2,9%, thấp hơn 0,6 điểm phần trăm so với mức tăng của bình quân 5 tháng năm 2023 (tăng 3,5%).", "3,5%", "months", 2023, 5),
        ("Bình quân 5 tháng năm 2024, CPI tăng 2,9%, cao hơn tốc độ tăng của 5 tháng năm 2023 (2,1%).", "2,1%", "months", 2023, 5),
        ("CPI bình quân 5 tháng tăng 2,9%, cao hơn mức tăng 2,7% của bình quân 4 tháng.", "2,7%", "months", 2024, 4),
        ("Thịt lợn tăng 3,1% do lượng lợn còn ít sau đợt dịch hồi tháng 2, giá lợn hơi lên 61.000 đồng/kg. Trái cây giảm 1,2%.", "61.000", "month", 2024, 5),
        ("Thịt lợn tăng 3,1% do lượng lợn còn ít sau đợt dịch hồi tháng 2, giá lợn hơi lên 61.000 đồng/kg. Trái cây giảm 1,2%.", "1,2%", "month", 2024, 5),
        ("Giá lợn hơi 61.000 đồng/kg, cao hơn hẳn cuối tháng 3; rau tươi tăng 1,9%.", "1,9%", "month", 2024, 5),
        ("Giá lợn hơi tháng 2 là 58.000 đồng/kg, còn giá gà ta 97.000 đồng/kg.", "58.000", "month", 2024, 2),
    ],
)
def test_what_is_compared_with_and_causes_have_times_of_their_own(text: str, printed: str, kind: str, year: int, part: int) -> None:
    period = one(read(text, PRICES), printed).period
    assert (period.kind, period.year, period.part) == (kind, year, part)


def test_how_many_rose_says_what_the_sentences_behind_are_compared_with() -> None:
    found = read(
        "2. So tháng 12 năm trước và so cùng kỳ\n\nSo tháng 12/2023, có 9 nhóm tăng, đứng đầu là nhà ở tăng 3,1%; duy nhất bưu chính giảm 0,3%.\n\nSo cùng kỳ năm trước có 8 nhóm tăng, 3 nhóm giảm. Nhóm nhà ở tăng nhiều nhất với 5,8%; giáo dục tăng 3,4%.",
        PRICES,
    )
    assert [(f.text, f.base) for f in found if f.unit == "%"] == [("3,1%", Base.DECEMBER), ("0,3%", Base.DECEMBER), ("5,8%", Base.YEAR), ("3,4%", Base.YEAR)]


def test_what_was_last_year_is_no_plan() -> None:
    found = read("Giải ngân đến hết ngày 30/9/2024 là 620 tỷ đồng, bằng 69,6% kế hoạch tỉnh giao, thấp hơn cùng kỳ (73,8%).", MONTH)
    assert (one(found, "73,8%").modality, one(found, "73,8%").period.year) == (Modality.ACTUAL, 2023)
    assert one(read("Giải ngân đạt 620 tỷ đồng, thấp hơn cùng kỳ và kế hoạch (890 tỷ đồng).", MONTH), "890").modality is Modality.TARGET


@pytest.mark.parametrize(
    ("title", "name"),
    [("I. CHỈ SỐ GIÁ TIÊU DÙNG\n\n2. Bình quân 5 tháng", "chỉ số giá tiêu dùng"), ("I. Chỉ số sản xuất công nghiệp", "chỉ số sản xuất công nghiệp"), ("I. Tình hình chung", "mức tăng")],
)
def test_a_rate_alone_is_of_what_its_title_measures(title: str, name: str) -> None:
    found = one(read(f"{title}\n\nMức tăng bình quân 5 tháng nhích xuống so với mức 2,95% của bình quân 4 tháng.", PRICES), "2,95%")
    assert (found.indicator, found.measure, found.period.part) == (name, Measure.GROWTH, 4)
