"""What isn't meant is not learned, in the many ways of not meaning it; and what is written carelessly is read."""

from datetime import UTC, datetime

import pytest

from memory.learning.read import facts_in
from memory.learning.written import as_meant

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)

UNMEANT = {
    "somebody else speaks": [
        "She was like, I'm from Ohio and I hate cats",
        "and my boss goes, I work at Shell",
        "my sister: I'm moving to Spain in May. me: ok",
        "She introduced herself as Ana: I'm a nurse, I live in Rome",
        "dad's motto: I love work",
        "I always tell strangers that I'm a pilot",
        "I put on my CV that I speak French",
        "I deny that I'm from Rome",
        "that song that goes I live in Porto",
        "🎵 I live in Porto 🎵",
        "I'm married, is what he told her",
    ],
    "a part is played": [
        "You be the waiter. I'm a guest from Texas and I'm allergic to nuts",
        "(laughs) I'm a baker and I come from Porto",
        "*sits down* my name is Kael",
        "I got married in Minecraft",
        "I'm a lawyer in this mock trial",
    ],
    "it is taken back": [
        "I'm from Brazil... nah just messing with you",
        "my name is Dave. or is it?",
        "I live in Porto. In my dreams.",
        "I have a sister called Ana, haha no",
        "everyone calls me Karen as a joke",
        "I love Porto 🙃",
    ],
    "it is supposed": [
        "in ten years I'm a nurse and I live in Rome",
        "say I'm a nurse, what then",
        "Had I studied, I'd be a nurse and live in Rome",
        "Not that I'm vegan",
        "I'm a vegetarian until I smell bacon",
    ],
    "it is a figure": [
        "I absolutely love traffic jams",
        "I drive my mum crazy every day",
        "I run out of milk every week",
        "I fish for compliments every day",
        "I work in mysterious ways",
        "I work for my cat",
        "I have PTSD from that exam",
        "I've got Alzheimer's, forgot my keys again lol",
        "I have a brother from another mother",
        "I'm a taxi driver for my kids",
    ],
    "it names something else": [
        "I Love Lucy is on TV",
        "I moved to Linux last year",
        "my favourite actor is from Texas",
        "My girl Beyoncé is on tour",
        "We're moving there in July",
        "I opened a beer yesterday",
    ],
}


@pytest.mark.parametrize("text", [text for texts in UNMEANT.values() for text in texts])
def test_what_is_not_meant_is_not_learned(text):
    assert [fact.text for fact in facts_in(text, said_at=NOW)] == []


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("i am a nurse i live in cork i have a cat called bean", ["a nurse", "Cork", "Bean"]),
        ("my sister anna moved to berlin last year", ["Anna"]),
        ("hey! im mara, 29, from leipzig but living in rotterdam", ["Mara", "29", "Leipzig", "Rotterdam"]),
        ("my kid just turned 6, cant believe it", ["6"]),
        ("i dont eat meat", ["don't eat meat"]),
        ("Been vegan since 2019, never looked back", ["vegan since 2019"]),
        ("Got my driving licence yesterday!!!", ["19 May 2026"]),
        ("I have an interview at the museum on Friday, wish me luck", ["22 May 2026"]),
    ],
)
def test_what_is_written_carelessly_is_read(text, known):
    texts = " ".join(fact.text for fact in facts_in(text, said_at=NOW))
    assert [words for words in known if words not in texts] == []


@pytest.mark.parametrize(
    "text",
    ["my sister anna is here i live in rome", "I’m here", "ok 👍🏽 i have two cats: tom and max", "ß i'm ida, 20"],
)
def test_every_letter_stays_in_its_place(text):
    assert len(as_meant(text)) == len(text)
    assert all(
        ours.lower() == theirs.lower() for ours, theirs in zip(as_meant(text), text, strict=True) if ours.isalpha()
    )
