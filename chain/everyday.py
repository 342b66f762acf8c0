"""What everyday words stand for in a report, and which words only talk uses: the fitted tables of `everyday.txt`, read once.

The translation model of word-based retrieval (Berger and Lafferty 1999; IBM model 1 of Brown et al. 1993), learned by
`evals.train_everyday` from questions as people ask them beside the names that reports print. A word is a syllable or two side by side.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from report.text import nfc


@lru_cache(maxsize=1)
def tables() -> tuple[Mapping[str, Mapping[str, float]], Mapping[str, float]]:
    """What each everyday word stands for, and how far (0 to 1); and how much of its use each word has in reports (0 to 1)."""
    means: dict[str, dict[str, float]] = {}
    official: dict[str, float] = {}
    for line in nfc((files("chain") / "everyday.txt").read_text("utf-8")).splitlines():
        word, mark, rest = line.partition("=")
        if not mark or word.startswith("#"):
            continue
        share, *others = rest.split("|")
        if share.strip():
            official[word.strip()] = int(share) / 100
        if others:
            means[word.strip()] = {other.rpartition(" ")[0]: int(other.rpartition(" ")[2]) / 100 for other in others}
    return means, official


def stands_for(spoken: Sequence[str], held: Collection[str], rows: Sequence[str]) -> float:
    """How surely what is said means something that is named: `held` are the syllables of the name, `rows` its texts between spaces."""
    means, _ = tables()
    best = 0.0
    for word in spoken:
        for other, sure in means.get(word, {}).items():
            if sure > best and (other in held if " " not in other else any(f" {other} " in row for row in rows)):
                best = sure
    return best


def officialese(form: Sequence[str]) -> float:
    """How much of the use of a word (its syllables) is in reports, 0 to 1: "giải thể" near 1, "đóng cửa" near 0."""
    _, official = tables()
    word = " ".join(form[:2])
    if len(form) > 1 and word not in official:
        return sum(official.get(w, _UNSEEN) for w in form) / len(form)
    return official.get(word, _UNSEEN)


_UNSEEN = 0.3


__all__ = ["officialese", "stands_for", "tables"]
