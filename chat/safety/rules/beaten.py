"""Violence at home or by somebody else, told in any words; and signs of it, of which it takes two."""

from chat.safety.rules.disclosure import PLAY
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.DISCLOSURE
NOT_TOLD = r"""
    (my|our|the) (\w+ ){0,2}(son|daughter|toddler|kids?|children|boy|girl|twins|year old|pupils?|nephew|niece) to (stop|quit|not) (hit|bit|kick|push|punch|pinch|slap|scratch)\w*|(toddler|preschooler|(two|three|four|2|3|4) year old) (who )?(keeps? |is |has |just |always |likes? to )?(hit|bit|bite|kick|push|pinch|slap|scratch)\w* (a|an|another|other|the|his|her|my|our|kids|children|me|us|people|everyone|everybody)(?! (bruis|black))|(stop|prevent|keep) (my|our|the) (\w+ ){0,2}(son|daughter|toddler|kids?|children|boy|girl|twins|brother|sister|year old) (from )?(hitting|biting|kicking|pushing|punching)|
    movies?|films?|novel|series|episode|documentary|anime|manga|in (the|a|this) (book|story|game|show|play|dream)|statistics|
        essay|thesis|sparring|wrestling|martial arts|as a joke|jokingly|for fun|stabbed (me|us) in the back|skyrim|zelda|
        fortnite|elden ring|bear|shark|wolf|wolves|bees|wasps|swan|seagulls?|crows?|monkeys?|geese|self defen[cs]e|rugby|
        football(?! (team|coach|club))|goal|penalty|hockey|lawyer for|toddler|by accident|accidentally|dentist|injection|needle|
        in the (balls|nuts|shins?) (at|in|during)|chok\w+ up|chok\w+ on (a|an|my (food|drink|tea|coffee))|snowballs?|plaster|hairdresser|tattoo\w*|massage|before (it|they) (come back to |comes back to )?bites? (me|us)|(kick|kicks|kicked|throw|throws|threw|booted?) (me|us|him|her) off (the|a|my|our|his|her|this) (\w+ )?(wi ?fi|servers?|network|internet|call|group|team|chat|computer|laptop|console|tv|telly|couch|sofa|project|course|list|guest list|plan|account|channel|guild|squad|bus|train)|puppy|kitten|horse|donkey|goose|parrot|hamster|rabbit|mosquito\w*|autocorrect
"""

RULES = (
    Rule("disclosure.strikes", _LABEL, STRONG, r"""
        <hurter> ... {<strikes>} (me|us)(?! (back|baby|at (chess|cards|tennis|pool|golf|fifa|darts|scrabble|\w+ball|the game)|to (it|
            the)|up|with (the|this|your) (news|idea|bill|question|truth)|hard that|like|so much (by|that i miss)|by (saying|
            lying|leaving|\d+)|feelings))
        <hurter> ... {<strikes>} (me|us) (up|with (a|his|her|the|whatever|anything)|in the (face|stomach|head|back|ribs)|across|
            until|every|when|because|if|again|so hard|and|on (my|the))
        <hurter> ... {<strikes>} (my|our|her|his|their) (own |little |big |older |younger |small |baby |old |poor |pregnant |
            disabled )*(<ofmine>)(?! (at|by \d|feelings|in the final))
        (hits|beats|slaps|punches|kicks|chokes|strangles|smacks|whips|hit|beat|slapped|punched|kicked|choked|strangled|smacked|
            hurts|hurt|abuses|abused|shoves|shoved|attacks|attacked) {mum|mom|dad|mummy|gran}
        {punched|punches|slapped|slaps|choked|chokes|strangled|strangles|strangling|headbutted|beats me up|beat me up|choking|
            backhanded|backhands|manhandled|manhandles|throttled|roughed|assaulted|smacked} (me|us)(?! (on the back|
            with the (news|truth)|at))
        {beat|beats|beating|beaten} (me|us|him|her|my \w+) {up|badly|black and blue|half to death|senseless|unconscious|bloody|
            with}(?! (at|in (chess|the race)))
        {beats|beat|beating|beaten|beat up} .. (me|us) .. {up|bloody|black|unconscious|belt|stick|every}
        <hurter> ... {push|pushes|pushed|pushing|throws|throw|threw|knocks|knocked|slams|slammed|drags|dragged|flung|shoves|
            shoved|kicks|kicked|throwing|chucked|tripped} (me|us|her|mum|mom|my \w+) ... {around|about|over|down|against|into|
            across|stairs|steps|wall|floor|ground|out|onto|outside|bed|sofa}
        <hurter> ... {grab|grabs|grabbed|grabbing|twists|twisted|squeezes|squeezed|pulls|pulled|yanks|yanked|holds|held|gripped|
            grips|digs|bends|bent} (me|my|her|us) .. {hair|throat|neck|arm|wrist|wrists|arms|by|face|jaw|ear|so hard|fingers|
            hard}(?! (heart|attention|surprise|hand|side))
        <hurter> ... {throw|throws|threw|throwing|chucked|smashed|smashes|hurled|hurls|flung|launched} ... (at me|at us|at my|
            at mum|at mom|at her|at the wall next|towards me|my way in|past my head)
        <hurter> .. (has|had|have|put|puts|got|with|laid|lays|lay|raised|raises|wrapped|wraps|placed|places) (\S+ )?{hand|hands|
            fingers|arm|belt|knee} .. (on|around|round|against|over|to) (me|us|my (throat|neck|mouth|face|kids?|children|son|
            daughter|chest))(?! (shoulder|waist))
        <hurter> .. (broke|breaks|fractured|split|cracked|dislocated|busted|knocked out|bruised|burst|broken) ... my {arm|nose|
            jaw|rib|ribs|wrist|finger|fingers|leg|collarbone|skull|tooth|teeth|lip|eardrum|hand|toe|shoulder|cheekbone|eye}
        (hes|shes|he|she|theyve|they|(my|her|his) \w+|has|have) .. (has |have |had )?(never|always|only|also|often|
            sometimes) .. {<strikes>} (me|us|her|him|my \w+)
        (gives?|gave|given|giving|left|leaves|leaving) (me|us|her|him|my \w+) .. {black eye|black eyes|bruises|bruise|marks|
            fat lip|split lip|bloody nose|concussion|scars|scar|bleeding|busted lip|beating|hiding|broken}
        {marks|bruises|bruise|bruised|black eye|scars|scar|split lip|broken rib|broken ribs|broken arm|broken nose|broken wrist|
            handprint|fingerprints|finger marks|burns|cigarette burns} ... (from (him|her|his|my ( husband|wife|partner|
            boyfriend|girlfriend|dad|father|mum|mom|mother|ex|stepdad|brother|uncle)|being hit|beatings|the belt|when (he|she))|
            where (he|she|they|my)|(he|she|they) (gave|left|did|made|caused)|my (husband|wife|partner|boyfriend|girlfriend|dad|
            father|mum|mom|ex|stepdad) (gave|left|did))
        (hide|hides|hiding|cover|covers|covering|cover up|covered|concealer|makeup|foundation|long sleeves|explain|lie|lied|
            lying) ... {bruises|bruise|black eye|marks|bruising} ... (he|she|husband|wife|partner|boyfriend|girlfriend|dad|
            father|work|office|colleagues|school|neck|face|parents|family|mum|mom|again)
        (i|ive) (was|got|am|get|been|grew up being|kept being|keep getting|have been|used to be|used to get|would get|
            still get) .. {beaten|hit|kicked|whipped|caned|smacked|slapped|thrashed|belted|punched|choked|tortured|mistreated|
            starved|locked up|spanked|jumped|attacked|stabbed|strangled|battered|burned} (by|with|as|every|at home|when|if|for|
            almost|daily|up|regularly|on|in|until|so|last|behind|and|yesterday|today)(?! (a (ball|wave|car|bus|cold|virus|bug|
            bike|tick|stomach|dog|cat|realisation|realization|frisbee|craving)|the (news|flu|sun|idea|heat)))
        (we|us) (were|was|got|kids got|children were|get|are) .. {beaten|hit|whipped|caned|smacked|slapped|thrashed|belted|
            starved|locked up|abused} (by|with|as|every|at home|when|if|for|almost|daily|up|regularly)
        <hurter> ... {lock|locks|locked|locking|shut|shuts|trapped|traps|barricades|barricaded|tied|ties|chained|kept|
            keeps} (me|us|the kids|him|her|my \w+) .. {in|up|out|inside|outside|cupboard|basement|room|closet|bathroom|cellar|
            house|shed|bed|radiator|prisoner|garage} .. (for|when|because|if|all|at night|without|until|so|overnight|
            as (a )?punish\w+|cold|dark|whenever|every|and|hours|days|naked|$)
        <hurter> .. (lock|locks|locked|shut|shuts|would lock|used to lock) .. (me|us|him|her|door|doors|
            front door) .. {so i cant|and keeps the key|and took the key|takes the keys|keeps the key|hides the keys|cupboard|
            basement|closet|cellar|attic|shed|dark}
        (husband|wife|boyfriend|girlfriend|partner|dad|father|mum|mom|mother|stepdad|stepfather|stepmum|stepmom|ex|brother|
            uncle|man|guy|he|she|parents|fiance|hes|shes) ... (is|was|gets|got|being|been|turned|turns|becomes|became|get|
            becoming|are|were) .. {violent|abusive|physical|physically abusive|rough with me|dangerous|aggressive with me|
            aggressive towards me|aggressive to me}(?! (education|therapist|therapy|sport|game|film|movie))
        {attacked|jumped|beat|beaten|assaulted|hit|mugged} .. (by a (group|gang)|on my way home|on the way home|in the park|
            in the street|in my own home|behind the|in an alley|from the station|coming home)
        {attacked|assaulted|jumped} (me|us) (in|on|at|from|last|when|while|with|outside|after|and|behind|yesterday|again|
            because)
        is it {abuse|abusive|domestic violence|assault} (if|when|that)
        <hurter> ... {kick|kicks|kicked|hit|hits|hurt|hurts|drowned|killed|strangled|threw|burned} (my|our|the) (\w+ )?(dog|cat|
            puppy|kitten|pet) .. (because|when|to|in front|and|so|after|out of|against|if)
        <hurter> ... {hold|holds|held|pulled|pulls|pointed|points|waves|waved|grabbed|put|puts|has|brandished} .. (knife|gun|
            blade|machete|bat|hammer|scissors|bottle) .. (to|on|at|against|over|in front of|near|and) .. (me|my|us|throat|head|
            said|threat\w+)
    """, PLAY + NOT_TOLD),
    Rule("disclosure.violent_signs", _LABEL, WEAK, r"""
        <hurter> ... {punch|punches|punched|punching|kicks|kicked|smashes|smashed|hits|hit|breaks|broke|slams|throws|
            threw} .. (walls?|doors?|furniture|plates|dishes|things|holes|table|windows?|phone|tv|stuff)
        <hurter> ... {temper|rage|rages|furious|explodes|snaps|loses it|goes mad|goes crazy|goes ballistic|flips|mad|jealous|
            scary|screams|terrifying|frightening|frightens|scares|terrifies|explosive|nasty} .. (if|when|every|over|at me|
            because|with me|he|me|us)
        (last time|worse|worst|every week|lately|next time) .. (it|its|he|she|hell) .. {walls|me|worse|hospital|kill|broke|stop|
            further}
        (says?|said|apologi[sz]es|apologi[sz]ed|buys|cries|cried|begs|promises|promised|swears) .. {sorry|afterwards|flowers|
            never happen again|never again|hell change|shell change|change|last time}
        (where|so|places) .. {nobody|no one|noone|others|people|clothes|cant} .. (can |could |cant |would |will )?(see|sees|
            notice|show|hide)
        (who|nobody|no one|noone|wont|would) .. (would |will |is going to )?{believe|believes|believed} (me|us|a man|her|him)
        (i|im) .. {flinch|tiptoe|shake|shaking|tremble|freeze|panic|eggshells} .. (when|around|every|if|because|his|her)
        (afraid|scared|frightened|terrified|fear) .. (of|to) .. {him|his|make him|upset him|anger him|tell him|leave him|of her|
            make her|upset her|what he|what she|what hell}
        {pregnant} .. (and|with|he|my|months)(?! (my|her|our|with|my first|our first|our second|her first|twins|midwife|blood|diabet\w+)(?!\S))
        <hurter> .. {drinks|drunk|drinking|drink|coke|alcoholic}(?! (\S+ ){0,4}(tea|coffee|water|milk|juice|lemonade|squash|cola|coke zero|
            smoothies?|camel|fish)(?!\S))
        (i|we) (hide|hid|lock|locked) .. {in my room|bathroom|closet|under the bed|wardrobe|myself in|in the car|shed} .. (when|
            because|cause|until|so|from|while|every|if)
        (i|we) .. (left|leave|leaving|ran away|moved out|escaped|fled|run away|get away|get out) .. {him|husband|boyfriend|home|
            her|partner|wife|my dad|my father|ex} .. (because|but|and|with|he|after|since|weeks|days|cant|safely|kids)
        (not|dont feel|never felt|unsafe|never|no longer) {safe|unsafe} .. (home|with|around|house|here|dad|him|her)
        (last|this) .. (night|time|week|weekend|month|morning) .. {thought i was going to die|thought i would die|
            thought that was it|thought he would kill|thought hed kill|couldnt breathe|blacked out|passed out|ambulance|er|
            a and e|hospital}
    """, PLAY + NOT_TOLD + r"""
        (screams?|screaming|shouts?) at (\S+ )?(\S+ )?(jump scares?|spiders?|mouse|mice|tv|telly|television|ref|referee|radio|laptop|printer|sat ?nav)
    """),
    Rule("disclosure.unsafe_at_home", _LABEL, STRONG, r"""
        (not|dont feel|never felt|isnt|never|no longer|doesnt feel|unsafe|wasnt|arent) .. {safe|unsafe} (at home|
            in my (own )?(home|house|family|flat|marriage|relationship)|living with|with (my|him|her|them) .. (dad|father|mum|
            mom|mother|stepdad|husband|wife|partner|boyfriend|brother|parents|uncle|ex|alone|home|anymore)?)
        (feel|feeling|im|am) {unsafe} (at home|in my|around (my|him|her)|with (my|him|her))
        (afraid|scared|frightened|terrified|fear|fearing|dread|petrified) (of|to be (alone|home|around)|to live|living|
            for my life|to stay|to sleep|when) ... {husband|wife|boyfriend|girlfriend|partner|dad|father|mum|mom|mother|stepdad|
            stepfather|stepmum|stepmom|ex|uncle|brother|parents|him|comes home|gets home|gets drunk|drinks|for my life|own home|
            own house}(?! (in laws|dying|driving|snoring|cooking|(that )?i (broke|crashed|lost|failed|spent|sold|dropped|forgot|scratched)|finding out (about|that i)|getting (sick|ill|covid)|reaction|
            judg\w+|pulls up))
        {fear|afraid|scared|terrified|frightened} for my (life|safety|kids|childrens)
    """, NOT_TOLD + r"""
        grades?|report card|coming out|dentist|cancer|sick|ill|dies|died|surgery|disappoint\w*|spiders?|heights|flying|dark
    """),
)  # fmt: skip
