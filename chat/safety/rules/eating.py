"""Eating disorders that are lived, not asked about: starving, vomiting on purpose, disgust at one's own body."""

from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.SELF_HARM
# Illness, health and computers.
_OTHERWISE = r"""
    flu|virus|bug|food poisoning|stomach bug|norovirus|pregnan\w*|chemo\w*|migraines?|seasick|carsick|hangover|hungover|drunk|
        oysters?|gastro\w*|antibiotics|surgery|colonoscopy|cat|cats|dog|dogs|puppy|kitten|ramadan|lent|yom kippur|fasting for|
        reflux|baby|toddler|newborn
    cache|docker|logs?|files?|database|movies?|film|novel|apt|emails?|npm|dns|cdn|queue|essay|article|documentary|erectile|
        sheeran|fever
"""

RULES = (
    Rule("self_harm.eating", _LABEL, STRONG, r"""
        (make|makes|making|made|forc\w+|force|get) (<myself>|<herself>) .. {sick|vomit|throw up|puke|purge|throwing up|vomiting|
            be sick|spew}(?! of|with worry)
        {throw|throws|throwing|threw|vomit|vomits|vomiting|puke|pukes|puking|spit|spits} .. (on purpose|in secret|secretly|
            so (i|she|he) (dont|wont|doesnt) (gain|get fat)|after every meal|after each meal|what (i|she|he) (ate|eat|eats)|(my|
            her|his) (food|meals|dinner|lunch)|everything (i|she|he) (eat|eats|ate))
        (i|im|been|to|and|binge|binging|bingeing|restrict|restricting|restricted|started|stop|shes|she|he|hes|keep|urge to|
            fasting|or|always|again|still|then) {purge|purging|purged|purges}
        {bingeing|binge|binging} .. (and|then) .. (purge|purging|starv\w+|throw\w*|vomit\w*|fast\w*|puk\w*|hate|laxatives)
        (my|back into|relapsing into|relapsed into|struggling with|struggle with|fighting|suffer from|suffering from|deep in|
            i have|ive|got|has|having|developing|developed|years of|with my) .. {anorexia|bulimia|eating disorder}(?! (awareness|
            week|charity|essay|treatments?|research))
        (back into|relapsing into|relapsed into|struggling with|struggle with|fighting|suffer from|suffering from|deep in|
            years of) .. {ana|mia}
        (<i>|my|shes|hes) .. (is|am|was|becoming|become|been|a|recovering|still) .. {anorexic|bulimic}
        (my|the) {ed} (is back|voice|brain|thoughts|came back|has come back|got worse|is getting|wants me|tells|relapse|
            recovery|behaviours|behaviors|is winning|is killing)
        (relapsed|relapsing|recovery|recovering|relapse) .. (in|into|from|with) .. (my |an )?{ed|ana|mia}
        {starve|starving|starved|starves} .. (<myself>|<herself>|because|until|to be (thin|skinny|smaller)|so (i|she|he)|
            for (days|weeks))(?! (of attention|cat|vampire))
        (eat|eating|eaten|ate|food|meal|meals) ... {punish|deserve|disgusting|disgust|guilty|guilt|fat|skinny|thinner|thin|
            smaller|control} ... (myself|hate|starve|nothing|stop|stopped|days|skip|throw|cry|vomit|anymore|me eat|again)
        (dont|doesnt|do not|didnt) {deserve} .. (to eat|food|eat|dinner|meals|calories)
        (havent|hasnt|not|barely|hardly|stopped|no|nothing|refuses|refusing|refuse|without|skip|skipping|skips|live|living|
            survive|surviving) .. (eaten|eat|eating|food|meals|on) .. (anything|properly|for|in|since|but|all|because|until|so|
            water|coffee|gum) .. (days|weeks|week|sunday|monday|tuesday|wednesday|thursday|friday|saturday|feel|hate|so|because|
            im|and|an apple|water) ... {fat|ugly|disgusting|skinny|thin|thinner|smaller|hate|control|weight|weigh|proud|look|
            body|deserve|gain|bones|lighter|mirror|calories|scale}
        (fat|ugly|disgusting|skinny|thin|thinner|smaller|hate|hates|control|gain|gaining|weight|scale|
            mirror) ... {stopped eating|not eating|not eat|havent eaten|hasnt eaten|dont eat|wont eat|barely eat|barely eating|
            refuses to eat|refuse to eat|starve|skipping meals|skip meals|skip dinner|skip lunch}
        {stopped eating|stop eating|refuses to eat|refuse to eat|hardly eats|barely eats|wont eat} ... (fat|weight|thin|skinny|
            body|ugly|calories|weighs|control|model|mirror)
        (only|just|under|down to|less than|max|below|than|eat|eats|eating|on|restrict\w*|limit\w*) .. ([1-7]\d\d) {calories|
            cals|kcal|kcals} .. (a|per|each|every)? ?day
        {weigh|weighs|weighing} .. (<myself>|<herself>|every (gram|grape|bite)) .. (times|every|after|before|constantly|ten|
            five|all day|again)
        {laxatives|diet pills} .. (every|lose|after|again|whole|thin|weight|because|box|pack|so i|handful|daily|since)
        (afraid|scared|terrified|fear|terror|panic) .. (of|to|about|at) .. (eat|food|eating|calories|gaining|weight|
            getting fat) ... {hate|cant|wont|anymore|starve|cry|body|skip|hide|mirror|scale}
        (hides?|hiding|hid|throws?|throwing|flush\w*) .. (her|his|my|the) {food|meals|lunch|dinner} .. (away|in|so|under|and|
            bin|napkins?) ... (weight|thin|thinner|skinny|bones|fat|eaten|eat|eats|sick|exercis\w+|worried)
    """, _OTHERWISE),
    Rule("self_harm.eating_signs", _LABEL, WEAK, r"""
        (my|the|her|his) {ed} (is|has|was|got|came)
        ([1-9]\d\d) {calories|cals|kcal} .. (a|per) day
        (hate|hates|disgusted|disgusting|disgust|cant stand) .. (how|my|her|his|the way|by my|with my) .. {look|body|thighs|
            stomach|belly|reflection|weight|fat}
        {want|need|wish|wants} .. (be|get|weigh) .. (skinny|thinner|smaller|bones|skin and bones|nothing but bones|less than|
            under (40|45|50|90|100)|invisible)
        (havent|hasnt|not|hardly|barely) .. {eaten} .. (days|since|week|anything)
        {throw|throwing|throws|threw} up (after (every|each|eating|meals|dinner|lunch))
        (bones|ribs|spine|collarbones) .. {visible|show|showing|stick out|sticking out}
        (exercise|exercises|exercising|run|runs|work out) .. {until|hours} .. (faint|fainted|collapse|burn\w*|calories)
        (count|counts|counting) .. {calories|calorie} .. (obsessively|every|bite|all day|stop|cant)
        (lost|losing|weighs) .. {kilos|pounds|kg|lbs|stone|weight} .. (doesnt|wont|refuses|stopped|not|still|but) .. (eat|
            eating|enough|fat)
        {fainted|faint|dizzy|fainting|collapsed} .. (because|eat|eaten|ate|hunger)
    """, _OTHERWISE),
)  # fmt: skip
