"""What people say who are in danger of their lives, in parts that stand anywhere in a sentence.

Strong ones are enough alone; of the others it takes two, which may stand in different sentences.
"""

from chat.safety.rules.leaving import MADE_UP
from chat.safety.rules.self_harm import ACCIDENT, FUN
from chat.safety.verdict import Label
from chat.safety.wording import LIKELY, STRONG, WEAK, Rule

_LABEL = Label.SELF_HARM
_THINGS = r"""
    hotel|airbnb|check out (the|this|my|our|that)|refactor\w*|deploy\w*|server|bug|code|subscription|estate|pension|solicitor|
        notary|surprise|diet|gym|exam|thesis|deadline|boxing|carpal|tennis|typing|sprain\w*|surgery|plaster cast|fracture|
        eczema|henna|bracelets?|watch|handcuffs|magic|climbing|sail\w*|tow|boat|photos?|sunset|boats|view|waiting for|meeting|
        shift|airport|shav\w+|cat|kitten|volunteer\w*|squad|prevention|statistics|rates?|hotline|essay|novel|documentary|
        podcast|awareness|lecture|pregnan\w*|morning sickness|migraine|food poisoning|norovirus|stomach bug|solicitor|lawyer|
        brambles|roses|prices?|hair|budget|grass|electricity|on (saturdays|sundays|mondays|weekends)|all weekend|antibiotics|
        wine|plant\w*|seeds?|tulips?|cables?|my team|excel
"""

RULES = (
    Rule("self_harm.means_in_mind", _LABEL, STRONG, r"""
        {rope|noose|razor|razors|blade|blades|pistol|revolver|rifle|shotgun|gun|pills|tablets|painkillers|overdose|bleach|
            exhaust|insulin} & (all i can think|all i think|cant stop thinking|keep thinking|think about using|
            thinking about using|staring at|calling me|calls me|tempt\w+|on my mind|in my head|out of my head|my (arm|arms|
            wrist|wrists|neck|throat|temple)|so easy|be easy|way out|use (it|them) on|it would be over|makes? me feel safe|
            comfort\w*)
        {scissors|knife|knives|glass|lighter|needle|razor|blade|compass|cigarette|cigarettes} & my (own )?(arm|arms|wrist|
            wrists|thigh|thighs|leg|legs|skin|veins|throat) & (think\w*|thought|urge|urges|keep|want|wanted|pressing|pressed|
            holding|again|tempt\w*|need|until|when i|whenever|because i|myself)
        {steering wheel|wheel|oncoming|lorry|truck|tree|motorway|bridge|cliff|platform|tracks|roof|rooftop|balcony|high places|
            high buildings|tall buildings|ledge|top floor|railing|overpass|balconies|bridges} & (let go|letting go|just (step|
            jump|fall|drive|lean)|step off|jumping|so easy|be easy|catch myself|tempt\w*|urge|pulled (towards|to)|calls me|
            calling me|close my eyes|one step|what if i (jump|step|fell|fall|let go|just|drove)|how it would feel to (fall|
            jump)|let myself fall|looking for|over the edge|thinking how|drawn to) & (i|im|id|my|myself)
        {let go|letting go|hands off} .. (wheel|steering wheel|handlebars) & (easy|easier|what if|tempt\w*|think\w*|just|urge|
            road|bridge|crash)
        {head|face} (go )?(under|underwater|below) & (stay|stayed|never|come up|what if|breathe in|not come)
        (does it|do you think it|would it|is it|how much does it|how) & {drown|drowning|hang|hanging|bleed out|bleeding out|
            overdose|overdosing|jump|jumping|fall from|freezing to death|suffocate} & (hurt|hurts|painful|peaceful|painless|
            quick|how long does)
        (nobody|no one|they|someone|anyone|wont|until|when|who) & {find|finds|found|discover} (me|my body) & (until|body|
            made sure|before|too late|when they|dead|monday|morning|days|not be found|it wont be|room|hanging)
        (by the time|when) you {read} this & (i|im|ill|gone|dead|over)
        (planning|plan|imagining|imagine|picturing|rehearsing|rehearse|thinking|think|thought|fantasi\w+|researching|
            catch myself) .... {how} (i|id|i would|i will|im going to) .. (die|do it$|end it|end my|kill)
        (picture|imagine|see|have|no|isnt|isnt any|cant) .. {future} .. (with me|for me|that has me|where i|myself) & (cant|
            dont|no|not|never|couldnt|isnt)
        with me {dead|gone|out of the way} & (richer|better|happier|easier|insurance|relieved|everyone|they|theyd|family|kids|
            free)
        {fingers|finger|toothbrush} down (my|her|his) throat
        (hurt|harm|damage|injure|punish|destroy|ruin|starve|mutilate) my (own )?{body} & (because|control|deserve|hate|only|
            want|need|way)
        {burns|burn|cuts|cut|scars|marks|scratches|bruises|wounds|lines} & (i made|made myself|i gave myself|i did (it|them|
            this|that) (to )?myself|did that to myself|self inflicted|from my own|i do to myself|that i cut|i inflict) & (my|me|
            myself)
        my {wrists|wrist|thighs|forearm|forearms} & (relapsed|relapse|clean|razor|blade|cut|cutting|slit|bleed|bleeding|scars|
            scarred|scar|self) & (i|my|ive|im)
        {swallowed|overdosed|jumped|hanged|hung|took the pills|took pills|cut my wrists|slit my wrists} & (saved|survived|
            hospital|rope broke|stomach pumped|why they bothered|bothered|revived|icu|resuscitated|in time) & (i|me|my|myself|
            them)
        {rope|branch|beam|belt} (broke|snapped|slipped) & (last time|tried|i|attempt)
        {hoarding|stockpiling|saving up|collecting|stashing|hiding|counting} .. (her|his|my|their|some|the) .. (pills|tablets|
            painkillers|medication|meds|sleeping pills|insulin|morphine|fentanyl)
        (help|helps|assist) (me|him|her) {die|end it|end my life|end his life|end her life|go peacefully}
        (<someone>) .... (wants|wanted|wishes|wished|want) to be {gone|dead|out of this world|with god|with the angels}
        (her|his|their) (\w+ )?{wrist|wrists|forearm|forearms|arms|arm|thighs|thigh} & (bandages?|bandaged|plasters|cuts|cut|
            razor|blade|carved|carves|carving|slashed|self harm\w*|scars|fresh|scratched|wont talk|scissors)
        (<someone>) .... {drive|crash|jump|throw|step|walk|drown|hang|shoot|run} .... (into a (wall|tree|truck|lake|river|
            lorry)|off (a|the)|in front of|under a|off a bridge|out of the window|himself|herself|into the (sea|river|traffic|
            lake)) & (if i|says|said|threat\w*|unless|hell|shell|going to|wants|will|when i|texted|because)
        {goodbye|farewell} & (texting|texted|text|texts|message|messages|video|posted|post|stream|live|phone|called|rang|
            sent) & (offline|away|cant reach|not answering|wont answer|to everyone|scared|worried|help|dont know where|crying|
            panick\w*|what do i do|phone off|deleted)
        (giving|given|gives|gave|given) (\S+ ){0,4}{away} & (wont need|doesnt need|not need|no longer need|dont need|no use|
            where (he|she|they) \S* ?going|before (he|she) goes|goodbye)
        (she|he|they|mum|mom|dad|wife|husband|who) & {better with another mother|better with another mum|better mother|
            better father|better without her|better without him|better off without her|better off without him} & (baby|kids|
            children|we|wed|family|everyone|gone|said|told|says|thinks)
        {kill|killing|hurt|harm|cut|end} <myself> & (thoughts|think|thinking|urge|voices?|want|plan|way|going|gonna|tonight|
            feel like|scared|promise|try|tried|start\w*|keep|wish)
        {suicide|suicidal} & (on my mind|in my head|in my mind|think\w*|thought\w*|want|way out|option|only|answer|plan\w*|
            consider\w*|feel\w*|every day|tempt\w*|note|solution|again|close to|urge\w*|lately|tonight|myself) & (i|my|me|im|
            ive)
        (best|better|good|right|easiest|kindest|happier|relief|everyone|solution|answer|for all) & if i {die|died|killed myself|
            was dead|were dead|ended it|did it|was gone|were gone|disappeared|vanished|ended my life}
        (part|half|all|piece|bit) of me .... (wants|want|wishes|hopes|wanted|wished) .. {die|be dead|dead|not exist|end it|
            disappear|not wake up|give up|gone|death}
        {asleep|sleep} & (the end|forever|not wake|never wake|wouldnt wake|dont wake|didnt wake|for good|it would be over|
            be over|without waking|and die) & (wish|want|hope|just|could|wanna|pray|love|id)(?! (i|to) sleep (in|late)) & (i|me|
            to)
        (wont|not going to|not|never) .. be {alive} (by|on|until|after|tomorrow|next|this|much|anymore|for|in)
        {in the ground|six feet under|in my grave|in a coffin|in the grave|under the ground|buried} & (peace|rest|want|when im|
            wish|better|soon|only) & (i|im|me|ill)
        (already|feel|feeling|feel like im|im|am) .. {dead} inside
        {life insurance|insurance money|insurance payout} & (better off|without me|than me|than with me|worth more|dead|richer|
            suicide) & (i|me|my|im)
        {medicine cabinet|all my meds|all my pills|all the pills|whole bottle|all of my medication|all my medication|
            everything in the cabinet|whole box|whole packet|entire bottle|entire pack|whole pack|all her pills|all his pills|
            two packs|three packs} & (took|take|taking|taken|swallow\w*|down|downed) & (i|she|he|me|my|what|<someone>)
        (not going to|wont|never|dont want to|dont plan to|not planning to|dont intend to) .. {see} (the |my |another |
            next )*(new year|christmas|birthday|spring|summer|year|\d+|thirty|forty|end of|morning|sunrise|tomorrow)
        (nobody|no one|noone|anyone|who|anybody) & (realise|realize|notice|care|cares|miss|cry|mind|remember|blink|
            come looking) & {im gone|i died|i was gone|i disappeared|i vanished|i die|im dead|i was dead|i wasnt here|
            i didnt exist|i stopped existing|i never woke|i killed|i jumped|i were gone|i just stopped|i disappear|
            i was no longer}
        (hope|wish|pray|praying|hoping) & (plane|car|bus|train|elevator|lift) & {crashes|crashed|derails|explodes|goes down|
            went down|would crash|plunges} & (i|my|im|on|me)
        {hurts} too much to (stay|live|go on|be here|exist|continue|keep going|wake up|be alive|carry on)
        {deserve} to (breathe|be here|be alive|take up space|exist|live|be on this) & (dont|not|didnt|never) & (i|me)
        {found me} in time
        {found|saved|discovered} me too (early|soon)
        (want|need|going|have|trying|desperate|itching|dying) to {cut} (so (bad|badly|much)|right now|again|tonight|deeper|
            myself)
        (she|he|they|shell|hell|theyll) .... be {gone} (forever|for good|by tomorrow|by morning)
        (that|wish|should|pray|hope|think|want|if only|better|time|maybe) i (should |would |just |could |must |need to |
            deserve to |have to |finally |ought to )*{die}<no_idiom>
        my {life} .. (be |was |were |is )?(over|end|ended|finished|done) & (want|wish|need|hope|ready|pray|just|better) & (i|my)
        {reasons|reason} to (stay|live|be alive|go on|wake|keep|exist|get up|breathe|hold on) & (no|out of|without|cant|any|few|
            only|one|need|find|give me|tell me|left|lost)
        (dont|never) want to {feel} (anything|any of this|any of it|this pain|pain) (anymore|ever|again|any more|any longer)
        {letter|letters|note|diary} & (when they read|they read|will read|will understand|will find|theyll find|
            explains everything|explains it|so they know|not their fault|forgive) & (my|i|ive|the|a)
        {affairs} (are |is |all )*in order & (i|my|feel\w*|ready|all)
        (do|take|live|handle|go through|manage|endure|bear|face) (another|one more) {day|night|week|morning|minute|hour|
            year}( of (this|my|it|life|living|pain|being)( life| body| pain| hell)?| like this| alive| anymore| without (him|
            her)| here| in this (body|head|world|life))?$ & (cant|dont|not|couldnt|wont)
        {hope} (left )?for me$ & (no|isnt|any|not)
        (cant|couldnt|dont|never|want to|trying to|tried to|how do i|how to|how can i|need to|have to) (\S+ )?stop {cutting|
            harming|starving|purging|self harming|selfharming|bingeing|binging|hurting myself|burning myself|
            hitting myself}( myself| my \w+| again|$)
        {cuts|scratches|burns|marks|scars|lines} .. (on|across|along|over|all over|in|into) my (own |left |right |upper |
            inner )*(hip|hips|arm|arms|wrist|wrists|thigh|thighs|leg|legs|stomach|ankle|ankles|ribs|body|skin|forearm|belly|
            feet|shoulder) & (i make|make|made|little|new|fresh|hide|hidden|nobody|no one|sleeves|myself|when i|summer|cover|
            ashamed|again|on purpose|razor)
        {cut|cutting|burned|burning|sh|hurt} (myself )?again & (i|my|me|streak|clean|relapse\w*) & (i|streak|clean|relapse\w*|
            last night|today|yesterday|ashamed|promised|stop)
        {wanting} to (die|disappear|end (it|things|everything|my|his|her|their)|not exist|leave this|be dead|not be (here|
            alive)|kill \w+|hurt (himself|herself|myself|themselves)|cut|jump|be gone|vanish)
        (his|her|their) {goodbyes} & (rope|said|pills|gun|scared|worried|everyone|gone|bought|saying)
        {rope|noose} & (bought|hidden|hid|found|garage|got|has|tied) & (goodbye|goodbyes|scared|worried|kill|depressed|cupboard|
            bed|note|tree|ceiling|himself|herself|myself)
        (my|her|his|their) {last} (night|day|evening|hours|message|post|goodbye|birthday|christmas) & (writes|says|wrote|posted|
            said|told|texted|forum|chat|on earth|alive)
        {throw up|throwing up|vomit|vomiting|puke|puking|purge|purging|throws up|vomits|pukes|laxatives|threw up} & (gain|
            gaining|stay thin|be thin|skinny|fat|slim|calories|on purpose|guilty|disgusting|control|so i dont|so that i|
            get rid of) & (i|she|he|my|im|ive)
        my own {funeral|suicide|death|grave|obituary|eulogy}
        (imagin\w+|pictur\w+|plann?\w*|think\w*|dream\w*|who|anyone|nobody|no one) ... my {funeral|grave|obituary|eulogy}
        {goodbye|goodbyes|farewell|farewells} & (without them|secretly|one last time|quietly|without telling|nobody knows|
            before i|for the last time|they dont know|in my (head|mind)) & (i|ive|im|my)
        {survive|get through|make it through|face|bear|endure|stand|make it to} (another|one more|the|this|tonight|until|
            to)? ?(night|day|week|hour|month|year|one|morning|tonight|tomorrow|like this) & (dont think|cant|not|wont|
            dont know (if|how)|doubt|couldnt|unable) & (i|im|ill)
        {stop|end|be over|go away} (forever|for good|once and for all) & (i|me|everything|it all|my|pain|life|all) & (want|wish|
            need|make|just|hope|has to|must)
        {bus|train|car|truck|lorry|lightning|plane|heart attack|cancer|tumour|tumor|stroke|someone} & (hit me|hits me|
            ran me over|run me over|runs me over|kill me|kills me|took me|takes me|take me|killed me|struck me|strike me|
            shoot me|shot me) & (grateful|glad|relie\w+|wouldnt mind|fine with|happy|okay|hope|wish|thank\w*|wouldnt care|
            pray\w*|dont care|would be (good|nice|easier|better))
        (im|i am|ive been|currently) .. {standing|sitting|stood|sat} .. (on|at|by|over) (the|a|my) (edge|ledge|bridge|roof|
            rooftop|railing|railings|tracks|cliff|window ledge|top floor|platform edge|parapet|windowsill)
        (promise|guarantee|sure|know if|know whether|say|certain|swear) ... (be|still) {here|alive|around} & (cant|dont|not|
            wont|doubt|no longer) & (i|ill|im|myself)
        {razor|razors|blade|blades|cutting|bleeding|burning myself|self harm|scissors|lighter} & (only thing|only way|calms?|
            helps?|relie\w+|release|cope|coping|feel better|comfort\w*|friend|peace|stop\w* the|miss|need|urge) & (me|i|my|im)
        (i|ive|im|to|been|keep|kept|started|by|of|and|then) (just |also |always |often |have |had )?(scratch\w*|cut|cuts|
            cutting|tore|tear|rip|ripped|bite|bit|pick\w*|dig|dug|gouged?|slash\w*|slic\w+) my (own )?(left |right |upper |
            lower |inner )?{arms|arm|legs|leg|thighs|thigh|wrists|wrist|skin|hands|face|stomach|hips|forearm|forearms|ankles|
            calves}
        (and|then|i|to|so i|just) {cut}$ & (room|alone|bathroom|night|shout\w*|cry|home|hide|again|pain|feel\w*|argu\w*|fight|
            stress\w*|anxi\w*|numb|angry|sad|school|every time|when)
        (<someone>) .... cant .. {live|go on|carry on|cope with life|keep going|live with himself|live with herself|
            live like this} (<anymore>|any longer|like this|much longer|with (himself|herself|it|the pain))
        (says|said|told|texted|wrote|thinks|tells|posted|saying|keeps) .... (she|he|they) .... {cant go on|cant live|
            doesnt want to live|want to die|wants to die|wants to end it|wants out|wont be here|has nothing to live for|
            has no reason to live|hates life|hates being alive|wishes he was dead|wishes she was dead|would be better off dead|
            is done with life|is ready to go}
        {stopped eating|not eating|doesnt eat|dont eat|wont eat|refuses to eat|starving|barely eats|barely eat|hardly eats|
            hardly eat|refuses food|skipping meals|skips meals|havent eaten|hasnt eaten|not eaten|eats nothing|
            eat nothing} & (too fat|so fat|skinny|thin|thinner|bones|mirror|calories|ugly|disgusting|faint\w*|control|
            lose weight|losing weight|her weight|my weight|gain weight|body|model|punish\w*|deserve) & (i|im|ive|my|me|she|he|
            her|his|shes|hes)
        i would {die|end it|kill myself|jump} & (if it werent for|if it wasnt for|if not for|without my (kids|dog|daughter|son|
            cat)) & (only|my|mum|dog|kids|daughter|son|girl|cat|faith|mother|family)
        (if it werent for|if it wasnt for|if not for|except for|without) (my|the) .. {kids|dog|daughter|son|cat|girl|boy|mum|
            mom|mother|family|children|faith} & (dead|gone|end it|ended it|kill\w*|wouldnt be here|not be here|long gone|
            be alive|still here|done it)
    """, ACCIDENT + FUN + MADE_UP + _THINGS),
    # Said to be meant, whatever it was done with.
    Rule("self_harm.on_purpose", _LABEL, STRONG, r"""
        {burn|burned|burnt|burning|cut|cutting|hurt|hurting|scratch|scratched|hit|hitting|harm|harmed|harming|bruise|injure|
            injured|bite|punch|starve} (<myself>|my (own )?(arm|arms|hand|hands|leg|legs|skin|thighs|wrist|wrists)|
            <herself>) & (on purpose|purposely|purposefully|deliberately|intentionally|because (i|she|he) (hate|hates|deserve|
            deserves|was angry|am angry)|angry with (myself|herself|himself)|angry at (myself|herself|himself)|hate myself|
            to (punish|feel (something|pain|better|alive)|cope|calm down)|when (im|i am|i feel|i get) (sad|stressed|angry|
            anxious|upset|overwhelmed|numb|empty|bad))
    """, "movies?|film|novel|character|not on purpose|not deliberately|accidentally"),
    Rule("self_harm.hints", _LABEL, LIKELY, r"""
        {after i die|when i die|when im dead|once im dead|after im gone|when im gone|once im gone|after my death|if i die|
            if something happened to me|if something happens to me|in case im gone|if im gone|if i was gone|if i were gone|
            me gone|when i am gone|if i go|when i go|after you die}(?! (to|on|out|back|home|into|there|shopping|by|for|away|
            with|over|and|\w+ing)) & (tidy|easier|lighter|cards|letters?|phone|passwords?|insurance|richer|better|come|goodbye|
            miss|remember|take care|look after|funeral|nobody|no one|everyone|relie\w+|happier|sad|cry|notice|mess|my things|
            forget|who gets)
        (dont think|doubt|not sure|if|unless|might not|may not|wont|dont know if) ... (i|ill|im) .. {be here|still here|
            still alive|be alive|be around}( then| anymore| next \w+| by then)?$
        (dont|not|never) want ... {more birthdays|another birthday|more days|another year|a next one|next day|new day|
            any more mornings|another morning|another tomorrow|tomorrow to come}
        {calm|peaceful|relieved|relief|at peace} & (finally|all be over|decided|decision|stopped being afraid|over soon|be over|
            last|ready|chosen) & (i|im|ive|it)
        {envelope|letter|letters|note|notes|cards|ring|recordings|videos} & (in case|for when im|after i|so (he|she|
            they) (gets?|know|knows|have|has|will)|future birthdays|birthdays|on (his|her|their) name|with (his|her|
            their) name) & (my|ive|i)
        {live} (with|like) this (illness|pain|disease|shame|guilt|depression|condition|loneliness|fear|way) & (dont|cant|not|
            no longer|wont|refuse)
        (about|for me|its|is|be) .. {time} (for me )?to (go|check out|leave this|say goodbye|let go|end it|stop existing|
            stop fighting)(?! (to|home|back|on|bed|out|of|shopping|for))
        (im|i am|they see me as|nothing but|just|only|i) .. a {cost|burden|weight|waste|drain|liability|mistake|nuisance|
            dead weight|parasite|stain|ghost} .. (for|to|on|of|in)
        {lighter|easier|better|happier|richer|relieved|freer} & (if i go|if i left|without me|when i go|i go they|me gone|
            if i wasnt|if i werent|once i)
        (nothing|nobody|no one|noone) .. to {live for|stay for|look forward to|hope for|wake up for|get up for|hold on for|
            hold on to}
        (only|lives?|living|survives?|eats?) .. {ice|gum|chewing gum|apple|apples|air|lettuce|cucumber|rice cakes|diet coke|
            black coffee} & (faint\w*|collaps\w*|thin|bones|skinny|weight|scale|calories|fat|days|starv\w*)
        (thoughts|mind|head|place) .. {dark|darkness|darkest|black hole|bottom} .. (again|lately|back|swallow\w*|place)
        (what|wonder) .. if .. i .. {just disappeared|just stayed there|didnt come back|didnt come up|never came back|
            just stopped|just vanished|wasnt here}
        {good run} but
        (gave|given|giving|give|left) ... my {jewellery|jewelry|ring|rings|watch|guitar|piano|records|collection|books|diary|
            medals|tools|dog|cat|camera|bike|car} & (think of me|remember me|remember|keep it|wears it|wear it|look after it|
            when im|to remember|yours now|dont need)
        (saying|said|say) (my )?{goodbye|goodbyes} to (everyone|people|my (friends|family|kids|children|dog|cat|parents|mum|
            sister|brother)|the people)
        {strength|energy|hope|reasons} & (out of|ran out of|run out of|no more|none left|gone) & (i|im|my|ive|me)
        (would be|be|was|is) my (second|third|fourth|fifth|last|next|final) {attempt}$
        (cant|couldnt) {take it|do this|do it|bear it|stand it|fight|handle it} <anymore> & (she|he|said|says|told|text\w*|i|
            life)
        my {funeral}
        (made|making|made my|am at|im at) {peace} with (it|dying|death|everything|god|leaving|my decision|the end)
        {last|final} (letter|note|words)(?! (of the|in the|on the))
        cant (carry on|go on|keep going|keep|continue) {pretending|fighting|living|being|feeling|hurting|suffering|existing}
        see (any|no|a) {way forward}
        (not|never) {meant|supposed|born} to (be|live|exist|survive|last)(?! (a|an|in|with|the|on|together|used|eaten|easy|fair|
            serious\w*|funny|here (today|now)))
        (burial|cremation|funeral|coffin|grave) & {my own|mine|for myself|for me} & (soon|plan\w*|chose|chosen|want|cheap\w*|
            paid|wrote)
        {tired|exhausted|weary} of (it all|being me|being|breathing|the world|everything|pretending|carrying|holding on|hoping|
            this body|every day|trying|life|fighting)
    """, MADE_UP + _THINGS),
    Rule("self_harm.small_hints", _LABEL, WEAK, r"""
        (tonight|today|this) (is|s) .. {the night|the day|my last day|my last night|the end|it}$
        (im|i am) (so |just |finally |all )?{done|finished}$
        (im|i am|ill|going) .. {do it}( tonight| today| now| soon| this time)?$
        (nobody|no one|noone|who) (will|would|is going to|d|ll) (even )?{come|miss|notice|cry|remember|care|mourn}
        {be over} (this|by|soon|tomorrow|tonight|then|before|in a)
        (want|wish|need) it to {finish|stop|end|be over|go away}( now| forever| for good)?$
        {good run}
        {punishment|prison|torture|hell|unbearable|agony|nightmare} & (every ?day|everyday|life|living|waking|each day|
            existence|my head) & (i|my|me|is|feels)
        {future|tomorrow|look forward|ahead} & (no|cant|dont|nothing|not|never) & (see|picture|imagine|want|anything|any|for me|
            left)
        {alone} & (always|completely|so|die|forever|world|nobody|no one) & (i|im|me)
        (havent|not|never) told {anyone}
        (relapsed|relapse|clean) & {days|weeks|months}
        {why they bothered|why bother|why do they bother|whats the use|what for}
        (cant|dont) .. (see|find) .. {way out|way forward|another way|other way|end to this|light}
        {fainting|fainted|faints} & (school|eat|eats|work|hungry|food)
        (nobody|no one) .. {understand|understands|listens|hears me|sees me|helps|care|cares}
        (lost|losing) .. {hope|everything|the will|the fight|all hope}
        (everyone|everybody|he|she|they|people) .. {leaves me|left me|hates me|abandoned me|gave up on me|given up on me}
        (nothing|it|things|life) .. {never|ever|not|wont} .. (get|gets|going to get|getting) better
        ready to {go}( now)?$
        now i can {go|leave|rest|let go}( in peace)?$
        (said|told) .. (what|everything) i (needed|wanted|had) to {say} .. (to|everyone|them)
        (and|but) i dont want {one|to}$
        {hung up} & (phone|said|she|he|on me|call)
        (think of me|remember me) {when|sometimes|after}
        (found|find|see|saw) {no other way|no other way out|no other solution|no other choice|no other option}
        {giving up|given up|gave up} (on (everything|myself|life|hope|trying))?$
        (too|so) much {pain|suffering|hurt} & (i|my|me)
        (sorry|forgive me|apologi[sz]e) .. for {everything|what im about|being|the mess|the trouble|leaving}
        {love you} & (always|goodbye|sorry|remember|whatever happens)
        {whatever happens} & (remember|know|tell|love)
        (the|all) {voices}
        {depressed|depression|hopeless|despair|desperate} & (i|im|ive|my|me) & (years|worse|again|cant|anymore|nothing helps|
            no way|tired|alone|end)
        i {hate} (<myself>|being alive|my existence|that i exist|waking up)
        (put|letting|let) .. (everyone|people|them|family) .. {down}
    """, MADE_UP + _THINGS),
)  # fmt: skip
