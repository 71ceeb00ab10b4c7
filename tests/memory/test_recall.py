"""What is recalled, and what is not, as people would ask for it."""

import uuid

import pytest

from memory.episodes import add_episode
from memory.learn import learn
from memory.models import Episode, Memory
from tests.factories import UserFactory
from tests.memory.telling import PERSONA, START, ask, say

TOLD = "My dog is called Biscuit and I moved to Porto in May"
SMALL_TALK = [
    "Good morning!", "I slept badly again.", "Work was long today.", "My sister phoned me about her exam.",
    "I finally finished that book about whales.", "The tram was late, as always.", "I burnt the toast.",
    "We had a meeting that could have been a letter.", "I watched an old film about a pianist.", "My back hurts a little.",
    "The neighbour's baby cried all night.", "I found ten euros in my coat.", "I should clean the windows.",
    "There was a street musician with a harp.", "I forgot my umbrella on the bus.", "I'm learning to knit.",
    "My phone is nearly broken.", "The library smelled of rain.", "I had soup for lunch.",
    "A friend is getting married in autumn.",
    "I went for a run by the river.", "The heating makes strange noises.", "I dreamt that I could fly.", "My boss praised me.",
    "I can't decide on a haircut.", "The market had lovely peaches.", "I wrote a letter and didn't send it.",
    "There is a new cafe on the corner.", "I lost a sock again.", "Good night then.",
]  # fmt: skip
ABOUT_THE_DOG = [
    "What's my dog's name?",
    "Do you remember what my dog is called?",
    "Who is Biscuit?",
    "Tell me the name of my pet",
    "What did I name my puppy?",
    "What do I call my dog?",
    "I'm taking the dog for a walk",
    "Remind me, how is my dog called?",
]
ABOUT_THE_MOVE = [
    "Where do I live?",
    "Which city did I move to?",
    "Where did I move in May?",
    "What town do I live in now?",
    "Do you remember where I moved?",
    "When did I move?",
    "What city is my home?",
    "Tell me about the place I moved to",
    "Which country am I living in these days?",
    "Did I move recently?",
]
ABOUT_OTHER_THINGS = [
    "What's the weather like today?", "Will it rain tomorrow?", "How do I cook rice?", "What should I make for dinner?",
    "Is it going to be sunny this weekend?", "How long should I boil an egg?", "Do you know a good pasta recipe?",
    "Is it cold outside in winter?", "What is the weather like in May?", "How do I bake bread?", "Why does it snow?",
    "Can I freeze tomato soup?", "Should I take an umbrella?", "How hot does it get in summer?",
    "What spices go with chicken?", "What goes well with roast potatoes?",
]  # fmt: skip


@pytest.fixture(params=["builtin", "none"])
def embeddings(request, settings):
    settings.EMBEDDINGS = request.param
    return request.param


def teller(told, *, learns=True):
    user = UserFactory()
    say(user, told)
    for minutes, text in enumerate(SMALL_TALK, 1):
        say(user, text, minutes)
    if learns:
        learn(user_id=user.pk, persona_id=PERSONA)
    return user


@pytest.mark.parametrize(("questions", "answer"), [(ABOUT_THE_DOG, "Biscuit"), (ABOUT_THE_MOVE, "Porto")])
def test_a_fact_told_long_ago_is_found_by_any_wording(db, settings, questions, answer):
    settings.EMBEDDINGS = "builtin"
    user = teller(TOLD)
    missed = []
    for question in questions:
        found = ask(user, question)
        assert len(found) <= 5
        if answer not in " ".join(found):
            missed.append(question)
        say(user, question, 100)  # what was asked before must not crowd out what was told
    assert missed == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [("What's my dog's name?", "Biscuit"), ("Who is Biscuit?", "Biscuit"), ("Where do I live?", "Porto"),
     ("Which city did I move to?", "Porto"), ("Tell me the name of my pet", "Biscuit"), ("What did I name my puppy?", "Biscuit")],
)  # fmt: skip
def test_by_words_alone_a_fact_is_found_by_the_usual_ones(db, settings, question, answer):
    settings.EMBEDDINGS = "none"
    assert answer in " ".join(ask(teller(TOLD), question))


def test_it_stays_out_of_other_talk(db, embeddings):
    user = teller(TOLD)
    crossed = [
        question for question in ABOUT_OTHER_THINGS if {"Biscuit", "Porto"} & set(" ".join(ask(user, question)).split())
    ]
    assert crossed == []


def test_it_is_found_before_anything_was_learned(db, embeddings):
    user = teller(TOLD, learns=False)
    assert ask(user, "What's my dog's name?")[0] == TOLD


def test_nobody_else_s_memories_are_found(db, embeddings):
    teller(TOLD)
    other = teller("My dog is called Pepper and I moved to Lyon in June")
    for question in (*ABOUT_THE_DOG, *ABOUT_THE_MOVE):
        assert not {"Biscuit", "Porto"} & set(" ".join(ask(other, question)).split())
    assert any("Pepper" in one for one in ask(other, "What's my dog's name?"))


def test_another_persona_was_not_told(db, embeddings):
    user = teller(TOLD)
    assert ask(user, "What's my dog's name?", persona_id=uuid.UUID(int=9)) == []


def test_what_stands_in_the_prompt_already_is_left_out(db, embeddings):
    user = teller(TOLD)
    told = Episode.objects.get(user=user, text=TOLD)
    assert ask(user, "What's my dog's name?", exclude_messages=[told.message_id]) == []


def test_a_memory_is_not_told_twice(db, embeddings):
    found = ask(teller(TOLD), "What's my dog's name?")
    assert sum("Biscuit" in one for one in found) == 1


def test_the_budget_is_kept(db, embeddings):
    user = UserFactory()
    for number in range(8):
        say(user, f"My garden has roses, bed number {number}. " + "They smell so sweet. " * 40)
    found = ask(user, "How are the roses in my garden?", budget_tokens=300)
    assert 1 <= len(found) <= 2
    assert all(len(one) <= 400 for one in found)


def test_what_is_not_everyday_never_becomes_an_episode(db):
    user = UserFactory()
    say(user, "I need help", route="support")
    assert not Episode.objects.filter(user=user).exists()


def test_the_same_message_is_kept_once(db):
    user, message = UserFactory(), uuid.uuid4()
    for _ in range(2):
        add_episode(
            user_id=user.pk, persona_id=PERSONA, conversation_id=PERSONA, message_id=message, text="Once", context="",
            route="everyday", said_at=START, vector=None,
        )  # fmt: skip
    assert Episode.objects.filter(user=user).count() == 1


def test_a_change_of_embedder_falls_back_to_words(db, settings):
    settings.EMBEDDINGS = "builtin"
    user = teller(TOLD)
    Memory.objects.filter(user=user).update(embedder="another")
    Episode.objects.filter(user=user).update(embedder="another")
    assert "Biscuit" in " ".join(ask(user, "What's my dog's name?"))
