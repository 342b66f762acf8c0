"""Claims told apart by what is around the number: the place, the bound of a count, what is new, the level of government, the end of a plan."""

from __future__ import annotations

import pytest

from chain.answer import Answer
from chain.check import check_text
from chain.world import World
from tests.fake_library import ask, shelf_of, world_of

POWER = """CÔNG TY ĐIỆN LỰC SƠN HẢI
BÁO CÁO SẢN XUẤT KINH DOANH THÁNG 9 NĂM 2024

Điện thương phẩm tháng 9 đạt 286,4 triệu kWh, tăng 7,9% so với cùng kỳ. Lũy kế 9 tháng đạt 2.514,7 triệu kWh, bằng 76,8% kế hoạch năm (3.275 triệu kWh).
Thành phố Sơn Hải tiêu thụ 1.108,2 triệu kWh, huyện Bàu Cát 402,6 triệu kWh.
Công ty phục vụ 418.620 khách hàng, phát triển mới 9.734 khách hàng trong 9 tháng.
Trong 26 đơn vị, 9 đơn vị có tổn thất dưới 4%, 5 đơn vị trên 6%. Công ty còn thiếu 46 kỹ sư.
Khảo sát tháng 9 cho thấy 64 khách hàng lớn (34,4%) dự kiến tăng công suất trong quý IV.
"""

SCHOOLS = """# Thống kê giáo dục huyện Lâm Khê, năm học 2024 - 2025

| Chỉ tiêu | Đơn vị | Năm học 2023 - 2024 | Năm học 2024 - 2025 |
|---|---|---|---|
| Số học sinh tiểu học | Học sinh | 9.842 | 10.115 |

Xã Tân Thủy có 1.204 học sinh tiểu học, xã Phú Gia có 987 em. Tỷ lệ tốt nghiệp THCS đạt 99,1%.
"""

COMMUNE = """UBND XÃ THANH BÌNH
BÁO CÁO 6 THÁNG ĐẦU NĂM 2024

1. Thu NSNN trên địa bàn ước 2.631,5 triệu đồng, đạt 54,3% dự toán, tăng 15,2% so với cùng kỳ.
2. Tổng thu ngân sách xã 9.874,3 triệu đồng, đạt 60,8% dự toán; tổng chi ngân sách xã 7.926,8 triệu đồng, đạt 48,8% dự toán.
"""


@pytest.fixture(scope="module")
def worlds() -> dict[str, World]:
    return {name.partition(".")[0]: world_of(shelf_of(name, text)) for name, text in (("power.txt", POWER), ("schools.md", SCHOOLS), ("commune.txt", COMMUNE))}


@pytest.mark.parametrize(
    ("report", "claim", "verdict", "right"),
    [
        ("power", "Thành phố Sơn Hải tiêu thụ 1.108,2 triệu kWh.", "đúng", "1.108,2"),
        ("power", "Huyện Bàu Cát tiêu thụ 1.108,2 triệu kWh.", "sai", "402,6"),
        ("power", "Công ty có 9.734 khách hàng.", "sai", "418.620"),
        ("power", "Công ty phát triển mới 9.734 khách hàng trong 9 tháng.", "đúng", "9.734"),
        ("power", "Tính đến hết tháng 9, công ty có 418.620 khách hàng.", "đúng", "418.620"),
        ("power", "Có 5 đơn vị tổn thất trên 6%.", "đúng", "5"),
        ("power", "Có 9 điện lực tổn thất trên 6%.", "sai", "5"),
        ("schools", "Xã Tân Thủy có 1.204 học sinh tiểu học.", "đúng", "1.204"),
        ("schools", "Toàn huyện có 1.204 học sinh tiểu học.", "sai", "10.115"),
        ("commune", "Thu ngân sách xã 6 tháng đạt 54,3% dự toán.", "sai", "60,8"),
        ("commune", "Thu ngân sách nhà nước trên địa bàn đạt 54,3% dự toán.", "đúng", "54,3"),
    ],
)
def test_what_stands_around_the_number_decides(worlds: dict[str, World], report: str, claim: str, verdict: str, right: str) -> None:
    found = check_text(claim, [worlds[report]]).figures[0]
    assert found.verdict == verdict, found.reason
    assert right in found.reason


@pytest.mark.parametrize("claim", ["Xã Phú Gia có 1.204 học sinh tiểu học", "Tỷ lệ tốt nghiệp tiểu học đạt 99,1%", "Công ty còn thừa 46 kỹ sư"])
def test_no_false_claim_is_called_right_in_a_chat(claim: str) -> None:
    name, text = ("power.txt", POWER) if "kỹ sư" in claim else ("schools.md", SCHOOLS)
    result = ask(shelf_of(name, text), f"{claim}, đúng không?")
    assert (result.verdict if isinstance(result, Answer) else "") not in ("đúng", "làm tròn")


def test_what_is_planned_for_a_range_is_there_at_its_end() -> None:
    text = "NGHỊ QUYẾT\nMục tiêu giai đoạn 2026 - 2030\n\n1. Có 82/90 xã đạt chuẩn nông thôn mới, trong đó 41 xã nâng cao.\n2. Tỷ lệ hộ nghèo còn 2,5%.\n"
    world = world_of(shelf_of("plan.txt", text))
    found = check_text("Mục tiêu đến năm 2030 toàn tỉnh có 41 xã đạt chuẩn nông thôn mới.", [world]).figures[0]
    assert found.verdict == "sai" and "82/90" in found.reason


CEILING = shelf_of(
    "ceiling.txt",
    "BÁO CÁO KINH TẾ - XÃ HỘI NĂM 2025 THÀNH PHỐ BÌNH KHÊ\n\nHĐND thành phố đặt mức trần lạm phát cả năm là 4,5%. Sản lượng lúa đạt 62,5 nghìn tấn, tăng 3,25% so với năm trước. Sản lượng ngô đạt 18,4 nghìn tấn, giảm 2,5%.\n",
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Mức trần lạm phát cả năm là 4%, đúng không?", "sai"),
        ("Mức trần lạm phát cả năm là 4,5%, đúng không?", "đúng"),
        ("Sản lượng lúa năm 2025 đạt 62 nghìn tấn, đúng không?", "sai"),  # a half goes up, not to the even one
        ("Sản lượng lúa năm 2025 đạt 63 nghìn tấn, đúng không?", "làm tròn"),
        ("Sản lượng lúa tăng 3,2% so với năm trước, đúng không?", "sai"),
        ("Sản lượng lúa tăng 3,3% so với năm trước, đúng không?", "làm tròn"),
        ("Sản lượng lúa năm 2025 đạt hơn 62 nghìn tấn, đúng không?", "làm tròn"),
        ("Sản lượng ngô giảm 2%, đúng không?", "sai"),
        ("Sản lượng ngô giảm 3%, đúng không?", "làm tròn"),
        ("Sản lượng ngô đạt 18 nghìn tấn, đúng không?", "làm tròn"),
    ],
)
def test_a_half_is_rounded_up(claim: str, verdict: str) -> None:
    result = ask(CEILING, claim)
    assert isinstance(result, Answer) and result.verdict == verdict, result.text
