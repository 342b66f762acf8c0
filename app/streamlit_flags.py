"""The Streamlit options of the page, as command-line flags: no `.streamlit` folder to lose or to override."""

from __future__ import annotations

from app import ui_style

MAX_UPLOAD_MB = 20

_OPTIONS = {
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",  # a reader never sees a traceback
    "client.toolbarMode": "minimal",
    "server.address": "127.0.0.1",  # and so Streamlit does not ask the internet for its own address
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": str(MAX_UPLOAD_MB),
    "client.showSidebarNavigation": "true",
    "client.disableDataExport": "true",  # our own CSV and XLSX guard against formulas; the table's would not
    **ui_style.options(),
}


def flags() -> list[str]:
    """Flags for `streamlit run app/ui_server.py`; one given again after them wins."""
    return [f"--{name}={value}" for name, value in _OPTIONS.items()]
