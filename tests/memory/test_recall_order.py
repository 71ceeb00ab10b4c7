"""What comes first, and why. Words alone unless a test says otherwise, so that each rule is seen by itself."""

import uuid
from datetime import timedelta

import pytest

from memory.importance import importance
from memory.models import Episode
from memory.recall import without_names
from memory.recall.search import Weights
from memory.vectors import finish_vectors
from tests.factories import UserFactory
from tests.memory.telling import START, ask, recalled, say


@pytest.fixture
def user(db):
    return UserFactory()


def order(user, text, **more):
    return ask(user, text, relevant_only=False, limit=20, **more)


def test_a_rare_word_is_worth_more_than_one_that_is_said_all_the_time(user):
    say(user, "The theremin stands in the cellar.")
    for day in range(10):
        say(user, f"I was in the garden again, day {day}.", day, conversation_id=uuid.uuid4())
    assert order(user, "the theremin and the garden")[0] == "The theremin stands in the cellar."


def test_an_answer_is_found_by_the_words_it_answers(user):
    say(user, "The soup was good.", conversation_id=uuid.uuid4())
    say(user, "Yes, since March.", context="Do you play the theremin?", conversation_id=uuid.uuid4())
    assert order(user, "How long have I played the theremin?")[0] == "Yes, since March."


def test_one_s_own_words_come_before_what_one_was_asked(user):
    say(user, "Never heard of it.", context="Do you play the theremin?", conversation_id=uuid.uuid4())
    say(user, "I bought a theremin.", conversation_id=uuid.uuid4())
    assert order(user, "What about the theremin?") == ["I bought a theremin.", "Never heard of it."]


def test_what_was_said_next_to_it_comes_before_what_was_said_elsewhere(user):
    say(user, "It has no strings at all.", 2)
    say(user, "I bought a theremin.", 1)
    say(user, "The soup was good.", 1, conversation_id=uuid.uuid4())
    assert order(user, "What about the theremin?") == [
        "I bought a theremin.",
        "It has no strings at all.",
        "The soup was good.",
    ]


def test_of_two_speakers_the_one_who_is_named_is_meant(user):
    say(user, "I was in Lisbon.", 1, author="Ines", conversation_id=uuid.uuid4())
    say(user, "I was in Lisbon, too.", 2, author="Rui", conversation_id=uuid.uuid4())
    names = ["Ines", "Rui"]
    assert order(user, "When was Ines in Lisbon?", names=names)[0] == "I was in Lisbon."
    assert order(user, "When was Rui in Lisbon?", names=names)[0] == "I was in Lisbon, too."
    equal = order(user, "When were Ines and Rui in Lisbon?", names=names, weights=Weights(importance=0))
    assert equal[0] == "I was in Lisbon, too."  # nobody alone: of equals the newer one


def test_of_equals_the_newer_comes_first(user):
    for day in (2, 3, 1):
        say(user, f"I bought a theremin, number {day}.", day * 1440, conversation_id=uuid.uuid4())
    assert order(user, "theremin", weights=Weights(importance=0))[0] == "I bought a theremin, number 3."


def test_an_unfinished_vector_knows_only_the_text_and_a_finished_one_what_it_answers(user, settings):
    settings.EMBEDDINGS = "builtin"
    say(user, "Yes, two of them, both orange.", context="Do you have any cats?")
    say(user, "The bridge was closed again.", 1, conversation_id=uuid.uuid4())
    question = "Which pets do I keep at home?"
    before = {one.text: one.parts["cosine"] for one in recalled(user, question, relevant_only=False)}
    assert finish_vectors() == 1  # the other one had nothing before it, and was finished at once
    after = {one.text: one.parts["cosine"] for one in recalled(user, question, relevant_only=False)}
    assert after["Yes, two of them, both orange."] > before["Yes, two of them, both orange."] + 0.1
    assert after["The bridge was closed again."] == before["The bridge was closed again."]
    assert finish_vectors() == 0


def test_a_vector_that_the_turn_did_not_bring_is_made_behind_it(user, settings):
    settings.EMBEDDINGS = "builtin"
    say(user, "I bought a violin.", vector=None)
    assert finish_vectors() == 1
    assert recalled(user, "Which musical instrument do I have?")[0].why == "meaning"


def test_nothing_is_written_to_what_was_forgotten_meanwhile(user, settings, monkeypatch):
    settings.EMBEDDINGS = "builtin"
    say(user, "I bought a theremin.", context="What is new?")

    def forget_and_embed(texts, *, route):
        Episode.objects.filter(user=user).update(text="", vector=None, erased_at=START)
        return [[0.1] * 384 for _ in texts]

    monkeypatch.setattr("memory.vectors.embed_all_now", forget_and_embed)
    assert finish_vectors() == 0
    assert Episode.objects.get(user=user).vector is None


def test_without_an_embedder_nothing_waits_for_one(user):
    say(user, "I bought a theremin.")
    assert finish_vectors() == 0


def test_why_it_was_found(user, settings):
    say(user, "I bought a violin.")
    assert recalled(user, "the violin")[0].why == "words"
    settings.EMBEDDINGS = "builtin"
    assert recalled(user, "the violin", vector=None)[0].why == "words_alone"  # the embedder is away
    finish_vectors()
    found = recalled(user, "Which musical instrument do I have?")[0]
    assert found.why == "meaning"
    assert found.parts["cosine"] > 0.3
    assert found.parts["words"] == 0


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("Where did Ines go?", ["Ines"], "Where did go?"),
        ("What's Ines's job?", ["Ines"], "What's job?"),
        ("Ines!", ["Ines"], "Ines!"),  # nothing else is left
        ("The inesita and Inês", ["Ines"], "The inesita and Inês"),
        ("Ines Maria and Ines", ["Ines", "Ines Maria"], "and"),
        ("What (a) mess", ["(a)", ""], "What (a) mess"),
        ("Hello", [], "Hello"),
    ],
)
def test_names_of_those_who_talk_are_taken_out(text, names, rest):
    assert without_names(text, names) == rest


def test_who_speaks_of_themselves_tells_more_and_who_asks_tells_less():
    told = importance("I moved to Porto", context="")
    assert importance("Porto is nice, too", context="") < told
    assert importance("Are we there?", context="") < importance("We are there.", context="")
    assert importance("I moved to Porto", context="What is new?") > told
    assert importance("I moved to Porto. " * 5, context="") > told
    assert 0.7 < importance("", context="") <= importance("I " * 4000, context="?") < 1.3


def test_long_and_strange_questions_are_asked_in_one_piece(user):
    say(user, "I bought a theremin.", said_at=START + timedelta(days=1))
    for text in (
        "it's \\ 'theremin' & | ! <-> :* (",
        "theremin " + "word " * 2000,
        "theremin 🦄 שלום مرحبا",
        "",
        "the",
        "?!",
    ):
        found = ask(user, text, relevant_only=False)
        assert found == ["I bought a theremin."]
