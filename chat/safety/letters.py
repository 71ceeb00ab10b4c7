"""Letters that look like Latin ones, and signs that stand for letters. Texts are in small letters by then."""

from string import ascii_lowercase


def _alphabet(first: str) -> dict[int, str]:
    return {ord(first) + place: letter for place, letter in enumerate(ascii_lowercase)}


def _rows(rows: str) -> dict[int, str]:
    """ "a: ᴀɑ; b: ʙ": what comes after a letter looks like it."""
    return {
        ord(sign): letter.strip()
        for row in rows.split(";")
        for letter, _, signs in [row.partition(":")]
        for sign in signs.strip()
    }


# Whole alphabets of signs that Unicode does not count as styles of letters, small capitals, letters of European
# languages and of scripts that hardly anybody writes: whatever the word, they are read as what they look like.
LETTERS: dict[int, str] = (
    _alphabet("🅐")
    | _alphabet("🅰")
    | _alphabet("🇦")
    | _alphabet("⒜")
    | _rows(
        "a: ᴀɑʌɐ∀ᗩꭺꓮ𐌀𐊠₳; b: ʙᏼᗷꓐƀɓᏏ𐊂฿; c: ᴄᑕꓚↄɔ©ꮯ𐌂₵; d: ᴅᗪꓓđɖɗꭰↁ; e: ᴇɛəǝℯꓰꭼ∑Ɇɇ; f: ꜰƒꓝᖴғ; g: ɢɡꓖɠǤǥꮐ₲;"
        "h: ʜħꓧᕼɦɥꮋ; i: ɪıꓲɨɩ丨ꭵ∣; j: ᴊȷɟꓙᒍɉ; k: ᴋꓗƙʞꮶ₭; l: ʟłꓡᒪɭⅼꮮ𐑃; m: ᴍꓟᗰɯꮇ; n: ɴꓠᑎɲŋƞ₦; o: ᴏøꓳɵʘ◯⊙☉〇;"
        "p: ᴘꓑᑭƥꮲ₱; q: ꞯᑫɋ; r: ʀꓣᖇɹɾꮢ®; s: ꜱꓢᔕʂ§ƨꮪ; t: ᴛꓔŧʇƭꭲ₮; u: ᴜꓴᑌʊʉ∪; v: ᴠꓦᐯʋ∨ꮩ; w: ᴡꓪᗯʍꮃ₩; x: ꓫ᙭×✕✗;"
        "y: ʏꓬʎɏ; z: ᴢꓜᘔƶʐꮓ; ss: ß; ae: æᴁ; oe: œɶ; th: þ; d: ð"
    )
)
# Letters of scripts that people write, too: read as Latin beside Latin letters, or where the word then is one that is known.
# Of several letters that one may stand for the usual one is first.
_CLOSE = _rows(
    "a: аα; b: в; c: сϲ; d: ԁ; e: еє; h: нһհ; i: іι; li: ӏ; j: јϳ; k: кκ; m: м; n: ո; o: оοօ; p: рρ; q: ԛզ; s: ѕ;"
    "t: тτ; uv: υս; vn: ν; w: ԝωѡ; x: хχ; yu: у; v: ѵ; g: ցԍ; l: լ"
)
_LOOSE = _rows(
    "b: βьбъ; e: εэξҽ; nh: η; y: γүұ; un: ийцџ; r: гя; np: пπ; w: шщψ; o: θσφфѳ; z: зζ; d: дδ; al: λл; um: μ;"
    "f: ғ; k: қҝҡжѭ; h: ҺһҥԧՒ; c: ҫς; p: ҏ; y: ч; n: ռ; s: տ; f: ֆ"
)
OPTIONS: dict[str, str] = {chr(code): letters for code, letters in {**_LOOSE, **_CLOSE}.items()}
CLOSE = frozenset(map(chr, _CLOSE))
OTHER_SCRIPTS = "\u0370-\u03ff\u0400-\u052f\u0531-\u0587"
FIRST: dict[int, str] = {ord(sign): letters[0] for sign, letters in OPTIONS.items()}

# Digits and signs that stand for a letter inside a word, again the usual one first.
LEET: dict[str, tuple[str, ...]] = {
    "0": ("o",),
    "1": ("i", "l"),
    "2": ("z",),
    "3": ("e",),
    "4": ("a",),
    "5": ("s",),
    "6": ("g", "b"),
    "7": ("t",),
    "8": ("b", "ate"),
    "9": ("g",),
    "@": ("a",),
    "$": ("s",),
    "!": ("i", "l"),
    "|": ("i", "l"),
    "(": ("c",),
    "<": ("c",),
    "+": ("t",),
    "€": ("e",),
    "£": ("l",),
    "¢": ("c",),
    "¥": ("y",),
    "¡": ("i",),
}
