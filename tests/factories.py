"""Rows for tests, as few fields as a test cares for."""

import uuid

import factory
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from chat.models import Conversation, Persona
from companion.models import User
from companion.sessions import SessionStore


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"person{n}")


class PersonaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Persona

    slug = factory.LazyFunction(lambda: f"persona-{uuid.uuid4().hex[:8]}")
    name = "Ada"
    instructions = "You are Ada, a patient listener."
    is_shared = True


class ConversationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Conversation

    user = factory.SubFactory(UserFactory)
    persona = factory.SubFactory(PersonaFactory)


def signed_in(user: User) -> str:
    """The key of a fresh login session."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)
