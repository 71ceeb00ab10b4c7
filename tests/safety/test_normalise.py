import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.safety import Label, classify
from chat.safety.evaluation.disguises import DISGUISES
from chat.safety.evaluation.shares import Share
from chat.safety.evaluation.tally import is_caught
from chat.safety.normalise import normalise, plain
from tests.safety.conftest import TODAY, rows

KNOWN = frozenset(
    {"kill", "myself", "want", "to", "die", "help", "need", "see", "am", "an", "man", "friend", "good", "god"}
)


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
        ("ᴋɪʟʟ", "kill"),
        ("🅚🅘🅛🅛", "kill"),
        ("🅺🅸🅻🅻", "kill"),
        ("🇰🇮🇱🇱", "kill"),
        ("see 🇲🇪", "see me"),
        ("ⓚⓘⓛⓛ", "kill"),
        ("ꓗill", "kill"),
        ("кіӏӏ", "kill"),
        ("dіе", "die"),
        ("dіе друг", "die друг"),
        ("ηeed", "need"),
        ("k!||", "kill"),
        ("5ee", "see"),
        ("fr13nd", "friend"),
        ("4n", "an"),
        ("(|1e", "(|1e"),
        ("k😀i😀l😀l", "kill"),
        ("ki❤️ll", "kill"),
        ("k👍🏽ill", "kill"),
        ("want😀to", "want\x1fto"),
        ("ki.ll", "kill"),
        ("k_i_l_l to", "kill to"),
        ("w.a.n.t t-o d_i_e", "want to die"),
        ("a m a n", "a man"),
        ("I   w a n t   t o   d i e", "i want to die"),
        ("i ' m   1 5", "im 15"),
        ("k 1 l l", "kill"),
        ("kiill", "kill"),
        ("goooood", "good"),
        ("sommmeee frienndddd", "some friennd"),
    ],
)
def test_disguises_are_undone(text, meant):
    assert normalise(text, KNOWN) == meant


@pytest.mark.parametrize(
    "text",
    [
        "14",
        "i am 14",
        "$14",
        "14:30",
        "9th grade",
        "13yo",
        "15f",
        "5km",
        "1.5",
        "see",
        "привет",
        "γεια",
        "hi!",
        "1st",
        "2nd",
        "22nd",
        "720p",
        "3d",
        "17m",
        "hello (um)",
        "c++",
        "a b",
        "3 x 4",
        "see.to",
        "1 2 3 4",
        "so! an",
        "kiss",
    ],
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


@pytest.mark.parametrize("name", DISGUISES)
def test_most_of_what_is_caught_plain_is_caught_disguised_and_harmless_texts_stay_so(name):
    texts = rows("sentences.jsonl")
    caught, alarms = Share(), Share()
    for row in texts:
        label = Label(row["label"])
        found = classify(DISGUISES[name](row["text"]), today=TODAY).label
        if label is Label.SAFE:
            alarms.add(found is not Label.SAFE)
        else:
            caught.add(is_caught(label, found))

    assert caught.part >= 0.96 * caught.whole
    assert alarms.part <= 0.03 * alarms.whole


@given(st.text())
@settings(deadline=None)
def test_any_text_can_be_normalised_and_small_ascii_letters_stay(text):
    normalise(text, KNOWN)

    letters = "".join(letter for letter in text if "a" <= letter <= "z")
    assert plain(letters) == letters
