"""The pages: what they say, to whom, and what a form without scripts does."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from chat.carrying import tasks
from chat.carrying.importing import ASKED_FOR, KEPT_FOR, keep_file, sweep
from chat.leaving import leave
from chat.models import Conversation, Import, ImportPart
from tests.carrying.making import brought_in, one_talk, read, taken_along
from tests.factories import ConversationFactory
from tests.moderation.people import sayer
from tests.tables import rows_with

PAGE, IMPORT, ALL = "/settings/conversations/", "/settings/conversations/import/", "/settings/conversations/export/"
JSON = {"Accept": "application/json"}


@pytest.fixture
def signed(client, owner):
    client.force_login(owner)
    return client


@pytest.fixture
def hints(monkeypatch):
    given = []
    monkeypatch.setattr("chat.carrying.views.give_hint", lambda task, *arguments: given.append(arguments))
    return given


def sent(client, data, **more):
    return client.post(IMPORT, {"file": SimpleUploadedFile("talk.json", data)}, **more)


def test_the_settings_lead_there(signed):
    assert f'href="{PAGE}"' in signed.get("/settings/").content.decode()
    page = signed.get(PAGE).content.decode()
    assert "Take them with you" in page
    assert "Nothing in it becomes a memory" in page


# --- Out
@pytest.mark.parametrize(
    ("form", "suffix", "content_type"),
    [("json", "json", "application/json"), ("markdown", "md", "text/markdown"), ("text", "txt", "text/plain")],
)
def test_a_file_has_a_safe_name_and_is_never_taken_for_a_page(signed, owner, form, suffix, content_type):
    conversation = ConversationFactory(user=owner, title='"/../<script>\r\nX-Evil: yes')
    for url, name in ((ALL, "conversations"), (f"/conversations/{conversation.pk}/export/", "conversation-persona-")):
        answer = signed.get(url, {"format": form})
        assert answer.streaming
        assert answer["Content-Type"].startswith(content_type)
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "no-store"
        disposition = answer["Content-Disposition"]
        assert disposition.startswith(f'attachment; filename="{name}')
        assert disposition.endswith(f'-{timezone.localdate():%Y-%m-%d}.{suffix}"')
        assert "script" not in disposition


def test_a_format_that_is_none_is_refused_by_name(signed):
    answer = signed.get(ALL, {"format": "docx"})
    assert answer.status_code == 400
    assert "json, markdown, text" in answer.content.decode()


def test_nobody_gets_a_stranger_s(signed, client, owner, stranger):
    theirs = ConversationFactory(user=stranger)
    kept = keep_file(user_id=stranger.pk, pieces=[one_talk("zanzibarine")])
    for url in (f"/conversations/{theirs.pk}/export/", f"{PAGE}imports/{kept.pk}/"):
        assert signed.get(url).status_code == 404
        assert signed.get(url.replace(str(theirs.pk), str(uuid.uuid4()))).status_code == 404
        assert signed.get(url, headers=JSON).status_code == 404
    assert signed.post(f"{PAGE}imports/{kept.pk}/", {"again": "no"}).status_code == 404
    assert signed.post(f"{PAGE}imports/{uuid.uuid4()}/", {"again": "no"}).status_code == 404
    assert Import.objects.get().user == stranger
    read(kept)
    assert taken_along(owner).count("zanzibarine") == 0
    assert str(kept.pk) not in signed.get(PAGE).content.decode()
    client.logout()
    for url in (PAGE, ALL, f"/conversations/{theirs.pk}/export/", f"{PAGE}imports/{kept.pk}/"):
        assert client.get(url).status_code == 302


# --- In
def test_a_plain_form_brings_a_file_in(signed, owner, hints):
    answer = sent(signed, one_talk("Good evening", "Good evening."))
    assert answer.status_code == 303
    kept = Import.objects.get()
    assert hints == [(str(kept.pk),)]
    assert "Your file is being read" in signed.get(answer["Location"]).content.decode()
    assert signed.get(answer["Location"], headers=JSON).json() == {
        "state": "reading", "read": 0, "percent": 0, "problem": ""
    }  # fmt: skip
    tasks.read_import(str(kept.pk))
    page = signed.get(answer["Location"]).content.decode()
    assert "1 conversation is here now" in page
    conversation = Conversation.objects.get(user=owner)
    assert f"/conversations/{conversation.pk}/" in page
    shown = signed.get(f"/conversations/{conversation.pk}/").content.decode()
    assert shown.count("Good evening") >= 2
    assert not ImportPart.objects.exists()


def test_what_was_brought_in_is_shown_as_harmless_as_all_else(signed, owner):
    evil = "<img src=x onerror=alert(1)> **bold** [x](javascript:alert(1)) <script>alert(1)</script>"
    brought_in(owner, one_talk(evil, evil, title=evil[:100]))
    page = signed.get(f"/conversations/{Conversation.objects.get().pk}/").content.decode()
    assert "<img" not in page
    assert "<script>" not in page
    assert 'href="javascript' not in page
    assert "<strong>bold</strong>" in page


@pytest.mark.parametrize(("data", "said"), [(b"", "The file is empty"), (None, "There was no file")])
def test_what_is_wrong_is_said_beside_the_form(signed, data, said):
    for headers in ({}, JSON):
        answer = sent(signed, data, headers=headers) if data is not None else signed.post(IMPORT, headers=headers)
        assert answer.status_code == 400
        assert said in answer.content.decode()
    assert not Import.objects.exists()


def test_a_scripted_form_is_told_where_to_look(signed, hints):
    answer = sent(signed, one_talk("Hi"), headers=JSON)
    assert answer.status_code == 201
    assert answer.json()["url"] == f"{PAGE}imports/{Import.objects.get().pk}/"


def test_one_file_at_a_time(signed, hints):
    sent(signed, one_talk("Hi"))
    answer = sent(signed, one_talk("Another"))
    assert answer.status_code == 400
    assert "Another file is still being read" in answer.content.decode()
    assert Import.objects.count() == 1


def test_the_same_file_again_is_asked_about_and_becomes_a_copy(signed, owner, hints):
    data = one_talk("Good evening", title="Evenings")
    brought_in(owner, data)
    where = sent(signed, data)["Location"]
    assert hints == [], "nothing is read before the answer"
    assert "You brought this file in before" in signed.get(where).content.decode()
    assert sweep() == []
    assert signed.post(where, {"again": "yes"})["Location"] == where
    read(Import.objects.newest_first().first())
    assert sorted(Conversation.objects.values_list("title", flat=True)) == ["Evenings", "Evenings (copy)"]


def test_the_same_file_again_can_be_left(signed, owner, hints):
    data = one_talk("Good evening")
    brought_in(owner, data)
    where = sent(signed, data)["Location"]
    assert signed.post(where, {"again": "no"})["Location"] == PAGE
    assert signed.get(where).status_code == 404
    assert not ImportPart.objects.exists()
    assert Conversation.objects.count() == 1


def test_somebody_else_s_same_file_is_no_second_one(owner, stranger):
    data = one_talk("Good evening")
    assert [brought_in(one, data).is_copy for one in (owner, stranger)] == [False, False]


def test_files_that_nobody_answers_for_go_and_so_does_what_is_said_of_old_ones(owner):
    data = one_talk("Good evening")
    brought_in(owner, data)
    keep_file(user_id=owner.pk, pieces=[data])
    Import.objects.filter(state="asked").update(created_at=timezone.now() - ASKED_FOR - timedelta(minutes=1))
    sweep()
    assert not ImportPart.objects.exists()
    Import.objects.update(ended_at=timezone.now() - KEPT_FOR - timedelta(minutes=1))
    sweep()
    assert not Import.objects.exists()
    assert Conversation.objects.exists()


def test_the_sweep_finds_what_no_hint_told(owner, monkeypatch):
    kept = keep_file(user_id=owner.pk, pieces=[one_talk("Hi")])
    sent_on = []
    monkeypatch.setattr(tasks, "take_lease", lambda *_, **__: True)
    monkeypatch.setattr(tasks.read_import, "apply_async", lambda arguments, **_: sent_on.append(arguments))
    tasks.sweep_imports()
    assert sent_on == [(str(kept.pk),)]


def test_who_leaves_takes_unread_files_along(owner, stranger):
    conversation = ConversationFactory(user=owner)
    sayer(conversation)("hemlock words")  # somebody waits for these, so the account stays for a while
    kept = keep_file(user_id=owner.pk, pieces=[one_talk("zanzibarine")])
    leave(user_id=owner.pk)
    assert rows_with("zanzibarine") == []
    assert not Import.objects.exists()
    assert not ImportPart.objects.exists()
    from chat.carrying.importing import read_on

    assert not read_on(import_id=kept.pk)
