"""What leans on the figure before it: means and terms of it, a change told again, the rate of what it is held against, those below beside those above.

"9.858 lượt, bình quân 318 lượt/ngày"; "vượt 6,5% dự toán, tức vượt 600 tỷ đồng"; "tăng 8,2%, cao hơn mức tăng 7,1% của cả nước"; "54 địa phương thu
cao hơn cùng kỳ, 9 địa phương thấp hơn".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import units
from report.lexicon import MEASURED
from report.line import Line
from report.model import Base, Direction, Figure, Measure, Modality, Period
from report.phrases import clean, periods_in, scope_of


def leaning(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures` of one sentence with what each takes over from the one before it."""
    out = plans_by_their_name(terms_of_a_loan(figures), line)
    out = mean_of_it(rate_of_another(out, line), line)
    out = those_above_and_below(named_by_what_goes_on(compared_in_brackets(out, line), line), line)
    return by_their_unit(said_again(yearly_between(out, line), line))


# the same told otherwise


def yearly_between(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where a yearly rate behind two levels is of the years between: "tăng từ 3.250 tỷ đồng năm 2015 lên 6.120 tỷ đồng năm 2020, bình quân tăng 13,5%/năm"."""
    out = list(figures)
    for i in range(2, len(out)):
        first, last, f = out[i - 2 : i + 1]
        years = first.period.year or 0, last.period.year or 0
        alike = first.measure is last.measure is Measure.LEVEL and first.indicator == last.indicator == f.indicator and first.period.kind == last.period.kind == "year"
        untimed = f.period.label in ("", last.period.label) or f.period.label not in line.text
        if alike and untimed and f.base is Base.AVERAGE and f.measure is Measure.GROWTH and years[1] - years[0] > 1:
            out[i] = replace(f, period=Period("range", years[1], first=years[0] + 1))
    return out


def said_again(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where a change told once more in another unit is against the same: "vượt 6,5% dự toán, tức vượt khoảng 600 tỷ đồng"."""
    out = list(figures)
    for i in range(1, len(out)):
        first, f = out[i - 1], out[i]
        told_twice = {first.measure, f.measure} == {Measure.GROWTH, Measure.CHANGE} and first.direction is f.direction and first.base is not f.base and first.indicator == f.indicator
        if told_twice and _TOLD_AGAIN.fullmatch(line.before(f, first)) and not _HELD_AGAINST.match(line.text, line.end(f)):
            out[i] = replace(f, base=first.base, base_period=first.base_period)
    return out


_TOLD_AGAIN = re.compile(
    r"(?:\s*so với (?:[^\W\d]+\s?){1,6}(?:\d{4})?|\s(?:tổng )?(?:dự toán|kế hoạch)(?: (?:năm|được giao|giao|tỉnh giao|pháp lệnh))*)?"
    r"\s?,?\s?\(?(?:tức(?: là)?|hay(?: là)?|tương ứng|tương đương|ứng)(?: với)?(?: mức)?(?: (?:tăng|giảm|vượt|hụt|cao hơn|thấp hơn|thêm|bớt))?(?: (?:khoảng|gần|hơn|trên|được))*\s", re.I,
)  # fmt: skip
_HELD_AGAINST = re.compile(r"\s*(?:so\s|dự toán|kế hoạch)", re.I)


# means, terms, plans


def mean_of_it(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where a mean that names nothing is of what was told before it: "9.858 lượt, bình quân 318 lượt/ngày"; parts told next are of the whole."""
    out = list(figures)
    for i in range(1, len(out)):
        f = out[i]
        bare = _BARE_MEAN.fullmatch(f.indicator) if f.measure is Measure.LEVEL else None
        unit, _, per = f.unit.partition("/")
        if bare is None or not per and not bare["each"]:
            continue  # "giỏi 21,4%, khá 46,2%, trung bình 32,4%"
        if per and not _A_TIME.fullmatch(per) and not units.kind(f.unit).startswith("money"):
            continue  # "15,0 tiêu chí/xã": of each commune
        near = (w for w in reversed(out[max(0, i - 3) : i]) if line.bracketed(w) is None and w.measure is Measure.LEVEL and w.indicator and "bình quân" not in w.indicator)
        whole = next((w for w in near if w.unit and (not unit or w.unit == unit or w.unit.startswith(f"{unit} "))), None)
        if whole is None:
            continue
        out[i] = replace(f, indicator=f"{whole.indicator} {bare['mean']}", head=whole.head)
        for k in range(i + 1, len(out)):
            g = out[k]
            if g.head == f.indicator:
                out[k] = replace(g, head=whole.indicator)
            elif g.indicator.startswith(f"{f.indicator} "):
                out[k] = replace(g, indicator=f"{whole.indicator}{g.indicator.removeprefix(f.indicator)}")
    return out


_A_TIME = re.compile(r"ngày(?: đêm)?|tháng|quý|năm|tuần|giờ|vụ", re.I)
_BARE_MEAN = re.compile(r"(?P<mean>(?:bình quân|trung bình)(?P<each>\s(?:mỗi|một|hằng|hàng)\s(?:ngày|tháng|năm|quý|tuần))?)(?:\s[^\s/]+(?:\s[^\s/]+)?/[^\d]*)?", re.I)


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


def plans_by_their_name(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where a plan that is of nothing else goes by its own name: "Cục được giao dự toán 2.400 tỷ đồng; chỉ tiêu phấn đấu của Tổng cục là 2.640 tỷ đồng"."""
    out = list(figures)
    for i, f in enumerate(figures):
        before = figures[i - 1] if i else None
        of_nothing = f.indicator.endswith(_ASSIGNED) or before is not None and f.indicator == before.indicator and before.indicator.endswith(_ASSIGNED)
        named = _PLAN_NAMED.search(line.before(f, before)) if of_nothing and f.modality is Modality.TARGET and f.measure is Measure.LEVEL else None
        if named is not None:
            same_time = before is not None and before.modality is Modality.TARGET and (not f.period.label or f.period.label not in line.text)
            out[i] = replace(f, indicator=clean(named["name"]), period=before.period if same_time and before is not None else f.period)
    return out


_ASSIGNED = "được giao"
_PLAN_NAMED = re.compile(r"(?:^|[;,.]\s|được giao\s)(?P<name>(?:chỉ tiêu|dự toán|kế hoạch)(?:\s(?:phấn đấu|pháp lệnh|thu|chi|vốn))?(?:\s(?:của|do)\s[^,;:()\d]{2,40}?)?)(?:\s(?:là|ở mức|khoảng|giao))*\s*$", re.I)


def by_their_unit(figures: Sequence[Figure]) -> list[Figure]:
    """`figures`, where one per so many people that names nothing itself is called by its unit: "92% trạm y tế có bác sĩ; đạt 12,8 bác sĩ/vạn dân"."""
    out = list(figures)
    for i in range(1, len(out)):
        if _PER_HEADS.fullmatch(out[i].unit) and figures[i].indicator == figures[i - 1].indicator and out[i].unit != out[i - 1].unit:
            out[i] = replace(out[i], indicator=out[i].unit, head="")
    return out


_PER_HEADS = re.compile(r"[^\W\d][^/\d]*/(?:vạn|nghìn|triệu|1\.?000|10\.?000|100)?\s?(?:người )?dân", re.I)


# held against another


def compared_in_brackets(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where the rate in parentheses behind what was compared with is of that: "tăng 2,71%, thấp hơn CPI bình quân chung (tăng 4,04%)"."""
    out, renamed = list(figures), ""
    for i, f in enumerate(out):
        before = out[i - 1] if i else None
        named = _COMPARED.search(line.before(f, before)) if f.unit == "%" and line.closed(f) else None
        name = clean(named["name"]) if named else ""
        if not name or name.lower() in f.indicator.lower() or _NO_NAME.match(name) or _SAYS_WHICH.search(name) or periods_in(name):
            continue
        of = f if before is None else before
        whole = "" if MEASURED.match(name) or name.isupper() or _NAMES_ITSELF.match(name) else before.head if before is not None and before.indicator == renamed else of.indicator
        like = before if before is not None and before.unit == "%" and f.measure in (Measure.LEVEL, Measure.SHARE) else f
        renamed = name
        out[i] = replace(f, indicator=name, head=whole, scope=scope_of(name), measure=like.measure, base=like.base, direction=like.direction)
    return out


_COMPARED = re.compile(r"(?<!\w)(?:cao|thấp|nhanh|chậm|nhiều|ít|lớn|nhỏ) hơn (?:so với )?(?:mức (?:tăng|giảm) (?:của )?)?(?P<name>[^\W\d][^,;:()\d]{2,60}?)\s?\((?:(?:cũng|chỉ|đã|là|đạt|ở mức|tăng|giảm)\s)*$", re.I)
_NO_NAME = re.compile(r"(?:mức|tốc độ|cùng kỳ|kế hoạch|mục tiêu|dự toán|chỉ tiêu|kịch bản|năm|tháng|quý|bình quân (?:chung|cả nước|toàn|cùng kỳ)|trung bình)(?!\w)", re.I)
_SAYS_WHICH = re.compile(r"(?<!\w)(?:là|cùng kỳ)(?!\w)", re.I)
_NAMES_ITSELF = re.compile(r"CPI|GRDP|GDP|lạm phát|xuất khẩu|nhập khẩu", re.I)


def rate_of_another(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where a growth is told to be above or below that of another: "tăng 8,2%, cao hơn mức tăng 7,1% của cả nước", "nhẹ hơn mức giảm 2,26% của thế giới"."""
    out = list(figures)
    for i in range(1, len(out)):
        f, before = out[i], out[i - 1]
        above = _ABOVE_RATE.search(line.before(f, before)) if f.unit == "%" and f.measure is Measure.GROWTH and f.indicator in (before.indicator, "nhẹ", "sâu", "mạnh") else None
        whose = _WHOSE_RATE.match(line.text, line.end(f)) if above else None
        if above is None or whose is None or periods_in(whose["who"]) or _NO_NAME.match(whose["who"]):
            continue
        who = clean(whose["who"]) or whose["who"].strip()
        core = re.sub(r"\s(?:trong nước|của tỉnh|toàn tỉnh|trên địa bàn(?: tỉnh)?)$", "", before.indicator)
        name = who if MEASURED.match(who) and len(who.split()) > 2 else f"{core} {who}"
        out[i] = replace(f, indicator=name, scope=who if _WIDE.fullmatch(who) else f.scope, direction=Direction.UP if above["way"].lower() == "tăng" else Direction.DOWN)
    return out


_ABOVE_RATE = re.compile(r"(?<!\w)(?:cao|thấp|nhanh|chậm|mạnh|nhẹ|sâu|lớn|nhỏ) hơn (?:so với )?(?:mức|tốc độ) (?P<way>tăng|giảm)(?: trưởng)?(?: bình quân| chung| khoảng)*\s*$", re.I)
_WHOSE_RATE = re.compile(r"(?:\schung)?\scủa\s(?P<who>(?!cùng|năm|tháng|quý|kỳ|giai đoạn|\d)[^\W\d][^,;:.()\d]{1,50}?)(?=\s*(?:[,;.:()]|$)|\s(?:và|nhưng|do|vì)\s)", re.I)
_WIDE = re.compile(r"cả nước|toàn quốc|thế giới|toàn tỉnh|toàn vùng")


def those_above_and_below(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where so many are told by what they are above or below: "54 địa phương thu nội địa cao hơn cùng kỳ, 9 địa phương thấp hơn"."""
    out = list(figures)
    for i, f in enumerate(out):
        told = _ABOVE.match(line.text, line.end(f)) if f.measure is Measure.LEVEL and (_BODIES.fullmatch(f.unit) or not f.unit and _BODIES.match(f.indicator)) else None
        if told is None or " hơn" in f.indicator:
            continue
        before = out[i - 1].indicator if i and out[i - 1].unit == f.unit else ""
        if not told["what"].strip() and not told["than"] and " hơn" in before:
            out[i] = replace(f, indicator=re.sub(rf"{_WAYS} hơn", told["way"], before), head=out[i - 1].head)
        else:
            out[i] = replace(f, indicator=f"{f.indicator} {told['way']}{told['than']}")
    return out


_WAYS = "(?:cao|thấp|nhiều|ít|kém|lớn|nhỏ|nhanh|chậm)"
_BODIES = re.compile(r"địa phương|tỉnh|tỉnh, thành phố|tỉnh thành|huyện|xã|phường|thành phố|đơn vị|nhóm|nhóm hàng|mặt hàng|khoản|khoản thu|sắc thuế|doanh nghiệp|thị trường|ngành|lĩnh vực|nước|quốc gia|ngân hàng", re.I)
_ABOVE = re.compile(rf"(?P<what>(?:\s[^\W\d]+){{0,8}}?)\s(?P<way>{_WAYS} hơn)(?P<than>(?:\s(?:so với\s)?(?:mức\s)?(?:cùng kỳ|bình quân|trung bình|dự toán|kế hoạch|tiến độ|năm trước|năm ngoái)(?:\s[^\W\d]+){{0,5}}?)?)(?=\s*(?:[,;.:()]|$)|\svà\s)", re.I)


def named_by_what_goes_on(figures: Sequence[Figure], line: Line) -> list[Figure]:
    """`figures`, where a share goes on being one ("tỷ trọng nông nghiệp giảm từ … còn …; dịch vụ tăng từ … lên …") and growth alone names itself."""
    out = list(figures)
    shared = False
    for i, f in enumerate(out):
        shared = f.unit == "%" and (shared or _A_SHARE.match(f.indicator) is not None)
        if shared and f.measure is Measure.LEVEL and f.indicator and not _RATED.search(f.indicator):
            own = f"{f.indicator[0].lower()}{f.indicator[1:]}" if f.indicator[1:2].islower() else f.indicator
            out[i] = replace(f, indicator=f"tỷ trọng {own}")
        elif not f.indicator and f.measure is Measure.GROWTH and (alone := _GROWTH_ALONE.search(line.before(f))):
            out[i] = replace(f, indicator=alone["what"].lower())
    return out


_A_SHARE = re.compile(r"(?:tỷ|tỉ) trọng\s\w", re.I)
_RATED = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|tỷ lệ|tỉ lệ|mức|tốc độ|chỉ số|lãi suất|thuế suất)(?!\w)", re.I)
_GROWTH_ALONE = re.compile(r"(?:^|[:;,.]\s|\n)\W*(?:tốc độ\s)?(?P<what>tăng trưởng(?: kinh tế)?)(?: bình quân)?(?: (?:đạt|là|từ|khoảng|trên|hơn))*\s*$", re.I)


__all__ = ["leaning"]
