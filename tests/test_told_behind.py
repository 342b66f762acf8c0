"""What is told of figures behind them, beside them or above them, and balances, shares and gaps of those that a question names: invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from ingest import read_text
from report import headers
from report.model import Base, Figure, Measure, Modality
from report.reader import read_figures
from tests import fake_library
from tests.fake_library import ask, one, shelf_of

MONTH = "Báo cáo kinh tế tháng 9 năm 2024"


def read(text: str, title: str = MONTH) -> tuple[Figure, ...]:
    return fake_library.read(text, title)


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("Xuất khẩu và nhập khẩu 9 tháng lần lượt là 412 triệu USD (tăng 3,3%) và 276 triệu USD (tăng 8,2%).", "276 triệu", "nhập khẩu"),
        ("Xuất khẩu và nhập khẩu 9 tháng lần lượt là 412 triệu USD (tăng 3,3%) và 276 triệu USD (tăng 8,2%).", "8,2%", "nhập khẩu"),
        ("Lượng xe nhập khẩu là 5.300 chiếc, gồm 2.400 chiếc từ Thái Lan, 1.900 chiếc từ Trung Quốc.", "1.900 chiếc", "chiếc từ Trung Quốc"),
        ("Còn 27 hộ ở thôn Suối Cạn chưa nhận tiền đền bù vì vướng giấy tờ.", "27 hộ", "hộ chưa nhận tiền đền bù"),
        ("Tỷ lệ hộ dùng điện đạt 98,4%, còn 206 hộ ở 4 bản thuộc xã Nậm Khe chưa có điện lưới.", "206 hộ", "hộ chưa có điện lưới"),
        ("Chi thường xuyên 820 tỷ đồng; còn lại 95 tỷ đồng là chi trả nợ vay (31 tỷ đồng), chi từ nguồn dự phòng (64 tỷ đồng).", "31 tỷ", "chi trả nợ vay"),
        ("Thuế bảo vệ môi trường thu 74 tỷ đồng. Lệ phí trước bạ khả quan hơn, đạt 57 tỷ đồng.", "57 tỷ", "lệ phí trước bạ"),
        ("Ba nhóm giáo dục, nhà ở và giao thông đã đóng góp lần lượt 0,41; 0,17 và 0,12 điểm phần trăm vào mức tăng chung.", "0,12", "đóng góp của giao thông"),
        ("Xăng RON 95-III vùng 2 ở mức 22.480 đồng/lít.", "22.480", "xăng RON 95-III vùng 2"),
        ("Cà phê: 9 tháng xuất khẩu 1,1 triệu tấn, trị giá 4,2 tỷ USD. Riêng tháng 9 là 52 nghìn tấn với trị giá 260 triệu USD, lần lượt giảm 12,2% và giảm 6,4% so với tháng trước.", "12,2%", "lượng xuất khẩu cà phê"),
    ],
)  # fmt: skip
def test_names_that_stand_behind_or_before(text: str, printed: str, indicator: str) -> None:
    assert one(read(text), printed).indicator.lower() == indicator.lower()


def test_whose_figures_they_are_is_said_once_for_a_sentence_and_not_by_what_they_are_sorted_by() -> None:
    found = read("Ở khối doanh nghiệp trong nước, xuất khẩu đạt 120 triệu USD, nhập khẩu đạt 90 triệu USD; cả tỉnh nộp thuế 45 tỷ đồng.")
    assert [f.scope for f in found] == ["doanh nghiệp trong nước", "doanh nghiệp trong nước", found[2].scope] and "doanh nghiệp" not in found[2].scope
    assert one(read("Xét theo địa phương, Hòa Trà có tỷ lệ thất nghiệp cao nhất (2,7%), tiếp đến là An Thuận 2,3%."), "2,3%").scope == ""


def test_the_items_of_a_list_are_of_what_its_paragraph_is_about() -> None:
    found = read("Khối doanh nghiệp FDI: tổng trị giá xuất nhập khẩu 9 tháng đạt 640 triệu USD, cụ thể:\n\n- Xuất khẩu trong tháng đạt 48 triệu USD;\n\n- Nhập khẩu trong tháng đạt 31 triệu USD.")
    assert "FDI" in one(found, "48 triệu").head and "FDI" in one(found, "31 triệu").head


def test_what_is_compared_with_a_month_a_year_ago_is_of_that_month() -> None:
    found = read("So với tháng 9/2023, giá lương thực tăng 9,8%, giáo dục tăng 7,3%.", "Giá tiêu dùng 9 tháng năm 2024")
    assert {(f.period.kind, f.period.part, f.period.year) for f in found} == {("month", 9, 2024)}
    assert one(read("So với tháng 12/2023, giá lương thực tăng 9,8%.", "Giá tiêu dùng 9 tháng năm 2024"), "9,8%").period.kind == "months"


def test_a_table_of_what_is_over_is_no_forecast() -> None:
    table = "| Nhóm hàng | Tháng 9 so với tháng 8 (%) |\n|---|---|\n| Lương thực | 101,86 |\n| Thực phẩm | 100,21 |\n"
    below = f"# Giá tiêu dùng tháng 9 năm 2024\n\n## IV. Dự báo tháng 10\n\nDự báo CPI tháng 10 tăng 0,2%.\n\nBảng 1. Chỉ số giá tiêu dùng tháng 9 năm 2024\n\n{table}"
    assert one(read_figures(read_text(below, name="thu")), "101,86").modality is Modality.ACTUAL


@pytest.mark.parametrize(
    ("parts", "kind", "year"),
    [(["Giai đoạn 2021-2025", "2023"], "year", 2023), (["Giai đoạn 2021-2025", "Ước 2025"], "year", 2025), (["Tăng bình quân 2021-2025 (%)"], "range", 2025), (["Giai đoạn 2016-2020", "2023"], "range", 2020)],
)  # fmt: skip
def test_a_year_below_a_span_of_years(parts: list[str], kind: str, year: int) -> None:
    period = headers.read(parts).period
    assert (period.kind, period.year) == (kind, year)


TRADE = """BẢN TIN THƯƠNG MẠI HÀNG HÓA 7 THÁNG NĂM 2025

Lũy kế đến hết tháng 7, tổng trị giá xuất nhập khẩu đạt 513 triệu USD, trong đó xuất khẩu đạt 261 triệu USD, tăng 14,2% (tăng 32 triệu USD) và nhập khẩu đạt 252 triệu USD. Khối FDI xuất siêu 25 triệu USD trong 7 tháng.

Bảng 1. Xuất khẩu, nhập khẩu 7 tháng năm 2025 với một số thị trường
                                         (Trị giá: triệu USD)
----------------------------------------------------------------
                 Xuất khẩu               Nhập khẩu
Thị trường   Trị giá   So CK (%)   Trị giá   So CK (%)   Cán cân
----------------------------------------------------------------
Hoa Kỳ          85,2     27,8        10,4      23,1        74,8
Trung Quốc      35,1      8,6       101,8      24,9       -66,7
Nhật Bản        15,3      9,0        13,9      11,3         1,4
----------------------------------------------------------------
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Nhập siêu từ Trung Quốc 7 tháng là bao nhiêu?", "66,7"), ("Xuất siêu sang Hoa Kỳ 7 tháng bao nhiêu?", "74,8"), ("Khối FDI xuất siêu bao nhiêu trong 7 tháng?", "25"),
        ("Cả tỉnh xuất siêu bao nhiêu trong 7 tháng?", "9"), ("7 tháng năm 2024 xuất khẩu bao nhiêu?", "229"),
    ],
)  # fmt: skip
def test_balances_of_those_that_are_named(question: str, value: str) -> None:
    shelf = shelf_of("a.txt", TRADE)
    result = Assistant(shelf).invoke(Ask(question, (), shelf.reports()[0].name))
    assert isinstance(result, Answer), result.text
    assert value in result.text.split(":")[0].split(" — ")[0], result.text


def test_no_balance_is_given_with_one_who_is_not_told_of() -> None:
    shelf = shelf_of("a.txt", TRADE)
    result = Assistant(shelf).invoke(Ask("Nhập siêu từ Hàn Quốc 7 tháng là bao nhiêu?", (), shelf.reports()[0].name))
    assert isinstance(result, NotInReport), result.text


BUDGET = """BÁO CÁO NGÂN SÁCH 10 THÁNG NĂM 2025

Thu ngân sách nhà nước 10 tháng đạt 1.920 tỷ đồng, bằng 96% dự toán năm (2.000 tỷ đồng), tăng 20% so với cùng kỳ. Thu hồi nợ thuế đạt 71 tỷ đồng, bằng 81% chỉ tiêu 88 tỷ đồng.

Chi giáo dục lớn nhất với 560 tỷ đồng, chiếm 40% chi thường xuyên (1.400 tỷ đồng). Cuối năm toàn huyện còn 968 hộ nghèo. Dân số 128.640 người, trong đó nữ 64.770 người.
"""


@pytest.mark.parametrize(
    ("question", "wrong"),
    [("Chi y tế chiếm bao nhiêu phần trăm chi thường xuyên?", "40"), ("Để đạt mức 2.100 tỷ đồng, hai tháng cuối năm còn phải thu bao nhiêu nữa?", "17"), ("Đầu năm huyện có bao nhiêu hộ nghèo?", "968"), ("Dân số nam là bao nhiêu?", "64.770")],
)  # fmt: skip
def test_the_figure_of_another_part_plan_or_time_is_not_given(question: str, wrong: str) -> None:
    shelf = shelf_of("a.txt", BUDGET)
    result = Assistant(shelf).invoke(Ask(question, (), shelf.reports()[0].name))
    assert not isinstance(result, Answer) or wrong not in result.text.split(" — ")[0], result.text


def test_the_months_of_a_year_ago_are_worked_back() -> None:
    shelf = shelf_of("a.txt", BUDGET)
    result = Assistant(shelf).invoke(Ask("Cùng kỳ năm 2024 (10 tháng) thu ngân sách khoảng bao nhiêu?", (), shelf.reports()[0].name))
    assert isinstance(result, Answer) and "1.600" in result.text, result.text


def test_a_mirrored_value_is_of_its_own_unit() -> None:
    found = read("Ghi nhận 3.612 ca sốt xuất huyết, 02 ca tử vong (cùng kỳ 745 ca).")
    assert one(found, "745").indicator == one(found, "3.612").indicator and one(found, "745").measure is Measure.LEVEL


MARKETS = """XUẤT NHẬP KHẨU QUA CỬA KHẨU THANH LÂM 8 THÁNG NĂM 2025

Trong 8 tháng, kim ngạch xuất khẩu đạt 318 triệu USD, tăng 6,4% so với cùng kỳ; nhập khẩu đạt 402 triệu USD, giảm 2,1%. Riêng khối doanh nghiệp FDI xuất khẩu 210 triệu USD, nhập khẩu 145 triệu USD. Với thị trường Lào, xuất khẩu 64 triệu USD, nhập khẩu 91 triệu USD.

Thu ngân sách qua cửa khẩu khởi sắc, đạt 1.240 tỷ đồng. Lao động tại các kho bãi có 3.120 người, trong đó nữ 1.180 người.
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [("Cửa khẩu Thanh Lâm nhập siêu bao nhiêu trong 8 tháng?", "84 triệu"), ("Nhập siêu với Lào bao nhiêu?", "27 triệu"), ("Khối FDI xuất siêu bao nhiêu?", "65 triệu"), ("Số lao động nữ là bao nhiêu?", "1.180"), ("Số lao động nam là bao nhiêu?", "")],
)  # fmt: skip
def test_balances_told_in_prose_and_the_sex_that_is_asked(question: str, value: str) -> None:
    shelf = shelf_of("a.txt", MARKETS)
    result = Assistant(shelf).invoke(Ask(question, (), shelf.reports()[0].name))
    assert isinstance(result, Answer) is bool(value), result.text
    assert value in result.text.split(":")[0].split(" — ")[0], result.text


def test_how_something_does_is_no_part_of_its_name() -> None:
    assert one(read_figures(read_text(MARKETS, name="thu")), "1.240").indicator == "thu ngân sách qua cửa khẩu"


def test_what_a_parenthesis_says_takes_no_name_from_the_next() -> None:
    found = read("Nhóm thực phẩm và nhóm giao thông lần lượt tăng 0,42% (tác động 0,09 điểm phần trăm) và giảm 1,15%.")
    assert (one(found, "0,42").indicator, one(found, "1,15").indicator) == ("nhóm thực phẩm", "nhóm giao thông")


BEFORE = (
    "BÁO CÁO THU, CHI NGÂN SÁCH\n\n"
    "Mười tháng năm 2025, tổng thu ngân sách tỉnh đạt 18.420 tỷ đồng. Riêng tháng 10, thu NSNN đạt 1.784 tỷ đồng, cao hơn tháng 9 khoảng 256 tỷ đồng (tương ứng tăng 16,8%), chủ yếu do đến hạn nộp thuế thu nhập doanh nghiệp.\n\n"
    "Chi ngân sách 10 tháng đạt 14.630 tỷ đồng. Chi đầu tư 4.230 tỷ đồng, tăng 31,2%; chi sự nghiệp kinh tế 812 tỷ đồng, tăng 25%, do bổ sung vốn sửa đường.\n\n"
    "Huyện Đông Sa dẫn đầu với 2.150 tỷ đồng, gồm thuế sử dụng đất 318 tỷ đồng. Thuế sử dụng đất toàn tỉnh 10 tháng 960 tỷ đồng, giảm 20% so với cùng kỳ.\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Thu ngân sách tháng 9 là bao nhiêu?", "Khoảng 1.528 tỷ đồng"),  # told by the month after
        ("Thu ngân sách tháng 10 tăng bao nhiêu phần trăm so với tháng trước?", "Tăng 16,8% so với kỳ liền trước"),
        ("Vì sao thu ngân sách tháng 10 lại cao hơn tháng 9?", "thuế thu nhập doanh nghiệp"),
        ("Cùng kỳ năm ngoái chi sự nghiệp kinh tế khoảng bao nhiêu?", "Khoảng 650 tỷ đồng"),  # its time is told a sentence before
        ("Cùng kỳ năm ngoái thuế sử dụng đất khoảng bao nhiêu?", "Khoảng 1.200 tỷ đồng"),  # of nobody's district
    ],
)
def test_what_was_before(question: str, told: str) -> None:
    assert told in ask(shelf_of("a.txt", BEFORE), question).text


TERMS = (
    "BÁO CÁO HUY ĐỘNG VỐN THÁNG 10 NĂM 2025\n\n"
    "Lũy kế đến cuối tháng 10, kho bạc huy động 92.610 tỷ đồng trái phiếu. Kỳ hạn 10 năm dẫn đầu với 71.760 tỷ đồng, tiếp theo là 5 năm (18.420 tỷ đồng), 15 năm (1.308 tỷ đồng). Lãi suất trúng thầu kỳ hạn 10 năm là 3,64%/năm.\n"
)  # fmt: skip


@pytest.mark.parametrize(("question", "told"), [("Trái phiếu kỳ hạn 15 năm huy động được bao nhiêu?", "1.308 tỷ đồng"), ("Lãi suất trúng thầu kỳ hạn 10 năm là bao nhiêu?", "3,64%/năm")])
def test_of_which_term(question: str, told: str) -> None:
    assert ask(shelf_of("a.txt", TERMS), question).text.startswith(told)


def test_another_term_is_not_told() -> None:
    assert isinstance(ask(shelf_of("a.txt", TERMS), "Lãi suất trúng thầu kỳ hạn 5 năm là bao nhiêu?"), NotInReport)


PLACES = (
    "Thu ngân sách 10 tháng năm 2025\n\n"
    "Mười tháng năm 2025, thu nội địa cả nước đạt 1.837,6 nghìn tỷ đồng, tăng 31,1%; tiền sử dụng đất 371,9 nghìn tỷ đồng. Nếu loại trừ khoản này, thu nội địa đạt 1.465,7 nghìn tỷ đồng, tăng 21,6%.\n\n"
    "Thành phố Hà Sa dẫn đầu với 65,2 nghìn tỷ đồng, gồm thu nội địa 49,3 nghìn tỷ đồng và thu xuất nhập khẩu 15,9 nghìn tỷ đồng. Thành phố Đông Kỳ thu 60,1 nghìn tỷ đồng.\n\n"
    "Tại Khê Lâm, thu nội địa 10 tháng đạt 25.912 tỷ đồng, trong đó tiền sử dụng đất 4.368 tỷ đồng. Riêng tháng 10, tỉnh thu nội địa 2.196 tỷ đồng.\n\n"
    "Tại cửa khẩu Nà Lủng, thu nội địa 10 tháng đạt 96 tỷ đồng, phí hạ tầng 41 tỷ đồng.\n\n"
    "Phí hạ tầng cả nước 10 tháng đạt 2.140 tỷ đồng.\n\n"
    "Các chính sách hỗ trợ về thuế, phí 10 tháng trị giá 214,6 nghìn tỷ đồng, gồm miễn, giảm 98,3 nghìn tỷ đồng và gia hạn 116,3 nghìn tỷ đồng.\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Thu nội địa 10 tháng là bao nhiêu?", "1.837,6 nghìn tỷ đồng"),  # of all, where nobody asks for one province
        ("Tiền sử dụng đất 10 tháng là bao nhiêu?", "371,9 nghìn tỷ đồng"),
        ("Thu nội địa của Khê Lâm 10 tháng là bao nhiêu?", "25.912 tỷ đồng"),
        ("Tiền sử dụng đất ở Khê Lâm là bao nhiêu?", "4.368 tỷ đồng"),
        ("Thu nội địa tại cửa khẩu Nà Lủng là bao nhiêu?", "96 tỷ đồng"),
        ("Phí hạ tầng 10 tháng là bao nhiêu?", "2.140 tỷ đồng"),
        ("Không tính tiền sử dụng đất thì thu nội địa tăng mấy phần trăm?", "Tăng 21,6%"),
        ("Tổng giá trị hỗ trợ miễn, giảm, gia hạn thuế, phí 10 tháng?", "214,6 nghìn tỷ đồng"),  # each part is named: all of it
        ("Giá trị gia hạn thuế, phí 10 tháng?", "116,3 nghìn tỷ đồng"),
    ],
)
def test_whose_of_several_places(question: str, told: str) -> None:
    assert ask(shelf_of("a.txt", PLACES), question).text.startswith(told)


def test_a_part_of_one_place_is_not_held_against_all_of_another() -> None:
    assert ask(shelf_of("a.txt", PLACES), "Hà Sa thu nhiều hơn Đông Kỳ bao nhiêu?").text.startswith("Chênh 5,1 nghìn tỷ đồng")


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "head", "slots"),
    [
        ("Thu ngân sách đạt 6.938 tỷ đồng, bằng 97% dự toán tỉnh giao và 106,5% so với năm 2023.", "106,5%", "thu ngân sách", "", (Measure.INDEX, Base.YEAR, Modality.ACTUAL)),
        ("Thu ngân sách đạt 6.938 tỷ đồng, thu nội địa chiếm 72% và 28% còn lại là thu khác.", "28%", None, None, (Measure.SHARE, Base.NONE, Modality.ACTUAL)),  # nothing it is compared with
        ("Riêng điều xuất 21,4 nghìn tấn, tuy giảm 8,7% về lượng nhưng trị giá vẫn đạt 98,6 triệu USD.", "98,6", "trị giá điều xuất", "", (Measure.LEVEL, Base.NONE, Modality.ACTUAL)),
        ("Trong số hộ nghèo có 3.487 hộ dân tộc thiểu số.", "3.487", "hộ dân tộc thiểu số", "hộ nghèo", (Measure.LEVEL, Base.NONE, Modality.ACTUAL)),
        ("Toàn tỉnh hỗ trợ 420 hộ dân bị ngập.", "420", "hỗ trợ hộ dân bị ngập", "", (Measure.LEVEL, Base.NONE, Modality.ACTUAL)),
        ("Toàn ngành còn thiếu 1.284 giáo viên, nhiều nhất là bậc mầm non (516 người), kế đến là tiểu học (301 người).", "516", "bậc mầm non người", "thiếu giáo viên", (Measure.LEVEL, Base.NONE, Modality.ACTUAL)),
        ("Toàn ngành còn thiếu 1.284 giáo viên, nhiều nhất là bậc mầm non (516 người), kế đến là tiểu học (301 người).", "301", "tiểu học người", "thiếu giáo viên", (Measure.LEVEL, Base.NONE, Modality.ACTUAL)),
        ("Giải ngân chậm, điển hình là dự án đường tránh phía Đông (tổng mức đầu tư 709 tỷ đồng).", "709", "tổng mức đầu tư", "dự án đường tránh phía Đông", (Measure.LEVEL, Base.NONE, Modality.ACTUAL)),
        ("Chương trình nông thôn mới giải ngân 638,4 tỷ đồng trên 1.128,6 tỷ đồng (56,6%).", "1.128,6", None, None, (Measure.LEVEL, Base.NONE, Modality.TARGET)),
        ("Chương trình nông thôn mới giải ngân 638,4 tỷ đồng trên 1.128,6 tỷ đồng (56,6%).", "56,6%", None, None, (Measure.COMPLETION, Base.PLAN, Modality.ACTUAL)),
    ],
)  # fmt: skip
def test_what_a_figure_behind_another_is_of(text: str, printed: str, indicator: str | None, head: str | None, slots: tuple[Measure, Base, Modality]) -> None:
    f = one(read(text, "Báo cáo kinh tế năm 2024"), printed)
    assert (f.measure, f.base, f.modality) == slots
    assert indicator is None or (f.indicator, f.head) == (indicator, head)


def test_the_time_of_a_standard_is_not_that_of_what_it_measures() -> None:
    assert one(read("Theo chuẩn nghèo đa chiều giai đoạn 2022 - 2025, toàn tỉnh còn 18.820 hộ nghèo.", "Báo cáo kinh tế năm 2024"), "18.820").period.kind == "year"
    assert one(read("Giai đoạn 2021 - 2024, toàn tỉnh xóa 1.820 nhà tạm.", "Báo cáo kinh tế năm 2024"), "1.820").period.kind == "range"


def test_a_look_ahead_is_over_with_its_clause() -> None:
    found = read("Đến hết ngày 30/11/2024 giải ngân 3.612 tỷ đồng, ước đến 31/01/2025 đạt 95%; riêng vốn trung ương mới giải ngân 638 tỷ đồng.", "Báo cáo kinh tế năm 2024")
    assert [(f.period.part, f.modality) for f in found] == [(1130, Modality.ACTUAL), (131, Modality.ESTIMATE), (1130, Modality.ACTUAL)]


def test_the_shares_of_those_that_were_told_one_by_one() -> None:
    found = read("GRDP đạt 38 nghìn tỷ đồng. Trong đó, nông nghiệp đạt 11 nghìn tỷ đồng; công nghiệp 13 nghìn tỷ đồng; dịch vụ 14 nghìn tỷ đồng. Tỷ trọng của ba khu vực nêu trên lần lượt là 29%, 34% và 37%.", "Báo cáo kinh tế năm 2024")
    assert [(f.indicator, f.head, f.measure) for f in found if f.unit == "%"] == [(name, "tỷ trọng", Measure.SHARE) for name in ("nông nghiệp", "công nghiệp", "dịch vụ")]
