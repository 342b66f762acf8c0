"""Số liệu: every figure of a report as a table to filter, charts of what the report holds, what does not add up, downloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from app import chat_view as view
from app import export, ui_facts
from app.evidence import Evidence, escaped, evidence
from app.pages_chat import link_to_report
from app.ui_labels import capital
from app.ui_state import Connection, matches
from chain.answer import Citation
from report.model import Figure, Measure, Modality, Report

SHOWN = 2000  # rows of the table on the page; the downloads have all
LEVEL_CHARTS = 12


def draw(connection: Connection) -> None:
    """Draws the page."""
    st.title("Số liệu", anchor=False)
    stored = connection.library.reports()
    if not stored:
        st.info("Thư viện chưa có báo cáo nào. Mở trang Báo cáo để thêm.")
        return
    titles = {s.name: s.title or s.name for s in stored}
    name = st.selectbox("Báo cáo", list(titles), format_func=lambda n: titles[n], key="figures-report")
    report, figures = connection.library.report(name), [f for _, f in connection.library.figures(name)]
    table, charts, audit = st.tabs(["Bảng số liệu", "Biểu đồ", "Chỗ không khớp"], key="figures-tab", on_change="rerun")
    # Only the open tab is worked out: an audit of a long report takes its time.
    if table.open:
        with table:
            _table(connection, report, figures)
    if charts.open:
        with charts:
            _charts(report.name, figures)
    if audit.open:
        with audit:
            _audit(connection, report, figures)


def filtered(
    report: Report, figures: Sequence[Figure], wanted: str, years: Sequence[str] = (), measures: Sequence[str] = (), modalities: Sequence[str] = (),
    units: Sequence[str] = (), sections: Sequence[str] = (),
) -> list[Figure]:  # fmt: skip
    """The figures that every given filter lets through."""
    chosen: tuple[tuple[Sequence[str], Callable[[Figure], str]], ...] = (
        (years, _when), (measures, lambda f: f.measure.value), (modalities, lambda f: f.modality.value), (units, _unit), (sections, lambda f: _section(report, f)),
    )  # fmt: skip
    found = []
    for f in figures:
        text = " ".join((ui_facts.fact_of(f, report.name).name, f.text, f.period.label, " ".join(report.section_path(f.section))))
        if matches(text, wanted) and all(not values or of(f) in values for values, of in chosen):
            found.append(f)
    return found


def _when(f: Figure) -> str:
    return ui_facts.fact_of(f, "").period or "không nêu"


def _unit(f: Figure) -> str:
    return f.unit or "không có"


def _section(report: Report, f: Figure) -> str:
    return (report.section_path(f.section) or ("",))[-1] or "Phần đầu"


def _table(connection: Connection, report: Report, figures: Sequence[Figure]) -> None:
    wanted = st.text_input("Tìm trong số liệu", placeholder="Chỉ tiêu, kỳ, đơn vị, mục… gõ có dấu hay không dấu đều được", key="figures-find", max_chars=200)
    with st.container(horizontal=True, gap="small"):
        years = st.multiselect("Kỳ", sorted({_when(f) for f in figures}), key="figures-when", placeholder="Mọi kỳ", select_all=False)
        measures = st.multiselect("Loại số liệu", sorted({f.measure.value for f in figures}), format_func=lambda m: ui_facts.MEASURE.get(m, m), key="figures-measure", placeholder="Mọi loại", select_all=False)
        modalities = st.multiselect("Tính chất", sorted({f.modality.value for f in figures}), format_func=lambda m: ui_facts.MODALITY.get(m, m), key="figures-modality", placeholder="Mọi tính chất", select_all=False)
        units = st.multiselect("Đơn vị", sorted({_unit(f) for f in figures}), key="figures-unit", placeholder="Mọi đơn vị", select_all=False)
        sections = st.multiselect("Mục", list(dict.fromkeys(_section(report, f) for f in figures)), key="figures-section", placeholder="Mọi mục", select_all=False)
    found = filtered(report, figures, wanted, years, measures, modalities, units, sections)
    view.draw_note(f"{len(found)} trên {len(figures)} số liệu" + (f"; bảng dưới đây có {SHOWN} dòng đầu" if len(found) > SHOWN else "") + ". Chọn một dòng để xem câu của báo cáo.")
    rows = [export.figure_row(report.name, report, f) for f in found]
    with st.container(horizontal=True, gap="small"):
        st.download_button("Tải CSV", data=export.as_csv(rows).encode("utf-8-sig"), file_name="so-lieu.csv", mime="text/csv", key="figures-csv", on_click="ignore", icon=":material/download:")
        st.download_button(
            "Tải Excel", data=lambda: export.as_xlsx(rows), file_name="so-lieu.xlsx", mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="figures-xlsx", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
    if not found:
        return
    import pandas as pd

    shown = [ui_facts.fact_of(f, report.name) for f in found[:SHOWN]]
    frame = pd.DataFrame({
        "Chỉ tiêu": [capital(x.name) for x in shown], "Giá trị": [x.shown for x in shown], "Kỳ": [x.period for x in shown],
        "Tính chất": [ui_facts.MODALITY.get(x.modality, x.modality) for x in shown], "Loại số liệu": [ui_facts.MEASURE.get(x.measure, x.measure) for x in shown],
        "Đơn vị": [x.unit for x in shown], "Mục": [_section(report, f) for f in found[:SHOWN]],
    })  # fmt: skip
    widths = {"Chỉ tiêu": 260, "Giá trị": 120, "Kỳ": 135, "Tính chất": 80, "Loại số liệu": 120, "Đơn vị": 60, "Mục": 220}
    columns = {name: st.column_config.TextColumn(width=width, alignment="right" if name == "Giá trị" else None) for name, width in widths.items()}
    event = st.dataframe(frame, hide_index=True, width="stretch", height=min(520, 40 + 35 * len(frame)), on_select="rerun", selection_mode="single-row", key="figures-table", column_config=columns, alt="Bảng số liệu của báo cáo")
    chosen = list(event.get("selection", {}).get("rows", ()))
    if chosen and chosen[0] < len(shown):
        with st.container(border=True):
            _one(connection, report, found[chosen[0]])


def source_of(connection: Connection, report: Report, f: Figure, n: int = 1) -> Evidence:
    """The evidence of a figure of the report."""
    span = f.sentence if f.sentence.holds(f.span) else f.span
    citation = Citation(n, report.name, " › ".join(report.section_path(f.section)), f.page, span.start, span.end, span.of(report.text))
    return evidence(connection.library, [citation])[0]


def _one(connection: Connection, report: Report, f: Figure) -> None:
    fact = ui_facts.fact_of(f, report.name)
    item = source_of(connection, report, f)
    st.html(f'<p class="hbc-name">{escaped(capital(fact.name))}</p><p class="hbc-big">{escaped(capital(fact.shown))}</p>{view.chips_html(fact)}')
    st.html(item.body)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        text = ui_facts.citation_text(fact, item.quote, item.title, item.section, item.page)
        st.html(view.copy_button("Chép để dẫn trong bài", text), width="content")
        link_to_report(item)


def _charts(name: str, figures: Sequence[Figure]) -> None:
    from app import ui_charts

    pairs = against_targets(name, figures)
    view.draw_head("Thực hiện so với mục tiêu")
    if not pairs:
        view.draw_note("Báo cáo không có chỉ tiêu nào nêu cả thực hiện và mục tiêu của cùng một kỳ.")
    for i, pair in enumerate(pairs[:LEVEL_CHARTS]):
        st.html(f'<p class="hbc-name">{escaped(capital(pair[0].name))}, {escaped(pair[0].period)}</p>')
        st.altair_chart(ui_charts.chart([ui_charts.by_modality(f) for f in pair]), key=f"target-{i}", width="stretch", alt="; ".join(f.shown for f in pair))
    growth = growths(name, figures)
    view.draw_head("Tốc độ tăng, giảm")
    if not growth:
        view.draw_note("Báo cáo không có từ hai tốc độ tăng, giảm cùng loại trở lên.")
    for i, group in enumerate(growth[:LEVEL_CHARTS]):
        title = " · ".join(t for t in (group[0].period, group[0].base, ui_facts.MODALITY.get(group[0].modality, "")) if t)
        st.html(f'<p class="hbc-name">{escaped(capital(title))}</p>')
        st.altair_chart(ui_charts.chart(group[:25]), key=f"growth-{i}", width="stretch", alt="; ".join(f"{f.name}: {f.shown}" for f in group[:25]))


def against_targets(name: str, figures: Sequence[Figure]) -> list[tuple[ui_facts.Fact, ui_facts.Fact]]:
    """Pairs of what was reached and what was aimed at: one indicator, period, measure and unit."""
    found: dict[tuple[Any, ...], dict[bool, Figure]] = {}
    for f in figures:
        if f.measure in (Measure.LEVEL, Measure.SHARE, Measure.GROWTH) and f.period:
            key = (ui_facts.fact_of(f, name).name.lower(), f.period, f.measure, f.base, f.unit)
            found.setdefault(key, {}).setdefault(f.modality is Modality.TARGET, f)
    return [(ui_facts.fact_of(both[False], name), ui_facts.fact_of(both[True], name)) for both in found.values() if len(both) == 2 and both[False].modality in (Modality.ACTUAL, Modality.ESTIMATE)]


def growths(name: str, figures: Sequence[Figure]) -> list[list[ui_facts.Fact]]:
    """Growth rates of one period, base and modality together, most first; a fall is negative."""
    groups: dict[tuple[Any, ...], dict[str, ui_facts.Fact]] = {}
    for f in figures:
        if f.measure is Measure.GROWTH and f.unit == "%" and f.period:
            fact = ui_facts.fact_of(f, name)
            groups.setdefault((f.period, f.base, f.modality), {}).setdefault(fact.name, fact)
    return sorted((list(g.values()) for g in groups.values() if len(g) > 1), key=len, reverse=True)


def _audit(connection: Connection, report: Report, figures: Sequence[Figure]) -> None:
    from report.audit import audit

    key = ("audit", report.name, report.sha256)
    if key not in connection.kept:
        with st.spinner("Đang đối chiếu các số liệu với nhau…"):
            connection.kept[key] = audit(report, list(figures))
    found = connection.kept[key]
    if not found:
        st.success(view.plain_label(export.NOTHING))
        return
    view.draw_note(f"{len(found)} chỗ mà các số liệu của chính báo cáo không khớp với nhau, sau khi đã tính đến làm tròn.")
    st.download_button("Tải danh sách", data=export.as_text([(report.name, report, f) for f in found]).encode("utf-8"), file_name="khong-khop.txt", mime="text/plain", key="audit-text", on_click="ignore", icon=":material/download:")
    for i, finding in enumerate(found[:50]):
        with st.container(border=True):
            st.html(
                f'<p class="hbc-head">{escaped(export.KIND_NAMES[finding.kind])}</p><p class="hbc-text">{escaped(finding.explanation)}</p>'
                f'<p class="hbc-note">Phép tính: {escaped(finding.formula)}</p>'
            )
            with st.expander("Xem các câu của báo cáo", key=f"finding-{i}"):
                for f in dict.fromkeys(finding.figures):
                    st.html(source_of(connection, report, f).body)


__all__ = ["against_targets", "draw", "filtered", "growths", "matches", "source_of"]
