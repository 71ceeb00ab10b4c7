"""All rules, by subject. A new one belongs into the file of its subject; a new file belongs into the list here."""

from functools import cache

from chat.safety.rules import (
    abuse_parts,
    assaulted,
    beaten,
    children_in_danger,
    children_parts,
    children_signs,
    closeness,
    codes,
    coercion,
    courtship,
    crisis_means,
    crisis_parts,
    desire,
    despair,
    disclosure,
    dying,
    eating,
    flirting,
    followed,
    leaving,
    romance,
    self_harm,
    self_harm_hidden,
    self_harm_of_others,
    self_injury,
    sexual,
    told,
    violence,
    without_consent,
)
from chat.safety.wording import Rulebook

# Distress and abuse: held against sentences with short words spelt out, see ``slang.py``.
_CARE = (
    disclosure,
    beaten,
    assaulted,
    abuse_parts,
    told,
    coercion,
    followed,
    children_in_danger,
    children_parts,
    children_signs,
    self_harm,
    self_harm_hidden,
    self_harm_of_others,
    despair,
    dying,
    leaving,
    self_injury,
    eating,
    crisis_means,
    crisis_parts,
)
_SUBJECTS = (
    codes,
    violence,
    without_consent,
    sexual,
    romance,
    flirting,
    desire,
    closeness,
    courtship,
)


# Made at the first call, which takes a moment: commands that judge nothing need none.
@cache
def care_rules() -> Rulebook:
    return Rulebook(rule for subject in _CARE for rule in subject.RULES)


@cache
def other_rules() -> Rulebook:
    return Rulebook(rule for subject in _SUBJECTS for rule in subject.RULES)
