"""Operators look at everything but what was said, and change nothing."""

import uuid

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from chat.models import Flag, Message, Summary
from chat.moderation.decide import decide
from chat.moderation.reveal import reveal
from chat.support.counts import count_support
from memory.episodes import add_episode
from memory.learn import learn
from sessions_ext import age
from tests.factories import ConversationFactory, UserFactory

OURS = [
    model
    for name in ("companion", "chat", "memory", "sessions_ext")
    for model in apps.get_app_config(name).get_models()
    if model in admin.site._registry
]


@pytest.fixture
def operator(client, db):
    operator = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(operator)
    return operator


@pytest.fixture
def told(operator):
    conversation = ConversationFactory(user=operator)
    Message.objects.create(conversation=conversation, role="user", position=0, text="<b>My dog</b> is called Biscuit")
    add_episode(
        user_id=operator.pk, persona_id=conversation.persona_id, conversation_id=conversation.pk, message_id=uuid.uuid4(),
        text="My dog is called Biscuit", context="", route="everyday", said_at=timezone.now(), vector=None,
    )  # fmt: skip
    learn(user_id=operator.pk, persona_id=conversation.persona_id)
    Summary.objects.create(conversation=conversation, texts={"everyday": "The person's dog is called Biscuit."})
    count_support(label="self_harm", region=None)
    age.verify(user_id=operator.pk, method="self_declaration")
    age.close_account(user_id=operator.pk, told_age=None)
    flag = Flag.objects.create(kind="message", label="disclosure", message=Message.objects.get())
    decide(flag_ids=[flag.pk], moderator_id=operator.pk, action="note", reason="seen")
    reveal(flag_id=flag.pk, moderator_id=operator.pk, reason="decide", words="unclear")
    return conversation


def test_what_is_there_to_look_at():
    assert {model.__name__ for model in OURS} == {
        "User",
        "Persona",
        "Conversation",
        "SupportCount",
        "Episode",
        "Memory",
        "AgeVerification",
        "AgeStanding",
        "Flag",
        "Decision",
        "Reveal",
        "Summary",
        "PersonUsage",
    }


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_each_has_a_list_and_a_page_and_can_not_be_changed(client, told, model):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    one = model.objects.first()
    assert client.get(reverse(f"{name}_changelist")).status_code == 200
    page = reverse(f"{name}_change", args=[one.pk])
    assert client.get(page).status_code == 200
    assert client.post(page, {"text": "changed"}).status_code == 403
    assert client.get(reverse(f"{name}_add")).status_code == 403
    assert client.post(reverse(f"{name}_delete", args=[one.pk])).status_code == 403


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_nothing_shows_what_was_said_or_learned(client, told, model):
    told.title = "My dog is called Biscuit"
    told.save()
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    pages = [reverse(f"{name}_changelist"), *(reverse(f"{name}_change", args=[one.pk]) for one in model.objects.all())]
    for page in pages:
        assert "Biscuit" not in client.get(page).content.decode()


def test_others_are_kept_out(client, db):
    client.force_login(UserFactory())
    assert client.get("/admin/").status_code == 302
