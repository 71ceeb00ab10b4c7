"""One JSON object after the other out of a long list of them, without holding more than one.

The standard library reads a document whole. This finds where an object begins and ends, and no more; what stands between is
read by it.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from chat.carrying.errors import ImportRefusedError

MOST_CHARS = 32 * 2**20  # of one conversation
DEEPEST = 60

_STRUCTURE = re.compile(r'["{}\[\]]')
_STRING_END = re.compile(r'["\\]')


def objects(pieces: Iterator[str], *, closing: str) -> Iterator[dict[str, Any]]:
    """Those of a list whose opening bracket was read; ``closing`` is what follows its end.

    Raises ImportRefusedError for what is damaged, too deep, or too large.
    """
    held = ""
    is_first = True
    while True:
        held, commas = _past_gap(held, pieces)
        if held.startswith("]") and commas == 0:
            _refuse_more(held[1:], pieces, closing)
            return
        if not held.startswith("{") or commas != (0 if is_first else 1):
            raise ImportRefusedError("broken")
        found, held = _object(held, pieces)
        is_first = False
        yield found


def load(text: str) -> Any:
    """Raises ImportRefusedError."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ImportRefusedError("deep") from error
    except ValueError as error:
        raise ImportRefusedError("broken") from error


def _past_gap(held: str, pieces: Iterator[str]) -> tuple[str, int]:
    """What stands behind blanks and commas, and how many of those there were. Raises ImportRefusedError at the end of all."""
    commas = 0
    while True:
        rest = held.lstrip(" \t\r\n,")
        commas += held.count(",", 0, len(held) - len(rest))
        if rest:
            return rest, commas
        held = next(pieces, "")
        if not held:
            raise ImportRefusedError("broken")


def _object(held: str, pieces: Iterator[str]) -> tuple[dict[str, Any], str]:
    """The object that ``held`` begins with, and what follows it."""
    parts, size, depth, in_string = [], 0, 0, False
    text, at = held, 0
    while True:
        found = (_STRING_END if in_string else _STRUCTURE).search(text, at)
        if found is None or (found[0] == "\\" and found.end() == len(text)):
            rest = "\\" if found else ""  # what it escapes comes with the next piece
            parts.append(text[: len(text) - len(rest)])
            size += len(text)
            piece = next(pieces, None)
            if piece is None:
                raise ImportRefusedError("broken")
            if size > MOST_CHARS:
                raise ImportRefusedError("conversation_size")
            text, at = rest + piece, 0
            continue
        at = found.end()
        match found[0]:
            case '"':
                in_string = not in_string
            case "\\":
                at += 1
            case "{" | "[":
                depth += 1
                if depth > DEEPEST:
                    raise ImportRefusedError("deep")
            case _:
                depth -= 1
                if depth == 0:
                    loaded = load("".join([*parts, text[:at]]))
                    return loaded, text[at:]


def _refuse_more(held: str, pieces: Iterator[str], closing: str) -> None:
    rest = held
    for piece in pieces:
        rest = (rest + piece).strip()
        if len(rest) > len(closing):
            break
    if "".join(rest.split()) != closing:
        raise ImportRefusedError("broken")
