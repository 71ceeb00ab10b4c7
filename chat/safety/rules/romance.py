"""Flirting, kisses, desire kept mild. Tender words alone are shared with families and friends: of those it takes two."""

from chat.safety.rules.affection import THINGS_LOVED
from chat.safety.verdict import Label
from chat.safety.wording import HINT, STRONG, WEAK, Rule

RULES = (
    Rule("suggestive.you", Label.SUGGESTIVE, STRONG, r"""
        {kiss} (me|you|your)
        (you|youre|u|ur|you are|youd) .. (look |looking |sound |so |really |very |such |incredibly |pretty |damn |
            a )*{hot|sexy|gorgeous|handsome|attractive|stunning|irresistible|cutie|hottie|babe|adorable|cute|
            beautiful|tempting}(?! (day|dog|cat|water|name|soul))
        (crush on|feelings for|attracted to|falling for|in love with|obsessed with|infatuated with) {you}
        (cuddle|cuddling|snuggle|snuggling|flirt|flirting|make out|making out|slow dance|dance close|
            spoon) (up )?{with} (me|you)
        (be|become) my {girlfriend|boyfriend|valentine|lover|date|wife|husband|babe}
        (go|take) .. on a .. {date}( with (me|you)| tonight)?
        (hold|pull|squeeze|press) (me|you) {close|closer|tight|tighter|against}
        (in|into) (your|my) {arms}
        (wrap|put) your {arms} around me
        (want|need|miss|crave|craving|long for|feel) {you} (so )?(bad|badly|tonight|close|next to me|beside me|
            right now|here in)
        (want|need|miss|crave|craving|imagine|feel|love|feeling|of|about) (your|the way you) .. {touch|lips|hands|
            body|kiss|kisses|skin|scent|embrace}
        what are you {wearing}
        the way you {tease|kiss|touch|look at|hold} me
        your {body|lips|curves|legs|abs} (is|are|look|looks|feel|feels|taste|on mine|against)
        (i|im|me|got|gets) .. (get|got|getting|so|really|am|feel|feeling) .. {turned on|aroused}(?! (the|by default))
        (we|were|are|be|as|my|your) .. {lovers|lover}(?! of)
        (hold|holding) {you} (until|till|all night|tight|close|in my arms|while)
        dance .. {close}
        (take|run|slide|trace|running|tracing) .. (my|your) .. {fingers|hand|hands|lips} .. (through|along|down|over|
            across) .. (your|my)
        (whisper|whispers|whispering|breathe) .. (in|into|against) .. (my|your) {ear|neck|skin}
        (your|my) (eyes|smile|voice|lips) .. (drive|drives|driving|makes?|give|gives|melt|melts) me .. {crazy|wild|
            weak|melt|shiver|blush|butterflies|shivers|hot|goosebumps}
        (drive|drives|driving|make|makes|making) me {blush|weak|crazy|shiver|melt|flustered} .. (when|with|you|your)
        (spend|spending) the {night} (with|together|at)
        (come|join|meet|stay|cuddle|lie) .. (me |with me )?in {bed|bath|shower|tub}
        {flirt|flirting} with (me|you|him|her|someone|my (crush|coworker|barista|boss|colleague|neighbou?r))
        (make|making|made) {out}( with| on| in the| session|$)(?! (the (writing|words|shape|check)|whether|what))
        {seduce|seducing} (me|you|him|her|them)
        (flirty|intimate|steamy|sensual|spicy|passionate|hot) {evening|dinner|date|night|roleplay|message|texts|text|
            banter|kiss|scene|weekend|getaway|massage|dance}
        (turn|turns|turned|turning) (me|you) {on}
        i (love|adore|desire|want|crave|lust after|
            fancy) {you}( so much| baby| babe| darling| my love| honey| more every day| tonight|$)
        {kissing|kissed|kiss} .. (neck|lips|passionately|slowly|softly|deeply|under the|in the rain|all night)
        (dream|dreams|dreamed|dreamt|dreaming|fantasi[sz]e|fantasi[sz]ing|thinking|daydream) (of|about) {kissing|
            touching|holding you|you last night|you all day|you all night|us together|your body|you in}
        (date|hot|good) {night} .. (outfit|lingerie|with my (boyfriend|girlfriend|husband|wife)|ideas|tonight)
        (sit|sitting) (on|in) (your|my) {lap}
        {undress} (me|you|slowly)
        (kiss|kissed|kissing) (him|her|them|my (crush|girlfriend|boyfriend|date|wife|husband|coworker)) {passionately|
            tonight|deeply|slowly|goodnight|softly|first time|again}
        play {hard to get|footsie|strip poker|spin the bottle}
        hey {sexy|gorgeous|handsome|cutie|beautiful|hot stuff|babe}
    """, r"""
        (you|youre) .. (hot|attractive|handsome) .. (dog|food|outside|weather|sauce|water|offer|price)|(mum|mom|dad|
            grandma|grandpa|guys|son|daughter|jesus)
        baby|mirror|fairy tale|(translate|in (french|spanish|german|italian|japanese)|lyrics|song)|in (english|french)
        kiss (me|you) (on the cheek|goodnight|good night)|make out (the|a|what|checks?|to)|takes? your hands?
    """),
    Rule("suggestive.romance", Label.SUGGESTIVE, WEAK, r"""
        (hold|holding|held|take) your {hand}
        {skinny} dipping
        (bit|bites|biting|bite) (his|her|my|your) {lip|lips}
        {hungry|bedroom} eyes
        {whispered|whispering|whispers} in (my|your|her|his) ear
        (your|his|her) {skin|touch|breath|lips|hands|body} .. (feel|feels|felt|on|against) .. (mine|me|my skin|
            amazing|so good|my neck)
        dance with me .. {moonlight|moon|slowly|close|tonight|rain|stars}
        wearing (only|nothing but) (his|her|your|my|a) {shirt|sweater|shirts|robe|towel|smile|hoodie|lingerie}
        (make|makes|made|making) my {heart} (beat|race|skip|flutter|melt|stop)
        (we|she|he) {kissed} (until|till|for|under|again|all|and|on the beach)
        more than {friends}
        (send|blow|steal|sent|owe) (me|you) .. {kiss|kisses}
        (way|like) i {think} of you
        {thinking} of me .. (way|too|tonight|in bed)
        go {out} with me
        {candlelight|candlelit|moonlight} .. (dinner|dance|kiss|with you|together|bath)
        (like|love|think|about) .. my {body}
        wearing ... {for you}
        (sat|sit|sits|sitting) (on|in) (my|his|her|your) {lap}
        (long|slow|deep|soft|passionate|tender|hungry|gentle) {kiss|kisses}
        feel (so |really )?{wanted|desired|sexy|desirable}
        {tease} (me|you|him|her)(?! (about|for))
        turn (my (wife|husband|girlfriend|boyfriend|partner)|him|her) {on}
        (feel|felt) (her|his|your) {breath|heartbeat|warmth}
        {dream} of me
        are you {single|taken|seeing anyone|dating anyone}
        give me .. {kiss|kisses}
        (wake|waking|woke|fall asleep|falling asleep|lie|lying|sleep|sleeping) .. {next} to you
        (i|me) ... {shivers|goosebumps|butterflies|tingles} .. (when|whenever|from|every|if) .. (you|he|she|him|her|
            your)
        (made|making|make) {out} (behind|in|on|with|all|under|at|for|session|during|after)(?! (the|what|whether|
            of) (words|shape|letters|writing))
        (hand|hands|arm|arms) (on|around) (my|her|his|your) {waist|thigh|thighs|hips}
        (take|taking|keep|keeping) .. {eyes|hands} off (you|her|him|each other)
        my {heart} .. (races|skips|flutters|melts|pounds|racing|pounding|skipped|beats faster|stops) .. (when|
            whenever|every|for|at|if|because)
        {couple|lovers|madly|crazy} in love
        (drown|lost|lose myself|melt|melted) in (your|her|his|them|those) {eyes|gaze|arms|smile|kiss|them}
        (give|giving|get|want|need|love) .. {massage|backrub} .. (slow|sensual|long|from you|together|naked|oil|you)
        (give|giving) you .. {massage|backrub}
        (youre|you are) .. my {dream girl|dream man|dream guy|soulmate|one and only|lover|everything}
        (most|such|your|those) (\S+ )?{beautiful|gorgeous|pretty|dreamy|sexy} (eyes|smile|lips|legs|body)
        so {attracted|drawn} to (you|him|her|each)
        (roleplay|role play|pretend|imagine) ... {girlfriend|boyfriend|lovers|husband|wife|dating|date|couple|
            honeymoon}
        in the {mood} for (something|love|romance|you|some)
        {seductive|flirty|sultry|sexy} (voice|tone|smile|look|way|dance|outfit|text|message|mood)
    """, THINGS_LOVED + r"""
        (mum|mom|dad|mother|father|grandma|grandpa|cat|dog|god|jesus|doctor|physio)
        anxiety|palpitations|(character|names?) for my novel|exams?|results|interview|goal|penalty|final
    """),
    # Tender words; two of them, or one with a mild word, are romance.
    Rule("suggestive.tender", Label.SUGGESTIVE, HINT, r"""
        (hold|pull|held|holding|pulled|hug|hugged) (me|you|him|her) .. {close|closer|tight|tighter|me|you|night|
            gently}
        (you|your) ... {eyes|smile|lips|voice|hair|scent|perfume|skin|hands|body|laugh|touch}
        (drown|lost|stare|staring|gaze|gazing|lose myself) .. in (your|her|his) {eyes|gaze|arms|smile}
        (lets|want to|wanna|could we|can we|come|and|to) {cuddle|cuddling|snuggle|spoon}
        are you {single|taken|seeing anyone|dating anyone}
        (take|taking) you {out} (for|to|on|tonight|sometime|this)
        (slow|moonlit|romantic|candlelit|long) {walk|dance|evening|night} .. (home|you|together|beach|moonlight)
        give me .. {kiss|hug|kisses}
        (you|he|she) (smell|smells|taste|tastes|look|looks|feel|feels) (so |really )?{good|amazing|hot|delicious|
            incredible|stunning}
        (come|sit|move|get|lie|lean|step) (a little |a bit )?{closer}( to me)?
        (my|her|his) {heart} .. (races|skips|flutters|beats|melts|pounds|racing|pounding|beating|skipped|belongs|
            aches)
        (hand|hands|arm|arms) (on|around) (my|her|his|your) {waist|thigh|hips|neck|knee|back|leg}
        (eyes|hands) {off} (you|her|him|her body|his body|your body)
        (youre|you are|be) my {dream girl|dream man|dream guy|everything|soulmate|one and only|princess|prince|queen|
            king|lover|other half|love}
        {marry} me
        {stockings|garter|corset|negligee|heels} .. (for|date|night|anniversary|him|her|you)
        {date} night
        (romantic|candlelit) {evening|dinner|date|night|weekend|getaway|dance}
        {romantic} (roleplay|message|text|texts|scene)
        (wake|waking|woke|fall asleep|falling asleep|lie|lying|be|sleep|sleeping|sit) .. {next} to you
        (girlfriend|boyfriend|couple|lovers|husband|wife) ... {date|dating|love|romantic|kiss|honeymoon|first date|
            bed}
        (first|second|third|hot|blind|our|next|perfect|dinner) {date}
        (you|your|me) .. {goosebumps|shivers|butterflies|tingles|weak|flustered}
        get {shivers|goosebumps|butterflies|flustered}
        (made|make|making|were) {out}( behind| in| on| for| all|$)
        {lips|mouth|hands|fingers|breath|body} on (mine|my (lips|neck|skin|body)|yours|his (lips|neck|skin)|hers)
        {lying|laying|alone|lonely} in bed
        {blushing|blush|blushed} .. (stop|it|you|when|because|so|at)
        in {love} (with|together|and|like)
        call me {baby|babe|darling|honey|sweetheart|yours|princess}
        (looks|look|looking) (so |really |very )*{hot|sexy|stunning|gorgeous|irresistible} (in|tonight|today|when|
            with)
        (give|giving|gave|want|need) .. {massage|backrub|back rub|foot rub}
        (my|hey|hello|hi|hey there|goodnight|good night|morning|tonight|you|me) {darling|sweetheart|handsome|gorgeous|
            cutie|babe|honey|lover|beautiful|sexy|baby}
        {cheek to cheek|until sunrise}
        {dance|dancing} with (you|me) .. (all night|close|slowly|tonight|cheek|under|in the)
        {miss} (you|your) .. (so much|tonight|touch|lips|arms|badly|body|in bed)
        (think|thinking|dream|dreaming|dreamt|dreamed) .. (about|of) {you} .. (night|bed|all|every|constantly|last|
            again|nonstop)
        do you {think} about me
        (want|wish|need) you {here|with me|beside me|close|to hold|to touch|to kiss|next to me}
        (be|feel|lie|lay) in your {arms}
        (stroke|stroking|play with|brush|caress) (my|your|her|his) {hair|cheek|face|back|neck}
        {romance} .. (me|with|us|between|scene)
        (woo|court|charm|impress|tempt|entice) {me|you|her|him}
        (so|very|really|irresistibly) {attracted} to
        {attracted} to (you|him|her|my)
        {undressing|undress|underwear|bra|lace|silk|robe|naked|shirtless|skirt} .. (for you|for me|in front|slowly|
            you)
        ask .. {out} on a date
        {soulmate|soulmates|sweetheart|beloved}
    """, THINGS_LOVED + r"""
        (mum|mom|dad|father|mother|grandma|grandpa|cat|dog|puppy|kitten|teacher|god|lord|jesus)
        anxiety|palpitations|(release|due|expiry|deadline|publication|start) date|eye (doctor|test|exam)|blood|doctor|exam|invoice
    """),
    Rule("suggestive.talk", Label.SUGGESTIVE, HINT, r"""
        (kiss|kissed|kissing) {me|you|him|her|them}(?! (on the (cheek|forehead)|good))
        (have|has|had|got|having) a {crush} on (?!this|the|that|these)\S+
        (first|last|secret|stolen|french) {kiss}
        {hot} (date|guy|girl|stuff|body|coworker|bod)
        (one night|summer) {stand|fling}
        {chemistry} (between us|with (him|her|you))
        {romance|romantic} .. (story|roleplay|scene)
    """, r"""
        organic|exam|homework|film|history|movie|cinema|(mum|mom|dad|baby|son|daughter|grandma|cat|dog|sister|brother|speech)
    """),
)  # fmt: skip
