"""Fits the weights of `chain.matching` on questions with known answers: `python -m evals.train_matcher [--write] [FOLDER...]`.

A question is a choice among the figures of its report whose slots agree, and "none of them" (McFadden's conditional logit, 1974,
with a small ridge). Whether the likeliest is right is learned next, by a logistic regression over how it stands to the others. Both are
learned twice: over the words alone ("plain"), and with how near the embedding model, under its adapter (`evals.train_adapter`), finds the names of
the figures to the question ("named"), which is asked where the first is not sure. The questions are those of `evals/questions`, of its `headline` and of the folders given (NAME.jsonl with its report beside it or in `reports/`); those held
back are never used. What is learned is judged on reports it was not learned from: each tenth of the reports in turn is left out, by
the fits, and a fifth by the adapters; the least trust at which a figure is given is the one that answers most with at most `WRONG` of the questions
answered wrong there. --write puts the weights into `chain/matcher.json` and `chain/trust.json`, and the adapter's matrix into `vectorstore/adapter.npz`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from chain import matching, select
from chain.compose import Draft
from chain.question import read
from chain.world import Named, World, build_world
from evals import train_adapter
from evals.judge import place, plain
from evals.questions_bench import FOLDER, HEADLINE, Shelf, beside
from evals.retrieval_bench import rows
from evals.vectors import vectors
from report.model import Figure, Span, name_of
from vectorstore.adapter import under

KINDS = frozenset(["direct", "table", "nearmiss", "paraphrase", "no_diacritics", "teencode", "typo", "unanswerable", "out_of_domain", "adversarial"])
WRONG = 0.03  # how many of the questions may get a wrong figure
ASKING = 0.02  # what embedding a question costs, in answers: 50 are worth one more
STRENGTH = 0.02  # of the second fit: the smaller, the stronger its ridge
RIDGE = 0.0005
FOLDS = 10
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
    terms: int
    rivals: Mapping[Span, Sequence[Figure]]
    question: str
    names: Sequence[str]  # all of the report
    named: np.ndarray  # the features with those of `matching.NEAR`, once there is an adapter


@dataclass
class Known:
    """The likeliest figure of a question on a report that its choice was not learned from: the grounds for trusting it, and whether it answers."""

    source: str
    grounds: np.ndarray
    right: bool


def sources(folders: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Each file of questions with its report (the first, where it has several formats)."""
    for folder in folders:
        for questions in sorted(folder.glob("*.jsonl")):
            found = [p for p in (*sorted(beside(folder).glob(f"{questions.stem}.*")), *sorted(folder.glob(f"{questions.stem}.*"))) if p.suffix in (".docx", ".html", ".md", ".pdf", ".txt")]
            if found:
                yield questions, found[0]


def answers(row: dict[str, Any], n: Named, world: World) -> bool:
    """Whether what is said of the figure is one of the accepted answers, and, where it could be so by chance, the evidence says it as well."""
    if not row["answerable"] or len(row["must_include"]) != 1 or not _NUMBER.search(n.figure.text):
        return False
    said = plain(Draft(world, row["question"]).phrase(n.figure, growth=True).partition(" — ")[0])
    if not any(place(said, alternative) >= 0 for alternative in row["must_include"][0]):
        return False
    numbers = _NUMBER.findall(said)
    evidence = _NUMBER.findall(row.get("evidence") or "")
    return not evidence or any(x in evidence or len(re.sub(r"\D", "", x)) >= _NO_CHANCE for x in numbers)


_NO_CHANCE = 4  # digits


def told(n: Named) -> tuple[object, ...]:
    """What a figure states, for finding it elsewhere: an index and its growth are one."""
    value, kind = matching.stated(n.figure)
    return value, kind, n.figure.measure if kind != "change" else None


def cases(questions: Path, report: Path) -> Iterator[Case]:
    """The look-ups of one file."""
    shelf = Shelf(report)
    world = build_world(shelf.report(""), [f for _, f in shelf.figures()])
    for row in rows(questions):
        if row["type"] in KINDS and not row.get("history") and len(row["must_include"]) < 2 and (found := case(row, world, str(report))):
            yield found


def case(row: dict[str, Any], world: World, source: str) -> Case | None:
    """One question read against its report; None when it asks for something else than one figure."""
    try:
        q = read(row["question"], world)
    except ValueError:
        return None
    if q.operation != "lookup" or q.other_place:
        return None
    found = select.candidates(q, world, strangers=True)
    ruled = select.find(q, world)
    right = {told(n) for n, _ in found if answers(row, n, world)}
    gold = np.array([told(n) in right for n, _ in found], bool)  # stated twice, it is as right elsewhere
    features = np.array([[x[k] for k in matching.FEATURES] for _, x in found], float).reshape(-1, len(matching.FEATURES))
    return Case(
        source, [n for n, _ in found], features, gold, row["answerable"],
        next((n for n in world.figures if ruled and n.figure is ruled[0].figure), None), len(q.terms), world.rivals, q.text, tuple(dict.fromkeys(name for n in world.figures if (name := name_of(n.figure)))), features,
    )  # fmt: skip


def choice(c: Case) -> train_adapter.Choice | None:
    """The question as one among names; None where none of them is right."""
    names = list(dict.fromkeys(name_of(n.figure) for n in c.figures))
    good = {name_of(n.figure) for n, right in zip(c.figures, c.gold) if right}
    return train_adapter.Choice(c.source, c.question, names, np.array([name in good for name in names])) if good and c.answerable else None


def with_names(c: Case, matrix: np.ndarray) -> np.ndarray:
    """The features with those of `matching.NEAR`, under an adapter."""
    if not c.figures:
        return np.zeros((0, len(matching.FEATURES) + len(matching.NEAR)))
    names, question = under(vectors(c.names, "passage"), matrix), under(vectors([c.question], "query")[0], matrix)
    near = matching.near(dict(zip(c.names, (names @ question).tolist(), strict=True)), [name_of(n.figure) for n in c.figures], [dict(zip(matching.FEATURES, row)) for row in c.features.tolist()])
    return np.hstack([c.features, [[x[k] for k in matching.NEAR] for x in near]])


def fit(train: Sequence[Case], *, named: bool) -> np.ndarray:
    """The weights of the features, and last that of "none"."""
    import torch

    size = len(matching.FEATURES) + named * len(matching.NEAR)
    most = max((len(c.figures) for c in train), default=0) + 1
    # one padded array of questions × figures × features; the last choice of each is "none", what pads it cannot be chosen
    x = torch.zeros(len(train), most, size + 1, dtype=torch.double)
    open_ = torch.full((len(train), most), -1e9, dtype=torch.double)
    right = open_.clone()
    for i, c in enumerate(train):
        n = len(c.figures)
        x[i, :n, :size] = torch.tensor(c.named if named else c.features)
        x[i, n, size] = 1
        open_[i, : n + 1] = 0
        right[i, : n + 1][torch.tensor([*c.gold, not c.gold.any()])] = 0
    weights = torch.zeros(size + 1, dtype=torch.double, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> Any:
        optimiser.zero_grad()
        s = x @ weights + open_
        total = (torch.logsumexp(s, 1) - torch.logsumexp(s + right, 1)).mean() + RIDGE * (weights[:size] ** 2).sum()
        total.backward()
        return total

    optimiser.step(loss)
    return weights.detach().numpy()


def known(c: Case, weights: np.ndarray, *, named: bool) -> Known | None:
    """The likeliest figure by `weights`, the grounds for trusting it, and whether it answers; None where nothing is to be chosen from."""
    if not c.figures:
        return None
    features = c.named if named else c.features
    best, grounds = matching.grounds([n.figure for n in c.figures], features.tolist(), (features @ weights[:-1]).tolist(), float(weights[-1]), c.ruled.figure if c.ruled else None, c.terms, c.rivals)
    return Known(c.source, np.array(grounds), bool(c.gold[best]) and c.answerable)


def fit_trust(train: Sequence[Known]) -> np.ndarray:
    """The weights of the grounds and last the constant: a logistic regression with a ridge over grounds of one size."""
    import torch

    x = np.array([k.grounds for k in train])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    given, due = torch.tensor((x - mean) / spread), torch.tensor([float(k.right) for k in train], dtype=torch.double)
    weights = torch.zeros(x.shape[1] + 1, dtype=torch.double, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Any:
        optimiser.zero_grad()
        z = given @ weights[:-1] + weights[-1]
        total = torch.nn.functional.binary_cross_entropy_with_logits(z, due, reduction="sum") + 0.5 / STRENGTH * (weights[:-1] ** 2).sum()
        total.backward()
        return total

    optimiser.step(loss)
    found = weights.detach().numpy()
    out = found[:-1] / spread
    return np.append(out, found[-1] - (out * mean).sum())


def trusted(k: Known, weights: np.ndarray) -> float:
    """The trust in a figure by `weights`."""
    return float(1 / (1 + np.exp(-np.clip(k.grounds @ weights[:-1] + weights[-1], -30, 30))))


_GRID = tuple(round(0.5 + 0.005 * i, 3) for i in range(94))
_SURE = (0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 2.0)

Judged = tuple[float, bool]  # the trust in the likeliest figure, and whether it is right


def best_limits(plain: Sequence[Judged], named: Sequence[Judged], n: int) -> tuple[float, float, int, int, int]:
    """The plain trust that is enough alone, the least with names, and how many are right, wrong and asked then.

    Of those with at most `WRONG` of `n` wrong the one that answers most; what it costs to ask the model is held against it (`ASKING`).
    """
    (p, p_right), (m, m_right) = ([np.array(column) for column in zip(*judged)] for judged in (plain, named))
    best, most = (2.0, 1.0, 0, 0, 0), 0.0
    for sure in _SURE:
        for least in _GRID:
            alone, after = p >= sure, (p < sure) & (m >= least)
            wrong, good, asked = int((alone & ~p_right).sum() + (after & ~m_right).sum()), int((alone & p_right).sum() + (after & m_right).sum()), int((p < sure).sum())
            if wrong <= WRONG * n and good - ASKING * asked > most:
                best, most = (sure, least, good, wrong, asked), good - ASKING * asked
    return best


def main(argv: Sequence[str] | None = None) -> int:
    """Learns, judges on reports left out, and prints; with --write keeps the weights."""
    given = list(sys.argv[1:] if argv is None else argv)
    folders = [FOLDER, HEADLINE, *(Path(a) for a in given if not a.startswith("-"))]
    data = [c for questions, report in sources(folders) for c in cases(questions, report)]
    reachable = sum(bool(c.gold.any()) for c in data if c.answerable) / (sum(c.answerable for c in data) or 1)
    print(f"{len(data)} questions, {len({c.source for c in data})} reports; the answer is among the figures whose slots agree in {reachable:.1%}")
    choices = [x for c in data if (x := choice(c)) is not None]
    matrices = train_adapter.left_out(choices)
    print(f"the nearest name is right for {train_adapter.nearest(choices, None):.1%}, on reports left out under an adapter for {train_adapter.nearest(choices, matrices):.1%}", flush=True)
    for c in data:
        c.named = with_names(c, matrices.get(c.source, np.eye(vectors([c.question], "query").shape[1])))
    reports = sorted({c.source for c in data})
    folds = [set(reports[k::FOLDS]) for k in range(FOLDS)]
    n, silent = len(data), sum(not c.answerable for c in data)
    print(f"of {n}, {n - silent} have an answer")
    chosen: dict[str, list[Known]] = {}
    judged: dict[str, list[Judged]] = {}
    for kind in ("plain", "named"):
        named = kind == "named"
        found: list[Known] = []
        for out in folds:
            weights = fit([c for c in data if c.source not in out], named=named)
            found += [k for c in data if c.source in out and (k := known(c, weights, named=named)) is not None]
        chosen[kind], judged[kind] = found, []
        for out in folds:
            trust = fit_trust([k for k in found if k.source not in out])
            judged[kind] += [(trusted(k, trust), k.right) for k in found if k.source in out]
        print(f"{kind}: the likeliest is right for {sum(k.right for k in found)}", flush=True)
    nothing = [(0.0, False)] * len(judged["plain"])
    _, alone, good, wrong, _ = best_limits(nothing, judged["plain"], n)
    print(f"on reports left out, without vectors, from {alone}: {good} right, {wrong} wrong ({wrong / n:.1%})")
    sure, least, good, wrong, asked = best_limits(judged["plain"], judged["named"], n)
    print(f"with the names' vectors, asked for {asked} below {sure}, from {least}: {good} right, {wrong} wrong ({wrong / n:.1%})")
    if "--write" in given:
        folder = Path(matching.__file__).parent
        limits = {"plain": {"least": alone, "sure": sure}, "named": {"least": least}}
        features = {"plain": matching.FEATURES, "named": (*matching.FEATURES, *matching.NEAR)}
        grounds = {"plain": matching.GROUNDS, "named": (*matching.GROUNDS, *matching.NEAR)}
        tables = {
            "matcher.json": {kind: {name: round(float(w), 3) for name, w in zip((*features[kind], "none"), fit(data, named=kind == "named"), strict=True)} for kind in chosen},
            "trust.json": {kind: {name: round(float(w), 4) for name, w in zip((*grounds[kind], "bias"), fit_trust(chosen[kind]), strict=True)} | limits[kind] for kind in chosen},
        }
        for file, table in tables.items():
            (folder / file).write_text(json.dumps(table, indent=1) + "\n", "utf-8")
        train_adapter.write(train_adapter.fit(choices))
    return 0


if __name__ == "__main__":
    sys.exit(main())
