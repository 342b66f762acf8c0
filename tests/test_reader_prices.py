"""Bulletins of consumer prices: what moved them, by how much, against what. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Base, Measure
from tests.fake_library import one, read

PRICES = "Báo cáo chỉ số giá tiêu dùng (CPI) tháng 10 năm 2024"
BEFORE = "CPI tháng 9 tăng 0,15% so với tháng trước.\n\n"


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "base", "month"),
    [
        ("Nắng nóng kéo dài ở huyện Đồng Xa, cùng với giá xăng dầu tăng trở lại, là nguyên nhân chính làm CPI tháng 10 tăng 0,31% so với tháng trước.", "0,31", "CPI", Base.PREVIOUS, 10),
        ("Giá gạo đi lên là một trong những yếu tố đẩy chỉ số giá tiêu dùng tăng 0,31% so với tháng trước.", "0,31", "chỉ số giá tiêu dùng", Base.PREVIOUS, 10),
        ("Ba nhóm hàng ăn và dịch vụ ăn uống; nhà ở, điện, nước, chất đốt và vật liệu xây dựng; giao thông tác động làm CPI chung tăng lần lượt 0,21; 0,12 và 0,07 điểm phần trăm.", "0,12", "đóng góp của nhà ở, điện, nước, chất đốt và vật liệu xây dựng vào CPI chung", Base.PREVIOUS, 10),
        ("Hai nhóm giao thông và giáo dục kéo CPI giảm lần lượt 0,11 và 0,04 điểm phần trăm.", "0,04", "đóng góp của giáo dục vào CPI", Base.PREVIOUS, 10),
        ("CPI các tháng 8, 9 và 10 so với tháng trước tăng lần lượt 0,2%, 0,3% và 0,4%; so với cùng tháng năm trước, các mức tương ứng là 3,1%, 3,2% và 3,3%.", "3,2", "CPI", Base.YEAR, 9),
        ("Giá đô la Mỹ bình quân 24.100 đồng/USD, tăng 0,5% so với tháng trước và 1,9% so với cùng kỳ năm trước.", "1,9", "giá đô la Mỹ bình quân", Base.YEAR, 10),
        ("Nhóm giao thông giảm 2,1%, nguyên nhân là giá nhiên liệu giảm tới 8,4%.", "8,4", "giá nhiên liệu", Base.PREVIOUS, 10),
        ("Đóng góp nhiều nhất vào CPI so với cùng kỳ là nhóm giáo dục (tăng 6,2%, đóng góp 0,38 điểm phần trăm).", "6,2", "nhóm giáo dục", Base.YEAR, 10),
        ("Đóng góp nhiều nhất vào CPI so với cùng kỳ là nhóm giáo dục (tăng 6,2%, đóng góp 0,38 điểm phần trăm).", "0,38", "đóng góp của nhóm giáo dục", None, 10),
        ("Giáo dục tăng 0,4%. Bưu chính, viễn thông là nhóm duy nhất giảm, với mức giảm 1,2%.", "1,2", "bưu chính, viễn thông", Base.PREVIOUS, 10),
        ("CPI tăng 0,2%. Yếu tố kiềm chế là giá nhiên liệu (giảm 1,1%) và giá thịt lợn (giảm 0,9%).", "1,1", "giá nhiên liệu", Base.PREVIOUS, 10),
        ("Giá gas được điều chỉnh từ ngày 01/10, mỗi bình 12 kg đắt thêm 11.000 đồng.", "11.000", "giá gas mỗi bình 12 kg", Base.PREVIOUS, None),
        ("Bà Lê Thị Mơ, Phó Cục trưởng Cục Thống kê tỉnh, cho rằng CPI tháng 11 tăng 0,3% so với tháng 10.", "0,3", "CPI", Base.PREVIOUS, 11),
    ],
)  # fmt: skip
def test_what_moved_prices(text: str, printed: str, indicator: str, base: Base | None, month: int | None) -> None:
    f = one(read(f"{BEFORE}{text}", PRICES), printed)
    assert f.indicator == indicator
    assert base is None or f.base is base
    assert month is None or (f.period.kind, f.period.part) == ("month", month)


def test_a_cause_tells_no_time_of_its_own() -> None:
    found = read("1. So với tháng trước\n\nLương thực tăng 0,36% do các đơn hàng cuối năm. Giáo dục tăng 0,39%, do thu học phí năm học 2024 - 2025.", PRICES)
    assert [f.base for f in found] == [Base.PREVIOUS] * 2
    found = read(f"{BEFORE}2. So với cùng kỳ năm trước và so với tháng 12 năm trước\n\nSo với tháng 10/2023, có 9/11 nhóm tăng. Nhóm y tế tăng 4,75%. CPI tăng mạnh nhất vào tháng 02 (1,12%).", PRICES)
    assert [f.base for f in found if f.unit == "%"][1:] == [Base.YEAR, Base.PREVIOUS]


@pytest.mark.parametrize("text", ["Xăng dầu được điều hành các ngày 05, 12, 19 và 26/9.", "Vàng nhẫn trơn 9999 giữ giá.", "Giá được thu thập vào các ngày 01, 11 và 21 hằng tháng."])
def test_days_and_fineness_are_no_figures(text: str) -> None:
    assert not read(text, PRICES)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đồ uống và thuốc lá, hàng hóa và dịch vụ khác, may mặc, thiết bị và đồ dùng gia đình lần lượt tăng 0,8%; 0,5%; 0,3% và 0,1%.", ["đồ uống và thuốc lá", "hàng hóa và dịch vụ khác", "may mặc", "thiết bị và đồ dùng gia đình"]),
        ("May mặc, thuốc và dịch vụ y tế, giáo dục lần lượt tăng 0,5%; 0,3% và 0,1%.", ["may mặc", "thuốc và dịch vụ y tế", "giáo dục"]),
        ("Thịt bò và thịt gia cầm tăng lần lượt 1,8% và 2,1%.", ["thịt bò", "thịt gia cầm"]),
        ("So với tháng 12/2023, thành thị tăng 1,4%, nông thôn tăng 1,1%; so với cùng kỳ năm trước, hai khu vực tăng tương ứng 3,6% và 3,2%.", ["thành thị", "nông thôn"] * 2),
        ("Y tế tăng 0,3%. Thông tin và truyền thông là nhóm duy nhất giảm (giảm 0,2%) do các cửa hàng xả hàng.", ["y tế", "thông tin và truyền thông"]),
        ("Hai nhóm giảm nhẹ là đồ uống và thuốc lá (giảm 0,2%), bưu chính viễn thông (giảm 0,1%).", ["đồ uống và thuốc lá", "bưu chính viễn thông"]),
        ("Nhóm giáo dục làm CPI chung tăng 0,2 điểm phần trăm (riêng học phí 0,1 điểm phần trăm); nhà ở và vật liệu xây dựng làm tăng 0,3 điểm phần trăm; y tế 0,1 điểm phần trăm.", ["đóng góp của nhóm giáo dục vào CPI chung", "đóng góp của học phí", "đóng góp của nhà ở và vật liệu xây dựng", "đóng góp của y tế"]),
        ("Ngược lại, giao thông và bưu chính kéo CPI chung xuống lần lượt 0,3 và 0,1 điểm phần trăm.", ["đóng góp của giao thông vào CPI chung", "đóng góp của bưu chính vào CPI chung"]),
        ("Thịt heo tăng 3,1%, một mình mặt hàng này làm CPI chung tăng 0,1 điểm phần trăm.", ["thịt heo", "đóng góp của thịt heo vào CPI chung"]),
        ("Tỷ lệ hộ nghèo giảm 0,4 điểm phần trăm; tỷ lệ hộ làm du lịch tăng 0,2 điểm phần trăm.", ["tỷ lệ hộ nghèo", "tỷ lệ hộ làm du lịch"]),
        ("Kiềm chế đà tăng có nhóm giao thông giảm 1,5%, kéo CPI chung giảm 0,1 điểm phần trăm.", ["nhóm giao thông", "đóng góp của nhóm giao thông vào CPI chung"]),
        ("Dịch vụ giao thông công cộng tăng 7,8%, nổi bật là vé tàu hỏa tăng 17,3% và vé xe khách tăng 21,5%.", ["dịch vụ giao thông công cộng", "vé tàu hỏa", "vé xe khách"]),
        ("Giá ở thành thị tăng 2,0%, còn nông thôn, nơi nhiều hộ tự túc được rau và gia cầm, tăng 1,6%.", ["giá ở thành thị", "nông thôn"]),
        ("Nhóm ăn uống tăng 1,7%, trong đó thực phẩm tăng 2,1% (tác động 0,5 điểm phần trăm), lương thực tăng 0,4% (0,02 điểm phần trăm).", ["nhóm ăn uống", "thực phẩm", "đóng góp của thực phẩm", "lương thực", "đóng góp của lương thực"]),
        ("Đóng góp nhiều nhất vẫn là hàng ăn và dịch vụ ăn uống với 1,3 điểm phần trăm; tiếp đến là nhà ở và vật liệu xây dựng (0,8 điểm phần trăm).", ["đóng góp của hàng ăn và dịch vụ ăn uống", "đóng góp của nhà ở và vật liệu xây dựng"]),
    ],
)  # fmt: skip
def test_whose_changes(text: str, names: list[str]) -> None:
    assert [f.indicator for f in read(text, PRICES)] == names


def test_a_day_s_price_leaves_the_changes_to_the_month() -> None:
    found = read(f"{BEFORE}Ngày 25/10, lợn hơi được thu mua 68.000 đồng/kg. Thịt bò tăng 1,8%. Ngược lại, trứng giảm 1,1%.", PRICES)
    assert [(f.period.kind, f.period.part) for f in found[1:]] == [("date", 1025), ("month", 10), ("month", 10)]


def test_this_month_after_the_mean_of_the_year_is_the_month_s() -> None:
    found = read(f"{BEFORE}So với cùng kỳ, hai khu vực thành thị và nông thôn tăng lần lượt 3,6% và 3,2%; bình quân mười tháng là 3,1% và 2,7%. Riêng nhóm ăn uống, tháng này thành thị tăng 2,0%, nông thôn tăng 1,5%.", PRICES)[1:]
    assert [(f.base, f.period.kind) for f in found] == [(Base.YEAR, "month")] * 2 + [(Base.YEAR, "months")] * 2 + [(Base.PREVIOUS, "month")] * 2
    assert [f.measure for f in found] == [Measure.GROWTH] * 6 and "thành thị" in found[2].indicator and "nông thôn" in found[3].indicator


def test_the_parts_of_what_was_told_last() -> None:
    found = read("Xuất khẩu đạt 249 tỷ USD, trong đó khu vực trong nước 61 tỷ USD, khu vực FDI 188 tỷ USD; nhập khẩu đạt 242 tỷ USD, hai khu vực tương ứng là 74 tỷ USD và 168 tỷ USD.", "Báo cáo năm 2024")
    assert [(f.indicator, f.head) for f in found[-2:]] == [("khu vực trong nước", "nhập khẩu"), ("khu vực FDI", "nhập khẩu")]


def test_days_of_the_lunar_month_are_no_figures() -> None:
    assert not read("Mùng 1 Tết rơi vào giữa tháng, khách đông từ mùng 2 Tết đến mồng 5 Tết.", PRICES)


def test_a_headline_below_the_path_of_a_page_tells_what_it_is_about() -> None:
    page = "THỐNG KÊ TỈNH BÌNH LÂM\nTrang chủ > Tin tức > Giá\n\nTình hình giá tiêu dùng và giá vàng tháng 10 năm 2024 trên địa bàn tỉnh\nĐăng ngày 04/11/2024\n\n"
    found = read("I. SO VỚI CÙNG KỲ\n\nTính chung 10 tháng, CPI tăng 3,1%. Tính chung 10 tháng, giá gạo tăng 2,1%.\n\nII. GIÁ ĐÔ LA MỸ\n\nGiá đô la Mỹ quanh mức 24.100 đồng/USD, tăng 0,5% so với tháng trước.", page)
    assert [(f.period.kind, f.period.part) for f in found[-2:]] == [("month", 10)] * 2


@pytest.mark.parametrize("goal", ["mức trần 4,5% mà HĐND tỉnh đặt ra cho cả năm", "mục tiêu 4,5% đã được Quốc hội đề ra cho cả năm"])
def test_what_a_goal_is_set_for_ends_with_it(goal: str) -> None:
    found = read(f"Tính chung 10 tháng, CPI tăng 2,9%, thấp hơn {goal}; lạm phát cơ bản tăng 2,7%.", PRICES)
    assert [(f.period.kind, f.period.part) for f in found] == [("months", 10), ("year", None), ("months", 10)]


@pytest.mark.parametrize(
    ("text", "printed", "direction"),
    [
        ("Giao thông và bưu chính kéo CPI chung xuống lần lượt 0,37 và 0,26 điểm phần trăm.", "0,26", "down"),
        ("Nhóm giao thông đẩy CPI chung lên 0,4 điểm phần trăm.", "0,4", "up"),
        ("Nhóm giáo dục làm CPI chung tăng 0,24 điểm phần trăm; y tế 0,12 điểm phần trăm.", "0,12", "up"),
    ],
)
def test_which_way_a_contribution_goes(text: str, printed: str, direction: str) -> None:
    assert one(read(f"{BEFORE}{text}", PRICES), printed).direction.value == direction


def test_a_note_states_a_weight_and_explains_no_figure() -> None:
    note = "Trong đó quyền số nhóm hàng ăn của tỉnh là 36,1%; lấy cùng kỳ bằng 100%, ví dụ 108,4% nghĩa là tăng 8,4%; nếu theo chuẩn mới thì tỷ lệ hộ nghèo là 9,9%."
    found = read(f"Hàng ăn tăng 0,5%.[^1]\n\n[^1]: {note}", PRICES)
    assert [(f.text, f.indicator) for f in found] == [("0,5%", "hàng ăn"), ("36,1%", "quyền số nhóm hàng ăn của tỉnh")]


@pytest.mark.parametrize(("text", "told"), [("Mỗi bình gas 12 kg tăng 7.000 đồng, lên 452.000 đồng.", ["7.000 đồng", "452.000 đồng"]), ("Bao xi măng 50 kg giá 92.000 đồng.", ["92.000 đồng"])])
def test_how_much_a_bottle_holds_is_no_figure(text: str, told: list[str]) -> None:
    assert [f.text for f in read(text, PRICES)] == told


@pytest.mark.parametrize(
    ("byline", "year"),
    [
        ("Ngày 29/12/2024", 2024),  # in its own month
        ("06/01/2025 09:12", 2024),  # when it was over
        ("Cập nhật: 30/11/2025", 2024),  # before it began
        ("Kèm theo công văn số 12 ngày 06/01/2026", 2025),  # the letter it goes with
        ("Số: 12/BC-CTK    Hà Lam, ngày 6 tháng 01 năm 2026", 2025),  # its own number and date
        ("Căn cứ Quyết định số 34 ngày 06/01/2016\n\nĐăng lúc 10:15, 04/01/2026", 2025),  # a paper it rests on tells nothing
    ],
)
def test_a_titles_month_is_the_last_that_was_over_when_it_was_published(byline: str, year: int) -> None:
    found = read(f"{byline}\n\nChỉ số giá tiêu dùng tháng 12 tăng 0,31% so với tháng trước.", "GIÁ TIÊU DÙNG THÁNG 12 CỦA TỈNH")
    f = one(found, "0,31%")
    assert (f.period.kind, f.period.part, f.period.year) == ("month", 12, year)
