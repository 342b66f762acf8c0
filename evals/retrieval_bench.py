"""How well passages are found: `python -m evals.retrieval_bench [-v]`.

Puts the invented passages of `evals/retrieval` into a temporary library with
the real embedder and prints MRR@10, recall@1 and recall@5 of dense alone,
lexical alone and both, for each form of question and in all; then the time of
a hybrid search against that of one query embedding. Dense alone is the
embedder's cosine and nothing else (the library's own dense score is 0 for a
question without diacritics); lexical alone is the lexical score of the search. The questions were written before any search was run; they are not
to be tuned to it.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from report.model import Block, BlockKind, Passage, Report, Section, Span

FOLDER = Path(__file__).parent / "retrieval"
REPORT = "retrieval"
FORMS = ("accented", "unaccented", "abbreviated", "paraphrase", "typo")


@dataclass(frozen=True, slots=True)
class Case:
    """A question and the ids of the passages that answer it."""

    id: str
    question: str
    form: str
    passages: frozenset[str]


def rows(path: Path) -> list[dict[str, Any]]:
    """The JSON lines of `path`."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def cases(folder: Path = FOLDER) -> list[Case]:
    """The questions of `folder`."""
    return [Case(r["id"], r["question"], r["form"], frozenset(r["passage"])) for r in rows(folder / "questions.jsonl")]


def corpus(folder: Path = FOLDER) -> tuple[Report, tuple[Passage, ...]]:
    """All passages of `folder` as one report; a passage keeps the id of its row.

    As in an ingested report, the searched text is the section's title and the quoted characters.
    """
    text = ""
    passages: list[Passage] = []
    sections: list[Section] = []
    blocks: list[Block] = []
    for row in rows(folder / "passages.jsonl"):
        if not sections or sections[-1].title != row["section"]:
            heading = Span(len(text), len(text) + len(row["section"]))
            text += row["section"] + "\n"
            sections.append(Section(row["section"], 1, heading, heading))
            blocks.append(Block(BlockKind.HEADING, heading, len(sections) - 1))
        span = Span(len(text), len(text) + len(row["text"]))
        text += row["text"] + "\n\n"
        here = sections[-1]
        sections[-1] = Section(here.title, here.level, here.heading, Span(here.span.start, span.end))
        blocks.append(Block(BlockKind.PARAGRAPH, span, len(sections) - 1))
        kind = "row" if row["register"] == "table" else "paragraph"
        passages.append(Passage(row["id"], span, f"{row['section']}\n{row['text']}", kind, row["section"]))
    title = "Đoạn văn thử tìm kiếm"
    report = Report(REPORT, title, text, tuple(sections), tuple(blocks), sha256="0" * 64, source="evals/retrieval")
    return report, tuple(passages)


def rank(found: Sequence[str], right: frozenset[str]) -> int:
    """The place of the first right passage, from 1; 0 when it is not there."""
    return next((place for place, name in enumerate(found, 1) if name in right), 0)


def score(ranks: Sequence[int]) -> tuple[float, float, float]:
    """MRR@10, recall@1, recall@5."""
    count = max(len(ranks), 1)
    reciprocal = sum(1 / r for r in ranks if 0 < r <= 10)
    return reciprocal / count, sum(r == 1 for r in ranks) / count, sum(0 < r <= 5 for r in ranks) / count


def best(hits: Sequence[Any], value: Callable[[Any], float]) -> list[str]:
    """Passage ids by falling `value`; a hit without any (0) was not found that way."""
    return [h.passage.id for h in sorted(hits, key=value, reverse=True) if value(h) > 0]


def milliseconds(act: Callable[[str], object], questions: Sequence[str]) -> float:
    """The median time of `act`, in ms."""
    spent = []
    for question in questions:
        begin = time.perf_counter()
        act(question)
        spent.append(time.perf_counter() - begin)
    return median(spent) * 1000


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its table; -v lists the questions whose first hit is wrong."""
    from vectorstore import Library
    from vectorstore.embedding import load_embedder

    verbose = "-v" in (sys.argv[1:] if argv is None else argv)
    report, passages = corpus()
    questions = cases()
    embedder = load_embedder()
    ranks: dict[tuple[str, str], list[int]] = defaultdict(list)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        library = Library(Path(folder), embedder)
        try:
            library.add(report, passages, ())
            library.search(questions[0].question, k=8)  # the model is loaded before anything is timed
            vectors = embedder.embed_passages([p.text for p in passages])
            asked_vectors = embedder.embed_queries([c.question for c in questions])
            for case, row in zip(questions, asked_vectors, strict=True):
                hits = library.search(case.question, k=len(passages))
                ways = {
                    "dense": [passages[i].id for i in (-(vectors @ row)).argsort(kind="stable")],
                    "lexical": best(hits, lambda h: h.lexical),
                    "hybrid": [h.passage.id for h in hits],
                }
                for way, found in ways.items():
                    place = rank(found, case.passages)
                    ranks[way, case.form].append(place)
                    ranks[way, "ALL"].append(place)
                if verbose and rank(ways["hybrid"], case.passages) != 1:
                    places = {way: rank(found, case.passages) for way, found in ways.items()}
                    first = ways["hybrid"][0] if ways["hybrid"] else "-"
                    print(case.id, case.form, case.question, "/".join(sorted(case.passages)), first, places, sep=" | ")
            asked = [c.question for c in questions[::3]]
            embedding = milliseconds(lambda q: embedder.embed_queries([q]), asked)
            # Other words than those just asked, should a search or an embedding be remembered.
            searching = milliseconds(lambda q: library.search(q, k=8), [f"{q} ?" for q in asked])
        finally:
            library.close()
    print(f"{len(passages)} passages, {len(questions)} questions, embedder {embedder.name}")
    print(f"{'form':12s} {'n':>4s}  way      MRR@10     R@1     R@5")
    for form in (*FORMS, "ALL"):
        for way in ("dense", "lexical", "hybrid"):
            got = ranks[way, form]
            mrr, one, five = score(got)
            print(f"{form:12s} {len(got):4d}  {way:8s} {mrr:6.3f}  {one:6.1%}  {five:6.1%}")
    print(f"query embedding {embedding:.1f} ms, hybrid search {searching:.1f} ms, ratio {searching / embedding:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
