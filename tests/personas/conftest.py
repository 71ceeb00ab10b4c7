import uuid

import pytest
from django.contrib.auth.models import Group

from chat.personas.making import make_companion
from chat.protocol import SendMessage
from chat.turns.admit import admit
from chat.turns.finish import Outcome, finish_turn
from tests.factories import UserFactory, signed_in
from tests.personas.sheets import sheet


@pytest.fixture
def owner(db):
    return UserFactory()


@pytest.fixture
def stranger(db):
    return UserFactory()


@pytest.fixture
def operator(db):
    operator = UserFactory(is_staff=True)
    operator.groups.add(Group.objects.get(name="operator"))
    return operator


@pytest.fixture
def own(owner):
    return make_companion(user_id=owner.pk, sheet=sheet())


@pytest.fixture
def say_to(db):
    """Say something in a conversation, or ask for another answer; what was admitted."""

    def begin(conversation, text="", *, answer="Hello.", model="scripted", frame=None):
        admitted = admit(
            user_id=conversation.user_id, session_key=signed_in(conversation.user), conversation_id=conversation.pk,
            frame=frame or SendMessage(uuid.uuid4(), text, None),
        )  # fmt: skip
        if answer and admitted.turn is not None:
            finish_turn(turn=admitted.turn, outcome=Outcome(finish="stop", text=answer, model=model))
        return admitted

    return begin
