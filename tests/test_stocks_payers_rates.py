"""Who paid, what is left of a debt, names that hold a rate, earlier rates in brackets, chat words for months. Invented texts."""

from __future__ import annotations

import pytest

from chain.answer import Answer, Ask
from chain.assistant import Assistant
from report.model import Measure, Modality
from tests.fake_library import one, read, shelf_of

TITLE = "Báo cáo ngân sách 10 tháng đầu năm 2024"
PAID = "Ban QLDA đầu tư xây dựng công trình thủy lợi giải ngân 703,2 tỷ đồng trên kế hoạch 1.238,4 tỷ đồng (56,8%); UBND thành phố Hà Khê, đơn vị được giao nhiều vốn thứ hai, giải ngân 96,1/291 tỷ đồng (33,0%); toàn tỉnh giải ngân 2.640 tỷ đồng."


def test_who_spent_it_ends_with_the_semicolon() -> None:
    found = read(PAID, TITLE)
    whose = [f.head for f in found]
    assert whose == ["Ban QLDA đầu tư xây dựng công trình thủy lợi"] * 3 + ["UBND thành phố Hà Khê"] * 3 + [""]  # what was done of the plan, the plan, the rate
    assert (one(found, "56,8%").measure, one(found, "56,8%").modality) == (Measure.COMPLETION, Modality.ACTUAL)


def test_what_is_left_of_a_debt_is_the_debt() -> None:
    found = read("Dư nợ vay của chính quyền địa phương đầu năm 138,5 tỷ đồng; trong 10 tháng vay thêm 11,8 tỷ đồng, trả gốc 6,9 tỷ đồng, nên đến 31/10/2024 còn 143,4 tỷ đồng. Nợ đọng xây dựng cơ bản còn 37,4 tỷ đồng tại 23 dự án, giảm 12,9 tỷ đồng.", TITLE)
    assert one(found, "143,4").indicator == "dư nợ vay của chính quyền địa phương"
    assert one(found, "12,9").indicator == "nợ đọng xây dựng cơ bản"
    assert one(found, "6,9").indicator == "trả gốc"


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("a) Tiết kiệm 10% chi thường xuyên ngay từ đầu năm để tạo nguồn cải cách tiền lương: 182,6 tỷ đồng.", "182,6", "tiết kiệm 10% chi thường xuyên"),
        ("Giảm 2% thuế giá trị gia tăng: 45 tỷ đồng.", "45", "giảm 2% thuế giá trị gia tăng"),
        ("Thu tăng 10% so với cùng kỳ: 45 tỷ đồng.", "45", "thu"),
    ],
)
def test_a_name_that_holds_a_rate(text: str, printed: str, indicator: str) -> None:
    assert one(read(text, TITLE), printed).indicator.lower() == indicator


def test_an_earlier_rate_in_brackets_is_of_its_own_time() -> None:
    found = read("GRDP 6 tháng đầu năm 2024 tăng 6,88%. Mức tăng này tuy cao hơn 6 tháng đầu năm 2023 (5,94%) song thấp hơn kịch bản.", TITLE)
    assert [(f.measure, f.period.year) for f in found] == [(Measure.GROWTH, 2024), (Measure.GROWTH, 2023)]


def test_the_days_of_a_month_do_not_take_its_place() -> None:
    found = read("Tai nạn giao thông 6 tháng làm 92 người chết. Riêng tháng Sáu (15/5 - 14/6) xảy ra 29 vụ, 13 người chết.", TITLE)
    assert [(f.period.kind, f.period.part) for f in found[1:]] == [("month", 6)] * 2


TEXT = """# Kinh tế - xã hội 6 tháng đầu năm 2024

Chỉ số giá tiêu dùng (CPI) bình quân 6 tháng tăng 3,86% so với cùng kỳ năm trước. CPI tháng 6 tăng 0,18% so với tháng trước.

Vốn đầu tư thực hiện toàn xã hội 6 tháng ước đạt 12.846 tỷ đồng. Tổng số vốn đầu tư từ ngân sách nhà nước là 2.134 tỷ đồng.

| Chỉ tiêu | 6 tháng 2024 (tỷ đồng) | Tốc độ tăng (%) |
|---|---|---|
| Dịch vụ | 10.020 | 7,01 |
| Thuế sản phẩm trừ trợ cấp sản phẩm | 1.070 | 4,43 |

Diện tích ngô vụ Đông Xuân 2023-2024 đạt 6.318 ha.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cpi bq 6th tăng bn v", "3,86%"),
        ("cpi th6 tăng bn so th trc", "0,18%"),
        ("Tổng vốn đầu tư thực hiện toàn xã hội 6 tháng là bao nhiêu?", "12.846 tỷ đồng"),
        ("Thuế sản phẩm trừ trợ cấp sản phẩm 6 tháng tăng bao nhiêu phần trăm?", "4,43%"),
        ("Diện tích ngô Đông Xuân 2023 - 2024 là bao nhiêu ha?", "6.318 ha"),
    ],
)
def test_questions_on_months_wholes_and_names_with_without(question: str, told: str) -> None:
    shelf = shelf_of("a.md", TEXT)
    answer = Assistant(shelf).invoke(Ask(question, (), shelf.reports()[0].name))
    assert isinstance(answer, Answer) and told in answer.text.split("[1]")[0]
