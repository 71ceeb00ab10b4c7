"""A conversation that grows, and a model that sums it up."""

import uuid

from chat import buffer
from chat.models import Conversation, Summary
from chat.protocol import SendMessage
from chat.turns.admit import admit
from chat.turns.finish import Outcome, finish_turn
from chat.turns.prepare import prepare
from memory.models import Episode
from tests.factories import signed_in

BUFFER, KEPT = 20, 10


def talker(conversation):
    """Say something, have it answered as the running turn does; its message."""
    key = signed_in(conversation.user)

    def say(text, answer="Go on."):
        frame = SendMessage(uuid.uuid4(), text, None)
        admitted = admit(
            user_id=conversation.user_id, session_key=key, conversation_id=conversation.pk, frame=frame, region=None
        )
        turn = admitted.turn
        if turn is None:
            return None
        say.plan = None if turn.is_fixed else prepare(turn=turn, vector=None)
        text = turn.fixed if turn.is_fixed else answer
        finish_turn(turn=turn, outcome=Outcome(finish="stop", text=text, model="none" if turn.is_fixed else "m"))
        if turn.is_fixed:
            buffer.forget_buffer(conversation_id=conversation.pk)
        else:
            buffer.add_answered(turn.message, reply_id=turn.reply_id, variant=0, text=text, route=turn.route)
        return turn.message

    def several(*texts, count=0, answer="Go on."):
        """These, then more until there are ``count`` messages, replies among them."""
        messages = [say(text, answer) for text in texts]
        while count and len(messages) * 2 < count:
            messages.append(say(f"word {uuid.uuid4().hex[:6]}", answer))
        return messages

    say.several = several
    return say


def system_of(say):
    """What stands before the messages in the last prompt."""
    return say.plan.asks[0].messages[0].content


def texts_of(conversation):
    return Summary.objects.get(pk=conversation.pk).texts


def state_of(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def episode_of(message):
    return Episode.objects.get(message_id=message.pk)
