"""What nothing is known of before its person said yes: health, faith, love; and allergies, diets and fears."""

from memory.learning.dates import PAST
from memory.learning.facts import Kind
from memory.learning.lists import CONDITIONS, FAITHS, POLITICS
from memory.learning.rules.rule import Rule
from memory.learning.wordings import wordings

_SIDE = r"(?:left |right |lower |upper )*"
_BODY = r"(?:leg|arm|wrist|ankle|foot|toe|finger|thumb|hand|rib|ribs|nose|collarbone|hip|shoulder|elbow|knee|back|jaw|skull|acl)"
_OP = r"(?:(?:knee|hip|heart|back|eye|shoulder|brain|foot|hand|cataract|bypass|open-heart|gallbladder|dental|spinal|laser eye) (?:surgery|operation|replacement)|surgery|an operation|chemo|chemotherapy|a heart attack|a stroke|a miscarriage|a c-section|a hysterectomy|my appendix out|my tonsils out|a kidney transplant)"
_HEALTH = "My health, illness, condition, what the doctor said."
_STUFF = r"(?P<value>(?!(?:you|him|her|it|that|this|work|mondays?|nonsense|mornings|exercise|idiots|stupid\w*|people|men|women|bullshit|drama|everything|fun|being|getting|your|responsibility|bad|early|mornings?|commitment|housework|cleaning|cooking|maths?|sports?|small talk|meetings|deadlines|silence|hypocrisy|winter|pop music|change|rules|weddings|nonsense|my|the (?:idea|thought|word))\b)[a-z][\w -]{1,40}?)"
_ORIENTED = r"(?:gay|lesbian|bi|bisexual|pansexual|asexual|queer|straight|heterosexual|homosexual|aromantic|demisexual)"
_BESIDES = r"(?:trans|transgender|non-binary|nonbinary|intersex|polyamorous)"

RULES = (
    Rule(
        kind=Kind.HEALTH, cue=f"{_HEALTH} Allergy, allergic.", importance=0.9, subject="{Subject}", slot="allergy {thing}",
        wordings=wordings(
            rf"<who><is>(?: also| really| severely| highly| very| badly| deathly| mildly| slightly| a bit)* (?:allergic to|intolerant to|intolerant of) {_STUFF}<stop>",
            r"<who><has><adv> (?:an?|a bad|a severe|a mild) (?:(?:severe|bad|mild|serious) )?(?P<value>[a-z]+(?: [a-z]+)?) (?:allergy|intolerance)(?=<end>|<stop>)",
            rf"<who><has> (?:an?|a bad|a severe|a mild|a serious) allergy to {_STUFF}<stop>",
            r"<who><is> (?P<value>lactose[- ]intolerant|gluten[- ]intolerant|coeliac|celiac)(?=<end>|<stop>)",
        ),
    ),
    Rule(
        kind=Kind.HEALTH, cue=_HEALTH, importance=0.8, tense=PAST, slot="condition {thing}",
        wordings=wordings(
            rf"<who><has><adv>(?: (?:mild|severe|chronic|bad|terrible|early|stage \w+|a mild form of|a bit of))? (?P<value>{CONDITIONS})<since>(?=<end>|<stop>)(?! about| over| when| from)",
            rf"<who>(?:'?ve| have| has)<adv> had (?P<value>{CONDITIONS})<since>(?=<end>|<stop>)",
            rf"<who>(?: (?:was|were|got|have been|has been|'ve been))?(?: just| recently| first| finally| also)*(?: been)? diagnosed with (?:(?:mild|severe|early|chronic) )?(?P<value>(?:{CONDITIONS}|[a-z]\w*(?: \w+)?))<when>(?=<end>|<stop>)",
            rf"<who>(?:<is>)?<adv> (?:suffer|suffers|suffering) from (?:(?:mild|severe|chronic|bad) )?(?P<value>{CONDITIONS})<since>(?=<end>|<stop>)",
            r"<who><is>(?: also| actually| now| a)* (?P<value>(?:type (?:1|2|one|two) )?diabetic|asthmatic|epileptic|autistic|dyslexic|colou?r[- ]blind|deaf|hard of hearing|partially sighted|legally blind|bipolar|anaemic|anemic|HIV[- ]positive|wheelchair user|in remission|cancer[- ]free|short-sighted|near-sighted|(?:(?:three|four|five|six|seven|eight|two|\d) (?:weeks|months) )?pregnant|in (?:therapy|rehab|recovery)|on (?:antidepressants|insulin|blood thinners|dialysis)|an? (?:recovering )?alcoholic|(?:\w+ (?:years?|months?|weeks?) )?sober)(?=<end>|<stop>)(?! about| over| with (?:ideas|anticipation))",
            r"<who>(?: use| uses| wear| wears) (?P<value>a wheelchair|a hearing aid|hearing aids|a cane|crutches|an inhaler|insulin)(?=<end>|<stop>)",
            r"<who>(?:<is>)?<adv> (?:take|takes|taking|on) (?P<value>(?:(?:daily|regular) )?(?:medication|medicine|pills|tablets|antidepressants|insulin|beta blockers|statins|blood thinners|sertraline|fluoxetine|metformin|lithium|ritalin|levothyroxine|warfarin|ibuprofen)(?: for (?:my |an? )?[\w -]+?)?)(?=<stop>|<end>)",
            r"i(?:<is>)?<adv> (?:see|seeing|go to) (?P<value>a (?:therapist|psychiatrist|psychologist|physio|physiotherapist|cardiologist))(?: (?:every|once|twice) [\w ]+?)?(?=<stop>|<end>)",
        ),
    ),
    Rule(
        kind=Kind.HEALTH, cue=_HEALTH, importance=0.7, tense=PAST,
        wordings=wordings(
            rf"<who>(?:'?ve| have| has)?(?: just| recently)* (?:broke|broken|sprained|fractured|twisted|tore|torn|dislocated) (?P<value>(?:my|her|his|a|both my) {_SIDE}{_BODY})(?: (?:skiing|running|climbing|playing \w+|cycling|hiking|falling \w+))?<when>(?=<end>|<stop>)",
            rf"<who>(?:'?ve| have| has)?(?: just| recently)* had (?P<value>{_OP})<when>(?=<end>|<stop>)(?! when| from)",
            r"<who>(?:'?ve| have| has)?(?: just| recently| finally)* (?P<value>quit smoking|stopped smoking|quit drinking|stopped drinking|quit (?:sugar|caffeine|alcohol|vaping|gambling|drugs|weed)|gave up (?:sugar|caffeine|vaping|gambling|drugs|weed|drinking)|gave up smoking|gave up alcohol|given up alcohol|given up smoking)<when>(?=<end>|<stop>)",
        ),
    ),
    Rule(
        kind=Kind.BELIEF, slot="faith", cue="My faith, religion, politics, what I believe.", importance=0.7,
        wordings=wordings(
            rf"<who><is>(?: an?| a practi[sc]ing| a devout| a lapsed| a convinced| actually| still| also| not religious but)*(?: (?:practi[sc]ing|devout|lapsed|strict|convinced|lifelong|committed|proud|staunch|reform))? (?P<value>{FAITHS})(?=<stop>|\s+(?:since|by|like|so|because|now|too)\b)",
            r"<who>(?:'?ve| have| has)? (?:converted to) (?P<value>[A-Z]\w+)<when>(?=<end>|<stop>)",
        ),
    ),
    Rule(
        kind=Kind.BELIEF, cue="My faith, religion, politics, what I believe.", importance=0.6, slot="belief {thing}",
        wordings=wordings(
            rf"<who><is>(?: an?| a convinced| actually| still| also)*(?: (?:convinced|lifelong|committed|proud|staunch))? (?P<value>{POLITICS})(?=<stop>|\s+(?:since|by|so|because|now|too)\b)",
            r"i(?: do| still| really| firmly| truly)* believe in (?P<value>God|reincarnation|karma|life after death|an afterlife|the afterlife|Allah|Jesus|ghosts|astrology|angels|fate|miracles)(?=<stop>|<end>)",
            r"i(?: don't| do not) believe in (?P<value>God|an afterlife|the afterlife|life after death|religion|heaven)(?=<stop>|<end>)",
            r"i(?: always| usually| will)? (?:vote|voted)(?: for)? (?P<value>(?:the )?(?:greens?|green party|labour|labour party|tories|conservatives|social democrats|liberals|lib dems|democrats|republicans|left|right|democrat|republican|conservative|snp))<when>(?=<stop>|<end>)",
            r"i(?: also| still)* (?P<value>pray)(?: (?:every|on|each|once|twice|before|daily)[\w ]*?)?(?=<stop>)",
            r"<who>(?: go| goes| go to|go) (?:to )?(?P<value>church|mass|the mosque|synagogue|temple)(?: (?:every|on|each|once|twice) [\w ]+?)?(?=<stop>|<end>)",
            r"<who>(?:<is>)(?: not| not very| very| quite| deeply| not at all)? (?P<value>religious|spiritual)(?=<stop>|<end>)",
        ),
    ),
    Rule(
        kind=Kind.INTIMACY, slot="orientation", cue="Whom I love, my orientation.", importance=0.7,
        wordings=wordings(rf"<who><is>(?: also| actually| openly| proudly| a| an)* (?P<value>{_ORIENTED})(?: (?:man|woman|person|guy|girl))?(?=<stop>)"),
    ),
    Rule(
        kind=Kind.HABIT, slot="diet", cue="What I eat, my diet.", importance=0.6, ends=True, is_change=True,
        wordings=wordings(
            r"<who><is> not (?:a )?(?P<value>vegetarian|vegan|pescatarian|flexitarian|teetotal) (?:anymore|any more|any longer)(?=<stop>|<end>)",
            r"<who><is> no longer (?:a )?(?P<value>vegetarian|vegan|pescatarian|flexitarian|teetotal)(?=<stop>|<end>)",
        ),
    ),
    Rule(
        kind=Kind.INTIMACY, slot="being {thing}", cue="Whom I love, who I am.", importance=0.7,
        wordings=wordings(rf"<who><is>(?: also| actually| openly| proudly| a| an)* (?P<value>{_BESIDES})(?: (?:man|woman|person|guy|girl))?(?=<stop>)"),
    ),
    Rule(
        kind=Kind.HABIT, slot="eats {thing}", cue="What I eat and drink, my diet.", importance=0.7,
        wordings=wordings(r"<who>(?:<is>)?(?: also| now| actually| still| been| mostly| strictly| have been|'ve been| became| went| turned| a| a strict)* (?P<value>teetotal|teetotaller|gluten[- ]free)<since>(?=<end>|<stop>)"),
    ),
    Rule(
        kind=Kind.HABIT, slot="diet", cue="What I eat, my diet.", importance=0.7,
        wordings=wordings(r"<who>(?:<is>)?(?: also| now| actually| still| been| mostly| strictly| have been|'ve been| became| went| turned| a| a strict)* (?P<value>vegetarian|vegan|pescatarian|flexitarian)<since>(?=<end>|<stop>)"),
    ),
    Rule(
        kind=Kind.HABIT, cue="What I eat and drink.", importance=0.6, slot="eats {thing}",
        wordings=wordings(r"<who>(?: don't| do not| doesn't| never| can't| cannot) (?:really )?(?:eat|drink|touch) (?P<value>(?:red )?meat|pork|beef|fish|seafood|dairy|gluten|sugar|alcohol|coffee|caffeine|eggs|wheat|milk|shellfish|meat or fish)(?: anymore| any more| at all)?(?=<stop>|<end>)",
            r"<who>(?: don't| do not| doesn't) (?P<value>drink|smoke)(?: anymore| any more| at all)?(?=<stop>|<end>)",
            r"<who>(?: keep| keeps| eat| eats) (?P<value>kosher|halal)(?=<stop>|<end>)"),
    ),
    Rule(
        kind=Kind.FEELING, cue="What I am afraid of, my fears.", slot="fear {thing}",
        wordings=wordings(
            r"<who><is>(?: really| so| always| absolutely| very| a bit| actually| also)* (?:afraid of|scared of|terrified of|frightened of|petrified of) (?P<value>(?!(?:you|him|her|it|that|this|losing you|what|the future|them|everything|my|your|(?!flying|swimming|driving|dancing|falling|drowning)\w+ing)\b)(?-i:[a-z])[\w -]{2,30}?)<stop>",
            r"<who><has> a (?:real |huge |terrible |bad )?(?:fear|phobia) of (?P<value>(?!(?:missing|mondays|commitment|success|my|people|work)\b)(?-i:[a-z])[\w -]{2,30}?)<stop>",
            r"my (?:biggest |greatest |worst |only |one )?(?:fear|phobia)(?: is|'s| has always been) (?P<value>(?!(?:that|when|being alone|losing|to|you|what|how|failure|not)\b)[a-z][\w -]{2,30}?)<stop>",
        ),
    ),
)  # fmt: skip
