"""What is told without a part, shares that a fraction makes, which pupils are no teachers, and conditions that lead a question. Invented texts."""

from __future__ import annotations

import pytest

from chain import question
from chain.answer import Answer, Ask
from chain.assistant import Assistant
from ingest import read_text
from report.reader import read_figures
from tests.fake_library import shelf_of

TEXT = """# Kết quả năm 2025 của tỉnh Vân Khê

Tổng thu ngân sách năm 2025 ước 5.120 tỷ đồng, gồm thu nội địa 4.380 tỷ đồng và thu từ hoạt động xuất nhập khẩu 740 tỷ đồng. Trong thu nội địa, tiền sử dụng đất 910 tỷ đồng.

Sản lượng lương thực có hạt năm 2025 ước 318,4 nghìn tấn.

Toàn tỉnh có 212/268 trường mầm non, phổ thông đạt chuẩn quốc gia, trong đó tiểu học 66/81 trường, trung học cơ sở 59/74 trường. Tỷ lệ tham gia bảo hiểm y tế đạt 94,1% dân số; 11,3 bác sĩ/vạn dân.

Trước khi sắp xếp, có 61/94 xã đạt chuẩn nông thôn mới. Rà soát lại theo 38 xã mới thì còn 22 xã đạt chuẩn.

Năm học 2025 - 2026, toàn tỉnh có 412 trường với 8.640 học sinh trung học phổ thông.

Trong nhiệm kỳ 2021-2025, giải quyết việc làm cho 71.300 lao động.
"""


@pytest.fixture(scope="module")
def ask() -> object:
    shelf = shelf_of("a.md", TEXT)
    assistant, name = Assistant(shelf), shelf.reports()[0].name

    def told(text: str) -> str:
        answer = assistant.invoke(Ask(text, (), name))
        return answer.text if isinstance(answer, Answer) else f"không nêu: {answer.text}"

    return told


@pytest.mark.parametrize(
    ("asked", "lead"),
    [
        ("Không kể thu từ xuất nhập khẩu, thu nội địa năm 2025 là bao nhiêu?", "4.380 tỷ đồng"),  # the two make up the whole
        ("Không kể tiền sử dụng đất, thu nội địa năm 2025 là bao nhiêu?", ""),  # a part of it: all of it is no answer
        ("Bao nhiêu phần trăm trường tiểu học đã đạt chuẩn quốc gia?", "Khoảng 81,48%"),
        ("Sản lượng lương thực có hạt năm 2025 là bao nhiêu?", "318,4 nghìn tấn"),
        ("Toàn tỉnh có bao nhiêu trường học năm học 2025 - 2026?", "412 trường"),
        ("Có bao nhiêu học sinh trung học phổ thông năm học 2025 - 2026?", "8.640 học sinh"),
        ("Có bao nhiêu giáo viên trung học phổ thông năm học 2025 - 2026?", ""),
        ("Trong nhiệm kỳ kế hoạch 2021-2025 giải quyết việc làm cho bao nhiêu lao động?", "71.300 lao động"),
        ("Bao nhiêu bác sĩ trên một vạn dân?", "11,3 bác sĩ/vạn dân"),
        ("Kế hoạch giải quyết việc làm giai đoạn 2021-2025 là bao nhiêu lao động?", ""),
    ],
)
def test_the_figure_that_is_asked_or_none(ask: object, asked: str, lead: str) -> None:
    answer = ask(asked)  # type: ignore[operator]
    assert answer.startswith(lead) if lead else answer.startswith(("không nêu", "Khoảng 3.470", "3.470")), answer


def test_the_communes_that_still_attain_are_not_those_that_do_not(ask: object) -> None:
    assert "Còn 33" not in ask("Theo các xã cũ trước sắp xếp thì còn mấy xã đạt chuẩn nông thôn mới?")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Chỉ tính công nghiệp, không kể xây dựng, giai đoạn 2021-2025 tăng bao nhiêu mỗi năm?", "xây dựng"),
        ("Thu nội địa không tính tiền sử dụng đất, xổ số thì bao nhiêu?", "tiền sử dụng đất, xổ số"),
        ("Tổng thu bao nhiêu (không kể dầu thô, viện trợ)?", "dầu thô, viện trợ"),
        ("Thu ngân sách không kể dầu thô, năm 2024 được bao nhiêu?", "dầu thô"),
    ],
)
def test_what_follows_the_part_left_out_is_the_questions_own(text: str, excluded: str) -> None:
    found = question._LEFT_OUT_FIRST.search(text) or question._LEFT_OUT.search(text)
    assert found is not None
    assert found[1] == excluded


def test_a_year_typed_short() -> None:
    assert question.expand("xk nm 2026") == "xuất khẩu năm 2026"
    assert question.expand("xk n2024 bn") == "xuất khẩu năm 2024 bao nhiêu"


def test_a_tables_unit_in_square_brackets() -> None:
    table = "**Biểu 3. Điện thương phẩm** *[Triệu kWh]*\n\n| | 2023 | 2024 |\n|---|---|---|\n| **Tổng số** | **412,3** | **450,1** |\n"
    figures = read_figures(read_text(f"# Niên giám\n\n{table}", name="a.md"))
    assert {f.unit for f in figures} == {"kWh"}


def test_what_something_falls_behind_is_not_its_time() -> None:
    text = "# Báo cáo năm 2024\n\nTỷ lệ tiêm chủng năm 2024 đạt 95,1%, vẫn kém năm 2020 là 0,7 điểm phần trăm; huyện Bình Lãng 89,3%.\n"
    figures = {f.text: f.period.year for f in read_figures(read_text(text, name="a.md"))}
    assert figures["89,3%"] == 2024


@pytest.mark.parametrize(
    ("text", "printed", "kind", "year"),
    [
        ("Cùng thời điểm này năm 2024, CPI bình quân 7 tháng tăng 3,15%.", "3,15%", "months", 2024),
        ("Dự toán năm 2026 trình HĐND tỉnh vào kỳ họp tháng 12 là 31.200 tỷ đồng.", "31.200 tỷ đồng", "year", 2026),
        ("CPI bình quân 7 tháng tăng 3,87%.", "3,87%", "months", 2025),
        ("CPI tháng 7 tăng 0,28% so với tháng trước, thấp hơn mức tăng 0,41% của tháng 6 và mức tăng 0,33% của tháng 7 năm trước.", "0,33%", "month", 2024),
        ("CPI tháng 7 tăng 0,28% so với tháng trước, thấp hơn mức tăng 0,41% của tháng 6 và mức tăng 0,33% của tháng 7 năm trước.", "0,41%", "month", 2025),
        ("Giá thịt lợn tháng 7 tăng 1,2%, trái với mức giảm 0,4% của tháng 7/2024.", "0,4%", "month", 2024),
    ],
)
def test_whose_months_and_which_meeting(text: str, printed: str, kind: str, year: int) -> None:
    found = next(f for f in read_figures(read_text(f"# Báo cáo tháng 7 năm 2025\n\n{text}\n", name="a.md")) if f.text == printed)
    assert (found.period.kind, found.period.year) == (kind, year)


def test_the_mean_column_of_a_price_table_is_named_as_its_others() -> None:
    table = "| | Chỉ số giá tháng 9 năm 2025 so với | | Bình quân 9 tháng năm 2025 so với cùng kỳ |\n|---|---|---|---|\n| | Tháng 9 năm 2024 | Tháng 12 năm 2024 | |\n| Ăn uống ngoài gia đình | 105,48 | 103,27 | 107,05 |\n"
    shelf = shelf_of("cpi.md", f"# Chỉ số giá tiêu dùng tháng 9 năm 2025\n\n{table}")
    assistant, name = Assistant(shelf), shelf.reports()[0].name
    said = {q: assistant.invoke(Ask(q, (), name)).text for q in ("Ăn uống ngoài gia đình tăng giá bao nhiêu phần trăm tính bình quân 9 tháng?", "So với tháng 12 năm ngoái, chỉ số giá ăn uống ngoài gia đình tháng 9 là bao nhiêu?")}
    assert [a.partition(" ")[0] if not a.startswith("Tăng") else a.split()[1] for a in said.values()] == ["7,05%", "103,27%"], said


def test_both_regions_are_told_again() -> None:
    text = "Khu vực thành thị tăng 0,84%, khu vực nông thôn tăng 0,93%; nếu so với tháng 3/2024 thì hai khu vực tăng lần lượt 3,38% và 3,64%."
    figures = {f.text: f for f in read_figures(read_text(f"# CPI tháng 3 năm 2025\n\nCPI tháng 3 giảm so với tháng trước. {text}\n", name="a.md"))}
    assert figures["3,38%"].indicator.lower() == "khu vực thành thị"
    assert figures["3,64%"].indicator.lower() == "khu vực nông thôn"


def test_an_indicator_pointed_back_at_is_no_target() -> None:
    figures = {f.text: f for f in read_figures(read_text("# CPI năm 2025\n\nBình quân 3 tháng năm 2025 CPI tăng 3,61%; các năm 2022, 2023 và 2024 chỉ tiêu này tăng tương ứng 3,84%, 1,52% và 2,67%.\n", name="a.md"))}
    assert (figures["1,52%"].modality.value, figures["1,52%"].period.year) == ("actual", 2023)


FIRES = """# Báo cáo 9 tháng năm 2024

9 tháng xảy ra 34 vụ cháy, thiệt hại 18,6 tỷ đồng. Nguyên nhân chủ yếu là chập điện, trong đó vụ lớn nhất xảy ra ngày 11/3 tại chợ Rạch Tràm.

Kỳ thi tốt nghiệp năm 2024 có 12.846 thí sinh dự thi, trong đó 12.736 em đỗ tốt nghiệp.

Có 5 vụ đuối nước, xảy ra ngày 2/6 tại xã Hòa An. Công tác phòng ngừa được tăng cường.
"""


@pytest.mark.parametrize(
    ("asked", "said", "unsaid"),
    [
        ("Vụ cháy lớn nhất từ đầu năm xảy ra ở đâu, vào ngày nào?", "chợ Rạch Tràm", "@"),
        ("Vụ đuối nước nghiêm trọng nhất xảy ra ở đâu, vào ngày nào?", "Báo cáo không nêu", "Hòa An"),
        ("Thí sinh hệ bổ túc có tỷ lệ đỗ tốt nghiệp năm 2024 là bao nhiêu?", "không nêu", "12.736 em — "),
    ],
)
def test_the_greatest_of_them_and_a_rate_that_is_no_number(asked: str, said: str, unsaid: str) -> None:
    shelf = shelf_of("f.md", FIRES)
    answer = Assistant(shelf).invoke(Ask(asked, (), shelf.reports()[0].name)).text
    assert said in answer
    assert not answer.startswith(unsaid)
    assert unsaid not in answer.partition("Gần nhất")[0]


ZONES = """# Công Thương tỉnh Mường Lâm giai đoạn 2021-2025

Khu công nghiệp: 3 khu có trong quy hoạch với tổng diện tích 812 ha, gồm Đồng Vai, Pắc Ngần và Tà Lếch.

Trong 5 năm đã xây mới 18 chợ với kinh phí 92,7 tỷ đồng, riêng vốn xã hội hóa 54,3 tỷ đồng.

Giai đoạn 2021-2025, lực lượng quản lý thị trường (chuyển về Sở từ ngày 01/3/2025) kiểm tra 6.842 vụ.
"""


@pytest.mark.parametrize(
    ("asked", "lead", "never"),
    [
        ("Khu công nghiệp Pắc Ngần rộng bao nhiêu héc-ta?", "Báo cáo không nêu", ""),
        ("Tổng diện tích các khu công nghiệp trong quy hoạch là bao nhiêu?", "812 ha", ""),
        ("Kinh phí xây mới chợ, phần không phải vốn xã hội hóa là bao nhiêu?", "", "92,7 tỷ đồng — "),
        ("Giai đoạn 2021-2025 quản lý thị trường kiểm tra bao nhiêu vụ?", "6.842 vụ", ""),
    ],
)
def test_one_of_several_is_not_all_of_them(asked: str, lead: str, never: str) -> None:
    shelf = shelf_of("z.md", ZONES)
    answer = Assistant(shelf).invoke(Ask(asked, (), shelf.reports()[0].name)).text
    assert answer.startswith(lead), answer
    assert not never or not answer.startswith(never), answer


def test_a_gap_in_points_is_of_changes_against_one_time() -> None:
    text = "CPI tháng 10 khu vực thành thị tăng 0,23% so với tháng trước và khu vực nông thôn tăng 0,33%. So với cùng kỳ năm trước, hai khu vực tăng lần lượt 2,74% và 3,17%."
    figures = {f.text: (f.indicator.lower(), f.base.value) for f in read_figures(read_text(f"# CPI tháng 10 năm 2025\n\n{text}\n", name="a.md"))}
    assert "thành thị" in figures["2,74%"][0]
    assert figures["3,17%"] == ("khu vực nông thôn", "year")
    shelf = shelf_of("p.md", "# CPI tháng 10 năm 2025\n\nCPI tháng 10 khu vực thành thị tăng 0,23% so với tháng trước và khu vực nông thôn tăng 0,33%.\n")
    answer = Assistant(shelf).invoke(Ask("So với cùng kỳ năm trước, CPI tháng 10 ở nông thôn tăng cao hơn thành thị bao nhiêu điểm phần trăm?", (), shelf.reports()[0].name)).text
    assert not answer.startswith("Chênh")


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Thu nội địa 5.120 tỷ đồng, chưa tính 84 tỷ đồng thu viện trợ.", "84 tỷ đồng", "thu viện trợ"),
        ("Thu ngân sách tháng 9 là 418,6 tỷ đồng, không kể 52,3 tỷ đồng thu hộ.", "52,3 tỷ đồng", "thu hộ"),
        ("Tỉnh dành 1.364 tỷ đồng cho an sinh xã hội (chưa kể 215 tỷ đồng miễn học phí).", "215 tỷ đồng", "miễn học phí"),
    ],
)
def test_what_is_left_out_has_the_name_behind_its_amount(text: str, printed: str, name: str) -> None:
    figures = {f.text: f.indicator for f in read_figures(read_text(f"# Báo cáo năm 2024\n\n{text}\n", name="a.md"))}
    assert figures[printed] == name
