import gzip
import uuid

import pytest
from django.urls import reverse

from chat.models import Conversation, Message, Turn, Variant
from tests.factories import ConversationFactory, UserFactory

JSON = {"Accept": "application/json"}


@pytest.fixture
def person(client, db):
    person = UserFactory()
    client.force_login(person)
    return person


def exchange(conversation, number, parent=None):
    """An own message with its reply, at the end of the conversation."""
    own = Message.objects.create(
        conversation=conversation, role="user", parent=parent, position=2 * number, text=f"question {number}"
    )
    reply = Message.objects.create(
        conversation=conversation, role="assistant", parent=own, position=2 * number + 1, active_variant=0
    )
    Variant.objects.create(
        message=reply, text=f"**answer** {number}", number=0, finish="stop", route="everyday", model="m"
    )
    Turn.objects.create(
        conversation=conversation, message=own, client_id=uuid.uuid4(), reply_id=reply.pk, state="done",
        finish="stop", text_length=9,
    )  # fmt: skip
    Conversation.objects.filter(pk=conversation.pk).update(head=reply)
    return reply


def messages(client, conversation, **query):
    return client.get(reverse("messages", args=[conversation.pk]), query, headers=JSON)


def test_the_landing_page_says_what_it_is(client, db):
    page = client.get("/").content.decode()
    assert "is an AI, not a person" in page
    assert "isn't for emergencies" in page


def test_looking_creates_nothing(client, person):
    assert "Begin in your own words" in client.get("/").content.decode()
    assert not Conversation.objects.exists()


def test_home_leads_to_the_newest_conversation(client, person):
    newest = [ConversationFactory(user=person) for _ in range(2)][-1]
    assert client.get("/").headers["Location"] == f"/conversations/{newest.pk}/"


def test_starting_a_conversation_as_json(client, person):
    answer = client.post("/conversations/", headers=JSON)
    started = Conversation.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "id": str(started.pk),
        "url": f"/conversations/{started.pk}/",
        "socket": f"/ws/conversations/{started.pk}/",
    }
    assert (started.user, started.persona.slug) == (person, "mira")


def test_starting_a_conversation_by_form(client, person):
    answer = client.post("/conversations/")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/conversations/{Conversation.objects.get().pk}/")


@pytest.mark.parametrize(
    "body",
    [
        {"data": {"persona": "nobody"}},
        {"data": "[1]", "content_type": "application/json"},
        {"data": "{", "content_type": "application/json"},
    ],
)
def test_a_persona_that_is_none_is_told(client, person, body):
    answer = client.post("/conversations/", headers=JSON, **body)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["persona"])
    assert not Conversation.objects.exists()


def test_a_message_of_each_side_as_the_contract_has_it(client, person):
    conversation = ConversationFactory(user=person)
    exchange(conversation, 0)
    own, reply = messages(client, conversation).json()["messages"]
    assert (own["role"], own["text"], own["outcome"], own["edits"]) == ("user", "question 0", "answered", None)
    assert (reply["role"], reply["text"], reply["html"]) == (
        "assistant",
        "**answer** 0",
        "<p><strong>answer</strong> 0</p>\n",
    )
    assert (reply["variant"], reply["variants"], reply["finish"], reply["model"]) == (0, 1, "stop", "m")


def test_history_is_paged_both_ways_without_a_gap(client, person):
    conversation, reply = ConversationFactory(user=person), None
    for number in range(60):
        reply = exchange(conversation, number, reply)
    latest = messages(client, conversation).json()
    earlier = messages(client, conversation, before=latest["messages"][0]["id"]).json()
    earliest = messages(client, conversation, before=earlier["messages"][0]["id"]).json()
    assert [latest["more"], earlier["more"], earliest["more"]] == [True, True, False]
    whole = [one["id"] for page in (earliest, earlier, latest) for one in page["messages"]]
    assert len(set(whole)) == len(whole) == 120
    after = messages(client, conversation, after=whole[9]).json()
    assert ([one["id"] for one in after["messages"]], after["more"]) == (whole[10:60], True)


def test_an_id_elsewhere_is_a_conflict(client, person):
    conversation, other = ConversationFactory(user=person), ConversationFactory(user=person)
    reply = exchange(other, 0)
    for direction in ("after", "before"):
        assert messages(client, conversation, **{direction: reply.pk}).status_code == 409
    assert messages(client, conversation, after="7").status_code == 400


def test_a_stranger_is_told_what_everybody_is_told_of_what_does_not_exist(client, person):
    theirs = ConversationFactory()
    reply = exchange(theirs, 0)
    for one in (theirs.pk, uuid.uuid4()):
        assert client.get(f"/conversations/{one}/").status_code == 404
        assert client.get(f"/conversations/{one}/messages/", headers=JSON).status_code == 404
        assert client.get(f"/conversations/{one}/messages/", {"after": reply.pk}, headers=JSON).status_code == 404
    assert "question 0" not in client.get("/").content.decode()


def test_nobody_signed_in_is_sent_to_log_in(client, db):
    conversation = ConversationFactory()
    for path in (f"/conversations/{conversation.pk}/", f"/conversations/{conversation.pk}/messages/"):
        assert client.get(path).headers["Location"].startswith("/accounts/login/")


def test_only_a_page_that_shows_nothing_of_its_address_is_compressed(client, person):
    conversation = ConversationFactory(user=person)
    exchange(conversation, 0)
    accepting = {"Accept-Encoding": "gzip"}
    page = client.get(reverse("conversation", args=[conversation.pk]), headers=accepting)
    assert page.headers["Content-Encoding"] == "gzip"
    assert b"question 0" in gzip.decompress(page.content)
    searched = client.get(reverse("search"), {"q": "question"}, headers=accepting)
    assert "Content-Encoding" not in searched.headers


def test_what_people_write_is_escaped(client, person):
    conversation = ConversationFactory(user=person, title="<script>title</script>")
    Message.objects.create(conversation=conversation, role="user", position=0, text="<script>alert(1)</script>")
    page = client.get(f"/conversations/{conversation.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<script>title" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_nothing_runs_that_is_not_ours(client, person):
    conversation = ConversationFactory(user=person)
    for address in ("/", f"/conversations/{conversation.pk}/"):
        answer = client.get(address, follow=True)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert answer.headers["Referrer-Policy"] == "same-origin", "what a link leads to isn't told where it stood"


def test_the_page_says_in_a_line_that_no_model_runs(client, person, settings):
    conversation = ConversationFactory(user=person)
    page = client.get(f"/conversations/{conversation.pk}/").content.decode()
    assert "a scripted voice answers" in page
    assert "OPENAI_API_KEY" not in page
    assert "OPENAI_API_KEY" in client.get(reverse("better_model")).content.decode()
