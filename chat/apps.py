from django.apps import AppConfig


class ChatConfig(AppConfig):
    name = "chat"

    def ready(self) -> None:
        from chat import checks  # noqa: F401  registers the system checks
        from chat.live import service
        from chat.live.tell import tell_learned
        from memory.signals import learned

        service.register()
        learned.connect(tell_learned, dispatch_uid="chat.tell_learned")
