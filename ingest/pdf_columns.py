"""Tables without rules on a PDF page: numbers that stand in columns under each other, with their names above and at the left."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

from ingest import headings as look
from ingest.layout import GridCell
from ingest.pdf_lines import YEAR, Line, Page, Segment, Table, joined_text
from ingest.tables import numeric


def find_unruled(page: Page) -> None:
    """Numbers that stand in columns under each other, with the names above and at the left of them."""
    lines = page.lines
    parts = [line.segments() for line in lines]

    def row_like(k: int) -> bool:
        if len(parts[k]) < 2 or all(YEAR.fullmatch(s.text) or not numeric(s.text) for s in parts[k]):
            return False  # "2022   2023" names columns
        if _numbering(parts[k]):
            return False
        found = [s for s in parts[k][1:] if numeric(s.text)]
        return len(found) >= max(1, len(parts[k]) - 3) and (len(found) > 1 or not numeric(parts[k][0].text))

    k = 0
    while k < len(lines):
        if not row_like(k):
            k += 1
            continue
        rows, at, between = [k], k + 1, 0
        while at < len(lines) and lines[at].base - lines[at - 1].base <= 3 * lines[at].height:
            if row_like(at):
                rows.append(at)
                between = 0
            elif between < 5 and _beside(lines[at], [s for s in parts[rows[0]] if numeric(s.text)]):
                between += 1
            else:
                break
            at += 1
        columns = _columns([s for r in rows for s in parts[r][1:] if numeric(s.text)])
        # A row whose name stands on other lines begins with a number of the first column.
        first = [s for r in rows for s in parts[r][:1] if numeric(s.text)]
        if columns and len(first) < len(rows) / 2:
            columns = _columns([s for r in rows for s in parts[r] if numeric(s.text)])
        usual = Counter(len(parts[r]) for r in rows).most_common(1)[0][0]
        end = rows[-1]
        if (len(rows) >= 3 and columns) or (len(rows) == 2 and len(columns) > 1 and usual > 2):
            end = _make(page, parts, rows, columns)
        k = max(end, rows[-1]) + 1
    page.lines = [line for line in lines if not line.used]


def _beside(line: Line, numbers: list[Segment]) -> bool:
    """Whether a line between rows only holds (parts of) names or units: it ends left of the numbers and is no running text."""
    return bool(numbers) and line.x1 < min(s.x0 for s in numbers) + 5 and len(line.text) < 120 and not look.CAPTION.match(line.text)


def _columns(segments: list[Segment]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for segment in sorted(segments, key=lambda s: s.x0):
        if out and segment.x0 < out[-1][1] - 1:
            out[-1] = (out[-1][0], max(out[-1][1], segment.x1))
        else:
            out.append((segment.x0, segment.x1))
    return out


def _tight(lines: list[Line], k: int, height: float) -> bool:
    """Whether line `k` + 1 is the next line of the same cell."""
    return k + 1 < len(lines) and lines[k + 1].base - lines[k].base <= 1.25 * height


def _make(page: Page, parts: list[list[Segment]], rows: list[int], numbers: list[tuple[float, float]]) -> int:
    """The table whose numbers stand in `rows` (lines) and `numbers` (columns); gives its last line, -1 when it is none."""
    lines = page.lines
    height = lines[rows[0]].height
    pitch = max(height, min(lines[b].base - lines[a].base for a, b in zip(rows, rows[1:], strict=False)))
    limit = numbers[0][0] + 2
    first, last = rows[0], rows[-1]
    # Names of several lines reach above the first row's numbers or below the last row's.
    padded = pitch > 1.3 * height
    while first > 0 and _beside(lines[first - 1], parts[rows[0]][-1:]):
        if lines[rows[0]].base - lines[first - 1].base >= 0.85 * height and not (padded and _tight(lines, first - 1, height)):
            break
        first -= 1
    while last + 1 < len(lines) and _beside(lines[last + 1], parts[rows[-1]][-1:]):
        if lines[last + 1].base - lines[rows[-1]].base >= 0.85 * height and not (
            _tight(lines, last, height) and (padded or lines[last + 1].text[:1].islower())
        ):
            break
        last += 1
    # What stands left of the numbers: a number of the row, its name, its unit.
    several = [s for k in range(first, last + 1) if len(parts[k]) > 1 for s in parts[k] if s.x1 <= limit]
    lefts = _columns(several) or _columns([s for k in range(first, last + 1) for s in parts[k] if s.x1 <= limit])
    if not lefts:
        lefts = [(min(line.x0 for line in lines[first : last + 1]), limit)]
    for alone in (parts[k][0] for k in range(first, last + 1) if len(parts[k]) == 1):
        hit = [c for c, (a, b) in enumerate(lefts) if min(alone.x1, b) - max(alone.x0, a) > 0]
        if len(hit) == 1 and alone.x1 <= limit:
            lefts[hit[0]] = (min(lefts[hit[0]][0], alone.x0), max(lefts[hit[0]][1], alone.x1))
    zones = lefts + numbers

    def zone(segment: Segment) -> int:
        over = [(min(segment.x1, b) - max(segment.x0, a), -k) for k, (a, b) in enumerate(zones)]
        most, k = max(over)
        return -k if most > 0 else min(range(len(zones)), key=lambda c: abs(sum(zones[c]) / 2 - segment.middle))

    cells: list[dict[int, list[Segment]]] = [{} for _ in rows]
    groups: dict[int, list[Segment]] = {}  # row number before which a line stands alone
    bases = [lines[r].base for r in rows]
    chains: dict[int, list[list[Segment]]] = {}
    for k in range(first, last + 1):
        for segment in parts[k]:
            found = chains.setdefault(zone(segment), [])
            if found and segment.base - found[-1][-1].base <= 1.25 * height:
                found[-1].append(segment)
            else:
                found.append([segment])
    for c, chain in ((c, chain) for c, found in chains.items() for chain in found):
        held = [n for n, base in enumerate(bases) if chain[0].base - 0.4 * height <= base <= chain[-1].base + 0.4 * height]
        if len(held) == 1:
            cells[held[0]].setdefault(c, []).extend(chain)
            continue
        # Rows as close as the lines of a cell: each line goes to the nearest row.
        for segment in chain:
            after = next((n for n, base in enumerate(bases) if base >= segment.base - 0.01), len(rows))
            down = bases[after] - segment.base if after < len(rows) else 1e9
            up = segment.base - bases[after - 1] if after else 1e9
            small = segment.text[:1].islower()
            if min(up, down) >= 0.93 * pitch and not small:
                groups.setdefault(after, []).append(segment)
                continue
            above = up < 0.9 * down or (up <= 1.1 * down and (small or after == len(rows)))
            cells[after - 1 if above and after or after == len(rows) else after].setdefault(c, []).append(segment)
    body: list[list[GridCell]] = []
    for n in range(len(rows) + 1):
        if n in groups:
            text, notes = joined_text(w for s in groups[n] for w in s.words)
            body.append([GridCell(text, 1, 1, notes)] + [GridCell("")] * (len(zones) - 1))
        if n < len(rows):
            row = []
            for c in range(len(zones)):
                text, notes = joined_text(w for s in sorted(cells[n].get(c, []), key=lambda s: (s.base, s.x0)) for w in s.words)
                row.append(GridCell(text, 1, 1, notes))
            body.append(row)
    # Two numbers in one place: these are not the columns of a table.
    if sum(
        len(re.findall(r"\d[\d.,]*", cell.text)) > 1 and not re.search(r"[^\W\d_]", cell.text) and not numeric(cell.text) for row in body for cell in row
    ) > 0.1 * len(rows):
        return -1
    label_right = lefts[0][1]
    at = _head_start(lines, parts, first, lefts[0][0], label_right, numbers[-1][1])
    heads = _heads([(k, s) for k in range(at, first) if not _numbering(parts[k]) for s in parts[k]], zones[1:], label_right, height)
    if not heads and len(zones) < 3:
        return -1
    for k in range(at, last + 1):
        lines[k].used = True
    page.tables.append(
        Table(lines[at].base - lines[at].height, lines[last].base, lefts[0][0], numbers[-1][1], heads + body, [z[0] for z in zones], page.number, len(heads))
    )
    return last


def _head_start(lines: list[Line], parts: list[list[Segment]], first: int, left: float, label_right: float, right: float) -> int:
    """The first of the lines above line `first` that name columns; `right` is where the table ends."""
    start = first
    for k in range(first - 1, max(-1, first - 9), -1):
        line, found = lines[k], parts[k]
        if (
            lines[k + 1].base - line.base > 2.6 * line.height
            or look.CAPTION.match(line.text)
            or look.UNIT_LINE.match(line.text)
            or line.text.endswith((".", ";", ":"))
            or len(found) == 1 and found[0].x1 > right - 0.3 * line.height and look.BARE_UNIT.fullmatch(line.text)  # the whole table's, at its right edge
        ):
            break
        if len(found) == 1:
            if look.mark(line.text) or len(line.text) > 60 or (found[0].x0 < label_right - 5 and found[0].x1 > label_right + 5):
                break
            # The name of the first column alone ("Ngành") may stand at half height.
            if found[0].x0 < label_right - 5:
                continue
        elif not any(s.middle > label_right for s in found):
            break
        start = k
    return start


def _heads(found: list[tuple[int, Segment]], columns: list[tuple[float, float]], label_right: float, height: float) -> list[list[GridCell]]:
    """Header rows from the names above the columns: wrapped names are one, a name over several columns covers them."""
    if not found:
        return []
    def labels(s: Segment) -> bool:  # it may be wider than the names of the rows
        return s.middle <= label_right or s.x0 < label_right and s.x1 < columns[0][0]

    names = [(k, s) for k, s in found if not labels(s)]
    full = {k for k in {k for k, _ in names} if sum(at == k for at, _ in names) == len(columns)}
    # A line with a name for more than half of the columns begins their names; names over several columns are fewer.
    many = {k for k in {k for k, _ in names} if sum(at == k for at, _ in names) > 0.55 * len(columns)}
    spans = _centred(names, columns)
    groups: list[list[tuple[int, Segment]]] = []
    for k, segment in names:
        for group in groups:
            above_at, above = group[-1]
            if spans.get(id(above)) != spans.get(id(segment)):
                continue
            aligned = abs(segment.middle - above.middle) < 2.5 or abs(segment.x0 - above.x0) < 1.5 or abs(segment.x1 - above.x1) < 1.5
            if above_at != k and aligned and 0 < segment.base - above.base < 1.6 * height and (k not in full or above_at in full or above_at in many):
                group.append((k, segment))
                break
        else:
            groups.append([(k, segment)])
    # Where one column ends and the next begins, by the numbers and by the line that names every column.
    wide = [list(c) for c in columns]
    for k in full:
        for c, segment in enumerate(s for at, s in names if at == k):
            wide[c] = [min(wide[c][0], segment.x0), max(wide[c][1], segment.x1)]
    cuts = [-1e9] + [(a[1] + b[0]) / 2 for a, b in zip(wide, wide[1:], strict=False)] + [1e9]
    paths: list[list[int]] = [[] for _ in columns]
    for g, group in enumerate(groups):
        left, right = min(s.x0 for _, s in group), max(s.x1 for _, s in group)
        if all(k in full for k, _ in group):
            at, segment = group[0]
            paths[[s for k, s in names if k == at].index(segment)].append(g)
            continue
        if covered := spans.get(id(group[0][1])):
            for c in covered:
                paths[c].append(g)
            continue
        # A column over which another name of the same line stands is that name's alone.
        lines_here = {k for k, _ in group}
        taken = {_home(s, columns) for k, s in names if k in lines_here and all(s is not own for _, own in group) and id(s) not in spans}
        for c in range(len(columns)):
            if c in taken and c not in {_home(s, columns) for _, s in group}:
                continue
            share = min(right, cuts[c + 1]) - max(left, cuts[c])
            if share > 0.2 * (right - left) or min(right, wide[c][1]) - max(left, wide[c][0]) > 0.6 * (wide[c][1] - wide[c][0]):
                paths[c].append(g)
    # Names one above the other over one and the same column are one name.
    cover = Counter(g for path in paths for g in path)
    named: list[list[tuple[int, ...]]] = []
    for path in paths:
        joined: list[tuple[int, ...]] = []
        for g in path:
            if joined and cover[g] == 1 and cover[joined[-1][0]] == 1:
                joined[-1] += (g,)
            else:
                joined.append((g,))
        named.append(joined)
    label_words = [w for _, s in found if labels(s) for w in s.words]
    depth = max(1, max(len(p) for p in named))
    rows: list[list[GridCell]] = []
    text, notes = joined_text(label_words)
    for level in range(depth):
        row = [GridCell(text, 1, depth, notes)] if level == 0 else []
        c = 0
        while c < len(columns):
            over = named[c]
            end = c + 1
            # A short path ends where the longest one does: its last name reaches down.
            if level < len(over):
                while end < len(columns) and named[end][: level + 1] == over[: level + 1]:
                    end += 1
                said, marks = joined_text(w for g in over[level] for _, s in groups[g] for w in s.words)
                row.append(GridCell(said, end - c, depth - level if level == len(over) - 1 else 1, marks))
            elif not over and level == 0:
                row.append(GridCell("", 1, depth))
            c = end
        rows.append(row)
    return rows


def _numbering(segments: list[Segment]) -> bool:
    """Whether a line only numbers the columns: "A  B  1  2  3=2/1"."""
    texts = [s.text.strip(" ()") for s in segments]
    told = [int(m[0]) for t in texts if (m := re.match(r"\d{1,2}(?!\d)", t))]
    return len(texts) > 2 and len(told) > 1 and told == list(range(told[0], told[0] + len(told))) and told[0] < 3 and all(re.fullmatch(r"[A-Z]|\d{1,2}(?:\s?=.*)?", t) for t in texts)


def _home(segment: Segment, columns: list[tuple[float, float]]) -> int:
    """The column nearest to the middle of a name."""
    return min(range(len(columns)), key=lambda c: (max(0.0, columns[c][0] - segment.middle, segment.middle - columns[c][1]), abs(sum(columns[c]) / 2 - segment.middle)))


def _centred(names: list[tuple[int, Segment]], columns: list[tuple[float, float]]) -> dict[int, list[int]]:
    """Names that stand over the middle of several names of a lower line, by identity, with the columns they cover."""
    by_line: dict[int, list[Segment]] = {}
    for k, segment in names:
        by_line.setdefault(k, []).append(segment)
    out: dict[int, list[int]] = {}
    order = sorted(by_line)
    for k, k2 in ((a, b) for i, a in enumerate(order) for b in order[i + 1 :]):
        below = sorted(by_line[k2], key=lambda s: s.x0)
        homes = [_home(s, columns) for s in below]
        uppers = [s for s in sorted(by_line[k], key=lambda s: s.x0) if below[0].x0 - 5 <= s.middle <= below[-1].x1 + 5 and id(s) not in out]
        if not uppers or len(uppers) >= len(below) or len(set(homes)) < len(homes) or len(uppers) > 6 or len(below) > 14:
            continue
        offs: dict[tuple[int, ...], float] = {}
        for cuts in combinations(range(1, len(below)), len(uppers) - 1):
            edges = (0, *cuts, len(below))
            offs[cuts] = max(abs((below[a].middle + below[b - 1].middle) / 2 - s.middle) for a, b, s in zip(edges, edges[1:], uppers, strict=False))
        best = min(offs, key=lambda cuts: offs[cuts])
        if offs[best] > 14:
            continue
        edges = (0, *best, len(below))
        for a, b, s in zip(edges, edges[1:], uppers, strict=False):
            if b - a > 1:
                out[id(s)] = list(range(homes[a], homes[b - 1] + 1))
    return out
