"""Every open page of a conversation's person hears what it is called now."""

from functools import partial

from django.db import transaction

from chat.listing.rows import as_json
from chat.live.tell import tell_listed, tell_title
from chat.models import Conversation


def tell_named(conversation: Conversation) -> None:
    """When the transaction is through, as the conversation is then."""
    transaction.on_commit(partial(_tell, conversation), robust=True)


def _tell(conversation: Conversation) -> None:
    tell_listed(user_id=conversation.user_id, conversations=[as_json(conversation)])
    tell_title(conversation_id=conversation.pk, title=conversation.title)
