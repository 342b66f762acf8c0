"""The language model of the settings, through LangChain's `init_chat_model`. Nothing here when `HOIBAOCAO_LLM` is not set.

Packages of providers are extras: they are imported at the first answer, and a missing one is the model's failure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app import settings

if TYPE_CHECKING:
    from chain.llm import Writer

PROVIDERS = ("openai", "ollama", "anthropic", "google_genai", "google_vertexai", "azure_openai", "mistralai", "groq", "deepseek", "xai", "openrouter", "together", "fireworks", "huggingface", "bedrock_converse", "cohere")
MOST_TOKENS = 1500  # of one answer


def writer() -> Writer | None:
    """The writer of the settings, or None. Raises settings.SettingError for a time-out or count that is no number."""
    name = settings.value("HOIBAOCAO_LLM")
    if not name:
        return None
    seconds = settings.number("HOIBAOCAO_LLM_TIMEOUT", 30, least=1, most=600)
    retries = int(settings.number("HOIBAOCAO_LLM_RETRIES", 1, least=0, most=10))
    base_url = settings.value("HOIBAOCAO_LLM_BASE_URL")
    from chain.llm import Writer

    return Writer(lambda: chat_model(name, base_url, seconds, retries), name, seconds=seconds)


def chat_model(name: str, base_url: str = "", seconds: float = 30, retries: int = 1) -> Any:
    """A LangChain chat model that gives up: each try after `seconds`, after `retries` more of them.

    With `base_url`, a name without a known provider is one of an OpenAI-compatible server. Raises what LangChain raises.
    """
    from langchain.chat_models import init_chat_model

    provider, colon, rest = name.partition(":")
    if base_url and not (colon and provider in PROVIDERS):
        provider, rest = "openai", name
    given: dict[str, Any] = {"base_url": base_url} if base_url else {}
    if provider == "ollama":
        return init_chat_model(rest, model_provider="ollama", num_predict=MOST_TOKENS, client_kwargs={"timeout": seconds}, **given)
    given |= {"timeout": seconds, "max_retries": retries, "max_tokens": MOST_TOKENS}
    if provider == "openai" and base_url:
        given |= _own_server(base_url, seconds)
    return init_chat_model(f"{provider}:{rest}" if provider in PROVIDERS else name, **given)


def _own_server(base_url: str, seconds: float) -> dict[str, Any]:
    """A server of one's own asks for no key, and no proxy of the environment stands between this machine and itself."""
    import os

    given: dict[str, Any] = {} if os.environ.get("OPENAI_API_KEY") else {"api_key": "none"}
    if re.fullmatch(r"localhost|127\.\d+\.\d+\.\d+|::1", urlsplit(base_url).hostname or ""):
        import httpx

        given["http_client"] = httpx.Client(timeout=seconds, trust_env=False)
    return given
