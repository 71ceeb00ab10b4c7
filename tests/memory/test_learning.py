import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from memory import learn as learning
from memory import tasks
from memory.episodes import add_episode
from memory.governing.changing import edit_memory
from memory.learn import learn
from memory.learning.read import facts_in as read_facts
from memory.models import Episode, Memory
from memory.signals import learned
from memory.tasks import owners_due
from tests.factories import UserFactory

PERSONA = uuid.UUID(int=1)
NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


def facts_in(text, said_at=NOON, **more):
    return read_facts(text, said_at=said_at, **more)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("My dog is called Biscuit and I moved to Porto in May",
     ["Your dog is called Biscuit.", "You moved to Porto in May 2026."]),
        ("my name is ana and my cat's name is Minka", ["Your name is Ana.", "Your cat is called Minka."]),
        ("I’m called Jo. I love long walks.", ["Your name is Jo.", "You love long walks."]),
        ("We adopted a small dog named rusty last week", ["Your dog is called Rusty."]),
        ("My favourite colour is deep green", ["Your favourite colour is deep green."]),
        ("I'm from New York but I live in berlin now", ["You're from New York.", "You live in Berlin now."]),
        ("I have a cat called Tom and a dog called Rex", ["Your cat is called Tom.", "Your dog is called Rex."]),
        ("Luna is my cat", ["Your cat is called Luna."]),
        ("I was born in São Paulo", ["You were born in São Paulo."]),
        ("i moved to lisbon in 2024 because of work", ["You moved to Lisbon in 2024."]),
        ("I love my garden", ["You love your garden."]),
    ],
)  # fmt: skip
def test_what_is_told_is_learned(text, facts):
    assert [fact.text for fact in facts_in(text)] == facts


@pytest.mark.parametrize(
    "text",
    ["What's my dog called?", "If my dog was called Max I would laugh", "I moved to a new flat",
     "I'm in love",
     "I like it when you listen", "I like you", "my dog loves walks", "I live in fear of spiders",
     "call me tomorrow", "My sister's dog is called Rex", "Your dog is called Rex", "Tell me that my name is Ann"],
)  # fmt: skip
def test_what_is_not_told_is_not_learned(text):
    assert facts_in(text) == []


@pytest.mark.parametrize("text", ["My dog is called Biscuit and I moved to Porto in May", "I'm  called\nJo Smith."])
def test_the_quote_stands_in_the_text(text):
    assert all(fact.quote in text for fact in facts_in(text))


def say(user, text, at=None):
    said_at = at or timezone.now()
    add_episode(
        user_id=user.pk, persona_id=PERSONA, conversation_id=uuid.UUID(int=2), message_id=uuid.uuid4(), text=text, context="",
        route="everyday", said_at=said_at, vector=None,
    )  # fmt: skip


@pytest.fixture
def user(db):
    return UserFactory()


def texts(user, **status):
    return list(Memory.objects.for_user(user.pk).filter(**status).order_by("created_at").values_list("text", flat=True))


def test_learning_twice_changes_nothing(user):
    say(user, "My dog is called Biscuit")
    assert learn(user_id=user.pk, persona_id=PERSONA) == 1
    assert learn(user_id=user.pk, persona_id=PERSONA) == 0
    assert texts(user) == ["Your dog is called Biscuit."]


def test_the_same_once_more_is_another_proof(user):
    for text in ("My dog is called Biscuit", "You know, my dog is called Biscuit"):
        say(user, text)
        learn(user_id=user.pk, persona_id=PERSONA)
    [memory] = Memory.objects.for_user(user.pk)
    assert memory.sources.count() == 2


def test_a_new_home_closes_the_old_one_and_keeps_it(user):
    for day, text in enumerate(("I moved to Porto in May", "I live in Porto", "I moved to Lyon")):
        say(user, text, datetime(2026, 5, 1 + day, tzinfo=UTC))
        learn(user_id=user.pk, persona_id=PERSONA)
    assert texts(user, status="active") == ["You moved to Lyon."]
    old = Memory.objects.for_user(user.pk).get(status="superseded")
    assert (old.text, old.valid_to) == ("You moved to Porto in May 2026.", datetime(2026, 5, 3, tzinfo=UTC))
    assert Memory.objects.get(text="You moved to Lyon.").supersedes == old


def test_two_dogs_are_two_memories(user):
    say(user, "My dog is called Biscuit. My dog is called Rex.")
    learn(user_id=user.pk, persona_id=PERSONA)
    assert len(texts(user, status="active")) == 2


def test_who_is_due(user, django_user_model):
    quiet, fresh = UserFactory(), UserFactory()
    for _ in range(tasks.LEARN_AFTER_TURNS):
        say(user, "words")
    say(quiet, "words", timezone.now() - timedelta(minutes=2))
    say(fresh, "words")
    assert set(owners_due()) == {(user.pk, PERSONA), (quiet.pk, PERSONA)}


def test_others_are_told_after_the_commit(user, django_capture_on_commit_callbacks):
    heard = []

    def hear(memories, user_id, **_):
        heard.append((user_id, [memory["status"] for memory in memories]))

    learned.connect(hear)
    try:
        say(user, "My dog is called Biscuit")
        with django_capture_on_commit_callbacks(execute=True):
            learn(user_id=user.pk, persona_id=PERSONA)
            assert heard == []
        assert heard == [(user.pk, ["active"])]
    finally:
        learned.disconnect(hear)


def test_every_episode_is_read_once(user):
    for number in range(learning.BATCH + 3):
        say(user, f"words {number}")
    assert learn(user_id=user.pk, persona_id=PERSONA) == learning.BATCH + 3
    assert not Episode.objects.filter(learned_at=None).exists()


def test_somebody_else_s_words_tell_nothing_of_its_person(user):
    say(user, "I live in Porto")
    Episode.objects.update(author="Zoe")
    assert learn(user_id=user.pk, persona_id=PERSONA) == 1
    assert texts(user) == []


def test_what_its_person_put_in_other_words_is_not_learned_again(user):
    say(user, "I love tea")
    learn(user_id=user.pk, persona_id=PERSONA)
    edit_memory(user_id=user.pk, memory_id=Memory.objects.get().pk, text="You love green tea.")
    say(user, "I love tea")
    learn(user_id=user.pk, persona_id=PERSONA)
    assert texts(user, status="active") == ["You love green tea."]
    assert texts(user, status="proposed") == []


def test_what_its_person_rejected_is_not_proposed_again(user):
    say(user, "I'm Catholic")
    learn(user_id=user.pk, persona_id=PERSONA)
    Memory.objects.update(status="rejected")
    say(user, "I'm Catholic")
    learn(user_id=user.pk, persona_id=PERSONA)
    assert texts(user, status="proposed") == []


def test_what_is_said_on_the_adult_route_changes_nothing_elsewhere(user):
    say(user, "I live in Porto")
    learn(user_id=user.pk, persona_id=PERSONA)
    say(user, "I moved to Lyon")
    Episode.objects.filter(learned_at=None).update(route="adult")
    learn(user_id=user.pk, persona_id=PERSONA)
    assert sorted(Memory.objects.values_list("text", "route", "status")) == [
        ("You live in Porto.", "everyday", "active"),
        ("You moved to Lyon.", "adult", "active"),
    ]


def test_what_is_known_openly_is_not_taken_to_the_adult_route_by_being_said_there(user):
    for route in ("everyday", "adult"):
        say(user, "I live in Porto")
        Episode.objects.filter(learned_at=None).update(route=route)
        learn(user_id=user.pk, persona_id=PERSONA)
    memory = Memory.objects.get()
    assert (memory.route, memory.sources.count()) == ("everyday", 1)
