"""An identity provider of the tests: where people are sent, and what its server may and may not tell us."""

import json
import time
import uuid
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from sessions_ext import age
from sessions_ext.models import AgeRequest, AgeVerification
from sessions_ext.provider import REQUEST_LIFETIME, SIGNATURE_HEADER, signature
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def external(settings):
    settings.AGE_VERIFIER = "external"
    settings.AGE_PROVIDER_NAME = "Proof"
    settings.AGE_PROVIDER_URL = "https://proof.example/start?client=7"
    settings.AGE_PROVIDER_SECRET = "shared with the provider"


@pytest.fixture
def user(client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def asked(client, user):
    """The person was sent to the provider; the number of the question."""
    query = parse_qs(urlsplit(client.post("/age/").url).query)
    return query["request"][0]


def tell(client, request, *, adult=True, at="now", signed=None, **more):
    body = json.dumps(
        {"request": str(request), "adult": adult, "at": time.time() if at == "now" else at} | more
    ).encode()
    headers = {SIGNATURE_HEADER: signature(body) if signed is None else signed}
    client.logout()  # the provider's server has no session
    return client.post("/age/callback/", body, content_type="application/json", headers=headers)


def test_people_are_sent_there_and_back(client, user):
    sent = urlsplit(client.post("/age/").url)
    query = parse_qs(sent.query)
    assert (sent.netloc, query["client"]) == ("proof.example", ["7"])
    assert query["return"] == ["http://testserver/age/?asked=1"]
    assert AgeRequest.objects.get(pk=query["request"][0]).user == user
    assert "Proof" in client.get("/age/", {"asked": "1"}).content.decode()


def test_a_signed_yes_counts(client, user, asked):
    assert tell(client, asked).json() == {"stored": True, "age_verified": True}
    assert AgeVerification.objects.get(user=user).method == "external"
    assert age.may_enter(user_id=user.pk)


def test_a_signed_no_closes(client, user, asked):
    assert tell(client, asked, adult=False).json()["age_verified"] is False
    assert age.is_closed(user_id=user.pk)


def test_an_answer_counts_once(client, user, asked):
    tell(client, asked)
    age.end_verification(user_id=user.pk, by_id=user.pk)
    assert tell(client, asked).status_code == 409
    assert not age.may_enter(user_id=user.pk)


@pytest.mark.parametrize("signed", ["", "sha256=", "sha256=" + "0" * 64, "é"])
def test_a_forged_answer_counts_for_nothing(client, user, asked, signed):
    assert tell(client, asked, signed=signed).status_code == 403
    assert not age.may_enter(user_id=user.pk)
    assert tell(client, asked).status_code == 200


def test_a_body_that_was_changed_on_the_way_is_forged(client, user, asked):
    other = signature(json.dumps({"request": asked, "adult": False, "at": time.time()}).encode())
    assert tell(client, asked, signed=other).status_code == 403


@pytest.mark.parametrize("seconds", [-301, 301])
def test_a_late_answer_counts_for_nothing(client, user, asked, seconds):
    assert tell(client, asked, at=time.time() + seconds).status_code == 410
    assert not age.may_enter(user_id=user.pk)


def test_a_question_that_is_too_old_is_not_answered(client, user, asked):
    AgeRequest.objects.update(asked_at=timezone.now() - REQUEST_LIFETIME - timedelta(seconds=1))
    assert tell(client, asked).status_code == 410


def test_what_nobody_asked_is_not_answered(client, user):
    assert tell(client, uuid.uuid4()).status_code == 404


@pytest.mark.parametrize(
    "fields", [{"adult": "yes"}, {"adult": 1}, {"at": "soon"}, {"at": None}, {"at": float("nan")}, {"request": 7}]
)
def test_what_is_no_answer_is_told_so(client, user, asked, fields):
    assert tell(client, **({"request": asked} | fields)).status_code in {400, 410}
    assert not age.may_enter(user_id=user.pk)


def test_a_moderator_and_the_provider_together_open_a_closed_account(client, user):
    age.close_account(user_id=user.pk, told_age=15)
    assert client.post("/age/").status_code == 403
    question = AgeRequest.objects.create(user=user)
    assert tell(client, question.pk).json()["age_verified"] is False  # the provider alone
    age.allow_reopening(user_id=user.pk, by_id=UserFactory(is_staff=True).pk)
    assert age.is_closed(user_id=user.pk)  # the moderator alone
    client.force_login(user)
    question = parse_qs(urlsplit(client.post("/age/").url).query)["request"][0]
    assert tell(client, question).json()["age_verified"] is True
    assert not age.is_closed(user_id=user.pk)
    assert age.may_enter(user_id=user.pk)


def test_an_answer_that_could_not_be_stored_may_be_sent_again(client, user, redis_may_go):
    client.force_login(user)
    question = AgeRequest.objects.create(user=user)
    redis_may_go.stop()
    assert tell(client, question.pk).status_code == 503
    redis_may_go.start()
    assert tell(client, question.pk).status_code == 200
    assert age.may_enter(user_id=user.pk)


def test_with_self_declaration_nobody_calls_back(client, user, asked, settings):
    settings.AGE_VERIFIER = "self_declaration"
    assert tell(client, asked).status_code == 404
    assert not age.may_enter(user_id=user.pk)
