"""The age pages and their JSON, as a browser and as a client of the contract see them."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sessions_ext import age
from sessions_ext.models import AgeStanding, AgeVerification
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

URL = "/age/"
ADULT = {"birth_date": "1990-05-17", "confirm": "on"}
CHILD = {"birth_date": f"{timezone.now().year - 14}-01-01", "confirm": "on"}


@pytest.fixture
def user(client):
    user = UserFactory()
    client.force_login(user)
    return user


def post(client, fields, **options):
    return client.post(URL, fields, headers={"accept": "application/json"}, **options)


def test_the_page_says_why_and_what_is_kept(client, user):
    page = client.get(URL, {"next": "/conversations/"}).content.decode()
    assert 'name="birth_date"' in page
    assert "The date of birth is never kept." in page


def test_an_adult_is_verified_and_led_back(client, user):
    answer = client.post(URL, ADULT | {"next": "/settings/"})
    assert (answer.status_code, answer.url) == (302, "/settings/")
    assert age.may_enter(user_id=user.pk)
    assert "Withdraw" in client.get(URL).content.decode()


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(client, user, wanted):
    assert client.post(URL, ADULT | {"next": wanted}).url == URL


def test_json_says_what_the_contract_says(client, user):
    answer = post(client, ADULT)
    assert answer.status_code == 200
    assert answer.json() == {
        "age_verified": True,
        "policy": "1",
        "at": AgeVerification.objects.get(user=user).verified_at.isoformat(),
    }


def test_a_json_body_is_as_good_as_a_form(client, user):
    body = json.dumps({"birth_date": "1990-05-17", "confirm": True})
    answer = client.post(URL, body, content_type="application/json", headers={"accept": "application/json"})
    assert answer.json()["age_verified"] is True


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, {"birth_date", "confirm"}),
        ({"birth_date": "17.5.1990", "confirm": "on"}, {"birth_date"}),
        ({"birth_date": "2999-01-01", "confirm": "on"}, {"birth_date"}),
        ({"birth_date": "1800-01-01", "confirm": "on"}, {"birth_date"}),
        ({"birth_date": "1990-05-17"}, {"confirm"}),
        ({"birth_date": "1990-05-17", "confirm": "false"}, {"confirm"}),
    ],
)
def test_what_is_wrong_is_said_by_field_and_counts_for_nothing(client, user, fields, wrong):
    answer = post(client, fields)
    assert (answer.status_code, set(answer.json()["errors"])) == (400, wrong)
    page = client.post(URL, fields)
    assert page.status_code == 400
    assert not AgeVerification.objects.exists()
    assert not AgeStanding.objects.exists()


@pytest.mark.parametrize("body", ["[]", "{", '"text"', "null", '{"birth_date": 19900517, "confirm": {}}'])
def test_a_body_that_is_no_answer_is_told_so(client, user, body):
    answer = client.post(URL, body, content_type="application/json", headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["errors"]


def test_under_18_is_told_kindly_and_stays_so(client, user):
    answer = post(client, CHILD)
    assert answer.status_code == 403
    assert answer.json()["reason"] == "under_age"
    assert answer.json()["retry_after"] > timedelta(days=3 * 365).total_seconds()
    again = post(client, ADULT)
    assert (again.status_code, again.json()["reason"]) == (403, "account_closed")
    page = client.get(URL)
    assert page.status_code == 403
    assert 'name="birth_date"' not in page.content.decode()


def test_withdrawing_by_method_and_by_button(client, user):
    post(client, ADULT)
    answer = client.delete(URL)
    assert (answer.status_code, answer.json()["age_verified"]) == (200, False)
    assert age.may_enter(user_id=user.pk) is False
    post(client, ADULT)
    assert client.post(reverse("age_withdraw")).url == URL
    assert age.may_enter(user_id=user.pk) is False


def test_success_is_never_answered_unless_it_is_stored(client, user, redis_may_go):
    client.force_login(user)
    redis_may_go.stop()
    answer = post(client, ADULT)
    assert (answer.status_code, answer.json()["age_verified"]) == (503, False)
    assert not AgeVerification.objects.exists()
    page = client.post(URL, ADULT)
    assert page.status_code == 503
    assert "does not count yet" in page.content.decode()


@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_who_is_signed_out_is_led_to_log_in(client, method):
    assert getattr(client, method)(URL).url.startswith("/accounts/login/")


def test_a_form_of_another_site_is_refused(user):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user)
    assert strict.post(URL, ADULT).status_code == 403
    assert strict.delete(URL).status_code == 403
    assert not AgeVerification.objects.exists()


def test_what_a_moderator_closed_is_told_as_that(client, user):
    age.close_by_moderator(user_id=user.pk)
    page = client.get("/age/").content.decode()
    assert "Somebody who looks after this place decided so." in page
    assert "nothing wrong" not in page
    assert client.post("/age/", {"birth_date": "1980-01-31", "confirm": "on"}).status_code == 403
    assert not age.is_verified(user_id=user.pk)
    age.reopen_by_moderator(user_id=user.pk, by_id=user.pk)
    client.post("/age/", {"birth_date": "1980-01-31", "confirm": "on"})
    assert age.is_verified(user_id=user.pk)
