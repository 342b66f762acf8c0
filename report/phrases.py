"""Noun phrases: what a name is without its adverbs, periods, doers and remarks, and the parts it is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from report import units
from report.lexicon import (
    COMPOUND,
    CUT_AFTER,
    DOES,
    LEADING,
    MEASURED,
    PLAN,
    POINTING,
    RATE,
    SCOPE,
    STOP_AFTER,
    TRAILING,
    TRIGGER,
)
from report.numbers import Quantity
from report.periods import PeriodMention, periods
from report.text import UPPER


def blank_periods(text: str, found: Sequence[PeriodMention]) -> str:
    chars = list(text)
    for m in found:
        for i in range(m.start, min(m.end, len(chars))):
            chars[i] = " "
    return "".join(chars)


@lru_cache(maxsize=4096)
def periods_in(text: str) -> tuple[PeriodMention, ...]:
    return tuple(periods(text, this_year=True)) if re.search(r"\d|năm|tháng|quý|kỳ|nửa|Q|H", text) else ()


# Who does or plans it, before what is measured: "công ty lãi sau thuế", "đại hội đã thông qua kế hoạch doanh thu".
_ACTOR = re.compile(
    r"(?:(?:toàn |cả )?(?:công ty|tập đoàn|tổng công ty|ngân hàng|hợp tác xã|nhà máy|tỉnh|huyện|xã|thành phố|thị xã|ngành|sở|cục|chi cục|nước|hệ thống(?! (?:thoát|cấp|xử lý|thu gom|thủy|thuỷ|đường|giao|cống|kênh|đê|điện|chiếu|tưới|kè))|đại hội|hội đồng|HĐND|UBND|HĐQT|Quốc hội|Chính phủ|ban|kho bạc)(?!\w)(?:(?! của | có | đạt )[^,;:()]){0,60}?\s+"
    r"(?=(?:lãi|lỗ|doanh thu|lợi nhuận|bội chi|bội thu|mức|quy mô|thu|chi|xuất khẩu|nhập khẩu|nợ|tổng|nộp|vốn|giải ngân|dư nợ|tỷ lệ|giá trị|sản lượng|kim ngạch|diện tích|số)(?!\w))"
    r"|[^,;:()]{3,80}?\s(?:thông qua|giao|đặt|đề ra|xây dựng|phê duyệt)\s+(?:(?:cho )?(?:tỉnh|huyện|xã|thành phố|thị xã|ngành|sở|chi cục|cục|ban|công ty|đơn vị|địa phương)(?: [^\s,;:()\d]+){0,4}?\s+)?(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán)\s+(?:về\s+)?)", re.I,
)  # fmt: skip
_DOER = re.compile(
    r"(?:(?:các |những |toàn |cả )?(?:chúng tôi|chúng ta|UBND|HĐND|viện|học viện|nhà trường|tòa án|toà án|viện kiểm sát|(?:ủy ban|uỷ ban|ban) kiểm tra(?: các cấp)?|(?:tổng )?công ty|tập đoàn|vận động viên|đoàn thể thao|liên minh|mặt trận|tổ công tác|nhà máy|hợp tác xã|trường|trung tâm|đơn vị|cơ quan|cơ sở|doanh nghiệp|lực lượng|công an|bộ đội|đội|ngành(?! (?:cung cấp|sản xuất|chế biến|khai khoáng|khai thác|công nghiệp|xây dựng|dịch vụ|vận tải))|tỉnh|huyện|xã|phường|thành phố|hải quan|chi cục|cục|sở|ban|quỹ|ngân hàng|bà con|nhân dân|người dân|nông dân|hộ|trạm y tế|bệnh viện|hội|đoàn|kho bạc|cấp(?= ủy| bộ| hội)|tổ chức đoàn|phòng|cảng|sân bay|ga|bảo tàng|thư viện|địa phương)(?!\w)"
    rf"(?:(?! của (?!tỉnh|huyện|thành phố|ngành|xã)) [^\s,;:()]+){{0,8}}?) (?:(?:(?:đã|đang|sẽ|phải)\s+)+(?:(?:được|cần|tiếp tục|quyết định)\s+)*(?=\w)|(?:(?:được|cần|tiếp tục|quyết định)\s+)*(?<!hai )(?<!ba )(?<!các )(?<!cung )(?<!chăn )(?<!luân )(?<!di )(?<!gieo )(?<!đấu )(?<!cải )(?<!đầu tư )(?<!\u201b )(?<!\u201b đào )(?={DOES}))", re.I,
)  # fmt: skip
_CAUSED = re.compile(r"[^,;:()]{2,40}?\s(?:này|đó|ấy)\s+mà\s+|[^,;:()]{0,60}?(?<!\w)(?:cho biết|cho hay|thông tin|khẳng định|nhấn mạnh|công bố)(?: rằng| thêm)?[,:]?\s+|[^,;:()]{0,60}?(?<!\w)(?<!đáp ứng )(?<!theo )(?<!các )(?:yêu cầu|đề nghị|chỉ đạo)(?: (?:đến|tới|trong|hết|phải|sẽ))*\s+|(?:giữ|duy trì|nâng|hạ|đưa)(?: vững| ổn định)*\s+(?=tỷ lệ|mức|tổng|độ|diện|CPI|lạm phát|tốc độ|chỉ số|bội chi|nợ công)|(?:kiểm soát|kiềm chế)\s+(?=mức|tốc độ|lạm phát|CPI)|(?:qua đó |góp phần |tác động |đã )*(?:làm|khiến|kéo|đẩy|giúp|đưa)(?: cho)?\s+", re.I)
_TURN_OF = re.compile(r"(?:(?<!\w)(?:(?:vào|hồi|từ|đến|tới|tính đến|kể từ|ngay|khoảng)\s+)*(?:đầu|cuối|giữa)\s+|(?<!\w)sau\s+)?\Z", re.I)  # "đến cuối" of "đến cuối tháng 9"


_MEASURE = rf"(?:(?:tiền|thuế|phí|lệ phí)\s|{MEASURED.pattern.removeprefix('^')})"
# What is thought of it, before its name: "điểm nghẽn nằm ở tiền sử dụng đất", "công trình lớn nhất, đường vành đai 2".
_REMARKED_ON = re.compile(
    rf"^\W*(?:(?!{_MEASURE})(?:[^\s,;:()\d]+ ){{1,6}}?(?:vẫn |chủ yếu |lại )*(?:nằm ở|thuộc về|đến từ|rơi vào)\s+(?={_MEASURE})|[^\W\d][^,;:()\d]{2,30} (?:lớn|cao|nhiều|dài|quan trọng) nhất,\s+(?=\w+ \w))", re.I,
)  # fmt: skip
_NOW = re.compile(r"(?<!\w)(?:trong |của )?(?:quý|tháng|kỳ|năm|tuần) (?:này|nay|qua|vừa qua|báo cáo)(?!\w)|(?<!\w)vừa (?:qua|rồi)(?!\w)|(?<!\w)(?:(?:đến|tới|cho đến) )?(?:hết|cuối) niên độ(?: ngân sách)?(?!\w)", re.I)
# Who tells it, up to what is told: "ông Nguyên cũng tiết lộ", "Giải trình với Ủy ban, doanh nghiệp cho biết".
_TOLD = re.compile(r"(?:ông|bà|đồng chí|anh|chị) [^,;:()]{3,40}, [^,;:()]{3,80}, (?:báo cáo|nói|thông tin|cho biết|cho hay)(?: rằng)?\s+|[^;:()]{0,120}?(?<!\w)(?:(?:cho biết|cho hay|khẳng định|nhấn mạnh|tiết lộ|chia sẻ|thừa nhận|lý giải)(?: rằng| thêm)?|(?:thông tin|công bố|nhận định|đánh giá|tính toán) rằng|(?:số liệu|kết quả|báo cáo|thống kê|điều tra|khảo sát|thực tế)(?!\w)[^;:()]{0,80}? (?:cho thấy|chỉ ra)(?: rằng)?)[,:]?\s+(?=\S+ \S)", re.I)


_DAYS_THAT = re.compile(r"^\W*\d{1,2}/\d{1,2}(?:(?:,| và| và ngày|, ngày) \d{1,2}/\d{1,2})*\s+(?=(?:đã |cũng )?(?:làm|khiến|kéo|đẩy|giúp)\s)", re.I)  # the last of a list of days


@lru_cache(maxsize=4096)
def clean(phrase: str) -> str:
    """A noun phrase without adverbs, periods and remarks: "Về giá trị sản xuất năm 2015 ước" -> "giá trị sản xuất"."""
    phrase = blank_periods(phrase, [replace(m, start=_TURN_OF.search(phrase, 0, m.start).start()) for m in periods_in(phrase)])  # type: ignore[union-attr]
    phrase = re.sub(r"\(([^()]*)\)?", lambda m: f" ({m[1].strip()}) " if re.fullmatch(r"\s*[A-Z]{2,8}(?:[ -]Index)?\s*", m[1]) else " ", phrase)
    phrase = re.sub(r"\[\^?\w+\]|\*\*|[“”\"]", " ", phrase)
    phrase = _DAYS_THAT.sub("", phrase)
    phrase = _NOW.sub(" ", phrase)
    phrase = re.sub(r"\s+", " ", re.sub(r"(?<!\w)trong (?:tháng|quý|kỳ|năm|tuần|(?:cả )?(?:giai đoạn|thời kỳ|nhiệm kỳ)(?: này| qua| vừa qua)?)(?! \d)(?!\w)", " ", phrase, flags=re.I)).strip()
    previous = None
    phrase = re.sub(r"(?<=\w) với mức (?:tăng|giảm)(?: là)?$", "", _REMARKED_ON.sub("", phrase), flags=re.I)
    if (told := _TOLD.match(phrase)) and (not MEASURED.match(phrase) or re.match(r"số liệu", phrase, re.I)):
        phrase = phrase[told.end() :]
    while previous != phrase:
        previous = phrase
        if (doer := _DOER.match(phrase)) and phrase[doer.end() :].strip() not in ("nộp", "góp", "đóng góp"):  # "Doanh nghiệp nhà nước nộp 2.146 tỷ đồng": theirs
            phrase = phrase[doer.end() :]
        if (actor := _ACTOR.match(phrase)) and phrase[actor.end() :].strip():
            whose = re.match(rf"(?i:tỉnh|huyện|xã|phường|thành phố|thị xã|(?:chi )?cục)(?: (?i:(?:thuế|hải quan)(?: khu vực)?))? (?!(?i:hải quan|thuế)(?!\w))(?:[{UPPER}][\w–-]*(?: |$))+|(?:[Cc]hi )?[Cc]ục (?:Hải quan|Thuế)(?!\w)", actor[0])
            named = whose is not None and any(w[:1].isupper() for w in whose[0].split()[1:])
            phrase = TRAILING.sub("", phrase[actor.end() :].strip(" ,;")).strip(" ,;") + (f" {whose[0].strip()}" if named and whose is not None else "")
        if (caused := _CAUSED.match(phrase)) and (MEASURED.match(asked := phrase[caused.end() :]) or re.match(r"nhóm \w", asked) or (actor := _ACTOR.match(asked)) and MEASURED.match(asked[actor.end() :])):
            phrase = phrase[caused.end() :]
        phrase = TRAILING.sub("", LEADING.sub("", joined(phrase))).strip().replace("_", " ")
    phrase = re.sub(r"(?<=\w) (?:(?:tuy|vẫn|cũng|mới|chỉ|đã) )+(?=(?:thu|chi|giải ngân|nộp|thực hiện|thanh toán)$)", " ", phrase)
    phrase = re.sub(r"(?<=\w) kéo$", "", phrase) if RATE.match(phrase) else phrase  # "Tỷ lệ tổn thất điện năng kéo giảm từ 6% xuống 5%"
    proper = re.match(rf"[^\W\d_]+\s+[{UPPER}]", phrase)
    return phrase[:1].lower() + phrase[1:] if phrase[:2].istitle() and not proper and " " in phrase else phrase


def scope_of(text: str) -> str:
    """The words of a noun phrase that narrow it to a place or a group, if recognised."""
    return ", ".join(dict.fromkeys(m[0].lower() for m in SCOPE.finditer(text)))


def joined(text: str) -> str:
    """`text` with its compounds in one piece, as many characters as before."""
    return COMPOUND.sub(lambda m: m[0].replace(" ", "_"), text)


def trigger_split(text: str) -> tuple[str, str]:
    m = TRIGGER.search(joined(text))
    return (text[: m.start()], text[m.start() :]) if m else (text, "")


_TOLD_BY = re.compile(r"^.*(?<!\w)(?:cho biết|cho hay|khẳng định|nhấn mạnh|thông tin rằng)(?: rằng| thêm)?[,:]?\s+(?=\S)", re.I)
_SAYING = re.compile(r"^\s*(?:yêu cầu|đề nghị|kỳ vọng|cam kết|quyết tâm|dự báo|dự kiến|dự ước|ước(?: tính)?|phấn đấu|đặt mục tiêu|đặt chỉ tiêu|cho biết|đề ra|xác định|giao|ghi nhận|có)(?!\w)\s*(?:là\s+|rằng\s+)?", re.I)
_ORGAN = re.compile(r"(?:(?:tổng )?cục|chi cục|sở|bộ|ủy ban|uỷ ban|UBND|HĐND|hội đồng|ngân hàng|kho bạc|ban|viện|hiệp hội|hội|tập đoàn|(?:tổng )?công ty|quốc hội|chính phủ|cơ quan|ngành|tỉnh|huyện|thành phố|đơn vị|chuyên gia|IMF|WB|ADB)(?!\w)", re.I)
FOREMOST = re.compile(r"(?:(?:[^\W\d]+ ){1,3}nhất(?: vẫn| cũng)?|(?:trụ cột|điểm sáng|điểm nhấn|điểm tựa|đầu tàu|động lực)(?: chính| lớn| tăng trưởng)*(?: vẫn| tiếp tục)*|chủ yếu|phần lớn|đa số|nổi (?:bật|lên|trội)|đáng kể|nhiều nhất|lớn nhất|cao nhất|thấp nhất|ít nhất|đứng đầu|dẫn đầu|(?:xếp|đứng) (?:cuối|chót|áp chót|thứ (?:hai|nhì|ba|tư))|đội sổ|(?:phần |số )?còn lại|nguyên nhân(?: chính| chủ yếu)?|lý do(?: chính)?|tiếp theo|tiếp đến|tiếp đó|kế đến|kế đó|theo sau|xếp sau|kế tiếp|sau đó|cuối cùng)", re.I)
_FOREMOST_AT = re.compile(rf"{FOREMOST.pattern} (?:(?:là |tập trung |nằm |đến từ )*(?:ở|tại|thuộc(?: về)?|rơi vào|vào)) ([^,;:()]{{3,60}})", re.I)  # "nhiều nhất ở cấp mầm non với 512 giáo viên"
_STANDS_FOR = re.compile(r"\s*là\s+([^,;:()\d]{3,80}?)\s+(?:với|:)\s*(?:khoảng|gần|hơn|trên)?\s*$", re.I)  # "trụ cột là thu nhập lãi thuần với 1.842 tỷ đồng"
# Of several the first is named right before its figure: "Các thị trường kế tiếp là Hoa Kỳ 618 triệu USD, Nhật Bản …", "sau Hoa Kỳ là Nhật Bản …".
_FAMILY_ARE = re.compile(r"(?:các|những|một số|hai|ba|bốn|năm|sáu|\d{1,2})\s+(?:nhóm|thị trường|mặt hàng|ngành|lĩnh vực|đối tác|địa phương|huyện|tỉnh|khoản|sản phẩm|đơn vị|dự án)(?!\w)[^\d,;:()]*", re.I)
_AFTER_ONE = re.compile(r"(?:(?:đứng|xếp|tiếp|kế|ngay|liền)\s+)?sau (?!đó)(?:[^\W\d]+ ?){1,6}", re.I)
_NAMES_ONE = re.compile(r"\s*(?:vẫn )?là\s+(?!do |nhờ |vì |khoảng|gần|hơn|trên)([^,;:()\d]{2,60}?)\s*", re.I)
_CAUSING = re.compile(r"(?<!\w)(?:làm|khiến|kéo|đẩy)(?: cho)?\s+", re.I)


_SETS = re.compile(r"(?:^|\s)(?:đặt(?: ra)?|đề ra|xác định|xây dựng|hướng tới|đưa ra)$", re.I)  # "thành phố đặt" | "mục tiêu tỷ lệ … đạt 35%"


WHOLE_NAME = re.compile(r"thu|chi|giải ngân|xuất khẩu|nhập khẩu|lãi|lỗ|XK|NK|GDP|GRDP|CPI|IIP", re.I)  # of one word, and yet a name


def said_by(phrase: str, triggers: str, raw: str) -> str:
    """The noun phrase that somebody's forecast or plan is about: "Sở Tài chính dự báo thu nội địa … đạt" -> "thu nội địa"."""
    if (FOREMOST.fullmatch(phrase) or FOREMOST.fullmatch(raw.strip(" ,;"))) and (after := re.match(r"\s*là\s+", triggers)):
        return clean(trigger_split(triggers[after.end() :])[0])
    if (_FAMILY_ARE.fullmatch(phrase) or _AFTER_ONE.fullmatch(phrase)) and (named := _NAMES_ONE.fullmatch(triggers)) and not TRIGGER.search(joined(named[1])):
        return clean(named[1])
    if at_most := _FOREMOST_AT.fullmatch(phrase):
        return at_most[1]
    if (stands := _STANDS_FOR.match(triggers)) and not re.search(r"nhất|hàng đầu|(?:chủ lực|chủ đạo|mũi nhọn|thế mạnh|quan trọng|truyền thống)$", stands[1]) and not (MEASURED.match(phrase) and len(phrase.split()) > 1):
        return clean(stands[1])
    if _SETS.search(phrase) and (goal := re.match(rf"\s*{PLAN}\s+", triggers, re.I)):
        aim = clean(trigger_split(triggers[goal.end() :])[0])
        return aim if MEASURED.match(aim) else ""
    phrase = _TOLD_BY.sub("", phrase)
    verb = _SAYING.match(triggers)
    caused = None if verb else _CAUSING.search(triggers)
    if (verb or caused) is None or verb and MEASURED.match(phrase):
        return ""
    if verb and phrase and not _ORGAN.match(phrase) and re.match(DOES, clean(trigger_split(triggers[verb.end() :])[0]), re.I):
        return ""  # "cổ tức dự kiến chi trả 12%": of the dividend
    if verb and _ORGAN.match(phrase) and not clean(trigger_split(triggers[verb.end() :])[0]):
        return "-"  # whoever says it: the subject goes on
    noun = clean(trigger_split(triggers[(verb or caused).end() :])[0])  # type: ignore[union-attr]
    return noun if MEASURED.match(noun) and (len(noun.split()) > 1 or noun.isupper()) or verb and _ORGAN.match(phrase) and WHOLE_NAME.fullmatch(noun) else ""


def unpointed(phrase: str, subject: str) -> str:
    """A head that points back ("phần lớn khoản này") names what was said before."""
    return subject if subject and POINTING.match(phrase) else phrase


_DOING_NEXT = re.compile(r"(?<=\w)\s+(?:(?:đã|đang|được|mới)\s+)*(?:tuyển sinh|tiếp nhận|giải quyết|xử lý|sử dụng|sản xuất|đào tạo|thu hút|phục vụ|cho vay|nộp)(?:\s+(?:được|cho|hơn|gần|khoảng|trên))*\s*$", re.I)


def wide_tail(text: str, more: bool = False) -> str:
    """What follows a quantity up to a comma, with names joined by "và" ("2 xã Đồng Trạch và Phú Khương đạt chuẩn")."""
    body = re.split(r"[;:()]|,(?!\d)", text)[0]
    if not more or len(body) < len(text):  # "và" does not lead to another quantity
        return re.split(r"(?<!\w)(?:trong đó|bao gồm|gồm|(?<!sầu )(?<!nói )(?<!tư )riêng)(?!\w)|(?<!\w)và(?=\s+(?:[^\W\d_]+\s+){0,6}?(?:đạt|tăng|giảm|bằng|chiếm|vượt)(?!\w))", body)[0]
    if doing := _DOING_NEXT.search(body):
        body = body[: doing.start()]  # "32 cơ sở tuyển sinh 21.480 người": what they do is the next one's
    return re.split(rf"(?<!\w)(?:trong đó|bao gồm|gồm|(?<!sầu )(?<!nói )(?<!tư )riêng|nhưng|song|và(?!\s+[{UPPER}]))(?!\w)", body)[0]


# What is measured of a thing: alone it names nothing, so the thing before goes with it ("sản lượng" of "lúa").
_DIMENSION_WORDS = r"(?:tổng\s+)?(?:trị giá|giá trị|lượng|số lượng|khối lượng|năng suất|sản lượng|diện tích|trọng lượng|số vốn|giá|đơn giá|số)"
DIMENSION = re.compile(rf"{_DIMENSION_WORDS}(?:\s+(?:bình quân|trung bình|đăng ký|xuất khẩu|nhập khẩu|thu hoạch|gieo trồng))?|kim ngạch", re.I)
_TOPIC = re.compile(
    rf"^(?:{_DIMENSION_WORDS}|kim ngạch)(?:\s+(?:các\s+)?(?:gieo trồng|gieo cấy|gieo sạ|gieo|trồng mới|thu hoạch|xuống giống|thả nuôi|canh tác|nuôi trồng|nuôi|trồng))?(?:\s+(?:của|các loại))?\s+", re.I
)


def topic_of(name: str) -> str:
    """The thing that a name measures: "diện tích gieo cấy lúa cả năm" -> "lúa"."""
    name = re.split(r"\s(?:đã|được|bị|đang|chưa)\s", name)[0]
    found = _TOPIC.match(name)
    return (name[found.end() :] if found else name).removesuffix(" bình quân")


def of_topic(dimension: str, topic: str) -> str:
    """A dimension with its thing, without saying a word twice: "số doanh nghiệp" of "doanh nghiệp mới"."""
    if re.search(r"(?:xuất|nhập) khẩu$", dimension, re.I):  # "trị giá xuất khẩu" of "xuất nhập khẩu hàng hóa"
        topic = re.sub(r"^xuất nhập khẩu\s*|\s*(?:xuất|nhập) khẩu$|^(?:xuất|nhập) siêu(?:\s.*)?$|^cán cân thương mại(?:\s.*)?$", "", topic, flags=re.I)
        if not topic:
            return dimension
    dimension = dimension[:1].lower() + dimension[1:]
    if dimension[:3] == "giá":
        topic = re.sub(r"^chỉ số giá\s+", "", topic, flags=re.I)  # "Chỉ số giá đô la Mỹ tăng 0,1%. Giá bình quân là 26.412 đồng/USD"
    words = dimension.split()
    for n in range(min(len(words), 4), 0, -1):
        if topic.lower().startswith(" ".join(words[-n:]).lower()):
            return " ".join(words[:-n] + [topic])
    return f"{dimension} {topic}" if topic and topic.lower() not in dimension.lower() else dimension


def thing_of(name: str, q: Quantity) -> str:
    """The noun of a counted name, without its verb: "thu hút dự án FDI" -> "dự án FDI"."""
    if units.kind(q.unit).startswith("count:") and q.unit in name and f"nguyên {q.unit}" not in name:
        return name[name.index(q.unit) :]
    return name


_FROM_SO_MUCH = re.compile(r"(?:có |đạt |hạng |loại )?từ \d[\d.,]*%?(?: [^\W\d]+){1,4}? trở (?:lên|xuống)(?!\w)", re.I)  # "12 khách sạn từ 3 sao trở lên"


def after_noun(tail: str) -> str:
    text = tail.strip()
    if text.rstrip(" .,;").lower() == "mới":
        return "mới"
    if so_many := _FROM_SO_MUCH.match(text):
        return so_many[0]
    if not text or STOP_AFTER.match(text) or text[0] in "()[]/.":
        return ""
    text = CUT_AFTER.split(re.split(r"[.!?…](?!\d)", text)[0])[0]
    text = re.split(r"\s(?:là|chủ yếu)\s|(?:^|\s)(?:tuy |vẫn |song )?(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm) hơn(?!\w)", text)[0]
    text = re.split(r"(?<!\w)(?:có|(?<!hài lòng )với|là|cho|phải|được|để|tại)(?=\s+\d|\s*$)|(?<!\w)(?:có|với|(?:tổng )?trị giá|(?<!việc )làm|gây|khiến|(?<!bắt )buộc)\s*$", text)[0]
    return clean(text)[:90]


def without_rate(phrase: str) -> str:
    text = re.sub(r"^(?:đạt\s+)?(?:tốc độ|mức)\s+(?:tăng(?:\s+trưởng)?|giảm)(?:\s+bình quân)?(?:\s+(?:hằng|hàng)\s+năm)?(?:\s+(?:của|về))?\s*", "", phrase, flags=re.I)
    text = re.sub(r"^tăng trưởng\s+(?=\S)", "", text, flags=re.I)
    text = re.sub(r"\s*(?:đạt\s+)?(?:có\s+)?(?:tốc độ|mức)(?:\s+(?:tăng(?:\s+trưởng)?|giảm)(?:\s+bình quân)?.*)?$", "", text, flags=re.I)
    text = re.sub(r"^(?:tỷ trọng|tỉ trọng)\s+(?:của\s+)?", "", text, flags=re.I)
    return clean(text)


_SOME = re.compile(r"(?:(?:một số|các|những|nhiều)\s+)(?:ngành|nhóm(?: hàng)?|sản phẩm|mặt hàng|địa phương|đơn vị|doanh nghiệp|lĩnh vực|khoản|loại)\s+(?:hàng )?(?:có |về )?([^,;:]{5,40})$", re.I)  # "Một số ngành tồn kho tăng cao:"


def head_of(text: str) -> str:
    """The noun phrase of an introduction that ends with a colon ("Sản lượng một số sản phẩm như sau:")."""
    body = text.rstrip().rstrip(":").strip()
    phrase = clean(trigger_split(body)[0])
    some = _SOME.match(phrase)
    return some[1] if some else phrase if MEASURED.match(phrase) else ""
