"""Vietnamese prompts as `.md` files beside this loader. The comment that opens a file has its version and is not part of the prompt."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_HEAD = re.compile(r"\A<!--\s*version:\s*(\d+).*?-->\n", re.S)


def load(name: str, **values: str) -> str:
    """Prompt `name` with its `{{variable}}` marks filled in.

    Raises KeyError when a variable of the prompt is not given, FileNotFoundError when there is no such prompt.
    """
    # One pass, so that a mark inside a value is text and not a variable.
    return re.sub(r"\{\{(\w+)\}\}", lambda mark: values[mark[1]], _HEAD.sub("", _file(name)))


def version(name: str) -> int:
    """The version of prompt `name`; 0 when it states none. Raises FileNotFoundError when there is no such prompt."""
    head = _HEAD.match(_file(name))
    return int(head[1]) if head else 0


@cache
def _file(name: str) -> str:
    return files(__name__).joinpath(f"{name}.md").read_text(encoding="utf-8")
