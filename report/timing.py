"""The times of a sentence: which of them a figure is about, which it is compared with, what that comparison is called, and what is handed on."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace

from report.clauses import Setting, State, before_parenthesis
from report.lexicon import PLAN, PLAN_TAIL, PLAN_WORD, TRIGGER
from report.model import Base, Figure, Measure, Modality, Period
from report.numbers import Quantity, count_of
from report.periods import PeriodMention, contains, month_span, same, with_year


def period_and_base(mentions: list[PeriodMention], year: int | None) -> tuple[Period, Period, PeriodMention | None]:
    """The last period and the last base among `mentions`."""
    own, base, last = Period(), Period(), None
    for m in mentions:
        if m.role == "base":
            base = m.period
        elif m.period and m.role != "since" and not (m.period.kind == own.kind == "range" and not m.period.year):  # "giai đoạn 2021–2025 … 5 năm" is one time
            of_year = own.year if own.kind == "year" and m.period.kind in ("month", "months", "quarter", "half") else year  # "Cùng thời điểm này năm 2023, CPI bình quân 7 tháng …"
            own, last = with_year(m.period, of_year) if m.period.kind != "range" else m.period, m
    return own, base, last


_SINCE_THEN = re.compile(r"(?<!\w)từ\s*$", re.I)
_AND_ITS_GROWTH = re.compile(r"\s*và\s+(?:tốc độ|nhịp độ|mức)\s+(?:tăng|phát triển)[^\d,;:]*")


def measure_year(mentions: Sequence[PeriodMention], last: PeriodMention, text: str) -> Period:
    """The year of the levels where the growth of a range is told with them: "Sản lượng năm 2020 và tốc độ tăng bình quân giai đoạn 2016-2020"."""
    return next((m.period for m in mentions if m.period.kind == "year" and m.end < last.start and _AND_ITS_GROWTH.fullmatch(text[m.end : last.start])), Period())


def relation(period: Period, base: Period) -> Base:
    """What a comparison of `period` with `base` is called; NONE where their times do not tell."""
    if not period.year or not base.year:
        return Base.NONE
    years = period.year - base.year
    if base.kind == "month" and base.part == 12 and years == 1 and period.kind != "year" and not (period.kind == "month" and period.part in (1, 12)):
        return Base.DECEMBER
    if base.kind == period.kind == "season" and base.part and period.part:
        order = [24 * p.year + 2 * (p.part % 100) + p.part // 100 for p in (period, base) if p.year and p.part]
        return Base.PREVIOUS if order[0] - order[1] == 1 else Base.YEAR if order[0] - order[1] == 24 else Base.FIXED
    if base.kind == period.kind and base.kind in ("month", "quarter") and base.part and period.part:
        steps = years * (12 if base.kind == "month" else 4) + period.part - base.part
        return Base.PREVIOUS if steps == 1 else Base.YEAR if years == 1 and base.part == period.part else Base.FIXED
    if years == 1 and (base.kind == "year" or base.kind == period.kind and base.part == period.part):
        return Base.YEAR
    return Base.FIXED


def base_named(text: str, base_mention: Period, period: Period, average: bool) -> Base:
    low = text.lower()
    if period.kind == "date" and period.part and base_mention.kind == "month":
        period = Period("month", period.year, part=period.part // 100)  # "đến 31/8 còn 1.468 tỷ đồng, giảm 1,9% so với cuối tháng 7"
    if base_mention.kind == period.kind == "season" and (period.part, base_mention.part) == (200, 100):
        return Base.PREVIOUS  # "kỳ 2 … so với kỳ 1", of whatever month
    if base_mention.kind == "season":
        base_mention = with_year(base_mention, period.year)
    elif base_mention.kind in ("month", "quarter") and base_mention.kind == period.kind and base_mention.part and period.part and period.year:
        base_mention = with_year(base_mention, period.year - (base_mention.part >= period.part))  # "tháng 10 … cao hơn tháng 9"
    if base_mention.kind in ("month", "quarter", "season") and base_mention.year and period.kind == base_mention.kind and (found := relation(period, base_mention)) is not Base.NONE:
        return found
    if re.search(r"so\s+(?:với\s+)?(?:mức\s+|thực hiện\s+)?(?:cuối\s+)?tháng\s*(?:12|mười hai)|(?:so|(?:cao|thấp)\s+hơn(?:\s+so)?)\s+(?:với\s+)?(?:thời điểm\s+|mức\s+)*(?:cuối|đầu)\s+năm|so\s+(?:với\s+)?(?:thời điểm\s+)?(?:cuối\s+)?(?:ngày\s+)?31[/-]12", low):
        return Base.DECEMBER
    if re.search(r"so\s+(?:với\s+)?(?:cuối\s+)?(?:tháng|quý|kỳ|tuần)\s+(?:trước|liền)|(?:tháng|quý) trước(?!\s+đó)|tháng (?:trước đó|liền kề)|so với (?:tháng|quý) ", low) and "cùng kỳ" not in low:
        return Base.PREVIOUS
    if re.search(rf"(?:so\s+(?:với\s+)?|vượt\s+|hụt\s+|thấp hơn\s+|cao hơn\s+)(?:mức\s+|tiến độ\s+|giá\s+)?(?:các\s+)?{PLAN}", low) or PLAN_TAIL.match(text):
        return Base.PLAN
    if re.search(r"cùng kỳ|năm trước|năm ngoái|cùng thời điểm|cùng tháng|cùng quý", low):
        return Base.YEAR
    if base_mention.year and re.search(r"so\s|gấp|bằng|năm", low):
        if base_mention.kind == "year" and (period.year is None or base_mention.year == period.year - 1):
            return Base.YEAR
        if base_mention.kind == period.kind and period.year and base_mention.year == period.year - 1:
            return Base.YEAR
        return Base.FIXED
    return Base.AVERAGE if average else Base.NONE


_FIRST = re.compile(r"\W*so\s+(?:với\s+)?(?:cùng\s+)?(?:tháng|quý)(?!\w)", re.I)


def a_year_later(text: str, since: Period, about: Period) -> Period | None:
    """The month or quarter of this year whose change a sentence tells that starts "So với tháng 9/2022, …" where nine months are spoken of; None elsewhere."""
    if not _FIRST.match(text) or since.kind not in ("month", "quarter") or not since.year or about.year != since.year + 1 or about.kind == since.kind:
        return None
    then, now = month_span(since), month_span(about)
    return Period(since.kind, about.year, part=since.part) if then and now and then[1] == now[1] else None


def next_after(text: str, since: Period, about: Period) -> Period | None:
    """The month or quarter that ends the months spoken of, where a sentence starts "So với tháng 9, …" with the one before it; None elsewhere."""
    if not _FIRST.match(text) or about.kind not in ("months", "half") or not about.year or not about.part or since.year not in (None, about.year):
        return None
    last = about.part * 6 if about.kind == "half" else about.part
    if since.kind == "month" and since.part == last - 1:
        return Period("month", about.year, part=last)
    return Period("quarter", about.year, part=last // 3) if since.kind == "quarter" and last % 3 == 0 and since.part == last // 3 - 1 else None


_COMPARED = re.compile(r"(?:(?<!\w)(?:so(?: với)?|hơn|bằng|gấp|kém|vượt|lần|với|theo|như)(?: cùng (?:tháng|quý|thời điểm))?|%|điểm phần trăm)\s*(?:(?:mức|thực hiện|kết quả|số|bình quân|trung bình)\s*){0,2}(?:của)?\s*$", re.I)
_LEVEL_OF = re.compile(r"(?:(?:so\s+với|(?:trái|khác|ngược)(?:\s+hẳn)?\s+với(?=\s+(?:con số|mức))|bằng|hơn|kém|dưới|trên|vượt|khỏi)\s+(?:gần\s+|khoảng\s+)?(?:con số|mốc|ngưỡng|mức(?: (?P<up>tăng(?: trưởng)?)| (?P<down>giảm)| thực hiện| bình quân| trung bình| đạt được| (?:xuất|nhập) siêu| thặng dư| thâm hụt| thu| chi)?|tốc độ (?:(?P<up2>tăng(?: trưởng)?)|(?P<down2>giảm))|số|kết quả|tỷ lệ|kỷ lục)?|(?<!\w)(?:mức(?: (?:(?:xuất|nhập) siêu|thặng dư|thâm hụt))?|con số))\s*(?:gần|khoảng|hơn|trên)?\s*$", re.I)
_OF_TIME = re.compile(r"\s*(?:(?:của|trong|ở|vào|hồi|đạt được|đã đạt|ghi nhận(?: được)?|có được|cuối|thực hiện|bình quân|tính chung)\s*)*(?:cả\s+)?$", re.I)
_RATE_OF_TIME = re.compile(r"(?:so\s+với|hơn|bằng|kém)\s+(?:mức|tốc độ)\s+(?:tăng|giảm)(?:\s+trưởng)?\s+(?:(?:của|trong|bình quân|cả|chung)\s+)+$", re.I)  # "thấp hơn mức tăng của bình quân 7 tháng năm 2025 (tăng 3,48%)"


def compared_in(title: str) -> Base:
    """The one base that a title compares with ("So với tháng trước"); NONE where it names none or several."""
    said = [m[0] for m in re.finditer(r"so\s+(?:với\s+)?(?:(?!so (?:với|cùng|tháng|quý|năm|kỳ|cuối|đầu)\s)[^,;.])+", title, re.I)]
    parts = [part if i == 0 else f"so với {part}" for one in said for i, part in enumerate(re.split(r"\svà\s+(?=(?:cùng|tháng|quý|năm|cuối|đầu)\s)", one))]  # "So với tháng 12 năm 2023 và cùng kỳ năm trước"
    found = {base_named(part, Period(), Period(), False) for part in parts}
    return found.pop() if len(found) == 1 else Base.NONE


def told_base(piece: str, mentions: list[PeriodMention], period: Period, year: int | None) -> Base:
    """What "So với tháng trước, …" compares the figures after it with."""
    known = next((with_year(m.period, year) for m in mentions if m.period.kind), Period())
    base = base_named(piece, known, period, False)
    return base if base is not Base.NONE else Base.FIXED if known else Base.YEAR


def at_time(state: State, period: Period) -> State:
    """`state` at the time of a figure."""
    return replace(state, period=period) if period else state


def due_periods(own: Period, mentions: list[PeriodMention], told: list[Figure], count: int, year: int | None = None) -> list[Period]:
    """The times of a row of values: "các năm 2022-2024 lần lượt là …", or those of the row before ("nhập siêu lần lượt …")."""
    if count < 2:
        return []
    for a, b in zip(mentions, mentions[1:], strict=False):
        if a.period.kind == b.period.kind and a.period.kind in ("month", "quarter") and a.period.part and b.period.part and b.period.part - a.period.part + 1 == count > 2 and a.period.year in (None, b.period.year):
            return [Period(a.period.kind, b.period.year or year, part=part) for part in range(a.period.part, b.period.part + 1)]  # "từ tháng 1 đến tháng 5 lần lượt …"
    named = [m.period for m in mentions if m.period.kind in ("month", "quarter") and m.period.part and m.role in ("period", "since")]
    if len(named) == count == len({(p.kind, p.part) for p in named}) and len({p.kind for p in named}) == 1:
        last_year = next((p.year for p in reversed(named) if p.year), year)
        return [replace(p, year=p.year or last_year) for p in named]  # "quý I, quý II và quý III lần lượt …"
    years = [m.period.year for m in mentions if m.period.kind == "year" and m.period.year and m.role in ("period", "deadline")]
    if len(years) == count == len(set(years)):  # "các năm 2020, 2021 và 2022 tăng tương ứng …"
        part = next((m.period for m in mentions if m.period.kind in ("month", "months", "quarter", "half") and m.role == "period" and not m.period.year), Period("year"))
        return [Period(part.kind, year, part=part.part) for year in years]
    if own.kind == "range" and own.first and own.year and own.year - own.first + 1 == count:
        part = next((m.period for m in mentions if m.period.kind in ("month", "months", "quarter", "half") and m.role == "period"), Period("year"))
        return [Period(part.kind, year, part=part.part) for year in range(own.first, own.year + 1)]
    last = [f.period for f in told[-count:]]
    return last if not own and len(last) == count == len({(p.kind, p.year, p.part) for p in last}) else []


def first_of_year(own: Period, mentions: Sequence[PeriodMention], count: int, year: int | None) -> list[Period]:
    """Each of the first quarters or months of a year that a row of `count` values is told for: "hai quý đầu năm, GRDP tăng lần lượt …"; else none."""
    of = next((m for x in mentions if own and x.role == "period" and x.period.part == own.part and (m := _FIRST_OF_YEAR.match(x.period.label))), None)
    kind, length = ("quarter", 3) if of and of["of"].lower() == "quý" else ("month", 1)
    return [Period(kind, own.year or year, part=part) for part in range(1, count + 1)] if of and count_of(of["n"]) == count and own.part == count * length else []


_FIRST_OF_YEAR = re.compile(r"(?P<n>[2-4]|hai|ba|bốn)\s(?P<of>quý|tháng)\sđầu(?!\w)", re.I)


def single_times(mentions: list[PeriodMention], text: str, year: int | None) -> list[PeriodMention]:
    """The mentions, each a time of its own: "10 tháng năm ngoái" is one, "trong tháng 6 và tháng 7" is neither of the two.

    The days in "kỳ 2 tháng 5 (từ ngày 16/5 đến ngày 31/5)" only say which days that is.
    """
    spelled = [(m.start(), m.end()) for m in _DAYS_OF.finditer(text) if any(0 <= m.start() - x.end <= 2 for x in mentions)]
    mentions = [m for m in mentions if not any(a <= m.start < b for a, b in spelled)]
    for i in range(len(mentions) - 2, -1, -1):
        a, b = mentions[i], mentions[i + 1]
        if a.period.year is None and a.period.kind in ("month", "months", "quarter", "half") and not b.period.kind and year and re.fullmatch(r"\s*(?:của\s*)?", text[a.end : b.start]) and re.match(r"(?:cùng kỳ )?năm (?:trước|ngoái)", text[b.start : b.end], re.I):
            mentions[i : i + 2] = [PeriodMention(a.start, b.end, replace(a.period, year=year - 1), a.role)]
    paired = {i for i, (a, b) in enumerate(zip(mentions, mentions[1:], strict=False)) if a.period.kind == b.period.kind == "month" and a.role == b.role == "period" and text[a.end : b.start].strip() in ("và", "đến", "-", "–", "sang")}
    paired |= {i for i, m in enumerate(mentions) if m.period.kind == "month" and re.search(r"(?:các|những)\s$", text[: m.start]) and re.match(r"\s*(?:,|và)\s*\d", text[m.end :])}
    paired |= {i for i, (a, b) in enumerate(zip(mentions, mentions[1:], strict=False)) if a.period.kind == "month" and b.period.kind in ("month", "months") and not text[a.end : b.start].strip() and _UP_TO.match(text[b.start : b.end]) and (part := _STARTS.search(text[: a.start])) and (part[1] or a.period.part != 1)}
    return [replace(m, role="since") if i in paired or i - 1 in paired else m for i, m in enumerate(mentions)]


_STARTS = re.compile(r"(?<!\w)từ\s+(giữa\s+|cuối\s+|đầu\s+)?$", re.I)  # "kéo dài từ giữa tháng 3 đến hết tháng 5": how long, no sum since January
_UP_TO = re.compile(r"(?:cho\s+)?(?:đến|tới)(?!\w)", re.I)


_DAYS_OF = re.compile(r"\(\s*(?:tính\s+)?từ\s+(?:ngày\s+)?[\d/.-]+\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?[\d/.-]+\s*\)", re.I)


def mentioned(m: PeriodMention, state: State, setting: Setting) -> Period:
    """The time a mention means, where it stands in `state`: "tháng 7", "cuối năm 2023", "cùng kỳ năm trước"."""
    if m.period.kind:
        return with_year(m.period, state.period.year or setting.year)
    return earlier(state.period, m.period.label, m.period.year)


_PASSED = re.compile(r"(?<!\w)(?:vượt(?: qua| xa)?|cao hơn|lớn hơn|bằng|tương đương)\s+(?:(?:mức|con số|kết quả|quy mô|tổng|của|thực hiện|cả)\s+)*$", re.I)  # "lũy kế đã vượt cả năm 2026 (815,9 tỷ USD)"


def passed_year(text: str, m: PeriodMention) -> bool:
    """Whether a year is named as one whose result was passed or reached."""
    return m.role == "period" and m.period.kind == "year" and bool(m.period.year) and _PASSED.search(text[: m.start]) is not None


def level_of(text: str, q: Quantity, gap: str, opened: bool, phrase: str, mentions: list[PeriodMention], state: State, setting: Setting) -> tuple[Period, re.Match[str] | None] | None:
    """The earlier time that the figure is the level of, where a comparison names the level itself.

    "so với con số 220 tỷ đồng của tháng 7", "thấp hơn mức tăng 4,05% của quý I/2022", "so với cuối năm 2023 (90 tỷ đồng)".
    """
    if opened:
        before = before_parenthesis(gap).rstrip()
        if phrase or gap.rsplit("(", 1)[-1].strip(" :") not in ("", "là", "đạt", "ở mức", "tăng", "giảm"):
            return None
        at = text.rfind("(", 0, q.start)
        last = next((m for m in reversed(mentions) if m.end <= at and not text[m.end : at].strip(" ,")), None)
        passed = last is not None and (passed_year(text, last) or q.unit == "%" and _RATE_OF_TIME.search(text[: last.start]) is not None)
        if last is None or last.role != "base" and not passed or not before or PLAN_WORD.search(text[last.end : at]):
            return None
        return mentioned(last, state, setting), None
    named = re.search(r"(?:so\s+(?:với\s+)?|gấp\s+)[^,;]*$", gap, re.I)
    if named and (at_base := next((m for m in mentions if m.role == "base" and m.period.kind and q.start - len(gap) <= m.start and re.fullmatch(r"\s*(?:là|đạt|chỉ có|chỉ là)\s*", text[m.end : q.start])), None)):
        return mentioned(at_base, state, setting), None  # "so với ước thực hiện năm 2025 là 1,52 tỷ USD"
    found = _LEVEL_OF.search(gap)
    of_times = found is None and re.search(r"(?<!\w)lần\s+(?:con số|mức|kết quả)\s*(?:khoảng\s*|gần\s*|hơn\s*)?$", text[: q.start], re.I) is not None  # "gấp 1,6 lần con số 38,85 nghìn lao động của năm 2015"
    if of_times:
        after = next((m for m in mentions if m.start >= q.end and _OF_TIME.fullmatch(text[q.end : m.start])), None)
        return (mentioned(after, state, setting), None) if after is not None else None
    if found is None:
        return None
    after = next((m for m in mentions if m.start >= q.end and _OF_TIME.fullmatch(text[q.end : m.start])), None)
    bare = re.fullmatch(r"(?:so\s+với|bằng|hơn|kém|dưới|trên|vượt|khỏi)\s*(?:gần|khoảng|hơn|trên)?\s*", found[0], re.I)
    if after is not None and (re.match(r"(?i)so\s", text[after.start :]) or bare and not text[q.end : after.start].strip() and not (found[0].lower().startswith("so") and not after.period.kind)):
        return None
    return (mentioned(after, state, setting), found) if after is not None else None


def then_mentioned(text: str, own: list[PeriodMention], until: int) -> PeriodMention | None:
    """The earlier time that a figure itself is about: "(cùng kỳ là 120 tỷ)", "trong khi cùng kỳ năm trước thặng dư"."""
    for m in reversed(own):
        if m.period.kind == "" and m.role == "base":
            between = text[m.end : until]
            if any(x.role == "period" and x.period.kind and x.start >= m.end and re.search(r"[,;”\"]", text[m.end : x.start]) for x in own):
                return None  # "một phần từ các khoản năm trước chuyển sang”, ông nói, tổng số miễn, giảm đến hết tháng 9 …": of its own time
            found = not _COMPARED.search(text[max(0, m.start - 30) : m.start]) and not re.match(r"(?i)\s*so", text[m.start : m.end])
            beside = re.search(r"(?<!\w)(?:trong khi|trong lúc|nhưng|còn|mà|khi)\s*$", text[: m.start], re.I)
            return m if found and (beside or TRIGGER.search(between) or not between.strip(" ,:(")) else None
    return None


def earlier(period: Period, label: str, year: int | None = None) -> Period:
    """The time before `period`: the month or quarter before where `label` says so, else the same time of the year before."""
    if not period or period.year is None:
        return Period(period.kind, year, None, period.part) if year else Period()
    if re.match(r"(?:cuối|hết) năm", label, re.I) and period.kind != "range":
        return Period("year", year or period.year - 1)
    if re.search(r"tháng trước|quý trước", label, re.I) and period.part and period.kind in ("month", "quarter"):
        last = 12 if period.kind == "month" else 4
        return Period(period.kind, period.year - (period.part == 1), None, period.part - 1 or last)
    if re.search(r"kỳ trước", label, re.I) and not re.search(r"cùng kỳ", label, re.I):
        if period.kind in ("month", "quarter") and period.part:
            last = 12 if period.kind == "month" else 4
            return Period(period.kind, period.year - (period.part == 1), None, period.part - 1 or last)
        if period.kind == "season" and period.part and period.part > 100:  # half-months: 211 is the second of November
            half, month = divmod(period.part, 100)
            return Period("season", period.year - (period.part == 101), None, 100 + month if half == 2 else 200 + (month - 1 or 12))
    if period.kind == "range":
        return Period("year", period.first - 1) if not label and not year and period.first else Period()
    if re.search(r"quý trước", label, re.I) and period.kind in ("months", "half", "quarter"):
        quarter = ((period.part or 3) + 2) // 3 if period.kind == "months" else 2 * (period.part or 1) if period.kind == "half" else period.part or 1
        return Period("quarter", period.year - (quarter == 1), None, quarter - 1 or 4)
    if re.search(r"tháng trước", label, re.I) and period.kind == "months" and period.part:
        return Period("month", period.year - (period.part == 1), None, period.part - 1 or 12)
    return Period(period.kind, year or period.year - 1, None, period.part)


def before_change(text: str, m: PeriodMention, year: int | None) -> Period:
    """The time right before the one that a mention says something holds from ("từ ngày 1/7": 30/6, "từ tháng 4": March); none where it says no such thing."""
    since = re.match(r"(?:kể\s+)?từ\s", text[m.start : m.end], re.I) or _SINCE_THEN.search(text, 0, m.start)
    when = with_year(m.period, year) if since and m.role in ("period", "since") else Period()
    if when.year is None or not when.part or re.search(r"\s(?:đến|tới|[-–])\s", f"{text[m.start : m.end + 5]} "):
        return Period()
    label = f"trước {re.sub(r'^(?:kể )?từ (?:hết )?', '', m.period.label.strip(), flags=re.I)}"
    if when.kind == "month":
        return Period("month", when.year - (when.part == 1), part=when.part - 1 or 12, label=label)
    month, day_of = divmod(when.part, 100)
    if when.kind == "date" and 1 <= month <= 12 and 1 <= day_of <= monthrange(when.year, month)[1]:
        day = datetime.date(when.year, month, day_of) - datetime.timedelta(days=1)
        return Period("date", day.year, part=100 * day.month + day.day, label=label)
    return Period()


def filled_range(own: Period, setting: Setting, state: State) -> Period:
    if own.year is not None:
        return own
    known = state.range or setting.range
    return known if known and known.year else with_year(own, setting.year)


def cumulated(period: Period) -> Period:
    """From January to the end of `period`: "lũy kế" in a report on September is nine months, in one on the first half of June up to 15 June."""
    if period.kind in ("month", "quarter") and period.part:
        last = period.part * (3 if period.kind == "quarter" else 1)
        return Period("year", period.year) if last == 12 else Period("months", period.year, part=last) if last > 1 else period
    if period.kind == "season" and period.part and period.year:
        half, month = divmod(period.part, 100)
        day = 15 if half == 1 else monthrange(period.year, month)[1]
        return Period("date", period.year, part=month * 100 + day, label=f"đến {day}/{month}/{period.year}")
    return period


CUMULATIVE = ("months", "half", "year", "range")


def in_this(text: str, setting: Setting) -> Period:
    """The month or quarter that "trong tháng" means in a report about it, or about the months up to it."""
    found = _IN_THIS.search(text)
    whole = setting.main or setting.period
    if found is None or not whole.year:
        return Period()
    if found[1].lower() in ("kỳ", "năm"):  # after a day or a month in passing: the report's own time again
        return whole if found[1].lower() == "kỳ" or whole.kind == "year" else Period()
    if not whole.part and whole.kind != "half":
        return Period()
    last = {"months": whole.part or 0, "month": whole.part or 0, "quarter": 3 * (whole.part or 0), "half": 6 * (whole.part or 0)}.get(whole.kind, 0)
    if found[1].lower() == "tháng":
        return Period("month", whole.year, part=last) if last and whole.kind in ("months", "month", "half") else Period()
    return Period("quarter", whole.year, part=last // 3) if last and last % 3 == 0 else Period()


_IN_THIS = re.compile(r"(?<!\w)(?:(?:trong|riêng)\s+(?=\w+)|(?=(?:tháng|quý) (?:này|báo cáo)(?!\w)))(tháng|quý|kỳ|năm)(?:\s+(?:này|báo cáo|qua|vừa qua))?(?=\s*(?:[,:]|có|đạt|là|ước|tăng|giảm|toàn|cả|đã|thu|chi|tổng|số|tỉnh|bằng|lần|tương ứng|vẫn|tiếp|chỉ|mới|giải|thành|xảy|phát|thực|tiếp|cấp|kiểm|xử|tổ|khám|thu|bắt|xuất|nhập|sản|hoàn|huy|$))", re.I)


_ONE_MORE = re.compile(r"\s*(?:,|và|còn|,\s*(?:và|còn|trong khi))\s+[^\d,;:.()]{2,60}?\s(?:tăng|giảm)(?:\s+(?:nhẹ|mạnh|thêm|tới|khoảng|gần|hơn))*\s*", re.I)
_COMPARED_BEHIND = re.compile(r"\s*so\s", re.I)


def compared_once(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, the changes that lead a sentence with what the last of them is compared with: "A tăng 1,6%, B tăng 0,4% so với tháng trước"."""
    out = list(figures)
    for i, last in enumerate(out):
        if i and last.measure is Measure.GROWTH and last.unit == "%" and last.base not in (Base.PLAN, Base.AVERAGE) and _COMPARED_BEHIND.match(text, last.span.end - offset):
            for k in range(i):
                out[k] = replace(out[k], base=last.base, base_period=last.base_period)
        if last.measure is not Measure.GROWTH or last.unit != "%" or last.base in (Base.PLAN, Base.AVERAGE):
            break
        after = out[i + 1] if i + 1 < len(out) else None
        if after is None or not same(after.period, last.period) or not _ONE_MORE.fullmatch(text, last.span.end - offset, after.span.start - offset) or re.search(r"(?<!\w)so(?!\w)|trước|cùng kỳ", text[: after.span.start - offset], re.I):
            break
    return out


def or_default(base: Base, average: bool, state: State) -> Base:
    if base is not Base.NONE:
        return base
    if average or state.average:
        return Base.AVERAGE
    return state.led if state.led is not Base.NONE else state.base if state.base in (Base.PREVIOUS, Base.DECEMBER) else Base.YEAR


def passing(time: Period, period: Period, text: str, mentions: Sequence[PeriodMention]) -> bool:
    """Whether a time named once is not what the next sentence is about: the last day of the report's own period, the whole of a year that is not over."""
    if "năm nay" in time.label.lower():
        return period.year == time.year and period.kind in ("months", "half", "quarter", "month", "season")
    if period.kind == "season" and (period.part or 0) > 100 and re.match(r"(?:tính |cho )?(?:đến|tới|hết)", time.label, re.I):
        return False  # what is cumulated to a day is not of the half-month that ends with it
    stock = any(m.period.kind == "date" and same(m.period, time, any_year=True) and re.match(r"tại(?!\w)", text[m.start : m.end], re.I) for m in mentions)
    return closes(time, period) and not stock  # "Tại ngày 30/9, tổng tài sản …": the balance sheet goes on


def closes_with(period: Period) -> int:
    """The month that a time ends with; 0 where it has none."""
    return {"quarter": 3 * (period.part or 4), "months": period.part or 12, "half": 6 * (period.part or 1), "month": period.part or 12, "year": 12}.get(period.kind, 0)


def closes(date: Period, period: Period) -> bool:
    """Whether a day is the last one of the report's own period: what follows it is about the period again."""
    end = closes_with(period)
    if date.kind == "date" and period.kind == "season" and date.part and period.part and date.year == period.year:
        return date.part // 100 == period.part % 100 and (date.part % 100 == 15 if period.part < 200 else date.part % 100 >= 28)
    return date.kind == "date" and end > 0 and date.year == period.year and (date.part or 0) // 100 == end and (date.part or 0) % 100 >= 28


def last_of(period: Period) -> Period | None:
    """The last month of a run of months or a half-year; None of any other time."""
    return Period("month", period.year, part=period.part * (6 if period.kind == "half" else 1)) if period.kind in ("months", "half") and period.part else None


def grown_to(later: Period, sooner: Period) -> bool:
    """Whether the run of months `later` goes on from the run `sooner`: "8 tháng thực hiện …; lũy kế 9 tháng ước …"; it is what is spoken of then."""
    return later.kind == sooner.kind == "months" and later.year == sooner.year and (later.part or 0) > (sooner.part or 0)


def is_event(date: Period, text: str, mentions: Sequence[PeriodMention]) -> bool:
    """Whether a day is only when something happened ("đêm 06/6 thu giữ …"): what follows is not about that day."""
    told = next((m for m in mentions if m.period.kind == "date" and same(m.period, date, any_year=True)), None)
    return date.kind == "date" and told is not None and (re.match(r"(?:từ|đêm|sáng|chiều|tối|hôm|vào)(?!\w)", text[told.start : told.end], re.I) is not None or re.search(r"(?<!\w)(?:vào|các|những|đợt|(?:được |đã |chính thức )*(?:vượt qua|vượt mốc|cán mốc|chạm mốc|cán đích|khánh thành|khởi công|ban hành|công bố|khai trương|thông xe|có hiệu lực))\s*$", text[: told.start], re.I) is not None)


def day_of_event(text: str, mentions: Sequence[PeriodMention], measure: Measure) -> bool:
    """Whether the last day that is named is one on which something was done, not the time of what follows: "qua 3 đợt điều chỉnh các ngày 01/8, 11/8"."""
    day = next((m for m in reversed(mentions) if m.period.kind == "date"), None)
    found = _EVENT_DAY.search(f"{text[max(0, day.start - 40) : day.start]}{text[day.start : day.end]}") if day is not None else None
    return found is not None and (measure is not Measure.LEVEL or not found["on"])


_EVENT_DAY = re.compile(r"(?<!\w)(?:(?:các|những) ngày(?: [^\W\d_]+){0,2}|đợt|(?:do|vì|nhờ) từ(?: ngày)?|(?P<on>(?<!tính )(?<!kể )từ(?: ngày)?|vào(?: ngày)?|hôm))\s*(?:\d{1,2}/\d{1,2}(?:/\d{4})?(?:, | và )?)+$", re.I)
AFTER_CHANGE = re.compile(r"(?<!\w)(?:sau|từ|qua|do) (?:đợt|lần|kỳ) (?:điều chỉnh|tăng|giảm)(?: giá)?(?: vào)?(?: ngày)?\s*\d", re.I)  # when prices were changed, not when they were compared
_BOUND_OF_PLAN = re.compile(rf"(?<!\w)(?:trên|dưới|chưa (?:tới|đến|đạt)|từ|quá)\s\d[\d.,]*\s?%\s{PLAN}(?!\w)", re.I)
_NUMBERED = re.compile(r"\W*(?:\w{1,4}(?:\.\w{1,2})*[.)]\s+)?")
_DETAILS = re.compile(r"\W*(?:trong đó|cụ thể|chia ra|bao gồm|gồm|trong số này|trong số đó)(?!\w)", re.I)  # the parts of what was said before


def handed_on(text: str, figures: list[Figure], state: State, mentions: list[PeriodMention], setting: Setting) -> Setting:
    """What the next sentence of the paragraph inherits."""
    period, found_range = setting.period, setting.range
    if figures:
        levels = [f for f in figures if f.measure is Measure.LEVEL and f.period and f.modality is not Modality.TARGET]
        if levels and levels[0].period.kind != "range" and not levels[0].period.first and not passing(levels[0].period, setting.period, text, mentions) and not is_event(levels[0].period, text, mentions):
            led, last = levels[0], levels[-1].period
            if led.period.kind == "month":
                last = next((f.period for f in reversed(figures) if f.measure is Measure.SHARE and f.period.kind == "months"), last)
                cumulates = last.kind in ("months", "half") and contains(last, led.period)
            else:
                cumulates = led.indicator == levels[-1].indicator and grown_to(last, led.period) or led.period.kind == "season" and (led.period.part or 0) > 100 and last.kind == "date"
            period = last if cumulates else levels[0].period  # "tháng 8 …; 8 tháng …": the sum is what goes on
        elif not levels and figures[0].modality is Modality.TARGET:
            reached = next((f.period for f in figures if f.measure is Measure.COMPLETION and f.modality is not Modality.TARGET), Period())
            if reached.kind in ("months", "half") and contains(reached, setting.period):
                period = reached  # "So với dự toán giao (8.650 tỷ đồng), số thu 11 tháng đạt 89,8%": the month told before is over
        elif not levels and (figures[0].period.kind in ("quarter", "months", "half") or figures[0].period.kind == "month" and setting.main.kind != "year" or setting.period.kind == "season" and same(figures[0].period, cumulated(setting.period))):
            period = figures[0].period  # "IIP tăng 3,2% so với tháng trước và 9,8% so với cùng kỳ. …": the month goes on
            summed = [f.period for f in figures if f.modality is not Modality.TARGET and f.indicator == figures[0].indicator]
            if period.kind == "quarter" and summed[-1].kind in ("months", "half") and contains(summed[-1], period):
                period = summed[-1]  # "quý I tăng 4,28%, quý II tăng 2,42% và tính chung 8 tháng tăng 3,16%"
    else:
        listed = _NUMBERED.match(text)
        about = [with_year(m.period, setting.year) for m in mentions if m.role == "period" and m.period.kind in ("year", "quarter", "months", "month") and m.start < (listed.end() if listed else 0) + 4]
        if about and about[-1].year:
            period = about[-1]
    ranges = [m.period for m in mentions if m.period.kind == "range" and m.period.year]
    if ranges:
        found_range = ranges[0]
    setting = replace(setting, apart=False)
    first = next((f for f in figures if f.measure is Measure.LEVEL and f.indicator), None) or next((f for f in figures if f.measure is Measure.GROWTH and f.indicator), None)
    grown = {f.base for f in figures if f.measure in (Measure.GROWTH, Measure.CHANGE) and f.base is not Base.PLAN}
    base = next(iter(grown)) if len(grown) == 1 else Base.NONE if grown else setting.base
    setting = replace(setting, completed=any(f.measure is Measure.COMPLETION for f in figures) or _BOUND_OF_PLAN.search(text) is not None, bases=tuple(dict.fromkeys(f.base for f in figures if f.measure is Measure.GROWTH and f.base is not Base.PLAN)))
    base_of = next((f.period for f in figures if f.measure in (Measure.GROWTH, Measure.CHANGE)), setting.base_of)
    if first is not None:
        told = {f.modality for f in figures if f.measure is Measure.LEVEL and f.modality is not Modality.TARGET}
        totals = tuple((f.value, f.unit, f.period, f.indicator) for f in figures if f.measure is Measure.LEVEL and f.modality is not Modality.TARGET)
        changed = tuple(dict.fromkeys(f.indicator for f in figures if f.measure is Measure.GROWTH and f.modality is not Modality.TARGET))
        wholes = [f.indicator for f in figures if f.measure is Measure.LEVEL and not f.head]
        parts = tuple((f.unit, f.indicator) for f in figures if f.measure is Measure.LEVEL and f.head and f.head in wholes)
        run = next((f for f in reversed(figures) if f.measure is Measure.LEVEL and f.indicator == first.indicator and f.modality is not Modality.TARGET and grown_to(f.period, first.period)), None)
        if run is not None:
            first = replace(run, head=first.head)
        setting = replace(setting, parts=parts, told=first.modality if len(told) < 2 or run is not None else None, details=first.period, totals=totals, changed=changed)  # only what was an estimate throughout
    if first is None or _DETAILS.match(text):
        return replace(setting, period=period, range=found_range, base=base, base_of=base_of)
    name = setting.subject if first.head and setting.subject and (first.head == setting.subject or first.head.startswith(f"{setting.subject}: ")) else first.indicator
    return replace(setting, period=period, range=found_range, subject=name, unit=first.unit, base=base, base_of=base_of)
