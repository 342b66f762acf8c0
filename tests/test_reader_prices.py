"""Bulletins of consumer prices: what moved them, by how much, against what. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Base
from tests.fake_library import one, read

PRICES = "Báo cáo chỉ số giá tiêu dùng (CPI) tháng 10 năm 2024"
BEFORE = "CPI tháng 9 tăng 0,15% so với tháng trước.\n\n"


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "base", "month"),
    [
        ("Nắng nóng kéo dài ở huyện Đồng Xa, cùng với giá xăng dầu tăng trở lại, là nguyên nhân chính làm CPI tháng 10 tăng 0,31% so với tháng trước.", "0,31", "CPI", Base.PREVIOUS, 10),
        ("Giá gạo đi lên là một trong những yếu tố đẩy chỉ số giá tiêu dùng tăng 0,31% so với tháng trước.", "0,31", "chỉ số giá tiêu dùng", Base.PREVIOUS, 10),
        ("Ba nhóm hàng ăn và dịch vụ ăn uống; nhà ở, điện, nước, chất đốt và vật liệu xây dựng; giao thông tác động làm CPI chung tăng lần lượt 0,21; 0,12 và 0,07 điểm phần trăm.", "0,12", "đóng góp của nhà ở, điện, nước, chất đốt và vật liệu xây dựng vào CPI chung", Base.PREVIOUS, 10),
        ("Hai nhóm giao thông và giáo dục kéo CPI giảm lần lượt 0,11 và 0,04 điểm phần trăm.", "0,04", "đóng góp của giáo dục vào CPI", Base.PREVIOUS, 10),
        ("CPI các tháng 8, 9 và 10 so với tháng trước tăng lần lượt 0,2%, 0,3% và 0,4%; so với cùng tháng năm trước, các mức tương ứng là 3,1%, 3,2% và 3,3%.", "3,2", "CPI", Base.YEAR, 9),
        ("Giá đô la Mỹ bình quân 24.100 đồng/USD, tăng 0,5% so với tháng trước và 1,9% so với cùng kỳ năm trước.", "1,9", "giá đô la Mỹ bình quân", Base.YEAR, 10),
        ("Nhóm giao thông giảm 2,1%, nguyên nhân là giá nhiên liệu giảm tới 8,4%.", "8,4", "giá nhiên liệu", Base.PREVIOUS, 10),
        ("Đóng góp nhiều nhất vào CPI so với cùng kỳ là nhóm giáo dục (tăng 6,2%, đóng góp 0,38 điểm phần trăm).", "6,2", "nhóm giáo dục", Base.YEAR, 10),
        ("Đóng góp nhiều nhất vào CPI so với cùng kỳ là nhóm giáo dục (tăng 6,2%, đóng góp 0,38 điểm phần trăm).", "0,38", "đóng góp của nhóm giáo dục", None, 10),
        ("Giáo dục tăng 0,4%. Bưu chính, viễn thông là nhóm duy nhất giảm, với mức giảm 1,2%.", "1,2", "bưu chính, viễn thông", Base.PREVIOUS, 10),
        ("CPI tăng 0,2%. Yếu tố kiềm chế là giá nhiên liệu (giảm 1,1%) và giá thịt lợn (giảm 0,9%).", "1,1", "giá nhiên liệu", Base.PREVIOUS, 10),
        ("Giá gas được điều chỉnh từ ngày 01/10, mỗi bình 12 kg đắt thêm 11.000 đồng.", "11.000", "giá gas mỗi bình 12 kg", Base.PREVIOUS, None),
        ("Bà Lê Thị Mơ, Phó Cục trưởng Cục Thống kê tỉnh, cho rằng CPI tháng 11 tăng 0,3% so với tháng 10.", "0,3", "CPI", Base.PREVIOUS, 11),
    ],
)  # fmt: skip
def test_what_moved_prices(text: str, printed: str, indicator: str, base: Base | None, month: int | None) -> None:
    f = one(read(f"{BEFORE}{text}", PRICES), printed)
    assert f.indicator == indicator
    assert base is None or f.base is base
    assert month is None or (f.period.kind, f.period.part) == ("month", month)


def test_a_cause_tells_no_time_of_its_own() -> None:
    found = read("1. So với tháng trước\n\nLương thực tăng 0,36% do các đơn hàng cuối năm. Giáo dục tăng 0,39%, do thu học phí năm học 2024 - 2025.", PRICES)
    assert [f.base for f in found] == [Base.PREVIOUS] * 2
    found = read(f"{BEFORE}2. So với cùng kỳ năm trước và so với tháng 12 năm trước\n\nSo với tháng 10/2023, có 9/11 nhóm tăng. Nhóm y tế tăng 4,75%. CPI tăng mạnh nhất vào tháng 02 (1,12%).", PRICES)
    assert [f.base for f in found if f.unit == "%"][1:] == [Base.YEAR, Base.PREVIOUS]


@pytest.mark.parametrize("text", ["Xăng dầu được điều hành các ngày 05, 12, 19 và 26/9.", "Vàng nhẫn trơn 9999 giữ giá.", "Giá được thu thập vào các ngày 01, 11 và 21 hằng tháng."])
def test_days_and_fineness_are_no_figures(text: str) -> None:
    assert not read(text, PRICES)
