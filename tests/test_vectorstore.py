"""The library keeps all or nothing, finds by words and by meaning, and its index may break at any time."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from report.model import Figure, Passage, Report, Span
from vectorstore import Library, LibraryError, adapter, lexical
from vectorstore.embedding import HashEmbedder, SentenceEmbedder
from vectorstore.index import VectorIndex

LINES = [
    "Kim ngạch xuất khẩu năm 2015 ước đạt 1.550 triệu USD.",
    "Sản lượng xi măng đạt 1.234,5 nghìn tấn.",
    "Tỉnh có 11/14 xã đạt tiêu chí điện nông thôn.",
    "Năm 2012 sản xuất giảm do khó khăn về vốn.",
    "Thu ngân sách nhà nước trên địa bàn tăng 8,3%.",
]


def sample(name: str = "thu", lines: list[str] | None = None) -> tuple[Report, list[Passage], list[Figure]]:
    lines = lines or LINES
    text, passages = "\n".join(lines), []
    at = 0
    for n, line in enumerate(lines):
        passages.append(Passage(f"{name}-{n}", Span(at, at + len(line)), line, "paragraph", "I. Công nghiệp"))
        at += len(line) + 1
    span = Span(0, len(lines[0]))
    figure = Figure(Decimal("1550000000"), "1.550 triệu USD", "USD", span, span, "kim ngạch xuất khẩu")
    return Report(name, f"Báo cáo {name}", text, sha256="0"), passages, [figure]


class Counting(HashEmbedder):
    """Counts the passages that were embedded."""

    embedded = 0

    def embed_passages(self, texts):
        self.embedded += len(texts)
        return super().embed_passages(texts)


@pytest.fixture
def no_index(monkeypatch):
    monkeypatch.setattr(VectorIndex, "search", lambda *a, **b: None)


def top(library: Library, query: str, **options) -> str:
    return library.search(query, **options)[0].passage.text


def test_keeps_everything(tmp_path):
    report, passages, figures = sample()
    library = Library(tmp_path / "lib", HashEmbedder())
    stored = library.add(report, passages, figures)
    library.close()
    library = Library(tmp_path / "lib", HashEmbedder())
    assert library.reports() == [stored]
    assert library.report("thu") == report
    assert library.passages("thu") == tuple(passages)
    assert library.figures() == library.figures("thu") == [("thu", figures[0])]


def test_settings_of_the_database(tmp_path):
    library = Library(tmp_path)
    with library._read() as db:
        values = [db.exec_driver_sql(f"PRAGMA {p}").scalar() for p in ("journal_mode", "synchronous", "foreign_keys")]
    assert values == ["wal", 2, 1]


@pytest.fixture
def taught(monkeypatch):
    """An adapter for the model of these tests that leaves its vectors as they are."""
    monkeypatch.setattr(adapter, "_kept", lambda: (HashEmbedder().name, np.eye(64, dtype=np.float32)))


def test_how_near_a_question_is_to_the_names_of_figures(tmp_path, taught):
    report, passages, figures = sample()
    trade = Figure(figures[0].value, figures[0].text, "USD", figures[0].span, figures[0].sentence, "sản lượng xi măng")
    library = Library(tmp_path / "lib", HashEmbedder())
    library.add(report, passages, [*figures, trade, trade])
    near = library.nearness("thu", "xuất khẩu bao nhiêu")
    assert set(near) == {"kim ngạch xuất khẩu", "sản lượng xi măng"}
    assert near["kim ngạch xuất khẩu"] > near["sản lượng xi măng"]
    library.remove("thu")
    assert library.nearness("thu", "xuất khẩu bao nhiêu") is None


def test_names_are_near_under_the_adapter_of_their_own_model_alone(tmp_path, monkeypatch):
    report, passages, figures = sample()
    trade = Figure(figures[0].value, figures[0].text, "USD", figures[0].span, figures[0].sentence, "sản lượng xi măng")
    library = Library(tmp_path / "lib", HashEmbedder())
    library.add(report, passages, [*figures, trade])
    assert library.nearness("thu", "xuất khẩu bao nhiêu") is None  # the adapter that comes with the program is another model's
    only_cement = np.outer(*[HashEmbedder().embed_queries(["xi măng"])[0]] * 2)
    monkeypatch.setattr(adapter, "_kept", lambda: (HashEmbedder().name, only_cement + 0.01 * np.eye(64, dtype=np.float32)))
    near = Library(tmp_path / "lib", HashEmbedder()).nearness("thu", "xuất khẩu xi măng bao nhiêu")
    assert near["sản lượng xi măng"] > near["kim ngạch xuất khẩu"]


def test_the_adapter_is_kept_for_the_default_model_and_gives_vectors_of_length_1():
    model, matrix = adapter._kept()
    assert model == SentenceEmbedder().name and matrix.shape == (384, 384)
    some = np.random.default_rng(1).normal(size=(3, 384)).astype(np.float32)
    assert np.allclose(np.linalg.norm(adapter.adapted(some, model), axis=1), 1, atol=1e-5)
    assert np.allclose(adapter.adapted(some[0], model), adapter.adapted(some, model)[0], atol=1e-5)
    assert adapter.adapted(some, "another") is None


def test_without_a_model_or_in_a_library_made_before_names_nothing_is_near(tmp_path, taught):
    report, passages, figures = sample()
    library = Library(tmp_path / "lib")
    library.add(report, passages, figures)
    assert library.nearness("thu", "xuất khẩu") is None
    library.close()
    with sqlite3.connect(tmp_path / "lib" / "library.db") as db:
        db.execute("DROP TABLE names")
    library = Library(tmp_path / "lib", HashEmbedder())
    assert library.nearness("thu", "xuất khẩu") is None
    assert library.search("xuất khẩu")  # all is embedded again, the names as well
    assert library.nearness("thu", "xuất khẩu")


def test_same_name_replaces(tmp_path, no_index):
    library = Library(tmp_path, HashEmbedder())
    library.add(*sample())
    library.add(*sample(lines=["Trồng rừng đạt 500 ha."]))
    assert [r.passages for r in library.reports()] == [1]
    assert [h.passage.text for h in library.search("xuất khẩu")] == ["Trồng rừng đạt 500 ha."]
    assert Library(tmp_path).search("xuất khẩu") == []


def test_remove(tmp_path, no_index):
    library = Library(tmp_path, HashEmbedder())
    library.add(*sample())
    library.remove("thu")
    assert library.reports() == [] and library.figures() == [] and library.search("xuất khẩu") == []
    with library._read() as db:
        assert [db.exec_driver_sql(f"select count(*) from {t}").scalar() for t in ("words", "vectors")] == [0, 0]
    for call in (library.remove, library.report, library.passages, library.figures):
        with pytest.raises(LibraryError, match="không có báo cáo “thu”"):
            call("thu")


@pytest.mark.parametrize("query", ["kim ngạch xuất khẩu", "kim ngach xuat khau", "XUẤT KHẨU", "1.550", "xuat khau 1.550"])
@pytest.mark.parametrize("embedder", [None, HashEmbedder()])
def test_finds(tmp_path, no_index, query, embedder):
    library = Library(tmp_path, embedder)
    library.add(*sample())
    assert top(library, query) == LINES[0]


@pytest.mark.parametrize("query", ["", "  ", "?!…", "\x00", "\"", "- – * (%)"])
def test_a_query_without_words_finds_nothing(tmp_path, query):
    library = Library(tmp_path)
    library.add(*sample())
    assert library.search(query) == []


@pytest.mark.parametrize("query", ["xuất khẩu " * 1000, '"xuất" AND khẩu* NEAR(', "<script>xuất khẩu</script>",
                                   " ".join(f"từ{chr(97 + n % 26)} xuất khẩu{'a' * n}" for n in range(300))])  # fmt: skip
def test_a_strange_query_is_only_words(tmp_path, query):
    library = Library(tmp_path)
    library.add(*sample())
    assert top(library, query) == LINES[0]


def test_only_the_named_reports(tmp_path, no_index):
    library = Library(tmp_path, HashEmbedder())
    library.add(*sample("a"))
    library.add(*sample("b"))
    assert {h.report for h in library.search("xuất khẩu", reports=["b"])} == {"b"}
    assert library.search("xuất khẩu", reports=[]) == []


def test_scores_are_sums_from_0_to_1(tmp_path, no_index):
    library = Library(tmp_path, HashEmbedder())
    library.add(*sample())
    hits = library.search("kim ngạch xuất khẩu năm 2015")
    assert hits[0].dense == hits[0].lexical == 1 and hits[0].score == 2
    assert all(0 <= h.dense <= 1 and 0 <= h.lexical <= 1 and h.score == h.dense + h.lexical for h in hits)
    assert library.search("kim ngach")[0].dense == 0


def test_tokens():
    assert lexical.tokens("Xuất khẩu 1.550,5") == ["xuất", "khẩu", "1d550c5", "xuất_khẩu", "khẩu_1d550c5"]
    assert lexical.columns("Đồng hoà") == ("đồng hòa đồng_hòa", "dong hoa dong_hoa")
    assert not lexical.has_diacritics("Xuat khau") and lexical.has_diacritics("đ")


class Interrupted(HashEmbedder):
    def embed_passages(self, texts):
        raise KeyboardInterrupt


class Broken(HashEmbedder):
    def embed_queries(self, texts):
        raise RuntimeError("hỏng")

    embed_passages = embed_queries


def test_ctrl_c_leaves_the_library_as_it_was(tmp_path):
    before = Library(tmp_path)
    before.add(*sample())
    library = Library(tmp_path, Interrupted())
    with pytest.raises(KeyboardInterrupt):
        library.add(*sample(lines=["Khác."]))
    assert library.passages("thu") == before.passages("thu")


def test_ctrl_c_while_writing_leaves_the_library_as_it_was(tmp_path, monkeypatch):
    library = Library(tmp_path)
    library.add(*sample())
    real = lexical.columns

    def stop(text):
        if text == "hai":
            raise KeyboardInterrupt
        return real(text)

    monkeypatch.setattr(lexical, "columns", stop)
    with pytest.raises(KeyboardInterrupt):
        library.add(*sample(lines=["một", "hai"]))
    assert len(library.passages("thu")) == len(LINES)
    assert top(library, "xuất khẩu") == LINES[0]
    assert library.search("một") == []


def test_a_broken_embedder_costs_only_the_meaning(tmp_path, capsys):
    library = Library(tmp_path, Broken())
    library.add(*sample())
    assert top(library, "xuất khẩu") == LINES[0]
    assert capsys.readouterr().err.count("không dùng mô hình nhúng") == 1


def test_an_embedder_is_made_when_first_needed(tmp_path, no_index):
    made = []
    library = Library(tmp_path, lambda: made.append(1) or HashEmbedder())
    assert library.reports() == [] and made == []
    library.add(*sample())
    assert made == [1]


def test_another_model_embeds_all_again(tmp_path, no_index):
    Library(tmp_path, HashEmbedder(32)).add(*sample())
    other = Counting(48)
    library = Library(tmp_path, other)
    assert top(library, "xuất khẩu") == LINES[0]
    assert top(library, "xi măng") == LINES[1]
    assert other.embedded == len(LINES) + 1  # and the name of its figure
    with library._read() as db:
        assert db.exec_driver_sql("select distinct model, dimension from vectors").all() == [("hash-48", 48)]


def test_vectors_are_made_later_for_what_was_added_without_a_model(tmp_path, no_index):
    Library(tmp_path).add(*sample())
    later = Counting()
    assert Library(tmp_path, later).search("xuất khẩu")[0].dense == 1
    assert later.embedded == len(LINES) + 1


def test_a_newer_library_is_refused(tmp_path):
    Library(tmp_path).close()
    with sqlite3.connect(tmp_path / "library.db") as db:
        db.execute("update meta set value = '99' where key = 'schema'")
    with pytest.raises(LibraryError, match="bản hoibaocao mới hơn"):
        Library(tmp_path)


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "lib"):
        with pytest.raises(LibraryError) as caught:
            Library(folder)
        assert "Không ghi được" in str(caught.value) and "\n" not in str(caught.value)


def test_a_garbage_database(tmp_path):
    (tmp_path / "library.db").write_bytes(b"\xff\x00" * 8000)
    with pytest.raises(LibraryError, match="tệp đã hỏng"):
        Library(tmp_path)


def test_threads(tmp_path, no_index):
    library = Library(tmp_path, HashEmbedder())
    library.add(*sample())
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(top(library, "xuất khẩu"))) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert found == [LINES[0]] * 8


def delete(folder: Path) -> None:
    shutil.rmtree(folder)


def truncate(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garbage(folder: Path) -> None:
    for path in folder.rglob("chroma.sqlite3"):
        path.write_bytes(b"\xff" * 50_000)


def no_pointer(folder: Path) -> None:
    (folder / "current.json").unlink()


@pytest.mark.parametrize("damage", [delete, truncate, garbage, no_pointer])
def test_a_damaged_index_is_built_again_without_embedding(tmp_path, damage):
    embedder = Counting()
    library = Library(tmp_path, embedder)
    library.add(*sample())
    before = library.search("kim ngạch xuất khẩu")
    assert library.index.builds == 1
    library.close()
    embedder.embedded = 0
    whole = Library(tmp_path, embedder)
    assert whole.search("kim ngạch xuất khẩu") == before and whole.index.builds == 0
    whole.close()
    damage(tmp_path / "index")
    again = Library(tmp_path, embedder)
    assert again.search("kim ngạch xuất khẩu") == before
    assert (again.index.builds, embedder.embedded) == (1, 0)


def test_the_index_follows_the_library(tmp_path):
    library = Library(tmp_path, HashEmbedder())
    library.add(*sample())
    library.search("kim ngạch")
    Library(tmp_path, HashEmbedder()).add(*sample("b", ["Trồng rừng đạt năm trăm héc-ta."]))
    assert top(library, "trồng rừng", reports=["b"]).startswith("Trồng rừng")
    assert library.index.builds == 2


def test_without_an_index_the_vectors_are_searched_one_by_one(tmp_path, monkeypatch):
    library = Library(tmp_path, HashEmbedder())
    library.add(*sample())
    with_index = library.search("kim ngạch xuất khẩu")
    monkeypatch.setattr("vectorstore.index._client", lambda *a, **b: 1 / 0)
    other = Library(tmp_path, HashEmbedder())
    assert other.search("kim ngạch xuất khẩu") == with_index and other.index.builds == 0


def test_retriever(tmp_path, no_index):
    from vectorstore.retriever import LibraryRetriever

    library = Library(tmp_path, HashEmbedder())
    library.add(*sample())
    found = LibraryRetriever(library=library, k=2).invoke("kim ngạch xuất khẩu")
    assert len(found) == 2 and found[0].page_content == LINES[0]
    assert {k: found[0].metadata[k] for k in ("report", "start", "end", "section")} == {
        "report": "thu", "start": 0, "end": len(LINES[0]), "section": "I. Công nghiệp"}  # fmt: skip


def test_hash_embedder_is_what_it_says():
    one, two = HashEmbedder(), HashEmbedder()
    assert np.array_equal(one.embed_passages(LINES), two.embed_queries(LINES))
    assert np.allclose(np.linalg.norm(one.embed_passages(LINES), axis=1), 1)
