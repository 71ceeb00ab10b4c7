"""Words of tenderness weighed together: none of them says much, several of them beside "you", "him" or "her" do.

What ``flirting.py``, ``desire.py``, ``closeness.py`` and ``courtship.py`` have no wording for is caught by this.
"""

from chat.safety.lazy import Pattern
from chat.safety.parts import word_set
from chat.safety.reading import Reading, Sentence
from chat.safety.rules.affection import FAMILY, MATTERS
from chat.safety.wording import AnyOf

# By what one of them weighs.
_WEIGHTS = {
    1.0: """
        lips neck skin fingertips embrace embraced embraces kiss kisses kissed kissing whisper whispers whispered whispering pillow blanket
        pulse heartbeat perfume cologne waist hips collarbone thigh thighs lap moonlight moonlit candlelight candlelit candles tender tenderly tenderness
        caress caresses caressed trace traces traced tracing crave craves craved craving ache aches ached aching longing yearn yearns yearned
        yearning fantasy fantasize fantasise fantasizing fantasies melt melts melted melting blush blushes blushed blushing shiver shivers shivered
        tremble trembles trembled trembling butterflies goosebumps spark sparks chemistry flutter flutters fluttered irresistible handsome sexy
        lover lovers romance romantic romantically crush honeymoon flirt flirts flirting flirted flirty tease teases teased teasing wink winks
        winked cuddle cuddles cuddled cuddling snuggle snuggles snuggled snuggling gaze gazes gazed gazing ballroom somersault somersaults
        intoxicating smitten seductive passionate passionately passion desire desires desired lovingly longingly intimate sensual nuzzle nuzzles
        nuzzled breathless enchanted mesmerized bewitched soulmate beloved betrothed mistletoe undress undressed undressing date dates dating swoon swooned
        kissable lingerie nightgown silk temptation tempting tempted entwined intertwined lovestruck lovesick lovemaking admirer sweetheart tinder
        charming charmer dimples snog snogged smooch newlyweds wooing serenade tingles tingle tingled tingling swoony lips lip nibble nibbles nibbled
        bosom sultry flushed flushes breathlessly yearningly ravish ravished adore adores adored adoring adoringly infatuated infatuation besotted enamored
        enamoured enchanting alluring allure seduce seduced seducing lust lusting arousing devour devoured ecstasy bliss blissful heartthrob hunk hottie
        cutie cuteness stowaway waltz tango gondola eloped elope eloping courtship suitor maiden damsel concubine consort rendezvous tryst flame
        fling affair infidelity mistress situationship hookup lovebird lovebirds valentine valentines bouquet aphrodisiac bedroom undone unbutton unbuttoned
        unzip unzipped zipper corset garter stockings bra nape throat collar jawline cheekbones stubble biceps abs curves cleavage navel
        caressingly huskily husky velvety sensuous silky satin fiance fiancee bride groom darling sweetie honeyed lovemaker dearest starlight starlit
        candle lamplight firelight fireplace hearth afterglow pheromones flirtation flirtatious coy coyly bashful bashfully smirk smirks smirked
        lovingly devotedly passionless hungrily mwah xoxo playfully teasingly mischievous mischief mischievously tantalizing tantalising wanting hungry
        temptress seductress vixen stud gentleman rogue scoundrel rake duke duchess secretly admirer stolen hers
    """,
    0.5: """
        mouth arms arm bed breath breathe breathing heart shoulder shoulders chest night tonight midnight dance dances danced dancing slowly softly
        gently touch touches touched touching hold holds held holding close closer beside near nearer want wants wanted wanting need miss misses missed missing
        dream dreams dreamed dreamt dreaming imagine imagining picture picturing electric dizzy gorgeous beautiful beautifully cute hot smile smiles
        smiled smiling eyes voice laugh hair hand hands cheek cheeks forehead love loved loves boyfriend girlfriend husband wife secretly forever darling
        jealous hug hugs hugged lean leans leaned leaning stare stares stared staring glance glances glanced scent sheets dress wine fire
        rain stars sunset sunrise balcony beach rooftop masquerade fingers finger stomach knees faint fainted magnetic mind attraction attracted
        attractive pull pulls pulled pulling warmth warm sleep asleep wake woke lie lying lay stay alone together silently finally jaw scar
        stubble shirt confess confessed confesses proposal propose proposed wedding anniversary first fell fall fallen falling single
        body burn burns burning fever wild crazy lose lost resist babe baby honey cutie beg mine yours belong shy nervous speechless notice noticed
        him her accent pretty stunning dinner movie cinema drink flowers roses back likes fancy barista bartender coworker colleague
        lights dark darkness breathing whole bodily cold empty without badly awakened woken fire eternity eternal destiny fate meant soul souls
        personality cupid angel heaven heavenly goddess prince princess queen king knight vampire captain stranger sore sight taken
        interested flirtly wine red champagne cocktail cabin weekend getaway venice paris verona seaside terrace
         corridor doorway candlelit rose petals rosepetals poem poetry verse letter letters letterbox diary
        watched watching watches looking look looked met meet eyed lashes brow temple ear ears ankle wrist wrists palm palms
        curl curls lock locks strand braid dressed heels suit tux tuxedo towel robe pajamas pyjamas shower bath bathtub jacuzzi
        married marry marrying engaged engagement wed vow vows ring rings spouse affection affectionate affectionately intimacy closeness cherish cherished
        treasure addicted addictive drug drunk drown drowning lost spell magic magical thrill thrilled rushes racing pounding skip skipped skips beat beats
        gasp gasps gasped moan inhale inhaled exhale exhaled bite bites biting bit taste tastes tasted tasting sweet sweetly sweeter delicious
        steal steals surrender surrendered undeniable unspoken confession admits admitted hides hidden forbidden jealousy tension pining pine pined tug
        tugs tugged draw draws drew drawn guide guides guided twirling sway sways swaying swayed rhythm beneath underneath against onto toward towards
        linger hover hovers hovered inches inch closeup nearness presence silhouette figure beauty lovely lovelier loveliest dashing ravishing breathtaking
        distracting distracted crazily helplessly hopelessly madly deeply dearly truly utterly endlessly always apart together reunion reunited goodnight
        goodbye morning dawn dusk evening summer winter snow storm thunder beachside firefly fireflies lantern slow waltzes dancefloor
        winning win heart heartbroken ex exes tinder hinge bumble matched ghosted swipe swiped chemistry vibe vibes
        tie buttons sigh sighs sighed brush brushes brushed brushing press presses pressed pressing lifts lifted carry carried spin
        spins twirl twirls slide slides slid rest rests rested lead leads led reach reaches reached lingers linger lingered rush
    """,
}
# Two words, of which neither says anything alone.
_PHRASES = Pattern(
    # Each begins with a blank, so that the search jumps from word to word.
    r" (?:without you|with you|beside you|near you|around you|about you|into you|for you|of you|on you|to you|towards you|at you|you and (?:me|i)|you me|me and you|just (?:us|you)|(?:the )?two of us|"
    r"of yours|(?:my|your|his|her) heart|you (?:make|made|had|have|drive|get|leave|turn|keep) me|you (?:smiled|looked|laughed|winked)|makes me|by my side|at my side|in my (?:life|arms|bed|head|dreams)|"
    r"i wish|i cant|i could|let me|tell me you|all i|only you|never (?:felt|met|wanted)|like you|of us|we both|between us|each other|one another|my (?:man|woman|girl|guy|boy|lady|date|ex)|this (?:guy|girl|man|woman)|"
    r"(?:he|she) (?:is|was|looked|smiled|laughed|watched|wanted|held|took|leaned|whispered|loved)|a (?:guy|girl|man|woman))(?!\S)"
)
_WEIGHT = {word: weight for weight, block in _WEIGHTS.items() for word in block.split()}
WORDS = frozenset(_WEIGHT)
# Somebody must be there whom it may be about; by "you" and "I" it is said to the companion.
_SOMEBODY = word_set(
    "girlfriend boyfriend husband wife lover lovers stranger guy man woman fiance fiancee crush date hers mine couple pianist you your youre youd u him her his she he hes shes each us our their they"
)
_TO_YOU, _OF_ME = word_set("you your youre youd u"), word_set("i im id ive me my mine ill we us our")
_ENOUGH, _ENOUGH_TO_YOU, _SHORT, _PER_WORD, _PHRASE = 1.75, 1.25, 12, 0.05, 0.25
_NOT_TENDER = AnyOf(
    FAMILY
    + MATTERS
    + r"""
    balm|cream|lotion|makeup|rash|lipstick|shampoo|swollen|symptoms?|itch\w*|dry|draw|paint|sketch|character sheet|workout|exercise|yoga|pose|reps|meditat\w*|breathing exercise|tax|knit\w*|sew\w*|
        recipe|cook|oven|boil|dough|chicken|beef|salad|restaurant|menu|dishes|laundry|vacuum|kitchen sink|paint|drill|screw|engine|tyres?|car|bus|train|flight|airport|luggage|passport|ticket|hotel|budget|salary|
        funeral|died|death|dead|dying of|cancer|ill|sick|hospital|ambulance|abuse\w*|hit|hits|hurt me|afraid of|scared of|divorce|lawyer|court|police|snores?|allergic|dentist
    the (bit|part|episode|chapter) (in|where|when)|flu|cold|vaccin\w*|diet|calories|gym|bench|marathon|race|match|team|game|score|league|season|coach|chess|level|quest|sword|dragon|monster|dungeon|orc|magic|wizard school|school|homework|class|essay|
        exam|thesis|chapter \d+|professor says|boss (said|told|wants)|deadline|interview|meeting|client|customers?|shop|store|price|cheap|buy|sell|order|deliver\w*|number of
    zombie|murder|killer|thriller|horror|gun|knife|blood
    """
)


# "I need you to" do something is a request.
_WANT, _WANTED = (
    word_set("want wants need like love"),
    Pattern(
        r"(?<!\S)(?:want|need|like|love) (?:you )?to(?!\S)(?! (?:kiss|hold|touch|feel|be|wake|fall|sleep|taste|dance|hug|know what you))"
    ),
)


def tenderness_of(text: Reading) -> tuple[bool, bool]:
    """Whether a sentence, or two short ones that follow each other, are tender; and whether they are said to the companion."""
    is_tender = is_to_you = False
    for place in text.places_of(WORDS):
        following = text[place + 1] if place + 1 < len(text) else None
        for words, joined in _windows(text[place], following):
            to_you = not (words.isdisjoint(_TO_YOU) or words.isdisjoint(_OF_ME))
            if _is_enough(words, joined, _ENOUGH_TO_YOU if to_you else _ENOUGH):
                is_tender, is_to_you = True, is_to_you or to_you
    return is_tender, is_to_you


def _windows(sentence: Sentence, following: Sentence | None) -> list[tuple[frozenset[str], str]]:
    windows = [(sentence.words, sentence.text)]
    if following is not None and len(sentence.words) + len(following.words) <= 2 * _SHORT:
        windows.append((sentence.words | following.words, f"{sentence.text} {following.text}"))
    return windows


def _is_enough(words: frozenset[str], text: str, enough: float) -> bool:
    found = words & WORDS
    if len(found) < 2 or words.isdisjoint(_SOMEBODY):
        return False
    enough += max(len(words) - _SHORT, 0) * _PER_WORD
    weight = sum(_WEIGHT[word] for word in found)
    # Phrases add up to two of them; what stays below with those needs no search.
    if weight + 2 * _PHRASE < enough:
        return False
    if not found.isdisjoint(_WANT) and _WANTED.search(text):
        found -= _WANT
        if len(found) < 2:
            return False
        weight = sum(_WEIGHT[word] for word in found)
    weight += _PHRASE * min(len({phrase[0] for phrase in _PHRASES.finditer(f" {text}")}), 2)
    if weight < enough:
        return False
    return not _NOT_TENDER.is_in(text, words)
