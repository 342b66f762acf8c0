"""What a figure's name takes from around it: the whole it is a part of, who is left out, the family, the row, the title."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Figure
from report.reader import read_figures
from tests.test_reader_registers import key

YEAR = "Báo cáo tổng kết năm 2022\n\n"
BOTH = "Báo cáo tháng 8 và 8 tháng đầu năm 2022\n\n"


def read(text: str, printed: str) -> Figure:
    found = [f for f in read_figures(read_text(text, name="r")) if f.text.startswith(printed)]
    assert found, printed
    return found[0]


# text, printed figure, words of its name with its head, period
NAMES = [
    # the parts of what was said before are of it, and as sure as it is
    (YEAR + "Tổng chi ngân sách ước đạt 900 tỷ đồng. Trong đó: chi thường xuyên 610 tỷ đồng; chi đầu tư 290 tỷ đồng.", "610", "chi thường xuyên tổng chi ngân sách", "2022"),
    (YEAR + "Trong doanh thu du lịch, lưu trú 210 tỷ đồng, ăn uống 180 tỷ đồng.", "180", "ăn uống doanh thu du lịch", "2022"),
    (YEAR + "Lực lượng lao động là 410 nghìn người. Trong tổng số, nữ 198 nghìn người.", "198", "nữ lực lượng lao động", "2022"),
    # every member of a list, whatever its own parenthesis says, and where no sentence stands before it
    (YEAR + "Hàng xuất khẩu chủ yếu gồm chè (1.200 tấn, trị giá 2,1 triệu USD), quế (340 tấn) và hồi.", "340", "quế hàng xuất khẩu", "2022"),
    (YEAR + "Ba khoản thu lớn nhất là tiền sử dụng đất (1.286 tỷ đồng), thuế môi trường (702 tỷ đồng) và lệ phí (41 tỷ đồng).", "41 tỷ", "lệ phí ba khoản thu", "2022"),
    (YEAR + "Các mặt hàng xuất khẩu chủ yếu gồm: chè 12 triệu USD (tăng 4%), quế 7 triệu USD (giảm 2%).", "7 triệu", "quế các mặt hàng xuất khẩu chủ yếu", "2022"),
    (YEAR + "Tổng chi 900 tỷ đồng, gồm: chi thường xuyên 610 tỷ đồng, chi đầu tư 290 tỷ đồng.", "290", "chi đầu tư tổng chi", "2022"),
    # of whom all of a sentence is
    (YEAR + "Đối với khối doanh nghiệp FDI, tổng kim ngạch xuất nhập khẩu đạt 60 triệu USD, tăng 2%.", "60", "tổng kim ngạch xuất nhập khẩu khối doanh nghiệp fdi", "2022"),
    (YEAR + "Xuất khẩu đạt 90 triệu USD. Riêng khối doanh nghiệp trong nước, xuất khẩu đạt 30 triệu USD; nhập khẩu 12 triệu USD.", "12", "nhập khẩu khối doanh nghiệp trong nước", "2022"),
    # who has the most is named, and a term is not torn
    (YEAR + "Toàn huyện còn 968 hộ nghèo, chiếm 2,7%. Xã Nà Lai có tỷ lệ hộ nghèo cao nhất huyện, 9,4%.", "9,4", "xã nà lai có tỷ lệ hộ nghèo", "2022"),
    (YEAR + "Giá trị tăng thêm khu vực công nghiệp đạt 420 tỷ đồng.", "420", "giá trị tăng thêm khu vực công nghiệp", "2022"),
    # members of one family
    (YEAR + "Tỷ lệ hộ có nhà vệ sinh khu vực thành thị 97,2%, khu vực miền núi 71,5%.", "71,5", "tỷ lệ hộ có nhà vệ sinh khu vực miền núi", "2022"),
    (YEAR + "Thu nhập bình quân của công nhân ở nội thành là 9,1 triệu đồng, trong khi ở ngoại thành chỉ 7,4 triệu đồng.", "7,4", "thu nhập bình quân công nhân ở ngoại thành", "2022"),
    (YEAR + "Thị trường chè lớn nhất là Pakistan với 41 triệu USD, kế đến là Nga 12 triệu USD.", "12", "nga thị trường chè", "2022"),
    # a row of values is dealt out to the names before it
    (YEAR + "Khách Mỹ đạt 40 nghìn lượt, tiếp theo là Pháp và Đức với 21 và 15 nghìn lượt.", "15", "đức lượt khách", "2022"),
    (YEAR + "Tổng đàn bò, dê, ngựa lần lượt là 900 con, 410 con và 32 con.", "32", "tổng đàn ngựa", "2022"),
    (YEAR + "Tỷ lệ lấp đầy khu A, khu B lần lượt là 81% và 64%.", "64", "tỷ lệ lấp đầy khu b", "2022"),
    # a sum after a count is of what was counted; so is a measure that a thing has
    (YEAR + "Có 45 hợp tác xã thành lập mới, vốn điều lệ 66 tỷ đồng.", "66", "vốn điều lệ hợp tác xã thành lập mới", "2022"),
    (YEAR + "Xử phạt 31 cơ sở với số tiền 420 triệu đồng.", "420", "số tiền xử phạt cơ sở", "2022"),
    (YEAR + "Dự án kè Bãi Sau có tổng mức đầu tư 310 tỷ đồng.", "310", "tổng mức đầu tư dự án kè bãi sau", "2022"),
    (YEAR + "Vay nợ gấp 1,4 lần vốn chủ sở hữu (2.100 tỷ đồng).", "2.100", "vốn chủ sở hữu", "2022"),
    (YEAR + "Sản lượng thủy sản 900 tấn (khai thác 300; nuôi trồng 600).", "600", "nuôi trồng sản lượng thủy sản", "2022"),
    # what a bare counter counts; what the victims are of
    (YEAR + "Cả năm xảy ra 52 vụ trộm cắp.\n\nNhiều nhất là huyện Đông với 14 vụ.", "14", "huyện đông vụ trộm cắp", "2022"),
    (YEAR + "Xảy ra 12 vụ đuối nước, làm chết 9 người.", "9 người", "làm chết người vụ đuối nước", "2022"),
    # who tells it is no part of the name, nor is "quý này"
    (YEAR + "Trao đổi với báo chí, ông Lê Văn Nam cho biết doanh thu bán điện đạt 70 tỷ đồng.", "70", "doanh thu bán điện", "2022"),
    (YEAR + "Xã đặt mục tiêu đến năm 2025 tỷ lệ hộ nghèo còn 2%.", "2%", "tỷ lệ hộ nghèo", "2025"),
    # a title names what its paragraph does not
    (BOTH + "1. Thu ngân sách\n\nTính chung 8 tháng ước đạt 310 tỷ đồng.", "310", "thu ngân sách", "2022-8T"),
    # the month goes on after a comparison with the month before
    (BOTH + "Tháng 8, sản xuất phục hồi. Chỉ số sản xuất tăng 2% so với tháng trước và tăng 9% so với cùng kỳ.", "9%", "chỉ số sản xuất", "2022-M08"),
    (BOTH + "Chỉ số sản xuất tháng 8 tăng 2% so với tháng trước. Khai khoáng giảm 4%, chế biến tăng 5%.", "5%", "chế biến", "2022-M08"),
    # a goal for five years that were named, a year named without its number, a day in passing
    (YEAR + "Kế hoạch giai đoạn 2021-2025 đề ra mục tiêu tổng sản lượng 5 năm đạt 90 nghìn tấn.", "90", "tổng sản lượng", "2021-2025"),
    ("Báo cáo 9 tháng năm 2022\n\nNăm nay công ty đặt kế hoạch doanh thu 700 tỷ đồng.", "700", "doanh thu", "2022"),
    (YEAR + "Đến 30/11/2022, có 480 biên chế. Trong năm có 39 giáo viên nghỉ việc.", "39", "giáo viên nghỉ việc", "2022"),
    ("Công ty lãi lớn trong quý III\n\nTốt nhất kể từ năm 2019. Theo báo cáo quý III/2022 công bố tối 28/10, doanh thu đạt 80 tỷ đồng.", "80", "doanh thu", "2022-Q3"),
    # declarations have no value of their own; only the month is held against the month before
    (BOTH + "Tháng 8 tiếp nhận 3.218 tờ khai.\n\nLũy kế 8 tháng, kim ngạch đạt 1.274 triệu USD.", "1.274", "kim ngạch", "2022-8T"),
    (BOTH + "Tính chung 8 tháng nhập 90 tấn ngô. Riêng sắn lát giảm một nửa, còn 9.850 tấn so với 19.700 tấn của tháng 7.", "9.850", "sắn lát", "2022-M08"),
    # durations, an earlier level's own time, the widest time of a title, terms that look like other words
    (YEAR + "Có 630 đơn vị chậm đóng từ 3 tháng trở lên, ảnh hưởng 9.400 lao động.", "9.400", "lao động", "2022"),
    (YEAR + "Khách đạt 96 nghìn lượt, tăng từ 58 nghìn lượt của năm 2021.", "58", "khách", "2021"),
    ("Kết quả kinh doanh quý IV và cả năm 2022\n\nSản lượng tiêu thụ 96 nghìn tấn.", "96", "sản lượng tiêu thụ", "2022"),
    (YEAR + "Trong năm lắp mới 540 đồng hồ nước.", "540 đồng hồ", "lắp mới đồng hồ", "2022"),
    (YEAR + "Tỷ lệ giải ngân cao hơn bình quân cả nước (52,4%).", "52,4", "tỷ lệ giải ngân", "2022"),
    (YEAR + "Phấn đấu giảm sĩ số xuống 38 em mỗi lớp.", "38", "sĩ số", "2022"),
    (BOTH + "CPI nhích lên 0,1% so với tháng trước (thành thị tăng 0,2%; nông thôn tăng 0,3%), tăng 1,5% so với tháng 12/2021.", "0,3%", "nông thôn cpi", "2022-M08"),
    (YEAR + "Chi thường xuyên 900 tỷ đồng, lần lượt dành cho giáo dục 380 tỷ đồng, y tế 120 tỷ đồng.", "380", "giáo dục", "2022"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "name", "period"), NAMES)
def test_names_and_times_taken_from_around(text: str, printed: str, name: str, period: str) -> None:
    f = read(text, printed)
    assert set(name.split()) <= set(f"{f.indicator} {f.head} {f.unit}".lower().replace(":", "").split()), f"{f.indicator} < {f.head}"
    assert key(f) == period


def test_an_estimate_goes_on_to_its_parts_and_results_stay_results() -> None:
    assert read(YEAR + "Tổng thu ước đạt 900 tỷ đồng. Trong đó: thu nội địa 610 tỷ đồng.", "610").modality.value == "estimate"
    assert read("Báo cáo năm 2022\n\nI. Kết quả thực hiện năm 2022\n\na) Chỉ tiêu ngành:\n\n- Tỷ lệ tiêm chủng: 91,4%.", "91,4").modality.value == "actual"


@pytest.mark.parametrize("title", ["Xuất, nhập khẩu", "Xuất - nhập khẩu", "Xuất và nhập khẩu"])
def test_a_title_of_both_ways_is_of_neither_alone(title: str) -> None:
    text = f"BÁO CÁO\nTình hình công thương năm 2023\n\n2. {title}\n- Riêng năm 2023, xuất khẩu đạt 731 triệu USD, giảm 8,1%. Các mặt hàng chính gồm: dệt may 468 triệu USD; gỗ 197 triệu USD. Về thị trường, Trung Quốc dẫn đầu, chiếm 31,2%.\n"
    heads = {f.text: f.head for f in read_figures(read_text(text, name="x"))}
    assert heads["468 triệu USD"] == heads["197 triệu USD"] == "xuất khẩu: các mặt hàng chính" and "nhập khẩu" not in heads["31,2%"]
