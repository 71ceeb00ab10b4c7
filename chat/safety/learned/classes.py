"""Words that stand for others of their kind: what was learnt of "my uncle hits me" is known of a stepfather, too."""

from collections.abc import Sequence

from chat.safety.parts import word_set

_CLASSES = {
    "@kin": (
        "mum mom mummy mommy mother mam dad daddy father papa parents stepdad stepfather stepmum stepmom stepmother "
        "brother brothers sister sisters stepbrother stepsister uncle aunt auntie cousin cousins grandad grandpa "
        "grandfather gran nan grandma grandmother sibling siblings relative"
    ),
    "@partner": "husband wife boyfriend girlfriend bf gf partner fiance fiancee ex spouse hubby exhusband",
    "@acquaintance": (
        "coach teacher tutor priest pastor boss manager neighbour neighbor colleague coworker landlord roommate "
        "flatmate babysitter lodger friend friends mate bestie classmate stranger carer doctor therapist"
    ),
    "@child": (
        "child children kid kids son daughter baby toddler pupil niece nephew grandson granddaughter stepson "
        "stepdaughter twins"
    ),
    "@body": (
        "arm arms wrist wrists leg legs thigh thighs hand hands face neck throat head back stomach chest ribs hair skin "
        "shoulder knee foot feet shoulders jaw eye eyes ear cheek cheeks lips mouth tongue finger fingers waist hips "
        "hip belly body"
    ),
    "@hits": (
        "hit hits hitting beat beats beating beaten slap slaps slapped slapping punch punches punched punching kick "
        "kicks kicked kicking choke chokes choked choking strangled strangles shove shoves shoved push pushes pushed "
        "smack smacked smacks whip whipped thrash thrashed throws threw slammed"
    ),
    "@forces": (
        "force forces forced forcing make makes made coerce coerced pressure pressured pressures blackmail blackmails "
        "blackmailed threaten threatens threatened threatening rape raped rapes molested molests assaulted assaults "
        "groped gropes abused abuses abusing"
    ),
    "@means": (
        "pills pill tablets tablet meds medication paracetamol ibuprofen tylenol aspirin insulin bleach rope noose "
        "knife blade razor gun pistol rifle shotgun bridge roof rooftop tracks platform cliff ledge overdose"
    ),
    "@dies": (
        "die dies dying died dead death kill kills killing suicide suicidal unalive kms hang hanging jump jumping drown "
        "drowning disappear vanish"
    ),
    "@school": "school class college university uni exam exams homework essay lesson lessons course lecture semester seminar",
    "@health": (
        "doctor gp nurse hospital clinic surgeon midwife pharmacist symptoms diagnosis infection surgery treatment dose "
        "scan test vaccine therapy"
    ),
    "@machine": (
        "server process thread code script app database docker linux python java git query function class branch "
        "container router printer laptop"
    ),
    "@time": (
        "yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday morning evening "
        "night week weekend month year"
    ),
    "@writes": "write describe roleplay pretend play imagine continue story scene fanfic chapter act narrate generate",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in word_set(words)}


def classed(words: Sequence[str]) -> list[str]:
    """The words, and in the place of each that has a class, the class."""
    return [*map(_CLASS_OF.get, words, words)]
