"""Which words a wording needs, so that most wordings need not be searched for in most sentences."""

import re
from functools import lru_cache

from chat.safety.parts import word_set

EVERYWHERE = word_set(
    "the a an and or to of in on at is it its i im my me you your he she him her his they them their we us our be "
    "been was were are for with "
    "that this not no do dont did will would can cant have has had if when what so just up out off go going get "
    "all one about as from without"
)

_OFTEN = EVERYWHERE | word_set(
    "tell take how want need make know you give things stop one last when any time use day days night see say says said "
    "told think thinking car account life home house work money name please find call help like where who why which "
    "much many more some good new back every friend friends family week year years over after before right again keep "
    "should must doing done being become feel never always only really still because could send show old"
)

_WORD = re.compile(r"([a-z0-9]+)(s\?)?(?![a-z0-9?*+{\\\[])")
_LOOK = re.compile(r"\(\?<?[!=]")
_BRACKET_OR = {sign: re.compile(rf"[()\[\]{sign}]") for sign in "| "}
_TIMES = re.compile(r"(?:[?*+]|\{\d*,?\d*\})\??")


def rarity(words: frozenset[str]) -> int:
    """The less the more seldom a sentence has one of them."""
    return len(words) + 100 * len(words & _OFTEN) + 1000 * len(words & EVERYWHERE)


def needed_words(source: str) -> list[frozenset[str]]:
    """Sets of words; of each, one stands in every sentence that the regular expression matches. None where none is sure."""
    alternatives = _split(source, "|")
    if len(alternatives) == 1:
        parts = _split(source, " ")
        # Where a blank may be missing, what stands beside it is no word for sure: "breast ?feed".
        glued = {place for place, part in enumerate(parts) if part[:1] in {"?", "*"}}
        sure = [part for place, part in enumerate(parts) if glued.isdisjoint({place, place + 1})]
        return [words for part in sure if (words := _one_of(part))]
    needed = [needed_words(alternative) for alternative in alternatives]
    if not all(needed):
        return []
    return [frozenset().union(*(min(sets, key=rarity) for sets in needed))]


@lru_cache(maxsize=512)  # the same lists of people and blows stand in hundreds of wordings
def _one_of(part: str) -> frozenset[str]:
    """Of a part without blanks outside of brackets: words of which it has one for sure, each standing alone."""
    if _LOOK.match(part):
        return _one_of(_after_brackets(part))
    if found := _WORD.match(part):
        words = {found[1], f"{found[1]}s"} if found[2] else {found[1]}
        return frozenset(words) if _begins_anew(part[found.end() :]) else frozenset()
    if not part.startswith("(?:"):
        return frozenset()
    rest = _after_brackets(part)
    inner = part[3 : len(part) - len(rest) - 1]
    if times := _TIMES.match(rest):
        # What may be missing says nothing, but a word of its own may follow.
        is_apart = all(one.endswith(" ") for one in _split(inner, "|"))
        return _one_of(rest[times.end() :]) if is_apart else frozenset()
    sets = needed_words(inner)
    return min(sets, key=rarity) if sets and _begins_anew(rest) else frozenset()


def _begins_anew(rest: str) -> bool:
    """Whether what follows a word leaves it one: nothing, a look ahead, or more words after a blank."""
    while rest:
        if not _LOOK.match(rest):
            after = _after_brackets(rest)
            inner = rest[3 : len(rest) - len(after) - 1]
            if not rest.startswith("(?:") or not all(one.startswith(" ") for one in _split(inner, "|")):
                return False
        rest = (
            _TIMES.sub("", _after_brackets(rest), count=1)
            if _TIMES.match(_after_brackets(rest))
            else _after_brackets(rest)
        )
    return True


def _after_brackets(part: str) -> str:
    depth = 0
    for place, sign in enumerate(part):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return part[place + 1 :]
    return ""


def _split(source: str, at: str) -> list[str]:
    """What stands between signs outside of brackets."""
    parts, begin, depth = [], 0, 0
    for found in _BRACKET_OR[at].finditer(source):
        sign = found[0]
        if sign == at:
            if depth == 0:
                parts.append(source[begin : found.start()])
                begin = found.end()
        else:
            depth += 1 if sign in "([" else -1
    return [*parts, source[begin:]]
