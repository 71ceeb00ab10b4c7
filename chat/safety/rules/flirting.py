"""Flirting: lines, compliments and pet names for somebody who is wooed."""

from chat.safety.rules.affection import FAMILY
from chat.safety.verdict import Label
from chat.safety.wording import HINT, WEAK, Rule

_BUT_NOT = (
    FAMILY
    + r"""
    delivery|courier|parcel|(customer|account|order|tracking|card|reference|case|room|ticket|model|serial) number|scam|trick|weather|soup|food|tea|translate|lyrics|thanks for (your|the) help
"""
)
RULES = (
    Rule("suggestive.flirting", Label.SUGGESTIVE, WEAK, r"""
        (are|were) you (always|usually|naturally|ever)? ?(this|so) {charming|cute|smooth|sweet|hot|handsome|gorgeous|flirty|forward|bold|
            irresistible|adorable|beautiful|pretty|charming}
        (youre|you are|well youre|arent you) (just |such |so |quite |a |an |real |very |really |pure |definitely |nothing but |too |being )*{charming|
            irresistible|tease|charmer|flirt|heartbreaker|sweet talker|smooth talker|eye candy|snack|tempting|breathtaking|dreamy|kissable|huggable|
            dashing|ravishing|captivating|enchanting|mesmerizing|mesmerising|bewitching|distracting|smooth|a catch}(?! (to|as|than|the))
        (youre|you are|you look like|you sound like) (such |so |pure |definitely |nothing but |big |a lot of )*{trouble}( and .*| arent you| for me| but.*|$)
        did it {hurt} when you fell
        (fell|fallen|dropped|fall) from {heaven}
        say that to (all )?(the |every )?{girls|guys|boys|ladies|men|women|girl|guy|everybody|everyone}
        hot in here or .. {you}
        {come} here often
        you {clean} up (so |very |pretty |rather )*(nice|nicely|well|good)
        (buy|get|fix|make|pour) you (a |another |that )?{drink|dinner|nightcap}
        (give|get|have|slip|ask for|asking for|had|got|gave|want|text) .. (your|his|her|my) {number|digits}
        (what|how) would it {take} to .. (date|kiss|take|see|have|get|make) (a |you|me)
        (look|looking|looks|looked|smile|smiling|stare|staring|wink|winking|talk|talking) at me like {that}
        (keep|keeps|kept) {smiling|looking|staring|winking|grinning|teasing|flirting|blushing} .. (at me|like that|with me|me)
        stop being so {cute|hot|charming|handsome|gorgeous|adorable|irresistible|sexy|pretty|beautiful}
        (hard|impossible|difficult|how am i supposed|cant) to (focus|concentrate|behave|work|think|sleep|leave|say no) .. (when|with|around|while|to) {you}
        your {place} or mine
        {netflix} and chill
        {winks|smirks|wink wink|winking} (at you|playfully|and|slyly|back|flirtatiously|seductively|$)
        {wink|winked} at (me|you|him|her)
        {pick|pickup|pick up|chat up} (up )?(line|lines)
        (youre|you are|hes|shes|thats|are you|am i|not) (exactly |totally |so |just |very |definitely )*(my|your) {type}
        if i (said|told) you .. {beautiful|gorgeous|lovely|great} body
        (must|gotta) be (a |an )*{tired|thief|magician|angel|parking ticket|exhausted|dream|miracle} .. (because|since|cause|running|when|come)
        (that|those|your) .. {accent|smile|eyes|dimples|lips|voice|laugh|mouth|grin} of yours
        (do you )?{believe} in love at first sight
        (i|id) (may|might|could|will|would|want to|think ill|am going to) (just )?{keep|steal|eat} you( up| forever| for myself|$)
        (are|were|so are) you (going|gonna|ever going) to {kiss|ask me out|make a move|dance with me|take me out|sweep me}
        (basically|practically|almost|thats|is that|was that) a {proposal}
        (get|got|getting|lead|leads) (me|you|us) into (all kinds of |some |so much |serious )*{mischief|trouble} .. (with you|together|tonight|you)?
        (should|must|could|will|gonna|going to|have to|may) .. {arrest|arrested|sue|fine|illegal|police} .. (you|for) .. (looking|being|that|cute|gorgeous|stealing|so)
        (then|until|because|when|and) you {smiled|winked|laughed|walked in|looked at me|said my name|blushed}
        {sight} for sore eyes
        (had|got|have) me {blushing|giggling|grinning|smiling|swooning|melting|hooked|thinking|weak|speechless}
        (have|got|has) a {boyfriend|girlfriend} or .. (can|may|could|should|do|am|is)
        like i like (you|my (men|women|man|woman|coffee|guys|dates)) {hot|strong|dark|sweet|tall|you}
        (if|were) .. {beauty|kisses|looks|beautiful|you} were (a |an )?(time|seconds|money|crime|snowflakes|vegetable|fruit|star|song|book|burger|triangle|raindrops|words)
        (win|steal|stole|stealing|melt|conquer|capture|have|won) (my|your) {heart}
        you {missed|miss} me .. (admit|sweet|sexy|handsome|gorgeous|cutie|baby|darling|didnt you|dont you)
        (admit|confess) it .. you {missed|want|like|love|fancy|enjoy} me
        {you} me (a|an|some|and a|and some|the) (\S+ ){0,3}(wine|red|champagne|beach|dinner|drinks|blanket|movie|night|candles|moonlight|hot tub|sofa|couch|sunset|tonight|bottle)
        you (took|take) my {breath} away
        {personality|heart|voice|brain|mind|soul} as (pretty|sexy|beautiful|hot|gorgeous|sweet|lovely) as your
        need {cpr|mouth to mouth|a doctor} .. (you|breath|when|because)
        (so|hmm|hey|are|would|will|do) you .. {apply|volunteer|audition} .. (boyfriend|girlfriend|date|heart|position)
        is your (name|dad|father) .. {wifi|google|thief|baker|angel}
        something about (you|your (eyes|smile|voice|laugh)) (that|i|and|makes|draws|just|is|drives) ... {me|something|resist|explain|away|attractive}
        you had me at {hello}
        (i|id) could (listen|look|stare|watch|gaze|talk|get lost|drown) .. (to|at|in|into|with)? ?(you|your .*) .. {night|day|hours|forever}
        {somewhere} (quiet|quieter|private|more private|just the two)
        (make|making|made|makes) (me|you|him|her|someone) {blush|swoon|weak at|weak in}
        (save|saved|promise) (me |you )?(a |the )*(last |slow |first )*{dance}
        (did you |do you )?miss me {yet|already|handsome|gorgeous|tonight|baby|darling}
        (somebody|someone|you|i|think|guess) .. has? .. {crush} on (me|you)
        secret {admirer|admirers}
        (like|love|liking|liked|loving) what (i|you) {see}
        look(s|ing)? (so |damn )?good enough to {eat}
        (dress|shirt|suit|outfit|uniform|jeans|lipstick|beard|jacket|glasses|tie|sweater|tux|tuxedo|jumper|skirt|perfume|cologne) ... (good|better|great|amazing|
            dangerous|distracting|hot|unfair|gorgeous|wild|crazy|incredible|fantastic) .. on {you|my floor|the floor|him|her}
        you .. (look|looks|looking|looked) (so |really |absolutely |damn |very |too |way too |incredibly |ridiculously )*{good|amazing|incredible|divine|delicious|dashing|
            ravishing|breathtaking|lovely} (in|tonight|when|today|with)
        come (over |a little |bit )*{closer|here} .. (and|so) .. (say|tell|show|make|kiss|prove|find|whisper|i)
        (dare|bet|bribe) you .. {kiss|dinner|date|closer}
        (what|where) (are|were) you .. {all my life}
        i (love|like|adore|enjoy) .. (how|the way|when|it when) you {smile|laugh|blush|tease|look at me|say my name|bite|smell|touch|hold|play hard|
            flirt|move|dress|whisper|call me}
        (youre|you are|you look) (so |too |really |the |most |very |always |extra |even |just )*{cute|handsome|gorgeous|hot|beautiful|sexy|pretty|stunning|adorable} (when|in|today|
            tonight|and you know|you know that|for words|woman|man|person|girl|guy)
        (you|your) .. (have|got|with) (such |the |a |an |really |most |pretty |that )*{beautiful|gorgeous|amazing|killer|dangerous|wicked|lovely|cute|sexy|incredible|dreamy|
            irresistible|disarming|dazzling|kissable} (\S+ )?(smile|eyes|laugh|lips|voice|dimples|body|legs|hair|grin|accent|shoulders|arms)
        (that|your|those) (\S+ )?(smile|eyes|grin|laugh|dimples|lips|voice|accent|look|charm) (of yours )?(is|are|should be|could|will|would|can|gets?|has|have|does|do) ... {illegal|dangerous|
            trouble|death|irresistible|unfair|distracting|contagious|something|kill|killing|hypnotic|hypnotizing|lost|melt|weak|criminal|intoxicating|addictive|charming|sexy|gorgeous|stunning|heart|hearts}
        (are|would) you (be )?{free} (tonight|later|this weekend|on (friday|saturday)) .. (gorgeous|handsome|for (dinner|a drink|drinks|me|a date|us))?
        (dinner|drinks|breakfast|movie) with me .. {tonight|friday|saturday|tomorrow|sometime|handsome|gorgeous}
        (take|taking) (me|you) (out )?(to|for) .. {dinner|drinks|dancing} .. (tonight|handsome|gorgeous|on friday|and then|sometime|first)
        (i think |i |we )(like|fancy|fancied|fancying) {you}( a lot| more than .*| so much| as more.*|$)
        i {fancy} (you|him|her|someone|the|this|that|my|a) (?!dress|cup|pizza|drink|go|trip)\S+
        (you|your) ... {skip a beat|skips a beat|heart race|heart flutter|heart melt|heart beat|knees weak|butterflies}
        (are you|is that|was that|youre|is this) .. {flirting|hitting on|coming on to|asking me out|trying to seduce|chatting me up}
        {hit|hitting|hits} on (me|you|her|him|the (barista|waiter|waitress|bartender))
        (roses are red|candy) .. {violets} are blue .. (you|kiss|love|mine)
        {sparks} (fly|flew|flying|between)
        (you|we) (would|could|should|might) .. (look|be) {cute|good|great|perfect|hot|amazing} together
        (ill|i will|i would|id) .. (be|follow|go|cross) ... {gorgeous|handsome|beautiful|cutie}$
        (play|playing) it {cool} (around|with) (you|him|her)
        (how|why) .. (someone|somebody|man|woman|girl|guy) (as|like|so) .. {single|pretty as you|handsome as you|beautiful as you|gorgeous as you|cute as you|hot as you}
    """, _BUT_NOT),
    # A pet name that calls somebody; "the view is gorgeous" calls nobody.
    Rule("suggestive.pet_name", Label.SUGGESTIVE, WEAK, r"""
        (?!(?:is|so|was|were|are|looks?|looked|looking|very|really|pretty|absolutely|a|an|the|this|that|and|most|how|feel|feels|be|just|its|too|more|drop|dead|
            simply|or|both|both|quite|smell|smells|of|her|his|with|always|still|not|as|old|tall|been|turned|out|came|totally|super|truly|stay|got|dark) )\S+ {handsome|gorgeous|cutie|hottie|sexy|stud|
            babe|lover boy|hot stuff|good looking|pretty boy|sweet cheeks|dollface|loverboy|beautiful stranger|cutie pie|lover|sugarlips|sexy thing|bae|boo|hunk}$
        (?:^|(hey|hi|hello|morning|night|goodnight|evening|well|yes|no|oh|thanks|come on|there|ok|okay) )(?!my ){handsome|gorgeous|cutie|hottie|sexy|stud|babe|
            lover boy|hot stuff|loverboy|cutie pie|bae|beautiful} (how|what|are|you|come|i|im|ive|tell|wanna|did|do|where|can|want|miss|lets|ill|dont|whats|hows|when|would|will|care|your|that)
    """, _BUT_NOT + r"""
        people|everyone|day|world|folks|ladies|hot stuff that \w+|name|actor|actress|singer|call me
    """),
    Rule("suggestive.sweet_talk", Label.SUGGESTIVE, HINT, r"""
        (\S+ )+{baby|honey|darling|sweetheart|my love|my darling|my dear|sweetie|beautiful|hun|my angel|princess|my queen|my king}$
        you and (me|i) .. {tonight|alone|together|forever|stars|moonlight}
        (i|im) ... {smiling|grinning|giddy|nervous|shy|speechless|tongue tied|flustered} .. (when|because|around|every|whenever|since|thinking) .. (you|him|her|he|she)
    """, _BUT_NOT, is_tender=True),
)  # fmt: skip
