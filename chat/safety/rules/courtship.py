"""Love in real life and in stories: crushes, dates, confessions, lovers; and playing at it."""

from chat.safety.rules.affection import FAMILY
from chat.safety.verdict import Label
from chat.safety.wording import WEAK, Rule

_THINGS = r"""
    (release|due|expiry|deadline|publication|start|end|delivery|closing|cutoff|court|launch|best before|sell by|birth|travel|meeting|exam|wedding) dates?|dates? (range|format|column|field|picker|stamp|palm|fruit|cake|syrup)|
        (todays|current|exact|what|which|another|later|earlier|new|final) date|date (of|that works|for the)|to date|up to date|out of date|save the date|calendar|schedule
    recommend|who (wrote|sang|directed|painted|starred|plays)|what does|meaning of|definition|lyrics|soundtrack|documentary|(that )?(actor|actress|singer|celebrity)|by (jane|taylor|shakespeare|emily|john)|jane austen|shakespeare|
        romeo and juliet|(hungarian|movie|film|series|show|episode|season|netflix series|podcast) (is|was|about|called|i)|watched|review of|romance languages|book club|history of|
        (city|town|country|place|job|house|recipe|car|game|band|app|language|sport|bike)
"""
_BUT_NOT = FAMILY + _THINGS
_LOVED = (
    r"(you|him|her|me|them|someone|somebody|anyone|each other|one another|another (man|woman|guy|girl|person)|two people|(a|an|this|that|the|some|my|his|her|their|our|one of my|"
    r"your) (\S+ )?(\S+ )?(man|woman|guy|girl|lady|person|"
    r"stranger|boss|friend|bestie|mate|coworker|colleague|neighbour|neighbor|roommate|flatmate|housemate|ex|barista|instructor|trainer|husband|wife|boyfriend|girlfriend|partner|teammate|crush|manager|waiter|"
    r"waitress|bartender|doctor|pilot|soldier|knight|prince|princess|duke|duchess|king|queen|vampire|pirate|captain|rival|enemy|bodyguard|chef|detective|artist|poet|musician|fiance|fiancee|widow|widower|gardener|"
    r"governess|lord|servant|maid|werewolf|elf|fairy|ghost|mermaid|assassin|warrior|cowboy|farmer|baker|librarian|florist|ceo|billionaire|tutor|dancer|painter|sailor|lighthouse keeper|mechanic|villain|hero))"
)
_WRITE = (
    r"(write|writing|story|tale|scene|chapter|describe|continue|novel|novella|fanfic|fanfiction|poem|plot|draft|imagine|pretend|roleplay|role play|rp|lets play|play|scenario|simulate|act|acting|lets say|suppose|screenplay|"
    r"sonnet|prompt|ballad|vignette|drabble|oneshot|narrate)"
)
_TROPES = (
    "newlyweds|newlywed|honeymoon|lovers|couple in|a couple|young couple|old couple|married couple|soulmates|sweethearts|first date|blind date|a date|our date|wedding night|romance|romantic|romantically|love interest|love affair|affair|"
    "slow burn|enemies to lovers|friends to lovers|fake dating|first kiss|kiss|kisses|kissing|in love|flirt|flirts|flirting|flirty|crush|girlfriend|boyfriend|dating|love story|love scene|love letter|love at first|"
    "forbidden love|true love|confesses his love|confesses her love|confess|confesses|secret love|secretly love|secretly loves|passion|passionate|steamy|sensual|longing|yearning|tender|reunited lovers|attraction|attracted|"
    "marriage of convenience|betrothed|elope|eloping|courtship|courting|seduction|seduces|seduce|tension between|chemistry|falls for|fall for|falling for|soul mates|lover|love triangle|meet cute|one bed|only one bed|arranged marriage"
)

RULES = (
    Rule("suggestive.play_at_love", Label.SUGGESTIVE, WEAK, r"""
        (be|become|being|act as|acting as|act like|play|playing|pretend to be|pretend youre|pretend you are|pretend that you are|pretend that youre|imagine youre|imagine you are|youre|you are|youll be|you will be|you were|you play|you act as|respond as|reply as|talk to me like|
            treat me like|speak as|answer as|roleplay as|as) (a |the |like |youre |you are |if you were )*(my|your) (\S+ )?(\S+ )?{girlfriend|boyfriend|husband|wife|lover|fiance|fiancee|
            secret admirer|crush|bride|groom|sweetheart|soulmate|gf|bf|mistress|spouse|valentine|true love|beloved|admirer|suitor|prom date|date|other half|waifu|husbando|betrothed|hubby|ex}(?! (says|said|and i (are|have)|always|never|wants|
            is|was|has|lawyer|told|thinks|on (the|my) (insurance|form|mortgage|lease)|i (am|need)))
        (im|i am|ill be|i play|i will be|ill play|let me be) your (\S+ )?{girlfriend|boyfriend|husband|wife|lover|fiance|fiancee|crush|bride|groom|sweetheart|soulmate|gf|bf|mistress|ex|secret admirer|valentine|date}
        (youre|you are|you be|you play|youll be|you will be|ill be|im|i am|i play|ill play|one of us is|i will be|as) (the|a|an|my|your) (\S+ )?(\S+ )?{knight|princess|prince|duke|duchess|queen|king|vampire|pirate|captain|boss|bartender|bodyguard|
            stranger|neighbour|neighbor|doctor|werewolf|elf|lord|lady|billionaire|cowboy|maid|count|countess|secretary|professor|ceo|assassin|warrior|barista|rockstar|gentleman|governess|viking|spy|singer|soldier|general|emperor|demon|angel|
            wizard|witch|mermaid|siren|highlander|sheriff|detective|thief|colleague|coworker|roommate|rival|dancer|sailor|surgeon|firefighter|mechanic|chef|gardener|artist|painter|musician|bandit|noble|noblewoman|widow|traveler|traveller|
            mercenary|musketeer|samurai} ... (love|loves|loved|in love|kiss|kisses|crush|desire|desires|fancy|fancies|fall|falls|falling|feelings|attracted|attraction|flirt\w*|seduc\w*|passion\w*|secret thing|affair|longing|yearn\w*|
            smitten|my heart|your heart|romance|romantic\w*|admires?|tension|marry|forbidden|betrothed|secretly|alone together|charm\w*|tempt\w*|courts?|woos?|wooing|rendezvous|date|dates|lovers?)
        {stranger|bartender|pianist|dancer|captain|pirate|prince|knight|vampire|duke|gentleman|cowboy|bodyguard|boss|colleague|neighbour|neighbor|barista} .. (who|that) .. (asks|flirts|dances|kisses|buys|woos|charms|seduces|invites|loves|falls|stares|winks|wants|teases|fancies|tempts|rescues|courts|sends) .. (me|my)
        (pretend|pretending|have|forced|had|agree|play|act|acting) .. (to be|being|as|like) {married|engaged|lovers|newlyweds|husband and wife|dating|together|in love}
        (we|weve|we have|were|we are|us|our) ... (secret|secretly|hidden|forbidden|stolen|late night|had a|having an) (thing|affair|romance|love|lovers|relationship|kisses|fling|rendezvous|nights|meetings) .. {months|affair|romance|love|years|weeks|secret|lovers|fling|rendezvous|forbidden|
            now|together|kisses}
        (pretend|imagine|lets|roleplay|scenario|suppose|say) ... {newlyweds|honeymoon|wedding night|lovers|soulmates|on a date|first date|dating|just married|a couple|high society ball|stranded together|one bed|slow dance|slow dancing|blind date|long distance lovers|
            married and|in love|rekindle|reunited}
        (play|do|start|try|want|up for|do you do|can you do|lets|continue|begin|into|have|join|like) .. (a |an |some |our |in |the )*(\S+ )?(\S+ )?(romance|romantic|love|lovers|slow burn|slowburn|flirty|dating|couple|couples|enemies to lovers|boyfriend|girlfriend|tender|passionate|
            steamy|sensual|intimate|cuddly|sweet|wedding|forbidden love|vampire romance|regency|fluffy|fluff|date night|first date) {roleplay|role play|rp|scene|scenario|story|game|simulation|adventure}(?! (review|mechanics))
    """, FAMILY + r"""
        recommend|movie|film|review|insurance|mortgage|lawyer|tax|form|in law|divorce (lawyer|papers)|book club
    """),
    Rule("suggestive.in_love", Label.SUGGESTIVE, WEAK, rf"""
        {{crush}} on {_LOVED}
        (my|his|her|your|big|huge|massive|secret|office|work) {{crush}}(?! (injury|on (this|that|the|these)|depth|syndrome|it|the|zone))
        in {{love}} with {_LOVED}
        (fall|falls|falling|fell|fallen) (\S+ )?in {{love}}( again| slowly| at first sight| over| during| despite| and| while| on| at| in| by| after| before| when| by accident| but|$)
        {{falling|fell|fallen|fall|falls}} (\S+ )?(\S+ )?for {_LOVED}
        {{feelings}} for {_LOVED}
        (tell|telling|told|confess|confessing|confessed|admit|admitting|admitted|show|say|saying|let|letting) .. (him|her|them|to|my|that|know|someone|a) ... {{my feelings|in love|how i feel|i like him|i like her|i love him|i fancy|i love her|feelings for|have feelings|her feelings|his feelings}}
        {{confess|confesses|confessed|confessing|declare|declares|declared|admit|admits}} (his|her|their|my|your) .. (love|feelings|attraction|desire|passion)
        (confesses|confessed|confess|declares|admits) .. (that )?(he|she|they|i|hes|shes) .. {{love|loves|loved|in love|feelings}}
        (go|going|went|gone|be|been|was|im|were|are|out|hes|shes|take|took|taking|meet|met|get|got|ask|asked) .. on (a|our|my|the|another|an|that|their|some|his|her) (\S+ )?{{date|dates}}( with.*| and.*| last.*| tonight.*| tomorrow.*| this.*| next.*| for the.*|$)
        (first|second|third|blind|dinner|coffee|tinder|double|hot|romantic|terrible|awful|great|amazing|perfect|bad|good|nice|real|date night) {{date|dates}} (with|last|tonight|and|was|went|tomorrow|ideas?|outfit|tips|advice|conversation|ever|yesterday|nerves|went|i|we|he|she|questions|$)
        (my|our|his|her) {{date}} (last|was|tonight|and|said|went|tomorrow|kissed|with|showed|never|yesterday|on (friday|saturday|sunday))
        (get|got|getting|have|had|having|want|score|land|need|find) a {{date}} (with|tonight|for|out|by|this)
        (ask|asking|asked|asks|invite|invited) (him|her|someone|{_LOVED}) {{out|on a date|to dinner|for a drink|to prom|for coffee|for drinks|for her number|for his number}}
        {{matched|match|profile|guy|girl|date|met}} .. (on|from) hinge
        {{matched}} with .. (guy|girl|man|woman|him|her|someone)
        (hot|cute|gorgeous|handsome|attractive|beautiful|pretty|good looking|dreamy|fit|sexy|charming|hunky) {{guy|girl|man|woman|barista|coworker|colleague|neighbour|neighbor|instructor|trainer|stranger|waiter|waitress|bartender|lad|dude|blonde|brunette|guys|men|women|firefighter|
            fireman|lifeguard|bouncer|surfer|ceo|boss|roommate}}(?! (on the (cover|label)|from (the|that) (movie|film)))
        (hes|shes|he is|she is|he looks|she looks|he looked|she looked|he was|she was|looks|looked|boyfriend is|girlfriend is|husband is|wife is|wife looked|husband looked) (so |really |very |incredibly |ridiculously |just |that |insanely |absolutely |super |such a )*{{hot|handsome|attractive|sexy|dreamy|irresistible|hottie|hunk|kissable|drop dead gorgeous}}(?! (in (summer|here)|and (sweaty|feverish)|on .*|today and|dog))
        (boyfriend|girlfriend|husband|wife|fiance|fiancee|partner|he|she|him|her|bf|gf) .. (looked|looks|look) (so |really |absolutely |damn |too |very )*{{good|amazing|stunning|gorgeous|beautiful|incredible|delicious|hot|handsome}} in (that|his|her|a|the|this|nothing)
        {{chemistry}} (between|with) {_LOVED}
        {{chemistry|sparks|attraction|tension}} (between|with) (us|me|him|her|my|the two|two|them)
        (make|making|made|makes) (a|the|my|the first|his|her) (first )?{{move}}( on .*|$)
        {{hooked up|hook up|hooking up|one night stand|friends with benefits|making out|made out|spent the night together}}(?! (the|to|my) (printer|tv|speakers?|console|monitor|laptop))
        (spend|spent|spending|stayed) the {{night}} (with|at) (him|her|his|hers|my (boyfriend|girlfriend|crush|date|ex))
        {{butterflies}} .. (when|whenever|every|around|before|because|from|after|at|if) .. (he|she|him|her|you|date|text|texts|his|smiles|boyfriend|girlfriend|crush)
        (romantic|candlelit|intimate|sexy|sensual|flirty|steamy|passionate) {{night|evening|dinner|date|weekend|getaway|gesture|surprise|picnic|walk|text|texts|message|messages|poem|letter|scene|scenes|story|stories|playlist|bath|massage|trip|gift|idea|ideas|moment|moments|tension|interest|feelings|
            relationship|roleplay|encounter|dance|dream|outfit|proposal|things|vows|weekend|night in|evening in|partner|vibe|mood}}
        {{love}} (letter|letters|poem|poems|scene|scenes|note|notes|sonnet|confession|interest|triangle|affair)( (to|for|from|between|about|where|in|on|at|with|that|my|tasteful|he|she|i).*|$)
        (bring|get|bringing|getting|put|find|keep) (back |alive )?(the |our |that )?{{spark|romance|passion}}( back| alive| again|$| in (my|our) (marriage|relationship))
        (went|go|going|came|come|left|gone) home with {{him|her|a|someone|somebody|this|the}} (guy|man|woman|girl|lad|stranger|barista|bartender|colleague|dude|cutie|him|her)?
        (im|am|was|he is|hes|she is|shes|he was|she was|let|know) .. {{interested}} in (him|her|me|someone|my (coworker|boss|neighbou?r|friend))( romantically| too| back|$)
        (she|he|girl|guy|coworker|woman|man) (keeps|kept|always|is always|was) {{touching|brushing|stroking|squeezing}} my (arm|hand|leg|shoulder|hair|knee|back)
        (it|that|this|so|evening|night|weekend|was) (was |is )?(so |very |really |incredibly |super )+{{romantic}}
        {{love story}} (between|about|of|where|with|set) (?!a (dog|cat|boy and his))\S+
        (slept|sleep|sleeping|spent the night|in bed) {{with|beside}} (my (ex|boss|coworker|best friend|friend|neighbou?r|roommate|flatmate|boyfriend|girlfriend|date)|him|her|someone|somebody|a (guy|girl|man|woman|stranger|coworker|colleague))
        (he|she|girl|guy|man|woman|barista|boy|neighbou?r|coworker|colleague|crush) ... (likes|fancies|like|fancy|is into|was into|has a thing for|has eyes for|flirts with|checking) {{me}}(?! (to|as a (friend|person)))
        (havent|not|stopped|arent|more|less|been|be|being) .. {{intimate}} (in|for|with|anymore|again|$)
        (spark|passion|romance|flame|intimacy|fire|magic) .. {{back|alive|again|marriage|relationship|rekindle|reignite|bedroom}}
        {{rekindle|reignite|rekindling|spice up|woo|wooing|serenade|court|courting|seduce}} .. (the |our |my |her |him )?(spark|passion|romance|flame|love life|sex life|relationship|marriage|him|her|girlfriend|wife|husband|boyfriend|lady|love)
        (miss|missing|missed|misses) (his|her|my (boyfriends|girlfriends|husbands|wifes)) .. {{touch|kisses|lips|body|arms|warmth|embrace|scent|smell|kiss|skin}}
        (he|she) .. (asked|asks) me {{out|to be his|to be her|to dance|to marry|to move in}}
        (cant|couldnt) wait to {{kiss|see him tonight|see her tonight|cuddle|hold him|hold her}}
        (does|did|do|is|if|think|whether|thinks|know) .. (he|she|my \S+|they|guy|girl) .. (likes?|fancies|fancy|loves?|into|flirt\w*|interested in|attracted to|feels?) .. {{me back|flirting|as more than|more than a friend|into me|romantically|like that too|the same way|attracted to|fancies}}
        (propose|proposing|proposed|proposal) (to|for) (my|her|him) .. {{girlfriend|boyfriend|partner|her|him|love}}
    """, _BUT_NOT, is_tender=True),
    Rule("suggestive.love_story", Label.SUGGESTIVE, WEAK, rf"""
        {_WRITE} ... {{{_TROPES}}}(?! (of|comedy|comedies|languages?|hit|era))
        (dark|slow|gothic|historical|regency|vampire|fantasy|paranormal|office|workplace|small town|holiday|christmas|steamy|sweet|tender|forbidden|summer|second chance|enemies to lovers|sapphic|gay|lesbian|queer|epic|wartime|cozy|spicy|clean) {{romance}}(?! (languages?|of the))
        {{romance}} (story|scene|plot|between|where|about|with|set|roleplay|that|in which|chapter|arc|blooms|blossoms|novel)
        (two|secret|young|former|star crossed|forbidden|estranged|lost|old|parted|separated|the|as) {{lovers}} (who|meet|meeting|reunite|reunited|separated|part|in|and|on|from|at|under|quarrel|lie|lay|embrace|find|say|stroll|walk|escape|dance|share|wake|torn|must|kissed|kiss)
        {{slow burn|slowburn|enemies to lovers|friends to lovers|fake dating|love at first sight|forbidden love|star crossed lovers|love triangle|meet cute|wedding night}}
        (the|a|his|her|our) (\S+ )?(duke|prince|princess|knight|vampire|queen|king|count|countess|lord|lady|captain|pirate|stranger|governess|bodyguard|widow|soldier|rancher|detective|ceo|baker|librarian|heiress|gardener|sailor|rival|hero|heroine|couple|pair|lovers) ... {{kiss|kisses|kissed|desire|embrace|
            embraced|longing|in love|fall in love|his love|her love|their love|passion|seduce|seduced|flirt|flirts|smitten|heart racing|blush|blushed|yearning|attraction|lips|lover|lovers}}
        (he|she|they|his|her) ... {{tender|tenderly|lovingly|longingly|passionately|hungrily|seductively|breathlessly|sensually|adoringly}} .. (kiss\w*|touch\w*|gaz\w*|look\w*|held|lips|him|her|embrac\w*|whisper\w*|at|caress\w*|into)?
    """, _BUT_NOT, is_tender=True),
)  # fmt: skip
