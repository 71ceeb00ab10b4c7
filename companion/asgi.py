"""The ASGI application: pages to Django, sockets to chat."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")
django_application = get_asgi_application()  # sets Django up; what follows needs it

from channels.routing import ProtocolTypeRouter

from chat.routing import websocket

application = ProtocolTypeRouter({"http": django_application, "websocket": websocket})
