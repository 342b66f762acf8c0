"""The figure as it is written: its last head, its last name, and what is put right once it stands."""

from __future__ import annotations

import re
from dataclasses import replace

from report import patterns, units
from report.asides import same_count
from report.kinds import ELSEWHERE
from report.lexicon import DOES, INCOMPLETE
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period, Span
from report.numbers import Quantity
from report.phrases import clean, scope_of
from report.prose_reading import Reading, Step


def printed(said: str, q: Quantity) -> str:
    """A quantity as printed; with the unit that it shares with the next one, as a cell with that of its column: "12,5" of "12,5 và 13,2 nghìn tấn"."""
    said = re.sub(r"\s+", " ", said).strip()
    if not q.unit_text or re.search(r"[^\W\d]|%", said):
        return said
    return f"{said}{'' if q.unit_text.startswith('%') else ' '}{q.unit_text}"


def write_figure(r: Reading, s: Step) -> None:
    """Give the figure its last head and name, and write it."""
    _head_of_figure(r, s)
    _name_of_figure(r, s)
    _write(r, s)


def _head_of_figure(r: Reading, s: Step) -> None:
    """The head that the figure is written with, from what was told right before it."""
    state, out, payers = r.state, r.out, r.payers
    index, gap, phrase, measure, indicator = s.index, s.gap, s.phrase, s.measure, s.indicator
    if (
        not s.q.unit and (of_counted := re.match(r"(?:tổng )?số (?!lượng)", indicator))
        and (counter := units.unit_at(indicator, of_counted.end())) is not None and counter.unit
        and units.kind(counter.unit).startswith("count:")
    ):
        s.q = replace(s.q, unit=counter.unit)
    if ";" in gap and index:
        r.label = ""
    joins = index and not phrase and not s.triggers.strip() and not s.share_head and measure is Measure.LEVEL and out
    if (
        joins and s.counts_now and s.counted_before and re.fullmatch(r"[^,;:()]{0,30}(?:,|và|với)\s*", gap)
        and indicator.startswith(s.q.unit)
        and (done := re.match(rf"{DOES}(?= {re.escape(out[-1].unit)})", out[-1].indicator, re.I))
    ):
        s.share_head = done[0]
    elif (
        joins and gap.strip() == "và" and indicator not in ("", out[-1].indicator)
        and (done := re.match(rf"(?:thiệt hại|ủng hộ|tịch thu|{DOES})(?!\w)", out[-1].indicator, re.I))
    ):
        s.share_head = done[0]  # "khởi tố 37 vụ, 52 bị can"
    if (
        index and not phrase and not s.share_head and measure is Measure.LEVEL and out and out[-1].unit == s.q.unit
        and patterns.OF_THEM.match(s.wide.strip()) and not s.counts_now
        and re.fullmatch(r"[^;:()]{0,40}(?:,|và)\s*(?:có\s*)?", gap)
    ):
        s.share_head = out[-1].indicator  # "86 ha lúa bị đạo ôn, 24 ha bị rầy nâu"
    if (
        index and s.counts_now and not phrase and not s.share_head and out and indicator.startswith(s.q.unit)
        and s.q.unit in patterns.BARE_UNITS and re.fullmatch(r"[^,;:()]*\s?(?:với|cho)\s*", gap)
        and same_count(s.q.unit, out[-1].unit) is False
    ):
        s.share_head = out[-1].indicator  # "học bổng 21,3 tỷ đồng với 2.460 suất"
    if r.label and index and not set(r.label.lower().split()) & set(f"{indicator} {s.share_head}".lower().split()):
        s.share_head = f"{r.label}: {s.share_head}" if s.share_head else r.label  # "Sốt xuất huyết: ghi nhận 2.318 ca mắc (trong đó 1.006 ca là trẻ em)"
    if INCOMPLETE.fullmatch(indicator) and s.of_thing and not s.opened:
        if s.of_thing in (indicator, s.chained) and state.subject == indicator:
            s.share_head = (
                out[-1].head
                if out and out[-1].indicator == indicator and out[-1].head and measure is not Measure.SHARE
                and not (out[-1].head in payers and (s.new_clause or state.head in payers))
                else s.share_head
            )
        elif s.same_kind and not s.of_thing.lower().startswith(indicator.lower()):
            pass  # one sum is not of another
        else:
            s.of_thing = re.split(r"\s(?:tại|ở|trên địa bàn)\s", s.of_thing)[0]
            if (
                len(s.of_thing.split()) < 12
                and not set(s.of_thing.lower().split()) <= set(f"{s.share_head} {indicator}".lower().split())
                and not INCOMPLETE.fullmatch(s.of_thing)
            ):
                s.share_head = f"{s.share_head}: {s.of_thing}" if s.share_head and s.share_head.lower() not in s.of_thing.lower() else s.of_thing  # "chi trả 9.724 hồ sơ, tổng số tiền 196 tỷ đồng"


def _name_of_figure(r: Reading, s: Step) -> None:
    """The last of its name: what is carried, traded, weighed, or pointed at."""
    state = r.state
    q, tail_here, measure, kin = s.q, s.tail_here, s.measure, s.kin
    if not kin.startswith("length"):
        s.share_head = re.sub(r"^chiều (?:dài|rộng|cao|sâu) ", "", s.share_head)  # whose length was told, not the length
    if (
        kin and q.unit.endswith(".km")
        and "luân chuyển" not in re.sub(re.escape(q.unit), "", s.indicator).strip().replace("luân chuyển", "", q.unit in s.indicator)
    ):
        s.share_head = s.share_head or clean(s.indicator.replace(q.unit, "").replace("luân chuyển", ""))
        s.indicator = f"luân chuyển {'hành khách' if 'khách' in q.unit else 'hàng hóa'}"  # what is carried, times how far
    if (market := patterns.MARKET.match(s.share_head)) and s.indicator[:1].isupper() and not re.search(r"khẩu", s.indicator):
        sold = (
            of_trade[1].lower()
            if measure is Measure.SHARE
            and (of_trade := re.match(r"\s*(?:tổng )?(?:trị giá|kim ngạch|giá trị) (xuất|nhập) khẩu", tail_here, re.I))
            else own_trade[1].lower()
            if (own_trade := re.search(r"(?<!\w)(?:thị trường|nguồn|bạn hàng) (xuất|nhập) khẩu(?!\w)", s.gap, re.I))
            else market["trade"].lower()
        )  # "Trung Quốc giữ vị trí số một với 41,5% trị giá nhập khẩu"; "Hoa Kỳ là thị trường xuất khẩu lớn nhất …; Trung Quốc là thị trường nhập khẩu lớn nhất"
        s.share_head = f"thị trường {sold} khẩu" if sold != market["trade"].lower() else s.share_head
        s.indicator = f"{market['of'] or ''}{sold} khẩu {'sang' if sold == 'xuất' else 'từ'} {s.indicator}"  # "Thị trường xuất khẩu lớn nhất là Hoa Kỳ"
    if (
        not s.phrase and measure is Measure.LEVEL and units.kind(q.unit).startswith(("mass", "volume"))
        and (priced := re.fullmatch(r"(?:tổng )?(?:trị giá|kim ngạch)(?P<trade> (?:xuất|nhập) khẩu)?", s.indicator, re.I))
    ):
        traded = priced["trade"] or ((found := re.search(r" ?(?:xuất|nhập) khẩu", f"{s.share_head} {s.of_thing}")) and f" {found[0].strip()}") or ""
        s.indicator = f"lượng{traded}"  # "trị giá 5,97 tỷ USD … Riêng tháng 7 là 102,6 nghìn tấn": what is weighed is no value
    if (
        s.indicator and measure is Measure.CHANGE and s.base is Base.FIXED and not s.base_period
        and (elsewhere := ELSEWHERE.search(f"{s.triggers} {tail_here}"))
    ):
        s.indicator = f"{s.indicator} so với {elsewhere['where'].lower()}"  # no change in time
    if (
        not s.share_head and s.counts_now and measure is Measure.LEVEL
        and (about_noun := patterns.ABOUT.match(r.text)) is not None and about_noun.end() <= q.start
        and len(s.indicator.split()) < 7
        and not set((spoken_of := clean(about_noun[1])).lower().split()) & set(s.indicator.lower().split())
    ):
        s.share_head = spoken_of  # "Về đầu tư nước ngoài, …; lũy kế có 137 dự án còn hiệu lực"
    if (
        (pointed := patterns.POINTED.fullmatch(s.indicator))
        and (market_of := state.head if patterns.OWNER.fullmatch(state.head) else traded[1] if (traded := patterns.TRADED_WITH.search(next((f.indicator for f in reversed(r.out)), ""))) else "")
    ):
        s.indicator = f"{pointed['trade'] + ' khẩu' if pointed['trade'] else pointed['what']} {pointed['to']} {market_of}"  # "Trung Quốc là thị trường lớn nhất: 8 tháng xuất sang thị trường này 1.642 triệu USD"
        s.share_head = "" if s.share_head == market_of else s.share_head
    s.indicator, s.share_head = patterns.OF_EACH.sub("", s.indicator), patterns.OF_EACH.sub("", s.share_head)
    if s.opened and s.modality is Modality.TARGET and r.out and r.out[-1].measure is Measure.COMPLETION and r.out[-1].indicator == s.indicator:
        s.share_head = r.out[-1].head  # "lợi nhuận 214 tỷ đồng, hoàn thành 74% kế hoạch doanh thu (5.150 tỷ đồng)"
    s.share_head = r.dealt_of or r.setting.head if s.indicator in r.dealt_again and s.share_head != "tỷ trọng" else s.share_head


def _write(r: Reading, s: Step) -> None:
    """Write the figure."""
    text, setting, state, out, offset = r.text, r.setting, r.state, r.out, r.offset
    q, gap, lead, period, indicator, base_period = s.q, s.gap, s.lead, s.period, s.indicator, s.base_period
    r.around = ("" if patterns.SORTED_BY.match(lead.adverbial) else scope_of(lead.adverbial)) or ("" if ";" in gap else r.around)
    per_counted = "/" in q.unit and units.kind(q.unit.partition("/")[0]).startswith("count:") and q.unit != setting.unit
    named_by_unit = (f"bình quân {q.unit}" if "bình quân" in gap.lower() else q.unit) if per_counted else ""
    other_rate = q.unit if "/" in q.unit and not units.kind(q.unit).startswith(("money", "rate:money")) else ""
    more_than = s.measure is Measure.CHANGE and re.search(r"(?:cao|thấp|nhiều|ít|lớn)\s+hơn\s*$", s.triggers, re.I) is not None
    out.append(
        Figure(
            value=abs(q.value) if s.direction is not Direction.NONE and q.value < 0 else q.value,
            text=printed(text[q.start : q.end], q),
            unit=q.unit,
            span=Span(offset + q.start, offset + q.end),
            sentence=r.span,
            indicator=_LED_BY_MEAN.sub("", indicator) or named_by_unit or setting.subject or other_rate,
            scope=scope_of(f"{indicator} {lead.adverbial}") or r.around,
            head=s.share_head if s.share_head != indicator else setting.head if setting.head.lower() not in indicator.lower() else "",
            measure=s.measure,
            base=s.base,
            modality=state.modality,
            bound=Bound.NONE if more_than else q.bound,
            direction=s.direction,
            period=period,
            base_period=base_period if base_period or base_period.year else Period(),
            scale=q.scale,
            step=q.step,
            high=q.high,
            section=r.section,
            page=r.page,
        )
    )
    if q.fraction_of is not None and s.measure is Measure.LEVEL and units.kind(q.unit).startswith("money"):
        _write_plan(text, q, out, offset)
    if (
        s.then_level is not None and out[-1].modality is Modality.ESTIMATE and period.year
        and (setting.main.year or 0) > period.year and not patterns.ESTIMATED.search(gap)
    ):
        out[-1] = replace(out[-1], modality=Modality.ACTUAL)  # "ước tăng 8%, cao hơn mức 7,2% của 6 tháng đầu năm 2025"
    if (other_year := next((year for at, year in r.two_years if s.gap_start <= at < q.start), 0)) and out[-1].period.kind == "year":
        out.append(replace(out[-1], period=Period("year", other_year)))
        r.asides.add(q.start)
    if s.tail_own and s.index and patterns.SET_FOR.match(text, q.end):
        state.period = s.kept_period  # "thấp hơn mức trần 4,5% mà HĐND tỉnh đặt ra cho cả năm; lạm phát cơ bản tăng 2,9%": the goal's own time
    if s.beside_goal and s.own and not s.tail_own and s.modality is Modality.TARGET:
        state.period = s.kept_period  # "còn cách xa mục tiêu cả năm khoảng 4%; khu vực thành thị tăng …"
    if s.goal:  # the goal that was missed is named in passing
        state.modality, state.planned = s.kept_modality


_LED_BY_MEAN = re.compile(r"^bình quân ?, ?", re.I)  # "Bình quân 8 tháng, nhóm giáo dục tăng 9%": of which time


def _write_plan(text: str, q: Quantity, out: list[Figure], offset: int) -> None:
    """Money done of money planned, "giải ngân 1.102/1.870 tỷ đồng": two figures, the plan before what the sentence goes on from."""
    done, slash, planned = text[q.start : q.end].partition("/")
    if not slash or q.fraction_of is None:
        return
    at = offset + q.start + len(done) + 1
    plan = replace(out[-1], value=q.fraction_of, text=printed(planned, q), span=Span(at, offset + q.end), modality=Modality.TARGET, bound=Bound.NONE)
    out[-1] = replace(out[-1], text=printed(done, q))
    out.insert(-1, plan)
