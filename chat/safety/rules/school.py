"""School years and schools: who is in them is under 18. Teachers, and people who look back, are not."""

import re
from collections.abc import Iterable

from chat.safety.parts import word_set
from chat.safety.rules.ages import Ages
from chat.safety.wording import Sentence

_NTH = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    "tenth|eleventh|twelfth|1st|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|11th|12th)"
)
_YEAR = r"(?:1[0-3]|[1-9]|seven|eight|nine|ten|eleven|twelve|thirteen)"
_SCHOOL = (
    r"(?:high ?school|middle ?school|secondary(?: school)?|primary school|elementary(?: school)?|grade school|"
    r"junior high|grammar school|"
    r"sixth form|kindergarten|pre ?school|nursery school|daycare|infant school|junior school)"
)
_PUPILS = (
    r"(?:(?:high|middle|elementary|primary|secondary|grade|pre) ?schoolers?|schoolgirls?|schoolboys?|"
    r"school ?(?:kids?|children|child|girls?|boys?)|"
    r"sixth formers?|kindergart(?:ner|ener)s?|preschoolers?)"
)
# "grade 9", but not "grade 5 titanium".
_IN_CLASS = (
    r"(?= (?:student|students|pupil|pupils|girl|boy|class|kid|kids|at school|"
    r"and|so|now|next|this|in school|maths?|english|exams?)|$)"
)


def _is(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(words)})(?!\S)")


_PLACE = _is(
    rf"{_NTH} (?:grade|graders?|form|formers?|standard)(?! (?:reading|level|equation|deviation|edition))",
    rf"(?:grade|yr|key stage|standard) {_YEAR}{_IN_CLASS}",
    rf"in (?:year|grade|yr) {_YEAR}(?! of)",
    rf"year {_YEAR} (?:student|students|pupil|pupils|girl|boy|kid|kids|class|at school)",
    _SCHOOL,
    _PUPILS,
    r"(?:my|his|her|their|for|taking|sitting|the|doing|mock) gcses?",
)
# Long ago, or a thing that is called so.
_NOT_IN_IT = _is(
    r"(?:after|since|graduated|graduate of|graduating from|finished|left|dropped out of|back in|old|former|out of|"
    r"beyond|completed|past|never finished)"
    rf" (?:from )?(?:my |old |the )?{_SCHOOL}",
    rf"{_SCHOOL} (?:musical|reunions?|diploma|sweethearts?|friends?|graduates?|education|never|days|dxd|equivalency|"
    rf"degree|memories|yearbook)",
    r"secondary (?:to|infections?|colou?rs?|market|source|sources|effects?|care|storage|monitor|school teacher)",
    r"elementary (?:my|os|particles?|school teacher|functions?)",
    r"(?:when i was|i used to be) in \S+(?: \S+)?|first form|second form of",
)
_TEACHES = _is(
    r"teach|teaches|teaching|taught|teacher|tutor|tutoring|principal|librarian|counsel(?:l)?or|curriculum|coach"
)
_ABOUT_A_PLACE = _is(
    rf"(?:near|next to|opposite|behind|works? at|works? in|volunteer at|passed|past|built|the new|nearest|best|"
    rf"local)(?: \S+){{0,3}} {_SCHOOL}"
)
_CLASS = rf"(?:{_NTH} (?:grade|grader|form)|(?:grade|yr) {_YEAR}|year {_YEAR}(?! (?:of|in|for|contract))|{_PUPILS}|{_SCHOOL})"
_BETWEEN = (
    r"(?: (?:currently|still|only|just|now|a|an|in|at|into|to|the|"
    r"going|about|start|started|starting|be|my|freshman|sophomore|junior|senior|student))*"
)
_ME = _is(
    rf"(?:im|i am|we are|^were|i just started|i started|ive started|ive just started|i go to|i attend|i start|"
    r"i will start|ill be|"
    rf"currently){_BETWEEN} {_CLASS}",
    r"my (?:high|middle|secondary|elementary|primary) ?school (?:teacher |principal )?(?:is|starts|has|lets|wont|"
    r"makes|banned)",
    r"my gcses (?:are|start|next)|(?:sitting|taking|doing|revising for|have|got|failed|fail) my gcses",
)
_SOMEBODY = _is(
    r"(?:is|are|shes|hes|theyre|youre|starts|started|starting|goes to|attends|enters|entering|going to|a|an|this|"
    r"that|my|your|in|the|has)"
    rf"{_BETWEEN} {_CLASS}(?: (?:student|girl|boy|junior|freshman|sophomore|senior|kid))?"
)
_KEYS = word_set(
    "grade grader graders form former formers standard yr stage year school schooler schoolers highschool "
    "schoolgirl schoolgirls schoolboy "
    "schoolboys schoolkid schoolkids schoolchild schoolchildren secondary elementary kindergarten kindergartner "
    "kindergartener preschool "
    "preschooler preschoolers daycare gcse gcses middleschool high"
)


def school_in(text: Iterable[Sentence]) -> Ages:
    """What school years and schools say of ages. They name no number."""
    is_mentioned = is_named = is_mine = False
    for sentence in text:
        words = sentence.text
        if sentence.words.isdisjoint(_KEYS) or not _PLACE.search(words) or _NOT_IN_IT.search(words):
            continue
        is_mentioned = True
        if not _TEACHES.search(words):
            is_mine = is_mine or _ME.search(words) is not None
            is_named = is_named or is_mine or (_SOMEBODY.search(words) is not None and not _ABOUT_A_PLACE.search(words))
    return Ages(is_mentioned, is_named, is_mine)
