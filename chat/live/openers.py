"""Replies that need not be made twice: who begins as others just began is told what one of them was told.

An opener's prompt holds nobody's memories and nothing that was said before, so a reply to it belongs to the prompt, not to a
person. It lies in the cache under a keyed hash of the whole prompt with its model and parameters, for REPLY_CACHE_SECONDS, and
only where two people said the same: a reply to what one alone said is not kept. A cache that is away costs nothing but the hit.
"""

import asyncio
import json
import logging
from collections.abc import AsyncGenerator
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac

from chat.turns.course import LiveTurn
from chat.turns.prepare import Ask
from companion.llm.breaker import Breaker
from companion.llm.chat import Completion
from companion.redis import STATE_ERRORS, answer, cache

logger = logging.getLogger(__name__)

FIRST_KEY = "chat.opener.first.v1:{prompt}"  # who said it first, as a keyed hash
REPLIES_KEY = "chat.opener.replies.v1:{prompt}"
VARIANTS = 3
ANSWER_SECONDS = 0.25  # a person waits for it
PIECE = 24  # letters to a frame: as a quick model speaks
NO_TOKENS = dict.fromkeys(("prompt_tokens", "completion_tokens", "total_tokens"), 0)

# KEYS: who was first, the replies. ARGV: who this is, the reply, how many there may be, lifetime in seconds.
_KEEP = """
local first = redis.call('GET', KEYS[1])
if not first then
  redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[4])
elseif first ~= ARGV[1] and redis.call('LLEN', KEYS[2]) < tonumber(ARGV[3]) then
  if redis.call('RPUSH', KEYS[2], ARGV[2]) == 1 then redis.call('EXPIRE', KEYS[2], ARGV[4]) end
end
"""

_breaker = Breaker(failures=1, seconds=30)


async def kept_reply(turn: LiveTurn, ask: Ask) -> str:
    """One of those that were made of the same prompt; empty where the model has to be asked, also until there are VARIANTS."""
    if not _may_ask(ask):
        return ""
    kept = await _answered(cache().lrange(REPLIES_KEY.format(prompt=_hash(ask)), 0, -1)) or []
    return kept[turn.id.int % VARIANTS].decode() if len(kept) == VARIANTS else ""


async def keep_reply(turn: LiveTurn, ask: Ask, text: str) -> None:
    """A whole reply, which the model made of this and which crossed nothing."""
    if _may_ask(ask):
        prompt = _hash(ask)
        keys = [key.format(prompt=prompt) for key in (FIRST_KEY, REPLIES_KEY)]
        who = salted_hmac(prompt, str(turn.user_id), algorithm="sha256").hexdigest()
        await _answered(cache().eval(_KEEP, 2, *keys, who, text, VARIANTS, settings.REPLY_CACHE_SECONDS))


async def said_again(text: str) -> AsyncGenerator[str | Completion]:
    """A kept reply as a model gives one; it took no tokens."""
    for start in range(0, len(text), PIECE):
        yield text[start : start + PIECE]
    yield Completion(finish="stop", usage=NO_TOKENS)


def _may_ask(ask: Ask) -> bool:
    return ask.is_opener and settings.REPLY_CACHE_SECONDS > 0 and not _breaker.is_open


def _hash(ask: Ask) -> str:
    model = ask.provider
    messages = [(message.role, message.content) for message in ask.messages]
    prompt = json.dumps([model.name, model.base_url, model.model, dict(model.sampling), messages], sort_keys=True)
    return salted_hmac("chat.opener", prompt, algorithm="sha256").hexdigest()


async def _answered(command: Any) -> Any:
    """None where the cache is away; then nobody asks for half a minute."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            said = await answer(command)
    except STATE_ERRORS as error:
        _breaker.failed()
        logger.info("the cache of replies is away: %s", type(error).__name__)
        return None
    _breaker.succeeded()
    return said
