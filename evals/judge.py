"""When an answer is right: what our own question sets in `evals/questions` are judged by.

right: answered with every required figure, no confusable one before it, the right verdict, and nothing that a quote does not
hold; or not answered where the report is silent. silent: not answered though the report does. wrong: all else.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def plain(text: str) -> str:
    """`text` as it is compared: NFC, lower case, single spaces, no space before %."""
    text = unicodedata.normalize("NFC", text).lower().replace("\u00a0", " ").replace("m³", "m3")
    return re.sub(r"\s+", " ", re.sub(r"(\d)\s+%", r"\1%", text))


def place(text: str, wanted: str) -> int:
    """Where `wanted` stands in `text` as a whole (a figure not inside a longer one), or -1."""
    m = re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(plain(wanted))}(?!\w)(?![.,]\d)", text)
    return m.start() if m else -1


def faults(question: dict[str, Any], answer: dict[str, Any], text: str) -> list[str]:
    """What is wrong with an answer that was given."""
    said = plain(answer["answer"])
    out: list[str] = []
    first = len(said) + 1
    for group in question["must_include"]:
        spots = [p for p in (place(said, w) for w in group) if p >= 0]
        if spots:
            first = min(first, *spots)
        else:
            out.append(f"missing {group[0]}")
    evidence = plain(question.get("evidence", ""))
    for confused in question.get("must_not_include", ()):
        if 0 <= place(said, confused) < first and (out or place(evidence, confused) < 0):
            out.append(f"confused {confused}")
    if question.get("verdict") in ("đúng", "sai") and (answer["verdict"] in ("đúng", "làm tròn"), answer["verdict"] == "sai") != (question["verdict"] == "đúng", question["verdict"] == "sai"):
        out.append(f"verdict {answer['verdict']}, not {question['verdict']}")
    if not answer["citations"]:
        out.append("no citation")
    out += [f"citation {c['n']} is off" for c in answer["citations"] if text[c["start"] : c["end"]] != c["quote"]]
    held = plain(" ".join([question["question"], answer["calculation"] or "", *(f"{c['quote']} {c['section']}" for c in answer["citations"])]))
    out += [f"unsupported {n}" for n in _NUMBER.findall(re.sub(r"\[\d+\]", " ", said)) if n not in held]
    return out


def judge(question: dict[str, Any], answer: dict[str, Any], text: str) -> tuple[str, str]:
    """"right", "silent" or "wrong", and why. `answer` is the contract's JSON object, `text` the report's."""
    if answer["status"] == "not_in_report":
        lawful = not question["answerable"] or question["type"] == "adversarial" and not question["must_include"]
        return ("right" if lawful else "silent"), ""
    if not question["answerable"]:
        return "wrong", "the report does not state it"
    why = faults(question, answer, text)
    return ("wrong" if why else "right"), "; ".join(why)
