"""All rules, in the order in which they are tried; of several in one clause that tell the same, the first counts."""

from memory.learning.rules import care, life, names, people, pets, places, tastes, work
from memory.learning.rules.rule import Rule

_ALL: tuple[Rule, ...] = (
    *names.RULES, *pets.RULES, *people.RULES, *places.RULES, *work.RULES, *care.RULES, *tastes.RULES, *life.RULES,
)  # fmt: skip
# What is told in passing counts only where nothing else was told of the same.
RULES = (*(rule for rule in _ALL if not rule.anywhere), *(rule for rule in _ALL if rule.anywhere))
