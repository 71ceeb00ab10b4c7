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
_OUTSIDE = (
    "pastor|priest|babysitter|landlord|supervisor|therapist|tutor|carer|imam|rabbi|doctor|date|trainer|professor|"
    "prof|lecturer|"
    "instructor|masseur|masseuse|physio|physiotherapist|dentist|nurse|nun|monk|vicar|deacon|leader|employer|lodger|"
    "tenant|guardian|"
    "customer|guest|policeman|officer|cop|soldier|bouncer|guard|pimp|trafficker|owner|chef|ex husband|ex wife|"
    "ex boyfriend|nanny|"
    "foster father|foster mother|foster dad|foster mum|foster mom|foster parents|foster brother|in laws|baby daddy|"
    "counsellor|counselor"
)
_STRANGER = (
    "man|men|guy|guys|woman|women|boy|boys|girl|stranger|person|kid|child|student|driver|classmate|colleague|friend|"
    "pupil|"
    "neighbour|neighbor|teacher|bloke|dude|lad|lads|fella|gang|group|customer|colleague|stepfather|father|mother|"
    "husband|boyfriend|family|"
    "sitter|nanny"
)

PARTS = {
    "i": "i|im|ive|id|ill",
    "relative": _RELATIVE,
    "partner": _PARTNER,
    # What people do who are violent; what they do to whom. Pushing and throwing need more beside them.
    "strikes": (
        "hit|hits|hitting|beat|beats|beating|slap|slaps|slapped|slapping|punch|punches|punched|punching|kick|kicks|"
        "kicked|kicking|"
        "choke|chokes|choked|choking|strangle|strangles|strangled|strangling|shove|shoves|shoved|shoving|smack|"
        "smacks|smacked|smacking|"
        "whack|whacks|whacked|thrash|thrashes|thrashed|whip|whips|whipped|cane|canes|caned|belt|belted|spank|spanked|"
        "spanks|headbutted|"
        "bite|bites|bit|biting|burned|burnt|burns|burning|stab|stabs|stabbed|attack|attacks|attacked|attacking|"
        "batter|batters|battered|"
        "bash|bashed|bashes|hurt|hurts|hurting|harms|injured|smother|smothered|suffocated|mistreat|mistreats|"
        "mistreated|abuse|abuses|"
        "abused|abusing|torture|tortures|tortured|tormented|torments|bullies|rape|rapes|raped|raping|molest|molests|"
        "molested|molesting|"
        "grope|gropes|groped|groping|assault|assaults|assaulted|assaulting|terrorises|terrorizes|terrorised|"
        "terrorized"
    ),
    "ofmine": (
        "mum|mom|mother|dad|father|sister|brother|sisters|brothers|siblings|kid|kids|child|children|son|daughter|"
        "baby|girls|boys|wife|"
        "husband|girlfriend|boyfriend|nephew|niece|cousin|aunt|grandma|grandmother|grandad|grandfather|granddaughter|"
        "grandson|friend|"
        "stepson|stepdaughter|stepmum|stepmom|little brother|little sister|dog|cat"
    ),
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
        rf"who|someone|somebody|people|men|guys|lads|mum|mom|dad|father|mother|husband|uncle \w+|mr \w+|mrs \w+|"
        rf"father \w+|coach \w+|"
        rf"kids at school|boys at school|girls at school|boys in my class|one of them|three of them|two of them|"
        rf"the older boys"
    ),
    # Who may keep a partner small.
    "lover": (
        r"(?:my|her|his) (?:\w+ ){0,2}?(?:husband|wife|boyfriend|girlfriend|partner|fiance|fiancee|ex|spouse|man|"
        r"missus|mrs|in laws|"
        r"mother in law|father in law|pimp|employer|husbands family)|husband|boyfriend|girlfriend|he|she|hes|shes"
    ),
    # A child whom the writer sees or looks after; grown-ups who have one about them.
    "kid": (
        r"(?:my|our|a|the|this|that|one of (?:my|the|our)|her|his|their|some|neighbours|"
        r"neighbors) (?:\w+ ){0,3}?(?:child|children|kid|kids|baby|"
        r"toddler|boy|boys|girl|girls|pupil|pupils|student|students|niece|nephew|grandson|granddaughter|goddaughter|"
        r"godson|son|daughter|sister|"
        r"brother|cousin|stepson|stepdaughter|grandchildren|grandkids|grandchild|stepkids|nieces|nephews|foster \w+|"
        r"little ones?|teen|teenager|twins|classmate|year old|year olds|friend)|kids|children|little \w+|"
        r"(?:a|another) (?:\w+ )?(?:boy|girl|pupil|student|kid|child)"
    ),
    "kin": (
        r"(?:my|our|her|his|their|the|a|this) (?:\w+ ){0,3}?(?:mum|mom|mother|dad|father|stepdad|stepfather|stepmum|"
        r"stepmom|stepmother|uncle|aunt|"
        r"grandfather|grandmother|grandad|grandma|brother|sister|cousin|husband|wife|boyfriend|girlfriend|partner|ex|"
        r"neighbour|neighbor|neighbours|"
        r"neighbors|friend|babysitter|nanny|teacher|coach|carer|man|woman|guy|parents|in law|son|daughter|couple|"
        r"family|lady|childminder|"
        r"colleague|nurse|foster \w+|staff|assistant)|he|she|they|hes|shes|parents|dad|mum|father|mother|mom"
    ),
    # A child, or another person whom the writer sees being hurt.
    "child": (
        rf"(?:my|our|a|the|this|one of my|her|his|their|some|neighbours|neighbors) (?:\w+ ){{0,3}}?(?:{_RELATIVE}|"
        rf"{_NEAR}|baby|toddler|boy|girl|"
        r"pupils|students|grandson|granddaughter|grandchild|teen|teenager|goddaughter|godson|grandchildren|grandkids)"
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
        "want|wants|wanted|wanting|wish|wishes|wished|wishing|threatens|threatened|threatening|plans|planning|"
        "planned|tried|tries|trying|"
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
        "pills|tablets|paracetamol|tylenol|ibuprofen|sleeping pills|meds|medication|antidepressants|insulin|xanax|"
        "painkillers"
    ),
    "height": "bridge|roof|rooftop|building|balcony|cliff|window|train|trains|bus|truck|traffic|tracks|ledge|"
    "overpass|car park",
    "harming": (
        "hurting|harming|cutting|burning|hitting|punching|slapping|biting|scratching|starving|punishing|injuring|"
        "slicing|"
        "bruising|choking|stabbing"
    ),
    "without": (
        "better off without me|better without me|happier without me|easier without me|fine without me|"
        "okay without me|ok without me|"
        "free without me|stronger without me|calmer without me|nicer without me|world without me|"
        "life without me in it|"
        "without me around|without me here|without me in their lives|without me in it|without me to worry about"
    ),
    # A wish or a plan, and ways to say the end of the writer's own life.
    "would": (
        "want|wanted|wanting|wish|wished|wishing|hope|hoped|hoping|need|plan|plans|planning|planned|going|gonna|"
        "decided|decision|"
        "consider|considering|considered|ready|prepared|tempted|urge|urges|rather|intend|intending|intention|will|"
        "might|could|may|"
        "should|must|try|trying|tried|id|ill|let me|longing|long|dreaming|praying|pray|fantasise|fantasising|"
        "fantasize|fantasizing|"
        "feel like|option|way|imagining|imagine|promised|contemplating|contemplate"
    ),
    "endme": (
        "kill my self|end my life|ending my life|end my own life|take my life|taking my life|"
        "take my own life|taking my own life|commit suicide|committing suicide|suicide myself|top myself|off myself|"
        "do myself in|"
        "end myself|ending myself|unalive myself|unaliving myself|unalive|end my existence|end my suffering|"
        "end my misery|"
        "blow my brains out|slit my wrists|slit my throat|cut my wrists|jump off a bridge|jump from a bridge|"
        "jump off the bridge|"
        "jump in front of a train|hang myself|shoot myself|drown myself|poison myself|self delete|die by suicide|"
        "not be alive|not being alive|stop being alive|stop living|leave this world|leave this earth|leave this life|"
        ""
        "no longer be alive"
    ),
    # Something is asked for, made up or played.
    "scene": (
        "write|writing|story|stories|roleplay|roleplaying|role play|rp|scene|scenes|scenario|fanfic|fanfiction|"
        "fiction|describe|imagine|"
        "pretend|fantasy|fantasies|fantasise|fantasize|narrate|draw|generate|act out|play out|erotica|smut|chapter"
    ),
    # The same, and a play that is begun without saying so.
    "frame": (
        "write|writing|story|stories|roleplay|roleplaying|role play|rp|scene|scenes|scenario|fanfic|fanfiction|fic|fiction|"
        "describe|imagine|pretend|fantasy|fantasies|fantasise|fantasize|narrate|generate|act|acting|acts|play|plays|playing|"
        "erotica|smut|chapter|simulate|lets|let us|tell me|give me|make a|continue|novel|tale|plot|"
        "you are|youre|youre my|you be|be my|"
        "i want you|i want a|i want to play|i want|suppose|say|game|romance|kink|rpg"
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
