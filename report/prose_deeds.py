"""The noun phrase of a lead, where deeds tell it: places and doers head the figure, verbs bring its name behind them."""

from __future__ import annotations

import re
from dataclasses import replace

from report import patterns, units
from report.asides import same_count
from report.clauses import measures_alone
from report.kinds import ELSEWHERE
from report.lexicon import (
    ADVERBIAL,
    BARE_NOUN,
    CAUSE,
    DEED,
    DELIMITER,
    DOES,
    INCOMPLETE,
    MEASURED,
    PLAN,
    PLAN_TAIL,
    PLAN_WORD,
    POINTING,
    RATE,
    TRIGGER,
    VERBAL,
)
from report.model import Measure
from report.phrases import FOREMOST, WHOLE_NAME, after_noun, blank_periods, clean, joined, periods_in, trigger_split
from report.prose_reading import Reading, Step
from report.sharing import did_alike, lent, other_way
from report.text import UPPER

_ON_THE_SIDE_OF = re.compile(r"^\W*(?:ở|tại|bên|theo)\s+(?:chiều|phía|mảng)\s+(?!ngược|này|đó|bên)", re.I)  # "Ở chiều nhập khẩu, trị giá …"

_NAMED_PLACE = re.compile(rf"(?:thành phố|TP\.?|tỉnh|huyện|thị xã|quận|phường|xã|thị trấn) [{UPPER}]\w*(?: [{UPPER}]\w*)*")
_SPENDS = re.compile(r"(?:^|(?<!mục)(?<!chỉ)(?<!chi)(?<!tiêu)\s)(?:(?:mới|đã|chỉ|cũng)\s)*(?:rút|tiêu)(?: được)?$", re.I)


def fit_deeds(r: Reading, s: Step) -> None:
    """The noun phrase where places, doers and verbs tell it, and what stands beside it."""
    _drop_place(r, s)
    _name_counted(r, s)
    _name_moved(r, s)
    _name_after_verb(r, s)
    _told_of_body(r, s)
    _told_of_doer(r, s)
    _beside_lead(r, s)
    _go_on(r, s)


def _drop_place(r: Reading, s: Step) -> None:
    """A phrase that is only a place, a field or an owner heads the figure and does not name it."""
    setting, state = r.setting, r.state
    q, index, triggers = s.q, s.index, s.triggers
    if (
        not s.phrase and not index and patterns.WITHIN_THAT.fullmatch(s.gap)
        and re.match(r"\s*(?:ấy|này|đó|nói trên|kể trên|trên)(?!\w)", r.text[q.end :]) and setting.subject
        and units.kind(setting.unit) == units.kind(q.unit)
    ):
        s.phrase = setting.subject  # "Trong 4.286 tỷ đồng ấy, nợ khó thu là …"
    if (
        s.phrase and index + bool(setting.subject or state.main or s.counts_now)
        and patterns.PLACE.fullmatch(s.phrase[:1].lower() + s.phrase[1:]) and triggers.strip()
        and not (index and _NAMED_PLACE.fullmatch(s.phrase) and _NAMED_PLACE.search(state.subject) and s.phrase not in state.subject)
    ):  # "CPI của thành phố A tăng 0,4%; tỉnh B tăng 0,5%": that is another place
        s.phrase = ""
        if not index and not state.subject:
            state.subject, state.subject_unit = setting.subject, setting.unit
    if (
        index and not s.phrase and s.new_clause and state.main
        and (re.match(r"\s*so\s", triggers) or state.parts_of and re.match(r"\s*(?:tăng|giảm)(?!\w)", triggers) and re.match(r"\s*so\s", s.tail_here))
    ):
        state.subject, state.head, state.parts_of = state.main, setting.head, ""  # "CPI tăng 1,05%, trong đó nông thôn …; (tăng 4%) so cùng kỳ (tăng 4%)"
    if (field := patterns.FIELD_DID.match(s.phrase)) and index and s.new_clause:
        state.head, state.head_unit, s.phrase = clean(field["what"]), "", s.phrase[field.end() :]  # "riêng lĩnh vực xăng dầu kiểm tra 38 vụ, xử phạt 5 vụ"
    if (
        s.counts_now and patterns.OWNER.fullmatch(s.phrase) and not s.phrase.isupper() and not patterns.A_PLACE.match(s.phrase)
        and re.fullmatch(r"\s*(?:hiện |đã )?có(?: thêm| khoảng| trên| hơn| gần)?\s*", triggers)
    ):
        state.head, state.head_unit, s.phrase = s.phrase, "", ""  # "Bình Hải có 1.147 dự án FDI"


def _name_counted(r: Reading, s: Step) -> None:
    """What is counted: deeds told by their verb, and phrases that a count leaves out."""
    out = r.out
    q, index, gap, counts_now = s.q, s.index, s.gap, s.counts_now
    if counts_now and re.match(r"(?:theo|qua)\s", s.phrase) and re.match(r"\s*(?:hiện |vẫn )*(?:còn|có)(?!\w)", s.triggers):
        s.phrase = ""  # "Theo rà soát giữa năm còn 96 hộ nghèo"
    if counts_now and re.fullmatch(r"(?:đã )?(?:làm|gây|khiến)(?: cho)?", s.phrase):
        s.phrase = ""
    if (
        (counts_now or s.kin_of_money and out and re.match(rf"(?:hiến|ủng hộ|{DOES})", out[-1].indicator)) and not s.phrase
        and (given := patterns.GIVEN.fullmatch(s.triggers))
    ):
        s.phrase, s.triggers = given[1].lower(), ""  # "nhân dân góp 620 ngày công"
    if counts_now and not s.phrase and re.fullmatch(r"\s*(?:đã |mới )?hoàn thành\s*", s.triggers) and not after_noun(s.wide):
        s.phrase, s.triggers = "hoàn thành", ""
    if patterns.FAR_FROM.fullmatch(s.phrase) and PLAN_WORD.search(s.triggers):
        s.phrase = ""
    pulls = s.phrase == "kéo" and q.unit == "điểm phần trăm" and bool(out) and out[-1].measure is Measure.GROWTH and out[-1].unit == "%"  # "nhóm giao thông giảm 1,17%, kéo giảm 0,11 điểm phần trăm"
    if (
        s.phrase in ("kéo", "tiếp tục kéo", "nâng") and not pulls
        or index and patterns.RAISES_SUM.fullmatch(s.phrase)
        or index and s.phrase in ("cao", "thấp", "nhiều", "lớn") and re.match(r"\s*gấp", s.triggers)
    ):
        s.phrase = ""
    if (
        s.counts_now and (happened := list(patterns.CLAUSE_HAPPENED.finditer(s.phrase)))
        and (len(s.phrase[: happened[-1].start()].split()) > 2 or index and happened[-1].end() == len(s.phrase) and happened[-1].start())
    ):
        s.phrase = clean(s.phrase[happened[-1].end() :])  # "nắng nóng kéo dài làm xảy ra 19 vụ cháy"
    if index and counts_now and s.phrase and re.fullmatch(r"[^,;:()]*\s(?:của|thuộc)\s*", gap) and not MEASURED.match(s.phrase):
        s.phrase = ""  # "23 con heo bệnh của 4 hộ"
    s.belongs = ""
    if (
        index and out and s.phrase and s.ones is None and not s.triggers.strip() and units.kind(out[-1].unit).startswith("count:")
        and units.kind(q.unit).startswith(("money", "area", "power")) and out[-1].measure is Measure.LEVEL
        and not DELIMITER.search(joined(gap)) and re.match(r"\s+\w", gap) and not MEASURED.match(s.phrase)
        and not re.match(r"\s*với\s", gap)
    ):
        s.belongs, s.phrase = out[-1].indicator, ""  # "66 dự án trong nước 9.870 tỷ đồng": the money is theirs


def _name_moved(r: Reading, s: Step) -> None:
    """What was moved, raised or left, where the verb names it: "nâng tỷ lệ đường được cứng hóa từ 81% lên 84%"."""
    text, state = r.text, r.state
    q, index, lead = s.q, s.index, s.lead
    if not s.phrase and (dealt_to := patterns.DEALT_TO.search(s.triggers)):
        s.phrase, s.triggers = clean(dealt_to[1]), ""
        if not state.head and units.kind(q.unit) == units.kind(state.subject_unit):
            state.head, state.head_unit = state.main or state.subject, q.unit  # "lần lượt dành cho giáo dục 3.842 tỷ, y tế 1.263 tỷ"
    if (
        (moved_from := patterns.MOVED_FROM.search(f"{lead.phrase} {s.triggers}")) and patterns.TO.match(text, q.end)
        and len((what_moved := clean(moved_from[1])).split()) > 1 and not POINTING.match(moved_from[1]) and not patterns.HOW_MOVED.match(what_moved)
    ):
        s.phrase = what_moved  # "tiết kiệm chi phí, giảm suất tiêu hao than từ 512 xuống 498 g/kWh"
    if (
        not s.phrase and (moved := patterns.MOVED.search(s.triggers))
        and not patterns.HOW_MOVED.match(moved[1]) and not POINTING.match(moved[1])
        and not moved[1].endswith((" này", " đó"))
    ):
        s.phrase = clean(moved[1])  # "phấn đấu giảm sĩ số xuống 38 em"
    if (
        (s.phrase or POINTING.match(clean(lead.phrase)))
        and (raised := patterns.RAISED.search(blank_periods(led_on := f"{lead.phrase} {s.triggers}", periods_in(led_on))))
        and len((what := clean(raised[1])).split()) > 1
    ):
        if not (patterns.WHOLE_COUNT.fullmatch(what) and s.counts_now):
            s.phrase = what  # "kiên cố hóa 27 km, nâng tỷ lệ đường được cứng hóa từ 81% lên 84%"
        elif q.unit in state.subject:
            s.phrase = state.subject[state.subject.find(q.unit) :]
        else:
            s.phrase = next((f.indicator for f in reversed(r.out) if f.measure is Measure.LEVEL and same_count(f.unit, q.unit)), q.unit)
    if (
        index and s.kin_of_money and patterns.LEAVES_AMOUNT.search(s.gap)
        and (left_out := after_noun(text[q.end : s.next_start]))
    ):
        s.phrase, s.triggers = left_out, "là"
    if (
        index and (this_raised := patterns.THIS_RAISED.search(text[: q.start]))
        and (this_named := re.findall(rf"(?<!\w){this_raised['noun']} (?!này|đó)((?:[^\W\d_]+\s?){{1,7}}?)(?=\s*[,;.()]|\s+(?:của|từ|để|theo|trong|lên|là|đạt)(?!\w))", text[: this_raised.start()], re.I))
    ):
        s.phrase = f"{this_raised['noun'].lower()} {clean(this_named[-1])}"  # "… để bổ sung nguồn cải cách tiền lương, nâng nguồn này lên 1.265 tỷ đồng"
    if index and state.subject:
        s.phrase = re.sub(r"^((?:tỷ|tỉ) trọng) (?:trong|trên) (?:toàn|tổng|cơ cấu)(?!\w).*$", r"\1", s.phrase, flags=re.I)  # "…, nâng tỷ trọng trong toàn ngành lên 83%": its share, not all's


def _name_after_verb(r: Reading, s: Step) -> None:
    """The noun phrase comes after the verb: "phải đạt giá trị sản xuất 10.058 tỷ đồng"."""
    q, index = s.q, s.index
    aims = re.search(rf",\s*(?:phấn đấu|hướng tới|đặt mục tiêu)\s+(?:{DOES})(?!\w)[^,;:()]*$", s.gap, re.I) is not None  # "Sở tổ chức các phiên giao dịch, phấn đấu giải quyết việc làm cho 25.500 lao động"
    if (
        (not s.phrase or aims or patterns.PLACE.fullmatch(s.phrase[:1].lower() + s.phrase[1:]) or patterns.WE.fullmatch(s.phrase))
        and (deed := patterns.PLANNED_DEED.search(s.triggers))
        and re.match(rf"{DOES}|(?:đầu tư|bố trí|dành)(?!\w)", (planned_deed := clean(blank_periods(deed[1], periods_in(deed[1])))), re.I)
    ):
        s.phrase, s.triggers = planned_deed, ""  # "phấn đấu tạo việc làm mới cho 21.000 lao động"
    if (
        not index and not s.phrase and q.unit in ("điểm phần trăm", "%")
        and re.fullmatch(r"\W*(?:phấn đấu |tiếp tục |mỗi năm )*(?:giảm|tăng|nâng)(?: thêm)?(?: (?:ít nhất|tối thiểu|từ|trên|khoảng))?\s*", s.triggers, re.I)
        and RATE.match(name_behind := after_noun(s.tail_here))
    ):
        s.phrase = name_behind  # "Giảm 1,2 điểm phần trăm tỷ lệ hộ nghèo"
    if not s.phrase and s.triggers:  # "phải đạt giá trị sản xuất 10.058 tỷ đồng": the noun phrase comes after the verb
        after_verb = re.sub(rf"^{PLAN}\s+(?=\S)", "", clean(TRIGGER.sub(" ", blank_periods(s.triggers, periods_in(s.triggers)))), flags=re.I)
        verb_first = (
            not index and re.match(r"(?:giảm|tăng|nâng|kéo giảm)\s", s.triggers, re.I) and not r.state.subject
            and after_verb.lower() != q.unit
        )
        measured = (
            (verb_first or MEASURED.match(after_verb) and not ELSEWHERE.search(s.triggers))
            and not patterns.BARE_RATE.fullmatch(after_verb) and (len(after_verb.split()) > 1 or after_verb.isupper())
        )
        named_first = WHOLE_NAME.fullmatch(after_verb) and not index and not r.setting.subject
        s.phrase = after_verb if measured or named_first else ""
    elif patterns.OWNER.fullmatch(s.phrase) and not MEASURED.match(s.phrase) and patterns.OWNS.match(s.triggers):
        owned_by_it = clean(TRIGGER.sub(" ", blank_periods(s.triggers, periods_in(s.triggers))))
        if MEASURED.match(owned_by_it) and len(owned_by_it.split()) > 1 and not patterns.BARE_RATE.fullmatch(owned_by_it):
            s.phrase = f"{owned_by_it}{' bình quân' if re.search(r'bình quân$', s.triggers.strip(), re.I) else ''} {s.phrase}"


def _told_of_body(r: Reading, s: Step) -> None:
    """Who spent, paid or collected heads what was spent: "Sở Giao thông vận tải giải ngân 120 tỷ đồng"."""
    state, payers = r.state, r.payers
    q, index, pieces, lead, kin_of_money = s.q, s.index, s.pieces, s.lead, s.kin_of_money
    if kin_of_money and not state.head and (fund := patterns.FUND_DID.match(lead.phrase)):
        state.head, state.head_unit = clean(fund["who"]), ""
    if (
        s.new_clause and kin_of_money and not s.phrase and RATE.match(state.subject)
        and (amount := next((f for f in reversed(r.out) if f.unit == q.unit and f.measure is Measure.LEVEL), None)) is not None
    ):
        state.subject, state.subject_unit, state.head = amount.indicator, amount.unit, amount.head  # "ngày 14/5 huy động 1.200 tỷ đồng, lãi suất 2,68%; ngày 23/7 thêm 800 tỷ đồng": no amount is a rate
    if payers and s.new_clause and state.head in payers and not patterns.BODY.fullmatch(s.phrase):
        state.head = r.setting.head
    if (
        (kin_of_money and (index == 0 or s.new_clause) or q.unit == "%" and not index and PLAN_TAIL.match(s.tail_here))
        and not s.in_turn
    ):
        opens = next((piece for d, piece in reversed(pieces) if d == ";"), pieces[0][1])
        body = (
            patterns.BODY_PAID.match(lead.phrase)
            or (patterns.BODY_PAID.match(f"{opens} {s.phrase}") if len(pieces) > 1 and DEED.fullmatch(s.phrase) else None)
        )
        if body is not None and any(w[:1].isupper() for w in body["who"].split()):
            state.head, state.head_unit, s.phrase = body["who"].strip(), "", clean(body["deed"])  # "Sở Giao thông vận tải giải ngân 120 tỷ đồng"
            payers.add(state.head)


def _told_of_doer(r: Reading, s: Step) -> None:
    """Who did something, and what the start of the sentence says it is about."""
    text, state = r.text, r.state
    q, index, lead, counts_now = s.q, s.index, s.lead, s.counts_now
    if index and q.unit != "%" and len(s.phrase.split()) < 3 and (caused := patterns.PAST_CAUSE.fullmatch(text[: q.start])) and not DEED.fullmatch(clean(caused["who"])):
        s.phrase, s.triggers = clean(caused["who"]), "đạt "
    if s.phrase.endswith(" mở rộng") and MEASURED.match(s.phrase) and patterns.FROM.search(s.triggers):
        s.phrase = s.phrase.removesuffix(" mở rộng")
    if (
        counts_now and s.phrase and not re.search(r"nhất|hàng đầu|đầu tiên|nguyên nhân|tiếp theo", s.phrase)
        and (kind_told := patterns.IS_A_KIND.fullmatch(s.triggers)) and not TRIGGER.search(joined(kind_told[1]))
    ):
        s.phrase, s.triggers = f"{s.phrase} {clean(kind_told[1])}".strip(), ""  # "trong đó đảng viên là nữ 612 đồng chí"
    if (counts_now or units.kind(q.unit) in ("mass", "area", "volume")) and not s.most and (organ := patterns.ORGAN_DID.match(lead.phrase)):
        state.head, state.head_unit = clean(organ["who"]), ""
    if (
        not s.phrase and s.kin_of_money and re.fullmatch(r"\W*(?:mang|đem|thu) về\s*", lead.phrase, re.I)
        and not state.subject_unit.startswith(("đồng", "USD"))
    ):
        s.phrase = "thu về"
    if index and patterns.PEAK.fullmatch(s.phrase) and state.subject:
        s.phrase = f"{state.subject} {s.phrase}"  # "bình quân 1.120 xe/ngày, cao điểm 1.460 xe/ngày"
    if (
        not MEASURED.match(s.phrase) and not units.kind(q.unit).startswith(("area", "mass", "volume", "rate"))
        and (acted := patterns.ACTED.match(s.phrase))
    ):
        s.phrase = s.phrase[acted.end() :]
        if not state.head and (acted[0][:1].isupper() or re.search(rf"\s[{UPPER}\d]", acted["who"] or "")):
            state.head, state.head_unit = acted["who"] or acted["they"], ""  # "Dự án cầu Bến Đò đã giải phóng mặt bằng 28 km"
    if s.kin_of_money and (spends := _SPENDS.search(s.phrase)) and patterns.PAID_OUT.search(f"{state.subject} {state.main} {r.setting.subject} {r.setting.head}"):
        s.phrase = f"{s.phrase[: spends.start()]} giải ngân".strip()  # "Vốn kéo dài giải ngân 255 tỷ đồng. Riêng tháng 10, các chủ đầu tư đã rút được 574 tỷ đồng"
    if (s.opened or index) and re.fullmatch(PLAN, s.phrase, re.I):
        s.phrase = ""
    if index and s.triggers.strip().lower() == "có" and s.counts_now and all(d == "và" for d, _ in s.pieces):
        s.phrase = ""  # "Trong 11 nhóm hàng hóa và dịch vụ chính có 8 nhóm tăng giá"
    if not index and not s.phrase and (about_noun := patterns.ABOUT.match(text)) and about_noun.end() <= q.start:
        if s.counts_now and (after_noun(s.wide) or " " in q.unit) and not state.head:
            state.head, state.head_unit = clean(about_noun[1]), ""  # "Về trật tự an toàn giao thông, xảy ra 216 vụ tai nạn"
        else:
            s.phrase = clean(about_noun[1])
    if q.unit == "%" and (paid := patterns.PAID.search(text[: q.start])):
        s.phrase, s.triggers = (paid[1] or paid[2]).strip().lower(), ""  # "trả cổ tức năm 2024 bằng tiền, tỷ lệ 12%"


def _beside_lead(r: Reading, s: Step) -> None:
    """What stands beside the lead, set off by a comma: a field, a side of trade, a place, the thing that is measured."""
    state = r.state
    index, gap, pieces = s.index, s.gap, s.pieces
    if not index and not state.head and len(s.phrase.split()) < 3 and s.phrase and (field_of := patterns.IN_FIELD.match(s.lead.adverbial)):
        state.head, state.head_unit = clean(field_of[1]), ""  # "Ở lĩnh vực xuất nhập khẩu, cục thu 912 tỷ đồng"
    if _ON_THE_SIDE_OF.match(s.lead.adverbial):
        s.lead = replace(s.lead, adverbial=_ON_THE_SIDE_OF.sub("", s.lead.adverbial))
        if (
            re.fullmatch(r"(?:trị giá|giá trị|kim ngạch) hàng hóa", s.phrase, re.I)
            and re.fullmatch(r"(?:xuất|nhập) khẩu", side := clean(s.lead.adverbial))
        ):
            s.phrase = f"{s.phrase} {side}"
        elif (
            s.phrase[:1].isupper() and (market := patterns.MARKET.match(state.head))
            and re.fullmatch(r"(?:xuất|nhập) khẩu", side := clean(s.lead.adverbial))
        ):
            state.head, state.head_unit = f"{market['of'] or ''}thị trường {side}", ""  # "Thị trường xuất khẩu lớn nhất là Hoa Kỳ …; ở chiều nhập khẩu, sau Trung Quốc là Hàn Quốc …"
    if (
        BARE_NOUN.fullmatch(s.phrase) and patterns.PLACE_ONLY.fullmatch(s.lead.adverbial)
        and (before_place := next((pieces[i - 1][1] for i in range(1, len(pieces)) if pieces[i][1] == s.lead.adverbial), ""))
        and (thing_named := patterns.NAMED_THING.search(before_place))
    ):
        s.lead = replace(s.lead, adverbial=thing_named[1])  # "cụm lớn nhất là cụm Pa Lin, huyện Đồng Trình, diện tích 62 ha"
    if (
        not index and not state.head and INCOMPLETE.fullmatch(s.phrase)
        and (foremost_is := re.match(rf"\W*(?:{FOREMOST.pattern}) là (?P<who>[^;:]{{3,120}})$", s.lead.adverbial))
        and len(clean(foremost_is["who"]).split()) > 1
    ):
        state.head, state.head_unit = clean(foremost_is["who"]), ""  # "Lớn nhất là dự án nhà máy linh kiện, vốn đăng ký 168 triệu USD"
    if BARE_NOUN.fullmatch(s.phrase) and s.lead.adverbial and (not index or ";" in gap):
        s.phrase = f"{s.phrase} {clean(s.lead.adverbial)[-90:]}".strip()
    if not index and s.lead.adverbial and measures_alone(s.phrase):
        set_off = patterns.WITH_REGARD_TO.sub("", led) if (led := gap.rpartition(",")[0]) and not re.search(r"[,;:()]", led) else s.lead.adverbial
        if (
            not ADVERBIAL.match(set_off) and (not VERBAL.search(set_off) or re.match(r"\W*(?:xuất|nhập) khẩu \w", set_off, re.I))
            and 0 < len((thing := clean(set_off)).split()) < 7 and not trigger_split(set_off)[1].strip()
        ):
            state.topic = thing  # "Riêng cà phê, tuy lượng xuất khẩu chỉ đạt 38,4 nghìn tấn", "Với gạo, lượng và trị giá cùng giảm"
    s.owned = patterns.HAS_MEASURE.fullmatch(s.phrase)
    if s.owned and not MEASURED.match(s.phrase):
        state.topic = s.owned[1]
        s.phrase = f"{s.owned[2]} {s.owned[1]}"  # "Dự án cầu Bến Đò có tổng mức đầu tư 685 tỷ đồng"


def _go_on(r: Reading, s: Step) -> None:
    """What goes on from before: the topic before a cause, the noun that only the first of a row has, those who did alike."""
    state, out, payers = r.state, r.out, r.payers
    q, index, pieces, triggers = s.q, s.index, s.pieces, s.triggers
    s.parts_before = state.parts_of
    if r.named_before is not None and s.new_clause:
        if not s.phrase:
            state.subject, state.subject_unit, state.head, state.head_unit = r.named_before  # "giảm 5,7% do …, 4/7 khu đất không có người đấu giá; nếu trừ tiền đất thì tăng 6,3%"
        r.named_before = None
    elif r.named_before is None and index and any(CAUSE.fullmatch(d) for d, _ in pieces) and out and out[-1].measure in (Measure.GROWTH, Measure.CHANGE):
        r.named_before = state.subject, state.subject_unit, state.head, state.head_unit
    if r.topic_before and s.new_clause:
        state.topic, state.parts_of, r.topic_before = r.topic_before, "", ""  # "năng suất giảm vì mưa lũ làm 2.318 ha lúa ngã đổ; sản lượng …"
    if (
        s.lead.among and not index and len(pieces) > 1 and re.fullmatch(r"(?:bao )?gồm", pieces[1][0]) and " và " in s.phrase
        and re.match(r"\s*(?:là|đạt|ước)(?!\w)", triggers) and len(all_of := clean(trigger_split(pieces[0][1])[0])) > 3
    ):
        s.phrase, s.lead = all_of, replace(s.lead, among=False)  # "Huy động vốn gồm tiền gửi và giấy tờ có giá là 310 tỷ đồng"
    if (
        index and s.phrase and patterns.BODY.fullmatch(state.head) and patterns.BODY.fullmatch(s.phrase) and not MEASURED.match(s.phrase)
        and not DEED.search(s.phrase) and re.fullmatch(r"(?:chỉ|được|mới|đạt|là|\s)*", triggers)
        and (did := next((f for f in reversed(out) if f.measure is Measure.LEVEL and f.head == state.head and f.unit == q.unit), None)) is not None
    ):
        state.head, s.phrase = s.phrase, did.indicator  # "Ban A giải ngân 612 tỷ đồng, còn Ban B chỉ 201 tỷ đồng", "Sở A giải ngân 120 tỷ đồng, đạt 45% kế hoạch, Sở B 90 tỷ đồng"
        if payers:
            payers.add(state.head)
    if (
        index and s.phrase and q.unit == state.subject_unit and (lent_noun := lent(s.phrase, state.subject))
        and lent_noun.lower() not in s.phrase.lower()
    ):
        s.phrase = f"{lent_noun} {s.phrase}"
    if (
        index and q.unit == state.subject_unit
        and (back := other_way(s.phrase, state.subject) or (did_alike(s.phrase, state.subject) if patterns.OWNS.match(triggers) or not triggers.strip() and re.match(r"(?:các )?(?:doanh nghiệp|khối|khu vực)(?!\w)", s.phrase) else ""))
    ):
        s.phrase = back
