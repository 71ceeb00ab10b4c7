"""A conversation that grows, and a model that sums it up; a test file that takes the fixtures imports them."""

import uuid

import pytest

from chat import buffer
from chat.models import Conversation, Summary
from chat.protocol import SendMessage
from chat.summaries import summing
from chat.turns.admit import admit
from chat.turns.finish import Outcome, finish_turn
from chat.turns.prepare import prepare
from companion.llm.providers import provider
from memory.models import Episode
from tests.factories import ConversationFactory, signed_in

BUFFER, KEPT = 20, 10


@pytest.fixture
def model(upstream, settings, monkeypatch):
    """The simulated one: it says what ``[say:...]`` in the newest of the messages to sum up tells it to say."""
    monkeypatch.setenv("LOCAL_LLM_BASE_URL", upstream.base_url)
    monkeypatch.setenv("LOCAL_LLM_MODEL", "simulated")
    settings.LEARNING_PROVIDER = "local"
    provider.cache_clear()
    yield upstream
    provider.cache_clear()


@pytest.fixture
def recorder(settings, monkeypatch):
    """In the model's place: a record that is all lines, in order, and nothing else."""
    settings.LEARNING_PROVIDER = "scripted"

    def record(_, *, summary, lines, route):
        return " ".join(filter(None, [summary, *(line.text for line in lines)])), 7

    monkeypatch.setattr(summing, "gone_on_with", record)


@pytest.fixture
def conversation(db, settings):
    settings.MESSAGE_LIMIT = (1000, 1000.0)
    return ConversationFactory()


@pytest.fixture
def talk(conversation):
    return talker(conversation)


def talker(conversation):
    """Say something, have it answered as the running turn does; its message."""
    key = signed_in(conversation.user)

    def say(text, answer="Go on."):
        frame = SendMessage(uuid.uuid4(), text, None)
        admitted = admit(
            user_id=conversation.user_id, session_key=key, conversation_id=conversation.pk, frame=frame, region=None
        )
        turn = admitted.turn
        if turn is None:
            return None
        say.plan = None if turn.is_fixed else prepare(turn=turn, vector=None)
        text = turn.fixed if turn.is_fixed else answer
        finish_turn(turn=turn, outcome=Outcome(finish="stop", text=text, model="none" if turn.is_fixed else "m"))
        buffer.add_reply(
            conversation_id=conversation.pk, reply_id=turn.reply_id, variant=0, text=text, route=turn.route
        )
        return turn.message

    def several(*texts, count=0, answer="Go on."):
        """These, then more until there are ``count`` messages, replies among them."""
        messages = [say(text, answer) for text in texts]
        while count and len(messages) * 2 < count:
            messages.append(say(f"word {uuid.uuid4().hex[:6]}", answer))
        return messages

    say.several = several
    return say


def system_of(say):
    """What stands before the messages in the last prompt."""
    return say.plan.asks[0].messages[0].content


def texts_of(conversation):
    return Summary.objects.get(pk=conversation.pk).texts


def state_of(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def episode_of(message):
    return Episode.objects.get(message_id=message.pk)
