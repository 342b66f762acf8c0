"""The one error of reading files."""

from __future__ import annotations


class IngestError(Exception):
    """A file cannot become a report. `str(error)` is one Vietnamese line that says why and what to do."""
