"""Which numbers of a sentence are figures, and the units that they share with their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from report import units
from report.lexicon import ADVERBIAL, DOES, MEASURED, TRIGGER
from report.numbers import Quantity, count_of, quantities
from report.text import UPPER

NAME_BEFORE = re.compile(rf"(?:(?<![.!?])\s[{UPPER}][^\W\d_]*|(?<!\w)(?:ngày|số|loại|hạng|nhà máy|đợt|(?i:kỳ)|khóa|vành đai|(?<!trung học )cơ sở|(?i:đồn|biên phòng|mùng|mồng)|tiểu đoàn|trung đoàn|lữ đoàn|hải đội))\s+$")


# A comma within what is counted ("12 tổ chức, cá nhân với …", "217 con trâu, bò,") or done ("tiếp nhận, giải quyết 120 hồ sơ"): it parts nothing.
_SECOND = re.compile(r"\s+(?P<name>(?:[^\W\d_]+ ){0,3}?[^\W\d_]+(?: và (?:[^\W\d_]+ ){0,3}?[^\W\d_]+)?)(?=\s*(?:[.;:)]|$|,(?!\d))|\s+(?:với|trị giá|có giá trị|tại|trên địa bàn|(?:đã |được )?(?:đạt chuẩn|công nhận)|làm(?=\s+(?:chết|bị|hư|sập|thiệt|\d))|gây|khiến)(?!\w))")
_FIRST = re.compile(r"\s*(?:[^\W\d_]+ ){0,6}?[^\W\d_]+\s*")
_A_PLACE = re.compile(rf"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|ấp|bản|khu phố)\s+(?-i:[{UPPER}])", re.I)  # "…, xã Phú Gia có 987 em" is the next one's
_NO_SECOND = re.compile(
    r"(?:không|chưa|vừa|nhưng|song|tuy|mặc dù|dù|dẫu|đồng thời|trong khi|do|vì|nhờ|để|đã|được|bị|đang|sẽ|gây|làm|khiến|còn|là|bao|gồm|cụ thể|chủ yếu|nhất là|đặc biệt|riêng|tương|trong|như|các|những|một|nhiều|và|với|cùng|qua|theo|giữ|phấn đấu|tập trung|vượt|cao|thấp|nhiều|ít|lớn)(?!\w)", re.I,
)  # fmt: skip
_DONE_TOGETHER = re.compile(rf"(?<!\w){DOES}(?: [^\W\d_]+){{0,2}}(,)(?=\s+{DOES}(?: mới)?(?: [^\W\d_]+){{0,3}}?\s+(?:được |cho |hơn |gần |khoảng |trên |ít nhất )*\d)", re.I)
_ONE_VERB = re.compile(r"(?<!\w)(?:phòng(?=, (?:chống|trừ|ngừa|cháy))|khám(?=, chữa)|duy tu(?=, (?:sửa chữa|bảo dưỡng))|sửa chữa(?=, (?:nâng cấp|cải tạo|bảo trì))|đào tạo(?=, bồi dưỡng)|quản lý(?=, bảo (?:trì|vệ))|thanh tra(?=, kiểm tra(?! \d)))(,)", re.I)  # two syllables that go together
# A kind of grant, no goal; what was raised, no rise: "vốn đăng ký cấp mới và tăng thêm".
_NAMED_SO = re.compile(r"(?<!\w)(?:bổ sung|hỗ trợ|trợ cấp|cấp)(?: [^\W\d_]+){0,4}? có mục tiêu(?!\w)|(?<=mới) (?:và|,|hoặc) (?:(?:vốn )?điều chỉnh )?tăng (?:thêm|vốn)(?! \d)(?!\w)", re.I)
# Those that are told of in one breath: "100% xã, phường có trạm y tế", "98% cơ quan, đơn vị".
_KIN = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|đặc khu|thôn|bản|ấp|buôn|khu phố|tổ dân phố|cơ quan|đơn vị|tổ chức|cá nhân|cán bộ|công chức|viên chức)"
_KINDRED = re.compile(rf"(?<=% )(?:số |các )?{_KIN}(?:, {_KIN})+(?! (?-i:[{UPPER}]))(?!\w)", re.I)
GLUE = "_"  # holds the words of such a name together while a sentence is read


def glued(text: str) -> str:
    """`text`, as long as before, with the words of names held together that would be read as a goal: "bổ sung có mục tiêu"."""
    return _NAMED_SO.sub(lambda m: m[0].replace(" ", GLUE), text) if GLUE not in text else text


JOINING = "\u201a"  # stands for such a comma while a sentence is read
# Two that set one plan: "dự toán Trung ương, HĐND tỉnh giao".
_AUTHORITIES = re.compile(r"(?:dự toán|kế hoạch|chỉ tiêu)(?: (?:do|của))? (?:Trung ương|TW|Chính phủ|Thủ tướng(?: Chính phủ)?|Bộ(?: [^\W\d_]+){0,2}|Cục(?: [^\W\d_]+){0,2}|Tổng cục(?: [^\W\d_]+){0,2}|HĐND(?: tỉnh| thành phố| huyện)?|tỉnh)(?: giao)?(,) (?:HĐND|UBND|tỉnh|thành phố|huyện|địa phương|Trung ương)(?: [^\W\d_]+){0,3}? giao(?!\w)", re.I)
_FORGIVEN = re.compile(r"(?P<first>\d\s(?:tỷ|tỉ|triệu|nghìn tỷ)?\s?(?:đồng )?(?:được )?miễn), (?P<second>giảm)(?=\s*(?:[,;.)]|$|và\s))", re.I)  # "1.145 tỷ đồng miễn, giảm"
# What the state lets off: "miễn, giảm, gia hạn thuế, phí, tiền thuê đất".
_RELIEF = re.compile(r"(?<!\w)(?:(?:miễn(?: thuế)?|giảm|gia hạn|giãn|hoãn|hoàn)(?:,| và) )+(?:miễn|giảm|gia hạn|giãn|hoãn|hoàn)(?: (?:các (?:khoản|loại) )?(?:thuế|tiền thuê đất|phí)(?:(?:,| và) (?:phí|lệ phí|tiền thuê đất|thuế)){0,3})?(?= (?:là |ước |khoảng |đạt |gần |hơn |trên |với |cho )*\d)", re.I)
# Goods that the customs, and groups that the consumer prices, call by several names at once.
_GOODS = re.compile(
    r"máy vi tính, (?:sản phẩm|SP|hàng) điện tử(?: và linh kiện)?|máy móc, thiết bị(?:, (?:dụng cụ|DC))?(?:,| và) phụ tùng(?: khác)?|đá quý, kim loại quý|túi xách, (?:ví, )?va ?li(?:, mũ)?|hàng dệt, may|hàng ăn và dịch vụ ăn uống|nhà ở(?:, điện, nước,| và) (?:chất đốt và )?vật liệu xây dựng|nhà ở, điện, nước, chất đốt và VLXD|may mặc, mũ nón(?:,| và) giày dép|văn hóa, giải trí và du lịch|bưu chính, viễn thông|phụ liệu dệt, may(?:, da(?:,? giày)?)?|mây, tre, cói"
    r"|(?<!\w)chế biến, chế tạo|(?<!\w)lưu trú, ăn uống|(?<!\w)phí, lệ phí", re.I
)  # fmt: skip
AND = "\u201b\u201b"  # and this for the "và" before the last of them
# Offices that are named after two fields: "Sở Giáo dục và Đào tạo (82,4%), Ban QLDA …".
_OFFICES = re.compile(r"(?P<office>(?<!\w)(?:Sở|Bộ|Ban|Phòng|Cục|Chi cục|Trung tâm|Viện)\s(?:[^\W\d_]+,?\s){1,7}?)và(?P<second>\s(?:Đào tạo|Môi trường|Du lịch|Đầu tư|Công nghệ|Xã hội|Truyền thông|Phát triển nông thôn|Công nghiệp|Thể thao|Tôn giáo|Nông thôn|Kiểm soát)(?!\w))(?=\s*(?:[(),;:.]|\d|$)|\s(?:tỉnh\s)?(?:đạt|là|với|mới|giải ngân)(?!\w))")


# Names that have commas themselves, parted by semicolons: "các nhóm máy vi tính, sản phẩm điện tử và linh kiện; điện thoại; hàng dệt may lần lượt giảm …".
_SEMICOLON_ROW = r"(?:(?<=\slà\s)|(?<=\sgồm\s)|(?<!\w)(?=(?:các|những)\s(?:nhóm|khu vực|lĩnh vực|mặt hàng|ngành|sản phẩm|thị trường|khoản|địa phương|đơn vị|hàng|loại|dự án|huyện|xã|phường|nước)\s))(?P<names>[^:;.()\d]{3,120}(?:;[^:;.()\d]{3,90}?)+)"
# The names end at what they do, where that can be told ("…; may mặc, mũ nón tăng lần lượt"), else a few words before "lần lượt".
_BY_SEMICOLONS_TO_DEED = re.compile(_SEMICOLON_ROW + r"(?=,?\s(?:(?:đã|đều|cùng|cũng|lại|còn|tăng|giảm|đạt|có|với|chiếm|thu|nộp|ước|mức|là)\s){1,4}(?:lần lượt|tương ứng)\s|,?\s(?:lần lượt|tương ứng)\s)", re.I)
_BY_SEMICOLONS = re.compile(_SEMICOLON_ROW + r"(?=,?\s(?:[^\W\d]+\s){0,3}?(?:lần lượt|tương ứng)\s)", re.I)
_BESIDE = re.compile(r"\s*(?:\([^()]*\))?\s*(?:[,;]|và|,\s*và)\s*", re.I)


def _named_in_row(text: str, qs: Sequence[Quantity]) -> str:
    """`text`, as long as before, with commas that part the names of a row parted by semicolons, and none within them."""
    m = _BY_SEMICOLONS_TO_DEED.search(text) or _BY_SEMICOLONS.search(text)
    row = [q for q in qs if q.start >= m.end() and "(" not in text[m.end() : q.start].rpartition(")")[2]] if m else []
    if m is None or not row:
        return text
    count = 1 + next((i for i, (a, b) in enumerate(zip(row, row[1:], strict=False)) if not _BESIDE.fullmatch(text[a.end : b.start])), len(row) - 1)
    parts = m["names"].replace(",", JOINING).split(";")
    if any(re.match(r"\s*(?:riêng|còn|trong đó|trong khi)\s", p, re.I) for p in parts[1:]):
        return text  # "…; riêng huyện Nam và huyện Bắc lần lượt …": those alone
    if count not in (len(parts), len(parts) + 1):
        return text
    kept = count - len(parts)  # "A; B; C và D" before four values
    names = [p.replace(" và ", f" {AND} ") if i < len(parts) - kept else p for i, p in enumerate(parts)]
    return f"{text[: m.start('names')]}{','.join(names)}{text[m.end('names') :]}"


# Several that do one thing together: "ba khối doanh nghiệp nhà nước, doanh nghiệp FDI và ngoài quốc doanh nộp tổng cộng 4.261 tỷ đồng".
_TOGETHER = re.compile(
    r"(?<!\w)(?<!có )(?<!gồm )(?P<n>hai|ba|bốn|năm|sáu|[2-6])\s(?:khối|khu vực|nhóm|dự án|huyện|xã|thành phố|địa phương|doanh nghiệp|công ty|ngành|khoản|sắc thuế|cửa khẩu|đơn vị|nhà máy|thị trường)\s(?P<row>(?!có\s|là\s|được\s)[^;:\d]{5,160}?\svà\s[^,;:()\d]{2,60}?)"
    r"(?=\s(?:(?:đã|cùng|đều|chỉ|mới|còn)\s)*(?:nộp|đóng góp|giải ngân|thu|chi|xuất khẩu|nhập khẩu|chiếm|thực hiện|đạt)\s(?P<all>(?:(?:được|ngân sách|tổng cộng|cộng lại|gộp lại|chung|tới|hơn|gần|khoảng|trên)\s)*)\d[\d.,]*\s(?:tỷ|triệu|nghìn)\s(?:đồng|USD)(?!\s(?:và|,)\s\d))", re.I,
)  # fmt: skip


def _together(m: re.Match[str]) -> str:
    """The names of a row in one piece, as long as before; unchanged where more than one thing is said of them."""
    if re.search(r"(?<!\w)(?:lần lượt|tương ứng|mỗi|riêng|trong đó|đạt|tăng|giảm|do|nhờ|vì)(?!\w)", m["row"], re.I) or count_of(m["n"]) != len(re.split(r",|\svà\s", m["row"])):
        return m[0]
    names = re.sub(r"\([^()]*\)", lambda b: " " * len(b[0]), m["row"]).replace(" và ", f" {AND} ").replace(",", JOINING)
    return f"{m[0][: m.start('row') - m.start()]}{names}"


def join_commas(text: str, qs: Sequence[Quantity]) -> str:
    """`text`, as long as before, with the commas that only join parts of one name replaced by `JOINING`."""
    text = _TOGETHER.sub(_together, _named_in_row(text, qs))
    counted = [q for q in qs if units.kind(q.unit).startswith(("count:", "money"))]
    text = _OFFICES.sub(lambda m: f"{m['office']}{AND}{m['second']}", text)
    marks = [m.start(1) for m in _DONE_TOGETHER.finditer(text) if not any(max(text.rfind(d, 0, m.start()) for d in ",;:(") < q.start < m.start(1) for q in counted)]
    marks += [m.start(1) for pattern in (_AUTHORITIES, _ONE_VERB) for m in pattern.finditer(text)]
    text = _RELIEF.sub(lambda m: m[0].replace(",", JOINING).replace(" ", GLUE), text)
    text = _FORGIVEN.sub(lambda m: f"{m['first']}{JOINING}{GLUE}{m['second']}", text)
    marks += [m.start() + i for pattern in (_GOODS, _KINDRED) for m in pattern.finditer(text) for i, c in enumerate(m[0]) if c == ","]
    ands = [m.start() + both + 1 for m in _GOODS.finditer(text) if (both := m[0].find(" và ")) > 0]
    for q in qs:
        at = text.find(",", q.end)
        if at < 0 or not units.kind(q.unit).startswith("count:") or not (text[q.end : at].strip() and _FIRST.fullmatch(text[q.end : at]) or q.end == at):
            continue
        first = text[q.end : at]
        if TRIGGER.search(f"{first},") or re.search(r"(?<!\w)(?:được|đã|bị|với|cho)(?!\w)", first):
            continue
        while text[at : at + 1] == "," and (second := _SECOND.match(text, at + 1)) is not None:
            name = second["name"]
            if _NO_SECOND.match(name) or _A_PLACE.match(name) or MEASURED.match(name) or TRIGGER.search(name) or ADVERBIAL.match(name) or re.match(DOES, name, re.I):
                break
            marks.append(at)
            if (both := name.find(" và ")) > 0:
                ands.append(second.start("name") + both + 1)
            at = second.end()
    for at in marks:
        text = text[:at] + JOINING + text[at + 1 :]
    for at in ands:
        text = text[:at] + AND + text[at + 2 :]
    return text


_PAIR = re.compile(r"(?:^|[,;:(])\s*[^\W\d](?:[^,;:()\d]|(?<=\s)\d{1,2}(?=:)){1,60}(?P<colon>:)\s*(?=\d)")


def told_pairs(text: str) -> str:
    """`text`, as long as before, without the colons of a list of names and numbers: "Nhật Bản: 17.920 người, Đài Loan: 14.310 người"."""
    pairs = list(_PAIR.finditer(text))
    if len(pairs) < 2:
        return text
    for m in pairs:
        text = text[: m.start("colon")] + " " + text[m.end("colon") :]
    return text


def parted(name: str) -> str:
    """A name with its commas again."""
    return re.sub(rf"\s*{JOINING}", ",", name).replace(AND, "và").replace(GLUE, " ")


def denominator(q: Quantity, before: Quantity | None, text: str) -> bool:
    """Whether a round number is what a rate is counted on: "31,6 giường bệnh trên một vạn dân", "trên 100.000 trẻ đẻ sống"."""
    over = re.search(r"(?:trên|/|mỗi|tính trên|cho)\s*$", text[: q.start], re.I)
    if over is None or q.value <= 0 or set(str(q.value.normalize().as_tuple().digits)) - set("(1,0)  ") or str(q.value.normalize().as_tuple().digits) != "(1,)":
        return False
    return q.unit == "dân" or before is not None and not text[before.end : over.start()].strip()


OUT_OF = re.compile(r"\s*(?:trong|trên|/)\s+(?:tổng\s+)?(?:số\s+)?", re.I)  # "5 trong số 12 phiên đấu giá"
NEXT_NAMED = re.compile(r"\s*[,;]\s*(?:và\s+)?[^\W\d][^\d,;:.()]{1,30}\s")
FIRST_NAMED = re.compile(r"[:,;(]\s*(?:và\s+)?[^\W\d][^\d,;:.()]{1,30}\s$")
IN_PARENTHESES = re.compile(r"\s*\)\s*(?:[,;]|và)[^()\d]{1,50}\(\s*")
LISTED_SHORT = re.compile(rf"[(,]\s*[{UPPER}]{{2,6}}\s+$")  # "(…, THCS 112, THPT 42)"
_DAYS_OF = re.compile(r"\s*(?:điều trị|nằm viện|giường|khách|phòng|công|người|lưu trú|bệnh nhân|tàu|máy)(?!\w)", re.I)  # days that are counted: "41.550 ngày điều trị", "96.000 ngày khách"
_BILLIONS = re.compile(r"(?:tỷ|tỉ|ty|ti)\s*$", re.I)


def in_money(q: Quantity, before: Sequence[Quantity], text: str) -> Quantity:
    """ "8.120 tỷ" is money: of the unit said last in the sentence, else đồng."""
    if q.unit or q.scale != 10**9 or not _BILLIONS.search(text[q.start : q.end]) or re.match(r"\s*(?:người|lượt|con|cây|sản phẩm|dân|m3|kwh|tấn|lít)(?!\w)", text[q.end :], re.I):
        return q
    unit = next((b.unit for b in reversed(before) if units.kind(b.unit).startswith("money")), "đồng")
    return replace(q, unit=unit)


_LISTED_PART = re.compile(r"\s*(?:và\s+)?(?:[^\W\d]+\s+){0,5}[^\W\d]+\s+(?P<n>\d[\d.]*)\s*(?:,|;|$|(?=và\s))")


def _listed_parts(qs: list[Quantity], text: str) -> list[Quantity]:
    """Bare numbers in a parenthesis, each with whose it is, are counted as what stands before it: "612 người đi làm việc ở nước ngoài (Nhật Bản 345, Đài Loan 186, còn lại …)"."""
    out = list(qs)
    for opening in re.finditer(r"\(", text):
        close = text.find(")", opening.end())
        whole = next((q for q in reversed(qs) if q.end <= opening.start()), None)
        if close < 0 or whole is None or not units.kind(whole.unit).startswith("count:") or re.search(r"[,;:()]", text[whole.end : opening.start()]):
            continue
        at, found = opening.end(), []
        while (part := _LISTED_PART.match(text, at, close)) is not None:
            found.append(part)
            at = part.end()
        inner = {q.start: k for k, q in enumerate(qs) if opening.end() <= q.start < close}
        named = [inner[m.start("n")] for m in found if m.start("n") in inner]
        if len(named) > 1 and len(named) == len(found) == len(inner) and all(not qs[k].unit and qs[k].scale == 1 for k in named) and sum(qs[k].value for k in named) <= whole.value:
            for k in named:
                out[k] = replace(qs[k], unit=whole.unit)
    return out


def _parts(qs: list[Quantity], text: str) -> list[Quantity]:
    """Bare numbers in a parenthesis that add up to the figure before it are measured as it is: "5.320 tấn (khai thác 1.870; nuôi trồng 3.450)"."""
    out = list(qs)
    for opening in re.finditer(r"\(", text):
        close = text.find(")", opening.end())
        inner = [k for k, q in enumerate(qs) if opening.end() <= q.start and q.end <= close]
        if len(inner) < 2 or any(qs[k].unit or qs[k].scale != 1 for k in inner):
            continue
        total = sum(qs[k].value for k in inner)
        whole = next((q for q in reversed(qs[: inner[0]]) if q.unit and total * q.scale == q.value), None)
        for k in inner:
            out[k] = qs[k] if whole is None else replace(qs[k], unit=whole.unit, value=qs[k].value * whole.scale, scale=whole.scale, step=qs[k].step * whole.scale)
    return out


def _parts_of_whole(qs: list[Quantity], text: str) -> list[Quantity]:
    """Bare numbers that add up, with one that says its unit or without, to the count told right before: "178.450 học sinh, trong đó mầm non 38.260, tiểu học 68.715, … và trung học phổ thông 22.545 học sinh"."""
    out = list(qs)
    for i, whole in enumerate(qs):
        if not units.kind(whole.unit).startswith("count:") or i + 1 == len(qs) or not re.search(r"trong đó|gồm|(?<!\w)chia ra|:", text[whole.end : qs[i + 1].start]):
            continue
        sum_so_far = Decimal(0)
        parts: list[int] = []
        for k in range(i + 1, len(qs)):
            q = qs[k]
            if ";" in text[whole.end : q.start] and k == i + 1 or q.scale != 1 or q.unit not in ("", whole.unit) or sum_so_far >= whole.value:
                break
            sum_so_far, parts = sum_so_far + q.value, [*parts, k]
        if len(parts) > 2 and sum_so_far == whole.value:
            for k in parts:
                out[k] = replace(qs[k], unit=whole.unit)
    return out


# A bound that tells which are counted: "7 chủ đầu tư giải ngân trên 80%", "214 lượt tàu trọng tải trên 100.000 tấn", "số tàu dài từ 15 m trở lên là 86 chiếc".
_BOUNDED = re.compile(r"(?:,\s(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố))*(?!.*(?<!\w)(?:với|tổng|tỷ lệ|tỉ lệ|giữ|duy trì|phấn đấu|để|nhằm|trị giá|giá trị|kinh phí|vốn|tăng|giảm|chiếm|bằng|so|là|hoặc|hay)(?!\w))\s+(?:[^\d,;:.()]{0,40}\s)?(?:trên|dưới|từ|không quá|không dưới|(?:còn |mới |vẫn )*(?:chưa|không) (?:tới|đến|đầy|quá|đạt)|quá)\s*", re.I)
_CONDITION = re.compile(  # "9/12 khoản thu đạt tiến độ bình quân (từ 66,7% dự toán trở lên)", "5 địa phương giải ngân chậm (dưới 40%)": what puts one among those counted
    r"[^;:.()]{0,60}?(?<!\w)(?:tiến độ|tỷ lệ|tỉ lệ|giải ngân|thực hiện|mức|cao|thấp|khá|tốt|chậm|nhanh|kém|trung bình|lớn|nhỏ)(?:[ ][^\W\d]+){0,3}\s*\(\s*(?:(?:đạt|tức|nghĩa là|hoàn thành|mới|còn)\s)*(?P<bound>từ|trên|dưới|không quá|không dưới|(?:chưa|không) (?:tới|đến|đầy|quá|đạt)|)\s*", re.I,
)  # fmt: skip
_CONDITION_ENDS = re.compile(r"(?:\s(?:dự toán|kế hoạch|chỉ tiêu|KH)(?: [^\W\d]+){0,3}?)?(?P<up>\s*trở (?:lên|xuống))?\s*\)", re.I)
_UNITLESS = re.compile(r"\s+(?:khoản|sắc thuế|nguồn thu|mặt hàng|lĩnh vực)(?!\w)", re.I)  # counted, though no counters
# "1.204 doanh nghiệp có từ 200 lao động trở lên", "320 hộ chăn nuôi từ 10 con trâu bò trở lên"
_FROM_SO_MANY = re.compile(r"\s+(?:[^\d,;:.()]{0,40}\s)?từ\s+", re.I)
_AND_UP = re.compile(r"(?:\s[^\W\d]+){0,3}?\s+trở (?:lên|xuống)(?!\w)", re.I)
_BOUNDED_NAME = re.compile(r"(?:^|[,;:.(]\s*)(?:(?:số|tỷ lệ|tổng số)\s)[^\d,;:.()]{2,50}\s(?:từ|trên|dưới)\s*$", re.I)


_FINENESS = re.compile(r"(?<!\w)vàng(?: [^\W\d]+){0,3} (?:9999|99,99|999,9|999)(?![.,]?\d|\s?%)", re.I)  # "vàng nhẫn trơn 9999"
_LEVELS_OF_RULE = re.compile(r"(?<!\w)chính quyền(?: địa phương)?\s*$", re.I)  # "mô hình chính quyền địa phương 2 cấp": its name
_DATES = re.compile(r"(?<![\w/.,])\d{1,2}/(?:1[0-2]|0?\d)(?:/\d{4})?(?:, \d{1,2}/(?:1[0-2]|0?\d)(?:/\d{4})?)*,? và \d{1,2}/(?:1[0-2]|0?\d)(?:/\d{4})?(?=\s*(?:[,;:)]|\.(?!\d)|$))")  # "(25/6, 02/7 và 16/7)"
_DAYS = re.compile(r"(?<!\w)ngày \d{1,2}(?:/\d{1,2})?(?:, (?:ngày )?\d{1,2}(?:/\d{1,2})?)*,? và (?:ngày )?\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?(?!\w|[.,]\d|\s?%)", re.I)  # "các ngày 05, 12 và 19/12"


def _narrows(q: Quantity, before: Quantity | None, text: str) -> bool:
    """Whether a quantity only says which ones are counted."""
    if (not q.unit or units.kind(q.unit).startswith("count:")) and before is not None and units.kind(before.unit).startswith("count:") and _AND_UP.match(text, q.end) and _FROM_SO_MANY.fullmatch(text, before.end, q.start):
        return True
    if q.high is not None and q.unit != "%" or units.kind(q.unit).startswith("count:") or not q.unit:
        return False
    if (
        before is not None and (units.kind(before.unit).startswith("count:") or not before.unit and before.scale == 1)
        and (told := _CONDITION.fullmatch(text, before.end, q.start)) and (ends := _CONDITION_ENDS.match(text, q.end)) and (told["bound"] or ends["up"] or "trở" in text[q.start : q.end])
    ):
        return True
    some = before is not None and (units.kind(before.unit).startswith("count:") or not before.unit and before.scale == 1 and _UNITLESS.match(text, before.end) is not None)
    if before is not None and some and _BOUNDED.fullmatch(text[before.end : q.start]) and not re.match(r"\s*(?:so với|kế hoạch)", text[q.end :]):
        return True
    return _BOUNDED_NAME.search(text[: q.start]) is not None and re.match(r"\s*(?:trở (?:lên|xuống)\s*)?(?:là|đạt|có|chiếm|:)\s", text[q.end :]) is not None


# "Cứ 10 đồng thu nội địa thì có 3 đồng từ đất": a ratio told in round numbers, neither of which is an amount.
_FOR_EVERY = re.compile(r"(?<!\w)cứ\s(?:bình quân |trung bình |khoảng |mỗi |gần )*(?=\d|một |hai |ba |năm |mười )(?:(?!\sthì\s)[^;.:()]){2,80}?\sthì\s[^;.:,()]{0,40}?(?:\d[\d.,]*|một|hai|ba|bốn|năm)(?!\w)", re.I)
# "dự án nào chưa đạt 40%", "nơi nào thu dưới 50%", "có đơn vị giải ngân chưa quá 40%": a bound that tells which are meant, whoever they are
_WHICHEVER = re.compile(r"(?<!\w)có (?:những )?(?:đơn vị|nơi|dự án|địa phương|chủ đầu tư|xã|phường|huyện|sở|ngành|tỉnh)\s(?:[^\s,;:.()\d]+\s){0,6}(?:chưa (?:quá|đến|tới|đầy|được|đạt)|dưới|không (?:quá|đến|tới))\s$|(?<!\w)(?:dự án|đơn vị|địa phương|nơi|nhà thầu|chủ đầu tư|xã|phường|huyện|tỉnh|ngành|sở|công trình|doanh nghiệp|ai|hộ|người|khoản|gói thầu)\snào\s(?:[^\s,;:.()\d]+\s){0,7}$|(?<!\w)(?:cắt(?: giảm)?|điều chuyển|điều chỉnh|thu hồi|rút)\s[^;:.()\d]{0,60}(?:dự án|đơn vị|chủ đầu tư|công trình)\s(?:[^\W\d]+\s){0,4}(?:dưới|thấp hơn|chưa (?:đạt|tới|đến|quá))\s$", re.I)
_NUMBER_OF = re.compile(r"(?<!\w)(?:tiêu chí|nghị quyết|quyết định|chỉ thị|nghị định|thông tư|công văn|văn bản|quốc lộ) số\s+$", re.I)  # "đạt tiêu chí số 17, 9 xã đạt …"
_SET_AT = re.compile(r"(?:=|(?<!\w)(?:kỳ|năm) (?:so sánh|trước|gốc)(?: là| bằng)?)\s*$", re.I)
_SAME_AS = re.compile(r"\d[\d.,]*%?\s+(?:có )?nghĩa là\s+(?:tăng|giảm|bằng|cao hơn|thấp hơn)\s+\d[\d.,]*\s?%", re.I)  # "104,46 nghĩa là tăng 4,46%": how to read a table
_SUPERSEDED = re.compile(r"(?<!\w)thay cho (?:con số|số liệu|số|mức)(?: cũ| trước đó| trước đây)?\s+\d[^;()\n]{1,30}?\s(?:đã |được )*(?:công bố|báo cáo|thông báo|trước đây|trước đó)(?!\w)", re.I)
_FOREMOST_AMONG = re.compile(r"(?<!\w)(?:(?:cao|thấp|mạnh|nhiều|ít|sâu|lớn|nhỏ|nhanh|chậm|tốt|đầu|cuối)\s(?:nhất|bảng)|(?:đứng|xếp)\s(?:đầu|cuối|thứ \w+))\strong\s(?:số\s|tổng số\s|cả\s)?$", re.I)  # "cao nhất trong 11 nhóm"
_SCORED = re.compile(r"(?<!\w)điểm (?:trung bình|bình quân|thi|số|chuẩn|môn)(?!\w)[^,;:()\d]*$", re.I)  # a mark, no point of a percentage


def figures_of(text: str) -> list[Quantity]:
    """The quantities of a sentence that say how much or how many there is, with the units they share."""
    qs = [q for q in quantities(text) if not _NUMBER_OF.search(text[: q.start])]
    for i in range(len(qs) - 2, -1, -1):
        if not qs[i].unit and qs[i].scale == 1 and units.kind(qs[i + 1].unit).startswith("count:") and NEXT_NAMED.fullmatch(text[qs[i].end : qs[i + 1].start]) and FIRST_NAMED.search(text[: qs[i].start]):
            qs[i] = replace(qs[i], unit=qs[i + 1].unit)  # "Nhật Bản 131, Đài Loan 74, thị trường khác 12 người"
    if (points := next((i for i, q in enumerate(qs) if q.unit == "điểm phần trăm"), len(qs))) < len(qs):
        qs = [replace(q, unit="điểm phần trăm") if i > points and q.unit == "điểm" and not _SCORED.search(text[: q.start]) else q for i, q in enumerate(qs)]  # "A đóng góp 1,4 điểm phần trăm; B 0,9 điểm"
    qs = _listed_parts(qs, text)
    for i in range(len(qs) - 2, -1, -1):
        if not qs[i].unit and qs[i].scale == 1 and qs[i + 1].unit and re.fullmatch(r"\s*(?:[;,]|và|[;,]\s*và)\s*", text[qs[i].end : qs[i + 1].start]) and re.search(r"lần lượt|tương ứng", text[: qs[i].start], re.I):
            times = qs[i + 1].scale  # "lần lượt đạt 1.536; 1.009 và 439 triệu USD"
            qs[i] = replace(qs[i], unit=qs[i + 1].unit, unit_text=qs[i + 1].unit_text, value=qs[i].value * times, scale=times, step=qs[i].step * times)
    qs = _parts_of_whole(qs, text)
    ratios = [m.span() for m in _FOR_EVERY.finditer(text)]
    qs = [q for q in qs if not any(a <= q.start < b for a, b in ratios) and not _WHICHEVER.search(text[: q.start])]
    qs = [q for q in qs if not any(a <= q.start < b for m in (*_SAME_AS.finditer(text), *_SUPERSEDED.finditer(text)) for a, b in [m.span()])]
    qs = [q for q in qs if q.unit or q.scale != 1 or not (text[q.end : q.end + 1].isalpha() or q.value == 100 and _SET_AT.search(text[: q.start]))]  # "huyện 30a", "(cùng kỳ = 100)"
    days = [m.span() for pattern in (_DAYS, _DATES, _FINENESS) for m in pattern.finditer(text)]
    qs = [q for q in qs if q.unit or not any(a <= q.start < b for a, b in days)]
    qs = [q for q in qs if not (q.unit == "cấp" and _LEVELS_OF_RULE.search(text[: q.start]))]
    qs = [q for q in qs if not (q.unit == "sao" and q.value == int(q.value))]  # a rank, whoever has it
    qs = [q for i, q in enumerate(qs) if not (i and q.unit in ("hạng", "bậc", "cấp") and not text[qs[i - 1].end : q.start].strip())]
    qs = [q for q in qs if not (q.unit in ("tuổi", "tháng tuổi") and (q.high is not None or re.search(r"(?:từ|dưới|trên|đến|đủ)\s*$", text[: q.start], re.I) or re.match(r"\s*trở", text[q.end :])))]
    qs = [q for q in qs if q.unit or q.scale != 1 or not NAME_BEFORE.search(text[: q.start]) or LISTED_SHORT.search(text[: q.start])]
    for i in range(len(qs) - 2, -1, -1):
        if not qs[i].unit and qs[i + 1].unit and qs[i].scale == qs[i + 1].scale and IN_PARENTHESES.fullmatch(text[qs[i].end : qs[i + 1].start]) and text[: qs[i].start].rstrip().endswith("("):
            qs[i] = replace(qs[i], unit=qs[i + 1].unit)  # "Hàn Quốc (128.400), Nga (30.870 lượt)"
    qs = [q for i, q in enumerate(qs) if not (i and q.unit in ("m", "km", "tuổi", "tấn", "m2", "ha") and re.match(r"\s*trở\s+(?:lên|xuống)", text[q.end :]) and re.fullmatch(r"[^,;:()]{0,25}(?:dài|cao|rộng|sâu|tuổi|trọng tải|công suất|diện tích)\s+từ\s*", text[qs[i - 1].end : q.start]))]
    qs = [q for i, q in enumerate(qs) if not _narrows(q, qs[i - 1] if i else None, text)]
    for i in range(1, len(qs)):
        within = text.rfind("(", 0, qs[i].start)
        if not qs[i].unit and qs[i].scale == 1 and qs[i - 1].unit and units.kind(qs[i - 1].unit).startswith("count:") and within > 0 and ")" not in text[within : qs[i].start]:
            first = next((k for k in range(i) if qs[k].start > within), i)
            counted_whole = qs[first - 1] if first else None
            if counted_whole is not None and counted_whole.unit == qs[i - 1].unit and text[counted_whole.end : within].strip().count(" ") < 3 and qs[i].value <= counted_whole.value:
                qs[i] = replace(qs[i], unit=counted_whole.unit)  # "512 trường (mầm non 176, tiểu học 182)"
    qs = [q for q in qs if not (q.unit == "ngày" and q.value == int(q.value) and not re.search(r"ngày|thời gian|bình quân|công", text[max(0, q.start - 40) : q.start], re.I) and "/" not in q.unit_text and not _DAYS_OF.match(text, q.end))]
    qs = [q for q in qs if not (units.kind(q.unit).startswith("count:") and q.unit not in ("năm", "tháng", "quý", "tuần", "ngày") and _FOREMOST_AMONG.search(text[: q.start]))]
    qs = [q for q in qs if not (q.unit == "giờ" and re.match(r"\s*(?:(?:hằng|hàng|mỗi) ngày|sáng|trưa|chiều|tối|đêm|ngày \d)", text[q.end :], re.I) and re.search(r"(?<!\w)(?:từ|đến|tới|lúc|vào|sau|trước)\s*$", text[: q.start], re.I))]  # "đến 21 giờ hằng ngày" is a time of day
    qs = [q for q in qs if not (units.kind(q.unit).startswith("count:") and not text[q.start].isdigit() and re.match(rf"\s+[{UPPER}][^\W\d_]", text[q.end :]))]
    qs = [q for q in qs if not (q.unit in ("tháng", "năm", "ngày", "tuần") and re.search(r"(?:kỳ hạn|thời hạn|bảo hành|định kỳ)(?: từ| trên| dưới)?\s*$", text[: q.start], re.I) or q.unit in ("tháng", "năm", "ngày", "tuần") and re.match(r"\s*trở\s+(?:lên|xuống)", text[q.end :]))]
    qs = [q for i, q in enumerate(qs) if not (i + 1 < len(qs) and q.unit in ("lần", "mũi", "con", "tiết", "buổi") and re.search(r"(?<!\w)từ\s*$", text[: q.start], re.I) and re.match(r"\s*trở\s+(?:lên|xuống)", text[q.end :]))]  # "tỷ lệ phụ nữ đẻ được khám thai từ 4 lần trở lên: 86%"
    qs = [q for q in qs if not re.match(r"\s*(?:thời kỳ|trong 1(?![\d.,]))", text[q.end :]) and not (q.unit in ("năm", "tháng", "tuần", "ngày", "giờ", "phút", "") and re.search(r"\d trong\s*$", text[: q.start]))]
    for i in range(len(qs) - 1):
        if not qs[i].unit and qs[i].scale == 1 and qs[i + 1].scale > 1 and qs[i + 1].unit and re.fullmatch(r"\s*trong\s*(?:tổng số\s*)?", text[qs[i].end : qs[i + 1].start]):
            times = qs[i + 1].scale  # "đã tiêu 401 trong 420 tỷ đồng"
            qs[i] = replace(qs[i], unit=qs[i + 1].unit, value=qs[i].value * times, scale=times, step=qs[i].step * times)
    qs = _parts(qs, text)
    for i, whole in enumerate(qs[:-2]):
        rest = [k for k in range(i + 1, len(qs)) if ";" not in text[whole.end : qs[k].start]][:2]
        if whole.unit and len(rest) == 2 and all(not qs[k].unit and qs[k].scale == 1 for k in rest) and sum(qs[k].value for k in rest) * whole.scale == whole.value and re.search(r"trong đó|gồm|(?<!\w)chia ra|:", text[whole.end : qs[rest[0]].start]):
            for k in rest:  # "43.210 lượt, trong đó xuất cảnh 21.937, nhập cảnh 21.273"
                qs[k] = replace(qs[k], unit=whole.unit, value=qs[k].value * whole.scale, scale=whole.scale, step=qs[k].step * whole.scale)
    qs = [q for i, q in enumerate(qs) if not denominator(q, qs[i - 1] if i else None, text)]
    qs = [replace(q, unit=qs[i + 1].unit) if not q.unit and i + 1 < len(qs) and qs[i + 1].unit and units.kind(qs[i + 1].unit).startswith("count:") and OUT_OF.fullmatch(text[q.end : qs[i + 1].start]) else q for i, q in enumerate(qs)]
    qs = [in_money(q, qs[:i], text) for i, q in enumerate(qs)]
    return qs
