"""Where sockets go."""

from typing import Any

from channels.routing import URLRouter
from django.conf import settings
from django.urls import path

from chat.consumer import ConversationConsumer

_router = URLRouter([path("ws/conversations/<uuid:conversation_id>/", ConversationConsumer.as_asgi())])


async def websocket(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Refuse (HTTP 403) handshakes from pages of other sites, and those to an address that isn't a conversation's.

    A browser always names its origin; a client that is no browser names none, and carries no other site's user.
    """
    origins = [value.decode("latin-1") for name, value in scope["headers"] if name == b"origin"]
    if any(origin not in settings.ALLOWED_ORIGINS for origin in origins):
        await _refuse(receive, send)
        return
    try:
        await _router(scope, receive, send)
    except ValueError as error:
        if not str(error).startswith("No route found"):
            raise
        await _refuse(receive, send)


async def _refuse(receive: Any, send: Any) -> None:
    await receive()
    await send({"type": "websocket.close"})
