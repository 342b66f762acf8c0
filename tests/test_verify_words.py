"""Answers whose figures stand in the quote and whose words do not: left out; the same said truly: kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest

from chain.answer import Citation
from chain.verify import verify
from tests.fake_library import shelf_of, world_of

REPORT = """SỞ Y TẾ TỈNH KHÁNH LÂM
BÁO CÁO
Công tác y tế năm 2024

Tỷ lệ bao phủ bảo hiểm y tế đạt 94,2%, thấp hơn mức chung cả nước (94,6%).
Số ca sốt xuất huyết là 1.842 ca, gấp 1,3 lần năm 2023; thành thị 1.105 ca, nông thôn 737 ca.
Bệnh viện Đa khoa tỉnh tiếp nhận nhiều bệnh nhân nhất với 212.400 lượt, Bệnh viện Nhi 98.600 lượt, Bệnh viện Phổi 21.300 lượt.
Tỷ suất tử vong trẻ em dưới 5 tuổi giảm từ 18,6‰ xuống 16,9‰.
Tỷ lệ trạm y tế có bác sĩ tăng bình quân 2,4%/năm (mục tiêu 3%/năm).
Trong năm không ghi nhận ca bạch hầu. Có 46 tỷ đồng tiền thuốc chưa thanh toán.
Tỷ lệ tiêm chủng đầy đủ ở nông thôn là 91,4%, ở thành thị 97,8%.
Ba huyện có nhiều ca nhất là Đăk Ruồng, Ia Pem và Sơn Kỳ, lần lượt 412 ca, 305 ca và 187 ca.
"""


@lru_cache
def world() -> Any:
    return world_of(shelf_of("khanh-lam.txt", REPORT))


def shown(quoted: str, text: str) -> str:
    body = world().report.text
    at = body.index(quoted)
    span = next(s.span for s in world().sentences if s.span.start <= at < s.span.end)
    return verify(text, world(), (Citation(1, world().name, "", None, span.start, span.end, span.of(body)),), ()).text


@pytest.mark.parametrize(
    ("quoted", "text"),
    [
        ("Tỷ lệ bao phủ", "Tỷ lệ bao phủ bảo hiểm y tế của Khánh Lâm là 94,6% [1]."),
        ("Tỷ lệ bao phủ", "Tỷ lệ bao phủ bảo hiểm y tế đạt 94,2%, cao hơn mức chung cả nước [1]."),
        ("Số ca sốt", "Số ca sốt xuất huyết giảm 1,3 lần so với năm 2023 [1]."),
        ("Số ca sốt", "Nông thôn có 1.105 ca sốt xuất huyết [1]."),
        ("Bệnh viện Đa khoa", "Bệnh viện Nhi dẫn đầu với 98.600 lượt bệnh nhân [1]."),
        ("Bệnh viện Đa khoa", "Bệnh viện Đa khoa tỉnh tiếp nhận ít bệnh nhân nhất với 212.400 lượt [1]."),
        ("Tỷ lệ trạm y tế", "Tỷ lệ trạm y tế có bác sĩ tăng bình quân 2,4%/năm, vượt mục tiêu [1]."),
        ("Trong năm không", "Trong năm ghi nhận ca bạch hầu [1]."),
        ("Có 46 tỷ đồng", "Có 46 tỷ đồng tiền thuốc đã thanh toán [1]."),
        ("Tỷ lệ tiêm chủng", "Tỷ lệ tiêm chủng đầy đủ ở nông thôn là 91,4%, cao hơn thành thị (97,8%) [1]."),
        ("Ba huyện", "Ba huyện có nhiều ca nhất là Đăk Ruồng, Ia Pem và Sơn Kỳ, lần lượt 412 ca, 187 ca và 305 ca [1]."),
    ],
)
def test_words_that_the_quote_belies_cost_the_sentence(quoted: str, text: str) -> None:
    assert shown(quoted, text) == ""


@pytest.mark.parametrize(
    ("quoted", "text"),
    [
        ("Tỷ lệ bao phủ", "Tỷ lệ bao phủ bảo hiểm y tế đạt 94,2%, thấp hơn mức chung cả nước [1]."),
        ("Số ca sốt", "Số ca sốt xuất huyết là 1.842 ca, gấp 1,3 lần năm 2023 [1]."),
        ("Bệnh viện Đa khoa", "Bệnh viện Đa khoa tỉnh tiếp nhận nhiều bệnh nhân nhất với 212.400 lượt [1]."),
        ("Tỷ lệ trạm y tế", "Tỷ lệ trạm y tế có bác sĩ tăng bình quân 2,4%/năm [1]."),
        ("Có 46 tỷ đồng", "Có 46 tỷ đồng tiền thuốc chưa thanh toán [1]."),
        ("Tỷ lệ tiêm chủng", "Tỷ lệ tiêm chủng đầy đủ ở nông thôn là 91,4%, thấp hơn thành thị (97,8%) [1]."),
    ],
)
def test_the_same_said_truly_is_shown(quoted: str, text: str) -> None:
    assert shown(quoted, text) == text


def test_a_mark_ends_a_statement_though_no_stop_does() -> None:
    true, false = "Nông thôn có 737 ca sốt xuất huyết [1]", "Nông thôn có 1.105 ca sốt xuất huyết [1]."
    assert shown("Số ca sốt", f"{true} {false}") == true
    told = "Ba huyện có nhiều ca nhất là Đăk Ruồng, Ia Pem và Sơn Kỳ"
    assert shown("Ba huyện", f"{told} [1] {told}, lần lượt 412 ca, 187 ca và 305 ca [1].") == f"{told} [1]"
