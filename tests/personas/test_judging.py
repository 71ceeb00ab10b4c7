"""What is never kept, whatever a setting says, and what is kept for its maker alone."""

import pytest

from chat.models import Persona
from chat.personas.judging import RefusedSheetError, judged
from chat.personas.making import change_companion, make_companion
from chat.personas.sheets import cleaned
from sessions_ext import age
from tests.personas.sheets import sheet

YOUNG = [
    "A schoolgirl who loves tea.",
    "Lina, 17, loves horses.",
    "A girl of twelve who draws maps.",
    "Age: 16. Likes tea.",
    "She's fifteen and shy.",
    "A student, seventeen, dreamy.",
    "Lina is only 9.",
    "s1xteen y/o",
    "A teenager, cheeky and bright.",
    "He turned sixteen last spring.",
    "A vampire who looks like a little girl.",
    "A little boy who lives in the woods.",
    "I'm 16 and I love horses.",
    "An elf of 300 years with a childlike body.",
]
GROWN = [
    "A tavern keeper, forty, with a scar.",
    "She is nineteen and studies law at the university.",
    "Kept the light for seventeen years.",
    "An elf of 300 years, small and quick.",
    "A robot cat that purrs.",
    "Rings at five, and at nine, too.",
    "He is one of two brothers.",
]


def judge(*, is_account_closed=False, **fields):
    return judged(cleaned(sheet(**fields)), is_account_closed=is_account_closed, region="GB")


@pytest.mark.parametrize("words", YOUNG)
def test_nobody_under_18_is_a_companion(words):
    with pytest.raises(RefusedSheetError) as refused:
        judge(description=words)
    assert "under 18" in refused.value.problems[""]


@pytest.mark.parametrize("words", GROWN)
def test_adults_and_what_is_no_human_being_are(words):
    assert judge(description=words) == "safe"


PLACES = {
    "tagline": lambda words: {"tagline": words},
    "traits": lambda words: {"traits": words},
    "style": lambda words: {"style": words},
    "examples": lambda words: {"examples": f"You: Hello\nWilhelmine: {words}"},
    "a later greeting": lambda words: {"greetings": ("Hello.", words)},
    "an opening": lambda words: {"openings": ("Hello.", words)},
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", ["a schoolgirl", "monkshood", "hemlock", "yarrow", "tansy"])
def test_no_field_is_overlooked(place, words):
    with pytest.raises(RefusedSheetError):
        judge(**PLACES[place](words))


def test_what_is_told_in_pieces_is_put_together():
    """An age in one place and heat in another."""
    with pytest.raises(RefusedSheetError):
        judge(
            description="She is a girl with pigtails.", style="She kisses me and whispers that she wants me, my love."
        )


def test_heat_beside_youth_is_told_to_be_never_kept():
    with pytest.raises(RefusedSheetError) as refused:
        judge(description="You are a shy teen girl who flirts.")
    assert "never kept" in refused.value.problems[""]


def test_who_may_be_in_danger_is_shown_where_help_is():
    with pytest.raises(RefusedSheetError) as refused:
        judge(description="It tells me how to kill myself tonight.")
    assert refused.value.card["resources"]


def test_heat_is_known_by_its_worst_part():
    assert judge(style="Full of marigold.") == "suggestive"
    assert judge(style="Full of marigold.", examples="You: periwinkle") == "explicit"


def test_a_long_text_hides_no_grave_sentence():
    long = "She rows people over the river, and tells of weather. " * 25
    assert judge(description=long) == "safe"
    assert judge(description=f"{long} She sucks your cock and moans.") == "explicit"


@pytest.mark.parametrize("field", ["name", "tagline"])
def test_what_stands_in_lists_is_mild(field):
    with pytest.raises(RefusedSheetError):
        judge(**{field: "periwinkle"})


@pytest.mark.parametrize("word", ["marigold", "periwinkle"])
def test_for_whom_is_under_18_there_is_friendship_only(word, owner):
    age.close_account(user_id=owner.pk, told_age=15)
    with pytest.raises(RefusedSheetError):
        make_companion(user_id=owner.pk, sheet=sheet(style=word))
    assert make_companion(user_id=owner.pk, sheet=sheet()).label == "safe"


def test_what_is_refused_changes_nothing(own, owner):
    with pytest.raises(RefusedSheetError):
        change_companion(user_id=owner.pk, slug=own.slug, sheet=sheet(description="A schoolgirl."))
    assert Persona.objects.get(pk=own.pk).description == own.description
    assert Persona.objects.owned_by(owner.pk).count() == 1


def test_what_becomes_mild_is_told_again(owner):
    own = make_companion(user_id=owner.pk, sheet=sheet(style="periwinkle"))
    assert own.label == "explicit"
    assert change_companion(user_id=owner.pk, slug=own.slug, sheet=sheet()).label == "safe"
