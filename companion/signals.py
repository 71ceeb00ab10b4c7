"""What the floor tells whoever listens."""

from django.dispatch import Signal

# Something that holds for a person everywhere has changed: signed out, suspended, verified, withdrawn. ``user_id``.
# Sent after it was stored; receivers look for themselves what holds now.
account_changed = Signal()
