"""That a worker is here: it says so when it is ready and each time it swept, and takes it back when it ends. For /readyz only.

Django need not be set up: ``manage.py up`` takes back, too, what a worker before it said, or one that was killed.
"""

import logging
from contextlib import closing

import redis

from companion import sentinels

logger = logging.getLogger(__name__)

KEY = "companion.worker.seen.v1"
# Two sweeps may be late. Where several workers run and one ends, the others' next sweep says it again.
SECONDS = 50


def say_here(redis_url: str) -> None:
    """A Redis that is away is no failure of the worker."""
    try:
        with closing(_client(redis_url)) as client:
            client.set(KEY, 1, ex=SECONDS)
    except (redis.RedisError, OSError) as error:
        logger.warning("a worker could not say that it is here: %s", type(error).__name__)


def take_back(redis_url: str) -> None:
    """Nobody is heard of until a worker says so again."""
    try:
        with closing(_client(redis_url)) as client:
            client.delete(KEY)
    except (redis.RedisError, OSError) as error:
        logger.warning("it could not be taken back that a worker is here: %s", type(error).__name__)


def _client(redis_url: str) -> redis.Redis:
    return sentinels.client(redis_url, socket_connect_timeout=1, socket_timeout=1)
