"""Arrows between packages point one way, and nothing heavy is imported before it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAY_IMPORT = {
    "report": set(),
    "prompts": set(),
    "data": set(),
    "ingest": {"report"},
    "vectorstore": {"report"},
    "chain": {"report", "vectorstore", "prompts"},
    "app": {"report", "ingest", "vectorstore", "prompts", "chain", "data"},
}
HEAVY = {"torch", "sentence_transformers", "transformers", "chromadb", "streamlit", "langchain", "langchain_chroma"}
# Streamlit runs these files itself: it is loaded by then.
PAGES = {"app/page.py", "app/chat_view.py", *(p.relative_to(ROOT).as_posix() for name in ("pages_*.py", "ui_*.py") for p in (ROOT / "app").glob(name))}
FILES = sorted(p for package in MAY_IMPORT for p in (ROOT / package).rglob("*.py"))


def imported(nodes: Iterator[ast.AST] | list[ast.stmt]) -> set[str]:
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_arrows(file: Path) -> None:
    package = file.relative_to(ROOT).parts[0]
    used = imported(ast.walk(ast.parse(file.read_text(encoding="utf-8")))) & (set(MAY_IMPORT) | {"evals", "tests"})
    assert used <= MAY_IMPORT[package] | {package}


@pytest.mark.parametrize("file", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_nothing_heavy_at_import(file: Path) -> None:
    heavy = HEAVY - ({"streamlit"} if file.relative_to(ROOT).as_posix() in PAGES else set())
    assert not imported(ast.parse(file.read_text(encoding="utf-8")).body) & heavy


def test_starting_the_command_line_imports_nothing_heavy() -> None:
    code = f"import sys, app.main, ingest, vectorstore, report.reader, chain.answer; print(*({HEAVY!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip() == ""


def test_no_module_of_app_hides_a_package() -> None:
    assert not {p.stem for p in (ROOT / "app").iterdir()} & (set(MAY_IMPORT) | {"evals", "tests"})
