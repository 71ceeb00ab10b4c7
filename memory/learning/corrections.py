""" "No, I meant Rex": what was said a moment before, said right."""

import re
from collections.abc import Sequence
from datetime import timedelta
from difflib import SequenceMatcher

from memory.learning.facts import Fact
from memory.learning.people import titled

# Later, "no, I meant Rex" answers something else.
CORRECTED_WITHIN = timedelta(minutes=30)
_VALUE = r"(?P<right>[\w'’-]+(?: [\w'’-]+){0,2}?)"
_END = r"\s*(?:$|[.,;!…)(]|\bnot (?:an? )?(?P<wrong>[\w'’-]+(?: [\w'’-]+)?)|\binstead\b|\brather\b|\bof course\b)"
_SORRY = r"(?:(?:no|nope|sorry|oops|wait|actually|correction|i mean|my bad|typo|ah|oh|argh|hang on|whoops|my mistake|that's wrong|that's not right|wrong)[\s,.!:;…–-]+)"
_IT = r"(?:it's|it is|it was|that's|that should be|that should've been|should be|make that|(?:his|her|its|their|the|my) name(?:'s| is)|(?:he|she|it)(?:'s| is) (?:actually )?(?:called|named))"
_WORDINGS = tuple(
    re.compile(wording, re.IGNORECASE)
    for wording in (
        rf"(?:^|[.!?\n]\s*){_SORRY}*i (?:meant|mean)(?: to (?:say|write|type))?,? {_VALUE}{_END}",
        rf"(?:^|[.!?\n]\s*){_SORRY}+(?:i (?:meant|mean)(?: to (?:say|write|type))?,? |{_IT} (?:actually |really |called |spelled |spelt )*){_VALUE}{_END}",
        rf"(?:^|[.!?\n]\s*){_SORRY}*{_IT} (?:actually |really |called |spelled |spelt ){_VALUE}{_END}",
        rf"(?:^|[.!?\n]\s*){_SORRY}*{_IT} {_VALUE},? not (?:an? )?(?P<wrong>[\w'’-]+)\s*(?:$|[.,!])",
        rf"(?:^|[.!?\n]\s*)(?:typo|correction)\s*[:,-]\s*{_VALUE}{_END}",
        rf"(?:^|[.!?\n]\s*){_SORRY}+(?P<right>[\w'’-]+),? not (?:an? )?(?P<wrong>[\w'’-]+)\s*(?:$|[.,!])",
        rf"(?:^|[.!?\n]\s*){_SORRY}*not (?P<wrong>[\w'’-]+)(?:,| but|, but) (?P<right>[\w'’-]+)\s*(?:$|[.,!])",
    )
)
# "Sorry, Flip!" after "Fip": one word that is nearly the wrong one.
_ALIKE = re.compile(rf"\s*{_SORRY}+(?P<right>[\w'’-]+)\s*[.!]*\s*", re.IGNORECASE)
_NEAR = 0.6
_NO_VALUE = re.compile(
    r"(?:it|that|this|you|not|the|a|an|so|very|fine|ok|okay|true|right|wrong|good|nothing|something|to|what|just|raining|ok now|because|when|how|if|like|quite|pretty|too|well|all|no|yes)\b",
    re.IGNORECASE,
)


def looks_like_one(text: str) -> bool:
    """Whether what was said before has to be looked at."""
    return any(wording.search(text) for wording in _WORDINGS) or _ALIKE.fullmatch(text) is not None


def corrected(text: str, before: Sequence[Fact]) -> Fact | None:
    """The last fact of ``before`` with the right word in the wrong one's place; None where it isn't clear which is meant."""
    for match in [*(wording.search(text) for wording in _WORDINGS), _ALIKE.fullmatch(text)]:
        if match is None or text.rstrip().endswith("?"):
            continue
        right, wrong = match["right"].strip(), match.groupdict().get("wrong")
        fits = [fact for fact in before if fact.value and (wrong is None or fact.value.lower() == wrong.lower())]
        if not fits or _NO_VALUE.match(right):
            continue
        fact = fits[-1]
        if match.re is _ALIKE and SequenceMatcher(None, right.lower(), fact.value.lower()).ratio() < _NEAR:
            continue
        if fact.value[:1].isupper():
            if not right[:1].isupper() and not text[:1].islower():
                continue
            right = titled(right)
        if right.lower() == fact.value.lower() or fact.value not in fact.text:
            continue
        return fact.with_changes(
            text=fact.text.replace(fact.value, right),
            subject=re.sub(rf"\b{re.escape(fact.value.lower())}\b", right.lower(), fact.subject),
            value=right,
            quote=match[0].strip(" \n.!?"),
            replaces=(fact.subject, fact.slot, fact.value),
            is_change=True,
        )
    return None
