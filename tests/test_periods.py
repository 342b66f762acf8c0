"""Periods: how Vietnamese reports name the time a figure is about, and what is no time at all."""

from __future__ import annotations

import random

import pytest

from report.model import Period
from report.periods import PeriodMention, contains, label, periods, same, with_year

# text -> "kind first-year/part role" of each mention; what is absent is left out
PERIODS = [
    # years
    ("năm 2015", ["year 2015"]), ("Năm 2015 đạt 96 triệu USD", ["year 2015"]), ("cả năm 2024", ["year 2024"]), ("kế hoạch 2023", ["year 2023"]),
    ("xk 2015", ["year 2015"]), ("thực hiện năm 2022 và kế hoạch 2023", ["year 2022", "year 2023"]), ("TH 2014", ["year 2014"]),
    ("đến năm 2020", ["year 2020 deadline"]), ("đến hết năm 2025", ["year 2025 deadline"]), ("vào năm 2020", ["year 2020"]),
    ("so với năm 2010", ["year 2010 base"]), ("gấp 1,7 lần năm 2010", ["year 2010 base"]), ("gấp 1,7 lần so với năm 2010", ["year 2010 base"]),
    ("tăng 5% so với thực hiện năm 2014", ["year 2014 base"]), ("năm 2015 tăng 5% so với 2014", ["year 2015", "year 2014 base"]),
    ("của năm 2015", ["year 2015"]), ("NĂM 2015", ["year 2015"]),
    # ranges
    ("giai đoạn 2011 - 2015", ["range 2011-2015"]), ("năm 2010-2015", ["range 2010-2015"]), ("giai đoạn 2011–2015", ["range 2011-2015"]),
    ("4 năm 2016-2019 tăng 11%", ["range 2016-2019"]), ("chỉ tính 3 năm (2021-2023)", ["range 2021-2023"]), ("tổng kinh phí 5 năm 11,84 tỷ đồng", ["range /5"]),
    ("thời kỳ 2011-2015", ["range 2011-2015"]), ("nhiệm kỳ 2015-2020", ["range 2015-2020"]), ("2016-2020", ["range 2016-2020"]),
    ("từ năm 2011 đến năm 2015", ["range 2011-2015"]), ("từ 2011 đến 2015", ["range 2011-2015"]), ("giai đoạn từ năm 2011 đến 2015", ["range 2011-2015"]),
    ("kế hoạch 5 năm 2016-2020", ["range 2016-2020"]), ("5 năm 2011 - 2015", ["range 2011-2015"]), ("năm học 2021-2022", ["year 2021-2022"]),
    ("niên vụ 2021/2022", ["year 2021-2022"]), ("so với giai đoạn 2006-2010", ["range 2006-2010 base"]),
    # quarters
    ("quý III/2024", ["quarter 2024/3"]), ("quý 3 năm 2024", ["quarter 2024/3"]), ("Quý III năm 2024", ["quarter 2024/3"]), ("Q1/2025", ["quarter 2025/1"]),
    ("quý IV", ["quarter /4"]), ("quý 3", ["quarter /3"]), ("quý ba", ["quarter /3"]), ("Quý II-2024", ["quarter 2024/2"]), ("QUÝ III/2024", ["quarter 2024/3"]),
    # months
    ("tháng 9/2024", ["month 2024/9"]), ("tháng 9 năm 2024", ["month 2024/9"]), ("tháng 09/2024", ["month 2024/9"]), ("tháng 9-2024", ["month 2024/9"]),
    ("số tờ khai tháng 10", ["month /10"]), ("tờ khai tháng 8/2024", ["month 2024/8"]), ("trong tháng tương ứng 62%", []),
    ("tháng chín", ["month /9"]), ("tháng Mười", ["month /10"]), ("tháng 12", ["month /12"]), ("so với tháng 12/2023", ["month 2023/12 base"]), ("T9/2024", ["month 2024/9"]),
    # the first n months, halves
    ("9 tháng năm 2024", ["months 2024/9"]), ("9 tháng đầu năm 2024", ["months 2024/9"]), ("9 tháng đầu năm", ["months /9"]), ("9 tháng", ["months /9"]),
    ("chín tháng đầu năm 2024", ["months 2024/9"]), ("sáu tháng", ["months /6"]), ("9T/2024", ["months 2024/9"]), ("9t 2024", ["months 2024/9"]), ("9T", ["months /9"]),
    ("mười một tháng năm 2024", ["months 2024/11"]), ("6 tháng cuối năm", ["half /2"]), ("sáu tháng cuối năm 2024", ["half 2024/2"]),
    ("nửa đầu năm 2024", ["half 2024/1"]), ("nửa đầu năm", ["half /1"]), ("H1/2025", ["half 2025/1"]), ("12 tháng năm 2024", ["year 2024"]),
    ("nửa cuối năm", ["half /2"]), ("09 tháng đầu năm 2024", ["months 2024/9"]), ("6 tháng đầu năm 2024", ["months 2024/6"]),
    # days
    ("đến ngày 15/3", ["date /315"]), ("đến hết ngày 15/3/2024", ["date 2024/315"]), ("đến 30/9", ["date /930"]), ("tính đến 31/12/2023", ["date 2023/1231"]),
    ("ngày 2 tháng 9 năm 2024", ["date 2024/902"]), ("15/3/2024", ["date 2024/315"]), ("15-3-2024", ["date 2024/315"]), ("ngày 15.3.2024", ["date 2024/315"]),
    ("15 ngày đầu tháng 9", ["season /109"]), ("nửa sau tháng 9/2026", ["season 2026/209"]), ("15 ngày cuối tháng 9/2024", ["season 2024/209"]), ("bình quân tháng một số mặt hàng", []), ("tháng một năm 2024", ["month 2024/1"]),
    ("kỳ 1 tháng 10", ["season /110"]), ("kỳ 2 tháng 9/2024", ["season 2024/209"]), ("cuối năm 2024", ["year 2024"]), ("đầu năm 2024", ["year 2024"]),
    ("ngày 20-25/11", ["date /1125"]), ("nửa đầu tháng 9", ["season /109"]), ("3 quý đầu năm 2024", ["months 2024/9"]), ("10T2024", ["months 2024/10"]), ("Q.III/2024", ["quarter 2024/3"]),
    # what a figure is compared with, without a name of its own
    ("so với cùng kỳ", ["  base"]), ("so với cùng kỳ năm trước", ["  base"]), ("so với tháng trước", ["  base"]), ("so với quý trước", ["  base"]),
    ("tăng 5% so cùng kỳ năm 2023", [" 2023 base"]), ("so với năm trước", ["  base"]), ("so cung ky", ["  base"]), ("so với cùng kỳ 2023", [" 2023 base"]),
    # several
    ("Tháng 9/2024 ước 5 tỷ, 9 tháng 45 tỷ", ["month 2024/9", "months /9"]), ("quý III và 9 tháng năm 2024", ["quarter /3", "months 2024/9"]),
    # without diacritics
    ("nam 2015", ["year 2015"]), ("quy 3", ["quarter /3"]), ("9 thang dau nam 2024", ["months 2024/9"]), ("giai doan 2011-2015", ["range 2011-2015"]),
    ("thang 9/2024", ["month 2024/9"]), ("so voi nam 2010", ["year 2010 base"]), ("den nam 2020", ["year 2020 deadline"]), ("quy iii nam 2024", ["quarter 2024/3"]),
    ("sau thang cuoi nam", ["half /2"]), ("chin thang dau nam", ["months /9"]), ("den ngay 15/3", ["date /315"]), ("ca nam 2024", ["year 2024"]), ("nua dau nam 2024", ["half 2024/1"]),
]  # fmt: skip

NO_PERIODS = [
    "2015 doanh nghiệp", "2.015", "2015,5", "12015", "20155", "đạt 2.024 tỷ", "2000 tấn", "số 33/2015/QĐ-UBND", "11/14 xã", "quý vị", "quy định", "năm nay ra sao",
    "tháng tuổi", "9 tháng tuổi", "12,9 tháng", "quy mô 3 ha", "lần thứ 13", "50/2014/QH13", "1/2", "nam gioi", "hàng tháng", "kỳ họp thứ 12", "tháng 13", "ngày 32/1",
    "0253.2015.345", "1990 USD", "năm xã", "2020 hộ", "2015%", "T 5", "Q5/2025", "lãi suất kỳ hạn 12 tháng", "2050 km",
]  # fmt: skip


def shown(m: PeriodMention) -> str:
    p = m.period
    years = "" if p.year is None else f"{p.first}-{p.year}" if p.first else str(p.year)
    part = f"/{p.part}" if p.part else ""
    role = "" if m.role == "period" else " " + m.role
    return f"{p.kind} {years}{part}{role}"


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_period(text: str, expected: list[str]) -> None:
    assert [shown(m) for m in periods(text)] == expected


@pytest.mark.parametrize("text", NO_PERIODS)
def test_no_period(text: str) -> None:
    assert [shown(m) for m in periods(text)] == []


@pytest.mark.parametrize(("text", "count"), [("xk 2015", 0), ("năm 2015", 1), ("giai đoạn 2011-2015", 1)])
def test_bare_years_can_be_left_out(text: str, count: int) -> None:
    assert len(periods(text, bare_years=False)) == count


@pytest.mark.parametrize(("text", "place"), [("Năm 2015, xuất khẩu", "Năm 2015"), ("trong quý III/2024 đạt", "quý III/2024"), ("xk 2015?", "2015"), ("tại  2011-2015", "2011-2015")])
def test_place(text: str, place: str) -> None:
    m = periods(text)[0]
    assert text[m.start : m.end] == place


@pytest.mark.parametrize(
    ("text", "printed"),
    [("năm 2015", "năm 2015"), ("2011-2015", "giai đoạn 2011–2015"), ("Q3/2024", "quý III năm 2024"), ("9T/2024", "9 tháng năm 2024"), ("H1/2025", "6 tháng đầu năm 2025"),
     ("tháng 9-2024", "tháng 9/2024"), ("đến ngày 15/3/2024", "ngày 15/3/2024"), ("quý 3", "quý III"), ("9 tháng", "9 tháng"), ("kỳ 1 tháng 10", "kỳ 1 tháng 10")],
)  # fmt: skip
def test_label(text: str, printed: str) -> None:
    assert label(periods(text)[0].period).replace("9 tháng đầu năm", "9 tháng năm") == printed


@pytest.mark.parametrize(
    ("a", "b", "equal", "any_year"),
    [("quý III/2024", "Q3/2024", True, True), ("quý III/2024", "quý III", False, True), ("quý III/2024", "quý III/2023", False, False), ("năm 2015", "năm 2014", False, False),
     ("6 tháng đầu năm 2024", "H1/2024", True, True), ("9 tháng", "9 tháng năm 2024", False, True), ("2011-2015", "giai đoạn 2011 - 2015", True, True),
     ("2011-2015", "2016-2020", False, False), ("quý I/2024", "3 tháng đầu năm 2024", True, True), ("năm 2015", "2011-2015", False, False), ("tháng 9/2024", "9 tháng năm 2024", False, False)],
)  # fmt: skip
def test_same(a: str, b: str, equal: bool, any_year: bool) -> None:
    first, second = periods(a)[0].period, periods(b)[0].period
    assert (same(first, second), same(first, second, any_year=True)) == (equal, any_year)
    assert (same(second, first), same(second, first, any_year=True)) == (equal, any_year)


@pytest.mark.parametrize(
    ("a", "b", "holds"),
    [("2011-2015", "năm 2013", True), ("2011-2015", "năm 2016", False), ("năm 2024", "quý III/2024", True), ("quý III/2024", "tháng 9/2024", True), ("quý III/2024", "tháng 6/2024", False),
     ("9 tháng năm 2024", "quý III/2024", True), ("năm 2024", "tháng 9/2023", False), ("quý III/2024", "năm 2024", False), ("năm 2024", "ngày 15/3/2024", True), ("2011-2015", "2012-2014", True),
     ("tháng 3/2024", "ngày 15/3/2024", True), ("tháng 4/2024", "ngày 15/3/2024", False)],
)  # fmt: skip
def test_contains(a: str, b: str, holds: bool) -> None:
    assert contains(periods(a)[0].period, periods(b)[0].period) is holds


def test_with_year() -> None:
    assert with_year(periods("quý III")[0].period, 2024).year == 2024
    assert with_year(periods("quý III/2023")[0].period, 2024).year == 2023
    assert with_year(Period(), 2024) == Period()


PIECES = ["2015", "2011", "-", "–", "/", " ", "\n", ".", "năm", "nam", "quý", "III", "Q1", "H1", "9T", "T9", "tháng", "sáu", "6", "31", "đến", "ngày", "kỳ", "cùng kỳ", "so với",
          "giai đoạn", "đầu", "cuối", "nửa", "%", "İ", "²", "٣", "२०१५", "ﬁ"]  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_nothing_raises_and_spans_lie_within(seed: int) -> None:
    source = random.Random(seed)
    for _ in range(50):
        text = source.choice(["", " "]).join(source.choice(PIECES) for _ in range(source.randrange(25)))
        last = 0
        for m in periods(text):
            assert last <= m.start < m.end <= len(text), text
            assert label(m.period) or not m.period.kind
            last = m.end


def test_long_runs_stay_linear() -> None:
    """Runs that make a backtracking expression quadratic: each finishes at once or the suite's time shows it."""
    for text in (" " * 40000, "năm " * 20000, "2015 " * 20000, "ngày " * 20000, "9" * 40000, "từ năm " * 10000, "so với " * 10000, "năm" + " " * 40000, "tháng " * 20000, "1/" * 20000):
        periods(text)
