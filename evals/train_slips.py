"""Fits the mending of slips: `python -m evals.train_slips [--write]`.

Our own questions (`evals/questions`, never those held back), as they stand and with slips of the keyboard, are read against their
report and the language of the others, so that what was meant comes out. What is learned is judged on reports left out. --write puts
the weights into `chain/slips.json`.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from chain import slips
from chain.counts import NUMBER, Counts
from chain.question import clean
from chain.spelling import sounding
from evals.claims_bench import world_of
from evals.questions_bench import FOLDER, sets
from evals.slips_bench import slip
from evals.train_accents import FOLDS, Case, asked, counted, fit, summed
from report.text import fold, same_words


def half_bare(text: str, seed: str, share: float) -> str:
    """`text` with `share` of its words without diacritics."""
    chance = random.Random(seed)
    return re.sub(r"[^\W\d_]+", lambda m: fold(m[0]) if m[0].islower() and chance.random() < share else m[0], text)


def by_ear(text: str, seed: str) -> str:
    """`text` with one word written as it sounds."""
    chance = random.Random(seed)
    words = [(m, sorted(sounding(m[0]))) for m in re.finditer(r"[^\W\d_]{2,}", text) if m[0].islower() and sounding(m[0])]
    if not words:
        return text
    m, options = chance.choice(words)
    return text[: m.start()] + chance.choice(options) + text[m.end() :]


def forms(question: str, n: int) -> Iterator[tuple[str, str]]:
    """The ways in which a question is typed: as it stands, with a slip, and now and then with two or half without diacritics."""
    yield "clean", question
    yield "slip", slip(question, f"{question} 1")
    if n % 4 == 0:
        yield "two slips", slip(slip(question, f"{question} 2"), f"{question} 3")
    if n % 4 == 2:
        yield "half bare", half_bare(question, question, 0.35 if n % 8 == 2 else 0.8)
    if n % 4 == 3:
        yield "by ear", by_ear(question, question)


def words_of(text: str) -> list[str]:
    """The words of `text`, numbers as one."""
    return [NUMBER if p[0].isdigit() else p for p in re.findall(r"[^\W\d_]+|\d+(?:[.,]\d+)*", same_words(text))]


def cases() -> tuple[list[Case], Counter[str]]:
    """The questions that can be read as they were meant, and how many of each form there are in all."""
    out: list[Case] = []
    total: Counter[str] = Counter()
    by_report = counted()
    for questions, report in sets(FOLDER):
        others = summed([c for source, cs in by_report.items() if source != str(report) for c in cs])
        own: Counts = world_of(report).counts
        for n, question in enumerate(asked(questions)):
            question = clean(question)
            meant = words_of(question)
            for form, typed in forms(question, n):
                if form != "clean" and typed == question or fold(typed) == typed.lower():
                    continue
                total[form] += 1
                found = slips.lattice(typed, own, others)
                if len(meant) == len(found.readings) and all(w in r for w, r in zip(meant, found.readings)):
                    right = tuple(r.index(w) for w, r in zip(meant, found.readings))
                    out.append(Case(str(report), found, slips.features(found, own, others), right, form))
    return out, total


def judged(cases: Sequence[Case], weights: np.ndarray, seen: list[str] | None = None) -> Counter[str]:
    """Questions read as they were meant, by form."""
    found: Counter[str] = Counter()
    for c in cases:
        chosen = slips.likeliest(c.features, c.found.apart, weights)
        found[c.form] += tuple(chosen) == c.right
        if seen is not None and tuple(chosen) != c.right:
            seen.append(f"{c.form}: " + ", ".join(f"{t}>{r[k]} ({r[m]})" for t, r, k, m in zip(c.found.typed, c.found.readings, chosen, c.right) if k != m) + " | " + " ".join(c.found.typed))
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Learns, judges on reports left out, and prints; with --write keeps the weights."""
    given = list(sys.argv[1:] if argv is None else argv)
    data, total = cases()
    reports = sorted({c.source for c in data})
    right: Counter[str] = Counter()
    seen: list[str] = []
    for k in range(FOLDS):
        out = set(reports[k::FOLDS])
        right += judged([c for c in data if c.source in out], fit([c for c in data if c.source not in out]), seen)
    reach = Counter(c.form for c in data)
    for form, n in total.items():
        print(f"{form:10s} {right[form]:5d} of {n:5d} read as meant, {right[form] / n:.2%}; {reach[form] / n:.2%} can be")
    if "--seen" in given:
        print("\n".join(seen))
    weights = fit(data)
    print(json.dumps({f: round(float(w), 3) for f, w in zip(slips.FEATURES, weights)}))
    if "--write" in given:
        (Path(slips.__file__).parent / "slips.json").write_text(json.dumps({f: round(float(w), 3) for f, w in zip(slips.FEATURES, weights)}, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
