"""Django settings. Production is the default; everything that differs comes from the environment (``companion/env.py``)."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from companion.env import BASE_DIR, at_least, env, networks, one_of, rate, redis_url, some_of
from companion.sentinels import broker, channel_host

DATA_DIR = Path(env("DATA_DIR"))

# --- Where people reach it -------------------------------------------------------------------------------------------
PUBLIC_URLS: list[str] = [url.rstrip("/") for url in env("PUBLIC_URL")] or ["http://127.0.0.1:8000"]
ALLOW_PLAIN_HTTP: bool = env("ALLOW_PLAIN_HTTP")
_addresses = [urlsplit(url) for url in PUBLIC_URLS]
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
for _address in _addresses:
    if _address.scheme not in {"http", "https"} or not _address.hostname:
        raise ImproperlyConfigured(
            f"PUBLIC_URL: {_address.geturl()!r} is no address. Write it like https://companion.example.org"
        )
    if _address.scheme == "http" and _address.hostname not in LOOPBACK and not ALLOW_PLAIN_HTTP:
        raise ImproperlyConfigured(
            f"PUBLIC_URL: {_address.geturl()} would send passwords and messages in the clear. "
            "Use https, or set ALLOW_PLAIN_HTTP=yes if you know that the network is yours."
        )
CDN_URL: str = env("CDN_URL").rstrip("/")
_cdn = urlsplit(CDN_URL)
if CDN_URL and f"https://{_cdn.netloc}" != CDN_URL:
    raise ImproperlyConfigured(
        f"CDN_URL: {CDN_URL!r} is no https address of a host. Write it like https://cdn.example.org"
    )
IS_SECURE = all(address.scheme == "https" for address in _addresses)


def _origins(url: str) -> list[str]:
    parts = urlsplit(url)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


DEBUG: bool = env("DEBUG")
SECRET_KEY: str = env("SECRET_KEY")
ALLOWED_HOSTS = [address.hostname for address in _addresses]
CSRF_TRUSTED_ORIGINS = PUBLIC_URLS
ALLOWED_ORIGINS = PUBLIC_URLS  # of WebSocket handshakes
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SECURE_SSL_REDIRECT = IS_SECURE
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]  # probes speak plain HTTP to the process itself
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, *_origins(CDN_URL)],
        "style-src": [SELF, *_origins(CDN_URL)],
        "font-src": [SELF, *_origins(CDN_URL)],
        "connect-src": [SELF, *(url.replace("http", "ws", 1) for url in PUBLIC_URLS)],
        "img-src": [SELF, "data:", *_origins(CDN_URL)],
        "object-src": [NONE],
        "base-uri": [NONE],
        # Browsers hold also the redirect after a form against it.
        "form-action": [SELF, *_origins(env("AGE_PROVIDER_URL"))],
        "frame-ancestors": [NONE],
    }
}

# --- What it is made of ----------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "chat",
    "memory",
    "sessions_ext",
    "companion",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # long numbers are set apart
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "channels",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "companion.sessions.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "companion.urls"
ASGI_APPLICATION = "companion.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "companion.appearance.of_the_page",
            ],
        },
    }
]
FORMS_URLFIELD_ASSUME_HTTPS = True

# --- State -----------------------------------------------------------------------------------------------------------
TURN_THREADS: int = env("TURN_THREADS")
DATABASE_POOL_SIZE = at_least("DATABASE_POOL_SIZE", 1)
WEB_PROCESSES = at_least("WEB_PROCESSES", 1)
WORKER_PROCESSES = at_least("WORKER_PROCESSES", 1)
DATABASE_STATEMENT_SECONDS = at_least("DATABASE_STATEMENT_SECONDS", 1)


def _database(name: str, engine: str, *, pool: dict[str, int], **options: int) -> dict[str, Any]:
    named: dict[str, Any] = env.db_url(name)
    return named | {
        "ENGINE": engine,
        # The pool keeps connections; Django's own persistence must stay off beside it.
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        # What the address itself asks for, such as sslmode, holds as well.
        "OPTIONS": named.get("OPTIONS", {})
        | {"pool": {"max_size": DATABASE_POOL_SIZE, "max_idle": 120} | pool, "prepare_threshold": 1}
        | options,
    }


DATABASES = {
    "default": _database("DATABASE_URL", "companion.database", pool={"min_size": 1, "timeout": 5}, connect_timeout=5)
}
if env("DATABASE_REPLICA_URL"):
    # The primary is there instead, so nobody waits long for it.
    _brief = {"min_size": 0, "timeout": 1, "reconnect_timeout": 2}
    DATABASES["replica"] = _database(
        "DATABASE_REPLICA_URL", "companion.replica", pool=_brief, connect_timeout=2, tcp_user_timeout=5000
    ) | {"DISABLE_SERVER_SIDE_CURSORS": True}
    MIDDLEWARE.append("companion.replica.writes.WritesMiddleware")
REDIS_URL = redis_url("REDIS_URL")
REDIS_CACHE_URL = redis_url("REDIS_CACHE_URL") or REDIS_URL
CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": [REDIS_CACHE_URL],  # one: django-redis would divide a text at its commas
        "KEY_PREFIX": "companion",
        "OPTIONS": {
            "CONNECTION_FACTORY": "companion.redis.Pools",
            "SERIALIZER": "django_redis.serializers.json.JSONSerializer",
            "SOCKET_CONNECT_TIMEOUT": 1,
            "SOCKET_TIMEOUT": 2,
        },
    }
}
# Sessions live where nothing is evicted.
CACHES["sessions"] = CACHES["default"] | {"LOCATION": [REDIS_URL]}
CACHES["limits"] = CACHES["sessions"] | {"BACKEND": "sessions_ext.limits.counts.FormCounts"}
SESSION_ENGINE = "companion.sessions"
SESSION_CACHE_ALIAS = "sessions"
SESSION_COOKIE_SAMESITE = "Lax"
CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [channel_host(REDIS_URL)], "prefix": "companion"},
    }
}
CELERY_BROKER_URL, _BROKER_OPTIONS = broker(REDIS_URL)
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # its logs go the way of all others
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SERIALIZER = "json"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    **_BROKER_OPTIONS,
}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = "UTC"
# A worker serves both, unless -Q names one: learning can have workers of its own.
CELERY_TASK_QUEUES = {name: {"routing_key": name} for name in ("celery", "learning")}
CELERY_TASK_ROUTES = {
    "memory.tasks.learn_from_episodes": {"queue": "learning"},
    "chat.summaries.tasks.sum_up_conversation": {"queue": "learning"},
    "chat.titles.tasks.name_conversation": {"queue": "learning"},
}
CELERY_BEAT_SCHEDULE = {
    "memory": {"task": "memory.tasks.sweep_episodes", "schedule": 20, "options": {"expires": 20}},
    "vectors": {"task": "memory.tasks.sweep_vectors", "schedule": 10, "options": {"expires": 10}},
    "consolidation": {"task": "memory.tasks.consolidate_memories", "schedule": 3600, "options": {"expires": 3600}},
    "summaries": {"task": "chat.summaries.tasks.sweep_summaries", "schedule": 20, "options": {"expires": 20}},
    "titles": {"task": "chat.titles.tasks.sweep_titles", "schedule": 120, "options": {"expires": 120}},
    "imports": {"task": "chat.carrying.tasks.sweep_imports", "schedule": 20, "options": {"expires": 20}},
    "deleted": {"task": "chat.tasks.sweep_deleted", "schedule": 300, "options": {"expires": 300}},
}

# --- People ----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "companion.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_FORMS = {"signup": "companion.accounts.TwoFieldSignupForm"}
ACCOUNT_ADAPTER = "companion.accounts.Adapter"
# The forms in use have limits of ours (below), which hold also while Redis is away; allauth's would answer 500.
ACCOUNT_RATE_LIMITS = dict.fromkeys(["signup", "login", "login_failed", "change_password"])
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = False  # a taken user name has to be said at sign-up; there is no e-mail to hide behind
ACCOUNT_LOGOUT_ON_GET = False

# --- Limits (docs/limits.md) -----------------------------------------------------------------------------------------
# At once, and a second.
MESSAGE_LIMIT = (at_least("MESSAGE_BURST", 1), at_least("MESSAGES_PER_MINUTE", 1) / 60)
MESSAGES_PER_DAY, TOKENS_PER_DAY = at_least("MESSAGES_PER_DAY", 0), at_least("TOKENS_PER_DAY", 0)
FRAME_LIMIT = (at_least("FRAME_BURST", 1), float(at_least("FRAMES_PER_SECOND", 1)))
SOCKETS_PER_USER = at_least("SOCKETS_PER_USER", 1)
# How often in how many seconds. The address is asked first: who is stopped by it locks nobody else's name.
FORM_LIMITS = {
    "login": {"address": rate("LOGIN_LIMIT_PER_ADDRESS"), "user": rate("LOGIN_LIMIT_PER_USER")},
    "signup": {"address": rate("SIGNUP_LIMIT_PER_ADDRESS")},
    "password": {"address": rate("PASSWORD_LIMIT_PER_ADDRESS"), "user": rate("PASSWORD_LIMIT_PER_USER")},
    "age": {"address": rate("AGE_LIMIT_PER_ADDRESS"), "user": rate("AGE_LIMIT_PER_USER")},
    "conversation": {"address": rate("CONVERSATION_LIMIT_PER_ADDRESS"), "user": rate("CONVERSATION_LIMIT_PER_USER")},
    "companion": {"address": rate("CONVERSATION_LIMIT_PER_ADDRESS"), "user": rate("CONVERSATION_LIMIT_PER_USER")},
    "report": {"address": rate("REPORT_LIMIT_PER_ADDRESS"), "user": rate("REPORT_LIMIT_PER_USER")},
    "import": {"address": rate("IMPORT_LIMIT_PER_ADDRESS"), "user": rate("IMPORT_LIMIT_PER_USER")},
}
TRUSTED_PROXIES = networks("TRUSTED_PROXIES")
RATELIMIT_USE_CACHE = "limits"
RATELIMIT_CACHE_PREFIX = "sessions_ext.form.v1:"
RATELIMIT_IP_META_KEY = "sessions_ext.addresses.client_address"
RATELIMIT_IPV6_MASK = 64

# --- Words and files -------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]  # those that our own texts have, so that no page is in two
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = f"{CDN_URL}/static/" if CDN_URL else "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "companion.staticfiles.HashedFilesStorage"},
}

# --- The conversation ------------------------------------------------------------------------------------------------
MESSAGE_MAX_CHARS: int = env("MESSAGE_MAX_CHARS")
MAX_FRAME_BYTES = 64 * 1024  # of a socket; the transport answers larger ones with close code 1009
SHORT_TERM_MESSAGES: int = env("SHORT_TERM_MESSAGES")
DRAIN_SECONDS: int = env("DRAIN_SECONDS")

# --- Conversations that are brought in ---------------------------------------------------------------------------------
IMPORT_MAX_MB = at_least("IMPORT_MAX_MB", 1)
IMPORT_MAX_UNPACKED_MB = at_least("IMPORT_MAX_UNPACKED_MB", 1)
IMPORT_MAX_CONVERSATIONS = at_least("IMPORT_MAX_CONVERSATIONS", 1)
IMPORT_MAX_MESSAGES = at_least("IMPORT_MAX_MESSAGES", 1)
IMPORT_MAX_CHARS = at_least("IMPORT_MAX_CHARS", 1)

# --- Age -------------------------------------------------------------------------------------------------------------
AGE_VERIFIER = one_of("AGE_VERIFIER", "self_declaration", "external")
ACCEPT_SELF_DECLARATION: bool = env("ACCEPT_SELF_DECLARATION")
AGE_POLICY_VERSION: int = env("AGE_POLICY_VERSION")
AGE_ATTEMPTS_PER_DAY: int = env("AGE_ATTEMPTS_PER_DAY")
AGE_PROVIDER_NAME: str = env("AGE_PROVIDER_NAME")
AGE_PROVIDER_URL: str = env("AGE_PROVIDER_URL")
AGE_PROVIDER_SECRET: str = env("AGE_PROVIDER_SECRET")
for _name in ("AGE_PROVIDER_NAME", "AGE_PROVIDER_URL", "AGE_PROVIDER_SECRET"):
    if AGE_VERIFIER == "external" and not env(_name):
        raise ImproperlyConfigured(f"AGE_VERIFIER is external, so {_name} is needed as well.")

# --- Care -----------------------------------------------------------------------------------------------------------
HELPLINES_FILE = Path(env("HELPLINES_FILE"))
REMINDER_MINUTES = at_least("REMINDER_MINUTES", 15)
MODERATION_SEES_SELF_HARM: bool = env("MODERATION_SEES_SELF_HARM")
SAFETY_JUDGE = one_of("SAFETY_JUDGE", "", "openai-moderation", "guard")
_OPENAI_S = SAFETY_JUDGE == "openai-moderation"
SAFETY_JUDGE_URL: str = env("SAFETY_JUDGE_URL") or ("https://api.openai.com/v1" if _OPENAI_S else "")
SAFETY_JUDGE_MODEL: str = env("SAFETY_JUDGE_MODEL") or ("omni-moderation-latest" if _OPENAI_S else "")
SAFETY_JUDGE_KEY: str = env("SAFETY_JUDGE_KEY")
SAFETY_JUDGE_MS = at_least("SAFETY_JUDGE_MS", 50)
if SAFETY_JUDGE and not (SAFETY_JUDGE_URL and SAFETY_JUDGE_MODEL):
    raise ImproperlyConfigured(
        f"SAFETY_JUDGE is {SAFETY_JUDGE}, so SAFETY_JUDGE_URL and SAFETY_JUDGE_MODEL are needed as well."
    )

# --- Models ----------------------------------------------------------------------------------------------------------
LLM_PROVIDER = one_of("LLM_PROVIDER", "", "openai", "local", "builtin", "scripted")
FALLBACK_PROVIDERS = some_of("FALLBACK_PROVIDERS", "openai", "local", "builtin", "scripted")
ADULT_PROVIDERS = some_of("ADULT_PROVIDERS", "openai", "local", "builtin", "scripted")
SUPPORT_PROVIDERS = some_of("SUPPORT_PROVIDERS", "openai", "local")
EMBEDDINGS = one_of("EMBEDDINGS", "builtin", "remote", "none")
EMBEDDINGS_URL: str = env("EMBEDDINGS_URL").rstrip("/")
EMBEDDINGS_MODEL: str = env("EMBEDDINGS_MODEL")
EMBEDDINGS_KEY: str = env("EMBEDDINGS_KEY")
EMBEDDINGS_ROUTES = some_of("EMBEDDINGS_ROUTES", "everyday", "romance", "adult") or ["everyday"]
EMBEDDINGS_MS = at_least("EMBEDDINGS_MS", 50)
EMBEDDINGS_RELEVANT = at_least("EMBEDDINGS_RELEVANT", 0) / 100
if EMBEDDINGS == "remote" and not (EMBEDDINGS_URL and EMBEDDINGS_MODEL):
    raise ImproperlyConfigured("EMBEDDINGS is remote, so EMBEDDINGS_URL and EMBEDDINGS_MODEL are needed as well.")
LEARNING_PROVIDER = one_of("LEARNING_PROVIDER", "", "openai", "local", "builtin")
MODEL_SLOTS = {
    "openai": at_least("OPENAI_SLOTS", 1),
    "local": at_least("LOCAL_LLM_SLOTS", 1),
    "builtin": at_least("BUILTIN_LLM_SLOTS", 1),
}
MODEL_WAIT_SECONDS = at_least("MODEL_WAIT_SECONDS", 1)
REPLY_CACHE_SECONDS = at_least("REPLY_CACHE_SECONDS", 0)
LEARNING_SHARE = min(at_least("LEARNING_SHARE", 1), 100) / 100

# --- For the tests: harmless words that count as a label, beside all rules ---------------------------------------------
SAFETY_STAND_INS: str = env("SAFETY_STAND_INS")

# --- Logs: never message text, memories or secrets -------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {
            "()": "companion.logs.CarefulFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "text"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL")},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "daphne": {"level": "WARNING"},
        # With Redis away it logs a traceback a second; chat.live.hub says the same in a line.
        "channels_redis": {"level": "CRITICAL"},
        # Its pool tells of every attempt; that the database is away, who needs it says in a line.
        "psycopg": {"level": "ERROR"},
        "httpx": {"level": "WARNING"},
        "httpx2": {"level": "WARNING"},  # the name it has with openai's newer versions
        "aiohttp": {"level": "WARNING"},
    },
}
