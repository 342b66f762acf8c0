"""Word, PDF and web files become the same reports as plain text. The files are made here; their content is invented."""

from __future__ import annotations

import io
import re
import time
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import IngestError, read_file, sandbox
from ingest.layout import Document, Paragraph, Piece, lay_out, raised
from report.model import Block, BlockKind, Passage, Report
from report.reader import read_figures
from tests.test_ingest import grid, items, outline, sound

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "reports"
Read = Callable[..., Report]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def go(data: bytes | str, suffix: str, **more: str) -> Report:
        path = tmp_path / f"thử{suffix}"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        report, _ = read_file(path, **more)
        sound(report)
        return report

    return go


def refusal(read: Read, data: bytes | str, suffix: str) -> str:
    with pytest.raises(IngestError) as caught:
        read(data, suffix)
    said = str(caught.value)
    assert "\n" not in said and "Traceback" not in said and "thử" in said
    return said


def figures(report: Report) -> list[tuple[str, str, str]]:
    return [(f.text, f.indicator.lower(), f.period.label) for f in read_figures(report)]


def notes(report: Report) -> list[tuple[str, str]]:
    return [(b.label, b.span.of(report.text)) for b in report.blocks if b.kind is BlockKind.NOTE]


# ---- Word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Đề mục riêng"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Li"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""


def level(at: int, kind: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERS = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level(0, "upperRoman", "%1.")}{level(1, "decimal", "%2.")}{level(2, "lowerLetter", "%3)")}{level(3, "bullet", "-")}{level(4, "decimal", "%2.%5.")}</w:abstractNum>
<w:abstractNum w:abstractNumId="5">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num></w:numbering>"""


def word(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>')
        for name, text in ({"styles": STYLES, "numbering": NUMBERS} | parts).items():
            archive.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def p(text: str, *, style: str = "", num: tuple[int, int] | None = None, bold: bool = False) -> str:
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (
        f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    )
    inside = text if text.startswith("<w:") else f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def run(text: str, more: str = "") -> str:
    return f'<w:r><w:rPr>{more}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(text: str, *, across: int = 1, merge: str = "") -> str:
    down = {"": "", "start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}[merge]
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{across}"/>{down}</w:tcPr>{p(text)}</w:tc>'


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_word_prints_its_own_numbers(read: Read) -> None:
    report = read(word("".join([
        p("KẾT QUẢ", num=(1, 0), bold=True), p("Thu ngân sách", num=(1, 1), bold=True), p("Thu đạt 120 tỷ đồng, gồm các khoản sau đây:"),
        p("thuế đạt 80 tỷ đồng;", num=(1, 2)), p("phí đạt 30 tỷ đồng;", num=(1, 2)), p("phí cảng 10 tỷ đồng;", num=(1, 3)), p("thu khác đạt 10 tỷ đồng.", num=(1, 2)),
        p("Chi ngân sách", num=(1, 1), bold=True), p("Tổng chi đạt 99 tỷ đồng, bằng 51% dự toán."), p("NHIỆM VỤ", num=(1, 0), bold=True),
        p("Thu", num=(1, 1), bold=True), p("Phấn đấu thu thêm 100 tỷ đồng từ nay đến cuối năm."), p("Chi theo đúng dự toán được giao.", num=(5, 0)),
    ])), ".docx")  # fmt: skip
    assert [t for _, t in outline(report)] == ["I. KẾT QUẢ", "1. Thu ngân sách", "2. Chi ngân sách", "II. NHIỆM VỤ", "1. Thu"]
    assert [line[:8] for line in report.text.split("\n")][3:7] == ["a) thuế ", "b) phí đ", "- phí cả", "c) thu k"]
    assert report.text.endswith("• Chi theo đúng dự toán được giao.")
    assert items(report)[:2] == [(1, "a)", "thuế đạt 80 tỷ đồng;"), (2, "b)", "phí đạt 30 tỷ đồng;")]


def test_word_numbers_start_again_where_told(read: Read) -> None:
    report = read(
        word(
            p("Một nội dung.", num=(1, 1))
            + p("Hai nội dung.", num=(1, 1))
            + p("Lại từ đầu.", num=(2, 1))
            + p("Mục nhỏ.", num=(2, 4))
            + p("Số theo kiểu.", style="Li")
        ),
        ".docx",
    )
    assert report.text.split("\n") == ["1. Một nội dung.", "2. Hai nội dung.", "1. Lại từ đầu.", "1.1. Mục nhỏ.", "I. Số theo kiểu."]


def test_word_headings_by_style_and_table_of_contents(read: Read) -> None:
    report = read(
        word(
            p("Mục lục cũ 12", style="T1") + p("Phần chung", style="H1") + p("Dân số năm 2020 là 5.000 người.") + p("Chi tiết", style="Mine") + p("Có 10 xã.")
        ),
        ".docx",
    )
    assert outline(report) == [(1, "Phần chung"), (2, "Chi tiết")]
    assert "Mục lục cũ" not in report.text


def test_word_changes_are_accepted_and_hidden_text_is_left_out(read: Read) -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>100</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("120")}</w:ins>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("tỷ đồng")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    gone = f'<w:p><w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>{run("Xuất khẩu năm 2021 ")}</w:p>'
    report = read(
        word(p(run("Năm 2020 thu ") + deleted + inserted + run(" ") + field + run(" 999", "<w:vanish/>") + run(".")) + gone + p("đạt 7 triệu USD.")), ".docx"
    )
    assert report.text == "Năm 2020 thu 120 tỷ đồng.\nXuất khẩu năm 2021 đạt 7 triệu USD."


def test_word_footnotes_and_raised_marks(read: Read) -> None:
    said = f'<w:footnotes {W}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="3">{p("Số sơ bộ.")}</w:footnote></w:footnotes>'
    body = p(
        run("Diện tích năm 2020 là 5.000 m")
        + run("2", '<w:vertAlign w:val="superscript"/>')
        + run(", giá trị 108,4")
        + '<w:r><w:footnoteReference w:id="3"/></w:r>'
        + run(" tỷ đồng.")
    ) + p("Đoạn sau.")
    report = read(word(body, footnotes=said), ".docx")
    assert report.text.startswith("Diện tích năm 2020 là 5.000 m², giá trị 108,4 tỷ đồng.")
    assert notes(report) == [("1", "Số sơ bộ.")]
    assert "108,4 tỷ đồng" in [t for t, _, _ in figures(report)]


def test_word_table_with_merged_headers(read: Read) -> None:
    body = p("Bảng 1. Cây trồng năm 2022") + tbl(
        tc("Cây", merge="start") + tc("Diện tích (ha)", across=2) + tc("Sản lượng (tấn)", across=2), tc("", merge="on") + tc("Kế hoạch") + tc("Thực hiện") + tc("Kế hoạch") + tc("Thực hiện"),
        tc("Lúa") + tc("100") + tc("90") + tc("500") + tc("480"), tc("Ngô") + tc("70") + tc("75") + tc("300") + tc("310"))  # fmt: skip
    report = read(word(body), ".docx")
    assert report.tables[0].header_rows == 2
    assert grid(report)[0] == ["Cây", "Diện tích (ha)", "Diện tích (ha)", "Sản lượng (tấn)", "Sản lượng (tấn)"]
    assert report.text.split("\n")[1:4] == [
        "Cây | Diện tích (ha) | Sản lượng (tấn)",
        "Cây | Kế hoạch | Thực hiện | Kế hoạch | Thực hiện",
        "Lúa | 100 | 90 | 500 | 480",
    ]
    assert all(c.span.of(report.text) == c.text for row in report.tables[0].rows for c in row)
    assert ("480 tấn", "sản lượng lúa", "năm 2022") in figures(report)


def test_rows_named_in_two_columns(read: Read) -> None:
    rows = [
        tc("Ngành", across=2) + tc("Lao động (người)"),
        tc("Nông nghiệp", merge="start") + tc("Trồng trọt") + tc("20"),
        tc("", merge="on") + tc("Chăn nuôi") + tc("8"),
        tc("Công nghiệp", across=2) + tc("12"),
    ]
    report = read(word(tbl(*rows)), ".docx")
    assert [row[0] for row in grid(report)] == ["Ngành", "Nông nghiệp – Trồng trọt", "Nông nghiệp – Chăn nuôi", "Công nghiệp"]


def test_a_number_over_several_rows_states_nothing(read: Read) -> None:
    report = read(word(tbl(tc("Huyện") + tc("Số xã"), tc("A") + tc("12"), tc("B") + tc("30", merge="start"), tc("C") + tc("", merge="on"))), ".docx")
    assert [f.text for f in read_figures(report)] == ["12 xã"]
    assert "30" in report.text


def test_a_letterhead_is_no_table(read: Read) -> None:
    report = read(
        word(
            tbl(tc("UBND TỈNH AN LĨNH") + tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), tc("Số: 5/BC") + tc("An Lĩnh, ngày 1 tháng 2 năm 2024"))
            + p("BÁO CÁO")
            + p("Kết quả năm 2023")
            + p("Thu đạt 5 tỷ đồng.")
        ),
        ".docx",
    )
    assert not report.tables
    assert report.title == "BÁO CÁO Kết quả năm 2023"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reports are not here")
def test_word_file_says_what_its_text_says() -> None:
    def said(name: str) -> list[tuple[object, ...]]:
        report, _ = read_file(SHARED / name)
        return [
            (
                f.text,
                f.value,
                f.unit,
                f.indicator,
                f.scope,
                f.head,
                f.measure,
                f.base,
                f.modality,
                f.bound,
                f.direction,
                f.period,
                report.section_path(f.section),
            )
            for f in read_figures(report)
        ]

    assert said("binh-khe-2022.docx") == said("binh-khe-2022.txt")


def test_damaged_word_files_are_refused(read: Read) -> None:
    whole = word(p("Thu đạt 5 tỷ đồng."))
    assert "hỏng" in refusal(read, whole[:200], ".docx")
    assert "hỏng" in refusal(read, word("<w:p>"), ".docx")
    assert "không phải là tệp Word" in refusal(read, "chữ thường", ".docx")
    assert "mật khẩu" in refusal(read, b"\xd0\xcf\x11\xe0" + b"\0" * 600, ".docx")
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "không có nội dung Word" in refusal(read, empty.getvalue(), ".docx")
    assert "không có chữ" in refusal(read, word(p("")), ".docx")


def test_word_bombs_are_refused(read: Read) -> None:
    bomb = word("<w:p/>" + " " * (70 * 1024 * 1024))
    assert len(bomb) < 200_000
    assert "quá lớn" in refusal(read, bomb, ".docx")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document {W}><w:body>{p("&b;")}</w:body></w:document>')
    assert "thực thể" in refusal(read, out.getvalue(), ".docx")


# ---- web pages


def test_page_keeps_its_main_content(read: Read) -> None:
    report = read(
        """<html><head><meta charset="utf-8"><title>Cổng tin | Trang chủ</title><style>.kin{display:none}</style><script>x='Thu 1 tỷ đồng'</script></head><body>
        <nav><a href="/">Trang chủ 2001</a></nav><div class="sidebar">Giảm giá 50%</div><main><h1>Báo cáo du lịch quý I năm 2024</h1>
        <p>Doanh thu quý I/2024 đạt 2.145&nbsp;tỷ đồng, t\u0103ng 18,4%\u200b so với cùng kỳ.</p><p class="kin">Kín 1</p><p hidden>Kín 2</p><p style="display: none">Kín 3</p><p style="color:#FFF">Kín 4</p>
        <h2>Khách</h2><p>Tổng lượt khách đạt 1,26 triệu lượt.</p></main><aside>Quảng cáo 90%</aside><footer>Điện thoại 0123</footer></body></html>""",
        ".html",
    )
    assert report.title == "Báo cáo du lịch quý I năm 2024"
    assert outline(report) == [(1, "Báo cáo du lịch quý I năm 2024"), (2, "Khách")]
    assert report.text.split("\n")[1:] == [
        "Doanh thu quý I/2024 đạt 2.145 tỷ đồng, tăng 18,4% so với cùng kỳ.",
        "Khách",
        "Tổng lượt khách đạt 1,26 triệu lượt.",
    ]


def test_page_without_main_element(read: Read) -> None:
    report = read(
        """<html><body><table><tr><td><ul><li><a href=1>Mục một</a><li><a href=2>Mục hai</a><li><a href=3>Mục ba</a><li><a href=4>Mục bốn</a></ul></td>
        <td><p><b>I. Kết quả</b><p>Vốn huy động năm 2023 đạt 214,5 tỷ đồng, tăng 5% so với năm 2022.</td></tr></table></body></html>""",
        ".htm",
    )
    assert report.text.startswith("I. Kết quả\nVốn huy động")
    assert outline(report) == [(1, "I. Kết quả")]


def test_page_lists_print_their_numbers(read: Read) -> None:
    report = read(
        '<p>Vốn năm 2023 gồm:</p><ol type="a"><li>tỉnh 5 tỷ đồng;<li><p>huyện 3 tỷ đồng;</p></ol><ol start="4"><li>Một.<li value="9">Hai.</ol><ul><li>Ba.<ul><li>Bốn.</ul></ul>',
        ".html",
    )
    assert report.text.split("\n")[1:] == ["a. tỉnh 5 tỷ đồng;", "b. huyện 3 tỷ đồng;", "4. Một.", "9. Hai.", "- Ba.", "- Bốn."]
    assert [b.kind for b in report.blocks[1:]] == [BlockKind.ITEM] * 6


def test_page_table(read: Read) -> None:
    report = read(
        """<table><caption>Bảng 1. Chỉ số sản xuất (%)</caption><thead><tr><th rowspan=2>Ngành</th><th colspan=2>Tháng 10/2023 so với</th></tr><tr><th>tháng trước</th><th>cùng kỳ</th></tr></thead>
        <tfoot><tr><td>Chung</td><td>1,0</td><td>2,0</td></tr></tfoot><tbody><tr><td>Khai khoáng<sup>(1)</sup></td><td>98,7</td><td>95,1<sup>2</sup></td></tr><tr><td colspan=3>Theo huyện</td></tr></tbody></table>
        <p><sup>(1)</sup> Không kể đá.</p><p><sup>2</sup> Số ước.</p>""",
        ".html",
    )
    table = report.tables[0]
    assert table.header_rows == 2 and table.caption is not None and table.caption.of(report.text) == "Bảng 1. Chỉ số sản xuất (%)"
    assert grid(report) == [
        ["Ngành", "Tháng 10/2023 so với", "Tháng 10/2023 so với"],
        ["Ngành", "tháng trước", "cùng kỳ"],
        ["Khai khoáng", "98,7", "95,1"],
        ["Theo huyện", "", ""],
        ["Chung", "1,0", "2,0"],
    ]
    assert table.rows[2][0].notes == ("1",) and table.rows[2][2].notes == ("2",)
    assert notes(report) == [("1", "Không kể đá."), ("2", "Số ước.")]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="windows-1258">', "cp1258"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "utf-8"),
    ],
)
def test_page_encodings(read: Read, head: str, encoding: str) -> None:
    text = "Sản lượng của tỉnh năm 2023 đạt 45 nghìn tấn, tăng 5% so với năm trước, theo kế hoạch được giao."
    if encoding == "cp1258":
        parts = unicodedata.normalize("NFD", text)
        text = "".join(
            c if c in "\u0300\u0301\u0303\u0309\u0323" else unicodedata.normalize("NFC", c)
            for c in re.findall("[^\u0300\u0301\u0303\u0309\u0323][\u0302\u0306\u031b]?|.", parts)
        )
    assert "đạt 45 nghìn tấn" in read(f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode(encoding), ".html").text


def test_odd_pages(read: Read) -> None:
    assert "không có thẻ" in refusal(read, "chỉ là văn bản thường", ".html")
    assert "không có chữ" in refusal(read, "<html><body><script>abc</script></body></html>", ".html")
    assert "bảng quá lớn" in refusal(read, "<table>" + "<tr><td colspan=200 rowspan=5000>a</td><td>b</td></tr>" * 3 + "</table>", ".html")
    assert "Đoạn đầu" in read("<p>Đoạn đầu</p>" + "<div>" * 20_000 + "sâu" + "</div>" * 20_000, ".html").text
    assert "5 tỷ đồng" in read('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>Thu đạt 5 tỷ đồng &x;', ".html").text


# ---- PDF


class Pdf:
    """A small PDF: letters half an em wide, so that places are easy to reckon. `y` counts from the top of the page."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = []

    def page(self) -> Pdf:
        self.pages.append([])
        return self

    def text(self, x: float, y: float, text: str, size: float = 10, bold: bool = False, right: bool = False, matrix: str = "1 0 0 1") -> Pdf:
        x = x - len(text) * size / 2 if right else x
        codes = "".join(f"{ord(c):04X}" for c in text)
        self.pages[-1].append(f"BT /F{2 if bold else 1} {size} Tf {matrix} {x} {842 - y} Tm <{codes}> Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Pdf:
        self.pages[-1].append(f"{x0} {842 - y0} m {x1} {842 - y1} l S")
        return self

    def data(self, title: str = "", encrypt: str = "") -> bytes:
        cmap = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
        objects = ["<</Type/Catalog/Pages 2 0 R>>", "", f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream"]
        for name in ("Thu", "Thu-Bold"):
            objects.append(
                f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -250 1000 900]/Ascent 900/Descent -250/CapHeight 700/StemV 80/ItalicAngle 0>>"
            )
            objects.append(
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {len(objects)} 0 R/DW 500>>"
            )
            objects.append(f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{len(objects)} 0 R]/ToUnicode 3 0 R>>")
        fonts = "<</F1 6 0 R/F2 9 0 R>>"
        kids = []
        for page in self.pages:
            content = "\n".join(page)
            objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
            objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font{fonts}>>/Contents {len(objects)} 0 R>>")
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
        if title:
            objects.append(f"<</Title<FEFF{title.encode('utf-16-be').hex()}>>>")
        more = (f"/Info {len(objects)} 0 R" if title else "") + encrypt
        out, places = b"%PDF-1.5\n", []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n{body}\nendobj\n".encode()
        xref = "".join(f"{at:010} 00000 n \n" for at in places)
        return (
            out
            + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{xref}trailer<</Size {len(objects) + 1}/Root 1 0 R{more}>>\nstartxref\n{len(out)}\n%%EOF".encode()
        )


def lines(pdf: Pdf, y: float, *texts: str, x: float = 70) -> Pdf:
    for k, text in enumerate(texts):
        pdf.text(x, y + 14 * k, text)
    return pdf


PROSE = (
    "Tổng sản phẩm trên địa bàn tỉnh năm 2023 ước đạt 48.215,6 tỷ đồng, tăng 7,35% so với năm",
    "2022, trong đó khu vực nông, lâm nghiệp và thủy sản tăng 3,12%; khu vực công nghiệp và xây",
    "dựng tăng 9,84%.",
)


def test_pdf_lines_become_paragraphs(read: Read) -> None:
    pdf = lines(Pdf().page().text(70, 80, "I. Kết quả", bold=True), 110, *PROSE, "Thu ngân sách năm 2023 đạt 6.870 tỷ đồng.")
    report = read(pdf.data(), ".pdf")
    assert report.text.split("\n") == ["I. Kết quả", " ".join(PROSE), "Thu ngân sách năm 2023 đạt 6.870 tỷ đồng."]
    assert outline(report) == [(1, "I. Kết quả")]
    assert {b.page for b in report.blocks} == {1} and {f.page for f in read_figures(report)} == {1}


def test_pdf_paragraph_with_an_indented_first_line_goes_on(read: Read) -> None:
    first = "Xuất khẩu tháng 5 năm 2023 đạt 812 triệu USD, tăng 4,2% so với tháng trước và tăng 6%"
    pdf = lines(Pdf().page(), 110, *PROSE).text(93, 160, first, right=False)
    report = read(lines(lines(pdf, 174, "so với cùng kỳ năm trước."), 210, *PROSE).data(), ".pdf")
    assert f"{first} so với cùng kỳ năm trước." in report.text.split("\n")


def test_pdf_paragraph_goes_on_over_the_page(read: Read) -> None:
    pdf = Pdf()
    for number in range(1, 4):
        pdf.page().text(250, 30, "Niên giám thống kê 2023").text(290, 815, str(number))
        lines(pdf, 70, *(PROSE[2:] + (f"Đoạn mở đầu của trang {number}.",) if number > 1 else ()))
        if number < 3:
            lines(pdf, 740, f"Trang {'AB'[number - 1]} " + PROSE[0], PROSE[1] + "y" * number)
    report = read(pdf.data(), ".pdf")
    said = [f"Trang {name} {PROSE[0]} {PROSE[1]}{'y' * k} {PROSE[2]}" for k, name in ((1, "A"), (2, "B"))]
    assert report.text.split("\n") == [said[0], "Đoạn mở đầu của trang 2.", said[1], "Đoạn mở đầu của trang 3."]
    assert [b.page for b in report.blocks] == [1, 2, 2, 3]


def test_a_range_broken_between_lines_is_no_list(read: Read) -> None:
    first = "Mục tiêu chủ yếu của tỉnh về sản xuất công nghiệp và xây dựng trong giai đoạn từ năm 2016"
    assert read(lines(Pdf().page(), 80, PROSE[0], first, "- 2020 là tăng 10,2%/năm.").data(), ".pdf").text.endswith("từ năm 2016 - 2020 là tăng 10,2%/năm.")


def ruled(pdf: Pdf, y: float, rows: list[list[str]], merged: bool = False) -> Pdf:
    xs, step = [70, 190, 280, 370, 460, 550], 20
    for r in range(len(rows) + 1):
        pdf.rule(190 if merged and r == 1 else 70, y + step * r, 550, y + step * r)
    for c, x in enumerate(xs):
        top = y + step if merged and c in (2, 4) else y
        pdf.rule(x, top, x, y + step * len(rows))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            pdf.text(xs[c] + 4, y + step * r + 14, text)
    return pdf


HEAD = [["Cây", "Diện tích (ha)", "", "Sản lượng (tấn)", ""], ["", "Năm 2022", "Năm 2023", "Năm 2022", "Năm 2023"]]
ROWS = [[f"Giống {chr(65 + k)}", f"{100 + k}", f"{200 + k}", f"1.{300 + k}", f"2.{400 + k}"] for k in range(12)]


def test_pdf_ruled_table_over_two_pages(read: Read) -> None:
    pdf = ruled(Pdf().page().text(70, 560, "Bảng 1. Cây trồng"), 580, HEAD + ROWS[:6], merged=True)
    ruled(pdf.page(), 70, HEAD + ROWS[6:], merged=True).text(70, 300, "Hết bảng số liệu về cây trồng của tỉnh.")
    report = read(pdf.data(), ".pdf")
    assert len(report.tables) == 1 and report.tables[0].header_rows == 2
    assert grid(report)[0] == ["Cây", "Diện tích (ha)", "Diện tích (ha)", "Sản lượng (tấn)", "Sản lượng (tấn)"]
    assert grid(report)[2:] == ROWS
    assert len(read_figures(report)) == 48
    assert report.text.endswith("Hết bảng số liệu về cây trồng của tỉnh.")


def test_pdf_rest_of_a_table_without_its_header(read: Read) -> None:
    pdf = ruled(Pdf().page(), 600, [HEAD[1]] + ROWS[:6])
    report = read(ruled(pdf.page(), 70, ROWS[6:]).data(), ".pdf")
    assert len(report.tables) == 1 and [row[0] for row in grid(report)] == [""] + [row[0] for row in ROWS]


def test_pdf_tables_with_captions_of_their_own_stay_apart(read: Read) -> None:
    pdf = ruled(Pdf().page(), 600, [HEAD[1]] + ROWS[:6])
    assert len(read(ruled(pdf.page().text(70, 60, "Bảng 2. Cây khác"), 70, ROWS[6:]).data(), ".pdf").tables) == 2


def test_pdf_table_without_rules(read: Read) -> None:
    pdf = Pdf().page().text(70, 80, "Bảng 2. Doanh nghiệp theo ngành")
    pdf.text(285, 100, "Số doanh nghiệp").text(435, 100, "Vốn (tỷ đồng)").text(70, 107, "Ngành")
    for x, year in ((310, "2022"), (380, "2023"), (450, "2022"), (520, "2023")):
        pdf.text(x, 114, year, right=True)
    for k, (name, *values) in enumerate(
        (["Nông nghiệp", "85", "97", "612", "745"], ["Xây dựng", "190", "171", "1.905", "1.688"], ["Dịch vụ", "502", "541", "3.980", "4.275"])
    ):
        pdf.text(70, 132 + 16 * k, name)
        for x, value in zip((310, 380, 450, 520), values, strict=True):
            pdf.text(x, 132 + 16 * k, value, right=True)
    report = read(lines(pdf, 220, *PROSE).data(), ".pdf")
    assert grid(report)[0] == ["Ngành", "Số doanh nghiệp", "Số doanh nghiệp", "Vốn (tỷ đồng)", "Vốn (tỷ đồng)"]
    assert ("1.688 tỷ đồng", "vốn xây dựng", "năm 2023") in figures(report)
    assert report.text.endswith(" ".join(PROSE))


def test_pdf_names_over_the_middle_of_columns_without_rules(read: Read) -> None:
    pdf = lines(Pdf().page(), 400, *PROSE).text(70, 80, "Bảng 1. Cây trồng năm 2023")
    pdf.text(238, 110, "Diện tích (ha)").text(368, 110, "Sản lượng (tấn)").text(70, 124, "Cây trồng")
    for x, name in ((240, "2022"), (300, "2023"), (370, "2022"), (430, "2023")):
        pdf.text(x, 124, name)
    for x, name in ((90, "A"), (248, "1"), (308, "2"), (378, "3"), (438, "4")):
        pdf.text(x, 138, name)
    for k, row in enumerate((("Lúa", "391", "386", "2.392", "2.426"), ("Ngô", "82", "84", "413", "434"), ("Lạc", "60", "58", "144", "142"))):
        pdf.text(70, 156 + 16 * k, row[0])
        for x, value in zip((260, 320, 390, 450), row[1:], strict=True):
            pdf.text(x, 156 + 16 * k, value, right=True)
    report = read(pdf.data(), ".pdf")
    assert grid(report)[:3] == [
        ["Cây trồng", "Diện tích (ha)", "Diện tích (ha)", "Sản lượng (tấn)", "Sản lượng (tấn)"], ["Cây trồng", "2022", "2023", "2022", "2023"], ["Lúa", "391", "386", "2.392", "2.426"],
    ]  # fmt: skip


def test_pdf_bare_unit_at_the_right_edge_is_the_tables(read: Read) -> None:
    pdf = Pdf().page().text(70, 80, "Biểu 3. Lao động có việc làm").text(450, 96, "Nghìn người", right=True)
    pdf.text(70, 112, "Khu vực").text(380, 112, "2022", right=True).text(450, 112, "2023", right=True)
    for k, (name, *values) in enumerate((["Nông nghiệp", "85,2", "97,1"], ["Xây dựng", "190,4", "171,8"], ["Dịch vụ", "502,0", "541,3"])):
        pdf.text(70, 130 + 16 * k, name)
        for x, value in zip((380, 450), values, strict=True):
            pdf.text(x, 130 + 16 * k, value, right=True)
    report = read(lines(pdf, 220, *PROSE).data(), ".pdf")
    assert grid(report)[0] == ["Khu vực", "2022", "2023"]
    assert ("541,3 nghìn người", "dịch vụ", "năm 2023") in figures(report)


def test_pdf_slanted_letters_are_read_and_turned_ones_are_not(read: Read) -> None:
    # Where italics lack a letter, a printer slants another font's.
    pdf = lines(Pdf().page(), 200, *PROSE).text(70, 80, "Đơn vị: tỷ đồng", matrix="1 0 0.25 1").text(300, 400, "MẬT", matrix="0 1 -1 0")
    report = read(pdf.data(), ".pdf")
    assert "Đơn vị: tỷ đồng" in report.text and "MẬT" not in report.text


def test_pdf_footnotes_never_join_numbers(read: Read) -> None:
    pdf = Pdf().page().text(70, 100, "Chỉ số năm 2023 là 108,4").text(70 + 24 * 5, 96, "1", size=6).text(70 + 25 * 5, 100, " điểm.")
    lines(pdf, 120, *PROSE)
    pdf.text(70, 790, "1", size=6).text(75, 794, "Số ước tính.", size=8)
    report = read(pdf.data(), ".pdf")
    assert report.text.startswith("Chỉ số năm 2023 là 108,4 điểm.")
    assert notes(report) == [("1", "Số ước tính.")]


def test_pdf_letterhead_halves_are_read_one_after_the_other(read: Read) -> None:
    pdf = (
        Pdf()
        .page()
        .text(80, 60, "UBND TỈNH AN LĨNH")
        .text(320, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        .text(80, 74, "SỞ CÔNG THƯƠNG")
        .text(350, 74, "Độc lập - Tự do - Hạnh phúc")
    )
    pdf.text(270, 110, "BÁO CÁO", bold=True).text(200, 130, "Kết quả công thương năm 2023", bold=True)
    report = read(lines(pdf, 170, *PROSE).data(), ".pdf")
    assert report.text.split("\n")[:4] == ["UBND TỈNH AN LĨNH", "SỞ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert report.title == "BÁO CÁO Kết quả công thương năm 2023"


def test_pdf_page_in_two_columns(read: Read) -> None:
    pdf = Pdf().page().text(180, 60, "BẢN TIN KINH TẾ THÁNG 12 NĂM 2023", bold=True)
    words = ("Thu ngân sách nhà nước trên địa bàn", "tỉnh năm 2023 đạt 5.120 tỷ đồng, tăng", "7,2% so với năm 2022. Chi ngân sách đạt") * 4
    lines(lines(pdf, 90, *words, "4.870 tỷ đồng."), 90, *(w.replace("2023", "2024") for w in words), "3.990 tỷ đồng.", x=320)
    report = read(pdf.data(), ".pdf")
    assert report.text.split("\n")[1:] == [" ".join((*words, "4.870 tỷ đồng.")), " ".join((*words, "3.990 tỷ đồng.")).replace("2023", "2024")]


def test_pdf_title_of_its_properties_is_the_last_resort(read: Read) -> None:
    pdf = lines(Pdf().page(), 80, *PROSE)
    assert read(pdf.data("Kinh tế An Lĩnh 2023"), ".pdf").title == "Kinh tế An Lĩnh 2023"
    assert read(pdf.data("bao-cao-cuoi.docx"), ".pdf").title.startswith("Tổng sản phẩm")


def test_pdfs_that_cannot_be_read_are_refused(read: Read) -> None:
    whole = lines(Pdf().page(), 80, *PROSE).data()
    assert "bản quét" in refusal(read, Pdf().page().rule(10, 10, 100, 100).data(), ".pdf")
    assert "hỏng" in refusal(read, whole[:300], ".pdf")
    assert "không phải là tệp PDF" in refusal(read, b"PK\x03\x04 gi do", ".pdf")
    locked = "/Encrypt<</Filter/Standard/V 1/R 2/O<" + "00" * 32 + ">/U<" + "11" * 32 + ">/P -4>>/ID[<00><00>]"
    assert "mật khẩu" in refusal(read, lines(Pdf().page(), 80, *PROSE).data(encrypt=locked), ".pdf")
    old = lines(Pdf().page(), 80, "B¸o c¸o kÕt qu¶ s¶n xuÊt c«ng nghiÖp th¸ng 10 n¨m 2003 cña tØnh", "Tæng gi¸ trÞ s¶n xuÊt ®¹t 120 tû ®ång")
    assert "TCVN3" in refusal(read, old.data(), ".pdf")


def test_too_many_pages_are_refused(read: Read) -> None:
    pdf = Pdf()
    for _ in range(1001):
        pdf.page()
    assert "quá giới hạn 1000" in refusal(read, pdf.data(), ".pdf")


# ---- the child process and what all formats share


def test_time_and_memory_have_limits() -> None:
    data = word("".join(p("Thu đạt 5 tỷ đồng.") for _ in range(60_000)))
    with pytest.raises(IngestError, match="quá 0 giây"):
        sandbox.read("docx", data, "lớn.docx", seconds=0.01)
    start = time.monotonic()
    with pytest.raises(IngestError, match="bộ nhớ"):
        sandbox.read("docx", data, "lớn.docx", memory=96 * 1024 * 1024)
    assert time.monotonic() - start < 20


def test_a_crash_of_the_child_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_CODE", "import os; os.abort()")
    with pytest.raises(IngestError, match="dừng giữa chừng"):
        sandbox.read("docx", b"", "a.docx")


@pytest.mark.parametrize(
    ("before", "mark", "printed"),
    [("5 m", "2", ("²", "")), ("7.500 nghìn m", "3", ("³", "")), ("108,4", "1", ("", "1")), ("km", "2", ("²", "")), ("năm", "2", ("", "2")), ("30 ", "o", ("°", "")), ("10", "6", ("⁶", "")), ("1.510", "2", ("", "2")), ("tấn", "(*)", ("", "*"))],
)  # fmt: skip
def test_raised_characters(before: str, mark: str, printed: tuple[str, str]) -> None:
    assert raised(before, mark) == printed


def test_passages_carry_their_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(lines(lines(Pdf().page(), 80, *PROSE).page(), 80, "Thu ngân sách đạt 6.870 tỷ đồng.").data())
    passages: tuple[Passage, ...] = read_file(path)[1]
    assert [q.page for q in passages] == [1, 2]


def test_layout_knows_the_page_inside_a_paragraph() -> None:
    said = Paragraph("Thu đạt 5 tỷ đồng. Chi đạt 4 tỷ đồng.", page=1, turns=((19, 2),))
    text, layout = lay_out(Document((Piece(Paragraph("Đầu", page=1)), Piece(said), Piece(Paragraph("Cuối", page=4)))))
    assert [layout.page_at(text.index(word)) for word in ("Đầu", "Thu", "Chi", "Cuối")] == [1, 1, 2, 4]


def test_title_given_wins(read: Read) -> None:
    assert read(word(p("Thu đạt 5 tỷ đồng.")), ".docx", title="Tên riêng").name == "Tên riêng"


def test_pages_are_none_where_a_format_has_none(read: Read) -> None:
    blocks: tuple[Block, ...] = read(word(p("Thu đạt 5 tỷ đồng.")), ".docx").blocks
    assert {b.page for b in blocks} == {None}


def test_pdf_that_a_browser_printed() -> None:
    """Letterhead, running heads, tables with and without rules, one over two pages. Invented; printed by Chromium."""
    report, passages = read_file(HERE / "fixtures" / "an-linh.pdf")
    sound(report)
    assert report.title == "BÁO CÁO Tình hình thu hút đầu tư và phát triển doanh nghiệp năm 2023, phương hướng, nhiệm vụ năm 2024"
    assert [t for _, t in outline(report)][1:5] == ["I. KẾT QUẢ THỰC HIỆN NĂM 2023", "1. Thu hút đầu tư", "2. Phát triển doanh nghiệp", "II. NHIỆM VỤ NĂM 2024"]
    assert [(len(t.rows), t.header_rows) for t in report.tables] == [(6, 1), (6, 2), (35, 1)]
    assert grid(report, 1)[0] == ["Ngành", "Số doanh nghiệp", "Số doanh nghiệp", "Vốn đăng ký (tỷ đồng)", "Vốn đăng ký (tỷ đồng)"]
    assert grid(report, 2)[-1] == ["34", "Huyện Thượng H33", "81.495", "50,9", "6,3"]
    assert "Niên giám" not in report.text
    assert len(read_figures(report)) == 155
    assert {b.page for b in report.blocks} == {1, 2, 3} and passages[0].page == 1 and passages[-1].page == 3
    assert {q.page for q in passages if "Huyện Thượng H33" in q.text} == {3}, "a row has the page on which it stands"


def test_counters_beside_a_byline_are_left_out(read: Read) -> None:
    page = (
        '<html><body><article><h1>Thu ngân sách tăng</h1><div class="meta"><span>Hạnh Nguyên</span> <time>04/11/2024 16:42</time> <span class="share">Chia sẻ 36</span> <a href="#binh-luan">5 bình luận</a></div>'
        "<p>Tổng thu ngân sách đạt 1.645 tỷ đồng trong 10 tháng năm 2024.</p></article></body></html>"
    )
    report = read(page.encode(), ".html")
    assert "36" not in report.text and "bình luận" not in report.text
    assert [f.text for f in read_figures(report)] == ["1.645 tỷ đồng"]
