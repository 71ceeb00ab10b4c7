"""What becomes of a fact, whatever the order in which facts are learned."""

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.learning.decide import Known, decide
from memory.learning.facts import Fact, Kind
from memory.learning.read import facts_in

START = datetime(2026, 1, 1, tzinfo=UTC)
CITIES = ["Porto", "Lyon", "Ghent", "Oslo", "Turin", "Riga"]


def home(city, *, is_change=True, **more):
    text = f"You live in {city}."
    return Fact(kind=Kind.PLACE, slot="home", text=text, quote=text, value=city, is_change=is_change, **more)


def learned(told, known=None, **choices):
    """What is known after these (fact, days after the start) were learned in this order."""
    known = list(known or [])
    for fact, days in told:
        decision = decide(fact, said_at=START + timedelta(days=days), known=known, **choices)
        for before, after in decision.changed:
            known[known.index(before)] = after
        if decision.new is not None:
            known.append(replace(decision.new, id=uuid.uuid4()))
    return known


def plain(known):
    return sorted((one.text, one.status, one.valid_from, one.valid_to) for one in known)


def by_status(known, status):
    return [one.text for one in known if one.status == status]


homes = st.lists(
    st.tuples(st.sampled_from(CITIES), st.integers(0, 400), st.one_of(st.none(), st.integers(0, 400))),
    unique_by=(lambda one: one[0], lambda one: one[1]), min_size=1, max_size=6,
)  # fmt: skip


@given(homes, st.randoms())
def test_the_order_of_learning_makes_no_difference(drawn, random):
    told = [
        (home(city, valid_from=None if since is None else START + timedelta(days=since)), days)
        for city, days, since in drawn
    ]
    shuffled = random.sample(told, len(told))
    assert plain(learned(told)) == plain(learned(shuffled))


@given(homes, st.randoms())
def test_in_a_slot_no_two_hold_at_once_and_the_last_told_holds(drawn, random):
    told = [(home(city, valid_from=since and START + timedelta(days=since)), days) for city, days, since in drawn]
    known = learned(random.sample(told, len(told)))
    row = sorted(known, key=lambda one: one.said_at)
    assert [one.status for one in row] == ["superseded"] * (len(row) - 1) + ["active"]
    assert all(before.valid_to == after.valid_from for before, after in pairwise(row))
    assert all(one.valid_to is None or one.valid_from <= one.valid_to for one in row)


@given(st.lists(st.sampled_from(["tea", "coffee", "rain", "opera"]), max_size=8), st.randoms())
def test_likes_stand_side_by_side(things, random):
    told = [
        (Fact(kind=Kind.LIKE, subject=thing, slot="liking", text=f"You love {thing}.", quote=thing, value=thing), day)
        for day, thing in enumerate(things)
    ]
    known = learned(random.sample(told, len(told)))
    assert sorted(by_status(known, "active")) == sorted({f"You love {thing}." for thing in things})


def read(*messages, **choices):
    told = []
    for day, text in enumerate(messages):
        told += [(fact, day) for fact in facts_in(text, said_at=START + timedelta(days=day))]
    return learned(told, **choices)


@pytest.mark.parametrize(
    ("messages", "active", "superseded"),
    [
        (["I live in Porto.", "I moved from Porto to Lyon."], ["You moved from Porto to Lyon."], ["You live in Porto."]),
        (["I live in Porto.", "I live in Porto."], ["You live in Porto."], []),
        (["I live in Porto.", "I moved to Porto in May 2024."], ["You moved to Porto in May 2024."], ["You live in Porto."]),
        (["I moved to Porto in May 2024.", "I live in Porto."], ["You moved to Porto in May 2024."], []),
        (["I live in Porto.", "I live in Portugal."], ["You live in Porto.", "You live in Portugal."], []),
        (["I love coffee.", "I love tea."], ["You love coffee.", "You love tea."], []),
        (["I love coffee.", "I like coffee."], ["You love coffee."], []),
        (["I love coffee.", "I hate coffee."], ["You hate coffee."], ["You love coffee."]),
        (["I work as a nurse.", "I work as a barista."], ["You work as a barista.", "You work as a nurse."], []),
        (["I work as a nurse.", "I now work as a barista."], ["You now work as a barista."], ["You work as a nurse."]),
        (["I work as a nurse.", "I became a teacher."], ["You became a teacher."], ["You work as a nurse."]),
        (["I live in Porto.", "I don't live in Oslo anymore."], ["You live in Porto.", "You no longer live in Oslo."], []),
        (["I'm 34 years old.", "I turned 35 today."], ["You were 35 years old in January 2026."],
         ["You were 34 years old in January 2026."]),
    ],
)  # fmt: skip
def test_what_takes_whose_place(messages, active, superseded):
    known = read(*messages)
    assert (sorted(by_status(known, "active")), by_status(known, "superseded")) == (active, superseded)


def test_two_homes_on_one_day_are_both_kept():
    known = learned([(home("Brooklyn", is_change=False), 0), (home("New York", is_change=False), 0.1)])
    assert len(by_status(known, "active")) == 2


@pytest.mark.parametrize(
    "text", ["I'm allergic to nuts", "I'm Catholic", "I'm gay", "Between us, my sister has depression"]
)
def test_what_is_sensitive_waits_whatever_was_chosen(text):
    [one] = read(text)
    assert one.status == "proposed"


def test_everything_waits_for_who_wants_to_be_asked():
    known = read("I live in Porto.", "I moved to Lyon.", asks_first=True)
    assert [one.status for one in known] == ["proposed", "proposed"]


def test_what_waits_is_not_proposed_twice():
    assert len(read("I'm Catholic", "I'm Catholic!")) == 1


def test_a_proposal_closes_nothing():
    known = learned([(home("Lyon"), 3)], known=learned([(home("Porto"), 0)]), asks_first=True)
    assert by_status(known, "active") == ["You live in Porto."]


def test_what_was_rejected_never_comes_back():
    rejected = [replace(one, status="rejected") for one in read("I'm Catholic")]
    assert read("I'm Catholic.", known=rejected) == rejected


def test_what_its_person_wrote_is_not_replaced():
    mine = Known(uuid.uuid4(), "place", "you", "home", "You live in Porto.", "active", START, START, is_owners=True)
    known = read("I moved to Lyon.", known=[mine])
    assert by_status(known, "active") == ["You live in Porto."]
    assert by_status(known, "proposed") == ["You moved to Lyon."]
