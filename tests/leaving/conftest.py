"""Who leaves is somebody of moderation's stories."""

from tests.moderation.conftest import conversation, moderator, say
