"""What the product says beside the words, as the server renders it."""

import re
from datetime import UTC, date, datetime
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django import forms
from django.template.loader import render_to_string

from sessions_ext.templatetags.durations import duration

HELP = {
    "text": "You are not alone with this.\n\nPlease call.",
    "resources": [
        {"name": "A line", "contact": "116 123", "url": "https://line.example", "kind": "crisis", "region": "XX",
         "hours": "24/7", "languages": "English"},
        {"name": "A directory", "contact": None, "url": "https://directory.example", "kind": "directory", "region": "INT",
         "hours": None, "languages": None},
    ],
}  # fmt: skip


def own(**message):
    at = datetime(2026, 11, 23, 19, 5, tzinfo=UTC)
    message = {"id": str(uuid4()), "role": "user", "text": "words", "at": at, "turn": str(uuid4())} | message
    conversation = SimpleNamespace(pk=uuid4())
    return render_to_string("chat/own.html", {"message": message, "conversation": conversation}), message, conversation


def test_an_answered_message_has_no_card():
    html, *_ = own(outcome="answered", refusal=None, support=None, waiting_url=None)
    assert 'class="card' not in html


def test_help_stays_in_the_history():
    html, *_ = own(outcome="answered", support=HELP)
    assert "<p>You are not alone with this.</p>" in html
    assert '<p class="contacts" dir="auto">116 123</p>' in html
    assert "24/7 · English" in html
    assert html.count('rel="noopener noreferrer"') == 2
    assert "None" not in html


def test_a_refusal_says_why():
    html, *_ = own(outcome="refused", refusal={"label": "nonconsensual", "text": "Not <here>.", "reason": "label"})
    assert "Not &lt;here&gt;." in html
    assert 'data-reason="label"' in html
    assert "<button" not in html
    assert "Ask a person to look again" in html


@pytest.mark.parametrize("reason", ["route_closed", "age_declined", "age_expired"])
def test_what_is_closed_to_everybody_or_was_declined_leads_to_nobody(reason):
    html, *_ = own(outcome="refused", refusal={"label": "explicit", "text": "Not here.", "reason": reason})
    assert "Not here." in html
    assert re.findall('<a class="([^"]*)"|<a ', html) == ["delete"]  # what can be done with any message


def test_a_declined_message_is_marked_even_without_words_of_its_own():
    html, *_ = own(outcome="declined", refusal=None)
    assert "This was not answered." in html


def test_a_message_that_waits_leads_to_the_age_page_and_back():
    html, message, conversation = own(outcome="waiting", waiting_url="/age/")
    assert f'href="/age/?next=/conversations/{conversation.pk}/"' in html
    assert f'data-turn="{message["turn"]}"' in html
    assert "Not now" in html


def ribbon(**state):
    return render_to_string("chat/ribbon.html", {"state": state}) + render_to_string("chat/band.html", {"state": state})


def test_the_first_paint_knows_the_route():
    html = ribbon(route="adult", lock={"route": "adult", "remaining": 3})
    assert 'data-route="adult" >' in html
    assert ">Adult</span>" in html
    assert ">3 more messages</span>" in html
    assert ">1 more message</span>" in ribbon(route="adult", lock={"route": "adult", "remaining": 1})
    assert 'id="band" >' in ribbon(route="support", lock=None)


@pytest.mark.parametrize("state", [{}, {"route": "everyday", "lock": None}])
def test_everyday_shows_neither_ribbon_nor_band(state):
    html = ribbon(**state)
    assert 'data-route="everyday" hidden' in html
    assert 'id="band" hidden' in html


class AgeForm(forms.Form):
    birth_date = forms.DateField()
    confirm = forms.BooleanField()


def age(template="age/page.html", **context):
    return render_to_string(template, {"persona": SimpleNamespace(name="Mira"), "next": "/back/", **context})


def test_the_age_page_says_why_it_asks_and_what_is_kept():
    html = age(form=AgeForm())
    assert "Some of what Mira can talk about is for adults only" in html
    assert "The date of birth is never kept" in html
    assert 'type="date"' in html
    assert 'href="/back/">Not now' in html


def test_each_field_of_the_age_page_tells_its_own_fault():
    html = age(form=AgeForm({"birth_date": "soon"}))
    assert html.count('class="problem"') == 2
    assert html.count('aria-invalid="true"') == 2


def test_an_external_verifier_takes_the_place_of_the_form():
    html = age(form=AgeForm(), provider=SimpleNamespace(name="Proofs", start_url="/age/start/"))
    assert "Go to Proofs" in html
    assert 'action="/age/start/"' in html
    assert "birth_date" not in html
    assert "Waiting for Proofs" in age("age/waiting_provider.html", provider=SimpleNamespace(name="Proofs"))


def test_a_confirmed_age_can_be_withdrawn():
    html = age(
        "age/verified.html",
        verification=SimpleNamespace(verified_at=datetime(2026, 11, 23, tzinfo=UTC), method="own word"),
    )
    assert "23 November 2026" in html
    assert 'formaction="withdraw/"' in html
    assert 'href="/back/"' in html


def test_what_is_closed_is_said_without_blame():
    html = age("age/closed.html", until=date(2031, 3, 4), reason="under_age", retry_after=None)
    assert "until 4 March 2031" in html
    assert "you did nothing wrong" in html
    assert "Whoever runs this server" in html
    assert "until" not in age("age/closed.html", until=None, reason="account_closed", retry_after=None)
    assert "again in 50 minutes" in age("age/closed.html", until=None, reason="attempts", retry_after=3000)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "1 second"),
        (59.2, "1 minute"),
        (61, "2 minutes"),
        (3600, "1 hour"),
        (86400, "24 hours"),
        (200_000, "3 days"),
    ],
)
def test_waits_are_rounded_up(seconds, words):
    assert duration(seconds) == words
