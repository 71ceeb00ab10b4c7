import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from memory.governing.aside import set_aside
from memory.governing.changing import edit_memory, pin_memory, share_memory, take_back_memory
from memory.governing.errors import InTheWayError, NothingToUndoError, ReplacedError, UnwritableError
from memory.governing.finding import Wanted, chain_of, found_memories, waiting_count
from memory.governing.forgetting import forget_episode, forget_memory
from memory.governing.judging import approve_memory, judge_memories, reject_memory, undo
from memory.models import Episode, Memory, SetAside
from memory.recall import recall
from tests.factories import UserFactory
from tests.memory.tell import OTHER_PERSONA, PERSONA, home, known, told

pytestmark = pytest.mark.django_db
Status = Memory.Status


@pytest.fixture
def owner():
    return UserFactory()


@pytest.fixture
def moved(owner):
    """(Porto, Lyon): the second replaced the first."""
    porto = home(owner, "You live in Porto.")
    lyon = known(owner, "You live in Lyon.", kind="place", status=Status.PROPOSED, slot="home")
    lyon = approve_memory(user_id=owner.pk, memory_id=lyon.pk)
    lyon.status_before = ""
    lyon.save()
    porto.refresh_from_db()
    return porto, lyon


def state(owner):
    return {one.text: str(one.status) for one in Memory.objects.for_user(owner.pk)}


def test_nobody_but_its_owner_does_anything_with_a_memory(owner):
    memory = known(owner, "You love tea.", status=Status.PROPOSED)
    before = Memory.objects.values().get()
    stranger = UserFactory()
    services = [
        lambda **named: edit_memory(text="You love coffee.", **named), pin_memory, share_memory, take_back_memory, chain_of,
        approve_memory, reject_memory, undo, forget_memory, lambda **named: set_aside(conversation_id=uuid.uuid4(), **named),
    ]  # fmt: skip
    for service in services:
        for memory_id in (memory.pk, uuid.uuid4()):
            with pytest.raises(Memory.DoesNotExist):
                service(user_id=stranger.pk, memory_id=memory_id)
    with pytest.raises(Episode.DoesNotExist):
        forget_episode(user_id=stranger.pk, episode_id=memory.sources.get().episode_id)
    assert judge_memories(user_id=stranger.pk, memory_ids=[memory.pk], are_true=True) == 0
    assert list(found_memories(user_id=stranger.pk, wanted=Wanted(status="proposed"))) == []
    assert Memory.objects.values().get() == before
    assert Episode.objects.get().text == "You love tea."


# --- Finding
def found(owner, **wanted):
    return [one.text for one in found_memories(user_id=owner.pk, wanted=Wanted(**wanted))]


def test_what_is_pinned_comes_first_then_the_newest(owner):
    first, *_ = (known(owner, f"You saw {what}.") for what in ("a fox", "an owl", "a hare"))
    pin_memory(user_id=owner.pk, memory_id=first.pk)
    assert found(owner) == ["You saw a fox.", "You saw a hare.", "You saw an owl."]


def test_it_is_found_by_words_stems_and_what_was_said(owner):
    known(owner, "You love long walks.", quote="nothing beats a long walk with Biscuit")
    known(owner, "You love tea.")
    assert found(owner, text="walking") == found(owner, text="biscuit") == found(owner, text="long wal")
    assert found(owner, text="walking") == ["You love long walks."]
    assert found(owner, text="a whale") == []


def test_it_is_narrowed_by_kind_companion_state_and_time(owner):
    tea = known(owner, "You love tea.", kind="like")
    known(owner, "Your dog is called Biscuit.", kind="pet", persona_id=OTHER_PERSONA)
    known(owner, "You were born in May.", kind="event", persona_id=None)
    known(owner, "You have a cold.", kind="health", status=Status.PROPOSED)
    assert found(owner, kind="like") == ["You love tea."]
    assert found(owner, persona_id=PERSONA) == ["You were born in May.", "You love tea."]
    assert found(owner, is_shared=True) == ["You were born in May."]
    assert found(owner, status=Status.PROPOSED) == ["You have a cold."]
    day = tea.valid_from.date()
    assert found(owner, since=day, until=day) == ["You love tea."]
    assert waiting_count(user_id=owner.pk) == 1


# --- Changing
def test_a_correction_keeps_the_proof_and_the_old_wording(owner):
    old = home(owner, "You live in Porto.")
    new = edit_memory(user_id=owner.pk, memory_id=old.pk, text="  You live  in Braga. ")
    assert (new.text, new.origin, new.status, new.slot) == ("You live in Braga.", "owner", "active", "home")
    assert [one.quote for one in new.sources.all()] == ["You live in Porto."]
    assert chain_of(user_id=owner.pk, memory_id=old.pk) == [new, old]
    old.refresh_from_db()
    assert old.was_never_true
    assert new.valid_from == old.valid_from


def test_a_change_lets_the_old_wording_have_been_true(owner):
    old = home(owner, "You live in Porto.")
    new = edit_memory(user_id=owner.pk, memory_id=old.pk, text="You live in Braga.", has_changed=True)
    old.refresh_from_db()
    assert old.valid_from < old.valid_to == new.valid_from
    assert not old.was_never_true


@pytest.mark.parametrize("text", ["", "  \n ", "\0", "x" * 301])
def test_what_can_t_be_a_memory_is_refused(owner, text):
    memory = known(owner, "You love tea.")
    with pytest.raises(UnwritableError):
        edit_memory(user_id=owner.pk, memory_id=memory.pk, text=text)
    assert state(owner) == {"You love tea.": "active"}


def test_the_same_words_change_nothing(owner):
    memory = known(owner, "You love tea.")
    assert edit_memory(user_id=owner.pk, memory_id=memory.pk, text="You love tea.") == memory
    assert Memory.objects.count() == 1


def test_what_was_replaced_is_not_edited(owner, moved):
    with pytest.raises(ReplacedError):
        edit_memory(user_id=owner.pk, memory_id=moved[0].pk, text="You live in Braga.")


def test_editing_what_waits_says_yes_to_it(owner):
    home(owner, "You live in Porto.")
    waits = known(owner, "You live in Leon.", status=Status.PROPOSED, slot="home", kind="place")
    edit_memory(user_id=owner.pk, memory_id=waits.pk, text="You live in Lyon.")
    assert state(owner) == {
        "You live in Porto.": "superseded", "You live in Leon.": "superseded", "You live in Lyon.": "active"
    }  # fmt: skip
    undo(user_id=owner.pk, memory_id=Memory.objects.get(status="active").pk)
    assert state(owner) == {"You live in Porto.": "active", "You live in Leon.": "proposed"}


def test_sharing_and_taking_back(owner):
    memory = known(owner, "You love tea.", persona_id=OTHER_PERSONA)
    assert share_memory(user_id=owner.pk, memory_id=memory.pk).persona_id is None
    assert take_back_memory(user_id=owner.pk, memory_id=memory.pk).persona_id == OTHER_PERSONA


def test_two_homes_can_t_be_shared(owner):
    porto, lyon = home(owner, "You live in Porto."), home(owner, "You live in Lyon.", persona_id=OTHER_PERSONA)
    share_memory(user_id=owner.pk, memory_id=porto.pk)
    with pytest.raises(InTheWayError):
        share_memory(user_id=owner.pk, memory_id=lyon.pk)
    lyon.refresh_from_db()
    assert lyon.persona_id == OTHER_PERSONA


# --- Judging
def test_a_yes_replaces_what_held_the_slot(moved):
    porto, lyon = moved
    assert (porto.status, lyon.status, lyon.supersedes) == ("superseded", "active", porto)
    assert porto.valid_to == lyon.valid_from


def test_a_late_yes_to_something_old_leaves_no_overlap(owner):
    older = home(owner, "You live in Porto.", status=Status.PROPOSED)
    newer = home(owner, "You live in Lyon.")
    older = approve_memory(user_id=owner.pk, memory_id=older.pk)
    newer.refresh_from_db()
    assert newer.valid_from <= newer.valid_to <= older.valid_from


def test_a_no_is_kept_and_what_was_replaced_holds_again(owner, moved):
    _, lyon = moved
    reject_memory(user_id=owner.pk, memory_id=lyon.pk)
    assert state(owner) == {"You live in Porto.": "active", "You live in Lyon.": "rejected"}
    unwanted = Memory.objects.unwanted(user_id=owner.pk, persona_id=PERSONA)
    assert [one.text for one in unwanted] == ["You live in Lyon."]
    undo(user_id=owner.pk, memory_id=lyon.pk)
    assert state(owner) == {"You live in Porto.": "superseded", "You live in Lyon.": "active"}


def test_a_no_to_a_correction_does_not_bring_the_mistake_back(owner):
    old = known(owner, "Your dog is called Bisquit.")
    new = edit_memory(user_id=owner.pk, memory_id=old.pk, text="Your dog is called Biscuit.")
    reject_memory(user_id=owner.pk, memory_id=new.pk)
    assert state(owner) == {"Your dog is called Bisquit.": "superseded", "Your dog is called Biscuit.": "rejected"}
    assert Memory.objects.unwanted(user_id=owner.pk, persona_id=PERSONA).count() == 2


def test_undo_of_what_was_learned_says_no_to_it(owner, moved):
    assert undo(user_id=owner.pk, memory_id=moved[1].pk).status == Status.REJECTED
    assert state(owner)["You live in Porto."] == "active"


def test_undo_from_the_side_of_what_was_replaced(owner, moved):
    assert undo(user_id=owner.pk, memory_id=moved[0].pk).status == Status.ACTIVE
    assert state(owner)["You live in Lyon."] == "rejected"


def test_undo_of_an_edit_of_a_yes_and_of_a_no(owner):
    memory = known(owner, "You love tea.", status=Status.PROPOSED)
    named = {"user_id": owner.pk, "memory_id": memory.pk}
    approve_memory(**named)
    assert undo(**named).status == Status.PROPOSED
    reject_memory(**named)
    assert undo(**named).status == Status.PROPOSED
    approve_memory(**named)
    edited = edit_memory(text="You love green tea.", **named)
    assert undo(user_id=owner.pk, memory_id=edited.pk).text == "You love tea."
    assert state(owner) == {"You love tea.": "active"}


def test_undo_of_an_edit_further_down_keeps_the_chain(owner):
    first = known(owner, "You love tea.")
    second = edit_memory(user_id=owner.pk, memory_id=first.pk, text="You love green tea.")
    third = edit_memory(user_id=owner.pk, memory_id=second.pk, text="You love black tea.")
    assert undo(user_id=owner.pk, memory_id=third.pk) == second
    assert chain_of(user_id=owner.pk, memory_id=first.pk) == [second, first]


def test_there_is_nothing_to_undo_in_what_waits(owner):
    memory = known(owner, "You love tea.", status=Status.PROPOSED)
    with pytest.raises(NothingToUndoError):
        undo(user_id=owner.pk, memory_id=memory.pk)


def test_undo_does_not_throw_out_what_came_since(owner, moved):
    reject_memory(user_id=owner.pk, memory_id=moved[1].pk)
    nice = known(owner, "You live in Nice.", status=Status.PROPOSED, slot="home", kind="place")
    approve_memory(user_id=owner.pk, memory_id=nice.pk)
    with pytest.raises(InTheWayError):
        undo(user_id=owner.pk, memory_id=moved[1].pk)
    assert state(owner)["You live in Nice."] == "active"


def test_several_are_judged_at_once_and_only_what_waits(owner):
    waiting = [known(owner, f"You saw {what}.", status=Status.PROPOSED) for what in ("a fox", "an owl")]
    already = known(owner, "You love tea.")
    ids = [one.pk for one in (*waiting, already)]
    assert judge_memories(user_id=owner.pk, memory_ids=ids, are_true=False) == 2
    assert state(owner) == {"You saw a fox.": "rejected", "You saw an owl.": "rejected", "You love tea.": "active"}


def test_a_mistake_is_no_truth_of_the_past(owner):
    wrong = home(owner, "You live in Porto.")
    right = edit_memory(user_id=owner.pk, memory_id=wrong.pk, text="You live in Braga.")
    edit_memory(user_id=owner.pk, memory_id=right.pk, text="You live in Lyon.", has_changed=True)
    Episode.objects.update(text="", route="everyday")
    found = recall(
        user_id=owner.pk, persona_id=PERSONA, text="Where did I live before?", vector=None, exclude_messages=[],
        budget_tokens=1000, route="everyday",
    )  # fmt: skip
    assert {one.text for one in found} == {"You live in Braga.", "You live in Lyon."}


# --- Not now
def test_what_is_set_aside_stays_out_of_that_conversation_for_the_day(owner):
    episode = told(owner, "My dog died")
    memory = known(owner, "Your dog died.", episode=episode)
    here, elsewhere = uuid.uuid4(), uuid.uuid4()

    def recalled(conversation_id):
        asked = {
            "user_id": owner.pk,
            "persona_id": PERSONA,
            "text": "my dog died",
            "vector": None,
            "budget_tokens": 500,
        }
        return {one.id for one in recall(**asked, conversation_id=conversation_id)}

    assert recalled(here)
    stranger = UserFactory()
    SetAside.objects.create(
        user=stranger, conversation_id=here, message_id=episode.message_id, until=timezone.now() + timedelta(days=1)
    )
    assert recalled(here)
    for one in (memory.pk, episode.pk):
        set_aside(user_id=owner.pk, conversation_id=here, memory_id=one)
    assert recalled(here) == set()
    assert recalled(elsewhere)
    mine = SetAside.objects.filter(user=owner)
    assert timedelta(hours=5) < mine.get().until - timezone.now() <= timedelta(hours=24)
    mine.update(until=timezone.now() - timedelta(days=1))
    assert recalled(here)


@pytest.mark.parametrize(
    ("time_zone", "until"),
    [
        ("", "2026-05-21T00:00"),
        ("Europe/Lisbon", "2026-05-20T23:00"),
        ("America/New_York", "2026-05-21T04:00"),
        ("Asia/Tokyo", "2026-05-21T15:00"),
        ("Asia/Karachi", "2026-05-20T21:30"),  # midnight is in less than six hours
    ],
)
def test_the_day_ends_at_its_person_s_own_midnight(owner, monkeypatch, time_zone, until):
    owner.time_zone = time_zone
    owner.save()
    episode = told(owner, "My dog died")
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 5, 20, 15, 30, tzinfo=UTC))
    set_aside(user_id=owner.pk, conversation_id=uuid.uuid4(), memory_id=episode.pk)
    assert f"{SetAside.objects.get().until:%Y-%m-%dT%H:%M}" == until
