"""What is told of so many of them, what a name points back at, and marks that are no points. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Base, Measure
from tests.fake_library import one, read

MONTHS = "Báo cáo 8 tháng năm 2025"


@pytest.mark.parametrize(
    ("text", "printed", "name", "head"),
    [
        ("Nợ thuế 914 tỷ đồng; riêng nợ tiền thuê đất của 7 dự án nghỉ dưỡng là 302,5 tỷ đồng.", "302,5", "nợ tiền thuê đất của dự án nghỉ dưỡng", ""),
        ("Nợ thuế 914 tỷ đồng; riêng nợ tiền thuê đất của 7 dự án nghỉ dưỡng là 302,5 tỷ đồng.", "7 dự án", "dự án nghỉ dưỡng", "nợ tiền thuê đất"),
        ("Tổng diện tích của 9 cụm công nghiệp đạt 412 ha.", "412 ha", "tổng diện tích của cụm công nghiệp", ""),
        ("Tổng vốn 820 tỷ đồng cho 9 dự án, tăng 12 tỷ đồng.", "820", "tổng vốn", ""),  # the money is told first
        ("Trong số vốn vay chỉ có 31 tỷ đồng là vốn dài hạn, 12 tỷ đồng kia là vốn ngắn hạn.", "31", "vốn dài hạn", "vốn vay"),
        ("Trong số vốn vay có 31 tỷ đồng quá hạn.", "31", "quá hạn", "số vốn vay"),
        ("Tiết kiệm chi 64 tỷ đồng để bổ sung quỹ phòng chống thiên tai, nâng quỹ này lên 218 tỷ đồng.", "218", "quỹ phòng chống thiên tai", ""),
        ("Thị trường Hàn Quốc đạt 61,2 triệu USD nhập khẩu, tăng 3,2%.", "61,2", "nhập khẩu thị trường Hàn Quốc", ""),
        ("Xuất khẩu của thị trường này đạt 61,2 triệu USD.", "61,2", "xuất khẩu", ""),
        ("Số tiền hỗ trợ 96 tỷ đồng, gồm 52 tỷ đồng gia hạn và 44 tỷ đồng miễn, giảm.", "44", "miễn, giảm", "số tiền hỗ trợ"),
        ("Tỷ lệ cứng hóa đường huyện, đường xã, đường thôn, buôn và nội đồng lần lượt đạt 96,1%, 83,4% và 61,7%.", "83,4%", "tỷ lệ cứng hóa đường xã", ""),
        ("Tỷ lệ cứng hóa đường huyện, đường xã, đường thôn, buôn và nội đồng lần lượt đạt 96,1%, 83,4% và 61,7%.", "61,7%", "tỷ lệ cứng hóa đường thôn, buôn và nội đồng", ""),
        ("Hai nhóm giảm gồm bưu chính (giảm 0,1%) và giao thông, nhóm giảm mạnh nhất với mức giảm 2,4%, làm CPI chung giảm 0,2 điểm phần trăm.", "0,2 điểm phần trăm", "đóng góp của giao thông vào CPI chung", ""),
        ("Dự toán thu năm 2025 được Trung ương giao là 6.100 tỷ đồng; HĐND tỉnh giao cao hơn, ở mức 6.700 tỷ đồng.", "6.700", "dự toán thu HĐND tỉnh giao", ""),
    ],
)
def test_whose_it_is(text: str, printed: str, name: str, head: str) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.indicator, f.head) == (name, head)


@pytest.mark.parametrize(
    ("text", "printed", "measure", "base"),
    [
        ("Tỷ lệ đỗ 98,2%, tăng 0,6 điểm phần trăm; điểm trung bình các môn 6,4 điểm.", "6,4 điểm", Measure.LEVEL, Base.NONE),
        ("Nhóm may mặc đóng góp 0,6 điểm phần trăm; nhóm giáo dục 0,2 điểm.", "0,2 điểm", Measure.CHANGE, Base.NONE),
        ("HĐND tỉnh giao cao hơn 600 tỷ đồng so với Trung ương.", "600", Measure.CHANGE, Base.NONE),
        ("Hai đơn vị chưa hoàn thành dự toán, mới thu lần lượt 41 tỷ đồng và 12 tỷ đồng, đạt 79,5% và 75,9%.", "75,9%", Measure.COMPLETION, Base.PLAN),
        ("CPI tháng 8/2025 tăng 0,4% so với tháng 7, cao hơn mức nhích 0,1% của tháng liền trước.", "0,1%", Measure.GROWTH, Base.PREVIOUS),
    ],
)
def test_of_which_kind(text: str, printed: str, measure: Measure, base: Base) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.measure, f.base) == (measure, base)


def test_the_month_before_has_its_own_growth() -> None:
    found = read("CPI tháng 8/2025 tăng 0,4% so với tháng 7, cao hơn mức tăng 0,1% của tháng trước. Nhóm giáo dục tăng 1,2%.", MONTHS)
    assert [(f.indicator, f.period.part) for f in found] == [("CPI", 8), ("CPI", 7), ("nhóm giáo dục", 8)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Có 7/12 khoản thu đạt tiến độ bình quân (từ 66,7% dự toán trở lên), riêng thu khác đạt 41 tỷ đồng.", ["7/12", "41 tỷ đồng"]),
        ("Có 12 đơn vị giải ngân khá (trên 50%), 7 đơn vị giải ngân thấp (dưới 30% kế hoạch).", ["12 đơn vị", "7 đơn vị"]),
        ("Có 15 xã đạt tỷ lệ bao phủ cao (95% trở lên), 3 xã còn thấp (chưa đạt 80%).", ["15 xã", "3 xã"]),
        ("Toàn tỉnh có 1.240 lao động (trên 60%) được đào tạo.", ["1.240 lao động", "60%"]),
        ("Có 15 chỉ tiêu đạt kế hoạch (93,8%).", ["15 chỉ tiêu", "93,8%"]),
        ("Thu nội địa đạt tiến độ khá (trên 70% dự toán).", ["70%"]),
    ],
)
def test_a_condition_of_being_counted_is_no_figure(text: str, printed: list[str]) -> None:
    assert [f.text for f in read(text, MONTHS)] == printed
