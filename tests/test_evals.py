"""The benchmark's data is well-formed, and its arithmetic is right. The benchmark itself prints; it is not a test."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from evals import retrieval_bench as bench

PASSAGES = bench.rows(bench.FOLDER / "passages.jsonl")
QUESTIONS = bench.rows(bench.FOLDER / "questions.jsonl")


def test_passages_are_many_and_of_many_registers() -> None:
    assert len(PASSAGES) >= 60
    assert len({p["register"] for p in PASSAGES}) >= 8


def test_questions_are_many() -> None:
    assert len(QUESTIONS) >= 150


@pytest.mark.parametrize("rows", [PASSAGES, QUESTIONS], ids=["passages", "questions"])
def test_ids_are_unique(rows: list[dict[str, str]]) -> None:
    assert [i for i, n in Counter(r["id"] for r in rows).items() if n > 1] == []


def test_no_text_is_there_twice() -> None:
    assert len({p["text"] for p in PASSAGES}) == len(PASSAGES)
    assert len({q["question"].casefold() for q in QUESTIONS}) == len(QUESTIONS)


def test_every_question_names_passages_and_every_passage_is_asked() -> None:
    asked = [i for q in QUESTIONS for i in q["passage"]]
    assert all(q["passage"] for q in QUESTIONS)
    assert set(asked) == {p["id"] for p in PASSAGES}


def test_forms_are_known_and_mixed() -> None:
    count = Counter(q["form"] for q in QUESTIONS)
    assert set(count) == set(bench.FORMS)
    assert 0.4 <= count["accented"] / len(QUESTIONS) <= 0.6
    assert 0.15 <= count["unaccented"] / len(QUESTIONS) <= 0.3


def test_unaccented_questions_are_plain_ascii_and_accented_ones_are_not() -> None:
    plain = {q["id"] for q in QUESTIONS if q["question"].isascii()}
    assert {q["id"] for q in QUESTIONS if q["form"] == "unaccented"} <= plain
    assert not {q["id"] for q in QUESTIONS if q["form"] == "accented"} & plain


def test_text_is_nfc_and_states_figures() -> None:
    for row in PASSAGES:
        assert unicodedata.is_normalized("NFC", row["text"]), row["id"]
        assert re.search(r"\d", row["text"]), row["id"]
    assert all(unicodedata.is_normalized("NFC", q["question"]) for q in QUESTIONS)


def test_corpus_quotes_its_rows_to_the_character() -> None:
    report, passages = bench.corpus()
    assert {p.id: p.span.of(report.text) for p in passages} == {r["id"]: r["text"] for r in PASSAGES}
    assert all(s.heading.of(report.text) == s.title for s in report.sections)


def test_rank_is_that_of_the_first_right_passage() -> None:
    assert bench.rank(["a", "b", "c"], frozenset({"c", "b"})) == 2
    assert bench.rank(["a"], frozenset({"z"})) == 0


def test_score_worked_out_by_hand() -> None:
    mrr, one, five = bench.score([1, 2, 0, 11])
    assert (mrr, one, five) == (0.375, 0.25, 0.5)
