"""Diacritics restored to a question that is typed without any.

Each syllable may be any that is written alike without diacritics, in the report, in the language that people ask in or in the
dictionary; one that none of them knows may be a slip away. The likeliest row is found by Viterbi's method. How likely a syllable
and a pair of neighbours are is a linear model over how often they stand in the report, in `language.txt` (reports and questions
of our own) and in running text, and whether a dictionary or the thesaurus holds them; its weights (`accents.json`) are those of a
linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) fitted by `evals.train_accents`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from chain import words as W
from chain.counts import NUMBER, START, Counts
from chain.spelling import folded_pairs, is_pair, syllables_alike, usage
from chain.thesaurus import folded_neighbours, neighbours
from chain.world import World
from report.text import fold, nfc, same_words

FEATURES = (
    "report_share", "report_often", "language_share", "language_often", "usage_share", "usage_often", "unknown", "function", "no_syllable", "slip",
    "report_pair_share", "report_pair_often", "language_pair_share", "language_pair_often", "usage_pair_share", "usage_pair_often", "report_pair", "dictionary_pair", "thesaurus_pair",
)  # fmt: skip
_WORD = FEATURES.index("report_pair_share")  # features of one syllable come before, those of a pair from there on
MOST = 14  # readings of a syllable that are weighed
_SEEN = 3  # times in running text from which a syllable is a reading
PIECES = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
APART = re.compile(r"[,;:.?!()\n]")


@dataclass(frozen=True)
class Lattice:
    """The readings of each syllable in order, whether it follows a mark, and where it stands; a slip's readings are those of other letters."""

    readings: tuple[tuple[str, ...], ...]
    slips: tuple[frozenset[str], ...]
    apart: tuple[bool, ...]
    places: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1)
def language() -> Counts:
    """How people ask and reports write: `language.txt`."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for line in nfc((files("chain") / "language.txt").read_text("utf-8")).splitlines():
        if line.startswith("# ") or not line.strip():
            continue
        first, count, *rest = line.split(" ")
        words[first] = int(count)
        pairs.update({(first, second): int(n) for second, n in zip(rest[::2], rest[1::2])})
    return Counts(words, pairs)


def lattice(text: str, report: Counts, spoken: Counts) -> Lattice:
    """The readings of `text`; what is typed with diacritics has one."""
    typed = same_words(text)
    pieces = list(PIECES.finditer(typed))
    row = [NUMBER if m[0][0].isdigit() else m[0] for m in pieces]
    bare = [fold(w) for w in row]
    readings: list[tuple[str, ...]] = []
    slips: list[frozenset[str]] = []
    for i, word in enumerate(row):
        if word == NUMBER or bare[i] != word:
            readings.append((word,))
            slips.append(frozenset())
            continue
        found = _readings(bare, i, report, spoken)
        amiss = frozenset[str]()
        if not found:
            amiss = frozenset(_near(word, report, spoken))
            found = {word} | amiss
        elif word in syllables_alike().get(word, ()) or word in report.words:
            found.add(word)
        often = usage()
        readings.append(tuple(sorted(found, key=lambda w: (-(5 * report.words.get(w, 0) + 5 * spoken.words.get(w, 0) + often.words.get(w, 0)), w))[:MOST]))
        slips.append(amiss)
    apart = [True, *(bool(APART.search(typed[a.end() : b.start()])) for a, b in zip(pieces, pieces[1:]))]
    return Lattice(tuple(readings), tuple(slips), tuple(apart[: len(row)]), tuple(m.span() for m in pieces))


def _readings(bare: Sequence[str], i: int, report: Counts, spoken: Counts) -> set[str]:
    word = bare[i]
    found = {*report.alike.get(word, ()), *spoken.alike.get(word, ())}
    for pairs in (folded_pairs(), folded_neighbours()):
        if i + 1 < len(bare):
            found.update(a for a, _ in pairs.get((word, bare[i + 1]), ()))
        if i:
            found.update(b for _, b in pairs.get((bare[i - 1], word), ()))
    often = usage()
    found.update(w for w in syllables_alike().get(word, ()) if often.words.get(w, 0) >= _SEEN)
    return found


def _near(word: str, report: Counts, spoken: Counts) -> set[str]:
    """The syllables whose letters are one slip of the keyboard away from those of `word`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < 3:
        return set()
    out: set[str] = set()
    for counts in (report, spoken):
        for near, _, _ in process.extract(word, counts.alike.keys(), scorer=OSA.distance, score_cutoff=1, limit=8):
            if near.isalpha() and len(near) > 1:
                out.update(counts.alike[near])
    return out


def features(found: Lattice, report: Counts, spoken: Counts) -> list[np.ndarray]:
    """For each syllable an array of readings of the one before × its own readings × features; after a mark the first axis has one place."""
    often = usage()
    out: list[np.ndarray] = []
    for i, readings in enumerate(found.readings):
        alone = np.zeros((len(readings), _WORD))
        if readings[0] != NUMBER:
            for k, w in enumerate(readings):
                unknown = report.words.get(w, 0) <= 0 and spoken.words.get(w, 0) <= 0
                alone[k] = (*report.word(w), *spoken.word(w), *often.word(w), unknown, w in W.STOP, w not in syllables_alike().get(fold(w), ()), w in found.slips[i])
        before = (START,) if found.apart[i] else found.readings[i - 1]
        both = np.array([[_pair(a, b, report, spoken, often) for b in readings] for a in before])
        out.append(np.concatenate([np.broadcast_to(alone, (len(before), *alone.shape)), both], axis=2))
    return out


def _pair(a: str, b: str, report: Counts, spoken: Counts, often: Counts) -> tuple[float, ...]:
    return (*report.pair(a, b), *spoken.pair(a, b), *often.pair(a, b), float(report.pairs.get((a, b), 0) > 0), float(is_pair(a, b)), float((a, b) in neighbours()))


def likeliest(x: Sequence[np.ndarray], apart: Sequence[bool], weights: np.ndarray) -> list[int]:
    """The readings (by place) of the row that scores best."""
    best = np.zeros(1)
    back: list[np.ndarray] = []
    for here, fresh in zip(x, apart):
        score = here @ weights
        if fresh:
            back.append(np.full(score.shape[1], int(best.argmax())))
            best = score[0] + best.max()
        else:
            score = score + best[:, None]
            back.append(score.argmax(axis=0))
            best = score.max(axis=0)
    at = int(best.argmax()) if x else 0
    out: list[int] = []
    for came in reversed(back):
        out.append(at)
        at = int(came[at])
    return out[::-1]


@lru_cache(maxsize=1)
def weights() -> np.ndarray:
    """The fitted weights, in the order of `FEATURES`."""
    table = json.loads((files("chain") / "accents.json").read_text("utf-8"))
    return np.array([float(table[f]) for f in FEATURES])


def _next_best(x: Sequence[np.ndarray], apart: Sequence[bool], weights: np.ndarray, chosen: Sequence[int]) -> list[tuple[float, int, int]]:
    """What each other reading would cost at its place, the cheapest first: (loss, place, reading)."""
    scores = [here @ weights for here in x]
    ahead: list[np.ndarray] = []
    for s, fresh in zip(scores, apart):
        before = ahead[-1] if ahead else np.zeros(1)
        ahead.append(s[0] + before.max() if fresh else (s + before[:, None]).max(axis=0))
    behind = [np.zeros(scores[-1].shape[1])]
    for i in range(len(scores) - 1, 0, -1):
        after = behind[0]
        behind.insert(0, np.full(scores[i - 1].shape[1], (scores[i][0] + after).max()) if apart[i] else (scores[i] + after[None, :]).max(axis=1))
    top = float((ahead[-1]).max())
    return sorted((top - float(f[k] + b[k]), i, k) for i, (f, b) in enumerate(zip(ahead, behind)) for k in range(len(f)) if k != chosen[i])


OTHERS_WITHIN = 2.5  # how much less likely (in logarithms) another reading may be to be tried


def chosen_row(x: Sequence[np.ndarray], apart: Sequence[bool], weights: np.ndarray, other: int = 0, within: float = OTHERS_WITHIN) -> list[int] | None:
    """The readings (by place) of the likeliest row, or, from 1, of the `other`th that is nearly as likely: it differs in one reading, and what must change with it.

    None where there are not so many that lose less than `within`.
    """
    chosen = likeliest(x, apart, weights)
    if not other:
        return chosen
    near = [(i, k) for loss, i, k in _next_best(x, apart, weights, chosen) if loss < within]
    if len(near) < other:
        return None
    i, k = near[other - 1]
    x = [here[:, k : k + 1] if j == i else here for j, here in enumerate(x)]
    x = [here[k : k + 1] if j == i + 1 and not apart[j] else here for j, here in enumerate(x)]
    return [k if j == i else c for j, c in enumerate(likeliest(x, apart, weights))]


def rewritten(text: str, places: Sequence[tuple[int, int]], words: Sequence[str]) -> str:
    """`text` with `words` at `places`; what is typed so already, numbers, capitals and marks stay as they are."""
    out, at = [], 0
    for (start, end), word in zip(places, words):
        typed = text[start:end]
        kept = word == NUMBER or same_words(typed) == word
        named = typed[:1].isupper() and start > 0 and not text.isupper()
        out += [text[at:start], typed if kept else word[:1].upper() + word[1:] if named else word]
        at = end
    return "".join(out) + text[at:]


def with_accents(text: str, world: World, other: int = 0) -> str:
    """`text` with the likeliest diacritics; `other` counts the readings that are nearly as likely, from 1: "" where there are not so many."""
    report, spoken = world.counts, language()
    found = lattice(text, report, spoken)
    chosen = chosen_row(features(found, report, spoken), found.apart, weights(), other)
    return "" if chosen is None else rewritten(text, found.places, [readings[k] for readings, k in zip(found.readings, chosen)])


__all__ = ["APART", "FEATURES", "PIECES", "Lattice", "chosen_row", "features", "language", "lattice", "likeliest", "rewritten", "weights", "with_accents"]
