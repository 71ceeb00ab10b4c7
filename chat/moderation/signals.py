"""What moderation tells whoever listens."""

from django.dispatch import Signal

# People were written to. ``user_ids``. Sent after it was stored.
written_to = Signal()
