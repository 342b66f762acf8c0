"""`hoibaocao eval`: the rules of judging, by hand-made cases, and the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app import evaluate
from app.main import main
from evals.judge import judge

TEXT = "Năm 2015, kim ngạch xuất khẩu ước đạt 1.550 triệu USD, tăng 16,44%; nhập khẩu đạt 1.950 triệu USD."
ASKED = {
    "id": "a", "question": "Xuất khẩu năm 2015?", "type": "direct", "answerable": True, "must_include": [["1.550 triệu USD", "1,55 tỷ USD"]],
    "must_not_include": ["1.950"], "evidence": "",
}  # fmt: skip


def answer(text: str, **more: Any) -> dict[str, Any]:
    citation = {"n": 1, "report": "thu", "section": "", "page": None, "start": 0, "end": len(TEXT), "quote": TEXT}
    return {"status": "answered", "answer": text, "verdict": None, "citations": [citation], "calculation": None} | more


CASES = [
    ("the figure", {}, answer("Xuất khẩu là 1.550 triệu USD [1]."), "right", ""),
    ("another way to write it", {}, answer("1,55 tỷ USD", calculation="1,55 tỷ USD = 1.550 triệu USD"), "right", ""),
    ("nothing", {}, answer("", status="not_in_report"), "silent", ""),
    ("silence that is due", {"answerable": False}, answer("", status="not_in_report"), "right", ""),
    ("an answer where there is none", {"answerable": False}, answer("1.550 triệu USD"), "wrong", "does not state"),
    ("a trap left alone", {"type": "adversarial", "must_include": []}, answer("", status="not_in_report"), "right", ""),
    ("another figure", {}, answer("1.950 triệu USD"), "wrong", "missing"),
    ("the confusable figure first", {}, answer("Không phải 1.950 mà là 1.550 triệu USD"), "wrong", "confused 1.950"),
    ("part of a longer number", {"must_include": [["550 triệu USD"]]}, answer("1.550 triệu USD"), "wrong", "missing"),
    ("a number from nowhere", {}, answer("1.550 triệu USD, thứ 7"), "wrong", "unsupported 7"),
    ("no citation", {}, answer("1.550 triệu USD", citations=[]), "wrong", "no citation"),
    ("the wrong verdict", {"verdict": "sai"}, answer("1.550 triệu USD", verdict="đúng"), "wrong", "verdict"),
    ("rounded is true", {"verdict": "đúng"}, answer("1.550 triệu USD", verdict="làm tròn"), "right", ""),
    ("decomposed letters", {"must_include": [["tăng 16,44 %"]], "must_not_include": []}, answer("ta\u0306ng 16,44%"), "right", ""),
]  # fmt: skip


@pytest.mark.parametrize(("change", "given", "grade", "why"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_rules(change: dict[str, Any], given: dict[str, Any], grade: str, why: str) -> None:
    found = judge(ASKED | change, given, TEXT)
    assert found[0] == grade and why in found[1]


def test_evidence_that_holds_both_figures_excuses_naming_the_other_first() -> None:
    both = ASKED | {"evidence_extra": ["nhập khẩu đạt 1.950 triệu USD"]}
    assert judge(both, answer("Nhập khẩu 1.950, xuất khẩu 1.550 triệu USD"), TEXT)[0] == "right"


def test_a_quote_that_is_off_by_one_character_is_wrong() -> None:
    given = answer("1.550 triệu USD")
    given["citations"][0]["end"] -= 1
    assert judge(ASKED, given, TEXT) == ("wrong", "citation 1 is off")


def test_the_customers_scorer_agrees_with_every_case(shared: Path) -> None:
    from evals.score_bench import judge_of

    theirs = judge_of(shared / "evals" / "score.py").judge
    for name, change, given, _, _ in CASES:
        question = ASKED | change
        assert theirs(question, given, TEXT)[0] == judge(question, given, TEXT)[0], name


def lines(*rows: Any) -> list[bytes]:
    return [json.dumps(row, ensure_ascii=False).encode() for row in rows]


@pytest.mark.parametrize("row", [[], {}, {"question": 1}, ASKED | {"answerable": "có"}, ASKED | {"must_include": ["1.550"]}, ASKED | {"must_include": [[]]}, ASKED | {"history": "x"}, ASKED | {"type": None}, {"text": "x", "figures": [{}]}])
def test_a_line_that_is_no_question_is_named(row: Any) -> None:
    with pytest.raises(evaluate.EvaluationError, match="Dòng 2 "):
        evaluate.questions(lines(ASKED, row))


def test_a_crash_is_a_wrong_answer_and_not_the_end() -> None:
    def ask(question: str, history: Any, report: str | None) -> dict[str, Any]:
        if question == "nổ":
            raise KeyError("x")
        return answer("1.550 triệu USD")

    graded = evaluate.run([ASKED | {"question": "nổ"}, ASKED], ask, lambda *_: {}, lambda _: TEXT)
    assert [g.grade for g in graded] == ["wrong", "right"] and "KeyError" in graded[0].why


def test_figures_of_an_article_are_judged_each() -> None:
    article = {"id": "b", "text": "…", "figures": [{"text": "1.550 triệu USD", "verdict": "khớp"}, {"text": "20%", "verdict": "sai"}, {"text": "7 nhà máy", "verdict": "không có"}, {"text": "3 %", "verdict": "sai"}]}
    verdicts = [("1.550 triệu USD", "đúng"), ("20%", "đúng"), ("7", "không có trong báo cáo"), ("3%", "không có trong báo cáo")]
    checked = {"figures": [{"text": text, "verdict": verdict} for text, verdict in verdicts], "citations": []}
    graded = evaluate.run([article], lambda *_: {}, lambda text, report: checked, lambda _: TEXT)
    assert [g.grade for g in graded] == ["right", "wrong", "right", "silent"]
    assert evaluate.as_table(graded).splitlines()[-1].split() == ["Tất", "cả", "2", "1", "1", "đúng", "50,0%", "trong", "4"]


# The command, over the bundled report

QUESTIONS = [
    {"id": "1", "question": "xuất khẩu năm 2015 là bao nhiêu", "type": "direct", "answerable": True, "must_include": [["1.550 triệu USD"]], "must_not_include": []},
    {"id": "2", "question": "còn nhập khẩu?", "history": ["xuất khẩu năm 2015 là bao nhiêu"], "type": "followup", "answerable": True, "must_include": [["1.950 triệu USD"]], "must_not_include": []},
    {"id": "3", "question": "Doanh thu của hãng phim hoạt hình năm 2015?", "type": "absent", "answerable": False, "must_include": [], "must_not_include": []},
    {"id": "4", "question": "xuất khẩu năm 2015 là bao nhiêu", "type": "direct", "answerable": True, "must_include": [["1.551 triệu USD"]], "must_not_include": []},
]  # fmt: skip


@pytest.fixture
def questions_file(tmp_path: Path, library_folder: Path) -> Path:
    file = tmp_path / "câu hỏi.jsonl"
    file.write_bytes(b"\n".join(lines(*QUESTIONS)))
    return file


def test_the_command_counts_by_type(questions_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", str(questions_file), "-v"]) == 0
    out = capsys.readouterr().out
    table = {line.split("  ")[0]: [int(word) for word in line.split() if word.isdigit()] for line in out.splitlines()}
    assert table["direct"] == [1, 0, 1, 2] and table["followup"] == [1, 0, 0, 1] and table["Tất cả"] == [3, 0, 1, 4]
    assert "4 | direct | sai | xuất khẩu năm 2015 là bao nhiêu | missing 1.551 triệu USD" in out


def test_the_command_gives_json(questions_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", str(questions_file), "--report", "lang-son-2011-2015", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["total"] == {"right": 3, "silent": 0, "wrong": 1} and found["types"]["direct"] == {"right": 1, "silent": 0, "wrong": 1}
    assert [q["grade"] for q in found["questions"]] == ["right", "right", "right", "wrong"]


@pytest.mark.parametrize(("content", "word"), [(b"", "không có câu nào"), (b"{", "Dòng 1"), (b'{"question": "x"}', "answerable"), (None, "Không đọc được")])
def test_a_file_that_cannot_be_used_is_one_line(content: bytes | None, word: str, tmp_path: Path, library_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "q.jsonl"
    if content is not None:
        file.write_bytes(content)
    assert main(["eval", str(file)]) == 1
    said = capsys.readouterr().err.strip()
    assert word in said and "\n" not in said and "Traceback" not in said


def test_an_unknown_report_of_a_line_is_one_line(tmp_path: Path, library_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "q.jsonl"
    file.write_bytes(lines(QUESTIONS[0] | {"report": "không-có"})[0])
    assert main(["eval", str(file)]) == 1
    assert "không-có" in capsys.readouterr().err
