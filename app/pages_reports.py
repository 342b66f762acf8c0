"""Báo cáo: the library. Reports come in and go out, are chosen to answer, and are read at any place an address names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from app import chat_view as view
from app import ui_state
from app.evidence import escaped, reading
from app.export_conversation import when_words
from app.ui_facts import source_text
from app.ui_state import Connection, one_line
from report.model import Report, Span

OUTLINE = 80  # headings that stand beside the text; a longer outline is chosen from a list as well


def draw(connection: Connection) -> None:
    """Draws the page: a report when the address names one, else the library."""
    name = str(st.query_params.get("report", ""))
    stored = connection.library.reports()
    if name and any(s.name == name for s in stored):
        _read(connection, name)
        return
    st.title("Báo cáo", anchor=False)
    if name:
        st.warning(view.plain_label(f"Thư viện không có báo cáo “{name}”; liên kết có thể đã cũ.", 300))
    if notice := st.session_state.pop("library-notice", ""):
        st.warning(view.plain_label(notice, 400))
    _undo(connection)
    if ui_state.may_edit():
        _upload(connection.library)
        stored = connection.library.reports()
    else:
        view.draw_note("Chỉ người được giao biên tập mới thêm hoặc xóa được báo cáo.")
    view.draw_head(f"{len(stored)} báo cáo trong thư viện" if stored else "Thư viện chưa có báo cáo nào")
    for s in stored:
        _card(connection, s)
    if stored and all(s.name in st.session_state["silent"] for s in stored):
        st.info("Chưa chọn báo cáo nào để trả lời; vì vậy mọi báo cáo đều được hỏi.")
    if ui_state.may_edit():
        _feedback(connection.library)


def _card(connection: Connection, s: Any) -> None:
    silent: set[str] = st.session_state.setdefault("silent", set())
    with st.container(border=True, key=f"report-{s.sha256[:12]}-{abs(hash(s.name))}"):
        st.html(
            f'<p class="hbc-text"><strong>{escaped(s.title or s.name)}</strong></p>'
            f'<p class="hbc-note">{escaped(s.name)} · {s.figures} số liệu · {s.passages} đoạn · nạp lúc {escaped(when_words(str(s.added_at)))}</p>'
        )
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.button("Đọc", key=f"read-{s.name}", icon=":material/menu_book:", on_click=_go, args=(s.name,))
            st.checkbox("Dùng để trả lời", value=s.name not in silent, key=f"answers-{s.name}", on_change=_choose, args=(s.name,))
            with st.popover("Chi tiết", key=f"details-{s.name}"):
                _details(connection, s)
            if ui_state.may_edit():
                st.button("Xóa", key=f"remove-{s.name}", icon=":material/delete:", on_click=_remove, args=(connection.library, s.name), type="tertiary")


def _feedback(library: Any) -> None:
    """What readers thought of answers, to take along."""
    from app import export_feedback

    try:
        found = library.conversations.all_feedback()
    except Exception as error:
        one_line(error, "no feedback")
        return
    if not found:
        return
    view.draw_head("Ý kiến về các câu trả lời")
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="feedback-line"):
        bad = sum(not j.feedback.good for j in found)
        st.html(f'<p class="hbc-note">{len(found)} ý kiến, {bad} báo là sai.</p>', width="content")
        st.download_button(
            "Tải ý kiến (CSV)", data=lambda: export_feedback.as_csv(library.conversations.all_feedback()).encode("utf-8-sig"), file_name="y-kien.csv", mime="text/csv",
            key="feedback-csv", on_click="ignore", icon=":material/download:",
        )  # fmt: skip


def _details(connection: Connection, s: Any) -> None:
    report = connection.library.report(s.name)
    pages = max((b.page or 0 for b in report.blocks), default=0)
    rows = [
        ("Tên ngắn", s.name), ("Tệp", s.source), ("Số trang", str(pages) if pages else "không có trang"), ("Số mục", str(len(report.sections))),
        ("Số bảng", str(len(report.tables))), ("Số đoạn", str(s.passages)), ("Số liệu", str(s.figures)), ("Số ký tự", f"{len(report.text):,}".replace(",", ".")),
        ("Nạp lúc", when_words(str(s.added_at)) + " (giờ Việt Nam)"), ("SHA-256", s.sha256),
    ]  # fmt: skip
    st.html('<table class="hbc-table">' + "".join(f"<tr><th>{escaped(k)}</th><td style=\"overflow-wrap:anywhere\">{escaped(v)}</td></tr>" for k, v in rows) + "</table>")


def _choose(name: str) -> None:
    silent: set[str] = st.session_state.setdefault("silent", set())
    (silent.discard if st.session_state[f"answers-{name}"] else silent.add)(name)


def _go(name: str) -> None:
    st.query_params.from_dict({"report": name})


def _remove(library: Any, name: str) -> None:
    """Takes the report out; what is needed to put it back stays with this session until the next removal."""
    try:
        kept = (library.report(name), library.passages(name), [f for _, f in library.figures(name)])
        library.remove(name)
        st.session_state["removed"] = kept
    except Exception as error:
        st.session_state["library-notice"] = one_line(error, "Không xóa được báo cáo.")


def _undo(connection: Connection) -> None:
    removed = st.session_state.get("removed")
    if removed is None:
        return
    title = removed[0].title or removed[0].name
    if st.session_state.pop("put-back", False):
        with st.spinner(view.plain_label(f"Đang đưa “{title}” trở lại…", 200)):
            good, line = _put_back(connection.library), view.plain_label(f"Đã đưa “{title}” trở lại.", 200)
        if good:
            st.success(line)
            return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="undo-line"):
        st.html(f'<p class="hbc-text">Đã xóa “{escaped(title)}”.</p>', width="content")
        st.button("Hoàn tác", key="undo", icon=":material/undo:", on_click=_want_back, type="primary")


def _want_back() -> None:
    st.session_state["put-back"] = True


def _put_back(library: Any) -> bool:
    """Puts the removed report in again, as it was; what goes wrong is a line on the page."""
    try:
        library.add(*st.session_state["removed"])
    except Exception as error:
        st.error(view.plain_label(one_line(error, "Không hoàn tác được."), 400))
        return False
    st.session_state["removed"] = None
    return True


def _upload(library: Any) -> None:
    """Drag and drop, several at once; each file is read once and says how it went."""
    state = st.session_state
    files = st.file_uploader("Thêm báo cáo (kéo thả được nhiều tệp)", type=ui_state.FILE_KINDS, accept_multiple_files=True, key="files")
    done: dict[str, tuple[bool, str]] = state.setdefault("uploaded", {})
    for file in files or []:
        if file.file_id not in done:
            with st.status(view.plain_label(f"Đang đọc {file.name}…", 200)) as status:
                done[file.file_id] = ui_state.read_upload(library, file)
                good, line = done[file.file_id]
                status.update(label=view.plain_label(line, 400), state="complete" if good else "error")
        else:
            good, line = done[file.file_id]
            (st.success if good else st.error)(view.plain_label(line, 400))


# Reading


def _read(connection: Connection, name: str) -> None:
    report: Report = connection.library.report(name)
    quote = wanted_span(report, st.query_params.get("start"), st.query_params.get("end"))
    st.button("Mọi báo cáo", key="back", icon=":material/arrow_back:", on_click=_leave, type="tertiary")
    st.title(view.plain_label(report.title or report.name, 200), anchor=False)
    parts = sections(report)
    place = quote.start if quote else None
    at = next((i for i, (_, _, span) in enumerate(parts) if place is not None and span.start <= place < span.end), 0)
    if place is None:
        at = min(max(0, int(st.query_params["muc"])), len(parts) - 1) if str(st.query_params.get("muc", "")).isdigit() else 0
    side, text = st.columns([4, 9], gap="large")
    with side:
        with st.container(key="outline-few" if len(parts) <= OUTLINE else "outline-many"):
            key = f"outline-{name}-{at}-{place}"
            st.selectbox("Đi tới mục", range(len(parts)), index=at, format_func=lambda i: parts[i][1] or "Phần đầu", key=key, on_change=_go_to, args=(name, key))
        with st.container(key="outline", gap=None):
            view.draw_head("Mục lục")
            for i, (level, title, _) in enumerate(parts[:OUTLINE]):
                st.button(
                    view.plain_label(title or "Phần đầu", 80), key=f"go-{min(level, 4)}-{i}", on_click=_section, args=(name, i),
                    type="secondary" if i == at else "tertiary", width="stretch",
                )  # fmt: skip
    with text:
        _, title, span = parts[at]
        if quote is not None:
            _quoted(report, quote)
        st.html(reading(report, span, quote))
        with st.container(horizontal=True, gap="small"):
            if at:
                st.button("Mục trước", key="before", icon=":material/chevron_left:", on_click=_section, args=(name, at - 1))
            if at + 1 < len(parts):
                st.button("Mục sau", key="after", icon=":material/chevron_right:", icon_position="right", on_click=_section, args=(name, at + 1))


def _quoted(report: Report, quote: Span) -> None:
    path = next((" › ".join(report.section_path(b.section)) for b in report.blocks if b.span.start <= quote.start < b.span.end), "")
    page = next((b.page for b in report.blocks if b.span.start <= quote.start < b.span.end), None)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<p class="hbc-note">Ký tự {quote.start}–{quote.end}{f", trang {page}" if page else ""}. Địa chỉ của trang này dẫn tới đúng chỗ được tô; chia sẻ được.</p>', width="content")
        st.html(view.copy_button("Chép trích dẫn", source_text(quote.of(report.text), report.title, path, page)), width="content")


def wanted_span(report: Report, start: Any, end: Any) -> Span | None:
    """The characters that an address names; None when it names none that the report has."""
    if not (str(start or "").isascii() and str(start or "").isdigit() and str(end or "").isascii() and str(end or "").isdigit()):
        return None
    low, high = int(start), int(end)
    return Span(low, high) if low < high <= len(report.text) else None


def sections(report: Report) -> list[tuple[int, str, Span]]:
    """The report in pieces to read: level, title and characters of each heading's own text, in order; they cover the text."""
    starts = sorted({s.span.start: (s.level, s.title) for s in report.sections}.items())
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, (1, "")))
    ends = [start for start, _ in starts[1:]] + [len(report.text)]
    pieces = [(level, title, Span(start, end)) for (start, (level, title)), end in zip(starts, ends)]
    # What stands before the first heading may be its mark alone.
    held = [p for p in pieces if any(p[2].start <= b.span.start < p[2].end for b in report.blocks)]
    return held or [(1, "", Span(0, len(report.text)))]


def _section(name: str, at: int) -> None:
    st.query_params.from_dict({"report": name, "muc": str(at)})


def _go_to(name: str, key: str) -> None:
    _section(name, int(st.session_state[key]))


def _leave() -> None:
    st.query_params.clear()


__all__: Sequence[str] = ["draw", "sections", "wanted_span"]
