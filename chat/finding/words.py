"""Which words a text has, for the index and for the question alike: as they stand, in any language, but for their accents.

A letter with its accent may be written as one or as two; for who looks for it, both are one.
"""

import unicodedata
from collections.abc import Sequence

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import Func, TextField

CONFIG = "chat_words"  # of the database (chat/migrations/0018_words_without_accents.py)
# PostgreSQL takes what these join for one word of a kind of its own: a path, an address, a name with a hyphen.
JOINS = "/-_.@:’&=?+"
_LONGEST = 100_000  # characters of one text: with a megabyte of words, PostgreSQL would refuse to store it
# Letters that are another one to the dictionary, and to nobody else.
_ALIKE = dict(zip(map(ord, "øłđħıØŁĐĦ"), map(ord, "oldhiOLDH"), strict=True))
_NO_ACCENTS = 0x3000  # from here on: ideographs and syllables
_SPLIT = str.maketrans(dict.fromkeys(f"{JOINS}'\\\0", " "))


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


class Composed(Func):
    """As `composed`, in the database."""

    function = "normalize"
    output_field = TextField()


def words_of(field: str) -> Func:
    split = f"translate(normalize(left(%(expressions)s, {_LONGEST})), '{JOINS}', '{' ' * len(JOINS)}')"
    template = f"to_tsvector('{CONFIG}'::regconfig, {split})"
    return Func(field, template=template, output_field=SearchVectorField())


def split(text: str) -> list[str]:
    return text.translate(_SPLIT).split()


def query_for(words: Sequence[str]) -> SearchQuery:
    """All of these words, the last one by its beginning: it may still be typed."""
    # Quoted, none can be read as an operator; `split` has taken their own quotes and backslashes away.
    quoted = " & ".join(f"'{word}'" for word in words)
    return SearchQuery(f"{quoted}:*", search_type="raw", config=CONFIG)


class _Accents(dict[int, int]):
    """For ``str.translate``: each letter without its accent, if that is one letter as well. So every place stays where it is."""

    def __missing__(self, letter: int) -> int:
        if letter >= _NO_ACCENTS:
            return letter
        bare = [one for one in unicodedata.normalize("NFD", chr(letter)) if unicodedata.category(one) != "Mn"]
        found = self[letter] = ord(bare[0]) if len(bare) == 1 else letter
        return found


_accents = _Accents(_ALIKE)


def without_accents(text: str) -> str:
    """As long as the text is, letter by letter."""
    return text if text.isascii() else text.translate(_accents)
