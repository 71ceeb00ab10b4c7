"""How much a message is likely to tell about who said it, whatever will be asked. In the order of what is recalled only."""

import math
import re

_FIRST_PERSON = re.compile(r"\b(i|me|my|mine|we|us|our|ours)\b", re.IGNORECASE)
_USUAL_CHARS = 100


def importance(text: str, *, context: str) -> float:
    """Around 1. Who speaks of themselves, at some length, or answers a question tells more; who asks tells less."""
    text, context = text.rstrip(), context.rstrip()
    length = math.log2(max(len(text), 1) / _USUAL_CHARS)
    weight = 1 + 0.05 * min(max(length, -2), 1)
    if text.endswith("?"):
        weight *= 0.9
    if context.endswith("?"):
        weight *= 1.05
    if _FIRST_PERSON.search(text):
        weight *= 1.05
    return round(weight, 3)
