"""Whether a text means somebody under 18. Nothing in this file is about sexual talk; ``judge.py`` joins the two."""

from dataclasses import dataclass, replace
from datetime import date

from chat.safety.parts import word_set
from chat.safety.reading import Reading, Sentence
from chat.safety.rules.ages import ages_in
from chat.safety.rules.school import school_in
from chat.safety.wording import AnyOf

_CHILDREN = r"""
    child|children|childs|kid|kids|kiddo|kiddos|teen|teens|teenager|teenagers|teenage|teenaged|preteen|preteens|tween|
        tweens|toddler|toddlers
    infant|infants|newborn|underage|under age|minors|a minor|minor (child|girl|boy|daughter|son)|adolescents?|
        juveniles?|youngsters?
    (little|young|small|lil|tiny|smol) (girls?|boys?|kids?|one|ones|sister|brother|lad|lass)|pre ?pubescent|
        prepubescent|pubescent|loli|shota
    (girl|boy|cub|brownie) scouts?|schoolgirls?|schoolboys?|first ?graders?|not of age|jailbait|kinder|under ?aged|
        barely legal
    (the|our|newborn|new) baby (sleeps?|slept|is|was|has|wont|will|does(nt)?|cries|cried|crying|kicked|kicks|drinks|eats|laughed|laughs|woke|wakes|
        arrived|came|smiles|smiled|crawls|needs|loves|just|started|finally)(?! (bump|shower))
    (month|months|week|weeks|day|days) old (baby|need|needs|eat|sleep|girl|boy|son|daughter|infant|wont|will|still|is|has)|(my|our|her|his|a|the) \d+ (month|months|mo) old
    baby (brother|sister|boy was|girl was|bottle|monitor|food|formula|teeth|tooth)
    breast ?feed(ing)?|diapers?|napp(y|ies)|milk teeth|(first|lost|baby|wobbly) tooth( fairy)?|tooth fairy|pram|stroller|potty|playgroup|cr[eè]che|paediatrician|pediatrician
    (in|at|from|to) (the )?nursery|nursery (school|teacher|worker|rhymes?)|(our|my) (youngest|eldest|oldest) (is|has|was|started|starts|can|loves|wants|wont|just|needs|hates|learned|learnt)
    grandkids?|grandchild(ren)?|step ?kids?|step ?child(ren)?|god(child(ren)?|son|daughter)|under \d\ds?|foster (kids?|child(ren)?|son|daughter)|school ?(run|bus|bag|pupils?|nurse|lunch|uniform)|pupils?|pre ?teens?
    (my|our|her|his|their) (little|youngest) (one|ones|brother|sister|son|daughter|boy|girl)|youth (club|group|team|choir|orchestra)|u ?\d\d? (team|football|girls|boys|squad)|bedtime story
    (my|our|his|her|their) little (cousin|nephew|niece)|kindergart(en|n)ers?|(bar|bat) mitzvah|quincea(n|ñ)era|childminder|(her|his|my (daughter|girl)s?( \w+)*) first period|
        (starts|started|starting) reception|(last|first|final|\w+) year of primary|too young to (drive|drink|vote|marry|work)|(senior|junior|school) prom|
        (at|to|for) (the |my |our |her |his )?prom|juniors? at \w+ high
    (below|under) the age of (consent|majority|18|16)|looks? underage
"""
# Called so, and no child: programs, music, manners of speaking.
_NO_CHILDREN = r"""
    child (process|processes|nodes?|elements?|components?|class|classes|theme|themes|table|tables|selectors?|routes?|
        scope|threads?|rows?|window)
    children (prop|props|array|nodes|elements)|(node|parent and|parents and|dom|flex) (child|children)|(nth|first|
        last|only) child (of|selector|element|pseudo)
    (after|once|when|while|until|since|because|now that|whenever) (the|our|my) (kids|children) (are|were|went|go|have gone|had gone|fall|fell|left|leave|have left) (asleep|to (bed|school|camp|sleep)|away|out|gone|off|home)
    (sent|send|drop|dropped|left|leave|leaving|packed) (the|our|my) (kids|children) (off )?(to|with|at) (\w+ )?(grand\w+|parents|mothers?|school|camp|moms?|mums?|babysitter|sitter)
    (married|divorced|mother|father|mom|mum|dad|wife|woman|man|couple|guy) (of|with) (\w+ )?(kids|children)|like (a |two |a couple of |a bunch of )?(\w+ )?(teens?|teenagers?)( again)?|pupils (\w+ )?(dilat\w+|wide|blown|black|narrow\w*|widen\w*)|(dilated|wide|blown|dark) pupils
    inner child|childs play|destinys child|like a kid in a candy|kid (rock|cudi|a mero|friendly)|billy the kid|
        karate kid|wimpy kid|the kid laroi
    (i )?kid you not|no kid|just kid|goat kids?|kid goat|kid gloves|new kid on|new kids on|kids? at heart|big kid|
        man child|teen (titans|wolf|spirit|vogue|choice)
    teenage (mutant|dream|dirtbag|wasteland|engineering)|a minor (issue|bug|problem|change|update|injury|setback|
        detail|fix|version|release|error|in|key|inconvenience|chord|scale|role|thing|point|typo|accident|car|scratch|
        delay|surgery|procedure|cut|miracle|character)
    (in|key of|chord|scale of) a minor|a minor (chord|scale|pentatonic|arpeggio|seventh|triad)|no minors|not a minor|
        not minors|infant industr(y|ies)
    (a little|little) one (way|shot)|young ones tv|adults? only|small one(s)? (please|is|for|with)|(little|
        small) one (bedroom|room)|young (boys|girls) inc
    juvenile (arthritis|diabetes|humor|humour|behaviou?r|fish|plumage|joke|jokes)|poster child|love child|
        problem child|brain ?child|only child syndrome
"""
_CUE = AnyOf(_CHILDREN)
_NO_CUE = AnyOf(_NO_CHILDREN)
_KEYS = word_set(
    "child children childs kid kids kiddo kiddos teen teens teenager teenagers teenage teenaged preteen preteens "
    "tween tweens toddler toddlers infant infants newborn "
    "underage age minors minor adolescent adolescents juvenile juveniles youngster youngsters little young small "
    "lil tiny smol pubescent prepubescent loli shota scout "
    "baby old yo yr yrs breastfeed breastfeeding feed feeding diaper diapers nappy nappies milk tooth pram stroller potty playgroup creche crèche paediatrician "
    "pediatrician grandkid grandkids grandchild grandchildren stepkid stepkids stepchild stepchildren step godchild godchildren foster school schoolbag pupil "
    "pupils youngest middle younger youth playground bedtime pre u12 u13 u14 u15 u16 u10 u11 u9 u8 u "
    "cousin nephew niece kindergarteners kindergartners kindergartener mitzvah quinceanera quinceañera childminder period reception primary prom juniors junior drive drink vote marry "
    "godson goddaughter under nursery eldest oldest scouts schoolgirl schoolgirls schoolboy schoolboys jailbait kinder underaged grader graders legal firstgrader"
)
# Sons and daughters may be of any age.
_FAMILY = AnyOf(
    r"(step)?(son|daughter|sister|brother)|nephew|niece|grandson|granddaughter|grandchild|stepsis|stepbro|"
    r"babysitter|lil sis|little bro"
)
# Called so, and nobody's child.
_NO_FAMILY = AnyOf(
    r"sons? of (a|the) (bitch|gun|beach|bitches)|(sister|brother|son|daughter) in law|sister (company|city|cities|site|ship|act|wives)|brothers? in arms|soul sister|(sorority|frat|fraternity) (sister|brother)s?"
)
_ALL_GROWN = AnyOf(
    "(both|all|two|consenting|fully grown) (are |of us are |of them are |characters are )?(consenting )?(adults|over 18|above 18|18 plus|of age|in (our|their) (twenties|thirties|forties|20s|30s|40s))|everyone is (an adult|over 18|of age)"
)
_FAMILY_KEYS = word_set(
    "son daughter sister brother stepson stepdaughter stepsister stepbrother nephew niece grandson granddaughter "
    "grandchild stepsis stepbro babysitter sis bro"
)
_GROWN = AnyOf(r"""
    (1[89]|[2-9]\d) ?(year|years|yr|yo|y)( old)?|(1[89]|[2-9]\d)(yo|yr|yrs|y)|adult|grown|grown ?up|married|wife|
        husband|college|university|in (her|his|their) (twenties|thirties|forties|20s|30s|40s)
    (is|aged|im|am|turned|shes|hes) (1[89]|[2-9]\d)|lawyer|nurse|engineer|works (at|as|for)|(her|his) (job|boss|kids|
        wedding|fiance)|of age|consenting|in law
""")


@dataclass(frozen=True, slots=True)
class MinorCues:
    """``has_family``: sons, daughters and the like are spoken of, and nothing says that they are grown up."""

    has_cue: bool = False
    names_age: bool = False
    says_minor: bool = False
    told_age: int | None = None
    has_family: bool = False

    @property
    def is_meant(self) -> bool:
        return self.has_cue or self.says_minor or self.names_age


def minor_cues(text: Reading, today: date) -> MinorCues:
    """What a text says of people under 18, where nobody is quoted in it."""
    ages, school = ages_in(text, today), school_in(text)
    has_children = any(map(_means_children, text.having(_KEYS)))
    return MinorCues(
        has_cue=has_children or ages.is_mentioned or school.is_mentioned,
        names_age=ages.is_named or school.is_named,
        says_minor=ages.is_mine or school.is_mine,
        told_age=ages.mine,
        has_family=_has_family(text),
    )


def cues_of_voices(everything: MinorCues, own: MinorCues, others: MinorCues) -> MinorCues:
    """What a text says in which others are quoted: their age is not the writer's, and still that of a minor who is meant."""
    return replace(
        everything,
        names_age=everything.names_age or everything.says_minor or others.names_age or others.says_minor,
        says_minor=own.says_minor,
        told_age=own.told_age,
    )


def _means_children(sentence: Sentence) -> bool:
    return _CUE.is_in(*sentence) and _CUE.is_in(*_without(_NO_CUE, sentence))


def _has_family(text: Reading) -> bool:
    spoken_of = [_without(_NO_FAMILY, sentence) for sentence in text.having(_FAMILY_KEYS)]
    if not spoken_of or _ALL_GROWN.is_somewhere_in(text):
        return False
    if not any(_FAMILY.is_in(*sentence) for sentence in spoken_of):
        return False
    return not any(_GROWN.is_in(*sentence) for sentence in spoken_of)


def _without(called_so: AnyOf, sentence: Sentence) -> Sentence:
    left = called_so.taken_out_of(sentence.text)
    return sentence if left == sentence.text else Sentence(left, frozenset(left.split()))
