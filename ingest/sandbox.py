"""Files of foreign formats are read in a child process with limits on time and memory.

A damaged or hostile file can then end the child, never the program that asked. The child gets the bytes on its standard
input and answers with one line of JSON: the document, or why there is none.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ingest.errors import IngestError
from ingest.layout import Document
from report.codec import loads, plain

SECONDS = 180
MEMORY = 2 * 1024**3  # bytes of address space
MAX_TEXT = 20_000_000  # characters of one document

_ROOT = str(Path(__file__).resolve().parents[1])
# The package's folder comes last on the path, so that no file of a working folder hides a library.
_CODE = "import sys; sys.path.append(sys.argv[1]); from ingest.sandbox import child; child()"


def read(kind: str, data: bytes, shown: str, *, seconds: float = SECONDS, memory: int = MEMORY) -> Document:
    """The document in `data`, a file of `kind` ("docx", "pdf", "html") that messages call `shown`.

    Raises IngestError with one Vietnamese line.
    """
    command = [sys.executable, "-P", "-c", _CODE, _ROOT, kind, shown, str(int(seconds) + 1), str(memory)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise IngestError(f"Đọc tệp {shown} quá {seconds:.0f} giây nên đã dừng; hãy chia tệp thành các phần nhỏ hơn.") from error
    except (OSError, ValueError) as error:
        raise IngestError(f"Không khởi động được tiến trình đọc tệp {shown}; hãy đóng bớt chương trình rồi thử lại.") from error
    try:
        answer = json.loads(done.stdout)
    except (ValueError, RecursionError):
        answer = None
    if done.returncode or not isinstance(answer, dict):
        raise IngestError(f"Tệp {shown} làm trình đọc dừng giữa chừng (tệp hỏng hoặc cần quá nhiều bộ nhớ); hãy mở và lưu lại tệp rồi thử lại.")
    if "refused" in answer:
        raise IngestError(str(answer["refused"]))
    return loads(Document, json.dumps(answer["document"]))


def child() -> None:
    """What the child process does: `sys.argv` holds the root, the kind, the file's shown name, seconds and bytes."""
    _, _, kind, shown, seconds, memory = sys.argv
    data = sys.stdin.buffer.read()
    try:
        _limit(int(seconds), int(memory))
        document = _reader(kind)(data, shown)
        size = sum(len(p.paragraph.text) if p.paragraph else sum(len(c.text) for row in p.grid.rows for c in row) if p.grid else 0 for p in document.pieces)
        if size > MAX_TEXT:
            raise IngestError(f"Tệp {shown} có quá nhiều chữ ({size // 1_000_000} triệu ký tự); hãy chia nhỏ tệp.")
        answer = json.dumps({"document": plain(document)})
    except IngestError as error:
        answer = json.dumps({"refused": str(error)})
    except (MemoryError, RecursionError):
        answer = json.dumps({"refused": f"Tệp {shown} cần quá nhiều bộ nhớ để đọc; hãy chia nhỏ tệp."})
    except Exception as error:  # a reader's own mistake must not reach the user as a traceback
        answer = json.dumps({"refused": f"Không đọc được tệp {shown} ({type(error).__name__}); tệp có thể bị hỏng, hãy mở và lưu lại rồi thử lại."})
    sys.stdout.write(answer + "\n")
    sys.stdout.flush()


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit of the parent is all there is
        return
    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        try:
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
        except (ValueError, OSError):  # the system does not know this limit
            continue


def _reader(kind: str) -> Callable[[bytes, str], Document]:
    if kind == "docx":
        from ingest import docx

        return docx.read
    if kind == "pdf":
        from ingest import pdf

        return pdf.read
    from ingest import html

    return html.read


__all__ = ["read"]
