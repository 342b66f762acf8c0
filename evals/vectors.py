"""How near questions are to the names of a report's figures, for benches that read reports without a library.

Vectors are kept in the cache folder of the embedding model, by model and text, so that a bench embeds a name once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from report.model import Figure, name_of
from vectorstore.adapter import adapted


@lru_cache(maxsize=1)
def _kept() -> tuple[Any, sqlite3.Connection]:
    from vectorstore.embedding import cache_folder, load_embedder

    embedder = load_embedder()
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(folder / "evals-vectors.db", timeout=60)
    db.execute("CREATE TABLE IF NOT EXISTS vectors (model TEXT, kind TEXT, text TEXT, vector BLOB, PRIMARY KEY (model, kind, text))")
    return embedder, db


def vectors(texts: Sequence[str], kind: str) -> np.ndarray:
    """The vectors of `texts` as "query" or "passage"."""
    embedder, db = _kept()
    found: dict[str, np.ndarray] = {}
    for text in dict.fromkeys(texts):
        row = db.execute("SELECT vector FROM vectors WHERE model = ? AND kind = ? AND text = ?", (embedder.name, kind, text)).fetchone()
        if row is not None:
            found[text] = np.frombuffer(row[0], "<f4")
    new = [t for t in dict.fromkeys(texts) if t not in found]
    if new:
        made = (embedder.embed_queries if kind == "query" else embedder.embed_passages)(new)
        with db:
            db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", [(embedder.name, kind, t, np.ascontiguousarray(v, "<f4").tobytes()) for t, v in zip(new, made, strict=True)])
        found |= dict(zip(new, made, strict=True))
    return np.array([found[t] for t in texts])


def model_name() -> str:
    """What the embedding model is called."""
    return str(_kept()[0].name)


def nearness(figures: Sequence[Figure], question: str) -> dict[str, float]:
    """How near each name of the figures is to the question (cosine under the adapter), as `Library.nearness` says it."""
    named = list(dict.fromkeys(name for f in figures if (name := name_of(f))))
    if not named:
        return {}
    names, asked = (adapted(v, model_name()) for v in (vectors(named, "passage"), vectors([question], "query")[0]))
    return {} if names is None or asked is None else dict(zip(named, (names @ asked).tolist(), strict=True))
