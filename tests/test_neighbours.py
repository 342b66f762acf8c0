"""What a sentence leaves to those around it, which time was the highest, and how a talk goes on to another term or goal. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Ask
from chain.assistant import Assistant
from ingest import read_text
from report.model import Base, Direction, Figure, Measure
from report.reader import read_figures
from tests.fake_library import Shelf, ask, shelf_of


def figures_of(text: str, head: str = "Tình hình xuất nhập khẩu tháng 5 và 5 tháng năm 2031") -> list[Figure]:
    return list(read_figures(read_text(f"{head}\n\n{text}\n", name="t")))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Xuất khẩu của doanh nghiệp FDI đạt 9,4 tỷ USD. Ở chiều ngược lại, nhập khẩu của khối này đạt 7,1 tỷ USD.", "nhập khẩu của doanh nghiệp FDI"),
        ("Khu vực FDI xuất khẩu 9,4 tỷ USD, tăng 5%. Nhập khẩu của khu vực này đạt 7,1 tỷ USD.", "nhập khẩu của khu vực FDI"),
        ("Thu từ khu vực ngoài quốc doanh đạt 214 tỷ đồng. Nợ thuế của khu vực này là 7,1 tỷ đồng.", "nợ thuế của khu vực ngoài quốc doanh"),
    ],
)
def test_whose_it_is_when_the_text_points_back(text: str, name: str) -> None:
    assert figures_of(text)[-1].indicator == name


def test_what_points_at_nobody_is_of_nobody() -> None:
    assert figures_of("Sản lượng cá đạt 1,2 triệu tấn. Xuất khẩu của khối này đạt 7,1 tỷ USD.")[-1].indicator == "xuất khẩu"


def test_a_change_of_the_month_is_measured_as_its_neighbours_are() -> None:
    text = "Giày dép: trong tháng đạt 420 triệu USD, giảm 3,2% so với tháng trước; 5 tháng đạt 2,1 tỷ USD, tăng 4,4%.\nHạt tiêu: trong tháng đạt 61 triệu USD, giảm 2,7%; 5 tháng đạt 288 triệu USD, tăng 9,3%."
    bases = {f.text: f.base for f in figures_of(text)}
    assert bases["2,7%"] is Base.PREVIOUS and bases["9,3%"] is Base.YEAR
    alone = {f.text: f.base for f in figures_of(text.partition("\n")[2])}
    assert alone["2,7%"] is Base.YEAR


def test_a_list_of_countries_goes_on_as_it_began() -> None:
    names = [f.indicator for f in figures_of("Xuất khẩu sang Hoa Kỳ đạt 6,2 tỷ USD, tăng 3,1%; Trung Quốc 4,8 tỷ USD, giảm 1,5%. Trị giá xuất nhập khẩu với châu Á đạt 31 tỷ USD; châu Mỹ 9,6 tỷ USD.")]
    assert names == ["xuất khẩu sang Hoa Kỳ"] * 2 + ["xuất khẩu sang Trung Quốc"] * 2 + ["trị giá xuất nhập khẩu với châu Á", "trị giá xuất nhập khẩu với châu Mỹ"]


def test_what_reliefs_cost_is_no_fall() -> None:
    told = figures_of("Tổng số tiền miễn, giảm là 4,7 nghìn tỷ đồng (giảm 2% thuế suất thuế GTGT 2,6 nghìn tỷ đồng, giảm tiền thuê đất 1,8 nghìn tỷ đồng, giảm phí, lệ phí 0,3 nghìn tỷ đồng).", "Ngân sách 5 tháng năm 2031")
    assert [(f.indicator, f.measure, f.direction) for f in told if f.unit == "đồng"][1:] == [
        ("giảm thuế suất thuế GTGT", Measure.LEVEL, Direction.NONE), ("giảm tiền thuê đất", Measure.LEVEL, Direction.NONE), ("giảm phí, lệ phí", Measure.LEVEL, Direction.NONE),
    ]  # fmt: skip
    assert figures_of("Thu thuế giảm 5 tỷ đồng, giảm thuế xuất khẩu 3 tỷ đồng.")[0].measure is Measure.CHANGE


def test_a_plan_said_once_is_of_all_that_met_it() -> None:
    told = figures_of("Chi đầu tư đạt 41,2%, chi trả nợ lãi đạt 55,5% và chi thường xuyên đạt 52% dự toán năm.", "Ngân sách 5 tháng năm 2031")
    assert [(f.measure, f.base) for f in told] == [(Measure.COMPLETION, Base.PLAN)] * 3
    assert figures_of("Độ che phủ rừng đạt 43%, trồng rừng đạt 80% kế hoạch.")[0].measure is Measure.LEVEL


def test_what_the_treasury_paid() -> None:
    text = "2. Giải ngân vốn đầu tư công\nKế hoạch vốn năm 2031 được giao là 8.920 tỷ đồng. Ước thanh toán đến 31/5 là 2.410 tỷ đồng, đạt 27% kế hoạch."
    paid = figures_of(text, "Ngân sách 5 tháng năm 2031")[1:]
    assert [(f.indicator, f.head) for f in paid] == [("thanh toán", "giải ngân vốn đầu tư công")] * 2


def test_a_letter_ends_the_list_within_the_one_before() -> None:
    text = "a) Nhóm chưa đạt:\n- Đá ốp 2.350 nghìn m2;\n- Điện sản xuất 87 triệu kWh, gồm:\n+ Thủy điện 68 triệu kWh;\n+ Điện gió 19 triệu kWh.\nb) Nhóm khác: gạch nung 118 triệu viên."
    assert figures_of(text, "Công nghiệp năm 2030")[-1].head == "nhóm khác"


CPI = """# Giá tiêu dùng cả nước tháng 5 năm 2031

Giá thịt lợn, rau xanh tăng do nguồn cung giảm là các yếu tố đẩy CPI tháng 5 tăng 0,36% so với tháng trước.

- Giá gạo tăng 1,58% so với tháng trước. Giá thịt lợn tăng 1,97% vì dịch tai xanh tái phát ở vùng trung du.
- Bình quân 5 tháng, lương thực tăng 2,88% so với cùng kỳ.

Lạm phát cơ bản[^1] tháng 5 tăng 0,25% so với tháng trước.

**Bảng 1. CPI và lạm phát cơ bản các tháng năm 2031** (tốc độ tăng, giảm, %)

| Tháng | CPI so tháng trước | CPI so cùng kỳ | Lạm phát cơ bản so tháng trước |
|---|---:|---:|---:|
| Tháng 1 | 0,22 | 3,43 | 0,33 |
| Tháng 2 | 0,43 | 3,46 | 0,38 |
| Tháng 3 | –0,05 | 3,40 | 0,09 |
| Tháng 4 | 0,31 | 3,48 | 0,21 |
| Tháng 5 | 0,36 | 3,28 | 0,25 |

[^1]: CPI sau khi loại trừ lương thực, thực phẩm tươi sống và năng lượng.
"""


@pytest.fixture(scope="module")
def cpi() -> Shelf:
    return shelf_of("cpi.md", CPI)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tháng nào CPI tăng cao nhất so với tháng trước?", "Tháng 2: tăng 0,43%"),
        ("Tháng nào CPI tăng thấp nhất so với cùng kỳ?", "Tháng 5: tăng 3,28%"),
        ("Tháng nào lạm phát cơ bản tăng cao nhất so với tháng trước?", "Tháng 2: tăng 0,38%"),
        ("Vì sao giá thịt lợn tháng 5 tăng?", "Giá thịt lợn tăng 1,97% vì dịch tai xanh"),
        ("Giá thịt lợn tháng 5 tăng do đâu?", "Giá thịt lợn tăng 1,97% vì dịch tai xanh"),
        ("Lạm phát cơ bản loại trừ những nhóm hàng nào?", "CPI sau khi loại trừ lương thực"),
        ("Bình quân 5 tháng giá gạo tăng bao nhiêu phần trăm?", "Báo cáo không nêu"),
    ],
)
def test_which_month_and_why(cpi: Shelf, question: str, told: str) -> None:
    assert ask(cpi, question).text.startswith(told)


BONDS = """# Ngân sách nhà nước 5 tháng năm 2031

## 1. Phát hành trái phiếu

**Bảng 1. Phát hành trái phiếu theo kỳ hạn** (Đơn vị: tỷ đồng)

| Kỳ hạn | Kế hoạch năm | Lũy kế 5 tháng | Lãi suất phiên gần nhất (%/năm) |
|---|---:|---:|---:|
| 5 năm | 90.000 | 38.420 | 1,92 |
| 10 năm | 140.000 | 97.350 | 2,74 |
| 15 năm | 120.000 | 58.730 | 2,93 |

## 2. Giải ngân

Giải ngân chậm chủ yếu do vướng mặt bằng. Các bộ, địa phương phấn đấu giải ngân ít nhất 95% kế hoạch vốn đầu tư công.
"""


@pytest.fixture(scope="module")
def bonds() -> Shelf:
    return shelf_of("bonds.md", BONDS)


@pytest.mark.parametrize(
    ("talk", "told"),
    [
        (("Lũy kế 5 tháng phát hành được bao nhiêu trái phiếu kỳ hạn 15 năm?",), "58.730 tỷ đồng"),
        (("Lãi suất phiên gần nhất của trái phiếu kỳ hạn 10 năm là bao nhiêu?",), "2,74%/năm"),
        (("Lãi suất phiên gần nhất của trái phiếu kỳ hạn 10 năm là bao nhiêu?", "thế 5 năm?"), "1,92%/năm"),
        (("Bộ nào giải ngân vốn đầu tư công cao nhất?",), "Báo cáo không nêu"),
        (("Giải ngân chậm do nguyên nhân gì?",), "Giải ngân chậm chủ yếu do vướng mặt bằng"),
    ],
)
def test_terms_of_bonds_and_ministries(bonds: Shelf, talk: tuple[str, ...], told: str) -> None:
    assert Assistant(bonds).invoke(Ask(talk[-1], talk[:-1])).text.startswith(told)


def test_another_base_goes_on_with_the_growth(cpi: Shelf) -> None:
    talk = ("CPI tháng 4 tăng bao nhiêu so với tháng trước?", "tháng 3?", "so với cùng kỳ thì bao nhiêu?")
    assert Assistant(cpi).invoke(Ask(talk[-1], talk[:-1])).text.startswith("Tăng 3,40% so với cùng kỳ năm trước")


OUTLINE = """# Công nghiệp, thương mại tỉnh Khe Lâm 5 năm 2026 - 2030

## 1. Kết quả

- Năm 2026 giá trị sản xuất công nghiệp tăng 11,4%; năm 2027 tăng 13,2%; năm 2028 tăng 15,1%; năm 2029 tăng 9,6%.
- Gạch nung 118 triệu viên, bình quân giảm 5,8%/năm; gạch không nung 96 triệu viên, bình quân tăng 21,3%/năm.
- Hàng của cả nước qua cửa khẩu Pác Lộ (không tính vào kim ngạch địa phương) đạt 864 triệu USD.
- Có 2 cụm công nghiệp (Nà Sát, Bó Tờ) chưa có chủ đầu tư hạ tầng.

| Chỉ tiêu | ĐVT | Mục tiêu NQ năm 2030 | Ước TH năm 2030 |
|---|---|---:|---:|
| Kim ngạch xuất khẩu hàng địa phương | triệu USD | 450 | 486 |
| Kim ngạch nhập khẩu địa phương | triệu USD | 300 | 297 |
"""


@pytest.fixture(scope="module")
def outline() -> Shelf:
    return shelf_of("outline.md", OUTLINE)


@pytest.mark.parametrize(
    ("talk", "told"),
    [
        (("Năm nào giá trị sản xuất công nghiệp tăng cao nhất?",), "Năm 2028: tăng 15,1%"),
        (("Năm nào công nghiệp lớn nhanh nhất?",), "Năm 2028: tăng 15,1%"),
        (("Năm nào công nghiệp tăng chậm nhất?",), "Năm 2029: tăng 9,6%"),
        (("Gạch không nung tăng bình quân bao nhiêu phần trăm một năm?", "thế gạch nung?"), "Giảm 5,8%/năm"),
        (("Kim ngạch xuất khẩu hàng địa phương năm 2030 là bao nhiêu?", "mục tiêu Nghị quyết đặt ra bao nhiêu?"), "450 triệu USD"),
        (("Năm 2030 hàng địa phương xuất siêu bao nhiêu?",), "Xuất siêu 189 triệu USD"),
        (("Kim ngạch địa phương đã gồm cả hàng qua cửa khẩu Pác Lộ, đúng không?",), "Không đúng"),
        (("Hai cụm công nghiệp nào chưa có chủ đầu tư hạ tầng?",), "Có 2 cụm công nghiệp (Nà Sát, Bó Tờ)"),
    ],
)
def test_an_outline_asked(outline: Shelf, talk: tuple[str, ...], told: str) -> None:
    assert Assistant(outline).invoke(Ask(talk[-1], talk[:-1])).text.startswith(told)


RETAIL = """Kinh tế thành phố Vĩnh Lương tháng 6 năm 2031

I. Bán lẻ

Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 6 ước đạt 8.962,5 tỷ đồng. Số chính thức tháng 5 là 8.812,7 tỷ đồng. Tính chung 6 tháng đầu năm, tổng mức ước đạt 51.846,2 tỷ đồng, bằng 49,6% kế hoạch năm (104.500 tỷ đồng).

II. Ngân sách

Lũy kế 6 tháng, thu ngân sách đạt 986,2 tỷ đồng, bằng 80,8% dự toán và 76,8% chỉ tiêu phấn đấu. Sở Y tế đã giải ngân 21,3 tỷ đồng vốn đầu tư công; toàn thành phố đã giải ngân 942,8 tỷ đồng. Kim ngạch qua ga Nà Tang đạt 358,9 triệu USD, chưa bao gồm hàng tạm nhập tái xuất.
"""


@pytest.fixture(scope="module")
def retail() -> Shelf:
    return shelf_of("retail.txt", RETAIL)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng 6 tháng đầu năm là bao nhiêu?", "51.846,2 tỷ đồng"),
        ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 5 là bao nhiêu?", "8.812,7 tỷ đồng"),
        ("6 tháng đầu năm tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng đạt 104.500 tỷ đồng phải không?", "Không đúng: báo cáo nêu tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng 51.846,2 tỷ đồng"),
        ("Thu ngân sách 6 tháng bằng bao nhiêu phần trăm chỉ tiêu phấn đấu?", "Bằng 76,8%"),
        ("Thu ngân sách 6 tháng bằng bao nhiêu phần trăm dự toán?", "Bằng 80,8%"),
        ("syt giải ngân được bao nhiêu tỷ vốn đầu tư công", "21,3 tỷ đồng"),
        ("Kim ngạch qua ga Nà Tang là bao nhiêu?", "358,9 triệu USD"),
        ("Kim ngạch qua ga Nà Tang đã tính cả hàng tạm nhập tái xuất, đúng không?", "Không đúng"),
    ],
)
def test_a_city_asked(retail: Shelf, question: str, told: str) -> None:
    assert ask(retail, question).text.startswith(told)


def test_the_budget_is_not_the_capital_paid_out() -> None:
    """What a district paid out of investment's capital is no revenue of its budget."""
    shelf = shelf_of("b.txt", "Ngân sách tỉnh 6 tháng năm 2031\n\nHuyện Yên Lộ đã giải ngân 68,2 tỷ đồng vốn đầu tư công, đạt 41% kế hoạch.\n")
    assert ask(shelf, "Thu ngân sách của huyện Yên Lộ 6 tháng đầu năm?").text.startswith("Báo cáo không nêu")
    assert ask(shelf, "Huyện Yên Lộ giải ngân vốn đầu tư công bao nhiêu?").text.startswith("68,2 tỷ đồng")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Khai khoáng đạt 1.688 tỷ đồng, tỷ trọng giảm từ 9,5% năm 2026 xuống 4,8% năm 2030.", ["khai khoáng"] * 2),
        ("Chế biến đạt 1.688 tỷ đồng; tỷ trọng trong toàn ngành tăng từ 9,5% năm 2026 lên 14,8% năm 2030.", ["chế biến"] * 2),
        ("Tỷ trọng khai khoáng giảm từ 9,5% năm 2026 xuống 4,8% năm 2030.", ["tỷ trọng khai khoáng"] * 2),
    ],
)
def test_a_weight_is_a_share_of_its_own_thing(text: str, names: list[str]) -> None:
    told = [f for f in figures_of(text, "Công nghiệp giai đoạn 2026-2030") if f.unit == "%"]
    assert [(f.indicator, f.measure) for f in told] == [(name, Measure.SHARE) for name in names]


def test_another_things_weight_is_not_named_after_the_clause_before() -> None:
    told = figures_of("Chế biến đạt 10 tỷ đồng, tỷ trọng tăng từ 46% lên 48%; điện tăng nhanh nhất, nâng tỷ trọng từ 25% lên 37%.", "Công nghiệp năm 2030")
    assert not any("chế biến" in f.indicator for f in told if f.text in ("25%", "37%"))
