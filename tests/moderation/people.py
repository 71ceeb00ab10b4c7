"""Fixtures for tests of moderation; a test file that takes them imports them."""

import uuid

import pytest

from chat.models import Flag, Turn
from chat.moderation.roles import MODERATOR, OPERATOR, grant_role
from chat.protocol import SendMessage
from chat.turns.admit import admit
from chat.turns.finish import Outcome, finish_turn
from tests.factories import ConversationFactory, UserFactory, signed_in

# They mean nothing; tests/services.py says what they stand for.
DISCLOSURE, MINOR_RISK, NONCONSENSUAL, SELF_HARM = "tansy", "monkshood", "hemlock", "yarrow"


@pytest.fixture
def moderator(db):
    return grant_role(username=UserFactory(username="moira").username, role=MODERATOR)


@pytest.fixture
def operator(db):
    return grant_role(username=UserFactory(username="oona").username, role=OPERATOR)


@pytest.fixture
def conversation(db):
    return ConversationFactory()


@pytest.fixture
def say(conversation):
    """Say something and let it be answered; its turn's row."""
    return sayer(conversation)


def sayer(conversation):
    key = signed_in(conversation.user)

    def say(text, answer="Hello.", crossed=None):
        frame = SendMessage(uuid.uuid4(), text, None)
        admitted = admit(
            user_id=conversation.user_id, session_key=key, conversation_id=conversation.pk, frame=frame, region=None
        )
        if admitted.turn is not None:
            finish = "stop" if crossed is None else "filtered"
            outcome = Outcome(finish=finish, text=answer, model="scripted", crossed=crossed)
            finish_turn(turn=admitted.turn, outcome=outcome)
        return Turn.objects.select_related("message").get(client_id=frame.client_id)

    return say


@pytest.fixture
def flag(say):
    """One that any moderator may decide."""
    return Flag.objects.get(message=say(NONCONSENSUAL).message)
