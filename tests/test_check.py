"""Checking texts: the verdict, the wrong slot, the right figure and its citation; the command and its files."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app import check_report
from app.main import main
from chain.check import Checked, check_text, contract_check
from chain.world import World, build_world
from evals import claims_bench
from evals.questions_bench import Shelf
from ingest import read_file
from report.reader import read_figures

DONG_PHUOC = claims_bench.REPORTS[0] / "tinh-dong-phuoc.txt"
DONG_GIANG = claims_bench.REPORTS[0] / "hai-quan-tong-hop.md"


def world_of(path: Path) -> World:
    world: World = claims_bench.world_of(path)
    return world


def one(text: str, path: Path = DONG_PHUOC) -> tuple[str, str]:
    """Verdict and reason of the last figure of `text`."""
    last = check_text(text, [world_of(path)]).figures[-1]
    return last.verdict, last.reason


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("Đàn lợn của tỉnh năm 2023 có 418,5 nghìn con.", "đúng", "đàn lợn"),
        ("Đàn lợn của tỉnh năm 2023 có 0,4185 triệu con.", "đúng", "đàn lợn"),
        ("Đàn lợn của tỉnh năm 2023 có khoảng 419 nghìn con.", "làm tròn", "418,5"),
        ("Nhập khẩu năm 2023 giảm 5,93%.", "đúng", "94,07"),
        ("Đàn lợn năm 2023 tăng 8,1%.", "sai", "giá trị"),
        ("Đàn lợn năm 2023 giảm 6,1%.", "sai", "chiều tăng/giảm"),
        ("Doanh thu du lịch năm 2023 đạt 2.346 triệu đồng.", "sai", "đơn vị"),
        ("Năm 2022, tỉnh nhập khẩu 698 triệu USD.", "sai", "năm"),
        ("Năm 2023, kim ngạch nhập khẩu thực hiện 780 triệu USD.", "sai", "mục tiêu thay cho thực hiện"),
        ("Đàn bò năm 2023 có 418,5 nghìn con.", "sai", "chỉ tiêu"),
        ("Đàn dê năm 2023 có 51,2 nghìn con.", "không có trong báo cáo", ""),
        ("Năm 2023 tỉnh Sơn La có đàn lợn 418,5 nghìn con.", "không có trong báo cáo", ""),
        ("Năm 2023, xuất khẩu đạt 1.294 triệu USD, nhập khẩu 698 triệu USD, xuất siêu 596 triệu USD.", "đúng", "1.294 − 698 = 596"),
        ("Năm 2023, xuất khẩu đạt 1.294 triệu USD, nhập khẩu 698 triệu USD, xuất siêu 595 triệu USD.", "không có trong báo cáo", ""),
    ],
)
def test_a_figure_gets_its_verdict_and_the_slot_that_is_wrong(text: str, verdict: str, reason: str) -> None:
    got, why = one(text)
    assert got == verdict
    assert reason in why


def test_the_time_and_the_subject_come_from_the_sentence_before() -> None:
    text = "Quý I/2023, xuất khẩu qua Cục Hải quan Đông Giang đạt 2.094,3 triệu USD. Doanh nghiệp FDI đạt 1.377,6 triệu USD. Riêng tháng 3, khối này đạt 512,8 triệu USD."
    checked = check_text(text, [world_of(DONG_GIANG)])
    assert [j.verdict for j in checked.figures][:2] == ["đúng", "đúng"]


def test_spans_and_quotes_are_exact() -> None:
    text = "Năm 2023, đàn bò có 187,2 nghìn con, giảm 0,8%; đàn lợn tăng 61%."
    world = world_of(DONG_PHUOC)
    checked = check_text(text, [world])
    assert all(checked.text[j.start : j.end] == j.text for j in checked.figures)
    assert checked.citations and all(world.report.text[c.start : c.end] == c.quote for c in checked.citations)
    assert {j.citation for j in checked.figures} <= {c.n for c in checked.citations}
    data = contract_check(checked)
    assert set(data) == {"figures", "citations"}
    assert all(set(f) == {"text", "start", "end", "verdict", "reason", "figure", "citation"} for f in data["figures"])
    assert [f["verdict"] for f in data["figures"]] == ["đúng", "đúng", "sai"]


def test_a_text_is_judged_by_the_report_it_is_about() -> None:
    worlds = [world_of(DONG_GIANG), world_of(DONG_PHUOC)]
    checked = check_text("Năm 2023, tỉnh Đồng Phước có đàn bò 187,2 nghìn con.", worlds)
    assert [(j.verdict, checked.citations[0].report) for j in checked.figures] == [("đúng", "tinh-dong-phuoc")]


def test_nothing_to_check_is_said() -> None:
    with pytest.raises(ValueError, match="Không có nội dung"):
        check_text("  ", [])
    assert check_text("Không có con số nào ở đây.", [world_of(DONG_PHUOC)]).figures == ()
    assert check_report.summary(Checked("", (), ())) == check_report.NOTHING


def test_our_articles_keep_the_bars() -> None:
    right = whole = 0
    for article in claims_bench.articles(claims_bench.ARTICLES):
        for due, verdict, reason in claims_bench.judged(article, claims_bench.REPORTS):
            whole += 1
            right += verdict == due["verdict"]
            assert due["verdict"] in claims_bench.GOOD or verdict not in claims_bench.GOOD, (article["id"], due, reason)
    assert whole >= 160
    assert right / whole >= 0.92


# the files


EVIL = 'Năm 2023, đàn lợn có 418,5 nghìn con. Đàn bò giảm 9%. <script>alert(1)</script> "><img src=x onerror=y>'


def test_html_shows_the_text_as_text() -> None:
    page = check_report.to_html(check_text(EVIL, [world_of(DONG_PHUOC)]))
    assert "<script" not in page and "<img" not in page and "&lt;script&gt;" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "sai" in page and 'id="c1"' in page


def test_docx_is_a_document_with_every_verdict() -> None:
    checked = check_text(EVIL + "\x0b", [world_of(DONG_PHUOC)])
    with zipfile.ZipFile(io.BytesIO(check_report.to_docx(checked))) as file:
        body = file.read("word/document.xml").decode("utf-8")
    assert all(j.verdict in body for j in checked.figures)
    assert "<script" not in body


# the command


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The command over one world, without a library on disk."""
    import app.wiring as wiring

    report, _ = read_file(DONG_PHUOC)
    shelf = Shelf(DONG_PHUOC)
    monkeypatch.setattr(shelf, "close", lambda: None, raising=False)
    monkeypatch.setattr(wiring, "open_library", lambda folder=None, **_: shelf)
    assert build_world(report, read_figures(report)).name == shelf.reports()[0].name
    return shelf


def test_the_command_prints_json_and_writes_files(library: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "Đàn bò năm 2023 có 187,2 nghìn con.", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [f["verdict"] for f in data["figures"]] == ["đúng"]
    article = tmp_path / "bai.txt"
    article.write_text("Đàn bò năm 2023 tăng 0,8%.", encoding="utf-8")
    assert main(["check", "--file", str(article)]) == 0
    assert "SAI" in capsys.readouterr().out
    for kind in ("html", "docx"):
        target = tmp_path / f"ket-luan.{kind}"
        assert main(["check", "--file", str(article), "--format", kind, "--output", str(target)]) == 0
        assert target.stat().st_size > 1000


@pytest.mark.parametrize("argv", [["check"], ["check", "a", "--file", "b"], ["check", "a", "--format", "html"], ["check", "a", "--format", "html", "--output", "x", "--json"]])
def test_wrong_usage_is_told(library: Any, argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_an_empty_text_and_a_missing_file_are_one_line(library: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (["check", "  "], ["check", "--file", str(tmp_path / "khong-co.txt")]):
        assert main(argv) == 1
        err = capsys.readouterr().err.strip()
        assert err and len(err.splitlines()) == 1 and "Traceback" not in err
