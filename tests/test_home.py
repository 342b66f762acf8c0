"""Whose report it is, read from its head: the place itself, not the town it was signed in, a person, a neighbour or the issuing office."""

from __future__ import annotations

import pytest

from chain.home import places_of
from ingest import read_text

PAD = "\n\nTình hình chung có nhiều khởi sắc so với cùng kỳ năm trước, các ngành đều tăng.\n" * 8


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("CỤC THỐNG KÊ TỈNH SA MÂY\nTân Kiểng, ngày 28 tháng 9 năm 2024\nBÁO CÁO\nTình hình giá tiêu dùng tháng 9 năm 2024", ("sa mây",)),  # signed in its town
        ("UBND HUYỆN EA SIÊN\nEa Siên, ngày 5 tháng 7 năm 2023\nBÁO CÁO\nKinh tế - xã hội 6 tháng", ("ea siên",)),
        ("NIÊN GIÁM THỐNG KÊ TỈNH ĐÔNG MÂY NĂM 2023\nSố liệu", ("đông mây",)),  # capitals run on
        ("SỞ CÔNG THƯƠNG\nYên Đài, ngày 3 tháng 1 năm 2022\nBÁO CÁO\nKết quả công tác năm 2021", ("yên đài",)),  # nothing else is said
        ("SỞ CÔNG THƯƠNG\nCộng hòa xã hội chủ nghĩa Việt Nam\nYên Đài, ngày 3 tháng 1 năm 2022\nBÁO CÁO\nKết quả năm 2021\nTrong khi cả nước gặp khó, ngành vẫn tăng.", ("yên đài",)),  # speaks of the nation
        ("TỔNG CỤC THỐNG KÊ\nHà Nội, ngày 29 tháng 9 năm 2026\nTHÔNG CÁO BÁO CHÍ\nTình hình giá tháng 9", ()),
        ("CỤC HẢI QUAN\nHà Nội, ngày 20 tháng 4 năm 2026\nTình hình xuất khẩu, nhập khẩu hàng hóa của Việt Nam kỳ 1 tháng 4/2026", ()),
        ("CHI CỤC HẢI QUAN KHU VỰC NAM LĨNH\nCửa Dừa, ngày 8 tháng 4 năm 2026\nKết quả công tác quý I của Chi cục Hải quan khu vực Nam Lĩnh", ("nam lĩnh",)),
        ("CHI CỤC HẢI QUAN KHU VỰC XXI\nBẢN TIN THÁNG 5 NĂM 2025\nHải quan khu vực XXI", ()),
        ("Thu ngân sách Tam Sa tăng 9%\nTam Sa thu tốt. Người dân Tam Sa phấn khởi.", ("tam sa",)),
        ("Xuất khẩu sang Nhật Bản tăng 9%\nNhật Bản mua nhiều. Hàng đi Nhật Bản tăng.", ()),
        ("Hà Nam Đông: Thu ngân sách vượt dự toán\nTại tỉnh Hà Nam Đông, thu tăng. Huyện Trà Bồng dẫn đầu, huyện Trà Bồng vượt xa.", ("hà nam đông",)),  # no person
        ("Thu ngân sách quý I đạt khá\nThứ trưởng Bộ Tài chính Đoàn Hữu Kháng nêu tại họp báo. Theo Bộ Tài chính Đoàn Hữu Kháng, thu tăng.", ()),
        ("UBND XÃ VĨNH TRÂU\nBÁO CÁO\nTình hình kinh tế - xã hội 6 tháng", ("vĩnh trâu",)),
        ("THỐNG KÊ TỈNH LÂM SA\nBÁO CÁO\nGiá tiêu dùng tháng 10" + "\n\nMưa lớn làm rau tăng giá. " * 10 + "Ở huyện Bản Hon giá tăng.", ("lâm sa",)),  # its district comes later
    ],
)
def test_the_place_a_report_is_of(head: str, place: tuple[str, ...]) -> None:
    assert places_of(read_text(head + PAD, name="thử")) == place
