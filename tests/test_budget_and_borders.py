"""What is taken off already, what is told as undone, what several were dealt, which rows lie below the whole, gates one by one. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from ingest import read_text
from tests.fake_library import Shelf, ask

PURSE = """# Thu ngân sách 8 tháng năm 2025 bằng 74,6% dự toán

Doanh nghiệp nhà nước, doanh nghiệp có vốn đầu tư nước ngoài và khu vực ngoài quốc doanh lần lượt nộp 1.420 tỷ đồng, 2.160 tỷ đồng và 3.310 tỷ đồng vào ngân sách 8 tháng.

## Chi bám dự toán

Đến hết ngày 31/8, Kho bạc huy động được 2.870 tỷ đồng trái phiếu, đạt 57,4% kế hoạch năm. Trái phiếu 10 năm chiếm 68,3% khối lượng, lãi suất trúng thầu phiên cuối tháng 8 là 3,78%/năm, cao hơn 0,45 điểm phần trăm so với cùng kỳ.

Bảng 1. Thu, chi ngân sách 8 tháng năm 2025

| Chỉ tiêu | Dự toán năm (tỷ đồng) | Lũy kế 8 tháng (tỷ đồng) | So với cùng kỳ (%) |
|:--|--:|--:|--:|
| A. Tổng thu ngân sách | 23.600 | 19.440 | 112,4 |
| 1. Thu nội địa | 20.800 | 17.280 | 113,8 |
| 2. Thu cân đối từ xuất nhập khẩu | 2.780 | 2.150 | 106,2 |
| - Tổng số thu từ xuất nhập khẩu | 4.110 | 3.370 | 107,4 |
| - Hoàn thuế giá trị gia tăng | -1.330 | -1.220 | 109,6 |
| B. Tổng chi ngân sách | 30.600 | 17.990 | 114,7 |

## Giải ngân: người chạy, kẻ chờ

Đến nay vẫn còn 284 tỷ đồng (2,7% kế hoạch) chưa phân bổ chi tiết vốn đầu tư công.

Bảng 2. Giải ngân vốn đầu tư công của một số địa phương

| Đơn vị | Kế hoạch năm 2025 (tỷ đồng) | Tỷ lệ thực hiện đến 31/8 (%) |
|:--|--:|--:|
| Cả nước | 10.384 | 43,6 |
| Kim Lũng | 2.148 | 70,4 |
| Vạn Bình | 1.426 | 33,7 |
| Tân Sa | 7.890 | 28,7 |
"""

BORDER = """SỞ CÔNG THƯƠNG TỈNH LÂM PHIÊNG
Báo cáo ngành Công Thương năm 2025

1. Kim ngạch xuất nhập khẩu qua các cửa khẩu năm 2025 đạt 2.459,4 triệu USD, chia theo cửa khẩu:
(1) Cửa khẩu quốc tế Nà Lon: 1.671,8 triệu USD (xuất khẩu 1.148,2 triệu USD, nhập khẩu 523,6 triệu USD);
(2) Cửa khẩu song phương Bản Phố: 604,1 triệu USD (xuất khẩu 386,9 triệu USD, nhập khẩu 217,2 triệu USD);
(3) Các lối mở Pác Cáy: 183,5 triệu USD, là nơi duy nhất nhập khẩu (106,1 triệu USD) lớn hơn xuất khẩu (77,4 triệu USD).
2. Các cụm công nghiệp có vốn thực hiện 2.760 tỷ đồng, tạo việc làm cho 6.340 lao động, trong đó lao động là người địa phương 5.120 người.
"""


@pytest.fixture(scope="module")
def purse() -> Shelf:
    return Shelf(read_text(PURSE, name="thu-chi", markdown=True))


@pytest.fixture(scope="module")
def border() -> Shelf:
    return Shelf(read_text(BORDER, name="lam-phieng"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sau khi trừ hoàn thuế, số thu cân đối từ xuất nhập khẩu 8 tháng là bao nhiêu?", "2.150 tỷ đồng"),
        ("Tổng số thu từ xuất nhập khẩu 8 tháng sau khi trừ hoàn thuế giá trị gia tăng là bao nhiêu?", "2.150 tỷ đồng"),
        ("Lấy tổng thu trừ tổng chi ngân sách 8 tháng thì dư ra bao nhiêu tỷ đồng?", "Thu nhiều hơn chi 1.450 tỷ đồng"),
        ("Lấy thu nội địa trừ đi thu cân đối từ xuất nhập khẩu 8 tháng thì còn bao nhiêu?", "Chênh 15.130 tỷ đồng"),
        ("Vốn đầu tư công chưa được phân bổ chi tiết còn bao nhiêu tỷ đồng?", "284 tỷ đồng"),
        ("Doanh nghiệp FDI nộp ngân sách bao nhiêu trong 8 tháng?", "2.160 tỷ đồng"),
        ("Khu vực ngoài quốc doanh nộp ngân sách bao nhiêu trong 8 tháng?", "3.310 tỷ đồng"),
        ("Hoàn thuế giá trị gia tăng 8 tháng so với cùng kỳ thế nào?", "Tăng 9,6% (chỉ số 109,6%)"),
        ("Thu nội địa so với cùng kỳ năm trước ra sao?", "Tăng 13,8% (chỉ số 113,8%)"),
        ("Kho bạc đã huy động được bao nhiêu trái phiếu đến hết ngày 31/8?", "2.870 tỷ đồng"),
        ("Lãi suất trúng thầu trái phiếu kỳ hạn 10 năm phiên cuối tháng 8 là bao nhiêu?", "3,78%/năm"),
        ("Những địa phương nào đến 31/8 có tỷ lệ giải ngân thấp hơn mức chung cả nước?", "Mức chung bằng 43,6% dự toán [1]; thấp hơn: Vạn Bình bằng 33,7% dự toán [2]; Tân Sa bằng 28,7% dự toán [3]."),
        ("Những địa phương nào đến 31/8 có tỷ lệ giải ngân cao hơn bình quân chung cả nước?", "Mức chung bằng 43,6% dự toán [1]; cao hơn: Kim Lũng bằng 70,4% dự toán [2]."),
    ],
)
def test_a_purse(purse: Shelf, question: str, said: str) -> None:
    found = ask(purse, question)
    assert isinstance(found, Answer) and found.text.startswith(said), found.text


@pytest.mark.parametrize("question", ["Tỉnh Hòa Phước giải ngân vốn đầu tư công đến 31/8 được bao nhiêu phần trăm?", "Lãi suất trúng thầu trái phiếu kỳ hạn 5 năm phiên cuối tháng 8 là bao nhiêu?"])
def test_another_place_and_another_length_are_not_answered(purse: Shelf, question: str) -> None:
    assert isinstance(ask(purse, question), NotInReport)


@pytest.mark.parametrize("later", ["Cao hơn cùng kỳ bao nhiêu?", "So với cùng kỳ cao hơn bao nhiêu?"])
def test_more_than_at_another_time_is_a_change(purse: Shelf, later: str) -> None:
    found = Assistant(purse).invoke(Ask(later, ("Lãi suất trúng thầu trái phiếu phiên cuối tháng 8 là bao nhiêu?",)))
    assert isinstance(found, Answer) and found.text.startswith("Tăng 0,45 điểm phần trăm")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Liệt kê kim ngạch xuất nhập khẩu năm 2025 của từng cửa khẩu và nhóm lối mở.", "Cửa khẩu quốc tế Nà Lon 1.671,8 triệu USD [1]; cửa khẩu song phương Bản Phố 604,1 triệu USD [2]; các lối mở Pác Cáy 183,5 triệu USD [3]."),
        ("Trong số lao động tại các cụm công nghiệp, người địa phương chiếm bao nhiêu người?", "5.120 người"),
        ("Nhập khẩu qua lối mở Pác Cáy là bao nhiêu?", "106,1 triệu USD"),
        ("Xuất khẩu qua lối mở Pác Cáy là bao nhiêu?", "77,4 triệu USD"),
    ],
)
def test_gates(border: Shelf, question: str, said: str) -> None:
    found = ask(border, question)
    assert isinstance(found, Answer) and found.text.startswith(said), found.text


@pytest.mark.parametrize(
    ("claim", "verdict", "figures"),
    [
        ("Ở lối mở Pác Cáy hàng nhập về nhiều hơn hàng xuất đi, đúng không?", "đúng", ("106,1", "77,4")),
        ("Nghe nói ở cửa khẩu Bản Phố hàng nhập về nhiều hơn hàng xuất đi, đúng không?", "sai", ("217,2", "386,9")),
    ],
)
def test_both_ways_of_a_gate_are_of_that_gate(border: Shelf, claim: str, verdict: str, figures: tuple[str, ...]) -> None:
    found = ask(border, claim)
    assert isinstance(found, Answer) and found.verdict == verdict and all(f in found.text for f in figures), found.text
