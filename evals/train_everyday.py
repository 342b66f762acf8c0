"""Fits the tables of `chain.everyday` on questions beside official names: `python -m evals.train_everyday [--write]`.

`evals/everyday/*.jsonl` hold what reports print ("official") with how people ask for it ("everyday"), all of it written for this;
the thesaurus is read as more of the same. IBM model 1 with a null word (expectation maximisation) says which official word an everyday
one stands for; how much of its use a word has in reports is counted over the names in the reports of `evals/questions`, the official
names and the everyday questions. --write puts both into `chain/everyday.txt`.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from chain import everyday, thesaurus
from chain import words as W
from evals.questions_bench import FOLDER, Shelf
from evals.train_adapter import written
from evals.train_matcher import sources
from report.text import nfc, words

ROUNDS = 8
NULL = ""
NULL_WEIGHT = 2.0
SEEN = 0.6  # how often a pair is to be counted
SURE, MOST = 0.3, 8  # which pairs are kept
_ALTERNATIVES = 6

Pair = tuple[list[str], list[str]]


def grams(row: Sequence[str]) -> list[str]:
    """The syllables that name something, and those side by side."""
    named = [w for w in row if not w[0].isdigit()]
    return [w for w in named if w not in W.STOP] + [f"{a} {b}" for a, b in zip(named, named[1:], strict=False) if not (a in W.STOP and b in W.STOP)]


def pairs() -> list[Pair]:
    """What is said beside what is written."""
    out = [(grams(words(nfc(e).lower())), grams(words(nfc(official).lower()))) for official, said in written() for e in said]
    for said, others in thesaurus.table()[0].items():
        out += [(grams(said), grams(o)) for o in others[:_ALTERNATIVES]]
    return out


def translate(data: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """For each everyday word the official ones that it stands for, the surest first."""
    often = Counter(v for said, _ in data for v in said)
    size = sum(often.values())
    t: dict[tuple[str, str], float] = {}
    count: dict[tuple[str, str], float] = {}
    for _ in range(ROUNDS):
        count, whole = defaultdict(float), defaultdict(float)
        for said, official in data:
            sources_of = [NULL, *official]
            for v in said:
                parts = [(t.get((v, w), 0.0) if t else 1 / len(often)) * (NULL_WEIGHT if w == NULL else 1.0) for w in sources_of]
                total = sum(parts) or 1.0
                for w, p in zip(sources_of, parts, strict=True):
                    count[v, w] += p / total
                    whole[w] += p / total
        t = {(v, w): c / (whole[w] + (0.0 if w == NULL else NULL_WEIGHT)) for (v, w), c in count.items()}
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (v, w), p in t.items():
        if w in (NULL, v) or count[v, w] < SEEN:
            continue
        sure = p / (p + 50 * (often[v] + 1) / size + 0.02)  # beside how often it is said at all
        if sure >= SURE:
            found[v][w] = sure
    return {v: dict(sorted(ws.items(), key=lambda x: (-x[1], x[0]))[:MOST]) for v, ws in found.items()}


def official_shares() -> dict[str, float]:
    """How much of the use of each word is in reports."""
    reports: Counter[str] = Counter()
    talk: Counter[str] = Counter()

    def held(text: str) -> set[str]:
        row = words(nfc(text).lower())
        return {*row, *(f"{a} {b}" for a, b in zip(row, row[1:], strict=False))}

    def count(into: Counter[str], text: str, weight: float) -> None:
        for g in held(text):
            into[g] += weight  # type: ignore[assignment]

    for _, report in sources([FOLDER]):
        names = {f"{f.indicator} {f.head}" for _, f in Shelf(report).figures()}
        reports.update(set().union(*map(held, names)))
    for official, said in written():
        count(reports, official, 0.5)
        for e in said:
            count(talk, e, 0.5)
    for line in nfc((Path(everyday.__file__).parent / "thesaurus.txt").read_text("utf-8")).splitlines():
        left, arrow, right = line.split("#")[0].partition("=>")
        if arrow:
            for phrase in left.split("|"):
                count(talk, phrase, 0.5)
            for phrase in right.split("|")[:3]:
                count(reports, phrase, 0.3)
    return {g: (reports[g] + 0.3) / (reports[g] + talk[g] + 1) for g in {*reports, *talk} if reports[g] + talk[g] >= (0.5 if " " not in g else 1.5) and not any(c.isdigit() for c in g)}


def main(argv: Sequence[str] | None = None) -> int:
    """Fits, prints how much there is; with --write keeps the tables."""
    given = list(sys.argv[1:] if argv is None else argv)
    data = pairs()
    means, shares = translate(data), official_shares()
    print(f"{len(data)} pairs; {len(means)} everyday words stand for {sum(map(len, means.values()))} official ones; {len(shares)} words are counted")
    if "--write" in given:
        lines = ["# WORD = percent of its use in reports | what it stands for, percent sure | …   Written by evals.train_everyday; not by hand."]
        for word in sorted({*means, *shares}):
            share = f"{round(100 * shares[word])}" if word in shares else ""
            lines.append("|".join([f"{word}={share}", *(f"{w} {round(100 * s)}" for w, s in means.get(word, {}).items())]))
        (Path(everyday.__file__).parent / "everyday.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
