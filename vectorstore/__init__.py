"""The library: what is kept (SQLite, the truth) and how it is found (FTS5 and Chroma, which can be rebuilt)."""

from vectorstore.library import Hit, Library, LibraryError, StoredReport

__all__ = ["Hit", "Library", "LibraryError", "StoredReport"]
