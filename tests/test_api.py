"""The HTTP API: the contract's JSON in and out, one Vietnamese line for what is wrong, and nothing for other machines' pages."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.api import LARGEST, _host, make_app
from app.service import NotYet, Service

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "xuất khẩu năm 2015 là bao nhiêu"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    from app import wiring
    from vectorstore.embedding import HashEmbedder

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.wiring.make_embedder", HashEmbedder)
        patch.delenv("HOIBAOCAO_LLM", raising=False)
        library = wiring.open_library(tmp_path_factory.mktemp("api") / "lib")
        yield Service(library)
        library.close()


@pytest.fixture
def api(service: Service) -> TestClient:
    return TestClient(make_app(service), base_url="http://127.0.0.1:8502")


def test_ask_gives_the_contract(api: TestClient, service: Service) -> None:
    got = api.post("/ask", json={"id": 7, "question": QUESTION, "history": [], "report": "lang-son-2011-2015"})
    assert got.status_code == 200 and got.headers["content-type"] == "application/json; charset=utf-8"
    found = got.json()
    assert found == {**service.ask(QUESTION, (), "lang-son-2011-2015"), "id": 7}
    assert found["status"] == "answered" and "1.550 triệu USD" in found["answer"]
    text = api.get("/reports/lang-son-2011-2015/text").text
    assert found["citations"] and all(text[c["start"] : c["end"]] == c["quote"] for c in found["citations"])


def test_history_is_heard(api: TestClient) -> None:
    assert "1.950 triệu USD" in api.post("/ask", json={"question": "còn nhập khẩu?", "history": [QUESTION]}).json()["answer"]


def test_check_gives_verdicts(api: TestClient) -> None:
    text = "Năm 2015, kim ngạch xuất khẩu của Lạng Sơn ước đạt 1.550 triệu USD, nhập khẩu ước đạt 2.950 triệu USD."
    found = api.post("/check", json={"text": text}).json()
    assert [(f["text"], f["verdict"]) for f in found["figures"]] == [("1.550 triệu USD", "đúng"), ("2.950 triệu USD", "sai")]
    assert all(text[f["start"] : f["end"]] == f["text"] for f in found["figures"])


def test_check_that_cannot_be_done_is_501(api: TestClient, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: Any) -> Any:
        raise NotYet("Bản này chưa kiểm chứng được bài viết.")

    monkeypatch.setattr(service, "check", cannot)
    assert api.post("/check", json={"text": "x"}).status_code == 501


def test_reports_figures_and_health(api: TestClient, service: Service) -> None:
    reports = api.get("/reports").json()
    assert [r["name"] for r in reports] == ["lang-son-2011-2015"] and reports[0]["figures"] > 30
    figures = api.get("/figures", params={"report": "lang-son-2011-2015"}).json()
    assert figures == api.get("/figures").json() and len(figures) == reports[0]["figures"]
    assert set(figures[0]) >= {"report", "indicator", "value", "unit", "start", "end", "quote"}
    assert api.get("/health").json() == {"status": "ok", "reports": 1}


BAD = [
    {}, {"question": ""}, {"question": " "}, {"question": 5}, {"question": None}, {"question": ["x"]}, {"question": QUESTION, "history": "x"},
    {"question": QUESTION, "history": [1]}, {"question": QUESTION, "history": ["x"] * 101}, {"question": QUESTION, "report": 3},
    {"question": QUESTION, "report": "không-có"}, {"question": QUESTION, "reports": "x"}, {"question": "a" * 100_000}, {"question": "?!"},
]  # fmt: skip


@pytest.mark.parametrize("body", BAD, ids=lambda b: json.dumps(b, ensure_ascii=False)[:40])
def test_bad_questions_are_400_with_one_line(api: TestClient, body: dict[str, Any]) -> None:
    one_line(api.post("/ask", json=body), 400)


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": 1}, {"text": "x" * 250_000}, {"text": "x", "report": "không-có"}])
def test_bad_texts_are_400_with_one_line(api: TestClient, body: dict[str, Any]) -> None:
    one_line(api.post("/check", json=body), 400)


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'"x"', b"\xff", b'{"question": NaN}', b"[" * 100_000], ids=lambda b: repr(b[:20]))
def test_what_is_no_json_object_is_400(api: TestClient, raw: bytes) -> None:
    one_line(api.post("/ask", content=raw, headers={"content-type": "application/json"}), 400)


def test_half_characters_go_through(api: TestClient) -> None:
    got = api.post("/ask", content=json.dumps({"question": QUESTION + " \ud800", "id": "\ud800"}), headers={"content-type": "application/json"})
    assert got.json()["id"] == "\ud800" and got.json()["question"].endswith("\ud800") and got.json()["status"] == "answered"


def test_large_bodies_are_refused_whatever_length_they_announce(api: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(LARGEST // 100_000 + 1):
            yield b"x" * 100_000

    one_line(api.post("/ask", content=pieces(), headers={"content-type": "application/json"}), 413)


def test_other_paths_methods_and_reports(api: TestClient) -> None:
    one_line(api.get("/"), 404)
    one_line(api.get("/ask"), 405)
    one_line(api.delete("/reports"), 405)
    one_line(api.get("/reports/không-có/text"), 404)
    one_line(api.get("/reports/../../etc/passwd/text"), 404)
    one_line(api.get("/figures", params={"report": "không-có"}), 400)


@pytest.mark.parametrize("host", ["evil.vn", "127.0.0.1.evil.vn", "localhost.evil.vn:8502", "", "a@127.0.0.1", "127.0.0.1/x", "127.0.0.1:x", "[::1", "192.168.1.5:8502"])
def test_other_hosts_get_nothing(api: TestClient, host: str) -> None:
    one_line(api.get("/reports", headers={"host": host}), 403)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8502", "LOCALHOST", "[::1]:8502"])
def test_names_of_this_machine(host: str) -> None:
    assert _host(host) in ("127.0.0.1", "localhost", "::1")


def test_pages_of_elsewhere_get_nothing(api: TestClient) -> None:
    for origin in ("https://evil.vn", "null", "http://localhost.evil.vn"):
        got = api.post("/ask", json={"question": QUESTION}, headers={"origin": origin})
        one_line(got, 403)
        assert not [name for name in got.headers if name.startswith("access-control")]
    # what a form can send without asking first is not read either
    one_line(api.post("/ask", content=json.dumps({"question": QUESTION}), headers={"content-type": "text/plain"}), 400)
    assert api.options("/ask", headers={"origin": "https://evil.vn", "access-control-request-method": "POST"}).status_code == 405


def test_a_fault_of_ours_shows_no_trace(api: TestClient, service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(service, "ask", lambda *_: 1 / 0)
    got = api.post("/ask", json={"question": QUESTION})
    one_line(got, 500)
    assert "division" not in got.text and "ZeroDivisionError" in capsys.readouterr().err


def one_line(got: Any, status: int) -> None:
    assert got.status_code == status, got.text
    assert set(got.json()) == {"error"} and got.json()["error"].strip() and "\n" not in got.json()["error"] and "Traceback" not in got.text
    assert not got.json()["error"].isascii()  # Vietnamese


def test_the_command_listens_here_alone_and_stops_when_told(library_folder: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environ = os.environ | {"HOIBAOCAO_LIBRARY": str(library_folder), "PYTHONUNBUFFERED": "1"}
    code = "import app.wiring; app.wiring.make_embedder = lambda: None; from app.main import main; raise SystemExit(main())"
    server = subprocess.Popen([sys.executable, "-c", code, "serve", "--port", str(port)], cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        assert f"http://127.0.0.1:{port}" in server.stdout.readline()
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        deadline = time.monotonic() + 60
        while True:
            try:
                with direct.open(f"http://127.0.0.1:{port}/health", timeout=20) as got:
                    assert json.load(got)["status"] == "ok"
                break
            except OSError:
                assert server.poll() is None and time.monotonic() < deadline
                time.sleep(0.1)
        second = subprocess.run([sys.executable, "-c", code, "serve", "--port", str(port)], cwd=ROOT, env=environ, capture_output=True, text=True)
        assert second.returncode == 1 and second.stderr.startswith(f"Cổng {port}") and second.stderr.count("\n") == 1
        server.send_signal(signal.SIGTERM)
        out, err = server.communicate(timeout=60)
        assert server.returncode == 0 and "Đã dừng" in out and err == ""
    finally:
        server.kill()
