"""Figures and findings as files: CSV, JSON, Excel, plain text; and how a file is written whole or not at all.

Texts of a report are never run as formulas by a spreadsheet. Not here: which figures (`app/cli.py`), the checks
(`report.audit`).
"""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from report.audit import Finding, Kind
from report.model import Figure, Report
from report.periods import label

COLUMNS = ("report", "indicator", "scope", "text", "value", "unit", "measure", "base", "modality", "bound", "direction",
           "period", "section", "start", "end", "quote")  # fmt: skip
_WIDTHS = {"report": 22, "indicator": 42, "scope": 16, "text": 20, "value": 20, "period": 20, "section": 40, "quote": 90}
# A spreadsheet runs a text that starts so; it takes the full-width forms for the same signs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CELL_LIMIT = 32767  # Excel's longest text
KIND_NAMES = {
    Kind.TOTAL: "Tổng và các phần", Kind.GROWTH: "Tốc độ tăng, giảm", Kind.COMPLETION: "Mức hoàn thành kế hoạch",
    Kind.SHARE: "Tỷ trọng", Kind.BALANCE: "Cán cân thương mại", Kind.CONFLICT: "Hai chỗ nêu khác nhau",
}  # fmt: skip
NOTHING = "Không thấy chỗ nào không khớp."


def figure_row(owner: str, report: Report, f: Figure) -> dict[str, Any]:
    """A figure as a row: one entry for each of `COLUMNS`."""
    return {
        "report": owner, "indicator": f.indicator, "scope": f.scope, "text": f.text, "value": format(f.value, "f"), "unit": f.unit,
        "measure": f.measure.value, "base": f.base.value, "modality": f.modality.value, "bound": f.bound.value,
        "direction": f.direction.value, "period": label(f.period) or f.period.label, "section": " › ".join(report.section_path(f.section)),
        "start": f.span.start, "end": f.span.end, "quote": f.sentence.of(report.text),
    }  # fmt: skip


def as_json(rows: Sequence[dict[str, Any]]) -> str:
    """The rows as a JSON array."""
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: Iterable[dict[str, Any]]) -> str:
    """The rows as CSV with a header; a text that a spreadsheet would run gets an apostrophe in front."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: guarded(value) if key != "value" else value for key, value in row.items()})
    return out.getvalue()


def guarded(value: Any) -> Any:
    """`value` with an apostrophe in front where a spreadsheet would run it."""
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def as_xlsx(rows: Iterable[dict[str, Any]]) -> bytes:
    """The rows as an Excel workbook: sheet "Số liệu", a fixed header row with filters, values as numbers, texts as texts."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Số liệu")
    sheet.freeze_panes = "A2"
    for i, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(i)].width = _WIDTHS.get(name, 12)

    def text(value: str) -> Any:
        cell = WriteOnlyCell(sheet, "")
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)[:_CELL_LIMIT]
        # openpyxl takes "=…" for a formula and "#N/A" for an error; the prefix keeps it a text when someone edits the cell
        cell.data_type = "s"
        if value.startswith(_FORMULA):
            cell.quotePrefix = True
        cell.alignment = Alignment(vertical="top")
        return cell

    def number(value: str | int) -> Any:
        exact = Decimal(value)
        cell = WriteOnlyCell(sheet, exact)
        places = max(0, -int(exact.normalize().as_tuple().exponent))
        cell.number_format = "#,##0" + ("." + "0" * places if places else "")
        cell.alignment = Alignment(vertical="top")
        return cell

    head = [text(name) for name in COLUMNS]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    count = 1
    for row in rows:
        sheet.append([number(row[name]) if name in ("value", "start", "end") else text(str(row[name])) for name in COLUMNS])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def finding_row(owner: str, report: Report, finding: Finding) -> dict[str, Any]:
    """A finding for programs: what was expected and stated (in `unit`), the arithmetic, and every figure with its place."""
    keep = ("text", "value", "unit", "indicator", "measure", "modality", "period", "section", "start", "end", "quote")
    return {
        "report": owner, "kind": finding.kind.value, "explanation": finding.explanation, "formula": finding.formula,
        "expected": format(finding.expected, "f"), "stated": format(finding.stated, "f"), "unit": finding.unit,
        "figures": [{key: value for key, value in figure_row(owner, report, f).items() if key in keep} for f in finding.figures],
    }  # fmt: skip


def as_text(found: Sequence[tuple[str, Report, Finding]]) -> str:
    """The findings for people: explanation, arithmetic, and the places of the quotes; one line when there is none."""
    if not found:
        return NOTHING + "\n"
    lines: list[str] = []
    for n, (owner, report, finding) in enumerate(found, 1):
        lines += [f"{n}. {KIND_NAMES[finding.kind]}: {finding.explanation}", f"   Phép tính: {finding.formula}"]
        places: dict[tuple[int, int], Figure] = {}
        for f in finding.figures:
            span = f.sentence if f.sentence.holds(f.span) else f.span
            places.setdefault((span.start, span.end), f)
        for (start, end), f in places.items():
            place = " · ".join(p for p in (owner, " › ".join(report.section_path(f.section)), f"trang {f.page}" if f.page else "", f"ký tự {start}–{end}") if p)
            lines.append(f"   {place}")
            lines += [f"       {line}" for line in report.text[start:end].strip().splitlines()]
        lines.append("")
    lines.append(f"Có {len(found)} chỗ không khớp.")
    return "\n".join(lines) + "\n"


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` to `target`: all of it, or the file stays as it was. A folder is refused. Raises OSError."""
    real = Path(os.path.realpath(target))
    if real.is_dir():
        raise IsADirectoryError(21, "is a directory", str(target))
    mode: int | None = None
    if real.exists():
        kept = real.stat().st_mode
        if not stat.S_ISREG(kept):
            real.write_bytes(data)  # a pipe or a device cannot be replaced
            return
        if not os.access(real, os.W_OK):
            raise PermissionError(13, "not writable", str(target))
        mode = stat.S_IMODE(kept)
    beside = real.with_name(f".{real.name[:100]}.{os.getpid()}.tmp")
    try:
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(beside, mode)
        os.replace(beside, real)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


__all__ = ["COLUMNS", "KIND_NAMES", "NOTHING", "as_csv", "as_json", "as_text", "as_xlsx", "figure_row", "finding_row", "write_whole"]
