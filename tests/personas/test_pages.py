"""The shelf, one companion, the form; and that nobody meets somebody else's."""

import re

import pytest

from chat.conversations import start_conversation
from chat.models import Conversation, Persona
from chat.personas import making, pages
from chat.personas.making import delete_companion, make_companion, withdraw_companion
from sessions_ext import age
from tests.factories import UserFactory
from tests.personas.sheets import GIVEN, form, sheet

JSON = {"Accept": "application/json"}
MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7 }}"


@pytest.fixture
def me(client, owner):
    client.force_login(owner)
    return owner


def words(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


# --- The shelf
def test_mira_and_eight_more_stand_there_for_everybody(client, me):
    page = words(client, "/companions/")
    names = re.findall(r'<h3 dir="auto"><a [^>]+>(\w+)</a>', page)
    assert names[0] == "Mira"
    assert set(names) == {"Mira", "Oswin", "Tamsin", "Juniper", "Corvin", "Linnea", "Bram", "Sunniva", "Teodor"}
    assert "Yours" not in page


def test_one_s_own_stand_first(client, me, own):
    page = words(client, "/companions/")
    assert page.index("Wilhelmine") < page.index("Mira")


def test_each_on_the_shelf_has_a_page_and_can_be_talked_with(client, me):
    for persona in Persona.objects.on_the_shelf():
        page = words(client, f"/companions/{persona.slug}/")
        assert "an AI companion" in page
        assert "Make it mine" in page
        assert f"/companions/{persona.slug}/edit/" not in page
        answer = client.post("/conversations/", {"persona": persona.slug})
        assert answer.status_code == 303
        started = Conversation.objects.newest_first().first()
        assert started.persona == persona
        chat = words(client, f"/conversations/{started.pk}/")
        assert f'data-colour="{persona.colour}"' in chat
        assert f"/companions/{persona.slug}/" in chat


# --- Making one
def test_a_companion_is_made_with_a_form_and_talked_with(client, me):
    assert "Make this companion" in words(client, "/companions/new/")
    answer = client.post("/companions/new/", form())
    own = Persona.objects.owned_by(me.pk).get()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/companions/{own.slug}/")
    page = words(client, f"/companions/{own.slug}/")
    for said in (GIVEN["name"], GIVEN["description"], *GIVEN["greetings"], *GIVEN["openings"], "nobody else sees it"):
        assert said in page
    started = client.post("/conversations/", {"persona": own.slug}, headers=JSON).json()
    chat = words(client, started["url"])
    assert any(greeting in chat for greeting in GIVEN["greetings"])


def test_the_form_comes_back_with_what_was_written_and_what_is_wrong(client, me):
    answer = client.post("/companions/new/", form(name="", description="d" * 1801, greetings=["Kept, too.", ""]))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "A companion needs a name." in page
    assert "shorten it by 1." in page
    assert "Kept, too." in page
    assert GIVEN["style"] in page
    assert not Persona.objects.owned_by(me.pk).exists()


def test_what_is_refused_says_why_and_where_help_is(client, me):
    answer = client.post("/companions/new/", form(style="yarrow"), headers={"Accept-Language": "en-GB"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "you are not alone" in page
    assert "Samaritans" in page
    assert "under 18" in client.post("/companions/new/", form(style="a schoolgirl")).content.decode()
    assert not Persona.objects.owned_by(me.pk).exists()


def test_the_greeting_can_be_looked_at_before_anything_is_kept(client, me):
    page = client.post("/companions/new/", form(do="preview")).content.decode()
    assert "So a conversation would begin" in page
    assert page.count(GIVEN["greetings"][0]) == 2
    assert not Persona.objects.owned_by(me.pk).exists()


def test_it_is_changed_copied_and_deleted_by_its_buttons(client, me, own):
    assert GIVEN["description"] in words(client, f"/companions/{own.slug}/edit/")
    client.post(f"/companions/{own.slug}/edit/", form(name="Elfriede"))
    assert Persona.objects.get(pk=own.pk).name == "Elfriede"
    copied = client.post(f"/companions/{own.slug}/copy/").headers["Location"]
    assert "Elfriede, again" in words(client, copied)
    assert client.post(f"/companions/{own.slug}/delete/").status_code == 303
    assert words(client, f"/companions/{own.slug}/", status=404)
    assert Persona.objects.owned_by(me.pk).count() == 1


def test_a_copy_that_there_is_no_room_for_says_so(client, me, own, monkeypatch):
    monkeypatch.setattr(making, "MOST_OWN", 1)
    page = client.post(f"/companions/{own.slug}/copy/", follow=True).content.decode()
    assert "There is room for 1 companions. Delete one first." in page
    assert Persona.objects.owned_by(me.pk).count() == 1


def test_an_operator_s_buttons_do_what_they_say(client, operator):
    client.force_login(operator)
    withdraw_companion(user_id=operator.pk, slug="bram")
    assert client.post("/companions/bram/copy/").status_code == 303
    assert "Bram" in words(client, f"/companions/{Persona.objects.owned_by(operator.pk).get().slug}/")
    for path, sent in (("delete", {}), ("share", {"shared": "no"})):
        page = client.post(f"/companions/mira/{path}/", sent, follow=True).content.decode()
        assert "Everybody begins with Mira." in page
    assert Persona.objects.on_the_shelf().filter(slug="mira").exists()


def test_a_conversation_says_that_its_companion_was_deleted(client, me, own):
    url = client.post("/conversations/", {"persona": own.slug}, headers=JSON).json()["url"]
    delete_companion(user_id=me.pk, slug=own.slug)
    page = words(client, url)
    assert "deleted since" in page
    assert f"/companions/{own.slug}/" not in page
    answer = client.post("/conversations/", {"persona": own.slug}, headers=JSON)
    assert answer.status_code == 400


def test_one_off_the_shelf_is_not_linked_to(client, me, operator):
    url = client.post("/conversations/", {"persona": "bram"}, headers=JSON).json()["url"]
    withdraw_companion(user_id=operator.pk, slug="bram")
    assert "/companions/bram/" not in words(client, url)
    assert "Bram" not in words(client, "/companions/")
    assert words(client, "/companions/bram/", status=404)
    client.force_login(operator)
    assert "Off the shelf" in words(client, "/companions/")
    assert "Share with everybody" in words(client, "/companions/bram/")


def test_a_new_conversation_is_with_whom_one_talked_last(client, me):
    client.post("/conversations/", {"persona": "corvin"})
    client.post("/conversations/")
    assert set(Conversation.objects.values_list("persona__slug", flat=True)) == {"corvin"}


def test_who_has_not_begun_meets_mira_and_the_others(client, me, own):
    page = words(client, "/")
    assert "Begin in your own words" in page
    assert page.index("Wilhelmine") < page.index("/companions/oswin/")


def test_every_greeting_has_its_turn_and_each_conversation_keeps_its_own(own):
    conversations = [Conversation(persona=own) for _ in range(40)]
    greetings = [own.greeting_for(one.pk) for one in conversations]
    assert set(greetings) == set(GIVEN["greetings"])
    assert greetings == [own.greeting_for(one.pk) for one in conversations]
    assert Persona().greeting_for(own.pk) == ""


# --- Heat leads nowhere without the adult route
def test_explicit_words_are_not_shown_without_the_adult_route(client, me, settings):
    own = make_companion(user_id=me.pk, sheet=sheet(greetings=("Come, periwinkle.",), openings=("My periwinkle",)))
    url = client.post("/conversations/", {"persona": own.slug}, headers=JSON).json()["url"]
    assert "periwinkle" not in words(client, url)
    settings.ADULT_PROVIDERS = ["scripted"]
    assert "periwinkle" not in words(client, url)
    assert "periwinkle" not in words(client, f"/companions/{own.slug}/")
    age.verify(user_id=me.pk, method="self_declaration")
    assert words(client, url).count("periwinkle") == 2
    assert words(client, f"/companions/{own.slug}/").count("periwinkle") == 2


def test_romance_is_not_shown_to_whom_is_under_18(client, me):
    own = make_companion(user_id=me.pk, sheet=sheet(greetings=("Come, marigold.",), tagline="all marigold"))
    url = client.post("/conversations/", {"persona": own.slug}, headers=JSON).json()["url"]
    assert "marigold" in words(client, url)
    own_page = f"/companions/{own.slug}/"
    for path in (own_page, f"{own_page}edit/", "/companions/"):
        assert "marigold" in words(client, path)
    age.close_account(user_id=me.pk, told_age=15)
    for path in (url, own_page, "/companions/", "/"):
        page = client.get(path, follow=True).content.decode()
        assert "marigold" not in page
        assert own.name in page
    edited = client.get(f"{own_page}edit/", follow=True).content.decode()
    assert "marigold" not in edited
    assert "It can be deleted." in edited
    assert client.post(f"{own_page}delete/").status_code == 303


# --- Strangers
DOORS = [
    ("get", "/companions/{}/"),
    ("get", "/companions/{}/edit/"),
    ("post", "/companions/{}/edit/"),
    ("post", "/companions/{}/copy/"),
    ("post", "/companions/{}/delete/"),
    ("post", "/companions/{}/share/"),
]


@pytest.mark.parametrize(("how", "path"), DOORS)
@pytest.mark.parametrize("who", ["stranger", "operator"])
def test_somebody_else_s_is_as_good_as_missing(client, own, who, how, path, request):
    client.force_login(request.getfixturevalue(who))
    for slug in (own.slug, "0123456789abcdef"):
        answer = getattr(client, how)(path.format(slug), form(name="Stolen"))
        assert answer.status_code == 404
        assert "Wilhelmine" not in answer.content.decode()
    kept = Persona.objects.get(pk=own.pk)
    assert (kept.name, kept.deleted_at, kept.is_shared) == ("Wilhelmine", None, False)
    assert Persona.objects.count() == 10


@pytest.mark.parametrize("who", ["stranger", "operator"])
def test_nobody_starts_or_finds_somebody_else_s(client, own, who, request):
    client.force_login(request.getfixturevalue(who))
    answer = client.post("/conversations/", {"persona": own.slug}, headers=JSON)
    missing = client.post("/conversations/", {"persona": "nobody"}, headers=JSON)
    assert (answer.status_code, answer.json()) == (missing.status_code, missing.json()) == (400, missing.json())
    for path in ("/", "/companions/", "/memories/", "/memories/forget/"):
        assert "Wilhelmine" not in words(client, path)
    assert not Conversation.objects.exists()


@pytest.mark.parametrize(("how", "path"), DOORS[1:3] + DOORS[4:])
def test_what_everybody_meets_is_changed_by_operators_only(client, me, how, path):
    assert getattr(client, how)(path.format("oswin"), form()).status_code == 404
    kept = Persona.objects.get(slug="oswin")
    assert (kept.name, kept.deleted_at, kept.is_shared) == ("Oswin", None, True)


def test_operators_change_what_everybody_meets(client, operator, stranger):
    client.force_login(operator)
    assert client.post("/companions/oswin/edit/", form(name="Oswin")).status_code == 303
    client.post("/companions/tamsin/share/", {"shared": "no"})
    client.force_login(stranger)
    page = words(client, "/companions/")
    assert GIVEN["tagline"] in page
    assert "Tamsin" not in page


def test_the_admin_knows_nothing_of_people_s_own(client, own, owner):
    conversation = start_conversation(user_id=owner.pk, persona_slug=own.slug)
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    for path in ("persona/", "conversation/", f"conversation/{conversation.pk}/change/"):
        assert "Wilhelmine" not in words(client, f"/admin/chat/{path}")
    assert client.get(f"/admin/chat/persona/{own.pk}/change/").status_code == 302


def test_nobody_signed_in_is_sent_to_log_in(client, own):
    for how, path in DOORS:
        answer = getattr(client, how)(path.format(own.slug))
        assert answer.headers["Location"].startswith("/accounts/login/")


def test_a_form_sent_too_often_is_told_to_wait(client, me, settings):
    settings.FORM_LIMITS = settings.FORM_LIMITS | {"companion": {"user": "1/h"}}
    assert client.post("/companions/new/", form()).status_code == 303
    assert client.post("/companions/new/", form()).status_code == 429
    assert client.get("/companions/new/").status_code == 200


# --- Markup
FIELDS = ["name", "tagline", "description", "traits", "style", "language", "examples", "greetings", "openings"]


@pytest.mark.parametrize("field", FIELDS)
def test_markup_in_any_field_stays_words_everywhere(client, me, field):
    hostile = MARKUP[:39] if field == "language" else MARKUP[:59]
    given = [hostile, hostile] if field.endswith("ings") else hostile
    assert client.post("/companions/new/", form(**{field: given})).status_code == 303
    own = Persona.objects.owned_by(me.pk).get()
    chat = client.post("/conversations/", {"persona": own.slug}, headers=JSON).json()["url"]
    preview = client.post(f"/companions/{own.slug}/edit/", form(do="preview", **{field: given})).content.decode()
    paths = ["/", "/companions/", f"/companions/{own.slug}/", f"/companions/{own.slug}/edit/", chat]
    for page in [preview, *(client.get(path, follow=True).content.decode() for path in paths)]:
        assert "<script>alert" not in page
        assert "onerror=alert(1)>" not in page
    assert "&lt;script&gt;alert(1)" in preview


def test_the_form_sends_what_the_sheet_has():
    """A field that is in one and not in the other would be lost at the first change."""
    assert set(GIVEN) == set(pages.Sheet.__slots__)
