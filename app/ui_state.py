"""What every page shares: the open library, the user's choices, the words for errors, files coming in."""

from __future__ import annotations

import gc
import logging
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st

log = logging.getLogger(__name__)

OURS = {"app", "chain", "ingest", "report", "vectorstore"}
FILE_KINDS = ["txt", "md", "docx", "pdf", "html", "htm"]


@dataclass(frozen=True)
class Connection:
    """The open library and the assistant over it."""

    library: Any
    assistant: Any
    kept: dict[Any, Any] = field(default_factory=dict)  # what is costly and the same for all users, by report's hash


@st.cache_resource(show_spinner=False)
def connect() -> Connection:
    """The one library of this server, opened once for all threads."""
    from app.wiring import make_assistant, open_library

    library = open_library(None)
    return Connection(library, make_assistant(library))


def settle(connection: Connection) -> None:
    """Puts what stays (modules, models, reports that were read) out of the garbage collector's sight, whenever that has grown.

    Streamlit collects after every run of the page; walking through all that each time takes 0.3 s, in which nobody is served.
    """
    grown = (len(sys.modules), len(getattr(connection.assistant, "_worlds", ())))
    if connection.kept.get("settled") != grown:
        connection.kept["settled"] = grown
        gc.collect()
        gc.freeze()


def one_line(error: Exception, otherwise: str) -> str:
    """What a reader may see of an error: our own errors are a Vietnamese line already; others are logged."""
    if type(error).__module__.partition(".")[0] in OURS:
        return str(error)
    log.error("%s", otherwise, exc_info=error)
    return otherwise


def user() -> str:
    """Who is signed in; "" where sign-in is off."""
    return str(getattr(st.user, "email", "") or "") if sign_in_is_on() and getattr(st.user, "is_logged_in", False) else ""


def sign_in_is_on() -> bool:
    """Whether an OIDC provider is configured (`[auth]` of Streamlit's secrets)."""
    from app import settings

    return settings.value("HOIBAOCAO_SIGN_IN").lower() in ("1", "true", "on")


def may_edit() -> bool:
    """Whether this user may add and delete reports: everyone where sign-in is off, else the named editors."""
    if not sign_in_is_on():
        return True
    from app import settings

    editors = {name.strip().lower() for name in settings.value("HOIBAOCAO_EDITORS").split(",")} - {""}
    return user().lower() in editors


def chosen_reports(stored: Sequence[Any]) -> tuple[str, ...]:
    """The names of the reports that answer; all that there are, unless some were chosen on the page of reports."""
    names = tuple(s.name for s in stored)
    silent = st.session_state.setdefault("silent", set())
    left = tuple(name for name in names if name not in silent)
    return left or names


def matches(row: str, wanted: str) -> bool:
    """Whether every word of `wanted` stands in `row`, with or without diacritics."""
    from report.text import fold

    text, folded = row.lower(), fold(row.lower())
    return all(word in text or (word == fold(word) and word in folded) for word in wanted.lower().split())


def add_file(library: Any, path: Path, title: str) -> str:
    """Reads a file into the library; the report's short name."""
    from app.wiring import ingest_file

    return str(ingest_file(library, path, title))


def read_upload(library: Any, file: Any) -> tuple[bool, str]:
    """An uploaded file into the library: whether it went well, and the line to show."""
    # A browser may send any name: only its last part is used, and never as a path.
    name = Path(str(file.name).replace("\\", "/")).name or "bao-cao.txt"
    try:
        with tempfile.TemporaryDirectory() as folder:
            # Its own name may be longer than a file's may be, or hold what a file's may not.
            path = Path(folder) / _file_name(name)
            path.write_bytes(file.getvalue())
            added = add_file(library, path, Path(name).stem)
    except Exception as error:
        line = one_line(error, "có lỗi khi đọc tệp; thư viện vẫn như cũ.")
        return False, line if name in line else f"{name}: {line}"
    return True, f"Đã thêm {added}."


def _file_name(name: str) -> str:
    stem, suffix = Path(name).stem, Path(name).suffix
    clean = "".join(c for c in stem if c.isprintable() and c not in '<>:"/\\|?*')[:60].strip(" .") or "bao-cao"
    return clean + suffix.lower()


__all__ = ["FILE_KINDS", "Connection", "add_file", "chosen_reports", "connect", "matches", "may_edit", "one_line", "read_upload", "settle", "sign_in_is_on", "user"]
