"""Puts the parts together: a library with its embedder, a file into the library."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import settings

if TYPE_CHECKING:
    from chain.assistant import Assistant
    from chain.world import World
    from vectorstore import Library

_STARTED = ".started"  # in the library's folder: the bundled report was put in once, so a removed one stays removed


def make_embedder() -> Any:
    """The embedder of a library: the settings' model, loaded at the first text. A test replaces this with a fake."""
    from vectorstore.embedding import load_embedder

    return load_embedder()


def open_library(folder: str | Path | None = None, *, embed: bool = True) -> Library:
    """The library in `folder` (default: the settings'); a new one gets the bundled report.

    Raises vectorstore.LibraryError with one Vietnamese line.
    """
    from vectorstore import Library, LibraryError

    where = settings.library_folder(folder)
    try:
        where.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"Không tạo được thư mục thư viện {where}; hãy kiểm tra quyền ghi hoặc chọn thư mục khác bằng --library.") from error
    library = Library(where, make_embedder() if embed else None)
    try:
        _start(library, where)
    except BaseException:
        library.close()
        raise
    return library


def kept_name(library: Library, given: str) -> str:
    """The name under which a report is kept: as given, or without the ending of the file it came from.

    Raises LookupError with one Vietnamese line when there is none of this name.
    """
    known = [stored.name for stored in library.reports()]
    for name in (given, Path(given).stem):
        if name in known:
            return name
    raise LookupError(f"Thư viện không có báo cáo “{given[:200]}”; đang có: {', '.join(known) or 'chưa có báo cáo nào'}.")


def _start(library: Library, where: Path) -> None:
    mark = where / _STARTED
    if mark.exists():
        return
    from filelock import FileLock

    from vectorstore import LibraryError

    try:
        # Two first uses at once: the second waits and finds the mark.
        with FileLock(where / ".starting.lock"):
            if mark.exists():
                return
            known = {stored.name for stored in library.reports()}
            for entry in sorted(files("data").iterdir(), key=lambda e: e.name):
                if entry.name.endswith(".md") and entry.name[:-3] not in known:
                    with as_file(entry) as path:
                        ingest_file(library, path, None)
            mark.touch()
    except OSError as error:
        raise LibraryError(f"Không ghi được vào thư mục thư viện {where}; hãy kiểm tra quyền ghi và dung lượng ổ đĩa.") from error


def ingest_file(library: Library, path: Path, title: str | None = None) -> str:
    """Put the file at `path` into `library`; gives the report's name: `title`, else the file's stem.

    Everything is read before anything is written. Raises ingest.IngestError or vectorstore.LibraryError.
    """
    from ingest import read_file
    from report.reader import read_figures

    report, passages = read_file(path, title=title)
    library.add(report, passages, read_figures(report))
    return report.name


def make_assistant(library: Any) -> Assistant:
    """The assistant over `library`, with the settings' language model as its writer where one is set.

    Raises settings.SettingError with one Vietnamese line.
    """
    from app.model import writer
    from chain.assistant import Assistant

    return Assistant(library, writer())


def make_worlds(library: Any, name: str | None = None) -> list[World]:
    """What texts are checked against: every report of `library`, or the one that is named."""
    from chain.world import build_world

    return [build_world(library.report(s.name), [f for _, f in library.figures(s.name)]) for s in library.reports() if name in (None, s.name)]


__all__ = ["ingest_file", "make_assistant", "make_embedder", "make_worlds", "open_library"]
