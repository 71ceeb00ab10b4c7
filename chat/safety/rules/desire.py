"""Desire kept mild: longing, wanting somebody near, what somebody's nearness does."""

from chat.safety.rules.affection import FAMILY, MATTERS
from chat.safety.verdict import Label
from chat.safety.wording import WEAK, Rule

_BUT_NOT = (
    FAMILY
    + MATTERS
    + r"""
    cookies?|pizza|chocolate|cake|food|soup|tea|coffee|sushi|curry|snacks?|song|music|playlist|sister|best mate|roommate|landlord
"""
)
RULES = (
    Rule("suggestive.desire", Label.SUGGESTIVE, WEAK, r"""
        {ache|aching|ached|aches|yearn|yearning|yearned|pine|pining|burn|burning|hunger|hungry|thirsty|starving|starved|desperate|longing|longs|longed|long|dying} (for|to) .. (you|your|
            touch|hold|feel|kiss|taste|be (close|near|with|held)|have you)( (?!guys|all)\S.*)?
        {crave|craving|craved|craves|desire|desired|want|wanting|need|needing|miss|missing} (you|your|his|her) .. (touch|company|body|hands|kiss|kisses|lips|arms|warmth|skin|mouth|closeness|
            embrace|attention|weight|breath|presence|hands)
        {want|wanted|need|needed} (you|u) so (very |so |damn )*(much|bad|badly)(?! (to|more))
        (night|nights|evening|hour|minute|morning|life|moment|weekend) {beside|next to|in bed with|alone with|in the arms of} you
        (impossible|cant|cannot|unable|hard|difficult|stop me|dont) .. {think|thinking|thought} of (anything|anyone|anybody|nothing|nobody) (but|else|except|other)
        (awakened|awaken|awakens|woken|stir|stirred|stirs|ignite|ignited|lit|set off|unlocked|light) .. {something|fire|flame|feelings|desire|feeling} .. (in|inside|within) me
        {fire|flame|hunger|thirst|ache|need|longing} .. (in|inside|within) me
        (youre|you are|you|its you) .. (all|only thing|only one|last thing|first thing|who) .. i {think|dream|want|need|crave|see|live for}( .. (about|of|when|before|at night|in the morning|$))?
        (how|so) {badly|much|desperately|fiercely|deeply} i (want|need|crave|desire|miss|ache for|long for) you
        (let me|want to|wanna|need to|to|could i|be|get) .. be {close|closer|near|nearer} to you
        (pulse|heart|breath|stomach|skin) .. {jumps|leaps|races|quickens|skips|flips|flutters|stops|jumped|raced|tingles} .. (when|each|every|at|whenever|as|with) .. (your|you|name)
        {pull|pulled|drawn|attraction|attracted} (so |strongly |this |helplessly )*(towards?|to) you
        (lose|lost|losing) (all |every |my )*(sense|senses|reason|control|mind|train of thought) .. (when|with|around|because) {you}
        {crave|craving|desire|lust after|lusting after} (you|him|her)
        (knees|legs) (go|went|going|are|get|turn|turned|gave|feel|felt|always go|still go) .. {weak|wobbly|jelly|buckle|soft|trembling}
        weak (in|at) the {knees}
        {forget|forgot|forgets|forgetting} (how )?to breathe
        (you|he|she|your \S+|his \S+|her \S+) .. (take|takes|took|taking|steal|steals|stole) my {breath}( away)?
        (what|things|thing|effect|everything) .. (you|your \S+|your \S+ \S+) (do|does|are doing|have|has|keep doing) (to|on) {me}
        (you|your \S+|the way you \S+|when you \S+) ... (drives?|driving|make|makes|making|get|gets|getting|leave|leaves|set|sets|turn|turns|got|have|has|send|sends) (me|my \S+) .. {crazy|wild|mad|insane|
            weak|melt|shiver|tremble|swoon|ache|burn|breathless|dizzy|racing|fire|hot|shivers|tingling|tingle|undone|speechless|blush|spinning|flutter|warm|longing|restless}
        (cant|couldnt|can not|cannot|hard to|impossible to|trying to|dont want to|try to) .. {resist} (you|him|her|your|his|those|that|each other)
        keep (my|your|his|her|our|their) {hands} (off|to (myself|himself|herself|yourself|ourselves|themselves))
        (cant|couldnt|cannot|never|not|barely) .. (stop|quit|help) .. {thinking|dreaming|daydreaming|fantasizing|fantasising|staring|imagining|wanting|picturing|looking} .. (about |of |at )?(you|us|your|that kiss|kissing|the way you|
            the kiss|our (kiss|night)|last night with|touching)
        (cant|cannot|dying|long|longing|want|need|ready) .. (wait|to)? ?(to|for) {hold|feel|touch|taste|have|undress|kiss|unwrap|caress|devour} (you|your|him|her|his)(?! (feedback|answer|reply|back on|here for|reviewed))
        (thought|idea|memory|feel|feeling|warmth|taste|scent|smell|heat|weight|touch|sound|image) of (you|your|his|her|him) .. {hands|hand|fingers|lips|mouth|skin|touch|body|arms|kiss|
            kissing|breath|neck|beside me|next to me|close|near me|against|perfume|cologne|whispering|holding|touching|naked|in bed|in my bed}
        (have|had|want|wanting|need|needing|wish|imagine|imagining|picture|picturing|like|love|miss|missing|having|wanted|pull|feel|feeling) (you|u)(?! to (?!(be|hold|stay with|kiss|feel|touch|sit|lie|come|sleep|wake))) .. {near|nearer|close|closer|beside me|next to me|
            with me|against me|in my arms|in my bed|on top|by my side|tonight|here with me|were here|all to myself|around me|pressed}
        (being|be|when im|when i am|sitting|standing|lying|closer|get|getting|whenever im) .. (so |this |that )?{near|close|beside|next|closer} (to )?you .. (makes?|is|drives?|again|tonight|feels?|gives?|i|my|and|all|right)
        (every time|whenever|when|each time|as soon as|the moment) (you|he|she) .. (come|comes|walk|walks|look|looks|get|gets|lean|leans|stand|stands|smile|smiles|touch|touches|say|says|whisper|whispers|brush|brushes|hold|holds|enter|enters|text|texts|laugh|
            laughs|call|calls|are|is|move|moves) ... {breathe|breath|heart|melt|skin|shiver|shivers|weak|butterflies|blush|tingle|tingles|pulse|flutters|jelly|knees|goosebumps|flush|stomach|spine|racing|speechless|tremble|beat|words}
        (longing|long|ache|yearn|yearning|aching|hungry|hungering|thirsting) (to|for) (be |feel |have |get )*{close|closer|near|touched|held|kissed|wanted|your|you|his|her|him}
        i (still |just |really |only |do |so )*(want|need|crave|desire|wanted|am crazy about) {you|him|her}( so| so much| badly| so badly| bad| now| tonight| more| right now| all| again| completely| closer| with every.*| like| in ways.*)*$
        (im|i am|youre|you are|make me|make you|making you|be|i want to be) (all |only |truly |forever |already |just |completely )*{yours|mine}(?! truly)( tonight| forever| completely| now| alone| for the night| and only.*|$)
        (you|i) {belong} to (me|you)
        {chemistry|sparks|attraction|electricity|magnetism} between (us|you and|him and|me and|them|the two)
        (under|cast|fallen under) (your|his|her|a) {spell}
        (crazy|mad|wild|head over heels|nuts) (about|for) {you}
        {smitten|besotted|infatuated|lovesick|lovestruck|enamoured|enamored|head over heels|bewitched|weak} (with|by|for|over|about|of) (you|your)
        (my|your) {fingers|fingertips|lips|mouth|hands|hand|face|head|nose|body|cheek|palms|breath|skin|arms|legs} .. (through|along|down|over|across|on|in|into|against|to|around|near|under|tangled|up) .. (your|my) (\S+ )?(hair|neck|back|
            skin|chest|shoulders?|spine|cheek|jaw|lips|waist|collarbone|arms?|lap|thigh|body|hips|ear|mouth|heart|legs?|stomach|side)
        (your|his|her|my) (heartbeat|heart|breath|breathing|warmth|body|skin|lips|stubble|hair) .. (against|on|next to|beside|near|under) {mine|yours|me|my skin|my neck|my cheek|my chest|my ear|my lips}
        (dream|dreams|dreamed|dreamt|dreaming|fantasies|fantasise|fantasize|daydream|daydreaming|thoughts|imagine|imagined|imagining|picture) .. (about|of|that)? ?(you|us|your) .. {touching|kissing|holding|lips|hands|bed|arms|
            naked|body|together|close|night|shower|beach|kissed|touched|held|mouth|skin}
        (stay|sleep|lie|lay|wake|be|spend|crawl|come) (here )?(with me|beside me|next to me|up with me|in my arms|in my bed|to bed|into bed|under the covers) .. {tonight|night|morning|forever|close|bed|covers|dawn|sunrise}
        (want|need|love|like|loved|wish|waiting|wanted) (you |him |her )?to {hold|kiss|touch|caress|undress|embrace|ravish|seduce|devour|tease|take} (me|you)(?! (to (the|school|work|airport|account|hospital)|seriously|through|back|a|accountable|responsible))
        (touch|hold|take|have|want|need|kiss|ravish|devour) me .. {tonight|again|gently|slowly|like you|right now|all night|softly|close|closer|tenderly|everywhere|please baby}(?! (the|a|my) (\S+ )?(table|map|way))
        (body|skin|lips|heart|every part of me|soul|whole body|bed|arms|sheets|pillow) .. {aches|burns|craves|longs|yearns|wants|remembers|misses|calls|tingles|smells|screams|empty|cold} .. (for|to|your|you|of|without)
        (every|each) {inch|touch|kiss|curve} .. (of )?(you|your|my)
        i (could|want to|wanna|would love to|need to) {lose|melt|drown|disappear|sink} .. (myself )?(in|into) (you|your)
        (lost|losing|lose) my (mind|head|breath|self control|composure) (over|around|when|near|because of) {you}
        (temptation|tempting|tempt|tempted|irresistible|intoxicating|addicted|addictive|hypnotised|hypnotized|mesmerised|mesmerized|obsessed|captivated) ... {you|your}(?! (can|should|have to))
        (sleepless|awake|sleep|tossing) .. (thinking|because|dreaming|imagining|wanting|missing|without) .. {you|your|us}
    """, _BUT_NOT),
    Rule("suggestive.desire_of_others", Label.SUGGESTIVE, WEAK, r"""
        {crave|craving|craved|yearn|yearned|yearning|ached|aches|longed|longing|burned|hungered} (for )?(his|her|him) .. (touch|company|body|hands|kiss|lips|arms|warmth|skin|mouth|embrace|closeness|again)?
        (cant|couldnt|cannot|never|not) .. (stop|quit|help) .. {thinking|dreaming|daydreaming|fantasizing|fantasising|staring|imagining} .. (about |of |at )?(him|her|his|the way (he|she)|the guy|the girl|that kiss|that guy|
            that girl|our (kiss|date)|my (crush|coworker|boss|neighbour|neighbor|colleague|ex|date))
        (how|so) {badly|much|desperately|fiercely|deeply} i (want|need|crave|desire|ache for|long for) (him|her)
        (hide|deny|fight|ignore|bear) .. {want|desire|need|feel for|attraction|longing} .. (him|her)
        (get|got|getting|keep) (him|her|you) (out of|off) my {head|mind}
        {smitten|besotted|infatuated|lovesick|lovestruck|enamoured|enamored|head over heels|bewitched|obsessed} (with|by|for|over|about) (him|her|each other|someone|this (guy|girl|man|woman)|a (guy|girl|man|woman)|my (crush|coworker|
            neighbou?r|husband|wife|boyfriend|girlfriend))
        (he|she|his \S+|her \S+|the way (he|she) \S+) .. (drives?|makes?|made|making|gets?|got|left|leaves|set|sets|gave|gives|turned|turns|sent|sends) (me|my \S+) .. {wild|weak|melt|shiver|shivers|tremble|swoon|
            butterflies|goosebumps|breathless|blush|giddy|tingle|flutter|skip|race|jelly|wobbly|on fire|hot all over}
        {want|wanted|need|needed} (him|her) so (very |so |damn )*(much|bad|badly)(?! (to|more))
        {crazy|mad|nuts} about (him|her|each other|my (boyfriend|girlfriend|husband|wife|neighbou?r|coworker))
        (desire|passion|longing|lust|attraction|hunger|yearning) (for|between|in) (him|her|them|his|us|each) .. {eyes|grew|burned|burns|fire|unbearable|hide|strong|overwhelming|other}
        (fancy|fancied|fancies|fancying) {him|her|someone|the guy|the girl|this guy|this girl|my}
        (want|wants|wanted) {him|her} (so |very )?(badly|bad|much|closer|near|tonight|back in (my|her|his) (bed|arms)|like that|desperately)
    """, _BUT_NOT, is_tender=True),
)  # fmt: skip
