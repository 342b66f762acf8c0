"""A file becomes a report, and a report becomes passages."""

from ingest.errors import IngestError
from ingest.files import read_file
from ingest.outline import read_text
from ingest.passages import passages

__all__ = ["IngestError", "passages", "read_file", "read_text"]
