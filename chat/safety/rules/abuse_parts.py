"""What people tell of violence and abuse, in parts that stand anywhere in a sentence.

Strong ones are enough alone; of the others it takes two, which may stand in different sentences.
"""

from chat.safety.rules.beaten import NOT_TOLD
from chat.safety.rules.disclosure import PLAY
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.DISCLOSURE
OTHERWISE = r"""
    sex ed\w*|(art|history|biology|dance|yoga|karate|spin|english|science) class|lesson on|surprise|party for|birthday|present|
        santa|recipe|(im|i am|was|being) (sick|ill)(?! of)|fever|covid|legally|law school|slapped me with a|fine|bill|
        kicked (me|us) (off|out of the (group|meeting|call|chat|game|server|lobby))|off the server|for (the |my |
        an )?(operation|surgery|procedure)|an[ae]+sthe\w*|with (me|us|my (mum|mom|mother|parents|sister)|grand\w+) (when|while)|
        fell (off|from|over|down)|tripped|bike|football(?! (team|coach|club))|swing|trampoline|accident\w*|crash
"""
_DOER = (
    "he|she|they|hes|shes|hell|shell|theyll|husband|wife|boyfriend|girlfriend|partner|ex|dad|father|mum|mom|mother|"
    "stepdad|stepfather|stepmum|"
    "stepmother|uncle|aunt|brother|brothers|cousin|grandfather|grandad|fiance|man|guy|boss|landlord|in laws|family|"
    "parents|teacher|coach|staff|priest"
)

RULES = (
    Rule("disclosure.done_to_me", _LABEL, STRONG, r"""
        (im|being|been|was|am|get|got|getting) .. {hit|beaten|slapped|kicked|punched|choked|attacked|hurt|abused|strangled|
            bitten} by (my (\w+ )?(husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|mom|mother|brother|uncle|stepdad|
            stepfather|boss|fiance|son|cousin|aunt|teacher|coach)|him|her|a (man|woman|stranger|group|gang))
        {slapped|slaps|punched|punches|choked|chokes|strangled|strangles|whipped|whips|caned|thrashed|smacked|smacks|headbutted|
            groped|molested|raped|battered|backhanded|gropes|rapes|molests|throttled|kicked|kicks|smothered|suffocated|scalded|
            tortured|belted|strangling|punching|slapping|whipping|groping|molesting|choking|beating|battering} (me|us)(?! (off|
            out of|on the back|at (chess|cards|tennis|pool)|with (a (fine|bill)|the (bill|news))|while (playing|training)|
            in (training|sparring|practice)))
        {dragged|drags|pulled|yanked|hauled|threw|throws|flung|slammed|slams} (me|us) (out|down|by|across|through|against|onto|
            into the wall|over|around|off the bed) & (hair|arm|leg|legs|floor|stairs|wall|door|bed|ground|room|neck|bathroom|
            house|street|table|when i|because i)
        {beat|beats|beating|hit|hits|hitting|hurt|hurts|starved|punished|abused|burned|locked} (us|me) & (staff|carers|wardens?|
            nuns?|priests?|monks?|foster \w+|childrens home|orphanage|care home|boarding school|house parents|belt|stick|cane|
            cord|cable|hanger|fists|wooden spoon|every night|every day|black and blue|unconscious|as children|as kids|
            when drunk|when (he|she) (drank|drinks|was drunk|is drunk|came home|gets|got))
        {came|went|goes|comes|lunged|flew|laid|lays|lashed|lashes|swung|swings} (at|for|into|out at) (me|us|mum|mom|her|my (mum|
            mom|sister|brother)) (with|again|because|when|and|in|so|until)(?! (a (question|offer|problem|proposal|request|smile|
            hug)|questions|the (car|news)|great))
        <hurter> ... {scratches|scratched|scratch|punches|punched|slaps|slapped|burned|burnt|burns|bit|bites|kicked|kicks|hit|
            hits|cut|crushed|twisted|smashed} my (face|head|arm|arms|back|legs|ribs|stomach|chest|hands|hand|neck|throat|ear|
            ears|fingers|belly|mouth|skin)(?! (hair|off))
        {put} me in (the |a )?(hospital|er|icu|a and e|intensive care|wheelchair|coma) & (husband|wife|boyfriend|girlfriend|
            partner|ex|dad|father|mum|mom|stepdad|stepfather|brother|he|fiance)
        (what|things|that|everything|something) .. (was|were|been|got) {done} to (me|us) (as|when|by|in|back|at|that|there)
        what (was|were|they|he|she) {done|did} to (me|us)
        {hacked|hacks|hacking|broke into|logged into|logs into} .. my (email|emails|phone|accounts?|messages|instagram|facebook|
            icloud|whatsapp|laptop) & (ex|he|she|husband|wife|boyfriend|girlfriend|partner|stalker)
        (my|a|his|her) (\w+ )?{violent|abusive|brutal} (\w+ )?(husband|wife|boyfriend|girlfriend|partner|ex|dad|father|mum|mom|
            mother|stepdad|stepfather|brother|man|marriage|relationship|home|household|parents) & (i|my|we|im|ive|me)
        {scars|scar|marks|bruises|bruise|welts|burns} & (fathers|dads|mothers|mums|moms|husbands|wifes|stepdads|stepfathers|
            boyfriends|uncles|teachers|brothers|exs|his|her) & (belt|fists|cane|beatings|stick|knife|cigarettes|anger|temper|
            beating|whip)
        {neglected|neglects|neglect|neglecting} (me|us|their|his|her|the kids|the children|my) & (PERP)
        (says|said|tells|told|decided|insists|thinks|claims|believes) ... i {cant|may not|am not allowed|shouldnt|must not|
            mustnt|im not allowed} (see (my|anyone|other)|work|wear|leave|go out|talk to|have (friends|a job|my own)|visit|meet|
            use my|speak to|study|post) & (husband|wife|boyfriend|girlfriend|partner|fiance|he|she|in laws|mother in law)
        {breaking|breaks|broke|broken} .. into my (flat|house|home|apartment|room|car|garage|garden|shed) & (ex|he|she|husband|
            boyfriend|stalker|partner|hes)
        {marry me off|married off|forced marriage|force me to marry|forced to marry|made to marry|marrying me off|
            forcing me to marry|arranged marriage against} & (i|me|my|im)
        (made|makes|make|making|forced|forces|had) (me|us) .. {kneel|stand|sleep|sit|crawl|beg|hold|eat} .. (rice|corner|floor|
            hours|outside|cold|until|naked|knees|snow|peas|balcony|garage|vomit|soap|dog food|bowl) & (PERP)
        {keeps|kept|holds|locks} me (at home|in the house|inside|prisoner|captive|hostage|from leaving|away from (my|everyone|
            people)|locked) & (PERP)
        {messages|texts|calls|emails} (a|per|every|each) (day|night|hour) & (ex|stalker|man|guy|stranger|he|she|hes|shes) & me
        (waits|waiting|stands|sits|parks|parked|lurks|appears) (in front of|outside|opposite|near|by) my {house|home|flat|work|
            office|building|door|school|gym|window|workplace|apartment} & (ex|stranger|stalker|man i|guy i|dont know|scared|
            afraid|every (night|day|morning|evening))
        <hurter> ... {broke|smashed|smashes|breaks|cracked|broken} .. over my (head|back|face|arm)
        {burn|blow up|set fire} & (house|home|flat|me|car) & (if i|with me|threat\w*|says|said) & (divorce|leave|me in it|
            inside|kids|alive) & (PERP)
        (im|i am|was|being|as) (a|an) {abused|battered} (husband|wife|man|woman|child|partner|spouse|kid|boyfriend|girlfriend)
        (doesnt|didnt|wont|never|wouldnt|dont) {stop|stops|listen|listens|care|cares} .. (when|if|although|though) i (say|said|
            tell|told|ask|asked|cry|cried|beg|begged|scream|screamed) & (no|stop|beg|begged|cry|cried|scream\w*) & (husband|
            boyfriend|he|partner|wife|girlfriend|she|him)
        (keep|keeps|kept|started|start|wont stop|doesnt stop) {grabbing|touching|groping|slapping|pinching|harassing|cornering|
            rubbing|hitting|pushing|kicking|punching|shoving|choking|beating} (me|us|my (bum|butt|breasts?|chest|arm|hair|face|
            head))
        (used to|would|will|always) {burn|hit|beat|slap|kick|punch|choke|whip|cane|smack|starve|strangle|bite|scald|drown|hurt|
            thrash} (me|us|my (hand|hands|face|head|sister|brother|mum|mom|mother|legs|back|arms?)) & (PERP)
        (being|am|im|was|get|got|been|getting) .. {followed|watched|harassed|stalked|tracked|monitored|threatened|
            chased} .. by (my|a|an|the|some|his|someone|two|somebody) & (ex|man|husband|guy|stranger|boyfriend|wife|neighbour|
            neighbor|girlfriend|colleague|someone|somebody|men|woman|stepdad|customer|uncle|father)
        {starved|starves|starve|starving} (me|us|him|her|them|his|her|the kids) & (PERP)
        {pushed|pushes|shoved|shoves|pushing} (me|us|her|my \w+) (so hard|down|over|until|and i fell|i fell|off|out of) & (PERP)
        {broken|fractured|cracked|dislocated|bruised|sprained|swollen} (\w+ )?(wrist|arm|nose|jaw|rib|ribs|finger|fingers|hand|
            cheek|face|leg|collarbone|tooth|lip|eye) & (did it|did this|who did|did that|because of (him|her)|from (him|her)|
            hurt me|when he|when she) & (PERP)
        {bruised|bruises|bleeding|black and blue|covered in bruises} & (PERP) & (did it|did this|who did|because of (him|her)|
            grabbed|hit|beat|kicked|threw|pushed|hurt|last night|again) & (i|me|my|im)
        {pillow|hand|hands|bag|tape|cloth} (\S+ )?over my (face|mouth|nose|head) & (PERP)
        {raised|raises|raise|lifted|lifts|lifting|laid|lays} (a|his|her|their) (hand|hands|fist|fists|arm) (to|at|against|on|
            towards) (me|us|mum|mom|her|my \w+)
        {black eye|black eyes|bruises|broken ribs|split lip|bruised|bruise|marks} & (story|excuse|excuses|nobody believes|
            no one believes|lie|lied|lying|makeup|sunglasses|pretend|pretended|cover|foundation|hide) & (i|my|ive|im|me)
        {belt|cable|wooden spoon|hot plate|stove|hob|cigarette|cigarettes|boiling water|fists|cord|hanger|radiator|hammer|whip|
            extension lead|broom|broomstick|hairbrush} & (me|us|my (hand|hands|arm|arms|back|head|face|legs|skin|
            fingers)) & (hit|beat|came at|went for|burn\w*|whip\w*|thrash\w*|held|hold|pressed|punish\w*|strap\w*|lash\w*|
            tied) & (PERP)
        {knife|gun|bat|hammer|axe|machete|pistol|scissors} & (came at|pulled|pointed|threatened|threatens|chased|waved|held|
            puts|put|swung) & (me|us|mum|mom|my (throat|face|head|neck|mother|sister)) & (PERP)
        {kill|finish|murder|bury|slaughter|end} (me|us) & (police|divorce|leave (him|her|them)|honou?r|religion|dishono\w+|
            knife|gun|my boyfriend|my girlfriend|gay|ran away|run away|if i leave|if i tell|threat\w*|break up|broke up|leaving|
            restraining|another man) & (PERP)
        {bathroom|closet|wardrobe|cupboard|bedroom|toilet|car|basement|garage|shed} & (hiding|writing (this )?from|
            locked myself|hid|hide|typing this|sitting in|sleep in) & (PERP) & (frightened|afraid|scared|angry|drunk|knife|
            screaming|shouting|banging|violent|furious|rage|moods?|outside the door|hit|calm\w*|terrified|until)
        {locked|shut|chained|tied|kept|lock|locks} (in|up|out|to|inside) .. (shed|cupboard|cellar|basement|attic|closet|room|
            bed|radiator|garage|bathroom|house|flat|cage) & (we were|i was|me|us) & (PERP|when|for days|for hours|without|
            as a child|punish\w*|visitors|never fed|hungry)
        (never|not|barely|hardly) {fed} (properly|enough|us|me|at all|for days) & (we|i|us|me|as|parents|mum|mother|childhood)
        {interfered|messed|fiddled|played|tampered} with me & (uncle|aunt|dad|father|brother|stepdad|stepfather|cousin|priest|
            teacher|grandfather|grandad|neighbour|neighbor|he|she|as a|when i|little|child|man|night|told)
        {sold|pimped|trafficked|prostituted|traded|rented} (me|us) (out|to|for|off|when|as)(?! (a (car|phone|ticket|house|dream|
            lie)|the (idea|house|car|tickets)))
        i was {sold|pimped|pimped out|trafficked|prostituted|kidnapped|held captive|married off|imprisoned} & (by|when|as|
            parents|to|for|at|from|girl|boy|child|family|husband|years|still)(?! (out of|on the idea))
        (had|has|having) (his|her|their) {way} with me
        {abused|molested|raped|groped|beat|touched|assaulted} (half of |many |several |lots of |some of |most of |all |
            a lot of |all of )*(the )?(boys|girls|children|kids|pupils|us|altar boys|team) & (me|my|our|us|i)(?! (laughed|
            cheered))
        (stepfather|stepdad|uncle|brother|stepbrother|cousin|grandfather|grandad|lodger|boyfriend|babysitter|father|dad|priest|
            neighbour|he|man|friend) .. (used to |would |started to |always )*(came|come|comes|coming|crept|creeps|got|gets|
            climbs|climbed|sneaked|snuck|sneaks|crawled|crawls|slipped) (in |on )?(into|to|in|on) (my )?{room|bed|
            bedroom} & (at night|child|therapy|when i|used to|every night|drunk|nights|little|with me|while i|asleep|years old|
            touch\w*|pretend\w*)
    """.replace("PERP", _DOER), PLAY + NOT_TOLD + OTHERWISE),
    Rule("disclosure.sex_unwanted", _LABEL, STRONG, r"""
        {sex|intercourse|sleep with him|sleep with her|sleep with them|oral|in bed} & (without (me knowing|my knowing|
            my knowledge|my consent|asking|me agreeing|consent)|made me|make me|makes me|making me|forced|forces|cant refuse|
            cant say no|not allowed to (say no|refuse)|after (fights|arguments|he hits)|half asleep|never said yes|
            didnt say yes|wouldnt let me leave|against my will|to keep the peace|to calm him|hes entitled|his right|my duty|owe|
            even though i|hurts me|when i cry|threat\w*|or else|blackmail\w*|scared (of|to say)) & (me|my|i|us)
        {sex|intercourse|sleep with him|sleep with her|sleep with them|oral|in bed} & (didnt want|dont want) & (he|him|his|hes|
            she|her|shes|they|them|husband|boyfriend|partner|wife|girlfriend|ex|boss|anyway|still|even when|let him|let her) & (me|
            my|i|us)
        (i|ive|im|was|were|being|been|we) .. {forced|made|pressured|coerced} to (do things|have sex|strip|undress|touch|perform|
            watch|kiss|sleep with|do stuff|do sexual|send)
        {slept with him|sleep with him|slept with her|sleep with her|sleep with them|slept with them|sex with him|
            go home with him} & (if i|unless i|or he|in return|in exchange) & (boss|manager|professor|teacher|landlord|shift|
            shifts|job|grade|rent|promotion|role|part|pass|contract|supervisor|director|producer|officer|lecturer)
        {videos|video|photos|pictures|nudes|pics|images|tape} & (private|intimate|naked|nude|nudes|sexual|explicit|sex|
            undressed) & (release|releases|leak|leaks|leaked|post|posts|posted|share|shares|shared|send|spread|publish|upload|
            uploaded|show|expose|put|distribute|circulating) & (unless|if i|threat\w*|says|said|hell|shell|theyll|blackmail\w*|
            without my|online|internet|everyone|revenge) & (he|she|they|ex|someone|somebody|hell|shell|theyll|guy|man|boyfriend|
            husband|girlfriend|classmate|stranger)
        {showed|shows|flashed|exposed|showing|exposing|flashes} .. (me|us|my daughter|my son|the kids|himself|
            his) .. (private parts|penis|genitals|privates|himself|naked)
        {sexual favours|sexual favors|sex|sexual} & (boss|manager|supervisor|teacher|professor|landlord|employer|director|
            officer) & (or i|or else|lose|job|fired|fire|promotion|in return|wants|asked|demands|pass|grade|rent|favou?rs) & (i|
            me|my)
        {photos|pictures|photographs|video|videos|pics|filmed|photographed} & (took|taking|takes|taken|made|making|filmed|
            photographed) & (of me|me|us) & (undressing|undress|undressed|changing|naked|showering|in the shower|toilet|
            under my skirt|up my skirt|asleep|without (me|my))
        {touches|touching|touched|grabs|grabbed|strokes|stroked|squeezes} my (waist|hips|shoulders|lower back|body|hair|knee|
            leg|neck|face) & (boss|supervisor|manager|teacher|professor|coach|landlord|coworker|colleague|instructor|tutor|
            doctor|uncle|stepdad|stepfather|priest) & (keeps|comments|always|every|uncomfortable|body|again|without|stop|froze|
            hate|alone|scared)
        {rape|assault|abuse|harassment|molestation|grooming|sexual assault} & (count|counts|counted|was it|is it|if it was|
            would it be|call it|qualify|qualifies|considered) & (i|me|my) & (he|she|they|said|no|happened|did|drunk|asleep|if|
            when|husband|boyfriend|didnt)
        {tried to kiss me|kissed me|grabbed me|hugged me|came onto me|tried to touch me|tried to undress me} & (landlord|boss|
            manager|teacher|coach|professor|doctor|supervisor|colleague|coworker|uncle|stepdad|stepfather|neighbour|neighbor|
            priest|trainer|tutor|stranger|driver|cousin) & (room|grabbed|without|froze|office|pushed|alone|didnt want|
            uncomfortable|lift|elevator|car|corner\w*|against|after i|let go)
        {sex|slept with him|slept with her} & (because|so that|only) & (afraid|scared|fear|frightened|hed do|he would do|
            if i didnt|or else|threat\w*|hit me) & (i|me)
        (takes|took|take|taking|got|gets) .. (it|what) .. {when he wants|whenever he wants|what he wants|what he wanted|anyway|
            by force|he wanted} & (wife|husband|sex|refuse|no|bed|me|i)
        (let me (leave|go|out)|leave|lock\w*|out) & {until i did|till i did|unless i did|until i gave|until he got|
            before i did} & (he|wanted|they|him)
        {recorded|filmed|photographed|videoed|filming|recording|taped|films|records} & (us|me) & (sex|naked|undress\w*|intimate|
            without (me|my|our)|secretly|in the shower|in bed|changing|bathroom)
        {pressing|pressed|presses|rubbing|rubbed|rubs|grinding|leans|leaning|brushes|brushing|pushing} (\S+ ){0,3}(against|
            up against|into) (me|my (body|bum|back|bottom|breasts?|leg)) & (PERP|head of|manager|colleague|desk|office|bus|
            train|tube|every|stranger|department|class)
        {walks|walked|walking|comes|came|bursts|barges} in (on me|while|when) & (shower|showering|undress\w*|bath|changing|
            naked|dressing) & (purpose|keeps|always|every|again|deliberately|stares|watch\w*|lock|uncomfortable|housemate|
            stepdad|stepfather|landlord|uncle|brother|pretends?)
        (hand|hands|fingers) & {between my legs|up my skirt|down my top|in my pants|inside my pants|inside my trousers|
            in my underwear|under my skirt|under my shirt|under my dress|up my dress|on my breast|on my breasts|on my bum|
            on my arse|down my pants|down my trousers|inside my top}
        (locked|shut|closed|closes|locks|blocked) (the|his|my) {door|doors|office} & (touched|touches|kissed|grabbed|groped|
            press\w*|hands|me against|undress\w*|on top|forced|pulled)
        {grabs|grabbing|grabbed|slaps|slapping|slapped|squeezes|squeezed|pinches|pinched|touches|touching|pats|patting|strokes|
            stroking|rubs|rubbing} my (bum|bottom|butt|arse|ass|breast|breasts|boobs|chest|thigh|thighs|crotch|legs|
            inner thigh) & (boss|manager|colleague|coworker|teacher|coach|professor|doctor|stranger|customer|client|guy|man|
            uncle|cousin|stepdad|stepfather|brother|father|dad|landlord|instructor|supervisor|neighbour|neighbor|keeps|friend|
            roommate|flatmate|tutor|priest|bus|train|tube|club|concert|chef|waiter|patient|driver)
        {half asleep|asleep|passed out|blackout|unconscious|drunk|drugged|sedated|medicated} & (never said yes|didnt say yes|
            touched|on top of|inside me|clothes|took off|woke|had sex|used me|undressed|took advantage|friend) & (he|she|they|
            him|someone|friend|man|guy) & (i|me|my)
        {spiked|roofied|drugged} & (i|me|my) & (think|woke|remember|night|got|was|club|drink|memory|home|hurt)
        {refuse|say no|deny|turn down} & (him|her|husband|boyfriend|wife|he) & (sex|bed|intimate|sleep with|body|night) & (cant|
            wont|gets|angry|hits|punish\w*|force\w*|not allowed|scared|afraid|never|sulks|takes)
        (made|makes|make|making|forced|forcing|got|had) (me|us) .. {touch him|touch her|touch them|touch myself|undress|strip|
            watch porn|take my clothes off|take off my clothes|kiss him|sit on his lap|sleep in his bed|shower with him|
            bathe with him|take photos|take pictures|send photos|send pictures|send nudes|pose}
        {gynaecologist|doctor|physio|physiotherapist|masseur|nurse|chiropractor|osteopath|therapist} & (groped|touched|fingers|
            hands|breasts?|part of the (treatment|exam|examination|therapy)|inappropriate\w*|undress\w*|assaulted|
            abused) & (told me|said|wrong|uncomfortable|without|groped|inappropriate\w*|didnt need|assaulted|abused|felt) & (me|
            my|us)
    """.replace("PERP", _DOER), PLAY + NOT_TOLD + OTHERWISE),
    Rule("disclosure.watched", _LABEL, STRONG, r"""
        (found|got|knows|has|discovered|found out|tracked down|posted) .. my (new |home |work )*{address|workplace|house|
            flat} & (he|she|guy|man|ex|stranger|they|someone|him|stalker|who) & (sits|car|outside|follow\w*|scared|blocked|
            moved|shows|turns|afraid|waits?|gym|online|even|though|letters?|road|now)
        (app|tracker|tracking|gps|airtag|spyware|camera|cameras|life360|find my) & (on my (phone|car|laptop)|in my (car|bag|
            phone)|in (our|my|the) (house|flat|bedroom|home|living room)|where i am) & (husband|boyfriend|wife|girlfriend|
            partner|ex|he|hes|she) & {see|sees|watch|watches|track|tracks|knows|follow|follows|know|checks|control|spy} & (me|i|
            my)
        (not allowed|no|cant have|wont let me have|isnt allowed|without|never had|dont have) .... {own|money|key|bank card|
            phone|passport} & (he|husband|mother in law|his mother|boyfriend|partner|in laws|his family|father in law) & (own|
            my) & (counts|checks|only leave|leave the house|control\w*|allowed|decides|keeps|takes|permission|his|miles)
        (only|cant|not allowed to|never|dont|may not|wont let me) .. {leave|go out|go outside} .. (the house|the flat|home|
            alone|outside|without|with) & (he|him|his|husband|in laws|mother in law|boyfriend|permission|locks?) & (only|
            allowed|permission|mother|without|alone|cant|key|lock\w*|forbid\w*|says)
        (ex|he|she|stalker|man|guy|someone|who) .... {slashed|smashed|keyed|scratched|destroyed|vandalised|vandalized|burned|
            broke|poisoned} (my|our) (car|tyres|tires|windows?|door|windscreen|windshield|things|clothes|laptop|phone|cat|dog|
            furniture|belongings) & (ex|he|she|stalker|scream\w*|turns up|threat\w*|again|because|when|leave|left|night|outside|
            police)
        (hanging|hangs|lurking|lurks|loitering|prowling|sneaking|creeping|waiting|waits|standing|stands|sitting|sits|parked|
            parks) .. {outside|around|opposite|across} .. (my|our|the) (\w+ )?(house|building|door|window|flat|work|office|
            school|road|street|home|gym|garden) & (night|knife|every|scared|ex|stranger|afraid|again|days|weeks|man|guy|he|
            creep\w*) & (me|my|our|us|im|i)(?! (tickets|queue|the bus))
        {unknown number|anonymous|unknown numbers|hidden number|fake profile|fake account|fake accounts} & (messages|texts|
            calls|me|my) & (wore|wearing|watching|where i|what i|ex|threat\w*|know|scared|every|photos|my (house|kids|street|
            door))
        (describ\w+|knows|knew|comments?|commented|mention\w*|photos?|pictures?) .. what i {wore|was wearing|am wearing|did|
            do every|had on} & (message\w*|texts?|he|she|number|someone|stranger|ex|stalker|anonymous|unknown)
        (changed|change|changing|moved) .. {number|locks|house|flat|city|phone number|jobs|address} & (he|she|ex|him|her|
            stalker) & (find|finds|found|gets|still|again|always|keeps|times|new|hide|hiding|afraid|scared)
    """, PLAY + NOT_TOLD + OTHERWISE + r"""
        taxi|uber|delivery|postman|parcel|bus|gift|concert
    """),
    Rule("disclosure.small_hints", _LABEL, WEAK, r"""
        end up (on the floor|in hospital|in a and e|in the er|bleeding|bruised|with bruises|hurt|apologising|
            begging) & {partner|husband|boyfriend|wife|girlfriend|he|she|dad|ex|explodes|we|fights|arguments}
        {explodes|snaps|flips|rages|erupts|loses it|loses control|loses his temper|loses her temper|temper|rage|
            outbursts} & (husband|wife|boyfriend|girlfriend|partner|he|she|dad|father|mum|mother|ex|stepdad)
        {never said yes|didnt say yes|half asleep|froze|too scared to move|couldnt move|didnt dare}
        (sits|waits|parks|stands|lurks|waiting|sitting|parked) .. {across the road|outside my|opposite my|across the street|
            down my street|in front of my}
        (counts|checks|times|monitors|reads) .. {miles|mileage|receipts|kilometres|steps|messages|my phone|minutes|the odometer}
        {always finds me|gets the new one|finds me again|found me again|always knows where}
        {watch every word|watch what i say|walking on eggshells|walk on eggshells|choose my words|keep quiet so|one wrong word|
            say something wrong|say the wrong thing}
        {not allowed} to & (friends|family|work|out|phone|speak|alone|job|money|see|leave)
        {slept|sleep|staying|stay|stayed} at .. (friends|neighbours|sisters|shelter|hotel|car) & (because|dad|husband|he|she|
            knife|afraid|scared|night|safe)
        (made|makes|forced) (me|us) {watch|kneel|beg|apologise|apologize|sleep|stand|eat|lie}
        what {happened} to me (as a|when i|in my|that night|at|back then|there)
        {domestic violence|domestic abuse|abuse|abusive} & (is|already|count\w*|does) & (pushing|shoving|yelling|shouting|if|
            even|when|only|it|that|this)
        my (boyfriend|husband|wife|girlfriend|partner|dad|father|mum|mom|mother|ex) {does|did|do} (that|this|it|
            the same)( to me| too| all the time)?$
        (started|start|in|began|going to) .. {therapy|counselling|counseling} .. (for|because|about|after|for what)
        (nobody|no one) (will|would|does|did|ever) .. {believe|believes|believed|help|helps|helped}
        {police|policeman|policewoman|officer|cop|judge|respected|pillar|everyone loves} & (he|she|husband|wife|partner|dad|
            father) & (believe|believes|nobody|no one|protect\w*)
        (dont|not) know {where} to (go|turn|hide|run|sleep) & (husband|he|dad|him|wife|she|country|kids|hit|beat|afraid)
        {afraid|scared|frightened|terrified|petrified} (of|to) (him|her|them|tell|go home|leave|sleep|speak|be home)
        (he|she|hes|shes) .. {drinks|drunk|drinking|on drugs|using again}(?! (\S+ ){0,4}(tea|coffee|water|milk|juice|lemonade|squash|cola|
            smoothies?|camel|fish)(?!\S))
        {hide|hides|hiding|hid} .. (from|when|until|because|in|with) .. (him|her|dad|husband|room|he|she|bathroom|kids|stepdad)
        (so|because|before|when) .. he .. {gets angry|gets mad|gets violent|comes home|comes back|calms down|loses it|starts}
        (he|she|they) .. (says|said|told me) .. (it was|its) .. my {fault}
    """, PLAY + NOT_TOLD + OTHERWISE),
)  # fmt: skip
