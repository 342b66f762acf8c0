"""The customer's questions, answered and judged: `python -m evals.score_bench [-v] [NAME...]`.

When `../shared` is there, its reports go one by one into a temporary library,
the assistant answers the report's questions, and the judge of
`../shared/evals/score.py` (with the report's text, as `--text` does) prints
its table. -v lists what is not right.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from evals.retrieval_bench import rows

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = {
    "lang-son": "lang-son-2011-2015.txt",
    "ha-lam-quy-3-2024": "ha-lam-quy-3-2024.md",
    "binh-khe-2022": "binh-khe-2022.txt",
}


def judge_of(path: Path) -> ModuleType:
    """The customer's scorer, as a module."""
    spec = importlib.util.spec_from_file_location("shared_score", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(name: str, file: str, *, verbose: bool = False, shared: Path = SHARED) -> Counter[str]:
    """Answer the questions `name` on report `file`, print the table, return its bottom line."""
    from chain.answer import Ask, contract
    from chain.assistant import Assistant
    from ingest import passages, read_file
    from report.reader import read_figures
    from vectorstore import Library
    from vectorstore.embedding import load_embedder

    judge = judge_of(shared / "evals" / "score.py").judge
    read = read_file(shared / "reports" / file)
    report, parts = read if isinstance(read, tuple) else (read, passages(read))
    table: dict[str, Counter[str]] = defaultdict(Counter)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        library = Library(Path(folder), load_embedder())
        try:
            library.add(report, parts, read_figures(report))
            assistant = Assistant(library)
            for q in rows(shared / "evals" / f"{name}.jsonl"):
                ask = Ask(q["question"], tuple(q.get("history", ())), report.name)
                try:
                    answer = contract(assistant.invoke(ask), question=q["question"], id=q["id"])
                    verdict, why = judge(q, answer, report.text)
                except Exception as error:  # a crash is a wrong answer, not the end of the benchmark
                    verdict, why = "wrong", f"{type(error).__name__}: {error}"
                for key in (q["type"], "ALL"):
                    table[key][verdict] += 1
                if verbose and verdict != "right":
                    print(q["id"], q["type"], verdict, q["question"][:80], why, sep=" | ")
        finally:
            library.close()
    print(f"{name}\n{'type':20s} right silent wrong")
    for key, count in sorted(table.items()):
        n = sum(count.values())
        got = [count[v] for v in ("right", "silent", "wrong")]
        print(f"{key:20s} {got[0]:5d} {got[1]:6d} {got[2]:5d}   {got[0] / n:6.1%} right of {n}")
    return table["ALL"]


def main(argv: Sequence[str] | None = None) -> int:
    """Score the named question sets, or all three. Returns 1 when ../shared is not there."""
    given = list(sys.argv[1:] if argv is None else argv)
    names = [a for a in given if not a.startswith("-")] or list(SETS)
    if unknown := [n for n in names if n not in SETS]:
        print(f"Không có bộ câu hỏi {', '.join(unknown)}; có: {', '.join(SETS)}.", file=sys.stderr)
        return 2
    if not (SHARED / "evals" / "score.py").is_file():
        print(f"Không thấy {SHARED.name}/evals/score.py bên cạnh dự án: không có gì để chấm.", file=sys.stderr)
        return 1
    for name in names:
        run(name, SETS[name], verbose="-v" in given)
    return 0


if __name__ == "__main__":
    sys.exit(main())
