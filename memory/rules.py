"""Reading four kinds of facts out of a person's own words, by rules: names, likes, pets, places."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from memory import patterns
from memory.models import Memory
from memory.questions import is_question, sentences

Kind = Memory.Kind


@dataclass(frozen=True, slots=True)
class Fact:
    """``subject`` and ``slot`` as in Memory: of two facts on both, the newer holds. ``quote`` is a literal part of the text."""

    kind: Memory.Kind
    subject: str
    slot: str
    text: str
    cue: str
    quote: str


_YOUNG = {"puppy": "dog", "kitten": "cat", "bunny": "rabbit"}
_SYNONYMS = {"dog": "Puppy, pup.", "cat": "Kitten, kitty.", "rabbit": "Bunny.", "horse": "Pony."}
_TO_YOU = {
    "i": "you", "i'm": "you're", "i’m": "you’re", "me": "you", "my": "your", "mine": "yours", "myself": "yourself",
    "our": "your", "am": "are", "was": "were",
}  # fmt: skip


def facts_in(text: str) -> list[Fact]:
    """The facts that a message tells of its author; questions and suppositions tell none."""
    found: dict[tuple[str, str], Fact] = {}
    for sentence in sentences(text):
        if is_question(sentence):
            continue
        for make, wordings in _READERS:
            for match in _matches(wordings, sentence):
                fact = make(match)
                found.setdefault((fact.subject, fact.slot), fact)
    return list(found.values())


def _matches(wordings: tuple[re.Pattern[str], ...], sentence: str) -> Iterator[re.Match[str]]:
    for wording in wordings:
        for match in wording.finditer(sentence):
            if not patterns.UNSURE.search(sentence[: match.start()]):
                yield match


def _name(match: re.Match[str]) -> Fact:
    text = f"Your name is {_proper(match['name'])}."
    return Fact(Kind.NAME, "you", "name", text, "My name. Who I am, what I am called.", match[0].strip())


def _pet(match: re.Match[str]) -> Fact:
    animal, name = " ".join(match["animal"].lower().split()), _proper(match["name"])
    kind = _YOUNG.get(animal, animal)
    cue = f"My pet, my {kind}, its name. {_SYNONYMS.get(kind, '')}".strip()
    subject = f"{kind} {name.lower()}"[:120]
    return Fact(Kind.PET, subject, "name", f"Your {animal} is called {name}.", cue, match[0].strip())


def _home(match: re.Match[str]) -> Fact:
    place = _proper(match["place"])
    when = match.groupdict().get("when") or ""
    moved = match["verb"].lower() == "moved"
    text = f"You moved to {place}{when}." if moved else f"You live in {place}."
    return Fact(Kind.PLACE, "you", "home", text, "The city where I live. My home.", match[0].strip())


def _origin(match: re.Match[str]) -> Fact:
    told = _to_you(match[0])
    cue = "Where I come from, where I was born."
    return Fact(Kind.PLACE, "you", "origin", f"{told[0].upper()}{told[1:]}.", cue, match[0].strip())


def _favourite(match: re.Match[str]) -> Fact:
    what = match["what"].lower()
    text = f"Your favourite {what} is {_to_you(match['thing'])}."
    return Fact(Kind.LIKE, "you", f"favourite {what}"[:40], text, f"The {what} I like best.", match[0].strip())


def _like(match: re.Match[str]) -> Fact:
    thing = _to_you(match["thing"])
    text = f"You {match['verb'].lower()} {thing}."
    return Fact(Kind.LIKE, thing.lower(), "liking", text, "What I like and enjoy.", match[0].strip())


_READERS: tuple[tuple[Callable[[re.Match[str]], Fact], tuple[re.Pattern[str], ...]], ...] = (
    (_name, patterns.NAMES),
    (_pet, patterns.PETS),
    (_home, patterns.HOMES),
    (_origin, patterns.ORIGINS),
    (_favourite, patterns.FAVOURITES),
    (_like, patterns.LIKES),
)


def _proper(name: str) -> str:
    name = " ".join(name.split()).removesuffix("'s").removesuffix("’s")
    return name[0].upper() + name[1:]


def _to_you(words: str) -> str:
    return " ".join(_TO_YOU.get(word.lower(), word) for word in words.split())
