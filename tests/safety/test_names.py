"""Names that are also words of illness stay names."""

import pytest

from chat.safety import Label, classify


@pytest.mark.parametrize(
    "text",
    [
        "My sister Ana lives in Braga.",
        "my friend Mia has a new job",
        "I got a letter from Ana",
        "my cat Mia is asleep with my socks",
    ],
)
def test_a_sister_called_so_is_no_illness(text):
    assert classify(text).label is Label.SAFE


@pytest.mark.parametrize("text", ["I'm struggling with ana again", "i think i'm relapsing into mia", "I have anorexia"])
def test_the_illness_is_still_heard(text):
    assert classify(text).label is Label.SELF_HARM
