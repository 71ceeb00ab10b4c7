import uuid

import pytest
from django.utils import timezone

from memory.episodes import add_episode
from memory.learn import learn
from memory.models import Episode, Memory
from tests.factories import UserFactory

PERSONA = uuid.UUID(int=1)
JSON = {"accept": "application/json"}


@pytest.fixture
def owner(db):
    owner = UserFactory()
    add_episode(
        user_id=owner.pk, persona_id=PERSONA, conversation_id=uuid.UUID(int=2), message_id=uuid.UUID(int=3),
        text="My dog is called Biscuit", context="", route="everyday", said_at=timezone.now(), vector=None,
    )  # fmt: skip
    learn(user_id=owner.pk, persona_id=PERSONA)
    return owner


def ids():
    return [Memory.objects.get().pk, Episode.objects.get().pk]


def test_a_memory_and_an_episode_show_where_they_come_from(client, owner):
    client.force_login(owner)
    memory, episode = (client.get(f"/memories/{one}/", headers=JSON).json() for one in ids())
    assert (memory["kind"], memory["text"]) == ("pet", "Your dog is called Biscuit.")
    assert (episode["kind"], episode["text"]) == ("episode", "My dog is called Biscuit")
    for shown in (memory, episode):
        assert shown["source"]["conversation"] == str(uuid.UUID(int=2))
        assert shown["source"]["message"] == str(uuid.UUID(int=3))


def test_several_at_once_in_the_order_asked_for(client, owner):
    client.force_login(owner)
    asked = [*map(str, ids()), str(uuid.uuid4())]
    answer = client.get("/memories/", {"ids": ",".join(asked)}).json()
    assert [one["id"] for one in answer["memories"]] == asked[:2]


def test_a_stranger_sees_none_of_them(client, owner):
    client.force_login(UserFactory())
    for one in (*ids(), uuid.uuid4()):
        for headers in ({}, JSON):
            assert client.get(f"/memories/{one}/", headers=headers).status_code == 404
    assert client.get("/memories/", {"ids": ",".join(map(str, ids()))}).json() == {"memories": []}


def test_ids_that_are_none_are_told(client, owner):
    client.force_login(owner)
    answer = client.get("/memories/", {"ids": "one,two"})
    assert (answer.status_code, "UUID" in answer.json()["errors"]["ids"]) == (400, True)


def test_nobody_signed_in_sees_nothing(client, owner):
    assert client.get(f"/memories/{ids()[0]}/").status_code == 302
