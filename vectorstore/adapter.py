"""What the embedding model is taught about this field: a linear map under which questions lie near the names of the figures they mean.

The model puts "tiền gửi nhà băng" near every name of money. One matrix over its vectors, fitted with a contrastive loss on questions with
known answers (`evals.train_adapter`), moves what people say beside what reports write; nothing is embedded anew. It holds for
the model that it was fitted on, and for no other.
"""

from __future__ import annotations

import io
from functools import lru_cache
from importlib.resources import files

import numpy as np

FILE = "adapter.npz"


@lru_cache(maxsize=1)
def _kept() -> tuple[str, np.ndarray]:
    with np.load(io.BytesIO((files("vectorstore") / FILE).read_bytes()), allow_pickle=False) as kept:
        return str(kept["model"]), kept["matrix"].astype(np.float32)


def adapted(vectors: np.ndarray, model: str) -> np.ndarray | None:
    """Vectors of `model` (one, or one a row) under the map, of length 1 again; None where it was not fitted on this model."""
    known, matrix = _kept()
    return under(vectors, matrix) if model == known else None


def under(vectors: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """Vectors (one, or one a row) times a matrix, of length 1 again."""
    moved = np.asarray(vectors, np.float32) @ matrix
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=-1, keepdims=True), 1e-9), np.float32)
