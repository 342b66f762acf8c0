"""Five years beside one of them, who assigned a plan, what is still to come of a year, what belongs to no group, which place ranks first. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from ingest import read_text
from report.model import Base, Measure, Modality
from tests.fake_library import Shelf, ask, one, read

FORESTS = """SỞ NÔNG NGHIỆP TỈNH ĐỒNG XUYÊN
Đồng Xuyên, ngày 10 tháng 12 năm 2020

BÁO CÁO
Kết quả lâm nghiệp, thủy sản giai đoạn 2016 - 2020

I. LÂM NGHIỆP
1. Sản phẩm
- Gỗ tròn: 412 nghìn m3, gấp 1,6 lần năm 2015 (257 nghìn m3).
- Nhựa thông: 3,4 nghìn tấn (năm 2015: 5,1 nghìn tấn).
- Măng khô: 820 tấn.
2. Kiểm lâm: 5 năm tuần tra 6.410 đợt, lập biên bản 1.275 vụ phá rừng; riêng năm 2020 lập biên bản 164 vụ.
3. Chế biến
3.1. Làng nghề: 14 làng nghề với 1.130 hộ; vốn đăng ký 310 tỷ đồng, vốn thực hiện 205 tỷ đồng.
3.2. Khu lâm nghiệp công nghệ cao (KLC):
a) Có 03 khu đi vào hoạt động; thu hút 27 nhà máy, vốn đăng ký 1.940 tỷ đồng, vốn thực hiện 1.125 tỷ đồng; 19 nhà máy đã vận hành.
b) Vốn ngân sách hỗ trợ hạ tầng KLC 5 năm là 62,5 tỷ đồng.

II. THỦY SẢN
1. Sản lượng thủy sản năm 2020 đạt 58,2 nghìn tấn, tăng 4,1%. So với mục tiêu 60 nghìn tấn vào năm 2020, mới đạt 97,0%.
2. Mục tiêu đến năm 2025: sản lượng thủy sản (SLTS) năm 2025 đạt 75 nghìn tấn.
"""

PURSE = """# Chín tháng năm 2023, thu ngân sách trên địa bàn tỉnh bằng 71% dự toán

## 1. Thu ngân sách

Tổng thu ngân sách trên địa bàn 9 tháng đạt 4.260 tỷ đồng, bằng 71,0% dự toán HĐND tỉnh giao, do hàng qua kho tỉnh bạn giảm trong khi nhiều doanh nghiệp tạm ngừng nhập nguyên liệu, sức mua ô tô yếu và các phiên đấu giá đất phải hoãn lại sang quý sau. Trong đó, thu nội địa 3.905 tỷ đồng, bằng 72,3% dự toán HĐND tỉnh giao; thu xuất nhập khẩu 355 tỷ đồng, bằng 59,2% dự toán.

Theo địa bàn, 6/9 huyện, thành phố đạt trên 70% dự toán thu; cao nhất là huyện Trà Mây 212 tỷ đồng (83,5% dự toán), thấp nhất là huyện Cao Lộ 71 tỷ đồng (52,4%), còn thành phố Sơn Khê đứng đầu về số tuyệt đối với 640 tỷ đồng (70,8%).

Tổng nợ thuế đến 30/9 là 512 tỷ đồng, trong đó nợ khó thu 187 tỷ đồng, chiếm 36,5%. Truy thu qua thanh tra 26,4 tỷ đồng, đã nộp ngân sách 19,8 tỷ đồng; giảm lỗ 54 tỷ đồng.

| Nội dung | Trung ương giao (tỷ đồng) | HĐND tỉnh giao (tỷ đồng) | Tháng 9 (tỷ đồng) | 9 tháng (tỷ đồng) |
|:--|--:|--:|--:|--:|
| Tổng thu ngân sách trên địa bàn | 5.600 | 6.000 | 430 | 4.260 |
| Thu nội địa | 5.050 | 5.400 | 395 | 3.905 |
| Thu từ hộ kinh doanh | 180 | 195 | 14 | 128 |

Dự báo cả năm 2023, tổng thu ngân sách trên địa bàn ước 6.120 tỷ đồng, bằng 102% dự toán HĐND tỉnh giao. Hội nghị do Chủ tịch UBND tỉnh chủ trì.
"""


@pytest.fixture(scope="module")
def forests() -> Shelf:
    return Shelf(read_text(FORESTS, name="dong-xuyen"))


@pytest.fixture(scope="module")
def purse() -> Shelf:
    return Shelf(read_text(PURSE, name="son-khe"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Riêng năm 2020 kiểm lâm lập biên bản bao nhiêu vụ phá rừng?", "164 vụ"),
        ("Năm 2020 kiểm lâm lập biên bản bao nhiêu vụ phá rừng?", "164 vụ"),
        ("Giai đoạn 2016-2020 kiểm lâm lập biên bản bao nhiêu vụ phá rừng?", "1.275 vụ"),
        ("Các nhà máy trong khu lâm nghiệp công nghệ cao đã thực hiện được bao nhiêu vốn?", "1.125 tỷ đồng"),
        ("Vốn đăng ký trong làng nghề và khu lâm nghiệp công nghệ cao cộng lại là bao nhiêu?", "2.250 tỷ đồng"),
        ("Có bao nhiêu nhà máy trong khu lâm nghiệp công nghệ cao đã vận hành?", "19 nhà máy"),
        ("Đến năm 2025 sản lượng thủy sản phải tăng thêm bao nhiêu nghìn tấn so với năm 2020?", "16,8 nghìn tấn"),
        ("Sản lượng thủy sản năm 2020 còn thiếu bao nhiêu so với mục tiêu?", "1,8 nghìn tấn"),
    ],
)
def test_of_five_years_and_of_one(forests: Shelf, question: str, said: str) -> None:
    found = ask(forests, question)
    assert isinstance(found, Answer) and found.text.startswith(("Chênh " + said, "Còn thiếu " + said, said))


@pytest.mark.parametrize(("claim", "verdict"), [("Năm 2020 gỗ tròn đạt 412 nghìn m3, đúng không?", "đúng"), ("Năm 2019 gỗ tròn đạt 412 nghìn m3, đúng không?", "sai")])
def test_a_level_held_against_the_year_before_the_run_is_of_its_last(forests: Shelf, claim: str, verdict: str) -> None:
    found = ask(forests, claim)
    assert isinstance(found, Answer) and found.verdict == verdict


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("9 tháng năm 2023, tổng thu ngân sách trên địa bàn tỉnh Sơn Khê đạt bao nhiêu?", "4.260 tỷ đồng"),
        ("Thành phố Sơn Khê thu ngân sách bao nhiêu?", "640 tỷ đồng"),
        ("Địa bàn nào có tỷ lệ hoàn thành dự toán cao nhất?", "Huyện Trà Mây bằng 83,5%"),
        ("Địa bàn nào có tỷ lệ hoàn thành dự toán thấp nhất?", "Huyện Cao Lộ bằng 52,4%"),
        ("Ba tháng cuối năm còn phải thu bao nhiêu tỷ đồng để đạt dự toán HĐND tỉnh giao cho tổng thu ngân sách?", "Còn thiếu 1.740 tỷ đồng"),
        ("Số nợ thuế không thuộc diện khó thu là bao nhiêu?", "325 tỷ đồng"),
        ("Truy thu qua thanh tra thực nộp vào ngân sách bao nhiêu?", "19,8 tỷ đồng"),
        ("HĐND tỉnh giao dự toán thu từ hộ kinh doanh cao hơn Trung ương giao bao nhiêu?", "Chênh 15 tỷ đồng"),
        ("Trung ương giao dự toán thu nội địa thấp hơn HĐND tỉnh giao bao nhiêu?", "Chênh 350 tỷ đồng"),
    ],
)
def test_plans_places_and_remainders(purse: Shelf, question: str, said: str) -> None:
    found = ask(purse, question)
    assert isinstance(found, Answer) and found.text.startswith(said)


@pytest.mark.parametrize("question", ["Tổng thu ngân sách trên địa bàn tỉnh Bắc Lương 9 tháng là bao nhiêu?", "Số nợ thuế không thuộc diện được khoanh là bao nhiêu?"])
def test_what_is_not_told_is_not_answered(purse: Shelf, question: str) -> None:
    assert isinstance(ask(purse, question), NotInReport)


def test_a_particle_at_the_end_names_nothing(purse: Shelf) -> None:
    found = Assistant(purse).invoke(Ask("riêng tháng 9 thôi?", ("9 tháng thu nội địa được bao nhiêu?",)))
    assert isinstance(found, Answer) and found.text.startswith("395 tỷ đồng")


def test_a_plan_that_leads_its_sentence_is_one() -> None:
    found = read("Sản lượng tôm đạt 18 nghìn tấn. So với kế hoạch 20 nghìn tấn, mới đạt 90%. Sản lượng cá so với kế hoạch đạt 9 nghìn tấn. Sản lượng mực hụt so với kế hoạch do 12 tàu nằm bờ.", "Báo cáo thủy sản năm 2022")
    assert one(found, "20 nghìn tấn").modality is Modality.TARGET
    assert (one(found, "90%").measure, one(found, "90%").base) == (Measure.COMPLETION, Base.PLAN)
    assert one(found, "9 nghìn tấn").modality is one(found, "12 tàu").modality is Modality.ACTUAL


def test_shares_of_one_plan_at_several_times() -> None:
    found = read("Phấn đấu giải ngân hết quý II đạt 45%, cả năm trên 95% kế hoạch vốn. Tỷ lệ hộ nghèo còn 4%, giải ngân 90% kế hoạch.", "Báo cáo đầu tư năm 2022")
    assert one(found, "45%").measure is Measure.COMPLETION
    assert one(found, "4%").measure is Measure.LEVEL
