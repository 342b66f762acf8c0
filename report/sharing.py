"""What several names share: the stem that the first says for all, the family they are members of, the row of values dealt out to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report.lexicon import DOES, MEASURED, TRIGGER
from report.model import Direction, Figure
from report.numbers import count_of
from report.phrases import clean
from report.text import UPPER

LISTS = re.compile(r",|;|\svà\s+(?!\s|(?:vừa|dài hạn|nhỏ|các loại)(?!\w))")  # "doanh nghiệp nhỏ và vừa" is one
_PAIRS = re.compile(
    r"(?P<names>.*?)(?:,\s*(?:có |với )?(?P<dimension>[^,]{2,40}?)\s+(?:lần lượt|tương ứng)(?:\s+(?:là|đạt|chiếm|ở mức|với))*|\s+với)\s*(?:khoảng|gần|hơn|trên)?\s*$", re.I | re.S
)


def paired(gap: str, count: int) -> tuple[list[str], str] | None:
    """The names that a row of `count` values is dealt out to, and what the values are of: "A, B và C, tỷ trọng tương ứng 17%, 12% và 8%", "A và B với 17 và 12 nghìn lượt"."""
    m = _PAIRS.fullmatch(re.split(r"[;:()]", gap)[-1])
    if m is None:
        return None
    region = re.split(r"\s(?:là|gồm|có)\s", m["names"])[-1]
    names = [clean(x) for x in re.split(LISTS, region)]
    if len(names) != count or not all(0 < len(x.split()) < 7 and not TRIGGER.search(x) for x in names):
        return None
    if stem := stem_of(names):
        names = [names[0], *(f"{stem} {x}" for x in names[1:])]
    return names, clean(m["dimension"] or "")


_HELPED = re.compile(
    r"(?:^|\W)(?:(?:làm|khiến|kéo|đẩy|giúp)(?: cho)?\s+(?P<whole>[^,;:()\d]{2,60}?)\s+(?:tăng|giảm)(?: thêm)?|(?:đóng )?góp)\s+(?:lần lượt|tương ứng)(?:\s+(?:là|khoảng))*"
    r"(?:\s+vào [^,;:()\d]{2,60})?\s*$", re.I,
)  # fmt: skip


def contributions(gap: str, told: Sequence[Figure], count: int) -> list[str]:
    """Whose contributions a row of `count` points is: "A giảm 17% và B giảm 9%, làm CPI giảm tương ứng 0,6 và 0,1 điểm phần trăm", where `told` are the changes before; else none."""
    m = _HELPED.search(gap)
    changed = [f.indicator for f in told[-count:]]
    if m is None or count < 2 or len(set(changed)) != count:
        return []
    return [f"đóng góp của {name} vào {clean(m['whole'])}" if m["whole"] else f"đóng góp của {name}" for name in changed]


_HELPERS = re.compile(
    r"^\W*(?:(?:trong đó|cụ thể|riêng|ngược lại|trái lại|ở chiều ngược lại|đáng chú ý)\W+)?(?:có\s)?(?P<many>(?:hai|ba|bốn|năm|sáu|[2-6])\s(?:nhóm|mặt hàng|ngành|yếu tố)(?:\shàng(?!\săn))?(?:\s(?:chính|này))?(?:\slà|\sgồm|:)?\s)?(?P<names>[^:()\d]+?)\s(?:(?:cùng|đã|đều|tác động|góp phần)\s)*"
    r"(?:làm|khiến|kéo|đẩy|giúp)(?:\scho)?\s(?P<whole>[^,;:()\d]{2,60}?)\s(?:tăng|giảm|lên|xuống)(?:\sthêm)?\s(?:lần lượt|tương ứng)(?:\s(?:là|khoảng))*\s*$", re.I,
)  # fmt: skip


def contributors(gap: str, count: int) -> list[str]:
    """Whose contributions a row of `count` points is, where they are named first: "Ba nhóm A; B; C làm CPI tăng lần lượt 0,16; 0,10 và 0,09 điểm phần trăm", "A và B kéo CPI xuống lần lượt …"; else none."""
    m = _HELPERS.match(re.split(r"[.:()]\s", gap)[-1])
    parted = [[clean(x) for x in re.split(part, m["names"]) if clean(x)] for part in (r";", r",", LISTS)] if m and count > 1 else []
    names = [n for n in parted if len(n) == count and (m and m["many"] or not any(TRIGGER.search(x) for x in n))]
    return [f"đóng góp của {name} vào {clean(m['whole'])}" for name in names[0]] if m and names else []


WORKS_ON = re.compile(
    r"(?P<who>[^\W\d][^;:()]{2,90}?)\s(?:(?:đã|cũng|chỉ|còn|tác động|góp phần|qua đó)\s)*(?:làm|khiến|kéo|đẩy|giúp)(?:\scho)?"
    r"(?:\s(?P<whole>(?:CPI|chỉ số|GRDP|GDP|IIP|tăng trưởng|lạm phát|mức tăng|tốc độ tăng|mặt bằng)(?!\w)[^,;:()\d]*))?", re.I,
)  # fmt: skip


def stem_of(names: Sequence[str]) -> str:
    """What the first of several names in a row says for all: "tổng đàn" of "tổng đàn trâu, bò, lợn", "công suất giường bệnh" of "… tuyến tỉnh, tuyến huyện"."""
    first, rest = names[0], names[1:]
    if rest and (traded := re.fullmatch(r"(.+) (?:xuất|nhập) khẩu", first, re.I)) and all(re.fullmatch(r"(?:xuất|nhập) khẩu", x, re.I) for x in rest):
        return traded[1]  # "trị giá xuất khẩu và nhập khẩu lần lượt là"
    if not rest or any(MEASURED.match(x) for x in rest) or rest[0].split()[0].lower() == first.split()[0].lower() and len(rest[0].split()) > 1:
        return ""
    family = rest[0].split()[0]
    at = first.lower().rfind(f" {family.lower()} ")
    if at > 0 and all(x.lower().startswith(family.lower()) for x in rest):
        return first[:at].strip()
    words, last = first.split(), min(len(x.split()) for x in rest)
    noun = MEASURED.match(first)
    own = len(noun[0].split()) if noun else 1
    if all(len(x.split()) < 4 for x in rest) and len(words) - last > own or len(words) > 2 and last == 1:
        return " ".join(words[:-last])
    return ""


_JOINT = re.compile(r"(?:,|\svà)?\s*$")


def by_first_word(phrase: str, count: int) -> list[str]:
    """The names of a row that itself has commas in them, parted where each begins with the word that all begin with: "đường huyện, đường xã, đường thôn, buôn và nội đồng"; else none."""
    pieces = re.split(r",\s+|\s+và\s+", phrase)
    for word in dict.fromkeys(p.split()[0] for p in pieces[1:] if p.split()):
        at = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", phrase, re.I)]
        ahead = phrase[: at[0]].strip(" ,") if at else ""
        if len(at) == count and count > 1 and all(re.search(r"(?:,|\svà)\s*$", phrase[: a]) for a in at[1:]) and len(word) > 2:
            ends = [*at[1:], len(phrase)]
            return [f"{ahead} {re.sub(_JOINT, '', phrase[a:b])}".strip() for a, b in zip(at, ends, strict=True)]
    return []


# What tells the members of one family apart: "thể nhẹ cân … thể thấp còi", "khu vực FDI … khu vực trong nước".
FAMILY = re.compile(r"(?:kỳ hạn|thể|khu vực|tuyến|nhóm|vụ|cấp|khối|kênh|nguồn|hình thức|loại hình|lĩnh vực|phân khúc|ngành|thị trường|đường|trình độ|bậc|hệ|dòng|dưới|trên|từ|lao động|khách|thuế|ở|tại)(?!\w)", re.I)
_DEED = re.compile(r".*\s((?:xuất|nhập) khẩu|nộp ngân sách|đóng góp|sử dụng|tiêu thụ|giải ngân|huy động|sản xuất)", re.I)


def lent(phrase: str, subject: str) -> str:
    """The one word that the member of a family named before has ahead of its own: "nợ" for "nhóm 4" after "nợ nhóm 3"."""
    family = FAMILY.match(phrase)
    before = re.fullmatch(rf"(\w+) {family[0]} [^ ]+", subject, re.I) if family and len(phrase.split()) == 2 else None
    return before[1] if before and not MEASURED.fullmatch(before[1]) or before and before[1].lower() == "nợ" else ""


_TWO_WAYS = (("xuất khẩu", "nhập khẩu"), ("xuất", "nhập"), ("xuất cảnh", "nhập cảnh"), ("thu", "chi"), ("thu ngân sách", "chi ngân sách"))


TRADER = re.compile(r"(?P<who>(?:các )?(?:doanh nghiệp|khối|khu vực|nhóm|cửa khẩu|huyện|tỉnh|thành phố|thị xã|công ty|tập đoàn)\s.+?) (?:xuất|nhập) khẩu", re.I)


_GROUP_OF_FIRMS = re.compile(r"(?:các )?(?:doanh nghiệp|khối|khu vực)(?: [^\s,;:()\d]+){1,8}", re.I)


def other_way(phrase: str, subject: str) -> str:
    """The other way of one that is named: "cửa khẩu Tà Lơi nhập khẩu" for "nhập khẩu" after "cửa khẩu Tà Lơi xuất khẩu"; else ""."""
    for pair in _TWO_WAYS:
        for this, other in (pair, pair[::-1]):
            if phrase.lower() != this:
                continue
            if (whose := subject.removesuffix(f" {other}")) != subject and (re.search(rf"(?<!\w)[{UPPER}]", whose[1:]) or TRADER.fullmatch(subject)):
                return f"{whose} {phrase}"
            if (whose := subject.removeprefix(f"{other} ")) != subject and re.fullmatch(rf"(?:(?:huyện|xã|phường|thị xã|thành phố|tỉnh|quận|thị trấn) )?[{UPPER}]\S*(?: [{UPPER}]\S*)*", whose, re.I if whose[:1].isupper() else 0):
                return f"{phrase} {whose}"
    return ""


_PLACE_NAME = rf"(?:(?:huyện|xã|phường|thị xã|thành phố|tỉnh|quận|thị trấn|TP\.?) )?[{UPPER}][^\W\d]*(?: [{UPPER}][^\W\d]*){{0,4}}"
_DOING = rf"(?:xuất|nhập) khẩu|xuất siêu|nhập siêu|nộp ngân sách|{DOES}"
DOING = re.compile(_DOING, re.I)
_PLACE_DOES = re.compile(rf"(?P<who>{_PLACE_NAME})\s+(?P<deed>(?i:{_DOING}))")
_DONE_AT = re.compile(rf"(?P<deed>(?i:{_DOING}))\s+(?P<who>{_PLACE_NAME})")


def shared_deed(names: Sequence[str], count: int) -> tuple[list[str], list[str]]:
    """Several in a row that do one thing, said after the last ("huyện A và huyện B gieo cấy"): the names of what each does, and those who do it; else none."""
    row = list(names[-count:])
    last = _PLACE_DOES.fullmatch(row[-1]) or _DONE_AT.fullmatch(row[-1]) if len(row) == count > 1 else None
    who = [*row[:-1], last["who"]] if last else []
    if last is None or not all(re.fullmatch(_PLACE_NAME, w) for w in who):
        return [], []
    return [f"{last['deed']} {w}" for w in who], who


def did_alike(phrase: str, subject: str) -> str:
    """The deed of the place named before, of the one that is named now: "xuất khẩu Long Trạch" for "Long Trạch" after "Hải Thịnh xuất khẩu"; else ""."""
    if (trader := TRADER.fullmatch(subject)) and _GROUP_OF_FIRMS.fullmatch(phrase) and not DOING.search(phrase) and trader["who"].lower() != phrase.lower():
        deed = subject[trader.end("who") :].strip()
        return f"{phrase.removesuffix(' ' + deed.split()[0])} {deed}"  # "doanh nghiệp trong nước xuất 658 triệu USD"
    before = _PLACE_DOES.fullmatch(subject)
    return f"{before['deed']} {phrase}" if before and before["who"] != phrase and re.fullmatch(_PLACE_NAME, phrase) else ""


_THEY_DO = re.compile(rf"\W*(?:(?:tính ra|như vậy|theo đó|qua đó|trong đó|riêng|do đó)\W+)*(?P<noun>khối|khu vực|nhóm|ngành|cửa khẩu|doanh nghiệp|địa phương|thị trường|đơn vị) (?:này|đó|ấy|trên|nói trên)(?: (?:(?:đã|cũng|lại|còn|chỉ)\s+)*(?P<deed>{_DOING}))?\s*", re.I)

_OF_THEM = re.compile(r"(?P<what>[^,;:()\d]{2,60}?) của (?P<noun>khối|khu vực|nhóm|ngành|cửa khẩu|doanh nghiệp|thị trường|đơn vị|huyện|tỉnh|loại hình) (?:này|đó|ấy|trên|nói trên)(?:\s+(?:trong|vào|tính|đến|từ|tháng|quý|năm|kỳ|\d).*)?", re.I)


def _antecedent(noun: str, told: Sequence[str]) -> str:
    """The last thing of the kind `noun` that was named with more than the kind."""
    named = re.compile(rf"(?<!\w)({noun}(?! (?:này|đó|ấy|trên|nói trên)(?!\w))(?: [^\W\d]+)+?)(?=\s+(?:{_DOING}|mang lại|đem lại|tạo ra|quyết định|dẫn dắt)(?!\w)|\s*[,;:(]|\s*$)", re.I)
    return next((found[-1][1] for t in told if (found := list(named.finditer(t)))), "")


def they_do(phrase: str, triggers: str, *told: str) -> str:
    """What a group that is pointed at does, named after what was told before: "khối FDI xuất siêu" for "khối này xuất siêu" after "khối FDI nhập khẩu"; else ""."""
    if of := _OF_THEM.fullmatch(phrase.strip()):  # "xuất khẩu của khối này"
        who = _antecedent(of["noun"], told)
        return f"{clean(of['what'])} của {who}" if who and clean(of["what"]) else ""
    m = _THEY_DO.fullmatch(phrase)
    if m is None or not (m["deed"] or re.match(r"\s*(?:xuất siêu|nhập siêu|thặng dư|thâm hụt)", triggers, re.I)):
        return ""
    who = _antecedent(m["noun"], told)
    return f"{who} {m['deed'] or ''}".strip() if who else ""


_ARE = re.compile(
    r"(?:(?P<family>[^,;:()\d]{3,60}?)\s+)?(?:vẫn )?(?:là|gồm(?: có)?|như)\s*:?\s+(?P<names>[^;:()]{5,200}?)\s+(?:(?:cùng|đều|với|có|chỉ|đã|ước|mức)\s+)*(?:(?P<does>đạt|chiếm|tăng|giảm|bằng|đóng góp|góp)\s+)?(?:lần lượt|tương ứng)(?:\s+(?:là|ở mức|với|đạt|chiếm|khoảng))*\s*", re.I
)  # fmt: skip


# "hai nhóm hàng thép cuộn và khí hóa lỏng nhập khẩu qua cảng, lần lượt nộp …": how many there are says where their names begin
_SO_MANY_NAMED = re.compile(
    r"(?:^|\s)(?P<n>hai|ba|bốn|năm|sáu|[2-6])\s(?P<family>(?:nhóm hàng|mặt hàng|nhóm|ngành|doanh nghiệp|địa phương|huyện|thị trường|ngân hàng|đơn vị|loại|sản phẩm|dự án|khoản)(?:\s(?:gồm|là))?)\s"
    r"(?P<names>[^;:()\d]{5,200}?)(?:\s(?:(?:đều|cùng|cũng)\s)?(?:tăng|giảm)(?:\s(?:mạnh|cao|khá|nhẹ|sâu|nhiều))*)?,?\s(?P<does>)(?:lần lượt|tương ứng)(?:\s+[^\W\d]+){0,3}\s*$", re.I,
)  # fmt: skip


def several_are(gap: str, count: int) -> tuple[str, list[str]]:
    """The family and the names that a row of `count` values is dealt out to: "Ba địa phương đứng đầu là A, B và C đạt lần lượt …"; ("", []) where it does not say so."""
    m = _ARE.fullmatch(re.split(r"[;:()]|\.\s", gap)[-1])
    if m is None and (m := _SO_MANY_NAMED.search(gap)) is not None and count_of(m["n"]) != count:
        m = None
    names = [clean(x) for x in re.split(LISTS, m["names"])] if m else []
    if m is None or len(names) != count or not all(0 < len(x.split()) < 10 and not TRIGGER.search(x) for x in names):
        return "", []
    return m["family"] or "", names


GROUP = re.compile(r"(?:(?:lao động|người|trẻ|học sinh)\s+)?(?:nam|nữ|nam giới|nữ giới)|(?:khu vực\s+)?(?:thành thị|nông thôn|đô thị|miền núi|nội thành|ngoại thành)|(?:tuyến|cấp)\s+(?:tỉnh|huyện|xã|trung ương|cơ sở)|(?:khối|khu vực)\s+(?:FDI|trong nước|tư nhân|nhà nước|ngoài nhà nước)", re.I)


def paralleled(phrase: str, subject: str) -> str:
    """What the name before says of all of its family: "tỷ lệ suy dinh dưỡng" for "thể thấp còi" after "tỷ lệ suy dinh dưỡng thể nhẹ cân"."""
    if GROUP.fullmatch(phrase) and GROUP.fullmatch(subject):
        return ""
    if GROUP.fullmatch(phrase) and (own := re.search(rf"\s(?:{GROUP.pattern})$", subject, re.I)) and (said := subject[: own.start()].strip(" ,")) and not GROUP.fullmatch(said):
        return said  # "CPI khu vực thành thị tăng 3,6%, khu vực nông thôn tăng 3,8%"
    if GROUP.fullmatch(phrase) and (len(subject.split()) > 1 or subject.isupper()):
        return subject  # "thu nhập bình quân đạt 7,15 triệu đồng, tăng 8,5%; nam 7,96 triệu đồng"
    family = FAMILY.match(phrase)
    if len(phrase.split()) < 2:
        return ""
    if family is None:
        if len(phrase.split()) < 3:
            return ""
        noun = " ".join(phrase.split()[:2])
        alike = re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", subject, re.I)
        stem_told = clean(subject[: alike.start()]) if alike and subject[alike.end() :].strip() else ""
        return subject if re.fullmatch(r"tổng(?: mức| số| cộng)?", stem_told, re.I) else stem_told  # "người tham gia bảo hiểm xã hội bắt buộc …; bảo hiểm thất nghiệp …"
    at = [m.start() for m in re.finditer(rf"(?<!\w){family[0]}(?!\w)", subject, re.I)]
    if at and len(stem := re.sub(r"\s(?:toàn|cả|của|các|từng)$", "", clean(subject[: at[-1]])).split()) > 1:
        return " ".join(stem)
    deed = _DEED.fullmatch(subject) if at and family[0].lower() != "thuế" else None  # "thuế giá trị gia tăng hàng nhập khẩu": which tax, no deed
    return deed[1] if deed else ""



_SPELLED = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?)"
_LED_BY = re.compile(
    r"^(?P<before>\W*(?:(?:trong đó|trong số đó|ngược lại|trái lại|ở chiều ngược lại|riêng|đáng chú ý|cụ thể|về mặt hàng|theo mặt hàng|so với [^,;:.]{3,40})\W+)*"
    r"(?:(?:các|những|một số|nhiều|số|hai|ba)?\s*(?:nhóm hàng|nhóm|mặt hàng|ngành hàng|ngành|địa phương|huyện|xã|tỉnh|thị trường|sản phẩm|khoản thu|khoản chi|khoản|sắc thuế|lĩnh vực|đơn vị|khối|khu vực)\s(?:có\s)?(?:(?:mức|tốc độ)\s)?)?"
    r"(?:(?P<up>tăng)|giảm)\s(?:mạnh|nhiều|cao|sâu|nhanh|lớn|khá|thấp|chậm|ít|đáng kể)(?:\snhất)?(?:\s(?:trong|của)\s(?:nhóm|phân nhóm|các nhóm|số đó|số này|nhóm này))?(?P<to>\s(?:phải kể đến|có thể kể đến|tập trung ở|rơi vào|thuộc về|gồm có))?)(?:\s(?:về (?:số |giá trị |con số )?tuyệt đối|so với (?:kỳ|tháng|quý|năm|cùng)[^,;:.()]{1,24}?)){0,2}(?P<link>\s(?:vẫn là|là|gồm|có|ở|như)(?=[\s:]))?(?=[\s:])", re.I,
)  # fmt: skip
# So many of them, told in words, did the same: "Hai nhóm giảm giá là may mặc (giảm 0,1%) và …", "Mười trên mười một nhóm tăng, dẫn đầu là giao thông (3,1%) …".
_SO_MANY_LED = re.compile(
    rf"^\W*(?:(?:trong đó|ngược lại|trái lại|ở chiều ngược lại|chỉ có|có|còn)\W+)*{_SPELLED}(?:\s(?:trên|trong(?: số)?)\s(?:tổng số\s)?{_SPELLED})?\s"
    r"(?:nhóm hàng|nhóm|mặt hàng|ngành hàng|ngành|địa phương|huyện|xã|tỉnh|thị trường|sản phẩm|khoản thu|khoản chi|khoản|sắc thuế|lĩnh vực)(?:\s(?:hàng hóa|hàng|có chỉ số|có giá|có mức)){0,2}\s"
    r"(?:(?P<up>tăng)|giảm)(?:\s(?:giá|nhẹ))?(?:,\s(?:trong đó\s)?(?:dẫn đầu|đứng đầu|mạnh nhất|cao nhất|nhiều nhất|(?:tăng|giảm) (?:mạnh|cao|nhiều|sâu) nhất))?\s(?:vẫn là|là|gồm)(?=\s)", re.I,
)  # fmt: skip
_OWN_VALUE = re.compile(r"(?<!\w)(?:từ|lên|xuống|còn|tăng|giảm|đạt)\s+(?:\w+\s+)?\d")


def led_by_change(text: str) -> tuple[str, Direction]:
    """`text`, as long as before, with a colon after what leads a list of changes ("Giảm nhiều nhất là thép (653 triệu USD) và gạo …"), or without what says how many changed so, and their direction."""
    if (so_many := _SO_MANY_LED.match(text)) is not None:
        return f"{' ' * so_many.end()}{text[so_many.end() :]}", Direction.UP if so_many["up"] else Direction.DOWN
    m = _LED_BY.match(text)
    if m is None or not (m["link"] or m["to"] or re.match(r"\s*:", text[m.end() :])):
        return text, Direction.NONE
    alone = _OWN_VALUE.search(re.split(r"[(,;]", text[m.end() :])[0])  # "… là xe máy đạt 12 tỷ đồng": its level, not its change
    if link := m["link"]:
        text = f"{text[: m.start('link')]}:{' ' * (len(link) - 1)}{text[m.end('link') :]}"
    return text, Direction.NONE if alone else Direction.UP if m["up"] else Direction.DOWN
