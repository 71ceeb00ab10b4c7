"""A deleted message that a human still has to look at keeps its text, and nobody else reads it: on no page, in no prompt."""

import uuid

import pytest
from django.utils import timezone
from django_redis import get_redis_connection

from chat import buffer
from chat.deletion import delete_message
from chat.models import Flag, Message, Variant
from chat.protocol import RegenerateReply, SendMessage
from chat.state import conversation_state
from chat.turns.admit import admit
from chat.turns.prepare import prepare
from companion.errors import InvalidFrameError
from memory.episodes import add_episode
from memory.models import Episode
from memory.recall import recall
from tests.factories import signed_in

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}
SECRET, ANSWER = "My dog is called Biscuit", "Biscuit is a secret"


@pytest.fixture
def person(client, conversation):
    client.force_login(conversation.user)
    return conversation.user


@pytest.fixture
def deleted(say, conversation, person, django_capture_on_commit_callbacks):
    """A turn between two others, remembered, flagged on both sides, then deleted by its person; the text is kept."""
    say("Good evening", answer="Hello.")
    turn = say(SECRET, answer=ANSWER)
    say("And now?", answer="Now we talk on.")
    add_episode(
        user_id=person.pk, persona_id=conversation.persona_id, conversation_id=conversation.pk, message_id=turn.message_id,
        text=SECRET, context="", route="everyday", said_at=timezone.now(), vector=None,
    )  # fmt: skip
    for message_id in (turn.message_id, turn.reply_id):
        Flag.objects.create(kind="message", user=person, conversation=conversation, message_id=message_id)
    with django_capture_on_commit_callbacks(execute=True):
        delete_message(user_id=person.pk, message_id=turn.message_id)
    kept = Message.objects.get(pk=turn.message_id).text, Variant.objects.get(message_id=turn.reply_id).text
    assert kept == (SECRET, ANSWER)
    return turn


def send(conversation, frame):
    return admit(
        user_id=conversation.user_id, session_key=signed_in(conversation.user), conversation_id=conversation.pk,
        frame=frame, region=None,
    )  # fmt: skip


def prompt_of_the_next(conversation):
    admitted = send(conversation, SendMessage(uuid.uuid4(), "What is my dog called?", None))
    plan = prepare(turn=admitted.turn, vector=None)
    assert plan.memories == []
    return " ".join(message.content for ask in plan.asks for message in ask.messages)


def test_it_is_on_no_page(client, conversation, deleted):
    url = f"/conversations/{conversation.pk}/"
    for body in (client.get(url).content.decode(), client.get(f"{url}messages/", headers=JSON).content.decode()):
        assert "And now?" in body
        assert "Biscuit" not in body
    for message_id in (deleted.message_id, deleted.reply_id):
        for way in ("after", "before"):
            assert client.get(f"{url}messages/", {way: message_id}, headers=JSON).status_code == 409


def test_it_can_be_neither_reported_nor_appealed(client, deleted):
    assert client.get(f"/messages/{deleted.reply_id}/report/").status_code == 404
    assert client.post(f"/messages/{deleted.reply_id}/report/", {"reason": "other"}).status_code == 404
    assert client.get(f"/messages/{deleted.message_id}/appeal/").status_code == 404


def test_it_goes_before_no_model(conversation, deleted):
    prompt = prompt_of_the_next(conversation)
    assert "Good evening" in prompt
    assert "Now we talk on." in prompt
    assert "Biscuit" not in prompt


def test_not_even_where_redis_was_away_when_it_was_deleted(say, conversation, person):
    say("Good evening", answer="Hello.")
    turn = say(SECRET, answer=ANSWER)
    say("And now?", answer="Now we talk on.")
    last = say("Once more", answer="Gladly.")
    buffer.said_before(last.message)
    buffer.add_answered(last.message, reply_id=last.reply_id, variant=0, text="Gladly.", route="everyday")
    key = buffer.KEY.format(conversation_id=conversation.pk)
    assert any(SECRET.encode() in one for one in get_redis_connection("sessions").lrange(key, 0, -1))
    delete_message(user_id=person.pk, message_id=turn.message_id)  # what follows the commit never comes here
    prompt = prompt_of_the_next(conversation)
    assert "Now we talk on." in prompt
    assert "Biscuit" not in prompt


def test_it_is_recalled_no_more(conversation, person, deleted):
    assert not Episode.objects.exists()
    asked = {"user_id": person.pk, "persona_id": conversation.persona_id, "vector": None}
    assert recall(text="Who is Biscuit?", exclude_messages=[], budget_tokens=500, **asked) == []


def test_it_is_answered_no_more(say, conversation, person):
    say("Good evening", answer="Hello.")
    turn = say(SECRET, answer=ANSWER)
    delete_message(user_id=person.pk, message_id=turn.message_id)
    for gone in (turn.message_id, turn.reply_id):
        with pytest.raises(InvalidFrameError):
            send(conversation, RegenerateReply(uuid.uuid4(), gone))
    state = conversation_state(user_id=person.pk, conversation_id=conversation.pk).event
    assert state["head"]["message"] not in {str(turn.message_id), str(turn.reply_id)}
