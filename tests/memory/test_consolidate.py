from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from companion.celery import app
from memory.consolidating import Consolidated, consolidate, consolidate_due
from memory.governing.changing import edit_memory, pin_memory
from memory.governing.forgetting import forget_memory
from memory.models import Memory
from memory.using import mark_used
from tests.factories import UserFactory
from tests.memory.tell import OTHER_PERSONA, PERSONA, known, told

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=300)


def vector(*head):
    return [*head, *[0.0] * (384 - len(head))]


SAME, NEAR_IT, FAR = vector(1.0), vector(0.95, 0.3122), vector(0.7, 0.714)


@pytest.fixture
def owner():
    return UserFactory()


def like(owner, text, of=SAME, **fields):
    return known(owner, text, **{"kind": "like", "vector": of, "embedder": "test", "persona_id": PERSONA} | fields)


def held(owner):
    return sorted(Memory.objects.for_user(owner.pk).filter(status="active").values_list("text", flat=True))


def test_the_same_twice_becomes_one_with_both_proofs(owner):
    first = like(owner, "You love tea.", importance=0.3)
    second = like(owner, "You love TEA.", importance=0.8)
    assert consolidate(user_id=owner.pk).merged == 1
    first.refresh_from_db()
    second.refresh_from_db()
    assert held(owner) == ["You love tea."]
    assert [source.quote for source in first.sources.all()] == ["You love tea.", "You love TEA."]
    assert second.was_never_true
    assert (first.supersedes, first.importance) == (second, 0.8)
    assert consolidate(user_id=owner.pk).merged == 0


def test_of_two_near_ones_the_one_that_says_more_stays(owner):
    like(owner, "You love tea.")
    like(owner, "You love green tea.", NEAR_IT)
    assert consolidate(user_id=owner.pk).merged == 1
    assert held(owner) == ["You love green tea."]


@pytest.mark.parametrize(
    ("one", "other", "of"),
    [
        ("You love long walks.", "You love short walks.", NEAR_IT),
        ("You have 2 dogs.", "You have 3 dogs.", NEAR_IT),
        ("You eat meat.", "You don't eat meat.", NEAR_IT),
        ("You smoke.", "You stopped smoking.", NEAR_IT),
        ("You love tea.", "You love tea no more.", NEAR_IT),
        ("You love tea.", "You love green tea.", FAR),
    ],
)
def test_what_only_sounds_alike_stays_apart(owner, one, other, of):
    like(owner, one)
    like(owner, other, of)
    assert consolidate(user_id=owner.pk).merged == 0
    assert held(owner) == sorted([one, other])


@pytest.mark.parametrize(
    "other",
    [{"persona_id": OTHER_PERSONA}, {"persona_id": None}, {"kind": "dislike"}, {"subject": "Lena"}, {"slot": "liking"},
     {"status": "rejected"}, {"embedder": "another", "text": "You love green tea."}],
)  # fmt: skip
def test_nothing_is_merged_across_a_border(owner, other):
    like(owner, "You love tea.")
    like(owner, **{"text": "You love tea."} | other)
    like(UserFactory(), "You love tea.")
    assert consolidate_due().merged == 0


def test_what_its_person_wrote_or_pinned_gives_way_to_nothing(owner):
    first = like(owner, "You love teas.")
    edited = edit_memory(user_id=owner.pk, memory_id=first.pk, text="You love tea.")
    Memory.objects.filter(pk=edited.pk).update(vector=SAME, embedder="test")
    pinned = like(owner, "You love sea.")
    pin_memory(user_id=owner.pk, memory_id=pinned.pk)
    for text in ("You love green tea.", "You love the sea.", "You love TEA."):
        like(owner, text)
    assert consolidate(user_id=owner.pk).merged == 1
    assert held(owner) == ["You love green tea.", "You love sea.", "You love tea.", "You love the sea."]


def test_what_waits_gives_way_to_what_is_known_and_never_the_other_way(owner):
    like(owner, "You love tea.")
    like(owner, "You love tea.", status="proposed")
    like(owner, "You love green tea.", status="proposed")
    assert consolidate(user_id=owner.pk).merged == 1
    assert held(owner) == ["You love tea."]
    assert Memory.objects.get(status="proposed").text == "You love green tea."


def test_what_was_merged_is_forgotten_with_it(owner):
    kept = like(owner, "You love tea.")
    like(owner, "You love TEA.")
    consolidate(user_id=owner.pk)
    forget_memory(user_id=owner.pk, memory_id=kept.pk)
    assert not Memory.objects.exists()


def test_two_pasts_leave_no_loose_end(owner):
    first, second = like(owner, "You love tea."), like(owner, "You love  tea.")
    for memory in (first, second):
        memory.supersedes = known(owner, "You love cocoa.", status="superseded")
        memory.save()
    Memory.objects.filter(pk=second.pk).update(text="You love TEA.")
    consolidate(user_id=owner.pk)
    assert held(owner) == ["You love tea."]
    assert first.sources.count() == 2
    assert not Memory.objects.filter(pk=second.pk).exists()


# --- Fading
def test_what_is_never_used_fades_and_stays_known(owner):
    old = known(owner, "You love tea.", created_at=LONG_AGO, importance=0.8)
    assert consolidate(user_id=owner.pk).faded == 1
    old.refresh_from_db()
    assert 0.2 < old.importance < 0.3
    assert old.status == "active"
    consolidate(user_id=owner.pk)
    before, _ = old.importance, old.refresh_from_db()
    assert old.importance == pytest.approx(before, rel=0.001)  # what was counted once isn't counted again


@pytest.mark.parametrize(
    "fields",
    [{"pinned": True}, {"origin": "owner"}, {"last_used_at": timezone.now() - timedelta(days=3)},
     {"created_at": timezone.now() - timedelta(days=3)}, {"status": "proposed"}, {"importance": 0.05}],
)  # fmt: skip
def test_what_is_pinned_own_used_new_or_faint_does_not_fade(owner, fields):
    memory = known(owner, "You love tea.", **{"created_at": LONG_AGO} | fields)
    before = memory.importance
    assert consolidate(user_id=owner.pk).faded == 0
    memory.refresh_from_db()
    assert memory.importance == before


def test_being_put_before_a_model_is_written_down_for_one_s_own(owner):
    memory, stranger_s = known(owner, "You love tea."), known(UserFactory(), "You love cocoa.")
    mark_used(user_id=owner.pk, memory_ids=[memory.pk, stranger_s.pk, told(owner, "words").pk])
    memory.refresh_from_db()
    stranger_s.refresh_from_db()
    assert memory.last_used_at is not None
    assert stranger_s.last_used_at is None
    first = memory.last_used_at
    mark_used(user_id=owner.pk, memory_ids=[memory.pk])
    memory.refresh_from_db()
    assert memory.last_used_at == first


# --- Whose turn it is
def test_those_nobody_looked_at_come_first_and_each_once_a_week(owner):
    other = UserFactory()
    for person in (owner, other):
        like(person, "You love tea.")
        like(person, "You love TEA.")
    assert consolidate_due(limit=1).merged == 1
    assert consolidate_due(limit=1).merged == 1
    assert consolidate_due() == Consolidated()
    like(owner, "You love Tea.")
    assert consolidate_due().merged == 1


def test_beat_calls_it(settings):
    app.loader.import_default_modules()
    assert settings.CELERY_BEAT_SCHEDULE["consolidation"]["task"] in app.tasks


# --- The commands
def said(*command, **options):
    out = StringIO()
    call_command(*command, stdout=out, **options)
    return out.getvalue()


def test_a_dry_run_says_what_would_be_done_and_does_nothing(owner):
    like(owner, "You love tea.")
    like(owner, "You love TEA.")
    assert said("consolidate_memories", dry_run=True) == "1 would be merged, 0 would be faded.\n"
    assert len(held(owner)) == 2
    assert said("consolidate_memories", user=owner.username) == "1 merged, 0 faded.\n"
    with pytest.raises(CommandError, match="nobody"):
        said("consolidate_memories", user="nobody at all")


def test_stats_count_and_tell_nothing(owner):
    known(owner, "You keep zanzibarine.", quote="zanzibarine")
    told(owner, "Nobody reads zanzibarine")
    shown = said("memory_stats")
    assert "episodes: 2" in shown
    assert "not read yet: 2, the oldest for" in shown
    assert "  active: 1" in shown
    assert "zanzibarine" not in shown
    assert owner.username not in shown
