"""The same question typed five ways, and talks of many turns: `python -m evals.forms_bench [-v] [NAME...]`.

Answers `evals/questions/forms.jsonl` and `conversations.jsonl` with the Assistant over a shelf of the one report each line
names, and prints right, silent and wrong by form and for the follow-ups. NAME keeps the reports whose name holds it; a name
of a form ("typo") keeps that form, and "conversations" the talks alone. `-v` lists the misses.
A turn's history is the talk's earlier questions, as the user typed them; the answers given to them are not passed.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from evals import questions_bench
from evals.judge import judge
from evals.retrieval_bench import rows

FOLDER = questions_bench.FOLDER
FORMS = ("accented", "unaccented", "abbreviated", "typo", "paraphrase")
TALKS = ("opening", "followup")


def forms() -> list[dict[str, Any]]:
    """Every question of every form, as the file has them."""
    return list(rows(FOLDER / "forms.jsonl"))


def conversations() -> list[dict[str, Any]]:
    """Every conversation, its turns as the file has them."""
    return list(rows(FOLDER / "conversations.jsonl"))


def turns(talks: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each turn of `talks` as a question of its own, with the earlier questions as its history.

    Turns marked `"social": true` (thanks, a greeting) ask nothing of the report: they stand in the history and are not judged.
    """
    for talk in talks:
        earlier: list[str] = []
        for n, turn in enumerate(talk["turns"], 1):
            if not turn.get("social"):
                yield {
                    **turn,
                    "id": f"{talk['id']}.{n}",
                    "report": talk["report"],
                    "form": TALKS[turn["followup"]],
                    "type": TALKS[turn["followup"]],
                    "history": tuple(earlier),
                }
            earlier.append(turn["question"])


def chosen(questions: Sequence[dict[str, Any]], names: Sequence[str]) -> list[dict[str, Any]]:
    """The questions that the command line's names keep: by form and by report, all when none is named."""
    keep = {f for n in names for f in (TALKS if n == "conversations" else (n,)) if f in FORMS + TALKS}
    reports = [n for n in names if n not in (*FORMS, *TALKS, "conversations")]
    return [q for q in questions if (not keep or q["form"] in keep) and (not reports or any(n in q["report"] for n in reports))]


def run(questions: Sequence[dict[str, Any]], *, verbose: bool = False) -> dict[str, Counter[str]]:
    """Answers and judges; counts by form. Each report is read once."""
    from chain.answer import Ask, contract
    from chain.assistant import Assistant

    by_report: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for q in questions:
        by_report[q["report"]].append(q)
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for file, asked in by_report.items():
        shelf = questions_bench.Shelf(FOLDER / "reports" / file)
        assistant, name, text = Assistant(shelf), shelf.reports()[0].name, shelf.report("").text
        for q in asked:
            ask = Ask(q["question"], tuple(q.get("history", ())), name)
            answer = contract(assistant.invoke(ask), question=q["question"], id=q["id"])
            verdict, why = judge(q, answer, text)
            table[q["form"]][verdict] += 1
            if verbose and verdict != "right":
                said = " ".join(answer["answer"].split())[:160]
                print(q["id"], q["form"], verdict, q["question"], f"sau: {q['history'][-1]}" if q.get("history") else "", why, said, sep=" | ")
    return table


def show(table: dict[str, Counter[str]]) -> None:
    """One line a form; each form's distance from the accented one, in points of the share right."""
    share = {form: count["right"] / sum(count.values()) for form, count in table.items()}
    print(f"{'form':14s} right silent wrong")
    for form in (*FORMS, *TALKS):
        if count := table.get(form):
            away = f", {100 * (share[form] - share['accented']):+5.1f} points" if form in FORMS[1:] and "accented" in share else ""
            print(f"{form:14s} {count['right']:5d} {count['silent']:6d} {count['wrong']:5d}   {share[form]:6.1%} right, {count['wrong'] / sum(count.values()):5.1%} wrong of {sum(count.values())}{away}")


def main(argv: Sequence[str] | None = None) -> int:
    """Everything, or what the names keep."""
    given = list(sys.argv[1:] if argv is None else argv)
    names = [a for a in given if not a.startswith("-")]
    questions = chosen([*forms(), *turns(conversations())], names)
    if not questions:
        print(f"Không có câu hỏi nào cho {', '.join(names)}.", file=sys.stderr)
        return 2
    show(run(questions, verbose="-v" in given))
    return 0


if __name__ == "__main__":
    sys.exit(main())
