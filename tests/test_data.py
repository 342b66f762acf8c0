"""The bundled report: nothing lost from the original, nothing copied from it.

Numbers and names have to be shared; what may not be is the original's wording. A run of shared words is therefore
counted without figures, names (capitalised words) and the listed goods and branches, for which there is one word only.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from report.numbers import parse_number
from report.text import nfc, same_words

HERE = Path(__file__).resolve()
BUNDLED = HERE.parents[1] / "data" / "lang-son-2011-2015.md"
ORIGINAL = HERE.parents[1].parent / "shared" / "reports" / "lang-son-2011-2015.txt"
LIMIT = 8

# Goods and branches that the report lists.
GOODS = """xi măng; vật liệu xây dựng; khoáng sản; nhiệt điện; chế biến lâm sản; chì thỏi; bột đá mài; hạt đá mài; ván bóc; than các loại;
điện sản xuất; điện thương phẩm; đá các loại; gạch các loại; nước máy; klinker; gỗ rừng trồng; ô tô; linh kiện ô tô; ôtô; máy móc;
hóa chất; hoa quả tươi; hoa quả các loại; hoa quả; tinh bột sắn; thủy hải sản; thuỷ hải sản; hoa hồi; nhựa thông; thạch đen; thuốc lá; gừng; nghệ; tinh dầu hồi;
gỗ bóc; nông sản; lâm sản; trung tâm thương mại; siêu thị; bến bãi; nhà hàng; khách sạn"""
NAMES = ("Người Việt Nam ưu tiên dùng hàng Việt Nam",)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")


def _numbers(text: str) -> Counter[Decimal]:
    return Counter(parse_number(m[0])[0] for m in _NUMBER.finditer(text))


def _stream(text: str) -> list[str]:
    """The words in order; figures, names and goods become a break that no run crosses, punctuation does not."""
    for name in NAMES:
        text = text.replace(name, " \0 ")
    text = _NUMBER.sub(" \0 ", text)
    # A name: two or more capitalised words in a row.
    text = re.sub(r"(?:[A-ZĐÀ-Ỹ][\wà-ỹ]*)(?:\s+[A-ZĐÀ-Ỹ][\wà-ỹ]*)+", " \0 ", text)
    text = same_words(text)
    for good in sorted((g.strip() for g in GOODS.split(";")), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(same_words(good))}(?!\w)", " \0 ", text)
    return re.findall(r"\0|\w+", text)


def shared_runs(ours: str, theirs: str, limit: int = LIMIT) -> list[str]:
    """The runs of more than `limit` words that stand in both texts."""
    words, original = _stream(ours), _stream(theirs)
    size = limit + 1
    known = {tuple(original[i : i + size]) for i in range(len(original) - size + 1)}
    return [" ".join(words[i : i + size]) for i in range(len(words) - size + 1) if "\0" not in words[i : i + size] and tuple(words[i : i + size]) in known]


def _pair() -> tuple[str, str]:
    if not ORIGINAL.is_file():
        pytest.skip("../shared không có ở đây: không so được với nguyên bản")
    return nfc(BUNDLED.read_text(encoding="utf-8")), nfc(ORIGINAL.read_text(encoding="utf-8"))


def test_no_figure_is_lost() -> None:
    ours, theirs = _pair()
    missing = set(_numbers(theirs)) - set(_numbers(ours))
    assert not missing, f"figures of the original that the bundled report lost: {sorted(missing)}"


def test_no_figure_is_added() -> None:
    ours, theirs = _pair()
    body = re.sub(r"(?m)^#+ .*$|^\*\*Bảng.*$|\[\^\d+\]:?", "", ours)
    added = set(_numbers(body)) - set(_numbers(theirs))
    assert not added, f"figures the original does not state: {sorted(added)}"


def test_wording_is_our_own() -> None:
    ours, theirs = _pair()
    assert shared_runs(ours, theirs) == []


def test_the_run_test_can_fail() -> None:
    copied = "Việc tập trung thực hiện cải cách thủ tục hành chính và triển khai thực hiện"
    assert shared_runs("Năm qua, " + copied, copied.lower())


def test_hedges_are_kept() -> None:
    text = nfc(BUNDLED.read_text(encoding="utf-8"))
    for said in ("ước đạt 3.766 tỷ đồng", "ước đạt 3.500 triệu USD", "ước đạt 96 triệu USD", "ước đạt 13.700 tỷ đồng", "trên 2.000 doanh nghiệp", "giá so sánh 2010"):
        assert said in text
    for bound in ("10,2", "11,54", "10,56", "9,34", "8,56"):
        assert f"trên {bound}" in text
    assert "Cục Công nghiệp địa phương" in text and "ARID" in text
