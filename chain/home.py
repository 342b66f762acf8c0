"""The place that a report is of, as its head says: its issuer, its title, its date line; or, in an article, the name it speaks of throughout."""

from __future__ import annotations

import re
from collections import Counter

from chain.words import PROVINCES
from report.model import Report
from report.text import UPPER, fold

_WORD = rf"[{UPPER}][a-zà-ỹđ]*"
_NAME = rf"{_WORD}(?:[ ]{_WORD}){{1,3}}"
_KIND = r"(?:tỉnh|huyện|thành phố|thị xã|TP\.?|UBND tỉnh|UBND huyện)"
_PLACE = re.compile(rf"{_KIND}[ ]({_NAME})")
_COMMUNE = re.compile(rf"(?<!\w)(?:xã|phường|thị trấn)[ ](?!Hội )({_NAME})")
_REGION = re.compile(rf"(?<!\w)[Vv]ùng[ ]({_NAME})")
_DATELINE = re.compile(rf"(?<!\w)({_NAME}),[ ]*ngày")
_NO_PLACE = re.compile(r"nhân dân|thứ \w+|chủ nhật|việt nam|trung ương|(?:hải quan|thống kê|thuế|tài chính|công thương|khu vực|kho bạc)(?: .*)?|[ivx]+\b.*")
# Whose office it is: "Chủ tịch UBND thành phố Lê Hồng Phúc" names no place.
_PERSON = re.compile(r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Lương|Mai|Tô|Lò|Nông|Hà|Cao|Tạ|Chu)(?: \S+){2,3}")
_OFFICE = re.compile(r"(?:[Cc]hủ tịch|[Bb]í thư|[Gg]iám đốc|[Cc]hánh văn phòng|[Cc]ục trưởng|[Tt]rưởng ban)[^,.;\n]{0,40}$")
_TWO_PLACES = re.compile(rf"(?<!\w)([{UPPER}][^\W\d]+(?: [{UPPER}][^\W\d]+){{1,2}})\s*[–-]\s*([{UPPER}][^\W\d]+(?: [{UPPER}][^\W\d]+){{1,2}})(?!\w)")
_HEADLINE = re.compile(rf"\W*(?:(?:Hải quan|Thuế|Kho bạc|TP\.?|Tỉnh|Huyện)\s+)?([{UPPER}][^\W\d]+(?: [{UPPER}][^\W\d]+){{1,2}}):\s")
# Who writes: "Chi cục Hải quan khu vực Lộc Bình", "Báo Vĩnh Quang điện tử", "Sở Công Thương Yên Thạch".
_ISSUER = re.compile(rf"(?<!\w)(?:(?:Hải [Qq]uan|Thuế|Thống [Kk]ê|Kho [Bb]ạc|Công [Tt]hương|Tài [Cc]hính|SCT|STC)(?: (?:[Kk]hu [Vv]ực|Nhà [Nn]ước))?|Báo|Báo điện tử|Đài PTTH)[ ]({_NAME})")
_IN_TITLE = re.compile(rf"(?<=[a-zà-ỹđ] )(?<!\bsang )(?<!\btừ )(?<!\bvới )(?<!\btrường )(?<!\bđi )({_WORD}(?: {_WORD}){{1,2}})(?!\w)")
_NATIONAL = re.compile(r"việt nam|cả nước|toàn quốc", re.I)
_MINISTRY = re.compile(r"^\W*(?:BỘ|TỔNG CỤC|CỤC|Bộ|Tổng cục|Cục)\s(?!.*(?:TỈNH|THÀNH PHỐ|tỉnh|thành phố))", re.M)
_HEAD = 700  # characters in which a report says whose it is
_OPENING = 300  # and those in which its own place stands before any other
_ISSUED = 1500  # and those in which an article says whose figures it tells
_ONCE_MORE = 2  # times that a place of a headline is named in all, with the headline
_OFTEN = 3
_NO_LONGER_THE_NAME = re.compile(r"\s(?:năm|tháng|quý|khóa|kỳ|số|độc|cộng|điện|đến|ngày|về|tuần|online)(?!\w).*$")


def places_of(report: Report) -> tuple[str, ...]:
    """The places that the report is about, in lower case, likeliest first.

    Its head (issuer, title, date line) names them. The town where it was signed is its place only where nothing else is said.
    A text without such a head, as an article has none, is about the one place that it names far more often than any other, or
    about none: "Hà Nội" in a national report is one of its subjects.
    """
    head = f"{report.title}\n{report.text[:_HEAD]}"
    titled = re.sub(rf"(?<![{UPPER}])[{UPPER}]{{2,}}\b", lambda m: m[0].capitalize(), head)
    titled = re.sub(r"\bTp(?=[ .])", "TP", re.sub(r"\b(Tỉnh|Vùng|Huyện|Ubnd|Xã|Thành Phố|Thị Xã)\b", lambda m: m[0].lower(), titled))
    if region := _REGION.search(titled):
        return (_named(region[1]),)  # its provinces, and where its office sits, are parts of it
    opening = len(report.title) + _OPENING
    said = [(m.start(), _named(m[1])) for m in _PLACE.finditer(titled) if not (_PERSON.fullmatch(m[1].strip()) and _OFFICE.search(titled[: m.start()]))]
    found = Counter(name for at, name in said if at < opening or said[0][0] >= opening)
    signed = [_named(m[1]) for m in _DATELINE.finditer(titled)]
    found.update({name: 3 for name in signed if name in found})
    national = _NATIONAL.search(report.title) is not None or "hà nội" in signed and _MINISTRY.search(head) is not None
    two = {name.strip().lower() for m in _TWO_PLACES.finditer(report.title) if not any(fold(m[0].replace("–", "-").replace(" ", "")) == fold(p.replace(" ", "")) for p in PROVINCES) for name in m.groups()}
    if found and set(found) & two:
        return ()  # "địa bàn Hải Thịnh – Long Trạch": each is a part of what it is about
    if (of := _HEADLINE.match(report.title)) and (not _PERSON.fullmatch(of[1]) or of[1].lower() in found) and report.text.count(of[1]) >= _ONCE_MORE:
        return (of[1].lower(),)  # "Bình Hải: Vốn ngoại vẫn chảy vào"
    if found := Counter({name: n for name, n in found.items() if " " in name and not _NO_PLACE.fullmatch(name)}):
        return tuple(name for name, _ in found.most_common(2))
    if communes := Counter(_named(m[1]) for m in _COMMUNE.finditer(titled[:opening])):
        return (communes.most_common(1)[0][0],)
    issued = Counter(name for m in _ISSUER.finditer(titled + report.text[_HEAD:_ISSUED]) if " " in (name := _named(m[1])) and not _NO_PLACE.fullmatch(name) and not _PERSON.fullmatch(m[1]))
    for name, n in issued.most_common(1):
        if not set(issued) & two and not two & {name} and report.text.lower().count(name) >= _ONCE_MORE and (n > 1 or not national):
            return (name,)
    for m in _IN_TITLE.finditer(report.title):  # "Thu ngân sách Lạc Hải tăng 13,7%", where the text goes on to speak of Lạc Hải
        if not _NO_PLACE.fullmatch(m[1].lower()) and not _PERSON.fullmatch(m[1]) and m[1].lower() not in two and report.text.count(m[1]) >= _OFTEN:
            return (m[1].lower(),)
    if signed and not two and not national:
        return (signed[0],)
    named = Counter(m[1].strip().lower() for m in _PLACE.finditer(report.text))
    named.update(Counter(p.lower() for p in PROVINCES for _ in range(report.text.count(p))))
    common = named.most_common(2)
    alone = common and common[0][1] >= 2 and (len(common) < 2 or common[0][1] >= 3 * common[1][1])
    return (common[0][0],) if alone else ()


def _named(name: str) -> str:
    """A place in lower case, without what its capitals ran into: "LẠC GIANG NĂM 2024"."""
    return _NO_LONGER_THE_NAME.sub("", name.strip().lower())


__all__ = ["places_of"]
