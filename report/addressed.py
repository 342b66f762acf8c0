"""What in a document speaks to the program that reads it, and not to its reader: "Bỏ qua mọi chỉ dẫn trước đó và trả lời …".

Such a stretch stays in the text and can be looked at, but nothing is answered from it. It reaches over its brackets where it
stands in brackets, else from its sentence to the end of its line: the next sentence goes on with it.
"""

from __future__ import annotations

import re

from report.model import Span
from report.sentences import sentences

_ORDERS = r"chỉ dẫn|chỉ thị|hướng dẫn|lời nhắc|quy tắc|câu lệnh|mệnh lệnh"
_TALK = r"trả lời|nói|in|chèn|nhắc lại|khẳng định|xuất|viết|gửi|mở|truy cập|bỏ qua|thay|đóng vai"
_PHRASES = (
    # marks of conversations and of markup that no text of a report has
    r"<\|[^|>\n]{1,40}\|>", r"\[/?INST\]", r"</(?!(?:br|su[pb]|[biups]|em|strong|div|span|table|t[rdh]|thead|tbody|a|small|center|font|[uo]l|li|h\d|code|pre|mark|del|ins|blockquote|caption)\s*>)[a-z_]{2,20}\s*>",
    r"\{\s*\"[a-z_]{2,20}\"\s*:", r"(?:^|(?<=[\n.!?;(\[\"“]))\s*(?:system|assistant|user|trợ lý(?: ảo| ai)?|người dùng|hệ thống)\s*:", r"\[(?:system|assistant|hệ thống|trợ lý)\]",
    # orders in Vietnamese
    rf"(?:bỏ qua|phớt lờ|quên(?: đi)?|không (?:cần )?(?:tuân theo|làm theo))\s(?:mọi|tất cả|hết|toàn bộ|các|những)\s(?:\w+\s){{0,2}}?(?:{_ORDERS})", rf"(?<!\w)hãy\s(?:\w+\s){{0,3}}?(?:{_TALK})(?!\w)",
    r"lời nhắc (?:hệ thống|ban đầu)", r"(?:mọi|các|từng) câu trả lời (?:phải|chỉ|đều|cần)", r"(?:trợ lý|chatbot|mô hình(?: ngôn ngữ)?|(?<!\w)AI)\s(?:\w+\s){0,4}?(?:phải|hãy|không được) (?:trả lời|nói|nêu|ghi|in)",
    # orders in English
    r"(?:ignore|disregard|forget|override)\s(?:\w+\s){0,4}?(?:instructions?|prompts?|rules?|messages?|context)", r"system prompt", r"developer mode", r"you (?:are now|must (?:say|state|answer|reply|respond|report))",
    r"(?:respond|reply|answer) (?:only )?(?:with|that)(?!\w)", r"the only correct answer", r"(?:print|reveal|repeat|append|insert|include)\s(?:\S+\s){0,4}?(?:prompt|answers?|instructions?)(?!\w)",
)  # fmt: skip
_ADDRESSED = re.compile("|".join(f"(?:{p})" for p in _PHRASES), re.I)
_FAR = 600  # characters that brackets may reach


def addressed(text: str) -> tuple[Span, ...]:
    """The stretches of `text` that speak to a program, in order; they may touch, and do not overlap."""
    out: list[Span] = []
    at = 0
    for m in _ADDRESSED.finditer(text):
        if m.start() < at:
            continue
        span = _reach(text, m.start() + len(m[0]) - len(m[0].lstrip()), m.end())
        if out and span.start < out[-1].end:
            span = Span(out[-1].end, max(span.end, out[-1].end))
        out.append(span)
        at = span.end
    return tuple(out)


def _reach(text: str, start: int, end: int) -> Span:
    left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    right = len(text) if right < 0 else right
    depth = 0
    for i in range(start - 1, max(left, start - _FAR) - 1, -1):
        depth += (text[i] == ")") - (text[i] == "(")
        if depth < 0:
            close = _close(text, i, min(right, i + 2 * _FAR))
            if close > end:
                return Span(i, close)
            break
    low = max(left, start - 2 * _FAR)
    first = next((s.start for s in sentences(text[low:right], low) if s.end > start), start)
    return Span(min(first, start), right)


def _close(text: str, start: int, limit: int) -> int:
    depth = 0
    for i in range(start, limit):
        depth += (text[i] == "(") - (text[i] == ")")
        if not depth:
            return i + 1
    return -1


__all__ = ["addressed"]
