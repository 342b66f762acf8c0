"""Figures that stand near a question in words and are of something else: another term of statistics, another unit, a mean, one of many, a like.

Each guard says of one figure whether it is of something else than what is asked; what a report's words cannot tell apart by how near they stand
is told apart here by what they mean. A refusal costs an answer, so a guard speaks only where question and figure both say what they are of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from chain import words as W
from chain.answer import Answer
from chain.givers import another
from chain.goods import ONE_WAY, REVENUE, of_other_goods
from chain.question import Question
from chain.select import CHANGES
from chain.whose import NAMED_ONE, of_somebody_else
from chain.world import Named, World, tokens
from report import units
from report.model import Figure, Measure, Modality
from report.patterns import PEOPLE

_ALL_OF = re.compile(r"(?<!\w)(?:các|những|toàn bộ)\s(?:cụm|khu|cửa khẩu|cảng|huyện|xã|phường|chợ|nhà máy|dự án|thị trường|bệnh viện|trường|đơn vị|địa phương|siêu thị|mỏ|doanh nghiệp)(?!\w)(?![^?]*?(?<!\w)(?:nào|mỗi|từng|lần lượt|nhất)(?!\w))", re.I)
_SHORT_KINDS = re.compile(r"^(?:CCN|KCN|KKT)(?!\w)")


def one_of_several(q: Question, f: Figure) -> bool:
    """Whether all of a kind are asked for, and a figure is of one that is called by its name: "các cụm công nghiệp", of "CCN Bó Lình"."""
    low, kind = q.text.lower(), _ALL_OF.search(q.text)
    if kind is None:
        return False
    head = _SHORT_KINDS.sub(lambda m: {"CCN": "cụm công nghiệp", "KCN": "khu công nghiệp", "KKT": "khu kinh tế"}[m[0]], f.head)
    names = (f.indicator, head if head.lower().startswith(kind[0].lower().split(maxsplit=1)[1]) else "")  # "xuất khẩu" under "cửa khẩu quốc tế Nà Pheo"
    return any(m[0].lower() not in low for name in names for m in NAMED_ONE.finditer(f" {name}"))


_NONE = re.compile(r"(?!)")
# Terms that are near one another in words and are not the same: what is asked; what then stands by the figure; what its name then does not hold.
_TERMS = (
    (re.compile(r"chỉ số sản xuất|(?<!\w)iip(?!\w)"), re.compile(r"chỉ số|(?<!\w)iip(?!\w)|^(?!.*giá trị).*sản xuất (?:toàn ngành )?công nghiệp"), re.compile("giá trị sản xuất")),
    (re.compile(r"giá trị sản xuất|(?<!\w)gtsx(?!\w)"), None, re.compile(r"chỉ số sản xuất|(?<!\w)iip(?!\w)")),
    (re.compile(r"vốn đầu tư (?:\S+ ){0,2}?toàn xã hội"), re.compile(r"toàn xã hội"), _NONE),
    (re.compile(r"thu ngân sách(?!.*(?<!\w)(?:nộp|phạt|vốn)(?!\w))"), None, re.compile(r"(?<!số )thu nộp|(?<!thu )nộp ngân sách|xử phạt|vốn (?:đầu tư )?(?:từ )?(?:nguồn )?ngân sách")),
    (re.compile(r"giá tiêu dùng|(?<!\w)cpi(?!\w)|lạm phát"), None, re.compile(r"giá vàng|đô la|(?<!\w)usd(?!\w)|bán lẻ|doanh thu")),
    (re.compile(r"khu vực dịch vụ"), None, re.compile(r"bán lẻ|doanh thu")),
    (re.compile(r"điện thương phẩm"), re.compile(r"thương phẩm|tiêu thụ"), _NONE),
    (re.compile(r"(?:điện sản xuất|sản xuất điện)(?!.*thương phẩm)"), None, re.compile(r"thương phẩm|điện tiêu thụ")),
    (re.compile(r"^(?!.*đầu (?:năm|kỳ|giai đoạn)).*tỷ lệ hộ nghèo"), None, re.compile(r"đầu (?:năm|kỳ)")),
)


_MEAN = re.compile(r"bình quân|trung bình", re.I)
_MADE = re.compile(r"(?<!\w)(?:thu hoạch|sản xuất|sản lượng|gieo trồng|trồng|khai thác|chế biến|đánh bắt|nuôi|làm ra|tồn kho|thu mua)(?!\w)", re.I)
_LOST = re.compile(r"(?<!\w)(?:tiêu hủy|tiêu huỷ|chết|thiệt mạng|tử vong|thương vong|mất|thiệt hại|(?<!thiết )(?<!trang )(?<!chuẩn )bị|ngã|đổ|cháy|hư hỏng|mắc bệnh|giết mổ|xuất chuồng|xuất bán)(?!\w)", re.I)
_NEW = r"được cấp|cấp mới|mới được|thành lập mới|tăng thêm|bổ sung|kết nạp|phát sinh|cấp thêm"
_OF_A_LEVEL = re.compile(r"(?<!\w)cấp (?:tỉnh|huyện|xã)(?!\w)", re.I)
_LORRY = re.compile(r"(?<!\w)(?:ô tô|xe)(?: ô tô)? (?:tải|đầu kéo|chuyên dụng|khách|bus|buýt)(?!\w)", re.I)
_CAR = re.compile(r"(?<!\w)(?:ô tô|xe)(?: ô tô)? con(?!\w)|9 chỗ", re.I)
_BELOW, _ABOVE = "(?:thấp|ít|kém|nhỏ|chậm) hơn|dưới", "(?:cao|nhiều|lớn|nhanh) hơn|trên|vượt"
_GOT_BACK = re.compile(r"(?<!\w)(?:thu hồi|thu được|thu nợ|đã thu|xử lý|khoanh|xóa|xoá|cưỡng chế|giảm nợ|đôn đốc)(?!\w)", re.I)
_FIRMS = re.compile(r"(?<!\w)(?:doanh nghiệp|DN|FDI|khối|khu vực|nộp|thu)(?!\w)", re.I)
_HANDED_ON = re.compile(r"(?<!\w)(?:kiến nghị|chuyển|đề nghị)(?!\w)", re.I)
_ABROAD = re.compile(r"(?<!\w)(?:nước ngoài|xuất khẩu lao động|Nhật Bản|Hàn Quốc|Đài Loan)(?!\w)", re.I)
_THERE_ARE = r"(?:có|còn|hiện có|tổng đàn|đàn)\s(?:\S+\s){0,2}?(?:bao nhiêu|mấy)"


@dataclass(frozen=True)
class _Apart:
    """What is asked, with what words in the question it is meant after all, and what figures it is then apart from: by their name, but for some names."""

    asked: re.Pattern[str]
    unless: re.Pattern[str]
    told: re.Pattern[str]
    but: re.Pattern[str] = _NONE
    counts: bool = False  # of things that are counted alone, no money


_APART = (
    # what customs took in is not what was traded
    _Apart(re.compile(r"(?<!\w)(?:kim ngạch|trị giá|giá trị)\s(?:\S+\s){0,3}?(?:xuất|nhập)(?!\w)", re.I), REVENUE, REVENUE),
    # a mean is not the most or the least
    _Apart(re.compile(r"(?<!\w)(?:đông|nhiều|cao|lớn|ít|thấp|nhỏ|vắng) nhất(?!\w)", re.I), _MEAN, _MEAN),
    # what was sent out or brought in is not what was grown or made
    _Apart(_MADE, re.compile(r"(?<!\w)(?:xuất|nhập|bán|mua|kim ngạch|ngoại thương)(?!\w)", re.I), ONE_WAY, but=_MADE),
    # how many were destroyed, or added, is not how many there are
    _Apart(re.compile(rf"(?<!\w)(?:{_THERE_ARE}|tổng đàn)(?!\w)", re.I), _LOST, _LOST, counts=True),
    _Apart(re.compile(rf"(?<!\w)(?:{_THERE_ARE}|hiện có|tổng cộng|tổng số|tất cả|cả thảy)(?!\w)", re.I), re.compile(rf"(?<!\w)(?:{_NEW}|mới|thêm|thành lập|đăng ký|ra đời|cấp)(?!\w)", re.I), re.compile(rf"(?<!\w)(?:{_NEW})(?!\w)", re.I), counts=True),
    # those that rose are not those that fell
    *(
        _Apart(re.compile(rf"(?<!\w)(?:bao nhiêu|mấy)\s[^\W\d]+(?:,?\s[^\W\d]+){{0,8}}?\s(?:{way})(?!\w)", re.I), re.compile(rf"(?<!\w)(?:{other})(?!\w)", re.I), re.compile(rf"(?<!\w)(?:{other})(?!\w)", re.I), counts=True)
        for way, other in (("giảm|hạ", "tăng"), ("tăng", "giảm|hạ"), (_BELOW, _ABOVE), (_ABOVE, _BELOW))
    ),
    # interest is no debt paid back
    _Apart(re.compile(r"(?<!\w)(?:nợ|trả|tiền|vay) gốc(?!\w)", re.I), re.compile(r"(?<!\w)lãi(?!\w)", re.I), re.compile(r"(?<!\w)lãi(?!\w)", re.I), but=re.compile(r"(?<!\w)gốc(?!\w)", re.I)),
    _Apart(re.compile(r"(?<!\w)(?:nợ|trả|tiền) lãi(?!\w)", re.I), re.compile(r"(?<!\w)gốc(?!\w)", re.I), re.compile(r"(?<!\w)gốc(?!\w)", re.I), but=re.compile(r"(?<!\w)lãi(?!\w)", re.I)),
    # what was got back of a debt is not the debt, what was lent to build is not what a firm with foreign money paid
    _Apart(re.compile(r"(?<!\w)(?:nợ thuế|nợ đọng|nợ xấu|nợ (?:xây dựng )?cơ bản)(?!\w)", re.I), _GOT_BACK, _GOT_BACK),
    _Apart(re.compile(r"(?<!\w)vốn(?!\w)", re.I), _FIRMS, re.compile(r"(?<!\w)(?:doanh nghiệp|DN) có vốn(?!\w)", re.I)),
    # those handed on for prosecution are not those prosecuted, work abroad is not all new work
    _Apart(re.compile(r"(?<!\w)khởi tố(?!\w)", re.I), _HANDED_ON, _HANDED_ON),
    _Apart(re.compile(r"(?<!\w)việc làm(?!\w)", re.I), _ABROAD, _ABROAD),
    # those that are new are not all there are
    _Apart(re.compile(r"(?<!\w)(?:mới phát sinh|phát sinh mới)(?!\w)", re.I), _NONE, re.compile(r"^(?!.*(?:mới|phát sinh|thêm)).*$", re.I | re.S), counts=True),
    # a lorry is no car
    _Apart(re.compile(r"(?<!\w)(?:ô tô|xe)(?: ô tô)? con(?!\w)", re.I), _LORRY, _LORRY),
    _Apart(_LORRY, _CAR, _CAR),
    # what the districts' level did is not what the whole province did
    _Apart(re.compile(r"(?<!\w)(?:toàn|cả) (?:tỉnh|thành phố|nước|quốc|huyện)(?!\w)", re.I), _OF_A_LEVEL, _OF_A_LEVEL),
)


@lru_cache(maxsize=64)
def _parted(text: str) -> tuple[_Apart, ...]:
    return tuple(row for row in _APART if row.asked.search(text) and not row.unless.search(text))


def by_its_name(q: Question, f: Figure) -> bool:
    """Whether a figure's name says that it is of what the question's words are apart from."""
    return any(row.told.search(f.indicator) and not row.but.search(f.indicator) and not (row.counts and (f.measure is not Measure.LEVEL or f.unit.partition("/")[0] in ("đồng", "USD"))) for row in _parted(q.text))


@lru_cache(maxsize=64)
def _terms(text: str) -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str]], ...]:
    return tuple((held, out) for asked, held, out in _TERMS if asked.search(text))


_OF_SEVERAL_INDEXES = re.compile(r"giá tiêu dùng,? (?:chỉ số )?giá vàng|chỉ số giá tiêu dùng, ")


def _by_another_term(q: Question, n: Named) -> bool:
    """The value of production is no index of it, fines paid in are no revenue of the budget."""
    if not (terms := _terms(q.text.lower())):
        return False
    name = f"{n.figure.indicator} {n.figure.head}".lower()
    own = n.figure.indicator.lower() if n.figure.table is not None and _OF_SEVERAL_INDEXES.search(name) else name  # a table's title names all that stands in it
    return any(out.search(own) or held is not None and not held.search(f"{name} {' '.join(n.zones.rows)}") for held, out in terms)


_ATTAINS = re.compile(r"(?<!\w)(?:đạt|được)\s+(?:khoảng\s+)?(?:bao nhiêu|mấy)(?!\w)(?!\s*(?:%|phần trăm|điểm))", re.I)
OF_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm|tốc độ|chỉ số|cpi|iip|grdp|gdp|lạm phát|biến động|thay đổi|%|phần trăm|tỷ lệ|mức)(?!\w)", re.I)


def attains(q: Question) -> bool:
    """Whether a question asks what was reached: "đạt bao nhiêu"."""
    return _ATTAINS.search(q.text) is not None


def _a_change(q: Question, f: Figure) -> bool:
    """How much it rose is not how much it came to."""
    return f.measure in CHANGES and q.measure is None and not q.unit and attains(q) and not OF_CHANGE.search(q.text)


_BY = r"(?<!\w)(?:về|theo|tính|xét)\s+(?:theo\s+|về\s+)?(?:mặt\s+)?"
_BY_VOLUME = re.compile(rf"{_BY}(?:số |khối |sản )?lượng(?!\w)", re.I)
_BY_WORTH = re.compile(rf"{_BY}(?:trị giá|giá trị|kim ngạch)(?!\w)", re.I)


_NUMBER_OF = re.compile(r"(?<!\w)số (?:vụ|ca|lượt|dự án|doanh nghiệp|hộ|lượng)(?!\w)", re.I)
_WORTH = re.compile(r"(?<!\w)(?:trị giá|giá trị|kim ngạch|số tiền)(?!\w)", re.I)


def _measured_otherwise(q: Question, f: Figure) -> bool:
    """A change of the worth is none of the volume ("về lượng"), and the reverse."""
    if f.measure not in CHANGES:
        return False
    if _NUMBER_OF.search(q.text) and _WORTH.search(f.indicator) and not _WORTH.search(q.text):
        return True  # "số vụ vi phạm tăng hay giảm"
    return _BY_VOLUME.search(q.text) is not None and "lượng" not in f"{f.indicator} {f.head}".lower() or _BY_WORTH.search(q.text) is not None and re.search(r"(?<!\w)lượng(?!\w)", f.indicator, re.I) is not None


_ASKED_IN = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+(?:nghìn\s+|triệu\s+|tỷ\s+)*([^\W\d_]+)(?![\w./²³]|\s+(?:khối|vuông|bán))", re.I)
_HOW_MANY_WORK = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+(?:nghìn\s+|triệu\s+)?(?:lao động|công nhân)(?!\w)", re.I)
_HOW_MANY_BEASTS = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s(?:nghìn\s|triệu\s|vạn\s)?(?:con|gà|vịt|lợn|heo|trâu|bò|dê|gia cầm|gia súc)(?!\w)", re.I)
_BEASTS = frozenset(("con", "gà", "vịt", "lợn", "heo", "trâu", "bò", "dê", "gia cầm", "gia súc", "đầu"))
_SUM_ASKED = re.compile(r"(?<!\w)(?:tổng mức đầu tư|tổng (?:số )?vốn|vốn đầu tư|kinh phí|chi phí|tổng dự toán)(?!\w)[^?]*?(?:bao nhiêu|mấy|là gì|\?$)", re.I)
_COUNT_ASKED = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s(?!tỷ|tỉ|triệu|nghìn|đồng|tiền|vốn|usd|đô)[^\W\d]", re.I)
_PLACES_ASKED = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s(?:tỉnh|thành phố|huyện|xã|phường|địa phương|quốc gia|nước|thị trường|mặt hàng|nhóm hàng|doanh nghiệp|dự án|khoản thu|sắc thuế)(?!\w)", re.I)
_MEASURED_IN = ("power", "energy", "mass", "area", "length")


def _in_another_unit(q: Question, f: Figure) -> bool:
    """"Bao nhiêu MW" is answered by no number of plants."""
    if _SUM_ASKED.search(q.text) and f.measure is Measure.LEVEL and f.unit and f.unit != "%" and not units.kind(f.unit).startswith("money") and not _COUNT_ASKED.search(q.text):
        return True  # "tổng mức đầu tư của nhà máy": no MW
    if f.measure in CHANGES and (counted := _PLACES_ASKED.search(q.text)) is not None and not OF_CHANGE.search(q.text[: counted.start()]):
        return True  # "bao nhiêu tỉnh thu kém hơn năm ngoái": so many, and not by how much
    if f.measure is not Measure.LEVEL or not f.unit or "/" in f.unit:
        return False
    if _HOW_MANY_BEASTS.search(q.text) is not None and units.kind(f.unit).startswith("count:") and f.unit not in _BEASTS:
        return True  # "bao nhiêu gà, vịt bị tiêu hủy": no number of households
    if _HOW_MANY_WORK.search(q.text) is not None:
        return units.kind(f.unit).startswith("count:") and f.unit not in PEOPLE and "lao động" not in f.indicator.lower()
    m = _ASKED_IN.search(q.text)
    unit = units.parse_unit(m[1]) if m is not None else None
    return unit is not None and units.kind(unit.unit) in _MEASURED_IN and units.kind(f.unit) != units.kind(unit.unit)


def _of_another_group(q: Question, f: Figure) -> bool:
    """What another group contributed."""
    whom = W.CONTRIBUTION.match(f.indicator)
    core = {w for w in tokens(whom["whom"]) if w not in W.STOP and w not in W.OF_PRICE_GROUPS} if whom is not None else set()
    return bool(core) and not core & set(q.row)


_BOTH_WAYS = re.compile(r"xuất(?:,| -| và)? nhập khẩu|xuất khẩu(?:,| và) nhập khẩu", re.I)


def _of_both_ways(q: Question, f: Figure) -> bool:
    """A share of exports and imports together is none of exports."""
    if f.measure is not Measure.SHARE or not ONE_WAY.search(q.text) or _BOTH_WAYS.search(q.text):
        return False
    name = f"{f.indicator} {f.head}"
    return _BOTH_WAYS.search(name) is not None and not ONE_WAY.search(_BOTH_WAYS.sub(" ", name))


def _of_neither_way_alone(q: Question, n: Named, world: World) -> bool:
    """What a sentence that tells of both ways says of a partner without a way is of both: "bạn hàng lớn nhất với 1.900 triệu USD (xuất khẩu …, nhập khẩu …), kế đến là Lào 410 triệu USD"."""
    f = n.figure
    if f.table is not None or _BOTH_WAYS.search(q.text) or len({m[0].lower() for m in ONE_WAY.finditer(q.text)}) != 1 or {"xuất", "nhập", "xuấtnhậpkhẩu"} & (n.own | n.head):
        return False
    return len({m[0].lower() for m in ONE_WAY.finditer(f.sentence.of(world.report.text))}) == 2


def _declared(q: Question, f: Figure) -> bool:
    """How many declarations were lodged is not what was traded."""
    return f.unit in ("", "tờ", "tờ khai") and ONE_WAY.search(q.text) is not None and "tờ khai" in f"{f.unit} {f.indicator} {f.head}".lower() and "tờ khai" not in q.text.lower()


_LIKE = r"\s*(?:–|-|,|/|;|và|hoặc|hay|cùng)\s*"


def _of_its_like(q: Question, n: Named, world: World) -> bool:
    """What the report lists beside what is asked: "luồng đỏ" of the question's "luồng vàng", where it says "xanh – vàng – đỏ"."""
    own, asked = n.zones.rows[0].split(), list(q.row)
    for head, mine in zip(own, own[1:]):
        if head not in asked or mine in asked or mine in W.STOP:
            continue
        at = asked.index(head)
        other = asked[at + 1] if at + 1 < len(asked) else ""
        if not other or other in n.own | n.head or other in W.STOP or other in W.GENERIC or other not in q.terms:
            continue
        a, b = re.escape(other), re.escape(mine)
        if re.search(rf"(?<!\w)(?:{a}{_LIKE}{b}|{b}{_LIKE}{a})(?!\w)", world.report.text, re.I):
            return True
    return False


_LAST_SEASON = re.compile(r"(?<!so với )(?<!so )(?<!hơn )(?<!kém )(?<!\w)(?:vụ|mùa|niên vụ)(?:\s[^\W\d]+){0,3}?\s(?:trước|ngoái)(?!\w)", re.I)
_EARLIER = re.compile(r"(?<!\w)(?:trước|ngoái)(?!\w)", re.I)
_NEAR = 60  # characters before a figure in which its season is said


def _of_this_season(q: Question, n: Named, world: World) -> bool:
    """What this season brought is not what the one before did."""
    f = n.figure
    if f.measure is not Measure.LEVEL or f.table is not None or not _LAST_SEASON.search(q.text):
        return False
    return _EARLIER.search(f"{f.indicator} {f.head} {world.report.text[max(f.sentence.start, f.span.start - _NEAR) : f.span.end]}") is None


_PART = re.compile(r"^(?P<part>.+?)\s+(?:chiếm|đóng góp)\s", re.I)


def _out_of_it(q: Question, f: Figure) -> bool:
    """What something makes up of the part is not what the part makes up: "giáo dục chiếm 39,3% chi thường xuyên"."""
    m = _PART.match(q.text) if f.measure is Measure.SHARE and f.head else None
    part = {w for w in tokens(m["part"]) if w not in W.STOP} if m is not None else set()
    own = {w for w in tokens(f.indicator) if w not in W.STOP and w not in W.GENERIC}
    return bool(part and own) and part <= set(tokens(f.head)) and not part & own


_SO_MANY = r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)"
_TOGETHER = re.compile(rf"(?:cả\s+|tổng\s+)?{_SO_MANY}\s\D+?(?:,|\s(?:và|cùng)\s)", re.I)
_TOLD_TOGETHER = re.compile(rf"(?<!\w)(?:{_SO_MANY}\s(?:khối|nhóm|khu vực|nước|thị trường|ngành|lĩnh vực|mặt hàng|khoản|đơn vị|địa phương|huyện|xã)|và|cùng|với|cộng|gộp|tổng cộng)(?!\w)", re.I)


def _of_them_together(q: Question, f: Figure) -> bool:
    """What several came to together is not what one of them did: "ba khối doanh nghiệp nhà nước, FDI và ngoài quốc doanh"."""
    return _TOGETHER.match(f.indicator) is not None and _TOLD_TOGETHER.search(q.text) is None


_TAX = re.compile(r"(?<!\w)thuế\s+(?P<of>(?:xuất|nhập) khẩu|(?:giá trị gia tăng|gtgt)|(?:tiêu thụ đặc biệt|ttđb)|(?:bảo vệ môi trường|bvmt)|(?:thu nhập cá nhân|tncn)|(?:thu nhập doanh nghiệp|tndn)|tài nguyên|môn bài)(?!\w)", re.I)


def _of_another_tax(q: Question, f: Figure) -> bool:
    """The value added tax on imports is not the import tax."""
    asked, told = ({_OF_TAX.get(m["of"].lower(), m["of"].lower()) for m in _TAX.finditer(text)} for text in (q.text, f.indicator))
    return bool(asked and told) and not asked & told


_WHOLE_YEAR = re.compile(r"(?<!\w)(?:ước|dự kiến|dự báo|dự ước)\s+(?:tính\s+)?(?:cho\s+)?(?:cả\s+)?năm(?!\w)|(?<!\w)cả năm(?!\w)", re.I)


def _of_a_part_of_it(q: Question, f: Figure) -> bool:
    """What half a month brought is not what the year is expected to."""
    return f.measure is Measure.LEVEL and f.period.kind in ("month", "months", "season", "date", "quarter", "half") and _WHOLE_YEAR.search(q.text) is not None and q.modality in (Modality.ESTIMATE, Modality.FORECAST) and all(p.kind == "year" for p in q.periods)


_OF_TAX = {"gtgt": "giá trị gia tăng", "ttđb": "tiêu thụ đặc biệt", "bvmt": "bảo vệ môi trường", "tncn": "thu nhập cá nhân", "tndn": "thu nhập doanh nghiệp"}
_YEARLY = re.compile(r"(?:đến|tới) năm|bình quân|trung bình|giai đoạn|thời kỳ|mỗi năm|hằng năm|hàng năm|/năm|năm năm|\d năm", re.I)


def _over_the_years(q: Question, f: Figure) -> bool:
    """How much it grew a year over five years is not by how much it grew in the last one."""
    return f.measure in CHANGES and f.period.kind == "range" and q.measure is Measure.GROWTH and len(q.periods) == 1 and q.periods[0].kind == "year" and _YEARLY.search(q.text) is None


_FORETOLD = re.compile(r"(?<!\w)dự (?:báo|đoán)(?!\w)", re.I)


def _strived_for(q: Question, f: Figure) -> bool:
    """What is to be kept to is not what somebody foretells."""
    return f.modality is Modality.TARGET and _FORETOLD.search(q.text) is not None and not W.TARGET.search(q.text)


_ASSIGNED = re.compile(r"(?<!\w)(?:dự toán|kế hoạch|chỉ tiêu)(?: [^\W\d]+){0,8}? (?:được )?giao(?!\w)|(?<!\w)giao (?:dự toán|kế hoạch|chỉ tiêu)(?!\w)|^\W*(?:dự toán|kế hoạch) (?:thu|chi|vốn)(?!\w)(?!.*(?:so|bằng|đạt|vượt|hụt)(?!\w))", re.I)


def _not_assigned(q: Question, n: Named, world: World) -> bool:
    """What somebody foretells is not what was assigned."""
    f = n.figure
    if f.modality is not Modality.FORECAST or f.measure is not Measure.LEVEL or not _ASSIGNED.search(q.text) or W.FORECAST.search(q.text):
        return False
    before = "" if f.table is not None else world.report.text[max(f.sentence.start, f.span.start - _NEAR) : f.span.start]
    return W.TARGET.search(f"{f.indicator} {f.head} {' '.join(n.zones.rows[:2]) if f.table is not None else ''} {before}".lower()) is None


_EACH_MONTH = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng|từng) tháng(?!\w)", re.I)


def _not_of_each_month(q: Question, f: Figure) -> bool:
    """How much it rose in the year is not how much it rose each month."""
    return _EACH_MONTH.search(q.text) is not None and _MEAN.search(q.text) is not None and "tháng" not in f"{f.indicator} {f.head} {f.unit}".lower() and f.measure in CHANGES


_BOTH_BORDERS = re.compile(r"xuất(?:,| -| và)? nhập cảnh|xuất cảnh(?:,| và) nhập cảnh", re.I)
_ONE_BORDER = re.compile(r"(?<!\w)(?:xuất|nhập) cảnh(?!\w)", re.I)


def _one_way_over(q: Question, f: Figure) -> bool:
    """Those who came in are not all who crossed the border."""
    if not _BOTH_BORDERS.search(q.text) and len({m[0].lower() for m in _ONE_BORDER.finditer(q.text)}) == 1 and re.search(r"(?<!\w)XNC(?!\w)", f.indicator) is not None:
        return True  # nor all who crossed it those who came in
    return _BOTH_BORDERS.search(q.text) is not None and not _BOTH_BORDERS.search(f"{f.indicator} {f.head}") and len({m[0].lower() for m in _ONE_BORDER.finditer(f.indicator)}) == 1


_SECTORS = (
    ("trong nước", "nội địa", "khối nội"), ("fdi", "đầu tư nước ngoài", "vốn nước ngoài", "đtnn", "trực tiếp nước ngoài", "khối ngoại"), ("tư nhân", "ngoài nhà nước", "ngoài quốc doanh", "dân doanh", "nqd"),
)  # fmt: skip
_SECTOR_NAMED = re.compile(rf"(?<!\w)(?:doanh nghiệp|khối|khu vực|công ty)(?: kinh tế| doanh nghiệp| có vốn)?\s(?P<of>{'|'.join(form for forms in _SECTORS for form in forms)})(?!\w)", re.I)


def _of_all_for_a_sector(q: Question, n: Named) -> bool:
    """What all firms did is not what those at home did: "doanh nghiệp trong nước", of "214 doanh nghiệp, trong đó 86 doanh nghiệp FDI"."""
    m = _SECTOR_NAMED.search(q.text)
    if m is None or q.excluded:
        return False
    forms = next(forms for forms in _SECTORS if m["of"].lower() in forms)
    said = f"{' '.join(n.zones.rows)} {n.figure.scope}".lower() if n.figure.table is not None else f"{n.figure.indicator} {n.figure.head} {n.figure.scope} {' '.join(n.zones.rows[2:4])}".lower()
    return not any(form in said for form in forms) and not set(tokens(m["of"])) <= n.own | n.head | n.clause | n.lead


_WIDER = re.compile(r"(?<!\w)(?:cả nước|toàn quốc|bình quân chung|trung bình chung)(?!\w)", re.I)
_HELD_AGAINST = re.compile(r"(?<!\w)(?:hơn|so với|so|kém|bằng|vượt|thứ|hạng|nhất)(?!\w)", re.I)


def _less_than_wide(q: Question, n: Named, world: World) -> bool:
    """What the province did is not what the whole country did, which it is only held against: "cao hơn bình quân cả nước 5,2 điểm phần trăm"."""
    f, asked = n.figure, _WIDER.search(q.text)
    if asked is None or f.table is not None or _HELD_AGAINST.search(q.text) or _WIDER.search(f"{f.indicator} {f.head} {f.scope}") and f.measure is not Measure.CHANGE:
        return False
    told = list(_WIDER.finditer(f.sentence.of(world.report.text)))
    return bool(told) and all(_HELD_AGAINST.search(f.sentence.of(world.report.text)[max(0, m.start() - 30) : m.start()]) for m in told)


_OTHERS = re.compile(r"^(?P<kind>.+?)\s+khác$", re.I)


def _of_the_others(q: Question, f: Figure) -> bool:
    """What others of the kind came to is not what the kind did: "thủy sản khác"."""
    m = _OTHERS.match(f.indicator)
    return m is not None and "," not in m["kind"] and " và " not in m["kind"] and set(tokens(m["kind"])) <= set(q.row) and "khác" not in q.text.lower()


_AND_THAT = re.compile(r"(?<!\w)(?:tính|kể|gồm|bao gồm|cộng)\scả\s(?P<that>[^\W\d]+(?:\s[^\W\d]+){0,3}?)(?=\s*[,?]|\s(?:thì|là|đã|toàn|cả)\s|\s*$)", re.I)


def _of_what_is_added(q: Question, n: Named, world: World) -> bool:
    """What something came to with another is not what that other did alone: "tính cả vốn kéo dài, …"."""
    m = _AND_THAT.search(q.text)
    if m is None:
        return False
    that = set(tokens(m["that"])) - W.STOP
    return bool(that) and that <= n.own and n.figure.indicator.lower().startswith(m["that"].lower().split(maxsplit=1)[0])


_ZONES = (re.compile(r"(?<!\w)(?:cụm công nghiệp|CCN|cụm CN)(?!\w)", re.I), re.compile(r"(?<!\w)(?:khu công nghiệp|KCN|khu CN)(?!\w)", re.I))


def _of_another_zone(q: Question, f: Figure) -> bool:
    """An industrial park is no industrial cluster."""
    asked, told = ([z.search(text) is not None for z in _ZONES] for text in (q.text, f"{f.indicator} {f.head}"))
    return sum(asked) == sum(told) == 1 and asked != told


_OF_BUDGET = re.compile(r"(?<!\w)(?:thu (?:ngân sách|NSNN|nội địa)|(?:dự toán|tổng|số) (?:thu|chi)(?! đầu tư)|chi (?:ngân sách|NSNN|thường xuyên|sự nghiệp|y tế|giáo dục|quản lý|an ninh|quốc phòng))(?!\w)", re.I)
_OF_CAPITAL = re.compile(r"(?<!\w)(?:giải ngân|vốn|đầu tư|thanh toán|công trình|dự án)(?!\w)", re.I)
_PAID_OUT = re.compile(r"(?<!\w)(?:giải ngân|vốn đầu tư công)(?!\w)", re.I)


def _of_capital(q: Question, f: Figure) -> bool:
    """What was paid out of investment's capital is neither revenue of the budget nor its other spending."""
    return _OF_BUDGET.search(q.text) is not None and not _OF_CAPITAL.search(q.text) and _PAID_OUT.search(f"{f.indicator} {f.head}") is not None


_OF_FIGURE = (by_its_name, _of_capital, _of_another_zone, _a_change, _measured_otherwise, _in_another_unit, _of_another_group, _of_both_ways, _declared, _out_of_it, _of_them_together, _over_the_years, _strived_for, _of_another_tax, _of_a_part_of_it, _of_the_others, _one_way_over, _not_of_each_month, one_of_several)


NOW = re.compile(r"(?<!\w)(?:bây giờ|hiện nay|hiện tại|lúc này|hiện giờ|giờ đây)(?!\w)", re.I)


def _of_a_year_gone(q: Question, n: Named, world: World) -> bool:
    """What there was when the year began, or before, is not what there is now."""
    f = n.figure
    return f.measure is Measure.LEVEL and NOW.search(q.text) is not None and not q.periods and (f.period.year or 0) < (world.main_year or 0) and f.period.year is not None


def by_itself(q: Question, n: Named) -> bool:
    """Whether a figure's own slots and name say that it is of something else."""
    return any(guard(q, n.figure) for guard in _OF_FIGURE) or _by_another_term(q, n) or _of_all_for_a_sector(q, n)


_OF_REPORT = (_of_what_is_added, _of_a_year_gone, _of_this_season, _of_neither_way_alone, _of_its_like, _not_assigned, _less_than_wide, of_other_goods, of_somebody_else)


def of_another(q: Question, n: Named, world: World) -> bool:
    """Whether a figure is of something else than what the question asks for."""
    return by_itself(q, n) or any(guard(q, n, world) for guard in _OF_REPORT)


def told_by_another_term(q: Question, told: Answer, world: World) -> bool:
    """Whether all that an answer states, worked out or not, goes by terms that are not the one asked for."""
    places = {(f.start, f.end) for f in told.figures}
    return bool(places) and not q.claim and all(_by_another_term(q, n) or by_its_name(q, n.figure) or another(q.text, n.figure, world) for n in world.figures if (n.figure.span.start, n.figure.span.end) in places)


__all__ = ["NOW", "OF_CHANGE", "attains", "by_its_name", "by_itself", "of_another", "one_of_several", "told_by_another_term"]
