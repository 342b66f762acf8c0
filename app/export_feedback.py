"""What readers thought of answers, as a table to work through: what was asked, what was answered, what is said to be wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.export import guarded

if TYPE_CHECKING:
    from vectorstore.conversations import Judgement

COLUMNS = ("lúc", "đánh giá", "lý do", "ghi chú", "câu hỏi", "trả lời", "kết luận", "báo cáo", "nguồn")


def as_csv(judgements: Iterable[Judgement]) -> str:
    """The judgements as CSV with a header; a text that a spreadsheet would run gets an apostrophe in front."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for j in judgements:
        answer = j.turn.answer
        sources = [c for c in answer.get("citations", ()) if isinstance(c, dict)]
        row = (
            j.feedback.given_at, "đúng" if j.feedback.good else "sai", j.feedback.reason, j.feedback.comment, j.turn.question, answer.get("answer", ""), answer.get("verdict") or "",
            "; ".join(dict.fromkeys(str(c.get("report", "")) for c in sources)), "; ".join(f"[{c.get('n')}] {c.get('start')}–{c.get('end')}: {c.get('quote')}" for c in sources),
        )  # fmt: skip
        writer.writerow([guarded(cell) for cell in row])
    return out.getvalue()


__all__ = ["COLUMNS", "as_csv"]
