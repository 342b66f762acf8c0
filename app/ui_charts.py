"""Charts of figures that may be compared: one unit, one measure. Drawn from the report's own values, never from computed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import streamlit as st

from app.ui_facts import MODALITY, Fact, Facts

ACTUAL, OTHER, TARGET, FORECAST, LABEL = "#2a7f99", "#b07d2b", "#8a8f94", "#6b7fb3", "#7d868a"
COLOURS = {"thực hiện": ACTUAL, "ước": OTHER, "mục tiêu": TARGET}
# Vega knows no Vietnamese: 1,234.5 becomes 1.234,5.
_VIETNAMESE = "replace(replace(replace(format(datum.value, ',~g'), /,/g, '_'), '.', ','), /_/g, '.')"


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
    facts = _shortened(facts)
    one = len({f.name for f in facts}) == 1
    rows: list[dict[str, Any]] = [
        {
            "nhãn": f.period or f.name if one else f"{f.name}{', ' + f.period if f.period and len({x.period for x in facts}) > 1 else ''}", "giá trị": float(f.value / scale), "hiện": f.shown,
            "tính chất": MODALITY.get(f.modality, f.modality), "chỉ tiêu": f.name, "kỳ": f.period,
        } for f in facts
    ]  # fmt: skip
    tips = [alt.Tooltip("chỉ tiêu:N"), alt.Tooltip("kỳ:N"), alt.Tooltip("hiện:N", title="giá trị"), alt.Tooltip("tính chất:N")]
    kinds = list(dict.fromkeys(row["tính chất"] for row in rows))
    colour = alt.Color("tính chất:N", scale=alt.Scale(domain=kinds, range=[COLOURS.get(kind, FORECAST) for kind in kinds]), legend=alt.Legend(orient="top", title=None) if len(kinds) > 1 else None)
    data: Any = {"values": rows}
    if one and len(facts) > 2:
        axis = alt.Axis(labelExpr=_VIETNAMESE, title=unit or None)
        base = alt.Chart(data).encode(x=alt.X("nhãn:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)), y=alt.Y("giá trị:Q", axis=axis))
        points = base.mark_point(filled=True, size=70).encode(color=colour, tooltip=tips)
        return (base.mark_line(color=ACTUAL) + points + base.mark_text(dy=-12, color=LABEL).encode(text="hiện:N")).properties(height=240)
    values = [row["giá trị"] for row in rows]
    # Room for the printed values at the ends of the bars; they take the place of an axis.
    reach = (max(*values, 0.0) - min(*values, 0.0)) or 1.0
    ends = [min(*values, 0.0) - (0.65 * reach if min(values) < 0 else 0), max(*values, 0.0) + (0.65 * reach if max(values) > 0 else 0)]
    # What a bar is of stands above it: beside it, a phone has no room left for the bar and its value.
    each = alt.Chart(data).encode(y=alt.Y("nhãn:N", sort=None, axis=None))
    names = each.mark_text(align="left", dy=-17, limit=330, color=LABEL).encode(x=alt.value(0), text="nhãn:N")
    bars = each.encode(x=alt.X("giá trị:Q", axis=None, scale=alt.Scale(domain=ends, nice=False)), tooltip=tips)
    right = bars.transform_filter("datum['giá trị'] >= 0").mark_text(align="left", dx=5, color=LABEL)
    left = bars.transform_filter("datum['giá trị'] < 0").mark_text(align="right", dx=-5, color=LABEL)
    drawn = bars.mark_bar(height=16, cornerRadiusEnd=2).encode(color=colour) + names + right.encode(text="hiện:N") + left.encode(text="hiện:N")
    return drawn.properties(height=44 * len({row["nhãn"] for row in rows}) + (50 if len(kinds) > 1 else 20))


def _shortened(facts: Sequence[Fact]) -> list[Fact]:
    """Names without what they share in parentheses, where that leaves them different."""
    import re

    short = [re.sub(r"\s*\([^()]*\)$", "", f.name) for f in facts]
    if len(set(short)) < len({f.name for f in facts}):
        return list(facts)
    return [replace(f, name=name) for f, name in zip(facts, short)]


def by_modality(fact: Fact) -> Fact:
    """The same figure, called by its modality: for bars that differ in nothing else."""
    return replace(fact, name=MODALITY.get(fact.modality, fact.modality), period="")


def _scale(facts: Sequence[Fact]) -> tuple[Decimal, str]:
    """The printed scale of the first figure, with its unit as printed."""
    import re

    unit = re.sub(r"^\D*[\d.,–-]*\d\s*", "", facts[0].shown)
    return (facts[0].scale if facts[0].scale else Decimal(1)), unit


__all__ = ["by_modality", "chart", "comparable", "draw"]
