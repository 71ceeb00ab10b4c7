"""What is filed holds no word of what was said: not in a row, not in a log."""

import logging

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db import connection

from chat.models import Flag, Message
from chat.moderation.decide import decide
from chat.moderation.flags import flag_reply
from chat.moderation.reports import appeal_refusal, report_reply
from chat.moderation.reveal import reveal, shown_by
from chat.safety import classify
from tests.moderation.people import DISCLOSURE, MINOR_RISK, NONCONSENSUAL, SELF_HARM

pytestmark = pytest.mark.django_db
MARK = "zanzibarfish"
ROWS = [one for one in apps.get_app_config("chat").get_models() if one.__module__ == "chat.moderation.rows"]


@pytest.fixture
def everything(say, conversation, moderator, settings):
    """Flags of every kind and for every label, looked at and decided."""
    settings.MODERATION_SEES_SELF_HARM = True
    turns = [say(f"{MARK} {word} {MARK}") for word in (DISCLOSURE, MINOR_RISK, NONCONSENSUAL, SELF_HARM)]
    say(f"{MARK}, I am 15 years old, {MARK}")
    answered = say(f"tell me of {MARK}", answer=f"Once there was a {MARK} periwinkle")
    flag_reply(answered, classify(f"Once there was a {MARK} periwinkle"))
    report_reply(user_id=conversation.user_id, message_id=answered.reply_id, reason="other", words="no")
    appeal_refusal(user_id=conversation.user_id, message_id=turns[2].message_id, words="please")
    for flag in Flag.objects.all():
        found = reveal(flag_id=flag.pk, moderator_id=moderator.pk, reason="decide", words="unclear")
        assert any(
            MARK in one.text for one in shown_by(reveal_id=found.pk, flag_id=found.flag_id, moderator_id=moderator.pk)
        )
        decide(flag_ids=[flag.pk], moderator_id=moderator.pk, action="warn", reason="as the rules say")


def test_no_row_of_moderation_holds_a_word(caplog, everything):
    caplog.set_level(logging.DEBUG)
    assert {flag.kind for flag in Flag.objects.all()} == {"message", "reply", "report", "appeal"}
    assert len({flag.label for flag in Flag.objects.all()}) == 7
    assert len(ROWS) == 6
    for model in [*ROWS, LogEntry]:
        assert MARK not in columns_of(model), model.__name__
    assert MARK in columns_of(Message)  # the look would have found it


def columns_of(model):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(string_agg(one::text, ' '), '') FROM {model._meta.db_table} AS one")
        return cursor.fetchone()[0]


def test_no_log_holds_a_word(caplog, request):
    with caplog.at_level(logging.DEBUG):
        request.getfixturevalue("everything")
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert MARK not in " ".join(ours)
