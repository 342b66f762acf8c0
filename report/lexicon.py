"""Words that tell what a piece of a sentence does: triggers between a name and its number, marks between clauses, kinds of names.

The tables of `phrases`, `clauses`, `timing`, `kinds` and `indicators`, which say what each is for. Data and the patterns built from it, no logic.
"""

from __future__ import annotations

import re

from report.text import UPPER


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)", re.I)


# Words between a noun phrase and its number. The longest first; "tăng trưởng" and "gia tăng" name things and are no triggers.
_UP = r"(?<!gia )tăng(?!\s+(?:trưởng|cường|thu\b|ca\b|gia\b|tự nhiên|cơ học|dân số))(?:\s+(?:thêm|lên|nhẹ|khá|mạnh|cao|bình quân|trên|gần|khoảng))*|vượt|(?<!không )cao hơn|nhiều hơn|lớn hơn|nhỉnh hơn|đắt hơn|(?:đắt|đội) (?:thêm|lên)(?=\s*$|\s+\d|\s+(?:khoảng|gần|hơn|tới)\s)|nhích(?: nhẹ)?(?: thêm| lên)?|phình(?: to| thêm)*(?=\s*(?:(?:khoảng|gần|hơn|tới)\s*)?$)|nâng(?! bước| niu| đỡ)|nới rộng(?: thêm)?(?=\s*(?:(?:khoảng|gần|hơn|tới)\s*)?$)|hơn\s+(?=\d)"
_DOWN = r"(?<!miễn )(?<!miễn, )(?<!suy )(?<!cắt )(?<!tiết )giảm(?!\s+(?:nghèo|phát thải))(?:\s+(?:xuống|nhẹ|sâu|mạnh|còn|bớt|bình quân))*|(?<!không )thấp hơn|ít hơn|(?<!cú )(?<!thâm )hụt|rút ngắn|rẻ hơn|(?:rẻ|hạ) (?:đi|bớt)(?=\s*$|\s+\d)|hạ(?= (?:từ|xuống)(?!\w))|sụt(?: giảm)?|tụt|bốc hơi|mất(?: đi| tới)?(?=\s*$|\s+\d[\d.,]*\s?%)|thu hẹp(?: còn)?(?=\s*(?:(?:khoảng|gần|hơn|tới)\s*)?$)|kém(?! hiệu quả| chất lượng| phát triển)"
# What is compared with may stand right after "so": "so tháng 12/2023 tăng 1,35%".
_COMPARED_TIME = r"\s+(?:cùng (?:kỳ|tháng|quý|thời)|tháng|quý|năm|kỳ|đầu|cuối|thời điểm)(?!\w)"
TRIGGER = _words(
    r"(?<!tốc độ )(?<!mức )(?:tiếp tục |đã |đều |vẫn |bật )*(?:" + _UP + ")", r"(?<!tốc độ )(?<!mức )(?:tiếp tục |đã |đều |vẫn |bật )*(?:" + _DOWN + ")",
    r"tăng trưởng(?=\s+(?:bình quân|đạt|trên|khoảng|gần|ước|âm|dương|[\d+\-–]))", r"(?<!chuẩn )(?<!tiêu chí )(?<!nông thôn )(?<!thành lập )(?<!kết nạp )(?<!đăng ký )(?<!cấp )(?<!công nhận )(?:đã |phải |sẽ |chỉ |mới )*đạt(?:\s+được)?(?!\s+(?:chuẩn|yêu cầu|lần đầu|tiêu chuẩn|tiêu chí(?= số)|chất lượng|danh hiệu)(?!\w))", r"dự ước|ước(?:\s+(?:tính|đạt|thực hiện|khoảng))?",
    r"là", r"(?<!mặt )(?<!cân )(?<!đồng )bằng(?!,| lái| cấp| sáng| chứng| đường| hiện vật| vốn| hình thức| phương tiện| xe| tàu| máy| thuyền)", r"chiếm(?:\s+(?:tỷ trọng|tỉ trọng|tỷ lệ|khoảng|gần|trên|hơn))*", r"gấp(?:\s+(?:hơn|gần|khoảng))?", r"so với", rf"so(?={_COMPARED_TIME})", r"(?<!đóng )góp(?:\s+(?:khoảng|gần|hơn|trên|tới))?(?=\s*$)", r"còn(?!\s+(?:lại|hiệu lực|sống|hạn|hoạt động|nợ|thời hạn|phải[ _](?!đạt|là)\w+)(?!\w))", r"phấn đấu", r"dự kiến", r"dự báo",
    r"ở mức", r"(?<!trở )lên(?:\s+(?:tới|đến|mức))?(?=\s*(?:$|[\d,;:+(]|(?:gần|hơn|trên|khoảng|xấp xỉ|còn|thành|con số|tổng|là|so|cao|đạt|bằng|nhưng|và|trong|ở|từ|vào|chỉ|quanh|ít nhất|sát|mới|một|hai|ba)(?!\w)))", r"(?<!trở )xuống(?! giống| cấp| tới)(?:\s+còn)?", r"(?<!và )tương đương(?! tiền)", r"tức(?: là)?(?=\s)", r"tương ứng", r"lần lượt", r"xuất siêu", r"nhập siêu", r"thâm hụt", r"thặng dư",
    r"bình quân(?=\s+(?:(?:hằng|hàng|mỗi)\s+năm|tăng|giảm|giai đoạn|\d|đạt|năm|(?:trên|gần|khoảng)\s+\d|ước|5 năm|cả giai đoạn|trong|0)|\s*$)(?!\s+\d+\s+(?:người|tháng))(?:\s+(?:hằng|hàng|mỗi)\s+năm)?", r"(?:không quá|ít nhất|tối thiểu|tối đa|trên|dưới|gần|hơn|khoảng|xấp xỉ)(?=\s*$)", r"từ(?=\s*$)", r"gồm", r"(?:mục tiêu|kế hoạch|chỉ tiêu|dự toán)(?=\s*(?:năm|là|giao|đạt|đề ra|đến|cả năm|tăng|giảm|tháng|quý|:|$))",
    r"(?<!vốn )(?<!FDI )(?<!ODA )(?<!đầu tư )thực hiện(?=\s*(?:được|đạt|ước|năm|là|cả năm|:|$))", r"đến nay", r"có(?=\s*(?:thêm|khoảng|trên|gần|hơn)?\s*$)", r"phải(?=\s+đạt)", r"lũy kế", r"luỹ kế", r"cộng dồn", r"không tăng", r"đứng ở mức", r"duy trì", r"dao động", r"(?<!thu )(?<!lưu )(?<!cất )(?<!bắt )giữ(?:\s+(?:ổn định|vững|mức|ở mức))*(?=\s*(?:ở mức|trên|dưới|khoảng|gần|hơn|ở|mức)?\s*$)", r"nằm trong(?:\s+(?:giới hạn|khoảng|mức|mục tiêu))?", r"không (?:thấp|cao|nhỏ|lớn|ít|vượt) (?:hơn|quá)", r"không (?:dưới|kém)", r"(?<!thành lập )(?<!cấp )(?<!trồng )(?<!khởi công )(?<!đăng ký )(?<!phát hiện )(?<!việc làm )(?<!nông thôn )(?<!xây )(?<!kết nạp )(?<!quy chuẩn )(?<!tiêu chí )(?<!chuẩn nghèo )mới(?=\s*(?:có|được|đạt|còn|là)\s*$)", r"(?<!chứng )(?<!tín )(?<!địa )chỉ(?=\s*(?:có|được|đạt|còn|là)?\s*$)", r"có lúc", r"đóng góp", r"lên tới", r"tăng trưởng(?=\s*$)", r"với(?=\s*$)", r"(?<!hoàn )(?<!hòa giải )(?<!cơ sở )thành(?=\s*$)", r"hoàn thành(?=\s*$)", r"(?:tỷ trọng|cơ cấu)(?=\s*$)",
)  # fmt: skip
UP_RE = _words(_UP, r"tăng trưởng(?!\s+âm)", r"tốc độ tăng", r"mức tăng")
DOWN_RE = _words(_DOWN, r"tăng trưởng âm", r"tốc độ giảm", r"mức giảm")
LEVEL_RE = _words(r"đạt(?:\s+được)?", r"là", r"còn", r"xuống(?:\s+còn)?", r"lên(?:\s+(?:tới|đến|mức))?", r"ở mức", r"thành")
AVERAGE = _words(r"bình quân(?!\s+(?:(?:\d+|ba|sáu|chín) tháng|quý|cả năm|năm \d|tháng|chung|đầu người|một|theo|các|(?:của )?(?:cả nước|toàn|khu vực|vùng|tỉnh|huyện|ngành)(?!\w)|\d+\s+người|hộ|mỗi (?!năm)))", r"(?:mỗi|hằng|hàng) năm", r"/\s*năm")
PLAN = r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|kịch bản|\bKH\b)"
# "Thủ tướng Chính phủ giao Vĩnh Quang 8.236 tỷ đồng": what is given is a plan, whatever it is for
GIVES = re.compile(r"(?<!\w)(?:Trung ương|TW|HĐND|UBND|Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở|cấp trên|tỉnh|thành phố)(?:\s[^,;:()\d]{1,30}?)?\s(?:đã |chính thức |tạm )*giao(?!\s(?:đất|mặt bằng|rừng|dịch|hàng|nộp))(?:\s(?:cho\s)?(?:(?!giải ngân|chi |thanh toán|nộp|quản lý|làm )[^,;:()\d]){1,40})?\s*$", re.I)
_ASSIGNED = r"mức\s+(?:do\s+)?(?:Trung ương|TW|HĐND|UBND|Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở|cấp trên)(?:\s[^,;:()\d]{1,30}?)?\s+giao(?!\w)"
PLAN_TAIL = re.compile(rf"^\s*(?:nếu\s+)?(?:tính\s+)?(?:so\s+(?:với\s+)?|theo\s+)?(?:với\s+)?(?:(?:mức\s+|tiến độ\s+|giá\s+)?{PLAN}|{_ASSIGNED})", re.I)
ASSIGNED = re.compile(rf"(?<!\w){_ASSIGNED}\s*$", re.I)  # "63,8% nếu tính theo mức Trung ương giao (125.900 tỷ đồng)"
# "cùng kỳ" in short: no border gate ("CK Hữu Nghị", "CK chính …"), and no other word's end ("TTCK")
CK = rf"(?<!\w)(?-i:(?:SV)?CK)(?!\w)(?!\s+(?-i:[{UPPER}]|quốc tế|chính|phụ|song phương|cảng))"
YEAR_TAIL = re.compile(rf"^\s*(?:so\s+)?(?:với\s+)?(?:mức\s+|thực hiện\s+|kết quả\s+)?(?:của\s+)?(?:cùng kỳ|{CK}|cùng thời điểm|năm (?:trước|ngoái|\d{{4}})|cùng tháng|cùng quý)", re.I)
SO_VOI = re.compile(r"^\s*(?:\S+\s+){0,3}?so\s+(?:với\s+)?", re.I)
ESTIMATE = _words("ước", "dự ước", "ước tính", "ước đạt", "số ước", "sơ bộ", "ước thực hiện")
TARGET = _words("phấn đấu", "mục tiêu", "kế hoạch", r"chỉ tiêu(?! (?:này|trên|đó)(?!\w))", "kịch bản", "phải đạt", "đặt ra", "dự toán", r"đề ra", "được giao", "cần đạt", "KH")
NOT_TARGET = _words(
    r"chương trình mục tiêu(?: quốc gia)?", r"giường(?: bệnh)? kế hoạch",
    r"(?:vượt|hoàn thành|so với|so|bằng|đạt|chưa đạt|không đạt|thấp hơn|cao hơn|giải ngân|thanh toán|theo|trong|ngoài|để hoàn thành|thực hiện|vượt mức|các)\s+(?:và vượt\s+)?(?:mức\s+)?(?:các\s+)?(?:mục tiêu|kế hoạch|chỉ tiêu|dự toán|KH)(?:\s+(?:kế hoạch|năm|đề ra|giao|được giao|đặt ra|cả năm))*"
)
FORECAST = _words("dự kiến", "dự báo", "sẽ đạt", "sẽ tăng", "ước cả năm", r"phương án (?:cơ sở|cao|thấp|tích cực|trung bình|[1-3])")
MAY = re.compile(r"(?<!\w)có (?:khả năng|thể)(?: sẽ| chỉ)* (?:tăng|giảm|đạt|ở mức|dao động|nằm|lên|vượt|cán)(?!\w)", re.I)
_CARRIED_OUT = r"thực hiện(?!\s+(?:cải cách|(?:các\s+)?(?:chính sách|nhiệm vụ|chế độ|chương trình|dự án)))"  # what for is no deed: "bổ sung thực hiện cải cách tiền lương"
DONE = _words(_CARRIED_OUT, "đã", "thực tế", "đạt được", "hiện có", "thực thu")
SHORT_OF = re.compile(rf"(?<!\w)(?:chưa|không)\s+(?:đạt|hoàn thành)(?:\s+được)?\s+(?:mức\s+)?{PLAN}(?:\s+(?:đề ra|giao|được giao|đặt ra|năm|là|của năm))*\s*$", re.I)
BESIDE_GOAL = re.compile(rf"(?<!\w)(?:thấp|cao|kém|chậm)\s+hơn\s+(?:so với\s+)?(?:mức\s+)?{PLAN}[^,;:()\d]{{0,40}}\slà\s*$", re.I)  # "thấp hơn mục tiêu đề ra là 8%"
EXECUTED = _words("giải ngân", _CARRIED_OUT, "thanh toán", "nghiệm thu", "thu được", "nộp", "đã", "chi", "hoàn thành", "sử dụng", "phân bổ", "bố trí")
CAUSE = re.compile(r"(?:chủ yếu |một phần |nguyên nhân (?:chủ yếu )?(?:là )?)*(?:do|nhờ|vì|bởi|nên)", re.I)
AMONG = _words(r"trong đó(?:\s+có)?", r"trong tổng số(?:\s+này)?", r"bao gồm(?:\s+cả)?", r"gồm(?:\s+có)?", r"trong số (?:đó|này)", r"cụ thể", r"chia ra")
DELIMITER = re.compile(r"[;:()]|,(?!\d)|(?<!\w)(?:trong đó(?:\s+có)?|bao gồm|gồm(?:\s+có)?|trong số (?:đó|này)|cụ thể|chia ra|(?<!sầu )(?<!nói )(?<!tư )(?<!của )riêng(?! lẻ| biệt| tư)|(?:chủ yếu |một phần |nguyên nhân (?:chủ yếu )?(?:là )?)*(?:(?<!tự )do(?! đó| vậy| (?:[^\s,;:()\d]+ ){1,6}?(?:quản lý|phát hành|bảo lãnh|cấp phép|làm chủ đầu tư|thực hiện(?=\s+(?:ước|đạt|là|được)(?!\w)))(?!\w))|nhờ(?! đó| vậy)|(?<!bởi )(?<!quỹ )(?<!ngày )vì(?! vậy| thế)|nên|bởi(?! vậy| thế))|còn(?=\s+\S+\s+\S+)(?!\s+(?:lại|hiệu lực|sống|hạn|hoạt động|thời hạn|phải[ _](?!đạt|là)\w+)(?!\w)|\s+khoảng|\s+ở|\s+gần|\s+dưới|\s+trên)|và|nhưng|song(?! (?:song|phương|hành|mã|ngữ|tính|sắt)(?!\w))|thì|trong khi(?: đó)?)(?!\w)|(?<=\s)[–-](?=\s)", re.I)
MEASURED = re.compile(
    r"^(?:tổng(?! cục| công ty| thanh tra| giám đốc)|tỷ lệ|tỉ lệ|tỷ số|tỉ số|tỷ suất|tỷ trọng|diện tích|giá trị|trị giá|sản lượng|năng suất|kim ngạch|thu nhập|số(?!\s+hóa)|kinh phí|vốn|doanh thu|chỉ số|mức|lãi suất|dân số|thu(?!\s+(?:hút|hồi|hoạch|mua|giữ|gom|nhặt|dung))|chi(?!\s+(?:tiết|nhánh|đoàn|bộ|hội|cục|đội))|GRDP|GDP|GTSX(?:CN)?|KNXK|KNNK|CPI|IIP|đàn|độ|tốc độ|giá|lượng|dư nợ|giải ngân|thanh toán(?=\s*$| (?:đến|vốn|từ|lũy kế|cả|tháng|quý|trong|được|đạt|là|khoảng|ước|\d)(?!\w))|thiệt hại|trọng lượng|khối lượng|nguồn vốn|xuất khẩu|nhập khẩu|cán cân|cân đối(?= ngân sách| NS| thu)|lạm phát|quy mô|công suất|sản phẩm|bội chi|nợ|lợi nhuận|tiền lương|lãi|lỗ|tài sản|hàng tồn kho|biên(?! phòng| giới| chế| soạn)|EPS|số dư|lực lượng lao động)(?!\w)",
    re.I,
)
RATE = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|lãi suất|hệ số|mức sinh|độ che phủ|che phủ|mật độ|công suất (?:sử dụng|buồng|phòng|giường)|tỷ giá|thuế suất|tiến độ)(?!\w)", re.I)
STANDING = re.compile(r"nợ xấu|nợ quá hạn|hộ (?:cận )?nghèo(?! giảm)|thất nghiệp|thiếu việc làm|bao phủ|độ phủ|lấp đầy", re.I)  # a rate by its noun alone
SHARE = re.compile(r"(?<!\w)(?:tỷ trọng|tỉ trọng|cơ cấu|chiếm|đóng góp|thị phần)(?!\w)", re.I)
RATE_OF = re.compile(r"(?<!\w)(?:tốc độ tăng|tốc độ giảm|mức tăng|mức giảm|tăng trưởng|lạm phát)(?!\w)", re.I)
LEADING = re.compile(
    r"^(?:[\s,;:.\-–*•+“\"’')\u201a]+|(?:(?:dù|tuy|dẫu|mặc dù|mặc dầu) (?:vậy|thế)|(?:có )?(?:xuất xứ|nguồn gốc)(?: chủ yếu)? (?:từ|là)(?= \w)|duy nhất(?= \w+ \w)|lần đầu(?:[ _]tiên)?(?=\s*$)|kể từ(?=\s*(?:,|$))|cũng(?= \w| *,)|trên cơ sở|sau khi(?: (?:đã )?(?:khấu )?trừ(?: đi)?)?|trước khi|(?:kế đến|kế đó|tiếp đến|tiếp đó|sau đó)(?=,? \w)|duy chỉ(?: có)?|cùng thời (?:gian|kỳ)(?: (?:này|đó|trên))?(?=,? \w)|kéo theo(?= \w)|từ nay(?= \w)|ngay(?= (?:trong|từ|sau|tại) )|xét về|(?:chủ yếu|tập trung)(?: ở| là| tại| vào| từ| sang)|(?:ở )?chiều ngược lại|ngược chiều|nếu (?:tính|chia|xét|phân|loại|loại trừ|loại bỏ|trừ|bỏ|gạt)(?: cả| riêng| theo| chung)?|cùng với|cùng(?= *$)|chưa kể|phân theo|chia theo|tính theo|qua(?= (?:kiểm tra|rà soát|thanh tra|soi chiếu|giám sát|kiểm toán|khảo sát|đối chiếu|xét nghiệm|sàng lọc|khám|thẩm định|xác minh))|(?:\w+ )?qua(?= (?:đã|toàn|tỉnh|huyện|cả|có)))(?!\w)|(?:(?:lúc|vào|đến|tới|tính đến)\s+)*\d{1,2}\s?(?:giờ|h)(?:\s?\d{1,2}(?:\s?phút)?)?(?=\s|$)|(?:\d{1,2}\.){1,3}\d{0,2}\.?\s|\d{1,2}[.)]\s|[IVX]+\.\s|[a-zđ]\)\s|(?:về|trong đó|trong khi đó|trong năm|trong|tính chung|tính|luỹ kế|lũy kế|cộng dồn|ước|dự ước|dự kiến|riêng|theo đó|cụ thể(?: là)?|ngoài ra|đáng (?:chú ý|mừng|nói|lưu ý|lo|ngại|tiếc|ghi nhận)(?: là)?|từ đầu (?:năm|tháng|quý|kỳ|vụ|nhiệm kỳ)(?: (?:đến|tới)(?: nay| hết)?)?|nổi bật(?: là)?|trái lại|ngược lại|ngược dòng|ngược chiều|mặt khác|đặc biệt(?: là)?|nhất là|cuối kỳ|đầu kỳ|cuối giai đoạn|tức(?: là)?|bên cạnh đó|đồng thời|đến nay|đến hết|tính đến|đến|hiện nay|hiện|nay|(?:toàn|cả) (?:tỉnh|huyện|thành phố|ngành|quốc|xã|vùng|thị xã|phường|quận|trường|viện|bệnh viện|khu|cảng|đơn vị|chi nhánh|chi cục|hệ thống|nước|tập đoàn|công ty)(?= (?:có|đã|hiện|ước|đạt|thu|phát|xảy|giải|thành|được|trồng|khai|cấp|tổ|còn|mới|đón|tạo|xuất|nhập|sản|gieo|tiêu|sử|huy|giảm|tăng|nộp|chi|bố|hoàn|kết|công|xây|đưa|tuyển|đào|tiếp|vận|cho|phục|làm thủ tục)(?!\w)|\s*$)|trên địa bàn(?: toàn)?(?: tỉnh| huyện| thành phố)?|còn(?!\s+lại)|và|với|thì|đã|được|cả năm|cả(?! nước)|có thêm|có|hàng năm|hằng năm|(?:bình quân )?mỗi năm|thường xuyên|như vậy|nhờ đó|do đó|phấn đấu|tập trung|(?:bảo|đảm) (?:đảm|bảo)(?= (?:tỷ|tỉ|thu|chi|tổng|số|giá|diện|sản|kim|mức|độ))|từ đó|qua đó|trước đó|(?:nhiều|cao|thấp|ít|lớn|nhỏ) nhất trong|trên(?= (?:công suất|tổng|kế hoạch))|do|nhờ|vì|nên|để|khi|mà|tuy vậy|mặc dù|tuy là|tuy(?! nhiên)(?= \w)|(?:cho )?dù(?: là)?(?= \w)|cộng thêm(?= \w)|buộc(?: phải)?(?= \w)|tuy nhiên|song|mới|thêm|tiếp tục|chỉ(?!\s+(?:số|tiêu|đạo))|trong kỳ|kỳ này|các chỉ tiêu chính|tiếp đến là|tiếp theo là|đứng đầu là|nâng tổng số|nâng|lần lượt|phải|xảy ra)(?!\w))\s*",
    re.I,
)
TRAILING = re.compile(
    r"(?:,? (?:tuy|dù|mặc dù|tuy nhiên)$|[\s]+(?:(?:có|còn) khả năng|có thể|lần đầu(?:[ _]tiên)?(?: kể)?|(?:mã|cổ phiếu|mặt hàng|loại hàng|công ty|tập đoàn|ngân hàng|đơn vị|nhà máy) này$|(?:\s+)?của (?:khối|nhóm|khu vực|mặt hàng|ngành|loại|thị trường|đơn vị) này)$|[\s,;:.\-–“\"(*]+|(?<!\w)(?:đã|đang|được|có|ước|là|cả|(?<!chứng )(?<!tín )chỉ|(?:mang|đem|thu) về|(?<=\w )(?:ôm|gánh|cõng)|co lại|(?:vì|do|nhờ) (?:thế|vậy|đó)|theo đó|hồi phục|phục hồi|đi ngang|đứng yên|vỏn vẹn|cả thảy|vào khoảng|quanh mức|loanh quanh|phình(?: to)?|thu hẹp|nới rộng|hạ nhiệt|lùi|(?<!tạm )dừng(?: lại)?|chững(?: lại)?|tại thời điểm|thời điểm|(?:cả|trong|toàn) (?:giai đoạn|thời kỳ|nhiệm kỳ)|(?<=\w )vươn lên(?: (?:tốp|nhóm|vị trí|dẫn đầu|đứng đầu))*|(?<=\w )(?:vẫn )?(?:(?:chưa|mới) (?:quá|chạm(?: mốc)?|tới)|chưa được)|(?:tiếp tục )?(?:dẫn|đứng) đầu(?: (?:về|nhóm|các nhóm|danh sách) [^,;:]{2,24})?|(?:nhiều|cao|thấp|ít|lớn|nhỏ|mạnh|nhanh|chậm) nhất|(?:đứng|xếp) (?:thứ|hạng) \w+|(?:giữ|chiếm|đứng ở|ở) (?:vị trí|ngôi) (?:(?:nguồn cung|thị trường|đối tác|bạn hàng)(?: (?:xuất|nhập) khẩu)? )?(?:số một|số 1|số hai|số 2|đầu(?: bảng)?|thứ \w+|dẫn đầu|nhất|nhì)|(?<!giá )(?:tiếp tục |cơ bản )?ổn định|duy trì|đều|cũng|tiếp tục|lần lượt|khoảng|trên|hơn|gần|dưới|(?<!lương )(?<!tuổi )tối thiểu|ít nhất|tối đa|không dưới|không quá|bình quân|(?<!cây )hằng năm|(?<!cây )hàng năm|mỗi năm|cho|với|đạt|trong|vào|của|tại|ở|thì|và|từ|đến|(?<!cây hằng )(?<!cây hàng )năm|cả năm|trong kỳ|trong năm|(?<!thu )(?<!giải ngân )(?<!huy động )thêm|tổng cộng|ghi nhận|vẫn|sẽ|phấn đấu|dự kiến|(?<!vốn )(?<!FDI )(?<!ODA )thực hiện|theo|các|những|về|xếp|phải|từ nay|(?<!phát )(?<!thể )(?<!thực )hiện|hiện nay|(?:cải thiện|biến động)|(?:nhờ|do|theo|từ) đó|hết|tính đến|đến hết|cuối|đầu|giữa|vẫn|(?<!chứng )(?<!tín )chỉ|là do|còn|như sau|so với|cùng kỳ|tính|tính đến|(?<!phản )(?<!cân )(?<!tuyệt )(?<!tương )(?<!chống )đối|(?<!hạng )sang|(?<!vụ )(?<!năm )(?<!gian )(?<!tháng )(?<!quý )(?<!kỳ )tới))$",
    re.I,
)
SCOPE = _words(
    r"địa phương", r"qua địa bàn", r"trên địa bàn(?: tỉnh| huyện| thành phố)?", r"khu vực (?:nông thôn|thành thị|nhà nước|FDI|công nghiệp|dịch vụ|có vốn đầu tư nước ngoài|kinh tế trong nước)", r"doanh nghiệp FDI", r"doanh nghiệp trong nước", r"khối doanh nghiệp FDI", r"cả nước", r"toàn tỉnh", r"toàn huyện", r"toàn quốc", r"(?<!mục tiêu )quốc gia", r"trung ương", r"nông thôn(?! mới)", r"thành thị", r"nội địa"
)  # fmt: skip
STOP_AFTER = re.compile(r"^(?:ấy|so|cho|tại|ở|để|từ|trong(?! (?:nước|tỉnh|dân|ngành|diện))|và|với|theo|kế hoạch|dự toán|của|thuộc(?! (?:danh mục|nhóm|loại|diện|lĩnh vực|đối tượng|chương trình|hộ))|đạt(?! chuẩn)|tăng(?! giá(?!\w))|giảm(?! giá(?!\w))|bằng|chiếm|gấp|do|vì|nhờ|là|lên|xuống|mỗi|trên|qua|vào|sau|trước|năm|tháng|quý|nhưng|hoặc|tổng|diện tích|cùng|gồm|còn(?! lại)|như|hằng|hàng|/|ước|khi|đến|tính|chỉ|bình quân|vượt)(?!\w)", re.I)
CUT_AFTER = re.compile(r"(?<!\w)(?:so với|(?<!gia )tăng(?! giá(?!\w))|giảm(?! giá(?!\w))|(?<!mặt )(?<!cân )(?<!đồng )bằng(?!,| lái| cấp| sáng| chứng| đường| hiện vật| vốn| hình thức| phương tiện| xe| tàu| máy| thuyền)|đạt(?! chuẩn| trở lên)|chiếm|gấp|kể từ|do|(?<!quỹ )(?<!ngày )vì|nhờ|trong đó|gồm|theo kế hoạch|(?<!hài lòng )với)(?!\w)", re.I)
VERBAL = re.compile(r"(?<!\w)(?:ngày càng|do|vì|nhờ|(?<!thiết )(?<!chuẩn )bị|phải|khi|sau khi|nhằm|để|theo|tập trung|cơ bản|mặc dù|tuy nhiên|đạt|tăng|giảm|vượt|tiếp tục|là|chuyển|được|đã|đang|có(?! vốn (?:đầu tư |góp )?(?:trực tiếp )?(?:nước ngoài|nhà nước|FDI))|hết hạn|ngừng|thực hiện)(?!\w)", re.I)
ADVERBIAL = re.compile(r"^\s*(?:ngay (?=(?:trong|từ|sau|tại|đầu|cuối)(?!\w))|(?:kế đến|kế đó|tiếp đó|cùng thời gian)\s*$|(?:theo )?ghi nhận (?:của|tại|ở)|cũng|nhân dịp|kết thúc|đóng cửa|chốt phiên|kết phiên|trên (?:thị trường|địa bàn|cơ sở|thực tế)|nếu|đáng (?:chú ý|mừng|nói|lưu ý|lo|ngại|tiếc)|nổi bật|trái lại|ngược lại|ngược dòng|ngược chiều|mặt khác|đặc biệt|tuy vậy|cuối kỳ|đầu kỳ|trong|tại|ở|theo|đến|tính|từ|để|nhờ|do|với|sau|trước|năm|tháng|quý|giai đoạn|về|qua|bên cạnh|ngoài|dự ước|ước|so với|lũy kế|luỹ kế|kết quả|nhìn chung|\d|cùng với|đối với|hằng năm|hàng năm|ngày|hết|đồng thời|tính chung|chung|thường xuyên)(?!\w)", re.I)
BARE_NOUN = re.compile(r"(?:trị giá|giá trị|trọng lượng|quy mô|công suất|diện tích|kinh phí|tổng vốn|tổng trị giá|số tiền|tổng kinh phí|tổng mức đầu tư|tổng vốn đầu tư)", re.I)
# Names that say what is measured and not of what: the thing told before goes with them.
_OF_A_THING = (
    "số tiền", "số vốn", "vốn", "kinh phí", "tỷ trọng", "tỉ trọng", "trị giá", "giá trị", "trọng lượng", "quy mô", "công suất", "diện tích", "chiều dài", "bao phủ", "độ bao phủ", "lấp đầy", "tỷ lệ", "tỉ lệ", "tỷ lệ lấp đầy",
    "tỷ lệ bao phủ", "tỷ lệ hoàn thành", "tỷ lệ sử dụng", "tỷ lệ khỏi", "giá bán", "giá", "sản lượng", "năng suất", "năng lực", "chi phí", "dự toán", "lãi", "lỗ", "mức đầu tư",
    "khối lượng", "số lượng", "lượng", "trị giá hàng hóa", "giá trị hợp đồng", "hoàn thành", "đạt chuẩn", "người mắc", "tử vong", "mức hỗ trợ", "mức chi", "mức lương",
)  # fmt: skip
_DEEDS = ("(?:hoàn thành )?giải ngân", "thanh toán", "nộp", "thu hồi", "phân bổ", "nghiệm thu")
DEED = re.compile("|".join(_DEEDS), re.I)
INCOMPLETE = re.compile(
    r"(?:với )?(?:tổng )?(?:" + "|".join((*_OF_A_THING, *_DEEDS)) + r")(?: (?:đăng ký|thực hiện|giải ngân|bổ sung|tăng thêm|đầu tư|điều lệ|chi trả|phải chi|phải trả|đã chi|hỗ trợ|thu được|thu|thiết kế|bình quân|trung bình|thu hoạch|xử phạt))*", re.I,
)
DOES = (
    r"(?:tiếp nhận|triển khai|đăng ký|công chứng|mở|lắp|lắp đặt|lát|thụ lý|kiểm soát|ký|chấp thuận|bắt giữ|cưỡng chế|rút|tuyển|tổ chức|khám|điều trị|đón|kiểm tra|xử lý|phát hiện|giải quyết|cấp(?! (?:I+|\d|ủy|tỉnh|huyện|xã|quốc gia|cơ sở|mầm non|tiểu học|trung học|phòng)(?!\w))|xây dựng|thành lập|hỗ trợ|khởi tố|thu hồi|thu giữ|tiêu hủy|trồng|gieo|xuống giống|hiến|đóng góp|góp|"
    r"hoàn thành|đào tạo|tạo|huy động|cho vay|chi trả|giải ngân|phê duyệt|phục vụ|vận chuyển|sản xuất|tiêu thụ|bán|mua|nộp|ban hành|thẩm định|làm thủ tục|hoàn thuế|truy thu|phạt|xử phạt|tháo dỡ|sửa chữa|nâng cấp|thu hút|kết nạp|vận động|tư vấn|thu hoạch|gieo cấy|gieo sạ|chăm sóc|làm đất|tiêm phòng|tiêm|đánh bắt|khai thác|nuôi|thả|điều chuyển|điều động|chuyển|giao khoán|giành|đoạt|công bố|lập biên bản|tước|xét xử|truy tố|trao|tặng|tập huấn|tuyên truyền|rà soát|thanh tra|giám sát|thay mới|bàn giao|nghiệm thu|bắt|xóa|tạm giữ|cứu|dành|tuyển sinh|tham dự|đăng cai|biểu diễn|dàn dựng)(?!\w)"
)
CAUSED_BY = re.compile(r"(?:và |qua đó |từ đó |góp phần |tác động |đã |chỉ |cũng )*(?:làm|khiến|kéo|đẩy|giúp)(?: cho)?\s", re.I)
# Words of two syllables of which one alone would be a verb, a preposition or an adverb of ours: they are not torn.
_COMPOUNDS = (
    "giá trị tăng thêm|nổi lên|nổi trội|trong nước|trong tỉnh|trong dân|nâng cấp|nâng cao|sắp xếp|thể hiện|xuất hiện|biểu hiện|hiện đại|hiện vật|hiện trạng|công bằng|văn bằng|thăng bằng|bằng khen|cuối cùng|từ thiện|tại chỗ|tồn tại|"
    "về hưu|điều chuyển|điều động|theo dõi|theo học|cho vay|cho thuê|đầu tư|đầu người|đầu mối|đầu ra|đầu vào|hàng đầu|ban đầu|bước đầu|tính mạng|giới tính|máy tính|vi tính|dương tính|âm tính|danh tính|ác tính|đặc tính|mãn tính|nam tính|nữ tính|quá hạn|hết hạn|phải thu|phải trả|phải nộp|trên không|trên biển|"
    "thiết bị|chuẩn bị|trang bị|đổi mới|nông thôn mới|hộ nghèo mới|hồi phục|mở rộng|sâu rộng|chứng chỉ|tín chỉ|(?<!nội )địa chỉ|cổ tức|lợi tức|tin tức|truyền đạt|sống còn|lên men|xuống cấp|trưởng thành|nội thành|cấu thành|"
    "sẵn có|vốn có|lưu giữ|giữ gìn|tạm giữ|từ chối|riêng lẻ|của cải|trở về|đi về|về đích|xếp hạng|tính chất|thuộc tính|mạn tính|nhà ở|chỗ ở|làm thêm|khoảng cách|tăng cường|gia tăng|giảm phát|giảm thiểu|vượt khó|vượt trội|"
    "thiếu hụt|hao hụt|hòa giải thành|hoà giải thành|mua vào|bán ra|nhập vào|xuất ra|tham gia vào|yếu kém|gần đây|tiếp theo|trên biển|cho thuê lại|có công|có ích|hạng sang|sang trọng|điều chỉnh tăng(?: thêm| vốn)?(?=,? và)|điều chỉnh tăng(?: thêm)? vốn(?= *$)|giảm lỗ|dự phòng giảm giá|giảm lãi(?! suất)|giảm khấu trừ|giảm trừ|đầu tiên|diễn ra"
)
COMPOUND = re.compile(rf"(?<!\w)(?:{_COMPOUNDS}|(?:(?:kỳ|thời) hạn|(?:trái|tín) phiếu) \d{{1,2}} (?:năm|tháng|tuần|ngày))(?!\w)", re.I)
AREA_VERB = re.compile(r"(?:chuyển|trồng|gieo|khai|thu|cấp|giao|quy hoạch|nuôi|khoanh|chăm|bảo vệ|tưới|đền bù|giải phóng|cải tạo|xây)", re.I)
POINTING = re.compile(r"^(?:phần lớn |toàn bộ |trong |của |giá )*(?:các |những |hai |ba )?(?:khối|mặt hàng|nhóm hàng|nhóm ngành|ngành hàng|loại hình|khu vực|thị trường|địa bàn|khoản|số|con số|nguồn|mức(?: tăng| giảm)?|tốc độ(?: tăng| giảm)?|tỷ lệ|chỉ số|chỉ tiêu|phần|nhóm|kết quả|tổng số|số tiền|số vốn|lượng)(?: tiền| vốn| này)? (?:này|đó|trên|ấy)(?!\w)", re.I)
PLAN_WORD = re.compile(rf"(?<!\w){PLAN}(?!\w)", re.I)
SUBJECTLESS = re.compile(r"(?<!\w)(?:lên|xuống(?! giống)|đạt|là|ước|bằng|ở mức|gồm|còn|chiếm|tăng|giảm|lần lượt|dự kiến|phấn đấu|dự ước|vượt(?: qua)?(?: mốc| mức| ngưỡng| con số))(?!\w)", re.I)
VERB = re.compile(
    r"(?:^|\s)(?:khai thác|trồng|hiến|ngã đổ|đổ|chuyển đổi|kiên cố hóa|thu hút|hỗ trợ|tiêu hủy|kiểm tra|xử lý|phát hiện|giải quyết|tạo|cấp|(?<!và )(?<!, )(?<!ngành )xây dựng|thành lập|giải ngân|nuôi|thả|đón|sản xuất|chế biến|cháy|chết|(?<!việc )làm|đưa|hoàn thành|mở rộng|gieo cấy|gieo trồng|thu hoạch|đào tạo|tổ chức|tuyển|xuất|nhập|phạt|quy hoạch|bố trí|huy động|cho vay|phục vụ|vận chuyển|hư hỏng|thay|lắp đặt|ký|đón được|giao|thu mua|nạo vét|nâng cấp|công nhận|được|hóa|cho|thuộc|tại)$",
    re.I,
)
# What the counted do, where no number of theirs follows: "9 nhóm tăng giá", "24 chỉ tiêu đạt và vượt kế hoạch".
PREDICATE = re.compile(r"\s+((?:hàng(?: hóa)?(?: và dịch vụ)?(?: tiêu dùng)?(?: chính| chủ yếu)? )?(?:còn lại )?(?:có (?:chỉ số )?giá |có mức )?(?:tăng|giảm|không đạt|đạt|vượt|ổn định|chưa đạt)(?: (?:giá|thu|chi|và vượt|mức|kế hoạch|chỉ tiêu|mục tiêu|dự toán|chuẩn|yêu cầu|đề ra|điểm))*|(?:hiện |đang )?(?:còn|hết|có) hiệu lực)(?=\s*(?:[,;:.()]|$|và\s|so\s|gồm|nhưng|là\s+\D))", re.I)
