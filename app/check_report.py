"""The verdicts of a text as a file for an editor: HTML or Word, the text with its figures marked, then a table and the quotes.

The text and the quotes are other people's: in HTML everything is escaped and nothing is loaded, in Word they are runs of text.
Not here: the judging (`chain.check`), plain output on the command line (`shown`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chain.check import Checked, Judged

TITLE = "Kết quả kiểm chứng số liệu"
ORIGIN = "Hỏi báo cáo đối chiếu từng con số với báo cáo được dẫn; hãy đọc lại câu trích trước khi đăng."
NOTHING = "Không thấy con số nào để kiểm chứng."
_ORDER = ("đúng", "làm tròn", "sai", "không có trong báo cáo")
_CLASS = {"đúng": "true", "làm tròn": "round", "sai": "false", "không có trong báo cáo": "none"}
_COLOUR = {"đúng": "1B6E3C", "làm tròn": "8A5A00", "sai": "B3261E", "không có trong báo cáo": "5F6368"}
_XML_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STYLE = """
body{font:16px/1.55 system-ui,"Segoe UI",sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}.text{white-space:pre-wrap}mark{padding:0 .15em;border-radius:.2em;background:none;border-bottom:2px solid}
.true{color:#1b6e3c}.round{color:#8a5a00}.false{color:#b3261e}.none{color:#5f6368}sup{font-size:.7em}
table{border-collapse:collapse;width:100%;font-size:.94rem}th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid #d0d7de}
td:first-child{font-variant-numeric:tabular-nums}blockquote{margin:.3rem 0 1rem;padding-left:.8rem;border-left:3px solid #d0d7de}footer{margin-top:2rem;color:#5f6368;font-size:.9rem}
@media print{body{margin:0;max-width:none}}
"""


def summary(checked: Checked) -> str:
    """How many figures have which verdict, in one line."""
    if not checked.figures:
        return NOTHING
    counts = "; ".join(f"{checked.count(v)} {v}" for v in _ORDER if checked.count(v))
    return f"{len(checked.figures)} con số: {counts}."


def shown(checked: Checked) -> str:
    """The verdicts for people at a terminal."""
    lines = [summary(checked)]
    for j in checked.figures:
        lines.append(f"- {_one_line(j.text)}: {j.verdict.upper()} — {_one_line(j.reason)}" + (f" [{j.citation}]" if j.citation else ""))
    for c in checked.citations:
        lines += ["", f"[{c.n}] {_place(c)}", *(f"    {line}" for line in c.quote.strip().splitlines())]
    return "\n".join(lines)


def to_html(checked: Checked) -> str:
    """The verdicts as one HTML page that loads nothing."""
    out = [
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{TITLE}</title><style>{_STYLE}</style></head><body><h1>{TITLE}</h1><p>{escape(summary(checked))}</p>",
        '<h2>Văn bản</h2><div class="text">',
    ]
    for piece, j, number in _marked(checked):
        kind = "" if j is None else f' class="{_CLASS[j.verdict]}"'
        out.append(escape(piece) if j is None else f"<mark{kind} title=\"{escape(f'{j.verdict}: {j.reason}', quote=True)}\">{escape(piece)}<sup>{number}</sup></mark>")
    out.append("</div>")
    if checked.figures:
        out.append("<h2>Kết luận</h2><table><thead><tr><th>Số</th><th>Con số</th><th>Kết luận</th><th>Lý do</th><th>Nguồn</th></tr></thead><tbody>")
        for number, j in enumerate(checked.figures, 1):
            source = f'<a href="#c{j.citation}">[{j.citation}]</a>' if j.citation else ""
            out.append(f'<tr><td>{number}</td><td>{escape(j.text)}</td><td class="{_CLASS[j.verdict]}"><strong>{j.verdict}</strong></td><td>{escape(j.reason)}</td><td>{source}</td></tr>')
        out.append("</tbody></table>")
    if checked.citations:
        out.append("<h2>Trích dẫn</h2>")
        out += [f'<p id="c{c.n}">[{c.n}] {escape(_place(c))}</p><blockquote>{escape(c.quote)}</blockquote>' for c in checked.citations]
    out.append(f"<footer>{escape(ORIGIN)}</footer></body></html>\n")
    return "".join(out)


def to_docx(checked: Checked) -> bytes:
    """The verdicts as a Word document."""
    from docx import Document
    from docx.shared import RGBColor

    document = Document()
    document.core_properties.title = TITLE
    document.core_properties.author = "Hỏi báo cáo"
    document.core_properties.comments = ""
    document.core_properties.language = "vi-VN"
    document.add_heading(TITLE, 1)
    document.add_paragraph(summary(checked))
    document.add_heading("Văn bản", 2)
    paragraph = document.add_paragraph()
    for piece, j, number in _marked(checked):
        first = True
        for line in piece.split("\n"):
            if not first:
                paragraph = document.add_paragraph()
            first = False
            run = paragraph.add_run(_xml(line))
            if j is not None:
                run.bold = True
                run.font.color.rgb = RGBColor.from_string(_COLOUR[j.verdict])
        if j is not None:
            mark = paragraph.add_run(str(number))
            mark.font.superscript = True
    if checked.figures:
        document.add_heading("Kết luận", 2)
        table = document.add_table(rows=1, cols=5, style="Table Grid")
        for cell, title in zip(table.rows[0].cells, ("Số", "Con số", "Kết luận", "Lý do", "Nguồn")):
            cell.paragraphs[0].add_run(title).bold = True
        for number, j in enumerate(checked.figures, 1):
            cells = table.add_row().cells
            for cell, said in zip(cells, (str(number), j.text, j.verdict, j.reason, f"[{j.citation}]" if j.citation else "")):
                run = cell.paragraphs[0].add_run(_xml(said))
                if said == j.verdict:
                    run.bold = True
                    run.font.color.rgb = RGBColor.from_string(_COLOUR[j.verdict])
    if checked.citations:
        document.add_heading("Trích dẫn", 2)
        for c in checked.citations:
            document.add_paragraph(_xml(f"[{c.n}] {_place(c)}"))
            document.add_paragraph(_xml(c.quote), style="Quote")
    document.add_paragraph(ORIGIN)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _marked(checked: Checked) -> Iterator[tuple[str, Judged | None, int]]:
    """The text in pieces: plain ones, and figures with their verdict and number."""
    at = 0
    for number, j in enumerate(checked.figures, 1):
        if j.start < at:
            continue  # one stretch of text may state two figures
        if j.start > at:
            yield checked.text[at : j.start], None, 0
        yield checked.text[j.start : j.end], j, number
        at = j.end
    if at < len(checked.text):
        yield checked.text[at:], None, 0


def _place(c: Any) -> str:
    return _one_line(" · ".join(p for p in (c.report, c.section, f"trang {c.page}" if c.page else "", f"ký tự {c.start}–{c.end}") if p))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _xml(text: str) -> str:
    return _XML_ILLEGAL.sub("", text)


__all__ = ["shown", "summary", "to_docx", "to_html"]
