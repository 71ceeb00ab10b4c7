from django.apps import AppConfig


class SessionsExtConfig(AppConfig):
    name = "sessions_ext"
