"""The first words as a title, at once; and a title goes with the words that it was made of."""

from collections.abc import Collection
from uuid import UUID

from chat.models import Conversation, Message
from chat.querysets import MessageQuerySet
from chat.routes import Route
from chat.titles.namer import first_title_by

NAMING_ROUTES = (Route.EVERYDAY, Route.ROMANCE)  # a list is seen over the shoulder
READ = 4  # messages, from the beginning, of which a model makes a title
TitleBy = Conversation.TitleBy


def name_by(conversation: Conversation, text: str) -> None:
    """By these words, until a model or its person found better ones. Saves nothing."""
    conversation.title, conversation.title_by = title_from(text), first_title_by()


def name_anew(conversation: Conversation) -> None:
    """By the first words that are seen now, where they may name it; after its title was dropped. Saves nothing."""
    own = Message.objects.active(conversation.pk).filter(role=Message.Role.USER, route__in=NAMING_ROUTES)
    text: str | None = own.values_list("text", flat=True).first()
    if text:
        name_by(conversation, text)


def drop_title(conversation: Conversation, gone: Collection[UUID]) -> bool:
    """A title goes with the words that it was made of, deleted or seen no more, unless its person gave it; whether it did.

    Call it when they aren't active any more, but still there. Saves nothing.
    """
    is_own = conversation.title_by == TitleBy.PERSON
    if not conversation.title or is_own or not _may_tell_of(conversation, Message.objects.filter(pk__in=gone)):
        return False
    conversation.title, conversation.title_by = "", TitleBy.FIRST_WORDS
    return True


def _may_tell_of(conversation: Conversation, gone: MessageQuerySet) -> bool:
    """A model's title of any of the first messages; so does one that begins like nothing that is left, such as a copy's."""
    if conversation.title_by != TitleBy.MODEL and _is_made_of(conversation.title, gone):
        return True
    if not gone.filter(position__lt=READ).exists():
        return False
    is_model_s = conversation.title_by == TitleBy.MODEL
    return is_model_s or not _is_made_of(conversation.title, Message.objects.active(conversation.pk))


def _is_made_of(title: str, messages: MessageQuerySet) -> bool:
    named = messages.filter(role=Message.Role.USER, text__contains=title.removesuffix("…"))
    return any(title_from(text) == title for text in named.values_list("text", flat=True))


def title_from(text: str) -> str:
    """The first line, cut at a word."""
    line = text.strip().splitlines()[0].strip()
    if len(line) <= 60:
        return line
    return line[:60].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
