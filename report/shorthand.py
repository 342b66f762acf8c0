"""Short forms that reports print in tables, where room is scarce: "Giá trị SX công nghiệp (giá SS 2010)", "nghìn HK.km".

Only forms that mean one thing wherever a table's label holds them. Not here: what people type in questions (`chain`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from report import units
from report.model import Cell, Table

# As printed (capitals count) -> in full; longer ones first where one begins another.
WORDS: dict[str, str] = {
    "KNXNK": "kim ngạch xuất nhập khẩu", "KNXK": "kim ngạch xuất khẩu", "KNNK": "kim ngạch nhập khẩu", "XNK": "xuất nhập khẩu", "XNC": "xuất nhập cảnh", "XK": "xuất khẩu", "NK": "nhập khẩu",
    "GTSXCN": "giá trị sản xuất công nghiệp", "GTSX": "giá trị sản xuất", "SXCN": "sản xuất công nghiệp", "SXKD": "sản xuất kinh doanh", "SX": "sản xuất", "ĐTNN": "đầu tư nước ngoài", "ĐTTTNN": "đầu tư trực tiếp nước ngoài",
    "ĐTPT": "đầu tư phát triển", "ĐTC": "đầu tư công", "VĐT": "vốn đầu tư", "XDCB": "xây dựng cơ bản", "NSTW": "ngân sách trung ương", "NSĐP": "ngân sách địa phương", "DNNN": "doanh nghiệp nhà nước", "DN": "doanh nghiệp", "HTX": "hợp tác xã",
    "KCN": "khu công nghiệp", "CCN": "cụm công nghiệp", "KKT": "khu kinh tế", "NTM": "nông thôn mới", "DVTD": "dịch vụ tiêu dùng", "DT DV": "doanh thu dịch vụ", "DTDV": "doanh thu dịch vụ", "DTDVTD": "doanh thu dịch vụ tiêu dùng", "HHDV": "hàng hóa, dịch vụ", "HH": "hàng hóa", "DV": "dịch vụ",
    "SDĐ": "sử dụng đất", "CTMTQG": "chương trình mục tiêu quốc gia", "BQLDA": "ban quản lý dự án", "TTCN": "tiểu thủ công nghiệp", "VLXD": "vật liệu xây dựng", "NTTS": "nuôi trồng thủy sản", "BHTN": "bảo hiểm thất nghiệp", "BVMT": "bảo vệ môi trường", "LĐ": "lao động", "BQ": "bình quân", "DTTS": "dân tộc thiểu số",
    "HQCK": "hải quan cửa khẩu", "HQ": "hải quan", "KBNN": "kho bạc nhà nước", "MTQG": "mục tiêu quốc gia", "CNTT": "công nghệ thông tin", "GPMB": "giải phóng mặt bằng", "GTVT": "giao thông vận tải", "NQD": "ngoài quốc doanh", "PTNT": "phát triển nông thôn", "ĐTXD": "đầu tư xây dựng", "TW": "trung ương", "TƯ": "trung ương", "TNDN": "thu nhập doanh nghiệp", "TNCN": "thu nhập cá nhân", "GTGT": "giá trị gia tăng", "TTĐB": "tiêu thụ đặc biệt",
}  # fmt: skip
# Read as often as they are written out: the name keeps them, and what they stand for goes beside it.
KNOWN: dict[str, str] = {
    "NSNN": "ngân sách nhà nước", "BHYT": "bảo hiểm y tế", "BHXH": "bảo hiểm xã hội", "TNGT": "tai nạn giao thông", "THCS": "trung học cơ sở", "THPT": "trung học phổ thông", "IIP": "chỉ số sản xuất công nghiệp", "CPI": "chỉ số giá tiêu dùng", "TNHH": "trách nhiệm hữu hạn", "QLDA": "quản lý dự án",
}  # fmt: skip
# Beside one word alone.
_NEAR: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!\w)BH(?= (?:thất nghiệp|xã hội|y tế|tai nạn|nhân thọ|tự nguyện|bắt buộc|nông nghiệp)(?!\w))"), "bảo hiểm"),
    (re.compile(r"(?<!\w)CTN(?=\s?[-–,]\s?(?:NQD|ngoài quốc doanh|DV|dịch vụ))"), "công thương nghiệp"), (re.compile(r"(?<!\w)CN(?=\s?[-–,]\s?(?:TTCN|XD|xây dựng|tiểu thủ))"), "công nghiệp"), (re.compile(r"(?<=[-–] )XD(?!\w)|(?<=[-–])XD(?!\w)"), "xây dựng"), (re.compile(r"(?<!\w)DT(?= (?:dịch vụ|bán lẻ|thuần|tiêu dùng|du lịch|lưu trú|vận tải|DV|DVTD)(?!\w))"), "doanh thu"), (re.compile(r"(?<!\w)CC(?= (?:HQ|Hải quan|Thuế|Kiểm))"), "chi cục"), (re.compile(r"(?<=giá )SS(?!\w)", re.I), "so sánh"), (re.compile(r"(?<=giá )HH(?!\w)", re.I), "hiện hành"), (re.compile(r"(?<=linh kiện và )LK(?!\w)"), "linh kiện"),
    (re.compile(r"(?<= và )LK(?!\w)"), "linh kiện"), (re.compile(r"(?<=điện tử, )LK(?!\w)"), "linh kiện"), (re.compile(r"(?<=vốn )ĐT(?!\w)", re.I), "đầu tư"), (re.compile(r"(?<=chi )TX(?!\w)", re.I), "thường xuyên"), (re.compile(r"(?<=giáo dục[ -] )ĐT(?!\w)", re.I), "đào tạo"),
    (re.compile(r"(?<=dân số )TB(?!\w)", re.I), "trung bình"), (re.compile(r"(?<=giá )TB(?!\w)"), "trung bình"), (re.compile(r"(?<=điểm )TB(?!\w)"), "trung bình"), (re.compile(r"(?<=nhiệt độ )TB(?!\w)"), "trung bình"), (re.compile(r"(?<=lương )TB(?!\w)"), "trung bình"),
    (re.compile(r"(?<=vốn )NS(?!\w)", re.I), "ngân sách"), (re.compile(r"(?<=thu )NS(?!\w)", re.I), "ngân sách"), (re.compile(r"(?<=chi )NS(?!\w)", re.I), "ngân sách"), (re.compile(r"^NS(?= (?:cấp|tỉnh|huyện|xã|trung ương|địa phương|TW))"), "ngân sách"), (re.compile(r"(?<=chi )SN(?!\w)", re.I), "sự nghiệp"), (re.compile(r"(?<=ngoài )NN(?!\w)"), "nhà nước"), (re.compile(r"(?<!\w)NN(?=(?:\s(?:và|-|–)\s|\s?&\s?)(?:PTNT|phát triển nông thôn|MT|môi trường)(?!\w))"), "nông nghiệp"),
)  # fmt: skip
_WORD = re.compile(r"(?<![\w/.-])(?:" + "|".join(re.escape(w) for w in sorted(WORDS, key=len, reverse=True)) + r")(?![\w/-])")
_KNOWN = re.compile(r"(?<!\w)(?:" + "|".join(KNOWN) + r")(?!\w)", re.I)

# In unit columns and header brackets.
_UNIT_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<!\w){short}(?!\w)", re.I), full)
    for short, full in (
        ("HK", "hành khách"), (r"LK", "lượt khách"), ("DN", "doanh nghiệp"), ("LĐ", "lao động"), ("HS", "học sinh"), ("DA", "dự án"), ("GB", "giường bệnh"), ("BS", "bác sĩ"), (r"T\.?km", "tấn.km"), ("HTX", "hợp tác xã"), ("TH", "trường hợp"), ("SP", "sản phẩm"),
        ("CSSX", "cơ sở"), (r"tr\.\s?đồng", "triệu đồng"), (r"trđ", "triệu đồng"), (r"tỷ đ", "tỷ đồng"), (r"ng\.?đ", "nghìn đồng"), (r"tr\.?\s?USD", "triệu USD"), (r"ng\.(?= )", "nghìn"), (r"1000đ", "nghìn đồng"), (r"ngđ", "nghìn đồng"),
    )
)  # fmt: skip


# Beside one another alone: "DT" is a budget where no yield stands beside it, "SL" a number of pieces beside a value.
_FARMED = {"DT": "diện tích", "NS": "năng suất", "SL": "sản lượng"}
_TRADED = {"SL": "số lượng", "KL": "khối lượng", "GT": "giá trị", "TG": "trị giá"}


def _alone(word: str, texts: Sequence[str]) -> bool:
    return any(re.search(rf"(?<![\w/]){word}(?![\w/])", t) for t in texts)


def beside(table: Table) -> Table:
    """`table` with the short forms in full that only the words beside them explain: "DT", "NS" and "SL" of crops, "SL" and "GT" of goods."""
    texts = [c.text for row in table.rows for c in row if re.search(r"[^\W\d_]", c.text)]
    if _alone("NS", texts) and (_alone("SL", texts) or _alone("DT", texts)) or any(re.search(r"(?<!\w)DT[^/]{0,20}\((?:\w+ )?ha\)", t) for t in texts):
        words = _FARMED
    elif (_alone("SL", texts) or _alone("KL", texts)) and (_alone("GT", texts) or _alone("TG", texts) or any(re.search(r"(?:trị giá|giá trị)(?!\w)", t, re.I) for t in texts)):
        words = _TRADED
    else:
        return table
    pattern = re.compile(r"(?<![\w/])(?:" + "|".join(words) + r")(?![\w/])")

    def full(cell: Cell) -> Cell:
        text = pattern.sub(lambda m: words[m[0]], cell.text)
        return cell if text == cell.text else replace(cell, text=text[:1].upper() + text[1:])

    return replace(table, rows=tuple(tuple(full(c) for c in row) for row in table.rows))


def spelled(name: str) -> str:
    """A label with its short forms in full: "Kim ngạch XK" -> "Kim ngạch xuất khẩu"."""
    for pattern, full in _NEAR:
        name = pattern.sub(full, name)
    return _WORD.sub(lambda m: WORDS[m[0]], name)


def meant(name: str) -> str:
    """What the well-known short forms of a label stand for, where it does not say so itself: "thu NSNN" -> "ngân sách nhà nước"."""
    low = name.lower()
    return ", ".join(dict.fromkeys(full for m in _KNOWN.finditer(name) if (full := KNOWN[m[0].upper()]) not in low))


_DEFINED = re.compile(r"(?P<long>(?:[^\W\d_]+[ ,-]+){1,9}[^\W\d_]+)\s*\(\s*(?:gọi tắt là |viết tắt là |sau đây gọi là |dưới đây gọi tắt là )?[“\"]?(?P<short>[A-ZĐ]{2,8})[”\"]?\s*(?:[,;][^()]{1,60})?\)")
_NAMES_KEPT = frozenset(KNOWN) - {"NSNN"}  # said in short by everybody; `words.SAME` has their names in full


def defined(text: str) -> dict[str, str]:
    """The short forms that a text explains by their first letters: "vận tải hành khách (VTHK)"."""
    found: dict[str, str] = {}
    for m in _DEFINED.finditer(text):
        words = re.findall(r"[^\W\d_]+", m["long"])
        first = "".join(w[0] for w in words).upper()
        short = m["short"]
        if first.endswith(short) and short not in _NAMES_KEPT:
            found.setdefault(short, " ".join(words[-len(short) :]).lower())
    return found


def in_full(text: str, own: Mapping[str, str]) -> str:
    """`text` with the short forms that are known, or that its report explains (`own`), written out."""
    def full(m: re.Match[str]) -> str:
        return own.get(m[0]) or WORDS.get(m[0]) or (KNOWN.get(m[0], m[0]) if m[0] not in _NAMES_KEPT else m[0])

    return _SHORT.sub(full, text) if re.search(r"[A-ZĐ]{2}", text) else text


_SHORT = re.compile(r"(?<![\w/.-])[A-ZĐ]{2,8}(?![\w/-])")


def unit(text: str) -> units.UnitMention | None:
    """`units.parse_unit`, for short forms too: "Nghìn HK", "DN"; shown as printed."""
    if text.strip().lower() == "nam":  # men, not "năm"
        return None
    found = units.parse_unit(text)
    if found is not None:
        return found
    full = text
    for pattern, word in _UNIT_WORDS:
        full = pattern.sub(word, full)
    if full == text or (found := units.parse_unit(full)) is None:
        return None
    shown = re.sub(r"^\(|\)$", "", text.strip()).strip()
    return units.UnitMention(found.unit, found.scale, shown, found.end)


__all__ = ["KNOWN", "WORDS", "beside", "defined", "in_full", "meant", "spelled", "unit"]
