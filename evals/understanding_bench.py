"""What reading a question costs beside embedding it: `python -m evals.understanding_bench [-n ROUNDS]`.

Reads the questions of `evals/questions/forms.jsonl` against their report and embeds the same questions with the default
model, both warm and one by one, and prints the median of each and their ratio. The first of a kind (dictionary, tagger, model)
is not counted. The cache of tagged sentences is emptied before each round.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from statistics import median

from evals import forms_bench, questions_bench


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the two costs and their ratio."""
    from chain.question import read
    from chain.tagging import tagged
    from chain.world import build_world
    from vectorstore.embedding import load_embedder

    given = list(sys.argv[1:] if argv is None else argv)
    rounds = int(given[given.index("-n") + 1]) if "-n" in given else 1
    report = "tinh-dong-phuoc.txt"
    asked = [q["question"] for q in forms_bench.forms() if q["report"] == report]
    shelf = questions_bench.Shelf(forms_bench.FOLDER / "reports" / report)
    world = build_world(shelf.report(""), [f for _, f in shelf.figures()])
    embedder = load_embedder()
    read(asked[0], world)
    embedder.embed_queries([asked[0]])
    reading: list[float] = []
    embedding: list[float] = []
    for _ in range(rounds):
        tagged.cache_clear()
        for question in asked:
            start = time.perf_counter()
            read(question, world)
            reading.append(time.perf_counter() - start)
            start = time.perf_counter()
            embedder.embed_queries([question])
            embedding.append(time.perf_counter() - start)
    a, b = median(reading) * 1000, median(embedding) * 1000
    print(f"{len(reading)} questions: reading {a:.2f} ms, embedding {b:.2f} ms (medians), ratio {a / b:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
