"""What a line looks like: a numbered or unnumbered heading, a list item, a caption, a note."""

from __future__ import annotations

import re

MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"(?:PHẦN|Phần)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVX]+|\d{1,2}|[A-ZĐ])(?![\w])\s*[.:–-]?\s*")),
    ("chapter", re.compile(r"(?:CHƯƠNG|Chương)\s+(?:[IVX]+|\d{1,2})(?!\w)\s*[.:–-]?\s*")),
    ("article", re.compile(r"(?:MỤC|Mục)\s+(?:[IVX]+|\d{1,2})(?!\w)\s*[.:–-]?\s*")),
    ("clause", re.compile(r"(?:ĐIỀU|Điều)\s+\d{1,3}(?!\w)\s*[.:–-]\s*")),
    ("roman", re.compile(r"[IVX]{1,6}\s?[.)/–-]\s*(?=\S)")),
    ("d4", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s+")),
    ("d3", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s+")),
    ("d2", re.compile(r"\d{1,2}\.\d{1,2}\.?\s+(?=[^\W\d_])")),
    ("d1", re.compile(r"\d{1,2}\.\s+")),
    ("letter", re.compile(r"[A-HK-UĐ][.)]\s+")),
    ("d1)", re.compile(r"\d{1,2}[)/]\s+")),
    ("(1)", re.compile(r"\(\d{1,2}\)\s+")),
    ("a)", re.compile(r"[a-zđ]\d?[).]\s+")),
    ("(a)", re.compile(r"\([a-zđ]\)\s+")),
)
BULLET = re.compile(r"(?:[-–—+*•●▪◦■❖➢✓]|\\-)\s+(?=\S)|[•●▪■❖➢]")
CAPTION = re.compile(r"(?:(?:Tiếp(?:\s+theo)?|TIẾP(?:\s+THEO)?)\s+(?:bảng|biểu|BẢNG|BIỂU)(?=\s+(?:số\s+)?\d)|Bảng|BẢNG|Biểu(?:\s+đồ)?|BIỂU|Phụ\s+lục|PHỤ\s+LỤC)(?:\s+(?:số\s+|SỐ\s+)?[\dIVX]+(?:[.\-/]\d+)*[a-zA-Z]?)?\s*(?:[.:–-]|\s[A-ZĐÀ-Ỹ]|$|\()")
UNIT_LINE = re.compile(r"\(?\s*(?:Đơn vị(?:\s+tính)?|ĐVT|Đvt|ĐƠN VỊ(?:\s+TÍNH)?)\s*:", re.I)
BARE_UNIT = re.compile(r"\(?\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|1\.000)\s+)+[^\W\d_]+(?:[ .][^\W\d_]+)?\s*\)?", re.I)
NOTE = re.compile(r"(?:\*+\s*)?(?:Ghi chú|Chú thích|Nguồn(?: số liệu)?|GHI CHÚ|Nguồn tin)\s*:", re.I)
NOTE_MARK = re.compile(r"(?:\((?P<n>\d{1,2}|\*{1,3})\)|(?P<s>\*{1,3}))\s+(?=\S)")
META = re.compile(r"(?:Số|Kính gửi|Nơi nhận|Người ký)\s*:|.{0,40},?\s*ngày\s+[\d….]+\s+tháng\s+[\d….]+\s+năm\s+[\d….]+$|Độc lập\s*[-–]\s*Tự do|CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI", re.I)
TITLE = re.compile(r"(?:BÁO CÁO|Báo cáo|BẢN TIN|Bản tin|THÔNG CÁO(?: BÁO CHÍ)?|Thông cáo báo chí|TÌNH HÌNH|KẾ HOẠCH|THUYẾT MINH|NGHỊ QUYẾT|TỜ TRÌNH|THÔNG BÁO)(?!\w)")
# When a page was put up, with what stands beside it: "Hạnh Nguyên 04/11/2024 16:42 GMT+7 Chia sẻ 36", "Từ khóa: …".
BYLINE = re.compile(r"[^.;]{0,80}?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\W{1,5}\d{1,2}\s?[:hg]\s?\d{2}(?![\d%])[^.;]{0,60}$|[^.;]{0,60}?\d{1,2}:\d{2}\W{1,5}(?:ngày\s+)?\d{1,2}/\d{1,2}/\d{4}[^.;]{0,60}$|(?:Từ khóa|Từ khoá|Tags?|Chủ đề|Lượt xem|Chia sẻ|Bình luận)\s*[:(].{0,200}$", re.I)
UNFINISHED = re.compile(r"(?:(?<!\w)(?:đạt|là|của|và|các|với|tại|trong|từ|theo|bằng|hoặc|do|những|gồm|để|về|ước)|,)$", re.I)
END = tuple(".;!?…,")
_MEASURED = re.compile(r"\d[\d.,]*\s*(?:%|tỷ|tỉ|triệu|nghìn|ngàn|tấn|tạ|kg|ha\b|km|m2|m3|m²|m³|USD|đồng|kWh|người|hộ|xã|dự án|doanh nghiệp|lần|điểm|con\b|vụ\b|cơ sở)|(?:tăng|giảm|đạt)\s+\d", re.I)


def mark(line: str) -> tuple[str, int] | None:
    """The kind of numbering at the start of `line` and its length; None when there is none."""
    for kind, pattern in MARKS:
        m = pattern.match(line)
        if m and (m.end() < len(line) or kind in ("part", "chapter", "article")):
            return kind, m.end()
    return None


def short(words: str, *, limit: int = 140) -> bool:
    """Whether `words` could be a heading: short, no sentence end, no figure stated."""
    return 0 < len(words) <= limit and not words.endswith(END) and not _MEASURED.search(words) and ". " not in words


def capitals(line: str) -> bool:
    """Whether a line is written in capitals."""
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 5 and " " in line.strip() and sum(c.isupper() for c in letters) > 0.9 * len(letters) and len(line) <= 200


def label(kind: str, line: str, length: int) -> str:
    """The number as printed: "1.", "a)", "II."."""
    return line[:length].strip()


def ordinal(printed: str) -> int | None:
    """The place that a printed number tells: 3 for "3." and for "c)"."""
    m = re.search(r"(\d+)\D*$", printed)
    if m:
        return int(m[1])
    m = re.search(r"[a-zđ]", printed)
    # The Vietnamese alphabet used in lists: a b c d đ e g h i k l m n o p q r s t u v x y.
    return "abcdđeghiklmnopqrstuvxy".find(m[0]) + 1 or None if m else None
