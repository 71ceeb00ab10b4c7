"""Asking a server which models it has."""

import functools

from companion.errors import LLMRejectedError
from companion.llm.failures import translated


@functools.cache
def first_model(*, base_url: str, api_key: str) -> str:
    """The first model listed there that can talk, for a server whose model nobody named. Asked once a process.

    Raises LLMError.
    """
    import openai  # a second of CPU, and most servers never need it

    client = openai.OpenAI(base_url=base_url, api_key=api_key or "none", timeout=5, max_retries=0)
    with translated(), client:
        names = [model.id for model in client.models.list()]
    for name in names:
        if "embed" not in name.lower():
            return name
    raise LLMRejectedError
