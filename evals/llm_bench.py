"""The settings' language model on question sets: `python -m evals.llm_bench [-v] [--tokens N] [QUESTIONS.jsonl REPORT]...`.

Without files: our own sets. Of every answer: who wrote it, how many sentences of the model were left out, and whether what is
shown is right where the composer's was (`evals.judge`). What matters is the last line: 0 answers may get worse. Questions that the
composer does not answer with something to write are not put to the model.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.judge import judge
from evals.questions_bench import Shelf, sets
from evals.retrieval_bench import rows

_LEFT_OUT = re.compile(r"[đĐ]ã bỏ (\d+) câu")


def run(questions: Path, report: Path, writer: Any, *, verbose: bool = False) -> Counter[str]:
    """Answers one set with and without the model; what came of it."""
    from chain.answer import Answer, Ask, contract
    from chain.assistant import Assistant
    from chain.llm import writable

    shelf = Shelf(report)
    alone, written = Assistant(shelf), Assistant(shelf, writer)
    name, text = shelf.reports()[0].name, shelf.report("").text
    count: Counter[str] = Counter()
    for q in rows(questions):
        ask = Ask(q["question"], tuple(q.get("history") or ()), name)
        before = alone.invoke(ask)
        count["questions"] += 1
        if not isinstance(before, Answer) or not writable(before):
            continue
        after = written.invoke(ask)
        assert isinstance(after, Answer)
        count["asked"] += 1
        count["by the model" if after.writer != "composer" else "by the composer"] += 1
        removed = _LEFT_OUT.search(after.note)
        count["sentences left out"] += int(removed[1]) if removed else 0
        first = judge(q, contract(before, question=q["question"]), text)
        then, why = judge(q, contract(after, question=q["question"]), text)
        if then == "wrong" and first[0] != "wrong":
            count["made wrong"] += 1
        if verbose or count["made wrong"] and then == "wrong" and first[0] != "wrong":
            print(q.get("id"), then, why, q["question"], after.writer, after.note, after.text if after.writer != "composer" else "", sep=" | ")
    print(f"{report.name}: {dict(count)}", flush=True)
    return count


def main(argv: Sequence[str] | None = None) -> int:
    """Every set; then all of them together."""
    import app.model

    grammar = argparse.ArgumentParser(prog="python -m evals.llm_bench")
    grammar.add_argument("files", nargs="*", type=Path)
    grammar.add_argument("-v", action="store_true")
    grammar.add_argument("--tokens", type=int, default=app.model.MOST_TOKENS)
    args = grammar.parse_args(argv)
    app.model.MOST_TOKENS = args.tokens
    writer = app.model.writer()
    if writer is None or len(args.files) % 2:
        print("Đặt HOIBAOCAO_LLM (và HOIBAOCAO_LLM_BASE_URL) rồi chạy lại; tệp câu hỏi đi kèm tệp báo cáo.")
        return 2
    whole: Counter[str] = Counter()
    start = time.monotonic()
    for questions, report in list(zip(args.files[::2], args.files[1::2])) or sets():
        whole += run(questions, report, writer, verbose=args.v)
    print(f"ALL {writer.name}: {dict(whole)} in {time.monotonic() - start:.0f} s; made wrong: {whole['made wrong']}")
    return 1 if whole["made wrong"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
