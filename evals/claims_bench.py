"""Articles whose figures are checked against their reports: `python -m evals.claims_bench [-v] [FILE.jsonl [REPORTS_FOLDER]]`.

Prints verdicts given against verdicts due, the share that is right, and how often "đúng" or "làm tròn" was given to a
figure that is false or not in the report (this must be none).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from evals.questions_bench import Shelf

FOLDER = Path(__file__).parent
ARTICLES = FOLDER / "claims" / "articles.jsonl"
REPORTS = (FOLDER / "questions" / "reports", FOLDER.parent / "data")
_SHARED = {"khớp": "đúng", "không có": "không có trong báo cáo"}  # the words of other sets
GOOD = ("đúng", "làm tròn")


@lru_cache
def world_of(path: Path) -> Any:
    """The world of a report's file."""
    from chain.world import build_world

    shelf = Shelf(path)
    return build_world(shelf.report(""), [f for _, f in shelf.figures()])


def articles(file: Path) -> Iterator[dict[str, Any]]:
    """The articles of `file`, verdicts in the contract's words."""
    for line in file.read_text(encoding="utf-8").splitlines():
        a = json.loads(line)
        for f in a["figures"]:
            f["verdict"] = _SHARED.get(f["verdict"], f["verdict"])
        yield a | {"report": a.get("report") or a["doc"]}


def judged(article: dict[str, Any], folders: Sequence[Path]) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Each expected figure with the verdict that was given ("" when the figure was not read) and the reason."""
    from chain.check import check_text

    path = next(f / article["report"] for f in folders if (f / article["report"]).exists())
    checked = check_text(article["text"], [world_of(path)])
    at = 0
    for due in article["figures"]:
        start = article["text"].index(due["text"], at)
        at = start + len(due["text"])
        given = next((j for j in checked.figures if j.start < at and j.end > start), None)
        yield due, given.verdict if given else "", given.reason if given else ""


def main(argv: Sequence[str] | None = None) -> int:
    """One file of articles."""
    args = [a for a in (sys.argv[1:] if argv is None else argv) if a != "-v"]
    verbose = "-v" in (sys.argv[1:] if argv is None else argv)
    file = Path(args[0]) if args else ARTICLES
    folders = (Path(args[1]),) if len(args) > 1 else REPORTS
    table: Counter[tuple[str, str]] = Counter()
    for article in articles(file):
        for due, verdict, reason in judged(article, folders):
            table[due["verdict"], verdict or "(không đọc được)"] += 1
            if verbose and verdict != due["verdict"]:
                print(article["id"], due["text"], "phải là", due["verdict"], due.get("why", ""), "| cho là", verdict, "|", reason)
    for (want, got), n in sorted(table.items()):
        print(f"{want:24s} -> {got:24s} {n:4d}")
    whole = sum(table.values())
    right = sum(n for (want, got), n in table.items() if want == got)
    worst = sum(n for (want, got), n in table.items() if want not in GOOD and got in GOOD)
    print(f"{right} of {whole} verdicts right ({right / whole:.1%}); “đúng” or “làm tròn” given to a false figure: {worst}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
