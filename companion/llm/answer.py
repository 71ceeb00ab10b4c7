"""One call of a model that is waited for, for work behind the scenes: an answer as JSON, or plain."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from companion.errors import LLMRejectedError, LLMResponseError
from companion.llm.behind import run
from companion.llm.chat import ChatMessage, client_for
from companion.llm.failures import failure_of_status, translated
from companion.llm.providers import Provider
from companion.llm.slots.behind import slot_behind

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
    limit = "max_completion_tokens" if "max_completion_tokens" in provider.sampling else "max_tokens"
    request: dict[str, Any] = {
        "model": provider.model,
        "messages": [{"role": message.role, "content": message.content} for message in messages],
        limit: most_tokens,
    }
    if schema is not None:
        request["response_format"] = {"type": "json_schema", "json_schema": schema}
    completion = run(_completion(provider, request))
    try:
        text = completion["choices"][0]["message"]["content"]
        tokens = (completion.get("usage") or {}).get("total_tokens") or 0
    except (LookupError, AttributeError, TypeError) as error:
        raise LLMResponseError from error
    return Answer(str(text or ""), int(tokens))


async def _completion(provider: Provider, request: Mapping[str, Any]) -> Any:
    headers = {"Authorization": f"Bearer {provider.api_key}"} if provider.api_key else {}
    client = client_for(provider.base_url)
    async with slot_behind(provider):
        with translated():
            async with (
                asyncio.timeout(SECONDS),
                client.post(f"{provider.base_url}/chat/completions", json=request, headers=headers) as answer,
            ):
                if answer.status != HTTPStatus.OK:
                    raise failure_of_status(answer.status, answer.headers.get("Retry-After"))
                return await answer.json(content_type=None)
