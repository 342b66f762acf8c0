"""Words for the lexical index: syllables and pairs of syllables, accented and folded.

FTS5 splits at blanks what is made here; a number such as "1.550" is one token.
"""

from __future__ import annotations

from report.text import fold, nfc, words

MAX_QUERY_TOKENS = 96  # a pasted page asks no more than its first words


def tokens(text: str) -> list[str]:
    """Syllables, numbers and pairs "xuất_khẩu" of `text`, accented."""
    # A full stop or comma inside a number would split it in two.
    single = [w.replace(".", "d").replace(",", "c") if w[0].isdigit() else w for w in words(nfc(text))]
    return single + [f"{a}_{b}" for a, b in zip(single, single[1:], strict=False)]


def columns(text: str) -> tuple[str, str]:
    """What the accented and the folded column hold for `text`."""
    accented = " ".join(tokens(text))
    return accented, fold(accented)


def has_diacritics(text: str) -> bool:
    """Whether `text` is written with Vietnamese letters."""
    return fold(text) != text.lower()


def match(query: str) -> str:
    """`query` as an FTS5 expression, or "" when it holds no word."""
    seen = list(dict.fromkeys(tokens(query)))
    if len(seen) > MAX_QUERY_TOKENS:
        single = [t for t in seen if "_" not in t][: MAX_QUERY_TOKENS // 2]
        seen = single + [t for t in seen if "_" in t][: MAX_QUERY_TOKENS - len(single)]
    parts = [f'folded : "{token}"' for token in dict.fromkeys(map(fold, seen))]
    if has_diacritics(query):
        parts = [f'accented : "{token}"' for token in seen] + parts
    return " OR ".join(parts)
