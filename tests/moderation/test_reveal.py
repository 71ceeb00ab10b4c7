"""Flagged text is read for a reason, and its person sees that it was."""

from datetime import timedelta

import pytest
from django.utils import timezone

from chat.models import Flag, Message, Reveal, Variant
from chat.moderation.errors import NoReasonError, NothingToShowError, OwnFlagError
from chat.moderation.reports import report_reply
from chat.moderation.reveal import access_log, reveal, shown_by
from companion.errors import ForbiddenError
from tests.factories import UserFactory
from tests.moderation.people import NONCONSENSUAL

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(flag, moderator):
    def ask(*, by=moderator, **more):
        wanted = {"reason": "decide", "words": "is it a quote?"} | more
        return reveal(flag_id=flag.pk, moderator_id=by.pk, **wanted)

    return ask


def test_the_text_is_shown_with_a_little_around_it(say, moderator):
    say("good evening", answer="Good evening.")
    turn = say(NONCONSENSUAL)
    say("never mind", answer="All right.")
    flag = Flag.objects.get(message=turn.message)
    found = reveal(flag_id=flag.pk, moderator_id=moderator.pk, reason="decide", words="unclear")
    shown = shown_by(reveal_id=found.pk, flag_id=found.flag_id, moderator_id=moderator.pk)
    assert [(one.text, one.is_flagged) for one in shown] == [
        ("good evening", False),
        ("Good evening.", False),
        (NONCONSENSUAL, True),
        ("never mind", False),
        ("All right.", False),
    ]


def test_of_a_reply_the_wording_that_was_reported_is_shown(say, conversation, moderator):
    turn = say("good evening", answer="The first wording.")
    report = report_reply(user_id=conversation.user_id, message_id=turn.reply_id, reason="other")
    Variant.objects.create(message_id=turn.reply_id, number=1, text="The second.", finish="stop", route="everyday")
    Message.objects.filter(pk=turn.reply_id).update(active_variant=1)
    found = reveal(flag_id=report.flag_id, moderator_id=moderator.pk, reason="report", words="as reported")
    shown = shown_by(reveal_id=found.pk, flag_id=report.flag_id, moderator_id=moderator.pk)
    assert [one.text for one in shown if one.is_flagged] == ["The first wording."]


@pytest.mark.parametrize("lacks", [{"words": "  "}, {"reason": ""}, {"reason": "curious"}])
def test_without_a_reason_nothing_is_shown_and_nothing_written(ask, lacks):
    with pytest.raises(NoReasonError):
        ask(**lacks)
    assert not Reveal.objects.exists()


def test_only_who_may(ask):
    with pytest.raises(ForbiddenError):
        ask(by=UserFactory(is_staff=True))


def test_nobody_reads_what_was_flagged_of_themselves(ask, moderator):
    Flag.objects.update(user=moderator)
    with pytest.raises(OwnFlagError):
        ask()


def test_it_is_shown_to_who_asked_and_for_half_an_hour(ask, moderator, operator):
    found = ask()
    with pytest.raises(Reveal.DoesNotExist):
        shown_by(reveal_id=found.pk, flag_id=found.flag_id, moderator_id=operator.pk)
    Reveal.objects.update(at=timezone.now() - timedelta(minutes=31))
    with pytest.raises(Reveal.DoesNotExist):
        shown_by(reveal_id=found.pk, flag_id=found.flag_id, moderator_id=moderator.pk)


def test_its_person_sees_it_at_once_and_strangers_never(ask, conversation):
    ask()
    [line] = access_log(user_id=conversation.user_id)
    assert (line.reason, line.messages) == ("It could not be decided without reading it.", 1)
    assert access_log(user_id=UserFactory().pk) == []


def test_an_operator_may_delay_that_to_protect_a_child(ask, operator, conversation):
    found = ask(by=operator, reason="child", delay_days=30, delay_reason="the police asked for it")
    assert access_log(user_id=conversation.user_id) == []
    Reveal.objects.filter(pk=found.pk).update(visible_from=timezone.now())
    assert len(access_log(user_id=conversation.user_id)) == 1


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"delay_days": 31}, ForbiddenError),
        ({"delay_days": -1}, ForbiddenError),
        ({"reason": "decide"}, ForbiddenError),
        ({"delay_reason": " "}, NoReasonError),
    ],
)
def test_a_delay_has_its_bounds(ask, operator, more, refusal):
    with pytest.raises(refusal):
        ask(**({"by": operator, "reason": "child", "delay_days": 3, "delay_reason": "police"} | more))


def test_a_moderator_delays_nothing(ask):
    with pytest.raises(ForbiddenError):
        ask(reason="child", delay_days=3, delay_reason="police")


def test_what_is_gone_can_not_be_shown(ask, flag):
    flag.message.delete()
    with pytest.raises(NothingToShowError):
        ask()
