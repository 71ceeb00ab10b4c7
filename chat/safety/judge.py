"""From what the rules found to a verdict: evidence is added up by label, and the first label that has enough is the text's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import filterfalse

from chat.safety.common_words import COMMON_WORDS
from chat.safety.learned import Learned, learned_from
from chat.safety.normalise import normalise, plain
from chat.safety.reading import Reading
from chat.safety.rules import care_rules, other_rules
from chat.safety.rules.everyday import is_everyday_in, is_played
from chat.safety.rules.health import is_about_health_in
from chat.safety.rules.heat import NEUTRAL_VOCABULARY, VOCABULARY, Heat, heat_of
from chat.safety.rules.minors import MinorCues, cues_of_voices, minor_cues
from chat.safety.rules.questions import is_matter_of_fact
from chat.safety.rules.quoted import voices
from chat.safety.rules.refusals import is_asked_of_you, is_no_ignored
from chat.safety.rules.tenderness import WORDS as TENDER_WORDS
from chat.safety.rules.tenderness import tenderness_of
from chat.safety.rules.violence import is_forced_now_in, is_scene_in, is_work_in
from chat.safety.slang import MISSPELT, all_spelt_out
from chat.safety.verdict import Context, Label, Verdict
from chat.safety.wording import HINT, STRONG, Rule, sentences

# Strong evidence is 1, see wording.py.
ENOUGH = 1.0
ENOUGH_SUGGESTIVE = 0.5
# In log odds.
ALONE = 1.0
ENOUGH_WITH_MINORS = 0.5
A_LITTLE_EXPLICIT, VERY_EXPLICIT = 0.3, 2.0
# One tender sentence in a text of so many words doesn't make it one of romance.
LONG = 80
A_SENTENCE = 5
ENOUGH_WHEN_STRICT = 0.25
MOST_OF_MILD = 0.4
# In log odds: what is plainly said to somebody is a name only far below hardly, what is tender only as a whole already above it.
LESS_THAN_SAID, LESS_THAN_TENDER = 1.0, -1.0

_ORDER = list(Label)


@cache
def known_words() -> frozenset[str]:
    """What a disguised word may be."""
    rules = care_rules().vocabulary | other_rules().vocabulary
    return rules | VOCABULARY | NEUTRAL_VOCABULARY | TENDER_WORDS | MISSPELT | COMMON_WORDS


def verdict_on(text: str, context: Context, today: date, vector: Sequence[float] | None = None) -> Verdict:
    """The label that has enough evidence in the text as it stands and with its disguises undone, taken together.

    Together, not one by one: an age may be told in the first ("13yo") and a word be found in the second only.
    """
    as_it_stands, undone = plain(text), normalise(text, known_words())
    read = sentences(as_it_stands, undone)
    minors = _minors_in(text, read, today)
    # Letters that stand apart count as one word each as the text stands, and would make it a long one.
    learned = learned_from(as_it_stands, undone, is_reply=context.is_reply, vector=vector)
    words = undone.count(" ") + 1
    evidence = _evidence_in(read, learned, minors, words)
    verdict = _verdict(evidence, context)
    is_plain = evidence.sums[Label.EXPLICIT] >= ENOUGH or evidence.explicit >= VERY_EXPLICIT
    if verdict.label in {Label.EXPLICIT, Label.SUGGESTIVE} and not (is_plain or _may_be_young(minors, context)):
        said = Reading(filterfalse(is_matter_of_fact, read))
        if len(said) < len(read):
            return _verdict(_evidence_in(said, learned, minors, words), context)
    return verdict


def _may_be_young(minors: MinorCues, context: Context) -> bool:
    """Where somebody is or may be under 18, no question is one of fact."""
    return minors.is_meant or minors.has_family or context.has_minor_cue or context.is_strict


def _minors_in(text: str, read: Reading, today: date) -> MinorCues:
    everything = minor_cues(read, today)
    told = voices(text)
    if told is None:
        return everything
    # Where nothing is said of the writer's age with everything together, only what stands beside a quotation can be new.
    own_words = told.own if everything.says_minor else told.beside
    own, others = (
        minor_cues(sentences(plain(said), normalise(said, known_words())), today) for said in (own_words, told.others)
    )
    return cues_of_voices(everything, own, others)


def is_minor_risk(*, minor_cue: bool, sexual_evidence: float, is_strict: bool) -> bool:
    """Both halves are needed: a minor who is or may be meant, and sexual evidence, of which little is enough."""
    return minor_cue and sexual_evidence >= (ENOUGH_WHEN_STRICT if is_strict else ENOUGH_WITH_MINORS)


@dataclass(frozen=True)
class Evidence:
    """What was found in a text. ``weights``: of the rules met, strongest first; ``sums``: the same by label.

    What only matters where something was found is looked for when it is asked for.
    """

    text: Reading
    weights: dict[Rule, float]
    sums: dict[Label, float]
    heat: Heat
    learned: Learned
    minors: MinorCues
    is_no_ignored: bool
    is_tender: bool
    is_tender_to_you: bool

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(self.weights)

    @property
    def has_any(self) -> bool:
        """Most texts have none at all."""
        found = bool(self.weights) or self.heat.has_words or self.heat.is_sober or self.is_tender or self.is_no_ignored
        return found or any(map(self.learned.is_likely, self.learned.scores))

    @property
    def explicit(self) -> float:
        if self.heat.is_sober and self.sums[Label.EXPLICIT] < ENOUGH:
            return self.heat.explicit
        learned = ENOUGH if self.is_learned_explicit else 0.0
        return self.heat.explicit + self.sums[Label.EXPLICIT] + learned

    @property
    def is_learned_explicit(self) -> bool:
        """The model is sure of it, or finds it likely beside something that is at least suggestive; health is neither."""
        is_beside = self.suggestive > 0 or self.heat.explicit + self.sums[Label.EXPLICIT] > 0
        is_found = self.learned.is_enough(Label.EXPLICIT) or (is_beside and self.learned.is_likely(Label.EXPLICIT))
        return is_found and not (self.heat.is_sober or self.is_about_health)

    @property
    def is_learned_suggestive(self) -> bool:
        """Alone it has to be surer than beside a word that says so."""
        is_beside = self.suggestive + self.mild > 0
        is_found = self.learned.is_enough(Label.SUGGESTIVE, 0.0 if is_beside else ALONE)
        return is_found and not (self.heat.is_sober or self.minors.is_meant)

    @cached_property
    def is_about_health(self) -> bool:
        return self.heat.is_cool and not self.is_scene and is_about_health_in(self.text)

    @cached_property
    def is_scene(self) -> bool:
        return is_scene_in(self.text)

    @cached_property
    def is_work(self) -> bool:
        return is_work_in(self.text)

    @cached_property
    def is_forced_now(self) -> bool:
        return is_forced_now_in(self.text)

    @cached_property
    def is_asked_of_you(self) -> bool:
        return is_asked_of_you(self.text)

    @property
    def is_said_to_you(self) -> bool:
        """Flirting that is plainly said to somebody, whatever else is spoken of."""
        flirting = any(rule.label is Label.SUGGESTIVE and rule.weight >= ENOUGH for rule in self.rules)
        return flirting or self.is_tender_to_you

    @property
    def is_only_tender(self) -> bool:
        """Tender as a whole, and nothing in it would be flirting alone."""
        others = self.suggestive + self.mild + self.explicit - ENOUGH_SUGGESTIVE
        return self.is_tender and not self.is_said_to_you and others < ENOUGH_SUGGESTIVE

    @property
    def suggestive(self) -> float:
        """Of words and wordings that say it clearly."""
        clear = sum(self.weights[rule] for rule in self.rules if _is_clear(rule))
        return self.heat.suggestive + clear + (ENOUGH_SUGGESTIVE if self.is_tender_to_you else 0.0)

    @property
    def mild(self) -> float:
        """Of tender ones, which families and friends use as well."""
        tender = sum(
            weight for rule, weight in self.weights.items() if rule.label is Label.SUGGESTIVE and not _is_clear(rule)
        )
        return self.heat.mild + tender + (ENOUGH_SUGGESTIVE if self.is_tender else 0.0)

    @property
    def sexual(self) -> float:
        """How sexual a text is at all: what is set against a minor cue.

        Tender words alone, however many, stay below enough; so do a parent's or a pupil's questions about health. What the
        model finds likely is enough.
        """
        likely = ENOUGH_WITH_MINORS if self.learned.is_likely(Label.EXPLICIT) and not self.heat.is_sober else 0.0
        return self.explicit + self.suggestive + max(likely, min(self.mild + self.heat.clinical / 3, MOST_OF_MILD))

    @property
    def is_rather_a_crisis(self) -> bool:
        """A rule says so, and of abuse only the model speaks: somebody who threatens to die may sound like a tormentor."""
        told = [rule for rule in self.rules if rule.label is Label.DISCLOSURE]
        is_ruled = any(rule.wordings and rule.weight >= ENOUGH for rule in self.rules if rule.label is Label.SELF_HARM)
        return is_ruled and not any(rule.wordings for rule in told)

    @property
    def is_forced_in_a_scene(self) -> bool:
        """The writer is forced, now, in what may be a play: told or asked for, nobody can say."""
        is_about_it = self.sexual >= ENOUGH_WHEN_STRICT or self.sums[Label.NONCONSENSUAL] > 0
        return self.is_forced_now and self.is_scene and is_about_it


def _is_clear(rule: Rule) -> bool:
    return rule.label is Label.SUGGESTIVE and rule.weight > HINT and not rule.is_tender


def _verdict(evidence: Evidence, context: Context) -> Verdict:
    minors = evidence.minors
    label, decided_by = _label_of(evidence, context) if evidence.has_any else (Label.SAFE, ())
    # Of a son or a daughter who may be grown up: a minor may be meant as soon as it gets sexual.
    may_be_minor = label is Label.MINOR_RISK and minors.has_family
    return Verdict(
        label=label,
        rules=decided_by,
        minor_cue=minors.is_meant or may_be_minor,
        names_minor_age=minors.names_age,
        says_minor=minors.says_minor,
        told_age=minors.told_age,
        in_doubt=label is Label.DISCLOSURE and _is_in_doubt(evidence, context),
    )


def _evidence_in(text: Reading, learned: Learned, minors: MinorCues, words: int) -> Evidence:
    met = care_rules().found_in(all_spelt_out(text)) | other_rules().found_in(text)
    if learned.has_findings:
        met |= learned.findings(is_everyday=is_everyday_in(text) or is_about_health_in(text))
    sums = dict.fromkeys(_ORDER, 0.0)
    if words > LONG:
        met = {rule: weight / 2 if rule.is_tender else weight for rule, weight in met.items()}
    for rule, weight in met.items():
        sums[rule.label] += weight
    is_tender, is_tender_to_you = tenderness_of(text)
    return Evidence(
        text=text,
        weights=met,
        sums=sums,
        heat=heat_of(text, words),
        learned=learned,
        minors=minors,
        is_no_ignored=is_no_ignored(text),
        is_tender=is_tender,
        is_tender_to_you=is_tender_to_you,
    )


def _label_of(evidence: Evidence, context: Context) -> tuple[Label, tuple[str, ...]]:
    """The first label in order of precedence that has enough, and the names of the rules that say so."""
    for label in _ORDER:
        names = tuple(rule.name for rule in evidence.rules if rule.label is label)
        if label is Label.MINOR_RISK:
            names += _joined(evidence, context)
            if names:
                return label, names
        elif label is Label.NONCONSENSUAL and _is_nonconsensual(evidence):
            return label, names or ("nonconsensual.no_is_ignored_in_a_scene",)
        elif label is Label.EXPLICIT and _is_explicit(evidence) and not _is_called_so(label, evidence, context):
            names += ("learned.explicit",) if evidence.is_learned_explicit else ()
            return label, (*names, "explicit.words") if evidence.heat.has_words else names
        elif label is Label.SUGGESTIVE and _is_suggestive(evidence) and not _is_called_so(label, evidence, context):
            names += ("learned.suggestive",) if evidence.is_learned_suggestive else ()
            return label, (*names, "suggestive.words") if evidence.heat.has_words or not names else names
        elif label is Label.DISCLOSURE and _is_asked_for(evidence):
            continue
        elif label in {Label.DISCLOSURE, Label.SELF_HARM} and _is_told(label, evidence):
            return label, names
        elif label is Label.DISCLOSURE and evidence.is_forced_in_a_scene:
            return label, (*names, "disclosure.forced_in_a_scene")
    return Label.SAFE, ()


def _joined(evidence: Evidence, context: Context) -> tuple[str, ...]:
    """The names of the joining rules that hold."""
    has_cue = evidence.minors.is_meant
    names = []
    if is_minor_risk(minor_cue=has_cue, sexual_evidence=evidence.sexual, is_strict=context.is_strict):
        names.append("minor_risk.cue_and_sexual")
    # An age that was told earlier meets explicit words only: a parent may speak of a kiss afterwards.
    elif is_minor_risk(minor_cue=context.has_minor_cue, sexual_evidence=evidence.explicit, is_strict=context.is_strict):
        names.append("minor_risk.earlier_cue_and_sexual")
    elif evidence.minors.has_family and evidence.explicit >= ENOUGH:
        names.append("minor_risk.family_and_explicit")
    return tuple(names)


def _is_asked_for(evidence: Evidence) -> bool:
    """Whether violence is asked for, or made up, rather than told. A writer who is forced in a scene may still tell it."""
    if evidence.is_asked_of_you and _is_nonconsensual(evidence):
        return True
    return evidence.learned.is_asked_for and not evidence.is_forced_in_a_scene


def _is_nonconsensual(evidence: Evidence) -> bool:
    asked = any(rule.label is Label.NONCONSENSUAL and rule.weight >= ENOUGH for rule in evidence.rules)
    return (
        asked
        or evidence.is_no_ignored
        or (evidence.sums[Label.NONCONSENSUAL] >= ENOUGH and evidence.explicit >= ENOUGH)
    )


def _is_explicit(evidence: Evidence) -> bool:
    if evidence.explicit >= ENOUGH:
        return True
    # A little, and many suggestive words beside it, is explicit, too.
    return (
        evidence.explicit >= A_LITTLE_EXPLICIT
        and evidence.explicit + evidence.heat.suggestive + evidence.heat.mild > ENOUGH
    )


def _is_suggestive(evidence: Evidence) -> bool:
    explicit = 0.0 if evidence.heat.is_sober else evidence.explicit
    # "Can you catch herpes from kissing?"
    if evidence.is_about_health and not evidence.is_said_to_you:
        return False
    # Beside a child, tenderness is a family's.
    if evidence.minors.is_meant and evidence.suggestive + explicit < ENOUGH_SUGGESTIVE:
        return False
    return evidence.is_learned_suggestive or evidence.suggestive + evidence.mild + explicit >= ENOUGH_SUGGESTIVE


def _is_told(label: Label, evidence: Evidence) -> bool:
    if label is Label.DISCLOSURE and evidence.is_rather_a_crisis:
        return False
    if evidence.sums[label] < ENOUGH:
        return False
    if _is_of_signs(label, evidence) and evidence.learned.is_hardly(label) and _sounds_like_none(label, evidence):
        return False
    if label is Label.SELF_HARM or evidence.learned.is_likely(label):
        return True
    if not _weighs(label, Reading(filter(is_played, evidence.text))):
        return True
    return _weighs(label, Reading(filterfalse(is_played, evidence.text))) >= ENOUGH


def _weighs(label: Label, text: Reading) -> float:
    return sum(weight for rule, weight in care_rules().found_in(all_spelt_out(text)).items() if rule.label is label)


def _sounds_like_none(label: Label, evidence: Evidence) -> bool:
    """Whether the sentences with signs, read without the others, are nothing that people say of it."""
    signs = [one.text for one in evidence.text if _weighs(label, Reading([one]))]
    return not signs or learned_from(*signs, is_reply=False).is_hardly(label)


def _is_of_signs(label: Label, evidence: Evidence) -> bool:
    return all(rule.weight < STRONG for rule in evidence.rules if rule.label is label)


def _is_called_so(label: Label, evidence: Evidence, context: Context) -> bool:
    """Words speak for it, and hardly anything like it was ever said in love or desire: a place, a tool, a dish."""
    if context.is_strict or context.is_reply or evidence.minors.is_meant or evidence.minors.has_family:
        return False
    if label is Label.SUGGESTIVE:
        less = LESS_THAN_TENDER if evidence.is_only_tender else LESS_THAN_SAID if evidence.is_said_to_you else 0.0
        return evidence.learned.is_hardly(label, less)
    if not evidence.learned.is_hardly(Label.SUGGESTIVE):
        return False
    # A word or two stand for themselves.
    is_short = sum(len(sentence.words) for sentence in evidence.text) < A_SENTENCE
    is_worded = evidence.sums[Label.EXPLICIT] > 0 or evidence.heat.explicit > ENOUGH
    return not (is_worded or is_short) and evidence.learned.is_hardly(Label.EXPLICIT)


def _is_in_doubt(evidence: Evidence, context: Context) -> bool:
    """It may be told, and it may be asked for: people look at it, no model does."""
    if evidence.is_scene and not evidence.is_work:
        return True
    return evidence.explicit >= VERY_EXPLICIT or (evidence.is_forced_now and evidence.explicit >= ENOUGH)
