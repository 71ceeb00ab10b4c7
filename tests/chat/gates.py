"""Words that lead messages down their ways, and where a conversation is then."""

from chat.state import conversation_state

# They mean nothing; tests/services.py says what they stand for.
EXPLICIT, SUGGESTIVE, MINOR = "periwinkle", "marigold", "foxglove"


def state(conversation):
    event = conversation_state(user_id=conversation.user_id, conversation_id=conversation.pk).event
    return event["route"], event["lock"] and event["lock"]["remaining"]
