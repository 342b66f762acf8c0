"""Ways of telling that say no more of a figure than a plainer one: each is written out plainer, as long as before.

Newspapers tell much so: "Dẫn đầu là thu tiền sử dụng đất: 9.285 tỷ đồng" is "Thu tiền sử dụng đất: 9.285 tỷ đồng" for the reader of `prose`.
"""

from __future__ import annotations

import re

from report.lexicon import BARE_NOUN, DOES
from report.phrases import FOREMOST
from report.text import UPPER

_IS_FOREMOST = rf"^\W*(?:{FOREMOST.pattern})(?:\s(?:vẫn|tiếp tục|phải kể đến|lần lượt))*\s(?:vẫn\s)?là\s"
_SO_MANY = r"(?:hai|ba|bốn|năm|các|những|[2-5])\s(?:khu vực|nhóm hàng|nhóm|khoản thu|khoản|mặt hàng|thị trường|ngành|lĩnh vực|sản phẩm|địa phương|sắc thuế)(?!\w)"
_WAYS: tuple[re.Pattern[str], ...] = (
    # "VQĐT - Thu ngân sách nhà nước …", "(TTXVN) – Theo Cục Thống kê …": whose news it is
    re.compile(rf"^\W*(?:[{UPPER}]{{3,8}}|\([{UPPER}]{{2,8}}\))\s?[-–—]\s(?=[{UPPER}][^\W\d_]*\s(?![{UPPER}]))"),
    # "Điểm sáng là cầu Ngọc Sơn (tổng mức đầu tư 1.286 tỷ đồng): năm nay bố trí 420 tỷ đồng"
    re.compile(rf"{_IS_FOREMOST}(?=[^,;:.()\d]{{3,70}}\s\((?:{BARE_NOUN.pattern})\s(?:là |khoảng |gần |hơn |trên )?\d[^()]*\))", re.I),
    # "Tiền sử dụng đất thì bùng trở lại: tháng 8 thu 742 tỷ đồng"
    re.compile(r"(?<=\w)\sthì\s(?:lại\s|vẫn\s)?(?!(?:có|là|gồm|như|được|các|những|số|tổng|thu|chi)(?!\w))[^,;:.()\d]{3,40}(?=:\s(?:[^,;:()\d]{0,20}\d))", re.I),
    # "luồng đỏ, tức phải kiểm tra thực tế hàng hóa, chỉ còn 3.541 tờ": what a name means
    re.compile(r"(?<=\w),\s(?:tức(?:\slà)?|nghĩa là|có nghĩa là|hay còn gọi là)\s[^,;:.()\d]{3,60},(?=\s(?:chỉ\s|mới\s|đã\s|vẫn\s|lại\s|ước\s)*(?:còn|đạt|có|là|chiếm|tăng|giảm|bằng|ở mức|được)\s)", re.I),
    # "lượng tờ khai bật lên 33.206 tờ"
    re.compile(r"(?<=\w)\s(?:bật|vọt|nhảy(?:\svọt)?|vươn|leo)(?=\slên\s(?:[^\W\d]+\s){0,3}?\d)", re.I),
    # "chỉ tiêu phấn đấu do Cục đặt ra tại Công văn số 387/CHQ ngày 22/01/2026 là 15.600 tỷ đồng": whose paper sets it
    re.compile(r"(?<=\w)\s(?:(?:do|được|mà)\s[^,;:()\d]{2,50}?\s)?(?:đặt ra|đề ra|giao|ban hành|phê duyệt|xác định|ấn định|quy định|nêu)\s(?:tại|theo|trong)\s(?:Công văn|Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Văn bản|Thông báo|Nghị định|Thông tư)\ssố\s\S+(?:\sngày\s\d[\d/]*)?(?:\scủa\s[^,;:()\d]{2,50}?)?(?=\s(?:là|đạt|ở mức)\s)", re.I),
    # "Trung Quốc đạt 1.186 triệu USD, bỏ xa Hàn Quốc ở vị trí thứ hai (522 triệu USD)"
    re.compile(r"(?<=[^\W\d])\s(?:ở|đứng|xếp|đứng ở|xếp ở)\s(?:(?:vị trí|hạng)\s)?thứ\s(?:hai|nhì|ba|tư|\d)(?=\s\(\d)", re.I),
    re.compile(rf"(?<=,)\s(?i:bỏ xa|vượt xa|cách xa|bỏ lại)(?=\s(?:(?:huyện|thị xã|thành phố|TP\.?|tỉnh|quận|phường|xã|thị trấn)\s)?[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,4}}\s+\(\d)"),
    # "Giao thông: +2,14%, mức tăng cao nhất trong 11 nhóm, làm CPI tăng …"
    re.compile(r",\s(?:là\s|cũng là\s)?(?:mức|tốc độ)\s(?:tăng|giảm)\s(?:cao|thấp|mạnh|nhiều|ít|sâu|lớn|nhanh|chậm)\snhất(?:\s(?:trong|của)\s[^,;:.()]{2,40})?(?=,\s)", re.I),
    # "Xuất khẩu của tỉnh tuy quy mô còn nhỏ nhưng tăng liên tục, từ 18 lên 41 triệu USD"
    re.compile(r"(?<=\w)\s(?:tuy|dù|mặc dù|dẫu)\s(?:quy mô|tỷ trọng|tỉ trọng|giá trị|số lượng|kết quả|khối lượng)\s(?:còn\s|vẫn\s|rất\s|khá\s)+(?:nhỏ|thấp|khiêm tốn|hạn chế|ít)(?:,?\s(?:nhưng|song)|,)(?=\s)", re.I),
    # "Cầu Bến Đá cũng mới giải ngân 12 tỷ đồng"
    re.compile(r"(?<=\w)\s(?:cũng|vẫn)(?=\s(?:chỉ|mới)\s)", re.I),
    # "Chiếm phần lớn nhất trong chi thường xuyên vẫn là sự nghiệp giáo dục với 5.162 tỷ đồng"
    re.compile(r"^\W*chiếm\s(?:(?:phần|tỷ trọng|tỉ trọng|tỷ lệ)\s)?(?:lớn|cao|nhiều)\snhất(?:\strong\s[^,;:()\d]{2,40}?)?\s(?:vẫn\s|tiếp tục\s)*là\s(?=[^,;:()\d]{3,70}(?:,[^,;:()\d]{2,40})?\svới\s)", re.I),
    # "Dẫn đầu là thu tiền sử dụng đất: 9.285 tỷ đồng"
    re.compile(rf"{_IS_FOREMOST}(?=[^,;:.()\d]{{3,70}}:\s*(?:khoảng |gần |hơn |trên )?\d)", re.I),
    # "Hai khu vực đóng góp lớn nhất trong các khoản thu là kinh tế ngoài quốc doanh và doanh nghiệp FDI, tăng lần lượt 16,7% và 13,6%"
    re.compile(rf"^\W*{_SO_MANY}(?:\s[^\W\d]+){{0,8}}?\s(?:nhất|hàng đầu|chủ lực|chủ yếu)(?:\s[^,;:()\d]{{1,60}}?)?\s(?:là|gồm)\s(?=[^;:()\d]{{3,140}},\s(?:[^\W\d]+\s){{0,3}}?(?:lần lượt|tương ứng)\s(?:[^\W\d]+\s){{0,3}}?\d)", re.I),
    # "Lào là bạn hàng lớn nhất, đạt 12 triệu USD", "Huyện An Phú là đơn vị dẫn đầu về thu ngân sách, đạt 120 tỷ đồng"
    re.compile(r"(?<=\w)\s(?:vẫn\s|tiếp tục\s|cũng\s|hiện\s)*là\s(?:thị trường|đối tác|bạn hàng|nguồn cung|đơn vị|địa phương|huyện|nơi)\s(?!(?:xuất|nhập) khẩu)(?![^,;:()\d]*(?:về|ở chiều|trong) (?:xuất|nhập) khẩu)(?:[^,;:()\d]{1,30}?\s)?(?:(?:lớn|cao|nhiều|quan trọng)\snhất|dẫn đầu|đứng đầu|hàng đầu)(?:\s(?!là\s|với\s|đạt\s)[^,;:()\d]{2,40}?)?(?=,\s(?:ước\s)?(?:đạt|với)\s(?:khoảng |gần |hơn |trên )?\d)", re.I),
    # "tăng lần lượt là 2,73%; 3,16% và 3,88%"
    re.compile(r"(?<=\s(?:tăng|giảm)\slần lượt)\slà(?=\s\d)|(?<=\s(?:tăng|giảm)\stương ứng)\slà(?=\s\d)", re.I),
    # "Bệnh viện Đa khoa có tỷ lệ cao nhất: 459 tỷ đồng trên kế hoạch 540 tỷ đồng"
    re.compile(r"(?<=\w)\s(?:vẫn\s)?(?:có|đạt|giữ)\s(?:tỷ lệ|tỉ lệ|mức|kết quả|tiến độ)(?:\s[^\W\d]+){0,3}?\s(?:cao|thấp|tốt|khá|nhanh|chậm|kém)\snhất(?=:\s*\d)", re.I),
    # "Trái với thu nội địa, thu từ xuất nhập khẩu …"
    re.compile(r"^\W*(?:trái|khác|ngược|trái ngược|đối lập)(?:\s(?:lại|hẳn|hoàn toàn))*\svới\s[^,;:()\d]{2,60},\s", re.I),
    # "Thuế giá trị gia tăng chiếm phần lớn, với 5.236 tỷ đồng"
    re.compile(r"(?<=\w)\s(?:vẫn\s)?chiếm\s(?:phần lớn|đa số|chủ yếu|ưu thế|(?:tỷ|tỉ) trọng (?:lớn|cao|áp đảo)(?:\snhất)?|(?:phần|tỷ lệ) (?:lớn|áp đảo))(?:\snhất)?(?:,|,?\s(?:đạt|là))?(?=\s(?:với\s)?(?:khoảng |gần |hơn |trên )?\d)", re.I),
    # "Ngược chiều là thuế bảo vệ môi trường (giảm 19,3%)"
    re.compile(r"^\W*(?:(?:ở\s|theo\s)?chiều\s(?:hướng\s)?ngược\slại|(?:đi\s)?(?:ngược|trái)\s(?:chiều|hướng|xu hướng)|ngoại lệ)(?:\svới\s[^,;:.()\d]{2,40}?)?,?\s(?:chỉ\s(?:có|còn)|có|là)\s(?=[^,;:.()\d]{3,70}\s(?:\(|(?:tăng|giảm|đạt)\s)[^()]{0,20}\d)", re.I),
    # "Giải ngân chưa đồng đều, nhất là Ban Quản lý dự án mới giải ngân 28,4% kế hoạch"
    re.compile(rf"^[^,;:.()\d]{{5,80}},\s(?:nhất|đặc biệt)\slà\s(?=(?:[{UPPER}]|(?i:các|xã|huyện|phường|sở|ban|dự án)\s)[^,;:.()\d]{{3,120}}\s(?:mới|chỉ|đã|mới chỉ)\s[^,;:()\d]{{2,30}}\d)"),
    # "thu từ xuất nhập khẩu đi lùi: 9 tháng đạt …"
    re.compile(r"(?<=\w)\s(?:tiếp tục\s|vẫn\s|lại\s|đang\s)*(?:đi lùi|đi xuống|đi lên|sa sút|hụt hơi|tụt dốc|lên ngôi|tụt lại(?: phía sau)?|gây (?:thất vọng|bất ngờ)|ngược (?:chiều|dòng))(?=\s*(?::|,\s(?:chỉ |mới |đã )?(?:đạt|còn|được)\s))", re.I),
    # "mục tiêu Tổng cục Thuế đề ra là không quá 8%"
    re.compile(rf"(?<=[cỉ] tiêu)\s(?:do\s|mà\s)?[{UPPER}][^,;:()\d]{{2,40}}?\s(?:đề|đặt) ra(?=\s(?:là|ở mức)\s)"),
    # "thu từ xuất nhập khẩu thì ngược lại, giảm 4,2%"
    re.compile(r"(?<=\w)\s(?:thì\s|lại\s)+(?:ngược lại|trái lại|khác),(?=\s(?:chỉ\s|lại\s|đã\s)*(?:tăng|giảm|đạt|còn|sụt)\s)", re.I),
    # "Theo ông Đàm Quốc Thịnh, Chi cục trưởng, đơn vị đã thu hồi 36,9 tỷ đồng": who told it
    re.compile(rf"^\W*(?:[Cc]ũng\s)?[Tt]heo\s(?:ông|bà|đồng chí)\s[{UPPER}][^,;:()\d]{{2,40}},\s(?:quyền\s)?(?:(?:Phó|Quyền)\s)?(?:[{UPPER}]\w+\s(?:cục\s)?trưởng|Giám đốc|Tổng Giám đốc|Chủ tịch|Trưởng|Bí thư|Chánh|Cục trưởng|Chủ nhiệm|Viện trưởng|Tổng thư ký|Phó)[^,;:()\d]{{0,70}},(?=\s)"),
    # "Theo số liệu của Sở Văn hóa, Thể thao và Du lịch, tháng 10 …": an office that is named after three fields
    re.compile(rf"^\W*(?:[Cc]ũng\s)?[Tt]heo\s(?:[^,;:()\d]{{2,40}}?\s(?:của|từ)\s)?(?:Sở|Bộ|Cục|Chi cục|Tổng cục|Vụ|Ban|Phòng|Ủy ban|Uỷ ban|Viện|Hội|Hiệp hội|Trung tâm)\s[^,;:()\d]{{2,60}}(?:,\s[{UPPER}][^,;:()\d]{{1,40}})*,\s[{UPPER}][^,;:()\d]{{1,40}}\svà\s[{UPPER}][^,;:()\d]{{1,60}},(?=\s)"),
    # "Đội Kiểm soát số 2 phối hợp với Bộ đội Biên phòng bắt giữ 1,8 tấn …": with whom
    re.compile(rf"(?<=\w)\s(?:đã\s|chủ động\s|tiếp tục\s)*phối hợp(?:\schặt chẽ)?\s(?:với|cùng)\s[{UPPER}][^,;:()\d]{{2,60}}?(?=\s(?:(?:đã|sẽ|tiếp tục)\s)*(?:{DOES}|tuyển dụng|bắt giữ|triệt phá|khởi tố|giải quyết)\s(?:[^\W\d]+\s){{0,3}}?\d)"),
    # "Trung Quốc dẫn đầu ở chiều ngược lại với tỷ trọng 42,2%"
    re.compile(r"(?<=[nđứg] đầu)\s(?:ở|theo)\s(?:chiều|hướng)\s(?:ngược lại|này|nhập khẩu|xuất khẩu|nhập|xuất)(?=\s(?:với|đạt)\s)", re.I),
    # "Kế đến, nhóm nhà ở tăng 0,38%"
    re.compile(r"^\W*(?:kế đến|kế tiếp|tiếp đến|tiếp theo|tiếp đó|sau đó|thứ (?:nhất|hai|ba|tư))(?:,|\slà)\s(?=[^,;:.()\d]{3,90}?\s(?:tăng|giảm|đạt|với)\s)", re.I),
    # "Hàng ăn là nhóm tăng mạnh nhất (0,99%)"
    re.compile(r"(?<=\w)(?<!đây)(?<!đó)\s(?:(?:vẫn|cũng|tiếp tục|đồng thời)\s)*là\s(?:nhóm|ngành|mặt hàng|lĩnh vực)(?:\shàng)?(?:\scó)?(?:\s(?:mức|tốc độ|chỉ số giá|giá))?(?=\s(?:tăng|giảm)(?:\sgiá)?\s(?:mạnh|cao|nhiều|sâu|thấp|ít|nhanh|chậm)\snhất\s\((?:[-–+]?\d))", re.I),
    # "hai nhà máy (99 MWp) hòa lưới trước ngày 30/6/2019 và 1.864 hệ thống": when the first of two did what
    re.compile(r"(?<=\))\s(?!tăng|giảm|đạt|là|chiếm|bằng)[^,;:()\d]{2,40}?\s(?:trước|sau|vào|từ|kể từ)\s(?:ngày\s|tháng\s)?\d{1,2}/(?:\d{1,2}/)?\d{4}(?=\s(?:và|,)\s\d)", re.I),
    # "tổng trị giá đạt 3,81 tỷ USD, gần như đi ngang (tăng 0,1%)"
    re.compile(r"(?<=[\w%]),\s(?:gần như\s|hầu như\s|cơ bản\s)?(?:đi ngang|không đổi|không thay đổi|giữ nguyên|ổn định|không biến động)(?=\s\((?:tăng|giảm)\s)", re.I),
    # "Giá xăng dầu được điều chỉnh vào các ngày 6/6, 13/6 và 20/6, bình quân giảm 1,63%"
    re.compile(r"(?<=\w)\s(?:đã\s)?(?:được\s)?(?:điều chỉnh|thay đổi)(?:\sgiá)?,?\s(?:vào\s|trong\s|qua\s)?(?:các\s)?(?:ngày|đợt|phiên|kỳ)\s\d{1,2}/\d{1,2}(?:/\d{4})?(?:(?:,|,?\svà)\s(?:ngày\s)?\d{1,2}/\d{1,2}(?:/\d{4})?)*,?(?=\s(?:đã|bình quân|làm|khiến|tính chung|tăng|giảm|nên|do đó)\s)", re.I),
    # "điều chỉnh 4 đợt vào các ngày 6/6, 13/6 và 20/6": when, not how much
    re.compile(r"(?<=\w),?\s(?:vào\s|trong\s|tại\s)?(?:các|những)\s(?:ngày|đợt|phiên|kỳ)\s\d{1,2}/\d{1,2}(?:/\d{4})?(?:(?:,|,?\svà)\s(?:ngày\s)?\d{1,2}/\d{1,2}(?:/\d{4})?)+(?=,?\s(?:(?:đã|bình quân|tính chung|tăng|giảm|nên|do đó|với|giá)\s))", re.I),
    # "góp thêm 0,41 điểm phần trăm sau khi các địa phương áp dụng giá mới từ tháng 11/2026": the time of what came before
    re.compile(r"(?<=[\d%mgn])\s(?:ngay\s)?(?:sau khi|từ khi|kể từ khi|khi|trước khi)\s(?!so\s|tính\s|kể\s|chưa\s)[^,;:.()\d]{5,90}?\s(?:từ|hồi|vào|trong|kể từ)\s(?:ngày\s\d{1,2}/\d{1,2}(?:/\d{4})?|(?:đầu\s|giữa\s|cuối\s)?tháng\s\d{1,2}(?:/\d{4}|\snăm\s\d{4})?|năm\s\d{4})(?=\s*(?:[.,;)]|$))", re.I),
    # "tăng 0,78% do trùng Tết rồi giảm 0,12% trong tháng 3": why stands between
    re.compile(r"(?<=[\w%])\s(?:do|vì|nhờ)\s[^,;:.()\d]{3,60}?(?=,?\srồi\s(?:lại\s)?(?:tăng|giảm)\s)", re.I),
    # "CPI tháng 8 không đổi so với tháng trước, tăng 3,45% so với cùng kỳ"
    re.compile(r"(?<=\w)\s(?:gần như\s|hầu như\s|cơ bản\s)?(?:không đổi|không thay đổi|giữ nguyên|ổn định|đi ngang|không biến động)\s(?:so\s)?với\s(?:tháng trước|tháng \d{1,2}|quý trước|năm trước|kỳ trước|tuần trước|cùng kỳ(?: năm (?:trước|ngoái|\d{4}))?),?(?=\s(?:và\s|nhưng\s|song\s|còn\s)?(?:tăng|giảm)\s)", re.I),
    # "sắt thép lại là trường hợp lượng tăng, tiền giảm: lượng nhập khẩu …"
    re.compile(r"(?<=\w)\s(?:lại\s|cũng\s)?là\s(?:trường hợp|ngoại lệ|một ngoại lệ|ví dụ)(?:\s[^:;.()\d]{2,60})?(?=:\s)", re.I),
)
# "Chậm nhất là hệ thống thoát nước, mới giải ngân 92,4 tỷ đồng"
_BESIDE_TIME = re.compile(r"(?P<mark>[,;]\s)(?P<if>(?:còn\s|nhưng\s)?(?:nếu|khi)\s(?:đem\s)?(?:đặt (?:cạnh|bên)|so sánh với|so với|đối chiếu với)\s)(?P<time>(?:cùng kỳ|tháng|quý|năm)(?:\s[^,;:()]{1,30}?)?)(?P<then>\sthì\s)", re.I)
_THAT_DID = re.compile(rf"(?P<lead>{_IS_FOREMOST})(?P<who>[^,;:.()\d]{{3,70}}),(?=\s(?:mới|chỉ|đã|vừa)\s(?!đạt|tăng|giảm|bằng|còn|là)[^,;:()\d]{{2,30}}\d)", re.I)

# "xuống giống 31.250 ha, chậm hơn cùng kỳ 1.480 ha" is so much less
_BEHIND_BY = re.compile(r"(?<!\w)(?P<how>chậm|nhanh|muộn|sớm)\shơn(?=\s(?:so với\s)?(?:cùng kỳ|năm (?:trước|ngoái)|vụ trước|kế hoạch)(?:\s(?:năm trước|năm ngoái))?\s(?:khoảng |gần |hơn |trên )?\d[\d.,]*\s(?:ha|tấn|con|tỷ|triệu|nghìn|ngàn|km|m|m2|m3)(?!\w))", re.I)
# "tăng ít nhất 8,92% để cả năm đạt mục tiêu 8,5%": what it is for is another's
_SO_THAT = re.compile(r"(?P<before>\d\s?%|\d\s[^\W\d]+(?:\s[^\W\d]+)?)(?P<so>\s(?:để|nhằm)\s)(?=(?:đến\s|tính\s)*(?:cả năm|hết năm|cả nhiệm kỳ|cả giai đoạn|năm \d{4}|quý [IV]+)[^,;:()\d]{0,60}\s\d)", re.I)

# "đi được 76,2% chặng đường" is 76,2% of the plan
_WAY_GONE = re.compile(r"(?P<gone>(?<!\w)(?:đi|qua|vượt)(?: được| hết| qua)?)(?P<rate>\s(?:(?:khoảng|gần|hơn|trên)\s)?\d[\d.,]*\s?%\s)(?P<way>(?:chặng|quãng|con) đường)(?! (?:sắt|bộ|tỉnh|cao tốc|quốc lộ|ray))", re.I)

# "thực phẩm giảm 1,46% đã kéo CPI chung xuống 0,31 điểm phần trăm": what it works on is told apart
_AND_SO = re.compile(
    r"(?<=%)\s(?P<also>(?:đã\s|cũng\s|qua đó\s|góp phần\s|tác động\s)*)(?=(?:làm|khiến|kéo|đẩy|giúp)(?:\scho)?\s(?:CPI|chỉ số|GRDP|GDP|IIP|tăng trưởng|lạm phát|mức tăng|mặt bằng)(?!\w)[^,;:()\d]{0,50}?"
    r"\s(?:tăng|giảm|lên|xuống)(?:\s[^\W\d]+){0,3}?\s\d[\d.,]*\s?điểm)", re.I,
)  # fmt: skip

# "So với dự toán thu nội địa cả năm, tỷ lệ nợ ở mức 9,8%": the plan's time, not the rate's
_PLAN_OF_YEAR = re.compile(r"^(?P<than>\W*so\svới\s(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)\s[^,;:()\d]{2,40}?)(?P<time>\s(?:của\s)?cả năm)(?=,)", re.I)

# "giảm cả về lượng (-9,5%) lẫn trị giá (-12,0%)", "cả lượng và trị giá cùng giảm, lần lượt là 5,3% và 12,8%"
_OF_GOODS = r"(?:lượng|khối lượng|số lượng|sản lượng)"
_WORTH = r"(?:trị giá|giá trị|kim ngạch)"
_BOTH_IN_BRACKETS = re.compile(rf"(?P<led>\s)(?P<way>tăng|giảm)\s(?P<a>(?:(?:về\s)?cả\s(?:về\s)?|về\s){_OF_GOODS}\s\()(?P<x>[-–+]?\d[\d.,]*\s?%)(?P<b>\)\s(?:và|lẫn)\s(?:về\s)?{_WORTH}\s\()(?P<y>[-–+]?\d[\d.,]*\s?%)\)", re.I)
_BOTH_IN_ROW = re.compile(
    rf"(?P<first>,?\s(?P<way>tăng|giảm)\s(?:mạnh\s|nhẹ\s|khá\s)?)?(?:cả\s)?(?:về\s)?(?:cả\s)?(?P<a>{_OF_GOODS})\s(?:và|lẫn)\s(?:về\s)?(?P<b>{_WORTH})"
    r"(?P<then>\s(?:(?:cùng|đều|cũng)\s)*(?P<way_then>tăng|giảm)(?:\s(?:mạnh|nhẹ|khá))?)?,?\s(?:với mức\s|mức\s)?(?P<row>lần lượt|tương ứng)(?:\s(?:là|khoảng))*(?=\s\d)", re.I,
)  # fmt: skip


def _both_told(m: re.Match[str]) -> str:
    """What `_BOTH_IN_BRACKETS` found as "lượng giảm 9,5%, trị giá giảm 12,0%", as long as before."""
    lead, then = (re.search(rf"{_OF_GOODS}|{_WORTH}", m[part], re.I)[0] for part in "ab")  # type: ignore[index]
    way = m["way"]
    return f", {lead} {way} ".ljust(len(way) + 2 + len(m["a"])) + m["x"] + f",{then} {way} ".rjust(len(m["b"])) + m["y"] + " "


def _both_in_row(m: re.Match[str]) -> str:
    """What `_BOTH_IN_ROW` found as "lượng và trị giá giảm lần lượt", as long as before; unchanged where no way or two are told."""
    if (m["first"] is None) == (m["then"] is None):
        return m[0]
    plain = f"{m['a']} và {m['b']} {m['way'] or m['way_then']} {m['row']}"
    return f", {plain}".ljust(len(m[0])) if m["first"] else plain.ljust(len(m[0]))



# "CPI quý II ước tăng 3,4%, đưa bình quân 6 tháng đầu năm lên khoảng 3,35%": so much the mean grew
_MEAN_BROUGHT = re.compile(r"(?P<grew>(?:tăng|giảm)\s(?:[^\W\d]+\s){0,2}?\d[\d.,–-]*\s?%[^,;:()]{0,30},\s)(?:đưa|kéo|nâng)\s(?:mức tăng\s)?(?P<mean>(?:CPI\s)?bình quân\s[^,;:()]{2,25}?)\slên(?=\s(?:mức\s|khoảng\s|gần\s|hơn\s|trên\s)*\d[\d.,]*(?:\s?[–-]\s?\d[\d.,]*)?\s?%)", re.I)
# "Tỷ lệ phân luồng xanh – vàng – đỏ tương ứng 62,3% – 34,3% – 3,4%": as many values as names
_DASHED_ROW = re.compile(
    r"(?P<names>[^\W\d]+(?:\s?[–-]\s?[^\W\d]+){1,4})(?P<mid>(?:\s[^,;:()\d]{1,60}?)?\s(?:lần lượt|tương ứng)(?:\s(?:là|đạt|chiếm|ở mức|với))*\s)(?P<values>\d[\d.,]*\s?%(?:\s?[–-]\s?\d[\d.,]*\s?%){1,4})(?!\s?[–-]\s?\d)", re.I,
)  # fmt: skip
_DASH = re.compile(r"(\s?)[–-](\s?)")


def _row_of(m: re.Match[str]) -> str:
    """What `_DASHED_ROW` found with commas for its dashes, as long as before; unchanged where there are not as many values as names."""
    if len(_DASH.findall(m["names"])) != len(_DASH.findall(m["values"])):
        return m[0]
    names, values = (_DASH.sub(lambda d: f",{' ' * (len(d[0]) - 1)}", m[part]) for part in ("names", "values"))
    return f"{names}{m['mid']}{values}"


# "giá lợn hơi không vượt 70.000 đồng/kg" is at most so much
_NOT_BEYOND = re.compile(r"(?<!\w)không\svượt(?:\squá)?(?:\s(?:mức|ngưỡng|mốc|trần))?(?=\s\d)", re.I)


# "chế biến tuy vẫn giữ vai trò chủ đạo nhưng tỷ trọng giảm từ 63,8% còn 59,5%", "dịch vụ có tỷ trọng tăng lên 45%": the share is its own
_ITS_SHARE = re.compile(
    r"(?P<mark>[;.]\s|^)(?P<who>[^\W\d][^;:()\d]{2,60}?)\s(?:có\s|(?:tuy|dù|mặc dù|dẫu)\s[^,;:.()\d]{3,60}?,?\s(?:nhưng|song)\s)(?P<share>(?:tỷ|tỉ) trọng)(?=\s(?:lại\s|đã\s|vẫn\s|ngày càng\s)?(?:tăng|giảm)\s)", re.I,
)


def _share_of(m: re.Match[str]) -> str:
    """What `_ITS_SHARE` found as "tỷ trọng công nghiệp", as long as before."""
    who = m["who"] if re.match(rf"\S+\s[{UPPER}]", m["who"]) else m["who"][0].lower() + m["who"][1:]
    return f"{m['mark']}{m['share']} {who}".ljust(len(m[0]))


# "Xã Sơn Thượng có tỷ lệ hộ nghèo cao nhất huyện, 9,36%": what leads and what it has stand before its figure, however it ranks
_HAS_THE_MOST = re.compile(r"(?P<has>(?<!\w)có\s[^,;:()\d]{3,50}?)(?P<rank>\s(?:cao|thấp|lớn|nhỏ|nhiều|ít)\snhất(?:\s(?:huyện|tỉnh|xã|vùng|(?:cả|toàn)\s(?:nước|tỉnh|huyện|quốc|vùng)))?,)(?=\s\d)")


# "Các mặt hàng xuất khẩu chủ yếu gồm: sầu riêng 318 triệu USD, …": a colon alone says as much; behind an amount ("9.340 tỷ đồng, gồm: …") it tells its parts
_ARE_THESE = re.compile(r"^(?P<what>\W*[^\W\d][^,;:()\d]{4,90}?)(?P<are>\s(?:bao gồm|gồm(?: có)?)\s*):", re.I)


# "Mặt hàng chính là ván ép 13,9 triệu USD, chè 7,2 triệu USD": the first of them is not called "mặt hàng chính".
_CHIEF_ARE = re.compile(
    r"^(?P<what>\W*(?:trong đó,?\s)?(?:các\s|những\s)?(?:mặt hàng|nhóm hàng|sản phẩm|nông sản|thị trường|nguồn cung|đối tác|bạn hàng|khoản thu)(?:\s[^\W\d]+){0,3}?\s(?:chính|chủ yếu|chủ lực|trọng điểm|lớn))\slà\s"
    r"(?!(?:khoảng|gần|hơn|trên|dưới|do|nhờ|vì|tăng|giảm|của|các|những|hai|ba|bốn|năm|hàng)(?!\w))(?=[^\W\d][^,;:()\d]{1,40}\s\(?\d)", re.I,
)  # fmt: skip


# "bằng 79,2% dự toán (DT) tỉnh giao và 69,9% DT huyện giao": the short form that it explains, and the one that is used.
_SHORT_NAMED = re.compile(r"(?<=dự toán) \(DT\)|(?<=phấn đấu) \(CTPĐ\)|(?<=kế hoạch) \(KH\)", re.I)
_SHORT_USED = re.compile(r"(?<=% )CTPĐ(?!\w)|(?<=% )DT(?=\s+(?:năm|tỉnh|huyện|xã|HĐND|UBND|trung ương|TW|giao|được giao|Thủ tướng|Chính phủ|Bộ|đầu năm)(?!\w)|\s*[,.;)]|\s*$)")


# "giảm 1,9% so với CK"
_SAME_TIME_SHORT = re.compile(r"(?<=[\w%)] )so với CK(?=\s*(?:[;.)]|$|,(?!\s*(?:tăng|giảm))|và\s|nhưng\s))")
# "tăng 0,51% trong tháng 1, vọt lên 0,78% trong tháng 2" rose by so much again
_AND_LEAPT = re.compile(r"(?P<first>(?<!\w)tăng\s(?:[^\W\d]+\s){0,2}?\d[\d.,]*\s?%[^,;:()%]{0,40},\s(?:rồi\s|và\s)?)(?P<leapt>(?:tăng\s)?(?:vọt|bật|nhảy vọt)\slên|tăng\svọt)(?=\s\d[\d.,]*\s?%)", re.I)
# "tháng 4 và tháng 5 tăng trở lại, lần lượt 0,09% và 0,34%": they rose by so much
_IN_TURN = re.compile(r"(?P<way>(?<!\w)(?:tăng|giảm))(?P<how>\s(?:trở lại|nhẹ|mạnh|chậm lại|cao|sâu|tốt),)(?=\slần lượt\s(?:là\s)?\d)", re.I)
# "đã cán mốc 1 tỷ USD" has reached so much
_REACHES = re.compile(r"(?<!\w)(?<!chưa )(?<!muốn )(?<!không )(?<!để )(?<!thể )(?:cán|chạm|lập|cán đích)\s(?:mốc|ngưỡng|đích|mức)(?=\s(?:kỷ lục\s|gần\s|hơn\s|trên\s)*\d)", re.I)


def plainer(text: str) -> str:
    """`text` with what it tells in a roundabout way told plainly, as long as before."""
    text = _SAME_TIME_SHORT.sub(lambda m: "cùng kỳ".ljust(len(m[0])), text)
    text = _SHORT_USED.sub(lambda m: "KH".ljust(len(m[0])), _SHORT_NAMED.sub(lambda m: " " * len(m[0]), text))
    text = _CHIEF_ARE.sub(lambda m: f"{m['what']}:".ljust(len(m[0])), text)
    for way in _WAYS:
        text = way.sub(lambda m: " " * len(m[0]), text)
    text = _MEAN_BROUGHT.sub(lambda m: m["grew"] + f"{m['mean']} tăng".rjust(len(m[0]) - len(m["grew"])), text)
    text = _DASHED_ROW.sub(_row_of, text)
    text = _IN_TURN.sub(lambda m: m["way"] + " " * len(m["how"]), text)
    text = _AND_LEAPT.sub(lambda m: f"{m['first']}{'tăng'.ljust(len(m['leapt']))}", text)
    text = _REACHES.sub(lambda m: "đạt".rjust(len(m[0])), text)
    text = _NOT_BEYOND.sub(lambda m: "không quá".rjust(len(m[0])), text)
    text = _AND_SO.sub(lambda m: "," + " " * len(m["also"]), text)
    text = _PLAN_OF_YEAR.sub(lambda m: m["than"] + " " * len(m["time"]), text)
    text = _BOTH_IN_ROW.sub(_both_in_row, _BOTH_IN_BRACKETS.sub(_both_told, text))
    text = _BESIDE_TIME.sub(lambda m: f"{m['mark']}{'so với '.rjust(len(m['if']))}{m['time']}{','.ljust(len(m['then']))}", text)  # "nếu đặt cạnh tháng 3/2025 thì mức tăng chỉ còn …"
    text = _WAY_GONE.sub(lambda m: f"{'đạt'.rjust(len(m['gone']))}{m['rate']}{'kế hoạch'.ljust(len(m['way']))}", text)
    text = _BEHIND_BY.sub(lambda m: ("thấp hơn" if m["how"].lower() in ("chậm", "muộn") else "cao hơn").rjust(len(m[0])), text)
    text = _SO_THAT.sub(lambda m: f"{m['before']},{' ' * (len(m['so']) - 1)}", text)
    text = _ITS_SHARE.sub(_share_of, text)
    text = _ARE_THESE.sub(lambda m: f"{m['what']}:{' ' * len(m['are'])}", text)
    text = _HAS_THE_MOST.sub(lambda m: m["has"] + " " * len(m["rank"]), text)
    return _THAT_DID.sub(lambda m: f"{' ' * len(m['lead'])}{m['who']} ", text)


__all__ = ["plainer"]
