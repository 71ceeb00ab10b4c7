"""Deleting a companion and beginning to talk with it, at once, on connections of their own."""

import pytest

from chat.conversations import start_conversation
from chat.models import Conversation, Persona
from chat.personas.making import delete_companion
from tests.factories import PersonaFactory, UserFactory
from tests.races import in_threads, one_while_the_other_is_open

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def owner():
    return UserFactory()


@pytest.fixture
def own(owner):
    return PersonaFactory(owner=owner, is_shared=False)


def test_who_begins_waits_for_the_deletion_and_is_told_that_it_is_gone(owner, own):
    def begin():
        with pytest.raises(Persona.DoesNotExist):
            start_conversation(user_id=owner.pk, persona_slug=own.slug)

    one_while_the_other_is_open(lambda: delete_companion(user_id=owner.pk, slug=own.slug), begin)
    assert not Persona.objects.filter(pk=own.pk).exists()
    assert not Conversation.objects.exists()


def test_what_is_begun_just_now_keeps_its_companion(owner, own):
    one_while_the_other_is_open(
        lambda: start_conversation(user_id=owner.pk, persona_slug=own.slug),
        lambda: delete_companion(user_id=owner.pk, slug=own.slug),
    )
    assert Conversation.objects.get().persona.deleted_at is not None


def test_many_begin_with_the_same_one_at_once(owner, own):
    begin = {"user_id": owner.pk, "persona_slug": own.slug}
    in_threads(*[lambda: start_conversation(**begin)] * 4)
    one_while_the_other_is_open(lambda: start_conversation(**begin), lambda: start_conversation(**begin))
    assert Conversation.objects.count() == 6
