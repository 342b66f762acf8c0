"""The invented paragraphs of `registers_corpus`: every figure found, by the name it was given before it was read."""

from __future__ import annotations

import re

import pytest

from evals.figures_bench import same_name
from ingest import read_text
from report.reader import read_figures
from tests.registers_corpus import PARAGRAPHS, Row


@pytest.mark.parametrize(("text", "rows"), [p[1:] for p in PARAGRAPHS], ids=[p[0] for p in PARAGRAPHS])
def test_paragraph(text: str, rows: list[Row]) -> None:
    figures = read_figures(read_text(text, name="r"))
    at, wrong = 0, []
    for printed, name, also, measures, modalities in rows:
        number = re.compile(re.escape(printed.split(" ")[0].rstrip("%")) + r"(?![\d,.]*\d)")
        f = next((f for f in figures if number.match(f.text) and f.span.start >= at), None)
        if f is None:
            wrong.append(f"{printed}: not read")
            continue
        at = f.span.end
        if not same_name({"indicator": name, "also": also, "unit": f.unit}, f) or f.measure.value not in measures.split("|") or f.modality.value not in modalities.split("|"):
            wrong.append(f"{printed}: {f.indicator} < {f.head}, {f.measure.value}, {f.modality.value}; not {name}")
    assert not wrong, "\n".join(wrong)
