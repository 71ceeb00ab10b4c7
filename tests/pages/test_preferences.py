import pytest
from django.urls import reverse

from chat.preferences import keep_preferences, region_choices
from companion.errors import ForbiddenError
from companion.models import User
from sessions_ext.age import verify
from tests.factories import UserFactory

PAGE = "/settings/"


@pytest.fixture
def person(client, db):
    person = UserFactory()
    client.force_login(person)
    return person


@pytest.fixture
def verified(person):
    verify(user_id=person.pk, method="self_declaration")


def kept(person):
    person.refresh_from_db()
    return person.region, person.reminders


def test_a_new_account_is_reminded_and_goes_by_its_language(person):
    assert kept(person) == ("", True)


def test_a_choice_is_kept_and_said_to_be(client, person):
    answer = client.post(PAGE, {"region": "PT", "reminders": "on"}, follow=True)

    assert answer.redirect_chain == [(f"{PAGE}?kept", 302)]
    assert "Kept." in answer.content.decode()
    assert kept(person) == ("PT", True)
    page = client.get(PAGE).content.decode()
    assert '<option value="PT" selected>Portugal</option>' in page
    assert "Kept." not in page


def test_a_choice_can_be_taken_back(client, person):
    User.objects.update(region="PT")
    client.post(PAGE, {"region": "", "reminders": "on"})
    assert kept(person) == ("", True)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("pt-BR,pt", "As my browser says: Brazil"),
        ("pt", "No country in particular"),
        (None, "No country"),
    ],
)
def test_what_holds_without_a_choice_is_said(client, person, header, said):
    assert said in client.get(PAGE, headers={"Accept-Language": header} if header else {}).content.decode()


@pytest.mark.parametrize("region", ["XX", "INT", "EU", "de", "'", "Germany"])
def test_a_country_that_is_not_on_the_list_is_refused(client, person, region):
    answer = client.post(PAGE, {"region": region, "reminders": "on"})
    assert answer.status_code == 400
    assert 'aria-invalid="true"' in answer.content.decode()
    assert kept(person) == ("", True)


def test_reminders_can_not_be_turned_off_before_the_age_is_verified(client, person):
    page = client.get(PAGE).content.decode()
    assert "People whose age is verified can turn this off." in page
    assert '<input type="hidden" name="reminders" value="on">' in page

    answer = client.post(PAGE, {"region": "PT"})

    assert answer.status_code == 400
    assert "by people whose age is verified" in answer.content.decode()
    assert kept(person) == ("", True)


def test_verified_people_turn_reminders_off_and_on(client, person, verified):
    assert 'type="hidden" name="reminders"' not in client.get(PAGE).content.decode()
    client.post(PAGE, {"region": "PT"})
    assert kept(person) == ("PT", False)
    client.post(PAGE, {"region": "PT", "reminders": "on"})
    assert kept(person) == ("PT", True)


def test_reminders_are_shown_as_on_once_a_verification_is_gone(client, person):
    User.objects.update(reminders=False)
    assert client.get(PAGE).context["form"]["reminders"].value() is True


def test_the_service_refuses_by_itself(person):
    with pytest.raises(ForbiddenError):
        keep_preferences(user_id=person.pk, region="PT", reminders=False, may_turn_reminders_off=False)
    with pytest.raises(ForbiddenError):
        keep_preferences(user_id=person.pk, region="XX", reminders=True, may_turn_reminders_off=True)
    assert kept(person) == ("", True)


def test_nobody_changes_what_another_chose(client, person):
    other = UserFactory(region="BR")
    client.post(
        f"{PAGE}?user_id={other.pk}", {"region": "PT", "reminders": "on", "user_id": other.pk, "user": other.pk}
    )
    assert kept(other) == ("BR", True)
    assert kept(person) == ("PT", True)


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_signed_out_is_sent_to_sign_in(client, db, method):
    other = UserFactory()
    answer = getattr(client, method)(PAGE, {"region": "PT", "reminders": "on"})
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/accounts/login/")
    assert kept(other) == ("", True)


def test_a_form_of_another_site_changes_nothing(person):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person)
    assert strict.post(PAGE, {"region": "PT", "reminders": "on"}).status_code == 403
    assert kept(person) == ("", True)


def test_every_country_with_lines_can_be_chosen_and_no_other(person):
    choices = dict(region_choices())
    assert {"DE", "US", "BR", "GR"} <= choices.keys()
    assert not {"EU", "INT", "TH"} & choices.keys()
    assert list(choices.values()) == sorted(choices.values())
    for region in choices:
        User(username="x", password="x", region=region).clean_fields()


def test_it_is_one_tap_from_the_conversation(client, person):
    assert f'href="{PAGE}"' in client.get("/").content.decode()
    started = client.post(reverse("conversations"))
    assert f'href="{PAGE}"' in client.get(started.headers["Location"]).content.decode()


def test_a_time_zone_is_kept_and_can_be_taken_back(client, person):
    for zone in ("Europe/Lisbon", ""):
        client.post(PAGE, {"region": "", "reminders": "on", "time_zone": zone})
        person.refresh_from_db()
        assert person.time_zone == zone


def test_a_time_zone_that_is_none_changes_nothing(client, person):
    answer = client.post(PAGE, {"region": "PT", "reminders": "on", "time_zone": "Europe/Atlantis"})
    assert answer.status_code == 400
    assert "Write it like Europe/Lisbon" in answer.content.decode()
    assert kept(person) == ("", True)
