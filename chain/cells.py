"""What a table's cell counts where its own column gives no unit: the row of its group, a ditto mark's cell, its caption.

"Vận chuyển (nghìn tấn)" stands over "Đường bộ | 10.124,8"; '"' under "Nghìn HK" repeats it. Only what scales the number
matters here; a unit that cannot be read leaves the cell a bare number of that scale.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from chain.world import World
from report.model import Figure, Measure
from report.units import SCALES, parse_unit

_PARENS = re.compile(r"\(([^()]+)\)")
_SCALE = re.compile(r"^\s*(?:đvt|đơn vị(?: tính)?)?\s*:?\s*(" + "|".join(re.escape(s) for s in sorted(SCALES, key=len, reverse=True)) + r")(?!\w)", re.I)
_DITTO = re.compile(r"^\W*[\"”“〃''′″-]+\W*$|^\s*nt\s*$|^\s*như trên\s*$", re.I)


def _read(text: str, *, cell: bool) -> tuple[Decimal, str] | None:
    """The scale and unit that a label's parentheses, or a whole cell, give; None for none."""
    for part in [*_PARENS.findall(text), *([text] if cell else [])]:
        if re.search(r"\d", part):
            continue
        if found := parse_unit(part):
            return found.scale, found.unit
        if m := _SCALE.match(part):
            return SCALES[m[1].lower()], ""
    return None


def unit_of(f: Figure, world: World) -> tuple[Decimal, str] | None:
    """The scale and unit of a cell that was read without one."""
    found = _found(f, world)
    return found[:2] if found else None


def group_of(f: Figure, world: World) -> str:
    """The label of the row over the cell that gives its group's unit ("Vận chuyển (nghìn tấn)"); "" for none."""
    found = _found(f, world) if f.table is not None and f.measure is Measure.LEVEL else None
    return found[2] if found else ""


def _found(f: Figure, world: World) -> tuple[Decimal, str, str] | None:
    tables = world.report.tables
    if f.table is None or f.table >= len(tables):
        return None
    table = tables[f.table]
    at = next(((r, c) for r, row in enumerate(table.rows) for c, cell in enumerate(row) if cell.span.start <= f.span.start and f.span.end <= cell.span.end), None)
    if at is None:
        return None
    r, column = at
    if found := next((u for row in table.rows[: table.header_rows] if (u := _read(row[column].text, cell=False))), None):
        return (*found, "")
    for up in range(r, table.header_rows - 1, -1):
        for c, cell in enumerate(table.rows[up]):
            if re.match(r"^[\W\d]*\d", cell.text) or c > 2:
                continue
            if _DITTO.match(cell.text):
                above = next((table.rows[k][c].text for k in range(up - 1, -1, -1) if table.rows[k][c].text.strip() and not _DITTO.match(table.rows[k][c].text)), "")
                if found := _read(above, cell=True):
                    return (*found, "")
            elif found := _read(cell.text, cell=c > 0):
                return (*found, table.rows[up][0].text if up < r else "")
    return None


def whole(f: Figure, world: World) -> Figure:
    """The figure with the unit of its group where its own column gives none."""
    if f.unit or f.table is None or f.scale != 1 or f.measure is not Measure.LEVEL:
        return f
    found = unit_of(f, world)
    if found is None or found == (Decimal(1), ""):
        return f
    scale, unit = found
    return replace(f, value=f.value * scale, step=f.step * scale, scale=scale, unit=unit)


def as_said(f: Figure, said: Figure, world: World) -> Figure:
    """The figure as a text states it: a bare number is a bare cell."""
    return whole(f, world) if said.unit or said.scale != 1 else f


__all__ = ["as_said", "group_of", "unit_of", "whole"]
