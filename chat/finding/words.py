"""Which words a text has, for the index and for the question alike: as they stand, in any language."""

from collections.abc import Sequence

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import Func

# PostgreSQL takes what these join for one word of a kind of its own: a path, an address, a name with a hyphen.
JOINS = "/-_.@:’&=?+"
_LONGEST = 100_000  # characters of one text: with a megabyte of words, PostgreSQL would refuse to store it
_SPLIT = str.maketrans(dict.fromkeys(f"{JOINS}'\\\0", " "))


def words_of(field: str) -> Func:
    split = f"translate(left(%(expressions)s, {_LONGEST}), '{JOINS}', '{' ' * len(JOINS)}')"
    template = f"to_tsvector('simple'::regconfig, {split})"
    return Func(field, template=template, output_field=SearchVectorField())


def split(text: str) -> list[str]:
    return text.translate(_SPLIT).split()


def query_for(words: Sequence[str]) -> SearchQuery:
    """All of these words, the last one by its beginning: it may still be typed."""
    # Quoted, none can be read as an operator; `split` has taken their own quotes and backslashes away.
    quoted = " & ".join(f"'{word}'" for word in words)
    return SearchQuery(f"{quoted}:*", search_type="raw", config="simple")
