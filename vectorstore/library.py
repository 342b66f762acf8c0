"""The library: one SQLite database is the truth; the indexes only make it quick to search.

Reports, passages, figures and vectors are written in one transaction, with the
FTS5 rows that find them. Not here: how a file becomes a report (`ingest`), how
Chroma is kept (`index`), how a question is read (`chain`).
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from report import codec
from report.model import Figure, Passage, Report, name_of
from report.text import nfc
from vectorstore import lexical
from vectorstore.adapter import adapted
from vectorstore.embedding import Embedder
from vectorstore.index import VectorIndex

if TYPE_CHECKING:
    from vectorstore.conversations import Conversations

log = logging.getLogger(__name__)

SCHEMA = 1
CANDIDATES = 200  # how many passages each side proposes
_QUESTIONS = 64  # of which the vectors are kept
FOLDED_WEIGHT = 0.3  # of the folded column for a question that has diacritics

_meta = sa.MetaData()
META = sa.Table("meta", _meta, sa.Column("key", sa.String, primary_key=True), sa.Column("value", sa.String))
REPORTS = sa.Table(
    "reports", _meta,
    sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String, unique=True, nullable=False),
    sa.Column("title", sa.String, nullable=False), sa.Column("sha256", sa.String, nullable=False),
    sa.Column("source", sa.String, nullable=False), sa.Column("added_at", sa.String, nullable=False),
    sa.Column("report", sa.Text, nullable=False),
)  # fmt: skip


def _of_report() -> sa.Column[int]:
    return sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True)


PASSAGES = sa.Table(
    "passages", _meta,
    sa.Column("id", sa.Integer, primary_key=True), _of_report(), sa.Column("position", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False), sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False), sa.Column("passage", sa.Text, nullable=False),
    sqlite_autoincrement=True,  # an id is never used twice: an old index cannot name a new passage
)  # fmt: skip
FIGURES = sa.Table(
    "figures", _meta,
    sa.Column("id", sa.Integer, primary_key=True), _of_report(), sa.Column("position", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False), sa.Column("end", sa.Integer, nullable=False),
    sa.Column("value", sa.String, nullable=False), sa.Column("unit", sa.String, nullable=False),
    sa.Column("indicator", sa.String, nullable=False), sa.Column("measure", sa.String, nullable=False),
    sa.Column("modality", sa.String, nullable=False), sa.Column("period", sa.String, nullable=False),
    sa.Column("year", sa.Integer), sa.Column("figure", sa.Text, nullable=False),
)  # fmt: skip
VECTORS = sa.Table(
    "vectors", _meta,
    sa.Column("passage_id", sa.ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("model", sa.String, nullable=False), sa.Column("dimension", sa.Integer, nullable=False),
    sa.Column("vector", sa.LargeBinary, nullable=False),
)  # fmt: skip
NAMES = sa.Table(
    "names", _meta,
    sa.Column("id", sa.Integer, primary_key=True), _of_report(), sa.Column("name", sa.Text, nullable=False),
    sa.Column("model", sa.String, nullable=False), sa.Column("vector", sa.LargeBinary, nullable=False),
)  # fmt: skip
_FTS = "CREATE VIRTUAL TABLE words USING fts5(accented, folded, tokenize = \"unicode61 remove_diacritics 0 tokenchars '_'\")"


class LibraryError(Exception):
    """The library cannot do what was asked; `str` is one Vietnamese line."""


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report of the library; `passages` and `figures` are counts, `added_at` is ISO 8601 in UTC."""

    name: str
    title: str
    sha256: str
    source: str
    added_at: str
    passages: int
    figures: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: `score` is `dense` plus `lexical`, each from 0 to 1 within the query."""

    report: str
    passage: Passage
    score: float
    dense: float
    lexical: float


class Library:
    """The reports kept in `folder`. Safe to share between threads; several processes may open one folder."""

    def __init__(
        self, folder: Path | str, embedder: Embedder | Callable[[], Embedder] | None = None, *, url: str | None = None
    ) -> None:
        """Open the library, or make it.

        `embedder` (or what returns one, called when first needed) may be None:
        search is then by words alone. `url` is an SQLAlchemy address in place
        of the folder's own database. Raises LibraryError.
        """
        self.folder = Path(folder).expanduser()
        self._given = embedder
        self._embedder: Embedder | None = None
        self._dead = embedder is None  # no vectors from this embedder
        self._lock = threading.RLock()
        self._cache: dict[Any, Any] = {}
        self._cached_state = ""
        self._matrix: tuple[str, list[int], list[str], np.ndarray] | None = None
        self._conversations: Conversations | None = None
        self._asked: dict[str, np.ndarray] = {}
        self.index = VectorIndex(self.folder / "index")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if not os.access(self.folder, os.W_OK | os.X_OK):
                raise PermissionError("không có quyền ghi")
        except OSError as error:
            raise LibraryError(f"Không ghi được vào thư mục thư viện {self.folder}: {_reason(error)}") from error
        self._engine = _engine(url or f"sqlite:///{self.folder / 'library.db'}")
        try:
            self._prepare()
        except LibraryError:
            self._engine.dispose()
            raise

    # What is kept

    def reports(self) -> list[StoredReport]:
        """All reports, oldest first."""
        with self._read() as db:
            passages = sa.select(sa.func.count()).where(PASSAGES.c.report_id == REPORTS.c.id).scalar_subquery()
            figures = sa.select(sa.func.count()).where(FIGURES.c.report_id == REPORTS.c.id).scalar_subquery()
            r = REPORTS.c
            query = sa.select(r.name, r.title, r.sha256, r.source, r.added_at, passages, figures).order_by(r.id)
            return [StoredReport(*row) for row in db.execute(query)]

    def report(self, name: str) -> Report:
        """The report `name`. Raises LibraryError when there is none."""
        name = nfc(name)

        def read(db: Connection) -> Report:
            text = db.scalar(sa.select(REPORTS.c.report).where(REPORTS.c.name == name))
            if text is None:
                raise LibraryError(f"Thư viện không có báo cáo “{name}”.")
            return codec.loads(Report, text)

        return cast(Report, self._cached(("report", name), read))

    def passages(self, name: str) -> tuple[Passage, ...]:
        """The passages of report `name`, in order. Raises LibraryError when there is none."""
        name = nfc(name)

        def read(db: Connection) -> tuple[Passage, ...]:
            _report_id(db, name)
            query = sa.select(PASSAGES.c.passage).join(REPORTS).where(REPORTS.c.name == name)
            return tuple(codec.loads(Passage, text) for text in db.scalars(query.order_by(PASSAGES.c.position)))

        return cast(tuple[Passage, ...], self._cached(("passages", name), read))

    def figures(self, name: str | None = None) -> list[tuple[str, Figure]]:
        """Report name and figure, in order, of report `name` or of all. Raises LibraryError for an unknown name."""
        name = nfc(name) if name is not None else None

        def read(db: Connection) -> tuple[tuple[str, Figure], ...]:
            query = sa.select(REPORTS.c.name, FIGURES.c.figure).join_from(FIGURES, REPORTS)
            if name is not None:
                _report_id(db, name)
                query = query.where(REPORTS.c.name == name)
            rows = db.execute(query.order_by(REPORTS.c.id, FIGURES.c.position))
            return tuple((row[0], codec.loads(Figure, row[1])) for row in rows)

        return list(self._cached(("figures", name), read))

    def add(self, report: Report, passages: Sequence[Passage], figures: Sequence[Figure]) -> StoredReport:
        """Keep `report`, in place of one of the same name. All of it or, on any failure, nothing."""
        # The long part comes before the transaction: a Ctrl-C there leaves nothing behind.
        vectors = self._embed([p.text for p in passages])
        named = list(dict.fromkeys(name for f in figures if (name := name_of(f))))
        name_vectors = self._embed(named) if named else None
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._write() as db:
            self._delete(db, report.name)
            row = {"name": report.name, "title": report.title, "sha256": report.sha256, "source": report.source,
                   "added_at": now, "report": codec.dumps(report)}  # fmt: skip
            report_id = db.execute(REPORTS.insert().values(row)).inserted_primary_key[0]  # type: ignore[index]
            for n, p in enumerate(passages):
                values = {"report_id": report_id, "position": n, "start": p.span.start, "end": p.span.end,
                          "text": p.text, "passage": codec.dumps(p)}  # fmt: skip
                at = db.execute(PASSAGES.insert().values(values)).inserted_primary_key[0]  # type: ignore[index]
                accented, folded = lexical.columns(p.text)
                db.execute(
                    sa.text("INSERT INTO words(rowid, accented, folded) VALUES (:i, :a, :f)"),
                    {"i": at, "a": accented, "f": folded},
                )
                if vectors is not None:
                    db.execute(VECTORS.insert().values(_vector_row(at, self._model_name(), vectors[n])))
            if figures:
                db.execute(FIGURES.insert(), [_figure_row(report_id, n, f) for n, f in enumerate(figures)])
            if name_vectors is not None:
                db.execute(NAMES.insert(), [_name_row(report_id, name, self._model_name(), v) for name, v in zip(named, name_vectors, strict=True)])
            _changed(db)
        return StoredReport(report.name, report.title, report.sha256, report.source, now, len(passages), len(figures))

    def remove(self, name: str) -> None:
        """Forget report `name`. Raises LibraryError when there is none."""
        name = nfc(name)
        with self._write() as db:
            _report_id(db, name)
            self._delete(db, name)
            _changed(db)

    @property
    def conversations(self) -> Conversations:
        """The conversations kept beside the reports; their tables are made at first use. Raises LibraryError."""
        from vectorstore.conversations import Conversations

        with self._lock:
            if self._conversations is None:
                self._conversations = Conversations(self._read, self._write)
            return self._conversations

    def close(self) -> None:
        """Let go of files."""
        self.index.close()
        self._engine.dispose()

    # How it is found

    def search(self, query: str, *, k: int = 8, reports: Sequence[str] | None = None) -> list[Hit]:
        """The `k` passages that answer `query` best, of `reports` (names) or of all; [] for a query without a word."""
        query = nfc(query).strip()
        expression = lexical.match(query)
        if not expression or k <= 0:
            return []
        wanted = None if reports is None else [nfc(name) for name in reports]
        words = self._lexical(expression, wanted)
        # Without diacritics the dense model does harm: words alone decide.
        dense = self._dense(query, list(words), wanted) if lexical.has_diacritics(query) else {}
        lexical_scores = _normalised(words, missing=bool(set(dense) - set(words)))
        dense_scores = _normalised(dense, missing=False)
        both = {i: dense_scores.get(i, 0.0) + lexical_scores.get(i, 0.0) for i in {*words, *dense}}
        best = sorted(both, key=lambda i: (-both[i], i))[:k]
        with self._read() as db:
            chosen = sa.select(PASSAGES.c.id, REPORTS.c.name, PASSAGES.c.passage).join_from(PASSAGES, REPORTS)
            rows = {row[0]: row for row in db.execute(chosen.where(PASSAGES.c.id.in_(best)))}
        return [
            Hit(rows[i][1], codec.loads(Passage, rows[i][2]), both[i], dense_scores.get(i, 0.0), lexical_scores.get(i, 0.0))
            for i in best
            if i in rows
        ]

    def nearness(self, name: str, question: str) -> dict[str, float] | None:
        """How near each name of a figure of report `name` is to `question` (cosine under the adapter); None without vectors of the model it is for."""
        if self._dead:
            return None
        try:
            model = self._model_name()
            named, matrix = self._cached(("names", nfc(name), model), lambda db: _named_vectors(db, nfc(name), model))
            if not named:
                return None
            vector = adapted(self._question_vector(question), model)
        except LibraryError:
            raise
        except Exception as error:
            self._give_up(error)
            return None
        return None if vector is None else dict(zip(named, (matrix @ vector).tolist(), strict=True))

    def _question_vector(self, question: str) -> np.ndarray:
        """The vector of a question; the last ones are kept: it is asked of each report in turn."""
        with self._lock:
            found = self._asked.pop(question, None)
            if found is None:
                found = self._ready_embedder().embed_queries([question])[0]
            self._asked[question] = found
            while len(self._asked) > _QUESTIONS:
                self._asked.pop(next(iter(self._asked)))
            return found

    def _lexical(self, expression: str, reports: Sequence[str] | None) -> dict[int, float]:
        limit = "" if reports is None else "AND r.name IN :names"
        text = sa.text(
            "SELECT words.rowid, -bm25(words, 1.0, :folded) AS score FROM words "
            "JOIN passages p ON p.id = words.rowid JOIN reports r ON r.id = p.report_id "
            f"WHERE words MATCH :expression {limit} ORDER BY score DESC LIMIT :n"
        )
        values: dict[str, Any] = {"expression": expression, "n": CANDIDATES}
        values["folded"] = FOLDED_WEIGHT if "accented :" in expression else 1.0
        if reports is not None:
            text = text.bindparams(sa.bindparam("names", expanding=True))
            values["names"] = list(reports)
        with self._read() as db:
            return {row[0]: float(row[1]) for row in db.execute(text, values)}

    def _dense(self, query: str, more: Sequence[int], reports: Sequence[str] | None) -> dict[int, float]:
        """Cosine of the nearest passages and of those in `more`; {} when there are no vectors to search."""
        if not self._vectors_ready():
            return {}
        try:
            with self._lock:
                vector = self._ready_embedder().embed_queries([query])[0]
        except Exception as error:
            self._give_up(error)
            return {}
        state = self._state("vectors")
        near = self.index.search(
            vector, CANDIDATES, token=state, reports=reports, rows=lambda: self._all_vectors(state)[1:]
        )
        if near is None:
            _, ids, names, matrix = self._all_vectors(state)
            scores = matrix @ vector if len(ids) else np.zeros(0, dtype=np.float32)
            allowed = [n for n in np.argsort(-scores, kind="stable") if reports is None or names[n] in reports]
            near = [ids[n] for n in allowed[:CANDIDATES]]
        with self._read() as db:
            query_rows = sa.select(VECTORS.c.passage_id, VECTORS.c.vector).where(
                VECTORS.c.passage_id.in_({*near, *more}), VECTORS.c.model == self._model_name()
            )
            found = {row[0]: np.frombuffer(row[1], "<f4") for row in db.execute(query_rows)}
        return {i: float(v @ vector) for i, v in found.items() if len(v) == len(vector)}

    def _all_vectors(self, state: str) -> tuple[str, list[int], list[str], np.ndarray]:
        with self._lock:
            if self._matrix is None or self._matrix[0] != state:
                with self._read() as db:
                    query = sa.select(VECTORS.c.passage_id, REPORTS.c.name, VECTORS.c.vector)
                    query = query.join_from(VECTORS, PASSAGES).join(REPORTS).where(VECTORS.c.model == self._model_name())
                    rows = db.execute(query.order_by(VECTORS.c.passage_id)).all()
                joined = np.frombuffer(b"".join(row[2] for row in rows), "<f4")
                matrix = joined.reshape(len(rows), -1) if rows else np.zeros((0, 1), dtype=np.float32)
                self._matrix = (state, [row[0] for row in rows], [row[1] for row in rows], matrix)
            return self._matrix

    # Vectors and their model

    def _ready_embedder(self) -> Embedder:
        if self._embedder is None:
            given: Any = self._given
            self._embedder = given if hasattr(given, "embed_passages") else given()
        return cast(Embedder, self._embedder)

    def _model_name(self) -> str:
        return self._ready_embedder().name

    def _give_up(self, error: Exception) -> None:
        """Search by words alone from here on, and say so once."""
        if not self._dead:
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            print(f"Tìm theo từ ngữ, không dùng mô hình nhúng: {reason}", file=sys.stderr, flush=True)
        self._dead = True

    def _embed(self, texts: Sequence[str]) -> np.ndarray | None:
        """Vectors of passages; None without a model (they are made later, when there is one)."""
        if self._dead:
            return None
        try:
            with self._lock:
                vectors = self._ready_embedder().embed_passages(list(texts))
            if len(vectors) != len(texts) or not np.isfinite(vectors).all():
                raise ValueError("mô hình trả về véc-tơ hỏng")
            return np.ascontiguousarray(vectors, dtype="<f4")
        except Exception as error:
            self._give_up(error)
            return None

    def _vectors_ready(self) -> bool:
        """Whether every passage has a vector of this model; makes all of them when any is missing or another's."""
        if self._dead:
            return False
        try:
            name = self._model_name()
        except Exception as error:
            self._give_up(error)
            return False
        with self._lock:
            state = self._state("vectors")
            if self._cache_get(("vectors", name, state)):
                return True
            with self._read() as db:
                total = db.scalar(sa.select(sa.func.count()).select_from(PASSAGES)) or 0
                own = sa.select(sa.func.count(), sa.func.min(VECTORS.c.dimension), sa.func.max(VECTORS.c.dimension))
                count, low, high = db.execute(own.where(VECTORS.c.model == name)).one()
                other = db.scalar(sa.select(sa.func.count()).where(VECTORS.c.model != name)) or 0
            if count == total and not other and low == high and (not total or low == self._ready_embedder().dimension):
                self._cache_put(("vectors", name, state), True)
                return total > 0
            return self._embed_again(total)

    def _embed_again(self, total: int) -> bool:
        """Replace all vectors by this model's, in one transaction."""
        with self._read() as db:
            rows = db.execute(sa.select(PASSAGES.c.id, PASSAGES.c.text).order_by(PASSAGES.c.id)).all()
        print(f"Đang nhúng lại {total} đoạn của thư viện…", file=sys.stderr, flush=True)
        vectors = self._embed([row[1] for row in rows])
        named = self._names()
        name_vectors = self._embed([name for _, name in named]) if named else None
        if vectors is None:
            return False
        with self._write() as db:
            still = set(db.scalars(sa.select(PASSAGES.c.id)))
            if still != {row[0] for row in rows}:  # another process wrote meanwhile: next time
                return False
            db.execute(VECTORS.delete())
            name = self._model_name()
            if rows:
                db.execute(VECTORS.insert(), [_vector_row(r[0], name, v) for r, v in zip(rows, vectors, strict=True)])
            db.execute(NAMES.delete())
            if name_vectors is not None:
                db.execute(NAMES.insert(), [_name_row(at, said, name, v) for (at, said), v in zip(named, name_vectors, strict=True)])
            _changed(db)
        return True

    def _names(self) -> list[tuple[int, str]]:
        """The names of all figures, each once, with the id of their report."""
        with self._read() as db:
            rows = db.execute(sa.select(FIGURES.c.report_id, FIGURES.c.figure).order_by(FIGURES.c.id)).all()
        found = dict.fromkeys((row[0], name_of(codec.loads(Figure, row[1]))) for row in rows)
        return [(at, name) for at, name in found if name]

    # The database

    def _prepare(self) -> None:
        if self._engine.dialect.name != "sqlite":
            raise LibraryError("Thư viện hiện chỉ dùng được SQLite (chỉ mục từ ngữ là FTS5).")
        with self._write() as db:
            if sa.inspect(db).has_table("meta"):
                found = db.scalar(sa.select(META.c.value).where(META.c.key == "schema"))
                if found is None or not found.isdigit() or int(found) > SCHEMA:
                    raise LibraryError(
                        f"Thư viện {self.folder} được tạo bởi bản hoibaocao mới hơn (lược đồ {found}, bản này đọc "
                        f"đến {SCHEMA}): hãy nâng cấp hoibaocao."
                    )
                NAMES.create(db, checkfirst=True)  # a library made before names were embedded
                return
            _meta.create_all(db)
            db.execute(sa.text(_FTS))
            db.execute(META.insert(), [{"key": "schema", "value": str(SCHEMA)}])
            _changed(db)

    @contextlib.contextmanager
    def _read(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as db:
                yield db
        except (SQLAlchemyError, OSError) as error:
            raise LibraryError(f"Không đọc được thư viện {self.folder}: {_reason(error)}") from error

    @contextlib.contextmanager
    def _write(self) -> Iterator[Connection]:
        try:
            with self._lock, self._engine.execution_options(write=True).begin() as db:
                yield db
        except (SQLAlchemyError, OSError) as error:
            raise LibraryError(f"Không ghi được vào thư viện {self.folder}: {_reason(error)}") from error

    def _delete(self, db: Connection, name: str) -> None:
        ids = sa.select(PASSAGES.c.id).join(REPORTS).where(REPORTS.c.name == name)
        for at in db.scalars(ids).all():
            db.execute(sa.text("DELETE FROM words WHERE rowid = :i"), {"i": at})
        db.execute(REPORTS.delete().where(REPORTS.c.name == name))  # the rest goes by ON DELETE CASCADE

    def _state(self, key: str) -> str:
        with self._read() as db:
            return db.scalar(sa.select(META.c.value).where(META.c.key == key)) or ""

    def _cached(self, key: Any, read: Callable[[Connection], Any]) -> Any:
        """What `read` gives, kept until anyone changes the library."""
        with self._read() as db:
            state = db.scalar(sa.select(META.c.value).where(META.c.key == "vectors")) or ""
            with self._lock:
                if state != self._cached_state:
                    self._cache, self._cached_state = {}, state
                found = self._cache.get(key)
            if found is None:
                found = read(db)
                with self._lock:
                    if state == self._cached_state:
                        self._cache[key] = found
            return found

    def _cache_get(self, key: Any) -> Any:
        return self._cache.get(key)

    def _cache_put(self, key: Any, value: Any) -> None:
        self._cache[key] = value


def _engine(url: str) -> Engine:
    engine = sa.create_engine(url, connect_args={"timeout": 30} if url.startswith("sqlite") else {})
    if engine.dialect.name == "sqlite":

        @sa.event.listens_for(engine, "connect")
        def _pragmas(raw: Any, _: Any) -> None:
            raw.isolation_level = None  # transactions are begun below, not guessed by the driver
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                raw.execute(f"PRAGMA {pragma}")

        @sa.event.listens_for(engine, "begin")
        def _begin(db: Connection) -> None:
            db.exec_driver_sql("BEGIN IMMEDIATE" if db.get_execution_options().get("write") else "BEGIN")

    return engine


def _changed(db: Connection) -> None:
    """Give the content a new name, so that caches and the index know they are behind."""
    db.execute(META.delete().where(META.c.key == "vectors"))
    db.execute(META.insert().values(key="vectors", value=uuid.uuid4().hex))


def _named_vectors(db: Connection, name: str, model: str) -> tuple[list[str], np.ndarray]:
    rows = db.execute(sa.select(NAMES.c.name, NAMES.c.vector).join(REPORTS).where(REPORTS.c.name == name, NAMES.c.model == model).order_by(NAMES.c.id)).all()
    matrix = adapted(np.frombuffer(b"".join(r[1] for r in rows), "<f4").reshape(len(rows), -1), model) if rows else None
    return ([r[0] for r in rows], matrix) if matrix is not None else ([], np.zeros((0, 1), dtype=np.float32))


def _report_id(db: Connection, name: str) -> int:
    found = db.scalar(sa.select(REPORTS.c.id).where(REPORTS.c.name == name))
    if found is None:
        raise LibraryError(f"Thư viện không có báo cáo “{name}”.")
    return int(found)


def _vector_row(passage_id: int, model: str, vector: np.ndarray) -> dict[str, Any]:
    data = np.ascontiguousarray(vector, dtype="<f4")
    return {"passage_id": passage_id, "model": model, "dimension": len(data), "vector": data.tobytes()}


def _name_row(report_id: int, name: str, model: str, vector: np.ndarray) -> dict[str, Any]:
    return {"report_id": report_id, "name": name, "model": model, "vector": np.ascontiguousarray(vector, dtype="<f4").tobytes()}


def _figure_row(report_id: int, position: int, f: Figure) -> dict[str, Any]:
    return {
        "report_id": report_id, "position": position, "start": f.span.start, "end": f.span.end,
        "value": format(f.value, "f"), "unit": f.unit, "indicator": f.indicator, "measure": f.measure.value,
        "modality": f.modality.value, "period": f.period.label, "year": f.period.year, "figure": codec.dumps(f),
    }  # fmt: skip


def _normalised(scores: dict[int, float], *, missing: bool) -> dict[int, float]:
    """`scores` from 0 to 1; with `missing`, 0 is what an absent passage has."""
    if not scores:
        return {}
    low, high = (0.0 if missing else min(scores.values())), max(scores.values())
    return {i: (s - low) / (high - low) if high > low else 1.0 for i, s in scores.items()}


def _reason(error: Exception) -> str:
    text = str(getattr(error, "orig", None) or getattr(error, "strerror", None) or error)
    known = {
        "readonly": "không có quyền ghi", "unable to open": "không mở được tệp", "not a database": "tệp đã hỏng",
        "malformed": "tệp đã hỏng", "full": "ổ đĩa đã đầy", "locked": "đang có chương trình khác ghi",
        "Permission denied": "không có quyền", "Not a directory": "đường dẫn đi qua một tệp",
        "File exists": "đó là một tệp, không phải thư mục", "Read-only": "ổ đĩa chỉ đọc", "No space": "ổ đĩa đã đầy",
    }  # fmt: skip
    return next((said for part, said in known.items() if part in text), " ".join(text.split())[:160])
