"""A conversation is renamed, pinned, archived and seen, by its person alone, and every open page hears of it."""

import uuid
from datetime import timedelta

import orjson
import pytest
from django.urls import reverse
from django.utils import timezone

from chat.listing.acting import ACTIONS
from chat.listing.changing import rename_conversation
from chat.listing.errors import NoTitleError, TitleTooLongError
from chat.models import Conversation
from tests.factories import ConversationFactory, UserFactory

JSON = {"Accept": "application/json"}
TitleBy = Conversation.TitleBy


@pytest.fixture
def conversation(person):
    return ConversationFactory(user=person, title="Old")


def do(client, conversation, action, **fields):
    return client.post(reverse(f"conversation_{action}", args=[conversation.pk]), fields, headers=JSON)


def state(conversation):
    conversation.refresh_from_db()
    return conversation


def test_a_new_name_is_its_person_s_own(client, conversation):
    answer = do(client, conversation, "rename", title="  Rain,\nand what\tto read ")
    assert (answer.status_code, answer.json()["said"]) == (200, "Renamed.")
    assert answer.json()["conversation"]["title"] == "Rain, and what to read"
    assert (state(conversation).title, conversation.title_by) == ("Rain, and what to read", TitleBy.PERSON)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("\u202egnp.exe", "\u202egnp.exe"),
        ("a\0b", "a b"),
        ("line\u2028break", "line break"),
        ("🙂", "🙂"),
        ("x" * 120, "x" * 120),
    ],
)
def test_a_hostile_name_stays_words(client, conversation, title, kept):
    assert do(client, conversation, "rename", title=title).status_code == 200
    assert state(conversation).title == kept
    for page in (f"/conversations/{conversation.pk}/", "/conversations/", f"/conversations/{conversation.pk}/about/"):
        assert "<script>alert" not in client.get(page).content.decode()


@pytest.mark.parametrize("title", ["", " \n ", "\0", "\u200b", "x" * 121, "x" * 10_000])
def test_a_name_that_is_none_changes_nothing_and_says_so(client, conversation, title):
    answer = do(client, conversation, "rename", title=title)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("Nothing was changed")
    assert (state(conversation).title, conversation.title_by) == ("Old", TitleBy.FIRST_WORDS)
    form = client.post(reverse("conversation_rename", args=[conversation.pk]), {"title": title}, follow=True)
    assert "Nothing was changed" in form.content.decode()


@pytest.mark.parametrize(("title", "error"), [("", NoTitleError), ("x" * 121, TitleTooLongError)])
def test_the_service_says_why(conversation, title, error):
    with pytest.raises(error):
        rename_conversation(user_id=conversation.user_id, conversation_id=conversation.pk, title=title)


def test_a_body_that_is_no_object_is_told(client, conversation):
    address = reverse("conversation_rename", args=[conversation.pk])
    for body in ("[1]", "{"):
        assert client.post(address, body, content_type="application/json", headers=JSON).status_code == 400
    answer = client.post(address, '{"title": "By JSON"}', content_type="application/json", headers=JSON)
    assert answer.json()["conversation"]["title"] == "By JSON"


def test_pinned_and_back(client, conversation):
    assert do(client, conversation, "pin").json()["conversation"]["pinned"] is True
    assert state(conversation).pinned_at is not None
    assert do(client, conversation, "unpin").json()["conversation"]["pinned"] is False
    assert state(conversation).pinned_at is None


def test_archived_and_back(client, conversation):
    assert do(client, conversation, "archive").json()["conversation"]["archived"] is True
    assert "Old" not in client.get("/conversations/").content.decode()
    assert "Old" in client.get("/conversations/archived/").content.decode()
    assert "Begin in your own words" in client.get("/").content.decode(), "home is what is not archived"
    assert client.get(f"/conversations/{conversation.pk}/").status_code == 200
    assert do(client, conversation, "unarchive").json()["conversation"]["archived"] is False
    assert "Old" in client.get("/conversations/").content.decode()
    assert "Old" not in client.get("/conversations/archived/").content.decode()


def test_nothing_of_it_makes_a_conversation_newer(client, conversation):
    before = state(conversation).updated_at
    for action in ACTIONS:
        do(client, conversation, action, title="New")
    assert state(conversation).updated_at == before


def test_a_form_goes_on_to_its_page_or_to_where_it_came_from(client, conversation):
    address = reverse("conversation_pin", args=[conversation.pk])
    answer = client.post(address)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/conversations/{conversation.pk}/about/")
    assert client.post(address, {"next": "/conversations/"}).headers["Location"] == "/conversations/"
    for strange in ("https://evil.example/", "//evil.example/", "nowhere", "account_logout"):
        elsewhere = client.post(address, {"next": strange})
        assert elsewhere.headers["Location"] == f"/conversations/{conversation.pk}/about/"
    assert "Pinned. It stays at the top." in client.get(elsewhere.headers["Location"]).content.decode()


def test_every_page_of_theirs_is_told(client, person, conversation, told):
    listed, title = told(lambda: do(client, conversation, "rename", title="New"))
    assert (listed.kind, listed.user) == ("person", person.pk)
    [frame] = [orjson.loads(one) for one in listed.frames]
    assert frame["type"] == "list.changed"
    assert [(one["id"], one["title"]) for one in frame["conversations"]] == [(str(conversation.pk), "New")]
    assert (title.kind, title.conversation) == ("events", str(conversation.pk))
    assert [orjson.loads(one) for one in title.frames] == [{"type": "conversation.changed", "title": "New"}]


# --- What is unread
@pytest.fixture
def unread(conversation):
    Conversation.objects.update(updated_at=timezone.now() + timedelta(seconds=1))
    return state(conversation)


def is_marked(client):
    return "data-unread" in client.get("/conversations/").content.decode()


def test_what_was_said_after_the_last_look_is_unread_until_the_next(client, unread, told):
    assert is_marked(client)
    Conversation.objects.update(updated_at=timezone.now())
    [news] = told(lambda: client.get(f"/conversations/{unread.pk}/"))
    assert orjson.loads(news.frames[0])["conversations"][0]["unread"] is False
    assert not is_marked(client)
    assert told(lambda: client.get(f"/conversations/{unread.pk}/")) == [], "looked at again, nothing changes"


def test_who_only_asks_for_the_head_of_the_page_has_not_looked(client, unread):
    Conversation.objects.update(updated_at=timezone.now())
    client.head(f"/conversations/{unread.pk}/")
    assert is_marked(client)


def test_an_open_page_says_that_it_was_seen(client, unread):
    Conversation.objects.update(updated_at=timezone.now())
    assert do(client, unread, "seen").json()["conversation"]["unread"] is False
    assert not is_marked(client)


def test_a_new_conversation_is_not_unread(client, person):
    client.post("/conversations/")
    assert not is_marked(client)


# --- Strangers
@pytest.mark.parametrize("action", ACTIONS)
def test_a_stranger_s_is_as_missing(client, person, action):
    theirs = ConversationFactory(title="Theirs", updated_at=timezone.now() + timedelta(days=1))
    before = Conversation.objects.filter(pk=theirs.pk).values().get()
    for one in (theirs, Conversation(pk=uuid.uuid4())):
        answer = do(client, one, action, title="Mine")
        assert (answer.status_code, answer.json()) == (404, {"error": "There is no such conversation."})
        assert client.post(reverse(f"conversation_{action}", args=[one.pk]), {"title": "Mine"}).status_code == 404
    assert Conversation.objects.filter(pk=theirs.pk).values().get() == before


@pytest.mark.parametrize("action", ACTIONS)
def test_only_who_is_signed_in_and_by_post_and_from_our_page(client, db, action):
    conversation = ConversationFactory()
    address = reverse(f"conversation_{action}", args=[conversation.pk])
    assert client.post(address).headers["Location"].startswith("/accounts/login/")
    client.force_login(conversation.user)
    assert client.get(address).status_code == 405
    strict = type(client)(enforce_csrf_checks=True)
    strict.force_login(conversation.user)
    assert strict.post(address, headers=JSON).status_code == 403


def test_somebody_else_s_list_is_not_touched(client, person, conversation):
    other = ConversationFactory(user=UserFactory(), title="Theirs")
    do(client, conversation, "rename", title="Mine")
    assert state(other).title == "Theirs"
    assert "Theirs" not in client.get("/conversations/").content.decode()
