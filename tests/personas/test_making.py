"""A companion is its maker's own: kept whole, changed, copied, shared by operators only, and deleted without losing a word."""

import pytest
from django.db import IntegrityError, transaction

from chat import conversations
from chat.conversations import start_conversation, usual_companion
from chat.leaving import leave
from chat.listing.deleting import delete_conversation
from chat.models import Conversation, Flag, Message, Persona
from chat.personas import making
from chat.personas.judging import RefusedSheetError
from chat.personas.making import (
    change_companion,
    delete_companion,
    duplicate_companion,
    make_companion,
    share_companion,
    sheet_of,
    withdraw_companion,
)
from chat.personas.sheets import MOST, SheetError, cleaned
from companion.models import User
from sessions_ext import age
from tests.personas.sheets import GIVEN, sheet


def test_all_that_was_said_is_kept_and_private(own, owner):
    kept = Persona.objects.get(pk=own.pk)
    assert sheet_of(kept) == sheet()
    assert (kept.owner, kept.is_shared, kept.label, kept.instructions) == (owner, False, "safe", "")
    assert "wilhelmine" not in kept.slug


@pytest.mark.parametrize("field", ["name", "tagline", "description", "traits", "style", "language", "examples"])
def test_what_is_too_long_is_told_by_how_much(field):
    assert getattr(cleaned(sheet(**{field: "a" * MOST[field]})), field) == "a" * MOST[field]
    with pytest.raises(SheetError) as refused:
        cleaned(sheet(**{field: "a" * (MOST[field] + 3)}))
    assert list(refused.value.problems) == [field]
    assert "shorten it by 3" in refused.value.problems[field]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " \n "}, "name"),
        ({"description": ""}, "description"),
        ({"greetings": ("a" * 401,)}, "greetings"),
        ({"greetings": ("a", "b", "c", "d", "e")}, "greetings"),
        ({"openings": ("a" * 121,)}, "openings"),
        ({"openings": ("a", "b", "c", "d")}, "openings"),
        ({"mark": "../../etc/passwd"}, "mark"),
        ({"colour": "red;}"}, "colour"),
    ],
)
def test_what_can_not_be_is_told_where(wrong, field):
    with pytest.raises(SheetError) as refused:
        cleaned(sheet(**wrong))
    assert list(refused.value.problems) == [field]


def test_what_can_not_be_stored_or_would_break_a_line_goes():
    kept = cleaned(sheet(name="Wil\0\ud800he\nlm ", greetings=("", " Come.\r\nSit. ")))
    assert (kept.name, kept.greetings) == ("Wilhe lm", ("Come.\nSit.",))


def test_everything_together_is_shorter_than_a_message(settings):
    several = {"greeting": 4, "opening": 3}
    assert sum(most * several.get(name, 1) for name, most in MOST.items()) < settings.MESSAGE_MAX_CHARS


def test_a_change_of_what_a_model_is_told_is_dated_and_counted(own, owner):
    changed = change_companion(user_id=owner.pk, slug=own.slug, sheet=sheet(greetings=("Hello.",), colour="plum"))
    assert (changed.version, changed.changed_at) == (1, None)
    changed = change_companion(user_id=owner.pk, slug=own.slug, sheet=sheet(style="In riddles."))
    assert (changed.version, changed.style) == (2, "In riddles.")
    assert changed.changed_at is not None


def test_there_is_an_end_to_how_many_one_makes(own, owner, monkeypatch):
    monkeypatch.setattr(making, "MOST_OWN", 2)
    make_companion(user_id=owner.pk, sheet=sheet())
    with pytest.raises(SheetError):
        make_companion(user_id=owner.pk, sheet=sheet())
    with pytest.raises(SheetError):
        duplicate_companion(user_id=owner.pk, slug="mira")
    assert Persona.objects.owned_by(owner.pk).count() == 2


def test_mira_made_one_s_own_is_hers_and_no_longer_everybody_s(owner):
    copy = duplicate_companion(user_id=owner.pk, slug="mira")
    mira = Persona.objects.get(slug="mira")
    assert sheet_of(copy) == sheet_of(mira)
    assert (copy.owner, copy.is_shared) == (owner, False)
    change_companion(user_id=owner.pk, slug=copy.slug, sheet=sheet())
    assert Persona.objects.get(slug="mira").description == mira.description


def test_a_copy_of_one_s_own_can_be_told_from_it(own, owner):
    assert duplicate_companion(user_id=owner.pk, slug=own.slug).name == "Wilhelmine, again"


def test_who_is_under_18_by_now_copies_nothing_for_adults(owner):
    own = make_companion(user_id=owner.pk, sheet=sheet(style="Full of marigold."))
    age.close_account(user_id=owner.pk, told_age=15)
    with pytest.raises(SheetError):
        duplicate_companion(user_id=owner.pk, slug=own.slug)
    assert Persona.objects.owned_by(owner.pk).count() == 1


# --- Deleting
def test_where_nobody_talked_with_it_nothing_is_left(own, owner):
    delete_companion(user_id=owner.pk, slug=own.slug)
    assert not Persona.objects.filter(pk=own.pk).exists()


def test_conversations_with_a_deleted_one_go_on_and_no_new_one_begins(own, owner):
    conversation = start_conversation(user_id=owner.pk, persona_slug=own.slug)
    delete_companion(user_id=owner.pk, slug=own.slug)
    conversation.refresh_from_db()
    assert conversation.persona.description == GIVEN["description"]
    with pytest.raises(Persona.DoesNotExist):
        start_conversation(user_id=owner.pk, persona_slug=own.slug)
    assert usual_companion(user_id=owner.pk).slug == "mira"
    with pytest.raises(Persona.DoesNotExist):
        delete_companion(user_id=owner.pk, slug=own.slug)


def test_a_deleted_one_goes_with_the_last_conversation_that_needed_it(own, owner):
    first, last = (start_conversation(user_id=owner.pk, persona_slug=own.slug) for _ in range(2))
    delete_companion(user_id=owner.pk, slug=own.slug)
    delete_conversation(user_id=owner.pk, conversation_id=first.pk)
    assert Persona.objects.filter(pk=own.pk).exists()
    delete_conversation(user_id=owner.pk, conversation_id=last.pk)
    assert not Persona.objects.filter(pk=own.pk).exists()


def test_one_that_is_there_stays_without_conversations(own, owner):
    conversation = start_conversation(user_id=owner.pk, persona_slug=own.slug)
    delete_conversation(user_id=owner.pk, conversation_id=conversation.pk)
    assert Persona.objects.owned_by(owner.pk).get() == own


# --- Sharing
def test_an_operator_shares_their_own_and_takes_it_off_the_shelf(operator, stranger):
    own = make_companion(user_id=operator.pk, sheet=sheet())
    shared = share_companion(user_id=operator.pk, slug=own.slug)
    assert (shared.owner, shared.is_shared) == (None, True)
    conversation = start_conversation(user_id=stranger.pk, persona_slug=own.slug)
    withdraw_companion(user_id=operator.pk, slug=own.slug)
    with pytest.raises(Persona.DoesNotExist):
        start_conversation(user_id=stranger.pk, persona_slug=own.slug)
    assert Conversation.objects.get(pk=conversation.pk).persona == own
    assert share_companion(user_id=operator.pk, slug=own.slug).is_shared


def test_what_everybody_meets_outlives_the_account_of_who_made_it(operator, stranger):
    own = make_companion(user_id=operator.pk, sheet=sheet())
    share_companion(user_id=operator.pk, slug=own.slug)
    leave(user_id=operator.pk)
    assert start_conversation(user_id=stranger.pk, persona_slug=own.slug).persona == own


def test_nobody_else_shares(own, owner, operator):
    for user in (owner, operator):  # nor an operator somebody else's
        with pytest.raises(Persona.DoesNotExist):
            share_companion(user_id=user.pk, slug=own.slug)
    with pytest.raises(Persona.DoesNotExist):
        withdraw_companion(user_id=owner.pk, slug="mira")


@pytest.mark.parametrize("word", ["periwinkle", "marigold"])
def test_what_everybody_meets_is_kept_to_friendship(operator, word):
    own = make_companion(user_id=operator.pk, sheet=sheet(style=f"Full of {word}."))
    with pytest.raises(SheetError):
        share_companion(user_id=operator.pk, slug=own.slug)
    with pytest.raises(SheetError):
        change_companion(user_id=operator.pk, slug="oswin", sheet=sheet(style=f"Full of {word}."))
    assert Persona.objects.get(slug="oswin").version == 1


def test_no_row_is_both_somebody_s_and_everybody_s(own):
    with pytest.raises(IntegrityError), transaction.atomic():
        Persona.objects.filter(pk=own.pk).update(is_shared=True)


# --- Leaving
def test_who_leaves_takes_their_companions_along(own, owner, stranger):
    start_conversation(user_id=owner.pk, persona_slug=own.slug)
    others = make_companion(user_id=stranger.pk, sheet=sheet())
    leave(user_id=owner.pk)
    assert not Persona.objects.filter(pk=own.pk).exists()
    assert Persona.objects.filter(pk=others.pk).exists()
    assert not User.objects.filter(pk=owner.pk).exists()


def test_of_one_that_a_flagged_message_still_needs_no_word_is_left(own, owner):
    conversation = start_conversation(user_id=owner.pk, persona_slug=own.slug)
    message = Message.objects.create(conversation=conversation, role="user", position=0, text="flagged")
    Flag.objects.create(kind="message", label="nonconsensual", message=message, conversation=conversation, user=owner)
    leave(user_id=owner.pk)
    left = Persona.objects.get(pk=own.pk)
    said = " ".join(str(getattr(left, field.attname)) for field in Persona._meta.concrete_fields)
    assert not [word for words in GIVEN.values() for word in words if len(word) > 9 and word in said]
    for word in ("Wilhelmine", "river", "rope", "German", "wry", "riddles", "lead"):
        assert word not in said


# --- The one that everybody begins with
def test_the_usual_companion_can_be_changed_but_never_taken_away(operator, owner):
    for do in (delete_companion, withdraw_companion):
        with pytest.raises(RefusedSheetError):
            do(user_id=operator.pk, slug="mira")
    assert usual_companion(user_id=owner.pk).slug == "mira"
    assert change_companion(user_id=operator.pk, slug="mira", sheet=sheet(name="Mirabel")).name == "Mirabel"


# --- Deleted while somebody begins to talk with it
@pytest.fixture
def deleted_meanwhile(monkeypatch, owner, own):
    """Between the look and the beginning."""
    found = conversations._with_whom

    def then_deleted(*asked):
        persona = found(*asked)
        if persona == own:
            delete_companion(user_id=owner.pk, slug=own.slug)
        return persona

    monkeypatch.setattr(conversations, "_with_whom", then_deleted)


@pytest.mark.parametrize("is_kept", [True, False])
def test_who_begins_with_one_that_is_deleted_just_now_is_told_that_it_is_gone(
    client, own, owner, deleted_meanwhile, is_kept
):
    if is_kept:
        Conversation.objects.create(user=owner, persona=own)
    client.force_login(owner)
    answer = client.post("/conversations/", {"persona": own.slug}, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert Conversation.objects.count() == int(is_kept)


def test_who_named_none_talks_with_the_usual_one_then(client, own, owner, deleted_meanwhile):
    Conversation.objects.create(user=owner, persona=own)
    client.force_login(owner)
    assert client.post("/conversations/").status_code == 303
    assert Conversation.objects.newest_first().first().persona.slug == "mira"
