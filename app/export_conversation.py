"""A conversation as a file to send on: Markdown or Word, each answer with its numbered citations.

Questions, answers and quotes are other people's text: in Markdown every sign that could mean something is disarmed, in Word
they are runs of text and nothing else. Not here: keeping conversations (`vectorstore.conversations`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from report.text import nfc

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from vectorstore.conversations import Conversation, Turn

ORIGIN = "Hỏi báo cáo: mỗi con số đi kèm đúng câu của báo cáo nêu nó. Hãy đối chiếu với báo cáo gốc trước khi đăng."
VIETNAM = timezone(timedelta(hours=7))

# A backslash before any of these makes it a letter; the second only means something at the start of a line.
_SIGNS = re.compile(r"([\\`*_{}\[\]!|~^=$#])")
_START = re.compile(r"^(\d{0,9})([-+.):])")
# "<", ">" and "&" become entities: a renderer that lets HTML through has none to let through.
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_AUTOLINK = re.compile(r"(?i)(?:https?|ftp|file|mailto|javascript|data|vbscript)\s*:|www\.|@")
_XML_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_markdown(conversation: Conversation, turns: Sequence[Turn]) -> str:
    """The conversation as CommonMark."""
    lines = [f"# {_md(conversation.title)}", "", f"{_md(when_words(conversation.created_at))}", ""]
    for number, turn in enumerate(turns, 1):
        answer = turn.answer
        lines += [f"## {number}\\. {_md(turn.question)}", "", _md(_text(answer, "answer")), ""]
        for label, said in _extras(answer):
            lines += [f"{label}: {_md(said)}", ""]
        for c in _citations(answer):
            lines += [f"\\[{_md(_text(c, 'n'))}\\] {_md(_place(c))}", ""]
            lines += [f"> {_md(line)}" if line.strip() else ">" for line in _lines(_text(c, "quote"))]
            lines.append("")
    lines += ["---", "", ORIGIN, ""]
    return "\n".join(lines)


def to_docx(conversation: Conversation, turns: Sequence[Turn]) -> bytes:
    """The conversation as a Word document."""
    from docx import Document as new_document
    from docx.shared import Pt

    document = new_document()
    document.core_properties.title = _xml(conversation.title)[:255]
    document.core_properties.author = "Hỏi báo cáo"
    document.core_properties.comments = ""
    document.core_properties.language = "vi-VN"
    document.styles["Normal"].font.size = Pt(11)
    _write(document, conversation.title, "Title")
    _write(document, when_words(conversation.created_at), "Normal")
    for number, turn in enumerate(turns, 1):
        answer = turn.answer
        _write(document, f"{number}. {turn.question}", "Heading 1")
        _write(document, _text(answer, "answer"), "Normal")
        for label, said in _extras(answer):
            _write(document, f"{label}: {said}", "Normal")
        for c in _citations(answer):
            _write(document, f"[{_text(c, 'n')}] {_place(c)}", "Normal", small=True)
            _write(document, _text(c, "quote").strip(), "Quote", small=True)
    _write(document, ORIGIN, "Normal", small=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write(document: Document, text: str, style: str, *, small: bool = False) -> Paragraph:
    from docx.shared import Pt

    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(_xml(text))
    if small:
        run.font.size = Pt(9.5)
    return paragraph


def _md(text: str) -> str:
    """`text` as Markdown that shows just these characters, on one line."""
    text = " ".join(nfc(text).split())
    if _AUTOLINK.search(text):
        text = text.replace(":", "\0c").replace("@", "\0a").replace("www.", "www\0d")
    text = "".join(_ENTITIES.get(char, char) for char in text)
    text = _START.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))
    # As entities, no renderer's search for bare addresses finds one.
    return text.replace("\0c", "&#58;").replace("\0a", "&#64;").replace("\0d", "&#46;")


def _xml(text: str) -> str:
    return _XML_ILLEGAL.sub(" ", nfc(text))


def _lines(text: str) -> list[str]:
    return nfc(text).strip().splitlines() or [""]


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    return "" if value is None else str(value)


def _extras(answer: dict[str, Any]) -> Iterable[tuple[str, str]]:
    """What stands beside the answer's text, with its name."""
    if verdict := _text(answer, "verdict"):
        yield "Kết luận", verdict
    if calculation := _text(answer, "calculation"):
        yield "Phép tính", calculation
    writer = _text(answer, "writer")
    if writer and writer != "composer":
        yield "Người viết", f"mô hình {writer}"


def _citations(answer: dict[str, Any]) -> list[dict[str, Any]]:
    found = answer.get("citations")
    return [c for c in found if isinstance(c, dict)] if isinstance(found, list) else []


def _place(citation: dict[str, Any]) -> str:
    """Report, section and page of a quote."""
    page = _text(citation, "page")
    return " · ".join(part for part in (_text(citation, "report"), _text(citation, "section"), f"trang {page}" if page else "") if part)


def when_words(moment: str) -> str:
    """A kept time as Vietnam writes it."""
    try:
        return datetime.fromisoformat(moment).astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return moment


__all__ = ["to_docx", "to_markdown", "when_words"]
