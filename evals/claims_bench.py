"""Articles whose figures are checked against their reports: `python -m evals.claims_bench [-v] [FILE.jsonl [REPORTS_FOLDER]]`.

Prints verdicts given against verdicts due, the share that is right, and how often "đúng" or "làm tròn" was given to a
figure that is false or not in the report (this must be none). A file of lines with a "question" (`claims/spoken.jsonl`) holds
claims as they are typed in a chat ("… đúng không?"): right is the verdict due, with the report's figure first in the answer.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from evals.questions_bench import Shelf

FOLDER = Path(__file__).parent
ARTICLES = FOLDER / "claims" / "articles.jsonl"
REPORTS = (FOLDER / "questions" / "reports", FOLDER.parent / "data", FOLDER / "claims" / "reports")
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


def spoken(claim: dict[str, Any], folders: Sequence[Path]) -> tuple[str, str]:
    """The verdict that the chat gives ("" for none) and its answer; a verdict whose right figure does not come first gets a "?"."""
    from chain.answer import Ask

    assistant, name = assistant_of(next(f / claim["report"] for f in folders if (f / claim["report"]).exists()))
    result = assistant.invoke(Ask(claim["question"], (), name))
    verdict, text = getattr(result, "verdict", None) or "", re.sub(r"\[\d+\]", " ", result.text)
    forms = "|".join(re.escape(r) for r in claim["right"].split("|"))
    said = re.search(rf"(?<![\d.,])(?:{forms})(?![\d]|[.,]\d)", text) if forms else None
    numbers = [m for m in re.finditer(r"\d+(?:[.,/]\d+)*", text) if not re.fullmatch(r"(?:19|20)\d\d", m[0])]
    asserted = [m for m in numbers if m[0] in re.findall(r"\d+(?:[.,/]\d+)*", claim["question"]) and len(m[0]) > 2]
    late = claim["verdict"] == "sai" and said is not None and any(m.end() <= said.start() for m in asserted)
    return (f"{verdict}?" if claim["right"] and (said is None or late) and verdict in (claim["verdict"], "làm tròn") else verdict), result.text


@lru_cache
def assistant_of(path: Path) -> tuple[Any, str]:
    """The assistant over a report's file, and the report's name."""
    from chain.assistant import Assistant

    shelf = Shelf(path)
    return Assistant(shelf), shelf.reports()[0].name


def chat(claims: Sequence[dict[str, Any]], folders: Sequence[Path], *, verbose: bool) -> int:
    """The table of a file of claims as they are typed."""
    table: Counter[tuple[str, str]] = Counter()
    right = worst = 0
    for claim in claims:
        due = claim["verdict"]
        verdict, text = spoken(claim, folders)
        table[due, verdict or "(không kết luận)"] += 1
        fits = verdict == due or due == "đúng" and verdict == "làm tròn" or due == "không có trong báo cáo" and verdict == ""
        right += fits
        worst += verdict.rstrip("?") in GOOD and due not in GOOD
        if verbose and not fits:
            print(claim["id"], claim["question"], "phải là", due, claim["right"], claim.get("trap", ""), "| cho là", verdict, "|", text[:200])
    for (want, got), n in sorted(table.items()):
        print(f"{want:24s} -> {got:24s} {n:4d}")
    print(f"{right} of {len(claims)} claims answered right ({right / len(claims):.1%}); “đúng” given to a false one: {worst}")
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """One file of articles."""
    args = [a for a in (sys.argv[1:] if argv is None else argv) if a != "-v"]
    verbose = "-v" in (sys.argv[1:] if argv is None else argv)
    file = Path(args[0]) if args else ARTICLES
    folders = (Path(args[1]),) if len(args) > 1 else REPORTS
    given = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    if "question" in given[0]:
        return chat(given, folders, verbose=verbose)
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
