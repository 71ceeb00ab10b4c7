"""The voice that answers where no model runs. It says that it is a script, listens politely, and uses what it was given."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from typing import Protocol

WORD_SECONDS = 0.02

_REMEMBERED = re.compile(r"^- (.+?)(?: \(said [^)]*\))?$", re.MULTILINE)
_SWAPS = {
    "i": "you", "i'm": "you're", "i've": "you've", "i'll": "you'll", "i'd": "you'd", "am": "are", "me": "you",
    "my": "your", "mine": "yours", "myself": "yourself", "you": "I", "your": "my", "yours": "mine",
}  # fmt: skip


class _Message(Protocol):
    @property
    def role(self) -> str: ...
    @property
    def content(self) -> str: ...


async def speak(messages: Sequence[_Message]) -> AsyncIterator[str]:
    """The answer, word by word, at the pace of a quick talker."""
    for word in re.findall(r"\s*\S+", answer(messages)):
        yield word
        await asyncio.sleep(WORD_SECONDS)


def answer(messages: Sequence[_Message]) -> str:
    """The same prompt gives the same answer."""
    said = messages[-1].content
    is_first = sum(message.role == "user" for message in messages) == 1
    sentences = [
        "I'm a script, not a model, so I can only listen and give back what I was handed."
        if is_first
        else "Still the script here, listening.",
        f"You wrote: “{_reflected(said)}”" if not said.rstrip().endswith("?") else "That's a good question.",
    ]
    if remembered := _remembered(messages[0]):
        sentences.append(f"From before I have this: {'; '.join(f'“{line}”' for line in remembered)}.")
    sentences.append("Is there more you would like to say about it?")
    return " ".join(sentences)


def _remembered(system: _Message) -> list[str]:
    return _REMEMBERED.findall(system.content)[:3] if system.role == "system" else []


def _reflected(text: str) -> str:
    """The first sentence, turned from the one who said it to the one who listens."""
    first = re.split(r"(?<=[.!?])\s", " ".join(text.split()))[0][:160].rstrip(".!")
    return " ".join(_SWAPS.get(word.lower(), word) for word in first.split())
