"""One that a sentence calls by its name, the chief of a row behind "là", lines broken by hand, short forms of plans, causes and events in between. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Base, Direction, Measure, Modality
from report.sentences import sentences
from tests.fake_library import one, read

TITLE = "Báo cáo năm 2024"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Riêng CCN Bản Mường (52 ha) đã lấp đầy 96%, có 17 dự án.", [("96%", "lấp đầy", "CCN Bản Mường"), ("17 dự án", "dự án", "CCN Bản Mường")]),
        ("Chợ Đông Kinh có 420 hộ kinh doanh, thu phí 1,2 tỷ đồng.", [("420 hộ", "hộ kinh doanh", "Chợ Đông Kinh"), ("1,2 tỷ", "thu phí", "Chợ Đông Kinh")]),
        ("Cụm công nghiệp Nà Đon lấp đầy 61%, trong khi toàn tỉnh thu hút 90 dự án.", [("90 dự án", "thu hút dự án", "")]),
        ("Mặt hàng chính là ván ép 13,9 triệu USD, chè 7,2 triệu USD.", [("13,9", "ván ép", "mặt hàng chính"), ("7,2", "chè", "mặt hàng chính")]),
        ("Thị trường xuất khẩu chính là Lào 12 triệu USD, Thái Lan 8 triệu USD.", [("12 triệu", "Lào", "thị trường xuất khẩu chính")]),
        ("Công ty A nộp 100 tỷ đồng, Công ty B 50 tỷ đồng, Hợp tác xã C 20 tỷ đồng.", [("50 tỷ", "nộp", "công ty B"), ("20 tỷ", "nộp", "hợp tác xã C")]),
        ("Sở Y tế giải ngân 120 tỷ đồng, đạt 45% kế hoạch, Sở Giáo dục và Đào tạo 90 tỷ đồng, đạt 61%.", [("90 tỷ", "giải ngân", "Sở Giáo dục và Đào tạo"), ("61%", "giải ngân", "Sở Giáo dục và Đào tạo")]),
        ("Huyện Bắc Sơn trồng được 120 ha rừng; huyện Nam Sơn 90 ha.", [("90 ha", "trồng rừng", "huyện Nam Sơn")]),
        ("Khu vực DNNN: Công ty Thủy điện Nậm Lưu nộp 298 tỷ đồng.", [("298 tỷ", "nộp", "khu vực DNNN: Công ty Thủy điện Nậm Lưu")]),
        ("Gian lận thương mại 143 vụ, trị giá 43,5 tỷ đồng; hàng giả 16 vụ, trị giá 2,9 tỷ đồng.", [("43,5", "trị giá gian lận thương mại", "gian lận thương mại vụ"), ("16 vụ", "hàng giả vụ", ""), ("2,9", "trị giá hàng giả", "hàng giả vụ")]),
        ("Chi cục Hải quan thu 302 tỷ đồng, Cục Thuế thu 40 tỷ đồng.", [("302", "thu Chi cục Hải quan", ""), ("40 tỷ", "thu Cục Thuế", "")]),
    ],
)  # fmt: skip
def test_who_or_what_a_figure_is_of(text: str, names: list[tuple[str, str, str]]) -> None:
    found = read(text, TITLE)
    assert [(printed, one(found, printed).indicator, one(found, printed).head) for printed, _, _ in names] == names


def test_a_line_broken_by_hand_goes_on() -> None:
    text = "Xuất khẩu kỳ này đạt 20,49 tỷ USD; ngược lại, điện thoại và hàng dệt, may tăng lần lượt 247\ntriệu USD và 69 triệu USD. Bà Đoàn Lan, Giám đốc Trung tâm\nHải quan, lưu ý rủi ro."
    assert [s.of(text) for s in sentences(text)][1] == "Bà Đoàn Lan, Giám đốc Trung tâm\nHải quan, lưu ý rủi ro."
    f = one(read(text, TITLE), "247")
    assert (f.value, f.unit, f.indicator) == (247_000_000, "USD", "điện thoại")


@pytest.mark.parametrize(
    ("text", "printed", "measure"),
    [
        ("Thu ngân sách đạt 187,3 tỷ đồng, bằng 79,2% dự toán (DT) tỉnh giao và 69,9% DT huyện giao.", "69,9%", Measure.COMPLETION),
        ("So với dự toán Trung ương giao (17.350 tỷ đồng, trong đó thu nội địa 15.250 tỷ đồng), tổng thu 8 tháng đạt 73,3%, thu nội địa đạt 73,8%.", "73,8%", Measure.COMPLETION),
        ("Nhập siêu 40 triệu USD, nới rộng 12% so với cùng kỳ.", "12%", Measure.GROWTH),
        ("Xuất siêu 4,55 tỷ USD, thu hẹp 37,9% so với cùng kỳ.", "37,9%", Measure.GROWTH),
    ],
)
def test_what_a_rate_measures(text: str, printed: str, measure: Measure) -> None:
    assert one(read(text, TITLE), printed).measure is measure


def test_plans_in_brackets_are_plans_of_what_follows() -> None:
    found = read("So với dự toán Trung ương giao (17.350 tỷ đồng, trong đó thu nội địa 15.250 tỷ đồng), tổng thu đạt 73,3%.", TITLE)
    assert [(f.indicator, f.modality) for f in found[:2]] == [("tổng thu", Modality.TARGET), ("thu nội địa", Modality.TARGET)]


def test_a_surplus_that_narrows_fell() -> None:
    f = one(read("Xuất siêu 4,55 tỷ USD, thu hẹp 37,9% so với cùng kỳ.", TITLE), "37,9%")
    assert (f.direction, f.base) == (Direction.DOWN, Base.YEAR)


def test_what_follows_a_cause_is_of_what_was_spoken_of() -> None:
    found = read("Tổng thu ngân sách đạt 187,3 tỷ đồng, giảm 5,7% so với cùng kỳ do thị trường trầm lắng, 4/7 khu đất không có người tham gia; nếu trừ tiền sử dụng đất thì tăng 6,3%.", TITLE)
    assert one(found, "6,3%").indicator == "tổng thu ngân sách"


def test_the_day_of_an_event_is_not_the_time_of_what_follows() -> None:
    found = read("Mốc 500 tỷ USD được vượt qua ngày 11/7/2024, sớm 25 ngày. Nhập khẩu đạt 20 triệu USD.", TITLE)
    assert one(found, "20 triệu").period.kind == "year"
