"""The queue and one flag's page, as a moderator uses them."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from chat.models import Decision, Flag, Reveal
from chat.moderation.flags import flag_reply
from chat.moderation.notices import notices_for
from chat.moderation.reports import appeal_refusal, report_reply
from chat.moderation.reveal import access_log
from chat.safety import Label, Verdict
from companion.models import User
from sessions_ext import age
from tests.factories import ConversationFactory, UserFactory
from tests.moderation.people import DISCLOSURE, MINOR_RISK, NONCONSENSUAL, sayer

pytestmark = pytest.mark.django_db
QUEUE = "/admin/chat/flag/"


@pytest.fixture
def desk(client, moderator):
    client.force_login(moderator)
    return client


def page_of(flag, what="change"):
    return reverse(f"admin:chat_flag_{what}", args=[flag.pk])


def names_in(answer):
    return [row.user.username for row in answer.context["cl"].result_list]


def ask(desk, flag, **filled):
    filled = {"reason": "decide", "words": "is it a quote?"} | filled
    return desk.post(page_of(flag, "reveal"), {f"reveal-{name}": value for name, value in filled.items()})


def test_it_shows_open_ones_gravest_first(desk, say):
    for text in (NONCONSENSUAL, MINOR_RISK, DISCLOSURE):
        say(text)
    Flag.objects.filter(label="minor_risk").update(state="decided")
    rows = desk.get(QUEUE).context["cl"].result_list
    assert [row.label for row in rows] == ["disclosure", "nonconsensual"]


def test_an_empty_queue_says_whether_it_was_narrowed(desk):
    page = desk.get(QUEUE).content.decode()
    assert "<title>The queue | Companion</title>" in page
    assert "Have a cup of tea" in page
    for narrowed in ("q=wren", "label=explicit", "age=closed"):
        assert "Nothing like that is here" in desk.get(f"{QUEUE}?{narrowed}").content.decode()


def test_it_can_be_narrowed(desk, conversation, say):
    say(NONCONSENSUAL)
    other = ConversationFactory(user=UserFactory(username="wren"))
    sayer(other)(MINOR_RISK)
    age.close_account(user_id=other.user_id, told_age=None)
    age.verify(user_id=conversation.user_id, method="self_declaration")
    Flag.objects.filter(user=other.user).update(created_at=timezone.now() - timedelta(days=8))
    wren, first = ["wren"], [conversation.user.username]
    for wanted, found in {
        "label=minor_risk": wren,
        "label=nonconsensual": first,
        "kind=reply": [],
        "kind=message": wren + first,
        "filed=-7": wren,
        "filed=-1": wren,
        "filed=1": first,
        "age=closed": wren,
        "age=adult": first,
        "age=unknown": [],
        "state=decided": [],
        "state=all": wren + first,
        "q=wren": wren,
    }.items():
        assert (wanted, names_in(desk.get(f"{QUEUE}?{wanted}"))) == (wanted, found)


def test_a_page_tells_all_but_the_text(desk, flag):
    page = desk.get(page_of(flag)).content.decode()
    assert "without consent" in page
    assert "stand_in" in page
    assert NONCONSENSUAL not in page


@pytest.mark.parametrize("lacks", [{"words": ""}, {"words": "   "}, {"reason": ""}, {"reason": "curious"}])
def test_without_a_reason_no_text_is_shown_and_nothing_written(desk, flag, lacks):
    answer = ask(desk, flag, **lacks)
    assert answer.status_code == 400
    assert NONCONSENSUAL not in answer.content.decode()
    assert not Reveal.objects.exists()
    assert not LogEntry.objects.exists()


def test_with_a_reason_it_is_shown_and_written_down(desk, flag, moderator, conversation):
    answer = ask(desk, flag)
    page = desk.get(answer.url)
    assert NONCONSENSUAL in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    entry = LogEntry.objects.get(user=moderator)
    assert (entry.object_id, entry.change_message) == (str(flag.pk), "Read its text: decide.")
    assert len(access_log(user_id=conversation.user_id)) == 1


def test_the_link_to_shown_text_is_of_no_use_to_others_or_later(desk, client, flag, operator):
    link = ask(desk, flag).url
    client.force_login(operator)
    page = client.get(link).content.decode()
    assert NONCONSENSUAL not in page
    assert "half hour is over" in page
    Reveal.objects.update(at=timezone.now() - timedelta(minutes=31), moderator=operator)
    assert NONCONSENSUAL not in client.get(link).content.decode()


def test_the_text_of_one_flag_is_not_shown_on_another_s_page(desk, flag, say):
    link = ask(desk, flag).url
    other = Flag.objects.get(message=say(MINOR_RISK).message)
    page = desk.get(f"{page_of(other)}?{link.split('?')[1]}").content.decode()
    assert NONCONSENSUAL not in page


def test_only_operators_are_offered_a_delay(desk, client, flag, operator, conversation):
    assert "reveal-delay_days" not in desk.get(page_of(flag)).content.decode()
    ask(desk, flag, reason="child", delay_days=30, delay_reason="police")
    assert len(access_log(user_id=conversation.user_id)) == 1  # a moderator's wish for a delay is not even read
    client.force_login(operator)
    assert ask(client, flag, reason="child", delay_days=30).status_code == 400
    assert ask(client, flag, reason="decide", delay_days=3, delay_reason="police").status_code == 400
    assert ask(client, flag, reason="child", delay_days=31, delay_reason="police").status_code == 400
    assert ask(client, flag, reason="child", delay_days=30, delay_reason="police").status_code == 302
    assert len(access_log(user_id=conversation.user_id)) == 1


def test_a_decision_is_made_with_a_reason_and_leaves_a_trail(desk, flag, moderator, conversation):
    filled = {"action": "warn", "reason": "the second time", "told": "Please don't.", "seen": 0}
    assert desk.post(page_of(flag, "decide"), filled | {"reason": ""}).status_code == 400
    assert not Decision.objects.exists()
    assert desk.post(page_of(flag, "decide"), filled).url == QUEUE
    decision = Decision.objects.get()
    assert (decision.moderator, decision.action, decision.reason) == (moderator, "warn", "the second time")
    assert LogEntry.objects.get(user=moderator).change_message == "Decided: warn."
    assert notices_for(user_id=conversation.user_id)[0].words == "Please don't."
    answer = desk.post(page_of(flag, "decide"), filled)
    assert answer.status_code == 400
    assert "Somebody decided this meanwhile" in answer.content.decode()


def bulk(desk, action, flags, **more):
    return desk.post(QUEUE, {"action": action, "_selected_action": [one.pk for one in flags]} | more)


@pytest.mark.parametrize("action", Decision.Action.values)
def test_each_bulk_action_asks_for_a_reason_first(desk, say, moderator, action):
    flags = [Flag.objects.get(message=say(text).message) for text in (NONCONSENSUAL, MINOR_RISK)]
    asked = bulk(desk, action, flags)
    assert asked.status_code == 200
    assert b"This is done for 2 flags." in asked.content
    confirmed = {"confirmed": "yes", "seen": 0}
    assert bulk(desk, action, flags, **confirmed, reason=" ").status_code == 400
    assert not Decision.objects.exists()
    assert bulk(desk, action, flags, **confirmed, reason="noise").status_code == 302
    assert set(Decision.objects.values_list("action", "reason", "flag")) == {(action, "noise", one.pk) for one in flags}
    assert LogEntry.objects.filter(user=moderator, change_message=f"Decided: {action}.").count() == 2


def test_a_bulk_action_on_what_somebody_else_decided_does_nothing(desk, flag):
    confirmed = {"confirmed": "yes", "seen": 0, "reason": "noise"}
    bulk(desk, "dismiss", [flag], **confirmed)
    answer = bulk(desk, "suspend", [flag], **confirmed)
    assert answer.status_code == 400
    assert "Somebody decided this meanwhile" in answer.content.decode()
    everything = desk.post(f"{QUEUE}?state=all", {"action": "suspend", "_selected_action": flag.pk} | confirmed)
    assert everything.status_code == 400
    assert User.objects.get(pk=flag.user_id).is_active


def test_who_may_only_look_decides_and_reads_nothing(client, flag):
    looker = UserFactory(is_staff=True)
    looker.user_permissions.set(Permission.objects.filter(codename="view_flag"))
    client.force_login(looker)
    assert client.get(page_of(flag)).status_code == 200
    assert client.post(page_of(flag, "decide"), {"action": "warn", "reason": "x", "seen": 0}).status_code == 403
    assert ask(client, flag).status_code == 403
    bulk(client, "suspend", [flag], confirmed="yes", seen=0, reason="x")
    assert not Decision.objects.exists()


MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def test_hostile_markup_is_words_wherever_a_moderator_looks(desk, conversation, moderator):
    User.objects.filter(pk=conversation.user_id).update(username=MARKUP)
    conversation.persona.name = MARKUP[:60]
    conversation.persona.save()
    conversation.title = MARKUP
    conversation.save()
    conversation.refresh_from_db()
    say = sayer(conversation)
    refused, turn = say(f"{NONCONSENSUAL} {MARKUP}"), say(MARKUP, answer=MARKUP)
    report = report_reply(user_id=conversation.user_id, message_id=turn.reply_id, reason="other", words=MARKUP)
    appeal = appeal_refusal(user_id=conversation.user_id, message_id=refused.message_id, words=MARKUP)
    flag_reply(turn, Verdict(Label.EXPLICIT, rules=(MARKUP,)))
    first = Flag.objects.get(message=refused.message, kind="message")
    desk.post(page_of(first, "decide"), {"action": "note", "reason": MARKUP, "seen": 0})
    link = ask(desk, report.flag, words=MARKUP).url
    pages = [desk.get(page_of(flag)) for flag in Flag.objects.all()]
    pages += [
        desk.get(link),
        desk.get(QUEUE),
        desk.get(f"{QUEUE}?q={MARKUP}"),
        desk.get(f"{QUEUE}over-time/"),
        desk.get("/admin/"),
        desk.get("/admin/chat/decision/"),
        desk.get("/admin/chat/reveal/"),
        desk.get(page_of(first, "history")),
        bulk(desk, "warn", [first, report.flag, appeal.flag]),
        ask(desk, first, words=MARKUP, reason=""),
    ]
    for page in pages:
        text = page.content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text
    assert pages[0].status_code == 200
    assert desk.get(link).content.decode().count("&lt;script&gt;alert(1)") >= 4


def test_its_pages_need_nothing_the_policy_forbids(desk, flag):
    link = ask(desk, flag).url
    for address in (QUEUE, page_of(flag), link, f"{QUEUE}over-time/"):
        answer = desk.get(address)
        assert "unsafe" not in answer["Content-Security-Policy"]
        page = answer.content.decode()
        assert " style=" not in page
        assert "<style" not in page
        assert " onclick" not in page
