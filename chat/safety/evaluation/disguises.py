"""Ways to hide a word from a filter, each done to a whole text and always in the same way.

They are what ``normalise.py`` has to undo. It shares no table with this file, or it would be measured by itself.
"""

import re
from collections.abc import Callable
from itertools import cycle

_LETTERS = re.compile(r"[A-Za-z]+")
_VOWEL = re.compile(r"[aeiou]")
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e"
_CYRILLIC = str.maketrans("aceopxyskijhABCEHKMOPTXY", "асеорхуѕкіјһАВСЕНКМОРТХУ")
_GREEK = str.maketrans("aioupvwnktxAEIOKMNTXZ", "αιουρνωηκτχΑΕΙΟΚΜΝΤΧΖ")
_SMALL_CAPITALS = str.maketrans("abcdefghijklmnoprtuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ")
_LEET = str.maketrans("aeiostAEIOST", "431057431057")
_MORE_LEET = str.maketrans("aeiosbglcAEIOSBGLC", "@3!0$86|(@3!0$86|(")
_EMOJI = ("😀", "🔥", "💦", "❤\ufe0f", "😈", "👅", "🙈", "✨", "👍🏽")


def _shifted(first_small: str, first_capital: str) -> dict[int, str]:
    """The alphabet in an odd style that Unicode has in one row."""
    return {ord("a") + n: chr(ord(first_small) + n) for n in range(26)} | {
        ord("A") + n: chr(ord(first_capital) + n) for n in range(26)
    }


_STYLES = (
    _CYRILLIC,
    _shifted("ａ", "Ａ"),
    _GREEK,
    _shifted("𝐚", "𝐀"),
    _SMALL_CAPITALS,
    _shifted("ⓐ", "Ⓐ"),
    _shifted("𝓪", "𝓐"),
    _shifted("🅐", "🅐"),
    _shifted("🇦", "🇦"),
    _shifted("🅰", "🅰"),
    _shifted("🄰", "🄰"),
)


def _by_word(change: Callable[[str, int], str]) -> Callable[[str], str]:
    """Done to every word, which is told its place in the text."""

    def done(text: str) -> str:
        places = iter(range(len(text)))
        return _LETTERS.sub(lambda word: change(word[0], next(places)), text)

    return done


def _zero_width(word: str, place: int) -> str:
    signs = cycle(_ZERO_WIDTH[place % len(_ZERO_WIDTH) :] + _ZERO_WIDTH)
    return word[0] + "".join(next(signs) + letter for letter in word[1:])


def _look_alike(word: str, place: int) -> str:
    return word.translate(_STYLES[place % len(_STYLES)])


def _leet(word: str, place: int) -> str:
    if len(word) < 3:
        return word
    return word.translate((_LEET, _MORE_LEET)[place % 2])


def _stretched(word: str, place: int) -> str:
    if len(word) < 3:
        return word
    vowel = _VOWEL.search(word)
    at = vowel.start() if vowel and place % 2 else len(word) - 1
    return word[:at] + word[at] * (3 + place % 4) + word[at + 1 :]


def _spaced(word: str, place: int) -> str:
    return (" ", ".", "-", "_", "*")[place % 5].join(word) if len(word) > 2 else word


def _spaced_throughout(text: str) -> str:
    return " ".join(text)


def _spaced_by_word(text: str) -> str:
    """Every second text is spaced letter by letter, the words too; the others each word with a sign of its own."""
    return _spaced_throughout(text) if len(text) % 2 else _by_word(_spaced)(text)


def _with_emoji(word: str, place: int) -> str:
    sign = _EMOJI[place % len(_EMOJI)]
    if place % 2:
        return word + sign
    half = len(word) // 2
    return word[:half] + sign + word[half:] if half else word


_ONE_EACH: tuple[Callable[[str, int], str], ...] = (_zero_width, _leet, _look_alike, _stretched, _spaced, _with_emoji)


def _mixed(word: str, place: int) -> str:
    return _ONE_EACH[place % len(_ONE_EACH)](word, place // len(_ONE_EACH))


DISGUISES: dict[str, Callable[[str], str]] = {
    "zero-width": _by_word(_zero_width),
    "look-alikes": _by_word(_look_alike),
    "leet": _by_word(_leet),
    "spacing": _spaced_by_word,
    "stretching": _by_word(_stretched),
    "emoji": _by_word(_with_emoji),
    "mixed": _by_word(_mixed),
}
