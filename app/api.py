"""The HTTP API of `hoibaocao serve`: the contract's JSON for programs on this machine.

POST /ask, POST /check, GET /reports, GET /reports/NAME/text, GET /figures, GET /health. Every error is
`{"error": "one Vietnamese line"}`. It is for this machine alone: a web page of elsewhere gets nothing, because the host
must be a loopback name (no DNS rebinding), an Origin of elsewhere is refused, and no CORS header is ever sent.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

from app.service import NoReport, NotYet, Service, ServiceError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

LARGEST = 2_000_000  # bytes of a request's body
HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
_HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "Cross-Origin-Resource-Policy": "same-origin"}


class BadRequest(Exception):
    """A request that cannot be understood; `str` is one Vietnamese line, `status` the HTTP code."""

    def __init__(self, line: str, status: int = 400) -> None:
        super().__init__(line)
        self.status = status


def make_app(service: Service, started: Callable[[], None] | None = None) -> Starlette:
    """The API over `service`; `started` is called when it begins to listen."""
    import contextlib
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.routing import Route

    async def ask(request: Request) -> Response:
        body = await _body(request, {"question", "history", "report", "id"})
        question, history, report = _text(body, "question"), _history(body), _text(body, "report", needed=False)
        answer = await run_in_threadpool(service.ask, question, history, report)
        return _json({**answer, "id": body.get("id")})

    async def check(request: Request) -> Response:
        body = await _body(request, {"text", "report"})
        return _json(await run_in_threadpool(service.check, _text(body, "text"), _text(body, "report", needed=False)))

    async def reports(request: Request) -> Response:
        return _json(await run_in_threadpool(service.reports))

    async def figures(request: Request) -> Response:
        return _json(await run_in_threadpool(service.figures, request.query_params.get("report")))

    async def text(request: Request) -> Response:
        from starlette.responses import PlainTextResponse

        try:
            found = await run_in_threadpool(service.text, request.path_params["name"])
        except NoReport as error:
            raise BadRequest(str(error), 404) from error
        return PlainTextResponse(found.encode("utf-8"), headers=_HEADERS)

    async def health(request: Request) -> Response:
        return _json({"status": "ok", "reports": len(await run_in_threadpool(service.reports))})

    def route(path: str, do: Callable[[Request], Awaitable[Response]], method: str) -> Route:
        async def guarded(request: Request) -> Response:
            try:
                _guard(request)
                return await do(request)
            except Exception as error:
                return _failed(error)

        return Route(path, guarded, methods=[method])

    @contextlib.asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        if started is not None:
            started()
        yield

    async def lost(request: Request, error: Exception) -> Response:
        status = getattr(error, "status_code", 404)
        return _json({"error": "Đường dẫn này không nhận phương thức ấy." if status == 405 else "Không có đường dẫn này."}, status)

    routes = [
        route("/ask", ask, "POST"), route("/check", check, "POST"), route("/reports", reports, "GET"), route("/figures", figures, "GET"),
        route("/reports/{name:path}/text", text, "GET"), route("/health", health, "GET"),
    ]  # fmt: skip
    return Starlette(routes=routes, lifespan=life, exception_handlers={404: lost, 405: lost})


def serve(service: Service, port: int) -> None:
    """Listen on 127.0.0.1 until it is told to stop (Ctrl-C, SIGTERM). Raises OSError when the port cannot be had."""
    import socket

    import uvicorn

    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen(128)  # from here on a client waits instead of being refused

        def started() -> None:
            print(f"API đã sẵn sàng: http://127.0.0.1:{port} (Ctrl-C để dừng)", flush=True)

        config = uvicorn.Config(
            make_app(service, started), log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=5,
            ws="none", proxy_headers=False, h11_max_incomplete_event_size=64_000,
        )  # fmt: skip
        uvicorn.Server(config).run(sockets=[listening])


def _guard(request: Request) -> None:
    """Refuses what a web page of elsewhere could send. Raises BadRequest."""
    if _host(request.headers.get("host", "")) not in HOSTS:
        raise BadRequest("API này chỉ dành cho chương trình trên máy này (127.0.0.1).", 403)
    origin = request.headers.get("origin")
    if origin is not None and (urlsplit(origin).hostname or "") not in HOSTS:
        raise BadRequest("API này không nhận yêu cầu từ trang web khác.", 403)


def _host(value: str) -> str:
    """The name in a Host header, without its port; "" for one that is none."""
    try:
        parts = urlsplit(f"//{value}")
        _ = parts.port
    except ValueError:
        return ""
    return "" if parts.username is not None or parts.path or parts.query or parts.fragment else parts.hostname or ""


async def _body(request: Request, known: set[str]) -> dict[str, Any]:
    """The JSON object that was sent. Raises BadRequest."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise BadRequest("Yêu cầu phải có Content-Type: application/json.")
    data = bytearray()
    async for piece in request.stream():  # a length that is announced may be a lie
        data += piece
        if len(data) > LARGEST:
            raise BadRequest(f"Yêu cầu dài quá {LARGEST // 1_000_000} MB.", 413)
    try:
        found = json.loads(data.decode("utf-8"), parse_constant=_not_json)
    except (ValueError, RecursionError) as error:
        raise BadRequest("Nội dung gửi đến không phải là JSON hợp lệ (UTF-8).") from error
    if not isinstance(found, dict):
        raise BadRequest("Nội dung gửi đến phải là một đối tượng JSON.")
    if strange := sorted(set(found) - known):
        raise BadRequest(f"Không hiểu trường “{strange[0][:60]}”; các trường nhận được: {', '.join(sorted(known))}.")
    return found


def _not_json(word: str) -> NoReturn:
    raise ValueError(word)


def _text(body: dict[str, Any], key: str, *, needed: bool = True) -> Any:
    value = body.get(key)
    if value is None and not needed:
        return None
    if not isinstance(value, str) or needed and not value.strip():
        raise BadRequest(f"Trường {key} phải là chuỗi chữ" + (" khác rỗng." if needed else "."))
    return value


def _history(body: dict[str, Any]) -> list[str]:
    history = body.get("history") or []
    if not isinstance(history, list) or not all(isinstance(earlier, str) for earlier in history):
        raise BadRequest("Trường history phải là danh sách các câu hỏi trước.")
    return history


def _json(value: Any, status: int = 200) -> Response:
    from starlette.responses import Response

    # A half character ("\\ud800") came in as JSON and goes out as JSON.
    text = json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return Response(text, status, _HEADERS, "application/json; charset=utf-8")


def _failed(error: Exception) -> Response:
    from vectorstore import LibraryError

    if isinstance(error, BadRequest):
        return _json({"error": str(error)}, error.status)
    if isinstance(error, ServiceError):
        return _json({"error": str(error)}, 501 if isinstance(error, NotYet) else 400)
    if isinstance(error, LibraryError):
        return _json({"error": str(error)}, 500)
    print(f"Lỗi ngoài dự kiến: {type(error).__name__}: {' '.join(str(error).split())[:300]}", file=sys.stderr, flush=True)
    return _json({"error": f"Không trả lời được yêu cầu này ({type(error).__name__})."}, 500)


__all__ = ["BadRequest", "make_app", "serve"]
