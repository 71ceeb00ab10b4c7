"""What the crowd says: everyday, with something to remember now and then, and never the same twice."""

import random

SENTENCES = (
    "Good morning, how are you today?",
    "I had {thing} for lunch and it was better than I thought.",
    "My dog is called {name} and he likes {thing}.",
    "I work as a nurse, and the week was long. Tell me something about {thing}.",
    "My sister {name} lives in Braga and asks about {thing}.",
    "What do you know about {thing}? I only know what my neighbour {name} told me.",
    "I'm flying to Rome in June, with {name} and too much {thing}.",
    "Do you remember what I said about {thing}?",
    "The tram was late again, it rained, and all I could think of was {thing}.",
    "I love {thing}. {name} doesn't, and that is what we talked about all evening.",
)
THINGS = (
    *("lentil soup", "whales", "old maps", "roses", "bread", "lighthouses", "the piano", "chess", "tea", "cycling"),
    *("the garden", "gulls", "letters", "glaciers", "jazz", "bridges", "plums", "knitting", "comets", "the harbour"),
)
NAMES = ("Rex", "Ana", "Tom", "Ines", "Bela", "Noor", "Pia", "Otto", "Vera", "Lars")


def sentence(rng: random.Random) -> str:
    """``rng`` may be drawn from as often as one likes; the number keeps a text from being one that was said before."""
    said = rng.choice(SENTENCES).format(thing=rng.choice(THINGS), name=rng.choice(NAMES))
    return f"{said} That is note {rng.randrange(10**9)}."
