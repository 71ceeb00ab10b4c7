"""What people see of moderation and send to it, address by address: the right person, a stranger, nobody."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chat.models import Appeal, Report, Reveal
from chat.moderation.decide import decide
from chat.moderation.notices import notices_for
from chat.moderation.reveal import reveal
from tests.factories import ConversationFactory, UserFactory
from tests.moderation.people import MINOR_RISK, NONCONSENSUAL, sayer

pytestmark = pytest.mark.django_db
EXPLICIT = "periwinkle"  # a stand-in, too
JSON = {"Accept": "application/json"}
PAGE = "/account/moderation/"
A_REPORT = {"reason": "hateful", "words": "It called me names"}
AN_APPEAL = {"words": "It is a line of a song"}


@pytest.fixture
def person(client, conversation):
    client.force_login(conversation.user)
    return conversation.user


@pytest.fixture
def stranger():
    client = Client()
    client.force_login(UserFactory())
    return client


@pytest.fixture
def act(flag, moderator):
    def act(action, *, by=moderator, on=flag, **more):
        [decision] = decide(flag_ids=[on.pk], moderator_id=by.pk, action=action, reason="as the rules say", **more)
        return decision

    return act


def text_of(answer):
    return " ".join(answer.content.decode().split())


def report_of(turn):
    return f"/messages/{turn.reply_id}/report/"


def appeal_of(turn):
    return f"/messages/{turn.message_id}/appeal/"


# --- Who is let in -------------------------------------------------------------------------------------------------------
@pytest.fixture
def addresses(say, act):
    """Each address with what is posted there, and the same of something that doesn't exist."""
    answered, refused, decision = say("good evening"), say(MINOR_RISK), act("warn")
    nowhere = uuid.uuid4()
    return [
        (report_of(answered), f"/messages/{nowhere}/report/", A_REPORT),
        (appeal_of(refused), f"/messages/{nowhere}/appeal/", AN_APPEAL),
        (f"{PAGE}{decision.pk}/appeal/", f"{PAGE}{nowhere}/appeal/", AN_APPEAL),
    ]


def test_nobody_is_sent_to_the_log_in(client, addresses):
    for address, _, form in addresses:
        for answer in (client.get(address), client.post(address, form)):
            assert (answer.status_code, answer.headers["Location"]) == (302, f"/accounts/login/?next={address}")
    assert client.get(PAGE).headers["Location"] == f"/accounts/login/?next={PAGE}"
    assert not Report.objects.exists()
    assert not Appeal.objects.exists()


@pytest.mark.parametrize("headers", [JSON, {"Accept": "text/html"}])
def test_a_stranger_s_is_answered_exactly_as_a_missing_one(stranger, addresses, headers):
    for theirs, missing, form in addresses:
        for body in (form, {}):
            answers = [stranger.post(one, body, headers=headers) for one in (theirs, missing)]
            answers += [stranger.get(one, headers=headers) for one in (theirs, missing)]
            assert {one.status_code for one in answers} == {404}
            assert len({one.content for one in answers}) == 1
    assert not Report.objects.exists()
    assert not Appeal.objects.exists()


def test_a_form_of_another_site_is_refused(person, addresses):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(person)
    for address, _, form in addresses:
        assert browser.post(address, form).status_code == 403
    assert not Report.objects.exists()


def test_each_is_counted_by_person(client, person, addresses, settings):
    settings.FORM_LIMITS = settings.FORM_LIMITS | {"report": {"user": (1, 300)}}
    (report, _, form), (appeal, *_), _ = addresses
    assert client.post(report, form, headers=JSON).status_code == 200
    stopped = client.post(appeal, AN_APPEAL, headers=JSON)
    assert (stopped.status_code, stopped.json()["code"]) == (429, "rate_limited")


# --- Reports -------------------------------------------------------------------------------------------------------------
def test_a_report_by_form_leads_to_where_its_answer_comes(client, person, say):
    turn = say("good evening", answer="Go **away**.")
    page = text_of(client.get(report_of(turn)))
    assert "<strong>away</strong>" in page
    assert "you can see when they did" in page
    answer = client.post(report_of(turn), A_REPORT)
    report = Report.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PAGE}#asked-{report.flag_id}")
    assert (report.reason, report.words, report.flag.variant) == ("hateful", "It called me names", 0)
    assert client.get(report_of(turn)).headers["Location"] == answer.headers["Location"]


def test_a_report_as_json_twice_is_one(client, person, say):
    turn = say("good evening")
    told = [
        client.post(report_of(turn), body, headers=JSON, content_type="application/json").json()
        for body in (A_REPORT | {"variant": 0}, {"reason": "other"})
    ]
    report = Report.objects.get()
    assert told == [{"at": report.created_at.isoformat(), "url": f"{PAGE}#asked-{report.flag_id}"}] * 2


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "reason"),
        ({"reason": "dull"}, "reason"),
        ({"reason": "other", "words": "x" * 501}, "words"),
        ({"reason": "other", "words": "\ud83d"}, "words"),
        ({"reason": "other", "variant": "first"}, "variant"),
        ([], "reason"),
    ],
)
def test_what_is_wrong_with_a_report_is_told_by_field(client, person, say, body, field):
    answer = client.post(report_of(say("hello")), body, headers=JSON, content_type="application/json")
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
    assert not Report.objects.exists()


def test_what_is_wrong_stands_on_the_page_too(client, person, say):
    answer = client.post(report_of(say("hello")), {"words": "only words"})
    assert answer.status_code == 400
    assert "Choose what comes closest." in text_of(answer)
    assert "only words" in text_of(answer)


@pytest.mark.parametrize("wording", ["7", "70000", "9" * 5000, "one"])
def test_a_wording_that_does_not_exist_is_missing(client, person, say, wording):
    address = f"{report_of(say('hello'))}?variant={wording}"
    assert client.get(address).status_code == (404 if wording in {"7", "70000"} else 200)


def test_the_conversation_knows_which_reply_was_reported(client, person, conversation, say):
    turn = say("good evening")
    client.post(report_of(turn), A_REPORT)
    say("and now?")
    told = client.get(f"/conversations/{conversation.pk}/messages/", headers=JSON).json()["messages"]
    assert [one.get("reported") for one in told] == [None, True, None, False]
    page = text_of(client.get(f"/conversations/{conversation.pk}/"))
    assert page.count("data-is-reported") == 1


# --- Appeals -------------------------------------------------------------------------------------------------------------
def test_a_refusal_says_how_to_ask_for_another_look_and_that_it_was_asked(client, person, conversation, say):
    turn = say(NONCONSENSUAL)
    url = f"/conversations/{conversation.pk}/messages/"
    assert f'href="{appeal_of(turn)}"' in text_of(client.get(f"/conversations/{conversation.pk}/"))
    assert client.get(url, headers=JSON).json()["messages"][0]["appeal"] is None
    assert NONCONSENSUAL in text_of(client.get(appeal_of(turn)))
    answer = client.post(appeal_of(turn), AN_APPEAL)
    appeal = Appeal.objects.get()
    assert answer.headers["Location"] == f"{PAGE}#asked-{appeal.flag_id}"
    told = client.get(url, headers=JSON).json()["messages"][0]["appeal"]
    assert told == {"at": appeal.created_at.isoformat(), "answered_at": None}
    assert "You asked for another look on" in text_of(client.get(f"/conversations/{conversation.pk}/"))


def test_who_was_closed_out_by_their_age_can_ask_for_another_look(client, person, say, settings):
    settings.ADULT_PROVIDERS = ["scripted"]
    say("I am 15 years old")
    turn = sayer(ConversationFactory(user=person))(EXPLICIT)
    assert turn.reason == "account_closed"
    assert client.post(appeal_of(turn), AN_APPEAL, headers=JSON).status_code == 200


def test_what_is_closed_to_everybody_is_nothing_to_appeal(client, person, say, settings):
    settings.ADULT_PROVIDERS = []
    turn = say(EXPLICIT)
    assert (turn.finish, turn.reason) == ("refused", "route_closed")
    assert client.get(appeal_of(turn)).status_code == 404
    assert client.post(appeal_of(turn), AN_APPEAL, headers=JSON).status_code == 404


def test_an_appeal_without_words_is_told_so(client, person, say):
    answer = client.post(appeal_of(say(NONCONSENSUAL)), {"words": "  "}, headers=JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["words"])


@pytest.mark.parametrize("action", ["warn", "close_adult"])
def test_a_decision_is_appealed_once_and_the_answer_stands_with_it(client, person, act, operator, action):
    address = f"{PAGE}{act(action).pk}/appeal/"
    assert address in text_of(client.get(PAGE))
    for _ in range(2):
        assert client.post(address, AN_APPEAL).status_code == 303
    appeal = Appeal.objects.get()
    page = text_of(client.get(PAGE))
    assert address not in page
    assert "You asked for another look on" in page
    assert "It waits for a person." in page
    act("dismiss", on=appeal.flag, by=operator, told="We talked about it. It stays.")
    page = text_of(client.get(PAGE))
    assert "What was decided stands." in page
    assert "We talked about it. It stays." in page


def test_a_dismissal_is_no_decision_to_appeal(client, person, act):
    assert client.get(f"{PAGE}{act('dismiss').pk}/appeal/").status_code == 404


# --- The page ------------------------------------------------------------------------------------------------------------
def test_where_nothing_happened_it_says_so_and_settings_lead_there(client):
    client.force_login(UserFactory())
    page = text_of(client.get(PAGE))
    assert page.count('class="none"') == 3
    assert PAGE in text_of(client.get("/settings/"))


def test_a_warning_is_told_in_the_conversation_until_it_was_read(client, person, conversation, act):
    talk = f"/conversations/{conversation.pk}/"
    assert "has written to you" not in text_of(client.get(talk))
    act("warn", told="Please be <b>kind</b>.")
    assert "has written to you" in text_of(client.get(talk))
    page = text_of(client.get(PAGE))
    assert "Please be &lt;b&gt;kind&lt;/b&gt;." in page
    assert "as the rules say" not in page
    assert 'class="entry-new"' in page
    assert notices_for(user_id=person.pk)[0].is_seen
    assert 'class="entry-new"' not in text_of(client.get(PAGE))
    assert "has written to you" not in text_of(client.get(talk))


def test_what_was_taken_back_is_said_to_be(client, person, act, operator):
    client.post(f"{PAGE}{act('warn').pk}/appeal/", AN_APPEAL)
    act("lift", on=Appeal.objects.get().flag, by=operator)
    assert "It was taken back and counts no more." in text_of(client.get(PAGE))


def test_who_read_what_when_why_and_as_what_but_not_by_name(client, person, say, flag, moderator, operator):
    for one in (moderator, operator):
        reveal(flag_id=flag.pk, moderator_id=one.pk, reason="decide", words="is it a quote?")
    page = text_of(client.get(PAGE))
    assert "A moderator read one message." in page
    assert "An operator read one message." in page
    assert page.count("It could not be decided without reading it.") == 2
    assert f"/conversations/{flag.conversation_id}/#m-{flag.message_id}" in page
    for hidden in ("moira", "oona", "is it a quote?"):
        assert hidden not in page


def test_a_delayed_line_appears_when_its_time_has_come(client, person, flag, operator):
    found = reveal(
        flag_id=flag.pk, moderator_id=operator.pk, reason="child", words="a child", delay_days=30, delay_reason="police"
    )
    assert "An operator read" not in text_of(client.get(PAGE))
    Reveal.objects.filter(pk=found.pk).update(visible_from=timezone.now() - timedelta(seconds=1))
    page = text_of(client.get(PAGE))
    assert "An operator read one message." in page
    assert "police" not in page


def test_nobody_sees_another_s(stranger, act, flag, moderator, client, person, say):
    reveal(flag_id=flag.pk, moderator_id=moderator.pk, reason="decide", words="is it a quote?")
    act("warn", told="Please be kind.")
    client.post(report_of(say("good evening")), A_REPORT)
    page = text_of(stranger.get(PAGE))
    assert page.count('class="none"') == 3
    assert "Please be kind." not in page
    assert not notices_for(user_id=person.pk)[0].is_seen


def test_what_is_gone_leaves_its_line(client, person, conversation, flag, moderator):
    reveal(flag_id=flag.pk, moderator_id=moderator.pk, reason="decide", words="is it a quote?")
    conversation.delete()
    assert "The conversation is gone." in text_of(client.get(PAGE))


def test_what_a_moderator_closed_leads_there_too(client, person, act):
    act("close_adult")
    assert f'href="{PAGE}"' in text_of(client.get("/age/"))
