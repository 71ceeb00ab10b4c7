"""Lists of words that many wordings share, written ``<name>`` there. The plain ones may stand in braces, too."""

_RELATIVE = (
    "mum|mom|mother|dad|father|stepdad|stepfather|stepmum|stepmom|stepmother|parents|brother|sister|stepbrother|"
    "stepsister|uncle|"
    "aunt|auntie|grandfather|grandad|grandpa|grandmother|grandma|cousin|son|daughter|stepson|stepdaughter|nephew|"
    "niece|kid|kids|"
    "child|children|twin"
)
_PARTNER = "husband|wife|boyfriend|girlfriend|partner|fiance|fiancee|ex|spouse|bf|gf|hubby|crush"
_NEAR = (
    "friend|bestie|mate|buddy|roommate|flatmate|housemate|colleague|coworker|classmate|teammate|neighbour|neighbor|"
    "neighbours|"
    "neighbors|boss|manager|teacher|coach|student|pupil|patient|client"
)
_OUTSIDE = "pastor|priest|babysitter|landlord|supervisor|therapist|tutor|carer|imam|rabbi|doctor|date|trainer"
_STRANGER = (
    "man|men|guy|guys|woman|women|boy|boys|girl|stranger|person|kid|child|student|driver|classmate|colleague|friend|pupil|"
    "neighbour|neighbor|teacher"
)

PARTS = {
    "i": "i|im|ive|id|ill",
    "relative": _RELATIVE,
    "partner": _PARTNER,
    # Somebody the writer knows or cares for.
    "someone": (
        rf"(?:my|our|one of my|his|her) (?:\w+ ){{0,2}}?(?:{_RELATIVE}|{_PARTNER}|{_NEAR}|{_STRANGER})s?|"
        rf"(?:a|an|this|that|the) (?:\w+ )?(?:{_NEAR}|{_STRANGER})|someone|somebody|she|he|they|shes|hes|theyre"
    ),
    # Who may hurt somebody.
    "hurter": (
        rf"(?:my|our|her|his|their) (?:\w+ ){{0,2}}?(?:{_RELATIVE}|{_PARTNER}|{_NEAR}|{_OUTSIDE})|"
        r"(?:my|our|her|his) (?:mums|moms|dads|mothers|fathers|sisters|brothers|friends) (?:\w+ )?(?:boyfriend|"
        r"friend|husband|dad|brother|partner)|"
        rf"(?:a|an|the|this|some|another|two|three) (?:\w+ )?(?:{_STRANGER}|{_OUTSIDE})|he|she|they|hes|shes|theyre|"
        rf"who|someone|somebody|people"
    ),
    # A child, or another person whom the writer sees being hurt.
    "child": (
        rf"(?:my|our|a|the|this|one of my|her|his|their|some|neighbours|neighbors) (?:\w+ ){{0,3}}?(?:{_RELATIVE}|"
        rf"{_NEAR}|baby|toddler|boy|girl|"
        r"pupils|students|grandson|granddaughter|grandchild|teen|teenager|goddaughter|godson)"
    ),
    "him": "him|her|them",
    "herself": "herself|himself|themself|themselves|her self|him self",
    "herlife": "her life|his life|their life|their lives|her own life|his own life|their own life",
    "myself": "myself|my self",
    "mybody": "my wrist|my wrists|my arm|my arms|my thigh|my thighs|my skin|my leg|my legs|my veins|my throat|my body",
    "anymore": "anymore|any more|any longer",
    "wish": (
        "want|wants|wanted|wanting|wanna|wish|wishes|wished|wishing|hope|hopes|hoping|need|needs|rather|ready|plan|"
        "plans|planning|planned|"
        "going|gonna|deserve|decided|tempted|about|try|trying|tried|might|will|could|prefer|urge|urges|feel like|"
        "considered|considering"
    ),
    "wishes": (
        "want|wants|wanted|wanting|wish|wishes|wished|wishing|threatens|threatened|threatening|plans|planning|planned|tried|tries|trying|"
        "hopes|hoping|decided|rather|ready|deserves|begging"
    ),
    "says": (
        "says|said|saying|keeps|kept|thinks|thinking|talks|talked|talking|tells|told|texted|texting|posted|posts|"
        "posting|writes|wrote|mentions|"
        "mentioned|threatens|threatened|threatening|wants|wanted|wishes|wished|plans|planning|tried|tries|trying|"
        "going|gonna|attempted|admitted|"
        "might|may|will|about|feels|was|is|shes|hes"
    ),
    "harms": (
        "kill|kills|killed|killing|hurt|hurts|hurting|harm|harms|harmed|harming|cut|cuts|cutting|burn|burns|burned|"
        "burnt|burning|hang|hangs|"
        "hanging|hanged|shoot|shooting|shot|drown|drowning|poison|poisoned|starve|starves|starved|starving|stab|"
        "stabbing|slice|slicing|slit|"
        "scratch|scratches|scratched|scratching|hit|hits|hitting|punch|punching|bite|biting|unalive|unaliving|off|"
        "offing|carve|carving|injure|"
        "injures|injuring|bruise"
    ),
    "pills": (
        "pills|tablets|paracetamol|tylenol|ibuprofen|sleeping pills|meds|medication|antidepressants|insulin|xanax|painkillers"
    ),
    "height": "bridge|roof|rooftop|building|balcony|cliff|window|train|trains|bus|truck|traffic|tracks|ledge|overpass|car park",
    # Something is asked for, made up or played.
    "scene": (
        "write|writing|story|stories|roleplay|roleplaying|role play|rp|scene|scenes|scenario|fanfic|fanfiction|"
        "fiction|describe|imagine|"
        "pretend|fantasy|fantasies|fantasise|fantasize|narrate|draw|generate|act out|play out|erotica|smut|chapter"
    ),
    "violence": (
        "rape|raped|rapes|raping|rapist|noncon|dubcon|non con|dub con|nonconsensual|non consensual|"
        "sexual assault|sexually assault|sexually assaulted|sexual violence|molest|molesting|molested|gangrape|"
        "gang rape|forced sex|sexual abuse|sexually abuse|cnc|groping|grope|somnophilia|revenge porn|upskirt|"
        "upskirting|deepfake|deepfakes|creepshots|voyeur"
    ),
    # After "die": no crisis goes on like this.
    "no_idiom": (
        r"(?! (?:of (?!an overdose)|laughing|hard|down|happy|rich|old|trying|for|less|at|to know|on (?:this|that|"
        r"the) hill|from (?:laughing|cringe|boredom)|"
        r"in (?:this|the|that|my) (?:game|level|boss|fight|dungeon|raid|show|movie|film|sequel|book|next)))"
    ),
}


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with blanks."""
    return frozenset(words.split())
