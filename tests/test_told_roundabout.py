"""What newspapers tell in a roundabout way, rows whose changes are dealt out behind them, and parts of a plan told with both: invented texts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from chain.answer import Answer, NotInReport
from ingest import read_text
from report.model import Base, Bound, Measure, Modality
from report.plainer import plainer
from report.reader import read_figures
from tests.fake_library import ask, one, read, shelf_of

TITLE = "Báo cáo ngân sách 9 tháng năm 2025"


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("Dẫn đầu là thu từ đất: 4.120 tỷ đồng, bằng 120% dự toán.", "4.120", "thu từ đất"),
        ("Chậm nhất là hệ thống thoát nước sông Bé, mới giải ngân 62,4 tỷ đồng.", "62,4", "hệ thống thoát nước sông Bé giải ngân"),
        ("Bệnh viện Tim có tỷ lệ cao nhất: 45 tỷ đồng trên kế hoạch 60 tỷ đồng (75%).", "45", "bệnh viện Tim"),
        ("Trái với thu nội địa, thu từ dầu thô sa sút: 9 tháng đạt 812 tỷ đồng.", "812", "thu từ dầu thô"),
        ("Thuế giá trị gia tăng chiếm phần lớn, với 236 tỷ đồng; thuế nhập khẩu 74 tỷ đồng.", "236", "thuế giá trị gia tăng"),
        ("Chiếm phần lớn nhất trong chi thường xuyên vẫn là sự nghiệp giáo dục, đào tạo với 512 tỷ đồng.", "512", "sự nghiệp giáo dục, đào tạo"),
        ("Ở khối sản xuất, kinh doanh, khu vực ngoài quốc doanh nộp 806 tỷ đồng.", "806", "khu vực ngoài quốc doanh nộp"),
        ("Khu vực tư nhân nộp 806 tỷ đồng. Thuế thu nhập cá nhân và lệ phí trước bạ lần lượt mang về 93 tỷ đồng và 24 tỷ đồng.", "24", "lệ phí trước bạ"),
        ("Cầu Suối Bạc cũng mới giải ngân 12 tỷ đồng trên 40 tỷ đồng vốn bố trí, đạt 30%.", "12", "Cầu Suối Bạc giải ngân"),
        ("BHM - Thu ngân sách 9 tháng đạt 4.120 tỷ đồng.", "4.120", "thu ngân sách"),
        ("(TTXVN) – Chi thường xuyên đạt 4.120 tỷ đồng.", "4.120", "chi thường xuyên"),
        ("Thu từ đất tăng, cho dù lệ phí trước bạ chỉ đạt 24 tỷ đồng.", "24", "lệ phí trước bạ"),
        ("Số vốn còn phải tiêu từ nay đến cuối năm là 4.120 tỷ đồng.", "4.120", "số vốn còn phải tiêu"),
        ("Số hộ còn phải di dời là 45 hộ.", "45 hộ", "số hộ còn phải di dời"),
        ("Phó Chủ tịch Lê Văn Mẫn yêu cầu đến hết quý IV tỷ lệ giải ngân phải đạt 95%.", "95%", "tỷ lệ giải ngân"),
        # what is said plainly already stays as it is
        ("EU – Việt Nam có kim ngạch thương mại 4.120 tỷ đồng.", "4.120", "EU – Việt Nam có kim ngạch thương mại"),
        ("Thu từ đất dẫn đầu, đạt 4.120 tỷ đồng.", "4.120", "thu từ đất"),
    ],
)
def test_names_told_in_a_roundabout_way(text: str, printed: str, indicator: str) -> None:
    found = one(read(text, TITLE), printed)
    assert found.indicator.lower() == indicator.lower() and not found.head


def test_what_is_rewritten_keeps_its_length() -> None:
    for text in ("Dẫn đầu là thu từ đất: 4.120 tỷ đồng.", "Chậm nhất là cầu Bến Đá, mới giải ngân 62 tỷ đồng.", "Khác với mọi năm, chi thường xuyên 12 tỷ đồng."):
        assert len(plainer(text)) == len(text)
    for text in ("Phí và lệ phí thì khá hơn: tháng 9 thu 12 tỷ đồng.", "Thu nội địa đã đi được 62% chặng đường.", "Đáng kể là cầu Bến Đá (tổng mức đầu tư 62 tỷ đồng): đã giải ngân 12 tỷ đồng."):
        assert len(plainer(text)) == len(text) and plainer(text) != text
    for text in ("Thu nội địa đạt 12 tỷ đồng.", "Nếu tính cả dầu thô thì thu: 12 tỷ đồng.", "Dự án đi qua 62% đường sắt.", "Cao nhất là phường An (94,6%)."):
        assert plainer(text) == text


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "measure"),
    [
        ("Lệ phí trước bạ và xổ số kiến thiết lần lượt đạt 93 tỷ đồng và 24 tỷ đồng, bằng 87,7% và 89,1% dự toán.", "87,7%", "lệ phí trước bạ", Measure.COMPLETION),
        ("Lệ phí trước bạ và xổ số kiến thiết lần lượt đạt 93 tỷ đồng và 24 tỷ đồng, bằng 87,7% và 89,1% dự toán.", "89,1%", "xổ số kiến thiết", Measure.COMPLETION),
        ("Doanh thu và lợi nhuận lần lượt đạt 12,5 và 3,2 tỷ đồng, tăng 5,2% và 4,1%.", "12,5", "doanh thu", Measure.LEVEL),
        ("Doanh thu và lợi nhuận lần lượt đạt 12,5 và 3,2 tỷ đồng, tăng 5,2% và 4,1%.", "4,1%", "lợi nhuận", Measure.GROWTH),
        ("Chè và gỗ xuất khẩu lần lượt 3,1 triệu USD và 4,2 triệu USD, tăng 3,3% và giảm 5,4% so với cùng kỳ.", "5,4%", "gỗ xuất khẩu", Measure.GROWTH),
        # two changes of one level are no row
        ("Chi phí đạt 3,4 tỷ đồng, tăng 4,4% so với tháng trước và 5,3% so với cùng kỳ.", "5,3%", "chi phí", Measure.GROWTH),
    ],
)
def test_changes_behind_a_row_are_dealt_out_as_it_was(text: str, printed: str, indicator: str, measure: Measure) -> None:
    found = one(read(text, TITLE), printed)
    assert (found.indicator.lower(), found.measure) == (indicator, measure)


def test_a_share_of_a_plan_named_before_it() -> None:
    found = read("Vốn giải ngân 152 tỷ đồng; tính trên kế hoạch Thủ tướng giao, tỷ lệ là 64,5% (cùng kỳ 58,1%), còn tính trên kế hoạch HĐND giao chỉ là 54,4%.", TITLE)
    for printed, year in (("64,5%", 2025), ("58,1%", 2024), ("54,4%", 2025)):
        f = one(found, printed)
        assert (f.measure, f.base, f.modality, f.indicator, f.period.year) == (Measure.COMPLETION, Base.PLAN, Modality.ACTUAL, "vốn giải ngân", year)


def test_two_plans_passed_and_goals_by_their_days() -> None:
    passed = read("Tỉnh phấn đấu thu 50 tỷ đồng, vượt 8,2% dự toán HĐND giao và 19,5% dự toán trung ương giao.", TITLE)
    assert [(f.measure, f.base) for f in passed[1:]] == [(Measure.GROWTH, Base.PLAN)] * 2
    goals = read("Mục tiêu là giải ngân đạt 75% kế hoạch vào ngày 31/10, 90% vào ngày 30/11.", TITLE)
    assert [f.period.part for f in goals] == [1031, 1130]


def test_a_part_and_its_plan() -> None:
    found = read("Cầu Bến Đá (tổng mức đầu tư 375 tỷ đồng) cũng chỉ giải ngân 21,7 tỷ đồng trên 62 tỷ đồng vốn bố trí năm 2025, đạt 35%.", TITLE)
    done, plan, rate = one(found, "21,7"), one(found, "62 tỷ"), one(found, "35%")
    assert (done.indicator, done.head, done.modality) == ("giải ngân", "Cầu Bến Đá", Modality.ACTUAL)
    assert (plan.modality, rate.measure, rate.indicator) == (Modality.TARGET, Measure.COMPLETION, "giải ngân")


def test_what_stands_out_is_named_beside_its_figures() -> None:
    found = read("Điểm sáng là cầu Bến Đá (tổng mức đầu tư 375 tỷ đồng): năm nay bố trí 62 tỷ đồng, đã giải ngân 41 tỷ đồng.", TITLE)
    assert one(found, "375").head == "cầu Bến Đá" and one(found, "41 tỷ").head.startswith("cầu Bến Đá")
    land = read("Tiền thuê đất thì bứt phá: tháng 9 thu 74,2 tỷ đồng.", TITLE)
    assert (land[0].indicator, land[0].head) == ("thu", "tiền thuê đất")
    gone = read("Thu ngân sách đạt 403 tỷ đồng; nếu so với dự toán Trung ương giao (521 tỷ đồng) thì đã đi được 77,4% chặng đường.", TITLE)[-1]
    assert (gone.indicator, gone.measure, gone.base) == ("thu ngân sách", Measure.COMPLETION, Base.PLAN)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Cứ 10 đồng thu nội địa thì có tới 3 đồng từ đất; nợ thuế còn 74 tỷ đồng.", ["74 tỷ đồng"]),
        ("Cứ 10 hộ dân thì có 2 hộ làm du lịch.", []),
        ("Sau ngày 30/10, dự án nào chưa đạt 40% sẽ bị điều chuyển vốn.", []),
        ("Tỷ lệ chung là 55%, nơi nào thu dưới 50% phải giải trình.", ["55%"]),
        ("Toàn tỉnh có 14 nơi thu trên 80% dự toán, 9 nơi chưa tới 50%.", ["14 nơi", "9 nơi"]),
        # amounts that are told plainly stay
        ("Cứ đà này, cả năm thu 12 tỷ đồng.", ["12 tỷ đồng"]),
        ("Thu nội địa chưa đạt 40% dự toán.", ["40%"]),
        ("Cứ 100 ha có 3,4 máy cày.", ["100 ha", "3,4 máy"]),
    ],
)
def test_bounds_and_ratios_are_no_figures(text: str, printed: list[str]) -> None:
    assert [f.text for f in read(text, TITLE)] == printed


@pytest.mark.parametrize(
    ("text", "printed", "name", "head"),
    [
        ("Thu từ dầu thô được 42,7 tỷ đồng, đạt 31,6% dự toán; thuế bảo vệ môi trường 31,4 tỷ đồng.", "31,4", "thuế bảo vệ môi trường", ""),
        ("Thu từ doanh nghiệp nhà nước 42,7 tỷ đồng; thuế thu nhập cá nhân 318,4 tỷ đồng.", "318,4", "thuế thu nhập cá nhân", ""),
        ("Chi thường xuyên 5.904 tỷ đồng, trong đó chi giáo dục 2.611 tỷ đồng; chi đầu tư phát triển 2.271 tỷ đồng.", "2.271", "chi đầu tư phát triển", ""),
        ("Chi thường xuyên 5.904 tỷ đồng, trong đó chi giáo dục 2.611 tỷ đồng; chi đầu tư phát triển 2.271 tỷ đồng.", "2.611", "chi giáo dục", "chi thường xuyên"),
        ("Dự phòng ngân sách đã sử dụng 58,2 tỷ đồng, còn 214,8 tỷ đồng.", "214,8", "dự phòng ngân sách còn lại", ""),
        ("Hồ chứa nước Suối Đá (1.126 tỷ đồng) mới giải ngân 51,7 tỷ đồng trong tổng số 268 tỷ đồng vốn năm 2025, tức 19,3%.", "51,7", "giải ngân", "hồ chứa nước Suối Đá"),
        ("Cầu Bến Đá (375 tỷ đồng) giải ngân 41 tỷ đồng; đường vành đai (560 tỷ đồng) giải ngân 12 tỷ đồng.", "12 tỷ", "giải ngân", "đường vành đai"),
        ("Trả lời báo chí, bà Lê Thị Mẫn, Giám đốc Sở Tài chính, thông tin: Thu nội địa đạt 812 tỷ đồng.", "812", "thu nội địa", ""),
        ("Ba tháng cuối năm, tỉnh đặt mục tiêu thu thêm 87 tỷ đồng.", "87 tỷ", "thu thêm", ""),
        # the parts of one whole stay its parts
        ("Xuất khẩu đạt 742 tỷ đồng; hàng dệt may 412 tỷ đồng.", "412", "hàng dệt may", "xuất khẩu"),
    ],
)
def test_peers_and_what_is_left(text: str, printed: str, name: str, head: str) -> None:
    f = one(read(text, "Báo cáo 9 tháng năm 2025"), printed)
    assert (f.indicator.lower(), f.head.lower()) == (name.lower(), head.lower())


def test_how_far_each_is_on_behind_a_plan() -> None:
    spent = read("Tổng chi 8.215 tỷ đồng, đạt 43,7% dự toán. Chi thường xuyên 5.904 tỷ đồng (48,6%).", TITLE)
    assert (spent[-1].measure, spent[-1].base) == (Measure.COMPLETION, Base.PLAN)
    share = read("Tổng chi 8.215 tỷ đồng, đạt 43,7% dự toán. Chi thường xuyên 5.904 tỷ đồng (71,9%).", TITLE)
    assert share[-1].measure is Measure.SHARE
    places = read("Có 23 xã thu trên 80% dự toán. Cao nhất là phường Hưng An (94,6%), thấp nhất là xã Khe Cau (31,2%).", TITLE)
    assert [f.measure for f in places[-2:]] == [Measure.COMPLETION] * 2
    offices = read("Tỉnh giải ngân đạt 33,5% kế hoạch. Có 4 chủ đầu tư đạt trên 70% là Sở Giáo dục và Đào tạo (82,4%), Ban QLDA Nông nghiệp (77,9%).", TITLE)
    assert [(f.indicator, f.measure) for f in offices[-2:]] == [("Sở Giáo dục và Đào tạo", Measure.COMPLETION), ("Ban QLDA Nông nghiệp", Measure.COMPLETION)]
    poor = read("Thu đạt 43,7% dự toán. Tỷ lệ hộ nghèo cao nhất là xã Khe Cau (31,2%).", TITLE)
    assert poor[-1].measure is Measure.LEVEL
    then = read("Tỉnh giải ngân đạt 37,5% kế hoạch. Con số này thấp hơn mức 39,2% của cùng kỳ.", TITLE)[-1]
    assert (then.measure, then.period.year) == (Measure.COMPLETION, 2024)


def test_what_is_collected_in_one_way_is_not_all() -> None:
    found = read("Ngành thuế đã thu được 97 tỷ đồng qua thanh tra, kiểm tra. Riêng tháng 9 thu 41 tỷ đồng.", "Thu ngân sách 9 tháng năm 2025")
    assert (found[0].head, one(found, "41 tỷ").head) == ("", "thu ngân sách")
    places = read("Hai xã Pù Nhi và Mường Lạn mới đạt lần lượt 38,4% và 41,7% dự toán; 7 trong 10 xã, phường đã hoàn thành trên 85% dự toán.", TITLE)
    assert [f.indicator for f in places[:2]] == ["xã Pù Nhi", "Mường Lạn"] and not any(f.text.startswith("85%") for f in places)


def test_what_is_still_ahead_is_not_done() -> None:
    found = read("Tỉnh phấn đấu cả năm thu 18.600 tỷ đồng; giải ngân vốn đầu tư công đến 31/10 đạt 60% và đến hết niên độ đạt 100% kế hoạch.", TITLE)
    assert one(found, "60%").modality is Modality.TARGET
    asked = read("Tỉnh phấn đấu hết tháng 11 giải ngân trên 80%, hết ngày 31/1/2026 đạt 100% kế hoạch vốn.", TITLE)
    assert {f.modality for f in asked} == {Modality.TARGET}
    done = read("Tỉnh phấn đấu cả năm thu 18.600 tỷ đồng; giải ngân vốn đầu tư công đến 30/9 đạt 60%.", TITLE)
    assert one(done, "60%").modality is Modality.ACTUAL


def test_a_whole_is_dealt_out_at_its_own_time() -> None:
    found = read("Đến hết 30/9, tỉnh giải ngân 512 tỷ đồng. Riêng trong tháng 9 giải ngân 72 tỷ đồng.\n\nPhân theo nguồn, vốn ngân sách trung ương 131 tỷ đồng, vốn địa phương 381 tỷ đồng.", "Đầu tư công tháng 9 năm 2025")
    assert {f.period.kind for f in found[2:]} == {"date"}


def test_what_is_given_is_a_plan() -> None:
    found = read("Năm 2025, Thủ tướng Chính phủ giao Hà Lĩnh 8.236 tỷ đồng vốn đầu tư công; HĐND tỉnh giao 9.415 tỷ đồng. Đến 30/9, tỉnh giải ngân 5.012 tỷ đồng.", TITLE)
    assert [(f.modality, f.period.kind) for f in found] == [(Modality.TARGET, "year"), (Modality.TARGET, "year"), (Modality.ACTUAL, "date")]
    assert [f.indicator for f in found[:2]] == ["vốn đầu tư công thủ tướng Chính phủ giao", "vốn đầu tư công HĐND tỉnh giao"]
    assert one(read("UBND xã đã giao đất cho 12 hộ, thu 4,2 tỷ đồng.", TITLE), "4,2").modality is Modality.ACTUAL
    asked = read("Chủ tịch tỉnh yêu cầu đến hết quý IV tỷ lệ giải ngân phải đạt tối thiểu 75%, đến 31/12 đạt trên 95% kế hoạch.", TITLE)
    assert {f.modality for f in asked} == {Modality.TARGET}


@pytest.mark.parametrize(
    ("text", "printed", "base"),
    [
        ("Tổng nợ thuế đến 30/9 là 1.468 tỷ đồng, giảm 1,9% so với cuối tháng 8.", "1,9%", Base.PREVIOUS),
        ("Dư nợ đến 15/9 đạt 812 tỷ đồng, tăng 0,4% so với tháng 8.", "0,4%", Base.PREVIOUS),
        ("Tổng nợ thuế đến 30/9 là 1.468 tỷ đồng, tăng 6,3% so với thời điểm 31/12/2024.", "6,3%", Base.DECEMBER),
        ("Tổng nợ thuế đến 30/9 là 1.468 tỷ đồng, tăng 6,3% so với cùng thời điểm năm trước.", "6,3%", Base.YEAR),
    ],
)
def test_a_day_is_held_against_a_month_of_its_own(text: str, printed: str, base: Base) -> None:
    assert one(read(text, TITLE), printed).base is base


def test_a_share_of_a_plan_at_an_earlier_time() -> None:
    found = read("Tỉnh giải ngân 152 tỷ đồng, bằng 53,2% kế hoạch. Cùng kỳ 2024, tỷ lệ tính theo kế hoạch HĐND tỉnh giao là 47,6%; cuối tháng 8 vừa qua là 45,5%.", TITLE)
    assert [(f.measure, f.period.year, f.period.part) for f in found[2:]] == [(Measure.COMPLETION, 2024, 9), (Measure.COMPLETION, 2025, 8)]


def test_the_parts_of_what_is_spent_are_of_it() -> None:
    found = read("Tổng chi đạt 820 tỷ đồng. Trong chi thường xuyên, giáo dục chiếm phần lớn nhất với 341 tỷ đồng, kế đến là y tế 78 tỷ đồng.", TITLE)
    assert {f.head for f in found[1:]} == {"chi thường xuyên"}


def test_the_headline_tells_the_time_before_what_its_first_part_is_headed() -> None:
    text = "Báo Hà Lĩnh điện tử\n\nTám tháng, thu ngân sách Hà Lĩnh vượt mốc 600 tỷ đồng, chi còn chậm\n\nThu ngân sách năm 2026 đến nay khá.\n\nThu tháng 8 hụt hơi\n\nThu tháng 8 đạt 20 tỷ đồng.\n\nĐiểm tựa của ngân sách\n\nThu từ đất đạt 120 tỷ đồng.\n"
    assert (one(read_figures(read_text(text, name="tin")), "120").period.kind, one(read_figures(read_text(text, name="tin")), "20 tỷ").period.kind) == ("months", "month")


def test_growth_of_single_years_beside_their_mean() -> None:
    found = read("Sản lượng tăng bình quân 11%/năm, song không đều giữa các năm: năm 2021 chỉ tăng 7,59% do dịch, các năm 2022 và 2023 lần lượt tăng 12,8% và 7,2%.", "Kết quả giai đoạn 2021 - 2025")
    assert [(f.value, f.base, f.period.year) for f in found[1:]] == [(Decimal(v), Base.YEAR, y) for v, y in (("7.59", 2021), ("12.8", 2022), ("7.2", 2023))]
    assert {f.indicator for f in found} == {"sản lượng"}


def test_a_range_of_a_cell_is_printed_as_it_stands() -> None:
    found = read("| Chỉ tiêu | Năm 2030 |\n|---|---|\n| Xi măng (nghìn tấn) | 520 - 550 |\n", TITLE)
    assert one(found, "520").text.startswith("520 - 550")


@pytest.mark.parametrize(
    "question", ["Năm 2025 tỉnh đón bao nhiêu lượt khách du lịch?", "Du lịch lữ hành năm 2025 có mấy dự án?"],
)  # fmt: skip
def test_a_sum_of_money_counts_nothing(question: str) -> None:
    shelf = shelf_of("du-lich.txt", "Báo cáo du lịch năm 2025\n\nDoanh thu du lịch lữ hành năm 2025 đạt 27,5 tỷ đồng. Bán lẻ đạt 512 tỷ đồng.\n")
    assert isinstance(ask(shelf, question), NotInReport)


def test_what_is_told_of_the_whole_province_is_not_of_its_villages() -> None:
    shelf = shelf_of("dien.txt", "Báo cáo điện năm 2025\n\nTỷ lệ hộ được sử dụng điện toàn tỉnh đạt 98,74% (năm 2020: 96,12%), riêng khu vực nông thôn đạt 98,3%.\n")
    assert isinstance(ask(shelf, "Năm 2020 tỷ lệ hộ nông thôn được sử dụng điện là bao nhiêu?"), NotInReport)


FUEL = "Báo cáo giá tháng 2 năm 2026\n\nGiá xăng dầu trong tháng 2 được điều chỉnh theo giá thế giới. Ba nhóm hàng giảm giá là lương thực, bưu chính và giao thông. {more}\n"


@pytest.mark.parametrize("question", ["Giá xăng dầu được điều chỉnh vào những ngày nào?", "Kể tên ba nhóm hàng giảm giá và mức giảm của từng nhóm."])
def test_a_sentence_that_holds_less_than_is_to_be_listed_is_no_answer(question: str) -> None:
    assert isinstance(ask(shelf_of("gia.txt", FUEL.format(more="")), question), NotInReport)


def test_a_sentence_that_holds_what_is_to_be_listed_answers() -> None:
    result = ask(shelf_of("gia.txt", FUEL.format(more="Giá xăng dầu được điều chỉnh vào các ngày 05, 12 và 26/02.")), "Giá xăng dầu được điều chỉnh vào những ngày nào?")
    assert isinstance(result, Answer) and "05, 12 và 26/02" in result.text, result.text


NEWS = """Thạch An: Thu ngân sách 9 tháng vượt 400 tỷ đồng

Tổng thu ngân sách nhà nước trên địa bàn 9 tháng năm 2025 đạt 403 tỷ đồng. Trong đó, thu nội địa ở Thạch An đạt 334 tỷ đồng, bằng 104,8% dự toán trung ương giao và 90,4% dự toán HĐND giao.

Bệnh viện Thạch An giải ngân 45 tỷ đồng trên kế hoạch 60 tỷ đồng (75%).

Thành phố phấn đấu cả năm thu ngân sách 500 tỷ đồng.
"""


def test_a_headline_names_the_place() -> None:
    shelf = shelf_of("tin.txt", NEWS)
    result = ask(shelf, "Muốn đạt mức phấn đấu cả năm thì ba tháng cuối năm Thạch An còn phải thu thêm bao nhiêu?")
    assert "15 tỷ" not in result.text, result.text
    result = ask(shelf, "So với dự toán HĐND giao, thu nội địa đạt tỷ lệ bao nhiêu?")
    assert isinstance(result, Answer) and "90,4%" in result.text.partition("Đừng nhầm")[0], result.text


@pytest.mark.parametrize(
    ("text", "measure", "bound"),
    [
        ("Xuất khẩu lần đầu vượt 3,2 tỷ USD.", Measure.LEVEL, Bound.OVER),
        ("Thu ngân sách đã vượt mốc 3,2 tỷ USD.", Measure.LEVEL, Bound.OVER),
        ("Xuất khẩu vượt qua ngưỡng 3,2 tỷ USD.", Measure.LEVEL, Bound.OVER),
        ("Thu ngân sách vượt 3,2 tỷ USD so với dự toán.", Measure.CHANGE, Bound.NONE),
        ("Thu ngân sách vượt dự toán 3,2 tỷ USD.", Measure.CHANGE, Bound.NONE),
    ],
)
def test_what_is_passed_is_a_level_where_no_plan_is_told(text: str, measure: Measure, bound: Bound) -> None:
    found = one(read(text, TITLE), "3,2")
    assert (found.measure, found.bound) == (measure, bound)


def test_a_remark_before_a_semicolon_is_no_name_of_a_row() -> None:
    found = read("Giá nước tăng 1,08% do nhu cầu trong những ngày nắng nóng; tiền thuê nhà và vật liệu bảo dưỡng nhà ở tăng lần lượt 0,41% và 0,35%.", TITLE)
    assert [f.indicator for f in found[1:]] == ["tiền thuê nhà", "vật liệu bảo dưỡng nhà ở"]


def test_a_rounded_headline_and_its_exact_sum_state_one_thing() -> None:
    shelf = shelf_of("tin.txt", "Thu ngân sách Trường Sa vượt mốc 23.400 tỷ đồng\n\nTổng thu ngân sách nhà nước 9 tháng năm 2025 đạt 23.418,6 tỷ đồng, tăng 14,6%. Thu ngân sách 9 tháng đã vượt 23.400 tỷ đồng.\n")
    result = ask(shelf, "Tính đến hết tháng 9/2025, thu ngân sách được bao nhiêu?")
    assert isinstance(result, Answer) and "23.418,6" in result.text, result.text


def test_what_is_moved_to_the_next_year_is_of_this_one() -> None:
    found = read(
        "Tổng chi, kể cả 235 tỷ đồng chuyển nguồn sang năm 2026, là 1.865 tỷ đồng. Dư nợ vay của tỉnh đầu năm là 486 tỷ đồng; trong năm tỉnh vay mới 98 tỷ đồng.", "Báo cáo ngân sách năm 2025",
    )  # fmt: skip
    assert [(f.text, f.period.year) for f in found] == [("235 tỷ đồng", 2025), ("1.865 tỷ đồng", 2025), ("486 tỷ đồng", 2024), ("98 tỷ đồng", 2025)]


def test_one_value_is_not_that_of_each_year() -> None:
    text = "Báo cáo giá tiêu dùng tháng 6 năm 2025\n\nCPI bình quân 6 tháng đầu năm 2025 tăng 3,27% so với cùng kỳ năm trước. Lạm phát cơ bản bình quân 6 tháng tăng 3,16%.\n"
    assert isinstance(ask(shelf_of("gia.txt", text), "CPI bình quân 6 tháng đầu năm của các năm 2021, 2022, 2023 tăng lần lượt bao nhiêu?"), NotInReport)


def test_a_yearly_rate_over_a_run_of_years_is_told() -> None:
    rate = shelf_of("gtsx.txt", "Báo cáo công nghiệp giai đoạn 2016-2020\n\nGiá trị sản xuất công nghiệp tăng bình quân 11,2%/năm trong giai đoạn 2016-2020.\n")
    result = ask(rate, "Giai đoạn 2016-2020, giá trị sản xuất công nghiệp tăng bình quân mỗi năm bao nhiêu phần trăm?")
    assert isinstance(result, Answer) and "11,2%" in result.text, result.text


def test_the_exact_sum_is_told_and_not_the_mark_that_it_passed() -> None:
    shelf = shelf_of("tin.txt", "Báo cáo thu ngân sách 9 tháng năm 2025\n\nLũy kế 9 tháng, số thu vượt mốc 3.700 tỷ đồng, cụ thể đạt 3.718,4 tỷ đồng, bằng 82,6% chỉ tiêu.\n")
    result = ask(shelf, "Chín tháng số thu được bao nhiêu?")
    assert isinstance(result, Answer) and result.text.startswith("3.718,4") and "3.700" not in result.text.partition("Đừng nhầm")[2], result.text


PURSE = """Thu ngân sách Hà Lĩnh 9 tháng năm 2025

Lũy kế 9 tháng, tỉnh thu ngân sách 1.664 tỷ đồng; nếu so với dự toán Trung ương giao (2.185 tỷ đồng) thì đã đi được 76,2% chặng đường. Thu nội địa tăng 21,6%, thu từ hoạt động xuất nhập khẩu giảm 2,8%.

Bảng 1. Các khoản thu ngân sách (tỷ đồng)
Chỉ tiêu\tDự toán\t9 tháng\tSo cùng kỳ (%)
Thuế giá trị gia tăng\t420,0\t318,6\t104,6
Thuế tài nguyên\t145,0\t98,6\t94,7
Thuế bảo vệ môi trường\t87,0\t49,8\t92,0
Thu từ hoạt động xuất nhập khẩu\t340,0\t224,1\t97,2

Hai nhà máy quyết toán và nộp bổ sung 28 tỷ đồng thuế thu nhập doanh nghiệp.

Tổng nợ thuế đến 30/9 là 146 tỷ đồng. Chín tháng, ngành đã thu hồi được 53 tỷ đồng tiền nợ.

HĐND tỉnh giao 941 tỷ đồng vốn đầu tư công theo Nghị quyết số 87/NQ-HĐND ngày 10/12/2024; dự án chậm bị điều chuyển vốn theo Công điện số 11/CĐ-UBND.

Về thu, tỉnh phấn đấu cả năm đạt 2.550 tỷ đồng.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tỉnh phấn đấu cả năm thu ngân sách bao nhiêu?", "2.550 tỷ đồng"),
        ("Dự toán thu ngân sách Trung ương giao là bao nhiêu?", "2.185 tỷ đồng"),
        ("Chín tháng ngành thuế thu hồi được bao nhiêu tiền nợ?", "53 tỷ đồng"),
        ("Số thu 9 tháng của thuế giá trị gia tăng bằng bao nhiêu phần trăm cùng kỳ năm trước?", "104,6%"),
        ("Ba khoản thu nào giảm so với cùng kỳ năm trước?", "Thuế tài nguyên giảm 5,3%"),
        ("HĐND tỉnh giao vốn đầu tư công bằng nghị quyết số mấy?", "HĐND tỉnh giao 941 tỷ đồng vốn đầu tư công theo Nghị quyết số 87/NQ-HĐND"),
        ("Tỉnh phấn đấu cả năm thu nội địa bao nhiêu?", ""),
        ("Hai khoản thu nào giảm so với cùng kỳ năm trước?", ""),
        ("Thu nội địa được giao theo nghị quyết số mấy?", ""),
        ("Tổng số thuế thu nhập doanh nghiệp toàn tỉnh 9 tháng là bao nhiêu?", ""),
        ("Các nhà máy nộp bổ sung bao nhiêu thuế thu nhập doanh nghiệp?", "28 tỷ đồng"),
    ],
)
def test_which_plan_which_deed_and_how_many_of_them(question: str, said: str) -> None:
    result = ask(shelf_of("purse.txt", PURSE), question)
    assert isinstance(result, Answer) and result.text.startswith(said) if said else isinstance(result, NotInReport), result.text
