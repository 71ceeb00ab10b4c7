"""The one place where the failures of clients and providers become ours."""

import contextlib
import json
from collections.abc import Iterator
from http import HTTPStatus

import aiohttp

from companion.errors import LLMError, LLMOverloadedError, LLMRejectedError, LLMResponseError, LLMUnavailableError


def failure_of_status(status: int, retry_after: str | None = None) -> LLMError:
    """The failure that an HTTP status means; ``retry_after`` is the header as it came."""
    seconds = _seconds(retry_after)
    if status == HTTPStatus.TOO_MANY_REQUESTS or (status == HTTPStatus.SERVICE_UNAVAILABLE and seconds is not None):
        return LLMOverloadedError(retry_after=seconds)
    if status in {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT} or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return LLMUnavailableError()
    return LLMRejectedError()


def failure_of(error: Exception) -> LLMError | None:
    """Our name for a failure of aiohttp, openai or of reading what came; None for any other."""
    match error:
        case LLMError():
            return error
        case aiohttp.ClientError() | TimeoutError() | OSError():
            return LLMUnavailableError()
        case json.JSONDecodeError() | UnicodeDecodeError():
            return LLMResponseError()
    return _failure_of_openai(error)


def _failure_of_openai(error: Exception) -> LLMError | None:
    import openai  # only after something failed: it takes a second to load

    match error:
        case openai.APIStatusError():
            return failure_of_status(error.status_code, error.response.headers.get("retry-after"))
        case openai.APIConnectionError():
            return LLMUnavailableError()
        case openai.OpenAIError():
            return LLMResponseError()
    return None


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Whatever fails inside leaves as an LLMError where we have a name for it."""
    try:
        yield
    except Exception as error:
        failure = failure_of(error)
        if failure is None or failure is error:
            raise
        raise failure from error


def _seconds(header: str | None) -> float | None:
    """Of a Retry-After header; its other form, a date, is not used by any provider we know."""
    try:
        seconds = float(header or "")
    except ValueError:
        return None
    return seconds if 0 <= seconds < 3600 else None
