"""What is put before people, and in which order."""

import pytest

from chat.models import Decision, Flag
from chat.moderation.flags import flag_reply
from chat.moderation.notices import notices_for
from chat.safety import Label, Verdict
from companion.models import User
from tests.moderation.people import DISCLOSURE, MINOR_RISK, NONCONSENSUAL, SELF_HARM

pytestmark = pytest.mark.django_db


def test_the_gravest_comes_first_then_the_oldest(say):
    turns = [say(text) for text in ("hello", NONCONSENSUAL, MINOR_RISK, DISCLOSURE, MINOR_RISK)]
    found = [(flag.label, flag.message_id) for flag in Flag.objects.open()]
    assert found == [
        ("disclosure", turns[3].message_id),
        ("minor_risk", turns[2].message_id),
        ("minor_risk", turns[4].message_id),
        ("nonconsensual", turns[1].message_id),
    ]


def test_a_flag_says_what_judged_and_what_was_done(say, conversation):
    turn = say(NONCONSENSUAL)
    flag = Flag.objects.get()
    assert (flag.kind, flag.user, flag.conversation) == ("message", conversation.user, conversation)
    assert (flag.rules, flag.route, flag.action, flag.state) == (["stand_in"], "refused", "refuse", "open")
    assert flag.versions.startswith("rules.")
    assert flag.message_id == turn.message_id


def test_a_crisis_is_for_nobody_s_eyes_unless_the_operator_wants_it(say, settings):
    say(SELF_HARM)
    assert not Flag.objects.exists()
    settings.MODERATION_SEES_SELF_HARM = True
    say(SELF_HARM)
    assert Flag.objects.get().gravity == Flag.Gravity.SELF_HARM


def test_who_says_to_be_under_18_is_flagged_when_that_closes_the_account(say):
    say("I am 15 years old")
    say("I am 15 years old, as I said")
    assert [(flag.label, flag.action) for flag in Flag.objects.all()] == [("says_minor", "account_closed")]


def test_nothing_is_decided_by_a_program(say, conversation):
    for text in (NONCONSENSUAL, MINOR_RISK, DISCLOSURE) * 3:
        say(text)
    assert not Decision.objects.exists()
    assert notices_for(user_id=conversation.user_id) == []
    assert User.objects.get(pk=conversation.user_id).is_active


def test_a_reply_that_crossed_is_flagged_once(say):
    verdict = Verdict(Label.EXPLICIT, rules=("explicit.words",))
    turn = say("good evening", answer="Once", crossed=verdict)
    flag_reply(turn, verdict)
    flag = Flag.objects.get()
    assert (flag.kind, flag.message_id, flag.variant, flag.action) == ("reply", turn.reply_id, 0, "filtered")
    assert (flag.rules, flag.user_id) == (["explicit.words"], turn.conversation.user_id)
