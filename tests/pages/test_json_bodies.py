"""A body that says it is JSON and is not what was asked for is told so, at every address that takes one."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from memory.models import Memory
from tests.factories import ConversationFactory, UserFactory
from tests.pages.test_conversations import exchange

JSON = {"Accept": "application/json"}
NONE = {
    "half an object": "{",
    "a list": "[]",
    "a word": '"title"',
    "other letters": b"\xff\xfe\x00",
    "a list that lies deep": "[" * 200_000 + "]" * 200_000,
    "an object that lies deep": '{"title":' * 100_000 + "1" + "}" * 100_000,
    "half a letter": '{"title": "\\ud800", "words": "\\ud800", "text": "\\ud800", "persona": "\\ud800"}',
}
OF_OTHER_TYPES = (
    '{"title": ["a"], "words": {}, "text": 7, "persona": ["mira"], "sure": [], "reason": {}, "variant": "x"}'
)


@pytest.fixture
def addresses(client, db):
    person = UserFactory()
    client.force_login(person)
    conversation = ConversationFactory(user=person)
    reply = exchange(conversation, 0)
    memory = Memory.objects.create(
        user_id=person.pk, persona_id=conversation.persona_id, kind="pet", text="You have a dog.",
        valid_from=timezone.now() - timedelta(days=1),
    )  # fmt: skip
    return [
        "/conversations/", f"/conversations/{conversation.pk}/rename/", f"/conversations/{conversation.pk}/delete/",
        f"/messages/{reply.pk}/report/", f"/messages/{reply.pk}/delete/", f"/memories/{memory.pk}/edit/", "/age/",
    ]  # fmt: skip


def post(client, address, body):
    return client.post(address, body, content_type="application/json", headers=JSON)


@pytest.mark.parametrize("body", NONE.values(), ids=NONE.keys())
def test_what_is_no_object_is_told_so(client, addresses, body):
    for address in addresses:
        answer = post(client, address, body)
        assert answer.status_code == 400, address
        assert answer.json().keys() & {"error", "errors"}, address


def test_fields_of_other_types_are_told_so(client, addresses):
    for address in addresses:
        answer = post(client, address, OF_OTHER_TYPES)
        assert answer.status_code in {200, 400, 409}, address


def test_a_stranger_s_is_as_missing(client, addresses):
    client.force_login(UserFactory())
    for address in addresses[1:-1]:
        named = address.replace(address.split("/")[2], str(uuid.uuid4()))
        for one in (address, named):
            assert (
                post(client, one, '{"title": "a", "sure": true, "reason": "other", "text": "a"}').status_code == 404
            ), one
