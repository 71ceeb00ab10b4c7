"""All rules, by subject. A new one belongs into the file of its subject; a new file belongs into the list here."""

from chat.safety.rules import (
    children_in_danger,
    codes,
    coercion,
    despair,
    disclosure,
    romance,
    self_harm,
    self_harm_hidden,
    self_harm_of_others,
    sexual,
    violence,
)
from chat.safety.wording import Rulebook

_SUBJECTS = (
    disclosure,
    coercion,
    children_in_danger,
    codes,
    self_harm,
    self_harm_hidden,
    self_harm_of_others,
    despair,
    violence,
    sexual,
    romance,
)
RULEBOOK = Rulebook(rule for subject in _SUBJECTS for rule in subject.RULES)
