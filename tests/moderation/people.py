"""What tests of moderation say, and how they say it."""

import uuid

from chat.models import Turn
from chat.protocol import SendMessage
from chat.turns.admit import admit
from chat.turns.finish import Outcome, finish_turn
from tests.factories import signed_in

# They mean nothing; tests/services.py says what they stand for.
DISCLOSURE, MINOR_RISK, NONCONSENSUAL, SELF_HARM = "tansy", "monkshood", "hemlock", "yarrow"


def sayer(conversation):
    key = signed_in(conversation.user)

    def say(text, answer="Hello.", crossed=None):
        frame = SendMessage(uuid.uuid4(), text, None)
        admitted = admit(
            user_id=conversation.user_id, session_key=key, conversation_id=conversation.pk, frame=frame, region=None
        )
        if admitted.turn is not None:
            finish = "stop" if crossed is None else "filtered"
            outcome = Outcome(finish=finish, text=answer, model="scripted", crossed=crossed)
            finish_turn(turn=admitted.turn, outcome=outcome)
        return Turn.objects.select_related("message").get(client_id=frame.client_id)

    return say
