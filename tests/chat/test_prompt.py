import uuid
from datetime import UTC, datetime

import pytest
from django_redis import get_redis_connection

from chat.buffer import KEY, add_answered, said_before
from chat.models import Message, Variant
from chat.prompt import MEMORIES_HEADING, PromptMemory, build_prompt, estimate_tokens, system_prompt
from chat.routes import Route
from companion.llm.chat import ChatMessage
from tests.factories import ConversationFactory

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)


def user(text):
    return ChatMessage("user", text)


def assistant(text):
    return ChatMessage("assistant", text)


def build(history, text="and now?", context_tokens=400, reply_tokens=100):
    return build_prompt(
        system="You are Ada.", history=history, text=text, context_tokens=context_tokens, reply_tokens=reply_tokens
    )


def test_persona_date_and_memories_stand_in_the_system_prompt():
    prompt = system_prompt(
        instructions="You are Ada.",
        memories=[PromptMemory("My dog is\ncalled Biscuit", NOW)],
        route=Route.EVERYDAY,
        now=NOW,
    )
    assert prompt.startswith("You are Ada.")
    assert "Today is Sunday, 3 May 2026." in prompt
    assert f"{MEMORIES_HEADING}\n- My dog is called Biscuit (said 3 May 2026)" in prompt


def test_without_memories_there_is_no_heading():
    assert MEMORIES_HEADING not in system_prompt(
        instructions="You are Ada.", memories=[], route=Route.EVERYDAY, now=NOW
    )


def test_the_oldest_messages_go_first_when_the_budget_is_short():
    history = [turn for n in range(50) for turn in (user(f"question {n} " * 3), assistant(f"answer {n} " * 3))]
    prompt = build(history)
    assert prompt[-2].content.startswith("answer 49")
    assert prompt[1].role == "user"
    assert sum(estimate_tokens(message.content) for message in prompt) <= 300
    assert len(prompt) > 4


def test_a_message_longer_than_the_context_keeps_both_its_ends():
    prompt = build([], text="first " + "middle " * 2000 + "last")
    assert prompt[-1].content.startswith("first ")
    assert prompt[-1].content.endswith("last")
    assert estimate_tokens(prompt[-1].content) <= 300


def test_roles_alternate_also_after_a_failed_turn():
    prompt = build([user("one"), user("two"), assistant("three")])
    assert [message.role for message in prompt] == ["system", "user", "assistant", "user"]
    assert prompt[1].content == "one\n\ntwo"


@pytest.fixture
def told(db):
    """A conversation of a question, a reply in two variants (the second active), and a new question."""
    conversation = ConversationFactory()
    first = Message.objects.create(conversation=conversation, role="user", position=0, text="How are you?")
    reply = Message.objects.create(
        conversation=conversation, role="assistant", position=1, parent=first, active_variant=1
    )
    for number, text in enumerate(["Fine.", "Very well."]):
        Variant.objects.create(message=reply, number=number, text=text, finish="stop", route="everyday", model="m")
    return Message.objects.create(
        conversation=conversation, role="user", position=2, parent=reply, parent_variant=1, text="Good."
    )


def texts(said):
    return [one.text for one in said]


def test_the_buffer_is_rebuilt_from_the_rows_when_redis_forgot(told):
    assert texts(said_before(told).said) == ["How are you?", "Very well."]


def test_the_buffer_is_read_without_the_rows_and_knows_the_next_turn(told, django_assert_num_queries):
    said_before(told)
    reply = Message.objects.create(
        conversation_id=told.conversation_id, role="assistant", position=3, parent=told, active_variant=0
    )
    add_answered(told, reply_id=reply.pk, variant=0, text="And you?", route="everyday")
    last = Message(conversation=told.conversation, parent=reply, parent_variant=0, position=4, role="user", text="Too.")
    with django_assert_num_queries(0):
        assert texts(said_before(last).said) == ["How are you?", "Very well.", "Good.", "And you?"]


def test_a_buffer_that_ends_elsewhere_is_not_believed(told):
    said_before(told)
    add_answered(told, reply_id=uuid.uuid4(), variant=0, text="Never stored.", route="everyday")
    Variant.objects.filter(number=1).update(text="Changed.")
    get_redis_connection("sessions").delete(KEY.format(conversation_id=told.conversation_id))
    assert texts(said_before(told).said) == ["How are you?", "Changed."]


def test_the_buffer_slides(told, settings):
    settings.SHORT_TERM_MESSAGES = 2
    said_before(told)
    add_answered(told, reply_id=uuid.uuid4(), variant=0, text="And you?", route="everyday")
    key = KEY.format(conversation_id=told.conversation_id)
    assert get_redis_connection("sessions").llen(key) == 2
    assert 86_000 < get_redis_connection("sessions").ttl(key) <= 86_400


def test_what_ceased_to_be_so_says_since_when():
    memories = [PromptMemory("I live in Porto", NOW, until=NOW.replace(month=12, day=4))]
    system = system_prompt(instructions="", memories=memories, route=Route.EVERYDAY, now=NOW)
    assert "I live in Porto (said 3 May 2026, no longer so since 4 December 2026)" in system
