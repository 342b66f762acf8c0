"""What a remark, a rank or a paper beside a figure must not lend it: its name, its kind or a figure of its own. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Base, Measure, Modality
from tests.fake_library import one, read

QUARTER = "Báo cáo quý I năm 2026"
MONTH = "Bản tin giá tháng 4 năm 2026"


@pytest.mark.parametrize(
    ("text", "printed", "name", "head"),
    [
        # what a name means stands between it and its figure
        ("Kết quả phân luồng: luồng vàng 21.734 tờ; luồng đỏ, tức phải kiểm tra thực tế hàng hóa, chỉ còn 3.541 tờ.", "3.541", "luồng đỏ", "kết quả phân luồng"),
        ("Hộ nghèo còn 312 hộ; hộ cận nghèo, nghĩa là có nguy cơ tái nghèo, còn 540 hộ.", "540 hộ", "hộ cận nghèo", ""),
        # one that is left behind is named right before its parenthesis
        ("Hàng Trung Quốc đạt 1.186,3 triệu USD, bỏ xa Hàn Quốc ở vị trí thứ hai (521,6 triệu USD).", "521,6", "Hàn Quốc", ""),
        ("Hoa Kỳ đạt 643,8 triệu USD, gấp hơn hai lần Nhật Bản (318,5 triệu USD).", "318,5", "Nhật Bản", ""),
        ("Doanh thu đạt 120 tỷ đồng, gấp hai lần cùng kỳ (60 tỷ đồng).", "60 tỷ", "doanh thu", ""),
        # what happens to a number is no part of its name
        ("Lượng tờ khai bật lên 33.206 tờ.", "33.206", "lượng tờ khai", ""),
        ("Chi cục xử lý 214 vụ vi phạm, nhiều hơn cùng kỳ 16 vụ, tuy nhiên trị giá hàng vi phạm ước 63,4 tỷ đồng.", "63,4", "trị giá hàng vi phạm", ""),
        ("Chi cục xử lý 214 vụ vi phạm, nhiều hơn cùng kỳ 16 vụ, tuy nhiên trị giá hàng vi phạm ước 63,4 tỷ đồng.", "16 vụ", "xử lý vụ vi phạm", ""),
        # who follows the first is no part of it
        ("Thuế giá trị gia tăng đạt 2.836,5 tỷ đồng; kế đó là thuế nhập khẩu 512,7 tỷ đồng và thuế xuất khẩu 148,9 tỷ đồng.", "512,7", "thuế nhập khẩu", ""),
        # the other way of trade takes what the first measures; no balance told before does
        ("Nhập siêu còn 426,7 triệu USD. Tính riêng tháng 3, trị giá xuất khẩu và nhập khẩu lần lượt là 938,5 triệu USD và 1.084,6 triệu USD.", "938,5", "trị giá xuất khẩu", ""),
        ("Nhập siêu còn 426,7 triệu USD. Tính riêng tháng 3, trị giá xuất khẩu và nhập khẩu lần lượt là 938,5 triệu USD và 1.084,6 triệu USD.", "1.084,6", "trị giá nhập khẩu", ""),
        # the paper that sets a goal is no part of its name
        ("Chỉ tiêu thu do Bộ giao tại Quyết định số 298/QĐ-BTC ngày 04/12/2025 là 14.500 tỷ đồng.", "14.500", "chỉ tiêu thu", ""),
        ("Bộ Tài chính giao Chi cục dự toán thu nội địa năm 2026 là 14.500 tỷ đồng.", "14.500", "thu nội địa", ""),
    ],
)
def test_of_what(text: str, printed: str, name: str, head: str) -> None:
    f = one(read(text, QUARTER), printed)
    assert (f.indicator, f.head) == (name, head)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Giao thông tăng 2,14%, cao nhất trong 11 nhóm hàng.", 1),
        ("Huyện Đông Khuê giải ngân 61,4% kế hoạch, đứng thứ ba trong 9 huyện.", 1),
        ("Cửa khẩu kéo dài thời gian thông quan đến 21 giờ hằng ngày, tăng 2 giờ.", 1),
        ("Có 9 nhóm tăng giá trong 11 nhóm hàng.", 2),
    ],
)
def test_how_many_there_are_of_those_that_one_is_first_of_is_no_figure(text: str, count: int) -> None:
    assert len(read(text, MONTH)) == count


def test_what_stands_before_a_colon_contributes() -> None:
    found = read("- Giao thông: +2,14%, mức tăng cao nhất trong 11 nhóm, tác động làm CPI chung tăng 0,21 điểm phần trăm.\n- Giáo dục: +0,64% (đóng góp 0,03 điểm phần trăm).", MONTH)
    assert [f.indicator for f in found] == ["giao thông", "đóng góp của giao thông vào CPI chung", "giáo dục", "đóng góp của giáo dục"]


def test_a_row_of_changes_is_held_against_another_time() -> None:
    text = "Tháng 3, xuất khẩu và nhập khẩu tăng tương ứng 46,0% và 38,8% so với tháng 2 là tháng có kỳ nghỉ dài; nếu đặt cạnh tháng 3/2025 thì mức tăng chỉ còn 11,5% và 7,2%."
    assert [(f.indicator, f.measure, f.base) for f in read(text, QUARTER)] == [("xuất khẩu", Measure.GROWTH, Base.PREVIOUS), ("nhập khẩu", Measure.GROWTH, Base.PREVIOUS), ("xuất khẩu", Measure.GROWTH, Base.YEAR), ("nhập khẩu", Measure.GROWTH, Base.YEAR)]


def test_a_goal_that_is_striven_for_says_so() -> None:
    found = read("Bộ Tài chính giao Chi cục dự toán thu năm 2026 là 14.500 tỷ đồng; chỉ tiêu phấn đấu do Cục đặt ra tại Công văn số 387/CHQ ngày 22/01/2026 là 15.600 tỷ đồng.", QUARTER)
    assert [(f.indicator, f.modality) for f in found] == [("thu", Modality.TARGET), ("thu chỉ tiêu phấn đấu", Modality.TARGET)]


@pytest.mark.parametrize(
    ("text", "printed", "measure", "modality"),
    [
        ("Số thu đạt 3.764 tỷ đồng; con số này cao hơn mức ước 3.750 tỷ đồng mà Chi cục công bố trước đó.", "3.750", Measure.LEVEL, Modality.ESTIMATE),
        ("Sản lượng đạt 98 nghìn tấn, thấp hơn số liệu sơ bộ 102 nghìn tấn.", "102", Measure.LEVEL, Modality.ESTIMATE),
        ("Sản lượng đạt 98 nghìn tấn, cao hơn cùng kỳ 12 nghìn tấn.", "12 nghìn", Measure.CHANGE, Modality.ACTUAL),
    ],
)
def test_what_was_estimated_is_no_change(text: str, printed: str, measure: Measure, modality: Modality) -> None:
    f = one(read(text, QUARTER), printed)
    assert (f.measure, f.modality) == (measure, modality)
