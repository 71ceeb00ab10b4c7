import pytest
from django.contrib.auth import get_user_model

from tests.client import PASSWORD
from tests.factories import UserFactory

SIGN_UP = "/accounts/signup/"


def test_two_things_are_enough(client, db):
    answer = client.post(SIGN_UP, {"username": "ana", "password1": PASSWORD})
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(get_user_model().objects.get(username="ana").pk)


def test_a_page_speaks_one_language(client, db):
    page = client.get("/accounts/signup/", headers={"Accept-Language": "pt-BR"})
    assert page["Content-Language"] == "en"
    assert "Senha" not in page.content.decode()


def test_a_password_sent_twice_must_be_the_same(client, db):
    answer = client.post(SIGN_UP, {"username": "ana", "password1": PASSWORD, "password2": PASSWORD + "x"})
    assert "The two passwords differ" in answer.content.decode()
    assert not get_user_model().objects.exists()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"username": "ana", "password1": "short"}, "at least 8 characters"),
        ({"username": "ana", "password1": "password"}, "too common"),
        ({"username": "", "password1": PASSWORD}, "This field is required"),
        ({"username": "taken", "password1": PASSWORD}, "already"),
        ({"username": "ana", "password1": PASSWORD, "email": "no address"}, "valid email"),
    ],
)
def test_what_is_wrong_is_said_beside_it(client, db, form, said):
    UserFactory(username="taken")
    answer = client.post(SIGN_UP, form)
    assert said in answer.content.decode()
    assert get_user_model().objects.count() == 1


def test_logging_out_needs_a_press(client, db):
    client.force_login(UserFactory())
    assert "Everything you talked about stays here" in client.get("/accounts/logout/").content.decode()
    assert "_auth_user_id" in client.session
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session


def test_every_other_device_is_signed_out_by_a_new_password(client, db):
    person = UserFactory()
    person.set_password(PASSWORD)
    person.save()
    elsewhere = type(client)()
    for one in (client, elsewhere):
        assert one.post("/accounts/login/", {"login": person.username, "password": PASSWORD}).status_code == 302
    form = {"oldpassword": PASSWORD, "password1": PASSWORD + " anew", "password2": PASSWORD + " anew"}
    assert client.post("/accounts/password/change/", form).status_code == 302
    assert elsewhere.get("/").context["user"].is_anonymous
    assert client.get("/").context["user"].is_authenticated
