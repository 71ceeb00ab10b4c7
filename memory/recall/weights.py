"""How much a shared word says. Stems as PostgreSQL's English dictionary makes them."""

from collections.abc import Iterable

# Words that people use about everything: sharing one of them is no sign of sharing a subject.
COMMON = frozenset(
    """
    know rememb rememberr tell told say said think thought want need get got go went come came make made take look see feel
    like love realli much mani lot thing way time day today tomorrow yesterday week weekend month year morn even night now new
    old good great nice best well bit littl one two first last next someth anyth pleas help talk ask answer januari februari
    march april may june juli august septemb octob novemb decemb monday tuesday wednesday thursday friday saturday sunday
    spring summer autumn winter ve ll re m s d don t let also would could use tri work
    """.split()  # as a list it is a page
)
_COMMON_WEIGHT = 0.1


def shared_words(asked: Iterable[str], known: Iterable[str]) -> float:
    """The part of the asked words that is known, from 0 to 1, by weight; few common words alone stay near 0."""
    weights = {word: _COMMON_WEIGHT if word in COMMON else 1.0 for word in asked}
    shared = sum(weights[word] for word in weights.keys() & set(known))
    return shared / max(sum(weights.values()), 1.0)
