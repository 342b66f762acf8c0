"""Fits the weights of `chain.matching` on questions with known answers: `python -m evals.train_matcher [--write] [FOLDER...]`.

A question is a choice among the figures of its report whose slots agree, and "none of them" (McFadden's conditional logit, 1974,
with a small ridge). The questions are those of `evals/questions` and of the folders given (NAME.jsonl with its report beside it or
in `reports/`); those held back are never used. What is learned is judged on reports it was not learned from: each report in turn
is left out, and the least probability at which a figure is given is the one that does best there when a wrong figure costs as
much as `COST` silences (of those that do about as well, the one that answers most). --write puts the weights into `chain/matcher.json`.
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

from chain import matching, select
from chain.question import read
from chain.world import Named, World, build_world
from evals.questions_bench import FOLDER, Shelf
from evals.retrieval_bench import rows

KINDS = frozenset(["direct", "table", "nearmiss", "paraphrase", "no_diacritics", "teencode", "typo", "unanswerable", "out_of_domain", "adversarial"])
COST = 3.0
NOISE = 0.01
RIDGE = 0.0005
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass
class Case:
    """A question: the figures it may mean with their features, which of them answer it, and what the older rule gives."""

    source: str
    figures: list[Named]
    features: np.ndarray
    gold: np.ndarray
    answerable: bool
    ruled: Named | None


def sources(folders: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Each file of questions with its report (the first, where it has several formats)."""
    for folder in folders:
        for questions in sorted(folder.glob("*.jsonl")):
            beside = [p for p in (*sorted((folder / "reports").glob(f"{questions.stem}.*")), *sorted(folder.glob(f"{questions.stem}.*"))) if p.suffix in (".docx", ".html", ".md", ".pdf", ".txt")]
            if beside:
                yield questions, beside[0]


def answers(row: dict[str, Any], n: Named, text: str) -> bool:
    """Whether the figure is printed as one of the accepted answers, where the evidence says so."""
    printed = _NUMBER.findall(n.figure.text)
    if not row["answerable"] or not printed or len(row["must_include"]) != 1:
        return False
    evidence = row.get("evidence", "")
    if evidence and printed[0] not in _NUMBER.findall(evidence):
        return False
    return any(_alike(alternative, n, printed[0]) for alternative in row["must_include"][0])


def _alike(alternative: str, n: Named, printed: str) -> bool:
    """Whether an accepted answer is this figure: its number with its unit's first word, or the number alone where one of the two has no unit."""
    numbers = _NUMBER.findall(alternative)
    if not numbers or numbers[0] != printed:
        return False
    unit = alternative[alternative.index(printed) + len(printed) :].lower().replace("phần trăm", "%").split("/")[0].split()
    said = n.figure.text.lower()
    return not unit or re.search(r"[^\W\d_]|%", said) is None or unit[0] in said


def cases(questions: Path, report: Path) -> Iterator[Case]:
    """The look-ups of one file."""
    shelf = Shelf(report)
    world = build_world(shelf.report(""), [f for _, f in shelf.figures()])
    for row in rows(questions):
        if row["type"] in KINDS and not row.get("history") and len(row["must_include"]) < 2 and (found := case(row, world, str(questions))):
            yield found


def case(row: dict[str, Any], world: World, source: str) -> Case | None:
    """One question read against its report; None when it asks for something else than one figure."""
    try:
        q = read(row["question"], world)
    except ValueError:
        return None
    if q.operation != "lookup" or q.other_place:
        return None
    found = select.candidates(q, world)
    ruled = select.find(q, world)
    gold = np.array([answers(row, n, world.report.text) for n, _ in found], bool)
    told = {(n.figure.value, n.figure.unit, n.figure.measure) for (n, _), right in zip(found, gold) if right}
    gold = np.array([(n.figure.value, n.figure.unit, n.figure.measure) in told for n, _ in found], bool)  # stated twice, it is as right elsewhere
    return Case(
        source, [n for n, _ in found], np.array([[x[k] for k in matching.FEATURES] for _, x in found], float).reshape(-1, len(matching.FEATURES)),
        gold, row["answerable"],
        next((n for n in world.figures if ruled and n.figure is ruled[0].figure), None),
    )  # fmt: skip


def fit(train: Sequence[Case]) -> np.ndarray:
    """The weights of the features, and last that of "none"."""
    import torch

    size = len(matching.FEATURES)
    weights = torch.zeros(size + 1, dtype=torch.double, requires_grad=True)
    data = [(torch.tensor(c.features), torch.tensor([*c.gold, not c.gold.any()])) for c in train]
    optimiser = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> Any:
        optimiser.zero_grad()
        total = sum(torch.logsumexp(s, 0) - torch.logsumexp(s[right], 0) for x, right in data for s in (torch.cat([x @ weights[:size], weights[size:]]),))
        total = total / len(data) + RIDGE * (weights[:size] ** 2).sum()
        total.backward()
        return total

    optimiser.step(loss)
    return weights.detach().numpy()


def likeliest(c: Case, weights: np.ndarray) -> tuple[int, float, float]:
    """The best figure, the probability of its value, and that of the value which the older rule gives."""
    if not c.figures:
        return -1, 0.0, 0.0
    s = np.append(c.features @ weights[:-1], weights[-1])
    p = np.exp(s - s.max())
    p /= p.sum()
    of: dict[Any, float] = defaultdict(float)
    for n, share in zip(c.figures, p):
        of[n.figure.value, n.figure.unit] += float(share)
    best = int(s[:-1].argmax())
    ruled = of[c.ruled.figure.value, c.ruled.figure.unit] if c.ruled is not None else 0.0
    return best, of[c.figures[best].figure.value, c.figures[best].figure.unit], ruled


def outcome(c: Case, found: tuple[int, float, float], least: float, keep: float) -> str:
    """"right", "silent" or "wrong" with these thresholds."""
    best, p, ruled = found
    if best >= 0 and p >= least:
        right = bool(c.gold[best])
    elif c.ruled is not None and ruled >= keep:
        right = any(g and n.figure.value == c.ruled.figure.value for n, g in zip(c.figures, c.gold))
    else:
        return "silent" if c.answerable else "right"
    return "right" if right and c.answerable else "wrong"


def main(argv: Sequence[str] | None = None) -> int:
    """Learns, judges on reports left out, and prints; with --write keeps the weights."""
    given = list(sys.argv[1:] if argv is None else argv)
    folders = [FOLDER, *(Path(a) for a in given if not a.startswith("-"))]
    data = [c for questions, report in sources(folders) for c in cases(questions, report)]
    reachable = sum(bool(c.gold.any()) for c in data if c.answerable) / (sum(c.answerable for c in data) or 1)
    print(f"{len(data)} questions, {len({c.source for c in data})} reports; the answer is among the figures whose slots agree in {reachable:.1%}")
    judged: list[tuple[Case, tuple[int, float, float]]] = []
    for source in sorted({c.source for c in data}):
        weights = fit([c for c in data if c.source != source])
        judged += [(c, likeliest(c, weights)) for c in data if c.source == source]
    tables = {}
    for least in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        for keep in (0.1, 0.2, 0.3, 0.4, 0.5):
            tables[least, keep] = Counter(outcome(c, found, least, keep) for c, found in judged)
    n = len(judged)
    worth = {t: tables[t]["right"] - COST * tables[t]["wrong"] for t in tables}
    # of thresholds as good as the best within what chance tells apart (a hundredth of the questions), the one that answers most
    least, keep = max((t for t in tables if worth[t] >= max(worth.values()) - NOISE * n), key=lambda t: (tables[t]["right"], -tables[t]["wrong"]))
    for at in sorted({(0.5, keep), (least, keep), (0.8, keep)}):
        t = tables[at]
        print(f"on reports left out, from {at[0]:.2f} (the rule's from {at[1]:.1f}): {t['right'] / n:6.1%} right, {t['silent'] / n:6.1%} silent, {t['wrong'] / n:5.1%} wrong")
    weights = fit(data)
    table = {name: round(float(w), 3) for name, w in zip((*matching.FEATURES, "none"), weights)} | {"least": least, "keep": keep}
    if "--write" in given:
        (Path(matching.__file__).parent / "matcher.json").write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    else:
        print(json.dumps(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
