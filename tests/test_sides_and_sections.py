"""Whose trade a section tells of, what its brackets hold, parts behind a plan, suppliers, rows without a part; and what is asked of another side, term or sort. Invented texts."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Base, Figure, Measure, Modality
from report.reader import read_figures
from tests.fake_library import ask, shelf_of

TRADE = """BÁO CÁO
Kết quả công nghiệp, thương mại giai đoạn 2016 - 2020

I. CÔNG NGHIỆP

1. Giá trị sản xuất công nghiệp năm 2020 ước 6.214 tỷ đồng. Mức tăng từng năm: 2016 tăng 6,1%; 2017 tăng 9,4%; 2018 tăng 11,7%.

2. Sản phẩm chủ yếu (sản lượng năm 2020; trong ngoặc là năm 2015 và mức tăng, giảm bình quân năm)
- Quặng sắt 152 nghìn tấn (231 nghìn tấn; giảm 8,03%);
- Gạch không nung 96 triệu viên (61 triệu viên; tăng 9,49%).

II. THƯƠNG MẠI

1. Xuất nhập khẩu qua các cửa khẩu của tỉnh (hàng của doanh nghiệp cả nước)

Tổng kim ngạch năm 2020 ước 2.214 triệu USD, vượt mục tiêu 2.150 triệu USD. Trong đó xuất khẩu 1.402 triệu USD; nhập khẩu 812 triệu USD.

2. Xuất nhập khẩu của tỉnh (doanh nghiệp có trụ sở tại tỉnh)

Xuất khẩu năm 2020 ước 71,4 triệu USD, vượt mục tiêu 68 triệu USD; trong đó 55,2 triệu USD đi qua các cửa khẩu của tỉnh, 16,2 triệu USD qua cảng Hải Phòng.
"""

CITY = """# Thu ngân sách 8 tháng năm 2023

**Biểu 1. Thu NSNN trên địa bàn** (ĐVT: triệu đồng)

| STT | Nội dung thu | Dự toán | Thực hiện 8 tháng |
|---|---|---:|---:|
| **I** | **Tổng thu NSNN trên địa bàn** | 1.129.000 | 694.000 |
| | *Không kể tiền sử dụng đất* | 709.000 | 479.000 |
| 1 | Thuế thu nhập cá nhân | 96.000 | 71.500 |
| 2 | Tiền sử dụng đất | 420.000 | 215.000 |

**Biểu 2. Giải ngân theo chủ đầu tư** (ĐVT: triệu đồng)

| STT | Chủ đầu tư | Kế hoạch vốn năm 2023 | Giải ngân đến 31/7 | Giải ngân đến 31/8 | Vốn còn lại |
|---|---|---:|---:|---:|---:|
| 1 | Trung tâm Phát triển quỹ đất | 92.500 | 17.400 | 23.800 | 68.700 |
| 2 | Phòng Kinh tế | 7.800 | 2.300 | 3.000 | 4.800 |

Truy thu và phạt 7,8 tỷ đồng đối với 63 doanh nghiệp; nợ thuế của các doanh nghiệp là 96,8 tỷ đồng. Lãi suất bình quân phát hành trái phiếu là 3,27%/năm. Vốn đầu tư công giải ngân 26,8 tỷ đồng.
"""


def told(text: str, question: str) -> str:
    return ask(shelf_of("t.md" if "|" in text else "t.txt", text), question).text.partition("Đừng nhầm")[0]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Xuất khẩu của tỉnh năm 2020 là bao nhiêu?", "71,4 triệu USD"), ("Năm 2020 hàng xuất khẩu qua các cửa khẩu của tỉnh trị giá bao nhiêu?", "1.402 triệu USD"),
        ("Trong xuất khẩu của tỉnh năm 2020, phần đi qua các cửa khẩu của tỉnh là bao nhiêu?", "55,2 triệu USD"), ("Xuất khẩu của tỉnh qua cảng Hải Phòng là bao nhiêu?", "16,2 triệu USD"),
        ("Gạch không nung năm 2015 sản xuất được bao nhiêu?", "61 triệu viên"), ("Giá trị sản xuất công nghiệp năm 2017 tăng bao nhiêu phần trăm?", "9,4%"),
    ],
)  # fmt: skip
def test_sections_and_their_brackets_say_whose_and_when(question: str, value: str) -> None:
    assert told(TRADE, question).startswith((value, f"Tăng {value}"))


def test_parts_behind_a_plan_are_of_what_was_done() -> None:
    found = {f.text: f for f in read_figures(read_text(TRADE, name="t"))}
    assert found["68 triệu USD"].modality is Modality.TARGET and found["55,2 triệu USD"].modality is found["16,2 triệu USD"].modality is Modality.ESTIMATE
    assert (found["8,03%"].base, found["8,03%"].period.first, found["231 nghìn tấn"].period.year) == (Base.AVERAGE, 2016, 2015)


def test_suppliers_are_whom_it_comes_from() -> None:
    text = "Xuất nhập khẩu 11 tháng năm 2024\n\nHoa Kỳ là thị trường xuất khẩu lớn nhất với 108 tỷ USD; tiếp theo là Trung Quốc 55 tỷ USD; Hàn Quốc 23 tỷ USD. Ở chiều ngược lại, Trung Quốc là nguồn cung lớn nhất với 130 tỷ USD; Hàn Quốc 50 tỷ USD.\n"
    found: dict[str, Figure] = {f.text: f for f in read_figures(read_text(text, name="t"))}
    assert found["50 tỷ USD"].indicator == "nhập khẩu từ Hàn Quốc" and found["23 tỷ USD"].indicator == "xuất khẩu sang Hàn Quốc"


def test_suppliers_need_no_markets_before_them() -> None:
    found = {f.text: f for f in read_figures(read_text("Hải quan 7 tháng năm 2026\n\nTrung Quốc là nguồn cung lớn nhất với 402 triệu USD; Hàn Quốc 118 triệu USD.\n", name="t"))}
    assert [found[t].indicator for t in ("402 triệu USD", "118 triệu USD")] == ["nhập khẩu từ Trung Quốc", "nhập khẩu từ Hàn Quốc"]


def test_a_row_without_a_part_heads_none_of_them() -> None:
    found = {f.text: f for f in read_figures(read_text(CITY, name="t.md"))}
    assert "không kể" not in found["71.500 triệu đồng"].head and found["479.000 triệu đồng"].indicator.startswith("tổng thu")
    assert found["71.500 triệu đồng"].measure is Measure.LEVEL


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Trung tâm Phát triển quỹ đất còn bao nhiêu vốn chưa giải ngân?", "68.700"), ("Tiền sử dụng đất còn thiếu bao nhiêu so với dự toán?", "205.000"),
        ("Lãi suất bình quân phát hành trái phiếu là bao nhiêu?", "3,27%"), ("Nợ thuế của các doanh nghiệp là bao nhiêu?", "96,8 tỷ đồng"),
    ],
)  # fmt: skip
def test_what_is_left_is_told_as_the_table_does(question: str, value: str) -> None:
    assert value in told(CITY, question)


@pytest.mark.parametrize("question", ["Doanh nghiệp nào nợ thuế nhiều nhất?", "Lãi suất phát hành trái phiếu kỳ hạn 5 năm là bao nhiêu?", "Nợ tiền sử dụng đất là bao nhiêu?", "Vốn đầu tư công trong nước giải ngân được bao nhiêu?"])
def test_what_is_of_another_side_term_or_sort_is_not_told(question: str) -> None:
    assert told(CITY, question).startswith("Báo cáo không nêu")


NEWS = """Xuất nhập khẩu 11 tháng năm 2024

Gạo đạt 8,4 triệu tấn, trị giá 5,2 tỷ USD. Cà phê tiếp tục “lượng giảm, tiền tăng”: xuất khẩu 1,2 triệu tấn, giảm 14,1%, nhưng thu về 4,8 tỷ USD, tăng 36,2%, nhờ giá bình quân lên cao.

Đại diện Hiệp hội Cà phê lý giải lượng cà phê xuất khẩu giảm vì khô hạn kéo dài làm hụt sản lượng.

Hoa Kỳ là thị trường xuất khẩu lớn nhất với 108 tỷ USD. Ở chiều ngược lại, Trung Quốc là nguồn cung lớn nhất với 130 tỷ USD.

Bộ Công Thương dự báo xuất khẩu cả năm 2024 khoảng 403 tỷ USD, nhập khẩu khoảng 378 tỷ USD. Từ nay đến cuối năm bộ sẽ tập trung ba việc: cấp chứng nhận xuất xứ qua mạng; giải tỏa nông sản tại cửa khẩu; cảnh báo sớm phòng vệ thương mại.
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Vì sao lượng cà phê xuất khẩu giảm?", "khô hạn", "nhờ giá"), ("Bộ Công Thương sẽ tập trung những việc gì từ nay đến cuối năm?", "chứng nhận xuất xứ", "378"),
        ("Trung Quốc là thị trường xuất khẩu lớn nhất phải không?", "Hoa Kỳ là thị trường xuất khẩu lớn nhất", "Đúng"), ("Trung Quốc là nguồn cung lớn nhất đúng không?", "Đúng", "Không đúng"),
    ],
)  # fmt: skip
def test_sentences_tell_causes_deeds_and_the_first_of_all(question: str, said: str, unsaid: str) -> None:
    answer = told(NEWS, question)
    assert said in answer and unsaid not in answer


def test_what_it_brought_in_is_asked_of_the_thing_of_the_talk() -> None:
    told_ = ask(shelf_of("t.txt", NEWS), "thu về bao nhiêu tiền?", history=("Gạo xuất khẩu được bao nhiêu tấn?",))
    assert told_.text.startswith("5,2 tỷ USD")
