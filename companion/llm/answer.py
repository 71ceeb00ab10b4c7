"""One call of a model that is waited for, for work behind the scenes: an answer as JSON, or plain."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from companion.errors import LLMRejectedError, LLMResponseError
from companion.llm.chat import ChatMessage
from companion.llm.failures import translated
from companion.llm.providers import Provider

logger = logging.getLogger(__name__)

SECONDS = 45.0
# Servers that don't know how to hold a model to a schema; they are asked without from then on.
_without_schema: set[str] = set()


@dataclass(frozen=True, slots=True)
class Answer:
    """``tokens`` that it took, prompt and answer together; 0 where the provider doesn't say."""

    text: str
    tokens: int


def answer_json(
    provider: Provider, messages: Sequence[ChatMessage], *, name: str, schema: Mapping[str, Any], most_tokens: int
) -> Answer:
    """The model's answer, held to ``schema`` where the provider can do that. Read it as a stranger's. Raises LLMError."""
    if provider.base_url not in _without_schema:
        try:
            return _ask(provider, messages, most_tokens, {"name": name, "strict": True, "schema": schema})
        except LLMRejectedError:
            logger.info("the model %s may not know schemas; asking without", provider.model)
    answer = _ask(provider, messages, most_tokens, None)
    _without_schema.add(provider.base_url)
    return answer


def answer_text(provider: Provider, messages: Sequence[ChatMessage], *, most_tokens: int) -> Answer:
    """The model's answer as it comes. Read it as a stranger's. Raises LLMError."""
    return _ask(provider, messages, most_tokens, None)


def _ask(
    provider: Provider, messages: Sequence[ChatMessage], most_tokens: int, schema: Mapping[str, Any] | None
) -> Answer:
    import openai  # a second of CPU, and only workers with a provider for it need it

    client = openai.OpenAI(
        base_url=provider.base_url, api_key=provider.api_key or "none", timeout=SECONDS, max_retries=0
    )
    limit = "max_completion_tokens" if "max_completion_tokens" in provider.sampling else "max_tokens"
    request: dict[str, Any] = {
        "model": provider.model,
        "messages": [{"role": message.role, "content": message.content} for message in messages],
        limit: most_tokens,
    }
    if schema is not None:
        request["response_format"] = {"type": "json_schema", "json_schema": schema}
    with translated(), client:
        completion = client.chat.completions.create(**request)
    try:
        text = completion.choices[0].message.content
        tokens = completion.usage.total_tokens if completion.usage else 0
    except (LookupError, AttributeError, TypeError) as error:
        raise LLMResponseError from error
    return Answer(text or "", tokens)
