"""A reply is judged while it is written: what may be said is released, and from where it crosses on nothing more is.

Pure and synchronous: text goes in as the model gives it, what may be said of it comes out.
"""

import re
from dataclasses import dataclass, replace

from chat.safety import Context, Label, Verdict, classify
from chat.safety.scan import ends_in_a_hit, hits, unfinished

WINDOW = 400  # how much of the reply the full judgement sees
STEP = 200  # it speaks at least this often, so that less than this is ever said unjudged,
SENTENCE_STEP = 150  # and at the first end of a sentence from here on
OVERLAP = 40  # how far the scan looks back, for words that are spelt out or torn
# Said with care in many a good reply.
_NEVER_CROSSING = frozenset({Label.DISCLOSURE, Label.SELF_HARM})
_SEXUAL = frozenset({Label.EXPLICIT, Label.SUGGESTIVE})

_SENTENCE = re.compile(r"""(?s).{1,200}?(?:[.!?…]+["'”’)*_]*(?=\s|\Z))""")
_UP_TO_A_BLANK = re.compile(r"(?s).{1,199}\s|.{200}")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…\n])\s+")


@dataclass(frozen=True, slots=True)
class Bounds:
    """``barred``: what a reply must not be. ``context``: what its judgement has to know of the conversation."""

    barred: frozenset[Label]
    context: Context


class ReplyCheck:
    """One reply. ``crossed`` is what it was taken for where it crossed; from then on nothing is released.

    ``has_minor_cue``: the reply gave somebody an age under 18, which holds for all that follows.
    """

    def __init__(self, bounds: Bounds) -> None:
        self.crossed: Verdict | None = None
        self.has_minor_cue = False
        self._barred, self._context = bounds.barred, bounds.context
        self._held = ""
        self._before = ""  # the end of what was released
        self._unjudged = 0  # characters at that end which the full judgement hasn't seen
        self._is_in_doubt = False  # what is held crosses, unless the rest of its sentence makes it harmless

    def feed(self, piece: str) -> str:
        """The next piece of the model's text; answers what may be said by now.

        That is everything, unless the last word may yet become one that crosses, or a sentence is in doubt.
        """
        self._held += piece
        if self._is_in_doubt and len(self._held) < STEP and not _SENTENCE.match(self._held):
            return ""
        held_back = min(unfinished(self._before[-OVERLAP:] + self._held), len(self._held))
        released = self._release(len(self._held) - held_back)
        if held_back and not self._is_in_doubt and self.crossed is None:
            released += self._last_word()
        return released

    def finish(self) -> str:
        """The model's text is over; answers the rest of what may be said."""
        released = self._release(len(self._held), is_over=True)
        if self._unjudged and self.crossed is None:
            self.crossed = self._judge(self._before)
        return released

    def _last_word(self) -> str:
        """The last word waits for no other piece where it is harmless as it stands."""
        if (
            not ends_in_a_hit(self._before[-OVERLAP:] + self._held)
            or self._judge(self._before + self._held) is not None
        ):
            return ""
        word, self._held = self._held, ""
        self._say(word, unjudged=0)
        return word

    def _say(self, step: str, *, unjudged: int) -> None:
        self._before, self._unjudged = (self._before + step)[-WINDOW:], unjudged

    def _release(self, end: int, *, is_over: bool = False) -> str:
        ready, self._held = self._held[:end], self._held[end:]
        was_in_doubt, self._is_in_doubt = self._is_in_doubt, False
        released = []
        while ready and self.crossed is None:
            sentence = _SENTENCE.match(ready)
            step = sentence[0] if sentence else _up_to_a_blank(ready)
            unjudged = self._unjudged + len(step)
            if unjudged >= (SENTENCE_STEP if sentence else STEP) or self._is_hit(step):
                crossed, unjudged = self._judge(self._before + step), 0
                if crossed is not None and not (sentence or was_in_doubt or is_over):
                    self._held, self._is_in_doubt = ready + self._held, True
                    break
                self.crossed = crossed
            if self.crossed is None:
                released.append(step)
                self._say(step, unjudged=unjudged)
                ready, was_in_doubt = ready[len(step) :], False
        return "".join(released)

    def _is_hit(self, step: str) -> bool:
        before = self._before[-OVERLAP:]
        found = hits(before + step)
        return bool(found and found - hits(before))

    def _judge(self, text: str) -> Verdict | None:
        """What it is taken for where it crosses."""
        text = _whole_words_at_the_end_of(text)
        verdict = self._verdict_on(text)
        # Distress comes before other labels, and would hide what stands beside it.
        is_hiding = verdict.label in _NEVER_CROSSING
        verdicts = map(self._verdict_on, _BETWEEN_SENTENCES.split(text)) if is_hiding else [verdict]
        crossed = next(filter(self._crosses, verdicts), None)
        if verdict.names_minor_age or verdict.says_minor:
            self.has_minor_cue = True
            self._context = replace(self._context, has_minor_cue=True)
        return crossed

    def _verdict_on(self, text: str) -> Verdict:
        verdict = classify(text, self._context)
        if verdict.label is Label.EXPLICIT and verdict.minor_cue:
            return replace(verdict, label=Label.MINOR_RISK)
        return verdict

    def _crosses(self, verdict: Verdict) -> bool:
        return verdict.label in self._barred or (verdict.label in _SEXUAL and verdict.minor_cue)


def _up_to_a_blank(text: str) -> str:
    if len(text) <= STEP:
        return text
    found = _UP_TO_A_BLANK.match(text)
    return found[0] if found else text


def _whole_words_at_the_end_of(text: str) -> str:
    if len(text) <= WINDOW:
        return text
    text = text[-WINDOW:]
    return text[text.find(" ", 0, OVERLAP) + 1 :]
