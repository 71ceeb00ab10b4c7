"""The fixed words of support and refusals, for when no model may speak.

They are short and plain. They blame nobody and promise nothing: not that things will be fine, nor that a line is free,
anonymous or open. They say that an AI speaks. Each fits somebody who writes of themselves as well as of somebody else.
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from chat.routes import Reason
from chat.safety.verdict import Label

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise

FIRST_FOLLOWUP_FROM = 4  # followups left: the first of three texts at 5 and 4, the second at 3 and 2, then the last
SECOND_FOLLOWUP_FROM = 2


# --- Support ---------------------------------------------------------------------------------------------------------
_SELF_HARM: "Text" = _(
    "I take this seriously. I'm an AI, so I can't be with anyone or call for help, and this deserves a person. The lines "
    "above are a place to begin, whether it is about you or about someone you know. If somebody you trust is near, it's all "
    "right to tell them, and all right to ask them to stay for a while. You can go on writing here if you like."
)
_SELF_HARM_AGAIN: "Text" = _(
    "Thank you for telling me this too. I'm an AI and can't call anyone; please turn to one of the lines above, or to "
    "somebody near you, now rather than later. If someone is in danger, the emergency number comes first."
)
_DISCLOSURE: "Text" = _(
    "I take this seriously. I'm an AI, so I can't step in or call for help, and this deserves a person. Whether it is about "
    "you, about a child or about someone you know: the lines above are a place to begin. What you tell, to whom and when, is "
    "yours to choose. The people who run this server may read what you wrote; they are no emergency service. You can go on "
    "writing here if you like."
)
_DISCLOSURE_AGAIN: "Text" = _(
    "Thank you for telling me more. You don't have to tell all of it, and you don't have to tell it to me: I'm an AI, and the "
    "lines above lead to people. If you or a child is in danger now, the emergency number comes first."
)
_IN_DOUBT: "Text" = _(
    "I'm an AI, and from these words I can't tell what happened and what is imagined, so I answer with set words. If it did "
    "happen, to you or to someone else, it is not the fault of the person it happened to, and the lines above are a place to "
    "begin. You can also tell me more, in your own words. The people who run this server may read this message, to notice "
    "where somebody needs help."
)
_FOLLOWUPS: "tuple[Text, Text, Text]" = (
    _(
        "I'm still here. For now I answer with set words like these, because this is a time for people more than for an AI. "
        "The help lines stand above. When you would rather talk about other things, press “Back to everyday” in the band."
    ),
    _(
        "Still here. There is no hurry, and nothing that you have to say. The help lines stand above, for you or for someone "
        "else. “Back to everyday” in the band leads back to ordinary talk; what you wrote stays here."
    ),
    _(
        "I'm still here. If it gets heavier again, say so at any time; the help lines stand above. And if ordinary talk feels "
        "right, “Back to everyday” in the band leads there."
    ),
)

# --- The card of help lines ------------------------------------------------------------------------------------------
CARD_SELF_HARM: "Text" = _(
    "Thank you for saying this. Whether it is about you or about someone you know, it is worth talking about with a person."
)
CARD_DISCLOSURE: "Text" = _(
    "Thank you for telling this. Being hurt by someone is never the fault of the person who was hurt."
)
CARD_IN_DOUBT: "Text" = _(
    "If this is about something that happened, or a child may be in danger, it is worth talking about with a person."
)
CARD_LINES: "Text" = _("Here are lines you can turn to.")
CARD_DIRECTORIES: "Text" = _(
    "Here are directories that list help lines by country. Choose your country under Settings to see its lines here."
)
CARD_DANGER: "Text" = _("If someone is in danger now, please call the emergency number first.")
CARD_DANGER_ANYWHERE: "Text" = _("If someone is in danger now, please call your local emergency number first.")

# --- Refusals --------------------------------------------------------------------------------------------------------
_MINOR_RISK: "Text" = _(
    "I won't go on with this. Anything sexual that may be about someone under 18 is refused here, in stories too. It went to no "
    "model, and the people who run this server may look at it. If someone was hurt or is being hurt, you or anyone else, say "
    "so in plain words: that is not refused, and there are help lines for it."
)
_NONCONSENSUAL: "Text" = _(
    "I won't go on with this: it reads like something done to someone who hasn't agreed to it. It went to no model. If it "
    "happened to you or to someone you know, say so in plain words: that is not refused, and there are help lines for it."
)
_OTHER_LABEL: "Text" = _("I won't go on with this. It went to no model. Everything else is as open as before.")
_ADULT_CLOSED: "Text" = _(
    "Adult talk isn't offered in this conversation, so this went to no model. Everything else is as open as before."
)
_ROMANCE_CLOSED: "Text" = _(
    "Romantic talk is closed in this conversation for now, so this went to no model. Everything else is as open as before."
)
_UNREADABLE: "Text" = _(
    "Whether this is open can't be checked right now, so it stays closed and this went to no model. Try again in a "
    "few minutes, or go on with something else."
)
_ACCOUNT_CLOSED: "Text" = _(
    "Romantic and adult talk are closed for this account: an age was given here, or a human decided so. Everything else is as "
    "open as before. If that is wrong, ask whoever runs this server."
)
_AGE_DECLINED: "Text" = _(
    "Without the age check this message gets no answer and goes to no model. It stays here for you to see. Everything else is "
    "as open as before."
)
_AGE_EXPIRED: "Text" = _(
    "The time for the age check has passed, so this message gets no answer and goes to no model. It stays here for you to see. "
    "If you want an answer, verify your age and send it again."
)

# --- Replies ---------------------------------------------------------------------------------------------------------
_HELD_BACK: "Text" = _(
    "This answer began in a way that doesn't belong here, so it was left out. Ask again in other words, or go on with "
    "something else."
)


def held_back_text() -> str:
    """What stands in the place of a reply of which nothing could be said."""
    return str(_HELD_BACK)


def support_reply(*, label: str, followups_left: int | None, is_in_doubt: bool) -> str:
    """The reply when no model may give it.

    ``followups_left``: how many messages support mode still holds, None when this message began it. A crisis or a disclosure
    is always answered as one; any other label gets words that go with support mode.
    """
    if is_in_doubt:
        return str(_IN_DOUBT)
    is_first = followups_left is None
    match label:
        case Label.SELF_HARM:
            return str(_SELF_HARM if is_first else _SELF_HARM_AGAIN)
        case Label.DISCLOSURE:
            return str(_DISCLOSURE if is_first else _DISCLOSURE_AGAIN)
    if followups_left is None or followups_left >= FIRST_FOLLOWUP_FROM:
        return str(_FOLLOWUPS[0])
    return str(_FOLLOWUPS[1] if followups_left >= SECOND_FOLLOWUP_FROM else _FOLLOWUPS[2])


def refusal_text(*, label: str, reason: Reason) -> str:
    """What a refused message is told."""
    match reason:
        case Reason.UNREADABLE:
            return str(_UNREADABLE)
        case Reason.LABEL:
            by_label = {Label.MINOR_RISK: _MINOR_RISK, Label.NONCONSENSUAL: _NONCONSENSUAL}
            return str(by_label.get(Label(label), _OTHER_LABEL))
        case Reason.ROUTE_CLOSED:
            return str(_ROMANCE_CLOSED if label == Label.SUGGESTIVE else _ADULT_CLOSED)
        case Reason.ACCOUNT_CLOSED:
            return str(_ACCOUNT_CLOSED)
        case Reason.AGE_DECLINED:
            return str(_AGE_DECLINED)
        case Reason.AGE_EXPIRED:
            return str(_AGE_EXPIRED)
        case Reason.NONE:
            raise ValueError("A message that was not refused is told nothing.")
