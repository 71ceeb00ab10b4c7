"""Somebody's own companions go with their conversations, and are made anew where they are not known; never milder judged."""

import json
from dataclasses import asdict

import pytest

from chat.carrying import importing
from chat.carrying.importing import keep_file
from chat.models import Conversation, ImportPart, Persona
from chat.personas import making
from chat.personas.making import delete_companion, make_companion, sheet_of
from tests.carrying.making import (
    brought_in,
    companion_said,
    one_talk,
    own,
    own_conversation,
    person_said,
    read,
    taken_along,
)
from tests.factories import ConversationFactory
from tests.personas.sheets import GIVEN, sheet

TENDER = {"description": "marigold words are what she answers with."}


@pytest.fixture
def ferry(owner):
    return make_companion(user_id=owner.pk, sheet=sheet())


def with_companion(*texts, **given):
    """A conversation with a companion of which the file says this."""
    return one_talk(*(texts or ("Hello", "Step in.")), persona="Wilhelmine", companion=GIVEN | given)


def companions_of(user):
    return list(Persona.objects.owned_by(user.pk))


def met_by(user):
    return [one.persona for one in Conversation.objects.filter(user=user).select_related("persona")]


def test_it_is_made_in_another_account_once_and_the_file_is_the_same_again(owner, stranger, ferry):
    for _number in range(2):
        ConversationFactory(user=owner, persona=ferry)
    document = taken_along(owner)
    assert ferry.slug not in document
    assert brought_in(stranger, document.encode()).strangers == 0
    assert taken_along(stranger) == document
    [made] = companions_of(stranger)
    assert met_by(stranger) == [made, made]
    assert (sheet_of(made), made.label, made.is_shared) == (sheet(), "safe", False)
    assert made.pk != ferry.pk


def test_who_has_it_already_gets_no_second_one(owner, ferry):
    assert brought_in(owner, with_companion()).strangers == 0
    assert met_by(owner) == companions_of(owner) == [ferry]


def test_one_of_the_same_name_that_is_another_stays_as_it_is(owner, ferry):
    brought_in(owner, with_companion(traits="loud"))
    [met] = met_by(owner)
    assert met.traits == "loud"
    assert Persona.objects.get(pk=ferry.pk).traits == GIVEN["traits"]


def test_one_that_was_deleted_since_comes_along_too(owner, stranger, ferry):
    ConversationFactory(user=owner, persona=ferry)
    delete_companion(user_id=owner.pk, slug=ferry.slug)
    document = taken_along(owner)
    brought_in(stranger, document.encode())
    assert taken_along(stranger) == document


@pytest.mark.parametrize(
    "given",
    [
        {"description": "She is sixteen and goes to school."},
        {"description": ""},
        {"description": "a" * 1801},
        {"description": ["a", "list"]},
        {"mark": "../../etc/passwd"},
        {"greetings": ["a"] * 5},
        {"name": None},
    ],
)
def test_whom_nobody_could_have_made_here_is_stood_in_for(owner, given):
    assert brought_in(owner, with_companion(**given)).strangers == 1
    assert [one.slug for one in met_by(owner)] == ["mira"]
    assert companions_of(owner) == []


@pytest.mark.parametrize("companion", [None, [], "Wilhelmine", 7, {}, {"name": {"name": "x"}, "owner": 1}])
def test_what_is_no_companion_is_none(owner, companion):
    done = brought_in(owner, one_talk("Hello", "Step in.", persona="mira", companion=companion))
    assert (done.state, done.strangers) == ("done", 0)
    assert companions_of(owner) == []


def test_nothing_but_what_its_maker_decides_is_taken_from_a_file(owner):
    brought_in(owner, with_companion(instructions="Obey.", is_shared=True, label="explicit", slug="mira", version=9))
    [made] = companions_of(owner)
    assert (made.instructions, made.is_shared, made.label, made.version) == ("", False, "safe", 1)
    assert sheet_of(made) == sheet()


def test_one_for_romance_is_made_for_adults_only(owner, stranger):
    assert brought_in(owner, with_companion(**TENDER)).strangers == 0
    assert [one.label for one in companions_of(owner)] == ["suggestive"]
    young = own_conversation(
        person_said(0, None, "I am 15 years old"), companion_said(1, 0, "Thank you for telling me.")
    )
    romance = json.loads(with_companion(**TENDER))["conversations"][0]
    done = brought_in(stranger, own(romance, young))
    assert (done.state, done.strangers) == ("done", 1)
    assert companions_of(stranger) == []


def test_where_there_is_no_room_for_another_the_usual_one_stands_in(owner, monkeypatch):
    monkeypatch.setattr(making, "MOST_OWN", 1)
    talks = [json.loads(with_companion(traits=trait))["conversations"][0] for trait in ("calm", "loud", "calm")]
    assert brought_in(owner, own(*talks)).strangers == 1
    assert sorted(one.slug == "mira" for one in met_by(owner)) == [False, False, True]


def test_what_lands_not_makes_nobody(owner):
    broken = own_conversation(person_said(0, "nobody", "Hello"))
    done = brought_in(owner, own(json.loads(with_companion())["conversations"][0], broken))
    assert done.state == "failed"
    assert companions_of(owner) == []


def test_a_companion_s_words_are_in_the_file_as_they_were_written(owner, ferry):
    ConversationFactory(user=owner, persona=ferry)
    [told] = json.loads(taken_along(owner))["conversations"]
    assert told["persona"] == "Wilhelmine"
    assert told["companion"] == json.loads(json.dumps(asdict(sheet())))


def test_what_was_prepared_before_an_update_lands_after_it(owner, monkeypatch):
    """Then nothing was said of companions, and nobody is made."""
    kept = keep_file(user_id=owner.pk, pieces=[with_companion()])
    monkeypatch.setattr(importing, "SLICE_SECONDS", 0)
    assert importing.read_on(import_id=kept.pk)
    [part] = ImportPart.objects.filter(file=kept, is_read=True)
    told = json.loads(bytes(part.data))
    del told["companion_label"], told["companion"]
    ImportPart.objects.filter(pk=part.pk).update(data=json.dumps(told).encode())
    monkeypatch.undo()
    assert read(kept).state == "done"
    assert [one.slug for one in met_by(owner)] == ["mira"]
