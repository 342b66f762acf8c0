"""Fits the restoring of diacritics: `python -m evals.train_accents [--write]`.

Counts how syllables stand in our own reports and questions (`evals/questions`, `evals/figures/open`, `evals/claims`, `data`; never
those held back), and fits the weights of `chain.accents` so that the questions, with their diacritics taken off, become again
what they were: a linear-chain conditional random field with a small ridge. A question is read without the counts of its own report
and of that report's questions. Every third question also stands with one slip of the keyboard. What is learned is judged on
reports left out. --write puts the counts into `chain/language.txt` and the weights into `chain/accents.json`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from chain import accents, slips
from chain.counts import NUMBER, Counts
from chain.question import clean
from chain.words import SEED
from evals.claims_bench import world_of
from evals.questions_bench import FOLDER, sets
from evals.retrieval_bench import rows
from evals.slips_bench import bare, slip
from report.text import fold, same_words

ROOT = Path(__file__).parent
TYPED_OTHERWISE = ("no_diacritics", "teencode", "typo")
LEAST = 2  # times that two syllables stand side by side to be kept
RIDGE = 0.0001
FOLDS = 5


@dataclass(frozen=True)
class Case:
    """A question as typed: its readings, their features, which are right (by place) and how it was typed."""

    source: str
    found: accents.Lattice | slips.Lattice
    features: list[np.ndarray]
    right: tuple[int, ...]
    form: str


def texts() -> Iterator[tuple[str, str]]:
    """Each text that is counted, and the report that it belongs to ("" for none)."""
    yield "", "\n".join(SEED)
    for questions, report in sets(FOLDER):
        yield str(report), "\n".join(asked(questions))
        yield str(report), world_of(report).report.text
    for path in sorted([*(ROOT / "figures" / "open").glob("*.txt"), *(ROOT / "figures" / "open").glob("*.md"), *(ROOT.parent / "data").glob("*.md"), *(ROOT / "claims" / "reports").iterdir()]):
        yield "", path.read_text("utf-8")
    for path in sorted((ROOT / "claims").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield _report_of(row), row.get("text") or row.get("question") or ""
    for line in (FOLDER / "conversations.jsonl").read_text("utf-8").splitlines():
        talk = json.loads(line)
        yield _report_of(talk), "\n".join(t["question"] for t in talk["turns"] if fold(t["question"]) != t["question"].lower())


def _report_of(row: dict[str, Any]) -> str:
    return str(FOLDER / "reports" / row["report"])


def asked(questions: Path) -> list[str]:
    """The questions of a file that are typed with their diacritics."""
    return [q["question"] for q in rows(questions) if q["type"] not in TYPED_OTHERWISE and fold(q["question"]) != q["question"].lower()]


def counted() -> dict[str, list[Counts]]:
    """The counts of each text by report."""
    found: dict[str, list[Counts]] = defaultdict(list)
    for source, text in texts():
        found[source].append(Counts.of([text]))
    return found


def summed(counts: Sequence[Counts]) -> Counts:
    """Several counts as one; pairs that stand seldom are left out."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for c in counts:
        words.update(c.words)
        pairs.update(c.pairs)
    return Counts(words, {p: n for p, n in pairs.items() if n >= LEAST})


def cases() -> list[Case]:
    """The questions, each against its report and the language of the others."""
    out: list[Case] = []
    by_report = counted()
    for questions, report in sets(FOLDER):
        others = summed([c for source, cs in by_report.items() if source != str(report) for c in cs])
        own = world_of(report).counts
        for n, question in enumerate(asked(questions)):
            forms = [bare(clean(question))] + ([slip(bare(clean(question)), question)] if n % 3 == 0 else [])
            for typed in forms:
                found = accents.lattice(typed, own, others)
                meant = [NUMBER if p[0].isdigit() else p for p in re.findall(r"[^\W\d_]+|\d+(?:[.,]\d+)*", same_words(clean(question)))]
                if len(meant) == len(found.readings) and all(w in r for w, r in zip(meant, found.readings)):
                    right = tuple(r.index(w) for w, r in zip(meant, found.readings))
                    out.append(Case(str(report), found, accents.features(found, own, others), right, "plain" if typed is forms[0] else "slipped"))
    return out


def fit(train: Sequence[Case]) -> np.ndarray:
    """The weights of the features; a case has `features`, `right` and `found.apart`."""
    import torch

    size = train[0].features[0].shape[2]
    longest = max(len(c.features) for c in train)
    most = max(len(f[0]) for c in train for f in c.features)
    x = torch.zeros(len(train), longest, most, most, size)
    open_ = torch.full((len(train), longest, most), -1e9)
    ends = torch.tensor([len(c.features) for c in train])
    told = torch.zeros(size, dtype=torch.double)
    for q, c in enumerate(train):
        before = 0
        for i, here in enumerate(c.features):
            k = here.shape[1]
            open_[q, i, :k] = 0
            before = 0 if c.found.apart[i] else before
            told += torch.tensor(here[before, c.right[i]])
            if c.found.apart[i]:
                x[q, i, :, :k] = torch.tensor(here[0], dtype=torch.float32)  # whatever came before
            else:
                x[q, i, : here.shape[0], :k] = torch.tensor(here, dtype=torch.float32)
            before = c.right[i]
    weights = torch.zeros(size, dtype=torch.double, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=80, line_search_fn="strong_wolfe")

    def loss() -> Any:
        optimiser.zero_grad()
        s = (x.reshape(-1, size) @ weights.float()).reshape(x.shape[:-1])
        sums = s[:, 0, 0] + open_[:, 0]
        for i in range(1, longest):
            sums = torch.where((i < ends)[:, None], torch.logsumexp(sums[:, :, None] + s[:, i], 1) + open_[:, i], sums)
        total = (torch.logsumexp(sums, 1).double().sum() - told @ weights) / ends.sum() + RIDGE * (weights**2).sum()
        total.backward()
        return total

    optimiser.step(loss)
    return weights.detach().numpy()


def judged(cases: Sequence[Case], weights: np.ndarray) -> Counter[str]:
    """Syllables and questions, all and right."""
    found: Counter[str] = Counter()
    for c in cases:
        amiss = sum(a != b for a, b in zip(c.right, accents.likeliest(c.features, c.found.apart, weights)))
        kind = c.form
        found.update({f"{kind} syllables": len(c.right), f"{kind} syllables right": len(c.right) - amiss, f"{kind} questions": 1, f"{kind} questions right": not amiss})
    return found


def write(weights: np.ndarray) -> None:
    """Keeps the counts of all texts and the weights."""
    whole = summed([c for cs in counted().values() for c in cs])
    beside: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (first, second), n in sorted(whole.pairs.items(), key=lambda p: (p[0][0], -p[1], p[0][1])):
        beside[first].append((second, n))
    lines = [
        "# How often a syllable stands in our own reports and questions, and the syllables that follow it how often: made by evals.train_accents.",
        *(" ".join([first, str(whole.words.get(first, 0)), *(f"{second} {n}" for second, n in beside[first])]) for first in sorted({*whole.words, *beside})),
    ]
    folder = Path(accents.__file__).parent
    (folder / "language.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "accents.json").write_text(json.dumps({f: round(float(w), 3) for f, w in zip(accents.FEATURES, weights)}, indent=1) + "\n", "utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Learns, judges on reports left out, and prints; with --write keeps what was learned."""
    given = list(sys.argv[1:] if argv is None else argv)
    data = cases()
    reports = sorted({c.source for c in data})
    total: Counter[str] = Counter()
    for k in range(FOLDS):
        out = set(reports[k::FOLDS])
        total += judged([c for c in data if c.source in out], fit([c for c in data if c.source not in out]))
    for kind in ("plain", "slipped"):
        for what in ("syllables", "questions"):
            n, right = total[f"{kind} {what}"], total[f"{kind} {what} right"]
            print(f"{kind:8s} {what:10s} {right:6d} of {n:6d} right, {right / (n or 1):.2%}")
    weights = fit(data)
    print(json.dumps({f: round(float(w), 3) for f, w in zip(accents.FEATURES, weights)}))
    if "--write" in given:
        write(weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
