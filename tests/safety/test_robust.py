"""Any text, however hostile, gets a verdict, the same each time, soon."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.safety import Context, Label, classify
from chat.safety.rules import care_rules, other_rules
from tests.safety.conftest import rows

LENGTH = 100_000
# Words that the rules know, in any order, with all that splits and joins them.
WORDS = st.lists(
    st.one_of(
        st.sampled_from(sorted(care_rules().vocabulary | other_rules().vocabulary)),
        st.sampled_from([".", "?", "\n", "15", "13yo", "i", "my", "\u200b"]),
    ),
    max_size=30,
).map(" ".join)
CONTEXTS = st.builds(Context, has_minor_cue=st.booleans(), is_strict=st.booleans())


@given(st.one_of(st.text(), WORDS), CONTEXTS)
@settings(deadline=None, max_examples=300)
def test_any_text_gets_the_same_verdict_each_time_with_its_reasons(text, context):
    verdict = classify(text, context)

    assert verdict == classify(text, context)
    assert verdict.rules or verdict.label is Label.SAFE
    assert verdict.label is Label.DISCLOSURE or not verdict.in_doubt
    assert verdict.minor_cue or not (verdict.names_minor_age or verdict.says_minor)


@given(WORDS)
@settings(deadline=None)
def test_a_stricter_context_never_makes_a_verdict_milder(text):
    order = list(Label)
    strict = classify(text, Context(has_minor_cue=True, is_strict=True)).label

    assert order.index(strict) <= order.index(classify(text).label)


def cpu_ms(text, *, times=3):
    """The least of so many runs: what the machine does beside it is not meant."""
    runs = []
    for _ in range(times):
        started = time.thread_time()
        classify(text)
        runs.append(time.thread_time() - started)
    return min(runs) * 1000


def test_a_typical_message_takes_less_than_three_milliseconds():
    times = sorted(cpu_ms(row["text"]) for row in rows("sentences.jsonl"))

    assert times[int(0.95 * len(times))] < 3


@pytest.mark.parametrize(
    "part",
    ["a", "ab", "1a", "i ", "15 ", "im 15 ", "k i l l ", "want to ", "my ", "he my dad ", "kill ", "aaab ", "? ", ". ", "'", "a'",
     "\n", " ", "e\u0301\u0302", "k\u200b", "кi", "漢", "@a", "naked eye ", "year old ", "not ", "😀"],
)  # fmt: skip
def test_a_hostile_long_text_takes_no_longer_than_its_length(part):
    short, long = (part * (length // len(part)) for length in (LENGTH // 10, LENGTH))

    # Ten times as long may take ten times as much; a pattern that runs away takes a hundred times and more.
    assert cpu_ms(long) < 40 * cpu_ms(short) + 100


@pytest.mark.parametrize("part", ["The bus was late again. ", "and then we went on ", "k i l l ", "漢字", "1a", "кi "])
@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_nothing_hides_in_a_long_text_wherever_it_stands(part, place):
    before, after = round(LENGTH * place / len(part)), round(LENGTH * (1 - place) / len(part))

    assert classify(f"{part * before}. I want to kill myself. {part * after}").label is Label.SELF_HARM


def test_a_long_text_of_many_sentences_is_judged_at_once():
    texts = [f"{row['text']} {number}." for number in range(12) for row in rows("sentences.jsonl")]
    text = " ".join(texts)[:LENGTH]

    assert len(text) > 0.9 * LENGTH or len(text) == len(" ".join(texts))
    assert cpu_ms(text, times=10) < 200  # the same run takes 100 to 155 where other processes have the machine
