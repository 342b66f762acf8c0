"""The questions of every form and the conversations are well-formed, and their answers stand in the reports they ask."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from typing import Any

import pytest

from evals import forms_bench as bench
from evals import questions_bench
from evals.judge import place, plain
from evals.retrieval_bench import rows
from ingest import read_file

QUESTIONS = bench.forms()
TALKS = bench.conversations()
TURNS = [{**turn, "id": f"{talk['id']}.{n}", "report": talk["report"]} for talk in TALKS for n, turn in enumerate(talk["turns"], 1)]
REPORTS = {p.name for p in (bench.FOLDER / "reports").glob("*") if p.suffix in (".md", ".txt")}
FIELDS = {"id", "report", "question", "form", "base", "type", "answerable", "must_include", "must_not_include"}


@cache
def text_of(report: str) -> str:
    return plain((bench.FOLDER / "reports" / report).read_text(encoding="utf-8"))


def figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+(?:[.,]\d+)*", text))


def bases() -> dict[str, dict[str, dict[str, Any]]]:
    out: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for q in QUESTIONS:
        out[q["base"]][q["form"]] = q
    return out


def test_bases_are_many_over_all_reports_and_have_five_forms() -> None:
    assert len(bases()) >= 130
    assert len(QUESTIONS) == 5 * len(bases())
    assert all(set(forms) == set(bench.FORMS) for forms in bases().values())
    assert min(Counter(q["report"] for q in QUESTIONS).values()) >= 100
    assert {q["report"] for q in QUESTIONS} == {t["report"] for t in TALKS} and len({q["report"] for q in QUESTIONS}) >= 6


def test_the_forms_of_a_base_ask_for_the_same() -> None:
    same = ("report", "answerable", "must_include", "must_not_include", "verdict", "kind")
    for base, forms in bases().items():
        assert len({repr([q.get(field) for field in same]) for q in forms.values()}) == 1, base
        assert len({q["question"] for q in forms.values()}) == 5, base


def test_fields_ids_and_answers_are_complete() -> None:
    assert [i for i, n in Counter(q["id"] for q in QUESTIONS + TURNS).items() if n > 1] == []
    for q in QUESTIONS:
        assert set(q) >= FIELDS and q["report"] in REPORTS and q["type"] == "form", q["id"]
    for q in QUESTIONS + TURNS:
        assert bool(q["must_include"]) == q["answerable"], q["id"]
        assert unicodedata.is_normalized("NFC", q["question"]), q["id"]
    silent = sum(not q["answerable"] for q in QUESTIONS) / len(QUESTIONS)
    assert 0.1 <= silent <= 0.2


@pytest.mark.parametrize("q", [q for q in QUESTIONS if q["form"] == "accented"] + TURNS, ids=lambda q: q["id"])
def test_what_must_be_answered_stands_in_the_report(q: dict[str, Any]) -> None:
    text = text_of(q["report"])
    if not q.get("computed"):
        for group in q["must_include"]:
            assert place(text, group[0]) >= 0, group[0]
    for confused in q["must_not_include"]:
        assert place(text, confused) >= 0, confused
        assert not any(place(plain(wanted), confused) >= 0 for group in q["must_include"] for wanted in group), confused


def test_forms_are_what_they_are_called() -> None:
    for base, forms in bases().items():
        asked = {form: q["question"] for form, q in forms.items()}
        assert asked["unaccented"].isascii() and not asked["accented"].isascii(), base
        # A typing error is in a word: the figures, and nearly all of the letters, are as they were.
        assert figures(asked["typo"]) == figures(asked["accented"]), base
        assert difflib.SequenceMatcher(None, asked["typo"], asked["accented"], autojunk=False).ratio() > 0.87, base
        assert len(asked["abbreviated"]) < len(asked["accented"]), base


def test_conversations_are_many_and_mostly_follow_ups() -> None:
    assert len(TALKS) >= 40
    assert all(4 <= len(talk["turns"]) <= 10 for talk in TALKS)
    assert not any(talk["turns"][0]["followup"] or talk["turns"][0].get("social") for talk in TALKS)
    assert sum(turn["followup"] for turn in TURNS) >= 150
    assert all(not turn["answerable"] and not turn["followup"] for turn in TURNS if turn.get("social"))


def test_a_turn_carries_the_earlier_questions_and_thanks_are_not_judged() -> None:
    turn = {"answerable": True, "must_include": [["1"]], "must_not_include": []}
    talk = {
        "id": "T",
        "report": "r.txt",
        "turns": [
            {"question": "Xuất khẩu?", "followup": False, **turn},
            {"question": "cảm ơn", "followup": False, "social": True, **turn},
            {"question": "còn nhập khẩu?", "followup": True, **turn},
        ],
    }
    first, last = bench.turns([talk])
    assert (first["id"], first["form"], first["history"]) == ("T.1", "opening", ())
    assert (last["id"], last["form"], last["history"]) == ("T.3", "followup", ("Xuất khẩu?", "cảm ơn"))


def test_names_keep_forms_and_reports() -> None:
    asked = [{"form": form, "report": report} for form in ("accented", "typo", "followup") for report in ("gia.md", "thu.txt")]
    assert bench.chosen(asked, []) == asked
    assert bench.chosen(asked, ["typo", "gia"]) == [{"form": "typo", "report": "gia.md"}]
    assert {q["form"] for q in bench.chosen(asked, ["conversations"])} == {"followup"}
    assert bench.chosen(asked, ["khác"]) == []


def test_the_table_counts_and_tells_the_distance_from_the_accented_form(capsys: pytest.CaptureFixture[str]) -> None:
    bench.show({"accented": Counter(right=9, silent=1), "typo": Counter(right=7, silent=1, wrong=2)})
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:4] for line in lines[1:]] == [["accented", "9", "1", "0"], ["typo", "7", "1", "2"]]
    assert "20.0% wrong of 10, -20.0 points" in lines[2]


def test_every_question_asked_is_counted_once() -> None:
    asked = [q for q in QUESTIONS if q["base"] == "B01"]
    table = bench.run(asked)
    assert {form: sum(count.values()) for form, count in table.items()} == dict.fromkeys(bench.FORMS, 1)


def test_an_unknown_name_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["khong-co"]) == 2
    assert capsys.readouterr().err.strip() == "Không có câu hỏi nào cho khong-co."


HELD = [(q, report) for questions, report in questions_bench.sets(bench.FOLDER / "held") for q in rows(questions)]


def test_held_back_sets_are_many() -> None:
    assert len(HELD) >= 100 and len({report for _, report in HELD}) >= 2
    assert [i for i, n in Counter((q["id"], report) for q, report in HELD).items() if n > 1] == []


def test_held_back_answers_stand_in_their_reports() -> None:
    """One test for all, and ids alone in its failure: the sets are for scoring, not for looking at."""
    off = []
    texts = {report: plain(read_file(report)[0].text) for _, report in HELD}
    for q, report in HELD:
        text = texts[report]
        computed = q.get("computed") or q["type"] == "computed"
        missing = not computed and any(all(place(text, way) < 0 for way in group) for group in q["must_include"])
        # a false premise may be answered or refused: such a question needs no figure
        if missing or bool(q["must_include"]) != q["answerable"] and q["type"] != "adversarial":
            off.append(f"{report.stem} {q['id']}")
    assert off == []
