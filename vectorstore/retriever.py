"""The library's search as a LangChain retriever. LangChain's types stop here."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict


class LibraryRetriever(BaseRetriever):
    """Hybrid search over `library` (a `vectorstore.Library`).

    A document's text is the quote; metadata: report, start, end, section, page, score.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Any
    k: int = 8
    reports: list[str] | None = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        found = []
        for hit in self.library.search(query, k=self.k, reports=self.reports):
            span = hit.passage.span
            place = {"report": hit.report, "start": span.start, "end": span.end, "section": hit.passage.section}
            text = span.of(self.library.report(hit.report).text)
            found.append(Document(page_content=text, metadata=place | {"page": hit.passage.page, "score": hit.score}))
        return found
