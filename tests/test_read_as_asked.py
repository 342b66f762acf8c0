"""Questions read for what they ask: completion told as a rate, "so với" that joins nothing, seasons of rice, offices that do something. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from tests.fake_library import Shelf, ask, shelf_of

BUDGET = shelf_of(
    "ngan-sach.md",
    """# Ngân sách thành phố Hà Lam 8 tháng năm 2025

Bảng 1. Thu ngân sách 8 tháng

*(Đơn vị: tỷ đồng; %)*

| Chỉ tiêu | Dự toán 2025 | Ước tháng 8 | Ước 8 tháng | 8 tháng so dự toán (%) | 8 tháng so cùng kỳ 2024 (%) |
|---|---:|---:|---:|---:|---:|
| Thu nội địa | 41.300 | 3.215 | 28.640 | 69,3 | 108,4 |
| Phí, lệ phí | 1.260 | 104 | 873 | 69,3 | 97,1 |
| Thu từ hoạt động nhập khẩu | 9.800 | 716 | 6.105 | 62,3 | 103,6 |

Tính đến 31/8, tổng dư nợ vay của thành phố là 4.182 tỷ đồng, tăng 3,7% so với cuối năm 2024.

Tính đến 31/8, số tiền bảo hiểm chậm đóng do Cục Việc làm theo dõi là 214 tỷ đồng.
""",
)
FARMS = shelf_of(
    "nong-nghiep.txt",
    "Sản xuất nông nghiệp tỉnh Hà Lam 8 tháng năm 2025\n\n1. Trồng trọt\n- Lúa hè thu: Toàn tỉnh gieo cấy 31.450 ha. Năng suất đạt 55,2 tạ/ha, sản lượng đạt 173,6 nghìn tấn.\n\n"
    "2. Đất đai\nCác khu công nghiệp đã thành lập có diện tích 642,5 ha, đã cho thuê 301,7 ha.\n\n3. Công nghiệp\nChỉ số sản xuất công nghiệp tháng 8 tăng 4,1% so với tháng trước và tăng 9,3% so với cùng kỳ.\n",
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Thu nội địa 8 tháng ước đạt bao nhiêu?", "28.640 tỷ đồng"),
        ("Phí, lệ phí tháng 8 thu được bao nhiêu tỷ đồng?", "104 tỷ đồng"),
        ("Phí, lệ phí 8 tháng đạt tỷ lệ bao nhiêu so với dự toán năm?", "69,3%"),
        ("tong du no vay cua thanh pho tang bao nhieu phan tram so voi cuoi nam 2024", "3,7%"),
        ("Tổng dư nợ vay của thành phố tăng bao nhiêu phần trăm so với cuối năm 2024?", "3,7%"),
        ("Cục Việc làm đang theo dõi bao nhiêu tiền bảo hiểm chậm đóng?", "214 tỷ đồng"),
    ],
)
def test_a_budget_is_asked(question: str, told: str) -> None:
    result = ask(BUDGET, question)
    assert isinstance(result, Answer) and told in result.text.partition("Đừng nhầm")[0], result.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Sản lượng lúa hè thu là bao nhiêu?", "173,6 nghìn tấn"),
        ("Vụ hè thu 2025 thu hoạch được bao nhiêu tấn lúa?", "173,6 nghìn tấn"),
        ("Các khu công nghiệp đã thành lập chiếm tổng diện tích bao nhiêu héc-ta?", "642,5 ha"),
        ("Chỉ số sản xuất công nghiệp tháng 8/2025 so với tháng 8/2024 ra sao?", "9,3%"),
        ("Chỉ số sản xuất công nghiệp tháng 8/2025 so với tháng 7/2025 thế nào?", "4,1%"),
    ],
)
def test_fields_and_land_are_asked(question: str, told: str) -> None:
    result = ask(FARMS, question)
    assert isinstance(result, Answer) and told in result.text.partition("Đừng nhầm")[0], result.text


@pytest.mark.parametrize("question", ["Vụ đông xuân 2024 - 2025 thu hoạch được bao nhiêu tấn lúa?", "Sản lượng lúa vụ thu đông 2025 là bao nhiêu?", "Bộ Công an theo dõi bao nhiêu tiền chậm đóng?"])
def test_another_season_or_body_gets_no_figure(question: str) -> None:
    assert isinstance(ask(FARMS, question), NotInReport)


PLACES = shelf_of(
    "dau-tu.md",
    """# Kinh tế tỉnh Hà Lam 9 tháng năm 2025

Cấp mới 12 dự án FDI với vốn đăng ký 96,2 triệu USD; 4 lượt dự án điều chỉnh vốn, tăng thêm 21,4 triệu USD.

Trong đó huyện Đông Khê 7 dự án, thị xã Bình Sa 3 dự án, huyện Tân Lĩnh 2 dự án.

Thu nội địa 9 tháng đạt 3.914 tỷ đồng, bằng 68,2% dự toán; riêng tiền sử dụng đất 836 tỷ đồng. Nếu loại trừ tiền sử dụng đất và xổ số thì thu nội địa chỉ còn 2.961 tỷ đồng.

Kim ngạch xuất khẩu 9 tháng đạt 540,0 triệu USD, giảm 10,0% so với cùng kỳ.

Vốn nhà nước chiếm 27,5% GTSXCN (giá trị sản xuất công nghiệp).

Thuế giá trị gia tăng của ba khu vực kinh tế đạt 1.214 tỷ đồng, thuế thu nhập doanh nghiệp 783 tỷ đồng, thuế tiêu thụ đặc biệt 369 tỷ đồng. Hàng nhập khẩu nộp 95 tỷ đồng.

Lệ phí trước bạ giảm 4,2% do sức mua ô tô yếu; thuế bảo vệ môi trường giảm 6,1% do hai đầu mối xăng dầu chuyển đi.

## Kế hoạch 5 năm 2026 - 2030

Tổng nhu cầu vốn hạ tầng 5 năm tới khoảng 2.850 tỷ đồng, phân bổ cho giao thông 1.340 tỷ đồng, lưới điện 960 tỷ đồng và thủy lợi 550 tỷ đồng.
""",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Cộng cả vốn đăng ký cấp mới lẫn vốn điều chỉnh tăng thêm, tỉnh thu hút được bao nhiêu vốn FDI?", ("117,6 triệu USD",)),
        ("Nếu không kể tiền sử dụng đất thì thu nội địa 9 tháng còn bao nhiêu?", ("3.078 tỷ đồng",)),
        ("Từ mức giảm của năm nay suy ra 9 tháng năm 2024 tỉnh xuất khẩu khoảng bao nhiêu triệu USD?", ("600",)),
        ("Chia theo sắc thuế, thuế giá trị gia tăng, thuế thu nhập doanh nghiệp và thuế tiêu thụ đặc biệt của ba khu vực kinh tế lần lượt thu được bao nhiêu?", ("1.214", "783", "369")),
        ("Nhu cầu vốn hạ tầng 5 năm tới chia cho những mảng nào, mỗi mảng bao nhiêu?", ("1.340", "960", "550")),
        ("Các dự án FDI cấp mới nằm ở những địa phương nào, mỗi nơi mấy dự án?", ("Đông Khê", "7 dự án", "Bình Sa", "Tân Lĩnh")),
        ("Vì sao thuế bảo vệ môi trường giảm?", ("đầu mối xăng dầu",)),
    ],
)
def test_sums_lists_and_causes(question: str, told: tuple[str, ...]) -> None:
    result = ask(PLACES, question)
    assert isinstance(result, Answer) and all(t in result.text for t in told), result.text


def test_a_cause_beside_is_not_told() -> None:
    assert "ô tô" not in ask(PLACES, "Vì sao thuế bảo vệ môi trường giảm?").text
    assert "xăng dầu" not in ask(PLACES, "Vì sao lệ phí trước bạ giảm?").text


@pytest.mark.parametrize("question", ["Thuế giá trị gia tăng, thuế thu nhập doanh nghiệp và thuế tiêu thụ đặc biệt của hộ kinh doanh lần lượt thu được bao nhiêu?"])
def test_what_is_of_others_is_no_list(question: str) -> None:
    assert "1.214" not in ask(PLACES, question).text


def test_what_leaves_out_more_is_no_answer() -> None:
    assert "2.961" not in ask(PLACES, "Trừ tiền sử dụng đất thì thu nội địa 9 tháng còn bao nhiêu?").text.partition("Đừng nhầm")[0]
    assert "2.961" in ask(PLACES, "Loại trừ tiền sử dụng đất và xổ số thì thu nội địa còn bao nhiêu?").text


def test_a_whole_told_in_short_is_the_whole() -> None:
    assert ask(PLACES, "Vốn nhà nước chiếm 27,5% giá trị sản xuất công nghiệp, đúng không?").verdict == "đúng"


ONES = shelf_of(
    "nganh.md",
    """# SỞ CÔNG THƯƠNG

# Kết quả ngành giai đoạn 2021 - 2025 tỉnh Hà Lam

Ba khu vực kinh tế (nhà nước, đầu tư nước ngoài, ngoài quốc doanh) nộp 8.635 tỷ đồng. Số nộp của khu vực ngoài quốc doanh là 3.217 tỷ đồng.

Thu ngân sách trên địa bàn 12.412 tỷ đồng; chi ngân sách 9.310 tỷ đồng; ngân sách huyện 2.115 tỷ đồng; ngân sách xã 702 tỷ đồng. Năng suất lúa 56 tạ/ha.

Doanh nghiệp địa phương nộp ngân sách 1.204 tỷ đồng.

Tỷ lệ lấp đầy bình quân 71,4%, trong khi năm 2020 mới là 39,8%.
""",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Khu vực ngoài quốc doanh nộp bao nhiêu?", "3.217"),
        ("Ba khu vực kinh tế nộp bao nhiêu?", "8.635"),
        ("dn địa phương nộp ns bn tỷ", "1.204"),
        ("Tỷ lệ lấp đầy bình quân năm 2020 là bao nhiêu?", "39,8%"),
    ],
)
def test_one_of_several_and_the_year_at_the_end(question: str, told: str) -> None:
    result = ask(ONES, question)
    assert isinstance(result, Answer) and told in result.text.partition("Đừng nhầm")[0], result.text


def test_one_that_is_told_nowhere_gets_no_figure_of_all() -> None:
    shelf = shelf_of("a.md", "# Thu ngân sách 7 tháng năm 2025\n\nBa khu vực kinh tế (nhà nước, đầu tư nước ngoài, ngoài quốc doanh) nộp 8.635 tỷ đồng.\n")
    assert isinstance(ask(shelf, "Khu vực ngoài quốc doanh nộp bao nhiêu?"), NotInReport)
    assert isinstance(ask(shelf, "Ba khu vực kinh tế nộp bao nhiêu?"), Answer)


def test_a_part_that_lacks_what_is_asked_gives_no_cause_of_it() -> None:
    shelf = shelf_of("a.md", "# Chỉ số giá quý I năm 2025\n\nGiao thông giảm 2,8%; giáo dục giảm 0,8% do miễn học phí, bưu chính giảm 0,7%; giá điện thoại giảm 0,6% do hàng cũ hạ giá; giá gas giảm 1,2% do giá thế giới.\n")
    assert "học phí" in ask(shelf, "Giá nhóm giáo dục quý I giảm là do đâu?").text


TRADE = shelf_of(
    "thuong-mai.txt",
    """Bản tin thương mại tỉnh Đồng Vân 9 tháng năm 2024

1. Xuất nhập khẩu
Chín tháng, kim ngạch xuất khẩu đạt 1.284,6 triệu USD, tăng 8,1% so với cùng kỳ; kim ngạch nhập khẩu đạt 1.097,3 triệu USD, tăng 5,4%.
Xuất siêu 9 tháng đạt 187,3 triệu USD.

2. Giá cả
So với tháng 12/2023, CPI tháng 9 tăng 2,37%. Giá gas tháng 9 tăng 1,46% so với tháng trước. Giá điện sinh hoạt 9 tháng tăng 6,18% so với cùng kỳ năm trước.

3. Đời sống
Toàn tỉnh còn 214 hộ chưa có điện lưới. Tỷ lệ hao hụt điện năng là 5,12%. Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng thể nhẹ cân là 9,7%.
""",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tiền bán hàng ra nước ngoài nhiều hơn tiền mua hàng về là bao nhiêu trong 9 tháng?", "187,3 triệu USD"),
        ("Chín tháng, tỉnh bán hàng ra nước ngoài được bao nhiêu tiền?", "1.284,6 triệu USD"),
        ("Chín tháng tỉnh mua hàng của nước ngoài hết bao nhiêu tiền?", "1.097,3 triệu USD"),
        ("Chỉ số giá tiêu dùng từ cuối năm ngoái đến hết tháng 9 đã tăng bao nhiêu phần trăm?", "2,37%"),
        ("CPI so với hồi cuối năm ngoái đã tăng bao nhiêu phần trăm?", "2,37%"),
        ("Gas tháng 9 đắt hơn tháng trước mấy phần trăm?", "1,46%"),
        ("Còn bao nhiêu hộ chưa có điện lưới?", "214 hộ"),
        ("Tỷ lệ điện năng bị hao hụt là bao nhiêu phần trăm?", "5,12%"),
        ("Bao nhiêu phần trăm trẻ dưới 5 tuổi bị thiếu cân, nhẹ cân?", "9,7%"),
    ],
)
def test_everyday_turns_of_trade_prices_and_what_is_lacking(question: str, told: str) -> None:
    result = ask(TRADE, question)
    assert isinstance(result, Answer) and told in result.text.split(". Đừng nhầm")[0], result.text


@pytest.mark.parametrize("question", ["Ngân hàng bán ra USD giá cao hơn mua vào bao nhiêu?", "Còn bao nhiêu xã chưa đạt chuẩn nông thôn mới?"])
def test_what_only_sounds_like_it_gets_no_figure(question: str) -> None:
    assert isinstance(ask(TRADE, question), NotInReport)


PRICES = shelf_of(
    "gia-ca.txt",
    """Tình hình giá cả và dịch vụ tỉnh Đồng Vân năm 2024

1. Giá cả
So với cuối năm 2023, giá phân đạm giảm 640 đồng/kg, còn 11.260 đồng/kg. Tính đến ngày 24/12, vàng nhẫn bình quân 8.430.000 đồng/chỉ, đắt hơn tháng trước 215.000 đồng/chỉ.

2. Viễn thông
Năm 2024, doanh nghiệp viễn thông có 38,4 nghìn thuê bao mới. Cục Thuế tỉnh quản lý số nợ thuế 412 tỷ đồng.
Chi cho giáo dục, đào tạo và dạy nghề đạt 1.826 tỷ đồng. Sản lượng lúa đạt 214,5 nghìn tấn, sản lượng ngô đạt 31,2 nghìn tấn.
""",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Giá phân đạm cuối năm 2023 là bao nhiêu?", "11.900 đồng/kg"),  # 11.260 + 640
        ("Vàng nhẫn bình quân tháng 11/2024 là bao nhiêu một chỉ?", "8.215.000 đồng/chỉ"),  # 8.430.000 − 215.000
        ("Năm 2024 doanh nghiệp viễn thông có thêm bao nhiêu thuê bao?", "38,4 nghìn thuê bao"),
        ("Cục Thuế Đồng Vân quản lý số nợ thuế bao nhiêu?", "412 tỷ đồng"),
        ("Chi cho trường lớp và dạy nghề được bao nhiêu?", "1.826 tỷ đồng"),
    ],
)
def test_levels_before_a_change_and_what_came_in_addition(question: str, told: str) -> None:
    result = ask(PRICES, question)
    assert isinstance(result, Answer) and told in result.text.split(". Đừng nhầm")[0], result.text


@pytest.mark.parametrize("question", ["Giá phân đạm cuối năm 2022 là bao nhiêu?", "Vàng nhẫn bình quân tháng 10/2024 là bao nhiêu một chỉ?", "Cục Hải quan quản lý số nợ thuế bao nhiêu?"])
def test_no_level_before_another_change(question: str) -> None:
    assert isinstance(ask(PRICES, question), NotInReport)


def test_one_of_two_that_are_told_apart_is_no_answer_for_both() -> None:
    result = ask(PRICES, "Sản lượng lúa và ngô là bao nhiêu?")
    assert "214,5 nghìn tấn" in result.text and "31,2 nghìn tấn" in result.text or isinstance(result, NotInReport)


CUSTOMS = shelf_of(
    "hai-quan.txt",
    """Chi cục Hải quan Đồng Vân: kết quả 10 tháng năm 2024

Thu ngân sách nhà nước 10 tháng đạt 1.240 tỷ đồng, bằng 82,7% dự toán (1.500 tỷ đồng). Riêng tháng 10 thu ngân sách nhà nước đạt 131 tỷ đồng.
Tính đến hết 31/10, xuất khẩu đạt 842,5 triệu USD, tăng 5,2% (tương ứng tăng 41,6 triệu USD) so với cùng kỳ năm 2023.
Giá gas từ ngày 01/10 tăng 13.000 đồng, lên 446.000 đồng/bình 12 kg.
""",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Chi cục còn phải thu bao nhiêu nữa mới đủ dự toán?", "260 tỷ đồng"),  # 1.500 − 1.240
        ("Cùng kỳ năm 2023, xuất khẩu đến 31/10 là bao nhiêu?", "800,9 triệu USD"),  # 842,5 − 41,6
        ("Trước lần tăng ngày 01/10, giá gas là bao nhiêu?", "433.000 đồng"),  # 446.000 − 13.000
    ],
)
def test_what_is_still_to_come_and_what_was_before(question: str, told: str) -> None:
    result = ask(CUSTOMS, question)
    assert isinstance(result, Answer) and told in result.text and result.calculation, result.text
    assert "131 tỷ" not in result.text  # one month fulfils no year's plan


def test_who_issues_the_report_needs_no_saying() -> None:
    bank = shelf_of("ngan-hang.txt", "Ngân hàng TMCP Sông Vân: kết quả kinh doanh quý II năm 2025\n\nTỷ lệ tiền gửi không kỳ hạn (CASA) là 18,9%. Nợ xấu của Ngân hàng Bắc Vân là 2,4%.\n")
    result = ask(bank, "CASA của ngân hàng Sông Vân là bao nhiêu phần trăm?")
    assert isinstance(result, Answer) and "18,9%" in result.text
    assert isinstance(ask(bank, "CASA của ngân hàng Bắc Vân là bao nhiêu phần trăm?"), NotInReport)


TRAPS = shelf_of(
    "yen-giang.txt",
    """Báo cáo kinh tế - xã hội tỉnh Yên Giang 9 tháng năm 2025

1. Nông thôn
Toàn tỉnh có 98 xã; 61 xã đạt chuẩn nông thôn mới, còn lại chưa đạt. Số học sinh tiểu học là 84.210 học sinh, số sinh viên là 9.870 sinh viên.
2. Giá cả
Giá gas từ ngày 01/9 tăng 11.500 đồng, lên 438.000 đồng/bình 12 kg. Giá xăng E5 bán lẻ là 19.870 đồng/lít.
""",
)


@pytest.mark.parametrize(
    "question",
    ["Số học sinh tiểu học tăng thêm bao nhiêu em?", "Số xã nông thôn mới tăng thêm bao nhiêu xã?", "Tỉnh có thêm bao nhiêu sinh viên?", "Trước khi tăng giá, xăng E5 bán bao nhiêu?"],
)  # fmt: skip
def test_what_there_is_is_not_what_came_in_addition(question: str) -> None:
    assert isinstance(ask(TRAPS, question), NotInReport)


def test_those_that_did_are_not_those_that_did_not() -> None:
    assert ask(TRAPS, "Còn bao nhiêu xã chưa đạt chuẩn nông thôn mới?").text.startswith("Còn thiếu 37 xã")

PURSE = shelf_of(
    "ngan-sach-tra-khe.md",
    """# Thu chi ngân sách tỉnh Trà Khê 9 tháng năm 2025

Thu nội địa 9 tháng đạt 6.412 tỷ đồng. Thuế tài nguyên và thu khác 118,4 tỷ đồng, trong đó thuế tài nguyên 84,6 tỷ đồng. Thuế xuất khẩu và thu khác 61,9 tỷ đồng.

9 tháng, ngành Thuế thu hồi được 214,5 tỷ đồng tiền nợ, riêng tháng 9 là 31,2 tỷ đồng. Đến 30/9, tổng nợ thuế là 702,8 tỷ đồng.

Có 640 hộ kinh doanh được gia hạn 58,7 tỷ đồng tiền thuế theo Nghị định 82/2025/NĐ-CP. Số thuế được miễn theo Nghị quyết 198/2025/QH15 là 23,4 tỷ đồng.

## Đầu tư công

Kế hoạch vốn đầu tư công năm 2025 là 5.120 tỷ đồng, do HĐND tỉnh giao. Nếu đối chiếu với dự toán Bộ Tài chính giao (8.940 tỷ đồng), thu nội địa đã đạt 71,7%.

Đến 30/9, toàn tỉnh giải ngân 2.614 tỷ đồng, bằng 51,1% kế hoạch. Vốn ngân sách địa phương giải ngân 1.802 tỷ đồng, vốn nước ngoài (ODA) 148,3 tỷ đồng, vốn ngân sách trung ương 663,7 tỷ đồng.

Bảng 1. Dự toán và thực hiện thu

*(Đơn vị: tỷ đồng)*

| Khoản thu | Dự toán 2025 | Thực hiện 9 tháng |
|---|---:|---:|
| Thu nội địa | 8.610 | 6.412 |
| Thuế thu nhập cá nhân | 742 | 583 |
""",
)
MORE = shelf_of(
    "kinh-te-xa-hoi-tra-khe.md",
    """# Tình hình kinh tế - xã hội tỉnh Trà Khê tháng 9 năm 2025

Bảng 1. Gieo trồng vụ đông năm 2025

| Cây trồng | Kế hoạch vụ (ha) | Thực hiện (ha) |
|---|---:|---:|
| Tổng diện tích | 21.300 | 20.874 |
| Khoai tây | 3.450 | 3.512 |
| Ngô đông | 4.900 | 4.655 |

## Giáo dục

Năm học 2025-2026, toàn tỉnh có 412 trường với 151.200 học sinh. Đã có 231 trường đạt chuẩn quốc gia, chiếm 56,07%.

Toàn tỉnh có 38 bệnh viện, trong đó có 9 bệnh viện tư nhân, chiếm 23,7%.

## Giá cả

Chỉ số giá tiêu dùng (CPI) tháng 9 tăng 0,31% so với tháng trước, nhưng vẫn giảm 0,12% so với tháng 12/2024. Chỉ số giá vàng tăng 2,4% so với tháng trước.

Các nhóm giảm gồm giao thông; đồ uống và thuốc lá; bưu chính viễn thông giảm lần lượt 0,52%, 0,23% và 0,07%.

Bảng 2. Chỉ số giá tiêu dùng tháng 9 năm 2025 (%)

| Nhóm hàng | So với tháng trước | So với cùng kỳ năm trước | Bình quân quý III so với cùng kỳ |
|---|---:|---:|---:|
| Chỉ số giá tiêu dùng chung | 100,31 | 103,42 | 103,18 |
| 1. Đồ uống và thuốc lá | 99,77 | 102,91 | 102,64 |
| 2. Giao thông | 99,48 | 98,12 | 97,36 |
| 3. Bưu chính viễn thông | 99,93 | 99,61 | 99,58 |

Tại kỳ điều hành ngày 25/9, dầu hỏa bán lẻ 18.210 đồng/lít, tăng 340 đồng so với ngày 18/9; xăng E5 là 19.470 đồng/lít, giảm 120 đồng so với ngày 11/9.
""",
)

TOWNS = shelf_of(
    "thu-ngan-sach-bac-lam.md",
    """# Thu ngân sách nhà nước tỉnh Bắc Lâm 5 tháng năm 2025

Tổng thu ngân sách 5 tháng đạt 3.204 tỷ đồng, bằng 46,1% dự toán. Kết quả đó có được nhờ sản xuất công nghiệp giữ đà phục hồi từ cuối năm trước, các nhà máy thủy điện phát điện đều trong mùa mưa và hoạt động mua bán, chế biến lâm sản tiếp tục mở rộng ở nhiều nơi trong tỉnh. Cơ quan thuế các cấp đã phối hợp với ngân hàng thương mại, kho bạc và chính quyền cơ sở rà soát nguồn thu, đôn đốc người nộp thuế kê khai đúng hạn, đồng thời hướng dẫn hộ kinh doanh dùng hóa đơn điện tử. Bên cạnh đó, việc đấu giá quyền sử dụng đất ở một số nơi vẫn chậm vì giá khởi điểm cao, thủ tục giải phóng mặt bằng kéo dài và nhu cầu của thị trường bất động sản chưa phục hồi như mong đợi; các địa phương đang soát lại danh mục khu đất đủ điều kiện.

Bảng 1. Kết quả thu và nợ thuế của các huyện

*(Đơn vị: tỷ đồng)*

| Địa phương | Số thu 5 tháng | Thu tiền sử dụng đất | Nợ thuế đến 31/5 |
|---|---:|---:|---:|
| Huyện Khe Trang | 212,6 | 61,4 | 18,7 |
| Huyện Nậm Thượng | 148,3 | 22,9 | 9,4 |

Bảng 2. Giải ngân vốn đầu tư công

*(Đơn vị: tỷ đồng)*

| Đơn vị | Giải ngân đến 31/5 |
|---|---:|
| Huyện Phú Lương | 84,1 |
| Huyện Đồng Vang | 51,6 |
""",
)
BORDER = shelf_of(
    "hai-quan.txt",
    """Tình hình xuất nhập khẩu tháng 8 năm 2025

Theo số liệu của Chi cục Hải quan khu vực Bình Sa Tây, tổng trị giá xuất nhập khẩu hàng hóa trong tháng 8/2025 đạt 2,14 tỷ USD. Trong đó, xuất khẩu đạt 1.206,5 triệu USD, tăng 4,2%; nhập khẩu đạt 933,8 triệu USD, giảm 1,7%.

Tại cảng Bình Sa, xuất khẩu đạt 210,4 triệu USD.

Trong tháng, các đơn vị đăng ký 41.230 tờ khai (18.400 tờ khai xuất khẩu và 22.830 tờ khai nhập khẩu).
""",
)

MARKETS = shelf_of(
    "xuat-nhap-khau.md",
    """# Xuất nhập khẩu tỉnh Hòa Sơn quý II năm 2025

Quý II, xuất khẩu đạt 612,4 triệu USD, trong đó khu vực có vốn đầu tư nước ngoài 418,9 triệu USD, khu vực kinh tế trong nước 193,5 triệu USD.

Bảng 1. Xuất nhập khẩu theo thị trường quý II năm 2025

*(Đơn vị: triệu USD)*

| Thị trường | Xuất khẩu | Nhập khẩu |
|---|---:|---:|
| Nhật Bản | 96,2 | 41,7 |
| Hàn Quốc | 88,5 | 120,3 |
| Ấn Độ | | 12,8 |

Lực lượng chức năng thu nộp ngân sách 1.204 triệu đồng, trong đó phạt vi phạm hành chính 980 triệu đồng, bán hàng tịch thu 224 triệu đồng.

Chi cục thu phí, lệ phí 3.150 triệu đồng, trong đó phí cảng biển 2.410 triệu đồng.
""",
)

RESTS = shelf_of(
    "lao-dong.txt",
    """Tình hình lao động và tín dụng tỉnh Hòa Sơn 6 tháng đầu năm 2025

Đến 30/6, tổng số lao động có việc làm là 38.400 người, tăng 2,1% so với cuối năm 2024. Lao động ngành công nghiệp 17.200 người, lao động ngành dịch vụ 12.900 người, còn lại là lao động ngành nông nghiệp.

Tổng dư nợ cho vay là 9.640 tỷ đồng. Dư nợ ngắn hạn 5.210 tỷ đồng, dư nợ trung hạn 2.830 tỷ đồng, trong đó dư nợ tiêu dùng 640 tỷ đồng, phần còn lại là dư nợ dài hạn.

Diện tích rừng trồng mới là 1.240 ha. Rừng sản xuất 910 ha, phần còn lại là rừng phòng hộ.

Vốn huy động đạt 11.300 tỷ đồng. Tiền gửi dân cư 6.900 tỷ đồng; tiền gửi tổ chức 3.100 tỷ đồng; số còn lại là vốn ủy thác.
""",
)


def _talk(shelf: Shelf, talk: str) -> Answer | NotInReport:
    *before, question = talk.split(" // ")
    return Assistant(shelf).invoke(Ask(question, tuple(before)))


@pytest.mark.parametrize(
    ("shelf", "talk", "told"),
    [
        (PURSE, "Dự toán thu nội địa năm 2025 Bộ Tài chính giao bao nhiêu?", "8.940 tỷ đồng"),
        (PURSE, "Riêng thuế tài nguyên, chưa tính các khoản thu khác, 9 tháng được bao nhiêu?", "84,6 tỷ đồng"),
        (PURSE, "Từ đầu năm đến hết tháng 9, ngành Thuế đòi lại được bao nhiêu tiền nợ?", "214,5 tỷ đồng"),
        (PURSE, "Tiền thuế được gia hạn theo Nghị định 82/2025/NĐ-CP là bao nhiêu?", "58,7 tỷ đồng"),
        (PURSE, "Số thuế được miễn theo Nghị quyết 198/2025/QH15 là bao nhiêu?", "23,4 tỷ đồng"),
        (PURSE, "Dự toán thu nội địa năm 2025 HĐND tỉnh giao bao nhiêu?", "8.610 tỷ đồng"),
        (PURSE, "Toàn tỉnh đã giải ngân được bao nhiêu vốn đầu tư công đến 30/9?", "2.614 tỷ đồng"),
        (PURSE, "Toàn tỉnh đã giải ngân được bao nhiêu vốn đầu tư công đến 30/9? // Riêng vốn ngân sách trung ương thì sao?", "663,7 tỷ đồng"),
        (TOWNS, "Huyện Khe Trang thu ngân sách 5 tháng được bao nhiêu?", "212,6 tỷ đồng"),
        (TOWNS, "Huyện Khe Tragn thu ngân sách 5 thnág được bao nhiêu?", "212,6 tỷ đồng"),
        (RESTS, "Lao động ngành nông nghiệp là bao nhiêu người?", "8.300 người"),
        (RESTS, "Trong tổng số lao động có việc làm đến 30/6, lao động nông nghiệp là bao nhiêu?", "8.300 người"),
        (RESTS, "Diện tích rừng sản xuất là bao nhiêu ha?", "910 ha"),
        (RESTS, "Dư nợ trung hạn là bao nhiêu?", "2.830 tỷ đồng"),
        (MARKETS, "Kim ngạch xuất khẩu sang Nhật Bản quý II đạt bao nhiêu?", "96,2 triệu USD"),
        (MARKETS, "Quý II xuất khẩu đạt bao nhiêu? // Trong đó khu vực FDI bao nhiêu?", "418,9 triệu USD"),
        (MARKETS, "Thu được bao nhiêu tiền phạt vi phạm hành chính, chưa kể tiền bán hàng tịch thu?", "980 triệu đồng"),
        (BORDER, "Trị giá xuất khẩu qua địa bàn Bình Sa Tây trong tháng 8/2025 đạt bao nhiêu?", "1.206,5 triệu USD"),
        (BORDER, "Tháng 8/2025 địa bàn Bình Sa Tây xuất khẩu được bao nhiêu? // Thế còn nhập khẩu?", "933,8 triệu USD"),
        (MORE, "Vụ đông 2025 toàn tỉnh trồng được bao nhiêu ha khoai tây?", "3.512 ha"),
        (MORE, "Vụ đông 2025 toàn tỉnh trồng được bao nhiêu ha khoai tây? // Thế kế hoạch là bao nhiêu?", "3.450 ha"),
        (MORE, "Năm học này tỉnh có mấy trường? // Trong đó bao nhiêu trường đạt chuẩn quốc gia?", "231 trường"),
        (MORE, "Năm học này tỉnh có mấy trường? // Trong đó bao nhiêu trường đạt chuẩn quốc gia? // Chiếm bao nhiêu phần trăm?", "56,07%"),
        (MORE, "Tỉnh có mấy bệnh viện? // Trong đó bao nhiêu bệnh viện tư nhân? // Chiếm bao nhiêu phần trăm?", "23,7%"),
        (MORE, "Nhóm giao thông tháng 9 giảm bao nhiêu so với tháng trước? // Vậy còn đồ uống và thuốc lá? // Bình quân quý III thì nhóm này tăng mấy phần trăm so với cùng kỳ?", "2,64%"),
        (MORE, "Ngày 18/9, một lít dầu hỏa bán lẻ bao nhiêu đồng?", "17.870 đồng/lít"),
        (MORE, "Ngày 11/9, xăng E5 bao nhiêu tiền một lít?", "19.590 đồng/lít"),
        (MORE, "CPI tháng 9 vẫn thấp hơn hồi tháng 12/2024, đúng không?", "Đúng: báo cáo nêu chỉ số giá tiêu dùng (CPI) giảm 0,12%"),
        (MORE, "CPI tháng 9 thấp hơn tháng trước, đúng không?", "Không đúng: báo cáo nêu chỉ số giá tiêu dùng (CPI) tăng 0,31%"),
    ],
)
def test_what_is_told_so_is_answered(shelf: Shelf, talk: str, told: str) -> None:
    result = _talk(shelf, talk)
    assert isinstance(result, Answer) and told in result.text.partition("Đừng nhầm")[0], result.text


@pytest.mark.parametrize(
    ("shelf", "talk"),
    [
        (PURSE, "Riêng thuế xuất khẩu, chưa tính các khoản thu khác, 9 tháng được bao nhiêu?"),  # told with others alone
        (PURSE, "Riêng thu nội địa, không kể tiền sử dụng đất, 9 tháng được bao nhiêu?"),
        (PURSE, "Tiền thuế được gia hạn theo Nghị định 64/2024/NĐ-CP là bao nhiêu?"),
        (PURSE, "Số thuế được miễn theo Nghị định 82/2025/NĐ-CP là bao nhiêu?"),
        (PURSE, "Toàn tỉnh đã giải ngân được bao nhiêu vốn đầu tư công đến 30/9? // Riêng vốn trái phiếu thì sao?"),
        (TOWNS, "Huyện Khe Tranh thu ngân sách 5 tháng được bao nhiêu?"),
        (TOWNS, "Huyện Bản Ngaà thu ngân sách 5 tháng được bao nhiêu?"),
        (TOWNS, "Huyện Phú Lương thu ngân sách 5 tháng được bao nhiêu?"),  # told of its capital spent alone
        (TOWNS, "Huyện Khe Trang chi ngân sách 5 tháng bao nhiêu?"),
        (TOWNS, "Thu nhập bình quân của huyện Khe Trang là bao nhiêu?"),
        (RESTS, "Lao động ngành xây dựng là bao nhiêu người?"),
        (RESTS, "Lao động ngành nông nghiệp năm 2024 là bao nhiêu người?"),
        (RESTS, "Dư nợ dài hạn là bao nhiêu?"),  # the rest of which of the two?
        (RESTS, "Rừng phòng hộ trồng mới là bao nhiêu ha?"),
        (RESTS, "Vốn ủy thác là bao nhiêu?"),
        (MARKETS, "Kim ngạch xuất khẩu sang Ấn Độ quý II đạt bao nhiêu?"),
        (MARKETS, "Thu nộp ngân sách bao nhiêu, chưa kể tiền bán hàng tịch thu?"),
        (MARKETS, "Thu phí, lệ phí được bao nhiêu, không kể tiền phí cảng biển?"),
        (MARKETS, "Quý II xuất khẩu đạt bao nhiêu? // Trong đó khu vực nhà nước bao nhiêu?"),
        (BORDER, "Xuất khẩu qua địa bàn Bình Sa Đông tháng 8 là bao nhiêu?"),
        (MORE, "Năm học này tỉnh có mấy trường? // Trong đó bao nhiêu trường tư thục?"),
        (MORE, "Năm học này tỉnh có mấy trường? // Trong đó bao nhiêu bệnh viện tư nhân?"),
        (MORE, "Năm tới sẽ trồng được bao nhiêu ha khoai tây?"),
        (MORE, "Ngày 11/9, một lít dầu hỏa bán lẻ bao nhiêu đồng?"),
        (MORE, "Giá dầu hỏa bán lẻ ngày 18/9/2024 là bao nhiêu?"),
        (MORE, "CPI tháng 9 cao hơn năm 2019, đúng không?"),
        (MORE, "Chỉ số giá vàng tháng 9 thấp hơn cùng kỳ năm trước, đúng không?"),
    ],
)
def test_what_is_told_otherwise_is_not(shelf: Shelf, talk: str) -> None:
    assert isinstance(_talk(shelf, talk), NotInReport)
