"""Means and places on somebody's mind, and injuries of one's own, in parts that stand anywhere in a sentence."""

from chat.safety.rules.leaving import MADE_UP
from chat.safety.rules.self_harm import ACCIDENT, FUN
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, Rule

_LABEL = Label.SELF_HARM
_THINGS = r"""
    razor (burns?|bumps?|rash)|leaflet|montelukast|isotretinoin|roaccutane|accutane|side effects?|    (pack|packet|box|bag) of (biscuits|cookies|crisps|chips|chocolates?|sweets|candy)
    fixing|tiles|repair\w*|solar|antenna|gutters?|party|barbecue|drinks|fireworks|paint\w*|vet|pharmacy|hotel|airbnb|
        check out (the|this|my|our|that)|refactor\w*|deploy\w*|server|bug|code|subscription|estate|pension|solicitor|notary|
        surprise|diet|gym|exam|thesis|deadline|boxing|carpal|tennis|typing|sprain\w*|surgery|plaster cast|fracture|eczema|henna|
        bracelets?|watch|handcuffs|magic|climbing|sail\w*|tow|boat|photos?|sunset|boats|view|waiting for|meeting|shift|airport|
        shav\w+|cat|kitten|volunteer\w*|squad|prevention|statistics|rates?|hotline|essay|novel|documentary|podcast|awareness|
        lecture|pregnan\w*|morning sickness|migraine|food poisoning|norovirus|stomach bug|solicitor|lawyer|brambles|roses|
        prices?|hair|budget|grass|electricity|on (saturdays|sundays|mondays|weekends)|all weekend|antibiotics|wine|plant\w*|
        seeds?|tulips?|cables?|my team|excel
"""

RULES = (
    Rule("self_harm.means_in_mind", _LABEL, STRONG, r"""
        {bleed|bleeding} & (want to|wanted to|need to|needed to|make myself|until i|deserve|like to|love to|watching myself|
            watch myself) & (i|my|myself)
        {gun|rifle|pistol|shotgun|noose} & (wont come out|locked|wont answer|wont open|crying|barricaded|wont talk|to his head|
            to her head|hopeless|depressed|better off) & (brother|son|dad|father|husband|friend|wife|sister|he|she|mother|mum|
            boyfriend|girlfriend|uncle|cousin|neighbour)
        {overdose} & (plan|planning|going to|want|thinking|tonight|will|might|tempted|tried|survived) & (i|my|im|
            ive)(?! (chocolate|vitamin\w*|caffeine))
        (im|i am) (standing |sitting |up |out )?(on|at|by) the (train |railway |subway |tube |metro |motorway )?{edge|ledge|
            bridge|roof|rooftop|railing|cliff|tracks|parapet}
        (almost|nearly) {jumped} & (i|week|night|bridge|train|held|stopped|edge|roof)(?! (out of my (skin|seat)|for joy|
            the gun))
        (been|started|start|still|im) {cutting}( myself)? (since|for (years|months|weeks)|again|every|when|to cope|because|and)
        my {arms|legs|thighs|wrists|skin|knuckles} (are|is) (all |so |full of |completely )*(scratched|cut|bloody|covered|
            burned|scarred|bleeding|raw|bruised) & (because|feel\w*|again|cope|myself|hide|deal|angry|stress\w*)
        {pills|tablets|razor|blade|rope|gun|knife|wrist} & (picture|photo|sent|text\w*|wrote|message|posted) & (over|goodbye|
            end|sorry|cant|love|done|last) & (he|she|boyfriend|girlfriend|friend|brother|sister|ex|son|daughter|me)
        {pill|pills|tablet|tablets|blister|medicine} (\w+ )?(packets|packs|bottles|bottle|boxes|packet|pack|box|
            strips) & (empty|unconscious|floor|next to|lying) & (found|unconscious|lying|empty|wont wake)
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
        (her|his|their) (\w+ )?{wrist|wrists|forearm|forearms|arms|arm|thighs|thigh} & (bandages?|bandaged|plasters|cuts|cut|
            razor|blade|carved|carves|carving|slashed|self harm\w*|scars|fresh|scratched|wont talk|scissors)
        (<someone>) .... {drive|crash|jump|throw|step|walk|drown|hang|shoot|run} .... (into a (wall|tree|truck|lake|river|
            lorry)|off (a|the)|in front of|under a|off a bridge|out of the window|himself|herself|into the (sea|river|traffic|
            lake)) & (if i|says|said|threat\w*|unless|hell|shell|going to|wants|will|when i|texted|because)
        {kill|killing|hurt|harm|cut|end} <myself> & (thoughts|think|thinking|urge|voices?|want|plan|way|going|gonna|tonight|
            feel like|scared|promise|try|tried|start\w*|keep|wish)
        {suicide|suicidal} & (on my mind|in my head|in my mind|think\w*|thought\w*|want|way out|option|only|answer|plan\w*|
            consider\w*|feel\w*|every day|tempt\w*|note|solution|again|close to|urge\w*|lately|tonight|myself) & (i|my|me|im|
            ive)
        {medicine cabinet|all my meds|all my pills|all the pills|whole bottle|all of my medication|all my medication|
            everything in the cabinet|whole box|whole packet|entire bottle|entire pack|whole pack|all her pills|all his pills|
            two packs|three packs} & (took|take|taking|taken|swallow\w*|down|downed) & (i|she|he|me|my|what|<someone>)
        (hope|wish|pray|praying|hoping) & (plane|car|bus|train|elevator|lift) & {crashes|crashed|derails|explodes|goes down|
            went down|would crash|plunges} & (i|my|im|on|me)
        (want|need|going|have|trying|desperate|itching|dying) to {cut} (so (bad|badly|much)|right now|again|tonight|deeper|
            myself)
        (cant|couldnt|dont|never|want to|trying to|tried to|how do i|how to|how can i|need to|have to) (\S+ )?stop {cutting|
            harming|starving|purging|self harming|selfharming|bingeing|binging|hurting myself|burning myself|
            hitting myself}( myself| my \w+| again|$)
        {cuts|scratches|burns|marks|scars|lines} .. (on|across|along|over|all over|in|into) my (own |left |right |upper |
            inner )*(hip|hips|arm|arms|wrist|wrists|thigh|thighs|leg|legs|stomach|ankle|ankles|ribs|body|skin|forearm|belly|
            feet|shoulder) & (i make|make|made|little|new|fresh|hide|hidden|nobody|no one|sleeves|myself|when i|summer|cover|
            ashamed|again|on purpose|razor)
        {cut|cutting|burned|burning|sh|hurt} (myself )?again & (i|my|me|streak|clean|relapse\w*) & (i|streak|clean|relapse\w*|
            last night|today|yesterday|ashamed|promised|stop)
        (his|her|their) {goodbyes} & (rope|said|pills|gun|scared|worried|everyone|gone|bought|saying)
        {rope|noose} & (bought|hidden|hid|found|garage|got|has|tied) & (goodbye|goodbyes|scared|worried|kill|depressed|cupboard|
            bed|note|tree|ceiling|himself|herself|myself)
        {throw up|throwing up|vomit|vomiting|puke|puking|purge|purging|throws up|vomits|pukes|laxatives|threw up} & (gain|
            gaining|stay thin|be thin|skinny|fat|slim|calories|on purpose|guilty|disgusting|control|so i dont|so that i|
            get rid of) & (i|she|he|my|im|ive)
        {bus|train|car|truck|lorry|lightning|plane|heart attack|cancer|tumour|tumor|stroke|someone} & (hit me|hits me|
            ran me over|run me over|runs me over|kill me|kills me|took me|takes me|take me|killed me|struck me|strike me|
            shoot me|shot me) & (grateful|glad|relie\w+|wouldnt mind|fine with|happy|okay|hope|wish|thank\w*|wouldnt care|
            pray\w*|dont care|would be (good|nice|easier|better))
        (im|i am|ive been|currently) .. {standing|sitting|stood|sat} .. (on|at|by|over) (the|a|my) (edge|ledge|bridge|roof|
            rooftop|railing|railings|tracks|cliff|window ledge|top floor|platform edge|parapet|windowsill)
        {razor|razors|blade|blades|cutting|bleeding|burning myself|self harm|scissors|lighter} & (only thing|only way|calms?|
            helps?|relie\w+|release|cope|coping|feel better|comfort\w*|friend|peace|stop\w* the|miss|need|urge) & (me|i|my|im)
        (i|ive|im|to|been|keep|kept|started|by|of|and|then) (just |also |always |often |have |had )?(scratch\w*|cut|cuts|
            cutting|tore|tear|rip|ripped|bite|bit|pick\w*|dig|dug|gouged?|slash\w*|slic\w+) my (own )?(left |right |upper |
            lower |inner )?{arms|arm|legs|leg|thighs|thigh|wrists|wrist|skin|hands|face|stomach|hips|forearm|forearms|ankles|
            calves}
        (and|then|i|to|so i|just) {cut}$ & (room|alone|bathroom|night|shout\w*|cry|home|hide|again|pain|feel\w*|argu\w*|fight|
            stress\w*|anxi\w*|numb|angry|sad|school|every time|when)
        {stopped eating|not eating|doesnt eat|dont eat|wont eat|refuses to eat|starving|barely eats|barely eat|hardly eats|
            hardly eat|refuses food|skipping meals|skips meals|havent eaten|hasnt eaten|not eaten|eats nothing|
            eat nothing} & (too fat|so fat|skinny|thin|thinner|bones|mirror|calories|ugly|disgusting|faint\w*|control|
            lose weight|losing weight|her weight|my weight|gain weight|body|model|punish\w*|deserve) & (i|im|ive|my|me|she|he|
            her|his|shes|hes)
    """, ACCIDENT + FUN + MADE_UP + _THINGS),
    # Said to be meant, whatever it was done with.
    Rule("self_harm.on_purpose", _LABEL, STRONG, r"""
        {slammed|slam|bang|banged|broke|smashed|burn|burned|burnt|burning|cut|cutting|hurt|hurting|scratch|scratched|hit|
            hitting|harm|harmed|harming|bruise|injure|injured|bite|punch|starve} (<myself>|my (own )?(arm|arms|hand|hands|leg|
            legs|skin|thighs|wrist|wrists)|<herself>) & (on purpose|purposely|purposefully|deliberately|intentionally|
            because (i|she|he) (hate|hates|deserve|deserves|was angry|am angry)|angry with (myself|herself|himself)|
            angry at (myself|herself|himself)|hate myself|to (punish|feel (something|pain|better|alive)|cope|calm down)|
            when (im|i am|i feel|i get) (sad|stressed|angry|anxious|upset|overwhelmed|numb|empty|bad))
    """, "movies?|film|novel|character|not on purpose|not deliberately|accidentally"),
)  # fmt: skip
