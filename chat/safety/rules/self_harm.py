"""The writer wants to die or hurts themselves. Talk with nobody concerned (school, news) and idioms are no crisis."""

from chat.safety.verdict import Label
from chat.safety.wording import STRONG, Rule

_LABEL = Label.SELF_HARM
# Getting hurt by chance, or a manner of speaking.
ACCIDENT = r"""
    (cut|hang|cook|cutting|hanging|burn|shoot) myself (a|an|some|the|another)|accidentally|by accident|shaving|cooking|chopping|
        ironing|(the|an|hot) iron|papercut|onions|(making|made|hot|spilled|spilling|boiling) (\w+ )?(coffee|tea|soup|oil|dinner|
        water|drink|pan)|(on|at|by|from) (a|the|some|my|broken|hot|that) (\w+ )?(glass|pan|kettle|stove|oven|grill|toaster|
        paper|can|tin|lid|edge|coffee|tea|soup)
    from (the|a|my) (\w+ )?(door|brambles|bushes|roses?|bike|cat|dog|oven|blood tests?|fence|cannula|drip|bracelet|watch)
    barbed wire|playing|training|football|soccer|basketball|skating|gym|running|lifting|workout|fell|falling|slipped|tripped|hiking|yoga|
        gardening
    marathon|deadlifts?|squats|dancing|skiing|climbing|laughing|sunburn|broken glass on|moving (the|a)|tongue|on the hot
    (shoot|shot|shooting|kick|kicked|kicking) myself (in the foot|for (not|that|missing|forgetting|buying|selling|saying|being))|some slack|a (slice|piece|deal|check|break)|myself (off|short|out|in half)|with (work|overtime|stress)|trying to (pass|
        finish|meet|make)
"""
# Heights and water that people go to for fun; games.
FUN = r"""
    myself (a|an|some)|bungee|parachute|skydiving|diving|swim|swimming|pool|trampoline|parkour|stunts?|game|level|platformer|
        mario|respawn|minecraft|boss|halloween|decorations?|costume|school project|poster|sailing|knot for
"""
_IDIOM = r"""
    embarrass\w*|cringed?|awkward|hilarious|dice|respawn|minecraft|video game|character|plants?|battery|phone|hair
    (dont|do not|didnt|not|never) (want|wanna) to die(?! (either|but|and i dont want to live))|villain|said the|the hero|
        (cross|crossed) my heart|dead (centre|center|certain|sure|serious|right|on (target|time))|die than (eat|drink|watch|wear|use|listen|read|play|pay|cook|hear|sing|dance|drive|fly|share|miss)
"""

RULES = (
    Rule("self_harm.wants_to_die", _LABEL, STRONG, r"""
        (<i>|just|so|really|to|and) .. (<wish>) ... {die|be dead}<no_idiom>
        i {deserve} to (die|be dead)
        i (feel like|keep|am|im) .. {ending|taking|killing} (my life|it all|everything|myself)
        (today|tonight|tomorrow) .. (is|will be) .. (the )?(day|night) i {die|end it|kill myself|leave this world}
        {dying|death} (doesnt|does not|dont|no longer) (scare|scares|frighten|frightens|bother|bothers) me
        (ready|prepared|looking forward|longing|wish|waiting|praying|hoping|hope) .. (for|to) .. {death|die|
            dying}(?! (of (?!natural)|\S+ laughing|happy|old|rich))
        (just |literally )?(wanna|want to|wish i could|let me) {die|be dead}<no_idiom>
        (makes|making|made) me .. (want|wanna) .. {die}<no_idiom>
        <i> .. (wish|wishing) i (was|were) {dead|gone forever}
        (just|<i>) .. (<wish>) .. be {gone}(?! (by|before|for|on|at|until|from here|next|this|tomorrow|all))
        <i> .. (wish|wishing) ... (never|not|wasnt|hadnt been|werent) .. {born|alive}
        (think|thinking|thought|thoughts|dream|dreaming|fantasi[sz]e|obsessed|daydream) .. (of|about|with) .. {dying|being dead|
            not existing|ending it|ending things|ending everything|not being alive|not being here}
        (<i>|just|to) .. (<wish>) ... {disappear forever|stop existing|not exist|cease to exist|not be alive|stop living|
            end it all|end everything|end my life|end my suffering}
        (<i>|just) .. (<wish>) .. to not {be here|exist|live|wake up} <anymore>
        (end|ending|take|taking|ended) my (own )?{life}(?! (as|at|into|seriously|in|back|to the))
        put an end to {it all|my life|my suffering|my misery}
        {end it all|ending it all|end it tonight|end it for good|kms|ctb|unalive}(?! (my|his|the) character)
        {dont|do not|didnt|cant} .. (want|wanna|even want) .. (be alive|live|exist|be here|wake up|be on this (earth|
            planet))( <anymore>| tomorrow)(?! (in|with|near|at|on|together|next))
        {dont|do not} (want|wanna) to (be alive|exist|live|wake up)(?! (in|with|here|near|at|on|for|like (that|this)|there|
            together|next|alone|a|the|early|late|my|up|under|off|without|my))
    """, _IDIOM),
    Rule("self_harm.suicide", _LABEL, STRONG, r"""
        (<i>|feel|feeling|felt|am|been|get|getting) .. {suicidal}
        (have|having|had|get|getting|my|these|with|intrusive) .. {suicidal} (thoughts|ideation|feelings|urges|impulses)
        <i> ... {suicide}
        (thinking|think|thoughts|thought) .. (about|of) {suicide}
        my (own )?{suicide} (note|plan|attempt|attempts|letter|date)
        (writing|wrote|written|write) .. (my|a) {suicide note|goodbye letter|goodbye letters|goodbye note|last letter}
        (write|writing|wrote|written) .. {goodbye} (letters?|notes?) to (my|everyone|the)
        (written|wrote|write|writing|recorded|left) ... (letter|letters|note|notes|video)( \S+){0,14} {gone}
        {suicide} (is|seems|feels|looks) .. (only|best) .. (way|option|answer|solution|choice)
    """, r"""
        leaflet|side effects?|(can|could|does|do) (montelukast|isotretinoin|roaccutane|accutane|antidepressants|ssris|sertraline|fluoxetine|citalopram|finasteride|the pill|(this|my|the) (medication|medicine|drug|tablets?)) (make|cause|increase)|
        suicide (squad|sprints?|burpees|doors|rates?|prevention|awareness|bombers?)|essay|assignment|papers?|thesis|novel|class|
            article|documentary
        lecture|podcast|seminar|course|research|book|song|movie|film|hotline volunteer|statistics|debate|presentation
    """),
    Rule("self_harm.hurts_myself", _LABEL, STRONG, r"""
        (<i>|to|been|of|about|from|keep|started|stop|stopped|and|like|just|wanna|than|or|by|not) ... {<harms>} <myself>
        (<i>|to|been|of|about|started|keep|just) ... {cut|cutting|burn|burning|burned|slit|slitting|slash|slashing|slice|
            slicing|scratch|scratching|carve|carving} .. (<mybody>)
        (been|im|i am) {cutting again}
        (started|start|began|back to|relapsed|urge|urges|addicted to) .. {cutting|self harm|self harming|selfharm|
            selfharming}(?! (corners|costs|carbs|class|down|out|edge|back|board|the|my hair|off|through|sugar|it|prices|jobs|
            onions|vegetables))
        (<i>|my|to|with|been) .. {self harm|selfharm|self harmed|self harming|selfharmed|self injure|self injured|self injury}
        (hide|hiding|cover|covering|see|sees|saw|fresh|new|notice|noticed) ... {cuts|scars|burns} .. (on (<mybody>)|
            from (cutting|self harm))
        {razor|blade|blades|razors|lighter} ... (<mybody>)
        {blade|blades|razor|pain|bleed|bleeding|blood} ... (to feel (something|anything|better|alive)|only way i (can )?(feel|
            cope))
        (make|making|made|force|forcing) <myself> .. {vomit|throw up|puke|purge}
        (urge|urges) .. {cut|bleed|jump|hurt}
        <i> .. {cut} (again|last night|because|every (day|night)|to (feel|cope)|deeper|when i)
        (so|then|until|and|where) i {cut|cut deeper|burn|bleed}$
        (use|using|used|turn|turning|try|tried) (it|the \S+|this|a \S+) on {myself}
        (scars|marks|cuts|bruises) .. (from|where) .. {cutting|self harm|hurting myself|burning myself}
        (punish|punishing|punished|hurt|hurting) {myself} (by|with|for|because|every|when|again|physically)
        (want|need|deserve|have) to {bleed|feel pain|feel the pain|hurt myself}
    """, ACCIDENT),
    Rule("self_harm.ways", _LABEL, STRONG, r"""
        <i> ... (took|taken|take|taking|swallow|swallowed|saved|saving|collecting|hoarding|stockpiling|counted|
            counting) ... (all|too many|every|enough|a lot|lots|bottle|handful|up|whole|fistful|my) .. {<pills>} .. (to|and|so|
            at once|last night|tonight|in case|just in|now|because)
        <i> ... (took|taken|swallowed|take) .. (all|too many|a bottle|a whole|a handful|a fistful|a bunch|
            the whole) ... {<pills>}
        (saving|saved|stockpiling|hoarding|collecting|counting) .. (up )?my {<pills>}
        <i> ... {overdose|overdosed|overdosing}(?! on (chocolate|sugar|caffeine|coffee|cheese|cuteness|netflix|candy|carbs|
            christmas|pasta|vitamins?))
        (think|thinking|thought|imagine|imagining|urge|picture|daydream|dream|feel like) .. {driving|jumping|crashing|swerving|
            steering|stepping} (off|into|in front|my car)(?! (the pool|a new|the water|conclusions|bed|puddles|the sea))
        (think|thinking|thought|imagine|imagining|urge|picture|daydream|dream|feel like) .. (jumping|stepping|throwing myself|
            walking|driving|jump|step) .. (off|from|in front of|into|under|out of) .. {<height>}
        {kill|killing|unalive|hang} <myself>(?! out)
        <i> ... (jump|jumping|step|stepping|throw myself|throwing myself|walk|walking|drive|driving) .. (off|from|in front of|
            into|under|out of) .. {<height>}(?! (station|stop|ticket))
        (hang|hanging|shoot|shooting|drown|gas) {<myself>}(?! out)
        (gun|pistol|knife) .. (to|in|at|against) my {head|mouth|throat|wrist|temple|heart}
        (bought|tied|tying|have|got|tie|ready) .. (a|the) .. {noose|rope to hang}
        how (long|much|many|fast|quickly) ... (bleed out|deadly|lethal|fatal|kill|die|overdose|take to die) ... {wrist|wrists|
            insulin|bleach|hanging|hang|monoxide|overdose|myself|me}
        how (long|much|many|fast|quickly) ... {insulin|wrist|wrists|bleach|monoxide|<pills>} ... (deadly|lethal|fatal|die|kill|
            overdose)( for me| me)?(?! (dogs?|cats?|plants?|weeds|mould|mold|germs|bacteria))
        {suicide} (hotline|helpline|lifeline|hot line|line number)( number)?
        (how many|lethal|fatal|enough|which|what dose) ... {<pills>} ... (die|kill me|kill myself|end it|never wake up|
            not wake up)
        {painless|painlessly|easiest|quickest|peaceful|peacefully|least painful} .. (way|ways|method|methods) .. (die|dying|
            end it|kill myself|suicide|leave this world|go forever)
        (no|only) (other )?way out .. (but|except|than|is|to) .. {die|death|dying|suicide|end it}
        {painless} (way|method|death) .. (go|die|leave|me)
        (die|kill myself|go) {painlessly|peacefully|without pain}
        (bridge|roof|ledge|platform|edge|balcony|cliff) ... (almost|nearly) {jumped}
        (almost|nearly) {killed|overdosed|hanged} (myself|on)
        <i> .. (have|got|made) a {plan} ... (die|kill|end|date|tonight|suicide|note)
    """, FUN),
)  # fmt: skip
