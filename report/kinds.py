"""What kind of figure a quantity is: a level, a growth, a share …; done, estimated, planned or forecast."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import patterns, units
from report.clauses import Lead, Setting, State
from report.lexicon import (
    ASSIGNED,
    AVERAGE,
    BESIDE_GOAL,
    DONE,
    DOWN_RE,
    ESTIMATE,
    EXECUTED,
    FORECAST,
    GIVES,
    LEVEL_RE,
    MAY,
    MEASURED,
    NOT_TARGET,
    PLAN,
    PLAN_TAIL,
    PLAN_WORD,
    RATE,
    RATE_OF,
    SHARE,
    SHORT_OF,
    STANDING,
    TARGET,
    UP_RE,
    YEAR_TAIL,
)
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period
from report.numbers import Quantity, count_of
from report.periods import PeriodMention
from report.phrases import after_noun, clean
from report.timing import base_named, closes_with, or_default


def plan_of(context: str, lead: Lead, q: Quantity) -> bool:
    """Whether the figure itself is a plan's, told by the word before it ("kế hoạch 120 tỷ đồng", "dự toán (3.000 tỷ đồng)")."""
    return bool(context and (PLAN_WORD.search(context) or ASSIGNED.search(context))) or bool(re.search(rf"(?<!\w){PLAN}(?:\s+(?:vốn|giao|được giao|cả năm|năm|là|đề ra|khoảng))*\s*$", f"{lead.phrase} {lead.triggers}", re.I))


def modality_of(q: Quantity, lead: Lead, context: str, state: State, own: list[PeriodMention], setting: Setting) -> Modality:
    text = lead.inside
    named = len(clean(lead.phrase)) > 2 and lead.phrase in lead.inside and not PLAN_WORD.search(lead.phrase)
    if context and re.search(r"số ước|ước", context, re.I) and ESTIMATE.search(context) and not (named and _THAN_AN_ESTIMATE.search(context)):
        return Modality.ESTIMATE
    if context and (re.search(PLAN + r"|đề ra", context, re.I) or ASSIGNED.search(context)) and not named:
        return Modality.TARGET
    own_text = f"{lead.phrase} {lead.triggers}"
    if lead.broke == "(" and re.fullmatch(r"\s*(?:hiện|hiện nay|hiện tại|hiện có|hiện là|hiện đạt)\s*", own_text, re.I):
        return Modality.ACTUAL  # "mở rộng chè lên 9.200 ha (hiện 8.350 ha)"
    goes_on = setting.modality if state.planned and (lead.broke == ";" or units.kind(q.unit).startswith("count:") or MEASURED.match(clean(lead.phrase)) or lead.triggers.strip(" ,") or EXECUTED.search(own_text) or re.search(r"(?<!\w)(?:vì|do|nhờ|bởi)(?!\w)", f"{lead.broke} {lead.inside}")) else state.modality
    if goes_on is Modality.ESTIMATE and setting.modality is not Modality.ESTIMATE and units.kind(q.unit).startswith("count:") and units.kind(state.unit).startswith("money") and clean(lead.phrase):
        goes_on = setting.modality  # "trị giá ước 9,7 tỷ đồng; riêng thuốc lá 21 vụ": cases are counted, not estimated
    bare = NOT_TARGET.sub(" ", own_text)
    if re.search(r"(?<!\w)(?:vượt|hụt)\s*$", bare):
        bare = ""
    if q.unit != "điểm phần trăm" and (SHORT_OF.search(own_text) or BESIDE_GOAL.search(own_text)):
        return Modality.TARGET  # "chưa đạt mục tiêu 65%" names the target
    if FORECAST.search(own_text) or MAY.search(text):
        return Modality.FORECAST
    if units.kind(q.unit).startswith("money") and GIVES.search(own_text):
        return Modality.TARGET
    if ESTIMATE.search(text):
        return Modality.ESTIMATE
    if TARGET.search(bare) or re.search(r"phấn đấu|phải đạt|cần đạt", text, re.I):
        return Modality.TARGET
    if lead.broke == "và" and q.unit == state.unit == "%" and state.modality is Modality.TARGET and any(m.role == "period" for m in own) and not re.search(r"(?<!\w)(?:đã|mới)(?!\w)", own_text):
        return goes_on  # "Mục tiêu đến hết quý III giải ngân 65% và đến 31/12 giải ngân 100% kế hoạch"
    if state.modality in (Modality.TARGET, Modality.FORECAST) and setting.modality is Modality.ACTUAL and (DONE.search(own_text) or EXECUTED.search(own_text) and any(m.period.kind in ("date", "months") and not not_yet(m.period, setting) for m in own) or _ONLY_NOW.search(own_text)):
        return Modality.ACTUAL
    for m in own:  # what is planned or foreseen may look back
        if (setting.modality is Modality.TARGET or state.modality is Modality.FORECAST) and m.role == "period" and m.period.year and setting.period.year and m.period.year < (setting.period.first or setting.period.year) and m.period.kind != "range":
            return Modality.ACTUAL
    return goes_on


_THAN_AN_ESTIMATE = re.compile(r"(?<!\w)(?:so(?: với)?|hơn|kém)\s+(?:so với\s+|mức\s+|số\s+)*ước(?!\w)", re.I)  # "cao hơn 5% so với ước thực hiện năm nay (thu nội địa 10.650 tỷ đồng, …)": its own parts


def not_yet(time: Period, setting: Setting) -> bool:
    """Whether a day or a run of months ends after what the report is about: nothing is done by then."""
    known = setting.main or setting.period
    if not known.year or not known.part and known.kind != "half" or not time.part:
        return False
    year, month = time.year or known.year, time.part // 100 if time.kind == "date" else time.part
    return (year, month) > (known.year, closes_with(known))


# What is compared with is told as well: "thấp hơn mức bình quân 514 USD/tấn tính từ đầu năm".
_OF_A_LEVEL = re.compile(r"(?<!\w)(?:cao|thấp|nhiều|ít|lớn|nhỏ|kém)\s+hơn\s+(?:(?:khá |rất )?(?:nhiều|xa|hẳn|đáng kể)\s+)?(?:so với\s+)?(?:mức|con số)(?:\s+(?:bình quân|trung bình|giá|thặng dư|thâm hụt|xuất siêu|nhập siêu))?\s*$")
_ONLY_NOW = re.compile(r"(?<!\w)(?:đến nay|đến thời điểm này|hiện nay|thực tế)(?!\w)|(?<!\w)mới\s+(?:chỉ\s+)?(?=vào|thu|đạt|có|được|giải ngân|nộp|thực hiện)|(?:^|[,;]|(?<!\w)(?:chỉ|đến nay|thì|mà))\s*mới\s+(?:chỉ\s+)?\w+(?:\s+được)?\s*$", re.I)  # "chín tháng mới vào kho bạc"
# What is compared with is another place, not another time: "kém bình quân cả nước 0,9 điểm phần trăm".
_ALL_OF = r"(?:cả nước|toàn quốc|toàn tỉnh|toàn ngành|cả tỉnh|toàn vùng|vùng|nông thôn|thành thị|nam giới|nữ giới|các tỉnh)"
ELSEWHERE = re.compile(
    rf"(?<!\w)(?:hơn|kém|vượt|dưới|trên|so với)\s+(?:so với\s+)?(?:mức\s+)?(?P<where>(?:bình quân|trung bình)(?:\s+chung)?(?:\s+(?:của\s+)?(?:khu vực\s+)?{_ALL_OF})?(?!\w)|(?:(?:của|khu vực)\s+)?{_ALL_OF}(?!\w))", re.I,
)  # fmt: skip
_RECOVERS = re.compile(r"(?<!\w)(?:phục hồi|hồi phục|tăng tốc|bứt phá)(?: dần| mạnh| nhẹ)?\s+lên(?:\s+(?:mức|tới|đến|gần|hơn|trên|khoảng))*\s*$", re.I)  # "chỉ tăng 5,5%, sau đó phục hồi lên 12%": a growth again
BASED = (Measure.GROWTH, Measure.INDEX, Measure.COMPLETION, Measure.CHANGE, Measure.MULTIPLE)


def measure_of(q: Quantity, lead: Lead, phrase: str, tail: str, state: State, base_mention: Period, index: int, later: str, period: Period) -> tuple[Measure, Direction, Base]:
    """The measure of a quantity with its direction and base."""
    triggers, low = lead.triggers, lead.triggers.lower()
    around = f"{triggers} {tail}"
    up, down = last_start(UP_RE, triggers), last_start(DOWN_RE, triggers)
    level = last_start(LEVEL_RE, triggers)
    direction = Direction.NONE if max(up, down) < 0 else Direction.UP if up > down else Direction.DOWN
    changed = max(up, down)
    if level > changed >= 0 and re.search(r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|kém)\s+hơn(?!\s+(?:là|mức))[^,;:]*\s(?:là|tới|đến)\s*(?:gần|khoảng|hơn|trên)?\s*$", low):
        level = -1  # "cao hơn năm 2023 là 11 trường hợp"
    if changed >= 0 and q.unit != "%" and re.search(r"(?<!\w)(?:nhờ|do|vì|để|trong đó|sau khi|khi|buộc|khiến)(?!\w)|,\s*[^\W\d]", triggers[changed:], re.I):
        changed, direction = -1, Direction.NONE
    percent = q.unit in ("%", "‰", "điểm phần trăm", "điểm")
    average = bool(AVERAGE.search(triggers)) or "/" in q.unit_text and q.unit_text.replace(" ", "").endswith("%/năm")
    base = base_named(f"{around} {later}" if changed >= 0 or "so" in low else f"{tail} {later}", base_mention, period, average)
    if base is Base.NONE and changed >= 0 and re.match(r"\s*trong (?:tháng|quý|kỳ)(?! \d)(?!\w)", tail, re.I):
        base = Base.PREVIOUS  # "tăng 0,38% trong tháng"
    named_growth = bool(RATE_OF.search(lead.phrase)) and q.unit == "%" and not RATE.match(phrase)
    if q.unit == "lần" and not re.search(r"gấp|tăng|bằng|hơn|so|giảm", low) and after_noun(tail):
        return Measure.LEVEL, Direction.NONE, Base.NONE
    if q.unit == "lần" and (re.search(r"gấp|tăng|bằng", low) or not phrase):
        return Measure.MULTIPLE, direction if direction is not Direction.NONE else Direction.UP, base if base is not Base.NONE else Base.YEAR
    if q.unit == "điểm phần trăm" and "đóng góp" not in low:
        if direction is Direction.NONE:
            direction = state.growth
        if base is Base.NONE and ELSEWHERE.search(around):
            return Measure.CHANGE, direction, Base.FIXED
        return Measure.CHANGE, direction, base if base is not Base.NONE else state.led if state.led is not Base.NONE else Base.YEAR
    if (q.high is not None or q.bound is Bound.OVER) and not re.match(r"\s*(?:xuống|lên|còn|về)(?!\w)", tail):  # "từ 3,2 đến 3,4%", "từ 8% trở lên"
        low = re.sub(r"(?<!\w)từ\s*$", "", low)
    if "đóng góp" in low and percent:
        if "điểm" not in q.unit:
            return Measure.SHARE, Direction.NONE, base
        return Measure.CHANGE, Direction.NONE, base if base is not Base.NONE else state.led
    if "%" in q.unit_text and re.search(r"/\s?năm", q.unit_text) and not RATE.search(f"{phrase or state.subject}") and not re.search(r"(?<!\w)(?:lãi|cổ tức|lợi suất|phí|chiếm)(?!\w)", f"{phrase or state.subject} {low}", re.I):
        falls = bool(re.search(r"(?<!\w)giảm(?!\w)", low)) or not re.search(r"(?<!\w)tăng(?!\w)", low) and not phrase and state.growth is Direction.DOWN
        return Measure.GROWTH, Direction.DOWN if falls else Direction.UP, Base.AVERAGE  # only a rate of growth is so much a year
    if q.value < 0 and q.unit not in ("°C", "") and not re.search(r"(?<!\w)(?:là|ở mức|đạt|còn)\s*$", low):
        return Measure.GROWTH if q.unit == "%" else Measure.CHANGE, Direction.DOWN, or_default(base, average, state)
    if q.unit == "%" and q.signed:
        return Measure.GROWTH, Direction.UP, or_default(base, average, state)
    if named_growth and phrase and re.fullmatch(r"(?:mức|tốc độ) (?:tăng|giảm)(?: trưởng)?|tăng trưởng", phrase, re.I) and re.search(r"(?<!\w)còn\s*(?:khoảng|gần|hơn|trên|dưới)?\s*$", low):
        return Measure.GROWTH, Direction.DOWN if "giảm" in phrase.lower() else Direction.UP, or_default(base, average, state)  # "mức tăng chỉ còn 4%"
    if re.search(r"(?<!\w)từ\s*$", low) or re.search(r"(?<!\w)(?:lên|xuống|xuống còn|còn|(?<=giảm )về|(?<=hạ )về|(?<!hoàn )thành|lên mức|lên tới|lên đến)\s*(?:mức|khoảng|gần|hơn|trên|dưới)?\s*$", low):
        if changed >= 0 and re.search(r"(?:tăng|nhích|nhích nhẹ|đắt|đội) lên\s*$", low) and percent and not RATE.search(phrase or state.subject):
            return Measure.GROWTH, direction, base
        if percent and index and state.measure is Measure.GROWTH and state.unit == "%" and _RECOVERS.search(f"{lead.phrase} {triggers}"):
            return Measure.GROWTH, Direction.UP, or_default(base, average, state)
        return Measure.LEVEL, Direction.NONE, Base.NONE
    if q.unit == "%":
        plan_tail = bool(PLAN_TAIL.match(tail)) or bool(_OF_ALL_PLANNED.match(tail) and (re.search(r"đạt|hoàn thành|thực hiện", low) or patterns.PAID_OUT.search(phrase or state.subject))) or bool(re.search(rf"so với (?:mức )?{PLAN}", low))
        if changed >= 0 and changed >= level or changed >= 0 and re.search(r"tốc độ|mức tăng|tăng trưởng", low):
            if re.search(r"(?:vượt|hụt)", low) and (base in (Base.NONE, Base.PLAN)):
                return Measure.GROWTH, direction, Base.PLAN
            return Measure.GROWTH, direction, or_default(base, average, state)
        if named_growth:
            fall = bool(re.search(r"tốc độ giảm|mức giảm|tăng trưởng âm", lead.phrase, re.I)) or q.value < 0
            return Measure.GROWTH, Direction.DOWN if fall else Direction.UP, or_default(base, average or bool(AVERAGE.search(lead.phrase)), state)
        if re.search(r"(?<!\w)(?:chiếm|(?:tỷ|tỉ) trọng)", low) or SHARE.search(lead.phrase):
            return Measure.SHARE, Direction.NONE, Base.NONE
        if plan_tail and not RATE.match(phrase):
            return Measure.COMPLETION, Direction.NONE, Base.PLAN
        if "bằng" in low and (YEAR_TAIL.match(tail) or base in (Base.YEAR, Base.FIXED, Base.PREVIOUS, Base.DECEMBER)):
            return Measure.INDEX, Direction.NONE, base if base is not Base.NONE else Base.YEAR
        if "bằng" in low and tail.strip():
            return Measure.SHARE, Direction.NONE, Base.NONE
        if phrase and RATE.search(phrase):
            return Measure.LEVEL, Direction.NONE, Base.NONE
        if phrase and STANDING.match(phrase):
            return Measure.LEVEL, Direction.NONE, Base.NONE
        if phrase and not low.strip() and (index or state.told) and state.unit == "%" and lead.broke != "(" and not (state.level_first and state.measure in (Measure.GROWTH, Measure.CHANGE)):
            return state.measure, state.growth, (state.base if state.base is not Base.NONE else or_default(base, average, state)) if state.measure in BASED else Base.NONE  # "nông nghiệp tăng 3%, công nghiệp 8%"
        if not phrase and index and state.unit == "%" and state.measure is Measure.GROWTH and changed < 0 and re.search(r"mục tiêu|chỉ tiêu|giới hạn|ngưỡng|,\s*kế hoạch\s*$|^\W*kế hoạch\s*$", lead.inside, re.I) and not re.search(r"bằng|hoàn thành", low):
            return Measure.GROWTH, state.growth, state.base  # "tăng 3,2%, nằm trong mục tiêu khoảng 4,5%"
        if not phrase and not low.strip() and index and state.unit == "%" and state.measure is Measure.GROWTH and re.match(r"\s*về\s", tail):
            return state.measure, state.growth, base if base is not Base.NONE else state.base  # "tăng 9,9% về lượng và 9,2% về trị giá"
        if not phrase and not low.strip() and state.told and state.unit == "%" and not index:
            return state.measure, state.growth, or_default(base, average, state) if state.measure in BASED else Base.NONE
        if not phrase and not low.strip() and index and state.unit == "%" and state.measure in (Measure.COMPLETION, Measure.INDEX) and base in (Base.YEAR, Base.PREVIOUS, Base.DECEMBER, Base.FIXED) and re.match(r"\s*(?:so|cùng kỳ|năm trước|thực hiện)(?!\w)", tail):
            return Measure.INDEX, Direction.NONE, base  # "bằng 97,0% dự toán và 106,5% so với năm 2023"
        if not phrase and not low.strip() and index and state.unit == "%" and state.measure is Measure.GROWTH and lead.broke != "(" and base in (Base.YEAR, Base.PREVIOUS, Base.DECEMBER, Base.FIXED) and re.match(r"\s*so\s", tail):
            return Measure.GROWTH, state.growth, base  # "tăng 9,7% so với tháng trước và 7,3% so với cùng kỳ"
        if not phrase and state.subject_unit not in ("%", "") and index:
            if re.search(r"kế hoạch|dự toán|chỉ tiêu", low):
                return Measure.COMPLETION, Direction.NONE, Base.PLAN
            return Measure.SHARE, Direction.NONE, Base.NONE
        if not phrase and not low.strip() and index and state.unit == "%":
            return state.measure, state.growth, state.base if state.measure in BASED else Base.NONE
        if phrase and not low.strip() and tail.strip() and not RATE.search(phrase) and not MEASURED.match(phrase):
            return Measure.SHARE, Direction.NONE, Base.NONE
        return Measure.LEVEL, Direction.NONE, Base.NONE
    if _OF_A_LEVEL.search(low):
        return Measure.LEVEL, Direction.NONE, Base.NONE
    if by := re.search(r"(?<!\w)với mức (tăng|giảm)\s*(?:là|tới|gần|hơn|khoảng)?\s*$", f"{lead.phrase} {low}", re.I):
        return Measure.CHANGE, Direction.DOWN if by[1].lower() == "giảm" else Direction.UP, base if base is not Base.NONE else state.led if state.led is not Base.NONE else Base.YEAR
    if changed >= 0 and changed > level and not re.search(r"nâng\s*$", low):
        if (q.bound is Bound.OVER and re.fullmatch(r"\s*hơn\s*", low)) or re.search(r"(?:(?:vượt|qua)\s+(?:mốc|mức|ngưỡng|con số)|(?:xuống|về|dưới|lên|trên)\s+(?:mốc|ngưỡng))\s*$", low):
            return Measure.LEVEL, Direction.NONE, Base.NONE
        return Measure.CHANGE, direction, base if base is not Base.NONE else (Base.PLAN if re.search("vượt|hụt", low) and PLAN_TAIL.match(tail) else state.base if state.base in (Base.PREVIOUS, Base.DECEMBER) and not phrase else Base.NONE if re.search(r"(?<!\w)so(?!\w)", tail) else state.led if state.led is not Base.NONE else Base.YEAR)
    return Measure.LEVEL, Direction.NONE, Base.NONE


def last_start(pattern: re.Pattern[str], text: str) -> int:
    last = -1
    for m in pattern.finditer(text):
        last = m.start()
    return last


_OF_ALL_PLANNED = re.compile(rf"\s*tổng (?:(?:số|mức) )?(?:vốn )?(?:theo )?{PLAN}(?!\w)", re.I)  # "đã giải ngân 39 tỷ đồng, đạt 64,9% tổng kế hoạch vốn"
_THAN_PLAN = re.compile(rf"(?<!\w)so\s+(?:với\s+)?(?:mức\s+)?{PLAN}(?:(?!(?<!\w)(?:đạt|bằng|thực hiện|được|còn|do|vì|nhờ|bởi|khi|có|và)(?!\w))[^\d,;:()%])*\(?$", re.I)
_TOO = re.compile(r"\s*(?:,|;|và|,\s*(?:và|còn|trong khi))\s(?:[^,;:()%\d]|\d{1,2} tháng){2,60}?(?:\s(?:mới|chỉ|đã|cũng|ước))*\s(?:đạt|bằng)(?:\s(?:được|khoảng|gần|hơn|trên|tới|mới|chỉ))*\s*", re.I)
_THESE_AGAIN = re.compile(r"(?<!\w)(?P<n>hai|ba|bốn|[2-4])\s(?:tỷ lệ|tỉ lệ|con số|mức|chỉ số|tốc độ)(?:\s[^\W\d]+){0,2}?\s(?:này|đó|ấy|trên|nói trên)\s(?:lần lượt|tương ứng)(?:\s(?:là|đạt|ở mức|chỉ|mới|bằng))*\s*$", re.I)
_BESIDE_PLAN = re.compile(
    r"^\W*(?:nếu\s+)?(?:so(?:\s+sánh)?\s+với|đối chiếu\s+(?:với|theo)|tính\s+(?:theo|trên))\s+(?:mức\s+)?(?:dự toán|kế hoạch|chỉ tiêu)(?!\w)[^,;:()%\d]*(?:\([^()%]*\)|(?:là|ở mức)\s[^,;:()%]*)?,\s*(?:thì\s+)?(?P<what>(?:[^,;:()%\d]|\d{1,2} tháng)+?)"
    r"(?:\s(?:mới|chỉ|đã|cũng|ước))*\s(?:đạt|bằng)(?:\s(?:được|khoảng|gần|hơn|trên|tới|mới|chỉ))*\s*$", re.I,
)  # fmt: skip
_COMES_TO = re.compile(r"(?!.*%)[^;:()]{0,50}?(?:^|[\s,])(?:đạt|bằng)(?:\s+(?:được|khoảng|gần|hơn|trên|tới))*\s*|\)?\s*thì\s+(?:tỷ lệ|mức)?(?:[^\W\d]+\s){0,4}?\s*(?:chỉ|mới|đạt|bằng|là|được|khoảng|gần|hơn|\s)*", re.I)
_THEN_TOO = re.compile(r"\)?,\s*(?:trong khi|trong lúc|còn|mà)\s+(?:cùng kỳ|cùng thời điểm|năm (?:trước|ngoái|\d{4}))[^,;:()%]*?\s(?:là|đạt|mới|chỉ)\s*(?:là|đạt|được|khoảng|gần|hơn|\s)*|[,;]\s*(?:còn\s|và\s)?(?:(?:tính\s)?(?:đến|tới)\s)?(?:(?:cuối|hết|đầu)\s)?(?:tháng|quý|ngày|năm)\s[^,;:()%]{1,25}?\s(?:mới |chỉ |còn )*(?:là|đạt|ở mức)\s(?:khoảng|gần|hơn|\s)*", re.I)


def told_of_then(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where so many rates are told of another time: each is of what the rates before it are.

    "bằng 45,8% kế hoạch HĐND tỉnh giao và 50,7% kế hoạch Thủ tướng giao; cùng kỳ hai tỷ lệ này lần lượt là 41,3% và 46,9%".
    """
    out = list(figures)
    for i, first in enumerate(out):
        again = _THESE_AGAIN.search(text[: first.span.start - offset])
        count = count_of(again["n"]) if again else None
        if not count or i + count > len(out):
            continue
        before = [f for f in out[:i] if f.unit == first.unit][-count:]
        if len(before) == count and all(f.unit == first.unit for f in out[i : i + count]):
            out[i : i + count] = [replace(f, indicator=b.indicator, head=b.head, measure=b.measure, base=b.base, direction=b.direction, modality=b.modality, period=first.period) for f, b in zip(out[i : i + count], before, strict=True)]
    return out


def against_plan(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where a plan that leads its sentence is one, and what is said of it after, or after another share of it, is a share of it.

    "So với kế hoạch 1.000 tấn, mới đạt 90%"; "đến 30/9 đạt 65%, cả năm 95% kế hoạch".
    """
    out = list(figures)
    for i, f in enumerate(out):
        after = out[i + 1] if i + 1 < len(out) else None
        if f.measure is Measure.LEVEL and _THAN_PLAN.search(text[: f.span.start - offset]):
            out[i] = replace(f, modality=Modality.TARGET)
            if after is not None and after.unit == "%" and after.measure in (Measure.LEVEL, Measure.SHARE) and f.unit != "%" and _COMES_TO.fullmatch(text, f.span.end - offset, after.span.start - offset):
                out[i + 1] = replace(after, measure=Measure.COMPLETION, base=Base.PLAN)
    leads = next((i for i, f in enumerate(out) if f.unit == "%"), 0)
    in_brackets = leads > 1 and all(text.rfind("(", 0, f.span.start - offset) > text.rfind(")", 0, f.span.start - offset) for f in out[:leads])
    for i, f in enumerate(out[: leads + 1 if in_brackets else 2]):  # "So với dự toán Trung ương giao (15.320 tỷ đồng), tổng thu đã đạt 68,5%"
        if f.unit == "%" and f.measure in (Measure.LEVEL, Measure.SHARE, Measure.COMPLETION) and not RATE.match(f.indicator) and (i == 0 or out[0].modality is Modality.TARGET) and _BESIDE_PLAN.match(text[: f.span.start - offset]):
            out[i] = replace(f, measure=Measure.COMPLETION, base=Base.PLAN, modality=Modality.ESTIMATE if f.modality is Modality.ESTIMATE else Modality.ACTUAL)
            out[:i] = [*(replace(g, indicator=f.indicator, head=f.head) for g in out[: min(i, 1)]), *(replace(g, modality=Modality.TARGET) for g in out[1:i])]
            for k in range(i + 1, len(out)):
                if out[k].unit != "%" or out[k].measure not in (Measure.LEVEL, Measure.SHARE) or RATE.match(out[k].indicator) or not _TOO.fullmatch(text, out[k - 1].span.end - offset, out[k].span.start - offset):
                    break
                out[k] = replace(out[k], measure=Measure.COMPLETION, base=Base.PLAN, modality=out[i].modality)
    for i in range(1, len(out)):
        f, told = out[i], next((g for g in reversed(out[:i]) if g.unit == "%"), None)
        if told is not None and told.measure is Measure.COMPLETION and f.unit == "%" and f.measure in (Measure.LEVEL, Measure.SHARE) and f.indicator == told.indicator and _THEN_TOO.fullmatch(text, out[i - 1].span.end - offset, f.span.start - offset):
            out[i] = replace(f, measure=Measure.COMPLETION, base=Base.PLAN)  # "đạt 35% kế hoạch, trong khi cùng kỳ năm 2023 là 38,7%"
    for i in range(len(out) - 2, -1, -1):
        f, after = out[i], out[i + 1]
        between = text[f.span.end - offset : after.span.start - offset]
        if f.unit == "%" and f.measure is Measure.LEVEL and after.measure is Measure.COMPLETION and (f.indicator, f.head, f.modality) == (after.indicator, after.head, after.modality) and f.period != after.period and re.match(r"\s*(?:,|và\s)[^;:()]*$", between) and not re.search(r"tỷ lệ|tỉ lệ", f.indicator, re.I):
            out[i] = replace(f, measure=Measure.COMPLETION, base=Base.PLAN)
    return out
