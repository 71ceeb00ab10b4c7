"""What was told to one companion is not known by another, unless its person shares it."""

import uuid

import pytest
from django.utils import timezone

from chat.conversations import start_conversation
from memory.episodes import add_episode
from memory.governing.changing import share_memory, take_back_memory
from memory.governing.companions import companions, knowing_companions
from memory.learn import learn
from memory.models import Memory
from memory.recall import recall

pytestmark = pytest.mark.django_db


@pytest.fixture
def tell(owner):
    def told(conversation, text, *, user=None):
        user = user or owner
        add_episode(
            user_id=user.pk, persona_id=conversation.persona_id, conversation_id=conversation.pk, message_id=uuid.uuid4(),
            text=text, context="", route="everyday", said_at=timezone.now(), vector=None,
        )  # fmt: skip
        learn(user_id=user.pk, persona_id=conversation.persona_id)

    return told


@pytest.fixture
def talks(owner, own):
    """With three companions of one person."""
    return {slug: start_conversation(user_id=owner.pk, persona_slug=slug) for slug in ("mira", "oswin", own.slug)}


def recalled(conversation, text):
    found = recall(
        user_id=conversation.user_id, persona_id=conversation.persona_id, text=text, vector=None, now=timezone.now(),
        route="everyday", names=[], conversation_id=conversation.pk, exclude_messages=[], budget_tokens=1000,
    )  # fmt: skip
    return [one.text for one in found]


QUESTION = "What's my dog's name?"


def knows(conversation):
    return any("Biscuit" in text for text in recalled(conversation, QUESTION))


def test_only_who_was_told_knows_until_it_is_shared(talks, own, owner, tell):
    tell(talks["oswin"], "My dog is called Biscuit")
    assert [knows(talks[slug]) for slug in ("oswin", "mira", own.slug)] == [True, False, False]
    memory = Memory.objects.get(user=owner)
    share_memory(user_id=owner.pk, memory_id=memory.pk)
    assert [knows(talks[slug]) for slug in ("oswin", "mira", own.slug)] == [True, True, True]
    take_back_memory(user_id=owner.pk, memory_id=memory.pk)
    assert [knows(talks[slug]) for slug in ("oswin", "mira", own.slug)] == [True, False, False]


def test_each_learns_for_itself(talks, owner, tell):
    tell(talks["oswin"], "I live in Porto")
    tell(talks["mira"], "I live in Lyon")
    homes = {one.persona_id: one.text for one in Memory.objects.filter(user=owner, slot="home", status="active")}
    assert "Porto" in homes[talks["oswin"].persona_id]
    assert "Lyon" in homes[talks["mira"].persona_id]


def test_a_copy_knows_nothing_of_what_the_other_was_told(talks, owner, tell, client):
    tell(talks["oswin"], "My dog is called Biscuit")
    client.force_login(owner)
    slug = client.post("/companions/oswin/copy/").headers["Location"].split("/")[2]
    assert not knows(start_conversation(user_id=owner.pk, persona_slug=slug))


def test_others_who_talk_with_the_same_one_share_nothing(talks, tell, stranger):
    tell(talks["oswin"], "My dog is called Biscuit")
    assert not knows(start_conversation(user_id=stranger.pk, persona_slug="oswin"))


def test_its_page_says_who_knows_and_shares_at_a_touch(client, talks, owner, tell):
    client.force_login(owner)
    tell(talks["oswin"], "My dog is called Biscuit")
    memory = Memory.objects.get(user=owner)
    page = f"/memories/{memory.pk}/"
    assert "Oswin knows this since" in client.get(page).content.decode()
    client.post(f"{page}share/")
    assert "All your companions know this." in client.get(page).content.decode()
    client.post(f"{page}take-back/")
    assert "Oswin knows this since" in client.get(page).content.decode()


def test_memories_are_found_by_who_knows_them(client, talks, own, owner, tell):
    client.force_login(owner)
    tell(talks["oswin"], "My dog is called Biscuit")
    tell(talks[own.slug], "I live in Porto")
    page = client.get("/memories/", {"companion": str(own.pk)}).content.decode()
    assert ("Porto" in page, "Biscuit" in page) == (True, False)
    forget = client.get("/memories/forget/").content.decode()
    assert ("Only what Oswin knows" in forget, "Only what Wilhelmine knows" in forget) == (True, True)
    assert "Mira" not in forget


def test_names_are_told_to_those_who_may_know_them_only(own, owner, stranger, talks):
    assert own.pk in companions(user_id=owner.pk)
    assert own.pk not in companions(user_id=stranger.pk)
    assert knowing_companions(user_id=owner.pk) == {}


def test_of_a_deleted_one_it_is_still_known_whose_a_memory_is(client, talks, own, owner, tell):
    client.force_login(owner)
    tell(talks[own.slug], "My dog is called Biscuit")
    client.post(f"/companions/{own.slug}/delete/")
    assert (
        "Wilhelmine knows this since" in client.get(f"/memories/{Memory.objects.get(user=owner).pk}/").content.decode()
    )
