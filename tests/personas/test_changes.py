"""A line stands where the companion, the model or the rules are not those of the last reply; and nowhere else."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from chat.changes import noting
from chat.changes.noting import note_changes, words_of
from chat.conversations import start_conversation
from chat.models import Change, Conversation, Message
from chat.personas.making import change_companion
from chat.protocol import RegenerateReply
from chat.turns.finish import Outcome, finish_turn
from chat.turns.prepare import prepare
from tests.factories import ConversationFactory
from tests.personas.sheets import sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def conversation(own, owner):
    return start_conversation(user_id=owner.pk, persona_slug=own.slug)


@pytest.fixture
def talk(say_to, conversation):
    """A whole turn as it is led in earnest; the lines that were found."""

    def turn(text="Good evening", *, frame=None, model=None, instead_of=""):
        admitted = say_to(conversation, text, answer="", frame=frame)
        plan = prepare(turn=admitted.turn, vector=None)
        outcome = Outcome(
            finish="stop", text="Hello.", model=model or plan.asks[0].provider.model, instead_of=instead_of
        )
        finish_turn(turn=admitted.turn, outcome=outcome)
        return list(plan.changes)

    return turn


def change(own, owner, **more):
    return change_companion(user_id=owner.pk, slug=own.slug, sheet=sheet(**more))


def lines(client, conversation):
    client.force_login(conversation.user)
    return [one["notices"] for one in client.get(f"/conversations/{conversation.pk}/messages/").json()["messages"]]


def test_an_ordinary_turn_has_no_line_and_makes_no_statement_for_it(
    talk, say_to, conversation, django_assert_num_queries
):
    assert talk() == talk() == []
    turn = say_to(conversation, "Again", answer="").turn
    with django_assert_num_queries(0):
        found = note_changes(
            conversation=turn.message.conversation, persona=turn.persona, model="scripted",
            message_id=turn.message.pk, is_first=False,
        )  # fmt: skip
    assert found == []


def test_a_changed_companion_is_told_before_the_next_message_and_once(talk, own, owner, conversation, client):
    talk()
    changed = change(own, owner, style="In riddles.")
    [line] = talk("And now?")
    day = f"{changed.changed_at.day} {changed.changed_at:%B}"
    assert words_of(line) == f"Wilhelmine’s description changed on {day}."
    assert talk("And then?") == []
    told = {"kind": "persona", "text": words_of(line)}
    assert lines(client, conversation) == [[], [], [told], [], [], []]
    assert (
        f'<p class="notice" dir="auto">{told["text"]}</p>'
        in client.get(f"/conversations/{conversation.pk}/").content.decode()
    )


def test_what_is_only_shown_is_no_change(talk, own, owner):
    talk()
    change(own, owner, greetings=("Hello.",), colour="plum", openings=())
    assert talk() == []


def test_a_change_before_the_first_message_is_none(talk, own, owner):
    change(own, owner, style="In riddles.")
    assert talk() == talk() == []
    assert not Change.objects.exists()


def test_a_conversation_that_begins_later_has_no_line(own, owner, talk, say_to):
    change(own, owner, style="In riddles.")
    later = start_conversation(user_id=owner.pk, persona_slug=own.slug)
    say_to(later, "Good evening")
    turn = say_to(later, "Again", answer="").turn
    assert list(prepare(turn=turn, vector=None).changes) == []


def test_another_model_is_named(talk, conversation, client):
    talk(model="elderberry-7b")
    [line] = talk()
    assert words_of(line) == "Another model answers now: scripted."
    assert talk() == []
    assert lines(client, conversation) == [[], [], [{"kind": "model", "text": words_of(line)}], [], [], []]


def test_a_model_that_answered_in_its_place_once_is_no_other_model(talk):
    talk()
    assert talk(model="elderberry-7b", instead_of="scripted") == []
    assert talk() == []


@pytest.mark.parametrize("route", ["adult", "support"])
def test_models_of_other_routes_are_none(talk, say_to, conversation, route):
    talk()
    turn = say_to(conversation, "Again", answer="").turn
    finish_turn(turn=turn.__class__(**{n: getattr(turn, n) for n in turn.__slots__} | {"route": route}),
                outcome=Outcome(finish="stop", text="Hello.", model="elderberry-7b"))  # fmt: skip
    assert talk() == []


def test_other_rules_are_told(talk, monkeypatch):
    talk()
    monkeypatch.setattr(noting, "POLICY_VERSION", 2)
    [line] = talk()
    assert words_of(line).startswith("What is answered here, and what isn’t, changed on ")
    assert talk() == []


def test_several_at_once_are_told_in_order(talk, own, owner, monkeypatch, conversation, client):
    talk(model="elderberry-7b")
    change(own, owner, style="In riddles.")
    monkeypatch.setattr(noting, "POLICY_VERSION", 2)
    assert [line.kind for line in talk()] == ["persona", "model", "policy"]
    assert [one["kind"] for one in lines(client, conversation)[2]] == ["persona", "model", "policy"]


def test_of_an_answer_said_anew_the_line_stands_above_the_answer(talk, own, owner, conversation, client):
    talk()
    change(own, owner, style="In riddles.")
    conversation.refresh_from_db()
    assert len(talk(frame=RegenerateReply(uuid.uuid4(), conversation.head_id))) == 1
    assert [len(one) for one in lines(client, conversation)] == [0, 1]


def test_a_year_later_the_year_is_said():
    then = timezone.now() - timedelta(days=400)
    line = Change(kind="persona", name="Ada", changed_at=then)
    assert words_of(line).endswith(f"{then.year}.")


def test_markup_in_a_name_stays_words(conversation, client, say_to):
    say_to(conversation, "Good evening")
    for kind in ("persona", "model"):
        Change.objects.create(message=Message.objects.get(position=0), kind=kind, name="<script>alert(1)</script>")
    client.force_login(conversation.user)
    page = client.get(f"/conversations/{conversation.pk}/").content.decode()
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") >= 2


def test_lines_of_others_are_others(conversation, client, say_to):
    other = ConversationFactory(user=conversation.user)
    for one in (conversation, other):
        say_to(one, "Good evening")
    first = Message.objects.get(conversation=other, position=0)
    Change.objects.create(message=first, kind="model", name="elderberry-7b")
    assert lines(client, conversation) == [[], []]
    assert [len(one) for one in lines(client, other)] == [1, 0]


def test_a_conversation_from_before_stays_without_a_line(talk, conversation):
    Conversation.objects.filter(pk=conversation.pk).update(model="")
    assert talk() == talk() == []
