"""A child who may be in danger, seen by a teacher, a neighbour or a relative; and signs of it, of which it takes two."""

from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.DISCLOSURE
_NOT_TOLD = r"""
    (is|so|too|very|a bit|really) strict|(my|our|the) (\w+ ){0,2}(son|daughter|toddler|kids?|children|boy|girl|twins|year old|pupils?|nephew|niece) to (stop|quit|not) (hit|bit|kick|push|punch|pinch|slap|scratch)\w*|(toddler|preschooler|(two|three|four|2|3|4) year old) (who )?(keeps? |is |has |just |always |likes? to )?(hit|bit|bite|kick|push|pinch|slap|scratch)\w* (a|an|another|other|the|his|her|my|our|kids|children|me|us|people|everyone|everybody)(?! (bruis|black))|(stop|prevent|keep) (my|our|the) (\w+ ){0,2}(son|daughter|toddler|kids?|children|boy|girl|twins|brother|sister|year old) (from )?(hitting|biting|kicking|pushing|punching|hurting)|
    nappy|nappies|diapers?|rash|socks|insect|(starv|hurt|harm|kill|burn|hit|cutt|injur)\w* (her|him|them)sel\w+|blood (test|
        thinner\w*|pressure)|cartoons?|horror|movies?|films?|novel|series|episode|documentary|anime|in (the|a|this) (book|story|
        game|show|play)|statistics|essay|thesis|article|studies|fell|falling|fall|bike|bicycle|football|trampoline|swings?|
        slide|playground|playing|tripped|accident\w*|scooter|skateboard|learning to walk|crawl\w*|vaccin\w*|allerg\w*|eczema|
        chickenpox|vitamin\w*|bruises? easily|iron|h[ae]e?mophilia|leuk\w+|birthmark|colic|teething|dentist|thunder\w*|
        fireworks|cut marks|(cutting|cuts) (her|him|them)sel\w+|self harm\w*|bed ?time|tantrums?|bath time|homework|recipe|nap|
        vegetables|broccoli|cat|dog|pool|garden|trick or treat
"""

RULES = (
    Rule("disclosure.child_struck", _LABEL, STRONG, r"""
        (<kid>) ... (is|was|are|were|being|been|gets|got|get|be|getting) .. {abused|molested|raped|beaten|neglected|assaulted|
            groomed|starved|trafficked|hit|hurt|mistreated|locked|smacked|slapped|punched|kicked|burned|whipped|harmed|shaken|
            choked|exploited|touched} .. (by|at|in|with|every|on|when|up|out|for|because|and|from|inappropriately|again|
            outside)(?! (a (ball|car|bus|bee|wasp|frisbee|bug|cold)|the (ball|news|film|movie|story|bee)))
        (<kid>) .... (says|said|told|tells|telling|confided|disclosed|admitted|confessed|wrote|writes|drew|mentioned|whispered|
            shared|revealed) .... {hits|hit|hurts|hurt|beats|beat|touches|touched|touching|molested|abuses|abused|raped|locks|
            locked|kicks|kicked|punches|slaps|slapped|burns|burned|hitting|hurting|beating|chokes|choked|whips|starves|
            threatens|smacks|smacked|strangled|pushes|pushed|throws|shakes} (me|her|him|them|his|she|he|us|at|up)(?! (ball|
            homework|desk))
        (<kid>) .... (says|said|told|tells|confided|wrote|admitted|whispered|mentioned|thinks) ... (is|hes|shes|too|very|
            so) .. {afraid|scared|frightened|terrified} .. (of|to|at) .. (home|dad|father|mum|mom|mother|stepdad|stepfather|
            uncle|brother|him|boyfriend|her|man|go|going)
        (<kid>) .... (says|said|told|tells|confided|wrote|admitted|mentioned) .. {isnt safe|not safe|doesnt feel safe|
            doesnt want to go home|doesnt get food|gets no food|doesnt want to live at home|has secrets with|has a secret with|
            keeps a secret with|isnt allowed to tell|must not tell|cant tell|not supposed to tell|mustnt tell}
        (<kid>) ... (afraid|scared|frightened|terrified|dreads|begged|begs|refuses|refused|cries|cried|doesnt want|didnt want|
            panics|petrified|hates) .. (of|to|not|when|me|about|her|him) .. (go|going|goes|be|being|send|sent|return|has|phone|
            call|tell|visit|visiting|stay|let) .. {home|back|dad|dads|father|fathers|mum|mums|mom|moms|stepdad|stepfather|uncle|
            uncles|alone with|parents|mother|house}( \S+){0,4}(?<!homework)
        (<kid>) ... {flinches|flinched|cowers|flinch|cower|wets himself|wets herself|shakes|trembles|freezes} .. (when|if|every|
            whenever|each|as) .. (i|someone|somebody|anyone|he|she|his|her|dad|father|the|a|adults?|you|you|men|my|pulls|move|
            hand|raise)
        (<kid>) ... (has|had|have|with|came|comes|covered|shows|showed|turned up|turns up|got|full of|arrives|arrived|noticed|
            saw|seen) ... {split lip|black eye|black eyes|bruises|bruise|welts|burns|cigarette burns|belt marks|finger marks|
            handprint|hand print|bite marks|marks on|fractures|bruised|bruising|swollen face|broken arm again|scald|strap marks|
            scratches}( \S+){0,8}
        {bruises|bruise|bruising|welts|cigarette burns|belt marks|finger marks|bite marks|marks|handprint} ... (on|across|round|
            around|all over|up) .. (one of|the|a|his|her|my|their|this) .. (little ones|children|kids|child|kid|baby|babys|
            toddler|boy|boys|girl|girls|pupil|pupils|student|students|students|niece|nieces|nephew|nephews|grandson|
            granddaughter|grandsons|granddaughters|goddaughter|godson|stepson|stepdaughter|daughters|daughter|sons)( \S+){0,5}
        (<kin>) ... {hits|hit|beats|slaps|slapped|smacks|smacked|kicks|kicked|punches|shakes|shook|burns|whips|locks|locked|
            starves|neglects|abuses|abused|hurts|hurting|hitting|beating|threatens|drags|throws|screams|horrible|cruel|violent|
            rough|mean|handles|handled|smacking|slapping|abusing|molests|molested|touching|touches|canes|belts|chokes|nasty|
            aggressive} (at |to |with |towards )?(his|her|their|our|the|my|a) .. (son|sons|daughter|daughters|child|children|
            kid|kids|baby|babies|toddler|boy|boys|girl|girls|niece|nephew|grandson|granddaughter|stepson|stepdaughter|
            little one|newborn|twins|pupils|students|four year old|\w+ year old|goddaughter|sister|brother|cousins?|stepkids|
            stepchildren|foster child|foster kids|foster children)(?! (at|by \d))
        {hit|hits|hitting|beat|beats|beating|slap|slaps|slapped|smack|smacks|smacked|kick|kicks|kicked|punches|punched|shook|
            shakes|shaking|burns|burned|whips|hurts|hurt|abuses|abused|chokes|drags|dragged|locks|locked} (a|the|that|this|his|
            her|their) .. (child|kid|toddler|baby|little girl|little boy|boy|girl|children|kids|\w+ year old|infant) .. (in|
            with|at|at|outside|on|for|because|when|so|until|every|across|by|out|into|hard|and|again|next door|upstairs|
            downstairs)(?! (frisbee|ball|shot|party))
        (hear|heard|hearing|listen|listening|saw|see|seen|witness\w*|watched|notice|noticed|through the wall|next door|upstairs|
            downstairs|neighbou?rs?|across the (street|hall|road)|above us|below us) ... {shouts|shout|shouting|yells|yelling|
            screams|screaming|scream|hitting|hit|hits|beating|beats|slap|slaps|slapping|thud|bang|banging|smack|smacks|begging|
            beg|begs|crying|cries|cry|whimpering|pleading|throw|kick|kicking|punch|shaking} ... (at (her|his|their|
            the) (\S+ )?(boy|girl|child|kid|kids|son|daughter|baby|children|toddler|wife|girlfriend|mum)|child|kid|kids|baby|
            toddler|little (girl|boy)|boy|girl|his wife|his girlfriend|stop|please|help|thud|children|dont hit|no daddy|
            no mummy|mummy|daddy|mommy|he cries|she cries|their son|their daughter|her son|his son)( \S+){0,4}
        (i|we) .. (think|suspect|believe|fear|worried|afraid|sure|convinced|know|certain|concerned|scared|worry|feeling|
            found out|learned|discovered|heard|realised|realized) ... (my|the|our|her|his|their|a) .. (<kid>|daughter|son|niece|
            nephew|sister|brother|grandson|granddaughter|goddaughter|godson|cousin|stepson|stepdaughter|pupil|student|
            friend) ... {abused|molested|neglected|groomed|beaten|harmed|hurt|mistreated|trafficked|exploited|hit|touched|
            in danger|raped|assaulted|not safe|unsafe|starved|abusing|hurting|hitting|beating|grooming|molesting}(?! (his|
            her) (back|knee|ankle|leg|arm|wrist|feelings|head)|himself|herself)
        (leaves|leave|leaving|left|leaves) .. (the|her|his|their|our|a|my|two|three) (\S+ ){0,3}{baby|toddler|kids|children|
            child|son|daughter|kid|twins|boy|girl|year old|year olds|niece|nephew|little one|grandson|granddaughter|
            infant} .. (alone|on (her|his|their) own|by (himself|herself|themselves)|unattended|unsupervised|home alone|
            outside in the|in a cold|in the car|with nobody|without)( \S+){0,6} (night|nights|hours|days|pub|out|all|work|flat|
            home|weekend|hot|casino|drinking|goes|go|while|when|every|again|bar|party)
        (lock|locks|locked|locking|shut|shuts) (him|her|them|the (child|kid|kids|children|boy|girl|baby)|his son|her son|
            his daughter|her daughter|their (son|daughter|kids|children)) .. {outside|room|cupboard|basement|out|cold|dark|
            closet|cellar|bathroom|balcony|shed|garage|bedroom} .. (for|in|when|all|at|without|as|because|night|cold|until|if|
            every|dark|and|hours)?
        (dont|doesnt|never|not|wont|hardly|barely|refuses to|forget to) {feed|feeds|wash|change|give} .. (her|his|their|the|
            them|him|my|our|a) .. (baby|kids|children|child|son|daughter|toddler|boy|girl|niece|nephew|enough to eat|food|
            anything to eat|dinner|properly)(?! (up|the|advice|a (phone|toy|present)|screen|sugar|sweets|honey))
        (man|adult|stranger|guy|someone|coach|teacher|he|person|somebody|account|woman|tutor|neighbou?r|uncle|youtuber|gamer|
            boy|men) ... {messaging|messages|messaged|chatting with|chats with|talking to|texting|texts|writes|writing to|
            contacted|contacts|contacting|dms|dming|grooming|groomed|sends|sending|sent|asked|asks|asking|pressures|pressuring|
            blackmailing|blackmails|following|follows|offering|offered|buying|buys|invited|wants|lures|luring} .. (to )?(my|our|
            a|her|his) (\S+ ){0,4}(son|daughter|niece|nephew|sister|brother|child|kid|cousin|granddaughter|grandson|pupil|
            student|stepdaughter|stepson|\w+ year old|little girl|little boy|goddaughter) .. (secret|pictures|photos|meet|
            meet up|not to tell|nudes|naked|videos?|alone|keep|gifts|private|snapchat|discord|roblox|online|webcam|img|explicit|
            whatsapp|car|inappropriate|sexual|dont tell|home|robux|v ?bucks|instagram|games?|tell nobody|money)( \S+){0,8}
    """, _NOT_TOLD),
    Rule("disclosure.child_signs", _LABEL, WEAK, r"""
        (<kid>) .... {hungry|starving|filthy|dirty|barefoot|no shoes|without shoes|no coat|without a coat|unwashed|smells|
            thin clothes|malnourished|same clothes|steals food|asks for food|asks us for food|asks me for food|begs for food|
            hoards food|eats from the bin|without breakfast|no lunch|thinner|no food}
        (<kid>) .... {bruise|bruises|bruised|marks|black eye|limping|limps|burns|scratches|split lip}
        (<kid>) .... {begged me|asked me not|made me promise|wont say|wouldnt say|refuses to say|wont tell|went quiet|
            suddenly quiet|withdrawn|stopped talking|wont speak|clams up|clings|shaking|trembling|keeps secrets|acting out|
            wetting|wets the bed}
        (<kid>) .... {flinches|terrified|frightened|scared|afraid|fearful|jumpy} .. (of|when|to|if|around|whenever|in)
        (<kid>) .... {alone|unsupervised|outside|on the stairs|on the street|wandering|by himself|by herself|by themselves|
            on his own|on her own|on their own} .. (at night|late|all day|for hours|until|every|overnight|midnight|in the cold|
            in the rain|evening|days|after dark)
        (every night|every day|always|each night|constantly|all night|again|often|for hours|daily) ... {screaming|shouting|
            screams|shouts|crying|yelling|banging|thud|slaps|begging|cries}
        (hear|heard|hearing|hears) ... {screaming|shouting|crying|screams|slap|slaps|thud|beating|hits|hitting|begging|cries|
            bang|bangs|smack}
        (mum|mom|mother|dad|father|parents|stepdad|boyfriend|stepmother|they) ... {drunk|drugs|drinking|passed out|addict|
            heroin|meth|crack|violent|drinks|always out|never home|alcoholic|using again|out partying}
        (should|do|can|how|must|whom|who|when|have|need|want|what) .. (i|we|to|can|do) .. {report|call|tell|involve|do|contact|
            step in|phone|inform|alert} .. (it|this|cps|social|anyone|someone|police|school|her|him|about|safeguarding|
            childline|nspcc|authorities|parents)
        {as a|im a|i work as|i am a|i work in a|i teach|i coach|im her|im his|i babysit|i foster|i volunteer} .. (teacher|
            nursery|teaching assistant|nanny|babysitter|nurse|coach|social|kindergarten|school|tutor|year \d|class|godmother|
            aunt|uncle|grandmother|grandfather|paediatrician|lunch|daycare|youth|scout|pre ?school|football|team|swim)
        (<kin>) ... (is|was|gets|are|very|so|too|really|always) .. {rough|cruel|harsh|horrible|mean|nasty|violent|aggressive|
            scary} .. (with|to|towards) .. (kid|kids|child|children|son|daughter|baby|him|her|them|boy|girl|stepson|
            stepdaughter)
        (online|internet|roblox|discord|snapchat|instagram|fortnite|minecraft|game|tiktok|whatsapp) ... {older man|adult man|
            grown man|stranger|man|much older} .. (my (son|daughter|niece|nephew|sister|brother|kid|child)|secret|meet|pictures|
            photos|gifts)
        {secret} .. (my|our|her|his) (daughter|son|niece|nephew|uncle|stepdad|coach|teacher|dad)
        (<kid>) .... {alone with him|alone with her|alone with that man|home alone with}
        (something|somethings|sth) .. {wrong|off|not right|going on|happening} .. (at home|in that (house|family|home|flat)|
            next door|with (that|the) (child|girl|boy|kid|family))
    """, _NOT_TOLD + r"""
        (drinks|drinking) (\S+ ){0,4}(tea|coffee|water|milk|juice|lemonade|squash|cola|smoothies?)
    """),
)  # fmt: skip
