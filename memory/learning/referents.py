"""Who is meant by "she", "his name" and "we", where it was said just before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from memory.learning import lists
from memory.learning.heard import Clause
from memory.learning.people import relation
from memory.learning.wordings import PROPER

_INTRODUCED = re.compile(
    rf"\b(?:a|an|one|another|my|our) (?:[\w-]+ ){{0,2}}?(?P<what>(?P<pet>{lists.ANIMALS})\b(?!'s)|(?:{lists.RELATIVES})\b(?!'s (?!an? |from |in |called |on )))"
    rf"(?:,? (?:called |named )?(?P<name>(?-i:{PROPER})))?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:his|her|its|their) name(?= is\b|'s\b)|(?:he|she|it)(?= is (?:called|named)\b|'s (?:called|named)\b))",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"(?P<who>he|she)(?=\W)", re.IGNORECASE)
_OTHERS = re.compile(rf"(?!^)\b{PROPER}")
_WITH_OTHERS = re.compile(r"\b(?:met|knows|with|and)\b", re.IGNORECASE)
_NOT_SO = re.compile(r"(?P<what>my [\w' -]{2,40}?) (?:isn't|is not|wasn't|'s not|are not|aren't)\b", re.IGNORECASE)
_BUT_SO = re.compile(r"(?:it's|it is|they're|they are)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    rf"(?:(?:my|our) (?:[\w-]+ )?(?:{lists.RELATIVES})(?: (?-i:{PROPER}))?|(?-i:{PROPER})) and (?:i|me)\b",
    re.IGNORECASE,
)
_PARTING = re.compile(r"(?: just| have)* (?:broke|split|separated|got)\b", re.IGNORECASE)
_IS = re.compile(r"^'s\b")


def referred(heard: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses of a message, with what a pronoun stands for in its place."""
    before = _Before()
    for clause in heard:
        yield from before.read(clause)


class _Before:
    """What was named last, where it was one alone; and what was said not to be so."""

    def __init__(self) -> None:
        self.what, self.name, self.is_pet = "", "", False
        self.not_so = ""

    def read(self, clause: Clause) -> Iterator[Clause]:
        words = clause.words
        not_so, self.not_so = self.not_so, ""
        if not_so and (so := _BUT_SO.match(words)):  # "My name isn't Ana, it's Anna."
            yield replace(clause, words=f"{not_so} is{words[so.end() :]}", lead="no, ")
        elif name := _NAME.match(words):
            if self.what:
                whose = f"my {self.what}'s name" if "name" in name[0].lower() else f"my {self.what}"
                yield replace(clause, words=f"{whose}{_IS.sub(' is', words[name.end() :])}")
        elif somebody := _SOMEBODY.match(words):
            if self._may_be(somebody["who"].lower()):
                who = f"my {self.what} {self.name}".rstrip()
                yield replace(clause, words=f"{who}{_IS.sub(' is', words[somebody.end() :])}")
        elif together := _TOGETHER.match(words):
            yield clause
            if not _PARTING.match(words[together.end() :]):
                yield replace(clause, words=f"we{words[together.end() :]}")
        else:
            if denied := _NOT_SO.match(words):
                self.not_so = denied["what"]
            self._notice(words)
            yield clause

    def _may_be(self, pronoun: str) -> bool:
        return bool(self.what) and not self.is_pet and relation(self.what) not in lists.NEVER[pronoun]

    def _notice(self, words: str) -> None:
        introduced = list(_INTRODUCED.finditer(words))
        if len(introduced) == 1:
            found = introduced[0]
            self.what, self.name, self.is_pet = found["what"].lower(), found["name"] or "", found["pet"] is not None
            is_among_others = _OTHERS.search(words.replace(found[0], "")) and _WITH_OTHERS.search(words)
            if is_among_others and not self.is_pet and not self.name:
                self.what = ""
        elif introduced:
            self.what = ""
