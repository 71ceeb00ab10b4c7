"""How the rules are written down, and how they are found in a text.

A rule has one wording a line: words in small letters and without apostrophes ("dont", "im"), and a little more:

- ``{kill|hurt badly}``: key words, in every wording. It is tried only on sentences that have the longest word of one of
  these, which is what keeps a message below a millisecond. They are plain words: write every form out.
- ``(a |b )?``, ``(?! c)``: plain regular expressions; groups never capture.
- A line that ends with ``|`` goes on in the next; one that starts with ``#`` is a remark.
- ``<part>``: a list of words from ``parts.py``; inside braces its words are key words.
- `` .. ``: up to two words lie between, `` ... ``: up to five, `` .... ``: up to twelve.
- `` & ``: what stands on either side is somewhere in the sentence, in any order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, compress
from operator import and_

from chat.safety.lazy import Pattern
from chat.safety.needed import EVERYWHERE, needed_words, rarity
from chat.safety.parts import PARTS
from chat.safety.reading import Reading, Sentence, places
from chat.safety.verdict import Label

STRONG, LIKELY, WEAK, HINT = 1.0, 0.6, 0.5, 0.25

# Numbers keep what makes them a price, a share or a time of day: "$15" is no age.
_WORD = re.compile(r"[$€£¥]?\d+(?:[.,:/]\d+)*[%€£°]?(?!\w)|[^\W_]+(?:'[^\W_]+)*")
_DIGIT = re.compile(r"\d")
# Here a sign belongs to a number, or parts it from another.
_BESIDE_DIGIT = re.compile(r"\d(?:['%]|[.,:/]\d)|[$']\d")
# None, not "": only so is the translation of ASCII a quick one.
_SIGNS: dict[int, str | None] = {code: " " for code in range(128) if not chr(code).isalnum()}
_SIGNS |= {ord("'"): None, ord("\n"): "\n"}
_LONGEST, _STEP = 60, 45


def sentences(*readings: str) -> Reading:
    """Different sentences of a text in order, each once. What goes on without an end is cut into overlapping pieces."""
    found: dict[str, Sentence] = {}
    parts = list(dict.fromkeys(chain.from_iterable(map(_parts, dict.fromkeys(readings)))))
    for part, words in zip(parts, _words(parts), strict=True):
        if "?" in part[-3:]:
            words.append("?")
        for piece in [words] if len(words) <= _LONGEST else _pieces(words):
            joined = " ".join(piece)
            if joined and joined not in found:
                found[joined] = Sentence(joined, frozenset(piece))
    return Reading(found.values())


def _pieces(words: list[str]) -> list[list[str]]:
    return [words[start : start + _LONGEST] for start in range(0, len(words) - _LONGEST + _STEP, _STEP)]


# "In 7. Klasse" is one sentence.
_NUMBERED = re.compile(r"\. (?<=\d. )(?=klasse?|luokk|class|ano|osztaly)")


def _parts(text: str) -> list[str]:
    if "kla" in text or "luokk" in text:
        text = _NUMBERED.sub(" ", text)
    text = text.replace("...", " ").replace("…", " ").replace("? ", "?\n")
    for end in (". ", "! ", "; "):
        text = text.replace(end, "\n")
    return text.split("\n")


def _words(parts: list[str]) -> Iterator[list[str]]:
    """The words of each part. Those that are simple go through one translation together, which is five times as fast."""
    everything = "\n".join(parts)
    if _is_simple(everything):
        yield from map(str.split, everything.translate(_SIGNS).split("\n"))
        return
    plain = list(map(_is_simple, parts))
    translated = iter("\n".join(compress(parts, plain)).translate(_SIGNS).split("\n"))
    for part, is_plain in zip(parts, plain, strict=True):
        if is_plain:
            yield next(translated).split()
        else:
            yield [word.replace("'", "") for word in _WORD.findall(part)]


def _is_simple(text: str) -> bool:
    """Whether signs do nothing in it but part words."""
    if not text.isascii() or _BESIDE_DIGIT.search(text):
        return False
    return "''" not in text or not _DIGIT.search(text)


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to think that a text is ``label``.

    The weights are added up by label, once for each wording that a text meets; STRONG is enough alone. In a sentence
    where ``but_not`` is found as well, the rule does not count. ``is_tender``: families, friends and young people in love say
    it, too; however much of it there is, it isn't enough beside a minor.
    """

    name: str
    label: Label
    weight: float
    wordings: str
    but_not: str = ""
    is_tender: bool = False


_BRACES = re.compile(r"\{([a-z<][^{}]*)\}")
_PART = re.compile(r"<(\w+)>")
_GAP = {" .... ": r"(?: \S+){0,12} ", " ... ": r"(?: \S+){0,5} ", " .. ": r"(?: \S+){0,2} "}


def key_words(wording: str) -> frozenset[str]:
    """Of each alternative in the first braces the longest word, of those that do not stand in every other sentence."""
    braces = _BRACES.search(wording)
    if braces is None:
        raise ValueError(f"no key words in {wording!r}")
    keys = _one_word_each(braces[1])
    if odd := [key for key in keys if not key.isalnum()]:
        raise ValueError(f"key words are plain words, not {odd} in {wording!r}")
    return keys


def looked_up_by(wording: str, needed: Sequence[frozenset[str]]) -> frozenset[str]:
    """The words to try a wording for: its key words, or another set that it needs where that is met with less often."""
    return min([key_words(wording), *needed], key=rarity)


def needed_by(wording: str) -> list[frozenset[str]]:
    """Sets of words of which a sentence must have one each, or the wording cannot be there. It is looked at only to save time."""
    return [words for part in wording.split(" & ") for words in needed_words(_meaning(part))]


def _split(wording: str, at: str) -> list[str]:
    """What stands between signs outside of brackets: at strokes "a|(b|c) d" is "a" and "(b|c) d"."""
    groups, depth = [""], 0
    for sign in wording:
        depth += (sign in "({<") - (sign in ")}>")
        if sign == at and depth == 0:
            groups.append("")
        else:
            groups[-1] += sign
    return groups


def _one_word_each(alternatives: str) -> frozenset[str]:
    spelt_out = _PART.sub(lambda part: PARTS[part[1]], alternatives).split("|")
    return frozenset(max(one.split(), key=lambda word: (word not in EVERYWHERE, len(word))) for one in spelt_out)


def expressions(wording: str) -> list[str]:
    """The regular expressions that a wording stands for: all must be found."""
    return [expression(part) for part in wording.split(" & ")]


def expression(wording: str) -> str:
    """The regular expression that a wording without "&" stands for, for a sentence with a blank before it.

    As every match begins with a blank, the search jumps from word to word, which is two and a half times as fast.
    """
    return _between_blanks(_meaning(wording))


def _between_blanks(source: str) -> str:
    return rf" (?:{source})(?!\S)"


def _meaning(wording: str) -> str:
    text = _BRACES.sub(r"(?:\1)", wording)
    text = _PART.sub(lambda part: f"(?:{PARTS[part[1]]})", text)
    text = re.sub(r"\((?!\?)", "(?:", text)
    for gap, meaning in _GAP.items():
        text = text.replace(gap, meaning)
    if ".." in text:
        raise ValueError(f"a gap needs a blank before and after it in {wording!r}")
    # A question ends with a sign of its own.
    text = text.replace("$", r"(?=(?: \?)?$)")
    return text.replace("^", "(?<=^ )")


def lines(block: str) -> list[str]:
    """The wordings of a block."""
    joined = re.sub(r"\|\s*\n\s*", "|", block)
    return [line.strip() for line in joined.splitlines() if line.strip() and not line.strip().startswith("#")]


def words_of(source: str) -> list[str]:
    """The words of two letters and more that stand in a regular expression."""
    return re.findall(r"(?<!\\)\b[a-z]{2,}\b", source)


_PLAIN_WORD = re.compile(r"([a-z0-9]+)(s\?)?")


class AnyOf:
    """All wordings of a block, which need no key words: plain words are looked up, only the others are searched for."""

    def __init__(self, block: str) -> None:
        alternatives = [one for line in lines(block) for one in _split(line, "|")]
        plain = [word for one in alternatives if (word := _PLAIN_WORD.fullmatch(one))]
        self._words = frozenset(
            form for word in plain for form in {word[1], word[1] + word[2].rstrip("?") if word[2] else word[1]}
        )
        others = [_meaning(one) for one in alternatives if not _PLAIN_WORD.fullmatch(one)]
        needed = {one: min(sets, key=rarity) for one in others if (sets := needed_words(one))}
        # What needs one of these words is searched for where there is one.
        self._keys = frozenset[str]().union(*needed.values())
        self._keyed = _any_of(needed)
        self._others = _any_of(one for one in others if one not in needed)
        self._all = Pattern(_between_blanks("|".join(map(_meaning, alternatives))))

    def is_in(self, text: str, words: frozenset[str]) -> bool:
        """Whether one is in the sentence of these words."""
        if not words.isdisjoint(self._words):
            return True
        if self._others is not None and self._others.search(f" {text}"):
            return True
        return (
            self._keyed is not None and not words.isdisjoint(self._keys) and self._keyed.search(f" {text}") is not None
        )

    def is_somewhere_in(self, text: Reading) -> bool:
        """Whether one is in any of the sentences."""
        if text.has(self._words):
            return True
        if self._others is not None and any(self._others.search(f" {sentence.text}") for sentence in text):
            return True
        keyed = self._keyed
        return keyed is not None and any(keyed.search(f" {sentence.text}") for sentence in text.having(self._keys))

    def taken_out_of(self, text: str) -> str:
        return self._all.sub(" ", f" {text}").strip()


def _any_of(sources: Iterable[str]) -> Pattern | None:
    source = "|".join(sources)
    return Pattern(_between_blanks(source)) if source else None


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """One wording of a rule, made ready. Of each of ``needed`` a sentence has a word; ``numbers``: of all such sets."""

    rule: Rule
    numbers: tuple[int, ...]
    needed: tuple[frozenset[str], ...]
    patterns: tuple[Pattern, ...]
    but_not: AnyOf

    def is_in(self, sentence: Sentence, spaced: str) -> bool:
        for pattern in self.patterns:
            if not pattern.search(spaced):
                return False
        return not self.but_not.is_in(*sentence)


class Rulebook:
    """Rules made ready: for each word of a sentence it knows which wordings are worth trying."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._lines: list[_Line] = []
        self._by_word: dict[str, list[_Line]] = {}
        self._needed: dict[frozenset[str], int] = {}
        for rule in self.rules:
            but_not = AnyOf(rule.but_not)
            for wording in lines(rule.wordings):
                needed = needed_by(wording)
                looked_up = looked_up_by(wording, needed)
                others = sorted((words for words in needed if words != looked_up), key=rarity)
                # Many need the same: each set has one number.
                numbers = tuple(self._needed.setdefault(words, len(self._needed)) for words in (looked_up, *others))
                line = _Line(rule, numbers, tuple(others), tuple(map(Pattern, expressions(wording))), but_not)
                self._lines.append(line)
                for word in looked_up:
                    self._by_word.setdefault(word, []).append(line)

        self._needed_with: dict[str, list[int]] = {}
        for words, number in self._needed.items():
            for word in words:
                self._needed_with.setdefault(word, []).append(number)

    @property
    def vocabulary(self) -> frozenset[str]:
        """All words that stand in a wording or in an exception."""
        wordings = (line for rule in self.rules for block in (rule.wordings, rule.but_not) for line in lines(block))
        return frozenset(word for wording in wordings for one in expressions(wording) for word in words_of(one))

    def found_in(self, text: Reading) -> dict[Rule, float]:
        """The rules that a text meets, strongest first, each with what its wordings weigh together."""
        weights: dict[Rule, float] = {}
        for line in self._met_in_many(text) if text.is_long else self._met_in(text):
            weights[line.rule] = weights.get(line.rule, 0.0) + line.rule.weight
        return dict(sorted(weights.items(), key=lambda entry: (-entry[1], entry[0].name)))

    def _met_in(self, text: Reading) -> set[_Line]:
        met: set[_Line] = set()
        for sentence in text:
            spaced = f" {sentence.text}"
            for word in sentence.words & self._by_word.keys():
                for line in self._by_word[word]:
                    # Written out, as most of the time is spent here.
                    for needed in line.needed:
                        if sentence.words.isdisjoint(needed):
                            break
                    else:
                        if line not in met and line.is_in(sentence, spaced):
                            met.add(line)
        return met

    def _met_in_many(self, text: Reading) -> Iterator[_Line]:
        """The same wording by wording: of many sentences few have all the words that one needs."""
        marks = [0] * len(self._needed)
        for word in self._needed_with.keys() & text.marks.keys():
            mark = text.marks[word]
            for number in self._needed_with[word]:
                marks[number] |= mark
        for line in self._lines:
            having_all = reduce(and_, map(marks.__getitem__, line.numbers))
            if having_all and any(line.is_in(text[place], f" {text[place].text}") for place in places(having_all)):
                yield line
