"""What people say to an assistant besides asking for figures: greetings, thanks, what can you do, what is this report, a tour of it.

Everything said of the report is quoted and cited as in any answer; a greeting is answered without claiming anything of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from chain.answer import Answer, NotInReport
from chain.compose import Draft
from chain.world import World, tokens
from report.model import Figure, Measure, Modality, Span
from report.text import fold

Suggest = Callable[[list[Figure], World], tuple[str, ...]]

# Matched on the folded question: these are typed in every way.
_ADDRESS = r"(?:\s+(?:ban|em|anh|chi|ad|admin|bot|moi nguoi|nhe|nha|a|ah|nhieu|rat nhieu|lam|nhiu|oi|roi|da|nhieu nhe))*"
_SOCIAL = re.compile(rf"^(?:ok|oke|okie|vang|da|uh|um)?[\s,]*(?:(?:xin )?cam on|cam on|thanks?|thank you|tks|camon)(?:{_ADDRESS})\W*$|^(?:ok|oke|okie|vang|da|duoc roi|tot|hay qua|hieu roi|ro roi)(?:{_ADDRESS})\W*$")
_HELLO = re.compile(rf"^(?:(?:xin )?chao|hello|hi|helo|alo|hey)(?:{_ADDRESS})\W*$")
_BYE = re.compile(rf"^(?:tam biet|bye|bai bai|hen gap lai)(?:{_ADDRESS})\W*$")
_CAN = re.compile(r"^(?:ban|em|may|cai nay|cong cu nay|ung dung nay)?\s*(?:co the )?(?:lam (?:duoc )?(?:nhung )?(?:gi|viec gi)|giup (?:duoc )?(?:toi |minh )?(?:nhung )?gi|tra loi duoc (?:nhung )?gi|la ai|la gi|dung (?:the nao|sao|nhu the nao))\W*$|^(?:huong dan su dung|cach dung|help|tro giup|toi (?:co the )?hoi (?:duoc )?(?:nhung )?gi)\W*$")
_ABOUT = re.compile(r"bao cao (?:nay )?(?:la )?(?:cua|do) (?:ai|co quan nao|don vi nao|tinh nao|noi nao)|ai (?:lap|viet|ban hanh|cong bo) bao cao|bao cao (?:nay )?(?:noi|viet) ve (?:cai gi|gi|giai doan nao|nam nao|thoi gian nao|van de gi|noi dung gi)|bao cao (?:nay )?(?:la )?(?:bao cao )?(?:gi|nao)\W*$|(?:ten|tieu de) (?:cua )?bao cao(?: nay)?(?: la gi)?\W*$")
_SUMMARY = re.compile(r"^(?:hay |xin |giup (?:toi|minh) |cho (?:toi|minh) )*(?:tom tat|tom luoc|khai quat|diem lai|nhung diem chinh|noi dung chinh|so lieu chinh)(?!.*(?:muc|phan|chuong) )")
_TOUR = re.compile(r"(?:nhan vien moi|nguoi moi|moi vao|moi lam quen|bat dau tu dau|lam quen voi bao cao|huong dan (?:toi |minh )?(?:doc|xem|tim hieu|lam quen)|gioi thieu (?:ve )?bao cao|dan toi di|tour (?:quanh |ve |gioi thieu )?(?:bao cao|so lieu))")
_SECTION = re.compile(r"(?:tom tat\s+)?(?:muc|phan|chuong|noi dung)\s+(?:ve\s+)?(?P<name>.+?)\s+(?:noi|viet|neu|trinh bay|co)(?:\s+(?:ve|nhung|ra|len))*\s+(?:gi|cai gi|noi dung gi|nhung gi)(?:\s+(?:vay|the|a))?\W*$|tom tat\s+(?:muc|phan|chuong)\s+(?:ve\s+)?(?P<other>.+?)\W*$")


def is_social(question: str) -> bool:
    """Whether a turn asks for nothing: thanks, a greeting, a good-bye, an "ok"."""
    said = fold(question).strip()
    return any(p.match(said) for p in (_SOCIAL, _HELLO, _BYE))


def reply(question: str, draft: Draft, suggest: Suggest) -> Answer | NotInReport | None:
    """What to say to a turn that is not about one figure; None when it is for the rest of the chain."""
    said = fold(re.sub(r"\s+", " ", question)).strip()
    world = draft.world
    if _SOCIAL.match(said):
        return NotInReport("Không có gì, bạn cứ hỏi tiếp về báo cáo.", suggestions=suggest(leading(world), world))
    if _HELLO.match(said):
        return NotInReport(f"Chào bạn! Bạn muốn hỏi số liệu nào trong báo cáo {_plain(_title(world))}?", suggestions=suggest(leading(world), world))
    if _BYE.match(said):
        return NotInReport("Tạm biệt bạn, hẹn gặp lại.")
    if _CAN.match(said):
        return NotInReport(_ABILITIES, suggestions=suggest(leading(world), world))
    if _ABOUT.search(said):
        return about(draft, suggest)
    if m := _SECTION.search(said):
        return section(m["name"] or m["other"], draft, suggest)
    if _TOUR.search(said) and not re.search(r"(?<!\w)(?:bao nhieu|may|bn)(?!\w)", said):
        return tour(draft, suggest)
    if _SUMMARY.match(said):
        return summary(draft, suggest)
    return None


_ABILITIES = (
    "Tôi trả lời câu hỏi về số liệu và nội dung của báo cáo, luôn kèm đúng đoạn trích nêu số liệu đó: tra số liệu theo chỉ tiêu và kỳ, "
    "so sánh, tính chênh lệch, tỷ trọng, mức hoàn thành kế hoạch, hỏi vì sao, khi nào, kiểm tra một nhận định đúng hay sai, tóm tắt báo cáo "
    "hoặc một mục. Gõ không dấu, viết tắt đều được. Báo cáo không nêu thì tôi nói là không nêu."
)


def _title(world: World) -> str:
    return re.sub(r"\s+", " ", world.report.title or world.name).strip(" .")


def leading(world: World, limit: int = 6) -> list[Figure]:
    """Figures that show what the report is about: of each section the first level that has a name and a time, the widest sections first."""
    seen: set[int | None] = set()
    out: list[Figure] = []
    for n in world.figures:
        f = n.figure
        if f.measure is not Measure.LEVEL or not f.unit or not f.indicator or not f.period or f.modality in (Modality.TARGET, Modality.FORECAST):
            continue
        if f.section in seen or len(f.indicator) > 60:
            continue
        seen.add(f.section)
        out.append(f)
    return out[:limit]


def _heads(world: World) -> list[int]:
    """The sections a reader finds in the table of contents: the highest level that has several."""
    sections = world.report.sections
    for level in sorted({s.level for s in sections}):
        found = [i for i, s in enumerate(sections) if s.level == level]
        if len(found) > 2:
            return found
    return list(range(len(sections)))


def _within(world: World, index: int) -> list[Figure]:
    span = world.report.sections[index].span
    named = [n.figure for n in world.figures if span.holds(n.figure.span) and n.figure.indicator and n.figure.unit]
    return sorted(named, key=lambda f: (f.measure is not Measure.LEVEL, f.modality in (Modality.TARGET, Modality.FORECAST), f.span.start))


def about(draft: Draft, suggest: Suggest) -> Answer:
    """Whose report it is and of when: its own first lines, quoted."""
    world = draft.world
    text = world.report.text
    lines: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip() and len(lines) < 8:
            start = at + len(line) - len(line.lstrip())
            lines.append(Span(start, start + len(line.strip())))
        at += len(line) + 1
    short = [s for s in lines if s.end - s.start < 160 and len(s.of(text).split()) > 2 and not re.match(r"\W*(?:[IVX]+|\d+)[.)]\s", s.of(text))]
    shown = (short or lines)[:4]
    said = "; ".join(f"{s.of(text).strip(' #*|')} [{draft.cite(s, world.section_of(s))}]" for s in shown)
    draft.suggestions = suggest(leading(world), world)
    return draft.answer(f"Phần đầu báo cáo ghi: {said}.")


def summary(draft: Draft, suggest: Suggest) -> Answer | NotInReport:
    """One figure of each main section, cited."""
    world = draft.world
    lines = [_line(i, draft) for i in _heads(world)[:8]] or []
    told = [line for line in lines if line]
    if not told:
        told = [draft.phrase(f) for f in leading(world)]
    if not told:
        return draft.refuse("Báo cáo không có số liệu nào để tóm tắt.")
    draft.suggestions = suggest(leading(world), world)
    return draft.answer("Những số liệu chính theo từng mục: " + "; ".join(told) + ".")


def _line(index: int, draft: Draft) -> str:
    figures = _within(draft.world, index)
    return f"{_bare(draft.world.report.sections[index].title)}: {draft.phrase(figures[0])}" if figures else ""


def _bare(title: str) -> str:
    """A heading without its number."""
    return re.sub(r"^[\s#]*(?:[IVX]+|\d+|[a-zđ])[.)]\s*", "", title).strip(" .:")


def section(name: str, draft: Draft, suggest: Suggest) -> Answer | NotInReport:
    """What a section says: its first figures, or its first sentences where it has none. `name` is folded."""
    world = draft.world
    asked = {fold(w) for w in tokens(name)}
    scored = []
    for i, s in enumerate(world.report.sections):
        held = {fold(w) for w in tokens(s.title)}
        if asked and asked <= held or len(asked) > 1 and len(asked & held) / len(asked) > 0.6:
            scored.append((len(asked & held) / len(held | asked), -s.level, i))
    if not scored:
        titles = [_bare(world.report.sections[i].title) for i in _heads(world)]
        draft.suggestions = tuple(f"Mục {t.lower()} nói gì?" for t in titles if t and not re.search(r"\d", t))[:4]
        return draft.refuse("Báo cáo không có mục này.")
    index = max(scored)[2]
    figures = _within(world, index)[:4]
    span = world.report.sections[index].span
    if figures:
        text = "; ".join(draft.phrase(f) for f in figures)
    else:
        sentences = [s for s in world.sentences if span.holds(s.span)][:3]
        if not sentences:
            return draft.refuse("Mục này không có nội dung.")
        text = " ".join(f"{s.text} [{draft.cite(s.span, s.section)}]" for s in sentences)
    draft.suggestions = suggest(figures, world)
    return draft.answer(text + ("." if figures else ""))


def tour(draft: Draft, suggest: Suggest) -> Answer | NotInReport:
    """For someone new: the sections, a key figure of each, and figures that are easily taken for one another."""
    world = draft.world
    told = [line for i in _heads(world)[:6] if (line := _line(i, draft))] or [draft.phrase(f) for f in leading(world)]
    if not told:
        return draft.refuse("Báo cáo không có số liệu nào để giới thiệu.")
    text = f"Báo cáo {_plain(_title(world))} có các mục chính: " + "; ".join(told) + "."
    if alike := confusable(world):
        text += " Dễ nhầm với nhau: " + "; ".join(f"{draft.phrase(a)} với {draft.phrase(b)}" for a, b in alike) + "."
    draft.suggestions = suggest(leading(world), world)
    return draft.answer(text)


def _plain(title: str) -> str:
    """The title where it holds no number, which would need a citation."""
    return f"“{title}”" if not re.search(r"\d", title) else "này"


def confusable(world: World, limit: int = 2) -> list[tuple[Figure, Figure]]:
    """Figures of one name and unit, one achieved and one planned, or of the same name with two scopes."""
    out: list[tuple[Figure, Figure]] = []
    seen: dict[tuple[str, str, str], Figure] = {}
    planned = (Modality.TARGET, Modality.FORECAST)
    for n in world.figures:
        f = n.figure
        if f.measure is not Measure.LEVEL or not f.indicator or not f.unit:
            continue
        key = (f.indicator.lower(), f.head.lower(), f.unit)
        other = seen.setdefault(key, f)
        if other is not f and other.value != f.value and ((other.modality in planned) is not (f.modality in planned) or other.scope != f.scope) and len(out) < limit:
            if all(other is not a for a, _ in out):
                out.append((other, f))
    return out


