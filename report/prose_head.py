"""The whole that a figure is of: told by a colon, "trong đó", a parenthesis, or by what stands beside it in a list."""

from __future__ import annotations

import re
from dataclasses import replace

from report import patterns, units
from report.asides import same_count
from report.clauses import measures_alone
from report.kinds import last_start
from report.lexicon import (
    ADVERBIAL,
    AMONG,
    BARE_NOUN,
    CAUSE,
    CUT_AFTER,
    DEED,
    DOES,
    DOWN_RE,
    MEASURED,
    NOT_TARGET,
    RATE,
    TARGET,
    UP_RE,
    VERB,
)
from report.model import Base, Direction, Measure, Modality
from report.phrases import DIMENSION, after_noun, clean, topic_of, trigger_split, unpointed
from report.prose_reading import Reading, Step, count_alike
from report.sharing import paralleled, they_do
from report.timing import compared_in


def find_head(r: Reading, s: Step) -> None:
    """The head that the lead gives."""
    if r.of_last is not None and s.new_clause:
        if r.state.head == r.of_last[0] and s.phrase and s.counts_now:
            r.state.head, r.state.head_unit = r.of_last[1:]
        r.of_last = None
    _head_of_lead(r, s)
    _head_beside(r, s)


def _head_of_lead(r: Reading, s: Step) -> None:
    """The whole that the lead heads the figure with: before a colon, after "trong đó", around a parenthesis."""
    setting, state, stack = r.setting, r.state, r.stack
    q, index, pieces, lead, opened = s.q, s.index, s.pieces, s.lead, s.opened
    if lead.colon is not None and not (lead.among and not index and not clean(trigger_split(lead.colon)[0])):
        _head_before_colon(r, s)
    elif lead.among:
        _head_of_among(r, s)
    elif (
        opened and s.phrase and len(pieces) > 1 and (not index or pieces[-2][0] == ";") and BARE_NOUN.fullmatch(s.phrase)
        and (before_it := clean(trigger_split(pieces[-2][1])[0]))
    ):
        if typical := patterns.TYPICAL.fullmatch(pieces[-2][1]):
            before_it = clean(typical["what"])
        state.head, state.head_unit = before_it, ""
        stack[-1].subject = stack[-1].main = before_it
        if index:
            stack[-1].head, stack[-1].head_unit = before_it, ""  # "…; Bệnh viện Mắt (tổng mức đầu tư 92 tỷ đồng) giải ngân …"
    elif opened and s.phrase and index > 0 and s.held_to is None:
        again_told = next((f for f in reversed(r.out) if f.indicator == s.phrase and f.unit == q.unit and s.phrase != state.subject), None)  # "khu vực I, II lần lượt là 17% và 43% (khu vực I năm trước 18%)"
        state.head, state.head_unit = (again_told.head, again_told.unit) if again_told is not None else (state.subject, state.subject_unit)
    elif (
        s.phrase and lead.broke == ";" and state.head and state.head_unit and units.kind(q.unit) != units.kind(state.head_unit)
            and q.unit != "%"
        or s.phrase and lead.broke in (";",) and state.head and state.head != setting.head and RATE.match(s.phrase)
    ):
        state.head = setting.head
    elif (
        index and pieces and pieces[0][0] == ":" and s.phrase and state.subject and not state.head
        and (units.kind(q.unit) == units.kind(state.subject_unit or q.unit) or q.unit in patterns.PEOPLE and state.subject_unit in patterns.PEOPLE)
    ):
        state.head, state.head_unit = state.subject, state.subject_unit  # "tổng nhu cầu vốn khoảng 48 tỷ đồng: hạ tầng 31 tỷ đồng; …"
    elif (
        index and s.phrase and r.listed_under and s.new_clause and lead.broke == ";"
        and state.head != r.listed_under and s.parts_before == state.head and same_count(q.unit, state.head_unit or q.unit)
    ):
        state.head, state.head_unit = r.listed_under if " " in r.listed_under else setting.head, ""  # "trâu …; lợn …, trong đó lợn nái …; gia cầm …"


def _head_before_colon(r: Reading, s: Step) -> None:
    """What stands before a colon heads the list after it, and says what the list measures."""
    setting, state = r.setting, r.state
    q, index, pieces, lead = s.q, s.index, s.pieces, s.lead
    colon = "" if re.search(r":\s*[“\"]", s.gap) else lead.colon or ""  # what is quoted heads nothing
    if re.search(r"(?<!\w)(?:thừa nhận|cho biết|cho hay|cho rằng|nói|chia sẻ|khẳng định|nhấn mạnh|lý giải)\W*$", colon):
        colon = ""  # who says it heads nothing
    elif re.match(r"\W*(?:đây|đó|điều (?:này|đó))(?!\w)", colon, re.I):
        colon = ""  # "Đây là lĩnh vực vượt kế hoạch rõ nhất: …" points back
    elif they_do(lead.phrase, lead.triggers, colon):
        colon = ""  # "Mức tăng chủ yếu do khu vực FDI: khu vực này nhập khẩu 300 triệu USD" names it already
    told_why = index > 0 and any(mark == ":" and CAUSE.fullmatch(pieces[i - 1][0]) for i, (mark, _) in enumerate(pieces) if i)
    if told_why:
        colon = ""  # "Giá gạo tăng 2,6% do nhu cầu xuất khẩu: gạo tẻ thường 15.300 đồng/kg": of what it is the cause of
    named = unpointed(clean(trigger_split(colon)[0]), state.subject or setting.subject)
    if named.endswith((" làm", " khiến", " kéo", " đẩy")):
        named = clean(re.sub(r"(?<!\w)(tăng|giảm)(?!\w)", r"\1_", colon)).replace("_", " ").replace("  ", " ")  # "Các yếu tố làm tăng CPI:"
    named = patterns.AND_GROWTH.sub("", named)
    named = keeps["who"] if (keeps := patterns.KEEPS_ITS_PLACE.fullmatch(named)) else named
    named = grown if MEASURED.match(grown := patterns.GROWS.sub("", named)) else named
    if patterns.EACH.fullmatch(named) or patterns.UNEVEN.fullmatch(colon.strip()):
        if not index and not state.subject:
            state.subject, state.subject_unit, state.main = setting.subject, setting.unit, setting.subject
        named = ""  # "Từng năm như sau: năm 2016 là 412 tỷ đồng": of what was said before
    if index > 0 and (not named or not MEASURED.match(named)):
        lists_levels = state.measure is Measure.LEVEL and lead.broke == ":" and not named
        base_head = state.subject if told_why or patterns.DIVIDED.match(colon) or not state.head or lists_levels else state.head
        if not base_head and not named and lead.among:
            base_head = state.main or setting.subject  # "Tính chung 9 tháng đạt 58.312 tấn, bao gồm: …": of what was said before
        state.head, state.head_unit = (f"{base_head}: {named}" if named and base_head else named or base_head), state.subject_unit
    elif named:
        if patterns.DIVIDED.match(colon) and setting.subject and units.kind(setting.unit) == units.kind(q.unit) and not state.head:
            named = setting.subject  # "Xuất khẩu đạt 4,3 tỷ USD. Chia theo thành phần: doanh nghiệp FDI 2,1 tỷ USD"
        of_before = patterns.FAMILY_HEAD.fullmatch(named) and setting.subject and units.kind(setting.unit) == units.kind(q.unit) and not state.head
        r.listed_under = named = f"{setting.subject}: {named}" if of_before else named  # "Xuất khẩu đạt 4,3 tỷ USD. Nhóm hàng chính: điện tử 2,1 tỷ USD"
        paid_by = f": {state.head}" if state.head in r.payers and not index else ""  # "Khối nhà nước: Công ty A nộp 298 tỷ đồng"
        state.head, state.head_unit = f"{named}{paid_by}", ""
        if paid_by:
            r.payers.add(state.head)
        r.label = named if not index and not MEASURED.match(named) and len(named.split()) < 9 else ""
        if not index and not MEASURED.match(named) and len(named.split()) < 9:
            if (
                setting.head and not setting.head.startswith(named) and len(setting.head.split()) < 4
                and not MEASURED.match(setting.head) and setting.head.lower() not in named.lower()
            ):
                state.head, s.phrase = setting.head, s.phrase or named  # "Diện tích lúa cả năm …. Cụ thể từng vụ:" | "Hè thu: 38.150 ha, năng suất 56 tạ/ha"
            state.topic = named
        elif not index and re.match(r"(?:xuất|nhập) khẩu \w", named, re.I) and measures_alone(s.phrase):
            state.topic = topic_of(named)  # "Xuất khẩu xi măng: lượng giảm 9,5%, trị giá giảm 12%"
    rises, falls = last_start(UP_RE, colon), last_start(DOWN_RE, colon)
    if q.unit == "%" and patterns.STRUCTURED.search(colon) and max(rises, falls) < 0:
        state.measure, state.growth, state.unit, state.told, state.level_first = Measure.SHARE, Direction.NONE, "%", True, False
    if max(rises, falls) >= 0 and q.unit == "%":
        state.measure, state.growth, state.unit, state.told = Measure.GROWTH, Direction.UP if rises > falls else Direction.DOWN, "%", True
        if (colon_base := compared_in(colon)) is not Base.NONE:
            state.base = state.led = colon_base
    elif (colon_base := compared_in(colon)) is not Base.NONE:
        state.led = colon_base  # "So với tháng trước, CPI các tháng như sau: tháng 7 tăng 0,4%, …"
    if TARGET.search(colon) and not NOT_TARGET.search(colon):
        state.modality = Modality.TARGET


def _head_of_among(r: Reading, s: Step) -> None:
    """What follows "trong đó" or "gồm" are parts of what was told."""
    setting, state, out, stack = r.setting, r.state, r.out, r.stack
    q, pieces = s.q, s.pieces
    alike = next((name for kind, name in state.names.items() if s.counts_now and kind.startswith(units.kind(q.unit) + " ")), "")
    own_whole = "" if s.index or len(pieces) < 2 or not AMONG.fullmatch(pieces[1][0]) else clean(trigger_split(pieces[0][1])[0])
    if not state.main and len(own_whole.split()) > 1 and not ADVERBIAL.match(pieces[0][1]):
        state.head, state.head_unit = setting.head if patterns.SOME_OF.match(own_whole) else own_whole, ""  # "Hai nhóm giảm gồm giao thông (-3,27%)": not of what was said before
    else:
        if (
            not alike and s.counts_now and out and out[-1].measure is Measure.LEVEL
            and count_alike(q.unit, out[-1].unit)
            and not any(same_count(f.unit, q.unit) if q.unit == out[-1].unit and q.value < out[-1].value else units.kind(f.unit).startswith("count:") for f in out if f.indicator == state.main)
        ):
            alike = out[-1].indicator  # "vốn thực hiện 2.760 tỷ đồng, tạo việc làm cho 6.340 lao động, trong đó người địa phương 5.120 người"
        state.head, state.head_unit = alike or state.main or state.subject or setting.subject, state.subject_unit
    state.parts_of = state.head
    if stack and not s.opened and pieces[-1][0] == "(":
        stack[-1].head, stack[-1].head_unit = state.head, state.head_unit


def _head_beside(r: Reading, s: Step) -> None:
    """Where a list of parts is over, and what two told beside each other are parts of."""
    text, state, out = r.text, r.state, r.out
    q, index, pieces, phrase = s.q, s.index, s.pieces, s.phrase
    if DIMENSION.fullmatch(phrase) and s.new_clause and state.parts_of:
        state.topic, state.parts_of = topic_of(state.parts_of), ""  # the list of parts is over
    grown_alike = q.unit == "%" and bool(out) and out[-1].measure is Measure.GROWTH and out[-1].indicator == state.subject and state.unit == "%"
    if (
        index and phrase and not state.head and (grown_alike or q.unit.partition("/")[0] == state.subject_unit.partition("/")[0])
        and not MEASURED.match(phrase)
    ):
        state.head, state.head_unit = paralleled(phrase, state.subject), q.unit
    if (
        s.counts_now and index and not phrase and same_count(q.unit, state.subject_unit)
        and re.search(r"[,)]\s*(?:tăng )?thêm(?: được)?\s*$", s.gap, re.I) and re.match(r"\s*so\s", text[q.end :])
    ):
        s.triggers = "tăng thêm "  # "38 xã đạt chuẩn, thêm 4 xã so với cuối năm 2024"
        s.lead = replace(s.lead, triggers=s.triggers)
    if (
        index and pieces and pieces[-1][0] == ")" and DEED.fullmatch(phrase) and out and out[-1].measure is Measure.LEVEL
        and out[-1].unit == q.unit
        and re.search(rf"{re.escape(out[-1].indicator)}\s*\($", text[: r.qs[index - 1].start].rstrip(), re.I)
    ):
        r.foremost_of = state.head = out[-1].indicator
        state.head_unit = ""  # "hồ chứa nước Suối Đá (1.126 tỷ đồng) mới giải ngân 51,7 tỷ đồng"
    if (
        phrase and state.head and patterns.CHAPTER.fullmatch(phrase) and patterns.CHAPTER.fullmatch(state.head)
        and phrase.lower() != state.head.lower()
    ):
        state.head, state.head_unit, state.parts_of = r.setting.head, "", ""


def head_of_kind(r: Reading, s: Step) -> None:
    """The head that a measure, a deed or a part of a list has by its kind."""
    _head_of_measure(r, s)
    _head_of_part(r, s)


def _head_of_measure(r: Reading, s: Step) -> None:
    """A measure told beside a count is of those counted; a deed is of the whole it was done to."""
    state, out = r.state, r.out
    q, index, gap, phrase, measure = s.q, s.index, s.gap, s.phrase, s.measure
    s.kin = units.kind(q.unit)
    s.counted = False
    if (
        index and measure is Measure.LEVEL and patterns.OF_COUNTED.fullmatch(phrase) and ";" not in gap and s.indicator == phrase
        and not s.kin.startswith(("count:", "ratio"))
    ):
        s.counted = units.kind(state.subject_unit).startswith("count:") and state.subject != s.indicator and len(state.subject.split()) < 10
        if s.counted:
            s.indicator = f"{phrase} {state.subject}"  # "57 doanh nghiệp, vốn đăng ký 218 tỷ đồng"
    elif (
        index and measure is Measure.LEVEL and s.indicator == phrase and len(phrase.split()) < 4 and MEASURED.match(phrase)
        and patterns.WITH_MEASURE.fullmatch(gap) and out and units.kind(out[-1].unit).startswith("count:")
        and not s.kin.startswith("count:") and len(out[-1].indicator.split()) < 10
    ):
        s.counted, s.indicator = True, f"{phrase} {out[-1].indicator}"  # "34 doanh nghiệp công nghệ với doanh thu 2.180 tỷ đồng"
    if (
        index and not state.head and measure is Measure.LEVEL and patterns.EMPLOYS.fullmatch(phrase)
        and (employer := next((f.indicator for f in reversed(out) if f.measure is Measure.LEVEL and patterns.EMPLOYER.match(f.unit)), ""))
    ):
        state.head, state.head_unit = employer, q.unit
    if (
        index and not state.head and state.main and patterns.DOING.fullmatch(phrase) and measure is Measure.LEVEL
        and s.kin.startswith("money") and phrase not in state.main
    ):
        state.head, state.head_unit = state.names.get(s.kin, state.main), ""
        r.foremost_of = state.head  # over with the next ";"
    if (
        index and not state.head and state.main and measure is Measure.LEVEL and s.kin.startswith(("area", "mass"))
        and re.fullmatch(r"thu hoạch|gieo (?:cấy|sạ|trồng)|làm đất|xuống giống|chăm sóc", phrase, re.I)
        and phrase not in state.main
    ):
        state.head, state.head_unit = state.main, ""
    if (
        index and not state.head and phrase and s.counts_now and same_count(q.unit, state.subject_unit)
        and len(phrase.split()) < 3 and (VERB.search(phrase) or re.match(DOES + "|quá hạn|tồn|chờ", phrase, re.I))
        and not MEASURED.match(phrase) and state.main and measure is Measure.LEVEL and not after_noun(s.wide)
    ):
        state.head, state.head_unit = state.main, ""


def _head_of_part(r: Reading, s: Step) -> None:
    """What is told without a head, in a list of parts, is of the level last told."""
    state, out = r.state, r.out
    q, index, lead, opened, phrase, kin, names = s.q, s.index, s.lead, s.opened, s.phrase, s.kin, s.names
    of_last = bool(index and not s.counted and not state.head and BARE_NOUN.fullmatch(phrase) and not opened)
    if of_last and set(topic_of(state.subject).lower().split()) <= set(s.indicator.lower().split()):
        of_last = False  # "giảm 8,7% về lượng nhưng trị giá đạt 498 triệu USD": both of one thing, neither of the other
    if (
        of_last and state.subject
        or opened and not phrase and kin.startswith("count:") and state.subject_unit and q.unit != state.subject_unit
            and s.indicator.startswith(q.unit)
    ):
        r.of_last = state.subject, state.head, state.head_unit  # "gian lận thương mại 143 vụ, trị giá 43,5 tỷ đồng; hàng giả 16 vụ": over with its ";"
        state.head, state.head_unit = state.subject, ""
    if (
        index and names and not lead.triggers.strip() and s.measure is Measure.LEVEL and lead.broke in (";", ",", "và")
        and not MEASURED.match(names)
        and (kin.split(".")[0] == units.kind(state.subject_unit).split(".")[0] or re.match(r"sản lượng", state.main, re.I) and kin.startswith(("mass", "volume")) and not units.kind(state.subject_unit).startswith(("money", "area", "ratio")))
        and kin and state.head in ("", r.setting.head) and not VERB.search(names) and s.indicator == names
    ):
        kind_of = patterns.DIMENSION_OF.match(state.main)
        if (
            kind_of and not MEASURED.match(names) and len(names.split()) < 5
            and units.kind(q.unit).startswith(("mass", "area", "rate", "volume"))
        ):
            s.indicator = f"{kind_of[0].strip()} {names}"
        elif patterns.THE_OTHERS.fullmatch(names) and out and out[-1].unit and ";" in s.gap:
            state.head, state.head_unit = out[-1].head, ""  # "…; chi trả nợ 93 tỷ đồng; các khoản chi khác 7 tỷ đồng": beside them
        elif (
            MEASURED.match(state.main) and q.unit == state.subject_unit
            and not (patterns.ONE_SOURCE.match(state.main) and patterns.ONE_SOURCE.match(names))
            and ("/" in q.unit or not any(f.indicator == state.main and f.unit == q.unit and f.measure is Measure.LEVEL and abs(f.value) < abs(q.value) for f in out))
        ):
            state.head, state.head_unit = state.main, state.subject_unit  # no part is greater than its whole


def head_of_share(r: Reading, s: Step) -> None:
    """The whole that a share is of, and the part of a list that its deeds are of."""
    state, out, loose = r.state, r.out, r.loose
    q, index, gap, lead, phrase, tail_here, measure = s.q, s.index, s.gap, s.lead, s.phrase, s.tail_here, s.measure
    s.share_head = state.head
    if measure is Measure.SHARE and not s.share_head:
        s.share_head = clean(CUT_AFTER.split(re.sub(r"^\s*trở (?:lên|xuống)", "", tail_here))[0]) if tail_here.strip() else ""
        if (
            not s.share_head and index and s.names and out and out[-1].measure is Measure.SHARE and "," in gap and ";" not in gap
            and not state.subject_unit.startswith("count")
        ):
            s.share_head = out[-1].head  # "tư liệu sản xuất chiếm 94% kim ngạch nhập khẩu, hàng tiêu dùng chỉ 6%"
    elif (
        not s.share_head and phrase and measure is Measure.LEVEL and not MEASURED.match(phrase)
        and not re.match(r"(?:tổng )?kế hoạch vốn(?!\w)", phrase, re.I) and loose.subject
        and units.kind(q.unit) == units.kind(loose.unit) and units.kind(q.unit).split(".")[0] in ("money", "mass")
        and lead.triggers.strip()
    ):
        s.share_head = loose.head or (loose.subject if MEASURED.match(loose.subject) and not (index and state.main) else "")
    if (
        phrase and not s.share_head and q.unit == "%" and measure is Measure.LEVEL and index and not MEASURED.match(phrase)
        and lead.triggers.strip() in ("", "đạt", "là", "ở mức") and RATE.match(state.subject)
    ):
        s.share_head = state.subject
    if s.share_head and not state.head and phrase and measure is Measure.LEVEL:
        state.head, state.head_unit = s.share_head, q.unit
    if not index or ";" in gap or ":" in gap:
        r.segment = ""
    if (
        measure is Measure.LEVEL and r.segment and state.parts_of and same_count(q.unit, r.segment_unit)
        and re.fullmatch(rf"(?:đã |được )*{DOES}(?: xong)?", phrase, re.I)
    ):
        s.share_head = r.segment  # "án hình sự thụ lý 712 vụ, giải quyết 640 vụ; án dân sự …"
    elif (
        measure is Measure.LEVEL and s.indicator and not r.segment and not re.match(rf"(?:{DOES})(?!\w)", s.indicator, re.I)
    ):  # "gồm nuôi trồng 17.915 tấn, khai thác 3.425 tấn": two deeds of one whole
        r.segment, r.segment_unit = s.indicator, q.unit
    if (
        not s.share_head and patterns.VICTIMS.fullmatch(s.indicator)
        and (event := next((f.indicator for f in reversed(out) if f.unit.partition(" ")[0] in ("vụ", "đợt", "trận", "cơn") and len(f.indicator.split()) > 1), ""))
    ):
        s.share_head = event  # "xảy ra 216 vụ tai nạn, làm chết 97 người"
    if (
        index and not phrase and not s.triggers.strip() and measure is Measure.LEVEL and ";" in gap and "/" in q.unit
        and q.unit not in s.indicator and out and out[-1].unit != q.unit
        and units.kind(q.unit.partition("/")[0]).startswith("count:")
    ):
        s.indicator, s.share_head = q.unit, ""  # "… bảo hiểm y tế đạt 95,4%; 10,2 bác sĩ/vạn dân"
