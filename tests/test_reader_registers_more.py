"""Names in registers nobody tuned for, mechanism by mechanism: invented sentences, the figure that is looked at and what it is called."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Figure
from report.reader import read_figures
from report.text import words

YEAR = "Báo cáo tổng kết năm 2024\n\n"


def read(text: str, printed: str) -> Figure:
    found = [f for f in read_figures(read_text(YEAR + text, name="r")) if f.text.startswith(printed)]
    assert found, printed
    return found[0]


# text, printed figure, its name, words of its head, measure and modality
LEFT_OUT = [
    ("Thu nội địa đạt 8.112 tỷ đồng; thu nội địa (không kể tiền sử dụng đất) 6.182 tỷ đồng, bằng 79% dự toán.", "8.112", "thu nội địa", ""),
    ("Thu nội địa đạt 8.112 tỷ đồng; thu nội địa (không kể tiền sử dụng đất) 6.182 tỷ đồng, bằng 79% dự toán.", "6.182", "thu nội địa", "không kể tiền sử dụng đất"),
    ("Thu nội địa đạt 8.112 tỷ đồng; thu nội địa (không kể tiền sử dụng đất) 6.182 tỷ đồng, bằng 79% dự toán.", "79%", "thu nội địa", "không kể tiền sử dụng đất"),
    ("Doanh thu tiền nước 412 tỷ đồng (chưa bao gồm thuế GTGT), giá bán bình quân 9.850 đồng/m3.", "412", "doanh thu tiền nước", "chưa bao gồm thuế GTGT"),
    ("Doanh thu tiền nước 412 tỷ đồng (chưa bao gồm thuế GTGT), giá bán bình quân 9.850 đồng/m3.", "9.850", "giá bán bình quân", "doanh thu tiền nước"),
    ("Thu từ khu vực doanh nghiệp, không bao gồm doanh nghiệp FDI, đạt 1.420 tỷ đồng.", "1.420", "thu từ khu vực doanh nghiệp", "không bao gồm doanh nghiệp FDI"),
    ("Viện phí thu được 86 tỷ đồng, tăng 4%, chưa kể viện trợ.", "4%", "viện phí thu", "chưa kể viện trợ"),
    ("Nếu trừ dầu thô, thu cân đối đạt 7.940 tỷ đồng.", "7.940", "thu cân đối", "trừ dầu thô"),
    ("Doanh số bán lẻ đạt 640 tỷ đồng, tăng 9%, nếu loại trừ yếu tố giá thì tăng 6,2%.", "6,2%", "doanh số bán lẻ", "loại trừ yếu tố giá"),
    ("Doanh số bán lẻ đạt 640 tỷ đồng, tăng 9%, nếu loại trừ yếu tố giá thì tăng 6,2%.", "9%", "doanh số bán lẻ", ""),
    ("Loại trừ tiền sử dụng đất, xổ số, thu nội địa là 3.808 tỷ đồng (tăng 9,2%).", "3.808", "thu nội địa", "loại trừ tiền sử dụng đất, xổ số"),
    ("Loại trừ tiền sử dụng đất, xổ số, thu nội địa là 3.808 tỷ đồng (tăng 9,2%).", "9,2%", "thu nội địa", "loại trừ tiền sử dụng đất, xổ số"),
    ("Nếu trừ tiền sử dụng đất, thuế bảo vệ môi trường đạt 12 tỷ đồng.", "12 tỷ", "thuế bảo vệ môi trường", "trừ tiền sử dụng đất"),
    ("Kế hoạch vốn năm 2024, kể cả 82 tỷ đồng kéo dài, là 942 tỷ đồng.", "942", "vốn", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "name", "head"), LEFT_OUT, ids=[c[1] + " " + c[3] for c in LEFT_OUT])
def test_what_is_left_out_narrows(text: str, printed: str, name: str, head: str) -> None:
    f = read(text, printed)
    assert set(words(name)) <= set(words(f.indicator)), f
    assert f.head == head or set(words(head)) and set(words(head)) <= set(words(f.head)), f


NESTED = """# Báo cáo tháng 5 năm 2025

## 1. Kinh tế

b) Chỉ số tồn kho giảm 2,4% so với tháng trước. Một số ngành tồn kho tăng cao:
   - Dệt: +41,2%;
   - Sản xuất kim loại: gấp 1,6 lần.
c) Số lao động tăng 3%.

Kết quả đầu tư như sau:

1. Tổng vốn đầu tư 8.200 tỷ đồng, bằng 52% dự toán, gồm:
- Vốn nhà nước 3.200 tỷ đồng, trong đó:
+ Trung ương 1.100 tỷ đồng
+ Địa phương 2.100 tỷ đồng
- Vốn dân cư 5.000 tỷ đồng.
2. Lao động nông thôn 12.000 người.
"""


def test_items_announce_lists_of_their_own() -> None:
    found = {f.text.rstrip("%").strip(): (f.indicator, f.head, f.modality.value) for f in read_figures(read_text(NESTED, name="r", markdown=True))}
    assert found["+41,2"] == ("Dệt", "tồn kho", "actual")
    assert found["1,6 lần"][1] == "tồn kho" and found["3"][1] == ""
    assert found["1.100 tỷ đồng"] == ("trung ương", "vốn nhà nước", "actual")  # the plan that its whole is held against is not its own
    assert found["5.000 tỷ đồng"][1] == "tổng vốn đầu tư"
    assert found["12.000 người"][1] == ""


# a sentence, and the figures of it with their names and heads
SAID = [
    ("Dịch lở mồm long móng xảy ra tại 7 hộ thuộc 2 xã, buộc tiêu hủy 31 con.", [("2 xã", "xã", "dịch lở mồm long móng"), ("31 con", "tiêu hủy con", "dịch lở mồm long móng")]),
    ("Hải quan phát hiện 215 vụ; Bộ đội Biên phòng bắt 38 vụ.", [("215 vụ", "phát hiện vụ", "hải quan"), ("38 vụ", "bắt vụ", "bộ đội Biên phòng")]),
    ("Có 7 chủ đầu tư giải ngân trên 80%, 5 chủ đầu tư dưới 20%.", [("7 chủ đầu tư", "chủ đầu tư giải ngân trên 80%", ""), ("5 chủ đầu tư", "chủ đầu tư dưới 20%", "")]),
    ("Số vụ do vi phạm nồng độ cồn là 43 vụ.", [("43 vụ", "số vụ do vi phạm nồng độ cồn", "")]),
    ("Tiêu thụ thép 412 nghìn tấn, cao nhất là Nhà máy Sông Đào, 96 nghìn tấn.", [("96 nghìn tấn", "nhà máy Sông Đào", "tiêu thụ thép")]),
    ("Số người tham gia bảo hiểm xã hội bắt buộc 18.000 người, bảo hiểm xã hội tự nguyện 2.400 người.", [("2.400 người", "bảo hiểm xã hội tự nguyện người", "số người tham gia")]),
    ("Toàn huyện gieo sạ 5.420 ha lúa, năng suất 72,6 tạ/ha.", [("72,6 tạ/ha", "năng suất lúa", "")]),
    ("Khởi tố 37 vụ, 52 bị can.", [("52 bị can", "bị can", "khởi tố")]),
    ("Thị trường Nhật Bản: 17.920 người, Đài Loan: 14.310 người.", [("14.310 người", "Đài Loan người", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), SAID, ids=[t[:40] for t, _ in SAID])
def test_names_of_figures_told_together(text: str, figures: list[tuple[str, str, str]]) -> None:
    for printed, name, head in figures:
        f = read(text, printed)
        assert (f.indicator, f.head) == (name, head), f


def test_a_plan_is_told_from_what_was_done() -> None:
    assert read("Kế hoạch năm 2026, thu nội địa đạt 40 nghìn tỷ đồng.", "40").modality.value == "target"
    assert read("Kế hoạch trồng cây ăn quả 800 ha, đạt 63,8%.", "63,8").modality.value == "actual"
    passed = read("Toàn tỉnh có 98 xã đạt chuẩn, vượt mục tiêu 95 xã.", "95 xã")
    assert (passed.measure.value, passed.modality.value) == ("level", "target")
    assert read("Giải ngân kế hoạch vốn đầu tư công đến 30/9 là 2.736 tỷ đồng.", "2.736").modality.value == "actual"
    assert read("Trị giá hàng vi phạm ước 9,7 tỷ đồng; riêng thuốc lá 21 vụ.", "21 vụ").modality.value == "actual"
