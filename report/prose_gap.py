"""The gap before a quantity: cut into pieces, its parentheses followed, its lead taken, its times told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import patterns, units
from report.clauses import before_parenthesis, cause_spans, lead_of, split_lead
from report.lexicon import ASSIGNED, DELIMITER, MEASURED, PLAN, PLAN_WORD, SO_VOI, TRIGGER
from report.model import Base, Direction, Measure
from report.numbers import Quantity
from report.phrases import FOREMOST, WHOLE_NAME, clean, trigger_split, wide_tail
from report.prose_reading import Reading, Step, count_alike
from report.timing import compared_in, last_of, passed_year, told_base


def out_of(text: str, qs: Sequence[Quantity], index: int) -> bool:
    """Whether a quantity is the whole that the one before is told to be so many per cent of, right behind it: "638 tỷ đồng trên 1.129 tỷ đồng (56,6%)"."""
    part, whole, rate = qs[index - 1 : index + 2]
    if not patterns.OUT_OF_PLAN.fullmatch(text, part.end, whole.start) or rate.unit != "%" or not patterns.WHOLE_BEHIND.fullmatch(text, whole.end, rate.start) or not whole.value:
        return False
    return abs(part.value / whole.value * 100 - rate.value) <= rate.step


def cut_gap(r: Reading, s: Step) -> None:
    """What stands between the quantity before and this one, and the lead that it leaves to this one."""
    _cut(r, s)
    _follow_parentheses(r, s)
    _take_lead(r, s)
    _lead_into_parenthesis(r, s)
    _lead_past_parenthesis(r, s)


def _cut(r: Reading, s: Step) -> None:
    """Cut what stands between the quantity before and this one into the tail of that one and the pieces of this one's lead."""
    text, qs = r.text, r.qs
    q, index = s.q, s.index
    s.kin_of_money, s.counts_now = units.kind(q.unit).startswith("money"), units.kind(q.unit).startswith("count:")
    s.gap_start = qs[index - 1].end if index else 0
    s.gap = text[s.gap_start : q.start]
    if index and q.unit == qs[index - 1].unit == "nhóm":
        s.gap = patterns.GROUPS_THAT_DID.sub(lambda m: " " * len(m[0]), s.gap)
    s.next_start = qs[index + 1].start if index + 1 < len(qs) else len(text)
    s.tail_here = text[q.end : s.next_start]
    mark = DELIMITER.search(s.tail_here)
    s.tail_here = s.tail_here[: mark.start()] if mark else s.tail_here
    s.shared_out = patterns.PARTED.match(text, q.end)
    s.wide = "" if s.shared_out else wide_tail(text[q.end : s.next_start], index + 1 < len(qs))
    if (
        not s.wide.strip() and (remark := patterns.REMARK_THEN.match(text, q.end))
        and sum(remark.start() < other.start < remark.end() for other in qs) == 1
    ):
        s.wide = wide_tail(text[remark.end() : next((other.start for other in qs if other.start > remark.end()), len(text))])  # "còn 120 tỷ đồng (3% kế hoạch) chưa giải ngân"
    if index + 2 < len(qs) and qs[index + 1].unit == q.unit != "%" and out_of(text, qs, index + 1):
        s.wide = s.tail_here = ""  # "459 tỷ đồng trên kế hoạch 540 tỷ đồng (85%)"

    s.before_tail, s.pieces = split_lead(s.gap, index == 0, index > 0)
    if not s.pieces and index > 0:  # no delimiter at all: what follows the first trigger is ours
        phrase, triggers = trigger_split(s.before_tail)
        linked = re.split(r"(?<!\w)(?:với|thuộc|sang)(?!\w)", s.before_tail)[-1] if not triggers or triggers.lower().startswith("với") else triggers
        s.pieces = [("", triggers if triggers and linked is triggers else linked if linked != s.before_tail else triggers or (s.before_tail if not SO_VOI.match(s.before_tail) else ""))]
        if q.unit == "%" and (drawn := patterns.DRAWS.search(s.before_tail)) is not None:
            s.pieces = [(",", drawn["who"])]  # "giá xăng dầu giảm 13,8% so với cùng kỳ kéo nhóm giao thông giảm 3,6%"
        elif (meanwhile := patterns.WHEN_CHANGED.search(s.before_tail)) is not None:
            s.pieces = [(",", meanwhile["who"])]  # "giá gas tăng 2,8% khi mỗi bình 12 kg tăng 11.500 đồng"
    elif s.pieces and q.unit == "%" and (drawn := patterns.DRAWS.search(s.pieces[-1][1])) is not None:
        s.pieces = [*s.pieces[:-1], (s.pieces[-1][0], s.pieces[-1][1][: drawn.start()]), (",", drawn["who"])]  # "Giá xăng giảm kéo nhóm giao thông giảm 2,1%", "Các đợt điều chỉnh khiến giá xăng tăng 2,5%"
    s.new_clause = any(d == ";" for d, _ in s.pieces)


def _follow_parentheses(r: Reading, s: Step) -> None:
    """Parentheses keep what holds outside of them, and give it back where they close."""
    out, stack = r.out, r.stack
    index, gap = s.index, s.gap
    s.opened = False
    for d, _piece in s.pieces:
        if d == "(":
            stack.append(r.state.copy())
            s.opened = True
            if (
                out and out[-1].measure is Measure.GROWTH and out[-1].base in (Base.PREVIOUS, Base.DECEMBER, Base.YEAR)
                and r.state.led not in (Base.NONE, out[-1].base) and index and not re.search(r"[;.]", gap[: gap.rfind("(")])
            ):
                r.state.led = out[-1].base  # "So với tháng 12, CPI tăng 2%; so với cùng kỳ tăng 4% (thành thị tăng 5%)": as what stands before it
            elif not index and (told_of_both := compared_in(before_parenthesis(gap))) is not Base.NONE:
                r.state.led = told_of_both  # "mức tăng so với tháng trước là cao nhất ba năm qua (tháng 7/2022 tăng 0,4%)"
        elif d == ")" and stack:
            saved = stack.pop()
            r.state = saved
            s.opened = False


def _take_lead(r: Reading, s: Step) -> None:
    """The quantity's own clause: a noun phrase, the words that trigger a measure, what stands beside."""
    text, state = r.text, r.state
    q, index, pieces = s.q, s.index, s.pieces
    s.lead = lead_of(pieces, r.mentions)
    if r.foremost_of and state.head == r.foremost_of and s.new_clause:
        state.head, r.foremost_of = r.setting.head, ""
    if (
        index and pieces and pieces[-1][0] == ")" and s.bare_lead
        and (remarked := patterns.REMARKED.search(text[: text.rfind("(", 0, q.start)]))
        and units.kind(r.qs[index - 1].unit).startswith("count:") and not s.counts_now
    ):
        s.lead = replace(s.lead, phrase=remarked[1], broke=remarked[0][0])  # "EU (27 nước) 5,73 tỷ USD"


def _lead_into_parenthesis(r: Reading, s: Step) -> None:
    """What stands in a parenthesis without a name is of what is named before it."""
    text, setting, state, mentions, stack, led_up = r.text, r.setting, r.state, r.mentions, r.stack, r.led_up
    q, index, gap, pieces = s.q, s.index, s.gap, s.pieces
    if s.opened and index and not s.lead.phrase.strip() and (of_parts := patterns.PARTED.match(text, r.qs[index - 1].end)):
        s.lead, s.opened = replace(s.lead, phrase=of_parts["first"], triggers="", broke=","), False
    if (
        s.opened and s.bare_lead
        and not patterns.THAN_OTHER.search(before_parenthesis(gap)) and not patterns.THAN_RATE.search(before_parenthesis(gap)) and len(pieces) > 1 and pieces[-2][0] != ")"
        and (index or pieces[-2][1].strip())
        and not (patterns.THAN_THEN.search(before_parenthesis(gap)) and any(m.role == "base" and not text[m.end : text.rfind("(", 0, q.start)].strip(" ,") for m in mentions))
        and not any(passed_year(text, m) and not text[m.end : text.rfind("(", 0, q.start)].strip(" ,") for m in mentions)
    ):
        before = lead_of(pieces[:-1], mentions)
        if (
            (clean(before.phrase) or FOREMOST.fullmatch(before.phrase.strip(" ,;")) and re.match(r"\s*là\s", before.triggers))
            and not PLAN_WORD.search(before.phrase + before.triggers) and not re.search(r"cùng kỳ|so với", before.inside, re.I)
        ):
            if stands := re.fullmatch(r"\s*(?:đạt\s(?:trên|dưới|từ)\s\d[\d.,]*\s?%(?:\s[^\W\d]+){0,4}?\s)?là\s+([^,;:()\d]{2,60}?)\s*", before.triggers):  # "Ba thị trường dẫn đầu là Hàn Quốc (128 nghìn lượt), …"
                if (
                    not index and not state.head
                    and re.fullmatch(r"\W*(?:.*\snhất(?: vẫn| cũng)?|dẫn đầu|đứng đầu)\W*", before.phrase, re.I)
                    and q.unit == setting.unit
                ):
                    state.head, state.head_unit = setting.subject, setting.unit
                if (
                    index and not state.head and FOREMOST.fullmatch(before.phrase.strip(" ,;"))
                    and not patterns.FOLLOWS.match(before.phrase) and s.counts_now and state.subject
                    and count_alike(q.unit, state.subject_unit)
                ):
                    r.foremost_of = state.head = stack[-1].head = state.subject
                    state.head_unit = stack[-1].head_unit = state.subject_unit  # "thiếu 1.284 giáo viên, nhiều nhất là bậc mầm non (516 người)"
                if len((ranked := clean(before.phrase)).split()) > 1 and not FOREMOST.fullmatch(before.phrase.strip()):
                    state.head, state.head_unit = ranked, ""
                    stack[-1].head, stack[-1].head_unit = ranked, ""  # of those after its parenthesis too
                before = replace(before, phrase=stands[1], triggers="")
            s.lead = replace(before, broke=before.broke or ",")  # "tiếp đến là Đài Loan (98 nghìn lượt), Trung Quốc (87 nghìn lượt)"
            s.opened = False
    elif (
        s.opened and (index or led_up is not Direction.NONE or r.counted_led) and not s.lead.phrase.strip()
        and re.fullmatch(r"\s*(?:tăng|giảm)\s*(?:khoảng|gần|hơn|trên|tới)?\s*", s.lead.triggers) and len(pieces) > 1
        and pieces[-2][0] not in (")", "(")
    ):
        before = lead_of(pieces[:-1], mentions)
        if not index and led_up is not Direction.NONE:
            before = replace(before, phrase=gap.rpartition("(")[0].rpartition(":")[2], triggers="")  # "Giảm mạnh nhất là hàng dệt, may (giảm 27 triệu USD)"
        remarked_on = clean(before.phrase)
        if FOREMOST.fullmatch(before.phrase.strip(" ,;")) and (stands := re.fullmatch(r"\s*là\s+([^,;:()\d]{2,60}?)\s*", before.triggers)):
            before, remarked_on = replace(before, phrase=stands[1], triggers=""), clean(stands[1])  # "mạnh nhất là giáo dục (tăng 0,87%)"
        if (
            remarked_on and not before.triggers.strip() and len(remarked_on.split()) < (9 if index else 13)
            and not PLAN_WORD.search(remarked_on)
        ):
            s.lead = replace(s.lead, phrase=before.phrase, broke=before.broke or ",")  # "chủ yếu ở du lịch trọn gói (tăng 1,29%)"
            s.opened = False
    elif (
        s.opened and not index and not s.lead.phrase.strip()
        and re.fullmatch(r"\s*(?:tăng|giảm)\s*(?:khoảng|gần|hơn|trên|tới)?\s*", s.lead.triggers) and len(pieces) > 1
        and patterns.MOVED_FIRST.match(pieces[-2][1]) and not TRIGGER.search(pieces[-2][1])
    ):
        s.lead, s.opened = replace(s.lead, phrase=pieces[-2][1], broke=","), False  # "Giá nhiên liệu (giảm 1,1%) và …"


def _lead_past_parenthesis(r: Reading, s: Step) -> None:
    """What a parenthesis tells of the only one, of the year that was passed, of the goal that was met, or of what was multiplied."""
    text, state, out, mentions = r.text, r.state, r.out, r.mentions
    q, index, gap, pieces = s.q, s.index, s.gap, s.pieces
    if (
        s.opened and s.bare_lead
        and (only := patterns.ONLY_ONE.search(before_parenthesis(gap)))
        and (MEASURED.match(clean(only[1])) or WHOLE_NAME.fullmatch(clean(only[1])))
    ):
        s.lead, s.opened = replace(s.lead, phrase=only[1], broke=","), False
        if state.subject:
            state.head, state.head_unit = state.subject, ""  # "là nơi duy nhất nhập khẩu (106 triệu USD) lớn hơn xuất khẩu (77 triệu USD)"
    if (
        s.opened and not index and not state.subject and not s.lead.phrase.strip()
        and any(passed_year(text, m) and m.end <= text.rfind("(", 0, q.start) for m in mentions)
    ):
        state.subject, state.subject_unit = clean(lead_of(pieces[:-1], mentions).phrase), q.unit  # "quy mô lũy kế đã vượt cả năm 2026 (815 tỷ USD)"
    s.held_to = (
        patterns.PLAN_HELD.search(before_parenthesis(gap))
        if s.opened and s.bare_lead
        and re.match(r"\)\s*[^\W\d]*\s*\d[\d.,]*\s?%", text[q.end :])
        else None
    )
    if s.held_to is not None:
        s.lead = replace(s.lead, phrase=lead_of(pieces[:-1], mentions).phrase)
    if (
        s.opened and index and len(pieces) == 1 and not s.lead.phrase.strip() and not s.lead.triggers.strip(" :là") and out
        and out[-1].measure in (Measure.MULTIPLE, Measure.COMPLETION)
    ):
        multiplied = re.sub(rf"^\W*(?:{PLAN}|so với)\s*(?:năm|về)?\s*", "", s.before_tail, flags=re.I)
        if MEASURED.match(clean(multiplied)) and len(clean(multiplied).split()) > 1 and not ASSIGNED.search(multiplied):
            s.lead = replace(s.lead, phrase=multiplied)  # "gấp 1,2 lần vốn chủ sở hữu (2.372 tỷ đồng)"


def find_mentions(r: Reading, s: Step) -> None:
    """The times told around the quantity, and what a piece before its lead compares with."""
    _times_around(r, s)
    _compared_before(r, s)


def _times_around(r: Reading, s: Step) -> None:
    """The times that the quantity's own clause names, and those of its tail."""
    text, mentions = r.text, r.mentions
    q, index, gap, tail_here, gap_start = s.q, s.index, s.gap, s.tail_here, s.gap_start
    s.context = before_parenthesis(gap) if s.opened else ""
    if patterns.THAN_LAST_TIME.search(s.context):
        s.context = re.split(r"[,;]", s.context)[-1]  # "bằng 69% kế hoạch, thấp hơn cùng kỳ (73%)": that was no plan
    lead_start = gap_start + (len(s.before_tail) if index else 0)
    causes = cause_spans(gap, s.pieces, gap_start)
    s.own_mentions = [
        m
        for m in mentions
        if not any(a <= m.start < b for a, b in causes) and lead_start <= m.start < q.start
        and not (index and (aside_first := patterns.ASIDE.match(text, gap_start)) and m.end <= aside_first.end())
    ]
    if index and (aside_behind := patterns.REMARK_BEHIND.match(text, gap_start)) and aside_behind.end() <= q.start:
        s.own_mentions = [m for m in s.own_mentions if m.start >= aside_behind.end()]  # "6,7 triệu chiếc (sản xuất từ quý II/2018); điện …"
    s.own_mentions = [m for m in s.own_mentions if m.period.kind != "date" or ";" not in text[m.end : q.start]]  # a day ends with its clause
    compared = re.search(r"(?<!\w)(?:so|cùng kỳ|gấp|của)(?!\w)", tail_here)
    if compared is not None and compared[0].lower() == "của" and (patterns.FROM.search(gap) or patterns.FROM_RATE.search(gap) or patterns.PASSES_MARK.search(gap)):
        compared = None  # "tăng từ 58,9 nghìn lượt của 6 tháng năm 2024", "vượt mốc 250 nghìn lượt của cả năm 2024"
    s.tail_mentions = [
        m
        for m in mentions
        if q.end <= m.start < q.end + len(tail_here)
        and (m.role == "base" or compared is None or m.start - q.end < compared.start())
    ]
    s.aside = patterns.ASIDE.match(text, q.end)
    if s.aside and not s.tail_mentions:
        told_beside = [m for m in mentions if q.end <= m.start and m.end <= s.aside.end() and m.period.kind]
        s.tail_mentions = [
            m for m in told_beside if not re.sub(r"đầu|cuối|vào|hết|tính|đến|thời|điểm", "", text[s.aside.start(1) : m.start]).strip()
        ][:1]


def _compared_before(r: Reading, s: Step) -> None:
    """What a piece before the lead compares with: "So với tháng trước, có 8 nhóm tăng giá: giáo dục tăng 2,15%"."""
    state = r.state
    pieces = s.pieces
    s.included = clean(trigger_split(pieces[-2][1])[0]) if len(pieces) > 1 and patterns.INCLUDED.match(pieces[-1][1]) else ""
    for _d, piece in pieces[:-1]:
        if patterns.SO_VOI_FIRST.match(piece):
            at = r.text.find(piece, s.gap_start)
            led_by = told_base(piece, [m for m in r.mentions if at <= m.start < at + len(piece)], state.period, r.setting.year)
            state.led = state.base = led_by
            if led_by is Base.PREVIOUS and (month := last_of(state.period)) and patterns.THAN_MONTH.search(piece):
                state.period = month  # "So với tháng trước, có 8 nhóm tăng giá: giáo dục tăng 2,15%": of the month
