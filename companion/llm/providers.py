"""Which model answers, and what may be asked of it; decided by the environment."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from companion.embedded import builtin_model
from companion.env import env
from companion.llm.listing import first_model


@dataclass(frozen=True, slots=True)
class Provider:
    """Tokens count for one request: ``context_tokens`` is prompt and reply together. ``history_messages`` are the most that are
    put before it, ``sampling`` goes into the request as it stands, and ``slots`` are how many may be before it at once, over
    all instances; 0: any number."""

    name: str
    model: str
    base_url: str = ""
    api_key: str = field(default="", repr=False)
    context_tokens: int = 8192
    reply_tokens: int = 1024
    history_messages: int = 20
    slots: int = 0
    sampling: Mapping[str, Any] = field(default_factory=dict)


def default_name() -> str:
    """``LLM_PROVIDER``, else the first that is configured: OpenAI, a local server, the built-in model, the scripted voice."""
    return settings.LLM_PROVIDER or _first_configured()


def default_provider() -> Provider:
    """The provider of everyday conversation. Raises as `provider`."""
    return provider(default_name())


def is_configured(name: str) -> bool:
    needed = {"openai": "OPENAI_API_KEY", "local": "LOCAL_LLM_BASE_URL", "builtin": "BUILTIN_LLM_BASE_URL"}
    return name not in needed or bool(env(needed[name]))


@functools.cache
def provider(name: str) -> Provider:
    """One of `openai`, `local`, `builtin`, `scripted`, the same as long as the process lives.

    Raises LLMError where the model's name has to be asked for and the server does not answer.
    """
    match name:
        case "openai":
            return _common(
                name, env("OPENAI_MODEL"), env("OPENAI_BASE_URL"), env("OPENAI_API_KEY"), limit="max_completion_tokens"
            )
        case "local":
            base_url, api_key = env("LOCAL_LLM_BASE_URL"), env("LOCAL_LLM_API_KEY")
            model = env("LOCAL_LLM_MODEL") or first_model(base_url=base_url, api_key=api_key)
            return _common(name, model, base_url, api_key, limit="max_tokens")
        case "builtin":
            return _builtin()
        case _:
            return Provider(name="scripted", model="scripted")


def _first_configured() -> str:
    if env("OPENAI_API_KEY"):
        return "openai"
    if env("LOCAL_LLM_BASE_URL"):
        return "local"
    return "builtin" if env("BUILTIN_LLM_BASE_URL") else "scripted"


def _common(name: str, model: str, base_url: str, api_key: str, *, limit: str) -> Provider:
    reply_tokens = env("LLM_REPLY_TOKENS")
    return Provider(
        name=name,
        model=model,
        base_url=base_url.rstrip("/"),
        api_key=api_key,
        context_tokens=env("LLM_CONTEXT_TOKENS"),
        reply_tokens=reply_tokens,
        history_messages=settings.SHORT_TERM_MESSAGES,
        slots=settings.MODEL_SLOTS[name],
        sampling={limit: reply_tokens},
    )


def _builtin() -> Provider:
    """135 million parameters: a short prompt, few turns and a short reply are what it can hold together."""
    reply_tokens = 160
    return Provider(
        name="builtin",
        model=builtin_model.NAME,
        base_url=env("BUILTIN_LLM_BASE_URL").rstrip("/"),
        api_key=env("BUILTIN_LLM_API_KEY"),
        context_tokens=builtin_model.CONTEXT_TOKENS,
        reply_tokens=reply_tokens,
        history_messages=6,
        slots=settings.MODEL_SLOTS["builtin"],
        sampling={
            "max_tokens": reply_tokens,
            "temperature": 0.3,
            "top_p": 0.9,
            "repeat_penalty": 1.15,
            "repeat_last_n": 128,
        },
    )
