"""From a file to a report: bytes, text, outline, tables, passages."""

from ingest.errors import IngestError
from ingest.files import FORMATS, read_file
from ingest.outline import read_text
from ingest.passages import passages

__all__ = ["FORMATS", "IngestError", "passages", "read_file", "read_text"]
