"""Somebody tells of another person, often a child, who is being hurt."""

from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.DISCLOSURE
_NOT_TOLD = r"""
    breast ?feed\w*|nursing|latch|legally|by law|(my|our|the) (\w+ ){0,2}(son|daughter|toddler|kids?|children|boy|girl|twins|year old|pupils?|nephew|niece) to (stop|quit|not) (hit|bit|kick|push|punch|pinch|slap|scratch)\w*|(toddler|preschooler|(two|three|four|2|3|4) year old) (who )?(keeps? |is |has |just |always |likes? to )?(hit|bit|bite|kick|push|pinch|slap|scratch)\w* (a|an|another|other|the|his|her|my|our|kids|children|me|us|people|everyone|everybody)(?! (bruis|black))|(stop|prevent|keep) (my|our|the) (\w+ ){0,2}(son|daughter|toddler|kids?|children|boy|girl|twins|brother|sister|year old) (from )?(hitting|biting|kicking|pushing|punching|hurting)|
    movies?|films?|novel|series|episode|documentary|anime|in (the|a|this) (book|story|game|show|play)|statistics|essay|thesis|
        article|studies
    (beaten|defeated) (in the \w+ )?by (\w+ ){0,3}(rivals?|opponents?|challengers?|champions?|underdogs?|goals?|points?|votes?|seconds?|strokes?|\d+)|(semi|quarter) ?finals?|chess|tennis|match|video game|fifa|race|scored?|tournament|hit by (a )?(ball|car|bus|frisbee|bike)|cat|puppy|mosquito\w*|
        sunburn\w*|allergy|(starv|hurt|harm|kill|burn|hit|cutt|injur)\w* (her|him|them)sel\w+|blood (test|thinner\w*|pressure)|
        in the (thirties|forties|fifties|sixties|war)|different times|nappy|nappies|diapers?|rash|socks|insect|football|rugby|
        shin|playground|hockey|trampoline|fell (off|from|over|down|in|on)|falling|bike|tripped|cut marks|(cutting|cuts) (her|
        him|them)sel\w+|self harm\w*
"""

RULES = (
    Rule("disclosure.child_is_hurt", _LABEL, STRONG, r"""
        (<child>|<someone>) ... (is|was|are|being|been|gets|got|get|were|might be|may be|be|keeps getting) .. {abused|molested|
            raped|beaten|neglected|sexually abused|sexually assaulted|assaulted|groomed|starved|trafficked|stalked|hit by her|
            hit by his|hit by their|beaten up|mistreated|touched inappropriately}
        (<child>|<someone>) .. (is|was|got|been) .. {raped|molested|assaulted|groped}
        {hit|hits|hitting|beat|beats|beating|slap|slaps|slapping|punched|punches|kicks|kicked|burned|burns|hurting|hurts|
            molested|molesting|abuses|abusing|raped|touching|touches|touched|neglects|neglecting|starving|starves|choked|chokes|
            shaking|shakes|shook|whips|screaming|screams|threatens|locks} .. (at )?(his|her|their|the|my|our|a) .. (child|
            children|kid|kids|baby|toddler|son|daughter|stepson|stepdaughter|niece|nephew|wife|girlfriend|husband|little (girl|
            boy)|granddaughter|grandson|grandchild|mother|sister|brother)
        (<someone>|<child>) ... (nurse|carer|caregiver|nanny|babysitter|coach|teacher|boss|brother|son|husband|boyfriend|
            partner|dad|father|stepdad|stepfather|mum|mom|mother|uncle|parents?|ex|wife|girlfriend|he|she|they) .. {hits|beats|
            hurts|abuses|molests|touches|hit|molested|abused|hurt|touched|punched|slaps|slapped|chokes|choked|rapes|raped|beat|
            kicks|kicked|threatens|locks|locked|starves|hitting|beating|hurting|abusing|touching} (<him>|
            <him> .. (inappropriately|up))
        (<child>) ... (covered in|with|has|had|have|having|came|comes|turned up|shows|unexplained|full of|new|see|saw|
            noticed) .. {bruises|bruise|burns|welts|cigarette burns|belt marks|black eye|black eyes|marks}
        {bruises|burns|welts|marks} (on|all over) .. (child|kid|baby|toddler|boy|girl|pupil|student|niece|nephew|daughter|son|
            (his|her|their) (arms|back|legs)|friend)
        (child|kid|pupil|student|girl|boy|daughter|son|niece|nephew|sister|brother|classmate|friend|cousin) ... (told|tells|
            confided|disclosed|admitted|says|said|confessed) ... {touches|touched|hits|hurts|beats|molested|molests|abuses|
            abused|raped|touching|hit|beat|locks|comes into|afraid to go home|scared to go home|makes <him>|forces <him>}
        (<child>) ... (left|leaves|leave|leaving|being left) .. {alone|unsupervised} .. (all|for|at|every|overnight|in the|
            with no|night|days|hours)
        (<child>|the (kids|children|baby) next door|next door) ... {hungry|starving|filthy|dirty|unfed|malnourished|
            without food}( \S+){0,8} (always|every|alone|no one|nobody|parents?|school|neglect\w*|steals?|never|again|for days)
        (always|every day|often|comes|is|are) .. {hungry|filthy|starving|unfed} .. (and|to|at) ... (school|class|bruises|dirty|
            alone|neglected)
        (neighbour|neighbor|neighbours|neighbors|next door|upstairs|downstairs) ... (hear|heard|screaming|beating|hits|hitting|
            crying|cries|begging|yelling|beat|beats) .. {child|children|kid|kids|baby|wife|girlfriend|toddler|son|daughter|stop|
            help|every night|cry|crying|scream|screaming}
        (hear|heard|hearing|saw|see|seen|watched|witnessed) ... (neighbou?rs?|next door|father|mother|dad|mum|mom|parent|man|
            woman|teacher|coach|stepdad|babysitter|uncle|nanny|brother in law|sister in law) ... {hit|hitting|beat|beating|slap|
            slapping|hurt|hurting|kick|kicking|grab|touching|shake|shaking|choking|screaming|abusing|punching} .. (<him>|(his|
            her|their|the|a) (little )?(child|kid|kids|children|baby|son|daughter|boy|girl|toddler|wife))
        (parents?|mum|mom|dad|father|mother|stepmum|stepmom|stepdad|stepmother|stepfather|they) ... (doesnt|dont|never|wont|
            didnt|does not|do not|refuses? to) {feed|feeds|feeding|give} (<him>|me|us|my|the (kids|children|
            baby))( any| enough| no)?( food| anything to eat| dinner)?(?! (the (book|job)|a|up|my|his|her|to|permission|credit|
            back|pep|antibiotics|anything for|results?|space|attention|advice|money|time|homework))
        (hits|hit|pushes|pushed|shoves|slaps|slapped|beats|hurts|mistreats|neglects|starves|abuses|robs|screams at|
            steals from) (our|my|her|his|their|the) .. {grandmother|grandma|nan|gran|mother|mum|mom|grandfather|grandpa|grandad|
            aunt|disabled}
        (afraid|scared|terrified|frightened) (to|of) (go|going) {home}( (because|to|after|with|from|at))?
        (worried|afraid|think|suspect|suspects|sure|convinced|know|fear|believe|concerned) ... (<child>) ... {abused|molested|
            neglected|groomed|beaten|hurt by|hurting|in danger|harmed by|mistreated|trafficked|danger|unsafe}
        {groomed|grooming} .. (by|my|our) .. (man|online|adult|coach|teacher|stranger|older|someone|daughter|son|niece|nephew|
            sister|brother)
        (man|adult|stranger|guy|someone|coach|teacher|he|\d+ year old) ... (asking|asks|asked|sending|sent|messaging|pressuring|
            wants|demanding|blackmailing|begging) (my|our) .. (son|daughter|niece|nephew|sister|brother|child|kid|
            cousin) ... {pictures|photos|nudes|naked|meet|secret|webcam|explicit}
        (husband|boyfriend|partner|father|dad|stepdad|uncle|ex|teacher|coach|grandfather|babysitter|brother|he|
            priest) ... {abusing|molesting|hurting|touching|hitting|beating|grooming|abuses|molests|abused|molested|
            touched} .. (my|our|her|his|their|the) .. (son|daughter|child|children|kid|kids|niece|nephew|sister|brother|baby|
            friend|cousin|stepdaughter|stepson|toddler|girl|boy)
    """, _NOT_TOLD),
    Rule("disclosure.worried_for_a_child", _LABEL, WEAK, r"""
        (should|do|can|how|must) .. (i|we) .. (call|report|contact|tell|involve|ring|to) .. {cps|nspcc|childline|
            social services|child services|child protective services|authorities|safeguarding}
        (<child>) ... {flinches|flinch|terrified|bruise|bruises|frightened|starving|screams|hungry|barefoot}
        (<child>) ... {afraid|scared} (of|to) (him|her|his|go|be|mum|mom|dad|the father|men)
        {neglect|neglected|neglects} .. (child|kid|baby|children|kids|by)
        (neighbou?rs?|next door) ... {screaming|screams|crying|shouting|bruised|slap|slaps}
        (child|kid|baby|boy|girl) ... {crying|cries|screams|screaming} .. (every night|for hours|all night|alone|next door)
    """, _NOT_TOLD + r"""
        teething|colic|vaccin\w*|dentist|spiders?|the dark|thunder\w*
    """),
)  # fmt: skip
