"""Slips of the keyboard: what is mended, what stays, and what kind of slip one is."""

from __future__ import annotations

import pytest

from chain.question import read
from chain.slips import kind_of, mended
from chain.world import World
from evals.slips_bench import slip
from tests.fake_library import shelf_of, world_of

_TEXT = """BÁO CÁO KINH TẾ XÃ HỘI

Sáu tháng đầu năm 2024, kim ngạch xuất khẩu của tỉnh đạt 214 triệu USD, tăng 7,2% so với cùng kỳ; nhập khẩu đạt 61 triệu USD. Sản lượng thịt lợn hơi đạt 12.340 tấn. Giá trị sản xuất công nghiệp đạt 3.120 tỷ đồng, bằng 51% kế hoạch năm. Huyện Phú Lộc thu 18 tỷ đồng, huyện Tân Trào thu 21 tỷ đồng. Thu ngân sách 640 tỷ đồng. Tỷ lệ lao động nam 52%. Giá cả ổn định.
"""


@pytest.fixture(scope="module")
def world() -> World:
    return world_of(shelf_of("a.txt", _TEXT))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kim ngạch xuât khẩu 6 tháng là bao nhiêu?", "kim ngạch xuất khẩu 6 tháng là bao nhiêu?"),  # a tone left out
        ("kim ngach xuất khẩu 6 tháng là bao nhiêu?", "kim ngạch xuất khẩu 6 tháng là bao nhiêu?"),  # all marks
        ("giá trị sản xuất công nghịệp?", "giá trị sản xuất công nghiệp?"),  # doubled
        ("sản lượng thịt lợn hi 6 tháng?", "sản lượng thịt lợn hơi 6 tháng?"),  # a letter missing
        ("xuất khẩu tnăg bao nhiêu phần trăm?", "xuất khẩu tăng bao nhiêu phần trăm?"),  # swapped
        ("xuất khẩu tang bao nhieu phần trăm so với cng kỳ?", "xuất khẩu tăng bao nhiêu phần trăm so với cùng kỳ?"),  # several
        ("nhập khẩu 6 thán là bao nhiêu?", "nhập khẩu 6 tháng là bao nhiêu?"),
        ("huyện Phú Lôc thu bao nhiêu?", "huyện Phú Lộc thu bao nhiêu?"),
        ("thu ngân sách được bo nhiêu?", "thu ngân sách được bao nhiêu?"),  # a word of its own that makes no sense here
    ],
)
def test_a_slip_is_mended(world: World, typed: str, meant: str) -> None:
    assert mended(typed, world) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "kim ngạch xuất khẩu năm 2024 là bao nhiêu?",
        "lao động nam chiếm bao nhiêu phần trăm?",  # no slip for "năm"
        "giá cà phê Robusta tháng 5 là bao nhiêu?",  # not in the report: no slip for "giá cả"
        "doanh thu của Vinamilk là bao nhiêu?",
        "huyện Bình Lộc thu bao nhiêu?",  # another place
        "tỷ lệ hộ nghèo đa chiều là bao nhiêu?",
        "1.234,5 tỷ đồng là của năm 2023 hay 2024?",
    ],
)
def test_what_makes_sense_stays(world: World, typed: str) -> None:
    assert mended(typed, world) == typed


def test_the_next_readings_differ_in_a_word_each_and_end(world: World) -> None:
    typed = "thu ngân sách được bo nhiêu?"
    others = [o for k in range(1, 40) if (o := mended(typed, world, k))]
    assert len(others) == len(set(others)) < 39 and mended(typed, world) not in others
    assert mended(typed, world, 40) == ""


@pytest.mark.parametrize(
    ("typed", "meant", "kind"),
    [
        ("xuất", "xuất", "as typed"), ("xuat", "xuất", "bare"), ("xuât", "xuất", "toneless"), ("xuầt", "xuất", "tone"), ("xuát", "xuất", "shape"),
        ("xut", "xuất", "missing"), ("xuấtt", "xuất", "doubled"), ("xuấnt", "xuất", "added"), ("xuấp", "xuất", "other"), ("caủ", "của", "swapped"), ("sử", "xử", "by ear"), ("nhập", "xuất", ""),
    ],
)  # fmt: skip
def test_the_kind_of_a_slip(typed: str, meant: str, kind: str) -> None:
    assert kind_of(typed, meant)[0] == kind


@pytest.mark.parametrize("typed", ["kim ngach xuất khau 6 thang la bao nhiêu?", "Kim ngạch xuat khau 6 tháng la bao nhieu?", "kim ngach xuat khau 6 thang là bao nhieu?"])
def test_what_is_typed_half_with_diacritics_is_restored(world: World, typed: str) -> None:
    assert read(typed, world).text.lower() == "kim ngạch xuất khẩu 6 tháng là bao nhiêu?"


def test_figures_are_never_mended(world: World) -> None:
    assert "1.234" in read("xuât khẩu 1.234 triệu USD phải không?", world).text


def test_a_machine_slips_as_a_keyboard_does() -> None:
    assert all("\u0309\u0302" not in slip("việc làm mới của tỉnh", str(k)) for k in range(200))
