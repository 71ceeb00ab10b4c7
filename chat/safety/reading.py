"""A text sentence by sentence, and which of its sentences have which words."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

# From so many sentences on it is quicker to note once where each word stands than to look into every sentence for it.
_MANY = 200


class Sentence(NamedTuple):
    """``text`` is its words with one blank between; a question ends with " ?"."""

    text: str
    words: frozenset[str]


class Reading(list[Sentence]):
    """The sentences of a text in order. It is not changed once it is read."""

    @property
    def is_long(self) -> bool:
        return len(self) >= _MANY

    def having(self, words: frozenset[str]) -> Iterator[Sentence]:
        """The sentences with one of the words."""
        return (self[place] for place in self.places_of(words))

    def has(self, words: frozenset[str]) -> bool:
        return next(self.places_of(words), None) is not None

    def places_of(self, words: frozenset[str]) -> Iterator[int]:
        """Where the sentences with one of the words stand."""
        if not self.is_long:
            return (place for place, sentence in enumerate(self) if not sentence.words.isdisjoint(words))
        marks = 0
        for word in words & self.marks.keys():
            marks |= self.marks[word]
        return places(marks)

    @cached_property
    def marks(self) -> dict[str, int]:
        """A bitmap index: of each word a number with a bit for each sentence, set where the sentence has it; see ``places``."""
        marks: dict[str, int] = {}
        for place, sentence in enumerate(self):
            mark = 1 << place
            for word in sentence.words:
                if word in marks:
                    marks[word] |= mark
                else:
                    marks[word] = mark
        return marks

    def changed(self, sentences: Mapping[int, Sentence]) -> "Reading":
        """The same text with other sentences in these places."""
        text = Reading(self)
        for place, sentence in sentences.items():
            text[place] = sentence
        if self.is_long:
            text.marks = dict(self.marks)
            for place, sentence in sentences.items():
                for word in sentence.words ^ self[place].words:
                    text.marks[word] = text.marks.get(word, 0) ^ (1 << place)
        return text


def places(marks: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while marks:
        last = marks & -marks
        yield last.bit_length() - 1
        marks ^= last
