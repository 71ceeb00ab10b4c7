from django.apps import AppConfig


class ChatConfig(AppConfig):
    name = "chat"
    verbose_name = "Conversations and moderation"

    def ready(self) -> None:
        from chat import checks  # registers the system checks
        from chat.buffer import forget_buffers
        from chat.conversations import persona_names
        from chat.live import service
        from chat.live.tell import tell_account, tell_learned, tell_written_to
        from chat.moderation.signals import written_to
        from chat.summaries.dropping import drop_adult_parts, drop_summaries
        from chat.turns.gate import is_of_age
        from chat.turns.release import end_locks
        from companion.signals import account_changed
        from memory.governing.companions import name_companions_by
        from memory.signals import adult_recall_ended, forgetting, forgotten, learned, may_keep_feelings
        from sessions_ext.signals import verification_ended

        service.register()
        learned.connect(tell_learned, dispatch_uid="chat.tell_learned")
        may_keep_feelings.connect(is_of_age, dispatch_uid="chat.is_of_age")
        forgetting.connect(drop_summaries, dispatch_uid="chat.drop_summaries")
        adult_recall_ended.connect(drop_adult_parts, dispatch_uid="chat.drop_adult_parts")
        forgotten.connect(forget_buffers, dispatch_uid="chat.forget_buffers")
        name_companions_by(persona_names)
        account_changed.connect(tell_account, dispatch_uid="chat.tell_account")
        written_to.connect(tell_written_to, dispatch_uid="chat.tell_written_to")
        verification_ended.connect(end_locks, dispatch_uid="chat.end_locks")
