import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.safety import Label, classify
from chat.safety.normalise import normalise, plain

KNOWN = frozenset({"kill", "myself", "want", "to", "die", "help", "need", "see"})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("KILL", "kill"),
        ("ｋｉｌｌ", "kill"),
        ("𝓴𝓲𝓵𝓵", "kill"),
        ("ki\u200bll", "kill"),
        ("ki\u00adll", "kill"),
        ("k\u0336i\u0336l\u0336l", "kill"),
        ("kíll", "kill"),
        ("кill уou", "kill you"),
        ("κill", "kill"),
        ("k1ll", "kill"),
        ("h3lp", "help"),
        ("p@ss", "pass"),
        ("5uicide", "suicide"),
        ("k i l l", "kill"),
        ("k.i.l.l", "kill"),
        ("k-i-l-l it", "kill it"),
        ("i w a n t t o d i e", "i want to die"),
        ("k i l l  m y s e l f", "kill myself"),
        ("dieeeee", "die"),
        ("killllll", "kill"),
        ("neeeeed", "need"),
        ("I’m", "i'm"),
    ],
)
def test_disguises_are_undone(text, meant):
    assert normalise(text, KNOWN) == meant


@pytest.mark.parametrize(
    "text", ["14", "i am 14", "$14", "14:30", "9th grade", "13yo", "15f", "5km", "1.5", "see", "привет", "γεια", "hi!"]
)
def test_numbers_and_other_scripts_stay_what_they_are(text):
    assert normalise(text, KNOWN) == text


@pytest.mark.parametrize(
    "text",
    [
        "I want to d1e",
        "i w a n t  t o  d i e",
        "I want to dieeee",
        "I wаnt tо diе",
        "Ｉ want to die",
        "I wa\u200bnt to d\u200bie",
        "want to k!ll myself",
    ],
)
def test_a_disguised_crisis_is_still_one(text):
    assert classify(text).label is Label.SELF_HARM


@given(st.text())
@settings(deadline=None)
def test_any_text_can_be_normalised_and_small_ascii_letters_stay(text):
    normalise(text, KNOWN)

    letters = "".join(letter for letter in text if "a" <= letter <= "z")
    assert plain(letters) == letters
