"""Vietnamese prompts as `.md` files beside this loader."""

from __future__ import annotations

import re
from importlib.resources import files


def load(name: str, **values: str) -> str:
    """Prompt `name` with its `{{variable}}` marks filled in.

    Raises KeyError when a variable of the prompt is not given, FileNotFoundError when there is no such prompt.
    """
    text = files(__name__).joinpath(f"{name}.md").read_text(encoding="utf-8")
    # One pass, so that a mark inside a value is text and not a variable.
    return re.sub(r"\{\{(\w+)\}\}", lambda mark: values[mark[1]], text)
