"""The indicator's name: from phrase, triggers and tail, from whose deed or contribution it is, or from what was named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import patterns, units
from report.asides import same_count
from report.clauses import before_parenthesis, run_length
from report.counting import OUT_OF
from report.indicators import BALANCE_OF, indicator_of
from report.lexicon import (
    ADVERBIAL,
    AREA_VERB,
    ASSIGNED,
    BARE_NOUN,
    CAUSE,
    CAUSED_BY,
    DEED,
    DOES,
    INCOMPLETE,
    MEASURED,
    PREDICATE,
    TRIGGER,
    VERB,
    VERBAL,
)
from report.model import BARE_COUNTERS, Base, Direction, Measure, Modality
from report.numbers import Quantity
from report.phrases import after_noun, clean, trigger_split, unpointed, wide_tail
from report.prose_reading import Reading, Step
from report.sharing import WORKS_ON, contributions, contributors
from report.timing import or_default

_GIVER = re.compile(r"(?<!\w)(?:do )?(?:Trung ương|TW|HĐND|UBND|Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở|cấp trên)(?: [^\W\d]+){0,3}? giao(?!\w)", re.I)


def other_giver(indicator: str, assigned: str) -> str:
    """A plan's name with who else gave one: "kế hoạch vốn do HĐND tỉnh giao là 58 tỷ đồng, cao hơn mức Thủ tướng giao (52 tỷ đồng)"."""
    giver = re.sub(r"^mức\s+(?:do\s+)?", "", assigned.strip(), flags=re.I)
    return f"{indicator[: named.start()]}{giver}{indicator[named.end() :]}" if (named := _GIVER.search(indicator)) else indicator


def act_behind(text: str, qs: Sequence[Quantity], index: int, next_start: int, opened: bool) -> re.Match[str] | None:
    """What those counted by the quantity at `index` do or are, told right behind their number: "38 đơn vị đạt trên 70%"."""
    q, last = qs[index], index + 1 == len(qs)
    if last or re.search(r"[;:().]|,(?!\d)|(?<!\w)(?:và|nhưng|gồm)(?!\w)", text[q.end : next_start]):
        does = PREDICATE.match(text, q.end) or patterns.ATTAINS.match(text, q.end) or patterns.COMES_FROM.match(text, q.end)
        if does and (last or does.end() <= next_start):
            return does
    placed = None if opened else patterns.PLACED_ACT.match(text, q.end)
    return placed if placed is not None and not TRIGGER.search(text[q.end : placed.start(1)]) else None


def begin_name(r: Reading, s: Step) -> None:
    """The name begins with the phrase; the thing that a bare sum or number is of."""
    text, setting, state, out = r.text, r.setting, r.state, r.out
    q = s.q
    if (
        q.unit == "điểm phần trăm" and not state.subject and CAUSED_BY.match(s.lead.phrase.lstrip(" ,;"))
        and (first_told := re.match(r"[^,;:()\d]+(?=,)", text))
        and (whose_work := re.split(r" (?:có|tuy|dù|mặc dù|là)(?!\w)", clean(trigger_split(first_told[0])[0]))[0].strip())
    ):
        state.subject, state.subject_unit = whose_work, ""  # "Nhóm giao thông có mức tăng cao nhất, tác động làm CPI chung tăng 0,21 điểm phần trăm"
    s.names = s.phrase
    if (
        s.counts_now and (not s.phrase or s.phrase in ("tích lũy", "tích luỹ")) and s.index and state.subject
        and same_count(state.subject_unit, q.unit) and patterns.SUMMED.search(s.gap)
    ):
        s.names = s.phrase = state.subject  # "tháng 7 là 21.480 lượt, lũy kế 208.735 lượt"
    if INCOMPLETE.fullmatch(state.subject) and out and out[-1].indicator == state.subject:
        s.chained = out[-1].head
    else:
        s.chained = ""
    s.of_thing = (
        state.names.get(units.kind(q.unit), "")
        if DEED.fullmatch(s.phrase)
        else s.chained or state.subject
        or ("" if patterns.LISTED.match(text) or patterns.BARE_RATE.fullmatch(s.phrase) else setting.subject)
    )
    s.same_kind = (
        not s.chained and not DEED.fullmatch(s.phrase)
        and units.kind(q.unit).split(":")[0] == units.kind(state.subject_unit if state.subject else setting.unit).split(":")[0] == "money"
    )


def name_indicator(r: Reading, s: Step) -> None:
    """The indicator's name, from its words to what was told before."""
    _name_of_words(r, s)
    _name_counted_sum(r, s)
    _name_points(r, s)
    _name_from_tail(r, s)
    _name_as_before(r, s)


def _name_of_words(r: Reading, s: Step) -> None:
    """The name from phrase, triggers and tail."""
    text, qs, setting, state, out, as_told = r.text, r.qs, r.setting, r.state, r.out, r.as_told
    q, index, gap, lead, opened, phrase, measure = s.q, s.index, s.gap, s.lead, s.opened, s.phrase, s.measure
    s.does = act_behind(text, qs, index, s.next_start, opened) if s.counts_now and measure is Measure.LEVEL else None
    if s.does is not None:
        s.wide = ""
    s.names = re.sub(rf"^hoàn thành\s+(?={DOES}\s*$)", "", s.names, flags=re.I)
    if s.names.lower() == "cán cân" and (balance := BALANCE_OF.match(state.subject or setting.subject)):
        s.names = balance[0]  # "Lũy kế 9 tháng, cán cân thặng dư 1,29 tỷ USD", after the balance of trade
    s.indicator = indicator_of(q, s.names, s.triggers, s.wide, state, index, measure, opened, lead.broke, lead.among, lead.phrase)
    if opened and not phrase and state.modality is Modality.TARGET and (giver := ASSIGNED.search(before_parenthesis(gap))) is not None:
        s.indicator = other_giver(s.indicator, giver[0])
    if (
        index and s.kin_of_money and not phrase and not s.triggers.strip() and measure is Measure.LEVEL and out
        and out[-1].unit == q.unit and s.indicator == out[-1].indicator
        and re.fullmatch(rf"\s*(?:cho |để )?{re.escape(s.indicator)}\s*(?:,|;|và|,\s*và)\s*", gap, re.I)
        and (own_purpose := after_noun(s.wide))
    ):
        s.indicator = own_purpose  # "31 tỷ đồng xử lý sạt lở và 22 tỷ đồng chống dịch"
    if (
        index and not phrase and out and measure is Measure.LEVEL and patterns.MOVED_TO.fullmatch(gap)
        and patterns.FROM.search(text[: qs[index - 1].start])
    ):
        s.indicator = out[-1].indicator  # "thời gian làm thủ tục từ 6 - 8 giờ xuống 2 - 3 giờ/xe"
    if (
        patterns.PER_HEAD.fullmatch(s.indicator) and measure is Measure.LEVEL
        and (output := patterns.OUTPUT.match(state.subject or setting.subject))
    ):
        s.indicator = f"{output['what']} {s.indicator}"  # "GRDP theo giá hiện hành 43.215 tỷ đồng; bình quân đầu người 41,3 triệu đồng"
    if as_told and s.names == as_told[0]:
        s.indicator = as_told.pop(0)
    if (
        s.kin_of_money and measure is Measure.LEVEL and re.search(r"(?:với|có|và)\s*(?:gần|hơn|trên|khoảng)?\s*$", gap)
        and (side_behind := patterns.TRADED_BEHIND.match(text, q.end)) and not re.search(r"khẩu", s.names)
    ):
        whose = s.indicator.partition(" của ")[2] if re.match(r"(?:xuất|nhập) khẩu của ", s.indicator) else s.indicator
        s.indicator = f"{side_behind[1].lower()} của {whose}" if whose else side_behind[1].lower()  # "khối trong nước, với 48 tỷ USD xuất khẩu và 60 tỷ USD nhập khẩu"


def _name_counted_sum(r: Reading, s: Step) -> None:
    """What is measured of cases is of their kind: "trị giá gian lận thương mại", not "trị giá vụ"."""
    last = r.out[-1] if r.out else None
    if (
        last is not None and BARE_NOUN.fullmatch(s.phrase) and last.unit in BARE_COUNTERS and s.indicator == f"{s.phrase} {last.unit}"
        and (kind := last.indicator.removesuffix(f" {last.unit}")) not in (last.indicator, "")
    ):
        s.indicator = f"{s.phrase} {kind}"


def _name_points(r: Reading, s: Step) -> None:
    """Percentage points are contributions: of whom, and to what."""
    text, qs, out = r.text, r.qs, r.out
    q, index, gap, triggers, measure = s.q, s.index, s.gap, s.triggers, s.measure
    if r.dealt_points and not s.phrase and not triggers.strip() and q.unit == "điểm phần trăm":
        s.indicator, s.direction, s.base = r.dealt_points.pop(0), out[-1].direction, out[-1].base
    elif q.unit == "điểm phần trăm" and measure is Measure.CHANGE:
        r.dealt_points = (
            contributions(gap, [f for f in out if f.measure is Measure.GROWTH], run_length(qs, index, text))
            or contributors(gap, run_length(qs, index, text))
        )
        s.indicator = r.dealt_points.pop(0) if r.dealt_points else s.indicator
    s.worker = (
        WORKS_ON.fullmatch(s.indicator)
        if q.unit == "điểm phần trăm" and measure is Measure.CHANGE and not s.indicator.startswith("đóng góp")
        else None
    )
    if s.worker is not None:
        s.who_works = unpointed(re.sub(r"^(?:một mình|chỉ riêng|chỉ)(?:\s+|$)", "", s.worker["who"], flags=re.I) or r.state.subject, r.state.subject or r.setting.subject)
        s.indicator = f"đóng góp của {s.who_works}{' vào ' + s.worker['whole'] if s.worker['whole'] else ''}"  # "Nhóm giao thông làm CPI chung tăng 0,12 điểm phần trăm"
    if (
        q.unit == "điểm phần trăm" and measure is Measure.CHANGE and s.indicator.startswith("đóng góp")
        and (turned := re.match(r"\s*(?:lên|(?P<down>xuống))(?!\w)", triggers)) is not None
    ):
        s.direction = Direction.DOWN if turned["down"] else Direction.UP  # "đẩy CPI chung lên 0,2 điểm phần trăm"
    s.indicator = s.indicator.removesuffix(" quy mô") if s.kin_of_money else s.indicator  # "đầu tư 328 tỷ đồng xây mới bệnh viện quy mô 300 giường"


def _name_from_tail(r: Reading, s: Step) -> None:
    """What those counted do behind their number, and whose the money told with them is."""
    state, out = r.state, r.out
    q, gap, phrase, triggers, measure, does, names = s.q, s.gap, s.phrase, s.triggers, s.measure, s.does, s.names
    if (
        s.opened and not phrase and out and measure is Measure.LEVEL and out[-1].measure is Measure.LEVEL
        and re.match(r"\s*(?:tương đương|khoảng|xấp xỉ)", triggers, re.I)
        and units.kind(q.unit).split(".")[0] == units.kind(out[-1].unit).split(".")[0]
    ):
        s.indicator = out[-1].indicator
    if does is not None:
        counted_noun = (
            q.unit
            if not phrase and s.indicator == state.subject or does[1].endswith("hiệu lực") and phrase in ("", state.subject)
            else s.indicator
            if q.unit in s.indicator
            else f"{s.indicator} {q.unit}".strip()
        )
        if (
            out and out[-1].indicator == out[-1].unit and out[-1].measure is Measure.LEVEL and s.counted_before
            and (beside_it := patterns.TOGETHER.fullmatch(gap))
        ):
            out[-1] = replace(out[-1], indicator=f"{out[-1].unit}{beside_it[1] or ''} {does[1]}")
            counted_noun = q.unit
        kind_before = (
            next((m[0] for f in reversed(out) if f.unit == q.unit and (m := patterns.KIND_OF_PROJECT.search(f.indicator))), "")
            if counted_noun == q.unit and patterns.CUMULATED.search(gap)
            else ""
        )
        s.indicator = f"{kind_before or counted_noun} {does[1]}"  # "Cấp mới 7 dự án FDI; lũy kế có 58 dự án còn hiệu lực"
    if r.contributed and q.unit == "điểm phần trăm" and measure is Measure.CHANGE and names and not s.indicator.startswith("đóng góp"):
        s.base = s.base if re.search(r"(?<!\w)so(?!\w)", f"{triggers} {s.tail_here}", re.I) else or_default(Base.NONE, False, state)
        s.indicator, s.direction = f"đóng góp của {s.indicator}", Direction.NONE  # "Đóng góp nhiều nhất là nhóm ăn uống với 0,25 điểm phần trăm, tiếp đến là giao thông 0,16 điểm phần trăm"
    if (
        out and names and not triggers.strip() and q.unit == out[-1].unit == "điểm phần trăm"
        and out[-1].indicator.startswith("đóng góp của ") and not s.indicator.startswith("đóng góp")
    ):
        s.indicator, s.direction, s.base = f"đóng góp của {names}", out[-1].direction, out[-1].base  # "chế biến đóng góp 6,6 điểm phần trăm; điện 0,9 điểm phần trăm"
    if (
        s.opened and not phrase and not triggers.strip() and q.unit == "điểm phần trăm" and measure is Measure.CHANGE and out
        and out[-1].measure is Measure.GROWTH and gap.strip() == "(" and any(f.indicator.startswith("đóng góp của ") for f in out)
    ):
        s.indicator = f"đóng góp của {out[-1].indicator}"  # "thực phẩm tăng 2,2% (tác động 0,5 điểm phần trăm), lương thực tăng 0,5% (0,02 điểm phần trăm)"
    if s.belongs:
        of = state.head if units.kind(state.head_unit).startswith("money") else state.names.get(units.kind(q.unit), "")
        of = whole_sum[0] if (whole_sum := patterns.OF_COUNTED.match(of)) and " " in whole_sum[0] else of
        s.indicator = f"{of} {s.belongs}".strip() if measure is Measure.LEVEL else s.indicator
    elif (
        out and not phrase and measure is Measure.LEVEL and s.kin_of_money
        and s.indicator == out[-1].indicator and (projects := patterns.PROJECTS.search(s.indicator))
        and re.search(r"(?<!\w)(?:với|có|tổng(?: số)?)(?: tổng)?\s*(?:gần|hơn|trên|khoảng)?\s*$", gap)
    ):
        deed = re.match(r"(?:cấp mới|cấp phép mới|đăng ký mới|điều chỉnh)\s", s.indicator, re.I)
        s.indicator = f"vốn {deed[0].lower() if deed else ''}{s.indicator[projects.start() :]}"  # "18 dự án mới với 412 triệu USD"


def _name_as_before(r: Reading, s: Step) -> None:
    """What is told again of a name already told: its whole, its change, its stock."""
    text, qs, state = r.text, r.qs, r.state
    q, index, phrase, measure, kin_of_money = s.q, s.index, s.phrase, s.measure, s.kin_of_money
    if (
        index + 1 < len(qs) and q.unit == qs[index + 1].unit and OUT_OF.fullmatch(text[q.end : qs[index + 1].start])
        and s.counts_now and not phrase
    ):
        predicate = PREDICATE.match(text, qs[index + 1].end) or patterns.ATTAINS.match(text, qs[index + 1].end)
        after_next = predicate[1] if predicate else after_noun(wide_tail(text[qs[index + 1].end :]))
        s.indicator = f"{q.unit} {after_next}".strip()
    if not phrase and s.twice is not None:
        s.indicator = r.out[-1].indicator
    if (
        index and measure is Measure.CHANGE and not phrase and kin_of_money and state.subject
        and not units.kind(state.subject_unit).startswith(("money", "ratio")) and not after_noun(s.wide)
        and (sum_before := state.names.get(units.kind(q.unit), ""))
    ):
        s.indicator = sum_before  # "nợ đọng còn 37 tỷ đồng tại 23 dự án, giảm 12,9 tỷ đồng"
    if (
        index and measure is Measure.LEVEL and not phrase and re.match(r"\s*(?:chỉ )?còn(?: lại)?(?!\w)", s.triggers)
        and s.own.kind == "date" and not patterns.STOCK.match(state.subject)
        and (stock := next((name for name in (state.main, r.setting.subject) if patterns.STOCK.match(name)), "")) and kin_of_money
    ):
        s.indicator = stock  # "Dư nợ … là 138 tỷ đồng. Trong tháng vay 5 tỷ đồng nên đến 31/10 còn 143 tỷ đồng"
    if s.then_level is not None and state.subject and not re.search(r"(?:xuất|nhập) siêu|thặng dư|thâm hụt", s.gap, re.I):
        s.indicator = state.names.get(units.kind(q.unit), state.subject)


def name_at_last(r: Reading, s: Step) -> None:
    """Names where nothing named the figure: a piece before, the head, an area."""
    state = r.state
    index, lead = s.index, s.lead
    if not index and lead.adverbial and BARE_NOUN.match(s.phrase) and not ADVERBIAL.match(lead.adverbial) and not state.head:
        state.head, state.head_unit = clean(lead.adverbial)[-90:], ""
    if not s.indicator and not index and not state.head and not r.setting.subject:  # "Giá xăng giảm ngày 07/9, 14/9, bình quân giảm 4,4%"
        s.indicator = next((n for _, piece in s.pieces if not ADVERBIAL.match(piece) and (n := clean(trigger_split(piece)[0])) and len(n) > 2), "")
        state.subject = s.indicator if s.opened and not state.subject else state.subject
    if not s.indicator and lead.colon is not None and state.head:
        s.indicator = state.head
    if (
        s.q.unit == "ha" and s.measure in (Measure.LEVEL, Measure.CHANGE) and s.indicator
        and not re.search(r"diện tích|(?<!\w)(?:rừng|đất)(?!\w)", s.indicator, re.I) and not AREA_VERB.match(s.indicator)
    ):
        s.indicator = f"diện tích {s.indicator}"


def name_counter(r: Reading, s: Step) -> None:
    """What a bare "vụ" or "ca" counts, as this section told before."""
    qs, state, counts = r.qs, r.state, r.counts
    q, phrase, measure = s.q, s.phrase, s.measure
    bare = q.unit.partition(" ")[0]
    if bare in BARE_COUNTERS and s.counts_now and measure in (Measure.LEVEL, Measure.CHANGE):
        thing = s.indicator[s.indicator.rfind(q.unit) :] if q.unit in s.indicator else q.unit if phrase and not MEASURED.match(phrase) else ""
        known = counts.get(bare, "")
        if thing == bare and s.share_head and patterns.SORT_OF_CASE.fullmatch(known) and s.indicator == bare:
            s.indicator = known  # "Tay chân miệng: 1.147 ca", where "2.318 ca mắc" was said before
        if (
            thing == bare and known and not s.share_head
            and (not phrase or patterns.WHERE.match(phrase) or CAUSE.fullmatch(s.lead.broke) or VERB.search(phrase))
            and not set(known.split()) <= set(s.indicator.split())
        ):
            s.share_head = known  # "quận Hải Thượng nhiều nhất với 15 vụ", where "27 vụ cháy" was said before
        elif (
            1 < len(thing.split()) < 6 and measure is Measure.LEVEL and not VERBAL.search(thing)
            and not re.search(r"tử vong|chết|thương|nặng|khỏi", thing)
            and (bare != "lượt" or re.match(r"lượt (?:hành )?khách|lượt người", thing))
        ):
            counts[bare] = thing
    if (
        not s.index and s.counts_now and patterns.WITHIN_THAT.fullmatch(s.gap) and not state.head and len(qs) > 1
        and "," in r.text[q.end : qs[1].start]
    ):
        state.head, state.head_unit = s.indicator, ""  # "Trong 38 chủ đầu tư, 11 đơn vị đạt trên 70%"
