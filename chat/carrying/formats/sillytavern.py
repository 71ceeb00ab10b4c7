"""A chat of SillyTavern: one JSON object a line.

The first tells of the chat (``user_name``, ``character_name``, ``create_date``, ``chat_metadata``), every other is a message:
``mes``, ``is_user``, ``is_system``, ``send_date``, of a reply perhaps ``swipes`` (its wordings) and ``swipe_id`` (the one that
is shown).
System lines and narrators are no part of the talk.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chat.carrying import fields
from chat.carrying.moments import moment
from chat.carrying.talks import Said, Talk, Wording, settled

_ABOUT = {"chat_metadata", "user_name", "character_name"}


def is_one(first: dict[str, Any]) -> bool:
    """By its first line."""
    return bool(_ABOUT & first.keys()) or ("mes" in first and "is_user" in first)


def read(lines: Sequence[dict[str, Any]], *, now: datetime) -> Talk:
    """Raises ImportRefusedError."""
    about = lines[0] if "mes" not in lines[0] else {}
    messages = [one for one in lines if "mes" in one]
    fields.at_most_messages(len(messages))
    created_at = moment(about.get("create_date"), otherwise=now, latest=now)
    if not about and messages:
        created_at = moment(messages[0].get("send_date"), otherwise=now, latest=now)
    talk = Talk(
        created_at=created_at,
        updated_at=created_at,
        persona=fields.line(about.get("character_name"), 60) or _first_name(messages),
        is_titled=False,
    )
    before, above = created_at, None
    for number, one in enumerate(messages):
        if _is_nobody_s(one):
            talk.skipped += 1
            continue
        said = _said(str(number), above.ref if above else None, one, before, now)
        said.after = above.chosen if above and not above.is_person else None
        before, above = said.at, said
        talk.said.append(said)
    talk.updated_at = max([created_at, *(one.at for one in talk.said)])
    talk.head = above.ref if above else None
    settled(talk)
    return talk


def _first_name(messages: Sequence[dict[str, Any]]) -> str:
    names = (fields.line(one.get("name"), 60) for one in messages if not one.get("is_user") and not _is_nobody_s(one))
    return next(names, "")


def _is_nobody_s(one: dict[str, Any]) -> bool:
    return one.get("is_system") is True or fields.mapping(one.get("extra")).get("type") == "narrator"


def _said(ref: str, parent: str | None, one: dict[str, Any], before: datetime, now: datetime) -> Said:
    at, text = moment(one.get("send_date"), otherwise=before, latest=now), fields.words(one.get("mes"))
    if one.get("is_user") is True:
        return Said(ref, parent, is_person=True, at=at, text=text)
    said = Said(ref, parent, is_person=False, at=at)
    model = fields.line(fields.mapping(one.get("extra")).get("model"), 120)
    swipes = [fields.words(swipe) for swipe in fields.listed(one.get("swipes"))]
    fields.at_most_messages(len(swipes))
    chosen = fields.number(one.get("swipe_id"))
    if chosen is None or not 0 <= chosen < len(swipes):
        swipes, chosen = [text], 0
    swipes[chosen] = text or swipes[chosen]  # one that was corrected by hand
    dates = [fields.mapping(swipe).get("send_date") for swipe in fields.listed(one.get("swipe_info"))]
    dates += [None] * (len(swipes) - len(dates))
    said.wordings = [
        Wording(swipe, moment(date, otherwise=at, latest=now), model=model)
        for swipe, date in zip(swipes, dates, strict=False)
    ]
    said.chosen = chosen
    return said
