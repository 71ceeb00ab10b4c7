"""What people say who are in danger of their lives, in parts that stand anywhere in a sentence.

Strong ones are enough alone; of the others it takes two, which may stand in different sentences.
"""

from chat.safety.rules.leaving import MADE_UP
from chat.safety.verdict import Label
from chat.safety.wording import LIKELY, STRONG, WEAK, Rule

_LABEL = Label.SELF_HARM
# What else comes to an end, or is left behind.
_OTHER_ENDS = r"""
    villain|said the|hotel|airbnb|check out (the|this|my|our|that)|subscription|pension|surprise party|diet|gym|thesis|deadline|
        airport|volunteer\w*|squad|prevention|statistics|rates?|hotline|essay|documentary|podcast|awareness|lecture|
        on (saturdays|sundays|mondays|weekends)|all weekend|my team|excel|respawn|final boss|meeting|shift|laughing|
        embarrass\w*|plant\w*|seeds?|tulips?|cables?|solicitor|lawyer
"""

RULES = (
    Rule("self_harm.end_in_mind", _LABEL, STRONG, r"""
        my {life} (isnt|is|wasnt|has never been|was never) (not )?worth (anything|nothing|it|much|living|saving|a thing|a damn)
        {vanish|disappear} & (never come back|never return|not come back|forever|for good|never be found|
            leave no trace) & (want|wish|just|could|need) & (i|id|me|to)
        {passwords|documents|bank details|papers} & (theyll need|they will need|for when im|so they can find|shell need|
            hell need|before i go) & (i|ive|my)
        no {way out} (of (this|here|it|my life) )?(except|but death|but one|other than|anymore)
        {world|universe} (doesnt|wouldnt|wont|does not) (need|want|miss) me
        {suicidal} (again|today|tonight|lately|for|since|and i|right now|all)
        (id|i) (would )?(like|love|prefer|rather) to {be dead|die}<no_idiom>
        keep {existing|breathing|being alive} & (cant|not|tired|dont|why|hard|strong)
        (cry|mourn|grieve|come looking|look) for {me} & (nobody|no one|noone|who would|who will)
        my {time} (has come|is up|is over)(?! (at|in|on|with|as))
        tired of {waking up|opening my eyes|being here|this existence|being a person|staying alive}(?! (at|early|so|to|in|with|
            late|before|next|three|every (two|hour)))
        (supposed|meant) to be {alive|living|here anymore|on this earth} & (not|dont|never|wasnt|isnt|doubt)
        reason not to {do it|die|end it|jump|kill myself|go through}
        being {dead} (must|would|sounds|seems|is|has|feels|makes) .. (no difference|no different|quiet|peaceful|easier|better|
            calm|nice|relief|be)
        {intensive care|icu|ambulance|emergency room} & (pills|tablets|overdose|overdosed|attempt) & (i|me|my) & (still|again|
            wish|dont want|last|ago|regret)
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
        (help|helps|assist) (me|him|her) {die|end it|end my life|end his life|end her life|go peacefully}
        (<someone>) .... (wants|wanted|wishes|wished|want) to be {gone|dead|out of this world|with god|with the angels}
        {goodbye|farewell} & (texting|texted|text|texts|message|messages|video|posted|post|stream|live|phone|called|rang|
            sent) & (offline|away|cant reach|not answering|wont answer|to everyone|scared|worried|help|dont know where|crying|
            panick\w*|what do i do|phone off|deleted)
        (giving|given|gives|gave|given) (\S+ ){0,4}{away} & (wont need|doesnt need|not need|no longer need|dont need|no use|
            where (he|she|they) \S* ?going|before (he|she) goes|goodbye)
        (she|he|they|mum|mom|dad|wife|husband|who) & {better with another mother|better with another mum|better mother|
            better father|better without her|better without him|better off without her|better off without him} & (baby|kids|
            children|we|wed|family|everyone|gone|said|told|says|thinks)
        (best|better|good|right|easiest|kindest|happier|relief|everyone|solution|answer|for all|happy|glad|fine|okay|relieved|
            grateful|wouldnt mind) & if i {die|died|killed myself|was dead|were dead|ended it|did it|was gone|were gone|
            disappeared|vanished|ended my life}
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
        (not going to|wont|never|dont want to|dont plan to|not planning to|dont intend to) .. {see} (the |my |another |
            next )*(new year|christmas|birthday|spring|summer|year|\d+|thirty|forty|end of|morning|sunrise|tomorrow)
        (nobody|no one|noone|anyone|who|anybody) & (realise|realize|notice|care|cares|miss|cry|mind|remember|blink|
            come looking) & {im gone|i died|i was gone|i disappeared|i vanished|i die|im dead|i was dead|i wasnt here|
            i didnt exist|i stopped existing|i never woke|i killed|i jumped|i were gone|i just stopped|i disappear|
            i was no longer}
        {hurts} too much to (stay|live|go on|be here|exist|continue|keep going|wake up|be alive|carry on)
        {deserve} to (breathe|be here|be alive|take up space|exist|live|be on this) & (dont|not|didnt|never) & (i|me)
        {found me} in time
        {found|saved|discovered} me too (early|soon)
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
        {wanting} to (die|disappear|end (it|things|everything|my|his|her|their)|not exist|leave this|be dead|not be (here|
            alive)|kill \w+|hurt (himself|herself|myself|themselves)|cut|jump|be gone|vanish)
        (my|her|his|their) {last} (night|day|evening|hours|message|post|goodbye|birthday|christmas) & (writes|says|wrote|posted|
            said|told|texted|forum|chat|on earth|alive)
        i (should|ought to|need to|deserve to|have to|must|am going to|will|shall) (just |finally |rather )*{die}<no_idiom>
        by my own {hand}
        me to {be gone|die|disappear|be dead|not be here|vanish|kill myself|stop existing}
        by the time (anyone|they|you|someone|somebody|people|he|she) .. {misses|miss|notices|notice|finds|find|realises|
            realizes|read|reads|hears}(?! (the|my train|it in))
        (what|whats|anything|nothing|no one|nobody|who|something|little|much|left|reason|worth) .. {live for|living for|
            stay alive for|keep living for}
        my {eyes} & (close|shut) & (never|not|forever|for good|last time) & (open|wake|forever|good|again|time)
        {eyes} stay (closed|shut)
        (only|one) (way|way out|solution|option|answer|escape|exit|relief) .. (is|would be|i see|i can see|
            left) ... {not being here|death|dying|to die|to be gone|suicide|to leave this|not being alive|to disappear|
            to not exist|not existing|to end my}
        {favour|favor} & (disappear\w*|die|dying|dead|gone|kill\w*|ending|not being here|existing|leaving this) & (everyone|
            everybody|world|family|them|you|people|all) & (i|my|me|id|by)
        dont care what happens to {me|myself}
        (do you think|does|is|what if|would|wonder) .... {dying|death} .. (hurts|hurt|like falling asleep|like sleep|
            like sleeping|painful|peaceful|quick|a relief)
        (going to|will|ill|want to|ready to|wish i could) {follow|join} (them|him|her) & (nobody left|no one left|dead|died|
            alone|passed|grave|heaven|soon|tonight)
        {pumped} my stomach
        my own {funeral|suicide|death|grave|obituary|eulogy}
        (imagin\w+|pictur\w+|plann?\w*|think\w*|dream\w*|who|anyone|nobody|no one) ... my {funeral|grave|obituary|eulogy}
        {goodbye|goodbyes|farewell|farewells} & (without them|secretly|one last time|quietly|without telling|nobody knows|
            before i|for the last time|they dont know|in my (head|mind)) & (i|ive|im|my)
        {survive|get through|make it through|face|bear|endure|stand|make it to} (another|one more|the|this|tonight|until|
            to)? ?(night|day|week|hour|month|year|one|morning|tonight|tomorrow|like this) & (dont think|cant|not|wont|
            dont know (if|how)|doubt|couldnt|unable) & (i|im|ill)
        {stop|end|be over|go away} (forever|for good|once and for all) & (i|me|everything|it all|my|pain|life|all) & (want|wish|
            need|make|just|hope|has to|must)
        (promise|guarantee|sure|know if|know whether|say|certain|swear) ... (be|still) {here|alive|around} & (cant|dont|not|
            wont|doubt|no longer) & (i|ill|im|myself)
        (<someone>) .... cant .. {live|go on|carry on|cope with life|keep going|live with himself|live with herself|
            live like this} (<anymore>|any longer|like this|much longer|with (himself|herself|it|the pain))
        (says|said|told|texted|wrote|thinks|tells|posted|saying|keeps) .... (she|he|they) .... {cant go on|cant live|
            doesnt want to live|want to die|wants to die|wants to end it|wants out|wont be here|has nothing to live for|
            has no reason to live|hates life|hates being alive|wishes he was dead|wishes she was dead|would be better off dead|
            is done with life|is ready to go}
        i would {die|end it|kill myself|jump} & (if it werent for|if it wasnt for|if not for|without my (kids|dog|daughter|son|
            cat)) & (only|my|mum|dog|kids|daughter|son|girl|cat|faith|mother|family)
        (if it werent for|if it wasnt for|if not for|except for|without) (my|the) .. {kids|dog|daughter|son|cat|girl|boy|mum|
            mom|mother|family|children|faith} & (dead|gone|end it|ended it|kill\w*|wouldnt be here|not be here|long gone|
            be alive|still here|done it)
    """, MADE_UP + _OTHER_ENDS),
    Rule("self_harm.end_it", _LABEL, STRONG, r"""
        (want|going|ready|about) to {end it}( now| today| tonight| soon)?$
    """, r"""
    boyfriend|girlfriend|relationship|marriage|engagement|contract|affair|call|meeting|speech|him|her|them|us
    """),
    Rule("self_harm.hints", _LABEL, LIKELY, r"""
        it {ends} (this week|tonight|today|tomorrow|here|now|soon|this weekend|on (monday|friday|saturday|sunday))
        (left|leaving|wrote|written|writing) .. {instructions} .. (for|about) .. (cat|dog|funeral|plants|pets|kids|children|
            family|sister|brother|everyone)
        (want|need|wish) .. (suffering|misery|agony|torment) .. {over|end|stop|finish}
        (world|everyone|everybody|they all|people) (will|would|is|are|must|might) be {better off}
        (still|just) dont want to be {here}
        {hit the ground} & (feel|last|second|hurt|die|think|conscious)
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
        {calm|peaceful|relieved|relief|at peace} & (finally|all be over|decided|decision|stopped being afraid|made up my mind|
            for the first time|over soon|be over|last|ready|chosen) & (i|im|ive|it)
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
        my {will} is (written|ready|done|signed|on the)
        {threw|thrown|throwing|deleted|deleting|burned|wiped|got rid of} .. (all|every) ... (diaries|photos|letters|accounts|
            journals|belongings|things|traces|pictures)
        so (that )?(nobody|no one|noone|they|my \w+) (has|have|doesnt have|dont have|wont have) to {do it|find|deal|clean|sort|
            see|worry}
        {too late|no help|no hope|no place|no future} for me
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
    """, MADE_UP + _OTHER_ENDS),
    Rule("self_harm.small_hints", _LABEL, WEAK, r"""
        {whatever it takes|one way or another}
        paid (next|all|off|the|my) .. {rent|bills|debts}
        (they|children|kids|family|everyone|mum|mom|dad|he|she) (will|ll|would) (\w+ )?{understand|forgive} .. (one day|later|
            why|me|it)
        for the {best}$
        everything i {touch|do} (goes|turns|fails|breaks|is)
        said {sorry} to (everyone|everybody|all|my)
        now im at {peace}
        (children|kids|family|they|everyone) (will|ll) {hate} me
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
        {key|keys} (is|are) (under|with|on|in) .. (mat|neighbour|neighbor|table|flowerpot|letterbox)
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
    """, MADE_UP + _OTHER_ENDS),
)  # fmt: skip
