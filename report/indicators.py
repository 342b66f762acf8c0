"""The name of a figure: the noun phrase before it, the counted noun after it, or the subject that goes on."""

from __future__ import annotations

import re

from report import units
from report.asides import same_count
from report.clauses import State
from report.lexicon import CAUSED_BY, CUT_AFTER, DOES, MEASURED, PLAN, RATE, RATE_OF, SUBJECTLESS, VERB
from report.model import Measure
from report.numbers import Quantity
from report.phrases import DIMENSION, after_noun, clean, of_topic, without_rate
from report.sharing import TRADER
from report.text import UPPER

_MONEY_NOUN = re.compile(r"(?:chi (?:thường|đầu|cho|ngân)|thuế|tiền|nợ|phí|lệ phí|vốn|trái phiếu|ngân sách|tín dụng|lương|quỹ|bảo hiểm|học bổng|học phí|kim ngạch|gia hạn|miễn|kinh phí|dư nợ|khoản|lãi|giá trị|hàng hóa|hàng hoá|doanh thu|viện trợ|cổ tức)(?!\w)", re.I)
_WHOSE = re.compile(r"\s*của\s+([^,;:()]+)", re.I)  # "mức tăng 0,20% của CPI tháng 6"
_IS_A = re.compile(r"\s*(?:còn lại\s+|kia\s+)?(?:là|thuộc về)\s+(?!do |nhờ |vì |cao |thấp )([^,;:.()\d]{3,80})", re.I)  # "1.136 tỷ đồng là nợ của các năm trước"
_TRADED = re.compile(r"\s*(?:kim ngạch |trị giá |giá trị )?((?:xuất|nhập) khẩu)(?!\w)(?! (?:siêu|của|sang|từ))", re.I)
_GIVEN = re.compile(r"(?:được |do )?(?:trung ương|chính phủ|thủ tướng(?: chính phủ)?|bộ(?: tài chính)?|HĐND|UBND|tỉnh|huyện|thành phố)(?: (?:tỉnh|huyện|thành phố))? giao(?: cho (?:tỉnh|huyện|thành phố))?", re.I)
_SIZED = re.compile(r"(?<!chiều)(?<!lượng)(?<!suất)(?<!nghệ)(?<!cấp)(?<!quả)(?<!trị)(?<!độ)(?<!mức)(?<!mở)(?<!sâu)(?<!nâng)(?<!thạch)(?<!kéo)\s(dài|rộng|cao|sâu)$", re.I)
_GOAL = re.compile(rf"\s*{PLAN}\s+(?:năm\s+|cả năm\s+|về\s+)*([^,;:.()]+)", re.I)  # "48,1% kế hoạch doanh thu"
_PART = re.compile(r"\s*((?:đạt|có|được|không|bị|còn|là)(?!\s+\d)\s+(?!kế hoạch|dự toán|so )[^,;:.()]{3,80})", re.I)  # "trong đó 45% đạt nâng cao"


def _contributor(subject: str) -> str:
    """Who contributed: a name of a contribution names it already."""
    return re.sub(r"^đóng góp của\s+|\s+vào\s+(?:CPI|mức|tốc độ|chỉ số).*$", "", subject, flags=re.I)


# What money goes to stands after it: "Hỗ trợ 36,5 tỷ đồng cho hộ nuôi lợn", "đầu tư 328 tỷ đồng xây mới bệnh viện".
_SPENT = re.compile(r"(?:đã |tiếp tục )*(?:hỗ trợ|đầu tư|bố trí|dành|trích|cấp|chi|ủng hộ|tài trợ|bổ sung|phân bổ|huy động|giành|rót|cho vay)", re.I)
_SPENT_ON = re.compile(r"\s*(?:cho(?: việc)?|để|vào)?\s*((?<=\s)(?!so |nhưng|song|đã |mới |nay |kế hoạch|dự toán|tăng|giảm|bằng|đạt|chiếm|trong|tại|từ|với|và|theo|của|năm|gồm|do )[^,;:.()\d]{3,60}(?:(?<=số )\d+)?)", re.I)
_GIVEN_BY = re.compile(rf"(?P<who>(?i:Trung ương|TW|HĐND|UBND|Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở)(?:\s[^\W\d]+){{0,3}}?\sgiao)(?:\s(?:cho\s)?(?:(?i:tỉnh|thành phố|huyện|xã|phường)\s)?(?:[{UPPER}]\w*\s?)+)?")
_ALL_OF = re.compile(r"(?:gần như |hầu như )?(?:toàn bộ|tất cả|cả)", re.I)
_DEALT_OUT = re.compile(r"\s*((?:được |đã )*(?:dành|dùng|bố trí|phân bổ|chi|bổ sung|ưu tiên|hỗ trợ)(?: (?:cho|để|vào))* (?!so |trong |tại |tăng |giảm )[^,;:.()\d]{3,80}(?:(?<=số )\d+)?)", re.I)  # "trong đó 236,5 tỷ đồng dành khắc phục hậu quả bão số 3"
_COMES_FROM = re.compile(r"\s*((?:đến|thu|lấy|chuyển|huy động|bổ sung|là) từ (?!đầu|cuối|tháng|quý|ngày|năm|nay|khi)[^,;:.()\d]{4,80})", re.I)  # "trong đó 486 tỷ đồng đến từ ba cuộc đấu giá"
_STARTS_NEW = re.compile(r"[;,]|và")
_ANYONE = {"em", "người", "cháu", "ca", "trường hợp", "vụ", "con", "cái", "chiếc"}  # counters that stand for the noun said before
_PIECES = {"viên", "quả", "con", "cái", "chiếc", "bộ", "đôi", "cây", "chai", "lon", "bao", "thùng", "trứng", "sản phẩm"}


_SPANS = {"giờ", "phút", "ngày", "tuần", "tháng", "năm"}
_SHORTENED = re.compile(r"(?: đã| được)* (?:rút(?: ngắn)?|kéo dài|giảm|tăng)$", re.I)
_ADJUSTED = re.compile(r"((?:mức )?(?:giá|phí|lệ phí|cước|lương|lãi suất|học phí|thuế suất|trợ cấp|viện phí|tiền)(?!\w).*?)(?: đã| sẽ)? được điều chỉnh", re.I)  # "Giá nước sạch được điều chỉnh từ 8.500 lên 9.200 đồng/m3"


_PLACED_AT = re.compile(r"\s*((?:tại|ở|trong|trên|thuộc|theo|bằng|qua)\s+[^\d;().]{3,70}?)\s*(?:,|;|\.|$|(?:\s|^)và(?=\s*$))")


BALANCE_OF = re.compile(r"cán cân(?: (?!thặng|thâm)[^\W\d_]+)+(?=(?: thặng dư| thâm hụt)?$)", re.I)
_PARTNER = re.compile(rf"(?:\s(?:hàng hóa|thương mại))?\s((?:sang|từ|với|vào)\s(?:(?:các nước|khối|thị trường|khu vực)\s)?[{UPPER}][\w.–-]*(?:\s[{UPPER}][\w.–-]*){{0,4}})")
_OWN_PLACE = re.compile(r"(?:toàn |trên )?(?:địa bàn|tỉnh|thành phố|huyện)", re.I)


_UNLIKE = re.compile(r"(?:(?:trái|khác|ngược)(?: hẳn| lại)? với|thay cho|thay vì)(?: mức| con số| kết quả)?|mức|con số", re.I)  # "thặng dư 1,28 tỷ USD, trái với mức thâm hụt 1,17 tỷ USD"


def indicator_of(q: Quantity, phrase: str, triggers: str, tail: str, state: State, index: int, measure: Measure, opened: bool, lead_broke: str = "", among: bool = False, raw: str = "") -> str:
    """What the quantity measures: the noun phrase before it, the counted noun after it, or the subject that goes on."""
    kind = units.kind(q.unit)
    counted = kind.startswith("count:")
    if kind.startswith("money") and measure is Measure.LEVEL and _ALL_OF.fullmatch(phrase) and not triggers.strip() and (all_of := re.split(r"\s(?:đã|được|đang|sẽ|chưa)\s", after_noun(tail))[0]):
        phrase = all_of  # "Toàn bộ 412 tỷ đồng dự phòng đã được phân bổ"
    if (adjusted := _ADJUSTED.fullmatch(phrase)) and not counted and kind != "multiple":
        phrase = adjusted[1]
    named = bool(SUBJECTLESS.search(triggers))
    follows = after_noun(tail)
    if phrase and state.topic and DIMENSION.fullmatch(phrase) and not (phrase == "số" or counted):
        phrase = of_topic(phrase, state.topic)
    if phrase and "bình quân" not in phrase and (measure is Measure.LEVEL and re.match(r"\s*bình quân(?!\s+(?:hằng|hàng|mỗi) năm)", triggers, re.I) or re.match(r"(?:giá|thu nhập|tiền lương|lương|năng suất|chi tiêu|học phí|tuổi)(?!\w)", phrase, re.I) and re.match(r"\s*bình quân\s+(?:tăng|giảm)", triggers, re.I) or re.match(r"\s*bình quân\s+(?:(?:\d+|ba|sáu|chín) tháng|quý|cả năm|năm(?= \d| tăng| giảm)|tháng)", triggers, re.I) or measure is Measure.LEVEL and re.search(r"(?<=\w)\s+bình quân\s*$", raw, re.I) or re.search(r"(?<=\w)\s+bình quân\s+(?:(?:\d+|ba|sáu|chín) tháng|quý|cả năm|năm \d|tháng)", raw, re.I)):
        phrase = f"{phrase} bình quân"
    if phrase.lower() in ("dài", "rộng", "cao", "sâu") and state.topic and measure is Measure.LEVEL and kind == "length" and index and units.kind(state.subject_unit).startswith("count:"):
        return f"chiều {phrase.lower()} {state.topic}"
    if phrase and measure is Measure.LEVEL and (size := _SIZED.search(phrase)):
        return f"chiều {size[1].lower()} {phrase[: size.start()].strip()}".strip()
    if measure is Measure.COMPLETION and (goal := _GOAL.match(tail)) and MEASURED.match(goal[1]) and not re.fullmatch(r"(?:vốn|dự toán|chi|thu)(?: (?:năm|giao|được giao|đề ra|đầu tư công|\d+))*\s*|vốn (?:đầu tư công )?(?:đã |được |do )*[^,;:()]{2,60}? giao(?!\w).*", goal[1], re.I):
        return clean(CUT_AFTER.split(goal[1])[0])
    if counted and not MEASURED.match(phrase) and (lack := re.search(r"(?<!\w)(thiếu|thừa|dôi dư)\s*(?:khoảng|hơn|trên|gần)?\s*$", triggers, re.I)):
        noun = f"{q.unit} {follows}".strip() if follows or q.unit not in _ANYONE or not state.subject else state.subject
        return f"{phrase} {lack[1].lower()} {noun}".strip()
    if measure is Measure.CHANGE and counted and not phrase and not opened and (follows or not same_count(state.subject_unit, q.unit)):
        before = "" if follows else next((name for key, name in reversed(state.names.items()) if key.startswith("count:") and same_count(key[6:], q.unit)), "")
        return before or (state.subject if not follows and q.unit in _ANYONE and units.kind(state.subject_unit).startswith("count:") else f"{q.unit} {follows}".strip())
    if phrase and _GIVEN.fullmatch(phrase) and state.subject:
        return f"{clean(_GIVEN.sub(' ', state.subject))} {phrase}"
    surplus = re.search(r"xuất siêu|nhập siêu|thặng dư|thâm hụt", triggers, re.I)
    if surplus and measure is Measure.LEVEL:
        name = surplus[0].lower()
        if (partner := _PARTNER.match(triggers, surplus.end())) and not phrase:
            return f"{name} {partner[1].rstrip('.')}"  # "Nhập siêu từ Trung Quốc lên tới …": not of all
        phrase = "" if _UNLIKE.fullmatch(phrase) else phrase
        if not phrase and (partner := _PARTNER.match(tail)):
            return f"{name} {partner[1].rstrip('.')}"  # "thặng dư 12 tỷ USD với Hoa Kỳ"
        if not phrase and index and (whose := re.fullmatch(r"(?:xuất|nhập) khẩu của (.+)", state.subject, re.I)):
            return f"{whose[1]} {name}"
        if not phrase and index and (trader := TRADER.fullmatch(state.subject)):
            return f"{trader['who']} {name}"  # "doanh nghiệp trong nước xuất khẩu …, nhập khẩu …, tức nhập siêu …"
        if not phrase and index and state.subject.lower().endswith(f" {name}"):
            return state.subject
        balance = BALANCE_OF.match(state.subject) if not phrase or _OWN_PLACE.fullmatch(phrase) else None
        if balance is not None:
            return f"{balance[0]} {name}"  # "cán cân thương mại thặng dư …, trong khi quý trước thâm hụt …"
        return f"{phrase} {name}".strip() if phrase else name
    if "đóng góp" in triggers.lower() and measure in (Measure.CHANGE, Measure.SHARE):
        return f"đóng góp của {phrase or _contributor(state.subject or state.head)}"
    if kind.startswith("money") and phrase and re.match(r"đóng góp\s*$", triggers, re.I):
        return f"{phrase} đóng góp"
    if measure is Measure.CHANGE and q.unit == "điểm phần trăm" and phrase and CAUSED_BY.match(raw.lstrip(" ,;")) and (state.subject or state.head):
        return f"đóng góp của {_contributor(state.subject or state.head)}" + ("" if phrase in ("làm", "kéo", "khiến") else f" vào {phrase}")
    if measure is Measure.CHANGE and q.unit == "điểm phần trăm" and re.fullmatch(r"(?:tác động|ảnh hưởng)(?: làm| khiến)?", phrase, re.I) and state.subject and index:
        return f"đóng góp của {_contributor(state.subject)}"
    if q.unit == "%" and re.fullmatch(r"(?:dành|trích|bố trí)", phrase, re.I) and (set_apart := clean(re.split(r"[,;.]", tail)[0])):
        return set_apart  # "Dành tối thiểu 3% tổng chi cho khoa học"
    if measure in (Measure.GROWTH, Measure.MULTIPLE, Measure.COMPLETION, Measure.INDEX, Measure.SHARE, Measure.CHANGE):
        name = without_rate(phrase)
        if name and phrase.endswith(" bình quân") and "bình quân" not in name:
            name = f"{name} bình quân"
        about = re.match(r"\s*(?:về\s+(\S.*)|(?=(?:số|diện tích|tổng|lượng|chi phí|tỷ lệ|khối lượng|giá)\s)(\S.*))$", tail)
        if about and measure is Measure.GROWTH and (about[1] or not phrase or phrase.endswith("điều chỉnh")):
            aspect = clean(re.split(r"\s(?:nhưng|song|còn|và|dù|mặc dù|tuy|dẫu|trong khi|mặc cho)(?!\w)", CUT_AFTER.split(about[1] or about[2])[0])[0])
            return of_topic(aspect, name if name and about[1] and not DIMENSION.fullmatch(name) else state.topic or state.subject) if DIMENSION.fullmatch(aspect) else aspect
        if name and not re.fullmatch(r"(?:tốc độ|mức|tổng số|riêng|bình quân)", name):
            return name
        if (whose := _WHOSE.match(tail)) and RATE_OF.search(phrase) and (named_after := clean(CUT_AFTER.split(re.split(r"\s(?:chia|phân|tính) theo\s|\s(?:tuy |vẫn |cũng )?(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm) hơn(?!\w)", whose[1])[0])[0])):
            return named_after
        return state.subject or name or without_rate(state.head)
    if q.unit == "%" and not phrase and follows and opened is False and triggers.strip().lower() in ("", "có", "có trên", "trên") and index and _STARTS_NEW.search(lead_broke):
        return follows
    if q.unit == "%" and among and not phrase and not triggers.strip(" có") and (part := _PART.match(tail)):
        return clean(part[1])
    if q.unit == "lần" and measure is Measure.LEVEL and follows:
        return follows
    if q.unit == "%" or kind in ("ratio", "points", "multiple", "score"):
        return phrase or state.subject or follows
    if measure is Measure.LEVEL and follows and re.fullmatch(r"(?:xuất|nhập) khẩu", phrase, re.I) and (counted or kind.split(".")[0] in ("mass", "volume")):
        return f"{phrase} {follows}" if not counted or q.unit in _PIECES else f"{phrase} {q.unit} {follows}"  # "xuất khẩu 1.200 chiếc ô tô"
    if counted and measure is Measure.LEVEL and not phrase and not triggers.strip() and among and (told := _IS_A.match(tail)):
        return clean(told[1])
    if counted:
        noun = q.unit
        if re.fullmatch(r"(?:nâng |đưa )?(?:tổng số|tổng cộng)", phrase):
            phrase = ""
            if follows:
                return f"{noun} {follows}"
        if phrase and named and not VERB.search(phrase):
            return phrase
        if not phrase and named and state.subject and (same_count(state.subject_unit, q.unit) or opened and not units.kind(state.subject_unit).startswith("count:")) and not follows:
            return state.subject
        if not phrase and opened and state.subject and same_count(state.subject_unit, q.unit) and not follows:
            return state.subject
        if not phrase and not follows and measure is Measure.LEVEL and (among or index and lead_broke == "và") and not triggers.strip() and (placed := _PLACED_AT.match(tail)):
            return f"{noun} {clean(placed[1]) if placed[1].startswith('thuộc') else placed[1].strip()}"  # "43 cuộc, gồm 27 cuộc tại trụ sở …"
        tail_noun = f"{noun} {follows}".strip()
        if not phrase and not follows and "đạt" in triggers.lower() and state.subject:
            return f"{noun} {state.subject}"
        if phrase and (noun in _PIECES or q.scale > 1) and not VERB.search(phrase) and not re.fullmatch(DOES, phrase, re.I) and not follows:
            return phrase
        if phrase in ("tổng số", "số", "tổng"):
            return tail_noun
        if phrase and re.search(r"\scho\s*$", raw) and not phrase.endswith(noun):
            return f"{phrase} {tail_noun}"  # "chi trả trợ cấp cho 273 đối tượng bảo trợ"
        if phrase and (MEASURED.match(phrase) or phrase.lower().endswith(noun) or phrase.lower().startswith(f"{noun} ") and not follows):
            return phrase
        if phrase and not follows and noun == "người" and f" {noun} " in f" {phrase} ":
            return phrase  # "trong đó lao động là người địa phương 5.120 người"
        if phrase and not follows and noun in _SPANS and " " in phrase:
            return _SHORTENED.sub("", phrase)  # "thời gian chờ của xe hàng 5,5 giờ"
        return f"{phrase} {tail_noun}".strip() if phrase else tail_noun
    if kind.startswith("money") and measure is Measure.LEVEL and not phrase and not triggers.strip() and among and (dealt := _DEALT_OUT.match(tail)):
        return clean(dealt[1])
    if kind.startswith("money") and measure is Measure.LEVEL and not phrase and not triggers.strip() and among and (source := _COMES_FROM.match(tail)):
        return source[1].strip()
    if kind.startswith("money") and measure is Measure.LEVEL and not phrase and follows and index and RATE.match(state.subject):
        return follows  # "300 tỷ đồng trái phiếu với lãi suất 2,95% và 186 tỷ đồng vay lại": no amount is a rate
    if kind.startswith("money") and measure is Measure.LEVEL and not phrase and not named and lead_broke and (done := re.match(r"\s*((?:được|chưa|đã|bị|còn)\s+[^,;:.()]{3,60})", tail)):
        return clean(done[1])
    if (kind.startswith("money") or counted) and measure is Measure.LEVEL and not phrase and not triggers.strip() and (among or index and _STARTS_NEW.search(lead_broke)) and (told := _IS_A.match(tail)):
        return clean(told[1])
    if kind.startswith("money") and measure is Measure.LEVEL and re.fullmatch(r"(?:phần |số )?còn lại", phrase) and (rest := re.match(r"\s*(?:là|dành cho|thuộc)\s+([^,;:.()]{3,80})", tail)):
        return clean(rest[1])
    if kind.startswith("money") and measure is Measure.LEVEL and follows and _MONEY_NOUN.match(follows) and not (phrase and MEASURED.match(phrase)) and not named:
        if given := _GIVEN_BY.fullmatch(phrase):
            return f"{follows} {given['who']}"  # "Thủ tướng Chính phủ giao Vĩnh Quang 8.236 tỷ đồng vốn đầu tư công"
        return follows if re.search(r"(?:giao|bố trí|nhận|nộp|có|huy động|thu hút|sử dụng|vay)$", phrase) else f"{phrase} {follows}".strip()
    if kind.startswith("money") and measure is Measure.LEVEL and _SPENT.fullmatch(phrase) and (spent_on := _SPENT_ON.match(tail)) and (object_ := re.split(r"\s(?:theo|tại|để|trong|từ|với|do|của|qua|sau|trước)\s", spent_on[1])[0].strip()):
        return f"{phrase} {object_}"
    if kind.startswith("money") and measure is Measure.LEVEL and re.match(rf"thị trường\s|[{UPPER}]", phrase) and (traded := _TRADED.match(tail)) and not re.search(r"(?:xuất|nhập) khẩu|kim ngạch", phrase, re.I):
        return f"{traded[1].lower()} {phrase}"  # "Thị trường Nhật Bản đạt 829 triệu USD xuất khẩu"
    if phrase.lower() == "thu" and follows and not kind.startswith(("money", "ratio")):
        return f"{phrase} {follows}"  # "thu 12,3 kg ma túy"
    if phrase:
        return f"{phrase} {follows}".strip() if follows and not named and (VERB.search(phrase) or not MEASURED.match(phrase) or phrase == "thiệt hại") and not kind.startswith("money") else phrase
    if kind.startswith("rate") and state.subject_unit != q.unit and units.kind(state.subject_unit).startswith("count:"):
        return f"bình quân {q.unit}" if re.search("bình quân", f"{triggers} {raw}", re.I) else q.unit
    if not q.unit and not phrase and follows and not named and not opened:
        return follows
    if named and state.subject or opened and state.subject:
        return state.names.get(kind, state.subject) if units.kind(state.subject_unit) != kind else state.subject
    if follows and kind and not kind.startswith(("money", "rate")):
        return follows
    loose = re.sub(r"^(?:ở|tại)\s+", "", clean(tail))
    return loose if loose and index == 0 and not kind.startswith("rate") else state.subject or follows
