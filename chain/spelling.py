"""Vietnamese spelling: which syllables and words there are, and what initials stand for in a report's own words.

The dictionary is the Viet74K list that `underthesea` ships, and how words usually stand side by side is counted in the
running text (some 95,000 syllables of news) that it keeps beside its tagger.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from chain.counts import Counts
from report.text import fold, nfc, same_words


def _shipped(*path: str) -> Path:
    spec = find_spec("underthesea")  # only its data: importing the package takes two seconds
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("underthesea is not installed")
    return Path(spec.submodule_search_locations[0]).joinpath(*path)


@lru_cache(maxsize=1)
def _dictionary() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    syllables: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    text = _shipped("corpus", "data", "Viet74K.txt").read_text("utf-8")
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
def _names() -> frozenset[tuple[str, str]]:
    """The pairs that the dictionary writes with capitals alone: places and people ("Tân Hoà")."""
    named: set[tuple[str, str]] = set()
    common: set[tuple[str, str]] = set()
    for line in nfc(_shipped("corpus", "data", "Viet74K.txt").read_text("utf-8")).split("\n"):
        row = line.replace("-", " ").split()
        for a, b in zip(row, row[1:]):
            (named if a[0].isupper() and b[0].isupper() else common).add((same_words(a), same_words(b)))
    return frozenset(named - common)


def is_name(first: str, second: str) -> bool:
    """Whether two syllables stand side by side in names alone."""
    return (first, second) in _names()


@lru_cache(maxsize=1)
def syllables_alike() -> dict[str, tuple[str, ...]]:
    """A syllable without diacritics -> those of dictionary words that it can be."""
    found: dict[str, list[str]] = {}
    for s in sorted(_dictionary()[0]):
        found.setdefault(fold(s), []).append(s)
    return {k: tuple(v) for k, v in found.items()}


@lru_cache(maxsize=1)
def folded_pairs() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Two syllables without diacritics -> the neighbours in dictionary words that they can be."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for a, b in _dictionary()[1]:
        found.setdefault((fold(a), fold(b)), []).append((a, b))
    return {k: tuple(sorted(v)) for k, v in found.items()}


@lru_cache(maxsize=1)
def usage() -> Counts:
    """How often syllables stand in running text; nothing where the package has no such text."""
    try:
        lines = _shipped("pipeline", "pos_tag", "models", "pos_crf_vlsp2013_20230303", "test_output.txt").read_text("utf-8").split("\n")
    except OSError:
        return Counts({}, {})
    return Counts.of([" ".join(line.partition("\t")[0] or "." for line in lines)])


def usual_pair(first: str, second: str) -> float:
    """How usual two syllables are side by side in running text, by the power of two: 0 where they do not stand so."""
    return math.log2(1 + usage().pairs.get((first, second), 0))


# What is said alike in one part of the country or another, and so written for one another.
_SOUNDS = (("tr", "ch"), ("s", "x"), ("d", "gi"), ("gi", "r"), ("d", "r"), ("d", "v"), ("l", "n"))
_HOOK, _TILDE = "\u0309", "\u0303"


@lru_cache(maxsize=4096)
def sounding(word: str) -> frozenset[str]:
    """How else a syllable could be written by ear: "sử" -> "xử", "lí" -> "lý", "chuyễn" -> "chuyển"."""
    starts = {word}
    for pair in _SOUNDS:
        for a, b in (pair, pair[::-1]):
            # "gi" before "i" is written "g": "dì" and "gì"
            if word.startswith(a) and not word.startswith(("ng", "nh", "sh")) and (a != "gi" or len(word) > 2):
                rest = word[len(a) :]
                starts.add("g" + rest if b == "gi" and fold(rest[:1]) == "i" else b + rest)
                if a == "gi":
                    starts.add(b + word[1:])
    out: set[str] = set()
    for w in starts:
        bare = unicodedata.normalize("NFD", w)
        tones = {bare, bare.replace(_HOOK, _TILDE) if _HOOK in bare else bare.replace(_TILDE, _HOOK)}
        out |= {unicodedata.normalize("NFC", t) for t in tones}
    out |= {as_written(w) for w in tuple(out)}
    return frozenset(w for w in out if w != word and is_syllable(w))


def as_written(word: str) -> str:
    """The same word with its last i as y, or y as i: "kĩ" and "kỹ"."""
    bare = unicodedata.normalize("NFD", word)
    m = re.fullmatch(r"([bcdđghklmnpqrstvx]+)([iy])([\u0300-\u0323]*)", bare)
    return unicodedata.normalize("NFC", f"{m[1]}{'y' if m[2] == 'i' else 'i'}{m[3]}") if m else word


def initials_of(stream: list[str]) -> dict[str, tuple[tuple[str, int], ...]]:
    """First letters (folded, đ as d) of two to four neighbouring words -> the words and how often they stand there, commonest first."""
    found: dict[str, Counter[str]] = {}
    for size in (2, 3, 4):
        for group in zip(*(stream[i:] for i in range(size))):
            if all(w[0].isalpha() and len(w) > 1 for w in group):
                found.setdefault("".join(fold(w)[0] for w in group), Counter())[" ".join(group)] += 1
    return {k: tuple(v.most_common(6)) for k, v in found.items()}


@lru_cache(maxsize=1)
def _unmarked() -> frozenset[str]:
    """The syllables as they are typed without diacritics: "it" is "ít"."""
    return frozenset(fold(s) for s in _dictionary()[0])


def is_initials(word: str) -> bool:
    """Whether a typed word looks like initials: two to five letters with no vowel after the first, and no syllable ("bv", "gtsx")."""
    vowels = [c in "aeiouy" for c in fold(word)]
    return 2 <= len(word) <= 5 and word.isalpha() and not any(vowels[1:]) and (not vowels[0] or fold(word) not in _unmarked())
