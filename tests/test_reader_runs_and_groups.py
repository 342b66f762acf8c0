"""Runs of months that go on, groups that do one thing together, and turns of phrase that are no names. Invented texts."""

from __future__ import annotations

import pytest

from report.model import Modality
from tests.fake_library import one, read

MONTHS = "Báo cáo kinh tế - xã hội 11 tháng năm 2025"


@pytest.mark.parametrize(
    ("text", "printed", "part", "modality"),
    [
        # of two runs of months the later one goes on, an estimate as it was
        ("Doanh thu bán lẻ 10 tháng thực hiện 8.120,5 tỷ đồng; tháng 11 ước 914,8 tỷ đồng; lũy kế 11 tháng ước 9.035,3 tỷ đồng. Trong đó, bán lẻ hàng hóa 7.018,4 tỷ đồng, chiếm 77,7%.", "7.018,4", 11, Modality.ESTIMATE),
        ("Doanh thu bán lẻ 10 tháng thực hiện 8.120,5 tỷ đồng; tháng 11 ước 914,8 tỷ đồng; lũy kế 11 tháng ước 9.035,3 tỷ đồng. Trong đó, bán lẻ hàng hóa 7.018,4 tỷ đồng, chiếm 77,7%.", "77,7%", 11, Modality.ESTIMATE),
        ("Kim ngạch xuất khẩu 10 tháng đạt 388,7 triệu USD, ước 11 tháng đạt 426,2 triệu USD. Riêng hạt tiêu xuất 8,9 nghìn tấn.", "8,9", 11, Modality.ACTUAL),
        # and what a share of a run of months was told of
        ("Xuất khẩu sang Hoa Kỳ tháng 11 đạt 38,6 triệu USD; tính chung 11 tháng chiếm 28,3% tổng trị giá xuất khẩu. Nhập khẩu từ Lào 41,9 triệu USD.", "41,9", 11, Modality.ACTUAL),
        # not the goal of a longer one
        ("Thu ngân sách 10 tháng đạt 3.120 tỷ đồng, phấn đấu 11 tháng đạt 3.600 tỷ đồng. Chi ngân sách 2.480 tỷ đồng.", "2.480", 10, Modality.ACTUAL),
    ],
)
def test_the_later_run_of_months_goes_on(text: str, printed: str, part: int, modality: Modality) -> None:
    f = one(read(text, MONTHS), printed)
    assert (f.period.kind, f.period.part, f.modality) == ("months", part, modality)
