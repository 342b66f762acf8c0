"""Kiểm chứng: an article's figures held against the reports, each marked by colour and by sign, with reason and source."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from app import chat_view as view
from app import ui_state
from app.evidence import Evidence, escaped, evidence
from app.pages_chat import link_to_report
from app.ui_labels import capital
from app.ui_state import Connection, one_line

LONGEST = 50_000  # characters of an article
EXAMPLE = "Năm 2015, kim ngạch xuất khẩu đạt 1.550 triệu USD, còn nhập khẩu đạt 2.950 triệu USD."
ORDER = ("sai", "không có trong báo cáo", "làm tròn", "đúng")


def draw(connection: Connection) -> None:
    """Draws the page."""
    state = st.session_state
    st.title("Kiểm chứng", anchor=False)
    view.draw_text("Dán bài viết hoặc tải tệp lên. Từng con số được đối chiếu với các báo cáo đang dùng để trả lời.")
    place = st.container()  # the text stands above the file, but is filled from it
    with st.expander("Hoặc tải tệp bài viết lên", icon=":material/upload_file:", key="article-upload"):
        file = st.file_uploader("Tệp bài viết", type=ui_state.FILE_KINDS, key="article-file")
    if file is not None and state.get("article-read") != file.file_id:
        state["article-read"] = file.file_id
        try:
            state["article"] = _text_of(file)[:LONGEST]
        except Exception as error:
            st.error(view.plain_label(one_line(error, "Không đọc được tệp này."), 400))
    place.text_area("Bài viết", key="article", height=170, max_chars=LONGEST, placeholder=EXAMPLE)
    with st.container(horizontal=True, gap="small"):
        pressed = st.button("Kiểm chứng", type="primary", icon=":material/fact_check:", key="check")
        st.button("Thử một ví dụ", key="check-example", on_click=_example, type="tertiary")
    text = str(state.get("article", ""))
    if pressed and not text.strip():
        st.warning("Chưa có bài viết nào để kiểm chứng.")
    elif pressed or state.get("check-text") == text and text.strip():
        state["check-text"] = text
        _check(connection, text)


def _example() -> None:
    st.session_state["article"] = EXAMPLE
    st.session_state["check-text"] = EXAMPLE


def _text_of(file: Any) -> str:
    """The article's text; a .docx, .pdf or web page is read as a report is."""
    from ingest import read_file

    name = Path(str(file.name).replace("\\", "/")).name
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("bai-viet" + Path(name).suffix.lower())
        path.write_bytes(file.getvalue())
        return str(read_file(path, title="bài viết")[0].text)


def _check(connection: Connection, text: str) -> None:
    key = ("check", text, tuple((s.name, s.sha256) for s in connection.library.reports()), _names(connection))
    if st.session_state.get("check-key") != key:
        try:
            with st.spinner("Đang đối chiếu từng con số…"):
                checked = judged(connection, text, _names(connection))
                shown = evidence(connection.library, checked.citations)
        except Exception as error:
            st.error(view.plain_label(one_line(error, "Có lỗi khi kiểm chứng; xin thử lại."), 400))
            return
        st.session_state["check-key"], st.session_state["check-result"] = key, (checked, shown)
    checked, shown = st.session_state["check-result"]
    if not checked.figures:
        st.info("Bài viết không có con số nào mà báo cáo có thể nêu.")
        return
    counts = {verdict: sum(f.verdict == verdict for f in checked.figures) for verdict in reversed(ORDER)}
    st.html('<p class="hbc-chips">' + "".join(view.verdict_html(v, text=f"{n} {view.VERDICTS[v][0].lower()}") for v, n in counts.items() if n) + "</p>")
    left, right = st.columns([1, 1], gap="large")
    with left:
        view.draw_head("Bài viết")
        st.html(f'<div class="hbc-passage hbc-article">{marked(text, checked.figures)}</div>')
        with st.container(horizontal=True, gap="small", key="check-reports"):
            for label, name, mime, make in _reports(text, checked, shown):
                st.download_button(label, data=make, file_name=name, mime=mime, key=f"check-{name}", on_click="ignore", icon=":material/download:")
    with right:
        view.draw_head("Từng con số")
        for i, figure in enumerate(sorted(checked.figures, key=lambda f: (ORDER.index(f.verdict) if f.verdict in ORDER else 9, f.start)), 1):
            _one(figure, next((e for e in shown if e.n == figure.citation), None), i)


def _reports(text: str, checked: Any, shown: Sequence[Evidence]) -> list[tuple[str, str, str, Any]]:
    """The verdicts as files for an editor: label, file name, MIME type, what makes it."""
    from app import check_report

    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return [
        ("Tải bản Word", "kiem-chung.docx", word, lambda: check_report.to_docx(checked)),
        ("Tải trang HTML", "kiem-chung.html", "text/html", lambda: check_report.to_html(checked).encode("utf-8")),
        ("Tải Markdown", "kiem-chung.md", "text/markdown", lambda: as_markdown(text, checked, shown).encode("utf-8")),
    ]


def _names(connection: Connection) -> tuple[str, ...]:
    return ui_state.chosen_reports(connection.library.reports())


def judged(connection: Connection, text: str, names: Sequence[str]) -> Any:
    """The verdicts of the text's figures, by `chain.check`."""
    from chain.check import check_text

    assistant = connection.assistant
    worlds = [assistant._world(s.name, s.sha256) for s in connection.library.reports() if s.name in names]
    return check_text(text, worlds)


def marked(text: str, figures: Sequence[Any]) -> str:
    """The article with every judged figure marked by colour and sign, as HTML."""
    parts, at = [], 0
    for f in sorted(figures, key=lambda f: f.start):
        if f.start < at:
            continue
        parts += [escaped(text[at : f.start]), view.verdict_html(f.verdict, text=text[f.start : f.end], wrap=True)]
        at = f.end
    return "".join(parts) + escaped(text[at:])


def _one(figure: Any, item: Evidence | None, i: int) -> None:
    with st.container(border=True, key=f"judged-{i}"):
        st.html(
            f'<p class="hbc-text"><strong>{escaped(figure.text)}</strong>&ensp;{view.verdict_html(figure.verdict)}</p>'
            + (f'<p class="hbc-note">{escaped(capital(figure.reason))}</p>' if figure.reason else "")
            + (f'<p class="hbc-text">Báo cáo nêu: <strong>{escaped(_right(figure))}</strong></p>' if figure.verdict != "đúng" and _right(figure) and _right(figure) not in figure.reason else "")
        )
        if item is not None:
            with st.expander(plain_source(item), key=f"judged-source-{i}"):
                st.html(item.body)
                link_to_report(item)


def plain_source(item: Evidence) -> str:
    """A source's label."""
    return "Nguồn: " + view.plain_label(item.label, 90)


def _right(figure: Any) -> str:
    """The report's figure, in words."""
    stated = figure.figure
    if stated is None:
        return ""
    if isinstance(stated, dict):
        return str(stated.get("text", ""))
    return str(getattr(stated, "text", stated))


def as_markdown(text: str, checked: Any, shown: Sequence[Evidence]) -> str:
    """The verdicts as a file: the article with its signs, then a row for each figure."""
    from app.ui_facts import source_text

    body, at = [], 0
    for f in sorted(checked.figures, key=lambda f: f.start):
        body += [text[at : f.end], f" [{view.VERDICTS.get(f.verdict, (f.verdict, '•', ''))[1]}]"]
        at = f.end
    lines = ["# Bản kiểm chứng", "", "".join(body) + text[at:], "", "## Từng con số", ""]
    for f in sorted(checked.figures, key=lambda f: f.start):
        lines.append(f"- {f.text}: {f.verdict}" + (f" ({f.reason})" if f.reason else "") + (f". Báo cáo nêu: {_right(f)}" if f.verdict != "đúng" and _right(f) else ""))
        item = next((e for e in shown if e.n == f.citation), None)
        if item is not None:
            lines.append(f"  {source_text(item.quote, item.title, item.section, item.page)}")
    return "\n".join(lines) + "\n"


__all__ = ["as_markdown", "draw", "judged", "marked"]
