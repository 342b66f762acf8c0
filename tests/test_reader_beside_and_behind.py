"""What stands beside a change, behind a rate, in a contrast or in a cause, and whose it is. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Base, Direction, Measure, Modality
from tests.fake_library import one, read

MONTHS = "Báo cáo 8 tháng năm 2025"
YEARS = "Kết quả giai đoạn 2021 - 2025"


@pytest.mark.parametrize(
    ("text", "printed", "measure", "base"),
    [
        ("Doanh thu bán lẻ tháng 8 đạt 3.120 tỷ đồng, tăng 1,4% so với tháng trước và 9,6% so với tháng 8/2024.", "9,6%", Measure.GROWTH, Base.YEAR),
        ("Doanh thu bán lẻ tháng 8 đạt 3.120 tỷ đồng, giảm 1,4% so với cùng kỳ và 0,6% so với tháng trước.", "0,6%", Measure.GROWTH, Base.PREVIOUS),
        ("Vốn vay 3.120 tỷ đồng, tăng 1,4% so với cùng kỳ và 60,6% tổng nguồn vốn.", "60,6%", Measure.SHARE, Base.NONE),
        ("Thu ngân sách đạt 5.120 tỷ đồng, bằng 71,3% dự toán HĐND tỉnh giao (7.181 tỷ đồng) và bằng 74,0% nếu tính theo mức Trung ương giao (6.919 tỷ đồng).", "74,0%", Measure.COMPLETION, Base.PLAN),
        ("Tỉnh giải ngân 2.140 tỷ đồng, bằng 51,2% kế hoạch Thủ tướng giao (4.180 tỷ đồng), trong khi cùng kỳ năm trước là 47,9%.", "47,9%", Measure.COMPLETION, Base.PLAN),
        ("Tỉnh giải ngân 2.140 tỷ đồng; nếu so với kế hoạch HĐND tỉnh giao (4.510 tỷ đồng) thì tỷ lệ chỉ 47,5%.", "47,5%", Measure.COMPLETION, Base.PLAN),
    ],
)
def test_of_which_kind(text: str, printed: str, measure: Measure, base: Base) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.measure, f.base) == (measure, base)


def test_what_another_gives_is_a_plan_too() -> None:
    found = read("Thu ngân sách đạt 5.120 tỷ đồng, bằng 71,3% dự toán (7.181 tỷ đồng) và bằng 74,0% nếu tính theo mức Trung ương giao (6.919 tỷ đồng).", MONTHS)
    assert (one(found, "6.919").modality, one(found, "6.919").indicator) == (Modality.TARGET, "thu ngân sách")


def test_the_one_that_rose_most_has_its_change() -> None:
    found = read("So với tháng trước, 8 nhóm hàng tăng giá, tăng cao nhất là may mặc 2,41% do vào năm học mới, kế đến nhà ở 0,87%; thực phẩm tăng 0,32%. Có 2 nhóm giảm, giảm sâu nhất là giao thông với 1,9%.", "Chỉ số giá tháng 8 năm 2025")
    told = [(f.indicator, f.measure, f.direction) for f in found if f.unit == "%"]
    assert told == [("may mặc", Measure.GROWTH, Direction.UP), ("nhà ở", Measure.GROWTH, Direction.UP), ("thực phẩm", Measure.GROWTH, Direction.UP), ("giao thông", Measure.GROWTH, Direction.DOWN)]


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Tỉnh vay hai đợt: ngày 6/3 huy động 450 tỷ đồng, lãi suất 3,1%/năm; ngày 9/7 thêm 300 tỷ đồng, lãi suất 3,4%/năm.", "300 tỷ đồng", "huy động"),
        ("Tỉnh vay hai đợt: ngày 6/3 huy động 450 tỷ đồng, lãi suất 3,1%/năm; ngày 9/7 thêm 300 tỷ đồng, lãi suất 3,4%/năm.", "3,4%/năm", "lãi suất"),
        ("Thuế nhập khẩu, thuế tiêu thụ đặc biệt hàng nhập khẩu và thuế bảo vệ môi trường lần lượt đạt 260 tỷ đồng, 84 tỷ đồng và 18 tỷ đồng.", "18 tỷ đồng", "thuế bảo vệ môi trường"),
        ("Thủy sản đứng đầu với 412,3 triệu USD, tiếp đến là gỗ 186,7 triệu USD; quế tuy là đặc sản nhưng chỉ mang về 12,8 triệu USD.", "12,8", "quế"),
        ("Kim ngạch nhập khẩu tăng 8,6%, thấp hơn xuất khẩu (11,2%).", "11,2%", "kim ngạch xuất khẩu"),
        ("Vốn do tỉnh quản lý mới thực hiện 48,7% kế hoạch năm.", "48,7%", "vốn do tỉnh quản lý"),
        ("Số doanh nghiệp đăng ký mới đạt 81,5% kế hoạch năm.", "81,5%", "doanh nghiệp đăng ký mới"),
        ("Đây là lĩnh vực vượt kế hoạch rõ nhất: kim ngạch xuất khẩu đạt 1.142,6 triệu USD.", "1.142,6", "kim ngạch xuất khẩu"),
    ],
)
def test_whose_it_is(text: str, printed: str, name: str) -> None:
    f = one(read(text, MONTHS), printed)
    assert f.indicator.lower().endswith(name) and not f.head.lower().startswith("đây")


def test_capital_that_was_added_is_an_amount_of_its_own() -> None:
    found = read("Cấp mới 14 dự án với vốn đăng ký 96,2 triệu USD; 7 lượt dự án điều chỉnh vốn, tăng thêm 21,4 triệu USD. Vốn thực hiện 60 triệu USD, tăng 5,1 triệu USD so với cùng kỳ.", MONTHS)
    added = one(found, "21,4")
    assert (added.indicator, added.measure) == ("vốn đăng ký tăng thêm", Measure.LEVEL)
    assert one(found, "5,1").measure is Measure.CHANGE



@pytest.mark.parametrize(
    ("text", "printed", "kind", "year"),
    [
        ("Tỷ lệ lấp đầy bình quân 71,4%, trong khi năm 2020 mới là 39,8%; cao nhất là CCN Đồng Me (95,1%), thấp nhất là CCN Khe Nga (28,3%).", "39,8%", "year", 2020),
        ("Tỷ lệ lấp đầy bình quân 71,4%, trong khi năm 2020 mới là 39,8%; cao nhất là CCN Đồng Me (95,1%), thấp nhất là CCN Khe Nga (28,3%).", "95,1%", "range", 2025),
        ("Tỷ lệ lấp đầy bình quân 71,4%, trong khi năm 2020 mới là 39,8%; cao nhất là CCN Đồng Me (95,1%), thấp nhất là CCN Khe Nga (28,3%).", "28,3%", "range", 2025),
        ("Giá trị sản xuất năm 2025 đạt 4.120 tỷ đồng. Từ mức tăng 7,1% của năm 2021, tốc độ lên 9,4% năm 2022.", "7,1%", "year", 2021),
        ("Năm 2025, ngành có 21,6 nghìn lao động, gấp 1,4 lần con số 15,3 nghìn lao động của năm 2020.", "15,3", "year", 2020),
        ("Khai khoáng đạt 920 tỷ đồng, giảm 2,1% do hai mỏ Bản Lũng và Tà Pa hết hạn từ tháng 6/2023, lao động còn 640 người.", "640 người", "range", 2025),
    ],
)
def test_of_which_time(text: str, printed: str, kind: str, year: int) -> None:
    f = one(read(text, YEARS), printed)
    assert (f.period.kind, f.period.year) == (kind, year)


def test_shares_in_a_row_are_of_the_whole_behind_the_last() -> None:
    found = read("Năm 2025, khu vực nhà nước, ngoài nhà nước và khu vực FDI chiếm lần lượt 11,0%, 51,0% và 38,0% tổng vốn đầu tư; riêng nông nghiệp chiếm 4,0%.", YEARS)
    assert [f.head for f in found][:3] == ["tổng vốn đầu tư"] * 3


def test_a_share_in_all_is_its_own() -> None:
    found = read("Công nghiệp chế biến đạt 29.186 tỷ đồng, tăng bình quân 12,5%/năm, nâng tỷ trọng trong toàn ngành từ 75,5% năm 2020 lên 83,0%.", YEARS)
    assert [(f.indicator, f.measure.value, f.period.year) for f in found[2:]] == [("công nghiệp chế biến", "share", 2020), ("công nghiệp chế biến", "share", 2025)]


def test_what_keeps_its_place_is_named_without_it() -> None:
    found = read("Công nghiệp chế biến tiếp tục giữ vai trò dẫn dắt với 29.186 tỷ đồng, nâng tỷ trọng trong toàn ngành từ 75,5% năm 2020 lên 83,0%.", YEARS)
    assert {f.indicator for f in found} == {"công nghiệp chế biến"}
    assert [(f.measure.value, f.period.kind, f.period.year) for f in found[1:]] == [("share", "year", 2020), ("share", "year", 2025)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "CPI tháng 8 của thành phố Tân Hòa tăng 0,41% so với tháng trước và 3,52% so với cùng kỳ; thành phố Bình Mai tăng 0,29% và 2,87%; tỉnh Khe Giang, nơi chịu lũ lớn, tăng tới 0,57% và 3,11%.",
            {"2,87%": ("thành phố Bình Mai", Base.YEAR), "0,29%": ("thành phố Bình Mai", Base.PREVIOUS), "0,57%": ("tỉnh Khe Giang", Base.PREVIOUS), "3,11%": ("tỉnh Khe Giang", Base.YEAR)},
        ),
        ("Xuất khẩu tháng 8 tăng 1,2% so với cùng kỳ và giảm 3,4% so với tháng trước; nhập khẩu giảm 2,4% và tăng 5,1%, do thiếu đơn hàng.", {"2,4%": ("nhập khẩu", Base.YEAR), "5,1%": ("nhập khẩu", Base.PREVIOUS)}),
        # not where the pair says itself what it is held against
        ("Xuất khẩu tháng 8 tăng 1,2% so với cùng kỳ và 3,4% so với tháng trước; nhập khẩu tăng 2,4% và 5,1% so với cuối năm trước.", {"5,1%": ("nhập khẩu", Base.DECEMBER)}),
    ],
)
def test_a_pair_of_changes_is_held_against_what_the_pair_before_is(text: str, told: dict[str, tuple[str, Base]]) -> None:
    found = read(text, MONTHS)
    assert {printed: (one(found, printed).indicator, one(found, printed).base) for printed in told} == told


def test_the_own_province_is_no_name_and_another_is() -> None:
    assert [f.indicator for f in read("Xuất khẩu tháng 8 đạt 31 triệu USD; tỉnh Khe Giang đạt 54 triệu USD từ đầu năm.", MONTHS)] == ["xuất khẩu"] * 2
    assert one(read("Tỷ lệ giải ngân của tỉnh Khe Giang đạt 61,2%; tỉnh Đông Sa đạt 55,4%.", MONTHS), "55,4%").indicator.endswith("tỉnh Đông Sa")


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Hai quý đầu năm, mức tăng GRDP so với cùng kỳ lần lượt là 6,1% và 7,2%.", [("quarter", 1), ("quarter", 2)]),
        ("Ba tháng đầu năm, số vụ cháy lần lượt là 12 vụ, 15 vụ và 20 vụ.", [("month", 1), ("month", 2), ("month", 3)]),
        ("Hai quý đầu năm, thu nội địa và thu xuất nhập khẩu lần lượt đạt 310 tỷ đồng và 42 tỷ đồng.", [("months", 6)] * 2),  # each name has its own
        ("Ba quý đầu năm, GRDP tăng 7,4%.", [("months", 9)]),
    ],
)
def test_the_first_quarters_and_months_of_a_year_in_turn(text: str, times: list[tuple[str, int]]) -> None:
    assert [(f.period.kind, f.period.part) for f in read(text, MONTHS)] == times


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tổng kế hoạch vốn năm 2025 là 518,4 tỷ đồng (gồm 476,0 tỷ đồng Thủ tướng Chính phủ giao năm 2025 và 42,4 tỷ đồng kéo dài từ năm 2024 sang).",
            {"476,0": ("vốn Thủ tướng Chính phủ giao", "tổng kế hoạch vốn"), "42,4": ("vốn kéo dài", "tổng kế hoạch vốn")},
        ),
        (
            "Tổng kinh phí 12,4 tỷ đồng, hỗ trợ 63 đề án, gồm 4,9 tỷ đồng nguồn khuyến công quốc gia (18 đề án) và 7,5 tỷ đồng nguồn địa phương (45 đề án).",
            {"4,9": ("nguồn khuyến công quốc gia", "tổng kinh phí"), "18 đề án": ("đề án", "nguồn khuyến công quốc gia"), "7,5": ("nguồn địa phương", "tổng kinh phí"), "45 đề án": ("đề án", "nguồn địa phương")},
        ),
        ("Dư nợ đạt 312 tỷ đồng, bao gồm 208 tỷ đồng ngắn hạn và 104 tỷ đồng trung, dài hạn.", {"208": ("dư nợ ngắn hạn", "dư nợ"), "104": ("dư nợ trung, dài hạn", "dư nợ")}),
        ("Tổng vốn đăng ký 31,5 triệu USD, gồm 20,2 triệu USD cấp mới và 11,3 triệu USD tăng thêm.", {"20,2": ("vốn cấp mới", "tổng vốn đăng ký"), "11,3": ("vốn tăng thêm", "tổng vốn đăng ký")}),
        # not where no name stands behind
        ("Thu ngân sách đạt 912 tỷ đồng, trong đó tháng 8 thu 98 tỷ đồng tăng 5,4% và tháng 7 thu 87 tỷ đồng giảm 3,2%.", {"98": ("thu", "thu ngân sách"), "87": ("thu", "thu ngân sách")}),
    ],
)
def test_parts_that_have_their_names_behind_them(text: str, told: dict[str, tuple[str, str]]) -> None:
    found = read(text, MONTHS)
    assert {printed: (one(found, printed).indicator, one(found, printed).head) for printed in told} == told


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Chi đầu tư 341 tỷ đồng, chi thường xuyên 819 tỷ đồng và chi khác 112 tỷ đồng, lần lượt bằng 68,5%, 81,5% và 82,1% dự toán.", Measure.COMPLETION),
        ("Đến 31/8, tỉnh giải ngân 386 tỷ đồng, đạt 64,9% tổng kế hoạch vốn.", Measure.COMPLETION),
        ("Ba huyện lần lượt chiếm 20,5%, 30,5% và 49,0% kế hoạch vốn.", Measure.SHARE),
        ("Vốn vay 30 tỷ đồng, bằng 24,1% tổng kế hoạch vốn.", Measure.SHARE),
    ],
)
def test_a_row_of_per_cents_of_a_plan(text: str, measure: Measure) -> None:
    assert {f.measure for f in read(text, MONTHS) if f.unit == "%"} == {measure}


@pytest.mark.parametrize(
    ("text", "some", "whole"),
    [
        ("Còn 37 trong số 164 hộ ở lòng hồ chưa nhận tiền đền bù vì chưa thống nhất đơn giá.", "hộ ở lòng hồ chưa nhận tiền đền bù", "hộ ở lòng hồ"),
        ("Có 12 trong số 40 dự án chưa giải ngân đồng nào.", "dự án chưa giải ngân đồng nào", "dự án"),
        ("Có 18 trong tổng số 40 xã có chợ.", "xã có chợ", "xã"),
    ],
)
def test_only_some_of_all_did_what_stands_behind(text: str, some: str, whole: str) -> None:
    assert [f.indicator for f in read(text, MONTHS)] == [some, whole]


@pytest.mark.parametrize(
    ("text", "printed", "name", "kind", "year"),
    [
        # a share of one that "its share" is told of, and the years of the pair before
        ("Tỷ trọng ngành điện tăng từ 30,9% năm 2021 lên 36,6% năm 2025; công nghiệp chế biến tuy vẫn giữ vai trò chủ đạo nhưng tỷ trọng giảm từ 63,8% còn 59,5%.", "63,8%", "tỷ trọng công nghiệp chế biến", "year", 2021),
        ("Tỷ trọng ngành điện tăng từ 30,9% năm 2021 lên 36,6% năm 2025; công nghiệp chế biến tuy vẫn giữ vai trò chủ đạo nhưng tỷ trọng giảm từ 63,8% còn 59,5%.", "59,5%", "tỷ trọng công nghiệp chế biến", "year", 2025),
        ("Dịch vụ có tỷ trọng tăng từ 40,2% năm 2022 lên 44,7% năm 2025; nông nghiệp có tỷ trọng giảm từ 22,4% xuống 18,1%.", "22,4%", "tỷ trọng nông nghiệp", "year", 2022),
        # what befell those who are spoken of
        ("Lực lượng quản lý thị trường (từ tháng 10/2023 chuyển về trực thuộc Tổng cục) đã kiểm tra 7.462 vụ.", "7.462", "kiểm tra vụ", "range", 2025),
        ("Chi cục (thành lập năm 2022) đã kiểm tra 412 vụ.", "412 vụ", "kiểm tra vụ", "range", 2025),
        ("Chi cục (số liệu đến tháng 6/2025) đã kiểm tra 412 vụ.", "412 vụ", "kiểm tra vụ", "month", 2025),
        # when the first of two did what
        ("Hai nhà máy điện mặt trời (99 MWp) hòa lưới trước ngày 30/6/2023 và 1.864 hệ thống điện mặt trời mái nhà.", "1.864", "hệ thống điện mặt trời mái nhà", "range", 2025),
    ],
)
def test_of_which_time_and_of_whom(text: str, printed: str, name: str, kind: str, year: int) -> None:
    f = one(read(text, YEARS), printed)
    assert (f.indicator, f.period.kind, f.period.year) == (name, kind, year)


def test_a_span_that_is_named_whole_is_the_one_that_the_report_is_about() -> None:
    found = read("Kim ngạch xuất khẩu năm 2025 đạt 215 triệu USD, cả giai đoạn khoảng 890 triệu USD.\nVốn đầu tư năm 2025 đạt 31 tỷ đồng, cả nhiệm kỳ đạt 124 tỷ đồng.", YEARS)
    assert [(f.indicator, f.period.kind, f.period.first) for f in found] == [
        ("kim ngạch xuất khẩu", "year", None), ("kim ngạch xuất khẩu", "range", 2021), ("vốn đầu tư", "year", None), ("vốn đầu tư", "range", 2021)
    ]  # fmt: skip
    assert one(read("Xuất khẩu năm 2025 đạt 215 triệu USD, cả giai đoạn đạt 890 triệu USD.", MONTHS), "890").period.kind != "range"


def test_what_is_foretold_in_each_scenario() -> None:
    found = read("CPI năm 2025 được dự báo theo ba kịch bản: thấp 3,1%, cơ sở 3,2% và cao 3,4%, đều dưới mục tiêu khoảng 4,5%.", MONTHS)
    assert [(f.indicator, f.measure, f.modality) for f in found] == [
        ("CPI kịch bản thấp", Measure.GROWTH, Modality.FORECAST), ("CPI kịch bản cơ sở", Measure.GROWTH, Modality.FORECAST),
        ("CPI kịch bản cao", Measure.GROWTH, Modality.FORECAST), ("CPI", Measure.GROWTH, Modality.TARGET),
    ]  # fmt: skip
    assert [(f.indicator, f.measure) for f in read("Thu ngân sách năm 2026 dự kiến theo hai kịch bản: thấp 310 tỷ đồng và cao 342 tỷ đồng.", MONTHS)] == [
        ("thu ngân sách kịch bản thấp", Measure.LEVEL), ("thu ngân sách kịch bản cao", Measure.LEVEL)
    ]  # fmt: skip
    assert read("GRDP tăng theo kịch bản đề ra: công nghiệp tăng 7,1%.", MONTHS)[0].indicator == "công nghiệp"


def test_this_group_is_what_the_title_above_names() -> None:
    text = "I. Giá tiêu dùng\n\n1. CPI tháng 9 so với tháng trước\n\na) Giáo dục\n\nĐây là nhóm tăng cao nhất (3,12%), tác động làm CPI chung tăng 0,19 điểm phần trăm. Giá vở tăng 0,96%.\n\nb) Đồ uống và thuốc lá\n\nNhóm này tác động làm CPI chung tăng 0,10 điểm phần trăm."
    found = read(text, "Chỉ số giá tháng 9 năm 2025")
    assert [(f.indicator, f.measure, f.base) for f in found] == [
        ("giáo dục", Measure.GROWTH, Base.PREVIOUS), ("đóng góp của giáo dục vào CPI chung", Measure.CHANGE, Base.PREVIOUS),
        ("giá vở", Measure.GROWTH, Base.PREVIOUS), ("đóng góp của đồ uống và thuốc lá vào CPI chung", Measure.CHANGE, Base.PREVIOUS),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "printed", "name", "measure"),
    [
        # a fraction of those named behind it
        ("Thu bám sát dự toán, song tiền sử dụng đất vẫn hụt và hơn một phần ba số vốn đầu tư công chưa giải ngân.", "một phần ba", "số vốn đầu tư công chưa giải ngân", Measure.LEVEL),
        ("Giá gạo giảm một nửa so với đầu năm.", "một nửa", "giá gạo", Measure.GROWTH),
        # past its cause
        ("Ở chiều ngược lại, thuế bảo vệ môi trường, do áp dụng mức giảm 50% đối với xăng, dầu, chỉ thu được 431 tỷ đồng, giảm 5,5%.", "431 tỷ", "thuế bảo vệ môi trường", Measure.LEVEL),
        ("Ở chiều ngược lại, thuế bảo vệ môi trường, do áp dụng mức giảm 50% đối với xăng, dầu, chỉ thu được 431 tỷ đồng, giảm 5,5%.", "5,5%", "thuế bảo vệ môi trường", Measure.GROWTH),
        ("Phí trước bạ, nhờ chính sách giảm 50% lệ phí, vẫn thu được 31 tỷ đồng.", "31 tỷ", "phí trước bạ", Measure.LEVEL),
        # what capital is told to be spent is paid out
        ("Vốn kéo dài giải ngân được 255 tỷ đồng. Riêng tháng 8, các chủ đầu tư đã rút được 74,4 tỷ đồng.", "74,4", "giải ngân", Measure.LEVEL),
        ("Cầu Bến Đá giải ngân 41 tỷ đồng. Trong khi đó, hồ Khe Dầu mới tiêu được 7,2 tỷ đồng.", "7,2", "hồ Khe Dầu giải ngân", Measure.LEVEL),
        ("Vốn kéo dài giải ngân được 255 tỷ đồng; vốn hỗ trợ có mục tiêu 74,4 tỷ đồng.", "74,4", "vốn hỗ trợ có mục tiêu", Measure.LEVEL),
    ],
)
def test_named_behind_past_a_cause_or_in_other_words(text: str, printed: str, name: str, measure: Measure) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.indicator.lower(), f.measure) == (name.lower(), measure)


def test_the_group_that_rose_most_is_named_before_it() -> None:
    found = read("Hàng ăn và dịch vụ ăn uống là nhóm tăng mạnh nhất (0,99%) và một mình làm CPI chung tăng 0,35 điểm phần trăm.", "Chỉ số giá tháng 9 năm 2025")
    assert [(f.indicator, f.measure) for f in found] == [("hàng ăn và dịch vụ ăn uống", Measure.GROWTH), ("đóng góp của hàng ăn và dịch vụ ăn uống vào CPI chung", Measure.CHANGE)]
