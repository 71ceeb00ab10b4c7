"""What others may listen to; sessions_ext itself knows none of them."""

from django.dispatch import Signal

# A person's verification was withdrawn, revoked, or ended by closing the account. ``user_id``. Sent before `account_changed`.
verification_ended = Signal()
