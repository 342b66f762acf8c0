"""What the line "Hiểu là" offers, and that a click shows the figure it names."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("streamlit")

from app import ui_facts, ui_reading
from app.ui_pinned import pinned
from app.ui_slots import Choice, slots_of, slots_of_list
from chain.answer import Answer, Citation, NotInReport, StatedFigure
from chain.world import build_world
from ingest import read_text
from report.model import Figure, Report
from report.reader import read_figures

TEXT = """# Báo cáo kinh tế tỉnh Hòa Giang năm 2023

## Thương mại

Tổng mức bán lẻ hàng hóa năm 2023 đạt 41,2 nghìn tỷ đồng, tăng 9,4% so với năm 2022. Tổng mức bán lẻ hàng hóa năm 2022 đạt 37,7 nghìn tỷ đồng.

Năm 2023, tổng mức bán lẻ hàng hóa phấn đấu đạt 40 nghìn tỷ đồng.

Doanh thu du lịch năm 2023 đạt 3,1 nghìn tỷ đồng.
"""


@pytest.fixture(scope="module")
def read() -> tuple[Report, list[Figure]]:
    report = read_text(TEXT, name="hoa-giang", markdown=True)
    return report, list(read_figures(report))


def one(figures: list[Figure], text: str) -> Figure:
    return next(f for f in figures if f.text.startswith(text))


def test_each_slot_offers_what_the_report_has_of_the_indicator(read: tuple[Report, list[Figure]]) -> None:
    report, figures = read
    slots = {s.name: s for s in slots_of(one(figures, "41,2"), figures, report.name)}
    assert [s.value for s in slots.values()] == ["tổng mức bán lẻ hàng hóa", "năm 2023", "giá trị", "thực hiện"]
    picked = {name: [report.text[c.start : c.end] for c in slot.choices] for name, slot in slots.items()}
    assert picked["Chỉ tiêu"][0].startswith("3,1") and picked["Kỳ"][0].startswith("37,7") and picked["Loại số"][0].startswith("9,4") and picked["Tính chất"][0].startswith("40")
    assert [c.label for c in slots["Tính chất"].choices] == ["mục tiêu"]


def test_a_choice_names_what_else_it_changes(read: tuple[Report, list[Figure]]) -> None:
    report, figures = read
    slots = {s.name: s for s in slots_of(one(figures, "37,7"), figures, report.name)}
    assert [c.label for c in slots["Tính chất"].choices] == ["mục tiêu · năm 2023"]


def test_a_time_that_is_not_stated_is_shown_as_asked_with_those_that_are(read: tuple[Report, list[Figure]]) -> None:
    report, figures = read
    when = next(s for s in slots_of(one(figures, "41,2"), figures, report.name, "tổng mức bán lẻ hàng hóa năm 2019 là bao nhiêu?") if s.name == "Kỳ")
    assert (when.value, when.unstated) == ("năm 2019", True)
    assert [c.label for c in when.choices] == ["năm 2022", "năm 2023"]


def test_a_plan_that_was_asked_stands_where_the_nearest_figure_is_none(read: tuple[Report, list[Figure]]) -> None:
    report, figures = read
    asked = {s.name: s for s in slots_of(one(figures, "41,2"), figures, report.name, "Kế hoạch tổng mức bán lẻ hàng hóa năm 2019?")}
    assert (asked["Tính chất"].value, asked["Tính chất"].unstated) == ("mục tiêu", True)
    assert "thực hiện" in [c.label for c in asked["Tính chất"].choices]
    plain = {s.name: s for s in slots_of(one(figures, "41,2"), figures, report.name, "Tổng mức bán lẻ hàng hóa năm 2019?")}
    assert not plain["Tính chất"].unstated


def test_a_list_is_read_by_what_its_figures_share(read: tuple[Report, list[Figure]]) -> None:
    _, figures = read
    assert [s.value for s in slots_of_list([one(figures, "41,2"), one(figures, "3,1")])] == ["năm 2023", "giá trị", "thực hiện"]


def test_every_choice_shows_the_figure_it_names(read: tuple[Report, list[Figure]]) -> None:
    report, figures = read
    world = build_world(report, figures)
    library = SimpleNamespace(reports=lambda: [SimpleNamespace(name=report.name, sha256=report.sha256)])
    connection: Any = SimpleNamespace(library=library, assistant=SimpleNamespace(_world=lambda name, sha: world))
    choices = [c for f in figures for slot in slots_of(f, figures, report.name) for c in slot.choices]
    assert len(choices) > 10
    for choice in choices:
        answer = pinned(connection, choice)
        assert isinstance(answer, Answer)
        assert (answer.figures[0].start, answer.figures[0].end) == (choice.start, choice.end)
        first = answer.citations[0]
        assert report.text[first.start : first.end] == first.quote and first.start <= choice.start < choice.end <= first.end
    assert pinned(connection, Choice("x", "x?", "không-có", 0, 5)) is None
    assert pinned(connection, Choice("x", "x?", report.name, 1, 2)) is None


def test_a_calculation_is_read_by_its_operands() -> None:
    result = Answer("Chênh 3,5 [1].", (), calculation="41,2 − 37,7 = 3,5")
    operands = [SimpleNamespace(name="bán lẻ", period="năm 2023"), SimpleNamespace(name="bán lẻ", period="năm 2022")]
    assert ui_reading.in_words(result, (), operands) == "tính từ bán lẻ, năm 2023; bán lẻ, năm 2022"


def test_the_nearest_figure_of_a_refusal_has_slots(read: tuple[Report, list[Figure]]) -> None:
    report, figures = read
    near = one(figures, "41,2")
    quote = Citation(1, report.name, "Thương mại", None, near.sentence.start, near.sentence.end, near.sentence.of(report.text))
    stated = StatedFigure(near.text, format(near.value, "f"), near.unit, near.indicator, "level", "actual", "2023", 1, near.span.start, near.span.end)
    refused = NotInReport(f"Báo cáo không nêu chỉ tiêu này cho năm 2019. Gần nhất, báo cáo nêu: {near.text} [1].", (quote,), (stated,))
    library = SimpleNamespace(figures=lambda name: [(name, f) for f in figures])
    slots = {s.name: s for s in ui_facts.facts(library, refused, "tổng mức bán lẻ năm 2019").slots}
    assert slots["Kỳ"].value == "năm 2019" and slots["Kỳ"].unstated and slots["Kỳ"].choices
