"""Who may see and do what, at every address of the admin."""

import uuid

import pytest
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.management import CommandError, call_command
from django.urls import reverse

from chat.models import Conversation, Decision, Flag, Persona, Reveal, Summary
from chat.moderation.decide import decide
from chat.moderation.reveal import reveal
from chat.support.counts import SupportCount, count_support
from companion.models import User
from memory.episodes import add_episode
from memory.learn import learn
from memory.models import Episode, Memory
from sessions_ext import age
from sessions_ext.models import AgeStanding, AgeVerification
from tests.factories import UserFactory
from tests.moderation.people import NONCONSENSUAL

pytestmark = pytest.mark.django_db

# Of a model: who may look. Whatever is not named here, nobody but a superuser may.
SEEN_BY_MODERATORS = {Flag, Decision, Reveal, SupportCount, AgeVerification, AgeStanding}
SEEN_BY_OPERATORS = SEEN_BY_MODERATORS | {User, Persona, Conversation, Summary, Episode, Memory, LogEntry}
CHANGED_BY_SUPERUSERS = {"auth", "account"}  # groups, and the addresses of the sign-up library


def addresses():
    """(name, the model it belongs to or None) of every address that the admin has."""
    for pattern in admin.site.get_urls():
        if hasattr(pattern, "url_patterns"):
            model = next(one for one in admin.site._registry if str(pattern.pattern) == path_of(one))
            yield from ((one.name, model) for one in pattern.url_patterns if one.name)
        elif pattern.name:
            yield pattern.name, None


def path_of(model):
    return f"{model._meta.app_label}/{model._meta.model_name}/"


ADDRESSES = sorted(set(addresses()), key=str)


@pytest.fixture
def rows(conversation, say, operator):
    """One of everything that can be looked at."""
    turn = say(NONCONSENSUAL)
    flag = Flag.objects.get(message=turn.message)
    decide(flag_ids=[flag.pk], moderator_id=operator.pk, action="note", reason="seen")
    reveal(flag_id=flag.pk, moderator_id=operator.pk, reason="decide", words="unclear")
    add_episode(
        user_id=conversation.user_id, persona_id=conversation.persona_id, conversation_id=conversation.pk,
        message_id=uuid.uuid4(), text="My dog is called Biscuit", context="", route="everyday",
        said_at=turn.started_at, vector=None,
    )  # fmt: skip
    learn(user_id=conversation.user_id, persona_id=conversation.persona_id)
    Summary.objects.create(conversation=conversation, texts={"everyday": "The person's dog is called Biscuit."})
    count_support(label="self_harm", region=None)
    age.verify(user_id=conversation.user_id, method="self_declaration")
    age.close_account(user_id=conversation.user_id, told_age=None)
    EmailAddress.objects.create(user=conversation.user, email="ada@example.org")
    LogEntry.objects.create(user=operator, content_type_id=1, object_repr="one", action_flag=2)


def address_of(name, model):
    if model is None:
        arguments = {"app_list": ["chat"], "view_on_site": [1, 0]}.get(name, [])
        return reverse(f"admin:{name}", args=arguments)
    takes_one = name.rsplit("_", 1)[-1] in {"change", "delete", "history", "reveal", "decide", "password"}
    one = model.objects.first() if takes_one else None
    return reverse(f"admin:{name}", args=[one.pk] if one else [])


def expected(name, model, who):
    """What a look at this address is answered with."""
    ends = name.rsplit("_", 1)[-1]
    if model is None:
        return {"login": 302, "logout": 405, "app_list": 200, "view_on_site": 404, "autocomplete": 403}.get(name, 200)
    if who == "superuser" and model._meta.app_label in CHANGED_BY_SUPERUSERS:
        return 200
    if who != "superuser" and model not in {"moderator": SEEN_BY_MODERATORS, "operator": SEEN_BY_OPERATORS}[who]:
        return 403
    if model is Flag and ends in {"reveal", "decide"}:
        return 405
    return 403 if ends in {"add", "delete"} else 200


def test_every_address_is_walked():
    names = {name for name, _ in ADDRESSES}
    assert {"index", "chat_flag_changelist", "chat_flag_reveal", "chat_flag_decide", "chat_flag_chart"} <= names
    assert {model for _, model in ADDRESSES} >= SEEN_BY_OPERATORS
    assert len(ADDRESSES) > 60


@pytest.mark.parametrize("who", ["anonymous", "stranger"])
def test_people_are_sent_to_the_door(client, rows, who):
    if who == "stranger":
        client.force_login(UserFactory())
    for name, model in ADDRESSES:
        if name in {"login", "logout"}:
            continue
        address = address_of(name, model)
        for answer in (client.get(address), client.post(address, {"reason": "x"})):
            assert (name, answer.status_code) == (name, 302)
            assert answer.url.startswith("/admin/login/")


@pytest.mark.parametrize("who", ["moderator", "operator", "superuser"])
def test_each_role_sees_what_is_its_own(client, rows, who, request):
    known = {"superuser": lambda: UserFactory(is_staff=True, is_superuser=True)}
    client.force_login(known[who]() if who in known else request.getfixturevalue(who))
    wanted = {name: expected(name, model, who) for name, model in ADDRESSES}
    assert {name: client.get(address_of(name, model)).status_code for name, model in ADDRESSES} == wanted


@pytest.mark.parametrize("who", ["moderator", "operator"])
def test_no_role_changes_or_adds_or_deletes_a_row(client, rows, who, request):
    client.force_login(request.getfixturevalue(who))
    for name, model in ADDRESSES:
        if name.endswith(("_add", "_change", "_delete")) and not name.startswith("password"):
            assert (name, client.post(address_of(name, model), {"text": "x"}).status_code) == (name, 403)


def test_moderators_have_no_way_to_people_or_their_words(client, rows, moderator):
    client.force_login(moderator)
    page = client.get("/admin/").content.decode()
    for model in (User, Persona, Summary, Episode, Memory, LogEntry):
        assert f"/admin/{path_of(model)}" not in page
    assert "/admin/chat/flag/" in page


@pytest.mark.parametrize("role", ["moderator", "operator"])
def test_a_role_is_granted_and_taken_back(role, capsys):
    user = UserFactory(username="ada")
    call_command("grant_role", "ada", role)
    user = User.objects.get(pk=user.pk)
    assert (user.is_staff, user.is_superuser) == (True, False)
    assert user.has_perm("chat.decide_flag")
    assert user.has_perm("chat.delay_reveal") == (role == "operator")
    assert f"{role} now" in capsys.readouterr().out
    call_command("grant_role", "ada", "none")
    user = User.objects.get(pk=user.pk)
    assert (user.is_staff, user.get_all_permissions()) == (False, set())


def test_the_last_role_granted_is_the_only_one(moderator):
    call_command("grant_role", moderator.username, "operator")
    assert list(moderator.groups.values_list("name", flat=True)) == ["operator"]


def test_a_role_for_nobody_is_refused():
    with pytest.raises(CommandError, match="nobody"):
        call_command("grant_role", "ghost", "moderator")
