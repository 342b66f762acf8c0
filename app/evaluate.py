"""Measuring answers: the questions of a file with known answers are asked and judged as a fact-checker would.

One JSON object a line: `question`, `type`, `answerable`, `must_include` (groups; one alternative of each must stand in the
answer), `must_not_include` (a confusion), and, where they apply, `id`, `history`, `report`, `verdict`, `evidence`.

right: answered with every required figure, no confusable one before it, the right verdict, and nothing that a quote does not
hold; or not answered where the report is silent. silent: not answered though the report does. wrong: all else.
A line with `text` and `figures` (each with `text` and `verdict`) is an article to be checked; each of its figures counts.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

RIGHT, SILENT, WRONG = GRADES = ("right", "silent", "wrong")
SHOWN = {RIGHT: "đúng", SILENT: "im lặng", WRONG: "sai"}
ARTICLE = "article"  # the type of an article's figures
ABSENT = "không có trong báo cáo"
_SAID = {"khớp": "đúng", "không có": ABSENT}  # other names of verdicts
_TRUE = ("đúng", "làm tròn")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class EvaluationError(Exception):
    """A file of questions cannot be used; `str` is one Vietnamese line."""


# The rules


def plain(text: str) -> str:
    """`text` as it is compared: NFC, lower case, single spaces, no space before %."""
    text = unicodedata.normalize("NFC", text).lower().replace("\u00a0", " ").replace("ô-tô", "ô tô").replace("m³", "m3")
    return re.sub(r"\s+", " ", re.sub(r"(\d)\s+%", r"\1%", text))


def place(text: str, wanted: str) -> int:
    """Where `wanted` stands in `text` as a whole (a figure not inside a longer one), or -1."""
    m = re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(plain(wanted))}(?!\w)(?![.,]\d)", text)
    return m.start() if m else -1


def faults(question: dict[str, Any], answer: dict[str, Any], text_of: Callable[[str], str]) -> list[str]:
    """What is wrong with an answer that was given; `text_of` gives the text of a report by its name."""
    said = plain(answer["answer"])
    out: list[str] = []
    first = len(said) + 1
    for group in question["must_include"]:
        spots = [p for p in (place(said, w) for w in group) if p >= 0]
        if spots:
            first = min(first, *spots)
        else:
            out.append(f"missing {group[0]}")
    evidence = plain(" ".join([question.get("evidence") or "", *(question.get("evidence_extra") or ())]))
    for confused in question.get("must_not_include") or ():
        if 0 <= place(said, confused) < first and (out or place(evidence, confused) < 0):
            out.append(f"confused {confused}")
    wanted, given = question.get("verdict"), answer["verdict"]
    if wanted == "đúng" and given not in _TRUE or wanted == "sai" and given != "sai":
        out.append(f"verdict {given}, not {wanted}")
    if not answer["citations"]:
        out.append("no citation")
    out += [f"citation {c['n']} is off" for c in answer["citations"] if text_of(c["report"])[c["start"] : c["end"]] != c["quote"]]
    held = plain(" ".join([question["question"], answer["calculation"] or "", *(f"{c['quote']} {c['section']}" for c in answer["citations"])]))
    out += [f"unsupported {n}" for n in _NUMBER.findall(re.sub(r"\[\d+\]", " ", said)) if n not in held]
    return out


def judge(question: dict[str, Any], answer: dict[str, Any], text_of: Callable[[str], str]) -> tuple[str, str]:
    """One of `GRADES`, and why. `answer` is the contract's JSON object."""
    if answer["status"] == "not_in_report":
        lawful = not question["answerable"] or question["type"] == "adversarial" and not question["must_include"]
        return (RIGHT if lawful else SILENT), ""
    if not question["answerable"]:
        return WRONG, "the report does not state it"
    why = faults(question, answer, text_of)
    return (WRONG if why else RIGHT), "; ".join(why)


# A file


@dataclass(frozen=True, slots=True)
class Graded:
    """A question, or a figure of an article, with its grade."""

    id: str
    type: str
    question: str
    grade: str
    why: str
    answer: dict[str, Any]


def questions(lines: Iterable[bytes]) -> list[dict[str, Any]]:
    """The questions of a file. Raises EvaluationError, naming the line that is none."""
    out = []
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            raise EvaluationError(f"Dòng {n} của tệp câu hỏi không phải là JSON hợp lệ (UTF-8).") from error
        if fault := _fault(row):
            raise EvaluationError(f"Dòng {n} của tệp câu hỏi {fault}.")
        out.append(row)
    if not out:
        raise EvaluationError("Tệp câu hỏi không có câu nào.")
    return out


def _fault(row: Any) -> str:
    """What a line lacks, in Vietnamese; "" for nothing."""
    if not isinstance(row, dict):
        return "không phải là một đối tượng JSON"
    if row.get("report") is not None and not isinstance(row["report"], str):
        return "có trường report không phải chuỗi chữ"
    if _is_article(row):
        good = isinstance(row["text"], str) and all(isinstance(f, dict) and isinstance(f.get("text"), str) and isinstance(f.get("verdict"), str) for f in row["figures"])
        return "" if good else "cần trường text (chuỗi chữ) và figures (mỗi số liệu có text và verdict)"
    if not isinstance(row.get("question"), str):
        return "thiếu trường question (chuỗi chữ)"
    if not isinstance(row.get("answerable"), bool):
        return "thiếu trường answerable (true hoặc false)"
    if not isinstance(row.get("type"), str):
        return "thiếu trường type (chuỗi chữ)"
    groups = row.setdefault("must_include", [])
    if not isinstance(groups, list) or not all(isinstance(g, list) and g and _texts(g) for g in groups):
        return "có trường must_include không phải danh sách các nhóm chữ"
    for key in ("must_not_include", "history", "evidence_extra"):
        if not _texts(row.get(key) or []):
            return f"có trường {key} không phải danh sách chữ"
    for key in ("evidence", "verdict"):
        if row.get(key) is not None and not isinstance(row[key], str):
            return f"có trường {key} không phải chuỗi chữ"
    return ""


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_article(row: dict[str, Any]) -> bool:
    return "question" not in row and "text" in row and isinstance(row.get("figures"), list)


def run(rows: Sequence[dict[str, Any]], ask: Callable[[str, Sequence[str], str | None], dict[str, Any]],
        check: Callable[[str, str | None], dict[str, Any]], text_of: Callable[[str], str], report: str | None = None) -> list[Graded]:  # fmt: skip
    """Asks and judges. `ask` and `check` give the contract's JSON objects; `report` goes before a line's own."""
    out: list[Graded] = []
    for n, row in enumerate(rows, 1):
        id, where = str(row.get("id", n)), report if report is not None else row.get("report")
        if _is_article(row):
            out += _article(id, row, check(row["text"], where))
            continue
        try:
            answer = ask(row["question"], row.get("history") or (), where)
            grade, why = judge(row, answer, text_of)
        except Exception as error:  # a crash is a wrong answer, not the end of the measurement
            answer, grade, why = {}, WRONG, " ".join(f"{type(error).__name__}: {error}".split())
        out.append(Graded(id, row["type"], row["question"], grade, why, answer))
    return out


def _article(id: str, row: dict[str, Any], checked: dict[str, Any]) -> list[Graded]:
    """Each figure of an article with its grade; the figures are matched by their text, in order."""
    left = list(checked["figures"])
    out = []
    for figure in row["figures"]:
        number = _NUMBER.findall(figure["text"])
        found = next((j for j in left if place(plain(j["text"]), figure["text"]) >= 0 or place(plain(figure["text"]), j["text"]) >= 0), None)
        found = found or next((j for j in left if number and _NUMBER.findall(j["text"]) == number), None)
        if found is not None:
            left.remove(found)
        wanted, given = _SAID.get(figure["verdict"], figure["verdict"]), ABSENT if found is None else found["verdict"]
        grade = RIGHT if given == wanted else SILENT if given == ABSENT else WRONG
        why = "" if grade == RIGHT else f"verdict {given}, not {wanted}"
        out.append(Graded(id, str(row.get("type", ARTICLE)), figure["text"], grade, why, found or {}))
    return out


# What is printed


def totals(graded: Sequence[Graded]) -> dict[str, Counter[str]]:
    """How many of each grade, by type."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for g in graded:
        table[g.type][g.grade] += 1
    return dict(sorted(table.items()))


def as_table(graded: Sequence[Graded], *, verbose: bool = False) -> str:
    """The table by type for people; with `verbose`, before it, what is not right."""
    lines = [" | ".join((g.id, g.type, SHOWN[g.grade], g.question[:100], g.why)) for g in graded if g.grade != RIGHT] if verbose else []
    table = totals(graded)
    whole: Counter[str] = sum(table.values(), Counter())
    width = max(map(len, ["Tất cả", *table]))
    lines.append(f"{'Loại':{width}}  {'đúng':>5} {'im lặng':>8} {'sai':>5}")
    for name, count in [*table.items(), ("Tất cả", whole)]:
        share = f"{count[RIGHT] / count.total():.1%}".replace(".", ",")
        lines.append(f"{name:{width}}  {count[RIGHT]:5d} {count[SILENT]:8d} {count[WRONG]:5d}   đúng {share} trong {count.total()}")
    return "\n".join(lines) + "\n"


def as_json(graded: Sequence[Graded]) -> str:
    """Counts and grades as one JSON object."""
    table = totals(graded)
    whole: Counter[str] = sum(table.values(), Counter())
    found = {
        "total": {grade: whole[grade] for grade in GRADES},
        "types": {name: {grade: count[grade] for grade in GRADES} for name, count in table.items()},
        "questions": [{"id": g.id, "type": g.type, "question": g.question, "grade": g.grade, "why": g.why, "answer": g.answer} for g in graded],
    }
    return json.dumps(found, ensure_ascii=False) + "\n"


__all__ = ["EvaluationError", "Graded", "as_json", "as_table", "faults", "judge", "place", "plain", "questions", "run", "totals"]
