"""Which model finds titles: the one that works behind the scenes, else the one that reads everyday messages anyway."""

from django.conf import settings

from chat.models import Conversation
from companion.llm.providers import default_name, is_configured

NEVER = {"builtin", "scripted"}  # too small to find a good one, or no model at all


def namer_name() -> str:
    """Empty where no model may be asked: then the first words stay."""
    name = settings.LEARNING_PROVIDER or default_name()
    return name if name not in NEVER and is_configured(name) else ""


def first_title_by() -> Conversation.TitleBy:
    """Of a title that was just made of a conversation's first words."""
    return Conversation.TitleBy.AWAITED if namer_name() else Conversation.TitleBy.FIRST_WORDS
