"""What a figure is called: the noun that is raised, what money goes to, what the name before lends, whose words are left out."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Figure
from report.reader import read_figures

YEAR = "Báo cáo tổng kết năm 2023\n\n"


def read(text: str, printed: str) -> Figure:
    found = [f for f in read_figures(read_text(YEAR + text, name="r")) if f.text.startswith(printed)]
    assert found, printed
    return found[0]


# text, printed figure, its name and its head
NAMES = [
    # what is raised or lowered, whatever was done for it
    ("Nhà trường tuyển mới 45 viên chức, nâng tổng số lên 612 viên chức.", "612", "viên chức", ""),
    ("Thành phố lắp 320 camera, nâng tỷ lệ phủ sóng giám sát từ 41% lên 58%.", "58%", "tỷ lệ phủ sóng giám sát", ""),
    ("Khởi công hai trạm biến áp nhằm giảm tổn thất điện năng từ 6,8% xuống 5,9%.", "6,8%", "tổn thất điện năng", ""),
    # what money goes to
    ("Quỹ hỗ trợ 2,4 tỷ đồng cho hộ bị sạt lở tại xã Nà Bản.", "2,4 tỷ", "hỗ trợ hộ bị sạt lở", ""),
    ("Đầu tư 75 tỷ đồng cho dây chuyền số 3 tại xưởng Tây.", "75 tỷ", "đầu tư dây chuyền số 3", ""),
    # markets
    ("Thị trường nhập khẩu lớn nhất là Trung Quốc với 812 triệu USD; tiếp theo là Nhật Bản với 120 triệu USD.", "120 triệu", "nhập khẩu từ Nhật Bản", "thị trường nhập khẩu"),
    # who tells it
    ("Kết quả khảo sát cho thấy tỷ lệ hài lòng đạt 87%.", "87%", "tỷ lệ hài lòng", ""),
    ("Số liệu của Sở Y tế cho thấy độ bao phủ tiêm chủng đạt 96,2%.", "96,2%", "độ bao phủ tiêm chủng", ""),
    ("Điểm sáng lớn nhất nằm ở thu lệ phí trước bạ: 412 tỷ đồng, tăng 18%.", "18%", "thu lệ phí trước bạ", ""),
    ("Mối lo của xã vẫn nằm ở nợ xây dựng cơ bản: 45 tỷ đồng, tăng 6%.", "6%", "nợ xây dựng cơ bản", ""),
    ("Khách đến từ Hàn Quốc đạt 12 nghìn lượt.", "12 nghìn", "khách đến từ Hàn Quốc", ""),
    # a name that says only what is measured
    ("Trong năm tiếp nhận 1.240 hồ sơ xin học bổng; tổng số tiền chi trả 6,8 tỷ đồng, tăng 9%.", "6,8 tỷ", "tổng số tiền chi trả", "tiếp nhận hồ sơ xin học bổng"),
    ("Trong năm tiếp nhận 1.240 hồ sơ xin học bổng; tổng số tiền chi trả 6,8 tỷ đồng, tăng 9%.", "9%", "tổng số tiền chi trả", "tiếp nhận hồ sơ xin học bổng"),
    ("Đội thi công đã lát 18 km vỉa hè; kinh phí 27 tỷ đồng.", "27 tỷ", "kinh phí", "lát vỉa hè"),
    ("Nợ thuế 120 tỷ đồng, giảm 5%; đã thu hồi 48 tỷ đồng.", "48 tỷ", "thu hồi", "nợ thuế"),
    # commas that join parts of one name
    ("Kiểm tra, xử lý 86 phương tiện, phạt 240 triệu đồng.", "86", "kiểm tra, xử lý phương tiện", ""),
    ("Rét hại làm chết 217 con trâu, bò; thiệt hại 3 tỷ đồng.", "217", "con trâu, bò", ""),
    ("Có 12 cơ sở giải thể, tạm dừng hoạt động.", "12 cơ sở", "cơ sở giải thể, tạm dừng hoạt động", ""),
    # plans
    ("Phấn đấu đào tạo nghề cho 1.500 học viên.", "1.500", "đào tạo nghề học viên", ""),
    ("Chúng tôi dự kiến sản xuất 12.000 bộ bàn ghế.", "12.000", "sản xuất bộ bàn ghế", ""),
    # whose it is stands before the verb
    ("Huyện Kim Sơn đạt doanh thu du lịch 30 tỷ đồng.", "30 tỷ", "doanh thu du lịch Huyện Kim Sơn", ""),
    ("Xã Thanh Bình đạt thu nhập bình quân 62 triệu đồng/người/năm.", "62 triệu", "thu nhập bình quân Xã Thanh Bình", ""),
    # the goods stand behind their number
    ("Nửa cuối năm xuất khẩu 1.200 chiếc ô tô, tăng 4%.", "4%", "xuất khẩu ô tô", ""),
    ("Nhập khẩu đạt 12.400 tấn hạt nhựa, trị giá 19 triệu USD.", "12.400", "nhập khẩu hạt nhựa", ""),
    # labels and pointers
    ("Tại cảng Hải Sơn có 1.240 lượt tàu (xuất bến 640 lượt, cập bến 600 lượt).", "640", "xuất bến lượt", "cảng Hải Sơn: lượt tàu"),
    ("Trên địa bàn có 86 cơ sở may mặc. Các cơ sở này sử dụng 3.400 lao động.", "3.400", "sử dụng lao động", "cơ sở may mặc"),
    ("Thủy đậu: ghi nhận 318 ca mắc (trong đó 120 ca ở trường học), giảm 12%. Quai bị: 74 ca, tăng 5 ca.", "120 ca", "ca mắc", "thủy đậu: ca mắc"),
    ("Thủy đậu: ghi nhận 318 ca mắc (trong đó 120 ca ở trường học), giảm 12%. Quai bị: 74 ca, tăng 5 ca.", "74 ca", "ca mắc", "quai bị"),
    # another disease is none of those counted before, a place has some of them
    ("Ghi nhận 236 ca mắc sốt xuất huyết.\n\nSởi 12 ca, thủy đậu 45 ca.", "12 ca", "Sởi ca", ""),
    ("Ghi nhận 236 ca mắc sốt xuất huyết.\n\nHuyện Nam Trà 41 ca.", "41 ca", "Huyện Nam Trà ca", "ca mắc sốt xuất huyết"),
    # the rest
    ("Gói thầu kè có giá trị 52 tỷ đồng, tăng 3 tỷ đồng so với phê duyệt ban đầu (49 tỷ đồng).", "49 tỷ", "phê duyệt ban đầu", ""),
    ("Huyện Bắc Mê trồng nhiều quế nhất với 812 ha, vượt xa Quang Bình (510 ha) và Xín Mần (230 ha).", "510 ha", "Quang Bình", "trồng quế"),
    ("Huyện Bắc Mê trồng nhiều quế nhất với 812 ha, vượt xa Quang Bình (510 ha) và Xín Mần (230 ha).", "812 ha", "Huyện Bắc Mê", "trồng quế"),
    ("Học phí được gia hạn, miễn, giảm 985 triệu đồng, gồm 640 triệu đồng gia hạn và 345 triệu đồng miễn, giảm.", "640", "gia hạn", "học phí được gia hạn, miễn, giảm"),
    ("Trong 42 tổ dân phố, 31 tổ đã có nhà họp.", "31 tổ", "nhà họp", "tổ dân phố"),
    ("Dư nợ khách hàng cá nhân chiếm 42% tổng dư nợ, doanh nghiệp lớn chỉ 18%.", "18%", "doanh nghiệp lớn", "tổng dư nợ"),
    ("Đại hội thông qua trả cổ tức năm 2022 bằng tiền mặt, tỷ lệ 15% (1.500 đồng/cổ phiếu).", "15%", "trả cổ tức", ""),
    ("48/52 trường đạt tiêu chuẩn xanh, chiếm 92,3%.", "92,3%", "trường đạt tiêu chuẩn xanh", ""),
    ("Vận tải đường sắt đạt 1,2 triệu tấn và 410 triệu tấn.km.", "410", "luân chuyển hàng hóa", ""),
]


@pytest.mark.parametrize(("text", "printed", "name", "head"), NAMES, ids=lambda x: str(x)[:60])
def test_a_name(text: str, printed: str, name: str, head: str) -> None:
    f = read(text, printed)
    assert f.indicator.endswith(name)
    assert f.head == head


def test_parts_without_a_unit_are_counted_as_their_sum() -> None:
    text = "Tổng số học sinh là 4.210 em, trong đó nam 2.160, nữ 2.050."
    assert read(text, "2.160").unit == read(text, "4.210").unit == "em"


def test_what_was_paid_out_of_a_plan_is_done_and_the_share_in_parentheses_completion() -> None:
    text = "Kế hoạch vốn bảo trì là 64 tỷ đồng cho 9 tuyến; giải ngân 41 tỷ đồng (64,1%)."
    assert read(text, "41 tỷ").modality == "actual"
    assert (read(text, "64,1%").measure, read(text, "64,1%").modality) == ("completion", "actual")


def test_what_is_compared_with_in_parentheses_is_another_place_s() -> None:
    text = "Thanh toán vốn bảo trì được 36 tỷ đồng, bằng 57% kế hoạch, cao hơn bình quân cả nước (46%). Trong đó: vốn tỉnh 20/31 tỷ đồng (64,5%); vốn huyện 16/32 tỷ đồng (50%)."
    assert "bình quân cả nước" in read(text, "46%").indicator
    assert read(text, "64,5%").measure == read(text, "50%").measure == read(text, "46%").measure == "completion"


def test_a_difference_to_another_place_is_no_change_in_time() -> None:
    text = "Tỷ lệ giải ngân dừng ở mức 31,5%, kém bình quân cả nước 2,1 điểm phần trăm, tăng 4 điểm phần trăm so với cùng kỳ."
    assert (read(text, "2,1").indicator, read(text, "2,1").base) == ("tỷ lệ giải ngân so với bình quân cả nước", "fixed")
    assert (read(text, "4 điểm").indicator, read(text, "4 điểm").base) == ("tỷ lệ giải ngân", "year")


def test_the_company_of_a_report_is_no_part_of_its_names() -> None:
    text = "CTCP Gốm Hồng Phúc vừa công bố kết quả.\n\nDoanh thu thuần của Gốm Hồng Phúc đạt 512 tỷ đồng.\n\nTổng tài sản của Gốm Hồng Phúc là 900 tỷ đồng."
    assert read(text, "512").indicator == "doanh thu thuần"
    assert read(text, "900").indicator == "tổng tài sản"


def test_a_short_title_before_a_paragraph_heads_its_figures() -> None:
    text = "1. Kết quả\n\n1.1. Tuyển sinh. Năm qua trường nhận 2.140 em, tăng 6%.\n\n1.2. Thư viện. Trường mua 3.000 cuốn."
    assert read(text, "2.140").head.lower() == "tuyển sinh"


def test_a_peer_that_follows_the_foremost_is_named_once() -> None:
    assert read("Khách nhập cảnh đạt 71 nghìn lượt. Hàn Quốc dẫn đầu với 42,1 nghìn lượt, tiếp đến là Lào 18,7 nghìn lượt.", "18,7").indicator == "Lào"
