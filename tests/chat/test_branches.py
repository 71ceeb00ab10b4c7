"""The tree of a conversation: what is said in the place of something else, and going back to what stood there."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chat.history import history_around
from chat.models import Change, Choice, Conversation, Message, Turn, Variant
from chat.protocol import ChooseBranch, EditMessage, SendMessage
from chat.state import conversation_state, standing_part
from chat.turns.choose import choose
from chat.turns.earlier import Duplicate
from companion.errors import BusyError, InvalidFrameError, QuotaError, SignedOutError, StaleHeadError
from companion.models import end_sessions
from tests.chat.gates import EXPLICIT
from tests.chat.talk import Talk
from tests.factories import ConversationFactory, UserFactory, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(conversation):
    return Talk(conversation)


# --- Editing ------------------------------------------------------------------------------------------------------------
def test_an_edit_stands_in_the_place_of_the_old_message_and_what_followed_is_kept(talk):
    first = talk.says("one", "First.")
    second = talk.says("two", "Second.")
    talk.says("three", "Third.")
    edit = talk.edits(second, "two, better", "Better.")
    assert talk.texts == ["one", "First.", "two, better", "Better."]
    new = edit.message
    assert new.pk != second.message_id
    assert (new.edits_id, new.parent_id, new.position) == (second.message_id, first.reply_id, 2)
    assert Message.objects.filter(is_active=False).count() == 4
    assert talk.head == {"message": str(edit.reply_id), "variant": 0}


def test_who_edits_is_told_what_changed_before_anything_else(talk):
    first = talk.says("one")
    edit = talk.edits(first, "one, better", answer="")
    [event] = talk.told
    assert event == {
        "type": "history.changed",
        "client_id": str(edit.client_id),
        "from": str(first.message_id),
        "head": {"message": str(edit.message_id), "variant": None},
        "branch": 1,
    }


def test_the_page_names_all_that_was_ever_said_in_a_place(talk):
    first = talk.says("one")
    second = talk.says("two")
    assert [message.get("wordings") for message in talk.page[::2]] == [
        [str(first.message_id)],
        [str(second.message_id)],
    ]
    better = talk.edits(second, "two, better")
    best = talk.edits(better, "two, best")
    wordings = [str(turn.message_id) for turn in (second, better, best)]
    one, _, two, _ = talk.page
    assert (one["wordings"], one["edits"]) == ([str(first.message_id)], None)
    assert (two["wordings"], two["edits"]) == (wordings, str(better.message_id))
    talk.chooses(second.message_id)
    assert (talk.page[2]["text"], talk.page[2]["wordings"]) == ("two", wordings)


def test_the_very_first_message_can_be_edited(talk, conversation):
    first = talk.says("one", "First.")
    talk.says("two")
    edit = talk.edits(first, "won")
    assert talk.texts == ["won", "Hello."]
    assert talk.page[0]["wordings"] == [str(first.message_id), str(edit.message_id)]
    conversation.refresh_from_db()
    assert conversation.title == "won", "it was named by words that are seen no more"
    talk.chooses(first.message_id)
    conversation.refresh_from_db()
    assert conversation.title == "one"


def test_a_page_around_a_message_tells_of_each_what_any_page_does(talk, conversation):
    first = talk.says("one")
    talk.edits(first, "won")
    second = talk.says("two")
    Change.objects.create(message=second.message, kind=Change.Kind.MODEL, name="other")
    page = talk.page
    assert (len(page[0]["wordings"]), len(page[2]["notices"])) == (2, 1)
    assert history_around(**talk.who, message_id=uuid.UUID(page[2]["id"])).messages == page


def test_its_person_s_own_name_stays(talk, conversation):
    first = talk.says("one")
    Conversation.objects.update(title="Boxes", title_by=Conversation.TitleBy.PERSON)
    talk.edits(first, "won")
    talk.chooses(first.message_id)
    conversation.refresh_from_db()
    assert conversation.title == "Boxes"


def test_a_name_tells_nothing_of_a_stricter_route(talk, conversation):
    talk.edits(talk.says("one"), EXPLICIT)
    conversation.refresh_from_db()
    assert conversation.title == ""


def test_an_edit_is_no_edit_of_a_reply_or_of_what_is_not_there(talk):
    first = talk.says("one")
    theirs = Talk(ConversationFactory()).says("mine")
    elsewhere = Talk(ConversationFactory(user=talk.conversation.user)).says("another talk")
    for message in (first.reply_id, theirs.message_id, elsewhere.message_id, uuid.uuid4()):
        with pytest.raises(InvalidFrameError):
            talk.frame(EditMessage(uuid.uuid4(), message, "changed"))
    assert Message.objects.filter(text="changed").count() == 0


def test_what_left_the_active_branch_is_stale_to_edit(talk):
    first = talk.says("one")
    second = talk.says("two")
    talk.edits(first, "won")
    for turn in (first, second):
        with pytest.raises(StaleHeadError):
            talk.edits(turn, "changed")
    assert talk.texts[0] == "won"


def test_while_a_reply_is_written_nothing_is_edited_or_chosen(talk):
    first = talk.says("one")
    talk.says("two", answer="")
    with pytest.raises(BusyError):
        talk.edits(first, "won")
    with pytest.raises(BusyError):
        talk.chooses(first.message_id)
    assert not Choice.objects.exists()
    assert talk.texts == ["one", "Hello.", "two"]


def test_the_same_edit_twice_is_one(talk):
    first = talk.says("one")
    frame = EditMessage(uuid.uuid4(), first.message_id, "won")
    turn = talk.frame(frame)
    assert talk.frame(frame) == Duplicate(turn_id=turn.pk, message=turn.message)
    talk.chooses(first.message_id)
    assert talk.frame(frame).turn_id == turn.pk, "for ever, wherever its person went since"
    assert talk.texts[0] == "one"
    for other in (
        EditMessage(frame.client_id, first.message_id, "want"),
        EditMessage(frame.client_id, turn.message_id, "won"),
        SendMessage(frame.client_id, "won", None),
    ):
        with pytest.raises(InvalidFrameError):
            talk.frame(other)
    with pytest.raises(InvalidFrameError):
        talk.chooses(first.message_id, client_id=frame.client_id)


def test_an_edit_counts_as_a_message_and_going_back_does_not(talk, settings):
    settings.MESSAGES_PER_DAY = 2
    first = talk.says("one")
    edited = talk.edits(first, "won")
    with pytest.raises(QuotaError):
        talk.edits(edited, "want")
    talk.chooses(first.message_id)
    assert talk.texts == ["one", "Hello."]


# --- Choosing -----------------------------------------------------------------------------------------------------------
def test_another_wording_of_the_last_reply_is_chosen(talk):
    first = talk.says("one", "Hello.")
    talk.again("Good day.")
    assert talk.texts == ["one", "Good day."]
    chosen = talk.chooses(first.reply_id, 0)
    [event] = chosen.told
    assert (event["from"], event["head"]) == (str(first.reply_id), {"message": str(first.reply_id), "variant": 0})
    assert talk.texts == ["one", "Hello."]
    assert (talk.page[-1]["variant"], talk.page[-1]["variants"]) == (0, 2)
    talk.again("Good evening.")
    assert talk.texts == ["one", "Good evening."]
    assert [(one.number, one.text) for one in Variant.objects.all()] == [
        (0, "Hello."),
        (1, "Good day."),
        (2, "Good evening."),
    ]


def test_what_follows_a_wording_belongs_to_it(talk):
    first = talk.says("one", "Hello.")
    talk.says("after hello", "A.")
    talk.chooses(first.reply_id, 0)
    assert talk.texts[-1] == "A.", "the newest branch through it is the one that is seen"
    talk.edits(Turn.objects.get(message__text="after hello"), "still after hello", "B.")
    talk.chooses(first.reply_id)
    assert talk.texts == ["one", "Hello.", "still after hello", "B."]


def test_the_newest_branch_through_a_message_becomes_the_active_one(talk):
    first = talk.says("one", "First.")
    second = talk.says("two", "Second.")
    talk.says("three", "Third.")
    edited = talk.edits(second, "two, better", "Better.")
    talk.says("four", "Fourth.")
    won = talk.edits(first, "won", "Won.")
    assert talk.texts == ["won", "Won."]
    talk.chooses(first.message_id)
    assert talk.texts == ["one", "First.", "two, better", "Better.", "four", "Fourth."]
    talk.chooses(second.message_id)
    assert talk.texts == ["one", "First.", "two", "Second.", "three", "Third."]
    talk.chooses(edited.reply_id, 0)
    assert talk.texts == ["one", "First.", "two, better", "Better.", "four", "Fourth."]
    talk.chooses(won.message_id)
    assert talk.texts == ["won", "Won."]
    assert talk.says("and on").message.parent_id == won.reply_id


def test_a_branch_may_turn_at_a_wording_further_up(talk):
    """An older wording of a reply is what an older branch followed; going there words it so again."""
    first = talk.says("one", "Hello.")
    talk.again("Good day.")
    followed = talk.says("after good day", "A.")
    edited = talk.edits(first, "won", "Won.")
    talk.chooses(first.reply_id, 0)
    assert talk.texts == ["one", "Hello."]
    talk.says("after hello", "B.")
    talk.chooses(edited.message_id)
    talk.chooses(followed.message_id)
    assert talk.texts == ["one", "Good day.", "after good day", "A."]


def test_choosing_what_is_seen_already_changes_nothing(talk, conversation):
    first = talk.says("one")
    chosen = talk.chooses(first.message_id)
    assert (chosen.told, chosen.answer["from"], chosen.answer["head"]) == ([], None, talk.head)
    conversation.refresh_from_db()
    assert conversation.branch == 0


def test_a_socket_that_missed_it_is_told_by_the_next_state(talk):
    first = talk.says("one")
    talk.edits(first, "won")
    told = [standing_part(conversation_state(**talk.who).event)]
    talk.chooses(first.message_id)
    told += [standing_part(conversation_state(**talk.who).event)]
    assert told[0] != told[1]


def test_the_same_choice_twice_is_one_wherever_its_person_went_since(talk):
    first = talk.says("one")
    edited = talk.edits(first, "won")
    client_id = uuid.uuid4()
    talk.chooses(first.message_id, client_id=client_id)
    talk.chooses(edited.message_id)
    again = talk.chooses(first.message_id, client_id=client_id)
    assert (again.told, again.answer["from"], again.answer["head"]) == ([], None, talk.head)
    assert talk.texts[0] == "won"
    for other in (ChooseBranch(client_id, edited.message_id, None), ChooseBranch(client_id, first.message_id, 0)):
        with pytest.raises(InvalidFrameError):
            talk.chooses(other.message, other.variant, client_id)
    for other in (SendMessage(client_id, "two", None), EditMessage(client_id, edited.message_id, "two")):
        with pytest.raises(InvalidFrameError):
            talk.frame(other)
    assert Choice.objects.count() == 2


def test_nothing_is_chosen_that_is_not_there(talk):
    first = talk.says("one")
    theirs = Talk(ConversationFactory()).says("mine")
    elsewhere = Talk(ConversationFactory(user=talk.conversation.user)).says("another talk")
    for message, variant in (
        (theirs.message_id, None),
        (theirs.reply_id, 0),
        (elsewhere.message_id, None),
        (uuid.uuid4(), None),
        (first.reply_id, 1),
        (first.message_id, 0),
    ):
        with pytest.raises(InvalidFrameError):
            talk.chooses(message, variant)
    assert not Choice.objects.exists()


def test_a_stranger_and_somebody_signed_out_choose_nothing(talk):
    first = talk.says("one")
    stranger = UserFactory()
    frame = ChooseBranch(uuid.uuid4(), first.message_id, None)
    with pytest.raises(Conversation.DoesNotExist):
        choose(user_id=stranger.pk, session_key=signed_in(stranger), conversation_id=talk.conversation.pk, frame=frame)
    end_sessions(user_id=talk.conversation.user_id)
    with pytest.raises(SignedOutError):
        choose(session_key=talk.key, frame=frame, **talk.who)


def test_going_back_takes_as_many_statements_in_a_long_talk_as_in_a_short_one(talk, settings):
    settings.MESSAGE_LIMIT = (1000, 1000.0)
    first = talk.says("one")
    edited = talk.edits(first, "won")
    counted = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as made:
            talk.chooses(first.message_id)
        counted.append(len(made))
        for number in range(8):
            talk.says(f"more {number}")
        talk.chooses(edited.message_id)
        for number in range(8):
            talk.says(f"other {number}")
    assert counted[0] == counted[1]
