"""Questions of fact: about bodies, works of art, animals and places, and of nobody who is there. Nobody is courted with them."""

from chat.safety.lazy import Pattern
from chat.safety.parts import word_set
from chat.safety.reading import Sentence
from chat.safety.rules.heat import kinds_in
from chat.safety.rules.violence import is_scene

_BEFORE = (
    r"^(?:(?:hi|hello|hey|so|and|but|ok|okay|also|please|pls|sorry|question|quick question|doctor|just wondering|wondering|anyone know|"
    r"(?:does|do) (?:anyone|anybody|you) know|(?:can|could) (?:you|someone) (?:please )?(?:tell me|explain)|tell me|explain|i wonder|curious|"
    r"(?:honest|stupid|embarrassing) question|is it true that) )*"
)
_IS, _MAY = (
    r"is|isnt|are|arent|was|were|am|does|doesnt|do|dont|did|has|have|had",
    r"can|cant|could|should|will|would|may|must",
)
_ASKS = Pattern(
    rf"{_BEFORE}(?:how (?:long|many|much|often|common|soon|far|late|old|likely|effective|safe|risky|dangerous|bad|painful|big|high|low|"
    rf"quickly|fast|early|young|to|{_IS}|can|could|should|will)|whats?|which|whos?|whose|when|wheres?|whys?|{_IS}|{_MAY})(?!\S)"
)
# Who speaks, who is spoken to, and who is spoken of.
_YOU = word_set("you your u ur yours yourself youre youd youll youve ya")
_WE = word_set("we us our ours lets together")
_I = word_set("i im ive id ill me my mine myself")
_HE_OR_SHE = word_set("he him his she her hers hes shes himself herself")
_SOMEBODY = word_set(
    "someone somebody anyone girl girls guy guys boy boys man men woman women boyfriend girlfriend husband wife partner lover lovers couple "
    "couples stranger ex bride groom kisser flirt flirting flirty romantic romance"
)
# "Can you get it from a kiss" asks of anybody.
_ANYBODY = Pattern(
    r"(?<!\S)(can|should|could|must|if|when|once|after|before|that|do|why do|how (?:long|soon|often|much|many|do)(?: \S+){0,3}) you "
    r"((?:still |safely |actually |really |ever |even )*(?:have|get|catch|pass|be|pee|bleed|need|lose|take|use|stop|feel|tell|test|die|give|"
    r"spread|treat|know|do|go|wait|clean|wash|check|insert|remove|shave|conceive|breastfeed|ovulate|drink|eat|start|develop|contract|transmit|"
    r"avoid|put|ejaculate|orgasm))(?!\S)"
)
# Something is wanted, or done to somebody.
_IS_DONE = Pattern(
    r" (?:want|wants|wanna|(?:like|love) to|let me|show|send|with (?:me|you)|for me|on me|in(?:side)? me|to me|"
    r"(?:make|making|get|getting|give|giving|tease|seduce|seducing|pleasure|pleasuring|touch|touching|force|forcing|convince|persuade|turn) "
    r"(?:her|him|them|me|you|someone|somebody|a (?:girl|woman|man|guy|boy)|girls|women|guys|men|my (?!baby|child|son|daughter|doctor|gp)\w+)|"
    r"how (?:do|can|could|should|would) (?:i|you|one|people|women|men) (?:have|do|perform|enjoy|masturbate|orgasm|finger|last|go down)|"
    r"in front of|right (?:here|now)|why not|how to (?!touch|crush|strip|tease|blush|mount|draw|paint|pose|climb|dress|cook|eat|avoid|treat|tell|know|stop|clean|prevent|check|measure)\S+|"
    r"turns? (?:women|men|girls|guys|people) on|hottest|sexiest|nudes|pics?|pictures|photos|videos?|sites?|massages?|techniques?|tips|best way to)(?!\S)"
)
_WORKS = Pattern(
    r" (?:films?|movies?|novels?|episodes?|season \w+|series|sitcoms?|plot|musicals?|operas?|ballets?|poem|sonnet|paintings?|painter|"
    r"sculptures?|sculptors?|statues?|fresco(?:e?s)?|museums?|gallery|exhibition|posters?|rodin\w*|klimt\w*|michelangelo\w*|renaissance|"
    r"mythology|myths?|goddess|soundtrack|songs?|lyrics|album|actor|actress|director|remake|sequel|spoilers?|titanic|bridgerton|shakespeare\w*)(?!\S)"
)
# Of these people speak as if they were there: "how do I marry her".
_PLAYED_OR_DRAWN = Pattern(
    r" (?:art (?:class|school|history|teacher)|(?:life|figure) (?:drawing|painting)|"
    r"photography (?:class|course)|model release|video games?|dlc|romance options?|baldurs gate|mass effect|stardew valley|skyrim|the sims|dragon age|"
    r"cyberpunk|witcher|npcs?|quest|playthrough)(?!\S)"
)
_MADE_UP = Pattern(
    r" (?:write|writing|describe|imagine|pretend|continue|narrate|generate|roleplay|role ?play|rp|act out|play out|fanfic\w*|smut|erotica)(?!\S)"
)
_THEY = word_set(
    "they them their theyre one ones each another himself herself themselves baby babe darling honey sweetheart love mine hey hi hello say tell whisper talk speak give be come "
    "closer hold gorgeous handsome hottie cutie"
)
_SPEAKS = _YOU | _I | _HE_OR_SHE
_STARTS = word_set(
    "how what whats which who whos whose when where wheres why whys is isnt are arent was were am does doesnt do dont did has have had can cant could should "
    "will would may must hi hello hey so and but ok okay also please pls sorry question quick doctor just wondering anyone tell explain curious honest stupid "
    "embarrassing"
)
_BARE = word_set("naked nude nudity nudist undress undressing topless")
_SOBER, _NOT_SOBER = word_set("clinical frank"), word_set("explicit likely suggestive crude")
_PORN = word_set("porn pornographic pornography")
_HARMS = Pattern(
    r" (?:caus\w+|affect\w*|bad|harm\w*|addict\w*|brain|normal|healthy|unhealthy|dysfunction|ed|anxiety|relationships?|legal|illegal|law|ban\w*|children|teens?)(?!\S)"
)


# Asked is how to behave, not with whom to do what.
_ADVICE = Pattern(
    r" (?:(?:how|what|when|where) (?:\S+ )?(?:do|should|can|could) i (?:wear|say|text|write|tell|start|ask|reply|respond|answer|bring|buy|"
    r"get over|talk|approach|explain|stop|deal|cope|handle|find|meet|turn down|decline)|"
    r"how (?:long|soon|often|many|much) (?:\S+ )?should (?:i|one|people)|"
    r"should i (?:text|call|tell|ask|wait|send|bring|buy|wear|pay|apologi[sz]e|worry|be worried)|how do people|"
    r"is it (?:ok|okay|weird|normal|rude|bad|wrong|appropriate|too (?:soon|early|late)) (?:to|if|that|for))(?!\S)"
)
_OF_A_WORD = Pattern(
    r" (?:what (?:do|does|did) (?:the )?(?:\S+ ){1,4}(?:mean|stand for)|(?:difference|differences) between|"
    r"(?:meaning|definition|origin|etymology|synonyms?|pronunciation|plural) of|is \S+ an? (?:swear|bad|rude|real|dirty|offensive) word)(?!\S)"
)
_MOST_OF_A_WORD = 25


def is_matter_of_fact(sentence: Sentence) -> bool:
    """Whether a sentence asks of the world, of bodies, of a word or of manners, and of nothing that somebody would do with one."""
    words = sentence.words
    if not words.isdisjoint(_WE):
        return False
    # A quick look first: who speaks of people must ask.
    is_said = not words.isdisjoint(_SPEAKS) and sentence.text.partition(" ")[0] not in _STARTS
    if not (_is_of_advice(sentence) or _is_of_a_word(sentence)) and (
        is_said or not (_is_of_the_world(sentence) or _is_of_bodies(sentence) or _is_of_nobody(sentence))
    ):
        return False
    return not _IS_DONE.search(f" {sentence.text}") and (not is_scene(sentence) or _is_of_a_work(sentence))


def _asks(text: str) -> bool:
    return text.partition(" ")[0] in _STARTS and _ASKS.search(text) is not None


def _is_of_a_work(sentence: Sentence) -> bool:
    if _PLAYED_OR_DRAWN.search(f" {sentence.text}"):
        return True
    return _WORKS.search(f" {sentence.text}") is not None and not _MADE_UP.search(f" {sentence.text}")


def _is_of_nobody(sentence: Sentence) -> bool:
    """Flirting needs somebody: "sexy spreadsheet templates" is none, and "kisses" alone may be."""
    words = sentence.words
    everybody = _YOU | _I | _HE_OR_SHE | _THEY | _SOMEBODY
    return len(words) > 1 and words.isdisjoint(everybody) and all(_is_mild(*found) for found in kinds_in(sentence))


def _is_mild(kind: str, word: str) -> bool:
    return kind in {"mild", "suggestive", "crude", "clinical"} or word in _BARE


def _is_of_advice(sentence: Sentence) -> bool:
    if not sentence.words.isdisjoint(_YOU) or not _ADVICE.search(f" {sentence.text}"):
        return False
    return all(kind in {"mild", "clinical"} for kind, _ in kinds_in(sentence))


def _is_of_a_word(sentence: Sentence) -> bool:
    is_of_nobody = sentence.words.isdisjoint(_YOU | _I) and len(sentence.words) <= _MOST_OF_A_WORD
    return is_of_nobody and _OF_A_WORD.search(f" {sentence.text}") is not None


def _is_of_the_world(sentence: Sentence) -> bool:
    """Of things, animals, works, and people far away."""
    if not sentence.words.isdisjoint(_YOU) or any(
        kind in {"explicit", "frank"} or (kind == "likely" and word not in _BARE) for kind, word in kinds_in(sentence)
    ):
        return False
    asks = _asks(sentence.text)
    if _PLAYED_OR_DRAWN.search(f" {sentence.text}"):
        return True
    is_of_nobody = sentence.words.isdisjoint(_I)
    if _WORKS.search(f" {sentence.text}"):
        return is_of_nobody and (asks or sentence.words.isdisjoint(_HE_OR_SHE))
    return asks and is_of_nobody and sentence.words.isdisjoint(_HE_OR_SHE | _SOMEBODY)


def _is_of_bodies(sentence: Sentence) -> bool:
    """How bodies are, the writer's own or anybody's."""
    kinds = {kind for kind, _ in kinds_in(sentence)}
    if kinds.isdisjoint(_SOBER) or not kinds.isdisjoint(_NOT_SOBER):
        return False
    text = sentence.text if sentence.words.isdisjoint(_YOU) else _ANYBODY.sub(r"\1 one \2", sentence.text)
    if not _YOU.isdisjoint(text.split()) or not _asks(text):
        return False
    return sentence.words.isdisjoint(_PORN) or _HARMS.search(f" {text}") is not None
