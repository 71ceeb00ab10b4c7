"""Who deletes their account leaves nothing but what a human still has to look at, for 30 days at most."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_redis import get_redis_connection

from chat.leaving import finish_leaving, leave
from chat.models import Conversation, Flag, Message, Turn, Variant
from chat.moderation.decide import decide
from chat.moderation.reports import report_reply
from chat.moderation.retention import erase_deleted
from companion.errors import BusyError
from companion.models import User
from memory.models import Episode, Erasure, Memory
from tests.factories import ConversationFactory, signed_in
from tests.memory.tell import known
from tests.moderation.people import NONCONSENSUAL, sayer
from tests.tables import rows_with

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def owner(conversation):
    owner = conversation.user
    owner.set_password(PASSWORD)
    owner.email = "ana@example.org"
    owner.save()
    return owner


def keys_with(*ids):
    """Those in which one of these stands before a colon or the end: a session's random name may begin like a person's number."""
    keys = [key.decode() for key in get_redis_connection("sessions").scan_iter()]
    return [key for key in keys if any(f"{one}:" in f"{key}:" for one in ids)]


def test_nothing_of_who_leaves_stays(owner, say, conversation, django_capture_on_commit_callbacks):
    say("I keep zanzibarine in a jar", answer="Zanzibarine!")
    known(owner, "You keep zanzibarine.")
    others = ConversationFactory()
    sayer(others)("I keep bees", answer="Bees!")
    for _ in range(2):
        signed_in(owner)
    turn = Turn.objects.get(conversation=conversation)
    for key in (
        f"chat.reminder.v1:{owner.pk}", f"chat.buffer.v2:{conversation.pk}", f"chat.text.v1:{turn.pk}",
        f"sessions_ext.conversation.v1:{owner.pk}:{conversation.pk}",
    ):  # fmt: skip
        get_redis_connection("sessions").set(key, "zanzibarine")
    assert rows_with("zanzibarine")
    assert len(keys_with(conversation.pk, turn.pk, f"v1:{owner.pk}")) >= 4

    with django_capture_on_commit_callbacks(execute=True):
        leave(user_id=owner.pk)

    assert rows_with("zanzibarine") == rows_with(owner.username) == rows_with("ana@example") == []
    assert keys_with(conversation.pk, turn.pk, f"v1:{owner.pk}", f"message:{owner.pk}") == []
    assert [one.user for one in Conversation.objects.all()] == [others.user]
    assert not Episode.objects.exists()
    assert not Memory.objects.exists()
    signed = [session.get_decoded().get("_auth_user_id") for session in Session.objects.all()]
    assert str(owner.pk) not in signed
    assert str(others.user_id) in signed
    assert Erasure.objects.filter(what="account").count() == 1


def test_not_while_a_reply_is_written(owner, say):
    say("hello")
    Turn.objects.update(state="running")
    with pytest.raises(BusyError):
        leave(user_id=owner.pk)
    assert User.objects.filter(pk=owner.pk).exists()


@pytest.mark.parametrize("way", ["decided", "after 30 days"])
def test_what_is_flagged_waits_for_a_human_under_no_name(owner, say, moderator, way):
    flagged = say(NONCONSENSUAL + " zanzibarine")
    say("my garden grows quincewort", answer="Quincewort!")
    leave(user_id=owner.pk)
    assert rows_with(owner.username) == rows_with("ana@example") == rows_with("quincewort") == []
    assert "zanzibarine" in Message.objects.get(pk=flagged.message_id).text
    assert not User.objects.get(pk=owner.pk).is_active
    assert finish_leaving() == 0

    if way == "decided":
        flag = Flag.objects.get()
        decide(flag_ids=[flag.pk], moderator_id=moderator.pk, action="dismiss", reason="a quote")
    else:
        Message.objects.update(deleted_at=timezone.now() - timedelta(days=30))
    erase_deleted()
    assert finish_leaving() == 1
    assert not User.objects.filter(pk=owner.pk).exists()
    assert not Message.objects.exists()
    assert Flag.objects.get().user is None


def test_a_reported_reply_waits_too_and_can_be_decided(owner, say, moderator):
    turn = say("hello", answer="Something cruel.")
    report_reply(user_id=owner.pk, message_id=turn.reply_id, reason="hateful", words="", variant=0)
    leave(user_id=owner.pk)
    assert Variant.objects.get().text == "Something cruel."
    decide(flag_ids=[Flag.objects.get().pk], moderator_id=moderator.pk, action="dismiss", reason="it was")
    erase_deleted()
    assert finish_leaving() == 1
    assert rows_with("cruel") == []


def test_who_stays_is_not_touched_by_the_sweep(owner):
    assert finish_leaving() == 0
    assert User.objects.filter(pk=owner.pk).exists()


# --- The page
def test_the_page_asks_for_the_password_and_a_yes(client, owner, say):
    client.force_login(owner)
    assert "is_flagged" not in client.get("/account/leave/").content.decode()
    for fields in ({}, {"sure": "on"}, {"sure": "on", "password": "wrong"}, {"password": PASSWORD}):
        assert client.post("/account/leave/", fields).status_code == 400
    assert User.objects.filter(pk=owner.pk).exists()
    answer = client.post("/account/leave/", {"sure": "on", "password": PASSWORD})
    assert "Everything is deleted" in answer.content.decode()
    assert not User.objects.filter(pk=owner.pk).exists()
    assert client.get("/memories/").status_code == 302


def test_the_page_says_what_is_kept_for_a_human(client, owner, say):
    say(NONCONSENSUAL)
    client.force_login(owner)
    assert "30 days at most" in client.get("/account/leave/").content.decode()
