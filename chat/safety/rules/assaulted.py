"""Sexual violence and abuse in childhood, told soberly; and signs of it, of which it takes two."""

from chat.safety.rules.disclosure import MILD
from chat.safety.verdict import Label
from chat.safety.wording import HINT, STRONG, WEAK, Rule

_LABEL = Label.DISCLOSURE
_NOT_TOLD = r"""
    cartoons?|horror|movies?|films?|novel|series|episode|documentary|anime|manga|in (the|a|this) (book|story|game|show|play|
        dream)|statistics|essay|thesis|my (heart|soul)|vaccin\w*|smear|operation|surgery|an[ae]+sthe\w*|recipe|fishing|
        subscription|update|password|vegetables|piano|broccoli|church on sundays|sunday school|chores
"""

RULES = (
    Rule("disclosure.without_consent", _LABEL, STRONG, r"""
        (told|asked|begged|said|saying|screamed|screaming|shouted|cried|pleaded|kept saying|pushed|crying|tried) .. (him|her|
            them|no|stop|to stop|away|not to|dont|off|several times) ... {didnt stop|wouldnt stop|would not stop|kept going|
            did it anyway|carried on|didnt listen|wouldnt listen|ignored me|didnt care|anyway|kept touching|kept on|went on|
            continued|wouldnt let|just laughed|held me|held my|covered my mouth|too strong|got angry|still}
        <hurter> ... {didnt stop|wouldnt stop|would not stop|wont stop|never stopped|kept going|did it anyway|
            carried on} .. (when|even though|after|although|although|despite) .. (i|id) .. (asked|said|told|begged|cried|
            screamed|didnt|was|wanted|pleaded)
        (she|he|they|<hurter>) .. (kept|keeps|continued|carried on|went on|started) {touching|kissing|groping|rubbing|feeling|
            grabbing|pressing|stroking} .. (me|my) ... (after|even|although|though|when|while|anyway|stop|no|under|asleep|drunk|
            i (said|told|asked|froze|cried|was)|uncomfortable|without|in front of|everyone)
        (i|was|were) .. too {drunk|high|scared|afraid|frightened|weak|wasted|small|young|shocked|tired} to (say no|say anything|
            consent|move|fight|stop|resist|scream|push|know what|understand what|defend|do anything|shout|leave|tell anyone)
        (i|just) {froze|blacked out|passed out|couldnt move|couldnt scream|lay there|dissociated} ... (he|she|they|him|her|
            touched|didnt stop|on top|clothes|when|while|it was over|did)
        (woke|wake|woken|came to|waking) up .. {naked|undressed|without my clothes|without clothes|no clothes|bleeding|clothes|
            underwear|hands|touching|on top|inside|bed}( \S+){0,6} (remember|him|stranger|his|pain|hurting|memory|me|off|on|
            gone|idea)
        {hands|hand} (were |was )?all over me
        (put|puts|putting|places|placed|keeps putting|rested|rests|slid|slides|had|ran|runs|slipped) (his|her|their) {hand|
            hands|fingers} .. (on|up|down|under|between|inside|over|in|near|around) my (inner |upper |bare |private )*(leg|legs|
            thigh|thighs|knee|bum|bottom|butt|breast|breasts|chest|skirt|shirt|top|blouse|trousers|pants|dress|crotch|underwear|
            mouth|jeans|bra|body|privates?)( \S+){0,6} (lesson|lessons|class|car|work|office|desk|meeting|bus|train|tube|
            meetings|every|each|without|appointment|when nobody|table|uncomfortable|dont want|didnt want|stop|froze|boss|asked|
            told|examination|interview|cinema|night|sleeping|asleep|meal)
        (my|the|a|our) (\w+ ){0,2}(boss|manager|teacher|coach|professor|instructor|doctor|therapist|landlord|colleague|coworker|
            supervisor|uncle|stepdad|stepfather|father|dad|brother|stepbrother|cousin|grandfather|grandad|neighbour|neighbor|
            priest|pastor|trainer|driver|stranger|masseur|physio|dentist|customer|guest|employer|tutor|nurse|carer|imam|vicar|
            man|guy|bloke|client|officer|friends \w+|roommate|flatmate) ... {touched|touches|touching|fondled|grabbed|grabs|
            kissed|kisses|groped|rubs|rubbed|stroked|strokes|squeezed|squeezes|slapped|slaps|pinched|pinches|licked} (me|
            my (bum|butt|bottom|arse|ass|breasts?|chest|thighs?|legs?|body|private parts?|privates|crotch|mouth|knee|waist|hips|
            lower back))(?! (with|on the (shoulder|arm|cheek)|goodbye|shoulder))
        (put|puts|putting|laid) (his|her|their) {hands} .. (on|over) (me|my body|us girls|the girls)
        {touched|touches|touching|grabbed|groped|kissed|fondled|licked} (me|us) .. (a way|ways|where|somewhere|places|
            down there|without|inappropriate|inappropriately|against|and i (froze|didnt)|that (was|wasnt|felt|made)|not ok|
            wrong|sexually|on the bus|on the train|on the tube|in the (lift|elevator|office|car|changing|pool|club|dark|shower|
            toilet)|when i (was (a child|little|asleep|drunk|small|young|\d+)|slept)|under)
        (cornered|trapped|blocked|pinned|pushed|pulled|dragged|followed|forced) (me|us) .. (in|into|against|to|behind|
            inside) .. {storeroom|toilet|toilets|bathroom|stairwell|car|lift|elevator|wall|room|bed|office|bushes|alley|kitchen|
            bedroom|van|corner|cupboard|changing|sofa|mattress|woods} .. (and|where|to|when|he|then|while|$)
        (took|taken|takes|removed|slipped|pulled|pulls|taking|takes) .. {condom} .. (off|without|secretly|during|and)
        (without|took off|removed) .. {condom} .. (knowing|telling|consent|asking|agreed|secretly)
        {stealthed|stealthing} (me)?
        (sleep|have sex|sex|go to bed|do things|go home|spend the night|date|be nice|go out) with (him|her|them|his friends|
            the boss) .. {or|otherwise|to pass|to keep|if i want|unless|for the|in exchange|in return|else|to get}
        (only|unless|if i|until i|or) .. {pass|promotion|promoted|rent|grade|role|part|contract|visa|lose my job|fired|fire me|
            hire|job|evict|kick me out|marks} .. (if i|unless i|until i|i|im) .. {sleep|sex|bed|nice|naked|date|
            undress} .. (with)?
        {promotion|grade|rent|job|role|visa|contract|pass|exam|raise|shifts} .. (if i (slept|sleep)|for sex|in exchange for sex|
            sexual favours|sexual favors|if i was nice|sleep with him)
        <hurter> ... {forced|forces|forcing|coerced|coerces|pressured|pressures|pressuring|guilts|guilted|manipulated|
            manipulates|blackmailed|blackmails} me (to |into )?(have|do|touch|sleep|sex|sleeping|having|doing|perform|undress|
            strip|send|watch|kiss|it|things|bed|prostitution|sell|porn|abort|keep|get naked|take my clothes|take off|sexual|
            intimate|nudes|pictures)(?! (my|the|a|it to|homework|up|out|well|better|laugh|smile|dishes|work|extra|overtime|
            presentation|sport|chores|breakfast|dinner|lunch))
        <hurter> ... {made|makes|making|make} me (have sex|touch (him|her|them|his|her|myself)|undress|strip|sleep with|
            do (things|it to|stuff to|sexual|whatever he|what he|sex)|watch (porn|him|them)|kiss (him|them)|send (nudes|
            pictures|photos|him)|get naked|take (off )?my clothes|perform|get in bed|marry|abort|have an abortion)
        <hurter> .. {forced me|forces me|overpowered me|took me by force|forced himself|forced herself|violated me|violates me|
            used me|defiled me|spiked me}( (and|when|while|in|on|at|last|that|so|to (have|do)|every|again)|$)
        {forced} (me|himself|herself) .. (and i|still|cant sleep|years ago|that night|when i was|i couldnt|i was|never|told|
            since|ago)
        (two|three|four|some|several|group of|gang of|bunch of) .. (men|guys|boys|lads|people|soldiers|strangers|
            of them) ... {attacked|grabbed|dragged|cornered|raped|held|surrounded|forced|took turns|touched|jumped|groped|
            assaulted} (me|us)
        (have sex|sex|sleep with me|sleeps with me|does it|do it|touches me|touching me|had sex with me|intercourse|
            inside me) .. (when|while|even when|even if|although|if) .. (im|i am|i was|i|id) .. {asleep|sleeping|sleep|drunk|
            unconscious|crying|cry|say no|said no|dont want|didnt want|sick|in pain|ill|passed out|refuse|medicated|hurting}
        (i) .. (dont|didnt|never) (want|wanted|agree|agreed|consented|consent) .. {but he|but she|but they|and he|and he did|
            he did it|to it|to that|to any of it|he still|he just|to sex|to have sex}
        (he|she|they|husband|wife|partner|boyfriend|girlfriend|bf) ... {doesnt accept|wont accept|doesnt take|does not accept|
            wont take|gets angry|sulks|punishes me|shouts|threatens} .. (no|when i (dont want|say no|refuse)|if i (dont want|
            say no|refuse|wont)) .. (sex|for an answer|in bed|sleep with|intimate|to)?
        (sex|bed|intimate|intimacy) .. {against my will|when i dont want|without asking|feels forced|out of fear|
            because im scared|because im afraid|or he gets|or he will|or hell|so he wont|so he doesnt|even though i dont|
            every night even}
        (i|ive|im|we|id) .. (been|was|am|got|being|getting|get|keep|kept|were|feel|felt) .. {raped|sexually assaulted|molested|
            sexually abused|groped|assaulted|abused|violated|spiked|drugged|roofied|harassed|taken advantage of|
            sexually harassed|upskirted|stealthed|filmed|trafficked|touched} (by|at|in|on|when|as|and|last|for|during|on|two|
            three|years|since|multiple|many|again|repeatedly|while|before|after|\d+|yesterday|tonight|today|from|throughout|
            behind|without|because)(?! (the (sun|music|story|song|gesture|film|book)|your|how|kindness|mosquito\w*|spam|
            phone calls from))
        {abused|abuses|abusing|assaulted|assaulting|molested|raped|violated|groped|harassed|harasses|harassing|exploited|
            groomed|grooming} (me|us)( |$)
        (i|im|ive|its|it|was|what happened|to me|happened|told|that) ... was {rape|sexual assault|sexual abuse|molestation|
            assault|abuse|incest|grooming|csa}
        {csa|childhood sexual abuse|childhood abuse|sexual abuse|incest|child abuse|domestic abuse|rape|sexual assault|
            sexual violence|domestic violence|marital rape|date rape} (survivor|victim|happened to me|in my (childhood|family|
            past|life|marriage|home)|when i|as a (child|kid|teenager)|by my|from my|trauma|memories|and i|at the hands)
        (my|of my) {assault|rape|sexual assault|abuse|molestation} (happened|was|at|in|by|still|two|three|years|ago|last|when|
            case|trial|report|never|and|has|haunts|took)(?! (the|an) (article|law))
        <hurter> .. (sends|sent|sending|shows|showed|keeps sending|keeps showing) (me|us) .. {dick pics|nudes|porn|naked|
            private parts|genitals|explicit|pictures of himself|sexual|obscene|pornographic}
        (watches|watched|watching|films|filmed|filming|recorded|recording|photographs|spies|spied|peeks|peeking|looking|
            looks) .. (me|us|on me|at me) .. {shower|showering|undress|undressing|bathroom|changing|toilet|dressing|naked|bath|
            secretly|sleep|getting dressed|skirt}
        (found|discovered) .. (hidden |secret )?{camera|cameras|webcam} .. (in (my|our|the)) .. (room|bathroom|bedroom|shower|
            toilet|flat|airbnb|changing)
        <hurter> .. {rape|rapes|raping|molesting|groping|assaulting|abusing} (me|us|my|her|him)
    """, MILD + _NOT_TOLD),
    Rule("disclosure.in_childhood", _LABEL, STRONG, r"""
        (dad|father|mum|mom|mother|stepdad|stepfather|stepmother|stepmum|stepmom|uncle|aunt|grandfather|grandad|grandpa|
            grandmother|brother|stepbrother|sister|cousin|priest|coach|teacher|babysitter|neighbour|neighbor|family friend|
            foster father|foster mother|foster parents|parents|imam|pastor|vicar|tutor|scout leader|man|boy|nun|nuns|doctor|he|
            she|they) .. (did|used to do|has done|had done|would do|was doing|does|doing|kept doing|done) .. {things|something|
            stuff|horrible things|bad things|terrible things|unspeakable things|sexual things} .. (to|with) (me|us)(?! (favour|
            good|nice|that made))
        (what|things|stuff|everything|all) .. (my|our|the) (\w+ )?(dad|father|mum|mom|mother|stepdad|stepfather|stepmother|
            uncle|aunt|grandfather|grandad|grandpa|brother|stepbrother|stepsister|sister|cousin|priest|coach|teacher|babysitter|
            neighbour|neighbor|family|foster \w+|ex|husband|boyfriend|parents|pastor|boss) .. {did to me|did to us|
            has done to me|done to me|does to me|was doing to me|do to me|put me through|did with me|did to my}(?! for)
        {touched|touch|touching|abused|abuse|abusing|hurt|beat|hit|molested|raped|did things|used me|came into my|forced|
            whipped|burned|starved|groomed|harmed|messed with} .. (me|us|to me|room|bed) .. (when|while|since|as|from when|
            from the age|until) .. (i|we|a) .. (was|were|a|child|kid) ?(a |just a |only |very |still)*{child|kid|little|small|
            young|toddler|\d+|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|teenager|boy|girl|
            in (primary|elementary|middle|high|boarding) school}
        (from|since|when|until|between) .. (i was|the age of|age|ages) ... {grandfather|grandad|father|stepfather|stepdad|uncle|
            cousin|brother|stepbrother|priest|teacher|coach|neighbour|neighbor|babysitter|mother|mum|mom|dad|man|
            pastor} ... {abused|molested|raped|beat|hit|hurt|touched|touching|touch|whipped|forced|burned|strangled|locked|
            starved|punished|groomed|mistreated} (me|us|my)
        (as a|when i was a|in my|during my|throughout my|my whole|through my) .. (child|kid|boy|girl|childhood|teenager|little|
            young) ... (i was|i got|was|we were|being) ... {abused|molested|raped|beaten|hit|hurt|assaulted|groomed|starved|
            neglected|mistreated|whipped|locked|touched|caned|tortured|exploited|burned|punished with}(?! by (mosquitoes|bees))
        i was .. {abused|molested|raped|beaten|hurt|assaulted|groomed|starved|neglected|mistreated|whipped|touched|burned|
            locked|hit|exploited} ... (as a|when i|in my|growing up|childhood|by my|by a|by the|by our|at home|in care|
            in foster|in the orphanage|in the home|at boarding|at school by)(?! (wave|ball|car|bus|dog|kindness|story|way|fact|
            comments?|words|news|silence|lack|remark|joke|rejection))
        (grew up|raised|childhood|upbringing|my home|growing up|brought up) .. {violent|abusive|beatings|beaten|belt|fear|
            terror|abuse|violence|hitting|hit us|hit me|terrified|afraid of|scared of|being hit|neglect}( \S+){0,4}
        (our|my|his|her) {childhood} .. (was|of|full|is|had|in) .. (beatings|abuse|violence|hell|fear|terror|beaten|pain|
            hitting|belt|bruises|being hit)
        (abused|abuse|beaten|touched|molested|beat|raped|assaulted|hurt|happened) .. (in|at|by) .. {orphanage|childrens home|
            care home|foster care|foster home|boarding school|church camp|scout camp|altar boy|choir|convent|madrasa|
            sunday school}
        (realise|realised|realize|realized|understand|understood|learned|accept|admit|know now|call it|see now|telling|
            therapist says|dawned) ... (what|it|that|was|happened) ... {was abuse|was rape|was assault|was grooming|
            was molestation|was incest|was sexual|was wrong|was not normal|wasnt normal|wasnt love|was violence|is abuse|
            is rape|abused me|raped me|groomed me}(?! with my (code|car))
        (abuse|rape|incest|molestation|beatings|violence) .. (by|from|at the hands of|of) my .. {dad|father|mum|mom|mother|
            stepdad|stepfather|uncle|grandfather|grandad|brother|stepbrother|cousin|husband|ex|partner|wife|boyfriend|parents|
            teacher|coach|priest|family}
    """, MILD + _NOT_TOLD),
    Rule("disclosure.untold", _LABEL, WEAK, r"""
        (never|havent|not|hadnt|didnt|dont|couldnt|cant|unable|not able) .. (spoken|speak|talk|talked|say|said|put|mention|
            mentioned) .. {out loud|to anyone|about it|about this|into words|a word}
        (nobody|no one|noone|none) .. (in my family |in my life |at home |else )?(knows|knew|know|believed|believes|helped|
            noticed|asked|stopped|protected|saved|wanted|did anything|came|cared) {about|what|me|it|him|anything|to hear|ever|
            asked|noticed|us|that|this}?
        (first time|only person|youre the first|you are the first) .. (i|ive|im) .. {tell|told|say|telling|saying|said|talk|
            write|mention|know|knows}
        {what} <hurter> .. (did|does|has done|was doing) .. to (me|us)
        (did|does|doing|do) .. {things|something|stuff} .. to (me|us)
        (cant|couldnt|dont|still) .. {sleep with the light off|be touched|stand being touched|trust men|feel safe|stop washing|
            stop shaking|stop showering|look at him|be alone with}
        {nightmares|flashbacks|ptsd|panic attacks} .. (about|since|of|because|from|after|that night|when|what)
        (i) (feel|felt) .. {dirty|ashamed|disgusting|violated|used|guilty} .. (since|after|because|about|about it|and|of what|
            what happened|like it)
        (is it|was it|wonder if its|feel like its|think its|it was) my {fault}
        (was|is) (it|this|that) {rape|abuse|assault|my fault|sexual assault}
        {that night|what happened|that party|the party|the incident|after the party} .. (since|still|cant|never|remember|me|
            forget|happened|in|told)
        (didnt|did not|never|dont) (want|wanted) {to|it|him to|that}$
        (keep|keeps|kept) .. it .. {secret}
        (our|a|little|special) (little |special )?{secret}
        {bruises} .. (nobody|no one|noone|always|ever)
        (morning after pill|sti test|std test|{rape kit}|hymen) .. (without|after|because|he|him|raped|forced)
    """, MILD + _NOT_TOLD),
    Rule("disclosure.long_ago", _LABEL, HINT, r"""
        (when|since|as|while) (i|we) (was|were) (a |just a |only a |only |very |still |just )*{child|kid|little|small|young|six|
            seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|teenager|sixteen}
        as a {child|kid|boy|girl|teenager}
    """),
)  # fmt: skip
