"""A question taken apart, each part in its own words: what it asks of, of when, how it asks, against what.

Only words are looked at here; which figures they mean, and what of the talk before they leave standing, is `follow`'s part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chain import words as W
from chain.spelling import is_pair
from chain.world import tokens
from report.periods import periods as period_mentions

MANY = r"(?:bao nhiêu|mấy)"
_SCALED = r"(?:(?:nghìn|ngàn|triệu|tỷ)\s+)*"
_UNIT = rf"(?:\s+{_SCALED}(?:điểm phần trăm|phần trăm|điểm|%|usd|đồng|tấn|tạ/ha|tạ|kg|ha|héc ta|m2|m3|km|kwh|giờ|con|chiếc|lượt|vụ|người|tàu|hộ|tiền|triệu|tỷ|nghìn)(?!\w))?"
_CUE = re.compile(
    r"^(?:(?:à|ừ|ờ|ok|vâng|dạ|không|không phải|nhầm|khoan|khoan đã|xin lỗi)\s*,?\s+)*"
    r"(?:(?P<correct>(?:ý (?:tôi|mình|em|tớ|của tôi)?\s*(?:là|muốn (?:hỏi|nói)(?: là)?|hỏi))|(?:tôi|mình) (?:muốn )?hỏi(?: là| về)?|sửa lại(?: là)?|nhầm(?: rồi)?,?)"
    r"|(?P<narrow>trong đó|trong số đó|trong số này|riêng)|(?P<also>(?:thế |vậy |vậy thì |thế thì )?(?:còn|con)(?!\s+(?:thiếu|phải|lại|bao nhiêu|nợ|chưa|mấy|nữa|hụt))|vậy thì|thế thì|thế|vậy|rồi))(?!\w)\s*[:,]?\s*",
    re.I,
)
_TAIL = re.compile(r"\s*(?:(?<!\w)thì\s+)?(?<!\w)(?<!vì )(?<!tại )(?:là\s+)?(?:như thế nào|thế nào|ra sao|sao|nhỉ|hả|ạ|nhé|vậy|rồi|nữa|thôi)\s*$", re.I)
_THEN = re.compile(r"(?<!\w)thì(?!\w)", re.I)
_AGAINST = re.compile(rf"(?:nếu\s+)?(?<!\w)so(?:\s+với)?\s+(?!sánh)(?:(?!(?<!\w)(?:thì|tăng|giảm|là|{MANY}|đạt|chênh|vượt|thiếu|hụt)(?!\w))[^,?])+", re.I)
_COMPLETION = re.compile(rf"(?:(?:đã\s+)?(?:đạt|bằng|hoàn thành|được)\s+)+{MANY}\s+(?:phần trăm|%|phần)(?:\s+(?:so với\s+)?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu)(?:\s+(?!tháng|quý|của)[^?,]+)?)?", re.I)
_SHARE = re.compile(rf"chiếm(?:\s+tỷ trọng|\s+tỷ lệ)?\s+{MANY}(?:\s+(?:phần trăm|%|phần))?(?:\s+(?:trong\s+)?tổng(?:\s+số)?(?!\s+\w))?|chiếm tỷ trọng bao nhiêu", re.I)
_GROWTH = re.compile(rf"(?:tốc độ\s+|mức\s+)?(?:tăng hay giảm|tăng trưởng|tăng|giảm|sụt|hụt)(?:\s+(?:được|thêm|khoảng|là|đi|lên|bình quân|trung bình))*(?:\s*,)?\s+{MANY}{_UNIT}(?:\s*/\s*năm|\s+(?:một|mỗi|hằng|hàng) năm(?!\w))?|(?:tăng hay giảm)|(?:tốc độ|mức) (?:tăng|giảm)(?: trưởng)?", re.I)
_GAP = re.compile(rf"(?:chênh(?:\s+lệch)?(?:\s+nhau)?|hơn kém(?:\s+nhau)?|cách(?:\s+nhau))(?:\s+là)?(?:\s+{MANY}{_UNIT})?|(?:còn\s+)?(?:thiếu|vượt)\s+{MANY}{_UNIT}", re.I)
_THAN = re.compile(rf"(?:rẻ|đắt|cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|kém)\s+hơn\s+(?P<than>.+?)\s+{MANY}{_UNIT}", re.I)
_EARLIER = r"(?:cùng kỳ(?:\s+(?:năm\s+)?(?:trước|ngoái|(?:19|20)\d\d))?|(?:năm|tháng|quý|kỳ)\s+(?:trước|ngoái|liền trước))"
# More than at another time is a change: "cao hơn cùng kỳ bao nhiêu", "so với năm trước thấp hơn bao nhiêu".
_MORE_THAN_THEN = re.compile(rf"(?<!\w)(?P<how>cao|thấp|nhiều|ít|lớn|kém)\s+hơn\s+(?:so với\s+)?(?P<then>{_EARLIER})(?:\s+(?:là|khoảng))?\s+(?P<many>{MANY}{_UNIT})", re.I)
_THEN_MORE_THAN = re.compile(rf"(?P<then>(?<!\w)so\s+(?:với\s+)?{_EARLIER})\s*,?\s*(?:thì\s+)?(?P<how>cao|thấp|nhiều|ít|lớn|kém)\s+hơn\s+(?P<many>{MANY}{_UNIT})", re.I)
_WHY = re.compile(r"(?:vì sao|tại sao|do đâu|vì đâu|nhờ đâu|nguyên nhân(?:\s+do đâu|\s+là gì|\s+vì sao)?|lý do(?:\s+là gì)?|sao lại)", re.I)
_LEVEL = re.compile(rf"(?:(?<!\w)(?:là|có|được|(?:thu|đem|mang|kiếm) về|gồm|hết|ước|đạt|còn|khoảng|lên|xuống)\s+)*{MANY}{_UNIT}|lớn cỡ nào|(?:là\s+)?(?:con số nào)", re.I)
PLAN = re.compile(r"(?<!\w)(?:(?:được )?(?:đặt(?: ra)?|đề ra|giao)\s+)?(?:mục tiêu|kế hoạch|dự toán|chỉ tiêu(?: đặt ra)?|dự báo|dự kiến|phấn đấu)(?!\w)", re.I)
_TIME_LEAD = re.compile(r"(?:(?<!\w)(?:trong|vào|hồi|tính chung|cộng dồn|cộng|gộp|lũy kế|luỹ kế|bình quân|đến|hết|tính đến|tính|cuối|đầu|cả|của|(?:^|bước )sang)\s+)+$", re.I)
THAT_TIME = re.compile(r"(?<!\w)(?:năm|tháng|quý|kỳ|thời điểm|lúc|khi)\s+(?:đó|ấy|này)(?!\w)|(?<!\w)lúc ấy(?!\w)", re.I)
RELATIVE = re.compile(r"(?<!\w)(?:hồi\s+)?(?P<of>cùng kỳ(?:\s+năm)?|tháng|quý|năm(?: học)?|vụ|niên vụ|mùa)(?P<far>\s+(?:trước(?: đó)?|ngoái|liền trước|liền kề)|(?<=cùng kỳ)|(?<=kỳ năm))(?!\w)", re.I)
LATER = re.compile(r"(?<!\w)(?:năm (?:sau|tới|kế tiếp)|sang năm|(?:giai đoạn|nhiệm kỳ|kỳ|5 năm) tới)(?!\w)", re.I)
WHOLE_YEAR = re.compile(r"(?<!\w)cả năm(?!\s*\d|\s+(?:nay|sau|tới|trước))(?!\w)", re.I)
SINCE = re.compile(r"(?<!\w)(?:kể )?từ đầu năm(?: (?:đến|tới) nay)?(?!\w|\s*\d)|^\s*(?:tính |số )?(?:lũy kế|luỹ kế|cộng dồn)\s*$", re.I)  # "còn lũy kế?"
WHOLE_QUARTER = re.compile(r"(?<!\w)cả quý(?!\s+(?:[IV1-4]|một|hai|ba|tư)(?!\w))(?!\w)", re.I)
_THING = r"(?:cái|khoản|nhóm|nước|khu vực|mặt hàng|ngành|chỉ tiêu|loại|huyện|xã|dự án|con số|số|mức|kết quả|thứ|mục|nguồn|bên|thị trường|tỉnh|sản phẩm|việc|điều|đơn vị|cơ quan|chi cục|cục|cảng|cửa khẩu|công ty|ngân hàng|doanh nghiệp|địa phương|xã|phường|trường|bệnh viện|nhà máy|công trình)"
TWO = re.compile(rf"(?<!\w)(?:cả\s+)?hai\s+{_THING}(?:\s+(?:đó|này|ấy|trên))?(?!\w)|(?<!\w)chúng(?!\w)", re.I)
_IT = re.compile(rf"(?<!\w)(?:nó|{_THING}\s+(?:đó|này|ấy))(?!\w)", re.I)
_LEANS = re.compile(r"^(?:từ|sang|qua|ở|của|tại|cho|với|theo|bởi|(?:đã |có )?(?:làm(?: cho)?|khiến|đẩy|kéo|góp phần|đóng góp|tác động))(?!\w)", re.I)
# How a thing is counted; such a word asks for another side of the same thing.
SIDES = frozenset(w for noun in (*W.MEASURE_NOUNS, "lượng", "giá", "bình quân", "tổng", "gieo cấy", "số lượng", "đơn giá", "tỷ lệ", "mức", "trị giá") for w in noun.split())
HOW = re.compile(r"(?<!\w)(?:tổng\s+)?(?:kim ngạch|trị giá|giá trị(?!\s+(?:sản xuất|gia tăng|tăng thêm))|sản lượng|diện tích|năng suất|số lượng|khối lượng|lượng)(?!\w)", re.I)
# The kind a name is headed by, which a report may leave out: "khu vực thành thị", "nhóm giáo dục".
_KIND_LEAD = re.compile(r"(?<!\w)(?:khu vực|nhóm|ngành|lĩnh vực|thị trường|mặt hàng|khối|nước)\s+(?=[^\W\d_])(?!ngoài|sạch|mắm)|(?<!\w)vụ\s+(?=đông|hè|xuân|mùa|thu|chiêm)", re.I)
# How often a thing is what it was; and how much of the whole's change is its doing.
_MULTIPLE = re.compile(rf"(?:gấp|bằng)\s+(?:khoảng\s+|hơn\s+|được\s+)*{MANY}\s+lần(?:\s+(?:so\s+)?(?:với\s+)?(?:của\s+)?(?:cuối\s+|hồi\s+)?(?:cùng kỳ(?:\s+năm\s+(?:trước|ngoái))?|(?:năm|tháng|quý|vụ)\s+(?:\d[\d/]*|trước|ngoái)))?", re.I)
_EFFECT = re.compile(
    rf"(?:(?:đã|có|và|nó|nhóm này)\s+)*(?:(?:làm(?: cho)?|khiến|đẩy|kéo|tác động(?: làm)?)\s+(?:[^\W\d_]+\s+){{1,4}}?(?:tăng|giảm|lên|xuống)(?:\s+(?:được|thêm|lên|xuống))?|(?:góp phần(?: làm)?|đóng góp|tác động)(?:\s+(?:vào|cho|đến|tới|làm)\s+(?:[^\W\d_]+\s+){{1,4}}?)?(?:\s*(?:tăng|giảm))?)\s*{MANY}{_UNIT}"
    rf"|(?<!\w)(?:đóng\s+)?góp\s+{MANY}\s+điểm(?:\s+(?:phần trăm|%))?(?:\s+(?:vào|cho)(?:\s+(?:mức|tốc độ))?(?:\s+(?:tăng|giảm))?(?:\s+(?:trưởng|chung))*(?=\s|$))?", re.I
)  # fmt: skip
GAP_KINDS = ("gap", "than")
_LEVELS = frozenset(["tỉnh", "huyện", "xã"])
_OF_LEVEL = frozenset(["sách", "cấp", "ubnd", "hđnd", "tuyến"])
_NEVER = frozenset(["là", "của", "và", "có", "còn", "thì", "bao", "nhiêu", "mấy", "các", "những", "cho", "với", "được", "ở", "tại", "trong", "từ", "đến", "tỉnh", "huyện", "xã"])


@dataclass(frozen=True, slots=True)
class Parts:
    """A question taken apart, each part in its own words. `kind`: level, growth, share, completion, multiple, effect, gap, than, why or "" when it does not say."""

    cue: str = ""
    subject: str = ""
    when: str = ""
    ask: str = ""
    kind: str = ""
    against: str = ""
    plan: str = ""
    it: bool = False
    two: bool = False
    leans: bool = False


def content(text: str) -> tuple[str, ...]:
    """The words of `text` that name something; a function word within a word of two ("đầu tư") is none."""
    row = tokens(W.STOP_PHRASE.sub(" | ", _KIND_LEAD.sub(" ", text)))
    kept = []
    for i, w in enumerate(row):
        follows = row[i + 1] if i + 1 < len(row) else ""
        before = row[i - 1] if i else ""
        if w in _LEVELS and before in _OF_LEVEL or w == "tăng" and follows == "thêm" and before or w == "thêm" and before == "tăng" and i > 1:
            kept.append(w)  # "ngân sách huyện", "cấp tỉnh", "vốn tăng thêm"
        elif w not in W.STOP and not w[0].isdigit() or w in W.STOP and follows and follows not in W.STOP and w not in _NEVER and is_pair(w, follows) or w == "không" and before == "hàng":
            kept.append(w)
    return tuple(dict.fromkeys(kept))


def naming(text: str) -> tuple[str, ...]:
    """The words of `text` that name something, or, where all are everyday words, these ("nam", "cả nước")."""
    return content(text) or tuple(w for w in tokens(text) if not w[0].isdigit() and w not in ("thì", "là", "của", "các", "những", "có"))


_HEADS = re.compile(r"(?P<head>tàu|hộ|xe)$", re.I)


def _asked_noun(m: re.Match[str], text: str) -> int:
    """Where the words of asking end: "bao nhiêu tàu cá" asks of "tàu cá", "bao nhiêu con lợn" counts in "con"."""
    head = _HEADS.search(m[0])
    after = re.match(r"\s+([^\W\d_]+)", text[m.end() :])
    return m.start() + head.start("head") if head and after and after[1].lower() not in W.STOP else m.end()


def _changed(m: re.Match[str]) -> str:
    return "giảm" if m["how"].lower() in ("thấp", "ít", "kém") else "tăng"


def take_apart(text: str) -> Parts:
    """The parts of a spelled-out question."""
    text = text.strip(" ?.!,")
    cue = ""
    if m := _CUE.match(text + " "):
        cue = m.lastgroup or ""
        text = text[m.end() :].strip() if m.end() <= len(text) else ""
    if m := _TAIL.search(text):
        if re.search(r"sao|thế nào", m[0], re.I):
            cue = cue or "also"
        text = text[: m.start()].strip()
    text = _MORE_THAN_THEN.sub(lambda m: f"{_changed(m)} {m['many']} so với {m['then']}", text)
    text = _THEN_MORE_THAN.sub(lambda m: f"{m['then']} {_changed(m)} {m['many']}", text)
    if _THEN.search(text):
        cue = cue or "also"
        text = _THEN.sub(" ", text)
    leans = bool(_LEANS.match(text))
    found: dict[str, str] = {}
    two, text = bool(TWO.search(text)), TWO.sub(" ", text)

    def out(key: str, pattern: re.Pattern[str]) -> str:
        nonlocal text
        m = pattern.search(text)
        if m is None:
            return ""
        end = _asked_noun(m, text) if key == "level" else m.end()
        found[key] = re.sub(r"\s+", " ", text[m.start() : end]).strip()
        text = f"{text[: m.start()]} {text[end:]}".strip()
        return found[key]

    if _THAN.search(text):
        out("than", _THAN)
    out("multiple", _MULTIPLE)
    out("effect", _EFFECT)
    out("completion", _COMPLETION)
    out("against", _AGAINST)
    kind = next((k for k in ("than", "multiple", "effect", "completion") if k in found), "")
    for name, pattern in (("share", _SHARE), ("growth", _GROWTH), ("gap", _GAP), ("why", _WHY), ("level", _LEVEL)):
        if not kind and out(name, pattern):
            kind = name
    if kind == "why":
        found["why"] += " " + " ".join(re.findall(r"(?<!\w)(?:tăng|giảm|hụt|chậm|sụt)(?!\w)", text, re.I))
        text = re.sub(r"(?<!\w)(?:tăng|giảm|hụt|chậm|sụt)(?!\w)", " ", text, flags=re.I)
    text = re.sub(r"(?<!\w)((?:kế hoạch|dự toán|mục tiêu) )năm(?!\s*\d|\s+(?:nay|sau|tới|trước|ngoái))(?!\w)", r"\1cả năm", text, flags=re.I)
    when, text = time_words(text)
    plan = out("plan", PLAN)
    if plan and kind == "level" and re.match(r"(?:tăng|giảm)(?!\w)", text.strip(), re.I):  # "mục tiêu tăng là bao nhiêu"
        found["growth"], kind = f"{text.split()[0]} {found['level'].removeprefix('là ')}", "growth"
        text = text.strip().partition(" ")[2]
    if not kind and re.fullmatch(r"\s*(?:tăng|giảm)\s*", text, re.I):
        found["growth"], kind, text = f"{text.strip()} bao nhiêu", "growth", ""
    it, text = bool(_IT.search(text)), _IT.sub(" ", text)
    subject = re.sub(r"\s+", " ", text).strip(" ,.;:?-")
    subject = re.sub(r"^(?:toàn\s+)?(?:[Tt]ỉnh|huyện|xã)\s+(?:ta\s+|mình\s+|này\s+)?(?=[a-zà-ỹđ])", "", subject)
    subject = re.sub(r"\s+(?:của|toàn)\s+(?:tỉnh|huyện|xã|cả nước)(?:\s+(?:ta|mình|này))?$", "", subject)
    subject = re.sub(r"^(?:(?:đã|đang|mới|vẫn)\s+)+", "", subject, flags=re.I)
    subject = re.sub(r"^(?:(?:chỉ )?(?:tính )?riêng|chỉ tính|tính)(?:\s+|$)", "", subject, flags=re.I)  # "còn riêng tháng 7?"
    subject = re.sub(r"^(?:và|của|là|có|được|đạt|với)\s+|\s+(?:là|có|được|đạt|của|ước|khoảng|cho)$", "", subject).strip()
    if cue or it or two or leans:
        subject = re.sub(r"\s+(?:đã\s+)?(?:bỏ ra|góp vào|góp|rót vào|chi ra|mang về|thu về|đem về|lo|gánh)$", "", subject, flags=re.I)  # "trong đó ngân sách tỉnh bỏ ra bao nhiêu"
    return Parts(cue, subject, when, found.get(kind, "").strip(), kind, found.get("against", ""), plan, it, two, leans)


def time_words(text: str) -> tuple[str, str]:
    """The words of time, and the rest."""
    spans: list[tuple[int, int]] = []
    for pattern in (SINCE, THAT_TIME, RELATIVE, LATER, WHOLE_QUARTER, WHOLE_YEAR):
        spans += [m.span() for m in pattern.finditer(text)]
    for m in period_mentions(text):
        if all(m.end <= a or m.start >= b for a, b in spans):
            spans.append((m.start, m.end))
    said: list[str] = []
    for start, end in sorted(spans, reverse=True):
        if lead := _TIME_LEAD.search(text[:start]):
            start = lead.start()
        said.insert(0, text[start:end].strip())
        text = f"{text[:start]} {text[end:]}"
    return " ".join(said), text
