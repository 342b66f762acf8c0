"""Words of a question with their parts of speech, by `underthesea` (offline: its models ship in the package).

A word that the report lacks tells that an indicator is missing when it names a thing ("dân số"); an everyday verb or
adverb ("đem", "để sẵn") tells nothing. Only the coarse kind is used.
"""

from __future__ import annotations

import threading
from functools import lru_cache

from report.text import words

_LOCK = threading.Lock()  # the tagger is built on first use, and several threads ask at once
NOUNS = frozenset({"N", "Np", "Nc", "Ny", "Nb", "Nu", "Z"})


@lru_cache(maxsize=512)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of `text` (syllables of one word joined by a space, lower case) with their tags."""
    from underthesea import pos_tag

    with _LOCK:
        return tuple((word.lower(), tag) for word, tag in pos_tag(text))


def telling(text: str) -> frozenset[str]:
    """The syllables of `text` that belong to nouns, names and adjectives ("hộ nghèo")."""
    out: set[str] = set()
    for word, tag in tagged(text):
        if tag in NOUNS or tag == "A":
            out.update(words(word))
    return frozenset(out)


def compounds(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of `text` of more than one syllable, as their syllables."""
    return tuple(dict.fromkeys(tuple(row) for word, _ in tagged(text) if len(row := words(word)) > 1 and all(w.isalpha() for w in row)))
