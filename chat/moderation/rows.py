"""The rows of moderation. None holds a word of a conversation; reports, appeals and notices hold what was written to them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chat.moderation.querysets import DecisionQuerySet, FlagQuerySet, NoticeQuerySet, RevealQuerySet


class Flag(models.Model):
    """Something that a human should look at. The system only files it; what follows, people decide."""

    class Kind(models.TextChoices):
        MESSAGE = "message", _("message")
        REPLY = "reply", _("reply")
        REPORT = "report", _("report")
        APPEAL = "appeal", _("appeal")
        ACCOUNT = "account", _("account")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        DECIDED = "decided", _("decided")

    class Gravity(models.IntegerChoices):
        """The order of the queue."""

        DISCLOSURE_IN_DOUBT = 0, _("told or asked for: in doubt")
        DISCLOSURE = 1, _("somebody tells of abuse")
        MINOR_RISK = 2, _("sexual and about minors")
        SELF_HARM = 3, _("somebody is in a crisis")
        APPEAL = 4, _("an appeal waits for its answer")
        REPORT = 5, _("reported by a person")
        NONCONSENSUAL = 6, _("without consent")
        SAYS_MINOR = 7, _("says to be under 18")
        OTHER = 8, _("other")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    conversation = models.ForeignKey("chat.Conversation", models.SET_NULL, null=True, blank=True, related_name="+")
    message = models.ForeignKey("chat.Message", models.SET_NULL, null=True, blank=True, related_name="flags")
    variant = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Of a reply: which of its wordings.")
    label = models.CharField(max_length=16, blank=True, help_text="What it was taken for.")
    score = models.FloatField(null=True, blank=True, help_text="Of the learned model, where one spoke.")
    rules = models.JSONField(default=list, blank=True, help_text="Names of the rules that decided.")
    route = models.CharField(max_length=12, blank=True)
    action = models.CharField(max_length=24, blank=True, help_text="What the system did with it.")
    versions = models.CharField(max_length=80, blank=True, help_text="Of the rules and the model that judged.")
    gravity = models.PositiveSmallIntegerField(choices=Gravity, default=Gravity.OTHER)
    state = models.CharField(max_length=7, choices=State, default=State.OPEN)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["gravity", "created_at"]
        permissions = [
            ("decide_flag", "Can decide what is flagged"),
            ("reveal_flag", "Can see flagged text, with a reason"),
            ("delay_reveal", "Can delay that a person sees who read their text"),
        ]
        constraints = [
            # The same words are judged once, however often they are answered anew.
            models.UniqueConstraint(
                fields=["message", "kind", "label", "variant"],
                condition=Q(message__isnull=False) & ~Q(kind="appeal"),
                nulls_distinct=False,
                name="one_flag_a_wording",
            )
        ]
        indexes = [
            models.Index(fields=["gravity", "created_at"], condition=Q(state="open"), name="flags_open"),
            models.Index(fields=["user", "-created_at"], name="flags_of_a_person"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Decision(models.Model):
    """What a human did about a flag, or about a person."""

    class Action(models.TextChoices):
        DISMISS = "dismiss", _("nothing to do")
        WARN = "warn", _("warn")
        SUSPEND = "suspend", _("suspend")
        LIFT = "lift", _("take back a suspension or warning")
        CLOSE_ADULT = "close_adult", _("close adult content")
        REOPEN_ADULT = "reopen_adult", _("reopen adult content")
        NOTE = "note", _("note")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    flag = models.ForeignKey(Flag, models.PROTECT, related_name="decisions")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", help_text="Whom it concerns."
    )
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    action = models.CharField(max_length=12, choices=Action)
    reason = models.TextField(help_text="For moderators; the person does not see it.")
    at = models.DateTimeField(default=timezone.now, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["user", "-at"], name="decisions_on_a_person")]

    def __str__(self) -> str:
        return str(self.id)


class Notice(models.Model):
    """What a person is told of a decision that concerns them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    decision = models.OneToOneField(Decision, models.CASCADE, related_name="notice")
    words = models.TextField(blank=True, help_text="The moderator's own, beside the usual sentence.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return str(self.id)


class Reveal(models.Model):
    """Somebody read what a person wrote or was told, and why. The person sees that it happened."""

    class Reason(models.TextChoices):
        SAFETY = "safety", _("somebody may be in danger")
        CHILD = "child", _("a child may be in danger")
        REPORT = "report", _("its person reported it")
        APPEAL = "appeal", _("its person appealed")
        DECIDE = "decide", _("can't be decided without its words")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    flag = models.ForeignKey(Flag, models.PROTECT, related_name="reveals")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", help_text="Whose conversation it was."
    )
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    conversation = models.ForeignKey("chat.Conversation", models.SET_NULL, null=True, blank=True, related_name="+")
    message = models.ForeignKey("chat.Message", models.SET_NULL, null=True, blank=True, related_name="+")
    shown = models.JSONField(default=list, help_text="Ids of all messages that were shown, those around it included.")
    reason = models.CharField(max_length=8, choices=Reason)
    words = models.TextField(help_text="The reason in the moderator's words; the person does not see them.")
    delay_reason = models.TextField(blank=True, help_text="Why the person hears of it later.")
    at = models.DateTimeField(default=timezone.now, editable=False)
    visible_from = models.DateTimeField(default=timezone.now, help_text="When it appears in the person's access log.")

    objects = RevealQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["user", "-at"], name="reveals_of_a_person")]

    def __str__(self) -> str:
        return str(self.id)


class Report(models.Model):
    """A reply that its person found wrong."""

    class Reason(models.TextChoices):
        HARMFUL = "harmful", _("It could hurt somebody")
        SEXUAL = "sexual", _("It is sexual, and I did not ask for it")
        MINOR = "minor", _("It is sexual and about somebody under 18")
        HATEFUL = "hateful", _("It is hateful or cruel")
        UNTRUE = "untrue", _("It is wrong about help, or dangerously untrue")
        OTHER = "other", _("Something else")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    flag = models.OneToOneField(Flag, models.CASCADE, related_name="report")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=8, choices=Reason)
    words = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return str(self.id)


class Appeal(models.Model):
    """A person disagrees: with a decision, or with a refusal. A human answers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    flag = models.OneToOneField(Flag, models.CASCADE, related_name="appeal")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    decision = models.OneToOneField(Decision, models.SET_NULL, null=True, blank=True, related_name="appeal")
    words = models.TextField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return str(self.id)
