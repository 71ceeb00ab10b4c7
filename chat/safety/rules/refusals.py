"""A story or a play in which one refuses, or cannot, and the other goes on: three things that may be said in any wording.

``without_consent.py`` has the wordings that are clear alone.
"""

from chat.safety.lazy import Pattern
from chat.safety.parts import PARTS, word_set
from chat.safety.reading import Reading
from chat.safety.rules.without_consent import NOT_ABOUT_IT
from chat.safety.wording import AnyOf


def _is(*words: str) -> Pattern:
    return Pattern(rf"(?<!\S)(?:{'|'.join(words)})(?!\S)")


_IN_A_STORY = _is(
    PARTS["scene"],
    r"fic|novella|tale|short story|erotic\w*|plot|rpg|screenplay|plays? (?:a|an|my|the|out|along|as|that|like)|kink|noncon\w*|act (?:as|like|out)|rpg|lets (?:play|say|imagine)|in this (?:scene|story|game|roleplay)",
)
_FRAME = _is(
    r"(?:^|^\S+ )(?:please |now |then |ok )*(?:continue|go on|go ahead|pretend|imagine|be|play|act|make|write|describe|ignore|force|keep going|do it|do this|take me|use me|tie me|let him|let her|have (?:him|her))",
    r"i (?:want|need|would like|d like|wish|like) (?:you )?to (?:be |feel |get )?(?:ignore\w*|force\w*|forced|take|taken|use|used|overpower\w*|do|keep|continue|make|hypno\w+|kidnap\w*|pretend|play|act|have)",
    r"you (?:have|take|do|make|ignore|force|keep|hold|own|tie|continue|go on|hypno\w+|corner|grab|pin|push|drag|overpower|kidnap|drug|capture|trap|wont|dont|coerce|decide|lock|follow|are (?:too )?strong\w*|are my|are the|are a)",
)
_STORY_WORDS = frozenset(part.split()[-1] for part in PARTS["scene"].split("|")) | word_set(
    "fic novella tale story plot rpg screenplay play plays kink act lets scene game roleplay erotic erotica erotically eroticism noncon nonconsensual nonconsensually nonconsent out"
)
_LONG = 60
_SAYS = r"(?:say|says|saying|said|scream\w*|cry|cries|crying|shout\w*|beg|begs|begging|plead\w*|whisper\w*|tell|tells|telling|ask|asks|asking|repeat\w*|whimper\w*|sob\w*)"
# One of them refuses, or can't.
_REFUSES = _is(
    rf"{_SAYS} (?:\S+ ){{0,4}}?(?:no|stop|dont|not to|mercy|enough|to let)",
    r"(?:my|her|his|their|a|the|every|any) (?:\S+ )?(?:no|nos|stop|refusals?|protests?|objections?|pleas?|resistance|struggl\w+|tears|limits|boundaries|wishes|safeword|will|consent|rejection|reluctance|discomfort|fear)",
    r"no means (?:nothing|yes)",
    r"(?:dont|doesnt|didnt|do not|does not|did not|not|never|wouldnt) (?:really |actually |even )?(?:want|agree|consent|wish|willing)(?: to| it| this| that| him| her| you| any| with| me|$| but| and)",
    r"(?:without|no|zero|lack of|against|not|lacking|any) (?:\S+ )?(?:consent\w*|permission|asking|will|agreement|say in it)",
    r"refus\w+|unwilling\w*|reluctan\w+|resist\w*|struggl\w+|protest\w*|unconsenting|nonconsen\w+|rejects?|rejected|rejecting|unwanted|objects|fights? back|(?:try|tries|trying|tried) to (?:push|get away|pull|run|break free|fight|wriggle|escape|leave|scream|crawl|stop|resist)|(?:keeps? )?(?:crying|cries|sobbing|sobs|screaming|screams|weeping|weeps)|whether (?:she|he|i|they|id) (?:like|likes|want|wants|wanted|agree|agrees|consents?)|pushes (?:you|him|her) away|push (?:you|him|her) away",
    r"(?:cant|cannot|can not|unable to|not allowed to|isnt allowed to|never|couldnt|not able to|nobody can) (?:say no|refuse|resist|object|stop|fight|decline|disobey|say anything)",
    r"no (?:choice|say|way out|escape|right to)",
    r"(?:im|i am|shes|she is|hes|he is|me|her|him|while|woman|girl|man|victim|is|be|being|was|me up|got|get|has|been|lies|an?) (?:\S+ )?(?:asleep|sleeping|unconscious|passed out|drugged|drunk|hypno\w+|sedated|tied up|chained|helpless|captive|prisoner|kidnapped|hostage|imprisoned|tied|gagged|powerless|defenceless|defenseless|blackmailed|paraly[sz]ed|blindfolded|trapped|enslaved)",
    r"(?:you|he|she|they|who|villain|man) (?:\S+ ){0,2}(?:hypno\w+|kidnap\w*|drugs?|drug|blackmails?|tied|tie|captured?|captures|abducts?|sedates?|chains?|traps?|corners?|stalks?) (?:me|her|him|a|the|his)",
)
# The other goes on.
_GOES_ON = _is(
    r"anyway|regardless|continues?|continued|continuing|keeps? (?:going|on|at|doing|touching|kissing)|keep going|goes on|go on|going on|carries on|carry on|ignor\w+|disregard\w*|persists?|proceeds?|insists?|presses on|pushes on|goes ahead|go ahead|goes through with it|finish\w*",
    r"(?:dont|doesnt|wont|not|never|didnt|doesnt even|do not|does not|will not|wouldnt|neither) (?:ever )?(?:stop|stops|care|cares|listen|listens|matter|matters|accept|respect|wait|mind|let (?:her|me|him) go|let go|take no)",
    r"(?:he|she|you|they|and) (?:wont|wouldnt|does not|doesnt|dont|do not)$|(?:does|do|did) (?:it|so|that|this)|(?:means?|meant|counts? for) nothing|doesnt count|does not count|dont count|still (?:do|does|take|takes|kiss\w*|touch\w*|happens?)",
    r"forc\w+|coerc\w+|overpower\w*|made to|makes? (?:her|him|me)|submi\w+|obey\w*|takes? (?:her|him|me|what|advantage)|take (?:me|her)|taking (?:her|me|him|advantage)|taken by|gets? (?:his|her|what|me)|get what|his way|your way|her way|way with",
    r"(?:what|whatever|as|anything) (?:he|you|she|they|hes|youre) (?:want|wants|like|likes|please|pleases|wish|wishes|feel|feels|need|needs)|owns?|claims?|by force|(?:too |so much |far )?strong|stronger|spell|curse|potion|enchants?|brainwash\w*|mind control|compel\w*|(?:has|have|had|must|needs) to (?:give|submit|please|serve|obey|sleep|endure|satisfy|undress|accept)|gives? (?:her|him|my)self|gives? in|gave in|break\w* (?:her|me|him)|uses? (?:her|him|me|it|that|this|his|a|the)|use (?:me|her|him|it)",
    r"no matter|despite|too late|in vain|useless|at (?:your|his|her) mercy|until (?:she|he|i) (?:gives?|give|stops?|stop|breaks?|surrender\w*|obeys?)|touch\w*|undress\w*|sleeps? with",
)
# What is forced alone says it, in a story of a man and a woman, or of you and me.
_IS_FORCED = _is(
    r"(?:is|being|be|gets|get|was|getting|are|am|im|shes|hes) (?:\S+ )?(?:forced|coerced|made|blackmailed|pressured|compelled|tricked|drugged)(?: (?:by|into|to) (?:\S+ ){0,3}?(?:him|her|it|me|you|soldiers|men|man|boss|husband|stranger|guard|guards|captors?|submit|obey|sleep|bed|sex|strip|undress|please|serve|kiss|do things|do what\S*|have|give)|$| and| while| against)",
    r"(?:takes?|take|gets?|get|took) what (?:he|you|she|they) (?:want|wants|need|needs|wanted|desires?) from (?:me|her|him|an?|the|his)",
    r"so (?:that )?(?:she|he|i) (?:cant|cannot|can not|wont|will not|is unable to|am unable to) (?:say no|refuse|resist)",
    r"(?:cant|cannot|can not|unable to|not allowed to|may not|never) (?:refuse|resist|disobey|say no(?: to)?) (?:you|him|(?:her|his|my|the) (?:master|lord|boss|captor|husband|owner|king|mistress))",
    r"(?:taken|used|kissed|touched|claimed|held|had) (?:by (?:\S+ ){1,3})?(?:against (?:his|her|my|their) will|by force|without (?:\S+ )?(?:consent|permission))",
    r"(?:no|stop) means (?:nothing|yes)|(?:her|my|his) (?:no|stop) (?:means|counts|is|doesnt|does not|wont)",
    r"(?:forces?|forced|forcing|coerces?|coerced) (?:me|her|him) into (?:it|this|that|something|things|sex|bed)",
    r"(?:you|he|man|who|villain|she) (?:coerce|coerces|force|forces|compel|compels|rape|overpower|overpowers) (?:me|her|him|a (?:woman|man|girl|lady))(?! to (?:a |the )?(?:draw|halt|stop|think|work|study|choose|leave|admit|confess|resign|pay))",
    r"(?:drugs?|drugging|drugged|spikes|spiking|roofies|sedates|sedating|hypnoti[sz]es|hypnoti[sz]ing) (?:a|his|her|my|the|someone|somebody|some)(?: \S+)? ?(?:date|woman|girl|wife|drink|guest|boss|stranger|secretary|victim|coworker|colleague|man|her|him|me)?",
    r"(?:being|is|gets|get|was|be) (?:overpowered|violated|ravished|molested|assaulted|taken|groped) by",
    r"(?:threat\w+|blackmail\w*|or else|unless|otherwise) (?:\S+ ){0,7}?(?:sleep with|sleeps with|submit\w*|undress\w*|kiss|be with|strip|please (?:him|her|me|you))",
    r"(?:asleep|sleeping|unconscious|passed out|drunk|drugged|sedated) (?:\S+ ){0,6}(?:touch\w*|undress\w*|kiss\w*|sleeps? with|take advantage|takes advantage|have (?:me|her)|use (?:me|her))",
    r"(?:dont|doesnt|do not|does not|no|isnt|not|never) (?:\S+ ){0,2}(?:care about|need|ask for|wait for|get|give|have|respect|require|matter\w* \S+) (?:\S+ )?consent|consent (?:\S+ ){0,2}(?:zero|none|missing|absent|not|isnt|doesnt|irrelevant|optional)|(?:zero|no|without|lacks?|lacking|missing|absent|dubious|questionable) (?:\S+ )?consent",
)
_MALE = word_set(
    "he his him hes man men guy husband boyfriend boss king prince lord soldier soldiers villain master hero captain guard guards stranger father duke vampire captor kidnapper burglar"
)
_FEMALE = word_set(
    "she her shes woman women girl wife girlfriend maid princess queen lady servant heroine secretary captive bride nurse waitress mistress"
)
_VICTIMS = word_set("hero victim prisoner captive servant slave")
_YOU, _ME = word_set("you your youre youd u"), word_set("i im me my ill id")
# The companion is to be the one who does it: no telling of what was suffered.
_ASKED_OF_YOU = _is(
    r"^(?:please |now |ok |hey |can you |could you |will you |would you |i want you to |id like you to |lets |so )*(?:play|roleplay|act|pretend to be|be|rp|portray|impersonate)(?: as| like)?"
    r" (?:a|an|the|my|some|his|her) (?:\S+ ){1,5}?(?:who|that|and|which)(?= .*(?:me|no|her|him|my)(?!\S))"
)
_ASKED_WORDS = word_set("play roleplay act pretend be rp portray impersonate")
_NO = AnyOf(NOT_ABOUT_IT)
_KEYS = word_set(
    "no stop dont doesnt refuse refuses refused refusing refusal unwilling unwillingly resist resists resisting struggle struggles struggling protest protests consent consents "
    "consenting permission will asking choice say drugging spiking overpowered violated compels compel coerce threatens unless crying cries sobbing screaming whether spell try tries asleep sleeping unconscious passed drugged drugs drug drunk hypnotise hypnotize hypnotised hypnotized tied chained helpless captive prisoner kidnapped kidnap "
    "kidnaps forced forces force forcing coerced coerces made blackmail blackmails blackmailed want wants beg begs begging reluctant not never cant cannot ignore ignores ignoring wishes boundaries limits safeword "
    "unwanted rejects trapped pressured takes take gets get pushes means hostage powerless nonconsensual"
)


def is_no_ignored(text: Reading) -> bool:
    """Whether it is asked for, or played, that one goes on against the other's will."""
    places = list(text.places_of(_KEYS))
    if not places:
        return False
    is_story = any(_IN_A_STORY.search(sentence.text) for sentence in text.having(_STORY_WORDS))
    # In a long text "you make" and "go on" are said of anything.
    if not is_story and (
        sum(len(sentence.words) for sentence in text) > _LONG
        or not any(_FRAME.search(sentence.text) for sentence in text)
    ):
        return False
    for place in places:
        sentence, following = text[place], text[place + 1] if place + 1 < len(text) else None
        if _says_so(sentence.text, sentence.words):
            return True
        if following is None or len(sentence.words) + len(following.words) >= 40:
            continue
        if _says_so(f"{sentence.text} {following.text}", sentence.words | following.words):
            return True
    return False


def is_asked_of_you(text: Reading) -> bool:
    """Whether the companion is asked to be somebody who does something to another."""
    return any(_ASKED_OF_YOU.search(sentence.text) for sentence in text.having(_ASKED_WORDS))


def _says_so(text: str, words: frozenset[str]) -> bool:
    are_two = not (words.isdisjoint(_MALE) or words.isdisjoint(_FEMALE)) or not (
        words.isdisjoint(_YOU) or words.isdisjoint(_ME)
    )
    if not are_two and words.isdisjoint(_FEMALE | _ME | _VICTIMS):
        return False
    if not _IS_FORCED.search(text):
        refuses = _REFUSES.search(text)
        if not (refuses and _GOES_ON.search(text[: refuses.start()] + " . " + text[refuses.end() :])):
            return False
    return not _NO.is_in(text, words)
