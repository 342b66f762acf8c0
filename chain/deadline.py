"""What comes in pieces from somewhere slow, with one deadline for all of it."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, start: Callable[[], Iterable[T]]) -> Iterator[T]:
    """The pieces of `start()` as they come. Raises TimeoutError when the last one is not there after `seconds`.

    A client's own time-out begins anew with every byte, so a slow drip never meets it. The work runs in a thread
    that nobody waits for: after the deadline it ends at its next piece, or with the program. Its errors are raised here.
    """
    pieces: queue.Queue[tuple[str, object]] = queue.Queue()
    over = threading.Event()

    def work() -> None:
        source: Iterable[T] = ()
        try:
            source = start()
            for piece in source:
                pieces.put(("piece", piece))
                if over.is_set():
                    return
            pieces.put(("end", None))
        except BaseException as error:  # handed to the one who waits
            pieces.put(("error", error))
        finally:
            with suppress(Exception):
                getattr(source, "close", lambda: None)()

    threading.Thread(target=work, name="hoibaocao-model", daemon=True).start()
    limit = time.monotonic() + seconds
    try:
        while True:
            try:
                kind, value = pieces.get(timeout=max(0.0, limit - time.monotonic()))
            except queue.Empty:
                raise TimeoutError from None
            if kind == "end":
                return
            if kind == "error":
                raise value if isinstance(value, Exception) else RuntimeError(type(value).__name__)
            yield value  # type: ignore[misc]
    finally:
        over.set()
