"""Dying said in any words, by the writer or of somebody they know: a wish, a plan or a thought beside an end."""

from chat.safety.rules.leaving import MADE_UP
from chat.safety.rules.self_harm_of_others import TOLD
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.SELF_HARM
_IDIOM = r"""
    (cross|crossed) my heart|laughing|embarrass\w*|cringed?|awkward|hilarious|(kill|killing) (me|myself) (with|over|for this|at the gym|in the gym|
        to get|to make|trying|out)|hair|eggs|respawn|minecraft|(in|at|on) the (foot|game)|battery|of (boredom|laughter|
        curiosity|shame|cringe|hunger|thirst|heat|cold)
    (why|when|how|where) did (?!my|he|she|our|a |the )(\w+ ){1,3}(kill|drown|hang|shoot|stab|poison) (her|him)self|aeneid|iliad|hamlet|ophelia
    game|level|boss fight|zombies?|dragon|quest|dice|npcs?|plants?|the (process|server|job|thread|app|task)|cute|cuteness|
        over a|mosquito\w*
"""

RULES = (
    Rule("self_harm.wish_and_end", _LABEL, STRONG, r"""
        (<would>|thinking|thought|thoughts|think|about|of|to|close|near|verge|start|plan|reasons|scared ill|idea|
            keep) ... {<endme>}
        (think|thinking|thought|thoughts|dream|dreaming) (to|about|of|on) .. {kill me|killing me|die|dying|suicide|my own death|
            my death|being dead}(?! (my hair|eggs|wool|in the|on the|of the|breed|language|art|star|it|a|out|light|down|hard|
            for))
        (i|im|ill|id|just|to) .. (<wish>) .. {never wake up|not wake up|stop existing|cease to exist|not exist|no longer exist|
            stop breathing|disappear for good|vanish forever|vanish for good|fade away|be no more}
        (cant|can not|cannot) wait to {die|be dead|be gone forever}<no_idiom>
        (like|love|want|wish|prefer|hope|pray|rather) .. to {die} .. (in my sleep|soon|tonight|already|quietly|peacefully|young|
            quick|quickly|now|today|tomorrow)
        (die|go|slip away|pass) (in|away in) my {sleep} .. (soon|tonight|hope|wish|please|already)
        (wish|hope|hoping|praying|pray|wishing|if only) .. (i|id|ill|to|just) .. {die|drop dead|not survive|get cancer|get hit|
            go in my sleep|pass away|bleed to death|be killed|get killed|stop breathing|die already}<no_idiom>
        (every (day|night|morning|time)|always|constantly|often|all the time|again) .. (think|thinking|thoughts|fantasi\w+|
            dream) .. {death|dying|suicide|dead|ending it|killing}(?! (my hair|note app|metal|star|stranding|sea|valley|penalty|
            taxes))
        (sleep|go to sleep) .. (and|to) .. (not|never|dont) .. {have to do another|have to wake|have to face|wake|open my eyes|
            do another|see another}
        (done|finished|over|through|had enough) (with|of) .. {living|life|being alive|this life|existing|existence|this world|
            this earth}(?! (with|in|at|on|under|off|sciences?|drawing))
        (my life|living) .. {over|finished|done|has ended|ended|ends|should end|needs to end|must end|to end} (tonight|today|
            soon|now|this week|for me)
        (god|lord|someone|somebody|please|universe|just) .. {kill me|take me already|end me|let me die|take me away from this|
            put me out of my misery|shoot me}( \S+){0,2}(?<!meeting)(?<!mondays)$
        (live|stay|be) (alive|living|here) .. (for|because of) .. {dog|cat|kids|children|mum|mom|son|daughter} .. (otherwise|
            only|reason|else|id|or i)
        (only|just|main|sole) .. (alive|living|here|stay|staying|exist|havent done it|hold on) .. (because|for|so|
            since) .. {dog|cat|kids|children|mum|mom|son|daughter|sister|brother|husband|wife|mother|guilt|scared|coward|afraid}
        (too (scared|afraid|cowardly|chicken|weak)|coward|not brave enough|courage|guts|lack the courage|
            no courage) .. to {do it|die|kill myself|end it|jump|pull the trigger|go through with it|end my life|take my life}
        {unalive|unaliving|offing|toaster bath|catch the bus|ctb}( \S+){0,2} (myself|me|soon|tonight|today|forever|thoughts|now)
        (kill|killing|hang|hanging|shoot|shooting|end|ending|top|topping|off|poison|poisoning|drown|drowning|gas|unalive|
            unaliving) {<myself>}(?! (up|out|in the foot|a|with|over|for|short|at the|to (get|make|finish|win)|off|on (tea|
            coffee)|like|of|in (the|a)))
        i {deserve} .. (to )?(die|death|be dead|not live|rot|stop existing)
        i .. {unfit|too broken|too tired|too damaged|not made|not strong enough|dont deserve} .. (to|for) .. (live|life|
            be alive|exist|living|be here|keep living|this world)
    """, _IDIOM + MADE_UP),
    Rule("self_harm.somebody_and_end", _LABEL, STRONG, r"""
        {top|off|end|kill|hang|shoot|drown|unalive|topped|offed|hanged|killed|ended|killing|hanging|ending|hung|
            poison} (<herself>)(?! (in the foot|up|out|off|over|with|at|to (get|make|win)|a|onto|on))
        (<someone>) ... {do something|does something|doing something|did something|do it|harm|hurt} (bad |stupid |drastic |
            terrible )?(to )?(<herself>)
        (<someone>) ... (take|took|taken|takes|taking|end|ended|ending|attempt on) {<herlife>}(?! (in|to|back|seriously|
            savings))
        (<someone>) .. (will|hell|shell|theyll|going to|wants to|wanted to|threatens to|threatened to|threatening to|would|
            about to|ready to|tried to|says|said) ... {jump} .. (if|from|off|because|unless|the roof|in front|bridge|tonight|
            when i|under|out)
        (<someone>) ... (left|leaves|wrote|found|posted|sent) .. (a|his|her|their|this|some) {note|letter|message|post|
            text} ... (sorry|goodbye|bye|final|last|dont look|forgive|gone|cant find|missing|disappeared|love us|better off|
            cant go on|end|farewell)
        (<someone>|sounded|sounds|sounding|like|felt) .. {so final|like goodbye|like a goodbye|saying goodbye|said goodbye|
            says goodbye}(?! (to (the|his|her|their) (old|house|car|job|school|colleagues|class|dog|toys|party)|party|hug))
        (<someone>) ... {joining|join|follow|following|be with|reunited with|see} .. (late|dead|died|passed|heaven|grave|
            gone) ?(dad|mum|mom|husband|wife|son|daughter|twin|father|mother|brother|sister)?
        (<someone>) ... (no|lost|losing|without|gave up|given up|giving up|lost the|has no|doesnt have) .. {will to live|
            wish to live|reason to live|zest for life|hope in life|on life|on living|will to go on|strength to live|
            want to live}
        (<someone>) ... (dont|doesnt|didnt|not|no longer|cant|couldnt|never) .. (want|wants|see|sees|think|able|wanted|wish|
            wishes|feel like) .. {be alive|alive|live|living|exist|existing|go on|be here anymore|continue living|carry on|
            be around|be in this world|wake up}(?! (in|with|at|on|near|together|there|here|early|music|tv|stream|show|as|show))
        (<someone>) ... {ready to die|ready to go now|ready to go to god|wants to go to heaven|ready for death|waiting to die|
            begging to die|wants death|prays to die|asking to die|asked to die}
        (<someone>) ... (wants|want|wanted|wish|wishes|wished|rather|hopes|hoped|hoping|begs|begged|asks|asked|prays|
            thinks about|thinking about|thinks of|talks about|talking about|talked about|talk about|speaks about|speaking about|
            jokes about|joking about|obsessed with|searching for|searched for|googled|posts about|posting about|writes about|
            said|says|saying|texted|told|mentioned) ... {die|dying|be dead|being dead|death|suicide|ending it|ending everything|
            not waking up|not be here anymore|not being here|not be alive|end it|end it all|end everything|disappear forever|
            dead|kms}(?! (penalty|metal|note|star|stranding|laughing|cat|line|end|battery|his hair|her hair|of (laughter|
            boredom)|hard|valley|to see|to know|for|poets|language))
        (<someone>) ... (is|was|were|are|has been|been|seems|might be|could be|hes|shes|may be|im sure) .. {suicidal|
            a danger to|self harming|self destructive|on suicide watch}
        (<someone>) ... (bought|has|got|keeps|hides|hid|hiding|cleaning|loaded|holding|took|found) .. {gun|rifle|pistol|rope|
            noose|<pills>} ... (himself|herself|scared|afraid|worried|goodbye|dead|die|alone|locked|better off|without (him|
            her)|wont|depressed|hopeless|crying)
        (better off|better) without {him|her|them} ... (says|said|gun|pills|rope|cant|worried|he keeps|she keeps|he is|she is|
            thinks|scared)
        (says|said|thinks|feels|told me|told us|believes|convinced|writes|wrote|texted|keeps) ... (we|wed|everyone|everybody|
            people|family|kids|children|world|us|all|i|id|nobody|no one) .. {better off|better|happier|easier|miss|
            notice} .. (without (him|her|them)|if (he|she|they) .. (gone|dead|died|disappeared|not here)|when (hes|shes|
            theyre) (gone|dead))
        (<someone>) ... {giving away|gave away|given away|gives away|giving} ... (belongings|possessions|everything|things|
            stuff|clothes|dog|cat|guitar|records) ... (says|said|worried|goodbye|wont|depressed|scared|quiet|calm|strange|sad|
            thanked|distant|withdrawn|alone)
        (<someone>) ... {hurts|harms|cuts|burns|starves|scratches|punches|hits|cutting|hurting|harming|burning|starving|hitting|
            injuring|scratching} (<herself>)(?! (on|with (work|knives while)|a|off))
    """, _IDIOM + TOLD + r"""
        playing|training|football|soccer|gym|running|fell|falling|slipped|tripped|skating|shaving|cooking|accident\w*|bungee|
            parachute|skydiving|pool|trampoline|diving|dog|puppy|kitten|tyler durden|died in
    """),
    Rule("self_harm.somebody_signs", _LABEL, WEAK, r"""
        (<someone>) ... (left|wrote|leaving|writing) .. {note|notes|letter|letters}
        (cant|couldnt|dont know how to) .. (find|reach|get hold of) {<him>}
        (phone|mobile) (is|was|has been|goes) .. {off|voicemail|dead}
        (<someone>) ... {sorry for everything|thanked me for everything|thanked everyone|sounded so final|sounded strange|
            take care of my|take care of his|take care of her}
        (worried|scared|afraid|terrified|frightened|fear) ... (<someone>) ... {something stupid|something to|harm|do it|alone|
            gun|bridge|final|last}
        (<someone>) ... {deeply depressed|very depressed|so depressed|severely depressed|drinking himself to death|
            drinking herself to death|doesnt leave the bed|given up}
        (depressed|hopeless|desperate) .. (and|who) .. (has|got|owns|bought|keeps) .. {gun|pills|rifle|rope}
    """, _IDIOM + TOLD),
)  # fmt: skip
