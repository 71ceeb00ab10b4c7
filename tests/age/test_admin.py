"""What moderators do about ages and accounts, and who may."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission

from chat.moderation.notices import notices_for
from chat.moderation.reports import appeal_decision
from companion.models import User
from sessions_ext import age
from sessions_ext.models import AgeStanding
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

VERIFICATIONS = "/admin/sessions_ext/ageverification/"
STANDINGS = "/admin/sessions_ext/agestanding/"
PEOPLE = "/admin/companion/user/"


@pytest.fixture
def person():
    return UserFactory()


def staff(client, *permissions):
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    return user


def act(client, address, action, *chosen, **more):
    return client.post(address, {"action": action, "_selected_action": [one.pk for one in chosen]} | more)


def verified(person):
    age.verify(user_id=person.pk, method="self_declaration")
    return age.AgeVerification.objects.get(user=person)


def test_a_moderator_revokes_and_it_leaves_a_trail(client, person):
    moderator, row = staff(client, "view_ageverification", "change_ageverification"), verified(person)
    act(client, VERIFICATIONS, "revoke", row)
    row.refresh_from_db()
    assert row.revoked_by == moderator
    assert age.may_enter(user_id=person.pk) is False
    assert LogEntry.objects.get(user=moderator).object_id == str(row.pk)


def test_who_may_only_look_revokes_nothing(client, person):
    staff(client, "view_ageverification")
    row = verified(person)
    assert client.get(VERIFICATIONS).status_code == 200
    act(client, VERIFICATIONS, "revoke", row)
    assert age.may_enter(user_id=person.pk)


@pytest.mark.parametrize("permission", ["change_user", "decide_flag"])
def test_it_takes_both_permissions(client, person, permission):
    staff(client, "view_user", permission)
    act(client, PEOPLE, "suspend", person, confirmed="yes", seen=0, reason="x")
    assert User.objects.get(pk=person.pk).is_active


@pytest.mark.parametrize("address", [VERIFICATIONS, STANDINGS, PEOPLE])
def test_a_person_sees_none_of_it(client, person, address):
    client.force_login(person)
    assert client.get(address).status_code == 302
    assert client.get(address).url.startswith("/admin/login/")


def test_a_moderator_s_permission_alone_opens_nothing(client, person):
    moderator = staff(client, "view_agestanding", "change_agestanding")
    age.close_account(user_id=person.pk, told_age=15)
    act(client, STANDINGS, "allow_reopening", AgeStanding.objects.get(user=person))
    standing = AgeStanding.objects.get(user=person)
    assert standing.reopening_allowed_by == moderator
    assert age.is_closed(user_id=person.pk)


def test_suspending_shuts_out_and_ends_sessions(client, person):
    moderator = staff(client, "view_user", "change_user", "decide_flag")
    epoch = person.session_epoch
    confirmed = {"confirmed": "yes", "seen": 0, "reason": "the third time", "told": "Please rest."}
    assert b"the third time" not in act(client, PEOPLE, "suspend", person, moderator).content
    person.refresh_from_db()
    assert person.is_active, "nothing is done before the reason was said"
    act(client, PEOPLE, "suspend", person, moderator, **confirmed)
    person.refresh_from_db()
    moderator.refresh_from_db()
    assert (person.is_active, person.session_epoch) == (False, epoch + 1)
    assert moderator.is_active
    [told] = notices_for(user_id=person.pk)
    assert (told.action, told.words, told.may_appeal) == ("suspend", "Please rest.", True)
    appeal_decision(user_id=person.pk, decision_id=told.decision_id, words="It wasn't me.")
    act(client, PEOPLE, "lift", person, confirmed="yes", seen=0, reason="it was a mistake")
    assert User.objects.get(pk=person.pk).is_active


def test_without_a_reason_nobody_is_suspended(client, person):
    staff(client, "view_user", "change_user", "decide_flag")
    answer = act(client, PEOPLE, "suspend", person, confirmed="yes", seen=0, reason=" ")
    assert answer.status_code == 400
    assert User.objects.get(pk=person.pk).is_active


def test_who_may_only_look_suspends_nobody(client, person):
    staff(client, "view_user")
    act(client, PEOPLE, "suspend", person)
    assert User.objects.get(pk=person.pk).is_active


def test_the_lists_tell_no_birth_date(client, person):
    staff(client, "view_agestanding", "view_ageverification")
    age.close_account(user_id=person.pk, told_age=15)
    for address in (VERIFICATIONS, STANDINGS):
        assert "birth" not in client.get(address).content.decode().lower()
