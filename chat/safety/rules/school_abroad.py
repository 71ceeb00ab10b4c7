"""School years as they are called outside of Britain and North America, in English sentences of people who learn it.

Teachers, people who look back, and what learners over 18 attend too ("bachelor", "gymnasium" for sport) are none.
"""

from chat.safety.lazy import Pattern
from chat.safety.parts import word_set

_NUMBER = (
    r"(?:1[0-3]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}(?:st|nd|rd|th|º|ª|°|o|a|ª)|"
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|1ro|2do|3ro|tercero|segundo|primero|cuarto)"
)
# Classes with a number: India, Germany, Poland, Russia, Singapore, Malaysia, Nigeria, Kenya, Scotland, Brazil, Spain.
_CLASS = (
    rf"(?:{_NUMBER} (?:klasse|klasa|klass|class|luokka|luokalla|ano|eso|secundaria|bachillerato|media|superiore|liceo|lyceum|gymnasium|"
    rf"sec|secondary|form|std|standard|sinif|klase|osztaly|lk)(?: (?:de|of|da|do)(?: (?:la|the))?(?: (?:eso|secundaria|bachillerato|prepa|ensino|gymnasium|school|lyceum))?)?"
    rf"|{_NUMBER} (?:of|de|da|do|di|della)(?: la| the| el)? (?:eso|secundaria|bachillerato|primaria|prepa|ensino|media|superiore|liceo)"
    rf"|(?:klasse|class|std|standard|form|sec|secondary|groep|havo|vwo|vmbo|jss|ss|sss|jhs|shs|primary|klass|grade) {_NUMBER}"
    r"|(?:jss|sss|ss|jhs|shs|sec|std|p|s|f|y|yr)[1-9]|y1[0-3]|s[1-6]|(?:jc|sec|y) ?[1-4]|(?:junior|senior) (?:one|two|three|[1-3])"
    r"|[3-6] ?(?:ème|eme|e)|(?:la |en |in )(?:sixième|sixieme|cinquième|cinquieme|quatrième|quatrieme|troisième|troisieme|terminale)"
    r"|(?:in |en |classe de )(?:seconde|première|premiere)"
    r"|(?:niondeklass|åttondeklass|sjundeklass|högstadiet|hogstadiet|mellanstadiet|ungdomsskolen?|ungdomsskole|videregående|videregaende|"
    r"folkeskolen?|yläasteella|ylaaste|lukio|lukiossa|brugklas|middelbare school|liceum|podstawówk\w|podstawowk\w|liceo|scuola media|"
    r"terza media|seconda media|prima media|secundaria|bachillerato|preparatoria|prepa|ensino médio|ensino medio|ensino fundamental|"
    r"collège|lycée|lycee|gymnasiet|realschule|hauptschule|gesamtschule|oberstufe|mittelstufe|unterstufe|grundschule|lise|"
    r"chuugakkou|koukou|chuzhong|gaozhong|transition year|plus (?:one|two)|havo|vwo|vmbo))"
)
# Exams that pupils sit.
_EXAM = (
    r"(?:leaving cert|junior cert|leaving certificate|junior cycle|a levels?|as levels?|o levels?|nat(?:ional)? 5s?|highers|abitur|abi|matura|"
    r"matric|brevet|baccalauréat|baccalaureat|le bac|psle|spm|upsr|dse|hsc|atar|naplan|ncea|waec|neco|jamb|kcse|kcpe|bece|gaokao|zhongkao|"
    r"suneung|board exams|boards|10th boards|12th boards|mittlere reife|realschulabschluss|eindexamen|maturita|selectividad|evau|ebau|enem|"
    r"11 plus|eleven plus|common entrance|sats)"
)


def _is(*words: str) -> Pattern:
    return Pattern(rf"(?<!\S)(?:{'|'.join(words)})(?!\S)")


_IN = (
    r"(?:im|i am|am|we are|i go|i attend|i study|i learn|i visit|studying|currently|ive just started|i just started|i started|i start|i will start|ill start|"
    r"ill be|i will be|im starting|i finish|im finishing|i will go|ill go|still|me)"
)
_TO = (
    r"(?: (?:in|at|into|to|of|the|my|a|an|going|go|currently|now|still|just|only|be|start|starting|student|pupil|visiting|attending|doing|"
    r"first|second|third|last|final|year|studying|from|this|next|class|grade|on|de|la|der|die|german|french|italian|spanish|dutch|a public))*"
)
# Called so wherever they stand; "class 3" and "plus one" are other things, too.
PLACE = _is(
    rf"(?:{_NUMBER} (?:klasse|klasa|klass|luokka|luokalla|eso|secundaria|bachillerato)|klasse {_NUMBER}|gcses?|psle|niondeklass|åttondeklass|sjundeklass|högstadiet|ungdomsskolen?|folkeskolen?|brugklas|podstawówk\w|"
    r"scuola media|terza media|ensino médio|ensino medio|realschule|hauptschule|gesamtschule|grundschule|junior cert|leaving cert)"
)
ME = _is(
    rf"{_IN}{_TO} {_CLASS}(?! (?:teacher|honou?rs|degree|flights?|tickets?|citizens?|seats?|hotel|train|cabin|division|upgrade|stamps?|lever|of wine))",
    rf"^{_CLASS} (?:student|pupil)(?: here)?",
    rf"(?:im|i am|ill be|i will be|i have|i have to|ive got|i got|we have|im going to|i will)(?: \S+){{0,4}}? (?:sitting|taking|doing|revising for|studying for|"
    rf"preparing for|take|sit|do|have|write|writing|for|give|giving|pass|make|failing|about)(?: my| the| mock| this| for)* {_EXAM}(?! (?:in (?:19|20[01])|back|when|results))",
    rf"my (?:mock )?{_EXAM}(?: exams?)? (?:are|is|start|starts|begin|begins|next|this year|coming|soon|tomorrow)(?! (?:years|long|worthless|from))",
    rf"i(?: will|ll)? (?:take|do|sit|make|write|give|have) (?:my |the )?{_EXAM} (?:next|this|in|soon|tomorrow)",
)
NOT_IN_IT = _is(
    r"teach|teaches|teaching|taught|teacher|tutor|tutoring|principal|lecturer|professor|coach|mark|marking|examiner|"
    r"was|were|had|did|used|ago|graduated|finished|university|uni|college degree|my (?:son|daughter|kid|kids|child|children|brother|sister|nephew|niece|"
    r"student|students|pupils)|first class|second class|world class|business class|economy|evening class|yoga|spin|language class|dance class"
)
KEYS = word_set(
    "klasse klasa klass class luokka luokalla ano eso secundaria bachillerato media superiore liceo lyceum gymnasium sec secondary form std standard sinif "
    "klase osztaly lk groep havo vwo vmbo jss ss sss jhs shs primary grade jss1 jss2 jss3 ss1 ss2 ss3 sss1 sss2 sss3 jhs1 jhs2 jhs3 shs1 shs2 shs3 sec1 sec2 "
    "sec3 sec4 std8 s1 s2 s3 s4 s5 s6 p4 p5 p6 p7 f1 f2 f3 f4 f5 y7 y8 y9 y10 y11 y12 y13 yr7 yr8 yr9 jc junior senior 3ème 4ème 5ème 6ème 3eme 4eme 5eme 6eme 3e 4e 5e 6e ème eme "
    "sixième sixieme cinquième cinquieme quatrième quatrieme troisième troisieme terminale seconde première premiere niondeklass åttondeklass "
    "sjundeklass högstadiet hogstadiet mellanstadiet ungdomsskole ungdomsskolen videregående videregaende folkeskole folkeskolen yläasteella ylaaste lukio "
    "lukiossa brugklas middelbare liceum podstawówka podstawówce podstawowka podstawowce scuola preparatoria prepa ensino collège lycée lycee gymnasiet realschule "
    "hauptschule gesamtschule oberstufe mittelstufe unterstufe grundschule lise chuugakkou koukou chuzhong gaozhong transition plus cert certificate cycle levels level "
    "nat 5s national highers abitur abi matura matric brevet baccalauréat baccalaureat bac psle spm upsr dse hsc atar naplan ncea waec neco jamb kcse kcpe bece gaokao "
    "zhongkao suneung boards board reife realschulabschluss eindexamen maturita selectividad evau ebau enem entrance sats"
)
