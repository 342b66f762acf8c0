"""Periods as Vietnamese reports name them: năm, giai đoạn, quý, tháng, n tháng, kỳ, ngày."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

from report.lexicon import CK
from report.model import Period
from report.text import fold
from report.units import UNITS, unit_at

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
          "mười một": 11, "mười hai": 12, "tư": 4, "giêng": 1, "chạp": 12}  # fmt: skip
_ROMAN |= {fold(word): n for word, n in _ROMAN.items()}
_WORDS |= {fold(word): n for word, n in _WORDS.items()}
DIACRITICS = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01b0\u1ea0-\u1ef9]")
_Y = r"(?P<y>(?:19|20)\d{2})"
_NO_COUNT = r"(?!\d|[.,]\d|\s*%|\s+(?:triệu|tỷ|tấn|con|người|ha|đồng|usd|hộ|xã|doanh nghiệp)(?!\w))"
_OF_YEAR = rf"(?:(?:\s*(?:/|-|năm|nam|của năm)\s*|\s+){_Y}{_NO_COUNT}|\s+(?:của\s+)?năm\s+nay(?!\w))?"


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period in text: where, which, and whether it is what a figure is about or what it is compared with.

    `role` is "period", "base" (after "so với", "gấp … lần"), "deadline" ("đến năm 2020") or "since" ("kéo dài từ năm 2022").
    """

    start: int
    end: int
    period: Period
    role: str = "period"


# Each rule with what a text must hold for it to have a chance (see `_hints`): most texts skip most rules.
_RULES: tuple[tuple[str, str, str], ...] = (
    ("school", "season-year", r"(?:niên vụ|năm học|(?:vụ\s+)?(?:đông xuân|hè thu|thu đông|mùa)|vụ)\s+(?P<a>(?:19|20)\d{2})\s*[-–/]\s*" + _Y),
    ("range", "years", r"(?:(?<![\w.,])(?:[2-9]|10|hai|ba|bốn|năm|mười)\s+năm\s+\(?(?=(?:19|20)\d\d))?(?:giai đoạn|giai doan|thời kỳ|thoi ky|nhiệm kỳ|nhiem ky|các năm|từ năm|trong năm năm|năm|nam|kế hoạch|gđ)?(?:(?<=\w)\s+)?(?<![\d.,/])(?P<a>(?:19|20)\d{2})\s*(?:-|–|—|đến năm|đến|tới)\s*" + _Y + r"(?!\d|[.,]\d)"),
    ("days", "slash", r"(?:từ\s+(?:ngày\s+)?(?P<d1>\d{1,2})\s*[/-]\s*(?P<m1>\d{1,2})(?:\s*[/-]\s*(?:19|20)\d{2})?\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?|(?:(?<=\()|ngày\s+)(?P<d2>\d{1,2})/(?P<m2>\d{1,2})\s?[-–]\s?)(?P<d>\d{1,2})\s*[/-]\s*(?P<m>\d{1,2})(?:\s*[/-]\s*" + _Y + r")?(?![\d/]|[.,]\d)"),
    ("date", "slash", r"(?:ngày|đến|tính đến|hết|trước|tại|(?:tại )?thời điểm|từ|đêm|sáng|chiều|tối|hôm|phiên)\s+(?:hết\s+)?(?:ngày\s+)?(?P<d>\d{1,2})\s*[/-]\s*(?P<m>\d{1,2})(?:\s*[/-]\s*" + _Y + r")?(?![\d/]|[.,]\d)"),
    ("date", "slash", r"ngày\s+\d{1,2}\s*(?:-|–|đến|đến ngày)\s*(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/" + _Y + r")?(?![\d/]|[.,]\d)"),
    ("middle", "months", r"(?:đến|tới|tính đến)\s+(?:hết\s+)?(?:giữa|trung tuần)\s+tháng\s+(?P<n>\d{1,2})(?!\d|[.,]\d)" + _OF_YEAR),
    ("tohalf", "half-month", r"(?:đến|tới)\s+(?:hết\s+)?(?:kỳ\s+)?(?P<k>(?<=kỳ )(?:[12]|I{1,2})|(?:nửa|15 ngày|mười lăm ngày|nửa tháng) đầu)\s+tháng\s+(?P<n>\d{1,2})(?!\d|[.,]\d)" + _OF_YEAR),
    ("date", "day", r"ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})(?:\s+năm\s+" + _Y + r")?"),
    ("date", "slash", r"(?:(?:ngày|đến|hết)\s+){0,2}(?<![\d./,-])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)" + _Y + r"(?![\d/]|[.,-]\d)"),
    ("season", "half-month", r"(?<!\w)(?:kỳ\s+)?(?P<k>(?<=kỳ )(?:[12]|I{1,2})|(?:nửa|15 ngày|mười lăm ngày|nửa tháng) (?:đầu|cuối|sau))\s+tháng\s+(?P<n>\d{1,2})(?!\d|[.,]\d)" + _OF_YEAR),
    ("season", "season", r"(?<!thời )(?<!học )(?<!định )(?<!nhiệm )(?<!chu )(?<!\w)kỳ\s+(?P<k>[12]|I{1,2})(?![\w/%]|[.,]\d|\s*(?:[-–]\s*\d|và\s+(?:kỳ\s+)?[12](?!\d|[.,]\d)|trước|sau|lương|hạn|họp)|\s+\d)(?P<n>)"),
    ("month", "T", r"(?<!\w)T\.?(?P<n>\d{1,2})\s*[/-]\s*" + _Y + r"(?!\d)"),
    ("lastmonths", "months", r"(?<![\w.,/])(?:(?:[2457-9]|10|11|hai|bốn|năm)\s+tháng\s+cuối(?:\s+của)?(?:\s+năm)|(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín)\s+tháng\s+còn\s+lại(?:\s+(?:của\s+)?năm)?)(?:\s+" + _Y + r"(?!\d|[.,]\d))?"),
    ("lastquarter", "months", r"(?<![\w.,/])(?:3|ba)\s+tháng\s+cuối(?:\s+của)?(?:\s+năm)?(?:\s+" + _Y + r"(?!\d|[.,]\d))?"),
    ("quarter", "quarter", r"(?:(?:quý|quy)\s+|(?<!\w)Q\.\s?)(?P<q>IV|III|II|I|[1-4]|một|hai|ba|tư|bốn)(?![\w])" + _OF_YEAR),
    ("quarter", "Q", r"(?<!\w)Q(?P<q>[1-4])(?!\d)" + _OF_YEAR),
    ("half", "H", r"(?<!\w)H(?P<h>[12])\s*[/-]\s*" + _Y),
    ("half", "half", r"(?P<h>nửa đầu|nửa cuối|6 tháng cuối|sáu tháng cuối)(?!\w|\s+(?:tháng|quý|thế kỷ|nhiệm kỳ))(?:\s+của)?(?:\s+năm)?(?:\s+" + _Y + r"(?!\d|[.,]\d))?"),
    ("months", "months", r"(?<![\w.,/])(?<!kỳ hạn )(?<!thời hạn )(?<!dưới )(?<!quá )(?<!trong vòng )(?<!tối đa )(?<!tối thiểu )(?P<n>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười một|mười|chin|sau)\s+(?:tháng|thang)(?:\s+(?:đầu năm|đầu của|đầu|qua))?(?!\s+(?:tuổi|liên tiếp|liên tục|liền|lương|nữa|một lần|trở lên|trở xuống)(?!\w))" + _OF_YEAR),
    ("months", "T", r"(?<!\w)(?P<n>\d{1,2})T" + _OF_YEAR + r"(?!\w)"),
    ("months", "T", r"(?<!\w)(?P<n>\d{1,2})T" + _Y + r"(?!\w)"),
    ("quarters", "quarter", r"(?<![\w.,])(?P<n>[23]|hai|ba)\s+quý(?:\s+(?:đầu năm|đầu của|đầu))?" + _OF_YEAR),
    ("tomonth", "months", r"(?:(?:tính |lũy kế |luỹ kế |cộng dồn |tinh )?(?:đến|den)\s+(?:hết|het)|(?<!\w)hết|(?:lũy kế|luỹ kế|cộng dồn|từ đầu năm)(?: từ đầu năm)?(?: tính)? (?:đến|tới)(?: cuối)?)\s+(?:tháng|thang)\s+(?P<n>\d{1,2})(?!\d|[.,]\d)" + _OF_YEAR),
    ("month", "months", r"(?:tháng|thang)\s+(?P<n>\d{1,2}|một(?!\s+số)|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|giêng|chạp)(?!\d|[.,]\d|(?<=[^\W\d])[^\W\d])(?!\s+(?:con(?! số)|tấn|tỷ|triệu))" + _OF_YEAR),
    ("span5", "five", r"(?<![\d.,])(?<!kỳ hạn )(?<!thời hạn )(?:5|năm)\s+năm(?:\s+(?P<a>(?:19|20)\d{2})\s*[-–—]\s*" + _Y + r")?(?:(?!\s+\d)|(?=\s+\d[\d.,]*\s+(?:tỷ|tỉ|triệu|nghìn)(?!\w))|(?:(?<=kế 5 năm)|(?<=cộng 5 năm)|(?<=chung 5 năm)|(?<=trong 5 năm))(?!\s+(?:19|20)\d\d(?!\d|[.,]\d)))"),
    ("year", "year", r"(?:cả\s+)?(?:năm|nam)\s+" + _Y + r"(?!\d|[.,]\d)"),
    ("year", "five", r"(?<!lúa )(?<!vụ )(?<!kế hoạch )(?<!dự toán )(?<!mục tiêu (?=cả năm(?!:)))(?<!chỉ tiêu )(?<!nghị quyết )(?<!giao )(?:cả năm(?! (?:trước|ngoái)(?!\w))|(?:đến |tới |vào )?cuối năm|(?:(?:đến|tới|khi|lúc|trước) )?(?<!gần )hết năm(?! năm| tháng| ngày| rồi)|(?:(?:đến|tới|khi|lúc|trước) )?(?:hết|cuối) niên độ(?: ngân sách)?)(?! học| tài chính| kế hoạch)(?:\s+nay|\s+này)?(?!\s*" + _Y.replace("?P<y>", "?:") + r")"),
)  # fmt: skip


def bare(pattern: str) -> str:
    """A regular expression for the same words without diacritics (case kept: `\\D` is not `\\d`)."""
    return "".join(fold(c) if DIACRITICS.match(c) else c for c in pattern)


_COMPILED = tuple((kind, hint, re.compile(pattern, re.I)) for kind, hint, pattern in _RULES)
_COMPILED_BARE = tuple((kind, hint, re.compile(bare(pattern), re.I)) for kind, hint, pattern in _RULES)
_HINT = re.compile(
    r"(?P<year>(?:19|20)\d\d)|(?P<slash>\d\s*[/.-]\s*(?=\d))|(?P<T>T\.?(?=\d)|\dT)|(?P<Q>Q(?=\d))|(?P<H>H(?=[12]))|(?P<months>th[aá]ng)|(?P<quarter>qu[yý]|Q\.)"
    r"|(?P<half>n[uử]a|cu[oố]i)|(?P<day>ng[aà]y)|(?P<five>n[aă]m|ni[eê]n [dđ][oộ])|(?P<season>v[uụ]|k[yỳ]|[dđ][oô]ng xu[aâ]n|h[eè] thu|thu [dđ][oô]ng|m[uù]a)|(?P<before>(?-i:CK)|tr[uư][oớ]c|ngoái|li[eề]n|cùng|cung)",
    re.I,
)


def _hints(text: str) -> set[str]:
    """What of a period's parts `text` holds: one pass, so that rules without a chance need none."""
    found: set[str] = set()
    years = 0
    for m in _HINT.finditer(text):
        kind = m.lastgroup or ""
        years += kind == "year"
        found.add(kind)
    if years:
        found |= {"T", "H", "slash"}  # a year may stand straight behind: "10T2024"
    if years > 1:
        found.add("years")
    if years and ("season" in found or "five" in found):
        found.add("season-year")
    if "months" in found and found & {"half", "season", "day"}:
        found.add("half-month")
    return found
_THIS_YEAR = re.compile(r"(?<![\w/])(?:trong\s+)?năm\s+nay(?!\w)", re.I)
_BARE = re.compile(r"(?<![\d.,/\w–-])" + _Y + r"(?![\d\w/]|[.,]\d|\s*[-–]\s*\d)", re.I)
_COUNTED = {"con", "người", "lao động", "hộ", "xã", "doanh nghiệp", "học sinh", "sinh viên", "lượt khách", "lượt người", "dự án", "trường hợp", "hồ sơ"}
_RELATIVE: tuple[tuple[str, str], ...] = (
    ("base", r"(?:so với\s+)?(?:cùng kỳ|cung ky|" + CK + r"|cùng (?:thời gian|thời điểm|giai đoạn)(?=\s+(?:năm trước|năm ngoái|năm (?:19|20)\d\d)))(?:\s+(?:năm trước|năm ngoái|nam truoc|(?:năm )?" + _Y + r"))?"),
    ("base", r"so\s+(?:với\s+)?(?:tháng|quý|năm|kỳ)\s+(?:trước(?: đó)?|liền kề|truoc)"),
    ("base", r"(?<!các )(?<!những )(?<!nhiều )(?:(?:(?:cuối|hết) )?năm trước|năm ngoái|tháng trước|quý trước|(?<!cùng )(?<!các )kỳ trước)"),
)
_REL = tuple((role, re.compile(pattern, re.I)) for role, pattern in _RELATIVE)
_FIXED = re.compile(r"giá\s+(?:so sánh|cố định|gốc|hiện hành)\s+(?:của\s+)?(?:năm\s+)?(?:19|20)\d\d", re.I)
_BASE_BEFORE = re.compile(r"(?:so\s+với|so\s+voi|so|đặt\s+(?:bên\s+)?cạnh|sánh\s+với|(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|kém|nhanh|chậm)\s+hơn(?:\s+(?:hẳn|khá nhiều|nhiều|rõ rệt|đáng kể))?|(?<!\w)(?:kém|thua)|gấp\s+[\d.,]+\s+lần(?:\s+so\s+với)?|gấp\s+(?:đôi|rưỡi)|bằng\s+[\d.,]+\s?%\s+(?:so\s+với)?|của|với)\s*(?:(?:cùng kỳ|thực hiện|mức|bình quân|trung bình|kết quả|ước thực hiện|con số|số liệu|đạt được|ghi nhận)\s+){0,3}(?:(?:của|trong|ở)\s+)?\s*(?:(?:cuối|đầu|hết|thời điểm)\s*)*$", re.I)
_SINCE = re.compile(r"(?:tầm nhìn|giai đoạn)\s+đến\s*(?:năm\s*)?$|(?:đáy|đỉnh|kỷ lục)\s+(?:của|hồi|vào|trong|cuối|đầu|giữa)?\s*$|(?:kéo dài|chuyển sang|chuyển|tồn đọng|áp dụng|bắt đầu|hoạt động|kể|thành lập|có hiệu lực)\s+từ\s*(?:đầu\s*|cuối\s*|ngày\s*)?$", re.I)
# A day on which somebody said, published or signed something is not the time of what it says.
_PUBLISHED = re.compile(r"(?:(?<!\w)(?:công bố|phát hành|ban hành|đăng(?: tải)?|thông báo|phát biểu|chia sẻ|trả lời|gặp (?:gỡ )?(?:báo chí|nhà đầu tư|cổ đông))(?:\s+(?:vào|hồi|hôm|trong|ra))*|/[A-ZĐƯ][A-ZĐƯa-z&-]+\d{0,2})\s*$")
_DEADLINE = re.compile(r"(?:đến|tới|den|trước)\s*(?:hết\s*|cuối\s*)?$", re.I)


def _year(m: re.Match[str]) -> int | None:
    value = m.groupdict().get("y")
    return int(value) if value else None


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS.get(word.lower(), 0)


def _period(kind: str, m: re.Match[str]) -> Period | None:
    label = re.sub(r"\s+", " ", m[0]).strip()
    year = _year(m)
    if kind in ("range", "school"):
        first = int(m["a"])
        if year is None or not first <= year <= first + 40:
            return None
        return Period("year" if kind == "school" else "range", year, first, label=label)
    if kind == "span5":
        if m["a"]:
            return Period("range", year, int(m["a"]), label=label)
        return Period("range", None, None, 5, label)
    if kind == "date":
        if not (1 <= int(m["m"]) <= 12 and 1 <= int(m["d"]) <= 31):
            return None
        return Period("date", year, part=int(m["m"]) * 100 + int(m["d"]), label=label)
    if kind in ("middle", "tohalf"):  # "tính đến hết kỳ 1 tháng 9": what was done by the 15th
        n = _count(m["n"])
        second = kind == "tohalf" and m["k"].lower() in ("2", "ii")
        return Period("date", year, part=n * 100 + (monthrange(year or 2001, n)[1] if second else 15), label=label) if 1 <= n <= 12 else None
    if kind == "days":
        return _days(m, year, label)
    if kind == "quarter":
        return Period("quarter", year, part=_ROMAN[m["q"].lower().replace("i\u0307", "i")], label=label)
    if kind == "lastmonths":
        return Period("year", year, label=label)
    if kind == "lastquarter":
        return Period("quarter", year, part=4, label=label)
    if kind == "season":
        n = _count(m["n"]) if m["n"] else 0
        year = year if m["n"] else None
        if not m["n"]:  # "so với kỳ 1": of the month that is spoken of
            return Period("season", part={"1": 1, "i": 1}.get(m["k"].lower(), 2) * 100, label=label)
        return Period("season", year, part={"1": 1, "i": 1, "2": 2, "ii": 2}.get(m["k"].lower(), 2 if fold(m["k"]).endswith(("cuoi", "sau")) else 1) * 100 + n, label=label) if 1 <= n <= 12 else None
    if kind == "half":
        return Period("half", year, part=2 if fold(m["h"]).split()[-1] in ("2", "cuoi") else 1, label=label)
    if kind == "quarters":
        return Period("months", year, part=3 * _count(m["n"]), label=label)
    if kind == "tomonth":
        n = _count(m["n"])
        return (Period("months", year, part=n, label=label) if 2 <= n <= 11 else Period("year", year, label=label) if n == 12 else Period("month", year, part=n, label=label)) if 1 <= n <= 12 else None
    if kind in ("months", "month"):
        n = _count(m["n"])
        if not 1 <= n <= 12:
            return None
        if kind == "months" and n in (1, 12):
            return None if n == 1 else Period("year", year, label=label)
        return Period(kind, year, part=n, label=label)
    return Period("year", year, label=label)


def periods(text: str, bare_years: bool = True, *, this_year: bool = False) -> list[PeriodMention]:
    """The periods that `text` names, in order. `bare_years` reads "2015" alone as a year, `this_year` "năm nay" as one without a number.

    A report's "năm nay" is the year it is about; a question's may be the asker's.
    """
    found = list(_read(text, bare_years))
    if this_year:
        now = [m for m in _THIS_YEAR.finditer(text) if not any(p.start < m.end() and m.start() < p.end for p in found)]
        found = sorted([*found, *(PeriodMention(m.start(), m.end(), Period("year", label=m[0])) for m in now)], key=lambda x: x.start)
    return found


@lru_cache(maxsize=256)  # a sentence is asked for several times in a row
def _read(text: str, bare_years: bool) -> tuple[PeriodMention, ...]:
    text = text.replace("İ", "I").replace("ı", "i")
    accented = DIACRITICS.search(text) is not None
    found: list[PeriodMention] = []
    taken = bytearray(len(text) + 1)

    def take(start: int, end: int, period: Period, role: str) -> None:
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(PeriodMention(start, end, period, role))

    hints = _hints(text)
    for start, end in named_lengths(text):
        taken[start:end] = b"\1" * (end - start)
    if "year" in hints:
        for m in _FIXED.finditer(text):
            taken[m.start() : m.end()] = b"\1" * (m.end() - m.start())
    for role, rel in _REL if "before" in hints else ():
        for m in rel.finditer(text):
            take(m.start(), m.end(), Period("", _year(m), label=re.sub(r"\s+", " ", m[0]).strip()), role)
    for kind, hint, pattern in _COMPILED if accented else _COMPILED_BARE:
        if hint not in hints:
            continue
        for m in pattern.finditer(text):
            period = _period(kind, m)
            if period is None or kind in ("date", "days") and not period.year and _is_share(text, m):
                continue
            start = m.start() + len(m[0]) - len(m[0].lstrip())
            take(start, m.end(), period, _role(text, start, kind))
    if bare_years and "year" in hints:
        for m in _BARE.finditer(text):
            if _is_count(text, m.end()):
                continue
            take(m.start(), m.end(), Period("year", int(m["y"]), label="năm " + m["y"]), _role(text, m.start(), "year"))
    found.sort(key=lambda x: x.start)
    # the days of a time that is named before them: "tháng Sáu (15/5 - 14/6)"
    return tuple(m for before, m in zip((None, *found), found, strict=False) if before is None or text[m.start - 1 : m.start] != "(" or not re.match(r"\d{1,2}/\d{1,2}\s?[-–]", text[m.start : m.end]) or not before.period.kind or text[before.end : m.start].strip(" (,"))


def _days(m: re.Match[str], year: int | None, label: str) -> Period | None:
    """The time from one day to another: a month, a half of one, or, as since January, the day up to which it runs."""
    first, begins, last, month = int(m["d1"] or m["d2"]), int(m["m1"] or m["m2"]), int(m["d"]), int(m["m"])
    if not (1 <= begins <= 12 and 1 <= month <= 12 and 1 <= first <= 31 and 1 <= last <= 31):
        return None
    if begins == month and first == 1 and last >= 28:
        return Period("month", year, part=month, label=label)
    if begins == month and (first, last) == (1, 15) or begins == month and first == 16 and last >= 28:
        return Period("season", year, part=(100 if first == 1 else 200) + month, label=label)
    return Period("date", year, part=month * 100 + last, label=label)


_LENGTH = r"\d{1,2}(?:\s*(?:[-–]|đến)\s*\d{1,2})?\s+"
_TERM = re.compile(rf"(?<!\w)(?:kỳ hạn|thời hạn|ky han|thoi han|(?:(?:trái|tín) phiếu|(?:trai|tin) phieu)(?=\s+\d{{1,2}}\s+(?:năm|nam|ngày|ngay|tuần|tuan)(?!\w|\s+\d{{4}})))\s+(?:từ\s+|dưới\s+|trên\s+)?{_LENGTH}(?P<unit>tháng|năm|ngày|tuần|thang|nam|ngay|tuan)(?:\s+trở\s+lên)?(?!\w)", re.I)
_TERM_AGAIN = re.compile(rf"(?<![\d.,/]){_LENGTH}(?P<unit>\w+)(?=\s*[(:]|\s+(?:là|đạt|chiếm|với|ở mức)(?!\w))", re.I)


def named_lengths(text: str) -> list[tuple[int, int]]:
    """Where lengths stand that name something, and are neither a time nor a figure: "kỳ hạn 10 năm …, 5 năm (38 tỷ đồng)"."""
    found: list[tuple[int, int]] = []
    if not re.search(r"(?:h[aạ]n|phi[eế]u)\s", text, re.I):
        return found
    for m in _TERM.finditer(text):
        line_end = text.find("\n", m.end())
        again = _TERM_AGAIN.finditer(text, m.end(), line_end if line_end >= 0 else len(text))
        found += [m.span(), *(x.span() for x in again if x["unit"].lower() == m["unit"].lower())]
    return found


def length_of(text: str) -> tuple[str, ...]:
    """The numbers of the lengths that a text names: ("10",) of "lãi suất kỳ hạn 10 năm"."""
    return tuple(n for start, end in named_lengths(text) for n in re.findall(r"\d+", text[start:end]))


def _is_count(text: str, end: int) -> bool:
    """Whether a unit follows, so that "2015" counts something."""
    unit = unit_at(text, end + (text[end : end + 1] == " "))
    return unit is not None and (unit.scale > 1 or unit.unit in UNITS or unit.unit in _COUNTED)


def _is_share(text: str, m: re.Match[str]) -> bool:
    """Whether "đến 5/12 xã" is a share, or "từ 6 - 8 giờ" a span of something measured, and no day."""
    if "ng" in fold(m[0]):
        return False
    measured = "/" not in m[0] and not re.match(r"\s*năm\s+(?:19|20)\d\d", text[m.end() :]) and unit_at(text, m.end() + (text[m.end() : m.end() + 1] == " ")) is not None
    return measured or _is_count(text, m.end())


_MOVED = re.compile(r"(?:chuyển về|trực thuộc|sáp nhập|hợp nhất|đổi tên|tách ra)(?: [^\d,;:()]{1,30}?)?\s+$", re.I)  # "(chuyển về Sở từ ngày 01/3/2025)"
_IN_FORCE = re.compile(r"(?:vận hành mô hình|áp dụng|có hiệu lực|thi hành)(?!\w)(?: (?!đạt\s|được\s)[^\s,;:()]+){0,12}\s*$", re.I)  # "vận hành mô hình chính quyền địa phương 2 cấp từ ngày 01/7/2025"
_MET = re.compile(r"(?:kỳ họp|phiên họp|cuộc họp|buổi họp|họp báo|hội nghị)(?:\s+(?:thường kỳ|định kỳ|thường lệ|giữa năm|cuối năm|(?:lần )?thứ [\w ]{1,12}?))?,?(?:\s+(?:vào|hồi|hôm|trong|của|ra|đầu|giữa|cuối|ngày))*\s*$", re.I)  # when something is laid before a meeting


def _role(text: str, start: int, kind: str) -> str:
    before = text[max(0, start - 40) : start]
    if _MOVED.search(before) and re.match(r"từ(?!\w)", text[start:], re.I) or _SINCE.search(before) or kind == "date" and _PUBLISHED.search(before) or kind in ("date", "month") and _MET.search(before):
        return "since"
    if kind == "date" and re.match(r"từ(?!\w)", text[start:], re.I) and _IN_FORCE.search(text[max(0, start - 100) : start]):
        return "since"
    base = _BASE_BEFORE.search(before)
    if base and not re.match(r"(?:của|với)", base[0], re.I):
        return "base"
    if kind in ("year",) and _DEADLINE.search(before):
        return "deadline"
    return "period"


def with_year(period: Period, year: int | None) -> Period:
    """`period` with its missing year filled in."""
    if not period or period.year is not None or year is None:
        return period
    if period.kind == "range" and period.part:
        return Period("range", year, year - period.part + 1, None, period.label)
    return Period(period.kind, year, period.first, period.part, period.label)


def with_month(period: Period, *told: Period) -> Period:
    """A half of a month that is not named ("kỳ 1"), of the month of the first of `told` that is a half as well; an empty period where none is."""
    if period.kind != "season" or not period.part or period.part % 100:
        return period
    month = next(((p.part or 0) % 100 for p in told if p.kind == "season" and (p.part or 0) % 100), 0)
    year = next((p.year for p in told if p.year), None)
    return Period("season", year, part=period.part + month, label=period.label) if month else Period()


def same(a: Period, b: Period, *, any_year: bool = False) -> bool:
    """Whether two periods are the same time; with `any_year` a missing year agrees with every year."""
    if (a.kind, a.part if a.kind != "year" else None) != (b.kind, b.part if b.kind != "year" else None):
        return month_span(a) is not None and month_span(a) == month_span(b) and (a.year == b.year or any_year and None in (a.year, b.year))
    if a.kind == "range" and (a.first, a.year) != (b.first, b.year):
        return any_year and None in (a.year, b.year)
    return a.year == b.year or any_year and None in (a.year, b.year)


def month_span(p: Period) -> tuple[int, int] | None:
    """First and last month within its year, where that is what the period is."""
    if p.kind == "months" and p.part:
        return (1, p.part)
    if p.kind == "half":
        return (1, 6) if p.part == 1 else (7, 12)
    if p.kind == "quarter" and p.part:
        return (3 * p.part - 2, 3 * p.part)
    if p.kind == "month" and p.part:
        return (p.part, p.part)
    return (1, 12) if p.kind == "year" else None


def until(p: Period) -> int | None:
    """The month up to whose end a time runs from January: 10 of "10 tháng" and of "đến 31/10"; None where it does not."""
    if p.kind == "date":
        return p.part // 100 if p.part and p.part % 100 >= _LAST_DAYS else None
    span = month_span(p)
    return span[1] if span is not None and span[0] == 1 else None


_LAST_DAYS = 28


def contains(a: Period, b: Period) -> bool:
    """Whether the time of `b` lies within that of `a`."""
    if a.kind == "range" and b.year and a.first and a.year:
        return a.first <= (b.first or b.year) and b.year <= a.year
    if a.year != b.year:
        return False
    if a.kind in ("date", "season") or b.kind == "range":
        return (a.kind, a.part) == (b.kind, b.part)
    within = b.part // 100 if b.kind == "date" and b.part else (b.part or 0) % 100 if b.kind == "season" else 0
    first, second = month_span(a), (within, within) if within else month_span(b)
    return first is not None and second is not None and first[0] <= second[0] and second[1] <= first[1]


def label(period: Period) -> str:
    """The period in plain Vietnamese: "quý III năm 2024", "giai đoạn 2011–2015"."""
    year = f" năm {period.year}" if period.year else ""
    match period.kind:
        case "year":
            return f"năm {period.year}" if period.year else period.label
        case "range":
            return f"giai đoạn {period.first}–{period.year}" if period.year else "5 năm"
        case "quarter":
            return "quý " + ["I", "II", "III", "IV"][(period.part or 1) - 1] + year
        case "month":
            return f"tháng {period.part}" + (f"/{period.year}" if period.year else "")
        case "months":
            return f"{period.part} tháng" + (f" đầu năm {period.year}" if period.year else "")
        case "half":
            return ("6 tháng đầu" if period.part == 1 else "6 tháng cuối") + (f" năm {period.year}" if period.year else " năm")
        case "date":
            part = period.part or 101
            return f"ngày {part % 100}/{part // 100}" + (f"/{period.year}" if period.year else "")
        case "season":
            return f"kỳ {(period.part or 0) // 100} tháng {(period.part or 0) % 100}" + (f"/{period.year}" if period.year else "")
    return period.label
