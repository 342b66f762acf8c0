"""Who did what of a plan, what is left of it, and what a budget's news does not say. An invented text."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from report.model import Measure, Modality
from tests.fake_library import shelf_of

NEWS = """# Kho bạc Nhà nước tỉnh Đông Lương: thu, chi ngân sách 7 tháng đầu năm 2025

Tính đến hết ngày 31/7/2025, tổng thu ngân sách nhà nước trên địa bàn đạt 9.412 tỷ đồng, bằng 71,2% dự toán Bộ Tài chính giao, 64,8% dự toán HĐND tỉnh giao và tăng 18,3% so với cùng kỳ năm 2024.

Có 11/16 khoản thu đạt trên 60% dự toán năm. Một số khoản thu khá: thuế thu nhập cá nhân 612 tỷ đồng, đạt 88,1% dự toán; lệ phí trước bạ 287 tỷ đồng, đạt 79,7%; thu từ xổ số kiến thiết 96 tỷ đồng, đạt 64%. Các khoản đạt thấp gồm thuế bảo vệ môi trường 301 tỷ đồng (43%), tiền thuê đất, thuê mặt nước 118 tỷ đồng (39,3%), thu tại xã 14 tỷ đồng (35%).

Tổng chi ngân sách địa phương 7 tháng ước 10.876 tỷ đồng, đạt 55,4% dự toán. Trong đó chi thường xuyên 6.871 tỷ đồng, đạt 60,3% (riêng chi giáo dục - đào tạo và dạy nghề 2.955 tỷ đồng, chi y tế 602 tỷ đồng); chi trả nợ lãi 9,4 tỷ đồng.

Về giải ngân vốn đầu tư công, kế hoạch năm 2025 Thủ tướng Chính phủ giao 5.820 tỷ đồng; đến 31/7 đã giải ngân 2.834 tỷ đồng, đạt 48,7% kế hoạch, cao hơn bình quân cả nước 5,2 điểm phần trăm. Ban Quản lý dự án giao thông giải ngân 1.102/1.870 tỷ đồng (58,9%), Ban Quản lý dự án nông nghiệp 214/690 tỷ đồng (31%), UBND các xã, phường 988/1.760 tỷ đồng (56,1%). Còn 3 chủ đầu tư chưa giải ngân, với tổng vốn 46 tỷ đồng.

Sở Tài chính dự báo cả năm thu ngân sách ước 15.100 tỷ đồng, vượt 4% dự toán HĐND tỉnh giao. Mục tiêu đến hết quý III giải ngân tối thiểu 65% và đến 31/12 giải ngân 100% kế hoạch vốn.
"""


def told(question: str) -> str:
    result = Assistant(shelf_of("bao-cao", NEWS)).invoke(Ask(question))
    return result.text if isinstance(result, Answer) else ""


def test_what_was_done_of_what_was_planned_is_two_figures_of_each_body() -> None:
    figures = [f for _, f in shelf_of("bao-cao", NEWS).figures() if f.indicator == "giải ngân" and f.unit == "đồng" and f.head.startswith(("Ban", "UBND"))]
    assert [(f.head, f.text, f.modality) for f in figures] == [
        ("Ban Quản lý dự án giao thông", "1.102 tỷ đồng", Modality.ACTUAL), ("Ban Quản lý dự án giao thông", "1.870 tỷ đồng", Modality.TARGET),
        ("Ban Quản lý dự án nông nghiệp", "214 tỷ đồng", Modality.ACTUAL), ("Ban Quản lý dự án nông nghiệp", "690 tỷ đồng", Modality.TARGET),
        ("UBND các xã, phường", "988 tỷ đồng", Modality.ACTUAL), ("UBND các xã, phường", "1.760 tỷ đồng", Modality.TARGET),
    ]  # fmt: skip


def test_the_plan_is_as_much_as_it_says() -> None:
    plans = {f.text: f.value for _, f in shelf_of("bao-cao", NEWS).figures() if f.modality is Modality.TARGET and f.head.startswith(("Ban", "UBND"))}
    assert plans == {"1.870 tỷ đồng": 1870 * 10**9, "690 tỷ đồng": 690 * 10**9, "1.760 tỷ đồng": 1760 * 10**9}


def test_a_goal_in_two_steps_is_a_goal_twice() -> None:
    goals = [f for _, f in shelf_of("bao-cao", NEWS).figures() if f.text in ("65%", "100%")]
    assert [(f.measure, f.modality) for f in goals] == [(Measure.COMPLETION, Modality.TARGET)] * 2


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("ban nông nghiệp giải ngân được bao nhiêu", "214 tỷ đồng"),
        ("các xã phường được giao bao nhiêu vốn", "1.760 tỷ đồng"),
        ("đơn vị nào giải ngân cao nhất", "Ban Quản lý dự án giao thông 1.102 tỷ đồng"),
        ("đơn vị nào giải ngân thấp nhất", "Ban Quản lý dự án nông nghiệp 214 tỷ đồng"),
        ("khoản thu nào đạt thấp nhất so với dự toán", "Thu tại xã bằng 35%"),
        ("khoản thu nào đạt cao nhất so với dự toán", "Thuế thu nhập cá nhân bằng 88,1%"),
        ("có mấy khoản thu đạt trên 60% dự toán", "11/16 khoản"),
        ("mục tiêu giải ngân hết quý 3", "Bằng 65%"),
        ("chi giáo dục chiếm bao nhiêu phần chi thường xuyên", "Khoảng 43,01%"),
        ("còn bao nhiêu vốn đầu tư công chưa giải ngân", "Còn thiếu 2.986 tỷ đồng"),
    ],
)
def test_what_is_asked_of_those_who_spend(question: str, printed: str) -> None:
    assert told(question).startswith(printed)


@pytest.mark.parametrize("question", ["chi trả nợ gốc bao nhiêu", "dự toán thu cả năm HĐND giao là bao nhiêu tỷ"])
def test_what_stands_near_and_is_something_else(question: str) -> None:
    assert told(question) == ""


def test_the_province_is_not_the_country() -> None:
    assert "2.834" not in told("giải ngân bình quân cả nước là bao nhiêu").split("Đừng nhầm")[0]
