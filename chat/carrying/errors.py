"""Why a file is not brought in, in words that say what to do."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from companion.errors import CompanionError

_WORDS = {
    "missing": gettext_lazy("There was no file. Choose one first."),
    "empty": gettext_lazy("The file is empty. Choose the one that holds your conversations."),
    "too_large": gettext_lazy("The file is larger than %(most)d MB. Bring it in parts, or leave out what isn't talk."),
    "unpacked": gettext_lazy("Unpacked, the file is larger than %(most)d MB. Bring it in parts."),
    "encoding": gettext_lazy("The file is not text in UTF-8 or UTF-16. Save it as UTF-8, then bring it again."),
    "unknown": gettext_lazy(
        "This is no file that can be read here. Bring one that was taken along from here, a chat of SillyTavern (.jsonl), or "
        "what ChatGPT exports (.zip or conversations.json)."
    ),
    "version": gettext_lazy(
        "The file was made by a newer version than this one. Ask whoever runs this server to renew it."
    ),
    "zip": gettext_lazy(
        "The archive is damaged or locked with a password. Download it again, then bring it without one."
    ),
    "nothing_inside": gettext_lazy("There are no conversations in the file."),
    "broken": gettext_lazy(
        "The file is damaged: it breaks off, or is no JSON. Download it again, then bring it again."
    ),
    "deep": gettext_lazy("The file is nested too deeply to be a conversation."),
    "conversation_size": gettext_lazy(
        "One conversation of the file is too large to be read. Take it out of the file, or divide it."
    ),
    "conversations": gettext_lazy("The file holds more than %(most)d conversations. Bring it in parts."),
    "messages": gettext_lazy("A conversation has more than %(most)d messages. Divide it, then bring it again."),
    "text": gettext_lazy("A message is longer than %(most)d characters. Shorten it, then bring the file again."),
    "twice": gettext_lazy(
        "Two messages have the same id, so nobody can say which follows which. Download the file again."
    ),
    "circle": gettext_lazy("Its messages follow each other in a circle. Download the file again."),
    "parent": gettext_lazy("A message follows one that is not in the file. Download the file again."),
    "shape": gettext_lazy("A conversation is not written as it should be. Download the file again."),
    "busy": gettext_lazy("Another file is still being read. Wait for it, then bring this one."),
    "failed": gettext_lazy("It could not be read, because something went wrong on our side. Try again later."),
}
_LIMITS = {
    "too_large": "IMPORT_MAX_MB",
    "unpacked": "IMPORT_MAX_UNPACKED_MB",
    "conversations": "IMPORT_MAX_CONVERSATIONS",
    "messages": "IMPORT_MAX_MESSAGES",
    "text": "IMPORT_MAX_CHARS",
}


class ImportRefusedError(CompanionError):
    """``reason`` is one of those above; ``number``: which conversation of the file it is about, from 1."""

    code = "invalid"

    def __init__(self, reason: str, *, number: int | None = None) -> None:
        self.reason = reason
        self.number = number
        super().__init__(said_of(self.as_json))

    def at(self, number: int) -> "ImportRefusedError":
        """The same, of this conversation."""
        return ImportRefusedError(self.reason, number=number)

    @property
    def as_json(self) -> dict[str, Any]:
        return {"reason": self.reason, "number": self.number}


def said_of(problem: dict[str, Any]) -> str:
    """The sentences for a problem as it is kept."""
    reason, number = problem["reason"], problem["number"]
    said = str(_WORDS[reason])
    if reason in _LIMITS:
        said %= {"most": getattr(settings, _LIMITS[reason])}
    if number is None:
        return said
    return f"{said} {_('It is about conversation %(number)d of the file.') % {'number': number}}"
