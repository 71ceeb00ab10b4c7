"""School years and schools: who is in them is under 18. Teachers, parents and people who look back are not."""

import re
from collections.abc import Iterable

from chat.safety.rules.ages import Ages
from chat.safety.wording import Sentence

_GRADES = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|1st|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|11th|12th"
)
_YEAR = r"(?:1[0-3]|[1-9]|seven|eight|nine|ten|eleven|twelve|thirteen)"
_SCHOOL = (
    r"(?:high ?school|middle ?school|secondary(?: school)?|primary school|elementary(?: school)?|grade school|junior high|grammar school|sixth form|"
    r"kindergarten|preschool|pre school|nursery school|daycare|infant school|junior school|reception class|gymnasium|lycee|highschool|hs)"
)
_PLACE = re.compile(
    rf"(?<!\S)(?:(?:{_GRADES}) (?:grade|grader|graders|form|formers?|standard|class at school)(?! (?:math|reading|level|equation|teacher edition))|(?:grade|yr|key stage|class|standard) {_YEAR}"
    rf"(?= (?:student|students|pupil|pupils|girl|boy|class|kid|kids|at school|and|so|now|next|this|in school|math|maths|english|exam|exams)|$)|in (?:year|grade|yr|class) {_YEAR}(?! of)(?!\S)|year {_YEAR} (?:student|students|pupil|pupils|girl|boy|kid|kids|class|at school)|"
    rf"{_SCHOOL}|(?:high|middle|elementary|primary|secondary|grade|pre) ?schoolers?|schoolgirls?|schoolboys?|school ?(?:kids?|children|child|girls?|boys?)|sixth formers?|(?:kindergart(?:ner|ener)|preschooler)s?|"
    r"(?:my|his|her|their|for|taking|sitting|the|doing|mock) gcses?|a levels)(?!\S)"
)
# Long ago, or a thing that is called so.
_PAST = re.compile(
    r"(?<!\S)(?:(?:after|since|graduated|graduate of|graduating from|finished|left|dropped out of|back in|old|my old|former|from|out of|beyond|in my|completed|past|never finished) (?:from )?(?:\w+ )?(?:high|middle|secondary|primary|elementary|grade|junior|sixth|highschool|kindergarten)|"
    r"(?:high ?school|highschool|elementary|middle school|primary school|secondary school) (?:musical|reunion|diploma|sweethearts?|friends?|graduate|graduates|education|never|days|dxd|math teacher|teachers?|football team lost|equivalency|degree|memories|crush|gym teacher|principal|yearbook)|"
    r"(?:grade|class) (?:5|2|3|4) (?:titanium|steel|sprain|tear|bolts?|rapids?|action)|secondary (?:to|infection|colou?rs?|market|source|effects?|care|storage|monitor|school teacher)|elementary (?:my|os|particles?|school teacher)|"
    r"(?:second|first|third|fourth|fifth) (?:class|form of|standard deviation)|when i was in|i used to be in|first form|second form)"
)
_TEACHES = re.compile(r"(?<!\S)(?:teach|teaches|teaching|taught|teacher|tutor|tutoring|principal|librarian|counsel(?:l)?or|curriculum|coach)(?!\S)")
_ME = re.compile(
    rf"(?<!\S)(?:(?:im|i am|i just started|i started|ive started|ive just started|i go to|i attend|im going to|i start|im starting|i will start|ill be|im still|currently)(?: (?:currently|still|only|just|now|a|an|in|at|into|to|the|going|about|started|starting|be|begin|beginning))*"
    rf" (?:my )?(?:(?:{_GRADES}) (?:grade|grader)|grade {_YEAR}|year {_YEAR}(?! of)|yr {_YEAR}|(?:high|middle|elementary|primary|secondary) ?schooler|{_SCHOOL}|schoolgirl|schoolboy|sixth former)"
    rf"|my (?:high|middle|secondary|elementary|primary) ?school(?: (?:teacher|crush|bully|principal))? (?:is|starts|has|lets|wont|makes|banned)|my gcses (?:are|start|next)|(?:sitting|taking|doing|revising for|have|got|failed|fail) my gcses)(?!\S)"
)
_SOMEBODY = re.compile(
    rf"(?<!\S)(?:(?:is|are|shes|hes|theyre|youre|starts|started|starting|goes to|attends|enters|entering|going to|a|an|this|that|my|your|in|the)(?: (?:currently|still|only|just|now|in|at|into|going|starting|to))*"
    rf" (?:(?:{_GRADES}) (?:grade|grader|grade (?:girl|boy|student))|grade {_YEAR}|year {_YEAR}(?! (?:of|in|for|contract))|(?:high|middle|elementary|primary|secondary) ?schooler|schoolgirl|schoolboy|{_SCHOOL}(?: (?:student|girl|boy|junior|freshman|sophomore|senior|kid))?|sixth former|kindergart(?:n|en)er|preschooler))(?!\S)"
)
_KEYS = frozenset(
    "grade grader graders form former formers standard yr stage class year school schooler schoolers highschool schoolgirl schoolgirls schoolboy schoolboys schoolkid schoolkids schoolchild "
    "schoolchildren secondary elementary kindergarten kindergartner kindergartener preschool preschooler preschoolers daycare gcse gcses levels hs middleschool schools gymnasium lycee".split()
)
_GENERAL = re.compile(r"(?<!\S)(?:near|next to|opposite|behind|work at|work in|works at|works in|volunteer at|passed|past|built|the new|nearest|best|local)(?: \S+){0,3} (?:high|middle|elementary|primary|secondary|kindergarten|preschool|daycare)")


def school_in(text: Iterable[Sentence]) -> Ages:
    """What school years and schools say of ages. They name no number."""
    is_mentioned = is_named = is_mine = False
    for sentence in text:
        words = sentence.text
        if sentence.words.isdisjoint(_KEYS) or not _PLACE.search(words):
            continue
        if _PAST.search(words):
            continue
        is_mentioned = True
        if _TEACHES.search(words):
            continue
        is_mine = is_mine or _ME.search(words) is not None
        is_named = is_named or is_mine or (_SOMEBODY.search(words) is not None and not _GENERAL.search(words))
    return Ages(is_mentioned, is_named, is_mine)
