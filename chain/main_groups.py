"""The eleven main groups of goods and services that the consumer price index of every province and of the country is told by."""

from __future__ import annotations

import re

from report.model import Figure

_GROUPS = (
    r"hàng ăn(?! uống ngoài)", r"đồ uống", r"may mặc", r"nhà ở(?! thuê)", r"thiết bị(?: và|,) đồ dùng|đồ dùng(?: trong)? gia đình", r"thuốc(?: và|,)|y tế", r"giao thông(?! công cộng)", r"bưu chính|thông tin(?: và|,) truyền thông",
    r"giáo dục", r"văn hóa|văn hoá", r"hàng h(?:óa|oá)(?: và|,) dịch vụ khác",
)  # fmt: skip
MAIN_GROUPS = tuple(re.compile(rf"(?:chỉ số giá\s+)?(?:của\s+)?(?:nhóm\s+)?(?:hàng\s+)?(?:{name})(?!\w)", re.I) for name in _GROUPS)
NEARLY_ALL = 9  # of them in one table: it is the table of them

NO_GROUP = re.compile(r"(?<!\w)(?:vàng|đô la|usd|lạm phát)(?!\w)", re.I)  # told in the same table, and no group of goods


def main_group(f: Figure) -> int | None:
    """Which of the groups a figure is of; None for what is none, or only a part of one."""
    return next((i for i, p in enumerate(MAIN_GROUPS) if p.match(f.indicator)), None)


__all__ = ["MAIN_GROUPS", "NEARLY_ALL", "NO_GROUP", "main_group"]
