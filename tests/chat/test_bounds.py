"""What the reply to a message must not be, from the conversation it is said in."""

import pytest

from chat.routes import Route, barred
from chat.safety import Context, Label, Verdict
from chat.turns.finish import Outcome, finish_turn
from sessions_ext import age
from tests.chat.gates import EXPLICIT, MINOR, SUGGESTIVE

pytestmark = pytest.mark.usefixtures("adult_is_open")

NEVER = {Label.MINOR_RISK, Label.NONCONSENSUAL}
GROWN_UP = NEVER | {Label.EXPLICIT}
AGE_TOLD = "My sister is 15 years old"


@pytest.mark.parametrize("route", [Route.EVERYDAY, Route.ROMANCE, Route.SUPPORT])
def test_explicit_words_belong_to_the_adult_route_alone(route):
    assert barred(route, is_mild_barred=False) == GROWN_UP
    assert barred(Route.ADULT, is_mild_barred=False) == NEVER


@pytest.mark.parametrize("route", [Route.EVERYDAY, Route.ROMANCE, Route.SUPPORT])
def test_what_is_mild_is_barred_where_a_minor_is(route):
    assert barred(route, is_mild_barred=True) == GROWN_UP | {Label.SUGGESTIVE}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "bars", "context"),
    [
        ("good evening", GROWN_UP, Context(is_reply=True)),
        (SUGGESTIVE, GROWN_UP, Context(is_reply=True)),
        (EXPLICIT, NEVER, Context(is_strict=True, is_reply=True)),
        (f"a {MINOR}", GROWN_UP, Context(has_minor_cue=True, is_reply=True)),
        (AGE_TOLD, GROWN_UP | {Label.SUGGESTIVE}, Context(has_minor_cue=True, is_reply=True)),
        ("I am 15", GROWN_UP | {Label.SUGGESTIVE}, Context(has_minor_cue=True, is_reply=True)),
    ],
)
def test_a_turn_carries_what_its_reply_must_not_be(say, verified, text, bars, context):
    bounds = say(text)[0].turn.bounds
    assert (bounds.barred, bounds.context) == (bars, context)


@pytest.mark.django_db
def test_a_minor_cue_in_adult_has_both_sides_judged_strictly(say, verified):
    assert say(EXPLICIT)[1].route == "adult"
    admitted, turn = say(f"a {MINOR}")
    assert turn.route == "everyday"
    assert admitted.turn.bounds.context == Context(has_minor_cue=True, is_strict=True, is_reply=True)


@pytest.mark.django_db
def test_who_said_elsewhere_to_be_under_18_is_not_flirted_with(conversation, say):
    age.close_account(user_id=conversation.user_id, told_age=15)
    assert Label.SUGGESTIVE in say("good evening")[0].turn.bounds.barred


@pytest.mark.django_db
def test_an_age_under_18_that_a_reply_gave_ends_the_adult_route(conversation, say, verified):
    admitted, _ = say(EXPLICIT, answer="")
    outcome = Outcome(finish="filtered", text="Once", model="m", crossed=Verdict(Label.MINOR_RISK), has_minor_cue=True)
    assert finish_turn(turn=admitted.turn, outcome=outcome)
    conversation.refresh_from_db()
    assert conversation.has_minor_cue
    assert say("and then")[1].route == "everyday"
    assert say(EXPLICIT)[1].label == "minor_risk"
