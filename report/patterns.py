"""Turns of phrase that `prose` knows between, before and after the quantities of a sentence.

Patterns alone, each with what it is for; the words they are built from are in `lexicon`.
"""

from __future__ import annotations

import re

from report.lexicon import DOES, PLAN
from report.text import UPPER

DIMENSION_OF = re.compile(r"(?:sản lượng|diện tích(?: gieo (?:trồng|cấy|sạ)| trồng| thu hoạch)?|năng suất|giá(?: bán)?(?! trị)|lượng|trị giá|đàn)\s+", re.I)
ASIDE = re.compile(r"\s*\(((?:năm )?(?:19|20)\d\d|(?:đầu |cuối |vào |hết |tính đến |thời điểm )*(?:năm|tháng|quý|ngày|giai đoạn)\s[^()\d]{0,12}\d[\d/\-– ]*(?:năm \d{4})?)\)", re.I)  # "11,4% (đầu năm 2022)"
SO_BOTH = re.compile(r"\s*[,)]?\s*(so\s+(?:với\s+)?[^,;()]{2,40})", re.I)
OPENING = re.compile(r"\s*(?:của |hồi |ở |vào |lúc )?(?:đầu năm|cuối năm (?:trước|ngoái))(?!\s+\d)(?!\w)", re.I)  # an opening stock is the close of the year before
_AT_OPENING = r"(?:hồi |vào |lúc |ở |thời điểm |số |mức )*đầu năm"
_KEPT = r"(?:tổng )?(?:số )?(?:dư nợ|nợ|số dư|tồn (?:kho|quỹ)|hộ (?:cận )?nghèo|(?:tổng )?đàn|dân số|(?:tỷ|tỉ) lệ)(?!\w)[^,;:.()\d]{0,60}?"  # what there is at a time, done in none
OPENED_WITH = re.compile(
    rf"(?:(?:^|[.;:(]\s*|[,;]\s+(?:còn |trong khi |mà )?){_AT_OPENING}(?:\s*[:,]?\s+(?:là|có|còn|chỉ|mới|ở mức|(?:con )?số này|(?:toàn |cả )?(?:huyện|tỉnh|xã|thành phố|thị xã|phường)))*\s*"
    rf"|^\W*{_KEPT}(?<!tháng)(?<!quý)(?<!nửa)\s{_AT_OPENING}(?:\s(?:là|có|còn|chiếm|ở mức))?\s*|^\W*{_AT_OPENING},?\s{_KEPT}(?:\s(?:là|có|còn|chiếm|ở mức))?\s*"
    rf"|so (?:với )?{_AT_OPENING}\s*\(\s*(?:là |ở mức )?)$", re.I,
)  # fmt: skip
# "đầu năm 3.862 hộ", "tỷ lệ hộ nghèo đầu năm 8,31%", "so với đầu năm (1.998 tỷ đồng)"
WITHIN_THAT = re.compile(r"\W*Trong\s+(?:tổng\s+)?(?:số\s+)?", re.I)
THAT_IS = re.compile(r"\s*,?\s*(?:tức(?: là)?|hay|tương ứng|tương đương)(?:\s+(?:khoảng|gần|hơn|trên))?\s*", re.I)  # "tăng 612 tỷ đồng, tức 16,7%"
AGAIN = re.compile(r"\s*[,;]?\s*(?:và\s+|còn\s+)?(?:của|trong)?\s*(?:cùng kỳ\s+)?năm\s+\d{4}\s*(?:là|đạt|chỉ|chỉ là|tăng|giảm)?\s*", re.I)  # ", của năm 2022 là 2,36%"
MARKET = re.compile(r"(?P<of>tỷ trọng |tỉ trọng )?(?:các )?thị trường (?P<trade>xuất|nhập) khẩu$", re.I)
LISTED = re.compile(r"\s*(?:[-+*•–]|\w{1,3}[.)])\s")
ATTAINS = re.compile(r"\s+((?:(?:có|đạt)\s(?:tổng\s)?(?:kim ngạch|trị giá|giá trị|doanh thu|vốn|quy mô|số nợ|số thu)(?:\s[^\W\d]+){0,2}?\s+)?(?:trên|dưới|từ)\s+[\d.,]*\d\s(?:nghìn tỷ|tỷ|tỉ|triệu)\s(?:đô la|đô|USD|đồng)(?:\s+trở\s+(?:lên|xuống))?|(?:(?!và\s|so\s)[^\W\d]+\s+){0,3}?(?:trên|dưới|cao hơn|thấp hơn|bằng|vượt)\s+(?:mức\s+)?(?:bình quân|trung bình|mức này|mức đó|mức chung)(?:\s(?!và\s|so\s|trong\s)[^\d\s,;:.()]+){0,5}|(?:đã )?đạt\s+(?:trên|dưới|từ)\s+[\d.,]*\d\s?%(?:\s+trở\s+(?:lên|xuống))?|(?:đã )?(?:đạt|hoàn thành)\s+tiêu chí số\s+\d{1,2}(?!\d|[.,]\d)(?:\s(?!và\s|so\s|trong\s|năm\s)[^\d,;:.()]{3,40}(?<!\s))?|(?:đã )?đạt\s+(?:từ\s+)?\d(?:\s*[-–]\s*\d)?\s+sao(?:\s+trở\s+(?:lên|xuống))?|(?:đã )?đạt\s+(?!kế hoạch|tỷ lệ|tỉ lệ|khoảng|gần|trên|hơn|từ|dưới|bằng|mức)(?:(?!\s(?:giai đoạn|năm|trong|so|và)\s|\s(?:trên|dưới|từ)\s\d)[^\d,;:.()]){3,60}(?<!\s)(?:\s(?:trên|dưới|từ)\s[\d.,]*\d(?:%|\s\w+(?: \w+)?))?)", re.I)
SO_MANY_OF_THEM = re.compile(r"(?:(?:tỷ trọng|tỉ trọng|cơ cấu|của|cả|riêng)\s+)*(?P<n>hai|ba|bốn|năm|sáu|[2-6])\s+(?:khoản|nhóm|mặt hàng|khu vực|ngành|lĩnh vực|thị trường|địa phương|huyện|loại|sản phẩm|nguồn|chỉ tiêu)(?:\s[^\W\d]+){0,2}", re.I)  # "ba khoản thu lớn", told one by one before
IS_MARKET = re.compile(rf"(?<!\w)(?P<who>[{UPPER}][\w.–-]*(?: [{UPPER}][\w.–-]*){{0,4}})\s+(?:(?:vẫn|tiếp tục|cũng|hiện|đang)\s+)*(?i:là\s+(?:thị trường|đối tác|bạn hàng|nguồn cung)\s+(?:(?P<trade>xuất|nhập) khẩu\s+(?:hàng hóa\s+)?(?:lớn|chính|chủ lực|quan trọng|hàng đầu|số một|số 1|dẫn đầu)|(?:lớn|chính|chủ lực|quan trọng|hàng đầu|số một|số 1|dẫn đầu)(?:\s+nhất)?\s+(?:về|ở chiều|trong)\s+(?P<about>xuất|nhập) khẩu))(?!\w)")
ABOUT_TRADE = re.compile(r"\W*(?:về|đối với|ở chiều|chiều|bên)\s+(?P<trade>xuất|nhập) khẩu\W*", re.I)
A_BODY = re.compile(r"(?:tập đoàn|(?:tổng )?công ty|ngân hàng|huyện|xã|phường|tỉnh|thành phố|thị xã|sở|ban|cục|doanh nghiệp|khối)(?!\w)", re.I)
TRADED_WITH = re.compile(rf"(?:sang|từ)\s+([{UPPER}][\w.–-]*(?: [{UPPER}][\w.–-]*){{0,4}})$")
LIKEWISE = re.compile(r"\s(?:thì|cũng|lại)\s+(?:ngược lại|trái lại|tương tự|cũng vậy|như vậy|khác hẳn|khác)(?=\s*:)", re.I)  # "Gạo thì ngược lại: …"
TRADED_BEHIND = re.compile(r"\s+((?:xuất|nhập) khẩu)(?=\s*(?:[,;.)]|$|và\s))", re.I)
# The days of a time that is named right before them say nothing more: "tháng Sáu (15/5 - 14/6)".
DAYS_OF_IT = re.compile(r"(?P<time>(?<!\w)(?:tháng|quý|kỳ|tuần|đợt)\s+[\w/]+(?:\s+(?:tháng|năm)\s+[\w/]+)*\s*)(?P<days>\(\s*(?:từ\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:[-–]|đến|tới)\s*(?:hết\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s*\))", re.I)
THAN_THEN = re.compile(r"(?<!\w)(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm)\s+hơn\s+[^,;()]{3,50}$", re.I)
STOCK = re.compile(r"(?:tổng )?(?:số )?(?:dư nợ|nợ|số dư|tồn (?:kho|quỹ)|quỹ|dư)(?!\w)", re.I)
THIS_RATE = re.compile(r"\W*(?:mức (?:tăng|giảm)|tốc độ(?: tăng| giảm)?|nhịp (?:độ )?tăng)(?: trưởng)? (?:này|đó|ấy|trên)(?!\w)", re.I)
NAMED_BY_RATE = re.compile(
    r"\W*(?:\w{1,3}[.)]\s*)?(?P<deed>(?:cắt giảm, tiết kiệm|tiết kiệm(?: thêm)?|cắt giảm|miễn, giảm|miễn|giảm|hỗ trợ|trích|bổ sung|tăng thêm|thu hồi)) (?P<rate>\d[\d.,]*\s?%) (?P<of>[^,;:()\d%]{3,60}?)"
    r"(?:\s+(?:ngay|để|nhằm|theo|cho|từ|trong|của|năm|tại)(?!\w)[^;:%]*)?:\s*(?:khoảng|gần|hơn|trên|đạt|được|là)?\s*", re.I,
)  # fmt: skip
BECAUSE_SO = re.compile(r"(?<!\w)(?:do|vì|bởi)\s[^;:]*?\snên(?!\w)", re.I)  # "do nhà máy dừng lò từ tháng 8 nên chỉ tăng 7,2%": a time in it is that of the cause
TWO_YEARS = re.compile(r"(?P<before>(?:(?:cả |trong )?hai |các )năm (?P<first>(?:19|20)\d\d) và )(?P<last>(?:năm )?(?P<second>(?:19|20)\d\d))(?P<both>\s+(?:cùng|đều|đồng loạt|cùng nhau))(?=\s+(?:tăng|giảm|đạt|là|ở mức))", re.I)  # "hai năm 2017 và 2018 cùng tăng 11,0%"
FROM_WHERE = re.compile(r"(?P<from>(?<!\w)từ )(?P<where>chỗ(?: chỉ)?(?: (?:chiếm|đạt|là|có|ở mức))?)(?P<then>\s+\d[^;:()]{0,60}?\s)(?P<now>(?:đến |thì )?nay(?: đã| chỉ)?)(?=\s+(?:còn|lên|đạt|tăng|giảm|chiếm|là)(?!\w))", re.I)  # "từ chỗ chiếm 27% năm 2015 nay còn 13%"
WITHIN_WHOLE = re.compile(r"\W*Trong (?:các |tổng )?(?P<of>(?!đó|này|ấy|trên|năm|tháng|quý|kỳ|tổng|số|khi)[^,;:()\d]{3,50}?),? (?:đã |hiện |thì )?có(?: (?:tới|đến|khoảng|hơn|gần|trên))?\s*", re.I)  # "Trong sự nghiệp giáo dục có 96 tỷ đồng hỗ trợ học phí"
# What the numbers in brackets are, said once: "Ước năm 2020 (số trong ngoặc là thực hiện năm 2015): …"
IN_BRACKETS = re.compile(r"\(\s*(?:các )?(?:số|số liệu|con số)(?: liệu)? (?:ở )?trong (?:dấu )?ngoặc(?: đơn)? là\s+(?P<what>[^()]{3,60})\)", re.I)
_MONTH_NAME = r"(?:\d{1,2}|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|giêng|chạp)"
MONTHS_IN_ROW = re.compile(rf"(?<!\w)(?<!so )(?<!so với )(?:của )?(?:các |ba |hai |bốn )?tháng (?P<row>{_MONTH_NAME}(?:, {_MONTH_NAME})* và (?:tháng )?{_MONTH_NAME})(?P<year>(?: năm |/)(?:19|20)\d\d)?(?=(?: [^\W\d]+){{0,6}} lần lượt)", re.I)
YEARS_IN_ROW = re.compile(r"(?<!\w)của (?:các |ba |hai |bốn |năm )?năm (?P<row>(?:19|20)\d\d(?:, (?:năm )?(?:19|20)\d\d)* và (?:năm )?(?:19|20)\d\d)(?=(?: [^\W\d]+){0,8} lần lượt)", re.I)
RISES_MOST = re.compile(r"(?<!\w)(?:(?P<up>tăng)|giảm)(?: giá| trưởng)? (?:cao|mạnh|thấp|chậm|nhiều|ít|nhanh|sâu) nhất\s*$", re.I)
ALL_TOGETHER = re.compile(r"\s*(?:(?:toàn|cả)\s+(?:ngành|tỉnh|huyện|thành phố|nước|cục|chi cục|khối|hệ thống)|ngành|cục|chi cục|đơn vị|tỉnh|huyện|thành phố)?(?:\s+(?:hải quan|thuế))?(?:\s+(?:đã|mới|ước|cũng))*\s*(?:thu|chi|nộp|huy động|giải ngân)(?: được)?\s*", re.I)
SO_MANY_KINDS = re.compile(r"^(?:các|những|hai|ba|bốn|năm|sáu|[2-9])\s+", re.I)
THE_OTHERS = re.compile(r"(?:các |những )?(?:khoản|nhóm|mặt hàng|hàng|ngành|nguồn|loại|sản phẩm|lĩnh vực|thị trường|dịch vụ)(?: [^\W\d]+){0,3} (?:khác|còn lại)", re.I)
TOGETHER = re.compile(r"(,\s[^\d,;:()]{2,25}?)?\s+và\s+(?:khoảng\s+|gần\s+|hơn\s+|trên\s+)?")  # "18 bộ, cơ quan và 22 địa phương đạt trên mức bình quân": both do
COMES_FROM = re.compile(rf"\s+((?:từ|sang|đi|đến từ|thuộc|của)\s+(?:thị trường\s+)?[{UPPER}][^\W\d_]*(?:[ -][^\W\d_]+){{0,4}})(?=\s*(?:[,;.()]|$|và\s))")
SORTED_BY = re.compile(r"^\W*(?:(?:xét|tính|phân|chia)\s+)?theo(?!\w)", re.I)
# "Không bao gồm hàng quá cảnh, năm 2020 đạt 126 triệu USD": what is left out is what the figure is of
NOT_IN_IT = re.compile(r"^\W*(?:Không|Chưa)\s+(?:bao gồm|gồm|kể|tính)\s+(?=[^,;:.()\d]{3,60},\s[^,;:()]{0,40}?(?:đạt|là|ước)\s[^,;:()]{0,12}\d)", re.I)
REMARK_BEHIND = re.compile(r"[^,;:()]*\([^()]*\)(?=\s*[,;])")
PLACE_ONLY = re.compile(rf"\s*(?:(?:ở|tại|thuộc)\s+)?(?:huyện|thị xã|thành phố|TP\.?|xã|phường|thị trấn|quận|tỉnh)\s+[{UPPER}][\w–-]*(?: [{UPPER}][\w–-]*){{0,3}}\s*")
NAMED_THING = re.compile(rf"(?:^|\s(?:là|gồm|có)\s)\s*((?:[^\W\d_]+ ){{1,4}}[{UPPER}][\w–-]*(?: [{UPPER}\d][\w–-]*){{0,3}})\s*$")
AND_GROWTH = re.compile(r"\s+và\s+(?:tốc độ|nhịp độ|mức)\s+(?:tăng|phát triển).*$", re.I)  # each figure says itself whether it is the one or the other
IN_FIELD = re.compile(r"\W*(?:(?:ở|trong|đối với|với|về|riêng)\s+)+(?:lĩnh vực|khâu|mảng|khu vực|khối)\s+([^,;:()\d]{3,40})$", re.I)
NEEDED = re.compile(r"\W*(?:Muốn|Để (?:đạt|hoàn thành|về đích|cán đích|bảo đảm|đảm bảo|cả năm))(?!\w)[^;:]*?(?<!\w)(?:phải|cần)\s", re.I)  # "Muốn cả năm đạt 8%, quý IV phải tăng 9,2%"
ASKED_FOR = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|kiến nghị|chỉ đạo|giao(?= (?:cho |các )*(?:Thuế|Sở|UBND|Cục|Chi cục|Ban|Kho bạc|Công an|ngành|địa phương|đơn vị|chủ đầu tư)(?!\w)))(?!\w)[^:;]*(?<!\w)(?:phấn đấu|phải (?:đạt|bảo đảm|hoàn thành|giải ngân|thu)|(?:bảo|đảm) (?:đảm|bảo)|tối thiểu|ít nhất|không thấp hơn)(?!\w)", re.I)
RANKED_AT = re.compile(r"(?<!\w)(?:đứng|xếp|hạng|vị trí|ở)(?: hạng| vị trí)?\s+thứ\s*$", re.I)
EACH = re.compile(r"(?:cụ thể|chi tiết|số liệu|kết quả|theo|qua|của)?\s*(?:từng|các|mỗi)(?: (?:năm|tháng|quý))?", re.I)
OF_THESE_GOODS = re.compile(r"(?<=\w)(?<!\bhai)(?<!\bba)(?<!\bbốn)(?<!\bcác)(?<!\bnhững) (?:của )?(?:nhóm hàng|mặt hàng|ngành hàng|nhóm sản phẩm|nhóm|sản phẩm|loại) (?:này|đó|trên)$", re.I)
GROWS = re.compile(r"\s+(?:có (?:mức |tốc độ )?)?tăng trưởng(?:\s(?!của)[^\W\d]+){0,6}$", re.I)  # "GRDP tăng trưởng khá qua các năm: năm 2018 đạt 8,1%"
UNEVEN = re.compile(r"(?:mức|tốc độ|nhịp độ|nhịp|đà) (?:tăng(?: trưởng)?|giảm|phát triển)(?: [^\W\d]+){0,3} (?:không (?:đồng )?đều|khác nhau|chậm (?:dần|lại)|nhanh dần)|(?:mức |tốc độ |đà )?(?:tăng trưởng|tăng|phát triển|biến động|diễn biến)(?: [^\W\d]+){0,4} (?:giữa|qua) các (?:năm|quý|tháng)|(?:tuy nhiên|nhưng|song|tuy)?\s*không (?:đồng )?đều (?:giữa|qua) các (?:năm|quý|tháng)|(?:tuy nhiên|nhưng|song|tuy)?\s*(?:bức tranh|kết quả|tiến độ|diễn biến|mức (?:tăng|giảm|độ))(?: [^\W\d]+){0,8} (?:không (?:đồng )?đều|phân hóa|trái chiều|khác nhau)(?: (?:giữa|qua)(?: [^\W\d]+){1,5})?", re.I)  # "Tăng trưởng không đều giữa các năm: năm 2021 tăng 6,7%": of what was said before
OF_EACH = re.compile(r"\s+(?:(?:của|trong|qua|theo) )?(?:các|từng) (?:tháng|quý|năm)(?: (?:trong|của) (?:quý|năm|kỳ))?$", re.I)  # "CPI các tháng": of the month that the figure names
# The kind that several in a row are of, said once: "các nhóm điện thoại, sắt thép và hàng dệt may lần lượt …".
THOSE_OF_KIND = re.compile(r"^(?:các|những)\s+(?P<kind>nhóm(?: hàng(?!\s(?:dệt|may|thủy|thuỷ|nông|rau|điện|tiêu|hóa|hoá|xuất|nhập|ăn)))?|mặt hàng|ngành hàng|thị trường|địa phương|cửa khẩu|huyện|xã|tỉnh)\s+(?=\S)", re.I)
SO_MANY = re.compile(r"^(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})\s+(?=(?:nhóm|khoản|ngành|mặt hàng|sản phẩm|địa phương|đơn vị|huyện|xã|phường|tỉnh|thị trường|khu vực|lĩnh vực|công trình|dự án|sắc thuế)\s)", re.I)  # "bốn nhóm giáo dục, nhà ở, …"
# "43 hộ ở thôn Đá Chồng chưa nhận tiền bồi thường": what is told of the counted, behind where they are
PLACED_ACT = re.compile(r"\s+(?:ở|tại|thuộc|trên)\s+(?:\d{1,3}\s+)?[^;:.()\d]{2,60}?\s+((?:chưa|bị|được|không|phải|đã|đang|còn)\s+[^,;:.()\d]{3,60}?)(?=\s*(?:[,;:.()]|$|(?:vì|do|nhờ|để|khi|theo|và|nhưng|trong|từ|sau)\s))", re.I)
# "Lệ phí trước bạ khá hơn, đạt 571 tỷ đồng": how something does, told before the figure
FARES = re.compile(r"^\W*(?P<what>[^,;:()\d]{3,60}?)\s+(?:(?:tiếp tục|vẫn|đã|đang|cũng|khá|rất|tương đối|có(?: phần| nhiều| dấu hiệu)?|duy trì|dần|lại)\s+)*(?:khá hơn|khả quan(?: hơn)?|tích cực(?: hơn)?|tốt(?: hơn)?|thuận lợi(?: hơn)?|sôi động(?: hơn)?|nhộn nhịp|khởi sắc|sáng sủa|trầm lắng|ảm đạm|kém (?:khả quan|vui|sôi động)|chững lại|phục hồi|hồi phục|hụt thu|bứt phá|đột phá|chuyển biến|kém hơn|yếu hơn|chậm lại|ì ạch|cải thiện)(?: rõ rệt| đáng kể| mạnh| nhẹ)?\s*$", re.I)
# "còn lại 240,6 tỷ đồng là chi trả nợ lãi vay (38,2 tỷ đồng), …": the names behind are those of the parts
PARTED = re.compile(r"\s*(?:là|gồm)\s+(?P<first>[^,;:()\d]{3,80})\(\s*\d[^()]*\),[^;:()]*\(\s*\d", re.I)
SORT_OF_CASE = re.compile(r"(?:ca|trường hợp) (?:mắc|nhiễm|bệnh|nghi mắc|dương tính)(?: mới| bệnh)?|vụ (?:vi phạm|việc)", re.I)
PAID = re.compile(r"(?<!\w)((?:tạm ứng |chi trả |trả )?cổ tức(?: đợt \d(?:/\d{4})?)?|thưởng cổ phiếu|cổ phiếu thưởng)(?:[^\d;:.()]|năm \d{4}|đợt \d(?:/\d{4})?|\d/\d{4}){0,40}?,?\s*(?:với )?tỷ lệ\s*(?:là |khoảng |đạt )*$|(?<!\w)(?:chia|trả|tạm ứng) (cổ tức)(?: năm \d{4})?(?: bằng [^,;:()\d]{3,20})?\s*(?:khoảng |là )*$", re.I)
PAID_OUT = re.compile(r"(?<!\w)(?:giải ngân|thanh toán)(?!\w)", re.I)
POINTS_AT = re.compile(r"\W*(?:(?:các|những|khối|nhóm|số|toàn bộ|trong đó)\s+){0,2}(?P<noun>doanh nghiệp|dự án|đơn vị|cơ sở|công trình|hộ|hợp tác xã|khu|cụm|địa phương|trường|bệnh viện|nhà máy|trang trại|mô hình|lao động|người)(?: [^\W\d_]+)? (?:này|đó|ấy|trên|nói trên)\s+(?=\S)", re.I)
KIND_OF_PLAN = re.compile(r"\W*((?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)\s+(?:pháp lệnh|phấn đấu|(?:trung ương|HĐND|UBND|tỉnh|huyện|thành phố|bộ)(?: (?:tỉnh|huyện|thành phố|tài chính))? giao))\s*(?:là|ở mức|đạt)?\s*", re.I)
BESIDE = re.compile(r"[^,;:()]*(?<!\w)(?:với|(?<=\w )(?:của|thuộc))\s*", re.I)
DOING = re.compile(r"(?:đã )?(?:dùng|sử dụng|giải ngân|bố trí|thanh toán|phân bổ|chi trả|chi|nộp(?: (?:vào )?(?:ngân sách|kho bạc)(?: nhà nước)?)?|nghiệm thu|quyết toán|tạm ứng)", re.I)
EMPLOYS = re.compile(r"(?:đang )?(?:sử dụng|thu hút|tạo việc làm(?: cho)?|giải quyết việc làm(?: cho)?|nộp ngân sách|đóng góp|nộp thuế)(?! của)(?:\s.*)?", re.I)  # what those who were counted before do, with others: "34 doanh nghiệp …, sử dụng 1.960 lao động"
EMPLOYER = re.compile(r"(?<!\w)(?:doanh nghiệp|dự án|cơ sở|hợp tác xã|trang trại|nhà máy|công ty|làng nghề|khu công nghiệp|cụm công nghiệp|hộ kinh doanh)(?!\w)", re.I)
WITH_MEASURE = re.compile(r"[^,;:()]*\svới\s+(?:tổng )?[^,;:()]*", re.I)
INCLUDED = re.compile(r"\s*(?:kể cả|tính cả|gồm cả|bao gồm cả|chưa kể|không kể|không tính|chưa tính)(?!\w)", re.I)  # "kế hoạch vốn, kể cả 782 tỷ đồng kéo dài, là 8.742 tỷ đồng"
REMARKED = re.compile(r"[;,]\s*([^\W\d][^\d,;:.()]{1,40}?)\s*$")
BARE_UNITS = frozenset(["suất", "lượt", "người", "trường hợp", "vụ", "ca", "phần", "hồ sơ", "giao dịch", "hộ", "dự án", "món", "khoản", "căn", "căn hộ", "phòng", "giường", "lô", "gian hàng"])  # whose thing stands before them
A_PLACE = re.compile(r"(?:TP|thành phố|huyện|thị xã|tỉnh|quận|phường|xã|thị trấn)(?!\w)", re.I)
FAR_FROM = re.compile(r"(?:còn |vẫn )*(?:cách|kém|xa|gần|sát|chạm|tiệm cận)(?: khá| rất| còn)?(?: xa)?", re.I)
BEYOND_PLAN = re.compile(rf"(?<!\w)(?:vượt|thấp hơn|cao hơn)\s+(?:mức\s+)?{PLAN}(?:\s+(?:đề ra|được giao))?(?:\s+là)?\s*$", re.I)
# "Huyện Long Khê hút nhiều vốn nhất với 318 triệu USD, vượt xa TP Bình Hải (187 triệu USD)".
MOST_OF = re.compile(r"\W*([^,;:()\d]{3,50}?)\s+(?:đã |tiếp tục |vẫn |đang )*(thu hút|hút|có|nhận|nộp|bán|xuất khẩu|xuất|trồng|đóng góp|tiêu thụ|sử dụng)\s+(?:được )?nhiều\s+([^,;:()\d]{2,40}?)\s+nhất(?:\s+(?:tỉnh|cả nước|toàn tỉnh|vùng))?\s*", re.I)
OVERTAKES = re.compile(rf"(?<!\w)(?:vượt xa|vượt|bỏ xa|xếp trên|đứng trên|hơn hẳn|cao hơn|nhiều hơn|lớn hơn|thấp hơn|ít hơn|kém)\s+((?:(?:TP|thành phố|huyện|thị xã|tỉnh|quận|phường|xã|thị trấn)\s+)?[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}})\s*$")
THAN_ESTIMATED = re.compile(r"(?<!\w)(?:cao|thấp|nhiều|ít|lớn|vượt)(?:\s+hơn)?\s+(?:so với\s+)?(?:mức|con số|số(?: liệu)?)\s+(?:đã\s+|được\s+)?(?:ước(?: tính)?|sơ bộ|công bố|dự ước)(?:\s+(?:ban đầu|trước đó|là|khoảng|gần|hơn))*\s*$", re.I)
TIMES_THAT_OF = re.compile(rf"\s*(?:của\s+|so\s+với\s+)?((?:(?:TP|thành phố|huyện|thị xã|tỉnh|quận|phường|xã|thị trấn)\s+)?(?!Quý|Tháng|Năm|Kỳ|Vụ)[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}})(?:\s+(?:đứng|xếp)\s+thứ\s+\w+)?\s*")  # "gấp hơn hai lần | Nhật Bản (318,5 triệu USD)"
THAN_FIRST = re.compile(r"(?<!\w)so với\s+(?:mức |giá trị )?((?:phê duyệt|dự toán|kế hoạch|thiết kế|quy hoạch|phương án|hợp đồng|quyết định)(?: được duyệt)? (?:ban đầu|gốc|lần đầu|trước (?:đây|điều chỉnh)|cũ))\s*$", re.I)  # "tăng 744 tỷ so với phê duyệt ban đầu (4.126 tỷ)"
THAN_OTHER = re.compile(r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm)\s+hơn\s+(?:so với\s+)?(?:mức\s+)?((?:(?:bình quân|trung bình)\s+(?:chung\s+)?(?:của\s+)?)?(?:cả nước|toàn quốc|toàn tỉnh|toàn ngành|cả tỉnh|khu vực|vùng|nông thôn|thành thị|nam|nữ)[^,;()\d]{0,30})\s*$", re.I)
HAS_MEASURE = re.compile(r"((?:dự án|công trình|nhà máy|khu|cụm|tuyến|cầu|hồ|đập|cảng|bệnh viện|trường|chợ|trung tâm|doanh nghiệp|công ty|hợp tác xã|mô hình|gói thầu|chương trình|đề án)\s.{2,80}?)\s+có\s+((?:tổng )?(?:mức đầu tư|vốn(?: đầu tư| đăng ký| điều lệ)?|công suất(?: thiết kế)?|chiều dài|diện tích|quy mô|dung tích|kinh phí|giá trị|doanh thu|sản lượng|số vốn))", re.I)
NO_GOODS = frozenset(["tờ khai", "hồ sơ", "lượt", "chuyến", "vụ", "ca", "cuộc", "đợt", "đơn", "văn bản"])  # counters of what has no yield, value or price of its own
# Where or to whom something happened, so that a bare "vụ" is one of those counted before; not another kind of thing ("sởi 12 ca").
WHERE = re.compile(rf"(?:\W*(?:tại|ở|trong|trên|riêng|do|địa bàn|(?:các )?(?:tỉnh|huyện|quận|phường|xã|thị trấn|thị xã|thành phố|TP|khu|cụm|tuyến|đường|vùng|miền|nông thôn|thành thị|nội thành|ngoại thành|trường|nhà|chợ|doanh nghiệp|hộ|nam|nữ|trẻ|người|nhóm|độ tuổi|tháng|quý|mức độ)|(?:nhiều|cao|thấp|ít) nhất))(?!\w)|.*(?:tại|ở|trên|thuộc|trong|do)\s|\W*[^\W\d_]+ (?-i:[{UPPER}])|(?:đã )?{DOES}", re.I)
VICTIMS = re.compile(r"(?:làm |gây |khiến )?(?:chết|bị thương|tử vong|mắc|ngộ độc|mất tích)(?: người)?|người (?:chết|bị thương|mắc|tử vong|mất tích)", re.I)
HOW_MOVED = re.compile(r"(?:nhẹ|mạnh|từ|thêm|so|dần|sâu|tiếp|nhanh|cao|liên tục|đều|đáng kể|rõ|khá|chậm|trở lại|ít|nhiều|không đáng kể)(?!\w)", re.I)  # "giảm đáng kể từ …": no name of what fell
MOVED_FROM = re.compile(r"(?<!\w)(?:giảm|nâng|đưa|hạ(?! tầng| giới| lưu| nguồn)|kéo|đẩy|tăng(?! trưởng| cường)|rút ngắn)\s+([^,;:()\d]{3,60}?)\s+từ(?:\s+mức)?\s*$", re.I)
OF_THEM = re.compile(r"(?:bị|được|chưa|không)\s", re.I)
MOVED = re.compile(r"(?<!\w)(?:giảm|nâng|đưa|hạ(?! tầng| giới| lưu| nguồn)|tăng(?! trưởng| cường))\s+([^,;:()\d]{3,60}?)\s+(?:xuống|lên|còn|về)(?!\w)", re.I)
RAISED = re.compile(r"(?<!\w)(?:giảm|nâng|đưa|hạ(?! tầng| giới| lưu| nguồn)|kéo|đẩy|rút)\s+((?:tổng|tỷ|tỉ|số|mức|độ|diện|quy|thu|giá|công|năng|lãi|chỉ|sản|kim|dư|tổn thất|hao hụt|thời gian|chi phí|sĩ số|nợ)(?!\w)[^,;:()\d]{0,110}?)\s+(?:từ|xuống|lên|còn|về|đạt)(?:\s+(?:mức|tới|đến|khoảng|gần|hơn|trên|dưới|còn))*\s*$", re.I)
# The goal itself after what is held against it, not the distance to it: "thấp hơn mục tiêu 4%", "0,9 điểm phần trăm so với mục tiêu kiểm soát 4,5%".
THIS_SHARE = re.compile(r"\W*(?:con số|tỷ lệ|tỉ lệ|kết quả|mức|tiến độ)(?: giải ngân| thu| chi| thực hiện)? (?:này|đó|ấy|trên)(?!\w)", re.I)  # "Con số này thấp hơn mức 39,2% của cùng kỳ"
THAN_GOAL = re.compile(r"(?:(?:(?:thấp|cao|nhanh|chậm|kém|lớn|nhỏ)\s+hơn|so với)\s+(?:so với\s+)?(?:mức\s+|tiến độ\s+)?(?:mục tiêu|chỉ tiêu|kịch bản|kế hoạch|giới hạn|ngưỡng)(?:\s+[^\W\d]+){0,5}|(?:nằm|vẫn|còn|luôn)\s+(?:ở\s+)?(?:trong|dưới)\s+(?:mức\s+|giới hạn\s+|ngưỡng\s+)?(?:mục tiêu|giới hạn|ngưỡng)(?:\s+[^\W\d]+){0,5}|(?:cách|gần|sát|tiệm cận|chạm)\s+(?:(?:khá|rất|còn|với)\s+)?(?:xa\s+|gần\s+)?(?:với\s+|so với\s+)?(?:mức\s+)?(?:mục tiêu|chỉ tiêu|kịch bản|giới hạn|ngưỡng)(?:\s+[^\W\d]+){0,8})\s*\(?\s*$", re.I)
OWN_CHANGE = re.compile(r"[^\d;():]{0,20}[,(]\s*(?:đã\s+|chỉ\s+)?(?:tăng|giảm|bằng|đạt|gấp)(?!\w)", re.I)
SUMMED = re.compile(r"[,;]\s*(?:(?:tính\s+)?(?:lũy|luỹ) kế|tích (?:lũy|luỹ)|cộng dồn|tính chung)(?:\s+(?:từ đầu năm|(?:\d+|cả) tháng|đến nay))*(?:\s+(?:là|đạt|được|có))?\s*$", re.I)
PACK = re.compile(r"(?P<pack>(?:mỗi |một )?(?:bình|bao|chai|thùng|hộp|túi|can|gói|lon|cây|vỉ|phuy)(?: (?:gas|loại))? \d+(?:[.,]\d+)?\s?(?:kg|g|gam|lít|l|ml|quả|viên|cuốn)) (?:có giá|(?:được )?bán (?:lẻ )?(?:với )?giá|giá)(?: bán(?: lẻ)?)?", re.I)
PACKED = re.compile(r"(?:mỗi |một )(?:bình|bao|chai|thùng|hộp|túi|can|gói|lon|cây|vỉ|phuy)(?: (?:gas|loại))? \d+(?:[.,]\d+)?\s?(?:kg|g|gam|lít|l|ml|quả|viên|cuốn)", re.I)
PRICE_FIRST = re.compile(r"\W*(?P<what>giá(?! trị)(?: [^\W\d]+){1,6}?)\s(?:được|đã|vừa|tiếp tục|bị|lại|tăng|giảm|điều chỉnh)\s[^:;()]*,\s", re.I)  # "Giá gas được điều chỉnh từ ngày 01/10, mỗi bình 12 kg …"
DRAWS = re.compile(r"(?<!\w)(?:kéo(?: theo)?|khiến|làm|đẩy|giúp)(?: cho)?\s+(?P<who>(?:(?:chỉ số )?(?:giá )?(?:nhóm|mặt hàng|ngành|khu vực|lĩnh vực)|giá|doanh thu|sản lượng|kim ngạch)\s[^,;:()\d]{3,80}(?<!\w)(?:tăng|giảm)(?: \w+)?\s*)$", re.I)
THAN_RATE = re.compile(r"(?:cao|thấp|nhanh|chậm|mạnh)\s+hơn\s+(?:so với\s+)?(?:mức|tốc độ)\s+(?P<how>tăng|giảm)(?: trưởng)?(?: bình quân| chung)*\s+(?P<of>của\s+)?(?P<who>(?!(?:cùng|tháng|quý|năm|kỳ|tuần|giai đoạn|nhiệm kỳ|cả (?:năm|kỳ|giai đoạn)|các năm|những năm|bình quân)(?!\w))[^,;:()\d]{3,60})\s*$", re.I)
KIND_OF_PROJECT = re.compile(r"(?<!\w)dự án (?:FDI|DDI|ODA|PPP|đầu tư (?:trực tiếp )?nước ngoài|đầu tư trong nước|trong nước|nước ngoài)(?!\w)", re.I)
PER_HEAD = re.compile(r"bình quân (?:đầu người|(?:mỗi|một) người(?: dân)?|(?:mỗi|một) lao động)", re.I)
OUTPUT = re.compile(r"(?:quy mô (?:nền )?(?:kinh tế )?)?(?P<what>GRDP|GDP|tổng sản phẩm(?: trên địa bàn(?: tỉnh| thành phố)?| trong nước)?|thu nhập|giá trị sản xuất)(?!\w)", re.I)
DIVIDED = re.compile(r"[\s,]*(?:chia|phân|tính)(?: ra)? theo\s", re.I)
FAMILY_HEAD = re.compile(r"(?:(?:các|một số|những)\s+)?(?:nhóm hàng|mặt hàng|nhóm mặt hàng|nhóm|ngành hàng|sản phẩm|thị trường|đối tác|địa bàn|lĩnh vực)(?:\s+(?:chính|chủ yếu|chủ lực|lớn|lớn nhất|tăng|giảm|trọng điểm|tiêu biểu|khác|dẫn đầu))*", re.I)
PRICES = re.compile(r"(?<!\w)(?:CPI|lạm phát|chỉ số giá)(?!\w)", re.I)
PEOPLE = frozenset(["người", "lao động", "giáo viên", "học sinh", "em", "học viên", "sinh viên", "cán bộ", "bệnh nhân", "bác sĩ", "hội viên", "đối tượng", "lượt người", "thí sinh", "công nhân"])
PLAN_PASSED = re.compile(rf"(?<!\w)(?:vượt|đạt|hoàn thành|không đạt|chưa đạt)\s+(?:và vượt\s+)?(?:mức\s+)?{PLAN}(?:\s+[^\W\d]+){{0,4}},\s*(?:chỉ\s+|mới\s+|ước\s+)?(?:đạt|bằng)\s*$", re.I)
PROJECTS = re.compile(r"(?<!\w)(?:lượt )?dự án(?!\w)", re.I)
WHOLE_COUNT = re.compile(r"tổng số|tổng cộng|(?:tổng )?số (?:lũy|luỹ) kế", re.I)
PLANNED_DEED = re.compile(r"(?:phấn đấu|dự kiến|dự báo|mục tiêu|kế hoạch|chỉ tiêu|ước)\s+(?:cả năm\s+|là\s+|sẽ\s+)*([^,;:()]*)$", re.I)
# Whose it is, before the verb: "Huyện Kim Sơn đạt doanh thu du lịch 30 tỷ đồng".
OWNER = re.compile(rf"(?:(?i:(?:tổng )?công ty|tập đoàn|ngân hàng|hợp tác xã|HTX|CTCP|TP\.?|thành phố|thị xã|thị trấn|huyện|quận|phường|xã|tỉnh)(?: [^\W\d_]+){{0,3}}? )?[{UPPER}][\w.–-]*(?: [{UPPER}][\w.–-]*){{0,4}}")
OWNS = re.compile(r"\s*(?:đã |ước |cũng |chỉ |mới )*(?:đạt(?: được)?|có)(?!\w)", re.I)
WE = re.compile(r"(?:chúng tôi|chúng ta|họ|ban (?:điều hành|lãnh đạo|giám đốc|tổng giám đốc)|doanh nghiệp|công ty|tập đoàn|nhà trường|trường|viện|học viện|bệnh viện|hợp tác xã|trung tâm)(?: (?:cũng|vẫn|này))?", re.I)
DEALT_TO = re.compile(r"lần lượt\s+(?:dành\s+)?(?:cho|gồm)\s+([^\W\d][^,;:()\d]{2,40})$", re.I)
SOME_OF = re.compile(r"(?:các|những|một số|nhiều|\w+)?\s*(?:yếu tố|nguyên nhân|nhóm|ngành|mặt hàng|địa phương|đơn vị)(?!\w)", re.I)
BARE_RATE = re.compile(r"tỷ lệ|mức|con số|giá trị", re.I)
OF_COUNTED = re.compile(r"(?:với )?(?:tổng )?(?:số )?(?:(?:vốn|mức)(?: đầu tư)?(?: đăng ký| điều lệ| bổ sung| tăng thêm)?|công suất(?: thiết kế)?|chiều dài|trọng lượng|diện tích|sản lượng|giá trị|trị giá|kinh phí|số tiền|tiền|khối lượng|dung tích|quy mô)", re.I)
FOLLOWS = re.compile(r"\W*(?:tiếp theo|tiếp đến|tiếp đó|kế đến|kế đó|theo sau|xếp sau|kế tiếp|sau đó)(?!\w)", re.I)  # what was named before is its peer, not its whole
FOREMOST_OF = re.compile(r"\W*(?:[^,;:]*[,;:])?([^,;:]+?)\s+(?:(?:(?:lớn|cao|nhiều|mạnh|nhanh|thấp|ít|nhỏ|quan trọng)\s+)?nhất|(?<!ài )chính|chủ lực|chủ yếu|hàng đầu|kế tiếp|tiếp theo|lớn(?: khác)?)\s*", re.I)  # "Thị trường xuất khẩu lớn nhất là Hoa Kỳ với 2.143 triệu USD"
WITHIN = re.compile(r"(?:\W|\d[.)]?)*Trong\s+((?:tổng\s+(?!số\s*,)|(?:cơ cấu|kim ngạch|giá trị|doanh thu|chi(?! nhánh)|vốn|GRDP|GTSX|sản lượng|xuất khẩu|nhập khẩu|bán lẻ|dư nợ|đàn|nợ|nguồn thu|nguồn vốn|chi phí)\s)[^,:;()]{3,70}),\s", re.I)  # "Trong tổng giá trị sản xuất năm 2020, …"
STRUCTURE = re.compile(r"\W*(?:về|trong|xét theo|theo)\s+((?:cơ cấu|tỷ trọng|tỉ trọng)(?:\s+[^,:;\d]{1,40})?)\s*[,:]", re.I)  # "Về cơ cấu, dịch vụ chiếm 38%"
STRUCTURED = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng)(?!\w)", re.I)
# "mức tăng cao nhất kể từ đầu năm" ranks a month among those before; it sums nothing up.
CUMULATED = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|tính chung cả|(?<!nhất kể )(?<!nhất tính )từ đầu năm)(?!\w)", re.I)
FORETOLD_FIRST = re.compile(r"\W*(?:\w{1,3}[.)]\s*)?(?:[^,;:()\d]{2,60}\s)?(?:dự kiến|dự báo|dự tính)\s+(?:(?:đến|tới|vào|trong|hết|cuối|đầu|cả)\s+)*(?:năm|quý|tháng|giai đoạn|thời gian|ngày)\s[^,;:()]{1,30},\s", re.I)  # "Sở dự kiến đến cuối năm 2025, nợ …"
PLANNED_FIRST = re.compile(
    rf"\W*(?:\w{{1,3}}[.)]\s*)?{PLAN}(?:(?:\s+(?:cả\s+)?(?:năm|quý|tháng|giai đoạn|vụ)\s[^,;:()]{{1,30}})?,\s|\s[^,;:()]{{0,60}}?(?:trình|thông qua|xây dựng|phê duyệt|ban hành)(?!\w)[^;:()]{{0,120}}?,\s(?:theo|trong) đó,?\s)", re.I
)  # "Dự toán năm 2025 sẽ trình HĐND tỉnh tại kỳ họp tháng 12, theo đó tổng thu …"
# What befell, before where: "Dịch tả lợn châu Phi xảy ra tại 11 hộ thuộc 3 xã, buộc tiêu hủy 186 con".
ACTED = re.compile(rf"(?P<who>[^,;:()]{{3,60}}?)\s(?:(?:đã|đang|sẽ|vừa)\s+)+(?={DOES}|giải phóng|thi công|kết nạp|lắp đặt)|(?P<they>(?:các|những|toàn|ngành|lực lượng|đơn vị|cơ quan|trung tâm|ban|hội)\s[^,;:()]{{2,50}}?)\s(?:đã|đang)\s+(?=\w)", re.I)
GIVEN = re.compile(r"\s*(?:đã |mới )?((?:đóng )?góp)(?: khoảng| hơn| trên| gần)?\s*", re.I)
# Which of several organs did it: "Hải quan phát hiện 215 vụ; Biên phòng bắt 38 vụ".
ORGAN_DID = re.compile(
    rf"\W*(?:(?:trong đó|riêng|còn)\W+)?(?:lực lượng )?(?P<who>(?:hải quan|(?:bộ đội )?biên phòng|công an|quản lý thị trường|kiểm lâm|cảnh sát(?: [^\W\d_]+){{1,2}}?|viện kiểm sát|ngành [^\W\d_]+ [^\W\d_]+|(?:huyện|thị xã|thành phố|xã|phường|quận)(?= (?-i:[{UPPER}])))(?: tỉnh| huyện| các cấp| (?-i:[{UPPER}])[^\W\d_]*){{0,4}})\s+(?:(?:đã|cũng)\s+)*(?={DOES})", re.I,
)  # fmt: skip
# Whose money it was: "Quỹ quốc gia về việc làm cho vay 142 tỷ đồng".
FUND_DID = re.compile(rf"\W*(?P<who>(?:quỹ|ngân hàng)(?: (?!đã|được|vốn)[^\s\d,;:()]+){{1,7}}?)\s+(?:(?:đã|cũng)\s+)*(?={DOES})", re.I)
BODY_PAID = re.compile(
    r"\W*(?:(?:trong đó|riêng|còn|điển hình|cụ thể|như|là)\W+)*(?P<who>(?:ban (?:qlda|quản lý)|sở|ubnd|bộ|trung tâm|bệnh viện|trường|(?:tổng )?công ty|văn phòng|tập đoàn|chi cục|cục|huyện|thị xã|thành phố|xã|phường|tỉnh)(?: (?!đã|được|vốn|mới|này|đó|ta|và)[^\s\d,;:()]+){1,15})"
    r"\s+(?:(?:đã|cũng|mới|chỉ|ước)\s+)*(?P<deed>giải ngân|thanh toán|nộp)(?!\w)", re.I,
)  # fmt: skip
# A body by its name alone, with no deed: what stands so behind another that did something did the same.
BODY = re.compile(
    r"(?:ban(?: (?:qlda|quản lý)(?! và))?|sở|ubnd|bộ|trung tâm|bệnh viện|trường|học viện|viện|(?:tổng )?công ty|hợp tác xã|văn phòng|tập đoàn|chi cục|cục|kho bạc|ngân hàng|quỹ|huyện|thị xã|thị trấn|thành phố|tp\.?|xã|phường|quận|tỉnh|cửa khẩu|cảng|ga|sân bay|lối mở)"
    r"(?= )(?: (?:các xã, phường|(?!đã|được|vốn|mới|này|đó|ta)[^\s\d;:()]+)){1,14}", re.I,
)  # fmt: skip
IS_A_KIND = re.compile(r"\s*là\s+(?!(?:khoảng|gần|hơn|trên|dưới|do|nhờ|vì|cao|thấp|mức|tới|từ|bình quân)(?!\w))([^\d,;:()]{2,30}?)\s*", re.I)
# Who comes first in what: "TP. Thạch Lĩnh dẫn đầu về thu nội địa với".
LEADS_IN = re.compile(r"\W*(?P<who>[^,;:()\d]{2,60}?)\s+(?:(?:vẫn |tiếp tục |hiện )*(?:dẫn đầu|đứng đầu|đứng thứ (?:hai|nhì|ba|tư)|xếp thứ (?:hai|nhì|ba|tư)|xếp cuối|đứng cuối))(?: (?:cả nước|cả tỉnh|toàn tỉnh|toàn vùng))? về (?P<what>[^,;:()\d]{3,60}?)\s+(?:với|đạt|là)(?: (?:gần|hơn|trên|khoảng))?\s*", re.I)
# Some that are counted, each named with its own figure: "hai huyện đạt thấp là Mường Kỳ 48,7% và Hàm Sơn 55,2%".
NAMED_ONES = re.compile(rf"(?:\s[^,;:()\d]{{0,50}}(?:\d[\d.,]*\s?%(?:\s[^,;:()\d]{{0,30}})?)?)?\s?(?:(?<=\s)là|gồm|như)\s+(?:(?:huyện|xã|thị xã|thành phố|tỉnh|TP\.?|phường|quận)\s+)?(?P<who>[{UPPER}][^,;:()\d]{{1,50}}?)(?:\s(?:với|đạt|tăng|giảm|chỉ|mới|được))*(?:\s(?:gần|hơn|trên|khoảng))?\s*\(?")
FIELD_DID = re.compile(rf"(?:riêng |trong |đối với |với )*(?P<what>(?:lĩnh vực|mặt hàng|nhóm hàng|ngành hàng|tuyến|địa bàn)\s+[^,;:()\d]{{2,40}}?)\s+(?:(?:đã|cũng)\s+)*(?={DOES})", re.I)
ANOTHER = re.compile(rf"\s*(?:và|,)\s+(?:(?:huyện|xã|thị xã|thành phố|tỉnh|TP\.?|phường|quận)\s+)?(?:[{UPPER}][^,;:()\d]{{1,30}}\s)?")
# What is told right behind a figure: of the time so far, or of the report's own.
SO_FAR = re.compile(r"\s*(?:(?P<sum>(?:lũy|luỹ) kế|cộng dồn|(?:tính |kể |lũy kế |luỹ kế )?từ đầu năm(?: đến nay| tới nay)?)(?=\s*(?:[,;.)]|$|và|tăng|giảm|bằng))|trong (?:kỳ|tháng|quý)(?: này)?(?=\s*(?:[,;.)]|$|và)))", re.I)
WITHIN_IT = re.compile(r"(?<!\w)trong (?:tháng|quý)(?: này)?\s*$", re.I)
RAISES_SUM = re.compile(r"(?:đưa|nâng)(?: (?:tổng )?(?:kết quả|con số|thành tích|giá trị|mức|số|tổng)(?: (?:này|chung|lũy kế|luỹ kế))*)", re.I)  # "đạt 29 tỷ USD, đưa kết quả từ đầu năm lên 306 tỷ USD": of the same
INTO_SO_MANY = re.compile(r"\w\s(?:hai|ba|bốn|năm|sáu|[2-6])\s(?:nhóm|mặt|ngành|doanh|địa|huyện|thị|ngân|đơn|loại|sản|dự|khoản)(?!\w)", re.I)  # "số thu dồn vào hai nhóm hàng thép cuộn và …": their names begin behind it
PEAK = re.compile(r"(?:ngày )?(?:cao điểm|thấp điểm|đỉnh điểm)", re.I)
EVENT = re.compile(r"\W*(?:[^,;:()\d]{2,40}:\s*)?([^\W\d][^\d,;:()]{2,50}?)\s+(?:đã |lại |tiếp tục |còn )*(?:xảy ra|tái phát|bùng phát|xuất hiện|phát sinh|lây lan|diễn ra)\s+(?:rải rác |chủ yếu )?(?:tại|ở|trên)\s")
# "Đối với khối doanh nghiệp FDI, tổng trị giá xuất nhập khẩu đạt …": of whom all of the sentence is
OF_WHOM = re.compile(r"\W*(?:Đối với|Riêng(?: đối với)?|Tính riêng|Xét riêng|Về phía|Với)\s+(?P<who>(?:các\s+)?(?:khối|khu vực|doanh nghiệp)\s[^,;:\d]{2,110}?),\s|\W*(?:Riêng\s+)?(?:qua|tại|ở)\s+(?P<where>(?:cửa khẩu|cảng|ga|sân bay|lối mở)\s[^,;:\d]{2,60}?),\s", re.I)
# One that is called by its name and does or has what follows: "Riêng CCN Bản Mường (52 ha) đã lấp đầy 96%".
ONE_DOES = re.compile(
    rf"\W*(?i:(?:trong đó|riêng|còn)\W+)?(?P<who>(?i:CCN|KCN|KKT|(?:cụm|khu) công nghiệp|khu kinh tế(?: cửa khẩu)?|khu du lịch|nhà máy(?: [^\W\d]+){{0,2}}?|bệnh viện|trường(?: [A-Z]+| [^\W\d]+){{0,2}}?|cảng(?: [^\W\d]+)?|hồ(?: chứa)?|chợ|làng nghề(?: [^\W\d]+)?)(?: [{UPPER}][^\W\d]*)+)"
    r"\s*(?:\([^()]*\)\s*)?(?=(?:đã|hiện|hiện có|có|lấp đầy|thu hút|đạt|sản xuất|giải quyết|tạo|nộp|đón|tiếp nhận)\s)",
)  # fmt: skip
ABOUT = re.compile(r"\W*(?:Về|Đối với|Riêng(?: (?:về|tại|ở|trong|đối với)))\s+([^,;:\d]{2,60}),\s")
REACHED = re.compile(r"\s*(?:mới |chỉ |đã |ước )*(?:đạt|bằng)(?: khoảng| gần| hơn| trên)?\s*", re.I)
REACHED_ONLY = re.compile(r"\s*(?:chỉ|khoảng|gần|hơn|trên|còn|là|đạt|\s)*", re.I)
# Of two that are compared, each with its own figure in parentheses: "nhập khẩu (106 triệu USD) lớn hơn xuất khẩu (77 triệu USD)".
THAN_THE_OTHER = re.compile(r"\)\s*(?:lại |vẫn |đã |đều )*(?:vượt(?: xa)?|cao hơn|nhiều hơn|lớn hơn|thấp hơn|ít hơn|nhỏ hơn|kém)(?: hẳn| cả)?(?: so với)?\s+([^,;:()\d]{3,60}?)\s*$", re.I)
ONLY_ONE = re.compile(r"(?<!\w)là (?:nơi|đơn vị|địa phương|địa bàn|cửa khẩu|ngành|nhóm|năm|huyện|xã|tỉnh) (?:duy nhất|đầu tiên) (?:mà |có |ghi nhận )*((?:xuất|nhập) khẩu|[^,;:()\d]{3,40}?)\s*$", re.I)
REMARK_THEN = re.compile(r"\s*\([^()]*\)(?=\s+(?:chưa|không|bị|được|đang|chậm|quá hạn)\s)", re.I)
MOVED_TO = re.compile(r"\s*(?:xuống|lên|còn|về)(?:\s+(?:còn|mức|tới|đến|khoảng|gần|hơn|dưới))*\s*", re.I)
FROM = re.compile(r"(?<!\w)từ\s*(?:mức|gần|trên|hơn|khoảng)?\s*$", re.I)
TO = re.compile(r"(?:[^\d;.]|\d(?!\d*%)){0,40}?(?<!\w)(?<!trở )(?:lên|xuống|còn)(?!\w)", re.I)
SO_VOI_FIRST = re.compile(r"^\s*(?:và\s+)?(?:nếu\s+)?so\s+(?:với\s+|(?=cùng|tháng|quý|năm|kỳ|đầu|cuối))(?!dự toán|kế hoạch|mục tiêu)(?:\S+\s*){1,8}$", re.I)
PLACE = re.compile(
    r"(?:bình quân )?(?:toàn |cả )?(?:tỉnh|huyện|thành phố|thị xã|xã|(?:nhà )?trường|bệnh viện|công ty|tập đoàn|học viện|hợp tác xã|cục|chi cục|sở|ngành|địa phương|đơn vị|kho bạc|cơ quan|nước)"
    rf"(?: (?:nhà|ta|này|trên|đã|cũng|thuế|hải quan|thống kê|tài chính|công thương|nông nghiệp|(?<=tỉnh )[{UPPER}]\w* [{UPPER}]\w*|(?<=tỉnh )[{UPPER}]\w*))*"
)
CLAUSE_HAPPENED = re.compile(r"(?<!việc )(?<!ngày )(?<!\w)(?:làm|khiến|gây)(?: ra| cho)?(?:\s+|$)(?!thủ tục|đất|việc|đường|mới|xong|đại lý|rõ)", re.I)
COMPARES = re.compile(r"(?<!\w)(?:so|cùng kỳ|năm trước|tháng trước|quý trước)(?!\w)", re.I)
# "Lũy kế 8 tháng thuế nhập khẩu đạt …": a name right behind the time that is summed up to
SUMMED_FIRST = re.compile(r"\s*(?:(?:tính\s+)?(?:lũy|luỹ) kế|cộng dồn|tích (?:lũy|luỹ))\s+(?:từ đầu năm(?: đến nay)?|(?:đến (?:hết )?)?(?:cả )?(?:\d{1,2} tháng(?: đầu năm)?|tháng \d{1,2})(?:(?: năm |/)\d{4})?)\s+(?=[^\W\d])", re.I)
# "tổng mức bán lẻ vượt mục tiêu (34.500 tỷ đồng) 5%": the goal itself, before by how much it was passed
PLAN_HELD = re.compile(rf"(?<!\w)(?:(?P<up>vượt|cao hơn)|(?P<down>hụt|thấp hơn|kém)|đạt|bằng)\s+(?:so với\s+)?(?:mức\s+)?{PLAN}(?: [^\W\d]+){{0,4}}\s*$", re.I)
POINTED = re.compile(r"(?:(?P<trade>xuất|nhập)|(?P<what>.{2,60}?)) (?P<to>sang|từ|vào|với|của|tại|ở|đi|đến) (?:thị trường|nước|quốc gia|đối tác|địa phương|tỉnh|huyện|khu vực|đơn vị) (?:này|đó|ấy)", re.I)
# A comparison that stands once for several changes: "tăng 2,4% (tương ứng tăng 1,66 tỷ USD) so với tháng trước", "tăng 11% về lượng và tăng 13% về trị giá so với …".
COMPARED_LATER = re.compile(
    r"(?:[^()\d]{0,20}\)|\s*\((?:tương (?:ứng|đương)\s+)?(?:với\s+)?(?:tăng|giảm)?[^()]{1,40}\)|\s*,?\s*(?:tương (?:ứng|đương)|tức(?: là)?)(?:\s+(?:với|là|mức))*\s+(?:tăng|giảm)?(?:[^,;()]|,\d){1,30}?(?=\s+so\s))?(?:\s+về\s+[^\d,;.()]{2,40}?)?"
    r"(?:\s*(?:,|và|,\s*và|nhưng)\s*(?:(?:tháng|quý)\s+[\w/]+\s+)?(?:(?:tăng|giảm)\s+)?\d[\d.,]*\s?(?:%|(?:(?:nghìn|triệu|tỷ)\s)*(?:đồng|USD|tấn)(?:\smỗi\s\w+)?)(?:\s+về\s+[^\d,;.()]{2,40}?)?)*\s*(?P<so>so\s(?:với\s)?[^,;.()]{3,60})", re.I,
)  # fmt: skip
# "Giao thông là nhóm tăng cao nhất, với mức 3,06%": by how much it rose the most; "giáo dục tăng không đáng kể, 0,04%": or at all.
AT_THE_RATE = re.compile(
    r"(?<=nhất),\s+(?P<with>với) mức (?=\d[\d.,]*\s?%)|(?<=[\s(])(?:tăng|giảm)(?P<how>(?:\s(?:nhẹ|ít|khá|mạnh|cao|sâu|chậm|nhanh|nhiều|rất|tương đối|không|đáng kể|không đáng kể))*),\s+(?:(?P<at>(?:với|ở) mức)\s+)?(?P<by>(?:chỉ|khoảng|gần|hơn|trên)\s+)?(?=\d[\d.,]*\s?%)", re.I,
)  # fmt: skip
# "Kiềm chế đà tăng của nhóm là thịt lợn, giảm 1,2%", "Góp phần kìm giữ CPI, nhóm giao thông giảm 0,9%": what something did to the whole, told before its name.
WORKED_ON = re.compile(
    r"^\W*(?:(?:góp phần|tác động|qua đó|đồng thời|các|những|một|hai|ba|yếu tố|nhân tố|nguyên nhân)\s+)*(?:kiềm chế|kìm chế|kìm giữ|kìm hãm|kiềm giữ|kéo giảm|kéo lùi|bù đắp|cản trở|hạn chế|thúc đẩy|đẩy|làm giảm|làm tăng|giúp)(?:\s(?!là\s)[^\s,;:.()\d]+){0,8}?(?:\s(?:vẫn |chủ yếu )?là|,)\s+"
    r"(?=(?:[^\s,;:.()\d]+\s){1,8}?(?:tăng|giảm|\(\s*(?:tăng|giảm)?\s*\d)|[^,;:.()\d]{2,60}, (?:tăng|giảm)\s)", re.I,
)  # fmt: skip
# "mỗi bình được điều chỉnh thêm 11.500 đồng": a rise, whatever it is called
# "Giá xăng tăng trở lại, cùng với …, là những nguyên nhân chính làm CPI tăng 0,4%": what moved it, told before its name.
LED_CAUSE = re.compile(
    r"^\W*[^:()]{10,400}?\s(?:là|chính là|đều là)\s(?:(?:những|các|một trong những|một trong các|hai|ba)\s)?(?:nguyên nhân|yếu tố|nhân tố|lý do)(?:\s(?!làm|khiến|đẩy|kéo|giúp)[^\W\d]+){0,4}?\s(?:làm|khiến|đẩy|kéo|giúp)(?:\scho)?\s"
    r"(?=(?:[^,;:()]|\(\w+\)){3,80}?\s(?:tăng|giảm|hạ|nhích)(?:\s[^\W\d]+){0,2}\s\d)", re.I,
)  # fmt: skip
# "Tác động nhiều nhất đến CPI quý IV so với cùng kỳ là nhóm nhà ở (tăng 6,2%)": who did most is named behind.
CURBS = re.compile(r"^\W*(?:(?:ngược lại|trái lại|bên cạnh đó|cùng với đó)\W+)?(?:góp phần\s)?(?:kiềm chế|kìm hãm|kìm|hãm|ghìm)\s(?:bớt\s)?(?:đà|mức|tốc độ)\stăng(?:\s(?:chung|giá|của)(?:\s(?:chung|CPI))?|\sCPI)?\s(?:có|là|gồm|phải kể đến)\s(?=[^\W\d])", re.I)  # "Kiềm chế đà tăng có nhóm giao thông giảm 1,15%"
MOST_MOVED = re.compile(r"^\W*(?:tác động|đóng góp|ảnh hưởng)(?:\slàm)?(?:\s(?:tăng|giảm))?\s(?:nhiều|lớn|mạnh|cao)\snhất(?:\s(?:đến|vào|tới|cho|làm)\s(?P<whole>[^,;:()]{3,80}?))?(?P<is>\s(?:vẫn\s|tiếp tục\s)?là)\s+(?=[^\W\d])", re.I)
# "Bưu chính, viễn thông là nhóm duy nhất giảm, với mức giảm 1,21%", "… giảm (giảm 1,21%)"
ONLY_MOVED = re.compile(r"\slà\s(?:nhóm|mặt hàng|ngành|địa phương|khu vực|lĩnh vực|khoản|thị trường|sản phẩm)(?:\shàng)?\s(?:duy nhất|hiếm hoi)(?:\scó(?:\s(?:chỉ số(?: giá)?|giá|mức))?)?\s(?P<how>tăng|giảm)(?:\sgiá)?(?:(?:,?\s(?:với|ở)\s(?:mức|tốc độ)(?:\s(?:tăng|giảm))?)?(?=\s\d)|\s\((?P=how)(?P<rate>\s[\d.,]+\s?%)\))", re.I)
DAYS_OF_MONTH = re.compile(r"(?<!\w)(?:vào )?(?:các )?ngày \d{1,2}(?:, \d{1,2})*,? và (?:ngày )?\d{1,2} (?:hằng|hàng|mỗi) tháng(?!\w)", re.I)
# "Theo bà Trịnh Thị Hòa, Cục trưởng Cục Thuế xuất nhập khẩu, nợ thuế …": who says it, and of what office
TOLD_BY_ONE = re.compile(
    rf"^\W*Theo (?:ông|bà|đồng chí|TS\.?|PGS\.?)\s[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*){{1,4}},\s(?:(?i:quyền|nguyên|phó|cục trưởng|chi cục trưởng|vụ trưởng|trưởng|tổng|giám đốc|chủ tịch|bí thư|bộ trưởng|thứ trưởng|viện trưởng|hiệu trưởng|thống đốc|đại diện|chánh)\s[^,:;.()\d]{{3,100}},\s)?(?=\S)"
)
# "do các yếu tố sau: (i) nhóm hàng ăn tăng …; (ii) nhóm nhà ở …": the number of an item, no remark
ITEM_NUMBER = re.compile(r"(?<=[;:,]\s)\((?:[ivx]{1,4}|[a-hđ]|\d)\)(?=\s)|(?<=\s(?:và|là)\s)\((?:[ivx]{1,4}|[a-hđ]|\d)\)(?=\s)")
SAID_FIRST = re.compile(rf"^\W*(?:(?i:tại|trong|trả lời|phát biểu|trao đổi|báo cáo|về)\s[^,;:()]{{3,80}},\s)?(?:Ông|Bà|ông|bà)\s[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*){{1,4}}(?:,\s[^:;.()\d]{{5,120}}?,)?\s(?:(?:cũng|đã)\s)?(?:nhận định|cho rằng|cho biết|cho hay|đánh giá|khẳng định|thông tin|chia sẻ|báo cáo|lý giải|phân tích)(?:\srằng|\sthêm)?(?:,?\s(?=[^:;]*\d)|:\s(?=[^;]*\d))")  # "Bà Lê Thị Mơ, Phó Cục trưởng, cho biết CPI tháng 11 …"
MEMBERS = re.compile(r"(?<![^\W\d_])(?P<who>EU|ASEAN|CPTPP|RCEP|EAEU|G7|OECD|APEC|BRICS)\s*\(\s*\d{1,2}\s(?:nước|quốc gia|thành viên)[^()\d]{0,15}\)")  # "EU (27 nước)" is a name
# "A, B và C là ba thị trường lớn nhất, lần lượt đạt …": what they are, told between their names and their values.
ARE_FOREMOST = re.compile(
    r"(?P<are>\s(?:vẫn |tiếp tục )?là\s(?:hai|ba|bốn|năm|sáu|[2-6])\s(?P<what>(?:thị trường|đối tác|bạn hàng|nguồn cung|nhóm hàng|mặt hàng|ngành hàng|ngành|nhóm|địa phương|huyện|tỉnh|đơn vị|khoản|sản phẩm)(?:\s(?!lớn|nhiều|dẫn|đứng|cao|hàng đầu|chủ lực|chính)[^\W\d]+){0,4}?)\s"
    r"(?:(?:có\s(?P<of>(?:[^\W\d]+\s){1,4}?))?(?:lớn|nhiều|cao|mạnh|thấp|ít) nhất|hàng đầu|dẫn đầu|đứng đầu|chủ lực|chính)(?:\s[^\W\d]+){0,6}?,?)(?=\s(?:(?:với|đạt|chiếm)\s)?(?:[^\W\d]+\s){0,4}?(?:lần lượt|tương ứng)\s)", re.I,
)  # fmt: skip
OF_MEASURE = re.compile(r"\s(?:với|có)\s(?:[^\W\d]+\s){1,4}?(?:lần lượt|tương ứng)\s", re.I)
MOVED_FIRST = re.compile(r"\W*(?:(?:chỉ số )?giá|nhóm|mặt hàng|ngành|khu vực|lĩnh vực)\s", re.I)  # "Giá nhiên liệu (giảm 1,1%) và …"
WHERE_CLAUSE = re.compile(r",\snơi\s[^,;:.()\d]{3,90},(?=\s(?:đã |vẫn |lại |chỉ |mới )?(?:tăng|giảm|đạt|là|có|chiếm)(?!\w))", re.I)  # "nông thôn, nơi nhiều hộ tự túc được rau, tăng 1,57%"
SO_AGAIN = re.compile(r"[^,;:()]*[;,]\s*(?:còn |và )?(?P<so>so\s+(?:với\s+)?(?:[^,;:()\d]|\d{1,2}/\d{4}|(?<=năm )\d{4}|(?<=tháng )\d{1,2}(?=\D)|(?<=quý )\d(?=\D)){3,50}?),?\s*(?:thì\s+)?(?:các |những )?(?:mức|con số|tỷ lệ|số)(?: tăng| giảm| thay đổi)?(?: này| đó| trên)?\s+(?:lần lượt|tương ứng|chỉ còn|chỉ là|còn)(?:\s+(?:là|đạt|ở mức|với|lần lượt|tương ứng))*(?:\s+(?:tăng|(?P<down>giảm)))?\s*", re.I)
# "hai khu vực tăng tương ứng 3,7% và 3,2%; bình quân hai tháng là 3,2% và 2,8%"
MEAN_AGAIN = re.compile(r"\s*[;,]\s*(?:còn |và )?(?:tính )?(?:bình quân|chung)\s[^,;:()%]{3,40}?,?\s+(?:(?:lần lượt|tương ứng)\s+)?(?:là|ở mức|đạt|tăng)(?:\s+(?:lần lượt|tương ứng)(?:\s+là)?)?\s*", re.I)
SET_FOR = re.compile(r"\s*(?:mà|do|đã|được)\s[^,;:.()\d]{0,60}?(?:đặt ra|đề ra|giao|đặt|phê duyệt|thông qua)\s(?:cho|trong|của)\s(?:cả\s)?(?:năm|quý|tháng|giai đoạn|nhiệm kỳ)", re.I)
ADJUSTED = re.compile(r"(?<!\w)(?:được\s+điều chỉnh\s+(?P<way>tăng|giảm|thêm)(?:\s+thêm)?|điều chỉnh\s+thêm)(?=\s+\d)", re.I)
FORETOLD_BEHIND = re.compile(r"\s*,?\s*(?:mà|như|theo(?: đúng)?|đã được|được)\s[^,;.()\d]{0,50}?(?:dự báo|dự kiến|dự tính)(?:\s(?:trước đó|từ trước|ban đầu|của [^,;.()\d]{2,40}))?\s*(?=[,;.]|$)", re.I)  # "nằm trong khoảng 0,3 - 0,5% mà báo cáo trước đã dự báo"
WHEN_CHANGED = re.compile(r"(?<!\w)(?:sau |trong )?khi\s+(?P<who>(?!(?:so|tính|được|đã)\s)(?:[^\s,;:()]+\s+){1,9}?(?:tăng|giảm)(?:\s(?:thêm|khoảng|gần|hơn))?\s*)$", re.I)
AMONG_COUNTED = re.compile(r"\W*Trong (?:tổng )?số (?:các |những )?(?P<of>(?!đó|này|ấy|trên)[^,;:()\d]{3,50}?),?\s(?:thì )?(?:chỉ )?có(?: (?:tới|đến|khoảng|hơn|gần|trên))?\s*", re.I)
TYPICAL = re.compile(r"[\s,]*(?:điển hình|tiêu biểu|nổi bật|đáng chú ý|nổi cộm)(?: nhất)?(?: là| như)\s+(?P<what>[^,;:()\d]{3,100})", re.I)  # "điển hình là dự án đường vành đai (tổng mức đầu tư 1.509 tỷ đồng)"
STANDARD_OF = re.compile(r"(?<!\w)(?:chuẩn|tiêu chí|bộ tiêu chí)(?! quốc gia)(?: [^\W\d]+){0,5}\s*$", re.I)  # "theo chuẩn nghèo giai đoạn 2022 - 2025": the standard's time, not the figure's
LOOKS_AHEAD = re.compile(r"(?<!\w)(?:ước|dự kiến|dự ước)(?: tính)? (?:đến|tới|hết|cả)\s[^;]*$", re.I)
MADE_NEW = re.compile(r"(?<!\w)(?:cấp|lập|ký|trồng|đổi|thôn|làm|xây|dựng|mắc|sinh|tuyển|nhận|hành|nạp|mở|mua|đóng|triển|khách|hàng|kỹ thuật) mới$", re.I)  # "cấp mới", "nông thôn mới": no "mới" of "mới đạt"
ROSE_MOST = re.compile(r"\W*(?P<how>tăng|giảm)(?: giá| trưởng)? (?:cao|mạnh|thấp|chậm|nhiều|ít|nhanh|sâu|khá) nhất(?: vẫn| tiếp tục)?\s+(?:là|thuộc về)\s+(?P<who>[^,;:()\d]{2,60}?)(?:\s+(?:với|tăng|giảm|\\+))*\s*", re.I)
THOUGH = re.compile(r"(?<=[^\W\d_])\s(?:tuy|dù|mặc dù|dẫu)\s(?:[^,;:.()\d]|(?<=tháng )\d{1,2}(?![\d/])|(?<=năm )\d{4}(?!\d)){2,60}?,?\s(?:song|nhưng)(?=\s(?:chỉ|mới|vẫn|đã)(?!\w))", re.I)  # "chè tuy là đặc sản song chỉ mang về 21,8 triệu USD"
FROM_RATE = re.compile(r"(?<!\w)từ\s+(?:mức|tốc độ|con số)\s+(?:tăng|giảm)(?: trưởng)?\s*(?:gần|trên|hơn|khoảng)?\s*$", re.I)  # "từ mức tăng 10,2% của năm 2016"
THAN_TRADE = re.compile(r"(?<!\w)(?:cao|thấp|nhanh|chậm|mạnh)\s+hơn\s+(?:so với\s+|hẳn\s+|tốc độ\s+|của\s+)*((?:xuất|nhập) khẩu)\s*$", re.I)
STOCK = re.compile(r"\W*(?:(?:riêng|còn|như vậy),?\s)?(?:(?:tổng|số|các khoản)\s)*(?:dư nợ|nợ(?= (?:thuế|xấu|có|khó|không|quá hạn|chờ|đang|BHXH|bảo hiểm|khoanh|đọng))|số dư)(?!\w)", re.I)  # what stands at a day
GROUPS_THAT_DID = re.compile(r"^\s(?:mặt\s)?hàng(?: hóa| hoá)?(?: và dịch vụ)?(?: chính| chủ yếu| tiêu dùng)*(?: có)?(?: chỉ số| mức)?(?: giá)? (?:tăng|giảm)(?: giá)?(?=\s*(?:,|;|và))", re.I)  # "6/11 nhóm hàng hóa và dịch vụ chính giảm giá và 5 nhóm tăng giá"
AT_EACH = re.compile(r"(?:(?:tổng )?số|sản lượng|diện tích|lượng|doanh thu|giá(?! trị)|tỷ lệ|trị giá|kim ngạch|số thu|thu ngân sách)\s[^,;:()]*?\s(?:tại|ở)\s(?=[^\W\d])", re.I)
ONE_OF_MONTHS = re.compile(r",\s*(?:trong đó\s+)?(?:riêng|chỉ riêng)\s+(?:trong\s+)?tháng\s\d[^,;:()]*$", re.I)  # "7 tháng thu hồi 512 tỷ đồng, riêng tháng 7 là 96 tỷ đồng; …": of the seven months again
WHILE_THEN = re.compile(r",\s*trong (?:khi|lúc)\s[^,;:()]*$", re.I)  # "…, trong khi năm 2015 mới là 41,5%; cao nhất là …": of that time alone
MORE_CAPITAL = re.compile(r"(?:lượt )?(?:dự án|nhà đầu tư)?\s*(?:được |đăng ký |xin )*điều chỉnh(?: tăng)?(?: vốn)?", re.I)
# "thấp hơn quý I các năm 2023 (4,15%) và 2024 (3,62%)": each year's quarter
SAME_OF_YEARS = re.compile(r"(?P<of>(?:quý|tháng)\s(?:[IV]+|\d{1,2})|\d{1,2}\stháng(?:\sđầu năm)?|cùng kỳ|cùng thời điểm)\s(?:của\s)?các năm\s(?P<row>(?:19|20)\d\d\s\([^()]*\)(?:(?:,|;|,?\svà)\s(?:năm\s)?(?:19|20)\d\d\s\([^()]*\))+)", re.I)
WITH_REGARD_TO = re.compile(r"^\W*(?:đối\s+)?với\s+(?=[^\W\d])", re.I)
KEEPS_ITS_PLACE = re.compile(r"(?P<who>[^\W\d][^;:()\d]{3,70}?)\s+(?:vẫn |tiếp tục |đang )+(?:giữ|đóng|là|dẫn dắt|dẫn đầu|đứng đầu|khẳng định)(?!\w)(?: (?:vững|vai trò|vị trí|vị thế|trụ cột|động lực|dẫn dắt|dẫn đầu|chủ đạo|chủ lực|hàng đầu|số một|chính|quan trọng|then chốt|của|trong|cho|toàn|ngành|tỉnh|nền|kinh tế|tăng trưởng))*", re.I)
# A name that counts those it is of: "nợ tiền sử dụng đất của 5 dự án khu đô thị là 506,8 tỷ đồng".
OF_SO_MANY = re.compile(r"\s(?:của|từ|cho|tại)\s+$", re.I)
THEY_ARE = re.compile(r"(?P<who>(?:\s+(?!là\s|đạt\s|ước\s|được\s|đã\s|có\s|với\s|và\s|tăng\s|giảm\s)[^\s,;:.()\d]+){0,6})\s+(?:là|đạt|ước(?: đạt)?|lên (?:tới|đến)|ở mức)\s+(?:khoảng\s+|gần\s+|hơn\s+|trên\s+)?", re.I)
ASSIGNED_MORE = re.compile(r"(?<=\sgiao) (?:cao|thấp|nhiều|ít) hơn(?:,(?: ở mức| là)?| ở mức| là) (?=\d)", re.I)  # "HĐND tỉnh giao cao hơn, ở mức 19.600 tỷ đồng": so much, not so much more
EDGED = re.compile(r"(?<!\w)mức nhích(?= (?:lên )?\d)", re.I)  # a rise by another word
WHO_MOVED_MOST = re.compile(r", (?:là )?nhóm(?: hàng)? (?:có mức |có chỉ số (?:giá )?)?(?:tăng|giảm) (?:mạnh|cao|sâu|nhiều|thấp|ít|nhẹ) nhất,? với mức(?= (?:tăng|giảm) \d)", re.I)  # said by the way of the one just named
THEN_ROSE = re.compile(r"(?<!\w)mức\s+(?P<how>tăng|giảm)(?: lên)?\s*$", re.I)
OF_TIME_BEFORE = re.compile(r"\s*của (?P<time>tháng|quý)(?:(?: liền)? trước(?! đó)(?!\w)|\s(?P<part>\d{1,2})(?: (?P<last>năm (?:trước|ngoái))|(?:/| năm )(?P<year>(?:19|20)\d\d))(?!\w))", re.I)
THIS_RAISED = re.compile(r"(?<!\w)(?:nâng|đưa|đẩy|kéo)\s+(?P<noun>nguồn|quỹ|khoản|dư nợ|tổng vốn|tổng số)\s+(?:này|đó)\s+(?:lên|xuống|đạt)(?:\s+(?:mức|tới|đến|khoảng|gần|hơn|trên))*\s*$", re.I)
# "Thu nội địa 5.120 tỷ đồng, chưa tính 84 tỷ đồng thu viện trợ": what is left out is named behind its amount
LEAVES_AMOUNT = re.compile(r",\s*(?:nhưng |song )?(?:không|chưa) (?:kể|tính|bao gồm|gồm)(?: (?:khoản|phần|thêm|tới|đến|khoảng|gần|hơn|trên))*\s*$", re.I)
# A part of a plan or of a whole, told with both: "217 tỷ đồng trên 620 tỷ đồng vốn bố trí năm 2025, đạt 35%", "459 tỷ đồng trên kế hoạch 540 tỷ đồng (85%)".
OUT_OF_PLAN = re.compile(r"\s*(?:trên|trong|so với)\s*(?:(?:tổng|số|tổng số|kế hoạch|dự toán|vốn|mức|chỉ tiêu)\s*){0,3}(?:(?:được\s)?(?:giao|bố trí|phân bổ)\s*)?(?:là\s*)?", re.I)
WHOLE_BEHIND = re.compile(r"\s*(?:(?:kế hoạch|vốn|dự toán|được)(?:\s[^,;:()\d]{2,30}?)?(?:\snăm\s\d{4})?)?\s*(?:\(|,\s*(?:chỉ |mới |đã )?(?:đạt|bằng|tương đương|tức(?: là)?))\s*", re.I)
PLAN_BY_DAY = re.compile(r"\s*(?:kế hoạch|dự toán)[^,;:()\d]{0,40}?\s(?:vào|đến|tới|trước|trong)\s(?:(?:hết|cuối)\s)?(?:ngày|tháng)?\s*\d", re.I)
ON_PLAN = re.compile(r"(?<!\w)(?:tính|so|xét)\s(?:trên|theo|với)\s(?:tổng\s)?(?:số\s)?(?:kế hoạch|dự toán)(?!\w)[^,;:()\d]{0,50}?(?:,\s*|\s)(?:thì\s)?(?:(?:tỷ lệ|tỉ lệ|con số|mức)\s(?:này\s)?(?:giải ngân\s)?)?(?:chỉ\s|mới\s|đã\s)*(?:là|đạt|bằng)\s*(?:khoảng\s|gần\s|hơn\s|trên\s)?$", re.I)
AND_ANOTHER_PLAN = re.compile(r"\s*(?:kế hoạch|dự toán|chỉ tiêu)(?!\w)[^,;:()\d]{0,40}\s?(?:và|,)\s*(?:vượt\s*)?", re.I)
# How far each is on, right behind its name, where it was told of a plan: "Cao nhất là phường Hưng Thành (94,6%), thấp nhất là …", "4 đơn vị đạt trên 70% kế hoạch là Sở Y tế (82,4%), …".
PAST_OF_PLAN = re.compile(rf"(?<!\w)(?:trên|dưới|chưa (?:tới|đến|đạt)|từ|quá)\s\d[\d.,]*\s?%\s(?:{PLAN})(?:\s[^\W\d]+){{0,4}}(?:\s(?:là|gồm|như)|,\s(?:trong đó\s)?(?:(?:cao|thấp|nhanh|chậm|tốt|kém) nhất|nổi bật|dẫn đầu|đứng đầu)(?: vẫn)? là)\s[^;:.()]*(?:\([\d.,]+\s?%\)[^;:.()]*)*\($", re.I)
FAR_ON = re.compile(r"(?:(?<!tăng )(?<!giảm )(?<!trưởng )(?:cao|thấp|nhanh|chậm|tốt|kém|nhiều|ít) nhất(?: vẫn)? là\s|(?<!\w)(?:trên|dưới|chưa (?:tới|đến|đạt)|từ|quá)\s\d[\d.,]*\s?%(?:\s(?:kế hoạch|dự toán)[^,;:.()]{0,20})?\s(?:là|gồm|như)\s)[^;:.()]*(?:\([\d.,]+\s?%\)[^;:.()]*)*\($", re.I)
ONE_SOURCE = re.compile(r"(?:thu từ(?! hoạt động (?:xuất|sản))|thuế|(?:lệ )?phí|tiền (?:sử dụng|thuê|cho thuê) đất)(?!\w)", re.I)  # beside another source, and no part of it
# The chapters of a budget, none of which is a part of another: "chi thường xuyên …, trong đó chi giáo dục …; chi đầu tư phát triển …".
CHAPTER = re.compile(r"(?:tổng )?(?:số )?(?:chi (?:cho )?(?:đầu tư phát triển|đầu tư|thường xuyên|trả nợ(?: lãi(?: vay)?)?|dự phòng|chuyển nguồn|bổ sung)|thu (?:nội địa|(?:từ )?dầu thô|(?:từ )?(?:hoạt động )?(?:xuất,? nhập khẩu|XNK)|viện trợ|chuyển nguồn|bổ sung))(?!\w)[^,;:()]{0,30}", re.I)
# "đã sử dụng 58 tỷ đồng, còn 214 tỷ đồng": what is left of it
USED_UP = re.compile(r"\s*(?:đã |được )*(?:sử dụng|chi|giải ngân|thanh toán|phân bổ|trích|dùng|xuất)(?: hết)?$", re.I)
IS_LEFT = re.compile(r"\s*(?:,|và|,\s*nên)\s*(?:hiện |nay |hiện nay |như vậy )?(?:vẫn )?còn(?: lại| dư)?(?:\s(?:khoảng|gần|hơn|trên))?\s*", re.I)
PASSES_MARK = re.compile(r"(?<!\w)vượt(?: qua)?(?P<mark>\s+(?:mốc|mức|ngưỡng|con số))?\s*$", re.I)
FIRST_TIME = re.compile(r"(?<!\w)lần đầu(?: tiên)?(?!\w)", re.I)
SURPASSES = re.compile(r"\s*(?:(?:đã|cũng|lần đầu(?: tiên)?|chính thức|sẽ)\s)*vượt\s*", re.I)
# "Lực lượng quản lý thị trường (từ tháng 10/2018 chuyển về trực thuộc Tổng cục) đã kiểm tra 7.462 vụ": what befell those who are spoken of, not when they did it
BEFELL = re.compile(r"(?<=[^\W\d_])\s\([^()]*?(?<!\w)(?:thành lập|chuyển về|chuyển đổi|mở lại|mở cửa|sáp nhập|hợp nhất|chia tách|tách ra|tách từ|đổi tên|khánh thành|khởi công|nâng cấp|nâng hạng|đi vào|đưa vào|khai trương|tạm dừng|tạm đóng|được công nhận|có hiệu lực)(?!\w)[^()]*\)", re.I)
# "tiền sử dụng đất vẫn hụt và hơn một phần ba số vốn đầu tư công chưa tiêu được": the share of those it is told of, no change
FRACTION_OF = re.compile(r"\s(?:tổng\s)?số\s(?P<who>[^,;:.()\d]{2,60}?\s(?:chưa|không|đã|được|bị|đang|còn)\s[^,;:.()\d]{2,40}?)(?=\s*(?:[,;:.()]|$)|\s(?:vì|do|nhờ|nên)\s)", re.I)
# "Thuế bảo vệ môi trường, do áp dụng mức giảm 50% đối với xăng, chỉ thu được 431 tỷ đồng": what the cause stands beside comes back after it
PAST_CAUSE = re.compile(r"(?:.*[.;:]\s|\W*(?:[^,;:()\d]{3,40}(?:ngược lại|khác|trái lại|chú ý|vậy|đó),\s)?)(?P<who>[^,;:()\d]{3,60}),\s(?:do|vì|nhờ|bởi)\s[^;:()]*,\s(?:nên\s)?(?:(?:chỉ|mới|đã|vẫn|cũng|còn)\s)+(?:thu|đạt|nộp|thu về|đóng góp|giải ngân)(?:\sđược)?(?:\s(?:khoảng|gần|hơn|trên))?\s*", re.I)
MOST_OF_GROUPS = re.compile(r"(?:đây (?:cũng )?là )?(?:nhóm|ngành|lĩnh vực|mặt hàng)(?: hàng)?(?: có)?(?: mức)? ?(?:tăng|giảm)(?: giá)?", re.I)  # "Đây là nhóm tăng cao nhất (3,12%)"
WHOLE_SPAN = re.compile(r"(?<!bình quân )(?<!\w)(?:cả|toàn) (?:giai đoạn|thời kỳ|nhiệm kỳ)(?=\s*(?:,|đạt|là|ước|khoảng|gần|hơn|trên|tăng|giảm|chỉ|đã|trồng|thu|xây|giải|huy động|có|toàn|\d{1,3}(?:[.,]\d+)*\s(?!tháng|năm)[^\W\d]))", re.I)  # "năm 2025 đạt 215 triệu USD, cả giai đoạn khoảng 890 triệu USD"
CARRIED_OVER = re.compile(r"\d\s(?:[^\W\d]+\s){1,3}chuyển(?:\snguồn)?\s(?:sang|qua)\s$", re.I)  # "2.358 tỷ đồng chuyển nguồn sang năm 2026": of the year before
# "So cùng kỳ năm trước có 9 nhóm tăng, 2 nhóm giảm": what the sentences behind it are compared with
COUNTED_AGAINST = re.compile(r"\s*(?:[Vv]à\s+|nếu\s+)?(?P<so>so\s+(?:với\s+|(?=cùng|tháng|quý|năm|kỳ|đầu|cuối))(?!dự toán|kế hoạch|mục tiêu)[^,;:.()]{3,50}?)(?:,\s*|\s+)(?:thì\s+)?(?:[^,;:.()\d]{0,40}\s)?có\s+\d", re.I)
THAN_LAST_TIME = re.compile(r"(?:cao|thấp|nhiều|ít|nhanh|chậm|lớn)\s+hơn\s+(?:so với\s+|mức\s+)*(?:cùng (?:kỳ|thời điểm)(?: năm)?(?: trước| ngoái| (?:năm )?20\d\d)?|năm (?:trước|ngoái|20\d\d)|(?:tháng|quý) trước)\s*$", re.I)
HAVE_VALUES = re.compile(r"\s(?:cùng |đều )?(?:có|với)\s(?:tổng\s)?(?:kim ngạch|trị giá|giá trị|sản lượng|doanh thu|số lượng|khối lượng|diện tích|tỷ trọng|mức tăng)(?:\s(?:xuất|nhập) khẩu)?\s*$", re.I)  # "A, B và C có kim ngạch lần lượt …"
RAISED_CAPITAL = re.compile(r"\s*(?:dự án |nhà đầu tư |doanh nghiệp )?(?:được |đăng ký |xin |đề nghị )*(?:điều chỉnh )?(?:tăng|bổ sung) (?:thêm )?vốn(?: đầu tư| đăng ký)?(?: (?:thêm|với|là|tổng số|tổng cộng|khoảng|gần|hơn|trên))*\s*", re.I)  # "19 lượt dự án điều chỉnh tăng vốn thêm 137,9 triệu USD"
THAN_MONTH = re.compile(r"so\s+(?:với\s+)?tháng", re.I)  # a month is what is compared with: "so với tháng trước"
ESTIMATED = re.compile(r"(?<!\w)(?:dự )?ước(?!\w)", re.I)  # the figure itself is estimated, whatever was told before
