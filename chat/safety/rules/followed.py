"""Somebody is followed, threatened or kept small; and signs of it, of which it takes two."""

from chat.safety.rules.disclosure import MILD, PLAY
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.DISCLOSURE
_NOT_TOLD = r"""
    on holiday|on vacation|while (im|i am|we are|were) away|funny|out loud|thrillers?|recommend|movies?|films?|novel|series|
        episode|documentary|anime|manga|in (the|a|this) (book|story|game|show|play|dream)|statistics|essay|thesis|instagram|
        twitter|insta|tiktok|cat|dog|puppy|duck|ducklings|goose|ads?|advert\w*|algorithm|spam|recruiter|sales\w*|newsletter|
        bank|insurance|strike|delivery|courier
"""
_NO_THREAT = r"""
    (to|will|would) (quit|resign|cancel|strike|leave the (band|team|club|eu|party)|rain|tidy|ground me|sell the)|tickle|dishes|
        homework|vegetables|parking|call the (police|cops)|sue|court|noise|party|fence|hedge|weather|storm|rain
"""

RULES = (
    Rule("disclosure.threatened", _LABEL, STRONG, r"""
        <hurter> ... {threaten|threatens|threatened|threatening|threat|blackmails|blackmailing|blackmailed|extorting|
            extorts} .. (to|me|us|my|with|that|he|she|they|hell) .. (kill|hurt|harm|beat|leak|share|post|publish|expose|deport|
            take|burn|find|shoot|send|report|tell|ruin|destroy|call|put|throw|kick|fire|evict|knife|gun|me|us|my|kids|children|
            photos|pictures|videos|nudes|if|immigration|police|himself|herself|out|him|her|every|with|again|when)
        {threatened|threatens|threatening|blackmailed|blackmailing|blackmails|threatend} (me|us|my)(?! with (a good time|cake))
        (i|im|ive|we) .. (being|am|was|get|getting|got|been|were) .. {threatened|blackmailed|extorted|sextorted|
            intimidated}( by| with| because| and| over| for| at| every| to| online|$)
        (he|she|they|hell|shell|theyll|ex|husband|boyfriend|wife|partner|dad|father|stepdad|uncle|who|girlfriend) ... (will|
            would|ll|hell|shell|theyll|going to|gonna|wants to|swore to|promised to|vowed to|could|might|said|says) .. {kill|
            hurt|find|destroy|ruin|beat|burn|shoot|stab|murder|take|get|make} (me|us|my family|my (kids|children|mum|mom|
            parents|life|dog)|the kids|the children|my daughter|my son|our kids)( \S+){0,4} (away|if i|if we|when i|if he|pay|
            hell|regret|wherever|dead|leave|left|tell|told|one day|before|again|and himself|suffer|first|sorry)
        (if|when|unless|in case|should) i .. {leave|left|tell|told|report|go to the police|speak up|break up|divorce|end it|
            try to leave|say anything|dont pay|dont send|talk to|move out|refuse|file for|dont do what} ... (he|she|they|hell|
            shell|ill|theyll|my husband|my wife|my boyfriend)(?!( \S+){0,2} (kill|hurt|hang|shoot) (him|her)self) .. (will|ll|
            would|says|said|kill|hurt|take|tell|never see|lose|going to|ruin|find|post|send|burn|beat|threat\w+|hell|shell|
            destroy|come after|smash|report|hunt)(?! (miss|be sad|understand|forgive|be (fine|ok|okay|happy|upset|disappointed)|
            let you))
        (he|she|they|hell|shell|theyll|says he|says she|said he|said she) ... (take|takes|keep|never see|get custody|
            tell everyone|lose|deport|call immigration|report me|share|post|leak|ruin|send|destroy) ... if (i|we) .. {leave|
            left|tell|break|divorce|report|go|say|move|try|dont|refuse|speak}(?! (gas|it on|now))
        (post|posts|posting|put|putting|share|sharing|shared|leak|leaked|leaking|send|sending|upload|uploaded|publish|spread|
            spreading|show|sell) .. (my|those|our|intimate|private|naked|the|nude|explicit) (\S+ ){0,3}{pictures|photos|pics|
            nudes|video|videos|images|screenshots|texts} .. (of me|online|internet|to|on|everyone|if|unless|without|my|
            everywhere|around|school|work|porn|group|with)(?! (to print|the (printer|cloud|drive|frame)|for (my|the) (cv|
            portfolio|album|wedding)|grandma))
        (nudes|naked pictures|private pictures|intimate pictures|private photos|intimate photos|naked photos|intimate videos|
            sex tape|intimate video|private video) ... {threatens|threatening|threatened|blackmail|blackmailing|leak|leaked|
            posted|post|sent|spread|shared|without|circulating|unless|pay}
        (report|call|tell|deport|send) (me|us) .. {immigration|deported|home office|ice|border|visa|
            back to my country}( \S+){0,4} (if|when|unless|or|work|leave|complain|refuse|nothing)?
        (works?|working|work) .. {for nothing|without pay|for no money|no pay|unpaid} .. (passport|locked|threat\w*|cant leave|
            debt|house|papers|immigration|documents)
        (took|takes|has|keeps|kept|hides|hid|holds|confiscated|holding|taking|taken) (away )?(my|our|all my) .. {passport|
            papers|documents|id card|residence permit|bank card|bank cards|wages|salary|car keys|house keys|
            birth certificate}( \S+){0,4}
        (debt|owe) ... {work it off|pay off with|sell myself|brothel|pimp|clients every}
        (i|im|we|ill|they|parents|family|dad|father|mum|uncle|he) .. (being|be|get|will be|am|are|want to|trying to|going to|
            want|planning to|plan to|have|sending|send|say theyll) .. {forced|force|forcing|made|married|married off|sent|send|
            send me|sending me|marry me off|sell me} .. (to marry|to be married|into a marriage|into marriage|a man i|abroad|
            to my cousin|to a man|to someone|to an old|back home|off to|older man|to get married)
        (honour|honor) {killing|killings|kill|killed|violence} .. (me|my|if|afraid|family)
        (fgm|circumcis\w+|(?<! to )(?<! i )cut) .. {done to me|my sister|my daughter|my little|happened to me|when i was|my cousin}
    """, PLAY + MILD + _NOT_TOLD + _NO_THREAT),
    Rule("disclosure.stalked", _LABEL, STRONG, r"""
        (ex|he|she|man|guy|someone|stranger|coworker|colleague|neighbou?r|boyfriend|husband|somebody|bloke|person|customer|
            classmate|who|hes|shes|woman|girl|boy|girlfriend|wife) ... {follows|followed|following|stalks|stalked|stalking|
            waits for|waited for|waiting for|watches|watching|tracks|tracking|spying|spies|lurking|lurks|hangs around|
            parks outside|parked outside|sits outside|stands outside|standing outside|drives past|drives by|driving past|
            turns up|turned up|shows up|showed up|showing up|turning up|stood outside|hanging around} (on |at |in |by |up |out |
            outside )*(me|us|my|our|outside|every)(?! (on (instagram|twitter|insta|tiktok|social)|like a puppy|back|advice|lead|
            example|blog|channel|page|stream|podcast|recipe|instructions|order|bus|train|delivery|parcel|call|
            reply))( \S+){0,6} (home|work|house|flat|street|school|uni|everywhere|wherever|night|gym|scared|car|door|window|
            every|phone|weeks|months|again|location|daughter|blocked|even|restraining|shop|building|bus stop|train|evening|
            morning|lunch|park|around|for|and|since|though|afraid|job|office|apartment|place|dont know)
        (wont|doesnt|refuses to|never|cant) .. {leave me alone|stop calling|stop texting|stop messaging|stop contacting|
            stop following|accept that its over|accept its over|accept the breakup|stop turning up|stop showing up|
            stop harassing}
        (knows|found out|finds out|discovered|figured out|found) where i {live|work|moved|sleep|study|park} .. (and|now|scared|
            he|she|so|even|though|again|im|because|$)
        (been|was|has been|is|broke|breaks|broken|got|gets|came|comes|let himself|lets himself|climbed|sneaks|snuck) .. (in|
            into|inside|through) my {flat|house|apartment|home|room|garden|window|balcony|car} .. (while i|when i|without|again|
            at night|ex|hes done|and (moved|took|left|went|sat)|twice|asleep|he still|has a key)
        (ex|stalker|someone|he|she|man|guy|somebody|who|hes|shes) ... {keeps calling|keeps texting|keeps messaging|
            keeps sending|keeps contacting|calls me|texts me|messages me|sends me|emails me|rings me|phones me|writes me|
            contacted me|messaging me|calling me|texting me} ... (times a day|hundred times|blocked|new numbers|new number|
            unknown numbers|fake accounts|fake account|all night|different numbers|even though i|after i|threat\w*|every hour|
            every few minutes|at night|know where|knows where|scared|changed my number|told (him|her) to stop|restraining|
            hundreds|dozens)
        (makes|made|making|creates|created|creating|uses|using|new|opens|opened) .. {fake accounts|fake account|fake profiles|
            fake profile|new accounts|burner accounts|new numbers|anonymous accounts|different numbers} .. (to|after|every|in|
            of|and|because|so) .. (me|contact|message|blocked|name|watch|reach|my|follow|him)
        (blocked|block) (him|her|them) .. (but|and|everywhere|on) .. {new|keeps|accounts|account|number|numbers|finds|turned|
            turns|shows|waiting|still}
        (found|put|hid|hidden|installed|discovered|there was|theres|placed|attached|has) .. {tracker|airtag|gps|spyware|
            stalkerware|keylogger|bug|tracking app|tracking device|microphone} .. (in|on|under|inside) my (car|bag|phone|coat|
            laptop|bike|flat|jacket|purse|shoe)
        {my stalker|have a stalker|got a stalker|had a stalker|stalking me|being stalked|stalked by|stalks me|cyberstalking me|
            cyberstalked}
        {restraining order|protective order|injunction|non molestation order|no contact order} .. (against|but|on|and|from|
            violated|breaks|broke|ignores|expires|breach\w*) .. (ex|husband|him|he|her|my|she|boyfriend|still|man)
        (leaves|left|leaving|puts|put|sends|sent|sending|found) .. {notes|flowers|letters|gifts|dead|roses|messages|
            photos of me|pictures of me} .. (on|at|under|in|to|outside|through|of) my (car|door|doorstep|house|desk|windscreen|
            work|flat|letterbox|windshield|porch|locker|mailbox)
        (followed|follows|following|chased|chases) (me|us|my daughter|my sister) .. {home|from the|to my|through|in his car|
            in a car|off the bus|down the|around town|all the way|everywhere|to work|from work|into|last night|at night|on foot|
            for weeks}(?! (on (instagram|twitter|insta|tiktok|social)|puppy))
        {hiding} from (my|him|her|them) ?(ex|husband|boyfriend|dad|father|wife|partner|stalker|family)?( \S+){0,4} (finds|found|
            kill|scared|afraid|shelter|hurt|moved|violent|again)
    """, PLAY + MILD + _NOT_TOLD),
    Rule("disclosure.kept_small", _LABEL, STRONG, r"""
        (<lover>) ... (wont|doesnt|didnt|never|not|wouldnt|dont|refuses to) .. (let|lets|allow|allows|allowed|letting|permit|
            permits) (me|us) (to )?(even |ever |just )?{leave|leaving|see|seeing|talk|talking|work|working|have|go|going|use|
            contact|call|speak|meet|wear|wearing|study|learn|drive|answer|visit|eat|get a job|sleep|seeing friends|touch money|
            shut the door|open|take|be alone|close}(?! (a (dog|cat|pet|puppy|beer|tattoo|motorbike|playstation|ps5)|
            another (guitar|bike|dog|cat)|the (last|remote|tv|bill)|fifa|pineapple|the dishwasher|until the (bill|game|movie)|
            work on sundays|out of my sight))( \S+){0,3} (house|friends|family|mum|mom|sister|phone|job|money|alone|anyone|
            outside|out|doctor|parents|people|makeup|skirts|dress|clothes|own|account|card|without|home|door|car|bank|him|her|
            school|university|college|men|guys|work|bathroom|night|english|nobody|facebook|apartment|flat|visit|room)
        (<lover>) ... {forbids|forbade|forbidden|forbid|stops|stopped|prevents|prevented|banned|bans} (me|us) (from |
            to )?(leave|leaving|see|seeing|talk|talking|work|working|have|go|going|use|contact|call|speak|meet|wear|wearing|
            study|learn|drive|answer|visit|eat|get a job|sleep|seeing friends|touch money|shut the door|open|take|be alone|
            close)(?! (a (dog|cat|pet|puppy|beer|tattoo|motorbike|playstation|ps5)|another (guitar|bike|dog|cat)|the (last|
            remote|tv|bill)|fifa|pineapple|the dishwasher|until the (bill|game|movie)|work on sundays|
            out of my sight))( \S+){0,3} (house|friends|family|mum|mom|sister|phone|job|money|alone|anyone|outside|out|doctor|
            parents|people|makeup|skirts|dress|clothes|own|account|card|without|home|door|car|bank|him|her|school|university|
            college|men|guys|work|bathroom|night|english|nobody|facebook|apartment|flat|visit|room)
        (not|never|arent|isnt|forbidden|wasnt) (allowed|permitted) .. {leave|see|talk|work|have|go|use|contact|call|speak|meet|
            wear|study|drive|out} ... (husband|wife|boyfriend|girlfriend|partner|without him|without her|without his|
            without my husband|he (gets|says|will|beats|checks|decides)|my own|friends anymore|family anymore|my family|alone|
            the house|any money)
        (<lover>) ... {decides|controls|dictates|monitors|checks|reads|tracks|goes through|looks through|supervises|times|
            checking|controlling|monitoring|tracking|reading|going through} (all |every |everything |what |who |where |when |
            how |on )*(of )?(i|me|my|our|penny|cent|move|money)(?! (homework|grammar|essay|pulse|blood pressure|spelling|
            horoscope|palm|poems?|drafts?|thesis))( \S+){0,3} (wear|eat|see|do|talk|spend|say|go|phone|messages|texts|emails|
            location|money|accounts?|life|clothes|friends|move|day|penny|cent|mileage|receipts?|wages|meet|sleep|whatsapp|dms|
            bag|movements|post)
        (<lover>) ... {made me quit|made me leave|made me stop|made me delete|made me give up|made me drop|forced me to quit|
            makes me delete|makes me ask|makes me beg|makes me sleep|makes me show|makes me account|made me cut|
            makes me hand over|made me block|makes me stay|makes me send|makes me kneel|makes me feel worthless} .. (job|work|
            friends|family|university|college|studies|school|accounts?|contacts?|permission|money|floor|phone|receipts?|contact|
            salary|wages|facebook|instagram|off|location|him|her|every|my|all)
        (ask|beg|asking|have to beg) (him|her|my husband|my boyfriend|my wife|my partner) .. (for|if) .. {permission|money|food|
            tampons|pads|i can go|i can see|i may|i can leave|i can use|allowance} .. (for|to|every|tampons|food|nappies|like|
            even|before|because|$)
        (need|have|must) .. (his|her|husbands|boyfriends) {permission} .. (to|for)
        (isolates|isolated|isolating|cut|cuts|cutting) (me|us) {off} .. from .. (friends|family|everyone|sister|mum|mom|parents|
            people)
        {isolates|isolated|isolating} me from .. (friends|family|everyone|people|sister|my)
        (lost|dont have|no longer have|not seen|havent seen) .. (friends|family|mum|mom|sister) .. because (of )?(him|her|he|
            she|my (husband|boyfriend|partner|wife|girlfriend)) .. {doesnt|wont|hates|jealous|forbids|gets|controls|angry|let|
            lets}
        (controls|controlled|controlling|withholds|takes|took|spends) (all |every |all of )*(the|my|our) {money|finances|wages|
            salary|income|benefits|bank account|accounts|earnings|pension}( \S+){0,6} (husband|wife|boyfriend|partner|he|she|
            nothing|beg|ask|food|own|me|card|allowance|son|daughter|brother|$)
        (gaslights|gaslighting|gaslit|degrades|humiliates|belittles|insults|humiliated|degraded|belittled|terrorises|terrorizes|
            intimidates|bullies|torments) (me|us) .. {every|in front|until|constantly|daily|for|all the time|and|so|about|
            because|when}( \S+){0,3}
        (tells|told|telling|says|calls|called|calling) me .. {worthless|nobody else would|no one else would|no one will ever|
            nobody will ever|stupid|useless|whore|slut|pathetic|piece of|disgusting|fat|crazy|ugly|nothing without|bitch|retard|
            idiot} .. (every|all|daily|when|and|in front|until|constantly|without|want|love|day|because|with|whenever|if|or|
            then|on)
        (cant|couldnt|scared to|afraid to|dont dare|dare not|dont know how to|want to|trying to|need to|how (do|can) i|
            terrified to|planning to) .. {leave him|leave her|get away from him|get away from her|escape him|escape from him|
            get out of this marriage|leave my husband|leave my boyfriend|leave my abuser|escape my husband|run away from him|
            leave my wife|get away from my husband|flee|escape from home|escape my family}( \S+){0,8} (violent|hurt|hurts|kill|
            kids|afraid|scared|money|find|finds|hits|angry|passport|control\w*|threat\w*|nowhere|safe|safely|abusive|beats|beat|
            temper|dangerous|without him knowing)
    """, PLAY + MILD + _NOT_TOLD + r"""
        parents|mum says|mom says|curfew|bedtime|grounded
    """),
    Rule("disclosure.kept_small_signs", _LABEL, WEAK, r"""
        (<lover>) ... {checks|reads|goes through|tracks|monitors|looks through} .. my (phone|messages|texts|location|emails|bag)
        (<lover>) .. {decides|dictates|tells me|controls} .. (what i|who i|where i|how i|when i) (wear|eat|see|do|go|talk|can|
            spend|am allowed)
        (<lover>) ... {jealous|possessive|controlling|manipulative|accuses me|obsessed|paranoid} .. (if|when|of|every|and|about|
            with|that|because|me|he|she|always|so)
        (made|makes|making) me {quit|delete|give up|drop|stop seeing} .. my (job|friends|account|studies|family)
        (have|need|has) to {ask} (him|her|my husband|my boyfriend|my partner) .. (for|if|before)
        (no|any|own|without) {money} .. (my own|of my own|own|because he|because she)
        (i|im) (dont|not|havent|barely|never) .. (see|seen|allowed|talk|talked) .. {friends|family} .. (anymore|since|because|
            him|any longer)
        (scared|afraid|frightened|dont feel safe|terrified|creeped|unsafe|worried) .. (to|of|when|walking|go|going|leave|
            leaving|at|him|her|what|hell|alone) .. {outside|walk home|go out|leave the house|walk alone|home alone|be alone|
            knows where|open the door|go to work|answer the phone}
        {knows} where i (live|work|park|go)
        (blocked|block) {him|her|them}
        (times|hundred times|calls) {a day|per day|a night}
        {outside my} (house|work|door|flat|window|school|office|building|gym|apartment)
        (ex|stalker|he|she) ... (wont|doesnt|never|keeps) .. {stop|calling|texting|messaging|contacting|turning up|showing up}
        (police) .. (cant|wont|didnt|dont|said|says|nothing|did) .. {anything|help|nothing|do|believe|proof|until}
        (if|when) i {leave|left} .. (she|he|hell|shell|they)
        (take|takes|took) .. (the|our|my) {children|kids} .. (away|from|and)
    """, PLAY + MILD + _NOT_TOLD),
)  # fmt: skip
