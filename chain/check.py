"""Checking a text: every figure of a sentence, an article or a file gets a verdict, the right figure and its citation.

`check_text` reads the text as the report was read (`judging.stated`), picks the report that it is about, and judges.
`contract_check` is the JSON that other programs rely on. Nothing here writes prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from chain.answer import Citation, StatedFigure
from chain.belied import crossed
from chain.compose import Draft, number
from chain.judging import ABSENT, FALSE, ROUNDED, TRUE, Finding, Stated, judge, named_so, stated
from chain.words import PROVINCES
from chain.world import World
from report.model import Figure, Measure
from report.text import fold, nfc

MOST = 200_000  # characters of one text


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure of the text with its verdict; `text[start:end]` is `text` in the (NFC) text that was given.

    `reason` is one Vietnamese line. `figure` is the report's figure for these slots and `citation` its mark, where there is one.
    """

    text: str
    start: int
    end: int
    verdict: str
    reason: str
    figure: StatedFigure | None = None
    citation: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdicts of a text in its order, with the citations they name."""

    text: str
    figures: tuple[Judged, ...]
    citations: tuple[Citation, ...]

    def count(self, verdict: str) -> int:
        """How many figures have this verdict."""
        return sum(j.verdict == verdict for j in self.figures)


def check_text(text: str, worlds: Sequence[World]) -> Checked:
    """Judges every figure of `text` against the report that it is about. Raises ValueError (one Vietnamese line) for no text."""
    text = nfc(text)
    if not text.strip():
        raise ValueError("Không có nội dung để kiểm chứng.")
    if len(text) > MOST:
        raise ValueError(f"Văn bản dài quá {number_of(MOST)} ký tự; hãy chia nhỏ.")
    claims = [s for s in stated(text) if not any(named_so(s, w) for w in worlds)]
    found = [[(w, f) for f in _judge_all(claims, w)] for w in worlds]
    order = sorted(range(len(worlds)), key=lambda i: (-_about(text, worlds[i], [f for _, f in found[i]]), i))
    chosen = []
    for k in range(len(claims)):
        main = found[order[0]][k] if order else None
        if main is not None and main[1].verdict == ABSENT:  # a sentence about another report's place
            others = [found[i][k] for i in order[1:] if found[i][k][1].verdict in (TRUE, ROUNDED) and (_placed(claims[k].sentence, worlds[i]) or not _placed(text, worlds[order[0]]))]
            main = others[0] if others else main
        chosen.append(main)
    out: list[Judged] = []
    cited: list[Citation] = []
    for s, entry in zip(claims, chosen):
        start, end = _extent(s, text)
        finding = entry[1] if entry else Finding(ABSENT, "chưa có báo cáo nào để đối chiếu")
        figure, mark = None, None
        if entry is not None and finding.right is not None:
            draft = Draft(entry[0], text, citations=list(cited))
            draft.state(finding.right)
            for other in finding.also:
                draft.state(other)
            cited = draft.citations
            figure = draft.figures[0]
            mark = figure.citation
        out.append(Judged(text[start:end], start, end, finding.verdict, finding.reason, figure, mark))
    return Checked(text, tuple(out), tuple(cited))


def number_of(n: int) -> str:
    """An integer as Vietnam prints it."""
    from decimal import Decimal

    return number(Decimal(n))


def _extent(s: Stated, text: str) -> tuple[int, int]:
    """Where the figure stands with its unit."""
    start, end = s.figure.span.start, s.figure.span.end
    if text.startswith(s.figure.text, start):
        end = start + len(s.figure.text)
    return start, end


def _judge_all(claims: Sequence[Stated], world: World) -> list[Finding]:
    out: list[Finding] = []
    anchors: dict[str, Figure] = {}
    for s in claims:
        if _other_place(s.sentence, world):
            out.append(Finding(ABSENT, "báo cáo không nói về địa phương này"))
            continue
        finding = judge(s, world, anchor=anchors.get(s.figure.indicator))
        if finding.right is not None and finding.verdict in (TRUE, ROUNDED) and finding.right.measure is Measure.LEVEL:
            anchors[s.figure.indicator] = finding.right
        if out and finding.right is not None and finding.verdict in (TRUE, ROUNDED) and (before := out[-1].right) is not None and crossed(_between(claims[len(out) - 1], s), before, finding.right):
            finding = replace(finding, verdict=FALSE, slot="so sánh", reason=f"sai chiều so sánh: {finding.reason}")
        out.append(finding)
    return out


def _between(first: Stated, second: Stated) -> str:
    """The words between two figures of one sentence; a full stop where they are of two."""
    return second.ahead[len(second.ahead) - (second.figure.span.start - first.figure.span.end) :] if first.sentence == second.sentence and second.figure.span.start >= first.figure.span.end else ". "


_OF_PLACE = re.compile(r"(?:tỉnh|huyện|thành phố|TP\.?)\s+([^\W\d_]+\s+[^\W\d_]+)")


def _other_place(sentence: str, world: World) -> bool:
    """Whether the sentence is about a place that the report never names."""
    body = fold(world.report.text)
    named = [m[1] for m in _OF_PLACE.finditer(sentence) if all(w[0].isupper() for w in m[1].split())]
    named += [p for p in PROVINCES if p in sentence]
    return bool(named) and all(fold(p) not in body for p in named)


def _placed(text: str, world: World) -> bool:
    low = text.lower()
    return any(place and place in low for place in world.places)


def _about(text: str, world: World, findings: Sequence[Finding]) -> float:
    """How much a text seems to be about this report: its place, then what agrees, then what has a slot there."""
    worth = {TRUE: 1.0, ROUNDED: 1.0, FALSE: 0.25, ABSENT: 0.0}
    score = sum(worth[f.verdict] for f in findings) / (len(findings) or 1)
    return score + (1.0 if _placed(text, world) else 0.0)


def contract_check(checked: Checked) -> dict[str, Any]:
    """The verdicts as the contract's JSON object."""
    return {
        "figures": [
            {
                "text": j.text, "start": j.start, "end": j.end, "verdict": j.verdict, "reason": j.reason,
                "figure": None if j.figure is None else {key: getattr(j.figure, key) for key in StatedFigure.__slots__}, "citation": j.citation,
            }
            for j in checked.figures
        ],
        "citations": [{key: getattr(c, key) for key in Citation.__slots__} for c in checked.citations],
    }  # fmt: skip


__all__ = ["Checked", "Judged", "check_text", "contract_check"]
