"""School years and schools: who is in them is under 18. Teachers, and people who look back, are not."""

from chat.safety.lazy import Pattern
from chat.safety.parts import word_set
from chat.safety.reading import Reading
from chat.safety.rules import school_abroad as abroad
from chat.safety.rules.ages import Ages

_NTH = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    "tenth|eleventh|twelfth|1st|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|11th|12th)"
)
_YEAR = r"(?:1[0-3]|[1-9]|seven|eight|nine|ten|eleven|twelve|thirteen)"
_SCHOOL = (
    r"(?:(?:senior |junior )?high ?school|hs|middle ?school|secondary(?: school)?|primary school|elementary(?: school)?|grade school|"
    r"junior high|senior high|comprehensive school|boarding school|lower secondary|upper secondary|grammar school|"
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


def _is(*words: str) -> Pattern:
    return Pattern(rf"(?<!\S)(?:{'|'.join(words)})(?!\S)")


_PLACE = _is(
    rf"{_NTH} (?:grade|graders?|form|formers?|standard|std)(?! (?:reading|level|equation|deviation|edition|of (?!school|primary|elementary|high|the)))",
    rf"(?:grade|yr|key stage|standard|std|class) {_YEAR}{_IN_CLASS}",
    rf"(?:in|into|start|started|starting|finish|finished|finishing|repeating|enter|entering) (?:year|grade|yr) {_YEAR}(?! of)",
    rf"year {_YEAR} (?:student|students|pupil|pupils|girl|boy|kid|kids|class|at school)",
    _SCHOOL,
    _PUPILS,
    r"(?:my|his|her|their|for|taking|sitting|the|doing|mock|take|sit|do|have) (?:mock )?i?gcses?",
    rf"(?:year|grade) {_YEAR} here|(?:high|middle) ?schooler here",
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
_MY_TEACHER = _is(r"(?:my|our|the|her|his) (?:\w+ ){0,2}(?:teachers?|principal|coach|tutor)")
_ABOUT_A_PLACE = _is(
    rf"(?:near|next to|opposite|behind|works? at|works? in|volunteer at|passed|past|built|the new|nearest|best|"
    rf"local)(?: \S+){{0,3}} {_SCHOOL}"
)
_LOOKS_BACK = _is(
    r"(?:i|we) (?:was|were|had|did|used to|met|graduated|dropped|never|went|got|loved|hated|learnt|learned)(?: \S+){0,6} (?:in|at|as an?|to) (?:\S+ ){0,3}(?:grade|school|form|"
    r"freshman|sophomore)|years ago|decades ago|back in (?:the )?\d+s?|in (?:19\d\d|200\d|201\d)|when i was|adult learner|as an adult|mature student|(?:at|im|am|aged?) (?:19|[2-9]\d)"
)
_CLASS = rf"(?:{_NTH} (?:grade|grader|form)|(?:grade|yr) {_YEAR}|year {_YEAR}(?! (?:of|in|for|contract))|{_PUPILS}|{_SCHOOL})"
_BETWEEN = (
    r"(?: (?:currently|still|only|just|now|a|an|in|at|into|to|the|"
    r"going|about|start|started|starting|be|my|freshman|sophomore|junior|senior|student))*"
)
_NO_PUPIL = (
    r"(?! (?:\w+ )?(?:teachers?|teaching|dropout|graduates?|alum\w*|coach|nurse|janitor|caretaker|secretary|parents?|mum|mom|dad|"
    r"principal|headteacher|librarian|counsel\w+|bus|sweethearts?|reunions?|friends?|musical|diploma|tutor|assistant|aide|ta|cook|"
    r"board|level|maths and english|equivalent|education)(?!\S))"
)
_NOW = (
    r"(?:im|i am|ima|we are|^were|ive been|currently|now|i just started|i started|ive started|ive just started|i start|i will start|"
    r"ill start|ill be|i will be|i go|i attend|i study|i learn|i visit|im going|im about to (?:start|enter)|i finish|im finishing|"
    r"im entering|im repeating|i am entering|studying|as an?|still|just)"
)
_AT = (
    r"(?: (?:currently|still|only|just|now|actually|at|in|into|to|the|my|a|an|going|about|start|started|starting|enter|be|final|last|first|"
    r"second|third|year|of|freshman|sophomore|junior|senior|student|pupil|local|public|state|boarding|girls|boys|all|catholic|private|small|typical|this|next|german|french))*"
)
_ME = _is(
    rf"{_NOW}{_AT} (?:{_NTH} (?:grade|grader|form|standard|std)|(?:grade|yr) {_YEAR}|year {_YEAR}(?! (?:of|in|for|contract))){_NO_PUPIL}",
    rf"{_NOW}{_AT} {_PUPILS}{_NO_PUPIL}",
    rf"(?:im|i am|ive been|i study|i learn|currently|studying|still|were){_AT} (?:in|at|into|to|of|starting|from|student|pupil) (?:the |my |a |an |our |local |public |private )*(?:\w+ )?{_SCHOOL}(?! teach)",
    rf"(?:i go to|i attend|i study at|i just started|i started|i start|i will start|ill start|ill be (?:in|at|starting)|i visit|i finish|im finishing|im starting)(?: a| an| the| my| at| in| \w+)* {_SCHOOL}{_NO_PUPIL}",
    rf"(?:im|i am|as){_AT} {_SCHOOL} (?:student|pupil|freshman|sophomore|junior|senior|kid|girl|boy)",
    rf"(?:im|i am|as|currently|^)(?: currently| still| only| just| a| an| in| my)* (?:freshman|sophomore|junior|senior)(?: year)?(?: \w+)? (?:in|at|of|from) (?:the |my |a )?{_SCHOOL}",
    rf"^(?:{_NTH} (?:grader?|former)|(?:year|grade) {_YEAR}(?: student)?|high ?schooler|middle ?schooler) here",
    r"my (?:high|middle|secondary|elementary|primary) ?school (?:teacher |principal )?(?:is|starts|has|lets|wont|"
    r"makes|banned)",
    r"(?:my|for|have|our) (?:gcses?|mocks|mock gcses|igcses?)(?: exams?)? (?:are|is|start|starts|next|this|coming|in (?:may|june|summer|\w+ weeks)|soon|tomorrow|results (?:day )?(?:is|are))",
    r"(?:im|i am|ill be|i will be|i have to|i have|i got|im going to|we are|start|started) .{0,25}?(?:sitting|taking|doing|revising for|"
    r"studying for|retaking|resitting|take|sit|do|failing|got|have|preparing for) (?:my |mock |the |the mock )*(?:gcses?|igcses?)",
    r"(?:sitting|taking|doing|revising for|have|failed|fail|take|sit) my (?:mock )?gcses?(?: next| this| in (?:may|june|\w+ weeks)| soon| tomorrow|$)",
    r"(?:ill|i will|i) (?:take|sit|do|have) (?:my |the )?gcses?",
)
_SOMEBODY = _is(
    r"(?:is|are|shes|hes|theyre|youre|starts|started|starting|goes to|attends|enters|entering|going to|a|an|this|"
    r"that|my|your|in|the|has)"
    rf"{_BETWEEN} {_CLASS}(?: (?:student|girl|boy|junior|freshman|sophomore|senior|kid))?"
)
_KEYS = word_set(
    "grade grader graders form former formers standard yr stage year school schooler schoolers highschool "
    "schoolgirl schoolgirls schoolboy "
    "class std here hs igcse igcses mocks schoolboys schoolkid schoolkids schoolchild schoolchildren secondary elementary kindergarten kindergartner "
    "kindergartener preschool "
    "preschooler preschoolers daycare gcse gcses middleschool high"
)
_ANY_KEYS = _KEYS | abroad.KEYS


def school_in(text: Reading) -> Ages:
    """What school years and schools say of ages. They name no number."""
    is_mentioned = is_named = is_mine = False
    for sentence in text.having(_ANY_KEYS):
        words = sentence.text
        if not sentence.words.isdisjoint(abroad.KEYS):
            is_own = abroad.ME.search(words) is not None and not abroad.NOT_IN_IT.search(words)
            is_mine, is_named = is_mine or is_own, is_named or is_own
            is_mentioned = is_mentioned or is_own or abroad.PLACE.search(words) is not None
        if sentence.words.isdisjoint(_KEYS) or not _PLACE.search(words) or _NOT_IN_IT.search(words):
            continue
        is_mentioned = True
        if not _TEACHES.search(_MY_TEACHER.sub(" ", words)) and not _LOOKS_BACK.search(words):
            is_mine = is_mine or _ME.search(words) is not None
            is_named = is_named or is_mine or (_SOMEBODY.search(words) is not None and not _ABOUT_A_PLACE.search(words))
    return Ages(is_mentioned, is_named, is_mine)
