"""People decide, with a reason; what follows holds everywhere, and who it concerns is told."""

import uuid

import pytest

from chat.models import Decision, Flag
from chat.moderation.decide import decide
from chat.moderation.errors import (
    DecidedMeanwhileError,
    NobodyConcernedError,
    NoReasonError,
    OwnDecisionError,
    OwnFlagError,
)
from chat.moderation.notices import notices_for
from chat.moderation.reports import appeal_decision
from companion.errors import ForbiddenError
from companion.models import User
from sessions_ext import age
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(conversation):
    return conversation.user


@pytest.fixture
def act(flag, moderator):
    def act(action, *, by=moderator, on=flag, **more):
        [decision] = decide(flag_ids=[on.pk], moderator_id=by.pk, action=action, reason="as the rules say", **more)
        return decision

    return act


def test_a_warning_decides_the_flag_and_is_told(act, flag, person):
    act("warn", told="Please be kind.")
    flag.refresh_from_db()
    assert (flag.state, flag.decided_at is not None) == ("decided", True)
    [told] = notices_for(user_id=person.pk)
    assert (told.action, told.words, told.may_appeal, told.is_seen) == ("warn", "Please be kind.", True, False)


def test_a_note_leaves_it_open_and_tells_nobody(act, flag, person):
    act("note")
    flag.refresh_from_db()
    assert flag.state == "open"
    assert notices_for(user_id=person.pk) == []


def test_dismissing_tells_nobody(act, person):
    act("dismiss")
    assert notices_for(user_id=person.pk) == []


def test_suspending_and_lifting(act, person):
    act("suspend")
    assert not User.objects.get(pk=person.pk).is_active
    act("lift")
    assert User.objects.get(pk=person.pk).is_active


def test_lifting_takes_a_warning_back(act, person):
    act("warn")
    act("lift")
    assert [(told.action, told.is_taken_back, told.may_appeal) for told in notices_for(user_id=person.pk)] == [
        ("lift", False, False),
        ("warn", True, False),
    ]


def test_what_a_moderator_closed_a_moderator_opens(act, person):
    act("close_adult")
    assert age.is_closed(user_id=person.pk)
    act("reopen_adult")
    assert not age.is_closed(user_id=person.pk)


@pytest.mark.parametrize("order", [["words", "decided"], ["decided", "words"]])
def test_a_minor_s_account_is_not_opened_by_a_moderator_alone(act, person, order):
    for how in order:
        if how == "words":
            age.close_account(user_id=person.pk, told_age=16)
        else:
            act("close_adult")
    act("reopen_adult")
    assert age.is_closed(user_id=person.pk)
    age.reopen_by_provider(user_id=person.pk)
    assert not age.is_closed(user_id=person.pk)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nothing_is_decided_without_a_reason(flag, moderator, reason):
    with pytest.raises(NoReasonError):
        decide(flag_ids=[flag.pk], moderator_id=moderator.pk, action="dismiss", reason=reason)
    assert not Decision.objects.exists()


def test_who_has_no_role_decides_nothing(act):
    with pytest.raises(ForbiddenError):
        act("dismiss", by=UserFactory())


def test_nobody_decides_about_themselves(act, flag, moderator):
    Flag.objects.update(user=moderator)
    with pytest.raises(OwnFlagError):
        act("dismiss")


def test_a_moderator_suspends_no_colleague_an_operator_does(act, moderator, operator, person):
    User.objects.filter(pk=person.pk).update(is_staff=True)
    with pytest.raises(ForbiddenError):
        act("suspend")
    act("suspend", by=operator)
    assert not User.objects.get(pk=person.pk).is_active


def test_one_that_was_decided_meanwhile_is_not_decided_blindly(act):
    act("dismiss", seen=0)
    with pytest.raises(DecidedMeanwhileError):
        act("suspend", seen=0)


def test_several_are_decided_together_or_not_at_all(flag, moderator):
    with pytest.raises(Flag.DoesNotExist):
        decide(flag_ids=[flag.pk, uuid.uuid4()], moderator_id=moderator.pk, action="dismiss", reason="noise")
    flag.refresh_from_db()
    assert flag.state == "open"


def test_of_an_account_that_is_gone_only_the_flag_is_decided(act, person):
    Flag.objects.update(user=None)
    with pytest.raises(NobodyConcernedError):
        act("suspend")
    act("dismiss")


def test_an_appeal_is_answered_by_somebody_else(act, moderator, operator, person):
    appeal = appeal_decision(user_id=person.pk, decision_id=act("warn").pk, words="I quoted a song")
    with pytest.raises(OwnDecisionError):
        act("dismiss", on=appeal.flag)
    act("lift", on=appeal.flag, by=operator)
    told = notices_for(user_id=person.pk)
    assert [(one.action, one.is_taken_back) for one in told] == [("lift", False), ("warn", True)]


def test_where_there_is_nobody_else_the_same_human_answers(act, person):
    appeal = appeal_decision(user_id=person.pk, decision_id=act("warn").pk, words="I quoted a song")
    act("dismiss", on=appeal.flag)
    assert "stands" in notices_for(user_id=person.pk)[0].sentence
