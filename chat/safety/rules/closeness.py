"""Kisses and gestures of tenderness: in play with the companion, in stories, in what people tell."""

from chat.safety.rules.affection import FAMILY, MATTERS
from chat.safety.verdict import Label
from chat.safety.wording import HINT, WEAK, Rule

_BUT_NOT = (
    FAMILY
    + MATTERS
    + r"""
    scarf|necklace|yoga|exercise|massage therapist|barber|knit|sew|keyboard|steering|typing|camera|photo|patient|old lady|funeral|coffin
"""
)
_NO_KISS = (
    FAMILY
    + r"""
    (on|both|each|two) .. cheeks?|goodbye|kissing (gates?|frogs|booth|cousins?)|the (cook|ring|bride|pope|ground|trophy|stone|blarney|frog|flag|book|cross|hand of)|chefs? kiss|(air|chocolate|hersheys?|butterfly|french) kiss(es)?|
        kiss (cam|of death|principle|fm|concert|army|band|the band|me kate|my ass|emoji|method|from a rose)|keep it simple|mono|mononucleosis|herpes|virus|cold sores?|
        (film|movie|cinema|tv|screen|scene|television)( history)?|kissing scenes?|history of|klimt|rodin|painting|sculpture|prince song|by (seal|prince|faith)|song|album|lyrics|album|tour|custom|greet|greeting|
        culture|cultures|countries|etiquette|emoji|x at the end|hugs and kisses|and (make|made) up|savings|our (old )?(car|house)|judas|sleeping beauty|
        origami|acne|dental|braces
"""
)
RULES = (
    # With "you": nobody says this to a companion about a child.
    Rule("suggestive.your_closeness", Label.SUGGESTIVE, WEAK, r"""
        (take|takes|taking|hold|holds|holding|squeeze|squeezes|reach|reaches|grab|grabs|lace|laces|intertwine|intertwines|kiss|kisses|reaching) (for |out for |my fingers with )?(your|my) {hand|hands|fingers}(?! luggage) .. (and|in|softly|gently|tight|tightly|
            under|across|lead|leads|pull|pulls|as|while|to (my|your)|with|tenderly|slowly|smile|smiles|on the)
        {leans|leaning|lean|scoots|moves|steps|snuggles|nestles|curls|cuddles} (in|closer|close|into|against|up|up to|up against|over) .. (you|your|slowly|kiss|lips|whisper\S*|ear|softly)
        (wrap|wraps|wrapping|put|puts|slip|slips|slide|slides|throw|throws) (my |your |an |both )?{arm|arms} around (you|your|me|my (waist|neck|shoulders))
        (rest|rests|resting|lay|lays|laying|lean|leans|put|puts|bury|buries|burying|nuzzle|nuzzles) (my|your) {head|face|cheek|forehead|chin|nose} (on|against|in|into|to) (my|your) (chest|shoulder|lap|neck|arms?|hair|forehead)
        (look|looks|looking|gaze|gazes|gazing|stare|stares|staring|glance|glances) .. (deep |deeply )?(into|at|in) your {eyes|lips|mouth}
        (pull|pulls|pulling|draw|draws|drawing|tug|tugs|bring|brings|hold|holds|press|presses) you {close|closer|in|into|against|onto|towards|near|tight|tighter|down beside|gently} .. (to|me|my|for|and|with|against|as|$)
        (stroke|strokes|stroking|caress|caresses|caressing|cup|cups|cupping|trace|traces|tracing|brush|brushes|brushing|touch|touches|touching|graze|grazes|play|plays|playing|run|runs|running|kiss|kisses|massage|massages|rub|rubs|tilt|tilts|lift|
            lifts) .. (with )?(my fingers (through|along|down|over) )?your {cheek|hair|face|jaw|lips|neck|collarbone|chin|spine|skin|thigh|waist|back|shoulders|forehead|chest|arm|hand|knuckles|feet}(?! (cream|regularly|daily))
        (lead|leads|leading|pull|pulls|drag|drags|carry|carries|take|takes) you .. (to|onto|into|towards|upstairs) .. {dance floor|balcony|bedroom|bed|moonlight|chambers|garden under|my room}
        (blushes|blushing|smiles|smiling|giggles|grins|bites (my|her|his) lip|bats \S+ eyelashes|looks up) .. (and|as|shyly|softly|at you) .. (look|looks|looking|you|your|away|shyly|closer|hand) .. {you|your|shyly|away}
        (dance|dances|dancing|sway|swaying|spin|spins|twirl|twirls|waltz) .. (with |slowly )?(you|me) .. {slowly|close|arms|moonlight|stars|kitchen|rain|tonight|around|floor|closer|music|barefoot}
        (forehead|nose|lips|cheek) (against|to|on) {yours}
        (whisper|whispers|whispering|murmur|murmurs|breathe|breathes) .. (in|into|against|softly|sweet) .. your {ear|neck|hair|lips|skin}
        (hug|hugs|hugging|embrace|embraces|embracing|hold|holds) you .. {tight|tightly|from behind|all night|close|closely|tenderly|never let|lovingly|softly}
        (give|gives|giving|want|gave|plant|plants|place|places|steal|steals|have|get|got|owe|need|deserve|earn|blow|blows|land|press|presses|ask for|share|save) .. (you |me |a |an |another |your |one )+ ?(\S+ )?{kiss|kisses|peck|smooch|snuggle|cuddle|cuddles}
        (can|may|could|shall|should|let|might|if|would|wanna|want to|going to|gonna|about to|like to|love to|dying to|to|and|please|just|must|id|lets|let me) (i |we |me |you |us )*(just |finally |please )*{kiss|kissing} (you|me|your|my|already|again|now|in|under|
            till|until|so|slowly|softly|goodnight)
        {kiss|kisses|kissing|kissed} (you|me|your|my) (\S+ )?(softly|slowly|deeply|again|lips|neck|back|hard|breathless|senseless|passionately|hand|mouth|gently|tenderly|goodnight|good morning|awake|now|tonight|first|like|until|till|under|in|and|everywhere|all over)
        cover (your|my) .. (face|neck|body|lips|shoulders) .. (with|in) {kisses}
        {kiss|kisses|cuddle|cuddles} (for|from) (my|your|the) (favou?rite )?(man|woman|girl|guy|love|lover|husband|wife|boyfriend|girlfriend|hero|handsome|beautiful|sweetheart|darling|person)
    """, _NO_KISS + MATTERS),
    Rule("suggestive.kiss", Label.SUGGESTIVE, WEAK, r"""
        (good|great|bad|terrible|amazing|best|better) {kisser}
        {kiss|kisses|kissed|kissing|smooching|smooched|snogging|snogged|made out|making out}
        {mistletoe} .. (met|kiss|you|together|us|lips|him|her)
        (our|their) {lips|mouths} (met|meet|touch|touched|brushed|locked|parted|almost|nearly|found|collided|crashed|were)
    """, _NO_KISS, is_tender=True),
    Rule("suggestive.closeness", Label.SUGGESTIVE, WEAK, r"""
        {leans|leaned|leaning|leant} (in|closer|close|down) .. (slowly|kiss|lips|until|and|to|closer|whisper\S*|so)
        (rest|rests|rested|resting|lay|lays|laid|leaned|leans|buries|buried) (her|his|my) {head|face|cheek|forehead|chin} (on|against|in|into) (my|his|her) (chest|shoulder|lap|neck|arms)
        (look|looks|looked|looking|gaze|gazes|gazed|gazing|stare|stares|stared) .. (deep |deeply )?into (my|his|her|each others|one anothers) {eyes}
        (glance|glanced|glances|look|looked|looks|eyes) .. (at|to|on) (my|his|her) {lips|mouth}
        (pull|pulls|pulled|pulling|draw|draws|drew|tug|tugged|tugs|held|hold|holds|pressed) (me|him|her|them) {close|closer|into|against|onto|tight|tighter|nearer}
        (cup|cups|cupped|cupping|caress|caresses|caressed|trace|traces|traced|tracing|stroke|stroked|strokes|graze|grazed|brushed) .. (my|his|her) {cheek|face|jaw|lips|neck|collarbone|chin|spine|skin|thigh|waist|lower lip|knuckles}
        (brush|brushes|brushed|brushing|tuck|tucks|tucked|tucking|push|pushed|sweep|swept) .. {hair|strand|curl|lock|strands|curls} .. (from|behind|out of|away|back)
        (his|her|my|your) {hand|hands|lips|mouth|fingers|eyes|foot|knee} (found|met|brushed|touched|sought|covered|reached for|closed around|slid into|slipped into|grazed|lingered on|rested on) (hers|his|mine|yours|her|my|him|me)(?! (car|bag|phone|keys))
        (their|our) {eyes|hands|fingers|foreheads|bodies|glances|gazes|shoulders} (met|meet|touch|touched|brushed|locked|intertwined|entwined|tangled|almost|nearly|found|lingered|linked)
        (his|her|my|their) {breath} (caught|hitched|quickened|stopped|on (my|her|his)|against|warm|warmed|mingled|catches|hitches)
        (his|her) {heart|pulse} (raced|skipped|fluttered|pounded|quickened|leapt|leaped|stuttered|races|skips|flutters|hammered|ached|melted|belonged|belongs|beat faster|stopped)
        (woke|wake|wakes|waking|fell asleep|asleep|slept|sleep|sleeping|curled|lay|lie|lying|nestled|melted|melts|stayed|safe|fell|falls|sank|collapsed|back|run|ran|wrapped) .. (up |back )?(in|into) (his|her|your|each others|my husbands|my boyfriends|
            my girlfriends|my wifes|my lovers) {arms|embrace}
        (slept|sleep|sleeping|woke|wake|waking|lying|lay|fell asleep|asleep|woken) .. (up )?{next to|beside|in bed with} (him|her|you|my (boyfriend|girlfriend|husband|wife|crush|date|lover))
        {nuzzle|nuzzles|nuzzled|nuzzling|entwined|intertwined} .. (my|his|her|your|their|our)? ?(neck|fingers|hair|legs|cheek|together|hands|shoulder)
        {dance|danced|dancing|waltz|waltzed|sway|swayed|swaying} .. (with (him|her) |together |slowly |close )*(in (his|her|each others) arms|cheek to cheek|barefoot|close|closely|under the (stars|moon)|in the (moonlight|rain|kitchen)|until dawn)
        (held|holding|hold|holds|holding) {hands} .. (all|under|and|on|in|for|across|while|as|with|when|until|walking|through|$)
        {hand} in hand .. (with (him|her|you|my)|along|through|under|on the beach|lovers|couple|sunset)
        (hand|hands|arm|arms|fingers|lips|mouth|breath) (on|in|around|at|through|against|along|down|up|over|near|to) (my|her|his) {waist|hips|neck|hair|thigh|lap|lips|ear|collarbone|throat|lower back|skin|bare shoulder|chest|small of}
        {shiver|shivered|trembled|trembling|melted|blushed|gasped|sighed|swooned} .. (at|under|against|into|as|when) (his|her|your|my) .. (touch|kiss|hands|words|breath|gaze|fingers|arms|eyes|hand|smile|closeness|embrace|warmth)?
        (cuddle|cuddled|cuddling|snuggle|snuggled|snuggling|spooning|spooned) .. (with|up to|up with|next to|my|beside|against|to) .. {boyfriend|girlfriend|husband|wife|him|her|you|partner|date|crush|fiance|fiancee|bf|gf}
        (ring|veil) .. on (her|his|my|your) {finger} .. (and|as|while|with|then)
        {undressed|undressing|undresses|unbuttoned|unzipped|unbuttons|unzips} .. (him|her|his|me|my|each|shirt|dress|slowly)
        (did|do|does) not .. want to {move|leave|let go|wake} .. (his|her|your|my) .. (arms|side|bed|embrace)
    """, _BUT_NOT, is_tender=True),
    Rule("suggestive.gesture", Label.SUGGESTIVE, HINT, r"""
        (take|takes|took|hold|holds|held|holding|squeeze|squeezed|reach|reached|grab|grabbed) (for )?(your|his|her) {hand|hands}
        (hug|hugs|hugged|hugging|embrace|embraced|holds|held) .. {tight|tightly|close|long|warm|from behind|all night}
        (wraps|wrapped|put|slipped|slid|throws|threw) (his|her|my|an) {arm|arms} around (me|him|her|my|his)
        {leans|leaned|leaning|leant|snuggled|snuggles|nestled} (in|on|against|into|up)
        (eyes|gaze|look|smile|touch|hand|glance|fingers) .. {lingered|lingers|lingering|softened|met|locked|linger}
    """, _BUT_NOT, is_tender=True),
)  # fmt: skip
