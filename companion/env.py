"""Every environment variable that Companion reads, with its type and default.

The one list: ``docs/settings.md`` and ``.env.example`` name the same, and a test compares the three.
A variable without a default here is required; reading it while it is unset stops the start by its name.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env(
    # Where people reach it, and what protects that
    PUBLIC_URL=(list, []),
    ALLOW_PLAIN_HTTP=(bool, False),
    DEBUG=(bool, False),
    SECRET_KEY=(str, environ.Env.NOTSET),
    # Where state lives
    DATA_DIR=(str, str(BASE_DIR / "var")),
    DATABASE_URL=(str, environ.Env.NOTSET),
    DATABASE_POOL_SIZE=(int, 12),
    REDIS_URL=(str, environ.Env.NOTSET),
    REDIS_CACHE_URL=(str, ""),
    # Models
    OPENAI_API_KEY=(str, ""),
    OPENAI_BASE_URL=(str, "https://api.openai.com/v1"),
    OPENAI_MODEL=(str, "gpt-4o-mini"),
    LOCAL_LLM_BASE_URL=(str, ""),
    LOCAL_LLM_MODEL=(str, ""),
    LOCAL_LLM_API_KEY=(str, ""),
    LLM_PROVIDER=(str, ""),
    LLM_CONTEXT_TOKENS=(int, 8192),
    LLM_REPLY_TOKENS=(int, 1024),
    BUILTIN_LLM_BASE_URL=(str, ""),
    BUILTIN_LLM_API_KEY=(str, ""),
    EMBEDDINGS=(str, "builtin"),
    # The conversation
    MESSAGE_MAX_CHARS=(int, 8000),
    SHORT_TERM_MESSAGES=(int, 20),
    TURN_THREADS=(int, 8),
    DRAIN_SECONDS=(int, 30),
    # Care
    HELPLINES_FILE=(str, str(BASE_DIR / "chat/support/helplines.json")),
    REMINDER_MINUTES=(int, 60),
    # Logs
    LOG_LEVEL=(str, "INFO"),
)

environ.Env.read_env(BASE_DIR / ".env", overwrite=False)


def one_of(name: str, *values: str) -> str:
    """A variable that takes only these values; any other stops the start by its name."""
    value: str = env(name)
    if value not in values:
        raise ImproperlyConfigured(f"{name} is {value!r}; it is one of {', '.join(v or '(empty)' for v in values)}.")
    return value


def at_least(name: str, least: int) -> int:
    """A number that must not be smaller than this; a smaller one stops the start by its name."""
    value: int = env(name)
    if value < least:
        raise ImproperlyConfigured(f"{name} is {value}; it must be at least {least}.")
    return value
