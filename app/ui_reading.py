"""The line "Hiểu là": how a question was understood, slot by slot; in the last turn each slot opens to what else the report has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from app.evidence import escaped
from app.ui_labels import plain_label
from app.ui_slots import Choice, Slot
from chain.answer import NotInReport

NOTHING_ELSE = {
    "Chỉ tiêu": "Báo cáo không có chỉ tiêu nào khác cùng loại. Hãy gõ lại câu hỏi.", "Kỳ": "Báo cáo không nêu chỉ tiêu này ở kỳ nào khác.",
    "Loại số": "Báo cáo không nêu loại số nào khác của chỉ tiêu này.", "Tính chất": "Báo cáo chỉ nêu chỉ tiêu này một cách như vậy.",
}  # fmt: skip


def in_words(result: Any, slots: Sequence[Slot], operands: Sequence[Any]) -> str:
    """The reading on one line."""
    if result.reading:
        return str(result.reading).removeprefix("Hiểu là:").strip()
    if operands:
        return "tính từ " + "; ".join(dict.fromkeys(", ".join(t for t in (f.name, f.period) if t) for f in operands))
    return " · ".join(slot.value for slot in slots)


def _title(result: Any, slots: Sequence[Slot]) -> str:
    # Where the report does not state what was asked, the slots are those of the figure next to it.
    asked = not isinstance(result, NotInReport) or result.reading or any(slot.unstated for slot in slots)
    return "Hiểu là:" if asked else "Gần nhất:"


def line(result: Any, slots: Sequence[Slot], operands: Sequence[Any]) -> str:
    """The line as HTML, with nothing to click; "" where there is nothing to say."""
    text = in_words(result, slots, operands)
    return f'<p class="hbc-note">{_title(result, slots)} {escaped(text)}</p>' if text else ""


def draw(result: Any, slots: Sequence[Slot], number: int, on_pick: Callable[[Choice], None]) -> None:
    """Draws the line; a click on a value of a slot opens the others, one on these chooses it."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key=f"slots-{number}"):
        st.html(f'<p class="hbc-note">{_title(result, slots)}</p>', width="content")
        for i, slot in enumerate(slots):
            with st.popover(f"{slot.name}: **{plain_label(slot.value, 60)}**", key=f"slot-{number}-{i}"):
                st.html(f'<p class="hbc-head">{escaped(slot.name if slot.choices else NOTHING_ELSE.get(slot.name, ""))}{" khác mà báo cáo có" if slot.choices else ""}</p>')
                for j, choice in enumerate(slot.choices):
                    st.button(plain_label(choice.label, 110), key=f"slot-{number}-{i}-{j}", on_click=on_pick, args=(choice,), width="stretch")


__all__ = ["draw", "in_words", "line"]
