"""All rules, by subject. A new one belongs into the file of its subject, and into its list here if the file is new."""

from chat.safety.rules import children_in_danger, codes, disclosure, self_harm, self_harm_of_others, sexual, violence
from chat.safety.wording import Rulebook

RULEBOOK = Rulebook(
    disclosure.RULES
    + children_in_danger.RULES
    + codes.RULES
    + self_harm.RULES
    + self_harm.HIDDEN
    + self_harm_of_others.RULES
    + violence.RULES
    + sexual.RULES
)
