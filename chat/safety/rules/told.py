"""What people tell of violence, fear and control in ordinary words, with no name for it: at home, at work, in care, of others.

Each is enough alone.
"""

from chat.safety.rules.disclosure import PLAY
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, Rule

_LABEL = Label.DISCLOSURE
_TRUSTED = (
    "boss|manager|supervisor|coach|trainer|tutor|teacher|professor|uncle|stepdad|stepfather|stepbrother|grandpa|grandad|"
    "grandfather|cousin|priest|pastor|vicar|youth leader|driver|doctor|physio|therapist|masseur|landlord|neighbour|neighbor|"
    "carer|orderly|customer|colleague|lodger|officer|godfather|instructor|man from church|mums boyfriend|moms boyfriend"
)
_OTHERWISE = r"""
    joke|joking|kidding|prank|surprise|recipe|(the|a|this|that|my) (film|movie|show|series|novel|story|book|game|play)|episode|match|
        referee|ref|stickers|swing|swings|trampoline|onions?|vegetables|alarm|wasp|tax|accountant|hide and seek|sardines|
            zoo|
        circus|documentary|the news|blood test|physiotherapy|vaccine|vaccination|sunburn|mosquito\w*|fell off|tripped
"""

RULES = (
    Rule("disclosure.afraid_to_be_home", _LABEL, STRONG, r"""
        (dont|cant|not|never|afraid|scared|terrified|frightened|dread|nervous) .. {go home|going home|go back|be home|
            be at home} & (hurt (me|us)|hit|hits|beat|beats|drunk|kill us|moms boyfriend|mums boyfriend|stepdad|stepfather|
            husband|violent|angry|mental)
        (im|i am|were|we are) not {safe} (here|at home|in (this|my|our|his) (house|home|flat|room)|with (him|her|them)|
            there)
        (hell|shell|theyll|hed|theyd|he will|he would|she will|is going to|going to) {hurt|beat|batter|find} (me|us|mum|
            my (mum|mom|brother|sister))( again| if i (tell|leave|go|say)| tonight| anyway)*$
        when i hear (his|her|dads|my dads|my husbands|their) {car|key|keys|footsteps|steps} & (hide|kids|stomach|shake|
            scared|freeze|panic|room|sick|run)
        {hide|hides|hid|hiding} .. (wardrobe|closet|bathroom|under the bed|cupboard|shed|attic|room|knives) & (when|until|
            because) (they|he|she|dad|mum|mom|my parents) (start|starts|started|fight|fights|shout|shouts|scream|comes home|
            is drunk|gets|calms|drinks)
        (kids|children|little ones|brother|sister|we|i|everyone) .. {go quiet|go silent|flinch|flinches|duck|freeze|cower|
            goes quiet} .. (when|whenever|if|every time) (he|she|dad|daddy|mum|his|her|my (dad|husband|partner|mum|
            stepdad)) .. (comes|walks|gets|raises|lifts|moves|shouts|is|key|car)
        {refuge|restraining order|court order|protection order} & (he|she|ex|hes|him) & (found out where|knows where|
            turned up|turns up|ran out|ignores|ignored|garden|broke it|breaks it|outside)
        {released|out of prison|out of jail|gets out} & (come for me|find me|scared|afraid|terrified|knows where)
    """, PLAY + _OTHERWISE),
    Rule("disclosure.hurt_in_plain_words", _LABEL, STRONG, r"""
        {leathers|batters|clobbers|wallops|lamps|leathered|battered|walloped|clobbered|belts} (me|us|my (ma|mum|mam|mom|
            brother|sister)|her|him)(?! (for six|five|out of the park))
        (my|our|her) (old man|da|ma|fella|fellas?|mums fella|husband|wife|dad|father|mum|mom|boyfriend|partner|
            brother) .. {knocks|knocked|knocking|slaps|smacks|pushes|shoves|bats} (me|us|her|mum|my \w+) (about|around)
        got .. {black eye|fat lip|hiding|beating|kicking|battering} .. (off|from) (my|him|her|dad|mum|mam)(?! (trainer|
            sparring))
        {pushed|hit|slapped|kicked|choked|shoved|hurt|punched|grabbed} me .. (a couple of times|couple of times|
            once or twice|a few times|only once|just the once|six or seven times|more than once) & (he|hes|she|shes|husband|
            wife|boyfriend|partner|dad|mum|but)
        (took|take|taking|take all|got|get|had) the {beatings|beating|strap|belt|cane} & (i|me|he|she|so that|didnt stop|
            from)
        {pulled|pulls|dragged|drags|drag|yanks|yanked|lifts} (him|her|me|them|my \w+|the kids?) .. (by (the|his|her|my|
            their) (ear|ears|hair|arm|collar|neck)|up the stairs|out of bed|across the floor)
        {hold|holds|held|holding|dunks|pushes|pushed} (my head|our \w+|the baby|my \w+|him|her) under .. (tap|water|
            shower) & (when|lie|lied|cry|cries|cried|until|punish\w*)
        (in laws|stepmother|stepmum|employers?|madam|sir|aunt|uncle) & {hit|hits|beat|beats|slap|slaps} (me|her|him|us)
        (makes?|made|making) (me|us|him|her) eat .. {threw up|vomit|off the floor|soap|spat}
        (had to|made us|made me|makes us|makes me|make us) {kneel|stand|sleep} .. (for hours|in the (yard|cold|garage|shed|
            cellar|dark|hall)|all night|on the floor|outside)(?! (for|to get) (tickets|the (concert|signing)))
        {tied|ties|tie|tying|chained|chains|strapped} (to|her to|him to|us to|me to|them to|my \w+ to|in|down to) .. (bed|
            beds|chair|radiator|cot|toilet|pole|pipe)
        (told|tell|tells|telling) (them|the (nurse|doctor|police|social worker|teacher|hospital)|work|everyone|everybody|
            people|school) .. i {fell|walked into|slipped|tripped} & (i didnt|it was (him|her|my|not)|husband|partner|wife|
            boyfriend|dad|a door$|the door$)
        {social worker|social services|teacher|police|nurse} & (told me to lie|made me lie|lied? (to|about)|
            standing (behind|next to)) & (he|she|mum|mom|dad|my|because|bruis\w+)
        (my ex|my husband|my wife|my boyfriend|my girlfriend|my partner|my dad|my mum|he|she) {burned|burnt|cut up|shredded|
            slashed|ripped up|threw out|destroyed} (all )?(of )?my (clothes|dresses|things|books|certificates|uniform|
            belongings|photos)
        (older|big|bigger|group of|boys|girls|kids|lads|they) & {take|takes|took|steal|pull|pulls|hold|held|film|beat|kick|
            spit} .. (my|me|us) .. (money|trousers|pants|skirt|lunch money|down|up|after school) & (school|gate|every day|
            toilet|toilets|bus)(?! (play))
        {beat|beats|hits|hit|kick|burns|burn|hurts|slaps|punches|shakes|pinches} (his|her|the|their) (\w+ )?(boy|girl|son|
            daughter|kids|kid|children|baby|toddler|wife|apprentices|residents|patients|pupils|recruits|new ones|
            little ones) (so hard|with|when|every|in the (face|head|showers)|again|and|if|black|hot)
        (dad|father|mum|mother|stepdad|uncle|boyfriend|husband|he|she) {punches|slaps|chokes|belts|burns|pinches|
            beats} (him|her|them|my (sister|brother))(?! (the ball|at|in the (game|final)|a ticket|to it))
    """, PLAY + _OTHERWISE),
    Rule("disclosure.not_free", _LABEL, STRONG, r"""
        (need to|have to|must|got to|had to) .. {ask|beg|text} .. before i .. (buy|spend|leave|go|eat|see|call|
            speak) & (husband|wife|partner|boyfriend|girlfriend|he|she|him|her|in laws|family|father)
        (took|takes|take|hides|hid|keeps|kept|has|holds|hold|keep|cut up|locks up) (away )?(all )?(of )?(my|her|his|our|
            their) (\w+ ){0,2}{passport|passports|visa|papers|bank card|bank cards|car keys|insulin|inhaler|wheelchair|
            walking frame|pension|savings|wages|benefits|glasses} & (cant|owe|hit|hits|leave|nothing|never see|afraid|
            scared|wont give|fight|argue|yells|send me|send us|until i|get out|no wage)
        (makes|made|forces|forced|wants) me .. {quit|give up|drop} (every|my|the|any) (job|work|studies|course|uni|
            friends) & (he|she|husband|partner|boyfriend|jealous)
        (kicks off|goes mad|goes mental|flips|flips out|freaks out|loses it|goes crazy|gets nasty) .. (if|when|
            whenever) i .. {talk|speak|look|text|see|answer|late|laugh|dress} & (boyfriend|fella|husband|partner|he|she|man|
            wife|girlfriend|minutes)
        (cant|not allowed|wont let me|never allowed|may not) .. (even )?(leave|go|see|talk|speak|open|use) .. {shop|house|
            flat|alone|friends|fridge|kitchen|phone|without asking|without him|my own} & (husband|wife|partner|boyfriend|
            controlling|he|she|son|nephew|in laws|asking|daughter in law)
        {took over|controls|emptied|drained|took|takes} .. my (accounts?|bank accounts?|savings|pension|money|salary|
            wages) & (nothing (for|left|if)|son|daughter|grandson|nephew|carer|husband|wife|he|she|afraid|leave|
            yells) & (nothing|afraid|scared|yells|leave|food|sign)
        {forced|want me|wants me|making me|make me|have|being forced} .. marry & (cant say no|no choice|dont want|
            against my|abroad|cousin|never met|not allowed|kill)
        {come for me|came for me|cut me off|kill me|hunt me} & (shame|shamed|dishonou?r|honou?r|community|brothers|religion)
        if (he|she) cant have me {nobody|no one|noone} (will|can|else)
        (says|said|tells|told|threatens|threatened|threatening|swears|swore) .. (hell|shell|theyll|hed|shed|theyd|he will|
            he would|to) {break|find|hurt|burn|kill|cut|shoot|stab|ruin|beat} (my|me|us|our|her|the (kids|children|baby|dog|
            cat)) (?!time|heart|bell|fast|high|record|sister at)\S* & (if i|when i|unless i|or|legs|arms|neck|fingers|
            anywhere|house|face)
    """, PLAY + _OTHERWISE + r"""
        boss said|for exercise|airport|board(ing)?|renew\w*|pocket money|at (chess|cards|tennis)|personal trainer|
            landlord (said|wants)|doctor says
    """),
    Rule("disclosure.touched_in_plain_words", _LABEL, STRONG, r"""
        (_trusted) .. (keeps|kept|always|puts|put|putting|would) .. {touching|hand|hands|stroking|rubbing|grabbing|
            patting} .. (on )?(my|me|our|us) (back|leg|legs|waist|thigh|neck|hair|body|bum|knee|arm|hips|chest|face|and|
            when|all)
        (_trusted) & {touches|touched|strokes|rubs|rubbed|gropes} (our|my|us|the girls|the boys|the girls) (legs?|bodies|
            body|hair|waist|back|thighs?|bum)
        {kisses|kissed|kissing|hugs|hugged|hugging} (me|us|him|her) & (on the mouth|on the lips|too long|wont let|
            doesnt let|didnt let|wouldnt let|told me god|told me not) & (_trusted|he|dad)
        {presses|pressed|pressing|rubs|rubbed} (himself|herself|his body|his hips) (on|against|into|up against|to) (me|us|
            her|him)
        (_trusted) .. {kissed|kisses} me
        {walks|walked|walking|comes|coming|came|gets|get|got} in (on me|my bed|my (bed)?room|without knocking) & (purpose|
            without knocking|at night|stands|when he stays|creep\w*|watches|landlord|stepdad|cousins? friend|boyfriend)
        {coming|comes|came|walks|walking} (into|to|in) (the bathroom|my cabin|my bedroom|my room|her room|his room|
            the shower) & (puberty|at night|nowhere|sister|watches|looks at|officer|stepdad|stepfather|the man|not knock|
            shower|undress\w*|lodger)
        {sits|sat|stands|stood|comes} .. too close & (locks|locked|dont want|alone|scared|creep\w*|door|touch\w*)
        (i said stop|said stop|i said no|didnt ask|froze|just froze|i no want|didnt want it|not want) & {virginity|sex|
            touch|touched|someone who|froze|stop|him} & (didnt|i froze|touch\w*|virginity|bed) & (i|me|my)(?! (computer|
            laptop|screen))
        take no for an {answer} & (date|came up|my place|home|bed|kiss\w*|hands)
        {forced themselves|forced himself|forced herself|force themselves} on (you|me|her|him|someone|somebody)
        (is|was|does|would) (it|that) .. {rape|sexual assault|assault|molestation} (when|if|in|even|or not)
        {secret|secrets} & (dont like|go to jail|go to prison|if i told|if i tell|game but|from my (parents|mum|mom|dad)|
            nobody must|never tell) & (he|she|uncle|grandad|grandpa|man|coach|his|our|hes|chats)
        (man|guy|stranger|adult|older guy|someone|somebody) .. {messaging|texting|messages|texts|writes|writing|
            contacting} (to )?my (\w+ ){0,3}(daughter|son|kid|child|niece|year old|sister|brother) & (meet (her|him)|
            pictures|photos|secret|threat\w*|older)
    """.replace("_trusted", _TRUSTED), PLAY + _OTHERWISE + r"""
        massage (felt|was|therapist found)|knot|treatment plan|in the play|on stage|goodbye|good night|goodnight|gran every
    """),
    Rule("disclosure.others_in_plain_words", _LABEL, STRONG, r"""
        {carer|carers|helper|care home|nursing home|night nurse|staff|residential home|orderly} & (handles (him|her|them|
            my \w+) rough\w*|rough with|roughly|(shouts|screams|yells) at (her|him|them|my)|laughs when|afraid of|
            frightened of|scared of|handprint|hand print|mark on|marks on|bruis\w+|pinches|hurts|slaps) & (she|her|he|his|
            him|my (nan|gran\w*|mum|mom|mother|dad|father|aunt|uncle)|me|residents?|nans|grandmas)
        {foster parents|foster mum|foster dad|parents|stepmum|stepdad|foster family} .. (lock|locks|padlock\w*) the (fridge|
            food|cupboards|kitchen)
        (kids|children|toddler|baby|boy|girl) & (flat|next door|downstairs|upstairs|below|across) & {never go outside|
            cry all day|cries all day|left alone|never fed|locked in|screams all}
        (dont|never|not|didnt|doesnt|wont) .. (get|give us|give me|gives me|gives us) {fed|food|dinner|breakfast|lunch|
            anything to eat} & (mum|mom|dad|stepmum|stepdad|boyfriend|annoyed|days|foster|bad|punish\w*|stepmother) & (when|
            if|for|because)
        {locking|locked|locks|shuts|shut} (my|her|his|the) .. (brother|sister|kids|children|son|daughter|mum|mother|wife|
            gran|nan) in & (crying|food|days|weekend|goes out|bedroom|cellar|dark|hungry|shed)(?! the car by)
        {cast|black eye|bruises|injury|injuries|bruise} & (story keeps changing|keeps changing|doesnt add up|
            doesnt make sense|says she fell|says he fell|different story)
    """, PLAY + _OTHERWISE),
)  # fmt: skip
