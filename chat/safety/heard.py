"""What is found out about a message before anything is decided: its vector, and what a remote judge thinks of it."""

from dataclasses import dataclass

from chat.safety.judge import known_words
from chat.safety.learned.features import WINDOW, words_of
from chat.safety.normalise import normalise, plain
from chat.safety.opinion import Opinion

LONGEST = (
    2_000  # characters: more are more words than that, and to look for disguises in them would hold the event loop
)


@dataclass(frozen=True, slots=True)
class Heard:
    """Of this text and no other. ``vector`` is the built-in embedder's, of ``embedded``."""

    text: str
    embedded: str = ""
    vector: list[float] | None = None
    opinion: Opinion | None = None

    def vector_of(self, words: str) -> list[float] | None:
        """So that what was embedded to be judged isn't embedded again to be recalled by."""
        return self.vector if words == self.embedded else None


def heard_as(text: str) -> str:
    """What the embedder is given of a text: itself, or what it is with its disguises undone. Empty where a vector would tell
    nothing: without words, and of more than the model reads at once, in which the grave part would drown."""
    if len(text) > LONGEST:
        return ""
    as_it_stands = plain(text)
    undone = normalise(text, known_words())
    number = len(words_of(undone))
    if not 0 < number <= WINDOW:
        return ""
    return text if undone == as_it_stands else undone
