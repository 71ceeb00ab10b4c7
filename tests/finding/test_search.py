"""What was said is found again: by its person alone, newest first, in its context, whatever it is written in."""

import logging
import re
import unicodedata
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from chat.finding.asked import MOST_WORDS, asked_for
from chat.finding.excerpts import excerpt, marked
from chat.finding.search import A_PAGE, search
from chat.finding.words import query_for, words_of
from chat.models import Conversation, Message, Variant
from tests.factories import ConversationFactory

JSON = {"Accept": "application/json"}


@pytest.fixture
def conversation(person, persona):
    return ConversationFactory(user=person, persona=persona, title="Rain")


@pytest.fixture
def said(conversation):
    """Something its person says, and the answer to it; the two messages."""
    start = timezone.now() - timedelta(days=1)

    def say(text, answer="Go on.", where=conversation):
        position = Message.objects.filter(conversation=where).count()
        at = start + timedelta(minutes=Message.objects.count())
        own = Message.objects.create(conversation=where, role="user", position=position, text=text, created_at=at)
        reply = Message.objects.create(
            conversation=where, role="assistant", parent=own, position=position + 1, active_variant=0,
            created_at=at + timedelta(seconds=5),
        )  # fmt: skip
        Variant.objects.create(message=reply, number=0, text=answer, finish="stop", route="everyday", model="m")
        return own, reply

    return say


def found(client, q, **query):
    return client.get("/search/", {"q": q, **query}, headers=JSON).json()


def ids(client, q):
    return [one["id"] for one in found(client, q)["messages"]]


def of(*messages):
    return [str(one.pk) for one in messages]


def test_own_words_and_replies_the_newest_first(client, said):
    own, _ = said("I moved to Porto")
    _, reply = said("Do you remember?", "You live in Porto now.")
    said("Something else")
    assert ids(client, "porto") == of(reply, own)


def test_all_words_must_stand_there_the_last_by_its_beginning(client, said):
    own, _ = said("The lighthouse keeper wrote letters")
    assert ids(client, "keeper lighth") == of(own)
    assert ids(client, "LETTERS") == of(own)
    assert ids(client, "lighth keeper") == []
    assert ids(client, "keeper porto") == []


@pytest.mark.parametrize(
    ("text", "q"),
    [
        ("Ich wohne in der Straße über dem Café", "café"),
        ("Я живу в Порту", "порту"),
        ("أنا أعيش في بورتو", "بورتو"),
        ("אני גר בפורטו", "בפורטו"),
        ("मैं पोर्तो में रहता हूँ", "पोर्तो"),
        ("私はポルトに住んでいます", "ポルト"),
        ("我住在波尔图", "波尔图"),
        ("ฉันอาศัยอยู่ในปอร์โต", "ปอร์โต"),
        ("나는 포르투에 산다", "포르투"),
        ("either/or, well-known", "or"),
        ("either/or, well-known", "known"),
        ("write to mira@example.org", "mira"),
        ("don't", "don't"),
        ("don’t", "don't"),
        ("it was 3.14 exactly", "3.14"),
        ("I feel 🙂 today", "🙂"),
        ("C++ and C#", "c++"),
    ],
)
def test_in_any_language_and_with_any_mark(client, said, text, q):
    own, _ = said(text)
    said("nothing of the kind")
    assert ids(client, q) == of(own)


@pytest.mark.parametrize(
    ("text", "q"),
    [
        ("Vi ses på caféet i morgen", "cafeet"),
        ("Vi ses på cafeet i morgen", "caféet"),
        ("Élise est à Genève", "geneve elise"),
        ("Wir gehen über die Brücke", "BRUCKE"),
        ("Zażółć gęślą jaźń w Łodzi", "lodzi"),
        ("Tôi sống ở Việt Nam", "viet"),
        ("Em São Paulo faz sol", "sao pau"),
        ("Ёлка стоит", "елка"),
        ("Die Straße ist lang", "strasse"),
    ],
)
def test_accents_are_no_hindrance(client, said, conversation, text, q):
    own, _ = said(text)
    _, reply = said("And there?", text)
    said("nothing of the kind")
    assert ids(client, q) == of(reply, own)
    Conversation.objects.update(title=text)
    assert [one["title"] for one in found(client, q)["conversations"]] == [text]


def test_what_was_found_without_its_accents_is_marked_with_them(client, said):
    said("Nous étions à Genève, là-bas où Ⅳ est écrit")
    [hit] = found(client, "geneve etions")["messages"]
    assert hit["html"] == "Nous <mark>étions</mark> à <mark>Genève</mark>, là-bas où Ⅳ est écrit"
    assert marked("Łódź \u1100\u1161 각 ﬁ", ["lodz"]) == "<mark>Łódź</mark> \uac00 각 ﬁ"


@pytest.mark.parametrize(
    "text", ["Nous étions au café à Genève", "Tôi sống ở Việt Nam", "ガラスの仮面", "나는 포르투에 산다"]
)
@pytest.mark.parametrize(("stored", "looked_for"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFD", "NFD")])
def test_a_letter_and_its_accent_may_be_one_or_two(client, said, conversation, text, stored, looked_for):
    own, _ = said(unicodedata.normalize(stored, text))
    _, reply = said("And there?", unicodedata.normalize(stored, text))
    said("nothing of the kind")
    Conversation.objects.update(title=unicodedata.normalize(stored, text))
    q = unicodedata.normalize(looked_for, text)
    assert ids(client, q) == of(reply, own)
    answer = found(client, q)
    assert len(answer["conversations"]) == 1
    shown = re.sub("</?mark>", "", answer["messages"][0]["html"])
    assert shown == unicodedata.normalize("NFC", text)
    first = unicodedata.normalize(looked_for, text).split()[0]
    assert f"<mark>{unicodedata.normalize('NFC', first)}" in found(client, first)["messages"][0]["html"]


def test_without_accents_a_word_whose_accents_stand_apart_is_found(client, said):
    own, _ = said(unicodedata.normalize("NFD", "Nous étions à Genève"))
    assert ids(client, "etions geneve") == of(own)


def test_the_hit_stands_in_its_context_with_the_words_marked(client, said):
    said("before " * 60 + "the harbour was <b>quiet</b> & cold " + "after " * 60)
    [hit] = found(client, "harbour quiet")["messages"]
    assert "the <mark>harbour</mark> was &lt;b&gt;<mark>quiet</mark>&lt;/b&gt; &amp; cold" in hit["html"]
    assert hit["html"].startswith("… before")
    assert hit["html"].endswith("after …")
    assert len(hit["html"]) < 500


def test_a_hit_leads_to_its_message_in_its_conversation(client, said, conversation):
    own, _ = said("I moved to Porto")
    [hit] = found(client, "porto")["messages"]
    assert hit["url"] == f"/conversations/{conversation.pk}/?at={own.pk}#m-{own.pk}"
    assert (hit["conversation"], hit["title"], hit["role"]) == (str(conversation.pk), "Rain", "user")
    page = client.get("/search/", {"q": "porto"}).content.decode()
    assert f'href="{hit["url"]}"' in page
    assert "I moved to <mark>Porto</mark>" in page
    assert f'id="m-{own.pk}"' in client.get(hit["url"]).content.decode()


def test_titles_are_found_too_and_archived_ones_say_so(client, said, conversation):
    said("rain again")
    Conversation.objects.update(archived_at=timezone.now())
    answer = found(client, "rai")
    assert [one["title"] for one in answer["conversations"]] == ["Rain"]
    page = client.get("/search/", {"q": "rai"}).content.decode()
    assert "<mark>Rain</mark>" in page
    assert "archived" in page


def test_only_what_is_shown_is_found(client, said, conversation):
    own, reply = said("zanzibarine one", "zanzibarine two")
    Variant.objects.create(message=reply, number=1, text="another", finish="stop", route="everyday", model="m")
    Message.objects.filter(pk=reply.pk).update(active_variant=1)
    assert ids(client, "zanzibarine") == of(own), "not a wording that was replaced"
    Message.objects.filter(pk=own.pk).update(is_active=False)
    assert ids(client, "zanzibarine") == [], "not an older branch"
    Message.objects.filter(pk=own.pk).update(is_active=True, deleted_at=timezone.now())
    assert ids(client, "zanzibarine") == [], "not what was deleted"
    Message.objects.filter(pk=own.pk).update(deleted_at=None)
    Conversation.objects.update(deleted_at=timezone.now())
    assert ids(client, "zanzibarine") == [], "not of a deleted conversation"


def test_nobody_finds_a_stranger_s(client, said):
    theirs = ConversationFactory(title="zanzibarine")
    own, _ = said("zanzibarine", "zanzibarine", theirs)
    assert found(client, "zanzibarine") == {"conversations": [], "messages": [], "more": False}
    for one in (own.pk, uuid.uuid4()):
        assert client.get("/search/", {"q": "a", "before": str(one)}, headers=JSON).status_code == 404
    assert client.get("/search/", {"q": "a", "before": "x"}, headers=JSON).status_code == 400


def test_many_hits_are_paged_by_plain_links_without_a_gap(client, said):
    all_of_them = [one.pk for _ in range(A_PAGE) for one in said("porto here", "porto there")]
    Message.objects.filter(pk__in=all_of_them[:6]).update(created_at=timezone.now() - timedelta(days=9))  # at once
    seen, address = [], "/search/?q=porto"
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(r"\?at=([0-9a-f-]{36})#", page)
        older = re.search(r'href="(\?q=porto&amp;before=[0-9a-f-]{36})"', page)
        address = older and "/search/" + older[1].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 2 * A_PAGE
    assert {str(one) for one in all_of_them} == set(seen)


# --- What can't be looked for
@pytest.mark.parametrize("q", ["", " ", "\n\t", "\0", "\u3000"])
def test_an_empty_question_is_answered_kindly(client, person, q):
    page = client.get("/search/", {"q": q})
    assert (page.status_code, "Write a word to look for." in page.content.decode()) == (400, True)
    assert client.get("/search/", {"q": q}, headers=JSON).json() == {"errors": {"q": "Write a word to look for."}}


@pytest.mark.parametrize("q", ["x" * 201, "a " * (MOST_WORDS + 1), "<b>" * 10_000])
def test_one_that_is_too_long_too(client, person, q):
    page = client.get("/search/", {"q": q})
    assert (page.status_code, "A few words are enough." in page.content.decode()) == (400, True)
    assert "<b><b>" not in page.content.decode()


def test_nothing_asked_yet_is_no_error(client, person):
    page = client.get("/search/")
    assert (page.status_code, 'role="alert"' in page.content.decode()) == (200, False)


@pytest.mark.parametrize(
    "q",
    [
        "'", "''", "\\", "a'b", "a\\", "!a", "a & b", "a | !b", "(a", "a:*", "a:b:*", "<->", "a <-> b", "*", "%", "_",
        "'a' & 'b", "a\0b",
        "\u202eabc", "\ufeff", "-- drop", "; SELECT 1", "a" * 200, "\u0301", "¿?", "'' OR 1=1",
    ],
)  # fmt: skip
def test_a_hostile_question_is_a_question(client, said, q):
    own, _ = said("plain words")
    said(f"odd {q.replace(chr(0), ' ')} words")
    page = client.get("/search/", {"q": q})
    assert page.status_code == 200
    assert str(own.pk) not in page.content.decode(), "it finds no more than it names"


def test_half_a_letter_is_left_out():
    assert asked_for("a\ud83d b").words == ("a", "b")


def test_markup_in_a_question_stays_words(client, said):
    said("nothing")
    page = client.get("/search/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("text", "words", "html"),
    [
        ("a <mark>b</mark>", ("b",), "a &lt;mark&gt;<mark>b</mark>&lt;/mark&gt;"),
        ("<script>x</script>", ("script",), "&lt;<mark>script</mark>&gt;x&lt;/<mark>script</mark>&gt;"),
        ("bee, been, bees", ("be",), "<mark>bee</mark>, <mark>been</mark>, <mark>bees</mark>"),
        ("be bee", ("be", "x"), "<mark>be</mark> bee"),
        ("a.b a*b", ("a*b",), "a.b <mark>a*b</mark>"),
        ("&amp;", ("amp",), "&amp;<mark>amp</mark>;"),
    ],
)
def test_words_are_marked_and_the_rest_is_escaped(text, words, html):
    assert marked(text, words) == html


def test_an_excerpt_of_a_long_line_without_spaces_is_short():
    assert len(excerpt("x" * 5000 + " y " + "z" * 5000, ("y",))) < 400


def test_the_question_is_in_no_log(client, said, caplog):
    caplog.set_level(logging.INFO)
    for q in ("zanzibarine", "zanzibarine" * 30, "zanzibarine \0", "zanzibarine'"):
        client.get("/search/", {"q": q})
        client.get("/search/", {"q": q, "before": "x"})
    assert caplog.records, "else nothing could be in it"
    assert "zanzibarine" not in caplog.text


def test_words_are_found_by_their_index(said, person):
    for number in range(20):
        said(f"word {number}")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    query = query_for(["porto"])
    own = Message.objects.filter(role="user").alias(words=words_of("text")).filter(words=query)
    replies = Variant.objects.alias(words=words_of("text")).filter(words=query)
    assert "message_composed_words" in own.explain()
    assert "variant_composed_words" in replies.explain()


def test_a_very_long_message_can_be_stored_and_found(said, person):
    own, _ = said("porto " + " ".join(f"w{number}" for number in range(300_000)))
    assert [one.message_id for one in search(user_id=person.pk, asked=asked_for("porto")).hits] == [own.pk]
