"""Rows that "lần lượt" and "tương ứng" deal out in turn: times, bases, names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import patterns, units
from report.clauses import Setting, dealt_length, run_length
from report.counting import AND
from report.kinds import not_yet
from report.lexicon import MEASURED, TARGET
from report.model import Base, Direction, Figure, Measure, Modality
from report.numbers import Quantity, count_of
from report.periods import with_year
from report.phrases import after_noun, blank_periods, clean, periods_in
from report.prose_reading import Reading, Step
from report.sharing import DOING, FAMILY, GROUP, LISTS, by_first_word, paired, several_are, shared_deed, stem_of
from report.timing import due_periods, first_of_year


def bases_again(out: Sequence[Figure], count: int) -> list[Base]:
    """What a row of `count` changes of the level just told is held against, where those of the level before it were told one by one.

    "xuất khẩu đạt 39 tỷ USD, giảm 2% so với tháng trước nhưng tăng 9% so với cùng kỳ; nhập khẩu là 37 tỷ USD, lần lượt giảm 1% và tăng 11%".
    """
    if count < 2 or not out or out[-1].measure is not Measure.LEVEL:
        return []
    before = out[-count - 1 : -1]
    alike = len(before) == count and len({(f.indicator, f.measure, f.unit) for f in before}) == 1 and before[0].measure is Measure.GROWTH and before[0].indicator != out[-1].indicator
    bases = [f.base for f in before]
    return bases if alike and len(set(bases)) == count and not {Base.PLAN, Base.AVERAGE, Base.NONE} & set(bases) else []


def paired_bases(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where a pair of changes that says not what they are held against is so as the pair before it, each in its turn.

    "Hải Lộc tăng 0,4% so với tháng trước và 3,5% so với cùng kỳ; Đông Xuyên tăng 0,3% và 2,9%".
    """
    out = list(figures)
    told: tuple[Figure, Figure] | None = None
    for i in range(1, len(out)):
        f, last = out[i - 1], out[i]
        clause = text[out[i - 2].span.end - offset if i > 1 else 0 : f.span.start - offset]
        between, behind = text[f.span.end - offset : last.span.start - offset], text[last.span.end - offset :]
        if (
            not f.measure is last.measure is Measure.GROWTH or f.unit != "%" or last.unit != "%" or (f.indicator, f.head) != (last.indicator, last.head)
            or not _BASES_OF_TIME.issuperset((f.base, last.base))
        ):
            continue
        if f.base is not last.base and patterns.COMPARES.search(between) and patterns.COMPARES.search(re.split(r"[,;:.(]", behind)[0]):
            told = f, last
        elif (
            told is not None and ";" in clause and f.indicator != told[0].indicator and not patterns.COMPARES.search(clause.rpartition(";")[2])
            and _PAIRED.fullmatch(between) and _PAIR_ENDS.match(behind)
        ):
            out[i - 1 : i + 1] = [replace(x, base=of.base, base_period=of.base_period, period=of.period) for x, of in zip((f, last), told, strict=True)]
    return out


_BASES_OF_TIME = frozenset((Base.PREVIOUS, Base.YEAR, Base.DECEMBER, Base.FIXED, Base.NONE))
_PAIRED = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:(?:tăng|giảm)(?:\s(?:tới|đến|khoảng|gần|hơn|trên))?\s*)?", re.I)
_PAIR_ENDS = re.compile(r"\s*(?:[;.)]|,\s*(?!so(?!\w))|$)", re.I)


def parts_named_behind(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where the parts of a sum that have their names behind them are called so: "5,2 tỷ đồng, gồm 3 tỷ đồng nguồn trung ương và 2,2 tỷ đồng nguồn tỉnh"."""
    out = list(figures)
    for i, first in enumerate(out):
        if first.measure is not Measure.LEVEL or not units.kind(first.unit).startswith("money") or not _LIST_OPENS.search(text[: first.span.start - offset]):
            continue
        parts, names = [i], [""]
        for k in range(i + 1, len(out) + 1):
            behind = text[out[parts[-1]].span.end - offset : out[k].span.start - offset if k < len(out) else len(text)]
            if k < len(out) and behind.count("(") > behind.count(")"):
                continue  # what is told of a part in parentheses
            told = _PART_BEHIND.fullmatch(behind) if k < len(out) and out[k].unit == first.unit and out[k].measure is Measure.LEVEL else None
            last = told or _LAST_BEHIND.match(behind)
            names[-1] = _part_name(last["name"]) if last else ""
            if told is None:
                break
            parts.append(k)
            names.append("")
        summed = sum(out[k].value for k in parts)
        whole = next((f for f in reversed(out[:i]) if f.unit == first.unit and f.measure is Measure.LEVEL and f.value >= summed), None)
        of = whole.indicator if whole is not None else first.head
        if len(parts) < 2 or not all(names) or len(set(names)) < len(names) or not of:
            continue
        called = [out[k].indicator for k in parts]
        noun = found[0].lower() if (found := _WHOSE_PART.search(of)) else ""
        for k, then, name, before in zip(parts, [*parts[1:], len(out)], names, called, strict=True):
            if before != of and before not in (f.indicator for f in out[:i]) and called.count(before) == 1:
                continue
            name = f"{noun} {name}" if noun and _BARE_PART.search(name) else name
            out[k] = replace(out[k], indicator=name, head=of)
            inside = [j for j in range(k + 1, then) if text[out[k].span.end - offset : out[j].span.start - offset].count("(") > text[out[k].span.end - offset : out[j].span.start - offset].count(")")]
            for j in inside:
                out[j] = replace(out[j], indicator=name, head=of) if out[j].indicator == before else replace(out[j], head=name)
    return out


def _part_name(behind: str) -> str:
    """The name of a part from what stands behind its amount: "vốn" and "kéo dài" are, "tăng 5%" and "so với cùng kỳ" are not."""
    told = re.sub(r"^\s*(?:(?:dành |phân bổ |bố trí )?cho|của|từ(?!\s+(?:đầu|cuối|khi|nay)))\s+", "", blank_periods(behind, periods_in(behind)), flags=re.I).strip()
    name = re.sub(r"\s(?:từ|trong|sang|qua)\s*(?:\s(?:sang|qua))?\s*$", "", told)
    if name.lower() in ("tăng thêm", "bổ sung thêm"):
        return name
    name = after_noun(name)
    return f"{told[0]}{name[1:]}" if name and name[0] == told[0].lower() else name


_LIST_OPENS = re.compile(r"(?<!\w)(?:gồm|bao gồm|trong đó)(?:\s(?:có|khoảng|gần|hơn|trên))*\s*:?\s*$", re.I)
_PART_BEHIND = re.compile(r"(?P<name>\s*trung(?:,| và) dài hạn|(?:[^\d,;:().]|(?<=năm )\d{4}){3,70}?)\s*(?:\([^()]*\))?\s*(?:,|;|và|,\s*và)\s*(?:khoảng\s|gần\s|hơn\s|trên\s)?", re.I)
_LAST_BEHIND = re.compile(r"(?P<name>\s*trung(?:,| và) dài hạn|(?:[^\d,;:().]|(?<=năm )\d{4}){3,70}?)\s*(?:[,;().]|$)", re.I)
_WHOSE_PART = re.compile(r"(?<!\w)(?:vốn|kinh phí|dự toán|dư nợ|nợ)(?!\w)", re.I)
_BARE_PART = re.compile(r"^(?:kéo dài|chuyển|cấp mới|tăng thêm|bổ sung|đăng ký|điều chỉnh|ngắn hạn|trung|dài hạn|quá hạn|phân bổ|được|giao)(?!\w)|\sgiao$", re.I)


def by_scenario(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, each of a scenario with what is foretold in it: "CPI bình quân cả năm được dự báo theo ba kịch bản: thấp 3,1%, cơ sở 3,2% và cao 3,4%"."""
    opens = _SCENARIOS.search(text)
    if opens is None:
        return list(figures)
    what = clean(blank_periods(opens["what"], periods_in(opens["what"])))
    of_growth = _GROWN.search(what) is not None
    modality = Modality.FORECAST if re.search(r"dự báo|dự kiến|ước|dự đoán", opens[0], re.I) else Modality.TARGET
    out, told = list(figures), 0
    for i, f in enumerate(out):
        lead = text[max(out[i - 1].span.end - offset if i else 0, opens.end()) : f.span.start - offset]
        name = _SCENARIO.fullmatch(lead) if f.span.start - offset >= opens.end() else None
        grows = of_growth and f.unit == "%" and f.measure is Measure.LEVEL
        if name is not None:
            measured = (Measure.GROWTH, Base.YEAR, Direction.UP) if grows else (f.measure, f.base, f.direction)
            out[i] = replace(f, indicator=f"{what} kịch bản {name['name'].lower()}", head="", modality=modality, measure=measured[0], base=measured[1], direction=measured[2])
            told += 1
        elif told and f.modality is Modality.TARGET and f.unit == out[i - 1].unit and re.match(r"\s*,\s*(?:tất cả\s)?(?:đều|cùng)\s", lead):
            out[i] = replace(f, indicator=what, head="", measure=out[i - 1].measure, base=out[i - 1].base, direction=out[i - 1].direction)
            break
        elif told:
            break
    return out


_GROWN = re.compile(r"(?<!\w)(?:CPI|lạm phát|GRDP|GDP|IIP|tăng trưởng|chỉ số giá)(?!\w)", re.I)  # what is told by how much it grows
_SCENARIOS = re.compile(
    r"(?:^|[,;.]\s)(?P<what>[^,;:.()]{3,80}?)\s(?:(?:được|sẽ|đã|xây dựng|dự báo|dự kiến|ước tính|tính toán|ước|đưa ra|tăng)\s)*(?:theo|với|có)\s(?:hai|ba|bốn|các|[2-4])\s(?:kịch bản|phương án)(?:\s[^\W\d]+){0,3}?\s?:\s*", re.I,
)  # fmt: skip
_SCENARIO = re.compile(
    r"\s*(?:[,;]|và|,\s*và)?\s*(?:(?:kịch bản|phương án|mức)\s)?(?P<name>(?:rất |trung )?thấp|cơ sở|trung bình|trung tính|cao|tích cực|tiêu cực|lạc quan|bi quan|tốt|xấu|[1-4]|I{1,3})\s?(?:[:(,]\s*)?(?:(?:tăng|là|ở mức|đạt|với|khoảng|chỉ)\s*)*", re.I,
)  # fmt: skip


def just_dealt(out: Sequence[Figure], qs: Sequence[Quantity], index: int, text: str, count: int) -> bool:
    """Whether as many quantities as follow from `index` were dealt out to as many names right before: "A và B lần lượt đạt 30 và 40 tỷ đồng, bằng 87% và 89% dự toán"."""
    row = [f.indicator for f in out[-count:]]
    levels = [f.indicator for f in out if f.measure is Measure.LEVEL][-count:]
    return index >= count and len(set(row)) == count and row == levels and run_length(list(qs[:index]), index - count, text) == count


def members_again(phrase: str, count: int, unit: str, setting: Setting, told_here: Sequence[Figure] = ()) -> list[str]:
    """The names of the sentence before that a sentence about so many of them deals out again: "Trong tháng 10, ba khoản thu lớn lần lượt đạt …".

    All that were told there, or the greatest where they were told first. `told_here`: the figures of its own sentence, whose names come first:
    "khu vực thành thị tăng 0,84%, khu vực nông thôn tăng 0,93%; so với tháng 8/2022 thì hai khu vực tăng lần lượt …".
    """
    them = patterns.SO_MANY_OF_THEM.fullmatch(phrase)
    if them is None or count_of(them["n"]) != count:
        return []
    kind = " ".join(clean(phrase[them.end("n") :]).split()[:2])
    here = list(dict.fromkeys(f.indicator for f in told_here if f.unit == unit))
    for names in (here, list(setting.changed) if unit == "%" else []):
        if len(of_kind := [name for name in names if f" {kind} " in f" {name.lower()} " or kind == "khu vực" and GROUP.fullmatch(name)]) == count:
            return of_kind
    told = [(value, name) for value, of, _, name in setting.totals if of == setting.totals[0][1] and (of == unit or unit == "%")]
    if parts := [name for of, name in setting.parts if of == unit]:
        if len(parts) == count:
            return parts
        told = [(value, name) for value, name in told if name in parts]  # the whole is none of them
    least = min((value for value, _ in told[:count]), default=0)
    return [name for _, name in told[:count]] if len({name for _, name in told}) == len(told) >= count and all(value <= least for value, _ in told[count:]) else []


def deal_times(r: Reading, s: Step) -> None:
    """Times and bases that "lần lượt" deals out in turn."""
    text, qs, setting, out, in_row = r.text, r.qs, r.setting, r.out, r.in_row
    q, index, lead, phrase, triggers, compares_here = s.q, s.index, s.lead, s.phrase, s.triggers, s.compares_here
    if re.search(r"lần lượt|tương ứng", f"{triggers} {lead.colon or ''}", re.I) and not r.due:
        r.due = due_periods(s.own, s.own_mentions, [f for f in out if f.measure is Measure.LEVEL and f.unit == q.unit], dealt_length(qs, index, text), setting.year)
        if not r.due and not re.search(LISTS, lead.phrase) and not patterns.SO_MANY_OF_THEM.search(lead.phrase):
            r.due = first_of_year(s.own, s.own_mentions, dealt_length(qs, index, text), setting.year)
    if (
        r.months and not r.due and in_row is not None and in_row.end() <= q.start and re.search(r"lần lượt", triggers, re.I)
        and dealt_length(qs, index, text) == len(r.months)
    ):
        r.due, r.months = [with_year(p, setting.year) for p in r.months], []
    if r.due:
        s.period = r.due.pop(0)
    if (
        s.in_turn and not phrase and index and s.measure is Measure.GROWTH
        and q.unit == "%" and len(setting.bases) > 1 and run_length(qs, index, text) == len(setting.bases) and not compares_here
    ):
        r.due_bases = list(setting.bases)  # "… so với tháng trước và … so với cùng kỳ. Cụ thể, A lần lượt tăng 3,2% và 8,7%"
        r.shared_change = (s.measure, s.direction)
    s.against_again = (
        bases_again(out, run_length(qs, index, text))
        if s.in_turn and not phrase and index and s.measure is Measure.GROWTH
        and q.unit == "%" and not r.due_bases and not compares_here
        else []
    )
    if s.against_again:
        r.due_bases, r.shared_change = s.against_again, (s.measure, s.direction)
    if r.due_bases and q.unit == "%" and (s.measure is Measure.GROWTH or not triggers.strip()):
        s.measure, s.direction = (
            (s.measure, s.direction)
            if s.measure is Measure.GROWTH and re.search(r"(?<!\w)(?:tăng|giảm)(?!\w)", triggers, re.I)
            else r.shared_change
        )
        s.base = r.due_bases.pop(0)
    if (
        s.measure is Measure.COMPLETION and s.modality is Modality.TARGET and setting.modality is Modality.ACTUAL
        and (patterns.REACHED.fullmatch(triggers) or s.opened and not phrase and not triggers.strip() and out and out[-1].modality is Modality.TARGET)
        and not TARGET.search(f"{lead.phrase} {lead.adverbial}") and not not_yet(s.period, setting)
    ):
        s.modality = r.state.modality = Modality.ACTUAL  # "kế hoạch trồng 800 ha, đạt 63,8%"


def deal_names(r: Reading, s: Step) -> None:
    """Names that "lần lượt" deals out in turn."""
    _read_row(r, s)
    _take_name(r, s)
    _deal_again(r, s)


def _read_row(r: Reading, s: Step) -> None:
    """The names of the row that "lần lượt" deals out, and the whole they are of."""
    text, setting, state = r.text, r.setting, r.state
    q, lead, triggers = s.q, s.lead, s.triggers
    s.valued = None  # "A, B và C có kim ngạch lần lượt …": each name is whole
    if "lần lượt" in triggers.lower() or "tương ứng" in triggers.lower():
        s.valued = patterns.HAVE_VALUES.search(lead.phrase)
        r.listed = [clean(x) for x in re.split(LISTS, lead.phrase[: s.valued.start()] if s.valued else lead.phrase) if clean(x)]
        dealt_now = dealt_length(r.qs, s.index, text)
        s.by_family = by_first_word(lead.phrase, dealt_now) if dealt_now > 1 and len(r.listed) > dealt_now else []
        if s.by_family:
            r.listed = [clean(x) for x in s.by_family]
        elif (
            dealt_now > 1 and len(r.listed) > dealt_now
            and len(by_marks := [clean(x) for x in re.split(r"[,;]", lead.phrase) if clean(x)]) == dealt_now
        ):
            r.listed = by_marks  # "Đồ uống và thuốc lá, may mặc, thiết bị và đồ dùng gia đình": each "và" is within a name
        if (
            dealt_now > 1 and (len(r.listed) != dealt_now or patterns.INTO_SO_MANY.search(r.listed[0]))
            and (of_them := several_are(s.gap, dealt_now))[1]
        ):
            r.listed = of_them[1]
            if (
                not state.head and (ranked_kind := patterns.FOREMOST_OF.fullmatch(of_them[0]))
                and len((ranked := re.sub(patterns.SO_MANY_KINDS, "", clean(ranked_kind[1]))).split()) > 1
            ):
                state.head, state.head_unit = ranked, ""  # "Ba thị trường xuất khẩu lớn nhất là Hàn Quốc, Hoa Kỳ và Nhật Bản đạt lần lượt …"
            s.names, s.phrase = r.listed[0], s.phrase or r.listed[0]
        if (doing := shared_deed([x.strip() for x in re.split(LISTS, lead.phrase) if x.strip()], dealt_now))[0]:
            r.listed, r.doers = doing
            r.dealt_again |= set(r.listed)  # "Hải Thịnh và Long Trạch xuất khẩu lần lượt …"
        elif len(r.doers) == dealt_now and len(r.listed) == 1 and DOING.fullmatch(r.listed[0]):
            r.listed = [f"{r.listed[0]} {who}" for who in r.doers]
            r.dealt_again |= set(r.listed)  # "…; nhập khẩu lần lượt …": they again
        if (
            len(r.listed) > 1 and not state.head and setting.subject and units.kind(q.unit) == units.kind(setting.unit)
            and not MEASURED.match(r.listed[0])
            and (FAMILY.match(r.listed[0]) and not re.match(r"thuế(?!\w)", r.listed[0], re.I) or re.match(r"\W*Riêng\s", text))
        ):
            state.head, state.head_unit = setting.subject, setting.unit  # "Thị trường Hoa Kỳ, Hàn Quốc lần lượt đạt …": of what was said before
        elif (
            len(r.listed) > 1 and not state.head and all(GROUP.fullmatch(x) for x in r.listed) and state.unit == "%"
            and (whole_of_both := state.main or state.subject) and not GROUP.fullmatch(whole_of_both)
        ):
            state.head, state.head_unit = whole_of_both, q.unit  # "CPI tăng 3,13%; thành thị và nông thôn tăng lần lượt 3,46% và 2,85%"


def _take_name(r: Reading, s: Step) -> None:
    """The next of the names that are dealt out; each is made whole where only the first has its noun."""
    text, qs, state, shared = r.text, r.qs, r.state, r.shared
    index, gap, opened, triggers = s.index, s.gap, s.opened, s.triggers
    if (
        (count := dealt_length(qs, index, text)) > 1 and not (r.listed and not s.phrase and not triggers.strip())
        and not s.by_family and (dealt := paired(gap, count))
    ):
        r.listed, dimension = dealt
        if not state.head and re.search(r"(?:tiếp|kế) (?:theo|đến)|sau đó", gap) and (kind_of_them := FAMILY.match(state.subject)):
            state.head, state.head_unit = kind_of_them[0], ""  # "khách Hàn Quốc …, tiếp theo là Đài Loan và Nhật Bản với 17,8 và 12,5 nghìn lượt"
        if dimension:
            state.head, state.head_unit = f"{dimension} {state.head}".strip(), ""
        s.names, s.phrase = r.listed.pop(0), s.phrase or r.listed[-1]
    elif r.listed and not opened and (index == 0 or not s.phrase or "lần lượt" in triggers.lower()):
        rest = dealt_length(qs, index, text)
        if "lần lượt" in triggers.lower() and len(r.listed) != rest:
            r.listed = []
        elif r.listed:
            share_of = re.match(r"(?:tỷ trọng|tỉ trọng|cơ cấu)\s+(?:của\s+)?(?:các\s+)?(?:(?:khu vực|ngành|nhóm)\s+)?(?=\S)", r.listed[0], re.I)
            if share_of and s.q.unit == "%":
                r.listed[0], state.head, state.head_unit = r.listed[0][share_of.end() :], "tỷ trọng", ""
                r.listed = [f"khu vực {x}" if re.fullmatch(r"I{1,3}|IV", x) else x for x in r.listed]  # "tỷ trọng khu vực I, II, III lần lượt là …"
            r.listed[0] = patterns.SO_MANY.sub("", r.listed[0])
            noun = MEASURED.match(r.listed[0])
            those = patterns.THOSE_OF_KIND.match(r.listed[0]) if len(r.listed) > 1 else None
            if those is not None:
                r.listed = [
                    x
                    if x.lower().startswith(those["kind"].lower())
                    else f"{those['kind']} {x}"
                    for x in (r.listed[0][those.end() :], *r.listed[1:])
                ]
            elif at_each := patterns.AT_EACH.match(r.listed[0]):
                r.listed = [
                    r.listed[0],
                    *(x if patterns.AT_EACH.match(x) or MEASURED.match(x) else f"{at_each[0]}{re.sub(r'^(?:tại|ở) ', '', x)}" for x in r.listed[1:]),
                ]  # "Số tờ khai tại cảng An Bình, cảng Hòn Cỏ lần lượt là …"
            elif (
                (s.phrase or triggers.strip()) and not s.valued and not any(AND in x for x in r.listed)
                and (stem := stem_of(r.listed))
            ):  # once, where the row begins
                r.listed = [r.listed[0], *(f"{stem} {x}" for x in r.listed[1:])]
            elif "lần lượt" in triggers.lower() and noun and len(r.listed[0].split()) > len(noun[0].split()):
                r.listed = [x if i == 0 or MEASURED.match(x) else f"{noun[0]} {x}" for i, x in enumerate(r.listed)]
            s.names = r.listed.pop(0)
            if shared is not None and not s.phrase and not triggers.strip():
                s.measure, s.direction, s.base = shared
    elif s.phrase and not opened:
        r.listed = []


def _deal_again(r: Reading, s: Step) -> None:
    """Names of the sentence before, or of the row just told, that this row deals out again."""
    text, qs, state, out = r.text, r.qs, r.state, r.out
    q, index, triggers, measure, direction, base = s.q, s.index, s.triggers, s.measure, s.direction, s.base
    if (
        not r.listed and s.in_turn
        and (them := members_again(clean(s.lead.phrase), run_length(qs, index, text), q.unit, r.setting, out))
    ):
        r.listed, s.names, r.shared, r.dealt_again = them[1:], them[0], (measure, direction, base), {*them}
        whole_now = (
            next((f.indicator for f in reversed(out) if f.measure is Measure.LEVEL and f.unit == q.unit), "")
            if measure is Measure.LEVEL
            else ""
        )
        r.dealt_of = whole_now if whole_now not in them else ""  # "xuất khẩu …, trong đó khu vực trong nước …, khu vực FDI …; nhập khẩu …, hai khu vực tương ứng là …"
        if q.unit == "%" and patterns.STRUCTURED.match(clean(s.lead.phrase)):
            state.head, state.head_unit = "tỷ trọng", ""  # "tỷ trọng của bốn khu vực nêu trên lần lượt là …"
    elif (
        not r.listed and not s.phrase and not s.against_again and (count := run_length(qs, index, text)) > 1
        and (s.in_turn or just_dealt(out, qs, index, text, count))
    ):
        levels = [f for f in out if f.measure is Measure.LEVEL][-count:]
        told_of = [f.indicator for f in levels]
        if (
            len(told_of) == count
            and (q.unit == "%" or measure is Measure.CHANGE and all(f.unit.partition("/")[0] == q.unit.partition("/")[0] for f in levels))
        ):
            r.listed, s.names = told_of[1:], told_of[0]
            r.shared, r.as_told = (measure, direction, base), list(told_of)
    elif (
        (s.phrase or triggers.strip()) and not s.opened
    ):  # "lần lượt giảm 402 triệu USD (-7,0%) và 318 triệu USD (-12,8%)": the second fell as well
        r.shared = (measure, direction, base) if r.listed and measure is Measure.CHANGE and s.in_turn else None
