"""Which way the trade goes that a figure of the text tells of: said in its name, in its paragraph, over its list, or by the titles above."""

from __future__ import annotations

import re

from chain.question import Question
from chain.world import World
from report.model import BlockKind, Figure

_WAY_TOLD = re.compile(r"(?<!\w)(?:xuất|nhập)(?= (?:khẩu|sang|từ)(?!\w))", re.I)


def _block(f: Figure, world: World) -> int:
    return next((i for i, b in enumerate(world.report.blocks) if b.span.start <= f.span.start < b.span.end), -1)


def item_run(f: Figure, world: World) -> int:
    """The first of the items of the list that a figure stands in; 0 where it stands in none."""
    at, blocks = _block(f, world), world.report.blocks
    if at < 0 or blocks[at].kind is not BlockKind.ITEM:
        return 0
    while at > 0 and blocks[at - 1].kind is BlockKind.ITEM:
        at -= 1
    return at


def goes(q: Question, way: str) -> bool:
    """Whether trade that goes `way`, as far as that is told, is what is asked of."""
    asked = {w.lower() for w in _WAY_TOLD.findall(q.text)}
    return len(asked) != 1 or way.strip() in asked


def way_before(f: Figure, world: World) -> str:
    """Which way the trade goes that a figure of the text tells of, as the nearest word before it says: in its name, its paragraph, or over its list."""
    if named := _WAY_TOLD.findall(f"{f.indicator} {f.head}"):
        return f" {named[-1].lower()} "
    at, run, blocks = _block(f, world), item_run(f, world), world.report.blocks
    text = world.report.text
    opens, closes = (blocks[run - 1 if run else at].span.start, blocks[at].span.end) if at >= 0 else (f.sentence.start, f.sentence.end)
    before, behind = text[opens : f.span.start], text[f.span.end : closes]
    if said := _WAY_TOLD.findall(before):
        return f" {said[-1].lower()} "
    for around in (behind, *reversed(world.report.section_path(f.section)), world.report.title):
        if told := {w.lower() for w in _WAY_TOLD.findall(around)}:
            return f" {told.pop()} " if len(told) == 1 else " "
    return " "


__all__ = ["goes", "item_run", "way_before"]
