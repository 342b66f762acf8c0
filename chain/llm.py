"""A language model writes the prose of an answer. It never counts, and it never has the last word.

The composer's answer is complete before the model is asked. What the model writes is read sentence by sentence
(`grounding`, then `verify`); what does not agree is left out, and when the model fails, is late, or what is left does
not say what was asked, the composer's answer stands. The document is data: no word of it is an instruction.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from chain.answer import Answer
from chain.deadline import within
from chain.grounding import MARK, fault, framed, lacks, tidy
from chain.world import World
from prompts import load
from report.sentences import sentences
from report.text import nfc

SECONDS = 30.0  # for one answer, from question to last word
MOST = 8000  # characters; a model that does not stop is stopped
RESTS_AFTER, RESTS_FOR = 3, 60.0  # failures in a row, seconds: a dead server does not cost every question its deadline

_TOO_LONG = {"length", "max_tokens"}

Check = Callable[..., Any]  # chain.verify.verify


class ModelError(Exception):
    """The model cannot write. `str(error)` is a Vietnamese clause that says why."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What of a model's text may be shown, and why the rest may not (one reason for each sentence left out)."""

    text: str
    removed: tuple[str, ...]


class Writer:
    """Writes answers with a LangChain chat model. `load` makes the model at the first answer; its errors count as the model's.

    `name` is shown as the answer's writer. `seconds` is the deadline of one answer. `check` is `chain.verify.verify`.
    """

    def __init__(
        self, load: Callable[[], Any], name: str, *, seconds: float = SECONDS, check: Check | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = name
        self._load, self._seconds, self._check, self._clock = load, seconds, check, clock
        self._model: Any = None
        self._lock = threading.Lock()
        self._failures, self._rests_until = 0, float("-inf")

    def write(self, question: str, composed: Answer, world: World) -> Answer:
        """The answer in the model's words, or `composed` with a note that says why not."""
        *_, last = self.stream(question, composed, world)
        assert isinstance(last, Answer)
        return last

    def stream(self, question: str, composed: Answer, world: World) -> Iterator[str | Answer]:
        """Verified sentences as they come, then the whole answer, which counts: it may be `composed` after all."""
        if not writable(composed):
            yield composed.text
            yield composed
            return
        shown = ""
        frame, warning = framed(composed)
        try:
            gathered, stops = "", set[str]()
            for piece in self._pieces(question, frame, stops):
                gathered += piece
                if len(gathered) > MOST:
                    raise ModelError("viết quá dài")
                done = _whole_sentences(gathered)
                if done and "<think" not in gathered.rpartition("</think")[2]:
                    text = self.prove(done, frame, world).text
                    if text.startswith(shown) and len(text) > len(shown):
                        yield text[len(shown) :]
                        shown = text
            ended = not _unfinished(gathered)
            if not tidy(gathered).strip():
                raise ModelError("không viết gì")
            if not ended and not stops & _TOO_LONG:
                raise ModelError("bị ngắt giữa chừng")
            proof = self.prove(gathered if ended else _whole_sentences(gathered), frame, world)
            self._failures = 0
            final = self._final(proof, frame, composed, warning)
            if final.text.startswith(shown):
                yield final.text[len(shown) :]
            yield final
        except Exception as error:  # whatever it is, the reader gets the composer's answer
            why = reason(error)
            self._failed(error)
            yield replace(composed, note=f"Bộ soạn có sẵn viết câu này: mô hình {self.name} {why}.")

    def prove(self, text: str, frame: Answer, world: World) -> Proof:
        """`text` without the sentences that are not made from `frame` and its citations."""
        text = tidy(text)
        kept, removed = [], []
        for span in sentences(text):
            sentence = " ".join(span.of(text).split())
            if not re.search(r"\w", MARK.sub("", sentence)):
                continue
            why = fault(sentence, frame, load("answer"))
            if why:
                removed.append(why)
                continue
            if sentence[-1] not in ".!?…":
                sentence += "."
            if sentence not in kept:
                kept.append(sentence)
        if not kept:
            return Proof("", tuple(removed))
        verified = self._verify()(" ".join(kept), world, frame.citations, frame.figures)
        removed += ["số liệu không khớp trích dẫn"] * len(verified.removed)
        return Proof(" ".join(verified.text.split()), tuple(removed))

    def _final(self, proof: Proof, frame: Answer, composed: Answer, warning: str) -> Answer:
        count = len(proof.removed)
        left_out = f"đã bỏ {count} câu của mô hình vì {', '.join(dict.fromkeys(proof.removed))}" if count else ""
        missing = lacks(proof.text, frame) if proof.text else "không còn câu nào dùng được"
        if missing:
            note = f"Bộ soạn có sẵn viết câu này: bài của mô hình {self.name} {missing}" + (f"; {left_out}" if left_out else "")
            return replace(composed, note=note + ".")
        return replace(composed, text=proof.text + warning, writer=self.name, note=f"{left_out[:1].upper()}{left_out[1:]}." if left_out else "")

    def _verify(self) -> Check:
        if self._check is None:
            from chain.verify import verify

            self._check = verify
        return self._check

    def _failed(self, error: Exception) -> None:
        if isinstance(error, ModelError):
            return
        self._failures += 1
        if self._failures >= RESTS_AFTER:
            self._rests_until = self._clock() + RESTS_FOR

    def _pieces(self, question: str, composed: Answer, stops: set[str]) -> Iterator[str]:
        if self._clock() < self._rests_until:
            raise ModelError("vừa hỏng nhiều lần liên tiếp nên được nghỉ một phút")
        yield from within(self._seconds, lambda: self._said(messages(question, composed), stops))

    def _said(self, said: list[tuple[str, str]], stops: set[str]) -> Iterable[str]:
        """The model's words; why it stopped goes into `stops`."""
        with self._lock:
            if self._model is None:
                self._model = self._load()
            model = self._model
        if (getattr(model, "profile", None) or {}).get("structured_output"):
            yield from _structured(model, said)
            return
        for chunk in model.stream(said):
            told = getattr(chunk, "response_metadata", None) or {}
            stops |= {str(told[k]).lower() for k in ("finish_reason", "stop_reason", "done_reason") if told.get(k)}
            yield _text(chunk)


SCHEMA: dict[str, Any] = {
    "title": "CauTraLoi",
    "description": "Câu trả lời, từng câu một, mỗi câu kèm số thứ tự của các trích dẫn nêu nó.",
    "type": "object",
    "properties": {
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"text": {"type": "string"}, "citations": {"type": "array", "items": {"type": "integer"}}},
                "required": ["text", "citations"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["sentences"],
    "additionalProperties": False,
}


def _structured(model: Any, said: list[tuple[str, str]]) -> Iterator[str]:
    data = model.with_structured_output(SCHEMA).invoke(said)
    if not isinstance(data, dict) or not isinstance(data.get("sentences"), list):
        raise ModelError("trả về dữ liệu không đúng dạng")
    for one in data["sentences"]:
        if not isinstance(one, dict) or not isinstance(one.get("text"), str) or not isinstance(one.get("citations"), list):
            raise ModelError("trả về dữ liệu không đúng dạng")
        text = " ".join(one["text"].split())
        missing = [n for n in one["citations"] if type(n) is int and f"[{n}]" not in text]
        end = text[-1:] if text[-1:] in (".", "!", "?") else ""
        yield f"{text[: len(text) - len(end)]}{''.join(f' [{n}]' for n in missing)}{end or '.'} "


def _text(chunk: Any) -> str:
    text = getattr(chunk, "text", "")
    if callable(text) and not isinstance(text, str):
        text = text()
    return str(text)


def writable(composed: Answer) -> bool:
    """Whether there is prose to write: a verdict, and what the report contradicts itself about, stay as they are."""
    stated: dict[tuple[str, ...], set[str]] = {}
    for f in framed(composed)[0].figures:
        stated.setdefault((f.indicator.lower(), f.measure, f.modality, f.period, f.unit), set()).add(f.value)
    return composed.verdict is None and bool(composed.citations) and all(len(values) == 1 for values in stated.values())


def messages(question: str, composed: Answer) -> list[tuple[str, str]]:
    """What the model is told: the rules, then the question, numbered quotes, figures and the composer's answer as data."""
    quotes = "\n".join(f"[{c.n}] {_data(c.section + ': ' if c.section else '')}{_data(c.quote)}" for c in composed.citations)
    figures = "\n".join(f"- {_data(f.text)} — {_data(f.indicator)}{', ' + _data(f.period) if f.period else ''} ({_KIND.get(f.modality, f.modality)}) [{f.citation}]" for f in composed.figures)
    told = load("evidence", question=_data(question), quotes=quotes, figures=figures or "(không có)", calculation=_data(composed.calculation or "(không có)"), answer=_data(composed.text))
    return [("system", load("answer")), ("human", told)]


_KIND = {"actual": "thực hiện", "estimate": "ước", "target": "mục tiêu, kế hoạch", "forecast": "dự báo"}


def _data(text: str) -> str:
    """A document's characters on one line that cannot close the fence around them or look like a role, link or picture."""
    text = " ".join(nfc(text).split())
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?:https?|ftp|data|javascript):\S+|\bwww\.\S+", "(địa chỉ)", text, flags=re.I)
    return text.translate({ord("<"): "‹", ord(">"): "›", ord("`"): "'", ord("|"): "·"})


def _unfinished(text: str) -> bool:
    return not re.search(r"(?:[.!?…][\"”’)]?|\])\s*$", text)


def _whole_sentences(text: str) -> str:
    """The sentences of an unfinished text that nothing can be added to: all but the last."""
    spans = sentences(text)
    return text[: spans[-1].start].strip() if len(spans) > 1 else ""


def reason(error: BaseException) -> str:
    """Why the model could not write, as a Vietnamese clause. The error's own words stay out: they may hold addresses and keys."""
    if isinstance(error, ModelError):
        return str(error)
    causes, names = [error], []
    while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None and len(causes) < 8:
        causes.append(cause)
    names = [type(e).__name__ for e in causes]
    status = next((s for e in causes if isinstance(s := getattr(e, "status_code", getattr(e, "code", None)), int)), None)
    if isinstance(error, ImportError):
        return "cần một gói chưa được cài (xem phần mô hình ngôn ngữ trong README)"
    if status == 429:
        return "từ chối vì quá nhiều yêu cầu (429)"
    if status in (401, 403):
        return f"từ chối khóa truy cập ({status})"
    if status is not None and status >= 400:
        return f"báo lỗi {status}"
    if isinstance(error, ValueError) and "No generation" in str(error):
        return "không viết gì"
    if any("Timeout" in n for n in names):
        return "không trả lời kịp thời hạn"
    if any("Protocol" in n or "IncompleteRead" in n or "ReadError" in n for n in names):
        return "bị ngắt giữa chừng"
    if any("Connect" in n or "Refused" in n for n in names):
        return "không kết nối được"
    return f"gặp lỗi ({names[0]})"


__all__ = ["ModelError", "Proof", "Writer", "messages", "reason", "writable"]
