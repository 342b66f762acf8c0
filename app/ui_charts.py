"""Charts of figures that may be compared: one unit, one measure. Drawn from the report's own values, never from computed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import streamlit as st

from app.ui_facts import MODALITY, Fact, Facts

ACTUAL, OTHER, TARGET = "#2a7f99", "#b07d2b", "#8a8f94"


def comparable(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Those that share unit and measure with the first, each once; () when they are fewer than two."""
    found: dict[tuple[str, str, str], Fact] = {}
    for f in facts:
        if f.unit == facts[0].unit and f.measure == facts[0].measure and f.base == facts[0].base:
            found.setdefault((f.name, f.period, f.modality), f)
    return tuple(found.values()) if len(found) > 1 else ()


def draw(facts: Facts, key: str) -> None:
    """The chart of an answer's figures, if any two compare."""
    operands = comparable(facts.operands) if facts.operands else ()
    asked = comparable(facts.asked) if len(facts.asked) > 1 else ()
    shown = operands or asked or facts.series
    if len(shown) > 1 and len({f.name for f in shown}) <= 12:
        st.altair_chart(chart(shown), key=key, width="stretch", alt="; ".join(f"{f.name} {f.period}: {f.shown}" for f in shown))


def chart(facts: Sequence[Fact]) -> Any:
    """Bars; a line when one thing is shown at three times or more."""
    import altair as alt

    scale, unit = _scale(facts)
    one = len({f.name for f in facts}) == 1
    rows = [
        {
            "nhãn": f.period or f.name if one else f"{f.name}{', ' + f.period if f.period and len({x.period for x in facts}) > 1 else ''}", "giá trị": float(f.value / scale), "hiện": f.shown,
            "tính chất": MODALITY.get(f.modality, f.modality), "chỉ tiêu": f.name, "kỳ": f.period,
        } for f in facts
    ]  # fmt: skip
    tips = [alt.Tooltip("chỉ tiêu:N"), alt.Tooltip("kỳ:N"), alt.Tooltip("hiện:N", title="giá trị"), alt.Tooltip("tính chất:N")]
    colour = alt.Color("tính chất:N", scale=alt.Scale(domain=["thực hiện", "ước", "mục tiêu", "dự báo"], range=[ACTUAL, OTHER, TARGET, "#6b7fb3"]), legend=alt.Legend(orient="top", title=None) if len({r["tính chất"] for r in rows}) > 1 else None)
    value = f"giá trị ({unit})" if unit else "giá trị"
    data = alt.Data(values=rows)
    if one and len(facts) > 2:
        base = alt.Chart(data).encode(x=alt.X("nhãn:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)), y=alt.Y("giá trị:Q", title=value))
        return (base.mark_line(color=ACTUAL) + base.mark_point(filled=True, size=70).encode(color=colour, tooltip=tips)).properties(height=230)
    bars = alt.Chart(data).encode(
        y=alt.Y("nhãn:N", sort=None, title=None, axis=alt.Axis(labelLimit=260)), x=alt.X("giá trị:Q", title=value), tooltip=tips,
    )  # fmt: skip
    return (bars.mark_bar(height=18, cornerRadiusEnd=2).encode(color=colour) + bars.mark_text(align="left", dx=4, color="#7d868a").encode(text="hiện:N")).properties(height=max(70, 34 * len(rows) + 40))


def by_modality(fact: Fact) -> Fact:
    """The same figure, called by its modality: for bars that differ in nothing else."""
    return replace(fact, name=MODALITY.get(fact.modality, fact.modality), period="")


def _scale(facts: Sequence[Fact]) -> tuple[Decimal, str]:
    """The printed scale of the first figure, with its unit as printed."""
    import re

    unit = re.sub(r"^\D*[\d.,–-]*\d\s*", "", facts[0].shown)
    return (facts[0].scale if facts[0].scale else Decimal(1)), unit


__all__ = ["by_modality", "chart", "comparable", "draw"]
