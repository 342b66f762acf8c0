"""The pages together: Hỏi đáp, Kiểm chứng, Số liệu, Báo cáo, Trợ giúp. Streamlit runs this file (`ui_server`).

The library and its assistant come from `ui_state.connect` alone, so that a test can give others.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

ROOT = str(Path(__file__).resolve().parents[1])
if ROOT not in sys.path:  # Streamlit puts this file's folder on the path, and not the one that holds the packages
    sys.path.append(ROOT)

from app import ui_state  # noqa: E402
from app.chat_view import plain_label  # noqa: E402

SKELETON = '<p class="hbc-note">Đang mở thư viện báo cáo (lần đầu có thể mất khoảng một phút)…</p>' + "".join(
    f'<div class="hbc-skeleton" style="width:{w}%"></div>' for w in (70, 92, 85, 40)
)


@st.cache_resource(show_spinner=False)
def _icon() -> Any:
    """The tab's icon, drawn here: Streamlit fetches its own from the internet."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((4, 4, 60, 60), 12, fill="#0f5f78")
    for top, width, colour in ((18, 36, "#fcfbf8"), (30, 28, "#ffe08a"), (42, 36, "#fcfbf8")):
        pen.rectangle((14, top, 14 + width, top + 5), fill=colour)
    return image


def _pages() -> tuple[tuple[str, str, str, str], ...]:
    """Module, title, icon and path of each page."""
    return (
        ("pages_chat", "Hỏi đáp", ":material/forum:", ""),
        ("pages_check", "Kiểm chứng", ":material/fact_check:", "kiem-chung"),
        ("pages_figures", "Số liệu", ":material/table_chart:", "so-lieu"),
        ("pages_reports", "Báo cáo", ":material/menu_book:", "bao-cao"),
        ("pages_help", "Trợ giúp", ":material/help:", "tro-giup"),
    )


def _draw(module: str, connection: ui_state.Connection) -> None:
    """One page; what goes wrong in it is one line."""
    from importlib import import_module

    try:
        import_module(f"app.{module}").draw(connection)
    except Exception as error:
        if type(error).__module__.startswith("streamlit"):  # rerun and stop are no errors
            raise
        st.error(plain_label(ui_state.one_line(error, "Có lỗi khi mở trang này; xin tải lại trang."), 400))


def main() -> None:
    """Draws the page that the address names."""
    st.set_page_config(page_title="Hỏi báo cáo", page_icon=_icon(), layout="wide", initial_sidebar_state="auto")
    if ui_state.sign_in_is_on() and not getattr(st.user, "is_logged_in", False):
        st.title("Hỏi báo cáo", anchor=False)
        st.button("Đăng nhập", icon=":material/login:", on_click=st.login, type="primary")
        return
    place = st.empty()
    if "pages" not in st.session_state:
        place.html(SKELETON)
    try:
        connection = ui_state.connect()
    except Exception as error:
        place.empty()
        st.title("Hỏi báo cáo", anchor=False)
        st.error(plain_label(ui_state.one_line(error, "Không mở được thư viện báo cáo; xin xem nhật ký của chương trình."), 400))
        return
    if "pages" not in st.session_state:
        place.empty()
    pages: dict[str, Any] = {}
    for module, title, icon, path in _pages():
        pages[path or "hoi-dap"] = st.Page(_named(module, partial(_draw, module, connection)), title=title, icon=icon, url_path=path or None, default=not path)
    st.session_state.pages = pages
    chosen = st.navigation(list(pages.values()), position="sidebar")
    chosen.run()
    ui_state.settle(connection)
    if ui_state.sign_in_is_on():
        with st.sidebar:
            st.button("Đăng xuất", icon=":material/logout:", on_click=st.logout, type="tertiary", help=plain_label(ui_state.user()))


def _named(name: str, run: Callable[[], None]) -> Callable[[], None]:
    """Streamlit tells pages apart by their function's name."""

    def page() -> None:
        run()

    page.__name__ = page.__qualname__ = name
    return page


if __name__ == "__main__":
    main()
