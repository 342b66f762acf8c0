"""What the HTTP API, the MCP server and `eval` do alike: ask, check and list over one open library, as JSON-ready values.

Not here: how requests come in (`app/api.py`, `app/mcp_server.py`, `app/cli.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app import wiring
from report.text import fold, nfc

if TYPE_CHECKING:
    from vectorstore import Library

MOST_HISTORY = 100  # earlier questions


class ServiceError(Exception):
    """What was asked for cannot be done as it was put; `str` is one Vietnamese line."""


class NoReport(ServiceError):
    """The library has no report of this name."""


class NotYet(ServiceError):
    """This installation cannot do it."""


class Service:
    """The ways in that programs take, over an open library. Safe to share between threads as the library is."""

    def __init__(self, library: Library) -> None:
        """Raises settings.SettingError for a language model's setting that is wrong."""
        self.library = library
        self.assistant = wiring.make_assistant(library)

    def ask(self, question: str, history: Sequence[str] = (), report: str | None = None) -> dict[str, Any]:
        """The answer as the contract's JSON object. Raises ServiceError for a question that is none."""
        from chain.answer import Ask, contract

        if len(history) > MOST_HISTORY:
            raise ServiceError(f"Chỉ nhận tối đa {MOST_HISTORY} câu hỏi trước.")
        ask = Ask(_whole(question), tuple(_whole(earlier) for earlier in history), self.named(report))
        try:
            return contract(self.assistant.invoke(ask), question=question)
        except ValueError as error:
            # Only a plain ValueError is a line for the asker; its kinds (a codec's, a number's) are faults of ours.
            if type(error) is ValueError:
                raise ServiceError(str(error)) from error
            raise

    def check(self, text: str, report: str | None = None) -> dict[str, Any]:
        """The verdicts for a text as the contract's JSON object. Raises ServiceError for no text and for too long a one."""
        try:
            from chain.check import check_text, contract_check
        except ImportError as error:
            raise NotYet("Bản này chưa kiểm chứng được bài viết.") from error
        name = self.named(report)
        worlds = [self.assistant._world(s.name, s.sha256) for s in self.library.reports() if name in (None, s.name)]
        try:
            return contract_check(check_text(_whole(text), worlds))
        except ValueError as error:
            if type(error) is ValueError:
                raise ServiceError(str(error)) from error
            raise

    def reports(self) -> list[dict[str, Any]]:
        """The reports, oldest first; `passages` and `figures` are counts."""
        keys = ("name", "title", "sha256", "added_at", "passages", "figures")
        return [{key: getattr(stored, key) for key in keys} for stored in self.library.reports()]

    def figures(self, report: str | None = None, words: str = "") -> list[dict[str, Any]]:
        """The figures as `hoibaocao figures --format json` gives them; with `words`, those whose indicator or quote holds every one."""
        from app.export import figure_row

        wanted = fold(nfc(words)).split()
        rows = (figure_row(owner, self.library.report(owner), figure) for owner, figure in self.library.figures(self.named(report)))
        return [row for row in rows if not wanted or all(word in fold(f"{row['indicator']} {row['quote']} {row['period']}") for word in wanted)]

    def text(self, report: str) -> str:
        """The stored text of a report. Raises NoReport."""
        name = self.named(report)
        assert name is not None
        return self.library.report(name).text

    def named(self, name: str | None) -> str | None:
        """The report's name as it is kept. Raises NoReport when there is none of this name."""
        if name is None:
            return None
        try:
            return wiring.kept_name(self.library, " ".join(nfc(_whole(name)).split()))
        except LookupError as error:
            raise NoReport(str(error)) from error


def _whole(text: str) -> str:
    """`text` with "?" for half characters: JSON can carry them, nothing else can."""
    return text.encode("utf-8", "replace").decode("utf-8")


__all__ = ["NoReport", "NotYet", "Service", "ServiceError"]
