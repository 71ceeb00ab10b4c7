"""Sentences that no rule was made with: written by another hand before the rules. What is right here may only become more.

Never tune on them; the table in ``docs/safety.md`` is measured on them.
"""

import pytest

from chat.safety import classify
from tests.safety.conftest import TODAY, rows

HELD_OUT = rows("held_out.jsonl")
AT_LEAST = {"disclosure": 46, "self_harm": 42, "suggestive": 46, "nonconsensual": 15, "safe": 188}


@pytest.mark.parametrize(("label", "least"), AT_LEAST.items())
def test_as_many_are_right_as_was_published(label, least):
    of_it = [row for row in HELD_OUT if row["label"] == label]
    assert sum(classify(row["text"], today=TODAY).label == label for row in of_it) >= least


def test_minors_are_noticed_and_adults_left_alone():
    aged = [row for row in HELD_OUT if "minor_cue" in row]
    own = [row for row in HELD_OUT if "says_minor" in row]
    assert sum(classify(row["text"], today=TODAY).minor_cue == row["minor_cue"] for row in aged) >= 73
    assert sum(classify(row["text"], today=TODAY).says_minor == row["says_minor"] for row in own) >= 46
    wrongly = [row for row in own if classify(row["text"], today=TODAY).says_minor and not row["says_minor"]]
    assert len(wrongly) <= 1
