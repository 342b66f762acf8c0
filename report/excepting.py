"""What a figure leaves out or takes in, told beside its name: "thu nội địa (không kể tiền sử dụng đất) 6.182 tỷ đồng".

Such words are set aside before a sentence is read, so that they tear no name apart, and narrow the figures they are told of
afterwards: two figures of one name, of which one leaves something out, are two figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report.lexicon import DELIMITER, TRIGGER
from report.model import Figure
from report.numbers import Quantity
from report.phrases import joined

_LEAVES_OUT = r"(?:không|chưa) (?:kể|tính|bao gồm|gồm)(?: đến)?|(?:đã )?loại trừ|gạt|(?:bóc|tách|để) riêng"
_IF_LEFT_OUT = r"loại(?: trừ| bỏ| ra)?|bỏ"  # after "nếu" alone: "Nếu loại tiền sử dụng đất, thu nội địa …"
_IN_PASSING = r"chưa kể|chưa tính"  # also "let alone": of what stands before it, up to its comma
_OTHERS = r"ngoại trừ|(?:đã |sau khi )?trừ(?! đi)|(?:bao gồm|gồm|kể|tính) cả|tính thêm|chỉ tính|(?:bao )?gồm(?! cả)"
# At the start of a clause; "không bao gồm" anywhere, since it starts no list.
_FOUND = re.compile(
    rf"(?:(?P<open>[(,;:]|^\W*)\s*(?:(?:nhưng|song|tuy nhiên|còn),?\s+)?(?P<provided>nếu\s+)?|(?<=\w)(?P<inner>\s+)(?=(?:không|chưa) (?:bao )?gồm))(?P<said>{_LEAVES_OUT}|{_OTHERS}|{_IF_LEFT_OUT})(?!\w)(?:\s+(?:phần|các khoản|khoản))*\s+(?=[^\W\d])", re.I
)
_CLAUSE = re.compile(r"(?:[^,;:.()]|(?<=\w)[.](?=\w))+")
_LIST = re.compile(
    r"(?:,\s+[^,;:.()]+)*,\s+[^,;:.()]+?\svà\s[^,;:.()]+(?=,)|(?:,\s+(?:tiền|thuế|phí|lệ phí|(?:thu )?xổ số|cổ tức|dầu thô|ghi thu|viện trợ|lợi nhuận|khoản|thu chuyển nguồn)(?:\s[^\s,;:.()]+){0,5})+(?=,)"
)
_APART = re.compile(r"^(?:bóc|tách|để) riêng\s+(.+?)(?:\s+ra)?$", re.I)
_THEN = re.compile(r"\s+thì(?!\w)")


@dataclass(frozen=True)
class Narrowing:
    """Words set aside: where they stood, what they say, and whether they are told of the figure before them."""

    start: int
    end: int
    words: str
    of_before: bool


def set_aside(text: str, qs: Sequence[Quantity]) -> tuple[str, list[Narrowing]]:
    """`text`, as long as before, without the words that narrow its figures; and those words."""
    out: list[Narrowing] = []
    if not re.search(r"(?:kể|tính|gồm|trừ|gạt|loại|bỏ|riêng)(?!\w)", text, re.I):
        return text, out
    for m in _FOUND.finditer(text):
        if not m["provided"] and re.fullmatch(_IF_LEFT_OUT, m["said"], re.I) and not (m["said"].lower() == "loại trừ" and m["open"] is not None and not m["open"].strip()):
            continue  # "Loại trừ tiền sử dụng đất, thu nội địa …" leaves out without "nếu"
        clause = _CLAUSE.match(text, m.end())
        if clause is None or out and m.start() < out[-1].end:
            continue
        opener, end, verb_follows = (m["open"] or "").strip(), clause.end(), False
        if then := _THEN.search(clause[0]):
            end = clause.start() + then.start()
        elif opener == "(" and (close := text.find(")", m.end())) > 0:
            end = close
        elif opener == "" and m["inner"] is None and (more := _LIST.match(text, end)) and not TRIGGER.search(joined(more[0])):
            end = more.end()  # "Không kể dầu thô, tiền sử dụng đất và xổ số, thu …"
        trigger = TRIGGER.search(joined(text[m.end() : end]))
        number = next((q.start for q in qs if m.end() <= q.start < end), -1)
        if number >= 0 and re.fullmatch(_LEAVES_OUT, m["said"], re.I) and not re.fullmatch(_IN_PASSING, m["said"], re.I):
            end, verb_follows = min(number, m.end() + trigger.start() if trigger else number), True  # "không kể tiền sử dụng đất đạt 6.182 tỷ đồng"
        elif number >= 0:
            continue
        if listed := re.fullmatch(r"(?:bao )?gồm", m["said"], re.I):
            if opener != "(" or text[end : end + 1] != ")":
                continue  # a list; in a parenthesis without numbers it only says what the name means
        words = re.sub(r"\s+", " ", text[m.start("said") : end]).strip(" *,")
        words = _APART.sub(r"không kể \1", words)
        if end <= m.end() or len(words.split()) > 14 or re.match(r"(?:\S+\s+){2,3}(?:riêng\s+)?(?:tháng|quý|năm|kỳ)(?!\w)", words):
            continue
        before = max((q.end for q in qs if q.end <= m.start() + 1), default=-1)
        parted = before >= 0 and DELIMITER.search(text[before : m.start() + (m["inner"] is not None)]) is not None
        forward = before < 0 or bool(m["provided"]) or parted or opener == ";" or verb_follows and opener != "("
        start = m.start() if opener in ("(", "") or opener == "," and not m["provided"] else m.start() + 1
        if opener == "(" and verb_follows:
            start, forward = m.start() + 1, True
        if after := _THEN.match(text, end):
            end = after.end()
        elif opener == "(" and text[end : end + 1] == ")" or forward and text[end : end + 1] == "," and (opener in ("", ",") or m["provided"]):
            end += 1
        if forward and text[end : end + 1] == "(" and (close := text.find(")", end)) > 0:
            out.append(Narrowing(close, close, words[:1].lower() + words[1:], False))  # "Nếu loại tiền sử dụng đất (486 tỷ đồng), thu nội địa …": what is left out has a figure of its own
            continue
        out.append(Narrowing(start, end, "" if listed else words[:1].lower() + words[1:], not forward))
    for n in out:
        text = text[: n.start] + " " * (n.end - n.start) + text[n.end :]
    return text, out


def narrowed(figures: Sequence[Figure], narrowings: Sequence[Narrowing], text: str, offset: int) -> list[Figure]:
    """The figures of a sentence, each with what it leaves out or takes in as its scope."""
    out = list(figures)
    places = [(f.span.start - offset, f.span.end - offset) for f in out]
    for n in narrowings:
        near = [i for i, (start, end) in enumerate(places) if (end <= n.start if n.of_before else start >= n.end)]
        if not near or not n.words:
            continue
        at = first = near[-1] if n.of_before else near[0]
        name = out[at].indicator, out[at].head
        while n.of_before and first and text[n.start] == "," and (out[first - 1].indicator, out[first - 1].head) == name and ";" not in text[places[first - 1][1] : n.start]:
            first -= 1  # "đạt 2.140 tỷ đồng, tăng 12%, chưa kể doanh thu vận tải": of both
        for i in range(first, len(out)):
            if (out[i].indicator, out[i].head) != name or n.of_before and ";" in text[places[at][1] : places[i][0]]:
                break
            if n.words not in out[i].head:
                out[i] = replace(out[i], head=f"{out[i].head}, {n.words}".strip(", "))
    return out
