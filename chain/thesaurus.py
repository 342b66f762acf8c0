"""What people say for what reports write: the commented table `thesaurus.txt`, read once.

A line is a group of phrases that say the same ("tử vong | thiệt mạng | người chết"), or what people say with what reports write
for it, one way ("học hành => giáo dục"). Phrases are matched by whole syllables, the longest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from report.text import fold, nfc, words

Phrase = tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> tuple[dict[Phrase, tuple[Phrase, ...]], int]:
    """Each phrase with what it may be called otherwise, and the length of the longest."""
    found: dict[Phrase, list[Phrase]] = {}

    def put(phrase: Phrase, others: Sequence[Phrase]) -> None:
        row = found.setdefault(phrase, [])
        row.extend(o for o in others if o != phrase and o not in row)

    for line in nfc((files("chain") / "thesaurus.txt").read_text("utf-8")).splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        said, arrow, written = line.partition("=>")
        left = [tuple(words(p)) for p in said.split("|") if p.strip()]
        if arrow:
            right = [tuple(words(p)) for p in written.split("|") if p.strip()]
            for p in left:
                put(p, right)
        else:
            for p in left:
                put(p, left)
    return {k: tuple(v) for k, v in found.items()}, max(map(len, found), default=0)


@lru_cache(maxsize=1)
def neighbours() -> frozenset[tuple[str, str]]:
    """Two syllables side by side in a phrase of the table: everyday words that a report need not hold ("đi chợ")."""
    return frozenset(pair for phrase in table()[0] for pair in zip(phrase, phrase[1:]))


@lru_cache(maxsize=1)
def folded_neighbours() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Two syllables without diacritics -> the neighbours in phrases of the table that they can be."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for a, b in sorted(neighbours()):
        found.setdefault((fold(a), fold(b)), []).append((a, b))
    return {k: tuple(v) for k, v in found.items()}


def phrases(row: Sequence[str], i: int) -> Iterator[tuple[Phrase, tuple[Phrase, ...]]]:
    """The phrases of the table at place `i` of `row` with their other names, the longest first."""
    known, size = table()
    for n in range(min(size, len(row) - i), 0, -1):
        phrase = tuple(row[i : i + n])
        if phrase in known:
            yield phrase, known[phrase]


def is_term(phrase: Phrase) -> bool:
    """Whether the table names the phrase: a word of statistics, that reports write about."""
    return phrase in table()[0]
