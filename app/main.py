"""The console script: arguments in, exit code out, every error one Vietnamese line.

0 done · 1 could not · 2 wrong usage. `app.cli` has the commands.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from app import cli

_REASONS = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EACCES: "không có quyền truy cập",
    errno.EPERM: "không có quyền truy cập",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOENT: "không tìm thấy tệp hoặc thư mục",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "đường dẫn đi qua một tệp không phải thư mục",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A half character from the command line must not crash the output; "\udc80" is also valid JSON.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli.run(sys.argv[1:] if argv is None else list(argv))
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse: --help or wrong usage
        return stop.code if isinstance(stop.code, int) else 0
    except KeyboardInterrupt:
        return _say("Đã dừng theo yêu cầu; thư viện giữ nguyên như trước.")
    except BrokenPipeError:
        # Python flushes at exit and would complain again.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _say("Chương trình nhận kết quả đã đóng trước khi ghi xong.")
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
        return _say(f"Không thực hiện được: {reason}" + (f" ({error.filename})." if error.filename else "."))
    except MemoryError:
        return _say("Không đủ bộ nhớ để làm việc này.")
    except Exception as error:
        if isinstance(error, cli.CliError) or _known(error):
            return _say(str(error))
        return _say(f"Lỗi ngoài dự kiến ({type(error).__name__} ở {_place(error)}): {error}")


def _known(error: Exception) -> bool:
    """Errors whose text is already the line to show; their modules are not imported for this."""
    return any((kind.__module__.split(".")[0], kind.__name__) in (("app", "SettingError"), ("ingest", "IngestError"), ("vectorstore", "LibraryError"), ("vectorstore", "EmbeddingError")) for kind in type(error).__mro__)


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"


def _say(line: str) -> int:
    with suppress(OSError, ValueError):
        print(" ".join(line.split()), file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
