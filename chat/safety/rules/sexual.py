"""Sexual talk between adults: single words are weighed (``sexual_words.py``), wordings of several words are rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from chat.safety.rules import sexual_words
from chat.safety.rules.sexual_neutral import NEUTRAL
from chat.safety.rules.violence import is_scene
from chat.safety.verdict import Label
from chat.safety.wording import HINT, LIKELY, STRONG, WEAK, Rule, Sentence, any_of

RULES = (
    Rule("explicit.asked_for", Label.EXPLICIT, STRONG, r"""
        (erotic|sexual|explicit|adult|nsfw|lewd|dirty|kinky|smutty|x rated|spicy|uncensored) {roleplay|rp|story|stories|scene|scenes|fanfic|content|chat|talk|fantasy|fantasies|pics|pictures|photos|video|videos|massage|film|movie}(?! (line|laundry|classification))
        talk {dirty} (to|with) (me|you)
        (have|having|had|wanna have|lets have) {sex} with (you|me)
        (i|wanna|lets|we|gonna|to|please|can we|could we|you) .. {fuck|fucking} (me|you|her|him|us|each other|all night)(?! (up|over|off))
        (want|need|wanna have|crave|lets have|craving|love|asking for) .. (some |hot |rough |wild |hard |phone |amazing |casual |anal |oral )*{sex}(?! (ed|education|with confidence|change))
        (phone|cyber|oral|anal|rough|hot|wild|casual|virtual|group|gay|lesbian|passionate|make up|morning) {sex}(?! (ed|education))
        (send|show|trade|exchange) .. {nudes|naked pictures|naked pics|naked photos}
        (make|making|made) {love} to (me|you|her|him|each other)
        (touching|touch|play with|pleasure|pleasuring|playing with) {myself|yourself|himself|herself} (while|when|thinking|for|in|tonight|to|sexually)
        sexual {tension|desire|desires|pleasure|encounter|encounters|favors|favours|acts|experience|fetish|partner for}
        sit on my {face|lap and}
        {adult} (film star|dating site|cam|webcam|entertainment)
        (big|huge|hard|thick|wet|tight) {cock|dick|pussy|boobs|tits|ass}
        (dom|sub|master|mistress|slave) .. {roleplay|rp|dynamic|kink|collar}
    """),
    Rule("explicit.hinted", Label.EXPLICIT, HINT, r"""
        (have|having|had) {sex}
        go {down} on (me|you|him|her)
        in {bed} with (me|you)
        get {naked|nude|laid}
        (turn|turns|turned|turning) (me|you) {on}
        (take|taking|took) off .. {clothes|dress|shirt|panties|bra|pants|underwear}
    """),
    Rule("suggestive.you", Label.SUGGESTIVE, STRONG, r"""
        {kiss} (me|you|your)
        (you|youre|u|ur|you are|youd) .. (look |looking |sound |so |really |very |such |incredibly |pretty |damn |a )*{hot|sexy|gorgeous|handsome|attractive|stunning|irresistible|cutie|hottie|babe|adorable|cute|beautiful|tempting}(?! (day|dog|cat|water|name|soul))
        (crush on|feelings for|attracted to|falling for|in love with|obsessed with|infatuated with) {you}
        (cuddle|cuddling|snuggle|snuggling|flirt|flirting|make out|making out|slow dance|dance close|spoon) (up )?{with} (me|you)
        (be|become) my {girlfriend|boyfriend|valentine|lover|date|wife|husband|babe}
        (go|take) .. on a .. {date}( with (me|you)| tonight)?
        (hold|pull|squeeze|press) (me|you) {close|closer|tight|tighter|against}
        (in|into) (your|my) {arms} .. (tonight|and|all|again|so)?
        (wrap|put) your {arms} around me
        (want|need|miss|crave|craving|long for|feel) {you} (so )?(bad|badly|tonight|close|next to me|beside me|right now|here in)
        (want|need|miss|crave|craving|imagine|feel|love|feeling|of|about) (your|the way you) .. {touch|lips|hands|body|kiss|kisses|skin|scent|embrace}
        what are you {wearing}
        the way you {tease|kiss|touch|look at|hold} me
        your {body|lips|curves|legs|abs} (is|are|look|looks|feel|feels|taste|on mine|against)
        (i|im|me|got|gets) .. (get|got|getting|so|really|am|feel|feeling) .. {turned on|aroused}(?! (the|by default))
        (we|were|are|be|as|my|your) .. {lovers|lover}(?! of)
        (hold|holding) {you} (until|till|all night|tight|close|in my arms|while)
        dance .. {close}
        (take|run|slide|trace|running|tracing) .. (my|your) .. {fingers|hand|hands|lips} .. (through|along|down|over|across) .. (your|my)
        (whisper|whispers|whispering|breathe) .. (in|into|against) .. (my|your) {ear|neck|skin}
        (your|my) (eyes|smile|voice|lips) .. (drive|drives|driving|makes?|give|gives|melt|melts) me .. {crazy|wild|weak|melt|shiver|blush|butterflies|shivers|hot|goosebumps}
        (drive|drives|driving|make|makes|making) me {blush|weak|crazy|shiver|melt|flustered} .. (when|with|you|your)
        (spend|spending) the {night} (with|together|at)
        (come|join|meet|stay|cuddle|lie) .. (me |with me )?in {bed|bath|shower|tub} .. (with me|together|tonight|us)?
        {flirt|flirting} with (me|you|him|her|someone|my (crush|coworker|barista|boss|colleague|neighbou?r))
        (make|making|made) {out}( with| on| in the| session|$)(?! (the (writing|words|shape|check)|whether|what))
        {seduce|seducing} (me|you|him|her|them)
        (romantic|flirty|candlelit|intimate|steamy|sensual|spicy|passionate|hot) {evening|dinner|date|night|roleplay|message|texts|text|banter|kiss|scene|weekend|getaway|massage|dance}
        (turn|turns|turned|turning) (me|you) {on}
        i (love|adore|desire|want|crave|lust after|fancy) {you}( so much| baby| babe| darling| my love| honey| more every day| tonight|$)
        {kissing|kissed|kiss} .. (neck|lips|passionately|slowly|softly|deeply|under the|in the rain|all night)
        (dream|dreams|dreamed|dreamt|dreaming|fantasi[sz]e|fantasi[sz]ing|thinking|daydream) (of|about) {kissing|touching|holding you|you last night|you all day|you all night|us together|your body|you in}
        (date|hot|good) {night} .. (outfit|lingerie|with my (boyfriend|girlfriend|husband|wife)|ideas|tonight)
        (sit|sitting) (on|in) (your|my) {lap}
        {undress} (me|you|slowly)
        (kiss|kissed|kissing) (him|her|them|my (crush|girlfriend|boyfriend|date|wife|husband|coworker)) {passionately|tonight|deeply|slowly|goodnight|softly|first time|again}
        play {hard to get|footsie|strip poker|spin the bottle}
        hey {sexy|gorgeous|handsome|cutie|beautiful|hot stuff|babe}
    """, r"""
        (you|youre) .. (hot|attractive|handsome) .. (dog|food|outside|weather|sauce|water|offer|price)|(mum|mom|dad|grandma|grandpa|guys|son|daughter|jesus)
        (translate|in (french|spanish|german|italian|japanese)|lyrics|song)|in (english|french)
        kiss (me|you) (on the cheek|goodnight|good night)|make out (the|a|what|checks?|to)|takes? your hands?
    """),
    # Tender words; two of them, or one with a mild word, are romance.
    Rule("suggestive.tender", Label.SUGGESTIVE, HINT, r"""
        (hold|pull|held|holding|pulled|hug|hugged) (me|you|him|her) .. {close|closer|tight|tighter|me|you|night|gently}
        (you|your) ... {eyes|smile|lips|voice|hair|scent|perfume|skin|hands|body|laugh|touch}
        (drown|lost|stare|staring|gaze|gazing|lose myself) .. in (your|her|his) {eyes|gaze|arms|smile}
        (lets|want to|wanna|could we|can we|come|and|to) {cuddle|cuddling|snuggle|spoon}
        are you {single|taken|seeing anyone|dating anyone}
        (take|taking) you {out} (for|to|on|tonight|sometime|this)
        (slow|moonlit|romantic|candlelit|long) {walk|dance|evening|night} .. (home|you|together|beach|moonlight)
        give me .. {kiss|hug|kisses}
        (you|he|she) (smell|smells|taste|tastes|look|looks|feel|feels) (so |really )?{good|amazing|hot|delicious|incredible|stunning}
        (come|sit|move|get|lie|lean|step) (a little |a bit )?{closer}( to me)?
        (my|her|his) {heart} .. (races|skips|flutters|beats|melts|pounds|racing|pounding|beating|skipped|belongs|aches)
        (hand|hands|arm|arms) (on|around) (my|her|his|your) {waist|thigh|hips|neck|knee|back|leg}
        (eyes|hands) {off} (you|her|him|her body|his body|your body)
        (youre|you are|be) my {dream girl|dream man|dream guy|everything|soulmate|one and only|princess|prince|queen|king|lover|other half|love}
        {marry} me
        {stockings|garter|corset|negligee|heels} .. (for|date|night|anniversary|him|her|you)
        {date} night
        (wake|waking|woke|fall asleep|falling asleep|lie|lying|be|sleep|sleeping|sit) .. {next} to you
        (girlfriend|boyfriend|couple|lovers|husband|wife) ... {date|dating|love|romantic|kiss|honeymoon|first date|bed}
        (first|second|third|hot|blind|our|next|perfect|dinner) {date}
        (you|your|me) .. {goosebumps|shivers|butterflies|tingles|weak|flustered}
        get {shivers|goosebumps|butterflies|flustered}
        (made|make|making|were) {out}( behind| in| on| for| all|$)
        {lips|mouth|hands|fingers|breath|body} on (mine|my (lips|neck|skin|body)|yours|his (lips|neck|skin)|hers)
        {lying|laying|alone|lonely} in bed
        {blushing|blush|blushed} .. (stop|it|you|when|because|so|at)
        in {love} (with|together|and|like)
        call me {baby|babe|darling|honey|sweetheart|yours|princess}
        (looks|look|looking) (so |really |very )*{hot|sexy|stunning|gorgeous|irresistible} (in|tonight|today|when|with)
        (give|giving|gave|want|need) .. {massage|backrub|back rub|foot rub}
        (my|hey|hello|hi|hey there|goodnight|good night|morning|tonight|you|me) {darling|sweetheart|handsome|gorgeous|cutie|babe|honey|lover|beautiful|sexy|baby}
        {cheek to cheek|until sunrise}
        {dance|dancing} with (you|me) .. (all night|close|slowly|tonight|cheek|under|in the)
        {miss} (you|your) .. (so much|tonight|touch|lips|arms|badly|body|in bed)
        (think|thinking|dream|dreaming|dreamt|dreamed) .. (about|of) {you} .. (night|bed|all|every|constantly|last|again|nonstop)
        do you {think} about me
        (want|wish|need) you {here|with me|beside me|close|to hold|to touch|to kiss|next to me}
        (be|feel|lie|lay) in your {arms}
        (stroke|stroking|play with|brush|caress) (my|your|her|his) {hair|cheek|face|back|neck}
        {romance} .. (me|with|us|between|novel|scene)
        (woo|court|charm|impress|tempt|entice) {me|you|her|him}
        (so|very|really|irresistibly) {attracted} to
        {attracted} to (you|him|her|my)
        {undressing|undress|underwear|bra|lace|silk|robe|naked|shirtless|skirt} .. (for you|for me|in front|slowly|you)
        ask .. {out} on a date
        {soulmate|soulmates|sweetheart|beloved}
    """, "(mum|mom|dad|father|mother|grandma|grandpa|cat|dog|puppy|kitten|teacher|god|lord|jesus)|(release|due|expiry|deadline|publication|start) date|eye (doctor|test|exam)|blood|doctor|exam|invoice"),
    Rule("suggestive.talk", Label.SUGGESTIVE, HINT, r"""
        (kiss|kissed|kissing) {me|you|him|her|them}(?! (on the (cheek|forehead)|good))
        (have|has|had|got|having) a {crush} on
        (first|last|secret|stolen|french) {kiss}
        {hot} (date|guy|girl|stuff|body|coworker|bod)
        (one night|summer) {stand|fling}
        {chemistry} (between us|with (him|her|you))
        {romance|romantic} .. (story|roleplay|scene|novel)
    """, "organic|exam|homework|(mum|mom|dad|baby|son|daughter|grandma|cat|dog)"),
)  # fmt: skip

_WEIGHTS = {
    "explicit": STRONG, "likely": LIKELY, "clinical": 0.4, "crude": 0.3, "suggestive": WEAK, "mild": HINT,
}  # fmt: skip
_BLOCKS = {
    "explicit": sexual_words.EXPLICIT, "likely": sexual_words.LIKELY, "clinical": sexual_words.CLINICAL, "crude": sexual_words.CRUDE,
    "suggestive": sexual_words.SUGGESTIVE, "mild": sexual_words.MILD,
}  # fmt: skip
# Each form of a word, with its kind and the word; the first block that has a form keeps it.
_FORMS: dict[str, tuple[str, str]] = {}
for _kind, _block in _BLOCKS.items():
    for _word in _block.split():
        for _form in sexual_words.forms(_word):
            _FORMS.setdefault(_form, (_kind, _word))
_SOBER = frozenset(sexual_words.SOBER.split())
_NEUTRAL = {word: any_of(block) for word, block in NEUTRAL.items()}
# Swearing, however much, says only so much.
_MOST = {"crude": 0.6}
_LONG = 80
VOCABULARY = frozenset(_FORMS)


@dataclass(frozen=True, slots=True)
class Heat:
    """``explicit``, ``suggestive`` and ``mild``: what the words of a text weigh. ``is_sober``: clinical words were not counted, for
    that is what the talk is about.
    """

    explicit: float
    suggestive: float
    mild: float
    is_sober: bool


def heat_of(text: Iterable[Sentence]) -> Heat:
    """What the single words of a text weigh. Each word counts once, however often it stands there."""
    met: set[tuple[str, str]] = set()
    words: set[str] = set()
    count, is_made_up = 0, False
    for sentence in text:
        words |= sentence.words
        count += len(sentence.words)
        if found := sentence.words & VOCABULARY:
            met.update(_FORMS[word] for word in _left(sentence, found))
            is_made_up = is_made_up or is_scene(sentence)
    sums = {kind: 0.0 for kind in _WEIGHTS}
    for kind, _ in met:
        sums[kind] += _WEIGHTS[kind]
    for kind, most in _MOST.items():
        sums[kind] = min(sums[kind], most)
    if count > _LONG and len(met) == 1:
        # One word in a long text is no talk of it.
        sums = {kind: weight / 2 for kind, weight in sums.items()}
    is_sober = not (sums["explicit"] or is_made_up or sums["likely"] > LIKELY or words.isdisjoint(_SOBER))
    clinical = 0.0 if is_sober else sums["clinical"]
    certain = sums["explicit"] + sums["likely"] + clinical
    # Swearing alone says nothing.
    explicit = certain + sums["crude"] if certain else 0.0
    if is_sober and not sums["likely"]:
        explicit = 0.0
    return Heat(explicit, sums["suggestive"], sums["mild"], is_sober)


def _left(sentence: Sentence, found: Iterable[str]) -> set[str]:
    """Which of the words found still stand there when ordinary things called like that are taken out."""
    words = sentence.text
    for word in {_FORMS[form][1] for form in found}:
        if neutral := _NEUTRAL.get(word):
            words = neutral.sub(" ", words)
    return VOCABULARY.intersection(words.split())
