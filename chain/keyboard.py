"""Letters left over from a Vietnamese keyboard: Telex ("xuaats khaaur") and VNI ("xuat61 kha63u") typed with the keyboard off.

Only a word that is none as it stands, and is one when its keys are read, is changed: "export", "q3" and "km2" stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_MARKS = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_MARKS = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VOWELS = "aăâeêioôơuưy"
_SHAPES = (("uow", "ươ"), ("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"))
_LATE = (("a", "a", "â"), ("e", "e", "ê"), ("o", "o", "ô"), ("d", "d", "đ"))  # the second key at the end: "xuata", "diend"
_VNI_SHAPES = {"6": str.maketrans("aeo", "âêô"), "7": str.maketrans("uo", "ươ"), "8": str.maketrans("a", "ă"), "9": str.maketrans("d", "đ")}


def _toned(word: str, mark: str) -> list[str]:
    """`word` with its tone on each vowel that could bear it, the likeliest first."""
    places = [i for i, c in enumerate(word) if c in _VOWELS]
    places.sort(key=lambda i: (word[i] not in "ăâêôơư", -i if i + 1 < len(word) and word[i + 1 :].strip(_VOWELS) else i))
    return [unicodedata.normalize("NFC", word[: i + 1] + mark + word[i + 1 :]) for i in places]


def _shaped(word: str) -> list[str]:
    out = [word]
    for keys, letter in _SHAPES:
        out += [w.replace(keys, letter, 1) for w in out if keys in w]
    for first, second, letter in _LATE:
        out += [w[: w.index(first)] + letter + w[w.index(first) + 1 : -1] for w in [word] if w.endswith(second) and first in w[:-1]]
    if word.endswith("w") and re.search("[uoa]", word[:-1]):
        out.append(word[:-1].replace("uo", "ươ").replace("ua", "ưa") if re.search("u[oa]", word) else re.sub("[uoa]", lambda m: {"u": "ư", "o": "ơ", "a": "ă"}[m[0]], word[:-1], count=1))
    return out


def telex(word: str, known: Callable[[str], bool]) -> str | None:
    """The syllable that the keys of `word` spell in Telex, or None."""
    low = word.lower()
    if not low.isascii() or not low.isalpha() or len(low) < 3 or len(low) > 10:
        return None
    tones = [(i, c) for i, c in enumerate(low) if c in _MARKS and i > 0]
    tried = [(low, "")] + [(low[:i] + low[i + 1 :], _MARKS[c]) for i, c in reversed(tones)]
    for bare, mark in tried:
        for shape in reversed(_shaped(bare)):
            for option in _toned(shape, mark) if mark else [shape]:
                if option != low and known(option):
                    return option
    return None


def swapped(word: str, known: Callable[[str], bool]) -> str | None:
    """The one syllable that Telex keys spell where two neighbouring vowels are put right: "ngaoif" for "ngoaif". Or None."""
    low = word.lower()
    if len(low) < _LONG or low[-1] not in _MARKS:
        return None
    turned = (low[:i] + low[i + 1] + low[i] + low[i + 2 :] for i in range(len(low) - 2) if low[i] in "aeiouy" and low[i + 1] in "aeiouy" and low[i] != low[i + 1])
    found = {meant for w in turned if (meant := telex(w, known)) is not None}
    return found.pop() if len(found) == 1 else None


_LONG = 6  # letters: shorter ones may be words of another language


# Words that a number belongs to: their digit is no key.
_COUNTED = frozenset(["thang", "quy", "nam", "ky", "tuan", "ngay", "vu", "dot", "so", "cum", "ron", "loai", "lan", "top", "bai", "nhom", "muc", "bang", "cap", "hang", "co", "vung", "khu", "ql", "tl"])


def vni(word: str, known: Callable[[str], bool]) -> str | None:
    """The syllable that the keys of `word` spell in VNI; its bare letters where the keys of its shape were left out ("khau3"). Or None."""
    low = word.lower()
    if not re.fullmatch(r"[a-z][a-z]+(?:[1-9][a-z]*){1,3}|[a-z][1-9][a-z]+\d?", low):
        return None
    bare = plain = re.sub(r"\d", "", low)
    if plain in _COUNTED and low[-1].isdigit():
        return None
    mark = ""
    for digit in re.findall(r"\d", low):
        if digit in _VNI_MARKS:
            if mark:
                return None
            mark = _VNI_MARKS[digit]
        elif bare == (bare := bare.translate(_VNI_SHAPES[digit])):
            return None
    found = next((o for o in (_toned(bare, mark) if mark else [bare]) if known(o)), None)
    return found or (plain if mark and bare == plain and len(plain) > 2 else None)


def untyped(text: str, known: Callable[[str], bool], keep: Callable[[str], bool]) -> str:
    """`text` with the words read that keyboard keys are left in. `known`: a syllable; `keep`: a word not to be touched.

    One such word alone is left unless it holds a doubled or a shaping key: "fax" is no "fã".
    """
    pieces = list(re.finditer(r"[A-Za-z][A-Za-z0-9]*", text))
    read: dict[int, str] = {}
    sure = 0
    for i, m in enumerate(pieces):
        word = m[0]
        if m.end() < len(text) and (text[m.end()].isalnum() or text[m.end()] == "_") or m.start() and text[m.start() - 1].isalnum():
            continue
        if keep(word.lower()):
            continue
        meant = vni(word, known) if re.search(r"\d", word) else telex(word, known)
        if meant is None and (meant := swapped(word, known)) is not None:
            sure += 1
        if meant is not None:
            read[i] = meant
            sure += bool(re.search(r"dd|aa|ee|oo|[aou]w|[a-z]{3,}\d|\d[a-z]+\d", word.lower()))
    if len(read) < 2 and not (sure and not re.search(r"\d", pieces[next(iter(read))][0])):
        return text
    out, at = [], 0
    for i, m in enumerate(pieces):
        out += [text[at : m.start()], read.get(i, m[0])]
        at = m.end()
    return "".join(out) + text[at:]
