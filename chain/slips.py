"""Slips of the keyboard mended in a question that is typed with diacritics.

Each word may be itself or what it is a slip away from: a word of the report or of the language that people ask in with its marks
left out or amiss, a letter missing, doubled, added, swapped or another one, or written by ear. The likeliest row is found as in
`accents`: a linear model over the kind of slip, how often the words stand in the report, in `language.txt` and in running text, and
beside one another; a noisy channel (Kernighan, Church and Gale, 1990) whose weights (`slips.json`) are those of a linear-chain
conditional random field fitted by `evals.train_slips`.
"""

from __future__ import annotations

import json
import math
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from chain import words as W
from chain.abbreviations import table
from chain.accents import APART, PIECES, chosen_row, language, likeliest, rewritten
from chain.counts import END, NUMBER, START, Counts
from chain.spelling import is_pair, is_syllable, sounding, syllables_alike, usage
from chain.thesaurus import neighbours
from chain.world import World
from report.text import fold, same_words

KINDS = ("as typed", "bare", "toneless", "tone", "shape", "missing", "doubled", "added", "swapped", "other", "by ear")
FEATURES = (
    *KINDS, "marks too", "short", "name changed", "long known", "typed unknown", "typed no syllable", "marked no syllable", "bare among bare",
    "report_often", "language_often", "usage_often", "unknown", "function", "no_syllable",
    "report_pair_often", "language_pair_often", "usage_pair_often", "report_pair", "language_pair", "usage_pair", "dictionary_pair", "thesaurus_pair",
)  # fmt: skip
_WORD = FEATURES.index("report_pair_often")
MOST = 9
_SEEN = 3
_PEOPLE = frozenset(["số", "động", "sinh", "người", "giới", "trẻ", "niên", "bộ", "viên", "dân", "nhân", "lệ", "em"])
_OF_A_YEAR = frozenset([NUMBER, "nay", "ngoái", "trước", "sau", "qua", "tới", "rồi", "nào", "này", "học"])
_TOLD = 2  # times that two words stand side by side for the one to be no slip beside the other
_OPENS = frozenset(("thế", "vậy", "còn", "theo"))  # that a question goes on with: "thế thu nội địa?"
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@lru_cache(maxsize=8192)
def _toneless(word: str) -> str:
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", word) if c not in _TONES))


@lru_cache(maxsize=8192)
def _tone(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if c in _TONES)


@lru_cache(maxsize=16384)
def kind_of(typed: str, word: str) -> tuple[str, bool]:
    """The kind of slip that `typed` would be if `word` was meant, and whether its marks are amiss as well; "" where it is more than one slip."""
    if typed == word:
        return "as typed", False
    a, b = fold(typed), fold(word)
    if a == b:
        return ("bare" if typed == a else "toneless" if typed == _toneless(word) else "tone" if _toneless(typed) == _toneless(word) else "shape"), False
    if word in sounding(typed):
        return "by ear", False
    toned = _tone(typed) != _tone(word)
    for x, y, marks in ((typed, word, False), (_toneless(typed), _toneless(word), toned), (a, b, True)):
        if len(x) == len(y) - 1 and any(y[:i] + y[i + 1 :] == x for i in range(len(y))):
            return "missing", marks
        if len(x) == len(y) + 1:
            extra = next((i for i in range(len(x)) if x[:i] + x[i + 1 :] == y), None)
            if extra is not None:
                return ("doubled" if x[extra] in (x[extra - 1 : extra], x[extra + 1 : extra + 2]) else "added"), marks
        if len(x) == len(y):
            amiss = [i for i in range(len(x)) if x[i] != y[i]]
            if len(amiss) == 2 and amiss[1] == amiss[0] + 1 and x[amiss[0]] == y[amiss[1]] and x[amiss[1]] == y[amiss[0]]:
                return "swapped", marks
            if len(amiss) == 1:
                return "other", marks
    return "", False


def is_short(word: str) -> bool:
    """Whether people write `word` for longer ones, and it is no syllable: "tn" is no slip for "tỷ"."""
    return word in table() and not is_syllable(word)


@dataclass(frozen=True)
class Lattice:
    """The readings of each word in order, with the kind of slip of each, whether it follows a mark, is a name, and where it stands."""

    typed: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]
    apart: tuple[bool, ...]
    named: tuple[bool, ...]
    places: tuple[tuple[int, int], ...]


_RECKONS = frozenset(["trừ"])  # "lấy tổng thu trừ tổng chi" is as typed, though reports seldom say so


def lattice(text: str, report: Counts, spoken: Counts) -> Lattice:
    """What each word of `text` may be meant for."""
    typed = same_words(text)
    pieces = list(PIECES.finditer(typed))
    row = [NUMBER if m[0][0].isdigit() else m[0] for m in pieces]
    apart = [True, *(bool(APART.search(typed[a.end() : b.start()])) for a, b in zip(pieces, pieces[1:]))][: len(row)]
    capital = [not text.isupper() and text[m.start()].isupper() for m in pieces]
    named = [up and (i > 0 or capital[1:2] == [True] and not apart[1]) for i, up in enumerate(capital)]  # a first word is one where the next is
    readings = [(w,) if w == NUMBER or len(w) < 2 or is_short(w) or w in _RECKONS or apart[i] and w in _OPENS else _readings(w, START if apart[i] else row[i - 1], row[i + 1] if i + 1 < len(row) and not apart[i + 1] else "", report, spoken) for i, w in enumerate(row)]
    return Lattice(tuple(row), tuple(readings), tuple(apart), tuple(named), tuple(m.span() for m in pieces))


@lru_cache(maxsize=8192)
def _usual(word: str) -> tuple[str, ...]:
    often = usage()
    alike = tuple(w for w in syllables_alike().get(fold(word), ()) if often.words.get(w, 0) >= _SEEN)
    return (*alike, *(w for w in sounding(word) if often.words.get(w, 0) >= _SEEN))


def _readings(word: str, before: str, after: str, report: Counts, spoken: Counts) -> tuple[str, ...]:
    if all(max(report.pairs.get(p, 0), spoken.pairs.get(p, 0)) >= _TOLD for p in ((before, word), (word, after or END))):
        return (word,)  # as both its neighbours are used to it
    if word == "nam" and before in _PEOPLE and after not in _OF_A_YEAR:
        return (word,)  # "dân số nam" is of men, and no year
    if word in ("lăm", "mốt") and before in ("mười", "mươi"):
        return (word,)  # "mười lăm", which nothing but a number says
    found = {*report.near(word), *spoken.near(word), *_usual(word)} - {word}
    often = usage()

    def worth(w: str) -> float:
        alone = math.log1p(max(report.words.get(w, 0), 0)) + math.log1p(max(spoken.words.get(w, 0), 0)) + 0.5 * math.log1p(often.words.get(w, 0))
        beside = sum(math.log1p(max(c.pairs.get(p, 0), 0)) for c in (report, spoken, often) for p in ((before, w), (w, after)))
        beside += sum(is_pair(*p) for p in ((before, w), (w, after)))
        return 0.3 * alone + beside - 1.5 * kind_of(word, w)[1]

    return (word, *sorted((w for w in found if kind_of(word, w)[0]), key=lambda w: (-worth(w), w))[: MOST - 1])


def features(found: Lattice, report: Counts, spoken: Counts) -> list[np.ndarray]:
    """For each word an array of readings of the one before × its own readings × features; after a mark the first axis has one place."""
    often = usage()
    out: list[np.ndarray] = []
    letters = [w for w in found.typed if w != NUMBER and len(w) > 1]
    bare = sum(w.isascii() for w in letters) / (len(letters) or 1)
    for i, (typed, readings) in enumerate(zip(found.typed, found.readings)):
        alone = np.zeros((len(readings), _WORD))
        if typed != NUMBER:
            for k, w in enumerate(readings):
                kind, marks = kind_of(typed, w)
                alone[k, KINDS.index(kind)] = 1
                counts = [max(c.words.get(w, 0), 0) for c in (report, spoken, often)]
                alone[k, len(KINDS) :] = (
                    marks, k > 0 and len(typed) < 3, k > 0 and found.named[i], k > 0 and len(typed) > 4 and is_syllable(typed), k == 0 and not counts[0] and not counts[1], k == 0 and not is_syllable(typed), k == 0 and not is_syllable(typed) and not typed.isascii(), kind == "bare" and bare,
                    *(math.log1p(c) for c in counts), not counts[0] and not counts[1], w in W.STOP, not is_syllable(w),
                )  # fmt: skip
        before = (START,) if found.apart[i] else found.readings[i - 1]
        both = np.array([[_pair(a, b, report, spoken, often) for b in readings] for a in before])
        out.append(np.concatenate([np.broadcast_to(alone, (len(before), *alone.shape)), both], axis=2))
    return out


def _pair(a: str, b: str, report: Counts, spoken: Counts, often: Counts) -> tuple[float, ...]:
    p = (a, b)
    n, m, k = max(report.pairs.get(p, 0), 0), max(spoken.pairs.get(p, 0), 0), often.pairs.get(p, 0)
    return (math.log1p(n), math.log1p(m), math.log1p(k), n > 0, m > 0, k > 0, is_pair(a, b), p in neighbours())


@lru_cache(maxsize=2)
def weights(*, often: bool = False) -> np.ndarray:
    """The fitted weights, in the order of `FEATURES`, for people who slip as seldom as most, or as often as in what they were fitted on."""
    table = json.loads((files("chain") / "slips.json").read_text("utf-8"))
    more = {} if often else {KINDS[0]: _SELDOM, "marked no syllable": -_SELDOM}  # what is no syllable is a slip, however seldom they are
    return np.array([float(table[f]) + more.get(f, 0) for f in FEATURES])


_SELDOM = math.log(5)  # of what it is fitted on every other question has a slip; of those that people ask we take it that one in six has
_OTHERS_WITHIN = 3.0  # how much less likely (in logarithms) another reading may be to be tried


def mended(text: str, world: World, other: int = 0) -> str:
    """`text` with its slips mended; `other` counts the readings that are nearly as likely, from 1: "" where there are not so many."""
    report, spoken = world.counts, language()
    found = lattice(text, report, spoken)
    if not found.typed:
        return text
    x = features(found, report, spoken)
    slipped = any(likeliest(x, found.apart, weights()))
    chosen = chosen_row(x, found.apart, weights(often=slipped), other, _OTHERS_WITHIN)  # who slips once slips again
    return "" if chosen is None else rewritten(text, found.places, [readings[k] for readings, k in zip(found.readings, chosen)])


__all__ = ["FEATURES", "KINDS", "Lattice", "features", "is_short", "kind_of", "lattice", "mended", "weights"]
