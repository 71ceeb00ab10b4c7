"""Only what its owner said, to this persona, on routes that may be recalled here."""

import random
import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from companion.rows import numbered, rows
from memory.evaluation.crowd import insert_many
from memory.models import Episode, Memory, MemoryChoices, Source
from memory.recall import search
from tests.factories import UserFactory
from tests.memory.telling import CONVERSATION, PERSONA, START, ask, recalled, say

ROUTES = ["everyday", "romance", "adult"]


def add(user, text, *, persona=PERSONA, route="everyday"):
    return Episode.objects.create(
        user=user, persona_id=persona, conversation_id=CONVERSATION, message_id=uuid.uuid4(), text=text, route=route,
        said_at=START,
    )  # fmt: skip


def remember(user, text, *, status="active", persona=PERSONA, said="", **more):
    memory = Memory.objects.create(
        user=user, persona_id=persona, kind="like", text=text, status=status, valid_from=START, **more
    )
    if said:
        Source.objects.create(memory=memory, episode=add(user, said), quote=said)
    return memory


@pytest.fixture
def user(db):
    return UserFactory()


def test_in_many_random_tries_nothing_of_another_is_ever_recalled(db):
    chance = random.Random(5)  # it guards nothing
    users, personas = UserFactory.create_batch(4), [uuid.UUID(int=number) for number in (1, 2, 3)]
    MemoryChoices.objects.create(user=users[0], adult_recall=True)
    MemoryChoices.objects.create(user=users[1], adult_recall=False)
    for user in users:
        for persona in personas:
            for route in ROUTES:
                for _ in range(3):
                    add(user, f"my {chance.choice('abcdef')} theremin", persona=persona, route=route)
        remember(user, "You have a shared theremin.", persona=None)
    owned = dict(Episode.objects.values_list("pk", "user_id")) | dict(Memory.objects.values_list("pk", "user_id"))
    told = dict(Episode.objects.values_list("pk", "persona_id"))
    routes = dict(Episode.objects.values_list("pk", "route"))
    for _ in range(400):
        user, persona, route = chance.choice(users), chance.choice(personas), chance.choice([*ROUTES, "support"])
        found = recalled(
            user, "theremin " + chance.choice("abcdef"), persona_id=persona, route=route, budget_tokens=10_000, limit=100,
            relevant_only=chance.random() < 0.5,
        )  # fmt: skip
        assert found
        assert {owned[one.id] for one in found} == {user.pk}
        assert {told[one.id] for one in found if one.id in told} <= {persona}
        allowed = {"everyday", "romance"} | ({"adult"} if route == "adult" and user == users[0] else set())
        assert {routes[one.id] for one in found if one.id in routes} <= allowed


def test_the_adult_route_remembers_only_with_its_person_s_yes_and_only_there(user):
    for route in ROUTES:
        add(user, f"The theremin, {route}.", route=route)
    everywhere = {"The theremin, everyday.", "The theremin, romance."}
    assert set(ask(user, "theremin", route="adult")) == everywhere
    MemoryChoices.objects.create(user=user, adult_recall=True)
    assert set(ask(user, "theremin", route="adult")) == {*everywhere, "The theremin, adult."}
    for route in ("everyday", "romance", "support"):
        assert set(ask(user, "theremin", route=route)) == everywhere


def test_on_the_adult_route_nothing_is_kept_without_its_person_s_yes(user):
    say(user, "I play the theremin.", route="adult")
    assert not Episode.objects.exists()
    MemoryChoices.objects.create(user=user, adult_recall=True)
    say(user, "I play the theremin.", route="adult")
    assert ask(user, "theremin", route="adult") == ["I play the theremin."]
    assert ask(user, "theremin") == []


def test_a_memory_of_the_adult_route_stays_there_too(user):
    MemoryChoices.objects.create(user=user, adult_recall=True)
    remember(user, "You like theremins.", route="adult")
    assert ask(user, "theremins", route="everyday") == []
    assert ask(user, "theremins", route="adult") == ["You like theremins."]


def test_a_shared_memory_is_known_to_every_persona_of_its_person_alone(user):
    remember(user, "You play the theremin.", persona=None)
    assert ask(user, "theremin", persona_id=uuid.uuid4()) == ["You play the theremin."]
    assert ask(UserFactory(), "theremin") == []


@pytest.mark.parametrize("status", ["proposed", "rejected", "superseded"])
def test_only_what_holds_is_recalled(user, status):
    remember(user, "You live in Porto.", status=status)
    assert ask(user, "Where in Porto do I live?") == []


def test_what_held_before_may_be_asked_for(user):
    ended = START + timedelta(days=30)
    remember(user, "You live in Porto.", status="superseded", valid_to=ended)
    found = recalled(user, "Did I live in Porto before?")
    assert [(one.text, one.until) for one in found] == [("You live in Porto.", ended)]


def test_what_was_erased_is_recalled_no_more(user):
    add(user, "I play the theremin.")
    Episode.objects.update(erased_at=START)
    assert ask(user, "theremin") == []


def test_a_memory_is_told_in_its_person_s_words_or_as_they_corrected_it(user):
    remember(user, "You play the theremin.", said="I play the theremin badly")
    assert ask(user, "theremin") == ["I play the theremin badly"]
    Memory.objects.update(origin=Memory.Origin.OWNER)
    assert ask(user, "theremin")[0] == "You play the theremin."


@given(
    texts=st.lists(
        st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=1500), max_size=8
    ),
    budget=st.integers(0, 600),
)
@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_budget_is_never_exceeded(user, texts, budget):
    Episode.objects.all().delete()
    for text in texts:
        say(user, f"theremin {text} שלום 🦄")
    found = ask(user, "theremin", budget_tokens=budget, relevant_only=False)
    assert sum(len(text.encode()) // 3 for text in found) <= budget


def test_the_owner_s_index_is_used_and_nobody_else_s_rows_are_read(db, monkeypatch):
    owner, *_ = UserFactory.create_batch(20)
    with connection.cursor() as cursor:
        row = {"id": "gen_random_uuid()", "message_id": "gen_random_uuid()", "conversation_id": "gen_random_uuid()"}
        row |= {"user_id": f"{owner.pk} + n %% 20", "persona_id": f"'{PERSONA}'", "text": "'a theremin ' || n"}
        row |= {"route": "'everyday'", "said_at": "now()"}
        insert_many(cursor, Episode, row, "generate_series(1, 20000) n", {})
        cursor.execute("ANALYZE memory_episode")
    asked = []
    monkeypatch.setattr(search, "rows", lambda *statement: asked.append(statement) or rows(*statement))
    ask(owner, "theremin 7")
    [(statement, values)] = asked
    marked, names = numbered(statement)
    with connection.cursor() as cursor:
        cursor.execute(f"PREPARE asked AS {marked}".replace("%", "%%"), [])
        for kind in ("custom", "generic"):  # the first few times, and ever after
            cursor.execute(f"SET LOCAL plan_cache_mode = force_{kind}_plan")
            marks = ", ".join(["%s"] * len(names))
            cursor.execute(f"EXPLAIN (ANALYZE) EXECUTE asked ({marks})", [values[name] for name in names])
            plan = [line for (line,) in cursor.fetchall()]
            assert any("episode_owner" in line for line in plan)
            assert not any("Seq Scan on memory_episode" in line for line in plan)
            read = [int(match[1]) for line in plan if (match := re.search(r"actual time=\S+ rows=(\d+)", line))]
            assert max(read) == 1000  # of 20,000
