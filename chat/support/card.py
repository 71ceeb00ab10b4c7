"""The card of help lines, as `crisis.support` carries it."""

from typing import Any

from chat.safety.verdict import Label
from chat.support import texts
from chat.support.directory import helplines_for
from chat.support.entries import HelpLine, Kind

KINDS = {
    Label.DISCLOSURE: (Kind.CHILD, Kind.SEXUAL_VIOLENCE, Kind.CRISIS),
    Label.SELF_HARM: (Kind.CRISIS,),
}


def support_card(*, label: str, region: str | None, is_in_doubt: bool = False) -> dict[str, Any]:
    """``{"text", "resources"}`` for the wire. Needs no model, no database, no Redis.

    Any other label than a disclosure gets the lines of a crisis: a message inside support mode has a label of its own.
    """
    is_disclosure = is_in_doubt or label == Label.DISCLOSURE
    lines = helplines_for(*KINDS[Label.DISCLOSURE if is_disclosure else Label.SELF_HARM], region=region)
    opening = texts.CARD_DISCLOSURE if is_disclosure else texts.CARD_SELF_HARM
    if is_in_doubt:
        opening = texts.CARD_IN_DOUBT
    has_contact = any(line.contact for line in lines)
    has_emergency = any(line.kind == Kind.EMERGENCY for line in lines)
    sentences = (
        opening,
        texts.CARD_LINES if has_contact else texts.CARD_DIRECTORIES,
        texts.CARD_DANGER if has_emergency else texts.CARD_DANGER_ANYWHERE,
    )
    return {"text": " ".join(map(str, sentences)), "resources": [_resource(line) for line in lines]}


def _resource(line: HelpLine) -> dict[str, str | None]:
    return {
        "name": line.name,
        "contact": line.contact,
        "url": line.url,
        "kind": line.kind.value,
        "region": line.region,
        "hours": line.hours,
        "languages": line.languages,
    }
