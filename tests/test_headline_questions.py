"""What everybody asks first of a budget, a trade, a price or a province's report, and what is near it and is no answer. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from tests.fake_library import shelf_of

BUDGET = """# Tình hình thu, chi ngân sách 9 tháng năm 2025 tỉnh Khe Lạn

Tổng thu NSNN trên địa bàn 9 tháng đạt 12.000 tỷ đồng, bằng 81,2% dự toán; trong đó thu nội địa 9.000 tỷ đồng, thu từ hoạt động xuất nhập khẩu 3.000 tỷ đồng.

Ba khối doanh nghiệp nhà nước, doanh nghiệp FDI và ngoài quốc doanh nộp 4.500 tỷ đồng, chiếm 50,0% thu nội địa; riêng doanh nghiệp FDI nộp 1.800 tỷ đồng.

Tổng chi ngân sách địa phương 9 tháng là 10.000 tỷ đồng, trong đó chi thường xuyên 6.500 tỷ đồng. Giáo dục chiếm 41,3% chi thường xuyên.

Thuế giá trị gia tăng hàng nhập khẩu thu 2.410 tỷ đồng. Vốn đầu tư từ ngân sách nhà nước giải ngân 1.930 tỷ đồng.

Ước cả năm, tổng thu NSNN trên địa bàn đạt 15.900 tỷ đồng, vượt 7,6% dự toán HĐND tỉnh giao.

Cuối kỳ, Công ty CP Địa ốc Hòa Lạn đứng đầu danh sách nợ thuế với 387 tỷ đồng. Tiếp theo là Công ty TNHH Hoàng Lan nợ 241 tỷ đồng, Công ty CP Thép Sơn nợ 112 tỷ đồng.
"""

TRADE = """# Tình hình xuất nhập khẩu hàng hóa 6 tháng năm 2026

Tổng trị giá xuất nhập khẩu 6 tháng đạt 400 tỷ USD. Xuất khẩu 6 tháng đạt 210 tỷ USD, nhập khẩu 190 tỷ USD.

Khối FDI xuất khẩu 157,5 tỷ USD, xuất siêu 19 tỷ USD; vốn đăng ký của khối FDI là 11 tỷ USD.

Bảng 1. Xuất khẩu sang một số thị trường (triệu USD)

| Thị trường | Xuất khẩu 6 tháng |
|---|---|
| Hoa Kỳ | 70.100 |
| Trung Quốc | 33.200 |
| Hàn Quốc | 14.900 |

Bảng 2. Một số mặt hàng chủ yếu 6 tháng (triệu USD)

| Mặt hàng | 6 tháng năm 2026 |
|---|---|
| A. Xuất khẩu | 210.000 |
| Dệt may | 18.300 |
| Thủy sản | 5.100 |
| B. Nhập khẩu | 190.000 |
| Máy móc, thiết bị | 26.400 |
| Xăng dầu | 6.200 |

Bảng 3. Kim ngạch xuất khẩu, nhập khẩu và cán cân (triệu USD)

| Chỉ tiêu | 6 tháng năm 2026 |
|---|---|
| Xuất khẩu | 210.014 |
| Nhập khẩu | 190.021 |
| Cán cân thương mại | 19.993 |
"""

PRICES = """# Chỉ số giá tiêu dùng tháng 3 năm 2026 tỉnh Nà Lương

CPI tháng 3 giảm 0,3% so với tháng trước. Thịt gia súc giảm 2,9% so với tháng trước.

**Hàng ăn và dịch vụ ăn uống** giảm sâu nhất (0,95%), làm CPI chung giảm 0,3 điểm phần trăm; **Giao thông** giảm 0,38%; **Giáo dục** tăng 0,11%.

Trong 11 nhóm hàng hóa và dịch vụ chính có 5 nhóm tăng giá, 4 nhóm giảm và 2 nhóm ổn định.

Giá vàng tháng 3 tăng 4,2% so với tháng trước, tăng 31,5% so với cùng kỳ năm trước.

Mục tiêu kiểm soát CPI bình quân năm 2026 khoảng 4,5%.

Bình quân 3 tháng, CPI thành thị tăng 3,4%, nông thôn tăng 2,9% so với cùng kỳ. Tháng 3, thành thị giảm 0,2%, nông thôn giảm 0,4% so với tháng trước.
"""

PROVINCE = """# Tình hình kinh tế - xã hội năm 2024 huyện Đông Lạn

Giá trị sản xuất công nghiệp năm 2024 đạt 4.200 tỷ đồng; bình quân giai đoạn 2021 - 2024 tăng 11,7%/năm.

Điện sản xuất năm 2024 đạt 860 triệu kWh.

Xã Sơn Thượng có tỷ lệ hộ nghèo cao nhất huyện, 19,3%. Tỷ lệ hộ nghèo toàn huyện cuối năm 2024 còn 2,7%.

Độ bao phủ bảo hiểm y tế năm 2024 đạt 94,3% dân số (kế hoạch 94%). Năm 2025, phấn đấu độ bao phủ bảo hiểm y tế đạt 95% dân số.

Trong năm, dịch bệnh làm 386 con lợn phải tiêu hủy. Đàn lợn có 53.890 con.

Toàn huyện có 407 doanh nghiệp đang hoạt động. Nuôi trồng thủy sản: cá 1.215 tấn, thủy sản khác 269 tấn.

Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng năm 2024 đạt 2.690 tỷ đồng, tăng 11,8%; trong đó bán lẻ hàng hóa 2.130 tỷ đồng, doanh thu dịch vụ khác 310 tỷ đồng.
"""


def told(text: str, question: str) -> str:
    shelf = shelf_of("a.md", text)
    answer = Assistant(shelf).invoke(Ask(question, (), shelf.reports()[0].name))
    return answer.text.partition(" Đừng nhầm")[0] if isinstance(answer, Answer) else ""


@pytest.mark.parametrize(("text", "question", "figure"), [
    (BUDGET, "Thu từ xuất nhập khẩu chiếm bao nhiêu phần trăm tổng thu 9 tháng?", "25"),
    (BUDGET, "Thu nội địa chiếm bao nhiêu phần trăm tổng thu 9 tháng?", "75"),
    (BUDGET, "Chi thường xuyên chiếm bao nhiêu phần trăm tổng chi 9 tháng?", "65"),
    (BUDGET, "Doanh nghiệp FDI chiếm bao nhiêu phần trăm thu nội địa 9 tháng?", "20"),
    (BUDGET, "Thu cả năm vượt dự toán HĐND tỉnh giao bao nhiêu phần trăm?", "7,6%"),
    (BUDGET, "Doanh nghiệp nào nợ thuế nhiều nhất, nợ bao nhiêu?", "Địa ốc Hòa Lạn"),
    (TRADE, "Khối FDI chiếm bao nhiêu phần trăm xuất khẩu 6 tháng?", "75"),
    (TRADE, "Xuất khẩu chiếm bao nhiêu phần trăm tổng trị giá xuất nhập khẩu 6 tháng?", "52,5"),
    (TRADE, "Thị trường xuất khẩu lớn nhất 6 tháng là đâu, bao nhiêu?", "Hoa Kỳ"),
    (TRADE, "Mặt hàng xuất khẩu lớn nhất 6 tháng là gì, đạt bao nhiêu?", "ệt may"),
    (TRADE, "6 tháng đầu năm xuất siêu hay nhập siêu, bao nhiêu?", "uất siêu"),
    (PRICES, "Nhóm hàng nào giảm giá sâu nhất trong tháng 3 so với tháng trước, giảm bao nhiêu?", "0,95%"),
    (PRICES, "Tháng 3 nhóm nào giảm giá sâu nhất?", "0,95%"),
    (PRICES, "Tháng 3 có mấy nhóm tăng giá?", "5 nhóm"),
    (PROVINCE, "Tỷ lệ hộ nghèo của huyện cuối năm 2024 là bao nhiêu?", "2,7%"),
    (PROVINCE, "Bao nhiêu phần trăm dân số có bảo hiểm y tế?", "94,3%"),
    (PROVINCE, "Đàn lợn của huyện có bao nhiêu con?", "53.890"),
    (PROVINCE, "Tổng mức bán lẻ hàng hóa và dịch vụ năm 2024 đạt bao nhiêu?", "2.690"),
    (PROVINCE, "Bán lẻ hàng hóa và dịch vụ năm 2024 tăng bao nhiêu phần trăm so với năm trước?", "11,8%"),
])  # fmt: skip
def test_the_first_questions_are_answered(text: str, question: str, figure: str) -> None:
    assert figure in told(text, question)


@pytest.mark.parametrize(("text", "question", "neighbour"), [
    (BUDGET, "Thuế nhập khẩu 9 tháng thu được bao nhiêu?", "2.410"),
    (BUDGET, "Ước cả năm 2025 thu từ hoạt động xuất nhập khẩu được bao nhiêu?", "3.000"),
    (PRICES, "So với tháng 3 năm ngoái, giá tiêu dùng ở Nà Lương tăng bao nhiêu?", "31,5"),
    (PRICES, "Cục Thống kê dự báo CPI bình quân cả năm 2026 tăng bao nhiêu?", "4,5"),
    (PRICES, "Nhóm hàng nào giảm giá sâu nhất trong tháng 3 so với tháng trước?", "2,9%"),
    (PRICES, "Tháng 3 có bao nhiêu nhóm giảm giá?", "5 nhóm"),
    (PRICES, "Bình quân 3 tháng, CPI thành thị tăng cao hơn nông thôn bao nhiêu điểm phần trăm?", "0,2 điểm"),
    (PROVINCE, "Riêng năm 2024, giá trị sản xuất công nghiệp tăng bao nhiêu phần trăm?", "11,7"),
    (PROVINCE, "Điện thương phẩm năm 2024 của huyện là bao nhiêu kWh?", "860"),
    (PROVINCE, "Năm 2024 các doanh nghiệp của huyện có bao nhiêu lao động?", "407"),
    (PROVINCE, "Toàn huyện có bao nhiêu con lợn?", "386"),
    (PROVINCE, "Sản lượng thủy sản năm 2024 là bao nhiêu tấn?", "269"),
    (PROVINCE, "Khu vực dịch vụ năm 2024 tăng bao nhiêu phần trăm?", "11,8"),
])  # fmt: skip
def test_what_is_near_is_no_answer(text: str, question: str, neighbour: str) -> None:
    assert neighbour not in told(text, question)


def test_a_row_is_the_worth_of_both_ways_that_its_title_names() -> None:
    names = [f.indicator for _, f in shelf_of("a.md", TRADE).figures() if f.text.startswith("210.014")]
    assert names == ["kim ngạch xuất khẩu"]


GATES = """# Tình hình xuất nhập khẩu qua địa bàn Chi cục Hải quan khu vực XL tháng 4 và 4 tháng năm 2026

Tính từ đầu năm đến hết ngày 30/4/2026, tổng kim ngạch xuất nhập khẩu đạt 3.400 triệu USD, trong đó xuất khẩu đạt 1.880 triệu USD, nhập khẩu đạt 1.520 triệu USD.

Đối với khối doanh nghiệp có vốn đầu tư nước ngoài, tổng kim ngạch xuất nhập khẩu 4 tháng là 2.210 triệu USD.

Trung Quốc vẫn là bạn hàng lớn nhất với 1.900 triệu USD (xuất khẩu 840 triệu USD, nhập khẩu 1.060 triệu USD), kế đến là Lào 410 triệu USD.

Mặt hàng xuất khẩu chủ yếu gồm: sầu riêng 318 triệu USD (tăng 41,2%), linh kiện điện tử 612 triệu USD (tăng 8,4%), tinh bột sắn 96 triệu USD.

| Cửa khẩu | Xuất khẩu (triệu USD) | Nhập khẩu (triệu USD) |
|---|---:|---:|
| Nậm Thoi | 702 | 418 |
| Pha Lai | 645 | 590 |
| Tân Hà | 533 | 512 |
| Tổng cộng | 1.880 | 1.520 |
"""

QUARTER = """# Báo cáo kinh tế - xã hội quý I năm 2026 tỉnh Đăk Rang

GRDP quý I tăng 7,34% so với cùng kỳ, trong đó nông, lâm nghiệp và thủy sản tăng 4,12%; công nghiệp - xây dựng tăng 9,85%; dịch vụ tăng 7,06%.

| Chỉ tiêu | Đơn vị | Quý I/2026 | So cùng kỳ (%) |
|---|---|---:|---:|
| Thu ngân sách trên địa bàn | tỷ đồng | 2.218 | 115,2 |
| Số doanh nghiệp thành lập mới | doanh nghiệp | 268 | 126,4 |

Tỷ lệ hộ nghèo đầu năm là 6,84%; mục tiêu cuối năm còn dưới 5,5%.
"""


@pytest.mark.parametrize(("text", "question", "figure"), [
    (GATES, "Tổng kim ngạch xuất nhập khẩu 4 tháng đạt bao nhiêu?", "3.400"),
    (GATES, "Khối FDI xuất nhập khẩu 4 tháng bao nhiêu?", "2.210"),
    (GATES, "4 tháng xuất siêu hay nhập siêu, bao nhiêu?", "Xuất siêu 360"),
    (GATES, "Mặt hàng xuất khẩu lớn nhất là gì, đạt bao nhiêu?", "Linh kiện điện tử 612"),
    (GATES, "Cửa khẩu nào xuất khẩu nhiều nhất?", "Xuất khẩu Nậm Thoi 702"),
    (QUARTER, "Khu vực nào tăng trưởng cao nhất trong GRDP?", "Công nghiệp - xây dựng tăng 9,85%"),
    (QUARTER, "Tỷ lệ hộ nghèo đầu năm là bao nhiêu?", "6,84% — tỷ lệ hộ nghèo, đầu năm"),
])  # fmt: skip
def test_who_leads_and_what_is_of_all(text: str, question: str, figure: str) -> None:
    assert told(text, question).startswith(figure)


@pytest.mark.parametrize(("text", "question", "neighbour"), [
    (GATES, "Kim ngạch xuất nhập khẩu tháng 4 là bao nhiêu?", "3.400"),
    (GATES, "Xuất khẩu sang Lào 4 tháng bao nhiêu?", "410"),
    (QUARTER, "Khu vực nào tăng trưởng cao nhất?", "doanh nghiệp"),
    (QUARTER, "Tỷ lệ hộ nghèo hiện nay là bao nhiêu?", "6,84"),
    (QUARTER, "Quý I có bao nhiêu doanh nghiệp?", "268"),
])  # fmt: skip
def test_neither_the_sum_nor_the_past_nor_another_kind(text: str, question: str, neighbour: str) -> None:
    assert neighbour not in told(text, question)
