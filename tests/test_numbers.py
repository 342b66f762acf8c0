"""Numbers and units: how Vietnamese reports print them, and what only looks like one."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from report import units
from report.model import Bound
from report.numbers import Quantity, parse_number, quantities

# text -> the figures it states, each "value unit" in the unit itself (scale applied), "low..high unit", "part/whole unit"
FIGURES = [
    # printing
    ("đạt 1.550 triệu USD", ["1550000000 USD"]),
    ("1.346.123,5 tấn", ["1346123.5 tấn"]),
    ("13,7 nghìn tỷ đồng", ["13700000000000 đồng"]),
    ("2,2 triệu m3", ["2200000 m3"]),
    ("7.500 nghìn m³ gỗ", ["7500000 m3"]),
    ("1,550 lần", ["1.550 lần"]),
    ("xuất khẩu 1,346,123 tấn", ["1346123 tấn"]),
    ("trị giá 3.5 tỷ USD", ["3500000000 USD"]),
    ("diện tích 1.234,56 ha.", ["1234.56 ha"]),
    ("tăng 21,88%.", ["21.88 %"]),
    ("tăng 10,2 %/ năm", ["10.2 %"]),
    ("tăng bình quân 10,2%/năm", ["10.2 %"]),
    ("tăng +22,4% và giảm –4,6%", ["22.4 %", "-4.6 %"]),
    ("-4,6", ["-4.6"]),
    ("(3,2)", ["3.2"]),
    ("640 nghìn tấn, than 550 nghìn tấn", ["640000 tấn", "550000 tấn"]),
    ("**1.550** triệu USD", ["1550000000 USD"]),
    ("năm 2015 đạt 96 triệu USD", ["96000000 USD"]),
    # ranges and fractions
    ("tăng 6,5–7%", ["6.5..7 %"]),
    ("tăng 6,5% - 7%", ["6.5..7 %"]),
    ("170-200 nghìn tấn", ["170000..200000 tấn"]),
    ("từ 6 đến 7%", ["6..7 %"]),
    ("tăng từ 10 triệu lên 12 triệu đồng", ["10000000 đồng", "12000000 đồng"]),
    ("11/14 xã đạt chuẩn", ["11/14 xã"]),
    ("148,6/236,4 km", ["148.6/236.4 km"]),
    ("từ 96 lên 150 triệu USD", ["96000000 USD", "150000000 USD"]),
    ("lần lượt tăng 5, 7 và 9%", ["5 %", "7 %", "9 %"]),
    ("xếp thứ 24/63 tỉnh, thành phố", ["24/63 tỉnh, thành phố"]),
    ("Thủy điện Khánh Khê 7 MW", ["7 MW"]),
    ("8,5 bác sĩ trên 1 vạn dân", ["8.5 bác sĩ"]),
    ("cao hơn 5% so với 3 tỉnh", ["5 %", "3 tỉnh"]),
    ("12 xa, 300 ho", ["12 xã", "300 hộ"]),
    ("giá vàng tăng 1,5 triệu đồng/lượng", ["1500000 đồng/lượng"]),
    ("năm 2021 và 2022 lần lượt đạt 12 và 13 tỷ đồng", ["12000000000 đồng", "13000000000 đồng"]),
    # money
    ("2,3 tỷ đô la Mỹ", ["2300000000 USD"]),
    ("gần 5 tỷ đô", ["5000000000 USD"]),
    ("US$ 1,2 triệu", ["1200000 USD"]),
    ("$1,2 tỷ", ["1200000000 USD"]),
    ("500.000đ/người", ["500000 đồng/người"]),
    ("22.500 đồng/lít", ["22500 đồng/lít"]),
    ("58,6 triệu đồng/người/năm", ["58600000 đồng/người/năm"]),
    ("1,2 triệu đồng/ha", ["1200000 đồng/ha"]),
    ("thu ngân sách 3.450 tỉ đồng", ["3450000000000 đồng"]),
    ("950 tr.đồng", ["950000000 đồng"]),
    ("950 trđ", ["950000000 đồng"]),
    ("12 triệu NDT; 3 triệu yên; 4 triệu EUR", ["12000000 NDT", "3000000 yên", "4000000 EUR"]),
    ("1 tỷ 200 triệu đồng", ["1200000000 đồng"]),
    ("một tỷ rưỡi đồng", ["1500000000 đồng"]),
    ("2 triệu rưỡi đồng", ["2500000 đồng"]),
    ("vốn 1.200 tỷ", ["1200000000000"]),
    # units
    ("52,3 tạ/ha", ["52.3 tạ/ha"]),
    ("1.200 MW và 300 kWh", ["1200 MW", "300 kWh"]),
    ("tăng 0,5 điểm phần trăm", ["0.5 điểm phần trăm"]),
    ("giảm 1,2 điểm %", ["1.2 điểm phần trăm"]),
    ("tỷ suất sinh 12,5‰", ["12.5 ‰"]),
    ("gấp 1,7 lần năm 2010", ["1.7 lần"]),
    ("có 2.150 doanh nghiệp, 45 hợp tác xã", ["2150 doanh nghiệp", "45 hợp tác xã"]),
    ("15,2 tiêu chí/xã", ["15.2 tiêu chí/xã"]),
    ("12 sản phẩm OCOP 4 sao", ["12 sản phẩm ocop", "4 sao"]),
    ("350.000 lượt khách", ["350000 lượt khách"]),
    ("1,5 triệu lượt người", ["1500000 lượt người"]),
    ("25 giường bệnh/vạn dân", ["25 giường bệnh/vạn dân"]),
    ("12 bác sĩ/vạn dân", ["12 bác sĩ/vạn dân"]),
    ("20.000 TEU; 350 container", ["20000 teu", "350 container"]),
    ("3 ngày; 5 lần; 7 bậc", ["3 ngày", "5 lần", "7 bậc"]),
    ("trong 3 năm", ["3 năm"]),
    ("15 trường hợp mắc, 2 ca tử vong", ["15 trường hợp", "2 ca tử vong"]),
    ("đường dài 24 km, rộng 7 m", ["24 km", "7 m"]),
    ("350 abcxyz", ["350"]),
    ("1.025 trang trại", ["1025 trang trại"]),
    ("120 triệu viên gạch", ["120000000 viên"]),
    # spelled
    ("hai phần ba số xã", ["66.67 %"]),
    ("gần một nửa số hộ", ["50 %"]),
    ("tăng gấp đôi", ["2 lần"]),
    ("gấp rưỡi năm trước", ["1.5 lần"]),
    ("có ba xã về đích", ["3 xã"]),
    ("mười hai doanh nghiệp", ["12 doanh nghiệp"]),
    ("hai mươi lăm dự án", ["25 dự án"]),
    ("ba trăm hộ", ["300 hộ"]),
    ("hai nghìn tấn", ["2000 tấn"]),
    # without diacritics
    ("xuat khau 1.550 trieu usd", ["1550000000 USD"]),
    ("thu 3.450 ty dong", ["3450000000000 đồng"]),
    ("12 nghin tan", ["12000 tấn"]),
    ("250 doanh nghiep", ["250 doanh nghiệp"]),
    # beside things that are no figures
    ("Theo Quyết định số 33/2007/QĐ-UBND, hỗ trợ 50 triệu đồng", ["50000000 đồng"]),
    ("Bão số 3 làm thiệt hại 120 tỷ đồng", ["120000000000 đồng"]),
    ("1. Xuất khẩu đạt 55 triệu USD", ["55000000 USD"]),
    ("giá xăng RON 95 là 21.500 đồng/lít", ["21500 đồng/lít"]),
    ("giá trị sản xuất (giá so sánh 2010) đạt 4.500 tỷ đồng", ["4500000000000 đồng"]),
    ("đạt 55 triệu USD[^1]", ["55000000 USD"]),
    ("đạt 55 triệu USD (1)", ["55000000 USD"]),
    ("Quý III/2024 thu 120 tỷ đồng", ["120000000000 đồng"]),
    ("9 tháng đầu năm đạt 75% kế hoạch", ["75 %"]),
    ("phát thải 12 tấn CO2", ["12 tấn"]),
    ("nhóm 5 doanh nghiệp", ["5 doanh nghiệp"]),
    ("giai đoạn 2 có 12 dự án", ["12 dự án"]),
]

# what holds digits and states no figure
NOTHING = [
    "Quyết định số 33/2007/QĐ-UBND", "số 1187/BC-SCT", "Nghị định 15/2021/NĐ-CP", "Nghị quyết số 11-NQ/TW", "Luật số 50/2014/QH13",
    "Điều 5, khoản 2", "theo Điều 12", "ĐT: 0253.812.345", "gọi 0912 345 678", "+84 253 812 345", "1. Công nghiệp", "1.2. Thương mại",
    "1.2.3 Du lịch", "a) Nông nghiệp", "II. Kết quả", "Trang 3", "trang 12/40", "năm 2015", "giai đoạn 2011-2015", "tháng 9/2024",
    "ngày 15/3", "đến ngày 15/3/2024", "quý 3", "9 tháng", "9 tháng năm 2024", "Bảng 1", "Biểu số 2", "Bão số 4", "Covid-19",
    "Quốc lộ 1A", "QL4B", "thủy điện Đồng Đăng 2", "xăng RON 95", "xăng E5", "klinker CPC50", "giá so sánh 2010", "[^1]", "(1)",
    "khí CO2", "PM2.5", "một số doanh nghiệp", "một trong những xã", "mỗi xã một sản phẩm", "Nhà máy 2", "vào lúc 8h30", "08:30",
    "năm học 2021-2022", "nhiệm kỳ 2015-2020", "Q1/2025", "H1/2025", "6 tháng cuối năm", "sáu tháng đầu năm", "9T/2024", "2015",
    "đến 30/9", "15/3/2024", "kỳ 1 tháng 10", "http://a.vn/2015/12", "a12@b.vn", "192.168.1.1", "Đại hội lần thứ XIII", "lần thứ 13",
    "COVID-19", "Tổ 5", "Khóa 15", "HĐND khóa XV, kỳ họp thứ 12", "Phụ lục 3", "Hình 2.1", "ISO 9001", "TCVN 6260", "nam 2015", "quy 3",
    "fax: (0205) 3.812.345", "tờ bản đồ số 12, thửa 345", "ngày 20-25/11", "từ ngày 20 đến 25/11",
]  # fmt: skip


def shown(q: Quantity) -> str:
    value = format(round(q.value, 2) if -q.value.as_tuple().exponent > 4 else q.value, "f")  # type: ignore[operator]
    value = value.rstrip("0").rstrip(".") if "." in value and q.printed != "1,550" else value
    value += f"..{q.high.normalize():f}" if q.high is not None else ""
    value += f"/{q.fraction_of.normalize():f}" if q.fraction_of is not None else ""
    return f"{value} {q.unit}".strip()


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figure(text: str, expected: list[str]) -> None:
    assert [shown(q) for q in quantities(text)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_figure(text: str) -> None:
    assert [shown(q) for q in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("trên 5 tỷ", Bound.OVER), ("hơn 12 nghìn tấn", Bound.OVER), ("đạt ít nhất 95%", Bound.OVER), ("tối thiểu 20 triệu", Bound.OVER),
        ("dưới 3%", Bound.UNDER), ("không quá 3%", Bound.UNDER), ("tối đa 50 triệu", Bound.UNDER), ("gần 200 hộ", Bound.NEAR),
        ("khoảng 1.550 triệu USD", Bound.ABOUT), ("xấp xỉ 7%", Bound.ABOUT), ("ước 7%", Bound.NONE), ("ước đạt 7%", Bound.NONE),
        ("đạt trên 90%", Bound.OVER), ("tren 5 ty dong", Bound.OVER), ("tăng từ 5% lên 6%", Bound.NONE), ("trên địa bàn 5 xã", Bound.NONE), ("cao hơn 5%", Bound.NONE), ("không dưới 5%", Bound.OVER),
        ("từ 95% trở lên", Bound.OVER), ("95% trở lên", Bound.OVER), ("trên **5** tỷ", Bound.OVER), ("≥ 95%", Bound.OVER), ("< 5%", Bound.UNDER),
    ],
)  # fmt: skip
def test_bound(text: str, bound: Bound) -> None:
    assert quantities(text)[0].bound == bound


@pytest.mark.parametrize(
    ("text", "start", "number", "whole", "step"),
    [
        ("đạt 1.550 triệu USD trong năm", 4, "1.550", "1.550 triệu USD", "1000000"), ("tăng 10,25%/năm.", 5, "10,25", "10,25%/năm", "0.01"),
        ("13,7 nghìn tỷ đồng", 0, "13,7", "13,7 nghìn tỷ đồng", "100000000000"), ("có 350 hộ", 3, "350", "350 hộ", "1"),
    ],
)  # fmt: skip
def test_place_and_precision(text: str, start: int, number: str, whole: str, step: str) -> None:
    q = quantities(text)[0]
    assert (q.start, text[q.start : q.number_end], text[q.start : q.end], q.step) == (start, number, whole, Decimal(step))


# a whole header -> unit, scale
HEADERS = [
    ("nghìn tấn", "tấn", 1000), ("triệu USD", "USD", 10**6), ("tỷ đồng", "đồng", 10**9), ("ĐVT: tỷ đồng", "đồng", 10**9),
    ("(Đơn vị tính: triệu đồng)", "đồng", 10**6), ("%", "%", 1), ("tạ/ha", "tạ/ha", 1), ("Tr.đ", "đồng", 10**6), ("Trđ", "đồng", 10**6),
    ("Tr. đồng", "đồng", 10**6), ("1000 tấn", "tấn", 1000), ("1.000 USD", "USD", 1000), ("nghìn con", "con", 1000), ("người", "người", 1),
    ("lượt khách", "lượt khách", 1), ("kg", "kg", 1), ("đồng/kg", "đồng/kg", 1), ("triệu đồng/người/năm", "đồng/người/năm", 10**6),
    ("Tấn", "tấn", 1), ("1.000 m3", "m3", 1000), ("Triệu kWh", "kWh", 10**6), ("Nghìn lượt người", "lượt người", 1000),
    ("Đơn vị: %", "%", 1), ("1000 ha", "ha", 1000), ("Cái", "cái", 1), ("‰", "‰", 1), ("tỷ đ", "đồng", 10**9), ("triệu VNĐ", "đồng", 10**6),
    ("Giường", "giường", 1), ("Điểm phần trăm", "điểm phần trăm", 1), ("bác sĩ/vạn dân", "bác sĩ/vạn dân", 1), ("Triệu đô la Mỹ", "USD", 10**6),
    ("Nghìn USD", "USD", 1000), ("ty dong", "đồng", 10**9), ("Tỷ lệ (%)", "%", 1), ("1000đ", "đồng", 1000), ("Lần", "lần", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "scale"), HEADERS)
def test_header_unit(text: str, unit: str, scale: int) -> None:
    found = units.parse_unit(text)
    assert found is not None
    assert (found.unit, found.scale) == (unit, Decimal(scale))


@pytest.mark.parametrize("text", ["", "Chỉ tiêu", "Kế hoạch năm 2015", "STT", "Xi măng", "Thực hiện", "2015", "TH 2014", "tấn thép loại một", "-", "1", "Nông nghiệp"])
def test_no_header_unit(text: str) -> None:
    assert units.parse_unit(text) is None


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("5", "tấn", "kg", "5000"), ("5", "tấn", "tạ", "50"), ("3", "ha", "m2", "30000"), ("2", "MWh", "kWh", "2000"), ("12", "‰", "%", "1.2"),
        ("1", "USD", "đồng", None), ("1", "hộ", "người", None), ("1", "%", "điểm phần trăm", None), ("7", "hộ", "hộ", "7"),
        ("5", "tấn/ha", "tạ/ha", "50"), ("1", "đồng/kg", "đồng/tấn", "1000"), ("1", "đồng/lít", "đồng/kg", None),
    ],
)  # fmt: skip
def test_convert(value: str, unit: str, to: str, expected: str | None) -> None:
    assert units.convert(Decimal(value), unit, to) == (None if expected is None else Decimal(expected))
    assert units.compatible(unit, to) == (expected is not None)


@pytest.mark.parametrize(
    ("value", "unit", "like", "expected"),
    [
        ("1550000000", "USD", "triệu USD", "1.550 triệu USD"), ("13700000000000", "đồng", "nghìn tỷ đồng", "13,7 nghìn tỷ đồng"),
        ("21.88", "%", "%", "21,88%"), ("1346123.5", "tấn", "", "1.346.123,5 tấn"), ("-4.6", "%", "%", "−4,6%"), ("350", "hộ", "hộ", "350 hộ"),
        ("0.5", "điểm phần trăm", "điểm phần trăm", "0,5 điểm phần trăm"), ("12", "", "", "12"), ("58600000", "đồng/người/năm", "triệu đồng/người/năm", "58,6 triệu đồng/người/năm"),
    ],
)  # fmt: skip
def test_render(value: str, unit: str, like: str, expected: str) -> None:
    assert units.render(Decimal(value), unit, like) == expected


@pytest.mark.parametrize(
    ("unit", "kind"),
    [("USD", "money"), ("đồng", "money"), ("tấn", "mass"), ("m3", "volume"), ("ha", "area"), ("km", "length"), ("kWh", "energy"), ("hộ", "count"),
     ("%", "ratio"), ("lần", "multiple"), ("điểm phần trăm", "points"), ("đồng/kg", "rate"), ("", "")],
)  # fmt: skip
def test_kind(unit: str, kind: str) -> None:
    assert units.kind(unit).replace(":", ".").split(".")[0] == kind


@pytest.mark.parametrize("printed", ["", "-", "abc", "1.2.3.4", "१२"])
def test_not_a_number(printed: str) -> None:
    with pytest.raises(ValueError):
        parse_number(printed)


PIECES = ["1", "23", "1.550", "3,5", "-", "–", "/", "%", " ", "\n", ".", ",", "triệu", "tỷ", "USD", "đồng", "năm", "2015", "quý", "III", "tháng", "từ", "đến",
          "ngày", "gấp", "đôi", "rưỡi", "một", "ba", "xã", "số", "QĐ", "(", ")", "[^", "]", "²", "½", "٣", "𝟛", "İ", "ﬁ", "á", "m3", "0", "trăm", "mươi"]  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_nothing_raises_and_spans_lie_within(seed: int) -> None:
    source = random.Random(seed)
    for _ in range(50):
        text = source.choice(["", " "]).join(source.choice(PIECES) for _ in range(source.randrange(25)))
        last = 0
        for q in quantities(text):
            assert last <= q.start < q.number_end <= q.end <= len(text), text
            last = q.end


def test_long_runs_stay_linear() -> None:
    """Runs that make a backtracking expression quadratic: each finishes at once or the suite's time shows it."""
    for text in ("1." * 20000, "1 " * 20000, "số " * 20000, "một " * 20000, "9" * 40000, "a1" * 20000, " " * 40000, "1/" * 20000, "x@" * 20000, "1x" * 20000, "năm " * 20000, "- " * 20000):
        quantities(text)
