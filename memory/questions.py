"""Telling questions from statements: a question tells nothing about who asks it."""

import re

_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_ASKING = re.compile(
    r"(who|whose|what|which|when|where|why|how|do|does|did|is|are|am|was|were|can|could|will|would|should|have|has)\b"
    r"|(please\s+)?(tell|remind)\s+me\b",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.findall(text) if part.strip()]


def is_question(sentence: str) -> bool:
    return sentence.endswith("?") or _ASKING.match(sentence) is not None


def is_only_questions(text: str) -> bool:
    return all(is_question(sentence) for sentence in sentences(text))
