"""What is foreseen from some months, plans by who gave them, and purposes, sources and bodies told beside or behind their figures: invented texts."""

from __future__ import annotations

import pytest

from chain.question import read as read_question
from chain.world import build_world
from ingest import read_text
from report.model import Direction, Measure, Modality
from tests.fake_library import ask, one, read, shelf_of

TITLE = "Báo cáo kinh tế - xã hội 6 tháng đầu năm 2026"


@pytest.mark.parametrize(
    ("basis", "kind", "part"),
    [
        ("Trên cơ sở kết quả 6 tháng, Sở Tài chính ước:", "year", None),
        ("Căn cứ số thu 6 tháng đầu năm, đơn vị ước:", "year", None),
        ("Sở Tài chính ước 6 tháng như sau:", "months", 6),
    ],
)
def test_what_is_foreseen_from_some_months_is_not_of_them(basis: str, kind: str, part: int | None) -> None:
    found = read(f"## VI. ƯỚC THỰC HIỆN CẢ NĂM 2026\n\n{basis}\n\n- Tổng chi ngân sách địa phương 742,4 tỷ đồng.\n- Giải ngân vốn đầu tư công 212,6 tỷ đồng.", f"# {TITLE}")
    assert {(f.period.kind, f.period.part) for f in found} == {(kind, part)}


def test_what_a_growth_is_for_leaves_its_time() -> None:
    found = read("Phấn đấu GRDP 6 tháng cuối năm tăng ít nhất 8,92% để cả năm đạt mục tiêu 8,5%.", TITLE)
    assert (one(found, "8,92%").period.kind, one(found, "8,5%").period.kind) == ("half", "year")
    bare = read("Chi 12 tỷ đồng để năm 2027 hoàn thành cầu Bến Đá.", TITLE)
    assert one(bare, "12 tỷ đồng").indicator


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "head"),
    [
        ("Ngược chiều là thuế bảo vệ môi trường (giảm 19,3%) do mức thuế ưu đãi.", "19,3%", "thuế bảo vệ môi trường", ""),
        ("Ở chiều ngược lại, chỉ có khai khoáng giảm 3,2%.", "3,2%", "khai khoáng", ""),
        ("Giải ngân chưa đồng đều, nhất là Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi tỉnh mới giải ngân 28,4% kế hoạch vốn được giao.", "28,4%", "giải ngân", "Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi tỉnh"),
        ("Thu tiền sử dụng đất đạt 812 tỷ đồng, trong đó 486 tỷ đồng đến từ ba cuộc đấu giá.", "486 tỷ đồng", "đến từ ba cuộc đấu giá", "thu tiền sử dụng đất"),
        ("Trong sự nghiệp giáo dục có 96,4 tỷ đồng hỗ trợ học phí cho học sinh.", "96,4", "hỗ trợ học phí cho học sinh", "sự nghiệp giáo dục"),
        ("Dự phòng đã dùng cho hai việc: 31,5 tỷ đồng xử lý sạt lở kè và 22,6 tỷ đồng phòng, chống dịch tả lợn.", "22,6", "phòng, chống dịch tả lợn", "dự phòng đã dùng cho hai việc"),
        ("Ban Quản lý dự án Giao thông giải ngân 612 tỷ đồng, còn Ban Quản lý dự án Dân dụng chỉ 201 tỷ đồng.", "201", "giải ngân", "Ban Quản lý dự án Dân dụng"),
        ("Toàn huyện có 178 cơ sở khám, chữa bệnh.", "178", "cơ sở khám, chữa bệnh", ""),
        ("An toàn giao thông (từ 15/12/2025 đến 14/6/2026): xảy ra 142 vụ, làm chết 78 người.", "142 vụ", "vụ", "an toàn giao thông"),
        ("Kế hoạch vốn năm 2026 do HĐND tỉnh giao là 5.813 tỷ đồng, cao hơn mức Thủ tướng Chính phủ giao (5.213 tỷ đồng).", "5.213", "kế hoạch vốn Thủ tướng Chính phủ giao", ""),
        ("Thu nội địa 6 tháng đạt 91 tỷ đồng, bằng 57% mức Trung ương giao (160 tỷ đồng).", "160", "thu nội địa", ""),
    ],
)
def test_names_beside_and_behind_figures(text: str, printed: str, indicator: str, head: str) -> None:
    found = one(read(text, TITLE), printed)
    assert (found.indicator.lower(), found.head) == (indicator.lower(), head)


ITEMS = """a) Vốn đầu tư toàn xã hội ước 216 tỷ đồng, trong đó vốn nhà nước 54 tỷ đồng.
b) Dư nợ đến ngày 20/6 đạt 91 tỷ đồng. Kế hoạch vốn đầu tư công do HĐND tỉnh giao là 78 tỷ đồng. Đến ngày 20/6 giải ngân 31 tỷ đồng.
c) Xuất khẩu 6 tháng đạt 128 triệu USD. Doanh nghiệp FDI xuất khẩu 79 triệu USD, khu vực kinh tế trong nước 49 triệu USD. Các nhóm hàng lớn gồm dệt may 46 triệu USD, gỗ 30 triệu USD.
d) Kế hoạch trồng 540 ha, riêng tháng 6 trồng 120 ha."""


def test_items_side_by_side_are_no_parts_of_each_other() -> None:
    found = {f.text: (f.indicator, f.head) for f in read(ITEMS, TITLE)}
    assert found["54 tỷ đồng"] == ("vốn nhà nước", "vốn đầu tư toàn xã hội")
    assert found["91 tỷ đồng"] == ("dư nợ", "") and found["78 tỷ đồng"] == ("kế hoạch vốn đầu tư công do HĐND tỉnh giao", "")
    assert found["31 tỷ đồng"] == ("giải ngân", "giải ngân vốn đầu tư công")
    assert found["49 triệu USD"] == ("khu vực kinh tế trong nước xuất khẩu", "")
    assert found["46 triệu USD"] == ("dệt may", "xuất khẩu") and found["30 triệu USD"] == ("gỗ", "xuất khẩu")


def test_sources_of_a_grant_are_dealt_out_again_and_planned_with_it() -> None:
    found = read(
        "Năm 2026, Trung ương giao dự toán bổ sung cho tỉnh 84 tỷ đồng, gồm bổ sung cân đối 53 tỷ đồng, bổ sung thực hiện cải cách tiền lương 6 tỷ đồng và bổ sung có mục tiêu 25 tỷ đồng. "
        "Lũy kế 6 tháng đã nhận 41 tỷ đồng; ba nguồn trên lần lượt là 27 tỷ đồng, 3 tỷ đồng và 11 tỷ đồng.", TITLE,
    )  # fmt: skip
    assert {f.text: f.indicator for f in found[-3:]} == {"27 tỷ đồng": "bổ sung cân đối", "3 tỷ đồng": "bổ sung thực hiện cải cách tiền lương", "11 tỷ đồng": "bổ sung có mục tiêu"}
    assert {f.modality for f in found[:4]} == {Modality.TARGET} and {f.modality for f in found[4:]} == {Modality.ACTUAL}
    other = read("Thu 84 tỷ đồng, gồm thuế 53 tỷ đồng và phí 31 tỷ đồng. Ba khoản trên lần lượt là 27 tỷ đồng, 3 tỷ đồng và 11 tỷ đồng.", TITLE)
    assert {f.indicator for f in other[-3:]}.isdisjoint({"thuế", "phí"})  # two are not three


def test_so_much_later_than_a_year_ago_is_so_much_less() -> None:
    found = one(read("Đến ngày 20/6 xuống giống được 31.250 ha, chậm hơn cùng kỳ 1.480 ha do nắng nóng.", TITLE), "1.480 ha")
    assert (found.measure, found.direction, found.indicator) == (Measure.CHANGE, Direction.DOWN, "diện tích xuống giống")
    assert not any(f.unit == "ha" for f in read("Xuống giống chậm hơn cùng kỳ 12 ngày.", TITLE))


PLANS = "# Báo cáo 6 tháng đầu năm 2026\n\nChỉ số IIP tháng 6 tăng 3,1%.\n\nPhấn đấu thu ngân sách 6 tháng cuối năm không dưới 7.293 tỷ đồng.\n"


@pytest.mark.parametrize("question", ["6 tháng cuối năm phấn đấu thu ngân sách ít nhất bao nhiêu tỷ?", "6 thang cuoi nam phan dau thu ngan sach it nhat bao nhieu ty?"])
def test_at_least_how_much_in_some_months_asks_for_no_extreme(question: str) -> None:
    assert "7.293" in ask(shelf_of("a.md", PLANS), question).text
    assert read_question("top 3 huyện thu nhiều nhất", build_world(read_text(PLANS, name="a"), [])).operation == "extreme"


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        (
            "GRDP 6 tháng ước tăng 8,01% so với cùng kỳ (quý I tăng 7,62%, quý II ước tăng 8,36%); tuy cao hơn mức 7,24% của 6 tháng đầu năm 2025.",
            {"8,01%": Modality.ESTIMATE, "7,62%": Modality.ACTUAL, "8,36%": Modality.ESTIMATE, "7,24%": Modality.ACTUAL},
        ),
        ("Sở kiến nghị giãn tiến độ; đồng thời giao Thuế tỉnh thu hồi tối thiểu 250 tỷ đồng nợ thuế.", {"250 tỷ đồng": Modality.TARGET}),
        ("Ngành thuế được giao nhiệm vụ và đã thu hồi 250 tỷ đồng nợ thuế.", {"250 tỷ đồng": Modality.ACTUAL}),
    ],
)
def test_what_is_estimated_and_what_is_ordered(text: str, modalities: dict[str, Modality]) -> None:
    assert {f.text: f.modality for f in read(text, TITLE)} == modalities
