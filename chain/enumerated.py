"""Whether a quoted sentence holds as much as an enumeration asks for: its days, its years, a value for each, so many of them."""

from __future__ import annotations

import re

from chain import days
from chain import words as W
from chain.answer import Answer
from chain.distributed import times_asked
from chain.naming import timeless
from chain.question import Question
from chain.series import ROW
from chain.world import World, tokens
from report.numbers import count_of, quantities

_DAY = re.compile(r"(?<![\d/.,])(?<![Tt]háng )(?:0?[1-9]|[12]\d|3[01])(?=\s*(?:/|,|và|tháng|;|\)|$))|(?<!\w)ngày\s+\d{1,2}(?!\d)", re.I)
_MILESTONES = re.compile(r"(?<!\w)(?:những|các)\s+mốc(?!\s+lịch sử)(?!\w)", re.I)
_VALUE_OF_EACH = re.compile(
    r"(?<!\w)(?:lần lượt(?:\s+\S+){0,3}?\s+(?:bao nhiêu|mấy)|mỗi\s+\S+(?:\s+\S+)?\s+(?:là\s+|được\s+|đạt\s+|tăng\s+|giảm\s+|nộp\s+|thu\s+)*(?:bao nhiêu|mấy)|(?:mức|số|giá trị|trị giá|tỷ lệ|kim ngạch)(?:\s+\S+){0,3}?\s+(?:của\s+)?(?:từng|mỗi)(?!\w)|(?:liệt kê|kể|nêu)\s+(?:ra\s+)?(?:số|mức|trị giá|tỷ lệ)\s+(?!liệu)(?:thu|chi|tăng|giảm|nộp)(?!\w))", re.I)  # fmt: skip
_SO_MANY = re.compile(r"(?<!\w)(?<!tháng )(?<!quý )(?<!năm )(?<!kỳ )(?<!thứ )(?P<n>hai|ba|bốn|năm|sáu|bảy|[2-9])\s+(?:nhóm|khoản|mặt hàng|ngành|thị trường|địa phương|huyện|xã|đơn vị|sản phẩm|dự án|lĩnh vực|quốc gia|nước)(?!\w)", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


_IN_TURN = re.compile(r"(?<!\w)(?:lần lượt|từng năm)(?!\w)", re.I)
_FEW = 2  # values that a list of several years has at least


def tells_all(q: Question, told: Answer, world: World) -> bool:
    """Whether an answer tells all that `q` asks to have listed, as far as the question says how much that is."""
    main = told.text.partition("Đừng nhầm")[0]
    if not told.calculation and len(_NUMBER.findall(_MARK.sub(" ", main))) < len(times_asked(q, world)[1]):
        return False  # it asks for each month or year of a run
    row = ROW.search(q.text) if q.operation == "lookup" and q.amount and not q.claim and not told.calculation else None
    if row is not None and not _AGAINST.search(q.text[: row.start()]) and told.figures and re.fullmatch(r"\d{4}-Q?\d{1,2}", told.figures[0].period) and sum(bool(a.unit) for a in quantities(main)) < len(re.findall(r"(?<!\w)(?:\d{1,2}|[IVX]{1,3})(?!\w)", row["row"], re.I)):
        return False  # "tháng 7, 8 và 10": one of them is not each
    if (made_up := _MADE_UP_OF.search(q.text)) is not None and not told.calculation and not _tells_parts(made_up, main, told):
        return False
    if (years := _YEARS_NAMED.search(q.text)) is not None and not told.calculation and _named(main) < len(_YEAR.findall(years[0])):
        return False  # "các năm 2020, 2021, 2022": one of them is not each
    if told.figures and not told.calculation and _EACH_PLACE.search(q.text) and sum(bool(a.unit) for a in quantities(main)) < _FEW:
        return False  # "từ những đâu và mỗi nơi bao nhiêu": one is not all
    if _LISTED.search(q.text) and (many := _SO_MANY.search(q.text)) and not _TOLD_OF.match(q.text[: many.start()]) and _named(main) < count_of(many["n"]):
        return False  # "ba khoản thu nào bị giảm": one is not three
    if _EACH_NAMED.search(q.text) and told.figures and sum(bool(a.unit) for a in quantities(main)) < _FEW:
        return False  # "từng khu vực công nghiệp, dịch vụ, nông nghiệp": one of them is not each
    if len(_HOW_MANY.findall(q.text)) > 1 and _HOW_MANY_BOTH.search(q.text) and _named(main) < _FEW:
        return False  # "bao nhiêu xe chở hàng xuất và bao nhiêu xe chở hàng nhập": one of them is not both
    if _SOURCES.search(q.text) and (parts := [p for p in re.split(r";|,(?!\d)", main) if re.search(r"\d", p)]) and sum(_OF_PLACES.match(p) is not None for p in parts) * 2 > len(parts):
        return False  # sources of money are no districts
    if _LISTED.search(q.text) and not told.figures and _COUNTED_ALONE.search(re.sub(r"\s*\[\d+\]\W*$", "", main)):
        return False  # "bảy nhóm vượt dự toán, hai nhóm không đạt" names none of them
    if _OF_LOCALITIES.search(q.text) and told.figures and not re.search(r"huyện|xã|phường|địa phương|thành phố|quận", main, re.I):
        return False  # what all of it comes to is not that of the districts
    if _IN_AMOUNTS.search(q.text) and not q.claim and told.figures and all(f.unit == "%" for f in told.figures):
        return False  # how much they rose in per cent is not by what amount
    if _POINTS.search(q.text) and "điểm" not in main:
        return False  # how much each rose is not how much it contributed
    if _PUSHED_UP.search(q.text) and _PULLED.match(main) or _PULLED_ASKED.search(q.text) and _PUSHED.match(main):
        return False  # what held it down is not what drove it up
    if told.figures:  # one value is not that of each of several years
        in_turn = re.search(r"(?<!\w)lần lượt(?!\w)", q.text, re.I) is not None or _IN_TURN.search(q.text) is not None and len(set(_YEAR.findall(q.text))) > 1
        counted = [a for a in quantities(main) if a.unit] or quantities(main)
        return not in_turn or bool(told.calculation) or len(counted) >= _FEW
    quotes = " ".join(c.quote for c in told.citations)
    values = sum(bool(a.unit) for a in quantities(quotes))
    if days.asked(q):
        return len(set(_DAY.findall(quotes))) > 1
    if _MILESTONES.search(q.text):
        return max(sum(a.unit == "%" for a in quantities(quotes)), len(set(_DAY.findall(quotes)))) > 1
    if _VALUE_OF_EACH.search(q.text):
        many = _SO_MANY.search(q.text)
        return values >= (count_of(many["n"]) if many else 2) and {*_YEAR.findall(q.text)} <= {*_YEAR.findall(quotes)} | ({*_YEAR.findall(q.text)} if len(_YEAR.findall(q.text)) < 2 else set())
    return True


_MADE_UP_OF = re.compile(r"^(?P<of>[^,?]{3,80}?)\s+(?:bao gồm|gồm)\s+(?:những|các)\s+(?P<kind>[^,?]{2,30}?)\s+(?:nào|gì)(?!\w)[^?]*?(?:mỗi|từng)\s[^?]*?(?:bao nhiêu|mấy)", re.I)
_YEARS_NAMED = re.compile(r"(?<!\w)các năm\s+(?:19|20)\d\d(?:\s*(?:,|và)\s*(?:năm\s+)?(?:19|20)\d\d)+", re.I)
_EACH_PLACE = re.compile(r"(?<!\w)(?:những đâu|những (?:nước|nơi|thị trường|huyện|xã|địa phương|cửa khẩu) nào)(?!\w)[^?]*(?:mỗi|từng)\s\S+[^?]*(?:bao nhiêu|mấy)", re.I)
_KIND_IN_GENERAL = frozenset(["khoản", "loại", "nguồn", "nhóm", "phần", "thứ", "mục", "mặt", "hàng", "vốn"])


def _tells_parts(asked: re.Match[str], main: str, told: Answer) -> bool:
    """Whether an answer tells of what is made up of parts, and two of them by their kind: not its whole alone, nor what another thing comes to."""
    around = set(tokens(f"{main} {' '.join(f'{c.quote} {c.section}' for c in told.citations)}"))
    of = [w for w in tokens(timeless(asked["of"])) if w not in W.STOP and w not in W.GENERIC]
    kind = [w for w in tokens(asked["kind"]) if w not in W.STOP and w not in _KIND_IN_GENERAL]
    values = sum(bool(a.unit) for a in quantities(main))
    whole = re.search(r"(?<!\w)tổng(?!\w)", main, re.I) is not None and not told.figures
    return values >= _FEW + whole and (not of or any(w in around for w in of)) and all(w in around for w in kind)


_AGAINST = re.compile(r"(?<!\w)(?:so với|so|hơn|kém)(?: với)?\s+(?:(?:các|mức|của)\s+)*$", re.I)
_SOURCES = re.compile(r"(?<!\w)(?:những|các|từng|mỗi)\s+(?:nguồn|nhóm|loại|sắc thuế|khoản)(?!\w)", re.I)
_OF_PLACES = re.compile(r"\W*(?:(?:vốn|giải ngân|số tiền|thu|chi|nợ thuế|nợ|tổng số)\s+)*(?:TP\.?|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|sở|ban)(?!\w)", re.I)
_EACH_NAMED = re.compile(r"(?<!\w)(?:từng|mỗi)\s(?:khu vực|nhóm|ngành|lĩnh vực|khoản|huyện|thị trường|mặt hàng|loại)\s[^,?]+,[^,?]+(?:,|\svà\s)", re.I)
_HOW_MANY = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)(?!\w)", re.I)
_HOW_MANY_BOTH = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)(?!\w)[^?]*\svà\s+(?:bao nhiêu|mấy)(?!\w)", re.I)
_COUNTED_ALONE = re.compile(r"(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|\d{1,2})\s(?:nhóm|khoản|mặt hàng|ngành|huyện|xã|địa phương|chỉ tiêu|đơn vị|sản phẩm|thị trường)\s(?:(?:hàng|thu|cấp)\s\S+\s)?(?:không đạt|chưa đạt|vượt|đạt|tăng|giảm|ổn định)(?:\s(?:dự toán|kế hoạch|giá|chỉ tiêu|mục tiêu))?[.\s]*$", re.I)
_OF_LOCALITIES = re.compile(r"(?<!\w)của\s+(?:các|những)\s+(?:huyện|xã|phường|địa phương|quận|thị xã)(?!\w)(?!.*nào)", re.I)
_IN_AMOUNTS = re.compile(r"(?<!\w)(?:về|theo|tính theo|tính bằng) (?:con )?(?:số|giá trị|mức) tuyệt đối(?!\w)", re.I)
_POINTS = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+điểm\s+phần trăm(?!\w)", re.I)
_PUSHED_UP = re.compile(r"(?<!\w)(?:yếu tố|nguyên nhân|nhóm|mặt hàng)[^?]*?(?<!\w)(?:làm tăng|đẩy|làm cho [^?]{0,20}tăng|kéo [^?]{0,15}lên|góp phần (?:làm )?tăng)(?!\w)", re.I)
_PULLED_ASKED = re.compile(r"(?<!\w)(?:yếu tố|nguyên nhân|nhóm|mặt hàng)[^?]*?(?<!\w)(?:làm giảm|kìm|kiềm chế|kéo [^?]{0,15}xuống|góp phần (?:làm )?giảm)(?!\w)", re.I)
_PULLED = re.compile(r"\W*(?:(?:làm|kéo|khiến)\s[^.;]{0,40}?(?:giảm|xuống)|(?:các\s+)?(?:yếu tố|nguyên nhân)[^.;]{0,30}?(?:làm giảm|kiềm chế|kìm))(?!\w)", re.I)
_PUSHED = re.compile(r"\W*(?:(?:làm|kéo|đẩy|khiến)\s[^.;]{0,40}?(?:tăng|lên)|(?:các\s+)?(?:yếu tố|nguyên nhân)[^.;]{0,30}?(?:làm tăng|đẩy))(?!\w)", re.I)
_MARK = re.compile(r"\[\d+\]")
_NUMBER = re.compile(r"(?<![\d/])\d[\d.,]*(?!/)")
_LISTED = re.compile(r"(?<!\w)(?:nào|gì|liệt kê|kể|nêu|cơ cấu)(?!\w)", re.I)
_TOLD_OF = re.compile(r".*(?<!\w)(?:của|cả|trong|trên|ở|với|tại)\s+(?:cả\s+)?$", re.I | re.S)  # "trong ba nhóm, nhóm nào …": one of three


def _named(main: str) -> int:
    """How many things an answer names: its values, or what stands between its commas."""
    flat = re.sub(r"\([^()]*\)|\[\d+\]", " ", main)
    return max(sum(bool(a.unit) for a in quantities(flat)), len([p for p in re.split(r",(?!\d)|;|\s(?:và|cùng)\s", flat) if re.search(r"[^\W\d_]{2}", p)]))


__all__ = ["tells_all"]
