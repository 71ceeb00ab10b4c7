"""A conversation that has branches, as its person leads it."""

import uuid

from chat.history import history_page
from chat.models import Turn
from chat.protocol import ChooseBranch, EditMessage, RegenerateReply, SendMessage
from chat.state import conversation_state
from chat.turns.admit import admit
from chat.turns.choose import choose
from chat.turns.earlier import Duplicate
from chat.turns.finish import Outcome, finish_turn
from tests.factories import signed_in


class Talk:
    """A conversation as its person has it: ``says``, ``edits`` and ``again`` are answered at once."""

    def __init__(self, conversation):
        self.conversation = conversation
        self.who = {"user_id": conversation.user_id, "conversation_id": conversation.pk}
        self.key = signed_in(conversation.user)
        self.told = []

    def frame(self, frame, answer="Hello."):
        admitted = admit(session_key=self.key, frame=frame, **self.who)
        if isinstance(admitted, Duplicate):
            return admitted
        self.told = admitted.told
        turn = Turn.objects.get(client_id=frame.client_id)
        if admitted.turn is not None and answer:
            finish_turn(turn=admitted.turn, outcome=Outcome(finish="stop", text=answer, model="scripted"))
        return turn

    def says(self, text, answer="Hello."):
        return self.frame(SendMessage(uuid.uuid4(), text, None), answer)

    def edits(self, turn, text, answer="Hello."):
        return self.frame(EditMessage(uuid.uuid4(), turn.message_id, text), answer)

    def again(self, answer="Hello again."):
        self.conversation.refresh_from_db()
        return self.frame(RegenerateReply(uuid.uuid4(), self.conversation.head_id), answer)

    def chooses(self, message, variant=None, client_id=None):
        frame = ChooseBranch(client_id or uuid.uuid4(), message, variant)
        return choose(session_key=self.key, frame=frame, **self.who)

    @property
    def texts(self):
        return [message["text"] for message in self.page]

    @property
    def page(self):
        return history_page(**self.who).messages

    @property
    def head(self):
        return conversation_state(**self.who).event["head"]
