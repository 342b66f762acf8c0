"""The words of questions, as tables: synonyms, function words, cues; abbreviations have a table of their own.

Data, with the regular expressions built from it and what compares by it. How a question is read
with them is in `question`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from report.countries import SPELLINGS

# (what a reader says, what reports say); applied to the question's text, longest first.
SYNONYMS: tuple[tuple[str, str], ...] = (
    ("buôn bán hai chiều với nước ngoài", "tổng kim ngạch xuất nhập khẩu"),
    ("buôn bán hai chiều", "tổng kim ngạch xuất nhập khẩu"),
    ("thương mại hai chiều", "tổng kim ngạch xuất nhập khẩu"),
    ("do chính tỉnh làm ra", "địa phương"), ("do tỉnh làm ra", "địa phương"), ("do tỉnh sản xuất", "địa phương"), ("của chính tỉnh", "địa phương"),
    ("bán hàng ra nước ngoài", "xuất khẩu"), ("bán hàng sang nước ngoài", "xuất khẩu"), ("bán hàng cho nước ngoài", "xuất khẩu"), ("bán hàng đi nước ngoài", "xuất khẩu"), ("bán hàng sang", "xuất khẩu sang"),
    ("mua hàng của nước ngoài", "nhập khẩu"), ("mua hàng từ nước ngoài", "nhập khẩu"), ("mua hàng nước ngoài", "nhập khẩu"), ("mua hàng từ", "nhập khẩu từ"), ("Việt Nam mua hàng của", "Việt Nam nhập khẩu từ"), ("nước ta mua hàng của", "nhập khẩu từ"), ("tỉnh mua hàng của", "tỉnh nhập khẩu từ"), ("Việt Nam mua nhiều hàng của", "Việt Nam nhập khẩu nhiều từ"), ("rời bỏ thương trường", "rút lui khỏi thị trường"), ("rời thương trường", "rút lui khỏi thị trường"), ("khá nhất", "cao nhất"), ("kém nhất", "thấp nhất"), ("kiếm được việc làm", "có việc làm"),
    ("bán ra nước ngoài", "xuất khẩu"), ("bán sang nước ngoài", "xuất khẩu"), ("bán cho nước ngoài", "xuất khẩu"),
    ("mua của nước ngoài", "nhập khẩu"), ("mua từ nước ngoài", "nhập khẩu"), ("mua vào", "nhập khẩu"),
    ("sức mua", "bán lẻ"), ("doanh số bán lẻ", "bán lẻ"), ("mức bán lẻ hàng hoá", "bán lẻ hàng hoá"),
    ("đòi lại được", "thu hồi được"), ("đòi lại", "thu hồi"), ("đòi được", "thu hồi được"), ("đòi nợ", "thu hồi nợ"),
    ("làm ăn", "kinh doanh"), ("công ty", "doanh nghiệp"), ("hãng", "doanh nghiệp"), ("trung bình", "bình quân"), ("mỗi năm", "hàng năm"),
    ("hằng năm", "hàng năm"), ("thu hoạch được", "sản lượng"), ("chặt được", "khai thác"), ("đốn", "khai thác"), ("mét khối", "m3"), ("khối gỗ", "m3 gỗ"),
    ("hàng mua của", "nhập khẩu"), ("mua của", "nhập khẩu"), ("mua từ", "nhập khẩu từ"), ("bán sang", "xuất khẩu sang"), ("héc ta", "ha"), ("hec ta", "ha"), ("hecta", "ha"), ("héc-ta", "ha"),
    ("sang năm", "năm sau"), ("tính đến hết", "đến hết"), ("kể từ khi nào", "từ khi nào"), ("sắt thép", "sắt thép"),
    ("tiền phạt", "phạt"), ("heo", "lợn"), ("hột", "hạt"), ("trái cây", "hoa quả"), ("xe hơi", "ô tô"), ("lúc nào", "khi nào"),
    ("lớn nhanh", "tăng nhanh"), ("do đâu", "vì sao"), ("do nguyên nhân gì", "vì sao"), ("do nguyên nhân nào", "vì sao"), ("vì nguyên nhân gì", "vì sao"), ("do lý do gì", "vì sao"), ("vì lý do gì", "vì sao"), ("vì lý do nào", "vì sao"),
    ("trao đổi hàng hóa với", "xuất nhập khẩu với"), ("trao đổi thương mại với", "xuất nhập khẩu với"), ("bỏ ra những", "loại trừ những"), ("loại ra những", "loại trừ những"),
    ("tiền hàng", "giá trị hàng"), ("cách thức", "cách"), ("tiến độ", "tiến độ"), ("nước nào mua hàng", "thị trường xuất khẩu nào"),
    ("lần đầu xuất hiện", "mới"), ("để sẵn", "dự trữ"),
    ("đắt lên", "tăng"), ("đắt thêm", "tăng"), ("đắt hơn", "cao hơn"), ("rẻ đi", "giảm"), ("rẻ hơn", "thấp hơn"), ("lên giá", "tăng"), ("xuống giá", "giảm"), ("hạ giá", "giảm"),
    ("nhích lên", "tăng"), ("đi lên", "tăng"), ("đi xuống", "giảm"), ("tụt", "giảm"), ("sụt", "giảm"), ("leo thang", "tăng"), ("phình ra", "tăng"), ("co lại", "giảm"), ("tăng lên", "tăng"), ("giảm đi", "giảm"), ("giảm xuống", "giảm"),
    ("rộng bao nhiêu", "diện tích bao nhiêu"), ("rộng mấy", "diện tích mấy"), ("tỉ trọng", "tỷ trọng"), ("chỉ số giá usd", "chỉ số giá đô la Mỹ"),
)  # fmt: skip

# Names of one thing: the one that the report uses takes the place of the one that it does not.
SAME: tuple[tuple[str, ...], ...] = (
    ("FDI", "có vốn đầu tư nước ngoài", "vốn đầu tư trực tiếp nước ngoài", "đầu tư nước ngoài"), ("nước ngoài", "quốc tế", "ngoại"), ("Mỹ", "Hoa Kỳ"), ("Anh", "Vương quốc Anh"),
    ("NSNN", "ngân sách nhà nước", "ngân sách"), ("giải thể", "đóng cửa", "chấm dứt hoạt động"), ("gia hạn", "lùi hạn", "giãn"), ("thu giữ", "tịch thu", "bắt giữ"), ("ly hôn", "ly dị"),
    ("THPT", "trung học phổ thông"), ("THCS", "trung học cơ sở"), ("học sinh", "học trò"), ("lao động", "người làm việc", "công nhân"), ("sân bay", "cảng hàng không"), ("tai nạn giao thông", "TNGT"), ("bảo hiểm y tế", "BHYT"), ("bảo hiểm xã hội", "BHXH"),
    ("hộ nghèo", "hộ thuộc diện nghèo", "gia đình nghèo", "nhà nghèo"), ("tăng trưởng kinh tế", "tốc độ tăng trưởng GRDP", "tốc độ tăng GRDP", "GRDP"), ("tổng sản phẩm trên địa bàn", "GRDP"), ("CPI", "chỉ số giá tiêu dùng", "lạm phát"),
    ("IIP", "chỉ số sản xuất công nghiệp"), ("khách du lịch", "du khách", "khách tham quan"), ("trâu bò", "đại gia súc"), ("thủy sản", "tôm cá", "hải sản"), ("dân số", "số dân", "nhân khẩu"),
    ("vốn đầu tư công", "đầu tư công"), ("điện thoại", "smartphone"), ("rau", "rau xanh"), ("bệnh viện", "nhà thương"), ("bác sĩ", "bác sỹ"), ("giờ", "tiếng"),
    ("khu công nghiệp", "KCN"), ("cụm công nghiệp", "CCN"), ("hợp tác xã", "HTX"), ("ủy ban nhân dân", "UBND"), ("hội đồng nhân dân", "HĐND"), ("nông thôn mới", "NTM"), ("khu kinh tế", "KKT"),
    ("an toàn thực phẩm", "ATTP"), ("thủ tục hành chính", "TTHC"), ("xây dựng cơ bản", "XDCB"), ("công nghệ thông tin", "CNTT"), ("dân tộc thiểu số", "DTTS"), ("giáo dục và đào tạo", "GD&ĐT"),
    ("thặng dư", "xuất siêu"), ("thâm hụt", "nhập siêu"), ("doanh thu", "tiền bán hàng"), ("lợi nhuận", "tiền lãi", "lãi"), ("thất nghiệp", "không có việc làm"),
    ("độ che phủ rừng", "tỷ lệ che phủ rừng"), ("hai chiều", "xuất nhập khẩu", "hàng hóa xuất nhập khẩu"), ("quy mô nền kinh tế", "quy mô GRDP", "GRDP"), ("giải quyết việc làm", "tạo việc làm", "tạo ra việc làm"), *SPELLINGS,
)  # fmt: skip

# What asks, addresses, or names a slot other than the indicator; taken out as a whole, so that "tiêu" of "mục tiêu" is not "hồ tiêu".
STOP_PHRASES: tuple[str, ...] = tuple(
    """bao nhiêu|bao nhiu|dự toán|trở lên|trở xuống|mục tiêu|chỉ tiêu đặt ra|chỉ tiêu phấn đấu|mức phấn đấu|kế hoạch|thực hiện|giai đoạn|bình quân hằng năm|bình quân hàng năm|bình quân mỗi năm|bình quân|tốc độ tăng trưởng|tốc độ tăng|tốc độ giảm|tốc độ|tăng trưởng
    |phần trăm|tỷ lệ|tỷ trọng|số lượng|cụ thể|chủ yếu|liệt kê|dự kiến|dự báo|phấn đấu|đơn vị tính|địa bàn|báo cáo|chênh lệch|hằng năm|hàng năm|mỗi năm|so với|cùng kỳ|năm trước|năm ngoái|tháng trước|quý trước
    |tính chung|lũy kế|luỹ kế|cộng dồn|sơ bộ|kết quả|hoàn thành|như thế nào|thế nào|ra sao|tại sao|vì sao|vì đâu|thời điểm|hiện nay|cho biết|quy mô|danh sách|cả năm|toàn tỉnh|toàn huyện|toàn quốc|thành phố|đặt ra|đề ra|đến nay
    |con số|số liệu|tổng số|tổng cộng|điểm phần trăm|trong đó|bao gồm|gồm những|kể tên|ở đâu|khi nào|bao giờ|được giao|xin hỏi|cho hỏi|giúp tôi|là gì|là ai|cái nào|tất cả|cả thảy|làm sao|ước tính|ước đạt|ước thực hiện
    |trung bình|mức tăng|mức giảm|nói rõ|cho tôi|mọi người|đơn vị|tính đến|hết ngày|tính ra|suy ra|nói chung|thực tế|vào khoảng|xấp xỉ|có thể|đúng không|phải không|tăng thêm|giảm bớt|nâng lên|biến động|thay đổi|đầu năm|cuối năm|liền trước|liền kề|lý do|lí do|nguyên nhân|nói rõ hơn|rõ hơn|thực sự|thật sự|hết thảy|rốt cuộc|bước vào|bước sang|tăng nhanh|tăng chậm|giảm nhanh|giảm chậm|giảm sâu""".replace("\n", "").replace("    ", "").split("|")
)  # fmt: skip
STOP_PHRASE = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in sorted(STOP_PHRASES, key=len, reverse=True)) + r")(?!\w)", re.I)

# Single syllables that ask, join or address, and so name nothing.
STOP: frozenset[str] = frozenset(
    ["là", "thiếu", "sang", "bao", "nhiêu", "nhiu", "mấy", "của", "và", "các", "những", "trong", "năm", "ở", "tại", "cho", "với", "thì", "mà", "nào", "gì", "thế", "như", "ra", "sao", "vậy", "hay", "hoặc", "về", "theo", "từ", "đến", "tới", "trên", "dưới", "hơn", "kém", "này", "đó", "kia", "ấy", "nó", "đã", "đang", "sẽ", "còn", "cũng", "chỉ", "rồi", "lại", "do", "vì", "đâu", "khi", "lúc", "bị", "bởi", "để", "tôi", "mình", "bạn", "em", "anh", "chị", "ơi", "hãy", "xin", "hỏi", "biết", "nói", "kể", "nêu", "giúp", "rõ", "đi", "nhé", "ạ", "à", "ư", "hả", "vào", "lên", "xuống", "so", "quý", "tháng", "kỳ", "đầu", "cuối", "cả", "tính", "ước", "khoảng", "gần", "phần", "một", "hai", "ba", "bốn", "tăng", "giảm", "mỗi", "gấp", "lần", "chiếm", "triệu", "nghìn", "ngàn", "trăm", "tỷ", "đồng", "usd", "tấn", "ha", "km", "kg", "đúng", "không", "phải", "có", "chưa", "ai", "nơi", "tỉnh", "huyện", "xã", "toàn", "tổng", "cộng", "qua", "nay", "thể", "cái", "chiếc", "cùng", "bằng", "mạnh", "nhất", "cao", "thấp", "lớn", "nhỏ", "ít", "nhiều", "thứ", "lít", "viên", "m3", "m2", "kwh", "hết", "trước", "sau", "giữa", "riêng", "hụt", "cần", "nữa", "ngày", "thêm", "vừa", "nếu", "thật", "đấy", "luôn", "xem", "số", "mức", "đạt", "được", "gồm", "cỡ", "tên", "làm", "thuộc", "hiện", "đặt", "điểm", "tạ", "hàng", "hằng", "chung"]
)  # fmt: skip

# A noun that tells what is counted -> units it fits ("" fits a bare number). With a fitting unit it need not be printed.
MEASURE_NOUNS: dict[str, tuple[str, ...]] = {
    "sản lượng": ("tấn", "kg", "tạ", "m3", "kWh", "viên", "lít", "quả", "con", "cái", "sản phẩm", "chiếc", "bộ", "đôi", "bao", "thùng"),
    "diện tích": ("ha", "m2", "km2"),
    "đàn": ("con",),
    "năng suất": ("tạ/ha", "tấn/ha", "kg/ha"),
    "kim ngạch": ("USD", "đồng"), "trị giá": ("USD", "đồng"), "giá trị": ("USD", "đồng"), "kinh phí": ("đồng", "USD"),
    "số tiền": ("đồng", "USD"), "tiền": ("đồng", "USD"), "doanh thu": ("đồng", "USD"), "vốn": ("đồng", "USD"),
    "sản xuất": ("tấn", "m3", "kWh", "viên", "lít", "cái", "sản phẩm", "chiếc", "quả"),
}  # fmt: skip

# Nouns that say of what kind a thing is and name none; they count little.
GENERIC: frozenset[str] = frozenset(["cục", "khu", "vực", "ngành", "lĩnh", "vực", "dịp", "khoản", "loại", "nhóm", "nguồn", "thời", "gian", "phía", "dạng", "tình", "hình", "lúc", "nơi", "phần", "việc", "chuyện", "hạng", "mục", "thông", "tin", "cột", "bảng", "dòng", "nghĩa", "hồi", "đợt", "khối", "bậc"])

# Words of trade, of prices and of what is counted that name no goods.
TRADE_IN_GENERAL: frozenset[str] = frozenset(["tổng", "trị", "giá", "kim", "ngạch", "xuất", "nhập", "khẩu", "xuấtnhậpkhẩu", "hàng", "hóa", "thị", "trường", "các", "một", "số", "chính", "chủ", "yếu", "cả", "nước", "khối", "doanh", "nghiệp", "fdi", "việt", "nam", "theo", "sang", "từ", "với", "và", "tỉnh", "qua", "cửa", "địa", "bàn", "lớn", "nhất", "đối", "tác", "khu", "vực", "châu", "á", "âu", "mỹ", "phi", "đại", "dương"])
OF_PRICE: frozenset[str] = frozenset(["giá", "tiền", "sinh", "hoạt", "tiêu", "dùng", "bán", "lẻ", "gia", "đình", "nhóm", "mặt", "hàng", "dịch", "vụ", "loại", "các"])
SAYS_NO_GOODS: frozenset[str] = frozenset(["hàng", "hóa", "khác", "mặt", "chủ", "yếu", "nhóm", "loại", "các", "sản", "phẩm", "lượng", "mở", "tờ", "khai", "thủ", "tục", "doanh", "nghiệp", "khối", "phần", "chính", "kinh", "tế", "thu", "chi", "nộp", "số", "vụ", "bình", "quân", "vốn", "dự", "án", "cả", "năm", "tháng", "quý", "kỳ", "tăng", "giảm", "siêu", "cán", "cân"])
NO_GOODS: frozenset[str] = TRADE_IN_GENERAL | GENERIC | STOP | OF_PRICE | SAYS_NO_GOODS | frozenset(["trung"])

# Nouns of everyday talk: who asks uses them where a report has none of them.
EVERYDAY: frozenset[str] = frozenset(
    ["người", "tiền", "con", "cái", "chuyện", "thứ", "hàng", "tiệm", "nhà", "dân", "ông", "bà", "cô", "chú", "anh", "chị", "em", "ta", "mình", "đồng", "chỗ", "chốn", "bữa", "dạo", "đợt", "khúc", "vụ", "việc", "ký", "cân", "lạng", "ký-lô", "chai", "chục", "xe", "túi", "ví", "miệng", "tay", "đầu", "đời", "giới", "phe", "bên", "đằng", "mớ", "đống", "loạt", "trận", "cơn", "đà", "nền", "rổ", "khung", "mảng"]
)

_CROPS = ("đông xuân", "hè thu", "thu đông", "lúa mùa", "vụ mùa")  # the seasons of rice
# Words that exclude one another: a figure of the one is no answer for the other.
OPPOSITES: tuple[tuple[str, str], ...] = (
    ("xuất", "nhập"), ("thu", "chi"), ("nam", "nữ"), ("thành thị", "nông thôn"), ("cấp mới", "điều chỉnh"), ("trung ương", "địa phương"), ("đăng ký", "thực hiện"),
    ("trước thuế", "sau thuế"), ("cá nhân", "doanh nghiệp"), ("tiểu học", "trung học"), ("mầm non", "tiểu học"), ("ngoại thành", "nội thành"), ("ngắn hạn", "dài hạn"), ("mua", "bán"), ("thành lập", "giải thể"), ("hộ nghèo", "hộ cận nghèo"), ("trong nước", "nước ngoài"), ("trong nước", "fdi"), ("nội địa", "quốc tế"), ("trồng trọt", "chăn nuôi"),
    *(pair for i, crop in enumerate(_CROPS) for pair in ((crop, other) for other in _CROPS[i + 1 :] if {crop, other} != {"lúa mùa", "vụ mùa"})), ("cao nhất", "thấp nhất"), ("hàng hóa", "hành khách"), ("luân chuyển", "vận chuyển"), ("đầu tư phát triển", "thường xuyên"), ("có việc làm", "thiếu việc làm"), ("có việc làm", "thất nghiệp"), ("lượng", "trị giá"), ("lượng", "kim ngạch"), ("tử vong", "mắc"), ("tử vong", "bị thương"), ("chết", "bị thương"), ("khu công nghiệp", "cụm công nghiệp"),
)  # fmt: skip


def contrary(asked: str | Collection[str], told: str | Collection[str], pairs: tuple[tuple[str, str], ...] = OPPOSITES) -> bool:
    """Whether `told` says the opposite of a word of `asked`, and neither says both: rows of syllables between spaces, or the words themselves."""
    def says(text: str | Collection[str], word: str) -> bool:
        return (f" {word} " if isinstance(text, str) else word) in text

    return any(says(asked, a) and not says(asked, b) and says(told, b) and not says(told, a) for pair in pairs for a, b in (pair, pair[::-1]))


# Kinds of things that "… nào" asks for; one word of a class stands for the others.
KINDS: tuple[tuple[str, ...], ...] = (
    ("nước", "thị trường", "quốc gia", "đối tác", "khu vực", "châu lục"), ("mặt hàng", "sản phẩm", "hàng hóa", "hàng", "nhóm hàng", "nông sản", "cây", "con", "vật nuôi", "cây trồng", "chủng loại"),
    ("huyện", "xã", "địa phương", "tỉnh", "thành phố", "thị xã", "phường", "đơn vị", "địa bàn", "vùng", "nơi"), ("ngành", "lĩnh vực", "khu vực", "khối", "loại hình", "nhóm", "nhóm hàng", "khoản", "sắc thuế", "nguồn", "chỉ tiêu"),
    ("doanh nghiệp", "công ty", "đơn vị", "chủ đầu tư", "nhà máy", "chi cục", "dự án", "công trình"), ("tháng", "quý", "năm", "vụ", "kỳ"),
)  # fmt: skip

SURPLUS = (("xuất siêu", "nhập siêu"), ("thặng dư", "thâm hụt"), ("xuất siêu", "thâm hụt"), ("thặng dư", "nhập siêu"))  # which way a balance goes
BALANCE = re.compile(r"(?<!\w)(?:xuất siêu|nhập siêu|cán cân|thặng dư|thâm hụt)(?!\w)", re.I)
CLAIM = re.compile(r"(?:,?\s*(?:có\s+)?(?:(?:đúng|phải)(?: (?:vậy|thế|như vậy|như thế))? (?:không|ko|hông|hem|chứ|chưa)|đúng hay sai|có đúng không))|\bcó phải(?: là)?\b|\bcó đúng(?: là)?\b|\btrả lời có hoặc không\b|\bbáo cáo có (?:nói|nêu|ghi|viết)(?: là| rằng)?(?=.*không\s*\??$)|^(?:tôi |mình |em )?(?:nghe (?:nói|bảo|đồn)|thấy bảo|có người bảo)(?: là| rằng)?", re.I)  # fmt: skip
TARGET = re.compile(r"(?<!chương trình )(?<!bổ sung có )mục tiêu(?! quốc gia)|^(?:các |những )?chỉ tiêu (?!nào|gì)|(?<!các )chỉ tiêu (?:\w+ ){1,12}(?:là )?bao nhiêu|(?:đặt|giao|đề ra|đặt ra|phấn đấu)(?: ra)? (?:các )?chỉ tiêu|(?<!nhiệm kỳ )(?<!giai đoạn )(?<!thời kỳ )kế hoạch|dự toán|phấn đấu|chỉ tiêu đặt ra|chỉ tiêu phấn đấu|mức phấn đấu|đề ra|định hướng|giai đoạn tới|đặt ra|được giao", re.I)
SO_FAR = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|từ đầu năm|đến nay|tới nay|đến giờ)(?!\w)", re.I)
# How the reader names what one group added to an index, and the words that stand in the names of all groups.
CONTRIBUTION = re.compile(r"^đóng góp của\s+(?P<whom>.+?)(?:\s+bình quân)?(?:\s+vào\s.*)?$", re.I)
OF_PRICE_GROUPS = frozenset(["nhóm", "hàng", "dịch", "vụ", "giá", "chỉ", "số", "các", "mặt", "bình", "quân", "chung"])
FORECAST = re.compile(r"dự báo|dự kiến|dự đoán", re.I)
ACTUAL = re.compile(r"(?<!\w)đã (?!đặt|giao|đề)|thực hiện|(?<!\w)thực (?:chi|thu|nộp|cấp)(?!\w)|đã đạt|thực tế|đạt được|đã thu hoạch|thực đạt", re.I)
GROWTH = re.compile(r"(?:tốc độ|mức)\s+(?:tăng|giảm)|tăng trưởng|(?<!gia )(?:tăng|giảm)(?!\s+(?:xuống\s+|chỉ\s+|chỉ\s+)*(?:còn|thêm)\s)\s+(?:\S+\s+){0,6}?(?:bao nhiêu|mấy|thế nào|hay|(?:khoảng|mức|cỡ) nào)|tăng hay giảm|(?<!gia )(?:tăng|giảm)\b.*(?:phần trăm|%)", re.I)  # fmt: skip
_PLANNED = r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|nhiệm vụ)"
COMPLETION = re.compile(
    rf"(?:phần trăm|%)\s*(?:\S+\s+)?(?:so với\s+)?(?:kế hoạch|dự toán)|tỷ lệ hoàn thành|hoàn thành\s+(?:bao nhiêu|mấy)|đạt\s+(?:tỷ lệ\s+|mức\s+)?(?:cao|thấp)\s+nhất\s+(?:so (?:với\s+)?|trên\s+)?{_PLANNED}"
    rf"|(?:bằng|đạt|được)\s+(?:bao nhiêu|mấy)\s*(?:phần trăm|%)\s+(?:\S+\s+){{0,3}}?{_PLANNED}"
    rf"|(?:đạt|bằng|được)\s+(?:tỷ lệ|mức)\s+(?:là\s+)?(?:bao nhiêu|mấy|thế nào)\s+(?:phần trăm\s+|%\s+)?(?:so (?:với\s+)?|của\s+|trên\s+)(?:\S+\s+)?{_PLANNED}"
    rf"|^(?:\S+\s+)?(?:tỷ lệ|mức độ|tiến độ)\s+(?:\S+\s+){{1,14}}?(?:so (?:với\s+)?|trên\s+)(?:\S+\s+)?{_PLANNED}(?!.*(?:tăng|giảm|vượt|hụt|cao hơn|thấp hơn))"
    rf"|^(?!.*(?:bao nhiêu|mấy|tăng|giảm|vượt|hụt|hơn|thiếu|kém|lệch|nào)).*(?<!\w)so (?:với\s+)?{_PLANNED}(?: (?:do )?(?:năm|cả năm|được giao|đề ra|giao|hđnd|tw|trung ương|tỉnh|huyện|thành phố|bộ tài chính|thủ tướng)){{0,3}}\W*$"
    rf"|so (?:với\s+)?(?:\S+\s+)?{_PLANNED}(?!.*(?:tăng|giảm|vượt|hụt|cao hơn|thấp hơn|thiếu|kém)).*(?:(?:bao nhiêu|mấy)\s*(?:phần trăm|%)|(?:đạt|được|bằng)\s+(?:(?:tỷ lệ|tỉ lệ|mức)\s+)?(?:là\s+)?(?:bao nhiêu|mấy)\W*$|(?:tỷ lệ|tỉ lệ)\s+(?:\S+\s+){{0,3}}?(?:bao nhiêu|mấy)\W*$|(?:thì\s+)?(?:ra sao|(?<=thì )sao|như thế nào)\W*$)", re.I,
)  # fmt: skip
# What is said of what was achieved, and what asks for the plan itself.
PLAN_MET = re.compile(rf"(?<!\w)(?:(?:không|chưa|đã)\s+)?(?:vượt|đạt|hoàn thành|hụt|thấp hơn|cao hơn)(?:\s+(?:được|và vượt|mức|xa))?\s+{_PLANNED}(?:\s+(?:năm|cả năm|đề ra|đặt ra|được giao|giao))*(?!\w)", re.I)
PLAN_ASKED = re.compile(rf"(?<!\w){_PLANNED}(?:\s+\S+){{0,12}}?\s+(?:là|bao nhiêu|mấy)(?!\w)|(?<!vượt )(?<!đạt )(?<!hoàn thành )^(?:\S+\s+){{0,2}}{_PLANNED}", re.I)
# "vượt dự toán bao nhiêu": by how much above the plan, which is a change against it
BEYOND_PLAN = re.compile(rf"(?<!\w)(?:vượt|hụt|cao hơn|thấp hơn)\s+(?:\S+\s+){{0,2}}?(?:(?:bao nhiêu|mấy)\s*(?:phần trăm|%)\s+(?:so (?:với\s+)?)?(?:\S+\s+)?{_PLANNED}|{_PLANNED}\s+(?:\S+\s+){{0,4}}?(?:bao nhiêu|mấy)(?:\s*(?:phần trăm|%)|\s*\??$))", re.I)
SHARE = re.compile(r"chiếm|tỷ trọng|cơ cấu|(?:mức nào|bao nhiêu|mấy phần) trong tổng|đóng góp bao nhiêu phần trăm", re.I)
MULTIPLE = re.compile(r"gấp\s+(?:bao nhiêu|mấy)(?:\s+lần)?", re.I)
WHY = re.compile(r"^(?:thế |vậy |mà )?(?:làm )?sao (?!cho)(?!biết)|vướng (?:mắc )?(?:gì|ở đâu|cái gì|chỗ nào)|gặp khó (?:gì|ở đâu)|bởi đâu|vì sao|tại sao|vì đâu|do đâu|nguyên nhân|lý do|lí do|nhờ đâu|điều gì", re.I)
WHEN = re.compile(r"khi nào|bao giờ|lúc nào|từ lúc nào|thời điểm nào|ngày nào|tháng mấy|năm nào|thời gian nào", re.I)
ASKS_AMOUNT = re.compile(r"bao nhiêu|mấy\b|là bao|tăng hay giảm|số lượng|(?:mức|tỷ lệ|con số) nào|(?:tăng|giảm) (?:như )?(?:thế nào|ra sao)|khoảng (?:giá )?nào|cỡ nào", re.I)
LISTS = re.compile(r"những\s.*(?:nào|gì)|các\s.*(?:nào|gì)|(?<!không )(?<!chưa )(?<!bao )gồm\s|kể tên|liệt kê|(?:là|gồm|có)\s+(?:những\s+)?gì|nào\b|nước nào|\bai\b|ở đâu|thế nào|ra sao|như thế nào|bao lâu|mất mấy (?:giờ|tiếng|phút)", re.I)  # fmt: skip
# Short forms whose full stop ends no sentence: "TP. Vĩnh Long", "PGS. Nguyễn Văn A".
NO_END = "".join(rf"(?<!\b{short}\.)" for short in ("TP", "Tp", "tp", "TX", "Tx", "tx", "TT", "Tt", "H", "Q", "P", "X", "GS", "TS", "ThS", "Ths", "BS", "KS", "CN", "Tr", "tr", "St", "No"))
WHEN_CUE = re.compile(r"(?<!\w)(?:từ|vào|đến|trong(?! (?:đó|số|tổng)(?!\w))|trước|sau|tháng|ngày|năm)(?!\w).{0,12}\d", re.I)
LIST_CUE = re.compile(r"gồm|như:|là\s|:|,", re.I)
INJECTION = re.compile(r"(?:bỏ qua|quên|phớt lờ|ignore|forget|disregard)[^.:;?!]*(?:trả lời|nói|ghi|khẳng định|answer|say)[^:;?!]*?(?:[:;]|\.(?!\d))\s*|(?:bỏ qua|quên|phớt lờ|ignore|forget|disregard)[^,.:;?!]*(?:hướng dẫn|tài liệu|chỉ dẫn|instructions|quy tắc|luật|báo cáo|nội dung|dữ liệu)[^,.:;?!]*[,.:;]\s*|theo kiến thức của bạn(?: thì)?", re.I)  # fmt: skip

# Provinces, for questions about a place that is not the report's.
PROVINCES: tuple[str, ...] = tuple(
    """An Giang|Bà Rịa - Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước|Bình Thuận|Cà Mau|Cần Thơ|
    Cao Bằng|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|
    Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|
    Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|
    Thừa Thiên Huế|Tiền Giang|Hồ Chí Minh|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái""".replace("\n", "").replace("    ", "").split("|")
)  # fmt: skip

# Sentences people type; they teach the restoring of diacritics the words of questions.
SEED: tuple[str, ...] = (
    "so sánh", "cộng lại", "là bao nhiêu", "đạt bao nhiêu phần trăm", "có bao nhiêu con", "bao nhiêu triệu usd", "bao nhiêu tỷ đồng", "tăng bao nhiêu phần trăm",
    "giảm bao nhiêu so với cùng kỳ năm trước", "mục tiêu tăng trưởng giai đoạn", "tốc độ tăng bình quân hàng năm", "kế hoạch năm",
    "vì sao năm", "tại sao giảm", "khi nào", "ở đâu", "như thế nào", "ra sao", "gồm những gì", "những sản phẩm nào", "mặt hàng nào",
    "chiếm tỷ trọng bao nhiêu", "gấp mấy lần", "lũy kế tháng", "quý năm", "tháng đầu năm", "thực hiện năm", "sản lượng", "năng suất",
    "diện tích", "tỷ lệ", "phấn đấu đạt", "đúng không", "phải không", "xuất siêu", "nhập siêu", "dân số", "của tỉnh", "của huyện",
    "tổng kim ngạch xuất khẩu nhập khẩu", "giá trị sản xuất công nghiệp", "nông nghiệp", "doanh nghiệp", "thu ngân sách", "nghìn tấn",
    "đàn bò", "đàn trâu", "đàn lợn", "đàn gà", "đàn dê", "đàn gia cầm", "đàn gia súc", "ngành xây dựng", "ngành công nghiệp", "ngành nông nghiệp", "ngành dịch vụ",
    "vốn đầu tư ngoài nhà nước", "kinh tế nhà nước", "ngân sách nhà nước", "đầu tư công", "kế hoạch năm", "bao nhiêu tấn", "bao nhiêu tiền", "bao nhiêu giờ", "bao nhiêu người",
    "bao nhiêu tạ", "bao nhiêu đồng", "bao nhiêu phần", "một chục", "héc ta", "năng suất lúa", "sản lượng lúa", "việc làm", "lao động", "chi cục", "từng chi cục", "phần trăm", "chiếm bao nhiêu",
    "so với cùng kỳ", "gần nhất", "trong đó", "mỗi nhóm", "mỗi loại", "nhóm nào", "khu vực", "lĩnh vực", "mặt hàng", "doanh nghiệp", "cơ cấu", "dự báo", "dự toán", "giải ngân",
    "hộ nghèo", "khách du lịch", "lớn nhất", "nhiều nhất", "cao nhất", "thấp nhất", "còn thì sao", "bình quân", "tăng trưởng bình quân",
    "mấy phần trăm", "tăng mấy phần", "giảm mấy phần", "mấy lần", "mấy người", "mấy ngàn", "mấy nghìn", "mấy tỷ", "mấy triệu", "có mấy", "có đúng là", "có phải là", "đúng chứ", "đúng hay sai", "đúng hay không", "có thật",
    "mỗi khoản", "mỗi nơi", "mỗi năm", "mỗi tháng", "mỗi người", "mỗi xã", "mỗi huyện", "những khoản nào", "những nơi nào", "những việc gì", "những gì", "những ai", "những huyện nào", "những xã nào", "những nước nào", "những ngành nào", "những dự án nào", "những nguồn nào",
    "nữa mới đủ", "mới đạt", "còn phải", "còn thiếu bao nhiêu", "hơn chi", "chi bao nhiêu", "thu nhiều hơn chi", "nữ nhiều hơn nam", "nam nhiều hơn nữ", "nam giới", "nữ giới", "bà con", "người dân", "tự góp", "giao cho", "giao năm", "thuế thu nhập", "tiền thuế", "nợ thuế",
    "làm thuê", "nước khác", "nơi khác", "đóng cửa", "tiền vé", "vé máy bay", "tốn thêm", "tốn bao nhiêu", "được đưa", "trồng cây ăn trái", "cây ăn quả", "đàn vịt", "đàn ngan", "vịt ngan", "khối doanh nghiệp", "cùng kỳ", "tỷ lệ", "tỉ lệ", "tàu cá", "dài từ", "thiết bị", "nhiều hơn bao nhiêu",
    "ít hơn bao nhiêu", "cao hơn bao nhiêu", "thấp hơn bao nhiêu", "năm ngoái", "năm trước", "tháng trước", "quý trước", "hiện nay", "tới nay", "đến nay", "đến hết tháng", "bao giờ", "lúc nào", "ai nói", "ai là", "chuyện gì", "điều gì", "vì đâu", "nhờ đâu", "chừng nào", "hết bao nhiêu", "thế nào", "bấy nhiêu",
)  # fmt: skip

# Who is counted by what they do: none of them are the others.
CALLINGS = ("học sinh", "sinh viên", "học viên", "giáo viên", "giảng viên", "bác sĩ", "công chức", "viên chức", "công nhân", "bệnh nhân", "hội viên", "đoàn viên", "đảng viên", "thí sinh", "nông dân", "đại biểu")
COUNTS_PEOPLE = re.compile(rf"(?<!\w)(?:bao nhiêu|mấy|số|số lượng|tổng số) ({'|'.join(CALLINGS)})(?!\w)", re.I)

OPENING = re.compile(r"(?<!\w)đầu (?:năm|kỳ)(?!\w)", re.I)
_NOT_OPENING = re.compile(r"(?:so với|so|từ|kể từ|tháng|th|\dt|quý|hơn|nửa|những|những ngày)\s+đầu (?:năm|kỳ)|ngày đầu", re.I)


def at_opening(text: str) -> bool:
    """Whether a text speaks of when the year began, and not of what is held against it or of its first months."""
    return OPENING.search(text) is not None and not _NOT_OPENING.search(text)
