"""What somebody does again and again, is going to do, and has done."""

from memory.learning.dates import FUTURE, PAST
from memory.learning.facts import Kind
from memory.learning.lists import ACTIVITIES, ANIMALS, INSTRUMENTS, RELATIVES, SPORTS
from memory.learning.rules.rule import Rule
from memory.learning.wordings import wordings

_DAYS = r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekdays|weekends)"
_EVERY_DAY = r"(?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays|weekends)"
_OFTEN = (
    rf"(?:(?:almost |nearly )?every (?:single |other |second )?(?:morning|day|evening|night|afternoon|week|weekend|month|year|summer|winter|spring|autumn|{_DAYS})(?: (?:morning|evening|night|afternoon))?"
    rf"|on (?:{_EVERY_DAY})(?: (?:and|or) {_EVERY_DAY})?(?: (?:mornings?|evenings?|nights?|afternoons?))?|(?:once|twice|\w+ times) (?:a|per) (?:day|week|month|year)"
    r"|each (?:morning|day|evening|night|week|month|year|summer)|daily|weekly|at (?:the )?weekends|in the (?:mornings|evenings)|before (?:work|bed|breakfast)|after (?:work|school|dinner|lunch)|"
    r"most (?:mornings|days|evenings|weekends|nights))"
)
_IDIOM = r"(?:play along\b|(?:run|drive|go|take|make|play|eat|watch|swim|draw|walk|have|fish|catch|kill|cry|sleep) (?:late|out of|into trouble|low on|around in circles|on empty|(?:\w+ ){1,2}(?:crazy|mad|nuts|insane|bananas|up the wall|for granted|a fool)|crazy|mad|wild|bananas|my words|dumb|in money|for compliments|a (?:cat )?nap|a (?:good )?cry|a breakdown|a crisis|feelings|to think|time|(?:\w+ )?(?:my feelings|the books|paint dry|against the \w+|at it|on it|on my phone|to bed (?:angry|crying|sad|hungry)|for (?:office|my life))|like an? \w+|idiots|the line|a blank)\b)"
_DONE = rf"(?!{_IDIOM})(?:{ACTIVITIES})\b(?:(?! (?:that|if|what|how|why|you)\b)[ '\w&-]{{0,60}}?)"
_ENDING = r"(?:<stop>|(?=\s+(?:now|these days|with|and|because|since|before|after|at|for|to|in)\b))"
_FIRST = r"(?P<who>i|we)"
_GOING = (
    r"(?:off(?= to)|turning(?= \d)|flying|travelling|traveling|going|driving|heading|visiting|seeing|meeting|starting|getting|having|taking|running|attending|hosting|throwing|doing|playing|giving|singing|leaving|returning|coming|retiring|"
    r"finishing|graduating|adopting|buying|selling|moving|competing|performing|presenting|staying|spending|celebrating|launching|opening|joining)"
)
_ENTRY = (
    r"(?:(?:job |driving |final |maths? |piano |dental |doctor's |dentist |hospital |follow-up |big |important |first |second |yoga |school |work |family |blind )*"
    r"(?:interview|exam|test|appointment|wedding|concert|audition|deadline|presentation|surgery|operation|scan|flight|trip|holiday|reunion|recital|competition|race|marathon|performance|meeting|party|date|"
    r"check-?up|conference|viva|thesis defence|thesis defense|graduation|court date|driving test|gig|match|game|final|barbecue|sleepover|lesson))"
)
_PLACE_OR_KIN = r"(?:(?:the )?(?-i:<proper>)|(?:my|our) (?:[\w-]+ )?(?:<kin>|parents|family|hometown|in-laws|grandparents|friends?))"
_LASTING = (
    r"(?:(?:a|an|the|my|our|two|three) (?:[\w-]+ ){0,3}?(?:house|flat|apartment|car|bike|bicycle|boat|van|motorbike|piano|guitar|violin|cello|ring|laptop|camera|land|plot|puppy|kitten|dog|cat|horse|"
    r"caravan|campervan|scooter|vespa|shop|business|company|farm|cottage|camper|kayak|telescope|sewing machine|printer))"
)
_DID = (
    rf"(?:went (?:to (?={_PLACE_OR_KIN}|an? (?:concert|wedding|funeral|festival|reunion|christening|conference|retreat))|hiking|skiing|camping|diving|surfing|on holiday)|visited(?= {_PLACE_OR_KIN})|"
    rf"(?:bought|sold|inherited|crashed|lost)(?= {_LASTING})|adopted|ran (?:a|my|the)|won (?:a|an|the|my|first|second|third|\d)|passed (?:my|the|all)|failed (?:my|the)|"
    rf"finished (?:my|our) (?=(?:\w+ )?(?:thesis|book|novel|degree|course|studies|training|therapy|chemo|phd|exams?|dissertation|internship|apprenticeship|house|album|residency))|"
    rf"started (?=(?:a|my|our) (?:new )?(?:job|course|school|degree|business|blog|band|podcast|therapy|internship|apprenticeship|family|company|phd|diet)|therapy|school|university|college|work at)|"
    rf"quit(?= (?:my|smoking|drinking|the (?:band|team|choir|company|job|army)))|met(?= {_PLACE_OR_KIN}|(?: my old)? friend)|published|completed (?:my|a|the)|climbed(?= (?:(?:mount|mt)\b|the (?-i:[A-Z])|(?-i:[A-Z])|my first))|flew to|travelled to|traveled to|got back from|(?:learned|learnt) to (?!hate|love|live|accept|be|let)|"
    rf"celebrated|had (?:my|our) (?:first|last|final|wedding|graduation|housewarming)|got(?= (?:a|an|our|my|two) (?:[\w-]+ )?(?:{ANIMALS}))|got (?:my first|into(?= (?:(?-i:[A-Z])|(?:university|college|uni|(?:medical|law|art|grad|film|drama|music|nursing) school)))|a place|the keys|the job)|lost my (?:job|wallet|phone|mother|father|mum|dad|grandmother|"
    r"grandfather|licence|license|passport)|joined(?= (?:(?:a|the|my) (?:[\w-]+ ){0,2}(?:club|team|choir|band|gym|army|navy|company|party|group|church|union|orchestra|class|society|league|crew)|(?-i:[A-Z])))|submitted (?=my)|defended|opened(?= (?:a|my|our) (?:[\w-]+ )?(?:shop|store|café|cafe|restaurant|business|bakery|studio|bar|practice|gallery|company|salon))|signed(?= (?:a|the|my|our) (?:[\w-]+ )?(?:contract|lease|deal|papers))|performed|gave (?:a|my) (?:talk|speech|presentation|concert|lecture|paper|reading)|took (?:up|part)|handed in|broke up)"
)
_WHAT = r"(?P<value>(?![^.,;]*\b(?:bed|beers?|coffee|bet|argument|fight|zoom|round of|drinks?|game|nap|toast|sandwich|shower)\b)(?! ?(?:it|that|this|out|off|well|wrong|bad|crazy|up|down|to (?:bed|sleep|work|the (?:toilet|bathroom|shop|store)))\b)[^.,;:!?…\n\0()–—]{2,70}?)"

RULES = (
    Rule(
        kind=Kind.HABIT, cue="What I do regularly, my habits, my routine.",
        wordings=wordings(
            rf"{_FIRST}(?: (?:usually|always|normally|often|typically|generally|mostly|sometimes|try to|like to|love to|also|still))* (?P<value>{_DONE}) {_OFTEN}(?:{_ENDING})",
            rf"{_OFTEN},? {_FIRST}(?: (?:usually|always|normally|often|typically|generally|also|still))* (?P<value>{_DONE})<stop>",
            rf"(?P<who>i|we)(?:'m| am|'re| are)(?: also| still| now| currently)* (?P<value>(?:taking|doing|going to|having|attending|teaching|playing) [ '\w&-]{{2,40}}?) {_OFTEN}(?:{_ENDING})",
            r"i(?: don't| do not| never) (?P<value>watch (?:tv|television|the news|films|movies|sports?)|own a (?:car|tv|television|smartphone)|have a (?:car|tv|television|smartphone|driving licence|driver's license)|use social media|cook|exercise|wear make-?up|eat breakfast|skip breakfast|dance|drive)(?: anymore| any more| at all)?<stop>",
            rf"{_FIRST} (?:usually|normally|typically|generally) (?P<value>{_DONE})<stop>",
            rf"{_FIRST}(?: (?:always|often|never)) (?P<value>(?:get up|wake up|go to bed|go to sleep|eat|drink|have|cook|read|walk|cycle|run|swim|skip|take the|sleep)\b[ '\w&-]{{0,50}}?)<stop>",
            rf"{_FIRST}(?:<adv>) (?P<value>smoke|vape|meditate|jog|knit|crochet|journal|paint|draw|sew|garden|box|surf|ski|climb|sail|do (?:yoga|pilates|karate|judo|ballet|crossfit|archery|pottery|ceramics))<stop>",
            r"<who>(?:'?ve| have)?(?: just| recently| finally)* (?:started|took up|taken up|begun|began)(?: to)? (?P<value>(?:playing|learning|doing|going to|practising|practicing|taking) [^.,;!?\n\0]{2,40}?|(?!work|think|feel|look|mak|gett|go|hav|be|cry|wonder|talk|pack|writ|read|watch|plann|dat|see|us|clean|eat|wear|tak|do|play|learn|practi|say|call|ask)\w{3,}ing|yoga|pottery|painting|journaling|gardening)<when><stop>",
        ),
    ),
    Rule(
        kind=Kind.HABIT, cue="What I play, my hobby, my sport, my instrument.", subject="{thing}", slot="playing",
        wordings=wordings(
            rf"<who>(?:<is>|'?ve been| have been| has been)?(?: also| still| can| really| sometimes| often)* (?:play|plays|playing) (?:the )?(?P<value>(?:tenor |alto |electric |acoustic |lead |classical |jazz )?(?:{INSTRUMENTS}|{SPORTS}))(?! (?:tomorrow|today|tonight|later|this|next|right now|at \d|on \w+day\b))(?: (?:and (?:the )?\w+))?(?: in an? [\w ]+?| for [\w ]+?| since [\w ]+?| badly| at home)?(?=<stop>|<end>)",
            rf"<who>(?:<is>)?<adv> (?:learn|learning) (?:to play )?(?:the )?(?P<value>{INSTRUMENTS})(?=<stop>|<end>)",
            r"<who>(?:<is>)?<adv> (?:learn|learning) (?:to |how to )(?P<value>(?:knit|swim|drive|cook|bake|code|dance|sew|paint|draw|ski|surf|sail|crochet|climb|juggle|ride|play chess|program|type)(?: a \w+)?)(?=<stop>|<end>)",
            rf"(?P<who>i) used to (?:play|do|practi[sc]e) (?:the )?(?P<value>{INSTRUMENTS}|{SPORTS}|ballet|karate|judo|gymnastics|athletics)(?=<stop>|<end>)",
            r"<who> sings? in (?P<value>(?:a|the|our|my) (?:\w+ )?choir)(?=<stop>|<end>)",
        ),
    ),
    Rule(
        kind=Kind.OTHER, cue="What I have and how I am.",
        wordings=wordings(
            r"(?:i|we)(?:<adv> have|'?ve got| have got| own|<adv> drive| ride) (?P<value>(?:a|an|two|my own) (?:(?:old|new|small|little|big|red|blue|green|white|black|yellow|vintage|electric|second-hand|used|silver|grey|gray|rusty) )*(?:motorbike|motorcycle|car|boat|sailing boat|caravan|camper van|campervan|van|piano|garden|allotment|greenhouse|balcony|bike|scooter|moped|telescope|record player|driving licence|driver's license|tattoo|holiday home|cabin|treehouse|sauna|Fiat|Ford|Volvo|Toyota|Tesla|Honda|Vespa|Volkswagen|VW|BMW|Audi|Skoda|Renault|Peugeot|Mini|Saab|Citroën|Harley)(?: (?-i:[A-Z]\w+))?)(?=<stop>|<end>)",
            r"<who><is>(?: also)? (?P<value>left[- ]handed|right[- ]handed|ambidextrous|(?:\d\.\d\d|1,\d\d) ?m(?:et(?:er|re)s)? tall|\d{3} ?cm tall|\d (?:foot|feet|ft) (?:\d+ )?tall|a redhead|a twin)(?=<stop>|<end>)",
            r"i(?: can't| cannot|'ve never learned to| never learned to) (?P<value>drive|swim|cook|ride a bike|whistle|sing|dance|ski)(?: at all)?<stop>",
            r"<who> (?:wear|wears) (?P<value>(?:reading )?glasses|contact lenses|a hijab|braces)(?=<stop>|<end>)",
            r"<who><has> (?P<value>(?:curly |long |short |red |blond |blonde |brown |black |dark |grey |gray |green |blue |hazel )+(?:hair|eyes))(?=<stop>|<end>)",
        ),
    ),
    Rule(
        kind=Kind.LIKE, cue="What I like, my hobby.", subject="{thing}", slot="liking",
        wordings=wordings(r"<who><adv> (?:collect|collects|brew|grow|grows|restore|breed|keep) (?P<value>(?!(?:my|your|the|it|up|a|an|calm|going|quiet|him|her|them|on|in|doing|trying|telling|saying|tired|impatient|bored|older|weary|fond|problems|dust|debts?|enemies|exes|regrets|unemployment|benefits|calories|bruises)\b)[a-z][\w' -]{2,40}?)<stop>"),
    ),
    Rule(
        kind=Kind.PLAN, tense=FUTURE, needs_time=True, cue="What I am going to do, my plans.", importance=0.6,
        wordings=wordings(
            rf"<who>(?:<is>)(?: also| finally| actually| probably)* {_GOING}(?: [^.,;:!?…\n\0()–—]{{1,60}}?)? <atime>(?=<end>|<stop>)(?P<value>)",
            r"<who>(?:<is>)(?: also| finally| actually)* going to (?!be\b|need|have to|try|think|say|tell)[a-z]+(?: [^.,;:!?…\n\0()–—]{1,60}?)? <atime>(?=<end>|<stop>)(?P<value>)",
            r"<who>(?:'ll| will)(?: also| finally| be)* (?!need|have to|try|think|say|tell|see you|talk|never|write|call you)[a-z]+(?: [^.,;:!?…\n\0()–—]{1,60}?)? <atime>(?=<end>|<stop>)(?P<value>)",
            rf"<who><has>(?: my| an?| the| our| another) (?P<value>{_ENTRY})(?: (?:at|with|in|for) [^.,;:!?…\n\0()–—]{{1,40}}?)? <atime>(?=<end>|<stop>)",
            rf"(?P<who>my) (?P<value>(?:(?:[\w-]+ )?(?:{RELATIVES})'s )?{_ENTRY})(?: (?:at|with|in|for|to|from) [^.,;:!?…\n\0()–—]{{1,40}}?)? is <atime>(?=<end>|<stop>)",
            r"(?P<who>our|my) (?P<value>baby|first baby|second baby|child|grandchild) is due <atime>(?=<end>|<stop>)",
            r"(?P<who>i|we)(?:'m| am|'re| are) expecting (?P<value>(?:a|our|my) (?:\w+ )?(?:baby|child|boy|girl)|twins) <atime>(?=<end>|<stop>)",
            r"(?P<who><mykin>(?:,? (?P<kinname>(?-i:<proper>)),?)?) (?:starts|begins|graduates|turns|leaves|arrives|comes|gets|has|visits|finishes)(?: [^.,;:!?…\n\0()–—]{1,50}?)? <atime>(?=<end>|<stop>)(?P<value>)",
            r"<who>(?: plan| plans|<is>(?: also)? planning) (?:to [a-z]+|on [a-z]+ing|an?)(?: [^.,;:!?…\n\0()–—]{1,60}?)? <atime>(?=<end>|<stop>)(?P<value>)",
        ),
    ),
    Rule(
        kind=Kind.EVENT, tense=PAST, needs_time=True, cue="What I did, what happened to me.", importance=0.5,
        wordings=wordings(
            rf"{_FIRST}(?:'?ve| have)?(?: just| finally| also| actually| even)* {_DID}(?:\b| ){_WHAT} <atime>(?=<end>|<stop>)",
            r"(?:my|our) (?:\w+ )?(?P<value>bike|car|phone|wallet|flat|house|laptop|bag|garden shed|apartment) (?:was|got) (?:stolen|broken into|burgled|hit|flooded|damaged|robbed) <atime>(?=<end>|<stop>)",
            rf"<mykin>(?: (?P<kinname>(?-i:<proper>)))?(?: just| finally)* (?:got (?:a|his|her|into)|passed|won|started|finished|graduated|moved|had|adopted|bought) {_WHAT} <atime>(?=<end>|<stop>)",
        ),
    ),
    Rule(
        kind=Kind.EVENT, tense=PAST, cue="What I did, what happened to me.", importance=0.6,
        wordings=wordings(
            r"(?P<who>i|we)(?:'?ve| have)?(?: just| finally| recently| also| actually)* (?P<value>passed my (?:driving test|exams?|finals?|theory test)|finished my (?:thesis|phd|degree|book|novel|dissertation|master's)|bought (?:a|our|my) (?:first )?(?:house|flat|car|boat|apartment|home|piano|motorbike|van)|adopted (?:a|two) (?:\w+ )?(?:dog|cat|kitten|puppy|child|baby|kittens|dogs|cats)|ran (?:a|my first) (?:half )?marathon|published my (?:first )?(?:book|novel|paper)|won the lottery|got my (?:driving licence|driver's license|degree|phd|citizenship|diploma))<when>(?=<end>|<stop>)",
        ),
    ),
)  # fmt: skip
