"""Figures of running text: each quantity of a sentence with its indicator, measure, modality, direction and period.

A sentence is read from left to right. Between two quantities stands a gap: first the tail of the one before ("so với
cùng kỳ", "kế hoạch", "gỗ rừng trồng"), then delimiters, then the lead of the next ("trong đó kim ngạch xuất khẩu đạt").
A lead is a noun phrase and trigger words; where the noun phrase is missing, the subject before goes on. Not here: tables
(`grid`), and which sentences there are (`sentences`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from report import units
from report.asides import Mirrors, mirrored, same_count, told_twice
from report.model import Base, Bound, Direction, Figure, Measure, Modality, Period, Span
from report.numbers import Quantity, quantities
from report.periods import PeriodMention, contains, periods, same, with_year


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)", re.I)


@dataclass(frozen=True)
class Setting:
    """What a sentence inherits from its paragraph, section and report."""

    period: Period = field(default_factory=Period)
    range: Period = field(default_factory=Period)
    modality: Modality = Modality.ACTUAL
    year: int | None = None
    head: str = ""
    subject: str = ""
    unit: str = ""
    base: Base = Base.NONE
    main: Period = field(default_factory=Period)  # what the report or section is about, whatever the sentence before was
    base_of: Period = field(default_factory=Period)  # the time of the figures that were compared with it
    titled: Base = Base.NONE  # what the section's title compares with: "So với tháng trước"


@dataclass(frozen=True)
class Read:
    """The figures of a sentence, and what the next sentence inherits."""

    figures: tuple[Figure, ...]
    after: Setting


# Words between a noun phrase and its number. The longest first; "tăng trưởng" and "gia tăng" name things and are no triggers.
_UP = r"(?<!gia )tăng(?!\s+(?:trưởng|cường|thu\b|ca\b|gia\b))(?:\s+(?:thêm|lên|nhẹ|khá|mạnh|cao|bình quân|trên|gần|khoảng))*|vượt|(?<!không )cao hơn|nhiều hơn|lớn hơn|nâng|hơn\s+(?=\d)"
_DOWN = r"(?<!miễn )(?<!suy )(?<!cắt )giảm(?!\s+(?:nghèo|phát thải))(?:\s+(?:xuống|nhẹ|sâu|mạnh|còn|bớt|bình quân))*|(?<!không )thấp hơn|ít hơn|(?<!cú )hụt|rút ngắn|sụt giảm|kém(?! hiệu quả| chất lượng| phát triển)"
# What is compared with may stand right after "so": "so tháng 12/2023 tăng 1,35%".
_COMPARED_TIME = r"\s+(?:cùng (?:kỳ|tháng|quý|thời)|tháng|quý|năm|kỳ|đầu|cuối|thời điểm)(?!\w)"
_TRIGGER = _words(
    r"(?<!tốc độ )(?<!mức )(?:tiếp tục |đã |đều |vẫn )*(?:" + _UP + ")", r"(?<!tốc độ )(?<!mức )(?:tiếp tục |đã |đều |vẫn )*(?:" + _DOWN + ")",
    r"tăng trưởng(?=\s+(?:bình quân|đạt|trên|khoảng|gần|ước|âm|dương|[\d+\-–]))", r"(?:đã |phải |sẽ |chỉ |mới )*đạt(?:\s+được)?(?!\s+chuẩn)", r"dự ước|ước(?:\s+(?:tính|đạt|thực hiện|khoảng))?",
    r"là", r"(?<!mặt )(?<!cân )(?<!đồng )bằng(?! lái| cấp| sáng| chứng| đường| hiện vật| vốn| hình thức| phương tiện| xe| tàu| máy| thuyền)", r"chiếm(?:\s+(?:tỷ trọng|tỉ trọng|tỷ lệ|khoảng|gần|trên|hơn))*", r"gấp(?:\s+(?:hơn|gần|khoảng))?", r"so với", rf"so(?={_COMPARED_TIME})", r"(?<!đóng )góp(?:\s+(?:khoảng|gần|hơn|trên|tới))?(?=\s*$)", r"còn(?!\s+lại)", r"phấn đấu", r"dự kiến", r"dự báo",
    r"ở mức", r"(?<!trở )lên(?:\s+(?:tới|đến|mức))?", r"xuống(?! giống| cấp| tới)(?:\s+còn)?", r"(?<!và )tương đương(?! tiền)", r"tức(?: là)?(?=\s)", r"tương ứng", r"lần lượt", r"xuất siêu", r"nhập siêu", r"thâm hụt", r"thặng dư",
    r"bình quân(?=\s+(?:(?:hằng|hàng|mỗi)\s+năm|tăng|giảm|giai đoạn|\d|đạt|năm|trên|gần|khoảng|ước|5 năm|cả giai đoạn|trong|0)|\s*$)(?!\s+\d+\s+(?:người|tháng))(?:\s+(?:hằng|hàng|mỗi)\s+năm)?", r"(?:không quá|ít nhất|tối thiểu|tối đa|trên|dưới|gần|hơn|khoảng|xấp xỉ)(?=\s*$)", r"từ(?=\s*$)", r"gồm", r"(?:mục tiêu|kế hoạch|chỉ tiêu|dự toán)(?=\s*(?:năm|là|giao|đạt|đề ra|đến|cả năm|tăng|giảm|tháng|quý|:|$))",
    r"(?<!vốn )(?<!đầu tư )thực hiện(?=\s*(?:được|đạt|ước|năm|là|cả năm|:|$))", r"đến nay", r"có(?=\s*(?:thêm|khoảng|trên|gần|hơn)?\s*$)", r"phải(?=\s+đạt)", r"lũy kế", r"luỹ kế", r"không tăng", r"đứng ở mức", r"duy trì", r"dao động", r"(?<!thu )(?<!lưu )(?<!cất )(?<!bắt )giữ(?:\s+(?:ổn định|vững|mức|ở mức))*(?=\s*(?:ở mức|trên|dưới|khoảng|gần|hơn|ở|mức)?\s*$)", r"nằm trong(?:\s+(?:giới hạn|khoảng|mức|mục tiêu))?", r"không (?:thấp|cao|nhỏ|lớn|ít|vượt) (?:hơn|quá)", r"(?<!thành lập )(?<!cấp )(?<!trồng )(?<!khởi công )(?<!đăng ký )(?<!phát hiện )(?<!việc làm )(?<!nông thôn )(?<!xây )(?<!kết nạp )mới(?=\s*(?:có|được|đạt|còn|là)\s*$)", r"(?<!chứng )(?<!tín )(?<!địa )chỉ(?=\s*(?:có|được|đạt|còn|là)?\s*$)", r"có lúc", r"đóng góp", r"lên tới", r"tăng trưởng(?=\s*$)", r"với(?=\s*$)", r"(?<!hoàn )thành(?=\s*$)", r"hoàn thành(?=\s*$)", r"(?:tỷ trọng|cơ cấu)(?=\s*$)",
)  # fmt: skip
_UP_RE = _words(_UP, r"tăng trưởng(?!\s+âm)", r"tốc độ tăng", r"mức tăng")
_DOWN_RE = _words(_DOWN, r"tăng trưởng âm", r"tốc độ giảm", r"mức giảm")
_LEVEL_RE = _words(r"đạt(?:\s+được)?", r"là", r"còn", r"xuống(?:\s+còn)?", r"lên(?:\s+(?:tới|đến|mức))?", r"ở mức", r"thành")
_AVERAGE = _words(r"bình quân(?!\s+(?:(?:\d+|ba|sáu|chín) tháng|quý|cả năm|năm \d|tháng|chung|đầu người|một|theo|các|\d+\s+người|hộ|mỗi (?!năm)))", r"(?:mỗi|hằng|hàng) năm", r"/\s*năm")
_PLAN = r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|\bKH\b)"
_PLAN_TAIL = re.compile(rf"^\s*(?:so\s+(?:với\s+)?)?(?:với\s+)?(?:mức\s+|tiến độ\s+)?{_PLAN}", re.I)
_YEAR_TAIL = re.compile(r"^\s*(?:so\s+)?(?:với\s+)?(?:mức\s+|thực hiện\s+|kết quả\s+)?(?:của\s+)?(?:cùng kỳ|cùng thời điểm|năm (?:trước|ngoái|\d{4})|cùng tháng|cùng quý)", re.I)
_SO_VOI = re.compile(r"^\s*(?:\S+\s+){0,3}?so\s+(?:với\s+)?", re.I)
_ESTIMATE = _words("ước", "dự ước", "ước tính", "ước đạt", "số ước", "sơ bộ", "ước thực hiện")
_TARGET = _words("phấn đấu", "mục tiêu", "kế hoạch", "chỉ tiêu", "phải đạt", "đặt ra", "dự toán", r"đề ra", "được giao", "cần đạt", "KH")
_NOT_TARGET = _words(
    r"chương trình mục tiêu(?: quốc gia)?",
    r"(?:vượt|hoàn thành|so với|so|bằng|đạt|chưa đạt|không đạt|thấp hơn|cao hơn|theo|trong|ngoài|để hoàn thành|thực hiện|vượt mức|các)\s+(?:và vượt\s+)?(?:mức\s+)?(?:các\s+)?(?:mục tiêu|kế hoạch|chỉ tiêu|dự toán|KH)(?:\s+(?:kế hoạch|năm|đề ra|giao|được giao|đặt ra|cả năm))*"
)
_FORECAST = _words("dự kiến", "dự báo", "sẽ đạt", "sẽ tăng", "ước cả năm")
_DONE = _words("thực hiện", "đã", "thực tế", "đạt được", "hiện có", "thực thu")
_SHORT_OF = re.compile(rf"(?<!\w)(?:chưa|không)\s+(?:đạt|hoàn thành)(?:\s+được)?\s+(?:mức\s+)?{_PLAN}(?:\s+(?:đề ra|giao|được giao|đặt ra|năm|là|của năm))*\s*$", re.I)
_BESIDE_GOAL = re.compile(rf"(?<!\w)(?:thấp|cao|kém|chậm)\s+hơn\s+(?:so với\s+)?(?:mức\s+)?{_PLAN}[^,;:()\d]{{0,40}}\slà\s*$", re.I)  # "thấp hơn mục tiêu đề ra là 8%"
_EXECUTED = _words("giải ngân", "thực hiện", "thanh toán", "nghiệm thu", "thu được", "nộp", "đã", "chi", "hoàn thành", "sử dụng", "phân bổ", "bố trí")
_CAUSE = re.compile(r"(?:chủ yếu |một phần |nguyên nhân (?:chủ yếu )?(?:là )?)*(?:do|nhờ|vì|bởi|nên)", re.I)
_AMONG = _words(r"trong đó(?:\s+có)?", r"trong tổng số(?:\s+này)?", r"bao gồm(?:\s+cả)?", r"gồm(?:\s+có)?", r"trong số (?:đó|này)", r"cụ thể", r"chia ra")
_DELIMITER = re.compile(r"[;:()]|,(?!\d)|(?<!\w)(?:trong đó(?:\s+có)?|bao gồm|gồm(?:\s+có)?|trong số (?:đó|này)|cụ thể|chia ra|(?<!sầu )(?<!nói )(?<!tư )(?<!của )riêng(?! lẻ| biệt| tư)|(?:chủ yếu |một phần |nguyên nhân (?:chủ yếu )?(?:là )?)*(?:(?<!tự )do(?! đó| vậy| (?:[^\s,;:()\d]+ ){1,6}?(?:quản lý|phát hành|bảo lãnh|cấp phép|làm chủ đầu tư)(?!\w))|nhờ(?! đó| vậy)|(?<!bởi )vì(?! vậy| thế)|nên|bởi(?! vậy| thế))|còn(?=\s+\S+\s+\S+)(?!\s+lại|\s+khoảng|\s+ở|\s+gần|\s+dưới|\s+trên)|và|nhưng|thì|trong khi(?: đó)?)(?!\w)|(?<=\s)[–-](?=\s)", re.I)
_MEASURED = re.compile(
    r"^(?:tổng(?! cục| công ty| thanh tra| giám đốc)|tỷ lệ|tỉ lệ|tỷ số|tỉ số|tỷ suất|tỷ trọng|diện tích|giá trị|trị giá|sản lượng|năng suất|kim ngạch|thu nhập|số(?!\s+hóa)|kinh phí|vốn|doanh thu|chỉ số|mức|lãi suất|dân số|thu(?!\s+(?:hút|hồi|hoạch|mua))|chi(?!\s+nhánh)|GRDP|GDP|CPI|IIP|đàn|độ|tốc độ|giá|lượng|dư nợ|tổng|giải ngân|thiệt hại|trọng lượng|khối lượng|nguồn vốn|xuất khẩu|nhập khẩu|cán cân|lạm phát|quy mô|công suất|sản phẩm|bội chi|nợ|lợi nhuận|tiền lương|lãi|lỗ|tài sản|hàng tồn kho|biên|EPS|số dư|lực lượng lao động)(?!\w)",
    re.I,
)
_RATE = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|lãi suất|hệ số|mức sinh|độ che phủ|che phủ|mật độ|công suất sử dụng|tỷ giá|thuế suất|tiến độ)(?!\w)", re.I)
_STANDING = re.compile(r"nợ xấu|nợ quá hạn|hộ (?:cận )?nghèo(?! giảm)|thất nghiệp|thiếu việc làm|bao phủ|độ phủ|lấp đầy", re.I)  # a rate by its noun alone
_SHARE = re.compile(r"(?<!\w)(?:tỷ trọng|tỉ trọng|cơ cấu|chiếm|đóng góp|thị phần)(?!\w)", re.I)
_RATE_OF = re.compile(r"(?<!\w)(?:tốc độ tăng|tốc độ giảm|mức tăng|mức giảm|tăng trưởng|lạm phát)(?!\w)", re.I)
_LEADING = re.compile(
    r"^(?:[\s,;:.\-–*•+“\"’')]+|(?:trên cơ sở|sau khi|trước khi|(?:kế đến|tiếp đến|tiếp đó|sau đó)(?= \w)|xét về|(?:chủ yếu|tập trung)(?: ở| là| tại| vào| từ)|ở chiều ngược lại|ngược chiều|nếu (?:tính|chia|xét|phân)(?: cả| riêng| theo| chung)?|cùng với|cùng(?=\s*$)|chưa kể|phân theo|chia theo|tính theo|(?:\w+ )?qua(?= (?:đã|toàn|tỉnh|huyện|cả|có)))(?!\w)|\d{1,2}[.)]\s|[IVX]+\.\s|[a-zđ]\)\s|(?:về|trong đó|trong khi đó|trong năm|trong|tính chung|tính|luỹ kế|lũy kế|ước|dự ước|dự kiến|riêng|theo đó|cụ thể(?: là)?|ngoài ra|đáng chú ý(?: là)?|đáng mừng(?: là)?|nổi bật(?: là)?|trái lại|ngược lại|mặt khác|đặc biệt(?: là)?|nhất là|cuối kỳ|đầu kỳ|cuối giai đoạn|tức(?: là)?|bên cạnh đó|đồng thời|đến nay|đến hết|tính đến|đến|hiện nay|hiện|nay|(?:toàn|cả) (?:tỉnh|huyện|thành phố|ngành|quốc|xã|vùng|thị xã|chi cục|hệ thống|nước|tập đoàn|công ty)(?= (?:có|đã|hiện|ước|đạt|thu|phát|xảy|giải|thành|được|trồng|khai|cấp|tổ|còn|mới|đón|tạo|xuất|nhập|sản|gieo|tiêu|sử|huy|giảm|tăng|nộp|chi|bố|hoàn|kết|công|xây|đưa|tuyển|đào|tiếp|vận|cho|phục)(?!\w)|\s*$)|trên địa bàn(?: toàn)?(?: tỉnh| huyện| thành phố)?|còn(?!\s+lại)|và|với|thì|đã|được|cả năm|cả|có thêm|có|hàng năm|hằng năm|(?:bình quân )?mỗi năm|thường xuyên|như vậy|nhờ đó|do đó|phấn đấu|tập trung|(?:bảo|đảm) (?:đảm|bảo)(?= (?:tỷ|tỉ|thu|chi|tổng|số|giá|diện|sản|kim|mức|độ))|từ đó|qua đó|trước đó|(?:nhiều|cao|thấp|ít|lớn|nhỏ) nhất trong|trên(?= (?:công suất|tổng|kế hoạch))|do|nhờ|vì|nên|để|khi|mà|tuy vậy|tuy nhiên|song|mới|thêm|tiếp tục|chỉ(?!\s+(?:số|tiêu|đạo))|trong kỳ|kỳ này|các chỉ tiêu chính|tiếp đến là|tiếp theo là|đứng đầu là|nâng tổng số|nâng|lần lượt|phải|xảy ra)(?!\w))\s*",
    re.I,
)
_TRAILING = re.compile(
    r"(?:[\s]+(?:(?:có|còn) khả năng|lần đầu(?: tiên)?(?: kể)?|của (?:khối|nhóm|khu vực|mặt hàng|ngành|loại|thị trường|đơn vị) này)$|[\s,;:.\-–“\"(*]+|(?<!\w)(?:đã|đang|được|có|ước|là|cả|(?<!chứng )(?<!tín )chỉ|(?:mang|đem|thu) về|(?<=\w )(?:ôm|gánh|cõng)|co lại|hồi phục|phục hồi|thu hẹp|nới rộng|hạ nhiệt|lùi|tại thời điểm|thời điểm|(?:cả|trong|toàn) (?:giai đoạn|thời kỳ|nhiệm kỳ)|(?:tiếp tục )?(?:dẫn|đứng) đầu(?: về [^,;:]{2,24})?|(?:nhiều|cao|thấp|ít|lớn|nhỏ|mạnh|nhanh|chậm) nhất|(?:đứng|xếp) (?:thứ|hạng) \w+|(?<!giá )(?:tiếp tục |cơ bản )?ổn định|duy trì|đều|cũng|tiếp tục|lần lượt|khoảng|trên|hơn|gần|dưới|bình quân|(?<!cây )hằng năm|(?<!cây )hàng năm|mỗi năm|cho|với|đạt|trong|vào|của|tại|ở|thì|và|từ|đến|(?<!cây hằng )(?<!cây hàng )năm|cả năm|trong kỳ|trong năm|thêm|tổng cộng|ghi nhận|vẫn|sẽ|phấn đấu|dự kiến|(?<!vốn )thực hiện|theo|về|xếp|phải|(?<!phát )(?<!thể )(?<!thực )hiện|hiện nay|(?:cải thiện|biến động|nhích)|(?:nhờ|do|theo|từ) đó|hết|tính đến|đến hết|cuối|đầu|giữa|vẫn|(?<!chứng )(?<!tín )chỉ|là do|còn|như sau|so với|cùng kỳ|tính|tính đến))$",
    re.I,
)
_SCOPE = _words(
    r"địa phương", r"qua địa bàn", r"trên địa bàn(?: tỉnh| huyện| thành phố)?", r"khu vực (?:nông thôn|thành thị|nhà nước|FDI|công nghiệp|dịch vụ|có vốn đầu tư nước ngoài|kinh tế trong nước)", r"doanh nghiệp FDI", r"doanh nghiệp trong nước", r"khối doanh nghiệp FDI", r"cả nước", r"toàn tỉnh", r"toàn huyện", r"toàn quốc", r"quốc gia", r"trung ương", r"nông thôn", r"thành thị", r"nội địa"
)  # fmt: skip
_STOP_AFTER = re.compile(r"^(?:so|cho|tại|ở|để|từ|trong(?! (?:nước|tỉnh|dân|ngành|diện))|và|với|theo|kế hoạch|dự toán|của|thuộc|đạt(?! chuẩn)|tăng(?! giá(?!\w))|giảm(?! giá(?!\w))|bằng|chiếm|gấp|do|vì|nhờ|là|lên|xuống|mỗi|trên|qua|vào|sau|trước|năm|tháng|quý|nhưng|hoặc|tổng|diện tích|cùng|gồm|bị|còn(?! lại)|như|hằng|hàng|/|ước|khi|đến|tính|chỉ|bình quân|vượt)(?!\w)", re.I)
_CUT_AFTER = re.compile(r"(?<!\w)(?:so với|(?<!gia )tăng(?! giá(?!\w))|giảm(?! giá(?!\w))|(?<!mặt )(?<!cân )(?<!đồng )bằng(?! lái| cấp| sáng| chứng| đường| hiện vật| vốn| hình thức| phương tiện| xe| tàu| máy| thuyền)|đạt(?! chuẩn)|chiếm|gấp|kể từ|do|vì|nhờ|trong đó|gồm|theo kế hoạch|với)(?!\w)", re.I)
_VERBAL = re.compile(r"(?<!\w)(?:ngày càng|do|vì|nhờ|(?<!thiết )(?<!chuẩn )bị|phải|khi|sau khi|nhằm|để|theo|tập trung|cơ bản|mặc dù|tuy nhiên|đạt|tăng|giảm|vượt|tiếp tục|là|chuyển|được|đã|đang|có|hết hạn|ngừng|thực hiện)(?!\w)", re.I)
_ADVERBIAL = re.compile(r"^\s*(?:nếu|đáng chú ý|đáng mừng|nổi bật|trái lại|ngược lại|mặt khác|đặc biệt|tuy vậy|cuối kỳ|đầu kỳ|trong|tại|ở|theo|đến|tính|từ|để|nhờ|do|với|sau|trước|năm|tháng|quý|giai đoạn|về|qua|bên cạnh|ngoài|dự ước|ước|so với|lũy kế|luỹ kế|kết quả|nhìn chung|\d|cùng với|đối với|hằng năm|hàng năm|ngày|hết|đồng thời|tính chung|chung|thường xuyên)(?!\w)", re.I)
_BARE_NOUN = re.compile(r"(?:trị giá|giá trị|trọng lượng|quy mô|công suất|diện tích|kinh phí|tổng vốn|tổng trị giá|số tiền|tổng kinh phí|tổng mức đầu tư|tổng vốn đầu tư)", re.I)


def _blank_periods(text: str, found: Sequence[PeriodMention]) -> str:
    chars = list(text)
    for m in found:
        for i in range(m.start, min(m.end, len(chars))):
            chars[i] = " "
    return "".join(chars)


@lru_cache(maxsize=4096)
def _periods(text: str) -> tuple[PeriodMention, ...]:
    return tuple(periods(text)) if re.search(r"\d|năm|tháng|quý|kỳ|nửa|Q|H", text) else ()


# Who does or plans it, before what is measured: "công ty lãi sau thuế", "đại hội đã thông qua kế hoạch doanh thu".
_ACTOR = re.compile(
    r"(?:(?:toàn |cả )?(?:công ty|tập đoàn|tổng công ty|ngân hàng|hợp tác xã|nhà máy|tỉnh|huyện|xã|thành phố|thị xã|ngành|sở|cục|chi cục|nước|hệ thống|đại hội|hội đồng|HĐND|UBND|HĐQT|Quốc hội|Chính phủ|ban|kho bạc)(?!\w)(?:(?! của | có | đạt )[^,;:()]){0,60}?\s+"
    r"(?=(?:lãi|lỗ|doanh thu|lợi nhuận|bội chi|bội thu|mức|quy mô|thu|chi|xuất khẩu|nhập khẩu|nợ|tổng|nộp|vốn|giải ngân|dư nợ|tỷ lệ|giá trị|sản lượng|kim ngạch|diện tích|số)(?!\w))"
    r"|[^,;:()]{3,80}?\s(?:thông qua|giao|đặt|đề ra|xây dựng|phê duyệt)\s+(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán)\s+(?:về\s+)?)", re.I,
)  # fmt: skip
_DOES = (
    r"(?:tiếp nhận|chấp thuận|bắt giữ|cưỡng chế|rút|tuyển|tổ chức|khám|điều trị|đón|kiểm tra|xử lý|phát hiện|giải quyết|cấp|xây dựng|thành lập|hỗ trợ|khởi tố|thu hồi|thu giữ|tiêu hủy|trồng|gieo|xuống giống|hiến|đóng góp|góp|"
    r"hoàn thành|đào tạo|tạo|huy động|cho vay|chi trả|giải ngân|phê duyệt|phục vụ|vận chuyển|sản xuất|tiêu thụ|bán|mua|nộp|ban hành|thẩm định|làm thủ tục|hoàn thuế|truy thu|phạt|xử phạt|tháo dỡ|sửa chữa|nâng cấp|thu hút|kết nạp|vận động|tư vấn|thu hoạch|gieo cấy|gieo sạ|chăm sóc|làm đất|tiêm phòng|tiêm|đánh bắt|khai thác|nuôi|thả|chuyển)(?!\w)"
)
_DOER = re.compile(
    r"(?:(?:các |những |toàn |cả )?(?:UBND|HĐND|trung tâm|đơn vị|cơ quan|cơ sở|doanh nghiệp|công ty|lực lượng|công an|bộ đội|đội|ngành|tỉnh|huyện|xã|phường|thành phố|hải quan|chi cục|cục|sở|ban|quỹ|ngân hàng|bà con|nhân dân|người dân|nông dân|hộ|trạm y tế|bệnh viện|hội|đoàn|kho bạc)(?!\w)"
    rf"(?:(?! của ) [^\s,;:()]+){{0,8}}?) (?:(?:đã|đang|được|cần|sẽ|tiếp tục|quyết định|phải)\s+)*(?={_DOES})", re.I,
)  # fmt: skip
_CAUSED_BY = re.compile(r"(?:và |qua đó |từ đó |góp phần |tác động |đã )*(?:làm|khiến|kéo|đẩy|giúp)(?: cho)?\s", re.I)
_CAUSED = re.compile(r"[^,;:()]{2,40}?\s(?:này|đó|ấy)\s+mà\s+|[^,;:()]{0,60}?(?<!\w)(?:cho biết|cho hay|thông tin|khẳng định|nhấn mạnh|công bố)(?: rằng| thêm)?[,:]?\s+|(?:giữ|duy trì|nâng|hạ|đưa)(?: vững| ổn định)*\s+(?=tỷ lệ|mức|tổng|độ|diện)|(?:kiểm soát|kiềm chế)\s+(?=mức|tốc độ|lạm phát|CPI)|(?:qua đó |góp phần |tác động |đã )*(?:làm|khiến|kéo|đẩy|giúp|đưa)(?: cho)?\s+", re.I)


_TURN_OF = re.compile(r"(?:(?<!\w)(?:(?:vào|hồi|từ|đến|tới|tính đến|kể từ|ngay|khoảng)\s+)*(?:đầu|cuối|giữa)\s+)?\Z", re.I)  # "đến cuối" of "đến cuối tháng 9"


@lru_cache(maxsize=4096)
def clean(phrase: str) -> str:
    """A noun phrase without adverbs, periods and remarks: "Về giá trị sản xuất năm 2015 ước" -> "giá trị sản xuất"."""
    phrase = _blank_periods(phrase, [replace(m, start=_TURN_OF.search(phrase, 0, m.start).start()) for m in _periods(phrase)])  # type: ignore[union-attr]
    phrase = re.sub(r"\(([^()]*)\)?", lambda m: f" ({m[1].strip()}) " if re.fullmatch(r"\s*[A-Z]{2,6}\s*", m[1]) else " ", phrase)
    phrase = re.sub(r"\[\^?\w+\]|\*\*|[“”\"]", " ", phrase)
    phrase = re.sub(r"\s+", " ", re.sub(r"(?<!\w)trong (?:tháng|quý|kỳ|năm)(?! \d)(?!\w)", " ", phrase, flags=re.I)).strip()
    previous = None
    while previous != phrase:
        previous = phrase
        if doer := _DOER.match(phrase):
            phrase = phrase[doer.end() :]
        if (actor := _ACTOR.match(phrase)) and phrase[actor.end() :].strip():
            whose = re.match(rf"(?:tỉnh|huyện|xã|phường|thành phố|thị xã|chi cục)(?: (?:thuế|hải quan))? (?:[{_UPPER}][\w–-]*(?: |$))+", actor[0], re.I)
            named = whose is not None and any(w[:1].isupper() for w in whose[0].split()[1:])
            phrase = _TRAILING.sub("", phrase[actor.end() :].strip(" ,;")).strip(" ,;") + (f" {whose[0].strip()}" if named and whose is not None else "")
        if (caused := _CAUSED.match(phrase)) and _MEASURED.match(phrase[caused.end() :]):
            phrase = phrase[caused.end() :]
        phrase = _TRAILING.sub("", _LEADING.sub("", _bound(phrase))).strip().replace("_", " ")
    phrase = re.sub(r"(?<=\w) (?:mới|chỉ|mới chỉ|đã) (?=(?:thu|chi|giải ngân|nộp|thực hiện|thanh toán)$)", " ", phrase)
    proper = re.match(rf"[^\W\d_]+\s+[{_UPPER}]", phrase)
    return phrase[:1].lower() + phrase[1:] if phrase[:2].istitle() and not proper and " " in phrase else phrase


def scope_of(text: str) -> str:
    """The words of a noun phrase that narrow it to a place or a group, if recognised."""
    return ", ".join(dict.fromkeys(m[0].lower() for m in _SCOPE.finditer(text)))


_UPPER = "".join(c for c in map(chr, (*range(65, 91), *range(0xC0, 0x1EFA))) if c.isupper())
_NAME_BEFORE = re.compile(rf"(?:(?<![.!?])\s[{_UPPER}][^\W\d_]*|(?<!\w)(?:ngày|số|loại|hạng|nhà máy|đợt|kỳ|khóa))\s+$")


_NAME_DASH = re.compile(rf"(?<!\w)[{_UPPER}][^\W\d_]*\s[–-]\s(?=[{_UPPER}][^\W\d_])")  # "Cửa Lạch – Mũi Rùa" is one name


@dataclass
class _State:
    """What holds while a sentence is read."""

    subject: str = ""
    subject_unit: str = ""
    head: str = ""
    head_unit: str = ""
    main: str = ""  # the last level stated outside "trong đó"
    modality: Modality = Modality.ACTUAL
    period: Period = field(default_factory=Period)
    range: Period = field(default_factory=Period)
    average: bool = False
    growth: Direction = Direction.NONE
    measure: Measure = Measure.LEVEL
    base: Base = Base.NONE
    unit: str = ""
    topic: str = ""  # what the dimensions that follow ("năng suất", "trị giá") are of
    names: dict[str, str] = field(default_factory=dict)  # the last level's name by kind of unit
    told: bool = False  # whether a colon said what the list after it measures
    led: Base = Base.NONE  # what the sentence, or the one before it, said first that it compares with ("So với tháng trước, …")
    parts_of: str = ""  # what a list after "gồm", "trong đó" is of
    level_first: bool = False  # whether the last growth was said of a level ("dư nợ 45 tỷ đồng, tăng 16%")
    planned: bool = False  # whether the modality is a target only because the last figure was a plan's ("kế hoạch 120 tỷ đồng")

    def copy(self) -> _State:
        return replace(self, names=dict(self.names))


@dataclass(frozen=True)
class _Lead:
    phrase: str
    triggers: str
    among: bool
    colon: str | None
    broke: str  # the last strong delimiter before the lead: "", ",", ";", ":", "("
    inside: str  # everything in the gap that belongs to this quantity's clauses
    adverbial: str


def _split_lead(gap: str, first: bool, after_quantity: bool) -> tuple[str, list[tuple[str, str]]]:
    """The tail of the quantity before, and the pieces (delimiter, text) after it."""
    hidden = gap
    for mention in _periods(gap):
        hidden = hidden[: mention.start] + "0" * (mention.end - mention.start) + hidden[mention.end :]
    hidden = _NAME_DASH.sub(lambda m: "_" * len(m[0]), hidden)
    marks = list(_DELIMITER.finditer(hidden))
    if not after_quantity:
        pieces = [("", gap[: marks[0].start()] if marks else gap)]
        tail = ""
    else:
        tail = gap[: marks[0].start()] if marks else gap
        pieces = []
    for i, m in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else len(gap)
        pieces.append((m[0].lower(), gap[m.end() : end]))
    return tail, pieces


# Words of two syllables of which one alone would be a verb, a preposition or an adverb of ours: they are not torn.
_COMPOUNDS = (
    "trong nước|trong tỉnh|trong dân|nâng cấp|nâng cao|sắp xếp|thể hiện|xuất hiện|biểu hiện|hiện đại|hiện vật|hiện trạng|công bằng|văn bằng|thăng bằng|bằng khen|cuối cùng|từ thiện|tại chỗ|tồn tại|"
    "về hưu|theo dõi|theo học|cho vay|cho thuê|đầu tư|đầu người|đầu mối|đầu ra|đầu vào|hàng đầu|ban đầu|bước đầu|tính mạng|giới tính|máy tính|quá hạn|hết hạn|phải thu|phải trả|phải nộp|trên không|trên biển|"
    "thiết bị|chuẩn bị|trang bị|đổi mới|nông thôn mới|hộ nghèo mới|hồi phục|mở rộng|sâu rộng|chứng chỉ|tín chỉ|địa chỉ|cổ tức|lợi tức|tin tức|truyền đạt|sống còn|lên men|xuống cấp|trưởng thành|nội thành|cấu thành|"
    "sẵn có|vốn có|lưu giữ|giữ gìn|tạm giữ|từ chối|riêng lẻ|của cải|trở về|đi về|về đích|xếp hạng|tính chất|thuộc tính|mạn tính|nhà ở|chỗ ở|làm thêm|khoảng cách|tăng cường|gia tăng|giảm phát|giảm thiểu|vượt khó|vượt trội|"
    "thiếu hụt|yếu kém|gần đây|tiếp theo|trên biển|cho thuê lại|đầu tiên"
)
_COMPOUND = re.compile(rf"(?<!\w)(?:{_COMPOUNDS})(?!\w)", re.I)


def _bound(text: str) -> str:
    """`text` with its compounds in one piece, as many characters as before."""
    return _COMPOUND.sub(lambda m: m[0].replace(" ", "_"), text)


def _trigger_split(text: str) -> tuple[str, str]:
    m = _TRIGGER.search(_bound(text))
    return (text[: m.start()], text[m.start() :]) if m else (text, "")


def _cause_spans(gap: str, pieces: Sequence[tuple[str, str]], start: int) -> list[tuple[int, int]]:
    """Where a gap tells the cause of the figure before, so that its times are not those of the figure after it."""
    spans, at = [], 0
    for i, (mark, piece) in enumerate(pieces):
        at = max(gap.find(piece, at), at)
        if i < len(pieces) - 1 and _CAUSE.fullmatch(mark):
            spans.append((start + at, start + at + len(piece)))
        at += len(piece)
    return spans


_ADMINISTRATIVE = re.compile(r"(?:các )?(?:xã|phường|thị trấn|thị xã|thành phố|quận|huyện)", re.I)
_ENDS_IN_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm)(?:\s+(?:cao|mạnh|nhiều|thấp|ít|nhanh|sâu|nhẹ|chậm|khá|lớn))*(?:\s+nhất)?\s*$", re.I)


def _lead(pieces: list[tuple[str, str]], found: list[PeriodMention]) -> _Lead:
    """The quantity's own clause: the last piece, with the pieces before it that its noun phrase goes on from."""
    among = any(_AMONG.fullmatch(d) for d, _ in pieces)
    colon: str | None = None
    text, broke, adverbial = "", "", ""
    index = len(pieces) - 1
    own = pieces[index][1] if pieces else ""
    text, broke = own, pieces[index][0] if pieces else ""
    while index > 0 and broke in (",", "và", ")", "-", "–"):
        left = pieces[index - 1][1]
        if broke == "," and _MEASURED.match(clean(_trigger_split(text)[0])) and not re.match(r"\s*(?:nhập khẩu|chi)(?!\w)", text) and not _MEASURED.match(clean(left)):
            adverbial = left
            break
        joint = " " if broke == ")" else f" {broke} " if broke == "và" else broke
        phrase, triggers = _trigger_split(text)
        left_phrase, left_triggers = _trigger_split(left)
        bare_left = not _blank_periods(left, _periods(left)).strip(" ,.*")
        if broke == ")":  # a remark in parentheses: skip it, go on with what stands before it
            depth = index - 1
            while depth > 0 and pieces[depth][0] != "(":
                depth -= 1
            if depth == 0:
                break
            short = f" ({pieces[depth][1].strip()}) " if index - 1 == depth and re.fullmatch(r"\s*[A-Z]{2,6}\s*", pieces[depth][1]) else " "
            index = depth - 1
            text, broke = pieces[index][1] + short + text, pieces[index][0]
            continue
        if broke == "," and (not re.search(r"\w", text) or not clean(phrase) and re.match(r"\s*(?:chỉ )?(?:còn|đạt|ở mức|lên|xuống)", triggers)) and _ENDS_IN_CHANGE.search(left):
            text, broke = left + " " + text, pieces[index - 1][0]  # "nhóm hàng hóa và dịch vụ khác tăng cao nhất, 3,88%"
            index -= 1
            continue
        if broke == "," and not clean(phrase) and triggers.strip().lower() in ("có", "đã có") and not left_triggers.strip():
            adverbial = left  # "Trong 11 nhóm hàng …, có 8 nhóm …"
            break
        if broke == "," and _ADMINISTRATIVE.fullmatch(clean(phrase)) and re.match(r"\s*(?:tại|ở)\s", left):
            text, broke = left + joint + text, pieces[index - 1][0]  # "tại các trạm y tế xã, thị trấn 74.115 lượt"
            index -= 1
            continue
        if broke == "," and not triggers.strip() and len(phrase.split()) < 4 and re.fullmatch(r"\s*có\s+(?:\S+\s*){1,4}", left) and not _MEASURED.match(clean(phrase)):
            text, broke = left + joint + text, pieces[index - 1][0]  # "riêng có bằng cấp, chứng chỉ 22,7%"
            index -= 1
            continue
        if broke == "và" and not triggers.strip() and (foremost := re.search(r"nhất(?: vẫn)? là\s+((?:\S+\s*){1,5})$", left, re.I)):
            text, broke = foremost[1] + joint + text, pieces[index - 1][0]  # "tăng cao nhất là nhóm thuốc và dịch vụ y tế (+8,94%)"
            break
        if bare_left or _ADVERBIAL.match(left) or left_triggers.strip() or _VERBAL.search(left):
            if broke == "và" and left_triggers.strip() and phrase.strip() == "" and not bare_left:
                text, broke = left + joint + text, pieces[index - 1][0]
                index -= 1
                continue
            if broke == "và" and not left_triggers.strip() and not bare_left and (not _VERBAL.search(left) or _RATE.match(clean(left)) and not _MEASURED.match(clean(phrase))):
                text, broke = left + joint + text, pieces[index - 1][0]
                index -= 1
                continue
            adverbial = left
            break
        if not clean(phrase) and not triggers.strip() and not left.strip():
            break
        if broke == "," and _CAUSE.fullmatch(pieces[index - 1][0]):
            break  # a cause ends at its comma
        text, broke = left + joint + text, pieces[index - 1][0]
        index -= 1
    strong = ""
    for d, _ in pieces:
        if d in (";", ":", "(") or _AMONG.fullmatch(d) or d == "riêng":
            strong = d
    for i, (d, _) in enumerate(pieces):
        if d == ":" and i > 0:
            colon = pieces[i - 1][1]
            # the head is the noun phrase before the colon, with its comma joins
            j = i - 1
            while j > 0 and pieces[j][0] in (",", "và") and not _ADVERBIAL.match(pieces[j - 1][1]):
                joiner = " và " if pieces[j][0] == "và" else ", "
                colon = pieces[j - 1][1] + joiner.rstrip(" ") * (joiner == ", ") + (joiner if joiner != ", " else "") + colon
                j -= 1
    phrase, triggers = _trigger_split(text)
    triggers = re.sub(r"^góp(?!\w)", "đóng góp", triggers, flags=re.I)
    inside = " ".join(p for _, p in pieces)
    return _Lead(phrase, triggers, among, colon, strong or broke, inside, adverbial)


def _period_of(mentions: list[PeriodMention], year: int | None) -> tuple[Period, Period, PeriodMention | None]:
    """The last period and the last base among `mentions`."""
    own, base, last = Period(), Period(), None
    for m in mentions:
        if m.role == "base":
            base = m.period
        elif m.period and m.role != "since":
            own, last = with_year(m.period, year) if m.period.kind != "range" else m.period, m
    return own, base, last


def _relation(period: Period, base: Period) -> Base:
    """What a comparison of `period` with `base` is called; NONE where their times do not tell."""
    if not period.year or not base.year:
        return Base.NONE
    years = period.year - base.year
    if base.kind == "month" and base.part == 12 and years == 1 and period.kind != "year" and not (period.kind == "month" and period.part in (1, 12)):
        return Base.DECEMBER
    if base.kind == period.kind == "season" and base.part and period.part:
        order = [24 * p.year + 2 * (p.part % 100) + p.part // 100 for p in (period, base) if p.year and p.part]
        return Base.PREVIOUS if order[0] - order[1] == 1 else Base.YEAR if order[0] - order[1] == 24 else Base.FIXED
    if base.kind == period.kind and base.kind in ("month", "quarter") and base.part and period.part:
        steps = years * (12 if base.kind == "month" else 4) + period.part - base.part
        return Base.PREVIOUS if steps == 1 else Base.YEAR if years == 1 and base.part == period.part else Base.FIXED
    if years == 1 and (base.kind == "year" or base.kind == period.kind and base.part == period.part):
        return Base.YEAR
    return Base.FIXED


def _base(text: str, base_mention: Period, period: Period, average: bool) -> Base:
    low = text.lower()
    if base_mention.kind == "season":
        base_mention = with_year(base_mention, period.year)
    if base_mention.kind in ("month", "quarter", "season") and base_mention.year and period.kind == base_mention.kind and (found := _relation(period, base_mention)) is not Base.NONE:
        return found
    if re.search(r"so\s+(?:với\s+)?(?:mức\s+|thực hiện\s+)?(?:cuối\s+)?tháng\s*(?:12|mười hai)|so\s+(?:với\s+)?(?:thời điểm\s+|mức\s+)*(?:cuối|đầu)\s+năm|so\s+(?:với\s+)?(?:thời điểm\s+)?(?:cuối\s+)?(?:ngày\s+)?31[/-]12", low):
        return Base.DECEMBER
    if re.search(r"so\s+(?:với\s+)?(?:cuối\s+)?(?:tháng|quý|kỳ|tuần)\s+(?:trước|liền)|(?:tháng|quý) trước(?!\s+đó)|tháng (?:trước đó|liền kề)|so với (?:tháng|quý) ", low) and "cùng kỳ" not in low:
        return Base.PREVIOUS
    if re.search(rf"(?:so\s+(?:với\s+)?|vượt\s+|hụt\s+|thấp hơn\s+|cao hơn\s+)(?:mức\s+|tiến độ\s+)?(?:các\s+)?{_PLAN}", low) or _PLAN_TAIL.match(text):
        return Base.PLAN
    if re.search(r"cùng kỳ|năm trước|năm ngoái|cùng thời điểm|cùng tháng|cùng quý", low):
        return Base.YEAR
    if base_mention.year and re.search(r"so\s|gấp|bằng|năm", low):
        if base_mention.kind == "year" and (period.year is None or base_mention.year == period.year - 1):
            return Base.YEAR
        if base_mention.kind == period.kind and period.year and base_mention.year == period.year - 1:
            return Base.YEAR
        return Base.FIXED
    return Base.AVERAGE if average else Base.NONE


def read_sentence(text: str, offset: int, setting: Setting, *, section: int | None = None, page: int | None = None, sentence: Span | None = None) -> Read:
    """The figures of one sentence that stands at `offset` in the report."""
    qs = quantities(text)
    for i in range(len(qs) - 2, -1, -1):
        if not qs[i].unit and qs[i].scale == 1 and units.kind(qs[i + 1].unit).startswith("count:") and _NEXT_NAMED.fullmatch(text[qs[i].end : qs[i + 1].start]) and _FIRST_NAMED.search(text[: qs[i].start]):
            qs[i] = replace(qs[i], unit=qs[i + 1].unit)  # "Nhật Bản 131, Đài Loan 74, thị trường khác 12 người"
    qs = [q for i, q in enumerate(qs) if not (i and q.unit in ("sao", "hạng", "bậc", "cấp") and not text[qs[i - 1].end : q.start].strip())]
    qs = [q for q in qs if not (q.unit in ("tuổi", "tháng tuổi") and (re.search(r"(?:từ|dưới|trên|đến|đủ)\s*$", text[: q.start], re.I) or re.match(r"\s*trở", text[q.end :])))]
    qs = [q for q in qs if q.unit or q.scale != 1 or not _NAME_BEFORE.search(text[: q.start]) or _LISTED_SHORT.search(text[: q.start])]
    for i in range(len(qs) - 2, -1, -1):
        if not qs[i].unit and qs[i + 1].unit and qs[i].scale == qs[i + 1].scale and _IN_PARENTHESES.fullmatch(text[qs[i].end : qs[i + 1].start]) and text[: qs[i].start].rstrip().endswith("("):
            qs[i] = replace(qs[i], unit=qs[i + 1].unit)  # "Hàn Quốc (128.400), Nga (30.870 lượt)"
    qs = [q for i, q in enumerate(qs) if not (i and q.unit in ("m", "km", "tuổi", "tấn", "m2", "ha") and re.match(r"\s*trở\s+(?:lên|xuống)", text[q.end :]) and re.fullmatch(r"[^,;:()]{0,25}(?:dài|cao|rộng|sâu|tuổi|trọng tải|công suất|diện tích)\s+từ\s*", text[qs[i - 1].end : q.start]))]
    for i in range(1, len(qs)):
        within = text.rfind("(", 0, qs[i].start)
        if not qs[i].unit and qs[i].scale == 1 and qs[i - 1].unit and units.kind(qs[i - 1].unit).startswith("count:") and within > 0 and ")" not in text[within : qs[i].start]:
            first = next((k for k in range(i) if qs[k].start > within), i)
            counted_whole = qs[first - 1] if first else None
            if counted_whole is not None and counted_whole.unit == qs[i - 1].unit and text[counted_whole.end : within].strip().count(" ") < 3 and qs[i].value <= counted_whole.value:
                qs[i] = replace(qs[i], unit=counted_whole.unit)  # "512 trường (mầm non 176, tiểu học 182)"
    qs = [q for q in qs if not (q.unit == "ngày" and q.value == int(q.value) and not re.search(r"ngày|thời gian|bình quân|công", text[max(0, q.start - 40) : q.start], re.I) and "/" not in q.unit_text)]
    qs = [q for q in qs if not (units.kind(q.unit).startswith("count:") and not text[q.start].isdigit() and re.match(rf"\s+[{_UPPER}][^\W\d_]", text[q.end :]))]
    qs = [q for i, q in enumerate(qs) if not _denominator(q, qs[i - 1] if i else None, text)]
    qs = [replace(q, unit=qs[i + 1].unit) if not q.unit and i + 1 < len(qs) and qs[i + 1].unit and units.kind(qs[i + 1].unit).startswith("count:") and _OUT_OF.fullmatch(text[q.end : qs[i + 1].start]) else q for i, q in enumerate(qs)]
    qs = [_in_money(q, qs[:i], text) for i, q in enumerate(qs)]
    mentions = _single([m for m in periods(text) if not any(q.start < m.end and m.start < q.end for q in qs)], text, setting.year)
    span = sentence or Span(offset, offset + len(text))
    state = _State(head=setting.head, modality=setting.modality, period=setting.period, range=setting.range, topic=_topic(setting.subject))
    if re.match(r"\s*(?:trong đó|cụ thể|bao gồm|gồm)(?!\w)", text, re.I):
        state.main = state.subject = setting.subject
        state.subject_unit = state.head_unit = setting.unit
        if setting.base in (Base.PREVIOUS, Base.DECEMBER, Base.AVERAGE):
            state.base, state.measure, state.average = setting.base, Measure.GROWTH, setting.base is Base.AVERAGE
    about = next((with_year(m.period, setting.year) for m in mentions if m.role == "period" and m.period.kind), setting.period)
    if setting.base in (Base.PREVIOUS, Base.DECEMBER) and setting.base_of and same(about, setting.base_of):
        state.led = setting.base
    elif setting.titled is not Base.NONE and about.kind not in _CUMULATIVE:
        state.led = setting.titled
    if structure := _STRUCTURE.match(text):
        state.head, state.head_unit = clean(structure[1]), ""
    elif (whole_of := _WITHIN.match(text)) and qs and whole_of.end() <= qs[0].start:
        state.head, state.head_unit = clean(whole_of[1]), ""
    loose = Setting(head=setting.head, subject=setting.subject, unit=setting.unit)
    out: list[Figure] = []
    stack: list[_State] = []
    listed: list[str] = []
    shared: tuple[Measure, Direction, Base] | None = None  # of "lần lượt tăng 9,8% và 10,7%"
    mirrors = Mirrors()
    due: list[Period] = []  # the times that a "lần lượt" still deals out
    before_cause: tuple[Period, Period] | None = None  # the times before a cause was told: they come back after its ";"
    asides: set[int] = set()  # where figures of another time stand
    for index, q in enumerate(qs):
        gap_start = qs[index - 1].end if index else 0
        gap = text[gap_start : q.start]
        next_start = qs[index + 1].start if index + 1 < len(qs) else len(text)
        tail_here = text[q.end : next_start]
        mark = _DELIMITER.search(tail_here)
        tail_here = tail_here[: mark.start()] if mark else tail_here
        wide = _wide_tail(text[q.end : next_start], index + 1 < len(qs))
        tail_span = (q.end, q.end + len(tail_here))
        before_tail, pieces = _split_lead(gap, index == 0, index > 0)
        if not pieces and index > 0:  # no delimiter at all: what follows the first trigger is ours
            phrase, triggers = _trigger_split(before_tail)
            linked = re.split(r"(?<!\w)(?:với|thuộc)(?!\w)", before_tail)[-1] if not triggers or triggers.lower().startswith("với") else triggers
            pieces = [("", triggers if triggers and linked is triggers else linked if linked != before_tail else triggers or (before_tail if not _SO_VOI.match(before_tail) else ""))]
        # parentheses open and close what they hold
        opened = False
        for d, _piece in pieces:
            if d == "(":
                stack.append(state.copy())
                opened = True
            elif d == ")" and stack:
                saved = stack.pop()
                state = saved
                opened = False
        lead = _lead(pieces, mentions)
        if index and pieces and pieces[-1][0] == ")" and not lead.phrase.strip() and not lead.triggers.strip() and (remarked := _REMARKED.search(text[: text.rfind("(", 0, q.start)])) and units.kind(qs[index - 1].unit).startswith("count:") and not units.kind(q.unit).startswith("count:"):
            lead = replace(lead, phrase=remarked[1], broke=remarked[0][0])  # "EU (27 nước) 5,73 tỷ USD"
        twice: tuple[Measure, Direction, Base] | None = None
        if opened and not lead.phrase.strip() and not lead.triggers.strip() and len(pieces) > 1 and pieces[-2][0] != ")" and (index or pieces[-2][1].strip()):
            before = _lead(pieces[:-1], mentions)
            if clean(before.phrase) and not _PLAN_WORD.search(before.phrase + before.triggers) and not re.search(r"cùng kỳ|so với", before.inside, re.I):
                lead = replace(before, broke=before.broke or ",")  # "tiếp đến là Đài Loan (98 nghìn lượt), Trung Quốc (87 nghìn lượt)"
                opened = False
        elif opened and index and not lead.phrase.strip() and re.fullmatch(r"\s*(?:tăng|giảm)\s*(?:khoảng|gần|hơn|trên|tới)?\s*", lead.triggers) and len(pieces) > 1 and pieces[-2][0] not in (")", "("):
            before = _lead(pieces[:-1], mentions)
            remarked_on = clean(before.phrase)
            if remarked_on and not before.triggers.strip() and len(remarked_on.split()) < 9 and not _PLAN_WORD.search(remarked_on):
                lead = replace(lead, phrase=before.phrase, broke=before.broke or ",")  # "chủ yếu ở du lịch trọn gói (tăng 1,29%)"
                opened = False
        if (mirror := mirrored(text, qs, index, out, mentions, mirrors, _run(qs, index, text))) is not None:
            src = mirror.source
            then_time = _mentioned(mirror.when, _at(state, src.period), setting) if mirror.when is not None else src.period
            if mirror.planned and mirror.when is None and then_time.kind in ("month", "months", "quarter", "half", "date", "season") and then_time.year:
                then_time = Period("year", then_time.year)
            changed = mirror.direction is not None and src.measure is not Measure.LEVEL
            asides.add(q.start)
            out.append(
                replace(
                    src, value=q.value, text=re.sub(r"\s+", " ", text[q.start : q.end]).strip(), unit=q.unit, span=Span(offset + q.start, offset + q.end), period=then_time, base_period=Period(),
                    modality=Modality.TARGET if mirror.planned else Modality.ACTUAL, bound=q.bound, direction=mirror.direction if changed and mirror.direction is not None else src.direction,
                    scale=q.scale, step=q.step, high=q.high,
                )
            )  # fmt: skip
            continue
        context = _before_parenthesis(gap) if opened else ""
        lead_start = gap_start + (len(before_tail) if index else 0)
        causes = _cause_spans(gap, pieces, gap_start)
        own_mentions = [m for m in mentions if not any(a <= m.start < b for a, b in causes) and lead_start <= m.start < q.start and not (index and (aside := _ASIDE.match(text, gap_start)) and m.end <= aside.end())]
        own_mentions = [m for m in own_mentions if m.period.kind != "date" or ";" not in text[m.end : q.start]]  # a day ends with its clause
        compared = re.search(r"(?<!\w)(?:so|cùng kỳ|gấp|của)(?!\w)", tail_here)
        tail_mentions = [m for m in mentions if tail_span[0] <= m.start < tail_span[1] and (m.role == "base" or compared is None or m.start - tail_span[0] < compared.start())]
        if (aside := _ASIDE.match(text, q.end)) and not tail_mentions:
            tail_mentions = [m for m in mentions if q.end <= m.start and m.end <= aside.end() and m.period.kind and not re.sub(r"đầu|cuối|vào|hết|tính|đến|thời|điểm", "", text[aside.start(1) : m.start]).strip()][:1]
        included = next((clean(_trigger_split(left[1])[0]) for left, right in zip(pieces, pieces[1:], strict=False) if _INCLUDED.match(right[1])), "") if len(pieces) > 1 else ""
        for _d, piece in pieces[:-1]:
            if _SO_VOI_FIRST.match(piece):
                at = text.find(piece, gap_start)
                told_base = _told_base(piece, [m for m in mentions if at <= m.start < at + len(piece)], state.period, setting.year)
                state.led = state.base = told_base
        phrase = clean(lead.phrase)
        triggers = lead.triggers
        if (pointing := _POINTING.match(phrase)) or phrase in ("chưa", "không"):
            own_noun = re.match(r"\s*trong\s", lead.phrase, re.I) and pointing and clean(phrase[pointing.end() :])
            phrase = own_noun or ""
            if not index and not state.subject:
                state.subject, state.subject_unit = setting.subject, setting.unit
        if (then_noun := re.search(r"(?<!\w)thì\s+(?=\S)", phrase)) and _MEASURED.match(phrase[then_noun.end() :]):
            phrase = phrase[then_noun.end() :]
        if len(phrase.split()) > 5 and (beside_noun := re.search(r"\svới\s+(?=\S)", phrase)) and _MEASURED.match(phrase[beside_noun.end() :]):
            phrase = phrase[beside_noun.end() :]
        if index and _OUT_OF.fullmatch(gap):
            phrase = ""
        fell_from = bool(index and re.fullmatch(r"\s*,?\s*(?:(?:giảm|tăng|hạ|lùi|nhích|cải thiện)(?: nhẹ| mạnh)?\s+từ\s+mức|từ)\s+(?:mức\s+|con số\s+)?(?:gần\s+|khoảng\s+|hơn\s+|trên\s+)?", gap))  # "giảm còn 87% từ mức 102%"
        fell_from = fell_from and not (gap.strip(" ,")[:2].lower() != "từ" and _TO.match(text, q.end))
        if fell_from:
            phrase = ""
        if index and re.fullmatch(r"\s*/\s*(?:KH|kế hoạch|DT|dự toán)\s*", gap, re.I):
            phrase = ""
        if re.fullmatch(r"(?:đạt )?(?:tỷ lệ|mức)", phrase) and index:
            phrase = ""
        if re.search(r"\S\s+mới\s*$", lead.phrase) and phrase and not phrase.endswith("mới") and not triggers.strip():
            phrase = f"{phrase} mới"
        if (phrase or _FOREMOST.fullmatch(lead.phrase.strip(" ,;"))) and (said := _said_by(phrase, triggers, lead.phrase)):
            phrase = said.strip("-")
        if phrase.startswith("của ") and index and " của " in state.subject:
            phrase = f"{state.subject.partition(' của ')[0]} {phrase}"
        if not phrase and not index and _WITHIN_THAT.fullmatch(gap) and re.match(r"\s*(?:ấy|này|đó|nói trên|kể trên|trên)(?!\w)", text[q.end :]) and setting.subject and units.kind(setting.unit) == units.kind(q.unit):
            phrase = setting.subject  # "Trong 4.286 tỷ đồng ấy, nợ khó thu là …"
        if phrase and index + bool(setting.subject or state.main) and _PLACE.fullmatch(phrase[:1].lower() + phrase[1:]) and triggers.strip():
            phrase = ""
            if not index and not state.subject:
                state.subject, state.subject_unit = setting.subject, setting.unit
        if index and not phrase and any(d == ";" for d, _ in pieces) and re.match(r"\s*so\s", triggers) and state.main:
            state.subject, state.head, state.parts_of = state.main, setting.head, ""  # "CPI tăng 1,05%, trong đó nông thôn …; so cùng kỳ tăng 4%"
        if phrase in ("kéo", "tiếp tục kéo", "nâng"):
            phrase = ""
        if units.kind(q.unit).startswith("count:") and (happened := list(_CLAUSE_HAPPENED.finditer(phrase))) and len(phrase[: happened[-1].start()].split()) > 2:
            phrase = clean(phrase[happened[-1].end() :])  # "nắng nóng kéo dài làm xảy ra 19 vụ cháy"
        belongs = ""
        if index and out and phrase and not triggers.strip() and units.kind(out[-1].unit).startswith("count:") and units.kind(q.unit).startswith(("money", "area", "power")) and out[-1].measure is Measure.LEVEL and not _DELIMITER.search(_bound(gap)) and re.match(r"\s+\w", gap) and not _MEASURED.match(phrase) and not re.match(r"\s*với\s", gap):
            belongs, phrase = out[-1].indicator, ""  # "66 dự án trong nước 9.870 tỷ đồng": the money is theirs
        if not phrase and triggers:  # "phải đạt giá trị sản xuất 10.058 tỷ đồng": the noun phrase comes after the verb
            after_verb = clean(_TRIGGER.sub(" ", _blank_periods(triggers, _periods(triggers))))
            verb_first = not index and re.match(r"(?:giảm|tăng|nâng|kéo giảm)\s", triggers, re.I) and not state.subject and after_verb.lower() != q.unit
            phrase = after_verb if (verb_first or _MEASURED.match(after_verb)) and len(after_verb.split()) > 1 or _WHOLE_NAME.fullmatch(after_verb) and not index and not setting.subject else ""
        if opened and re.fullmatch(_PLAN, phrase, re.I):
            phrase = ""
        if index and triggers.strip().lower() == "có" and units.kind(q.unit).startswith("count:") and all(d == "và" for d, _ in pieces):
            phrase = ""  # "Trong 11 nhóm hàng hóa và dịch vụ chính có 8 nhóm tăng giá"
        if not index and not phrase and (about_noun := _ABOUT.match(text)) and about_noun.end() <= q.start:
            phrase = clean(about_noun[1])
        if _BARE_NOUN.fullmatch(phrase) and lead.adverbial and (not index or ";" in gap):
            phrase = f"{phrase} {clean(lead.adverbial)[-90:]}".strip()
        # heads
        if lead.colon is not None:
            named = _unpointed(clean(_trigger_split(lead.colon)[0]), state.subject or setting.subject)
            if index > 0 and (not named or not _MEASURED.match(named)):
                base_head = state.subject if re.match(r"[\s,]*(?:chia|phân|tính)(?: ra)? theo\s", lead.colon, re.I) or not state.head or state.measure is Measure.LEVEL and lead.broke == ":" and not named else state.head
                state.head, state.head_unit = (f"{base_head}: {named}" if named and base_head else named or base_head), state.subject_unit
            elif named:
                state.head, state.head_unit = named, ""
                if not index and not _MEASURED.match(named) and len(named.split()) < 9:
                    state.topic = named
            rises, falls = _last(_UP_RE, lead.colon), _last(_DOWN_RE, lead.colon)
            if q.unit == "%" and _STRUCTURED.search(lead.colon) and max(rises, falls) < 0:
                state.measure, state.growth, state.unit, state.told, state.level_first = Measure.SHARE, Direction.NONE, "%", True, False
            if max(rises, falls) >= 0 and q.unit == "%":
                state.measure, state.growth, state.unit, state.told = Measure.GROWTH, Direction.UP if rises > falls else Direction.DOWN, "%", True
                if (colon_base := compared_in(lead.colon)) is not Base.NONE:
                    state.base = state.led = colon_base
            if _TARGET.search(lead.colon) and not _NOT_TARGET.search(lead.colon):
                state.modality = Modality.TARGET
        elif lead.among and (state.subject or setting.subject):
            alike = next((name for kind, name in state.names.items() if units.kind(q.unit).startswith("count:") and kind.startswith(units.kind(q.unit) + " ")), "")
            state.head, state.head_unit = alike or state.main or state.subject or setting.subject, state.subject_unit
            state.parts_of = state.head
        elif opened and phrase and not index and len(pieces) > 1 and _BARE_NOUN.fullmatch(phrase) and (before_it := clean(_trigger_split(pieces[-2][1])[0])):
            state.head, state.head_unit = before_it, ""
            stack[-1].subject = stack[-1].main = before_it
        elif opened and phrase and index > 0:
            state.head, state.head_unit = state.subject, state.subject_unit
        elif phrase and lead.broke == ";" and state.head and state.head_unit and units.kind(q.unit) != units.kind(state.head_unit) and q.unit != "%" or phrase and lead.broke in (";",) and state.head and state.head != setting.head and _RATE.match(phrase):
            state.head = setting.head
        elif index and pieces and pieces[0][0] == ":" and phrase and state.subject and not state.head and units.kind(q.unit) == units.kind(state.subject_unit or q.unit):
            state.head, state.head_unit = state.subject, state.subject_unit  # "tổng nhu cầu vốn khoảng 48 tỷ đồng: hạ tầng 31 tỷ đồng; …"
        if _DIMENSION.fullmatch(phrase) and any(d == ";" for d, _ in pieces) and state.parts_of:
            state.topic, state.parts_of = _topic(state.parts_of), ""  # the list of parts is over
        # modality
        modality = _modality(q, lead, context, state, own_mentions, setting)
        if index and re.fullmatch(r"\s*/\s*(?:KH|kế hoạch|DT|dự toán)\s*", gap, re.I) and q.unit != "%":
            modality, context = Modality.TARGET, "kế hoạch"
        if index and re.fullmatch(r"\s*(?:trên|trong|/)\s*(?:tổng\s+)?(?:số\s+)?", gap) and _PLAN_TAIL.match(tail_here) and q.unit != "%":
            modality, context = Modality.TARGET, "kế hoạch"
        plan = bool(modality is Modality.TARGET and setting.modality is not Modality.TARGET and _plan_of(context, lead, q))
        goal = q.unit != "điểm phần trăm" and bool(_SHORT_OF.search(own_text := f"{lead.phrase} {lead.triggers}") or _BESIDE_GOAL.search(own_text))
        kept_modality = state.modality, state.planned
        state.modality, state.planned = modality, plan
        # periods
        kept_period = state.period
        if before_cause is not None and any(d == ";" for d, _ in pieces):
            state.period, state.range, before_cause = *before_cause, None
        if before_cause is None and index and pieces and _CAUSE.fullmatch(pieces[-1][0]):
            before_cause = state.period, state.range
        own, base_period, last = _period_of(own_mentions, setting.year)
        tail_own, tail_base, _ = _period_of(tail_mentions, setting.year)
        base_period = tail_base or base_period if tail_base or tail_base.label else base_period
        later = None if _COMPARES.search(tail_here) else _COMPARED_LATER.match(text, q.end)
        if not own and not tail_own and (month := _in_this(f"{lead.adverbial} {lead.inside}", setting)):
            own = month
        measure, direction, base = _measure(q, lead, phrase, tail_here, state, base_period if (base_period or base_period.year) else Period(), index, later["so"] if later else "", own or state.period)
        if later and measure in _BASED and not tail_base and not tail_base.label:
            later_base = _period_of([m for m in mentions if later.start("so") <= m.start < later.end()], setting.year)[1]
            base_period = later_base if later_base or later_base.year else base_period
        if tail_own and not re.match(r"\s*(?:kế hoạch|dự toán)", tail_here, re.I):
            own = tail_own
        if own.kind == "range":
            own = _filled_range(own, setting, state)
            state.range = own
        if base is Base.AVERAGE:
            period = own if own.kind == "range" else state.range or own or state.period
            if period.kind != "range" and own or own and own.kind != "range":
                state.period = own
        else:
            period = own or state.period
            if own and (own.kind != "range" or measure is Measure.LEVEL) and not aside:
                state.period = own
        if not own and period.kind in ("month", "quarter") and period.part and _CUMULATED.search(f"{lead.adverbial} {lead.inside}"):
            whole = setting.main if re.search(r"cả quý", f"{lead.adverbial} {lead.inside}", re.I) and setting.main.kind == "quarter" else Period()
            period = state.period = whole or Period("months", period.year, part=period.part * (3 if period.kind == "quarter" else 1)) if period.part * (3 if period.kind == "quarter" else 1) < 12 else Period("year", period.year)
        if base is Base.AVERAGE and period.kind in ("months", "half", "quarter", "month") and not re.search(r"/\s*năm|(?:hằng|hàng|mỗi) năm", f"{triggers} {q.unit_text}"):
            base, state.average = Base.YEAR, False  # "bình quân 5 tháng tăng": the mean of the months, not a rate a year
        elided = bool(out and measure is Measure.GROWTH and not triggers.strip() and re.match(r"\s*về\s", tail_here) and base is out[-1].base)
        if elided:
            period = out[-1].period
        compares = f"{triggers} {tail_here} {lead.adverbial} {lead.inside} {later['so'] if later else ''}"
        if base is Base.PREVIOUS and not own and not tail_own and period.kind in ("months", "half") and period.part and re.search(r"so\s+(?:với\s+)?tháng (?:trước|liền)", compares, re.I):
            period = Period("month", period.year, part=period.part * (6 if period.kind == "half" else 1))  # only a month is compared with the month before
        if base in (Base.PREVIOUS, Base.DECEMBER) and period.kind in _CUMULATIVE and not later and not elided and not re.search(r"(?<!\w)so(?!\w)|trước", f"{triggers} {tail_here} {lead.adverbial}"):
            base = Base.YEAR  # what eight months are compared with is not the month before
        if base is Base.PREVIOUS and period.kind == "months" and period.part and period.part % 3 == 0 and re.search(r"quý", tail_here, re.I) and not own:
            period = state.period = Period("quarter", period.year, part=period.part // 3)  # a comparison with the quarter before is a quarter's
            if out and out[-1].measure is Measure.LEVEL and out[-1].period.kind == "months" and out[-1].indicator == state.subject:
                out[-1] = replace(out[-1], period=period)
        if plan and not own and period.kind in ("month", "months", "quarter", "half", "date", "season") and period.year:
            period = Period("year", period.year)  # a plan is a year's unless it says otherwise
        then_level = _level_of(text, q, gap, opened, phrase, mentions, state, setting)
        if then_level is not None:
            period, grown = then_level
            if grown is not None and (grown["up"] or grown["up2"] or grown["down"] or grown["down2"]):
                measure, direction = Measure.GROWTH, Direction.UP if grown["up"] or grown["up2"] else Direction.DOWN
                base = base if base is not Base.NONE else state.base if state.base is not Base.NONE else Base.YEAR
            elif q.unit == "%":
                measure, base, direction = next(((f.measure, f.base, f.direction if f.measure is Measure.GROWTH else Direction.NONE) for f in reversed(out) if f.unit == "%"), (Measure.LEVEL, Base.NONE, Direction.NONE))
            else:
                measure, base, direction = Measure.LEVEL, Base.NONE, Direction.NONE
            phrase = ""
            if out and out[-1].measure in (Measure.GROWTH, Measure.CHANGE) and out[-1].base in (Base.YEAR, Base.NONE, Base.FIXED) and not opened and re.match(r"\s*so\s", gap) and not _DELIMITER.search(gap) and (told := _relation(out[-1].period, period)) is not Base.NONE:
                out[-1] = replace(out[-1], base=told, base_period=period)
        elif opened and not phrase and q.unit == "%" and re.search(r"(?:cùng kỳ|năm trước|tháng trước|quý trước)\D*$", gap, re.I) and measure in (Measure.LEVEL, Measure.SHARE):
            measure, base = next(((f.measure, f.base) for f in reversed(out) if f.unit == "%" and f.measure is not Measure.GROWTH), (measure, base))
        elif measure in (Measure.SHARE, Measure.LEVEL) and q.unit == "%" and not phrase and state.subject_unit not in ("%", "") and units.kind(state.subject_unit).startswith("money") and _REACHED.fullmatch(triggers) and not tail_here.strip(" .") and not lead.among:
            measure, base = Measure.COMPLETION, Base.PLAN
        if (opened or _THAT_IS.fullmatch(gap)) and not phrase and (twice := told_twice(q, gap, out)) is not None:
            measure, direction, base = twice
            period = out[-1].period
            if (both := _SO_BOTH.match(text, q.end)) and (told_of_both := _base(both[1], Period(), period, False)) is not Base.NONE:
                base = told_of_both  # "tăng 612 tỷ đồng, tức 16,7%, so với cuối năm"
                out[-1] = replace(out[-1], base=base)
        if fell_from and measure in (Measure.GROWTH, Measure.CHANGE) and out and q.unit == out[-1].unit:
            measure, base, direction = out[-1].measure, out[-1].base, out[-1].direction
        again = _AGAIN.fullmatch(gap) if index and out and own.kind == "year" else None
        if again is not None and out[-1].measure in (Measure.GROWTH, Measure.LEVEL, Measure.SHARE, Measure.COMPLETION) and q.unit == out[-1].unit:
            measure, base, direction = out[-1].measure, out[-1].base, out[-1].direction
            period = replace(out[-1].period, year=own.year, first=None, label="") if out[-1].period.kind in ("month", "months", "quarter", "half") else period
            phrase = ""
        if included:
            state.subject, state.subject_unit, state.main, phrase = included, q.unit, included, ""
        beside, kept = bool(included) or bool(index and re.fullmatch(r"\s*với\s*", gap) and not phrase and units.kind(q.unit).startswith("count:")), (state.subject, state.subject_unit, state.main)
        if re.search(r"lần lượt|tương ứng", f"{triggers} {lead.colon or ''}", re.I) and not due:
            due = _due_periods(own, own_mentions, [f for f in out if f.measure is Measure.LEVEL and f.unit == q.unit], _run(qs, index, text))
        if due:
            period = due.pop(0)
        # indicator
        names = phrase
        if "lần lượt" in triggers.lower() or "tương ứng" in triggers.lower():
            listed = [clean(x) for x in re.split(r",|;|\svà\s", lead.phrase) if clean(x)]
        if listed and (index == 0 or not phrase or "lần lượt" in triggers.lower()):
            rest = _run(qs, index, text)
            if "lần lượt" in triggers.lower() and len(listed) != rest:
                listed = []
            elif listed:
                share_of = re.match(r"(?:tỷ trọng|tỉ trọng|cơ cấu)\s+(?:của\s+)?(?:các\s+)?(?:(?:khu vực|ngành|nhóm)\s+)?(?=\S)", listed[0], re.I)
                if share_of and q.unit == "%":
                    listed[0], state.head, state.head_unit = listed[0][share_of.end() :], "tỷ trọng", ""
                noun = _MEASURED.match(listed[0])
                if len(listed) > 1 and len(listed[0].split()) > 2 and all(len(x.split()) == 1 for x in listed[1:]):
                    stem = listed[0].rsplit(" ", 1)[0]
                    listed = [listed[0], *(f"{stem} {x}" for x in listed[1:])]
                elif "lần lượt" in triggers.lower() and noun and len(listed[0].split()) > len(noun[0].split()):
                    listed = [x if i == 0 or _MEASURED.match(x) else f"{noun[0]} {x}" for i, x in enumerate(listed)]
                names = listed.pop(0)
                if shared is not None and not phrase and not triggers.strip():
                    measure, direction, base = shared
        elif phrase:
            listed = []
        if not listed and not phrase and re.search(r"lần lượt|tương ứng", triggers, re.I) and (count := _run(qs, index, text)) > 1:
            told_of = [f.indicator for f in out if f.measure is Measure.LEVEL][-count:]
            if len(told_of) == count and q.unit == "%":
                listed, names = told_of[1:], told_of[0]
                shared = (measure, direction, base)
        elif phrase or triggers.strip():
            shared = None
        if units.kind(q.unit).startswith("count:") and measure is Measure.LEVEL and (index + 1 == len(qs) or re.search(r"[;:().]|,(?!\d)|(?<!\w)(?:và|nhưng|gồm)(?!\w)", text[q.end : next_start])) and (does := _PREDICATE.match(text, q.end)) and (index + 1 == len(qs) or does.end() <= next_start):
            wide = ""
        else:
            does = None
        indicator = _indicator(q, names, triggers, wide, state, index, measure, opened, lead.broke, lead.among, lead.phrase)
        if opened and not phrase and out and measure is Measure.LEVEL and out[-1].measure is Measure.LEVEL and re.match(r"\s*(?:tương đương|khoảng|xấp xỉ)", triggers, re.I) and units.kind(q.unit).split(".")[0] == units.kind(out[-1].unit).split(".")[0]:
            indicator = out[-1].indicator
        if does is not None:
            counted_noun = q.unit if not phrase and indicator == state.subject else indicator if q.unit in indicator else f"{indicator} {q.unit}".strip()
            indicator = f"{counted_noun} {does[1]}"
        if belongs:
            of = state.head if units.kind(state.head_unit).startswith("money") else state.names.get(units.kind(q.unit), "")
            indicator = f"{of} {belongs}".strip() if measure is Measure.LEVEL else indicator
        if index + 1 < len(qs) and q.unit == qs[index + 1].unit and _OUT_OF.fullmatch(text[q.end : qs[index + 1].start]) and units.kind(q.unit).startswith("count:") and not phrase:
            predicate = _PREDICATE.match(text, qs[index + 1].end)
            after_next = predicate[1] if predicate else _after_noun(_wide_tail(text[qs[index + 1].end :]))
            indicator = f"{q.unit} {after_next}".strip()
        if not phrase and twice is not None:
            indicator = out[-1].indicator
        if then_level is not None and state.subject:
            indicator = state.names.get(units.kind(q.unit), state.subject)
        kin = units.kind(q.unit)
        if index and not state.head and state.main and _DOING.fullmatch(phrase) and measure is Measure.LEVEL and kin.startswith("money") and phrase not in state.main:
            state.head, state.head_unit = state.main, ""
        if index and not state.head and state.main and measure is Measure.LEVEL and kin.startswith(("area", "mass")) and re.fullmatch(r"thu hoạch|gieo (?:cấy|sạ|trồng)|làm đất|xuống giống|chăm sóc", phrase, re.I) and phrase not in state.main:
            state.head, state.head_unit = state.main, ""
        if index and not state.head and phrase and units.kind(q.unit).startswith("count:") and same_count(q.unit, state.subject_unit) and len(phrase.split()) < 3 and (_VERB.search(phrase) or re.match(_DOES + "|quá hạn|tồn|chờ", phrase, re.I)) and not _MEASURED.match(phrase) and state.main and measure is Measure.LEVEL and not _after_noun(wide):
            state.head, state.head_unit = state.main, ""
        of_last = bool(index and not state.head and _BARE_NOUN.fullmatch(phrase) and not opened)
        if of_last and state.subject or opened and not phrase and kin.startswith("count:") and state.subject_unit and q.unit != state.subject_unit and indicator.startswith(q.unit):
            state.head, state.head_unit = state.subject, ""
        if index and names and not lead.triggers.strip() and measure is Measure.LEVEL and lead.broke in (";", ",", "và") and not _MEASURED.match(names) and kin == units.kind(state.subject_unit) and kin and not state.head and not _VERB.search(names) and q.unit == state.subject_unit and indicator == names:
            kind_of = _DIMENSION_OF.match(state.main)
            if kind_of and len(names.split()) < 5 and units.kind(q.unit).startswith(("mass", "area", "rate", "volume")):
                indicator = f"{kind_of[0].strip()} {names}"
            elif _MEASURED.match(state.main):
                state.head, state.head_unit = state.main, state.subject_unit
        if not index and lead.adverbial and _BARE_NOUN.match(phrase) and not _ADVERBIAL.match(lead.adverbial) and not state.head:
            state.head, state.head_unit = clean(lead.adverbial)[-90:], ""
        if not indicator and not index and not state.head and not setting.subject:  # "Giá xăng giảm ngày 07/9, 14/9, bình quân giảm 4,4%"
            indicator = next((n for _, piece in pieces if not _ADVERBIAL.match(piece) and (n := clean(_trigger_split(piece)[0])) and len(n) > 2), "")
        if not indicator and lead.colon is not None and state.head:
            indicator = state.head
        if q.unit == "ha" and measure in (Measure.LEVEL, Measure.CHANGE) and indicator and not re.search(r"diện tích|(?<!\w)(?:rừng|đất)(?!\w)", indicator, re.I) and not _AREA_VERB.match(indicator):
            indicator = f"diện tích {indicator}"
        share_head = state.head
        if measure is Measure.SHARE and not share_head:
            share_head = clean(_CUT_AFTER.split(tail_here)[0]) if tail_here.strip() else ""
        elif not share_head and phrase and measure is Measure.LEVEL and not _MEASURED.match(phrase) and loose.subject and units.kind(q.unit) == units.kind(loose.unit) and units.kind(q.unit).split(".")[0] in ("money", "mass") and lead.triggers.strip():
            share_head = loose.head or loose.subject
        if phrase and not share_head and q.unit == "%" and measure is Measure.LEVEL and index and not _MEASURED.match(phrase) and lead.triggers.strip() in ("", "đạt", "là", "ở mức") and _RATE.match(state.subject):
            share_head = state.subject
        if share_head and not state.head and phrase and measure is Measure.LEVEL:
            state.head, state.head_unit = share_head, q.unit
        if then_level is not None:
            pass  # another time's level: the sentence goes on about its own
        elif measure is Measure.LEVEL and indicator:
            state.subject, state.subject_unit = indicator, q.unit
            state.names[units.kind(q.unit)] = indicator
            if _DIMENSION.fullmatch(phrase) is None and not _CAUSE.fullmatch(lead.broke) and not _AREA_VERB.match(indicator):
                state.topic = _topic(_thing(indicator, q))
            if not opened and not lead.among and not (state.head and state.head != setting.head):
                state.main = indicator
        elif names and not indicator.startswith("đóng góp của"):
            state.subject = indicator
            if not state.main:
                state.main = indicator
        if then_level is None:
            state.level_first = bool(index and not phrase and out and out[-1].measure is Measure.LEVEL and out[-1].unit != "%") if measure is Measure.GROWTH else state.level_first and measure is Measure.CHANGE
            state.measure, state.unit, state.growth = measure, q.unit, direction
            if base is not Base.NONE:
                state.base = base
        state.average = state.average or base is Base.AVERAGE
        if included:
            indicator, share_head = clean(_INCLUDED.sub("", wide)) or included, included
        if beside:
            state.subject, state.subject_unit, state.main = kept
        whole = state.range or setting.range  # "giảm từ 8,35%" in a review of five years: before them
        then = whole if whole.year and state.period.kind == "year" and state.period.year == whole.year else state.period
        if fell_from:
            asides.add(q.start)
            period = period if tail_own else Period("year", then.year - 1) if then.year and _OPENING.match(text, q.end) else _earlier(then, "")
        elif then_level is not None or tail_own and _FROM.search(triggers) and _TO.match(text, q.end):
            asides.add(q.start)
            state.period = kept_period
        elif not tail_own and _FROM.search(triggers) and _TO.match(text, q.end):
            asides.add(q.start)
            period = period if _period_of(own_mentions, setting.year)[0] else _earlier(then, "tháng trước") if state.base is Base.PREVIOUS else _earlier(then, "")
        elif (when := _then(text, own_mentions, q.start)) is not None:
            period = _earlier(state.period, when.period.label, when.period.year)
            asides.add(q.start)
        elif tail_own and _FROM.search(triggers):
            asides.add(q.start)
            state.period = kept_period
        elif whole.first and re.search(r"(?<!\w)đầu (?:kỳ|nhiệm kỳ|giai đoạn)(?!\w)", lead.inside, re.I):
            asides.add(q.start)
            period, state.period = Period("year", whole.first - 1), kept_period
        if not q.unit and (of_counted := re.match(r"(?:tổng )?số (?!lượng)", indicator)) and (counter := units.unit_at(indicator, of_counted.end())) is not None and counter.unit and units.kind(counter.unit).startswith("count:"):
            q = replace(q, unit=counter.unit)
        end = q.end
        if indicator and measure is Measure.GROWTH and (provided := _PROVIDED.search(gap)):
            indicator = f"{indicator} {provided[1]}"  # another figure than the one without the condition
        out.append(
            Figure(
                value=abs(q.value) if direction is not Direction.NONE and q.value < 0 else q.value, text=re.sub(r"\s+", " ", text[q.start : end]).strip(), unit=q.unit,
                span=Span(offset + q.start, offset + end), sentence=span, indicator=indicator or setting.subject or (q.unit if "/" in q.unit and not units.kind(q.unit).startswith(("money", "rate:money")) else ""),
                scope=scope_of(f"{indicator} {lead.adverbial}"), head=share_head if share_head != indicator else "",
                measure=measure, base=base, modality=state.modality, bound=Bound.NONE if measure is Measure.CHANGE and re.search(r"(?:cao|thấp|nhiều|ít|lớn)\s+hơn\s*$", triggers, re.I) else q.bound, direction=direction,
                period=period, base_period=base_period if base_period or base_period.year else Period(),
                scale=q.scale, step=q.step, high=q.high, section=section, page=page,
            )
        )  # fmt: skip
        if goal:  # the goal that was missed is named in passing
            state.modality, state.planned = kept_modality
    after = _after(text, [f for f in out if f.span.start - offset not in asides], state, mentions, setting)
    return Read(tuple(out), after)


_DIMENSION_OF = re.compile(r"(?:sản lượng|diện tích(?: gieo (?:trồng|cấy|sạ)| trồng| thu hoạch)?|năng suất|giá(?: bán)?(?! trị)|lượng|trị giá|đàn)\s+", re.I)
_ASIDE = re.compile(r"\s*\(((?:đầu |cuối |vào |hết |tính đến |thời điểm )*(?:năm|tháng|quý|ngày|giai đoạn)\s[^()\d]{0,12}\d[\d/\-– ]*(?:năm \d{4})?)\)", re.I)  # "11,4% (đầu năm 2022)"
_WHOLE_NAME = re.compile(r"thu|chi|giải ngân|xuất khẩu|nhập khẩu|lãi|lỗ|XK|NK|GDP|GRDP|CPI|IIP", re.I)  # of one word, and yet a name
_SO_BOTH = re.compile(r"\s*[,)]?\s*(so\s+(?:với\s+)?[^,;()]{2,40})", re.I)
_PROVIDED = re.compile(r"(?<!\w)nếu\s+((?:loại trừ|không tính|không kể|không bao gồm|trừ|gạt|tính cả|tính thêm|chỉ tính)\s[^,;()]{2,60}?)(?:\s+thì|,)[^,;()]*$", re.I)  # "nếu loại trừ yếu tố giá thì tăng 7,4%"
_OPENING = re.compile(r"\s*(?:của |hồi |ở |vào |lúc )?(?:đầu năm|cuối năm (?:trước|ngoái))(?!\s+\d)(?!\w)", re.I)  # an opening stock is the close of the year before
_WITHIN_THAT = re.compile(r"\W*Trong\s+(?:tổng\s+)?(?:số\s+)?", re.I)
_THAT_IS = re.compile(r"\s*,?\s*(?:tức(?: là)?|hay|tương ứng|tương đương)(?:\s+(?:khoảng|gần|hơn|trên))?\s*", re.I)  # "tăng 612 tỷ đồng, tức 16,7%"
_AGAIN = re.compile(r"\s*[,;]?\s*(?:và\s+|còn\s+)?(?:của|trong)?\s*(?:cùng kỳ\s+)?năm\s+\d{4}\s*(?:là|đạt|chỉ|chỉ là|tăng|giảm)?\s*", re.I)  # ", của năm 2022 là 2,36%"
_DOING = re.compile(r"(?:đã )?(?:dùng|sử dụng|giải ngân|bố trí|thanh toán|phân bổ|chi trả|chi|nộp|nghiệm thu|quyết toán|tạm ứng)", re.I)
_INCLUDED = re.compile(r"\s*(?:kể cả|tính cả|gồm cả|bao gồm cả|chưa kể|không kể|không tính|chưa tính)(?!\w)", re.I)  # "kế hoạch vốn, kể cả 782 tỷ đồng kéo dài, là 8.742 tỷ đồng"
_REMARKED = re.compile(r"[;,]\s*([^\W\d][^\d,;:.()]{1,40}?)\s*$")
_WITHIN = re.compile(r"\W*Trong\s+(tổng\s+(?!số\s*,)[^,:;()]{3,70}),\s", re.I)  # "Trong tổng giá trị sản xuất năm 2020, …"
_STRUCTURE = re.compile(r"\W*(?:về|trong|xét theo|theo)\s+((?:cơ cấu|tỷ trọng|tỉ trọng)(?:\s+[^,:;\d]{1,40})?)\s*[,:]", re.I)  # "Về cơ cấu, dịch vụ chiếm 38%"
_STRUCTURED = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng)(?!\w)", re.I)
_CUMULATED = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|tính chung cả|từ đầu năm)(?!\w)", re.I)
_ABOUT = re.compile(r"\W*(?:Về|Đối với|Riêng về)\s+([^,;:\d]{2,60}),\s")
_REACHED = re.compile(r"\s*(?:mới |chỉ |đã |ước )*(?:đạt|bằng)(?: khoảng| gần| hơn| trên)?\s*", re.I)
def _denominator(q: Quantity, before: Quantity | None, text: str) -> bool:
    """Whether a round number is what a rate is counted on: "31,6 giường bệnh trên một vạn dân", "trên 100.000 trẻ đẻ sống"."""
    over = re.search(r"(?:trên|/|mỗi|tính trên|cho)\s*$", text[: q.start], re.I)
    if over is None or q.value <= 0 or set(str(q.value.normalize().as_tuple().digits)) - set("(1,0)  ") or str(q.value.normalize().as_tuple().digits) != "(1,)":
        return False
    return q.unit == "dân" or before is not None and not text[before.end : over.start()].strip()


_OUT_OF = re.compile(r"\s*(?:trong|trên|/)\s+(?:tổng\s+)?(?:số\s+)?", re.I)  # "5 trong số 12 phiên đấu giá"
_NEXT_NAMED = re.compile(r"\s*[,;]\s*(?:và\s+)?[^\W\d][^\d,;:.()]{1,30}\s")
_FIRST_NAMED = re.compile(r"[:,;(]\s*(?:và\s+)?[^\W\d][^\d,;:.()]{1,30}\s$")
_IN_PARENTHESES = re.compile(r"\s*\)\s*(?:[,;]|và)[^()\d]{1,50}\(\s*")
_LISTED_SHORT = re.compile(rf"[(,]\s*[{_UPPER}]{{2,6}}\s+$")  # "(…, THCS 112, THPT 42)"
_BILLIONS = re.compile(r"(?:tỷ|tỉ|ty|ti)\s*$", re.I)


def _in_money(q: Quantity, before: Sequence[Quantity], text: str) -> Quantity:
    """ "8.120 tỷ" is money: of the unit said last in the sentence, else đồng."""
    if q.unit or q.scale != 10**9 or not _BILLIONS.search(text[q.start : q.end]) or re.match(r"\s*(?:người|lượt|con|cây|sản phẩm|dân|m3|kwh|tấn|lít)(?!\w)", text[q.end :], re.I):
        return q
    unit = next((b.unit for b in reversed(before) if units.kind(b.unit).startswith("money")), "đồng")
    return replace(q, unit=unit)


_AREA_VERB = re.compile(r"(?:chuyển|trồng|gieo|khai|thu|cấp|giao|quy hoạch|nuôi|khoanh|chăm|bảo vệ|tưới|đền bù|giải phóng|cải tạo|xây)", re.I)
_FROM = re.compile(r"(?<!\w)từ\s*(?:mức|gần|trên|hơn|khoảng)?\s*$", re.I)
_TO = re.compile(r"(?:[^\d;.]|\d(?!\d*%)){0,40}?(?<!\w)(?<!trở )(?:lên|xuống|còn)(?!\w)", re.I)
_COMPARED = re.compile(r"(?:(?<!\w)(?:so(?: với)?(?: cùng (?:tháng|quý|thời điểm))?|hơn|bằng|gấp|kém|vượt|lần|với|theo|như)|%|điểm phần trăm)\s*(?:mức|thực hiện|kết quả|số)?\s*(?:của)?\s*$", re.I)


_SO_VOI_FIRST = re.compile(r"^\s*(?:và\s+)?(?:nếu\s+)?so\s+(?:với\s+|(?=cùng|tháng|quý|năm|kỳ|đầu|cuối))(?!dự toán|kế hoạch|mục tiêu)(?:\S+\s*){1,8}$", re.I)
_PLACE = re.compile(
    r"(?:bình quân )?(?:toàn |cả )?(?:tỉnh|huyện|thành phố|thị xã|xã|cục|chi cục|sở|ngành|địa phương|đơn vị|kho bạc|cơ quan|nước)"
    rf"(?: (?:nhà|ta|này|trên|đã|cũng|thuế|hải quan|thống kê|tài chính|công thương|nông nghiệp|(?<=tỉnh )[{_UPPER}]\w* [{_UPPER}]\w*|(?<=tỉnh )[{_UPPER}]\w*))*"
)
_SAYING = re.compile(r"^\s*(?:yêu cầu|đề nghị|kỳ vọng|cam kết|quyết tâm|dự báo|dự kiến|dự ước|ước(?: tính)?|phấn đấu|đặt mục tiêu|đặt chỉ tiêu|cho biết|đề ra|xác định|giao|ghi nhận|có)(?!\w)\s*(?:là\s+|rằng\s+)?", re.I)
_ORGAN = re.compile(r"(?:(?:tổng )?cục|chi cục|sở|bộ|ủy ban|uỷ ban|UBND|HĐND|hội đồng|ngân hàng|kho bạc|ban|viện|hiệp hội|hội|tập đoàn|(?:tổng )?công ty|quốc hội|chính phủ|cơ quan|ngành|tỉnh|huyện|thành phố|đơn vị|chuyên gia|IMF|WB|ADB)(?!\w)", re.I)
_FOREMOST = re.compile(r"(?:(?:[^\W\d]+ ){1,3}nhất(?: vẫn| cũng)?|chủ yếu|phần lớn|đa số|nhiều nhất|lớn nhất|cao nhất|thấp nhất|ít nhất|đứng đầu|dẫn đầu|(?:phần |số )?còn lại|nguyên nhân(?: chính| chủ yếu)?|lý do(?: chính)?|tiếp theo|tiếp đến|kế đến|sau đó|cuối cùng)", re.I)
_STANDS_FOR = re.compile(r"\s*là\s+([^,;:()\d]{3,80}?)\s+(?:với|:)\s*(?:khoảng|gần|hơn|trên)?\s*$", re.I)  # "trụ cột là thu nhập lãi thuần với 1.842 tỷ đồng"
_CAUSING = re.compile(r"(?<!\w)(?:làm|khiến|kéo|đẩy)(?: cho)?\s+", re.I)
_CLAUSE_HAPPENED = re.compile(r"(?<!việc )(?<!ngày )(?<!\w)(?:làm|khiến|gây)(?: ra| cho)?\s+(?!thủ tục|đất|việc|đường|mới|xong|đại lý|rõ)", re.I)
_POINTING = re.compile(r"^(?:phần lớn |toàn bộ |trong |của |giá )*(?:các |những |hai |ba )?(?:khối|mặt hàng|nhóm hàng|nhóm ngành|ngành hàng|loại hình|khu vực|thị trường|địa bàn|khoản|số|con số|nguồn|mức(?: tăng| giảm)?|tốc độ(?: tăng| giảm)?|tỷ lệ|chỉ số|chỉ tiêu|phần|nhóm|kết quả|tổng số|số tiền|số vốn|lượng)(?: tiền| vốn| này)? (?:này|đó|trên|ấy)(?!\w)", re.I)
_MONEY_NOUN = re.compile(r"(?:chi (?:thường|đầu|cho|ngân)|thuế|tiền|nợ|phí|lệ phí|vốn|trái phiếu|ngân sách|tín dụng|lương|quỹ|bảo hiểm|học bổng|học phí|kinh phí|dư nợ|khoản|lãi|giá trị|hàng hóa|hàng hoá|doanh thu|viện trợ|cổ tức)(?!\w)", re.I)
_PLAN_WORD = re.compile(rf"(?<!\w){_PLAN}(?!\w)", re.I)
_LEVEL_OF = re.compile(r"(?:(?:so\s+với|bằng|hơn|kém|dưới|trên|vượt|khỏi)\s+(?:gần\s+|khoảng\s+)?(?:con số|mức(?: (?P<up>tăng(?: trưởng)?)| (?P<down>giảm)| thực hiện| đạt được)?|tốc độ (?:(?P<up2>tăng(?: trưởng)?)|(?P<down2>giảm))|số|kết quả|tỷ lệ|kỷ lục)?|(?<!\w)mức)\s*(?:gần|khoảng|hơn|trên)?\s*$", re.I)
_OF_TIME = re.compile(r"\s*(?:(?:của|trong|ở|vào|hồi|đạt được|đã đạt|cuối|thực hiện)\s*)*(?:cả\s+)?$", re.I)


def compared_in(title: str) -> Base:
    """The one base that a title compares with ("So với tháng trước"); NONE where it names none or several."""
    found = {_base(m[0], Period(), Period(), False) for m in re.finditer(r"so\s+(?:với\s+)?(?:(?!so với)[^,;.])+", title, re.I)}
    return found.pop() if len(found) == 1 else Base.NONE


def _told_base(piece: str, mentions: list[PeriodMention], period: Period, year: int | None) -> Base:
    """What "So với tháng trước, …" compares the figures after it with."""
    known = next((with_year(m.period, year) for m in mentions if m.period.kind), Period())
    base = _base(piece, known, period, False)
    return base if base is not Base.NONE else Base.FIXED if known else Base.YEAR


def _said_by(phrase: str, triggers: str, raw: str) -> str:
    """The noun phrase that somebody's forecast or plan is about: "Sở Tài chính dự báo thu nội địa … đạt" -> "thu nội địa"."""
    if (_FOREMOST.fullmatch(phrase) or _FOREMOST.fullmatch(raw.strip(" ,;"))) and (after := re.match(r"\s*là\s+", triggers)):
        return clean(_trigger_split(triggers[after.end() :])[0])
    if (stands := _STANDS_FOR.match(triggers)) and phrase[:1].islower() and not re.search(r"nhất|hàng đầu", stands[1]):
        return clean(stands[1])
    verb = _SAYING.match(triggers)
    caused = None if verb else _CAUSING.search(triggers)
    if (verb or caused) is None or verb and _MEASURED.match(phrase):
        return ""
    if verb and _ORGAN.match(phrase) and not clean(_trigger_split(triggers[verb.end() :])[0]):
        return "-"  # whoever says it: the subject goes on
    noun = clean(_trigger_split(triggers[(verb or caused).end() :])[0])  # type: ignore[union-attr]
    return noun if _MEASURED.match(noun) and (len(noun.split()) > 1 or noun.isupper()) else ""


def _unpointed(phrase: str, subject: str) -> str:
    """A head that points back ("phần lớn khoản này") names what was said before."""
    return subject if subject and _POINTING.match(phrase) else phrase


def _plan_of(context: str, lead: _Lead, q: Quantity) -> bool:
    """Whether the figure itself is a plan's, told by the word before it ("kế hoạch 120 tỷ đồng", "dự toán (3.000 tỷ đồng)")."""
    if q.unit == "%":
        return False
    return bool(context and _PLAN_WORD.search(context)) or bool(re.search(rf"(?<!\w){_PLAN}(?:\s+(?:vốn|giao|được giao|cả năm|năm|là|đề ra|khoảng))*\s*$", f"{lead.phrase} {lead.triggers}", re.I))


def _at(state: _State, period: Period) -> _State:
    """`state` at the time of a figure."""
    return replace(state, period=period) if period else state


def _due_periods(own: Period, mentions: list[PeriodMention], told: list[Figure], count: int) -> list[Period]:
    """The times of a row of values: "các năm 2022-2024 lần lượt là …", or those of the row before ("nhập siêu lần lượt …")."""
    if count < 2:
        return []
    if own.kind == "range" and own.first and own.year and own.year - own.first + 1 == count:
        part = next((m.period for m in mentions if m.period.kind in ("month", "months", "quarter", "half") and m.role == "period"), Period("year"))
        return [Period(part.kind, year, part=part.part) for year in range(own.first, own.year + 1)]
    last = [f.period for f in told[-count:]]
    return last if not own and len(last) == count == len({(p.kind, p.year, p.part) for p in last}) else []


def _single(mentions: list[PeriodMention], text: str, year: int | None) -> list[PeriodMention]:
    """The mentions, each a time of its own: "10 tháng năm ngoái" is one, "trong tháng 6 và tháng 7" is neither of the two."""
    for i in range(len(mentions) - 2, -1, -1):
        a, b = mentions[i], mentions[i + 1]
        if a.period.year is None and a.period.kind in ("month", "months", "quarter", "half") and not b.period.kind and year and re.fullmatch(r"\s*(?:của\s*)?", text[a.end : b.start]) and re.match(r"(?:cùng kỳ )?năm (?:trước|ngoái)", text[b.start : b.end], re.I):
            mentions[i : i + 2] = [PeriodMention(a.start, b.end, replace(a.period, year=year - 1), a.role)]
    paired = {i for i, (a, b) in enumerate(zip(mentions, mentions[1:], strict=False)) if a.period.kind == b.period.kind == "month" and a.role == b.role == "period" and text[a.end : b.start].strip() in ("và", "đến", "-", "–", "sang")}
    return [replace(m, role="since") if i in paired or i - 1 in paired else m for i, m in enumerate(mentions)]


def _mentioned(m: PeriodMention, state: _State, setting: Setting) -> Period:
    """The time a mention means, where it stands in `state`: "tháng 7", "cuối năm 2023", "cùng kỳ năm trước"."""
    if m.period.kind:
        return with_year(m.period, state.period.year or setting.year)
    return _earlier(state.period, m.period.label, m.period.year)


def _level_of(text: str, q: Quantity, gap: str, opened: bool, phrase: str, mentions: list[PeriodMention], state: _State, setting: Setting) -> tuple[Period, re.Match[str] | None] | None:
    """The earlier time that the figure is the level of, where a comparison names the level itself.

    "so với con số 220 tỷ đồng của tháng 7", "thấp hơn mức tăng 4,05% của quý I/2022", "so với cuối năm 2023 (90 tỷ đồng)".
    """
    if opened:
        before = _before_parenthesis(gap).rstrip()
        if phrase or gap.rsplit("(", 1)[-1].strip(" :") not in ("", "là", "đạt", "ở mức"):
            return None
        at = text.rfind("(", 0, q.start)
        last = next((m for m in reversed(mentions) if m.end <= at and not text[m.end : at].strip(" ,")), None)
        if last is None or last.role != "base" or not before or _PLAN_WORD.search(text[last.end : at]):
            return None
        return _mentioned(last, state, setting), None
    named = re.search(r"(?:so\s+(?:với\s+)?|gấp\s+)[^,;]*$", gap, re.I)
    if named and (at_base := next((m for m in mentions if m.role == "base" and m.period.kind and q.start - len(gap) <= m.start and re.fullmatch(r"\s*(?:là|đạt|chỉ có|chỉ là)\s*", text[m.end : q.start])), None)):
        return _mentioned(at_base, state, setting), None  # "so với ước thực hiện năm 2025 là 1,52 tỷ USD"
    found = _LEVEL_OF.search(gap)
    if found is None:
        return None
    after = next((m for m in mentions if m.start >= q.end and _OF_TIME.fullmatch(text[q.end : m.start])), None)
    bare = re.fullmatch(r"(?:so\s+với|bằng|hơn|kém|dưới|trên|vượt|khỏi)\s*(?:gần|khoảng|hơn|trên)?\s*", found[0], re.I)
    if after is not None and (re.match(r"(?i)so\s", text[after.start :]) or bare and not text[q.end : after.start].strip() and not (found[0].lower().startswith("so") and not after.period.kind)):
        return None
    return (_mentioned(after, state, setting), found) if after is not None else None


def _then(text: str, own: list[PeriodMention], until: int) -> PeriodMention | None:
    """The earlier time that a figure itself is about: "(cùng kỳ là 120 tỷ)", "trong khi cùng kỳ năm trước thặng dư"."""
    for m in reversed(own):
        if m.period.kind == "" and m.role == "base":
            between = text[m.end : until]
            found = not _COMPARED.search(text[max(0, m.start - 30) : m.start]) and not re.match(r"(?i)\s*so", text[m.start : m.end])
            return m if found and (_TRIGGER.search(between) or not between.strip(" ,:(")) else None
    return None


def _earlier(period: Period, label: str, year: int | None = None) -> Period:
    """The time before `period`: the month or quarter before where `label` says so, else the same time of the year before."""
    if not period or period.year is None:
        return Period(period.kind, year, None, period.part) if year else Period()
    if re.search(r"tháng trước|quý trước", label, re.I) and period.part and period.kind in ("month", "quarter"):
        last = 12 if period.kind == "month" else 4
        return Period(period.kind, period.year - (period.part == 1), None, period.part - 1 or last)
    if period.kind == "range":
        return Period("year", period.first - 1) if not label and not year and period.first else Period()
    if re.search(r"quý trước", label, re.I) and period.kind in ("months", "half", "quarter"):
        quarter = ((period.part or 3) + 2) // 3 if period.kind == "months" else 2 * (period.part or 1) if period.kind == "half" else period.part or 1
        return Period("quarter", period.year - (quarter == 1), None, quarter - 1 or 4)
    if re.search(r"tháng trước", label, re.I) and period.kind == "months" and period.part:
        return Period("month", period.year - (period.part == 1), None, period.part - 1 or 12)
    return Period(period.kind, year or period.year - 1, None, period.part)


def _wide_tail(text: str, more: bool = False) -> str:
    """What follows a quantity up to a comma, with names joined by "và" ("2 xã Đồng Trạch và Phú Khương đạt chuẩn")."""
    body = re.split(r"[;:()]|,(?!\d)", text)[0]
    if not more or len(body) < len(text):  # "và" does not lead to another quantity
        return re.split(r"(?<!\w)(?:trong đó|bao gồm|gồm|(?<!sầu )(?<!nói )(?<!tư )riêng)(?!\w)|(?<!\w)và(?=\s+(?:[^\W\d_]+\s+){0,6}?(?:đạt|tăng|giảm|bằng|chiếm|vượt)(?!\w))", body)[0]
    return re.split(rf"(?<!\w)(?:trong đó|bao gồm|gồm|(?<!sầu )(?<!nói )(?<!tư )riêng|và(?!\s+[{_UPPER}]))(?!\w)", body)[0]


def _before_parenthesis(gap: str) -> str:
    at = gap.rfind("(")
    return gap[:at] if at >= 0 else ""


def _run(qs: list[Quantity], index: int, text: str) -> int:
    """How many quantities stand in a row from `index`, with only commas and "và" between."""
    count = 1
    while index + count < len(qs) and re.fullmatch(r"\s*(?:[,;]|và|,\s*và)?\s*(?:đạt|là|tăng|giảm)?\s*", text[qs[index + count - 1].end : qs[index + count].start]):
        count += 1
    return count


def _filled_range(own: Period, setting: Setting, state: _State) -> Period:
    if own.year is not None:
        return own
    known = state.range or setting.range
    return known if known and known.year else with_year(own, setting.year)


def _modality(q: Quantity, lead: _Lead, context: str, state: _State, own: list[PeriodMention], setting: Setting) -> Modality:
    text = lead.inside
    if context and re.search(r"số ước|ước", context, re.I) and _ESTIMATE.search(context):
        return Modality.ESTIMATE
    if context and re.search(_PLAN + r"|đề ra", context, re.I):
        return Modality.TARGET
    own_text = f"{lead.phrase} {lead.triggers}"
    goes_on = setting.modality if state.planned and (lead.broke == ";" or units.kind(q.unit).startswith("count:") or _MEASURED.match(clean(lead.phrase)) or lead.triggers.strip(" ,") or _EXECUTED.search(own_text) or re.search(r"(?<!\w)(?:vì|do|nhờ|bởi)(?!\w)", f"{lead.broke} {lead.inside}")) else state.modality
    bare = _NOT_TARGET.sub(" ", own_text)
    if re.search(r"(?<!\w)(?:vượt|hụt)\s*$", bare):
        bare = ""
    if q.unit != "điểm phần trăm" and (_SHORT_OF.search(own_text) or _BESIDE_GOAL.search(own_text)):
        return Modality.TARGET  # "chưa đạt mục tiêu 65%" names the target
    if _FORECAST.search(own_text):
        return Modality.FORECAST
    if _ESTIMATE.search(text):
        return Modality.ESTIMATE
    if _TARGET.search(bare) or re.search(r"phấn đấu|phải đạt|cần đạt", text, re.I):
        return Modality.TARGET
    if state.modality in (Modality.TARGET, Modality.FORECAST) and setting.modality is Modality.ACTUAL and (_DONE.search(own_text) or _EXECUTED.search(own_text) and any(m.period.kind in ("date", "months") for m in own) or _ONLY_NOW.search(own_text)):
        return Modality.ACTUAL
    for m in own:  # a plan's section may look back
        if setting.modality is Modality.TARGET and m.role == "period" and m.period.year and setting.period.year and m.period.year < (setting.period.first or setting.period.year) and m.period.kind != "range":
            return Modality.ACTUAL
    return goes_on


_ONLY_NOW = re.compile(r"(?<!\w)mới\s+(?:chỉ\s+)?(?=vào|thu|đạt|có|được|giải ngân|nộp|thực hiện)", re.I)  # "chín tháng mới vào kho bạc"
_BASED = (Measure.GROWTH, Measure.INDEX, Measure.COMPLETION, Measure.CHANGE, Measure.MULTIPLE)


def _measure(q: Quantity, lead: _Lead, phrase: str, tail: str, state: _State, base_mention: Period, index: int, later: str, period: Period) -> tuple[Measure, Direction, Base]:
    """The measure of a quantity with its direction and base."""
    triggers, low = lead.triggers, lead.triggers.lower()
    around = f"{triggers} {tail}"
    up, down = _last(_UP_RE, triggers), _last(_DOWN_RE, triggers)
    level = _last(_LEVEL_RE, triggers)
    direction = Direction.NONE if max(up, down) < 0 else Direction.UP if up > down else Direction.DOWN
    changed = max(up, down)
    if level > changed >= 0 and re.search(r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|kém)\s+hơn(?!\s+(?:là|mức))[^,;:]*\s(?:là|tới|đến)\s*(?:gần|khoảng|hơn|trên)?\s*$", low):
        level = -1  # "cao hơn năm 2023 là 11 trường hợp"
    if changed >= 0 and q.unit != "%" and re.search(r"(?<!\w)(?:nhờ|do|vì|để|trong đó|sau khi|khi|buộc|khiến)(?!\w)|,\s*[^\W\d]", triggers[changed:], re.I):
        changed, direction = -1, Direction.NONE
    percent = q.unit in ("%", "‰", "điểm phần trăm", "điểm")
    average = bool(_AVERAGE.search(triggers)) or "/" in q.unit_text and q.unit_text.replace(" ", "").endswith("%/năm")
    base = _base(f"{around} {later}" if changed >= 0 or "so" in low else f"{tail} {later}", base_mention, period, average)
    named_growth = bool(_RATE_OF.search(lead.phrase)) and q.unit == "%" and not _RATE.match(phrase)
    if q.unit == "lần" and not re.search(r"gấp|tăng|bằng|hơn|so|giảm", low) and _after_noun(tail):
        return Measure.LEVEL, Direction.NONE, Base.NONE
    if q.unit == "lần" and (re.search(r"gấp|tăng|bằng", low) or not phrase):
        return Measure.MULTIPLE, direction if direction is not Direction.NONE else Direction.UP, base if base is not Base.NONE else Base.YEAR
    if q.unit == "điểm phần trăm" and "đóng góp" not in low:
        if direction is Direction.NONE:
            direction = state.growth
        return Measure.CHANGE, direction, base if base is not Base.NONE else state.led if state.led is not Base.NONE else Base.YEAR
    if q.high is not None or q.bound is Bound.OVER:  # "từ 3,2 đến 3,4%", "từ 8% trở lên"
        low = re.sub(r"(?<!\w)từ\s*$", "", low)
    if "đóng góp" in low and percent:
        if "điểm" not in q.unit:
            return Measure.SHARE, Direction.NONE, base
        return Measure.CHANGE, Direction.NONE, base
    if "%" in q.unit_text and re.search(r"/\s?năm", q.unit_text) and not _RATE.search(f"{phrase or state.subject}") and not re.search(r"(?<!\w)(?:lãi|cổ tức|lợi suất|phí|chiếm)(?!\w)", f"{phrase or state.subject} {low}", re.I):
        falls = bool(re.search(r"(?<!\w)giảm(?!\w)", low)) or not re.search(r"(?<!\w)tăng(?!\w)", low) and not phrase and state.growth is Direction.DOWN
        return Measure.GROWTH, Direction.DOWN if falls else Direction.UP, Base.AVERAGE  # only a rate of growth is so much a year
    if q.value < 0 and q.unit not in ("°C", "") and not re.search(r"(?<!\w)(?:là|ở mức|đạt|còn)\s*$", low):
        return Measure.GROWTH if q.unit == "%" else Measure.CHANGE, Direction.DOWN, _or_default(base, average, state)
    if q.unit == "%" and q.signed:
        return Measure.GROWTH, Direction.UP, _or_default(base, average, state)
    if re.search(r"(?<!\w)từ\s*$", low) or re.search(r"(?<!\w)(?:lên|xuống|xuống còn|còn|(?<!hoàn )thành|lên mức|lên tới|lên đến)\s*(?:mức|khoảng|gần|hơn|trên|dưới)?\s*$", low):
        if changed >= 0 and re.search(r"tăng lên\s*$", low) and percent and not _RATE.search(phrase or state.subject):
            return Measure.GROWTH, direction, base
        return Measure.LEVEL, Direction.NONE, Base.NONE
    if q.unit == "%":
        plan_tail = bool(_PLAN_TAIL.match(tail)) or bool(re.search(rf"so với (?:mức )?{_PLAN}", low))
        if changed >= 0 and changed >= level or changed >= 0 and re.search(r"tốc độ|mức tăng|tăng trưởng", low):
            if re.search(r"(?:vượt|hụt)", low) and (base in (Base.NONE, Base.PLAN)):
                return Measure.GROWTH, direction, Base.PLAN
            return Measure.GROWTH, direction, _or_default(base, average, state)
        if named_growth:
            fall = bool(re.search(r"tốc độ giảm|mức giảm|tăng trưởng âm", lead.phrase, re.I)) or q.value < 0
            return Measure.GROWTH, Direction.DOWN if fall else Direction.UP, _or_default(base, average or bool(_AVERAGE.search(lead.phrase)), state)
        if re.search(r"(?<!\w)chiếm", low) or _SHARE.search(lead.phrase):
            return Measure.SHARE, Direction.NONE, Base.NONE
        if plan_tail and not _RATE.match(phrase):
            return Measure.COMPLETION, Direction.NONE, Base.PLAN
        if "bằng" in low and (_YEAR_TAIL.match(tail) or base in (Base.YEAR, Base.FIXED, Base.PREVIOUS, Base.DECEMBER)):
            return Measure.INDEX, Direction.NONE, base if base is not Base.NONE else Base.YEAR
        if "bằng" in low and tail.strip():
            return Measure.SHARE, Direction.NONE, Base.NONE
        if phrase and _RATE.search(phrase):
            return Measure.LEVEL, Direction.NONE, Base.NONE
        if phrase and _STANDING.match(phrase):
            return Measure.LEVEL, Direction.NONE, Base.NONE
        if phrase and not low.strip() and (index or state.told) and state.unit == "%" and lead.broke != "(" and not (state.level_first and state.measure in (Measure.GROWTH, Measure.CHANGE)):
            return state.measure, state.growth, (state.base if state.base is not Base.NONE else _or_default(base, average, state)) if state.measure in _BASED else Base.NONE  # "nông nghiệp tăng 3%, công nghiệp 8%"
        if not phrase and index and state.unit == "%" and state.measure is Measure.GROWTH and changed < 0 and re.search(r"mục tiêu|chỉ tiêu|giới hạn|ngưỡng", lead.inside, re.I) and not re.search(r"bằng|hoàn thành", low):
            return Measure.GROWTH, state.growth, state.base  # "tăng 3,2%, nằm trong mục tiêu khoảng 4,5%"
        if not phrase and not low.strip() and index and state.unit == "%" and state.measure is Measure.GROWTH and re.match(r"\s*về\s", tail):
            return state.measure, state.growth, base if base is not Base.NONE else state.base  # "tăng 9,9% về lượng và 9,2% về trị giá"
        if not phrase and not low.strip() and state.told and state.unit == "%" and not index:
            return state.measure, state.growth, _or_default(base, average, state) if state.measure in _BASED else Base.NONE
        if not phrase and state.subject_unit not in ("%", "") and index:
            if re.search(r"kế hoạch|dự toán|chỉ tiêu", low):
                return Measure.COMPLETION, Direction.NONE, Base.PLAN
            return Measure.SHARE, Direction.NONE, Base.NONE
        if not phrase and not low.strip() and index and state.unit == "%":
            return state.measure, state.growth, state.base if state.measure in _BASED else Base.NONE
        if phrase and not low.strip() and tail.strip() and not _RATE.search(phrase) and not _MEASURED.match(phrase):
            return Measure.SHARE, Direction.NONE, Base.NONE
        return Measure.LEVEL, Direction.NONE, Base.NONE
    if changed >= 0 and changed > level and not re.search(r"nâng\s*$", low):
        if (q.bound is Bound.OVER and re.fullmatch(r"\s*hơn\s*", low)) or re.search(r"vượt\s+(?:mốc|mức)\s*$", low):
            return Measure.LEVEL, Direction.NONE, Base.NONE
        return Measure.CHANGE, direction, base if base is not Base.NONE else (Base.PLAN if re.search("vượt|hụt", low) and _PLAN_TAIL.match(tail) else state.base if state.base in (Base.PREVIOUS, Base.DECEMBER) and not phrase else Base.NONE if re.search(r"(?<!\w)so(?!\w)", tail) else Base.YEAR)
    return Measure.LEVEL, Direction.NONE, Base.NONE


_CUMULATIVE = ("months", "half", "year", "range")
_COMPARES = re.compile(r"(?<!\w)(?:so|cùng kỳ|năm trước|tháng trước|quý trước)(?!\w)", re.I)
# A comparison that stands once for several changes: "tăng 2,4% (tương ứng tăng 1,66 tỷ USD) so với tháng trước", "tăng 11% về lượng và tăng 13% về trị giá so với …".
_COMPARED_LATER = re.compile(
    r"(?:[^()\d]{0,20}\)|\s*\((?:tương (?:ứng|đương)\s+)?(?:với\s+)?(?:tăng|giảm)?[^()]{1,40}\))?(?:\s+về\s+[^\d,;.()]{2,40}?)?"
    r"(?:\s*(?:,|và|,\s*và|nhưng)\s*(?:(?:tháng|quý)\s+[\w/]+\s+)?(?:(?:tăng|giảm)\s+)?\d[\d.,]*\s?%(?:\s+về\s+[^\d,;.()]{2,40}?)?)*\s*(?P<so>so\s(?:với\s)?[^,;.()]{3,60})", re.I,
)  # fmt: skip


def _in_this(text: str, setting: Setting) -> Period:
    """The month or quarter that "trong tháng" means in a report about it, or about the months up to it."""
    found = _IN_THIS.search(text)
    whole = setting.main or setting.period
    if found is None or not whole.year or not whole.part and whole.kind != "half":
        return Period()
    last = {"months": whole.part or 0, "month": whole.part or 0, "quarter": 3 * (whole.part or 0), "half": 6 * (whole.part or 0)}.get(whole.kind, 0)
    if found[1].lower() == "tháng":
        return Period("month", whole.year, part=last) if last and whole.kind in ("months", "month", "half") else Period()
    return Period("quarter", whole.year, part=last // 3) if last and last % 3 == 0 else Period()


_IN_THIS = re.compile(r"(?<!\w)(?:trong|riêng)\s+(tháng|quý)(?:\s+(?:này|báo cáo|qua|vừa qua))?(?=\s*(?:[,:]|có|đạt|là|ước|tăng|giảm|toàn|cả|đã|thu|chi|tổng|số|tỉnh|bằng|lần|vẫn|tiếp|chỉ|mới|$))", re.I)


def _or_default(base: Base, average: bool, state: _State) -> Base:
    if base is not Base.NONE:
        return base
    if average or state.average:
        return Base.AVERAGE
    return state.led if state.led is not Base.NONE else state.base if state.base in (Base.PREVIOUS, Base.DECEMBER) else Base.YEAR


def _last(pattern: re.Pattern[str], text: str) -> int:
    last = -1
    for m in pattern.finditer(text):
        last = m.start()
    return last


_SUBJECTLESS = re.compile(r"(?<!\w)(?:lên|xuống(?! giống)|đạt|là|ước|bằng|ở mức|gồm|còn|chiếm|tăng|giảm|lần lượt|dự kiến|phấn đấu|dự ước)(?!\w)", re.I)
_VERB = re.compile(
    r"(?:^|\s)(?:khai thác|trồng|hiến|ngã đổ|đổ|chuyển đổi|kiên cố hóa|thu hút|hỗ trợ|tiêu hủy|kiểm tra|xử lý|phát hiện|giải quyết|tạo|cấp|(?<!và )(?<!, )(?<!ngành )xây dựng|thành lập|giải ngân|nuôi|thả|đón|sản xuất|chế biến|cháy|chết|(?<!việc )làm|đưa|hoàn thành|mở rộng|gieo cấy|gieo trồng|thu hoạch|đào tạo|tổ chức|tuyển|xuất|nhập|phạt|quy hoạch|bố trí|huy động|cho vay|phục vụ|vận chuyển|hư hỏng|thay|lắp đặt|ký|đón được|giao|thu mua|nạo vét|nâng cấp|công nhận|được|hóa|cho|thuộc|tại)$",
    re.I,
)


# What is measured of a thing: alone it names nothing, so the thing before goes with it ("sản lượng" of "lúa").
_DIMENSION_WORDS = r"(?:tổng\s+)?(?:trị giá|giá trị|lượng|số lượng|khối lượng|năng suất|sản lượng|diện tích|trọng lượng|số vốn|giá|đơn giá|số)"
_DIMENSION = re.compile(rf"{_DIMENSION_WORDS}(?:\s+(?:bình quân|trung bình|đăng ký|xuất khẩu|nhập khẩu|thu hoạch|gieo trồng))?", re.I)
_TOPIC = re.compile(
    rf"^(?:{_DIMENSION_WORDS}|kim ngạch)(?:\s+(?:các\s+)?(?:gieo trồng|gieo cấy|gieo sạ|gieo|trồng mới|thu hoạch|nuôi trồng|nuôi|trồng))?(?:\s+(?:của|các loại))?\s+", re.I
)


def _topic(name: str) -> str:
    """The thing that a name measures: "diện tích gieo cấy lúa cả năm" -> "lúa"."""
    name = re.split(r"\s(?:đã|được|bị|đang|chưa)\s", name)[0]
    found = _TOPIC.match(name)
    return name[found.end() :] if found else name


def _of(dimension: str, topic: str) -> str:
    """A dimension with its thing, without saying a word twice: "số doanh nghiệp" of "doanh nghiệp mới"."""
    if re.search(r"(?:xuất|nhập) khẩu$", dimension, re.I):  # "trị giá xuất khẩu" of "xuất nhập khẩu hàng hóa"
        topic = re.sub(r"^xuất nhập khẩu\s*|\s*(?:xuất|nhập) khẩu$", "", topic, flags=re.I)
        if not topic:
            return dimension
    words = dimension.split()
    for n in range(min(len(words), 4), 0, -1):
        if topic.lower().startswith(" ".join(words[-n:]).lower()):
            return " ".join(words[:-n] + [topic])
    return f"{dimension} {topic}" if topic and topic.lower() not in dimension.lower() else dimension


_WHOSE = re.compile(r"\s*của\s+([^,;:()]+)", re.I)  # "mức tăng 0,20% của CPI tháng 6"
_IS_A = re.compile(r"\s*(?:còn lại\s+|kia\s+)?(?:là|thuộc về)\s+(?!do |nhờ |vì |cao |thấp )([^,;:.()\d]{3,80})", re.I)  # "1.136 tỷ đồng là nợ của các năm trước"
_GIVEN = re.compile(r"(?:được |do )?(?:trung ương|chính phủ|thủ tướng(?: chính phủ)?|bộ(?: tài chính)?|HĐND|UBND|tỉnh|huyện|thành phố)(?: (?:tỉnh|huyện|thành phố))? giao(?: cho (?:tỉnh|huyện|thành phố))?", re.I)
_SIZED = re.compile(r"(?<!chiều)(?<!lượng)(?<!suất)(?<!nghệ)(?<!cấp)(?<!quả)(?<!trị)(?<!độ)(?<!mức)(?<!mở)(?<!sâu)(?<!nâng)(?<!thạch)(?<!kéo)\s(dài|rộng|cao|sâu)$", re.I)
_GOAL = re.compile(rf"\s*{_PLAN}\s+(?:năm\s+|cả năm\s+|về\s+)*([^,;:.()]+)", re.I)  # "48,1% kế hoạch doanh thu"


def counted_unit(q: Quantity) -> bool:
    return units.kind(q.unit).startswith("count:")


_PART = re.compile(r"\s*((?:đạt|có|được|không|bị|còn|là)(?!\s+\d)\s+(?!kế hoạch|dự toán|so )[^,;:.()]{3,80})", re.I)  # "trong đó 45% đạt nâng cao"



def _contributor(subject: str) -> str:
    """Who contributed: a name of a contribution names it already."""
    return re.sub(r"^đóng góp của\s+|\s+vào\s+(?:CPI|mức|tốc độ|chỉ số).*$", "", subject, flags=re.I)


# What the counted do, where no number of theirs follows: "9 nhóm tăng giá", "24 chỉ tiêu đạt và vượt kế hoạch".
_PREDICATE = re.compile(r"\s+((?:còn lại )?(?:có (?:chỉ số )?giá |có mức )?(?:tăng|giảm|không đạt|đạt|vượt|ổn định|chưa đạt)(?: (?:giá|thu|chi|và vượt|mức|kế hoạch|chỉ tiêu|mục tiêu|dự toán|chuẩn|yêu cầu|đề ra|điểm))*)(?=\s*(?:[,;:.()]|$|và\s|so\s|gồm|nhưng))", re.I)
_STARTS_NEW = re.compile(r"[;,]|và")
_ANYONE = {"em", "người", "cháu", "ca", "trường hợp", "vụ", "con", "cái", "chiếc"}  # counters that stand for the noun said before
_PIECES = {"viên", "quả", "con", "cái", "chiếc", "bộ", "đôi", "cây", "chai", "lon", "bao", "thùng", "trứng", "sản phẩm"}


def _indicator(q: Quantity, phrase: str, triggers: str, tail: str, state: _State, index: int, measure: Measure, opened: bool, lead_broke: str = "", among: bool = False, raw: str = "") -> str:
    """What the quantity measures: the noun phrase before it, the counted noun after it, or the subject that goes on."""
    kind = units.kind(q.unit)
    counted = kind.startswith("count:")
    named = bool(_SUBJECTLESS.search(triggers))
    follows = _after_noun(tail)
    if phrase and state.topic and _DIMENSION.fullmatch(phrase) and not (phrase == "số" or counted):
        phrase = _of(phrase, state.topic)
    if phrase and "bình quân" not in phrase and (measure is Measure.LEVEL and re.match(r"\s*bình quân(?!\s+(?:hằng|hàng|mỗi) năm)", triggers, re.I) or re.match(r"\s*bình quân\s+(?:(?:\d+|ba|sáu|chín) tháng|quý|cả năm|năm(?= \d| tăng| giảm)|tháng)", triggers, re.I) or measure is Measure.LEVEL and re.search(r"(?<=\w)\s+bình quân\s*$", raw, re.I) or re.search(r"(?<=\w)\s+bình quân\s+(?:(?:\d+|ba|sáu|chín) tháng|quý|cả năm|năm \d|tháng)", raw, re.I)):
        phrase = f"{phrase} bình quân"
    if phrase and measure is Measure.LEVEL and (size := _SIZED.search(phrase)):
        return f"chiều {size[1].lower()} {phrase[: size.start()].strip()}".strip()
    if measure is Measure.COMPLETION and (goal := _GOAL.match(tail)) and _MEASURED.match(goal[1]):
        return clean(_CUT_AFTER.split(goal[1])[0])
    if counted and not phrase and (lack := re.search(r"(?<!\w)(thiếu|thừa|dôi dư)\s*(?:khoảng|hơn|trên|gần)?\s*$", triggers, re.I)):
        noun = f"{q.unit} {follows}".strip() if follows or q.unit not in _ANYONE or not state.subject else state.subject
        return f"{lack[1].lower()} {noun}"
    if measure is Measure.CHANGE and counted and not phrase and not opened and (follows or not same_count(state.subject_unit, q.unit)):
        before = "" if follows else next((name for key, name in reversed(state.names.items()) if key.startswith("count:") and same_count(key[6:], q.unit)), "")
        return before or (state.subject if not follows and q.unit in _ANYONE and units.kind(state.subject_unit).startswith("count:") else f"{q.unit} {follows}".strip())
    if phrase and _GIVEN.fullmatch(phrase) and state.subject:
        return f"{clean(_GIVEN.sub(' ', state.subject))} {phrase}"
    surplus = re.search(r"xuất siêu|nhập siêu|thặng dư|thâm hụt", triggers, re.I)
    if surplus and measure is Measure.LEVEL:
        name = surplus[0].lower()
        if not phrase and index and state.subject.lower().endswith(f" {name}"):
            return state.subject
        return f"{phrase} {name}".strip() if phrase else name
    if "đóng góp" in triggers.lower() and measure in (Measure.CHANGE, Measure.SHARE):
        return f"đóng góp của {phrase or _contributor(state.subject)}"
    if kind.startswith("money") and phrase and re.match(r"đóng góp\s*$", triggers, re.I):
        return f"{phrase} đóng góp"
    if measure is Measure.CHANGE and q.unit == "điểm phần trăm" and phrase and _CAUSED_BY.match(raw.lstrip(" ,;")) and state.subject and index:
        return f"đóng góp của {_contributor(state.subject)} vào {phrase}"
    if measure is Measure.CHANGE and q.unit == "điểm phần trăm" and re.fullmatch(r"(?:tác động|ảnh hưởng)(?: làm| khiến)?", phrase, re.I) and state.subject and index:
        return f"đóng góp của {_contributor(state.subject)}"
    if measure in (Measure.GROWTH, Measure.MULTIPLE, Measure.COMPLETION, Measure.INDEX, Measure.SHARE, Measure.CHANGE):
        name = _without_rate(phrase)
        if name and phrase.endswith(" bình quân") and "bình quân" not in name:
            name = f"{name} bình quân"
        about = re.match(r"\s*(?:về\s+(\S.*)|(?=(?:số|diện tích|tổng|lượng|chi phí|tỷ lệ|khối lượng)\s)(\S.*))$", tail)
        if about and measure is Measure.GROWTH and (about[1] or not phrase):
            aspect = clean(re.split(r"\s(?:nhưng|song|còn|và)(?!\w)", _CUT_AFTER.split(about[1] or about[2])[0])[0])
            return _of(aspect, state.topic or state.subject) if _DIMENSION.fullmatch(aspect) else aspect
        if name and not re.fullmatch(r"(?:tốc độ|mức|tổng số|riêng|bình quân)", name):
            return name
        if (whose := _WHOSE.match(tail)) and _RATE_OF.search(phrase) and (named_after := clean(_CUT_AFTER.split(re.split(r"\s(?:chia|phân|tính) theo\s", whose[1])[0])[0])):
            return named_after
        return state.subject or name or _without_rate(state.head)
    if q.unit == "%" and not phrase and follows and opened is False and triggers.strip().lower() in ("", "có", "có trên", "trên") and index and _STARTS_NEW.search(lead_broke):
        return follows
    if q.unit == "%" and among and not phrase and not triggers.strip(" có") and (part := _PART.match(tail)):
        return clean(part[1])
    if q.unit == "lần" and measure is Measure.LEVEL and follows:
        return follows
    if q.unit == "%" or kind in ("ratio", "points", "multiple", "score"):
        return phrase or state.subject or follows
    if counted:
        noun = q.unit
        if re.fullmatch(r"(?:nâng |đưa )?(?:tổng số|tổng cộng)", phrase):
            phrase = ""
            if follows:
                return f"{noun} {follows}"
        if phrase and named and not _VERB.search(phrase):
            return phrase
        if not phrase and named and state.subject and (same_count(state.subject_unit, q.unit) or opened) and not follows:
            return state.subject
        if not phrase and opened and state.subject and same_count(state.subject_unit, q.unit) and not follows:
            return state.subject
        tail_noun = f"{noun} {follows}".strip()
        if not phrase and not follows and "đạt" in triggers.lower() and state.subject:
            return f"{noun} {state.subject}"
        if phrase and (noun in _PIECES or q.scale > 1) and not _VERB.search(phrase) and not follows:
            return phrase
        if phrase in ("tổng số", "số", "tổng"):
            return tail_noun
        if phrase and (_MEASURED.match(phrase) or phrase.lower().endswith(noun)):
            return phrase
        return f"{phrase} {tail_noun}".strip() if phrase else tail_noun
    if kind.startswith("money") and measure is Measure.LEVEL and not phrase and not named and lead_broke and (done := re.match(r"\s*((?:được|chưa|đã|bị|còn)\s+[^,;:.()]{3,60})", tail)):
        return clean(done[1])
    if (kind.startswith("money") or counted) and measure is Measure.LEVEL and not phrase and not triggers.strip() and (among or index and _STARTS_NEW.search(lead_broke)) and (told := _IS_A.match(tail)):
        return clean(told[1])
    if kind.startswith("money") and measure is Measure.LEVEL and re.fullmatch(r"(?:phần |số )?còn lại", phrase) and (rest := re.match(r"\s*(?:là|dành cho|thuộc)\s+([^,;:.()]{3,80})", tail)):
        return clean(rest[1])
    if kind.startswith("money") and measure is Measure.LEVEL and follows and _MONEY_NOUN.match(follows) and not (phrase and _MEASURED.match(phrase)) and not named:
        return follows if re.search(r"(?:giao|bố trí|nhận|nộp|có|huy động|thu hút|sử dụng|vay)$", phrase) else f"{phrase} {follows}".strip()
    if phrase:
        return f"{phrase} {follows}".strip() if follows and not named and (_VERB.search(phrase) or not _MEASURED.match(phrase) or phrase == "thiệt hại") and not kind.startswith("money") else phrase
    if kind.startswith("rate") and state.subject_unit != q.unit and units.kind(state.subject_unit).startswith("count:"):
        return f"bình quân {q.unit}"
    if not q.unit and not phrase and follows and not named and not opened:
        return follows
    if named and state.subject or opened and state.subject:
        return state.names.get(kind, state.subject) if units.kind(state.subject_unit) != kind else state.subject
    if follows and kind and not kind.startswith(("money", "rate")):
        return follows
    loose = re.sub(r"^(?:ở|tại)\s+", "", clean(tail))
    return loose if loose and index == 0 and not kind.startswith("rate") else state.subject or follows


def _thing(name: str, q: Quantity) -> str:
    """The noun of a counted name, without its verb: "thu hút dự án FDI" -> "dự án FDI"."""
    if units.kind(q.unit).startswith("count:") and q.unit in name:
        return name[name.index(q.unit) :]
    return name


def _after_noun(tail: str) -> str:
    text = tail.strip()
    if text.rstrip(" .,;").lower() == "mới":
        return "mới"
    if not text or _STOP_AFTER.match(text) or text[0] in "()[]/.":
        return ""
    text = _CUT_AFTER.split(re.split(r"[.!?…]", text)[0])[0]
    text = re.split(r"(?<!\w)(?:có|với|là|cho|phải|được|để|tại)(?=\s+\d|\s*$)|(?<!\w)(?:có|với)\s*$", text)[0]
    return clean(text)[:90]


def _without_rate(phrase: str) -> str:
    text = re.sub(r"^(?:đạt\s+)?(?:tốc độ|mức)\s+(?:tăng(?:\s+trưởng)?|giảm)(?:\s+bình quân)?(?:\s+(?:hằng|hàng)\s+năm)?(?:\s+(?:của|về))?\s*", "", phrase, flags=re.I)
    text = re.sub(r"^tăng trưởng\s+(?=\S)", "", text, flags=re.I)
    text = re.sub(r"\s*(?:đạt\s+)?(?:có\s+)?(?:tốc độ|mức)(?:\s+(?:tăng(?:\s+trưởng)?|giảm)(?:\s+bình quân)?.*)?$", "", text, flags=re.I)
    text = re.sub(r"^(?:tỷ trọng|tỉ trọng)\s+(?:của\s+)?", "", text, flags=re.I)
    return clean(text)


def _after(text: str, figures: list[Figure], state: _State, mentions: list[PeriodMention], setting: Setting) -> Setting:
    """What the next sentence of the paragraph inherits."""
    period, found_range = setting.period, setting.range
    if figures:
        levels = [f for f in figures if f.measure is Measure.LEVEL and f.period and f.modality is not Modality.TARGET]
        if levels and levels[0].period.kind != "range" and not levels[0].period.first and not _closes(levels[0].period, setting.period) and not _event(levels[0].period, text, mentions):
            last = levels[-1].period
            period = last if levels[0].period.kind == "month" and last.kind in ("months", "half") and contains(last, levels[0].period) else levels[0].period  # "tháng 8 …; 8 tháng …": the sum is what goes on
    else:
        about = [m.period for m in mentions if m.role == "period" and m.period.kind in ("year", "quarter", "months", "month") and m.start < 4]
        if about and about[-1].year:
            period = about[-1]
    ranges = [m.period for m in mentions if m.period.kind == "range" and m.period.year]
    if ranges:
        found_range = ranges[0]
    first = next((f for f in figures if f.measure is Measure.LEVEL and f.indicator), None)
    grown = {f.base for f in figures if f.measure in (Measure.GROWTH, Measure.CHANGE) and f.base is not Base.PLAN}
    base = next(iter(grown)) if len(grown) == 1 else Base.NONE if grown else setting.base
    base_of = next((f.period for f in figures if f.measure in (Measure.GROWTH, Measure.CHANGE)), setting.base_of)
    if first is None:
        return replace(setting, period=period, range=found_range, base=base, base_of=base_of)
    name = first.head if first.head and setting.subject and first.head == setting.subject else first.indicator
    return replace(setting, period=period, range=found_range, subject=name, unit=first.unit, base=base, base_of=base_of)


def _closes(date: Period, period: Period) -> bool:
    """Whether a day is the last one of the report's own period: what follows it is about the period again."""
    end = {"year": 12, "quarter": 3 * (period.part or 4), "months": period.part or 12, "half": 6 * (period.part or 1), "month": period.part or 12}.get(period.kind)
    if date.kind == "date" and period.kind == "season" and date.part and period.part and date.year == period.year:
        return date.part // 100 == period.part % 100 and (date.part % 100 == 15 if period.part < 200 else date.part % 100 >= 28)
    return date.kind == "date" and end is not None and date.year == period.year and (date.part or 0) // 100 == end and (date.part or 0) % 100 >= 28


def _event(date: Period, text: str, mentions: Sequence[PeriodMention]) -> bool:
    """Whether a day is only when something happened ("đêm 06/6 thu giữ …"): what follows is not about that day."""
    told = next((m for m in mentions if m.period.kind == "date" and same(m.period, date, any_year=True)), None)
    return date.kind == "date" and told is not None and re.match(r"(?:từ|đêm|sáng|chiều|tối|hôm)(?!\w)", text[told.start : told.end], re.I) is not None


def head_of(text: str) -> str:
    """The noun phrase of an introduction that ends with a colon ("Sản lượng một số sản phẩm như sau:")."""
    body = text.rstrip().rstrip(":").strip()
    phrase = clean(_trigger_split(body)[0])
    return phrase if _MEASURED.match(phrase) else ""

