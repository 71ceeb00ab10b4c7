"""The ASGI application: pages to Django, sockets to chat."""

import os
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")
django.setup(set_prefix=False)  # what follows needs it

from asgiref.sync import sync_to_async  # noqa: TID251 - with the handler here a thread is its request's own
from channels.routing import ProtocolTypeRouter
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest

from chat.routing import websocket


class PageHandler(ASGIHandler):
    """Django's, but middleware and view run in one go, in the thread that a request has for itself. They are all synchronous;
    Django would go from the event loop to that thread and back for each, a third of the CPU that starting a conversation took."""

    def __init__(self) -> None:
        BaseHandler.__init__(self)
        self.load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> Any:
        return await sync_to_async(self.get_response, thread_sensitive=True)(request)


application = ProtocolTypeRouter({"http": PageHandler(), "websocket": websocket})
