"""What a message asks of the memory, as far as its wording tells."""

import re
from collections.abc import Collection

_PAST = re.compile(
    r"\b(before|used to|formerly|previous(ly)?|earlier|back then|in the past|once|until|old|former|ex)\b", re.IGNORECASE
)


def speaks_of_the_past(text: str) -> bool:
    """Whether what is no longer so may be meant, too: "Where did I live before?"."""
    return _PAST.search(text) is not None


def without_names(text: str, names: Collection[str]) -> str:
    """The text without the names of those who talk with each other, unless nothing else is left.

    Nobody says their own name in every line, so a name in a question draws its vector to the lines of those who call them.
    """
    if not names:
        return text
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    rest = " ".join(re.sub(rf"\b(?:{pattern})\b(?:['’]s)?", "", text).split()) if pattern else text
    return rest if re.search(r"\w", rest) else text


def the_one_named(text: str, names: Collection[str]) -> str:
    """Of these names the only one in the text; empty where there are several or none."""
    named = [name for name in names if name and re.search(rf"\b{re.escape(name)}\b", text)]
    return named[0] if len(named) == 1 else ""
