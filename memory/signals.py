"""What others may listen to; memory itself knows none of them."""

from django.dispatch import Signal

# Sent after the commit, with user_id and memories: [{"id", "status", "conversation_id"}].
learned = Signal()

# Asked with user_id before a memory of kind feeling is kept; one receiver that answers False is enough to leave it.
may_keep_feelings = Signal()
# Both with user_id and conversation_ids: of where something was said that is now forgotten. The first is sent in the transaction
# that forgets, whose owner is locked; the second after its commit.
forgetting = Signal()
forgotten = Signal()
# Sent with user_id in the transaction in which they chose that nothing of the adult route be remembered.
adult_recall_ended = Signal()
