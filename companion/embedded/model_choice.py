"""Which model answers, decided once at start: what is configured, what runs on this machine, ours, or a scripted voice."""

import json
import secrets
from dataclasses import dataclass, field
from http import HTTPStatus

from companion.embedded import builtin_model
from companion.embedded.probe import fetch
from companion.embedded.process import free_port
from companion.env import env

# Both speak OpenAI's protocol on loopback, on these ports unless told otherwise.
LOCAL_SERVERS = (("LM Studio", 1234), ("Ollama", 11434))
BETTER = "for a better one set OPENAI_API_KEY or LOCAL_LLM_BASE_URL, or start LM Studio or Ollama first"


@dataclass(frozen=True)
class Server:
    """The process that answers for the built-in model; its environment holds nothing of ours but its key."""

    port: int
    command: list[str]
    environment: dict[str, str]


@dataclass(frozen=True)
class ModelChoice:
    said: str  # for people
    environment: dict[str, str] = field(default_factory=dict)  # for web and worker
    server: Server | None = None


def choose_model(*, demo: bool) -> ModelChoice:
    if demo:
        return scripted("a scripted voice, no model (--demo)")
    named = env("LLM_PROVIDER")
    if named == "builtin":
        return our_own()
    if named:
        return ModelChoice(f"what LLM_PROVIDER={named} names")
    if env("OPENAI_API_KEY"):
        return ModelChoice(f"{env('OPENAI_MODEL')} at {env('OPENAI_BASE_URL')}")
    if env("LOCAL_LLM_BASE_URL"):
        return ModelChoice(f"{env('LOCAL_LLM_MODEL') or 'the local model'} at {env('LOCAL_LLM_BASE_URL')}")
    for name, port in LOCAL_SERVERS:
        model = first_model(port)
        if model is not None:
            found = {"LOCAL_LLM_BASE_URL": f"http://127.0.0.1:{port}/v1", "LOCAL_LLM_MODEL": model}
            return ModelChoice(f"{model}, found in {name}", found)
    return our_own()


def our_own() -> ModelChoice:
    """The built-in model: at the address that the environment names, else as a child of ours, else the scripted voice."""
    if env("BUILTIN_LLM_BASE_URL"):
        return ModelChoice(f"{builtin_model.NAME} at {env('BUILTIN_LLM_BASE_URL')}")
    weights = builtin_model.weights()
    if weights is None:
        return scripted(f"a scripted voice: the packages of the built-in model are not installed; {BETTER}")
    port = free_port()
    key = secrets.token_urlsafe(32)
    return ModelChoice(
        f"{builtin_model.NAME}, built in: real but weak; {BETTER}",
        {"BUILTIN_LLM_BASE_URL": f"http://127.0.0.1:{port}/v1", "BUILTIN_LLM_API_KEY": key},
        Server(port, builtin_model.command(port, weights), {"BUILTIN_LLM_API_KEY": key} | builtin_model.QUIET_THREADS),
    )


def scripted(said: str) -> ModelChoice:
    return ModelChoice(said, {"LLM_PROVIDER": "scripted"})


def first_model(port: int) -> str | None:
    """The first model listed there that can talk; None when nobody answers or nothing is listed."""
    answer = fetch("127.0.0.1", port, "/v1/models", timeout=1)
    if answer is None or answer[0] != HTTPStatus.OK:
        return None
    try:
        names = [str(model["id"]) for model in json.loads(answer[1])["data"]]
    except (ValueError, KeyError, TypeError):
        return None
    return next((name for name in names if "embed" not in name.lower()), None)


def is_loaded(port: int) -> bool:
    answer = fetch("127.0.0.1", port, "/health", timeout=1)
    return answer is not None and answer[0] == HTTPStatus.OK
