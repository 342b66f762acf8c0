"""Files become reports: outline, lists, tables, passages, encodings, refusals. The texts are invented, in several registers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ingest import IngestError, passages, read_file, read_text
from report.model import BlockKind, Report
from report.sentences import sentences

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "reports"


def plain(text: str) -> Report:
    return read_text(text, name="thử")


def mark(text: str) -> Report:
    return read_text(text, name="thử", markdown=True)


def outline(report: Report) -> list[tuple[int, str]]:
    return [(s.level, s.title) for s in report.sections]


def items(report: Report) -> list[tuple[int | None, str, str]]:
    return [(b.ordinal, b.label, b.span.of(report.text)) for b in report.blocks if b.kind is BlockKind.ITEM]


def grid(report: Report, index: int = 0) -> list[list[str]]:
    return [[c.text for c in row] for row in report.tables[index].rows]


def sound(report: Report) -> None:
    """What holds of every report."""
    size = len(report.text)
    at = 0
    for block in report.blocks:
        assert at <= block.span.start <= block.span.end <= size
        assert block.section is None or report.sections[block.section].span.holds(block.span)
        at = block.span.end
    for table in report.tables:
        assert len({len(row) for row in table.rows}) == 1
        assert 0 <= table.header_rows < len(table.rows)
        assert all(c.span.end <= size for row in table.rows for c in row)
    cut = passages(report)
    assert len({p.id for p in cut}) == len(cut)
    assert all(p.id == f"{p.span.start}-{p.span.end}" and p.span.of(report.text).strip() for p in cut)
    end = 0
    for p in cut:
        assert p.span.start >= end
        end = p.span.end


BUDGET = """SỞ TÀI CHÍNH TỈNH AN LĨNH
Số: 45/BC-STC
An Lĩnh, ngày 5 tháng 7 năm 2024

BÁO CÁO
Tình hình thực hiện dự toán ngân sách 6 tháng đầu năm 2024

PHẦN I. THU NGÂN SÁCH

1. Thu nội địa

Thu nội địa 6 tháng đạt 3.214,5 tỷ đồng, bằng 52,3% dự toán, tăng 8,1% so với cùng kỳ.
a) Thu từ doanh nghiệp nhà nước đạt 412 tỷ đồng;
b) Thu từ khu vực đầu tư nước ngoài đạt 655,2 tỷ đồng;
c) Thuế thu nhập cá nhân đạt 310 tỷ đồng.

2. Thu từ hoạt động xuất nhập khẩu

Số thu đạt 870 tỷ đồng, bằng 48% dự toán.

PHẦN II. CHI NGÂN SÁCH

1. Chi đầu tư phát triển ước đạt 1.205 tỷ đồng, bằng 41% dự toán năm.
2. Chi thường xuyên ước đạt 2.480 tỷ đồng, bằng 49% dự toán năm.
"""


def test_budget_report_outline() -> None:
    report = plain(BUDGET)
    sound(report)
    assert report.title == "BÁO CÁO Tình hình thực hiện dự toán ngân sách 6 tháng đầu năm 2024"
    assert outline(report)[1:] == [
        (2, "PHẦN I. THU NGÂN SÁCH"),
        (3, "1. Thu nội địa"),
        (3, "2. Thu từ hoạt động xuất nhập khẩu"),
        (2, "PHẦN II. CHI NGÂN SÁCH"),
    ]
    assert [(n, m) for n, m, _ in items(report)] == [(1, "a)"), (2, "b)"), (3, "c)"), (1, "1."), (2, "2.")]
    assert items(report)[0][2] == "Thu từ doanh nghiệp nhà nước đạt 412 tỷ đồng;"


def test_unnumbered_headings() -> None:
    report = plain(
        "Xuất khẩu giữ đà tăng\nTháng 8, kim ngạch xuất khẩu của cả nước đạt 37,6 tỷ USD, tăng 14,5% so với cùng kỳ năm trước; nhóm hàng chế biến chiếm 88%.\n"
        "Nhập khẩu tăng chậm lại\nKim ngạch nhập khẩu đạt 33,1 tỷ USD, tăng 4,3% so với tháng trước và tăng 12,4% so với cùng kỳ năm trước.\nTổng cục Hải quan (VN)\n"
    )
    sound(report)
    assert outline(report) == [(1, "Xuất khẩu giữ đà tăng"), (1, "Nhập khẩu tăng chậm lại")]
    assert report.title == "Xuất khẩu giữ đà tăng"


def test_deep_numbering() -> None:
    body = "Năm qua kết quả đạt khá, các ngành đều tăng so với năm trước; sản xuất và tiêu thụ giữ được ổn định.\n"
    report = plain(f"I. ĐÁNH GIÁ CHUNG\n1. Nông nghiệp\n1.1. Trồng trọt\n{body}1.2. Chăn nuôi\n{body}2. Công nghiệp\n{body}II. NHIỆM VỤ\nA. Về thu ngân sách\n{body}")
    sound(report)
    assert [level for level, _ in outline(report)] == [1, 2, 3, 3, 2, 1, 2]
    assert report.section_path(3) == ("I. ĐÁNH GIÁ CHUNG", "1. Nông nghiệp", "1.2. Chăn nuôi")


def test_numbered_sentences_are_items() -> None:
    report = plain("Các giải pháp gồm:\n1. Tăng cường thu hồi nợ thuế.\n2. Cắt giảm chi thường xuyên chưa cấp bách.\n3. Đẩy nhanh giải ngân.\n")
    assert report.sections == ()
    assert [(n, m) for n, m, _ in items(report)] == [(1, "1."), (2, "2."), (3, "3.")]


def test_plain_lines_after_a_colon_are_items() -> None:
    report = plain("Mở đầu báo cáo.\nNhiệm vụ năm tới gồm các việc sau:\nXây thêm 3 chợ ở vùng cao.\nSửa 12 km đường liên xã.\nTrồng 400 ha rừng.\n\nĐoạn kết thúc ở đây.\n")
    sound(report)
    assert [(n, s) for n, _, s in items(report)] == [(1, "Xây thêm 3 chợ ở vùng cao."), (2, "Sửa 12 km đường liên xã."), (3, "Trồng 400 ha rừng.")]


def test_bullets_nest() -> None:
    report = plain("Kết quả:\n- Lúa:\n+ Diện tích 120 ha;\n+ Sản lượng 700 tấn;\n- Ngô: 40 ha.\n")
    assert [n for n, _, _ in items(report)] == [1, 1, 2, 2]


def test_markdown_table_with_marks() -> None:
    report = mark(
        "# Chỉ số giá\n\n**Bảng 1. CPI tháng 5** (đơn vị: %)[^a]\n\n| Nhóm | So tháng trước[^1] | Ghi \\| chú |\n|:--|--:|---|\n| **Chung**[^2] | 100,15 | x \\| y |\n| *Giao thông* | –1,20 | - |\n\n[^1]: Tháng 4 = 100.\n[^2]: Cả nước.\n[^a]: Số sơ bộ.\n"
    )
    sound(report)
    table = report.tables[0]
    assert grid(report) == [["Nhóm", "So tháng trước", "Ghi | chú"], ["Chung", "100,15", "x | y"], ["Giao thông", "–1,20", "-"]]
    assert table.rows[0][1].notes == ("1",) and table.rows[1][0].notes == ("2",) and table.caption_notes == ("a",)
    assert table.rows[1][0].span.of(report.text) == "Chung" and table.rows[2][0].span.of(report.text) == "Giao thông"
    assert table.header_rows == 1 and table.caption is not None and table.caption.of(report.text).startswith("Bảng 1.")
    assert {b.label: b.span.of(report.text) for b in report.blocks if b.kind is BlockKind.NOTE}["1"] == "Tháng 4 = 100."


def test_plain_table_with_merged_header() -> None:
    report = plain(
        "Biểu số 2. Thu, chi ngân sách\nĐơn vị tính: tỷ đồng\nSTT | Khoản | Năm 2022 | Năm 2023\nSTT | Khoản | Dự toán | Thực hiện | Dự toán | Thực hiện\n1 | Thu nội địa | 5.000 | 5.120,5 | 5.600 | ...\n2 | Chi đầu tư | 2.100 | (3,2) | - | 1.980\nGhi chú: số liệu làm tròn.\n"
    )
    sound(report)
    assert report.tables[0].header_rows == 2
    assert grid(report)[0] == ["STT", "Khoản", "Năm 2022", "Năm 2022", "Năm 2023", "Năm 2023"]
    assert report.tables[0].caption is not None
    assert report.tables[0].caption.of(report.text) == "Biểu số 2. Thu, chi ngân sách\nĐơn vị tính: tỷ đồng"
    assert report.blocks[-1].kind is BlockKind.NOTE


def test_markdown_header_of_two_rows() -> None:
    report = mark("| Chỉ tiêu | Năm 2022 | | Năm 2023 | |\n|---|---|---|---|---|\n| | Tấn | % | Tấn | % |\n| Cam | 120 | 4,1 | 133 | 10,8 |\n")
    assert report.tables[0].header_rows == 2
    assert grid(report)[0] == ["Chỉ tiêu", "Năm 2022", "Năm 2022", "Năm 2023", "Năm 2023"]
    assert grid(report)[1] == ["Chỉ tiêu", "Tấn", "%", "Tấn", "%"]


def test_tabs_and_year_headers() -> None:
    report = plain("Phụ lục 1. Vốn đầu tư\nNguồn\t2021\t2022\nNgân sách\t1.234,5\t1.300\nDân cư (1)\t800\t+22,4\n(1) Không kể vốn góp bằng đất.\n")
    sound(report)
    table = report.tables[0]
    assert table.header_rows == 1
    assert grid(report)[1] == ["Ngân sách", "1.234,5", "1.300"]
    assert table.rows[2][0].text == "Dân cư" and table.rows[2][0].notes == ("1",)
    assert [(b.label, b.span.of(report.text)) for b in report.blocks if b.kind is BlockKind.NOTE] == [("1", "Không kể vốn góp bằng đất.")]


@pytest.mark.parametrize("tail", ["", "\t\t"])
def test_empty_spreadsheet_cells_keep_their_place(tail: str) -> None:
    report = plain(f"BẢNG CHỈ SỐ GIÁ\nĐơn vị tính: %\nNhóm\tTháng 5 so với{tail}\n\tKỳ gốc\tTháng 4\tTháng 12\nA\t1\t2\t3\nChung\t116,5\t\t100,05\n")
    sound(report)
    assert report.tables[0].header_rows == 2  # the row of column names is left out
    assert grid(report)[0] == ["Nhóm"] + ["Tháng 5 so với"] * 3
    assert grid(report)[1] == ["Nhóm", "Kỳ gốc", "Tháng 4", "Tháng 12"]
    assert grid(report)[2] == ["Chung", "116,5", "", "100,05"]


def test_a_bar_in_prose_is_no_table() -> None:
    assert plain("Điện thoại: 024 | Thư điện tử: không có.\nBáo cáo này dài một trang.\n").tables == ()


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "Tổng sản phẩm trên địa bàn tỉnh quý I năm 2024 theo giá so sánh 2010 ước đạt\n9.120 tỷ đồng, tăng 6,8% so với cùng kỳ năm trước. Khu vực nông, lâm nghiệp\n"
        "và thủy sản tăng 3,1%; khu vực công nghiệp và xây dựng tăng 8,9%; khu vực\ndịch vụ tăng 6,5%. Thu ngân sách trên địa bàn đạt 2.310 tỷ đồng, bằng 27%\ndự toán cả năm và tăng 4% so với cùng kỳ.\n\nĐoạn thứ hai nói về đầu tư.\n"
    )
    report = plain(text)
    sound(report)
    assert report.text == text
    assert [b.kind for b in report.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    first = sentences(report.blocks[0].span.of(text))
    assert len(first) == 3


def test_row_passage_carries_its_headers() -> None:
    report = mark("# Thương mại\n\n**Bảng 3. Bán lẻ** (tỷ đồng)\n\n| Ngành | 2022 | 2023 |\n|---|--:|--:|\n| Ăn uống | 120 | 141 |\n")
    row = next(p for p in passages(report) if p.kind == "row")
    assert "Bảng 3. Bán lẻ" in row.text and "2023: 141" in row.text and "Ngành: Ăn uống" in row.text
    assert row.span.of(report.text) == "Ăn uống | 120 | 141"


def test_long_paragraph_is_cut_between_sentences() -> None:
    report = plain(" ".join(f"Câu thứ {i} nói rằng sản lượng đạt {i}.500 tấn, tăng {i},2%." for i in range(1, 60)))
    cut = passages(report)
    assert len(cut) > 2 and all(len(p.span.of(report.text)) <= 900 for p in cut)
    assert all(p.span.of(report.text).endswith("%.") for p in cut)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Đạt 3.766 tỷ đồng. Tăng 6,5%. Năm 2015 là năm cuối.", 3),
        ("Hàng gồm gừng, nghệ (các loại...).Thị trường mở rộng.", 2),
        ("Tại TP. Lạng Sơn có 3 chợ.", 1),
        ("Xi măng, gạch, ngói v.v. đều tăng.", 1),
        ("Gồm xi măng... và gạch. Hết.", 2),
        ("Ngày 30.4.2015 có 1.550 người.", 1),
        ("Đến năm 2015. Xuất khẩu tăng.", 2),
        ("Dòng một\n\nDòng hai", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count, [s.of(text) for s in sentences(text)]


TEXT = "Tình hình kinh tế\nNăm 2015, giá trị sản xuất công nghiệp của tỉnh ước đạt 3.766 tỷ đồng, tăng 6,54% so với năm trước và vượt kế hoạch.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_bytes(TEXT.encode(encoding))
    report, cut = read_file(path)
    assert report.text == TEXT and report.name == "bao-cao" and len(report.sha256) == 64 and cut


def test_windows_1258(tmp_path: Path) -> None:
    import unicodedata

    # The code page writes tone marks apart: â, then the dot below.
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = []
    for char in TEXT:
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(p for p in parts if p in tones)
        out.append(unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones)) + tone)
    path = tmp_path / "cu.txt"
    path.write_bytes("".join(out).encode("cp1258"))
    assert read_file(path)[0].text == TEXT


def test_nfd_becomes_nfc(tmp_path: Path) -> None:
    import unicodedata

    path = tmp_path / "nfd.md"
    path.write_text(unicodedata.normalize("NFD", TEXT), encoding="utf-8")
    assert read_file(path)[0].text == TEXT


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("rong.txt", b"", "rỗng"),
        ("trang.txt", b"  \n\t\n", "không có chữ"),
        ("so.txt", b"123 456\n", "không có chữ"),
        ("anh.txt", bytes(range(256)) * 20, "nhị phân"),
        ("nul.md", b"abc\0def\0\0", "nhị phân"),
        ("gia.txt", b"%PDF-1.7 abc", "PDF"),
        ("la.xyz", b"abc", ".md"),
        ("khongduoi", b"abc", ".txt"),
        ("tcvn.txt", "N¨m 2015, gi¸ trÞ s¶n xuÊt c«ng nghiÖp cña tØnh ®¹t kh¸".encode("latin-1"), "UTF-8"),
        ("to.txt", b"a b\n" * (5 * 1024 * 1024 + 1), "20 MB"),
    ],
)
def test_refusals(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(IngestError) as error:
        read_file(path)
    assert says in str(error.value) and "\n" not in str(error.value) and "hãy" in str(error.value)


def test_missing_directory_and_permission(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="Không tìm thấy"):
        read_file(tmp_path / "không\ncó.txt")
    with pytest.raises(IngestError, match="thư mục"):
        read_file(tmp_path)
    locked = tmp_path / "khoa.txt"
    locked.write_text("Có chữ", encoding="utf-8")
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("chạy với quyền root: không khóa được tệp")
    with pytest.raises(IngestError, match="quyền"):
        read_file(locked)


def test_title_names_the_report(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    report, _ = read_file(path, title="Kinh tế 2015")
    assert report.name == report.title == "Kinh tế 2015"


@pytest.mark.parametrize("text", ["", "|", "| |\n|-|\n", "# \n", "1.", "a\tb\n", "[^1]:", "**", "Bảng 1", ":\n:\n:", "- \n- ", "|a|\n|-|\n||||", "I.\nII.\n", "BÁO CÁO", "BÁO CÁO\n\n", "\\|\\|"])
@pytest.mark.parametrize("markdown", [False, True])
def test_scraps_do_not_break(text: str, markdown: bool) -> None:
    report = read_text(text, name="x", markdown=markdown)
    passages(report)


def test_shared_reports() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared không có ở đây: không đọc được báo cáo mẫu")
    lang, _ = read_file(SHARED / "lang-son-2011-2015.txt")
    assert [t for _, t in outline(lang)] == ["Sản xuất công nghiệp tiếp tục phát triển", "Hoạt động thương mại, dịch vụ phát triển khá toàn diện", "Phương hướng, nhiệm vụ giai đoạn 2016-2020"]
    khe, _ = read_file(SHARED / "binh-khe-2022.txt")
    assert khe.tables[0].header_rows == 2 and len(khe.tables[0].rows[0]) == 7 and len(khe.tables[1].rows) == 12
    assert [n for n, _, _ in items(khe)] == [1, 2, 3, 4, 5]
    lam, _ = read_file(SHARED / "ha-lam-quy-3-2024.md")
    assert [len(t.rows) for t in lam.tables] == [6, 12, 10, 7] and lam.tables[0].caption_notes == ("1",)
    for report in (lang, khe, lam):
        sound(report)


def test_a_table_kept_apart_by_spaces() -> None:
    report = plain(
        "BÁO CÁO\nThu ngân sách 6 tháng đầu năm 2024\n\nBiểu 1: Thu ngân sách trên địa bàn\nĐơn vị: Tỷ đồng\n\n"
        "Nội dung                     Dự toán 2024   TH 6 tháng   So DT (%)\n"
        "Tổng thu                            9.500        5.120        53,9\n"
        "Trong đó:\n"
        "- Thu nội địa                       8.300        4.510        54,3\n"
        "- Thu khác                          1.200          610        50,8\n\nGiải ngân đạt thấp.\n"
    )
    sound(report)
    assert grid(report)[0] == ["Nội dung", "Dự toán 2024", "TH 6 tháng", "So DT (%)"]
    assert grid(report)[2:4] == [["Trong đó:", "", "", ""], ["- Thu nội địa", "8.300", "4.510", "54,3"]]
    assert report.tables[0].caption is not None and report.blocks[-1].kind is BlockKind.PARAGRAPH


def test_letterheads_are_no_table_of_spaces() -> None:
    report = plain("UBND TỈNH AN KHÊ                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC-UBND                   An Khê, ngày 5 tháng 6 năm 2024\n\nBÁO CÁO\nKết quả công tác\n\nNội dung.\n")
    assert not report.tables


def test_rows_that_only_name_a_group_stay_in_a_tabbed_table() -> None:
    report = plain("BÁO CÁO\nTình hình tháng 9\n\nChỉ tiêu\tĐơn vị\tTháng 9\nI. Điện\tTriệu kWh\t210\nII. Đầu tư\n1. Vốn thực hiện\tTỷ đồng\t2.150\n2. Vốn đăng ký\tTỷ đồng\t88\nGhi chú: số ước.\n")
    assert [row[0] for row in grid(report)] == ["Chỉ tiêu", "I. Điện", "II. Đầu tư", "1. Vốn thực hiện", "2. Vốn đăng ký"]
    assert len(report.tables) == 1


def test_a_bare_kind_and_its_subject_make_the_title() -> None:
    assert mark("# BÁO CÁO\n## Tình hình thương mại tháng 8 năm 2024\n\nĐoạn đầu.\n\n### 1. Bán lẻ\n\nĐoạn.\n").title == "BÁO CÁO Tình hình thương mại tháng 8 năm 2024"
    report = plain("SỞ CÔNG THƯƠNG\n\nBÁO CÁO\nKết quả 5 năm 2016 - 2020;\nmục tiêu 5 năm 2021 - 2025\n\nI. CÔNG NGHIỆP\n\nĐoạn.\n")
    assert report.title == "BÁO CÁO Kết quả 5 năm 2016 - 2020; mục tiêu 5 năm 2021 - 2025"


def test_when_a_page_was_put_up_is_a_note() -> None:
    report = plain("Thu ngân sách tăng\n\nHạnh Nguyên 04/11/2024 16:42 GMT+7 Chia sẻ 36\n\nTổng thu tính đến ngày 31/10/2024 đạt 1.645 tỷ đồng.\n")
    assert [b.kind for b in report.blocks][-2:] == [BlockKind.NOTE, BlockKind.PARAGRAPH]
