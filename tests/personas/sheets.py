"""Companions for tests, as somebody would describe them."""

from chat.personas.sheets import Sheet

GIVEN = {
    "name": "Wilhelmine",
    "tagline": "keeps the ferry",
    "description": "She rows people over the river and knows every one of its moods.",
    "traits": "calm, wry",
    "style": "Short sentences. Asks where one is going.",
    "language": "German",
    "examples": "You: Hello\nWilhelmine: Sit in the middle.\n\nYou: Is it deep?\nWilhelmine: Deep enough to be polite to.",
    "greetings": ("Step in, mind the rope.", "Over, or just along?"),
    "openings": ("Where does it lead?",),
    "mark": "wave",
    "colour": "sea",
}


def sheet(**more):
    return Sheet(**GIVEN | more)


def form(**more):
    """The same, as the page's form sends it."""
    return {**GIVEN, "do": "keep", **more}
