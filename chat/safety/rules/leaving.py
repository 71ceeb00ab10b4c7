"""Somebody takes leave of life without saying so: not being around, being a burden, the last time, having everything in order."""

from chat.safety.rules.self_harm_hidden import AWAY
from chat.safety.verdict import Label
from chat.safety.wording import LIKELY, STRONG, Rule

_LABEL = Label.SELF_HARM
MADE_UP = r"""
    movies?|film|novel|series|episode|season|anime|manga|character|villain|hero|protagonist|in the (book|story|game|show|play)|
        quest|patch|raid|fandom|plot|poem by|band|album
"""

RULES = (
    Rule("self_harm.not_around", _LABEL, STRONG, r"""
        (wont|dont (plan|intend|want|expect|think|see|wish)|not (planning|going|expecting|intending|sure)|doubt|never|cant (see|
            imagine) <myself>|didnt (plan|expect|want|intend)) ... {around|alive|here} (much longer|anymore|any longer|
            for (christmas|my|long|it|the holidays|new year|another|summer|that)|long|by (then|christmas|summer|spring|next|
            the (end|time))|to see|next (year|christmas|month|summer)|in (a|two|three|six|ten|five) (\S+ )?(weeks?|months?|
            years?|days?)|when (you|they|that|it|she|he))
        (wont|dont (plan|want|expect|think|see)|not (planning|going|expecting)|doubt|never|cant (see|imagine)) ... {make it|
            making it|live|living|get|getting|reach|reaching} (to|past|until|till) (my|\d+|thirty|forty|twenty|fifty|christmas|
            next (year|summer|week)|spring|summer|winter|new year|old age|see)(?! (mums|moms|parents|house|place|desk|office|
            car|flat|room|inbox))
        {<without>}(?! (there|at|on|in (?!it)|as|coming|knowing|having|asking))
        (better|easier|happier|relieved|free|fine|cope|lighter|simpler|okay|calmer|move on|get over it) ... (once|when|if|after|
            with) .. (im|me|hes|shes|i) .. {out of the picture|out of the way|out of their lives|gone|dead|not here|
            no longer here|not around|no longer around|no more|wasnt here|wasnt around|werent here|werent around|didnt exist}
        if i (just )?(was|were|wasnt|werent|am|didnt|became|stopped|ceased|went away|vanished) .. {gone|anymore|here|around|
            exist|existing|nothing|dead} ... (better|easier|quiet|peaceful|notice|happy|happier|relief|care|miss|matter|over|
            different)
        (better|easier|quiet|quieter|peaceful|peace|notice|happier|relief|calm|nice|matter|nicer) ... if i (just )?(was|were|
            wasnt|werent|didnt|stopped|ceased|vanished|disappeared|died) .. {gone|anymore|here|around|exist|existing|dead|
            no more}
        (just|only|im|am|sit|sitting|lie|lying|hes|shes|like) .. {waiting|wait} .. to {die}
        (waiting|wait|ready|longing|hoping|praying|asking god|beg|begging) .. (for )?(death|the end|god|it) .. {take|come|takes|
            comes|over|end}( (me|him|her))?
        (this is|its|be|was|that was) (my |the |our )?{last|final} (time (we|you|i|youll|well|ill)|conversation|chat|message|
            goodbye|post|entry|words|night on|birthday alive|day alive) .. (talk|hear|speak|write|text|you|here|alive|see|ever|
            $)
    """, AWAY + MADE_UP),
    Rule("self_harm.no_place", _LABEL, STRONG, r"""
        (nothing|no one|nobody|nothing and no one|not much|whats|what is|only thing|one thing|only thing still|only person|
            only reason) .. (holding|keeping|keeps|holds|kept|stopping|stops|tying|ties) (me|him|her) .. {here|alive|going|
            from doing it|from ending|from going|from jumping|on this earth|in this world|around}(?! (from|in (this|the) (job|
            city|town|flat|company|country)|tonight|late))
        (isnt|no|not|never|wasnt|dont have|havent) .. {place|room|space} .. (in|on) (this|the) (world|earth|life|planet) .. (me|
            someone like|people like|him|her)
        (dont|doesnt|didnt|never|not) {belong|meant|made|fit|supposed|cut out} .. (to be |for |on |in |here )?(this |to)?(earth|
            world|planet|life|be alive|live|exist|be here anymore)
        (dont|doesnt|not) {belong} (here|anywhere) (anymore|in this world|and never|on this)
        (be|being|am|im|was) (a |such a |just a |nothing but a |only a )*{burden|weight|dead weight|problem|bother|
            nuisance} .. (to|on|for) .. (anyone|anybody|everyone|you|them|family|kids|parents|husband|wife|world|others|people|
            the people)(?! (who|at work) ask)
        (wont|not) .. {problem|burden|bother|trouble|worry|disappoint|weigh} .. (anyone|anybody|everyone|you|them|family|
            people) .. (longer|anymore|again|soon|after)
        (wish|want|wanted|hope|rather|love|like|better) .. (not|never|stop) .. {exist|existing|be alive|be here anymore|
            be around anymore|be anymore|live anymore|be anything}
        i (dont want to|dont wish to|would rather not|refuse to|cant) {be|exist|live} (anymore|any longer|at all)
        (dont|didnt|doesnt|never|wont|not) ... {wake up|waking up|wake} (again|tomorrow|ever|one day|ever again|anymore|
            in the morning|from)(?! (early|late|at|my nap|this dream))
        (to|and|just) (sleep|fall asleep) ... (not|never) .. {another day|another morning|wake|do this again|open my eyes}
        (want|wish|need) (it|everything|all of it|this|all of this|all this|the whole thing) .. {over|end|ended|finished|
            over with}( for good| forever| now| already| so (bad|badly|much))*$
        (dont|cant|doesnt) (want to|wish to|think .. can|see how .. can|know how to)? ?{carry on|go on|continue|keep going|
            hold on|hang on|keep doing this|keep on going} (anymore|any longer|much longer|living|with (life|living|my life|
            this life|it all)|like this anymore)
        (cant|dont want to|dont know how|dont know if i can|not strong enough to) .. {carry on|go on|hold on}$
        (no|isnt any|isnt a|not a|see a|wheres the|whats the|any|is there|see the) .. {point} (in|of|to|for) .. (me (being|
            living|existing|staying|breathing|trying)|my (life|existence|being)|being (here|alive|me)|life|existing|living|
            it all|anything anymore)
        (ready|want|longing|long|going|about|soon|hope|hoping|wish) .. (join|be with|see|follow|meet|reunite with|
            be reunited with|joining|being with|following) .. {late|dead|deceased|heaven|on the other side|passed away|up there|
            in the grave|who died|who passed}
        (talks?|talking|thinks?|thinking|keeps?|says?|wants?) .. (about|of|to) .. {joining|join|following|follow|be with|
            being with} (her|his|my|our) .. (dad|mum|mom|husband|wife|son|daughter|brother|sister|late|dead|twin|father|
            mother) .. (who|in heaven|who died|passed|up there|on the other side|died|in the grave|is gone)
        (feel|feels|feeling|felt|think) ... (reached|at|come to) (the|my) {end of the road|end of the line|end of my road|
            end of my life|end of my strength|end of my rope|end of my tether}
        (bought|writing|planning|planned|plan|decided on|choosing|picked) .. my {last meal|funeral|own funeral|
            last day on earth|last words|last outfit|goodbyes}
        i {want|crave|need|choose|welcome|long for} (only )?(death|to be dead|to be with death|eternal (sleep|rest|peace))
        (chose|choose|chosen|choosing|prefer|picked) .. {death|to die|dying}
    """, MADE_UP + r"""
        (want|need|wish|wanted|want for) (this|the|that) (\w+ )?(week|day|month|year|meeting|shift|course|semester|term|call|
            lecture|project|film|movie|song|winter|summer|heatwave|match|game|season|election|flight|journey|renovation|series|
            book|class|lesson|exams?|rain|noise|holidays|school year|video|episode|webinar|quarter|sprint)
    """),
    Rule("self_harm.place_and_means", _LABEL, STRONG, r"""
        (stood|standing|stand|sat|sitting|sit|go|going|went|walk|walked|walking|looking|looked|look|stare|staring|
            stared) .. (on top of|on|at|by|near|up|over|down|onto|from|to) ... {bridge|rooftop|ledge|cliff|railing|railings|
            car park|parking garage|viaduct|overpass|train tracks|tracks|platform edge|multi storey} .. (a lot|lately|again|
            every|thinking|think|one step|wonder|wondering|imagin\w+|look down|and (cry|cried|thought|think)|for (an hour|hours|
            a long)|last night|waiting|tonight)
        (look|looking|looked|stare|staring|stared|holding|held|counted|counting|lined up|laid out|sat with|
            sitting with) .. {<pills>|noose|rope|gun|pistol|razor|blade|blades|revolver|shotgun} .. (for (a long|hours|an hour|
            ages)|last night|tonight|in front|on the|again|every|and (think|thought|wonder|cry|cried|i)|wondering|thinking|now)
        <i> .. (have|got|bought|keep|kept|hid|hidden|saved|ordered|found|put|collected) ... {<pills>|prescriptions|noose|rope|
            gun|pistol|revolver|charcoal|helium|poison} ... (in front of me|ready|next to me|beside me|on the table|in my hand|
            just in case i|for when i|for that day|for the day|to do it|and a note|to end|for myself|in case it gets)
        bottle of {vodka|whisky|whiskey|rum|gin} ... (prescriptions|<pills>)
        (<pills>|prescriptions) ... {vodka|whisky|whiskey|alcohol} ... (tonight|in front|on the table|and i|goodbye)
        (hands?|foot|feet) off the {wheel} .. (and|when|let|hope|while|just)
        (think|thinking|thought|want|wanted|urge|tempted|feel|felt|imagine|close|almost|nearly|hope|wish|keep) .. (to |of |
            about |like)?{swerve|swerving|crash|crashing|drive|driving|steer|steering|veer} .. (into|off|car|in front|
            onto) .. (tree|oncoming|wall|lorry|truck|bridge|river|road|traffic|barrier|pole|cliff|cars?|lane)
        {let fate} (decide|take|do)
        (bought|buy|ordered|got|get|looked up|researched|researching|googled|googling|read about|searching|searched|looking up|
            reading) ... {to kill myself|to end my life|to end it|suicide methods|ways to die|ways to go|how to die|
            to hang myself|how to tie|to do it quickly}
        (walk|walking|wade|go|going|swim|swimming) .. into .. {sea|ocean|river|lake} (and|until) .. (not|never|disappear|keep|
            gone|sink|come back|cant)
        {step|jump|walk|lie|lay|throw myself} (off|in front of|onto|under|on|into) (the|a|an) (bridge|train|tracks|roof|bus|
            truck|car|lorry|traffic|balcony|tube|metro|subway|rails|edge)
        (knife|gun|rope|blade|bottle|belt) .. (next to|beside|under|by) .. {bed|pillow|me} .. (tonight|in case i|waiting|ready|
            and i (cant|want))
    """, MADE_UP + r"""
        bungee|parachute|skydiving|photo\w*|pictures?|fishing|flight|wait(ing)? for (the|my) (train|bus|tram|friend)|hik(e|ing)|
            sunset|view|luggage|tourists?|climbing|rope jump
    """),
    Rule("self_harm.leaving_likely", _LABEL, LIKELY, r"""
        (picked|chosen|chose|set|have) (a|the|my) {date} (to die|for it|to go|to end|already and)
        (last|final) {meal|supper} .. (planning|planned|plan|mine|would|be)
        (they|everyone|everybody|people|you|kids|children|family|she|he|friends) .. (would|will|ll|can|could) .. {forget|
            get over|move on|manage|cope} .. (me|it|without|after|soon|fine|quickly)
        (children|kids|family|husband|wife|she|he|they|son|daughter|parents|everyone) (deserves?|needs?) .. {better} (mother|
            mum|mom|father|dad|wife|husband|son|daughter|than me|parent|partner|person than|life without|friend)
        (reached|at|this is|its|come to|near|close to) (the|my) {end of the road|end of the line|end of my road|end of my rope|
            end of my tether|end of my strength|end of my story|breaking point}
        (sorted|put|settled|arranged|wrote|written|writing|finished|updated|signed) .. (my|all my|the) .. {papers|will|
            passwords|affairs|funeral|paperwork|estate|bank details|obituary}
        (found|find|arranged|need|looking for|got) ... (someone|somebody|a home|a new home|new owner|who) .. {for|take|
            takes} (the|my|care of my) (cat|dog|cats|dogs|pets|rabbit|kids|children)
        (soon|finally|ready|can|want) .. (have|be|find|finding|at|to|in|rest|for) .. {peace} (from|at last|now|forever|soon|
            finally|$)
        (wont|not) be {long} (now|until (im|i)|before (im|i))
        (it|this|everything|the pain) .. (will|ll|is|can) .. (soon|all|finally) .. (be )?{over|end|
            stop}( soon| for me| forever)?$
        (nothing|none of (it|this)) .. (i do|i say|will|ever) .. {matters|matter|helps|difference|better|change|good enough}
        (bye|goodbye|farewell) .. {everyone|everybody|forever|all|mum|mom|my friend}
        (be|being|stay) {happy|good|kind|strong} (without me|when im|after im|for me|and (forget|remember))
        {you} (have been|were|are|ve been) .. (only|good|best|real) (friend|one|thing) .. (i (ever )?had|to me|thank|goodbye|
            in my life)
        {love} (you all|my (kids|family|children|mum|mom|dad)) .. (remember|tell|know|always|forever|but i (cant|have))
        tell (my|them|her|him|everyone) .. (i|im) .. {loved|sorry}
        (dont|please dont|nobody should|no one should) (cry|be sad|blame|mourn|grieve|miss|look for) .. {me|yourself|themselves|
            for me}
        (its|it is|this is|was|is) (not|nobody|no one|nobodys|no ones) .. {fault} .. (i|what|just|decision|my)
    """, AWAY + MADE_UP + r"""
        meeting|project|report|game|wedding|breakup|broke up|divorce|insurance|mortgage|team|client|company|colleagues|
            last day (at|of|in)|school|job|deploy\w*|exam
    """),
)  # fmt: skip
