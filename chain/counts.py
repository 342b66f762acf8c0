"""How often syllables stand in a text, and side by side: what diacritics are restored by."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from report.text import fold, nfc, same_words

START, END, NUMBER = "^", "$", "#"
_PIECE = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]|\n")


def rows(text: str) -> Iterator[list[str]]:
    """The syllables of `text` between marks, a number as `NUMBER`, with where each row starts and ends."""
    row: list[str] = []
    for m in _PIECE.finditer(same_words(nfc(text))):
        piece = m[0]
        if piece[0].isalpha():
            row.append(piece)
        elif piece[0].isdigit():
            row.append(NUMBER)
        elif piece not in "/-–%" and row:
            yield [START, *row, END]
            row = []
    if row:
        yield [START, *row, END]


class Counts:
    """Syllables and pairs of neighbours with how often each stands, and the same without diacritics."""

    def __init__(self, words: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> None:
        self.words, self.pairs = words, pairs

    @classmethod
    def of(cls, texts: Iterable[str]) -> Counts:
        """What is counted in `texts`."""
        words: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for text in texts:
            for row in rows(text):
                words.update(row[1:-1])
                pairs.update(zip(row, row[1:]))
        return cls(words, pairs)

    @cached_property
    def alike(self) -> dict[str, tuple[str, ...]]:
        """A syllable without diacritics -> those that it can be."""
        found: dict[str, list[str]] = {}
        for word, count in self.words.items():
            if count > 0:
                found.setdefault(fold(word), []).append(word)
        return {k: tuple(v) for k, v in found.items()}

    def near(self, word: str) -> tuple[str, ...]:
        """The words that are alike without diacritics or one slip of the keyboard away, as typed or without diacritics; kept."""
        if word not in self._near:
            from rapidfuzz import process
            from rapidfuzz.distance import OSA

            found = dict.fromkeys(self.alike.get(fold(word), ()))
            found.update(dict.fromkeys(w for w, _, _ in process.extract(word, self._spelled, scorer=OSA.distance, score_cutoff=1, limit=None)))
            if len(word) > 2:
                for alike, _, _ in process.extract(fold(word), self._bare, scorer=OSA.distance, score_cutoff=1, limit=None):
                    found.update(dict.fromkeys(self.alike[alike]))
            self._near[word] = tuple(found)
        return self._near[word]

    @cached_property
    def _near(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _spelled(self) -> list[str]:
        return [w for w, n in self.words.items() if n > 0 and len(w) > 1 and w[0].isalpha()]

    @cached_property
    def _bare(self) -> list[str]:
        return [w for w in self.alike if len(w) > 1 and w[0].isalpha()]

    @cached_property
    def _folded_words(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for word, count in self.words.items():
            found[fold(word)] += max(count, 0)
        return found

    @cached_property
    def _folded_pairs(self) -> Counter[tuple[str, str]]:
        found: Counter[tuple[str, str]] = Counter()
        for (first, second), count in self.pairs.items():
            found[fold(first), fold(second)] += max(count, 0)
        return found

    def word(self, word: str) -> tuple[float, float]:
        """The log of its share among what is written alike without diacritics, and of how often it stands."""
        return _logs(self.words.get(word, 0), self._folded_words[fold(word)])

    def pair(self, first: str, second: str) -> tuple[float, float]:
        """Likewise of two neighbours."""
        return _logs(self.pairs.get((first, second), 0), self._folded_pairs[fold(first), fold(second)])


def _logs(count: int, alike: int) -> tuple[float, float]:
    count = max(count, 0)
    return math.log((count + _UNSEEN) / (alike + 3 * _UNSEEN)), math.log1p(count)


_UNSEEN = 0.3  # what a word that was not seen is worth beside those that were


__all__ = ["END", "NUMBER", "START", "Counts", "rows"]
