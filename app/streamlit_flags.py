"""The Streamlit options of the page, as command-line flags: no `.streamlit` folder to lose or to override."""

from __future__ import annotations

ACCENT = "#1f6f8b"
ACCENT_ON_DARK = "#5db7d3"
MAX_UPLOAD_MB = 20

_OPTIONS = {
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",  # a reader never sees a traceback
    "client.toolbarMode": "minimal",
    "server.address": "127.0.0.1",  # and so Streamlit does not ask the internet for its own address
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": str(MAX_UPLOAD_MB),
    "theme.light.primaryColor": ACCENT,
    "theme.dark.primaryColor": ACCENT_ON_DARK,
}


def flags() -> list[str]:
    """Flags for `streamlit run app/page.py`; one given again after them wins."""
    return [f"--{name}={value}" for name, value in _OPTIONS.items()]
