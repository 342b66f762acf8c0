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
    ("Kế hoạch vốn năm 2024, kể cả 82 tỷ đồng kéo dài, là 942 tỷ đồng.", "942", "vốn", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "name", "head"), LEFT_OUT, ids=[c[1] + " " + c[3] for c in LEFT_OUT])
def test_what_is_left_out_narrows(text: str, printed: str, name: str, head: str) -> None:
    f = read(text, printed)
    assert set(words(name)) <= set(words(f.indicator)), f
    assert f.head == head or set(words(head)) and set(words(head)) <= set(words(f.head)), f
