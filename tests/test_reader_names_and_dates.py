"""Names that the reader must not cut or lend: members of a row, causes, what is told of a project, days and rules that are no figures. Invented texts."""

from __future__ import annotations

import pytest

from ingest import read_text
from report.model import Base, Figure, Measure
from report.reader import read_figures


def read(text: str, title: str = "Báo cáo tình hình kinh tế - xã hội năm 2025") -> tuple[Figure, ...]:
    return read_figures(read_text(f"{title}\n\n{text}\n", name="thu"))


def one(text: str, printed: str) -> Figure:
    return next(f for f in read(text) if f.text.startswith(printed))


@pytest.mark.parametrize(
    ("text", "printed", "name", "head"),
    [
        ("Tỷ trọng khu vực I, II và III lần lượt là 18,1%, 40,6% và 41,3% (khu vực II năm 2024 chiếm 38,9%).", "40,6%", "khu vực II", "tỷ trọng"),
        ("Tỷ trọng khu vực I, II và III lần lượt là 18,1%, 40,6% và 41,3% (khu vực II năm 2024 chiếm 38,9%).", "38,9%", "khu vực II", "tỷ trọng"),
        ("Ba nhóm hàng gồm gỗ ván, tôm đông lạnh và hạt điều có kim ngạch lần lượt 61,3; 40,7 và 22,2 triệu USD.", "22,2", "hạt điều", None),
        ("Ba nhóm hàng gồm gỗ ván, tôm đông lạnh và hạt điều có kim ngạch lần lượt 61,3; 40,7 và 22,2 triệu USD.", "40,7", "tôm đông lạnh", None),
        ("Quy mô GRDP theo giá hiện hành ước 41.200 tỷ đồng; bình quân đầu người đạt 71,4 triệu đồng.", "71,4", "GRDP bình quân đầu người", ""),
        ("Tỉnh cấp mới 14 dự án với vốn đăng ký 90,6 triệu USD; 9 lượt dự án điều chỉnh tăng vốn thêm 37,4 triệu USD.", "37,4", "vốn đăng ký tăng thêm", None),
        ("Tiến độ chậm do vướng mặt bằng và giá cát xây dựng tăng 18%.", "18%", "giá cát xây dựng", ""),
        ("Tổng thu giảm 4% do chi phí nhân công và giá vật tư tăng 18%.", "18%", "chi phí nhân công và giá vật tư", ""),
        ("Xuất khẩu giảm do nhóm gỗ và sản phẩm gỗ giảm 12%.", "12%", "nhóm gỗ và sản phẩm gỗ", ""),
        ("Lớn nhất là dự án nhà máy may Hà Vân, vốn đăng ký 52 triệu USD.", "52", "vốn đăng ký", "dự án nhà máy may Hà Vân"),
        ("Nhóm giao thông tuy giảm trong tháng 7 nhưng vẫn cao hơn cuối năm trước 1,7%.", "1,7%", "nhóm giao thông", ""),
        ("Tăng cao là nhóm nhà ở (6,1%), nhóm y tế (4,9%) do áp dụng giá mới nên mức tăng so cùng kỳ chỉ còn 1,2%.", "1,2%", "nhóm y tế", ""),
        ("Sở Nội vụ tổ chức các phiên giao dịch việc làm, phấn đấu giải quyết việc làm cho 12.500 lao động.", "12.500", "giải quyết việc làm lao động", None),
        ("Chỉ số sản xuất toàn ngành công nghiệp tăng 9,4%; ngành chế biến, chế tạo tăng 11,6%.", "11,6%", "ngành chế biến, chế tạo", "chỉ số sản xuất"),
        ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ đạt 31.200 tỷ đồng; riêng bán lẻ hàng hóa 24.800 tỷ đồng.", "24.800", "bán lẻ hàng hóa", "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ"),
    ],
)
def test_each_is_named_whole_and_by_its_own_name(text: str, printed: str, name: str, head: str | None) -> None:
    f = one(text, printed)
    assert f.indicator.lower() == name.lower()
    assert head is None or f.head == head


def test_what_was_added_to_a_count_is_a_change() -> None:
    f = one("Có 21/40 xã đạt chuẩn (trong đó 5 xã đạt chuẩn nâng cao), thêm 03 xã so với cuối năm 2024.", "03")
    assert (f.indicator, f.measure, f.base) == ("xã đạt chuẩn", Measure.CHANGE, Base.DECEMBER)
    assert one("Có 21 xã đạt chuẩn, thêm 3 xã đang đề nghị công nhận.", "3 xã").measure is Measure.LEVEL


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh vận hành mô hình chính quyền địa phương 2 cấp từ ngày 01/7/2025.",
        "Giá xăng dầu được điều hành qua các kỳ (25/6, 02/7, 09/7 và 16/7).",
        "Các phiên họp diễn ra vào 05/3, 12/3/2025 và 19/3/2025.",
    ],
)
def test_rules_and_days_are_no_figures(text: str) -> None:
    assert not read(text)


def test_a_rule_in_force_gives_no_time_to_what_follows() -> None:
    found = read("Năm 2025, trong điều kiện vừa vận hành mô hình chính quyền địa phương 2 cấp từ ngày 01/7/2025 (toàn tỉnh còn 52 xã và 14 phường), vừa khắc phục mưa lũ với thiệt hại 742 tỷ đồng, kinh tế vẫn phát triển.")
    assert [(f.text, f.indicator, f.period.kind) for f in found] == [("52 xã", "xã", "year"), ("14 phường", "phường", "year"), ("742 tỷ đồng", "thiệt hại", "year")]
    assert one("Dư nợ đến ngày 30/9/2025 là 42.000 tỷ đồng.", "42.000").period.kind == "date"


def test_shares_in_a_row_are_no_days() -> None:
    assert [f.text for f in read("Có 12/15 xã, 7/9 phường và 3/4 thị trấn đạt chuẩn.")][:1] == ["12/15 xã"]
