"""The documents name every setting and every command, and no other."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from app.cli import parser
from app.settings import SETTINGS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")


def commands() -> dict[str, argparse.ArgumentParser]:
    action = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def test_settings_of_the_readme_are_those_of_the_table() -> None:
    assert re.findall(r"^\| `(HOIBAOCAO_\w+)`", README, re.M) == [s.name for s in SETTINGS]
    assert {s.name for s in SETTINGS} == set(re.findall(r"HOIBAOCAO_[A-Z_]+", GUIDE))


def test_code_reads_no_setting_outside_the_table() -> None:
    known = {s.name for s in SETTINGS}
    for package in ("app", "chain", "ingest", "prompts", "report", "vectorstore"):
        for file in (ROOT / package).rglob("*.py"):
            assert set(re.findall(r"HOIBAOCAO_[A-Z_]+", file.read_text(encoding="utf-8"))) <= known, file.name


def test_commands_of_the_readme_are_those_of_the_parser() -> None:
    assert set(re.findall(r"^\| `hoibaocao (\w+)", README, re.M)) == set(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_option_is_in_the_readme(name: str) -> None:
    lines = "\n".join(re.findall(rf"^\| `hoibaocao {name}.*$", README, re.M)) + " --library --help"
    for option in commands()[name]._option_string_actions:
        assert not option.startswith("--") or option in lines


def test_every_command_takes_a_library() -> None:
    assert all("--library" in sub._option_string_actions for sub in commands().values())


def test_constraints_are_exact_and_hold_every_dependency() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line) for line in lines)
    assert "torch==2.13.0" in lines
    wanted = re.findall(r'^    "([\w-]+)>=', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    assert len(wanted) > 5 and set(wanted) <= {line.split("==")[0] for line in lines}
