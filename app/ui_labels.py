"""Other people's text for a label of Streamlit, which reads every label as Markdown."""

from __future__ import annotations

import re
import string

_BREAK = "\u2060"  # word joiner: nobody sees it, and Markdown no longer sees a link or a symbol


def shortened(text: str, limit: int) -> str:
    """`text` on one line, no longer than `limit`."""
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def capital(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def plain_label(text: str, limit: int = 120) -> str:
    """`text` for a label that Streamlit reads as Markdown: no link, image, emoji, formula or directive."""
    text = shortened(text, limit)
    text = re.sub(r"(?i)(https?|www|ftp|mailto)(?=[:.])", r"\1" + _BREAK, text)
    text = re.sub(r"(?<=[-<:@])|(?=[->:@])", _BREAK, text)
    return "".join("\\" + c if c in string.punctuation else c for c in text)


__all__ = ["capital", "plain_label", "shortened"]
