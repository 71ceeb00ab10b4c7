"""What others may listen to; memory itself knows none of them."""

from django.dispatch import Signal

# Sent after the commit, with user_id and memories: [{"id", "status", "conversation_id"}].
learned = Signal()
