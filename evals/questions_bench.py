"""Our own questions over our own invented reports, answered and judged: `python -m evals.questions_bench [-v] [--held | --headline] [NAME...]`.

`evals/questions` is for looking at; of `evals/questions/held` only the totals are printed, so that it stays unseen. `headline` holds what everybody
asks of a report of its kind first (total revenue, the CPI against last month, the balance of trade), seven questions a report, also such as it does not answer. Reports
are read as the command line reads them (also through their other formats where a name has several), without a library.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from evals.judge import judge
from evals.retrieval_bench import rows

FOLDER = Path(__file__).parent / "questions"
HEADLINE = FOLDER / "headline"


class Shelf:
    """One report with its figures, as the chain needs them."""

    def __init__(self, path: Path) -> None:
        from ingest import read_file
        from report.reader import read_figures

        self._report, _ = read_file(path)
        self._figures = [(self._report.name, f) for f in read_figures(self._report)]

    def reports(self) -> list[Any]:
        return [SimpleNamespace(name=self._report.name, sha256=self._report.sha256, title=self._report.title)]

    def report(self, name: str) -> Any:
        return self._report

    def figures(self, name: str | None = None) -> list[Any]:
        return self._figures

    def nearness(self, name: str, question: str) -> dict[str, float]:
        from evals.vectors import nearness

        return nearness([f for _, f in self._figures], question)


def sets(folder: Path = FOLDER) -> Iterator[tuple[Path, Path]]:
    """Each file of questions with each file of its report."""
    for questions in sorted(folder.glob("*.jsonl")):
        for report in sorted(beside(folder).glob(f"{questions.stem}.*")):
            yield questions, report


def beside(folder: Path) -> Path:
    """Where the reports of a folder's questions are: in its own `reports`, or, for `headline`, in those of the questions it stands beside."""
    own = folder / "reports"
    return own if own.is_dir() else folder.parent / "reports"


def run(questions: Path, report: Path, *, verbose: bool = False, by_type: bool = True) -> Counter[str]:
    """Answers one set and prints its table; the bottom line is returned."""
    from chain.answer import Ask, contract
    from chain.assistant import Assistant

    shelf = Shelf(report)
    assistant = Assistant(shelf)
    name, text = shelf.reports()[0].name, shelf.report("").text
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for q in rows(questions):
        answer = contract(assistant.invoke(Ask(q["question"], tuple(q.get("history") or ()), name)), question=q["question"], id=q["id"])
        verdict, why = judge(q, answer, text)
        for key in (q["type"], "ALL"):
            table[key][verdict] += 1
        if verbose and verdict != "right":
            print(q["id"], q["type"], verdict, q["question"], why, answer["answer"][:160], sep=" | ")
    print(f"{report.name:34s} right silent wrong")
    for key, count in sorted(table.items()):
        if by_type or key == "ALL":
            n = sum(count.values())
            print(f"  {key:32s} {count['right']:5d} {count['silent']:6d} {count['wrong']:5d}   {count['right'] / n:6.1%} right, {count['wrong'] / n:5.1%} wrong of {n}")
    return table["ALL"]


def main(argv: Sequence[str] | None = None) -> int:
    """Every set, or the named ones; then all of them together."""
    given = list(sys.argv[1:] if argv is None else argv)
    held, headline = "--held" in given, "--headline" in given
    names = [a for a in given if not a.startswith("-")]
    whole: Counter[str] = Counter()
    for questions, report in sets(FOLDER / "held" if held else HEADLINE if headline else FOLDER):
        if not names or questions.stem in names:
            whole += run(questions, report, verbose="-v" in given and not held, by_type=not (held or headline))
    n = sum(whole.values())
    if not n:
        print(f"Không có bộ câu hỏi nào tên {', '.join(names)}." if names else "Không có bộ câu hỏi nào.", file=sys.stderr)
        return 2
    print(f"ALL {'held' if held else 'headline' if headline else 'open'}: {whole['right']} right ({whole['right'] / n:.1%}), {whole['silent']} silent, {whole['wrong']} wrong ({whole['wrong'] / n:.1%}) of {n}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
