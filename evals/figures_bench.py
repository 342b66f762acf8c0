"""How well figures are read: `python -m evals.figures_bench [-v] [FOLDER|NAME...]`.

Reads each invented text of `evals/figures/open` (and `held`, as totals only),
and compares every figure that the reader finds with those written down by
hand. Prints, for each text and in all: recall (figures of the gold that are
found), precision (found figures that are figures, with the right value and
unit), and of the figures that both have, how many agree in indicator, period,
measure, modality and direction. -v lists what differs in the open texts.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from report.model import Direction, Figure, Measure, Period, Report
from report.shorthand import spelled
from report.text import nfc, words

FOLDER = Path(__file__).parent / "figures"
SLOTS = ("indicator", "period", "measure", "modality", "direction")
# Words that add nothing to a name, or that a name may carry or leave.
_LIGHT = frozenset(["của", "và", "các", "những", "trong", "tại", "trên", "ở", "về", "cho", "theo", "với", "do", "là", "một", "số", "tổng", "mức", "có", "được", "đạt", "cả", "toàn", "lượng", "bị", "từ", "để", "ra", "đã", "địa", "bàn"])


@dataclass(frozen=True, slots=True)
class Gold:
    """A figure written down by hand: `start`..`end` hold its printed value in the text."""

    row: dict[str, Any]
    start: int
    end: int


def gold_of(path: Path, text: str) -> list[Gold]:
    """The lines of `path`, placed in `text`. Raises ValueError when a place is not found exactly once."""
    out = []
    for line in path.read_text("utf-8").splitlines():
        if not line.strip():
            continue
        row = json.loads(line)
        at = nfc(row["at"])
        left, value, _ = re.split("[«»]", at)
        plain = at.replace("«", "").replace("»", "")
        if text.count(plain) != 1:
            raise ValueError(f"{path.name}: found {text.count(plain)} times: {plain}")
        start = text.index(plain) + len(left)
        out.append(Gold(row, start, start + len(value)))
    return out


def printed(period: Period) -> str:
    """A period as the gold writes it."""
    year = str(period.year or "")
    match period.kind:
        case "range":
            return f"{period.first}-{period.year}"
        case "quarter":
            return f"{year}-Q{period.part}"
        case "month":
            return f"{year}-M{period.part:02d}"
        case "months":
            return f"{year}-H1" if period.part == 6 else f"{year}-{period.part}T"
        case "half":
            return f"{year}-H{period.part}"
        case "date":
            return f"{year}-{(period.part or 0) // 100:02d}-{(period.part or 0) % 100:02d}"
    return f"{period.first}-{year}" if period.first else year


def _one_of(given: object, value: str) -> bool:
    return value in given if isinstance(given, list) else value == given


def _names(text: str) -> set[str]:
    return {w for w in words(spelled(text)) if w not in _LIGHT}


# That it is a rate of growth is said by the measure: "tốc độ tăng GRDP" is the growth of "GRDP".
_GROWTH = frozenset(["tốc", "độ", "tăng", "trưởng"])


def same_name(row: dict[str, Any], f: Figure, label: str = "") -> bool:
    """Whether the name holds all the gold's words, and no other words than those it may: in a table, those of its row's `label`."""
    gold = _names(row["indicator"]) - (_GROWTH if f.measure is Measure.GROWTH else frozenset())
    own = _names(f.indicator)
    told = own | _names(f"{f.head} {f.scope}")
    free = _names(f"{row.get('also', '')} {row['unit']} {f.unit} {label} {'tỷ lệ' if f.unit == '%' else ''}") | gold
    return gold <= told | _names(f.unit) and len(own - free) <= 1


def same_unit(gold: str, unit: str) -> bool:
    """Whether the units agree; a counter may be printed longer ("vụ" and "vụ vi phạm")."""
    a, b = gold.lower(), unit.lower()
    return a == b or bool(a and b) and (a.startswith(b + " ") or b.startswith(a + " "))


def differences(row: dict[str, Any], f: Figure, label: str = "") -> list[str]:
    """The slots in which a found figure differs from the gold."""
    out = []
    if not same_name(row, f, label):
        out.append("indicator")
    given = row["period"]
    shown = printed(f.period)
    if not _one_of(given, shown) and not (shown.endswith("-12T") and _one_of(given, shown[:4])) and not (f.period.kind == "months" and f.period.part == 3 and _one_of(given, f"{f.period.year}-Q1")):
        out.append("period")
    if not _one_of(row["measure"], f.measure.value) and not (f.measure is Measure.GROWTH and f.base.value == "plan" and _one_of(row["measure"], "completion")):
        out.append("measure")
    if not _one_of(row["modality"], f.modality.value):
        out.append("modality")
    if f.measure is not Measure.INDEX and f.measure is not Measure.MULTIPLE and not _one_of(row["direction"], "" if f.direction is Direction.NONE else f.direction.value):
        out.append("direction")
    return out


def right_value(row: dict[str, Any], f: Figure) -> bool:
    """Whether value, upper end and unit agree exactly."""
    high = row.get("high")
    return abs(Decimal(row["value"])) == abs(f.value) and same_unit(row["unit"], f.unit) and (high is None or f.high is not None and Decimal(high) == f.high)


def score(report: Report, gold: Sequence[Gold], found: Sequence[Figure], *, verbose: bool = False) -> Counter[str]:
    """Counts: gold, found (wanted or wrong), matched, valued (right value and unit), and right ones of each slot."""
    table: Counter[str] = Counter()
    used: set[int] = set()
    for g in gold:
        near = [i for i, f in enumerate(found) if i not in used and f.span.start < g.end and g.start < f.span.end]
        near.sort(key=lambda i: (not right_value(g.row, found[i]), abs(found[i].span.start - g.start)))
        optional = bool(g.row.get("optional"))
        if not optional:
            table["gold"] += 1
        if not near:
            if not optional and verbose:
                print(f"  MISSED   {g.row['at']}")
            continue
        used.add(near[0])
        if optional:
            continue
        f = found[near[0]]
        table["matched"] += 1
        table["found"] += 1
        if not right_value(g.row, f):
            if verbose:
                print(f"  VALUE    {g.row['at']}: {f.value} {f.unit}, not {g.row['value']} {g.row['unit']}")
            continue
        table["valued"] += 1
        label = report.tables[f.table].rows[f.row][0].text if f.table is not None and f.row is not None else ""
        wrong = differences(g.row, f, label)
        for slot in SLOTS:
            table[slot] += slot not in wrong
        table["whole"] += not wrong
        if verbose and wrong:
            shown = {
                "indicator": f"{f.indicator}" + (f" < {f.head}" if f.head else ""), "period": printed(f.period), "measure": f.measure.value,
                "modality": f.modality.value, "direction": f.direction.value,
            }  # fmt: skip
            print(f"  {g.row['at']}\n" + "\n".join(f"      {slot}: {shown[slot]!r}, not {g.row[slot]!r}" for slot in wrong))
    for i, f in enumerate(found):
        if i not in used:
            table["found"] += 1
            if verbose:
                line = report.text[max(0, f.span.start - 30) : f.span.end + 20].replace("\n", "¶")
                print(f"  EXTRA    {f.text!r} in {line}")
    return table


def _line(name: str, t: Counter[str]) -> str:
    def share(n: int, of: int) -> str:
        return f"{n / of:6.1%}" if of else "   –  "

    slots = " ".join(share(t[slot], t["valued"]) for slot in SLOTS)
    return f"{name:34s} {t['gold']:5d} {share(t['matched'], t['gold'])} {share(t['valued'], t['found'])} {slots} {share(t['whole'], t['valued'])}"


def run(folder: Path, names: Sequence[str] = (), *, verbose: bool = False) -> Counter[str]:
    """Score the texts of `folder`, print a line for each when verbose and one for all; returns the counts."""
    from ingest import read_file
    from report.reader import read_figures

    total: Counter[str] = Counter()
    for path in sorted(folder.glob("*.jsonl")):
        if names and path.stem not in names:
            continue
        source = next(p for p in (path.with_suffix(".txt"), path.with_suffix(".md")) if p.is_file())
        report = read_file(source)[0]
        found = read_figures(report)
        if verbose:
            print(path.stem)
        table = score(report, gold_of(path, report.text), found, verbose=verbose)
        if folder.name != "held":
            print(_line(path.stem, table))
        total += table
    print(_line(f"ALL of {folder.name}", total))
    return total


def main(argv: Sequence[str] | None = None) -> int:
    """Score the named texts, or the open and the held ones."""
    given = list(sys.argv[1:] if argv is None else argv)
    names = [a for a in given if not a.startswith("-")]
    print(f"{'text':34s}  gold recall  prec. " + " ".join(f"{s[:6]:>6s}" for s in SLOTS) + "  whole")
    for folder in [FOLDER / names[0]] if names and (FOLDER / names[0]).is_dir() else [FOLDER / "open"] if names else [FOLDER / "open", FOLDER / "held"]:
        if any(folder.glob("*.jsonl")):
            run(folder, names if not (names and (FOLDER / names[0]).is_dir()) else (), verbose="-v" in given and folder.name != "held")
    return 0


if __name__ == "__main__":
    sys.exit(main())
