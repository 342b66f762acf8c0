"""Tables that are drawn with rules on a PDF page: the rules, the grids they make, the cells between them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.layout import GridCell
from ingest.pdf_lines import Glyph, Line, Table, joined_text, lines_of
from ingest.tables import numeric

_SNAP = 2.5  # points within which two rules are the same


@dataclass(slots=True)
class Grille:
    xs: list[float]
    ys: list[float]
    across: list[tuple[float, float, float]]  # y, x0, x1
    down: list[tuple[float, float, float]]  # x, y0, y1


def rules_on(
    page: Any, place: Callable[[float, float], tuple[float, float]], width: float, height: float
) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """The level and upright lines drawn on the page: (y, x0, x1) and (x, y0, y1)."""
    import pypdfium2.raw as raw

    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    px, py = ctypes.c_float(), ctypes.c_float()
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    left = 60_000  # segments of one page: a map or chart is no table

    def add(ax: float, ay: float, bx: float, by: float) -> None:
        if abs(ay - by) <= 1.2 and abs(ax - bx) > 2:
            across.append(((ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= 1.2 and abs(ay - by) > 2:
            down.append(((ax + bx) / 2, min(ay, by), max(ay, by)))

    def path(item: Any, matrix: tuple[float, ...]) -> None:
        nonlocal left
        if not raw.FPDFPath_GetDrawMode(item, fill, stroke) or (not fill.value and not stroke.value):
            return
        filled, stroked = bool(fill.value), bool(stroke.value)
        if filled and not stroked:
            raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
            if alpha.value == 0:
                return
            pale = min(red.value, green.value, blue.value) >= 250
        parts: list[list[tuple[float, float]]] = []
        a, b, c, d, e, f = matrix
        for k in range(raw.FPDFPath_CountSegments(item)):
            left -= 1
            if left < 0:
                return
            segment = raw.FPDFPath_GetPathSegment(item, k)
            raw.FPDFPathSegment_GetPoint(segment, px, py)
            point = place(a * px.value + c * py.value + e, b * px.value + d * py.value + f)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not parts:
                parts.append([point])
            else:
                parts[-1].append(point)
            if raw.FPDFPathSegment_GetClose(segment) and len(parts[-1]) > 1:
                parts[-1].append(parts[-1][0])
        for points in parts:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            wide, high = max(xs) - min(xs), max(ys) - min(ys)
            if filled and not stroked:
                middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
                if high <= 3 < wide:
                    add(min(xs), middle_y, max(xs), middle_y)
                elif wide <= 3 < high:
                    add(middle_x, min(ys), middle_x, max(ys))
                elif not pale and len(points) in (4, 5) and wide * high < 0.6 * width * height:
                    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
                        add(ax, ay, bx, by)
            else:
                for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
                    add(ax, ay, bx, by)

    def walk(items: Iterable[Any], outer: tuple[float, ...], depth: int) -> None:
        own = raw.FS_MATRIX()
        for item in items:
            kind = raw.FPDFPageObj_GetType(item)
            if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM) or left < 0:
                continue
            raw.FPDFPageObj_GetMatrix(item, own)
            matrix = _times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                path(item, matrix)
            elif depth < 4:
                walk((raw.FPDFFormObj_GetObject(item, k) for k in range(raw.FPDFFormObj_CountObjects(item))), matrix, depth + 1)

    walk((raw.FPDFPage_GetObject(page, k) for k in range(raw.FPDFPage_CountObjects(page))), (1, 0, 0, 1, 0, 0), 0)
    return ([], []) if left < 0 else (_merged(across), _merged(down))


def _times(m: tuple[float, ...], n: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _merged(rules: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Rules at (nearly) one height that touch become one."""
    places = _snapped([r[0] for r in rules])
    kept: dict[float, list[tuple[float, float]]] = {}
    for at, start, end in rules:
        kept.setdefault(places[at], []).append((start, end))
    out: list[tuple[float, float, float]] = []
    for at, spans in kept.items():
        spans.sort()
        start, end = spans[0]
        for a, b in spans[1:]:
            if a <= end + 3:
                end = max(end, b)
            else:
                out.append((at, start, end))
                start, end = a, b
        out.append((at, start, end))
    return [r for r in out if r[2] - r[1] > 5]


def _snapped(values: list[float]) -> dict[float, float]:
    out: dict[float, float] = {}
    group: list[float] = []
    for value in [*sorted(set(values)), None]:
        if group and (value is None or value - group[-1] > _SNAP):
            mean = sum(group) / len(group)
            out |= dict.fromkeys(group, mean)
            group = []
        if value is not None:
            group.append(value)
    return out


def grilles(across: list[tuple[float, float, float]], down: list[tuple[float, float, float]]) -> list[Grille]:
    """Rules that cross each other, table by table."""
    if len(across) < 2 or not down or len(across) * len(down) > 1_000_000:
        return []
    owner = list(range(len(across) + len(down)))

    def find(k: int) -> int:
        while owner[k] != k:
            owner[k] = owner[owner[k]]
            k = owner[k]
        return k

    for i, (y, x0, x1) in enumerate(across):
        for j, (x, y0, y1) in enumerate(down):
            if x0 - 3 <= x <= x1 + 3 and y0 - 3 <= y <= y1 + 3:
                owner[find(i)] = find(len(across) + j)
    groups: dict[int, tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]] = {}
    for i, rule in enumerate(across):
        groups.setdefault(find(i), ([], []))[0].append(rule)
    for j, rule in enumerate(down):
        groups.setdefault(find(len(across) + j), ([], []))[1].append(rule)
    out = []
    for level, upright in groups.values():
        if len(level) < 2 or not upright:
            continue
        xs, ys = sorted({r[0] for r in upright}), sorted({r[0] for r in level})
        # A table open at its sides: the level rules reach further than the outermost upright ones.
        if min(r[1] for r in level) < xs[0] - 10:
            xs.insert(0, min(r[1] for r in level))
        if max(r[2] for r in level) > xs[-1] + 10:
            xs.append(max(r[2] for r in level))
        if len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) <= 20_000:
            out.append(Grille(xs, ys, level, upright))
    return sorted(out, key=lambda g: (g.ys[0], g.xs[0]))


def _covered(rules: list[tuple[float, float, float]], at: float, start: float, end: float) -> bool:
    return sum(max(0.0, min(end, r[2]) - max(start, r[1])) for r in rules if abs(r[0] - at) < 0.01) >= 0.6 * (end - start)


def ruled_table(grid: Grille, glyphs: list[Glyph], page: int) -> Table | None:
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    owner = {(r, c): (r, c) for r in range(rows) for c in range(columns)}

    def find(k: tuple[int, int]) -> tuple[int, int]:
        while owner[k] != k:
            k = owner[k]
        return k

    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns and not _covered(grid.down, grid.xs[c + 1], grid.ys[r], grid.ys[r + 1]):
                a, b = find((r, c)), find((r, c + 1))
                owner[max(a, b)] = min(a, b)
            if r + 1 < rows and not _covered(grid.across, grid.ys[r + 1], grid.xs[c], grid.xs[c + 1]):
                a, b = find((r, c)), find((r + 1, c))
                owner[max(a, b)] = min(a, b)
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for key in owner:
        places.setdefault(find(key), []).append(key)
    # An L-shaped region cannot be a cell: its places stand alone.
    regions: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for held in places.values():
        top, left = min(r for r, _ in held), min(c for _, c in held)
        bottom, right = max(r for r, _ in held), max(c for _, c in held)
        if (bottom - top + 1) * (right - left + 1) == len(held):
            regions |= dict.fromkeys(held, (top, left, bottom, right))
        else:
            regions |= {(r, c): (r, c, r, c) for r, c in held}
    held_glyphs: dict[tuple[int, int, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.height
        r = _at(grid.ys, y)
        c = _at(grid.xs, x)
        held_glyphs.setdefault(regions[r, c], []).append(glyph)
    lines = {region: lines_of(held, page) for region, held in held_glyphs.items()}
    filled = [region for region, found in lines.items() if found]
    if len(filled) < 3 or len({r[0] for r in filled}) < 2 or len({r[1] for r in filled}) < 2:
        return None
    out: list[list[GridCell]] = []
    for r in range(rows):
        starts = sorted({regions[r, c] for c in range(columns) if regions[r, c][0] == r})
        splits = _split_row([(region, lines.get(region, [])) for region in starts], all(regions[r, c][0] == r == regions[r, c][2] for c in range(columns)))
        if splits:
            out += splits
            continue
        row = []
        for region in starts:
            text, notes = _cell_text(lines.get(region, []))
            row.append(GridCell(text, region[3] - region[1] + 1, region[2] - region[0] + 1, notes))
        out.append(row)
    return Table(grid.ys[0], grid.ys[-1], grid.xs[0], grid.xs[-1], out, grid.xs[:-1], page)


def _cell_text(lines: list[Line]) -> tuple[str, tuple[str, ...]]:
    said: list[str] = []
    notes: list[str] = []
    for line in lines:
        text, found = joined_text(line.words)
        said.append(text)
        notes += found
    return "\n".join(t for t in said if t), tuple(notes)


def _split_row(cells: list[tuple[tuple[int, int, int, int], list[Line]]], single: bool) -> list[list[GridCell]]:
    """The rows inside a ruled row whose own rows have no rules between them: numbers stand beside numbers, line by line."""
    if not single:
        return []
    stacks = [list(lines) for _, lines in cells[1:] if len(lines) > 1 and all(numeric(line.text) for line in lines)]
    if len(stacks) < 2 or len({len(s) for s in stacks}) != 1:
        return []
    bases = [line.base for line in stacks[0]]
    if any(abs(line.base - base) > 3 for stack in stacks for line, base in zip(stack, bases, strict=True)):
        return []
    out: list[list[list[Line]]] = [[[] for _ in cells] for _ in bases]
    for c, (_, lines) in enumerate(cells):
        for line in lines:
            at = min(range(len(bases)), key=lambda k: abs(bases[k] - line.base))
            out[at][c].append(line)
    return [
        [GridCell(_cell_text(lines)[0], region[3] - region[1] + 1, 1, _cell_text(lines)[1]) for (region, _), lines in zip(cells, row, strict=True)]
        for row in out
    ]


def _at(edges: Sequence[float], value: float) -> int:
    for k in range(len(edges) - 2):
        if value < edges[k + 1]:
            return k
    return len(edges) - 2
