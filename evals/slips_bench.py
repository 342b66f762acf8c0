"""Questions typed badly by a machine: `python -m evals.slips_bench [--held] [EVERY]`.

Every EVERYth question (4 by default) of `evals/questions`, or of its held sets, is put as it stands and in forms that nobody
chose by hand: without diacritics, with the tone marks in their old places, and with one slip of the keyboard in a word (a mark
left out or amiss, a letter missing, doubled or swapped), the same slip at every run. Prints right, silent and wrong by form.
"""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

from evals.judge import judge
from evals.questions_bench import FOLDER, Shelf, sets
from evals.retrieval_bench import rows
from report.text import fold, nfc

_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_MISPLACED = re.compile(r"([\u0300\u0301\u0303\u0309])([\u0302\u0306\u031b])")  # no keyboard puts the tone below the letter's own mark
_OLD = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ụy": "uỵ"}


def bare(text: str) -> str:
    """`text` without diacritics, đ as d."""
    return fold(text)


def old_tones(text: str) -> str:
    """`text` with its tone marks in the old places: "thủy" as "thuỷ"."""
    return re.sub("(?<!q)(" + "|".join(_OLD) + r")(?!\w)", lambda m: _OLD[m[1]], nfc(text))


def slip(text: str, seed: str) -> str:
    """`text` with one slip in one of its words of three letters or more that stand in small letters; the same for the same seed."""
    chance = random.Random(seed)
    words = [m for m in re.finditer(r"[^\W\d_]{3,}", nfc(text)) if m[0].islower()]
    if not words:
        return text
    m = chance.choice(words)
    word, kind = m[0], chance.choice(("mark", "mark", "amiss", "missing", "doubled", "swapped"))
    i = chance.randrange(1, len(word) - 1)
    if kind in ("mark", "amiss"):
        split = unicodedata.normalize("NFD", word)
        tone = next((c for c in split if c in _MARKS), "")
        typed = split.replace(tone, chance.choice(_MARKS.replace(tone, "")) if kind == "amiss" else "") if tone else fold(word)
        typed = unicodedata.normalize("NFC", _MISPLACED.sub(r"\2\1", typed))
    elif kind == "missing":
        typed = word[:i] + word[i + 1 :]
    elif kind == "doubled":
        typed = word[: i + 1] + word[i:]
    else:
        typed = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    return nfc(text)[: m.start()] + typed + nfc(text)[m.end() :]


def run(every: int, *, held: bool) -> dict[str, Counter[str]]:
    """Answers and judges every `every`th question in each form; counts by form."""
    from chain.answer import Ask, contract
    from chain.assistant import Assistant

    table: dict[str, Counter[str]] = defaultdict(Counter)
    for questions, report in sets(FOLDER / "held" if held else FOLDER):
        shelf = Shelf(report)
        assistant, name, text = Assistant(shelf), shelf.reports()[0].name, shelf.report("").text
        for q in list(rows(questions))[::every]:
            asked = q["question"]
            for form, typed in (("as it stands", asked), ("unaccented", bare(asked)), ("old tone marks", old_tones(asked)), ("one slip", slip(asked, q["id"]))):
                answer = contract(assistant.invoke(Ask(typed, tuple(q.get("history") or ()), name)), question=typed, id=q["id"])
                table[form][judge(q, answer, text)[0]] += 1
    return table


def main(argv: Sequence[str] | None = None) -> int:
    """The table of forms."""
    given = list(sys.argv[1:] if argv is None else argv)
    numbers = [int(a) for a in given if a.isdigit()]
    table = run(numbers[0] if numbers else 4, held="--held" in given)
    whole = next(iter(table.values()))
    for form, count in table.items():
        n, points = sum(count.values()), 100 * (count["right"] - whole["right"]) / sum(count.values())
        print(f"{form:15s} {count['right']:5d} right {count['silent']:5d} silent {count['wrong']:4d} wrong   {count['right'] / n:6.1%}, {points:+5.1f} points, {count['wrong'] / n:5.1%} wrong of {n}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
