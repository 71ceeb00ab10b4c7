"""The forms that cost or guess, one process: who is stopped, by what, and what they are told."""

import time
import uuid
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from sessions_ext.limits.forms import in_words, limited
from tests.client import PASSWORD
from tests.factories import UserFactory

LOGIN = "/accounts/login/"
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture(autouse=True)
def an_address_of_its_own(client):
    """Counts stay for minutes; no test sees another's."""
    client.defaults["REMOTE_ADDR"] = f"2001:db8:{uuid.uuid4().hex[:4]}:{uuid.uuid4().hex[:4]}::1"


@pytest.fixture(autouse=True)
def no_window_ends(monkeypatch):
    """A count begins anew when its window ends, which would be in the middle of one test in a hundred."""
    now = time.time()
    monkeypatch.setattr("django_ratelimit.core.time", SimpleNamespace(time=lambda: now))


@pytest.fixture
def forms(settings):
    """Sets the limits of one form, the rest as they are."""

    def set_limits(form, **rates):
        settings.FORM_LIMITS = settings.FORM_LIMITS | {form: rates}

    return set_limits


def name():
    return f"somebody-{uuid.uuid4().hex[:8]}"


def try_to_log_in(client, username, password="wrong", **more):
    return client.post(LOGIN, {"login": username, "password": password}, **more)


def test_guessing_one_name_stops_at_ten(client, db):
    person = UserFactory(username=name())
    person.set_password(PASSWORD)
    person.save()
    assert {try_to_log_in(client, person.username).status_code for _ in range(10)} == {200}
    stopped = try_to_log_in(client, person.username, PASSWORD)
    assert stopped.status_code == 429
    assert 0 < int(stopped["Retry-After"]) <= 301
    assert "no-store" in stopped["Cache-Control"]
    assert "A little too fast" in stopped.content.decode()
    assert "_auth_user_id" not in client.session
    # Others go on.
    assert try_to_log_in(client, name()).status_code == 200


def test_a_name_is_the_same_however_it_is_written(client, db, forms):
    forms("login", user=(2, 300))
    username = name()
    said = [try_to_log_in(client, one).status_code for one in (username, f" {username.upper()}", username.title())]
    assert said == [200, 200, 429]


def test_the_admin_s_log_in_counts_with_the_other(client, db, forms):
    forms("login", user=(2, 300))
    username = name()
    assert try_to_log_in(client, username).status_code == 200
    form = {"username": username, "password": "wrong"}
    assert [client.post("/admin/login/", form).status_code for _ in range(2)] == [200, 429]
    assert client.get("/admin/").headers["Location"] == "/admin/login/?next=/admin/"


def test_looking_at_a_form_costs_nothing(client, db, forms):
    forms("login", address=(1, 300))
    assert {client.get(LOGIN).status_code for _ in range(5)} == {200}


def test_an_address_is_stopped_whoever_it_tries_and_locks_no_name(client, db, forms):
    forms("login", address=(3, 300), user=(1, 300))
    assert [try_to_log_in(client, name()).status_code for _ in range(3)] == [200, 200, 200]
    victim = name()
    assert try_to_log_in(client, victim).status_code == 429
    client.defaults["REMOTE_ADDR"] = "203.0.113.99"
    assert try_to_log_in(client, victim).status_code == 200


def test_a_forged_address_is_no_other_address(client, db, forms):
    forms("login", address=(2, 300))
    said = [try_to_log_in(client, name(), HTTP_X_FORWARDED_FOR=f"198.51.100.{n}").status_code for n in range(3)]
    assert said == [200, 200, 429]


def test_who_comes_through_a_named_proxy_is_counted_alone(client, db, forms, settings):
    from ipaddress import ip_network

    forms("login", address=(1, 300))
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.4")]
    client.defaults["REMOTE_ADDR"] = "10.0.0.4"
    household = f"2001:db8:{uuid.uuid4().hex[:4]}"
    said = [
        try_to_log_in(client, name(), HTTP_X_FORWARDED_FOR=f"8.8.8.8, {address}").status_code
        for address in (f"{household}:1::1", f"{household}:2::1", f"{household}:2::2")
    ]
    assert said == [200, 200, 429]


def test_sign_ups_are_counted_by_address(client, db, forms):
    forms("signup", address=(1, 300))
    form = {"username": name(), "password1": "short"}
    assert [client.post("/accounts/signup/", form).status_code for _ in range(2)] == [200, 429]


def test_password_changes_are_counted_by_person(client, db, forms):
    forms("password", user=(1, 300))
    client.force_login(UserFactory())
    form = {"oldpassword": "wrong", "password1": PASSWORD, "password2": PASSWORD}
    assert [client.post("/accounts/password/change/", form).status_code for _ in range(2)] == [200, 429]
    client.force_login(UserFactory())
    assert client.post("/accounts/password/change/", form).status_code == 200


def test_conversations_are_counted_by_person_and_json_is_answered_in_kind(client, db, forms):
    forms("conversation", user=(1, 300))
    client.force_login(UserFactory())
    assert client.post("/conversations/", **JSON).status_code == 201
    stopped = client.post("/conversations/", **JSON)
    assert stopped.status_code == 429
    assert stopped.json()["code"] == "rate_limited"
    assert stopped.json()["retry_after"] == int(stopped["Retry-After"]) > 0
    assert "That was a lot in a short time. Try again in" in stopped.json()["error"]


def test_the_age_form_is_counted_by_person(forms):
    """As its view will stand: below `login_required`, `DELETE` (to withdraw) is never stopped."""
    forms("age", address=(100, 3600), user=(1, 3600))
    view = limited("age")(lambda _request: HttpResponse("said"))
    person = UserFactory.build(pk=uuid.uuid4().int % 2**40)

    def send(method, user):
        request = RequestFactory().generic(method, "/age/", REMOTE_ADDR="203.0.113.50")
        request.user = user
        return view(request).status_code

    assert [send("POST", person) for _ in range(2)] == [200, 429]
    assert send("DELETE", person) == send("GET", person) == 200
    assert [send("POST", AnonymousUser()) for _ in range(2)] == [200, 200]


def test_allauth_counts_nothing_of_its_own(settings):
    from allauth.account import app_settings

    used = {
        action: app_settings.RATE_LIMITS[action] for action in ("login", "login_failed", "signup", "change_password")
    }
    assert set(used.values()) == {None}


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "in 1 second."), (90, "in 90 seconds."), (91, "in about 2 minutes."), (300, "in about 5 minutes.")],
)
def test_a_wait_is_said_in_words(seconds, said):
    assert in_words(seconds) == f"Try again {said}"
