"""What people bring to a human."""

import pytest

from chat.models import Flag, Message
from chat.moderation.decide import decide
from chat.moderation.errors import NoReasonError, NotAppealableError
from chat.moderation.notices import notices_for
from chat.moderation.reports import appeal_decision, appeal_refusal, report_reply
from tests.factories import UserFactory
from tests.moderation.people import NONCONSENSUAL

pytestmark = pytest.mark.django_db


def test_a_reported_reply_is_put_into_the_queue_once(say, conversation):
    turn = say("good evening")
    reported = {"user_id": conversation.user_id, "message_id": turn.reply_id, "reason": "hateful"}
    report = report_reply(**reported, words="It called me names")
    assert report_reply(**reported, words="again") == report
    flag = Flag.objects.get()
    assert (flag.kind, flag.message_id, flag.variant, flag.gravity) == ("report", turn.reply_id, 0, Flag.Gravity.REPORT)


def test_a_report_about_minors_is_as_grave_as_they_are(say, conversation):
    report = report_reply(user_id=conversation.user_id, message_id=say("hello").reply_id, reason="minor")
    assert report.flag.gravity == Flag.Gravity.MINOR_RISK


def test_nobody_reports_a_stranger_s_reply_nor_a_message(say, conversation):
    turn = say("good evening")
    for user_id, message_id in ((UserFactory().pk, turn.reply_id), (conversation.user_id, turn.message_id)):
        with pytest.raises(Message.DoesNotExist):
            report_reply(user_id=user_id, message_id=message_id, reason="other")


def test_a_report_needs_one_of_the_reasons(say, conversation):
    with pytest.raises(NoReasonError):
        report_reply(user_id=conversation.user_id, message_id=say("hello").reply_id, reason="dull")


def test_a_refusal_is_appealed_once_by_its_person(say, conversation):
    turn = say(NONCONSENSUAL)
    asked = {"user_id": conversation.user_id, "message_id": turn.message_id}
    appeal = appeal_refusal(**asked, words="It is from a novel")
    assert appeal_refusal(**asked, words="again") == appeal
    assert (appeal.flag.kind, appeal.flag.label) == ("appeal", "nonconsensual")
    with pytest.raises(Message.DoesNotExist):
        appeal_refusal(user_id=UserFactory().pk, message_id=turn.message_id, words="please")


@pytest.mark.parametrize(
    ("is_refusal", "sentence"),
    [
        (True, "Your appeal was read by a human. Your message stays unanswered."),
        (False, "Your appeal was read by a human. What was decided stands."),
    ],
)
def test_an_appeal_that_is_turned_down_is_told_in_words_for_it(
    say, conversation, flag, moderator, is_refusal, sentence
):
    if is_refusal:
        asked = {"message_id": say(NONCONSENSUAL).message_id}
        appeal = appeal_refusal(user_id=conversation.user_id, words="It is from a novel", **asked)
    else:
        [decision] = decide(flag_ids=[flag.pk], moderator_id=moderator.pk, action="warn", reason="as the rules say")
        appeal = appeal_decision(user_id=conversation.user_id, decision_id=decision.pk, words="It wasn't me")
    decide(flag_ids=[appeal.flag_id], moderator_id=moderator.pk, action="dismiss", reason="it stands")
    assert notices_for(user_id=conversation.user_id)[0].sentence == sentence


def test_what_was_answered_can_not_be_appealed(say, conversation):
    with pytest.raises(NotAppealableError):
        appeal_refusal(user_id=conversation.user_id, message_id=say("hello").message_id, words="please")


def test_a_dismissal_can_not_be_appealed(flag, moderator, conversation):
    [decision] = decide(flag_ids=[flag.pk], moderator_id=moderator.pk, action="dismiss", reason="a quote")
    with pytest.raises(NotAppealableError):
        appeal_decision(user_id=conversation.user_id, decision_id=decision.pk, words="please")


def test_an_appeal_needs_words(say, conversation):
    with pytest.raises(NoReasonError):
        appeal_refusal(user_id=conversation.user_id, message_id=say(NONCONSENSUAL).message_id, words=" ")
