"""A child who is hurt or in danger, in parts that stand anywhere in a sentence."""

from chat.safety.rules.abuse_parts import OTHERWISE
from chat.safety.rules.beaten import NOT_TOLD
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, Rule

_LABEL = Label.DISCLOSURE
_CHILD = (
    "boy|girl|child|kid|kids|children|pupil|student|toddler|baby|newborn|niece|nephew|grandson|granddaughter|"
    "grandchild|little one|daughter|son|"
    "goddaughter|godson|stepson|stepdaughter|infant|year old|grandchildren|grandkids|grandsons|granddaughters|nieces|"
    "nephews|stepkids|sons|daughters"
)

RULES = (
    Rule("disclosure.child_hurt_parts", _LABEL, STRONG, r"""
        {belt marks|bruises|bruise|cigarette burns|welts|finger marks|black eye|black eyes|handprint|bite marks|burn marks|
            choke marks|marks on his neck|marks on her neck|finger shaped bruises|split lip} & (KID|class|form|
            neighbours) & (class|pupil|student|form|nursery|saw|seen|see|noticed|always|again|new|every|says|said|wont|told|dad|
            father|mum|mother|stepdad|boyfriend|weekends?|visit\w*|neighbou?rs?|street|worried|arms|back|neck|legs|came|school|
            his|her)
        {broken bone|broken arm|fracture|fractures|injuries|broken leg|fractured|broken wrist|scald|scalds} & (KID) & (third|
            another|again|this year|keeps|nobody does|explain\w*|second|repeated\w*|several|unexplained|different stor\w+|story|
            suspicious)
        (into|in) {bed|bath|shower|room} with (him|her|them|my (grandson|daughter|son|niece|nephew|sister|brother|
            granddaughter)) & (KID) & (boyfriend|uncle|stepdad|stepfather|man|lodger|grandad|grandfather|coach|teacher|
            babysitter|cousin|partner) & (says|said|told|tells|gets|goes|sleeps|showers|night|locks?|found|scared|naked|secret)
        {makes|made|hits|hurts|beats|pushes|kicks|hit|hurt|beat} (mummy|mommy|mum|mom|her mum|his mum|their mum|his mother|
            her mother|mama) & (KID|told|says|said|drew|daddy)
        {newborn|baby|toddler|kids|children|daughter|son|infant|twins|little girl|little boy|year old|little ones} & (alone|
            leaves|left|leave|on (its|her|his|their) own|by (herself|himself|themselves)) & (goes out|going out|went out|
            out partying|pub|club|bar|night|nights|hours|drinking|casino|overnight|party|work|dealer|days) & (leaves|left|leave|
            leaving|alone) & (sister|neighbou?rs?|she|he|ex|mother|mum|mom|parents|they|friend|cousin|dad|father|brother|wife|
            husband|girlfriend|couple|upstairs|downstairs)
        (isnt getting|not being|isnt being|not getting|isnt|arent|never gets|doesnt get|dont get|not) {fed|anything to eat|
            enough to eat|enough food|proper meals} & (KID)
        (isnt|not|never|arent|isnt being|not being|never being) (being |getting )?{fed} & (KID)
        (does|did|do|doing) {things|something|stuff|bad things} (to|with) (him|her|them) & (KID) & (says|said|told|uncle|
            stepdad|stepfather|dad|father|coach|teacher|man|brother|cousin|grandad|boyfriend|babysitter|neighbour|neighbor|
            priest)
        {home alone|alone at home|all alone|left alone|by himself|by herself|by themselves|on their own|
            unsupervised} & (KID) & (every night|all night|at night|nights|for days|every day|overnight|for hours|all day|
            until late|whole weekend|every evening) & (year old|neighbou?rs?|building|next door|street|upstairs|downstairs|flat|
            parents|mother|mum|mom|father|dad|ex|sister|brother)
        {bruised} & (KID) & (always|street|again|school|class|neighbou?rs?|whos|often|comes|covered|her|his) & (always|again|
            often|every|covered|keeps|whos|badly)
        {kept|locked|keep|keeps|lock|locks} (inside|indoors|in|away|home|out|up) & (KID) & (school|all day|never|days|window|
            outside|cupboard|room|hours|punish\w*|food|night|neighbou?rs?|street|basement|balcony|cold)
        (scared|afraid|terrified|doesnt want|refuses|frightened|dreads|begs not|begged not|cries when|panics|
            too scared) .... {home|back|dads|fathers|mums|mothers|weekend} & (KID) & (go|going|goes|return\w*|
            sent)(?! (from holiday|school on))
        {secret|not to tell|dont tell|mustnt tell|not allowed to tell|isnt allowed to tell} & (KID) & (teacher|coach|man|uncle|
            touch\w*|online|priest|neighbour|neighbor|stepdad|stepfather|boyfriend|adult|grandad|grandfather|tutor|cousin|
            babysitter|instructor|imam|pastor|leader|trainer)
        (touches|touched|touching|hurts|hurt|hits|hit|beats|molests?|molested|abuses|abused|shakes|shook|smacks|slaps|kicks|
            burns|grooming|groomed|groped) .. {KID|her|him|them|the girls|the boys|the kids} & (KID) & (told me|says|said|
            confided|think|suspect|saw|heard|found out|worried|afraid|neighbou?r|stepdad|stepfather|uncle|coach|teacher|
            boyfriend|babysitter|grandad|grandfather|priest|instructor|father|mother|friend) & (my|our|a|the)(?! (ball|
            head on the))
        (crying|cries) & {wall|walls|next door|upstairs|downstairs|neighbour|neighbours|neighbor|neighbors|flat above|above us|
            below us} & (KID) & (alone|for hours|hit\w*|slap\w*|shout\w*|scream\w*|beg\w*|pleading|drunk|stop|never there|
            bruis\w*|thud)
        (pleading|begging|begs|screaming|screams|shouting|shouts|thuds?|slaps?|smacks?|bangs?|yelling) & {wall|walls|next door|
            upstairs|downstairs|neighbour|neighbours|neighbor|neighbors|across the street|flat above|floor above|
            apartment above|above me|below me|above us|below us} & (KID|wife|girlfriend|mum|woman|stop|please dont|him to stop|
            her)
        (KID) & {starving|hungry|malnourished|filthy|barefoot|unwashed|no food|no coat|no shoes|no winter coat|
            dirty clothes|neglected} & (always|every|again|days|nobody|no one|parents|mum|mother|dad|asks|begs|steals|school|
            class|next door|neighbou?rs?|street|night|alone|weeks|help|care)
    """.replace("KID", _CHILD), NOT_TOLD + OTHERWISE + r"""
        colic|teething|nightmares?|cartoon|homework|nap|bed ?time|vaccin\w*|dentist|chickenpox|tantrums?|playing|playground|
            fifa|fortnite|minecraft|playstation|xbox|when (he|she|they) (plays?|play|is playing|are playing)|slide|snack|practice|after school|piggyback|piano|lunch at school
    """),
)  # fmt: skip
