"""Vietnamese spelling: which syllables and words there are, and what initials stand for in a report's own words.

The dictionary is the Viet74K list that `underthesea` ships.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from report.text import fold, nfc, same_words


@lru_cache(maxsize=1)
def _dictionary() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    syllables: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    spec = find_spec("underthesea")  # only its data: importing the package takes two seconds
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("underthesea is not installed")
    text = (Path(spec.submodule_search_locations[0]) / "corpus" / "data" / "Viet74K.txt").read_text("utf-8")
    for line in same_words(nfc(text)).split("\n"):
        row = line.replace("-", " ").split()
        syllables.update(row)
        pairs.update(zip(row, row[1:]))
    return frozenset(syllables), frozenset(pairs)


def is_syllable(word: str) -> bool:
    """Whether `word` is a syllable of a Vietnamese dictionary word."""
    return same_words(word) in _dictionary()[0]


def is_pair(first: str, second: str) -> bool:
    """Whether two syllables stand side by side in a dictionary word."""
    return (first, second) in _dictionary()[1]


@lru_cache(maxsize=1)
def folded_pairs() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Two syllables without diacritics -> the neighbours in dictionary words that they can be."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for a, b in _dictionary()[1]:
        found.setdefault((fold(a), fold(b)), []).append((a, b))
    return {k: tuple(sorted(v)) for k, v in found.items()}


def initials_of(stream: list[str]) -> dict[str, tuple[tuple[str, int], ...]]:
    """First letters (folded, đ as d) of two to four neighbouring words -> the words and how often they stand there, commonest first."""
    found: dict[str, Counter[str]] = {}
    for size in (2, 3, 4):
        for group in zip(*(stream[i:] for i in range(size))):
            if all(w[0].isalpha() and len(w) > 1 for w in group):
                found.setdefault("".join(fold(w)[0] for w in group), Counter())[" ".join(group)] += 1
    return {k: tuple(v.most_common(6)) for k, v in found.items()}


def is_initials(word: str) -> bool:
    """Whether a typed word looks like initials: two to five letters with no vowel after the first, and no syllable ("bv", "gtsx")."""
    vowels = [c in "aeiouy" for c in fold(word)]
    return 2 <= len(word) <= 5 and word.isalpha() and not any(vowels[1:]) and (not vowels[0] or not is_syllable(word))
