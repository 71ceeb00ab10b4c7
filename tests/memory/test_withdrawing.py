"""Words that were taken back are neither recalled nor learned from; said again, everything is as it was."""

from datetime import timedelta

import pytest
from django.utils import timezone

from memory.episodes import forget_episodes
from memory.governing.changing import edit_memory, pin_memory
from memory.governing.judging import approve_memory, reject_memory
from memory.learn import learn
from memory.models import Episode, Memory, Source
from memory.recall import recall
from memory.tasks import owners_due
from memory.withdrawing import restore_episodes, withdraw_episodes
from tests.factories import UserFactory
from tests.memory.tell import PERSONA, home, known, told

pytestmark = pytest.mark.django_db
Status = Memory.Status


@pytest.fixture
def owner():
    return UserFactory()


def withdraw(owner, *episodes):
    withdraw_episodes(user_id=owner.pk, message_ids=[one.message_id for one in episodes])


def restore(owner, *episodes):
    restore_episodes(user_id=owner.pk, message_ids=[one.message_id for one in episodes])


def recalled(owner, text):
    asked = {"persona_id": PERSONA, "text": text, "vector": None, "now": timezone.now(), "route": "everyday"}
    return [one.text for one in recall(user_id=owner.pk, budget_tokens=1000, **asked)]


def episode_of(memory):
    return memory.sources.get().episode


def rows():
    return list(Memory.objects.order_by("pk").values("pk", "text", "status", "status_before", "valid_from", "valid_to"))


def test_what_was_taken_back_is_not_recalled_until_it_is_said_again(owner):
    episode = told(owner, "My marmot eats quinces")
    memory = known(owner, "Your marmot eats quinces.", episode=episode)
    assert recalled(owner, "Does my marmot like quinces?")
    withdraw(owner, episode)
    assert recalled(owner, "Does my marmot like quinces?") == []
    memory.refresh_from_db()
    assert memory.status == Status.WITHDRAWN
    restore(owner, episode)
    assert recalled(owner, "Does my marmot like quinces?")
    memory.refresh_from_db()
    assert (memory.status, memory.status_before) == (Status.ACTIVE, "")


def test_what_was_taken_back_is_not_learned_from_until_it_is_said_again(owner):
    episode = told(owner, "My dog is called Biscuit.")
    withdraw(owner, episode)
    assert owners_due() == []
    assert learn(user_id=owner.pk, persona_id=PERSONA) == 0
    assert not Memory.objects.exists()
    restore(owner, episode)
    assert owners_due() == [(owner.pk, PERSONA)]
    assert learn(user_id=owner.pk, persona_id=PERSONA) == 1
    assert Memory.objects.get().text == "Your dog is called Biscuit."


def test_what_it_had_replaced_holds_again(owner):
    """Once by the rules that learn, so that the row is what learning makes."""
    told(owner, "I live in Porto.")
    learn(user_id=owner.pk, persona_id=PERSONA)
    moved = told(owner, "I live in Lyon now.")
    learn(user_id=owner.pk, persona_id=PERSONA)
    before = rows()
    assert {one["text"]: one["status"] for one in before} == {
        "You live in Porto.": "superseded",
        "You live in Lyon now.": "active",
    }
    withdraw(owner, moved)
    assert {one["text"]: one["status"] for one in rows()} == {
        "You live in Porto.": "active",
        "You live in Lyon now.": "withdrawn",
    }
    restore(owner, moved)
    assert rows() == before


def test_all_of_a_chain_goes_and_comes(owner):
    told(owner, "I live in Porto.")
    moved = told(owner, "I live in Lyon now.")
    learn(user_id=owner.pk, persona_id=PERSONA)
    before, episodes = rows(), list(Episode.objects.all())
    withdraw(owner, *episodes)
    assert {one["status"] for one in rows()} == {"withdrawn"}
    told(owner, "I live in Faro.")
    learn(user_id=owner.pk, persona_id=PERSONA)
    withdraw(owner, *Episode.objects.filter(text="I live in Faro."))
    restore(owner, *episodes)
    assert [one for one in rows() if "Faro" not in one["text"]] == before
    assert moved.message_id in Episode.objects.filter(withdrawn_at=None).values_list("message_id", flat=True)


def test_the_new_words_are_learned_in_the_place_of_the_old_ones(owner):
    """As by an edit: nobody moved, so nothing is told of a past."""
    old = told(owner, "I live in Porto.")
    learn(user_id=owner.pk, persona_id=PERSONA)
    withdraw(owner, old)
    new = told(owner, "I live in Lyon.")
    learn(user_id=owner.pk, persona_id=PERSONA)
    lyon = Memory.objects.get(text="You live in Lyon.")
    assert (lyon.status, lyon.supersedes_id, lyon.valid_to) == (Status.ACTIVE, None, None)
    withdraw(owner, new)
    restore(owner, old)
    assert set(Memory.objects.values_list("text", "status")) == {
        ("You live in Lyon.", "withdrawn"),
        ("You live in Porto.", "active"),
    }


@pytest.mark.parametrize("is_newer", [True, False])
def test_what_holds_its_place_by_then_keeps_it_only_if_it_is_newer(owner, is_newer):
    old = home(owner, "You live in Porto.")
    withdraw(owner, episode_of(old))
    other = home(owner, "You live in Faro.")
    if not is_newer:
        Memory.objects.filter(pk=other.pk).update(valid_from=old.valid_from - timedelta(days=3))
    restore(owner, episode_of(old))
    statuses = dict(Memory.objects.values_list("text", "status"))
    assert statuses["You live in Faro."] == ("active" if is_newer else "superseded")
    assert statuses["You live in Porto."] == ("superseded" if is_newer else "active")


def test_what_has_other_proof_stays_and_shows_that(owner):
    first, second = told(owner, "Biscuit loves the sea"), told(owner, "My Biscuit adores the sea")
    memory = known(owner, "Your Biscuit loves the sea.", episode=first, quote="Biscuit loves the sea")
    Source.objects.create(memory=memory, episode=second, quote="My Biscuit adores the sea")
    withdraw(owner, second)
    memory.refresh_from_db()
    assert memory.status == Status.ACTIVE
    assert recalled(owner, "Does Biscuit like the sea?") == ["Biscuit loves the sea"]


def test_what_loses_its_last_other_proof_rests_with_the_words_that_were_taken_back(owner):
    first, second = told(owner, "Biscuit loves the sea"), told(owner, "My Biscuit adores the sea")
    memory = known(owner, "Your Biscuit loves the sea.", episode=first)
    Source.objects.create(memory=memory, episode=second, quote="My Biscuit adores the sea")
    withdraw(owner, second)
    forget_episodes(user_id=owner.pk, message_ids=[first.message_id])
    memory.refresh_from_db()
    assert memory.status == Status.WITHDRAWN
    assert recalled(owner, "Does Biscuit like the sea?") == []
    restore(owner, second)
    memory.refresh_from_db()
    assert (memory.status, memory.status_before) == (Status.ACTIVE, "")


def test_what_its_person_wrote_pinned_or_said_yes_to_stays(owner):
    written = edit_memory(user_id=owner.pk, memory_id=known(owner, "You like tea.").pk, text="You love green tea.")
    pinned = pin_memory(user_id=owner.pk, memory_id=known(owner, "You like jazz.").pk)
    approved = known(owner, "You believe in luck.", status=Status.PROPOSED)
    approve_memory(user_id=owner.pk, memory_id=approved.pk)
    rejected = known(owner, "You hate rain.")
    reject_memory(user_id=owner.pk, memory_id=rejected.pk)
    kept = [written, pinned, approved, rejected]
    before = rows()
    withdraw(owner, *Episode.objects.all())
    assert rows() == before
    assert recalled(owner, "Do I love green tea?") == ["You love green tea."]
    restore(owner, *Episode.objects.all())
    assert {one["pk"] for one in rows()} >= {one.pk for one in kept}
    assert rows() == before


def test_what_waits_for_a_yes_waits_again(owner):
    memory = known(owner, "You are ill.", status=Status.PROPOSED)
    withdraw(owner, episode_of(memory))
    restore(owner, episode_of(memory))
    memory.refresh_from_db()
    assert memory.status == Status.PROPOSED


def test_nobody_s_words_are_taken_back_by_a_stranger(owner):
    memory = known(owner, "You like tea.")
    stranger = UserFactory()
    withdraw(stranger, episode_of(memory))
    assert not Episode.objects.exclude(withdrawn_at=None).exists()
    withdraw(owner, episode_of(memory))
    restore(stranger, episode_of(memory))
    assert not Episode.objects.filter(withdrawn_at=None).exists()
    memory.refresh_from_db()
    assert memory.status == Status.WITHDRAWN
