"""What stands in the list, in which order, and at what cost."""

import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from chat.listing.groups import A_PAGE
from chat.models import Conversation
from tests.factories import ConversationFactory
from tests.listing.people import long_talk, many_conversations

JSON = {"Accept": "application/json"}


def titles(page):
    return re.findall(r'class="one-name"[^>]*>(?:<span[^>]*>[^<]*</span>)?([^<]*)</a>', page.content.decode())


def headings(page):
    return re.findall(r"<h2>([^<]*)</h2>", page.content.decode())


@pytest.fixture
def several(person, persona):
    now = timezone.now()
    for title, days in (("now", 0), ("old", 90), ("week", 4), ("month", 20)):
        ConversationFactory(user=person, persona=persona, title=title, updated_at=now - timedelta(days=days))


def test_the_pinned_ones_stand_first_then_by_day(client, person, several):
    Conversation.objects.filter(title="old").update(pinned_at=timezone.now() - timedelta(hours=1))
    Conversation.objects.filter(title="month").update(pinned_at=timezone.now())
    page = client.get("/conversations/")
    assert titles(page) == ["month", "old", "now", "week"]
    assert headings(page) == ["Pinned", "Today", "This week"]


def test_what_is_archived_has_a_page_of_its_own(client, person, several):
    Conversation.objects.filter(title__in=["old", "now"]).update(archived_at=timezone.now(), pinned_at=timezone.now())
    assert titles(client.get("/conversations/")) == ["week", "month"]
    page = client.get("/conversations/archived/")
    assert (titles(page), headings(page)) == (["now", "old"], ["Today", "Before"])


@pytest.mark.parametrize("address", ["/conversations/", "/conversations/archived/"])
def test_an_empty_page_says_what_will_stand_there(client, person, address):
    page = client.get(address).content.decode()
    assert "Nothing here yet" in page or "Empty." in page


def test_a_long_list_goes_on_by_plain_links(client, person, persona):
    many_conversations(person, persona, count=2 * A_PAGE + 5)
    seen, address = [], "/conversations/"
    while address:
        page = client.get(address)
        seen += titles(page)
        onward = re.search(r'href="(/conversations/\?page=\d+)"', page.content.decode())
        address = onward and onward[1]
    assert seen == [f"Talk {number}" for number in range(2 * A_PAGE + 5)]


def test_the_same_as_json(client, person, persona):
    many_conversations(person, persona, count=A_PAGE + 1)
    first = client.get("/conversations/", headers=JSON).json()
    second = client.get("/conversations/", {"page": first["next"]}, headers=JSON).json()
    assert (len(first["conversations"]), first["next"]) == (A_PAGE, 2)
    assert ([one["title"] for one in second["conversations"]], second["next"]) == ([f"Talk {A_PAGE}"], None)
    assert set(first["conversations"][0]) == {"id", "title", "pinned", "archived", "unread", "updated_at", "url"}
    assert client.get("/conversations/archived/", headers=JSON).json() == {"conversations": [], "next": None}


@pytest.mark.parametrize("page", ["0", "-1", "x", "999999999", "²", "1e3", "\0"])
def test_a_page_that_is_none_is_no_error(client, person, several, page):
    for address in ("/conversations/", "/conversations/archived/", "/conversations/rows/"):
        assert client.get(address, {"page": page, "pages": page}).status_code == 200


def test_the_part_at_the_side_marks_where_one_is(client, person, several):
    current = Conversation.objects.get(title="week")
    page = client.get("/conversations/rows/", {"current": str(current.pk)}).content.decode()
    assert re.search(rf'href="/conversations/{current.pk}/"[^>]*aria-current="page"', page)
    assert page.count("aria-current") == 1
    assert "<html" not in page
    assert client.get("/conversations/rows/", {"current": "x"}).status_code == 404


def test_a_conversation_without_a_title_is_called_by_whom_it_is_with(client, person, persona):
    silent = ConversationFactory(user=person, persona=persona)
    assert titles(client.get("/conversations/")) == ["Nothing said yet"]
    long_talk(silent, messages=2)
    assert titles(client.get("/conversations/")) == ["With Ada"]


def test_its_own_page_does_all_of_it_without_scripts(client, person):
    conversation = ConversationFactory(user=person, title="A <b>title</b>")
    page = client.get(f"/conversations/{conversation.pk}/about/").content.decode()
    for action in ("rename", "pin", "archive", "delete"):
        assert f"/conversations/{conversation.pk}/{action}/" in page
    assert "<b>title" not in page
    Conversation.objects.update(pinned_at=timezone.now(), archived_at=timezone.now())
    page = client.get(f"/conversations/{conversation.pk}/about/").content.decode()
    for action in ("unpin", "unarchive"):
        assert f"/conversations/{conversation.pk}/{action}/" in page


def test_a_stranger_s_own_page_is_as_missing(client, person):
    theirs = ConversationFactory(title="Theirs")
    for one in (theirs.pk, uuid.uuid4()):
        assert client.get(f"/conversations/{one}/about/").status_code == 404
        assert client.get(f"/conversations/{one}/delete/").status_code == 404
    for address in ("/conversations/", "/conversations/archived/", "/conversations/rows/", "/search/?q=theirs"):
        assert "Theirs" not in client.get(address).content.decode()
    current = client.get("/conversations/rows/", {"current": str(theirs.pk)})
    assert "Theirs" not in current.content.decode()


@pytest.mark.parametrize(
    "address", ["/conversations/", "/conversations/archived/", "/conversations/rows/", "/search/", "/search/?q=a"]
)
def test_nobody_signed_in_is_sent_to_log_in(client, db, address):
    assert client.get(address).headers["Location"].startswith("/accounts/login/")


# --- Back in a long conversation
@pytest.fixture
def talk(person, persona):
    conversation = ConversationFactory(user=person, persona=persona)
    return conversation, long_talk(conversation, messages=200)


def said(page):
    return re.findall(r'id="m-([0-9a-f-]{36})"', page.content.decode())


def test_a_page_opens_around_a_message(client, talk):
    conversation, messages = talk
    page = client.get(f"/conversations/{conversation.pk}/", {"at": str(messages[100].pk)})
    assert said(page) == [str(one.pk) for one in messages[75:125]]
    text = page.content.decode()
    assert "data-reading" in text
    assert "To the newest" in text
    earlier = client.get(f"/conversations/{conversation.pk}/", {"before": said(page)[0]})
    assert said(earlier) == [str(one.pk) for one in messages[25:75]]
    later = client.get(f"/conversations/{conversation.pk}/", {"after": said(page)[-1]})
    assert said(later) == [str(one.pk) for one in messages[125:175]]
    last = client.get(f"/conversations/{conversation.pk}/", {"after": said(later)[-1]})
    assert said(last) == [str(one.pk) for one in messages[175:]]
    assert "data-reading" not in last.content.decode()


def test_near_the_end_it_is_the_living_page(client, talk):
    conversation, messages = talk
    page = client.get(f"/conversations/{conversation.pk}/", {"at": str(messages[-3].pk)})
    assert said(page)[-1] == str(messages[-1].pk)
    assert "data-reading" not in page.content.decode()


def test_who_reads_further_back_has_not_seen_what_is_new(client, talk):
    conversation, messages = talk
    Conversation.objects.update(updated_at=timezone.now(), seen_at=timezone.now() - timedelta(hours=1))
    client.get(f"/conversations/{conversation.pk}/", {"at": str(messages[0].pk)})
    assert Conversation.objects.get().is_unread


def first_unread(page):
    """The message that the line of the unread stands before."""
    found = re.search(r'id="unread">New since you were here</p>.*?id="m-([0-9a-f-]{36})"', page.content.decode(), re.S)
    return found[1] if found else None


def test_a_line_stands_before_the_first_reply_that_was_not_seen(client, talk):
    conversation, messages = talk
    address = f"/conversations/{conversation.pk}/"
    Conversation.objects.update(updated_at=messages[-1].created_at, seen_at=messages[-4].created_at)
    assert first_unread(client.get(address)) == str(messages[-3].pk)
    assert first_unread(client.get(address)) is None  # that was a look at it


def test_what_one_said_oneself_is_not_new(client, talk):
    conversation, messages = talk
    Conversation.objects.update(
        updated_at=messages[-1].created_at + timedelta(seconds=1), seen_at=messages[-1].created_at
    )
    assert first_unread(client.get(f"/conversations/{conversation.pk}/")) is None


def test_who_looks_further_back_finds_no_line_there(client, talk):
    conversation, messages = talk
    Conversation.objects.update(updated_at=messages[-1].created_at, seen_at=messages[-2].created_at)
    address = f"/conversations/{conversation.pk}/"
    assert first_unread(client.get(address, {"at": str(messages[20].pk)})) is None
    assert first_unread(client.get(address)) == str(messages[-1].pk)


@pytest.mark.parametrize("place", ["at", "before", "after"])
def test_a_place_that_is_not_there_leads_to_the_end(client, talk, place):
    conversation, messages = talk
    elsewhere = long_talk(ConversationFactory(), messages=2)[0]
    messages[4].is_active = False
    messages[4].save()
    for one in (messages[4].pk, elsewhere.pk, uuid.uuid4(), "x"):
        answer = client.get(f"/conversations/{conversation.pk}/", {place: str(one)})
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/conversations/{conversation.pk}/#pages")


def test_a_stranger_s_place_is_as_missing(client, person):
    theirs = ConversationFactory()
    [own, _] = long_talk(theirs, messages=2)
    for place in ("at", "before", "after"):
        assert client.get(f"/conversations/{theirs.pk}/", {place: str(own.pk)}).status_code == 404


# --- What it costs
@pytest.mark.parametrize(
    ("address", "statements"),
    [
        ("/conversations/", 2),
        ("/conversations/archived/", 2),
        ("/conversations/rows/", 2),
        ("/conversations/{id}/about/", 2),
        ("/search/?q=harbour", 4),
        ("/conversations/{id}/", 16),
        ("/conversations/{id}/?at={at}", 19),
        ("/conversations/{id}/messages/", 8),
    ],
)
def test_a_page_asks_the_database_no_more_than_it_did(
    client, talk, persona, address, statements, django_assert_num_queries
):
    conversation, messages = talk
    many_conversations(conversation.user, persona, count=60)
    address = address.format(id=conversation.pk, at=messages[20].pk)
    client.get(address)
    with django_assert_num_queries(statements):
        client.get(address)
