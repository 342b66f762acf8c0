"""The vector index, in Chroma: the only file that touches it.

It can be deleted or broken at any time: `VectorIndex` notices, builds it again
from the vectors it is given, and answers None when it cannot, so that the
caller searches by itself. A new generation is built in a staging folder,
probed in a child process, and swapped in by renaming a pointer file.

Why a child: a broken Chroma store can kill the process that reads it
(SIGSEGV), which no `except` catches. Why `sync_threshold` is huge: stores
written with the default one do not all survive a kill.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import subprocess
import sys
import threading
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

log = logging.getLogger(__name__)

COLLECTION = "passages"
POINTER = "current.json"
BATCH = 4000  # Chroma refuses more than 5,461 rows at once
LOCK_SECONDS = 60.0

# Reads every row by looking for sampled vectors: `count()` alone also counts rows that a search no longer sees.
_PROBE = """
import sys, numpy, chromadb
from chromadb.config import Settings
folder, sample, count = sys.argv[1], numpy.load(sys.argv[2]), int(sys.argv[3])
client = chromadb.PersistentClient(path=folder, settings=Settings(anonymized_telemetry=False))
collection = client.get_collection("passages", embedding_function=None)
assert collection.count() == count
found = collection.query(query_embeddings=sample, n_results=1, include=["distances"])["distances"]
assert all(row and abs(row[0]) < 1e-3 for row in found)
print("good")
"""

Rows = tuple[Sequence[int], Sequence[str], np.ndarray]  # passage ids, their reports' names, their vectors


class VectorIndex:
    """Nearest passages to a vector. `search` never raises: None means "search without me"."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.builds = 0  # how many times this process built it
        self._lock = threading.RLock()
        self._open: tuple[str, Any, Any] | None = None  # token, client, collection
        self._failed: str | None = None  # the token for which building failed: not tried again

    def search(
        self, vector: np.ndarray, k: int, *, token: str, rows: Callable[[], Rows], reports: Sequence[str] | None = None
    ) -> list[int] | None:
        """Ids of the `k` nearest passages, best first. `token` names the state of the vectors that `rows` gives."""
        with self._lock:
            try:
                if not self._ready(token, rows):
                    return None
                collection = self._open[2]  # type: ignore[index]
                where: Any = {"report": {"$in": list(reports)}} if reports is not None else None
                found = collection.query(
                    query_embeddings=[vector.astype(np.float32)], n_results=k, where=where, include=[]
                )
                return [int(i) for i in found["ids"][0]]
            except Exception as error:  # whatever Chroma raises, the truth can be searched without it
                log.warning("index not used: %s", error)
                self.close()
                self._failed = token
                return None

    def close(self) -> None:
        """Let go of the open store."""
        with self._lock:
            if self._open is not None:
                try:
                    self._open[1].close()
                except Exception as error:
                    log.debug("closing the index: %s", error)
            self._open = None

    def _ready(self, token: str, rows: Callable[[], Rows]) -> bool:
        if self._open is not None and self._open[0] == token and self._pointer().get("token") == token:
            generation = self.folder / str(self._pointer().get("generation"))
            if (generation / "chroma.sqlite3").is_file():
                return True
        self.close()
        if self._failed == token:
            return False
        if not self._good(token):
            self._build(token, rows)
        self._open = (token, *_client(self.folder / self._pointer()["generation"]))
        return True

    def _pointer(self) -> dict[str, Any]:
        try:
            found = json.loads((self.folder / POINTER).read_text("utf-8"))
            return found if isinstance(found, dict) else {}
        except (OSError, ValueError):
            return {}

    def _good(self, token: str) -> bool:
        """Whether the current generation is the one wanted, whole, and opens in a child."""
        pointer = self._pointer()
        if pointer.get("token") != token:
            return False
        generation = self.folder / str(pointer.get("generation"))
        try:
            if pointer.get("files") == _manifest(generation):
                return True
        except OSError:
            return False
        # Chroma may have written to it by itself since: then a child tells whether it still answers.
        if not _probe(generation, self.folder / pointer.get("sample", ""), int(pointer.get("count", 0))):
            return False
        self._write_pointer(pointer | {"files": _manifest(generation)})
        return True

    def _build(self, token: str, rows: Callable[[], Rows]) -> None:
        from filelock import FileLock

        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(str(self.folder) + ".lock", timeout=LOCK_SECONDS):
            if self._good(token):  # another process built it meanwhile
                return
            ids, reports, vectors = rows()
            name = f"gen-{uuid.uuid4().hex[:12]}"
            staging = self.folder / f".{name}"
            try:
                client, collection = _client(staging, create=True)
                try:
                    for at in range(0, len(ids), BATCH):
                        part = slice(at, at + BATCH)
                        collection.add(
                            ids=[str(i) for i in ids[part]],
                            embeddings=vectors[part],
                            metadatas=[{"report": r} for r in reports[part]],
                        )
                finally:
                    client.close()
                step = max(1, len(ids) // 16)
                sample = f"{name}.npy"
                np.save(self.folder / sample, vectors[::step][:16])
                if not _probe(staging, self.folder / sample, len(ids)):
                    raise OSError("a new index did not pass its probe")
                pointer = {"token": token, "generation": name, "count": len(ids), "sample": sample}
                pointer["files"] = _manifest(staging)
                staging.rename(self.folder / name)
                self._write_pointer(pointer)
                self.builds += 1
                self._sweep(name)
            finally:
                shutil.rmtree(staging, ignore_errors=True)

    def _write_pointer(self, pointer: dict[str, Any]) -> None:
        staging = self.folder / f".{POINTER}.{uuid.uuid4().hex[:8]}"
        staging.write_text(json.dumps(pointer), "utf-8")
        os.replace(staging, self.folder / POINTER)

    def _sweep(self, keep: str) -> None:
        """Remove what no pointer names; under the writers' lock."""
        for path in self.folder.iterdir():
            if path.name in (POINTER, keep, f"{keep}.npy"):
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _client(folder: Path, *, create: bool = False) -> tuple[Any, Any]:
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
    if create:
        configuration: Any = {"hnsw": {"space": "cosine", "sync_threshold": 10_000_000, "ef_search": 200}}
        return client, client.create_collection(COLLECTION, embedding_function=None, configuration=configuration)
    return client, client.get_collection(COLLECTION, embedding_function=None)


def _manifest(folder: Path) -> dict[str, list[Any]]:
    """Size and sha256 of every file of a generation."""
    found: dict[str, list[Any]] = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        found[path.relative_to(folder).as_posix()] = [path.stat().st_size, digest]
    if "chroma.sqlite3" not in found:
        raise FileNotFoundError(folder)
    return found


def _probe(folder: Path, sample: Path, count: int) -> bool:
    """Whether a child process can open the store, count its rows and find sampled vectors."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _PROBE, str(folder), str(sample), str(count)],
            capture_output=True, timeout=60 + count / 200, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0 and done.stdout.strip().endswith(b"good")
