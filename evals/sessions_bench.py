"""Many people at once in the real page: `python -m evals.sessions_bench [SESSIONS] [TURNS]` (20 and 10).

Starts the page on a new library. First one session at a time asks, with one question embedding after each answer: the time from
sending a question to the first word of its answer beside that. Then each of many sessions in its own browser context of one
Chromium asks at the same time, questions of its own, so that an answer of another session is seen: errors, leaks, p95. With 0
sessions only the first is done.
"""

from __future__ import annotations

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.streamlit_flags import flags
from evals.questions_bench import Shelf
from report.periods import label

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 240_000  # milliseconds
ALONE = 30  # answers of one session at a time, for the time to the first word
WARM = ["xuất khẩu năm 2015 là bao nhiêu", "còn nhập khẩu thì sao?"]


def questions(wanted: int) -> list[str]:
    """Different questions about figures of the bundled report."""
    figures = Shelf(next((ROOT / "data").glob("*.md"))).figures()
    asked: dict[str, None] = {}
    for form in ("{} {} là bao nhiêu?", "{} {} bao nhiêu vậy?", "Cho biết {} {}", "Báo cáo nêu {} {} thế nào?", "{} {}?", "Xin hỏi {} {} là mấy?", "{} {} đạt bao nhiêu?"):
        for _, f in figures:
            if f.indicator and f.period:
                asked[form.format(f.indicator, label(f.period))] = None
    return list(asked)[:wanted]


async def turn(page: Any, question: str, number: int) -> float:
    """Asks, and gives the seconds until the answer's first word."""
    box = page.get_by_test_id("stChatInputTextArea")
    await box.fill(question)
    started = time.perf_counter()
    await box.press("Enter")
    await page.wait_for_function("n => document.querySelectorAll('.hbc-ask').length >= n && [...document.querySelectorAll('.hbc-card, .hbc-text, .hbc-note')].some("
                                 "e => e.textContent.trim() && (document.querySelectorAll('.hbc-ask')[n - 1].compareDocumentPosition(e) & 4))", arg=number, timeout=PATIENCE)  # fmt: skip
    taken = time.perf_counter() - started
    await page.wait_for_function("() => !document.querySelector('[data-test-script-state=running]')", timeout=PATIENCE)
    return taken


async def session(browser: Any, address: str, own: list[str], between: Callable[[str], None] = lambda _: None) -> tuple[list[float], int, int]:
    """Seconds of each turn, errors, and questions of others seen in the page; `between` is done after each turn."""
    context = await browser.new_context(reduced_motion="reduce")
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    await page.goto(address)
    await page.get_by_test_id("stChatInputTextArea").wait_for()
    times, errors = [], 0
    for n, question in enumerate(own, 1):
        try:
            times.append(await turn(page, question, n))
            between(question)
        except Exception as error:  # a time-out or a closed page is what is counted
            errors += 1
            print(f"  {question}: {str(error).splitlines()[0][:120]}")
            break
    shown = await page.locator(".hbc-ask").all_text_contents()
    errors += await page.locator("[data-testid=stException]").count()
    await context.close()
    return times, errors, len([s for s in shown if s.strip() not in own])


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


async def run(address: str, sessions: int, turns: int) -> None:
    from playwright.async_api import async_playwright

    os.environ.setdefault("OMP_NUM_THREADS", "1")  # two threads wait for each other where other work has a processor: 40 ms become 900
    from vectorstore.embedding import load_embedder

    asked = questions(sessions * turns + ALONE)
    embedder = load_embedder()
    each: list[float] = []

    def embed(question: str) -> None:
        begun = time.perf_counter()
        embedder.embed_queries([question])
        each.append(time.perf_counter() - begun)

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        await session(browser, address, WARM)  # the first answer reads the report and loads the tagger
        embed("khởi động")
        each.clear()
        # One after the other: what else the machine does slows both alike.
        alone, errors, leaks = [], 0, 0
        for i in range(0, ALONE, turns):
            times, wrong, seen = await session(browser, address, asked[-ALONE:][i : i + turns], embed)
            alone, errors, leaks = alone + times, errors + wrong, leaks + seen
        print(f"alone, {len(alone)} answers: first word p50 {statistics.median(alone) * 1000:.0f} ms, p95 {p95(alone) * 1000:.0f} ms")
        print(f"one question embedding between them: p50 {statistics.median(each) * 1000:.0f} ms, p95 {p95(each) * 1000:.0f} ms; first word, p95, is {p95(alone) / statistics.median(each):.1f} of its p50, {p95(alone) / p95(each):.1f} of its p95", flush=True)
        if sessions:
            started = time.perf_counter()
            found = await asyncio.gather(*(session(browser, address, asked[i * turns : (i + 1) * turns]) for i in range(sessions)))
            took = time.perf_counter() - started
            times = [t for s in found for t in s[0]]
            print(f"{sessions} sessions x {turns} turns: {len(times)} answers in {took:.0f} s, {sum(s[1] for s in found) + errors} errors, {sum(s[2] for s in found) + leaks} of another session")
            print(f"first word with all at once: p50 {statistics.median(times):.2f} s, p95 {p95(times):.2f} s")
        await browser.close()


def main() -> None:
    """Serves the page on a new library and runs the sessions."""
    sessions, turns = (int(a) for a in (sys.argv[1:] + ["20", "10"][len(sys.argv) - 1 :])[:2])
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        environ = os.environ | {"HOIBAOCAO_LIBRARY": folder, "PYTHONPATH": str(ROOT), "HOIBAOCAO_LLM": ""}
        server = subprocess.Popen([sys.executable, "-m", "streamlit", "run", str(ROOT / "app" / "ui_server.py"), *flags(), f"--server.port={port}"], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            for _ in range(600):
                try:
                    opener.open(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.2)
            asyncio.run(run(f"http://127.0.0.1:{port}", sessions, turns))
        finally:
            server.terminate()
            server.wait(30)


if __name__ == "__main__":
    main()
