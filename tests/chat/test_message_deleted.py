"""A person deletes a message from its page: asked first, told everywhere, and nobody else's."""

import uuid

import orjson
import pytest

from chat.history import history_page
from chat.models import Conversation, Message, Turn
from chat.state import conversation_state
from tests.chat.conftest import say
from tests.factories import ConversationFactory, UserFactory
from tests.listing.conftest import told

__all__ = ["say", "told"]

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def conversation(client):
    person = UserFactory()
    client.force_login(person)
    return ConversationFactory(user=person)


def address(message_id):
    return f"/messages/{message_id}/delete/"


def texts(conversation):
    return [one["text"] for one in history_page(user_id=conversation.user_id, conversation_id=conversation.pk).messages]


def state(conversation):
    return conversation_state(user_id=conversation.user_id, conversation_id=conversation.pk).event


@pytest.fixture
def two(say):
    """Two exchanges; their turns."""
    return say("one", answer="First.")[1], say("two", answer="Second.")[1]


def test_it_asks_first_and_says_what_goes(client, two, conversation):
    page = client.get(address(two[0].message_id)).content.decode()
    assert "Delete this message?" in page
    assert "with its answer" in page
    page = client.get(address(two[0].reply_id)).content.decode()
    assert "Delete this reply?" in page
    assert "First." in page
    form = client.post(address(two[0].message_id))
    assert (form.status_code, "Nothing was deleted" in form.content.decode()) == (400, True)
    answer = client.post(address(two[0].message_id), headers=JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["sure"])
    assert texts(conversation) == ["one", "First.", "two", "Second."]


def test_a_form_leads_back_to_what_stands_above(client, two, conversation):
    answer = client.post(address(two[1].message_id), {"sure": "yes"})
    above = two[0].reply_id
    assert (answer.status_code, answer.url) == (303, f"/conversations/{conversation.pk}/?at={above}#m-{above}")
    assert client.get(answer.url).status_code == 200
    first = client.post(address(two[0].message_id), {"sure": "yes"}, follow=True)
    assert first.status_code == 200
    assert texts(conversation) == []


def test_as_json_all_that_went_with_it_is_named(client, two, conversation):
    answer = client.post(address(two[0].message_id), {"sure": "yes"}, headers=JSON)
    assert sorted(answer.json()["deleted"]) == sorted([str(two[0].message_id), str(two[0].reply_id)])
    answer = client.post(address(two[1].reply_id), '{"sure": true}', content_type="application/json", headers=JSON)
    assert answer.json()["deleted"] == [str(two[1].reply_id)]
    assert texts(conversation) == ["two"]
    assert client.post(address(two[1].reply_id), {"sure": "yes"}, headers=JSON).status_code == 404


def test_not_while_a_reply_is_written(client, two, conversation):
    Turn.objects.filter(pk=two[1].pk).update(state="running")
    answer = client.post(address(two[0].message_id), {"sure": "yes"}, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (409, "busy")
    form = client.post(address(two[0].message_id), {"sure": "yes"})
    assert (form.status_code, "still being written" in form.content.decode()) == (409, True)
    assert len(texts(conversation)) == 4


def test_a_stranger_s_is_as_missing(client, two, conversation):
    client.force_login(UserFactory())
    for one in (two[0].message_id, two[0].reply_id, uuid.uuid4()):
        for headers in ({}, JSON):
            assert client.get(address(one), headers=headers).status_code == 404
            assert client.post(address(one), {"sure": "yes"}, headers=headers).status_code == 404
    client.logout()
    assert client.post(address(two[0].message_id), {"sure": "yes"}).url.startswith("/accounts/login/")
    assert len(texts(conversation)) == 4


def test_a_hostile_message_is_asked_about_as_words(client, say):
    _, turn = say("<script>alert(1)</script>", answer="<img src=x onerror=alert(1)>")
    for one in (turn.message_id, turn.reply_id):
        page = client.get(address(one)).content.decode()
        assert "<script>alert" not in page
        assert "<img" not in page


def test_every_window_hears_from_where_it_differs(client, two, conversation, told):
    before = state(conversation)["branch"]
    heard = told(lambda: client.post(address(two[0].message_id), {"sure": "yes"}))
    [frame] = [orjson.loads(frame) for news in heard for frame in news.frames if "history.changed" in frame]
    head = {"message": str(two[1].reply_id), "variant": 0}
    wanted = {
        "type": "history.changed",
        "client_id": None,
        "from": str(two[0].message_id),
        "head": head,
        "branch": before + 1,
    }
    assert frame == wanted
    assert state(conversation)["branch"] == before + 1, "a window that was not told sees that something was"
    assert "state" not in {news.kind for news in heard}


def test_what_waited_for_an_age_waits_no_more_and_the_windows_hear_that(client, say, conversation, told, settings):
    settings.ADULT_PROVIDERS = ["scripted"]
    say("periwinkle")
    waiting = Turn.objects.waiting().get()
    heard = told(lambda: client.post(address(waiting.message_id), {"sure": "yes"}))
    frames = [orjson.loads(frame) for news in heard if news.kind == "events" for frame in news.frames]
    assert [frame["type"] for frame in frames] == ["reply.refused", "history.changed"], "each turn has an end"
    assert (frames[0]["turn"], frames[0]["reason"]) == (str(waiting.pk), "age_declined")
    assert "state" in {news.kind for news in heard}
    assert state(conversation)["waiting"] is None


def test_what_is_on_an_older_branch_goes_without_a_change_of_what_is_seen(client, two, conversation, told):
    Message.objects.filter(pk__in=[two[1].message_id, two[1].reply_id]).update(is_active=False)
    Conversation.objects.update(head=two[0].reply_id)
    heard = told(lambda: client.post(address(two[1].message_id), {"sure": "yes"}))
    [frame] = [orjson.loads(frame) for news in heard for frame in news.frames if "history.changed" in frame]
    assert (frame["from"], frame["head"]["message"]) == (None, str(two[0].reply_id))
