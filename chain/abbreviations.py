"""The table of abbreviations and chat words, ours and the user's, and which meaning a report gives one.

`abbreviations.txt` beside this file is the table and says how it is written. Not here: where in a question an abbreviation
stands and what a number before it makes of it; that is `question`'s part.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from chain.spelling import is_pair
from chain.world import World, tokens
from report.text import nfc

SETTING = "HOIBAOCAO_ABBREVIATIONS"


class TableError(ValueError):
    """The user's table cannot be read. `str(error)` is one Vietnamese line."""


def parse(text: str, name: str = "") -> dict[str, tuple[str, ...]]:
    """The lines `abbreviation = meaning | meaning` of a table. Raises TableError, with the line's number, for any other line."""
    found: dict[str, tuple[str, ...]] = {}
    for at, line in enumerate(nfc(text).split("\n"), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        short, mark, meant = line.partition("=")
        if not mark or not short.strip():
            raise TableError(f"Bảng viết tắt {name}, dòng {at}: phải có dạng “xk = xuất khẩu”.")
        found[short.strip().lower()] = tuple(m.strip() for m in meant.split("|") if m.strip()) or ("",)
    return found


@lru_cache(maxsize=4)
def _table(own: str) -> dict[str, tuple[str, ...]]:
    table = parse((Path(__file__).parent / "abbreviations.txt").read_text("utf-8"))
    if own:
        try:
            text = Path(own).expanduser().read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise TableError(f"Không đọc được bảng viết tắt {own}; hãy kiểm tra {SETTING}.") from error
        table = table | parse(text, Path(own).name)
    return table


def table() -> dict[str, tuple[str, ...]]:
    """Each abbreviation with its meanings, the usual one first; the user's own lines replace ours. Raises TableError."""
    return _table(os.environ.get(SETTING, "").strip())


def meaning(short: str, world: World | None = None, before: tuple[str, ...] = (), after: str = "") -> str | None:
    """What `short` stands for after the words `before` and ahead of `after` in a question to `world`; None when the table lacks it.

    With several meanings the report decides: first by the neighbour it is written beside, then by whether its words are there.
    """
    options = table().get(short.lower())
    if options is None:
        return None
    if len(options) == 1 or world is None:
        return options[0]
    follows = [m.split()[0] for m in table().get(after.lower(), ()) if m] or [after.lower()]
    fits = [_fits(option, world, before, follows) for option in options]
    likely = [option for option, fit in zip(options, fits) if fit == max(fits)]
    often = max(likely, key=lambda option: _often(option, world))
    return often if _often(often, world) >= _FAR_MORE * max(1, _often(likely[0], world)) else likely[0]


_FAR_MORE = 4  # times as often in the report: "ns" of a budget is "ngân sách", though a yield is told once


def _often(option: str, world: World) -> int:
    """How often a report has the words of `option` side by side."""
    row = tokens(option)
    return min((world.pairs.get(p, 0) for p in zip(row, row[1:])), default=world.vocabulary.get(row[0], 0) if row else 0)


def _fits(option: str, world: World, before: tuple[str, ...], follows: list[str]) -> int:
    row = tokens(option)
    if not row or not all(world.vocabulary.get(w) for w in row):
        return 0
    said = 2 if world.says(option) else 0
    if said and len(before) > 1 and world.says(" ".join((*before[-2:], option))):  # "giáo dục và đt"
        said += 2
    beside = bool(before and world.pairs.get((before[-1], row[0]))) or any(world.pairs.get((row[-1], w)) for w in follows)
    word = len(row) == 1 or all(is_pair(a, b) for a, b in zip(row, row[1:]))
    return said + (2 if beside and said else 0) + (1 if said and word else 0)
