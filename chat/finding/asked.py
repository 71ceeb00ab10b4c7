"""What somebody looks for, as they wrote it, and why it can't be looked for."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from chat.finding.words import composed, split
from companion.errors import CompanionError

LONGEST = 200
MOST_WORDS = 12
# Scripts that put no space between words: there a text is looked through letter by letter.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
)


class NothingAskedError(CompanionError):
    code = "invalid"
    user_message = _("Write a word to look for.")


class TooLongToFindError(CompanionError):
    code = "too_long"
    user_message = _("That is a lot to look for at once. A few words are enough.")


@dataclass(frozen=True, slots=True)
class Asked:
    """``letters``: to be looked for as they stand, where words can't be told apart; else ``words``, the last by its beginning."""

    words: tuple[str, ...] = ()
    letters: str = ""

    @property
    def marked(self) -> tuple[str, ...]:
        return (self.letters,) if self.letters else self.words


def asked_for(text: str) -> Asked:
    """Raises NothingAskedError, TooLongToFindError."""
    if len(text) > LONGEST:
        raise TooLongToFindError
    plain = "".join(one for one in text.replace("\0", " ") if not "\ud800" <= one <= "\udfff")
    plain = composed(" ".join(plain.split()))
    if not plain:
        raise NothingAskedError
    words = [word for word in split(plain) if any(letter.isalnum() for letter in word)]
    if len(words) > MOST_WORDS:
        raise TooLongToFindError
    if not words or _UNSPACED.search(plain):
        return Asked(letters=plain)
    return Asked(words=tuple(words))
