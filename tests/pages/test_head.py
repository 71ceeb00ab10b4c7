"""Who only asks for the head of a page gets it, as link checkers and monitors do."""

import pytest

from tests.factories import ConversationFactory, UserFactory


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/settings/",
        "/age/",
        "/conversations/{id}/",
        "/conversations/{id}/messages/",
        "/memories/?ids=",
        "/conversations/",
        "/search/?q=a",
    ],
)
def test_a_page_that_can_be_read_can_be_asked_for_its_head(client, db, address):
    conversation = ConversationFactory(user=UserFactory())
    address = address.format(id=conversation.pk)
    client.force_login(conversation.user)
    read, asked = client.get(address), client.head(address)
    assert (asked.status_code, asked.content) == (read.status_code, b"")
    assert asked["Content-Type"] == read["Content-Type"]


def test_a_missing_memory_is_missing_for_head_too(client, db):
    client.force_login(UserFactory())
    assert client.head("/memories/00000000-0000-0000-0000-000000000001/").status_code == 404
