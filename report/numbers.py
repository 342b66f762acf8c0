"""Numbers as Vietnam prints them, with scale, unit, bound and precision; and what only looks like one.

"1.550" is 1550, "1.346.123,5" is 1346123.5, "13,7 nghìn tỷ đồng" is 13.7 × 10¹² đồng. Document numbers, dates, list
numbers, telephone numbers and names ("Bão số 4", "Quốc lộ 1A") are not figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from report.model import Bound
from report.periods import DIACRITICS, bare, named_lengths, periods
from report.text import UPPER, fold
from report.units import canonical, unit_at


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `start`..`end` hold number, scale and unit; the number alone ends at `number_end`.

    `value` is scaled ("1.550 triệu" is 1550000000); `step` is the worth of its last printed digit; `high` the upper end
    of a range; `fraction_of` the whole in "11/14 xã".
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    printed: str
    scale: Decimal
    unit: str
    unit_text: str
    step: Decimal
    bound: Bound = Bound.NONE
    high: Decimal | None = None
    fraction_of: Decimal | None = None
    signed: bool = False


_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])(?:,[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+)?"
_FIND = re.compile(rf"(?<![\w.,/])(?P<sign>[+\-–−](?=\d))?(?P<n>{_NUMBER})(?![\d])")
_RANGE = re.compile(rf"\s*(?:-|–|—|đến)\s*(?P<n>{_NUMBER})(?![\d/])")
_FRACTION = re.compile(rf"\s?/\s?(?P<n>{_NUMBER})(?![\d/])")
# Before the number; "cao hơn 5%" and "trên địa bàn 5 xã" hedge nothing.
_BOUND_WORDS = (
    (r"(?:không dưới|không ít hơn|không thấp hơn|không nhỏ hơn|ít nhất|tối thiểu)", Bound.OVER),
    (r"(?:không quá|không vượt(?: quá)?(?: mức| ngưỡng| mốc| trần)?|không cao hơn|không lớn hơn|tối đa|chưa đến|chưa tới|chưa đầy|chưa được|chưa (?:quá|qua|vượt|chạm)(?: mức| ngưỡng| mốc)?)", Bound.UNDER),
    (r"(?:khoảng|xấp xỉ|chừng|trên dưới|vào khoảng|tầm)", Bound.ABOUT),
    (r"(?:gần|ngót|gần đạt|suýt soát)", Bound.NEAR),
    (r"(?:vượt|qua)\s+(?:mốc|ngưỡng)|mới (?:quá|qua)", Bound.OVER),
    (r"(?:trên|lớn hơn|(?<!cao )(?<!thấp )(?<!nhiều )(?<!ít )(?<!nhỏ )(?<!tốt )(?<!kém )(?<!nhanh )(?<!chậm )hơn|[≥>])", Bound.OVER),
    (r"(?:dưới|nhỏ hơn|[≤<])", Bound.UNDER),
)
_BOUNDS = tuple((re.compile(rf"(?<!\w){words}[\s*]*$", re.I), bound) for words, bound in _BOUND_WORDS)
_BOUNDS_BARE = tuple((re.compile(rf"(?<!\w){bare(words)}[\s*]*$", re.I), bound) for words, bound in _BOUND_WORDS)
_UPWARDS = re.compile(r"\s?(?:trở lên|trở xuống|tro len|tro xuong)(?!\w)", re.I)
_CURRENCY_BEFORE = re.compile(r"(?:(?<!\w)(?:US\$|USD|EUR|VND|VNĐ)|\$|€)\s?$", re.I)
_PLAIN_UNIT = (
    r"(?!\s*(?:%|tỷ|tỉ|triệu|nghìn|ngàn|tấn|(?:ha|MW|kW|km|m2|m3|con|ca|kg)\b|doanh nghiệp|dự án|hộ|người|xã|trường hợp|USD|đồng|lao động|lượt|học sinh|giường|phòng|căn|lớp|trường|em|vụ|giáo viên|sinh viên|học viên|cán bộ|trạm|công trình|cây|chiếc|phương tiện|khách|nhiệm vụ|chỉ tiêu)(?!\w))"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?:/(?:19|20)\d\d)?"

# What holds digits and is no figure, each with words (in lower case) of which a text must hold one for it to have a chance.
_NAMES = (
    ("/", r"(?<!\d)\d+\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐƯ][A-ZĐƯ0-9]*(?:\s?[-–]\s?[A-ZĐƯ0-9]+)+"),  # 33/2007/QĐ-UBND
    ("số", r"(?<!\w)số\s*(?::\s*)?\d+(?:[-/]\w+)*/[\w/-]+"),
    ("", r"(?<!\w)(?:điều|khoản|(?<!cao )(?<!số )điểm|chương|phần|mục|phụ lục|bảng|biểu(?: số)?|hình|trang|số thứ tự|chú thích|ghi chú|tổ|khóa|khoá|kỳ họp thứ|lần thứ|(?<!xếp )(?<!đứng )(?<!vị trí )thứ|(?<!xếp )(?<!đứng )hạng|bão số|cơn bão số"
    r"|cấp độ|giai đoạn|phiên bản|nhóm|đội|khu phố|zone|mã số|mã hs|mã|số hiệu|cột|dòng|quý|lớp|tiểu khu|lô|ISO|TCVN|QCVN|nhà máy|phân xưởng|tổ máy|(?<!trung học )cơ sở)\s+(?:số\s+)?"
    r"(?:\d+/)?\d+(?:\.\d+)*[a-z]?(?![\w.,]*\d)" + _PLAIN_UNIT),
    ("nghị định|nghị quyết|quyết định|thông tư|công văn|chỉ thị|kế hoạch số|luật|tờ trình|thông báo|kết luận", r"(?<!\w)(?:nghị định|nghị quyết|quyết định|thông tư|công văn|chỉ thị|kế hoạch số|(?<!kỷ )(?<!pháp )luật|tờ trình|thông báo|kết luận)\s+(?:số\s+)?\d+(?:[-/][\w-]+)*(?![.,]?\d)" + _PLAIN_UNIT),
    ("(0", r"\(0\d{1,3}\)\s?\d[\d. -]{4,12}\d"),
    (" số ", r"(?<!\w)(?:bản đồ|mẫu|đội|đài|máy|lò|kho|bến|cửa|vành đai|đường|phòng|ga|biển)\s+số\s+\d+(?![.,]?\d)"),
    ("thửa", r"(?<!\w)thửa\s+(?:đất\s+)?(?:số\s+)?\d+(?![.,]?\d)"),
    ("+84|0", r"(?:\+84|(?<![.,])\b0\d{1,3})(?:[ .-]?\d{3,4}){2,3}\b|(?<![.,])\b0\d{1,3}(?:[ .-]\d{1,4}){2,4}\b"),
    ("máy lẻ|nội bộ|số máy", r"(?:máy lẻ|nội bộ|số máy)\s*:?\s*\d{2,5}(?![\d.,]*\d|\s*[%‰])(?=\s*(?:$|[.;,)\n]))"),
    ("các ngày", r"(?<!\w)ngày\s+\d{1,2}(?:\s*,\s*\d{1,2}(?!\d))*(?:\s*(?:và|đến|-|–)\s*\d{1,2}(?:/\d{1,2})?)?(?![\d.]|,\d|\s*(?:công|khách|tuổi))"),
    ("/", r"(?<!\w)(?:ngày|lễ|dịp|đợt|hôm|các ngày|tết)\s+" + _DAY + r"(?:\s*(?:,|và|[-–]|đến)\s*(?:ngày\s+)?" + _DAY + r")*(?!\d)" + _PLAIN_UNIT),  # "07/5, 14/5 và 21/5"
    ("-", r"(?<!\w)(?:dịp|lễ|tết|hôm)\s+\d{1,2}-\d{1,2}(?![\w/-]|[.,]\d)" + _PLAIN_UNIT),
    ("giờ", r"(?<!\w)\d{1,2}\s+giờ\s+\d{2}(?!\d|[.,]\d)(?:\s+phút)?|(?<!\w)(?:lúc|hồi|trước|sau)\s+\d{1,2}\s+giờ(?:\s+\d{2}(?!\d|[.,]\d))?"),
    ("xóm|thôn|ấp|buôn|ngõ|hẻm|ngách|kiệt", r"(?<!\w)(?:xóm|(?<!nông )thôn|ấp|buôn|ngõ|hẻm|ngách|kiệt)\s+\d{1,3}(?![\w]|[.,]\d|\s*(?:%|hộ|người))"),
    ("sao", r"(?<!\w)(?:khách sạn|resort|cơ sở|hạng|chuẩn|đạt)\s+(?:từ\s+)?\d(?:\s*(?:[-–]|đến)\s*\d)?\s+sao(?:\s+trở\s+lên)?"),
    ("tháng", r"(?<!\w)(?:dưới|trên)\s+\d{1,2}\s+tháng(?=\s+\d)"),
    ("g", r"(?<![\w.,])[2-6](?-i:G)(?!\w)"),  # 4G, 5G
    ("tháng", r"(?<!\w)(?:hồi|trong|các|vào)\s+tháng\s+\d{1,2}\s*[-–]\s*\d{1,2}(?![\w/-]|[.,]\d)" + _PLAIN_UNIT),
    ("tuần", r"(?<!\w)tuần\s+(?:thứ\s+|lễ\s+)?\d{1,2}(?:\s*[-–]\s*\d{1,2})?(?![\w]|[.,]\d)"),
    ("mũi|liều", r"(?<!\w)(?:mũi|liều)\s+(?:thứ\s+)?\d(?![\w]|[.,]\d)"),
    ("tuổi", r"(?<!\w)(?:trẻ|trẻ em|em|lứa|độ|nhóm|người)\s+(?:từ\s+)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s+(?:tháng\s+)?tuổi(?!\s*(?:là|chiếm)\s*\d)"),
    ("chỗ", r"(?<!\w)(?:xe|ô tô|loại|từ|dưới|trên|đến)\s+\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+chỗ(?:\s+ngồi)?(?!\w)"),
    ("kg|lít|gam|ml|con|tấn", r"(?<!\w)(?:bình|bao|thùng|chai|gói|hộp|lon|cỡ|size)(?:\s(?:gas|ga|gạo|xi măng|phân(?: bón| đạm| lân)?|urê|cám|bia|sữa|dầu ăn|nước mắm|nước))?\s+\d+(?:[.,]\d+)?\s*(?:kg|gam|lít|ml|con)(?![\w/])|(?<!\w)loại\s+\d{1,3}\s+con(?!\w)|(?<!\w)(?:xe|xe tải|ô tô|ô tô tải|phương tiện|tàu)\s+(?:trên|dưới|từ)\s+\d+(?:[.,]\d+)?\s+tấn(?!\w)"),
    ("ir |om |st ", r"(?<!\w)(?:IR|OM|ST)\s?\d{2,5}(?![\w.,]*\d)"),
    ("tháng", r"(?<!\w)(?:các|những)\s+tháng\s+\d{1,2}(?:\s*(?:,|và)\s*\d{1,2})+(?![\d.,]*\d)(?!\s*(?:%|tỷ|triệu|nghìn|tấn))"),
    ("vùng|khu vực", r"(?<!\w)(?:vùng|khu vực)\s+[1-4](?=\s+(?:là|ở mức|còn|tăng|giảm|đạt|có giá|không|bán|được|ở|tại|giữ|xuống|lên)(?!\w)|\s*[,;:)])"),
    ("con/kg", r"(?<!\w)(?:loại|cỡ|size)\s+\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s+con/kg"),
    ("thứ|hạng|mức độ|bậc", r"(?<!\w)(?:xếp |đứng )?(?:vị trí )?(?:thứ|hạng|mức độ)\s+\d{1,3}(?![\w/]|[.,]\d|\s*%)"),
    ("kv", r"(?<!\w)(?:đường dây|trạm biến áp|trạm|lưới điện|lưới|cấp điện áp)\s+(?:(?:truyền tải|điện|trung áp|cao áp|hạ áp|trung thế|hạ thế)\s+)?\d{1,3}(?:/\d{1,3})?\s?kV"),
    ("lưu", r"(?<!\w)lưu\s*:[^\n]*"),
    ("quốc lộ|ql|đường tỉnh|đt|tỉnh lộ|tl|cao tốc|vành đai|covid|ron|cpc|pcb|cct|mốc", r"(?<!\w)(?:quốc lộ|QL|đường tỉnh|ĐT|tỉnh lộ|TL|cao tốc|vành đai|covid|RON|CPC|PCB|CCT|(?<!vượt )(?<!qua )(?<!đạt )(?<!chạm )(?<!cán )(?<!lên )(?<!xuống )(?<!dưới )(?<!trên )mốc)\s?-?\s?\d+[A-Z]?(?:\.\d+)?(?:\+\d+)?(?![\d.,]*\d)(?!\s*(?:%|tỷ|tỉ|triệu|nghìn|ngàn|tấn))"),
    ("km", r"(?<!\w)km\s?\d+\s?\+\s?\d+"),
    # a plant or a place by its number: "thủy điện Đồng Đăng 2"
    ("điện|nhà máy|khu công|cụm công|kcn|ccn|xi măng|cầu|hầm|cảng|mỏ|hồ|bệnh viện|trường|trạm", rf"(?<!\w)(?:thủy điện|thuỷ điện|nhiệt điện|điện gió|điện mặt trời|nhà máy|khu công nghiệp|cụm công nghiệp|kcn|ccn|xi măng|cầu|hầm|cảng|mỏ|hồ|bệnh viện|trường|trạm)"
    rf"(?:\s+(?-i:[{UPPER}])[^\W\d_]*){{1,4}}\s+\d{{1,2}}(?![\w/]|[.,]\d)" + _PLAIN_UNIT),
    ("gi", r"(?<!\w)(?:giá so sánh|gía so sánh|giá cố định|giá gốc|giá hiện hành|theo giá)\s*(?:năm\s*)?(?:19|20)\d\d"),
    ("kỳ", r"(?<!\w)kỳ\s+[12](?![\w/]|[.,]\d)" + _PLAIN_UNIT),  # "116 triệu USD trong kỳ 2 và 768 triệu USD sau 5 tháng"
    ("s", r"(?<=\s)\d,\d{1,3}(?-i:S)(?:-[IVX]+)?(?!\w)"),  # "dầu diezen 0,05S"
    ("ngày", r"(?<!\w)(?<!mỗi )(?<!một )ngày\s+\d{1,2}(?!\d|[.,]\d)" + _PLAIN_UNIT + r"(?!\s*(?:lượt|chuyến|xe|container|m3|kg|lít|ca\b|tờ khai|toa))"),
    ("trên", r"(?<!\w)trên\s+(?:1\s+vạn|1\s+nghìn|1?00|1\.?000|10\.?000|100\.?000)\s+(?:dân|trẻ)(?!\w)"),  # per 10,000 people
    ("[", r"\[\^?\w+\]"),
    ("(", r"\(\d{1,2}\)"),
    ("h|:", r"(?<!\w)\d{1,2}(?:[h:]\d{2}|h)(?!\w)"),
    ("tấm", r"(?<=gạo )(?:trắng |thơm |xuất khẩu |loại )?\d{1,3}\s?%\s+tấm(?!\w)"),  # a grade of rice
    ("x", r"(?<!\d)\d+(?:x\d+)+"),
    ("://|@|www.", r"https?://\S+|(?<!\S)[^\s@]+@\S+|www\.\S+"),
    (".", r"(?:\b\d{1,3}\.){3}\d{1,3}\b"),
    ("", r"(?<![^\W\d_])[^\W\d_]+\d+[^\W_]*"),
)
_NOT = tuple((hints.split("|"), re.compile(p, re.I)) for hints, p in _NAMES)
_NOT_BARE = tuple((bare(hints).split("|"), re.compile(bare(p), re.I)) for hints, p in _NAMES)
_LIST_NUMBER = re.compile(
    rf"(?m)^[ \t>#*]*(?:\*\*)?\(?\d{{1,2}}(?:(?:\.\d{{1,2}}){{0,3}}[.)](?=\s|\*|$)|(?:\.\d{{1,2}}){{2,3}}(?=\s)|\.\d{{1,2}}(?=\s+[{UPPER}](?![A-Z])))"
)

_DIGIT: dict[str, int] = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "đôi": 2, "bẩy": 7}
_DIGIT |= {fold(word): n for word, n in _DIGIT.items()}
_SPELLED_NUMBER = (
    r"(?<!\w)(?P<n>(?:hai|ba|bốn|năm|sáu|bảy|tám|chín)\s+mươi(?:\s+(?:mốt|một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?|mười(?:\s+(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
    r"(?=\s+(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|tấn|tạ|ha|xã|huyện|tỉnh|dự án|doanh nghiệp|hợp tác xã|hộ|con|vụ|trường hợp|sản phẩm|thôn|bản|cụm công nghiệp|khu công nghiệp|nhà máy|công trình|dây chuyền|lần|phường|cơ sở|chợ|siêu thị|trung tâm thương mại|trường|cây cầu|tuyến|học sinh|giáo viên|người|lao động|dự án|đề án|mô hình|tiêu chí|chỉ tiêu)(?!\w))"
)
_SPELLED = re.compile(_SPELLED_NUMBER, re.I)
_SPELLED_BARE = re.compile(bare(_SPELLED_NUMBER), re.I)
# "một" counts before a scale or after a verb that counts; else it is an article.
_COUNTING = re.compile(r"(?<!\w)(?:có|thêm|chỉ|gồm|được|co|them|chi|gom|duoc)\s+$", re.I)
_MORE_OR_LESS = r"(?:(?:gần|hơn|trên|khoảng|chưa(?: đầy| được| tới| đến)?)\s+)?"
_IDIOMS = (
    (re.compile(rf"{_MORE_OR_LESS}(?<!\w)một nửa(?!\w)", re.I), Decimal("50"), "%"),
    (re.compile(rf"{_MORE_OR_LESS}(?<!\w)hai phần ba(?!\w)", re.I), Decimal(200) / 3, "%"),
    (re.compile(rf"{_MORE_OR_LESS}(?<!\w)một phần ba(?!\w)", re.I), Decimal(100) / 3, "%"),
    (re.compile(rf"{_MORE_OR_LESS}(?<!\w)ba phần tư(?!\w)", re.I), Decimal(75), "%"),
    (re.compile(r"(?<=gấp )đôi(?!\w)", re.I), Decimal(2), "lần"),
    (re.compile(r"(?<=gấp )rưỡi(?!\w)", re.I), Decimal("1.5"), "lần"),
)


def parse_number(printed: str) -> tuple[Decimal, int]:
    """A printed number's value and its count of decimals.

    Raises ValueError when it is not a number.
    """
    text = printed.strip().lstrip("+").replace("−", "-").replace("–", "-").replace(" ", "")
    sign, body = ("-", text[1:]) if text.startswith("-") else ("", text)
    if not body.isascii():
        raise ValueError(f"not a number: {printed!r}")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", body):
        body = body.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?", body):
        body = body.replace(",", "")
    elif re.fullmatch(r"\d+(?:[.,]\d+)?", body):
        body = body.replace(",", ".")
    else:
        raise ValueError(f"not a number: {printed!r}")
    return Decimal(sign + body), len(body.partition(".")[2])


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    mask = bytearray(len(text) + 1)
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask


def masked(text: str) -> bytearray:
    """A byte a character: 1 where the digits are a date, a document number or another name."""
    spans = [(m.start, m.end) for m in periods(text)]
    spans += [(m.start(), m.end()) for m in _LIST_NUMBER.finditer(text)]
    spans += named_lengths(text)
    low = text.lower()
    for hints, pattern in _NOT if DIACRITICS.search(text) else _NOT_BARE:
        if any(hint in low for hint in hints):
            spans += [(m.start(), m.end()) for m in pattern.finditer(text)]
    return _blank(text, spans)


def _bound(text: str, start: int, end: int, bare: bool) -> Bound:
    before = text[max(0, start - 24) : start]
    found = next((bound for pattern, bound in (_BOUNDS_BARE if bare else _BOUNDS) if pattern.search(before)), Bound.NONE)
    if found is Bound.NONE and (after := _UPWARDS.match(text, end)):
        return Bound.OVER if fold(after[0]).strip().endswith("len") else Bound.UNDER
    return found


def quantities(text: str) -> list[Quantity]:
    """The figures that `text` states, in order. Signs count only where no digit stands before them."""
    text = text.replace("İ", "I").replace("ı", "i")
    mask = masked(text)
    bare_text = DIACRITICS.search(text) is None
    out: list[Quantity] = []
    at = 0
    for m in _FIND.finditer(text):
        if m.start("n") < at or mask[m.start("n")]:
            continue
        quantity = _read(text, m, at, mask, bare_text)
        if quantity is not None:
            out.append(quantity)
            at = quantity.end
    out += _spelled(text, mask, out, bare_text)
    return _shared_units(text, sorted(out, key=lambda q: q.start))


_JOINT = re.compile(r"\s?(?:,|;|và|lên|xuống|còn|lên đến|xuống còn|len|xuong|va)\s")


def _shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """A bare number takes the unit of the next one that it is joined to: "từ 96 lên 150 triệu USD", "5, 7 và 9%"."""
    for i in range(len(found) - 2, -1, -1):
        this, after = found[i], found[i + 1]
        if this.unit or not after.unit or not _JOINT.fullmatch(text[this.end : after.start]) or this.fraction_of is not None:
            continue
        if this.scale == 1 and text[after.number_end : after.number_end + 1] in ("/",):
            continue
        times = after.scale if this.scale == 1 else Decimal(1)
        high = None if this.high is None else this.high * times
        shown = after.unit_text if this.scale == 1 else f"{this.unit_text} {after.unit}"
        found[i] = replace(this, value=this.value * times, scale=this.scale * times, unit=after.unit, unit_text=shown, step=this.step * times, high=high)
    return found


def _read(text: str, m: re.Match[str], at: int, mask: bytearray, bare_text: bool) -> Quantity | None:
    try:
        value, places = parse_number(m["n"])
    except ValueError:
        return None
    start, number_end = m.start("n"), m.end("n")
    if m["sign"] and (m.start() == 0 or not (text[m.start() - 1].isalnum() or text[m.start() - 1] in ")%")):
        start = m.start()
        value = -value if m["sign"] in "-–−" else value
    high: Decimal | None = None
    whole: Decimal | None = None
    end = number_end
    low_unit = unit_at(text, _skip(text, end))
    tail = _RANGE.match(text, low_unit.end if low_unit and low_unit.unit == "%" else end)
    fraction = _FRACTION.match(text, end)
    if tail and low_unit and low_unit.unit == "%" and (_MORE_BEHIND.match(text, tail.end()) or _MORE_BEFORE.search(text, 0, start)):
        tail = None  # "22,1% - 35,3% - 42,6%" is a row
    if tail and not mask[tail.start("n")]:
        upper = parse_number(tail["n"])[0]
        if upper > value:
            high, end = upper, tail.end()
    elif fraction:
        whole, end = parse_number(fraction["n"])[0], fraction.end()
        after = unit_at(text, _skip(text, end))
        if (after is None or not after.unit) and re.match(r"\s*(?:[.,;)]|$)", text[end:]) and value <= 31 and whole <= 12 and places == 0:
            return None  # a date: 15/3
    unit = unit_at(text, _skip(text, end))
    scale, name, shown = Decimal(1), "", ""
    if unit is not None and _is_unit(text, end, unit.end, unit.text):
        scale, name, shown, end = unit.scale, unit.unit, unit.text, unit.end
    elif re.match(r"\d+(?:%)", text[number_end:]):
        return None
    # "1 tỷ 200 triệu đồng" and "một tỷ rưỡi" add a smaller scale.
    value *= scale
    step = scale.scaleb(-places)
    more = re.compile(rf"\s(?P<n>{_NUMBER})(?=\s)").match(text, end) if scale > 1 and not name else None
    if more:
        second = unit_at(text, more.end() + 1)
        if second and second.unit and second.scale < scale:
            value += parse_number(more["n"])[0] * second.scale
            name, shown, end, step = second.unit, second.text, second.end, second.scale
    elif scale > 1 and (half := re.compile(r"\srưỡi(?:\s)?").match(text, end)):
        value += scale / 2
        end = half.end()
        trailing = unit_at(text, end)
        if trailing and trailing.unit and trailing.scale == 1:
            name, shown, end = trailing.unit, trailing.text, trailing.end
        step = scale / 10
    if not name and (money := _CURRENCY_BEFORE.search(text[max(at, start - 6) : start])):
        start, name = start - len(money[0]), canonical(money[0].strip().replace("€", "eur"))
        shown = (shown + " " + name).strip()
    return Quantity(start, end, number_end, value, m["n"] if start < m.start() else text[start:number_end], scale, name, shown, step, _bound(text, start, end, bare_text), None if high is None else high * scale, None if whole is None else whole * scale, start < m.start("n") and text[m.start()] in "+-–−")


_MORE_BEHIND = re.compile(r"\s?%\s?[-–]\s?\d")
_MORE_BEFORE = re.compile(r"\d\s?%\s?[-–]\s?$")


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t*":
        at += 1
    return at


def _is_unit(text: str, after: int, end: int, shown: str) -> bool:
    """Whether what follows the number is its unit and not the next word that happens to be spelled alike."""
    gap = text[after:end]
    if "\n" in gap:
        return False
    if shown.lower() in ("năm", "tháng"):  # a duration, unless the next word makes it a period
        return not re.match(r"\s*(?:\d|nay|trước|sau|ngoái|học|tới)", text[end : end + 12])
    return not (shown.lower() == "đ" and text[after : after + 1].isalpha() and text[end : end + 1].isalpha())


def count_of(word: str) -> int:
    """How many a number of one word or of digits says: "ba" or "3"."""
    return int(word) if word.isdigit() else _DIGIT[word.lower()]


def _tens(words: str) -> int:
    parts = words.lower().split()
    table = _DIGIT | {"mốt": 1, "tư": 4, "lăm": 5}
    if parts[0] == "mười":
        return 10 + (table[parts[1]] if len(parts) > 1 else 0)
    if len(parts) > 1 and parts[1] == "mươi":
        return 10 * table[parts[0]] + (table[parts[2]] if len(parts) > 2 else 0)
    return table[parts[0]]


def _spelled(text: str, mask: bytearray, known: list[Quantity], bare_text: bool) -> list[Quantity]:
    """Figures written in words: "ba xã", "một tỷ rưỡi đồng", "gấp đôi", "hai phần ba"."""
    busy = _blank(text, ((q.start, q.end) for q in known))
    out: list[Quantity] = []
    for pattern, worth, name in _IDIOMS:
        for m in pattern.finditer(text):
            if not any(busy[m.start() : m.end()]):
                busy[m.start() : m.end()] = b"\1" * (m.end() - m.start())
                words = re.sub(rf"^{_MORE_OR_LESS}", "", m[0], flags=re.I)
                start = m.end() - len(words)
                bound = {"gần": Bound.NEAR, "hơn": Bound.OVER, "trên": Bound.OVER, "chưa": Bound.UNDER}.get(m[0].split()[0].lower(), Bound.ABOUT)
                out.append(Quantity(start, m.end(), m.end(), worth, words, Decimal(1), name, "", Decimal(1), bound))
    for m in (_SPELLED_BARE if bare_text else _SPELLED).finditer(text):
        if mask[m.start()] or any(busy[m.start() : m.end()]) or re.search(r"(?:quý|tháng|thứ|số|hàng|ngày|chủ|mỗi|các)\s+$", text[max(0, m.start() - 6) : m.start()], re.I):
            continue
        value, end, hundred = Decimal(_tens(m["n"])), m.end(), re.compile(r"\s+trăm(?!\w)").match(text, m.end())
        if hundred:
            value, end = value * 100, hundred.end()
        unit = unit_at(text, _skip(text, end))
        if unit is None or "\n" in text[m.start() : unit.end]:
            continue
        if m["n"].lower() == "năm" and unit.unit == "tỉnh" and re.search(r"(?<!\w)(?:trong|cả|hết|cuối|đầu|giữa)\s+$", text[: m.start()], re.I):
            continue  # "trong năm tỉnh vay mới": the year
        if value == 1 and unit.scale == 1 and not _COUNTING.search(text[max(0, m.start() - 8) : m.start()]):
            continue
        scale, name, shown, end = unit.scale, unit.unit, unit.text, unit.end
        value *= scale
        if scale > 1 and (half := re.compile(r"\s+rưỡi(?:\s+)?").match(text, end)):
            value += scale / 2
            end = half.end()
            extra = unit_at(text, end)
            if extra and extra.unit:
                name, shown, end = extra.unit, extra.text, extra.end
        if name:
            out.append(Quantity(m.start(), end, m.end(), value, m["n"], scale, name, shown, scale, _bound(text, m.start(), end, bare_text)))
    return out
