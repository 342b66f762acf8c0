"""What stands between two quantities, taken apart: the tail of the one before, and the clause of the one after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from report.lexicon import ADVERBIAL, AMONG, CAUSE, DELIMITER, MEASURED, RATE, TRIGGER, VERBAL
from report.model import Base, Direction, Measure, Modality, Period
from report.numbers import Quantity
from report.periods import PeriodMention
from report.phrases import DIMENSION, FOREMOST, blank_periods, clean, periods_in, trigger_split
from report.text import UPPER


@dataclass(frozen=True)
class Setting:
    """What a sentence inherits from its paragraph, section and report."""

    period: Period = field(default_factory=Period)
    range: Period = field(default_factory=Period)
    modality: Modality = Modality.ACTUAL
    year: int | None = None
    head: str = ""
    subject: str = ""
    unit: str = ""
    apart: bool = False  # whether the subject is of an item beside this one ("a) … b) …"): it may go on, and is no whole of what is named here
    base: Base = Base.NONE
    main: Period = field(default_factory=Period)  # what the report or section is about, whatever the sentence before was
    half: Period = field(default_factory=Period)  # the half of a month that the report is of: whose "kỳ 2" is meant
    base_of: Period = field(default_factory=Period)  # the time of the figures that were compared with it
    details: Period = field(default_factory=Period)  # the time of the sentence before: of its parts, told in the next one ("Trong đó …")
    bases: tuple[Base, ...] = ()  # what the changes of the sentence before were compared with, in order: "lần lượt" may go on so
    completed: bool = False  # whether the sentence before told how much of its plan was done
    told: Modality | None = None  # how the sentence before stated its levels: what "Trong đó: …" goes on with
    counted: tuple[tuple[str, str], ...] = ()  # what a bare "vụ" or "ca" counts in this section, by counter
    changed: tuple[str, ...] = ()  # what the sentence before told the growth of
    totals: tuple[tuple[Decimal, str, Period, str], ...] = ()  # the levels of the sentence before: parts that one of them cannot hold are of another
    parts: tuple[tuple[str, str], ...] = ()  # the unit and the name of each part that the sentence before told of one whole: "ba nguồn trên lần lượt là …"
    prices: bool = False  # whether the report is about the prices of a month, which are compared with the month before
    titled: Base = Base.NONE  # what the section's title compares with: "So với tháng trước"
    opened: Base = Base.NONE  # what a sentence that counted what changed compared with first ("So với tháng 10/2023, 9 nhóm tăng."): those told next are held against it
    opened_of: Period = field(default_factory=Period)  # and of which time they are


_NAME_DASH = re.compile(rf"(?<!\w)[{UPPER}][^\W\d_]*\s[–-]\s(?=[{UPPER}][^\W\d_])")  # "Cửa Lạch – Mũi Rùa" is one name


@dataclass
class State:
    """What holds while a sentence is read."""

    subject: str = ""
    subject_unit: str = ""
    head: str = ""
    head_unit: str = ""
    main: str = ""  # the last level stated outside "trong đó"
    modality: Modality = Modality.ACTUAL
    period: Period = field(default_factory=Period)
    range: Period = field(default_factory=Period)
    average: bool = False
    growth: Direction = Direction.NONE
    measure: Measure = Measure.LEVEL
    base: Base = Base.NONE
    unit: str = ""
    topic: str = ""  # what the dimensions that follow ("năng suất", "trị giá") are of
    names: dict[str, str] = field(default_factory=dict)  # the last level's name by kind of unit
    told: bool = False  # whether a colon said what the list after it measures
    led: Base = Base.NONE  # what the sentence, or the one before it, said first that it compares with ("So với tháng trước, …")
    parts_of: str = ""  # what a list after "gồm", "trong đó" is of
    level_first: bool = False  # whether the last growth was said of a level ("dư nợ 45 tỷ đồng, tăng 16%")
    planned: bool = False  # whether the modality is a target only because the last figure was a plan's ("kế hoạch 120 tỷ đồng")

    def copy(self) -> State:
        return replace(self, names=dict(self.names))


@dataclass(frozen=True)
class Lead:
    phrase: str
    triggers: str
    among: bool
    colon: str | None
    broke: str  # the last strong delimiter before the lead: "", ",", ";", ":", "("
    inside: str  # everything in the gap that belongs to this quantity's clauses
    adverbial: str


_ONE_NAME = re.compile(r"(?<!\w)(?:bằng(?: cấp)?, chứng chỉ|(?:mưa|bão|giông|lốc|sạt lở|thiên tai)(?:, (?:mưa|bão|lũ|lụt|lốc|sét|ngập úng|sạt lở|dịch bệnh))+|cháy, nổ|sản xuất, kinh doanh|giáo dục, đào tạo(?: và dạy nghề)?|(?:gia hạn, )?miễn, giảm(?:,? (?:và )?gia hạn)?|gia hạn, miễn|(?:huyện|quận|xã|phường|thị xã|thị trấn)(?:, (?:huyện|quận|xã|phường|thị xã|thị trấn))*(?:,| và) (?:thành phố|thị xã|thị trấn|phường|đặc khu))(?!\w)(?! (?-i:[A-ZĐ]))", re.I)  # whose comma parts nothing


def split_lead(gap: str, first: bool, after_quantity: bool) -> tuple[str, list[tuple[str, str]]]:
    """The tail of the quantity before, and the pieces (delimiter, text) after it."""
    hidden = gap
    for mention in periods_in(gap):
        hidden = hidden[: mention.start] + "0" * (mention.end - mention.start) + hidden[mention.end :]
    hidden = _ONE_NAME.sub(lambda m: "_" * len(m[0]), hidden)
    hidden = _NAME_DASH.sub(lambda m: "_" * len(m[0]), hidden)
    marks = list(DELIMITER.finditer(hidden))
    if not after_quantity:
        pieces = [("", gap[: marks[0].start()] if marks else gap)]
        tail = ""
    else:
        tail = gap[: marks[0].start()] if marks else gap
        pieces = []
    for i, m in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else len(gap)
        pieces.append((m[0].lower(), gap[m.end() : end]))
    return tail, pieces


def cause_spans(gap: str, pieces: Sequence[tuple[str, str]], start: int) -> list[tuple[int, int]]:
    """Where a gap tells the cause of the figure before, so that its times are not those of the figure after it."""
    spans: list[tuple[int, int]] = []
    at = 0
    for i, (mark, piece) in enumerate(pieces):
        at = max(gap.find(piece, at), at)
        goes_on = mark in ("và", "còn") and bool(spans) and not gap[spans[-1][1] - start : at].replace(mark, "").strip()  # "do hai mỏ A và B hết hạn từ tháng 6/2018", "do lượng lợn còn ít sau đợt dịch hồi tháng 4"
        if i < len(pieces) - 1 and (CAUSE.fullmatch(mark) and mark != "nên" or goes_on):  # "do A nên tính chung 11 tháng, …": what follows "nên" is no cause
            spans.append((start + at, start + at + len(piece)))
        at += len(piece)
    return spans


_NAMES_AFTER = re.compile(r"\s*(?:(?:tăng|giảm)(?:\s+giá)?\s+)?(?:vẫn\s+)?(?:là|gồm)\s+(\S.*)", re.S)  # "Hai nhóm giảm là văn hóa, giải trí và du lịch (-0,2%)"
_RANKED = re.compile(rf"^\W*(?:{FOREMOST.pattern}|.*\snhất)\W*$|(?<!\w)(?:nhóm|ngành|mặt hàng|sản phẩm|khoản|thị trường|địa phương|lĩnh vực)(?:\s+(?:hàng|tăng|giảm|này|còn lại))*\W*$", re.I)
_NEW_CLAUSE = re.compile(rf"\s*(?:[{UPPER}]|(?:các|những|toàn|cả|mỗi) (?!loại|ngành|khoản|mặt hàng|nhóm|chỉ tiêu|cây))")
_NAME_LAST = re.compile(rf"(?<!\w)[{UPPER}][\w.-]*\s*$|^\s*[{UPPER}][\w.-]*\s+[{UPPER}]")
_ADMINISTRATIVE = re.compile(r"(?:các )?(?:xã|phường|thị trấn|thị xã|thành phố|quận|huyện)", re.I)
_ENDS_IN_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm)(?:\s+(?:cao|mạnh|nhiều|thấp|ít|nhanh|sâu|nhẹ|chậm|khá|lớn))*(?:\s+nhất)?\s*$", re.I)


_TRADE_OF = re.compile(r"\W*(?:xuất|nhập) khẩu(?: [^\W\d]+){1,6}\s*", re.I)


def measures_alone(phrase: str) -> bool:
    """Whether a phrase says only what is measured: "lượng", "lượng và trị giá"."""
    return all(DIMENSION.fullmatch(clean(x)) for x in re.split(r",|\svà\s", phrase))


def lead_of(pieces: list[tuple[str, str]], found: list[PeriodMention]) -> Lead:
    """The quantity's own clause: the last piece, with the pieces before it that its noun phrase goes on from."""
    among = any(AMONG.fullmatch(d) for d, _ in pieces)
    colon: str | None = None
    text, broke, adverbial = "", "", ""
    index = len(pieces) - 1
    own = pieces[index][1] if pieces else ""
    text, broke = own, pieces[index][0] if pieces else ""
    while index > 0 and broke in (",", "và", ")", "-", "–", "do"):
        left = pieces[index - 1][1]
        if broke == "," and MEASURED.match(clean(trigger_split(text)[0])) and not re.match(r"\s*(?:nhập khẩu|chi)(?!\w)", text) and (not MEASURED.match(clean(left)) or _TRADE_OF.fullmatch(left) and measures_alone(trigger_split(text)[0])):
            adverbial = left
            break
        joint = " " if broke == ")" else f" {broke} " if broke == "và" else broke
        phrase, triggers = trigger_split(text)
        left_phrase, left_triggers = trigger_split(left)
        bare_left = not blank_periods(left, periods_in(left)).strip(" ,.*")
        if broke == ")":  # a remark in parentheses: skip it, go on with what stands before it
            depth = index - 1
            while depth > 0 and pieces[depth][0] != "(":
                depth -= 1
            if depth == 0:
                break
            short = f" ({pieces[depth][1].strip()}) " if index - 1 == depth and re.fullmatch(r"\s*[A-Z]{2,6}\s*", pieces[depth][1]) else " "
            index = depth - 1
            text, broke = pieces[index][1] + short + text, pieces[index][0]
            continue
        if broke == "," and (not re.search(r"\w", text) or re.fullmatch(r"\W*(?:tới|đến|hơn|gần|khoảng|trên)\s*", text) or not clean(phrase) and re.match(r"\s*(?:chỉ )?(?:còn|đạt|ở mức|lên|xuống)", triggers)) and _ENDS_IN_CHANGE.search(left) and not any(CAUSE.fullmatch(d) for d, _ in pieces[:index]):
            text, broke = left + " " + text, pieces[index - 1][0]  # "nhóm hàng hóa và dịch vụ khác tăng cao nhất, 3,88%"
            index -= 1
            continue
        if broke == "," and not clean(phrase) and re.fullmatch(r"\s*từ\s*(?:mức|con số)?\s*", triggers) and re.match(r"\s*(?:\w+ )?(?:tăng|giảm)(?!\w)", left_triggers) and clean(left_phrase):
            text, broke = f"{left} {text}", pieces[index - 1][0]  # "xuất khẩu tăng liên tục, từ 18 triệu USD năm 2015 lên 41 triệu USD"
            index -= 1
            continue
        if broke == "," and re.fullmatch(r"\s*(?:có )?(?:nơi|lúc|thời điểm)\s*", phrase) and triggers.strip() and left_triggers.strip() and clean(left_phrase):
            text, broke = f"{left_phrase} {triggers}", pieces[index - 1][0]  # "cát tăng mạnh, có nơi lên 480 nghìn đồng/m3"
            index -= 1
            continue
        if CAUSE.fullmatch(broke) and broke == "do" and triggers.strip() and MEASURED.match(clean(left)) and not left_triggers.strip() and len(clean(left).split()) > 1 and len(phrase.split()) < 9:
            text, broke = f"{left} do {text}", pieces[index - 1][0]  # "số vụ do vi phạm tốc độ là 43 vụ": whose cause is part of the name
            index -= 1
            continue
        if broke == "," and not re.search(r"\w", text) and re.match(r"\s*là\s+\S", left_triggers) and left_phrase.strip():
            text, broke = left + " " + text, pieces[index - 1][0]  # "thấp nhất là khách Nga, 1,9 nghìn lượt"
            index -= 1
            continue
        if broke == "," and not clean(phrase) and triggers.strip().lower() in ("có", "đã có") and not left_triggers.strip():
            adverbial = left  # "Trong 11 nhóm hàng …, có 8 nhóm …"
            break
        if broke == "," and _ADMINISTRATIVE.fullmatch(clean(phrase)) and re.match(r"\s*(?:tại|ở)\s", left):
            text, broke = left + joint + text, pieces[index - 1][0]  # "tại các trạm y tế xã, thị trấn 74.115 lượt"
            index -= 1
            continue
        if broke == "," and not triggers.strip() and len(phrase.split()) < 4 and re.fullmatch(r"\s*có\s+(?:\S+\s*){1,4}", left) and not MEASURED.match(clean(phrase)):
            text, broke = left + joint + text, pieces[index - 1][0]  # "riêng có bằng cấp, chứng chỉ 22,7%"
            index -= 1
            continue
        if broke == "và" and not triggers.strip() and (foremost := re.search(r"nhất(?: vẫn)? là\s+((?:\S+\s*){1,5})$", left, re.I)):
            text, broke = foremost[1] + joint + text, pieces[index - 1][0]  # "tăng cao nhất là nhóm thuốc và dịch vụ y tế (+8,94%)"
            break
        if broke == "và" and not triggers.strip() and (is_name := re.match(rf"\s*là\s+([{UPPER}].*)", left_triggers)) and re.match(rf"\s*[{UPPER}]", text):
            text, broke = is_name[1] + joint + text, pieces[index - 1][0]  # "kế đến là Ban Quản lý dự án Dân dụng và Công nghiệp"
            break
        if broke in (",", "và") and left_triggers.strip() and (listed := _NAMES_AFTER.match(left_triggers)) and _RANKED.search(left_phrase) and not TRIGGER.search(listed[1]) and not MEASURED.match(clean(phrase)) and not re.search(r"\d", listed[1]):
            text, broke = listed[1] + joint + text, pieces[index - 1][0]  # "Xếp thứ hai là nhà ở, điện, nước và vật liệu xây dựng"
            break
        if broke == "," and (new := _NEW_CLAUSE.match(text)) and (not new[0].strip()[:1].isupper() or not _NAME_LAST.search(left)) and not (index - 1 > 0 and pieces[index - 1][0] == "và"):
            adverbial = left  # "Kết thúc tuần, VN-Index …", "Nhân dịp Tết, các hội đã trao …": a name goes on in lower case
            break
        if broke == "và" and CAUSE.fullmatch(pieces[index - 1][0]) and re.match(r"\s*(?:giá|chi phí|lãi suất|lượng|số)\s\w", phrase) and not MEASURED.match(clean(left)) and triggers.strip():
            adverbial = left  # "do vướng giải phóng mặt bằng và giá vật liệu tăng 15%"
            break
        if bare_left or ADVERBIAL.match(left) or left_triggers.strip() or VERBAL.search(left):
            if broke == "và" and left_triggers.strip() and phrase.strip() == "" and not bare_left:
                text, broke = left + joint + text, pieces[index - 1][0]
                index -= 1
                continue
            if broke == "và" and not left_triggers.strip() and not bare_left and (not VERBAL.search(left) or RATE.match(clean(left)) and not MEASURED.match(clean(phrase))):
                text, broke = left + joint + text, pieces[index - 1][0]
                index -= 1
                continue
            adverbial = left
            break
        if not clean(phrase) and not triggers.strip() and not left.strip():
            break
        if broke == "," and CAUSE.fullmatch(pieces[index - 1][0]):
            break  # a cause ends at its comma
        text, broke = left + joint + text, pieces[index - 1][0]
        index -= 1
    strong = ""
    for d, _ in pieces:
        if d in (";", ":", "(") or AMONG.fullmatch(d) or d == "riêng":
            strong = d
    for i, (d, _) in enumerate(pieces):
        if d == ":" and i > 0:
            colon = pieces[i - 1][1]
            # the head is the noun phrase before the colon, with its comma joins
            j = i - 1
            while j > 0 and pieces[j][0] in (",", "và") and not ADVERBIAL.match(pieces[j - 1][1]):
                joiner = " và " if pieces[j][0] == "và" else ", "
                colon = pieces[j - 1][1] + joiner.rstrip(" ") * (joiner == ", ") + (joiner if joiner != ", " else "") + colon
                j -= 1
    phrase, triggers = trigger_split(text)
    triggers = re.sub(r"^góp(?!\w)", "đóng góp", triggers, flags=re.I)
    inside = " ".join(p for _, p in pieces)
    return Lead(phrase, triggers, among, colon, strong or broke, inside, adverbial)


def before_parenthesis(gap: str) -> str:
    at = gap.rfind("(")
    return gap[:at] if at >= 0 else ""


def run_length(qs: list[Quantity], index: int, text: str) -> int:
    """How many quantities stand in a row from `index`, all of them per cent or none, with only commas and "và" between."""
    count = 1
    while index + count < len(qs) and (qs[index + count].unit == "%") is (qs[index].unit == "%") and re.fullmatch(r"\s*(?:[,;]|và|,\s*và)?\s*(?:đạt|là|tăng|giảm)?\s*", text[qs[index + count - 1].end : qs[index + count].start]):
        count += 1
    return count


def dealt_length(qs: list[Quantity], index: int, text: str) -> int:
    """How many quantities a "lần lượt" deals out from `index`: as `run_length`, each with what may stand in parentheses beside it."""
    open_text = re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), text)
    shown = [q for q in qs[index:] if open_text[q.start : q.end].strip()]
    return run_length(shown, 0, open_text) if shown and shown[0] is qs[index] else run_length(qs, index, text)
