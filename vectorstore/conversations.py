"""Conversations: what was asked and answered, and what the user thought of it. Kept in the library's own database.

An answer is kept as the contract's JSON (read back by `json` alone, never as objects of a framework), so its quotes stay
when their report goes. Not here: what an answer is (`chain.answer`), how a conversation is shown or exported (`app`).
"""

from __future__ import annotations

import builtins
import json
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from report.text import nfc
from vectorstore.library import LibraryError

TITLE_LENGTH = 60  # of a title made from a question
LONGEST_TITLE = 120
LONGEST_COMMENT = 2000
UNTITLED = "Cuộc trò chuyện mới"
_GONE = "Cuộc trò chuyện này không còn trong thư viện."

_meta = sa.MetaData()
CONVERSATIONS = sa.Table(
    "conversations", _meta,
    sa.Column("position", sa.Integer, primary_key=True), sa.Column("id", sa.String, unique=True, nullable=False),
    sa.Column("user", sa.String, nullable=False, index=True), sa.Column("title", sa.String, nullable=False),
    sa.Column("created_at", sa.String, nullable=False), sa.Column("updated_at", sa.String, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip
# `report` is a name and no foreign key: a conversation outlives the reports it was about.
TURNS = sa.Table(
    "turns", _meta,
    sa.Column("position", sa.Integer, primary_key=True), sa.Column("id", sa.String, unique=True, nullable=False),
    sa.Column("conversation_id", sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("question", sa.Text, nullable=False), sa.Column("answer", sa.Text, nullable=False),
    sa.Column("report", sa.String), sa.Column("asked_at", sa.String, nullable=False),
    sqlite_autoincrement=True,
)  # fmt: skip
FEEDBACK = sa.Table(
    "feedback", _meta,
    sa.Column("turn_id", sa.ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("good", sa.Boolean, nullable=False), sa.Column("reason", sa.String, nullable=False),
    sa.Column("comment", sa.Text, nullable=False), sa.Column("given_at", sa.String, nullable=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation; times are ISO 8601 in UTC, `updated_at` of its last turn or renaming."""

    id: str
    title: str
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the user thought of an answer; `reason` is one of a few, `comment` is free."""

    good: bool
    reason: str
    comment: str
    given_at: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer (the contract's JSON object); `report` is the one that was asked, None for all."""

    id: str
    question: str
    answer: dict[str, Any]
    report: str | None
    asked_at: str
    feedback: Feedback | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Feedback with the turn it is about."""

    conversation: str
    turn: Turn
    feedback: Feedback


Opening = Callable[[], AbstractContextManager[Connection]]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Conversations:
    """The conversations of a library; each change is one transaction. Raises LibraryError with one Vietnamese line."""

    def __init__(self, read: Opening, write: Opening, now: Callable[[], str] = _now) -> None:
        """`read` and `write` open transactions on the library's database. Tables that are missing are made."""
        self._read, self._write, self._now = read, write, now
        with read() as db:
            known = set(sa.inspect(db).get_table_names())
        if not set(_meta.tables) <= known:
            with write() as db:
                _meta.create_all(db)

    def list(self, user: str = "") -> list[Conversation]:
        """The conversations of `user`, the last used first."""
        c = CONVERSATIONS.c
        query = sa.select(c.id, c.title, c.created_at, c.updated_at).where(c.user == _clean(user))
        with self._read() as db:
            return [Conversation(*row) for row in db.execute(query.order_by(c.updated_at.desc(), c.position.desc()))]

    def create(self, title: str = "", user: str = "") -> str:
        """Begin a conversation; gives its id. Without a title it gets one from its first question."""
        id, now = uuid.uuid4().hex, self._now()
        row = {"id": id, "user": _clean(user), "title": _title(title), "created_at": now, "updated_at": now}
        with self._write() as db:
            db.execute(CONVERSATIONS.insert().values(row))
        return id

    def add(self, id: str, question: str, answer: dict[str, Any], report: str | None = None) -> str:
        """Keep a question with its answer in conversation `id`; gives the turn's id."""
        question, text = _clean(question), _dumped(answer)
        turn_id, now = uuid.uuid4().hex, self._now()
        row = {"id": turn_id, "conversation_id": id, "question": question, "answer": text,
               "report": None if report is None else _clean(report), "asked_at": now}  # fmt: skip
        with self._write() as db:
            title = db.scalar(sa.select(CONVERSATIONS.c.title).where(CONVERSATIONS.c.id == id))
            if title is None:
                raise LibraryError(_GONE)
            db.execute(TURNS.insert().values(row))
            change = {"updated_at": now} | ({} if title else {"title": title_of(question)})
            db.execute(CONVERSATIONS.update().where(CONVERSATIONS.c.id == id).values(change))
        return turn_id

    def turns(self, id: str) -> builtins.list[Turn]:
        """The turns of conversation `id`, oldest first. Raises LibraryError when there is none."""
        with self._read() as db:
            if db.scalar(sa.select(CONVERSATIONS.c.id).where(CONVERSATIONS.c.id == id)) is None:
                raise LibraryError(_GONE)
            query = _with_feedback().where(TURNS.c.conversation_id == id).order_by(TURNS.c.position)
            return [_turn(row) for row in db.execute(query)]

    def rename(self, id: str, title: str) -> None:
        """Give conversation `id` another title. Raises LibraryError for a blank one, and when there is no such conversation."""
        title = _title(title)
        if not title:
            raise LibraryError("Tên của cuộc trò chuyện không được để trống.")
        with self._write() as db:
            change = CONVERSATIONS.update().where(CONVERSATIONS.c.id == id).values(title=title, updated_at=self._now())
            if not db.execute(change).rowcount:
                raise LibraryError(_GONE)

    def delete(self, id: str) -> None:
        """Forget conversation `id` with its turns and what was thought of them; one that is gone already stays gone."""
        with self._write() as db:
            db.execute(CONVERSATIONS.delete().where(CONVERSATIONS.c.id == id))  # the rest goes by ON DELETE CASCADE

    def feedback(self, turn_id: str, good: bool, reason: str = "", comment: str = "") -> None:
        """Keep what the user thinks of turn `turn_id`, in place of what was said before."""
        row = {"turn_id": turn_id, "good": bool(good), "reason": _clean(reason).strip()[:LONGEST_TITLE],
               "comment": _clean(comment).strip()[:LONGEST_COMMENT], "given_at": self._now()}  # fmt: skip
        with self._write() as db:
            if db.scalar(sa.select(TURNS.c.id).where(TURNS.c.id == turn_id)) is None:
                raise LibraryError("Câu trả lời này không còn trong thư viện.")
            db.execute(FEEDBACK.delete().where(FEEDBACK.c.turn_id == turn_id))
            db.execute(FEEDBACK.insert().values(row))

    def all_feedback(self) -> builtins.list[Judgement]:
        """All feedback of all users, in the order of the turns; without who gave it."""
        out = []
        with self._read() as db:
            query = _with_feedback(TURNS.c.conversation_id).where(FEEDBACK.c.turn_id.is_not(None))
            for row in db.execute(query.order_by(TURNS.c.position)):
                turn = _turn(row)
                assert turn.feedback is not None
                out.append(Judgement(row[-1], turn, turn.feedback))
        return out


def title_of(question: str) -> str:
    """A title made from a question: one line, shortened between words."""
    words = " ".join(_clean(question).split())
    if len(words) <= TITLE_LENGTH:
        return words or UNTITLED
    cut = words[:TITLE_LENGTH]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut[:-1]).rstrip(" ,;:–-") + "…"


def _title(text: str) -> str:
    return " ".join(_clean(text).split())[:LONGEST_TITLE].rstrip()


def _clean(text: str) -> str:
    """NFC, and no half characters: the database refuses them."""
    return nfc(text).encode("utf-8", "replace").decode("utf-8")


def _dumped(answer: dict[str, Any]) -> str:
    try:
        return json.dumps(_cleaned(answer), ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise LibraryError("Không lưu được câu trả lời này: nó không phải là JSON.") from error


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, dict):
        return {_clean(str(key)): _cleaned(each) for key, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, list | tuple) else value


def _loaded(text: str) -> dict[str, Any]:
    try:
        answer = json.loads(text)
    except ValueError:
        answer = None
    return answer if isinstance(answer, dict) else {}


def _with_feedback(*more: sa.Column[Any]) -> sa.Select[Any]:
    t, f = TURNS.c, FEEDBACK.c
    columns = (t.id, t.question, t.answer, t.report, t.asked_at, f.good, f.reason, f.comment, f.given_at, *more)
    return sa.select(*columns).join_from(TURNS, FEEDBACK, isouter=True)


def _turn(row: Any) -> Turn:
    said = None if row[5] is None else Feedback(bool(row[5]), row[6], row[7], row[8])
    return Turn(row[0], row[1], _loaded(row[2]), row[3], row[4], said)


__all__ = ["Conversation", "Conversations", "Feedback", "Judgement", "Turn", "title_of"]
