"""Words of tenderness weighed together: none of them says much, several of them beside "you", "him" or "her" do.

What ``flirting.py``, ``desire.py``, ``closeness.py`` and ``courtship.py`` have no wording for is caught by this.
"""

from collections.abc import Sequence

from chat.safety.parts import word_set
from chat.safety.rules.affection import FAMILY, MATTERS
from chat.safety.wording import Sentence, any_of

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
        charming charmer dimples snog snogged smooch newlyweds wooing serenade
    """,
    0.5: """
        mouth arms arm bed breath breathe breathing heart shoulder shoulders chest night tonight midnight dance dances danced dancing slowly softly
        gently touch touches touched touching hold holds held holding close closer beside near nearer want wants wanted wanting need miss misses missed missing
        dream dreams dreamed dreamt dreaming imagine imagining picture picturing electric dizzy gorgeous beautiful beautifully cute hot smile smiles
        smiled smiling eyes voice laugh hair hand hands cheek cheeks forehead love loved loves boyfriend girlfriend husband wife secretly forever darling
        jealous hug hugs hugged lean leans leaned leaning stare stares stared staring glance glances glanced scent sheets dress wine fire
        rain stars sunset sunrise balcony beach rooftop masquerade fingers finger stomach knees faint fainted magnetic mind attraction attracted
        attractive pull pulls pulled pulling warmth warm sleep asleep wake woke lie lying lay stay alone together silently name finally jaw scar
        stubble shirt confess confessed confesses proposal propose proposed wedding anniversary first fell fall fallen falling single
        body burn burns burning fever wild crazy lose lost resist babe baby honey cutie beg mine yours belong shy nervous speechless notice noticed
        him her accent pretty stunning dinner movie cinema drink flowers roses back likes fancy barista bartender coworker colleague
        tie collar buttons sigh sighs sighed brush brushes brushed brushing press presses pressed pressing lift lifts lifted carry carried spin
        spins twirl twirls slide slides slid rest rests rested lead leads led reach reaches reached lingers linger lingered rush
    """,
}
_WEIGHT = {word: weight for weight, block in _WEIGHTS.items() for word in block.split()}
_WORDS = frozenset(_WEIGHT)
# Somebody must be there whom it may be about; by "you" and "I" it is said to the companion.
_SOMEBODY = word_set("you your youre youd u him her his she he hes shes each us our their they")
_TO_YOU, _OF_ME = word_set("you your youre youd u"), word_set("i im id ive me my mine ill we us our")
_ENOUGH, _ENOUGH_TO_YOU, _SHORT, _PER_WORD = 2.0, 1.5, 12, 0.05
_NOT_TENDER = any_of(
    FAMILY
    + MATTERS
    + r"""
    balm|cream|lotion|makeup|rash|lipstick|shampoo|swollen|symptoms?|itch\w*|dry|draw|paint|sketch|character sheet|workout|exercise|yoga|pose|reps|meditat\w*|breathing exercise|tax|knit\w*|sew\w*|
        recipe|cook|oven|boil|dough|chicken|beef|salad|restaurant|menu|dishes|laundry|vacuum|kitchen sink|paint|drill|screw|engine|tyres?|car|bus|train|flight|airport|luggage|passport|ticket|hotel|budget|salary|
        funeral|died|death|dead|dying of|cancer|ill|sick|hospital|ambulance|abuse\w*|hit|hits|hurt me|afraid of|scared of|divorce|lawyer|court|police|snores?|allergic|dentist
    flu|cold|vaccin\w*|diet|calories|gym|bench|marathon|race|match|team|game|score|league|season|coach|chess|level|quest|sword|dragon|monster|dungeon|orc|magic|wizard school|school|homework|class|essay|
        exam|thesis|chapter \d+|professor says|boss (said|told|wants)|deadline|interview|meeting|client|customers?|shop|store|price|cheap|buy|sell|order|deliver\w*|number of
    ghost|zombie|murder|killer|thriller|horror|war|soldiers?|gun|knife|blood
    """
)


def tenderness_of(text: Sequence[Sentence]) -> tuple[bool, bool]:
    """Whether a sentence, or two short ones that follow each other, are tender; and whether they are said to the companion."""
    is_tender = is_to_you = False
    for sentence, following in zip(text, [*text[1:], None], strict=True):
        if not (sentence.words & _WORDS):
            continue
        for words, joined in _windows(sentence, following):
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
    found = words & _WORDS
    if len(found) < 2 or words.isdisjoint(_SOMEBODY):
        return False
    weight = sum(_WEIGHT[word] for word in found)
    if weight < enough + max(len(words) - _SHORT, 0) * _PER_WORD:
        return False
    return _NOT_TENDER is None or not _NOT_TENDER.search(text)
