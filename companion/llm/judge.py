"""Asking an outside service what a text is: OpenAI's moderation endpoint, or a guard model on an OpenAI-compatible server."""

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.conf import settings

from companion.errors import LLMResponseError
from companion.llm.chat import client_for
from companion.llm.failures import failure_of_status, translated

MODERATION, GUARD = "openai-moderation", "guard"
_ANSWER_TOKENS = 32


@dataclass(frozen=True, slots=True)
class Judge:
    kind: str
    base_url: str
    model: str
    seconds: float
    api_key: str = field(default="", repr=False)


def configured_judge() -> Judge | None:
    if not settings.SAFETY_JUDGE:
        return None
    return Judge(
        kind=settings.SAFETY_JUDGE,
        base_url=settings.SAFETY_JUDGE_URL.rstrip("/"),
        model=settings.SAFETY_JUDGE_MODEL,
        seconds=settings.SAFETY_JUDGE_MS / 1000,
        api_key=settings.SAFETY_JUDGE_KEY,
    )


async def moderation_scores(judge: Judge, text: str) -> dict[str, float]:
    """From 0 to 1 by the service's own names of categories. Raises LLMError."""
    answer = await _ask(judge, "/moderations", {"model": judge.model, "input": text})
    try:
        scores = answer["results"][0]["category_scores"]
        return {str(name): float(score) for name, score in scores.items() if score is not None}
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise LLMResponseError from error


async def guard_categories(judge: Judge, text: str) -> frozenset[str]:
    """The names of what a guard model found, such as S11; none where it says that a text is safe. Raises LLMError.

    It answers with a line "safe" or "unsafe", and in the second case with another of categories.
    """
    request = {
        "model": judge.model,
        "messages": [{"role": "user", "content": text}],
        "max_tokens": _ANSWER_TOKENS,
        "temperature": 0,
    }
    answer = await _ask(judge, "/chat/completions", request)
    try:
        verdict, *categories = answer["choices"][0]["message"]["content"].replace(",", " ").split()
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise LLMResponseError from error
    if verdict.lower() not in {"safe", "unsafe"}:
        raise LLMResponseError
    return frozenset(category.upper() for category in categories) if verdict.lower() == "unsafe" else frozenset()


async def _ask(judge: Judge, path: str, request: dict[str, Any]) -> Any:
    headers = {"Authorization": f"Bearer {judge.api_key}"} if judge.api_key else {}
    with translated():
        async with (
            asyncio.timeout(judge.seconds),
            client_for(judge.base_url).post(f"{judge.base_url}{path}", json=request, headers=headers) as answer,
        ):
            if answer.status != HTTPStatus.OK:
                raise failure_of_status(answer.status)
            return await answer.json(content_type=None)
