"""The people of moderation, and what one of them said."""

import pytest

from chat.models import Flag
from chat.moderation.roles import MODERATOR, OPERATOR, grant_role
from tests.factories import ConversationFactory, UserFactory
from tests.moderation.people import NONCONSENSUAL, sayer


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


@pytest.fixture
def flag(say):
    """One that any moderator may decide."""
    return Flag.objects.get(message=say(NONCONSENSUAL).message)
