"""The MCP server: its tools, driven by the protocol's own client, in this process and over standard input and output."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app import mcp_server
from app.main import main
from app.service import Service

mcp = pytest.importorskip("mcp")
ROOT = Path(__file__).resolve().parents[1]
QUESTION = "xuất khẩu năm 2015 là bao nhiêu"
CODE = "import app.wiring; app.wiring.make_embedder = lambda: None; from app.main import main; raise SystemExit(main())"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    from app import wiring

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.wiring.make_embedder", lambda: None)
        patch.delenv("HOIBAOCAO_LLM", raising=False)
        library = wiring.open_library(tmp_path_factory.mktemp("mcp") / "lib")
        yield Service(library)
        library.close()


def talk(server: Any, do: Callable[[Any], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with mcp.Client(server) as client:
            return await do(client)

    return asyncio.run(asyncio.wait_for(run(), 120))


def call(service: Service, tool: str, **given: Any) -> Any:
    return talk(mcp_server.make_server(service), lambda client: client.call_tool(tool, given))


def test_the_tools_say_what_they_do_and_only_read(service: Service) -> None:
    tools = talk(mcp_server.make_server(service), lambda client: client.list_tools()).tools
    assert {t.name for t in tools} == {"ask", "check", "figures", "reports"}
    assert all(t.description and t.annotations.read_only_hint for t in tools)
    assert next(t for t in tools if t.name == "ask").input_schema["required"] == ["question"]


def test_ask_gives_the_contract_as_data_and_as_text(service: Service) -> None:
    got = call(service, "ask", question="còn nhập khẩu?", history=[QUESTION])
    assert not got.is_error and got.structured_content == service.ask("còn nhập khẩu?", [QUESTION])
    assert "1.950 triệu USD" in got.structured_content["answer"] and json.loads(got.content[0].text) == got.structured_content


def test_check_gives_verdicts(service: Service) -> None:
    found = call(service, "check", text="Năm 2015, xuất khẩu của Lạng Sơn đạt 1.650 triệu USD.").structured_content
    assert [(f["text"], f["verdict"]) for f in found["figures"]] == [("1.650 triệu USD", "sai")]


def test_figures_are_found_by_words_without_diacritics_and_cut(service: Service) -> None:
    found = call(service, "figures", words="xuat khau", limit=2).structured_content
    assert found["total"] > 2 and len(found["figures"]) == 2
    assert all(word in f"{f['indicator']} {f['quote']}".lower() for f in found["figures"] for word in ("xuất", "khẩu"))
    assert call(service, "figures", words="tàu ngầm").structured_content == {"total": 0, "figures": []}
    assert len(call(service, "figures", limit=-5).structured_content["figures"]) == 1


def test_reports(service: Service) -> None:
    assert call(service, "reports").structured_content["reports"] == service.reports()


@pytest.mark.parametrize(("tool", "given"), [("ask", {"question": " "}), ("ask", {"question": QUESTION, "report": "không-có"}), ("check", {"text": ""}), ("figures", {"report": "không-có"})])
def test_what_is_wrong_is_one_vietnamese_line(service: Service, tool: str, given: dict[str, Any]) -> None:
    got = call(service, tool, **given)
    said = got.content[0].text
    assert got.is_error and "\n" not in said and "Traceback" not in said and not said.isascii()


def test_a_fault_of_ours_shows_no_trace(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "ask", lambda *_: 1 / 0)
    got = call(service, "ask", question="x")
    assert got.is_error and "ZeroDivisionError" in got.content[0].text and "division by" not in got.content[0].text


def test_over_standard_input_and_output(tmp_path: Path) -> None:
    server = mcp.StdioServerParameters(command=sys.executable, args=["-c", CODE, "mcp", "--library", str(tmp_path / "lib")], cwd=str(ROOT))

    async def asked(client: Any) -> Any:
        return await client.call_tool("ask", {"question": QUESTION})

    assert "1.550 triệu USD" in talk(server, asked).structured_content["answer"]


def test_it_ends_with_its_client_and_prints_only_the_protocol(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CODE, "mcp", "--library", str(tmp_path / "lib")], cwd=ROOT, input="", capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (0, "")


def test_without_the_package_the_command_says_how_to_install_it(library_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(mcp_server, "find_spec", lambda name: None)
    assert main(["mcp"]) == 1
    assert capsys.readouterr().err == mcp_server.INSTALL + "\n" and not library_folder.exists()
