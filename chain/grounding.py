"""What a sentence of a language model may be made of, before its figures are verified (`chain.verify`).

The composer's answer is the frame: a sentence may drop, join and reorder what it says, and add small words that claim
nothing. Any other word, number, mark or address costs the sentence. Where no figure binds the words, their order does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chain.answer import Answer, Citation
from report.periods import periods
from report.text import nfc, words
from report.units import unit_at

MARK = re.compile(r"\[(\d{1,3})\]")
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")  # a date is one

_MINUS = re.compile(r"(?:^|[^\d\s/])\s*[-−–]\s?\d")

# Syllables that claim nothing by themselves. Not here: directions, comparisons, negations, causes, modalities, numerals.
_FREE = frozenset(
    words(
        "theo báo cáo nêu cho biết thì là và với của trong đó ở tại về các những này kia còn cũng đã được có năm giai đoạn quý tháng vào "
        "con số liệu cụ thể tương ứng riêng bên cạnh ngoài ra đồng thời rõ ghi nhận đạt tức như vậy đối câu trả lời "
        "dẫn nguồn trích mức tính đến thời điểm khi việc lưu ý đây cần phân biệt"
    )
)
_FORM = re.compile(r"[<>{}`|\\\x00-\x08]|!\[|\]\(|://|\bwww\.|@|(?<![\w.])[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*\.[a-z]{2,}(?!\w)|^\s*(?:#|>|\*\*\*)", re.I)
# What turns a statement around: each must stand before the same word as in the frame.
_NEGATIONS = frozenset(("không", "chưa", "chẳng", "chả"))
_POLAR = _NEGATIONS | frozenset(words("tăng giảm vượt hụt cao thấp hơn kém nhất lên xuống thặng thâm siêu"))
_CONFUSABLE = re.compile(r"\s*Đừng nhầm với:.*", re.S)
_RUN = 6  # words of the prompt in a row that no answer has by chance


def tidy(text: str) -> str:
    """A model's text in NFC without what nobody sees, its thinking and its emphasis; marks as [1] [2]."""
    text = nfc(text)
    text = re.sub(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", "", text, flags=re.S | re.I)
    text = re.sub(r"\*\*|__", "", text)
    text = re.sub(r"[\[【]\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*[\]】]", lambda m: " ".join(f"[{n}]" for n in re.findall(r"\d+", m[1])), text)
    # A bullet before a number would read as a minus.
    text = re.sub(r"^[ \t]*(?:[-–—•*+][ \t]+)+", "", text, flags=re.M)
    # A mark after the full stop belongs to the sentence before it.
    text = re.sub(r"([.!?…]+)((?:[ \t]*\[\d{1,3}\])+)(?![ \t]*[.!?])", lambda m: f" {m[2].strip()}{m[1] if m[1] in '.!?' else '.'}", text)
    # A line that ends with a mark ends a sentence.
    text = re.sub(r"(\[\d{1,3}\])[ \t]*(?=\n)", r"\1.", text)
    # So does one that opens a line, as the quotes were numbered.
    return re.sub(r"^\s*((?:\[\d{1,3}\]\s*)+)(?=\S)([^\n]*?)((?:\s*\[\d{1,3}\])*)\s*([.!?]?)\s*$", _moved, text, flags=re.M)


def _moved(m: re.Match[str]) -> str:
    marks = dict.fromkeys(MARK.findall(m[1]) + MARK.findall(m[3]))
    return m[2].rstrip(".!? ") + "".join(f" [{n}]" for n in marks) + m[4]


def framed(composed: Answer) -> tuple[Answer, str]:
    """The part of the composer's answer that a model may write anew, and the warning of other figures that stays as it is."""
    main = _CONFUSABLE.sub("", composed.text)
    have = set(numbers(main))
    figures = tuple(f for f in composed.figures if all(n in have for n in numbers(f.text)))
    return replace(composed, text=main, figures=figures), composed.text[len(main) :]


def numbers(text: str) -> list[str]:
    """The numbers of `text`, as printed, without the marks."""
    return NUMBER.findall(MARK.sub(" ", text))


def fault(sentence: str, frame: Answer, prompt: str = "") -> str:
    """Why `sentence` may not stand in the place of `frame` (see `framed`), in Vietnamese; "" when it may."""
    if _FORM.search(sentence):
        return "có địa chỉ, mã hoặc định dạng lạ"
    marks = {int(n) for n in MARK.findall(sentence)}
    cited = [c for c in frame.citations if c.n in marks]
    if not marks:
        return "không dẫn nguồn"
    if len(cited) < len(marks):
        return "dẫn nguồn không có"
    said = words(MARK.sub(" ", sentence))
    stated = words(MARK.sub(" ", frame.text))
    if _run(said, words(prompt), stated):
        return "lặp lại lời nhắc"
    if not _carried(sentence, cited, frame):
        return "con số không có trong nguồn được dẫn"
    known = set(stated) | {w for f in frame.figures for w in words(f.indicator)}
    if any(w not in known and w not in _FREE for w in said):
        return "có điều báo cáo không nêu"
    if not frame.figures and not _in_order(said, cited):
        return "không theo đúng câu của báo cáo"
    return ""


def lacks(text: str, frame: Answer) -> str:
    """What of `frame` the whole `text` leaves out, in Vietnamese; "" when it says what was asked."""
    have = set(numbers(text))
    for f in frame.figures:
        if any(n not in have for n in numbers(f.text)):
            return f"không nêu {f.text}"
    # what a quoted sentence counts was asked for too: "bốn nhóm tăng nhẹ: … 0,18%; … 0,09%"
    for n, printed in _counted(frame.text):
        if n not in have:
            return f"không nêu {printed}"
    if frame.calculation:
        results = [numbers(re.split("[=≈]", part)[-1]) for part in frame.calculation.split(";")]
        if any(n not in have for found in results for n in found if n in numbers(frame.text)):
            return "không nêu kết quả phép tính"
    if not frame.figures:
        wanted_words = [w for w in words(MARK.sub(" ", frame.text)) if w not in _FREE]
        said = set(words(text))
        if sum(w in said for w in wanted_words) < 0.7 * len(wanted_words):
            return "không nêu đủ ý được hỏi"
    return ""


def _counted(text: str) -> list[tuple[str, str]]:
    """The numbers of `text` that a unit follows, each with the figure as it is printed; times are none."""
    plain = MARK.sub(" ", text)
    times = [(m.start, m.end) for m in periods(plain)]
    out = []
    for m in NUMBER.finditer(plain):
        unit = unit_at(plain, m.end())
        if unit is not None and not any(a <= m.start() < b for a, b in times):
            out.append((m[0], plain[m.start() : unit.end].strip()))
    return out


def _carried(sentence: str, cited: Sequence[Citation], frame: Answer) -> bool:
    """Whether every number is in the frame, and each figure's in a quote that the sentence cites."""
    stated = set(numbers(frame.text))
    if _MINUS.search(MARK.sub("", sentence)) and not _MINUS.search(MARK.sub("", frame.text)):
        return False
    held = {n for c in cited for n in NUMBER.findall(f"{c.quote} {c.section}")} | set(numbers(frame.calculation or ""))
    figures = {n for f in frame.figures for n in numbers(f.text)}
    return all(n in stated and (n in held or n not in figures) for n in numbers(sentence))


def _run(said: Sequence[str], prompt: Sequence[str], stated: Sequence[str]) -> bool:
    return bool((_runs(prompt) - _runs(stated)) & _runs(said))


def _runs(row: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(row[i : i + _RUN]) for i in range(len(row) - _RUN + 1)}


def _in_order(said: Sequence[str], cited: Iterable[Citation]) -> bool:
    """Whether the words follow one of the quotes in order, with every turn of the meaning where it stands there."""
    wanted = [w for w in said if w not in _FREE or w in _POLAR]
    return any(_follows(wanted, words(c.quote)) for c in cited)


def _follows(wanted: Sequence[str], quote: Sequence[str]) -> bool:
    at, places = 0, []
    for w in wanted:
        try:
            at = list(quote).index(w, at)
        except ValueError:
            return False
        places.append(at)
        at += 1
    if not places:
        return False
    # What turns the meaning may not be dropped out of the stretch that is repeated, nor just before it.
    kept = set(places)
    return not any(quote[i] in _POLAR and i not in kept for i in range(max(0, places[0] - 3), places[-1] + 1))


__all__ = ["fault", "framed", "lacks", "numbers", "tidy"]
