"""What only the row that a figure stands in tells: shares in the order of what was named, rates in brackets, names in a list and behind amounts.

"Cơ cấu kinh tế nông nghiệp - công nghiệp - dịch vụ là 22,1% - 35,3% - 42,6%"; "giảm 5 vụ (giảm 10%)"; "8.020 tỷ đồng doanh thu và 640 tỷ đồng lợi
nhuận". Not here: rows that "lần lượt" deals out to names before it (`prose_dealing`), and what leans on the figure before it (`prose_leaning`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import units
from report.clauses import Setting
from report.line import Line
from report.model import Base, Direction, Figure, Measure, Modality
from report.phrases import blank_periods, clean, periods_in
from report.text import UPPER

_AND_ON = re.compile(r"\s*(?:,|;|/|và|,\s*và|[-–])\s*(?:(?:chiếm|là|đạt)\s+)?", re.I)


def rows_told(figures: Sequence[Figure], read: Line, whole: Line, setting: Setting) -> list[Figure]:
    """`figures` of one sentence with all that their rows tell; `read` is what was read of it, `whole` all of it."""
    out = dealt_by_order(rates_in_brackets(figures, read), whole, setting)
    out = reached_by_each(named_behind(named_in_list(out, whole), whole), whole)
    return as_they_see_it(most_and_least(measured_in_brackets(of_the_next(out, whole), read), whole), whole)


# shares in the order of their names

_SHARED_OUT = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|tỷ lệ)(?!\w)", re.I)
_AS_BEFORE = re.compile(r"(?<!\w)(?:tương ứng|lần lượt|theo (?:đúng )?thứ tự|cơ cấu|tỷ trọng)(?!\w)", re.I)
_OF_WHAT = re.compile(
    r"^.*?(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|tỷ lệ)(?:\s[^,;:()\d]{2,40}?\sgồm(?!\w)|(?:\s(?:nền\s)?kinh tế|\s(?:GRDP|GDP|ngành|các ngành|khu vực|các khu vực|lao động|vốn|các loại|giữa các (?:ngành|khu vực)|giữa|của|các|ba|bốn|hai|theo))*)\s*[(:]?\s*", re.I,
)  # fmt: skip
_BEHIND_NAMES = re.compile(r"\s*[):]?\s*(?:(?:(?:lần lượt|tương ứng|theo thứ tự|hiện|ước|khoảng|nay|là|đạt|chiếm|ở mức|với|của)(?!\w)|năm\s+\d{4}|[,:])\s*)*$", re.I)
_PAIRS = re.compile(r"(?<!\w)(công nghiệp|nông|lâm(?: nghiệp)?|thương mại)\s[-–]\s(?=(?:xây dựng|tiểu thủ công nghiệp|TTCN|lâm(?: nghiệp)?|thủy sản|ngư nghiệp|dịch vụ)(?!\w))(?!(?<=công nghiệp - )dịch vụ)(?!(?<=công nghiệp – )dịch vụ)", re.I)
_BY_DASHES = re.compile(r"\s[-–]\s.*\s[-–]\s", re.S)
_NAME = re.compile(r"[^\d%]{2,60}")


def dealt_by_order(figures: Sequence[Figure], line: Line, setting: Setting) -> list[Figure]:
    """`figures`, where a row of shares is called by the names that stand before it in as many words, or by those told last where it says so.

    "(cơ cấu tương ứng của năm 2023 là 22,8%; 37,0%; 36,0%; 4,2%)" is of the four shares before it; "Cơ cấu kinh tế theo thứ tự trên là …" of the parts
    that the sentence before told.
    """
    out = list(figures)
    for first, last in _rows(out, line):
        count = last - first + 1
        own = re.split(r"[;.]\s", line.before(out[first], out[first - 1] if first else None))[-1]
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


def _rows(out: Sequence[Figure], line: Line) -> list[tuple[int, int]]:
    """The first and the last index of each run of percentages that nothing but marks part."""
    rows, i = [], 0
    while i < len(out):
        k = i
        while k + 1 < len(out) and all(f.unit == "%" and f.measure in (Measure.LEVEL, Measure.SHARE) and f.high is None for f in out[k : k + 2]) and _AND_ON.fullmatch(line.before(out[k + 1], out[k])):
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


# in brackets

_IN_BRACKETS = re.compile(r"(?:\s[^\W\d][^,;:()\d]{0,40})?\s?\((?:tương (?:ứng|đương)\s|hay\s|tức\s|khoảng\s|tăng\s|giảm\s)*", re.I)


def rates_in_brackets(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where the rate in parentheses behind a change is of what changed: "giảm 5 vụ (giảm 10%), giảm 3 người chết (8,6%)"."""
    out = list(figures)
    for i in range(1, len(out)):
        moved, rate = out[i - 1], out[i]
        if moved.measure is Measure.CHANGE and rate.unit == "%" and moved.unit not in ("%", "điểm phần trăm") and line.closed(rate) and _IN_BRACKETS.fullmatch(line.before(rate, moved)):
            direction = rate.direction if rate.direction is not Direction.NONE else moved.direction
            out[i] = replace(rate, indicator=moved.indicator, head=moved.head, measure=Measure.GROWTH, direction=direction, base=moved.base, base_period=moved.base_period, period=moved.period, modality=moved.modality)
    return out


def measured_in_brackets(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where what is measured in parentheses is of those just counted, and not of all: "tổng diện tích 620 ha, trong đó 6 cụm đã thành lập (245 ha)"."""
    out = list(figures)
    for i in range(1, len(out)):
        counted, f = out[i - 1], out[i]
        noun = _MEASURED_AS.match(f.indicator) if f.measure is counted.measure is Measure.LEVEL and f.unit != counted.unit and units.kind(counted.unit).startswith("count:") and counted.head else None
        if noun and any(b.indicator == f.indicator and b.unit == f.unit for b in out[: i - 1]) and _IN_BRACKETS.fullmatch(line.before(f, counted)):
            out[i] = replace(f, indicator=f"{noun['noun']} {counted.indicator}", head=counted.head)
    return out


_MEASURED_AS = re.compile(r"(?:tổng (?:số )?)?(?P<noun>diện tích|vốn(?: đăng ký| đầu tư)?|công suất|kinh phí|giá trị)(?!\w)", re.I)


def of_the_next(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where one thing is told of each place in turn: "KCN Bình Lũng (160 ha) lấp đầy 92,5%; KCN Nam Xuyên (240 ha) mới lấp đầy 41,3%"."""
    out = list(figures)
    for i in range(2, len(out)):
        f = out[i]
        if f.head or not f.indicator or not any(g.indicator == f.indicator and g.unit == f.unit for g in out[:i]):
            continue
        named = _IN_ITS_TURN.search(line.before(f))
        if named is not None and named["deed"].strip().lower() == f.indicator.lower():
            out[i] = replace(f, head=clean(named["name"]))
    return out


_IN_ITS_TURN = re.compile(r"(?:^|[;,.]\s)(?:còn\s|riêng\s|trong khi\s)?(?P<name>[^\W\d][^,;:()\d]{3,60}?)\s\([^()]*\)\s(?:(?:đã|mới|chỉ|cũng|còn|vẫn|lại)\s)*(?P<deed>[^\W\d][^,;:()\d]{2,40}?)(?:\s(?:được|đạt|là|tới|khoảng|hơn|gần))*\s*$", re.I)


# lists of names


def named_in_list(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where a list behind a colon, "như" or "gồm" tells of each in parentheses behind its name: "đạt thấp như: thuế môi trường (đạt 38,5%), lệ phí (đạt 41,2%)"."""
    out = list(figures)
    opens = _LIST_OF_NAMES.search(line.text)
    if opens is None:
        return out
    led = next((f.indicator for f in out if line.start(f) >= opens.end()), "")  # what leads the list, by which the first is called
    plan = re.search(r"(?<!\w)(?:dự toán|kế hoạch|KH)(?!\w)", line.text[: opens.end()]) is not None
    for i, f in enumerate(out):
        at = line.bracketed(f)
        if at is None or at < opens.end() or f.unit != "%" and f.indicator != led:
            continue
        named = _NAMED_BEFORE.fullmatch(_SHORT_FOR.sub("", line.text[opens.end() : at]).rpartition(")")[2])
        name = clean(named["name"]) if named else ""
        if not name or _ONLY_ONE.search(name) or name.lower() in f.indicator.lower() or (f.indicator and f.indicator.lower() in name.lower()):
            continue
        reached = plan and f.unit == "%" and _GOT_SO_FAR.search(line.before(f)) is not None
        out[i] = replace(f, indicator=name, measure=Measure.COMPLETION, base=Base.PLAN, modality=Modality.ACTUAL if f.modality is Modality.TARGET else f.modality) if reached else replace(f, indicator=name)
    return out


_ONLY_ONE = re.compile(r"(?<!\w)(?:duy nhất|cùng kỳ|không đổi|ổn định|đi ngang)(?!\w)", re.I)
_LIST_OF_NAMES = re.compile(r"(?<!\w)(?:(?<!gần )(?<!hầu )(?<!cũng )như|gồm|bao gồm|là)(?:\s?:|\s(?=[^,;:()\d]{3,60}\s\((?:mới |chỉ )?(?:đạt|bằng|tăng|giảm)\s\d))", re.I)
_NAMED_BEFORE = re.compile(r"\s*(?:[,;]|và|,\s*và)?\s*(?P<name>[^\W\d][^;:()\d]{2,60}?)\s", re.I)
_SHORT_FOR = re.compile(r"\s\([^()\d]*\)")  # "doanh nghiệp nhà nước (DNNN) địa phương"
_GOT_SO_FAR = re.compile(r"\((?:mới\s|chỉ\s)?(?:đạt|bằng)\s$", re.I)


def named_behind(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where money is called by what stands right behind it: "công ty đạt 8.020 tỷ đồng doanh thu và 640 tỷ đồng lợi nhuận, hoàn thành 48% và 52% kế hoạch"."""
    out = list(figures)
    called: list[tuple[str, str]] = []  # by what and of whom, in order
    for i, f in enumerate(out):
        behind = _RESULT_BEHIND.match(line.text, line.end(f)) if units.kind(f.unit).startswith("money") and f.measure is Measure.LEVEL else None
        if behind is not None and not _RESULT.search(f.indicator):
            called.append((clean(behind["what"]), f.indicator))
            out[i] = replace(f, indicator=called[-1][0], head=f.head or f.indicator)
            continue
        mine = [what for what, who in called if who == f.indicator]
        if f.unit != "%" or not mine or f.indicator in (what for what, _ in called):
            continue
        row = [k for k in range(i, len(out)) if out[k].unit == "%" and out[k].indicator == f.indicator and (k == i or _AND_ON.fullmatch(line.before(out[k], out[k - 1])))]
        if len(mine) > 1 and len(row) == len(mine):
            for k, what in zip(row, mine, strict=True):
                out[k] = replace(out[k], indicator=what, head=out[k].head or f.indicator)
        else:
            out[i] = replace(f, indicator=mine[-1], head=f.head or f.indicator)
    return out


_RESULT = re.compile(r"(?<!\w)(?:doanh thu|doanh số|lợi nhuận|lãi|lỗ|chi phí|vốn|thuế|nợ|giá|kinh phí|trị giá|kim ngạch|thu|chi)(?!\w)", re.I)
_RESULT_BEHIND = re.compile(r"\s(?P<what>(?:tổng\s)?(?:doanh thu|doanh số|lợi nhuận|lãi (?:ròng|trước thuế|sau thuế|gộp))(?:\s(?:thuần|ròng|gộp|hợp nhất|xuất khẩu|bán hàng|trước thuế|sau thuế|hoạt động))*)(?=\s*(?:[,;.()]|và(?!\w)|$))", re.I)


def reached_by_each(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where it is told how far each got once it was told how many got so far: "6/9 huyện thu đạt trên 50% dự toán, cao nhất là huyện Lộc 68,3%; ba huyện đạt thấp là …"."""
    bound = _SO_FAR.search(line.text)
    if bound is None:
        return list(figures)
    out = list(figures)
    for i, f in enumerate(out):
        if line.start(f) > bound.end() and f.unit == "%" and f.measure is Measure.LEVEL and _A_NAME.match(f.indicator) and not f.head:
            kind = _ALL_OF_A_KIND.search(line.before(f).rpartition(";")[2])
            name = f"{kind['kind'].lower()} {f.indicator}" if kind is not None and f.indicator[:1].isupper() and not _PLACED.match(f.indicator) else f.indicator
            out[i] = replace(f, indicator=name, measure=Measure.COMPLETION, base=Base.PLAN, head=clean(bound["deed"]))
    return out


_SO_FAR = re.compile(r"(?<!\w)(?P<deed>(?:thu|chi|giải ngân|thực hiện)(?:\s[^\W\d]+){0,4}?)\s(?:đạt\s)?(?:trên|dưới|từ|hơn|vượt)\s\d[\d.,]*\s?%\s(?:trở lên\s)?(?:dự toán|kế hoạch)(?!\w)", re.I)
_ALL_OF_A_KIND = re.compile(r"(?<!\w)(?:hai|ba|bốn|năm|sáu|các|những|[2-9])\s(?P<kind>huyện|xã|phường|thị xã|quận)(?:\s[^\W\d]+){0,4}?\s(?:là|gồm)\s", re.I)
_PLACED = re.compile(r"(?:huyện|thành phố|thị xã|xã|phường|quận|TP\.?|TX\.?)\s", re.I)
_A_NAME = re.compile(rf"(?:(?i:huyện|thành phố|thị xã|xã|phường|quận|TP\.?|TX\.?|sở|ban|cục|chi cục)\s)?[{UPPER}]")


def most_and_least(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where the most and the least are told in a row: "Huyện thu cao nhất là Lộc Sơn 312 tỷ đồng; thấp nhất là Nà Hang 18 tỷ đồng" are of "huyện thu"."""
    out = list(figures)
    leads = _LEADS_IN.match(line.text)
    led = leads or _MOST.match(line.text)
    if led is None or not out or line.start(out[0]) != led.end() or out[0].measure is not Measure.LEVEL or re.search(r"(?<!\w)(?:và|lần lượt|tương ứng)(?!\w)", led["name"]):
        return out
    first, what, name = out[0].indicator, clean(led["what"]), clean(led["name"])
    if name and name.lower() not in first.lower():
        counted = f"{name} {out[0].unit}" if units.kind(out[0].unit).startswith("count:") else name
        for i, f in enumerate(out):
            if f.indicator != first:
                break
            out[i] = replace(f, indicator=counted, head=what)
        first = counted
    of_each = next((f for f in out[1:2] if line.bracketed(f) is not None and f.unit == "%"), None)  # "(đạt 78% dự toán)", then "(71%)"
    for i, f in enumerate(out):
        if f.indicator == first and not f.head or f.head == first or leads and not f.head and f.measure is Measure.LEVEL:
            out[i] = replace(f, head=what)
        elif of_each is not None and i > 1 and f.unit == "%" and line.closed(f) and f.measure in (Measure.LEVEL, Measure.SHARE) and not f.head and _ALONE_IN_BRACKETS.fullmatch(line.before(f, out[i - 1])):
            out[i] = replace(f, head=what, measure=of_each.measure, base=of_each.base, direction=of_each.direction)
    return out


_ALONE_IN_BRACKETS = re.compile(r"\s?\(")
_LEADS_IN = re.compile(r"\W*(?:dẫn đầu|đứng đầu|đứng thứ nhất|xếp thứ nhất|nhiều nhất|lớn nhất)\s(?:về|trong|ở)\s(?P<what>[^,;:()\d]{2,50}?)\s(?:vẫn\s|tiếp tục\s)?là\s(?P<name>[^,;:()\d]{2,50}?)\s(?:(?:với|đạt|có|là)\s)*(?=\d)", re.I)
_MOST = re.compile(r"\W*(?P<what>[^\W\d][^,;:()\d]{2,50}?)\s(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm)\snhất\s(?:(?:cả nước|toàn tỉnh|trong tỉnh)\s)?(?:vẫn\s)?là\s(?P<name>[^,;:()\d]{2,50}?)\s(?:(?:với|đạt|thu|chi|là)\s)*(?=\d)", re.I)


def as_they_see_it(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where so many of those asked say so: "36,8% số doanh nghiệp đánh giá tốt hơn quý I; 42,5% cho rằng ổn định và 20,7% gặp khó khăn"."""
    out = list(figures)
    said = {i: m for i, f in enumerate(out) if f.unit == "%" and (m := _THEY_SAY.match(line.text, line.end(f)))}
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


__all__ = ["rows_told"]
