"""What people say in place of the report's own words, for finding sentences: never for naming a figure.

A row of the table is one meaning; a question that uses one of its phrases is answered by a sentence that uses another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chain.words import KINDS
from chain.world import tokens

ALIKE: tuple[tuple[str, ...], ...] = (
    ("giảm", "sụt giảm", "suy giảm", "sụt", "sút", "tụt", "đi xuống", "thu hẹp", "hạ", "rớt", "co lại", "rẻ đi", "mất giá", "âm"),
    ("tăng", "đi lên", "leo thang", "nhảy vọt", "tăng vọt", "lên cao", "cao hơn", "vượt", "phục hồi", "khởi sắc", "đắt"),
    ("chậm", "ì ạch", "trì trệ", "chậm trễ", "chậm chạp", "ách tắc", "dậm chân", "thấp", "kém", "lẹt đẹt", "muộn", "tắc"),
    ("không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành", "thấp hơn kế hoạch", "thấp hơn kh", "hụt", "không đạt được", "lỡ"),
    ("đạt chuẩn", "về đích", "cán đích", "được công nhận", "hoàn thành"),
    ("dẫn đầu", "đứng đầu", "cao nhất", "lớn nhất", "nhiều nhất", "số một", "hàng đầu"),
    ("thấp nhất", "ít nhất", "nhỏ nhất", "đứng cuối", "cuối bảng"),
    ("đầu tiên", "sớm nhất", "lần đầu"),
    ("thặng dư", "xuất siêu"), ("thâm hụt", "nhập siêu"),
    ("sắp", "sẽ", "dự kiến", "chuẩn bị"),
    ("xây dựng", "xây", "khởi công", "hình thành", "đặt"),
    ("dừng", "ngừng", "tạm dừng", "tạm ngừng", "đình chỉ", "nghỉ"),
    ("hỏng", "hư hại", "thiệt hại", "mất trắng"),
    ("thiếu", "khan hiếm", "hụt", "cạn", "không đủ"),
    ("lượng khách", "khách du lịch", "du khách", "lượt khách"),
    ("phụ trách", "chủ trì", "đầu mối", "giao", "chịu trách nhiệm"),
    ("nạn nhân", "người chết", "tử vong"),
    ("tiến độ", "tiến triển", "chậm", "nhanh", "kịp"),
    ("tập trung", "chủ yếu"), ("xảy ra", "tập trung"),
    ("tiêm phòng", "tiêm chủng"), ("con", "đàn"), ("trồng", "gieo trồng", "gieo cấy"),
    ("bán ra", "xuất khẩu", "xuất sang", "xuất đi", "hàng xuất"), ("mua vào", "nhập khẩu", "nhập về", "nhập từ", "hàng nhập"),
    ("tai nạn giao thông", "vụ tai nạn"), ("ngân sách", "NSNN", "NSĐP", "NSTW"), ("tiếp theo", "kỳ tới", "kỳ sau", "lần tới", "sắp tới", "kế tiếp", "tới đây"), ("cung cấp", "công bố", "tổng hợp", "phát hành"), ("khó khăn", "trở ngại", "vướng mắc"),
)  # fmt: skip
WAYS = (0, 1)  # the rows that say which way something went: told by most sentences, and one the opposite of the other
# What opens or closes a question about a cause, a speaker or a list, and names nothing.
_ASKING = re.compile(r"(?<!\w)(?:vì sao|tại sao|vì đâu|do đâu|nhờ đâu|lý do|lí do|nguyên nhân|là gì|gì|nào|đâu|nhận xét|nhận định|cho biết|điều gì|bằng cách|những yếu tố|yếu tố|khiến|làm cho|dẫn đến|lại)(?!\w)", re.I)
_SILENT = frozenset(("nhận", "xét", "khiến", "yếu", "tố", "hẳn", "lại", "vẫn", "cứ", "bỗng", "đột", "ngột", "đáng", "kể", "xảy", "dẫn", "bởi", "chính", "thành", "phía", "vậy", "nói", "gây", "ra"))
_SAME = {"xuấtnhậpkhẩu": (("xuấtnhậpkhẩu",), ("xnk",))}  # what is one word in a row of tokens, with its short form
_ASKED = re.compile(r"(?<!\w)(" + "|".join(sorted({re.escape(k) for g in KINDS for k in g} | {"cơ quan", "tổ chức", "tuyến đường", "tuyến", "sở", "ban", "bộ", "nhà thầu", "vùng", "bậc", "cấp", "bậc học", "nguồn", "hạng", "yếu tố", "lãnh đạo", "vị lãnh đạo", "vị", "chuyên gia", "cán bộ"}, key=len, reverse=True)) + r")(?:\s+\S+){0,3}?\s+(?<!thế )(?:nào|gì)(?!\w)", re.I)


@dataclass(frozen=True)
class Thing:
    """A word of the question and what may stand for it: `variants` are rows of syllables."""

    word: tuple[str, ...]
    variants: tuple[tuple[str, ...], ...]
    way: bool = False  # "tăng", "giảm": told by most sentences

    def held(self, words: frozenset[str], text: str) -> bool:
        """Whether one of the variants stands among `words`; one of several syllables in their order in `text`."""
        return any(all(w in words for w in v) and (len(v) == 1 or f" {' '.join(v)} " in f" {text} ") for v in self.variants)

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(" ".join(v) for v in self.variants)

    def said_otherwise(self, text: str) -> bool:
        """Whether another phrase than the question's stands in `text`."""
        return any(v != self.word and f" {' '.join(v)} " in f" {text} " for v in self.variants)


def without(text: str) -> str:
    """The question without what only asks."""
    return re.sub(r"\s+", " ", _ASKING.sub(" ", text)).strip()


def kinds_asked(text: str) -> set[str]:
    """The syllables of the kind of thing that is asked for: "cơ quan nào" -> cơ, quan."""
    return {w for m in _ASKED.finditer(text) for w in tokens(m[1])}


def phrase_asked(text: str) -> set[str]:
    """The syllables of the whole phrase that is asked for: "nhóm hàng hóa, dịch vụ nào"."""
    return {w for m in _ASKED.finditer(text) for w in tokens(m[0])} - {"nào", "gì"}


def things(terms: tuple[str, ...], text: str) -> list[Thing]:
    """The question's words as things to be found in a sentence: phrases of the table as one, the others each by itself."""
    row = " ".join(tokens(text))
    out: list[Thing] = []
    used: set[str] = set()
    for i, group in enumerate(ALIKE):
        rows = [tuple(tokens(p)) for p in group]
        said = [r for r in rows if f" {' '.join(r)} " in f" {row} "]
        if not said:
            continue
        longest = max(said, key=len)
        if set(longest) <= used:
            continue
        if len(longest) == 1 and longest[0] not in terms and i not in WAYS:
            continue
        used.update(longest)
        out.append(Thing(longest, tuple(rows), i in WAYS))
    out.extend(Thing((w,), _SAME.get(w, ((w,),))) for w in terms if w not in used and w not in _SILENT)
    return out
