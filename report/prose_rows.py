"""What only the row that a figure stands in tells: shares in the order of what was named, rates in brackets, names behind amounts.

"Cơ cấu kinh tế nông nghiệp - công nghiệp - dịch vụ là 22,1% - 35,3% - 42,6%"; "giảm 5 vụ (giảm 10%)"; "8.020 tỷ đồng doanh thu và 640 tỷ đồng lợi
nhuận". Not here: rows that "lần lượt" deals out to names before it (`prose_dealing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import units
from report.clauses import Setting
from report.lexicon import MEASURED
from report.model import Base, Direction, Figure, Measure, Modality, Period
from report.phrases import blank_periods, clean, periods_in

_AND_ON = re.compile(r"\s*(?:,|;|/|và|,\s*và|[-–])\s*(?:(?:chiếm|là|đạt)\s+)?", re.I)
_SHARED_OUT = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|tỷ lệ)(?!\w)", re.I)
_AS_BEFORE = re.compile(r"(?<!\w)(?:tương ứng|lần lượt|theo (?:đúng )?thứ tự|cơ cấu|tỷ trọng)(?!\w)", re.I)
_OF_WHAT = re.compile(r"^.*?(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|tỷ lệ)(?:\s(?:nền\s)?kinh tế|\s(?:GRDP|GDP|ngành|các ngành|khu vực|các khu vực|lao động|vốn|các loại|giữa các (?:ngành|khu vực)|giữa|của|các|ba|bốn|hai|theo))*\s*[(:]?\s*", re.I)
_BEHIND_NAMES = re.compile(r"\s*[):]?\s*(?:(?:(?:lần lượt|tương ứng|theo thứ tự|hiện|ước|khoảng|nay|là|đạt|chiếm|ở mức|với|của)(?!\w)|năm\s+\d{4}|[,:])\s*)*$", re.I)
_PAIRS = re.compile(r"(?<!\w)(công nghiệp|nông|lâm(?: nghiệp)?|thương mại)\s[-–]\s(?=(?:xây dựng|tiểu thủ công nghiệp|TTCN|lâm(?: nghiệp)?|thủy sản|ngư nghiệp|dịch vụ)(?!\w))(?!(?<=công nghiệp - )dịch vụ)(?!(?<=công nghiệp – )dịch vụ)", re.I)
_BY_DASHES = re.compile(r"\s[-–]\s.*\s[-–]\s", re.S)
_NAME = re.compile(r"[^\d%]{2,60}")


def of_rows(figures: Sequence[Figure], text: str, whole: str, offset: int, setting: Setting) -> list[Figure]:
    """`figures` of one sentence with all that their rows tell; `text` is what was read of it, `whole` all of it."""
    out = dealt_by_order(rates_in_brackets(figures, text, offset), whole, offset, setting)
    out = named_behind(named_in_list(out, whole, offset), whole, offset)
    out = terms_of_a_loan(out)
    out = plans_by_their_name(reached_by_each(out, whole, offset), whole, offset)
    out = mean_of_it(of_the_next(rate_of_another(out, whole, offset), whole, offset), whole, offset)
    out = most_and_least(named_by_what_goes_on(compared_in_brackets(out, whole, offset), whole, offset), whole, offset)
    out = as_they_see_it(those_above_and_below(out, whole, offset), whole, offset)
    return by_their_unit(said_again(yearly_between(measured_in_brackets(out, text, offset), whole), whole, offset))


def dealt_by_order(figures: Sequence[Figure], text: str, offset: int, setting: Setting) -> list[Figure]:
    """`figures`, where a row of shares is called by the names that stand before it in as many words, or by those told last where it says so.

    "(cơ cấu tương ứng của năm 2023 là 22,8%; 37,0%; 36,0%; 4,2%)" is of the four shares before it; "Cơ cấu kinh tế theo thứ tự trên là …" of the parts
    that the sentence before told.
    """
    out = list(figures)
    for first, last in _rows(out, text, offset):
        lead = text[out[first - 1].span.end - offset if first else 0 : out[first].span.start - offset]
        count = last - first + 1
        own = re.split(r"[;.]\s", lead)[-1]
        if _SHARED_OUT.search(own) is None:
            continue
        alike = len({f.indicator for f in out[first : last + 1]}) == 1
        names = _named(own, count) if alike or _BY_DASHES.search(own) and re.search(r"cơ cấu|tỷ trọng", own, re.I) else []
        if not names and alike and _AS_BEFORE.search(own):
            names = _told(out[:first], count, setting)
        if len(names) != count or len(set(names)) < count:
            continue
        for k, name in enumerate(names, first):
            out[k] = replace(out[k], indicator=name, head=_head(own), measure=Measure.SHARE, period=out[first].period, modality=out[first].modality)
    return out


def _rows(out: Sequence[Figure], text: str, offset: int) -> list[tuple[int, int]]:
    """The first and the last index of each run of percentages that nothing but marks part."""
    rows, i = [], 0
    while i < len(out):
        k = i
        while k + 1 < len(out) and all(f.unit == "%" and f.measure in (Measure.LEVEL, Measure.SHARE) and f.high is None for f in out[k : k + 2]) and _AND_ON.fullmatch(text, out[k].span.end - offset, out[k + 1].span.start - offset):
            k += 1
        if k > i:
            rows.append((i, k))
        i = k + 1
    return rows


def _head(lead: str) -> str:
    found = re.search(r"(?<!\w)(?:(?:cơ cấu|tỷ trọng)\s(?:nền\s)?(?:kinh tế|GRDP|GDP|lao động|vốn đầu tư|sản xuất|cây trồng|chi|thu))(?!\w)", lead, re.I)
    return f"{found[0][:1].lower()}{found[0][1:]}" if found else "tỷ trọng"


def _named(lead: str, count: int) -> list[str]:
    """As many names as there are shares, in parentheses or behind what they are shares in: "(nông nghiệp - công nghiệp - dịch vụ)"."""
    opens = _OF_WHAT.match(lead)
    if opens is None:
        return []
    behind = blank_periods(lead, periods_in(lead))[opens.end() :]
    row = _BEHIND_NAMES.sub("", behind).strip(" ():,")
    whole = _PAIRS.sub(lambda m: f"{m[1]}\1", row)
    for mark in (r"\s[-–]\s", r"\s?[;/]\s?", r"\s?,\s(?:và\s)?|\svà\s"):
        names = [clean(part.replace("\1", " - ")) for part in re.split(mark, whole)]
        if len(names) == count and all(_NAME.fullmatch(n) for n in names):
            return names
    return []


def _told(before: Sequence[Figure], count: int, setting: Setting) -> list[str]:
    """The names of as many shares of this sentence, or of the parts that the sentence before told, in their order."""
    shares = list(dict.fromkeys(f.indicator for f in before if f.measure is Measure.SHARE))
    if len(shares) == count:
        return shares
    here = list(dict.fromkeys(f.indicator for f in before if f.head and f.measure is Measure.LEVEL))
    changed = [name for name in setting.changed if not any(other != name and other.startswith(f"{name} ") for other in setting.changed)]  # "(riêng công nghiệp tăng …)" is within "công nghiệp - xây dựng"
    for names in (here, list(dict.fromkeys(name for _, name in setting.parts)), changed, changed[1:]):
        if len(names) == count:
            return names
    return []


def rates_in_brackets(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where the rate in parentheses behind a change is of what changed: "giảm 5 vụ (giảm 10%), giảm 3 người chết (8,6%)"."""
    out = list(figures)
    for i in range(1, len(out)):
        moved, rate = out[i - 1], out[i]
        between = text[moved.span.end - offset : rate.span.start - offset]
        if moved.measure is Measure.CHANGE and rate.unit == "%" and moved.unit not in ("%", "điểm phần trăm") and _IN_BRACKETS.fullmatch(between) and text[rate.span.end - offset : rate.span.end - offset + 1] == ")":
            direction = rate.direction if rate.direction is not Direction.NONE else moved.direction
            out[i] = replace(rate, indicator=moved.indicator, head=moved.head, measure=Measure.GROWTH, direction=direction, base=moved.base, base_period=moved.base_period, period=moved.period, modality=moved.modality)
    return out


_IN_BRACKETS = re.compile(r"(?:\s[^\W\d][^,;:()\d]{0,40})?\s?\((?:tương (?:ứng|đương)\s|hay\s|tức\s|khoảng\s|tăng\s|giảm\s)*", re.I)


def named_in_list(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where a list behind a colon, "như" or "gồm" tells each one's rate in parentheses behind its name: "đạt thấp như: thuế môi trường (đạt 38,5%), lệ phí (đạt 41,2%)"."""
    out = list(figures)
    opens = _LIST_OF_NAMES.search(text)
    if opens is None:
        return out
    for i, f in enumerate(out):
        at = f.span.start - offset
        if f.unit != "%" or at < opens.end() or text[f.span.end - offset : f.span.end - offset + 1] != ")":
            continue
        start = max(opens.end(), out[i - 1].span.end - offset if i else 0)
        named = _NAMED_BEFORE.fullmatch(text[start:at])
        name = clean(named["name"]) if named else ""
        if not named or not name or _ONLY_ONE.search(name) or name.lower() in f.indicator.lower() or (f.indicator and f.indicator.lower() in name.lower()):
            continue
        reached = named["did"] and named["did"].strip().lower() in ("đạt", "mới đạt", "chỉ đạt", "bằng")
        plan = re.search(r"(?<!\w)(?:dự toán|kế hoạch|KH)(?!\w)", text[: opens.end()]) is not None
        how = (Measure.COMPLETION, Base.PLAN) if reached and plan else (f.measure, f.base)
        out[i] = replace(f, indicator=name, measure=how[0], base=how[1], modality=Modality.ACTUAL if reached and plan and f.modality is Modality.TARGET else f.modality)
    return out


_ONLY_ONE = re.compile(r"(?<!\w)(?:duy nhất|cùng kỳ|không đổi|ổn định|đi ngang)(?!\w)", re.I)
_LIST_OF_NAMES = re.compile(r"(?<!\w)(?:(?<!gần )(?<!hầu )(?<!cũng )như|gồm|bao gồm|là)(?:\s?:|\s(?=[^,;:()\d]{3,60}\s\((?:mới |chỉ )?(?:đạt|bằng|tăng|giảm)\s\d))", re.I)
_NAMED_BEFORE = re.compile(r"(?:%?\))?\s*(?:[,;]|và|,\s*và)?\s*(?P<name>[^\W\d][^;:()\d]{2,60}?)\s\((?P<did>(?:mới\s|chỉ\s)?(?:đạt|bằng|tăng|giảm)\s)?", re.I)


def named_behind(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where money is called by what stands right behind it: "công ty đạt 8.020 tỷ đồng doanh thu và 640 tỷ đồng lợi nhuận, hoàn thành 48% và 52% kế hoạch"."""
    out = list(figures)
    called: list[tuple[str, str]] = []  # by what and of whom, in order
    for i, f in enumerate(out):
        behind = _RESULT_BEHIND.match(text, f.span.end - offset) if units.kind(f.unit).startswith("money") and f.measure is Measure.LEVEL else None
        if behind is not None and not _RESULT.search(f.indicator):
            called.append((clean(behind["what"]), f.indicator))
            out[i] = replace(f, indicator=called[-1][0], head=f.head or f.indicator)
            continue
        mine = [what for what, who in called if who == f.indicator]
        if f.unit != "%" or not mine or f.indicator in (what for what, _ in called):
            continue
        row = [k for k in range(i, len(out)) if out[k].unit == "%" and out[k].indicator == f.indicator and (k == i or _AND_ON.fullmatch(text, out[k - 1].span.end - offset, out[k].span.start - offset))]
        if len(mine) > 1 and len(row) == len(mine):
            for k, what in zip(row, mine, strict=True):
                out[k] = replace(out[k], indicator=what, head=out[k].head or f.indicator)
        else:
            out[i] = replace(f, indicator=mine[-1], head=f.head or f.indicator)
    return out


_RESULT = re.compile(r"(?<!\w)(?:doanh thu|doanh số|lợi nhuận|lãi|lỗ|chi phí|vốn|thuế|nợ|giá|kinh phí|trị giá|kim ngạch|thu|chi)(?!\w)", re.I)
_RESULT_BEHIND = re.compile(r"\s(?P<what>(?:tổng\s)?(?:doanh thu|doanh số|lợi nhuận|lãi (?:ròng|trước thuế|sau thuế|gộp))(?:\s(?:thuần|ròng|gộp|hợp nhất|xuất khẩu|bán hàng|trước thuế|sau thuế|hoạt động))*)(?=\s*(?:[,;.()]|và(?!\w)|$))", re.I)


def measured_in_brackets(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where what is measured in parentheses is of those just counted, and not of all: "tổng diện tích 620 ha, trong đó 6 cụm đã thành lập (245 ha)"."""
    out = list(figures)
    for i in range(1, len(out)):
        counted, f = out[i - 1], out[i]
        noun = _MEASURED_AS.match(f.indicator) if f.measure is counted.measure is Measure.LEVEL and f.unit != counted.unit and units.kind(counted.unit).startswith("count:") and counted.head else None
        if noun and any(b.indicator == f.indicator and b.unit == f.unit for b in out[: i - 1]) and _IN_BRACKETS.fullmatch(text, counted.span.end - offset, f.span.start - offset):
            out[i] = replace(f, indicator=f"{noun['noun']} {counted.indicator}", head=counted.head)
    return out


_MEASURED_AS = re.compile(r"(?:tổng (?:số )?)?(?P<noun>diện tích|vốn(?: đăng ký| đầu tư)?|công suất|kinh phí|giá trị)(?!\w)", re.I)


def yearly_between(figures: Sequence[Figure], text: str) -> list[Figure]:
    """`figures`, where a yearly rate behind two levels is of the years between: "tăng từ 3.250 tỷ đồng năm 2015 lên 6.120 tỷ đồng năm 2020, bình quân tăng 13,5%/năm"."""
    out = list(figures)
    for i in range(2, len(out)):
        first, last, f = out[i - 2 : i + 1]
        years = first.period.year or 0, last.period.year or 0
        alike = first.measure is last.measure is Measure.LEVEL and first.indicator == last.indicator == f.indicator and first.period.kind == last.period.kind == "year"
        if alike and f.base is Base.AVERAGE and f.measure is Measure.GROWTH and f.period.label in ("", last.period.label, f.period.label if f.period.label not in text else "") and years[1] - years[0] > 1:
            out[i] = replace(f, period=Period("range", years[1], first=years[0] + 1))
    return out


def said_again(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where a change told once more in another unit is against the same: "vượt 6,5% dự toán, tức vượt khoảng 600 tỷ đồng"."""
    out = list(figures)
    for i in range(1, len(out)):
        first, f = out[i - 1], out[i]
        if {first.measure, f.measure} != {Measure.GROWTH, Measure.CHANGE} or first.direction is not f.direction or first.base is f.base or first.indicator != f.indicator:
            continue
        if _TOLD_AGAIN.fullmatch(text, first.span.end - offset, f.span.start - offset) or _TOLD_AGAIN.fullmatch(re.sub(r"^\s(?:tổng )?(?:dự toán|kế hoạch)(?: (?:năm|được giao|giao|tỉnh giao|pháp lệnh))*", "", re.sub(r"^\s*so với (?:[^\W\d]+\s?){1,6}(?:\d{4})?", "", text[first.span.end - offset : f.span.start - offset]))):
            if not re.match(r"\s*(?:so\s|dự toán|kế hoạch)", text[f.span.end - offset :]):
                out[i] = replace(f, base=first.base, base_period=first.base_period)
    return out


_TOLD_AGAIN = re.compile(r"\s?,?\s?\(?(?:tức(?: là)?|hay(?: là)?|tương ứng|tương đương|ứng)(?: với)?(?: mức)?(?: (?:tăng|giảm|vượt|hụt|cao hơn|thấp hơn|thêm|bớt))?(?: (?:khoảng|gần|hơn|trên|được))*\s", re.I)


def by_their_unit(figures: Sequence[Figure]) -> list[Figure]:
    """`figures`, where one per so many people that names nothing itself is called by its unit: "92% trạm y tế có bác sĩ; đạt 12,8 bác sĩ/vạn dân"."""
    out = list(figures)
    for i in range(1, len(out)):
        if _PER_HEADS.fullmatch(out[i].unit) and figures[i].indicator == figures[i - 1].indicator and out[i].unit != out[i - 1].unit:
            out[i] = replace(out[i], indicator=out[i].unit, head="")
    return out


_PER_HEADS = re.compile(r"[^\W\d][^/\d]*/(?:vạn|nghìn|triệu|1\.?000|10\.?000|100)?\s?(?:người )?dân", re.I)


def compared_in_brackets(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where the rate in parentheses behind what was compared with is of that: "tăng 2,71%, thấp hơn CPI bình quân chung (tăng 4,04%)"."""
    out, renamed = list(figures), ""
    for i, f in enumerate(out):
        at = f.span.start - offset
        start = out[i - 1].span.end - offset if i else 0
        named = _COMPARED.search(text, start, at) if f.unit == "%" and text[f.span.end - offset : f.span.end - offset + 1] == ")" else None
        name = clean(named["name"]) if named else ""
        if name and name.lower() not in f.indicator.lower() and not _NO_NAME.match(name) and not periods_in(name) and not re.search(r"(?<!\w)(?:là|cùng kỳ)(?!\w)", name, re.I):
            whole = "" if MEASURED.match(name) or name.isupper() or re.match(r"CPI|GRDP|GDP|lạm phát|xuất khẩu|nhập khẩu", name, re.I) else f.indicator if not i else out[i - 1].head if out[i - 1].indicator == renamed else out[i - 1].indicator
            renamed = name
            out[i] = replace(f, indicator=name, head=whole)
    return out


_COMPARED = re.compile(r"(?<!\w)(?:cao|thấp|nhanh|chậm|nhiều|ít|lớn|nhỏ) hơn (?:so với )?(?:mức (?:tăng|giảm) (?:của )?)?(?P<name>[^\W\d][^,;:()\d]{2,60}?)\s?\((?:(?:cũng|chỉ|đã|là|đạt|ở mức|tăng|giảm)\s)*$", re.I)
_NO_NAME = re.compile(r"(?:mức|tốc độ|cùng kỳ|kế hoạch|mục tiêu|dự toán|chỉ tiêu|kịch bản|năm|tháng|quý|bình quân (?:chung|cả nước|toàn|cùng kỳ)|trung bình)(?!\w)", re.I)


def named_by_what_goes_on(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where a share goes on being one ("tỷ trọng nông nghiệp giảm từ … còn …; dịch vụ tăng từ … lên …") and growth alone names itself."""
    out = list(figures)
    shared = False
    for i, f in enumerate(out):
        shared = (shared or re.match(r"(?:tỷ|tỉ) trọng\s\w", f.indicator, re.I) is not None) and f.unit == "%"
        if shared and f.measure is Measure.LEVEL and f.indicator and not _SHARED_OUT.search(f.indicator) and not _RATED.search(f.indicator):
            out[i] = replace(f, indicator=f"tỷ trọng {f.indicator[:1].lower()}{f.indicator[1:]}" if f.indicator[1:2].islower() else f"tỷ trọng {f.indicator}")
        if not f.indicator and f.measure is Measure.GROWTH and (alone := _GROWTH_ALONE.search(text[: f.span.start - offset])):
            out[i] = replace(f, indicator=alone["what"].lower())
    return out


_RATED = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|mức|tốc độ|chỉ số|lãi suất|thuế suất)(?!\w)", re.I)
_GROWTH_ALONE = re.compile(r"(?:^|[:;,.]\s|\n)\W*(?:tốc độ\s)?(?P<what>tăng trưởng(?: kinh tế)?)(?: bình quân)?(?: (?:đạt|là|từ|khoảng|trên|hơn))*\s*$", re.I)


def most_and_least(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where the most and the least are told in a row: "Huyện thu cao nhất là Lộc Sơn 312 tỷ đồng; thấp nhất là Nà Hang 18 tỷ đồng" are of "huyện thu"."""
    out = list(figures)
    led = _MOST.match(text) or _LEADS_IN.match(text)
    if led is None or not out or out[0].span.start - offset != led.end() or out[0].measure is not Measure.LEVEL or re.search(r"(?<!\w)(?:và|lần lượt|tương ứng)(?!\w)", led["name"]):
        return out
    first, what, name = out[0].indicator, clean(led["what"]), clean(led["name"])
    if name and name.lower() not in first.lower():
        counted = f"{name} {out[0].unit}" if units.kind(out[0].unit).startswith("count:") else name
        for i, f in enumerate(out):
            if f.indicator != first:
                break
            out[i] = replace(f, indicator=counted, head=what)
        first = counted
    return [replace(f, head=what) if f.indicator == first and not f.head or f.head == first or not f.head and _LEADS_IN.match(text) and f.measure is Measure.LEVEL else f for f in out]


_LEADS_IN = re.compile(r"\W*(?:dẫn đầu|đứng đầu|đứng thứ nhất|xếp thứ nhất|nhiều nhất|lớn nhất)\s(?:về|trong|ở)\s(?P<what>[^,;:()\d]{2,50}?)\s(?:vẫn\s|tiếp tục\s)?là\s(?P<name>[^,;:()\d]{2,50}?)\s(?:(?:với|đạt|có|là)\s)*(?=\d)", re.I)
_MOST = re.compile(r"\W*(?P<what>[^\W\d][^,;:()\d]{2,50}?)\s(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm)\snhất\s(?:(?:cả nước|toàn tỉnh|trong tỉnh)\s)?(?:vẫn\s)?là\s(?P<name>[^,;:()\d]{2,50}?)\s(?:(?:với|đạt|thu|chi|là)\s)*(?=\d)", re.I)


def those_above_and_below(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where so many are told by what they are above or below: "54 địa phương thu nội địa cao hơn cùng kỳ, 9 địa phương thấp hơn"."""
    out = list(figures)
    for i, f in enumerate(out):
        told = _ABOVE.match(text, f.span.end - offset) if f.measure is Measure.LEVEL and (_BODIES.fullmatch(f.unit) or not f.unit and _BODIES.match(f.indicator)) else None
        if told is None or " hơn" in f.indicator:
            continue
        before = out[i - 1].indicator if i and out[i - 1].unit == f.unit else ""
        if not told["what"].strip() and not told["than"] and " hơn" in before:
            out[i] = replace(f, indicator=re.sub(r"(?:cao|thấp|nhiều|ít|kém|lớn|nhỏ|nhanh|chậm) hơn", told["way"], before), head=out[i - 1].head)
        else:
            out[i] = replace(f, indicator=f"{f.indicator} {told['way']}{told['than'] or ''}")
    return out


_BODIES = re.compile(r"địa phương|tỉnh|tỉnh, thành phố|tỉnh thành|huyện|xã|phường|thành phố|đơn vị|nhóm|nhóm hàng|mặt hàng|khoản|khoản thu|sắc thuế|doanh nghiệp|thị trường|ngành|lĩnh vực|nước|quốc gia|ngân hàng", re.I)
_ABOVE = re.compile(r"(?P<what>(?:\s[^\W\d]+){0,8}?)\s(?P<way>(?:cao|thấp|nhiều|ít|kém|lớn|nhỏ|nhanh|chậm) hơn)(?P<than>(?:\s(?:so với\s)?(?:mức\s)?(?:cùng kỳ|bình quân|trung bình|dự toán|kế hoạch|tiến độ|năm trước|năm ngoái)(?:\s[^\W\d]+){0,5}?)?)(?=\s*(?:[,;.:()]|$)|\svà\s)", re.I)


def as_they_see_it(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where so many of those asked say so: "36,8% số doanh nghiệp đánh giá tốt hơn quý I; 42,5% cho rằng ổn định và 20,7% gặp khó khăn"."""
    out = list(figures)
    said = {i: m for i, f in enumerate(out) if f.unit == "%" and (m := _THEY_SAY.match(text, f.span.end - offset))}
    if len(said) < 2 or next(iter(said.values()))["who"] is None:
        return out
    who = ""
    for i, m in said.items():
        who = clean(m["who"]) if m["who"] else who
        out[i] = replace(out[i], indicator=f"{who} {m['says'].strip()}", head="", measure=Measure.SHARE, direction=Direction.NONE, base=Base.NONE)
    return out


_THEY_SAY = re.compile(
    r"\s(?:(?:số |trong số |tổng số )*(?P<who>(?:doanh nghiệp|hộ|cơ sở|hợp tác xã|người|nhà đầu tư)(?:\s(?!đánh|cho|nhận|dự|kỳ|gặp|khẳng|có|giữ|tốt|khó)[^\W\d]+(?:,(?=\schế tạo))?){0,7}?)\s)?(?:được hỏi\s|tham gia khảo sát\s)?(?P<says>(?:đánh giá|cho rằng|cho là|nhận định|dự báo|dự kiến|kỳ vọng|gặp|khẳng định|có|giữ)\s[^,;.()\d]{3,80}?|(?:ổn định|khó khăn|tốt)(?:\s[^,;.()\d]{1,60}?)?)(?=\s*[,;.()]|\s(?:và|còn)\s\d|\s*$)", re.I,
)  # fmt: skip


def rate_of_another(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where a growth is told to be above or below that of another: "tăng 8,2%, cao hơn mức tăng 7,1% của cả nước", "nhẹ hơn mức giảm 2,26% của thế giới"."""
    out = list(figures)
    for i in range(1, len(out)):
        f, before = out[i], out[i - 1]
        above = _ABOVE_RATE.search(text, before.span.end - offset, f.span.start - offset) if f.unit == "%" and f.measure is Measure.GROWTH and f.indicator in (before.indicator, "nhẹ", "sâu", "mạnh") else None
        whose = _WHOSE_RATE.match(text, f.span.end - offset) if above else None
        if above is None or whose is None or periods_in(whose["who"]) or _NO_NAME.match(whose["who"]):
            continue
        who = clean(whose["who"]) or whose["who"].strip()
        core = re.sub(r"\s(?:trong nước|của tỉnh|toàn tỉnh|trên địa bàn(?: tỉnh)?)$", "", before.indicator)
        out[i] = replace(f, indicator=who if MEASURED.match(who) and len(who.split()) > 2 else f"{core} {who}", scope=who if re.fullmatch(r"cả nước|toàn quốc|thế giới|toàn tỉnh|toàn vùng", who) else f.scope, direction=Direction.UP if above["way"].lower() == "tăng" else Direction.DOWN)
    return out


_ABOVE_RATE = re.compile(r"(?<!\w)(?:cao|thấp|nhanh|chậm|mạnh|nhẹ|sâu|lớn|nhỏ) hơn (?:so với )?(?:mức|tốc độ) (?P<way>tăng|giảm)(?: trưởng)?(?: bình quân| chung| khoảng)*\s*$", re.I)
_WHOSE_RATE = re.compile(r"(?:\schung)?\scủa\s(?P<who>(?!cùng|năm|tháng|quý|kỳ|giai đoạn|\d)[^\W\d][^,;:.()\d]{1,50}?)(?=\s*(?:[,;.:()]|$)|\s(?:và|nhưng|do|vì)\s)", re.I)


def of_the_next(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where one thing is told of each place in turn: "KCN Bình Lũng (160 ha) lấp đầy 92,5%; KCN Nam Xuyên (240 ha) mới lấp đầy 41,3%"."""
    out = list(figures)
    for i in range(2, len(out)):
        f = out[i]
        if f.head or not f.indicator or not any(g.indicator == f.indicator and g.unit == f.unit for g in out[:i]):
            continue
        named = _IN_ITS_TURN.search(text[: f.span.start - offset])
        if named is not None and named["deed"].strip().lower() == f.indicator.lower():
            out[i] = replace(f, head=clean(named["name"]))
    return out


_IN_ITS_TURN = re.compile(r"(?:^|[;,.]\s)(?:còn\s|riêng\s|trong khi\s)?(?P<name>[^\W\d][^,;:()\d]{3,60}?)\s\([^()]*\)\s(?:(?:đã|mới|chỉ|cũng|còn|vẫn|lại)\s)*(?P<deed>[^\W\d][^,;:()\d]{2,40}?)(?:\s(?:được|đạt|là|tới|khoảng|hơn|gần))*\s*$", re.I)


def mean_of_it(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where a mean that names nothing is of what was told before it: "9.858 lượt, bình quân 318 lượt/ngày"; parts told next are of the whole."""
    out = list(figures)
    for i in range(1, len(out)):
        f = out[i]
        bare, unit, per = _BARE_MEAN.fullmatch(f.indicator), *f.unit.partition("/")[::2]
        if per and not _A_TIME.fullmatch(per) and not units.kind(f.unit).startswith("money"):
            continue  # "15,0 tiêu chí/xã": of each commune
        free = [w for w in out[max(0, i - 3) : i] if text.count("(", 0, w.span.start - offset) == text.count(")", 0, w.span.start - offset)]
        whole = next((w for w in reversed(free) if w.measure is Measure.LEVEL and w.indicator and "bình quân" not in w.indicator and w.unit and (not unit or w.unit == unit or w.unit.startswith(f"{unit} "))), None)
        if bare is None or whole is None or f.measure is not Measure.LEVEL or not per and " " not in bare["mean"].replace("bình quân", "").replace("trung bình", ""):
            continue  # "giỏi 21,4%, khá 46,2%, trung bình 32,4%"
        out[i] = replace(f, indicator=f"{whole.indicator} {bare['mean']}", head=whole.head)
        for k in range(i + 1, len(out)):
            g = out[k]
            rest = g.indicator.removeprefix(f"{f.indicator} ") if g.indicator.startswith(f"{f.indicator} ") else ""
            out[k] = replace(g, head=whole.indicator) if g.head == f.indicator else replace(g, indicator=f"{whole.indicator} {rest}") if rest else g
    return out


_A_TIME = re.compile(r"ngày(?: đêm)?|tháng|quý|năm|tuần|giờ|vụ", re.I)
_BARE_MEAN = re.compile(r"(?P<mean>(?:bình quân|trung bình)(?:\s(?:mỗi|một|hằng|hàng)\s(?:ngày|tháng|năm|quý|tuần))?)(?:\s[^\s/]+(?:\s[^\s/]+)?/[^\d]*)?", re.I)


def reached_by_each(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where it is told how far each got once it was told how many got so far: "6/9 huyện thu đạt trên 50% dự toán, cao nhất là huyện Lộc 68,3%; ba huyện đạt thấp là …"."""
    out = list(figures)
    bound = _SO_FAR.search(text)
    if bound is None:
        return out
    for i, f in enumerate(out):
        if f.span.start - offset > bound.end() and f.unit == "%" and f.measure is Measure.LEVEL and _A_NAME.match(f.indicator) and not f.head:
            kind = _ALL_OF_A_KIND.search(re.split(r";", text[: f.span.start - offset])[-1])
            name = f"{kind['kind'].lower()} {f.indicator}" if kind is not None and f.indicator[:1].isupper() and not _PLACED.match(f.indicator) else f.indicator
            out[i] = replace(f, indicator=name, measure=Measure.COMPLETION, base=Base.PLAN, head=clean(bound["deed"]) or f.head)
    return out


_SO_FAR = re.compile(r"(?<!\w)(?P<deed>(?:thu|chi|giải ngân|thực hiện)(?:\s[^\W\d]+){0,4}?)\s(?:đạt\s)?(?:trên|dưới|từ|hơn|vượt)\s\d[\d.,]*\s?%\s(?:trở lên\s)?(?:dự toán|kế hoạch)(?!\w)", re.I)
_ALL_OF_A_KIND = re.compile(r"(?<!\w)(?:hai|ba|bốn|năm|sáu|các|những|[2-9])\s(?P<kind>huyện|xã|phường|thị xã|quận)(?:\s[^\W\d]+){0,4}?\s(?:là|gồm)\s", re.I)
_PLACED = re.compile(r"(?:huyện|thành phố|thị xã|xã|phường|quận|TP\.?|TX\.?)\s", re.I)
_A_NAME = re.compile(r"(?:(?:huyện|thành phố|thị xã|xã|phường|quận|TP\.?|TX\.?|sở|ban|cục|chi cục)\s)?(?-i:[A-ZĐÀ-Ỹ])[^\W\d]*(?:\s(?-i:[A-ZĐÀ-Ỹ])[^\W\d]*)*", re.I)


def plans_by_their_name(figures: Sequence[Figure], text: str, offset: int) -> list[Figure]:
    """`figures`, where a plan that is of nothing else goes by its own name: "Cục được giao dự toán 2.400 tỷ đồng; chỉ tiêu phấn đấu của Tổng cục là 2.640 tỷ đồng"."""
    out = list(figures)
    for i, f in enumerate(out):
        if f.modality is not Modality.TARGET or f.measure is not Measure.LEVEL:
            continue
        start = out[i - 1].span.end - offset if i else 0
        named = _PLAN_NAMED.search(text[start : f.span.start - offset])
        if named is not None and (f.indicator.endswith("được giao") or i and f.indicator == figures[i - 1].indicator and figures[i - 1].indicator.endswith("được giao")):
            same_year = i and out[i - 1].modality is Modality.TARGET and (not f.period.label or f.period.label not in text)
            out[i] = replace(f, indicator=clean(named["name"]), period=out[i - 1].period if same_year else f.period)
    return out


_PLAN_NAMED = re.compile(r"(?:^|[;,.]\s|được giao\s)(?P<name>(?:chỉ tiêu|dự toán|kế hoạch)(?:\s(?:phấn đấu|pháp lệnh|thu|chi|vốn))?(?:\s(?:của|do)\s[^,;:()\d]{2,40}?)?)(?:\s(?:là|ở mức|khoảng|giao))*\s*$", re.I)


def terms_of_a_loan(figures: Sequence[Figure]) -> list[Figure]:
    """`figures`, where what it was lent for and at is of what was borrowed before it: "phát hành 198 nghìn tỷ đồng trái phiếu Chính phủ, kỳ hạn bình quân 11 năm, lãi suất bình quân 2,4%/năm"."""
    out = list(figures)
    for i in range(1, len(out)):
        if _TERM.fullmatch(out[i].indicator) and not out[i].head:
            lent = next((f for f in reversed(out[:i]) if f.measure is Measure.LEVEL and units.kind(f.unit).startswith("money") and _LENT.search(f.indicator)), None)
            out[i] = replace(out[i], head=lent.indicator) if lent is not None else out[i]
    return out


_TERM = re.compile(r"(?:lãi suất|kỳ hạn|thời hạn)(?:\s(?:bình quân|trúng thầu|phát hành|còn lại|năm))*", re.I)
_LENT = re.compile(r"(?<!\w)(?:phát hành|trái phiếu|vay|huy động|cho vay|tín phiếu|công trái)(?!\w)", re.I)
