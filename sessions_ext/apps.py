from django.apps import AppConfig


class SessionsExtConfig(AppConfig):
    name = "sessions_ext"

    def ready(self) -> None:
        from sessions_ext.limits import sockets

        sockets.register()
