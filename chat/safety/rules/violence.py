"""Sexual violence that is asked for or depicted, and signs that somebody in a sexual text does not consent.

What somebody tells of themselves is a disclosure (``disclosure.py``); ``judge.py`` decides between the two.
"""

import re

from chat.safety.parts import PARTS, word_set
from chat.safety.reading import Reading, Sentence
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.NONCONSENSUAL
# Care, law, news and learning.
_SOBER = r"""
    survivors?|statistics|law|laws|legal|illegal|prevent|prevention|awareness|support|charity|courts?|police|report|
        countries|skipp?(able|ed|ing)?|trigger warnings?|age rating|too (violent|graphic)|
        reporting|article|essay|research|trial
    hotline|helpline|therapy|therapist|trauma|convicted|sentenced|arrested|definition|meaning of|education|training|
        workplace|consequences|detect|history
    victims|protest|protests|documentary|policy|rapeseed|oilseed|journalist|news|how common|what counts|crown\\w*|throne
"""

RULES = (
    Rule("nonconsensual.asked_for", _LABEL, STRONG, r"""
        (<scene>|scenes?|tell me|give me|show me|send me|find me|i want|lets|let us|can we|can you|could you|play|
            fetish|kink|porn|video|videos|into|like|love|enjoy|make|turned on by|turns me on|craving|role|watch|do|
            prefer) ... {<violence>}
        {<violence>} (<scene>|scenes?|fetish|kink|porn|video|videos|play|role|fic|roleplay|content|themes?|hentai)
        (<scene>|sex|sexual|erotic|scene|porn|roleplay|intercourse|kissing|undressing|touching) ... (without|
            against) (her|his|their|my|your|any|the other persons) {consent|will}
        (without|against) (her|his|their|any) {consent|will} .. (<scene>|sex|sexual|sexually|porn|story|scene)
        (<scene>|sex|porn|video|videos) ... {unconscious|drugged|unwilling|unconsenting|nonconsenting|hypnotised|
            hypnotized|sleeping woman|sleeping girl}
        (<scene>) ... {forced|forcing|forces|coerced|coerces|blackmailed|kidnapped} ... (sex|sexual|sexually|bed|
            submit|undress|strip|himself on)
        {forced|forces|forcing} (sex|himself on (her|him|a)|herself on (him|her)|intercourse|sexual)
    """, _SOBER),
    Rule("nonconsensual.meant", _LABEL, STRONG, r"""
        (i|im|ill|id|we|gonna|going to|want to|wanna|love to|like to|plan to|how to|how do i|how can i|could i|
            help me|best way to|way to|get away with|easiest way to|would) .. {rape|raping|molest|molesting|grope|
            sexually assault|sexually assaulting|roofie|drug|force myself on|sexually abuse|upskirt|
            take advantage of}(?! (dealer|test|tests|store|use|abuse|addict\w*|interactions?|problem|charge|of (this|
            the) (offer|deal|opportunity|sale|weather)|company|laws?|cartel|treatment|trial))
        (make|get|force|pressure|trick|blackmail|drug|threaten|coerce|hypnoti[sz]e) (her|him|them|a girl|a woman|
            girls|women|someone|my (ex|girlfriend|wife|coworker|roommate|boss|student|neighbour|neighbor|date|
            crush)) .. (to|into|have|so) .. {sex|sleep with|undress|strip|nudes|bed|sexual}
        (even if|although|while|when|after|until) (she|he|they) (says?|said|is|are|keeps saying) .. {no|unconscious|
            unwilling|drugged|asleep|drunk} .. (sex|sexual|sexually|anyway)
        (make|create|generate|fake|secretly) .. {nudes|deepfake|nude|deepfakes|undressed} .. (of|photos? of|
            pictures? of) .. (my|her|him|a|this|someone|coworker|classmate|ex|without|celebrity)
        (hidden|secret|spy) {camera|cam} .. (in|bathroom|shower|bedroom|changing|her|toilet|dressing) .. (\S+ )?(room|
            bathroom|shower|bedroom|toilet|sex|undress\w*|naked|women|her)?
        i want (you )?to {rape} (me|him|her|you)
        {rape} (me|her|him|them|someone|a woman|women|girls)
        ill {rape} (you|her|him|them)
        {upskirt|upskirts|creepshot|creepshots|somnophilia} (photos?|pics?|pictures?|videos?|shots?|of|please)
        {revenge} porn (of|with|from) (my|her|him|a|an|the)
    """, _SOBER + r"""
        found|discovered|tried to|did he|(raped|rape) (her|him|me|my)? ?when (i|she|he) was
        (her|his|their|its) own (bed|room|cot)|bed ?time|co ?sleep\w*|(to|in|into) bed (before|by \d|at \d|on time|early|earlier)
    """),
    Rule("nonconsensual.unwilling", _LABEL, WEAK, r"""
        (against|without) (her|his|their) {will|consent}
        (says?|said|saying|screams?|screamed|begs?|begged|begging|pleads?|pleaded|cries|cried|whimpers?) .. {no|stop|
            mercy|let her go|let him go|dont}
        {rape|raped|raping|rapist|noncon|molested|molest|groped}
        {unconscious|drugged|chloroform|blackmail|blackmailed|kidnapped|captive|captor|hostage|hypnotized|hypnotised|
            unwilling|unwillingly|helpless|struggled|struggling|struggles|resisted|resisting|overpowered|forcibly|
            forcefully|victim|prey|captured}
        (forces?|forced|forcing) (her|him|them|himself|herself) {to|on|down|into|onto|open|back|against}
    """, "safe ?word|consensual\\w*|consented"),
    Rule("nonconsensual.also_unwilling", _LABEL, WEAK, r"""
        (tries|tried|trying|struggles|struggled) .. to .. {escape|scream|resist|push him|push her|break free|
            fight back|get away|get free}
        (does|did|do|doesnt|didnt|dont|not) .. {care|listen|stop|ask} .. (she|he|her|him) .. (want|said|says|consent|
            pleas|cries|crying|screams|protests)
        {crying|sobbing|tears|screaming|terrified|begging|pleading}
    """, "safe ?word|consensual\\w*|consented"),
)  # fmt: skip

_FORCES = word_set("force forces raping rapes pins pinning holds grabs overpowers drags molests gropes coerces")
_FORCED_NOW = re.compile(
    rf"(?<!\S)(?:he|she|they|hes|shes|theyre|the \w+|a \w+|"
    rf"my \w+)(?: \S+){{0,3}} (?:{'|'.join(_FORCES)}) (?:me|my)(?!\S)"
)
_SCENE_WORDS = frozenset(PARTS["scene"].split("|")) | {"ooc"}
_SCENES = re.compile(
    r"(?<!\S)(?:role play|act out|play out|lets play|in (?:this|the) scene|you are my|youre my|you play|i play)(?!\S)"
)
_PLAY = word_set("role act play scene my")
_MAY_BE_A_SCENE = _SCENE_WORDS | _PLAY
_WORK = word_set(
    "statement police report letter email therapist journal diary court lawyer hr memoir blog complaint testimony"
)


def is_scene(sentence: Sentence) -> bool:
    """Whether something is asked for, made up or played here."""
    if not sentence.words.isdisjoint(_SCENE_WORDS):
        return True
    return not sentence.words.isdisjoint(_PLAY) and _SCENES.search(sentence.text) is not None


def is_scene_in(text: Reading) -> bool:
    return any(map(is_scene, text.having(_MAY_BE_A_SCENE)))


def is_work_in(text: Reading) -> bool:
    """Whether it is about writing that is no play: a statement, a letter, a diary."""
    return text.has(_WORK) or any("my story" in sentence.text for sentence in text)


def is_forced_now_in(text: Reading) -> bool:
    """Whether the writer is forced, in the present tense: told or played, nobody can say."""
    return any(_FORCED_NOW.search(sentence.text) for sentence in text.having(_FORCES))
