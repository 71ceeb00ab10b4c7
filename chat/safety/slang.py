"""Short and misspelt words spelt out, as the rules on distress and abuse write them. Crises are often typed in haste."""

import re

from chat.safety.parts import word_set
from chat.safety.reading import Reading, Sentence

_NOT = re.compile(r"(?<!\S)(do|does|did|is|was|were|could|would|should|have|has|had|are|will|can) not(?!\S)")
_SHORT_NOT = {"will": "wont", "can": "cant"}
# Words that say nothing and stand between those that do.
_FILLERS = word_set(
    "really literally fucking fuckin actually honestly seriously basically kinda tbh lol rn ngl totally absolutely "
    "simply genuinely pls please frankly imo lmao haha sorta lowkey highkey legit"
)
_SPELT_OUT = {
    **dict.fromkeys(_FILLERS, ""),
    "u": "you",
    "ur": "your",
    "ya": "you",
    "cannot": "cant",
    "wanna": "want to",
    "wana": "want to",
    "gonna": "going to",
    "gona": "going to",
    "finna": "going to",
    "imma": "im going to",
    "gotta": "have to",
    "tryna": "trying to",
    "didn": "didnt",
    "doesn": "doesnt",
    "dun": "dont",
    "wat": "what",
    "bf": "boyfriend",
    "bfs": "boyfriends",
    "gf": "girlfriend",
    "bff": "friend",
    "hubby": "husband",
    "sis": "sister",
    "bro": "brother",
    "mam": "mum",
    "mummy": "mum",
    "mommy": "mom",
    "mama": "mum",
    "papa": "dad",
    "daddy": "dad",
    "sb": "somebody",
    "smn": "someone",
    "sth": "something",
    "smth": "something",
    "ppl": "people",
    "evryone": "everyone",
    "every1": "everyone",
    "no1": "no one",
    "any1": "anyone",
    "coz": "because",
    "cuz": "because",
    "cos": "because",
    "cus": "because",
    "bcs": "because",
    "becuase": "because",
    "bc": "because",
    "thru": "through",
    "tho": "though",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tomorow": "tomorrow",
    "tn": "tonight",
    "2nite": "tonight",
    "tonite": "tonight",
    "n": "and",
    "wen": "when",
    "hav": "have",
    "hve": "have",
    "dnt": "dont",
    "cnt": "cant",
    "wnt": "want",
    "alot": "a lot",
    "myslef": "myself",
    "mysef": "myself",
    "meself": "myself",
    "hisself": "himself",
    "theirself": "themselves",
    "themself": "themselves",
    "beated": "beat",
    "hitted": "hit",
    "hurted": "hurt",
    "cutted": "cut",
    "rapped": "raped",
    "beeing": "being",
    "allways": "always",
    "anymor": "anymore",
    "nomore": "anymore",
    "suicde": "suicide",
    "sucide": "suicide",
    "suiside": "suicide",
    "sewerslide": "suicide",
    "sewercide": "suicide",
    "suicid": "suicide",
    "suicidel": "suicidal",
    "sucidal": "suicidal",
    "suicial": "suicidal",
    "suicidle": "suicidal",
    "dieing": "dying",
    "diing": "dying",
    "abusiv": "abusive",
    "abussive": "abusive",
    "strangeled": "strangled",
    "threatend": "threatened",
    "threathens": "threatens",
    "threatning": "threatening",
    "threatining": "threatening",
    "assulted": "assaulted",
    "assualted": "assaulted",
    "assult": "assault",
    "harrased": "harassed",
    "harrassed": "harassed",
    "harassd": "harassed",
    "brusies": "bruises",
    "bruses": "bruises",
    "neigbour": "neighbour",
    "neigbor": "neighbor",
    "nieghbour": "neighbour",
    "nieghbor": "neighbor",
    "freind": "friend",
    "freinds": "friends",
    "frend": "friend",
    "scard": "scared",
    "afriad": "afraid",
    "grannie": "grandma",
    "nan": "grandma",
    "gran": "grandma",
    "nana": "grandma",
    "granny": "grandma",
}

# A set of their own: against a dictionary's keys each of those would be looked at.
_SHORT = frozenset(_SPELT_OUT)
_SHORT_OR_NOT = _SHORT | {"not"}
# Those that are long enough to be told from parts of others.
MISSPELT = frozenset(word for word in _SPELT_OUT if len(word) > 3)


def spelt_out(sentence: Sentence) -> Sentence:
    """The sentence with short words at full length and "do not" as the rules have it, "dont"."""
    text = sentence.text
    if "not" in sentence.words:
        text = _NOT.sub(lambda found: _SHORT_NOT.get(found[1], f"{found[1]}nt"), text)
    if not sentence.words.isdisjoint(_SHORT):
        text = " ".join(filter(None, (_SPELT_OUT.get(word, word) for word in text.split())))
    return sentence if text is sentence.text else Sentence(text, frozenset(text.split()))


def all_spelt_out(text: Reading) -> Reading:
    return text.changed({place: spelt_out(text[place]) for place in text.places_of(_SHORT_OR_NOT)})
