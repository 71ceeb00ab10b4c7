"""What others may listen to; memory itself knows none of them."""

from django.dispatch import Signal

# Sent after the commit, with user_id and memories: [{"id", "status", "conversation_id"}].
learned = Signal()

# Asked with user_id before a memory of kind feeling is kept; one receiver that answers False is enough to leave it.
may_keep_feelings = Signal()
# Sent after the commit, with user_id and conversation_ids: of where something was said that is now forgotten.
forgotten = Signal()
