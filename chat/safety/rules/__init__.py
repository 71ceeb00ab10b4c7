"""All rules, by subject. A new one belongs into the file of its subject; a new file belongs into the list here."""

from chat.safety.rules import (
    abuse_parts,
    assaulted,
    beaten,
    children_in_danger,
    children_signs,
    codes,
    coercion,
    crisis_parts,
    despair,
    disclosure,
    dying,
    eating,
    followed,
    leaving,
    romance,
    self_harm,
    self_harm_hidden,
    self_harm_of_others,
    self_injury,
    sexual,
    violence,
)
from chat.safety.wording import Rulebook

# Distress and abuse: held against sentences with short words spelt out, see ``slang.py``.
_CARE = (
    disclosure,
    beaten,
    assaulted,
    abuse_parts,
    coercion,
    followed,
    children_in_danger,
    children_signs,
    self_harm,
    self_harm_hidden,
    self_harm_of_others,
    despair,
    dying,
    leaving,
    self_injury,
    eating,
    crisis_parts,
)
_SUBJECTS = (
    codes,
    violence,
    sexual,
    romance,
)
CARE = Rulebook(rule for subject in _CARE for rule in subject.RULES)
RULEBOOK = Rulebook(rule for subject in _SUBJECTS for rule in subject.RULES)
