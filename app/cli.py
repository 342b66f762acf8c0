"""The commands: what each reads, what it prints. Errors are raised; `app.main` says them.

Not here: answering (`chain`), reading files (`ingest`), the web page (`app/page.py`).
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from app import settings, wiring
from report.text import nfc

if TYPE_CHECKING:
    from chain.answer import Answer, NotInReport
    from report.audit import Finding
    from report.model import Figure, Report
    from vectorstore import Library


class CliError(Exception):
    """A command could not do its work. `str(error)` is one Vietnamese line."""


# argparse speaks English: its few messages, by their shape.
_USAGE = (
    (r"the following arguments are required: (.+)", r"thiếu \1"),
    (r"unrecognized arguments: (.+)", r"không hiểu tham số \1"),
    (r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)", r"\1: không có lựa chọn \2 (chọn một trong: \3)"),
    (r"argument (\S+): expected (?:one|at least one) argument", r"\1: thiếu giá trị"),
    (r"argument (\S+): invalid \S+ value: (.+)", r"\1: giá trị \2 không hợp lệ"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 có thể là \2"),
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        for english, vietnamese in _USAGE:
            if match := re.fullmatch(english, message, re.S):
                message = match.expand(vietnamese)
                break
        print(" ".join(f"Cách dùng không đúng: {message}; xem: {self.prog} --help".split()), file=sys.stderr)
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    top = _Parser(prog="hoibaocao", description="Hỏi báo cáo: mỗi con số đi kèm đúng câu của báo cáo nêu nó.", allow_abbrev=False)
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH", parser_class=_Parser)

    def command(name: str, help: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help, allow_abbrev=False)
        sub.add_argument("--library", metavar="DIR", help="thư mục của thư viện báo cáo")
        return sub

    chat = command("chat", "mở trang hỏi đáp trong trình duyệt")
    chat.add_argument("--port", type=_port, default=8501, metavar="N", help="cổng (mặc định 8501)")
    ask = command("ask", "hỏi một câu, hoặc cả một tệp câu hỏi")
    ask.add_argument("question", nargs="?", metavar="CÂU_HỎI")
    ask.add_argument("--after", action="append", default=[], metavar="CÂU_HỎI", help="câu hỏi trước đó (nhắc lại được, câu cũ trước)")
    ask.add_argument("--report", metavar="TÊN", help="chỉ hỏi báo cáo này")
    ask.add_argument("--json", action="store_true", help="in câu trả lời ở dạng JSON")
    ask.add_argument("--batch", metavar="TỆP", help='tệp JSON Lines {"id","question","history"}; - là đầu vào chuẩn')
    ingest = command("ingest", "nạp báo cáo (.txt, .md, .docx, .pdf, .html) vào thư viện")
    ingest.add_argument("files", nargs="+", metavar="TỆP")
    ingest.add_argument("--title", metavar="TÊN", help="tên báo cáo (mặc định: tên tệp)")
    command("reports", "liệt kê các báo cáo")
    command("text", "in nguyên văn văn bản của báo cáo").add_argument("name", metavar="TÊN")
    command("remove", "xóa báo cáo khỏi thư viện").add_argument("name", metavar="TÊN")
    check = command("check", "kiểm chứng mọi con số của một đoạn văn với báo cáo")
    check.add_argument("text", nargs="?", metavar="VĂN_BẢN")
    check.add_argument("--file", metavar="TỆP", help="tệp cần kiểm chứng; - là đầu vào chuẩn")
    check.add_argument("--report", metavar="TÊN", help="chỉ đối chiếu với báo cáo này")
    check.add_argument("--json", action="store_true", help="in kết luận ở dạng JSON")
    check.add_argument("--format", choices=("html", "docx"), help="ghi thành tệp gửi biên tập (cần --output)")
    check.add_argument("--output", metavar="TỆP", help="tệp ghi ra")
    figures = command("figures", "liệt kê mọi số liệu đọc được")
    figures.add_argument("--report", metavar="TÊN", help="chỉ báo cáo này")
    figures.add_argument("--audit", action="store_true", help="soát các số liệu không khớp với nhau")
    figures.add_argument("--format", choices=("table", "csv", "json", "xlsx"), default="table", help="dạng in ra (xlsx cần --output)")
    figures.add_argument("--output", metavar="TỆP", help="ghi ra tệp thay vì màn hình")
    measure = command("eval", "đo chất lượng trả lời trên một tệp câu hỏi có đáp án")
    measure.add_argument("file", metavar="TỆP", help="tệp JSON Lines; - là đầu vào chuẩn")
    measure.add_argument("--report", metavar="TÊN", help="chỉ hỏi báo cáo này")
    measure.add_argument("-v", "--verbose", action="store_true", help="liệt kê những câu chưa đúng")
    measure.add_argument("--json", action="store_true", help="in kết quả ở dạng JSON")
    serve = command("serve", "mở API HTTP trên máy này (127.0.0.1)")
    serve.add_argument("--port", type=_port, default=8502, metavar="N", help="cổng (mặc định 8502)")
    command("mcp", "làm máy chủ MCP qua đầu vào và đầu ra chuẩn")
    return top


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:
        raise ValueError(text)
    return number


def run(argv: list[str]) -> int:
    """Do what `argv` asks for; gives the exit code."""
    grammar = parser()
    args = grammar.parse_args(argv)
    if args.command == "ask":
        if (args.question is None) == (args.batch is None):
            grammar.error("ask cần đúng một trong hai: CÂU_HỎI hoặc --batch TỆP")
        if args.batch is not None and args.after:
            grammar.error("--after không đi cùng --batch (dùng trường history)")
    if args.command == "check":
        if (args.text is None) == (args.file is None):
            grammar.error("check cần đúng một trong hai: VĂN_BẢN hoặc --file TỆP")
        if (args.format is None) != (args.output is None) or args.json and args.format:
            grammar.error("--format đi cùng --output, và không đi cùng --json")
    if args.command == "ingest":
        if args.title is not None and (len(args.files) > 1 or not args.title.strip()):
            grammar.error("--title cần một tên khác rỗng và chỉ dùng được khi nạp một tệp")
        names = [Path(file).stem for file in args.files]
        if len(set(names)) < len(names):
            grammar.error("có hai tệp trùng tên; hãy nạp từng tệp với --title riêng")
    if args.command == "figures":
        if args.audit and args.format in ("csv", "xlsx"):
            grammar.error("--audit chỉ đi cùng --format table hoặc json")
        if args.format == "xlsx" and args.output is None:
            grammar.error("--format xlsx cần --output TỆP để ghi")
    done: int = globals()[f"_{args.command}"](args)
    return done


def _open(args: argparse.Namespace) -> closing[Library]:
    return closing(wiring.open_library(args.library))


def _named(library: Library, name: str | None) -> str | None:
    """The report's name as it is kept. Raises CliError when there is none of this name."""
    if name is None:
        return None
    try:
        return wiring.kept_name(library, _tidy(name))
    except LookupError as error:
        raise CliError(str(error)) from error


def _tidy(name: str) -> str:
    return " ".join(nfc(name).split())


# ask


def _ask(args: argparse.Namespace) -> int:
    from chain.answer import Ask, contract

    lines = None if args.batch is None else _lines(args.batch)
    with _open(args) as library:
        report = _named(library, args.report)
        assistant = wiring.make_assistant(library)
        if lines is not None:
            for line in lines:
                print(json.dumps(_batch_one(assistant, line, report), ensure_ascii=False), flush=True)
            return 0
        try:
            result = assistant.invoke(Ask(args.question, tuple(args.after), report))
        except ValueError as error:
            raise CliError(str(error)) from error
        print(json.dumps(contract(result, question=args.question), ensure_ascii=False) if args.json else shown(result))
    return 0


def _lines(source: str) -> Iterator[bytes]:
    """The lines of file `source` ("-": standard input). A file that cannot be opened fails now, not at the first line."""
    if source == "-":
        return iter(sys.stdin.buffer)
    try:
        return iter(Path(source).read_bytes().splitlines())
    except OSError as error:
        raise CliError(f"Không đọc được tệp câu hỏi {source}; hãy kiểm tra tên và quyền đọc.") from error


def _not_json(word: str) -> NoReturn:
    raise ValueError(word)


def _batch_one(assistant: Any, line: bytes, report: str | None) -> dict[str, Any]:
    """The contract's object for one input line; a line that cannot be answered says why."""
    from chain.answer import Ask, NotInReport, contract

    id, question = None, ""
    try:
        data = json.loads(line.decode("utf-8-sig"), parse_constant=_not_json)
    except (ValueError, RecursionError):
        return contract(NotInReport("Dòng này không phải là JSON hợp lệ (UTF-8)."), question=question)
    if not isinstance(data, dict):
        return contract(NotInReport("Dòng này không phải là một đối tượng JSON có trường question."), question=question)
    id = data.get("id")
    history = data.get("history") or []
    if not isinstance(data.get("question"), str):
        return contract(NotInReport("Dòng này thiếu trường question (chuỗi chữ)."), question=question, id=id)
    question = data["question"]
    if not isinstance(history, list) or not all(isinstance(earlier, str) for earlier in history):
        return contract(NotInReport("Trường history phải là danh sách các câu hỏi trước."), question=question, id=id)
    try:
        return contract(assistant.invoke(Ask(question, tuple(history), report)), question=question, id=id)
    except Exception as error:  # one bad question must not stop the others
        why = str(error) if type(error) is ValueError else f"Không trả lời được câu này ({type(error).__name__})."
        return contract(NotInReport(" ".join(why.split())), question=question, id=id)


def shown(result: Answer | NotInReport) -> str:
    """An answer for people: the answer, the numbered citations with their quotes, the calculation."""
    parts = [result.text]
    if result.verdict:
        parts.append(f"Kết luận: {result.verdict}")
    if calculation := getattr(result, "calculation", None):
        parts.append(f"Phép tính: {calculation}")
    if result.reading:
        parts.append(result.reading)
    if note := getattr(result, "note", ""):
        parts.append(note)
    if result.citations:
        parts.append("")
        for c in result.citations:
            place = " · ".join(p for p in (c.report, c.section, f"trang {c.page}" if c.page else "", f"ký tự {c.start}–{c.end}") if p)
            quote = "\n".join(f"    {line}" for line in c.quote.strip().splitlines())
            parts.append(f"[{c.n}] {place}\n{quote}")
    if result.suggestions:
        parts += ["", "Có thể hỏi tiếp:", *(f"  - {s}" for s in result.suggestions)]
    return "\n".join(parts)


# check


def _check(args: argparse.Namespace) -> int:
    from app import check_report, export
    from chain.check import check_text, contract_check

    text = args.text if args.file is None else _article(args.file)
    with _open(args) as library:
        worlds = wiring.make_worlds(library, _named(library, args.report))
        try:
            checked = check_text(text, worlds)
        except ValueError as error:
            raise CliError(str(error)) from error
    if args.json:
        print(json.dumps(contract_check(checked), ensure_ascii=False))
    elif args.format is None:
        print(check_report.shown(checked))
    else:
        data = check_report.to_html(checked).encode("utf-8") if args.format == "html" else check_report.to_docx(checked)
        try:
            export.write_whole(Path(args.output), data)
        except OSError as error:
            raise CliError(f"Không ghi được tệp {args.output}; hãy kiểm tra thư mục, quyền ghi và dung lượng ổ đĩa.") from error
        print(f"Đã ghi kết luận cho {len(checked.figures)} con số vào {args.output}.")
    return 0


def _article(source: str) -> str:
    """The text of an article: plain text, or any format that reports are read from."""
    from ingest import IngestError, read_file

    try:
        if source == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        path = Path(source)
        return path.read_bytes().decode("utf-8-sig") if path.suffix.lower() in ("", ".txt") else read_file(path)[0].text
    except IngestError as error:
        raise CliError(str(error)) from error
    except OSError as error:
        raise CliError(f"Không đọc được tệp {source}; hãy kiểm tra tên và quyền đọc.") from error
    except UnicodeDecodeError as error:
        raise CliError("Văn bản không phải UTF-8; hãy lưu lại ở dạng UTF-8.") from error


# the library


def _ingest(args: argparse.Namespace) -> int:
    from ingest import IngestError

    failed = 0
    with _open(args) as library:
        for file in args.files:
            before = {stored.name for stored in library.reports()}
            try:
                name = wiring.ingest_file(library, Path(file), args.title)
            except IngestError as error:
                # One bad file does not keep the others out.
                print(" ".join(str(error).split()), file=sys.stderr)
                failed += 1
                continue
            count = len(library.figures(name))
            print(f"Đã {'thay' if name in before else 'nạp'} báo cáo “{name}”: {len(library.passages(name))} đoạn, {count} số liệu.", flush=True)
    return 1 if failed else 0


def _reports(args: argparse.Namespace) -> int:
    with _open(args) as library:
        rows = [(s.name, s.title, str(_count(s.passages)), str(_count(s.figures)), str(s.added_at)[:19]) for s in library.reports()]
    if not rows:
        print("Thư viện chưa có báo cáo nào.")
        return 0
    _print_table(("Tên", "Tiêu đề", "Đoạn", "Số liệu", "Nạp lúc"), rows)
    return 0


def _count(value: Any) -> int:
    return value if isinstance(value, int) else len(value)


def _text(args: argparse.Namespace) -> int:
    with _open(args) as library:
        name = _named(library, args.name)
        assert name is not None
        text = library.report(name).text
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0


def _remove(args: argparse.Namespace) -> int:
    with _open(args) as library:
        name = _named(library, args.name)
        assert name is not None
        library.remove(name)
    print(f"Đã xóa báo cáo “{name}” khỏi thư viện.")
    return 0


# figures

_TABLE = {"report": "Báo cáo", "indicator": "Chỉ tiêu", "text": "Số liệu", "period": "Kỳ", "measure": "Loại", "modality": "Tính chất"}


def _row(row: dict[str, Any]) -> tuple[str, ...]:
    """A figure's row of the printed table: measure and modality in Vietnamese, a change with its direction."""
    from app.ui_facts import MEASURE, MODALITY

    moved = {"up": "tăng", "down": "giảm"}.get(str(row["direction"]), "")
    said = row | {"modality": MODALITY.get(str(row["modality"]), row["modality"]), "measure": MEASURE.get(str(row["measure"]), row["measure"])}
    if moved and row["measure"] in ("growth", "change"):
        said["text"] = f"{moved} {str(row['text']).lstrip('+-−–')}"
    return tuple(str(said[key]) for key in _TABLE)


def _figures(args: argparse.Namespace) -> int:
    from app import export

    if args.output is not None and Path(args.output).is_dir():
        raise CliError(f"Không ghi được vào {args.output}: đây là thư mục; hãy đặt tên một tệp.")
    with _open(args) as library:
        owned = _owned(library, _named(library, args.report))
    found = [(name, report, finding) for name, report, figures in owned for finding in _audited(report, figures)] if args.audit else []
    rows = [] if args.audit else [export.figure_row(name, report, f) for name, report, figures in owned for f in figures]
    data: str | bytes
    if args.audit:
        data = export.as_json([export.finding_row(*each) for each in found]) if args.format == "json" else export.as_text(found)
    elif args.format == "json":
        data = export.as_json(rows)
    elif args.format == "csv":
        data = export.as_csv(rows)
    elif args.format == "xlsx":
        data = export.as_xlsx(rows)
    else:
        out = io.StringIO(newline="")
        _print_table(tuple(_TABLE.values()), [_row(row) for row in rows], out)
        data = out.getvalue()
    if args.output is None:
        assert isinstance(data, str)
        sys.stdout.write(data)
        return 0
    if isinstance(data, str):
        # Excel takes a CSV for the system's encoding unless it starts with the mark.
        data = data.encode("utf-8-sig" if args.format == "csv" else "utf-8")
    try:
        export.write_whole(Path(args.output), data)
    except OSError as error:
        raise CliError(f"Không ghi được tệp {args.output}; hãy kiểm tra thư mục, quyền ghi và dung lượng ổ đĩa.") from error
    print(f"Đã ghi {len(found)} chỗ không khớp vào {args.output}." if args.audit else f"Đã ghi {len(rows)} số liệu vào {args.output}.")
    return 0


def _owned(library: Library, name: str | None) -> list[tuple[str, Report, list[Figure]]]:
    """The figures of the library (or of report `name`), by report."""
    by_report: dict[str, list[Figure]] = {}
    for owner, figure in library.figures(name):
        by_report.setdefault(owner, []).append(figure)
    return [(owner, library.report(owner), figures) for owner, figures in by_report.items()]


def _audited(report: Report, figures: list[Figure]) -> tuple[Finding, ...]:
    from report.audit import audit

    return audit(report, figures)


def _print_table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]], out: io.StringIO | None = None) -> None:
    table = [header, *(tuple(" ".join(cell.split())[:60] for cell in row) for row in rows)]
    widths = [max(len(row[i]) for row in table) for i in range(len(header))]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip(), file=out or sys.stdout)


# chat


def _chat(args: argparse.Namespace) -> int:
    import os
    import signal
    import socket
    import subprocess

    with socket.socket() as probe:
        # The page's server sets this too: a port that was just left is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", args.port))
        except OSError as error:
            raise CliError(f"Cổng {args.port} đang có chương trình khác dùng hoặc không được phép mở; hãy chọn cổng khác bằng --port.") from error
    print("Đang chuẩn bị thư viện…", flush=True)
    with _open(args) as library:
        print(f"Thư viện có {len(library.reports())} báo cáo.", flush=True)
    environ = os.environ | {"HOIBAOCAO_LIBRARY": str(settings.library_folder(args.library).absolute())}
    page = Path(__file__).with_name("ui_server.py")
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(page), *_flags(), "--server.address=127.0.0.1", f"--server.port={args.port}"],
        env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip

    def end(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        if not _up(server, args.port):
            raise CliError("Trang hỏi đáp không khởi động được; xem các dòng phía trên.")
        print(f"Trang hỏi đáp đã sẵn sàng: http://127.0.0.1:{args.port} (Ctrl-C để dừng)", flush=True)
        if server.wait():
            raise CliError("Trang hỏi đáp đã dừng vì lỗi; xem các dòng phía trên.")
    except KeyboardInterrupt:  # the usual way to end it
        print("Đã dừng trang hỏi đáp.")
    finally:
        signal.signal(signal.SIGTERM, before)
        server.terminate()
        try:
            server.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()
    return 0


def _flags() -> list[str]:
    from app.streamlit_flags import flags

    return list(flags())


def _up(server: Any, port: int, seconds: float = 60) -> bool:
    """Wait until the page's server answers; False when it ended or never did."""
    import time
    import urllib.request

    # No proxy of the environment stands between this machine and itself.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    limit = time.monotonic() + seconds
    while server.poll() is None and time.monotonic() < limit:
        try:
            with direct.open(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return True
        except OSError:
            time.sleep(0.2)
    return False


# the other ways in


def _eval(args: argparse.Namespace) -> int:
    from app import evaluate
    from app.service import Service

    try:
        rows = evaluate.questions(_lines(args.file))
    except evaluate.EvaluationError as error:
        raise CliError(str(error)) from error
    with _open(args) as library:
        report = _named(library, args.report)
        for row in rows:
            if report is None and row.get("report") is not None:
                row["report"] = _named(library, row["report"])
        service = Service(library)
        graded = evaluate.run(rows, service.ask, service.check, service.text, report)
    sys.stdout.write(evaluate.as_json(graded) if args.json else evaluate.as_table(graded, verbose=args.verbose))
    return 0


def _serve(args: argparse.Namespace) -> int:
    import signal

    from app import api
    from app.service import Service

    def end(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        with _open(args) as library:
            api.serve(Service(library), args.port)
    except KeyboardInterrupt:  # the usual way to end it
        pass
    except OSError as error:
        raise CliError(f"Cổng {args.port} đang có chương trình khác dùng hoặc không được phép mở; hãy chọn cổng khác bằng --port.") from error
    finally:
        signal.signal(signal.SIGTERM, before)
    print("Đã dừng API.")
    return 0


def _mcp(args: argparse.Namespace) -> int:
    from app import mcp_server
    from app.service import Service

    try:
        mcp_server.needed()
        with _open(args) as library:
            mcp_server.run(Service(library))
    except mcp_server.McpMissing as error:
        raise CliError(str(error)) from error
    return 0


__all__ = ["CliError", "parser", "run", "shown"]
