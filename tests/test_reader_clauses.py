"""How a clause gives a figure its name, time and base: parentheses, lists of parts, causes, comparisons that stand once."""

from __future__ import annotations

import pytest

from ingest import read_text
from report import prose
from report.model import Figure, Period
from report.reader import read_figures, read_sentence_figures
from tests.test_reader_registers import key


def read(text: str, printed: str, nth: int = 0) -> Figure:
    found = [f for f in read_figures(read_text(text, name="r")) if f.text.startswith(printed)]
    assert len(found) > nth, printed
    return found[nth]


def shown(f: Figure) -> str:
    return f"{f.indicator} < {f.head} | {f.measure.value}/{f.base.value} | {f.direction.value} | {key(f)} | {f.modality.value}"


YEAR = "Báo cáo năm 2021\n\n"
MONTHS = "Báo cáo tháng 9 và 9 tháng năm 2022\n\n"

CASES = [
    # a parenthesis of another time or of the plan goes on from the figure before it
    (YEAR + "Cả năm xảy ra 14 vụ sạt lở, thiệt hại 36,5 ha hoa màu (năm 2020: 9 vụ, 20,1 ha).", "9 vụ", "vụ sạt lở", "level/", "2020"),
    (YEAR + "Cả năm xảy ra 14 vụ sạt lở, thiệt hại 36,5 ha hoa màu (năm 2020: 9 vụ, 20,1 ha).", "20,1 ha", "thiệt hại hoa màu", "level/", "2020"),
    (YEAR + "Tổng sản phẩm tăng 5,2% so với năm 2020 (kế hoạch 6,0 - 6,5%; năm 2020 tăng 3,1%).", "6,0", "tổng sản phẩm", "growth/year", "2021"),
    (YEAR + "Tổng sản phẩm tăng 5,2% so với năm 2020 (kế hoạch 6,0 - 6,5%; năm 2020 tăng 3,1%).", "3,1%", "tổng sản phẩm", "growth/year", "2020"),
    (YEAR + "Cơ cấu lao động: nông nghiệp 41,5%, công nghiệp 30,2%, dịch vụ 28,3% (năm 2020 lần lượt là 43,0%; 29,4% và 27,6%).", "29,4%", "công nghiệp", "share/", "2020"),
    (YEAR + "Tỷ lệ hộ dùng nước sạch đạt 71,4% (KH 72%).", "72%", "tỷ lệ hộ dùng nước sạch", "level/", "2021"),
    (YEAR + "So với năm 2020 giảm 8 vụ cháy (12,5%), tăng 3 người bị nạn (20%).", "12,5%", "vụ cháy", "growth/year", "2021"),
    (YEAR + "Đàn trâu có 12.000 con, tăng 5,0% (571 con) so với năm 2020.", "571 con", "đàn trâu", "change/year", "2021"),
    # what is counted, and the money that is its own
    (YEAR + "Cấp mới 40 dự án với tổng vốn đăng ký 900 tỷ đồng, trong đó 31 dự án trong nước 610 tỷ đồng và 9 dự án FDI 12 triệu USD.", "31 dự án", "dự án trong nước", "level/", "2021"),
    (YEAR + "Cấp mới 40 dự án với tổng vốn đăng ký 900 tỷ đồng, trong đó 31 dự án trong nước 610 tỷ đồng và 9 dự án FDI 12 triệu USD.", "610 tỷ", "vốn đăng ký dự án trong nước", "level/", "2021"),
    (YEAR + "Trong rổ hàng hóa, có 7 nhóm tăng giá và 3 nhóm giảm giá.", "3 nhóm", "nhóm giảm giá", "level/", "2021"),
    (YEAR + "Xuất khẩu lao động 120 người, chia theo thị trường: Nhật Bản 70, Đài Loan 38, thị trường khác 12 người.", "38", "đài loan", "level/", "2021"),
    (YEAR + "Toàn huyện có 900 giáo viên, so với định mức còn thiếu 60 người.", "60 người", "thiếu giáo viên", "level/", "2021"),
    (YEAR + "Trong năm nâng cấp 12 tuyến đường.", "12 tuyến đường", "nâng cấp tuyến đường", "level/", "2021"),
    (YEAR + "Mưa lớn kéo dài nhiều ngày làm xảy ra 5 vụ lũ quét.", "5 vụ", "vụ lũ quét", "level/", "2021"),
    # a list of parts ends; a rate is not a growth because growths stand beside it
    (YEAR + "Diện tích lúa 5.000 ha, gồm vụ xuân 3.000 ha, vụ mùa 2.000 ha; năng suất bình quân 52,1 tạ/ha.", "52,1", "năng suất lúa", "level/", "2021"),
    (YEAR + "Huy động vốn 300 tỷ đồng, tăng 10,1%; dư nợ 420 tỷ đồng, tăng 12,3%; nợ xấu 1,2%.", "1,2%", "nợ xấu", "level/", "2021"),
    (YEAR + "Tổng nhu cầu vốn khoảng 500 tỷ đồng: hạ tầng 300 tỷ đồng; nguồn điện 200 tỷ đồng.", "200 tỷ", "nguồn điện tổng nhu cầu vốn", "level/", "2021"),
    (YEAR + "Trong tổng giá trị sản xuất năm 2021, chế biến 800 tỷ đồng, chiếm 80%; khai khoáng 200 tỷ đồng, chiếm 20%.", "200 tỷ", "khai khoáng giá trị sản xuất", "level/", "2021"),
    # a comparison that stands once, and one that cannot hold
    (MONTHS + "Doanh thu trong tháng đạt 80 tỷ đồng, tăng 2,5% (tương ứng tăng 2 tỷ đồng) so với tháng trước; 9 tháng đạt 690 tỷ đồng, tăng 11%.", "80 tỷ", "doanh thu", "level/", "2022-M09"),
    (MONTHS + "Doanh thu trong tháng đạt 80 tỷ đồng, tăng 2,5% (tương ứng tăng 2 tỷ đồng) so với tháng trước; 9 tháng đạt 690 tỷ đồng, tăng 11%.", "2,5%", "doanh thu", "growth/previous", "2022-M09"),
    (MONTHS + "Doanh thu trong tháng đạt 80 tỷ đồng, tăng 2,5% (tương ứng tăng 2 tỷ đồng) so với tháng trước; 9 tháng đạt 690 tỷ đồng, tăng 11%.", "11%", "doanh thu", "growth/year", "2022-9T"),
    (MONTHS + "Lượng chè xuất khẩu 20 nghìn tấn, trị giá 30 triệu USD, so với tháng trước tăng 4,1% về lượng và 3,2% về trị giá.", "3,2%", "trị giá", "growth/previous", "2022-M09"),
    (MONTHS + "Giá xăng bình quân 9 tháng tăng 21,3%, trong đó giá dầu bình quân tăng 30,4%.", "30,4%", "giá dầu bình quân", "growth/year", "2022-9T"),
    (MONTHS + "Giải ngân 9 tháng đạt 51% kế hoạch, thấp hơn mức 55% của 9 tháng năm ngoái.", "55%", "giải ngân", "completion/plan", "2021-9T"),
    (MONTHS + "1. So với tháng trước\n\nGiá điện tăng 1,4%, giá gas giảm 2,6%.", "1,4%", "giá điện", "growth/", "2022"),
    ("Giá tháng 12 năm 2021\n\nCPI tháng 12 tăng 1,9% so với tháng 12/2020.", "1,9%", "cpi", "growth/year", "2021-M12"),
    # a cause keeps its time to itself
    (MONTHS + "Tháng 9, giá điện tăng 2,3% do từ ngày 08/9/2022 giá bán lẻ được điều chỉnh tăng 3,0%; giá nước tăng 1,1%.", "1,1%", "giá nước", "growth/year", "2022-M09"),
    (MONTHS + "Giá xăng giảm ngày 07/9, 14/9 và 21/9/2022, bình quân tháng 9 giảm 4,4%.", "4,4%", "giá xăng", "growth/year", "2022-M09"),
    # what a paragraph is about
    (MONTHS + "**Hàng mây tre:** xuất khẩu trong tháng đạt 3 triệu USD. Hoa Kỳ mua 1,2 triệu USD.", "1,2 triệu", "hàng mây tre", "level/", "2022-M09"),
    (MONTHS + "Giá trị sản xuất 6.000 tỷ đồng, tăng bình quân 9%/năm; kỳ trước 7%/năm.", "9%", "giá trị sản xuất", "growth/average", "2022-9T"),
    ("Kết quả giai đoạn 2016 - 2020\n\nTổn thất nước giảm từ 22% xuống 15% năm 2020.", "22%", "tổn thất nước", "level/", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "words", "measure", "period"), CASES, ids=[f"{c[1]} {c[2]}" for c in CASES])
def test_clause(text: str, printed: str, words: str, measure: str, period: str | None) -> None:
    f = read(text, printed)
    name = f"{f.indicator} {f.head} {f.unit}".lower().split()
    assert all(w in name or any(w in n for n in name) for w in words.lower().split()), shown(f)
    kind, _, base = measure.partition("/")
    assert f.measure.value == kind and (not base or f.base.value == base), shown(f)
    assert period is None or key(f).startswith(period), shown(f)


def test_contribution_is_of_the_figure_before() -> None:
    found = read_sentence_figures("(i) nhóm ăn uống tăng 3,9%, làm CPI tăng 1,3 điểm phần trăm; (ii) nhóm giáo dục tăng 2,4%, làm CPI tăng 0,1 điểm phần trăm.")
    assert [f.indicator for f in found if f.unit == "điểm phần trăm"] == ["đóng góp của nhóm ăn uống vào CPI", "đóng góp của nhóm giáo dục vào CPI"]


def test_times_of_a_row() -> None:
    found = read_sentence_figures("Số vụ cháy các năm 2019-2021 lần lượt là 12 vụ, 15 vụ và 9 vụ.")
    assert [f.period.year for f in found] == [2019, 2020, 2021]
    found = read_sentence_figures("Năm 2024, nhóm A xuất siêu 33 tỷ USD sau 8 tháng, riêng tháng 8 xuất siêu 5 tỷ USD; nhóm B nhập siêu lần lượt 14 tỷ USD và 2 tỷ USD.")
    assert [key(f) for f in found] == ["2024-8T", "2024-M08", "2024-8T", "2024-M08"]


def test_days_and_seats_are_no_figures() -> None:
    assert [f.text for f in read_sentence_figures("Dịp lễ 30/4 - 01/5 và các đợt ngày 07/5, 14/5, 21/5 đón 20 nghìn lượt khách; xe dưới 9 chỗ ngồi tăng 4%.")] == ["20 nghìn lượt khách", "4%"]
    assert read_sentence_figures("Giá gạo từ 27.000-34.500 đồng/kg.")[0].high is not None


def test_a_goal_named_in_passing_does_not_go_on() -> None:
    found = read_sentence_figures("Năm 2020, giá trị sản xuất tăng bình quân 7,1%/năm, thấp hơn mục tiêu nghị quyết đề ra là 8,0%/năm; quy mô nền kinh tế đạt 940 tỷ đồng.")
    assert [f.modality.value for f in found] == ["actual", "target", "actual"]
    assert [f.measure.value for f in found[:2]] == ["growth", "growth"] and found[1].direction.value == "up"


def test_conditions_comparisons_and_half_months_are_no_names() -> None:
    def read(text: str) -> list[tuple[str, str, str, str]]:
        setting = prose.Setting(period=Period("months", 2024, part=9), year=2024)
        return [(f.text, f.indicator, f.measure.value, f.base.value) for f in prose.read_sentence(text, 0, setting).figures]

    assert read("Chỉ số giá vàng tháng 9 tăng 1,2% so tháng trước; so cùng tháng năm trước tăng 20,4%; so tháng 12/2023 tăng 12,0%.") == [
        ("1,2%", "chỉ số giá vàng", "growth", "previous"), ("20,4%", "chỉ số giá vàng", "growth", "year"), ("12,0%", "chỉ số giá vàng", "growth", "december"),
    ]  # fmt: skip
    assert read("Tổng mức bán lẻ đạt 3.642 tỷ đồng, tăng 9,8%, nếu loại trừ yếu tố giá thì tăng 7,4%.")[-1][1:3] == ("tổng mức bán lẻ", "growth")
    assert read("Chi phí xây dựng tăng 40 tỷ đồng, tức 8,5%, so với cuối năm 2023.") == [("40 tỷ đồng", "chi phí xây dựng", "change", "december"), ("8,5%", "chi phí xây dựng", "growth", "december")]
    assert [f[1] for f in read("Trong số này, 412 tỷ đồng là vốn trong nước, 88 tỷ đồng là vốn vay nước ngoài.")] == ["vốn trong nước", "vốn vay nước ngoài"]
    assert [f[1] for f in read("Đứng đầu bảng là Công ty Nam Á với 45,2 tỷ đồng.")] == ["công ty Nam Á"]
    assert read("Dư nợ bất động sản chiếm 8,4%, giảm từ mức 9,7% đầu năm.")[1][2] == "share"
    assert [f[0] for f in read("Nợ thuế tại 30/9 là 86 tỷ đồng.")] == ["86 tỷ đồng"]
