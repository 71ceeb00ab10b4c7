"""A conversation is deleted: at once, everywhere, with what is remembered of it; flagged text waits for a human, unseen."""

import re
import uuid
from datetime import timedelta

import orjson
import pytest
from django.db import connection
from django.utils import timezone
from django_redis import get_redis_connection

from chat import buffer
from chat.carrying.exporting import exported
from chat.leaving import leave
from chat.listing.deleting import delete_conversation, finish_deleting
from chat.models import Conversation, Flag, Message, Summary, Turn, Variant
from chat.moderation.retention import erase_deleted
from chat.protocol import SendMessage
from chat.state import conversation_state
from chat.tasks import sweep_deleted
from chat.turns.admit import admit
from companion.errors import BusyError
from memory.episodes import add_episode
from memory.governing.choices import pause_conversation
from memory.models import Episode, Memory, PausedConversation, Source
from tests.chat.conftest import say
from tests.factories import ConversationFactory, UserFactory, signed_in
from tests.moderation.people import NONCONSENSUAL
from tests.tables import rows_with

__all__ = ["say"]

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}
RARE = "zanzibarine"


@pytest.fixture
def conversation(person):
    return ConversationFactory(user=person)


def delete(conversation):
    delete_conversation(user_id=conversation.user_id, conversation_id=conversation.pk)


def remember(conversation, turn):
    add_episode(
        user_id=conversation.user_id, persona_id=conversation.persona_id, conversation_id=conversation.pk,
        message_id=turn.message_id, text=f"My dog is called {RARE}", context="", route="everyday",
        said_at=timezone.now(), vector=None,
    )  # fmt: skip
    return Episode.objects.get(message_id=turn.message_id)


def memory_of(*episodes):
    one = episodes[0]
    memory = Memory.objects.create(
        user_id=one.user_id, persona_id=one.persona_id, kind="pet", text="You have a dog.", valid_from=one.said_at
    )
    for episode in episodes:
        Source.objects.create(memory=memory, episode=episode, quote="dog")
    return memory


def test_all_of_it_goes(say, conversation):
    _, turn = say(f"{RARE} one", answer=f"{RARE} two")
    remember(conversation, turn)
    Summary.objects.create(conversation=conversation, texts={"everyday": RARE})
    pause_conversation(user_id=conversation.user_id, conversation_id=conversation.pk)
    Conversation.objects.update(title=RARE)
    delete(conversation)
    assert rows_with(RARE) == []
    assert not any(rows.objects.exists() for rows in (Conversation, Message, Variant, Turn, PausedConversation))


def test_what_is_remembered_from_elsewhere_too_keeps_its_other_proof(say, conversation):
    other = ConversationFactory(user=conversation.user, persona=conversation.persona)
    _, turn = say("My dog is called Biscuit")
    here = remember(conversation, turn)
    elsewhere = Episode.objects.create(
        user=conversation.user, persona_id=conversation.persona_id, conversation_id=other.pk, message_id=uuid.uuid4(),
        text="my dog", route="everyday", said_at=timezone.now(),
    )  # fmt: skip
    alone, both = memory_of(here), memory_of(here, elsewhere)
    delete(conversation)
    assert not Memory.objects.filter(pk=alone.pk).exists()
    assert list(Source.objects.filter(memory=both).values_list("episode", flat=True)) == [elsewhere.pk]


def test_nothing_of_it_stays_in_redis(say, conversation, django_capture_on_commit_callbacks):
    admitted, turn = say("hello")
    buffer.add_answered(admitted.turn.message, reply_id=turn.reply_id, variant=0, text=RARE, route="everyday")
    redis = get_redis_connection("sessions")
    assert redis.exists(*buffer.keys_of(conversation.pk))
    with django_capture_on_commit_callbacks(execute=True):
        delete(conversation)
    assert not [key for key in redis.keys("*") if str(conversation.pk).encode() in key]


def test_not_while_a_reply_is_written(client, say, conversation):
    say("hello")
    Turn.objects.update(state="running")
    with pytest.raises(BusyError):
        delete(conversation)
    answer = client.post(f"/conversations/{conversation.pk}/delete/", {"sure": "yes"}, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (409, "busy")
    assert "still being written" in answer.json()["error"]
    form = client.post(f"/conversations/{conversation.pk}/delete/", {"sure": "yes"}, follow=True)
    assert "still being written" in form.content.decode()
    assert Conversation.objects.exists()


def test_what_waits_for_an_age_goes_with_it(say, conversation, settings):
    settings.ADULT_PROVIDERS = ["scripted"]
    say("periwinkle")
    assert Turn.objects.waiting().exists()
    delete(conversation)
    assert not Turn.objects.exists()


def test_it_asks_first(client, conversation):
    address = f"/conversations/{conversation.pk}/delete/"
    assert "Delete this conversation?" in client.get(address).content.decode()
    answer = client.post(address, headers=JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["sure"])
    form = client.post(address)
    assert form.status_code == 400
    assert "Nothing was deleted" in form.content.decode()
    assert Conversation.objects.exists()
    answer = client.post(address, {"sure": "yes"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/conversations/")
    assert not Conversation.objects.exists()
    assert "Deleted, for good." in client.get("/conversations/").content.decode()
    assert client.post(address, {"sure": "yes"}, headers=JSON).status_code == 404


def test_as_json(client, conversation):
    address = f"/conversations/{conversation.pk}/delete/"
    assert client.post(address, "{", content_type="application/json", headers=JSON).status_code == 400
    answer = client.post(address, '{"sure": true}', content_type="application/json", headers=JSON)
    assert answer.json() == {"conversation": None, "said": "Deleted, for good."}


def test_nobody_deletes_a_stranger_s(client, say, conversation):
    say(f"{RARE} one")
    client.force_login(UserFactory())
    for one in (conversation.pk, uuid.uuid4()):
        assert client.post(f"/conversations/{one}/delete/", {"sure": "yes"}, headers=JSON).status_code == 404
        assert client.post(f"/conversations/{one}/delete/", {"sure": "yes"}).status_code == 404
    with pytest.raises(Conversation.DoesNotExist):
        delete_conversation(user_id=UserFactory().pk, conversation_id=conversation.pk)
    assert "chat_message" in rows_with(RARE)


def test_every_page_of_theirs_and_its_own_are_told(conversation, told):
    gone, listed = told(lambda: delete(conversation))
    assert (gone.kind, gone.conversation) == ("state", str(conversation.pk))
    assert (listed.kind, listed.user) == ("person", conversation.user_id)
    assert orjson.loads(listed.frames[0])["deleted"] == [str(conversation.pk)]


def test_the_others_stay(say, conversation):
    other = ConversationFactory(user=conversation.user, title="Other")
    say("hello")
    delete(conversation)
    assert list(Conversation.objects.all()) == [other]


# --- What a human still has to look at
@pytest.fixture
def flagged(say, conversation):
    say(f"{RARE} before", answer=f"{RARE} said")
    _, turn = say(NONCONSENSUAL)
    assert Flag.objects.open().filter(message=turn.message_id).exists()
    Conversation.objects.update(title=RARE)
    delete(conversation)
    return turn


def test_flagged_text_alone_is_kept_and_nobody_else_sees_it(client, conversation, flagged):
    assert rows_with(RARE) == []
    assert list(Message.objects.exclude(text="").values_list("text", flat=True)) == [NONCONSENSUAL]
    for address in ("", "about/", "delete/", "messages/", "export/"):
        assert client.get(f"/conversations/{conversation.pk}/{address}", headers=JSON).status_code == 404
    assert str(conversation.pk) not in client.get("/conversations/").content.decode()
    assert "".join(exported(user_id=conversation.user_id, form="text")) == ""
    assert (
        NONCONSENSUAL
        not in client.get("/search/", {"q": NONCONSENSUAL.split()[0]}).content.decode().partition("</form>")[2]
    )
    for action in ("rename", "pin", "archive", "seen"):
        assert client.post(f"/conversations/{conversation.pk}/{action}/", {"title": "x"}).status_code == 404
    with pytest.raises(Conversation.DoesNotExist):
        conversation_state(user_id=conversation.user_id, conversation_id=conversation.pk)
    with pytest.raises(Conversation.DoesNotExist):
        delete(conversation)


def test_nothing_is_said_in_it_any_more(conversation, flagged):
    with pytest.raises(Conversation.DoesNotExist):
        admit(
            user_id=conversation.user_id, session_key=signed_in(conversation.user), conversation_id=conversation.pk,
            frame=SendMessage(uuid.uuid4(), "hello", None),
        )  # fmt: skip


def test_its_rows_go_when_the_human_has_decided(flagged):
    assert finish_deleting() == 0
    Flag.objects.update(state=Flag.State.DECIDED)
    erase_deleted()
    assert finish_deleting() == 1
    assert not Conversation.objects.exists()
    assert Flag.objects.get().message is None


def test_or_after_thirty_days_by_the_sweep(flagged):
    Message.objects.update(deleted_at=timezone.now() - timedelta(days=30))
    sweep_deleted()
    assert not Conversation.objects.exists()
    assert not Message.objects.exists()


def test_its_person_may_still_leave(flagged, conversation):
    leave(user_id=conversation.user_id)
    assert list(Message.objects.exclude(text="").values_list("text", flat=True)) == [NONCONSENSUAL]


def test_ten_thousand_messages_go_within_seconds(conversation):
    from tests.listing.people import long_talk

    long_talk(conversation, messages=10_000)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # of what was made just now
        cursor.execute("ANALYZE chat_message, chat_variant, chat_turn")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        start = timezone.now()
        delete(conversation)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # as at the commit
    assert not Message.objects.exists()
    assert timezone.now() - start < timedelta(seconds=8)


def test_the_page_names_what_it_asks_about_and_escapes_it(client, conversation):
    Conversation.objects.update(title="<i>mine</i>")
    page = client.get(f"/conversations/{conversation.pk}/delete/").content.decode()
    assert "&lt;i&gt;mine" in page
    assert not re.search("<i>", page)
