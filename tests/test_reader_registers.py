"""Figures in running text of other registers: budget, customs, prices, targets, disbursement. Period, head and modality too."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Figure
from report.reader import read_figures


def key(f: Figure) -> str:
    p = f.period
    return {
        "": "", "year": f"{p.year}", "range": f"{p.first}-{p.year}", "quarter": f"{p.year}-Q{p.part}", "month": f"{p.year}-M{p.part or 0:02}",
        "months": f"{p.year}-{p.part}T", "half": f"{p.year}-H{p.part}", "date": f"{p.year}-{(p.part or 0) // 100:02}-{(p.part or 0) % 100:02}",
    }.get(p.kind, p.kind)  # fmt: skip


def find(text: str, printed: str) -> Figure:
    report = read_text(text, name="r")
    found = [f for f in read_figures(report) if f.text.startswith(printed)]
    assert found, f"{printed} not read: {[f.text for f in read_figures(report)]}"
    return found[0]


HEAD = "Báo cáo 8 tháng năm 2024\n\n"
ITEMS = HEAD + "Một số khoản thu chính:\n\n- Thuế thu nhập doanh nghiệp: 412 tỷ đồng, đạt 71,3% dự toán, tăng 5,4% so với cùng kỳ;\n- Lệ phí môn bài: 18,6 tỷ đồng, đạt 96,1% dự toán (19,4 tỷ đồng).\n"
SOURCES = HEAD + "- Vốn trong nước: kế hoạch 1.240 tỷ đồng, giải ngân 702 tỷ đồng, đạt 56,6%.\n- Vốn nước ngoài: kế hoạch 310 tỷ đồng, giải ngân 95 tỷ đồng, đạt 30,6%.\n"
PROJECT = HEAD + "Dự án cầu Nậm Rốm, tổng mức đầu tư 540 tỷ đồng, được bố trí 120 tỷ đồng và đã giải ngân 88 tỷ đồng, đạt 73,3%. Hồ Pa Khoang giải ngân 21 tỷ đồng, đạt 30,0% kế hoạch 70 tỷ đồng, vì 15 hộ chưa bàn giao mặt bằng."
FORECAST = HEAD + "Kho bạc dự báo thu nội địa cả năm 2024 đạt khoảng 3.050 tỷ đồng, bằng 101,7% dự toán; trong đó thuế bảo vệ môi trường 210 tỷ đồng."
EARLIER = HEAD + "Riêng tháng 8, số thu hải quan đạt 240 tỷ đồng, tăng 9,1% so với con số 220 tỷ đồng của tháng 7. Nợ đọng thuế còn 96 tỷ đồng, tăng 6,7% so với cuối năm 2023 (90 tỷ đồng)."
PLAN = HEAD + "Thu nội địa 8 tháng đạt 2.010 tỷ đồng, bằng 67,0% dự toán HĐND tỉnh giao (3.000 tỷ đồng) và tăng 4,2% so với cùng kỳ. Tỉnh đạt 69,3% dự toán trung ương giao và 67,0% dự toán HĐND giao."
RATE = HEAD + "Đến hết tháng 8, giải ngân vốn đầu tư công đạt 61,2% kế hoạch, cao hơn cùng kỳ 3,9 điểm phần trăm (cùng kỳ đạt 57,3%)."
PRICES = (
    "Chỉ số giá tiêu dùng tháng 5 năm 2024\n\nSo với tháng trước, CPI tháng 5 giảm 0,12%. Trong 11 nhóm hàng, nhóm giao thông giảm 1,85%, làm CPI chung giảm 0,18 điểm phần trăm do giá xăng giảm 4,40%.\n\n"
    "So với tháng 12 năm 2023, CPI tháng 5 tăng 1,25%; so với cùng kỳ năm trước tăng 3,98%. CPI bình quân quý I tăng 3,71%, thấp hơn mức tăng 4,05% của quý I năm 2023."
)
SUPPORT = HEAD + "Ngành thuế đã gia hạn, miễn giảm 640 tỷ đồng, gồm 410 tỷ đồng thuế giá trị gia tăng được gia hạn và 230 tỷ đồng tiền thuê đất được miễn. Cơ quan thuế thu hồi được 75 tỷ đồng nợ đọng."
THESE = HEAD + "Chi thường xuyên đạt 4.800 tỷ đồng. Phần lớn khoản này dành cho sự nghiệp: giáo dục 2.100 tỷ đồng, y tế 620 tỷ đồng, bảo đảm xã hội 540 tỷ đồng."
BALANCE = "Báo cáo quý I năm 2023\n\nQuý I năm 2023, tỉnh xuất siêu 320 triệu USD, gần bằng mức 326 triệu USD của quý I năm 2022. Thời gian thông quan bình quân một lô hàng là 31 giờ."

CASES = [
    # text, printed, indicator words, head words, measure/base, modality, period
    (ITEMS, "412 tỷ", "thuế thu nhập doanh nghiệp", "", "level", "actual", "2024-8T"),
    (ITEMS, "71,3%", "thuế thu nhập doanh nghiệp", "", "completion/plan", "actual", "2024-8T"),
    (ITEMS, "96,1%", "lệ phí môn bài", "", "completion/plan", "actual", "2024-8T"),
    (ITEMS, "19,4 tỷ", "lệ phí môn bài", "", "level", "target", "2024"),
    (SOURCES, "1.240 tỷ", "", "vốn trong nước", "level", "target", "2024"),
    (SOURCES, "702 tỷ", "giải ngân", "vốn trong nước", "level", "actual", "2024-8T"),
    (SOURCES, "56,6%", "giải ngân", "vốn trong nước", "completion/plan", "actual", "2024-8T"),
    (SOURCES, "95 tỷ", "giải ngân", "vốn nước ngoài", "level", "actual", "2024-8T"),
    (PROJECT, "540 tỷ", "tổng mức đầu tư", "cầu nậm rốm", "level", "actual", None),
    (PROJECT, "120 tỷ", "bố trí", "cầu nậm rốm", "level", "actual", None),
    (PROJECT, "88 tỷ", "giải ngân", "cầu nậm rốm", "level", "actual", None),
    (PROJECT, "73,3%", "giải ngân", "cầu nậm rốm", "completion/plan", "actual", None),
    (PROJECT, "70 tỷ", "hồ pa khoang", "", "level", "target", "2024"),
    (PROJECT, "15 hộ", "hộ", "", "level", "actual", None),
    (FORECAST, "3.050 tỷ", "thu nội địa", "", "level", "forecast", "2024"),
    (FORECAST, "210 tỷ", "thuế bảo vệ môi trường", "thu nội địa", "level", "forecast", "2024"),
    (EARLIER, "9,1%", "số thu hải quan", "", "growth/previous", "actual", "2024-M08"),
    (EARLIER, "220 tỷ", "số thu hải quan", "", "level", "actual", "2024-M07"),
    (EARLIER, "90 tỷ", "nợ đọng thuế", "", "level", "actual", "2023"),
    (PLAN, "3.000 tỷ", "thu nội địa", "", "level", "target", "2024"),
    (PLAN, "4,2%", "thu nội địa", "", "growth/year", "actual", "2024-8T"),
    (PLAN, "69,3%", "thu nội địa", "", "completion/plan", "actual", "2024-8T"),
    (RATE, "57,3%", "giải ngân vốn đầu tư công", "", "completion/plan", "actual", "2023-8T"),
    (PRICES, "0,12%", "CPI", "", "growth/previous", "actual", "2024-M05"),
    (PRICES, "1,85%", "nhóm giao thông", "", "growth/previous", "actual", "2024-M05"),
    (PRICES, "0,18", "CPI", "", "change/previous", "actual", "2024-M05"),
    (PRICES, "4,40%", "giá xăng", "", "growth/previous", "actual", "2024-M05"),
    (PRICES, "1,25%", "CPI", "", "growth/december", "actual", "2024-M05"),
    (PRICES, "3,98%", "CPI", "", "growth/year", "actual", "2024-M05"),
    (PRICES, "3,71%", "CPI", "", "growth/year", "actual", "2024-Q1"),
    (PRICES, "4,05%", "CPI", "", "growth/year", "actual", "2023-Q1"),
    (SUPPORT, "410 tỷ", "thuế giá trị gia tăng được gia hạn", "", "level", "actual", "2024-8T"),
    (SUPPORT, "230 tỷ", "tiền thuê đất", "", "level", "actual", "2024-8T"),
    (SUPPORT, "75 tỷ", "thu hồi nợ đọng", "", "level", "actual", "2024-8T"),
    (THESE, "2.100 tỷ", "giáo dục", "chi thường xuyên", "level", "actual", "2024-8T"),
    (THESE, "540 tỷ", "bảo đảm xã hội", "chi thường xuyên", "level", "actual", "2024-8T"),
    (BALANCE, "320 triệu", "xuất siêu", "", "level", "actual", "2023-Q1"),
    (BALANCE, "326 triệu", "xuất siêu", "", "level", "actual", "2022-Q1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "indicator", "head", "measure", "modality", "period"), CASES, ids=[c[1] + " " + c[2] for c in CASES])
def test_register(text: str, printed: str, indicator: str, head: str, measure: str, modality: str, period: str | None) -> None:
    f = find(text, printed)
    kind, _, base = measure.partition("/")
    assert (f.measure.value, f.base.value if base else "", f.modality.value) == (kind, base, modality), f
    name = f"{f.indicator} {f.head}".lower()
    assert all(w in name for w in indicator.lower().split()), f
    assert all(w in name for w in head.split()), f
    if period is not None:
        assert key(f) == period, f


HEALTH = "Báo cáo y tế năm 2024\n\nToàn tỉnh có 4.280 giường bệnh, đạt 31,6 giường bệnh trên một vạn dân; số bác sĩ trên một vạn dân là 9,8. Phát hiện mới 96 trường hợp nhiễm HIV, cao hơn năm 2023 là 11 trường hợp. Sốt xuất huyết có 1.846 ca, tăng 2,1 lần so với năm 2023 (876 ca)."
COMPANY = (
    "Kết quả kinh doanh quý II năm 2025\n\nBiên lợi nhuận gộp nhờ đó cải thiện từ 12,6% lên 14,1%. Công ty lãi sau thuế 41,7 tỷ đồng. Hàng tồn kho tăng từ 388 tỷ lên 431 tỷ đồng. Đại hội cổ đông đã thông qua kế hoạch doanh thu năm 2025 là 3.245 tỷ đồng.\n\n"
    "| Chỉ tiêu | Q2/2025 | Q2/2024 | +/- % | 6T/2025 |\n|---|---|---|---|---|\n| Doanh thu thuần (tỷ đồng) | 812,6 | 730,1 | 11,3 | 1.577,8 |\n"
)
WORK = "Báo cáo lao động quý I năm 2025\n\nThu nhập bình quân tháng của người lao động đạt 7,9 triệu đồng; lao động nam 8,8 triệu đồng. Đưa 412 người đi làm việc ở nước ngoài, chủ yếu là Nhật Bản 236 người. Công nghiệp và xây dựng có 178,9 nghìn người."
TOTALS = "Báo cáo lao động quý I năm 2025\n\n| | Quý I/2024 | Quý I/2025 |\n|---|---|---|\n| **Tổng số (nghìn người)** | 603,7 | 612,4 |\n| Nam | 316,2 | 321,0 |\n"
DECREE = "NGHỊ QUYẾT\nVề kế hoạch phát triển 5 năm 2026 - 2030\n\nĐiều 1. Mục tiêu, chỉ tiêu đến năm 2030\n\n1. Về xã hội\n\nTỷ lệ che phủ rừng ổn định ở mức 58%. Có ít nhất 90% số xã đạt chuẩn nông thôn mới, trong đó 45% đạt nâng cao.\n\nĐiều 2. Kết quả giai đoạn 2021 - 2025\n\nTỷ lệ hộ nghèo giảm từ 11,4% (đầu năm 2022) xuống còn 4,9%.\n"
TRAVEL = "Du lịch 6 tháng đầu năm 2025\n\nVận tải hành khách đạt 21,6 triệu lượt khách và 1.342 triệu lượt khách.km, lần lượt tăng 9,8% và 10,7%. Hàn Quốc tiếp tục dẫn đầu với 214 nghìn lượt; tiếp đến là Đài Loan (98 nghìn lượt), Malaysia (41 nghìn lượt)."
PRESS = "Thu ngân sách 10 tháng năm 2025\n\nĐến hết tháng 10, số giải ngân mới là 4.381 tỷ đồng, tức 53,1% kế hoạch. Đáng chú ý, tiền sử dụng đất mang về 3.415 tỷ đồng. Bà Hoa cho biết nợ thuế là 1.046 tỷ đồng."
CAPITAL = "Đầu tư quý I năm 2025\n\nTổng vốn FDI đăng ký cấp mới, điều chỉnh và góp vốn, mua cổ phần đạt 642,8 triệu USD. Trong tháng 3 có 164 doanh nghiệp thành lập mới; cộng dồn cả quý, số doanh nghiệp thành lập mới là 387 doanh nghiệp."
PLAN_OF = "Kết quả 6 tháng năm 2025\n\nCông ty hoàn thành 48,1% kế hoạch doanh thu (5.000 tỷ đồng) và 44,6% kế hoạch lợi nhuận (400 tỷ đồng)."
SCHOOLS = "Báo cáo giáo dục năm 2023\n\nToàn thành phố có 512 trường (mầm non 176, tiểu học 182, THCS 112, THPT 42). Tỷ lệ trường đạt chuẩn quốc gia là 61,2%, chưa đạt mục tiêu 65%. Tỷ lệ bao phủ nợ xấu giảm còn 87% từ mức 102% hồi đầu năm. Tiêm vắc xin sởi mũi 2 cho trẻ 5 tuổi đạt 61,7% trong tuần 38."

MORE = [
    (SCHOOLS, "182", "tiểu học", "", "level", "actual", "2023"),
    (SCHOOLS, "42", "THPT", "", "level", "actual", "2023"),
    (SCHOOLS, "65%", "trường đạt chuẩn quốc gia", "", "level", "target", "2023"),
    (SCHOOLS, "87%", "bao phủ nợ xấu", "", "level", "actual", "2023"),
    (SCHOOLS, "102%", "bao phủ nợ xấu", "", "level", "actual", "2022"),
    (SCHOOLS, "61,7%", "sởi mũi 2", "", "level", "actual", "2023"),
    (HEALTH, "31,6", "giường bệnh", "", "level", "actual", "2024"),
    (HEALTH, "9,8", "số bác sĩ", "", "level", "actual", "2024"),
    (HEALTH, "96 trường hợp", "phát hiện", "", "level", "actual", "2024"),
    (HEALTH, "11 trường hợp", "", "", "change/year", "actual", "2024"),
    (HEALTH, "876 ca", "", "", "level", "actual", "2023"),
    (COMPANY, "14,1%", "biên lợi nhuận gộp", "", "level", "actual", "2025-Q2"),
    (COMPANY, "41,7 tỷ", "lãi sau thuế", "", "level", "actual", "2025-Q2"),
    (COMPANY, "431 tỷ", "hàng tồn kho", "", "level", "actual", "2025-Q2"),
    (COMPANY, "3.245 tỷ", "doanh thu", "", "level", "target", "2025"),
    (COMPANY, "11,3%", "doanh thu thuần", "", "growth/year", "actual", "2025-Q2"),
    (COMPANY, "1.577,8", "doanh thu thuần", "", "level", "actual", "2025-6T"),
    (WORK, "8,8 triệu", "lao động nam", "thu nhập bình quân", "level", "actual", "2025-Q1"),
    (WORK, "236 người", "nhật bản", "", "level", "actual", "2025-Q1"),
    (WORK, "178,9", "công nghiệp xây dựng", "", "level", "actual", "2025-Q1"),
    (TOTALS, "316,2 nghìn người", "nam", "", "level", "actual", "2024-Q1"),
    (DECREE, "58%", "tỷ lệ che phủ rừng", "", "level", "target", "2030"),
    (DECREE, "45%", "nâng cao", "nông thôn mới", "level", "target", "2030"),
    (DECREE, "11,4%", "tỷ lệ hộ nghèo", "", "level", "actual", "2022"),
    (TRAVEL, "9,8%", "vận tải hành khách", "", "growth/year", "actual", "2025-6T"),
    (TRAVEL, "10,7%", "luân chuyển hành khách", "", "growth/year", "actual", "2025-6T"),
    (TRAVEL, "98 nghìn", "đài loan", "", "level", "actual", "2025-6T"),
    (TRAVEL, "41 nghìn", "malaysia", "", "level", "actual", "2025-6T"),
    (PRESS, "4.381 tỷ", "giải ngân", "", "level", "actual", "2025-10T"),
    (PRESS, "53,1%", "giải ngân", "", "completion/plan", "actual", "2025-10T"),
    (PRESS, "3.415 tỷ", "tiền sử dụng đất", "", "level", "actual", "2025-10T"),
    (PRESS, "1.046 tỷ", "nợ thuế", "", "level", "actual", "2025-10T"),
    (CAPITAL, "642,8", "tổng vốn FDI đăng ký cấp mới", "", "level", "actual", "2025-Q1"),
    (CAPITAL, "164 doanh nghiệp", "doanh nghiệp thành lập mới", "", "level", "actual", "2025-M03"),
    (CAPITAL, "387 doanh nghiệp", "doanh nghiệp thành lập mới", "", "level", "actual", "2025-Q1"),
    (PLAN_OF, "48,1%", "doanh thu", "", "completion/plan", "actual", "2025-6T"),
    (PLAN_OF, "5.000 tỷ", "doanh thu", "", "level", "target", "2025"),
    (PLAN_OF, "44,6%", "lợi nhuận", "", "completion/plan", "actual", "2025-6T"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "indicator", "head", "measure", "modality", "period"), MORE, ids=[c[1] + " " + c[2] for c in MORE])
def test_more_registers(text: str, printed: str, indicator: str, head: str, measure: str, modality: str, period: str | None) -> None:
    test_register(text, printed, indicator, head, measure, modality, period)


def test_names_that_hold_numbers_are_no_figures() -> None:
    found = {f.text for f in read_figures(read_text(SCHOOLS, name="r"))}
    assert not {t for t in found if t.startswith(("2 ", "5 ", "38"))} and "2" not in found
