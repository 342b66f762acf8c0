"""Libraries in memory, what `chain` needs and no more: one with figures given by hand, and one of a single text."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from chain.answer import Answer, Ask, NotInReport
from chain.assistant import Assistant
from chain.world import World, build_world
from ingest import read_text
from report.model import Block, BlockKind, Direction, Figure, Measure, Modality, Period, Report, Span
from report.reader import read_figures

TEXT = (
    "Tổng kim ngạch xuất nhập khẩu năm 2015 ước đạt 3.500 triệu USD, trong đó kim ngạch xuất khẩu đạt 1.550 triệu USD, tăng 16,44%; "
    "kim ngạch nhập khẩu đạt 1.950 triệu USD.\nXuất khẩu địa phương năm 2015 ước đạt 96 triệu USD.\n"
    "Năm 2012 sản xuất giảm do khó khăn về vốn."
)


def figure(printed: str, unit: str, value: str, indicator: str, **slots: Any) -> Figure:
    at = TEXT.index(printed)
    start, end = TEXT.rfind("\n", 0, at) + 1, TEXT.find("\n", at)
    slots = {"period": Period("year", 2015, label="năm 2015"), "modality": Modality.ESTIMATE} | slots
    return Figure(Decimal(value), printed, unit, Span(at, at + len(printed)), Span(start, end), indicator, **slots)


class FakeLibrary:
    def __init__(self) -> None:
        ends = [i for i, c in enumerate(TEXT) if c == "\n"] + [len(TEXT)]
        starts = [0, *(e + 1 for e in ends[:-1])]
        blocks = tuple(Block(BlockKind.PARAGRAPH, Span(a, b)) for a, b in zip(starts, ends))
        self._report = Report("thu", "Báo cáo thử", TEXT, blocks=blocks, sha256="0")
        million = {"scale": Decimal(1000000), "step": Decimal(1000000)}
        self._figures = [
            figure("3.500 triệu USD", "USD", "3500000000", "tổng kim ngạch xuất nhập khẩu", **million),
            figure("1.550 triệu USD", "USD", "1550000000", "kim ngạch xuất khẩu", **million),
            figure("16,44%", "%", "16.44", "kim ngạch xuất khẩu", measure=Measure.GROWTH, direction=Direction.UP),
            figure("1.950 triệu USD", "USD", "1950000000", "kim ngạch nhập khẩu", **million),
            figure("96 triệu USD", "USD", "96000000", "xuất khẩu địa phương", **million),
        ]

    def reports(self) -> list[Any]:
        return [SimpleNamespace(name="thu", sha256="0", title="Báo cáo thử")]

    def report(self, name: str) -> Report:
        return self._report

    def figures(self, name: str | None = None) -> list[tuple[str, Figure]]:
        return [("thu", f) for f in self._figures]


class Shelf:
    """A library of one report that is only read."""

    def __init__(self, report: Report) -> None:
        self._report, self._figures = report, [(report.name, f) for f in read_figures(report)]

    def reports(self) -> list[Any]:
        return [SimpleNamespace(name=self._report.name, sha256="0", title=self._report.title)]

    def report(self, name: str) -> Report:
        return self._report

    def figures(self, name: str | None = None) -> list[tuple[str, Figure]]:
        return self._figures


def read(text: str, title: str) -> tuple[Figure, ...]:
    """The figures of one text under a title."""
    return read_figures(read_text(f"{title}\n\n{text}\n", name="thu"))


def one(found: tuple[Figure, ...], printed: str) -> Figure:
    """The first figure that is printed so."""
    return next(f for f in found if f.text.startswith(printed))


def shelf_of(name: str, text: str) -> Shelf:
    """The library of one text, under its file's name."""
    stem, _, ending = name.partition(".")
    return Shelf(read_text(text, name=stem, markdown=ending == "md"))


def world_of(shelf: Shelf) -> World:
    return build_world(shelf.report(""), [f for _, f in shelf.figures()])


def ask(shelf: Shelf, question: str, history: tuple[str, ...] = ()) -> Answer | NotInReport:
    return Assistant(shelf).invoke(Ask(question, history))
