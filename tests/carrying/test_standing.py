"""What was brought in stands here like anything else: in the list, in the search, with a companion whom its person may meet."""

import pytest

from chat.finding.asked import asked_for
from chat.finding.search import search
from chat.listing.groups import list_page
from chat.models import Conversation
from chat.personas.making import change_companion, make_companion
from chat.safety.version import POLICY_VERSION
from tests.carrying.making import (
    AT,
    as_bytes,
    brought_in,
    chatgpt_conversation,
    node,
    one_talk,
    only_conversation,
    taken_along,
)
from tests.factories import ConversationFactory
from tests.personas.sheets import sheet

TitleBy = Conversation.TitleBy


@pytest.mark.parametrize("title_by", [TitleBy.PERSON, TitleBy.MODEL, TitleBy.FIRST_WORDS])
def test_who_named_it_and_where_it_stands_comes_along(owner, stranger, title_by):
    ConversationFactory(user=owner, title="Boxes", title_by=title_by, pinned_at=AT, archived_at=AT)
    brought_in(stranger, taken_along(owner).encode())
    theirs = only_conversation(stranger)
    assert (theirs.title, theirs.title_by, theirs.pinned_at, theirs.archived_at) == ("Boxes", title_by, AT, AT)


def test_nobody_is_asked_for_a_title_of_what_was_said_elsewhere(owner, stranger):
    ConversationFactory(user=owner, title="Boxes", title_by=TitleBy.AWAITED)
    document = taken_along(owner)
    assert '"title_by": ""' in document
    brought_in(stranger, document.replace('"title_by": ""', '"title_by": "awaited"').encode())
    assert only_conversation(stranger).title_by == TitleBy.FIRST_WORDS


def test_a_title_of_chatgpt_counts_as_a_model_s_and_first_words_as_such(owner):
    tree = chatgpt_conversation(node("q", "root", "user", "Hello"), current="q")
    untitled = chatgpt_conversation(node("q", "root", "user", "Hello there"), current="q", title=None)
    brought_in(owner, as_bytes([tree, untitled]))
    assert set(Conversation.objects.values_list("title", "title_by")) == {
        ("Soup", TitleBy.MODEL),
        ("Hello there", TitleBy.FIRST_WORDS),
    }


def test_it_is_listed_read_and_found(owner, stranger):
    brought_in(owner, one_talk("The quincewort blooms", "Does it?"))
    conversation = only_conversation(owner)
    assert list_page(user_id=owner.pk).conversations == [conversation]
    assert not conversation.is_unread
    [hit] = search(user_id=owner.pk, asked=asked_for("quincewort")).hits
    assert hit.conversation_id == conversation.pk
    assert search(user_id=stranger.pk, asked=asked_for("quincewort")).hits == []


def test_one_s_own_companion_is_known_by_slug_and_name_and_nobody_else_s(owner, stranger):
    own = make_companion(user_id=owner.pk, sheet=sheet())
    for named in (own.slug, own.name, own.name.upper()):
        assert brought_in(owner, one_talk(f"To {named}", "Yes.", persona=named)).strangers == 0
        assert brought_in(stranger, one_talk(f"To {named}", "Yes.", persona=named)).strangers == 1
    met = {one.user_id: one.persona.slug for one in Conversation.objects.select_related("persona")}
    assert met == {owner.pk: own.slug, stranger.pk: "mira"}


def test_no_line_tells_of_what_changed_before_it_came(owner):
    own = make_companion(user_id=owner.pk, sheet=sheet())
    changed = change_companion(user_id=owner.pk, slug=own.slug, sheet=sheet(traits="loud"))
    brought_in(owner, one_talk("Hello", "Yes.", persona=own.slug))
    conversation = only_conversation(owner)
    assert (conversation.persona_version, conversation.policy_version) == (changed.version, POLICY_VERSION)
    assert changed.version > 1
