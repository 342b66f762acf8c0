"""Vietnamese text: one normal form, folding, words.

Every text enters through `nfc`. Folding ("xuất khẩu" -> "xuat khau") keeps the
number of characters, so that a place in the folded text is a place in the text.
"""

from __future__ import annotations

import re
import unicodedata

# Characters nobody sees: zero-width, direction marks, soft hyphen, BOM, fillers, tags, variation selectors.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Vietnamese capitals, for use within brackets: a range of code points would hold small letters too.
UPPER = "".join(c for c in map(chr, (*range(65, 91), *range(0xC0, 0x1EFA))) if c.isupper())
PROPER = re.compile(rf"\w+\s+[{UPPER}][a-zà-ỹ]")  # a name of two words or more: "Hàn Quốc"
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")


def nfc(text: str) -> str:
    """`text` in NFC, with plain spaces and line ends and nothing invisible."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")
    # Last: a letter and its mark may have had something invisible between them.
    return unicodedata.normalize("NFC", _CONTROL.sub("", INVISIBLE.sub("", _SPACES.sub(" ", text))))


def fold(text: str) -> str:
    """`text` in lower case without diacritics, with as many characters as before."""
    out = []
    for char in text:
        if char in "đĐ":
            out.append("d")
            continue
        base = unicodedata.normalize("NFD", char)[0].lower()
        out.append(base if len(base) == 1 else char)
    return "".join(out)


# Old and new placement of the tone mark, and i for y: the same words.
_TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
          "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}  # fmt: skip
_TONE = re.compile(r"(?<!q)(" + "|".join(_TONES) + r")(?![^\W\d_])", re.I)


def new_tones(text: str) -> str:
    """`text` with its tone marks in the new places and "tỉ" as "tỷ": "Hoà" as "Hòa". Letter case and length are kept."""

    def placed(m: re.Match[str]) -> str:
        return "".join(n.upper() if o.isupper() else n for o, n in zip(m[1], _TONES[m[1].lower()]))

    return re.sub(r"\b([Tt])ỉ\b", r"\1ỷ", _TONE.sub(placed, text))


def same_words(text: str) -> str:
    """`text` in lower case in one spelling: "hoà" as "hòa", "tỉ đồng" as "tỷ đồng". Length is kept."""
    return new_tones(text.lower() if len(text.lower()) == len(text) else text)


WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+", re.UNICODE)


def words(text: str) -> list[str]:
    """Syllables and numbers of `text`, in one spelling and lower case."""
    return WORD.findall(same_words(text))
