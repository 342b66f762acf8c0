"""Fits `vectorstore.adapter`: a matrix under which the vectors of questions lie near those of the names they mean.

Fitted on two things at once, each a choice among names by cosine (softmax with a temperature: InfoNCE, van den Oord 2018): the everyday
questions of `evals/everyday`, each for one of all official names there; and questions with known answers, each for one of the names of the
figures of its report whose slots agree. A ridge holds the matrix to the identity. `evals.train_matcher` calls this, also for
judging it on reports left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

import vectorstore.adapter
from evals.vectors import model_name, vectors
from vectorstore.adapter import under

PAIRS = Path(__file__).parent / "everyday"

TEMPERATURE = 0.05
RIDGE = 0.003
RATE = 0.001
EPOCHS = 8
BATCH = 512
HARDEST = 40  # names beside the right ones that a question is told apart from
FOLDS = 5


@dataclass
class Choice:
    """A question with a known answer: its text, the names it may mean, and which of them it does."""

    source: str
    question: str
    names: Sequence[str]
    right: np.ndarray


def written() -> Iterator[tuple[str, list[str]]]:
    """The official names with the everyday questions."""
    for path in sorted(PAIRS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield row["official"], row["everyday"]


def fit(choices: Sequence[Choice]) -> np.ndarray:
    """The matrix (dimension × dimension)."""
    import torch

    torch.manual_seed(0)
    pairs = [(question, official) for official, said in written() for question in said]
    officials = list(dict.fromkeys(official for _, official in pairs))
    place = {official: i for i, official in enumerate(officials)}
    names = torch.tensor(vectors(officials, "passage"))
    asked = torch.tensor(vectors([question for question, _ in pairs], "query"))
    due = torch.tensor([place[official] for _, official in pairs])
    questions, among, open_, right = _padded(choices)
    unit = torch.eye(names.shape[1])
    matrix = unit.clone().requires_grad_(True)
    optimiser = torch.optim.Adam([matrix], lr=RATE)
    steps = -(-len(pairs) // BATCH)
    each = -(-len(choices) // steps)

    def moved(x: Any) -> Any:
        return torch.nn.functional.normalize(x @ matrix, dim=-1)

    for _ in range(EPOCHS):
        order, turn = torch.randperm(len(pairs)), torch.randperm(len(choices))
        for k in range(steps):
            of = order[k * BATCH : (k + 1) * BATCH]
            loss = torch.nn.functional.cross_entropy(moved(asked[of]) @ moved(names).T / TEMPERATURE, due[of]) + RIDGE * ((matrix - unit) ** 2).sum()
            if len(at := turn[k * each : (k + 1) * each]):
                near = torch.einsum("bd,bnd->bn", moved(questions[at]), moved(among[at])) / TEMPERATURE + open_[at]
                loss = loss + (torch.logsumexp(near, 1) - torch.logsumexp(near + right[at], 1)).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return matrix.detach().numpy()


def _padded(choices: Sequence[Choice]) -> tuple[Any, Any, Any, Any]:
    """The questions' vectors, those of their right and their hardest other names, and masks of those that are there and of those that are right."""
    import torch

    rows = []
    for c in choices:
        question, names = vectors([c.question], "query")[0], vectors(c.names, "passage")
        hardest = [i for i in np.argsort(-(names @ question), kind="stable") if not c.right[i]][:HARDEST]
        kept = [*np.flatnonzero(c.right), *hardest]
        rows.append((question, names[kept], c.right[kept]))
    most = max(len(right) for *_, right in rows)
    among = torch.zeros(len(rows), most, rows[0][1].shape[1])
    open_ = torch.full((len(rows), most), -1e9)
    right = open_.clone()
    for i, (_, names, good) in enumerate(rows):
        among[i, : len(good)] = torch.tensor(names)
        open_[i, : len(good)] = 0
        right[i, : len(good)][torch.tensor(good)] = 0
    return torch.tensor(np.array([question for question, *_ in rows])), among, open_, right


def left_out(choices: Sequence[Choice]) -> Mapping[str, np.ndarray]:
    """For each source a matrix that was fitted without it."""
    sources = sorted({c.source for c in choices})
    out: dict[str, np.ndarray] = {}
    for k in range(FOLDS):
        without = set(sources[k::FOLDS])
        out |= dict.fromkeys(without, fit([c for c in choices if c.source not in without]))
    return out


def nearest(choices: Sequence[Choice], matrices: Mapping[str, np.ndarray] | None) -> float:
    """How often the nearest name is a right one, under the matrix of each source; of None by the model alone."""
    good = 0
    for c in choices:
        question, names = vectors([c.question], "query")[0], vectors(c.names, "passage")
        if matrices is not None:
            question, names = (under(v, matrices[c.source]) for v in (question, names))
        near = names @ question
        good += bool(near[c.right].max() >= near.max())
    return good / len(choices)


def write(matrix: np.ndarray) -> None:
    """Keep the matrix for the model it was fitted on."""
    kept = BytesIO()
    np.savez_compressed(kept, model=np.array(model_name()), matrix=matrix.astype(np.float16))
    Path(vectorstore.adapter.__file__).with_name(vectorstore.adapter.FILE).write_bytes(kept.getvalue())
