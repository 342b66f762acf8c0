"""What the words of a table's header or row label say: period, modality, measure with its base, unit, and the noun that is left.

A header path ("So với cùng kỳ (%)" above "Trị giá") is read part by part: units first, then comparisons, split into what is
compared and with what, then the words of time and modality; what remains names the thing. Not here: cells and rows (`grid`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from report import shorthand, units
from report.model import Base, Measure, Modality, Period
from report.periods import periods, with_year
from report.text import PROPER

_Y = r"(?:19|20)\d\d"


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)", re.I)


# Words of modality. "chỉ tiêu" and "kết quả" alone head a column of names.
PLAN = _words(
    r"(?:chỉ tiêu|mục tiêu)\s+(?:kế hoạch|giao|được giao|nghị quyết|phấn đấu|năm|đến|20\d\d)", r"kế hoạch(?:\s+(?:giao|được giao|đề ra|(?:cả |đầu |toàn )?vụ(?=\W*(?:;|$))))*", r"KH", r"mục tiêu", r"dự toán(?:\s+(?:giao|được giao|điều chỉnh|pháp lệnh))*",
    r"DT", r"phấn đấu", r"nghị quyết", r"NQ", r"được giao", r"(?:(?:TW|trung ương|HĐND|UBND|thủ tướng|chính phủ|tỉnh|huyện|thành phố|bộ)\s+)+giao",
)  # fmt: skip
DONE = _words(r"(?<!vốn )(?<!đầu tư )thực hiện", r"TH", r"kết quả(?:\s+thực hiện)?", r"số liệu chính thức", r"chính thức", r"quyết toán", r"QT", r"thực tế", r"thực đạt")
ESTIMATE = _words(r"(?:dự\s+)?ước(?:\s+(?:tính|thực hiện|đạt|TH))*", r"[ƯU]TH", r"sơ bộ", r"số ước")
FORECAST = _words(r"dự kiến", r"dự báo")

_SHARE = re.compile(r"(?<!\w)(?:tỷ trọng|tỉ trọng|cơ cấu|chiếm(?:\s+tỷ (?:trọng|lệ))?|thị phần|%\s*(?:trong|so với)\s*tổng)(?!\w)|(?:tỷ lệ|tỉ lệ|so)\s+(?:%\s+)?(?:trong|trên|so với|với)\s+tổng", re.I)
_COMPLETION = re.compile(
    r"(?<!\w)(?:(?:tỷ lệ|tỉ lệ|mức(?: độ)?|tiến độ|%)\s*(?:%\s*)?(?:hoàn thành|thực hiện|đạt|giải ngân)|hoàn thành|đạt\s*(?:tỷ lệ|tỉ lệ|%|so)|đạt$|%\s*(?:KH|DT|kế hoạch|dự toán|TH|thực hiện))(?!\w)", re.I)  # fmt: skip
# "Vốn tăng thêm", "Dự phòng giảm giá" and "Tăng trong kỳ" are amounts of their own.
GROWN = r"(?<!gia )tăng(?!\s+(?:thêm|vốn|ca)(?!\w))|giảm(?!\s+(?:vốn|nghèo|giá|trừ|lỗ)(?!\w))"
_MOVED = re.compile(r"\W*(?:số\s+)?(?:phát sinh\s+)?(?:tăng|giảm)\s+trong\s+(?:kỳ|năm|tháng|quý)(?!\w)", re.I)
_GROWN = re.compile(rf"(?<!\w)(?:{GROWN}|tốc độ(?!\s+phát triển)|biến động|mức thay đổi|thay đổi|yoy|y/y|mom|m/m|qoq|q/q)(?!\w)|\+\s*/\s*[-−–]|\(\+\)|±|\+,\s*[-−–]", re.I)
_CHANGED = re.compile(r"(?<!\w)(?:chênh lệch|(?:số |giá trị |mức )?tuyệt đối|điểm\s*(?:%|phần trăm))(?!\w)", re.I)
_RELATIVE = re.compile(r"(?<!\w)(?:(?:số |mức )?tương đối|tỷ lệ|tỉ lệ)(?!\w)|^\s*%\s*$", re.I)
_INDEX = re.compile(r"(?<!\w)(?:chỉ số(?!\s+(?:đạt|kế hoạch|giao))|tốc độ phát triển)(?!\w)|=\s*100|bằng\s+100", re.I)
_TIMES = re.compile(r"(?<!\w)(?:gấp|số lần|lần)(?!\w)", re.I)
_SO = re.compile(r"(?<!\w)(?:so\s+sánh(?:\s+(?:với|giữa))?|so(?:\s+với)?|(?:bằng|đạt)\s*%?\s*(?:so\s+với)?(?=\s*(?:KH|kế hoạch|dự toán|DT|cùng kỳ|mục tiêu)))(?!\w)", re.I)
_SAME = re.compile(r"(?<!\w)(?:cùng\s+(?:kỳ|tháng|quý|thời điểm)|CK)(?:\s+(?:của\s+)?(?:năm\s+)?(?:trước|ngoái|" + _Y + r"))?(?!\w)", re.I)
_PREVIOUS = re.compile(r"(?<!\w)(?:(?P<k>tháng|quý|kỳ)\s+(?:liền\s+)?(?:trước|liền kề)(?:\s+(?:đó|liền kề))?)(?!\w)", re.I)
_LAST_YEAR = re.compile(r"(?<!\w)năm\s+(?:trước|ngoái)(?!\w)", re.I)
_FIXED = re.compile(r"(?<!\w)(?:kỳ\s+gốc|năm\s+gốc|gốc)(?:\s*\(?(?:năm\s+)?" + _Y + r"\)?)?(?!\w)", re.I)
_DECEMBER = re.compile(r"(?<!\w)(?:(?:tháng\s+12|T12)\s+(?:năm\s+)?(?:trước|ngoái)|(?:cuối|đầu)\s+năm(?:\s+trước)?)(?!\w)", re.I)
_CUMULATED = _words(r"(?:số\s+)?(?:lũy|luỹ)\s+kế", r"cộng\s+dồn", r"(?:tính\s+)?từ\s+đầu\s+năm(?:\s+đến\s+(?:nay|hết|cuối)(?:\s+(?:tháng|kỳ)(?!\s+\d))?)?")
_THIS = re.compile(r"(?<!\w)(?:(?:trong\s+)?(?P<k>tháng|quý|kỳ|năm)\s+(?:này|báo cáo|hiện tại|nay)|trong\s+(?P<l>tháng|quý|kỳ))(?!\w)", re.I)
_OPENING = re.compile(r"(?<!\w)(?<!từ )(?<!tháng )(?<!quý )(?:(?:số\s+)?(?:dư\s+)?)(?:đầu)\s+(?P<k>năm|kỳ|quý|tháng)(?!\w)", re.I)
_WHOLE_YEAR = re.compile(r"(?<!\w)(?:cả\s+năm|năm)\s*$|^\s*cả\s+năm(?!\w)", re.I)
_LEFT = re.compile(r"(?<!\w)(?:(?:năm|tháng|quý|kỳ)\s*)?(?:" + _Y + r"|T\.?\d{1,2}|\d{1,2}T|Q[1-4IV]+|TH|QT|quyết toán|[ƯU]TH|KH|DT|(?:lũy|luỹ) kế|cộng dồn|giải ngân|thực hiện|ước|kế hoạch|dự toán|tháng|quý\s+\w+|\d{1,2}\s+tháng)[^/|]*$", re.I)
_RIGHT = re.compile(r"^\s*(?:(?:năm|tháng|quý|ước|thực hiện|TH|KH|DT|NQ|CK|kế hoạch|dự toán|chỉ tiêu|cùng kỳ|mục tiêu|nghị quyết)(?!\w)|T\.?\d{1,2}(?!\d)|\d{1,2}\s*T(?!\w)|\d{1,2}\s+tháng|Q\.?[1-4IV]+|" + _Y + r"(?!\d))", re.I)
# Left at the edges of a noun when the words of time and modality are gone.
_EDGE = re.compile(
    r"^(?:[\s,;:.\-–−/+()=*]+|(?:hằng năm|hàng năm|mỗi năm|hằng|hàng|trưởng|của|và|với|trong|đến|tới|hết|từ|so|cả|năm|tháng|quý|kỳ|là|thì|theo|về|giao|đạt|bằng|ước|bình quân|cuối|đầu năm|toàn năm|tính|tổng kết)(?!\w))+\s*"
    r"|(?:[\s,;:.\-–/+()=*]+|(?<!\w)(?:của|và|với|trong|đến|tới|hết|từ|so|cả|hằng|hàng|năm|tháng|quý|(?<!đầu )(?<!cuối )kỳ|là|theo|về|giao|đạt|bằng|ước|bình quân|hằng năm|hàng năm|mỗi năm|được|đã|(?<!giới )(?<!vi )(?<!máy )(?<!dương )(?<!thuộc )tính))+$",
    re.I,
)
_MEASURED = re.compile(r"(?:diện tích|năng suất|sản lượng|trị giá|giá trị|số lượng|khối lượng|lượng|doanh thu|kim ngạch|dư nợ|số tiền)(?:\s+(?:gieo trồng|thu hoạch))?$", re.I)
_WEIGHED = ("money", "mass", "volume", "area", "length", "energy", "power")  # kinds of units that stand alone below what they measure
_ALONE = re.compile(r"^(?:năm|tháng|quý|kỳ|cả năm|số|tỷ lệ|tỉ lệ|mức|bình quân|%)$", re.I)


@dataclass(frozen=True)
class Slots:
    """What a header path or a label says.

    `compares` is "" for a level, else "change" (in the unit itself), "growth" (the change in per cent), "ratio" (this in per
    cent of that) or "?" (one of them: the numbers tell). `period` is of what is counted, `base_period` of what it is
    compared with; `now`, `span` and `ago` place it relative to the report's period ("tháng này", "lũy kế", "cùng kỳ").
    """

    noun: str = ""
    unit: units.UnitMention | None = None
    period: Period = field(default_factory=Period)
    base_period: Period = field(default_factory=Period)
    modality: Modality | None = None
    measure: Measure = Measure.LEVEL
    compares: str = ""
    base: Base = Base.NONE
    now: str = ""  # "tháng", "quý", "kỳ": this one
    span: bool = False  # cumulated from the start of the year
    ago: str = ""  # "year": the same period of last year; "previous": the month or quarter before; "last": last year
    whole: bool = False  # "cả năm"
    target_of: bool = False  # the compared thing is itself a plan
    average: bool = False
    opening: str = ""  # "năm", "kỳ", "quý", "tháng": what stood at its start


def unit_of(text: str, *, tail: bool = True) -> tuple[str, units.UnitMention | None]:
    """A header or label without its unit, and the unit: "Sản lượng (tấn)" -> "Sản lượng", tấn."""
    for m in re.finditer(r"\(([^()]*)\)", text):
        if re.fullmatch(r"\s*[+±−–-]\s*", m[1]):
            continue
        found = shorthand.unit(m[1])
        if found is None and (piece := re.match(r"\s*(%|tỷ đồng|triệu đồng)\s*(?:[,;-]|$)", m[1])):
            found = units.parse_unit(piece[1])
        if found:
            return (text[: m.start()] + " " + text[m.end() :]).strip(), found
    if m2 := re.search(r"(?:đơn vị(?: tính)?|đvt)\s*:\s*(.+)$", text, re.I):
        if found := shorthand.unit(m2[1]):
            return text[: m2.start()].strip(" ,;-–("), found
    ending = re.search(r"(?<![/+])[,:–-]\s*([^,:–-]+)$", text) if tail else None
    if ending and ending.start() and (found := shorthand.unit(ending[1])) and not (ending[1].isascii() and not found.unit.isascii()) and not (text[ending.start()] == "," and found.scale == 1 and found.unit not in units.UNITS):  # "Dệt, may", "bằng cấp, chứng chỉ"
        return text[: ending.start()].strip(), found
    if re.search(r"%", text) and not re.search(r"\d\s*%|điểm\s*%", text):
        return re.sub(r"\(?\s*%\s*\)?", " ", text).strip(), units.parse_unit("%")
    if re.search(r"điểm\s*(?:%|phần trăm)", text, re.I):
        return re.sub(r"\(?\s*điểm\s*(?:%|phần trăm)\s*\)?", " ", text, flags=re.I).strip(), units.parse_unit("điểm phần trăm")
    return text, None


def _slash(part: str) -> tuple[str, str] | None:
    """ "TH/KH", "2024/2023", "T9/2024/T8/2024" as what is compared and with what; None for "tăng/giảm", "T9/2024"."""
    spans = [(m.start, m.end) for m in periods(part)]
    for i in (m.start() for m in re.finditer("/", part)):
        left, right = part[:i], part[i + 1 :]
        if any(a < i < b for a, b in spans):
            continue
        if _RIGHT.match(right) and (_LEFT.search(left) or re.search(r"(?:%|^)\s*$", left)):
            year_of = re.match(rf"\s*{_Y}", right) and re.search(r"(?<!\w)(?:T\.?\d{1,2}|\d{1,2}\s*T|Q\.?\w+|quý\s+\w+|(?:\d{1,2}\s+)?tháng(?:\s+\d+)?)\s*$", left, re.I)
            if not year_of:
                return left, right
    return None


def _based(text: str) -> bool:
    """Whether `text` names what something can be compared with."""
    return bool(_SAME.search(text) or _PREVIOUS.search(text) or _LAST_YEAR.search(text) or _FIXED.search(text) or _DECEMBER.search(text) or PLAN.search(text) or DONE.search(text) or ESTIMATE.search(text)
                or any(m.period for m in periods(text)))  # fmt: skip


def _split(parts: Sequence[str]) -> tuple[str, str, bool]:
    """The header's words about what is counted, about what it is compared with, and whether it compares at all."""
    for i, part in enumerate(parts):
        if pair := _slash(part):
            others = [_SO.sub(" ", p) for k, p in enumerate(parts) if k != i]
            return " ; ".join([*others, pair[0]]), pair[1], True
    for i, part in enumerate(parts):
        m = _SO.search(part)
        if not m:
            continue
        before, after = part[: m.start()], part[m.end() :]
        rest = list(parts[i + 1 :])
        if rest and "với" not in m[0] and after.strip() and (own := _SO.search(rest[-1]) or re.match(r"", rest[-1])) and _held_against(after, rest[-1][own.end() :]):
            giver = _GIVER.search(rest[-1], own.end())
            return " ; ".join([*parts[:i], before, after, *rest[:-1], rest[-1][: own.start()], giver[0] if giver else ""]), rest[-1][own.end() :], True  # "So sánh lũy kế 8 tháng" over "So dự toán", "Cùng kỳ"
        if (now := re.match(r"\s*(?:giữa\s+)?(?P<now>.+?)\s+(?:so\s+)?với\s*$", after)) and _based(now["now"]) and rest and _based(rest[-1]):
            return " ; ".join([*parts[:i], before, now["now"], *rest[:-1]]), rest[-1], True  # "So sánh ước thực hiện 2025 với (%)" over "Thực hiện 2024"
        if _based(after):
            # "Năm 2024 so với năm 2023", also "So sánh năm 2024 với năm 2023"
            inner = re.search(r"\s(?:so\s+)?với\s", after)
            if inner and not before.strip() and _based(after[: inner.start()]):
                before, after = after[: inner.start()], after[inner.end() :]
            return " ; ".join([*parts[:i], before, *rest]), after, True
        basis = next((k for k, p in enumerate(rest) if _based(p)), None)
        if basis is not None:
            others = [p for k, p in enumerate(rest) if k != basis]
            return " ; ".join([*parts[:i], before, after, *others]), rest[basis], True
        # "Cùng kỳ so (%)": the base may stand above
        above = next((k for k, p in enumerate(parts[:i]) if _SAME.search(p) or PLAN.search(p)), None)
        if above is not None:
            return " ; ".join([*(p for k, p in enumerate(parts[:i]) if k != above), before, after, *rest]), parts[above], True
        return " ; ".join([*parts[:i], before, after, *rest]), "", True
    return " ; ".join(parts), "", False


_GIVER = re.compile(r"(?<!\w)(?:HĐND|TW)(?!\w)")  # whose plan it is


def _held_against(time: str, base: str) -> bool:
    """Whether `time` says nothing but when, and `base` what that is compared with."""
    known = any(m.period for m in periods(time)) and not (_SAME.search(time) or _PREVIOUS.search(time) or _LAST_YEAR.search(time) or _FIXED.search(time) or _DECEMBER.search(time) or PLAN.search(time))
    return known and bool(_SAME.search(base) or _PREVIOUS.search(base) or _LAST_YEAR.search(base) or PLAN.search(base) or _DECEMBER.search(base))


def _base(text: str, found: Period) -> Base:
    if re.search(r"(?<!\w)(?:yoy|y/y)(?!\w)", text, re.I):
        return Base.YEAR
    if re.search(r"(?<!\w)(?:mom|m/m|qoq|q/q)(?!\w)", text, re.I):
        return Base.PREVIOUS
    if PLAN.search(text) or re.fullmatch(r"\W*chỉ tiêu\W*", text, re.I):
        return Base.PLAN
    if _DECEMBER.search(text):
        return Base.DECEMBER
    if _SAME.search(text) or _LAST_YEAR.search(text):
        return Base.YEAR
    if _PREVIOUS.search(text):
        return Base.PREVIOUS
    if _FIXED.search(text):
        return Base.FIXED
    return Base.NONE


def _own_period(text: str) -> Period:
    """The time a header path names; a part of a year and the year may stand in different rows: "Quý III" over "2024" and "2023"."""
    found = [m.period for m in periods(text) if m.period and m.role != "base"]
    if not found:
        return Period()
    part = next((p for p in found if p.kind in ("quarter", "month", "months", "half") and p.year is None), None)
    if part is None:
        return found[0]
    year = next((p.year for p in found if p.kind == "year" and p.first is None), None)
    bare = re.search(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/]*\d)", text)
    year = year or (int(bare[0]) if bare else None)
    return replace(with_year(part, year), label=f"{part.label}/{year}") if year else found[0]


def read(parts: Sequence[str], *, tail: bool = True) -> Slots:
    """The slots of a header path, the outermost part first."""
    unit: units.UnitMention | None = None
    bare: list[str] = []
    parts = _years_of(_school_years([_spelled(p) for p in parts]))
    for i, part in enumerate(parts):
        text, found = unit_of(part, tail=tail)
        if i and found is None and (alone := shorthand.unit(part)) is not None and alone.unit in units.UNITS and units.kind(alone.unit).startswith(_WEIGHED) and part.strip().lower() != "đồng":
            text, found = "", alone  # "Tấn" under "Sản lượng"
        unit = found or unit
        bare.append(text)
    whole_text = " ; ".join(bare)
    if _CONTRIBUTES.search(whole_text) and not _PART_OF_ALL.search(whole_text) and (unit is None or unit.unit == "%"):
        unit = units.unit_at("điểm phần trăm", 0) or unit  # "Mức đóng góp | so với tháng trước"
    own_text, base_text, split = _split(bare)
    percent = unit is not None and unit.unit in ("%", "‰", "điểm phần trăm")
    moved = not percent and any(_MOVED.match(p) for p in bare)
    grown, changed = bool(_GROWN.search(own_text)) and not moved, bool(_CHANGED.search(" ; ".join(parts)))
    if split and not base_text and re.search(r"(?<!\w)tổng(?!\w)", own_text, re.I) and _SHARE.search(whole_text):
        split = False
    own = _own_period(re.sub(r"\bgốc\s+(?:năm\s+)?\d{4}", " ", own_text))
    base_period = next((m.period for m in periods(base_text) if m.period), Period()) if base_text else Period()
    share = bool(_SHARE.search(whole_text)) and (percent or unit is None) and not grown
    completion = bool(_COMPLETION.search(" ; ".join(parts)))
    base = _base(base_text, base_period) if base_text else Base.NONE
    if base is Base.DECEMBER and own.kind == "month" and own.part == 12:
        base = Base.YEAR  # "Tháng 12 so với tháng 12 năm trước"
    average = bool(re.search(r"bình quân(?!\s+(?:đầu người|một|theo|hộ|\d+ tháng))", whole_text, re.I))
    if not base_text and (grown or changed or _INDEX.search(own_text)):
        base = _base(PLAN.sub(" ", own_text), own)
    if base is Base.NONE and average and (grown or split) and own.kind in ("range", ""):
        base = Base.AVERAGE
    then = bool(parts) and _RATE_THEN.match(parts[-1]) is not None and not _RELATES.search(whole_text)
    compares, measure = "", Measure.LEVEL
    counts = unit is not None and not percent
    if share:
        measure = Measure.SHARE
    elif then and percent:
        measure, base = (Measure.COMPLETION, Base.PLAN) if completion else (Measure.LEVEL, Base.NONE)
    elif unit is not None and unit.unit == "lần" and (split or grown or re.search(r"gấp|lần", whole_text, re.I) and _TIMES.search(" ; ".join(parts))) and (split or grown):
        measure, compares = Measure.MULTIPLE, "times"
    elif split or grown or changed and not _RELATIVE.search(bare[-1] if bare else ""):
        if counts or unit is not None and unit.unit == "điểm phần trăm" or changed and not percent:
            compares = "change"
        elif grown and not _INDEX.search(own_text):
            compares = "growth"
        elif _INDEX.search(" ; ".join(parts)) or base is Base.PLAN or completion:
            compares = "ratio"
        else:
            compares = "?"
        if not (split or percent or changed) and unit is None and compares == "growth":
            compares = "?"
    elif re.search(r"tốc độ phát triển", whole_text, re.I) and (percent or unit is None):
        compares = "ratio"
    elif percent and (_SAME.search(whole_text) or _PREVIOUS.search(whole_text)) or completion and unit is not None and percent:
        compares = "ratio" if completion and not _SAME.search(whole_text) else "?"
        base = Base.PLAN if completion and not _SAME.search(whole_text) else _base(own_text, own)
    elif completion and unit is None and re.search(r"tỷ lệ|tỉ lệ|%", whole_text, re.I) or percent and PLAN.search(whole_text) and not own and not DONE.search(whole_text) and re.search(r"^\W*%|%\s*(?:KH|DT|kế hoạch|dự toán|NQ)", " ; ".join(parts), re.I):
        compares, base = "ratio", Base.PLAN
    elif _INDEX.search(whole_text) and (percent or unit is None) and _based(whole_text.replace("chỉ số", "")) and re.search(r"=\s*100|bằng\s+100|phát triển", whole_text, re.I):
        compares, base = "ratio", _base(whole_text, own)
    elif average and percent and own.kind == "range" and not _noun(own_text, ""):
        compares, base = "?", Base.AVERAGE  # "BQ 2021-2023 (%)"
    if compares and compares != "times":
        measure = Measure.CHANGE if compares == "change" else Measure.COMPLETION if base is Base.PLAN and compares != "growth" else Measure.INDEX if compares == "ratio" else Measure.GROWTH
    about = own_text if compares else whole_text
    modality = Modality.FORECAST if FORECAST.search(about) and not PLAN.search(about) else Modality.ESTIMATE if ESTIMATE.search(about) else Modality.TARGET if PLAN.search(about) and not (compares and base is Base.PLAN and not base_text) else Modality.ACTUAL if DONE.search(about) or _PAID.search(about) else None
    target_of = bool(compares) and modality is Modality.TARGET and (bool(base_text) or grown) and not (base is Base.PLAN and DONE.search(own_text))
    if compares and modality not in (Modality.ESTIMATE, Modality.FORECAST) and not target_of:
        modality = None
    this = _THIS.search(about)
    opening = _OPENING.search(_CUMULATED.sub(" ", about)) if not re.search(r"\d\s+tháng\s+đầu", about, re.I) else None
    span = bool(_CUMULATED.search(about))
    ago = ""
    if not compares:
        ago = "year" if _SAME.search(about) else "previous" if _PREVIOUS.search(about) else "last" if _LAST_YEAR.search(about) else ""
        if ago and own and own.year:
            ago = ""
        if ago == "year" and (m := re.search(_Y, _SAME.search(about)[0])):  # type: ignore[index]
            base_period = Period("", int(m[0]))
    return Slots(
        noun=_noun(own_text, compares), unit=unit, period=own, base_period=base_period, modality=modality, measure=measure, compares=compares, base=base,
        now=((this["k"] or this["l"]).lower() if this else ""), span=span, ago=ago, whole=bool(_WHOLE_YEAR.search(_strip_modality(about))) and not own, target_of=target_of,
        average=average, opening=opening["k"].lower() if opening and not compares else "",
    )  # fmt: skip


_CONTRIBUTES = re.compile(r"(?<!\w)(?:(?:mức|điểm) (?:độ )?)?(?:đóng góp|tác động)(?: (?:vào|đến|tới|làm))?(?!\w)(?!.*(?<!\w)(?:ngân sách|xã hội|tổng|GRDP|GDP)(?!\w))", re.I)
_PART_OF_ALL = re.compile(r"(?<!\w)(?:tỷ trọng|tỉ trọng|tỷ lệ|tỉ lệ|cơ cấu|đồng)(?!\w)", re.I)
_PAID = re.compile(r"(?<!\w)(?<!kế hoạch )(?<!tỷ lệ )(?<!tỉ lệ )(?<!chưa )(?<!phải )(?:đã\s+)?(?:giải ngân|cho thuê|thanh toán)(?!\w)", re.I)
_RATE_THEN = re.compile(r"\W*(?:tỷ|tỉ) (?:lệ|trọng)\s+[^\W\d][^;]*?(?<!\w)cùng kỳ(?!\w)", re.I)  # "Tỷ lệ giải ngân cùng kỳ 2025 (%)": what it was then
_RELATES = re.compile(r"(?<!\w)(?:so|với|bằng|tăng|giảm|chênh|hơn|kém)(?!\w)|[=/]", re.I)
_SINCE_NEW_YEAR = re.compile(rf"(?<!\w)(?:(?:lũy|luỹ) kế\s+)?(?:tính\s+)?từ\s+(?:ngày\s+)?0?1[/-]0?1(?:[/-]{_Y})?\s*(?:đến|tới|-|–|—)\s*(?:hết\s+|ngày\s+)*(?=\d)", re.I)
_DATE = re.compile(rf"(?<![\d/.,])\d{{1,2}}/\d{{1,2}}(?:/{_Y})?(?![\d/])")


_PLUS, _MINUS = r"\(?\s*\+\s*\)?", r"\(?\s*[-–−]\s*\)?"
_SIGNS = re.compile(
    rf"\(?\s*(?:{_PLUS}\s*:?\s*(?:xuất siêu|thặng dư)\s*[,;/]?\s*(?:và\s+)?{_MINUS}\s*:?\s*(?:nhập siêu|thâm hụt)|(?:xuất siêu|thặng dư)\s*{_PLUS}\s*[,;/]?\s*(?:và\s+)?(?:nhập siêu|thâm hụt)\s*{_MINUS})\s*\)?", re.I
)  # "Cán cân (+) xuất siêu (-) nhập siêu"


def _spelled(text: str) -> str:
    """ "T9", "QIII", "BQ", "Kỳ 1/6", "Từ 01/01 đến 15/6" in full; a balance without what its signs stand for."""
    text = _SIGNS.sub(lambda m: " " if re.search(r"\w", text[: m.start()]) else "cán cân", text)
    text = _SINCE_NEW_YEAR.sub("lũy kế đến ", text)
    text = re.sub(r"(?<!\w)(kỳ (?:[12]|I{1,2}))\s*[/-]\s*(?:T\.?\s?|tháng\s*)?(\d{1,2})(?!\d)", r"\1 tháng \2", text, flags=re.I)
    text = re.sub(r"(?<![\w.])T\.?\s?(\d{1,2})(?![\d.]|\w)", r"tháng \1", text)
    text = re.sub(r"(?<!\w)Q\.?\s?(IV|III|II|I|[1-4])(?!\w)", r"quý \1", text)
    return re.sub(r"(?<!\w)BQ(?!\w)", "bình quân", text)


_SCHOOL = re.compile(r"\W*(năm học|niên vụ)\W*", re.I)


def _school_years(parts: list[str]) -> list[str]:
    """`parts` with "Năm học" above "2022-2023" as one."""
    kind = next((m[1] for p in parts if (m := _SCHOOL.fullmatch(p))), "")
    return [f"{kind} {p}" if re.match(_Y + r"\s*[-–/]\s*\d", p) else p for p in parts if not _SCHOOL.fullmatch(p)] if kind else parts


def _years_of(parts: list[str]) -> list[str]:
    """`parts` without the span of years that stands above one of them: "Giai đoạn 2021-2025" above "2023"."""
    for i, part in enumerate(parts[:-1]):
        span = next((m.period for m in periods(part) if m.period.kind == "range"), None)
        if span is None or span.first is None or span.year is None or _noun(part, ""):
            continue
        years = [int(y) for y in re.findall(rf"(?<![\d.,/-]){_Y}(?![\d.,/-]*\d)", " ; ".join(parts[i + 1 :]))]
        if years and all(span.first <= y <= span.year for y in years):
            return parts[:i] + parts[i + 1 :]
    return parts


def _strip_modality(text: str) -> str:
    for pattern in (PLAN, DONE, ESTIMATE, FORECAST):
        text = pattern.sub(" ", text)
    return text


def _noun(text: str, compares: str) -> str:
    """What is left when the words of time, modality and comparison are gone."""
    kept: list[str] = []
    rate = False
    for part in text.split(" ; "):
        part = re.sub(r"\([^()]*\)", " ", part)
        for pattern in (_FIXED, _DECEMBER):
            part = pattern.sub(" ", part) if compares else part
        part = part if compares or re.search(r"\d\s+tháng\s+đầu", part, re.I) else re.sub(r"(?<!\w)(?:số\s+)?(đầu)\s+(năm|quý|tháng)(?!\w)", r"\1_\2", _CUMULATED.sub(" ", part), flags=re.I)
        part = re.sub(_Y + r"\s*/\s*" + _Y, " ", part)
        for m in reversed([m for m in periods(part) if m.period or not re.search("cùng kỳ|trước|ngoái", m.period.label)]):
            part = part[: m.start] + " , " + part[m.end :]
        for pattern in (_CUMULATED, _SAME, _PREVIOUS, _LAST_YEAR, _THIS, ESTIMATE, FORECAST, PLAN, DONE, _DATE):
            part = pattern.sub(" ", part)
        if compares:
            for pattern in (_SO, _CHANGED, _GROWN, _RELATIVE, _COMPLETION, re.compile(r"\bchỉ số(?!\s+\w)|\btốc độ(?: phát triển)?", re.I)):
                part = pattern.sub(" ", part)
        part = re.sub(r"\s+(?=,)", "", re.sub(r"\s+", " ", re.sub(r"[%=+±]|\(\s*\)", " ", part))).strip()
        part = re.sub(r"(?:\s*,)+", ",", part)
        previous = None
        while previous != part:
            previous = part
            part = _EDGE.sub("", part).strip()
        rate = rate or not compares and re.fullmatch(r"(?:tỷ|tỉ) lệ", part, re.I) is not None
        if part and not _ALONE.match(part) and not re.fullmatch(r"[\d.,\s]+", part) and part.lower() not in (k.lower() for k in kept):
            kept.append(part)
    if len(kept) > 1 and (count := re.fullmatch(r"(số|tổng số) (\w+)", kept[-1], re.I)) and kept[-2].lower().startswith(count[2].lower() + " "):  # "Hộ nghèo" above "Số hộ"
        kept[-2:] = [f"{count[1]} {kept[-2][:1].lower()}{kept[-2][1:]}"]
    if len(kept) > 1 and re.fullmatch(r"tổng(?: số| cộng)?", kept[-1], re.I):
        kept.pop()  # "Tổng số" under "Thu 7 tháng", beside "Trong đó: tiền sử dụng đất"
    kept = [k[:1].lower() + k[1:] if i and k[1:2].islower() and " " in k and not PROPER.match(k) else k for i, k in enumerate(kept)]
    if rate and kept and not re.match(r"(?:tỷ|tỉ) (?:lệ|trọng)", kept[0], re.I):  # "Hộ nghèo" above "Tỷ lệ (%)"
        kept[0] = f"tỷ lệ {kept[0][:1].lower()}{kept[0][1:]}"
    if len(kept) > 1 and _MEASURED.match(kept[-1]) and not _MEASURED.match(kept[0]):  # "Vụ Xuân" above "Diện tích"
        kept = [kept[-1][:1].lower() + kept[-1][1:], *(k[:1].lower() + k[1:] if k[1:2].islower() and not PROPER.match(k) else k for k in kept[:-1])]
    return " ".join(kept).replace("_", " ")


__all__ = ["DONE", "ESTIMATE", "FORECAST", "PLAN", "Slots", "read", "unit_of"]
