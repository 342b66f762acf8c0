"""What a sentence leaves to those around it: of whom "khối này" is, of what "tổng mức", what a change of the month is measured from, which plan is meant.

All is read off the figures around, once all are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report.countries import COUNTRIES, COUNTRY
from report.model import Base, Direction, Figure, Measure, Modality, Report
from report.phrases import scope_of

_THEIRS = re.compile(
    r"(?P<what>[^\W\d]+(?:\s[^\W\d]+){0,3})\s(?:của|ở|từ|tại|thuộc)\s"
    r"(?:(?:các\s)?(?:khối|khu vực|nhóm|loại hình)(?:\s(?:doanh nghiệp|kinh tế))?|các doanh nghiệp)\s(?:này|đó|trên)(?!\w)", re.I,
)  # fmt: skip
_LOOKED_BACK = 12  # figures before it, within which a group is still spoken of
_NEAR = 600  # characters of a sentence, on either side of a figure, that are looked at


def of_this_group(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where "nhập khẩu của khối này" is of the group that the sentences before it spoke of last: "Xuất khẩu của doanh nghiệp FDI … Nhập khẩu của khối này …"."""
    out = list(figures)
    for i, f in enumerate(out):
        if f.table is not None or scope_of(f"{f.indicator} {f.head}") or _GROUP.search(f.head.partition(":")[0]):
            continue
        said = list(_THEIRS.finditer(report.text, max(f.sentence.start, f.span.start - _NEAR), f.span.start))
        if not said or scope_of(report.text[said[-1].end() : f.span.start]) or not _named_by(f, said[-1]["what"]):
            continue
        told = [g for g in out[max(0, i - _LOOKED_BACK) : i] if g.table is None and g.span.end <= said[-1].start() and g.section == f.section]
        whose = next((who for g in reversed(told) if (who := _group(g))), "")
        if whose:
            out[i] = replace(f, indicator=f"{f.indicator} của {whose}", scope=scope_of(whose))
    return out


def _named_by(f: Figure, what: str) -> bool:
    """Whether a figure's name is what "của khối này" stands behind."""
    name, row = f.indicator.lower().split(), what.lower().split()
    return bool(name) and (name[-2:] == row[-len(name[-2:]) :] or row[-2:] == name[-len(row[-2:]) :])


_GROUP = re.compile(r"(?:^|\s(?:của|từ|ở|tại|thuộc)\s)((?:các\s|khối\s|khu vực\s|nhóm\s)*(?:doanh nghiệp|kinh tế|công nghiệp|dịch vụ|nông|có vốn|FDI|trong nước|nhà nước|ngoài nhà nước|ngoài quốc doanh|tư nhân)(?:\s[^:]*)?)$", re.I)


def _group(f: Figure) -> str:
    """The group that a figure is of, as its name has it."""
    return next((m[1] for text in (f.indicator, f.head) if (m := _GROUP.search(text))), "") or f.scope


_BARE_SUM = re.compile(r"(?:tổng (?:mức|trị giá|kim ngạch|giá trị|doanh thu|sản lượng|diện tích)|(?:số|số liệu) (?:chính thức|sơ bộ|ước))", re.I)
_OFFICIAL = re.compile(r"(?:số|số liệu) (?:chính thức|sơ bộ|ước)", re.I)


def summed_up(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where "tổng mức" alone is of what the section last called in full: "Tổng mức bán lẻ tháng 6 đạt … Tính chung 6 tháng, tổng mức đạt …"."""
    out = list(figures)
    full: dict[tuple[int | None, str], str] = {}  # by section and the bare words
    first: dict[int | None, Figure] = {}  # the last whole amount of a section
    for i, f in enumerate(out):
        if f.table is not None:
            continue
        bare = _BARE_SUM.fullmatch(f.indicator)
        said = bare or _BARE_SUM.fullmatch(f.head)
        if bare is not None and _OFFICIAL.fullmatch(f.indicator):
            told = first.get(f.section)
            name = told.indicator if told is not None and told.unit == f.unit and f.measure is Measure.LEVEL else ""
        else:
            name = full.get((f.section, said[0].lower()), "") if said is not None else ""
        if name:
            out[i] = replace(f, indicator=name) if bare else replace(f, head=name)
            continue
        m = _BARE_SUM.match(f.indicator)
        if m is not None and len(f.indicator) > m.end() + 1:
            full[f.section, m[0].lower()] = f.indicator
            if f.measure is Measure.LEVEL:
                first[f.section] = f
    return out


_SAYS_SINCE = re.compile(r"(?<!\w)(?:so(?: với)?|cùng (?:kỳ|tháng|quý)|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|liền)|cuối năm|đầu năm)(?!\w)", re.I)
_PARTS = ("month", "quarter")


def measured_alike(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where a change of the month without a word of what it is measured from is measured as all the others of its section are that say it.

    "Hàng dệt may: trong tháng đạt 2,6 tỷ USD, giảm 23,5% so với tháng trước; … Giày dép: trong tháng đạt 1,3 tỷ USD, giảm 22,8%".
    """
    said: dict[tuple[int | None, str, int | None, int | None], set[Base]] = {}
    bare: list[int] = []
    for i, f in enumerate(figures):
        if f.measure is not Measure.GROWTH or f.table is not None or f.period.kind not in _PARTS or f.period.kind == "quarter" and "bình quân" in f.indicator.lower():
            continue
        if _SAYS_SINCE.search(report.text, max(f.sentence.start, f.span.start - _NEAR), min(f.sentence.end, f.span.end + _NEAR)):
            said.setdefault((f.section, f.period.kind, f.period.part, f.period.year), set()).add(f.base)
        elif f.base is Base.YEAR:
            bare.append(i)
    out = list(figures)
    for i in bare:
        f = out[i]
        if said.get((f.section, f.period.kind, f.period.part, f.period.year)) == {Base.PREVIOUS}:
            out[i] = replace(f, base=Base.PREVIOUS)
    return out


_WITH_COUNTRY = re.compile(rf"(?P<way>.*\s(?:sang|từ|với|của|vào|đi|tới|cho)\s(?:thị trường\s)?)(?:{COUNTRIES})")


def with_each_country(figures: Sequence[Figure]) -> list[Figure]:
    """`figures`, where a list of countries goes on as it began: "Xuất khẩu sang Hoa Kỳ đạt 70 tỷ USD; Trung Quốc 42 tỷ USD" is what was exported to China."""
    out = list(figures)
    for i, f in enumerate(out):
        if f.table is None and COUNTRY.fullmatch(f.indicator) and (first := _WITH_COUNTRY.fullmatch(f.head)) is not None:
            out[i] = replace(f, indicator=f"{first['way']}{f.indicator}", head="")
    return out


_SUPPLIER = re.compile(r"(?<!\w)(?:nguồn cung|nguồn nhập khẩu|nhà cung cấp|nước bán hàng)(?!\w)", re.I)
_SENT_TO = re.compile(rf"xuất khẩu sang (?P<to>.+)|(?P<whom>(?-i:{COUNTRIES}))", re.I)


def from_whom_it_comes(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, those of suppliers, whether or not of markets was told before: "Ở chiều ngược lại, Trung Quốc là nguồn cung lớn nhất với 130 tỷ USD; Hàn Quốc 50 tỷ USD"."""
    out = list(figures)
    for i, f in enumerate(out):
        to = _SENT_TO.fullmatch(f.indicator) if f.table is None and (f.unit in ("USD", "đồng") or f.measure is not Measure.LEVEL) else None
        said = f.sentence.of(report.text) if to is not None else ""
        if to is not None and (to["to"] or not f.head) and _SUPPLIER.search(said) and not re.search(r"xuất khẩu|thị trường", said, re.I):
            out[i] = replace(f, indicator=f"nhập khẩu từ {to['to'] or to['whom']}", head="")
    return out


_TAX = r"(?:(?:mức |thuế suất )?thuế|phí|lệ phí|tiền (?:thuê|sử dụng|chậm nộp|phạt)|học phí|viện phí|lãi suất|lãi)"
_RELIEF = re.compile(rf"(?:^|[(:;,]\s*|(?<!\w)(?:và|gồm|như|do)\s)(?<!miễn, )(?<!giảm, )(?<!hoàn, )(?<!hạn, )(?P<deed>giảm|miễn|miễn, giảm|gia hạn|giãn|hoàn|cắt giảm)\s(?:(?P<rate>\d[\d.,]*\s?%)\s)?(?P<what>{_TAX}(?:,\s(?:lệ phí|phí|tiền thuê đất))*(?:[^;:,()\d]|(?<=xăng),\s(?=dầu))*?)(?:\s(?:là|với|khoảng|gần|hơn|trên|ước|đạt|ước đạt))*\s*$", re.I)
_RELIEVED = re.compile(r"(?<!\w)(?:miễn|gia hạn|hỗ trợ|ưu đãi|giãn|tháo gỡ|chính sách)(?!\w)", re.I)


def reliefs(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where what a relief of a tax costs is named by it and is no fall of the tax: "miễn, giảm 49,7 nghìn tỷ đồng (giảm 2% thuế GTGT 26,8 nghìn tỷ đồng, giảm lệ phí 1,4 nghìn tỷ đồng)"."""
    out = list(figures)
    for i, f in enumerate(out):
        if f.table is not None or f.unit not in ("đồng", "USD") or f.measure not in (Measure.LEVEL, Measure.CHANGE):
            continue
        start = max(f.sentence.start, f.span.start - _NEAR)
        before = report.text[start : f.span.start]
        m = _RELIEF.search(before)
        if m is None or not _RELIEVED.search(before[: m.start()]):
            continue
        out[i] = replace(f, indicator=f"{m['deed'].lower()} {m['what'].strip()}", measure=Measure.LEVEL, base=Base.NONE, direction=Direction.NONE)
        if m["rate"] and i and out[i - 1].span.start == start + m.start("rate"):
            out[i - 1] = replace(out[i - 1], indicator=m["what"].strip())
    return out


_WEIGHT = re.compile(r"(?:tỷ|tỉ) trọng(?P<of>\s.+)?", re.I)


def as_shares(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where a "tỷ trọng" in per cent is a share however it is told: "Khai khoáng …, tỷ trọng giảm từ 18,0% xuống 11,2%" is mining's."""
    out = list(figures)
    for i, f in enumerate(out):
        m = _WEIGHT.fullmatch(f.indicator) if f.unit == "%" and f.measure is Measure.LEVEL else None
        if m is not None and m["of"]:
            out[i] = replace(f, measure=Measure.SHARE)
        elif m is not None and f.head:
            clause = report.text[max(f.sentence.start, f.span.start - _NEAR) : f.span.start].rpartition(";")[2].strip().lower()
            if f.head.lower() in clause or _WEIGHT.match(clause):  # not of another thing that the clause began with
                out[i] = replace(f, measure=Measure.SHARE, indicator=f.head, head="")  # a share's head is its whole
    return out


_AND_THEN = re.compile(r"\s*(?:,|;|và|còn|,\s*(?:và|còn|trong khi))\s+[^\d,;:.()]{3,60}?\s(?:ước\s|mới\s|chỉ\s|đã\s)*(?:đạt|bằng|được)(?:\s(?:khoảng|gần|hơn|trên))?\s*")
_MET = re.compile(r"(?<!\w)(?:đạt|bằng|được)\s(?:(?:khoảng|gần|hơn|trên)\s)?$")
_OWN_RATE = re.compile(r"(?:tỷ|tỉ)\s(?:lệ|trọng|suất)\s(?!giải ngân|thực hiện|hoàn thành|thu|chi)|độ |tốc độ|mức |tăng trưởng|lãi suất|công suất|năng suất", re.I)


def planned_for_all(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where the plan that the last of several is held against is said once: "chi đầu tư đạt 43,1%, chi thường xuyên đạt 53% dự toán"."""
    out = list(figures)
    for i in range(len(out) - 2, -1, -1):
        f, after = out[i], out[i + 1]
        if (
            f.table is None and f.unit == after.unit == "%" and f.measure is Measure.LEVEL and after.measure is Measure.COMPLETION and after.base is Base.PLAN and f.sentence == after.sentence
            and _AND_THEN.fullmatch(report.text, f.span.end, after.span.start) and _MET.search(report.text[max(f.sentence.start, f.span.start - _NEAR) : f.span.start]) and not _OWN_RATE.match(f.indicator)
        ):  # fmt: skip
            out[i] = replace(f, measure=Measure.COMPLETION, base=Base.PLAN)
    return out


_WHO_MET = re.compile(r"(?<!\w)(?:hoàn thành|vượt|đạt|hụt)(?:\s(?:và\s)?vượt)?\s(?:dự toán|kế hoạch|chỉ tiêu)(?:\s(?P<of>thu|chi|giải ngân|xuất khẩu)(?!\w))?(?:\s(?:cả năm|năm|được giao|giao|tỉnh giao|đề ra))*(?!\s*\(?[\d])(?!\w)", re.I)


def _in_brackets(f: Figure, text: str) -> bool:
    return f.table is None and f.unit == "%" and text[f.span.start - 1 : f.span.start] == "(" and text[f.span.end : f.span.end + 1] == ")"


def _part_around(f: Figure, text: str) -> str:
    """The words of a figure's sentence between the semicolons on both sides of it."""
    return text[f.sentence.start : f.span.start].rpartition(";")[2] + text[f.span.end : f.sentence.end].partition(";")[0]


_RATED = re.compile(r"(?<!\w)(?:(?:tỷ|tỉ) (?:lệ|trọng|suất)|chiếm|nghèo|tăng|giảm|lấp đầy|che phủ)(?!\w)", re.I)
_THE_PLAN_ITSELF = re.compile(r"(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?:\s(?!là\s)[^\s,;:()]+){0,4}\s\($", re.I)  # "vượt chỉ tiêu huyện giao (93,0%)"


def who_met_the_plan(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where rates in brackets are of those that met a plan or did not: "huyện Bắc Khê (104,6%) hoàn thành dự toán thu; thấp nhất là Tân Hà (68,9%)"."""
    out = list(figures)
    for i, f in enumerate(out):
        if not _in_brackets(f, report.text) or f.measure is not Measure.LEVEL or _OWN_RATE.match(f.indicator) or _THE_PLAN_ITSELF.search(report.text, f.sentence.start, f.span.start):
            continue
        part = _part_around(f, report.text)
        if _RATED.search(part) and not _WHO_MET.search(part):
            continue  # "…; các xã Tả Van (12%), Bản Hồ (9%) còn nhiều hộ nghèo"
        others = sum(g.sentence == f.sentence and _in_brackets(g, report.text) for g in figures[max(0, i - _LOOKED_BACK) : i + _LOOKED_BACK])
        if others > 1 and (met := _WHO_MET.search(f.sentence.of(report.text))) is not None:
            out[i] = replace(f, measure=Measure.COMPLETION, base=Base.PLAN, modality=Modality.ACTUAL, head=f.head or (met["of"] or "").lower())
    return out


_KIND_WORD = re.compile(r"^(?P<of>.+?)\s(?P<kind>thể|loại|nhóm|hạng|cấp|dạng|bậc|hệ|tuyến|lứa|diện|trình độ|hình thức)\s\S+(?:\s\S+){0,3}$", re.I)


def of_each_kind(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where the second kind of a thing is named by its kind alone: "suy dinh dưỡng thể thấp còi 24,7%, thể nhẹ cân 15,3%"."""
    out = list(figures)
    for i in range(1, len(out)):
        f, g = out[i - 1], out[i]
        kind = _KIND_WORD.match(f.indicator) if g.table is None and (g.sentence, g.unit, g.measure, g.head) == (f.sentence, f.unit, f.measure, f.head) else None
        if kind is not None and g.indicator.lower().startswith(f"{kind['kind'].lower()} ") and re.match(r"\s*(?:,|;|và|còn)\s", report.text[f.span.end : g.span.start]):
            out[i] = replace(g, head=f"{g.head}: {kind['of']}" if g.head else kind["of"])
    return out


_BESIDE_ITS_PLAN = re.compile(r"(?<!\w)(?:vượt|đạt|hoàn thành|hụt|thấp hơn|cao hơn|bằng|so với|không đạt|chưa đạt)\s(?:[^\s,;:()]+\s){0,3}?(?:mục tiêu|kế hoạch|dự toán|chỉ tiêu)(?!\w)[^,;:()]*$", re.I)
_PARTS_OF_IT = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm|riêng)(?!\w)", re.I)
_PLANNED = re.compile(r"mục tiêu|kế hoạch|dự toán|chỉ tiêu|phấn đấu|dự kiến", re.I)


def back_from_the_plan(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where the parts behind a plan are of what was done: "xuất khẩu 78,6 triệu USD, vượt mục tiêu 75 triệu USD; trong đó 61,3 triệu USD …"."""
    out = list(figures)
    for i, plan in enumerate(out):
        done = next((f for f in reversed(out[max(0, i - _LOOKED_BACK) : i]) if f.sentence == plan.sentence and f.unit == plan.unit and f.indicator == plan.indicator and f.measure is Measure.LEVEL and f.modality is not Modality.TARGET), None)
        if done is None or plan.modality is not Modality.TARGET or plan.measure is not Measure.LEVEL or plan.table is not None or not _BESIDE_ITS_PLAN.search(report.text, done.span.end, plan.span.start):
            continue
        for k in range(i + 1, len(out)):
            between = report.text[plan.span.end : out[k].span.start]
            if out[k].sentence != plan.sentence or _PLANNED.search(between):
                break
            if _PARTS_OF_IT.search(between) and out[k].modality is Modality.TARGET:
                out[k] = replace(out[k], modality=done.modality)
    return out


_WENT = re.compile(r"\s(?:(?:hàng\s)?(?:đi|xuất|nhập|vận chuyển)\s)?(?P<way>(?:qua|bằng|theo|tại)\s(?!(?:kế hoạch|dự toán|cùng kỳ|năm|đó|ước|giá)(?!\w))[^,;.:()\d]{3,50}?)(?=\s*(?:[,;.]|$))", re.I)


def by_the_way_they_went(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, the parts of a whole that are told by their way behind their amounts: "78,6 triệu USD; trong đó 61,3 triệu USD đi qua các cửa khẩu, …"."""
    out = list(figures)
    for i, f in enumerate(out):
        whole = next((g for g in reversed(out[max(0, i - _LOOKED_BACK) : i]) if g.sentence == f.sentence and (g.indicator, g.unit, g.measure, g.modality) == (f.indicator, f.unit, f.measure, f.modality) and g.value > f.value), None)
        if f.table is None and f.measure is Measure.LEVEL and whole is not None and _PARTS_OF_IT.search(report.text, whole.span.end, f.span.start) and (went := _WENT.match(report.text, f.span.end)) is not None and went.end() <= f.sentence.end:
            out[i] = replace(f, indicator=f"{f.indicator} {went['way']}")
    return out


_YEAR_BY_YEAR = re.compile(r"(?:từng|mỗi|các|qua các|hằng|hàng)(?: năm)?", re.I)


def year_by_year(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures`, where "Mức tăng từng năm: 2016 tăng 6,4%; …" is of what was told before it, and names nothing for what follows."""
    out = list(figures)
    for i, f in enumerate(out):
        if f.table is not None:
            continue
        head = f.head.rpartition(": ")[2]
        if _YEAR_BY_YEAR.fullmatch(f.indicator):
            before = next((g for g in reversed(out[max(0, i - _LOOKED_BACK) : i]) if g.section == f.section and not _YEAR_BY_YEAR.fullmatch(g.indicator) and g.table is None), None)
            if before is not None:
                out[i] = replace(f, indicator=before.indicator, head=before.head)
        elif head and _YEAR_BY_YEAR.fullmatch(head):
            out[i] = replace(f, head="")
        elif ": " in f.indicator and _YEAR_BY_YEAR.fullmatch(f.indicator.partition(": ")[0]):
            out[i] = replace(f, indicator=f.indicator.partition(": ")[2])
    return out


def told_around(figures: Sequence[Figure], report: Report) -> list[Figure]:
    """`figures` of a report, in order, with what the sentences around them leave to be understood: name, group, measure and base."""
    out = as_shares(reliefs(year_by_year(by_the_way_they_went(back_from_the_plan(figures, report), report), report), report), report)
    out = summed_up(who_met_the_plan(planned_for_all(out, report), report), report)
    return of_each_kind(measured_alike(of_this_group(from_whom_it_comes(with_each_country(out), report), report), report), report)


__all__ = ["told_around"]
