"""How people write when they chat, made readable: no letter is added or lost, so that places in the text stay what they are."""

import re

from memory.learning import lists

# What goes between facts and tells nothing: a new sentence begins after it.
_ASIDE = re.compile(
    r"[,.!]? ?\b(?:(?:i |still )?can(?:'?t|not) believe (?:it|this)|wish me luck|(?:please )?don'?t (?:laugh|judge)(?: me)?|fingers crossed|no joke|"
    r"not gonna lie|ngl|trust me|believe me|i swear|i promise|(?:just )?saying|long story|who knew|go figure|if you must know|if you're wondering|if that matters|"
    r"if you remember|if i haven't said so|if anyone cares|in case you were wondering)\b(?! (?:at|to|on|by|that|i)\b)",
    re.IGNORECASE,
)
_SUBJECT = r"(?:i (?:am|have|live|work|study|love|like|hate|moved|speak|play|just|also|got|was)|i'?m|i'?ve|my [a-z]+(?:'?s name)? (?:is|are|lives|works|was|has|loves))"
_RUNS_ON = re.compile(rf" (?={_SUBJECT}\b)")
# After one of these the sentence goes on; what has a subject of its own before may end.
_GOES_ON = re.compile(
    r"\b(?:that|where|when|because|cause|cuz|coz|since|what|who|whom|which|how|why|if|as|than|like|think|guess|know|hope|say|says|said|wish|while|until|till|before|after|"
    r"and|but|so|or|once|unless|though|although|whether|told|tell|believe|suppose|feel|everything|anything|something|thing|things|person|place|one|is|was|of)$"
)
_BEGINS = re.compile(
    r"^(?:(?:well|hi|hey|hello|so|ok|okay|yes|yeah|and|btw|um|lol|oh)\b,? ?)*(?:i|i'?m|i'?ve|my|we|our|he|she)\b"
)

_VERB = r"(?:is|was|has|had|lives|lived|works|worked|moved|loves|likes|hates|plays|studies|studied|got|goes|went|died|just|turned|turns|came|comes|speaks|teaches|runs|and (?:i|her|his|my))\b"
_NO_NAME = (
    r"(?:who|that|which|there|here|and|or|but|is|was|has|had|also|just|never|always|still|now|then|both|only|even|too|often|sometimes|usually|already|once|"
    r"finally|recently|really|actually|probably|currently|apparently|basically|literally|definitely|secretly|suddenly|always|ever|not|he|she|it|they|we|you|i|in|at|on|with|from|to|for|"
    r"lives|works|moved|loves|likes|hates|plays|got|died|turned|so|all|kinda|sort|in-law|name|job|house|side|stuff|place|birthday|today|yesterday|nearly|almost|lately|"
    r"back|home|one|who's|that's|dog|cat|friend|self|what|how|where|when|why|as|because|if|since|while|mostly|hardly|barely|obviously|thing|things|life)"
)
_KIN = rf"(?:my|our) (?:(?:older|younger|little|big|twin|best|other|eldest|youngest|oldest|middle|baby|ex) )*(?:{lists.RELATIVES})"
_OF_SOMEBODY = re.compile(rf"\b{_KIN},? (?!{_NO_NAME}\b)(?P<name>[a-zà-ž]{{2,}})(?=,? {_VERB})")
_OF_AN_ANIMAL = re.compile(rf"\b(?:my|our) (?:{lists.ANIMALS}) (?!{_NO_NAME}\b)(?P<name>[a-zà-ž]{{2,}})(?=,? {_VERB})")
_SEVERAL = re.compile(
    rf"\b(?:my|our|i have|i'?ve got|we have|we'?ve got|we got|i got) (?:(?:two|2|three|3|both) )?(?:(?:little|older|younger|big|lovely|old) )?(?:(?:{lists.ANIMALS})s|{lists.MANY})(?:,|:| are| called| named| are called| are named) "
    rf"(?!{_NO_NAME}\b)(?P<name>[a-zà-ž]{{2,}}) (?:and|&) (?!{_NO_NAME}\b)(?P<other>[a-zà-ž]{{2,}})(?=\s*(?:$|[.,!;:)]))"
)
_CALLED = re.compile(
    r"\b(?:called|named|name(?:'?s| is)) (?!(?:after|it|him|her|me|you|a|an|the|my|not|so|off|for|in|on|to|by|up|out|back|and|or|that|this|what|how)\b)(?P<name>[a-zà-ž]{2,})(?=\s*(?:$|[.,!;:)]|and (?:i|he|she|my)\b))"
)
_FEELS = (
    r"(?:not|so|very|too|just|fine|good|great|okay|tired|bored|back|here|new|sad|happy|lost|sick|late|home|done|free|busy|single|married|divorced|over|only|almost|nearly|about|around|"
    r"turning|now|really|feeling|doing|looking|going|having|trying|still|curious|lonely|hungry|awake|alive|ready|sorry|stuck|confused|under|already|roughly|male|female|gay|bi|trans|"
    r"\w+ing|\w+ed)\b"
)
_TOWN = re.compile(
    rf"\b(?:in|to|from|near|of|outside) (?P<name>{lists.PLACES})(?=\s*(?:$|[.,!;:)]|(?:and|but|now|with|for|since|last|this|next|because|where|on|in)\b))",
    re.IGNORECASE,
)
# "im mara, 29", "hii im priya"
_INTRODUCED = re.compile(
    rf"^(?:(?:hi+|hey+|hello|hiya|yo|heya)[ ,!.]+(?:i'?m|i am|this is) (?!(?:{lists.LANGUAGES}|{lists.JOBS}|{lists.FAITHS}|{lists.POLITICS})\b)(?!{_FEELS})(?P<name>[a-zà-ž]{{3,}})(?=\s*(?:$|[.,!;]|and i|from\b|\d))|(?:i'?m|i am) (?!{_FEELS})(?P<other>[a-zà-ž]{{3,}}),? (?=[1-9]\d\b(?:,|$| and| from| years)))"
)
_BY_CASE = (_INTRODUCED, _OF_SOMEBODY, _OF_AN_ANIMAL, _SEVERAL, _CALLED, _TOWN)


def as_meant(text: str) -> str:
    """With plain apostrophes; what was written without points and capitals has them where a reader would put them."""
    plain = text.replace("’", "'").replace("ʼ", "'")
    plain = _ASIDE.sub(lambda aside: ";" + " " * (len(aside[0]) - 1), plain)
    if not re.search(r"[A-Z]", re.sub(r"\bI\b", "", plain)):
        plain = _capitalised(plain)
    if not re.search(r"[.,;!?\n:]", plain.strip(" .!?;\n")):
        plain = _pointed(plain)
    return plain


def _capitalised(plain: str) -> str:
    letters = list(plain)
    for pattern in _BY_CASE:
        for found in pattern.finditer(plain):
            for group in (name for name, words in found.groupdict().items() if words):
                for word in re.finditer(r"(?<!['\w])[a-zà-ž]", found[group]):
                    place = found.start(group) + word.start()
                    letters[place] = letters[place].upper()
    return "".join(letters)


def _pointed(plain: str) -> str:
    letters, begun = list(plain), 0
    for found in _RUNS_ON.finditer(plain):
        before = plain[begun : found.start()].lower()
        if _BEGINS.match(before) and not _GOES_ON.search(before) and " " in before.strip():
            letters[found.start()] = ";"
            begun = found.end()
    return "".join(letters)
