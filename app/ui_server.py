"""The web server of the pages: Streamlit's own, with security headers, a Vietnamese document, one script and one style sheet of ours.

`streamlit run app/ui_server.py` with the flags of `streamlit_flags`. Not here: what the pages show (`page`).
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from pathlib import Path
from typing import Any

import streamlit as st

ROOT = str(Path(__file__).resolve().parents[1])
if ROOT not in sys.path:  # Streamlit puts this file's folder on the path, and not the one that holds the packages
    sys.path.append(ROOT)

from starlette.middleware import Middleware  # noqa: E402
from starlette.responses import Response  # noqa: E402
from starlette.routing import Route  # noqa: E402

from app.ui_style import STYLE  # noqa: E402

SCRIPT_PATH, STYLE_PATH = "/hoibaocao/trang.js", "/hoibaocao/trang.css"
TITLE = "Hỏi báo cáo"

# What Streamlit has no word for: marks in the text that open their source, copying, showing the quoted place,
# and "/" for the question box. It takes no text for code: what it copies and fills in is text.
SCRIPT = r"""
"use strict";
(() => {
  const press = (key) => {
    const button = document.querySelector(".st-key-" + CSS.escape(key) + " button");
    if (button) button.click();
    return Boolean(button);
  };
  // A mark names its source; the page has one box for that, out of sight, whose value is new with each click.
  const cite = (wanted) => {
    const box = document.querySelector(".st-key-cite input");
    if (!box) return;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, wanted + " " + performance.now());
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })), 0);
  };
  const say = (button, word) => {
    const before = button.dataset.label || button.textContent;
    button.dataset.label = before;
    button.textContent = word;
    setTimeout(() => { button.textContent = before; }, 1800);
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      const area = document.createElement("textarea");
      area.value = text;
      area.setAttribute("aria-hidden", "true");
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  };
  document.addEventListener("click", async (event) => {
    // On a phone the side bar covers the conversation that was chosen in it.
    if (innerWidth <= 768 && event.target instanceof Element && event.target.closest(".st-key-new button, .st-key-talks button")) {
      const fold = document.querySelector("[data-testid=stSidebarCollapseButton] button");
      if (fold) setTimeout(() => fold.click(), 0);
    }
    const target = event.target instanceof Element ? event.target.closest("button[data-cite], button[data-copy]") : null;
    if (!target) return;
    if (target.dataset.cite) cite(target.dataset.cite);
    else say(target, (await copy(target.dataset.copy)) ? "Đã chép ✓" : "Không chép được");
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable=true]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const box = document.querySelector("[data-testid=stChatInputTextArea]");
      if (box) { event.preventDefault(); box.focus(); }
    }
    if (event.key === "Escape" && !document.querySelector("[role=dialog]")) press("source-close");
  });
  let shown = null;
  let until = 0;
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) document.addEventListener(kind, () => { until = 0; }, { passive: true });
  const running = () => Boolean(document.querySelector("[data-test-script-state=running]"));
  const show = () => {
    // The marked characters of a report, a question that was just asked, a word of thanks with what else may be said: the page goes there once.
    const here = document.querySelector(".hbc-here") || document.querySelector(".hbc-now") || document.querySelector(".hbc-near");
    if (here && here.dataset.place !== shown) {
      shown = here.dataset.place;
      until = performance.now() + 2500;
    }
    if (!here) shown = null;
    // The answer still grows below it, and Streamlit follows the end: hold the place until it is whole, however long that takes, or the reader moves.
    if (here && until && running()) until = Math.max(until, performance.now() + 1500);
    if (here && performance.now() < until) here.scrollIntoView({ block: here.classList.contains("hbc-here") ? "center" : here.classList.contains("hbc-near") ? "nearest" : "start" });
    // A dead end for a screen reader: scrolling regions that no key can reach.
    for (const region of document.querySelectorAll(".hbc-scroll:not([tabindex])")) region.tabIndex = 0;
  };
  // Streamlit's own words for a screen reader are English ones.
  const WORDS = {
    "Sidebar": "Thanh bên", "App pages": "Các trang", "Expand sidebar": "Mở thanh bên", "Collapse sidebar": "Đóng thanh bên", "Send message": "Gửi câu hỏi",
    "Feedback rating": "Đánh giá câu trả lời", "Thumbs up": "Câu trả lời đúng", "Thumbs down": "Câu trả lời sai", "file upload": "Chọn tệp", "Open": "Mở", "Dismiss": "Đóng",
    "Clear all": "Bỏ hết", "Clear value": "Bỏ chọn", "Remove file": "Bỏ tệp",
  };
  const named = Object.keys(WORDS).map((word) => '[aria-label="' + word + '"]').join(",");
  const translate = () => { for (const e of document.querySelectorAll(named)) e.setAttribute("aria-label", WORDS[e.getAttribute("aria-label")]); };
  let later = 0;
  // Once a frame, however much changes in it: each look at the page costs a layout.
  let due = false;
  const soon = () => {
    clearTimeout(later);
    later = setTimeout(translate, 300);
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; show(); });
  };
  new MutationObserver(soon).observe(document.documentElement, { childList: true, subtree: true });
  setInterval(() => { if (performance.now() < until) show(); }, 120);
})();
"""


def policy(document: str) -> str:
    """The Content-Security-Policy: everything from here; of inline scripts only those that Streamlit's own document has."""
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", document, re.S)
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in inline)
    return "; ".join((
        "default-src 'self'", f"script-src 'self' {hashes}".strip(), "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:",
        "font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:", "media-src 'self'", "frame-src 'none'",
        "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
    ))  # fmt: skip


def own_document(document: str) -> str:
    """Streamlit's document as ours: in Vietnamese, with our title and script."""
    document = document.replace('<html lang="en">', '<html lang="vi">', 1).replace("<title>Streamlit</title>", f"<title>{TITLE}</title>", 1)
    document = re.sub(r"<noscript>.*?</noscript>", "<noscript><p>Trang này cần JavaScript.</p></noscript>", document, count=1, flags=re.S)
    document = document.replace("</head>", f'<script src=".{SCRIPT_PATH}" defer></script></head>', 1)
    # Streamlit writes its rules into the head as it goes; ours stand after them and win.
    return document.replace("</body>", f'<link rel="stylesheet" href=".{STYLE_PATH}"></body>', 1)


def _streamlit_document() -> str:
    return (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


HEADERS = {
    "content-security-policy": policy(_streamlit_document()),
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}


class Guard:
    """ASGI middleware: `HEADERS` on every answer, and `own_document` in place of Streamlit's."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # The document is rewritten, so it must come plain; assets stay compressed.
        page = "text/html" in dict(scope["headers"]).get(b"accept", b"").decode("latin-1")
        if page:
            scope = {**scope, "headers": [(k, v) for k, v in scope["headers"] if k not in (b"accept-encoding", b"if-none-match", b"if-modified-since")]}
        held: dict[str, Any] | None = None
        body = b""

        async def guarded(message: dict[str, Any]) -> None:
            nonlocal held, body
            if message["type"] == "http.response.start":
                ours = {k.encode(): v.encode() for k, v in HEADERS.items()}
                kept = [(k, v) for k, v in message["headers"] if k.lower() not in ours]
                message = {**message, "headers": [*kept, *ours.items()]}
                kind = next((v for k, v in kept if k.lower() == b"content-type"), b"")
                if page and scope["method"] == "GET" and message["status"] == 200 and kind.startswith(b"text/html"):
                    held = message
                    return
            elif held is not None and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                whole = own_document(body.decode("utf-8")).encode("utf-8")
                drop = (b"content-length", b"etag", b"last-modified")
                await send({**held, "headers": [*((k, v) for k, v in held["headers"] if k.lower() not in drop), (b"content-length", str(len(whole)).encode())]})
                await send({"type": "http.response.body", "body": whole})
                return
            await send(message)

        await self.app(scope, receive, guarded)


def _file(path: str, text: str, kind: str) -> Route:
    async def give(_: Any) -> Response:
        return Response(text, media_type=kind, headers={"cache-control": "no-cache"})

    return Route(path, give)


ROUTES = [_file(SCRIPT_PATH, SCRIPT, "text/javascript"), _file(STYLE_PATH, STYLE, "text/css")]
MIDDLEWARE = [Middleware(Guard)]

app = st.App(Path(__file__).with_name("page.py"), routes=ROUTES, middleware=MIDDLEWARE)
