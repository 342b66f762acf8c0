"""Claims against small invented reports: the figure of the same thing, time, kind and scope decides, and comes first in the answer."""

from __future__ import annotations

import json

import pytest

from chain.answer import Answer
from chain.cells import whole
from chain.check import check_text
from chain.grounding import lacks
from chain.naming import fit, naming
from chain.verify import verify
from evals import claims_bench
from tests.fake_library import Shelf, ask, shelf_of, world_of

PROVINCE = """UBND TỈNH SÔNG LAM
BÁO CÁO
Tình hình kinh tế - xã hội năm 2021

1. Nông thôn mới: Có thêm 9 xã được công nhận, nâng tổng số xã đạt chuẩn lên 64/97 xã.
2. Thương mại: Tổng sản phẩm trên địa bàn (GRDP) đạt 21.400 tỷ đồng, tăng 6,24%. Kim ngạch xuất khẩu 318,6 triệu USD, tăng 7,1%; nhập khẩu 142,9 triệu USD, giảm 3,4%.
3. Khu công nghiệp: Các khu công nghiệp có tỷ lệ lấp đầy 57,3% (mục tiêu 65%).
4. Y tế: Độ bao phủ bảo hiểm y tế đạt 93,6% dân số (kế hoạch 92%).
5. Tai nạn giao thông: Xảy ra 84 vụ tai nạn, làm chết 37 người, bị thương 61 người.
6. Năm 2021 có 15/18 chỉ tiêu đạt và vượt kế hoạch.
7. Giải ngân vốn đầu tư công đạt 1.204 tỷ đồng, bằng 78,2% kế hoạch, thấp hơn bình quân chung của cả nước (83,5%).
"""

TRADE = """# Xuất khẩu tháng 9 và 9 tháng năm 2022

**Hàng dệt may:** xuất khẩu trong tháng 9 đạt 3,12 tỷ USD, tăng 4,4% so với tháng trước; 9 tháng đạt 27,48 tỷ USD, tăng 9,3% so với cùng kỳ.

**Xăng dầu:** nhập khẩu tháng 9 là 712 nghìn tấn, giảm 11,2% về lượng và giảm 13,6% về trị giá so với tháng trước.

**Bảng 1. Vận tải hàng hóa**

| Ngành | Tháng 9 | 9 tháng |
|---|---:|---:|
| **Vận chuyển (nghìn tấn)** | 902,4 | 7.815,3 |
| Đường bộ | 711,8 | 6.104,2 |
| **Luân chuyển (nghìn tấn.km)** | 55.310 | 486.720 |
| Đường bộ | 40.125 | 351.460 |
"""


@pytest.fixture(scope="module")
def shelves() -> dict[str, Shelf]:
    return {name: shelf_of(name, text) for name, text in (("province.txt", PROVINCE), ("trade.md", TRADE))}


@pytest.mark.parametrize(
    ("report", "claim", "verdict", "first"),
    [
        ("province.txt", "Năm 2021 có thêm 64 xã đạt chuẩn nông thôn mới đúng không?", "sai", "9 xã"),
        ("province.txt", "Toàn tỉnh có 64/97 xã đạt chuẩn nông thôn mới, đúng không?", "đúng", "64/97"),
        ("province.txt", "Có 15 trong 18 chỉ tiêu năm 2021 đạt và vượt kế hoạch, phải không?", "đúng", "15/18"),
        ("province.txt", "GRDP năm 2021 tăng hơn 6% phải không?", "làm tròn", "6,24"),
        ("province.txt", "GRDP năm 2021 tăng hơn 6,3% phải không?", "sai", "6,24"),
        ("province.txt", "Nhập khẩu năm 2021 là 318,6 triệu USD, đúng không?", "sai", "142,9"),
        ("province.txt", "Nhập khẩu năm 2021 không giảm, đúng không?", "sai", "giảm 3,4"),
        ("province.txt", "Các khu công nghiệp đã lấp đầy 65% phải không?", "sai", "57,3"),
        ("province.txt", "Độ bao phủ bảo hiểm y tế chưa đạt kế hoạch 92% đúng không?", "sai", "93,6"),
        ("province.txt", "Có 37 người bị thương do tai nạn giao thông phải không?", "sai", "61"),
        ("province.txt", "Giải ngân vốn đầu tư công đạt 83,5% kế hoạch, đúng không?", "sai", "78,2"),
        ("province.txt", "Giải ngân vốn đầu tư công đạt 78,2% kế hoach, đúng không?", "đúng", "78,2"),
        ("province.txt", "Giải ngân vốn đầu tư công đạt 83,5% kế hoach, đúng không?", "sai", "78,2"),
        ("trade.md", "Xuất khẩu dệt may 9 tháng đạt 3,12 tỷ USD, đúng không?", "sai", "27,48"),
        ("trade.md", "Xuất khẩu dệt may tháng 9 đạt 27,48 tỷ USD, đúng không?", "sai", "3,12"),
        ("trade.md", "Vận chuyển hàng hóa đường bộ 9 tháng đạt 6.104,2 nghìn tấn, đúng không?", "đúng", "6.104,2"),
        ("trade.md", "Luân chuyển hàng hóa đường bộ 9 tháng đạt 486.720 nghìn tấn.km, đúng không?", "sai", "351.460"),
    ],
)
def test_a_claim_is_judged_against_the_figure_of_the_same_slots(shelves: dict[str, Shelf], report: str, claim: str, verdict: str, first: str) -> None:
    result = ask(shelves[report], claim)
    assert isinstance(result, Answer) and result.verdict == verdict, result.text
    assert first in result.text.partition("]")[0], result.text


def test_the_side_that_is_named_after_the_figure_decides(shelves: dict[str, Shelf]) -> None:
    world = world_of(shelves["trade.md"])
    checked = check_text("Nhập khẩu xăng dầu tháng 9 là 712 nghìn tấn, giảm 13,6% về lượng so với tháng trước.", [world])
    assert [j.verdict for j in checked.figures] == ["đúng", "sai"]


def test_a_cell_counts_what_the_row_of_its_group_says(shelves: dict[str, Shelf]) -> None:
    world = world_of(shelves["trade.md"])
    cells = {n.figure.text.split()[0]: whole(n.figure, world) for n in world.figures if n.figure.table is not None}
    assert (cells["6.104,2"].value, cells["6.104,2"].unit) == (6104200, "tấn")
    assert (cells["40.125"].value, cells["40.125"].unit) == (40125000, "tấn.km")


def test_a_name_is_borne_by_the_other_way_of_saying_it_and_not_by_a_half(shelves: dict[str, Shelf]) -> None:
    world = world_of(shelves["province.txt"])
    grdp = next(n for n in world.figures if n.figure.text.startswith("21.400"))
    said = naming("GRDP của tỉnh Sông Lam", world)
    assert said == ["grdp"]
    assert fit(said, (), grdp, world, text="GRDP").score > 0.9
    exports = next(n for n in world.figures if n.figure.text.startswith("318,6"))
    assert "khẩu" not in fit(["xuất", "khẩu"], (), exports, world, (("xuất", "khẩu"),)).lacking
    assert fit(["xuất", "siêu"], (), exports, world, (("xuất", "siêu"),)).lacking


def test_a_whole_sentence_of_the_quote_is_kept_and_one_with_a_figure_changed_is_not(shelves: dict[str, Shelf]) -> None:
    shelf = shelves["province.txt"]
    result = ask(shelf, "Tai nạn giao thông làm chết bao nhiêu người?")
    assert isinstance(result, Answer)
    world, quote = world_of(shelf), result.citations[0].quote
    assert not verify(f"{quote} [1]", world, result.citations, result.figures).removed
    assert verify(f"{quote.replace('61', '62')} [1]", world, result.citations, result.figures).removed


def test_a_number_in_the_frame_that_is_neither_time_nor_name_is_left_out(shelves: dict[str, Shelf]) -> None:
    shelf = shelves["province.txt"]
    result = ask(shelf, "Kim ngạch xuất khẩu năm 2021 tăng bao nhiêu phần trăm?")
    assert isinstance(result, Answer)
    world = world_of(shelf)
    assert not verify("Tăng 7,1% so với cùng kỳ năm trước — kim ngạch xuất khẩu, năm 2021 [1].", world, result.citations, result.figures).removed
    assert verify("Tăng 7,1% so với cùng kỳ năm trước — kim ngạch xuất khẩu, 318,6 tháng [1].", world, result.citations, result.figures).removed


def test_a_list_that_leaves_a_counted_item_out_does_not_say_what_was_asked() -> None:
    frame = Answer("Ba nhóm tăng: thuốc 0,18%; giáo dục 0,09%; may mặc 0,04% [1].", ())
    assert lacks("Thuốc tăng 0,18% [1].", frame) == "không nêu 0,09%"
    assert lacks(frame.text, frame) == ""


@pytest.mark.parametrize("name", ["third.jsonl", "fourth.jsonl", "spoken.jsonl", "spoken-second.jsonl"])
def test_the_claims_files_are_well_formed(name: str) -> None:
    rows = [json.loads(line) for line in (claims_bench.FOLDER / "claims" / name).read_text(encoding="utf-8").splitlines()]
    assert len({r["id"] for r in rows}) == len(rows)
    verdicts = {"đúng", "làm tròn", "sai", "không có trong báo cáo"}
    for row in rows:
        assert any((folder / row["report"]).exists() for folder in claims_bench.REPORTS), row["id"]
        at = 0
        for figure in row.get("figures", ()):
            assert figure["verdict"] in verdicts
            at = row["text"].index(figure["text"], at) + len(figure["text"])
        assert "figures" in row or row["verdict"] in verdicts and (row["right"] or row["verdict"] == "không có trong báo cáo"), row["id"]


PLANS = """UBND TỈNH SÔNG LAM
BÁO CÁO
Tình hình kinh tế - xã hội năm 2023

1. Công nghiệp: Giá trị sản xuất công nghiệp đạt 31.450 tỷ đồng, bằng 102,4% kế hoạch, tăng 8,1%.
2. Lâm nghiệp: trồng rừng tập trung 4.310 ha, bằng 107,8% KH (4.000 ha).
3. Thủy sản: nuôi trồng 2.180 tấn, bằng 94,8% KH (2.300 tấn).
"""


@pytest.mark.parametrize(
    ("claim", "verdict", "first"),
    [
        ("Năm 2023 giá trị sản xuất công nghiệp vượt kế hoạch, đạt 102,4%, đúng không?", "đúng", "102,4"),
        ("Năm 2023 giá trị sản xuất công nghiệp vượt kế hoạch, đạt 112,4%, đúng không?", "sai", "102,4"),
        ("Trồng rừng tập trung năm 2023 đạt 4.310 ha, vượt kế hoạch, có đúng không?", "đúng", "4.000 ha"),
        ("Nuôi trồng thủy sản năm 2023 đạt 2.180 tấn, vượt kế hoạch, có đúng không?", "sai", "2.300 tấn"),
        ("Trồng rừng tập trung năm 2023 đạt 4.810 ha, vượt kế hoạch, có đúng không?", "sai", "4.310 ha"),
    ],
)
def test_a_figure_and_its_plan_are_claimed_together(claim: str, verdict: str, first: str) -> None:
    result = ask(shelf_of("plans.txt", PLANS), claim)
    assert isinstance(result, Answer) and result.verdict == verdict and first in result.text, result


PRICES = """BÁO CÁO
Chỉ số giá tiêu dùng tháng 5 năm 2024

So tháng 12 năm trước, có 10 nhóm tăng, đứng đầu là nhà ở tăng 2,9%; duy nhất bưu chính viễn thông giảm 0,4%.

So tháng trước, giao thông giảm 1,3%, may mặc giảm 0,2%; giáo dục tăng 0,6%.
"""


@pytest.mark.parametrize(
    ("claim", "verdict", "told"),
    [
        ("So với tháng 12 năm trước, trong 11 nhóm hàng chính chỉ có bưu chính viễn thông là giảm, đúng không?", "đúng", "0,4%"),
        ("Bưu chính viễn thông là nhóm duy nhất giảm so với tháng 12 năm trước, đúng không?", "đúng", "0,4%"),
        ("So với tháng trước, trong 11 nhóm chỉ có giáo dục giảm, đúng không?", "sai", "0,6%"),
        ("So với tháng trước, chỉ có giao thông giảm, đúng không?", "sai", "may mặc"),
        ("So với tháng trước, chỉ có giáo dục tăng, đúng không?", "không có trong báo cáo", ""),
        ("So với tháng trước, giao thông giảm, đúng không?", "đúng", "1,3%"),
    ],
)
def test_that_only_one_moved_so_is_told_by_the_report_or_left_open(claim: str, verdict: str, told: str) -> None:
    result = ask(shelf_of("prices.txt", PRICES), claim)
    assert result.verdict == verdict, result.text
    assert told in result.text, result.text
