"""Every environment variable that Companion reads, with its type and default.

The one list: ``docs/settings.md`` and ``.env.example`` name the same, and a test compares the three.
A variable without a default here is required; reading it while it is unset stops the start by its name.
"""

import re
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from companion.sentinels import EXAMPLES, place

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env(
    # Where people reach it, and what protects that
    PUBLIC_URL=(list, []),
    ALLOW_PLAIN_HTTP=(bool, False),
    CDN_URL=(str, ""),
    DEBUG=(bool, False),
    SECRET_KEY=(str, environ.Env.NOTSET),
    # Where state lives
    DATA_DIR=(str, str(BASE_DIR / "var")),
    DATABASE_URL=(str, environ.Env.NOTSET),
    DATABASE_POOL_SIZE=(int, 12),
    DATABASE_STATEMENT_SECONDS=(int, 10),
    DATABASE_REPLICA_URL=(str, ""),
    WEB_PROCESSES=(int, 1),
    WORKER_PROCESSES=(int, 1),
    REDIS_URL=(str, environ.Env.NOTSET),
    REDIS_CACHE_URL=(str, ""),
    # Models
    OPENAI_API_KEY=(str, ""),
    OPENAI_BASE_URL=(str, "https://api.openai.com/v1"),
    OPENAI_MODEL=(str, "gpt-4o-mini"),
    OPENAI_SLOTS=(int, 200),
    LOCAL_LLM_BASE_URL=(str, ""),
    LOCAL_LLM_MODEL=(str, ""),
    LOCAL_LLM_API_KEY=(str, ""),
    LOCAL_LLM_SLOTS=(int, 200),
    LLM_PROVIDER=(str, ""),
    LLM_CONTEXT_TOKENS=(int, 8192),
    LLM_REPLY_TOKENS=(int, 1024),
    BUILTIN_LLM_BASE_URL=(str, ""),
    BUILTIN_LLM_API_KEY=(str, ""),
    BUILTIN_LLM_SLOTS=(int, 1),
    MODEL_WAIT_SECONDS=(int, 30),
    REPLY_CACHE_SECONDS=(int, 600),
    EMBEDDINGS=(str, "builtin"),
    EMBEDDINGS_URL=(str, ""),
    EMBEDDINGS_MODEL=(str, ""),
    EMBEDDINGS_KEY=(str, ""),
    EMBEDDINGS_ROUTES=(list, []),
    EMBEDDINGS_MS=(int, 800),
    EMBEDDINGS_RELEVANT=(int, 32),
    # Which of them may answer what
    FALLBACK_PROVIDERS=(list, []),
    ADULT_PROVIDERS=(list, []),
    SUPPORT_PROVIDERS=(list, []),
    LEARNING_PROVIDER=(str, ""),
    LEARNING_SHARE=(int, 25),
    # Age
    AGE_VERIFIER=(str, "self_declaration"),
    ACCEPT_SELF_DECLARATION=(bool, False),
    AGE_POLICY_VERSION=(int, 1),
    AGE_ATTEMPTS_PER_DAY=(int, 10),
    AGE_PROVIDER_NAME=(str, ""),
    AGE_PROVIDER_URL=(str, ""),
    AGE_PROVIDER_SECRET=(str, ""),
    # The conversation
    MESSAGE_MAX_CHARS=(int, 8000),
    SHORT_TERM_MESSAGES=(int, 20),
    TURN_THREADS=(int, 4),
    DRAIN_SECONDS=(int, 30),
    # Conversations that are brought in
    IMPORT_MAX_MB=(int, 50),
    IMPORT_MAX_UNPACKED_MB=(int, 300),
    IMPORT_MAX_CONVERSATIONS=(int, 2000),
    IMPORT_MAX_MESSAGES=(int, 10000),
    IMPORT_MAX_CHARS=(int, 100000),
    # Care
    HELPLINES_FILE=(str, str(BASE_DIR / "chat/support/helplines.json")),
    REMINDER_MINUTES=(int, 60),
    MODERATION_SEES_SELF_HARM=(bool, False),
    SAFETY_JUDGE=(str, ""),
    SAFETY_JUDGE_URL=(str, ""),
    SAFETY_JUDGE_KEY=(str, ""),
    SAFETY_JUDGE_MODEL=(str, ""),
    SAFETY_JUDGE_MS=(int, 800),
    # Limits
    MESSAGE_BURST=(int, 20),
    MESSAGES_PER_MINUTE=(int, 30),
    MESSAGES_PER_DAY=(int, 0),
    TOKENS_PER_DAY=(int, 0),
    FRAME_BURST=(int, 120),
    FRAMES_PER_SECOND=(int, 20),
    SOCKETS_PER_USER=(int, 20),
    LOGIN_LIMIT_PER_USER=(str, "10/5m"),
    LOGIN_LIMIT_PER_ADDRESS=(str, "120/m"),
    SIGNUP_LIMIT_PER_ADDRESS=(str, "240/m"),
    PASSWORD_LIMIT_PER_USER=(str, "10/5m"),
    PASSWORD_LIMIT_PER_ADDRESS=(str, "120/m"),
    AGE_LIMIT_PER_USER=(str, "20/h"),
    AGE_LIMIT_PER_ADDRESS=(str, "600/m"),
    CONVERSATION_LIMIT_PER_USER=(str, "120/m"),
    CONVERSATION_LIMIT_PER_ADDRESS=(str, "1200/m"),
    REPORT_LIMIT_PER_USER=(str, "30/h"),
    REPORT_LIMIT_PER_ADDRESS=(str, "600/m"),
    IMPORT_LIMIT_PER_USER=(str, "20/h"),
    IMPORT_LIMIT_PER_ADDRESS=(str, "600/h"),
    TRUSTED_PROXIES=(list, []),
    # Logs
    LOG_LEVEL=(str, "INFO"),
    # For the tests
    SAFETY_STAND_INS=(str, ""),
)

environ.Env.read_env(BASE_DIR / ".env", overwrite=False)


def one_of(name: str, *values: str) -> str:
    """A variable that takes only these values; any other stops the start by its name."""
    value: str = env(name)
    if value not in values:
        raise ImproperlyConfigured(f"{name} is {value!r}; it is one of {', '.join(v or '(empty)' for v in values)}.")
    return value


def some_of(name: str, *values: str) -> list[str]:
    """A list of which each part is one of these values; any other stops the start by its name."""
    chosen: list[str] = [part.strip() for part in env(name) if part.strip()]
    for one in chosen:
        if one not in values:
            raise ImproperlyConfigured(f"{name} names {one!r}; each is one of {', '.join(values)}.")
    return chosen


def at_least(name: str, least: int) -> int:
    """A whole number that must not be smaller than this; any other stops the start by its name."""
    value = env.str(name, default=str(env.scheme[name][1]))
    if not re.fullmatch(r"[0-9]{1,9}", value) or int(value) < least:
        raise ImproperlyConfigured(f"{name} is {value!r}; it is a whole number from {least}.")
    return int(value)


def rate(name: str) -> tuple[int, int]:
    """So many in so many seconds, written as `120/m` or `10/5m`; anything else stops the start by its name."""
    value: str = env(name)
    parts = re.fullmatch(r"([1-9][0-9]{0,8})/([1-9][0-9]{0,3})?([smhd])", value)
    if parts is None:
        raise ImproperlyConfigured(f"{name} is {value!r}; write how many in what time, like 120/m, 10/5m or 20/h.")
    count, periods, unit = parts.groups()
    return int(count), int(periods or 1) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[unit]


def redis_url(name: str) -> str:
    """The address of Redis, or of its Sentinels; one that can't be read stops the start by the variable's name."""
    url: str = env(name)
    try:
        if url:
            place(url)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: {error} Write {EXAMPLES}.") from error
    return url


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Addresses or networks with commas; one that can't be read stops the start by the variable's name."""
    try:
        return [ip_network(part.strip()) for part in env(name)]
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name}: {error}. Write addresses or networks like 10.0.0.4 or 10.0.0.0/24."
        ) from error
