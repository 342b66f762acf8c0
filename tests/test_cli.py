"""The command line: the contract's output, its exit codes, and one Vietnamese line for every bad input."""

from __future__ import annotations

import io
import json
import os
import re
import socket
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.main import main

BUNDLED = "lang-son-2011-2015"
SMALL = "Năm 2015, kim ngạch xuất khẩu đạt 1.550 triệu USD, tăng 16,44% so với năm 2014.\n\nDoanh nghiệp gặp khó khăn về vốn.\n"
QUESTION = "xuất khẩu năm 2015 là bao nhiêu"
VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I)


@pytest.fixture
def run(library_folder: Path, capfdbinary: Any) -> Any:
    """Runs a command; gives code, output and the lines of standard error."""

    def _run(*argv: str) -> SimpleNamespace:
        capfdbinary.readouterr()
        code = main(list(argv))
        out, err = capfdbinary.readouterr()
        return SimpleNamespace(code=code, raw=out, out=out.decode("utf-8"), err=err.decode("utf-8").splitlines())

    return _run


@pytest.fixture
def small(tmp_path: Path) -> str:
    file = tmp_path / "nhỏ.txt"
    file.write_text(SMALL, encoding="utf-8")
    return str(file)


def one_line(result: SimpleNamespace, code: int = 1) -> str:
    assert result.code == code and len(result.err) == 1, result
    line: str = result.err[0]
    assert VIETNAMESE.search(line) and "Traceback" not in line and "ngoài dự kiến" not in line
    return line


def test_new_library_has_the_bundled_report(run: Any) -> None:
    got = run("reports")
    assert got.code == 0 and BUNDLED in got.out


def test_a_report_is_named_with_or_without_the_ending_of_its_file(run: Any, small: str) -> None:
    assert run("ingest", small).code == 0
    for name in ("nhỏ", "nhỏ.txt"):
        assert "1.550 triệu USD" in run("ask", "--report", name, QUESTION).out
    assert "nhỏ.pdf.txt" in one_line(run("ask", "--report", "nhỏ.pdf.txt", QUESTION))


def test_removed_bundled_report_stays_removed(run: Any) -> None:
    assert run("remove", BUNDLED).code == 0
    assert BUNDLED not in run("reports").out
    assert "Thư viện chưa có báo cáo" in run("ask", QUESTION).out


def test_text_is_exact_and_quotes_are_cut_from_it(run: Any, small: str) -> None:
    assert run("ingest", small).code == 0
    text = run("text", "nhỏ").raw.decode("utf-8")
    assert "1.550 triệu USD" in text
    answer = json.loads(run("ask", QUESTION, "--report", "nhỏ", "--json").out)
    assert answer["status"] == "answered" and "1.550 triệu USD" in answer["answer"]
    assert answer["citations"] and all(text[c["start"] : c["end"]] == c["quote"] for c in answer["citations"])


def test_human_answer_shows_the_quote(run: Any, small: str) -> None:
    run("ingest", small, "--title", "Báo cáo  nhỏ")
    got = run("ask", QUESTION, "--report", "Báo cáo nhỏ")
    assert got.code == 0 and "[1] Báo cáo nhỏ" in got.out and "kim ngạch xuất khẩu đạt 1.550 triệu USD" in got.out.split("[1] ")[-1]


def test_ingest_again_replaces(run: Any, small: str) -> None:
    run("ingest", small)
    Path(small).write_text(SMALL.replace("1.550", "1.551"), encoding="utf-8")
    assert "Đã thay" in run("ingest", small).out
    assert "1.551" in run("text", "nhỏ").out


def test_figures_formats(run: Any, small: str, tmp_path: Path) -> None:
    run("ingest", small)
    rows = json.loads(run("figures", "--report", "nhỏ", "--format", "json").out)
    assert "1550000000" in [r["value"] for r in rows]
    text = run("text", "nhỏ").out
    assert all(r["quote"] in text for r in rows)
    file = tmp_path / "số liệu.csv"
    assert run("figures", "--report", "nhỏ", "--format", "csv", "--output", str(file)).code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfreport,indicator")
    assert "1.550 triệu USD" in run("figures", "--report", "nhỏ").out


def test_batch_gives_a_line_for_a_line(run: Any, small: str, tmp_path: Path) -> None:
    run("ingest", small)
    lines = [
        json.dumps({"id": 1, "question": QUESTION}, ensure_ascii=False), "{hỏng", "[]", "", '{"id": 2}', '{"id": 3, "question": ""}',
        '{"id": 4, "question": "xuất khẩu", "history": "x"}', '{"id": 5, "question": "\\ud800?"}',
        '{"id": 6, "question": "còn nhập khẩu?", "history": ["xuất khẩu năm 2015"]}', "[" * 100000, '{"id": NaN, "question": "x"}',
    ]  # fmt: skip
    file = tmp_path / "q.jsonl"
    file.write_bytes("\n".join(lines).encode() + b'\n{"question": "\xff"}\n')
    got = run("ask", "--batch", str(file), "--report", "nhỏ")
    answers = [json.loads(line) for line in got.out.splitlines()]
    assert got.code == 0 and not got.err
    assert [a["id"] for a in answers] == [1, None, None, None, 2, 3, 4, 5, 6, None, None, None]
    assert answers[0]["status"] == "answered"
    assert all(a["status"] == "not_in_report" and a["answer"] for a in answers[1:7] + answers[9:])


def test_batch_from_standard_input(run: Any, small: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b'{"id": "a", "question": "xuat khau nam 2015"}\n')))
    assert json.loads(run("ask", "--batch", "-").out)["id"] == "a"


@pytest.mark.parametrize(
    ("name", "data"),
    [("trống.txt", b""), ("nhị phân.txt", bytes(range(256)) * 20), ("bảng.xyz", b"abc"), ("ảnh.png", b"\x89PNG\r\n\x1a\n"),
     ("lớn.txt", b"x" * 10 + b" so lieu\n" * 6_000_000), ("ký hiệu.txt", b"... ,,, !!!\n"), ("pdf.txt", b"%PDF-1.7\n")],
)  # fmt: skip
def test_bad_file_leaves_the_library_as_it_was(run: Any, tmp_path: Path, name: str, data: bytes) -> None:
    before = run("reports").out
    (tmp_path / name).write_bytes(data)
    one_line(run("ingest", str(tmp_path / name)))
    assert run("reports").out == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings(run: Any, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "mã.txt").write_bytes(SMALL.encode(encoding))
    assert run("ingest", str(tmp_path / "mã.txt")).code == 0
    assert "1.550 triệu USD" in run("text", "mã").out


def test_missing_file_folder_and_good_one(run: Any, tmp_path: Path, small: str) -> None:
    one_line(run("ingest", str(tmp_path / "không có.txt")))
    one_line(run("ingest", str(tmp_path)))
    got = run("ingest", str(tmp_path / "không có.txt"), small)
    one_line(got)
    assert "nhỏ" in got.out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(run: Any, small: str) -> None:
    os.chmod(small, 0)
    one_line(run("ingest", small))


def test_library_that_cannot_be_made(run: Any, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    one_line(run("reports", "--library", str(tmp_path / "tệp" / "trong")))


@pytest.mark.parametrize("question", ["", "   ", "?!… ---", "a" * 10_000, "<script></script>"])
def test_question_that_is_none(run: Any, question: str) -> None:
    got = run("ask", question)
    if got.code:
        one_line(got)
    else:
        assert json.loads(run("ask", question, "--json").out)["status"] == "not_in_report"


@pytest.mark.parametrize("argv", [("text", "lạ"), ("remove", "lạ"), ("ask", "xuất khẩu", "--report", "lạ"), ("figures", "--report", "lạ"),
                                  ("ask", "--batch", "không có.jsonl"), ("figures", "--output", "không/có/x.csv")])  # fmt: skip
def test_unknown_name_or_file(run: Any, argv: tuple[str, ...]) -> None:
    one_line(run(*argv))


@pytest.mark.parametrize("argv", [(), ("lạ",), ("ask",), ("ask", "x", "--batch", "y"), ("ask", "--batch", "y", "--after", "z"), ("ingest",),
                                  ("ingest", "a.txt", "b.txt", "--title", "T"), ("ingest", "a/x.txt", "b/x.txt"), ("ingest", "a.txt", "--title", " "),
                                  ("chat", "--port", "0"), ("chat", "--port", "x"), ("figures", "--format", "xml"), ("text",), ("reports", "--lạ")])  # fmt: skip
def test_wrong_usage(run: Any, argv: tuple[str, ...]) -> None:
    one_line(run(*argv), code=2)


def test_port_in_use(run: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert str(taken.getsockname()[1]) in one_line(run("chat", "--port", str(taken.getsockname()[1])))


@pytest.mark.parametrize("error", [KeyboardInterrupt(), BrokenPipeError(), OSError(28, "No space left on device"), MemoryError()])
def test_interrupted_ingest_leaves_the_library_as_it_was(run: Any, small: str, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    before = run("reports").out

    def stop(report: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("report.reader.read_figures", stop)
        if isinstance(error, BrokenPipeError):
            patch.setattr("os.dup2", lambda *_: None)
        one_line(run("ingest", small))
    assert run("reports").out == before


def test_broken_first_use_is_made_good_by_the_next(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("app.wiring.ingest_file", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        one_line(run("reports"))
    assert BUNDLED in run("reports").out


def test_unexpected_error_is_one_line(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.wiring.open_library", lambda *_: 1 // 0)
    got = run("reports")
    assert got.code == 1 and len(got.err) == 1 and "ZeroDivisionError" in got.err[0]


def test_help(run: Any) -> None:
    got = run("--help")
    assert got.code == 0 and "figures" in got.out
