import re
import uuid

import pytest

from chat.models import Persona
from memory.governing.choices import choices_of, is_paused
from memory.models import Episode, Memory
from tests.factories import ConversationFactory, UserFactory
from tests.memory.tell import home, known, told

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


@pytest.fixture
def owner(client):
    owner = UserFactory()
    client.force_login(owner)
    return owner


def said(client, path, **asked):
    answer = client.get(path, asked)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def act(client, memory, action, **fields):
    return client.post(f"/memories/{memory.pk}/{action}/", fields, headers=JSON)


def test_an_empty_page_invites(client, owner):
    page = said(client, "/memories/")
    assert "Nothing yet." in page
    assert "Narrow it down" not in page


def test_each_memory_stands_with_its_proof_and_leads_to_where_it_was_said(client, owner):
    memory = known(owner, "Your dog is called Biscuit.", quote="my dog is called Biscuit", persona_id=None)
    known(UserFactory(), "You love cocoa.")
    for path in ("/memories/", f"/memories/{memory.pk}/"):
        page = client.get(path).content.decode()
        episode = memory.sources.get().episode
        assert "Your dog is called Biscuit." in page
        assert "my dog is called Biscuit" in page
        assert f'/conversations/{episode.conversation_id}/#m-{episode.message_id}"' in page
        assert "cocoa" not in page


def test_the_list_can_be_searched_and_narrowed(client, owner):
    known(owner, "Your dog is called Biscuit.", kind="pet", persona_id=None)
    known(owner, "You love tea.", kind="like")
    assert "Biscuit" not in said(client, "/memories/", kind="like")
    assert "tea" not in said(client, "/memories/", text="biscuit")
    assert "tea" not in said(client, "/memories/", companion="shared")
    assert "Nothing like that" in said(client, "/memories/", text="whale")
    assert "You love tea." in said(client, "/memories/", kind="no such kind", since="never", page="last")


def test_many_stand_on_several_pages_that_keep_the_search(client, owner):
    episode = told(owner, "words")
    for number in range(45):
        known(owner, f"You saw fox {number}.", episode=episode)
    page = client.get("/memories/", {"text": "fox"}).content.decode()
    assert page.count('class="memory-text"') == 40
    assert "?text=fox&amp;page=2" in page


def test_what_replaced_what_is_shown_on_the_page_of_either(client, owner):
    porto = home(owner, "You live in Porto.")
    lyon = known(owner, "You live in Lyon.", status="proposed", slot="home", kind="place")
    assert act(client, lyon, "approve").json()["memory"]["status"] == "active"
    for memory in (porto, lyon):
        page = said(client, f"/memories/{memory.pk}/")
        assert "What replaced what" in page
        assert page.index("You live in Lyon.", page.index("What replaced")) < page.rindex("You live in Porto.")


@pytest.mark.parametrize("action", ["pin", "unpin", "share", "take-back", "reject", "edit", "undo", "approve"])
def test_each_button_does_its_thing_and_goes_back_to_the_page(client, owner, action):
    memory = known(owner, "You love tea.", status="proposed" if action == "approve" else "active")
    answer = client.post(f"/memories/{memory.pk}/{action}/", {"text": "You love green tea."})
    assert answer.status_code == 303
    page = said(client, answer.url)
    assert "tea." in page
    assert client.get(answer.url).status_code == 200


def test_an_edit_that_can_t_be_kept_says_why(client, owner):
    memory = known(owner, "You love tea.")
    answer = act(client, memory, "edit", text=" ")
    assert (answer.status_code, answer.json()["code"]) == (409, "forbidden")
    page = client.post(f"/memories/{memory.pk}/edit/", {"text": " "}, follow=True).content.decode()
    assert "Write one sentence" in page


def test_a_stranger_s_button_does_nothing(client, owner):
    memory = known(UserFactory(), "You love tea.", status="proposed")
    episode = memory.sources.get().episode
    before = (Memory.objects.values().get(), Episode.objects.values().get())
    for action in ("approve", "reject", "undo", "pin", "unpin", "share", "take-back", "edit", "forget", "not-now"):
        for one in (memory.pk, episode.pk, uuid.uuid4()):
            fields = {"text": "You love coffee.", "conversation": str(uuid.uuid4())}
            assert client.post(f"/memories/{one}/{action}/", fields).status_code == 404
            assert client.post(f"/memories/{one}/{action}/", fields, headers=JSON).status_code == 404
    assert (Memory.objects.values().get(), Episode.objects.values().get()) == before


def test_buttons_go_on_within_this_site_only(client, owner):
    memory = known(owner, "You love tea.")
    for wanted, goes in (("/conversations/", "/conversations/"), ("https://evil.example/", f"/memories/{memory.pk}/")):
        assert client.post(f"/memories/{memory.pk}/pin/", {"next": wanted}).url == goes


def test_there_are_no_other_buttons_and_a_get_does_nothing(client, owner):
    memory = known(owner, "You love tea.")
    assert client.post(f"/memories/{memory.pk}/explode/").status_code == 404
    assert client.get(f"/memories/{memory.pk}/forget/").status_code == 405
    assert act(client, memory, "not-now", conversation="none").status_code == 400
    assert Memory.objects.exists()


def test_what_was_said_has_a_page_and_can_be_forgotten(client, owner):
    episode = told(owner, "My dog is called Biscuit")
    assert "My dog is called Biscuit" in said(client, f"/memories/{episode.pk}/")
    assert client.post(f"/memories/{episode.pk}/forget/").url == "/memories/"
    assert client.get(f"/memories/{episode.pk}/").status_code == 404


# --- What waits
def test_what_waits_is_judged_one_by_one_or_together(client, owner):
    fox, owl, hare = (known(owner, f"You saw {what}.", status="proposed") for what in ("a fox", "an owl", "a hare"))
    assert "3 things wait" in said(client, "/memories/")
    client.post("/memories/waiting/", {"do": f"approve:{fox.pk}", "ids": [owl.pk]})
    client.post("/memories/waiting/", {"do": "reject", "ids": [owl.pk, hare.pk]})
    assert {one.text: one.status for one in Memory.objects.all()} == {
        "You saw a fox.": "active", "You saw an owl.": "rejected", "You saw a hare.": "rejected"
    }  # fmt: skip
    assert "Nothing waits for you" in said(client, "/memories/waiting/")


@pytest.mark.parametrize("fields", [{}, {"do": "approve"}, {"do": "approve:one"}, {"do": "explode", "ids": "x"}])
def test_nothing_chosen_changes_nothing(client, owner, fields):
    known(owner, "You saw a fox.", status="proposed")
    assert client.post("/memories/waiting/", fields).status_code == 302
    assert Memory.objects.get().status == "proposed"


# --- Choices
def test_choices_are_kept(client, owner):
    client.post("/memories/choices/", {"ask_first": "on"})
    chosen = choices_of(user_id=owner.pk)
    assert (chosen.paused, chosen.ask_first, chosen.adult_recall) == (True, True, False)
    assert "Nothing new is being remembered" in said(client, "/memories/")
    client.post("/memories/choices/", {"remembers": "on", "adult_recall": "on"})
    chosen = choices_of(user_id=owner.pk)
    assert (chosen.paused, chosen.ask_first, chosen.adult_recall) == (False, False, True)


def test_one_conversation_is_paused_by_its_owner_only(client, owner):
    own, stranger_s = ConversationFactory(user=owner), ConversationFactory()
    for conversation, status in ((own, 302), (stranger_s, 404)):
        assert client.post(f"/conversations/{conversation.pk}/memory/", {"paused": "yes"}).status_code == status
    assert is_paused(user_id=owner.pk, conversation_id=own.pk)
    assert not is_paused(user_id=stranger_s.user_id, conversation_id=stranger_s.pk)
    client.post(f"/conversations/{own.pk}/memory/", {"paused": "no"})
    assert not is_paused(user_id=owner.pk, conversation_id=own.pk)


# --- Forgetting
def test_forgetting_all_asks_first(client, owner):
    known(owner, "You love tea.")
    assert "One memory goes" in said(client, "/memories/forget/")
    for fields in ({}, {"what": "everything"}, {"sure": "on"}, {"what": "nobody", "sure": "on"}):
        assert client.post("/memories/forget/", fields).url == "/memories/forget/"
    assert Memory.objects.exists()
    assert client.post("/memories/forget/", {"what": "everything", "sure": "on"}).url == "/memories/"
    assert not Memory.objects.exists()


def test_what_one_companion_knows_can_be_forgotten_alone(client, owner):
    mira = Persona.objects.get(slug="mira")
    known(owner, "You love tea.", persona_id=mira.pk)
    known(owner, "You love coffee.")
    client.post("/memories/forget/", {"what": str(mira.pk), "sure": "on"})
    assert Memory.objects.get().text == "You love coffee."


# --- Beside a conversation
def test_notes_show_the_proof_of_one_s_own_only(client, owner):
    episode = told(owner, "I live in Porto")
    ids = [known(owner, "You love tea.").pk, episode.pk, known(UserFactory(), "You love cocoa.").pk]
    asked = {"ids": ",".join(map(str, ids)), "conversation": str(uuid.uuid4())}
    page = client.get("/memories/notes/", asked).content.decode()
    assert "You love tea." in page
    assert "I live in Porto" in page
    assert "cocoa" not in page
    assert client.get("/memories/notes/", {"ids": "one"}).status_code == 404


def test_nobody_signed_in_is_led_to_the_door(client):
    for path in ("", "waiting/", "choices/", "export/", "forget/", "notes/", f"{uuid.uuid4()}/"):
        assert client.get(f"/memories/{path}").status_code == 302
    assert client.post(f"/memories/{uuid.uuid4()}/forget/").status_code == 302
