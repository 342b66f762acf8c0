"""What several tests share: the customer's files when they are there, a library that needs no model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the customer's reports and evaluations; the test is skipped where it is not."""
    if not (SHARED / "reports").is_dir():
        pytest.skip("no ../shared here")
    return SHARED


@pytest.fixture
def fake_embedder() -> Any:
    """Vectors of hashed words: texts that share words are near."""
    from vectorstore.embedding import HashEmbedder

    return HashEmbedder()


@pytest.fixture
def library_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_embedder: Any) -> Path:
    """A folder for a new library; `app.wiring` opens it, and any other, with the fake embedder."""
    folder = tmp_path / "thư viện"
    monkeypatch.setattr("app.wiring.make_embedder", lambda: fake_embedder)
    monkeypatch.setenv("HOIBAOCAO_LIBRARY", str(folder))
    monkeypatch.setenv("HOIBAOCAO_CACHE", str(tmp_path / "cache"))
    return folder


@pytest.fixture
def library(library_folder: Path) -> Iterator[Any]:
    """An open library with the bundled report."""
    from app.wiring import open_library

    opened = open_library(library_folder)
    yield opened
    opened.close()
