"""How the rules are written down, and how they are found in a text.

A rule has one wording a line: words in small letters and without apostrophes ("dont", "im"), and a little more:

- ``{kill|hurt badly}``: key words, in every wording. It is tried only on sentences that have the longest word of one of these, which
  is what keeps a message below a millisecond. They are plain words: write every form out.
- ``(a |b )?``, ``(?! c)``: plain regular expressions; groups never capture. A line that starts with ``#`` is a remark.
- ``<part>``: a list of words from ``parts.py``; inside braces its words are key words.
- `` .. ``: up to two words lie between, `` ... ``: up to five.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chat.safety.parts import PARTS
from chat.safety.verdict import Label

STRONG, LIKELY, WEAK, HINT = 1.0, 0.6, 0.5, 0.25

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_PAUSE = re.compile(r"\.{2,}|…")
# Numbers keep what makes them a price, a share or a time of day: "$15" is no age.
_WORD = re.compile(r"[$€£¥]?\d+(?:[.,:/]\d+)*[%€£°]?(?!\w)|[^\W_]+(?:'[^\W_]+)*")
_LONGEST, _STEP = 60, 45


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` is its words with one blank between; a question ends with " ?"."""

    text: str
    words: frozenset[str]


def sentences(text: str) -> list[Sentence]:
    """Different sentences of a text in order, each once. What goes on without an end is cut into overlapping pieces."""
    found: dict[str, Sentence] = {}
    for part in dict.fromkeys(_SENTENCE_END.split(_PAUSE.sub(" ", text))):
        words = [word.replace("'", "") for word in _WORD.findall(part)]
        if part.endswith("?"):
            words.append("?")
        for start in range(0, max(len(words) - _LONGEST + _STEP, 1), _STEP):
            piece = words[start : start + _LONGEST]
            joined = " ".join(piece)
            if joined and joined not in found:
                found[joined] = Sentence(joined, frozenset(piece))
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to think that a text is ``label``.

    The weights are added up by label, once for each wording that a text meets; STRONG is enough alone. In a sentence where
    ``but_not`` is found as well, the rule does not count.
    """

    name: str
    label: Label
    weight: float
    wordings: str
    but_not: str = ""


_BRACES = re.compile(r"\{([a-z<][^{}]*)\}")
_PART = re.compile(r"<(\w+)>")
_GAP = {" ... ": r"(?: \S+){0,5} ", " .. ": r"(?: \S+){0,2} "}


def key_words(wording: str) -> set[str]:
    """Of each alternative in the first braces the longest word."""
    braces = _BRACES.search(wording)
    if braces is None:
        raise ValueError(f"no key words in {wording!r}")
    alternatives = _PART.sub(lambda part: PARTS[part[1]], braces[1]).split("|")
    keys = {max(alternative.split(), key=len) for alternative in alternatives}
    if odd := [key for key in keys if not key.isalnum()]:
        raise ValueError(f"key words are plain words, not {odd} in {wording!r}")
    return keys


def expression(wording: str) -> str:
    """The regular expression that a wording stands for."""
    text = _BRACES.sub(r"(?:\1)", wording)
    text = _PART.sub(lambda part: f"(?:{PARTS[part[1]]})", text)
    text = re.sub(r"\((?!\?)", "(?:", text)
    for gap, meaning in _GAP.items():
        text = text.replace(gap, meaning)
    if ".." in text:
        raise ValueError(f"a gap needs a blank before and after it in {wording!r}")
    return rf"(?<!\S)(?:{text})(?!\S)"


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip() and not line.strip().startswith("#")]


def any_of(block: str) -> re.Pattern[str] | None:
    """One expression for all wordings of a block, None for none. It needs no key words."""
    alternatives = [expression(wording) for wording in lines(block)]
    return re.compile("|".join(alternatives)) if alternatives else None


class Rulebook:
    """Rules made ready: for each word of a sentence it knows which wordings are worth trying."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._by_word: dict[str, list[_Line]] = {}
        for rule in self.rules:
            but_not = any_of(rule.but_not)
            for wording in lines(rule.wordings):
                line = _Line(rule, re.compile(expression(wording)), but_not)
                for word in key_words(wording):
                    self._by_word.setdefault(word, []).append(line)

    @property
    def vocabulary(self) -> frozenset[str]:
        """All words that stand in a wording."""
        sources = (expression(wording) for rule in self.rules for wording in lines(rule.wordings))
        return frozenset(word for source in sources for word in re.findall(r"(?<!\\)\b[a-z]{2,}\b", source))

    def found_in(self, text: Iterable[Sentence]) -> dict[Rule, float]:
        """The rules that a text meets, strongest first, each with what its wordings weigh together."""
        met: set[_Line] = set()
        for sentence in text:
            for word in sentence.words & self._by_word.keys():
                met.update(line for line in self._by_word[word] if line not in met and line.is_in(sentence))
        weights: dict[Rule, float] = {}
        for line in met:
            weights[line.rule] = weights.get(line.rule, 0.0) + line.rule.weight
        return dict(sorted(weights.items(), key=lambda entry: (-entry[1], entry[0].name)))


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """One wording of a rule, made ready."""

    rule: Rule
    pattern: re.Pattern[str]
    but_not: re.Pattern[str] | None

    def is_in(self, sentence: Sentence) -> bool:
        if not self.pattern.search(sentence.text):
            return False
        return self.but_not is None or not self.but_not.search(sentence.text)
