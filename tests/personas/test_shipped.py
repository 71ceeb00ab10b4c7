"""Whom people meet first: eight beside Mira, each whole, each its own, none of them flirting."""

import re

import pytest

from chat.models import Persona
from chat.personas.judging import judged
from chat.personas.making import sheet_of
from chat.personas.sheets import cleaned

EIGHT = ["oswin", "tamsin", "juniper", "corvin", "linnea", "bram", "sunniva", "teodor"]


@pytest.fixture
def shipped(db):
    return list(Persona.objects.filter(slug__in=EIGHT))


def test_each_is_whole(shipped):
    assert len(shipped) == 8
    for one in shipped:
        assert one.is_open
        assert 2 <= len(one.all_greetings) <= 3
        assert len(one.openings) == 3
        for part in (one.tagline, one.description, one.traits, one.style, one.examples):
            assert part
        exchanges = re.split(r"\n\n", one.examples)
        assert all(re.match(rf"You: .+\n{one.name}: .+", exchange) for exchange in exchanges)


def test_no_two_look_or_greet_the_same(shipped):
    assert len({one.mark for one in shipped}) == len({one.colour for one in shipped}) == 8
    for part in ("tagline", "style", "traits"):
        assert len({getattr(one, part) for one in shipped}) == 8
    greetings = [greeting for one in shipped for greeting in one.all_greetings]
    assert len(set(greetings)) == len(greetings)


def test_each_would_be_kept_and_shared_if_somebody_made_it(db):
    for one in Persona.objects.on_the_shelf():
        sheet = cleaned(sheet_of(one))
        assert sheet == sheet_of(one) or list(sheet.greetings) == list(sheet_of(one).greetings)
        assert judged(sheet, is_account_closed=True, region=None) == "safe", one.slug


def test_mira_is_told_to_a_model_as_before(db):
    mira = Persona.objects.get(slug="mira")
    assert mira.instructions.startswith("You are Mira, an AI companion.")
    assert mira.version == 1
    assert len(mira.all_greetings) == 3
