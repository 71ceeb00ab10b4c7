"""Whether a sentence follows from the words that are said to prove it. By rule: in doubt it doesn't."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from companion.clock import day_of, start_of
from memory.learning import lists
from memory.learning.dates import ANY, FUTURE, PAST, absolute
from memory.learning.facts import Fact, Kind
from memory.learning.heard import clauses, is_in_confidence
from memory.learning.people import YOU, People, relation
from memory.learning.secrets import has_secret
from memory.models import SENSITIVE_KINDS

_SENTENCE = re.compile(r"You(?:r|'re|'ve|’re|’ve)?\b[^\n.!?;:{}<>\[\]]{3,180}\.")
_WORD = re.compile(r"[^\W_]+")
# What joins words and tells nothing by itself.
_GLUE = frozenset(
    [
        "you",
        "your",
        "yours",
        "yourself",
        "re",
        "ve",
        "are",
        "is",
        "am",
        "m",
        "s",
        "be",
        "have",
        "has",
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "at",
        "with",
        "as",
        "for",
        "from",
        "by",
        "it",
        "its",
        "that",
        "which",
        "who",
        "called",
        "named",
        "name",
        "since",
    ]
)
_ME = frozenset(["i", "im", "ive", "we"])
_MY = frozenset(["my", "our"])
# Without one of these, a sentence says something else.
_TURNS = frozenset(
    [
        "used",
        "almost",
        "nearly",
        "would",
        "might",
        "could",
        "should",
        "may",
        "maybe",
        "perhaps",
        "want",
        "wants",
        "wanted",
        "wish",
        "hope",
        "hoping",
        "plan",
        "planning",
        "try",
        "trying",
        "will",
        "going",
        "once",
        "former",
        "ex",
        "until",
        "was",
        "were",
        "had",
        "been",
        "if",
        "unless",
        "only",
        "dreamt",
        "dreamed",
        "pretend",
        "supposed",
        "only",
        "both",
        "half",
    ]
)
_NOT = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|without|hardly|barely|cannot)\b|n[’']t\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|now|ago|soon|recently|lately|(?:last|next|this) (?:\w+)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|did|went|got|met|moved|\w+ed)\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|'ll|going to|\w+ing)\b", re.IGNORECASE)
_OWN = re.compile(rf"Your (?:\w+ )?(?P<kin>{lists.RELATIVES})\b(?: (?P<name>[A-ZÀ-Þ][\w-]+))?")
_SENSITIVE = (
    (Kind.HEALTH, re.compile(rf"\b(?:{lists.CONDITIONS}|allerg\w+|diagnos\w+|pregnan\w+|illness|therap\w+|medication|depress\w+|disorder|surgery|addict\w+)\b", re.IGNORECASE)),
    (Kind.BELIEF, re.compile(rf"\b(?:{lists.FAITHS}|{lists.POLITICS}|vot(?:e|es|ed|ing)|religio\w+|pray\w*|church|mosque|synagogue)\b", re.IGNORECASE)),
    (Kind.INTIMACY, re.compile(r"\b(?:gay|lesbian|bisexual|queer|asexual|transgender|trans|non-binary|sex\w*|naked|affair|intima\w+|erotic\w*)\b", re.IGNORECASE)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a model proposes; ``message`` is its number."""

    message: int
    kind: Kind
    sentence: str
    quote: str


def proved(candidate: Candidate, *, text: str, said_at: datetime, zone: str, people: People) -> Fact | None:
    """The fact, where its quote stands in what the message means, and its sentence says no more than the quote."""
    quote, sentence = candidate.quote, candidate.sentence
    place = text.find(quote)
    if len(quote) < 4 or place < 0 or _SENTENCE.fullmatch(sentence) is None or not _is_meant(text, place, quote):
        return None
    if has_secret(quote) or has_secret(sentence) or bool(_NOT.search(quote)) != bool(_NOT.search(sentence)):
        return None
    about = _OWN.match(sentence)
    if not (
        _says_no_more(sentence, quote, people)
        and _leaves_nothing_out(sentence, quote)
        and _is_about(about, sentence, quote)
    ):
        return None
    tense = PAST if _PAST.search(sentence) else FUTURE if _FUTURE.search(sentence) else ANY
    sentence, when = absolute(sentence, today=day_of(said_at, zone), tense=tense)
    if _RELATIVE.search(sentence):
        return None
    subject = people.subject(relation(about["kin"]), about["name"]) if about else YOU
    return Fact(
        kind=_kind(candidate.kind, sentence, subject, text),
        subject=subject[:120],
        text=sentence,
        quote=quote,
        valid_from=start_of(when.first, zone) if when and tense == PAST else None,
    )


def _is_meant(text: str, place: int, quote: str) -> bool:
    """Whether it begins and ends in clauses that their author means."""
    heard = clauses(text)
    last = place + len(quote.rstrip(" .,!")) - 1

    def holds(position: int) -> bool:
        return any(clause.start <= position < clause.end for clause in heard)

    first = place + len(quote) - len(quote.lstrip(" ,"))
    return (
        holds(last)
        and any(first < clause.end and clause.start <= last for clause in heard)
        and _begins_well(text, first)
    )


def _begins_well(text: str, first: int) -> bool:
    """Not in the middle of a word, nor after "not", "if" or "he said that"."""
    before = text[max(0, first - 40) : first]
    if re.search(r"[\w'’]$", before):
        return False
    return (
        re.search(r"\b(?:not|never|if|n't|says?|said|thinks?|that|wish|hardly)\s+(?:\w+\s+)?$", before, re.IGNORECASE)
        is None
    )


def _says_no_more(sentence: str, quote: str, people: People) -> bool:
    """Its words are those of the quote, in their order; besides, a name that is known, or what says nothing by itself."""
    known = {part for names in people.names.values() for name in names for part in name.split()}
    told = [word for word in _words(sentence) if word not in _GLUE and word not in known]
    said = iter(_words(quote))
    return bool(told) and all(any(_is_one(word, other) for other in said) for word in told)


def _leaves_nothing_out(sentence: str, quote: str) -> bool:
    """ "I used to live in Porto" doesn't say "You live in Porto"."""
    told = set(_words(sentence))
    return all(word in told for word in _words(quote) if word in _TURNS)


def _is_about(about: re.Match[str] | None, sentence: str, quote: str) -> bool:
    """Whether the quote speaks of whom the sentence speaks."""
    if about is not None:
        return (
            re.search(rf"\b(?:my|our) (?:[\w-]+ ){{0,2}}?{re.escape(about['kin'])}\b", quote, re.IGNORECASE) is not None
        )
    first = _words(quote)[:4]
    return bool(_MY.intersection(first) if sentence.startswith("Your ") else _ME.intersection(first))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _is_one(word: str, other: str) -> bool:
    """ "sister" and "sisters": a person changes when "I" becomes "you", nothing else does."""
    return word == other or word in {f"{other}s", f"{other}es"} or other in {f"{word}s", f"{word}es"}


def _kind(kind: Kind, sentence: str, subject: str, text: str) -> Kind:
    """What is sensitive is so whatever the model calls it."""
    if is_in_confidence(text) and subject != YOU:
        return Kind.CONFIDENCE
    if kind in SENSITIVE_KINDS:
        return kind
    return next((sensitive for sensitive, words in _SENSITIVE if words.search(sentence)), kind)


def beyond(by_rules: Sequence[Fact], proposed: Iterable[Fact]) -> list[Fact]:
    """Those whose words no rule read."""
    return [
        fact for fact in proposed if not any(fact.quote in one.quote or one.quote in fact.quote for one in by_rules)
    ]
