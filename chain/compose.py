"""Answers in plain Vietnamese, written from figures and sentences alone.

`Draft` collects citations and stated figures; its `answer` refuses to let a
number through that no quote, section, question or calculation holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from chain.answer import Answer, Citation, NotInReport, StatedFigure
from chain.givers import assigned
from chain.world import World
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period, Span, name_of

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MODALITY = {Modality.ESTIMATE: "số ước", Modality.TARGET: "kế hoạch", Modality.FORECAST: "dự báo", Modality.ACTUAL: ""}
_BOUND = {Bound.NONE: "", Bound.OVER: "trên ", Bound.UNDER: "dưới ", Bound.NEAR: "gần ", Bound.ABOUT: "khoảng "}


def number(value: Decimal) -> str:
    """`value` as Vietnam prints it: 1.234,5."""
    whole, _, rest = format(abs(value), "f").partition(".")
    rest = rest.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    return ("−" if value < 0 else "") + grouped + ("," + rest if rest else "")


def scaled(value: Decimal, f: Figure) -> str:
    """`value` (in f's unit) with f's printed scale and unit: "400 triệu USD"."""
    tail = re.sub(r"^[^\d]*[\d.,/–-]*\d\s*", "", f.text)
    return f"{number(value / f.scale)} {tail}".strip().replace(" %", "%")


def period_name(p: Period) -> str:
    """The period in words, as the report prints it where it does."""
    if p.label:
        printed = p.label.strip(" ,.:;()")
        return printed.lower() if printed.isupper() and len(printed) > 4 else printed[:1].lower() + printed[1:] if printed[1:2].islower() else printed
    if p.kind == "year":
        return f"năm {p.year}"
    if p.kind == "range":
        return f"giai đoạn {p.first}-{p.year}"
    if p.kind == "months":
        return f"{p.part} tháng đầu năm {p.year}" if p.year else f"{p.part} tháng"
    if p.kind == "quarter" and p.part:
        return f"quý {['I', 'II', 'III', 'IV'][p.part - 1]}" + (f" năm {p.year}" if p.year else "")
    if p.kind == "month":
        return f"tháng {p.part}" + (f" năm {p.year}" if p.year else "")
    return ""


def period_key(p: Period) -> str:
    """The period as a short key for programs: "2015", "2011-2015", "2024-Q3"."""
    if not p:
        return ""
    tail = {"quarter": f"-Q{p.part}", "month": f"-{p.part}", "months": f"-{p.part}M", "half": f"-H{p.part}"}.get(p.kind, "")
    head = f"{p.first}-{p.year}" if p.kind == "range" else str(p.year or "")
    return (head + tail).strip("-") or p.label


_PLAN_WORD = re.compile(r"dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|phấn đấu", re.I)


def plan_word(f: Figure, world: World) -> str:
    """What the report calls the plan that a figure is, or is measured against: "dự toán", "kế hoạch", "mục tiêu"."""
    text = world.report.text
    after = _PLAN_WORD.search(text, f.span.end, min(f.span.end + 40, max(f.sentence.end, f.span.end)))
    if f.measure is Measure.COMPLETION and after:
        return after[0].lower()
    before = _PLAN_WORD.findall(text[f.sentence.start : f.span.start]) or _PLAN_WORD.findall(f"{f.head} {f.indicator}")
    if not before and f.table is not None:
        table = world.report.tables[f.table]
        before = _PLAN_WORD.findall(" ".join(r[f.column].text for r in table.rows[: table.header_rows] if f.column is not None and f.column < len(r))) or (_PLAN_WORD.findall(table.caption.of(text)) if table.caption is not None else [])
    if not before:
        before = [w for w in ("mục tiêu", "kế hoạch", "dự toán", "chỉ tiêu") if w in " ".join(world.report.section_path(f.section)).lower()]
    word = before[-1].lower() if before else "kế hoạch"
    return "mục tiêu" if word in ("phấn đấu", "nghị quyết") else word


def value_text(f: Figure, world: World | None = None) -> str:
    """The figure's value in words, with direction and bound: "tăng 16,44%", "trên 2.000 doanh nghiệp"."""
    way = ""
    shown = f.text
    if f.measure in (Measure.GROWTH, Measure.CHANGE):
        way = {Direction.UP: "tăng ", Direction.DOWN: "giảm "}.get(f.direction, "")
        shown = shown.lstrip("+-−–") if way else shown
    elif f.measure is Measure.MULTIPLE and not f.text.lower().startswith("gấp"):
        way = "gấp "
    elif f.measure is Measure.SHARE:
        way = "chiếm "
    elif f.measure is Measure.COMPLETION:
        whose = assigned(f, world) if world else ""
        return f"bằng {f.text} {plan_word(f, world) if world else 'kế hoạch'}" + (f" {whose}" if whose else "")
    elif not f.unit and f.table is None and world is not None and (counted := _counted(f, world)):
        shown = f"{shown} {counted}"
    bound = _BOUND[f.bound]
    return way + ("" if shown.lower().startswith(bound.strip() or "\0") else bound) + shown


def _counted(f: Figure, world: World) -> str:
    """The word of its own name that a bare number counts, as printed right behind it: "46 chuỗi"."""
    m = re.match(r"[ \t]([^\W\d_]+)", world.report.text[f.span.end : f.span.end + 30])
    return m[1] if m and m[1].lower() in f.indicator.lower().split() else ""


def change_of(f: Figure) -> Decimal | None:
    """The change in per cent, falling below zero; None when the figure is no change."""
    if f.measure is Measure.INDEX:
        return f.value - 100
    if f.measure is Measure.GROWTH and f.direction is not Direction.NONE:
        return -abs(f.value) if f.direction is Direction.DOWN else abs(f.value)
    return None


def index_as_growth(f: Figure) -> tuple[str, str, Decimal]:
    """An index 95,3 as ("giảm 4,7%", "95,3 − 100 = −4,7", -4.7)."""
    change = f.value - 100
    printed = _NUMBER.search(f.text)
    way = "tăng" if change >= 0 else "giảm"
    places = max(0, -int(f.step.as_tuple().exponent)) if f.step < 1 else 0
    text = number(abs(change).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    if change == 0:
        return "không đổi (0%)", f"{printed[0] if printed else number(f.value)} − 100 = 0", change
    return f"{way} {text}%", f"{printed[0] if printed else number(f.value)} − 100 = {'−' if change < 0 else ''}{text}", change


_REMARK = re.compile(r" \([^()]*\)")


@dataclass
class Draft:
    """An answer in the making for one report."""

    world: World
    question: str
    citations: list[Citation] = field(default_factory=list)
    figures: list[StatedFigure] = field(default_factory=list)
    calculations: list[str] = field(default_factory=list)
    reading: str = ""
    suggestions: tuple[str, ...] = ()

    def cite(self, span: Span, section: str, page: int | None = None) -> int:
        """The mark of the citation of `span`; the same span is cited once."""
        for c in self.citations:
            if (c.start, c.end) == (span.start, span.end):
                return c.n
        text = self.world.report.text
        n = len(self.citations) + 1
        self.citations.append(Citation(n, self.world.name, section, page, span.start, span.end, span.of(text)))
        return n

    def state(self, f: Figure, text: str | None = None) -> int:
        """Cites the figure and records it as stated."""
        n = self.cite(f.sentence if f.sentence.holds(f.span) else f.span, self.world.section_of(f), f.page)
        stated = StatedFigure(
            text or f.text, format(f.value, "f"), f.unit, name_of(f), f.measure.value, f.modality.value,
            period_key(f.period), n, f.span.start, f.span.end,
        )  # fmt: skip
        if not self.supported(name_of(f)) and f.table is not None and (caption := self.world.report.tables[f.table].caption) is not None:
            self.cite(caption, self.world.section_of(f), f.page)
        if stated not in self.figures:
            self.figures.append(stated)
        return n

    def change(self, f: Figure) -> str:
        """A change as printed, an index as the change that it is, with its arithmetic noted."""
        if f.measure is not Measure.INDEX:
            return value_text(f, self.world)
        words, formula, _ = index_as_growth(f)
        self.calculations.append(formula)
        return f"{words} (chỉ số {f.text})"

    def phrase(self, f: Figure, *, growth: bool = False) -> str:
        """The figure first, then what it is, of when, of which kind, and its mark."""
        value = self.change(f) if growth else value_text(f, self.world)
        n = self.state(f)
        when, against = period_name(f.period), base_words(f)
        kind = plan_word(f, self.world) if f.modality is Modality.TARGET and f.measure is not Measure.COMPLETION else _MODALITY[f.modality]
        name = name_of(f)
        kind = "" if kind and kind in name.lower() else kind
        value = f"{value} {against}" if against and self.supported(against) and not re.search(r"/\s*năm", value) else value
        told = [t for t in (name, when) if t and self.supported(t)]
        tail = f" ({kind})" if kind else ""
        return f"{value} — {', '.join(told)}{tail} [{n}]"

    def supported(self, text: str) -> bool:
        """Whether every number of `text` stands where a reader can check it."""
        held = " ".join([c.quote + " " + c.section for c in self.citations] + [self.question, *self.calculations])
        have = set(_NUMBER.findall(held))
        return all(n in have or n in held for n in _NUMBER.findall(re.sub(r"\[\d+\]", " ", text)))

    def answer(self, text: str, verdict: str | None = None) -> Answer:
        """The answer; a text with an unsupported number gives way to the quotes themselves.

        A time in brackets that a sentence takes from the one before it is left out first.
        """
        if not self.supported(text):
            text = _REMARK.sub(lambda m: m[0] if self.supported(m[0]) else "", text)
        if not self.supported(text):
            text = " ".join(f"{c.quote} [{c.n}]" for c in self.citations)
        text = text[:1].upper() + text[1:]
        return Answer(
            text, tuple(self.citations), tuple(self.figures), "; ".join(dict.fromkeys(self.calculations)) or None,
            verdict, suggestions=self.suggestions, reading=self.reading,
        )  # fmt: skip

    def refuse(self, text: str, verdict: str | None = None) -> NotInReport:
        """The word that the report does not say."""
        if not self.supported(text):
            text = "Báo cáo không nêu."
        return NotInReport(text, tuple(self.citations), tuple(self.figures), verdict, suggestions=self.suggestions, reading=self.reading)


def base_words(f: Figure) -> str:
    """What a growth is measured against, in words."""
    if f.measure not in (Measure.GROWTH, Measure.INDEX, Measure.CHANGE):
        return ""
    return {
        Base.AVERAGE: "bình quân hằng năm", Base.YEAR: "so với cùng kỳ năm trước", Base.PREVIOUS: "so với kỳ liền trước",
        Base.PLAN: "so với kế hoạch", Base.DECEMBER: "so với cuối năm trước",
    }.get(f.base, "")  # fmt: skip
