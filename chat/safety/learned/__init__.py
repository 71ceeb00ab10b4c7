"""A small learned model beside the rules: logistic regressions over words and pieces of words. See ``MODEL_CARD.md``."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from chat.safety.learned.model import Threshold, loaded_model
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

__all__ = ["Learned", "learned_from"]

# In log odds: twenty times as likely.
OUTWEIGHS = 3.0
# Seven times as likely.
MORE_OF_EVERYDAY = 2.0
# It learnt from what people write; of a companion's words it has to be surer.
MORE_OF_REPLIES = 2.0
# Of these a score is evidence like that of a rule. How explicit a text is, ``judge.py`` weighs with the words.
_EVIDENCE = (Label.DISCLOSURE, Label.SELF_HARM, Label.NONCONSENSUAL)


@cache
def _finding(label: Label, weight: float) -> Rule:
    return Rule(f"learned.{label}", label, weight, "")


@dataclass(frozen=True, slots=True)
class Learned:
    """``scores``: by label the log odds that a text is of it; ``more``: so much further they have to be than usual.

    ``by_words``: what the words alone say, where the scores are of the text's vector as well.
    """

    scores: dict[Label, float]
    more: float = 0.0
    by_words: dict[Label, float] | None = None

    def _threshold(self, label: Label) -> Threshold:
        model = loaded_model()
        return (model.thresholds if self.by_words is None else model.thresholds_heard)[label]

    def is_likely(self, label: Label) -> bool:
        return self.scores[label] >= self._threshold(label).likely + self.more

    def is_enough(self, label: Label, more: float = 0.0) -> bool:
        return self.scores[label] >= self._threshold(label).enough + self.more + more

    def is_hardly(self, label: Label, less: float = 0.0) -> bool:
        """Whether almost nothing that scores so low is of it."""
        return self.scores[label] < self._threshold(label).hardly - less

    @property
    def has_findings(self) -> bool:
        return any(map(self.is_likely, _EVIDENCE))

    def findings(self, *, is_everyday: bool = False) -> dict[Rule, float]:
        """What is evidence like that of the rules, with its weight. About everyday things and health it takes more to be sure."""
        more = MORE_OF_EVERYDAY if is_everyday else 0.0
        weights = {
            label: STRONG if self.is_enough(label, more) else WEAK for label in _EVIDENCE if self.is_likely(label)
        }
        return {_finding(label, weight): weight for label, weight in weights.items()}

    @property
    def is_asked_for(self) -> bool:
        """Whether what sounds like abuse is far more likely asked for or made up than told."""
        scores = self.by_words or self.scores
        return any(
            self.is_likely(label) and scores[label] - scores[Label.DISCLOSURE] >= OUTWEIGHS
            for label in (Label.NONCONSENSUAL, Label.EXPLICIT)
        )


def learned_from(*readings: str, is_reply: bool = False, vector: Sequence[float] | None = None) -> Learned:
    """What the model makes of the readings of one text; by label the graver one counts.

    ``vector``: what the built-in embedder makes of it, if it was asked (``chat/safety/heard.py``).
    """
    model, more = loaded_model(), MORE_OF_REPLIES if is_reply else 0.0
    scores = model.scores(*readings)
    return Learned(scores, more) if vector is None else Learned(model.scores_heard(scores, vector), more, scores)
