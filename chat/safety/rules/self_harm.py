"""The writer wants to die or hurts themselves. Talk with nobody concerned (school, news) and idioms are no crisis."""

from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.SELF_HARM
# Getting hurt by chance, or a manner of speaking.
ACCIDENT = r"""
    accidentally|by accident|shaving|cooking|chopping|oven|stove|kettle|coffee|tea|soup|iron|grill|toaster|pan|papercut|on paper|onions
    playing|training|football|soccer|basketball|skating|gym|running|lifting|workout|fell|falling|slipped|tripped|hiking|yoga|gardening
    marathon|deadlifts?|squats|dancing|skiing|climbing|laughing|sunburn|glass|moving (the|a)|tongue|on the hot
    some slack|a (slice|piece|deal|check|break)|myself (off|short|out|in half)|with (work|overtime|stress)|trying to (pass|finish|meet|make)
"""
# Heights and water that people go to for fun; games.
FUN = r"""
    bungee|parachute|skydiving|diving|swim|swimming|pool|trampoline|parkour|stunts?|game|level|platformer|mario|respawn|minecraft|boss
"""
_AWAY = r"""
    holidays?|vacation|office|meetings?|appointment|flight|trip|travell?ing|cover|shift|conference|class|moving|leave|pto|(day|days|time) off|off work|dentist
    weekend|wedding|visiting|train|work from|wfh|remote|team|party|project|cooking|dinner
"""
_IDIOM = r"""
    embarrass\w*|cringed?|awkward|hilarious|dice|respawn|minecraft|video game|character|plants?|battery|phone|hair
    (dont|do not|didnt|not|never) (want|wanna) to die
"""

RULES = (
    Rule("self_harm.wants_to_die", _LABEL, STRONG, r"""
        (<i>|just|so|really|to|and) .. (<wish>) ... {die|be dead}<no_idiom>
        i {deserve} to (die|be dead)
        i (feel like|keep|am|im) .. {ending|taking|killing} (my life|it all|everything|myself)
        (today|tonight|tomorrow) .. (is|will be) .. (the )?(day|night) i {die|end it|kill myself|leave this world}
        {dying|death} (doesnt|does not|dont|no longer) (scare|scares|frighten|frightens|bother|bothers) me
        (ready|prepared|looking forward|longing|wish|waiting|praying|hoping|hope) .. (for|to) .. {death|die|dying}(?! (of (?!natural)|\S+ laughing|happy|old|rich))
        (just |literally )?(wanna|want to|wish i could|let me) {die|be dead}<no_idiom>
        (makes|making|made) me .. (want|wanna) .. {die}<no_idiom>
        <i> .. (wish|wishing) i (was|were) {dead|gone forever}
        <i> .. (wish|wishing) ... (never|not|wasnt|hadnt been|werent) .. {born|alive}
        (think|thinking|thought|thoughts|dream|dreaming|fantasi[sz]e|obsessed|daydream) .. (of|about|with) .. {dying|being dead|not existing|ending it|ending things|ending everything|not being alive|not being here}
        (<i>|just|to) .. (<wish>) ... {disappear forever|stop existing|not exist|cease to exist|not be alive|stop living|end it all|end everything|end my life|end my suffering}
        (<i>|just) .. (<wish>) .. to not {be here|exist|live|wake up} <anymore>
        (end|ending|take|taking|ended) my (own )?{life}(?! (as|at|into|seriously|in|back|to the))
        put an end to {it all|my life|my suffering|my misery}
        {end it all|ending it all|end it tonight|end it for good|kms|ctb|unalive}(?! (my|his|the) character)
        {dont|do not|didnt|cant} .. (want|wanna|even want) .. (be alive|live|exist|be here|wake up|be on this (earth|planet))( <anymore>| tomorrow)(?! (in|with|near|at|on|together|next))
        {dont|do not} (want|wanna) to (be alive|exist|live|wake up)(?! (in|with|here|near|at|on|for|like (that|this)|there|together|next|alone|a|the|early|late|my|up|under|off|without|my))
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
        suicide (squad|sprints?|burpees|doors|rates?|prevention|awareness|bombers?)|essay|assignment|papers?|thesis|novel|class|article|documentary
        lecture|podcast|seminar|course|research|book|song|movie|film|hotline volunteer|statistics|debate|presentation
    """),
    Rule("self_harm.hurts_myself", _LABEL, STRONG, r"""
        (<i>|to|been|of|about|from|keep|started|stop|stopped|and|like|just|wanna|than|or|by|not) ... {<harms>} <myself>
        (<i>|to|been|of|about|started|keep|just) ... {cut|cutting|burn|burning|burned|slit|slitting|slash|slashing|slice|slicing|scratch|scratching|carve|carving} .. (<mybody>)
        (been|im|i am) {cutting again}
        (started|start|began|back to|relapsed|urge|urges|addicted to) .. {cutting|self harm|self harming|selfharm|selfharming}(?! (corners|costs|carbs|class|down|out|edge|back|board|the|my hair|off|through|sugar|it|prices|jobs|onions|vegetables))
        (<i>|my|to|with|been) .. {self harm|selfharm|self harmed|self harming|selfharmed|self injure|self injured|self injury}
        (hide|hiding|cover|covering|see|sees|saw|fresh|new|notice|noticed) ... {cuts|scars|burns} .. (on (<mybody>)|from (cutting|self harm))
        {razor|blade|blades|razors|lighter} ... (<mybody>)
        {blade|blades|razor|pain|bleed|bleeding|blood} ... (to feel (something|anything|better|alive)|only way i (can )?(feel|cope))
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
        <i> ... (took|taken|take|taking|swallow|swallowed|saved|saving|collecting|hoarding|stockpiling|counted|counting) ... (all|too many|every|enough|a lot|lots|bottle|handful|up|whole|fistful|my) .. {<pills>} .. (to|and|so|at once|last night|tonight|in case|just in|now|because)
        <i> ... (took|taken|swallowed|take) .. (all|too many|a bottle|a whole|a handful|a fistful|a bunch|the whole) ... {<pills>}
        (saving|saved|stockpiling|hoarding|collecting|counting) .. (up )?my {<pills>}
        <i> ... {overdose|overdosed|overdosing}(?! on (chocolate|sugar|caffeine|coffee|cheese|cuteness|netflix|candy|carbs|christmas|pasta|vitamins?))
        (think|thinking|thought|imagine|imagining|urge|picture|daydream|dream|feel like) .. {driving|jumping|crashing|swerving|steering|stepping} (off|into|in front|my car)(?! (the pool|a new|the water|conclusions|bed|puddles|the sea))
        (think|thinking|thought|imagine|imagining|urge|picture|daydream|dream|feel like) .. (jumping|stepping|throwing myself|walking|driving|jump|step) .. (off|from|in front of|into|under|out of) .. {<height>}
        {kill|killing|unalive|hang} <myself>(?! out)
        <i> ... (jump|jumping|step|stepping|throw myself|throwing myself|walk|walking|drive|driving) .. (off|from|in front of|into|under|out of) .. {<height>}(?! (station|stop|ticket))
        (hang|hanging|shoot|shooting|drown|gas) {<myself>}(?! out)
        (gun|pistol|knife) .. (to|in|at|against) my {head|mouth|throat|wrist|temple|heart}
        (bought|tied|tying|have|got|tie|ready) .. (a|the) .. {noose|rope to hang}
        (how many|lethal|fatal|enough|which|what dose) ... {<pills>} ... (die|kill me|kill myself|end it|never wake up|not wake up)
        {painless|painlessly|easiest|quickest|peaceful|peacefully|least painful} .. (way|ways|method|methods) .. (die|dying|end it|kill myself|suicide|leave this world|go forever)
        (die|kill myself|go) {painlessly|peacefully|without pain}
        <i> .. (have|got|made) a {plan} ... (die|kill|end|date|tonight|suicide|note)
    """, FUN),
)  # fmt: skip

HIDDEN = (
    Rule("self_harm.no_reason_to_live", _LABEL, STRONG, r"""
        (no|any|single|one|without|without a|find a|see a|need a) .. (reason|point|sense|use|purpose) .. (to|in|for|of) .. {wake up|waking up|live|living|go on|going on|keep going|get up|getting up|be here|being here|exist|existing|stay alive|staying alive|carry on|carrying on|being alive|keep living|stay}(?! (late|early|at|in (this|the) (house|flat|city|job)))
        (no|lost|lose|losing|without|havent|left|have) .. {will} to (live|go on|be here|survive)
        (might as well|better off|rather|better|wish i was|wish i were|hope im|hope i am|supposed to) (be )?{dead|dying}(?! (to me|wrong|last|tired|serious|on time|than|inside the))
        {death} (would|will|is|sounds|seems|feels|might|could) .. (a relief|relief|easier|better|peaceful|answer|way out|only|comforting|escape|kinder)
        (why|how come) (am i|do i|im i|should i) .. {alive|exist|living|live|bother living}(?! (in|with|here|at|so))
        why am i (still|even) {here}
        (dont|do not|doesnt|no longer) (really )?{care|matter|mind} (if|whether) i (live|die|wake|am alive|exist|survive|make it)
        {enough} of (life|living|being alive|this life|existing)
        {life|living|existing|existence} (just )?(hurts|is unbearable|is pointless|is meaningless|is too (much|hard|painful)|feels (pointless|meaningless|unbearable|empty)|is (torture|agony|hell)|means nothing|has no (meaning|point|purpose|value))
        (what|whats|wheres|see|there is|theres|is there) .. (the|any|no) .. {meaning|purpose} .. (in|of|to) .. (living|my life|existing|me being|going on|being alive)
        (cant|cannot|dont want to|wont|not going to|refuse to) .. {face|see|survive|get through|make it through} (another|one more|tomorrow|the (night|week|next))( day| night| week| morning)?(?! (of (school|meetings|work|lectures)|meeting|exam|at the))
        nothing .. (to|worth|left) .. {live for|living for|stay for|wake up for|get up for|keep me here}
        {nothing} left for me
        (whats|what is|is there|see|no) .. (the |any |a )?point .. {living|being alive|going on|existing|waking up|carrying on|being here|staying alive|life}(?! (insurance|in (london|paris|town)))
        {life|living} (isnt|is not|not|is no longer|doesnt feel|does not feel|was never|just isnt) worth .. (living|it|continuing)
        (worth|bear|stand|point) .. {living|being alive} <anymore>
        (is|if) (life|it) (is )?(even |really )?worth {living|being alive}
        (tired|sick|exhausted|done|finished|through|fed up) .. (of|with|from) .. {living|being alive|life|existing|existence|being here|breathing}(?! (in|with|at|on|here|by|under|for|together|admin|out|near|next|hacks|lessons|insurance|paycheck|drama|alone|like))
        (give|giving|gave|given) up on {life|living|my life|staying alive}
        {dont|cant|cannot} .. see .. (future|reason|way) .. (for myself|with me in it|to keep going|forward anymore|worth)
    """, "subscription|homework|gluten|facebook|job interview|this (bug|city|flat|house)"),
    Rule("self_harm.gone", _LABEL, STRONG, r"""
        {better off|happier|easier|better place|relieved|better} ... (without me(?! (there|at|on|in (?!it)|as|coming))|with me (gone|dead)|(once|when|if|after) (i|im|i am|ive) .. (gone|dead|died|disappeared|vanished|didnt exist|wasnt here|werent here|wasnt around|werent around|never existed|not here|left this world))
        if i .. (died|vanished|killed|dead|disappeared|was gone|were gone|wasnt here|werent here|never woke|stopped existing|didnt exist|didnt wake) ... {nobody|noone|no one|anyone|anybody|better|easier|happier|care|notice|miss|relief|fine}
        (disappointed|hate|angry|sad|sorry|upset|regret) .. (that |im |i |am |still )*{alive|waking up}
        {nobody|noone|no one|anyone|anybody|everyone} ... (care|notice|miss|cry|mind|relieved|come) .. (if|when|that) (i|im|i am) .. (died|die|disappeared|gone|dead|vanished|wasnt here|never woke)
        (wont|will not|not going to|not gonna|wouldnt|might not|may not) be {here|around|alive} .. (tomorrow|long|longer|by (then|christmas|morning)|next (week|month|year|time)|anymore|in the morning|after (tonight|today)|to see)
        (wish|hope|pray|praying|hoping|want|wishing|wanna|could) ... {wake|waking} up( again| tomorrow| ever| anymore| one day| in the morning)?(?! (early|earlier|late|at|to (coffee|breakfast)|on time|in time|rested|refreshed|next|feeling))(?<=up|in|er|ow|re|ay|ng)
        (go|fall|going) (to )?(sleep|asleep) and (never|not|dont|wont) {wake}
        {sleep|asleep} (forever|and never|for good)
        (wish|hope|want|pray) .. (i|god|something|someone|a car|a bus|a truck|death) .. (would|could|had|will) .. {kill me|end me|take me|hit me|run me over|end my}
        (everyone|everybody|family|mum|mom|parents|kids|people|they|friends|world|he|she) ... (glad|happier|relieved|fine|okay|free|cope|get over it|move on|better) .. (when|once|if|after) .. {im gone|i am gone|im dead|i am dead|i died|i die|i was gone}
        (take|look) care .. (of )?(my|the) ... (when|once|after) (im|i am) {gone}(?! (for|on|to|this|next|until))
        {cant|cannot|dont know how to|dont know if i can} .. (keep living|live like this|live anymore|go on living|continue living|survive this|stay alive|go on|keep going)( like this| <anymore>| much longer)(?! (without coffee))
        (said|saying|say|made|making) .. my .. {goodbyes|goodbye|farewells}( to (everyone|the people|my family|my friends))?
        {goodbye} (forever|cruel world|world|everyone i|to life)
        this is (my |the )?(last|final) {goodbye|message|night alive|letter|day on}
        (put|putting|set|getting) my affairs in {order}
        (dont|wont|will not) {need} .. (it|them|these|this|any of it|anything|my things) .. (where (im|i am) going|after (tonight|today|friday|this week)|when im gone)
        (leave|leaving) this {world|earth|life}
        ready to {die|leave this world|go forever}
    """, _AWAY),
    Rule("self_harm.gives_away", _LABEL, WEAK, r"""
        {giving|gave|given|give|gifted} .. (away|my \\w+ to|everything i own)
        {given|giving|gave} ... (belongings|possessions|everything|favou?rite|things i (love|own)|my (dog|cat|guitar|records|books|jewell?ery)) .. (away|to)
    """, "charity|donated?|goodwill|mov(e|ing)|declutter\\w*|clean\\w*|outgrew|old clothes|advice|birthday|speech|notice|my best|my (number|name|opinion|consent)"),
    Rule("self_harm.for_good", _LABEL, WEAK, r"""
        (wont|will not|dont|do not) .. {need} .. (it|them|these|this|anything|any of it) <anymore>
        (wont|will not) be needing {them|it|these|this|anything}
        before i {go|leave|disappear}
        {remember|forgive|sorry|thank|thanks} ... (when im gone|after im gone|for everything|me for what)
        (one|a) last {time|goodbye}
        no {longer} needed
        at {peace} .. (now|finally|decision)
        {everyone|everybody|people} .. (remember|forgive) me
    """),
    Rule("self_harm.despair", _LABEL, WEAK, r"""
        <i> ... {burden}
        {hate} (<myself>|my life|being alive|existing)
        (<i>|so|feel|feeling|completely) .. {worthless|hopeless|unlovable|trapped}
        no {hope} (left|anymore|for me)
        {cant|cannot} .. (take|stand|bear|handle) .. (it|this|pain|life|being me) <anymore>
        (make|want|need) .. (the|this|my|all) {pain|hurting|suffering|noise} .. (stop|end|over|away)
        no {way} out
        nothing {matters} <anymore>
        (<i>|feel|so) .. {numb|empty} (inside|all the time|every day)
        no {future}
        {nobody|noone|no one} .. (would|cares?|wants|loves|needs) .. (me|about me|if im)
        (dont|do not) {deserve} to (live|be here|be alive|exist)
        (want|wish|just) ... {disappear}
        (want|need|wanted) .. (it|everything) (all )?(to )?{stop|end|be over}
        (want|wanted) (it|everything) all to {end|stop|be over}
        {dying} inside
        (no|any) {strength|energy|fight} left
        {done} (with everything|with life|fighting|trying)
        {end} things (tonight|for good|now|today|soon)
        (thank you|thanks) for {being kind|being there|everything|listening}
        (tonight|today|this|tomorrow) .. my last {night|day}
        ive {decided}$
        because i {deserve} (it|to|pain|this|the pain)
        until .. (hands|knuckles|arms|skin|it|i|they) {bleed|bleeds|bleeding|bled}
        (dont|do not) want to do {it|this|life} <anymore>
        {made} (my|up my) (mind|decision|peace)( about)?
        (nobody|noone|no one) .. {miss} me
        (i|im) (a |such a |just a )*{failure|waste of space|mistake|nothing}
        i {deserve} to (suffer|hurt|be punished)
        {exhausted} .. (of|from) .. (pretending|fighting|everything)
        cant {fight} <anymore>
        {suffering} .. (so much|every day|too long|for years)
        (life|everything|it) .. (is|feels|seems) .. {pointless|meaningless|hopeless}
        the {darkness} .. (me|wins|winning|swallow)
        {one way} (out|left|to (end|stop))
        only {one way}
        {tired} of (everything|fighting|trying|pretending|it all)
    """, "refactor\\w*|css|deadline|regex|printer|exam|homework|tax|sudoku|diet|mondays?|traffic|commute"),
)  # fmt: skip
