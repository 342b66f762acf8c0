"""A file on disk becomes text: limits, formats, encodings.

A format is a row of `_READERS`: its reader turns bytes into text and says whether that text is Markdown, or what the file
knows of its lines. Formats that are not plain text are read in a child process (`sandbox`). Not here: what the text says
(`outline`).
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ingest import sandbox
from ingest.errors import IngestError
from ingest.layout import Layout, lay_out
from ingest.outline import read_text
from ingest.passages import passages
from ingest.unseen import seen
from report.model import Passage, Report
from report.text import nfc

MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a format's reader found in the bytes."""

    text: str
    markdown: bool = False
    layout: Layout | None = None
    title: str = ""  # of the file's properties


def read_file(path: Path, *, title: str | None = None) -> tuple[Report, tuple[Passage, ...]]:
    """The report in the file at `path` with its passages; named `title`, else by the file's stem.

    Raises IngestError with one Vietnamese line.
    """
    shown = _shown(path.name or str(path))
    data = _bytes(path, shown)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        kind = f"định dạng {_shown(path.suffix)}" if path.suffix else "tệp không có phần mở rộng"
        raise IngestError(f"Chưa đọc được {kind} (tệp {shown}); hãy dùng một trong các định dạng: {', '.join(FORMATS)}.")
    extracted = reader(data, shown)
    text = extracted.text if extracted.layout else nfc(extracted.text)
    if not re.search(r"[^\W\d_]{2}", text):
        raise IngestError(f"Tệp {shown} không có chữ nào để đọc; hãy kiểm tra lại nội dung tệp.")
    name = " ".join(nfc(title if title and title.strip() else path.stem).split())
    report = read_text(text, name=name, title=name if title and title.strip() else None, markdown=extracted.markdown,
                       sha256=hashlib.sha256(data).hexdigest(), source=nfc(path.name), layout=extracted.layout, titled=extracted.title)  # fmt: skip
    found = passages(report)
    if extracted.layout and extracted.layout.pages:
        # A table or paragraph may reach over several pages: each passage has the page on which it starts.
        found = tuple(replace(p, page=extracted.layout.page_at(p.span.start)) for p in found)
    return report, found


def _shown(name: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "?", nfc(name))


def _bytes(path: Path, shown: str) -> bytes:
    try:
        if path.is_dir():
            raise IngestError(f"{shown} là thư mục, không phải tệp; hãy chỉ rõ từng tệp cần nạp.")
        if not path.exists():
            raise IngestError(f"Không tìm thấy tệp {shown}; hãy kiểm tra lại tên và đường dẫn.")
        if not path.is_file():
            raise IngestError(f"{shown} không phải là tệp thường; hãy lưu nội dung ra một tệp rồi nạp lại.")
        size = path.stat().st_size
        if size == 0:
            raise IngestError(f"Tệp {shown} rỗng; hãy chọn tệp có nội dung.")
        if size > MAX_BYTES:
            raise IngestError(f"Tệp {shown} nặng {size / 1048576:.0f} MB, quá giới hạn {MAX_BYTES // 1048576} MB; hãy chia nhỏ tệp.")
        return path.read_bytes()
    except PermissionError as error:
        raise IngestError(f"Không có quyền đọc tệp {shown}; hãy cấp quyền đọc rồi thử lại.") from error
    except (OSError, ValueError) as error:
        raise IngestError(f"Không đọc được tệp {shown}; hãy kiểm tra ổ đĩa và đường dẫn rồi thử lại.") from error


_MAGIC = ((b"%PDF", "PDF"), (b"PK\x03\x04", "Word, Excel hoặc tệp nén"), (b"\xd0\xcf\x11\xe0", "Word hoặc Excel đời cũ"), (b"{\\rtf", "RTF"))
_COMMON = re.compile(r"(?<!\w)(?:và|của|các|năm|đạt|tăng|giảm|được|với|trong|đồng|là|tỷ|triệu|tấn|công|nghiệp|xuất|nhập|khẩu|sản|tỉnh|huyện|xã|theo|có|những|cho|một)(?!\w)", re.I)
_MARKED = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I)


def decode(data: bytes, shown: str) -> str:
    """`data` as text: UTF-8, UTF-16 with or without its mark, or Windows-1258.

    Raises IngestError for what is binary or written in another encoding.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise IngestError(f"Tệp {shown} thật ra là tệp {kind}, không phải văn bản thuần; hãy lưu lại dưới dạng .txt hoặc .md, mã UTF-8.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise IngestError(f"Tệp {shown} ghi mã UTF-16 bị hỏng; hãy mở và lưu lại với mã UTF-8.") from error
    binary = IngestError(f"Tệp {shown} là tệp nhị phân, không phải văn bản; hãy chọn tệp văn bản (.txt, .md) lưu mã UTF-8.")
    if b"\0" in data:
        wide = _utf16(data)
        if wide is None:
            raise binary
        return wide
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _windows(data, shown)
    if sum(c < 32 and c not in (9, 10, 11, 12, 13) for c in data[:65536]) > max(2, len(data[:65536]) // 100):
        raise binary
    return text


def _utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: one byte of each pair is nearly always 00, 01, 1E or 20."""
    if len(data) % 2:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = data[first:200000:2]
        if high.count(0) > 0.3 * len(high) and sum(b in (0, 1, 0x1E, 0x20) for b in high) > 0.97 * len(high):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return None if "\0" in text else text
    return None


def _windows(data: bytes, shown: str) -> str:
    refuse = IngestError(f"Không nhận ra bảng mã của tệp {shown} (có thể là TCVN3, VNI); hãy mở tệp và lưu lại với mã UTF-8.")
    try:
        text = nfc(data.decode("cp1258"))
    except UnicodeDecodeError as error:
        raise refuse from error
    sample = text[:100000]
    count = max(1, len(re.findall(r"[^\W_]+", sample)))
    # In real Vietnamese most syllables carry a mark and every fifteenth or so is one of the commonest.
    if len(_MARKED.findall(sample)) < 0.3 * count or len(_COMMON.findall(sample)) < max(1, count / 30) or re.search("[\x80-\x9f]", sample):
        raise refuse
    return text


def _plain(data: bytes, shown: str) -> Extracted:
    return Extracted(decode(data, shown))


def _markdown(data: bytes, shown: str) -> Extracted:
    return Extracted(seen(decode(data, shown)), markdown=True)


def _foreign(kind: str) -> Callable[[bytes, str], Extracted]:
    def read(data: bytes, shown: str) -> Extracted:
        document = sandbox.read(kind, data, shown)
        text, layout = lay_out(document)
        return Extracted(text, layout=layout, title=" ".join(nfc(document.title).split())[:300])

    return read


_READERS: dict[str, Callable[[bytes, str], Extracted]] = {
    ".txt": _plain, ".md": _markdown, ".markdown": _markdown, ".docx": _foreign("docx"), ".pdf": _foreign("pdf"), ".html": _foreign("html"), ".htm": _foreign("html"),
}  # fmt: skip
FORMATS = tuple(_READERS)
