"""Who is suspended hears why, once the password was right, and can ask for another look; nobody else hears anything."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import signing
from django.test import Client
from django.utils.http import urlencode

from chat.models import Appeal, Flag
from chat.moderation.decide import decide
from companion.accounts import SUSPENDED_SALT, suspended_url
from companion.models import User, lift_suspension, suspend
from tests.client import PASSWORD
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"
WORDS = {"words": "My brother wrote that"}


@pytest.fixture
def person(conversation):
    conversation.user.set_password(PASSWORD)
    conversation.user.save()
    return conversation.user


@pytest.fixture
def suspended(person, flag, moderator):
    decide(
        flag_ids=[flag.pk], moderator_id=moderator.pk, action="suspend", reason="as the rules say",
        told="You went on after <two> warnings.",
    )  # fmt: skip
    person.refresh_from_db()
    return person


def log_in(client, username, password=PASSWORD):
    return client.post(LOGIN, {"login": username, "password": password})


def test_the_right_password_is_told_why_and_signs_nobody_in(client, suspended):
    answer = log_in(client, suspended.username)
    assert answer.headers["Location"].startswith("/accounts/suspended/?link=")
    page = client.get(answer.headers["Location"])
    assert "You went on after &lt;two&gt; warnings." in page.content.decode()
    assert "as the rules say" not in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert "_auth_user_id" not in client.session
    assert client.get("/settings/").status_code == 302


def test_a_wrong_password_is_answered_as_everybody_s(client, suspended):
    def said(username):
        answer = log_in(Client(), username, "wrong")
        return answer.status_code, [str(one) for one in answer.context["form"].non_field_errors()]

    active = UserFactory()
    active.set_password(PASSWORD)
    active.save()
    assert said(suspended.username) == said(active.username) == said("nobody")


def test_a_wrong_password_costs_as_much_as_everybody_s(client, suspended, monkeypatch):
    active = UserFactory()
    active.set_password(PASSWORD)
    active.save()
    hashed = []
    real = User.check_password
    monkeypatch.setattr(User, "check_password", lambda user, raw: hashed.append(user.username) or real(user, raw))
    for one in (suspended, active):
        log_in(client, one.username, "wrong")
    assert hashed == [suspended.username, active.username]


def test_an_appeal_goes_into_the_queue_once_and_its_answer_is_shown(client, suspended, operator):
    address = log_in(client, suspended.username).headers["Location"]
    for _ in range(2):
        assert client.post(address, WORDS).status_code in {200, 302}
    appeal = Appeal.objects.get()
    assert (appeal.user, appeal.decision.action, appeal.flag.state) == (suspended, "suspend", "open")
    page = client.get(address).content.decode()
    assert "My brother wrote that" in page
    assert "<textarea" not in page
    decide(
        flag_ids=[appeal.flag_id], moderator_id=operator.pk, action="dismiss", reason="no", told="It came from your phone."
    )  # fmt: skip
    assert "It came from your phone." in client.get(address).content.decode()


def test_an_appeal_that_was_heard_opens_the_account_and_ends_the_link(client, suspended, operator):
    address = log_in(client, suspended.username).headers["Location"]
    client.post(address, WORDS)
    decide(flag_ids=[Appeal.objects.get().flag_id], moderator_id=operator.pk, action="lift", reason="a brother")
    assert client.get(address).status_code == 404
    assert log_in(client, suspended.username).headers["Location"] == "/"
    assert "What was decided before was taken back." in client.get("/account/moderation/").content.decode()


def test_without_words_nothing_is_sent_and_no_log_tells_the_link(client, suspended, caplog):
    address = log_in(client, suspended.username).headers["Location"]
    answer = client.post(address, {"words": " "})
    assert answer.status_code == 400
    assert "/accounts/suspended/" in caplog.text
    assert address.partition("=")[2] not in caplog.text
    assert not Appeal.objects.exists()


def test_a_link_ends_after_a_week(client, suspended, monkeypatch):
    import time

    address = suspended_url(suspended)
    assert client.get(address).status_code == 200
    later = time.time() + timedelta(days=7, seconds=1).total_seconds()
    monkeypatch.setattr(signing, "time", SimpleNamespace(time=lambda: later))
    assert client.get(address).status_code == 404


def test_a_link_is_of_one_suspension(client, suspended):
    address = suspended_url(suspended)
    lift_suspension(user_id=suspended.pk)
    suspend(user_id=suspended.pk)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("salt", ["another", ""])
def test_a_link_that_we_did_not_make_for_this_leads_nowhere(client, suspended, salt):
    link = signing.dumps([suspended.pk, suspended.session_epoch], salt=salt) if salt else "guessed"
    assert salt != SUSPENDED_SALT
    address = f"/accounts/suspended/?{urlencode({'link': link})}"
    answers = [client.get(address), client.post(address, WORDS), client.get("/accounts/suspended/")]
    assert [one.status_code for one in answers] == [404, 404, 404]
    assert not Appeal.objects.exists()


def test_a_form_of_another_site_is_refused(suspended):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(suspended_url(suspended), WORDS).status_code == 403


def test_who_was_suspended_without_a_flag_is_told_whom_to_ask(client, person):
    suspend(user_id=person.pk)
    address = log_in(client, person.username).headers["Location"]
    assert "Ask whoever runs this server" in client.get(address).content.decode()
    assert client.post(address, WORDS).status_code == 200
    assert not Flag.objects.exists()
