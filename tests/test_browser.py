"""The real page in real Chromium: the bundled report answers, the quote is marked, nothing leaves the machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.streamlit_flags import flags

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 120  # seconds; the first start reads the bundled report

if not Path(CHROMIUM).exists():
    pytest.skip(f"no Chromium at {CHROMIUM}", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("library")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = os.environ | {"HOIBAOCAO_LIBRARY": str(folder / "lib"), "PYTHONPATH": str(ROOT)}
    log = folder / "log"
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app" / "page.py"), *flags(), f"--server.port={port}"]
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=folder, env=environ, stdout=out, stderr=out)
    try:
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        limit = time.monotonic() + PATIENCE
        while True:
            assert server.poll() is None and time.monotonic() < limit, log.read_text(errors="replace")
            try:
                direct.open(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[(1280, 900, "light"), (390, 844, "dark")], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, chromium: Any, address: str) -> Iterator[Any]:
    width, height, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    context.set_default_timeout(PATIENCE * 1000)
    sync_api.expect.set_options(timeout=PATIENCE * 1000)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("websocket", lambda w: asked.append(w.url.replace("ws://", "http://", 1)))
    page.goto(address)
    yield page
    context.close()
    assert any("_stcore/stream" in url for url in asked), "requests were not recorded"
    assert [url for url in asked if not url.startswith((f"{address}/", "data:", "blob:"))] == []


def ask(page: Any, question: str) -> None:
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")


def assert_nothing_is_cut_off(page: Any) -> None:
    # Wider than the window, and not inside something that scrolls by itself.
    wide = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMainBlockContainer] *')]
        .filter(e => !e.closest('.hbc-scroll') && e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_question_gets_its_figure_and_the_quote_is_marked_in_its_passage(page: Any) -> None:
    ask(page, "xuất khẩu năm 2015 là bao nhiêu")
    answer = page.get_by_test_id("stChatMessage").nth(1)
    sync_api.expect(answer.locator("strong", has_text="1.550 triệu USD")).to_be_visible()
    quotes = answer.get_by_test_id("stExpander")
    sync_api.expect(quotes.first).to_be_visible()
    sync_api.expect(quotes.first.locator("mark").first).not_to_be_visible()
    quotes.first.locator("summary").click()
    sync_api.expect(quotes.first.locator("mark").first).to_be_visible()
    assert "1.550" in quotes.first.locator("mark").first.inner_text()
    assert_nothing_is_cut_off(page)


def test_examples_are_offered_and_a_click_asks_one(page: Any) -> None:
    example = page.get_by_role("button", name="Xuất khẩu năm 2015 là bao nhiêu?")
    example.click()
    sync_api.expect(page.get_by_test_id("stChatMessage").nth(1).locator("strong").first).to_have_text("1.550 triệu USD")
    assert_nothing_is_cut_off(page)


def test_hostile_questions_are_words_and_nothing_more(page: Any) -> None:
    ask(page, "<img src=http://xa.example/a.png onerror=alert(1)> ![x](http://xa.example/b.png) xuất khẩu năm 2015?")
    said = page.get_by_test_id("stChatMessage")
    sync_api.expect(said.nth(0)).to_contain_text("<img src=http://xa.example/a.png onerror=alert(1)> ![x]")
    sync_api.expect(said.nth(1)).to_be_visible()
    assert said.locator("img, a, script").count() == 0
    ask(page, "?!")
    sync_api.expect(page.get_by_test_id("stAlert")).to_be_visible()


def test_a_file_is_added_and_a_bad_one_is_refused_in_one_line(page: Any, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if request.node.callspec.id == "phone":
        page.get_by_test_id("stExpandSidebarButton").click()
    name = f"tháng-9-{request.node.callspec.id}"
    good, bad = tmp_path / f"{name}.md", tmp_path / "trống.txt"
    good.write_text("# Báo cáo tháng 9\n\nSản lượng xi măng năm 2023 đạt 612 nghìn tấn, tăng 3,2%.\n", encoding="utf-8")
    bad.write_bytes(b"")
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([str(good), str(bad)])
    alerts = page.get_by_test_id("stSidebar").get_by_test_id("stAlert")
    sync_api.expect(alerts).to_have_count(2)
    assert sum("Đã thêm" in text for text in alerts.all_inner_texts()) == 1
    assert all("\n" not in text.strip() and "Traceback" not in text for text in alerts.all_inner_texts())
