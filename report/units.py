"""Units as Vietnamese reports print them, and exact conversion between them.

One table says what each unit is; the regular expressions that find units in
text are built from it. Scales ("nghìn", "triệu") multiply any unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from report.text import fold

SCALES: dict[str, Decimal] = {
    "nghìn tỷ": Decimal(10) ** 12, "ngàn tỷ": Decimal(10) ** 12, "nghìn tỉ": Decimal(10) ** 12, "ngàn tỉ": Decimal(10) ** 12,
    "triệu tỷ": Decimal(10) ** 15, "trăm nghìn": Decimal(10) ** 5, "chục nghìn": Decimal(10) ** 4, "nghìn": Decimal(1000),
    "ngàn": Decimal(1000), "vạn": Decimal(10000), "triệu": Decimal(10) ** 6, "tr.": Decimal(10) ** 6, "tr": Decimal(10) ** 6,
    "tỷ": Decimal(10) ** 9, "tỉ": Decimal(10) ** 9,
}  # fmt: skip

# canonical name: (kind, factor to the kind's base unit, spellings)
UNITS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "đồng": ("money.vnd", "1", ("đồng", "vnđ", "vnd", "đ")),
    "USD": ("money.usd", "1", ("usd", "us$", "đô la mỹ", "đô-la mỹ", "đô la", "đô-la", "đôla", "đô", "$")),
    "EUR": ("money.eur", "1", ("eur", "euro")),
    "ounce": ("mass.gold", "1", ("ounce", "oz")),
    "NDT": ("money.cny", "1", ("nhân dân tệ", "ndt")),
    "yên": ("money.jpy", "1", ("yên",)),
    "tấn": ("mass", "1000", ("tấn",)),
    "tạ": ("mass", "100", ("tạ",)),
    "yến": ("mass", "10", ("yến",)),
    "kg": ("mass", "1", ("kg", "ki-lô-gam", "kilôgam")),
    "gam": ("mass", "0.001", ("gam", "gram")),
    "mg": ("mass", "0.000001", ("mg",)),
    "µg": ("mass", "0.000000001", ("µg", "μg")),
    "g": ("mass", "0.001", ("g",)),
    "m3": ("volume", "1", ("m3", "m³", "mét khối", "khối")),
    "ste": ("volume.stacked", "1", ("ste",)),
    "lít": ("volume", "0.001", ("lít",)),
    "ha": ("area", "10000", ("ha", "héc-ta", "hécta", "héc ta", "hec-ta", "hec ta")),
    "m2": ("area", "1", ("m2", "m²", "mét vuông")),
    "km2": ("area", "1000000", ("km2", "km²")),
    "km": ("length", "1000", ("km", "ki-lô-mét")),
    "m": ("length", "1", ("m", "mét")),
    "mm": ("length", "0.001", ("mm",)),
    "hải lý": ("length", "1852", ("hải lý",)),
    "kWh": ("energy", "1", ("kwh", "kw.h")),
    "MWh": ("energy", "1000", ("mwh",)),
    "GWh": ("energy", "1000000", ("gwh",)),
    "kW": ("power", "1", ("kw",)),
    "MW": ("power", "1000", ("mw",)),
    "GW": ("power", "1000000", ("gw",)),
    "MWp": ("power.peak", "1", ("mwp",)),
    "điểm phần trăm": ("points", "1", ("điểm phần trăm", "điểm %", "đ%", "đpt")),
    "%": ("ratio", "1", ("%", "phần trăm")),
    "‰": ("ratio", "0.1", ("‰", "phần nghìn")),
    "lần": ("multiple", "1", ("lần",)),
    "điểm": ("score", "1", ("điểm",)),
    "°C": ("temperature", "1", ("°c", "độ c", "oc")),
}

# What is counted. Each is its own unit; a number straight before one of them counts it.
COUNTERS = """
lượt khách.km|lượt hành khách.km|hành khách.km|khách.km|người.km|tấn.km|tấn-km|lượt người.km|giám đốc|chủ đầu tư|chủ doanh nghiệp|chủ hộ|chủ cơ sở|nhà thầu|chủ tịch|trưởng thôn|lãnh đạo|thanh tra viên|kiểm lâm viên|em|hướng dẫn viên|nhân viên|kỹ sư|y tá|dược sĩ|dược sỹ|cộng tác viên|tuyên truyền viên|vận động viên|huấn luyện viên|nghệ nhân|chiến sĩ|quân nhân|bị cáo|bị can|cử tri|tín đồ|thanh niên|phụ nữ|cặp vợ chồng|cặp đôi|cặp|thai phụ|sản phụ|đồng hồ|khách hàng|ứng viên|thương nhân|tiểu thương|chủ tàu|ngư dân|vị trí việc làm|biên chế
người lao động|lượt lao động|lượt người|lượt bệnh nhân|lượt khám|lượt xem|lượt truy cập|lượt tải|lượt phương tiện|lượt ô tô|lượt hộ|lượt hồ sơ|lượt khách|lượt hành khách|hành khách|người dân|dân|người|lao động|nhân khẩu|khẩu|hộ nghèo|hộ cận nghèo|hộ dân|hộ gia đình|hộ|gia đình
học sinh|sinh viên|học viên|giáo viên|giảng viên|trẻ em|trẻ|bệnh nhân|bác sĩ|bác sỹ|điều dưỡng|y sĩ|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|thành viên|đại biểu|thí sinh|đối tượng|chuyên gia|khách du lịch|khách quốc tế|khách|nông dân|công nhân|thuyền viên
doanh nghiệp nhà nước|doanh nghiệp|hợp tác xã|tổ hợp tác|công ty|tập đoàn|tổ chức|cơ sở|trang trại|làng nghề|đơn vị|cơ quan|chi nhánh|văn phòng|nhà đầu tư|nhà máy|xí nghiệp|ngân hàng
xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh, thành phố|phòng, ban|cán bộ, chiến sĩ|cán bộ, công chức|tỉnh thành|tỉnh|thôn bản|thôn|bản|ấp|khu phố|tổ dân phố|quốc gia và vùng lãnh thổ|quốc gia|nước|vùng lãnh thổ|thị trường|địa phương|khu vực|nơi
con|cây|quả|trứng|món|cái|chiếc|viên|bộ|đôi|chai|lon|thùng|bao|hộp|gói|kiện|cuốn|bản tin|tờ|tấm|thanh|cuộn|sợi|mét dài|căn hộ|căn nhà|căn|ngôi nhà|ngôi|nhà ở|nhà|phòng học|phòng nghỉ|phòng|buồng|lớp học|lớp|trường học|trường|giường bệnh|giường|bệnh viện|trạm y tế|trạm|lồng bè|lồng|bè
dự án|công trình|đề án|đề tài|nhiệm vụ|hạng mục|gói thầu|chương trình|chủ thể|chuỗi liên kết|chuỗi|mô hình|hợp đồng|thỏa thuận|kế hoạch|giấy phép|giấy chứng nhận|chứng chỉ|văn bằng|bằng sáng chế|bằng độc quyền|đơn vị máu|khẩu súng|sáng kiến
vụ vi phạm|vụ việc|vụ, việc|việc|vụ tai nạn|vụ cháy|vụ|ca mắc|ca tử vong|ca|trường hợp|sự cố|ổ dịch|điểm sạt lở|điểm ngập|điểm đen|điểm ùn tắc|cuộc kiểm tra|cuộc|đợt|đoàn|buổi|kỳ|phiên|hội nghị|lễ hội|sự kiện
hồ sơ|tờ khai|thủ tục hành chính|thủ tục|văn bản|quyết định|nghị quyết|đơn thư|đơn|kiến nghị|tin bài|tin|bài viết|bài|mã số vùng trồng|mã số|mã|thuê bao|tài khoản|giao dịch|cổ phiếu|thẻ|sim
sản phẩm ocop|sản phẩm|mặt hàng|ngành|lĩnh vực|chỉ tiêu|tiêu chí|nhóm|loại|sao|hạng|bậc|cấp
ô tô|xe máy|xe ô tô|xe|tàu bay|tàu cá|tàu|toa|máy bay|máy|chuyến bay|chuyến|lượt tàu|lượt xe|lượt|container|teu|phương tiện|xuồng
huy chương vàng|huy chương bạc|huy chương đồng|huy chương|kỷ lục|bằng khen|danh hiệu|bé trai|bé gái|trẻ trai|trẻ gái|kỹ thuật mới|di tích|bảo tàng|thư viện|nhà văn hóa|sân vận động|sân|bể bơi|chùa|đền|chi bộ|đảng bộ|nhà trẻ|điểm trường|trường mầm non|trường tiểu học|ki-ốt|quầy|quầy thuốc|phòng khám|khoa|camera|biển báo|cây xăng|trụ điện|trạm biến áp|công tơ|điểm cầu|điểm bán|tour|đường bay|đường dây
gian hàng|cửa hàng xăng dầu|cửa hàng|siêu thị|trung tâm thương mại|trung tâm|chợ|cụm công nghiệp|khu công nghiệp|khu chế xuất|khu kinh tế|cụm|khu|điểm du lịch|khách sạn|nhà hàng|bến|cảng|kho|cầu|đập dâng|hồ chứa|đập|hồ|tuyến đường|tuyến|đoạn|cống|trạm bơm|cánh đồng|vườn|ao
năm|tháng|phút|giây|giờ|ngày công|ngày|tuần|tháng tuổi|tuổi|liều|mũi|mẫu|suất học bổng|suất|phần quà|phần|suất quà|giải|đồng chí|bữa|lứa|vòng|tầng|dây chuyền|tổ máy|tổ|đội|câu lạc bộ|mỏ|giếng|lô|thửa|cột|bếp|bình
"""  # fmt: skip

_COUNTERS = tuple(w.strip() for line in COUNTERS.split("\n") for w in line.split("|") if w.strip())

_CANON: dict[str, str] = {s: name for name, (_, _, spellings) in UNITS.items() for s in spellings}
_CANON |= {c: c for c in _COUNTERS if c not in _CANON}
_CANON |= {"htx": "hợp tác xã", "tht": "tổ hợp tác", "dn": "doanh nghiệp", "kcn": "khu công nghiệp", "ccn": "cụm công nghiệp"}
_FOLDED = {fold(s): name for s, name in _CANON.items() if fold(s) not in _CANON and len(fold(s)) > 2}
_FOLDED |= {"xa": "xã", "ho": "hộ", "ta": "tạ", "vu": "vụ"}  # the short ones that read as nothing else after a number
_CANON |= _FOLDED
_ACCENTED = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01b0\u1ea0-\u1ef9]")
_SCALE_OF = dict(SCALES) | {fold(s): v for s, v in SCALES.items()}


def _alternatives(words: list[str]) -> str:
    def one(word: str) -> str:
        return re.sub(r"\\? ", r"\\s+", re.escape(word))

    return "|".join(one(w) for w in sorted(words, key=len, reverse=True))


_EDGE = r"(?![\w])"
_SIGNS = {"%", "‰", "$", "điểm %", "đ%"}
_UNIT = r"điểm\s?%|%|‰|\$|(?:" + _alternatives([u for u in _CANON if u not in _SIGNS]) + r")" + _EDGE
_PER = r"(?:\s?/\s?(?:\d{1,3}(?:\.000)?\s)?(?:bình\s\d{1,2}\s?kg|" + _alternatives([u for u in _CANON if u not in _SIGNS]) + r"|lượng|chỉ|đầu|suất|nam|thang|năm|tháng|quý|vụ|ngày|giờ|người dân|100 dân|vạn dân|dân|đầu người|chục|ounce|oz|thùng|bao)" + _EDGE + r")*"
_SCALE = r"(?:tr\.?(?=\s?(?:đồng|đ|vnđ)(?!\w))|(?:" + _alternatives(list(_SCALE_OF)) + r")(?!\w))"
UNIT_PATTERN = re.compile(rf"(?P<scale>{_SCALE})?\s*(?:(?P<unit>(?:{_UNIT}){_PER}))?", re.IGNORECASE)


# A word that begins like a unit and is another: "lần lượt", "đồng thời", "nhà nước".
_OTHER_WORDS = {
    "lần": "lượt|thứ|đầu|này|luot|thu", "đồng": "thời|bộ|đều|loạt|bào|ý|hồ|hành|chí|phục|ruộng|cỏ|thoi|bo", "đô": "thị|thi", "yên": "tâm", "tấn": "công", "khối": "lượng|lớp|thi đua",
    "nhà": "nước|nuoc", "con": "số|so(?! với| voi| (?:cùng|cung|tháng|quý|năm|kỳ|đầu|cuối)(?!\\w))", "nước": "ta|ngoài|sạch", "phần": "lớn|còn lại", "bình": "quân|thường|ổn|dương|đẳng|phước|định|thuận", "bản": "tin|thân|chất|đồ|báo|án|sắc|quyền", "mũi": "nhọn", "sao": "cho", "bộ": "phận", "tin": "tưởng", "cấp": "tỉnh|huyện|xã", "việc": "làm", "kế hoạch": "năm", "hộ dân": "tộc", "dân": "số|tộc|cư|quân|sinh|chủ|vận|lập|dụng|trí|gian|sự|quyền|chúng", "đơn": "vị|giá|hàng", "giải": "ngân|quyết|phóng|pháp|trình|thể|tỏa|toả|tán", "tổ": "chức", "mẫu": "giáo|mã", "kho": "bạc|tàng", "khoa": "học", "đội": "ngũ", "máy": "móc", "trung tâm": "huyện|tỉnh|thành phố|xã",
}  # fmt: skip
_NOT_AFTER = {_CANON[word]: re.compile(rf"\s+(?:{others})(?!\w)", re.I) for word, others in _OTHER_WORDS.items()}


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit in text: its canonical symbol, the scale before it, and both as printed."""

    unit: str
    scale: Decimal
    text: str
    end: int


def unit_at(text: str, start: int) -> UnitMention | None:
    """The scale and unit that stand at `start`, or None."""
    m = UNIT_PATTERN.match(text, start)
    if not m or (not m["scale"] and not m["unit"]):
        return None
    if m["unit"] and (other := _NOT_AFTER.get(canonical(m["unit"]))) and other.match(text, m.end("unit")):
        if (shorter := _squash(m["unit"]).rpartition(" ")[0]) in _CANON:  # "13.487 hộ dân tộc thiểu số" counts "hộ"
            end = m.start("unit") + re.match(rf"(?:\S+\s+){{{shorter.count(' ')}}}\S+", m["unit"]).end()  # type: ignore[union-attr]
            return UnitMention(_CANON[shorter], _SCALE_OF.get(_squash(m["scale"]), Decimal(1)) if m["scale"] else Decimal(1), text[start:end].strip(), end)
        if not m["scale"]:
            return None
        return UnitMention("", _SCALE_OF.get(_squash(m["scale"]), Decimal(1)), m["scale"], m.end("scale"))
    if m["unit"] and _squash(m["unit"]) in _FOLDED and _ACCENTED.search(text, max(0, start - 60), start + 60):  # "dệt, may" counts no "máy"
        if not m["scale"]:
            return None
        return UnitMention("", _SCALE_OF.get(_squash(m["scale"]), Decimal(1)), m["scale"], m.end("scale"))
    end = m.end("unit") if m["unit"] else m.end("scale")
    scale = _SCALE_OF.get(_squash(m["scale"]), Decimal(1)) if m["scale"] else Decimal(1)
    return UnitMention(canonical(m["unit"]) if m["unit"] else "", scale, text[start:end].strip(), end)


def _squash(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower().replace("i\u0307", "i").replace("ı", "i")).strip()


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """The symbol of a printed unit: "VNĐ" -> "đồng", "m³" -> "m3", "%/năm" -> "%"."""
    parts = [p.strip() for p in _squash(text).split("/")]
    head = _CANON.get(parts[0], parts[0])
    rest = [_CANON.get(p, p) for p in parts[1:]]
    if head in ("%", "điểm phần trăm") and rest in (["năm"], ["tháng"], ["quý"]):
        return head
    return "/".join([head, *rest])


# Counters that, alone in a header, name the column rather than its unit.
_NAMES_A_COLUMN = {"chỉ tiêu", "đơn vị", "khu vực", "ngành", "lĩnh vực", "nhóm", "nhóm hàng", "loại", "năm", "tháng", "kỳ", "thị trường", "địa phương", "mặt hàng",
                   "kế hoạch", "chương trình", "nhiệm vụ", "hạng mục", "hạng", "cấp", "mã", "mã số", "tổ chức", "phần", "đợt", "điểm du lịch", "quốc gia", "nước"}  # fmt: skip


def parse_unit(text: str) -> UnitMention | None:
    """A whole header or unit cell ("1000 tấn", "ĐVT: tỷ đồng", "Tr.đ") as a unit, or None."""
    body = re.sub(r"^\(|\)$", "", text.strip()).strip()
    whole = body
    body = re.sub(r"^(?:(?:đơn vị|don vi)(?: (?:tính|tinh))?|đvt|dvt)\s*(?::\s*|\s(?=\S))", "", body, flags=re.I).strip(" .:;")
    body = re.sub(r"^(?:tr\.?|triệu)\s?(?:đ|đồng|vnđ)$", "triệu đồng", body, flags=re.I)
    thousand = re.match(r"(1\.?000\.?000\.?000|1\.?000\.?000|1\.?000|100)\s*(?=[^\W\d]|[$%])", body)
    times = Decimal(thousand[1].replace(".", "")) if thousand else Decimal(1)
    shown = {Decimal(1000): "nghìn ", Decimal(10) ** 6: "triệu ", Decimal(10) ** 9: "tỷ "}.get(times, "")
    body = body[thousand.end() :] if thousand else body
    found = unit_at(body, 0)
    if not found or not found.unit and found.scale == 1 or body[found.end :].strip():
        inner = re.search(r"\(([^()]{1,40})\)$", text.strip())
        return parse_unit(inner[1]) if inner and inner[1] != body else None
    if body == whole and _squash(body) in _NAMES_A_COLUMN:
        return None
    return UnitMention(found.unit, found.scale * times, (shown + body[: found.end]).strip(), len(text))


def kind(unit: str) -> str:
    """What a unit measures: "money.vnd", "mass", "ratio", "count:hộ", "rate:đồng/kg", … ("" for no unit)."""
    if not unit:
        return ""
    if "/" in unit:
        return "rate:" + unit
    return UNITS[unit][0] if unit in UNITS else "count:" + unit


def sort(unit: str) -> str:
    """What kind of amounts a unit tells, whichever of them: "money", "mass", "count", …; of a rate, what is told per something."""
    return kind(unit.partition("/")[0]).partition(":")[0].partition(".")[0]


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """`value` of `unit` in `to`, exactly; None when they measure different things."""
    if unit == to:
        return value
    if unit in UNITS and to in UNITS and UNITS[unit][0] == UNITS[to][0]:
        return value * Decimal(UNITS[unit][1]) / Decimal(UNITS[to][1])
    (above, *below), (to_above, *to_below) = unit.split("/"), to.split("/")
    if not below or len(below) != len(to_below):
        return None
    result = convert(value, above, to_above)
    for part, to_part in zip(below, to_below, strict=True):
        each = convert(Decimal(1), part, to_part)
        if result is None or each is None:
            return None
        result /= each
    return result


def compatible(a: str, b: str) -> bool:
    """Whether values of the two units can be added."""
    return convert(Decimal(1), a, b) is not None


def number(value: Decimal) -> str:
    """A number as Vietnam prints it: 1.346.123,5."""
    plain = format(value, "f")
    sign, plain = ("−", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, _, part = plain.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return sign + grouped + ("," + part if part else "")


def trimmed(value: Decimal, places: int | None = None) -> str:
    """`number` without zeros at its end, after rounding half up to `places` decimals."""
    from decimal import ROUND_HALF_UP

    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = number(value)
    return text.rstrip("0").rstrip(",") if "," in text else text


def render(value: Decimal, unit: str, like: str = "") -> str:
    """`value` (in `unit`) in the scale of `like` ("triệu USD"): "1.550 triệu USD"."""
    found = parse_unit(like) if like else None
    scale, shown = (found.scale, found.text) if found and found.unit == unit else (Decimal(1), like or unit)
    text = trimmed(value / scale)
    return text + ("" if shown.startswith("%") else " ") + shown if shown else text
