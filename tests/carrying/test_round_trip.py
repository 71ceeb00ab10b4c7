"""What is taken along, and that nothing of it is lost on the way to another account and back."""

import json
import re
import tracemalloc
import uuid

import pytest

from chat.deletion import delete_message
from chat.models import Conversation, Message, Turn, Variant
from chat.turns.admit import admit
from tests.carrying.making import AT, branch, brought_in, only_conversation, taken_along
from tests.factories import ConversationFactory, PersonaFactory
from tests.moderation.people import DISCLOSURE, NONCONSENSUAL, SELF_HARM, sayer

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")
SUGGESTIVE = "marigold"


@pytest.fixture
def conversation(owner):
    return ConversationFactory(user=owner, persona=PersonaFactory(slug="ada"), title="Boxes")


def regenerated(conversation, text):
    """Another wording of the last reply, which is shown now."""
    reply = Conversation.objects.get(pk=conversation.pk).head
    number = reply.variants.count()
    Variant.objects.create(message=reply, text=text, number=number, finish="length", route="everyday", model="other")
    Message.objects.filter(pk=reply.pk).update(active_variant=number)


def edited(conversation, old, text):
    """Other words in the place of these; what followed stays as an older branch."""
    Message.objects.filter(conversation=conversation, position__gte=old.position).update(is_active=False)
    new = Message.objects.create(
        conversation=conversation, role="user", parent=old.parent, parent_variant=old.parent_variant,
        position=old.position, text=text, edits=old,
    )  # fmt: skip
    Conversation.objects.filter(pk=conversation.pk).update(head=new)
    return new


@pytest.fixture
def told(owner, conversation):
    """A conversation with everything in it: all routes, other wordings, an edit, a deletion, a refusal."""
    say = sayer(conversation)
    say("I moved in May", answer="Tell me.\nMore?")
    regenerated(conversation, "Tell me *all*.")
    second = say("The flat is **small**").message
    say(f"{SUGGESTIVE} words", answer="Softly.")
    say(f"{SELF_HARM} words", answer="I am here.")
    say(f"{DISCLOSURE} words", answer="I believe you.")
    say(f"{NONCONSENSUAL} words")
    say("zanzibarine, delete this", answer="Gone zanzibarine.")
    deleted = Message.objects.get(text__startswith="zanzibarine", role="user")
    say("After that", answer="Yes.")
    delete_message(user_id=owner.pk, message_id=deleted.pk)
    new = edited(conversation, second, "The flat is large")
    conversation.refresh_from_db()
    sayer(conversation)("And warm", answer="Good.")
    assert new.pk
    return conversation


def test_it_comes_back_as_it_was(owner, stranger, told):
    ConversationFactory(user=owner, persona=told.persona, title="")  # an empty one is one, too
    document = taken_along(owner)
    done = brought_in(stranger, document.encode())
    assert (done.state, done.left_out, done.skipped, done.strangers) == ("done", 0, 0, 0)
    assert taken_along(stranger) == document
    routes = {one["route"] for one in json.loads(document)["conversations"][0]["messages"] if one["role"] == "user"}
    assert routes == {"everyday", "romance", "support", "refused"}
    theirs = Conversation.objects.get(user=stranger, title="Boxes")
    assert (
        branch(theirs) == branch(told) == ["I moved in May", "Tell me *all*.", "The flat is large", "And warm", "Good."]
    )
    assert theirs.unsummed == 5


def test_nothing_that_was_deleted_or_is_anybody_else_s_is_in_it(owner, stranger, told):
    other = ConversationFactory(user=stranger)
    sayer(other)("quincewort", answer="quincewort!")
    for form in ("json", "markdown", "text"):
        document = taken_along(owner, form)
        assert "zanzibarine" not in document
        assert "quincewort" not in document
        assert not UUID.search(document)
        assert owner.username not in document
    assert not {"label", "flag", "verdict", "support_until", "memories"} & set(
        re.findall(r'"(\w+)":', taken_along(owner))
    )


def test_what_follows_a_deleted_message_follows_the_one_before_it(owner, conversation):
    say = sayer(conversation)
    first = say("One", answer="1")
    second = say("Two", answer="2")
    say("Three", answer="3")
    delete_message(user_id=owner.pk, message_id=second.message_id)
    messages = json.loads(taken_along(owner))["conversations"][0]["messages"]
    texts = [one.get("text") or one["variants"][0]["text"] for one in messages]
    assert texts == ["One", "1", "Three", "3"]
    assert [one["parent"] for one in messages] == [None, "1", "2", "3"]
    assert first.message_id


def test_one_conversation_to_read(owner, conversation, told):
    owner.time_zone = "Asia/Tokyo"
    owner.save()
    Message.objects.update(created_at=AT)
    markdown, text = (taken_along(owner, form, conversation.pk) for form in ("markdown", "text"))
    assert markdown.startswith("# Boxes\n\n**You** · 3 May 2024, 23:22\n\nI moved in May\n\n**Ada** ·")
    assert text.startswith(
        "Boxes\n=====\n\nYou, 3 May 2024, 23:22\nI moved in May\n\nAda, 3 May 2024, 23:22\nTell me *all*."
    )
    for document in (markdown, text):
        assert "The flat is large" in document
        assert "**small**" not in document, "another branch"


def test_what_was_said_elsewhere_can_be_gone_on_with_and_answered_anew(owner, stranger, told):
    from chat.protocol import RegenerateReply, SendMessage
    from tests.factories import signed_in

    brought_in(stranger, taken_along(owner).encode())
    conversation = only_conversation(stranger)
    key = signed_in(stranger)
    again = RegenerateReply(uuid.uuid4(), conversation.head_id)
    whose = {"user_id": stranger.pk, "session_key": key, "conversation_id": conversation.pk}
    admitted = admit(**whose, frame=again)
    assert admitted.turn.message.text == "And warm"
    assert admitted.turn.variant == 1
    Turn.objects.update(state="done")
    admit(**whose, frame=SendMessage(uuid.uuid4(), "On we go", None))
    assert branch(Conversation.objects.get(pk=conversation.pk))[-2:] == ["Good.", "On we go"]


def test_ten_thousand_messages_are_never_held_at_once(owner, conversation):
    text = "x" * 2000
    messages = [
        Message(conversation=conversation, role="user", position=number, text=text, route="everyday")
        for number in range(10_000)
    ]
    for number in range(1, len(messages)):
        messages[number].parent_id = messages[number - 1].pk
    Message.objects.bulk_create(messages, batch_size=1000)
    Conversation.objects.filter(pk=conversation.pk).update(head=messages[-1].pk)
    del messages
    from chat.carrying.exporting import exported

    for form in ("json", "text"):
        tracemalloc.start()
        size = sum(len(piece) for piece in exported(user_id=owner.pk, form=form))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert size > 20_000_000
        assert peak < 10 * 2**20, f"{form}: {peak}"
