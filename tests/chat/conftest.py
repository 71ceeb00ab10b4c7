"""A conversation whose messages are led down their ways."""

import uuid

import pytest

from chat.models import Turn
from chat.protocol import SendMessage
from chat.turns.admit import admit
from chat.turns.finish import Outcome, finish_turn
from sessions_ext import age
from tests.factories import ConversationFactory, signed_in


@pytest.fixture
def adult_is_open(settings):
    settings.ADULT_PROVIDERS = ["scripted"]


@pytest.fixture
def conversation():
    return ConversationFactory()


@pytest.fixture
def verified(conversation):
    age.verify(user_id=conversation.user_id, method="self_declaration")


@pytest.fixture
def say(conversation):
    """Say something and let it be answered; what was admitted, and its turn's row."""
    key = signed_in(conversation.user)

    def begin(text, *, answer="Hello.", frame=None, region=None):
        frame = frame or SendMessage(uuid.uuid4(), text, None)
        admitted = admit(
            user_id=conversation.user_id, session_key=key, conversation_id=conversation.pk, frame=frame, region=region
        )
        if admitted.turn is not None and answer:
            finish_turn(turn=admitted.turn, outcome=Outcome(finish="stop", text=answer, model="scripted"))
        return admitted, Turn.objects.get(client_id=frame.client_id)

    return begin
