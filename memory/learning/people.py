"""Whom a sentence is about: its author, or somebody of theirs, by name where the name is known."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from memory.learning import lists

YOU = "you"
_SUBJECT = re.compile(rf"(?P<kin>{lists.RELATIVES}) (?P<name>.+)", re.IGNORECASE)


@dataclass(slots=True)
class People:
    """Names by relation, as they are known so far."""

    names: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of_subjects(cls, subjects: Iterable[str]) -> "People":
        people = cls()
        for subject in subjects:
            if match := _SUBJECT.fullmatch(subject):
                people.add(match["kin"], match["name"])
        return people

    def add(self, kin: str, name: str) -> None:
        known = self.names.setdefault(relation(kin), [])
        if name.lower() not in known:
            known.append(name.lower())

    def subject(self, kin: str, name: str | None) -> str:
        """ "sister ana" where a name is told or only one is known, else "sister"."""
        kin = relation(kin)
        known = self.names.get(kin, [])
        if name:
            return f"{kin} {name.lower()}"
        return f"{kin} {known[0]}" if len(known) == 1 else kin

    def kin_of(self, name: str) -> str | None:
        kins = [kin for kin, names in self.names.items() if name.lower() in names]
        return kins[0] if len(kins) == 1 else None

    def called(self, kin: str) -> str | None:
        """As it is written, where there is exactly one."""
        known = self.names.get(relation(kin), [])
        return titled(known[0]) if len(known) == 1 else None


def relation(kin: str) -> str:
    kin = " ".join(kin.lower().split())
    return lists.SAME_RELATIVE.get(kin, kin)


def titled(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


_TO_YOU: Mapping[str, str] = {
    "i": "you", "i'm": "you're", "im": "you're", "i've": "you've", "ive": "you've", "i'll": "you'll", "me": "you", "my": "your", "mine": "yours",
    "myself": "yourself", "our": "your", "ours": "yours", "we": "you", "we're": "you're", "we've": "you've", "we'll": "you'll", "us": "you",
    "ourselves": "yourselves", "dont": "don't", "cant": "can't", "doesnt": "doesn't", "isnt": "isn't", "wont": "won't", "didnt": "didn't",
}  # fmt: skip
_AFTER_I = {"am": "are", "was": "were", "'m": "'re"}
_FIRST = re.compile(r"\b(?:i|we)\b(?: (?:really|just|also|still|now|always))*\s*$", re.IGNORECASE)


def to_you(words: str) -> str:
    """ "I was born in my town" as its author reads it: "you were born in your town"."""
    told: list[str] = []
    before = ""
    for word in words.split():
        bare = word.lower()
        if bare in _AFTER_I and _FIRST.search(before):
            told.append(_AFTER_I[bare])
        else:
            told.append(_TO_YOU.get(bare, word))
        before = f"{before} {word}"
    return " ".join(told)


def sentence(words: str) -> str:
    words = " ".join(words.split()).strip(" ,")
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
