"""What a question names together: members of one list, two ways of one thing, years to be added up, a total and no part of it. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from ingest import read_text
from tests.fake_library import Shelf, ask

SCHOOL = """# Thư viện và trường học tỉnh Sa Hà 9 tháng năm 2024

Xếp loại học lực học kỳ I: giỏi 21,4%, khá 46,2%, trung bình 32,4%. Trung tâm ngoại ngữ có 3.120 học viên.

Lào vẫn là đối tác lớn nhất ở cả hai chiều: 9 tháng xuất sang thị trường này 64,2 triệu USD, nhập từ thị trường này 91,5 triệu USD. Các thị trường xuất khẩu kế tiếp là Thái Lan 31,8 triệu USD, Nhật Bản 12,6 triệu USD.

Kim ngạch xuất khẩu 9 tháng đạt 120 triệu USD. Trong đó: chè 14,2 triệu USD, giảm 9,1% do nước mua tạm dừng nhập khẩu từ tháng 8; quế 31,5 triệu USD, tăng 4,2%.

Đến nay có 4 khu công nghiệp, tỷ lệ lấp đầy 62,5%. Về cụm công nghiệp, có 9 cụm công nghiệp hoạt động, tạo việc làm cho 5.120 lao động.

Dự án nhà thi đấu Tân Hà vốn 86 tỷ đồng khởi công ngày 12/5. Trạm 110 kV Tân Hà đưa vào vận hành ngày 20/6.

**Bảng 1. Doanh thu** (tỷ đồng)

| Chỉ tiêu | Tháng 8 | 9 tháng |
|:--|--:|--:|
| Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ | 812,4 | 7.120,5 |
| Bán lẻ hàng hóa | 640,1 | 5.630,2 |
| Dịch vụ lưu trú | 42,6 | 390,4 |

**Bảng 2. Sản lượng gỗ** (m3)

| Chỉ tiêu | Năm 2021 | Năm 2022 | Năm 2023 |
|:--|--:|--:|--:|
| Gỗ rừng trồng khai thác | 12.400 | 13.100 | 14.500 |
| Đàn trâu (con) | 3.100 | 3.050 | 2.980 |
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(read_text(SCHOOL, name="sa-ha"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tỷ lệ học lực giỏi, khá, trung bình học kỳ I là bao nhiêu?", ("21,4%", "46,2%", "32,4%")),
        ("Tổng kim ngạch hai chiều với Lào 9 tháng là bao nhiêu?", ("155,7 triệu USD",)),
        ("9 tháng nhập khẩu từ Lào bao nhiêu?", ("91,5 triệu USD",)),
        ("Tổng mức bán lẻ tháng 8 là bao nhiêu?", ("812,4",)),
        ("Bán lẻ hàng hóa tháng 8 là bao nhiêu?", ("640,1",)),
        ("Cộng cả 3 năm 2021-2023, khai thác gỗ rừng trồng tổng cộng bao nhiêu?", ("40.000",)),
        ("Vì sao xuất khẩu chè giảm?", ("nước mua tạm dừng nhập khẩu",)),
        ("Dự án nhà thi đấu Tân Hà 86 tỷ đồng khởi công khi nào?", ("12/5",)),
        ("Trạm 110 kV Tân Hà vận hành khi nào?", ("20/6",)),
    ],
)
def test_what_is_named_is_answered(shelf: Shelf, question: str, said: tuple[str, ...]) -> None:
    result = ask(shelf, question)
    assert isinstance(result, Answer) and all(s in result.text for s in said), result.text


@pytest.mark.parametrize(
    "question",
    [
        "Cộng cả 3 năm 2021-2023, đàn trâu tổng cộng bao nhiêu con?",  # a herd is not added up over years
        "Cộng cả 5 năm 2019-2023, khai thác gỗ rừng trồng tổng cộng bao nhiêu?",  # two of them are not told
        "Vì sao nhập khẩu chè giảm?",  # the cause is told of exports
        "Khoản thưởng 95 tỷ đồng cho nhà thi đấu Tân Hà được chi ngày nào?",  # there is none of that much
        "Các khu công nghiệp tạo việc làm cho bao nhiêu lao động?",  # those of the clusters
    ],
)
def test_what_is_not_told_is_not(shelf: Shelf, question: str) -> None:
    result = ask(shelf, question)
    assert isinstance(result, NotInReport), result.text


def test_a_plan_of_a_later_year_leaves_the_thing_spoken_of() -> None:
    text = """# Báo cáo ngành công thương tỉnh Sa Hà 2016-2020

**Bảng 1. Một số chỉ tiêu tổng hợp**

| Chỉ tiêu | Đơn vị | Năm 2015 | Ước 2020 |
|:--|:--|--:|--:|
| Điện thương phẩm | triệu kWh | 915 | 1.390 |

**Bảng 2. Sản phẩm công nghiệp chủ yếu**

| Sản phẩm | Đơn vị | Thực hiện 2015 | Kế hoạch 2020 | Mục tiêu 2025 |
|:--|:--|--:|--:|--:|
| Điện sản xuất | triệu kWh | 312 | 450 | 700 |

## Mục tiêu đến năm 2025

Đến năm 2025, điện thương phẩm đạt 2.200 triệu kWh.
"""
    result = Assistant(Shelf(read_text(text, name="cong-thuong", markdown=True))).invoke(Ask("còn năm 2020?", ("Điện thương phẩm năm 2015 là bao nhiêu?", "Mục tiêu năm 2025 thì sao?")))
    assert isinstance(result, Answer) and "1.390" in result.text and "450" not in result.text.split("Đừng nhầm")[0], result.text


def test_both_of_a_thing_may_be_named_before_it() -> None:
    text = """# Chăn nuôi tỉnh Sa Hà 9 tháng năm 2024

**Bảng 1. Sản lượng thịt** (tấn)

| Chỉ tiêu | Tháng 9 | 9 tháng |
|:--|--:|--:|
| Thịt lợn trang trại | 120 | 1.040 |
| Thịt lợn nông hộ | 310 | 2.650 |
"""
    result = ask(Shelf(read_text(text, name="chan-nuoi")), "Cộng cả trang trại và nông hộ, sản lượng thịt lợn 9 tháng là bao nhiêu tấn?")
    assert isinstance(result, Answer) and "3.690" in result.text, result.text


FARM = """# Nông nghiệp và đầu tư tỉnh Sa Hà 9 tháng năm 2024

**Bảng 1. Sản lượng quả** (tấn)

| Nhóm | Loại | Tháng 9 | 9 tháng |
|:--|:--|--:|--:|
| Tổng sản lượng | | 9.120 | 71.300 |
| Cam | Cộng cam | 4.310 | 33.400 |
| Cam | Cam sành | 2.940 | 22.600 |
| Bưởi | Cộng bưởi | 2.080 | 17.900 |
| Bưởi | Bưởi da xanh | 1.150 | 9.700 |

Các khu du lịch thu hút 24 dự án, vốn đăng ký 3.150 tỷ đồng, vốn thực hiện 1.280 tỷ đồng.

| Chỉ tiêu | Đơn vị | Năm 2022 | Năm 2023 |
|:--|:--|--:|--:|
| Tổng mức bán lẻ HH và DTDV | Tỷ đồng | 5.410 | 6.020 |
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sản lượng cam sành 9 tháng là bao nhiêu tấn?", "22.600"),
        ("Sản lượng bưởi da xanh tháng 9 là bao nhiêu tấn?", "1.150"),
        ("Tổng sản lượng quả 9 tháng là bao nhiêu tấn?", "71.300"),
        ("Các dự án trong khu du lịch đã thực sự bỏ ra bao nhiêu vốn (vốn thực hiện)?", "1.280"),
        ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ năm 2022 đạt bao nhiêu tỷ đồng?", "5.410"),
    ],
)
def test_every_word_of_a_question_counts(question: str, said: str) -> None:
    result = ask(Shelf(read_text(FARM, name="nong-nghiep", markdown=True)), question)
    assert isinstance(result, Answer) and said in result.text.split("Đừng nhầm")[0], result.text
