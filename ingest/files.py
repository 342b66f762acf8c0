"""A file's bytes become text. Formats are a table; what is not in it is refused by name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from ingest.errors import IngestError
from ingest.outline import read_text
from ingest.passages import passages
from report.model import Passage, Report
from report.text import nfc

MAX_BYTES = 20 * 1024 * 1024

_LETTERS = re.compile(r"[^\W\d_]")
_VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I)


def decode(data: bytes, name: str) -> str:
    """The NFC text of `data`: UTF-8, UTF-16, or Windows-1258 where that reads as Vietnamese.

    Raises IngestError for anything else.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return nfc(data.decode("utf-16"))
        except UnicodeDecodeError as error:
            raise IngestError(f"{name}: tệp UTF-16 bị hỏng; hãy lưu lại bằng mã UTF-8 rồi nạp lại.") from error
    zeros = data[:4000].count(0)
    if zeros:
        for encoding, part in (("utf-16-le", data[1:4000:2]), ("utf-16-be", data[0:4000:2])):
            if len(data) % 2 == 0 and part.count(0) > 0.5 * len(part):
                try:
                    return nfc(data.decode(encoding))
                except UnicodeDecodeError:
                    continue
        raise IngestError(f"{name}: tệp nhị phân, không phải văn bản; hãy lưu báo cáo thành .txt hoặc .md (UTF-8).")
    try:
        return nfc(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        text = nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    letters, marked = len(_LETTERS.findall(text)), len(_VIETNAMESE.findall(text))
    if letters and 0.08 < marked / letters < 0.6 and not re.search(r"[\x00-\x08\x0e-\x1f]", text):
        return text
    raise IngestError(f"{name}: không đọc được bảng mã của tệp; hãy lưu lại bằng mã UTF-8 rồi nạp lại.")


def _plain(data: bytes, path: Path, title: str | None, digest: str) -> Report:
    name = nfc(title or path.stem)
    return read_text(decode(data, path.name), name=name, title=title, markdown=False, sha256=digest, source=path.name)


def _markdown(data: bytes, path: Path, title: str | None, digest: str) -> Report:
    name = nfc(title or path.stem)
    return read_text(decode(data, path.name), name=name, title=title, markdown=True, sha256=digest, source=path.name)


FORMATS: dict[str, Callable[[bytes, Path, str | None, str], Report]] = {".txt": _plain, ".md": _markdown, ".markdown": _markdown}


def read_file(path: Path, *, title: str | None = None) -> tuple[Report, tuple[Passage, ...]]:
    """The report in the file at `path`, named by `title` or the file's stem, and its passages.

    Raises IngestError with one Vietnamese line when the file cannot be read as a report.
    """
    path = Path(path)
    if not path.exists():
        raise IngestError(f"{path.name}: không tìm thấy tệp; hãy kiểm tra lại đường dẫn.")
    if path.is_dir():
        raise IngestError(f"{path.name}: đây là thư mục, không phải tệp; hãy chọn từng tệp báo cáo.")
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(FORMATS)
        raise IngestError(f"{path.name}: chưa đọc được định dạng “{path.suffix or 'không có đuôi'}”; các định dạng đọc được: {known}.")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise IngestError(f"{path.name}: tệp {size // 1048576} MB, quá giới hạn {MAX_BYTES // 1048576} MB; hãy tách báo cáo thành các tệp nhỏ hơn.")
        data = path.read_bytes()
    except OSError as error:
        raise IngestError(f"{path.name}: không mở được tệp ({error.strerror}); hãy kiểm tra quyền đọc.") from error
    if not data.strip():
        raise IngestError(f"{path.name}: tệp trống, không có gì để nạp.")
    report = reader(data, path, title, hashlib.sha256(data).hexdigest())
    if not _LETTERS.search(report.text):
        raise IngestError(f"{path.name}: tệp không có chữ nào để đọc.")
    return report, passages(report)
