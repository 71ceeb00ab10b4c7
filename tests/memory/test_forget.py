import json
import uuid

import pytest

from memory.episodes import forget_episodes
from memory.governing.changing import edit_memory, share_memory
from memory.governing.choices import choose, is_paused, pause_conversation
from memory.governing.exporting import exported
from memory.governing.forgetting import (
    forget_episode,
    forget_everything,
    forget_memory,
    forget_person,
    forget_persona,
)
from memory.governing.ledger import What, erased_ids, erased_until
from memory.learn import learn
from memory.models import Episode, Erasure, Memory, MemoryChoices, Source
from memory.signals import forgotten
from memory.sources import remembered
from tests.factories import UserFactory
from tests.memory.tell import CONVERSATION, OTHER_PERSONA, PERSONA, known, told
from tests.tables import rows_with

pytestmark = pytest.mark.django_db
RARE = "zanzibarine"


@pytest.fixture
def owner():
    return UserFactory()


def test_forgetting_leaves_no_word_and_nothing_to_bring_it_back(owner):
    episode = told(owner, f"My dog is called {RARE}", context=f"Who is {RARE}?")
    told(owner, "He is lovely", context=f"Oh, {RARE}!")
    memory = known(owner, f"Your dog is called {RARE}.", episode=episode, cue=RARE)
    edited = edit_memory(user_id=owner.pk, memory_id=memory.pk, text=f"Your old dog is called {RARE}.")
    assert rows_with(RARE)

    forget_memory(user_id=owner.pk, memory_id=edited.pk)

    assert rows_with(RARE) == []
    assert not Memory.objects.exists()
    episode.refresh_from_db()
    assert (episode.text, episode.vector, episode.words) == ("", None, "")
    assert remembered(user_id=owner.pk, ids=[episode.pk, memory.pk]) == []
    assert learn(user_id=owner.pk, persona_id=PERSONA) == 1  # the other one: what was forgotten isn't read again
    assert not Memory.objects.exists()


def test_the_same_message_answered_anew_is_not_remembered_again(owner):
    episode = told(owner, f"My dog is called {RARE}")
    forget_episode(user_id=owner.pk, episode_id=episode.pk)
    told(owner, f"My dog is called {RARE}", message=episode.message_id)
    assert rows_with(RARE) == []


def test_another_memory_of_the_same_message_keeps_its_own_quote(owner):
    episode = told(owner, f"My dog is called {RARE} and I moved to Porto in May")
    dog = known(owner, f"Your dog is called {RARE}.", episode=episode, quote=f"My dog is called {RARE}")
    porto = known(owner, "You moved to Porto.", episode=episode, quote="I moved to Porto in May")
    forget_memory(user_id=owner.pk, memory_id=dog.pk)
    assert rows_with(RARE) == []
    [source] = Source.objects.all()
    assert (source.memory, source.quote) == (porto, "I moved to Porto in May")
    [shown] = remembered(user_id=owner.pk, ids=[porto.pk])
    assert shown["source"]["message"] == str(episode.message_id)


def test_what_was_true_once_is_not_forgotten_with_what_came_after(owner):
    porto = known(owner, "You live in Porto.")
    lyon = edit_memory(user_id=owner.pk, memory_id=porto.pk, text="You live in Lyon.", has_changed=True)
    nice = edit_memory(user_id=owner.pk, memory_id=lyon.pk, text="You live in Nice.")
    forget_memory(user_id=owner.pk, memory_id=lyon.pk)
    assert list(Memory.objects.values_list("text", flat=True)) == ["You live in Porto."]
    assert not Memory.objects.filter(pk=nice.pk).exists()


def test_what_was_said_goes_with_what_was_learned_from_it_alone(owner):
    first, second = told(owner, f"I adore {RARE}"), told(owner, "I adore sea spice")
    both = known(owner, "You adore a spice.", episode=first)
    Source.objects.create(memory=both, episode=second, quote="sea spice")
    known(owner, f"You adore {RARE}.", episode=first)
    forget_episode(user_id=owner.pk, episode_id=first.pk)
    assert rows_with(RARE) == []
    assert list(Memory.objects.all()) == [both]


def test_one_companion_s_goes_and_the_shared_and_the_others_stay(owner):
    known(owner, "You love tea.")
    known(owner, "You love coffee.", persona_id=OTHER_PERSONA)
    shared = known(owner, "You were born in May.")
    share_memory(user_id=owner.pk, memory_id=shared.pk)
    stranger = known(UserFactory(), "You love cocoa.")
    forget_persona(user_id=owner.pk, persona_id=PERSONA)
    left = set(Memory.objects.values_list("text", flat=True))
    assert left == {"You love coffee.", "You were born in May.", "You love cocoa."}
    texts = set(Episode.objects.kept().values_list("text", flat=True))
    assert texts == {"You love coffee.", stranger.text}


def test_everything_goes_but_the_choices(owner):
    known(owner, f"You love {RARE}.")
    known(owner, f"You hate {RARE}.", persona_id=OTHER_PERSONA, status="rejected")
    stranger = known(UserFactory(), "You love cocoa.")
    choose(user_id=owner.pk, paused=False, ask_first=True, adult_recall=False)
    forget_everything(user_id=owner.pk)
    assert rows_with(RARE) == []
    assert list(Memory.objects.all()) == [stranger]
    assert MemoryChoices.objects.get().ask_first


def test_who_leaves_leaves_no_row(owner):
    known(owner, "You love tea.")
    choose(user_id=owner.pk, paused=True, ask_first=True, adult_recall=True)
    pause_conversation(user_id=owner.pk, conversation_id=CONVERSATION)
    forget_person(user_id=owner.pk)
    for rows in (Episode, Memory, Source, MemoryChoices):
        assert not rows.objects.exists()
    assert erased_until(What.ACCOUNT, owner.pk) is not None


def test_the_ledger_knows_what_was_forgotten_and_names_nothing(owner):
    memory, kept = known(owner, f"You love {RARE}."), known(owner, "You love tea.")
    episode = memory.sources.get().episode_id
    forget_memory(user_id=owner.pk, memory_id=memory.pk)
    assert erased_ids(What.MEMORY, [memory.pk, kept.pk]) == {memory.pk}
    assert erased_ids(What.EPISODE, [episode, kept.sources.get().episode_id]) == {episode}
    assert erased_until(What.EVERYTHING, owner.pk) is None
    forget_everything(user_id=owner.pk)
    assert erased_until(What.EVERYTHING, owner.pk) is not None
    noted = str(list(Erasure.objects.values_list("what", "digest")))
    assert not any(str(one) in noted or one.hex in noted for one in (memory.pk, episode))


def test_the_ledger_can_t_be_read_with_another_key(owner, settings):
    memory = known(owner, "You love tea.")
    forget_memory(user_id=owner.pk, memory_id=memory.pk)
    settings.SECRET_KEY = "another key, long enough to be one"
    assert erased_ids(What.MEMORY, [memory.pk]) == set()


def test_a_deleted_message_stands_in_the_ledger(owner):
    episode = told(owner, "I love tea")
    forget_episodes(user_id=owner.pk, message_ids=[episode.message_id])
    assert erased_ids(What.EPISODE, [episode.pk]) == {episode.pk}


def test_others_hear_of_it_after_the_commit(owner, django_capture_on_commit_callbacks):
    heard = []

    def hear(user_id, conversation_ids, **_):
        heard.append((user_id, conversation_ids))

    memory = known(owner, "You love tea.")
    forgotten.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            forget_memory(user_id=owner.pk, memory_id=memory.pk)
            assert heard == []
        assert heard == [(owner.pk, {CONVERSATION})]
    finally:
        forgotten.disconnect(hear)


def test_the_short_term_buffer_goes_with_it(owner, django_capture_on_commit_callbacks):
    from django_redis import get_redis_connection

    from chat.buffer import KEY

    redis = get_redis_connection("sessions")
    key = KEY.format(conversation_id=CONVERSATION)
    redis.rpush(key, "{}")
    known(owner, "You love tea.")
    with django_capture_on_commit_callbacks(execute=True):
        forget_everything(user_id=owner.pk)
    assert not redis.exists(key)


# --- Pausing
def test_nothing_is_remembered_while_it_is_paused(owner):
    other = uuid.uuid4()
    pause_conversation(user_id=owner.pk, conversation_id=CONVERSATION)
    assert told(owner, "not this") is None
    assert told(owner, "this", conversation=other) is not None
    pause_conversation(user_id=owner.pk, conversation_id=CONVERSATION, paused=False)
    assert told(owner, "and this") is not None
    choose(user_id=owner.pk, paused=True, ask_first=False, adult_recall=False)
    assert told(owner, "nor this", conversation=other) is None


def test_a_stranger_s_pause_pauses_nothing(owner):
    choose(user_id=UserFactory().pk, paused=True, ask_first=False, adult_recall=False)
    assert not is_paused(user_id=owner.pk, conversation_id=CONVERSATION)
    assert told(owner, "this") is not None


def test_what_is_said_on_the_adult_route_is_remembered_with_consent_alone(owner):
    assert told(owner, "not this", route="adult") is None
    choose(user_id=UserFactory().pk, paused=False, ask_first=False, adult_recall=True)
    assert told(owner, "nor this", route="adult") is None
    choose(user_id=owner.pk, paused=False, ask_first=False, adult_recall=True)
    assert told(owner, "this", route="adult") is not None
    assert told(owner, "never this", route="support") is None


# --- Export
def test_the_export_holds_all_of_one_s_own_and_nothing_else(owner, monkeypatch):
    monkeypatch.setattr("memory.governing.exporting.AT_ONCE", 2)
    texts = {f"You saw “{number}”." for number in range(5)}
    for text in texts:
        known(owner, text)
    known(UserFactory(), "You love cocoa.")
    forget_episode(user_id=owner.pk, episode_id=told(owner, RARE).pk)
    document = json.loads("".join(exported(user_id=owner.pk, companions={PERSONA: "Mira"})))
    assert {one["text"] for one in document["memories"]} == {one["text"] for one in document["said"]} == texts
    assert {one["companion"] for one in document["memories"]} == {"Mira"}
    assert document["memories"][0]["sources"][0]["quote"] in texts
    assert document["choices"] == {"paused": False, "ask_first": False, "adult_recall": False}


def test_an_empty_export_is_a_document_too(owner):
    document = json.loads("".join(exported(user_id=owner.pk, companions={})))
    assert (document["memories"], document["said"]) == ([], [])
