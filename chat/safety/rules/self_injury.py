"""Self-injury in other words, and earlier attempts that come back: of the writer or of somebody else."""

from chat.safety.rules.self_harm import ACCIDENT
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.SELF_HARM
_MADE_UP = r"""
    movies?|film|novel|series|episode|anime|manga|character|villain|hero|in the (book|story|game|show|play)|singer|actor|actress
"""

RULES = (
    Rule("self_harm.injury", _LABEL, STRONG, r"""
        (i|wanna|to|started|stopped|stop|about|from|with|been|of|keep|have|urge to|and|or|my) {sh}(?! (file|script|scripts|
            command|shell|c|x))
        {sh} (urges|urge|scars|relapse|again|every|almost|for the|because|to cope|since|clean)
        (clean|sober|free) .. (from|of|for) .. {cutting|sh|self harm|selfharm|hurting myself|burning}
        (days|weeks|months|year|years|hours) (since|without|after|clean) .. {cut|cutting|sh|hurt myself|harmed myself|self harm|
            relapsed|burned myself}(?! (my hair|the|sugar|carbs|down|meat|out))
        i (last |just |still |always |only |have |had to |used to |started to |want to |need to |wanted to |
            really )*{cut}( to| when| because| so i| again|deep| deeper| too deep| last| every| and| until| tonight| yesterday|
            $)(?! (the|my hair|a|it|them|out|down|off|back|corners|hair|some))
        (urge|urges|tempted|temptation|craving|cravings|want|need|wanting|relapse|relapsed|relapsing|going) .. (to|into|back to|
            with) {cut|cutting|harm|harming|bleed|burning}( again| myself| tonight| is| are| when|$)
        ^(\S+ ){0,2}{<harms>} <myself>
        (end up|ended up|start|started|started to|keep|kept|by|into|resort to|resorted to|addicted to|thoughts of|think about|
            back to|love|like|enjoy|helps|stop|considering|without|for) .. {<harming>} <myself>
        <i> .. {<harming>} <myself>
        (bang|banging|hit|hitting|smash|smashing|slam|slamming|punch|punching|bash|bashing|knock) .. my (own )?{head|legs|
            thighs|face|arms|fists|fist|knuckles|hand|hands} .. (on|against|into|with) .. (wall|walls|floor|desk|door|mirror|
            fist|hammer)( \S+){0,4} (when|until|because|so|every|to (punish|calm|feel|cope)|again)
        (punch|punching|hit|hitting|slap|slapping|scratch|scratching|bite|biting|pinch|pinching|pick|
            picking) .. my (own )?{face|head|arms|arm|thighs|legs|skin|hands|wrists|stomach} .. (until|when i|when im|
            to (punish|feel|calm|cope)|because i (deserve|hate)|whenever|so hard)
        {blade|blades|razors|razor blade|razor blades|sharpener blade} .. (in|under|behind|inside) .. (phone|drawer|room|pillow|
            case|wallet|pencil|mattress|bed|sock|school)
        (my|her|his|their) (arms?|legs?|thighs?|wrists?|stomach|forearms?) .. (full of|covered in|covered with|is covered|
            are covered|littered with|has|have) .. {scars|cuts|cut marks|burn marks|scratches|burns|slashes}
        {scars|cuts|cut marks|burn marks|burns|lines} .. (all over|along|all along|across|up and down|on the inside of|inside|
            on) (my|her|his|their) (own)?(left |right |upper |inner )*(arms?|legs?|thighs?|wrists?|stomach|forearms?)
        (fresh|new|more|again|another) {scars|cuts|cut marks|burn marks} (on|yesterday|last night|under|every|this|that)
        (hide|hides|hiding|cover|covers|covering|long sleeves) ... (scars|cuts|my arms|her arms|his arms|wrists) .. {sleeves|
            summer|bracelets|hoodie|hoodies|bandages|makeup|bandage}
        (wears?|wearing) {long sleeves} ... (summer|heat|hot|scars|cuts|hide|even in)
        (only|just) .. (way|thing|time|release|relief) ... {<harming>} <myself>
        {<harming>} <myself> .. (only|helps|calms|calm|relief|release|makes me feel|better than|feels)
        {punish} <myself> .. (by|with|for|because|every|when|again|physically|until|not eating|pain)
        {pain|bleeding|blood|burning|it hurts|cutting} .. (calms me|calms me down|makes me feel (alive|something|better|real|
            calm)|only thing that helps|only thing i (can )?(feel|control)|keeps me (sane|going|calm)|my release)
        (feel|feeling) .. (something|alive|anything|real) .. (so|by|when|because|only) i {cut|burn|bleed|hurt|scratch|burned|
            hurting}
        (burn|burned|burnt|burning|burns|scratch|cut|cuts|cutting|bite|bites|carve|pinch) .. (my|her|his|their) (own )?{skin|
            arms|wrists|wrist|thighs|forearm|forearms|thigh}( \S+){0,4} (when|so|until|because|to|again|every|if|whenever|
            at night|on purpose|in secret|secretly|with a|since)
    """, ACCIDENT + _MADE_UP + r"""
        app|apps|budget|costs|spending|essay|draft|shav\w+|waxing|tattoos?|bash|script|linux|zsh|shell|acne|eczema|cat|cats|kitten|puppy|dog|surgery|c section|mosquito\w*|
            allerg\w*|rash|bug|code|compiler|shears|ice skates?|mower|freckles|oil|chickenpox|chicken pox
    """),
    Rule("self_harm.attempt_before", _LABEL, STRONG, r"""
        (my|his|her|their|after|since|an|another|the|second|third|first|last|failed|previous|two|three) (suicide |failed |last |
            first |second |third |previous |own |own life |latest )*{attempt|attempts}(?! (at|to|on (?!my)|was (successful|
            great)|by))( \S+){0,6} (hospital|found|survived|again|alive|die|died|ward|psych|psychiatric|failed|therapist|
            thoughts|pills|woke|scared|afraid|back|wish|sorry|feelings|feeling|last (year|summer|winter|month|spring|autumn|
            fall|week)|\w+ ago|years|months|weeks|in (january|february|march|april|may|june|july|august|september|october|
            november|december|20\d\d))
        (after|since|survived|surviving|following|from) (my|his|her|the|an|a|two|three) (suicide |failed |last |first |second |
            third |previous )*{attempt|attempts}(?! (at|to|on (?!my)))
        {wish|wished|hate|hated|angry|sorry|shouldnt|should not|shouldve|should have|why did|why didnt|if only} .. (they|he|she|
            nobody|no one|someone|paramedics|doctors|you|neighbour|wife|husband|mum|mom|roommate|anyone|that|had|hadnt|have|
            just) .. (found me|find me|saved me|save me|stopped me|stop me|revived me|brought me back|let me die|let me go|
            rescued me|called the ambulance|left me (there|to die)|pumped my stomach|cut me down|pulled me (out|back))
        (tried|attempted|failed) .. (once|before|twice|already|three times|last) .. (failed|didnt work|survived|again|and|
            but) .. {next time|this time|try again|finish|do it right|again}
        (next|this) time .. (i|ill|im|it) (wont|will|know|make sure|do|am|going to|not) .. {fail|succeed|finish|work|
            do it right|make sure|survive|mess it up|be found|be stopped}(?! (the (test|exam|course)))
        (tried|attempted|trying) to {end things|end it|end myself|take my life|take my own life|end my life|kill myself|
            hang myself|overdose|die|commit suicide|do it|do myself in|top myself|off myself}( \S+){0,4} (ago|before|last|again|
            twice|once|times|in|when|as|at|and|but|since|now|years|back|on)
        (those|same|dark|bad|old|these|the|my|intrusive|scary|horrible|ugly) {thoughts|urges|feelings|voices} .. (are |is |
            have |has |keep |came |coming |come |getting|got |started |start |all )+(back|again|returned|louder|stronger|worse|
            returning|creeping)
        (dark|darkest|scary|morbid|black) {thoughts} .. (again|lately|every|about|at night|myself|tonight|life|stop|alone|scare|
            scared|help)
        (i|im|ill) .. (scared|afraid|worried|fear|terrified|frightened|might|could) .. (i|ill|im) .. {do it|try it|try|
            go through with it|do something} (again|this time|tonight|soon|stupid|bad|to myself)
        (voice|voices|head|brain|something) .. {tells|telling|tell|says|saying} .. (me )?to (do it|jump|die|hurt myself|kill|
            end it|cut|disappear|end my life)
        (was|been|got|just got|came|released|home|discharged|out) .. (in|from|out of|of) .. {psych ward|psychiatric ward|
            psychiatric hospital|mental hospital|psychiatry|inpatient} .. (again|because|after|and|want|still|but|feel)
        (dont|cant|not|wont) .. {hold out|hold on|stay safe|keep myself safe|stay clean|trust myself|resist}( (any|much|tonight|
            anymore|longer|alone|right|with|around|to|the urge)|$)
        {survived} (an|my|the|another|two|a) .. (overdose|jump|hanging|attempt|suicide)
    """, _MADE_UP + r"""
        jurassic|level|boss|season|penalty|goalkeeper|diet|sugar|chocolate|smoking|alcohol|password|login|recipe|licen[cs]e|
            record|marathon
    """),
    Rule("self_harm.injury_likely", _LABEL, WEAK, r"""
        <i> .. {punish} <myself>
        (pull|pulling|tear|ripping|rip) .. my .. {hair} .. (when|until|out (because|when))
        (bang|hit|hitting|banging|smash|punch|slam) .. my (own )?{head|fist|fists} .. (wall|walls|floor|door)
        (angry|disgusted|furious|ashamed|hate) .. (at|with|by|of)? ?{<myself>}
        (calm|calms|calming|cope|coping|release|relief|numb) ... {pain|blood|bleed|scratching|razor|lighter|blade}
        (relapsed|relapse|relapsing) .. {again|yesterday|last night|tonight|badly|today|after}
        (thoughts|urges) .. {again|stronger|louder|every night}
        <i> .. {deserve} .. (pain|hurt|suffer|punished|punishment|bad|worse)
        {scars} .. (arms?|wrists?|thighs?|legs?)
    """, ACCIDENT + _MADE_UP),
)  # fmt: skip
