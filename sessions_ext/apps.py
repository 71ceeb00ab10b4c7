from django.apps import AppConfig


class SessionsExtConfig(AppConfig):
    name = "sessions_ext"
    verbose_name = "Ages"

    def ready(self) -> None:
        from sessions_ext import checks  # registers the system check
        from sessions_ext.limits import sockets

        sockets.register()
