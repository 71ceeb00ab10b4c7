"""Reminders that it is an AI and of the time that has passed. They state it and leave the rest to the person."""

import logging
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext, ngettext

from companion.redis import blocking_state
from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)

KEY = "chat.reminder.v1:{user_id}"
PAUSE = timedelta(minutes=30)  # without a message; after it a chat begins anew
TOLD_EVERY = timedelta(minutes=1)  # messages in between change nothing that anybody would notice

# Hash: when this chat began, when its last message came, when it was last reminded; milliseconds. Answers for how long the
# chat has gone on when a reminder is due, else 0, and when the next one is due at the earliest. Clocks of instances differ a
# little: time here never runs backwards.
_TICK = """
local now, pause, every = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local known = redis.call('HMGET', KEYS[1], 'began', 'last', 'reminded')
local began, last, reminded = tonumber(known[1]), tonumber(known[2]), tonumber(known[3])
local due = 0
if not (began and last and reminded) or now - last >= pause then
  began, last, reminded = now, now, now
else
  last = math.max(last, now)
  if last - reminded >= every then
    reminded = last
    due = last - began
  end
end
local function whole(number) return string.format('%.0f', number) end
redis.call('HSET', KEYS[1], 'began', whole(began), 'last', whole(last), 'reminded', whole(reminded))
redis.call('PEXPIRE', KEYS[1], pause)
return {due, whole(reminded + every)}
"""
MOST_KNOWN = 10_000
# By person, in this process: from when on Redis has to be told of a message again, because that is news or a reminder may be due.
_quiet_until: dict[int, datetime] = {}


def due_reminder(*, user_id: int, persona: str, is_on: bool, now: datetime) -> str | None:
    """To be asked at each message of a person, in all their conversations together; the text when one is due.

    While Redis is away nothing is due, and the clock may begin again.
    """
    if not is_on or now < _quiet_until.get(user_id, now):
        return None
    key, moment = KEY.format(user_id=user_id), round(now.timestamp() * 1000)
    pause, every = (span // timedelta(milliseconds=1) for span in (PAUSE, timedelta(minutes=settings.REMINDER_MINUTES)))
    try:
        passed, due_at = blocking_state().eval(_TICK, 1, key, moment, pause, every)
    except CACHE_ERRORS:
        logger.warning("the clock of reminders can't be read; it begins again when Redis is back")
        return None
    if len(_quiet_until) >= MOST_KNOWN:
        _quiet_until.clear()
    _quiet_until[user_id] = min(now + TOLD_EVERY, datetime.fromtimestamp(int(due_at) / 1000, UTC))
    return reminder_text(persona=persona, passed=timedelta(milliseconds=passed)) if passed else None


def reminder_text(*, persona: str, passed: timedelta) -> str:
    return gettext(
        "You have been talking for %(time)s. %(persona)s is an AI, not a person. A pause is always fine."
    ) % {
        "time": _in_words(passed),
        "persona": persona,
    }


def _in_words(passed: timedelta) -> str:
    """Hours and minutes, begun ones left out: "an hour", "2 hours and 10 minutes", "45 minutes"."""
    hours, minutes = divmod(int(passed.total_seconds()) // 60, 60)
    in_hours = ngettext("an hour", "%(count)d hours", hours) % {"count": hours}
    in_minutes = ngettext("a minute", "%(count)d minutes", minutes) % {"count": minutes}
    if hours and minutes:
        return gettext("%(hours)s and %(minutes)s") % {"hours": in_hours, "minutes": in_minutes}
    return in_hours if hours else in_minutes
