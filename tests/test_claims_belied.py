"""Claims whose value stands in the report and that are false all the same: another whole, a rank, a plan missed, a denial."""

from __future__ import annotations

import pytest

from chain.answer import NotInReport
from chain.assistant import alone
from chain.check import check_text
from chain.compose import Draft
from chain.crosscheck import crosscheck
from chain.question import read
from chain.world import World
from tests.fake_library import ask, shelf_of, world_of

INVEST = """SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH VÂN HÒA
BÁO CÁO
Tình hình kinh tế 10 tháng năm 2024

Đến hết tháng 10, toàn tỉnh giải ngân 3.180 tỷ đồng vốn đầu tư công, bằng 61,3% kế hoạch, cao hơn bình quân cả nước (52,3%). Trong đó, huyện Phú Sa giải ngân 74,1%, huyện Kỳ Lâm 66,8%, huyện Bàn Hạ 39,5%.
Bình quân cả nước 10 tháng, chỉ số sản xuất công nghiệp tăng 8,3%; của tỉnh tăng 9,7%.
Thu hút 48 dự án, trong đó vốn trong nước chiếm 71,5% tổng vốn đăng ký. Doanh nghiệp thành lập mới là 1.240 doanh nghiệp.
Tỷ lệ hộ dùng nước sạch đạt 87,4% (mục tiêu 90%); tỷ lệ đô thị hóa đạt 36,2% (kế hoạch 35%). Thu phí đường bộ đạt 96,4% kế hoạch.
Có 214 tỷ đồng tiền thuê đất được giãn nộp; khoản này chưa tính vào số thu.
"""

CROPS = """# Sản xuất vụ đông xuân 2023 - 2024 xã An Khê

| Cây trồng | Diện tích (ha) | Sản lượng (tấn) |
|---|---|---|
| Ngô | 412 | 1.854 |
| Lạc | 236 | 590 |
| Sắn | 518 | 9.842 |

Tiền công thợ cấy 320.000 đồng/ngày; thu nhập bình quân đầu người 46,8 triệu đồng/năm. Số máy cày/100 ha: 3,4.
Tỷ lệ lao động có nghề tăng 2,6 điểm phần trăm; số hộ trồng rau gấp 1,8 lần vụ trước.
"""


@pytest.fixture(scope="module")
def worlds() -> dict[str, World]:
    return {name.partition(".")[0]: world_of(shelf_of(name, text)) for name, text in (("invest.txt", INVEST), ("crops.md", CROPS))}


@pytest.mark.parametrize(
    ("report", "claim", "verdict", "right"),
    [
        ("invest", "Vân Hòa giải ngân vốn đầu tư công đạt 52,3% kế hoạch.", "sai", "61,3"),
        ("invest", "Mười tháng, Vân Hòa giải ngân 61,3% kế hoạch vốn, vượt mức bình quân cả nước là 52,3%.", "đúng", "52,3"),
        ("invest", "Chỉ số sản xuất công nghiệp 10 tháng của Vân Hòa tăng 8,3%.", "sai", "9,7"),
        ("invest", "Huyện Kỳ Lâm dẫn đầu với tỷ lệ giải ngân 66,8%.", "sai", "74,1"),
        ("invest", "Huyện Phú Sa dẫn đầu với tỷ lệ giải ngân 74,1%.", "đúng", "74,1"),
        ("invest", "Huyện Bàn Hạ giải ngân 39,5%, thấp nhất tỉnh.", "đúng", "39,5"),
        ("invest", "Huyện Kỳ Lâm giải ngân 66,8%, một trong những nơi cao nhất tỉnh.", "đúng", "66,8"),
        ("invest", "Vốn trong nước chiếm 71,5% số doanh nghiệp thành lập mới.", "sai", "71,5"),
        ("invest", "Tỷ lệ hộ dùng nước sạch vượt mục tiêu, đạt 87,4%.", "sai", "90"),
        ("invest", "Tỷ lệ hộ dùng nước sạch đạt 87,4%, chưa đạt mục tiêu.", "đúng", "87,4"),
        ("invest", "Tỷ lệ đô thị hóa vượt kế hoạch, đạt 36,2%.", "đúng", "36,2"),
        ("invest", "Thu phí đường bộ hoàn thành kế hoạch với 96,4%.", "sai", "96,4"),
        ("invest", "214 tỷ đồng tiền thuê đất được giãn nộp đã tính vào số thu.", "sai", "214"),
        ("invest", "214 tỷ đồng tiền thuê đất được giãn nộp, chưa tính vào số thu.", "đúng", "214"),
        ("invest", "Vốn đầu tư công của Sở Kế hoạch và Đầu tư Vân Hòa giải ngân đạt 3.180 tỷ đồng.", "đúng", "3.180"),
        ("crops", "Ngô là cây có diện tích lớn nhất xã, 412 ha.", "sai", "518"),
        ("crops", "Sắn có diện tích lớn nhất xã, 518 ha.", "đúng", "518"),
        ("crops", "Lạc có sản lượng thấp nhất: 590 tấn.", "đúng", "590"),
        ("crops", "Thu nhập bình quân đầu người 46,8 triệu đồng/người.", "đúng", "46,8"),
        ("crops", "Thu nhập bình quân đầu người 46,8 triệu đồng/tháng.", "sai", "46,8"),
        ("crops", "Cứ 100 ha có 3,4 máy cày.", "đúng", "3,4"),
        ("crops", "Tỷ lệ lao động có nghề tăng 2,6%.", "sai", "2,6"),
        ("crops", "Số hộ trồng rau tăng 1,8% so với vụ trước.", "sai", "1,8"),
    ],
)
def test_a_true_value_with_false_words_is_false(worlds: dict[str, World], report: str, claim: str, verdict: str, right: str) -> None:
    found = check_text(claim, [worlds[report]]).figures[-1]
    assert found.verdict == verdict, found.reason
    assert right in (found.figure.text if found.figure else "")


CROSSED = """Báo cáo kinh tế tháng 3 năm 2026

Chỉ số giá tiêu dùng (CPI) tháng 3/2026 giảm 0,34% so với tháng trước.

Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 3 giảm 3,6% so với tháng 2.
"""


@pytest.mark.parametrize(("claimed", "verdict"), [("0,72%", "sai"), ("0,34%", "đúng"), ("hơn 0,3%", "đúng"), ("hơn 0,4%", "sai")])
def test_a_claim_is_judged_by_the_figure_that_answers_its_own_question(claimed: str, verdict: str) -> None:
    world = world_of(shelf_of("thang.txt", CROSSED))
    q = read(f"Chỉ số giá tiêu dùng tháng 3 giảm {claimed} so với tháng 2, đúng không?", world)
    draft = Draft(world, q.raw)
    other = next(n.figure for n in world.figures if n.figure.text.startswith("3,6"))
    told = draft.answer(f"Không đúng: báo cáo nêu bán lẻ giảm 3,6% [{draft.state(other)}].", "sai")
    again = crosscheck(q, Draft(world, q.raw), told, alone)
    assert again.verdict == verdict and "0,34%" in again.text


def test_what_its_own_question_finds_nothing_of_is_left_open() -> None:
    world = world_of(shelf_of("thang.txt", CROSSED))
    q = read("Giá vàng miếng tháng 3 giảm 0,72% so với tháng 2, đúng không?", world)
    draft = Draft(world, q.raw)
    told = draft.answer(f"Không đúng: báo cáo nêu bán lẻ giảm 3,6% [{draft.state(next(n.figure for n in world.figures if n.figure.text.startswith('3,6')))}].", "sai")
    again = crosscheck(q, Draft(world, q.raw), told, alone)
    assert isinstance(again, NotInReport) and again.verdict == "không có trong báo cáo" and not again.figures


def test_how_much_it_rose_belies_no_part_of_a_whole() -> None:
    shelf = shelf_of("xk.txt", "Xuất khẩu giai đoạn 2011 - 2015\n\nKim ngạch xuất khẩu năm 2015 đạt 1.510 triệu USD. Kim ngạch xuất khẩu địa phương năm 2015 đạt 94 triệu USD, bình quân tăng 16,1%/năm.\n")
    told = ask(shelf, "Hơn một nửa kim ngạch xuất khẩu là hàng địa phương đúng không?")
    assert "16,1" not in told.text and told.verdict != "đúng"
    assert ask(shelf, "Kim ngạch xuất khẩu địa phương tăng bình quân 12%/năm đúng không?").verdict == "sai"


def test_a_verdict_by_the_same_figure_stands() -> None:
    world = world_of(shelf_of("thang.txt", CROSSED))
    q = read("Chỉ số giá tiêu dùng tháng 3 giảm 0,72% so với tháng 2, đúng không?", world)
    draft = Draft(world, q.raw)
    told = draft.answer(f"Không đúng: báo cáo nêu CPI giảm 0,34% [{draft.state(next(n.figure for n in world.figures if n.figure.text.startswith('0,34')))}].", "sai")
    assert crosscheck(q, Draft(world, q.raw), told, alone) is told
